//! Parts of kommuner that are members of their own.
//!
//! Göteborg has 4 000 inhabitants 16–64 and a försörjningsmått of 400, of which Centrum has 1 000 and 100, Majorna 1 000 and
//! 50: 2 000 and 250 are left. With Härryda's 1 000 and 100 and the rest of the country there are 10 000 and 1 000. The
//! appropriation of 44 million leaves 40 above the base grants of ten förbund: 30 000 kr per unit of försörjningsmått
//! and 1 000 kr per inhabitant.

use serde_json::{Value, json};

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt,folkmangd,lat,lon\n\
    1401,Härryda,Västra Götalandsregionen,1000,100,1500,57.69,12.30\n\
    1480,Göteborg,Västra Götalandsregionen,4000,400,6000,57.71,11.97\n";

const MODEL: &str = "name = \"Göteborg\"\nkommuner = \"kommuner.csv\"\n\
    [model]\nappropriation = 44_000_000\n\
    [model.rest_of_country]\nforbund = 8\nbefolkning_16_64 = 5_000\nforsorjningsmatt = 500\n";

const CENTRUM: &str = "[[kommun_part]]\nkommun = \"Göteborg\"\nname = \"Centrum\"\n\
    befolkning_16_64 = 1_000\nforsorjningsmatt = 100\n";

const MAJORNA: &str = "[[kommun_part]]\nkommun = \"1480\"\nname = \"Majorna\"\n\
    befolkning_16_64 = 1_000\nforsorjningsmatt = 50\n";

const FORBUND: &str = "[[forbund]]\nname = \"Öst\"\nkommuner = [\"Härryda\", \"Centrum\"]\n\
    [[forbund]]\nname = \"Väst\"\nkommuner = [\"Göteborg Majorna\", \"Göteborg övriga delar\"]\n";

const MERGER: &str = "name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n\
    [[change]]\nmerge = [\"Öst\", \"Väst\"]\ninto = \"Alla\"\n";

fn place(table: &str, baseline: &[&str], scenario: &str) -> Place {
    let baseline = baseline.concat();
    Place::with(&[("kommuner.csv", table), ("utgangslage.toml", &baseline), ("s.toml", scenario)])
}

fn result(baseline: &[&str]) -> Value {
    place(TABLE, baseline, MERGER).run("simulate s --format json").json()
}

/// Öst has 400 000 + 200 · 30 000 + 2 000 · 1 000 from the state, Väst 400 000 + 300 · 30 000 + 3 000 · 1 000. Their merger
/// costs a base grant. Of a förbund's quarter each part pays by its inhabitants.
#[test]
fn each_part_counts_and_pays_by_its_own_figures() {
    let result = result(&[MODEL, CENTRUM, MAJORNA, FORBUND]);
    let state = |side: &str, row: usize| {
        result.pointer(side).expect("a side")["forbund"][row]["state"]["total"].clone()
    };
    assert_eq!([0, 1].map(|row| state("/before", row)), [json!(8_400_000), json!(12_400_000)]);
    assert_eq!(state("/after/gross", 0), json!(20_400_000));
    assert_eq!(result["delta"]["gross"]["total"], json!(-800_000));
    let kommuner: Vec<[Value; 4]> = (0..4)
        .map(|place| {
            let kommun = &result["kommuner"][place];
            let after = kommun["contribution_after"]["gross"].clone();
            [
                kommun["kommunkod"].clone(),
                kommun["kommun"].clone(),
                kommun["contribution_before"].clone(),
                after,
            ]
        })
        .collect();
    let expected = [
        ("1401", "Härryda", 2_100_000, 2_040_000),
        ("1480:00", "Göteborg övriga delar", 4_133_333, 4_080_000),
        ("1480:01", "Göteborg Centrum", 2_100_000, 2_040_000),
        ("1480:02", "Göteborg Majorna", 2_066_667, 2_040_000),
    ];
    let expected =
        expected.map(|(code, name, before, after)| [json!(code), json!(name), json!(before), json!(after)]);
    assert_eq!(kommuner, expected);
    assert_eq!(result["before"]["forbund"][1]["members"], json!(["1480:00", "1480:02"]));
}

