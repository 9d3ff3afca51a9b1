//! Every seed of the fuzz targets, run as an ordinary test: what a fuzzer once found stays found.

use std::fs;
use std::path::PathBuf;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook};

#[path = "../../fuzz/bodies.rs"]
mod bodies;

fn seeds(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target)
}

#[test]
#[expect(clippy::print_stdout, reason = "a panic does not say which seed it was")]
fn every_seed_is_answered() {
    for (target, body) in bodies::TARGETS {
        let seeds = fs::read_dir(seeds(target)).expect("a folder of seeds");
        let mut paths: Vec<_> = seeds.map(|seed| seed.expect("a seed").path()).collect();
        paths.sort();
        assert!(paths.len() > 1, "no seeds for {target}");
        for path in paths {
            println!("{}", path.display());
            body(&fs::read(&path).expect("a seed"));
        }
    }
}

#[test]
fn every_target_is_known_to_the_fuzzer() {
    let manifest = fs::read_to_string(seeds("../Cargo.toml")).expect("the manifest");
    for (target, _) in bodies::TARGETS {
        assert!(manifest.contains(&format!("name = \"{target}\"")), "{target} is not in fuzz/Cargo.toml");
        assert!(seeds(&format!("../targets/{target}.rs")).exists(), "fuzz/targets/{target}.rs is missing");
    }
}

/// Writes the sound workbooks among the seeds anew.
#[test]
#[ignore = "changes the repository"]
fn write_workbooks() {
    let day = ExcelDateTime::from_ymd(2023, 12, 31).expect("a day");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let date = Format::new().set_num_format("yyyy-mm-dd");
    workbook
        .add_worksheet()
        .write(0, 0, "kommun")
        .and_then(|sheet| sheet.write(0, 1, 2023))
        .and_then(|sheet| sheet.write(1, 0, "Åmål"))
        .and_then(|sheet| sheet.write(1, 1, 12_644.5))
        .and_then(|sheet| sheet.write(2, 0, Formula::new("=B2*2").set_result("25289")))
        .and_then(|sheet| sheet.write(2, 1, true))
        .and_then(|sheet| sheet.write_with_format(3, 1, &day, &date))
        .expect("cells");
    workbook.add_worksheet().write(5, 3, "långt bort").expect("a cell");
    fs::write(seeds("import").join("kolada.xlsx"), kolada().save_to_buffer().expect("a workbook"))
        .expect("a seed");
    fs::write(seeds("workbook").join("two_sheets.xlsx"), workbook.save_to_buffer().expect("a workbook"))
        .expect("a seed");
}

/// A workbook as Kolada's pages save it.
fn kolada() -> Workbook {
    let day = ExcelDateTime::from_ymd(2023, 12, 31).expect("a day");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Kolada nyckeltal").expect("a name");
    for (column, year) in [(2, "2020"), (3, "2021")] {
        sheet.write(1, column, year).expect("a year");
    }
    let figures = [
        ("Invånare  totalt, antal", "Habo", 12_600.0),
        ("Invånare 16-64 år, antal", "Habo", 7_300.0),
        ("Försörjningsmått, helårsekvivalenter", "Habo", 402.5),
        ("Invånare  totalt, antal", "Alla kommuner (ovägt medel)", 35_000.0),
    ];
    for (row, (series, kommun, figure)) in (2..).zip(figures) {
        sheet.write(row, 0, series).and_then(|sheet| sheet.write(row, 1, kommun)).expect("texts");
        sheet.write(row, 2, figure).and_then(|sheet| sheet.write(row, 3, figure)).expect("figures");
    }
    workbook
}
