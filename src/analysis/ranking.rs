//! By what alternatives may be ranked, which changes most and least, and whether gross and net agree on it.

use super::rests_on::changes_illustrative_kansli;
use super::result::{GrossAndNet, ScenarioResult, Total};
use crate::model::kronor::Kronor;

/// What alternatives are ranked by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Money for insatser.
    Insatser,
    /// Income, as the money for insatser of these alternatives is not known.
    IncomeAsUnknown(Vec<usize>),
    /// Income, as these alternatives count with illustrative costs of kanslier and others with those of today: whose
    /// cost was made up is no reason to be first.
    IncomeAsIllustrative(Vec<usize>),
}

/// The alternatives at the ends of an order, by position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ends {
    /// What changes most.
    pub most: Vec<usize>,
    /// What changes least.
    pub least: Vec<usize>,
}

impl Measure {
    /// By what these may be ranked.
    #[must_use]
    pub fn of(results: &[ScenarioResult]) -> Self {
        let those = |is_one: fn(&ScenarioResult) -> bool| -> Vec<usize> {
            let found = results.iter().enumerate().filter(|(_, result)| is_one(result));
            found.map(|(position, _)| position).collect()
        };
        let unknown = those(|result| result.figures.delta.gross.insatser.is_none());
        if !unknown.is_empty() {
            return Self::IncomeAsUnknown(unknown);
        }
        let illustrative = those(changes_illustrative_kansli);
        let others = those(|result| !changes_illustrative_kansli(result) && !is_unchanged(result));
        // One alone has none to be compared with that counts like it, whether or not another is as today.
        let is_even = others.is_empty() && (illustrative.len() != 1 || results.len() == 1);
        if illustrative.is_empty() || is_even {
            Self::Insatser
        } else {
            Self::IncomeAsIllustrative(illustrative)
        }
    }

    /// The figure of a total that it is about.
    #[must_use]
    pub fn figure(&self, total: &Total) -> Option<Kronor> {
        match self {
            Self::Insatser => total.insatser,
            Self::IncomeAsUnknown(_) | Self::IncomeAsIllustrative(_) => Some(total.total),
        }
    }

    /// The name of that figure.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Insatser => "insatser",
            Self::IncomeAsUnknown(_) | Self::IncomeAsIllustrative(_) => "total",
        }
    }
}

/// Whether an alternative leaves every förbund with the same kommuner, income and kansli, gross.
fn is_unchanged(result: &ScenarioResult) -> bool {
    result.figures.before == result.figures.after.gross
}

/// The ends of an order; none of no alternatives.
#[must_use]
pub fn ends<Change: Copy + Ord>(changes: &[Change]) -> Option<Ends> {
    let at = |wanted: Change| {
        let found = changes.iter().enumerate().filter(|(_, change)| **change == wanted);
        found.map(|(position, _)| position).collect()
    };
    Some(Ends { most: at(*changes.iter().max()?), least: at(*changes.iter().min()?) })
}

/// Whether two orders put some pair the other way round.
#[must_use]
pub fn orders_differ(gross: &[Kronor], net: &[Kronor]) -> bool {
    let both = || gross.iter().zip(net);
    both().any(|(gross, net)| both().any(|(other_gross, other_net)| gross < other_gross && net > other_net))
}

/// Whether a figure falls on one side and rises on the other: whether it falls gross.
#[must_use]
pub fn turns(change: GrossAndNet<Kronor>) -> Option<bool> {
    let signs = (change.gross.get().signum(), change.net?.get().signum());
    match signs {
        (-1, 1) => Some(true),
        (1, -1) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(amounts: &[i64]) -> Vec<Kronor> {
        amounts.iter().copied().map(Kronor::new).collect()
    }

    #[test]
    fn equals_stand_at_an_end_together() {
        let ends = |amounts: &[i64]| ends(&kronor(amounts)).map(|ends| (ends.most, ends.least));
        assert_eq!(ends(&[-5, 3, 3, -5, 0]), Some((vec![1, 2], vec![0, 3])));
        assert_eq!(ends(&[7, 7]), Some((vec![0, 1], vec![0, 1])));
        assert_eq!(ends(&[]), None);
    }

    #[test]
    fn an_order_differs_where_a_pair_is_turned_and_not_where_one_is_level() {
        let differ = |gross: &[i64], net: &[i64]| orders_differ(&kronor(gross), &kronor(net));
        assert!(differ(&[1, 2, 3], &[1, 3, 2]));
        assert!(!differ(&[1, 1, 3], &[2, 1, 3]));
        assert!(!differ(&[-3, -2], &[2, 3]));
    }

    #[test]
    fn a_figure_turns_only_from_one_sign_to_the_other() {
        let turns = |gross, net: Option<i64>| {
            turns(GrossAndNet { gross: Kronor::new(gross), net: net.map(Kronor::new) })
        };
        assert_eq!(turns(-1, Some(1)), Some(true));
        assert_eq!(turns(1, Some(-1)), Some(false));
        assert_eq!((turns(0, Some(1)), turns(-1, Some(0)), turns(-1, None)), (None, None, None));
    }
}
