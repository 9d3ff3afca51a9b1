//! What stands in the file of a document, whatever report it is of.

use std::collections::{BTreeMap, BTreeSet};

use finsam::drawing::shape::Drawing;
use finsam::render::word;
use finsam::render::word::content::{Block, Column, Document, Figure, Level, Row, RowKind, Table};
use finsam::text::language::Language;

use super::sample::{self, document};
use super::xml::{self, Element, style};

/// The parts of a document by their names.
fn parts(document: &Document) -> BTreeMap<String, String> {
    xml::parts(&word::write(document).expect("a document that can be written"))
}

fn main_part(document: &Document) -> Element {
    Element::read(&parts(document)["word/document.xml"])
}

fn value<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.all(name).first().and_then(|found| found.attribute("w:val"))
}

fn table(rows: Vec<Row>, columns: usize) -> Table {
    let column = |number: usize| Column {
        heading: format!("Kolumn {number}"),
        figures: number > 0,
        joined: number > 0 && number.is_multiple_of(2),
    };
    Table { caption: "Något".into(), columns: (0..columns).map(column).collect(), rows, notes: Vec::new() }
}

fn body(cells: &[&str]) -> Row {
    Row { kind: RowKind::Body, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
}

#[test]
fn the_same_report_is_the_same_file() {
    let bytes = || word::write(&sample::report()).expect("a report");
    assert_eq!(bytes(), bytes());
    assert!(!parts(&sample::report())["docProps/core.xml"].contains("dcterms:created"));
}

#[test]
fn every_part_is_related_and_has_a_type() {
    let parts = parts(&sample::report());
    let types = Element::read(&parts["[Content_Types].xml"]);
    let with_type: BTreeSet<&str> =
        types.all("Override").iter().filter_map(|part| part.attribute("PartName")).collect();
    let related =
        ["_rels/.rels", "word/_rels/document.xml.rels"].map(|name| (name, Element::read(&parts[name])));
    let mut targets = BTreeSet::new();
    for (name, relations) in &related {
        let folder = if name.starts_with("word/") { "/word/" } else { "/" };
        for relation in relations.all("Relationship") {
            targets.insert(format!("{folder}{}", relation.attribute("Target").expect("a target")));
        }
    }
    let names: BTreeSet<String> = parts
        .keys()
        .filter(|name| !name.contains("rels") && *name != "[Content_Types].xml")
        .map(|name| format!("/{name}"))
        .collect();
    assert_eq!(names, targets);
    assert_eq!(names.iter().map(String::as_str).collect::<BTreeSet<_>>(), with_type);
    let ids: BTreeSet<&str> =
        related[1].1.all("Relationship").iter().filter_map(|relation| relation.attribute("Id")).collect();
    let main = Element::read(&parts["word/document.xml"]);
    for reference in ["w:headerReference", "w:footerReference"] {
        assert!(
            main.all(reference).iter().all(|found| ids.contains(found.attribute("r:id").expect("an id")))
        );
    }
}

#[test]
fn every_style_and_list_is_defined() {
    let parts = parts(&sample::report());
    let styles = Element::read(&parts["word/styles.xml"]);
    let ids: Vec<&str> =
        styles.all("w:style").iter().filter_map(|style| style.attribute("w:styleId")).collect();
    let defined: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(defined.len(), ids.len());
    let read: Vec<Element> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("word/"))
        .map(|(_, part)| Element::read(part))
        .collect();
    for part in &read {
        for kind in ["w:pStyle", "w:tblStyle", "w:rStyle", "w:basedOn", "w:next"] {
            for used in part.all(kind) {
                assert!(defined.contains(used.attribute("w:val").expect("a style")), "{used:?}");
            }
        }
    }
    let names: BTreeSet<&str> =
        styles.all("w:name").iter().filter_map(|name| name.attribute("w:val")).collect();
    for known in ["heading 1", "heading 2", "Title", "caption", "toc 1", "List Bullet", "footer"] {
        assert!(names.contains(known), "{known}");
    }
    let number = value(&styles, "w:numId").expect("bullets");
    let lists = Element::read(&parts["word/numbering.xml"]);
    assert!(lists.all("w:num").iter().any(|list| list.attribute("w:numId") == Some(number)));
}

