//! The workbook of alternatives with a path.

use std::path::Path;

use finsam::model::kronor::Kronor;
use finsam::render::xlsx;
use finsam::report::workbook::book::{Bars, Content, Kind, Stored, Value, Workbook};
use finsam::report::workbook::evaluate::{Evaluator, Scalar, agrees};
use finsam::report::workbook::formula::CellAddress;
use finsam::text::language::Language;

use super::computed::{Loaded, beside, book, differences};

const TABLE: &str = "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
                     2024,1001,Adala,Ett,11000,1225.5\n2024,1002,Bedala,Två,23001,3100\n\
                     2024,1003,Cedala,Ett,16000,1600.25\n2024,1004,Dedala,Två,7770,912\n\
                     2025,1001,Adala,Ett,11400,\n2025,1002,Bedala,Två,22000,3201\n\
                     2025,1003,Cedala,Ett,16100,1702\n2025,1004,Dedala,Två,7802,905\n";

const NATIONAL: &str = "[model]\nappropriation = { 2026 = 9_000_001, 2028 = 9_300_000 }\n\
                        [model.rest_of_country]\nforbund = { 2026 = 2, 2027 = 3 }\nkommuner = \"alla\"\n";

const DECIDED: &str = "[model]\nappropriation = 99_000_000\nbase_grant = { 2026 = 400_000, 2028 = 420_000 }\n\
                       [model.rest_of_country]\nforbund = 70\n";

/// Both merge, one of them within the last year.
const EARLY: &str = "[[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"Z\"\nkansli = 800_003\nfrom = 2027\n\
                     engangskostnad = 300_000\n";
const LATE: &str = "[[change]]\nshared_kansli = [\"X\", \"Y\"]\nkansli = 700_001\nsplit_by = \"budget\"\n\
                    [[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"Y\"\nkansli = 800_003\nfrom = \"2028-05\"\n";

fn loaded(basis: &str, budgets: [&str; 2], changes: &[&str]) -> Vec<Loaded> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    let [x, y] = budgets;
    write("kommuner.csv", TABLE);
    write(
        "utgangslage.toml",
        &format!(
            "name = \"N\"\nkommuner = \"kommuner.csv\"\n\
             [path]\nfrom = 2026\nto = 2028\nfigures_lag = 2\nkansli_index = 0.0251\n{basis}\
             [[forbund]]\nname = \"X\"\nkommuner = [\"Adala\", \"Dedala\"]\nkansli = 600_000\n{x}\
             [[forbund]]\nname = \"Y\"\nkommuner = [\"Bedala\"]\nkansli = 433_333\n{y}"
        ),
    );
    let alternatives = changes.iter().enumerate().map(|(number, changes)| {
        let name = format!("s{number}.toml");
        write(&name, &format!("name = \"S{number}\"\nbaseline = \"utgangslage.toml\"\n{changes}"));
        Loaded::at(&Path::new(folder.path()).join(&name)).expect("a sound scenario")
    });
    alternatives.collect()
}

const BUDGETS: [&str; 2] =
    ["budget = { 2026 = 5_000_001, 2028 = 5_500_000 }\n", "state_grant = { 2020 = 1_900_001 }\n"];

#[track_caller]
fn assert_sound(book: &Workbook) {
    assert_eq!(differences(book, book), Vec::<String>::new());
    let broken = book.sheets.iter().flat_map(|sheet| sheet.cells().map(move |found| (&sheet.name, found)));
    let broken = broken.filter(|(_, (.., cell))| {
        matches!(
            cell.content,
            Content::Formula(_, Stored::Working(Value::Error) | Stored::Model(Value::Error))
        )
    });
    assert_eq!(broken.count(), 0);
    xlsx::workbook(book, Language::Swedish).expect("a file");
}

#[test]
fn the_sheets_compute_the_last_year_and_say_so() {
    for (basis, budgets) in [(NATIONAL, [""; 2]), (DECIDED, BUDGETS)] {
        let loaded = loaded(basis, budgets, &[EARLY, ""]);
        let book = book(&loaded, Language::Swedish);
        assert_sound(&book);
        // The sheets of criteria and parameters to that of the second alternative; that of the years is of all of them.
        let years = book.sheets.len() - 1;
        let titles = book.sheets.iter().enumerate().filter(|(place, _)| ![2, years].contains(place));
        for (_, sheet) in titles {
            let (.., title) = sheet.cells().next().expect("a title");
            let Content::Text(text) = &title.content else { panic!("{title:?}") };
            assert!(title.kind == Kind::Title && text.ends_with(", 2028"), "{text}");
        }
        // The kansli of today as it is in 2028, with what the file says.
        let grown =
            |text: &Content| matches!(text, Content::Text(text) if text.contains("i 2026 års priser"));
        assert!(book.sheets[3].cells().any(|(.., cell)| grown(&cell.content)));
    }
}

