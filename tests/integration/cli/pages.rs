//! Whole answers as people read them.

use super::run::Place;

const ALL: &str = "tankespar1 tankespar2 tankespar3 tankespar4 sammanslagning";

/// Compares with `tests/integration/snapshots/cli_<name>.snap`.
pub(super) fn pin(name: &str, arguments: &str) {
    pin_in(&Place::empty(), name, arguments);
}

/// The same in a folder that is there already.
pub(super) fn pin_in(place: &Place, name: &str, arguments: &str) {
    let answer = place.run(arguments).answer();
    // A snapshot says nothing of the line breaks at the end.
    assert!(answer.ends_with('\n') && !answer.ends_with("\n\n"));
    pin_text(name, arguments, &answer);
}

/// Pins a text that some arguments brought about.
pub(super) fn pin_text(name: &str, arguments: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => format!("finsam {arguments}"),
    }, {
        insta::assert_snapshot!(format!("cli_{name}"), text);
    });
}

#[test]
fn simulate_in_swedish_on_a_page() {
    pin("simulate_tankespar1", "simulate tankespar1");
}

#[test]
fn simulate_in_english_on_80_columns() {
    pin("simulate_tankespar2_en_80", "simulate tankespar2 --lang en --width 80");
}

#[test]
fn compare_as_a_table() {
    pin("compare_table", &format!("compare {ALL}"));
}

#[test]
fn simulate_in_full() {
    pin("simulate_full", "simulate tankespar1 --full --width 80");
}

#[test]
fn compare_in_full() {
    pin("compare_full", &format!("compare {ALL} --full"));
}

#[test]
fn compare_by_kommun() {
    pin("compare_by_kommun", &format!("compare {ALL} --by kommun --redistribution gross"));
}

#[test]
fn compare_by_forbund_in_english() {
    pin("compare_by_forbund_en", "compare tankespar2 tankespar3 --by forbund --lang en");
}

/// A screen of 100 columns has 40 lines; a sentence of a file more, or what the kanslier take, is no reason to leave it
/// out.
#[test]
fn the_built_in_scenarios_fit_a_screen() {
    let place = Place::empty();
    for scenario in ["tankespar1", "tankespar3", "tankespar4", "sammanslagning", "vanersborg_trollhattan"] {
        let lines = place.run(&format!("simulate {scenario} --width 100")).answer().lines().count();
        assert!(lines <= 42, "{scenario}: {lines}");
    }
    let lines =
        place.run("compare tankespar1 tankespar3 sammanslagning --width 100").answer().lines().count();
    assert!(lines <= 40, "{lines}");
}

#[test]
fn compare_as_markdown() {
    pin("compare_markdown", &format!("compare {ALL} --format markdown"));
}

#[test]
fn help_of_the_program_in_swedish() {
    pin("help_sv", "--help");
}

#[test]
fn help_of_the_program_in_english() {
    pin("help_en", "--help --lang en");
}

#[test]
fn help_of_a_command_in_swedish() {
    pin("help_simulate_sv", "simulate --help");
}

#[test]
fn help_of_a_command_in_english() {
    pin("help_simulate_en", "simulate --help --lang en");
}

#[test]
fn help_of_check_and_diff_in_both_languages() {
    pin("help_check_sv", "check --help");
    pin("help_check_en", "check --help --lang en");
    pin("help_diff_sv", "diff --help");
    pin("help_diff_en", "diff --help --lang en");
}

#[test]
fn help_of_explain_in_both_languages() {
    pin("help_explain_sv", "explain --help");
    pin("help_explain_en", "explain --help --lang en");
}

#[test]
fn help_of_init_in_both_languages() {
    pin("help_init_sv", "init --help");
    pin("help_init_en", "init --help --lang en");
}

#[test]
fn help_of_data_in_both_languages() {
    for (name, command) in [("data", "data"), ("data_show", "data show"), ("data_kommuner", "data kommuner")]
    {
        pin(&format!("help_{name}_sv"), &format!("{command} --help"));
        pin(&format!("help_{name}_en"), &format!("{command} --help --lang en"));
    }
}

#[test]
fn several_scenarios_stand_one_after_the_other_with_a_blank_line_between() {
    let place = Place::empty();
    let [first, second] =
        ["tankespar1", "tankespar3"].map(|name| place.run(&format!("simulate {name}")).answer());
    assert_eq!(place.run("simulate tankespar1 tankespar3").answer(), format!("{first}\n{second}"));
}
