//! `finsam explain`: how a figure came about.

use serde_json::Value;

use super::pages::pin_in;
use super::run::{Place, SCENARIOS, finish};

fn pin(name: &str, arguments: &str) {
    pin_in(&Place::empty(), name, arguments);
}

#[test]
fn a_change_is_explained_in_both_languages() {
    pin("explain_delta_gross_total", "explain tankespar1");
    pin("explain_delta_net_state_en_80", "explain tankespar1 --metric delta.net.state --lang en --width 80");
}

#[test]
fn a_row_is_explained_down_to_the_cells() {
    pin("explain_forbund_insatser", "explain tankespar1 --forbund Trollhättan --metric insatser --depth 20");
    pin(
        "explain_decided_state_en",
        "explain jonkoping_lansforbund --metric before.forbund.1.state.total --depth 20 --lang en --width 80",
    );
}

#[test]
fn contributions_and_shared_kanslier_are_explained() {
    pin("explain_kommun", "explain tankespar1 --kommun Vänersborg --redistribution net");
    pin("explain_shared_kansli_en", "explain tankespar3 --metric delta.gross.kansli --lang en --depth 4");
}

#[test]
fn json_has_the_whole_tree_and_exact_fractions() {
    pin("explain_json", "explain tankespar2 --metric delta.net.region --format json --depth 2");
    let answer = Place::empty().run("explain tankespar1 --kommun Vänersborg --format json").json();
    let top = &answer["explanation"];
    assert_eq!((&top["value"], &top["unit"]), (&Value::from(621_661), &Value::from("kr")));
    assert_eq!(top["children"][0]["value"], "43779841895/70424");
    assert_eq!(top["children"][0]["rounded"], "621660.82");
    let cell = &top["children"][0]["children"][1];
    assert_eq!(cell["source"]["name"], "befolkning_16_64");
    assert!(cell["source"]["line"].is_u64(), "{cell}");
    assert!(!answer.to_string().contains("\"children_cut\":1"));
}

#[test]
fn every_total_of_every_scenario_is_explained_on_80_and_100_columns() {
    let place = Place::empty();
    for scenario in SCENARIOS {
        for width in [80, 100] {
            let page = place.run(&format!("explain {scenario} --depth 20 --width {width}")).answer();
            for line in page.lines() {
                assert!(line.chars().count() <= width, "{scenario}: {line}");
            }
        }
    }
}

#[test]
fn the_usual_figure_depends_on_what_is_asked_for() {
    let place = Place::empty();
    let starts = |arguments: &str, title: &str| {
        let page = place.run(&format!("explain tankespar1 {arguments}")).answer();
        assert!(page.starts_with(&format!("Tankespår 1: {title}\n")), "{page}");
    };
    starts("", "delta.gross.total");
    starts("--redistribution net", "delta.net.total");
    starts("--forbund BÅD-ESÅ --redistribution net", "after.net.forbund.1.total");
}

#[test]
fn kr_per_inhabitant_has_the_two_decimals_of_the_tables() {
    let place = Place::empty();
    for (forbund, shown) in [("Trollhättan", "108,61"), ("BÅD-ESÅ", "125,05")] {
        let mut command = place.command("explain tankespar1 --metric kr_per_inhabitant --depth 1 --forbund");
        let answer = finish(command.arg(forbund)).answer().replace('\u{a0}', " ");
        assert!(answer.contains(&format!(" {shown} kr/inv.")), "{answer}");
    }
}

/// Kanslier that grow, a sum that is decided anew in 2027 by a document that is named, and a merger in July 2027.
#[test]
fn a_year_of_a_path_is_explained() {
    let place = Place::with(&[
        (
            "kommuner.csv",
            "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n2024,1001,Adala,1000,100\n\
             2024,1002,Bedala,3000,301\n",
        ),
        (
            "utgangslage.toml",
            "name = \"N\"\nkommuner = \"kommuner.csv\"\n[path]\nfrom = 2026\nto = 2028\nkansli_index = 0.02\n\
             [[forbund]]\nname = \"A\"\nkommuner = [\"Adala\"]\nbudget = { 2026 = 2_000_000, 2027 = 2_400_000 }\n\
             budget_source = { 2027 = \"Beslut 2026-11-30\" }\nkansli = 700_000\n\
             [[forbund]]\nname = \"B\"\nkommuner = [\"Bedala\"]\nbudget = 3_000_000\nkansli = 500_000\n",
        ),
        (
            "plan.toml",
            "name = \"Plan\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n\
             kansli = 900_000\nfrom = \"2027-07\"\n",
        ),
    ]);
    pin_in(&place, "explain_year", "explain plan --year 2027 --forbund AB --metric insatser --depth 20");
    pin_in(
        &place,
        "explain_year_decided_en",
        "explain plan --year 2027 --metric before.total.state --depth 5 --lang en",
    );
    pin_in(&place, "explain_last_year", "explain plan --metric delta.gross.kansli --depth 2");
    let answer = place.run("explain plan --year 2027 --forbund A --format json").json();
    let result = place.run("simulate plan --format json").json();
    let of_year = &result["path"]["years"][1]["gross"]["forbund"][1];
    assert_eq!(of_year["name"], "A");
    assert_eq!((&answer["year"], &answer["explanation"]["value"]), (&Value::from(2027), &of_year["total"]));
}