#[test]
fn no_number_or_name_of_a_shape_or_place_comes_twice() {
    let main = main_part(&sample::report());
    let mut ids = BTreeSet::new();
    for kind in ["wp:docPr", "wps:cNvPr"] {
        for shape in main.all(kind) {
            assert!(ids.insert(shape.attribute("id").expect("an id")), "{shape:?}");
        }
    }
    assert!(ids.len() > 100);
    let (mut places, mut names) = (BTreeSet::new(), BTreeSet::new());
    for place in main.all("w:bookmarkStart") {
        assert!(places.insert(place.attribute("w:id").expect("an id")));
        assert!(names.insert(place.attribute("w:name").expect("a name")));
    }
    for end in main.all("w:bookmarkEnd") {
        assert!(places.remove(end.attribute("w:id").expect("an id")));
    }
    assert!(places.is_empty());
    for link in main.all("w:hyperlink") {
        assert!(names.contains(link.attribute("w:anchor").expect("a place")));
    }
    for field in main.all("w:fldSimple") {
        let instruction: Vec<&str> =
            field.attribute("w:instr").expect("what it does").split_whitespace().collect();
        if instruction[0] == "REF" {
            assert!(names.contains(instruction[1]), "{instruction:?}");
        }
    }
}

#[test]
fn captions_are_numbered() {
    let tables = ["a", "b"].map(|cell| Block::Table(table(vec![body(&[cell, "1"])], 2)));
    let main = main_part(&document(tables.to_vec()));
    let paragraphs = main.all("w:p");
    let captions: Vec<&&Element> =
        paragraphs.iter().filter(|paragraph| style(paragraph) == Some("Caption")).collect();
    let texts: Vec<String> = captions.iter().map(|caption| caption.text()).collect();
    assert_eq!(texts, ["Tabell\u{a0}1. Något", "Tabell\u{a0}2. Något"]);
    for caption in captions {
        assert_eq!(caption.all("w:fldSimple")[0].attribute("w:instr"), Some(" SEQ Tabell \\* ARABIC "));
    }
}

#[test]
fn headers_repeat_rows_stay_whole_and_cells_fill_their_rows() {
    let main = main_part(&sample::report());
    let tables = main.all("w:tbl");
    assert!(tables.len() > 10);
    for table in tables {
        let rows = table.outermost(&["w:tr"]);
        assert!(rows.iter().all(|row| row.has("w:cantSplit")));
        let headers: Vec<bool> = rows.iter().map(|row| row.has("w:tblHeader")).collect();
        assert!(headers[0] && headers[1..].iter().all(|header| !header));
        let grid: Vec<u32> = table
            .all("w:gridCol")
            .iter()
            .map(|column| column.attribute("w:w").expect("a width").parse().expect("a number"))
            .collect();
        assert!(grid.iter().sum::<u32>() <= 9_072, "{grid:?}");
        for row in &rows {
            let span =
                |cell: &&Element| value(cell, "w:gridSpan").map_or(1, |span| span.parse().expect("a number"));
            assert_eq!(
                row.outermost(&["w:tc"]).iter().map(span).sum::<usize>(),
                grid.len(),
                "{}",
                row.text()
            );
        }
    }
}

#[test]
fn no_page_ends_after_one_or_two_rows() {
    let rows = |count: usize| (0..count).map(|number| body(&["namn", &number.to_string()])).collect();
    for count in [1, 2, 3, 4, 30] {
        let main = main_part(&document(vec![Block::Table(table(rows(count), 2))]));
        assert!(main.all("w:p").iter().any(|paragraph| style(paragraph) == Some("Caption")));
        let rows = main.all("w:tr");
        let keeps =
            |row: &Element| row.outermost(&["w:p"]).iter().all(|paragraph| paragraph.has("w:keepNext"));
        for (position, row) in rows.iter().enumerate() {
            // The header and three rows, and the last three.
            let expected =
                position + 1 < rows.len() && (position < 3 || position + 3 >= rows.len() || count < 10);
            assert_eq!(keeps(row), expected, "row {position} of {count}");
        }
    }
    let styles = parts(&document(Vec::new()))["word/styles.xml"].clone();
    let styles = Element::read(&styles);
    for name in ["Caption", "Heading1", "Heading2", "Figure"] {
        let found =
            styles.all("w:style").into_iter().find(|style| style.attribute("w:styleId") == Some(name));
        assert!(found.expect("a style").has("w:keepNext"), "{name}");
    }
}

