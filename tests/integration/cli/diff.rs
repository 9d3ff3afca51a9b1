//! `finsam diff`: what changed between two results.

use serde_json::{Value, json};

use super::run::{Place, Run, finish};

const BASELINE: &str = "builtin:data/integratia_2017/utgangslage.toml";

/// The result of a merger.
fn place() -> Place {
    let place = Place::example("merge_national");
    let old = place.run("simulate scenario.toml --format json").answer();
    place.write("old.json", &old);
    place
}

/// The same result with some of its text replaced.
fn edited(place: &Place, name: &str, edits: &[(&str, &str)]) {
    let mut text = place.read("old.json");
    for (old, new) in edits {
        assert!(text.contains(old), "{old} is not in the result");
        text = text.replacen(old, new, 1);
    }
    place.write(name, &text);
}

/// The result with one figure set by its path in the JSON.
fn with_figure(place: &Place, path: &str, value: Value) {
    let mut result: Value = serde_json::from_str(&place.read("old.json")).expect("JSON");
    *result.pointer_mut(path).expect("a figure") = value;
    place.write("new.json", &result.to_string());
}

fn ended(stdout: &str, code: i32) -> Run {
    Run { stdout: stdout.to_owned(), stderr: String::new(), code: Some(code) }
}

#[test]
fn nothing_changed_is_one_quiet_line() {
    let place = place();
    for format in ["table", "markdown"] {
        let arguments = format!("diff old.json old.json --format {format}");
        assert_eq!(place.run(&arguments), ended("Inga uppgifter har ändrats.\n", 0));
        assert_eq!(place.run(&format!("{arguments} --lang en")), ended("No figure changed.\n", 0));
    }
    let header = "scenario,kind,level,name,metric,old,new,change,percent,allowed\r\n";
    assert_eq!(place.run("diff old.json old.json --format csv").answer(), header);
    let answer = place.run("diff old.json old.json --format json").json();
    assert_eq!(answer["changed"], false);
    assert_eq!(answer["scenarios"][0]["figures"], json!([]));
}

#[test]
fn a_figure_that_changed_is_reported_with_both_values_change_and_percent() {
    let place = place();
    with_figure(&place, "/delta/gross/state", json!(-396_000));
    let swedish = "1 uppgift har ändrats.

Sammanslagning av två: alla förbund
Uppgift                            Förut        Nu  Förändring      %
─────────────────────────────────────────────────────────────────────
Staten (kr), förändring brutto  −400\u{a0}000  −396\u{a0}000      +4\u{a0}000  +1,00
";
    assert_eq!(place.run("diff old.json new.json"), ended(swedish, 1));
    let csv = "scenario,kind,level,name,metric,old,new,change,percent,allowed\r\n\
        Sammanslagning av två,figure,total,,delta.gross.state,-400000,-396000,4000,1.00,false\r\n";
    assert_eq!(place.run("diff old.json new.json --format csv"), ended(csv, 1));
    let run = place.run("diff old.json new.json --format json");
    let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let figure = json!({
        "level": "total", "name": "", "metric": "delta.gross.state", "unit": "kr",
        "old": "-400000", "new": "-396000", "change": "4000", "percent": "1.00", "allowed": false,
    });
    assert_eq!(answer["scenarios"][0]["figures"], json!([figure]));
    assert_eq!((run.code, &answer["changed"]), (Some(1), &json!(true)));
}

#[test]
fn the_end_of_what_is_allowed_is_within_it() {
    let place = place();
    with_figure(&place, "/delta/gross/state", json!(-396_000));
    for (option, tolerance, beyond) in [
        ("--max-change", "1%", false),
        ("--max-change", "±0,99 %", true),
        ("--max-change", "+1%", false),
        ("--max-change", "-1%", true),
        ("--max-change", "4000 kr", false),
        ("--max-change", "3,999 tkr", true),
        ("--max-change", "9 invånare", true),
        ("--allow-change", "delta.gross.state=1%", false),
        ("--allow-change", "delta.gross.state=0,999999%", true),
        ("--allow-change", "delta.gross.state=+4 tkr", false),
        ("--allow-change", "delta.gross.state=-4 tkr", true),
        ("--allow-change", "delta.gross.total=100%", true),
    ] {
        let mut command = place.command("diff old.json new.json");
        let run = super::run::finish(command.args([option, tolerance]));
        assert_eq!(run.code, Some(i32::from(beyond)), "{option} {tolerance}\n{}", run.stdout);
    }
    let quiet = "Ingen uppgift har ändrats mer än tillåtet; 1 har ändrats mindre.\n";
    assert_eq!(place.run("diff old.json new.json --max-change 1%"), ended(quiet, 0));
    let answer = place.run("diff old.json new.json --max-change 1% --format json").json();
    assert_eq!(answer["scenarios"][0]["figures"][0]["allowed"], true);
}

