//! Which kommuner form which förbund, and what their kanslier cost. How a change is done stands in `apply`, whose
//! kansli becomes whose when a förbund ceases in `ceased`.
//!
//! A change costs what it names, not what there is: rows are found by id and by name without looking at all of them,
//! no change copies the grouping, and what rows have in common is shared.

mod apply;
mod ceased;
mod history;
mod row_names;

use std::sync::Arc;

use self::history::{History, StepId};
use self::row_names::RowNames;
use super::baseline::Baseline;
use super::kansli::{Kansli, KansliRule, SplitBy};
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::row_id::RowId;

/// A förbund, or the row of one outside the baseline that receives kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its identity.
    pub id: RowId,
    /// Its name.
    pub name: String,
    /// Whether it stands for a förbund outside the baseline.
    pub outside: bool,
    /// Its kommuner, in order of kommunkod.
    pub members: Vec<KommunId>,
    /// The cost of its own kansli, without its share of a shared one.
    pub kansli: Kansli,
    /// Which shared kanslier it takes part in, as positions in [`Grouping::shared`]; a merged förbund can have
    /// inherited several.
    pub shared: Vec<usize>,
    /// Where it has its seat.
    pub seat: Seat,
    /// Inhabitants 16–64 of its kommuner.
    inhabitants: u64,
    /// The last of the rules that decided its kansli, where nobody stated it.
    history: Option<StepId>,
    /// Kommuner that have left it since it came to be: where it ceases, those who have them now take over its
    /// kansli.
    departed: Vec<KommunId>,
}

/// Where a förbund has its seat. No money depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Seat {
    /// Nobody stated it.
    #[default]
    Unstated,
    /// In this kommun, a member.
    In(KommunId),
    /// It was in this kommun, which has left.
    Lapsed(KommunId),
}

impl Seat {
    /// A stated seat, or none.
    fn stated(seat: Option<KommunId>) -> Self {
        seat.map_or(Self::Unstated, Self::In)
    }

    /// The kommun, where there is one now.
    #[must_use]
    pub fn kommun(self) -> Option<KommunId> {
        match self {
            Self::In(kommun) => Some(kommun),
            Self::Unstated | Self::Lapsed(_) => None,
        }
    }
}

/// A kansli shared by several förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedKansli {
    /// Its cost, kr a year.
    pub cost: Kronor,
    /// How it is split.
    pub split_by: SplitBy,
    /// How many rows take part in it.
    carried_by: usize,
}

/// A grouping of kommuner into förbund, with what their kanslier cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grouping {
    rows: Vec<Arc<Row>>,
    /// The ids of the rows in their order: small, so that a row is found quickly.
    ids: Vec<RowId>,
    names: RowNames,
    next_id: u32,
    /// Where each kommun of the table is.
    row_of: Vec<Option<RowId>>,
    /// Whether the change that brought each kommun where it is stated the receiver's kansli.
    brought_stated: Vec<bool>,
    shared: Vec<SharedKansli>,
    /// How many of the shared kanslier some row takes part in.
    shared_in_effect: usize,
    history: History,
    ended: Vec<KansliRule>,
    /// Kommuner that belonged to no förbund before.
    joined: Vec<KommunId>,
}

impl SharedKansli {
    /// Whether anybody takes part in it.
    #[must_use]
    pub fn is_in_effect(&self) -> bool {
        self.carried_by > 0
    }
}

impl Grouping {
    /// Shared kanslier that can be in effect at once: more than there are förbund in the country.
    pub const MOST_SHARED: usize = 100;

    /// The grouping of the baseline.
    #[must_use]
    pub fn new(baseline: &Baseline) -> Self {
        let mut grouping = Self {
            rows: Vec::with_capacity(baseline.forbund.len()),
            ids: Vec::with_capacity(baseline.forbund.len()),
            names: RowNames::default(),
            next_id: 0,
            row_of: vec![None; baseline.kommuner.len()],
            brought_stated: vec![false; baseline.kommuner.len()],
            shared: Vec::new(),
            shared_in_effect: 0,
            history: History::default(),
            ended: Vec::new(),
            joined: Vec::new(),
        };
        for forbund in &baseline.forbund {
            let kansli = Kansli::stated(forbund.kansli).unwrap_or(Kansli::Unknown);
            let members = forbund.members.clone();
            let mut row = grouping.new_row(&forbund.name, false, members, kansli, baseline);
            row.seat = Seat::stated(forbund.seat);
            grouping.insert(grouping.rows.len(), row);
        }
        grouping
    }

