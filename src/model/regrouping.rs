//! Which changes make today's förbund those that are wanted: a list that is short, and reads as people would say it.
//!
//! A förbund that keeps its name stays, and kommuner move to it. Of what becomes another one, whole förbund are merged,
//! one that falls into parts is split, and only what is made of pieces of several is created: so costs of kanslier
//! stay known wherever they can. No kommun is named by two changes, unless förbund exchange all their kommuner.

use std::collections::{BTreeMap, BTreeSet};

use super::grouping::{Grouping, Row};
use super::kommun::KommunId;
use super::row_id::RowId;

/// A förbund that is wanted. Every kommun of today's förbund is in exactly one, and none is empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Today's förbund whose name it has.
    pub today: Option<RowId>,
    /// Its kommuner.
    pub members: Vec<KommunId>,
}

/// A change. Wanted förbund are known by their position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Förbund of today become one, with the name of a wanted one.
    Merge {
        /// The parts.
        parts: Vec<RowId>,
        /// The whole.
        into: usize,
    },
    /// A förbund of today becomes several.
    Split {
        /// The whole.
        whole: RowId,
        /// The parts with their kommuner.
        into: Vec<(usize, Vec<KommunId>)>,
    },
    /// Kommuner move to a förbund that is there.
    Move {
        /// Who moves.
        kommuner: Vec<KommunId>,
        /// Where to.
        to: usize,
    },
    /// A förbund is created of all its kommuner.
    Create(usize),
    /// Förbund of today become one with the name of the first, to be split by the next step.
    Gather(Vec<RowId>),
}

/// The changes that make the wanted förbund of today's, in the order in which they can be done.
#[must_use]
pub fn steps(today: &Grouping, wanted: &[Wanted]) -> Vec<Step> {
    let overlap = Overlap::new(today, wanted);
    overlap.components().iter().flat_map(|component| overlap.steps(component)).collect()
}

/// What today's and the wanted förbund have in common, both by position.
struct Overlap<'groupings> {
    today: Vec<&'groupings Row>,
    wanted: &'groupings [Wanted],
    /// The kommuner of each of today's by where they go.
    parts: Vec<BTreeMap<usize, Vec<KommunId>>>,
    /// The kommuner of each wanted one by where they are, and those that are nowhere.
    sources: Vec<BTreeMap<Option<usize>, Vec<KommunId>>>,
    /// The wanted one that each of today's stays as.
    stays_as: Vec<Option<usize>>,
    /// The one of today's that each wanted one is.
    was: Vec<Option<usize>>,
    /// Where each kommun is.
    place: BTreeMap<KommunId, usize>,
}

/// Förbund that have to do with each other.
#[derive(Default)]
struct Component {
    today: Vec<usize>,
    wanted: Vec<usize>,
}

/// Which new förbund are parts of a split.
#[derive(Clone, Copy)]
enum Pieces {
    /// Those that have most of their kommuner from one of today's.
    Most,
    /// Those that have all of them from it.
    All,
}

impl<'groupings> Overlap<'groupings> {
    fn new(today: &'groupings Grouping, wanted: &'groupings [Wanted]) -> Self {
        let today: Vec<&Row> = today.forbund().collect();
        let numbers: BTreeMap<RowId, usize> =
            today.iter().enumerate().map(|(row, of)| (of.id, row)).collect();
        let places =
            today.iter().enumerate().flat_map(|(row, of)| of.members.iter().map(move |one| (*one, row)));
        let place: BTreeMap<KommunId, usize> = places.collect();
        let mut parts = vec![BTreeMap::<usize, Vec<KommunId>>::new(); today.len()];
        let mut sources = vec![BTreeMap::<Option<usize>, Vec<KommunId>>::new(); wanted.len()];
        let mut stays_as = vec![None; today.len()];
        let was: Vec<Option<usize>> =
            wanted.iter().map(|one| one.today.and_then(|id| numbers.get(&id).copied())).collect();
        for (position, one) in wanted.iter().enumerate() {
            let mut members = one.members.clone();
            members.sort_unstable();
            for kommun in members {
                let from = place.get(&kommun).copied();
                sources[position].entry(from).or_default().push(kommun);
                if let Some(from) = from {
                    parts[from].entry(position).or_default().push(kommun);
                }
            }
            if let Some(row) = was[position] {
                stays_as[row] = Some(position);
            }
        }
        Self { today, wanted, parts, sources, stays_as, was, place }
    }

    /// Förbund are in one component if they share a kommun or a name.
    fn components(&self) -> Vec<Component> {
        // A wanted one is numbered behind all of today's.
        let behind = self.today.len();
        let mut root: Vec<usize> = (0..behind + self.wanted.len()).collect();
        for (row, parts) in self.parts.iter().enumerate() {
            for wanted in parts.keys().copied().chain(self.stays_as[row]) {
                let (one, other) = (find(&mut root, row), find(&mut root, behind + wanted));
                root[one.max(other)] = one.min(other);
            }
        }
        let mut components: BTreeMap<usize, Component> = BTreeMap::new();
        for number in 0..root.len() {
            let component = components.entry(find(&mut root, number)).or_default();
            match number.checked_sub(behind) {
                None => component.today.push(number),
                Some(wanted) => component.wanted.push(wanted),
            }
        }
        components.into_values().collect()
    }

