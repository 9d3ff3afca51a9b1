//! The grouping itself: rows, where they are, and who moves between them. How a change is done is in `apply`.

use std::sync::Arc;

use num_rational::BigRational;
use num_traits::Zero;

use super::history::History;
use super::row::{MoveStated, Participation, Row, Seat, SharedKansli};
use super::row_names::RowNames;
use crate::model::baseline::Baseline;
use crate::model::holdings::{Holding, Holdings};
use crate::model::kansli::{Kansli, KansliRule, SavedBy, Sharing};
use crate::model::kommun::KommunId;
use crate::model::partition::Partition;
use crate::model::row_id::RowId;

/// A grouping of kommuner into förbund, with what their kanslier cost.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Grouping {
    pub(super) rows: Vec<Arc<Row>>,
    /// The ids of the rows in their order: all in one place, so that they are searched quickly.
    pub(super) ids: Vec<RowId>,
    pub(super) names: RowNames,
    pub(super) next_id: usize,
    /// The row of each kommun of the table.
    pub(super) partition: Partition,
    /// What the change that moved each kommun where it is stated of the receiver.
    pub(super) moved_stated: Vec<MoveStated>,
    pub(super) shared: Vec<SharedKansli>,
    /// How many shared a kansli, today and by changes.
    pub(super) sharings: usize,
    /// How many did today.
    pub(super) sharings_today: usize,
    /// How many of the shared kanslier some row takes part in.
    pub(super) shared_in_effect: usize,
    pub(super) history: History,
    pub(super) ended: Vec<KansliRule>,
    /// What förbund had that were dissolved, by name: nobody takes it over.
    pub(super) left_behind: Vec<(String, Holdings)>,
    /// Kommuner that belonged to no förbund before.
    pub(super) joined: Vec<KommunId>,
    /// Kommuner that have left and are in no row now.
    pub(super) left: Vec<KommunId>,
    /// So many förbund more there are in the rest of the country.
    pub(super) elsewhere: i64,
}

impl Grouping {
    /// Shared kanslier that can be in effect at once: more than there are förbund in the country.
    pub const MOST_SHARED: usize = 100;

    /// Förbund that a change can leave in the rest of the country: as many as there are kommunkoder.
    pub const MOST_ELSEWHERE: u32 = 10_000;

    /// The grouping of the baseline.
    #[must_use]
    pub fn new(baseline: &Baseline) -> Self {
        let mut grouping = Self {
            partition: Partition::new(baseline.kommuner.len()),
            moved_stated: vec![MoveStated::default(); baseline.kommuner.len()],
            ..Self::default()
        };
        let mut ids = Vec::with_capacity(baseline.forbund.len());
        for (position, forbund) in baseline.forbund.iter().enumerate() {
            let shares_all = |sharing: &Sharing<usize>| {
                !sharing.only_items && sharing.participants.iter().any(|of| of.forbund == position)
            };
            let kansli = match &forbund.kansli {
                Some(cost) => Kansli::stated(cost.clone()),
                None if baseline.shared_kanslier.iter().any(shares_all) => Kansli::nothing(),
                None => Kansli::Unknown,
            };
            let members = forbund.members.clone();
            let mut row = grouping.new_row(&forbund.name, false, members, kansli, baseline);
            row.seat = Seat::stated(forbund.seat);
            row.key.clone_from(&forbund.key);
            row.holdings.clone_from(&forbund.holdings);
            if forbund.kansli.is_none()
                && row.kansli == Kansli::nothing()
                && row.holdings.of(Holding::Posts).is_none()
            {
                // It has only its part of what is shared.
                row.holdings.set(Holding::Posts, Some(BigRational::zero()));
            }
            ids.push(grouping.insert(grouping.rows.len(), row));
        }
        for sharing in &baseline.shared_kanslier {
            let cost = sharing.cost.clone().expect("what is shared today states its cost");
            grouping.share(sharing, (cost, sharing.posts.clone()), None, |forbund| ids[forbund]);
        }
        grouping.sharings_today = grouping.sharings;
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

    /// Whether a kommun is in a row.
    #[must_use]
    pub fn holds(&self, kommun: KommunId) -> bool {
        self.partition.of(kommun).is_some()
    }

    /// The row a kommun is in.
    #[must_use]
    pub fn row_of(&self, kommun: KommunId) -> Option<&Row> {
        self.partition.of(kommun).map(|id| self.existing(id))
    }

    /// The row with this id, if it still exists.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.place(id).map(|place| self.rows[place].as_ref())
    }

