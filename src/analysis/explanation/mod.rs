//! How a figure of a result came about: a tree from the figure down to the cells and parameters that it rests on.
//!
//! Every amount in it was recorded by the model while it computed the scenario; here they are only put
//! beside each other, added and subtracted. [`Node::holds`] says whether a formula fits its children, and the tests ask
//! it of every figure of every example.

mod break_even;
mod contribution;
mod country;
mod delta;
mod kansli;
mod kept;
mod metric;
mod node;
mod origin;
mod places;
mod row;
pub(crate) mod trace;
mod what;
pub mod words;

use std::cell::OnceCell;

pub use metric::{MetricError, Question};
pub use node::{Exact, Formula, Node, Quantity, Unit};
pub use origin::{ColumnOrigin, Origin, Rule, SourceLocation};
pub use places::Places;
pub use what::{Breaking, Column, Field, Paid, Parameter, Party, Rounding, Scope, What, When};

use kansli::Kanslier;
use kept::Kept;
use metric::Figure;
use node::whole;
use trace::Trace;

use crate::analysis::result::ScenarioResult;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::allocation_base::Part;
use crate::model::baseline::{Baseline, Basis};
use crate::model::error::ModelError;
use crate::model::grouping::Grouping;
use crate::model::kommun::KommunId;
use crate::model::step::SideName;

/// A scenario whose figures can be explained.
#[derive(Debug)]
pub struct Explainer<'scenario> {
    scenario: &'scenario LoadedScenario,
    result: &'scenario ScenarioResult,
    places: &'scenario Places,
    trace: Trace,
    kept: Kept,
    kanslier: OnceCell<Kanslier>,
}

impl<'scenario> Explainer<'scenario> {
    /// Lets the scenario be computed once more, and listens.
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

    /// How a figure came about.
    ///
    /// # Errors
    /// If the metric is no figure of the result, or one that is not known or not computed.
    pub fn explain(&self, question: &Question) -> Result<Node, MetricError> {
        let kommuner = &self.baseline().kommuner;
        let path = question.path(self.result, kommuner).map_err(MetricError::Check)?;
        let figure = metric::figure(&path).ok_or(MetricError::NotComputed)?;
        let mut node = self.figure(&figure).ok_or(MetricError::NotComputed)?;
        self.kept.put_in(&mut node);
        Ok(node)
    }

    fn figure(&self, figure: &Figure) -> Option<Node> {
        match figure {
            Figure::Total(side, field) => self.total(*side, *field),
            Figure::Delta(net, field) => self.delta(*net, *field),
            Figure::BreakEven(breaking, net) => self.break_even(*breaking, *net),
            Figure::Engangskostnad => Some(self.engangskostnad()),
            Figure::Row(side, row, field) => self.row(*side, *row, *field),
            Figure::RowRegion(side, row, region) => self.row_region(*side, *row, *region),
            Figure::Kommun(kommun, paying) => self.kommun(*kommun, *paying),
            Figure::Region(region, paying) => self.region(*region, *paying),
        }
    }

    fn model(&self) -> &Model {
        &self.scenario.baseline.model
    }

    fn baseline(&self) -> &Baseline {
        self.model().baseline()
    }

    fn is_national(&self) -> bool {
        matches!(self.baseline().basis, Basis::National { .. })
    }

    fn grouping(&self, side: SideName) -> &Grouping {
        match side {
            SideName::Before => self.model().before(),
            SideName::Gross | SideName::Net => &self.scenario.after,
        }
    }

    fn row_name(&self, side: SideName, row: usize) -> String {
        self.grouping(side).rows()[row].name.clone()
    }

    fn kommun_name(&self, kommun: KommunId) -> String {
        self.baseline().kommuner.get(kommun).name.clone()
    }

    /// A figure of the kommun table.
    fn cell(&self, kommun: KommunId, column: Column) -> Node {
        let (of, figures) = (self.baseline().kommuner.get(kommun), self.baseline().figures.of(kommun));
        let (number, unit) = match column {
            Column::Befolkning => (whole(figures.befolkning_16_64), Unit::Inhabitants),
            Column::Folkmangd => (
                whole(figures.folkmangd.expect("a key by all inhabitants was checked for every row")),
                Unit::Inhabitants,
            ),
            Column::Forsorjningsmatt => (node::exact_decimal(figures.forsorjningsmatt), Unit::FullYears),
        };
        let what = What::KommunFigure { kommun: of.name.clone(), column };
        Node::given(what, Quantity::new(number, unit), Some(self.places.cell(of.kommunkod, column)))
    }

    /// A figure of several kommuner.
    fn cells(&self, what: What, kommuner: &[KommunId], column: Column) -> Node {
        let cells: Vec<Node> = kommuner.iter().map(|&kommun| self.cell(kommun, column)).collect();
        sum(what, column.unit(), cells)
    }

    fn base_grant(&self) -> Node {
        let value = Quantity::kronor(self.baseline().parameters.base_grant);
        Node::given(What::Parameter(Parameter::BaseGrant), value, Some(self.places.base_grant()))
    }

    fn weight(&self, part: Part) -> Node {
        let written = self.baseline().parameters.weights.written()[position(part)];
        let value = Quantity::new(node::exact_decimal(written), Unit::Share);
        Node::given(What::Parameter(Parameter::Weight(part)), value, Some(self.places.weights()))
    }

    fn funding(&self, party: Party) -> Node {
        let position = match party {
            Party::State => 0,
            Party::Region => 1,
            Party::Kommuner => 2,
        };
        let written = self.baseline().parameters.funding.written()[position];
        let value = Quantity::new(node::exact_decimal(written), Unit::Share);
        Node::given(What::Parameter(Parameter::Funding(party)), value, Some(self.places.funding(party)))
    }
}

/// A part's place in lists of both.
fn position(part: Part) -> usize {
    match part {
        Part::Forsorjningsmatt => 0,
        Part::Befolkning => 1,
    }
}

/// The sum of some figures.
fn sum(what: What, unit: Unit, parts: Vec<Node>) -> Node {
    let number: Exact = parts.iter().map(|part| &part.value.number).sum();
    Node::made(what, Quantity::new(number, unit), Formula::Sum, parts)
}

/// An amount in kronor less another.
fn difference(what: What, one: Node, other: Node) -> Node {
    let value = Quantity::new(&one.value.number - &other.value.number, one.value.unit);
    Node::made(what, value, Formula::Difference, vec![one, other])
}

/// The whole kronor that became of an exact amount: the amount itself, and what rounding added or took.
fn rounded(what: What, amount: Exact, exact: Node) -> Node {
    let left = &amount - &exact.value.number;
    let value = Quantity::new(amount, Unit::Kronor);
    if left == whole(0) {
        return Node { what, metric: None, value, ..exact };
    }
    let rounding = Rounding::Amount(Box::new(what.clone()));
    let rounding = Node::given(What::Rounding(rounding), Quantity::new(left, Unit::Kronor), None);
    Node::made(what, value, Formula::Sum, vec![exact, rounding.change()])
}
