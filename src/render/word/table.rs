//! Tables: rows that stay whole, headers that repeat, figures that stand to the right.

use crate::drawing::letters::Weight;

use super::content::{Column, Emphasis, Row, RowKind, Table};
use super::fit::{self, Cells, Fit, Part};
use super::inline::{self, Paragraph};
use super::keep;
use super::styles::{self, Style};
use super::xml::Xml;
use crate::text::letter::sanitized;

/// A table that has found its widths.
pub(super) struct LaidOut<'a> {
    table: &'a Table,
    cells: Cells,
    pub(super) fit: Fit,
    /// Per column, see [`fit::mark_widths`].
    marks: Vec<u32>,
}

impl<'a> LaidOut<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let cells = Cells::new(table);
        let fit = fit::fit(table, &cells);
        let marks = fit::mark_widths(&cells, &table.columns, fit.density);
        Self { table, cells, fit, marks }
    }

    /// Writes one of the parts; `is_noted` says whether a note follows that belongs to it.
    pub(super) fn write(&self, xml: &mut Xml, part: &Part, is_noted: bool) {
        let Fit { density, .. } = self.fit;
        let kinds: Vec<RowKind> = self.table.rows.iter().map(|row| row.kind).collect();
        let keeps = keep::with_next(&kinds, fit::height(self.table, &self.cells, part, density), is_noted);
        let width: u32 = part.widths.iter().sum();
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.value("w:tblStyle", styles::TABLE);
                xml.empty("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
                xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
                write_look(xml);
                // Those who cannot see the table hear what it shows.
                xml.value("w:tblCaption", sanitized(&self.table.caption, false));
            });
            xml.element("w:tblGrid", &[], |xml| {
                for width in &part.widths {
                    xml.empty("w:gridCol", &[("w:w", width)]);
                }
            });
            self.write_header(xml, part);
            for ((row, texts), keep) in self.table.rows.iter().zip(&self.cells.rows).zip(keeps) {
                self.write_row(xml, part, row, texts, keep);
            }
        });
    }

    fn write_header(&self, xml: &mut Xml, part: &Part) {
        write_row(xml, true, |xml| {
            for (column, width) in part.columns.iter().zip(&part.widths) {
                write_cell(xml, *width, 1, false, |xml| {
                    let style = self.style(*column);
                    Paragraph { keep_next: true, ..Paragraph::new(style) }.write(xml, |xml| {
                        let heading = &self.cells.headings[*column];
                        let heading = fit::heading_lines(heading, *width, self.fit.density);
                        inline::write_text(xml, &heading, Emphasis::Bold);
                    });
                });
            }
        });
    }

    fn write_row(&self, xml: &mut Xml, part: &Part, row: &Row, texts: &[String], keep_next: bool) {
        write_row(xml, false, |xml| {
            if row.kind == RowKind::Heading {
                let text = texts.first().map_or("", String::as_str);
                write_cell(xml, part.widths.iter().sum(), part.columns.len(), false, |xml| {
                    Paragraph { keep_next: true, ..Paragraph::new(self.fit.density.styles()[2]) }
                        .write(xml, |xml| inline::write_text(xml, text, Emphasis::None));
                });
                return;
            }
            let (emphasis, weight) = match row.kind {
                RowKind::Total => (Emphasis::Bold, Weight::Bold),
                RowKind::Change => (Emphasis::Italic, Weight::Regular),
                RowKind::Body | RowKind::Heading => (Emphasis::None, Weight::Regular),
            };
            for (column, width) in part.columns.iter().zip(&part.widths) {
                let text = &texts[*column];
                write_cell(xml, *width, 1, row.kind == RowKind::Total, |xml| {
                    let indent = self.indent(*column, text, weight);
                    let style = self.style(*column);
                    Paragraph { keep_next, indent, ..Paragraph::new(style) }
                        .write(xml, |xml| inline::write_text(xml, text, emphasis));
                });
            }
        });
    }

    /// What a figure without the widest mark of its column stands away from the right.
    fn indent(&self, column: usize, figure: &str, weight: Weight) -> u32 {
        let own = match fit::marked(figure).1 {
            "" => 0,
            mark => fit::text_width(mark, self.fit.density, weight),
        };
        self.marks[column].saturating_sub(own)
    }

    fn style(&self, column: usize) -> Style {
        let figures = self.table.columns.get(column).is_some_and(|column: &Column| column.figures);
        let [text, figure, _] = self.fit.density.styles();
        if figures { figure } else { text }
    }
}

/// The first row looks as the style says of it, and no bands of rows or columns: bits of the older form, then each by
/// name.
fn write_look(xml: &mut Xml) {
    xml.empty(
        "w:tblLook",
        &[
            ("w:val", &"0620"),
            ("w:firstRow", &1),
            ("w:lastRow", &0),
            ("w:firstColumn", &0),
            ("w:lastColumn", &0),
            ("w:noHBand", &1),
            ("w:noVBand", &1),
        ],
    );
}

fn write_row(xml: &mut Xml, is_header: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if is_header {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

fn write_cell(xml: &mut Xml, width: u32, columns: usize, is_total: bool, content: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
            if columns > 1 {
                xml.value("w:gridSpan", columns);
            }
            if is_total {
                styles::write_total_rule(xml);
            }
        });
        content(xml);
    });
}
