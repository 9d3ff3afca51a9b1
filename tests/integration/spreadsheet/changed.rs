//! Cells are changed, and the formulas give what finsam says of the same changed figures.

use finsam::report::workbook::book::{Content, Role, Workbook};
use finsam::report::workbook::evaluate::{Evaluator, Scalar};
use finsam::report::workbook::formula::CellAddress;
use finsam::text::language::Language;

use super::computed::{Loaded, beside, book, differences, of_model};
use crate::reference::case::{Case, Kansli, KommunKey, Money, RegionKey};
use crate::reference::generate;

/// Writes the constants of `from` into `book`, and leaves every formula and its stored value as it is.
pub(crate) fn change_inputs(book: &mut Workbook, from: &Workbook) -> usize {
    let mut changed = 0;
    for (sheet, cells) in from.sheets.iter().enumerate() {
        for (row, column, cell) in cells.cells().filter(|(.., cell)| cell.role == Role::Input) {
            let own =
                book.cell_mut(CellAddress { sheet, row, column }).expect("a workbook of the same shape");
            changed += usize::from(own.content != cell.content);
            own.content = cell.content.clone();
        }
    }
    changed
}

/// Another weight, more people here and there, other amounts.
pub(crate) fn other_figures(case: &Case) -> Case {
    let mut other = case.clone();
    if case.weight_forsorjningsmatt != "0" && case.weight_befolkning != "0" {
        (other.weight_forsorjningsmatt, other.weight_befolkning) = ("0.6".into(), "0.4".into());
    }
    other.appropriation = case.appropriation.map(|amount| amount + 1_234_567);
    for (number, kommun) in (1..).zip(&mut other.table) {
        if number % 2 == 1 && kommun.befolkning_16_64 > 0 {
            kommun.befolkning_16_64 += 17 * number;
        }
    }
    for (number, forbund) in (1..).zip(&mut other.forbund) {
        forbund.money = match forbund.money {
            Money::Formula => Money::Formula,
            Money::Budget(amount) => Money::Budget(amount + 1_001 * number),
            Money::StateGrant(amount) => Money::StateGrant(amount + 777 * number),
        };
        forbund.kansli = forbund.kansli.as_ref().map(|kansli| Kansli::Sum(kansli.sum() + 313 * number));
    }
    other
}

#[test]
fn random_cases_with_other_figures() {
    let mut compared = 0;
    for seed in 1..=150 {
        let case = generate::case(seed);
        if !super::values::is_within_promise(&case) {
            continue;
        }
        let Some(other) = Loaded::case(&other_figures(&case)) else { continue };
        let mut changed = book(&[Loaded::case(&case).expect("a sound case")], Language::Swedish);
        let expected = book(&[other], Language::Swedish);
        assert!(change_inputs(&mut changed, &expected) > 0, "seed {seed}: nothing was changed");
        assert_eq!(differences(&changed, &expected), Vec::<String>::new(), "seed {seed}");
        compared += 1;
    }
    assert!(compared > 80, "only {compared} cases");
}

/// The key that stands in the list after the one of a case.
pub(crate) fn next_key(case: &Case) -> Case {
    let kommun_key = match case.kommun_key {
        KommunKey::Befolkning => KommunKey::Forsorjningsmatt,
        KommunKey::Forsorjningsmatt if case.layout.folkmangd_column => KommunKey::Folkmangd,
        KommunKey::Forsorjningsmatt | KommunKey::Folkmangd => KommunKey::Lika,
        KommunKey::Lika => KommunKey::Befolkning,
        KommunKey::Explicit(ref agreed) => KommunKey::Explicit(agreed.clone()),
        KommunKey::Mixed { .. } => unreachable!("no case of these has a mixed key"),
    };
    let region_key = match case.region_key {
        RegionKey::Befolkning => RegionKey::Lika,
        RegionKey::Lika => RegionKey::Befolkning,
    };
    Case { kommun_key, region_key, ..case.clone() }
}

#[test]
fn another_key_can_be_chosen() {
    let mut compared = 0;
    for seed in 1..=150 {
        let case = generate::case(seed);
        if !super::values::is_within_promise(&case) {
            continue;
        }
        let Some(other) = Loaded::case(&next_key(&case)) else { continue };
        let mut changed = book(&[Loaded::case(&case).expect("a sound case")], Language::Swedish);
        let expected = book(&[other], Language::Swedish);
        let keys = if matches!(case.kommun_key, KommunKey::Explicit(_)) { 1 } else { 2 };
        assert_eq!(change_inputs(&mut changed, &expected), keys, "seed {seed}");
        assert_eq!(differences(&changed, &expected), Vec::<String>::new(), "seed {seed}");
        compared += 1;
    }
    assert!(compared > 80, "only {compared} cases");
}