#[test]
fn what_was_zero_or_unknown_is_never_within_a_percent() {
    let place = place();
    edited(&place, "zero.json", &[("\"base\": 400000", "\"base\": 0")]);
    let run = place.run("diff zero.json old.json --max-change 100%");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.lines().any(|line| line.ends_with('–')), "{}", run.stdout);
    with_figure(&place, "/before/total/kansli", Value::Null);
    let run = place.run("diff old.json new.json --max-change 100% --max-change 1000mnkr");
    assert_eq!(run.code, Some(1), "{}", run.stdout);
}

#[test]
fn two_years_are_reported_by_level_the_largest_first() {
    let place = Place::with(&[("s.toml", &format!("name = \"S\"\nbaseline = \"{BASELINE}\"\n"))]);
    let year = |year: u16| {
        let text = super::run::of_project("data/integratia_2017/utgangslage.toml");
        let text = text.replace("\"../kommuner.csv\"", "\"builtin:data/kommuner.csv\"");
        let of_year = text.replace("year = 2016", &format!("year = {year}"));
        assert!(year == 2016 || of_year != text);
        place.write("u.toml", &of_year);
        place.write("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n");
        place.write(&format!("{year}.json"), &place.run("simulate s.toml --format json").answer());
    };
    year(2015);
    year(2016);
    let run = place.run("diff 2015.json 2016.json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    for heading in ["S: alla förbund", "S: per förbund", "S: per kommun", "S: per region"] {
        assert!(run.stdout.contains(heading), "{heading}");
    }
    assert!(
        run.stdout.contains("• S: året för kommunernas uppgifter: ”2015” har blivit ”2016”"),
        "{}",
        run.stdout
    );
    let run = place.run("diff 2015.json 2016.json --format json");
    let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let figures = answer["scenarios"][0]["figures"].as_array().expect("figures");
    let totals = figures.iter().filter(|figure| figure["level"] == "total" && figure["unit"] == "kr");
    let size = |figure: &Value| {
        let change = figure["change"].as_str().expect("a change");
        change.trim_start_matches('-').parse::<u64>().expect("kronor")
    };
    let sizes: Vec<u64> = totals.map(size).collect();
    assert!(sizes.len() > 4 && sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    for format in ["table", "markdown", "csv", "json"] {
        let arguments = format!("diff 2015.json 2016.json --format {format}");
        assert_eq!(place.run(&arguments), place.run(&arguments), "{format}");
    }
}

/// Two results that differ in nearly everything.
fn far_apart() -> Place {
    let place = Place::empty();
    for (name, result) in [("tankespar1", "old.json"), ("tankespar2", "new.json")] {
        let json = place.run(&format!("simulate {name} --format json")).answer();
        // Else they would be two scenarios.
        place.write(result, &json.replace("Tankespår 2", "Tankespår 1"));
    }
    place
}

#[test]
fn a_screen_shows_a_page_and_says_how_much_more_there_is() {
    let place = far_apart();
    let (short, full) = (place.run("diff old.json new.json"), place.run("diff old.json new.json --full"));
    assert_eq!((short.code, full.code), (Some(1), Some(1)));
    let lines = short.stdout.lines().count();
    assert!((25..=45).contains(&lines), "{lines} lines\n{}", short.stdout);
    assert!(full.stdout.lines().count() > 3 * lines && !full.stdout.contains("--full"), "{}", full.stdout);
    for heading in ["alla förbund", "per förbund", "per kommun", "per region"] {
        assert!(short.stdout.contains(&format!("Tankespår 1: {heading}\n")), "{heading}\n{}", short.stdout);
    }
    let last = short.stdout.lines().last().expect("a line");
    assert!(last.starts_with("--full visar också ") && last.contains(" uppgifter till"), "{last}");
    let english = place.run("diff old.json new.json --lang en").stdout;
    assert!(english.lines().last().expect("a line").starts_with("--full also shows "), "{english}");
    // Files hold all, and so do formats for files.
    assert_eq!(place.run("diff old.json new.json -o all.txt").code, Some(1));
    assert_eq!(place.read("all.txt").lines().count(), full.stdout.lines().count());
    let markdown = place.run("diff old.json new.json --format markdown").stdout;
    assert!(markdown.lines().count() > 3 * lines && !markdown.contains("--full"), "{markdown}");
}

#[test]
fn the_page_of_many_scenarios_begins_with_the_sums_of_each() {
    let place = Place::empty();
    let json = place.run("compare tankespar1 tankespar2 tankespar3 sammanslagning --format json").answer();
    place.write("old.json", &json);
    let shifted = json.replace("\"total\": 14", "\"total\": 15").replace("\"region\": 3", "\"region\": 4");
    place.write("new.json", &shifted);
    let run = place.run("diff old.json new.json");
    assert!(run.stdout.lines().count() <= 45, "{}", run.stdout);
    for scenario in ["Tankespår 1", "Tankespår 2", "Tankespår 3", "Sammanslagning"] {
        assert!(run.stdout.contains(&format!("{scenario}: alla förbund\n")), "{scenario}\n{}", run.stdout);
    }
}

#[test]
fn people_read_headings_grouped_by_forbund_and_programs_paths() {
    let place = far_apart();
    let full = place.run("diff old.json new.json --full").stdout;
    for path in
        ["after.", "before.", "delta.", "contribution_", "criteria.", "break_even.", "kr_per_inhabitant"]
    {
        assert!(!full.contains(path), "{path}\n{full}");
    }
    // Of each förbund everything stands together, the largest change first.
    let (_, of_forbund) = full.split_once("Tankespår 1: per förbund\n").expect("a table");
    let (_, group) = of_forbund.split_once("\nTrollhättan\n").expect("a förbund");
    let group = group.split("\n\n").next().expect("its lines");
    assert!(group.starts_with("  Intäkter (kr), netto "), "{group}");
    for figure in ["Insatser (kr), brutto", "Staten (kr), netto", "Ledamöter, efter", "Inv. 16–64, efter"]
    {
        assert!(group.contains(figure), "{figure}\n{group}");
    }
    let csv = place.run("diff old.json new.json --format csv").stdout;
    assert!(csv.contains(",after.gross.insatser,") && csv.contains(",contribution_after.net,"), "{csv}");
}

#[test]
fn what_changed_alike_on_every_side_is_one_line() {
    let place = place();
    edited(&place, "new.json", &[("\"befolkning_16_64\": ", "\"befolkning_16_64\": 1")]);
    let one_side = place.run("diff old.json new.json").stdout;
    assert!(one_side.contains("Inv. 16–64, nuläge"), "{one_side}");
    let root = env!("CARGO_MANIFEST_DIR");
    let years =
        place.run(&format!("diff {root}/tests/readme/2015.json {root}/tests/readme/2016.json")).stdout;
    assert_eq!(years.matches("\nIntäkter (kr) ").count(), 1, "{years}");
    assert!(years.contains("\nBidrag (kr)\n  Trollhättan "), "{years}");
}

#[test]
fn texts_and_sources_are_reported_but_decide_nothing() {
    let place = place();
    edited(
        &place,
        "new.json",
        &[("\"text\": \"", "\"text\": \"Nytt: "), ("\"basis\": \"national\"", "\"basis\": \"calibrated\"")],
    );
    let run = place.run("diff old.json new.json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with("Inga uppgifter har ändrats.\n\nÄndrat vid sidan av uppgifterna\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("var statens medel kommer från: ”national” har blivit ”calibrated”"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains(": antagandet ("), "{}", run.stdout);
}

#[test]
fn rows_and_scenarios_that_came_or_went_are_beyond_any_tolerance() {
    let place = place();
    edited(&place, "new.json", &[("\"name\": \"Norr\"", "\"name\": \"Nord\"")]);
    let run = place.run("diff old.json new.json --max-change 100%");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("förbundet ”Nord” i nuläget har tillkommit."), "{}", run.stdout);
    assert!(run.stdout.contains("förbundet ”Norr” i nuläget har fallit bort."), "{}", run.stdout);
    let empty = Place::empty();
    empty.write("one.json", &empty.run("simulate tankespar1 --format json").answer());
    empty.write("two.json", &empty.run("compare tankespar3 tankespar1 --format json").answer());
    let run = empty.run("diff one.json two.json");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("• Scenariot ”Tankespår 3” har tillkommit."), "{}", run.stdout);
    let run = empty.run("diff two.json one.json --format csv");
    assert!(run.stdout.contains("\r\nTankespår 3,scenario,,,,Tankespår 3,,,,false\r\n"), "{}", run.stdout);
}

