//! A table: its style says how it looks, and its rows stay whole and with what they belong to.

use docx_rs::{
    BorderType, Paragraph, Run, TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders,
    TableLayoutType, TableRow, WidthType,
};

use super::clean;
use super::page::Orientation;
use super::style::Style;
use super::width::{self, Fit};
use crate::render::cell::{self, Look};
use crate::report::document::{Cell, Row, RowKind, Table};

/// Tables of at most so many rows are not parted by the end of a page.
const ROWS_KEPT_TOGETHER: usize = 16;
/// All of the width of the text, in fiftieths of a percent.
const WHOLE_WIDTH: usize = 5_000;

/// A table that has found its place.
pub(super) struct LaidOut<'table> {
    table: &'table Table,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    fit: Fit,
    /// Whether something follows that belongs to it.
    noted: bool,
}

impl<'table> LaidOut<'table> {
    pub(super) fn new(table: &'table Table, look: Look, noted: bool) -> Self {
        let header: Vec<String> = table.columns.iter().map(|column| clean(&column.heading)).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| texts(row, header.len(), look)).collect();
        let mut columns = vec![width::Column::default(); header.len()];
        let spanning = |position: &usize| table.rows[*position].kind == RowKind::Heading;
        let shown = (0..rows.len()).filter(|position| !spanning(position)).map(|position| &rows[position]);
        for row in shown.chain([&header]) {
            for (column, text) in columns.iter_mut().zip(row) {
                column.add(text);
            }
        }
        let fit = width::fit(&columns);
        Self { table, header, rows, fit, noted }
    }

    pub(super) fn orientation(&self) -> Orientation {
        self.fit.orientation
    }

    pub(super) fn into_table(self) -> docx_rs::Table {
        let mut rows = vec![self.header_row()];
        rows.extend((0..self.rows.len()).map(|position| self.row(position)));
        let widths: Vec<usize> = self.fit.widths.iter().map(|width| size(*width)).collect();
        let (width, unit) = if self.fit.whole_width {
            (WHOLE_WIDTH, WidthType::Pct)
        } else {
            (widths.iter().sum(), WidthType::Dxa)
        };
        docx_rs::Table::without_borders(rows)
            .style(self.fit.density.id())
            .width(width, unit)
            .layout(TableLayoutType::Autofit)
            .set_grid(widths)
    }

    /// The row that Word repeats on each page; [`super::amend`] marks it.
    fn header_row(&self) -> TableRow {
        let cells = self.header.iter().enumerate().map(|(column, text)| {
            let paragraph = self.style(column).paragraph().keep_next(true);
            self.cell(column, 1, paragraph.add_run(Run::new().add_text(text)))
        });
        TableRow::new(cells.collect()).cant_split()
    }

    fn row(&self, position: usize) -> TableRow {
        let kind = self.table.rows[position].kind;
        let keep = self.keeps_with_next(position);
        let texts = &self.rows[position];
        let shown = if kind == RowKind::Heading { texts.get(..1).unwrap_or_default() } else { texts };
        let cells = shown.iter().enumerate().map(|(column, text)| {
            let mut paragraph = self.style(column).paragraph().keep_next(keep);
            if !text.is_empty() {
                paragraph = paragraph.add_run(emphasised(Run::new().add_text(text), kind));
            }
            let columns = if kind == RowKind::Heading { self.header.len() } else { 1 };
            let cell = self.cell(column, columns, paragraph);
            if kind == RowKind::Total { cell.set_borders(line_above()) } else { cell }
        });
        TableRow::new(cells.collect()).cant_split()
    }

    fn style(&self, column: usize) -> Style {
        let figures = self.table.columns.get(column).is_some_and(|column| column.figures);
        if figures { Style::TableFigure } else { Style::TableText }
    }

    fn cell(&self, column: usize, columns: usize, paragraph: Paragraph) -> TableCell {
        let widths = self.fit.widths.iter().skip(column).take(columns);
        let cell = TableCell::new().width(widths.map(|width| size(*width)).sum(), WidthType::Dxa);
        let cell = if columns > 1 { cell.grid_span(columns) } else { cell };
        cell.add_paragraph(paragraph)
    }

    /// Headings stay with what they head, sums and changes with what they are of, and small tables whole.
    fn keeps_with_next(&self, position: usize) -> bool {
        let rows = &self.table.rows;
        let Some(next) = rows.get(position + 1) else { return self.noted };
        rows.len() <= ROWS_KEPT_TOGETHER
            || rows[position].kind == RowKind::Heading
            || matches!(next.kind, RowKind::Total | RowKind::Change)
    }
}

/// The texts of a row, one for each column.
fn texts(row: &Row, columns: usize, look: Look) -> Vec<String> {
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty)).take(columns);
    cells.map(|cell| clean(&cell::text(cell, look))).collect()
}

fn emphasised(run: Run, kind: RowKind) -> Run {
    match kind {
        RowKind::Body => run,
        RowKind::Heading | RowKind::Total => run.bold(),
        RowKind::Change => run.italic(),
    }
}

fn line_above() -> TableCellBorders {
    let line = TableCellBorder::new(TableCellBorderPosition::Top).border_type(BorderType::Single).size(4);
    TableCellBorders::with_empty().set(line)
}

fn size(width: u32) -> usize {
    usize::try_from(width).expect("a width has 32 bits")
}
