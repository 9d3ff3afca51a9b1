//! A scenario with another number is the scenario of files that state that number.

use std::sync::Arc;

use finsam::analysis::inquiry::{self, ComputedScenario};
use finsam::analysis::money::Money;
use finsam::analysis::simulation::simulate;
use finsam::input::files::Files;
use finsam::input::substitution::Substitution;
use finsam::input::uncertain::Number;
use finsam::model::kommun::KommunId;
use rust_decimal::Decimal;

const TABLE: &str = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n\
    2024,0101,Ada,50000,ADA24\n2024,0102,Bo,BO24,3000\n2024,0103,Ce,20000,2000\n2024,0104,Du,40000,4000\n\
    2025,0101,Ada,51000,ADA25\n2025,0102,Bo,BO25,2900\n2025,0103,Ce,20500,2000\n2025,0104,Du,40000,4100\n";

const NATIONAL: &str = "name = 'Nu'\nkommuner = 't.csv'\nYEAR\n\
    [model]\nappropriation = APPROPRIATION\nbase_grant = GRANT\nweights = { forsorjningsmatt = WEIGHT, befolkning = OTHER }\n\
    [model.rest_of_country]\nforbund = FORBUND\nREST\n\
    [[forbund]]\nname = 'A'\nkommuner = ['Ada']\nkansli = KANSLI\nMONEY\n\
    [[forbund]]\nname = 'B'\nkommuner = ['Bo']\nkansli = 400_000\nMONEY\n\
    [[forbund]]\nname = 'C'\nkommuner = ['Ce']\nkansli = 300_000\nMONEY\n";

const SCENARIO: &str = "name = 'S'\nbaseline = 'u.toml'\n\
    [[change]]\nmerge = ['A', 'B']\ninto = 'AB'\nkansli = MERGED\nengangskostnad = ONCE\nFROM\nSECOND";

/// What stands for each word.
fn values(kind: &str) -> Vec<(&'static str, &'static str)> {
    let mut values = vec![
        ("APPROPRIATION", "20_000_000"),
        ("GRANT", "400_000"),
        ("WEIGHT", "0.75"),
        ("OTHER", "0.25"),
        ("FORBUND", "5"),
        ("KANSLI", "500_000"),
        ("MERGED", "700_000"),
        ("ONCE", "250_000"),
        ("SHARED", "600_000"),
        ("ADA24", "5000"),
        ("ADA25", "5200"),
        ("BO24", "30000"),
        ("BO25", "29000"),
        ("INDEX", "0.02"),
        ("BEFOLKNING", "40000"),
        ("MATT", "4000"),
    ];
    values.push((
        "REST",
        if kind == "sums" {
            "befolkning_16_64 = BEFOLKNING\nforsorjningsmatt = MATT"
        } else {
            "kommuner = ['Du']"
        },
    ));
    values.push(("MONEY", if kind == "calibrated" { "budget = 4_000_001" } else { "" }));
    let second = "[[change]]\nshared_kansli = ['AB', 'C']\nkansli = SHARED\nsplit_by = 'budget'\nFROM\n";
    values.push(("SECOND", if kind == "merged" { "" } else { second }));
    let is_path = kind == "path" || kind == "calibrated";
    values.push(("FROM", if is_path { "from = '2027-04'" } else { "" }));
    let years = "[path]\nfrom = 2026\nto = 2028\nfigures_lag = 2\nkansli_index = INDEX";
    values.push(("YEAR", if is_path { years } else { "year = 2025" }));
    values
}

fn computed(kind: &str, changed: &[(&str, &str)]) -> ComputedScenario {
    let mut files = [TABLE, NATIONAL, SCENARIO].map(str::to_owned);
    for _ in 0..3 {
        for (word, value) in values(kind) {
            let value =
                changed.iter().find(|(changed, _)| *changed == word).map_or(value, |(_, value)| value);
            files = files.map(|file| file.replace(word, value));
        }
    }
    let names = ["t.csv", "u.toml", "s.toml"];
    let files = Files::held(names.into_iter().zip(files));
    let mut inquiry = inquiry::compute(&files, &["s.toml".to_owned()], None).expect("sound files");
    inquiry.scenarios.remove(0)
}

