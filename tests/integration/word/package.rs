//! What stands in the file of a report.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use zip::ZipArchive;

use super::run::Reports;
use super::xml::{Element, parts, style};

const ALTERNATIVES: &str = "tankespar1 tankespar2 sammanslagning";

/// An opened document.
struct Opened(BTreeMap<String, String>);

impl Opened {
    fn new(file: &[u8]) -> Self {
        Self(parts(file))
    }

    fn part(&self, part: &str) -> Element {
        Element::read(&self.0[part])
    }

    /// The paragraphs and tables, one after the other.
    fn blocks(document: &Element) -> &[Element] {
        &document.all("w:body")[0].children
    }
}

#[test]
fn every_style_is_defined_and_word_knows_the_headings() {
    let reports = Reports::written(&format!("{ALTERNATIVES} -o rapport.docx"));
    let word = Opened::new(&reports.bytes("rapport.docx"));
    let styles = word.part("word/styles.xml");
    let defined: BTreeSet<&str> =
        styles.all("w:style").iter().filter_map(|style| style.attribute("w:styleId")).collect();
    let document = word.part("word/document.xml");
    let footer = word.part("word/footer1.xml");
    let mut used = BTreeSet::new();
    for part in [&document, &footer, &styles] {
        for kind in ["w:pStyle", "w:tblStyle", "w:basedOn", "w:next"] {
            used.extend(part.all(kind).iter().filter_map(|style| style.attribute("w:val")));
        }
    }
    assert!(used.is_subset(&defined), "{:?}", used.difference(&defined));
    for heading in ["Heading1", "Heading2", "Caption", "FigureCaption", "ListBullet", "Footer"] {
        assert!(used.contains(heading), "{heading}");
    }
    let sections = Opened::blocks(&document).iter().filter(|block| style(block) == Some("Heading1"));
    let sections: Vec<String> = sections.map(Element::text).collect();
    let appendix = "Bilaga: alla uppgifter, antaganden och källor";
    assert_eq!(sections, ["Sammanfattning", "Tankespår 1", "Tankespår 2", "Sammanslagning", appendix]);
    let contents: Vec<String> = document.all("w:hyperlink").iter().map(|entry| entry.text()).collect();
    assert_eq!(contents, sections);
    let levels = styles.all("w:style").into_iter().filter(|style| style.has("w:outlineLvl"));
    let names = levels.flat_map(|style| style.all("w:name")).filter_map(|name| name.attribute("w:val"));
    assert_eq!(names.collect::<Vec<_>>(), ["heading 1", "heading 2"]);
}

#[test]
fn every_table_has_a_caption_and_a_header_that_repeats_and_rows_stay_whole() {
    let reports = Reports::written(&format!("{ALTERNATIVES} -o rapport.docx -o rapport.md"));
    let document = Opened::new(&reports.bytes("rapport.docx")).part("word/document.xml");
    let blocks = Opened::blocks(&document);
    let mut tables = 0;
    for (position, table) in blocks.iter().enumerate().filter(|(_, block)| block.name == "w:tbl") {
        let caption = &blocks[position - 1];
        assert_eq!(style(caption), Some("Caption"), "{}", caption.text());
        let field = caption.all("w:fldSimple")[0].attribute("w:instr").expect("what it does");
        if field.contains("SEQ") {
            tables += 1;
            assert_eq!(field, " SEQ Tabell \\* ARABIC ");
            assert!(caption.text().starts_with(&format!("Tabell\u{a0}{tables}. ")), "{}", caption.text());
        } else {
            // More columns of the table before.
            assert_eq!(caption.text(), format!("Tabell\u{a0}{tables}, forts."));
        }
        assert_eq!(style(table), Some("ReportTable"));
        let rows = table.outermost(&["w:tr"]);
        let headers = rows.iter().filter(|row| row.has("w:tblHeader")).count();
        assert!(headers == 1 && rows[0].has("w:tblHeader"), "{}", caption.text());
        assert!(rows.iter().all(|row| row.has("w:cantSplit")), "{}", caption.text());
        let columns = rows[0].outermost(&["w:tc"]).len();
        for row in &rows {
            let span = |cell: &&Element| {
                let span = cell.all("w:gridSpan").first().and_then(|span| span.attribute("w:val"));
                span.map_or(1, |span| span.parse().expect("a number"))
            };
            assert_eq!(row.outermost(&["w:tc"]).iter().map(span).sum::<usize>(), columns, "{}", row.text());
        }
    }
    assert_eq!(tables, reports.text("rapport.md").matches("|\n|--").count());
}

