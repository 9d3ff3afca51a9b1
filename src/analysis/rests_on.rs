//! What the figures of a result rest on that nobody has published: a försörjningsmått that was derived, and kansli costs
//! that are examples. Said of a figure only where it is true of it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use super::assumption::Assumption;
use super::criteria::KeyName;
use super::gross_and_net::side_after;
use super::result::{BasisName, ForbundResult, KommunResult, ScenarioResult, Total};
use super::stance::PartyKind;
use crate::catalogue::{Described, Shape};
use crate::input::further_columns::IndicatorWeight;
use crate::model::kansli::SplitBy;
use crate::model::key::Key;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::model::step::SideName;

/// Whether the försörjningsmått of the kommuner was derived.
#[must_use]
pub fn has_derived_forsorjningsmatt(result: &ScenarioResult) -> bool {
    result.assumptions.iter().any(
        |assumption| matches!(assumption, Assumption::Derived { column, .. } if column == "forsorjningsmatt"),
    )
}

/// Which figures of a result rest on a derived försörjningsmått. The result is looked through once, and every path
/// once, however many figures are asked for.
pub struct Derived<'result> {
    /// None does where the försörjningsmått of no kommun was derived.
    dependence: Option<Dependence<'result>>,
    known: RefCell<HashMap<String, bool>>,
}

impl<'result> Derived<'result> {
    /// Those of this result.
    #[must_use]
    pub fn of(result: &'result ScenarioResult) -> Self {
        let dependence = has_derived_forsorjningsmatt(result).then(|| Dependence::new(result));
        Self { dependence, known: RefCell::default() }
    }

    /// Whether the figure at a path into the result is one.
    #[must_use]
    pub fn is_below(&self, path: &str) -> bool {
        let Some(dependence) = &self.dependence else { return false };
        if let Some(&known) = self.known.borrow().get(path) {
            return known;
        }
        let moves = dependence.moves(path);
        self.known.borrow_mut().insert(path.to_owned(), moves);
        moves
    }
}

/// Whether the alternative changes what the kanslier cost, and the change is one from or to an example.
#[must_use]
pub fn changes_illustrative_kansli(result: &ScenarioResult) -> bool {
    let changes = result.figures.delta.gross.kansli.is_some_and(|change| change.get() != 0);
    changes && result.illustrative_kansli.any()
}

/// Whether some figures of the result rest on kansli costs that are examples: those of today, or what changes them.
#[must_use]
pub fn shows_illustrative_kansli(result: &ScenarioResult) -> bool {
    result.illustrative_kansli.today || changes_illustrative_kansli(result)
}

/// Which figures of a result another försörjningsmått would move, by more than the krona of a rounding.
///
/// On the national basis it shares out the appropriation, so it moves the money of every row. On the calibrated one it
/// only divides decided amounts within a förbund, so it moves a row that has a part of one.
struct Dependence<'result> {
    result: &'result ScenarioResult,
    /// Whether the same kommuner are there before and after, so that what they bring is in both sums.
    same_kommuner: bool,
    /// Whether net and gross are the same, as the number of förbund and the country's sums are.
    same_rates: bool,
    /// Whether decided amounts are scaled, net, by what kommuner of a förbund that others stay in took along.
    scale_moves: bool,
    /// The row of each kommun on each side.
    rows_of: [HashMap<Kommunkod, usize>; 3],
}

impl<'result> Dependence<'result> {
    fn new(result: &'result ScenarioResult) -> Self {
        let figures = &result.figures;
        let changes_country = |one: &Assumption| match one {
            Assumption::Joined { entering, .. } => !entering.is_empty(),
            Assumption::Left { .. } | Assumption::Elsewhere { .. } => true,
            _ => false,
        };
        let mut dependence = Self {
            result,
            rows_of: Default::default(),
            same_kommuner: kommuner(&figures.before.forbund) == kommuner(&figures.after.gross.forbund),
            same_rates: figures.delta.gross.forbund == 0 && !result.assumptions.iter().any(changes_country),
            scale_moves: false,
        };
        dependence.rows_of = [SideName::Before, SideName::Gross, SideName::Net].map(|side| {
            let rows = dependence.rows(side).iter().enumerate();
            rows.flat_map(|(place, row)| row.members.iter().map(move |member| (*member, place))).collect()
        });
        // What those who leave had of decided amounts is shared by all, net.
        let leaves = result.assumptions.iter().any(|one| matches!(one, Assumption::Left { .. }));
        let after = kommuner(&figures.after.gross.forbund);
        dependence.scale_moves = leaves && !dependence.is_national() && dependence.of_income(&after);
        dependence
    }