/// Göteborg pays 8 300 000, of which Centrum 2 100 000, which it no longer pays once it has left. Outside it brings half of
/// 4 000 000 × 2, a quarter of that each: 2 000 000. Öst then has 400 000 + 100 · 30 000 + 1 000 · 1 000 from the state,
/// Härryda pays half of that instead of 2 100 000.
#[test]
fn what_a_kommun_pays_for_a_part_that_leaves_counts() {
    let said = |change: &str| {
        let scenario = format!("name = \"Ut\"\nbaseline = \"utgangslage.toml\"\n[[change]]\n{change}\n");
        let place = place(TABLE, &[MODEL, CENTRUM, MAJORNA, FORBUND], &scenario);
        place.run("report s -o sida.html").wrote().answer();
        (place.run("simulate s --lang en").answer().replace(['\n', '\u{a0}'], " "), place.read("sida.html"))
    };
    let (leaves, page) = said("leave = [\"Centrum\"]");
    assert!(leaves.contains("Göteborg pays less gross (−2,100,000 kr)."), "{leaves}");
    assert!(leaves.contains("Härryda pays more gross (+100,000 kr)."), "{leaves}");
    // Of all its 4 000 inhabitants.
    assert!(page.contains("Göteborg: −525,00"));
    let (outside, page) = said("move = [\"Centrum\"]\noutside = \"ett annat\"");
    assert!(outside.contains("Göteborg pays less gross (−100,000 kr)."), "{outside}");
    assert!(page.contains("Göteborg: −25,00"));
}

/// A förbund with two parts of Göteborg has one ledamot of it: the state's two, the region's, Göteborg's.
#[test]
fn a_kommun_with_parts_is_one_member() {
    let result = result(&[MODEL, CENTRUM, MAJORNA, FORBUND]);
    let [west, all] =
        [&result["criteria"]["before"]["forbund"][1], &result["criteria"]["after"]["forbund"][0]];
    assert_eq!(["kommuner", "ledamoter"].map(|key| west[key].clone()), [json!(1), json!(4)]);
    assert_eq!(["kommuner", "ledamoter"].map(|key| all[key].clone()), [json!(2), json!(5)]);
    let largest = &all["largest_kommun"];
    assert_eq!([&largest["kommunkod"], &largest["kommun"]], [&json!("1480"), &json!("Göteborg")]);
    assert_eq!(largest["share_of_inhabitants"], json!("80.0"));
    // 8 160 000 of 10 200 000.
    assert_eq!(largest["share_of_contributions"], json!("80.0"));
    // Between the towns, and none between parts of Göteborg.
    assert_eq!(west["distance"]["km"], json!(0));
    assert_eq!(all["distance"]["farthest"]["kommun"], json!("Härryda"));
}

/// What parts pay is added up where kommuner are counted: 53 333, 60 000 and 26 667 less.
#[test]
fn a_kommun_with_parts_pays_once() {
    let place = place(TABLE, &[MODEL, CENTRUM, MAJORNA, FORBUND], MERGER);
    let text = place.run("simulate s").answer();
    assert!(
        text.contains("Två kommuner betalar mindre brutto, mest Göteborg (−140\u{a0}000\u{a0}kr)."),
        "{text}"
    );
    let criteria = place.run("simulate s --criteria").answer();
    assert!(criteria.contains("Delar av kommuner räknas var för sig."), "{criteria}");
}

