//! Markdown that can be pasted into a report: aligned, and with everything from files escaped.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::cell::{self, Look};
use super::clean::sanitized;
use crate::report::document::{Cell, Document, Row, RowKind, Table};
use crate::report::inquiry::Report;
use crate::report::words::chart::made_by;

/// A document as Markdown.
#[must_use]
pub fn document(document: &Document, look: Look) -> String {
    let mut out = String::new();
    section(document, "#", look, &mut out);
    out
}

/// A whole report as Markdown, without its pictures: the same figures stand in its tables.
#[must_use]
pub fn report(report: &Report, look: Look) -> String {
    let mut out = format!("# {}\n", escaped(&report.title));
    for line in &report.about {
        let _ = write!(out, "\n{}\n", escaped(line));
    }
    for one in &report.sections {
        out.push('\n');
        section(&one.document, "##", look, &mut out);
    }
    let _ = write!(out, "\n{}\n", escaped(&made_by(look.language, env!("CARGO_PKG_VERSION"))));
    out
}

/// A document below a heading of some level.
fn section(document: &Document, level: &str, look: Look, out: &mut String) {
    let _ = writeln!(out, "{level} {}", escaped(&document.title));
    for paragraph in &document.lead {
        let _ = write!(out, "\n{}\n", escaped(paragraph));
    }
    for one in &document.tables {
        let _ = write!(out, "\n{level}# {}\n\n", escaped(&cell::caption(one, look)));
        out.push_str(&table(one, look));
        for note in cell::notes(one, look) {
            let _ = write!(out, "\n{}\n", escaped(&note));
        }
    }
    for list in &document.lists {
        let _ = write!(out, "\n{level}# {}\n\n", escaped(&list.title));
        for item in &list.items {
            let _ = writeln!(out, "- {}", escaped(item));
        }
    }
    if let Some(more) = &document.more {
        let _ = write!(out, "\n{}\n", escaped(more));
    }
}

/// A table alone.
#[must_use]
pub fn table(table: &Table, look: Look) -> String {
    let header: Vec<String> = table.columns.iter().map(|column| escaped_inside(&column.heading)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| cells(row, header.len(), look)).collect();
    let widths: Vec<usize> = (0..header.len())
        .map(|column| {
            let in_column = rows.iter().chain([&header]).map(|row| row[column].width());
            in_column.max().unwrap_or(0).max(3)
        })
        .collect();
    let mut out = line(table, &header, &widths);
    for (column, &width) in table.columns.iter().zip(&widths) {
        let (dashes, end) = if column.figures { (width + 1, ":") } else { (width + 2, "") };
        let _ = write!(out, "|{}{end}", "-".repeat(dashes));
    }
    out.push_str("|\n");
    for row in &rows {
        out.push_str(&line(table, row, &widths));
    }
    out
}

fn cells(row: &Row, columns: usize, look: Look) -> Vec<String> {
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty)).take(columns);
    let texts = cells.map(|cell| escaped_inside(&cell::text(cell, look)));
    texts
        .map(|text| match row.kind {
            RowKind::Body | RowKind::Form => text,
            _ if text.is_empty() => text,
            RowKind::Heading | RowKind::Total | RowKind::Change => format!("**{text}**"),
        })
        .collect()
}

fn line(table: &Table, cells: &[String], widths: &[usize]) -> String {
    let mut out = String::new();
    for ((cell, column), width) in cells.iter().zip(&table.columns).zip(widths) {
        let blanks = " ".repeat(width.saturating_sub(cell.width()));
        let _ =
            if column.figures { write!(out, "| {blanks}{cell} ") } else { write!(out, "| {cell}{blanks} ") };
    }
    out.push_str("|\n");
    out
}

/// What keeps two letters apart and is not seen: an empty blank. A backslash would not do: addresses and names are
/// looked for in the text that is left when the backslashes are gone.
const APART: &str = "&#8203;";

/// A text that Markdown takes literally inside a line. No address, `@name` or `#1` in it becomes a link.
fn escaped_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in sanitized(text, false).chars() {
        let is_link = match letter {
            '/' => out.ends_with(":/"),
            '.' => out.len() >= 3 && out.as_bytes()[out.len() - 3..].eq_ignore_ascii_case(b"www"),
            digit => digit.is_ascii_digit() && out.ends_with('#'),
        };
        if is_link {
            out.push_str(APART);
        }
        match letter {
            '@' => {
                out.push('@');
                out.push_str(APART);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
    }
    out
}

/// A text that Markdown takes literally at the start of a line too.
fn escaped(text: &str) -> String {
    let mut out = escaped_inside(text.trim_start());
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    // A colon begins what GitHub takes for a command in the log of a run.
    if out.starts_with(['#', '+', '-', '=', ':']) {
        out.insert(0, '\\');
    } else if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    // A title may not end in what would close it.
    if out.ends_with('#') {
        out.insert(out.len() - 1, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kronor::Kronor;
    use crate::report::document::Column;

    #[test]
    fn names_from_files_cannot_break_the_table_or_become_markup() {
        assert_eq!(escaped("A|B"), "A\\|B");
        assert_eq!(escaped("<script>"), "&lt;script&gt;");
        assert_eq!(escaped("[x](javascript:1)"), "\\[x\\](javascript:1)");
        assert_eq!(escaped("# Rubrik\nny rad"), "\\# Rubrik ny rad");
        assert_eq!(escaped("1. etta"), "1\\. etta");
        assert_eq!(escaped(" ::error::x"), "\\::error::x");
    }

    #[test]
    fn nothing_in_a_text_becomes_a_link() {
        assert_eq!(escaped("se https://a.se/b"), "se https:/&#8203;/a.se/b");
        assert_eq!(escaped("WWW.a.se"), "WWW&#8203;.a.se");
        assert_eq!(escaped("a@b.se och @namn"), "a@&#8203;b.se och @&#8203;namn");
        assert_eq!(escaped("ärende #12, nr # 1"), "ärende #&#8203;12, nr # 1");
    }

    #[test]
    fn a_table_is_aligned_and_its_figures_stand_to_the_right() {
        let row = |kind, name: &str, amount| Row {
            kind,
            cells: vec![Cell::Text(name.to_owned()), Cell::Amount(Some(Kronor::new(amount)))],
        };
        let example = Table {
            caption: String::new(),
            columns: vec![Column::text("Förbund"), Column::figures("Staten")],
            rows: vec![
                Row::heading("Nuläge"),
                row(RowKind::Body, "BÅD-ESÅ", 1_234_567),
                row(RowKind::Total, "Summa", 1_234_567),
            ],
            notes: Vec::new(),
        };
        insta::assert_snapshot!(table(&example, Look::default()), @r"
        | Förbund    |        Staten |
        |------------|--------------:|
        | **Nuläge** |               |
        | BÅD-ESÅ    |     1 234 567 |
        | **Summa**  | **1 234 567** |
        ");
    }
}
