//! What the changes of a scenario make of each other. Each of them can be done; but one that undoes, repeats or
//! overrides an earlier one can hardly be meant, and its result would say nothing of it.
//!
//! Where nothing is left of an earlier change that stands for itself (a förbund that it created, a kansli that it
//! shared), that is an error. Where the later change may build on the earlier one it is a warning: the figures are
//! what the changes say, in their order.
//!
//! Like a change itself, what is found about it costs what it names, not what there is.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::change_done::{Done, Touched};
use super::scenario_file::Verb;
use crate::diagnostic::{Diagnostics, ScenarioProblem, Undoing};
use crate::model::change::{Change, Part};
use crate::model::grouping::Seat;
use crate::model::kansli::Sharing;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::name::canonical;
use crate::model::row_id::RowId;

/// The changes so far.
#[derive(Debug)]
pub(super) struct ChangeHistory {
    /// The last change that named each kommun.
    placed: Vec<Option<Placement>>,
    /// The rows there are that a change made.
    made: BTreeMap<RowId, Made>,
    /// What each row that was merged became.
    merged_into: HashMap<RowId, RowId>,
    /// Where the cost of a row was stated, for the rows whose cost holds a stated one.
    stated: BTreeMap<RowId, Vec<Range<usize>>>,
    /// The seats that changes stated.
    seats: HashMap<RowId, (KommunId, Range<usize>)>,
    /// Where the participants of each kansli stand that a change shared.
    shared: Vec<Range<usize>>,
    /// The names of förbund that there are no longer.
    used_up: HashMap<String, (UsedUp, Range<usize>)>,
    changes: usize,
    found: usize,
}

/// What became of a förbund that an earlier change names.
#[derive(Clone, Debug)]
pub(super) enum UsedUp {
    /// A part of this one.
    Merged(String),
    /// These parts.
    Split(Vec<String>),
    /// Nothing: its kommuner left it.
    Emptied,
}

impl UsedUp {
    /// What is wrong with naming it again.
    pub(super) fn problem(self, name: String) -> ScenarioProblem {
        match self {
            Self::Merged(into) => ScenarioProblem::ForbundMerged { name, into },
            Self::Split(parts) => ScenarioProblem::ForbundSplit { name, parts },
            Self::Emptied => ScenarioProblem::ForbundEmptied { name },
        }
    }
}

/// Where a change put a kommun.
#[derive(Clone, Debug)]
struct Placement {
    span: Range<usize>,
    change: usize,
    /// Where it was; nothing if it was in no förbund, or in one that was split then.
    from: Option<RowId>,
    /// Whether it was moved to a förbund that was there.
    is_moved: bool,
}

/// A förbund that a change made.
#[derive(Debug)]
struct Made {
    span: Range<usize>,
    by: Maker,
}

#[derive(Debug)]
enum Maker {
    Create,
    /// The kommuner of each part.
    Merge(Vec<Vec<KommunId>>),
    /// The number of the change, and the name of the whole.
    Split(usize, String),
}

/// Kommuner that one change put somewhere and another puts somewhere else.
struct MovedAgain {
    place: Range<usize>,
    earlier: Range<usize>,
    kommuner: Vec<KommunId>,
}

/// Two changes that contradict each other.
#[derive(Debug)]
pub(super) struct Contradiction {
    pub(super) problem: ScenarioProblem,
    /// The place in the later one.
    pub(super) place: Range<usize>,
    /// The place in the earlier one.
    pub(super) earlier: Range<usize>,
}

impl ChangeHistory {
    pub(super) fn new(kommuner: &Kommuner) -> Self {
        Self {
            placed: vec![None; kommuner.len()],
            made: BTreeMap::new(),
            merged_into: HashMap::new(),
            stated: BTreeMap::new(),
            seats: HashMap::new(),
            shared: Vec::new(),
            used_up: HashMap::new(),
            changes: 0,
            found: 0,
        }
    }

    /// What became of a förbund that there is no longer, and where.
    pub(super) fn used_up(&self, name: &str) -> Option<(UsedUp, Range<usize>)> {
        self.used_up.get(&canonical(name)).cloned()
    }

