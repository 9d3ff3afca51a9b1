//! What förbund have beside the money of the model: equity, money carried over and other income.

use serde_json::Value;

use super::run::Place;

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\"]\nbudget = 8_000_000\nkansli = 1_400_000\n\
    eget_kapital = 3_000_001\noverfort = 400_000\novriga_intakter = 250_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\", \"Åmål\"]\nbudget = 5_000_000\nkansli = 1_100_000\n\
    eget_kapital = 1_000_001\noverfort = 100_001\novriga_intakter = 0\n\
    [[forbund]]\nname = \"C\"\nkommuner = [\"Bengtsfors\", \"Dals-Ed\"]\nbudget = 2_000_000\nkansli = 1_200_000\noverfort = 7\n";

const MERGED: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";

const SPLIT: &str = "[[change]]\nsplit = \"B\"\ninto = [{ name = \"B1\", kommuner = [\"Vänersborg\"] }, \
    { name = \"B2\", kommuner = [\"Mellerud\"] }, { name = \"B3\", kommuner = [\"Åmål\"] }]\n";

fn result(baseline: &str, changes: &str) -> Value {
    let run = Place::changed(baseline, changes).run("simulate s.toml --format json");
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

/// The amounts of the rows of a side; what is unknown is null.
fn amounts(side: &Value, key: &str) -> Vec<Option<i64>> {
    let rows = side["forbund"].as_array().expect("rows");
    rows.iter().map(|row| row.get(key).expect("a key of the row").as_i64()).collect()
}

fn assumptions(result: &Value) -> Vec<&str> {
    let all = result["assumptions"].as_array().expect("assumptions");
    let all = all.iter().filter_map(|one| one["id"].as_str());
    all.filter(|id| id.starts_with("holdings") || *id == "equity_illustration").collect()
}

#[test]
fn a_merged_forbund_has_the_sum_and_what_is_unknown_stays_so() {
    let result = result(BASELINE, MERGED);
    let after = &result["after"]["gross"];
    assert_eq!(amounts(&result["before"], "eget_kapital"), [Some(3_000_001), Some(1_000_001), None]);
    assert_eq!(amounts(after, "eget_kapital"), [Some(4_000_002), None]);
    assert_eq!(amounts(after, "overfort"), [Some(500_001), Some(7)]);
    assert_eq!(amounts(after, "ovriga_intakter"), [Some(250_000), None]);
    // 13 000 000 less a base grant twice over and both kanslier, and the two beside them.
    assert_eq!(amounts(after, "insatser_available")[0], Some(13_000_000 - 800_000 - 2_500_000 + 750_001));
    assert_eq!(amounts(after, "insatser_available")[1], None);
    assert_eq!(assumptions(&result), ["holdings_beside", "equity_illustration"]);
}

#[test]
fn nothing_of_it_is_in_the_money_of_the_model() {
    let stated = ["eget_kapital", "overfort", "ovriga_intakter"];
    let lines = BASELINE.lines().filter(|line| !stated.iter().any(|key| line.starts_with(key)));
    let bare = lines.collect::<Vec<_>>().join("\n") + "\n";
    let [mut with, mut without] = [BASELINE, &bare].map(|baseline| result(baseline, MERGED));
    for result in [&mut with, &mut without] {
        for side in ["/before/forbund", "/after/gross/forbund", "/kommuner"] {
            for row in result.pointer_mut(side).and_then(Value::as_array_mut).expect("rows") {
                let row = row.as_object_mut().expect("a row");
                let stated = stated.into_iter().chain(["insatser_available"]);
                stated.chain(["eget_kapital_before", "eget_kapital_after"]).for_each(|key| {
                    row.remove(key);
                });
            }
        }
        result["assumptions"] = Value::Null;
    }
    assert_eq!(with, without);
}

#[test]
fn the_parts_of_a_split_share_by_inhabitants_and_add_up() {
    let result = result(BASELINE, SPLIT);
    let after = &result["after"]["gross"];
    for (key, whole) in [("eget_kapital", 1_000_001), ("overfort", 100_001), ("ovriga_intakter", 0)] {
        let parts = &amounts(after, key)[1..4];
        assert_eq!(parts.iter().copied().sum::<Option<i64>>(), Some(whole), "{key}");
        let inhabitants: Vec<i64> = amounts(after, "befolkning_16_64").into_iter().flatten().collect();
        let all: i64 = inhabitants[1..4].iter().sum();
        for (part, inhabitants) in parts.iter().flatten().zip(&inhabitants[1..4]) {
            assert!((part * all - whole * inhabitants).abs() < all, "{key}: {part}");
        }
    }
    // Merged back, nothing was lost by rounding.
    let back = format!("{SPLIT}[[change]]\nmerge = [\"B1\", \"B2\", \"B3\"]\ninto = \"B\"\n");
    let back = self::result(BASELINE, &back);
    assert_eq!(amounts(&back["after"]["gross"], "eget_kapital"), amounts(&back["before"], "eget_kapital"));
}

#[test]
fn kommuner_that_move_bring_none_and_what_a_change_states_holds() {
    let moved = "[[change]]\nmove = [\"Bengtsfors\", \"Dals-Ed\"]\nto = \"B\"\n";
    let of_move = result(BASELINE, moved);
    assert_eq!(amounts(&of_move["after"]["gross"], "overfort"), [Some(400_000), Some(100_001)]);
    let ids = ["holdings_beside", "holdings_left", "equity_illustration"];
    assert_eq!(assumptions(&of_move), ids);
    let stated = format!("{moved}eget_kapital = 5\noverfort = 6\novriga_intakter = 8\n");
    let stated = &result(BASELINE, &stated)["after"]["gross"];
    let keys = ["eget_kapital", "overfort", "ovriga_intakter"];
    assert_eq!(keys.map(|key| amounts(stated, key)[1]), [Some(5), Some(6), Some(8)]);
    // A förbund outside has what moved kommuner bring: none.
    let outside = "[[change]]\nmove = [\"Mellerud\"]\noutside = \"O\"\n";
    let outside = &result(BASELINE, outside)["after"]["gross"];
    assert_eq!(amounts(outside, "overfort")[3], Some(0));
}

#[test]
fn kommuner_have_their_quarter_of_the_equity_by_the_key() {
    let baseline = BASELINE.replace("name = \"B\"", "name = \"B\"\nkommun_key = \"lika\"");
    let result = result(&baseline, "");
    let kommuner = result["kommuner"].as_array().expect("kommuner");
    let share = |name: &str, side: &str| {
        let of = kommuner.iter().find(|kommun| kommun["kommun"] == name).expect("a kommun");
        of[side].as_i64()
    };
    // 1 000 001 is 500 001 of the state and a quarter each, and that is 83 333.33 each.
    let parts = ["Mellerud", "Vänersborg", "Åmål"].map(|name| share(name, "eget_kapital_before"));
    assert_eq!(parts, [Some(83_334), Some(83_333), Some(83_333)]);
    assert_eq!(share("Trollhättan", "eget_kapital_after"), Some(750_000));
    assert_eq!(share("Dals-Ed", "eget_kapital_before"), None);
}

#[test]
fn the_tables_stand_where_something_is_stated() {
    let place = Place::changed(BASELINE, MERGED);
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Vid sidan av").expect("the first of the tables");
    let to = full.find("Kommunernas bidrag").expect("the table after them");
    insta::assert_snapshot!(full[from..to].trim_end());
    assert!(!place.run("simulate s.toml").stdout.contains("Övriga intäkter"));
}

#[test]
fn a_dated_amount_is_that_of_its_year() {
    let path = "[path]\nfrom = 2024\nto = 2026\n";
    let dated = BASELINE
        .replace("year = 2016\n", "")
        .replace("overfort = 400_000", "overfort = { 2024 = 400_000, 2026 = 90_000 }");
    let merged = MERGED.replace("into", "from = \"2025-07\"\ninto");
    let result = result(&format!("{dated}{path}"), &merged);
    let years = result["path"]["years"].as_array().expect("years");
    let overfort: Vec<_> = years.iter().map(|year| amounts(&year["gross"], "overfort")).collect();
    // In the year of the merger the parts have nothing at its end.
    assert_eq!(overfort[0], [Some(400_000), Some(100_001), Some(7)]);
    assert_eq!(overfort[1], [Some(500_001), Some(7), Some(0), Some(0)]);
    assert_eq!(overfort[2], [Some(190_001), Some(7)]);
}

#[test]
fn a_key_that_is_misspelt_or_no_amount_is_refused_in_place() {
    let run =
        Place::changed(&BASELINE.replace("overfort = 7", "overfrot = 7\nkommun_key = \"lika\""), MERGED);
    let run = run.run("simulate s.toml");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("overfrot") && run.stderr.contains("”overfort”"), "{}", run.stderr);
    let run = Place::changed(
        BASELINE,
        "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\novriga_intakter = 1.5\n",
    );
    let run = run.run("simulate s.toml");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("s.toml:6:19"), "{}", run.stderr);
}
