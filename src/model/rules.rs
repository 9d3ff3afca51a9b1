//! The rules that bound the state's money: the guard (spärr) against decreases, the staircase of equity, what region and
//! kommuner can match, and what a party pays at most. None has figures of its own; FK 2015 (PM 2015-01-22) knows of the
//! first three and gives thresholds for none but the guard.

use num_rational::BigRational;
use num_traits::One;
use rust_decimal::Decimal;

use super::kommun::{KommunId, RegionId};
use super::kronor::Kronor;
use super::shares::exact;

/// The rules in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rules {
    /// Who bears what rules cost and free.
    pub redistribution: Redistribution,
    /// The guard, if there is one.
    pub guard: Option<Guard>,
    /// The steps of the staircase.
    pub equity: Vec<EquityStep>,
    /// What parties pay at most over all their förbund.
    pub caps: Vec<Cap>,
}

/// Who bears what floors cost, and gets what caps free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Redistribution {
    /// All förbund of the country that no rule binds, in proportion to their money above the base grant.
    Alla,
    /// The state.
    Staten,
}

/// The guard: at most this decrease from the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guard {
    /// In parts of the money of the year before.
    pub most_decrease: Decimal,
    /// In which years; in every year but the first where none are named.
    pub years: Option<Vec<i64>>,
    /// How the base grants of the year before count.
    pub base_grant: PastBaseGrant,
    /// No guard for a förbund whose equity is more than so many parts of its income.
    pub except_equity_above: Option<Decimal>,
}

/// How base grants of the year before count where kommuner are with others now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PastBaseGrant {
    /// One for each förbund of today.
    Lapses,
    /// Each goes with its kommuner, by inhabitants 16–64.
    Follows,
}

/// A step of the staircase.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EquityStep {
    /// Where the equity is more than so many parts of the income of the year before,
    pub above: Decimal,
    /// the state money is at most so many parts less than it would be.
    pub reduce: Decimal,
}

impl Guard {
    /// Whether it is in force in a year that has one before it.
    #[must_use]
    pub fn holds_in(&self, year: i64) -> bool {
        self.years.as_ref().is_none_or(|years| years.contains(&year))
    }
}

/// A cap on what somebody pays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cap {
    /// Who pays.
    pub payer: Payer,
    /// At most so much.
    pub ceiling: Ceiling,
}

/// Whose payments a cap bounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Payer {
    /// A region's.
    Region(RegionId),
    /// A kommun's.
    Kommun(KommunId),
    /// Those of all parties of the förbund of this name.
    Forbund(String),
    /// Those of all parties of all förbund of the file.
    All,
}

/// The most that is paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ceiling {
    /// Kr a year.
    Most(Kronor),
    /// A share of a sum.
    Share {
        /// So many parts,
        share: Decimal,
        /// of so many kr a year.
        of: Kronor,
    },
}

impl Ceiling {
    /// The most that is paid, kr a year, exactly.
    #[must_use]
    pub fn most(&self) -> BigRational {
        let whole = |amount: Kronor| BigRational::from_integer(amount.get().into());
        match *self {
            Self::Most(most) => whole(most),
            Self::Share { share, of } => exact(share) * whole(of),
        }
    }
}

/// What bound a förbund.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BoundBy {
    /// The guard.
    Guard,
    /// The staircase of equity.
    Equity,
    /// What region and kommuner can match.
    Matching,
    /// What a party pays at most over all its förbund.
    Cap,
}

/// An amount that a rule leaves a row at least, or at most.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limit {
    /// State money, kr, exactly.
    pub amount: BigRational,
    /// What it is made of.
    pub of: LimitOf,
}

/// What a limit is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LimitOf {
    /// The guard: what may fall by so many parts.
    Guard {
        /// State money of the year before, kr, exactly.
        before: BigRational,
    },
    /// The staircase of equity: what it would be, less so many parts.
    Equity {
        /// The parts.
        reduce: Decimal,
    },
    /// What region and kommuner can match, kr.
    Matching(BigRational),
    /// What somebody pays at most.
    Cap {
        /// The place of the cap in [`Rules::caps`].
        cap: usize,
        /// What it would pay in all its rows by the formula, kr, exactly.
        pays: BigRational,
    },
}

