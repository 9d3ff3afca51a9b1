//! What groupings are ranked by, with all that bounds it.

use crate::input::search::Rank;
use crate::model::error::ModelError;
use crate::search::criterion::{By, Criterion, Exact, Payer};
use crate::search::forbund::Allowed;
use crate::search::kommun_set::KommunSet;
use crate::search::money::{Income, Money};
use crate::search::problem::Problem;

/// A criterion of groupings of at most so many förbund. A contribution is bounded where it is known which may be.
///
/// # Errors
/// If an amount is too large.
pub(super) fn criterion<'run>(
    by: By,
    rank: &Rank,
    problem: &'run Problem,
    money: &'run Money<'run>,
    allowed: Option<&Allowed>,
    most: usize,
) -> Result<Criterion<'run>, ModelError> {
    let net = rank.net;
    let mut criterion = Criterion { by, of_number: Vec::new(), payer: None, exact: None };
    let figure: Option<fn(Income) -> i64> = match by {
        By::Insatser | By::Total => Some(|income| income.total),
        By::State => Some(|income| income.state),
        _ => None,
    };
    if let Some(figure) = figure {
        criterion.of_number.push([0; 2]);
        for number in 1..=most {
            let bounds = money.bounds(net, number)?.expect("net figures are known where they count");
            criterion.of_number.push(bounds.map(figure));
        }
        let exact = move |groups: &[KommunSet]| {
            let income = money.income(net, groups).expect("net figures are known where they count");
            let kansli = || -> i64 { groups.iter().map(|set| kansli(problem, *set)).sum() };
            figure(income) - if by == By::Insatser { kansli() } else { 0 }
        };
        criterion.exact = Some(Box::new(exact) as Exact<'run>);
    }
    if by == By::Contribution
        && let Some(kommun) = rank.payer
    {
        let exact = move |groups: &[KommunSet]| {
            -money.contribution(net, groups, kommun).expect("net figures are known where they count")
        };
        criterion.exact = Some(Box::new(exact) as Exact<'run>);
        let Some(allowed) = allowed else { return Ok(criterion) };
        let alone = KommunSet::only(kommun);
        let numbers = most + 1;
        let mut pays = vec![[0; 2]; allowed.all().len() * numbers];
        for (place, forbund) in allowed.all().iter().enumerate() {
            if !alone.is_within(forbund.set) {
                continue;
            }
            for number in 1..=most {
                let bounds = money.contributions(net, forbund.set, kommun, number)?;
                pays[place * numbers + number] = bounds.expect("net figures are known where they count");
            }
        }
        criterion.payer = Some(Payer { kommun: alone, pays, numbers });
    }
    Ok(criterion)
}

fn kansli(problem: &Problem, set: KommunSet) -> i64 {
    let kansli = problem.forbund(set).and_then(|forbund| forbund.kansli);
    kansli.expect("groupings are ranked by known kanslier only")
}