    /// Splits can wait for each other; then the next way has fewer of them.
    fn steps(&self, component: &Component) -> Vec<Step> {
        let tried =
            [Pieces::Most, Pieces::All].into_iter().map(|pieces| self.direct_steps(component, pieces));
        tried.flatten().next().unwrap_or_else(|| self.by_way_of_one(component))
    }

    /// Steps of which each takes kommuner where they are to be; nothing if they wait for each other.
    fn direct_steps(&self, component: &Component, pieces: Pieces) -> Option<Vec<Step>> {
        let mut steps: Vec<Step> = Vec::new();
        // Where the kommuner are from that a förbund has without further moves.
        let mut has: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &wanted in &component.wanted {
            has.extend(self.was[wanted].map(|row| (wanted, vec![row])));
            let parts = self.merged(wanted, pieces);
            if parts.len() > 1 {
                let ids = parts.iter().map(|row| self.today[*row].id).collect();
                steps.push(Step::Merge { parts: ids, into: wanted });
                has.insert(wanted, parts);
            }
        }
        for &row in component.today.iter().filter(|row| self.is_split(**row, pieces)) {
            let into = self.split_parts(row, pieces);
            has.extend(into.iter().map(|(wanted, _)| (*wanted, vec![row])));
            steps.push(Step::Split { whole: self.today[row].id, into });
        }
        let mut creations = Vec::new();
        for &wanted in &component.wanted {
            let Some(has) = has.get(&wanted) else {
                creations.push(Step::Create(wanted));
                continue;
            };
            let is_missing = |from: &Option<usize>| from.is_none_or(|from| !has.contains(&from));
            let kommuner = self.from(wanted, is_missing);
            if !kommuner.is_empty() {
                steps.push(Step::Move { kommuner, to: wanted });
            }
        }
        steps.extend(creations);
        self.in_order(steps)
    }

    /// The kommuner of a wanted förbund that are where it is asked for, in order.
    fn from(&self, wanted: usize, is_meant: impl Fn(&Option<usize>) -> bool) -> Vec<KommunId> {
        let meant = self.sources[wanted].iter().filter(|(from, _)| is_meant(from));
        let mut kommuner: Vec<KommunId> = meant.flat_map(|(_, kommuner)| kommuner.iter().copied()).collect();
        kommuner.sort_unstable();
        kommuner
    }

    /// The wanted ones that a förbund of today falls into, with what each gets: new ones that are made of it, and the one
    /// it stays as.
    fn split_parts(&self, row: usize, pieces: Pieces) -> Vec<(usize, Vec<KommunId>)> {
        let is_part = |wanted: usize, here: usize| match (self.was[wanted], pieces) {
            (Some(was), _) => was == row,
            (None, Pieces::All) => self.sources[wanted].keys().flatten().all(|from| *from == row),
            (None, Pieces::Most) => {
                2 * here > self.wanted[wanted].members.len() && self.whole(wanted).nth(1).is_none()
            }
        };
        let parts = self.parts[row].iter().filter(|(wanted, kommuner)| is_part(**wanted, kommuner.len()));
        parts.map(|(wanted, kommuner)| (*wanted, kommuner.clone())).collect()
    }

    fn is_split(&self, row: usize, pieces: Pieces) -> bool {
        // One that stays with other kommuner cannot be taken apart.
        !self.is_exchanged(row) && self.split_parts(row, pieces).len() > 1
    }

    /// Whether a förbund stays, with none of its kommuner.
    fn is_exchanged(&self, row: usize) -> bool {
        self.stays_as[row].is_some_and(|wanted| !self.parts[row].contains_key(&wanted))
    }

    /// Those of today's that become a wanted one: all that go there whole, and the one it is.
    fn merged(&self, wanted: usize, pieces: Pieces) -> Vec<usize> {
        let stays = self.was[wanted];
        if stays.is_some_and(|row| self.is_split(row, pieces) || self.is_exchanged(row)) {
            return Vec::new();
        }
        let mut parts: Vec<usize> = stays.into_iter().chain(self.whole(wanted)).collect();
        parts.sort_unstable();
        parts
    }

    /// Those of today's that go whole to a wanted one, and leave their name.
    fn whole(&self, wanted: usize) -> impl Iterator<Item = usize> {
        let goes_whole = |row: &usize| self.parts[*row].len() == 1 && self.stays_as[*row].is_none();
        self.sources[wanted].keys().copied().flatten().filter(goes_whole)
    }

