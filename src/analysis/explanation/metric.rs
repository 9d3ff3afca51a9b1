//! Which figure of the result a metric means.

use super::what::{Beside, Breaking, Field, Worth};
use crate::analysis::check;
use crate::analysis::gross_and_net::side_after;
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
    /// What all insatser of a side cost; after the changes it is the same gross and net.
    AllInsatser(SideName),
    /// What all results of a side are worth to society.
    AllResults(SideName, Worth),
    /// A figure of the smallest förbund that bears a kansli.
    Size(Size),
}

/// A figure of the smallest förbund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Size {
    /// What the kansli costs.
    Kansli,
    /// The most of the income that it may take.
    MostShare,
    /// The fewest inhabitants.
    Smallest(SideName),
    /// Those of a förbund, by its place in the result.
    Inhabitants(SideName, usize),
    /// What the kansli would take of the income of a förbund.
    Share(SideName, usize),
}

/// Which contribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paying {
    On(SideName),
    PerInhabitant(SideName),
    Change(bool),
    /// What it gets back or gives beside that, which is the same gross and net; the balance is by the contribution of a side.
    Beside(Beside, SideName),
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
    /// It is a figure of all years together, which stands at the last year only.
    OfAllYears,
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

/// The sides by their paths.
const SIDES: [(SideName, &str); 3] =
    [(SideName::Before, "before"), (SideName::Gross, "after.gross"), (SideName::Net, "after.net")];

/// The figures of a sum by their paths in it.
const OF_TOTAL: [(Field, &str); 8] = [
    (Field::Forbund, "forbund"),
    (Field::State, "state"),
    (Field::Region, "region"),
    (Field::Kommuner, "kommuner"),
    (Field::Total, "total"),
    (Field::Kansli, "kansli"),
    (Field::Insatser, "insatser"),
    (Field::KansliShare, "kansli_share"),
];

/// The figures of a row by their paths in it.
const OF_ROW: [(Field, &str); 25] = [
    (Field::State, "state.total"),
    (Field::StateBase, "state.base"),
    (Field::BaseShare, "state.base_share"),
    (Field::StatePart(Part::Forsorjningsmatt), "state.forsorjningsmatt"),
    (Field::StatePart(Part::Befolkning), "state.befolkning"),
    (Field::Maximum, "state.maximum"),
    (Field::Unused, "state.unused"),
    (Field::Region, "region"),
    (Field::Kommuner, "kommuner"),
    (Field::Total, "total"),
    (Field::Kansli, "kansli"),
    (Field::Insatser, "insatser"),
    (Field::KrPerInhabitant, "kr_per_inhabitant"),
    (Field::InsatserPerInhabitant, "insatser_per_inhabitant"),
    (Field::KansliShare, "kansli_share"),
    (Field::InsatsCost, "insats_kostnad"),
    (Field::InsatsLeft, "insats_kvar"),
    (Field::PerFullYear, "kr_per_helarsekvivalent"),
    (Field::Worth(Worth::Cost), "society_value.kostnad"),
    (Field::Worth(Worth::Lowest), "society_value.low"),
    (Field::Worth(Worth::Highest), "society_value.high"),
    (Field::Worth(Worth::Shortest), "society_value.payback_months_shortest"),
    (Field::Worth(Worth::Longest), "society_value.payback_months_longest"),
    (Field::AllocationBase(Part::Forsorjningsmatt), "forsorjningsmatt"),
    (Field::AllocationBase(Part::Befolkning), "befolkning_16_64"),
];

/// The figures of break-even by their keys.
const OF_BREAK_EVEN: [(Breaking, &str); 3] = [
    (Breaking::SavingNeeded, "saving_needed"),
    (Breaking::PerForbund, "saving_needed_per_forbund"),
    (Breaking::PaybackYears, "payback_years"),
];

/// The contributions by their paths in a kommun or region.
const PAYING: [(Paying, &str); 17] = [
    (Paying::On(SideName::Before), "contribution_before"),
    (Paying::On(SideName::Gross), "contribution_after.gross"),
    (Paying::On(SideName::Net), "contribution_after.net"),
    (Paying::PerInhabitant(SideName::Before), "contribution_per_inhabitant_before"),
    (Paying::PerInhabitant(SideName::Gross), "contribution_per_inhabitant_after.gross"),
    (Paying::PerInhabitant(SideName::Net), "contribution_per_inhabitant_after.net"),
    (Paying::Change(false), "contribution_delta.gross"),
    (Paying::Change(true), "contribution_delta.net"),
    (Paying::Beside(Beside::Received, SideName::Before), "insats_received_before"),
    (Paying::Beside(Beside::Received, SideName::Gross), "insats_received_after"),
    (Paying::Beside(Beside::Payment, SideName::Before), "payment_before"),
    (Paying::Beside(Beside::Payment, SideName::Gross), "payment_after"),
    (Paying::Beside(Beside::Natura, SideName::Before), "natura_before"),
    (Paying::Beside(Beside::Natura, SideName::Gross), "natura_after"),
    (Paying::Beside(Beside::Balance, SideName::Before), "insats_balance_before"),
    (Paying::Beside(Beside::Balance, SideName::Gross), "insats_balance_after"),
    (Paying::Beside(Beside::Balance, SideName::Net), "insats_balance_after_net"),
];

fn find<Item: Copy>(list: &[(Item, &str)], path: &str) -> Option<Item> {
    list.iter().find(|(_, known)| *known == path).map(|(item, _)| *item)
}

