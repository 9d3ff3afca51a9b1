//! How wide the columns of a table are. Word takes the widths that are stated, so they are worked out from what stands
//! in the columns, in the font of tables: figures are never broken, words only where there is no other way.

use crate::drawing::letters::{self, Weight};

use super::content::{Column, RowKind, Table};
use super::page::TEXT_WIDTH;
use super::styles::{CELL_MARGIN, Density};

/// The widest that a single word makes a column, in percent of the text.
const WIDEST_WORD: u32 = 40;
/// So many letters do not stand alone on a line of a heading.
const SHORT_WORD: usize = 3;
/// A table of few columns that needs less than so many percent of the text stays narrow.
const NARROW: u32 = 60;
const FEW_COLUMNS: usize = 4;

/// A table as its cells are written.
pub(super) struct Cells<'table> {
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Vec<&'table str>>,
}

impl<'table> Cells<'table> {
    pub(super) fn new(table: &'table Table) -> Self {
        let headings: Vec<String> = table.columns.iter().map(|column| with_unit(&column.heading)).collect();
        let rows = table.rows.iter().map(|row| {
            let cells = row.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
            cells.take(headings.len().max(1)).collect()
        });
        Self { rows: rows.collect(), headings }
    }
}

/// How a table stands on its pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fit {
    pub(super) density: Density,
    /// The columns, in one part or in several that stand one below the other.
    pub(super) parts: Vec<Part>,
}

/// Columns that stand side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    /// Which ones of the table.
    pub(super) columns: Vec<usize>,
    /// The width of each, in twentieths of a point.
    pub(super) widths: Vec<u32>,
}

/// What a column needs in letters of one size, in twentieths of a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Need {
    /// For its longest word or figure.
    least: u32,
    /// For its longest text, with its heading on two lines.
    preferred: u32,
    figures: bool,
}

/// The width of a text in the letters of a table, in twentieths of a point.
pub(super) fn text_width(text: &str, density: Density, weight: Weight) -> u32 {
    let width = letters::width(text, i64::from(density.size() * 10), weight);
    u32::try_from(width).unwrap_or(u32::MAX / 8).min(u32::MAX / 8)
}

/// The largest letters that let every word and figure stand unbroken side by side; else the columns in as few parts as
/// are needed, each with the first column.
pub(super) fn fit(table: &Table, cells: &Cells<'_>) -> Fit {
    let fitting = Density::ALL.into_iter().find_map(|density| {
        let needs = needs(table, cells, density);
        (least(&needs) <= TEXT_WIDTH).then(|| Fit {
            density,
            parts: vec![Part { columns: (0..needs.len()).collect(), widths: widths(&needs, TEXT_WIDTH) }],
        })
    });
    fitting.unwrap_or_else(|| split(table, cells))
}

fn split(table: &Table, cells: &Cells<'_>) -> Fit {
    let ways = Density::ALL.map(|density| {
        let needs = needs(table, cells, density);
        (density, divided(&table.columns, &needs, TEXT_WIDTH), needs)
    });
    // Small letters only where they save a part.
    let way = ways.into_iter().min_by_key(|(_, parts, _)| parts.len());
    let (density, parts, needs) = way.unwrap_or((Density::Normal, Vec::new(), Vec::new()));
    let parts = parts.into_iter().map(|columns| {
        let needs: Vec<Need> = columns.iter().map(|column| needs[*column]).collect();
        Part { columns, widths: widths(&needs, TEXT_WIDTH) }
    });
    Fit { density, parts: parts.collect() }
}

/// The columns of each part: as few parts as there can be, and of those about as many columns in each.
fn divided(columns: &[Column], needs: &[Need], available: u32) -> Vec<Vec<usize>> {
    // Columns that are never separated.
    let mut units: Vec<Vec<usize>> = Vec::new();
    for (position, column) in columns.iter().enumerate().skip(1) {
        match units.last_mut() {
            Some(unit) if column.joined => unit.push(position),
            _ => units.push(vec![position]),
        }
    }
    let part = |units: &[Vec<usize>]| -> Vec<usize> {
        std::iter::once(0).chain(units.iter().flatten().copied()).collect()
    };
    let fits = |part: &[usize]| sum(part.iter().map(|column| needs[*column].least)) <= available;
    let mut full: Vec<Vec<usize>> = Vec::new();
    let mut start = 0;
    while start < units.len() {
        // At least one, wide as it may be.
        let ends = start + 2..=units.len();
        let end = ends.take_while(|end| fits(&part(&units[start..*end]))).last().unwrap_or(start + 1);
        full.push(part(&units[start..end]));
        start = end;
    }
    let count = full.len();
    let bound = |part: usize| (part * units.len()).div_ceil(count.max(1));
    let even: Vec<Vec<usize>> =
        (0..count).map(|number| part(&units[bound(number)..bound(number + 1)])).collect();
    match count {
        0 => vec![(0..columns.len()).collect()],
        _ if even.iter().all(|part| fits(part)) => even,
        _ => full,
    }
}

