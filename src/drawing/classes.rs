//! Classes of signed amounts, the same on both sides of zero, and their colours.

use super::colour::Colour;
use super::shape::{Fill, Pattern, PatternKind};

/// The colours of amounts above zero and below it, from those near zero outwards, all light enough for dark letters.
/// Orange and blue are distinguished by the colour-blind; in grey, amounts above zero have lines.
const MORE: [Colour; 3] =
    [Colour([0xf8, 0xdc, 0xb4]), Colour([0xf0, 0xb3, 0x6b]), Colour([0xd9, 0x82, 0x2b])];
const LESS: [Colour; 3] =
    [Colour([0xc8, 0xe3, 0xea]), Colour([0x8c, 0xc3, 0xd3]), Colour([0x4f, 0x9f, 0xb8])];
const ZERO: Colour = Colour([0xf5, 0xf5, 0xf2]);

/// The classes of signed amounts: zero alone, and up to three on either side of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Classes {
    /// Above which size of an amount the next class begins: rising.
    bounds: Vec<i64>,
}

impl Classes {
    /// Classes for these amounts, between round numbers, so that about a third of those that are not zero is in each
    /// pair of classes of the same size.
    #[must_use]
    pub fn of(amounts: impl IntoIterator<Item = i64>) -> Self {
        let sizes = amounts.into_iter().map(i64::unsigned_abs).filter(|size| *size > 0);
        let mut sizes: Vec<u64> = sizes.collect();
        sizes.sort_unstable();
        let Some(largest) = sizes.last().copied() else {
            return Self { bounds: Vec::new() };
        };
        let mut bounds: Vec<u64> = Vec::new();
        for share in [1, 2] {
            let bound = round(sizes[(sizes.len() * share / 3).min(sizes.len() - 1)]);
            let bound = if bounds.last() == Some(&bound) { next(bound) } else { bound };
            // Not one that has nothing above it, or that all are above.
            if bound < largest && bound >= sizes[0] {
                bounds.push(bound);
            }
        }
        Self { bounds: bounds.into_iter().filter_map(|bound| i64::try_from(bound).ok()).collect() }
    }

    /// Where one class ends and the next begins, from the lowest amount to the highest. Zero, which is a class of its
    /// own, is in their middle.
    #[must_use]
    pub fn bounds(&self) -> Vec<i64> {
        let below = self.bounds.iter().rev().map(|bound| -bound);
        below.chain([0]).chain(self.bounds.iter().copied()).collect()
    }

    /// How many there are on either side of zero.
    pub(crate) fn on_each_side(&self) -> usize {
        self.bounds.len() + 1
    }

    /// What an amount is filled with.
    #[must_use]
    pub fn fill(&self, amount: i64) -> Fill {
        let above = self.bounds.iter().filter(|bound| amount.unsigned_abs() > bound.unsigned_abs()).count();
        self.nth(amount.signum(), above)
    }

    /// What the class on a side of zero is filled with that is so many steps away from it.
    pub(crate) fn nth(&self, side: i64, step: usize) -> Fill {
        // The outermost class always has the strongest colour.
        let step = (step + MORE.len()).saturating_sub(self.on_each_side()).min(MORE.len() - 1);
        match side {
            0 => Fill::plain(ZERO),
            1.. => {
                let colour = MORE[step];
                let ink = colour.mixed(Colour::INK, 20);
                Fill { colour, pattern: Some(Pattern { kind: PatternKind::Rising, ink }) }
            }
            _ => Fill::plain(LESS[step]),
        }
    }
}

/// The fill of what is more, where there are no classes.
#[must_use]
pub fn more() -> Fill {
    Classes::of([]).nth(1, 0)
}

/// The fill of what is less, where there are no classes.
#[must_use]
pub fn less() -> Fill {
    Classes::of([]).nth(-1, 0)
}

/// The nearest of 1, 2, 5, 10, 20, 50 … that is not greater.
fn round(size: u64) -> u64 {
    let mut bound = 1;
    while let Some(greater) = Some(next(bound)).filter(|next| *next <= size && *next > bound) {
        bound = greater;
    }
    bound
}

/// The next of 1, 2, 5, 10, 20, 50 …
fn next(bound: u64) -> u64 {
    let mut unit = 1;
    while bound / unit >= 10 {
        unit *= 10;
    }
    match bound / unit {
        1 => bound.saturating_mul(2),
        2 => (bound / 2).saturating_mul(5),
        _ => (bound / 5).saturating_mul(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_round_and_the_same_on_both_sides() {
        let classes = Classes::of([-37, -4, 0, 3, 12, 18, 25, 240]);
        assert_eq!(classes.bounds(), [-20, -10, 0, 10, 20]);
        assert_ne!(classes.fill(-37), classes.fill(37));
        assert_eq!(classes.fill(21), classes.fill(240));
        assert_ne!(classes.fill(20), classes.fill(21));
        assert_ne!(classes.fill(0), classes.fill(1));
    }

    #[test]
    fn few_amounts_have_few_classes() {
        assert_eq!(Classes::of([]).bounds(), [0]);
        assert_eq!(Classes::of([0, 0]).bounds(), [0]);
        assert_eq!(Classes::of([7]).bounds(), [0]);
        assert_eq!(Classes::of([-7, 7]).bounds(), [0]);
        assert_eq!(Classes::of([5, 7]).bounds(), [-5, 0, 5]);
        assert!(Classes::of([i64::MIN, i64::MAX, 1]).bounds().len() % 2 == 1);
    }

    #[test]
    fn dark_letters_are_legible_on_every_class() {
        let classes = Classes::of([1, 3, 9, 30, 90]);
        for amount in [-100, -10, -1, 0, 1, 10, 100] {
            let Fill { colour, pattern } = classes.fill(amount);
            assert!(colour.contrast(Colour::INK) >= 4.5, "{amount}");
            assert!(pattern.is_none_or(|pattern| pattern.ink.contrast(Colour::INK) >= 3.0), "{amount}");
        }
    }
}
