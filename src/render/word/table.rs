//! Tables: rows that stay whole, headers that repeat, figures that stand to the right.

use super::content::{Row, RowKind, Table};
use super::fit::{self, Cells, Fit, Part};
use super::inline::{self, Emphasis, Paragraph};
use super::keep;
use super::styles::{self, Style};
use super::xml::Xml;
use crate::text::letter::sanitized;

/// A table that has found its widths.
pub(super) struct LaidOut<'a> {
    table: &'a Table,
    cells: Cells<'a>,
    pub(super) fit: Fit,
}

impl<'a> LaidOut<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let cells = Cells::new(table);
        let fit = fit::fit(table, &cells);
        Self { table, cells, fit }
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
                // Screen readers say it.
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
        write_row(xml, true, 0, |xml| {
            for (column, width) in part.columns.iter().zip(&part.widths) {
                write_cell(xml, *width, 1, false, |xml| {
                    Paragraph { style: self.style(*column), keep_next: true }.write(xml, |xml| {
                        let heading = &self.cells.headings[*column];
                        let heading = fit::heading_lines(heading, *width, self.fit.density);
                        inline::write_lines(xml, &heading, Emphasis::Bold);
                    });
                });
            }
        });
    }

    fn write_row(&self, xml: &mut Xml, part: &Part, row: &Row, texts: &[&str], keep_next: bool) {
        let least = if row.kind == RowKind::Form { fit::FORM_HEIGHT } else { 0 };
        write_row(xml, false, least, |xml| {
            if row.kind == RowKind::Heading {
                let text = texts.first().copied().unwrap_or_default();
                write_cell(xml, part.widths.iter().sum(), part.columns.len(), false, |xml| {
                    Paragraph { style: self.fit.density.styles()[2], keep_next: true }
                        .write(xml, |xml| inline::write_text(xml, text, Emphasis::None));
                });
                return;
            }
            let emphasis = match row.kind {
                RowKind::Total => Emphasis::Bold,
                RowKind::Change => Emphasis::Italic,
                RowKind::Body | RowKind::Form | RowKind::Heading => Emphasis::None,
            };
            for (column, width) in part.columns.iter().zip(&part.widths) {
                let text = texts[*column];
                write_cell(xml, *width, 1, row.kind == RowKind::Total, |xml| {
                    Paragraph { style: self.style(*column), keep_next }
                        .write(xml, |xml| inline::write_text(xml, text, emphasis));
                });
            }
        });
    }

    fn style(&self, column: usize) -> Style {
        let figures = self.table.columns.get(column).is_some_and(|column| column.figures);
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

/// A row, with the least height it has in twentieths of a point.
fn write_row(xml: &mut Xml, is_header: bool, least: u32, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if least > 0 {
                xml.empty("w:trHeight", &[("w:val", &least), ("w:hRule", &"atLeast")]);
            }
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
