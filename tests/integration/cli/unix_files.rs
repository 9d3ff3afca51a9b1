//! What files are on Unix: open streams, pipes, links, owners; and what is left of a run that was interrupted.

use std::fs::{self, File, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use finsam::input::files::sha256;

use super::run::{Place, Run, finish};

/// Two kommuner.
const TABLE: &str = "kommunkod;kommun;befolkning_16_64;forsorjningsmatt\n1487;Vänersborg;22918;3750,5\n1488;Trollhättan;35800;6200\n";

fn imported() -> Place {
    let place = Place::with(&[("ny.csv", TABLE), ("annan.csv", &TABLE.replace("6200", "6300"))]);
    assert_eq!(place.run("import ny.csv --year 2024 -o kommuner.csv").code, Some(0));
    place
}

/// The lines of a shell, in which `$finsam` is the program.
#[track_caller]
fn shell(place: &Place, script: &str) -> Run {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env_clear().env("finsam", env!("CARGO_BIN_EXE_finsam"));
    finish(command.env("PATH", "/usr/bin:/bin").current_dir(place.path("")).stdin(Stdio::null()))
}

#[test]
fn an_open_stream_is_gone_on_with() {
    let place = Place::empty();
    let answer = place.run("simulate tankespar1 --full").answer();
    let around = format!("före\n{answer}efter\n");
    for (name, redirection, echo) in [
        ("-", ">svar", ""),
        ("/dev/stdout", ">svar", ""),
        ("/dev/fd/1", ">>svar", ""),
        ("/proc/self/fd/1", ">svar", ""),
        ("/dev/../dev/stdout", ">svar", ""),
        ("lank", ">svar", ""),
        ("/dev/stderr", "2>svar", ">&2"),
        ("/dev/fd/3", "3>svar", ">&3"),
        ("/proc/self/fd/3", "3>svar", ">&3"),
    ] {
        let _ = fs::remove_file(place.path("svar"));
        let _ = fs::remove_file(place.path("lank"));
        symlink("/dev/stdout", place.path("lank")).expect("a link");
        let script = format!(
            "{{ echo före {echo}; $finsam simulate tankespar1 -o {name}; echo efter {echo}; }} {redirection}"
        );
        let run = shell(&place, &script);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""), "{name}");
        assert_eq!(place.read("svar"), around, "{name} {redirection}");
    }
    assert_eq!(place.names(), ["lank", "svar"]);
    let run = shell(&place, "$finsam simulate tankespar1 -o /dev/fd/3 3>&1 >/dev/null | cat");
    assert_eq!(run.answer(), answer);
    let run = shell(&place, "$finsam simulate tankespar1 -o /dev/fd/9");
    run.assert_refused("output_unwritable");
}

#[test]
fn a_table_that_goes_to_a_stream_has_no_side_file() {
    let place = Place::with(&[("ny.csv", TABLE)]);
    for target in ["-", "/dev/stdout", "/dev/null"] {
        let run = place.run(&format!("import ny.csv --year 2024 -o {target}"));
        assert_eq!((run.code, run.stdout.is_empty()), (Some(0), target == "/dev/null"), "{}", run.stderr);
        assert_eq!(place.names(), ["ny.csv"]);
    }
}

#[test]
fn what_is_no_place_for_a_file_is_refused_at_once() {
    let place = Place::empty();
    assert_eq!(shell(&place, "mkfifo ror").code, Some(0));
    let _socket = UnixListener::bind(place.path("uttag")).expect("a socket");
    symlink("varv", place.path("varv")).expect("a link");
    symlink("ror", place.path("till_ror")).expect("a link");
    for (target, reported) in [
        ("ror", "det är ingen vanlig fil"),
        ("till_ror", "det är ingen vanlig fil"),
        ("uttag", "det är ingen vanlig fil"),
        ("varv", "det är en länk som leder tillbaka till sig själv"),
        (".", "”.”: det är en mapp"),
        ("ror/svar", "en del av sökvägen är ingen mapp"),
        ("saknas/svar", "mappen finns inte"),
    ] {
        for command in [
            "simulate tankespar1 -o", "schema scenario -o", "diff a b -o", "data kommuner -o",
            "import a.csv -o",
        ] {
            let run = place.run(&format!("{command} {target}"));
            assert!(run.stderr.starts_with("fel[output_unwritable]: "), "{}", run.stderr);
            assert!(run.stderr.contains(reported), "{}", run.stderr);
        }
    }
    assert_eq!(place.names(), ["ror", "till_ror", "uttag", "varv"]);
}