    /// Where a change put a kommun, if one did.
    pub(super) fn placed(&self, kommun: KommunId) -> Option<Range<usize>> {
        self.placed[kommun.index()].as_ref().map(|placement| placement.span.clone())
    }

    /// Notes a change, and finds what it contradicts.
    pub(super) fn record(&mut self, done: Done<'_>) -> Vec<Contradiction> {
        let mut found = Vec::new();
        self.find_emptied(done, &mut found);
        self.find_moved_again(done, &mut found);
        match done.change {
            Change::Merge { .. } => self.find_undone_by_merger(done, &mut found),
            Change::Split { whole, into } => {
                self.find_undone_by_split(done, *whole, into, &mut found);
                self.find_moves_undone_by_split(done, into, &mut found);
            }
            _ => {}
        }
        self.note_kansli(done, &mut found);
        self.note_seats(done, &mut found);
        self.find_changed_shares(done, &mut found);
        self.note_rows(done);
        self.note_placements(done);
        self.changes += 1;
        self.found += found.len();
        found
    }

    /// A förbund that a change made, and that kommuner leave one by one until none is left.
    fn find_emptied(&self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        for row in done.emptied() {
            let Some(made) = self.made.get(&row.id) else { continue };
            let name = row.name.clone();
            found.push(Contradiction {
                problem: match made.by {
                    Maker::Create => ScenarioProblem::CreatedLeftEmpty { name },
                    _ => ScenarioProblem::MadeLeftEmpty { name },
                },
                place: done.place_of(&row.members),
                earlier: made.span.clone(),
            });
        }
    }

    /// Kommuner that an earlier change put somewhere else.
    fn find_moved_again(&mut self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        // By earlier change and whether they come back, so that each pair of changes is reported once.
        let mut groups: BTreeMap<(usize, bool), MovedAgain> = BTreeMap::new();
        let emptied: Vec<RowId> =
            done.emptied().map(|row| row.id).filter(|id| self.made.contains_key(id)).collect();
        let rows = done.rows_before();
        for (kommun, place) in done.places() {
            // That the förbund is left empty says it all.
            if rows.get(&kommun).is_some_and(|row| emptied.contains(row)) {
                continue;
            }
            let Some(earlier) = self.placed[kommun.index()].clone() else { continue };
            let from = earlier.from.map(|from| self.now(from));
            let back = from.is_some() && from == done.after.row_of(kommun).map(|row| row.id);
            let group = groups.entry((earlier.change, back));
            let new = || MovedAgain { place, earlier: earlier.span, kommuner: Vec::new() };
            group.or_insert_with(new).kommuner.push(kommun);
        }
        for ((_, back), MovedAgain { place, earlier, kommuner }) in groups {
            let kommuner = done.names(&kommuner);
            let problem = if back {
                ScenarioProblem::MoveUndone { kommuner, by: Undoing::Return }
            } else {
                ScenarioProblem::KommunMovedAgain { kommuner }
            };
            found.push(Contradiction { problem, place, earlier });
        }
    }

    /// What was moved from one part to another, and what was split, and is merged again.
    fn find_undone_by_merger(&mut self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        let place = done.place();
        let parts: Vec<RowId> = done.touched.iter().map(|part| part.id).collect();
        let mut moved: BTreeMap<usize, (Range<usize>, Vec<KommunId>)> = BTreeMap::new();
        for &kommun in done.touched.iter().flat_map(|part| &part.members) {
            let Some(placement) = self.placed[kommun.index()].clone() else { continue };
            if placement.from.is_some_and(|from| parts.contains(&self.now(from))) {
                let group = moved.entry(placement.change);
                group.or_insert_with(|| (placement.span, Vec::new())).1.push(kommun);
            }
        }
        for (earlier, kommuner) in moved.into_values() {
            let kommuner = done.names(&kommuner);
            let problem = ScenarioProblem::MoveUndone { kommuner, by: Undoing::Merger };
            found.push(Contradiction { problem, place: place.clone(), earlier });
        }
        let mut splits: BTreeMap<usize, Vec<(&Made, &String)>> = BTreeMap::new();
        for made in parts.iter().filter_map(|part| self.made.get(part)) {
            if let Maker::Split(change, whole) = &made.by {
                splits.entry(*change).or_default().push((made, whole));
            }
        }
        for parts in splits.into_values() {
            if let [(made, whole), _, ..] = parts.as_slice() {
                let problem = ScenarioProblem::SplitUndone { forbund: (*whole).clone() };
                found.push(Contradiction { problem, place: place.clone(), earlier: made.span.clone() });
            }
        }
    }

