//! Workbooks put together from their parts, also such as no spreadsheet writes.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The files of a workbook with one sheet.
#[derive(Clone)]
pub(super) struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// With nothing in it.
    pub(super) fn empty() -> Self {
        Self { parts: Vec::new() }
    }

    /// With the text between `<sheetData>` and its end.
    pub(super) fn sheet(rows: &str) -> Self {
        Self::sheet_as(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    }

    /// With the whole XML of the sheet.
    pub(super) fn sheet_as(xml: &str) -> Self {
        Self::empty()
            .with("_rels/.rels", &relationships(&[("rId1", "officeDocument", "xl/workbook.xml")]))
            .with(
                "xl/_rels/workbook.xml.rels",
                &relationships(&[("rId1", "worksheet", "worksheets/sheet1.xml")]),
            )
            .with(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            )
            .with("xl/worksheets/sheet1.xml", xml)
    }

    /// With a file more, or another one in its place.
    pub(super) fn with(self, path: &str, content: &str) -> Self {
        self.with_bytes(path, content.as_bytes())
    }

    /// With a file that is no text.
    pub(super) fn with_bytes(mut self, path: &str, content: &[u8]) -> Self {
        self.parts.retain(|(old, _)| old != path);
        self.parts.push((path.to_owned(), content.to_vec()));
        self
    }

    /// With an empty file more that is not there yet.
    pub(super) fn with_another(mut self, path: &str) -> Self {
        self.parts.push((path.to_owned(), Vec::new()));
        self
    }

    /// Packed.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in &self.parts {
            zip.start_file(path.as_str(), SimpleFileOptions::default()).expect("an entry");
            zip.write_all(content).expect("its content");
        }
        zip.finish().expect("a zip file").into_inner()
    }
}

/// A file that says where others are.
pub(super) fn relationships(list: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>")
    };
    let list = list.iter().map(one).collect::<Vec<_>>().concat();
    format!("<Relationships>{list}</Relationships>")
}
