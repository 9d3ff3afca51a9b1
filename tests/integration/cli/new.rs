//! Alternatives without TOML: `finsam new`, and tables of kommuner and their förbund in the place of scenarios.

use std::fs;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use super::pages::pin_text;
use super::run::{Place, Run, finish};

/// Finnveden and Höglandet become one, and Mullsjö moves to it.
const SMALAND: &str = "kommun;Samordningsförbund\nJönköping;Södra Vätterbygden\nHabo;Södra Vätterbygden\n\
                       Vaggeryd;södra vätterbygden\nMullsjö kommun;Småland\nVärnamo;Småland\nGnosjö;Småland\n\
                       0662;Småland\nEksjö;Småland\nNässjö;Småland\nAneby;Småland\nSävsjö;Småland\n\
                       Vetlanda;Småland\n0687 Tranås;Småland\n";

/// Runs `finsam` with arguments that hold blanks.
fn run(place: &Place, arguments: &[&str]) -> Run {
    finish(place.command("").args(arguments))
}

/// The answer of a run that said only what it wrote.
#[track_caller]
fn written(run: Run, path: &str) -> String {
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), format!("Skrev {path}.\n").as_str()));
    run.stdout
}

/// What a scenario leads to, without what it is called.
#[track_caller]
fn outcome(place: &Place, arguments: &str) -> Value {
    let mut json = place.run(arguments).json();
    let result = json.as_object_mut().expect("an object");
    result.remove("scenario");
    result.remove("assumptions");
    json
}

const TYPED: [&str; 14] = [
    "new", "alternativ/smaland", "--baseline", "jonkoping", "--name", "Ett Småland", "--merge",
    "Finnveden, höglandet", "--into", "Småland", "--kansli", "1 900 000", "--move", "0642=småland",
];

#[test]
fn options_become_a_commented_scenario_that_is_computed() {
    let place = Place::empty();
    let answer = written(run(&place, &TYPED), "alternativ/smaland.toml");
    assert_eq!(place.run("simulate alternativ/smaland").answer(), answer);
    pin_text("new_smaland", &TYPED.join(" "), &place.read("alternativ/smaland.toml"));
    assert!(answer.starts_with("Ett Småland: "), "{answer}");
}

#[test]
fn each_kind_of_change_is_written_in_english_too_and_in_its_order() {
    let place = Place::empty();
    let arguments = [
        "new",
        "alla.toml",
        "--baseline",
        "jonkoping",
        "--lang",
        "en",
        "--split",
        "Höglandet=Norra:Aneby,Tranås;Södra:Eksjö,Nässjö,Sävsjö,Vetlanda",
        "--move",
        "Gnosjö,Gislaved=Södra",
        "--create",
        "Vaggeryds förbund=Vaggeryd",
        "--kansli",
        "0",
        "--shared-kansli",
        "Norra,Södra",
        "--kansli",
        "1_000_000",
    ];
    let done = run(&place, &arguments);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), "Wrote alla.toml.\n"));
    pin_text("new_alla_en", &arguments.join(" "), &place.read("alla.toml"));
    assert_eq!(place.run("simulate alla --lang en").answer(), done.stdout);
}

#[test]
fn a_change_is_written_as_init_writes_it() {
    let place = Place::empty();
    place.run("init lan --lan Jönköping").answer();
    let change = |path: &str| {
        let text = place.read(path);
        let (_, section) = text.split_once("[[change]]\n").expect("a change");
        section.split("\n\n").next().unwrap_or_default().trim_end().to_owned()
    };
    let cases: [(&str, &[&str]); 3] = [
        ("hopslagning", &["--merge", "Förbund A,Förbund B", "--into", "Sammanslaget förbund"]),
        ("gemensamt_kansli", &["--shared-kansli", "Förbund A,Förbund B", "--kansli", "2000000"]),
        ("flytt", &["--move", "Aneby=Förbund B"]),
    ];
    for (file, options) in cases {
        let new = ["new", file, "--baseline", "lan/utgangslage.toml"];
        written(run(&place, &[&new, options].concat()), &format!("{file}.toml"));
        assert_eq!(change(&format!("{file}.toml")), change(&format!("lan/scenarios/{file}.toml")));
    }
}

