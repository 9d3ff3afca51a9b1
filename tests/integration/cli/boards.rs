//! What boards take of people and time.

use serde_json::{Value, json};

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
    0101,Ale,Region Halland,1000,100\n\
    0102,Habo,Region Halland,3000,100\n\
    0103,Åmål,Region Värmland,2000,100\n";

const ALL: &str = "[styrelse]\nersattare_per_part = 1\nmoten_per_ar = 6\ntimmar_per_mote = 4\narvode_per_timme = 250\n\
    source = \"Reglemente\"\n";

const OWN: &str = "styrelse = { ledamoter_per_part = 2, moten_per_ar = 4, timmar_per_mote = 2.5 }";

/// A with Ale, B with Habo and Åmål, what the file says of all boards and of B's, and a scenario with a change.
fn place(all: &str, own: &str, change: &str) -> Place {
    let baseline = format!(
        "name = \"Två\"\nkommuner = \"kommuner.csv\"\n{all}[[forbund]]\nname = \"A\"\nkommuner = [\"Ale\"]\nbudget = 2_000_000\n\
         [[forbund]]\nname = \"B\"\nkommuner = [\"Habo\", \"Åmål\"]\nbudget = 4_000_000\n{own}\n"
    );
    let scenario = format!("name = \"S\"\nbaseline = \"utgangslage.toml\"\n[[change]]\n{change}\n");
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", &baseline), ("s.toml", &scenario)])
}

fn boards(place: &Place) -> Value {
    place.run("simulate s --format json").json()["boards"].clone()
}

/// Ledamöter, ersättare, meetings, hours and arvoden.
fn time(row: &Value) -> Value {
    json!(["ledamoter", "ersattare", "moten", "timmar", "arvoden"].map(|key| row[key].clone()))
}

const MERGE: &str = "merge = [\"A\", \"B\"]\ninto = \"AB\"";

/// A has four parties (the two of the state, a region and a kommun) with 6 · 4 = 24 hours each, at 250 kr 6 000 kr. B has
/// six with two ledamöter each: 2 · 4 · 2.5 = 20 hours and 5 000 kr. Försäkringskassan is on both boards.
#[test]
fn each_party_has_its_ledamöter_on_every_board_that_it_is_on() {
    let boards = boards(&place(ALL, OWN, MERGE));
    let before = &boards["before"];
    assert_eq!(time(&before["forbund"][0]), json!([4, 4, 6, "96", 24_000]));
    assert_eq!(time(&before["forbund"][1]), json!([12, 6, 4, "120", 30_000]));
    assert_eq!(time(&before["total"]), json!([16, 10, 10, "216", 54_000]));
    let parties = before["parties"].as_array().expect("parties");
    let named: Vec<Value> =
        parties.iter().map(|party| json!([party["party"], party["boards"], time(party)])).collect();
    assert_eq!(
        json!(named),
        json!([
            ["Försäkringskassan", 2, [3, 2, 10, "44", 11_000]],
            ["Arbetsförmedlingen", 2, [3, 2, 10, "44", 11_000]],
            ["Region Halland", 2, [3, 2, 10, "44", 11_000]],
            ["Region Värmland", 1, [2, 1, 4, "20", 5_000]],
            ["Ale", 1, [1, 1, 6, "24", 6_000]],
            ["Habo", 1, [2, 1, 4, "20", 5_000]],
            ["Åmål", 1, [2, 1, 4, "20", 5_000]],
        ])
    );
    // Merged they are seven parties, and a förbund that is made has the terms of all.
    assert_eq!(time(&boards["after"]["total"]), json!([7, 7, 6, "168", 42_000]));
}

/// 8 · 3.3 = 26.4 hours of each of seven parties, 184.8 in all; at 101 kr 2 666.4, rounded to 2 666 kr each.
#[test]
fn a_change_states_what_differs_and_arvoden_are_rounded_for_each_party() {
    let own = "styrelse = { moten_per_ar = 8, timmar_per_mote = 3.3, arvode_per_timme = 101 }";
    let merged = boards(&place(ALL, OWN, &format!("{MERGE}\n{own}")));
    assert_eq!(time(&merged["after"]["total"]), json!([7, 7, 8, "184.8", 18_662]));
    // Åmål brings its region along to A, which has six parties then and more ersättare; B keeps what it stated, for four.
    let moved = "move = [\"Åmål\"]\nto = \"a\"\nstyrelse = { ersattare_per_part = 2 }";
    let moved = boards(&place(ALL, OWN, moved));
    assert_eq!(time(&moved["after"]["forbund"][0]), json!([6, 12, 6, "144", 36_000]));
    assert_eq!(time(&moved["after"]["forbund"][1]), json!([8, 4, 4, "80", 20_000]));
    let split = "split = \"B\"\ninto = [{ name = \"B\", kommuner = [\"Habo\"] }, { name = \"C\", kommuner = [\"Åmål\"], \
         styrelse = { moten_per_ar = 1 } }]";
    let split = boards(&place(ALL, OWN, split));
    assert_eq!(time(&split["after"]["forbund"][1]), json!([4, 4, 6, "96", 24_000]));
    assert_eq!(time(&split["after"]["forbund"][2]), json!([4, 4, 1, "16", 4_000]));
}

#[test]
fn what_is_not_stated_is_not_known_and_without_anything_there_is_nothing() {
    let some = boards(&place("[styrelse]\nmoten_per_ar = 5\n", "", MERGE));
    assert_eq!(time(&some["before"]["total"]), json!([10, null, 10, null, null]));
    assert_eq!(boards(&place("", "", MERGE)), Value::Null);
    let page = place("", "", MERGE).run("compare s --full").answer();
    assert!(!page.contains("Styrelser och tid"), "{page}");
    let outside = place(ALL, "", "move = [\"Åmål\"]\noutside = \"Värmland\"");
    let outside = boards(&outside);
    assert_eq!(outside["after"]["parties"].as_array().map(Vec::len), Some(5), "{outside}");
}

#[test]
fn the_tables_of_a_comparison() {
    let place = place(ALL, &format!("{OWN}\ntjanster = 1.5"), MERGE);
    place.write(
        "o.toml",
        "name = \"Ut\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmove = [\"Åmål\"]\noutside = \"X\"\n",
    );
    let page = place.run("compare s o --full --width 80").answer();
    let tables = page.split("Styrelser och tid").nth(1).expect("the tables");
    let tables = tables.split("Antaganden").next().expect("what stands before the assumptions");
    insta::assert_snapshot!(format!("Styrelser och tid{tables}"));
}