#[test]
fn every_name_of_a_file_has_the_new_answer() {
    let place = Place::with(&[("svar", "gammalt")]);
    fs::hard_link(place.path("svar"), place.path("annat_namn")).expect("a second name");
    let answer = place.run("simulate tankespar1 --full").answer();
    assert_eq!(place.run("simulate tankespar1 -o svar").code, Some(0));
    assert_eq!([place.read("svar"), place.read("annat_namn")], [answer.clone(), answer.clone()]);
    place.write("svar", &"gammalt\n".repeat(10_000));
    assert_eq!(place.run("simulate tankespar1 -o svar").code, Some(0));
    assert_eq!(place.read("annat_namn"), answer);
    assert_eq!(place.names(), ["annat_namn", "svar"]);
}

#[test]
fn no_answer_is_written_over_another() {
    let place = Place::with(&[("a.html", "gammalt"), ("mapp/x", "")]);
    fs::hard_link(place.path("a.html"), place.path("b.md")).expect("a second name");
    symlink("a.html", place.path("c.htm")).expect("a link");
    symlink("mapp", place.path("genvag")).expect("a link");
    for outputs in [
        "-o a.html -o a.html",
        "-o a.html -o ./a.html",
        "-o a.html -o b.md",
        "-o a.html -o c.htm",
        "-o mapp/ny.html -o genvag/ny.html",
        "-o ny.html -o d.md -o ./ny.html",
    ] {
        let run = place.run(&format!("report tankespar1 {outputs}"));
        run.assert_refused("files_unwritable");
        assert!(run.stderr.contains("det är samma fil som en annan"), "{outputs}: {}", run.stderr);
        assert_eq!(place.read("a.html"), "gammalt", "{outputs}");
        assert_eq!(place.names(), ["a.html", "b.md", "c.htm", "genvag", "mapp"], "{outputs}");
    }
    // A table whose side file is the table itself.
    let place = imported();
    fs::remove_file(place.path("kommuner.kallor.toml")).expect("removed");
    symlink("kommuner.csv", place.path("kommuner.kallor.toml")).expect("a link");
    let before = place.read("kommuner.csv");
    assert_eq!(place.run("import annan.csv --year 2024 -o kommuner.csv").code, Some(2));
    assert_eq!(place.read("kommuner.csv"), before);
}

#[test]
fn an_input_is_not_overwritten_by_another_of_its_names() {
    let place = Place::with(&[("ny.csv", TABLE)]);
    fs::hard_link(place.path("ny.csv"), place.path("samma.csv")).expect("a second name");
    place.run("import ny.csv --year 2024 -o samma.csv").assert_refused("output_is_input");
    place.run("data kommuner --table ny.csv -o samma.csv").assert_refused("output_is_input");
    assert_eq!(place.read("ny.csv"), TABLE);
}

#[test]
fn nobody_runs_an_answer_as_its_owner() {
    let place = Place::with(&[("svar", "gammalt"), ("lankad", "gammalt")]);
    fs::hard_link(place.path("lankad"), place.path("lank")).expect("a second name");
    for name in ["svar", "lankad"] {
        fs::set_permissions(place.path(name), Permissions::from_mode(0o6755)).expect("permissions");
        assert_eq!(place.run(&format!("simulate tankespar1 -o {name}")).code, Some(0));
        let mode = fs::metadata(place.path(name)).expect("a file").mode() & 0o7777;
        assert_eq!(format!("{mode:o}"), "755", "{name}");
    }
}

