//! A side whose money rules bound: its factor above the base grants, and what each row has within its limits.

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::allocation::{CountryAfter, Model};
use super::error::ModelError;
use super::exact_side::{ExactRow, Ties};
use super::grouping::{Grouping, Row};
use super::holdings::Holding;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::name::canonical;
use super::outcome::{Bound, Side};
use super::path::{MONTHS, rounded};
use super::rates::Rates;
use super::recorder::{Recorder, Silent};
use super::rules::{
    BoundBy, Bounded, Guard, Limit, LimitOf, Limits, PastBaseGrant, Redistribution, Rules, RulesOfRow,
    RulesOfSide, Unsolvable, factor,
};
use super::shares::exact;
use super::step::SideName;

/// The rules of a year, with what it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook<'year> {
    /// The rules.
    pub rules: &'year Rules,
    /// The year before.
    pub past: Past<'year>,
    /// Whether parties match whatever the state gives, as if nobody knew what they can match or had a cap.
    pub(super) is_fully_matched: bool,
}

impl<'year> Rulebook<'year> {
    /// Rules that are compared with a past.
    #[must_use]
    pub fn new(rules: &'year Rules, past: Past<'year>) -> Self {
        Self { rules, past, is_fully_matched: false }
    }

    /// The guard with what it compares with, where it is in force.
    fn guard(
        &self,
        is_in_force: bool,
        before: &'year YearBefore,
    ) -> Option<(&'year Guard, &'year YearBefore)> {
        Some((self.rules.guard.as_ref().filter(|_| is_in_force)?, before))
    }
}

/// What the year before was.
#[derive(Clone, Copy, Debug)]
pub enum Past<'year> {
    /// There are no years: afterwards is compared with today.
    NoPath,
    /// There is none: the path begins.
    FirstYear,
    /// These sides.
    Year {
        /// What kommuner had on each side.
        sides: &'year SidesBefore,
        /// Whether the guard is in force now.
        guard: bool,
    },
}

/// What kommuner had the year before, on each side.
#[derive(Clone, Debug)]
pub struct SidesBefore {
    /// Without changes.
    pub(super) before: YearBefore,
    /// Gross.
    pub(super) gross: YearBefore,
    /// Net, where that is known.
    pub(super) net: Option<YearBefore>,
}

/// What kommuner had on a side, kr a year, exactly.
#[derive(Clone, Debug)]
pub(super) struct YearBefore {
    /// The base grant of the year.
    base_grant: BigRational,
    /// Above the base grants, by kommun.
    parts: Vec<BigRational>,
    /// Of the base grants, by inhabitants 16–64.
    base_grants: Vec<BigRational>,
}

impl YearBefore {
    /// Nobody had anything.
    pub(super) fn none(model: &Model) -> Self {
        let nothing = || vec![BigRational::zero(); model.baseline().kommuner.len()];
        let base_grant = amount(model.baseline().parameters.base_grant);
        Self { base_grant, parts: nothing(), base_grants: nothing() }
    }

    /// Adds what kommuner had in so many months of it.
    pub(super) fn add(&mut self, model: &Model, grouping: &Grouping, side: &BoundedSide, months: u32) {
        self.add_parts(model, grouping, &side.parts, months);
    }

    fn add_parts(
        &mut self,
        model: &Model,
        grouping: &Grouping,
        parts: &[(KommunId, BigRational)],
        months: u32,
    ) {
        let part = BigRational::new(months.into(), MONTHS.into());
        for (kommun, money) in parts {
            self.parts[kommun.index()] += money * &part;
        }
        let figures = &model.baseline().figures;
        for row in grouping.forbund() {
            let all = figures.inhabitants(&row.members);
            for &member in &row.members {
                let share = BigRational::new(figures.inhabitants(&[member]).into(), all.into());
                self.base_grants[member.index()] += &self.base_grant * share * &part;
            }
        }
    }

    /// What the kommuner that are in a row now had.
    fn state(&self, row: &Row, base_grants: PastBaseGrant) -> BigRational {
        let sum =
            |of: &[BigRational]| row.members.iter().map(|member| &of[member.index()]).sum::<BigRational>();
        let base = match base_grants {
            PastBaseGrant::Lapses => self.base_grant.clone(),
            PastBaseGrant::Follows => sum(&self.base_grants),
        };
        base + sum(&self.parts)
    }
}