    /// Whether all state money is computed by the formula.
    fn is_national(&self) -> bool {
        self.result.head.basis == BasisName::National
    }

    /// Whether the kommuner of a förbund pay by it.
    fn kommuner_pay_by_it(&self) -> bool {
        self.assumes(|one| matches!(one, Assumption::KommunKey { key: Key::Forsorjningsmatt }))
    }

    /// Whether the regions of a förbund pay by it.
    fn regions_pay_by_it(&self) -> bool {
        self.assumes(|one| matches!(one, Assumption::RegionKey { key: Key::Forsorjningsmatt }))
    }

    fn assumes(&self, is_one: impl Fn(&Assumption) -> bool) -> bool {
        self.result.assumptions.iter().any(is_one)
    }

    /// Whether the figure at a path would move.
    fn moves(&self, path: &str) -> bool {
        let steps: Vec<&str> = path.split('.').collect();
        if self.scale_moves && self.is_net_income(&steps) {
            return true;
        }
        match steps.as_slice() {
            ["before", rest @ ..] => self.of_side(SideName::Before, rest),
            ["after", side, rest @ ..] => side_after(side).is_some_and(|side| self.of_side(side, rest)),
            ["delta", side, figure] => self.of_delta(side, figure),
            ["break_even", "saving_needed" | "saving_needed_per_forbund" | "payback_years", side] => {
                self.of_delta(side, "total")
            }
            ["kommuner", position, rest @ ..] => {
                at(&self.result.figures.kommuner, position).is_some_and(|kommun| {
                    let on = |side| self.of_contribution(kommun, side);
                    of_paid(rest, on, |side| self.of_change(kommun, side))
                })
            }
            ["regions", position, rest @ ..] => self.of_region(position, rest),
            // How large the smallest must be follows from sums that no kommun's figure changes.
            ["smallest_forbund", side @ .., "forbund", position, "kansli_share"] => {
                let side = match side {
                    ["after", side] => side_after(side),
                    _ => Some(SideName::Before),
                };
                side.and_then(|side| at(self.rows(side), position)).is_some_and(|row| self.of_money(row))
            }
            ["criteria", side, "forbund", forbund, rest @ ..] => self.of_criterion(side, forbund, rest),
            ["criteria", "keys", key, "kommuner", kommun, rest @ ..] => self.of_key(key, kommun, rest),
            ["positions", "parties", party, "remedy", rest @ ..] => self.of_remedy(party, rest),
            _ => false,
        }
    }

    /// Whether the figure at a path is made of income, net.
    fn is_net_income(&self, steps: &[&str]) -> bool {
        match steps {
            ["after", "net", "total", figure] | ["delta", "net", figure] => is_income(&Total::SHAPE, figure),
            // A share in percent moves by less than its decimals show.
            ["after", "net", "forbund", _, rest @ ..] => {
                const OTHERS: [&str; 8] = [
                    "befolkning_16_64", "kansli", "kansli_share", "tjanster", "eget_kapital", "overfort",
                    "ovriga_intakter", "insats_kostnad",
                ];
                match rest {
                    [key] => !OTHERS.contains(key),
                    rest => !matches!(rest, ["state", "base" | "base_share"] | ["society_value", _]),
                }
            }
            // Who leaves pays nothing then.
            ["kommuner", kommun, _, "net"] | ["criteria", "keys", _, "kommuner", kommun, _, "net"] => {
                at(&self.result.figures.kommuner, kommun).is_some_and(|kommun| kommun.forbund_after.is_some())
            }
            ["break_even", _, "net"]
            | ["regions", _, _, "net"]
            | ["smallest_forbund", "after", "net", "inhabitants"] => true,
            _ => false,
        }
    }

