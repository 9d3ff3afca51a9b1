//! Tables of insatser, participants and results: what is added up, what percentages are of, and what is refused.

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

use super::run::Place;

/// Ungdomscenter: 40 + 30 of Värnamo and 12 of Gnosjö, whose women and men stand in rows of their own; 15 % of 20 are 3,
/// 11.1 % of 18 are 2, 20 % of 5 is 1. Stegen: 10 % of 60 are 6 and 30 % of 10 are 3.
const SUS: &str = "SUS-uttag 2024;;;;;;;\n\
    Insats;Samordningsförbund;Kommun;Kön;Antal deltagare;Avslutade;Till arbete;Andel till studier (%)\n\
    Ungdomscenter;Finnveden;Värnamo;Kvinnor;40;20;4;15\n\
    Ungdomscenter;Finnveden;Värnamo;Män;30;18;3;11,1\n\
    Ungdomscenter;Finnveden;Gnosjö;Totalt;12;5;1;20\n\
    Ungdomscenter;Finnveden;Gnosjö;Kvinnor;7;3;1;0\n\
    Ungdomscenter;Finnveden;Gnosjö;Män;5;2;0;50\n\
    Stegen;Höglandet;Nässjö;Totalt;90;60;6;10 %\n\
    Stegen;Höglandet;Eksjö;Totalt;10;10;3;30 %\n\
    Totalt;;;;182;113;17;\n";

const HEADINGS: &str =
    "insats;forbund;ort;malgrupp;kostnad;platser;deltagare;avslutade;arbete;studier;source";

pub(super) const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\ninsatser = \"insatser.csv\"\n\
    [[forbund]]\nname = \"Finnveden\"\nkommuner = [\"Värnamo\", \"Gnosjö\"]\nbudget = 5_000_000\nkansli = 1_000_000\n\
    [[forbund]]\nname = \"Höglandet\"\nkommuner = [\"Nässjö\", \"Eksjö\"]\nbudget = 8_000_000\nkansli = 1_600_000\n";

/// A table as finsam writes it, without its byte order mark.
fn rows(written: &str) -> Vec<String> {
    written.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

pub(super) fn imported(files: &[(&str, &str)], options: &str) -> Vec<String> {
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let run = Place::with(files).run(&format!("import {} --as insatser {options}", names.join(" ")));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    rows(&run.stdout)
}

pub(super) fn refused(table: &str) -> String {
    let place = Place::with(&[("t.csv", table)]);
    let run = place.run("import t.csv --as insatser -o ut.csv");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{table}");
    assert_eq!(place.names(), ["t.csv"]);
    run.stderr
}

/// The mean of 15, 11.1 and 20 would be 15.4 percent of Ungdomscenter; 6 of 43 are 14.0. The means of the two kommuner of Stegen
/// would be 20 percent, where 9 of 70 are 12.9. Together 15 of 113 are 13.3, and not the mean of 14.0 and 12.9.
#[test]
fn persons_are_added_up_and_percentages_weigh_by_those_who_ended() {
    let place = Place::with(&[("sus.csv", SUS)]);
    let run = place.run("import sus.csv --as insatser -o insatser.csv");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout);
    let expected = [
        HEADINGS,
        "Ungdomscenter;Finnveden;;;;;82;43;8;6;sus.csv",
        "Stegen;Höglandet;;;;;100;70;9;9;sus.csv",
    ];
    assert_eq!(rows(&place.read("insatser.csv")), expected);
    // Whatever the order of the rows.
    let mut shuffled: Vec<&str> = SUS.lines().skip(2).collect();
    shuffled.reverse();
    let headings = SUS.lines().nth(1).expect("headings");
    let shuffled = format!("{headings}\n{}\n", shuffled.join("\n"));
    assert_eq!(imported(&[("sus.csv", &shuffled)], "")[1..], [expected[2], expected[1]]);
    // What was written says the same when it is read.
    let again = place.read("insatser.csv");
    assert_eq!(imported(&[("insatser.csv", &again)], ""), expected);
}

