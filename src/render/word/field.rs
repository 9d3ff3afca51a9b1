//! What Word counts itself: numbers of tables, figures and pages, and what refers to them. Instructions are only ever
//! made of our own words and numbers; what a document says never stands in one.

use std::fmt::Display;

use super::xml::Xml;

/// A field with what it showed last. Word counts anew only on request.
fn write(xml: &mut Xml, instruction: &dyn Display, shown: &dyn Display) {
    let instruction = format!(" {instruction} ");
    xml.element("w:fldSimple", &[("w:instr", &instruction)], |xml| {
        let shown = shown.to_string();
        xml.element("w:r", &[], |xml| xml.text("w:t", &[], &shown));
    });
}

/// The next number of a sequence.
pub(super) fn write_sequence(xml: &mut Xml, label: &str, number: u32) {
    write(xml, &format_args!("SEQ {label} \\* ARABIC"), &number);
}

/// The text between the marks of a place, a link to it.
pub(super) fn write_reference(xml: &mut Xml, place: &str, shown: u32) {
    write(xml, &format_args!("REF {place} \\h"), &shown);
}

/// The number of the page.
pub(super) fn write_page(xml: &mut Xml) {
    write(xml, &"PAGE", &1);
}

/// How many pages there are.
pub(super) fn write_pages(xml: &mut Xml) {
    write(xml, &"NUMPAGES", &1);
}

/// Marks what `content` writes as a place with a name.
pub(super) fn write_place(xml: &mut Xml, id: u32, name: &str, content: impl FnOnce(&mut Xml)) {
    xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
    content(xml);
    xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
}

/// A mark of a field that reaches over several paragraphs: `begin`, `separate` or `end`.
pub(super) fn write_mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", &kind)]));
}

/// What such a field does.
pub(super) fn write_instruction(xml: &mut Xml, instruction: &str) {
    xml.element("w:r", &[], |xml| {
        xml.text("w:instrText", &[("xml:space", &"preserve")], instruction);
    });
}