#[test]
fn scenarios_are_matched_by_name_and_where_that_changed_by_file() {
    let place = place();
    edited(&place, "new.json", &[("\"name\": \"Sammanslagning av två\"", "\"name\": \"Annat namn\"")]);
    let run = place.run("diff old.json new.json");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("scenariots namn: ”Sammanslagning av två” har blivit ”Annat namn”"));
}

#[test]
fn net_that_became_unknown_is_reported_by_its_totals() {
    let place = place();
    let mut result: Value = serde_json::from_str(&place.read("old.json")).expect("JSON");
    result["after"]["net"] = Value::Null;
    result["delta"]["net"] = Value::Null;
    place.write("new.json", &result.to_string());
    let answer = place.run("diff old.json new.json --format json");
    let answer: Value = serde_json::from_str(&answer.stdout).expect("JSON");
    let scenario = &answer["scenarios"][0];
    assert_eq!(scenario["rows"], json!([]));
    let net = |figure: &Value| figure["metric"].as_str().expect("a metric").contains(".net");
    assert!(
        scenario["figures"]
            .as_array()
            .expect("figures")
            .iter()
            .all(|figure| net(figure) && figure["new"].is_null())
    );
}

#[test]
fn further_keys_are_left_alone_and_every_digit_is_kept() {
    let place = place();
    edited(
        &place,
        "new.json",
        &[("\"schema_version\": 1,", "\"schema_version\": 1, \"nyckel\": [[1e400, {\"a\": 0.1}]],")],
    );
    assert_eq!(place.run("diff old.json new.json").answer(), "Inga uppgifter har ändrats.\n");
    with_figure(&place, "/before/forbund/0/forsorjningsmatt", json!("7000.0000000000000000001"));
    place.write("old2.json", &place.read("new.json"));
    with_figure(&place, "/before/forbund/0/forsorjningsmatt", json!("7000.0000000000000000002"));
    let run = place.run("diff old2.json new.json --format csv");
    assert!(
        run.stdout.contains(",7000.0000000000000000001,7000.0000000000000000002,0.0000000000000000001,0.00,"),
        "{}",
        run.stdout
    );
}

