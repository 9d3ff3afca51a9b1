//! The sheets of what inquiries weigh beside money, and of insatser: values, as formulas of spreadsheets cannot give
//! distances and boards.

use super::book::{Cell, Kind, Role, Sheet};
use super::context::Context;
use super::formula::CellAddress;
use super::layout::CRITERIA;
use super::page::Page;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::result::ScenarioResult;
use crate::report::boards;
use crate::report::criteria;
use crate::report::document::{self, RowKind, Table};
use crate::report::insatser;
use crate::report::positions;
use crate::report::posts_in_kind;
use crate::report::redistribution::Redistribution;
use crate::report::reference;
use crate::report::smallest_forbund;
use crate::report::society_value;
use crate::text::number;

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, shown: Redistribution, name: String) -> Sheet {
    let (words, language) = (context.words, context.language);
    let results = context.alternatives.iter().map(|alternative| alternative.computed.result);
    let results: Vec<ScenarioResult> = results.cloned().collect();
    let mut compared = criteria::comparison(&[Alternatives::alone(&results)], shown, language);
    compared.extend(positions::tables(&results, shown, language));
    compared.extend(smallest_forbund::comparison(&results, shown, language));
    compared.extend(boards::tables(&results, language));
    compared.extend(posts_in_kind::comparison(&results, language));
    compared.extend(results.first().and_then(|result| reference::table(result, language)));
    let mut parts = vec![(context.labels.comparison, compared)];
    parts.extend(results.iter().map(|result| {
        let mut tables = criteria::tables(result, shown, language);
        tables.extend(smallest_forbund::table(result, shown, language));
        (result.head.scenario.name.as_str(), tables)
    }));
    let titles = (name, context.titled(words.sheet_criteria), words.note_criteria);
    of_parts(titles, parts, CRITERIA)
}

/// The sheet of insatser, as values too; none where no file has some.
pub(super) fn insatser(
    context: &Context<'_>,
    shown: Redistribution,
    name: String,
    place: usize,
) -> Option<Sheet> {
    let (words, language) = (context.words, context.language);
    let results = context.alternatives.iter().map(|alternative| alternative.computed.result);
    let results: Vec<ScenarioResult> = results.cloned().collect();
    let mut compared = vec![insatser::comparison(&results, shown, language)?];
    compared.extend(society_value::comparison(&results, language));
    let mut parts = vec![(context.labels.comparison, compared)];
    parts.extend(results.iter().map(|result| {
        let mut tables = insatser::tables(result, shown, language);
        tables.extend(posts_in_kind::table(result, language));
        tables.extend(society_value::table(result, language));
        (result.head.scenario.name.as_str(), tables)
    }));
    Some(of_parts((name, context.titled(words.sheet_insatser), words.note_insatser), parts, place))
}

/// A sheet with a name, a title and a note, of tables below each other.
fn of_parts(
    (name, title, note): (String, String, &str),
    parts: Vec<(&str, Vec<Table>)>,
    place: usize,
) -> Sheet {
    let columns = parts.iter().flat_map(|(_, tables)| tables).map(|table| table.columns.len()).max();
    let columns = u16::try_from(columns.unwrap_or(1)).expect("fewer columns than a sheet has");
    let mut page = Page::new(name, columns, &title, note);
    let mut next = 3;
    for (part, tables) in parts {
        let mut line = |cells: Vec<Option<Cell>>| {
            for (column, cell) in (0..).zip(cells) {
                if let Some(cell) = cell {
                    page.put(CellAddress { sheet: place, row: next, column }, cell);
                }
            }
            next += 1;
        };
        line(vec![Some(Cell::text(Kind::Title, part))]);
        for table in &tables {
            lines(table).into_iter().for_each(&mut line);
        }
    }
    page.sheet
}

/// A table of the report, its notes below it and an empty row after it.
pub(super) fn lines(table: &Table) -> Vec<Vec<Option<Cell>>> {
    let text = |kind: Kind, text: &str| Some(Cell::text(kind, text));
    let headings = table.columns.iter().map(|column| text(Kind::Heading, &column.heading));
    let mut lines = vec![vec![text(Kind::Caption, &table.caption)], headings.collect()];
    lines.extend(table.rows.iter().map(|row| {
        let role = if row.kind == RowKind::Body { Role::Result } else { Role::Total };
        let cell = |(column, cell): (usize, &document::Cell)| {
            // Headings and lists of names may run on over what is empty beside them.
            let runs_on = column + 1 == row.cells.len();
            Some(value(cell, if runs_on { Kind::Remark } else { Kind::Text })?.role(role))
        };
        row.cells.iter().enumerate().map(cell).collect()
    }));
    lines.extend(table.notes.iter().map(|note| vec![text(Kind::Paragraph, note)]));
    lines.push(Vec::new());
    lines
}

/// A cell of the report as a value.
fn value(cell: &document::Cell, text: Kind) -> Option<Cell> {
    use document::Cell as Shown;
    let amount = |kind: Kind, amount: i64| Some(Cell::number(kind, amount));
    match cell {
        Shown::Empty => None,
        Shown::Text(shown) => Some(Cell::text(text, shown)),
        Shown::Amount(Some(kronor)) => amount(Kind::Amount, kronor.get()),
        Shown::Change(Some(kronor)) => amount(Kind::Change, kronor.get()),
        Shown::Count(count) => amount(Kind::Count, *count),
        Shown::Decimal(figure) | Shown::Difference(figure) => {
            Some(Cell::number(Kind::decimals(figure.scale()), *figure))
        }
        Shown::Percent(Some(percent)) => Some(Cell::number(Kind::Percent, *percent)),
        Shown::Unknown | Shown::Amount(None) | Shown::Change(None) | Shown::Percent(None) => {
            Some(Cell::text(text, number::UNKNOWN))
        }
    }
}
