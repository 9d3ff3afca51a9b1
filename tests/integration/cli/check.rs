//! `finsam check`: silent when all holds, else a line per failure.

use super::run::{OVER_YEARS, Place, Run, SCENARIOS};

/// The worked example of a merger, with these checks.
fn place(checks: &str) -> Place {
    let place = Place::example("merge_national");
    place.write("scenario.toml", &with_checks(&place, checks));
    place
}

fn with_checks(place: &Place, checks: &str) -> String {
    format!("{}\n{checks}", place.read("scenario.toml"))
}

const HOLDS: &str = "[[check]]\nmetric = \"delta.gross.state\"\nequals = -400_000\n";
const FAILS: &str = "[[check]]\nname = \"Två till ett\"\nmetric = \"delta.gross.state\"\nequals = -400_001\n";

fn failed(lines: &str) -> Run {
    Run { stdout: lines.to_owned(), stderr: String::new(), code: Some(1) }
}

fn silent() -> Run {
    Run { stdout: String::new(), stderr: String::new(), code: Some(0) }
}

#[test]
fn every_check_of_the_project_holds_in_silence() {
    let (project, empty) = (Place::project(), Place::empty());
    for name in SCENARIOS.into_iter().chain(OVER_YEARS) {
        for format in ["table", "markdown"] {
            let arguments = format!("check {name} --format {format}");
            assert_eq!(project.run(&arguments), silent(), "{arguments}");
            assert_eq!(empty.run(&arguments), silent(), "{arguments}");
        }
    }
    assert_eq!(empty.run(&format!("check {}", SCENARIOS.join(" "))), silent());
}

#[test]
fn a_failing_check_is_a_line_with_expected_actual_and_difference() {
    let place = place(&format!("{HOLDS}{FAILS}"));
    let swedish = "scenario.toml: Två till ett (delta.gross.state): \
        väntat −400\u{a0}001, blev −400\u{a0}000, skillnad +1\n";
    let english = "scenario.toml: Två till ett (delta.gross.state): \
        expected −400,001, actual −400,000, difference +1\n";
    assert_eq!(place.run("check scenario.toml"), failed(swedish));
    assert_eq!(place.run("check scenario.toml --lang en"), failed(english));
}

#[test]
fn bounds_are_reported_as_they_were_written() {
    let bounds = |bounds: &str| format!("[[check]]\nmetric = \"delta.net.state\"\n{bounds}\n");
    let checks = [
        bounds("min = -393_120"),
        bounds("max = -393_122"),
        bounds("min = -10\nmax = -5"),
        bounds("min = -393_121\nmax = -393_121"),
    ];
    let lines = "scenario.toml: delta.net.state: väntat minst −393\u{a0}120, blev −393\u{a0}121, skillnad −1
scenario.toml: delta.net.state: väntat högst −393\u{a0}122, blev −393\u{a0}121, skillnad +1
scenario.toml: delta.net.state: väntat mellan −10 och −5, blev −393\u{a0}121, skillnad −393\u{a0}111
";
    assert_eq!(place(&checks.concat()).run("check scenario.toml"), failed(lines));
}

