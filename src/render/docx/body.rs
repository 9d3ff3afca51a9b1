//! What stands on the pages, one thing after the other, with the pages turned where a table needs it.

use docx_rs::{DocumentChild, Docx, Paragraph, Table};

use super::page::{self, Orientation};

/// The paragraphs and tables so far.
#[derive(Default)]
pub(super) struct Body {
    blocks: Vec<DocumentChild>,
    orientation: Orientation,
}

impl Body {
    pub(super) fn paragraph(&mut self, paragraph: Paragraph, orientation: Orientation) {
        self.turn(orientation);
        self.blocks.push(DocumentChild::Paragraph(Box::new(paragraph)));
    }

    pub(super) fn table(&mut self, table: Table, orientation: Orientation) {
        self.turn(orientation);
        self.blocks.push(DocumentChild::Table(Box::new(table)));
    }

    /// Makes sure that what comes stands on pages that lie as wanted. The last paragraph before a turn carries how
    /// the pages up to it lie; behind a table, an empty one does.
    fn turn(&mut self, orientation: Orientation) {
        let before = std::mem::replace(&mut self.orientation, orientation);
        if before == orientation || self.blocks.is_empty() {
            return;
        }
        let section = page::section(before);
        match self.blocks.pop() {
            Some(DocumentChild::Paragraph(last)) => {
                self.blocks.push(DocumentChild::Paragraph(Box::new(last.section_property(section))));
            }
            last => {
                self.blocks.extend(last);
                let empty = Paragraph::new().section_property(section);
                self.blocks.push(DocumentChild::Paragraph(Box::new(empty)));
            }
        }
    }

    /// Puts all of it into a document.
    pub(super) fn into_document(self, docx: Docx) -> Docx {
        let mut docx = page::lay(docx, self.orientation);
        let mut after_table = false;
        for block in self.blocks {
            after_table = matches!(block, DocumentChild::Table(_));
            docx = match block {
                DocumentChild::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
                DocumentChild::Table(table) => docx.add_table(*table),
                _ => docx,
            };
        }
        // A table may not end a document.
        if after_table { docx.add_paragraph(Paragraph::new()) } else { docx }
    }
}