#[test]
fn hostile_files_are_refused_in_words() {
    let place = place();
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let deep_inside =
        place.read("old.json").replacen("\"description\": ", &format!("\"x\": {deep}, \"description\": "), 1);
    for (text, code) in [
        ("", "result_broken"),
        ("{", "result_broken"),
        ("null", "result_foreign"),
        ("[]", "result_foreign"),
        ("{}", "result_foreign"),
        ("[{\"schema_version\": 99999999999999999999}]", "result_value"),
        ("{\"schema_version\": 1}", "result_key_missing"),
        (deep.as_str(), "result_foreign"),
        ("{\"schema_version\": 1, \"scenario\": {\"name\": \"\\ud800\", \"file\": \"\"}}", "result_value"),
    ] {
        place.write("new.json", text);
        place.run("diff old.json new.json").assert_refused(code);
        place.run("diff new.json old.json").assert_refused(code);
    }
    place.write("new.json", &deep_inside);
    assert_eq!(place.run("diff old.json new.json").answer(), "Inga uppgifter har ändrats.\n");
    let large = std::fs::File::create(place.path("new.json")).expect("a file");
    large.set_len(64 * 1024 * 1024 + 1).expect("a sparse file");
    place.run("diff old.json new.json").assert_refused("file_too_large");
    place.run("diff old.json finns_inte.json").assert_refused("file_not_found");
}

#[test]
fn what_is_wrong_with_both_files_is_reported_at_once_and_nothing_is_written() {
    let place = place();
    place.write("a.json", "{");
    place.write("b.json", "[]");
    let run = place.run("diff a.json b.json -o svar");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert_eq!(run.stderr.lines().filter(|line| line.starts_with("fel[")).count(), 2, "{}", run.stderr);
    assert!(!place.names().contains(&"svar".to_owned()));
    place.run("diff old.json old.json -o old.json").assert_refused("output_is_input");
}

