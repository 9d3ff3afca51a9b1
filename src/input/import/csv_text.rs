//! CSV as a grid whose cells stand in the file itself.

use std::ops::Range;
use std::sync::Arc;

use csv_core::ReadFieldResult;

use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, Source, TableProblem};
use crate::input::grid::{Cell, Grid, MOST_CELLS, MOST_COLUMNS, Rows, has_too_many_cells};

/// Cells that are enough to learn the delimiter from.
const ENOUGH_CELLS: usize = 10_000;

/// The rows of a CSV file.
///
/// # Errors
/// If it has more than [`MOST_CELLS`] cells, or a row with more than [`MOST_COLUMNS`].
pub(super) fn read(source: &Arc<Source>) -> Result<Grid, Diagnostics> {
    let delimiter = delimiter(&source.text);
    let read = rows(&source.text, delimiter, MOST_CELLS, MOST_COLUMNS);
    match read.limit {
        None => Ok(Grid::new(source.clone(), None, read.rows)),
        Some(limit) if limit == Limit::Cells || has_too_many_cells(&source.text, delimiter) => {
            let (path, most) = (source.path.clone(), MOST_CELLS);
            Err(Diagnostic::without_place(ImportProblem::TooManyCells { path, most }).into())
        }
        Some(_) => {
            let start = read.rows.row(read.rows.len() - 1).first().map_or(0, |cell| cell.span.start);
            let end = source.text[start..].find(['\r', '\n']).map_or(source.text.len(), |end| start + end);
            let problem = TableProblem::TooManyColumns { most: MOST_COLUMNS };
            Err(Diagnostic::at(problem, source, start..end).into())
        }
    }
}

/// The delimiter under which most of the first rows have equally many fields. A title above the table or a decimal
/// comma inside it is not mistaken for structure, because the other rows do not follow it.
fn delimiter(text: &str) -> u8 {
    let end = text.match_indices('\n').nth(40).map_or(text.len(), |(end, _)| end);
    let score = |delimiter: u8| {
        let rows = rows(&text[..end], delimiter, ENOUGH_CELLS, ENOUGH_CELLS).rows;
        let widths = (0..rows.len()).map(|row| rows.row(row).len());
        let widths: Vec<usize> = widths.filter(|&width| width > 1).collect();
        let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
        widths.iter().map(|&width| (alike(width), width)).max().unwrap_or_default()
    };
    // The last of equals: a semicolon is never a decimal sign.
    [b',', b'\t', b';'].into_iter().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
}

/// Why reading stopped before the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Limit {
    /// There are more cells.
    Cells,
    /// The last row that was begun has more of them.
    Columns,
}

struct Read {
    rows: Rows,
    limit: Option<Limit>,
}

fn rows(text: &str, delimiter: u8, most_cells: usize, most_columns: usize) -> Read {
    let bytes = text.as_bytes();
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut buffer = vec![0; 4096];
    let mut rows = Rows::default();
    let mut place = 0;
    let mut cells = 0;
    let mut limit = None;
    loop {
        let start = place;
        let mut field: Vec<u8> = Vec::new();
        let result = loop {
            let (result, read, written) = reader.read_field(&bytes[place..], &mut buffer);
            place += read;
            field.extend_from_slice(&buffer[..written]);
            match result {
                ReadFieldResult::OutputFull => {}
                // The end of the input must be shown to the reader by an empty piece of it.
                ReadFieldResult::InputEmpty if place < bytes.len() => {}
                ReadFieldResult::InputEmpty => {
                    let (result, _, written) = reader.read_field(&[], &mut buffer);
                    field.extend_from_slice(&buffer[..written]);
                    break result;
                }
                other => break other,
            }
        };
        let ReadFieldResult::Field { record_end } = result else { break };
        cells += 1;
        if cells > most_cells {
            limit = Some(Limit::Cells);
        } else if rows.open().len() == most_columns {
            limit = Some(Limit::Columns);
        }
        if limit.is_some() {
            break;
        }
        let span = inner(bytes, start..place, delimiter);
        // Only doubled quotes make the text of a cell another one than what stands in the file.
        let text = match std::str::from_utf8(&field) {
            Ok(read) if read != &text[span.clone()] => Some(read.into()),
            _ => None,
        };
        rows.push(Cell { span, text });
        if record_end {
            rows.end_row();
        }
    }
    if !rows.open().is_empty() {
        rows.end_row();
    }
    Read { rows, limit }
}

/// A field without what parts it from the others, and without quotes around it.
fn inner(bytes: &[u8], mut span: Range<usize>, delimiter: u8) -> Range<usize> {
    let parts = |byte: u8| byte == delimiter || byte == b'\r' || byte == b'\n';
    // Only the line break behind an empty field at the end of a row.
    if bytes[span.clone()].iter().all(|byte| matches!(byte, b'\r' | b'\n')) {
        return span.start..span.start;
    }
    while span.start < span.end && matches!(bytes[span.start], b'\r' | b'\n') {
        span.start += 1;
    }
    // One delimiter or line break ends the field; a second delimiter would be an empty field of its own.
    if span.start < span.end && parts(bytes[span.end - 1]) {
        span.end -= 1;
    }
    while span.start < span.end && matches!(bytes[span.end - 1], b'\r' | b'\n') {
        span.end -= 1;
    }
    if span.len() >= 2 && bytes[span.start] == b'"' && bytes[span.end - 1] == b'"' {
        span.start += 1;
        span.end -= 1;
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(text: &str) -> Grid {
        let source = Source::new("a.csv".to_owned(), text.to_owned());
        read(&Arc::new(source)).expect("few cells")
    }

    fn table(text: &str) -> Vec<Vec<String>> {
        let grid = grid(text);
        let row = |row| (0..grid.width(row)).map(|column| grid.text(row, column).to_owned()).collect();
        (0..grid.len()).map(row).collect()
    }

    #[test]
    fn the_delimiter_is_that_of_the_rows_not_of_a_title_or_of_decimals() {
        let swedish = "Folkmängd efter region, ålder, kön och år\nkommun;tal\nHabo;1,5\nÅre;2,25\n";
        assert_eq!(table(swedish)[2], ["Habo", "1,5"]);
        assert_eq!(table("kommun;tal\r\nHabo;1,5\r\n"), [["kommun", "tal"], ["Habo", "1,5"]]);
        assert_eq!(table("a\tb\n1\t2,5\n3\t4,5\n")[1], ["1", "2,5"]);
        assert_eq!(table("a,b\n1,2")[1], ["1", "2"]);
    }

    #[test]
    fn quotes_blanks_and_empty_fields_keep_their_places() {
        let text = "\"0114 Upplands Väsby\",\"totalt\",,1363\r\n\r\n\"a \"\"b\"\"\",2,,\n";
        let grid = grid(text);
        assert_eq!(
            table(text),
            [vec!["0114 Upplands Väsby", "totalt", "", "1363"], vec!["a \"b\"", "2", "", ""]]
        );
        assert_eq!(&text[grid.span(0, 0)], "0114 Upplands Väsby");
        assert_eq!(&text[grid.span(0, 3)], "1363");
        assert_eq!(&text[grid.span(1, 1)], "2");
        assert_eq!(grid.span(1, 3).start, text.len() - 1);
    }

    #[test]
    fn too_many_cells_are_refused() {
        assert_eq!(rows(",,,,,,,,", b',', 8, 9).limit, Some(Limit::Cells));
        assert_eq!(rows(",,\n,,\n,,,", b',', 99, 3).limit, Some(Limit::Columns));
        assert_eq!(rows(",,,,,,,", b',', 8, 8).limit, None);
    }
}
