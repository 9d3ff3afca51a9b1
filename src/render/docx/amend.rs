//! What `docx-rs` has no words for is added to the parts that it made, before they are packed: the language and the
//! title of the document, rows that are headers, what the style of a table says of its header, and what pictures
//! show. And what it writes otherwise than the standard is put right.

use std::io;

use docx_rs::XMLDocx;

use super::element::Element;
use super::schema_order::put_in_order;
use super::style::TABLES;

/// What is to be added.
pub(super) struct Amendments<'text> {
    /// The title of the document.
    pub(super) title: &'text str,
    /// The tag of its language.
    pub(super) language: &'text str,
    /// What the pictures show, in their order.
    pub(super) descriptions: &'text [String],
}

impl Amendments<'_> {
    /// Adds it.
    ///
    /// # Errors
    /// If a part is not well-formed.
    pub(super) fn make(&self, parts: &mut XMLDocx) -> io::Result<()> {
        amend(&mut parts.document, |root| self.document(root))?;
        amend(&mut parts.styles, |root| self.styles(root))?;
        amend(&mut parts.doc_props.core, |root| self.properties(root))?;
        let others = [&mut parts.settings, &mut parts.numberings].into_iter().chain(&mut parts.footers);
        for part in others {
            amend(part, |_| ())?;
        }
        Ok(())
    }

    fn document(&self, root: &mut Element) {
        let mut pictures = self.descriptions.iter().zip(1..);
        root.visit(&mut |element| {
            if element.is("w:tbl") {
                mark_header(element);
            } else if element.is("wp:docPr")
                && let Some((description, number)) = pictures.next()
            {
                let (id, name): (String, String) = (format!("{number}"), format!("Figure {number}"));
                element.set_attributes(&[("id", &id), ("name", &name), ("descr", description)]);
            }
        });
    }

    fn styles(&self, root: &mut Element) {
        let language = Element::new("w:lang", &[("w:val", self.language)]);
        root.visit(&mut |element| {
            if element.is("w:rPrDefault") {
                if let Some(run) = element.child_mut("w:rPr") {
                    run.push(language.clone());
                }
            } else if element.is("w:style") {
                amend_style(element);
            }
        });
    }

    /// The title and the language. When and by whom is not told: the same report is the same file.
    fn properties(&self, root: &mut Element) {
        root.retain(|child| child.is("cp:revision"));
        root.push(Element::new("dc:title", &[]).with_text(self.title));
        root.push(Element::new("dc:creator", &[]).with_text(env!("CARGO_PKG_NAME")));
        root.push(Element::new("dc:language", &[]).with_text(self.language));
    }
}

/// Changes a part, and puts it in the order of the standard.
fn amend(part: &mut Vec<u8>, change: impl FnOnce(&mut Element)) -> io::Result<()> {
    let mut root = Element::read(part)?;
    change(&mut root);
    root.visit(&mut tidy);
    *part = root.written()?;
    Ok(())
}

fn tidy(element: &mut Element) {
    // Empty ones say nothing, and within a style some may not stand.
    element.retain(|child| !(child.is_empty() && (child.is("w:rPr") || child.is("w:tblBorders"))));
    if element.is("w:p") {
        // Numbers that the library counts; nothing refers to them.
        element.remove_attribute("w14:paraId");
    } else if element.is("w:gridCol") {
        element.remove_attribute("w:type");
    }
    put_in_order(element);
}

/// The first row of a table stands on every page that the table reaches, and looks as the style says of headers.
fn mark_header(table: &mut Element) {
    if let Some(row) = table.child_mut("w:tr").and_then(|row| row.child_mut("w:trPr")) {
        row.push(Element::new("w:tblHeader", &[]));
    }
    let look = [
        // The first row, and no bands of rows or columns: bits of the older form, then each by name.
        ("w:val", "0620"),
        ("w:firstRow", "1"),
        ("w:lastRow", "0"),
        ("w:firstColumn", "0"),
        ("w:lastColumn", "0"),
        ("w:noHBand", "1"),
        ("w:noVBand", "1"),
    ];
    if let Some(properties) = table.child_mut("w:tblPr") {
        properties.push(Element::new("w:tblLook", &look));
    }
}

fn amend_style(style: &mut Element) {
    match style.attribute("w:styleId") {
        Some(id) if id == "Normal" || id == "TableNormal" => style.add_attribute("w:default", "1"),
        Some(id) if id.starts_with(TABLES) => style.push(header_looks()),
        _ => {}
    }
}

/// Headers: bold, at the foot of their cells, with a line below.
fn header_looks() -> Element {
    let line = [("w:val", "single"), ("w:sz", "8"), ("w:space", "0"), ("w:color", "000000")];
    let borders = Element::new("w:tcBorders", &[]).with(Element::new("w:bottom", &line));
    let cell =
        Element::new("w:tcPr", &[]).with(borders).with(Element::new("w:vAlign", &[("w:val", "bottom")]));
    let letters = Element::new("w:rPr", &[]).with(Element::new("w:b", &[])).with(Element::new("w:bCs", &[]));
    Element::new("w:tblStylePr", &[("w:type", "firstRow")]).with(letters).with(cell)
}
