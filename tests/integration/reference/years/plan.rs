//! A plan: a case, and what the years of its path change in it.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_traits::Zero;

use super::totals::growth;
use crate::reference::case::{Case, Change, Kansli, Kommun, Money};
use crate::reference::money::{self, Basis, Parts};
use crate::reference::rules::Rules;
use crate::reference::rules::holdings::StatedHolding;

#[derive(Clone, Debug)]
pub(crate) struct Path {
    pub from: u32,
    pub to: u32,
    pub figures_lag: u32,
    pub kansli_index: String,
    pub discount_rate: Option<String>,
}

/// A table of years, empty where the plain value of the case holds all the time.
#[derive(Clone, Debug)]
pub(crate) struct Dated<Value>(pub BTreeMap<u32, Value>);

impl<Value> Default for Dated<Value> {
    fn default() -> Dated<Value> {
        Dated(BTreeMap::new())
    }
}

impl<Value> Dated<Value> {
    /// Each value holds from its year until the next.
    pub(crate) fn at(&self, year: u32) -> Option<(u32, &Value)> {
        self.0.range(..=year).next_back().map(|(since, value)| (*since, value))
    }
}

/// An amount that a case does not have.
#[derive(Clone, Debug)]
pub(crate) enum Amount {
    Plain(u64),
    Dated(Dated<u64>),
}

impl Amount {
    pub(crate) fn at(&self, year: u32) -> u64 {
        match self {
            Amount::Plain(amount) => *amount,
            Amount::Dated(dated) => *dated.at(year).expect("an amount that covers every year").1,
        }
    }
}

/// What a förbund of the baseline may have as tables of years, and what only rules need.
#[derive(Clone, Debug, Default)]
pub(crate) struct DatedForbund {
    /// Budgets where the förbund has a budget, state grants where it has one.
    pub money: Dated<u64>,
    pub kansli: Dated<Kansli>,
    pub eget_kapital: Option<Amount>,
    pub matchning: Option<Amount>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date {
    pub year: u32,
    pub month: u32,
}

#[derive(Clone, Debug)]
pub(crate) enum OneOff {
    /// In the first year of the change.
    Whole(u64),
    ByYear(BTreeMap<u32, u64>),
}

/// Which file states the path, or the rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum StatedIn {
    Baseline,
    Scenario,
    /// The scenario's replaces the baseline's, which is another one.
    Both,
}

/// What stands beside the verb of a change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timing {
    pub from: Option<Date>,
    pub one_off: Option<OneOff>,
    /// For the förbund of the change, each part of one that splits; empty where nothing is stated.
    pub holdings: Vec<StatedHolding>,
}

/// Both kinds of values of a plan, dated and plain, go through `in_year`.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Its table holds the kommuner; its changes stand in the order of the file.
    pub case: Case,
    pub path: Option<Path>,
    /// The rows of the kommun table with their years, in the order of the file; none where the table has no years.
    pub figures: Vec<(u32, Kommun)>,
    pub appropriation: Dated<u64>,
    pub base_grant: Dated<u64>,
    /// Of försörjningsmått and of befolkning.
    pub weights: Dated<(String, String)>,
    pub rest_forbund: Dated<u64>,
    /// One for each förbund of the case.
    pub forbund: Vec<DatedForbund>,
    /// One for each change of the case.
    pub timings: Vec<Timing>,
    pub path_stated: StatedIn,
    pub rules: Option<Rules>,
    pub rules_stated: StatedIn,
    /// The caps are replaced apart from the other rules.
    pub caps_stated: StatedIn,
}

impl Plan {
    /// A plan in which nothing is dated and the figures never change.
    pub(crate) fn constant(case: Case, path: Option<Path>) -> Plan {
        Plan {
            forbund: vec![DatedForbund::default(); case.forbund.len()],
            timings: vec![Timing::default(); case.changes.len()],
            case,
            path,
            figures: Vec::new(),
            appropriation: Dated::default(),
            base_grant: Dated::default(),
            weights: Dated::default(),
            rest_forbund: Dated::default(),
            path_stated: StatedIn::Baseline,
            rules: None,
            rules_stated: StatedIn::Baseline,
            caps_stated: StatedIn::Baseline,
        }
    }