    /// The steps in an order in which each can be done; nothing if each that waits needs another one first.
    fn in_order(&self, mut waiting: Vec<Step>) -> Option<Vec<Step>> {
        let mut progress = Progress::before(self, &waiting);
        let mut done: Vec<Step> = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let next = waiting.iter().position(|step| progress.allows(self, step))?;
            let step = waiting.remove(next);
            progress.note(self, &step);
            done.push(step);
        }
        Some(done)
    }

    /// The kommuner that a step takes one by one.
    fn taken<'step>(&'step self, step: &'step Step) -> &'step [KommunId] {
        match step {
            Step::Move { kommuner, .. } => kommuner,
            Step::Create(wanted) => &self.wanted[*wanted].members,
            Step::Merge { .. } | Step::Split { .. } | Step::Gather(_) => &[],
        }
    }

    /// All of today's are merged and the whole is split: that always leads there.
    fn by_way_of_one(&self, component: &Component) -> Vec<Step> {
        let rows: Vec<RowId> = component.today.iter().map(|row| self.today[*row].id).collect();
        let part = |wanted: &usize| (*wanted, self.from(*wanted, Option::is_some));
        let (parts, created): (Vec<_>, Vec<_>) =
            component.wanted.iter().map(part).partition(|(_, kommuner)| !kommuner.is_empty());
        let joining = parts.iter().map(|(wanted, _)| (*wanted, self.from(*wanted, Option::is_none)));
        let joining = joining.filter(|(_, kommuner)| !kommuner.is_empty());
        let moves: Vec<Step> = joining.map(|(to, kommuner)| Step::Move { kommuner, to }).collect();
        let whole = rows[0];
        let mut steps = vec![Step::Gather(rows), Step::Split { whole, into: parts }];
        steps.extend(moves);
        steps.extend(created.into_iter().map(|(wanted, _)| Step::Create(wanted)));
        steps
    }
}

/// How far the steps have come.
struct Progress {
    /// The kommuner that have not been taken from each of today's förbund.
    left: Vec<BTreeSet<KommunId>>,
    /// Wanted förbund that a step is still to make.
    unmade: BTreeSet<usize>,
    /// Today's förbund that lose all their kommuner and are still to receive others: empty, one would be dissolved.
    to_receive: BTreeSet<usize>,
}

impl Progress {
    fn before(overlap: &Overlap<'_>, steps: &[Step]) -> Self {
        let mut unmade = BTreeSet::new();
        let mut to_receive = BTreeSet::new();
        for step in steps {
            match step {
                // What stays can receive kommuner before others are merged with it.
                Step::Merge { into, .. } if overlap.was[*into].is_none() => unmade.extend([*into]),
                Step::Split { into, .. } => unmade.extend(into.iter().map(|(wanted, _)| *wanted)),
                Step::Move { to, .. } => {
                    to_receive.extend(overlap.was[*to].filter(|row| overlap.is_exchanged(*row)));
                }
                Step::Merge { .. } | Step::Create(_) | Step::Gather(_) => {}
            }
        }
        let left = overlap.today.iter().map(|row| row.members.iter().copied().collect()).collect();
        Self { left, unmade, to_receive }
    }

    /// Whether a step can be done now.
    fn allows(&self, overlap: &Overlap<'_>, step: &Step) -> bool {
        match step {
            // Who goes elsewhere goes first.
            Step::Merge { into, .. } => overlap.was[*into].is_none_or(|row| {
                overlap.parts[row].get(into).is_some_and(|staying| staying.len() == self.left[row].len())
            }),
            Step::Split { into, .. } => {
                let staying: usize = into.iter().map(|(_, part)| part.len()).sum();
                let first = into.first().and_then(|(_, part)| part.first());
                first.is_some_and(|first| self.left[overlap.place[first]].len() == staying)
            }
            Step::Move { to, .. } => !self.unmade.contains(to) && self.keeps_receivers(overlap, step),
            Step::Create(_) => self.keeps_receivers(overlap, step),
            Step::Gather(_) => true,
        }
    }

    /// Whether every förbund that is to receive others keeps a kommun until then, or receives them now.
    fn keeps_receivers(&self, overlap: &Overlap<'_>, step: &Step) -> bool {
        if self.to_receive.is_empty() {
            return true;
        }
        let receives = match step {
            Step::Move { to, .. } => overlap.was[*to],
            _ => None,
        };
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for from in overlap.taken(step).iter().filter_map(|kommun| overlap.place.get(kommun)) {
            *taken.entry(*from).or_default() += 1;
        }
        taken.into_iter().all(|(row, taken)| {
            receives == Some(row) || !self.to_receive.contains(&row) || taken < self.left[row].len()
        })
    }

    fn note(&mut self, overlap: &Overlap<'_>, step: &Step) {
        for kommun in overlap.taken(step) {
            if let Some(row) = overlap.place.get(kommun) {
                self.left[*row].remove(kommun);
            }
        }
        match step {
            Step::Merge { into, .. } => {
                self.unmade.remove(into);
            }
            Step::Split { into, .. } => into.iter().for_each(|(wanted, _)| {
                self.unmade.remove(wanted);
            }),
            Step::Move { to, .. } => {
                if let Some(row) = overlap.was[*to] {
                    self.to_receive.remove(&row);
                }
            }
            Step::Create(_) | Step::Gather(_) => {}
        }
    }
}

/// The number that stands for all that are in one component.
fn find(root: &mut [usize], number: usize) -> usize {
    let mut found = number;
    while root[found] != found {
        root[found] = root[root[found]];
        found = root[found];
    }
    found
}
