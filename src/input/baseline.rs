//! From a baseline as written to the model.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::baseline_file::{AssumptionSection, BaselineFile};
use super::baseline_table::{BaselineTable, load_table, weigh_indicators};
use super::baseline_years::{self, LoadedYear, Loading};
pub use super::baseline_years::{ChangedBudget, ValueSource};
use super::caps_section::{PayerNames, StatedCaps};
use super::files::{Files, Location};
use super::further_columns::FurtherColumns;
use super::insatser::{self, InsatserToday};
use super::kommun_names::kommun_names;
use super::kommun_parts;
pub use super::kommun_table::CarriedColumn;
use super::kommun_table::{FiguresOfYear, FiguresOfYears};
use super::lookup::Named;
use super::names::Names;
pub use super::path_section::StatedPath;
use super::payments::{self, StatedPayments};
use super::positions::Positions;
use super::reference_section::{self, StatedReference};
pub use super::rules_section::StatedRules;
use super::smallest_forbund_section::StatedSmallestForbund;
use super::sources_file::ColumnSource;
use super::text_file;
use super::uncertain::{self, Uncertain};
use super::value_section::{self, StatedValue};
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};
use crate::model::allocation::Model;
use crate::model::baseline::Baseline;
use crate::model::kommun::{KommunId, Kommuner, Kommunkod};
use crate::model::path::Path;
use crate::text::language::Language;

/// A baseline, ready for scenarios.
#[derive(Clone, Debug)]
pub struct LoadedBaseline {
    /// The model of it.
    pub model: Arc<Model>,
    /// The years that it is computed for, where there is a path; the model is that of the last one.
    pub path: Option<Arc<LoadedPath>>,
    /// The year that the model is of.
    pub path_year: Option<i64>,
    /// Its path, to show.
    pub file: String,
    /// The path of its kommun table, to show.
    pub table_file: String,
    /// Where its kommun table is, for what the model does not read of it.
    pub table_location: Location,
    /// The year of the figures, if one is named.
    pub year: Option<i64>,
    /// `source` of the file.
    pub source: Option<String>,
    /// Where the columns of the table come from.
    pub column_sources: Vec<ColumnSource>,
    /// Whether the regions were read off the kommunkoder.
    pub regions_from_kommunkod: bool,
    /// Budgets that the state's share does not divide, with the total that is used instead.
    pub changed_budgets: Vec<ChangedBudget>,
    /// Parameters that the file leaves to their defaults.
    pub defaults: Defaults,
    /// The columns of the table that the model does not need; none where the table could not be used without them.
    pub further: FurtherColumns,
    /// The kommuner whose place the table lacks, and the built-in one knows.
    pub places_filled_in: BTreeSet<KommunId>,
    /// The rules that bound the state's money, if there are some.
    pub rules: Option<StatedRules>,
    /// The caps of the file, if it has some.
    pub caps: Option<StatedCaps>,
    /// What sources say of its förbund.
    pub references: Vec<StatedReference>,
    /// What the förbund buy or run for participants.
    pub insatser: Arc<InsatserToday>,
    /// The name of its table of insatser if that makes persons of rounded percentages, and how many more or fewer they can be
    /// in a row.
    pub insatser_from_percent: Option<(String, u64)>,
    /// What results are worth to society.
    pub values: Vec<StatedValue>,
    /// Of which kansli it is asked how large a förbund must be to bear it.
    pub smallest_forbund: Option<StatedSmallestForbund>,
    /// What the förbund pay kommuner beside them.
    pub payments: Arc<StatedPayments>,
    /// The sources that the file states for single values.
    pub value_sources: Vec<ValueSource>,
    /// Assumptions written in the file.
    pub assumptions: Vec<WrittenAssumption>,
    /// The numbers that the file calls uncertain.
    pub uncertain: Vec<Uncertain>,
    /// What its parties want.
    pub positions: Arc<Positions>,
    /// The file as written.
    pub written: Arc<BaselineFile>,
    /// Which `[[kommun_part]]` each part of a kommun is.
    pub kommun_parts: BTreeMap<Kommunkod, usize>,
    /// To look up kommuner by.
    pub kommun_names: Names<KommunId>,
    /// The text of the file.
    pub text: Arc<Source>,
}