#[test]
fn without_changes_it_is_today_and_says_how_to_go_on() {
    let place = Place::empty();
    let answer = written(place.run("new ny --baseline jonkoping"), "ny.toml");
    assert!(answer.contains("Förbunden som i dag."), "{answer}");
    pin_text("new_nothing", "new ny --baseline jonkoping", &place.read("ny.toml"));
}

#[test]
fn a_file_is_never_replaced_unasked_and_errors_write_nothing() {
    let place = Place::with(&[("ny.toml", "mitt arbete")]);
    place.run("new ny --baseline jonkoping").assert_refused("files_exist");
    assert_eq!(place.read("ny.toml"), "mitt arbete");
    place.run("new ny --baseline jonkoping --move Habo=Höglandt --force").assert_refused("unknown_forbund");
    assert_eq!(place.read("ny.toml"), "mitt arbete");
    written(place.run("new ny --baseline jonkoping --move Habo=Höglandet --force"), "ny.toml");
    assert!(place.read("ny.toml").contains("move = [\"Habo\"]\nto = \"Höglandet\"\n"));
}

#[test]
fn the_baseline_is_found_from_the_file() {
    let place = Place::project();
    let typed = "new alternativ/habo.toml --baseline data/jonkoping/utgangslage.toml --move Habo=Finnveden";
    let answer = written(place.run(typed), "alternativ/habo.toml");
    let text = place.read("alternativ/habo.toml");
    assert!(text.contains("baseline = \"../data/jonkoping/utgangslage.toml\"\n"), "{text}");
    let again = finish(place.command("simulate habo").current_dir(place.path("alternativ")));
    assert_eq!(again.answer().lines().next(), answer.lines().next());
    // The file that is to be written is the baseline itself.
    let over = "new data/jonkoping/utgangslage --baseline data/jonkoping/utgangslage.toml --force";
    place.run(over).assert_refused("output_is_input");
}

#[test]
fn all_that_is_wrong_with_the_options_is_said_at_once() {
    let place = Place::empty();
    let arguments = [
        "new", "x", "--baseline", "jonkoping", "--merge", "Finveden,Höglandet", "--kansli", "mycket",
        "--into", "B",
    ];
    let refused = run(&place, &arguments);
    let codes: Vec<&str> = refused.stderr.lines().filter(|line| line.starts_with("fel[")).collect();
    assert!(
        matches!(codes.as_slice(), [forbund, kansli]
        if forbund.starts_with("fel[unknown_forbund]") && kansli.starts_with("fel[kansli_unusable]")),
        "{codes:?}"
    );
    assert_eq!((refused.code, place.names()), (Some(2), Vec::new()));
}

#[test]
fn names_that_no_file_may_have_are_refused_where_they_are_typed() {
    let place = Place::empty();
    let long = "å".repeat(301);
    let (created, split) =
        (format!("{long}=Aneby"), format!("Finnveden={long}:Gislaved;B:Gnosjö,Vaggeryd,Värnamo"));
    let merged = ["--merge", "Finnveden,Höglandet", "--into", &long];
    for typed in [merged.as_slice(), &["--create", &created], &["--split", &split], &["--name", &long]] {
        let refused = run(&place, &[&["new", "x", "--baseline", "jonkoping"], typed].concat());
        refused.assert_refused("name_too_long");
        assert!(!refused.stderr.contains("x.toml"), "{}", refused.stderr);
    }
    let empty = run(
        &place,
        &["new", "x", "--baseline", "jonkoping", "--merge", "Finnveden,Höglandet", "--into", " "],
    );
    assert!(empty.stderr.starts_with("fel[change_form]: --into "), "{}", empty.stderr);
    assert_eq!(place.names(), Vec::<String>::new());
}

#[test]
fn forbund_are_written_as_the_baseline_calls_them() {
    let place = Place::empty();
    let typed = ["new", "x", "--baseline", "jonkoping", "--merge", "finnveden,HOGLANDET", "--into", "B"];
    written(run(&place, &typed), "x.toml");
    assert!(
        place.read("x.toml").contains("merge = [\"Finnveden\", \"Höglandet\"]"),
        "{}",
        place.read("x.toml")
    );
}

