//! The sheet of the kommuner: the inquiry's own stand first, and whoever sorts or filters it changes no result.

use finsam::report::workbook::book::{Cell, Content, Workbook};
use finsam::report::workbook::formula::{CellAddress, Formula};
use finsam::text::language::Language;

use super::computed::{Loaded, book, differences};
use crate::reference::generate;

const KOMMUNER: usize = 4;

/// The formula after its row was moved: what it refers to in its own row goes with it.
fn moved(formula: &Formula, from: u32, to: u32) -> Formula {
    let again = |formula: &Formula| moved(formula, from, to);
    match formula {
        Formula::Cell(place) if place.sheet == KOMMUNER && place.row == from => {
            Formula::Cell(CellAddress { row: to, ..*place })
        }
        Formula::Operation(operator, sides) => {
            Formula::Operation(*operator, Box::new(sides.each_ref().map(again)))
        }
        Formula::Call(function, arguments) => Formula::Call(*function, arguments.iter().map(again).collect()),
        other => other.clone(),
    }
}

/// The same workbook with its kommuner from the last to the first, as a spreadsheet program sorts rows.
fn reversed(book: &Workbook) -> Workbook {
    let mut sorted = book.clone();
    let filtered = book.sheets[KOMMUNER].filtered.expect("a filter");
    let rows = filtered.first.row + 1..=filtered.last().row;
    let moved_cell = |cell: &Cell, from, to| {
        let content = match &cell.content {
            Content::Formula(formula, stored) => Content::Formula(moved(formula, from, to), stored.clone()),
            content => content.clone(),
        };
        Cell { content, ..cell.clone() }
    };
    for (from, to) in rows.clone().zip(rows.rev()) {
        let cells = &book.sheets[KOMMUNER].rows[from as usize];
        assert!(cells.len() <= usize::from(filtered.columns), "a column that would be left behind");
        sorted.sheets[KOMMUNER].rows[to as usize] =
            cells.iter().map(|cell| cell.as_ref().map(|cell| moved_cell(cell, from, to))).collect();
    }
    sorted
}

/// What differs from the model outside the sheet whose cells have moved.
fn differences_elsewhere(loaded: Loaded) -> Vec<String> {
    let expected = book(&[loaded], Language::Swedish);
    let sorted = reversed(&expected);
    assert_ne!(sorted, expected);
    let mut differing = differences(&sorted, &expected);
    differing.retain(|cell| !cell.starts_with("Kommuner!"));
    differing
}

#[test]
fn the_kommuner_may_be_sorted() {
    for name in ["tankespar1", "jonkoping_lansforbund", "jonkoping_samordnad_administration"] {
        assert_eq!(differences_elsewhere(Loaded::of_project(name)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_kommuner_of_random_cases_may_be_sorted() {
    for seed in 1..=60 {
        let case = generate::case(seed);
        if super::values::is_within_promise(&case) && case.table.len() > 1 {
            let loaded = Loaded::case(&case).expect("a sound case");
            assert_eq!(differences_elsewhere(loaded), Vec::<String>::new(), "seed {seed}");
        }
    }
}

#[test]
fn the_own_kommuner_stand_first_and_each_part_in_order_of_kommunkod() {
    let loaded = [Loaded::of_project("tankespar2")];
    let book = book(&loaded, Language::Swedish);
    let code = |row: &Vec<Option<Cell>>| match &row.first()?.as_ref()?.content {
        Content::Text(code) if code.len() == 4 => Some(code.clone()),
        _ => None,
    };
    let codes: Vec<String> = book.sheets[KOMMUNER].rows.iter().filter_map(code).collect();
    let members = loaded[0].result.figures.before.forbund.iter().flat_map(|forbund| &forbund.members);
    let mut own: Vec<String> = members.map(ToString::to_string).collect();
    own.sort();
    assert_eq!(codes[..own.len()], own);
    assert!(codes.len() > 280 && codes[own.len()..].is_sorted(), "{codes:?}");
}
