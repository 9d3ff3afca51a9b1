//! Equity, and the most that region and kommuner pay, through the changes.

use std::collections::BTreeMap;

use num_rational::BigRational;

use crate::reference::case::{Case, Change};
use crate::reference::changes::{Situation, inhabitants};
use crate::reference::fractions::whole;
use crate::reference::years::plan::{Amount, Plan};

/// What is known of a förbund.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holding {
    pub eget_kapital: Option<BigRational>,
    pub matchning: Option<BigRational>,
}

/// What a change states for a förbund that it makes, or for the one that receives.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct StatedHolding {
    pub eget_kapital: Option<u64>,
    pub matchning: Option<u64>,
}

impl Holding {
    fn replaced(self, stated: Option<&StatedHolding>) -> Holding {
        let stated = stated.copied().unwrap_or_default();
        Holding {
            eget_kapital: stated.eget_kapital.map(whole).or(self.eget_kapital),
            matchning: stated.matchning.map(whole).or(self.matchning),
        }
    }

    fn times(&self, share: &BigRational) -> Holding {
        let of = |amount: &Option<BigRational>| amount.as_ref().map(|amount| amount * share);
        Holding { eget_kapital: of(&self.eget_kapital), matchning: of(&self.matchning) }
    }
}

pub(crate) type Holdings = BTreeMap<String, Holding>;

/// By förbund, after these changes of the plan, with the figures and amounts of a year.
pub(crate) fn after(plan: &Plan, case: &Case, year: u32, done: &[usize]) -> Holdings {
    let mut holdings = Holdings::new();
    for (forbund, dated) in case.forbund.iter().zip(&plan.forbund) {
        let at = |amount: &Option<Amount>| amount.as_ref().map(|amount| whole(amount.at(year)));
        let holding = Holding { eget_kapital: at(&dated.eget_kapital), matchning: at(&dated.matchning) };
        holdings.insert(forbund.name.clone(), holding);
    }
    let mut situation = Situation::today(case);
    for index in done {
        let change = &case.changes[*index];
        let stated = &plan.timings[*index].holdings;
        match change {
            Change::MoveTo { to: name, .. } => {
                let holding = holdings.remove(name).unwrap_or_default();
                holdings.insert(name.clone(), holding.replaced(stated.first()));
            }
            Change::Create(part) => {
                holdings.insert(part.name.clone(), Holding::default().replaced(stated.first()));
            }
            Change::Merge { parts, into, .. } => {
                let parts: Vec<Holding> =
                    parts.iter().map(|name| holdings.remove(name).unwrap_or_default()).collect();
                let sum = Holding {
                    eget_kapital: parts.iter().map(|part| part.eget_kapital.clone()).sum(),
                    matchning: parts.iter().map(|part| part.matchning.clone()).sum(),
                };
                holdings.insert(into.clone(), sum.replaced(stated.first()));
            }
            Change::Split { whole: name, into } => {
                let divided = holdings.remove(name).unwrap_or_default();
                let all: Vec<String> = into.iter().flat_map(|part| part.kommuner.clone()).collect();
                let all = whole(inhabitants(&all, &case.table));
                for (place, part) in into.iter().enumerate() {
                    let share = whole(inhabitants(&part.kommuner, &case.table)) / &all;
                    holdings.insert(part.name.clone(), divided.times(&share).replaced(stated.get(place)));
                }
            }
            Change::MoveOutside { .. }
            | Change::SharedKansli { .. }
            | Change::Leave { .. }
            | Change::Dissolve { .. }
            | Change::Elsewhere { .. } => {}
        }
        situation.apply(change, &case.table);
        holdings.retain(|name, _| situation.has_forbund(name));
    }
    holdings
}
