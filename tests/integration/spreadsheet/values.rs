//! Every formula gives what the model computed.

use finsam::model::kronor::Kronor;
use finsam::render::formula;
use finsam::report::workbook::book::{Content, Kind, Role, Stored, Value, Workbook};
use finsam::report::workbook::formula::{CellAddress, Formula};
use finsam::text::language::Language;
use std::fmt::Write;
use std::path::Path;

use super::computed::{Loaded, beside, book, differences, examples, of_model};
use crate::reference::case::{Case, Kansli, Money};
use crate::reference::generate;

#[test]
fn of_every_example() {
    for path in examples() {
        let loaded = [Loaded::at(&path).expect("a sound scenario")];
        let book = book(&loaded, Language::Swedish);
        assert!(of_model(&book).len() > 50, "{}: where are the formulas?", path.display());
        assert_eq!(differences(&book, &book), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn of_alternatives_side_by_side() {
    let names =
        ["tankespar1", "tankespar2", "tankespar3", "tankespar4", "sammanslagning", "forsakringskassan"];
    let book = book(&names.map(Loaded::of_project), Language::English);
    assert_eq!(differences(&book, &book), Vec::<String>::new());
    let sheets: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        sheets[..7],
        ["Comparison", "Criteria", "About", "Parameters", "Kommuner", "Today", "Tankespår 1"]
    );
}

#[test]
fn the_sheet_that_opens_begins_with_formulas_of_what_each_alternative_changes() {
    let loaded = ["tankespar1", "sammanslagning"].map(Loaded::of_project);
    let book = book(&loaded, Language::Swedish);
    let heading = beside(&book, 0, "Alternativ", 0).row;
    for (row, of) in (heading + 2..).zip(&loaded) {
        let name = Content::Text(of.scenario.name.clone());
        assert_eq!(book.sheets[0].rows[row as usize][0].as_ref().expect("a name").content, name);
        let delta = &of.result.figures.delta;
        let net = delta.net.expect("known here");
        let expected = [
            Some(delta.gross.total),
            Some(net.total),
            delta.gross.kansli,
            delta.gross.insatser,
            net.insatser,
        ];
        let shown = (2..7).map(|column| {
            let cell = book.cell(CellAddress { sheet: 0, row, column }).expect("a cell");
            assert!(matches!(cell.content, Content::Formula(..)), "{cell:?}");
            cell.content.clone()
        });
        for (content, expected) in shown.zip(expected) {
            let Content::Formula(_, stored) = content else { continue };
            assert_eq!(stored.value(), &Value::from(expected));
        }
    }
}

#[test]
fn the_criteria_of_the_report_stand_on_a_sheet_of_values() {
    let loaded = ["tankespar1", "tankespar2"].map(Loaded::of_project);
    let book = book(&loaded, Language::Swedish);
    let sheet = &book.sheets[1];
    assert!(sheet.cells().all(|(.., cell)| !matches!(cell.content, Content::Formula(..))));
    let texts: Vec<&str> = sheet
        .cells()
        .filter_map(|(.., cell)| match &cell.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    for heading in ["Styrelser och storlek", "Tankespår 1", "Tankespår 2", "Ledamöter", "Största kommun"]
    {
        assert!(texts.contains(&heading), "no {heading} in {texts:?}");
    }
    // What a kommun would pay under each key, to the krona.
    let keys = &loaded[0].result.figures.criteria.keys;
    let known =
        keys.iter().flat_map(|key| &key.kommuner).filter_map(|kommun| kommun.contribution_after.gross);
    let numbers: Vec<i64> = sheet
        .cells()
        .filter_map(|(.., cell)| match cell.content {
            Content::Number(number) => number.try_into().ok(),
            _ => None,
        })
        .collect();
    let missing: Vec<i64> = known.map(Kronor::get).filter(|kronor| !numbers.contains(kronor)).collect();
    assert_eq!((keys.len(), missing), (4, Vec::new()));
}

/// Amounts of a thousand million and more are beyond what the workbook promises.
pub(crate) fn is_within_promise(case: &Case) -> bool {
    let small = |amount: u64| amount < 1_000_000_000;
    let kansli = |kansli: &Kansli| small(kansli.sum());
    case.appropriation.is_none_or(small)
        && case.forbund.iter().all(|forbund| {
            forbund.kansli.as_ref().is_none_or(kansli)
                && match forbund.money {
                    Money::Formula => true,
                    Money::Budget(amount) | Money::StateGrant(amount) => small(amount),
                }
        })
}

#[test]
fn of_random_cases() {
    let mut compared = 0;
    for seed in 1..=150 {
        let case = generate::case(seed);
        let loaded = [Loaded::case(&case).expect("a sound case")];
        let book = book(&loaded, Language::Swedish);
        if is_within_promise(&case) {
            assert_eq!(differences(&book, &book), Vec::<String>::new(), "seed {seed}");
            compared += 1;
        }
    }
    assert!(compared > 80, "only {compared} cases");
}

#[test]
fn what_15_digits_cannot_hold_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    // One krona between two kommuner, whose halves differ in the tenth decimal.
    write(
        "kommuner.csv",
        "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
         0114,A,R,4999999999,1\n0115,B,R,5000000001,1\n",
    );
    write(
        "utgangslage.toml",
        "name = \"Två\"\nkommuner = \"kommuner.csv\"\n[model]\nbase_grant = 0\n\
         [[forbund]]\nname = \"F\"\nkommuner = [\"A\", \"B\"]\nstate_grant = 2\n",
    );
    write("scenario.toml", "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n");
    let loaded = Loaded::at(&folder.path().join("scenario.toml")).expect("a sound scenario");
    let book = book(&[loaded], Language::Swedish);
    assert!(differences(&book, &book).iter().any(|cell| cell.starts_with("Nuläge!F")));
    let reported = book.sheets[2].cells().filter_map(|(.., cell)| match &cell.content {
        Content::Text(text) => text.contains("ett annat belopp än finsam").then_some(text),
        _ => None,
    });
    let reported: Vec<&String> = reported.collect();
    assert!(reported.len() == 1 && reported[0].contains("Nuläge!F"), "{reported:?}");
}

/// The formulas of a sheet in order.
fn formulas(book: &Workbook, sheet: usize) -> String {
    let mut text = String::new();
    for (row, column, cell) in book.sheets[sheet].cells() {
        let home = CellAddress { sheet, row, column };
        let shown = match &cell.content {
            Content::Blank => "(blank)".to_owned(),
            Content::Text(text) => text.clone(),
            Content::Number(number) => number.to_string(),
            Content::Formula(tree, Stored::Model(value)) => {
                format!("={} → {value:?}", formula::text(tree, home, book))
            }
            Content::Formula(tree, Stored::Working(_)) => format!("={}", formula::text(tree, home, book)),
        };
        writeln!(text, "{} {:?} {:?}: {shown}", home.name(), cell.kind, cell.role).expect("a string");
    }
    text
}

#[test]
fn the_formulas_of_a_worked_example() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples/split_shared_kansli/scenario.toml");
    let book = book(&[Loaded::at(&path).expect("a sound scenario")], Language::Swedish);
    let root = format!("{}/", env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let of_formulas = |sheet: &usize| !["Om", "Kriterier"].contains(&book.sheets[*sheet].name.as_str());
    for sheet in (0..book.sheets.len()).filter(of_formulas) {
        writeln!(text, "== {}\n{}", book.sheets[sheet].name, formulas(&book, sheet)).expect("a string");
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("workbook_formulas", text.replace(&root, ""));
    });
}

/// In Excel no number equals what a comparison comes to, so `x=0=0` never holds.
#[test]
fn no_comparison_is_compared_with_anything() {
    fn is_comparison(formula: &Formula) -> bool {
        matches!(formula, Formula::Operation(operator, _) if operator.compares())
    }
    fn look(formula: &Formula) {
        match formula {
            Formula::Operation(operator, sides) => {
                assert!(!operator.compares() || !sides.iter().any(is_comparison), "{formula:?}");
                sides.iter().for_each(look);
            }
            Formula::Call(_, arguments) => arguments.iter().for_each(look),
            _ => {}
        }
    }
    for path in examples() {
        let loaded = [Loaded::at(&path).expect("a sound scenario")];
        for sheet in &book(&loaded, Language::Swedish).sheets {
            for (.., cell) in sheet.cells() {
                if let Content::Formula(formula, _) = &cell.content {
                    look(formula);
                }
            }
        }
    }
}

/// A kommun without a row on the sheets of the sides could be given a förbund, and its money would go nowhere.
#[test]
fn only_kommuner_with_a_row_can_be_given_a_forbund_today() {
    let book = book(&[Loaded::of_project("tankespar1")], Language::Swedish);
    let kommuner = &book.sheets[4];
    let inputs =
        kommuner.cells().filter(|(.., cell)| cell.role == Role::Input && cell.kind == Kind::Text).count();
    assert_eq!((inputs, kommuner.choices.len()), (10, 10));
    assert!(kommuner.rows.len() > 290);
}