/// As if the table had a row for each part.
#[test]
fn the_money_is_that_of_a_table_with_a_row_for_each_part() {
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt,folkmangd\n\
        1401,Härryda,Västra Götalandsregionen,1000,100,1500\n\
        1480,Göteborg övriga delar,Västra Götalandsregionen,2000,250,\n\
        1481,Centrum,Västra Götalandsregionen,1000,100,\n\
        1482,Göteborg Majorna,Västra Götalandsregionen,1000,50,\n";
    for amounts in ["", "budget = 5_000_001\n"] {
        let forbund = FORBUND.replace("\n[[forbund]]", &format!("\n{amounts}[[forbund]]"));
        let forbund = format!("{forbund}{amounts}");
        let rows = place(table, &[MODEL, &forbund], MERGER).run("simulate s --format json").json();
        let parts = result(&[MODEL, CENTRUM, MAJORNA, &forbund]);
        for side in ["/before/forbund", "/after/gross/forbund", "/after/net/forbund"] {
            let of = |result: &Value| {
                let mut forbund = result.pointer(side).expect("a side").clone();
                forbund.as_array_mut().expect("rows").iter_mut().for_each(|row| row["members"] = Value::Null);
                forbund
            };
            assert_eq!(of(&parts), of(&rows), "{side} {amounts}");
        }
        for place in 0..4 {
            for key in ["contribution_before", "contribution_after", "contribution_delta"] {
                assert_eq!(parts["kommuner"][place][key], rows["kommuner"][place][key], "{place} {key}");
            }
        }
    }
}

/// Nobody's code depends on the order of the file, and a part may be called by code or name.
#[test]
fn order_and_names_do_not_matter() {
    let first = result(&[MODEL, CENTRUM, MAJORNA, FORBUND]);
    for (from, to) in [("\"Centrum\"", "\"1480:01\""), ("\"Göteborg övriga delar\"", "\"övriga delar\"")] {
        let forbund = FORBUND.replace(from, to);
        assert_eq!(result(&[MODEL, MAJORNA, CENTRUM, &forbund]), first, "{to}");
    }
}

/// Parts that are all of a kommun leave nothing that could be a member or pay.
#[test]
fn nothing_is_left_of_a_kommun_whose_parts_are_all_of_it() {
    let all = MAJORNA.replace("1_000", "3_000").replace("= 50", "= 300");
    let forbund = FORBUND.replace(", \"Göteborg övriga delar\"", "");
    let result = result(&[MODEL, CENTRUM, &all, &forbund]);
    let codes: Vec<&Value> = (0..3).map(|place| &result["kommuner"][place]["kommunkod"]).collect();
    assert_eq!(codes, [&json!("1401"), &json!("1480:01"), &json!("1480:02")]);
}

/// In 2021 Göteborg has 4 401 inhabitants: Centrum and Majorna 1 100.25 each, and 2 200.5 are left, which is the largest
/// fraction. Its försörjningsmått of 441 is 110.25, 55.125 and 275.625; of equal fractions of a hundredth the lower code
/// has what is left.
#[test]
fn in_other_years_of_a_path_a_part_keeps_its_share() {
    let table = "ar,kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
        2020,1401,Härryda,Västra Götalandsregionen,1000,100\n\
        2020,1480,Göteborg,Västra Götalandsregionen,4000,400\n\
        2021,1401,Härryda,Västra Götalandsregionen,1000,100\n\
        2021,1480,Göteborg,Västra Götalandsregionen,4401,441\n";
    let path = "[path]\nfrom = 2020\nto = 2021\n";
    let forbund = "[[forbund]]\nname = \"Centrum\"\nkommuner = [\"Centrum\"]\n\
        [[forbund]]\nname = \"Öst\"\nkommuner = [\"Härryda\", \"Majorna\"]\n\
        [[forbund]]\nname = \"Väst\"\nkommuner = [\"övriga delar\"]\n";
    let place = place(table, &[MODEL, path, CENTRUM, MAJORNA, forbund], MERGER);
    let result = place.run("simulate s --format json").json();
    let of = |year: usize, key: &str| {
        let rows = &result["path"]["years"][year]["before"]["forbund"];
        [0, 1, 2].map(|row| rows[row][key].clone())
    };
    assert_eq!(of(0, "befolkning_16_64"), [json!(1_000), json!(2_000), json!(2_000)]);
    assert_eq!(of(1, "befolkning_16_64"), [json!(1_100), json!(2_100), json!(2_201)]);
    assert_eq!(of(1, "forsorjningsmatt"), [json!("110.25"), json!("155.12"), json!("275.63")]);
    let text = place.run("simulate s --full").stdout.replace("\n  ", " ");
    assert!(text.contains("Uppgifterna om delar av kommuner gäller 2020"), "{text}");
}

