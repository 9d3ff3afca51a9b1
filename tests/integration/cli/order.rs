//! The same input gives the same bytes, and no order of rows or lists changes a figure.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::run::{Place, SCENARIOS};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let place = Place::empty();
    for format in ["table", "markdown", "csv", "json"] {
        for command in ["simulate", "compare"] {
            let arguments = format!("{command} tankespar2 tankespar3 --format {format}");
            assert_eq!(place.run(&arguments).answer(), place.run(&arguments).answer());
        }
    }
}

const HEADER: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n";

/// Some kommuner are alike, so that ties must be decided.
const KOMMUNER: [&str; 9] = [
    "0101,Ala,Norra länet,1000,101\n",
    "0102,Boda,Norra länet,1000,101\n",
    "0103,Dala,Norra länet,3001,299.5\n",
    "0104,Eda,Södra länet,1000,101\n",
    "0105,Finn,Södra länet,777,55\n",
    "0106,Gunn,Södra länet,1000,101\n",
    "0107,Hål,Norra länet,4999,641.25\n",
    "0108,Ivö,Södra länet,1000,101\n",
    "0109,Käll,Norra länet,1000,101\n",
];

const FORBUND: [(&str, [&str; 3]); 3] =
    [("Ett", ["Ala", "Eda", "Dala"]), ("Två", ["Boda", "Gunn", "Finn"]), ("Tre", ["Käll", "Ivö", "Hål"])];

const MODEL: &str = "kommuner = \"kommuner.csv\"
[model]
appropriation = 300_000_001
[model.rest_of_country]
forbund = 80
befolkning_16_64 = 6_000_000
forsorjningsmatt = 700_000
";

const SCENARIO: &str = "name = \"S\"
baseline = \"utgangslage.toml\"
[[change]]
move = [\"Gunn\"]
outside = \"Utanför\"
[[change]]
move = [\"Boda\"]
to = \"Ett\"
[[change]]
move = [\"Finn\"]
to = \"Tre\"
[[change]]
shared_kansli = [\"Ett\", \"Tre\"]
kansli = 1_000_001
split_by = \"lika\"
";

/// A folder with the same facts, listed in an order that `reorder` decides.
fn place(calibrated: bool, reorder: impl Fn(usize) -> Vec<usize>) -> Place {
    let table: String = reorder(KOMMUNER.len()).into_iter().map(|position| KOMMUNER[position]).collect();
    let mut baseline = format!("name = \"U\"\n{MODEL}");
    for position in reorder(FORBUND.len()) {
        let (name, members) = FORBUND[position];
        let members: Vec<&str> = reorder(members.len()).into_iter().map(|member| members[member]).collect();
        write!(baseline, "[[forbund]]\nname = \"{name}\"\nkommuner = {members:?}\nkansli = 500_003\n")
            .expect("a string takes everything");
        if calibrated {
            baseline += "budget = 3_000_003\n";
        }
    }
    let table = format!("{HEADER}{table}");
    Place::with(&[("kommuner.csv", &table), ("utgangslage.toml", &baseline), ("scenario.toml", SCENARIO)])
}

/// What may not depend on any order: every förbund by its name, every kommun, region and total.
fn figures(place: &Place) -> BTreeMap<String, Value> {
    let result = place.run("simulate scenario.toml --format json").json();
    let mut figures = BTreeMap::new();
    for pointer in ["/before", "/after/gross", "/after/net"] {
        let side = result.pointer(pointer).expect("a side");
        for forbund in side["forbund"].as_array().expect("a list") {
            figures.insert(format!("{pointer} {}", forbund["name"]), forbund.clone());
        }
        figures.insert(format!("{pointer} total"), side["total"].clone());
    }
    for key in ["delta", "kommuner", "regions"] {
        figures.insert(key.to_owned(), result[key].clone());
    }
    figures
}

#[test]
fn no_order_of_rows_members_or_forbund_changes_a_figure() {
    for calibrated in [false, true] {
        let expected = figures(&place(calibrated, |length| (0..length).collect()));
        assert_eq!(expected.len(), 3 + 3 + 3 + 3 + 3, "{:?}", expected.keys());
        let backwards = figures(&place(calibrated, |length| (0..length).rev().collect()));
        assert_eq!(backwards, expected);
        for start in 1..5 {
            let turned = |length: usize| (0..length).map(|place| (place + start) % length).collect();
            assert_eq!(figures(&place(calibrated, turned)), expected, "begun at {start}");
        }
    }
}

#[test]
fn the_order_of_the_arguments_is_the_order_of_the_answers() {
    let place = Place::empty();
    let [one, other] = ["tankespar3 tankespar1", "tankespar1 tankespar3"]
        .map(|names| place.run(&format!("simulate {names} --format json")).json());
    assert_eq!((&one[0], &one[1]), (&other[1], &other[0]));
}

#[test]
fn a_file_gives_the_same_figures_alone_and_among_others() {
    let place = Place::empty();
    let all = place.run(&format!("simulate {} --format json", SCENARIOS.join(" "))).json();
    for (position, name) in SCENARIOS.iter().enumerate() {
        assert_eq!(place.run(&format!("simulate {name} --format json")).json(), all[position]);
    }
}
