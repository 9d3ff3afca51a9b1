//! Files as publishers and spreadsheets write them, and the import of them.

use finsam::diagnostic::Diagnostics;
use finsam::input::files::{Files, Location};
use finsam::input::import::column_mapping::ColumnMapping;
use finsam::input::import::{Imported, Options, import};
use finsam::render;
use finsam::text::language::Language;
use rust_xlsxwriter::Workbook;

/// Four kommuner with inhabitants 16–64, försörjningsmått and all inhabitants of 2021, near the real ones.
pub(super) const KOMMUNER: [(&str, &str, u32, &str, u32); 4] = [
    ("0114", "Upplands Väsby", 30_150, "3612.5", 47_820),
    ("0305", "Håbo", 13_500, "1011.25", 22_100),
    ("0643", "Habo", 7_300, "402", 12_600),
    ("1487", "Vänersborg", 23_100, "3555.75", 39_600),
];

/// What an import gave and reported.
pub(super) struct Outcome {
    pub(super) imported: Option<Imported>,
    pub(super) reported: Vec<&'static str>,
    pub(super) text: String,
}

impl Outcome {
    /// The table as CSV, of an import that had nothing to report but that most kommuner are missing.
    #[track_caller]
    pub(super) fn csv(&self) -> String {
        let Some(imported) = &self.imported else { panic!("{}", self.text) };
        assert_eq!(self.reported, Vec::<&str>::new(), "{}", self.text);
        render::kommun_table::csv(&imported.table)
    }
}

/// Imports files held in memory.
pub(super) fn run(files: &[(&str, &[u8])], options: &Options) -> Outcome {
    let held = Files::held(files.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    let wanted: Vec<Location> = files.iter().map(|(name, _)| Location::Held((*name).to_owned())).collect();
    let mut found = Diagnostics::default();
    let imported = import(&held, &wanted, options, &mut found);
    let reported = found.iter().map(|one| one.problem.describe(Language::English).code).collect();
    let text = render::diagnostic::diagnostics(&found, Language::English, false);
    Outcome { imported, reported, text }
}

pub(super) fn plain(files: &[(&str, &[u8])]) -> Outcome {
    run(files, &Options::default())
}

pub(super) fn of_year(year: i64) -> Options {
    Options { year: Some(year), ..Options::default() }
}

pub(super) fn with_column(name: &str, heading: &str) -> Options {
    let mapping = ColumnMapping { name: name.to_owned(), heading: heading.to_owned() };
    Options { columns: vec![mapping], ..Options::default() }
}

/// The kommun table that all of [`KOMMUNER`] make, of one year.
pub(super) fn expected(year: i64, with_all: bool) -> String {
    let mut text = "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt".to_owned();
    text += if with_all { ",folkmangd\n" } else { "\n" };
    for ((code, name, working, matt, all), lan) in
        KOMMUNER.iter().zip(["Stockholms län", "Uppsala län", "Jönköpings län", "Västra Götalands län"])
    {
        text += &format!("{year},{code},{name},{lan},{working},{matt}");
        text += &if with_all { format!(",{all}\n") } else { "\n".to_owned() };
    }
    text
}

/// An answer of Kolada's, version 3.
pub(super) fn kolada(kpi: &str, year: i64, value: impl Fn(usize) -> String) -> String {
    let entry = |code: &str, value: &str| {
        format!(
            "{{\"kpi\":\"{kpi}\",\"municipality\":\"{code}\",\"period\":{year},\"values\":[\
             {{\"gender\":\"K\",\"value\":null,\"count\":0,\"status\":\"Missing\"}},\
             {{\"gender\":\"T\",\"value\":{value},\"count\":1,\"status\":\"\"}}]}}"
        )
    };
    let mut entries: Vec<String> =
        KOMMUNER.iter().enumerate().map(|(position, (code, ..))| entry(code, &value(position))).collect();
    // The country and two regions.
    entries.extend(["0000", "0001", "0014"].map(|code| entry(code, "1000000")));
    format!("{{\"count\":7,\"values\":[{}],\"next_url\":null,\"previous_url\":null}}", entries.join(","))
}

/// An answer of Kolada's, version 3, of these key figures: key figure, id of the place, year, figure of all.
pub(super) fn kolada_of(entries: &[(&str, &str, i64, String)]) -> String {
    let entry = |(kpi, place, year, value): &(&str, &str, i64, String)| {
        format!(
            "{{\"kpi\":\"{kpi}\",\"municipality\":\"{place}\",\"period\":{year},\"values\":[\
             {{\"gender\":\"T\",\"value\":{value},\"count\":1,\"status\":\"\",\"isdeleted\":false}}]}}"
        )
    };
    let entries: Vec<String> = entries.iter().map(entry).collect();
    format!("{{\"count\":1,\"values\":[{}],\"next_url\":null,\"previous_url\":null}}", entries.join(","))
}

pub(super) fn kolada_matt(year: i64) -> String {
    kolada("N01711", year, |position| KOMMUNER[position].3.to_owned())
}

pub(super) fn kolada_working(year: i64) -> String {
    kolada("N01713", year, |position| format!("{}.0", KOMMUNER[position].2))
}

/// A workbook of one sheet: rows of cells, those that are numbers as numbers.
pub(super) fn workbook(sheet: &str, rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.set_name(sheet).expect("a name for the sheet");
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            let number = cell.strip_prefix('#').and_then(|digits| digits.parse::<f64>().ok());
            match number {
                Some(number) => page.write_number(row, column, number),
                None if cell.is_empty() => continue,
                None => page.write_string(row, column, cell),
            }
            .expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A row of cells; "#12.5" is the number.
pub(super) fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// A text in Windows-1252.
pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1")).collect()
}
