//! Tables of insatser as others make them: which rows are sums, what a percentage is of, and what is no insats.

use super::insatser_table::{BASELINE, imported, refused, rows_of_persons};
use super::run::Place;

/// The persons of each insats of a table, and the codes of what was warned of.
fn read(table: &str) -> (Vec<String>, Vec<String>) {
    let place = Place::with(&[("t.csv", table)]);
    let run = place.run("import t.csv --as insatser");
    assert_eq!(run.code, Some(0), "{table}\n{}", run.stderr);
    let codes = run.stderr.lines().filter_map(|line| line.strip_prefix("varning[")?.split_once(']'));
    (rows_of_persons(&run.stdout), codes.map(|(code, _)| code.to_owned()).collect())
}

/// Read without a warning.
#[track_caller]
fn persons(table: &str) -> Vec<String> {
    let (persons, warned) = read(table);
    assert!(warned.is_empty(), "{table}: {warned:?}");
    persons
}

/// 20 % of 20 participants are 4, and of the 10 who ended 2. 50 % of 20 ended, and 30 % of those 10 are 3.
#[test]
fn a_percentage_is_of_those_whom_its_heading_names() {
    let of = |heading: &str| persons(&format!("Insats;Deltagare;Avslutade;{heading}\nA;20;10;20\n"));
    for heading in
        ["Arbete (% av deltagare)", "Andel arbete av deltagare (%)", "Andel av deltagare till arbete"]
    {
        assert_eq!(of(heading), ["20;10;4"], "{heading}");
    }
    for heading in ["Arbete %", "Procentandel arbete", "andel_arbete", "Andel av avslutade till arbete"] {
        assert_eq!(of(heading), ["20;10;2"], "{heading}");
    }
    assert_eq!(persons("Insats;Deltagare;Andel avslutade (%);Andel arbete (%)\nA;20;50;30\n"), ["20;10;3"]);
    // Both say the same of the same persons, or one of them is wrong.
    let both = "Insats;Deltagare;Avslutade;Arbete (% av deltagare);Arbete (% av avslutade)\nA;20;10;20;";
    assert_eq!(persons(&format!("{both}40\n")), ["20;10;4"]);
    assert!(refused(&format!("{both}50\n")).contains("insats_percent"));
    assert!(
        refused("Insats;Deltagare;Andel av inskrivna till arbete\nA;20;20\n")
            .contains("insats_heading_unclear")
    );
    assert!(refused("Insats;Deltagare;Arbete (% av avslutade)\nA;20;20\n").contains("insats_percent"));
    assert!(refused("Insats;Deltagare;Arbete\nA;50;14 %\nB;50;7\n").contains("insats_percent"));
}

/// 10 and 8 are 18, whatever the row of all is called.
#[test]
fn a_row_of_all_stands_for_its_parts() {
    let by = |column: &str, parts: [&str; 2], all: &str| {
        let [one, other] = parts;
        persons(&format!("Insats;{column};Deltagare;Arbete\nA;{one};10;1\nA;{other};8;1\nA;{all};18;2\n"))
    };
    for all in ["T", "K+M", "Samtl.", "Alla kön", "Totalt antal", "Båda könen", "3", ""] {
        assert_eq!(by("Kön", ["Kvinnor", "Män"], all), ["18;;2"], "{all}");
    }
    for all in ["Samtliga kommuner", "Alla orter", "Förbundet totalt", "Hela förbundet", "Totalt", ""] {
        assert_eq!(by("Kommun", ["Nässjö", "Eksjö"], all), ["18;;2"], "{all}");
    }
    let table = |rows: &str| format!("Insats;Kommun;Kön;Deltagare;Arbete\n{rows}");
    // All of both, by kommun and by sex, and without a kommun beside them.
    let by_both = "A;X;T;40;6\nA;Y;T;10;2\nA;Totalt;K;25;4\nA;Totalt;M;25;4\n";
    assert_eq!(persons(&table(by_both)), ["50;;8"]);
    assert_eq!(persons(&table(&format!("{by_both}A;Totalt;T;50;8\nA;X;K;20;3\nA;X;M;20;3\n"))), ["50;;8"]);
    assert_eq!(persons(&table("A;X;K;10;1\nA;X;M;8;1\nA;;T;18;2\n")), ["18;;2"]);
    assert_eq!(persons(&table("A;X;K;20;3\nA;X;M;20;3\nA;X;T;40;6\nA;Y;K;5;1\nA;Y;M;5;1\n")), ["50;;8"]);
    // By kommun 50, and by sex 52: somebody is in one and not in the other.
    let stderr = refused(&table("A;X;T;40;6\nA;Y;T;10;2\nA;Totalt;K;26;4\nA;Totalt;M;26;4\n"));
    assert!(stderr.contains("insats_row_twice"), "{stderr}");
    let stderr = refused("Insats;Kommun;Deltagare\nA;Nässjö;10\nA;Eksjö;8\nA;;17\n");
    assert!(stderr.contains("insats_part_unclear"), "{stderr}");
}