#[test]
fn a_bound_that_no_figure_can_reach_is_refused_and_never_passed_by_overflow() {
    for bounds in [
        "min = 79228162514264337593543950335",
        "min = 9007199254740993",
        "max = -79228162514264337593543950335",
        "max = -7.9e28",
        "equals = 9.1e15",
        "equals = 0\ntolerance = 79228162514264337593543950335",
        "min = -1e28\nmax = 1e28",
    ] {
        let place = place(&format!("[[check]]\nmetric = \"delta.gross.state\"\n{bounds}\n"));
        for command in ["check", "simulate", "compare"] {
            place.run(&format!("{command} scenario.toml")).assert_refused("bound_out_of_range");
        }
    }
    let check = |metric: &str, bound: &str| {
        place(&format!("[[check]]\nmetric = \"{metric}\"\n{bound}\n")).run("check scenario.toml")
    };
    check("delta.gross.forbund", "max = 10_001").assert_refused("bound_out_of_range");
    check("criteria.after.total.farthest_km", "max = 20_005").assert_refused("bound_out_of_range");
    check("criteria.after.total.largest_share_of_inhabitants", "max = 100.1")
        .assert_refused("bound_out_of_range");
    // What is never less than zero passes no bound below it.
    for metric in [
        "after.gross.total.state",
        "before.total.forbund",
        "before.total.kansli",
        "criteria.after.total.largest_share_of_inhabitants",
        "criteria.after.total.farthest_km",
        "break_even.saving_needed.gross",
    ] {
        for bound in ["min = -1", "equals = -0.5", "max = -1\nmin = -2"] {
            check(metric, bound).assert_refused("bound_out_of_range");
        }
        assert_ne!(check(metric, "min = 0").code, Some(2), "{metric}");
    }
    for metric in ["delta.gross.forbund", "delta.gross.kansli", "after.gross.total.insatser"] {
        assert_ne!(check(metric, "min = -1").code, Some(2), "{metric}");
    }
    let row = |metric: &str| check(metric, "kommun = \"Åmål\"\nmin = -1");
    row("contribution").assert_refused("bound_out_of_range");
    assert_eq!(row("contribution_delta").code, Some(0));
    // A kansli can cost more than all income.
    let share = |bound: &str| check("kansli_share", &format!("forbund = \"Trollhättan\"\n{bound}"));
    assert_ne!(share("max = 150").code, Some(2), "{}", share("max = 150").stderr);
    share("min = -1").assert_refused("bound_out_of_range");
    // The largest bounds are compared like all others.
    assert_eq!(check("delta.gross.state", "min = -9007199254740992"), silent());
    assert_eq!(check("delta.gross.state", "min = 9007199254740992").code, Some(1));
    assert_eq!(check("delta.gross.state", "max = -9007199254740992").code, Some(1));
    assert_eq!(check("delta.gross.state", "equals = 9007199254740992").code, Some(1));
    assert_eq!(check("delta.gross.state", "min = -400_000\nmax = -399_999.999999999999"), silent());
    assert_eq!(check("delta.gross.state", "max = -400_000.000000000001").code, Some(1));
    assert_eq!(check("delta.gross.state", "max = -400_000.000000000001\ntolerance = 1e-12"), silent());
}

#[test]
fn a_number_may_have_an_exponent_and_keeps_its_digits() {
    let check = |bound: &str| {
        place(&format!("[[check]]\nmetric = \"delta.gross.state\"\n{bound}\n")).run("check scenario.toml")
    };
    for bound in ["equals = -4e5", "equals = -4.00E+5", "equals = -40000000e-2", "min = -4e5\nmax = -4e5"] {
        assert_eq!(check(bound), silent(), "{bound}");
    }
    assert_eq!(check("equals = -4.000001e5").code, Some(1));
    let plain = "kansli = 1_500_000\nengangskostnad = { flytt = 100_000, lokaler = 25_000 }";
    let with_exponent = "kansli = 1.5e6\nengangskostnad = { flytt = 1e5, lokaler = 2.50E+4 }";
    let json = |kansli: &str| {
        let place = Place::example("merge_national");
        let text = place.read("scenario.toml");
        let into = text.lines().find(|line| line.starts_with("into")).expect("a merger");
        place.write("scenario.toml", &text.replace(into, &format!("{into}\n{kansli}")));
        place.run("simulate scenario.toml --format json")
    };
    assert_eq!(json(with_exponent).answer(), json(plain).answer());
    for kansli in ["1.5e0", "1250000.0", "1.000", "15e-1", "123456e-1"] {
        json(&format!("kansli = {kansli}")).assert_refused("not_whole_kronor");
    }
    for kansli in ["1e13", "-1e6", "1e40"] {
        json(&format!("kansli = {kansli}")).assert_refused("amount_out_of_range");
    }
    for kansli in ["inf", "nan"] {
        json(&format!("kansli = {kansli}")).assert_refused("wrong_type");
    }
}

#[test]
fn the_tolerance_is_allowed_and_nothing_beyond() {
    assert_eq!(place(&format!("{FAILS}tolerance = 1\n")).run("check scenario.toml"), silent());
    assert_eq!(place(&format!("{FAILS}tolerance = 0.9\n")).run("check scenario.toml").code, Some(1));
}