#[test]
fn hostile_names_stay_names() {
    let place = place();
    let hostile = "=A|<b>\\u001b[31m\\n# x";
    edited(&place, "a.json", &[("Sammanslagning av två", hostile)]);
    edited(&place, "b.json", &[("Sammanslagning av två", hostile), ("\"state\": -400000", "\"state\": -1")]);
    let run = |format: &str| place.run(&format!("diff a.json b.json --format {format}")).stdout;
    for format in ["table", "markdown", "csv", "json"] {
        assert!(!run(format).contains('\u{1b}'), "{format}");
    }
    assert!(run("csv").contains("\r\n'=A|<b>?[31m # x,figure"), "{}", run("csv"));
    assert!(run("markdown").contains("&lt;b&gt;?\\[31m"), "{}", run("markdown"));
}

#[test]
fn break_even_and_criteria_are_compared_too() {
    let place = place();
    with_figure(&place, "/criteria/after/forbund/0/distance/km", json!(49));
    let run = place.run("diff old.json new.json --format csv");
    let row = ",figure,forbund,Trollhättan,criteria.after.distance.km,47,49,2,4.26,false\r\n";
    assert!(run.code == Some(1) && run.stdout.ends_with(row), "{}", run.stdout);
    assert_eq!(place.run("diff old.json new.json --max-change km=2").code, Some(2));
    let allowed = |tolerance: &str| {
        let mut command = place.command("diff old.json new.json --allow-change");
        finish(command.arg(format!("criteria.after.distance.km={tolerance}"))).code
    };
    assert_eq!([allowed("+2 km"), allowed("+1 km"), allowed("-2 km")], [Some(0), Some(1), Some(1)]);
    // Kronor are no km.
    assert_eq!(allowed("+2 kr"), Some(2));
    with_figure(&place, "/break_even/saving_needed/net", json!(1));
    assert!(place.run("diff old.json new.json").stdout.contains("Behöver sparas (kr), netto"));
}

#[test]
fn what_an_older_version_did_not_write_has_not_changed() {
    let place = place();
    // A baseline with seats, so that there is something to leave out.
    place.write("seated.toml", &format!("name = \"S\"\nbaseline = \"{BASELINE}\"\n"));
    place.write("seated.json", &place.run("simulate seated.toml --format json").answer());
    let without = |name: &str, of: &[(&str, &[&str])]| {
        let mut older: Value = serde_json::from_str(&place.read(name)).expect("JSON");
        for (path, keys) in of {
            let object = older.pointer_mut(path).and_then(Value::as_object_mut).expect("an object");
            keys.iter().for_each(|key| assert!(object.remove(*key).is_some(), "{path}/{key}"));
        }
        place.write("older.json", &older.to_string());
        for files in [format!("older.json {name}"), format!("{name} older.json")] {
            assert_eq!(place.run(&format!("diff {files}")), ended("Inga uppgifter har ändrats.\n", 0));
        }
    };
    without("old.json", &[("", &["criteria", "break_even"])]);
    without("old.json", &[("/baseline", &["source", "table", "sources"])]);
    let rows =
        ["before", "after"].map(|side| (0..3).map(move |row| format!("/criteria/{side}/forbund/{row}")));
    let rows: Vec<String> = rows.into_iter().flatten().collect();
    without("seated.json", &rows.iter().map(|row| (row.as_str(), &["sate"][..])).collect::<Vec<_>>());
}

#[test]
fn a_key_or_a_kommun_under_it_that_went_is_no_silence() {
    let place = place();
    let edited = |edit: &dyn Fn(&mut Value)| {
        let mut result: Value = serde_json::from_str(&place.read("old.json")).expect("JSON");
        edit(&mut result["criteria"]);
        place.write("new.json", &result.to_string());
        place.run("diff old.json new.json --format csv")
    };
    let gone = edited(&|criteria| {
        criteria["keys"].as_array_mut().expect("keys").pop();
    });
    assert!(gone.code == Some(1), "{}", gone.stdout);
    assert!(
        gone.stdout.contains(",figure,total,,criteria.keys.lika.contribution_before,3229453,,"),
        "{}",
        gone.stdout
    );
    let gone = edited(&|criteria| {
        criteria["keys"][0]["kommuner"].as_array_mut().expect("kommuner").remove(0);
    });
    assert!(gone.code == Some(1) && gone.stdout.contains(",figure,kommun,"), "{}", gone.stdout);
}