/// A side within its limits.
#[derive(Clone, Debug)]
pub(super) struct BoundedSide {
    /// What the rules made of it.
    pub(super) rules: RulesOfSide,
    /// What each kommun has above the base grants.
    parts: Vec<(KommunId, BigRational)>,
    /// What bound something, row by row.
    pub(super) bound: Vec<ExactBound>,
}

/// A rule that bound a row.
#[derive(Clone, Debug)]
pub(super) struct ExactBound {
    forbund: String,
    by: BoundBy,
    without: BigRational,
    with: BigRational,
}

impl BoundedSide {
    /// The rows with their kanslier.
    pub(super) fn with_kanslier(&self, kanslier: &[Option<BigRational>]) -> Vec<ExactRow> {
        let rows = self.rules.rows.iter().zip(kanslier);
        rows.map(|(row, kansli)| ExactRow { state: row.state.clone(), kansli: kansli.clone() }).collect()
    }
}

/// How the factor of a side is found.
enum FactorOf {
    /// It is this.
    Known(BigRational),
    /// It makes all förbund of the country use up what is left above so many base grants.
    Pot(BigRational),
}

/// What a side is compared with.
struct Compared<'year> {
    rules: &'year Rules,
    is_fully_matched: bool,
    /// For the guard, where it is in force.
    guard: Option<(&'year Guard, &'year YearBefore)>,
    /// For the equity.
    income: &'year YearBefore,
}

/// Today's side within its limits, and what others are compared with.
#[derive(Debug)]
pub(super) struct BoundedToday {
    pub(super) side: BoundedSide,
    /// What kommuner have on it.
    pub(super) solved: YearBefore,
    /// What they have by the formula, without rules.
    by_formula: YearBefore,
}

impl Model {
    /// Today's side within its limits.
    pub(super) fn bounded_today(&self, rulebook: &Rulebook<'_>) -> Result<BoundedToday, ModelError> {
        let by_formula = self.by_formula();
        let (guard, income) = match rulebook.past {
            Past::NoPath | Past::FirstYear => (None, &by_formula),
            Past::Year { sides, guard } => (rulebook.guard(guard, &sides.before), &sides.before),
        };
        let is_fully_matched = rulebook.is_fully_matched;
        let compared = Compared { rules: rulebook.rules, is_fully_matched, guard, income };
        let factor = self.factor_of(rulebook, CountryAfter::of(self.before()))?;
        let side = self.bounded_side(self.before(), self.gross_rates(), factor, &compared)?;
        let mut solved = YearBefore::none(self);
        solved.add(self, self.before(), &side, MONTHS);
        Ok(BoundedToday { side, solved, by_formula })
    }

    /// The sides after changes: gross, and net where that is known.
    pub(super) fn bounded_after(
        &self,
        after: &Grouping,
        rulebook: &Rulebook<'_>,
        today: &BoundedToday,
    ) -> Result<(BoundedSide, Option<BoundedSide>), ModelError> {
        let compared = |side: fn(&SidesBefore) -> Option<&YearBefore>| {
            let (guard, income) = match rulebook.past {
                Past::NoPath => (rulebook.guard(true, &today.solved), &today.by_formula),
                Past::FirstYear => (None, &today.by_formula),
                Past::Year { sides, guard } => {
                    let before = side(sides).expect("net money is known in all years or in none");
                    (rulebook.guard(guard, before), before)
                }
            };
            let is_fully_matched = rulebook.is_fully_matched;
            Compared { rules: rulebook.rules, is_fully_matched, guard, income }
        };
        let factor = FactorOf::Known(today.side.rules.factor.clone());
        let of_gross = compared(|sides| Some(&sides.gross));
        let gross = self.bounded_side(after, self.gross_rates(), factor, &of_gross)?;
        let country = CountryAfter::of(after);
        let Some(net_rates) = self.net_rates(country, &mut Silent)? else { return Ok((gross, None)) };
        let factor = self.factor_of(rulebook, country)?;
        let net = self.bounded_side(after, &net_rates, factor, &compared(|sides| sides.net.as_ref()))?;
        Ok((gross, Some(net)))
    }

    /// Today's money by the formula, without rules.
    fn by_formula(&self) -> YearBefore {
        let mut by_formula = YearBefore::none(self);
        let members = self.before().rows().iter().flat_map(|row| row.members.iter().copied());
        let parts: Vec<_> =
            members.map(|member| (member, self.brought(member, self.gross_rates()))).collect();
        by_formula.add_parts(self, self.before(), &parts, MONTHS);
        by_formula
    }

