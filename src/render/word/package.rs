//! The file: its parts, and how they belong together.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::content::Document;
use super::inline::{self, Emphasis, Paragraph};
use super::page::{FOOTER, HEADER, TEXT_WIDTH};
use super::styles::{self, Style};
use super::xml::{Attribute, Xml};
use super::{body, field, numbering, settings};
use crate::text::word as words;

/// The level of compression, of 9: higher ones take longer and make files hardly smaller.
const COMPRESSION: i64 = 3;

/// What wrote the file.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The bytes of the `.docx` of a document.
///
/// # Errors
/// None in memory.
pub fn write(document: &Document) -> io::Result<Vec<u8>> {
    let parts: [(&str, String); 12] = [
        ("[Content_Types].xml", part(content_types)),
        ("_rels/.rels", part(relations)),
        ("docProps/core.xml", part(|xml| core(xml, document))),
        ("docProps/app.xml", part(app)),
        ("word/document.xml", part(|xml| body::write(xml, document))),
        ("word/_rels/document.xml.rels", part(document_relations)),
        ("word/styles.xml", part(|xml| styles::write(xml, document.language, TEXT_WIDTH))),
        ("word/settings.xml", part(|xml| settings::write(xml, document))),
        ("word/fontTable.xml", part(settings::write_fonts)),
        ("word/numbering.xml", part(numbering::write)),
        ("word/header1.xml", part(|xml| header(xml, document))),
        ("word/footer1.xml", part(|xml| write_footer(xml, document))),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(COMPRESSION))
        .last_modified_time(DateTime::default())
        // Else the bytes say whether they were written in Windows.
        .system(System::Unix);
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn part(write: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::part();
    write(&mut xml);
    xml.finish()
}

fn content_types(xml: &mut Xml) {
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", &namespace)], |xml| {
        for (extension, kind) in
            [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")]
        {
            xml.empty("Default", &[("Extension", &extension), ("ContentType", &kind)]);
        }
        let words = [
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("numbering", "numbering"),
            ("header1", "header"),
            ("footer1", "footer"),
        ];
        for (name, kind) in words {
            let (name, kind) = (format!("/word/{name}.xml"), format!("{TYPE}{kind}+xml"));
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
        for (name, kind) in [
            ("core", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ] {
            let name = format!("/docProps/{name}.xml");
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
}

fn write_relations(xml: &mut Xml, relations: &[(&str, String, &str)]) {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    xml.element("Relationships", &[("xmlns", &namespace)], |xml| {
        for (id, kind, target) in relations {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
}

fn relations(xml: &mut Xml) {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let relations = [
        ("rId1", format!("{RELATION}officeDocument"), "word/document.xml"),
        ("rId2", core.to_owned(), "docProps/core.xml"),
        ("rId3", format!("{RELATION}extended-properties"), "docProps/app.xml"),
    ];
    write_relations(xml, &relations);
}

fn document_relations(xml: &mut Xml) {
    let relations = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "numbering", "numbering.xml"),
        (HEADER, "header", "header1.xml"),
        (FOOTER, "footer", "footer1.xml"),
    ];
    let relations = relations.map(|(id, kind, target)| (id, format!("{RELATION}{kind}"), target));
    write_relations(xml, &relations);
}

fn core(xml: &mut Xml, document: &Document) {
    let namespaces: [Attribute<'_>; 2] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.text("dc:title", &[], &document.title);
        xml.text("dc:creator", &[], PROGRAM);
        xml.text("dc:language", &[], words::language_tag(document.language));
    });
}

fn app(xml: &mut Xml) {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", &namespace)], |xml| {
        xml.text("Application", &[], PROGRAM);
    });
}

fn header(xml: &mut Xml, document: &Document) {
    xml.element("w:hdr", &[("xmlns:w", &WORDS)], |xml| {
        Paragraph::new(Style::Header)
            .write(xml, |xml| inline::write_text(xml, &document.title, Emphasis::None));
    });
}

/// What the document says there, and to the right "Sida 3 av 12".
fn write_footer(xml: &mut Xml, document: &Document) {
    let [page, of] = words::page(document.language);
    xml.element("w:ftr", &[("xmlns:w", &WORDS)], |xml| {
        Paragraph::new(Style::Footer).write(xml, |xml| {
            inline::write_text(xml, &document.footer, Emphasis::None);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            inline::write_text(xml, page, Emphasis::None);
            field::write_page(xml);
            inline::write_text(xml, of, Emphasis::None);
            field::write_pages(xml);
        });
    });
}