/// A figure of a part stands in the baseline, what is left in the row of the kommun.
#[test]
fn explanations_name_the_place_of_a_part() {
    let place = place(TABLE, &[MODEL, CENTRUM, MAJORNA, FORBUND], MERGER);
    let explained = place.run("explain s --metric before.forbund.1.state.total --depth 20");
    assert_eq!(explained.code, Some(0), "{}", explained.stderr);
    insta::assert_snapshot!(explained.stdout);
}

/// Göteborg has a colour only where all of it is in one förbund, and the maps say so.
#[test]
fn maps_say_why_a_divided_kommun_has_no_colour() {
    let page = |forbund: &str| {
        let place = place(TABLE, &[MODEL, CENTRUM, MAJORNA, forbund], MERGER);
        place.run("report s -o sida.html").wrote().answer();
        place.read("sida.html")
    };
    let parted = "Delar av kommunen hör till olika förbund, och den har då ingen färg: Göteborg.";
    let divided = page(FORBUND);
    assert!(divided.contains(parted) && !divided.contains("Visas inte på kartan"));
    assert!(
        divided.contains("Göteborg: i inget förbund eller i flera") && divided.contains("Göteborg: Alla")
    );
    let whole =
        FORBUND.replace(", \"Centrum\"", "").replace("\"Göteborg Majorna\"", "\"Centrum\", \"Majorna\"");
    let whole = page(&whole);
    assert!(whole.contains("Göteborg: Väst") && !whole.contains(parted) && !whole.contains("eller i flera"));
}

/// The table shows the parts, and says what is divided.
#[test]
fn the_table_says_what_is_divided() {
    let place = place(TABLE, &[MODEL, CENTRUM, MAJORNA, FORBUND], MERGER);
    insta::assert_snapshot!(place.run("simulate s --full").stdout);
}

/// The name of a part is text of others.
#[test]
fn a_hostile_name_of_a_part_is_text_everywhere() {
    let name = "=1+1 | <script>\\u001b[31m";
    let [centrum, forbund] =
        [CENTRUM, FORBUND].map(|text| text.replace("\"Centrum\"", &format!("\"{name}\"")));
    let place = place(TABLE, &[MODEL, &centrum, MAJORNA, &forbund], MERGER);
    for format in ["table", "markdown", "csv"] {
        let text = place.run(&format!("simulate s --full --format {format}")).answer();
        assert!(!text.contains('\u{1b}') && text.contains("=1+1"), "{format}");
        assert!(format != "markdown" || !text.contains("| <script>"), "{text}");
    }
    place.run("report s -o sida.html -o bok.xlsx").wrote().answer();
    assert!(!place.read("sida.html").contains("=1+1 | <script>"));
}

/// What a result says of the positions of a party.
fn parties<'result>(result: &'result Value, name: &str) -> Vec<&'result Value> {
    let parties = result["positions"]["parties"].as_array().expect("parties");
    parties.iter().filter(|party| party["party"] == name).collect()
}

