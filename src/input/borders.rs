//! Which kommuner border each other, from the table that the program carries.

use std::collections::BTreeMap;

use super::builtin;
use super::search_file::{BORDERS, Border};
use crate::model::kommun::{KommunId, Kommuner};

/// Where the table stands among the built-in files.
const TABLE: &str = "data/grannar.csv";

/// The pairs of some kommuner that border each other in one of some ways, as positions among them.
///
/// # Panics
/// If the table that the program carries is not as a test compares it.
#[must_use]
pub fn pairs(kommuner: &Kommuner, searched: &[KommunId], counted: &[Border]) -> Vec<(usize, usize)> {
    let codes = searched.iter().enumerate();
    let positions: BTreeMap<String, usize> =
        codes.map(|(position, id)| (kommuner.get(*id).kommunkod.to_string(), position)).collect();
    let table = builtin::file(TABLE).expect("a file of the program");
    let pair = |line: &str| {
        let mut cells = line.split(',');
        let (one, other) = (positions.get(cells.next()?)?, positions.get(cells.next()?)?);
        let written = cells.next()?;
        let (_, border) =
            BORDERS.iter().find(|(word, _)| *word == written).expect("one of the known borders");
        counted.contains(border).then_some((*one, *other))
    };
    table.lines().skip(1).filter_map(pair).collect()
}