#[test]
fn sums_are_bold_below_a_line_changes_are_italic_and_figures_stand_to_the_right() {
    let reports = Reports::written("tankespar1 -o rapport.docx");
    let document = Opened::new(&reports.bytes("rapport.docx")).part("word/document.xml");
    let rows: Vec<&Element> = document.all("w:tr");
    let labelled = |label: &str| {
        rows.iter().filter(|row| row.all("w:tc")[0].text() == label).copied().collect::<Vec<_>>()
    };
    let (sums, changes, names) = (labelled("Summa"), labelled("Förändring"), labelled("Trollhättan"));
    assert!(!sums.is_empty() && !changes.is_empty() && !names.is_empty());
    for sum in sums {
        assert!(sum.all("w:tcBorders").iter().all(|borders| {
            borders.children.iter().map(|line| line.name.as_str()).collect::<Vec<_>>() == ["w:top"]
        }));
        assert!(sum.all("w:r").iter().all(|run| run.has("w:b")) && sum.has("w:tcBorders"));
    }
    for change in changes {
        assert!(change.all("w:r").iter().all(|run| run.has("w:i") && !run.has("w:b")));
    }
    for cell in document.all("w:tc") {
        let figures =
            |text: &str| text.chars().next().is_some_and(|first| first.is_numeric() || first == '−');
        if figures(&cell.text()) {
            assert!(style(cell).is_some_and(|style| style.starts_with("TableFigure")), "{}", cell.text());
        }
    }
}

#[test]
fn pictures_are_shapes_that_say_what_they_show() {
    let reports = Reports::written("tankespar1 tankespar3 -o rapport.docx");
    let word = Opened::new(&reports.bytes("rapport.docx"));
    let document = word.part("word/document.xml");
    assert!(word.0.keys().all(|name| !name.contains("media")));
    let mut ids = BTreeSet::new();
    let drawings = document.all("w:drawing");
    assert_eq!(drawings.len(), 7);
    for drawing in drawings {
        let described = drawing.all("wp:docPr")[0];
        assert!(ids.insert(described.attribute("id").expect("a number").to_owned()));
        assert!(
            described.attribute("descr").is_some_and(|text| text.ends_with('.') && text.len() > 20),
            "{described:?}"
        );
        assert!(drawing.all("wps:wsp").len() > 5 && drawing.has("wps:txbx"));
        let extent = drawing.all("wp:extent")[0];
        let size =
            |side: &str| extent.attribute(side).and_then(|size| size.parse::<f64>().ok()).expect("a size");
        // In a centimetre are 360 000 units.
        let (width, height) = (size("cx") / 360_000.0, size("cy") / 360_000.0);
        // A map alone takes one column of two.
        assert!((14.0..16.1).contains(&width) || (7.0..9.0).contains(&width), "{width}");
        assert!(height < 24.0, "{height}");
    }
    let figures = document.all("w:fldSimple").into_iter().filter(|field| {
        field.attribute("w:instr").is_some_and(|instruction| instruction.contains(" SEQ Figur "))
    });
    assert_eq!(figures.count(), 7);
}

