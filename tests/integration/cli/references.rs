//! What sources say that förbund had, beside what is computed of them.
//!
//! One förbund of 1 000 inhabitants 16–64 with a decided budget of 90 000 kr: 90 kr each.

use serde_json::{Value, json};

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
    0101,Ale,Region Halland,1000,100\n";

const BASELINE: &str = "name = \"Ett\"\nkommuner = \"kommuner.csv\"\n[model]\nbase_grant = 0\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Ale\"]\nbudget = 90_000\n";

const OF_2005: &str = "[[reference]]\nforbund = \"a\"\nyear = 2005\ntotal = 64_000\nkr_per_inhabitant = 64\n\
    source = \"Fallstudie\"\n";

const OF_2006: &str =
    "[[reference]]\nforbund = \"A\"\nyear = 2006\nkr_per_inhabitant = 95.50\nsource = \"Fallstudie\"\n";

fn place(references: &[&str]) -> Place {
    let baseline = [BASELINE, &references.concat()].concat();
    let scenario = "name = \"S\"\nbaseline = \"utgangslage.toml\"\n";
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", &baseline), ("s.toml", scenario)])
}

#[test]
fn a_source_stands_beside_what_is_computed() {
    let result = place(&[OF_2005, OF_2006]).run("simulate s --format json").json();
    let reference = |year: i64, total: Value, each: &str| {
        json!({
            "name": format!("A {year}"), "forbund": "A", "year": year, "total": total, "kr_per_inhabitant": each,
            "computed_kr_per_inhabitant": "90.00", "source": "Fallstudie",
        })
    };
    assert_eq!(
        result["references"],
        json!([reference(2005, json!(64_000), "64"), reference(2006, Value::Null, "95.5")])
    );
    // No amount depends on it, and no key is there where nobody states one.
    let without = place(&[]).run("simulate s --format json").json();
    assert_eq!((&without["before"], without.get("references")), (&result["before"], None));
}

#[test]
fn tables_say_that_levels_cannot_be_compared() {
    let place = place(&[OF_2005, OF_2006]);
    let full = place.run("simulate s --full --width 80").answer();
    let from = full.find("Vad källor säger").expect("a table");
    let to = full[from..].find("Källor: ").expect("its sources") + from;
    insta::assert_snapshot!(&full[from..to]);
    let compared = place.run("compare s --full --lang en").answer();
    assert!(
        compared.contains("What sources say that the förbund had") && compared.contains("cannot be compared")
    );
    assert!(!place.run("simulate s").answer().contains("Fallstudie"));
}

#[test]
fn a_hostile_source_is_text_everywhere() {
    let hostile = OF_2005.replace("Fallstudie", "=1+1 | <script>\\u001b[31m");
    let place = place(&[&hostile]);
    for format in ["table", "markdown"] {
        let text = place.run(&format!("simulate s --full --format {format}")).answer();
        assert!(!text.contains('\u{1b}') && text.contains("=1+1"), "{format}");
        assert!(format != "markdown" || !text.contains("<script>"), "{text}");
    }
    place.run("report s -o sida.html").wrote().answer();
    assert!(
        !place.read("sida.html").contains("<script>=") && !place.read("sida.html").contains("| <script>")
    );
}
