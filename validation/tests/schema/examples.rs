//! Sound files pass the schemas, broken ones do not.

use finsam::schema::Subject;

use super::document::{as_json, errors, read, shipped, validator, worked};

#[test]
fn every_example_passes() {
    let validators = Subject::ALL.map(|subject| (subject, validator(subject)));
    for (subject, path) in shipped().into_iter().chain(worked()) {
        let (_, validator) = validators.iter().find(|(of, _)| *of == subject).expect("a schema");
        let found = errors(validator, &as_json(&read(&path)));
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
    }
}

const BASELINE: &str = r#"
name = "Två förbund"
kommuner = "kommuner.csv"
[[forbund]]
name = "Väst"
kommuner = ["Vänersborg"]
"#;

const SCENARIO: &str = r#"
name = "Ett"
baseline = "utgangslage.toml"
"#;

#[track_caller]
fn assert_verdict(subject: Subject, toml: &str, sound: bool) {
    let found = errors(&validator(subject), &as_json(toml));
    assert_eq!(found.is_empty(), sound, "{toml}\n{found:#?}");
}

#[test]
fn broken_baselines_are_refused() {
    assert_verdict(Subject::Baseline, BASELINE, true);
    for (sound, broken) in [
        ("name = \"Två förbund\"", ""),
        ("name = \"Två förbund\"", "namn = \"Två förbund\""),
        ("name = \"Två förbund\"", "name = 2"),
        ("name = \"Två förbund\"", "name = \" \""),
        ("[\"Vänersborg\"]", "\"Vänersborg\""),
        ("[\"Vänersborg\"]", "[]"),
    ] {
        assert_verdict(Subject::Baseline, &BASELINE.replacen(sound, broken, 1), false);
    }
    for (added, sound) in [
        ("budget = 5_000_000", true),
        ("state_grant = 2_500_000", true),
        ("budget = 5_000_000\nstate_grant = 2_500_000", false),
        ("budget = 5_000_000.5", false),
        ("budget = -1", false),
        ("budget = 1_000_000_000_001", false),
        ("kansli = { chef = 1_000_000, lokaler = 90_000 }", true),
        ("kansli = 1_090_000", true),
        ("kansli = { chef = \"en miljon\" }", false),
        ("kansli = {}", false),
    ] {
        assert_verdict(Subject::Baseline, &format!("{BASELINE}{added}\n"), sound);
    }
    for (added, sound) in [
        ("kommun_key = \"lika\"", true),
        ("kommun_key = { \"Vänersborg\" = 13.5 }", true),
        ("kommun_key = \"olika\"", false),
        ("region_key = { \"Vänersborg\" = 13.5 }", false),
        ("year = 2019", true),
        ("year = 19", false),
        ("funding = { state = 0.5, region = 0.25, kommuner = 0.25 }", true),
        ("funding = { state = 0.5, region = 0.5 }", false),
        ("model = { rest_of_country = { kommuner = \"alla\" } }", true),
        ("model = { rest_of_country = { kommuner = \"några\" } }", false),
        ("model = { anslag = 339_000_000 }", false),
    ] {
        assert_verdict(Subject::Baseline, &format!("{added}\n{BASELINE}"), sound);
    }
}

#[test]
fn broken_scenarios_are_refused() {
    assert_verdict(Subject::Scenario, SCENARIO, true);
    assert_verdict(Subject::Scenario, "name = \"Ett\"", false);
    for (change, sound) in [
        ("move = [\"Mellerud\"]\nto = \"Norr\"", true),
        ("move = [\"Mellerud\"]\nto = \"Norr\"\nkansli = 1", true),
        ("move = [\"Mellerud\"]\noutside = \"Öst\"", true),
        ("move = [\"Mellerud\"]\noutside = \"Öst\"\nkansli = 1", false),
        ("move = [\"Mellerud\"]\nto = \"Norr\"\noutside = \"Öst\"", false),
        ("move = [\"Mellerud\"]", false),
        ("move = [\"Mellerud\"]\nto = \"Norr\"\nmerge = [\"Väst\", \"Norr\"]\ninto = \"Allt\"", false),
        ("merge = [\"Väst\", \"Norr\"]\ninto = \"Allt\"", true),
        ("merge = [\"Väst\"]\ninto = \"Allt\"", false),
        ("merge = [\"Väst\", \"Norr\"]\nto = \"Allt\"", false),
        ("merga = [\"Väst\", \"Norr\"]\ninto = \"Allt\"", false),
        ("create = \"Öst\"\nkommuner = [\"Åmål\"]", true),
        ("create = \"Öst\"", false),
        ("shared_kansli = [\"Väst\", \"Norr\"]\nkansli = 1\nsplit_by = \"lika\"", true),
        // Whether the baseline assumes what it costs no schema knows.
        ("shared_kansli = [\"Väst\", \"Norr\"]\nsplit_by = \"lika\"", true),
        ("shared_kansli = [\"Väst\", \"Norr\"]\nkansli = 1\nitems = { a = 1 }\nsplit_by = \"lika\"", false),
        ("shared_kansli = [\"Väst\", \"Norr\"]\nkansli = 1\nsplit_by = \"olika\"", false),
        ("leave = [\"Mellerud\"]", true),
        ("leave = [\"Mellerud\"]\nkansli = 1", false),
        ("dissolve = \"Norr\"", true),
        ("dissolve = [\"Norr\"]", false),
        ("elsewhere = -1", true),
        ("elsewhere = \"-1\"", false),
        ("elsewhere = 10001", false),
        ("kansli = 1", false),
        ("", false),
    ] {
        assert_verdict(Subject::Scenario, &format!("{SCENARIO}[[change]]\n{change}\n"), sound);
    }
    for (check, sound) in [
        ("metric = \"delta.gross.total\"\nequals = -800_000", true),
        (
            "metric = \"total\"\nforbund = \"Väst\"\nredistribution = \"net\"\nmin = 1\nmax = 2.5\ntolerance = 0.5",
            true,
        ),
        ("metric = \"delta.gross.total\"", false),
        ("equals = -800_000", false),
        ("metric = \"delta.gross.total\"\nequals = 1\nmax = 2", false),
        ("metric = \"delta.gross.total\"\nmax = 2\nredistribution = \"net\"", false),
        ("metric = \"total\"\nmax = 2\nforbund = \"Väst\"\nregion = \"Dalarna\"", false),
        ("metric = \"total\"\nmax = 2\ntolerance = -1", false),
        ("metric = \"total\"\nmax = \"två\"", false),
    ] {
        assert_verdict(Subject::Scenario, &format!("{SCENARIO}[[check]]\n{check}\n"), sound);
    }
}
