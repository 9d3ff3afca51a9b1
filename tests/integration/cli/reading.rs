//! What is read and what is not: no device, no pipe, nothing without end; and what a file of somebody else's points to
//! is not shown unless it is what it should be.

use super::run::Place;

/// What must never be seen.
const SECRET: &str = "hemligt-lösenord-47";

/// A baseline on whose table nothing depends but its path.
fn baseline(table: &str) -> String {
    let forbund = "[[forbund]]\nname = \"A\"\nkommuner = [\"0001\"]\nbudget = 9_000_000\n";
    format!("name = \"B\"\nkommuner = \"{table}\"\n{forbund}")
}

fn scenario(baseline: &str) -> String {
    format!("name = \"S\"\nbaseline = \"{baseline}\"\n")
}

#[cfg(unix)]
mod special_files {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    /// A folder in which everything that could be read is something that should not be.
    fn place(make: impl Fn(&str)) -> Place {
        let place = Place::with(&[
            ("s.toml", &scenario("folder/utgangslage.toml")),
            ("b.toml", &baseline("folder/kommuner.csv")),
            ("t.toml", &scenario("b.toml")),
            ("folder/schemas/README", "a folder"),
        ]);
        let files = ["a.json", "a.toml", "kommuner.csv", "utgangslage.toml"];
        let schemas = ["schemas/utgangslage.schema.json", "schemas/scenario.schema.json"];
        for file in files.into_iter().chain(schemas) {
            make(&place.path(&format!("folder/{file}")).to_string_lossy());
        }
        place
    }

    fn endless() -> Place {
        place(|path| symlink("/dev/zero", path).expect("a link"))
    }

    fn pipes() -> Place {
        place(|path| {
            let made = Command::new("mkfifo").arg(path).status().expect("mkfifo");
            assert!(made.success());
        })
    }

    /// Each command with the code that it refuses such files with.
    const REFUSED: [(&str, &str); 12] = [
        ("simulate folder", "is_a_folder"),
        ("check folder", "is_a_folder"),
        ("data validate folder", "not_a_regular_file"),
        ("simulate folder/a.toml", "not_a_regular_file"),
        ("simulate s.toml", "not_a_regular_file"),
        ("simulate t.toml", "not_a_regular_file"),
        ("data show --table folder/kommuner.csv", "not_a_regular_file"),
        ("data kommuner --table folder/kommuner.csv", "not_a_regular_file"),
        ("data validate folder/kommuner.csv", "not_a_regular_file"),
        ("import folder/kommuner.csv", "not_a_regular_file"),
        ("diff folder/a.json folder/a.json", "not_a_regular_file"),
        ("init folder --lan Jönköping", "not_a_regular_file"),
    ];

    #[test]
    fn no_command_reads_a_device_without_end() {
        let place = endless();
        for (arguments, code) in REFUSED {
            place.run(arguments).assert_refused(code);
        }
    }

    #[test]
    fn no_command_waits_for_a_pipe() {
        let place = pipes();
        for (arguments, code) in REFUSED {
            place.run(arguments).assert_refused(code);
        }
    }

    #[test]
    fn a_schema_that_is_a_pipe_is_in_the_way_and_not_read() {
        let place = pipes();
        std::fs::remove_file(place.path("folder/kommuner.csv")).expect("removed");
        std::fs::remove_file(place.path("folder/utgangslage.toml")).expect("removed");
        place.run("init folder --lan Jönköping").assert_refused("files_exist");
    }

    #[test]
    fn a_link_to_what_is_none_of_our_files_shows_nothing_of_it() {
        let place = Place::with(&[("hemlig", &format!("{SECRET}\nroot:x:{SECRET}\n"))]);
        for name in ["s.toml", "b.toml", "t.csv"] {
            symlink("hemlig", place.path(name)).expect("a link");
        }
        place.write("till_b.toml", &scenario("b.toml"));
        place.write("b2.toml", &baseline("t.csv"));
        place.write("till_t.toml", &scenario("b2.toml"));
        for scenario in ["s.toml", "till_b.toml", "till_t.toml"] {
            for command in ["simulate", "check", "compare", "data validate", "explain"] {
                let run = place.run(&format!("{command} {scenario}"));
                assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{command} {scenario}");
                assert!(
                    run.stderr.contains("foreign_file") && !run.stderr.contains(SECRET),
                    "{}",
                    run.stderr
                );
            }
        }
    }
}

#[test]
fn a_baseline_or_table_without_the_ending_of_one_is_not_opened() {
    let secret = format!("SECRET={SECRET}\n");
    let place = Place::with(&[
        (".env", &secret),
        ("s.toml", &scenario(".env")),
        ("b.toml", &baseline(".env")),
        ("t.toml", &scenario("b.toml")),
        // Whether there is such a file is nobody's business either.
        ("u.toml", &scenario("../.ssh/id_rsa")),
    ]);
    for scenario in ["s.toml", "t.toml", "u.toml"] {
        let run = place.run(&format!("check {scenario}"));
        run.assert_refused("ending_unfit");
        assert!(!run.stderr.contains(SECRET), "{}", run.stderr);
    }
}

#[test]
fn a_toml_file_that_is_no_baseline_and_a_csv_file_that_is_no_table_are_not_shown() {
    let place = Place::with(&[
        ("Cargo.toml", &format!("[package]\nname = \"x\"\n[registry]\ntoken = \"{SECRET}\"\n")),
        ("broken.toml", &format!("password: {SECRET}\n= {SECRET}\n")),
        ("l\u{f6}n.csv", &format!("namn;lön\nAnna;{SECRET}\n")),
        ("1.toml", &scenario("Cargo.toml")),
        ("2.toml", &scenario("broken.toml")),
        ("b.toml", &baseline("lön.csv")),
        ("3.toml", &scenario("b.toml")),
    ]);
    for scenario in ["1.toml", "2.toml", "3.toml", "broken.toml"] {
        let run = place.run(&format!("check {scenario}"));
        run.assert_refused("foreign_file");
        assert!(!run.stderr.contains(SECRET), "{}", run.stderr);
    }
}

#[test]
fn a_folder_names_the_first_scenario_in_it_and_opens_few_files() {
    let place = Place::with(&[
        ("folder/b.toml", &scenario("x.toml")),
        ("folder/a.toml", "name = \"no scenario\"\n"),
        ("folder/c.toml", &scenario("x.toml")),
    ]);
    let run = place.run("simulate folder --lang en");
    assert!(run.stderr.contains("for example folder/b.toml."), "{}", run.stderr);
    for number in 0..200 {
        place.write(&format!("many/a{number:03}.toml"), "name = \"no scenario\"\n");
    }
    place.write("many/b.toml", &scenario("x.toml"));
    let run = place.run("simulate many --lang en");
    assert!(run.stderr.contains("Give a file in the folder."), "{}", run.stderr);
}