    /// What a kommun has above the base grants at some rates.
    fn brought(&self, kommun: KommunId, rates: &Rates) -> BigRational {
        rates.exact_parts(self.bases()[kommun.index()]).map(BigRational::from).iter().sum()
    }

    fn factor_of(&self, rulebook: &Rulebook<'_>, country: CountryAfter<'_>) -> Result<FactorOf, ModelError> {
        if rulebook.rules.redistribution == Redistribution::Staten
            || self.baseline().parameters.country.is_none()
        {
            return Ok(FactorOf::Known(BigRational::one()));
        }
        let pot = Rates::pot_of(&self.baseline().parameters, country.forbund)?;
        Ok(FactorOf::Pot(BigRational::from_integer(pot.into())))
    }

    /// A side within its limits at some rates.
    fn bounded_side(
        &self,
        grouping: &Grouping,
        rates: &Rates,
        of: FactorOf,
        compared: &Compared<'_>,
    ) -> Result<BoundedSide, ModelError> {
        let exact = self.exact_rows(grouping, rates);
        let mut rows: Vec<Bounded> = grouping
            .rows()
            .iter()
            .zip(&exact)
            .map(|(row, exact)| {
                let [base, forsorjningsmatt, befolkning] = exact.state.clone();
                let brought = forsorjningsmatt + befolkning;
                let limits = if row.outside {
                    Limits::default()
                } else {
                    self.limits(row, &(&base + &brought), compared)
                };
                Bounded { base, brought, limits }
            })
            .collect();
        if !compared.is_fully_matched {
            self.narrow_by_caps(grouping, &compared.rules.caps, &mut rows)?;
        }
        let (factor, is_solved) = match of {
            FactorOf::Known(factor) => (factor, false),
            FactorOf::Pot(pot) => {
                // What kommuner bring to förbund outside the baseline is the rest of the country's.
                let inside = grouping.rows().iter().zip(&rows).filter(|(row, _)| !row.outside);
                let inside: Vec<Bounded> = inside.map(|(_, bounded)| bounded.clone()).collect();
                (factor(&inside, &pot).map_err(unsolvable)?, true)
            }
        };
        let rules = RulesOfSide { factor: factor.clone(), is_solved, rows: Vec::new() };
        let mut side = BoundedSide { rules, parts: Vec::new(), bound: Vec::new() };
        for ((row, bounded), exact) in grouping.rows().iter().zip(&rows).zip(exact) {
            let unbound = &bounded.base + &bounded.brought * &factor;
            let limit = bounded.limits.binding(&unbound).cloned();
            let state = limit.as_ref().map_or(unbound, |limit| limit.amount.clone());
            let base = if state < bounded.base { state.clone() } else { bounded.base.clone() };
            let above = &state - &base;
            let scale = match &limit {
                None => factor.clone(),
                Some(_) if above.is_zero() => BigRational::zero(),
                Some(_) if bounded.brought.is_zero() => {
                    return Err(ModelError::NothingToScale { forbund: row.name.clone() });
                }
                Some(_) => above / &bounded.brought,
            };
            if let Some(limit) = &limit {
                let by = limit.of.rule();
                let without = &bounded.base + &bounded.brought;
                side.bound.push(ExactBound { forbund: row.name.clone(), by, without, with: state });
            }
            for &member in &row.members {
                side.parts.push((member, self.brought(member, rates) * &scale));
            }
            let [_, forsorjningsmatt, befolkning] = exact.state;
            let state = [base, forsorjningsmatt * &scale, befolkning * &scale];
            side.rules.rows.push(RulesOfRow { state, scale, limit });
        }
        Ok(side)
    }

