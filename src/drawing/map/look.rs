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
pub(crate) const NO_GROUP: Fill = pale(PatternKind::Lattice);

/// A kommun without an amount, by the reason.
pub(crate) const fn without(reason: usize) -> Fill {
    match reason {
        0 => NO_GROUP,
        1 => pale(PatternKind::Dots),
        _ => pale(PatternKind::Level),
    }
}

const fn pale(kind: PatternKind) -> Fill {
    let (colour, ink) = (Colour([0xf7, 0xf7, 0xf5]), Colour([0xc8, 0xc9, 0xc6]));
    Fill { colour, pattern: Some(Pattern { kind, ink }) }
}
