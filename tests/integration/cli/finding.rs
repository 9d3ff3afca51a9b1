//! Which file a name means.

use super::run::{OVER_YEARS, Place, SCENARIOS, of_project};

fn file_of(place: &Place, wanted: &str) -> String {
    let result = place.run(&format!("simulate {wanted} --format json")).warned(&["shadows_example"]).json();
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
    for name in SCENARIOS.into_iter().chain(OVER_YEARS) {
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
fn a_file_that_hides_an_example_of_its_name_is_reported() {
    let reported = |place: &Place, arguments: &str| {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}: {}", run.stderr);
        run.stderr.contains("[shadows_example]")
    };
    let place = Place::with(&[("scenarios/tankespar1.toml", &movable())]);
    for command in ["simulate", "compare", "check", "explain"] {
        assert!(reported(&place, &format!("{command} tankespar1")), "{command}");
    }
    assert!(reported(&place, "simulate tankespar1.toml"));
    // A path is meant as it is written, and so is the example itself.
    for wanted in ["scenarios/tankespar1.toml", "builtin:scenarios/tankespar1.toml", "tankespar2"] {
        assert!(!reported(&place, &format!("simulate {wanted}")), "{wanted}");
    }
    // The project's own files say the same as the examples.
    assert!(!reported(&Place::project(), "simulate tankespar1"));
}

#[test]
fn what_is_no_scenario_is_named_unless_it_is_one_by_another_name() {
    let place = Place::example("merge_national");
    let result = place.run("simulate scenario.toml --format json").answer();
    place.write("resultat.json", &result);
    place.write("rapport.html", "<!DOCTYPE html>");
    for name in ["kommuner.csv", "resultat.json", "rapport.html"] {
        for command in ["simulate", "compare", "check", "explain"] {
            place.run(&format!("{command} {name}")).assert_refused("not_a_scenario");
        }
        place.run(&format!("report {name} -o r.md")).assert_refused("not_a_scenario");
    }
    place.write("alternativ.md", &place.read("scenario.toml"));
    let same = place.run("simulate alternativ.md --format json").answer();
    assert_eq!(same, result.replace("scenario.toml", "alternativ.md"));
}

#[test]
fn what_is_no_table_and_no_result_is_named_alike() {
    let place = Place::example("merge_national");
    place.run("simulate scenario.toml --format json -o resultat.json").answer();
    place.write("sida.html", "<!DOCTYPE html>");
    place.write("rapport.docx", "PK\u{3}\u{4}");
    place.write("ark.xlsx", "PK\u{3}\u{4}");
    for (name, what) in [
        ("utgangslage.toml", "är ett utgångsläge, inte en kommuntabell"),
        ("scenario.toml", "är ett scenario, inte en kommuntabell"),
    ] {
        for command in ["import", "init ny --table", "data kommuner --table", "data show --table"] {
            let run = place.run(&format!("{command} {name}"));
            run.assert_refused("not_a_table");
            assert!(run.stderr.contains(what) && !run.stderr.contains("[[forbund]]"), "{}", run.stderr);
        }
    }
    for (name, what) in [
        ("utgangslage.toml", "är ett utgångsläge"),
        ("scenario.toml", "är ett scenario"),
        ("kommuner.csv", "är en tabell"),
        ("sida.html", "är ett dokument"),
        ("rapport.docx", "är ett dokument"),
        ("ark.xlsx", "är en arbetsbok"),
    ] {
        for command in [format!("diff {name} resultat.json"), format!("diff resultat.json {name}")] {
            let run = place.run(&command);
            run.assert_refused("not_a_result");
            assert!(run.stderr.contains(&format!("{what}, inte ett resultat")), "{}", run.stderr);
        }
    }
    // A result by another name is one.
    place.write("resultat.txt", &place.read("resultat.json"));
    place.write("resultat.md", &place.read("resultat.json"));
    assert_eq!(place.run("diff resultat.txt resultat.md").code, Some(0));
    place.run("data show utgangslage.toml").answer();
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