#[test]
fn a_sum_that_its_parts_do_not_give_is_told() {
    let table = "Insats;Kön;Deltagare;Avslutade\nA;Kvinnor;10;5\nA;Män;8;5\nA;Totalt;19;\n";
    let codes = ["insats_persons_missing", "insats_total_differs"].map(str::to_owned);
    let (persons, mut warned) = read(table);
    warned.sort();
    assert_eq!((persons, warned), (vec!["19;".to_owned()], codes.to_vec()));
    // 30 and 26 of 400 are rounded to 8 and 7 %, of which 32 and 28 are the nearest; 56 of 800 are 7 %.
    let table = "Insats;Kön;Deltagare;Arbete %\nA;Kvinnor;400;8\nA;Män;400;7\nA;Totalt;800;7\n";
    let (persons, warned) = read(table);
    assert_eq!((persons, warned), (vec!["800;;56".to_owned()], vec!["insats_from_percent".to_owned()]));
    let table = "Insats;Kommun;Deltagare;Arbete\nA;Nässjö;10;1\nA;Eksjö;8;1\nA;Höglandet;18;2\n";
    assert_eq!(read(table).1, ["insats_maybe_sum"]);
}

#[test]
fn sums_notes_and_columns_of_something_else_are_no_insatser_and_no_results() {
    let pivot = "Insats;Kön;Deltagare;Arbete\nA;Kvinnor;10;1\nA;Män;10;2\nA Summa;;20;3\nB;Kvinnor;5;1\nB Summa;;5;1\n\
        Summa insatser;;25;4\nSumma Finnveden;;25;4\nTotalsumma;;25;4\n";
    assert_eq!(persons(pivot), ["20;;3", "5;;1"]);
    assert_eq!(persons("Förbund;Insats;Deltagare\nF;A;10\nSumma;;10\n"), ["10;"]);
    assert_eq!(persons("Insats;Deltagare\nA;10\n\nKälla: SUS 2025\nUttaget 2025-01-02\n"), ["10;"]);
    assert_eq!(
        persons(";Deltagare;;Resultat;\nInsats;Antal;Avslutade;Arbete;Studier\nA;10;5;1;2\n"),
        ["10;5;1;2"]
    );
    let (persons, warned) =
        read("Insats;Deltagare;Varav kvinnor;Månad;natura;Summa;Arbete\nA;20;12;12;5;3;3\n");
    assert_eq!((persons, warned), (vec!["20;;3".to_owned()], vec!["insats_heading_left_out".to_owned(); 4]));
    assert!(refused("Insats;Antal\nA;10\n").contains("insats_heading_unclear"));
    assert_eq!(read("Insats;Deltagare\nA;20;7\nB;3;4;5\n").1, ["insats_heading_left_out"]);
}

