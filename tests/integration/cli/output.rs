//! Where the answer goes: a file is replaced whole or not at all, and nothing is left behind.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use super::run::{Place, Run, SCENARIOS, finish};

const DONE: (Option<i32>, &str, &str) = (Some(0), "", "");

fn ending(run: &Run) -> (Option<i32>, &str, &str) {
    (run.code, &run.stdout, &run.stderr)
}

#[test]
fn a_file_gets_the_whole_answer_and_stdout_nothing() {
    let place = Place::empty();
    for format in ["table", "markdown", "csv", "json"] {
        let arguments = format!("simulate tankespar1 --format {format}");
        // A screen shows less of a table.
        let printed = place.run(&format!("{arguments} --full")).answer();
        assert_eq!(ending(&place.run(&format!("{arguments} -o svar"))), DONE);
        assert_eq!(place.read("svar"), printed);
        assert_eq!(ending(&place.run(&format!("{arguments} --output=svar"))), DONE);
        assert_eq!(place.read("svar"), printed);
    }
    assert_eq!(place.names(), ["svar"]);
}

#[test]
fn a_longer_file_is_replaced_whole() {
    let place = Place::with(&[("svar", &"gammalt\n".repeat(10_000))]);
    let printed = place.run("simulate tankespar1 --full").answer();
    assert_eq!(ending(&place.run("simulate tankespar1 -o svar")), DONE);
    assert_eq!(place.read("svar"), printed);
    assert_eq!(place.names(), ["svar"]);
}

#[test]
fn an_error_leaves_the_old_file_and_nothing_else() {
    let place = Place::with(&[("svar", "gammalt"), ("fel.toml", "name = 1\n")]);
    for arguments in [
        "simulate finns_inte -o svar",
        "simulate fel.toml -o svar",
        "simulate tankespar1 fel.toml -o svar",
        "compare tankespar1 fel.toml -o svar",
        "check fel.toml -o svar",
    ] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
        assert!(!run.stderr.is_empty());
        assert_eq!(place.read("svar"), "gammalt", "{arguments}");
        assert_eq!(place.names(), ["fel.toml", "svar"], "{arguments}");
    }
}

#[test]
fn a_new_file_is_not_begun_where_there_is_no_answer() {
    let place = Place::empty();
    assert_eq!(place.run("simulate finns_inte -o svar").code, Some(2));
    assert!(place.names().is_empty());
}

#[test]
fn no_input_is_overwritten() {
    let place = Place::project();
    for input in [
        "scenarios/tankespar1.toml",
        "data/integratia_2017/utgangslage.toml",
        "data/kommuner.csv",
        "data/kommuner.kallor.toml",
    ] {
        let before = place.read(input);
        place.run(&format!("simulate tankespar1 -o {input}")).assert_refused("output_is_input");
        place.run(&format!("simulate tankespar1 -o ./data/../{input}")).assert_refused("output_is_input");
        assert_eq!(place.read(input), before);
    }
    assert_eq!(place.names(), ["data", "scenarios"]);
}