    /// What was merged and is only taken apart again.
    fn find_undone_by_split(
        &self,
        done: Done<'_>,
        whole: RowId,
        into: &[Part],
        found: &mut Vec<Contradiction>,
    ) {
        let Some(Made { span, by: Maker::Merge(merged) }) = self.made.get(&whole) else { return };
        let part_of: HashMap<KommunId, usize> = into
            .iter()
            .enumerate()
            .flat_map(|(part, of)| of.kommuner.iter().map(move |kommun| (*kommun, part)))
            .collect();
        // Of each merged part, all that is still there goes to one new part.
        let is_kept = |members: &Vec<KommunId>| {
            let mut parts = members.iter().filter_map(|kommun| part_of.get(kommun));
            let first = parts.next();
            parts.all(|part| Some(part) == first)
        };
        if merged.iter().all(is_kept) {
            let forbund = done.touched[0].name.clone();
            let problem = ScenarioProblem::MergerUndone { forbund };
            found.push(Contradiction { problem, place: done.place(), earlier: span.clone() });
        }
    }

    /// Kommuner that one change moved to a förbund, and that are split off it by themselves.
    fn find_moves_undone_by_split(&self, done: Done<'_>, into: &[Part], found: &mut Vec<Contradiction>) {
        for part in into {
            let mut placements = part.kommuner.iter().map(|kommun| self.placed[kommun.index()].as_ref());
            let Some(Some(first)) = placements.next() else { continue };
            let is_same = |placement: Option<&Placement>| {
                placement.is_some_and(|placement| placement.change == first.change)
            };
            if first.is_moved && placements.all(is_same) {
                found.push(Contradiction {
                    problem: ScenarioProblem::MoveUndone {
                        kommuner: done.names(&part.kommuner),
                        by: Undoing::Split,
                    },
                    place: done.place(),
                    earlier: first.span.clone(),
                });
            }
        }
    }

    /// Seats that were stated and are stated anew, in another kommun.
    fn note_seats(&mut self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        let (kommuner, earlier): (&[KommunId], &[RowId]) = match done.change {
            Change::Move { kommuner, to, .. } => (kommuner, std::slice::from_ref(to)),
            Change::Create { kommuner, .. } => (kommuner, &[]),
            Change::Merge { parts, .. } => {
                (done.touched.first().map_or(&[], |part| part.members.as_slice()), parts)
            }
            Change::MoveOutside { .. }
            | Change::Split { .. }
            | Change::Leave { .. }
            | Change::Elsewhere { .. }
            | Change::ShareKansli(_) => return,
        };
        let Some(written) = &done.section.sate else { return };
        let row = done.row_of_receiver(kommuner);
        let Some((row, seat)) = row.and_then(|row| match row.seat {
            Seat::In(seat) => Some((row, seat)),
            Seat::Unstated | Seat::Lapsed(_) => None,
        }) else {
            return;
        };
        let others = earlier.iter().filter_map(|row| self.seats.remove(row));
        if let Some((_, earlier)) = others.filter(|(earlier, _)| *earlier != seat).last() {
            let problem = ScenarioProblem::SateOverridden { forbund: row.name.clone() };
            found.push(Contradiction { problem, place: written.span.clone(), earlier });
        }
        self.seats.insert(row.id, (seat, written.span.clone()));
    }

