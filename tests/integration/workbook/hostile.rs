//! Workbooks that are damaged, are something else, or want to be larger than memory.

use finsam::input::workbook::{Size, WorkbookError, read};

use super::package::{Package, relationships};

const MIB: usize = 1024 * 1024;

#[track_caller]
fn error(bytes: &[u8]) -> WorkbookError {
    read(bytes, "ark.xlsx").expect_err("an unusable workbook")
}

#[track_caller]
fn assert_damaged(package: &Package) {
    assert_eq!(error(&package.bytes()), WorkbookError::Damaged);
}

#[track_caller]
fn assert_too_large(package: &Package, too_large: Size) {
    let error = error(&package.bytes());
    assert!(matches!(error, WorkbookError::TooLarge { what, .. } if what == too_large), "{error:?}");
}

/// One piece of XML for each number.
fn many(numbers: impl IntoIterator<Item = u32>, piece: impl Fn(u32) -> String) -> String {
    numbers.into_iter().map(piece).collect::<Vec<_>>().concat()
}

fn sound() -> Package {
    Package::sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
}

#[test]
fn what_is_no_workbook_is_distinguished() {
    assert_eq!(error(b""), WorkbookError::NotAWorkbook);
    assert_eq!(error(b"kommun;2023"), WorkbookError::NotAWorkbook);
    assert_eq!(error(&Package::sheet("").bytes()), WorkbookError::NoCells);
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    assert_eq!(error(&old), WorkbookError::OldFormat);
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error(&old), WorkbookError::Protected);
    let document = Package::empty().with("word/document.xml", "<document/>");
    assert_eq!(error(&document.bytes()), WorkbookError::OtherFormat { name: "docx" });
    let slides = Package::empty().with("ppt/presentation.xml", "<presentation/>");
    assert_eq!(error(&slides.bytes()), WorkbookError::OtherFormat { name: "pptx" });
    let tables = Package::empty().with("kommuner.csv", "kommunkod");
    assert_eq!(error(&tables.bytes()), WorkbookError::NotAWorkbook);
    let mut old_document = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old_document.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error(&old_document), WorkbookError::OtherFormat { name: "doc" });
    let binary = Package::empty().with("xl/workbook.bin", "");
    assert_eq!(error(&binary.bytes()), WorkbookError::OtherFormat { name: "xlsb" });
    let open = Package::empty().with("mimetype", "").with("content.xml", "");
    assert_eq!(error(&open.bytes()), WorkbookError::OtherFormat { name: "ods" });
    let text = Package::empty().with("mimetype", "application/vnd.oasis.opendocument.text");
    assert_eq!(error(&text.bytes()), WorkbookError::OtherFormat { name: "odt" });
}

#[test]
fn a_workbook_that_breaks_off_is_damaged_wherever_it_does() {
    let bytes = sound().bytes();
    for length in 4..bytes.len() {
        assert_eq!(error(&bytes[..length]), WorkbookError::Damaged, "{length} bytes");
    }
}

#[test]
fn an_entry_with_a_password_or_of_an_unknown_method_is_distinguished() {
    let bytes = sound().bytes();
    let changed = |offset_in_list: usize, offset_in_file: usize, value: u8| {
        let mut bytes = bytes.clone();
        for (header, offset) in [(b"PK\x01\x02", offset_in_list), (b"PK\x03\x04", offset_in_file)] {
            let places: Vec<_> = bytes
                .windows(4)
                .enumerate()
                .filter(|(_, found)| found == header)
                .map(|(place, _)| place)
                .collect();
            for place in places {
                bytes[place + offset] = value;
            }
        }
        bytes
    };
    assert_eq!(error(&changed(8, 6, 1)), WorkbookError::Protected);
    assert_eq!(error(&changed(10, 8, 97)), WorkbookError::UnknownCompression);
}

