//! `finsam import` and what comes after it: the table, its side file, and what later reports say of both.

use super::pages::pin_text;
use super::run::{Place, Run, finish};

/// Two kommuner, as Swedish Excel saves them.
const TABLE: &str = "Kod;Kommun;Invånare 16-64 år;Försörjningsmått\r\n1487;Vänersborgs kommun;22 918;3750,5\r\n1488;Trollhättans stad;35 800;6200\r\n";

/// Imports on a day that stands still.
fn import(place: &Place, arguments: &str) -> Run {
    let mut command = place.command(&format!("import {arguments}"));
    finish(command.env("SOURCE_DATE_EPOCH", "1795305600"))
}

fn imported() -> Place {
    let place = Place::with(&[("excel.csv", TABLE)]);
    let run = import(&place, "excel.csv --year 2024 -o kommuner.csv");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    place
}

#[test]
fn the_table_and_its_side_file_are_written_and_the_summary_shown() {
    let place = Place::with(&[("excel.csv", TABLE)]);
    let run = import(&place, "excel.csv --year 2024 -o kommuner.csv");
    let arguments = "import excel.csv --year 2024 -o kommuner.csv";
    pin_text("import", arguments, &run.stdout);
    pin_text("import_side_file", arguments, &place.read("kommuner.kallor.toml"));
    assert_eq!(
        place.read("kommuner.csv"),
        "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
         2024,1487,Vänersborg,Västra Götalands län,22918,3750.5\n\
         2024,1488,Trollhättan,Västra Götalands län,35800,6200\n"
    );
    assert_eq!(place.names(), ["excel.csv", "kommuner.csv", "kommuner.kallor.toml"]);
    assert!(
        run.stderr.starts_with("varning[kommuner_missing]: 2024 har 2 av landets 290 kommuner"),
        "{}",
        run.stderr
    );
}

#[test]
fn without_a_file_the_table_goes_to_stdout_and_the_summary_to_stderr() {
    let place = Place::with(&[("excel.csv", TABLE)]);
    let run = import(&place, "excel.csv --year 2024 --lang en");
    assert!(run.stdout.starts_with("ar,kommunkod,kommun,lan,"), "{}", run.stdout);
    assert!(run.stderr.contains("The sources are kept only with -o FILE."), "{}", run.stderr);
    assert_eq!(place.names(), ["excel.csv"]);
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let [one, other] = [imported(), imported()]
        .map(|place| ["kommuner.csv", "kommuner.kallor.toml"].map(|file| place.read(file)));
    assert_eq!(one, other);
}

#[cfg(unix)]
#[test]
fn the_name_of_a_table_stays_in_the_comment_of_the_side_file() {
    let place = Place::with(&[("excel.csv", TABLE)]);
    let name = "a\n[[source]]\ntitle = \"x\"\r.csv";
    let mut command = place.command("import excel.csv --year 2024 -o");
    assert_eq!(finish(command.arg(name)).code, Some(0));
    let written = place.read("a\n[[source]]\ntitle = \"x\"\r.kallor.toml");
    assert!(written.starts_with("# Källor till a [[source]] title = \"x\" .csv, skrivna"), "{written}");
    let answer = finish(place.command("data show --table").arg(name));
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    assert!(!answer.stdout.contains("x,"), "{}", answer.stdout);
}

#[test]
fn a_side_file_with_long_texts_is_read_back() {
    // A title names the series; so it is longer than any name may be.
    let heading = "Försörjningsmått i ".to_owned() + &"hela ".repeat(54);
    let file = ["en mycket lång mapp"; 20].join("/") + "/excel.csv";
    let place = Place::with(&[(file.as_str(), TABLE.replace("Försörjningsmått", &heading).as_str())]);
    let mut command = place.command("import --year 2024 -o kommuner.csv");
    let run = finish(command.arg(&file).arg("--column").arg(format!("forsorjningsmatt={heading}")));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let run = place.run("data show --table kommuner.csv");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stderr);
}

#[test]
fn strict_writes_nothing() {
    let place = Place::with(&[("excel.csv", TABLE)]);
    let run = import(&place, "excel.csv --year 2024 -o kommuner.csv --strict");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("fel[strict]: varningar (1) räknas som fel med --strict"), "{}", run.stderr);
    assert_eq!(place.names(), ["excel.csv"]);
}

#[test]
fn no_input_is_overwritten() {
    let place = Place::with(&[("kommuner.csv", TABLE)]);
    let run = import(&place, "kommuner.csv --year 2024 -o kommuner.csv");
    run.assert_refused("output_is_input");
    assert_eq!(place.read("kommuner.csv"), TABLE);
    assert_eq!(place.names(), ["kommuner.csv"]);
}