#[test]
fn sums_are_bold_below_a_line_and_figures_stand_to_the_right() {
    let rows = vec![
        Row { kind: RowKind::Heading, cells: vec!["Län".into()] },
        body(&["a", "1"]),
        body(&["b", "22"]),
        Row { kind: RowKind::Total, cells: vec!["Summa".into(), "23".into()] },
        Row { kind: RowKind::Change, cells: vec!["Förändring".into(), "\u{2212}5".into()] },
    ];
    let main = main_part(&document(vec![Block::Table(table(rows, 2))]));
    let rows = main.all("w:tr");
    let cell = |row: usize, column: usize| rows[row].outermost(&["w:tc"])[column];
    assert_eq!(value(cell(1, 0), "w:gridSpan"), Some("2"));
    assert_eq!((style(cell(2, 0)), style(cell(2, 1))), (Some("TableText"), Some("TableFigure")));
    assert!(cell(4, 1).has("w:tcBorders") && cell(4, 1).has("w:b") && !cell(3, 1).has("w:b"));
    assert!(cell(5, 0).has("w:i") && !cell(5, 0).has("w:tcBorders"));
}

#[test]
fn a_wide_table_is_split_and_no_page_turned() {
    let figures: Vec<String> = (0..14).map(|number| format!("{number}00\u{a0}000\u{a0}000")).collect();
    let mut cells = vec!["Vänersborg".to_owned()];
    cells.extend(figures.clone());
    let rows = vec![Row { kind: RowKind::Body, cells }];
    let split = main_part(&document(vec![Block::Table(table(rows.clone(), 15))]));
    let tables = split.all("w:tbl");
    let columns: Vec<usize> = tables.iter().map(|part| part.all("w:gridCol").len()).collect();
    // Pairs are not separated, and each part has about as many as the others.
    assert_eq!(columns, [7, 5, 5]);
    let mut seen = Vec::new();
    for part in &tables {
        let texts: Vec<String> = part.all("w:tr")[1].all("w:tc").iter().map(|cell| cell.text()).collect();
        assert_eq!(texts[0], "Vänersborg");
        seen.extend(texts[1..].to_vec());
    }
    assert_eq!(seen, figures);
    assert!(split.text().contains("Tabell\u{a0}1, forts."));
    assert_eq!(split.all("w:sectPr").len(), 1);
}

#[test]
fn pictures_are_vector_shapes_that_say_what_they_show() {
    let parts = parts(&sample::report());
    assert!(parts.keys().all(|name| !name.contains("media")));
    let main = Element::read(&parts["word/document.xml"]);
    let drawings = main.all("w:drawing");
    assert_eq!(drawings.len(), 5);
    for drawing in drawings {
        let described = drawing.all("wp:docPr")[0].attribute("descr").expect("a description");
        assert!(described.len() > 10);
        assert!(drawing.has("wps:wsp") && drawing.has("a:custGeom") || drawing.has("a:prstGeom"));
        let width: i64 =
            drawing.all("wp:extent")[0].attribute("cx").expect("a width").parse().expect("a number");
        assert!(width <= 9_072 * 635);
        // The frame that nobody sees is as large as the group.
        let (frame, group) = (drawing.all("wps:wsp")[0], drawing.all("a:chExt")[0]);
        assert_eq!(frame.all("a:ext")[0].attribute("cx"), group.attribute("cx"));
    }
    // The parts of one figure have one number.
    let captions = main.all("w:p").into_iter().filter(|paragraph| style(paragraph) == Some("FigureCaption"));
    let captions: Vec<String> = captions.map(Element::text).collect();
    assert_eq!(
        captions[1..3],
        ["Figur\u{a0}2. Förbunden i dag och i två alternativ", "Figur\u{a0}2, forts."]
    );
    assert!(captions[3].starts_with("Figur\u{a0}3. "), "{}", captions[3]);
    let fallbacks = main.all("mc:Fallback");
    assert!(fallbacks.iter().all(|fallback| !fallback.text().is_empty()));
}