#[test]
fn a_baseline_takes_them_like_insatser_of_its_own() {
    let filled = "insats;forbund;ort;malgrupp;kostnad;platser;deltagare;avslutade;arbete;studier;source\r\n\
        Ungdomscenter;FINNVEDEN;Värnamo;Unga;2 400 000;40;82;43;8;6;sus.csv\r\n\
        Stegen;Höglandet;;;3100000;;100;70;9;9;\r\n";
    let of_table = Place::with(&[
        ("u.toml", BASELINE),
        ("insatser.csv", filled),
        (
            "s.toml",
            "name = \"S\"\nbaseline = \"u.toml\"\n[[change]]\nmerge = [\"Finnveden\", \"Höglandet\"]\ninto = \"Ett\"\n",
        ),
    ]);
    let written = BASELINE.replace("insatser = \"insatser.csv\"\n", "")
        + "[[insats]]\nname = \"Ungdomscenter\"\nforbund = \"Finnveden\"\nort = \"Värnamo\"\nmalgrupp = \"Unga\"\nkostnad = 2_400_000\n\
           platser = 40\ndeltagare = 82\navslutade = 43\nresultat = { arbete = 8, studier = 6 }\nsource = \"sus.csv\"\n\
           [[insats]]\nname = \"Stegen\"\nforbund = \"Höglandet\"\nkostnad = 3_100_000\ndeltagare = 100\navslutade = 70\n\
           resultat = { arbete = 9, studier = 9 }\nsource = \"insatser.csv\"\n";
    let of_baseline = Place::with(&[("u.toml", &written), ("s.toml", &of_table.read("s.toml"))]);
    let [one, other]: [Value; 2] =
        [of_table, of_baseline].map(|place| place.run("simulate s.toml --format json").json());
    assert_eq!(one, other);
    let results = json!([
        { "resultat": "arbete", "personer": 17, "share_of_deltagare": "9.3", "share_of_avslutade": "15.0",
          "kostnad_per_person": "323529.41" },
        { "resultat": "studier", "personer": 15, "share_of_deltagare": "8.2", "share_of_avslutade": "13.3",
          "kostnad_per_person": "366666.67" },
    ]);
    assert_eq!(one["insats"]["before"]["resultat"], results);
    assert_eq!(one["insats"]["before"]["total"]["avslutade"], 113);
}

#[test]
fn what_a_baseline_needs_of_the_table_is_refused_at_its_cells() {
    let table = "insats;forbund;ort;kostnad\nA;Finveden;;1\nB;Höglandet;Värnamo;\nC;Höglandet;Värnamoo;3\nD;;;4\nE;Finnveden;;5\n";
    let own = format!("{BASELINE}[[insats]]\nname = \"e\"\nforbund = \"Finnveden\"\nkostnad = 1\n");
    let place = Place::with(&[
        ("u.toml", &own),
        ("insatser.csv", table),
        ("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n"),
    ]);
    let run = place.run("simulate s.toml");
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr);
    // A table that is not there, and a file that is no table, are reported where they are named.
    for named in ["saknas.csv", "s.toml"] {
        place.write("u.toml", &BASELINE.replace("insatser.csv", named));
        let run = place.run("simulate s.toml");
        assert!(run.code == Some(2) && run.stderr.contains("u.toml:4:12"), "{}", run.stderr);
    }
}

/// The source's own percentages of the three förbund cannot be merged: nobody says of how many they are.
#[test]
fn percentages_alone_are_refused_with_what_to_do() {
    let stderr = refused(
        "Insats;Förbund;arbete %;studier %\nT;Trollhättan;7;14\nV;Vänersborg;14;14\nB;BÅD-ESÅ;19;14\n",
    );
    insta::assert_snapshot!(stderr);
}

#[test]
fn every_faulty_cell_is_reported_at_once() {
    let stderr = refused(
        "Insats;Förbund;Deltagare;Avslutade;Arbete;Studier %;Övrigt;Övrigt %\n\
         A;F;90;91;7;14;;\n;F;3;3;3;;;\nB;F;9;3;5;50;;\nC;F;9;;1;7;;\nD;F;1.442;-1;2,5;700;;\nE;F;x;1E+05;nej;;;\n\
         F;F;10;10;1;;5;60\nF;G;10;10;1;;;\n",
    );
    insta::assert_snapshot!(stderr);
}

