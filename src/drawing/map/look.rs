//! How maps look: colours, lines and sizes that every map has in common.

use crate::drawing::colour::Colour;
use crate::drawing::shape::{Fill, Pattern, PatternKind, Stroke};

/// The size of most letters; no smaller ones are used.
pub(crate) const SMALL: i64 = 120;
/// The size of the names of groups.
pub(crate) const LARGE: i64 = 130;
/// The size of captions.
pub(crate) const CAPTION: i64 = 150;

pub(crate) const SEA: Colour = Colour([0xed, 0xf4, 0xf8]);
/// Kommuner that border on those with colours.
pub(crate) const NEAR: Colour = Colour([0xda, 0xdb, 0xd8]);
/// Other kommuner.
pub(crate) const FAR: Colour = Colour([0xe4, 0xe5, 0xe2]);
/// Other countries.
pub(crate) const ABROAD: Colour = Colour([0xec, 0xec, 0xe9]);

/// Between kommuner without colours.
pub(crate) const PALE_BORDER: Stroke = Stroke::solid(Colour::WHITE, 8);
/// Between kommuner of a group.
pub(crate) const KOMMUN_BORDER: Stroke = Stroke::solid(Colour::WHITE, 11);
/// Between groups.
pub(crate) const GROUP_BORDER: Stroke = Stroke::solid(Colour([0x2c, 0x31, 0x37]), 16);
/// Along water.
pub(crate) const COAST: Stroke = Stroke::solid(Colour([0x6b, 0x7b, 0x87]), 7);
/// From a label to what it belongs to.
pub(crate) const LEADER: Stroke = Stroke::solid(Colour::INK, 8);

/// A kommun in no group.
pub(crate) const NO_GROUP: Fill = pale(PatternKind::Lattice, Colour([0xc8, 0xc9, 0xc6]));

/// A kommun without an amount, by the reason; not to be taken for an amount of zero.
pub(crate) const fn without(reason: usize) -> Fill {
    let ink = Colour([0x8f, 0x93, 0x90]);
    match reason {
        0 => NO_GROUP,
        1 => pale(PatternKind::Falling, ink),
        _ => pale(PatternKind::Level, ink),
    }
}

const fn pale(kind: PatternKind, ink: Colour) -> Fill {
    Fill { colour: Colour([0xf7, 0xf7, 0xf5]), pattern: Some(Pattern { kind, ink }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_letters_are_legible_where_there_is_no_amount() {
        let fills = [0, 1, 2].map(without);
        for (position, fill) in fills.iter().enumerate() {
            let pattern = fill.pattern.expect("a pattern");
            assert!(pattern.ink.contrast(Colour::INK) >= 3.0 && pattern.ink.contrast(fill.colour) >= 1.25);
            assert!(!fills[..position].contains(fill));
        }
    }
}