    fn of_side(&self, side: SideName, steps: &[&str]) -> bool {
        match steps {
            // No kansli is no share of any income.
            ["total", "kansli_share"] => {
                let inside = self.rows(side).iter().filter(|row| !row.outside);
                let costs = inside.clone().any(|row| row.kansli != Some(Kronor::ZERO));
                costs && self.of_income(&kommuner(inside))
            }
            ["total", figure] => is_income(&Total::SHAPE, figure) && self.of_total(side),
            ["forbund", position, rest @ ..] => at(self.rows(side), position).is_some_and(|row| match rest {
                ["forsorjningsmatt" | "kr_per_helarsekvivalent"] => true,
                ["kansli" | "tjanster"] => self.of_kansli(row, side),
                ["insatser" | "insatser_per_inhabitant" | "insatser_available"] => {
                    self.of_money(row) || self.of_kansli(row, side)
                }
                // No kansli is no share of any income.
                ["kansli_share"] => {
                    row.kansli != Some(Kronor::ZERO) && (self.of_money(row) || self.of_kansli(row, side))
                }
                // An outside row has no base grant.
                ["state", "base_share"] => row.state.base != Kronor::ZERO && self.of_money(row),
                ["regions", _, "amount"] => {
                    self.of_money(row) || self.regions_pay_by_it() && row.regions.len() > 1
                }
                ["state", "maximum"] => row.state.maximum.is_some(),
                ["state", "unused"] => row.state.unused.is_some_and(|unused| unused != Kronor::ZERO),
                figure => is_income(&ForbundResult::SHAPE, &figure.join(".")) && self.of_money(row),
            }),
            _ => false,
        }
    }

    /// The sum of a side: on the calibrated basis all parts of the decided amounts are in it.
    fn of_total(&self, side: SideName) -> bool {
        self.is_national() || (side != SideName::Before && self.others_take_part())
    }

    /// A base grant more or less is the same whatever the försörjningsmått, and gross nothing else changes.
    fn of_delta(&self, side: &str, figure: &str) -> bool {
        if figure == "kansli_share" {
            let after = side_after(side).filter(|after| !self.is_unchanged(*after));
            return after.is_some_and(|after| {
                [after, SideName::Before].into_iter().any(|side| self.of_side(side, &["total", figure]))
            });
        }
        is_income(&Total::SHAPE, figure)
            && match side {
                "net" => self.others_take_part() || (self.is_national() && !self.same_rates),
                _ => self.others_take_part(),
            }
    }

    /// Whether a side after has the same kommuner, kanslier and money as before.
    fn is_unchanged(&self, after: SideName) -> bool {
        let figures = &self.result.figures;
        self.same_kommuner && figures.side(after).is_some_and(|after| after.total == figures.before.total)
    }

    /// Whether other kommuner take part after than before, and their income is not that of whole förbund.
    fn others_take_part(&self) -> bool {
        !self.same_kommuner && self.of_income(&kommuner(&self.result.figures.after.gross.forbund))
    }

    /// The income of a row.
    fn of_money(&self, row: &ForbundResult) -> bool {
        self.of_income(&kommuner([row]))
    }

    /// What some kommuner bring together: on the calibrated basis all that whole förbund of today have.
    fn of_income(&self, members: &BTreeSet<Kommunkod>) -> bool {
        let today = &self.result.figures.before.forbund;
        let mut inside: HashMap<usize, usize> = HashMap::new();
        for place in members.iter().filter_map(|member| self.rows_of[SideName::Before as usize].get(member)) {
            *inside.entry(*place).or_default() += 1;
        }
        let is_whole = inside.into_iter().all(|(place, inside)| inside == today[place].members.len());
        self.is_national() || !is_whole
    }

    /// The kansli of a row: only a shared one that is divided by income.
    fn of_kansli(&self, row: &ForbundResult, side: SideName) -> bool {
        let is_today = side == SideName::Before;
        let shared = self.result.assumptions.iter().filter_map(|assumption| match assumption {
            Assumption::KansliSharedToday { forbund, split_by: SplitBy::Budget, lasts, .. } => {
                (is_today || *lasts).then_some(forbund)
            }
            Assumption::KansliShared { forbund, split_by: SplitBy::Budget, .. }
            | Assumption::KansliItemsShared { forbund, split_by: SplitBy::Budget, .. }
            | Assumption::KansliSharedStill { forbund, split_by: SplitBy::Budget, .. } => {
                (!is_today).then_some(forbund)
            }
            _ => None,
        });
        let of_shared = |forbund: &Vec<String>| {
            let incomes = if is_today { side } else { SideName::Gross };
            let takers = self.rows(incomes).iter().filter(|taker| forbund.contains(&taker.name));
            forbund.len() > 1
                && forbund.contains(&row.name)
                && takers.into_iter().any(|taker| self.of_money(taker))
        };
        shared.into_iter().any(of_shared)
    }