#[test]
fn a_folder_and_a_file_in_a_missing_folder_are_refused() {
    let place = Place::project();
    for target in ["data", "saknas/svar"] {
        place.run(&format!("simulate tankespar1 -o {target}")).assert_refused("output_unwritable");
    }
    // What ends as a folder is one, though it is not there yet.
    for (arguments, code) in [
        ("simulate tankespar1 -o ny/", "output_unwritable"),
        ("report tankespar1 -o ny.html/", "files_unwritable"),
        ("import data/kommuner.csv -o ny.csv/", "output_unwritable"),
    ] {
        let run = place.run(arguments);
        assert!(run.stderr.contains(&format!("fel[{code}]: ")), "{}", run.stderr);
        assert!(run.stderr.contains("”: det är en mapp"), "{}", run.stderr);
    }
    assert_eq!(place.names(), ["data", "scenarios"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};

    use super::{DONE, Place, ending, fs};

    fn mode(place: &Place, name: &str) -> u32 {
        fs::metadata(place.path(name)).expect("a file").permissions().mode() & 0o777
    }

    /// That a file of these permissions has them still when it was replaced.
    #[track_caller]
    fn assert_kept(wanted: &[u32]) {
        for &wanted in wanted {
            let place = Place::with(&[("svar", "gammalt")]);
            fs::set_permissions(place.path("svar"), fs::Permissions::from_mode(wanted)).expect("permissions");
            assert_eq!(ending(&place.run("simulate tankespar1 -o svar")), DONE);
            assert_eq!(format!("{:o}", mode(&place, "svar")), format!("{wanted:o}"));
        }
    }

    #[test]
    fn a_replaced_file_keeps_its_permissions() {
        assert_kept(&[0o600, 0o640, 0o644, 0o700, 0o755]);
    }

    #[test]
    fn a_replaced_file_keeps_permissions_that_no_new_file_would_get() {
        assert_kept(&[0o660, 0o664, 0o666, 0o777]);
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let place = Place::with(&[("annan", "")]);
        assert_eq!(ending(&place.run("simulate tankespar1 -o svar")), DONE);
        assert_eq!(mode(&place, "svar"), mode(&place, "annan"));
    }

    #[test]
    fn a_link_stays_a_link_and_what_it_points_to_is_replaced() {
        let place = Place::with(&[("mapp/svar", "gammalt")]);
        symlink("mapp/svar", place.path("genvag")).expect("a link");
        assert_eq!(ending(&place.run("simulate tankespar1 -o genvag")), DONE);
        assert!(place.path("genvag").is_symlink());
        assert_eq!(place.read("mapp/svar"), place.run("simulate tankespar1 --full").answer());
        assert_eq!(place.names(), ["genvag", "mapp"]);
    }

    #[test]
    fn a_link_to_a_file_that_is_yet_to_be_stays_a_link() {
        let place = Place::empty();
        symlink("svar", place.path("genvag")).expect("a link");
        assert_eq!(ending(&place.run("simulate tankespar1 -o genvag")), DONE);
        assert!(place.path("genvag").is_symlink());
        assert_eq!(place.names(), ["genvag", "svar"]);
    }

    #[test]
    fn an_input_is_not_overwritten_through_a_link() {
        let place = Place::project();
        symlink("data/kommuner.csv", place.path("genvag")).expect("a link");
        let before = place.read("data/kommuner.csv");
        place.run("simulate tankespar1 -o genvag").assert_refused("output_is_input");
        assert_eq!(place.read("data/kommuner.csv"), before);
    }

    #[test]
    fn a_device_is_written_to_and_stays_a_device() {
        let place = Place::empty();
        assert_eq!(ending(&place.run("simulate tankespar1 -o /dev/null")), DONE);
        let null = fs::symlink_metadata("/dev/null").expect("/dev/null");
        assert!(null.file_type().is_char_device());
        let run = place.run("simulate tankespar1 -o /dev/stdout");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert_eq!(run.stdout, place.run("simulate tankespar1 --full").answer());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error() {
        let place = Place::empty();
        place.run("simulate tankespar1 -o /dev/full").assert_refused("output_unwritable");
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let child = place.command("simulate tankespar1").stdout(full).stderr(super::Stdio::piped()).spawn();
        let output = child.expect("the program starts").wait_with_output().expect("an ending");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.starts_with("fel[output_unwritable]: "), "{stderr}");
    }
}

#[test]
fn a_reader_that_is_gone_from_the_start_ends_the_program_in_silence() {
    let place = Place::empty();
    for arguments in ["simulate tankespar1", "compare tankespar1 --format json", "--help", "--version"] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let child = place.command(arguments).stdout(writer).stderr(Stdio::piped()).spawn();
        let output = child.expect("the program starts").wait_with_output().expect("an ending");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments}");
        assert_eq!(output.status.code(), Some(0), "{arguments}");
    }
}

#[test]
fn a_reader_that_goes_away_half_way_ends_the_program_in_silence() {
    let place = Place::empty();
    // More than a pipe holds.
    let mut command = place.command(&format!("simulate {} --format json", SCENARIOS.join(" ")));
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut [0; 100]).expect("the start of the answer");
    drop(stdout);
    let output = child.wait_with_output().expect("an ending");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn there_are_no_colours_where_nobody_wants_them() {
    let place = Place::with(&[("fel.toml", "name = 1\n")]);
    for arguments in ["simulate tankespar1", "simulate fel.toml", "--help", "--finns-inte"] {
        for (variable, value) in [("NO_COLOR", "1"), ("CLICOLOR", "1"), ("TERM", "xterm-256color")] {
            let run = finish(place.command(arguments).env(variable, value));
            assert_eq!(run, place.run(arguments), "{variable}");
            assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{run:?}");
        }
    }
}

#[test]
fn forced_colours_are_only_colours() {
    let place = Place::empty();
    let plain = place.run("simulate tankespar1").answer();
    let coloured = finish(place.command("simulate tankespar1").env("CLICOLOR_FORCE", "1")).answer();
    assert_eq!(coloured.replace("\u{1b}[1m", "").replace("\u{1b}[0m", ""), plain);
    let refused =
        place.command("simulate tankespar1").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output();
    assert_eq!(refused.expect("the program starts").stdout, plain.into_bytes());
}

#[test]
fn a_file_gets_no_colours_even_where_they_are_forced() {
    let place = Place::empty();
    let run = finish(place.command("simulate tankespar1 -o svar").env("CLICOLOR_FORCE", "1"));
    assert_eq!(ending(&run), DONE);
    assert_eq!(place.read("svar"), place.run("simulate tankespar1 --full").answer());
}
