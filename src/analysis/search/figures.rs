//! The figures of a grouping.

use rust_decimal::Decimal;

use super::result::GroupingValues;
use crate::analysis::gross_and_net::GrossAndNet;
use crate::model::kronor::Kronor;
use crate::search::criterion::moved;
use crate::search::forbund::Forbund;
use crate::search::kommun_set::KommunSet;
use crate::search::money::{Income, Money};
use crate::search::problem::Problem;
use crate::search::share::Share;

/// Those of a grouping of förbund that may be; with the contribution of a kommun, if that is asked for.
#[must_use]
pub(super) fn values(
    problem: &Problem,
    money: &Money<'_>,
    payer: Option<usize>,
    groups: &[KommunSet],
) -> GroupingValues {
    let forbund: Vec<Forbund> =
        groups.iter().map(|set| problem.forbund(*set).expect("a förbund that may be")).collect();
    let kansli = forbund.iter().map(|forbund| forbund.kansli).sum::<Option<i64>>().map(Kronor::new);
    let gross = money.income(false, groups).expect("gross figures are always known");
    let income = GrossAndNet { gross, net: money.income(true, groups) };
    let total = income.map(|income: Income| Kronor::new(income.total));
    let insatser = total.map(|total| kansli.map(|kansli| total - kansli));
    let share = forbund.iter().filter_map(|forbund| forbund.largest_share).max();
    let percent = |share: Share| Decimal::new(share.tenths_of_percent(), 1);
    let farthest = forbund.iter().map(|forbund| forbund.farthest_km).collect::<Option<Vec<u32>>>();
    GroupingValues {
        forbund: groups.len(),
        kansli,
        farthest_km: farthest.and_then(|km| km.into_iter().max()).map(u64::from),
        smallest: forbund.iter().map(|forbund| forbund.inhabitants).min().unwrap_or_default(),
        largest_share: share.map(percent),
        moved: moved(groups, &problem.today_sets()),
        ledamoter: forbund.iter().map(|forbund| forbund.ledamoter).sum(),
        state: income.map(|income: Income| Kronor::new(income.state)),
        total,
        insatser,
        // Who is in no förbund today contributes nothing then.
        contribution: payer.and_then(|payer| {
            Some(GrossAndNet {
                gross: Kronor::new(money.contribution(false, groups, payer)?),
                net: money.contribution(true, groups, payer).map(Kronor::new),
            })
        }),
    }
}