#[test]
fn a_sheet_of_zeros_that_unpacks_to_300_mib_is_refused_whatever_it_says() {
    let zeros = vec![b'0'; 300 * MIB];
    let mut bytes = sound().with_bytes("xl/worksheets/sheet2.xml", &zeros).bytes();
    assert!(bytes.len() < MIB, "{}", bytes.len());
    let too_large = WorkbookError::TooLarge { what: Size::Bytes, limit: 256 * MIB as u64 };
    assert_eq!(error(&bytes), too_large);
    // The same with a small size in both headers.
    let size = u32::try_from(zeros.len()).expect("a size").to_le_bytes();
    while let Some(place) = bytes.windows(4).position(|four| four == size) {
        bytes[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(error(&bytes), WorkbookError::TooLarge { .. } | WorkbookError::Damaged));
}

#[test]
fn a_million_columns_are_too_many() {
    assert_too_large(&Package::sheet("<row><c r=\"XFD1\"><v>1</v></c></row>"), Size::Columns);
    assert_too_large(&Package::sheet("<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>"), Size::Columns);
    let row = "<c><v>1</v></c>".repeat(1_025);
    assert_too_large(&Package::sheet(&format!("<row>{row}</row>")), Size::Columns);
}

#[test]
fn rows_end_where_those_of_a_sheet_do() {
    for row in ["1048577", "4294967296", "99999999999999999999"] {
        let cell = format!("<row><c r=\"A{row}\"><v>1</v></c></row>");
        assert_too_large(&Package::sheet(&cell), Size::Rows);
        assert_too_large(&Package::sheet(&format!("<row r=\"{row}\"><c><v>1</v></c></row>")), Size::Rows);
    }
    let after_the_last = "<row r=\"1048576\"><c><v>1</v></c></row><row><c><v>1</v></c></row>";
    assert_too_large(&Package::sheet(after_the_last), Size::Rows);
}

#[test]
fn empty_cells_that_others_stand_behind_count_too() {
    let far = many(1..=2_000, |row| format!("<row r=\"{row}\"><c r=\"ALZ{row}\"><v>1</v></c></row>"));
    assert_too_large(&Package::sheet(&far), Size::Cells);
}

#[test]
fn a_long_string_in_many_cells_is_counted_each_time() {
    let strings = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "å".repeat(MIB / 4));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000);
    assert_too_large(&Package::sheet(&rows).with("xl/sharedStrings.xml", &strings), Size::Text);
}

#[test]
fn a_text_longer_than_any_cell_is_refused_before_it_is_kept() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(2 * MIB));
    assert_too_large(&sound().with("xl/sharedStrings.xml", &strings), Size::Element);
    let pieces = format!("<sst><si>{}</si></sst>", "<r><t>bit</t></r>".repeat(100_000));
    assert_too_large(&sound().with("xl/sharedStrings.xml", &pieces), Size::Element);
    let never_closed = format!("<sst><si>{}", "<r><t>bit</t></r>".repeat(100_000));
    assert_too_large(&sound().with("xl/sharedStrings.xml", &never_closed), Size::Element);
}

#[test]
fn a_number_of_strings_is_not_believed() {
    for count in ["18446744073709551615", "99999999999999999999999", "4000000000"] {
        let strings = format!("<sst count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        assert_too_large(&sound().with("xl/sharedStrings.xml", &strings), Size::Elements);
    }
}

#[test]
fn long_formats_for_many_cells_are_refused() {
    let xf = "<xf numFmtId=\"200\" fontId=\"0\"/>".repeat(20_000);
    let font = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "F".repeat(60_000));
    let format =
        format!("<numFmts><numFmt numFmtId=\"200\" formatCode=\"{}\"/></numFmts>", "0".repeat(60_000));
    for part in [font, format] {
        let styles = format!("<styleSheet>{part}<cellXfs>{xf}</cellXfs></styleSheet>");
        assert_too_large(&sound().with("xl/styles.xml", &styles), Size::Formats);
    }
    let brackets = format!("<numFmt numFmtId=\"200\" formatCode=\"{}\"/>", "[".repeat(300));
    assert_damaged(
        &sound().with("xl/styles.xml", &format!("<styleSheet><numFmts>{brackets}</numFmts></styleSheet>")),
    );
}

