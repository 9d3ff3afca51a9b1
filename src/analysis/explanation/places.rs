//! Where the figures of a scenario were given. Files are read again for it: nobody else needs to know.

use std::ops::Range;
use std::sync::Arc;

use super::origin::{ColumnOrigin, Origin, Rule, SourceLocation};
use super::what::{Column, Party};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};
use crate::input::baseline_file::BaselineFile;
use crate::input::dated::Dated;
use crate::input::document::At;
use crate::input::files::{Files, LARGEST_TABLE};
use crate::input::kommun_table::WantedYear;
use crate::input::kommun_table::places::{TablePlaces, read_places};
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_file::{ScenarioFile, Verb};
use crate::input::sources_file::ColumnSource;
use crate::input::text_file;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::model::parameters::Parameters;

/// Where the figures of a scenario stand.
#[derive(Debug)]
pub struct Places {
    baseline: BaselineFile,
    /// The year that is explained, where there is a path.
    year: Option<i64>,
    baseline_text: Arc<Source>,
    scenario: ScenarioFile,
    scenario_text: Arc<Source>,
    table: TablePlaces,
    table_file: String,
    columns: Vec<ColumnSource>,
}

impl Places {
    /// Finds the places of a scenario that was loaded.
    ///
    /// # Errors
    /// If its files cannot be read any more.
    pub fn of(files: &Files, scenario: &LoadedScenario) -> Result<Self, Diagnostics> {
        let loaded = &scenario.baseline;
        let mut found = Diagnostics::default();
        let source = text_file::read(files, &loaded.table_location, LARGEST_TABLE, &mut found)
            .map_err(Diagnostic::without_place)?;
        let wanted = match loaded.year {
            Some(value) => WantedYear::This { source: loaded.text.clone(), year: At { value, span: 0..0 } },
            None => WantedYear::Latest,
        };
        let table = read_places(&source, &wanted, &mut found);
        let baseline = BaselineFile::read(&loaded.text, &mut found);
        let (Some(table), Some(baseline)) = (table, baseline) else { return Err(found) };
        Ok(Self {
            baseline,
            year: loaded.path_year,
            baseline_text: loaded.text.clone(),
            scenario: scenario.written.clone(),
            scenario_text: scenario.text.clone(),
            table,
            table_file: loaded.table_file.clone(),
            columns: loaded.column_sources.clone(),
        })
    }

    /// A cell of the kommun table.
    pub(crate) fn cell(&self, kommunkod: Kommunkod, column: Column) -> Origin {
        let origin = self.column(column);
        let line = self.table.line(kommunkod);
        Origin { place: origin.place.map(|place| SourceLocation { line, ..place }), ..origin }
    }

    /// A column of the kommun table as a whole.
    pub(crate) fn column(&self, column: Column) -> Origin {
        let (name, key) = match column {
            Column::Befolkning => (&self.table.befolkning_16_64, "befolkning_16_64"),
            Column::Forsorjningsmatt => (&self.table.forsorjningsmatt, "forsorjningsmatt"),
            Column::Folkmangd => (&self.table.folkmangd, "folkmangd"),
        };
        let source = self.columns.iter().find(|source| source.columns.iter().any(|column| column == key));
        Origin {
            place: Some(SourceLocation { file: self.table_file.clone(), line: None, name: name.clone() }),
            column: source.map(|source| ColumnOrigin {
                title: source.title.clone(),
                title_en: source.title_en.clone(),
                derived: source.derived,
            }),
            ..Origin::default()
        }
    }