impl LimitOf {
    /// Which rule it is.
    #[must_use]
    pub fn rule(&self) -> BoundBy {
        match self {
            Self::Guard { .. } => BoundBy::Guard,
            Self::Equity { .. } => BoundBy::Equity,
            Self::Matching(_) => BoundBy::Matching,
            Self::Cap { .. } => BoundBy::Cap,
        }
    }
}

/// What the state's money to a row must be between.
#[derive(Clone, Default, Debug)]
pub(super) struct Limits {
    /// By the guard.
    pub(super) least: Option<Limit>,
    /// By one of the others.
    pub(super) most: Option<Limit>,
}

impl Limits {
    /// An amount within the limits; where they cross, the upper one holds.
    pub(super) fn clamp(&self, amount: BigRational) -> BigRational {
        self.binding(&amount).map_or(amount, |limit| limit.amount.clone())
    }

    /// What keeps an amount from being what it would be; `None` where nothing does.
    pub(super) fn binding(&self, amount: &BigRational) -> Option<&Limit> {
        let limit = match (&self.least, &self.most) {
            (Some(least), Some(most)) if least.amount > most.amount => most,
            (_, Some(most)) if *amount > most.amount => most,
            (Some(least), _) if *amount < least.amount => least,
            _ => return None,
        };
        (limit.amount != *amount).then_some(limit)
    }
}

/// What the rules made of a side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RulesOfSide {
    /// What the parts above the base grants of unbound rows are multiplied by.
    pub factor: BigRational,
    /// Whether it makes all förbund of the country use up the appropriation.
    pub is_solved: bool,
    /// Row by row.
    pub rows: Vec<RulesOfRow>,
}

impl RulesOfSide {
    /// Whether any row has something else than the rates give.
    #[must_use]
    pub fn changes_something(&self) -> bool {
        !self.factor.is_one() || self.rows.iter().any(|row| row.limit.is_some())
    }
}

/// What the rules made of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RulesOfRow {
    /// Its state money, kr, exactly: base grant, by försörjningsmått and by inhabitants.
    pub state: [BigRational; 3],
    /// What its parts above the base grant were multiplied by.
    pub scale: BigRational,
    /// What bound it, if something did.
    pub limit: Option<Limit>,
}

/// A row as the rules see it, kr.
#[derive(Clone, Debug)]
pub(super) struct Bounded {
    /// Its base grant.
    pub(super) base: BigRational,
    /// What its kommuner bring.
    pub(super) brought: BigRational,
    /// None for a row outside the baseline, which no rule binds.
    pub(super) limits: Limits,
}

impl Bounded {
    fn at(&self, factor: &BigRational) -> BigRational {
        self.limits.clamp(&self.base + &self.brought * factor)
    }
}

/// Why no factor makes the rules come out at the appropriation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unsolvable {
    /// The floors cost so many kronor more than there are, exactly.
    Lacking(BigRational),
    /// So many kronor can be given to nobody.
    Left(BigRational),
    /// The rows have more than the country.
    RestBelowZero,
}