/// Each row that a check can look at: which, its metric, whether net, and its value.
const ROWS: [(&str, &str, bool, &str); 14] = [
    ("forbund = \"Trollhättan\"", "total", false, "8_986_954"),
    ("forbund = \"Trollhättan\"", "total", true, "8_997_662"),
    ("forbund = \"Norr\"", "insatser", false, "2_230_862"),
    ("forbund = \"Norr\"", "insatser", true, "2_233_912"),
    ("forbund = \"Norr\"", "kr_per_inhabitant", false, "194.66"),
    ("forbund = \"Norr\"", "kr_per_inhabitant", true, "194.85"),
    ("forbund = \"Norr\"", "state.base", true, "400_000"),
    ("kommun = \"Mellerud\"", "contribution", false, "748_913"),
    ("kommun = \"1461\"", "contribution", true, "749_805"),
    ("kommun = \"Mellerud\"", "contribution_before", false, "551_580"),
    ("kommun = \"Mellerud\"", "contribution_delta", false, "197_333"),
    ("kommun = \"Mellerud\"", "contribution_delta", true, "198_225"),
    ("region = \"Region Värmland\"", "contribution", false, "431_895"),
    ("region = \"Region Värmland\"", "contribution", true, "432_316"),
];

fn row_checks(bound: impl Fn(&str) -> String) -> String {
    let check = |&(row, metric, net, value): &(&str, &str, bool, &str)| {
        let net = if net { "redistribution = \"net\"\n" } else { "" };
        format!("[[check]]\n{row}\nmetric = \"{metric}\"\n{net}{}\n", bound(value))
    };
    ROWS.iter().map(check).collect()
}

#[test]
fn a_check_sees_the_row_of_a_forbund_a_kommun_or_a_region_gross_and_net() {
    let place = place(&row_checks(|value| format!("equals = {value}")));
    assert_eq!(place.run("check scenario.toml"), silent());
}

#[test]
fn a_failing_check_names_its_row() {
    let place = place(&row_checks(|_| "equals = 1".to_owned()));
    let run = place.run("check scenario.toml");
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.lines().count()), (Some(1), "", ROWS.len()));
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines[5],
        "scenario.toml: kr_per_inhabitant, Norr, net: väntat 1, blev 194,85, skillnad +193,85"
    );
    assert_eq!(
        lines[8],
        "scenario.toml: contribution, Mellerud, net: väntat 1, blev 749\u{a0}805, skillnad +749\u{a0}804"
    );
}

#[test]
fn the_failures_of_several_files_stand_in_the_order_of_the_files() {
    let place = place(FAILS);
    let scenario = place.read("scenario.toml");
    place.write("b.toml", &scenario);
    place.write("a.toml", &scenario);
    place.write("sound.toml", &scenario.replace("-400_001", "-400_000"));
    let run = place.run("check b sound a tankespar1");
    let files: Vec<_> = run.stdout.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!((files, run.code, run.stderr.as_str()), (vec!["b.toml", "a.toml"], Some(1), ""));
}

#[test]
fn a_failing_check_says_where_its_figure_is_derived() {
    let checks = [
        ("before.total.state", "", true),
        ("before.total.forbund", "", false),
        ("before.total.kansli", "", false),
        ("befolkning_16_64", "forbund = \"BÅD-ESÅ\"\n", false),
        ("kr_per_inhabitant", "forbund = \"BÅD-ESÅ\"\n", true),
    ];
    let written =
        checks.map(|(metric, row, _)| format!("[[check]]\nmetric = \"{metric}\"\n{row}equals = 1\n"));
    let head = "name = \"N\"\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n";
    let place = Place::with(&[("scenario.toml", &(head.to_owned() + &written.concat()))]);
    let swedish = "(bygger på härlett försörjningsmått)";
    let english = "(rests on a derived (härlett) försörjningsmått)";
    let formats =
        [("table", swedish), ("markdown", swedish), ("github", swedish), ("table --lang en", english)];
    for (format, mark) in formats {
        let answer = place.run(&format!("check scenario.toml --format {format}")).stdout.replace('\\', "");
        for (metric, _, derived) in checks {
            let line = answer.lines().find(|line| line.contains(metric)).expect("a line");
            assert_eq!(line.contains(mark), derived, "{format}: {line}");
        }
    }
    let csv = place.run("check scenario.toml --format csv").stdout;
    let json = place.run("check scenario.toml --format json").stdout;
    let json: Vec<serde_json::Value> = serde_json::from_str(&json).expect("a list");
    for (check, (metric, _, derived)) in json.iter().zip(checks) {
        assert_eq!((&check["metric"], &check["derived"]), (&metric.into(), &derived.into()));
        let line = csv.lines().find(|line| line.contains(metric)).expect("a row");
        assert!(line.ends_with(&format!(",{derived}")), "{line}");
    }
}

