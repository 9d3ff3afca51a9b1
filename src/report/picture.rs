//! The pictures of a report, for screens and for paper.

use super::chart::Chart;
use super::map::Maps;
use crate::drawing::shape::{Drawing, PIXEL};
use crate::text::language::Language;

/// The width of a chart on a desk, and on a phone with its margins.
const WIDE: i64 = 720 * PIXEL;
const NARROW: i64 = 328 * PIXEL;

/// What a page or a Word document holds, counted in kommuner of alternatives: 20 alternatives of the whole country, which
/// programs still open and scroll at once.
const MOST_KOMMUNER: usize = 7_000;
/// What an alternative adds besides, whatever the number of its kommuner.
const OF_ALTERNATIVE: usize = 50;

/// How many alternatives of so many kommuner a page or a Word document holds.
#[must_use]
pub const fn most_alternatives(kommuner: usize) -> usize {
    MOST_KOMMUNER / (kommuner + OF_ALTERNATIVE)
}

/// A picture of a report.
#[derive(Debug)]
pub enum Picture {
    /// Maps of the same kommuner.
    Maps(Maps),
    /// A chart.
    Chart(Chart),
}

/// A picture on screens.
#[derive(Debug)]
pub enum OnScreen<'picture> {
    /// Drawings that are as narrow as a phone, side by side where there is space for them.
    Small(&'picture [Drawing]),
    /// The same drawn for a wide screen and for a narrow one, on which its letters would be too small.
    Adapted {
        /// For a wide one.
        wide: Drawing,
        /// For a narrow one.
        narrow: Drawing,
    },
}

impl Picture {
    /// What it shows.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Maps(maps) => &maps.title,
            Self::Chart(chart) => &chart.title,
        }
    }

    /// What must be said below it.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        match self {
            Self::Maps(maps) => maps.notes(),
            Self::Chart(chart) => &chart.notes,
        }
    }

    /// The drawings for screens.
    #[must_use]
    pub fn on_screen(&self, language: Language) -> OnScreen<'_> {
        match self {
            Self::Maps(maps) => OnScreen::Small(maps.drawings()),
            Self::Chart(chart) => OnScreen::Adapted {
                wide: chart.drawing(language, WIDE),
                narrow: chart.drawing(language, NARROW),
            },
        }
    }

    /// The drawings for pages of paper, none higher than `highest` where they are made to fit in `widest`; at least one
    /// unless there is nothing to draw.
    #[must_use]
    pub fn pages(&self, language: Language, widest: i64, highest: i64) -> Vec<Drawing> {
        match self {
            Self::Maps(maps) => maps.pages(widest, highest),
            Self::Chart(chart) => chart.pages(language, widest, highest),
        }
    }
}
