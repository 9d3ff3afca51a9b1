//! Which kommuner belong together.

use super::atlas::Atlas;
use crate::drawing::palette::Style;

/// A group of kommuner: a förbund.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// How it looks.
    pub style: Style,
    /// Which of the subjects has its office.
    pub seat: Option<usize>,
}

/// One way of dividing the subjects of a base map into groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Division {
    /// What stands above the map.
    pub caption: String,
    /// What the map shows, for screen readers.
    pub description: String,
    /// The groups.
    pub groups: Vec<Group>,
    /// The group of each subject, in the order of the subjects; none for one in no group.
    pub group_of: Vec<Option<usize>>,
}

/// The words of a map of groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DivisionWords {
    /// Beside the mark of a seat.
    pub seat: String,
    /// For kommuner in no group.
    pub no_group: String,
}

/// The pairs of groups that touch in one of several divisions of the same kommuner: `group_of` has, for each division,
/// the group of each kommun under a number that is the same in all of them. For [`crate::drawing::palette::styles`].
#[must_use]
pub fn touching(atlas: &Atlas, kommunkoder: &[&str], group_of: &[Vec<Option<usize>>]) -> Vec<(usize, usize)> {
    let mut subject_of = vec![None; atlas.kommuner().count()];
    for (subject, kommunkod) in kommunkoder.iter().enumerate() {
        if let Some(kommun) = atlas.find(kommunkod) {
            subject_of[kommun.index()] = Some(subject);
        }
    }
    let neighbours = atlas.neighbours().into_iter();
    let neighbours = neighbours.filter_map(|(one, two)| subject_of[one.index()].zip(subject_of[two.index()]));
    let neighbours: Vec<(usize, usize)> = neighbours.collect();
    let mut touching: Vec<(usize, usize)> = Vec::new();
    for group_of in group_of {
        let group = |subject: usize| group_of.get(subject).copied().flatten();
        let pairs = neighbours.iter().filter_map(|(one, two)| group(*one).zip(group(*two)));
        touching.extend(pairs.filter(|(one, two)| one != two).map(|(one, two)| (one.min(two), one.max(two))));
    }
    touching.sort_unstable();
    touching.dedup();
    touching
}