    /// Costs that were stated and are stated anew, or replaced by a shared one; and where costs are stated now.
    fn note_kansli(&mut self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        let mut earlier = self.take_stated(done.emptied().map(|row| row.id));
        let (members, also): (&[KommunId], _) = match done.change {
            Change::Move { kommuner, to, .. } => (kommuner, vec![*to]),
            Change::MoveOutside { .. } | Change::Leave { .. } | Change::Elsewhere { .. } => return,
            Change::Create { kommuner, .. } => (kommuner, Vec::new()),
            Change::Merge { parts, .. } => {
                (done.touched.first().map_or(&[], |part| part.members.as_slice()), parts.clone())
            }
            Change::Split { whole, into } => return self.note_kansli_of_parts(done, *whole, into, found),
            Change::ShareKansli(sharing) => {
                return self.note_shared_kansli(done, sharing, found);
            }
        };
        earlier.extend(self.take_stated(also));
        let Some(row) = done.row_of_receiver(members) else { return };
        let stated = done.section.kansli.as_ref().map(|kansli| kansli.span.clone());
        if let (Some(place), Some(earlier)) = (&stated, earlier.last()) {
            let problem = ScenarioProblem::KansliOverridden { forbund: row.name.clone() };
            found.push(Contradiction { problem, place: place.clone(), earlier: earlier.clone() });
        }
        self.note_stated(row.id, stated.map_or(earlier, |stated| vec![stated]));
    }

    fn note_kansli_of_parts(
        &mut self,
        done: Done<'_>,
        whole: RowId,
        into: &[Part],
        found: &mut Vec<Contradiction>,
    ) {
        let Verb::Split { into: written, .. } = done.verb else { return };
        let earlier = self.take_stated([whole]);
        let stated: Vec<Option<Range<usize>>> =
            written.iter().map(|part| part.kansli.as_ref().map(|kansli| kansli.span.clone())).collect();
        // A part that states none has its share of what the whole had.
        let every: Option<Vec<&Range<usize>>> = stated.iter().map(Option::as_ref).collect();
        if let (Some(place), Some(earlier)) = (every.and_then(|every| every.first().copied()), earlier.last())
        {
            let forbund = done.touched[0].name.clone();
            let problem = ScenarioProblem::KansliOverridden { forbund };
            found.push(Contradiction { problem, place: place.clone(), earlier: earlier.clone() });
        }
        for (part, stated) in into.iter().zip(stated) {
            if let Some(row) = done.row_of_any(&part.kommuner) {
                self.note_stated(row, stated.map_or_else(|| earlier.clone(), |stated| vec![stated]));
            }
        }
    }

    fn note_shared_kansli(
        &mut self,
        done: Done<'_>,
        sharing: &Sharing<RowId>,
        found: &mut Vec<Contradiction>,
    ) {
        let Verb::SharedKansli { participants: written, .. } = done.verb else { return };
        self.shared.push(written.span.clone());
        if sharing.only_items {
            // Where other items were stated they still count.
            return;
        }
        for (row, name) in sharing.participants.iter().zip(&written.value) {
            if let Some(earlier) = self.take_stated([row.forbund]).pop() {
                let problem = ScenarioProblem::KansliReplaced { forbund: name.value.clone() };
                found.push(Contradiction { problem, place: name.span.clone(), earlier });
            }
        }
    }

    /// Where the costs of these rows were stated; what is taken is theirs no longer.
    fn take_stated(&mut self, rows: impl IntoIterator<Item = RowId>) -> Vec<Range<usize>> {
        rows.into_iter().filter_map(|row| self.stated.remove(&row)).flatten().collect()
    }

    fn note_stated(&mut self, row: RowId, mut spans: Vec<Range<usize>>) {
        // The latest is enough to show; a long chain of changes would keep them all.
        spans.drain(..spans.len().saturating_sub(1));
        if !spans.is_empty() {
            self.stated.insert(row, spans);
        }
    }

    /// Shared kanslier that fewer take part in than before.
    fn find_changed_shares(&self, done: Done<'_>, found: &mut Vec<Contradiction>) {
        let mut numbers: Vec<usize> =
            done.touched.iter().flat_map(|row| row.shared.iter().copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            // What is shared today ends as any other kansli does.
            let Some(by_change) = done.after.shared_by_change(number) else { continue };
            let Some(earlier) = self.shared.get(by_change).cloned() else { continue };
            let before = done.touched.iter().filter(|row| row.shared.contains(&number));
            let (kept, lost): (Vec<&Touched>, Vec<&Touched>) =
                before.partition(|row| done.takes_part(row, number));
            // Of the rows that a change is about, only those of a merger become one.
            let merged = matches!(done.change, Change::Merge { .. }) && kept.len() > 1;
            if lost.is_empty() && !merged {
                continue;
            }
            let problem = if done.after.shared()[number].is_in_effect() {
                let names = |rows: &[&Touched]| rows.iter().map(|row| row.name.clone()).collect();
                ScenarioProblem::SharedKansliChanged {
                    lost: names(&lost),
                    merged: if merged { names(&kept) } else { Vec::new() },
                    left: self.participants(done, number),
                }
            } else {
                ScenarioProblem::SharedKansliGone
            };
            found.push(Contradiction { problem, place: done.place(), earlier });
        }
    }

