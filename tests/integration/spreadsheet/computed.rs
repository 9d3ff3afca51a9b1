//! Scenarios with the workbook of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use finsam::analysis::alternatives::Alternatives;
use finsam::analysis::explanation::Places;
use finsam::analysis::result::ScenarioResult;
use finsam::analysis::simulation::simulate;
use finsam::diagnostic::Diagnostics;
use finsam::input::files::{Files, LARGEST_DOCUMENT, Location};
use finsam::input::scenario::LoadedScenario;
use finsam::input::scenario_file::ScenarioFile;
use finsam::input::scenario_resolver::resolve;
use finsam::input::{baseline, text_file};
use finsam::report::inquiry;
use finsam::report::redistribution::Redistribution;
use finsam::report::workbook::book::{Cell, Content, Stored, Value, Workbook};
use finsam::report::workbook::build::{Computed, workbook};
use finsam::report::workbook::evaluate::{Evaluator, Scalar, agrees};
use finsam::report::workbook::formula::CellAddress;
use finsam::text::language::Language;

use crate::reference::case::Case;
use crate::reference::files;

pub(crate) struct Loaded {
    pub(crate) scenario: LoadedScenario,
    pub(crate) result: ScenarioResult,
    places: Places,
}

impl Loaded {
    /// A scenario of the disk, if it is sound.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let files = Files::on_disk();
        let location = Location::Disk(path.to_owned());
        let mut found = Diagnostics::default();
        let text = text_file::read(&files, &location, LARGEST_DOCUMENT, &mut found).expect("a file");
        let file = ScenarioFile::read(&text, &mut found).expect("a scenario");
        let path = file.baseline.as_ref().expect("a baseline");
        let baseline = baseline::load(&files, &location.beside(&path.value), None, &mut found).ok()?;
        let scenario = resolve(&file, &text, location.display(), Arc::new(baseline), &mut found)?;
        let result = simulate(&scenario).ok()?;
        let places = Places::of(&files, &scenario).expect("places");
        Some(Self { scenario, result, places })
    }

    /// A scenario of the project.
    pub(crate) fn of_project(name: &str) -> Self {
        let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        Self::at(Path::new(&path)).expect("a sound scenario")
    }

    /// A random case, if it is sound.
    pub(crate) fn case(case: &Case) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        Self::at(&files::write(case, folder.path()).expect("files"))
    }
}

/// Every scenario of the project and every worked example.
pub(crate) fn examples() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let names = |folder: &str| std::fs::read_dir(root.join(folder)).expect("a folder of the project");
    let mut paths: Vec<PathBuf> = names("scenarios").map(|entry| entry.expect("an entry").path()).collect();
    paths.extend(names("tests/examples").map(|entry| entry.expect("an entry").path().join("scenario.toml")));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    paths
}

/// The workbook of some alternatives.
pub(crate) fn book(loaded: &[Loaded], language: Language) -> Workbook {
    let results: Vec<ScenarioResult> = loaded.iter().map(|loaded| loaded.result.clone()).collect();
    let report =
        inquiry::report(&[Alternatives::alone(&results)], &[], &inquiry::Options::default(), language);
    let computed: Vec<Computed<'_>> = loaded
        .iter()
        .map(|loaded| Computed { scenario: &loaded.scenario, result: &loaded.result, places: &loaded.places })
        .collect();
    workbook(&computed, &report, Redistribution::Both).expect("a workbook")
}

/// Every formula whose value the model computed.
pub(crate) fn of_model(book: &Workbook) -> Vec<(CellAddress, &Value)> {
    let sheets = book.sheets.iter().enumerate();
    let cells = sheets.flat_map(|(sheet, cells)| {
        cells.cells().map(move |(row, column, cell)| (CellAddress { sheet, row, column }, cell))
    });
    let known = cells.filter_map(|(place, cell)| match &cell.content {
        Content::Formula(_, Stored::Model(value)) => Some((place, value)),
        _ => None,
    });
    known.collect()
}

/// What the formulas of `book` come to where it is not what `expected` holds of the model.
pub(crate) fn differences(book: &Workbook, expected: &Workbook) -> Vec<String> {
    let sums = Evaluator::of(book);
    compare(expected, |place| sums.at(place))
}

/// Cells whose value is not that of the model.
pub(crate) fn compare<'value>(
    expected: &Workbook,
    at: impl Fn(CellAddress) -> Scalar<'value>,
) -> Vec<String> {
    let wrong = of_model(expected).into_iter().filter(|(place, value)| !agrees(value, at(*place)));
    wrong
        .map(|(place, value)| {
            let name = &expected.sheets[place.sheet].name;
            format!("{name}!{}: {value:?} became {:?}", place.name(), at(place))
        })
        .collect()
}

/// The first cell of a sheet with this text, and what stands `across` columns to the right of it.
pub(crate) fn beside(book: &Workbook, sheet: usize, text: &str, across: u16) -> CellAddress {
    let is_it = |cell: &Cell| cell.content == Content::Text(text.to_owned());
    let found = book.sheets[sheet].cells().find(|(.., cell)| is_it(cell));
    let (row, column, _) = found.unwrap_or_else(|| panic!("no \"{text}\" on {}", book.sheets[sheet].name));
    CellAddress { sheet, row, column: column + across }
}
