//! Which file a name means.

use super::run::{Place, SCENARIOS, of_project};

fn file_of(place: &Place, wanted: &str) -> String {
    let result = place.run(&format!("simulate {wanted} --format json")).json();
    result["scenario"]["file"].as_str().expect("a path").to_owned()
}

/// A scenario that rests on a compiled-in baseline, so that it can stand anywhere.
fn movable() -> String {
    of_project("scenarios/tankespar1.toml").replace("../data/", "builtin:data/")
}

#[test]
fn in_an_empty_folder_every_spelling_finds_the_compiled_in_example() {
    let place = Place::empty();
    for wanted in ["tankespar1", "tankespar1.toml", "scenarios/tankespar1", "scenarios/tankespar1.toml"] {
        assert_eq!(file_of(&place, wanted), "builtin:scenarios/tankespar1.toml", "{wanted}");
    }
    assert!(place.names().is_empty());
}

#[test]
fn every_spelling_of_an_example_gives_the_same_bytes() {
    let place = Place::empty();
    let answer = place.run("simulate tankespar1").answer();
    for wanted in ["tankespar1.toml", "scenarios/tankespar1", "builtin:scenarios/tankespar1.toml"] {
        assert_eq!(place.run(&format!("simulate {wanted}")).answer(), answer, "{wanted}");
    }
}

#[test]
fn every_scenario_of_the_project_is_compiled_in() {
    let place = Place::empty();
    for name in SCENARIOS {
        assert_eq!(file_of(&place, name), format!("builtin:scenarios/{name}.toml"));
    }
}

#[test]
fn a_file_in_the_folder_wins_over_scenarios_which_wins_over_the_compiled_in_one() {
    let place = Place::empty();
    for wanted in ["tankespar1", "tankespar1.toml"] {
        assert_eq!(file_of(&place, wanted), "builtin:scenarios/tankespar1.toml");
    }
    place.write("scenarios/tankespar1.toml", &movable());
    for wanted in ["tankespar1", "tankespar1.toml", "scenarios/tankespar1"] {
        assert_eq!(file_of(&place, wanted), "scenarios/tankespar1.toml");
    }
    place.write("tankespar1.toml", &movable());
    for wanted in ["tankespar1", "tankespar1.toml", "./tankespar1"] {
        assert_eq!(file_of(&place, wanted), "tankespar1.toml");
    }
    assert_eq!(file_of(&place, "builtin:scenarios/tankespar1.toml"), "builtin:scenarios/tankespar1.toml");
}

#[test]
fn a_broken_file_that_is_nearer_is_not_passed_over() {
    let place = Place::with(&[("tankespar1.toml", "name = ")]);
    place.run("simulate tankespar1").assert_refused("toml_syntax");
}

#[test]
fn the_files_of_the_project_and_the_compiled_in_ones_give_the_same_figures() {
    let (project, empty) = (Place::project(), Place::empty());
    for name in SCENARIOS {
        let arguments = format!("simulate {name} --format csv");
        assert_eq!(project.run(&arguments).answer(), empty.run(&arguments).answer());
    }
    assert_eq!(file_of(&project, "tankespar1"), "scenarios/tankespar1.toml");
}
