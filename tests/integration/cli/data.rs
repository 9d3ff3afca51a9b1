//! `finsam data`: kommuner and their figures.

use serde_json::Value;

use super::pages::pin_in;
use super::run::{Place, of_project};

/// A table of one's own, as Swedish Excel writes it: with today's förbund, an indicator and a note.
const OWN: &str = "Kommunkod;Kommun;Befolkning 16-64;Försörjningsmått;Förbund;Ohälsotal;Anteckning\n\
                   0604;Aneby;3929;535,25;Höglandet;24,1;se protokoll\n\
                   0686;Eksjö;10047;1491;Höglandet;..;\n\
                   0617;Gnosjö;5688;632,5;Finnveden;19;\n\
                   0980;Gotland;34865;4090;;;\n";

#[test]
fn a_baseline_is_shown_by_forbund() {
    pin_in(&Place::empty(), "data_show_jonkoping", "data show jonkoping");
}

#[test]
fn a_table_of_ones_own_is_shown_with_its_forbund_and_indicators() {
    let place = Place::with(&[("kommuner.csv", OWN)]);
    pin_in(&place, "data_show_own", "data show kommuner.csv");
    pin_in(&place, "data_show_own_sorted", "data show kommuner.csv --sort -ohälsotal --lang en");
    pin_in(&place, "data_show_own_csv", "data show kommuner.csv --format csv");
    pin_in(&place, "data_show_own_excel", "data show kommuner.csv --format csv --csv-dialect excel");
    pin_in(&place, "data_show_own_markdown", "data show kommuner.csv --format markdown");
    pin_in(&place, "data_show_own_json", "data show kommuner.csv --format json");
}

#[test]
fn a_file_of_the_folder_is_shown_where_none_is_named() {
    let place = Place::empty();
    assert!(
        place.run("data show").answer().starts_with("builtin:data/kommuner.csv: 290 kommuner, år 2021.\n")
    );
    place.write("kommuner.csv", OWN);
    place.write(
        "utgangslage.toml",
        "name = \"Eget\"\nkommuner = \"kommuner.csv\"\n[[forbund]]\nname = \"F\"\nkommuner = [\"Aneby\"]\n\
         budget = 4_000_000\n",
    );
    assert!(place.run("data show").answer().starts_with("Eget: 1 kommun i 1 förbund.\n"));
    // The table of the folder is the one that is meant; the built-in one must be named then.
    let own = place.run("data show --lan Jönköping").answer();
    assert!(own.contains("Kommuntabell: kommuner.csv"), "{own}");
    place.run("data show --lan Halland").assert_refused("lan_without_kommuner");
    let builtin = place.run("data show --lan Gotland --table builtin:data/kommuner.csv").answer();
    assert!(builtin.starts_with("Gotlands län: 1 kommun, år 2021.\n"));
    assert!(
        place
            .run("data show --table kommuner.csv")
            .answer()
            .starts_with("kommuner.csv: 4 kommuner i 2 förbund.\n")
    );
}

