//! Which figure of the result a metric means.

use super::what::{Breaking, Field};
use crate::analysis::check;
use crate::analysis::gross_and_net::side_after as after;
use crate::analysis::result::ScenarioResult;
use crate::diagnostic::CheckProblem;
use crate::input::scenario::CheckRow;
use crate::model::allocation_base::Part;
use crate::model::kommun::Kommuner;
use crate::model::step::SideName;

/// A figure of the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Figure {
    /// A sum of a side.
    Total(SideName, Field),
    /// The difference of two.
    Delta(bool, Field),
    /// A figure of a row.
    Row(SideName, usize, Field),
    /// A figure of break-even.
    BreakEven(Breaking, bool),
    /// What the changes cost once.
    Engangskostnad,
    /// What one of the regions pays to a row.
    RowRegion(SideName, usize, usize),
    /// What a kommun pays, by its place in the result.
    Kommun(usize, Paying),
    /// What a region pays, by its place in the result.
    Region(usize, Paying),
}

/// Which contribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paying {
    On(SideName),
    Change(bool),
}

/// Which figure is to be explained.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The path into the result, or into a row.
    pub metric: String,
    /// The row.
    pub row: Option<CheckRow>,
    /// Whether the row's net figure is meant.
    pub net: bool,
}

/// Why a metric cannot be explained.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MetricError {
    /// It is no figure of the result, or not known: as a check would say.
    Check(CheckProblem),
    /// It is a figure that nothing is computed of.
    NotComputed,
}

impl Question {
    /// The whole path of the figure in the result.
    ///
    /// # Errors
    /// If there is no such figure, or it is not known.
    pub(super) fn path(&self, result: &ScenarioResult, kommuner: &Kommuner) -> Result<String, CheckProblem> {
        check::full_path(&self.metric, self.row.as_ref(), self.net, result, kommuner)
    }
}

/// The figure at a whole path, if it is one that is computed.
pub(super) fn figure(path: &str) -> Option<Figure> {
    let steps: Vec<&str> = path.split('.').collect();
    let number = |step: &str| step.parse::<usize>().ok();
    match steps.as_slice() {
        ["before", "total", field] => Some(Figure::Total(SideName::Before, total_field(field)?)),
        ["after", side, "total", field] => Some(Figure::Total(after(side)?, total_field(field)?)),
        ["delta", side, field] => Some(Figure::Delta(after(side)? == SideName::Net, total_field(field)?)),
        ["before", "forbund", row, rest @ ..] => in_row(SideName::Before, number(row)?, rest),
        ["after", side, "forbund", row, rest @ ..] => in_row(after(side)?, number(row)?, rest),
        ["break_even", "engangskostnad"] => Some(Figure::Engangskostnad),
        ["break_even", name, side] => Some(Figure::BreakEven(breaking(name)?, after(side)? == SideName::Net)),
        ["kommuner", kommun, rest @ ..] => Some(Figure::Kommun(number(kommun)?, paying(rest)?)),
        ["regions", region, rest @ ..] => Some(Figure::Region(number(region)?, paying(rest)?)),
        _ => None,
    }
}

/// The path of a figure.
pub(super) fn path(figure: &Figure) -> String {
    match figure {
        Figure::Total(side, field) => format!("{}.total.{}", side_path(*side), field_path(*field)),
        Figure::Delta(net, field) => {
            format!("delta.{}.{}", redistribution(*net), field_path(*field))
        }
        Figure::BreakEven(breaking, net) => {
            format!("break_even.{}.{}", breaking_path(*breaking), redistribution(*net))
        }
        Figure::Engangskostnad => "break_even.engangskostnad".to_owned(),
        Figure::Row(side, row, field) => format!("{}.forbund.{row}.{}", side_path(*side), row_path(*field)),
        Figure::RowRegion(side, row, region) => {
            format!("{}.forbund.{row}.regions.{region}.amount", side_path(*side))
        }
        Figure::Kommun(kommun, paying) => format!("kommuner.{kommun}.{}", paying_path(*paying)),
        Figure::Region(region, paying) => format!("regions.{region}.{}", paying_path(*paying)),
    }
}