    fn of_contribution(&self, kommun: &KommunResult, side: SideName) -> bool {
        self.row_of(kommun.kommunkod, side)
            .is_some_and(|row| self.of_money(row) || (self.kommuner_pay_by_it() && row.members.len() > 1))
    }

    /// What a kommun pays more or less than today.
    fn of_change(&self, kommun: &KommunResult, side: SideName) -> bool {
        let paid = [SideName::Before, side].map(|side| self.of_contribution(kommun, side));
        paid.contains(&true) && !(self.stays(kommun) && self.is_at_todays_rates(side))
    }

    /// Whether a kommun shares with the same others before and after.
    fn stays(&self, kommun: &KommunResult) -> bool {
        let members = |side| self.row_of(kommun.kommunkod, side).map(|row| (&row.members, row.outside));
        members(SideName::Before) == members(SideName::Gross)
    }

    fn is_at_todays_rates(&self, side: SideName) -> bool {
        side == SideName::Gross || self.same_rates
    }

    fn of_region(&self, position: &str, steps: &[&str]) -> bool {
        let Some(region) = at(&self.result.figures.regions, position) else { return false };
        let of_side = |side: SideName| {
            let rows = || self.rows(side).iter().filter(|row| has_region(row, &region.region));
            if rows().all(|row| row.regions.len() == 1) {
                return self.of_income(&kommuner(rows()));
            }
            self.regions_pay_by_it() || rows().any(|row| self.of_money(row))
        };
        of_paid(steps, of_side, |side| {
            let paid = of_side(SideName::Before) || of_side(side);
            paid && !(self.is_at_todays_rates(side) && self.only_base_grants(&region.region))
        })
    }

    /// Whether a region pays more or less, gross, only by what base grants come or go: all rows that change and have
    /// kommuner of it have no others, and they are the same kommuner before and after.
    fn only_base_grants(&self, region: &str) -> bool {
        let changed = |side: SideName, other: SideName| {
            let others = self.rows(other);
            let is_kept = |row: &ForbundResult| {
                others.iter().any(|one| (&one.members, one.outside) == (&row.members, row.outside))
            };
            self.rows(side).iter().filter(move |row| !is_kept(row) && has_region(row, region))
        };
        let before = || changed(SideName::Before, SideName::Gross);
        let after = || changed(SideName::Gross, SideName::Before);
        before().chain(after()).all(|row| row.regions.len() == 1) && kommuner(before()) == kommuner(after())
    }

    fn of_criterion(&self, side: &str, forbund: &str, steps: &[&str]) -> bool {
        let criteria = &self.result.figures.criteria;
        let side = if side == "before" { &criteria.before } else { &criteria.after };
        let Some(forbund) = at(&side.forbund, forbund) else { return false };
        match steps {
            ["largest_kommun" | "smallest_kommun", "share_of_contributions"] => {
                self.kommuner_pay_by_it() && forbund.kommuner > 1
            }
            ["indicators", position, "value"] => at(&forbund.indicators, position)
                .is_some_and(|indicator| indicator.weight == IndicatorWeight::Forsorjningsmatt),
            _ => false,
        }
    }

    /// What a kommun would pay under a key.
    fn of_key(&self, key: &str, kommun: &str, steps: &[&str]) -> bool {
        let keys = &self.result.figures.criteria.keys;
        let Some(key) = at(keys, key) else { return false };
        let Some(kommun) = at(&key.kommuner, kommun) else { return false };
        let under = |side: SideName| {
            self.row_of(kommun.kommunkod, side).is_some_and(|row| {
                self.of_money(row) || (key.key == KeyName::Forsorjningsmatt && row.members.len() > 1)
            })
        };
        let kommuner = &self.result.figures.kommuner;
        let Some(pays) = kommuner.iter().find(|one| one.kommunkod == kommun.kommunkod) else { return false };
        of_paid(steps, under, |side| {
            if key.in_use {
                return self.of_change(pays, side);
            }
            under(side) || self.of_contribution(pays, SideName::Before)
        })
    }

