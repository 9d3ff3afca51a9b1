//! What every sheet needs to know: the alternatives, and where each figure stands.

use super::build::Unbuilt;
use super::kommuner::KommunPlaces;
use super::names::Unique;
use super::parameters::ParameterPlaces;
use super::side::SidePlaces;
use crate::analysis::explanation::Places;
use crate::analysis::explanation::trace::Trace;
use crate::analysis::result::{ForbundResult, KommunResult, RegionResult, ScenarioResult, SideResult};
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::model::baseline::{Baseline, Basis, Rest};
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{KommunId, Kommunkod, RegionId};
use crate::model::recorder::SideName;
use crate::report::words::workbook::{Words, words};
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// A scenario with all that a workbook of it needs.
#[derive(Clone, Copy, Debug)]
pub struct Computed<'run> {
    /// The scenario.
    pub scenario: &'run LoadedScenario,
    /// Its result.
    pub result: &'run ScenarioResult,
    /// Where its figures were given.
    pub places: &'run Places,
}

/// The sheet of the parameters, of the kommuner, and of today; alternatives follow, and the comparison.
pub(super) const PARAMETERS: usize = 1;
pub(super) const KOMMUNER: usize = 2;
pub(super) const TODAY: usize = 3;

/// Everything that the sheets are made of.
pub(super) struct Context<'run> {
    pub(super) loaded: &'run LoadedBaseline,
    pub(super) alternatives: Vec<Alternative<'run>>,
    pub(super) language: Language,
    pub(super) labels: &'static Labels,
    pub(super) words: &'static Words,
    /// Whether net figures are shown.
    pub(super) net: bool,
    /// The kommuner that are in a förbund today or in some alternative, in order of kommunkod.
    pub(super) listed: Vec<KommunId>,
    /// Their regions, by name.
    pub(super) regions: Vec<RegionId>,
    pub(super) parameters: ParameterPlaces,
    pub(super) kommuner: KommunPlaces,
    /// Today, then each alternative.
    pub(super) sides: Vec<SidePlaces>,
}

/// One alternative.
pub(super) struct Alternative<'run> {
    pub(super) computed: Computed<'run>,
    pub(super) trace: Trace,
}

impl<'run> Context<'run> {
    /// Lets the model compute every alternative once more and listens.
    pub(super) fn new(
        computed: &[Computed<'run>],
        first: Computed<'run>,
        net: bool,
        language: Language,
    ) -> Result<Self, Unbuilt> {
        let alternatives = computed.iter().enumerate().map(|(scenario, &computed)| {
            let trace = Trace::of(computed.scenario).map_err(|error| Unbuilt::Model { scenario, error })?;
            Ok(Alternative { computed, trace })
        });
        let alternatives = alternatives.collect::<Result<Vec<_>, Unbuilt>>()?;
        let loaded: &LoadedBaseline = &first.scenario.baseline;
        let (model, baseline) = (&loaded.model, loaded.model.baseline());
        let net = net && computed.iter().all(|computed| computed.result.figures.after.net.is_some());
        let is_listed = |id: KommunId| {
            let after = |computed: &Computed<'_>| computed.scenario.after.row_of(id).is_some();
            model.before().row_of(id).is_some() || computed.iter().any(after)
        };
        let ids = || baseline.kommuner.iter().map(|(id, _)| id);
        let listed: Vec<KommunId> = ids().filter(|&id| is_listed(id)).collect();
        let in_table: Vec<KommunId> = ids().filter(|&id| is_listed(id) || in_rest(baseline, id)).collect();
        let mut regions: Vec<RegionId> = Vec::new();
        for &kommun in &listed {
            let region = baseline.kommuner.get(kommun).region;
            if !regions.contains(&region) {
                regions.push(region);
            }
        }
        regions.sort_by_key(|&region| baseline.kommuner.region(region));
        let groupings =
            std::iter::once(model.before()).chain(computed.iter().map(|computed| &computed.scenario.after));
        let sides = groupings.enumerate().map(|(number, grouping)| {
            let sides = if number > 0 && net { 2 } else { 1 };
            SidePlaces::new(TODAY + number, sides, row_labels(grouping), listed.len(), regions.len())
        });
        Ok(Self {
            loaded,
            language,
            labels: labels(language),
            words: words(language),
            net,
            parameters: ParameterPlaces::new(baseline),
            kommuner: KommunPlaces::new(baseline, in_table),
            sides: sides.collect(),
            listed,
            regions,
            alternatives,
        })
    }

    pub(super) fn baseline(&self) -> &'run Baseline {
        self.loaded.model.baseline()
    }

    pub(super) fn is_national(&self) -> bool {
        self.baseline().is_national()
    }

    /// The places of today's sheet.
    pub(super) fn today(&self) -> &SidePlaces {
        &self.sides[0]
    }

    /// What heard how today's figures come about: every alternative heard the same.
    pub(super) fn trace(&self) -> Option<&Trace> {
        self.alternatives.first().map(|first| &first.trace)
    }

    /// Where the figures of the baseline were given.
    pub(super) fn places(&self) -> Option<&'run Places> {
        self.alternatives.first().map(|first| first.computed.places)
    }

    /// The sheet of the comparison.
    pub(super) fn comparison(&self) -> usize {
        TODAY + 1 + self.alternatives.len()
    }
}

impl Alternative<'_> {
    pub(super) fn side(&self, side: SideName) -> &SideResult {
        let figures = &self.computed.result.figures;
        match side {
            SideName::Before => &figures.before,
            SideName::Gross => &figures.after.gross,
            SideName::Net => figures.after.net.as_ref().unwrap_or(&figures.after.gross),
        }
    }

    pub(super) fn forbund(&self, side: SideName, row: &Row) -> Option<&ForbundResult> {
        self.side(side).of(&row.name)
    }

    /// What a kommun pays, if it takes part.
    pub(super) fn kommun(&self, kommunkod: Kommunkod) -> Option<&KommunResult> {
        self.computed.result.figures.kommuner.iter().find(|kommun| kommun.kommunkod == kommunkod)
    }

    /// What a region pays, if it takes part.
    pub(super) fn region(&self, name: &str) -> Option<&RegionResult> {
        self.computed.result.figures.regions.iter().find(|region| region.region == name)
    }
}

/// Whether a kommun belongs to the rest of the country.
pub(super) fn in_rest(baseline: &Baseline, kommun: KommunId) -> bool {
    match &baseline.basis {
        Basis::National { rest: Rest::AllOthers, .. } => true,
        Basis::National { rest: Rest::Listed(listed), .. } => listed.contains(&kommun),
        _ => false,
    }
}

/// The names of the rows, outside ones marked, each unlike the others.
fn row_labels(grouping: &Grouping) -> Vec<String> {
    let mut unique = Unique::default();
    let name = |row: &Row| if row.outside { format!("{} *", row.name) } else { row.name.clone() };
    grouping.rows().iter().map(|row| unique.label(&name(row))).collect()
}
