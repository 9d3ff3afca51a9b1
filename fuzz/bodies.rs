//! What each fuzz target does with the bytes it is given: any reader must answer, and what it answers must hold.
//!
//! Stable Rust runs the same on every seed, see `tests/integration/fuzz_seeds.rs`. A new target is a function here, its
//! line in [`TARGETS`], a file in `targets/`, its lines in `Cargo.toml`, and a folder of seeds.

#![allow(dead_code, reason = "each target uses one of these, and the test all of them")]

#[allow(clippy::duplicate_mod, reason = "for the fuzzer it is no duplicate")]
#[path = "../tests/integration/workbook/package.rs"]
mod package;

use std::sync::{Arc, OnceLock};

use finsam::analysis::check::check_all;
use finsam::analysis::plausibility::warn;
use finsam::analysis::result::{Contribution, Figures, ScenarioResult, SideResult, Total};
use finsam::analysis::simulation::simulate;
use finsam::diagnostic::{Diagnostic, Diagnostics, Label, Source};
use finsam::input::files::{Files, LARGEST_DOCUMENT, Location};
use finsam::input::grid::Grid;
use finsam::input::import::Options;
use finsam::input::import::table::FigureTable;
use finsam::input::scenario_file::ScenarioFile;
use finsam::input::{self, text_file};
use finsam::model::kronor::Kronor;
use finsam::render;
use finsam::text::language::Language;

use package::Package;

type Body = fn(&[u8]);

/// Every target by its name.
pub(crate) const TARGETS: [(&str, Body); 10] = [
    ("baseline", baseline),
    ("encoding", encoding),
    ("import", import),
    ("inquiry", inquiry),
    ("kommun_table", kommun_table),
    ("number", number),
    ("scenario", scenario),
    ("sources", sources),
    ("workbook", workbook),
    ("workbook_parts", workbook_parts),
];

/// A valid baseline, table and scenario, to stand beside the file that is not.
const BASELINE: &str = include_str!("../tests/examples/merge_national/utgangslage.toml");
const TABLE: &str = include_str!("../tests/examples/merge_national/kommuner.csv");
const SCENARIO: &str = include_str!("../tests/examples/merge_national/scenario.toml");

/// A baseline as TOML.
pub(crate) fn baseline(bytes: &[u8]) {
    load_baseline(&[("utgangslage.toml", bytes), ("kommuner.csv", TABLE.as_bytes())]);
}

/// A kommun table as CSV, read for a year and without one.
pub(crate) fn kommun_table(bytes: &[u8]) {
    load_baseline(&[("utgangslage.toml", BASELINE.as_bytes()), ("kommuner.csv", bytes)]);
    let of_a_year = format!("year = 2023\n{BASELINE}");
    load_baseline(&[("utgangslage.toml", of_a_year.as_bytes()), ("kommuner.csv", bytes)]);
}

fn load_baseline(held: &[(&str, &[u8])]) {
    let files = Files::held(held.iter().copied());
    let mut warnings = Diagnostics::default();
    let loaded = input::baseline::load(&files, &location("utgangslage.toml"), None, &mut warnings);
    check_diagnostics(&warnings);
    if let Err(diagnostics) = loaded {
        assert!(diagnostics.has_errors(), "refused without an error");
        check_diagnostics(&diagnostics);
    }
}

/// A file to import, whatever it is. What is imported can be written and read back, and is the same then.
pub(crate) fn import(bytes: &[u8]) {
    for year in [None, Some(2021)] {
        let options = Options { year, ..Options::default() };
        let Some(table) = imported(bytes, &options) else { continue };
        let written = render::kommun_table::csv(&table);
        let again = imported(written.as_bytes(), &Options::default()).expect("what was written can be read");
        assert_eq!(written, render::kommun_table::csv(&again));
    }
}

fn imported(bytes: &[u8], options: &Options) -> Option<FigureTable> {
    // Making it takes longer than most of what is read.
    static KNOWN: OnceLock<FigureTable> = OnceLock::new();
    let files = Files::held([("file", bytes)]);
    let mut found = Diagnostics::default();
    let imported = input::import::import(&files, &[location("file")], options, &mut found);
    if let Some(imported) = &imported {
        warn(&imported.table, KNOWN.get_or_init(|| input::import::known(&files)), &mut found);
    }
    assert_eq!(imported.is_none(), found.has_errors(), "refused without an error, or taken with one");
    check_diagnostics(&found);
    imported.map(|imported| imported.table)
}

