//! The changes that lead to the förbund of a list, as a scenario whose values stand in the list.

use std::collections::BTreeMap;
use std::ops::Range;

use super::baseline::LoadedBaseline;
use super::document::At;
use super::grouping_table::{GroupingTable, ListedForbund};
use super::scenario_file::{ChangeSection, PartSection, ScenarioFile, Verb};
use crate::model::change::Change;
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::regrouping::{self, Step, Wanted};
use crate::model::row_id::RowId;

/// The scenario of a list, called `name`.
#[must_use]
pub fn scenario(table: &GroupingTable, name: String, baseline: &LoadedBaseline) -> ScenarioFile {
    let leave = leave(table, baseline);
    // Who is in no förbund then has left before all else.
    let mut before = baseline.model.before().clone();
    let left = Change::Leave { kommuner: table.left_out.iter().map(|kommun| kommun.value).collect() };
    let has_left = leave.is_none() || before.apply(&left, baseline.model.baseline()).is_ok();
    let before = &before;
    let wanted: Vec<Wanted> = table.forbund.iter().map(|forbund| wanted(forbund, before)).collect();
    let members = table.forbund.iter().flat_map(|forbund| &forbund.members);
    let writer = Writer {
        table,
        before,
        kommuner: &baseline.model.baseline().kommuner,
        places: members.map(|member| (member.value, member.span.clone())).collect(),
    };
    // Why nobody can leave is said where the change is done.
    let steps = if has_left { regrouping::steps(before, &wanted) } else { Vec::new() };
    ScenarioFile {
        path: None,
        rules: None,
        uncertain: Vec::new(),
        caps: None,
        name: Some(At { value: name, span: 0..0 }),
        description: None,
        source: None,
        baseline: None,
        changes: leave.into_iter().chain(steps.iter().map(|step| writer.change(step))).collect(),
        checks: Vec::new(),
        assumptions: Vec::new(),
    }
}

/// That kommuner which are not listed leave their förbund; nothing if all are.
fn leave(table: &GroupingTable, baseline: &LoadedBaseline) -> Option<ChangeSection> {
    let span = table.left_out.first()?.span.clone();
    let kommuner = &baseline.model.baseline().kommuner;
    let name = |kommun: &At<KommunId>| At {
        value: kommuner.get(kommun.value).name.clone(),
        span: kommun.span.clone(),
    };
    let names = At { value: table.left_out.iter().map(name).collect(), span: span.clone() };
    let verb = Some(Verb::Leave { kommuner: names });
    Some(ChangeSection { verb, span, ..ChangeSection::default() })
}

fn wanted(forbund: &ListedForbund, before: &Grouping) -> Wanted {
    Wanted {
        // One that all have left is made anew.
        today: forbund.today.filter(|today| before.row(*today).is_some()),
        members: forbund.members.iter().map(|member| member.value).collect(),
    }
}

fn is_member(forbund: &ListedForbund, kommun: KommunId) -> bool {
    forbund.members.iter().any(|member| member.value == kommun)
}

struct Writer<'table> {
    table: &'table GroupingTable,
    before: &'table Grouping,
    kommuner: &'table Kommuner,
    /// Where each kommun stands.
    places: BTreeMap<KommunId, Range<usize>>,
}

impl Writer<'_> {
    fn change(&self, step: &Step) -> ChangeSection {
        let mut sate = None;
        let (verb, span) = match step {
            Step::Merge { parts, into } => {
                let into = self.listed(*into);
                sate = into.today.and_then(|today| self.seat(today, |seat| is_member(into, seat)));
                let verb = Verb::Merge { parts: self.rows(parts, &into.name.span), into: into.name.clone() };
                (verb, into.name.span.clone())
            }
            Step::Gather(parts) => {
                let into = self.row_name(parts[0]);
                let span = into.span.clone();
                (Verb::Merge { parts: self.rows(parts, &span), into }, span)
            }
            Step::Split { whole, into } => {
                let whole = self.row_name(*whole);
                let span = whole.span.clone();
                let parts = into.iter().map(|(part, kommuner)| self.part(self.listed(*part), kommuner));
                (Verb::Split { whole, into: parts.collect() }, span)
            }
            Step::Move { kommuner, to } => {
                let to = self.listed(*to).name.clone();
                let span = to.span.clone();
                (Verb::Move { kommuner: self.kommuner(kommuner, &span), to }, span)
            }
            Step::Create(forbund) => {
                let forbund = self.listed(*forbund);
                let mut members: Vec<KommunId> = forbund.members.iter().map(|member| member.value).collect();
                members.sort_unstable();
                let (name, span) = (forbund.name.clone(), forbund.name.span.clone());
                (Verb::Create { name, kommuner: self.kommuner(&members, &span) }, span)
            }
        };
        ChangeSection { verb: Some(verb), sate, span, ..ChangeSection::default() }
    }

    fn listed(&self, forbund: usize) -> &ListedForbund {
        &self.table.forbund[forbund]
    }

    fn row(&self, id: RowId) -> &Row {
        self.before.row(id).expect("one of today's förbund")
    }

    /// The name of one of today's förbund, at its first kommun.
    fn row_name(&self, id: RowId) -> At<String> {
        let row = self.row(id);
        At { value: row.name.clone(), span: self.places[&row.lowest()].clone() }
    }

    fn rows(&self, ids: &[RowId], span: &Range<usize>) -> At<Vec<At<String>>> {
        At { value: ids.iter().map(|id| self.row_name(*id)).collect(), span: span.clone() }
    }

    fn kommun(&self, kommun: KommunId) -> At<String> {
        At { value: self.kommuner.get(kommun).name.clone(), span: self.places[&kommun].clone() }
    }

    fn kommuner(&self, kommuner: &[KommunId], span: &Range<usize>) -> At<Vec<At<String>>> {
        At { value: kommuner.iter().map(|kommun| self.kommun(*kommun)).collect(), span: span.clone() }
    }

    /// The seat of one of today's förbund, which is lost with the förbund unless it is said again.
    fn seat(&self, today: RowId, stays: impl Fn(KommunId) -> bool) -> Option<At<String>> {
        // One that all have left has none.
        let seat = self.before.row(today)?.seat.kommun();
        seat.filter(|seat| stays(*seat)).map(|seat| self.kommun(seat))
    }

    fn part(&self, forbund: &ListedForbund, kommuner: &[KommunId]) -> PartSection {
        let seat = forbund.today.and_then(|today| self.seat(today, |seat| kommuner.contains(&seat)));
        let span = forbund.name.span.clone();
        PartSection {
            name: Some(forbund.name.clone()),
            kommuner: Some(self.kommuner(kommuner, &span)),
            sate: seat,
            span,
            ..PartSection::default()
        }
    }
}