/// Of Öst's 6 million the kommuner pay 1.5 million, Centrum half of that, and of Väst's 5 million 1.25 million: 2 million.
/// Merged they lose a base grant, twice 400 000 kr, and the kommuner pay 2.55 million: by inhabitants Göteborg four
/// fifths, 2.04 million; alike its parts three quarters, 1 912 500 kr.
#[test]
fn a_divided_kommun_is_one_party() {
    let head = "name = \"Göteborg\"\nkommuner = \"kommuner.csv\"\n";
    let forbund = FORBUND.replace("\n[[forbund]]", "\nbudget = 6_000_000\n[[forbund]]");
    for named in ["Göteborg", "1480"] {
        let said = format!(
            "budget = 5_000_000\n[[position]]\nparty = \"{named}\"\nreject = [\"Ett\"]\n\
             [[argument]]\nagainst = \"Ett\"\nparty = \"{named}\"\ntext = \"För stort.\"\n"
        );
        let result = result(&[head, CENTRUM, MAJORNA, &forbund, &said]);
        let found = parties(&result, "Göteborg");
        let [party] = found[..] else { panic!("{found:?}") };
        assert_eq!(
            ["kind", "member", "blocks", "forbund"].map(|key| party[key].clone()),
            [json!("kommun"), json!(true), json!(true), Value::Null]
        );
        assert_eq!(
            party["remedy"],
            json!({ "contribution_before": 2_000_000, "contribution_after": 2_040_000, "must_sink": 40_000,
                "keys": ["lika"], "others_carry": 0, "insatser": null, "net": null })
        );
        assert_eq!(result["positions"]["arguments"][0]["party"], "Göteborg");
        // Göteborg, Härryda, the region and the state's two.
        assert_eq!(result["positions"]["parties"].as_array().map(Vec::len), Some(5));
    }
}

/// A divided kommun that says nothing is asked for once, and can want different things in different förbund.
#[test]
fn a_divided_kommun_can_want_different_things_in_different_forbund() {
    let said = "[[position]]\nparty = \"Härryda\"\nranking = [\"Ett\"]\n";
    let silent = result(&[MODEL, CENTRUM, MAJORNA, FORBUND, said]);
    let found = parties(&silent, "Göteborg");
    assert_eq!((found.len(), &found[0]["answered"]), (1, &json!(false)));
    let of = |forbund: &str, more: &str| {
        format!("[[position]]\nparty = \"Göteborg\"\nforbund = \"{forbund}\"\n{more} = [\"Ett\"]\n")
    };
    let both = result(&[MODEL, CENTRUM, MAJORNA, FORBUND, &of("Öst", "ranking"), &of("Väst", "reject")]);
    let found = parties(&both, "Göteborg");
    let said: Vec<_> = found.iter().map(|party| (&party["forbund"], &party["rejects"])).collect();
    assert_eq!(said, [(&json!("Öst"), &json!(false)), (&json!("Väst"), &json!(true))]);
}

/// Göteborg has a seat in Öst and one in Väst, as Härryda has one in Öst.
#[test]
fn a_divided_kommun_has_one_seat_in_each_forbund() {
    let board = "[styrelse]\nmoten_per_ar = 6\n";
    let result = result(&[MODEL, board, CENTRUM, MAJORNA, FORBUND]);
    let seats = |side: &str| {
        let parties = result["boards"][side]["parties"].as_array().expect("parties");
        let of_kommuner = parties.iter().filter(|party| party["kind"] == "kommun");
        of_kommuner.map(|party| json!([party["party"], party["boards"]])).collect::<Vec<_>>()
    };
    assert_eq!(seats("before"), [json!(["Härryda", 1]), json!(["Göteborg", 2])]);
    assert_eq!(seats("after"), [json!(["Härryda", 1]), json!(["Göteborg", 1])]);
}

/// A part whose figures are wrong is still one that förbund can name.
#[test]
fn a_part_with_wrong_figures_is_known_by_its_name() {
    let wrong = [
        CENTRUM.replace("1_000", "-1"),
        CENTRUM.replace("forsorjningsmatt = 100\n", ""),
        CENTRUM.replace("= 100\n", "= 10.00000000000001\n"),
    ];
    for centrum in wrong {
        let run = place(TABLE, &[MODEL, &centrum, MAJORNA, FORBUND], MERGER).run("simulate s");
        assert_eq!(run.code, Some(2));
        assert_eq!(run.stderr.matches("fel[").count(), 1, "{}", run.stderr);
    }
}
