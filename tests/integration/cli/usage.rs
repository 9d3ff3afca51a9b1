//! Wrong usage, help and version. What `--help` says is pinned in [`super::pages`].

use super::run::{Place, finish};

#[test]
fn wrong_usage_ends_with_2_and_says_so_on_stderr_only() {
    let place = Place::empty();
    for arguments in [
        "",
        "finns-inte",
        "--finns-inte",
        "simulate",
        "compare",
        "check",
        "simulate --finns-inte tankespar1",
        "simulate tankespar1 --format xml",
        "simulate tankespar1 --lang no",
        "simulate tankespar1 --unit öre",
        "simulate tankespar1 --redistribution brutto",
        "simulate tankespar1 --width 39",
        "simulate tankespar1 --width bred",
        "simulate tankespar1 --csv-dialect tab",
        "simulate tankespar1 -o",
        "simulate tankespar1 --lang sv --lang en",
    ] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
        assert!(!run.stderr.is_empty(), "{arguments}");
    }
    assert!(place.names().is_empty());
}

#[test]
fn what_is_wrong_is_named() {
    let place = Place::empty();
    for (arguments, named) in [
        ("finns-inte", "”finns-inte”"),
        ("simulate --finns-inte", "”--finns-inte”"),
        ("simulate tankespar1 --format xml", "”xml”"),
    ] {
        let run = place.run(arguments);
        assert!(run.stderr.contains(named), "{arguments}:\n{}", run.stderr);
    }
}

/// Words of the library that parses the command line; all its sentences have some of them.
const ENGLISH: [&str; 10] = [
    "error:", "Usage", "For more information", "tip:", "possible values", "argument '", "required",
    "unexpected", "invalid", "provided",
];

#[test]
fn wrong_usage_is_reported_in_swedish_only_and_in_english_only_when_asked() {
    let place = Place::empty();
    for arguments in [
        "simulera tankespar1",
        "simulate",
        "simulate --formt json tankespar1",
        "simulate tankespar1 --format jsn",
        "simulate tankespar1 --format",
        "simulate tankespar1 --criteria=ja",
        "simulate tankespar1 --width 39",
        "compare",
        "compare tankespar1 --unit öre",
        "check tankespar1 --csv-dialect tab",
        "diff a.json",
        "diff a.json b.json c.json",
        "report tankespar1",
        "report tankespar1 -o",
        "explain tankespar1 tankespar2",
        "explain tankespar1 --forbund a --region b",
        "explain tankespar1 --depth 101",
        "import t.csv --year 21",
        "import t.csv --column ohalsotal",
        "import t.csv --as kolada",
        "init --kansli",
        "data visa",
        "data show a --table b",
        "data kommuner Lilla Edet",
        "data validate",
        "schema",
        "schema baselin",
        "completions",
        "completions cmd",
        "man finsam",
    ] {
        let swedish = place.run(arguments);
        assert_eq!((swedish.code, swedish.stdout.as_str()), (Some(2), ""), "{arguments}");
        assert!(swedish.stderr.starts_with("fel["), "{arguments}:\n{}", swedish.stderr);
        // The code is the same in both languages.
        let sentences = swedish.stderr.split_once("]: ").map_or("", |(_, sentences)| sentences);
        for word in ENGLISH {
            assert!(!sentences.contains(word), "{arguments}:\n{}", swedish.stderr);
        }
        // Behind the command and the arguments, since an option that lacks its value would take it.
        let english = place.run(&format!("{arguments} --lang=en"));
        assert_eq!((english.code, english.stdout.as_str()), (Some(2), ""), "{arguments}");
        assert!(english.stderr.starts_with("error["), "{arguments}:\n{}", english.stderr);
        for word in ["fel", "råd", "Användning", "Menade", "hjälp"] {
            assert!(!english.stderr.contains(word), "{arguments}:\n{}", english.stderr);
        }
    }
}

#[test]
fn the_language_of_wrong_usage_is_found_wherever_it_stands() {
    let place = Place::empty();
    for (arguments, is_english) in [
        ("--lang en simulera", true),
        ("simulera --lang en", true),
        ("simulate --lang=en", true),
        ("simulate --lang sv --lang en", true),
        ("simulate --lang en --lang sv", false),
        ("simulera -- --lang en", false),
        ("simulera --lang", false),
        ("simulate tankespar1 --lang EN", true),
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert_eq!(run.stderr.starts_with("error["), is_english, "{arguments}:\n{}", run.stderr);
    }
}

#[test]
fn without_arguments_the_help_is_shown_but_it_is_an_error() {
    let place = Place::empty();
    let run = place.run("");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(run.stderr, place.run("--help").answer());
}