    /// The row with this name in its canonical form, [`crate::model::name::canonical`].
    #[must_use]
    pub fn row_named(&self, canonical: &str) -> Option<&Row> {
        self.names.canonical(canonical).map(|id| self.existing(id))
    }

    /// The rows with this name in its folded form, [`crate::model::name::folded`], in no particular order.
    pub fn rows_named_like(&self, folded: &str) -> impl Iterator<Item = &Row> {
        self.names.folded(folded).iter().map(|&id| self.existing(id))
    }

    /// The shared kanslier.
    #[must_use]
    pub fn shared(&self) -> &[SharedKansli] {
        &self.shared
    }

    /// Which of the changes that share a kansli made the shared one at a position; `None` for those of today.
    #[must_use]
    pub fn shared_by_change(&self, position: usize) -> Option<usize> {
        self.shared[position].sharing.checked_sub(self.sharings_today)
    }

    /// For each shared kansli, the positions of the rows that take part in it, with the share of each.
    #[must_use]
    pub fn participants(&self) -> Vec<Vec<(usize, &BigRational)>> {
        let mut participants = vec![Vec::new(); self.shared.len()];
        for (position, row) in self.rows.iter().enumerate() {
            for part in &row.shared {
                participants[part.kansli].push((position, &part.share));
            }
        }
        participants
    }

    /// The rules that decided costs which were not stated, each once, as far as they still have an effect.
    #[must_use]
    pub fn rules(&self) -> Vec<KansliRule> {
        let of_rows = self.rows.iter().filter_map(|row| row.history);
        let rules = self.history.rules(of_rows, &self.ended);
        let mut rules: Vec<KansliRule> = rules.into_iter().cloned().collect();
        for (shared, rows) in self.shared.iter().zip(self.participants()) {
            if !rows.is_empty() {
                let forbund: Vec<String> =
                    rows.into_iter().map(|(row, _)| self.rows[row].name.clone()).collect();
                rules.extend(shared.pool.map(|pool| KansliRule::Saved {
                    forbund: forbund.clone(),
                    by: SavedBy::SharedKansli,
                    saved: pool.saved,
                }));
                rules.push(KansliRule::Shared {
                    forbund,
                    items: shared.items().map(|item| item.name.clone()).collect(),
                    cost: shared.cost.amount(),
                    split_by: shared.split_by,
                    is_today: shared.sharing < self.sharings_today,
                });
            }
        }
        rules
    }

    /// Kommuner that are in a row now and were in no förbund of the baseline, in the order they joined.
    #[must_use]
    pub fn joined(&self) -> &[KommunId] {
        &self.joined
    }

    /// Kommuner that have left a förbund and are in no row now, in the order they left.
    #[must_use]
    pub fn left(&self) -> &[KommunId] {
        &self.left
    }

    /// What förbund had that were dissolved, by name, in the order of the changes: nobody takes it over.
    #[must_use]
    pub fn left_behind(&self) -> &[(String, Holdings)] {
        &self.left_behind
    }

    /// How many förbund more than today there are in the rest of the country; less than zero if fewer.
    #[must_use]
    pub fn elsewhere(&self) -> i64 {
        self.elsewhere
    }

    pub(super) fn existing(&self, id: RowId) -> &Row {
        &self.rows[self.place_of(id)]
    }

    fn place(&self, id: RowId) -> Option<usize> {
        self.ids.iter().position(|known| *known == id)
    }

    /// Where a row is that exists; one of a copy of this grouping need not.
    pub(super) fn place_of(&self, id: RowId) -> usize {
        self.place(id).expect("the id of a row that exists")
    }

    pub(super) fn row_mut(&mut self, id: RowId) -> &mut Row {
        let place = self.place_of(id);
        Arc::make_mut(&mut self.rows[place])
    }

    /// Where the outside rows begin, which come after all förbund.
    pub(super) fn first_outside(&self) -> usize {
        self.rows.partition_point(|row| !row.outside)
    }

    pub(super) fn insert(&mut self, place: usize, row: Row) -> RowId {
        let id = row.id;
        self.names.add(&row.name, row.id);
        self.add_participant(&row.shared);
        self.ids.insert(place, row.id);
        self.rows.insert(place, Arc::new(row));
        id
    }

    pub(super) fn remove(&mut self, place: usize) -> Row {
        let row = Arc::unwrap_or_clone(self.rows.remove(place));
        self.ids.remove(place);
        self.names.remove(&row.name, row.id);
        self.remove_participant(&row.shared);
        row
    }