#[test]
fn keys_are_chosen_from_a_list_unless_they_are_agreed_numbers() {
    let of = |kommun_key: fn(&KommunKey) -> bool| {
        let case = (1..=2_000)
            .map(generate::case)
            .find(|case| kommun_key(&case.kommun_key) && Loaded::case(case).is_some());
        book(&[Loaded::case(&case.expect("such a case")).expect("sound")], Language::Swedish)
    };
    let parameters = 3;
    let choosable = of(|key| matches!(key, KommunKey::Folkmangd));
    let [kommuner, regions] = [0, 1].map(|place| &choosable.sheets[parameters].choices[place]);
    assert_eq!((kommuner.of, kommuner.of.rows), (regions.of, 4));
    let names: Vec<&Content> =
        kommuner.of.places().map(|place| &choosable.cell(place).expect("a name").content).collect();
    assert!(names.contains(&&choosable.cell(kommuner.cells.first).expect("a key").content), "{names:?}");
    let agreed = of(|key| matches!(key, KommunKey::Explicit(_)));
    assert_eq!(agreed.sheets[parameters].choices.len(), 1);
    let key = beside(&agreed, parameters, "Kommunernas fördelningsnyckel", 1);
    assert_eq!(agreed.cell(key).expect("a key").role, Role::Result);
    let Content::Text(source) = &agreed.cell(CellAddress { column: 3, ..key }).expect("a source").content
    else {
        panic!("no source")
    };
    assert!(source.contains("ändras på bladet Kommuner"), "{source}");
}

#[test]
fn a_kommun_that_is_moved_by_hand_moves_as_in_the_scenario() {
    let mut unchanged = book(&[Loaded::of_project("tankespar4")], Language::Swedish);
    let moved = book(&[Loaded::of_project("tankespar1")], Language::Swedish);
    let (comparison, today, alternative) = (0, 5, 6);
    let mut put = |kommun: &str, forbund: &str| {
        let place = beside(&unchanged, alternative, kommun, 4);
        let cell = unchanged.cell_mut(place).expect("a cell");
        assert_eq!(cell.role, Role::Input);
        cell.content = Content::Text(forbund.to_owned());
    };
    put("Mellerud", "BÅD-ESÅ");
    // The first cell with the name of Vänersborg is that of the kommun.
    put("Vänersborg", "Trollhättan");
    let (by_hand, by_scenario) = (Evaluator::of(&unchanged), Evaluator::of(&moved));
    // Below what the alternatives change stands the income of all, gross and net: state, region, kommuner, sum, change and percent.
    let rows: Vec<u32> = moved.sheets[comparison]
        .cells()
        .filter(|(_, column, cell)| *column == 0 && cell.content == Content::Text("Tankespår 1".to_owned()))
        .map(|(row, ..)| row)
        .collect();
    for row in &rows[1..3] {
        for column in 1..=7 {
            let place = CellAddress { sheet: comparison, row: *row, column };
            assert_eq!(by_hand.at(place), by_scenario.at(place), "{}", place.name());
        }
    }
    // What each kommun pays, and how that differs from today.
    for kommun in ["Trollhättan", "Vänersborg", "Mellerud", "Säffle", "Åmål"] {
        for across in 5..=9 {
            let places = [&unchanged, &moved].map(|book| {
                let code = beside(book, today, kommun, 1);
                let Content::Text(code) = &book.cell(code).expect("a cell").content else { return code };
                let place = beside(book, alternative, code, 0);
                CellAddress { column: across, ..place }
            });
            let amounts = (by_hand.at(places[0]), by_scenario.at(places[1]));
            assert!(matches!(amounts.0, Scalar::Number(_)), "{kommun}");
            assert_eq!(amounts.0, amounts.1, "{kommun} {across}");
        }
    }
}

#[test]
fn a_missing_kansli_can_be_filled_in() {
    let without = (1..=2_000).map(generate::case).find(|case| {
        super::values::is_within_promise(case)
            && case.forbund.iter().filter(|forbund| forbund.kansli.is_none()).count() == 1
            && case.changes.is_empty()
    });
    let without = without.expect("such a case");
    let mut with = without.clone();
    for forbund in &mut with.forbund {
        forbund.kansli.get_or_insert(Kansli::Sum(654_321));
    }
    let mut changed = book(&[Loaded::case(&without).expect("sound")], Language::Swedish);
    let expected = book(&[Loaded::case(&with).expect("sound")], Language::Swedish);
    assert_eq!(change_inputs(&mut changed, &expected), 1);
    assert_eq!(differences(&changed, &expected), Vec::<String>::new());
    assert!(of_model(&expected).len() > 50);
}