    /// What would help a party that blocks the alternative. What is zero is so whatever the figures are.
    fn of_remedy(&self, party: &str, steps: &[&str]) -> bool {
        let positions = self.result.stance.as_ref().map(|stance| &stance.result);
        let Some(party) = positions.and_then(|positions| at(&positions.parties, party)) else { return false };
        let Some(remedy) = &party.remedy else { return false };
        let (remedy, steps, after, key) = match steps {
            ["net", steps @ ..] => (remedy.net.as_ref(), steps, SideName::Net, "net"),
            steps => (Some(&remedy.gross), steps, SideName::Gross, "gross"),
        };
        let Some(remedy) = remedy else { return false };
        let (contribution, change) = (["contribution_after", key], ["contribution_delta", key]);
        let paid: &[&str] = match steps {
            ["contribution_before"] => &["contribution_before"],
            ["contribution_after"] => &contribution,
            ["must_sink"] if remedy.must_sink > Kronor::ZERO => &change,
            ["others_carry"] if remedy.others_carry > Kronor::ZERO => &change,
            _ => &[],
        };
        if party.kind == PartyKind::Region {
            let place = self.result.figures.regions.iter().position(|region| region.region == party.party);
            return place.is_some_and(|place| self.of_region(&place.to_string(), paid));
        }
        let mut kommuner = self.result.figures.kommuner.iter();
        let Some(kommun) = kommuner.find(|kommun| kommun.kommun == party.party) else { return false };
        let of_insatser = |side: SideName| {
            self.row_of(kommun.kommunkod, side)
                .is_some_and(|row| self.of_money(row) || self.of_kansli(row, side))
        };
        match steps {
            ["insatser", "per_inhabitant_before"] => of_insatser(SideName::Before),
            ["insatser", "per_inhabitant_after"] => of_insatser(after),
            ["insatser", "must_cost_less"] => {
                remedy.insatser.as_ref().is_some_and(|insatser| insatser.must_cost_less > Kronor::ZERO)
                    && [SideName::Before, after].into_iter().any(of_insatser)
            }
            ["insatser", "kansli_after"] => {
                let row = self.row_of(kommun.kommunkod, after);
                row.is_some_and(|row| self.of_kansli(row, after))
            }
            _ => {
                let on = |side| self.of_contribution(kommun, side);
                of_paid(paid, on, |side| self.of_change(kommun, side))
            }
        }
    }

    fn rows(&self, side: SideName) -> &[ForbundResult] {
        self.result.figures.side(side).map_or(&[], |side| &side.forbund)
    }

    fn row_of(&self, kommunkod: Kommunkod, side: SideName) -> Option<&ForbundResult> {
        let place = self.rows_of[side as usize].get(&kommunkod);
        place.map(|&place| &self.rows(side)[place])
    }
}

/// Whether what is paid on a side would move, or what is paid more or less than today.
fn of_paid(steps: &[&str], on: impl Fn(SideName) -> bool, change: impl Fn(SideName) -> bool) -> bool {
    match steps {
        ["contribution_before" | "contribution_per_inhabitant_before"] => on(SideName::Before),
        ["contribution_after" | "contribution_per_inhabitant_after", side] => {
            side_after(side).is_some_and(on)
        }
        ["contribution_delta" | "change_from_today", side] => side_after(side).is_some_and(change),
        _ => false,
    }
}

/// Whether a figure is made of income.
fn is_income(shape: &Shape, figure: &str) -> bool {
    shape.find(figure).is_some_and(|found| found.is_income)
}

/// An item of a list by its position in a path.
fn at<'list, Item>(list: &'list [Item], position: &str) -> Option<&'list Item> {
    list.get(position.parse::<usize>().ok()?)
}

fn has_region(row: &ForbundResult, region: &str) -> bool {
    row.regions.iter().any(|amount| amount.region == region)
}

fn kommuner<'rows>(rows: impl IntoIterator<Item = &'rows ForbundResult>) -> BTreeSet<Kommunkod> {
    rows.into_iter().flat_map(|row| row.members.iter().copied()).collect()
}