/// How the id of an assumption ends that calls the kansli costs of its file illustrative.
pub const ILLUSTRATIVE_KANSLI: &str = "kansli_illustrative";

/// Which parameters nobody wrote.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Defaults {
    /// The base grant is taken to be 400 000 kr.
    pub base_grant: bool,
    /// The weights are taken to be 0.75 and 0.25.
    pub weights: bool,
}

/// An assumption that a user wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenAssumption {
    /// Its id.
    pub id: String,
    /// Its text in the user's language.
    pub text: String,
    /// Its text in English, if there is one.
    pub text_en: Option<String>,
}

impl WrittenAssumption {
    /// The complete ones of those in a file.
    #[must_use]
    pub fn complete(sections: &[AssumptionSection]) -> Vec<Self> {
        let complete = sections.iter().filter_map(|section| {
            let (id, text) = section.id.as_ref().zip(section.text.as_ref())?;
            let text_en = section.text_en.as_ref().map(|text| text.value.clone());
            Some(Self { id: id.value.clone(), text: text.value.clone(), text_en })
        });
        complete.collect()
    }

    /// Its text in a language, as far as there is one.
    #[must_use]
    pub fn text_in(&self, language: Language) -> &str {
        language.pick(&self.text, self.text_en.as_ref().unwrap_or(&self.text))
    }

    /// Whether it says, by its id, that the kansli costs of its file are examples that no source states.
    #[must_use]
    pub fn is_of_illustrative_kansli(&self) -> bool {
        self.id.ends_with(ILLUSTRATIVE_KANSLI)
    }
}

/// The years that a baseline is computed for.
#[derive(Clone, Debug)]
pub struct LoadedPath {
    /// Which.
    pub path: Path,
    /// Each of them, in order.
    pub years: Vec<BaselineYear>,
    /// Columns of the kommun table that end before the path does.
    pub carried: Vec<CarriedColumn>,
    /// Kommuner that are computed with older figures than others.
    pub behind: Vec<String>,
}

/// A baseline in one year of a path.
#[derive(Clone, Debug)]
pub struct BaselineYear {
    /// The year.
    pub year: i64,
    /// The year of the kommun figures, where the table has years.
    pub figures_year: Option<i64>,
    /// The model of it.
    pub model: Arc<Model>,
}

impl LoadedPath {
    fn of(path: Path, years: &[LoadedYear], of_years: FiguresOfYears) -> Arc<Self> {
        let each = path.years().zip(years).zip(of_years.years);
        let year = |((year, loaded), figures): ((i64, &LoadedYear), FiguresOfYear)| BaselineYear {
            year,
            figures_year: figures.year,
            model: loaded.model.clone(),
        };
        let years = each.map(year).collect();
        Arc::new(Self { path, years, carried: of_years.carried, behind: of_years.behind })
    }
}

impl LoadedBaseline {
    /// Whether another baseline is the same in every year, whatever its file is called.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        fn years(loaded: &LoadedBaseline) -> impl Iterator<Item = &Baseline> {
            loaded.path.iter().flat_map(|path| &path.years).map(|year| year.model.baseline())
        }
        self.model.baseline() == other.model.baseline() && years(self).eq(years(other))
    }

    /// The baseline as it is in a year of its path; `None` where that is none.
    #[must_use]
    pub fn of_year(&self, year: i64) -> Option<Self> {
        let of_year = self.path.as_ref()?.years.iter().find(|one| one.year == year)?;
        Some(Self {
            model: of_year.model.clone(),
            year: of_year.figures_year,
            path_year: Some(year),
            ..self.clone()
        })
    }
}

