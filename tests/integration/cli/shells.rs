//! `finsam completions` and `finsam man`.

use super::run::Place;

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "elvish", "powershell"];
const COMMANDS: [&str; 13] = [
    "simulate", "compare", "check", "diff", "explain", "report", "map", "import", "init", "data", "schema",
    "completions", "man",
];

#[test]
fn every_shell_learns_every_command_and_its_options() {
    let place = Place::empty();
    for shell in SHELLS {
        let script = place.run(&format!("completions {shell}")).answer();
        for word in COMMANDS.iter().chain(&["redistribution", "markdown", "output"]) {
            assert!(script.contains(word), "{shell} does not learn {word}");
        }
        assert_eq!(script, place.run(&format!("completions {shell}")).answer());
    }
    assert!(place.names().is_empty());
}

#[test]
fn shells_that_show_texts_show_them_in_the_language_asked_for() {
    let place = Place::empty();
    for shell in ["zsh", "fish", "elvish", "powershell"] {
        let [sv, en] = ["sv", "en"]
            .map(|language| place.run(&format!("completions {shell} --lang {language}")).answer());
        assert!(sv.contains("Visa denna hjälp") && !sv.contains("Show this help"), "{shell}");
        assert!(en.contains("Show this help") && !en.contains("Visa denna hjälp"), "{shell}");
    }
}

#[test]
fn the_manual_has_every_command_with_every_option() {
    let place = Place::empty();
    for (language, headings) in [
        ("sv", ["NAMN", "ANVÄNDNING", "FLAGGOR", "KOMMANDON", "\"ATT BÖRJA\""]),
        ("en", ["NAME", "USAGE", "OPTIONS", "COMMANDS", "\"GETTING STARTED\""]),
    ] {
        let manual = place.run(&format!("man --lang {language}")).answer();
        let found: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(found, headings);
        let version = concat!("\"finsam ", env!("CARGO_PKG_VERSION"), "\"");
        let title = format!(".TH FINSAM 1 \" \" {version}");
        assert!(manual.lines().any(|line| line == title), "{manual}");
        for command in COMMANDS {
            assert!(manual.contains(&format!(".SS \"finsam {command} ")), "{command}:\n{manual}");
        }
        for option in ["csv\\-dialect", "redistribution", "output", "width", "lang", "version", "help"] {
            assert!(manual.contains(&format!("\\-\\-{option}")), "{option}:\n{manual}");
        }
    }
    assert_eq!(place.run("man").answer(), place.run("man --lang sv").answer());
}

#[test]
fn both_can_be_written_to_files() {
    let place = Place::empty();
    assert_eq!(place.run("completions bash -o finsam.bash").answer(), "");
    assert_eq!(place.run("man --output finsam.1").answer(), "");
    assert_eq!(place.read("finsam.bash"), place.run("completions bash").answer());
    assert_eq!(place.read("finsam.1"), place.run("man").answer());
}

#[test]
fn a_shell_must_be_named_and_known() {
    let place = Place::empty();
    for arguments in ["completions", "completions cmd", "man finsam"] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
    }
}
