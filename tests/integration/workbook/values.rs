//! The values of sound workbooks.

use finsam::input::grid::Grid;
use finsam::input::workbook::read;
use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Formula, Workbook};

use super::package::Package;

fn saved(mut workbook: Workbook) -> Vec<Grid> {
    read(&workbook.save_to_buffer().expect("a workbook"), "ark.xlsx").expect("a sound workbook")
}

/// The first sheet of a workbook of parts.
#[track_caller]
fn sheet(package: &Package) -> Grid {
    read(&package.bytes(), "ark.xlsx").expect("a sound workbook").remove(0)
}

fn texts(grid: &Grid, row: usize) -> Vec<&str> {
    (0..grid.width(row)).map(|column| grid.text(row, column)).collect()
}

#[test]
fn every_kind_of_value_is_written_as_a_person_would() {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let day = ExcelDateTime::from_ymd(2023, 12, 31).expect("a day");
    let noon = day.clone().and_hms(12, 0, 0.0).expect("a time");
    workbook
        .add_worksheet()
        .set_name("Blad å")
        .and_then(|sheet| sheet.write(0, 0, "Kommun & län"))
        .and_then(|sheet| sheet.write(0, 1, 94_606))
        .and_then(|sheet| sheet.write(0, 2, 0.1 + 0.2))
        .and_then(|sheet| sheet.write(0, 3, true))
        .and_then(|sheet| sheet.write_with_format(0, 4, &day, &date))
        .and_then(|sheet| sheet.write_with_format(0, 5, &noon, &time))
        .and_then(|sheet| sheet.write(0, 6, Formula::new("=A1/0").set_result("#DIV/0!")))
        .and_then(|sheet| sheet.write(0, 7, Formula::new("=1+1").set_result("2")))
        .and_then(|sheet| sheet.write(2, 1, "  rad\ntre "))
        .expect("cells");
    let grids = saved(workbook);
    let [grid] = grids.as_slice() else { panic!("{} sheets", grids.len()) };
    let first = ["Kommun & län", "94606", "0.3", "TRUE", "2023-12-31", "2023-12-31 12:00:00", "#DIV/0!", "2"];
    assert_eq!(texts(grid, 0), first);
    assert_eq!((grid.len(), texts(grid, 1).len(), texts(grid, 2)), (3, 0, vec!["", "rad tre"]));
    assert_eq!((grid.sheet.as_deref(), grid.source.path.as_str()), (Some("Blad å"), "ark.xlsx[Blad å]"));
    assert_eq!(grid.source.cell_name(grid.span(2, 1).start).as_deref(), Some("B3"));
}

#[test]
fn all_sheets_are_read_in_their_order_also_hidden_and_empty_ones() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Tomt").expect("a sheet");
    workbook.add_worksheet().set_name("Dolt").expect("a sheet").set_hidden(true).write(0, 0, 1).expect("1");
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("Dolt!$A$1:$A$1");
    workbook
        .add_chartsheet()
        .set_name("Diagram")
        .expect("a sheet")
        .insert_chart(0, 0, &chart)
        .expect("a chart");
    workbook.add_worksheet().set_name("Sist").expect("a sheet").write(0, 0, 2).expect("2");
    let grids = saved(workbook);
    let names: Vec<_> = grids.iter().filter_map(|grid| grid.sheet.as_deref()).collect();
    assert_eq!(names, ["Tomt", "Dolt", "Sist"]);
    assert_eq!((grids[0].is_empty(), grids[1].text(0, 0), grids[2].text(0, 0)), (true, "1", "2"));
}

#[test]
fn a_formula_is_its_stored_value_or_else_itself() {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>B1+1</f><v>7</v></c><c r=\"B1\"><f>1+A1&amp;\"x\"</f></c>\
        <c r=\"C1\"><f t=\"shared\" si=\"4294967295\"/></c><c r=\"D1\" t=\"str\"><f>T(1)</f><v></v></c>\
        <c r=\"E1\" t=\"str\"><f>WEBSERVICE(\"http://example.org\")</f><v>svar</v></c></row>";
    assert_eq!(texts(&sheet(&Package::sheet(rows)), 0), ["7", "=1+A1&\"x\"", "=…", "", "svar"]);
}

#[test]
fn strings_are_found_shared_inline_and_in_pieces() {
    let strings = "<sst uniqueCount=\"2\"><si><t>delad</t></si>\
        <si><r><rPr><b/></rPr><t xml:space=\"preserve\">fet </t></r><r><t>text</t></r></si></sst>";
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>\
        <c t=\"inlineStr\"><is><t>i cellen &#229;&lt;</t></is></c><c t=\"d\"><v>2023-12-31</v></c></row>\
        <row><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>0</v></c><c t=\"n\"><v>1E3</v></c></row>";
    let grid = sheet(&Package::sheet(rows).with("xl/sharedStrings.xml", strings));
    assert_eq!(texts(&grid, 0), ["delad", "fet text", "i cellen å<", "2023-12-31"]);
    assert_eq!(texts(&grid, 1), ["#N/A", "FALSE", "1000"]);
}

#[test]
fn days_are_counted_as_the_workbook_says() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-41D]d mmmm yyyy;@\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
    let rows = "<row><c s=\"1\"><v>43829</v></c><c s=\"2\"><v>1.5</v></c><c s=\"0\"><v>43829</v></c></row>";
    let package = Package::sheet(rows).with("xl/styles.xml", styles);
    assert_eq!(texts(&sheet(&package), 0), ["2019-12-30", "1.5", "43829"]);
    let workbook = "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"Blad1\" r:id=\"rId1\"/></sheets></workbook>";
    assert_eq!(texts(&sheet(&package.with("xl/workbook.xml", workbook)), 0)[0], "2023-12-31");
}

#[test]
fn what_lies_beside_the_sheets_does_no_harm() {
    let package = Package::sheet("<row><c><v>1</v></c></row>")
        .with("../../evil", "utanför")
        .with("xl/externalLinks/externalLink1.xml", "<externalLink><oops")
        .with("customXml/item1.xml", &format!("<DataMashup>{}</DataMashup>", "A".repeat(3_000_000)))
        .with_bytes("xl/media/image1.png", &vec![0; 3_000_000])
        .with_bytes("xl/embeddings/ark.xlsx", &Package::sheet("").bytes());
    assert_eq!(sheet(&package).text(0, 0), "1");
    assert!(!std::path::Path::new("../../evil").exists());
}

#[test]
fn cells_without_anything_in_them_cost_nothing() {
    let row = format!("<row>{}<c><v>1</v></c></row>", "<c s=\"1\"/>".repeat(1_000));
    let colours = format!("<row>{}</row>", "<c s=\"1\"/>".repeat(16_384)).repeat(10);
    let grid = sheet(&Package::sheet(&(row + &colours)));
    assert_eq!((grid.len(), grid.width(0)), (1, 1_001));
}