/// A scenario as TOML; a valid one is computed.
pub(crate) fn scenario(bytes: &[u8]) {
    compute(&[
        ("utgangslage.toml", BASELINE.as_bytes()),
        ("kommuner.csv", TABLE.as_bytes()),
        ("scenario.toml", bytes),
    ]);
}

/// A whole inquiry: baseline, table and scenario, parted by lines of `====`. An empty one is valid.
pub(crate) fn inquiry(bytes: &[u8]) {
    const NAMES: [&str; 3] = ["utgangslage.toml", "kommuner.csv", "scenario.toml"];
    let mut held =
        [(NAMES[0], BASELINE.as_bytes()), (NAMES[1], TABLE.as_bytes()), (NAMES[2], SCENARIO.as_bytes())];
    for (held, part) in held.iter_mut().zip(parts(bytes)) {
        if !part.is_empty() {
            held.1 = part;
        }
    }
    compute(&held);
}

fn compute(held: &[(&str, &[u8])]) {
    let files = Files::held(held.iter().copied());
    let mut found = Diagnostics::default();
    let place = location("scenario.toml");
    let Ok(text) = text_file::read(&files, &place, LARGEST_DOCUMENT, &mut found) else { return };
    let result = computed(&files, &text, &place, &mut found);
    assert!(result.is_some() || found.has_errors(), "refused without an error");
    check_diagnostics(&found);
    if let Some(result) = result {
        check_figures(&result.figures);
    }
}

fn computed(
    files: &Files,
    text: &Arc<Source>,
    place: &Location,
    found: &mut Diagnostics,
) -> Option<ScenarioResult> {
    let baseline = match input::baseline::load(files, &location("utgangslage.toml"), None, found) {
        Ok(baseline) => Arc::new(baseline),
        Err(problems) => {
            found.append(problems);
            return None;
        }
    };
    let file = ScenarioFile::read(text, found)?;
    let resolved = input::scenario_resolver::resolve(&file, text, place.display(), baseline, found);
    let scenario = resolved.filter(|_| !found.has_errors())?;
    match simulate(&scenario) {
        Ok(result) => {
            drop(check_all(&scenario, &result));
            Some(result)
        }
        Err(error) => {
            found.push(scenario.model_problem(&error));
            None
        }
    }
}

/// What is true of every result, whatever went in.
fn check_figures(figures: &Figures) {
    let gross = &figures.after.gross;
    for side in [Some(&figures.before), Some(gross), figures.after.net.as_ref()].into_iter().flatten() {
        check_side(side);
    }
    assert_eq!(figures.delta.gross, gross.total.less(&figures.before.total));
    if let Some(net) = &figures.after.net {
        assert_eq!(figures.delta.net, Some(net.total.less(&figures.before.total)));
    }
    let of_kommuner = |amount: fn(&Contribution) -> Option<Kronor>| -> Kronor {
        figures.kommuner.iter().filter_map(|kommun| amount(&kommun.contribution)).sum()
    };
    assert_eq!(of_kommuner(|amounts| amounts.before), figures.before.total.kommuner);
    assert_eq!(of_kommuner(|amounts| amounts.after.gross), gross.total.kommuner);
    let of_regions = |amount: fn(&Contribution) -> Option<Kronor>| -> Kronor {
        figures.regions.iter().filter_map(|region| amount(&region.contribution)).sum()
    };
    assert_eq!(of_regions(|amounts| amounts.before), figures.before.total.region);
    assert_eq!(of_regions(|amounts| amounts.after.gross), gross.total.region);
}

fn check_side(side: &SideResult) {
    for row in &side.forbund {
        let state = row.state;
        assert_eq!(state.total, state.base + state.forsorjningsmatt + state.befolkning, "{}", row.name);
        assert_eq!(row.total, state.total + row.region + row.kommuner, "{}", row.name);
        assert_eq!(row.region, row.regions.iter().map(|region| region.amount).sum(), "{}", row.name);
        let amounts = [state.base, state.forsorjningsmatt, state.befolkning, row.region, row.kommuner];
        assert!(amounts.iter().all(|amount| *amount >= Kronor::ZERO), "{}: {amounts:?}", row.name);
        assert_eq!(row.insatser, row.kansli.map(|kansli| row.total - kansli), "{}", row.name);
        assert!(!row.members.is_empty(), "{} has no kommuner", row.name);
    }
    assert_eq!(side.total, Total::of(&side.forbund));
}