/// Whether the tests run as one who may give files away. Where they do not, these cases cannot be made.
fn is_root(place: &Place) -> bool {
    fs::metadata(place.path("")).expect("a folder").uid() == 0
}

/// The program, run by a user who owns nothing. The folder must let that user in.
fn as_nobody(place: &Place, arguments: &str) -> Run {
    // The program itself must be within reach too.
    let program = place.path("finsam");
    if !program.exists() {
        fs::copy(env!("CARGO_BIN_EXE_finsam"), &program).expect("a copy of the program");
        fs::set_permissions(&program, Permissions::from_mode(0o755)).expect("permissions");
    }
    let mut command = Command::new(&program);
    command.args(arguments.split_whitespace()).env_clear().current_dir(place.path(""));
    finish(command.stdin(Stdio::null()).uid(65534).gid(65534))
}

#[test]
fn what_may_not_be_looked_at_is_not_called_missing() {
    let place = Place::with(&[
        ("privat/kommuner.csv", TABLE),
        ("scenarios/eget.toml", ""),
        ("s.toml", "name = \"S\"\nbaseline = \"privat/utgangslage.toml\"\n"),
    ]);
    if !is_root(&place) {
        return;
    }
    let own = ["hemlig.toml", "hemlig.csv"];
    for name in own {
        place.write(name, TABLE);
    }
    place.write("t.toml", "name = \"S\"\nbaseline = \"hemlig.toml\"\n");
    for (name, mode) in
        [("", 0o755), ("privat", 0o700), ("scenarios", 0o700), (own[0], 0o600), (own[1], 0o600)]
    {
        fs::set_permissions(place.path(name), Permissions::from_mode(mode)).expect("permissions");
    }
    for arguments in [
        "simulate privat/s.toml",
        "simulate privat/s",
        "compare privat/s.toml",
        "check privat/s.toml",
        "explain privat/s.toml",
        "report privat/s.toml -o r.md",
        "simulate s.toml",
        // A scenario of that name may stand in the folder, and would come before the example.
        "simulate tankespar1",
        "data show privat/kommuner.csv",
        "data show --table privat/kommuner.csv",
        "data validate privat/kommuner.csv",
        "import privat/kommuner.csv",
        "init --table privat/kommuner.csv --lan Halland",
        "init privat --lan Halland",
        "simulate hemlig.toml",
        "simulate t.toml",
        "data show --table hemlig.toml",
        "data validate hemlig.csv",
        "import hemlig.toml",
        "import hemlig.csv",
        "init --table hemlig.toml --lan Halland",
        "diff hemlig.toml result.json",
    ] {
        let run = as_nobody(&place, arguments);
        assert!(run.stderr.starts_with("fel[file_unreadable]: "), "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains("åtkomst nekad"), "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains("Be den som äger filen eller mappen om tillgång."), "{}", run.stderr);
        // What another file names is shown where it does.
        assert_eq!(
            run.stderr.contains("s.toml:2:12") || run.stderr.contains("t.toml:2:12"),
            arguments == "simulate s.toml" || arguments == "simulate t.toml",
            "{}",
            run.stderr
        );
    }
    let run = as_nobody(&place, "diff privat/a.json privat/b.json");
    assert_eq!(run.stderr.matches("fel[file_unreadable]").count(), 2, "{}", run.stderr);
}

#[test]
fn a_link_to_itself_is_reported_as_one() {
    let place = Place::empty();
    symlink("ring.toml", place.path("ring.toml")).expect("a link");
    for command in ["simulate", "check", "data show", "data validate", "import", "data show --table"] {
        let run = place.run(&format!("{command} ring.toml"));
        run.assert_refused("file_unreadable");
        assert!(run.stderr.contains("leder tillbaka till sig själv"), "{command}: {}", run.stderr);
    }
}