    /// The rows in the order of the tables: förbund first, outside ones after all.
    #[must_use]
    pub fn rows(&self) -> &[Arc<Row>] {
        &self.rows
    }

    /// The förbund, without outside rows.
    pub fn forbund(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().map(AsRef::as_ref).filter(|row: &&Row| !row.outside)
    }

    /// How many förbund there are, outside ones not counted.
    #[must_use]
    pub fn forbund_count(&self) -> usize {
        self.forbund().count()
    }

    /// The row a kommun is in.
    #[must_use]
    pub fn row_of(&self, kommun: KommunId) -> Option<&Row> {
        self.row_of[kommun.index()].and_then(|id| self.row(id))
    }

    /// The row with this id, if it still exists.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.place(id).map(|place| self.rows[place].as_ref())
    }

    /// The row with this name in its canonical form, [`crate::model::name::canonical`].
    #[must_use]
    pub fn row_named(&self, canonical: &str) -> Option<&Row> {
        self.names.canonical(canonical).and_then(|id| self.row(id))
    }

    /// The rows with this name in its folded form, [`crate::model::name::folded`], in no particular order.
    pub fn rows_named_like(&self, folded: &str) -> impl Iterator<Item = &Row> {
        self.names.folded(folded).iter().filter_map(|&id| self.row(id))
    }

    /// The shared kanslier.
    #[must_use]
    pub fn shared(&self) -> &[SharedKansli] {
        &self.shared
    }

    /// For each shared kansli, the positions of the rows that take part in it.
    #[must_use]
    pub fn participants(&self) -> Vec<Vec<usize>> {
        let mut participants = vec![Vec::new(); self.shared.len()];
        for (position, row) in self.rows.iter().enumerate() {
            for &number in &row.shared {
                participants[number].push(position);
            }
        }
        participants
    }

    /// The rules that decided costs nobody stated, each once, as far as they still have an effect.
    #[must_use]
    pub fn rules(&self) -> Vec<KansliRule> {
        let of_rows = self.rows.iter().filter_map(|row| row.history);
        let rules = self.history.rules(of_rows, &self.ended);
        let mut rules: Vec<KansliRule> = rules.into_iter().cloned().collect();
        for (shared, rows) in self.shared.iter().zip(self.participants()) {
            if !rows.is_empty() {
                let forbund = rows.into_iter().map(|row| self.rows[row].name.clone()).collect();
                rules.push(KansliRule::Shared { forbund, cost: shared.cost, split_by: shared.split_by });
            }
        }
        rules
    }

    /// Kommuner that are in a row now and were in no förbund of the baseline, in the order they joined.
    #[must_use]
    pub fn joined(&self) -> &[KommunId] {
        &self.joined
    }

    fn place(&self, id: RowId) -> Option<usize> {
        self.ids.iter().position(|known| *known == id)
    }

    /// Ids are handed out by this grouping and looked up while the row exists.
    fn place_of(&self, id: RowId) -> usize {
        self.place(id).expect("a row id that this grouping handed out")
    }

    fn row_mut(&mut self, id: RowId) -> &mut Row {
        let place = self.place_of(id);
        Arc::make_mut(&mut self.rows[place])
    }

    fn insert(&mut self, place: usize, row: Row) {
        self.names.add(&row.name, row.id);
        self.carry(&row.shared);
        self.ids.insert(place, row.id);
        self.rows.insert(place, Arc::new(row));
    }

    fn remove(&mut self, place: usize) -> Row {
        let row = Arc::unwrap_or_clone(self.rows.remove(place));
        self.ids.remove(place);
        self.names.remove(&row.name, row.id);
        self.put_down(&row.shared);
        row
    }

    /// Puts `new` where the first of `old` stood, and lets `old` go.
    fn replace(&mut self, old: &[RowId], new: Vec<Row>) {
        let mut places: Vec<usize> = old.iter().map(|&id| self.place_of(id)).collect();
        places.sort_unstable();
        for &place in places.iter().rev() {
            self.remove(place);
        }
        let first = *places.first().expect("what is replaced is named");
        for (offset, row) in new.into_iter().enumerate() {
            self.insert(first + offset, row);
        }
    }

    /// Counts that one more row takes part in these shared kanslier.
    fn carry(&mut self, shared: &[usize]) {
        for &number in shared {
            let carried_by = &mut self.shared[number].carried_by;
            self.shared_in_effect += usize::from(*carried_by == 0);
            *carried_by += 1;
        }
    }

    /// Counts that one row less takes part in these shared kanslier.
    fn put_down(&mut self, shared: &[usize]) {
        for &number in shared {
            let carried_by = &mut self.shared[number].carried_by;
            *carried_by -= 1;
            self.shared_in_effect -= usize::from(*carried_by == 0);
        }
    }

    /// Gives a row a kansli that somebody stated; whatever decided the cost before no longer does.
    fn state(&mut self, id: RowId, cost: Kronor) {
        let row = self.row_mut(id);
        row.kansli = Kansli::Known(cost);
        row.history = None;
        let shared = std::mem::take(&mut row.shared);
        self.put_down(&shared);
    }

    /// Takes kommuner out of where they are and into `to`.
    fn take(&mut self, kommuner: &[KommunId], to: RowId, stated: bool, baseline: &Baseline) {
        let mut left: Vec<(RowId, KommunId)> = Vec::new();
        for &kommun in kommuner {
            self.brought_stated[kommun.index()] = stated;
            match self.row_of[kommun.index()].replace(to) {
                None => self.joined.push(kommun),
                Some(from) => left.push((from, kommun)),
            }
        }
        // Each row is walked once, however many leave it; who leaves it first is its first departed.
        left.sort_by_key(|(from, _)| *from);
        for group in left.chunk_by(|one, other| one.0 == other.0) {
            let from = group[0].0;
            let place = self.place_of(from);
            let row_of = &self.row_of;
            let row = Arc::make_mut(&mut self.rows[place]);
            row.members.retain(|member| row_of[member.index()] == Some(from));
            for (_, kommun) in group {
                row.inhabitants -= baseline.figures.inhabitants(&[*kommun]);
                row.departed.push(*kommun);
                if row.seat == Seat::In(*kommun) {
                    row.seat = Seat::Lapsed(*kommun);
                }
            }
        }
        let place = self.place_of(to);
        let row_of = &self.row_of;
        let to_row = Arc::make_mut(&mut self.rows[place]);
        // One who comes back has not departed.
        to_row.departed.retain(|departed| row_of[departed.index()] != Some(to));
        to_row.members.extend_from_slice(kommuner);
        to_row.members.sort_unstable();
        to_row.inhabitants += baseline.figures.inhabitants(kommuner);
    }

    fn new_row(
        &mut self,
        name: &str,
        outside: bool,
        mut members: Vec<KommunId>,
        kansli: Kansli,
        baseline: &Baseline,
    ) -> Row {
        let id = RowId::new(self.next_id);
        self.next_id += 1;
        members.sort_unstable();
        for member in &members {
            self.row_of[member.index()] = Some(id);
        }
        Row {
            id,
            name: name.to_owned(),
            outside,
            inhabitants: baseline.figures.inhabitants(&members),
            members,
            kansli,
            shared: Vec::new(),
            seat: Seat::Unstated,
            history: None,
            departed: Vec::new(),
        }
    }
}

/// The lowest kommunkod of a group, which decides ties.
pub(super) fn lowest(kommuner: &[KommunId]) -> KommunId {
    kommuner.iter().copied().min().expect("a group of kommuner is not empty")
}
