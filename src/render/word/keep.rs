//! Where the end of a page may divide a table: never behind one or two rows or before the last two, nor between what
//! belongs together.

use super::content::RowKind;

/// Tables that are at most so high are not divided at all: 60 millimetres, in twentieths of a point. Higher ones would
/// leave too much of a page empty.
const KEPT_WHOLE: u32 = 3_402;
/// So many rows stand together at the start and at the end.
const TOGETHER: usize = 3;

/// For each row, whether it stands on the page of the next; behind the last one that is what `is_noted` says.
pub(super) fn with_next(kinds: &[RowKind], height: u32, is_noted: bool) -> Vec<bool> {
    let rows = kinds.len();
    let is_result = |position: usize| {
        kinds.get(position).is_some_and(|kind| matches!(kind, RowKind::Total | RowKind::Change))
    };
    let is_heading =
        |position: Option<usize>| position.is_some_and(|position| kinds[position] == RowKind::Heading);
    let keeps = (0..rows).map(|position| {
        if position + 1 == rows {
            return is_noted;
        }
        height <= KEPT_WHOLE
            || position + 1 < TOGETHER
            || position + TOGETHER >= rows
            || is_heading(Some(position))
            || is_heading(position.checked_sub(1))
            || is_result(position + 1)
            || (is_result(position + 2) && kinds[position + 1] == RowKind::Body)
    });
    keeps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALL: u32 = 10_000;

    fn written(kinds: &str, height: u32, is_noted: bool) -> String {
        let kinds: Vec<RowKind> = kinds
            .chars()
            .map(|letter| match letter {
                'h' => RowKind::Heading,
                't' => RowKind::Total,
                'c' => RowKind::Change,
                _ => RowKind::Body,
            })
            .collect();
        let keeps = with_next(&kinds, height, is_noted);
        keeps.into_iter().map(|keeps| if keeps { '+' } else { '|' }).collect()
    }

    #[test]
    fn no_page_has_one_or_two_rows_alone() {
        assert_eq!(written("bbbbbbbbb", TALL, false), "++||||++|");
        assert_eq!(written("bbbbbbbbb", TALL, true), "++||||+++");
        assert_eq!(written("bbbbb", TALL, false), "++++|");
        assert_eq!((written("b", TALL, false), written("", TALL, true)), ("|".into(), String::new()));
    }

    #[test]
    fn small_tables_are_whole() {
        assert_eq!(written("bbbbbbbbb", KEPT_WHOLE, false), "++++++++|");
    }

    #[test]
    fn headings_and_sums_stay_with_what_they_are_of() {
        let kinds = "bbbbbhbbbbbbbbtcbbbbbb";
        assert_eq!(written(kinds, TALL, false), "++|||++|||||+++||||++|");
    }
}
