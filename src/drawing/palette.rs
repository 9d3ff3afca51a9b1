//! Colours for things that must be distinguished: eight hues, each with its own pattern for print without colours.
//!
//! The hues are those of Paul Tol's "light" scheme, a little paler, made for dark letters on it and for the colour-blind
//! (<https://personal.sron.nl/~pault/>).

use super::colour::Colour;
use super::shape::{Fill, Pattern, PatternKind};

/// How many hues there are.
pub const HUES: usize = 8;

/// Each hue, the pattern that goes with it, and the same hue dark enough for lines: those alike in grey differ in pattern.
const STYLES: [(Colour, Option<PatternKind>, Colour); HUES] = [
    (Colour([0x6f, 0x9f, 0xd6]), None, Colour([0x2b, 0x66, 0xab])),
    (Colour([0xf2, 0xe0, 0x96]), Some(PatternKind::Rising), Colour([0xa8, 0x84, 0x0a])),
    (Colour([0xef, 0xa0, 0x7c]), Some(PatternKind::Dots), Colour([0xc2, 0x4e, 0x1c])),
    (Colour([0x4f, 0xb0, 0x94]), Some(PatternKind::Falling), Colour([0x14, 0x75, 0x5a])),
    (Colour([0xf5, 0xb8, 0xc6]), Some(PatternKind::Level), Colour([0xc4, 0x4f, 0x78])),
    (Colour([0xb0, 0xe2, 0xf7]), None, Colour([0x1e, 0x8c, 0xb8])),
    (Colour([0xc6, 0xd3, 0x5c]), Some(PatternKind::Upright), Colour([0x74, 0x82, 0x00])),
    (Colour([0xaa, 0xa6, 0x3c]), Some(PatternKind::Grid), Colour([0x5c, 0x57, 0x14])),
];

/// How much of [`Colour::INK`] is in the lines of a pattern, of a hundred.
const PATTERN_INK: u8 = 20;

/// How one of several things looks, in every map and chart of a report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Style(usize);

impl Style {
    /// Its colour, on which dark letters are legible.
    #[must_use]
    pub const fn colour(self) -> Colour {
        STYLES[self.0 % HUES].0
    }

    /// Its hue in lines and small marks, dark enough on white.
    #[must_use]
    pub const fn line(self) -> Colour {
        STYLES[self.0 % HUES].2
    }

    /// Its colour and pattern.
    #[must_use]
    pub fn fill(self) -> Fill {
        // Beyond the hues, each comes again with the pattern of another.
        let kind = STYLES[(self.0 + self.0 / HUES) % HUES].1;
        let colour = self.colour();
        let ink = colour.mixed(Colour::INK, PATTERN_INK);
        Fill { colour, pattern: kind.map(|kind| Pattern { kind, ink }) }
    }
}

/// A style for each of `count` things, of which no two of `touching` look the same. Up to eight things all differ, in
/// the order of the hues; beyond that a hue comes again only where things do not touch. What cannot be coloured so with
/// eight hues, as only things of several maps can be that touch each other at different times, repeats a hue with
/// another pattern. The same arguments always give the same styles, whatever the order of `touching`.
#[must_use]
pub fn styles(count: usize, touching: &[(usize, usize)]) -> Vec<Style> {
    if count <= HUES {
        return (0..count).map(Style).collect();
    }
    let mut neighbours = vec![Vec::new(); count];
    for (one, two) in touching.iter().copied().filter(|(one, two)| one != two && *one.max(two) < count) {
        neighbours[one].push(two);
        neighbours[two].push(one);
    }
    for neighbours in &mut neighbours {
        neighbours.sort_unstable();
        neighbours.dedup();
    }
    let mut styles: Vec<Option<usize>> = vec![None; count];
    let mut used = [0_usize; HUES];
    // The one with the fewest hues left is next (Brélaz); of such the one with most neighbours, then the first.
    for _ in 0..count {
        let taken = |thing: usize| {
            let mut taken: Vec<usize> = neighbours[thing].iter().filter_map(|other| styles[*other]).collect();
            taken.sort_unstable();
            taken.dedup();
            taken
        };
        let open = (0..count).filter(|thing| styles[*thing].is_none());
        let next = open
            .max_by_key(|thing| (taken(*thing).len(), neighbours[*thing].len(), std::cmp::Reverse(*thing)));
        let Some(next) = next else {
            break;
        };
        let taken = taken(next);
        let free = (0..HUES).filter(|hue| !taken.contains(hue)).min_by_key(|hue| (used[*hue], *hue));
        let style = free.or_else(|| (HUES..HUES + count).find(|style| !taken.contains(style))).unwrap_or(0);
        used[style % HUES] += 1;
        styles[next] = Some(style);
    }
    styles.into_iter().map(|style| Style(style.unwrap_or(0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_letters_are_legible_on_every_style() {
        for style in (0..HUES).map(Style) {
            let Fill { colour, pattern } = style.fill();
            assert!(colour.contrast(Colour::INK) >= 4.5, "{style:?}");
            if let Some(pattern) = pattern {
                assert!(
                    pattern.ink.contrast(Colour::INK) >= 3.5,
                    "{style:?}: {}",
                    pattern.ink.contrast(Colour::INK)
                );
                assert!(pattern.ink.contrast(colour) >= 1.25, "{style:?}: {}", pattern.ink.contrast(colour));
            }
        }
    }

    #[test]
    fn lines_are_seen_on_white() {
        for style in (0..HUES).map(Style) {
            assert!(
                style.line().contrast(Colour::WHITE) >= 3.3,
                "{style:?}: {}",
                style.line().contrast(Colour::WHITE)
            );
        }
    }

    #[test]
    fn styles_alike_in_grey_differ_in_pattern() {
        let styles: Vec<Fill> = (0..HUES).map(|hue| Style(hue).fill()).collect();
        for (position, one) in styles.iter().enumerate() {
            for two in &styles[position + 1..] {
                let kinds = [one, two].map(|fill| fill.pattern.map(|pattern| pattern.kind));
                assert!(kinds[0] != kinds[1] || one.colour.contrast(two.colour) >= 1.4, "{one:?} {two:?}");
            }
        }
    }

    #[test]
    fn up_to_eight_all_differ_and_keep_their_order() {
        let styles = styles(8, &[(0, 1)]);
        assert_eq!(styles, (0..8).map(Style).collect::<Vec<_>>());
    }

    #[test]
    fn more_than_eight_differ_where_they_touch() {
        // A ring of twenty, each touching the two after it: a hue comes again but not at once.
        let mut touching: Vec<(usize, usize)> =
            (0..20).flat_map(|one| [(one, (one + 1) % 20), (one, (one + 2) % 20)]).collect();
        let coloured = styles(20, &touching);
        for (one, two) in &touching {
            assert_ne!(coloured[*one].colour(), coloured[*two].colour());
        }
        touching.reverse();
        assert_eq!(styles(20, &touching), coloured);
    }

    #[test]
    fn where_eight_hues_cannot_do_patterns_differ() {
        let all: Vec<(usize, usize)> = (0..12).flat_map(|one| (0..one).map(move |two| (one, two))).collect();
        let coloured = styles(12, &all);
        for (one, two) in all {
            assert_ne!(coloured[one].fill(), coloured[two].fill());
        }
        // What does not exist touches nothing.
        assert_eq!(styles(9, &[(3, 100), (4, 4)]).len(), 9);
    }
}