    /// Puts `new` at the place of the first of `old`, and removes `old`.
    pub(super) fn replace(&mut self, old: &[RowId], new: Vec<Row>) {
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
    pub(super) fn add_participant(&mut self, shared: &[Participation]) {
        for part in shared {
            let participants = &mut self.shared[part.kansli].participants;
            self.shared_in_effect += usize::from(*participants == 0);
            *participants += 1;
        }
    }

    /// Counts that one row less takes part in these shared kanslier.
    pub(super) fn remove_participant(&mut self, shared: &[Participation]) {
        for part in shared {
            let participants = &mut self.shared[part.kansli].participants;
            *participants -= 1;
            self.shared_in_effect -= usize::from(*participants == 0);
        }
    }

    /// Gives a row a stated kansli; whatever decided the cost before no longer does. How many posts of shared ones are in
    /// it is not known.
    pub(super) fn state_kansli(&mut self, id: RowId, kansli: Kansli) {
        let row = self.row_mut(id);
        if !row.shared.is_empty() {
            row.holdings.set(Holding::Posts, None);
        }
        row.kansli = kansli;
        row.history = None;
        let shared = std::mem::take(&mut row.shared);
        self.remove_participant(&shared);
    }

    /// Moves kommuner from where they are to a row, of which something may be stated.
    pub(super) fn move_kommuner(
        &mut self,
        kommuner: &[KommunId],
        to: RowId,
        stated: MoveStated,
        baseline: &Baseline,
    ) {
        let mut left: Vec<(RowId, KommunId)> = Vec::new();
        for &kommun in kommuner {
            self.moved_stated[kommun.index()] = stated;
            if let Some(from) = self.partition.place(kommun, to) {
                left.push((from, kommun));
                continue;
            }
            // One that comes back brings what it took along.
            self.left.retain(|one| *one != kommun);
            if !baseline.forbund.iter().any(|forbund| forbund.members.contains(&kommun)) {
                self.joined.push(kommun);
            }
        }
        self.take_from_rows(left, baseline);
        let place = self.place_of(to);
        let partition = &self.partition;
        let to_row = Arc::make_mut(&mut self.rows[place]);
        // One that comes back has not departed, and the seat is where it was.
        to_row.departed.retain(|departed| partition.of(*departed) != Some(to));
        if let Seat::Lapsed(seat) = to_row.seat
            && kommuner.contains(&seat)
        {
            to_row.seat = Seat::In(seat);
        }
        to_row.members.extend_from_slice(kommuner);
        to_row.members.sort_unstable();
        to_row.inhabitants += baseline.figures.inhabitants(kommuner);
    }

    /// Takes kommuner out of the rows they are in; they are in none then.
    pub(super) fn leave(&mut self, kommuner: &[KommunId], baseline: &Baseline) {
        let mut left: Vec<(RowId, KommunId)> = Vec::new();
        for &kommun in kommuner {
            self.moved_stated[kommun.index()] = MoveStated::default();
            let from = self.partition.take(kommun).expect("a kommun that is in a row");
            left.push((from, kommun));
            self.joined.retain(|one| *one != kommun);
            self.left.push(kommun);
        }
        self.take_from_rows(left, baseline);
    }

    /// Takes kommuner out of rows, after their place in the partition was changed.
    fn take_from_rows(&mut self, mut left: Vec<(RowId, KommunId)>, baseline: &Baseline) {
        // Each row is updated once, however many leave it; who leaves it first is its first departed.
        left.sort_by_key(|(from, _)| *from);
        for group in left.chunk_by(|one, other| one.0 == other.0) {
            let from = group[0].0;
            let place = self.place_of(from);
            let partition = &self.partition;
            let row = Arc::make_mut(&mut self.rows[place]);
            row.members.retain(|member| partition.of(*member) == Some(from));
            for (_, kommun) in group {
                row.inhabitants -= baseline.figures.inhabitants(&[*kommun]);
                row.departed.push(*kommun);
                if row.seat == Seat::In(*kommun) {
                    row.seat = Seat::Lapsed(*kommun);
                }
            }
        }
    }

    pub(super) fn new_row(
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
        for &member in &members {
            self.partition.place(member, id);
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
            key: None,
            holdings: Holdings::default(),
            awaits_posts: false,
            history: None,
            departed: Vec::new(),
        }
    }
}