#[test]
fn figures_of_a_lan_add_up_to_what_the_table_says() {
    let json = Place::empty().run("data show --lan 06 --year 2019 --format json").json();
    let rows = json["tables"][0]["rows"].as_array().expect("rows");
    let of = |level: &str, key: &str| -> i64 {
        let whole = |value: &Value| value.as_i64().or_else(|| value.as_str()?.parse().ok()).expect("whole");
        rows.iter().filter(|row| row["level"] == level).map(|row| whole(&row[key])).sum()
    };
    for key in ["befolkning_16_64", "forsorjningsmatt", "folkmangd"] {
        assert_eq!(of("kommun", key), of("total", key), "{key}");
    }
    let table = of_project("data/kommuner.csv");
    let lines = table.lines().filter(|line| line.starts_with("2019,06"));
    let expected: i64 =
        lines.map(|line| line.split(',').nth(4).expect("a cell").parse::<i64>().expect("whole")).sum();
    assert_eq!(of("total", "befolkning_16_64"), expected);
    let derived: Vec<&Value> = json["tables"][0]["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter(|column| column["derived"] == true)
        .map(|column| &column["name"])
        .collect();
    assert_eq!(derived, ["forsorjningsmatt"]);
}

#[test]
fn rows_can_be_sorted_by_any_column_either_way() {
    let place = Place::with(&[("kommuner.csv", OWN)]);
    let codes = |sort: &str| {
        let json = place.run(&format!("data show kommuner.csv --sort {sort} --format json")).json();
        let rows = json["tables"][0]["rows"].as_array().expect("rows").clone();
        let kommuner = rows.iter().filter(|row| row["level"] == "kommun");
        kommuner
            .map(|row| row["kommunkod"].as_str().expect("a code").to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(codes("kommunkod"), "0604 0617 0686 0980");
    assert_eq!(codes("-kommunkod"), "0980 0686 0617 0604");
    assert_eq!(codes("KOMMUN"), "0604 0686 0617 0980");
    assert_eq!(codes("befolkning_16_64"), "0604 0617 0686 0980");
    assert_eq!(codes("ohalsotal"), "0617 0604 0686 0980");
    assert_eq!(codes("-Ohälsotal"), "0604 0617 0686 0980");
    assert_eq!(codes("förbund"), "0617 0604 0686 0980");
}

#[test]
fn a_baseline_can_be_shown_with_the_figures_of_another_year_and_of_one_lan() {
    let place = Place::empty();
    let of_2015 = place.run("data show integratia_2017 --year 2015").answer();
    assert!(of_2015.contains("10 kommuner i 3 förbund, år 2015"), "{of_2015}");
    let varmland = place.run("data show integratia_2017 --lan Värmland").answer();
    assert!(varmland.contains("2 kommuner i 1 förbund, år 2016"), "{varmland}");
    assert!(varmland.contains("Av BÅD-ESÅ visas bara kommunerna i länet."), "{varmland}");
}

#[test]
fn kommuner_are_found_by_name_code_or_something_like_it() {
    let place = Place::empty();
    let codes = |word: &str| {
        let csv = place.run(&format!("data kommuner {word} --format csv")).answer();
        let codes = csv.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned());
        codes.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes("habo"), "0305 0643");
    assert_eq!(codes("HÅBO"), "0305 0643");
    assert_eq!(codes("0682"), "0682");
    assert_eq!(codes("098"), "0980");
    assert_eq!(codes("trolhatan"), "1488");
    assert_eq!(codes("zzzz"), "");
    assert_eq!(codes("").split(' ').count(), 290);
    pin_in(&place, "data_kommuner", "data kommuner dals");
    place.run("data kommuner zzzz").assert_refused("no_kommun_found");
    let json = place.run("data kommuner zzzz --format json").json();
    assert_eq!(json["tables"][0]["rows"], Value::Array(Vec::new()));
}

/// Names of columns that programs could not tell apart get a number.
#[test]
fn columns_called_alike_are_distinguished() {
    let table = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,level,x,x\n0604,Aneby,5,1,7,8,9\n";
    let place = Place::with(&[("kommuner.csv", table)]);
    let json = place.run("data show kommuner.csv --format json").json();
    let row = &json["tables"][0]["rows"][0];
    assert_eq!([&row["level"], &row["level_2"], &row["x"], &row["x_2"]], ["kommun", "7", "8", "9"]);
}

#[test]
fn answers_go_to_a_file_and_no_input_is_overwritten() {
    let place = Place::with(&[("kommuner.csv", OWN)]);
    let printed = place.run("data show kommuner.csv --format csv").answer();
    assert_eq!(place.run("data show kommuner.csv --format csv -o ut.csv").answer(), "");
    assert_eq!(place.read("ut.csv"), printed);
    place.run("data show kommuner.csv -o kommuner.csv").assert_refused("output_is_input");
    assert_eq!(place.read("kommuner.csv"), OWN);
}

#[test]
fn hostile_names_stay_names() {
    let table = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,forbund,=x\n\
                 0604,=1+1,5,1,\"<b>|\u{1b}[31m\",7\n";
    let place = Place::with(&[("kommuner.csv", table)]);
    for arguments in ["data show kommuner.csv", "data kommuner --table kommuner.csv"] {
        for format in ["table", "markdown", "csv", "json"] {
            let answer = place.run(&format!("{arguments} --format {format}")).answer();
            assert!(!answer.contains('\u{1b}'), "{answer}");
        }
    }
    let csv = place.run("data show kommuner.csv --format csv").answer();
    assert!(csv.contains("'=1+1") && csv.lines().next().is_some_and(|line| line.ends_with("'=x")), "{csv}");
    assert!(place.run("data show kommuner.csv --format markdown").answer().contains("&lt;b&gt;\\|"));
}

#[test]
fn wrong_usage_is_refused() {
    let place = Place::empty();
    for arguments in [
        "data",
        "data finns-inte",
        "data show a b",
        "data show jonkoping --table x.csv",
        "data show --year 12",
    ] {
        let run = place.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
    }
    place.run("data show finns-inte").assert_refused("file_not_found");
    // A scenario is reported as one, by whatever name it is found.
    place.run("data show tankespar1").assert_refused("wrong_kind_of_file");
    place.run("data show builtin:scenarios/tankespar1.toml").assert_refused("wrong_kind_of_file");
}

#[test]
fn a_forsorjningsmatt_that_may_have_thousands_is_not_computed_in_silence() {
    let baseline = "name = \"B\"\nyear = 2021\nkommuner = \"kommuner.csv\"\n[[forbund]]\nname = \"A\"\n\
        kommuner = [\"Habo\", \"Mullsjö\"]\nbudget = 9_000_000\n";
    let scenario = "name = \"S\"\nbaseline = \"utgangslage.toml\"\n";
    let place = Place::with(&[("utgangslage.toml", baseline), ("s.toml", scenario)]);
    let table = |habo: &str, mullsjo: &str, place_of_habo: &str| {
        format!(
            "kommunkod;kommun;befolkning_16_64;forsorjningsmatt;lat;lon\n\
             0643;Habo;7209;{habo};{place_of_habo}\n0642;Mullsjö;4200;{mullsjo};57,9;13,9\n"
        )
    };
    let commands = [
        "simulate s.toml",
        "compare s.toml",
        "check s.toml",
        "explain s.toml",
        "report s.toml -o r.md",
        "data show kommuner.csv",
        "data validate kommuner.csv --year 2021",
        "data validate s.toml",
        "init ny --table kommuner.csv --kommuner Habo,Mullsjö",
        "import kommuner.csv --year 2021",
    ];
    // Both signs in the column, or a decimal comma elsewhere in the row.
    for text in
        [table("1.442", "802,5", ";"), table("1.442", "802", ";"), table("1,442", "802.5", "57,9;14,1")]
    {
        place.write("kommuner.csv", &text);
        for command in commands {
            // Where places stand is nothing to an import.
            if command.starts_with("import") && text.contains("802;") {
                continue;
            }
            let run = place.run(command);
            run.assert_refused("cell_ambiguous");
            assert!(run.stderr.contains("kommuner.csv:2:16"), "{command}: {}", run.stderr);
        }
    }
    // Nothing shows which it is, but it can hardly be meant.
    for (habo, other) in [("1,442", "802"), ("5000", "42,5")] {
        place.write("kommuner.csv", &table(habo, other, ";"));
        for command in commands {
            let run = place.run(command);
            assert_eq!(run.code, Some(0), "{command}: {}", run.stderr);
            assert!(run.stderr.contains("kommuner.csv:2:16"), "{command}: {}", run.stderr);
            // An import knows more: what the figure was before.
            let reported = run.stderr.matches("[forsorjningsmatt_share]").count();
            assert_eq!(reported, usize::from(!command.starts_with("import")), "{command}: {}", run.stderr);
        }
        std::fs::remove_dir_all(place.path("ny")).expect("a folder");
    }
    // The least and the largest share that can be.
    place.write("kommuner.csv", &table("144,18", "2520", ";"));
    place.run("simulate s.toml").answer();
    place.run("data show kommuner.csv").answer();
}