/// 7 percent of 900 are 63, but 59 and 67 round to 7 as well; 7.0 says no more, and 7.2 is 65 alone.
#[test]
fn how_far_persons_can_be_off_is_said() {
    let table = |percent: &str| format!("Insats;Avslutade;Arbete %\nA;900;{percent}\n");
    let warned = |percent: &str| {
        let place = Place::with(&[("t.csv", &table(percent))]);
        place.run("import t.csv --as insatser -o ut.csv").stderr
    };
    assert!(warned("7").contains("upp till 4 fler eller färre"), "{}", warned("7"));
    assert_eq!(warned("7,2"), "");
    assert_eq!(imported(&[("t.csv", &table("7,2"))], "")[1], "A;;;;;;;900;65;t.csv");
}

#[test]
fn persons_of_one_table_and_costs_of_another_become_one() {
    let budget = "insats;forbund;kostnad;platser\nUngdomscenter;Finnveden;2400000;40\nNy;Höglandet;5;\n";
    let rows = imported(&[("sus.csv", SUS), ("budget.csv", budget)], "");
    assert_eq!(rows[1], "Ungdomscenter;Finnveden;;;2400000;40;82;43;8;6;sus.csv");
    assert_eq!(rows[3], "Ny;Höglandet;;;5;;;;;;budget.csv");
    // The same persons in two tables are not counted twice.
    let place = Place::with(&[("a.csv", SUS), ("b.csv", SUS)]);
    place.run("import a.csv b.csv --as insatser").assert_refused("insats_row_twice");
}

#[test]
fn one_year_is_taken_and_a_missing_number_is_not_zero() {
    let table = "Insats;År;Deltagare;Arbete;Studier\nA;2023;10;1;\nA;2024;12;;\nB;2024;5;0;\n";
    assert!(refused(table).contains("insats_years"));
    assert_eq!(imported(&[("t.csv", table)], "--year 2024")[1..], ["A;;;;;;12;;;t.csv", "B;;;;;;5;;0;t.csv"]);
    let table = "Insats;Kön;Deltagare;Arbete\nA;K;10;1\nA;M;12;..\n";
    let place = Place::with(&[("t.csv", table)]);
    let run = place.run("import t.csv --as insatser");
    assert!(run.stderr.contains("insats_persons_missing"), "{}", run.stderr);
    assert_eq!(rows(&run.stdout)[1], "A;;;;;;22;;t.csv");
    assert_eq!(place.run("import t.csv --as insatser --strict").code, Some(2));
}

#[test]
fn columns_have_the_names_that_the_user_gives() {
    let table = "Aktivitet;Personer i insats;Status vid avslut: lön\nA;12;3\n";
    let options = "--column insats=Aktivitet --column deltagare=Personer·i·insats --column arbete=Status·vid·avslut:·lön";
    let place = Place::with(&[("t.csv", table)]);
    let mut command = place.command("import t.csv --as insatser");
    command.args(options.split(' ').map(|option| option.replace('·', " ")));
    let run = super::run::finish(&mut command);
    assert_eq!(
        rows(&run.stdout),
        [
            "insats;forbund;ort;malgrupp;kostnad;platser;deltagare;avslutade;arbete;source",
            "A;;;;;;12;;3;t.csv"
        ]
    );
    let place = Place::with(&[("t.csv", "Aktivitet;Deltagare;Status vid avslut: lön\nA;12;3\n")]);
    let run = place.run("import t.csv --as insatser --column insats=Aktivitet --column arbete=Lön");
    run.assert_refused("series_not_found");
    // A slip of a known heading would be a result.
    let place = Place::with(&[("t.csv", "insats;deltagare;avslutad\nA;12;3\n")]);
    assert!(place.run("import t.csv --as insatser").stderr.contains("”avslutade”"));
}