    /// What holds in the year of a value that may be a table of years.
    fn held<'file, Value>(&self, dated: Option<&'file Dated<Value>>) -> Option<&'file At<Value>> {
        dated.map(|dated| dated.at(self.year))
    }

    pub(crate) fn appropriation(&self) -> Origin {
        self.in_baseline("appropriation", span(self.held(self.baseline.model.appropriation.as_ref())), None)
    }

    pub(crate) fn base_grant(&self) -> Origin {
        let written = self.held(self.baseline.model.base_grant.as_ref());
        let is_rule = written.is_none_or(|written| written.value == Parameters::BASE_GRANT);
        self.in_baseline("base_grant", span(written), is_rule.then_some(Rule::Fk2015))
    }

    pub(crate) fn weights(&self) -> Origin {
        let written = self.held(self.baseline.model.weights.as_ref());
        let is_rule = written.is_none_or(|written| {
            written.value.each_ref().map(|at| at.value.normalize())
                == Parameters::model_weights().map(|one| one.normalize())
        });
        self.in_baseline("weights", span(written), is_rule.then_some(Rule::Fk2015))
    }

    pub(crate) fn funding(&self, party: Party) -> Origin {
        let shares = self.baseline.funding.as_ref().and_then(|funding| funding.shares.as_ref());
        let key = match party {
            Party::State => "funding.state",
            Party::Region => "funding.region",
            Party::Kommuner => "funding.kommuner",
        };
        let written = shares.map(|shares| &shares[party as usize]);
        let legal = Parameters::legal_funding()[party as usize];
        let is_rule = written.is_none_or(|written| written.value == legal);
        self.in_baseline(key, span(written), is_rule.then_some(Rule::Law))
    }

    pub(crate) fn other_forbund(&self) -> Origin {
        let rest = self.baseline.model.rest_of_country.as_ref();
        let written = self.held(rest.and_then(|rest| rest.forbund.as_ref()));
        self.in_baseline("rest_of_country.forbund", span(written), None)
    }

    /// The sum of the rest of the country, where the file gives it.
    pub(crate) fn rest_sum(&self, column: Column) -> Origin {
        let rest = self.baseline.model.rest_of_country.as_ref();
        if column == Column::Forsorjningsmatt {
            let written = rest.and_then(|rest| rest.forsorjningsmatt.as_ref());
            self.in_baseline("rest_of_country.forsorjningsmatt", span(written), None)
        } else {
            let written = rest.and_then(|rest| rest.befolkning_16_64.as_ref());
            self.in_baseline("rest_of_country.befolkning_16_64", span(written), None)
        }
    }

    /// The key of the kommuner, or of the regions.
    pub(crate) fn key(&self, regions: bool) -> Origin {
        let file = &self.baseline;
        let (name, written) =
            if regions { ("region_key", &file.region_key) } else { ("kommun_key", &file.kommun_key) };
        self.in_baseline(name, span(written.as_ref()), None)
    }

    /// The key of a förbund that has one of its own: as the last change states it, else as the baseline does.
    pub(crate) fn own_key(&self, forbund: &str) -> Origin {
        let name = "kommun_key";
        let is_meant = |written: &At<String>| written.value == forbund;
        let of_changes =
            self.scenario.changes.iter().rev().find_map(|change| match change.verb.as_ref()? {
                Verb::Split { into, .. } => {
                    let part = into.iter().find(|part| part.name.as_ref().is_some_and(is_meant))?;
                    part.kommun_key.as_ref()
                }
                Verb::Move { to: of, .. } | Verb::Merge { into: of, .. } | Verb::Create { name: of, .. } => {
                    change.kommun_key.as_ref().filter(|_| is_meant(of))
                }
                _ => None,
            });
        if let Some(written) = of_changes {
            return self.in_scenario(name, span(Some(written)));
        }
        let mut sections = self.baseline.forbund.iter();
        let section = sections.find(|section| section.name.as_ref().is_some_and(is_meant));
        self.in_baseline(name, span(section.and_then(|section| section.kommun_key.as_ref())), None)
    }

    /// Where the state money of a förbund of the baseline is decided; with the budget, if it is given by that.
    pub(crate) fn decided(&self, forbund: usize) -> (Option<Kronor>, Origin) {
        let section = &self.baseline.forbund[forbund];
        match self.held(section.budget.as_ref()) {
            Some(budget) => (Some(budget.value), self.in_baseline("budget", span(Some(budget)), None)),
            None => {
                (None, self.in_baseline("state_grant", span(self.held(section.state_grant.as_ref())), None))
            }
        }
    }

    /// `kansli` of a förbund of the baseline.
    pub(crate) fn kansli(&self, forbund: usize) -> Origin {
        let section = self.baseline.forbund.get(forbund);
        self.in_baseline("kansli", span(self.held(section.and_then(|section| section.kansli.as_ref()))), None)
    }

    /// `kansli` of a change, or of a part of a split.
    pub(crate) fn stated_kansli(&self, change: usize, part: Option<usize>) -> Origin {
        let section = self.scenario.changes.get(change);
        let of_part = part.zip(section.and_then(|section| section.verb.as_ref()));
        let written = match of_part {
            Some((part, Verb::Split { into, .. })) => into.get(part).and_then(|part| part.kansli.as_ref()),
            _ => section.and_then(|section| section.kansli.as_ref()),
        };
        self.in_scenario("kansli", span(written))
    }

    /// What each change that states it costs once, kr.
    pub(crate) fn engangskostnader(&self) -> Vec<(Kronor, Origin)> {
        let stated = self.scenario.changes.iter().filter_map(|change| {
            let place = change.engangskostnad.as_ref()?.span.clone();
            Some((change.one_off()?, self.in_scenario("engangskostnad", Some(place))))
        });
        stated.collect()
    }

    fn in_scenario(&self, key: &str, span: Option<Range<usize>>) -> Origin {
        Origin { place: Some(place(&self.scenario_text, key, span)), ..Origin::default() }
    }

    fn in_baseline(&self, key: &str, span: Option<Range<usize>>, rule: Option<Rule>) -> Origin {
        let default = span.is_none();
        let place = (!default).then(|| place(&self.baseline_text, key, span));
        Origin { place, default, rule, column: None }
    }
}

fn place(source: &Source, name: &str, span: Option<Range<usize>>) -> SourceLocation {
    let line = span.map(|span| source.line(span.start));
    SourceLocation { file: source.path.clone(), line, name: name.to_owned() }
}

fn span<Value>(written: Option<&At<Value>>) -> Option<Range<usize>> {
    written.map(|written| written.span.clone())
}
