//! How wide columns must be. Word lays tables out again where it likes; other programs take the widths as they
//! stand, so they are worked out here: about as wide as letters are, with a little to spare.

use super::page::Orientation;
use super::style::{CELL_MARGIN, Density};
use crate::render::letters;

/// Room for letters in percent of what they take in Arial, for fonts that stand in for it.
const LETTERS: u64 = 115;
/// Columns become wider by one part in so many where there is room.
const AMPLE: u32 = 6;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Column {
    /// The width of its longest text, in thousandths of the size of letters.
    longest: u32,
    /// The width of the longest piece that cannot be parted.
    longest_piece: u32,
}

impl Column {
    /// Makes room for a text.
    pub(super) fn add(&mut self, text: &str) {
        self.longest = self.longest.max(letters::width(text));
        let pieces =
            text.split_inclusive([' ', '-']).map(|piece| letters::width(piece.trim_end_matches(' ')));
        self.longest_piece = self.longest_piece.max(pieces.max().unwrap_or(0));
    }
}

/// How a table fits on a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fit {
    pub(super) orientation: Orientation,
    pub(super) density: Density,
    /// The width of each column, in twentieths of a point.
    pub(super) widths: Vec<u32>,
    /// Whether it takes the whole width of the text.
    pub(super) whole_width: bool,
}

/// The largest letters that let every piece of text stand unbroken, on an upright page if there are any. Where there
/// are none at all, columns are narrowed in proportion.
pub(super) fn fit(columns: &[Column]) -> Fit {
    let ways = [Orientation::Portrait, Orientation::Landscape]
        .into_iter()
        .flat_map(|orientation| Density::ALL.map(|density| (orientation, density)));
    let fitting = ways.into_iter().find(|(orientation, density)| {
        let least: Vec<u32> = columns.iter().map(|column| room(column.longest_piece, *density)).collect();
        sum(&least) <= orientation.text_width()
    });
    let (orientation, density) = fitting.unwrap_or((Orientation::Landscape, Density::Densest));
    let (widths, whole_width) = widths(columns, density, orientation.text_width());
    Fit { orientation, density, widths, whole_width }
}

/// Columns as wide as their texts, and a little wider where there is room; else each as wide as its longest piece,
/// and more for those with longer texts.
fn widths(columns: &[Column], density: Density, available: u32) -> (Vec<u32>, bool) {
    let least: Vec<u32> = columns.iter().map(|column| room(column.longest_piece, density)).collect();
    let wanted: Vec<u32> = columns.iter().map(|column| room(column.longest, density)).collect();
    let ample: Vec<u32> = wanted.iter().map(|width| width.saturating_add(width / AMPLE)).collect();
    if sum(&ample) <= available {
        return (ample, false);
    }
    let widths = if sum(&wanted) <= available {
        shares(available, &wanted)
    } else if sum(&least) <= available {
        let more = least.iter().zip(&wanted).map(|(least, wanted)| wanted - least + least / AMPLE);
        let more = shares(available - sum(&least), &more.collect::<Vec<_>>());
        least.iter().zip(more).map(|(least, more)| least + more).collect()
    } else {
        shares(available, &least)
    };
    (widths, true)
}

fn sum(widths: &[u32]) -> u32 {
    widths.iter().copied().fold(0, u32::saturating_add)
}

/// A width parted in proportion, downwards.
fn shares(whole: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u64 = weights.iter().copied().map(u64::from).sum::<u64>().max(1);
    let share = |weight: &u32| u32::try_from(u64::from(whole) * u64::from(*weight) / sum).unwrap_or(whole);
    weights.iter().map(share).collect()
}

/// The width of a column for text of a width, in twentieths of a point.
fn room(width: u32, density: Density) -> u32 {
    // Thousandths of a size in half points, of which each is ten twentieths.
    let letters = u64::from(width) * u64::from(density.size()) / 100 * LETTERS / 100;
    u32::try_from(letters).unwrap_or(u32::MAX).saturating_add(2 * u32::from(CELL_MARGIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(label: &str, figure: &str, figures: usize) -> Vec<Column> {
        let column = |text: &str| {
            let mut column = Column::default();
            column.add(text);
            column
        };
        [column(label)].into_iter().chain((0..figures).map(|_| column(figure))).collect()
    }

    #[test]
    fn letters_become_smaller_before_the_page_is_turned() {
        let ways: Vec<(Orientation, Density)> = [4, 7, 8, 11, 12, 40]
            .map(|figures| fit(&columns("Vänersborg/Mellerud", "14\u{a0}827\u{a0}810", figures)))
            .map(|fit| (fit.orientation, fit.density))
            .to_vec();
        let expected = [
            (Orientation::Portrait, Density::Normal),
            (Orientation::Portrait, Density::Densest),
            (Orientation::Landscape, Density::Normal),
            (Orientation::Landscape, Density::Dense),
            (Orientation::Landscape, Density::Densest),
            (Orientation::Landscape, Density::Densest),
        ];
        assert_eq!(ways, expected);
    }

    #[test]
    fn no_table_is_wider_than_the_text_and_labels_give_way_to_figures() {
        for figures in 0..60 {
            for label in ["", "Ett", "Ett förbund för tio kommuner med ett långt namn", &"x".repeat(9_999)]
            {
                let fit = fit(&columns(label, "14\u{a0}827\u{a0}810", figures));
                assert!(sum(&fit.widths) <= fit.orientation.text_width(), "{figures} {label}");
            }
        }
        let wrapped =
            fit(&columns("Ett förbund för tio kommuner med ett långt namn som bryts", "827\u{a0}810", 7));
        let figure = room(letters::width("827\u{a0}810"), wrapped.density);
        assert!(wrapped.whole_width && wrapped.widths[1..].iter().all(|width| *width >= figure));
        assert!(fit(&[]).widths.is_empty());
    }
}
