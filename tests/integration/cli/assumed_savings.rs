//! What a baseline assumes that changes save: the same for every alternative, unless it states what a kansli costs.

use serde_json::Value;

use super::run::Place;

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\"]\nbudget = 8_000_000\nkansli = { chef = 850_001, annat = 550_000 }\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\"]\nbudget = 5_000_000\nkansli = 1_100_000\n\
    [[forbund]]\nname = \"C\"\nkommuner = [\"Åmål\"]\nbudget = 2_000_000\nkansli = 1_200_000\n";

const ASSUMED: &str = "[kansli_assumption]\nmerge = 0.25\nmove = 0.1\nshared_kansli = 0.15\n";

const MERGED: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";

const MOVED: &str =
    "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\n[[change]]\nmove = [\"Mellerud\"]\nto = \"C\"\n";

const SHARED: &str = "[[change]]\nshared_kansli = [\"A\", \"B\", \"C\"]\nsplit_by = \"lika\"\n";

fn result(baseline: &str, changes: &str) -> Value {
    let place = Place::changed(baseline, changes);
    let run = place.run("simulate s.toml --format json");
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn kanslier(result: &Value) -> Vec<i64> {
    let rows = result["after"]["gross"]["forbund"].as_array().expect("rows");
    rows.iter().map(|row| row["kansli"].as_i64().expect("a known kansli")).collect()
}

fn assumptions(result: &Value) -> Vec<&str> {
    let all = result["assumptions"].as_array().expect("assumptions");
    all.iter().filter_map(|one| one["id"].as_str()).filter(|id| id.starts_with("kansli_assumption")).collect()
}

#[test]
fn every_kind_of_change_saves_its_share() {
    let baseline = &format!("{BASELINE}{ASSUMED}");
    // A quarter of 2 500 001 is 625 000.25.
    let merged = result(baseline, MERGED);
    assert_eq!(kanslier(&merged), [1_875_001, 1_200_000]);
    assert_eq!(assumptions(&merged), ["kansli_assumption_merge"]);
    // A tenth of what B cost, by Vänersborg's and Mellerud's inhabitants.
    let moved = result(baseline, MOVED);
    assert_eq!(kanslier(&moved).iter().sum::<i64>(), 3_700_001 - 110_000);
    assert_eq!(assumptions(&moved), ["kansli_assumption_move"]);
    // 15 percent of 3 700 001 is 555 000.15; a third each, and the krona left to the two lowest kommunkoder.
    let shared = result(baseline, SHARED);
    assert_eq!(kanslier(&shared).iter().sum::<i64>(), 3_145_001);
    assert_eq!(assumptions(&shared), ["kansli_assumption_shared_kansli"]);
}

#[test]
fn what_a_scenario_states_is_no_assumption() {
    let stated = result(&format!("{BASELINE}{ASSUMED}"), &format!("{MERGED}kansli = 2_000_000\n"));
    assert_eq!(kanslier(&stated), [2_000_000, 1_200_000]);
    assert!(assumptions(&stated).is_empty());
}

#[test]
fn to_save_nothing_is_to_assume_nothing() {
    let nothing = format!("{BASELINE}[kansli_assumption]\nmerge = 0\nmove = 0\n");
    for changes in [MERGED, MOVED] {
        let [one, other] = [BASELINE, &nothing].map(|baseline| result(baseline, changes));
        assert_eq!(one["after"], other["after"], "{changes}");
    }
}

/// A kansli that is saved from at the prices of each year is what is left of the grown ones.
#[test]
fn the_saving_is_of_the_kanslier_of_the_year() {
    let path = "[path]\nfrom = 2024\nto = 2026\nkansli_index = 0.1\n";
    let baseline = format!("{}{ASSUMED}{path}", BASELINE.replace("year = 2016\n", ""));
    let result = result(&baseline, MERGED);
    // (1 400 001 + 1 100 000) × 1.1² = 1 694 001.21 and 1 331 000; a quarter less of 3 025 001 is 2 268 750.75.
    assert_eq!(kanslier(&result)[0], 2_268_751);
}