/// Posts and kronor in kind are no persons with a result, in tables that are imported and in those that a baseline names.
#[test]
fn what_is_given_in_kind_is_no_result() {
    let headings = ["natura_tjanster", "Tjänster in natura", "Heltidstjänster", "Tjänster", "In natura"];
    for heading in headings {
        let (persons, warned) = read(&format!("Insats;Deltagare;{heading};Arbete\nA;20;3;2\nB;20;0,5;1\n"));
        assert_eq!(persons, ["20;;2", "20;;1"], "{heading}");
        assert_eq!(warned, ["insats_heading_left_out"], "{heading}");
        let table = format!("insats;forbund;kostnad;deltagare;{heading}\nA;Finnveden;5;10;3\n");
        let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n";
        let place = Place::with(&[("u.toml", BASELINE), ("insatser.csv", &table), ("s.toml", scenario)]);
        let run = place.run("simulate s.toml --format json");
        assert!(run.stderr.contains("insats_heading_left_out"), "{heading}: {}", run.stderr);
        let result: serde_json::Value = serde_json::from_str(&run.stdout).expect("a result");
        assert_eq!(result["insats"]["before"]["resultat"], serde_json::json!([]), "{heading}");
    }
    // A result that is called so can be given another name.
    assert_eq!(persons("Insats;Deltagare;Heltidstjänst\nA;20;3\n"), ["20;;3"]);
}

#[test]
fn what_was_written_so_that_no_spreadsheet_computes_it_is_read_as_it_was() {
    let rows = imported(&[("t.csv", "Insats;Deltagare;+Jobb\n-18 år;10;3\n@home;5;1\n")], "");
    assert!(rows[0].contains(";'+jobb;") && rows[1].starts_with("'-18 år;"), "{rows:?}");
    let again = rows.join("\n");
    assert_eq!(imported(&[("t.csv", &again)], ""), rows);
    let place = Place::with(&[
        ("u.toml", BASELINE),
        ("insatser.csv", "insats;forbund;kostnad;deltagare;'+jobb\n'-18 år;Finnveden;5;10;3\n"),
        ("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n"),
    ]);
    let result = place.run("simulate s.toml --format json").json();
    assert_eq!(result["insats"]["before"]["insatser"][0]["name"], "-18 år", "{}", result["insats"]["before"]);
    assert_eq!(result["insats"]["before"]["resultat"][0]["resultat"], "+jobb");
}

/// 7 % of 900 are 63, and 59 to 67 round to it.
#[test]
fn what_rests_on_rounded_percentages_says_so_and_names_the_table() {
    let place = Place::with(&[
        ("u.toml", BASELINE),
        ("insatser.csv", "insats;forbund;kostnad;avslutade;arbete %\nA;Finnveden;5;900;7\n"),
        ("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n"),
    ]);
    let warned = |arguments: &str| place.run(arguments).warned(&["insats_from_percent"]);
    let result = warned("simulate s.toml --format json").json();
    let assumptions = result["assumptions"].as_array().expect("assumptions");
    let stated =
        assumptions.iter().find(|one| one["id"] == "insatser_from_percent").expect("it is one of them");
    let text = stated.to_string();
    assert!(text.contains("insatser.csv") && text.contains("upp till 4"), "{text}");
    let full = warned("simulate s.toml --full").stdout;
    assert!(
        full.contains("upp till 4 fler") && full.contains("Insatsernas uppgifter: insatser.csv"),
        "{full}"
    );
}

#[test]
fn what_is_refused_says_what_to_do() {
    for (table, code, advice) in [
        ("Insats;Deltagare\nA;<5\n", "cell_not_a_number", "Små antal"),
        ("Insats;Kostnad\nA;1000000000001\n", "cell_too_large", "tusen miljarder"),
        ("Insats;Kostnad\nA;-1\n", "cell_negative", "kronor från noll"),
        ("Förbund;Arbete %;Studier %\nTrollhättan;7;10\n", "column_missing", "procent av hur många?"),
    ] {
        let stderr = refused(table);
        assert!(stderr.contains(code) && stderr.contains(advice), "{stderr}");
    }
    let place = Place::with(&[
        (
            "u.toml",
            &(BASELINE.replace("insatser = \"insatser.csv\"\n", "") + "insatser = \"insatser.csv\"\n"),
        ),
        ("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n"),
    ]);
    let stderr = place.run("simulate s.toml").stderr;
    assert!(stderr.contains("unknown_key") && stderr.contains("Flytta raden överst"), "{stderr}");
}