fn needs(table: &Table, cells: &Cells<'_>, density: Density) -> Vec<Need> {
    let widest = TEXT_WIDTH * WIDEST_WORD / 100;
    let needs = table.columns.iter().enumerate().map(|(position, column)| {
        let heading = &cells.headings[position];
        let mut least = longest_word(heading, density, Weight::Bold);
        let mut preferred = on_two_lines(heading, density);
        for (row, cells) in table.rows.iter().zip(&cells.rows) {
            let weight = match row.kind {
                RowKind::Heading => continue,
                RowKind::Total => Weight::Bold,
                RowKind::Body | RowKind::Form | RowKind::Change => Weight::Regular,
            };
            let cell = cells[position];
            if column.figures {
                let width = text_width(cell, density, weight);
                // What leans needs a little more at the right.
                let lean = if row.kind == RowKind::Change { density.size() * 5 / 2 } else { 0 };
                least = least.max(width.saturating_add(lean));
            } else {
                least = least.max(longest_word(cell, density, weight));
            }
            preferred = preferred.max(text_width(cell, density, weight));
        }
        // A little more than in our table of widths, for fonts that stand in.
        let space = |width: u32| width.saturating_add(width / 40).saturating_add(2 * CELL_MARGIN + 10);
        let least = space(least).min(widest);
        Need { least, preferred: space(preferred).clamp(least, 2 * widest), figures: column.figures }
    });
    needs.collect()
}

/// The width of the longest part of a text that stands on one line: Word breaks lines at blanks and hyphens.
fn longest_word(text: &str, density: Density, weight: Weight) -> u32 {
    let words = text.split_inclusive([' ', '-']);
    words.map(|word| text_width(word.trim_end(), density, weight)).max().unwrap_or(0)
}

/// A heading on two lines of about the same length, with the width of the longer one.
fn halved(heading: &str, density: Density) -> Option<(u32, [&str; 2])> {
    let width = |text: &str| text_width(text, density, Weight::Bold);
    let blanks = heading.match_indices(' ');
    let halves = blanks.map(|(blank, _)| [&heading[..blank], &heading[blank + 1..]]);
    halves.map(|halves| (width(halves[0]).max(width(halves[1])), halves)).min_by_key(|(width, _)| *width)
}

/// The width in which a heading needs at most two lines.
fn on_two_lines(heading: &str, density: Density) -> u32 {
    let whole = text_width(heading, density, Weight::Bold);
    halved(heading, density).map_or(whole, |(width, _)| width.min(whole))
}

/// The lines of a heading: two where they are good ones in a column, since programs break after dashes too, where they
/// stand in numbers.
pub(super) fn heading_lines(heading: &str, column: u32, density: Density) -> Vec<&str> {
    let inside = column.saturating_sub(2 * CELL_MARGIN);
    match halved(heading, density) {
        Some((width, halves)) if width <= inside && text_width(heading, density, Weight::Bold) > inside => {
            halves.to_vec()
        }
        _ => vec![heading],
    }
}

/// A heading whose last words do not stand alone on a line: a unit or a short word stays with what is before it.
fn with_unit(heading: &str) -> String {
    match heading.rsplit_once(' ') {
        Some((before, last)) if last.chars().count() <= SHORT_WORD => format!("{before}\u{a0}{last}"),
        _ => heading.to_owned(),
    }
}

fn least(needs: &[Need]) -> u32 {
    sum(needs.iter().map(|need| need.least))
}

fn sum(widths: impl Iterator<Item = u32>) -> u32 {
    widths.fold(0, u32::saturating_add)
}

/// The widths of columns that stand side by side in `available`.
fn widths(needs: &[Need], available: u32) -> Vec<u32> {
    let preferred = sum(needs.iter().map(|need| need.preferred));
    if least(needs) > available {
        return shares(available, needs.iter().map(|need| need.least));
    }
    if preferred > available {
        let more = shares(available - least(needs), needs.iter().map(|need| need.preferred - need.least));
        return needs.iter().zip(more).map(|(need, more)| need.least + more).collect();
    }
    // Air between columns, and the rest to the first one, so that all tables end at the margins.
    let spare = available - preferred;
    let weight = |need: &Need| if need.figures { need.preferred } else { need.preferred / 3 };
    let most = sum(needs.iter().map(weight)) / 2;
    let air = shares(spare.min(most), needs.iter().map(weight));
    let mut widths: Vec<u32> = needs.iter().zip(air).map(|(need, air)| need.preferred + air).collect();
    let used = sum(widths.iter().copied());
    if needs.len() >= FEW_COLUMNS || used >= available * NARROW / 100 {
        let rest = available - used;
        let others = u32::try_from(needs.len().saturating_sub(1)).unwrap_or(0);
        let each = (rest / 2).checked_div(others).unwrap_or(0);
        for width in widths.iter_mut().skip(1) {
            *width += each;
        }
        if let Some(first) = widths.first_mut() {
            *first += rest - each * others;
        }
    }
    widths
}

