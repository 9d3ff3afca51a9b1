//! `finsam check --allow-change`: how much a check may miss.

use super::run::{Place, Run, finish};

/// Three checks that miss: an equal one by −1 kr, a bound from above by +1 000 kr, one from below by −0.25.
const CHECKS: &str = "name = \"N\"
baseline = \"builtin:data/integratia_2017/utgangslage.toml\"
[[check]]
metric = \"before.total.state\"
equals = 6_449_602
[[check]]
metric = \"before.total.total\"
max = 12_898_202
[[check]]
metric = \"kr_per_inhabitant\"
forbund = \"Trollhättan\"
min = 114.00
";

fn check(allowed: &[&str], format: &str) -> Run {
    let place = Place::with(&[("s.toml", CHECKS)]);
    let mut command = place.command("check s.toml --format");
    command.arg(format);
    for allowed in allowed {
        command.args(["--allow-change", allowed]);
    }
    finish(&mut command)
}

/// Which checks hold with this allowed.
fn holds(allowed: &[&str]) -> Vec<bool> {
    let answer: serde_json::Value = serde_json::from_str(&check(allowed, "json").stdout).expect("JSON");
    answer.as_array().expect("a list").iter().map(|check| check["holds"] == true).collect()
}

#[test]
fn the_end_is_within_and_a_hair_beyond_is_not() {
    for (allowed, held) in [
        ("before.total.state=±1 kr", [true, false, false]),
        ("before.total.state=0,999999 kr", [false; 3]),
        ("before.total.total=±1000kr", [false, true, false]),
        ("before.total.total=1 tkr", [false, true, false]),
        ("before.total.total=0.001 mnkr", [false, true, false]),
        ("before.total.total=±999,999999 kr", [false; 3]),
        ("kr_per_inhabitant=0,25 kr/invånare", [false, false, true]),
        ("kr_per_inhabitant=0.249999 kr/inh.", [false; 3]),
        // 1 000 of 12 898 202 is 0.007753018… percent.
        ("before.total.total=0,007754%", [false, true, false]),
        ("before.total.total=0,007753%", [false; 3]),
        ("before.total.total=100 %", [false, true, false]),
    ] {
        assert_eq!(holds(&[allowed]), held, "{allowed}");
    }
}

#[test]
fn a_sign_allows_one_way_only() {
    for (allowed, held) in [
        ("before.total.state=-1 kr", true),
        ("before.total.state=\u{2212}1kr", true),
        ("before.total.state=+1 kr", false),
        ("before.total.state=+-1 kr", true),
        ("before.total.state=+/-1 kr", true),
        ("before.total.state= 1 kr ", true),
        ("before.total.state=-100%", true),
        ("before.total.state=+100%", false),
    ] {
        assert_eq!(holds(&[allowed])[0], held, "{allowed}");
    }
}

#[test]
fn several_stand_beside_each_other_and_are_not_added_up() {
    let all = ["before.total.state=-1 kr", "before.total.total=+1 tkr", "kr_per_inhabitant=±1%"];
    assert_eq!(holds(&all), [true; 3]);
    assert_eq!(holds(&["before.total.state=0,5 kr", "before.total.state=0,6 kr"]), [false; 3]);
    assert_eq!(holds(&["before.total.state=+5 kr", "before.total.state=-1 kr"]), [true, false, false]);
}

#[test]
fn what_is_allowed_is_silent_for_people_and_reported_to_programs() {
    let all = ["before.total.state=±1 kr", "before.total.total=±1%", "kr_per_inhabitant=±1%"];
    for format in ["table", "markdown", "github"] {
        assert_eq!(check(&all, format).answer(), "", "{format}");
    }
    let answer = check(&all, "json").json();
    assert_eq!(answer[0]["allowed"], "±1 kr");
    assert_eq!(answer[0]["difference"], "-1");
    assert_eq!(check(&[], "csv").stdout.lines().next(), check(&all, "csv").answer().lines().next());
    let sarif = check(&all, "sarif").json();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_check_that_holds_of_itself_is_not_called_allowed() {
    let place = Place::with(&[("s.toml", &CHECKS.replace("6_449_602", "6_449_601"))]);
    let run = place.run("check s.toml --format json --allow-change before.total.state=1%");
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(answer[0]["allowed"], serde_json::Value::Null);
}

#[test]
fn all_that_is_wrong_with_what_is_allowed_is_reported_at_once() {
    let run = check(&["before.total.state", "before.total.total=5", "before.total.state=1%"], "table");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    let reported: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("fel[")).collect();
    assert_eq!(reported.len(), 2, "{}", run.stderr);
}
