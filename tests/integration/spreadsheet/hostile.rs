//! Names that a spreadsheet program could take for formulas, markup or sheets.

use std::fs;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use finsam::render::xlsx;
use finsam::text::language::Language;

use super::computed::{Loaded, book, differences};

/// Förbund, kommuner and regions with such names, and alternatives whose names begin alike.
pub(crate) fn loaded() -> Vec<Loaded> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write(
        "kommuner.csv",
        "kommunkod;kommun;region;befolkning_16_64;forsorjningsmatt\n\
         0114;=cmd|' /C calc'!A0;\"=HYPERLINK(\"\"x\"\")\";1000;100,5\n\
         0115;NaN;@SUM(1);2000;150\n\
         0117;TRUE;-1+1;3000;170,25\n\
         0120;\"<b>&amp;\";'];4000;260\n",
    );
    write(
        "utgangslage.toml",
        "name = \"=1+1 [x]\"\nkommuner = \"kommuner.csv\"\n[model]\nappropriation = 9_000_000\n\
         [model.rest_of_country]\nforbund = 3\nkommuner = \"alla\"\n\
         [[forbund]]\nname = \"inf\"\nkommuner = [\"0114\"]\nkansli = 1\n\
         [[forbund]]\nname = \"=cmd|' /C calc'!A0\"\nkommuner = [\"NaN\"]\nkansli = 2\n\
         [[forbund]]\nname = \"1*\"\nkommuner = [\"TRUE\", \"0120\"]\nkansli = 3\n",
    );
    let long = "Ett mycket långt namn på ett alternativ";
    let names =
        [&format!("{long} nu"), &format!("{long} sedan"), "'[Om]:*?/\\'", "Om", "FILTER(1)\\\"!{", "HISTORY"];
    let scenario = |(number, name): (usize, &&str)| {
        let file = format!("s{number}.toml");
        let text = format!(
            "name = \"{}\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmerge = [\"inf\", \"1*\"]\ninto = \"~?*\"\n",
            name.replace("/\\'", "/\\\\'")
        );
        write(&file, &text);
        Loaded::at(&folder.path().join(file)).expect("a sound scenario")
    };
    let names = names.map(|name| -> &str { name });
    names.iter().enumerate().map(scenario).collect()
}

#[test]
fn names_stay_texts_and_sheets_are_distinguished() {
    let book = book(&loaded(), Language::Swedish);
    assert_eq!(differences(&book, &book), Vec::<String>::new());
    let bytes = xlsx::workbook(&book, Language::Swedish).expect("bytes");
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = file.sheet_names();
    assert_eq!(
        names[6..12],
        [
            "Ett mycket långt namn på ett",
            "Ett mycket långt namn på (2)",
            "(Om)-  --",
            "Om (2)",
            "FILTER (1)” (",
            "HISTORY (2)"
        ]
    );
    for name in &names {
        let formulas = file.worksheet_formula(name).expect("formulas");
        for (_, _, formula) in formulas.used_cells() {
            assert!(!formula.contains("cmd") && !formula.contains("HYPERLINK"), "{formula}");
        }
    }
    let kommuner = file.worksheet_range("Kommuner").expect("a sheet");
    let shown = |row, column| kommuner.get_value((row, column)).expect("a cell").to_string();
    assert_eq!(shown(3, 1), "=cmd|' /C calc'!A0");
    assert_eq!((shown(3, 0), shown(4, 1), shown(6, 1)), ("0114".into(), "NaN".into(), "<b>&amp;".into()));
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let loaded = loaded();
    let bytes = || xlsx::workbook(&book(&loaded, Language::Swedish), Language::Swedish).expect("bytes");
    assert!(bytes() == bytes(), "two files of one workbook differ");
}