#[test]
fn a_stream_that_is_not_open_is_reported_as_closed() {
    let place = Place::with(&[("fil", "")]);
    for (name, redirection) in [("/dev/fd/77", ""), ("/dev/fd/3", "3<fil")] {
        let run = shell(&place, &format!("$finsam simulate tankespar1 -o {name} {redirection}"));
        run.assert_refused("output_unwritable");
        assert!(run.stderr.contains("strömmen är inte öppen för skrivning"), "{name}: {}", run.stderr);
    }
}

#[test]
fn a_file_keeps_its_owner_and_its_group() {
    let place = Place::with(&[("svar", "gammalt")]);
    if !is_root(&place) {
        return;
    }
    std::os::unix::fs::chown(place.path("svar"), Some(1234), Some(2345)).expect("another owner");
    assert_eq!(place.run("simulate tankespar1 -o svar").code, Some(0));
    let metadata = fs::metadata(place.path("svar")).expect("a file");
    assert_eq!((metadata.uid(), metadata.gid()), (1234, 2345));
    assert_ne!(place.read("svar"), "gammalt");
}

#[test]
fn a_file_that_may_be_written_is_written_where_nothing_may_be_made() {
    let place =
        Place::with(&[("mapp/svar", "gammalt"), ("delad/svar", "gammalt"), ("delad/egen", "gammalt")]);
    if !is_root(&place) {
        return;
    }
    let allow = |name: &str, mode| {
        fs::set_permissions(place.path(name), Permissions::from_mode(mode)).expect("permissions");
    };
    for (name, mode) in
        [("", 0o755), ("mapp", 0o555), ("mapp/svar", 0o666), ("delad", 0o777), ("delad/svar", 0o666)]
    {
        allow(name, mode);
    }
    let answer = place.run("simulate tankespar1 --full").answer();
    let run = |target: &str| as_nobody(&place, &format!("simulate tankespar1 -o {target}"));
    // Neither could be given to its owner again if it were replaced.
    for target in ["mapp/svar", "delad/svar"] {
        assert_eq!(run(target).answer(), "");
        assert_eq!(place.read(target), answer);
        assert_eq!(fs::metadata(place.path(target)).expect("a file").uid(), 0, "{target}");
    }
    for target in ["mapp/ny", "delad/egen"] {
        run(target).assert_refused("output_unwritable");
    }
    assert_eq!(place.read("delad/egen"), "gammalt");
    assert_eq!(fs::read_dir(place.path("mapp")).expect("a folder").count(), 1);
    assert_eq!(fs::read_dir(place.path("delad")).expect("a folder").count(), 2);
}