    /// The case as it is in a year, with kanslier at the prices of that year.
    pub(crate) fn in_year(&self, year: u32) -> Case {
        let mut case = self.case.clone();
        let Some(path) = &self.path else { return case };
        case.table = self.table_of(path, year);
        if let Some((_, appropriation)) = self.appropriation.at(year) {
            case.appropriation = Some(*appropriation);
        }
        if let Some((_, base_grant)) = self.base_grant.at(year) {
            case.base_grant = *base_grant;
        }
        if let Some((_, (forsorjningsmatt, befolkning))) = self.weights.at(year) {
            case.weight_forsorjningsmatt.clone_from(forsorjningsmatt);
            case.weight_befolkning.clone_from(befolkning);
        }
        if let Some((_, forbund)) = self.rest_forbund.at(year) {
            case.rest_forbund = Some(*forbund);
        }
        let at_prices_of =
            |kansli: &Kansli, since: u32| kansli.grown(&growth(&path.kansli_index, year - since));
        for (forbund, dated) in case.forbund.iter_mut().zip(&self.forbund) {
            if let Some((_, amount)) = dated.money.at(year) {
                forbund.money = match forbund.money {
                    Money::Formula => unreachable!("only stated money is dated"),
                    Money::Budget(_) => Money::Budget(*amount),
                    Money::StateGrant(_) => Money::StateGrant(*amount),
                };
            }
            forbund.kansli = match dated.kansli.at(year) {
                Some((since, kansli)) => Some(at_prices_of(kansli, since)),
                None => forbund.kansli.as_ref().map(|kansli| at_prices_of(kansli, path.from)),
            };
        }
        let of_changes = case.changes.iter_mut().flat_map(Change::kanslier);
        for kansli in of_changes.chain(case.shared.iter_mut().map(|sharing| &mut sharing.kansli)) {
            *kansli = at_prices_of(kansli, path.from);
        }
        case
    }

    /// Each kommun with its figures of the year that counts, or its latest before that.
    fn table_of(&self, path: &Path, year: u32) -> Vec<Kommun> {
        if self.figures.is_empty() {
            return self.case.table.clone();
        }
        let codes: BTreeSet<&String> = self.figures.iter().map(|(_, kommun)| &kommun.code).collect();
        codes
            .into_iter()
            .filter_map(|code| {
                let of_the_kommun = self.figures.iter().filter(|(_, kommun)| kommun.code == *code);
                let known = of_the_kommun.filter(|(of, _)| *of <= year - path.figures_lag);
                known.max_by_key(|(of, _)| *of).map(|(_, kommun)| kommun.clone())
            })
            .collect()
    }

    pub(crate) fn figures_year(&self, year: u32) -> Option<u32> {
        let lag = self.path.as_ref().expect("a path").figures_lag;
        self.figures.iter().map(|(of, _)| *of).filter(|of| *of <= year - lag).max()
    }

    /// On a calibrated basis step 0 is done once for each budget, in the first year in which it holds.
    pub(crate) fn basis<'case>(&self, case: &'case Case, year: u32) -> Basis<'case> {
        let Some(path) = self.path.as_ref().filter(|_| case.is_calibrated()) else { return Basis::of(case) };
        let mut parts = Parts::new();
        for (index, dated) in self.forbund.iter().enumerate() {
            let since = dated.money.at(year).map_or(path.from, |(since, _)| since.max(path.from));
            let case = self.in_year(since);
            parts.extend(money::parts_of_money(&case, &case.forbund[index]));
        }
        Basis::with_parts(case, Some(parts))
    }

    /// Whether every stated budget has room for the base grant of the year in which it begins to hold.
    pub(crate) fn has_base_grants(&self, year: u32) -> bool {
        let from = self.path.as_ref().map_or(year, |path| path.from);
        self.forbund.iter().enumerate().all(|(index, dated)| {
            let since = dated.money.at(year).map_or(from, |(since, _)| since.max(from));
            let case = self.in_year(since);
            money::above_base(&case, &case.forbund[index]) >= BigInt::zero()
        })
    }

    /// The changes by date, then by the file: the place of each in the case, and its date.
    pub(crate) fn order(&self) -> Vec<(usize, Date)> {
        let first = self.path.as_ref().map_or(0, |path| path.from);
        let dates = self.timings.iter().map(|timing| timing.from.unwrap_or(Date { year: first, month: 1 }));
        let mut order: Vec<(usize, Date)> = dates.enumerate().collect();
        order.sort_by_key(|(_, date)| *date);
        order
    }

    pub(crate) fn one_off(&self, year: u32) -> BigInt {
        let cost = |index: usize, date: Date| match &self.timings[index].one_off {
            Some(OneOff::Whole(cost)) if date.year == year => *cost,
            Some(OneOff::ByYear(costs)) => costs.get(&year).copied().unwrap_or(0),
            Some(OneOff::Whole(_)) | None => 0,
        };
        self.order().into_iter().map(|(index, date)| BigInt::from(cost(index, date))).sum()
    }

    /// Those of the path; without one a single year, whose number says nothing.
    pub(crate) fn years(&self) -> std::ops::RangeInclusive<u32> {
        self.path.as_ref().map_or(0..=0, |path| path.from..=path.to)
    }
}