/// The path of an item; a step on the way to a figure has none.
fn path_of<Item: Copy + PartialEq>(list: &[(Item, &'static str)], item: Item) -> &'static str {
    list.iter().find(|(known, _)| *known == item).map_or("", |(_, path)| path)
}

/// The figure at a whole path, if it is one that is computed.
pub(super) fn figure(path: &str) -> Option<Figure> {
    let steps: Vec<&str> = path.split('.').collect();
    let number = |step: &str| step.parse::<usize>().ok();
    let is_net = |side: &str| Some(side_after(side)? == SideName::Net);
    match steps.as_slice() {
        ["before", rest @ ..] => on_side(SideName::Before, rest),
        ["after", side, rest @ ..] => on_side(side_after(side)?, rest),
        ["delta", side, field] => Some(Figure::Delta(is_net(side)?, find(&OF_TOTAL, field)?)),
        ["break_even", "engangskostnad"] => Some(Figure::Engangskostnad),
        ["break_even", name, side] => Some(Figure::BreakEven(find(&OF_BREAK_EVEN, name)?, is_net(side)?)),
        ["insats", "before", "total", "kostnad"] => Some(Figure::AllInsatser(SideName::Before)),
        ["insats", "after", "total", "kostnad"] => Some(Figure::AllInsatser(SideName::Gross)),
        ["insats", side, "total", value @ ..] => match find(&OF_ROW, &value.join("."))? {
            Field::Worth(worth) if *side == "before" => Some(Figure::AllResults(SideName::Before, worth)),
            Field::Worth(worth) => Some(Figure::AllResults(SideName::Gross, worth)),
            _ => None,
        },
        ["smallest_forbund", rest @ ..] => Some(Figure::Size(size(rest)?)),
        ["kommuner", kommun, rest @ ..] => {
            Some(Figure::Kommun(number(kommun)?, find(&PAYING, &rest.join("."))?))
        }
        ["regions", region, rest @ ..] => {
            Some(Figure::Region(number(region)?, find(&PAYING, &rest.join("."))?))
        }
        _ => None,
    }
}

fn on_side(side: SideName, steps: &[&str]) -> Option<Figure> {
    match steps {
        ["total", field] => Some(Figure::Total(side, find(&OF_TOTAL, field)?)),
        ["forbund", row, "regions", region, "amount"] => {
            Some(Figure::RowRegion(side, row.parse().ok()?, region.parse().ok()?))
        }
        ["forbund", row, rest @ ..] => {
            Some(Figure::Row(side, row.parse().ok()?, find(&OF_ROW, &rest.join("."))?))
        }
        _ => None,
    }
}

/// A figure of the smallest förbund at a path below it.
fn size(steps: &[&str]) -> Option<Size> {
    let (side, rest) = match steps {
        ["kansli"] => return Some(Size::Kansli),
        ["most_share"] => return Some(Size::MostShare),
        ["before", rest @ ..] => (SideName::Before, rest),
        ["after", side, rest @ ..] => (side_after(side)?, rest),
        _ => return None,
    };
    match rest {
        ["inhabitants"] => Some(Size::Smallest(side)),
        ["forbund", forbund, "befolkning_16_64"] => Some(Size::Inhabitants(side, forbund.parse().ok()?)),
        ["forbund", forbund, "kansli_share"] => Some(Size::Share(side, forbund.parse().ok()?)),
        _ => None,
    }
}

/// The path of a figure.
pub(super) fn path(figure: &Figure) -> String {
    let on = |side: SideName| path_of(&SIDES, side);
    let redistribution = |net: bool| if net { "net" } else { "gross" };
    // What is beside the model is the same gross and net.
    let when = |side: SideName| if side == SideName::Before { "before" } else { "after" };
    match *figure {
        Figure::Total(side, field) => format!("{}.total.{}", on(side), path_of(&OF_TOTAL, field)),
        Figure::Delta(net, field) => format!("delta.{}.{}", redistribution(net), path_of(&OF_TOTAL, field)),
        Figure::BreakEven(breaking, net) => {
            format!("break_even.{}.{}", path_of(&OF_BREAK_EVEN, breaking), redistribution(net))
        }
        Figure::Engangskostnad => "break_even.engangskostnad".to_owned(),
        Figure::Row(side, row, field) => format!("{}.forbund.{row}.{}", on(side), path_of(&OF_ROW, field)),
        Figure::RowRegion(side, row, region) => {
            format!("{}.forbund.{row}.regions.{region}.amount", on(side))
        }
        Figure::Kommun(kommun, paying) => format!("kommuner.{kommun}.{}", path_of(&PAYING, paying)),
        Figure::AllInsatser(side) => format!("insats.{}.total.kostnad", when(side)),
        Figure::AllResults(side, worth) => {
            format!("insats.{}.total.{}", when(side), path_of(&OF_ROW, Field::Worth(worth)))
        }
        Figure::Size(asked) => match asked {
            Size::Kansli => "smallest_forbund.kansli".to_owned(),
            Size::MostShare => "smallest_forbund.most_share".to_owned(),
            Size::Smallest(side) => format!("smallest_forbund.{}.inhabitants", on(side)),
            Size::Inhabitants(side, forbund) => {
                format!("smallest_forbund.{}.forbund.{forbund}.befolkning_16_64", on(side))
            }
            Size::Share(side, forbund) => {
                format!("smallest_forbund.{}.forbund.{forbund}.kansli_share", on(side))
            }
        },
        Figure::Region(region, paying) => format!("regions.{region}.{}", path_of(&PAYING, paying)),
    }
}