#[test]
fn the_list_of_contents_is_a_field_with_entries() {
    let parts = parts(&sample::report());
    let main = Element::read(&parts["word/document.xml"]);
    let list = &main.all("w:sdtContent")[0];
    assert_eq!(list.all("w:instrText")[0].text(), " TOC \\o \"1-1\" \\h \\z ");
    let kinds: Vec<Option<&str>> =
        list.all("w:fldChar").iter().map(|mark| mark.attribute("w:fldCharType")).collect();
    assert_eq!(kinds, [Some("begin"), Some("separate"), Some("end")]);
    let entries: Vec<String> = list.all("w:hyperlink").iter().map(|entry| entry.text()).collect();
    let headings = main.all("w:p").into_iter().filter(|paragraph| style(paragraph) == Some("Heading1"));
    assert_eq!(entries, headings.map(Element::text).collect::<Vec<_>>());
    assert!(!parts["word/settings.xml"].contains("updateFields"));
}

#[test]
fn names_are_text_whatever_stands_in_them() {
    let hostile = "<w:br/>&\"'{ INCLUDEPICTURE \"http://x\" }\u{7}\u{1b}\u{ffff}\u{202e}]]>\\* =1+1";
    let mut table = table(vec![body(&[hostile, hostile])], 2);
    table.caption = hostile.into();
    table.columns[0].heading = hostile.into();
    table.notes = vec![hostile.into()];
    let mut drawing = sample::bars();
    drawing.title = hostile.into();
    let blocks = vec![
        Block::Heading(Level::One, hostile.into()),
        Block::Paragraph(format!("{hostile}\nny rad")),
        Block::Table(table),
        Block::Figure(Figure { caption: hostile.into(), drawings: vec![drawing], notes: Vec::new() }),
    ];
    let mut document = document(blocks);
    document.title = hostile.into();
    for (name, part) in parts(&document) {
        let root = Element::read(&part);
        assert!(part.chars().all(|letter| letter >= ' ' || letter == '\n'), "{name}");
        assert!(!part.contains(['\u{ffff}', '\u{202e}', '\u{1b}']), "{name}");
        for field in root.all("w:fldSimple") {
            let instruction = field.attribute("w:instr").expect("what it does").trim();
            assert!(
                ["SEQ ", "REF ", "PAGE", "NUMPAGES"].iter().any(|known| instruction.starts_with(known)),
                "{instruction}"
            );
            assert!(!instruction.contains("INCLUDE"));
        }
        let instructions = root.all("w:instrText");
        assert!(instructions.iter().all(|found| found.text().starts_with(" TOC ")));
    }
    let main = main_part(&document);
    assert!(main.all("w:p").iter().any(|paragraph| paragraph.text().starts_with("<w:br/>&\"'{ INCLUDE")));
}

#[test]
fn nothing_makes_it_fail() {
    let empty = table(Vec::new(), 0);
    let ragged = table(vec![body(&[]), body(&["a", "b", "c", "d", "e"])], 2);
    let mut huge = table(vec![body(&["x".repeat(20_000).as_str(), "9".repeat(20_000).as_str()])], 2);
    huge.rows.push(Row { kind: RowKind::Heading, cells: Vec::new() });
    let wide = table(vec![body(&["a"])], 300);
    let drawing = Drawing {
        width: 0,
        height: i64::MAX,
        title: String::new(),
        description: String::new(),
        shapes: Vec::new(),
    };
    let figure = Figure { caption: String::new(), drawings: vec![drawing], notes: Vec::new() };
    let blocks = [empty, ragged, huge, wide]
        .map(Block::Table)
        .into_iter()
        .chain([Block::Figure(figure), Block::Bullets(Vec::new())]);
    let main = main_part(&document(blocks.collect()));
    for table in main.all("w:tbl") {
        let widths =
            table.all("w:gridCol").into_iter().map(|column| column.attribute("w:w").expect("a width"));
        assert!(widths.map(|width| width.parse::<u32>().expect("a number")).sum::<u32>() <= 9_072);
    }
}

#[test]
fn english_reports_speak_english() {
    let mut report = sample::report();
    report.language = Language::English;
    let parts = parts(&report);
    assert!(parts["word/styles.xml"].contains("w:val=\"en-GB\""));
    let main = Element::read(&parts["word/document.xml"]).text();
    assert!(main.contains("Contents") && main.contains("Table\u{a0}1. ") && main.contains("Figure\u{a0}1. "));
    assert_eq!(Element::read(&parts["word/footer1.xml"]).text(), "Skapad med finsam.Page 1 of 1");
}