/// A width divided in proportion, downwards.
fn shares(whole: u32, weights: impl Iterator<Item = u32> + Clone) -> Vec<u32> {
    let all: u64 = weights.clone().map(u64::from).sum::<u64>().max(1);
    let share = |weight: u32| u32::try_from(u64::from(whole) * u64::from(weight) / all).unwrap_or(whole);
    weights.map(share).collect()
}

/// The least height of a row in which people sign, in twentieths of a point: 1.2 cm.
pub(super) const FORM_HEIGHT: u32 = 680;

/// The height of a table, in twentieths of a point: about what Word makes of it.
pub(super) fn height(table: &Table, cells: &Cells<'_>, part: &Part, density: Density) -> u32 {
    let size = i64::from(density.size() * 10);
    let lines = |texts: &[&str], weight: Weight| {
        let lines = part.columns.iter().zip(&part.widths).map(|(column, width)| {
            let inside = i64::from(width.saturating_sub(2 * CELL_MARGIN));
            let text = texts.get(*column).copied().unwrap_or_default();
            if letters::width(text, size, weight) <= inside {
                return 1;
            }
            letters::wrap(text, inside, size, weight).len().max(1)
        });
        u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX)
    };
    // A line of Arial is higher than its letters, and something is kept free above and below.
    let row = |lines: u32| lines.saturating_mul(density.size() * 23 / 2).saturating_add(85);
    let heading = row(lines(&cells.headings.iter().map(String::as_str).collect::<Vec<_>>(), Weight::Bold));
    table.rows.iter().zip(&cells.rows).fold(heading, |height, (kind, texts)| {
        // A heading has the whole width.
        let lines = if kind.kind == RowKind::Heading { 1 } else { lines(texts, Weight::Regular) };
        let least = if kind.kind == RowKind::Form { FORM_HEIGHT } else { 0 };
        height.saturating_add(row(lines).max(least))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::word::content::Row;

    fn table(label: &str, figure: &str, figures: usize) -> Table {
        let column = |heading: &str, figures| Column { heading: heading.into(), figures, joined: false };
        let cells = std::iter::once(label).chain((0..figures).map(|_| figure)).map(str::to_owned);
        Table {
            caption: String::new(),
            columns: std::iter::once(column("Kommun", false))
                .chain((0..figures).map(|_| column("Bidrag, kr", true)))
                .collect(),
            rows: vec![Row { kind: RowKind::Body, cells: cells.collect() }],
            notes: Vec::new(),
        }
    }

    fn fitted(table: &Table) -> Fit {
        fit(table, &Cells::new(table))
    }

    #[test]
    fn letters_become_smaller_before_a_table_is_split() {
        let ways = [3, 7, 8, 9, 13, 30].map(|figures| {
            let fit = fitted(&table("Vänersborg/Mellerud", "14\u{a0}827\u{a0}810", figures));
            (fit.density.size(), fit.parts.len())
        });
        assert_eq!(ways, [(18, 1), (16, 1), (18, 2), (18, 2), (16, 2), (18, 5)]);
    }

    #[test]
    fn no_table_is_wider_than_the_text_and_no_column_narrower_than_its_figures() {
        let long = "x".repeat(9_999);
        for figures in 0..40 {
            for label in ["", "Ett", "Ett förbund för tio kommuner med ett långt namn som bryts", &long] {
                let figure = "14\u{a0}827\u{a0}810";
                let fit = fitted(&table(label, figure, figures));
                let least = text_width(figure, fit.density, Weight::Regular) + 2 * CELL_MARGIN;
                for part in &fit.parts {
                    assert!(sum(part.widths.iter().copied()) <= TEXT_WIDTH);
                    assert!(part.widths[1..].iter().all(|width| *width >= least), "{figures} {label}");
                }
                let shown: usize = fit.parts.iter().map(|part| part.columns.len() - 1).sum();
                assert_eq!(shown, figures);
            }
        }
    }

    #[test]
    fn tables_with_many_columns_end_at_the_margin() {
        let fit = fitted(&table("Vänersborg", "1", 4));
        assert_eq!(sum(fit.parts[0].widths.iter().copied()), TEXT_WIDTH);
        let narrow = fitted(&table("Vänersborg", "1", 1));
        assert!(sum(narrow.parts[0].widths.iter().copied()) < TEXT_WIDTH / 2);
    }

    #[test]
    fn headings_are_broken_where_both_lines_are_short() {
        assert_eq!(with_unit("Bidrag per år, kr"), "Bidrag per år,\u{a0}kr");
        let lines = |width| heading_lines("Kr per invånare 16–64\u{a0}år", width, Density::Normal);
        assert_eq!(lines(1_700), ["Kr per invånare", "16–64\u{a0}år"]);
        assert_eq!(lines(9_000), ["Kr per invånare 16–64\u{a0}år"]);
        // Where even the better half is too long, programs break lines themselves.
        assert_eq!(lines(500), ["Kr per invånare 16–64\u{a0}år"]);
    }
}