/// Of a party that came or went its figures say so: what kind of party it is, is no news.
#[test]
fn who_a_party_is_that_went_is_no_news() {
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
        0101,Ale,Region Halland,1000,100\n0102,Habo,Region Värmland,3000,100\n";
    let baseline = |kommuner: &str| {
        format!(
            "name = \"Två\"\nkommuner = \"kommuner.csv\"\n[styrelse]\nledamoter_per_part = 1\nmoten_per_ar = 4\n\
             [[forbund]]\nname = \"A\"\nkommuner = [{kommuner}]\nbudget = 1_000_000\nkansli = 0\n\
             [[insats]]\nname = \"Center\"\nforbund = \"A\"\nkostnad = 1\nnatura_tjanster = {{ {} = 0.5 }}\n",
            kommuner.rsplit(' ').next().expect("a kommun")
        )
    };
    let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n";
    let place = Place::with(&[("kommuner.csv", table), ("s.toml", scenario)]);
    for (file, kommuner) in [("both.json", "\"Ale\", \"Habo\""), ("one.json", "\"Ale\"")] {
        place.write("u.toml", &baseline(kommuner));
        place.write(file, &place.run("simulate s --format json").answer());
    }
    for files in ["both.json one.json", "one.json both.json"] {
        let rows = place.run(&format!("diff {files} --format csv")).stdout;
        for metric in [".parties.ledamoter", ".natura_parties.Habo.natura_tjanster"] {
            let is_it =
                |line: &&str| line.contains(",figure,") && line.contains("Habo") && line.contains(metric);
            assert!(rows.lines().any(|line| is_it(&line)), "{metric}: {rows}");
        }
        assert!(!rows.lines().any(|line| line.contains(".kind,")), "{rows}");
    }
}

/// What changed of an insats, a board, a party or a group says whose it is; a flag is yes or no, and what changed alike for
/// several kommuner is said once, by their names.
#[test]
fn figures_of_insatser_boards_and_parties_say_whose_they_are() {
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
        0101,Ale,Region Halland,1000,100\n0102,Habo,Region Värmland,3000,100\n";
    let baseline = "name = \"Två\"\nkommuner = \"kommuner.csv\"\n\
        [styrelse]\nledamoter_per_part = 1\nmoten_per_ar = 4\ntimmar_per_mote = 2\narvode_per_timme = 100\n\
        [[forbund]]\nname = \"A\"\nkommuner = [\"Ale\", \"Habo\"]\nbudget = 1_000_000\nkansli = 0\n\
        [[insats]]\nname = \"Ungcenter\"\nforbund = \"A\"\nkostnad = 200_000\nmalgrupp = \"Unga\"\n\
        resultat = { arbete = 20 }\n\
        [[position]]\nparty = \"Ale\"\nranking = [\"nulaget\", \"s\"]\n";
    let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n";
    let place = Place::with(&[("kommuner.csv", table), ("u.toml", baseline), ("s.toml", scenario)]);
    let write = |name: &str| place.write(name, &place.run("simulate s --format json").answer());
    write("a.json");
    let changed = [
        ("kostnad = 200_000", "kostnad = 300_000"),
        ("arbete = 20", "arbete = 25"),
        ("\"Unga\"", "\"Vuxna\""),
        ("arvode_per_timme = 100", "arvode_per_timme = 150"),
        ("ranking = [\"nulaget\", \"s\"]", "reject = [\"s\"]"),
    ];
    let changed = changed.iter().fold(baseline.to_owned(), |text, (old, new)| text.replace(old, new));
    place.write("u.toml", &changed);
    write("b.json");
    let run = place.run("diff a.json b.json --full --width 200");
    let page = run.stdout;
    for line in [
        "Insatser: Kostnad (kr)",
        "Ungcenter: Kostnad (kr)",
        "Ungcenter, arbete: Personer",
        "Unga: Kostnad (kr)",
        "Vuxna: Kostnad (kr)",
        "Ale: Arvoden (kr)",
        "Försäkringskassan: Arvoden (kr)",
        "Ale: Rang",
        "S: om ingen avvisar det: ja har blivit nej",
        "(Ale och Habo): ”Unga” har blivit ”Vuxna”",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
    assert!(!page.contains("boards.") && !page.contains("0101") && !page.contains("””"), "{page}");
}