/// Loads a baseline with its kommun table, for its own years or for those stated elsewhere.
///
/// # Errors
/// All that is wrong with either file. Warnings of a valid baseline go to `warnings`.
pub fn load(
    files: &Files,
    location: &Location,
    stated: Option<&StatedPath>,
    warnings: &mut Diagnostics,
) -> Result<LoadedBaseline, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let loaded = load_into(files, location, stated, &mut diagnostics);
    match loaded {
        Some(loaded) if !diagnostics.has_errors() => {
            warnings.append(diagnostics);
            Ok(loaded)
        }
        _ => Err(diagnostics),
    }
}

/// Every year with the figures of its kommuner; without a table, without figures.
fn load_years(
    loading: &Loading<'_>,
    table: Option<&BaselineTable>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<LoadedYear>> {
    let of_years = table.and_then(|table| table.of_years.as_ref());
    let mut years: Vec<LoadedYear> = Vec::new();
    for (position, year) in all_years(loading.path).enumerate() {
        let figures = match (of_years, table) {
            (Some(of_years), _) => &of_years.years[position].figures,
            (None, Some(table)) => &table.read.figures,
            (None, None) => &Vec::new(),
        };
        years.push(loading.load(year, figures, &years, diagnostics)?);
    }
    Some(years)
}

fn load_into(
    files: &Files,
    location: &Location,
    stated: Option<&StatedPath>,
    diagnostics: &mut Diagnostics,
) -> Option<LoadedBaseline> {
    let text = text_file::open(files, location, Named::Baseline, diagnostics);
    let text = text.map_err(|problem| diagnostics.push(Diagnostic::without_place(problem))).ok()?;
    let file = BaselineFile::read(&text, diagnostics)?;
    let own = file.path.as_ref().map(|section| section.stated(&text, diagnostics));
    let stated = match (stated, own) {
        (Some(stated), _) => Some(stated.clone()),
        (None, Some(own)) => Some(own?),
        (None, None) => None,
    };
    let rules = file.rules.as_ref().map(|section| section.resolve(&text, diagnostics));
    baseline_years::check(&file, stated.as_ref(), &text, diagnostics);
    let path = stated.as_ref().map(|stated| &stated.path);
    let mut table = file
        .kommuner
        .as_ref()
        .and_then(|at| load_table(files, location, at, stated.as_ref(), &file, &text, diagnostics));
    // Without the table names cannot be looked up, but the rest of the file can still be checked.
    let kommun_parts = kommun_parts::resolve(&file.kommun_parts, table.as_mut(), &text, diagnostics);
    let kommuner = table.as_mut().map(|table| std::mem::take(&mut table.read.kommuner)).unwrap_or_default();
    let kommun_names = kommun_names(&kommuner);
    if let Some(table) = &mut table {
        weigh_indicators(&file, &mut table.further, &text, diagnostics);
    }
    let names = (&kommuner, &kommun_names);
    let uncertain = uncertain::of_baseline(&file, &text, path.is_some(), names, diagnostics);
    let of_table = insatser::load_table(files, location, &file, &text, diagnostics);
    let insatser = of_table.as_ref().map(|table| table.insatser.as_slice());
    let insatser = insatser::of_baseline((&file, insatser), &text, names, diagnostics);
    let values = value_section::resolve(&file.values, insatser.as_deref(), &text, diagnostics);
    let smallest_forbund =
        file.smallest_forbund.as_ref().and_then(|section| section.resolve(&text, diagnostics));
    let (kommuner, name) = (Arc::new(kommuner), file.name.as_ref().map_or("", |name| &name.value));
    let references = references(&file, &text, diagnostics);
    let loading =
        Loading { file: &file, text: &text, name, path, kommuner: &kommuner, kommun_names: &kommun_names };
    let years = load_years(&loading, table.as_ref(), diagnostics)?;
    // Without the table nobody knows who pays.
    let caps = file.caps.as_ref().filter(|_| table.is_some()).map(|sections| {
        StatedCaps::resolve(sections, &payer_names(&file, &kommuner, &kommun_names), &text, diagnostics)
    });
    let BaselineTable {
        read: table,
        of_years,
        further,
        places_filled_in,
        location: table_location,
        column_sources,
    } = table?;
    file.name.as_ref()?;
    let model = years.last()?.model.clone();
    if matches!(rules, Some(None)) || matches!(caps, Some(None)) {
        return None;
    }
    let (rules, caps) = (rules.flatten(), caps.flatten());
    warn_of_too_much(&file, path, &years, &text, diagnostics);
    let stated_positions = (file.positions.as_slice(), file.arguments.as_slice());
    let positions = Positions::resolve(stated_positions, &model, &kommun_names, &text, diagnostics);
    let payments = payments::of_baseline(&file, &text, (&model, &kommun_names), diagnostics);
    let changed_budgets = LoadedYear::changed_budgets(&years);
    let path_year = path.map(|path| path.to);
    let path = stated.zip(of_years).map(|(stated, of_years)| LoadedPath::of(stated.path, &years, of_years));
    Some(LoadedBaseline {
        model,
        file: location.display(),
        table_file: table_location.display(),
        table_location,
        year: table.year,
        path,
        path_year,
        source: file.source.as_ref().map(|source| source.value.clone()),
        column_sources,
        regions_from_kommunkod: table.regions_from_kommunkod,
        changed_budgets,
        defaults: Defaults {
            base_grant: file.model.base_grant.is_none(),
            weights: file.model.weights.is_none(),
        },
        further,
        places_filled_in,
        rules,
        caps,
        references,
        insatser: Arc::new(insatser?),
        insatser_from_percent: of_table.and_then(|table| table.from_percent),
        values,
        smallest_forbund,
        payments: Arc::new(payments),
        value_sources: baseline_years::sources(&file),
        assumptions: WrittenAssumption::complete(&file.assumptions),
        uncertain,
        positions: Arc::new(positions),
        written: Arc::new(file),
        kommun_parts,
        kommun_names,
        text,
    })
}

/// What sources say of the förbund of a file.
fn references(
    file: &BaselineFile,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Vec<StatedReference> {
    let forbund = file.forbund.iter().enumerate();
    let names = forbund.filter_map(|(place, section)| Some((section.name.as_ref()?.value.as_str(), place)));
    reference_section::resolve(&file.references, names, text, diagnostics)
}

/// Warns of a year in which the förbund have more of the state than it has for all.
fn warn_of_too_much(
    file: &BaselineFile,
    path: Option<&Path>,
    years: &[LoadedYear],
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) {
    let exceeds = all_years(path).zip(years).find(|(_, one)| one.model.state_exceeds_appropriation());
    if let (Some((year, _)), Some(appropriation)) = (exceeds, &file.model.appropriation) {
        let problem = BaselineProblem::StateExceedsAppropriation;
        diagnostics.push(Diagnostic::at(problem, text, appropriation.at(year).span.clone()));
    }
}

/// What those are called whose payments a cap can bound.
fn payer_names<'names>(
    file: &BaselineFile,
    kommuner: &'names Kommuner,
    kommun_names: &'names Names<KommunId>,
) -> PayerNames<'names> {
    let forbund = file.forbund.iter().filter_map(|forbund| forbund.name.as_ref());
    PayerNames { kommuner, kommun_names, forbund: forbund.map(|name| name.value.clone()).collect() }
}

/// Every year of a path, or none in particular where there is no path.
fn all_years(path: Option<&Path>) -> impl Iterator<Item = Option<i64>> {
    let years = path.map(|path| path.years().map(Some));
    let none = if years.is_none() { Some(None) } else { None };
    years.into_iter().flatten().chain(none)
}
