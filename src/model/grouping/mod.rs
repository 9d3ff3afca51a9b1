//! Which kommuner form which förbund, and what their kanslier cost. How a change is done stands in `apply`, whose
//! kansli becomes whose when a förbund ceases in `ceased`.

mod apply;
mod ceased;

use super::baseline::Baseline;
use super::kansli::{Kansli, KansliRule, SplitBy};
use super::kommun::KommunId;
use super::kronor::Kronor;

/// Names a row for as long as it exists; never used again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId(u32);

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
    /// The rules that decided its kansli, where nobody stated it.
    pub rules: Vec<KansliRule>,
    /// Kommuner that have left it since it came to be: where it ceases, those who have them now take over its
    /// kansli.
    departed: Vec<KommunId>,
}

/// A kansli shared by several förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedKansli {
    /// Its cost, kr a year.
    pub cost: Kronor,
    /// How it is split.
    pub split_by: SplitBy,
}

/// A grouping of kommuner into förbund, with what their kanslier cost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grouping {
    rows: Vec<Row>,
    next_id: u32,
    /// Where each kommun of the table is.
    row_of: Vec<Option<RowId>>,
    /// Whether the change that brought each kommun where it is stated the receiver's kansli.
    brought_stated: Vec<bool>,
    shared: Vec<SharedKansli>,
    ended: Vec<KansliRule>,
    /// Kommuner that belonged to no förbund before.
    joined: Vec<KommunId>,
}

impl Grouping {
    /// The grouping of the baseline.
    #[must_use]
    pub fn new(baseline: &Baseline) -> Self {
        let mut grouping = Self {
            rows: Vec::with_capacity(baseline.forbund.len()),
            next_id: 0,
            row_of: vec![None; baseline.kommuner.len()],
            brought_stated: vec![false; baseline.kommuner.len()],
            shared: Vec::new(),
            ended: Vec::new(),
            joined: Vec::new(),
        };
        for forbund in &baseline.forbund {
            let kansli = Kansli::stated(forbund.kansli).unwrap_or(Kansli::Unknown);
            let row = grouping.new_row(&forbund.name, false, forbund.members.clone(), kansli);
            grouping.rows.push(row);
        }
        grouping
    }

    /// The rows in the order of the tables: förbund first, outside ones after all.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The förbund, without outside rows.
    pub fn forbund(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.outside)
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
        self.rows.iter().find(|row| row.id == id)
    }

    /// The shared kanslier.
    #[must_use]
    pub fn shared(&self) -> &[SharedKansli] {
        &self.shared
    }

    /// The rules that decided costs nobody stated, each once, as far as they still have an effect.
    #[must_use]
    pub fn rules(&self) -> Vec<KansliRule> {
        let mut rules: Vec<KansliRule> = Vec::new();
        for rule in self.rows.iter().flat_map(|row| &row.rules).chain(&self.ended) {
            if !rules.contains(rule) {
                rules.push(rule.clone());
            }
        }
        for (number, shared) in self.shared.iter().enumerate() {
            let forbund: Vec<String> = self
                .rows
                .iter()
                .filter(|row| row.shared.contains(&number))
                .map(|row| row.name.clone())
                .collect();
            if !forbund.is_empty() {
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

    /// Takes kommuner out of where they are and into `to`.
    fn take(&mut self, kommuner: &[KommunId], to: RowId, stated: bool) {
        for &kommun in kommuner {
            self.brought_stated[kommun.index()] = stated;
            match self.row_of[kommun.index()].replace(to) {
                None => self.joined.push(kommun),
                Some(from) => {
                    let from = self.row_mut(from);
                    from.members.retain(|&member| member != kommun);
                    from.departed.push(kommun);
                }
            }
            let to = self.row_mut(to);
            // One who comes back has not departed.
            to.departed.retain(|&departed| departed != kommun);
            to.members.push(kommun);
            to.members.sort_unstable();
        }
    }

    /// Puts `new` where the first of `old` stood, and lets `old` go.
    fn replace(&mut self, old: &[RowId], new: Vec<Row>) {
        let place = self.rows.iter().position(|row| old.contains(&row.id)).unwrap_or(0);
        self.rows.retain(|row| !old.contains(&row.id));
        self.rows.splice(place..place, new);
    }

    fn new_row(&mut self, name: &str, outside: bool, mut members: Vec<KommunId>, kansli: Kansli) -> Row {
        let id = RowId(self.next_id);
        self.next_id += 1;
        members.sort_unstable();
        for member in &members {
            self.row_of[member.index()] = Some(id);
        }
        Row {
            id,
            name: name.to_owned(),
            outside,
            members,
            kansli,
            shared: Vec::new(),
            rules: Vec::new(),
            departed: Vec::new(),
        }
    }

    /// Ids are handed out by this grouping and looked up while the row exists.
    fn row_mut(&mut self, id: RowId) -> &mut Row {
        self.rows.iter_mut().find(|row| row.id == id).expect("a row id that this grouping handed out")
    }
}

impl Row {
    /// Gives it a kansli that somebody stated; whatever decided the cost before no longer does.
    fn state(&mut self, kansli: Kansli) {
        self.kansli = kansli;
        self.shared.clear();
        self.rules.clear();
    }
}

/// Inhabitants 16–64 of a group of kommuner.
#[must_use]
pub fn inhabitants(kommuner: &[KommunId], baseline: &Baseline) -> u64 {
    kommuner.iter().map(|&kommun| baseline.kommuner.get(kommun).befolkning_16_64).sum()
}

/// The lowest kommunkod of a group, which decides ties.
pub(super) fn lowest(kommuner: &[KommunId]) -> KommunId {
    kommuner.iter().copied().min().unwrap_or(KommunId::new(usize::from(u16::MAX)))
}
