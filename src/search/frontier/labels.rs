//! Labels of groups as small numbers, and states with the labels of their groups.

use std::collections::BTreeMap;

use super::condition::Problem;
use super::rule::GroupRule;
use super::state::{LABELS, Lineage, State};
use super::table::{Key, mixed};

/// A state with the number of the label of each group; zero beyond the last group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) state: State,
    labels: [u32; LABELS],
}

impl Labelled {
    pub(super) const EMPTY: Self = Self { state: State::EMPTY, labels: [0; LABELS] };
}

impl Key for Labelled {
    fn hash(self) -> u64 {
        let pairs = self.labels.chunks_exact(2).filter(|pair| pair[0] | pair[1] != 0);
        pairs.fold(self.state.hash(), |hash, pair| mixed(hash, u64::from(pair[0]) << 32 | u64::from(pair[1])))
    }
}

/// What becomes of a label with the vertex at work.
#[derive(Debug, Clone, Copy)]
enum Joined {
    /// Nobody has asked.
    Unknown,
    /// No group may have that.
    Refused,
    /// The number of the label, and the value added.
    Label(u32, i64),
}

/// The labels that have come up, numbered from one.
pub(super) struct Labels<'rule, R: GroupRule> {
    rule: &'rule R,
    list: Vec<R::Label>,
    numbers: BTreeMap<R::Label, u32>,
    /// For the vertex at work, what becomes of each label with it.
    joined: Vec<Joined>,
    founded: Option<(u32, i64)>,
}

impl<'rule, R: GroupRule> Labels<'rule, R> {
    pub(super) fn new(rule: &'rule R) -> Self {
        Self { rule, list: Vec::new(), numbers: BTreeMap::new(), joined: Vec::new(), founded: None }
    }

    pub(super) fn bytes(&self) -> usize {
        // A label stands in the list and in the map, whose nodes are partly empty.
        self.list.len() * (size_of::<R::Label>() * 3 + size_of::<u32>() * 2 + size_of::<Joined>())
    }

    /// Begins with a vertex of the problem, which may stand for several.
    pub(super) fn pass(&mut self, problem: &Problem, vertex: usize) {
        self.joined.clear();
        let members = &problem.members[vertex];
        let first = self.rule.found(members[0]);
        let founded =
            members[1..].iter().try_fold(first, |label, &member| self.grow(label?, member).map(Some));
        self.founded = founded.flatten().map(|(label, value)| (self.number(label), value));
    }

    fn grow(&self, (label, value): (R::Label, i64), vertex: usize) -> Option<(R::Label, i64)> {
        let (label, more) = self.rule.join(label, vertex)?;
        Some((label, value + more))
    }

    fn number(&mut self, label: R::Label) -> u32 {
        let next = u32::try_from(self.list.len() + 1).expect("memory ends before 2^32 labels");
        let number = *self.numbers.entry(label).or_insert(next);
        if number == next {
            self.list.push(label);
        }
        number
    }

    fn label(&self, number: u32) -> R::Label {
        self.list[place(number)]
    }

    fn joined(&mut self, problem: &Problem, vertex: usize, number: u32) -> Option<(u32, i64)> {
        match self.joined.get(place(number)).copied().unwrap_or(Joined::Unknown) {
            Joined::Label(label, value) => return Some((label, value)),
            Joined::Refused => return None,
            Joined::Unknown => {}
        }
        let first = (self.label(number), 0);
        let mut members = problem.members[vertex].iter();
        let grown = members.try_fold(first, |label, &member| self.grow(label, member));
        let joined = grown.map(|(label, value)| (self.number(label), value));
        self.joined.resize(self.list.len(), Joined::Unknown);
        self.joined[place(number)] =
            joined.map_or(Joined::Refused, |(label, value)| Joined::Label(label, value));
        joined
    }

    /// The labels of the groups of the state that follows, and the value added; `None` if a group is not allowed.
    pub(super) fn follow(
        &mut self,
        problem: &Problem,
        vertex: usize,
        before: &Labelled,
        state: State,
        lineage: &Lineage,
    ) -> Option<(Labelled, i64)> {
        let (own, mut value) = if lineage.founds() {
            self.founded?
        } else {
            self.joined(problem, vertex, before.labels[lineage.joined])?
        };
        let of = |group: usize| if group == lineage.joined { own } else { before.labels[group] };
        let mut labels = [0; LABELS];
        let mut goes_on = 0u32;
        for (label, &was) in labels.iter_mut().zip(&lineage.was[..lineage.now]) {
            *label = of(usize::from(was));
            goes_on |= 1 << was;
        }
        for group in 0..lineage.before + usize::from(lineage.founds()) {
            if goes_on >> group & 1 == 0 {
                value += self.rule.complete(self.label(of(group)))?;
            }
        }
        Some((Labelled { state, labels }, value))
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).expect("32 bits") - 1
}
