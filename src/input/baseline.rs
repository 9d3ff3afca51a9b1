//! From a baseline as written to the model.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::baseline_file::{AssumptionSection, BaselineFile};
use super::baseline_problem::model_problem;
use super::baseline_resolver::{Resolved, Resolver};
use super::baseline_table::{BaselineTable, load_table, weigh_indicators};
use super::files::{Files, Location};
use super::further_columns::FurtherColumns;
use super::lookup::Named;
use super::names::Names;
use super::sources_file::ColumnSource;
use super::text_file;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};
use crate::model::allocation::Model;
use crate::model::baseline::{Baseline, Basis};
use crate::model::figures::Figures;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::parameters::Parameters;
use crate::model::rounding::half_away_from_zero;

/// A baseline, ready for scenarios.
#[derive(Clone, Debug)]
pub struct LoadedBaseline {
    /// The model of it.
    pub model: Model,
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
    /// Assumptions written in the file.
    pub assumptions: Vec<WrittenAssumption>,
    /// To look up kommuner by.
    pub kommun_names: Names<KommunId>,
    /// The text of the file.
    pub text: Arc<Source>,
}

/// How the id of an assumption ends that calls the kansli costs of its file illustrative.
pub const ILLUSTRATIVE_KANSLI: &str = "kansli_illustrative";

/// A budget that cannot be met to the krona.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedBudget {
    /// Whose.
    pub forbund: String,
    /// As written, kr.
    pub budget: Kronor,
    /// State money ÷ state's share, kr.
    pub used: Kronor,
}

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

    /// Whether it says, by its id, that the kansli costs of its file are examples that no source states.
    #[must_use]
    pub fn is_of_illustrative_kansli(&self) -> bool {
        self.id.ends_with(ILLUSTRATIVE_KANSLI)
    }
}

/// Loads a baseline with its kommun table.
///
/// # Errors
/// All that is wrong with either file. Warnings of a valid baseline go to `warnings`.
pub fn load(
    files: &Files,
    location: &Location,
    warnings: &mut Diagnostics,
) -> Result<LoadedBaseline, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let loaded = load_into(files, location, &mut diagnostics);
    match loaded {
        Some(loaded) if !diagnostics.has_errors() => {
            warnings.append(diagnostics);
            Ok(loaded)
        }
        _ => Err(diagnostics),
    }
}

fn load_into(files: &Files, location: &Location, diagnostics: &mut Diagnostics) -> Option<LoadedBaseline> {
    let text = match text_file::open(files, location, Named::Baseline, diagnostics) {
        Ok(text) => text,
        Err(problem) => {
            diagnostics.push(Diagnostic::without_place(problem));
            return None;
        }
    };
    let file = BaselineFile::read(&text, diagnostics)?;
    let mut table =
        file.kommuner.as_ref().and_then(|path| load_table(files, location, path, &file, &text, diagnostics));
    // Without the table names cannot be looked up, but the rest of the file can still be checked.
    let none = Kommuner::default();
    let (kommuner, figures) =
        table.as_ref().map_or((&none, &[][..]), |table| (&table.read.kommuner, &table.read.figures));
    let kommun_names = Names::new(kommuner.iter().map(|(id, kommun)| (kommun.name.as_str(), id)));
    let mut resolver = Resolver {
        file: &file,
        text: &text,
        kommuner,
        figures,
        kommun_names: &kommun_names,
        members: vec![None; kommuner.len()],
        diagnostics,
    };
    let outcome = resolver.resolve();
    if let Some(table) = &mut table {
        weigh_indicators(&file, &mut table.further, &text, diagnostics);
    }
    let BaselineTable { read: table, further, places_filled_in, location: table_location, column_sources } =
        table?;
    let Resolved { forbund, parameters, keys, basis } = outcome?;
    let changed_budgets = changed_budgets(&file, &parameters, &basis);
    let name = file.name.as_ref()?.value.clone();
    let kommuner = Arc::new(table.kommuner);
    let model = Figures::new(&table.figures, basis.rest_forsorjningsmatt()).and_then(|figures| {
        let figures = Arc::new(figures);
        Model::new(Baseline { name, kommuner, figures, parameters, keys, basis, forbund })
    });
    let model = match model {
        Ok(model) => model,
        Err(error) => {
            let (problem, span) = model_problem(&error, &file, &kommun_names);
            diagnostics.push(Diagnostic::at(problem, &text, span));
            return None;
        }
    };
    if let (true, Some(appropriation)) = (model.state_exceeds_appropriation(), &file.model.appropriation) {
        let problem = BaselineProblem::StateExceedsAppropriation;
        diagnostics.push(Diagnostic::at(problem, &text, appropriation.span.clone()));
    }
    Some(LoadedBaseline {
        model,
        file: location.display(),
        table_file: table_location.display(),
        table_location,
        year: table.year,
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
        assumptions: WrittenAssumption::complete(&file.assumptions),
        kommun_names,
        text,
    })
}

/// Budgets that state money ÷ state's share does not give back.
fn changed_budgets(file: &BaselineFile, parameters: &Parameters, basis: &Basis) -> Vec<ChangedBudget> {
    let Basis::Calibrated { state_money } = basis else { return Vec::new() };
    let changed = file.forbund.iter().zip(state_money).filter_map(|(section, state)| {
        let budget = section.budget.as_ref()?.value;
        let funding = &parameters.funding;
        let numerator = u128::from(state.unsigned()) * u128::from(funding.denominator());
        let used = half_away_from_zero(numerator, u128::from(funding.numerators()[0]))?;
        let used = Kronor::from_unsigned(used)?;
        let forbund = section.name.as_ref()?.value.clone();
        (used != budget).then_some(ChangedBudget { forbund, budget, used })
    });
    changed.collect()
}