/// The side file of a table, as TOML.
pub(crate) fn sources(bytes: &[u8]) {
    let files = Files::held([("kommuner.kallor.toml", bytes)]);
    let mut diagnostics = Diagnostics::default();
    drop(input::sources_file::read(&files, &location("kommuner.csv"), &mut diagnostics));
    check_diagnostics(&diagnostics);
}

/// Bytes to text.
pub(crate) fn encoding(bytes: &[u8]) {
    if let Ok(decoded) = input::encoding::decode(bytes.to_vec()) {
        assert!(!decoded.text.contains('\0'), "a NUL in text");
        if let Ok(text) = std::str::from_utf8(bytes) {
            let has_mark = text.starts_with('\u{feff}');
            assert!(!decoded.guessed, "a guess at UTF-8");
            assert!(has_mark || decoded.text == text, "UTF-8 that did not stay as it was");
        }
    }
}

/// Numbers as people write them, and as workbooks store them.
pub(crate) fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(number) = input::number::decimal(&text) {
        assert_eq!(input::number::decimal(&number.to_string()), Ok(number), "{text}");
    }
    if let Some(bytes) = bytes.first_chunk() {
        let value = f64::from_le_bytes(*bytes);
        let text = input::workbook::number(value);
        assert!(!text.contains(['e', 'E']), "{value:e} as {text}");
        if value.is_finite() {
            let digits = text.replace(['-', '.'], "");
            assert!(digits.trim_matches('0').len() <= 15, "{value:e} as {text}");
            let back: f64 = text.parse().expect("a number");
            // The largest of all rounds up to what is none.
            let is_near = (back - value).abs() <= value.abs() * 1e-14 || value.abs() > 1.797e308;
            assert!(is_near, "{value:e} as {text}");
        }
    }
}

/// The bytes of a workbook.
pub(crate) fn workbook(bytes: &[u8]) {
    if let Ok(grids) = input::workbook::read(bytes, "ark.xlsx") {
        grids.iter().for_each(check_grid);
    }
}

/// The files of a workbook, parted by lines of `====`: the sheet, the shared strings, the styles, the list of sheets,
/// where the sheets are, where that list is. An empty one is valid. Fuzzers cannot compress, so this is where they
/// get somewhere.
pub(crate) fn workbook_parts(bytes: &[u8]) {
    const PATHS: [&str; 6] = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
    ];
    let mut package = Package::sheet("<row><c><v>1</v></c></row>");
    for (path, part) in PATHS.into_iter().zip(parts(bytes)) {
        if !part.is_empty() {
            package = package.with_bytes(path, part);
        }
    }
    workbook(&package.bytes());
}

fn parts(mut bytes: &[u8]) -> Vec<&[u8]> {
    const BETWEEN: &[u8] = b"\n====\n";
    let mut parts = Vec::new();
    while let Some(place) = bytes.windows(BETWEEN.len()).position(|found| found == BETWEEN) {
        parts.push(&bytes[..place]);
        bytes = &bytes[place + BETWEEN.len()..];
    }
    parts.push(bytes.strip_suffix(b"\n").unwrap_or(bytes));
    parts
}

fn location(name: &str) -> Location {
    Location::Held(name.to_owned())
}

/// That every cell stands in the text of its sheet, one after the other.
fn check_grid(grid: &Grid) {
    let mut end = 0;
    for row in 0..grid.len() {
        for column in 0..grid.width(row) {
            let span = grid.span(row, column);
            assert!(span.start >= end, "cells that overlap");
            assert!(grid.source.text.get(span.clone()).is_some(), "a cell outside the text");
            let shown = grid.text(row, column);
            assert!(!shown.contains(char::is_control), "a cell of two lines");
            end = span.end;
        }
    }
}

/// That every place lies in its file, and that all of it can be shown.
fn check_diagnostics(diagnostics: &Diagnostics) {
    let places = |diagnostic: &Diagnostic| [diagnostic.place.clone(), diagnostic.other.clone()];
    for Label { source, span } in diagnostics.iter().flat_map(places).flatten() {
        assert!(source.text.get(span.clone()).is_some(), "{span:?} is no place in {}", source.path);
    }
    for (language, styled) in [(Language::Swedish, false), (Language::English, true)] {
        let shown = render::diagnostic::diagnostics(diagnostics, language, styled);
        let is_shown = !shown.is_empty();
        assert_eq!(is_shown, diagnostics.iter().next().is_some(), "as much is shown as there is");
    }
}