#[test]
fn wrong_usage_is_reported() {
    let place = Place::with(&[("excel.csv", TABLE)]);
    for arguments in
        ["", "excel.csv --as word", "excel.csv --column utan", "excel.csv --year 24", "--finns-inte"]
    {
        let run = import(&place, arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
    }
    import(&place, "finns-inte.csv").assert_refused("file_not_found");
    // What is wrong with the output and with the input is reported in one go.
    let run = import(&place, "finns-inte.csv -o kommuner.xlsx");
    run.assert_refused("output_not_text");
    assert!(run.stderr.contains("fel[file_not_found]: "), "{}", run.stderr);
}

#[test]
fn from_files_to_a_comparison_without_editing_anything() {
    let place = imported();
    let answer = place.run("init --forbund Ett=Vänersborg --forbund Två=Trollhättan").answer();
    assert!(answer.contains("finsam compare nulage hopslagning"), "{answer}");
    let run = place.run("compare nulage hopslagning gemensamt_kansli flytt --full");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    // The source of the figures with its file is reported below.
    let compared = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        compared.contains("Försörjningsmått: egen tabell: Försörjningsmått (excel.csv, SHA-256 "),
        "{compared}"
    );
    assert!(compared.contains("importerad 2026-11-22)"), "{compared}");
    let json = place.run("simulate hopslagning --format json").json();
    let source = &json["baseline"]["sources"][1];
    assert_eq!(
        (source["file"].as_str(), source["imported"].as_str()),
        (Some("excel.csv"), Some("2026-11-22"))
    );
    assert_eq!(source["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn a_table_that_was_changed_afterwards_is_reported() {
    let place = imported();
    place.run("init --forbund Ett=Vänersborg --forbund Två=Trollhättan").answer();
    let changed = place.read("kommuner.csv").replace("22918", "22919");
    place.write("kommuner.csv", &changed);
    for arguments in ["simulate nulage", "data show", "data validate kommuner.csv", "data validate nulage"] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}");
        assert_eq!(
            run.stderr.matches("varning[table_changed_since_import]").count(),
            1,
            "{arguments}:\n{}",
            run.stderr
        );
    }
    // Imported once more, its sources are known again.
    place.write("egen.csv", &changed);
    let run = import(&place, "egen.csv -o kommuner.csv");
    assert_eq!(run.code, Some(0));
    assert_eq!(place.run("simulate nulage").stderr, "");
}

#[test]
fn every_kind_of_file_is_validated() {
    let place = imported();
    place.run("init --forbund Ett=Vänersborg --forbund Två=Trollhättan").answer();
    let arguments = "data validate kommuner.csv utgangslage.toml nulage flytt jonkoping tankespar1";
    let run = place.run(arguments);
    assert_eq!(run.code, Some(0));
    pin_text("data_validate", arguments, &run.stdout);
    assert_eq!(place.run("data validate --strict kommuner.csv").code, Some(2));
    assert_eq!(place.run("data validate --strict jonkoping").answer().lines().count(), 1);
}

#[test]
fn what_is_wrong_with_any_file_is_reported_when_it_is_validated() {
    let place = Place::with(&[
        ("t.csv", "kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n0643,Habo,x,1\n0643,Håbo,1,1\n"),
        ("b.toml", "name = \"b\"\nkommuner = \"t2.csv\"\n"),
        ("s.toml", "name = \"s\"\nbaseline = \"b.toml\"\n[[change]]\n"),
        ("swapped.csv", "kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n0643,Håbo,1,1\n"),
    ]);
    let reported = |arguments: &str| {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
        let codes = run.stderr.lines().filter_map(|line| line.strip_prefix("fel[")?.split(']').next());
        codes.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(reported("data validate t.csv"), ["cell_not_a_number", "kommunkod_twice"]);
    assert_eq!(reported("data validate b.toml"), ["missing_key", "file_not_found"]);
    assert_eq!(reported("data validate swapped.csv"), ["code_and_name_differ"]);
    assert!(reported("data validate s.toml t.csv").len() > 3);
    assert_eq!(reported("data validate finns-inte"), ["file_not_found"]);
}

/// A table with forecasts of inhabitants, that no försörjningsmått goes with.
const FORECAST: &str = "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
    2023,0642,Mullsjö,Jönköpings län,4171,491\n2023,0680,Jönköping,Jönköpings län,88000,9949\n\
    2030,0642,Mullsjö,Jönköpings län,4150,\n2030,0680,Jönköping,Jönköpings län,90300,\n";

#[test]
fn years_that_only_have_inhabitants_are_sound_and_serve_a_path() {
    let baseline = "name = \"B\"\nkommuner = \"t.csv\"\n[path]\nfrom = 2023\nto = 2031\n\
        [[forbund]]\nname = \"X\"\nkommuner = [\"Jönköping\"]\nbudget = 4_000_000\n\
        [[forbund]]\nname = \"Y\"\nkommuner = [\"Mullsjö\"]\nbudget = 2_000_000\n";
    let place = Place::with(&[
        ("t.csv", FORECAST),
        ("b.toml", baseline),
        ("s.toml", "name = \"S\"\nbaseline = \"b.toml\"\n"),
        ("first.csv", &FORECAST.replace("4171,491", "4171,")),
        ("no_year.csv", "kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n0680,Jönköping,88000,\n"),
    ]);
    let run = place.run("data validate t.csv b.toml s.toml").warned(&["kommuner_missing"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("2023 och 2030 (forsorjningsmatt saknas för 2030)"), "{}", run.stdout);
    // By itself such a year is no table.
    place.run("data validate t.csv --year 2030").assert_refused("cell_empty");
    // Where no earlier year fills it, a cell must not be blank.
    let refused = place.run("data validate first.csv");
    refused.assert_refused("cell_empty");
    let place_of = |line: usize| format!("first.csv:{line}:");
    let at = [2, 4, 3, 5].map(|line| refused.stderr.contains(&place_of(line)));
    assert_eq!(at, [true, true, false, false], "{}", refused.stderr);
    place.run("data validate no_year.csv").assert_refused("cell_empty");
    let result = place.run("simulate s --format json").json();
    let inhabitants =
        |year: usize| &result["path"]["years"][year]["before"]["forbund"][0]["befolkning_16_64"];
    assert_eq!(
        [inhabitants(0), inhabitants(6), inhabitants(8)].map(serde_json::Value::as_i64),
        [88_000, 88_000, 90_300].map(Some)
    );
    let matt = |year: usize| &result["path"]["years"][year]["before"]["forbund"][0]["forsorjningsmatt"];
    assert_eq!([matt(0), matt(8)].map(serde_json::Value::as_str), [Some("9949"); 2]);
}