    /// What the money of a förbund must be between, which would be `without` if it had no limits.
    fn limits(&self, row: &Row, without: &BigRational, compared: &Compared<'_>) -> Limits {
        let Compared { rules, is_fully_matched, guard, income } = compared;
        let funding = &self.baseline().parameters.funding;
        let state_share = BigRational::new(funding.numerators()[0].into(), funding.denominator().into());
        let base_grants = rules.guard.as_ref().map_or(PastBaseGrant::Lapses, |guard| guard.base_grant);
        let past_state = income.state(row, base_grants);
        // Equity ÷ (state money ÷ state's share) > above, without a division by an income of zero.
        let exceeds = |above| {
            let equity = row.holdings.of(Holding::Equity)?;
            Some(equity * &state_share > exact(above) * &past_state)
        };
        let is_excepted = |guard: &Guard| guard.except_equity_above.and_then(exceeds) == Some(true);
        let least = guard.filter(|(guard, _)| !is_excepted(guard)).map(|(guard, before)| {
            let before = before.state(row, base_grants);
            let amount = (BigRational::one() - exact(guard.most_decrease)) * &before;
            Limit { amount, of: LimitOf::Guard { before } }
        });
        let by_equity = rules.equity.iter().filter(|step| exceeds(step.above) == Some(true));
        let by_equity = by_equity.map(|step| Limit {
            amount: (BigRational::one() - exact(step.reduce)) * without,
            of: LimitOf::Equity { reduce: step.reduce },
        });
        let others = BigRational::one() - &state_share;
        let by_matching =
            row.holdings.of(Holding::Matching).filter(|_| !others.is_zero() && !is_fully_matched);
        let by_matching = by_matching.map(|matching| Limit {
            amount: matching * &state_share / &others,
            of: LimitOf::Matching(matching.clone()),
        });
        // Of equal ones the first.
        let most = by_equity.chain(by_matching).min_by(|one, other| one.amount.cmp(&other.amount));
        Limits { least, most }
    }

    /// The kanslier of a grouping whose gross money is bounded, kr a year.
    pub(super) fn bounded_kanslier<R: Recorder>(
        &self,
        grouping: &Grouping,
        gross: &BoundedSide,
        recorder: &mut R,
    ) -> Result<Vec<Option<BigRational>>, ModelError> {
        let unknown = vec![None; gross.rules.rows.len()];
        let side = self.exact_side(grouping, gross, &unknown)?;
        let kanslier = self.kanslier(grouping, &side, recorder)?;
        let of = |row: &Row| kanslier[&row.id].map(amount);
        Ok(grouping.rows().iter().map(|row| of(row)).collect())
    }

    /// A side of whole kronor of a grouping that is in force for a whole year.
    pub(super) fn exact_side(
        &self,
        grouping: &Grouping,
        side: &BoundedSide,
        kanslier: &[Option<BigRational>],
    ) -> Result<Side, ModelError> {
        self.rounded_side(grouping.rows(), &side.with_kanslier(kanslier), Ties::Kommunkod)
    }
}

fn amount(amount: Kronor) -> BigRational {
    BigRational::from_integer(amount.get().into())
}

fn unsolvable(why: Unsolvable) -> ModelError {
    let kronor = |exact: &BigRational| rounded(exact).map(Kronor::new);
    match why {
        Unsolvable::Lacking(lacking) => {
            kronor(&lacking).map_or(ModelError::TooLarge, |lacking| ModelError::RulesLack { lacking })
        }
        Unsolvable::Left(left) => {
            kronor(&left).map_or(ModelError::TooLarge, |left| ModelError::RulesLeave { left })
        }
        Unsolvable::RestBelowZero => ModelError::RestBelowZero,
    }
}

/// What bound something in the parts of a year, each with its months: once for each side, name and rule.
pub(super) fn merged_bounds(found: Vec<(SideName, u32, Vec<ExactBound>)>) -> Result<Vec<Bound>, ModelError> {
    type Sums = (SideName, BoundBy, String, [BigRational; 2]);
    let mut sums: Vec<Sums> = Vec::new();
    let mut places: BTreeMap<(usize, BoundBy, String), usize> = BTreeMap::new();
    for (side, months, bounds) in found {
        let part = BigRational::new(months.into(), MONTHS.into());
        for bound in bounds {
            let key = (side as usize, bound.by, canonical(&bound.forbund));
            let place = *places.entry(key).or_insert(sums.len());
            if place == sums.len() {
                let nothing = [BigRational::zero(), BigRational::zero()];
                sums.push((side, bound.by, bound.forbund.clone(), nothing));
            }
            let (_, _, name, amounts) = &mut sums[place];
            *name = bound.forbund;
            amounts[0] += bound.without * &part;
            amounts[1] += bound.with * &part;
        }
    }
    sums.sort_by_key(|(side, ..)| *side as usize);
    let whole = |exact: &BigRational| rounded(exact).map(Kronor::new).ok_or(ModelError::TooLarge);
    let bound = |(side, by, forbund, [without, with]): Sums| {
        Ok(Bound { forbund, side, by, without: whole(&without)?, with: whole(&with)? })
    };
    sums.into_iter().map(bound).collect()
}