fn redistribution(net: bool) -> &'static str {
    if net { "net" } else { "gross" }
}

fn breaking(name: &str) -> Option<Breaking> {
    let figures = [Breaking::SavingNeeded, Breaking::PerForbund, Breaking::PaybackYears];
    figures.into_iter().find(|breaking| breaking_path(*breaking) == name)
}

fn breaking_path(breaking: Breaking) -> &'static str {
    match breaking {
        Breaking::SavingNeeded => "saving_needed",
        Breaking::PerForbund => "saving_needed_per_forbund",
        Breaking::PaybackYears => "payback_years",
        // A step on the way has no path.
        Breaking::FewerForbund | Breaking::LostIncome => "",
    }
}

fn side_path(side: SideName) -> &'static str {
    match side {
        SideName::Before => "before",
        SideName::Gross => "after.gross",
        SideName::Net => "after.net",
    }
}

fn total_field(name: &str) -> Option<Field> {
    let fields = [
        Field::Forbund,
        Field::State,
        Field::Region,
        Field::Kommuner,
        Field::Total,
        Field::Kansli,
        Field::Insatser,
    ];
    fields.into_iter().find(|field| field_path(*field) == name)
}

fn in_row(side: SideName, row: usize, rest: &[&str]) -> Option<Figure> {
    if let ["regions", region, "amount"] = rest {
        return Some(Figure::RowRegion(side, row, region.parse().ok()?));
    }
    let fields = [
        Field::State,
        Field::StateBase,
        Field::StatePart(Part::Forsorjningsmatt),
        Field::StatePart(Part::Befolkning),
        Field::Region,
        Field::Kommuner,
        Field::Total,
        Field::Kansli,
        Field::Insatser,
        Field::KrPerInhabitant,
        Field::AllocationBase(Part::Forsorjningsmatt),
        Field::AllocationBase(Part::Befolkning),
    ];
    let name = rest.join(".");
    let field = fields.into_iter().find(|field| row_path(*field) == name)?;
    Some(Figure::Row(side, row, field))
}

fn field_path(field: Field) -> &'static str {
    match field {
        Field::Forbund => "forbund",
        Field::State => "state",
        other => row_path(other),
    }
}

fn row_path(field: Field) -> &'static str {
    match field {
        // A row does not count förbund; that has a path in sums only.
        Field::Forbund => "",
        Field::State => "state.total",
        Field::StateBase => "state.base",
        Field::StatePart(Part::Forsorjningsmatt) => "state.forsorjningsmatt",
        Field::StatePart(Part::Befolkning) => "state.befolkning",
        Field::Region => "region",
        Field::Kommuner => "kommuner",
        Field::Total => "total",
        Field::Kansli => "kansli",
        Field::Insatser => "insatser",
        Field::KrPerInhabitant => "kr_per_inhabitant",
        Field::AllocationBase(Part::Forsorjningsmatt) => "forsorjningsmatt",
        Field::AllocationBase(Part::Befolkning) => "befolkning_16_64",
    }
}

fn paying(rest: &[&str]) -> Option<Paying> {
    match rest {
        ["contribution_before"] => Some(Paying::On(SideName::Before)),
        ["contribution_after", side] => Some(Paying::On(after(side)?)),
        ["contribution_delta", side] => Some(Paying::Change(after(side)? == SideName::Net)),
        _ => None,
    }
}

fn paying_path(paying: Paying) -> &'static str {
    match paying {
        Paying::On(SideName::Before) => "contribution_before",
        Paying::On(SideName::Gross) => "contribution_after.gross",
        Paying::On(SideName::Net) => "contribution_after.net",
        Paying::Change(false) => "contribution_delta.gross",
        Paying::Change(true) => "contribution_delta.net",
    }
}