fn money(result: &finsam::analysis::result::ScenarioResult) -> String {
    let figures = serde_json::to_value(Money::of(result)).expect("JSON");
    let years = serde_json::to_value(&result.path).expect("JSON");
    format!("{figures:#}\n{years:#}")
}

#[track_caller]
fn assert_same(kind: &str, number: Number, changed: &[(&str, &str)], value: &dyn Fn(Decimal) -> Decimal) {
    let now = computed(kind, &[]);
    let substitution = [Substitution { number, value }];
    let baseline = Arc::new(now.scenario.baseline.with(&substitution).expect("computed"));
    let other = now.scenario.with(&baseline, &substitution).expect("computed");
    let found = money(&simulate(&other).expect("computed"));
    let expected = money(&computed(kind, changed).result);
    assert!(found == expected, "{kind}: {number:?}");
    if !changed.is_empty() {
        assert!(money(&now.result) != expected, "{kind}: {number:?} changes nothing");
    }
}

#[test]
fn a_number_that_is_substituted_is_the_number_in_the_file() {
    let to = |value: Decimal| move |_: Decimal| value;
    let whole = Decimal::from(1);
    for kind in ["national", "sums", "path", "calibrated"] {
        assert_same(kind, Number::Appropriation, &[], &|now| now);
        assert_same(
            kind,
            Number::Appropriation,
            &[("APPROPRIATION", "21_000_000")],
            &to(whole * Decimal::from(21_000_000)),
        );
        assert_same(kind, Number::BaseGrant, &[("GRANT", "390_001")], &to(Decimal::from(390_001)));
        assert_same(kind, Number::RestForbund, &[("FORBUND", "7")], &to(Decimal::from(7)));
        assert_same(
            kind,
            Number::Weight,
            &[("WEIGHT", "0.652"), ("OTHER", "0.348")],
            &to(Decimal::new(652, 3)),
        );
        assert_same(
            kind,
            Number::ChangeKansli { change: 1, cost: 0 },
            &[("SHARED", "650_003")],
            &to(Decimal::from(650_003)),
        );
        assert_same(kind, Number::Engangskostnad(0), &[("ONCE", "10")], &to(Decimal::from(10)));
        assert_same(
            kind,
            Number::Forsorjningsmatt(KommunId::new(0)),
            &[("ADA24", "5100.07"), ("ADA25", "5100.07")],
            &to(Decimal::new(510_007, 2)),
        );
        // In parts of what each year has: 10 percent more.
        let more = |now: Decimal| now * Decimal::new(11, 1);
        assert_same(
            kind,
            Number::Befolkning(KommunId::new(1)),
            &[("BO24", "33000"), ("BO25", "31900")],
            &more,
        );
    }
    assert_same("path", Number::KansliIndex, &[("INDEX", "0.031")], &to(Decimal::new(31, 3)));
    assert_same("calibrated", Number::KansliIndex, &[("INDEX", "0.031")], &to(Decimal::new(31, 3)));
    assert_same("path", Number::Kansli(0), &[("KANSLI", "510_007")], &to(Decimal::from(510_007)));
    assert_same("sums", Number::Kansli(0), &[("KANSLI", "510_007")], &to(Decimal::from(510_007)));
    assert_same(
        "merged",
        Number::ChangeKansli { change: 0, cost: 0 },
        &[("MERGED", "710_007")],
        &to(Decimal::from(710_007)),
    );
    assert_same("sums", Number::RestBefolkning, &[("BEFOLKNING", "41003")], &to(Decimal::from(41_003)));
    assert_same("sums", Number::RestForsorjningsmatt, &[("MATT", "4123.45")], &to(Decimal::new(412_345, 2)));
}
