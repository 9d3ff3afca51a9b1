//! A scenario whose figures can be explained, and the figures that were given.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use super::combine::sum;
use super::kept::Kept;
use super::node::Node;
use super::places::Places;
use super::quantity::{Quantity, Unit, exact_decimal, whole};
use super::trace::Trace;
use super::what::{Column, Parameter, Party, What};
use crate::analysis::result::ScenarioResult;
use crate::analysis::rulebook::outcome_of_year;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::allocation_base::Part;
use crate::model::baseline::Baseline;
use crate::model::error::ModelError;
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::KommunId;
use crate::model::row_id::RowId;
use crate::model::step::SideName;

/// What the kansli of each row is made of: nothing of a row that is not there, none where that is not known.
pub(super) type Costs = HashMap<RowId, Option<Vec<Node>>>;

/// A scenario whose figures can be explained.
#[derive(Debug)]
pub struct Explainer<'scenario> {
    pub(super) scenario: Cow<'scenario, LoadedScenario>,
    pub(super) result: &'scenario ScenarioResult,
    pub(super) places: Cow<'scenario, Places>,
    pub(super) trace: Trace,
    pub(super) kept: Kept,
    /// Of today, and afterwards.
    pub(super) kanslier: [OnceCell<Costs>; 2],
    /// The years before it in which decided money was shared that still holds.
    pub(super) earlier: Rc<BTreeMap<i64, Self>>,
    /// The parts of a year in which the grouping changes, in order of time; none where it does not.
    pub(super) parts: Vec<PartOfYear<'scenario>>,
    /// The rows of such a year.
    rows_of_year: Vec<Arc<Row>>,
    /// Whether it is a part of a year or an earlier one, whose figures are none of the result.
    pub(super) is_part: bool,
}

/// A part of a year in which the grouping is the same.
#[derive(Debug)]
pub(super) struct PartOfYear<'scenario> {
    /// Its first month and its last.
    pub(super) months: (u32, u32),
    /// What a whole year like that would come to.
    pub(super) explainer: Explainer<'scenario>,
}

impl<'scenario> Explainer<'scenario> {
    /// Computes the scenario once more and records the steps: where there is a path, of the year that it is of.
    ///
    /// # Errors
    /// None but those that the scenario had when it was computed first.
    pub fn new(
        scenario: &'scenario LoadedScenario,
        result: &'scenario ScenarioResult,
        places: &'scenario Places,
    ) -> Result<Self, ModelError> {
        let kept = Kept::default();
        let earlier = earlier(scenario, result, places, &kept)?;
        let mut explainer = Self::of(Cow::Borrowed(scenario), result, Cow::Borrowed(places), &kept, earlier)?;
        let Some(of_year) = scenario.year().filter(|of_year| of_year.spans.len() > 1) else {
            return Ok(explainer);
        };
        for span in 0..of_year.spans.len() {
            let part = scenario.of_span(of_year.year, span).zip(of_year.months(span));
            let (part, months) = part.expect("a part of the year");
            let earlier = explainer.earlier.clone();
            let part = Self::of(Cow::Owned(part), result, Cow::Borrowed(places), &kept, earlier)?;
            explainer.parts.push(PartOfYear { months, explainer: Self { is_part: true, ..part } });
        }
        let outcome = outcome_of_year(scenario, &of_year.spans)?;
        explainer.trace.take_year(&outcome, &scenario.after);
        explainer.rows_of_year = scenario.after.rows().iter().chain(&outcome.ended).cloned().collect();
        Ok(explainer)
    }

    /// A scenario with a single grouping.
    fn of(
        scenario: Cow<'scenario, LoadedScenario>,
        result: &'scenario ScenarioResult,
        places: Cow<'scenario, Places>,
        kept: &Kept,
        earlier: Rc<BTreeMap<i64, Self>>,
    ) -> Result<Self, ModelError> {
        let trace = Trace::of(&scenario)?;
        Ok(Self {
            scenario,
            result,
            places,
            trace,
            kept: kept.beside(),
            kanslier: Default::default(),
            earlier,
            parts: Vec::new(),
            rows_of_year: Vec::new(),
            is_part: false,
        })
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

    /// The rows of a side: of a year in which the grouping changes those at its end, and then those that ended in it.
    pub(super) fn rows(&self, side: SideName) -> &[Arc<Row>] {
        if side == SideName::Before || self.parts.is_empty() {
            self.grouping(side).rows()
        } else {
            &self.rows_of_year
        }
    }

    pub(super) fn row_name(&self, side: SideName, row: usize) -> String {
        self.rows(side)[row].name.clone()
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

/// The years in which decided money was shared over the kommuner that still holds in the year of a scenario.
fn earlier<'scenario>(
    scenario: &LoadedScenario,
    result: &'scenario ScenarioResult,
    places: &Places,
    kept: &Kept,
) -> Result<Rc<BTreeMap<i64, Explainer<'scenario>>>, ModelError> {
    let mut earlier = BTreeMap::new();
    let forbund = &scenario.baseline.model.baseline().forbund;
    let shared = forbund.iter().enumerate().filter(|(_, forbund)| forbund.parts.is_some());
    for since in shared.filter_map(|(position, _)| places.decided_since(position)) {
        let Some(of_year) = scenario.of_year(since).filter(|_| !earlier.contains_key(&since)) else {
            continue;
        };
        let (of_year, places) = (Cow::Owned(of_year), Cow::Owned(places.in_year(since)));
        let explainer = Explainer::of(of_year, result, places, kept, Rc::default())?;
        earlier.insert(since, Explainer { is_part: true, ..explainer });
    }
    Ok(Rc::new(earlier))
}
