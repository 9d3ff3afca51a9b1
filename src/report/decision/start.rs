//! When the changes of an alternative are done, and which förbund there are from then on.

use std::collections::BTreeSet;

use crate::analysis::inquiry::ComputedScenario;
use crate::analysis::result::{ForbundResult, ScenarioResult};
use crate::model::change::Change;
use crate::model::grouping::{Grouping, Row};
use crate::model::path::Month;
use crate::report::rows;

/// A time at which changes are done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Start {
    /// The first month; none where the scenario has no path.
    pub(super) from: Option<Month>,
    /// The förbund that have other kommuner from then on.
    pub(super) forbund: Vec<String>,
    /// Whether förbund share a kansli from then on.
    pub(super) shares_kansli: bool,
    /// Whether some förbund has kommuner then that it did not have, or shares a kansli: it needs people for more.
    pub(super) recruits: bool,
}

/// Each of them in order of time; one without a date where there is no path. `result` is of the förbund concerned.
pub(super) fn starts(computed: &ComputedScenario, result: &ScenarioResult) -> Vec<Start> {
    let scenario = &computed.scenario;
    let shares = |change: &Change| matches!(change, Change::ShareKansli(_));
    let Some(path) = &scenario.path else {
        let before = &result.figures.before;
        let is_new = |name: &&str| {
            let after = result.figures.after.gross.of(name);
            before.of(name).map(|row| &row.members) != after.map(|row| &row.members)
        };
        let names = rows::at_the_end(result).into_iter().filter(|row| !row.outside);
        let rows: Vec<_> = names.collect();
        let gains = |row: &&ForbundResult| gains(before.of(&row.name).map(|row| &row.members), &row.members);
        let shares_kansli = scenario.changes.iter().any(shares);
        let recruits = shares_kansli || rows.iter().any(gains);
        let names = rows.iter().map(|row| row.name.as_str());
        let forbund = names.filter(is_new).map(str::to_owned).collect();
        return vec![Start { from: None, forbund, shares_kansli, recruits }];
    };
    let done = || path.dates.iter().zip(&path.stated);
    let regroups = |change: &Change| !matches!(change, Change::Elsewhere { .. });
    let dates: BTreeSet<Month> =
        done().filter(|(_, change)| regroups(change)).map(|(date, _)| *date).collect();
    let mut before = scenario.baseline.model.before();
    let mut starts = Vec::new();
    for date in dates {
        let of_year = path.years.iter().find(|year| year.year == date.year);
        let span = of_year.and_then(|year| {
            let is_first = |span: &usize| year.months(*span).is_some_and(|(first, _)| first == date.month);
            (0..year.spans.len()).find(is_first).map(|span| &year.spans[span].after)
        });
        let Some(after) = span else { continue };
        let shares_kansli = done().any(|(at, change)| *at == date && shares(change));
        let gains = |row: &Row| {
            let known = before.forbund().find(|known| known.name == row.name);
            gains(known.map(|known| &known.members), &row.members)
        };
        starts.push(Start {
            from: Some(date),
            forbund: new_forbund(before, after),
            shares_kansli,
            recruits: shares_kansli || after.forbund().any(gains),
        });
        before = after;
    }
    starts
}

/// Whether a förbund has kommuner that it did not have, or is a new one.
fn gains<Kommun: PartialEq>(before: Option<&Vec<Kommun>>, after: &[Kommun]) -> bool {
    before.is_none_or(|before| after.iter().any(|kommun| !before.contains(kommun)))
}

/// The förbund of a grouping that another one does not have with the same kommuner.
fn new_forbund(before: &Grouping, after: &Grouping) -> Vec<String> {
    let is_known =
        |name: &str, members| before.forbund().any(|row| row.name == name && row.members == members);
    let new = after.forbund().filter(|row| !is_known(&row.name, row.members.clone()));
    new.map(|row| row.name.clone()).collect()
}