/// The least factor at which the rows, each within its limits, and the rest of the country use up the pot, which is
/// what the appropriation leaves above all base grants. What the rows bring is part of the pot, and the rest brings
/// what is left of it.
pub(super) fn factor(rows: &[Bounded], pot: &BigRational) -> Result<BigRational, Unsolvable> {
    let zero = BigRational::from_integer(0.into());
    let brought: BigRational = rows.iter().map(|row| &row.brought).sum();
    let rest = pot - brought;
    if rest < zero {
        return Err(Unsolvable::RestBelowZero);
    }
    let used = |factor: &BigRational| -> BigRational {
        rows.iter().map(|row| row.at(factor) - &row.base).sum::<BigRational>() + &rest * factor
    };
    let mut turns: Vec<BigRational> = Vec::new();
    for row in rows.iter().filter(|row| row.brought > zero) {
        let limits = row.limits.least.iter().chain(&row.limits.most);
        turns.extend(
            limits.map(|limit| (&limit.amount - &row.base) / &row.brought).filter(|turn| *turn > zero),
        );
    }
    turns.sort_unstable();
    let (mut last, mut used_last) = (zero.clone(), used(&zero));
    if used_last > *pot {
        return Err(Unsolvable::Lacking(used_last - pot));
    }
    // Between two turns the use is a straight line, and it never falls.
    for turn in turns {
        if used_last == *pot {
            return Ok(last);
        }
        let used_here = used(&turn);
        if used_here >= *pot {
            let part = (pot - &used_last) / (used_here - used_last);
            return Ok(&last + (turn - &last) * part);
        }
        (last, used_last) = (turn, used_here);
    }
    let one = BigRational::from_integer(1.into());
    let slope = used(&(&last + &one)) - &used_last;
    if used_last == *pot {
        return Ok(last);
    }
    if slope == zero {
        return Err(Unsolvable::Left(pot - used_last));
    }
    Ok(last + (pot - used_last) / slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(number: i64) -> BigRational {
        BigRational::from_integer(number.into())
    }

    fn row(brought: i64, least: Option<i64>, most: Option<i64>) -> Bounded {
        let least =
            least.map(|least| Limit { amount: whole(least), of: LimitOf::Guard { before: whole(least) } });
        let most =
            most.map(|most| Limit { amount: whole(most), of: LimitOf::Equity { reduce: Decimal::ONE } });
        Bounded { base: whole(400), brought: whole(brought), limits: Limits { least, most } }
    }

    fn bound_by(limits: &Limits, amount: i64) -> Option<BoundBy> {
        limits.binding(&whole(amount)).map(|limit| limit.of.rule())
    }

    #[test]
    fn where_nothing_binds_everybody_has_what_it_brings() {
        let rows = [row(1_000, None, None), row(600, Some(500), Some(2_000))];
        assert_eq!(factor(&rows, &whole(10_000)), Ok(whole(1)));
    }

    #[test]
    fn what_a_floor_costs_all_others_bear() {
        // The second has 1 000 and not 400 + 200: 400 more, from what 1 000 and the rest's 8 800 bring.
        let rows = [row(1_000, None, None), row(200, Some(1_000), None)];
        assert_eq!(factor(&rows, &whole(10_000)), Ok(BigRational::new(9_400.into(), 9_800.into())));
        assert_eq!(bound_by(&rows[1].limits, 591), Some(BoundBy::Guard));
    }

    #[test]
    fn what_a_cap_frees_all_others_get_until_they_are_capped_too() {
        // Without the rest: 1 000 + 1 000 to share; one may have 500 above its base grant, the other 1 400.
        let rows = [row(1_000, None, Some(900)), row(1_000, None, Some(1_800))];
        assert_eq!(factor(&rows, &whole(2_000)), Err(Unsolvable::Left(whole(100))));
        let rows = [row(1_000, None, Some(900)), row(1_000, None, Some(1_900))];
        assert_eq!(factor(&rows, &whole(2_000)), Ok(BigRational::new(3.into(), 2.into())));
    }

    #[test]
    fn floors_that_cost_more_than_there_is_are_not_paid() {
        let rows = [row(500, Some(3_000), None)];
        assert_eq!(factor(&rows, &whole(2_000)), Err(Unsolvable::Lacking(whole(600))));
        assert_eq!(factor(&rows, &whole(400)), Err(Unsolvable::RestBelowZero));
    }

    #[test]
    fn where_limits_cross_the_upper_one_holds() {
        let crossed = row(500, Some(1_000), Some(800)).limits;
        assert_eq!(crossed.clamp(whole(900)), whole(800));
        assert_eq!(crossed.clamp(whole(700)), whole(800));
        assert_eq!(bound_by(&crossed, 700), Some(BoundBy::Equity));
        assert_eq!(bound_by(&crossed, 800), None);
    }
}