    /// Who takes part in a shared kansli; nobody reads on where there is more wrong than is shown.
    fn participants(&self, done: Done<'_>, number: usize) -> Vec<String> {
        if self.found > Diagnostics::MOST {
            return Vec::new();
        }
        let participants = done.after.rows().iter().filter(|row| row.takes_part(number));
        participants.map(|row| row.name.clone()).collect()
    }

    fn note_rows(&mut self, done: Done<'_>) {
        let became: UsedUp = match done.verb {
            Verb::Merge { into, .. } => UsedUp::Merged(into.value.clone()),
            Verb::Split { into, .. } => {
                let names = into.iter().filter_map(|part| part.name.as_ref());
                UsedUp::Split(names.map(|name| name.value.clone()).collect())
            }
            _ => UsedUp::Emptied,
        };
        for row in done.touched.iter().filter(|row| done.after.row(row.id).is_none()) {
            self.made.remove(&row.id);
            self.used_up.insert(canonical(&row.name), (became.clone(), done.place()));
        }
        match (done.verb, done.change) {
            (Verb::Create { name, .. }, Change::Create { kommuner, .. }) => {
                let made = Made { span: name.span.clone(), by: Maker::Create };
                self.made.extend(done.row_of_any(kommuner).map(|row| (row, made)));
            }
            (Verb::Merge { into, .. }, Change::Merge { parts, .. }) => {
                let members: Vec<_> = done.touched.iter().map(|part| part.members.clone()).collect();
                let Some(row) = members.first().and_then(|part| done.row_of_any(part)) else { return };
                self.made.insert(row, Made { span: into.span.clone(), by: Maker::Merge(members) });
                self.merged_into.extend(parts.iter().map(|part| (*part, row)));
            }
            (Verb::Split { whole, into: written }, Change::Split { into, .. }) => {
                for (part, written) in into.iter().zip(written) {
                    let name = written.name.as_ref();
                    let span = name.map_or_else(|| written.span.clone(), |name| name.span.clone());
                    let made = Made { span, by: Maker::Split(self.changes, whole.value.clone()) };
                    self.made.extend(done.row_of_any(&part.kommuner).map(|row| (row, made)));
                }
            }
            _ => {}
        }
    }

    fn note_placements(&mut self, done: Done<'_>) {
        if let (Change::Split { into, .. }, Verb::Split { into: written, .. }) = (done.change, done.verb) {
            for (part, written) in into.iter().zip(written) {
                let names = written.kommuner.iter().flat_map(|kommuner| &kommuner.value);
                for (kommun, name) in part.kommuner.iter().zip(names) {
                    self.place(*kommun, name.span.clone(), None, false);
                }
            }
            return;
        }
        let rows = done.rows_before();
        for (kommun, span) in done.places() {
            if let Verb::Dissolve { .. } = done.verb {
                // No kommun was named, so that naming them afterwards contradicts nothing.
                self.placed[kommun.index()] = None;
                continue;
            }
            let is_moved = matches!(done.change, Change::Move { .. });
            self.place(kommun, span, rows.get(&kommun).copied(), is_moved);
        }
    }

    fn place(&mut self, kommun: KommunId, span: Range<usize>, from: Option<RowId>, is_moved: bool) {
        self.placed[kommun.index()] = Some(Placement { span, change: self.changes, from, is_moved });
    }

    /// The row that a row has become by mergers.
    fn now(&mut self, row: RowId) -> RowId {
        let mut now = row;
        while let Some(&next) = self.merged_into.get(&now) {
            now = next;
        }
        // The next time the way is short, however many mergers there were.
        let mut passed = row;
        while let Some(next) = self.merged_into.get_mut(&passed).filter(|next| **next != now) {
            passed = std::mem::replace(next, now);
        }
        now
    }
}
