//! What holds for every page: nothing too wide, nothing ragged, a real minus sign.

use unicode_width::UnicodeWidthStr;

use super::run::{OVER_YEARS, Place, SCENARIOS};

/// What is wrong with a page.
fn faults(page: &str, width: usize) -> Vec<String> {
    let mut faults = Vec::new();
    if !page.ends_with('\n') || page.ends_with("\n\n") {
        faults.push("does not end with one line break".to_owned());
    }
    if page.contains(['\u{1b}', '\t', '\r']) {
        faults.push("has a control character".to_owned());
    }
    for line in page.lines() {
        if line.width() > width {
            faults.push(format!("{} columns: {line}", line.width()));
        }
        if line.ends_with(char::is_whitespace) {
            faults.push(format!("blanks at the end: {line}"));
        }
        if has_hyphen_for_minus(line) {
            faults.push(format!("a hyphen for a minus sign: {line}"));
        }
    }
    faults
}

/// Whether a figure begins with a hyphen; in "16-64" and "2015-01-22" it stands between digits.
fn has_hyphen_for_minus(line: &str) -> bool {
    let begins_with_it = |word: &str| {
        let figure = word.trim_start_matches(['(', '|']).strip_prefix('-');
        figure.is_some_and(|figure| figure.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    line.split_whitespace().any(begins_with_it)
}

fn assert_sound(arguments: &str, width: usize) {
    let page = Place::empty().run(arguments).answer();
    let faults = faults(&page, width);
    assert!(faults.is_empty(), "{arguments}:\n{}", faults.join("\n"));
}

fn assert_all_sound(language: &str, width: usize) {
    for name in SCENARIOS.into_iter().chain(OVER_YEARS) {
        for unit in ["kr", "tkr", "mnkr"] {
            for redistribution in ["gross", "net", "both"] {
                let options = format!(
                    "--lang {language} --unit {unit} --redistribution {redistribution} --width {width}"
                );
                assert_sound(&format!("simulate {name} {options}"), width);
            }
        }
    }
}

#[test]
fn every_scenario_is_well_laid_out_in_swedish_on_80_columns() {
    assert_all_sound("sv", 80);
}

#[test]
fn every_scenario_is_well_laid_out_in_swedish_on_100_columns() {
    assert_all_sound("sv", 100);
}

#[test]
fn every_scenario_is_well_laid_out_in_english_on_80_columns() {
    assert_all_sound("en", 80);
}

#[test]
fn every_scenario_is_well_laid_out_in_english_on_100_columns() {
    assert_all_sound("en", 100);
}

#[test]
fn comparisons_are_well_laid_out() {
    let (jonkoping, others) = SCENARIOS.split_at(3);
    let (integratia, others) = others.split_at(8);
    let (integratia_over_years, one_each) = OVER_YEARS.split_at(2);
    let compared = [jonkoping, integratia, integratia_over_years];
    for scenarios in compared.into_iter().chain(others.chunks(1)).chain(one_each.chunks(1)) {
        for unit in ["kr", "tkr", "mnkr"] {
            for (language, width) in [("sv", 80), ("en", 80), ("sv", 100), ("en", 100)] {
                let options = format!("--lang {language} --unit {unit} --width {width}");
                assert_sound(&format!("compare {} {options}", scenarios.join(" ")), width);
            }
        }
    }
}

#[test]
fn a_page_that_is_no_terminal_has_100_columns() {
    let place = Place::empty();
    for command in ["simulate tankespar1", "compare tankespar1 tankespar2"] {
        assert_eq!(place.run(command).answer(), place.run(&format!("{command} --width 100")).answer());
    }
}

#[test]
fn a_table_in_thousands_or_millions_says_that_its_cells_are_rounded_singly() {
    let place = Place::empty();
    let notes = [
        ("tkr", "sv", "Belopp i tkr. Varje cell är avrundad för sig, så summor kan skilja i sista siffran."),
        (
            "mnkr",
            "en",
            "Amounts in mnkr. Each cell is rounded on its own, so sums can differ in the last digit.",
        ),
    ];
    for (unit, language, note) in notes {
        for command in ["simulate tankespar1", "compare tankespar1"] {
            let page = place.run(&format!("{command} --unit {unit} --lang {language}")).answer();
            assert!(page.contains(note), "{page}");
        }
    }
    assert!(!place.run("simulate tankespar1").answer().contains("avrundad för sig"));
}

#[test]
fn a_long_name_and_a_narrow_terminal_are_kept_within_the_width() {
    let place = Place::example("merge_national");
    let name = "Samordningsförbundet för rehabilitering i mellersta och södra Dalsland ".repeat(2);
    let scenario =
        place.read("scenario.toml").replace("into = \"Trollhättan\"", &format!("into = \"{name}\""));
    place.write("scenario.toml", &scenario);
    for width in [100, 80, 60, 40] {
        let page = place.run(&format!("simulate scenario.toml --width {width}")).answer();
        assert_eq!(faults(&page, width), Vec::<String>::new());
    }
}