#[test]
fn help_is_the_same_by_either_flag_and_wherever_it_stands() {
    let place = Place::empty();
    assert_eq!(place.run("-h").answer(), place.run("--help").answer());
    let of_simulate = place.run("simulate --help").answer();
    for arguments in ["simulate -h", "simulate tankespar1 --help", "simulate --help finns-inte"] {
        assert_eq!(place.run(arguments).answer(), of_simulate, "{arguments}");
    }
    assert_eq!(place.run("check --lang=en --help").answer(), place.run("check --help --lang en").answer());
}

#[test]
fn every_command_and_every_option_is_explained_in_both_languages() {
    let place = Place::empty();
    for language in ["sv", "en"] {
        for command in ["simulate", "compare", "check"] {
            let help = place.run(&format!("{command} --help --lang {language}")).answer();
            for option in [
                "--format", "--output", "--lang", "--redistribution", "--unit", "--csv-dialect", "--width",
                "--help",
            ] {
                assert!(help.contains(option), "{option} is missing:\n{help}");
            }
            let whole = place.run(&format!("--help --lang {language}")).answer();
            assert!(whole.contains(&format!("  {command} ")), "{whole}");
        }
    }
}

#[test]
fn the_version_is_reported_on_stdout() {
    let place = Place::empty();
    let version = concat!("finsam ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(place.run("--version").answer(), version);
    assert_eq!(place.run("-V").answer(), version);
}

#[test]
fn what_was_typed_is_sanitized_when_it_is_shown() {
    let place = Place::empty();
    let hostile = "\u{1b}]0;titel\u{7}\u{1b}[31m\u{202e}\n::error::x\n##[add-mask]y";
    for arguments in [
        vec![hostile],
        vec!["simulate", "--finns-inte", hostile],
        vec!["simulate", "tankespar1", "--format", hostile],
        vec!["simulate", hostile],
        vec!["data", "kommuner", hostile],
        vec!["data", "validate", hostile],
        vec!["data", "show", "--lan", hostile],
        vec!["init", "--kansli", hostile, "--lan", "Kalmar"],
        vec!["import", hostile],
        vec!["simulate", "tankespar1", "-o", hostile],
        vec!["explain", "tankespar1", "--metric", hostile],
        vec!["check", "tankespar1", "--allow-change", hostile],
    ] {
        let run = finish(place.command("").args(&arguments));
        let shown = run.stdout + &run.stderr;
        assert!(
            !shown.contains(|letter: char| letter != '\n' && letter.is_control()),
            "{arguments:?}\n{shown}"
        );
        assert!(!shown.contains('\u{202e}') && !shown.contains("##["), "{arguments:?}\n{shown}");
        assert!(!shown.contains("os error"), "{shown}");
        assert!(!shown.lines().any(|line| line.trim_start().starts_with("::")), "{arguments:?}\n{shown}");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf8_are_refused_alike() {
    use std::os::unix::ffi::OsStrExt;

    let place = Place::empty();
    let name = std::ffi::OsStr::from_bytes(b"utg\xe5ngsl\xe4ge.toml");
    std::fs::write(place.path("").join(name), "x").expect("a file");
    for command in [
        "simulate", "compare", "check", "diff", "report", "map", "import", "explain", "init", "data show",
        "data kommuner", "data validate", "simulate tankespar1 -o", "import -o", "schema scenario -o",
    ] {
        let run = finish(place.command(command).arg(name));
        run.assert_refused("not_utf8");
        assert_eq!(place.names().len(), 1, "{command}");
    }
}

#[test]
fn a_name_of_nothing_is_refused_alike() {
    let place = Place::empty();
    for command in [
        "simulate",
        "compare",
        "check",
        "diff",
        "diff a.json",
        "report",
        "map",
        "map tankespar1 -o",
        "import",
        "explain",
        "init",
        "init --lan",
        "init --table",
        "init --forbund",
        "data show",
        "data show --table",
        "data kommuner",
        "data validate",
        "simulate tankespar1 -o",
        "import -o",
        "import --column",
        "schema scenario -o",
        "explain tankespar1 --metric",
    ] {
        let run = finish(place.command(command).arg(""));
        run.assert_refused("value_missing");
        assert!(place.names().is_empty(), "{command}");
    }
}

#[test]
fn options_and_values_are_known_by_what_people_call_them() {
    let place = Place::empty();
    for (arguments, meant) in [
        ("simulate tankespar1 --språk en", "--lang"),
        ("simulate tankespar1 --enhet tkr", "--unit"),
        ("simulate tankespar1 -f json", "--format"),
        ("simulate tankespar1 --unit miljoner", "mnkr"),
        ("simulate tankespar1 --unit tusental", "tkr"),
        ("import x.csv --år 2021", "--year"),
        ("init --län Kalmar", "--lan"),
        ("report tankespar1 --utfil r.html", "--output"),
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert!(run.stderr.contains(&format!("Menade du ”{meant}”?")), "{arguments}:\n{}", run.stderr);
    }
}
