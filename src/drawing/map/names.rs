//! The names of all kommuner of a base map.

use super::base_map::BaseMap;
use super::ground::Ground;
use super::naming::{Label, Name, name_variants, number_block};
use super::numbers::Numbers;

/// A map whose kommuner have fewer squares than this on average, some 600 pixels, has no names of kommuner.
const SPARSEST: i64 = 38;

/// The names of all kommuner with their places, which every map of the same ground begins with. There are none if the
/// kommuner are too small for names.
pub(crate) struct Names {
    by_position: Option<Vec<Name>>,
}

impl Names {
    /// With the `figures` below the names, where they are not empty, and numbers of so many `digits` where there is no
    /// place for a name.
    pub(crate) fn new(base_map: &BaseMap, ground: &Ground, figures: &[String], digits: usize) -> Self {
        let count = i64::try_from(base_map.shown.len()).unwrap_or(i64::MAX);
        if ground.all.of(ground.area).0 / count.max(1) < SPARSEST {
            return Self { by_position: None };
        }
        let number = number_block(&"8".repeat(digits));
        let names = base_map.shown.iter().enumerate().map(|(position, shown)| {
            let figure = figures.get(position).map_or("", String::as_str);
            Name::new(ground, position, name_variants(&shown.name, figure), number.clone())
        });
        Self { by_position: Some(names.collect()) }
    }

    /// The name of each kommun, if the map has names.
    pub(crate) fn all(&self) -> &[Name] {
        self.by_position.as_deref().unwrap_or_default()
    }

    pub(crate) fn are_shown(&self) -> bool {
        self.by_position.is_some()
    }
}

/// What `place` makes of several maps when it keeps places for numbers of so many digits, as few as they have.
/// `labels_of` says which labels each of them has.
pub(crate) fn fitted<P>(
    base_map: &BaseMap,
    place: impl Fn(usize) -> Vec<P>,
    labels_of: impl Fn(&P) -> &[Label],
) -> (Vec<P>, Numbers) {
    let count = base_map.shown.len();
    // So many kommuner rarely need less.
    let mut digits = if count > 30 { 2 } else { 1 };
    loop {
        let placed = place(digits);
        let labels: Vec<&[Label]> = placed.iter().map(&labels_of).collect();
        let numbers = Numbers::new(count, &labels);
        let needed = numbers.last().to_string().len();
        if needed <= digits {
            return (placed, numbers);
        }
        digits = needed;
    }
}