/// The program with a stdout that takes nothing.
#[cfg(target_os = "linux")]
fn on_a_full_disk(place: &Place, arguments: &str) -> Run {
    let full = File::options().write(true).open("/dev/full").expect("/dev/full");
    let child =
        place.command(arguments).stdout(full).stderr(Stdio::piped()).spawn().expect("the program starts");
    let output = child.wait_with_output().expect("an ending");
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    Run { stdout: String::new(), stderr, code: output.status.code() }
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_left_of_what_could_not_be_reported() {
    let place = Place::empty();
    let run = on_a_full_disk(&place, "init q --lan Kalmar");
    assert!(run.stderr.contains("”stdout”: disken är full"), "{}", run.stderr);
    assert!(run.stderr.contains("Ingenting har skrivits."), "{}", run.stderr);
    run.assert_refused("files_unwritable");
    assert!(place.names().is_empty());
    for page in ["--help", "--version", "simulate --help"] {
        on_a_full_disk(&place, page).assert_refused("output_unwritable");
    }
    let place = imported();
    let before = [place.read("kommuner.csv"), place.read("kommuner.kallor.toml")];
    let names = place.names();
    on_a_full_disk(&place, "import annan.csv --year 2024 -o kommuner.csv");
    on_a_full_disk(&place, "init --force --forbund A=Vänersborg --forbund B=Trollhättan");
    assert_eq!([place.read("kommuner.csv"), place.read("kommuner.kallor.toml")], before);
    assert_eq!(place.names(), names);
}

#[test]
fn a_report_is_written_in_all_its_files_or_in_none() {
    let place = Place::with(&[("a.html", "gammal"), ("b.docx/fil", "")]);
    for outputs in ["-o a.html -o b.docx", "-o a.html -o saknas/b.docx", "-o c.md -o b.docx"] {
        place.run(&format!("report tankespar1 {outputs}")).assert_refused("files_unwritable");
        assert_eq!(
            (place.names(), place.read("a.html")),
            (vec!["a.html".into(), "b.docx".into()], "gammal".into())
        );
    }
}

#[test]
fn a_side_file_that_somebody_wrote_by_hand_is_not_replaced() {
    let own = "[[source]]\ncolumns = [\"forsorjningsmatt\"]\ntitle = \"Eget\"\n";
    let place = Place::with(&[("ny.csv", TABLE), ("kommuner.kallor.toml", own)]);
    place.run("import ny.csv --year 2024 -o kommuner.csv").assert_refused("sources_exist");
    assert_eq!(
        (place.names(), place.read("kommuner.kallor.toml")),
        (vec!["kommuner.kallor.toml".into(), "ny.csv".into()], own.into())
    );
    let place = imported();
    assert_eq!(place.run("import annan.csv --year 2024 -o kommuner.csv").code, Some(0));
}

/// The SHA-256 of the table, and the one that its side file names.
fn hashes(place: &Place) -> [String; 2] {
    let sources = place.read("kommuner.kallor.toml");
    let (_, after) = sources.split_once("table_sha256 = \"").expect("a hash");
    [sha256(place.read("kommuner.csv").as_bytes()), after[..64].to_owned()]
}

#[test]
fn a_table_and_its_side_file_are_of_one_import_however_many_run_at_once() {
    let place = imported();
    for _ in 0..5 {
        let runs = ["ny.csv", "annan.csv", "ny.csv", "annan.csv"].map(|file| {
            let mut command = place.command(&format!("import {file} --year 2024 -o kommuner.csv"));
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
        });
        for mut run in runs {
            assert_eq!(run.wait().expect("an ending").code(), Some(0));
        }
        let [table, named] = hashes(&place);
        assert_eq!(table, named);
    }
    assert_eq!(place.names(), ["annan.csv", "kommuner.csv", "kommuner.kallor.toml", "ny.csv"]);
}

#[test]
fn an_interrupted_run_leaves_all_as_it_was() {
    for signal in ["INT", "TERM", "HUP"] {
        let place = imported();
        let (before, names) = (place.read("kommuner.csv"), place.names());
        // The summary has to wait, for its reader has had enough for now.
        let (mut reader, mut writer) = std::io::pipe().expect("a pipe");
        writer.write_all(&vec![b'.'; 65_536]).expect("a full pipe");
        let mut command = place.command("import annan.csv --year 2024 -o kommuner.csv");
        let mut run = command.stdout(writer).stderr(Stdio::null()).spawn().expect("the program starts");
        drop(command);
        let patience = Instant::now() + Duration::from_secs(30);
        while place.read("kommuner.csv") == before {
            assert!(Instant::now() < patience, "nothing is written");
            std::thread::sleep(Duration::from_millis(2));
        }
        assert_eq!(shell(&place, &format!("kill -{signal} {}", run.id())).code, Some(0));
        assert_eq!(run.wait().expect("an ending").code(), Some(130), "{signal}");
        assert_eq!((place.read("kommuner.csv"), place.names()), (before, names), "{signal}");
        let mut rest = Vec::new();
        reader.read_to_end(&mut rest).expect("what was written");
        assert_eq!(rest.len(), 65_536);
    }
}