#[test]
fn markdown_has_a_row_per_failure() {
    let run = place(&format!("{HOLDS}{FAILS}")).run("check scenario.toml --format markdown");
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.lines().count()), (Some(1), "", 3));
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>().join("|");
    let lines: Vec<String> = run.stdout.lines().map(cells).collect();
    assert_eq!(lines[0], "|Scenario|Kontroll|Väntat|Blev|Skillnad|");
    let start = "|Sammanslagning av två|Två till ett (delta.gross.state)|−400\u{a0}001|−400\u{a0}000|";
    assert!(lines[2].starts_with(start), "{}", run.stdout);
}

#[test]
fn json_lists_every_check_with_exact_decimals() {
    let net = "[[check]]\nmetric = \"kr_per_inhabitant\"\nforbund = \"Norr\"\nredistribution = \"net\"\nmin = 194.8\n";
    let place = place(&format!("{FAILS}{net}"));
    let run = place.run("check scenario.toml --format json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let expected = serde_json::json!([
        {
            "scenario": "Sammanslagning av två", "file": "scenario.toml", "name": "Två till ett",
            "metric": "delta.gross.state", "row": null, "redistribution": null,
            "equals": "-400001", "min": null, "max": null, "tolerance": "0",
            "actual": "-400000", "difference": "1", "holds": false,
        },
        {
            "scenario": "Sammanslagning av två", "file": "scenario.toml", "name": null,
            "metric": "kr_per_inhabitant", "row": "Norr", "redistribution": "net",
            "equals": null, "min": "194.8", "max": null, "tolerance": "0",
            "actual": "194.85", "difference": "0", "holds": true,
        },
    ]);
    for (found, expected) in
        found.as_array().expect("a list").iter().zip(expected.as_array().expect("a list"))
    {
        for (key, value) in expected.as_object().expect("an object") {
            assert_eq!(&found[key], value, "{key}");
        }
    }
    assert_eq!(found.as_array().map(Vec::len), Some(2));
}

#[test]
fn csv_lists_every_check() {
    let run = place(&format!("{HOLDS}{FAILS}")).run("check scenario.toml --format csv");
    let table = "scenario,check,metric,equals,min,max,tolerance,actual,difference,holds,derived\r\n\
        Sammanslagning av två,,delta.gross.state,-400000,,,0,-400000,0,true,false\r\n\
        Sammanslagning av två,Två till ett,delta.gross.state,-400001,,,0,-400000,1,false,false\r\n";
    assert_eq!(run, failed(table));
}

#[test]
fn machines_get_an_answer_even_where_all_holds_or_there_is_nothing_to_check() {
    let example = Place::example("merge_national");
    assert_eq!(example.run("check scenario.toml"), silent());
    assert_eq!(example.run("check scenario.toml --format json").json(), serde_json::json!([]));
    let place = place(HOLDS);
    assert_eq!(place.run("check scenario.toml --format json").json()[0]["holds"], true);
    assert!(place.run("check scenario.toml --format csv").answer().ends_with(",true,false\r\n"));
}

#[test]
fn a_check_that_cannot_be_made_is_an_error_for_every_command() {
    let place = place("[[check]]\nmetric = \"delta.gross.stat\"\nequals = 0\n");
    for command in ["simulate", "compare", "check"] {
        place.run(&format!("{command} scenario.toml")).assert_refused("unknown_metric");
    }
}

#[test]
fn failures_can_be_written_to_a_file() {
    let place = place(FAILS);
    let printed = place.run("check scenario.toml").stdout;
    assert_eq!(place.run("check scenario.toml -o fel.txt"), failed(""));
    assert_eq!(place.read("fel.txt"), printed);
}
