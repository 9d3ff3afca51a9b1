//! Where the figures of a scenario were given. Files are read again for it: nobody else needs to know.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::origin::{ColumnOrigin, Origin, Rule, SourceLocation};
use super::what::{Column, Party};
use crate::diagnostic::{Diagnostic, Diagnostics, Label, Source};
use crate::input::baseline_file::BaselineFile;
use crate::input::dated::Dated;
use crate::input::document::At;
use crate::input::files::{Files, LARGEST_TABLE};
use crate::input::insatser_section::{InsatsChangeSection, InsatsSection};
use crate::input::kommun_table::WantedYear;
use crate::input::kommun_table::places::{TablePlaces, read_places};
use crate::input::path_section::PathSection;
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_file::{ScenarioFile, Verb};
use crate::input::sources_file::ColumnSource;
use crate::input::text_file;
use crate::model::kansli::Cost;
use crate::model::kommun::{Kommun, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::parameters::Parameters;
use crate::model::path::Path;

/// Where the figures of a scenario stand.
#[derive(Clone, Debug)]
pub struct Places {
    baseline: Arc<BaselineFile>,
    /// The years, where there is a path.
    path: Option<Path>,
    /// The year that is explained then.
    year: Option<i64>,
    baseline_text: Arc<Source>,
    scenario: Arc<ScenarioFile>,
    scenario_text: Arc<Source>,
    table: Arc<TablePlaces>,
    table_file: String,
    columns: Vec<ColumnSource>,
    kommun_parts: BTreeMap<Kommunkod, usize>,
}

/// An amount as it is written, with the year at whose prices that is, where it grows by an index.
#[derive(Clone, Debug)]
pub(crate) struct Priced {
    pub(crate) amount: Kronor,
    pub(crate) year: Option<i64>,
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
        let wanted = match (&loaded.path, loaded.year) {
            (Some(_), _) => None,
            (None, Some(value)) => {
                Some(WantedYear::This { source: loaded.text.clone(), year: At { value, span: 0..0 } })
            }
            (None, None) => Some(WantedYear::Latest),
        };
        let table = read_places(&source, wanted.as_ref(), &mut found);
        let baseline = BaselineFile::read(&loaded.text, &mut found);
        let (Some(table), Some(baseline)) = (table, baseline) else { return Err(found) };
        Ok(Self {
            baseline: Arc::new(baseline),
            path: loaded.path.as_ref().map(|loaded| loaded.path.clone()),
            year: loaded.path_year,
            baseline_text: loaded.text.clone(),
            scenario: Arc::new(scenario.written.clone()),
            scenario_text: scenario.text.clone(),
            table: Arc::new(table),
            table_file: loaded.table_file.clone(),
            columns: loaded.column_sources.clone(),
            kommun_parts: loaded.kommun_parts.clone(),
        })
    }

    /// The places of another year.
    pub(crate) fn in_year(&self, year: i64) -> Self {
        Self { year: Some(year), ..self.clone() }
    }

    /// A cell of the kommun table.
    pub(crate) fn cell(&self, kommunkod: Kommunkod, column: Column) -> Origin {
        if let Some(section) = self.kommun_parts.get(&kommunkod) {
            let part = &self.baseline.kommun_parts[*section];
            let (key, span) = match column {
                Column::Befolkning => ("befolkning_16_64", span(part.befolkning_16_64.as_ref())),
                Column::Forsorjningsmatt => ("forsorjningsmatt", span(part.forsorjningsmatt.as_ref())),
                Column::Folkmangd => ("folkmangd", span(part.folkmangd.as_ref())),
            };
            return self.in_baseline(&format!("kommun_part.{key}"), span, None);
        }
        // What is left of a kommun is in the row of the kommun.
        let kommunkod = kommunkod.whole();
        let origin = self.column(column);
        let latest = self.path.as_ref().zip(self.year).map(|(path, year)| path.figures_wanted(year));
        let line = self.table.line(
            kommunkod,
            latest,
            match column {
                Column::Befolkning => |row| row.befolkning_16_64,
                Column::Forsorjningsmatt => |row| row.forsorjningsmatt,
                Column::Folkmangd => |row| row.folkmangd,
            },
        );
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

    /// Where a value of the baseline stands that may be a table of years, with the source that is stated for it.
    fn dated<Value>(
        &self,
        key: &str,
        dated: Option<&Dated<Value>>,
        source: Option<&Dated<String>>,
        rule: Option<Rule>,
    ) -> Origin {
        let since = |year| dated.and_then(|dated| dated.since(year));
        let since = self.year.and_then(since);
        let name = since.map_or_else(|| key.to_owned(), |since| format!("{key}.{since}"));
        // A source of an earlier value says nothing of a later one.
        let source = source.filter(|source| {
            source.first_year().is_none() || self.year.is_some_and(|year| source.since(year) == since)
        });
        let source = self.held(source).map(|source| source.value.clone());
        Origin { source, ..self.in_baseline(&name, span(self.held(dated)), rule) }
    }

    /// Where rules are stated.
    pub(crate) fn of_rules(rules: &Label, key: &str) -> Origin {
        Origin { place: Some(place(&rules.source, key, Some(rules.span.clone()))), ..Origin::default() }
    }

    pub(crate) fn appropriation(&self) -> Origin {
        let model = &self.baseline.model;
        let (written, source) = (model.appropriation.as_ref(), model.appropriation_source.as_ref());
        self.dated("appropriation", written, source, None)
    }

    pub(crate) fn base_grant(&self) -> Origin {
        let model = &self.baseline.model;
        let written = self.held(model.base_grant.as_ref());
        let is_rule = written.is_none_or(|written| written.value == Parameters::BASE_GRANT);
        let source = model.base_grant_source.as_ref();
        self.dated("base_grant", model.base_grant.as_ref(), source, is_rule.then_some(Rule::Fk2015))
    }

    pub(crate) fn weights(&self) -> Origin {
        let model = &self.baseline.model;
        let written = self.held(model.weights.as_ref());
        let is_rule = written.is_none_or(|written| {
            written.value.each_ref().map(|at| at.value.normalize())
                == Parameters::model_weights().map(|one| one.normalize())
        });
        let source = model.weights_source.as_ref();
        self.dated("weights", model.weights.as_ref(), source, is_rule.then_some(Rule::Fk2015))
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
        let written = rest.and_then(|rest| rest.forbund.as_ref());
        let source = rest.and_then(|rest| rest.forbund_source.as_ref());
        self.dated("rest_of_country.forbund", written, source, None)
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
                Verb::Move { to: of, .. }
                | Verb::Keep { forbund: of }
                | Verb::Merge { into: of, .. }
                | Verb::Create { name: of, .. } => change.kommun_key.as_ref().filter(|_| is_meant(of)),
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
        let (budget, source) = (section.budget.as_ref(), section.budget_source.as_ref());
        if let Some(written) = self.held(budget) {
            return (Some(written.value), self.dated("budget", budget, source, None));
        }
        let source = section.state_grant_source.as_ref();
        (None, self.dated("state_grant", section.state_grant.as_ref(), source, None))
    }

    /// The year of the path in which the decided state money of a förbund begins to hold that does in the year.
    pub(crate) fn decided_since(&self, forbund: usize) -> Option<i64> {
        let (path, year) = self.path.as_ref().zip(self.year)?;
        let section = self.baseline.forbund.get(forbund)?;
        let since = match (&section.state_grant, &section.budget) {
            (Some(state_grant), _) => state_grant.since(year),
            (None, Some(budget)) => budget.since(year),
            (None, None) => None,
        };
        Some(since.unwrap_or(path.from).max(path.from))
    }

    /// `kansli` of a förbund of the baseline.
    pub(crate) fn kansli(&self, forbund: usize) -> (Option<Priced>, Origin) {
        let section = self.baseline.forbund.get(forbund);
        let kansli = section.and_then(|section| section.kansli.as_ref());
        let source = section.and_then(|section| section.kansli_source.as_ref());
        let since = |year| kansli.and_then(|dated| dated.since(year));
        let year = self.year.and_then(since).or(self.path.as_ref().map(|path| path.from));
        let priced = self.held(kansli).map(|written| Priced { amount: written.value.stated(), year });
        (priced, self.dated("kansli", kansli, source, None))
    }

    /// What a shared kansli of today costs, or some of its items, which are these now.
    pub(crate) fn shared_today(&self, number: usize, cost: &Cost) -> (Option<Priced>, Origin) {
        let section = self.baseline.shared_kanslier.get(number);
        let (key, written) = match section {
            Some(section) if section.kansli.is_none() => ("items", section.items.as_ref()),
            section => ("kansli", section.and_then(|section| section.kansli.as_ref())),
        };
        let source = section.and_then(|section| section.kansli_source.as_ref());
        let since = |year| written.and_then(|dated| dated.since(year));
        let year = self.year.and_then(since).or(self.path.as_ref().map(|path| path.from));
        (Some(Priced { amount: cost.stated(), year }), self.dated(key, written, source, None))
    }

    /// What a change states that a shared kansli costs, or some of its items, which are these now.
    pub(crate) fn shared_by_change(&self, change: usize, cost: &Cost) -> (Option<Priced>, Origin) {
        let section = self.scenario.changes.get(change);
        let items = section.and_then(|section| section.items.as_ref());
        let kansli = section.and_then(|section| section.kansli.as_ref());
        let key = if kansli.is_none() && items.is_some() { "items" } else { "kansli" };
        let year = self.path.as_ref().map(|path| path.from);
        (Some(Priced { amount: cost.stated(), year }), self.in_scenario(key, span(kansli.or(items))))
    }

    /// `kansli` of a change, or of a part of a split.
    pub(crate) fn stated_kansli(&self, change: usize, part: Option<usize>) -> (Option<Priced>, Origin) {
        let section = self.scenario.changes.get(change);
        let of_part = part.zip(section.and_then(|section| section.verb.as_ref()));
        let written = match of_part {
            Some((part, Verb::Split { into, .. })) => into.get(part).and_then(|part| part.kansli.as_ref()),
            _ => section.and_then(|section| section.kansli.as_ref()),
        };
        let year = self.path.as_ref().map(|path| path.from);
        let priced = written.map(|written| Priced { amount: written.value.stated(), year });
        (priced, self.in_scenario("kansli", span(written)))
    }

    /// What changes are assumed to save.
    pub(crate) fn kansli_assumption(&self) -> Origin {
        let place = self.baseline.kansli_assumption.as_ref().map(|section| section.span.clone());
        let source = self.baseline.kansli_assumption.as_ref().and_then(|section| section.source.as_ref());
        let source = source.map(|source| source.value.clone());
        Origin { source, ..self.in_baseline("kansli_assumption", place, None) }
    }

    /// What the kansli costs that the smallest förbund is to bear.
    pub(crate) fn kansli_to_bear(&self) -> (Option<Priced>, Origin) {
        let written = self.baseline.smallest_forbund.as_ref().and_then(|section| section.kansli.as_ref());
        let year = self.path.as_ref().map(|path| path.from);
        let priced = written.map(|written| Priced { amount: written.value, year });
        (priced, self.in_baseline("smallest_forbund.kansli", span(written), None))
    }

    /// The most of the income that it may take.
    pub(crate) fn most_share(&self) -> Origin {
        let section = self.baseline.smallest_forbund.as_ref();
        let written = section.and_then(|section| section.most_share.as_ref());
        self.in_baseline("smallest_forbund.most_share", span(written), None)
    }

    /// Where what an insats costs is stated after so many changes; in a table that the baseline names, that.
    pub(crate) fn insats(&self, name: &str, done: usize) -> Option<Origin> {
        let in_change = |item: &InsatsChangeSection| span(item.kostnad.as_ref());
        let in_baseline = |section: &InsatsSection| span(section.kostnad.as_ref());
        self.of_insats((name, "insats.kostnad"), done, in_change, in_baseline)
    }

    /// The same of what kommuner give to it in kind.
    pub(crate) fn natura(&self, name: &str, done: usize) -> Option<Origin> {
        let in_change = |item: &InsatsChangeSection| span(item.figures.natura.as_ref());
        let in_baseline = |section: &InsatsSection| span(section.figures.natura.as_ref());
        self.of_insats((name, "insats.natura"), done, in_change, in_baseline)
    }

    /// The same of how many persons have its results.
    pub(crate) fn results(&self, name: &str, done: usize) -> Option<Origin> {
        let in_change = |item: &InsatsChangeSection| span(item.figures.resultat.as_ref());
        let in_baseline = |section: &InsatsSection| span(section.figures.resultat.as_ref());
        self.of_insats((name, "insats.resultat"), done, in_change, in_baseline)
    }

    fn of_insats(
        &self,
        (name, key): (&str, &str),
        done: usize,
        in_change: impl Fn(&InsatsChangeSection) -> Option<Range<usize>>,
        in_baseline: impl Fn(&InsatsSection) -> Option<Range<usize>>,
    ) -> Option<Origin> {
        let is_it = |written: &Option<At<String>>| {
            written.as_ref().is_some_and(|written| canonical(&written.value) == canonical(name))
        };
        let items =
            self.scenario.changes.iter().take(done).rev().flat_map(|change| change.insatser.iter().rev());
        let stated = |item: &&InsatsChangeSection| {
            is_it(&item.name) && (in_change(item).is_some() || item.merge.is_some())
        };
        if let Some(item) = items.into_iter().find(stated) {
            let place = in_change(item).or_else(|| span(item.name.as_ref()));
            let source = item.figures.source.as_ref().map(|source| source.value.clone());
            return Some(Origin { source, ..self.in_scenario("insatser", place) });
        }
        if let Some(section) = self.baseline.insatser.iter().find(|section| is_it(&section.name)) {
            let source = section.figures.source.as_ref().map(|source| source.value.clone());
            return Some(Origin { source, ..self.in_baseline(key, in_baseline(section), None) });
        }
        let table = self.baseline.insatser_table.as_ref()?;
        Some(self.in_baseline("insatser", Some(table.span.clone()), None))
    }

    /// Where the lowest or highest value of a result is stated.
    pub(crate) fn value(&self, resultat: &str, highest: bool) -> Option<Origin> {
        let is_it = |written: &At<String>| canonical(&written.value) == canonical(resultat);
        let section = self.baseline.values.iter().find(|one| one.resultat.as_ref().is_some_and(is_it))?;
        let (key, written) =
            if highest { ("value.high", &section.high) } else { ("value.low", &section.low) };
        let source = section.source.as_ref().map(|source| source.value.clone());
        Some(Origin { source, ..self.in_baseline(key, span(written.as_ref()), None) })
    }

    /// What is stated that a kommun is paid after so many changes: by the last that says so, or in the baseline.
    pub(crate) fn payments(&self, kommun: &Kommun, done: usize) -> Vec<(Kronor, Origin)> {
        let code = kommun.kommunkod.to_string();
        let is_it = |written: &str| canonical(written) == canonical(&kommun.name) || written.trim() == code;
        for change in self.scenario.changes.iter().take(done).rev() {
            let Some(written) = &change.payments else { continue };
            if let Some(item) = written.value.items().into_iter().flatten().find(|item| is_it(&item.name)) {
                return vec![(item.cost, self.in_scenario("payments", Some(written.span.clone())))];
            }
        }
        let stated = self.baseline.payments.iter().filter_map(|section| {
            let (of, amount) = section.kommun.as_ref().zip(section.amount.as_ref())?;
            let source = section.source.as_ref().map(|source| source.value.clone());
            let origin = self.in_baseline("payment.amount", Some(amount.span.clone()), None);
            is_it(&of.value).then_some((amount.value, Origin { source, ..origin }))
        });
        stated.collect()
    }

    /// By how much kanslier grow a year.
    pub(crate) fn kansli_index(&self) -> Origin {
        let of = |section: &PathSection| span(section.kansli_index.as_ref());
        match (&self.scenario.path, &self.baseline.path) {
            (Some(section), _) => self.in_scenario("path.kansli_index", of(section)),
            (None, section) => self.in_baseline("path.kansli_index", section.as_ref().and_then(of), None),
        }
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
        Origin { place, default, rule, ..Origin::default() }
    }
}

fn place(source: &Source, name: &str, span: Option<Range<usize>>) -> SourceLocation {
    let line = span.map(|span| source.line(span.start));
    SourceLocation { file: source.path.clone(), line, name: name.to_owned() }
}

fn span<Value>(written: Option<&At<Value>>) -> Option<Range<usize>> {
    written.map(|written| written.span.clone())
}
