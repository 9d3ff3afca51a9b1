//! A scenario whose figures can be explained, and the figures that were given.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::combine::sum;
use super::kept::Kept;
use super::node::Node;
use super::places::Places;
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::trace::Trace;
use super::what::{Column, Parameter, Party, What};
use crate::analysis::result::ScenarioResult;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::allocation_base::Part;
use crate::model::baseline::Baseline;
use crate::model::error::ModelError;
use crate::model::grouping::Grouping;
use crate::model::kommun::KommunId;
use crate::model::row_id::RowId;
use crate::model::step::SideName;

/// What the kansli of each row is made of: nothing of a row that is not there, none where that is not known.
pub(super) type Costs = HashMap<RowId, Option<Vec<Node>>>;

/// A scenario whose figures can be explained.
#[derive(Debug)]
pub struct Explainer<'scenario> {
    pub(super) scenario: &'scenario LoadedScenario,
    pub(super) result: &'scenario ScenarioResult,
    pub(super) places: &'scenario Places,
    pub(super) trace: Trace,
    pub(super) kept: Kept,
    pub(super) kanslier: OnceCell<Costs>,
}

impl<'scenario> Explainer<'scenario> {
    /// Computes the scenario once more and records the steps.
    ///
    /// # Errors
    /// None but those that the scenario had when it was computed first.
    pub fn new(
        scenario: &'scenario LoadedScenario,
        result: &'scenario ScenarioResult,
        places: &'scenario Places,
    ) -> Result<Self, ModelError> {
        let trace = Trace::of(scenario)?;
        Ok(Self { scenario, result, places, trace, kept: Kept::default(), kanslier: OnceCell::new() })
    }

    pub(super) fn model(&self) -> &Model {
        &self.scenario.baseline.model
    }

    pub(super) fn baseline(&self) -> &Baseline {
        self.model().baseline()
    }

    pub(super) fn is_national(&self) -> bool {
        self.baseline().is_national()
    }

    pub(super) fn grouping(&self, side: SideName) -> &Grouping {
        match side {
            SideName::Before => self.model().before(),
            SideName::Gross | SideName::Net => &self.scenario.after,
        }
    }

    pub(super) fn row_name(&self, side: SideName, row: usize) -> String {
        self.grouping(side).rows()[row].name.clone()
    }

    pub(super) fn kommun_name(&self, kommun: KommunId) -> String {
        self.baseline().kommuner.get(kommun).name.clone()
    }

    /// A figure of the kommun table.
    pub(super) fn cell(&self, kommun: KommunId, column: Column) -> Node {
        let (of, figures) = (self.baseline().kommuner.get(kommun), self.baseline().figures.of(kommun));
        let (number, unit) = match column {
            Column::Befolkning => (whole(figures.befolkning_16_64), Unit::Inhabitants),
            Column::Folkmangd => (
                whole(figures.folkmangd.expect("a key by all inhabitants was checked for every row")),
                Unit::Inhabitants,
            ),
            Column::Forsorjningsmatt => (exact_decimal(figures.forsorjningsmatt), Unit::FullYears),
        };
        let what = What::KommunFigure { kommun: of.name.clone(), column };
        Node::given(what, Quantity::new(number, unit), Some(self.places.cell(of.kommunkod, column)))
    }

    /// A figure of several kommuner.
    pub(super) fn cells(&self, what: What, kommuner: &[KommunId], column: Column) -> Node {
        let cells: Vec<Node> = kommuner.iter().map(|&kommun| self.cell(kommun, column)).collect();
        sum(what, column.unit(), cells)
    }

    pub(super) fn base_grant(&self) -> Node {
        let value = Quantity::kronor(self.baseline().parameters.base_grant);
        Node::given(What::Parameter(Parameter::BaseGrant), value, Some(self.places.base_grant()))
    }

    pub(super) fn weight(&self, part: Part) -> Node {
        let written = self.baseline().parameters.weights.written()[part as usize];
        let value = Quantity::new(exact_decimal(written), Unit::Share);
        Node::given(What::Parameter(Parameter::Weight(part)), value, Some(self.places.weights()))
    }

    pub(super) fn funding(&self, party: Party) -> Node {
        let written = self.baseline().parameters.funding.written()[party as usize];
        let value = Quantity::new(exact_decimal(written), Unit::Share);
        Node::given(What::Parameter(Parameter::Funding(party)), value, Some(self.places.funding(party)))
    }
}
