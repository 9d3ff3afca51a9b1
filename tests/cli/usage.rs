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
        ("finns-inte", "'finns-inte'"),
        ("simulate --finns-inte", "'--finns-inte'"),
        ("simulate tankespar1 --format xml", "'xml'"),
    ] {
        let run = place.run(arguments);
        assert!(run.stderr.contains(named), "{arguments}:\n{}", run.stderr);
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
                "--format",
                "--output",
                "--lang",
                "--redistribution",
                "--unit",
                "--csv-dialect",
                "--width",
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
fn the_version_is_told_on_stdout() {
    let place = Place::empty();
    let version = concat!("finsam ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(place.run("--version").answer(), version);
    assert_eq!(place.run("-V").answer(), version);
}

#[test]
fn what_was_typed_steers_nothing_when_it_is_shown() {
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
        "simulate",
        "compare",
        "check",
        "diff",
        "report",
        "import",
        "explain",
        "init",
        "data show",
        "data kommuner",
        "data validate",
        "simulate tankespar1 -o",
        "import -o",
        "schema scenario -o",
    ] {
        let run = finish(place.command(command).arg(name));
        run.assert_refused("not_utf8");
        assert_eq!(place.names().len(), 1, "{command}");
    }
}