/// The number in a cell, or what its formula comes to.
fn amount(book: &Workbook, place: CellAddress) -> Option<Kronor> {
    let found = Evaluator::of(book).at(place);
    let Scalar::Number(number) = found else { return None };
    let text = format!("{number:.0}");
    let whole = Kronor::new(text.parse().ok()?);
    agrees(&Value::Whole(whole.get()), found).then_some(whole)
}

#[test]
fn every_year_stands_on_a_sheet_of_its_own_and_adds_up() {
    let loaded = loaded(NATIONAL, [""; 2], &[EARLY, LATE]);
    let book = book(&loaded, Language::English);
    assert_sound(&book);
    let place = book.sheets.len() - 1;
    let sheet = &book.sheets[place];
    assert_eq!(sheet.name, "Years");
    let first = beside(&book, place, "Alternative", 0).row + 1;
    let paths = [None, Some(&loaded[0]), Some(&loaded[1])];
    for (of, alternative) in (0_u32..).zip(paths) {
        let path = alternative.unwrap_or(&loaded[0]).result.path.as_ref().expect("a path");
        let mut sum = Kronor::ZERO;
        for (year, one) in (0_u32..).zip(&path.years) {
            let at = |column| amount(&book, CellAddress { sheet: place, row: first + of * 3 + year, column });
            let total = if alternative.is_some() { one.gross.total } else { one.before.total };
            assert_eq!(
                [at(3), at(4), at(5), at(6)],
                [Some(total.state), Some(total.total), total.kansli, total.insatser]
            );
            if alternative.is_none() {
                assert_eq!([at(7), at(8), at(9)], [None; 3]);
                continue;
            }
            sum = sum + one.delta.gross.insatser.expect("known") - one.one_off;
            assert_eq!([at(7), at(8), at(9)], [one.delta.gross.insatser, Some(one.one_off), Some(sum)]);
        }
        if alternative.is_some() {
            assert_eq!(path.accumulated.gross.insatser_after_one_off, Some(sum));
        }
    }
    // A line for each alternative, gross and net.
    assert_eq!(
        sheet.charts.iter().map(|chart| (chart.bars, chart.series.len())).collect::<Vec<_>>(),
        [(Bars::Line, 2); 2]
    );
}

#[test]
fn a_year_in_which_förbund_merge_stands_as_values() {
    for (basis, budgets) in [(NATIONAL, [""; 2]), (DECIDED, BUDGETS)] {
        let loaded = loaded(basis, budgets, &[LATE, EARLY]);
        let book = book(&loaded, Language::Swedish);
        assert_sound(&book);
        let of_model = |sheet: usize| {
            let mut cells = book.sheets[sheet].cells();
            cells.any(|(.., cell)| matches!(cell.content, Content::Formula(_, Stored::Model(_))))
        };
        assert_eq!([of_model(6), of_model(7)], [false, true]);
        // X, which ended in April, has a row after those of the end of the year.
        let rows = &loaded[0].result.figures.after.gross.forbund;
        let ended = beside(&book, 6, "X", 0);
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Y", "X"]);
        let at = |column| amount(&book, CellAddress { column, ..ended });
        assert_eq!([at(11), at(12), at(13)], [Some(rows[1].total), rows[1].kansli, rows[1].insatser]);
        // Adala was in X and is in Y: nobody counts it twice.
        let below = |column| book.cell(CellAddress { row: ended.row + 1, column, ..ended }).expect("a sum");
        assert!([2, 3, 4].iter().all(|&column| below(column).content == Content::Text(String::new())));
    }
}

#[test]
fn what_rules_bind_stands_as_values() {
    let cap = "[[cap]]\nkommun = \"Adala\"\nmost = 200_000\n";
    for (basis, budgets) in [(NATIONAL, [""; 2]), (DECIDED, BUDGETS)] {
        let loaded = loaded(&format!("{basis}{cap}"), budgets, &[EARLY, ""]);
        assert!(!loaded[0].result.bound.is_empty());
        let book = book(&loaded, Language::Swedish);
        assert_sound(&book);
        let of_model = |sheet: usize| {
            let mut cells = book.sheets[sheet].cells();
            cells.any(|(.., cell)| matches!(cell.content, Content::Formula(_, Stored::Model(_))))
        };
        // Today, and both alternatives.
        assert_eq!([of_model(5), of_model(6), of_model(7)], [false; 3]);
        let rows = &loaded[0].result.figures.after.gross.forbund;
        let merged = beside(&book, 6, "Z", 0);
        let at = |column| amount(&book, CellAddress { column, ..merged });
        assert_eq!([at(11), at(12), at(13)], [Some(rows[0].total), rows[0].kansli, rows[0].insatser]);
    }
}