#[test]
fn a_table_becomes_the_changes_that_lead_there() {
    let place = Place::with(&[("smaland.csv", SMALAND)]);
    let answer = written(place.run("new smaland --baseline jonkoping --from smaland.csv"), "smaland.toml");
    pin_text(
        "new_from_table",
        "new smaland --baseline jonkoping --from smaland.csv",
        &place.read("smaland.toml"),
    );
    assert_eq!(place.run("simulate smaland").answer(), answer);
    let of_table = outcome(&place, "simulate smaland.csv --baseline jonkoping --format json");
    assert_eq!(of_table, outcome(&place, "simulate smaland.toml --format json"));
    let json = place.run("simulate smaland.csv --baseline jonkoping --format json").json();
    assert_eq!(json["scenario"]["name"], "smaland");
    assert_eq!(json["scenario"]["file"], "smaland.csv");
    assert_eq!(json["baseline"]["file"], "builtin:data/jonkoping/utgangslage.toml");
}

#[test]
fn a_table_is_read_as_spreadsheets_save_it() {
    let place = Place::with(&[("utf8.csv", SMALAND)]);
    let wanted = outcome(&place, "simulate utf8.csv --baseline jonkoping --format json");
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(SMALAND);
    fs::write(place.path("windows.csv"), windows).expect("written");
    place.write(
        "commas.csv",
        &format!("\u{feff}Våra förslag,\r\n\r\n{}", SMALAND.replace(';', ",").replace('\n', "\r\n")),
    );
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Läs mig").expect("a name").write(0, 0, "Förslag").expect("a cell");
    let sheet = workbook.add_worksheet();
    for (row, line) in (2..).zip(SMALAND.lines()) {
        for (column, text) in (1..).zip(line.split(';')) {
            sheet.write(row, column, text).expect("a cell");
        }
    }
    // A code that is a number in the sheet.
    sheet.write(9, 1, 662).expect("a cell");
    workbook.save(place.path("bok.xlsx")).expect("written");
    for file in ["windows.csv", "commas.csv", "bok.xlsx"] {
        let run = place.run(&format!("simulate {file} --baseline jonkoping --format json"));
        let mut json = run.warned(&["encoding_guessed"]).json();
        let result = json.as_object_mut().expect("an object");
        result.remove("scenario");
        result.remove("assumptions");
        assert_eq!(json, wanted, "{file}");
    }
}

#[test]
fn what_data_show_prints_can_be_changed_and_computed() {
    let place = Place::empty();
    let today = place.run("data show jonkoping --format csv").answer();
    assert!(today.contains("Finnveden"), "{today}");
    place.write("a.csv", &today.replace("Finnveden", "Höglandet"));
    let json = place.run("simulate a.csv --baseline jonkoping --format json").json();
    assert_eq!(json["after"]["gross"]["total"]["forbund"], 2, "{today}");
}

#[test]
fn tables_and_scenarios_are_compared_and_reported_together() {
    let place = Place::with(&[("smaland.csv", SMALAND), ("scenarios/eget.csv", SMALAND)]);
    let compared =
        place.run("compare smaland.csv jonkoping_lansforbund eget.csv --baseline jonkoping").answer();
    for name in ["Nuläge", "smaland", "Länsförbund", "eget"] {
        assert!(compared.contains(name), "{name}\n{compared}");
    }
    // Another baseline is seen where it is named.
    let refused = place.run("report tankespar1 smaland.csv --baseline jonkoping -o r.xlsx");
    refused.assert_refused("different_baselines");
    assert!(refused.stderr.contains("--baseline:1:1"), "{}", refused.stderr);
    let report =
        "report smaland.csv jonkoping_lansforbund --baseline jonkoping -o r.html -o r.xlsx -o r.docx -o r.md";
    assert_eq!(place.run(report).wrote().answer(), "");
    assert!(place.read("r.md").contains("smaland.csv"));
}

#[test]
fn a_table_needs_its_baseline_and_a_baseline_its_table() {
    let place = Place::with(&[("smaland.csv", SMALAND)]);
    place.run("simulate smaland.csv").assert_refused("not_a_scenario");
    place.run("compare tankespar1 --baseline jonkoping").assert_refused("baseline_unused");
    place.run("simulate smaland.csv --baseline tankespar1").assert_refused("wrong_kind_of_file");
    place.run("new x --baseline jonkoping --from smalland.csv").assert_refused("file_not_found");
    let both = place.run("new x --baseline jonkoping --from smaland.csv --move Habo=Finnveden");
    both.assert_refused("options_conflict");
}