#[test]
fn the_language_and_the_title_are_reported() {
    let reports = Reports::written("tankespar1 -o sv.docx");
    let english = Reports::written("tankespar1 --lang en -o en.docx");
    let files = [
        (reports.bytes("sv.docx"), "sv-SE", "Tabell\u{a0}"),
        (english.bytes("en.docx"), "en-GB", "Table\u{a0}"),
    ];
    for (file, language, label) in files {
        let word = Opened::new(&file);
        let styles = word.part("word/styles.xml");
        let defaults = styles.all("w:docDefaults")[0];
        assert_eq!(defaults.all("w:lang")[0].attribute("w:val"), Some(language));
        let properties = word.part("docProps/core.xml");
        assert_eq!(properties.all("dc:language")[0].text(), language);
        let title = "Integratia 2017: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ";
        assert_eq!(properties.all("dc:title")[0].text(), title);
        let document = word.part("word/document.xml");
        assert_eq!(Opened::blocks(&document)[0].text(), title);
        let captions = Opened::blocks(&document).iter().filter(|block| style(block) == Some("Caption"));
        assert!(captions.clone().any(|caption| caption.text().starts_with(label)), "{label}");
        let footer = word.part("word/footer1.xml");
        let fields: Vec<&str> =
            footer.all("w:fldSimple").iter().filter_map(|field| field.attribute("w:instr")).collect();
        assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
        assert!(footer.text().contains(env!("CARGO_PKG_VERSION")), "{}", footer.text());
    }
}

#[test]
fn names_are_text_whatever_stands_in_them() {
    let scenario = "name = \"<w:br/>&\\\"'=1+1\\u0007\\u001B[31m\\uFFFF\\u202E\"\n\
                    description = \"]]></w:t><w:p/>\\tå\"\nbaseline = \"utgangslage.toml\"\n\
                    [[change]]\nmerge = [\"Vänersborg/Mellerud\", \"Trollhättan\"]\ninto = \"Trollhättan\"\n";
    let reports = Reports::of_scenario(scenario, "scenario.toml -o rapport.docx");
    let word = Opened::new(&reports.bytes("rapport.docx"));
    let document = word.part("word/document.xml");
    let name = "<w:br/>&\"'=1+1??[31m\u{fffd}\u{fffd}";
    let mut headings = Opened::blocks(&document).iter().filter(|block| style(block) == Some("Heading1"));
    assert_eq!(headings.nth(1).map(Element::text).as_deref(), Some(name));
    // Headings of columns are broken where they fit, and nothing else is.
    let rows = document.all("w:tr").into_iter().filter(|row| !row.has("w:tblHeader"));
    let texts = Opened::blocks(&document).iter().filter(|block| block.name == "w:p").chain(rows);
    assert!(texts.clone().count() > 20 && texts.clone().all(|text| !text.has("w:br")));
    assert!(Opened::blocks(&document).iter().any(|block| block.text() == "]]></w:t><w:p/> å"));
    let described = document
        .all("wp:docPr")
        .iter()
        .any(|described| described.attribute("descr").is_some_and(|description| description.contains(name)));
    assert!(described);
    for part in ["word/document.xml", "docProps/core.xml"] {
        let is_unsafe = |letter: char| letter.is_control() && letter != '\n' || letter > '\u{fffd}';
        assert!(!word.0[part].contains(is_unsafe), "{part}");
    }
}

#[test]
fn the_same_report_is_the_same_bytes_and_bears_no_time() {
    let arguments = "tankespar1 sammanslagning -o en.docx -o tva.docx";
    let (one, other) = (Reports::written(arguments), Reports::written(arguments));
    let file = one.bytes("en.docx");
    assert!(file == one.bytes("tva.docx") && file == other.bytes("en.docx"));
    let mut archive = ZipArchive::new(Cursor::new(&file)).expect("a zip file");
    for position in 0..archive.len() {
        let part = archive.by_index(position).expect("a part");
        let time = part.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0), "part {position}");
    }
    let properties = Opened::new(&file).part("docProps/core.xml");
    assert!(!properties.has("dcterms:created") && !properties.has("dcterms:modified"));
}
