//! A real spreadsheet program works every formula out anew: the one that `.ci/run` installs.
//!
//! `FINSAM_OFFICE` names it (`.ci/run` installs one); else `soffice` is looked for on the path. Where there is none,
//! there is nothing to test with, and that is said.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx};
use finsam::render::xlsx;
use finsam::report::workbook::book::{Content, Stored, Value, Workbook};
use finsam::report::workbook::evaluate::Scalar;
use finsam::report::workbook::formula::CellAddress;
use finsam::text::language::Language;

use super::changed::{change_inputs, next_key, other_figures};
use super::computed::{Loaded, book, compare, examples, of_model};
use super::values::is_within_promise;
use crate::other_program;
use crate::reference::generate;

/// Formulas are worked out anew whenever a file is opened, whatever values it holds.
const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Random cases that are looked at.
const CASES: usize = 25;

/// The program, if there is one.
fn office() -> Option<PathBuf> {
    other_program::find("FINSAM_OFFICE", &["soffice", "libreoffice"])
}

/// Every formula with a value that cannot be right, so that what is read afterwards was worked out.
fn spoilt(mut book: Workbook) -> Workbook {
    let cells = book.sheets.iter_mut().flat_map(|sheet| sheet.rows.iter_mut().flatten().flatten());
    for cell in cells {
        if let Content::Formula(_, stored) = &mut cell.content {
            *stored = Stored::Working(Value::Whole(-123_456_789));
        }
    }
    book
}

/// Opens files and saves them again.
fn recalculated(office: &Path, folder: &Path, names: &[String]) -> Vec<Vec<u8>> {
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).expect("a folder");
    fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS_RECALCULATE).expect("settings");
    let out = folder.join("out");
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .args(names.iter().map(|name| folder.join(name)))
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    names.iter().map(|name| fs::read(out.join(name)).expect("a file saved again")).collect()
}

/// The cells of all sheets.
fn sheets(bytes: Vec<u8>, book: &Workbook) -> Vec<Range<Data>> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(file.sheet_names(), names);
    names.iter().map(|name| file.worksheet_range(name).expect("a sheet")).collect()
}

fn value(sheets: &[Range<Data>], place: CellAddress) -> Scalar<'_> {
    match sheets[place.sheet].get_value((place.row, u32::from(place.column))) {
        Some(Data::Float(number)) => Scalar::Number(*number),
        Some(Data::Int(whole)) => Scalar::Number(i32::try_from(*whole).expect("a small number").into()),
        Some(Data::String(text)) => Scalar::Text(text),
        None | Some(Data::Empty) => Scalar::Blank,
        _ => Scalar::Error,
    }
}

/// What is written, and what the model says of it.
fn cases() -> Vec<(String, Workbook, Workbook)> {
    let integratia = ["tankespar1", "tankespar2", "tankespar3", "sammanslagning", "forsakringskassan"];
    let jonkoping = ["jonkoping_oforandrat", "jonkoping_lansforbund", "jonkoping_samordnad_administration"];
    let mut books = vec![
        ("integratia".to_owned(), book(&integratia.map(Loaded::of_project), Language::Swedish)),
        ("jonkoping".to_owned(), book(&jonkoping.map(Loaded::of_project), Language::English)),
        ("hostile names".to_owned(), book(&super::hostile::loaded(), Language::Swedish)),
    ];
    books.extend(examples().iter().map(|path| {
        let loaded = Loaded::at(path).expect("a sound scenario");
        (path.display().to_string(), book(&[loaded], Language::Swedish))
    }));
    let mut cases: Vec<_> =
        books.into_iter().map(|(name, book)| (name, spoilt(book.clone()), book)).collect();
    let random = (1..).map(|seed| (seed, generate::case(seed))).filter(|(_, case)| is_within_promise(case));
    cases.extend(random.take(CASES).filter_map(|(seed, case)| {
        let other = Loaded::case(&other_figures(&next_key(&case)))?;
        let mut changed = book(&[Loaded::case(&case).expect("sound")], Language::Swedish);
        let expected = book(&[other], Language::Swedish);
        assert!(change_inputs(&mut changed, &expected) > 0, "seed {seed}");
        Some((format!("seed {seed} with other figures and keys"), spoilt(changed), expected))
    }));
    cases
}

#[test]
#[expect(clippy::print_stderr, reason = "that nothing was tested must be seen")]
fn a_spreadsheet_program_gives_the_same_kronor() {
    let Some(office) = office() else {
        eprintln!("no LibreOffice: the workbooks were not recalculated");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let cases = cases();
    let names: Vec<String> = (0..cases.len()).map(|number| format!("b{number}.xlsx")).collect();
    for (name, (_, written, _)) in names.iter().zip(&cases) {
        let bytes = xlsx::workbook(written, Language::Swedish).expect("bytes");
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let saved = recalculated(&office, folder.path(), &names);
    for ((name, _, expected), bytes) in cases.iter().zip(saved) {
        let sheets = sheets(bytes, expected);
        assert!(of_model(expected).len() > 50, "{name}");
        assert_eq!(compare(expected, |place| value(&sheets, place)), Vec::<String>::new(), "{name}");
    }
}
