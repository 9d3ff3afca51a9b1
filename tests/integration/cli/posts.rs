//! Full-time posts beside what kanslier cost.

use serde_json::Value;

use super::run::Place;

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\"]\nbudget = 8_000_000\nkansli = 1_400_000\ntjanster = 2\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\", \"Åmål\"]\nbudget = 5_000_000\n\
    kansli = 1_100_000\ntjanster = 1.5\n\
    [[forbund]]\nname = \"C\"\nkommuner = [\"Bengtsfors\", \"Dals-Ed\"]\nbudget = 2_000_000\nkansli = 900_000\ntjanster = 0.75\n";

const MERGED: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";

fn result(baseline: &str, changes: &str) -> Value {
    let run = Place::changed(baseline, changes).run("simulate s.toml --format json");
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

/// The posts of the rows after the changes; a dash where they are unknown.
fn posts(baseline: &str, changes: &str) -> String {
    let result = result(baseline, changes);
    let rows = result["after"]["gross"]["forbund"].as_array().expect("rows");
    let posts = rows.iter().map(|row| row.get("tjanster").expect("the key").as_str().unwrap_or("–"));
    posts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_merged_forbund_has_the_sum_unless_a_change_states_it() {
    assert_eq!(posts(BASELINE, MERGED), "3.50 0.75");
    assert_eq!(posts(BASELINE, &format!("{MERGED}kansli = 2_000_000\ntjanster = 2.25\n")), "2.25 0.75");
    let unknown = BASELINE.replace("tjanster = 1.5\n", "");
    assert_eq!(posts(&unknown, MERGED), "– 0.75");
    let assumed = format!("{BASELINE}[kansli_assumption]\nmerge = 0.25\n");
    assert_eq!(posts(&assumed, MERGED), "3.50 0.75", "an assumption saves kronor alone");
}

#[test]
fn the_parts_of_a_split_add_up() {
    let split = "[[change]]\nsplit = \"B\"\ninto = [{ name = \"B1\", kommuner = [\"Vänersborg\"] }, \
        { name = \"B2\", kommuner = [\"Mellerud\"] }, { name = \"B3\", kommuner = [\"Åmål\"], tjanster = 0.4 }]\n";
    let stated = posts(BASELINE, split);
    assert!(stated.ends_with("0.40 0.75"), "{stated}");
    let none_stated = posts(BASELINE, &split.replace(", tjanster = 0.4", ""));
    let hundredths =
        none_stated.split(' ').map(|posts| posts.replace('.', "").parse::<u32>().expect("known"));
    assert_eq!(hundredths.sum::<u32>(), 425, "{none_stated}");
}

#[test]
fn who_takes_over_a_kansli_takes_over_its_posts() {
    let moved = "[[change]]\nmove = [\"Bengtsfors\", \"Dals-Ed\"]\nto = \"B\"\n";
    assert_eq!(posts(BASELINE, moved), "2.00 2.25");
    // What is stated has its share already.
    assert_eq!(posts(BASELINE, &format!("{moved}tjanster = 1.8\n")), "2.00 1.80");
    let created = "[[change]]\ncreate = \"D\"\nkommuner = [\"Bengtsfors\", \"Dals-Ed\"]\n";
    assert_eq!(posts(BASELINE, created), "2.00 1.50 0.75");
    let two =
        "[[change]]\nmove = [\"Bengtsfors\"]\nto = \"A\"\n[[change]]\nmove = [\"Dals-Ed\"]\nto = \"B\"\n";
    let two = posts(BASELINE, two);
    let hundredths = two.split(' ').map(|posts| posts.replace('.', "").parse::<u32>().expect("known"));
    assert_eq!(hundredths.sum::<u32>(), 425, "{two}");
}

#[test]
fn a_shared_kansli_splits_its_posts_as_its_cost() {
    let shared = |by: &str, more: &str| {
        format!(
            "[[change]]\nshared_kansli = [\"A\", \"B\", \"C\"]\nkansli = 3_000_000\nsplit_by = {by}\n{more}"
        )
    };
    // A third each, and the hundredth left to the lowest kommunkod: Dals-Ed.
    assert_eq!(posts(BASELINE, &shared("\"lika\"", "tjanster = 4\n")), "1.33 1.33 1.34");
    let agreed = shared("{ A = 0.5, B = 0.3, C = 0.2 }", "tjanster = 4\n");
    assert_eq!(posts(BASELINE, &agreed), "2.00 1.20 0.80");
    // 8, 5 and 2 of 15 of the income.
    assert_eq!(posts(BASELINE, &shared("\"budget\"", "tjanster = 3\n")), "1.60 1.00 0.40");
    assert_eq!(posts(BASELINE, &shared("\"budget\"", "")), "– – –");
    // Those of their own together, 4.25, where what it costs is assumed; of two equal halves of a hundredth the one left
    // goes to the lowest kommunkod: Mellerud.
    let assumed = format!("{BASELINE}[kansli_assumption]\nshared_kansli = 0.15\n");
    let without = shared("{ A = 0.5, B = 0.3, C = 0.2 }", "").replace("kansli = 3_000_000\n", "");
    assert_eq!(posts(&assumed, &without), "2.12 1.28 0.85");
    // Who leaves it with a stated kansli alone takes an unknown number of them along.
    let left = format!("{agreed}[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\nkansli = 1\n");
    assert_eq!(posts(BASELINE, &left), "– 4.00");
    assert_eq!(posts(BASELINE, &format!("{agreed}{MERGED}")), "3.20 0.80");
}

#[test]
fn what_is_shared_today_comes_on_top() {
    let shared =
        "[[shared_kansli]]\nforbund = [\"A\", \"B\"]\nitems = { chef = 600_000 }\nsplit_by = \"lika\"\n";
    let baseline = BASELINE.replace("kansli = 1_400_000", "kansli = { annat = 1 }");
    let baseline = baseline.replace("kansli = 1_100_000", "kansli = { annat = 2 }");
    assert_eq!(posts(&format!("{baseline}{shared}tjanster = 1\n"), ""), "2.50 2.00 0.75");
    assert_eq!(posts(&format!("{baseline}{shared}"), ""), "– – 0.75");
    // Single items of it, or of their own: nobody says how many posts are in them.
    let items = "[[change]]\nshared_kansli = [\"A\", \"B\"]\nitems = { annat = 1 }\nsplit_by = \"lika\"\n";
    assert_eq!(posts(&format!("{baseline}{shared}tjanster = 1\n"), items), "– – 0.75");
}

#[test]
fn the_table_stands_beside_the_kansli_where_posts_are_stated() {
    let full = Place::changed(BASELINE, MERGED).run("simulate s.toml --full").stdout;
    let from = full.find("Kanslier per år").expect("the table");
    let to = full.find("Kommunernas bidrag").expect("the table after it");
    insta::assert_snapshot!(full[from..to].trim_end());
    let without = BASELINE.lines().map(|line| match line.split_once("\ntjanster") {
        Some((before, _)) => before.to_owned(),
        None if line.starts_with("tjanster") => String::new(),
        None => line.to_owned(),
    });
    let without = without.collect::<Vec<_>>().join("\n");
    assert!(!Place::changed(&without, MERGED).run("simulate s.toml --full").stdout.contains("Tjänster"));
}

#[test]
fn posts_that_cannot_be_are_refused_in_place() {
    for written in ["-1", "10_001"] {
        let baseline = BASELINE.replace("tjanster = 2\n", &format!("tjanster = {written}\n"));
        let run = Place::changed(&baseline, "").run("simulate s.toml");
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.contains("u.toml:9:12") && run.stderr.contains("0–10\u{a0}000"), "{}", run.stderr);
    }
    // With items nobody says how many posts are in them.
    let items =
        "[[change]]\nshared_kansli = [\"A\", \"B\"]\nitems = { x = 1 }\nsplit_by = \"lika\"\ntjanster = 1\n";
    let run = Place::changed(BASELINE, items).run("simulate s.toml");
    assert!(run.stderr.contains("unknown_key") && run.stderr.contains("tjanster"), "{}", run.stderr);
}