#[test]
fn a_range_that_runs_backward_is_damaged() {
    let sheet =
        "<worksheet><dimension ref=\"B2:A1\"/><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    assert_damaged(&Package::sheet_as(sheet));
    assert_damaged(&Package::sheet("<row><c><f t=\"shared\" si=\"0\" ref=\"B2:A1\">1</f><v>1</v></c></row>"));
}

#[test]
fn cells_that_go_back_are_damaged() {
    for cells in [
        "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
        "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
    ] {
        assert_damaged(&Package::sheet(&format!("<row r=\"1\">{cells}</row>")));
    }
}

#[test]
fn entities_are_never_expanded() {
    let entities = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let strings = format!("{entities}<sst><si><t>&b;</t></si></sst>");
    assert_damaged(&sound().with("xl/sharedStrings.xml", &strings));
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    assert_damaged(
        &sound().with("xl/sharedStrings.xml", &format!("{outside}<sst><si><t>&b;</t></si></sst>")),
    );
}

#[test]
fn a_sheet_is_not_read_a_thousand_times() {
    let sheet = |name: &str, id: &str| format!("<sheet name=\"{name}\" r:id=\"{id}\"/>");
    let workbook = |first: String, second: String| {
        sound().with("xl/workbook.xml", &format!("<workbook><sheets>{first}{second}</sheets></workbook>"))
    };
    assert_damaged(&workbook(sheet("a", "rId1"), sheet("b", "rId1")));
    let twice = |target: &str| {
        relationships(&[("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", target)])
    };
    let two_sheets = workbook(sheet("a", "rId1"), sheet("b", "rId2"));
    for target in ["worksheets/sheet1.xml", "/xl/worksheets/Sheet1.xml", "worksheets\\sheet1.xml"] {
        assert_damaged(&two_sheets.clone().with("xl/_rels/workbook.xml.rels", &twice(target)));
    }
    let one_name = workbook(sheet("a", "rId1"), sheet("a", "rId2"));
    let rows = "<worksheet><sheetData/></worksheet>";
    let one_name = one_name.with("xl/worksheets/sheet2.xml", rows);
    assert_damaged(&one_name.with("xl/_rels/workbook.xml.rels", &twice("worksheets/sheet2.xml")));
}

#[test]
fn too_many_of_anything_is_refused() {
    let mut package = sound();
    for number in 0..10_001 {
        package = package.with_another(&format!("xl/media/{number}.png"));
    }
    assert_too_large(&package, Size::Entries);
    let sheets = many(0..1_001, |id| format!("<sheet name=\"a\" r:id=\"rId{id}\"/>"));
    let workbook = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    assert_too_large(&sound().with("xl/workbook.xml", &workbook), Size::Elements);
}

#[test]
fn nothing_is_read_that_was_not_checked() {
    // A sheet that does not look like XML to the check.
    for target in ["worksheets/sheet1.png", "worksheets\\sheet1.png", "/xl/worksheets/SHEET1.PNG"] {
        let package = sound()
            .with("xl/worksheets/sheet1.png", "<worksheet><dimension ref=\"B2:A1\"/><sheetData/></worksheet>")
            .with("xl/_rels/workbook.xml.rels", &relationships(&[("rId1", "worksheet", target)]));
        assert_damaged(&package);
    }
    // One with a piece at which the check gave up.
    let long = format!(
        "<worksheet><!--{}--><dimension ref=\"B2:A1\"/><sheetData/></worksheet>",
        "x".repeat(2 * MIB)
    );
    assert_damaged(&Package::sheet_as(&long));
}