#[test]
fn other_files_are_not_taken_for_one_and_one_is_not_taken_for_others() {
    let place = Place::with(&[("sus.csv", SUS), ("k.csv", "kommunkod;kommun\n0680;Jönköping\n")]);
    place.run("import sus.csv").assert_refused("insats_table_meant");
    place.run("import k.csv --as insatser").assert_refused("column_missing");
    place.run("import saknas.csv --as insatser").assert_refused("file_not_found");
    // The table is not written over what it is read from.
    assert_eq!(place.run("import sus.csv --as insatser -o sus.csv").code, Some(2));
    assert_eq!(place.read("sus.csv"), SUS);
}

#[test]
fn hostile_texts_of_a_table_are_harmless() {
    let table = "Insats;Förbund;Ort;Deltagare;=1+1 %;@kind|<b>\n\
        =HYPERLINK(1)|<script>\u{1b}[31m;Finnveden;Värnamo;100;14;3\n::error::x;Höglandet;;10;10;1\n";
    let place = Place::with(&[("t.csv", table), ("u.toml", BASELINE)]);
    let run = place.run("import t.csv --as insatser -o insatser.csv");
    let csv = place.read("insatser.csv");
    for text in [&run.stdout, &run.stderr, &csv] {
        assert!(!text.contains('\u{1b}') && !text.lines().any(|line| line.starts_with("::")), "{text}");
    }
    let cells = || csv.lines().flat_map(|line| line.trim_start_matches('\u{feff}').split(';'));
    assert!(cells().all(|cell| !cell.starts_with(['=', '@', '+', '-'])), "{csv}");
    // Read on, its texts are harmless everywhere.
    let filled = csv
        .replace(";Finnveden;Värnamo;;;", ";Finnveden;Värnamo;;9;")
        .replace(";Höglandet;;;;", ";Höglandet;;;9;");
    place.write("insatser.csv", &filled);
    place.write("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n");
    for format in ["table", "markdown", "csv"] {
        let answer = place.run(&format!("simulate s.toml --full --format {format}")).answer();
        assert!(!answer.contains('\u{1b}'), "{format}: {answer}");
        assert!(format != "markdown" || !answer.contains("<script>"), "{answer}");
    }
}

/// 50 % of 200, all 100 and 25 % of 400 are 100, 100 and 100 persons, whatever the heading says; 2 of 18 are a ninth. A cell that
/// holds 0.15 and does not show percent is 0.15 percent of 20, which is nobody.
#[test]
fn cells_that_show_percent_are_percentages() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let percent = [Format::new().set_num_format("0%"), Format::new().set_num_format("0.0\\ %")];
    for (column, heading) in (0..).zip(["Insats", "Förbund", "Deltagare", "Arbete", "Andel studier (%)"]) {
        sheet.write(0, column, heading).expect("a heading");
    }
    let insatser = [
        ("A", 200, 0.5, 0.25),
        ("B", 100, 1.0, 0.07),
        ("C", 400, 0.25, 0.0),
        ("D", 18, 1.0 / 9.0, 2.0 / 3.0),
    ];
    for (row, (name, all, arbete, studier)) in (1..).zip(insatser) {
        sheet.write(row, 0, name).expect("a name");
        sheet.write(row, 1, "F").expect("a name");
        sheet.write(row, 2, all).expect("a number");
        sheet.write_with_format(row, 3, arbete, &percent[0]).expect("a percentage");
        sheet.write_with_format(row, 4, studier, &percent[1]).expect("a percentage");
    }
    let place = Place::empty();
    workbook.save(place.path("t.xlsx")).expect("a workbook");
    let run = place.run("import t.xlsx --as insatser");
    let persons: Vec<String> = rows_of_persons(&run.stdout);
    assert_eq!(persons, ["200;;100;50", "100;;100;7", "400;;100;0", "18;;2;12"], "{}", run.stderr);
    assert!(refused("Insats;Deltagare;Andel arbete\nA;20;0,15\n").contains("insats_percent"));
}

/// What an imported table says of the persons of each insats.
pub(super) fn rows_of_persons(written: &str) -> Vec<String> {
    let cells = |row: &String| {
        row.split(';').skip(6).take_while(|cell| !cell.contains('.')).collect::<Vec<_>>().join(";")
    };
    rows(written)[1..].iter().map(cells).collect()
}
