//! What inquiries weigh beside money.

use serde_json::{Value, json};

use super::pages::{pin, pin_in};
use super::run::{Place, SCENARIOS};

const TABLE: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,folkmangd,lat,lon,Ohälsotal,anmalda\n\
    1401,Alfa,Väst,6000,1000,10000,58.0,12.0,20.5,7\n\
    1402,Beta,Väst,3000,500,5000,58.0,13.0,30,3\n\
    1701,Gamma,Öst,1000,400,2000,59.0,12.0,,5\n\
    1702,Delta,Öst,1000,100,2000,58.0,12.1,10,1\n";

const BASELINE: &str = "name = \"Fyra kommuner\"\nkommuner = \"kommuner.csv\"\n\
    [indicators]\nohalsotal = \"folkmangd\"\nanmalda = \"summa\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\", \"Beta\"]\nbudget = 4_000_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Gamma\", \"Delta\"]\nbudget = 2_400_000\n";

const MERGER: &str = "name = \"Ett förbund\"\nbaseline = \"utgangslage.toml\"\n\
    [[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n\
    [[check]]\nmetric = \"criteria.after.total.ledamoter\"\nequals = 8\n";

fn four_kommuner() -> Place {
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", BASELINE), ("ett.toml", MERGER)])
}

fn criteria() -> Value {
    four_kommuner().run("simulate ett.toml --format json").json()["criteria"].take()
}

#[test]
fn members_are_two_state_parties_the_regions_and_the_kommuner() {
    let criteria = criteria();
    let [a, b, ab] =
        ["/before/forbund/0", "/before/forbund/1", "/after/forbund/0"].map(|path| criteria.pointer(path));
    let counts = |forbund: Option<&Value>| {
        let forbund = forbund.expect("a förbund");
        ["kommuner", "regions", "ledamoter", "ledamoter_state"].map(|key| forbund[key].as_u64().unwrap_or(99))
    };
    assert_eq!((counts(a), counts(b), counts(ab)), ([2, 1, 5, 2], [2, 1, 5, 2], [4, 2, 8, 2]));
    let totals = |side: &str| {
        let total = &criteria[side]["total"];
        ["forbund", "ledamoter", "ledamoter_state"].map(|key| total[key].as_u64().unwrap_or(99))
    };
    assert_eq!((totals("before"), totals("after")), ([2, 10, 4], [1, 8, 2]));
}

#[test]
fn the_largest_and_the_smallest_kommun_stand_out() {
    let ab = &criteria()["after"]["forbund"][0];
    // 6 000 of 11 000; what the kommuner pay follows the same key.
    let largest = json!({ "kommunkod": "1401", "kommun": "Alfa", "befolkning_16_64": 6000,
        "share_of_inhabitants": "54.5", "share_of_contributions": "54.5" });
    assert_eq!(ab["largest_kommun"], largest);
    // Gamma and Delta are alike; the lower kommunkod stands for both.
    assert_eq!(ab["smallest_kommun"]["kommun"], "Gamma");
    assert_eq!(ab["smallest_kommun"]["share_of_inhabitants"], "9.1");
}

#[test]
fn distances_go_from_the_largest_town() {
    let criteria = criteria();
    let distance = &criteria["after"]["forbund"][0]["distance"];
    assert_eq!(
        (&distance["from"]["kommun"], &distance["farthest"]["kommun"]),
        (&json!("Alfa"), &json!("Gamma"))
    );
    assert_eq!(distance["km"], 111);
    let far: Vec<&Value> =
        distance["beyond_50_km"].as_array().expect("a list").iter().map(|kommun| &kommun["kommun"]).collect();
    assert_eq!(far, ["Beta", "Gamma"]);
    let total = &criteria["after"]["total"];
    assert_eq!((&total["farthest_km"], &total["beyond_50_km"]), (&json!(111), &json!(2)));
    // Delta is as large as Gamma, 111 km away; the lower kommunkod is measured from.
    assert_eq!(criteria["before"]["forbund"][1]["distance"]["from"]["kommun"], "Gamma");
}

#[test]
fn distances_go_from_the_seat_where_one_is_stated() {
    let place = four_kommuner();
    let seated = BASELINE.replace("\"Gamma\", \"Delta\"]\n", "\"Gamma\", \"Delta\"]\nsate = \"Delta\"\n");
    let seated = seated.replace("\"Alfa\", \"Beta\"]\n", "\"Alfa\", \"Beta\"]\nsate = \"1402\"\n");
    place.write("utgangslage.toml", &seated);
    let seats = |changes: &str| -> Value {
        place.write("s.toml", &format!("name = \"S\"\nbaseline = \"utgangslage.toml\"\n{changes}"));
        place.run("simulate s.toml --format json").warned(&["forbund_left_empty"]).json()
    };
    let seat_and_start = |forbund: &Value| {
        let kommun = |name: &Value| name["kommun"].as_str().map(str::to_owned);
        (kommun(&forbund["sate"]), kommun(&forbund["distance"]["from"]))
    };
    let named = |seat: Option<&str>, from: &str| (seat.map(str::to_owned), Some(from.to_owned()));

    let result = seats("");
    let forbund = &result["criteria"]["after"]["forbund"];
    assert_eq!(forbund[0]["sate"], json!({ "kommunkod": "1402", "kommun": "Beta" }));
    // As far as from Alfa, but from the other end.
    assert_eq!(
        (&forbund[0]["distance"]["km"], &forbund[0]["distance"]["farthest"]["kommun"]),
        (&json!(59), &json!("Alfa"))
    );
    assert_eq!(seat_and_start(&forbund[1]), named(Some("Delta"), "Delta"));
    // Where nobody says, nothing is known of it.
    assert_eq!(criteria()["after"]["forbund"][0]["sate"], Value::Null);

    // A merger has the seat that it states, and no other.
    let merger = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let forbund = &seats(merger)["criteria"]["after"]["forbund"];
    assert_eq!(seat_and_start(&forbund[0]), named(None, "Alfa"));
    let forbund = &seats(&format!("{merger}sate = \"Gamma\"\n"))["criteria"]["after"]["forbund"];
    assert_eq!(seat_and_start(&forbund[0]), named(Some("Gamma"), "Gamma"));

    // Who receives keeps its seat; a seat that leaves lapses, and that is said.
    let result = seats("[[change]]\nmove = [\"Delta\"]\nto = \"A\"\n");
    let forbund = &result["criteria"]["after"]["forbund"];
    assert_eq!(seat_and_start(&forbund[0]), named(Some("Beta"), "Beta"));
    assert_eq!(seat_and_start(&forbund[1]), named(None, "Gamma"));
    let assumptions = result["assumptions"].as_array().expect("assumptions");
    let lapsed = assumptions.iter().find(|assumption| assumption["id"] == "sate_lapsed");
    let text = lapsed.expect("the assumption")["text"].as_str().expect("a text");
    assert!(text.starts_with("Delta, säte för B, lämnar förbundet; "), "{text}");

    let result = seats(
        "[[change]]\nsplit = \"A\"\ninto = [{ name = \"A1\", kommuner = [\"Alfa\"], sate = \"Alfa\" }, { name = \"A2\", kommuner = [\"Beta\"] }]\n\
        [[change]]\ncreate = \"C\"\nkommuner = [\"Beta\", \"Gamma\"]\nsate = \"Gamma\"\n",
    );
    let forbund = &result["criteria"]["after"]["forbund"];
    assert_eq!(forbund.as_array().map(Vec::len), Some(3));
    let all: Vec<_> = (0..3).map(|position| seat_and_start(&forbund[position])).collect();
    assert_eq!(
        all,
        [named(Some("Alfa"), "Alfa"), named(Some("Delta"), "Delta"), named(Some("Gamma"), "Gamma")]
    );
}

#[test]
fn every_table_of_distances_names_where_they_are_measured_from() {
    let place = Place::empty();
    let badesa = &place.run("simulate tankespar4 --format json").json()["criteria"]["before"]["forbund"][2];
    assert_eq!((&badesa["name"], &badesa["sate"]["kommun"]), (&json!("BÅD-ESÅ"), &json!("Bengtsfors")));
    assert_eq!((&badesa["distance"]["km"], &badesa["distance"]["beyond_50_km"]), (&json!(42), &json!([])));
    for arguments in ["simulate tankespar2 --criteria", "compare tankespar2 --criteria"] {
        let text = place.run(arguments).answer();
        for words in ["Bengtsfors (säte)", "Vänersborg (störst)", "vägen är längre"] {
            assert!(text.contains(words), "{arguments}: {words}");
        }
    }
    // A way from a seat beside one from a largest kommun is no difference that an alternative makes.
    let mixed = "går inte att jämföra rakt av";
    assert!(place.run("compare tankespar2 --criteria").answer().contains(mixed));
    assert!(!place.run("compare tankespar1 --criteria").answer().contains(mixed));
    place.run("report tankespar2 -o t.md").wrote().answer();
    let report = place.read("t.md").replace('\u{a0}', " ");
    let sentence = "Längst bort ligger Åmål, 80 km fågelvägen från Vänersborg (förbundets största kommun); \
        i dag är det längsta avståndet 42 km, från Bengtsfors (förbundets säte).";
    assert!(report.contains(sentence), "{report}");
}

#[test]
fn without_places_there_is_no_distance() {
    let place = four_kommuner();
    place.write("kommuner.csv", &TABLE.replace("58.0,12.1", ","));
    let criteria = &place.run("simulate ett.toml --format json").json()["criteria"];
    assert_eq!(criteria["after"]["forbund"][0]["distance"], Value::Null);
    assert_eq!(criteria["before"]["forbund"][0]["distance"]["km"], 59);
    assert_eq!(criteria["before"]["total"]["farthest_km"], Value::Null);
}

#[test]
fn indicators_are_weighted_as_the_baseline_says() {
    let criteria = criteria();
    let values = |path: &str| {
        let indicators = criteria.pointer(path).and_then(Value::as_array).expect("indicators");
        indicators.iter().map(|indicator| indicator["value"].clone()).collect::<Vec<_>>()
    };
    // (20.5 × 10 000 + 30 × 5 000) ÷ 15 000 = 23.67; a kommun without the figure leaves the mean unknown.
    assert_eq!(values("/before/forbund/0/indicators"), [json!("23.7"), json!("10")]);
    assert_eq!(values("/after/forbund/0/indicators"), [Value::Null, json!("16")]);
    let place = four_kommuner();
    place.write("utgangslage.toml", &BASELINE.replace("ohalsotal = \"folkmangd\"\n", ""));
    let result = place.run("simulate ett.toml --format json").json();
    let indicator = &result["criteria"]["before"]["forbund"][0]["indicators"][0];
    // (20.5 × 6 000 + 30 × 3 000) ÷ 9 000.
    assert_eq!((&indicator["weight"], &indicator["value"]), (&json!("befolkning_16_64"), &json!("23.7")));
}

#[test]
fn each_key_shares_what_the_forbund_are_to_pay() {
    let criteria = criteria();
    let keys = criteria["keys"].as_array().expect("keys");
    let names: Vec<(&str, bool)> = keys
        .iter()
        .map(|key| (key["key"].as_str().unwrap_or(""), key["in_use"].as_bool().unwrap_or(false)))
        .collect();
    let expected =
        [("befolkning_16_64", true), ("folkmangd", false), ("forsorjningsmatt", false), ("lika", false)];
    assert_eq!(names, expected);
    let alfa = &keys[3]["kommuner"][0];
    // A quarter of 4 mnkr by halves; afterwards a quarter of 5.6 mnkr by four. Today it pays two thirds of 1 mnkr.
    assert_eq!(alfa["contribution_before"], 500_000);
    assert_eq!(alfa["contribution_after"]["gross"], 350_000);
    assert_eq!(alfa["change_from_today"]["gross"], 350_000 - 666_667);
}

#[test]
fn a_key_that_lacks_a_number_is_left_out() {
    let place = four_kommuner();
    place.write("kommuner.csv", &TABLE.replace("400,2000", "400,"));
    place.write("utgangslage.toml", &BASELINE.replace("ohalsotal = \"folkmangd\"\n", ""));
    let result = place.run("simulate ett.toml --format json").json();
    let keys = result["criteria"]["keys"].as_array().expect("keys");
    assert!(keys.len() == 3 && keys.iter().all(|key| key["key"] != "folkmangd"), "{keys:?}");
}

#[test]
fn under_every_key_the_kommuner_pay_the_same_sum() {
    let place = Place::project();
    for scenario in SCENARIOS {
        let result = place.run(&format!("simulate {scenario} --format json")).json();
        let keys = result["criteria"]["keys"].as_array().expect("keys");
        assert!(keys.len() >= 4, "{scenario}");
        for (path, amount) in [
            ("/before/forbund", "/contribution_before"),
            ("/after/gross/forbund", "/contribution_after/gross"),
            ("/after/net/forbund", "/contribution_after/net"),
        ] {
            let rows = result.pointer(path).and_then(Value::as_array);
            let inside = rows.into_iter().flatten().filter(|row| row["outside"] == false);
            let total: i64 = inside.filter_map(|row| row["kommuner"].as_i64()).sum();
            for key in keys {
                let kommuner = key["kommuner"].as_array().expect("kommuner");
                let amounts = kommuner.iter().filter_map(|kommun| kommun.pointer(amount)?.as_i64());
                assert_eq!(amounts.sum::<i64>(), total, "{scenario} {path} {}", key["key"]);
                for (kommun, known) in kommuner.iter().zip(result["kommuner"].as_array().expect("kommuner")) {
                    // Who moved outside is not reported.
                    let amount = kommun.pointer(amount).filter(|amount| !amount.is_null());
                    let same = amount.is_none_or(|amount| Some(amount) == known.pointer(amount_path(path)));
                    assert!(same || key["in_use"] == false, "{scenario} {kommun}");
                }
            }
        }
    }
}

/// Where the amount of a side stands in what a kommun pays.
fn amount_path(side: &str) -> &'static str {
    match side {
        "/before/forbund" => "/contribution_before",
        "/after/gross/forbund" => "/contribution_after/gross",
        _ => "/contribution_after/net",
    }
}

#[test]
fn outside_rows_are_left_out() {
    let result = Place::project().run("simulate tankespar2 --format json").json();
    let names = |value: &Value| value["forbund"].as_array().expect("rows").len();
    let after = &result["criteria"]["after"];
    assert_eq!((names(after), names(&result["after"]["gross"])), (2, 3));
    assert_eq!(after["total"]["forbund"], 2);
    // Årjäng moved outside, and what it pays there depends on members nobody knows.
    let arjang = |key: &Value| key["kommuner"][8].clone();
    for key in result["criteria"]["keys"].as_array().expect("keys") {
        assert_eq!(
            (&arjang(key)["kommun"], &arjang(key)["contribution_after"]["gross"]),
            (&json!("Årjäng"), &Value::Null)
        );
    }
}

#[test]
fn gotland_is_its_own_region_and_one_member() {
    let table =
        "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n0980,Gotland,Gotlands län,34000,4000\n";
    let baseline = "name = \"Gotland\"\nkommuner = \"kommuner.csv\"\n\
        [[forbund]]\nname = \"Finsam Gotland\"\nkommuner = [\"Gotland\"]\nbudget = 4_000_000\n";
    let same = "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n";
    let place = Place::with(&[("kommuner.csv", table), ("utgangslage.toml", baseline), ("same.toml", same)]);
    let forbund = &place.run("simulate same.toml --format json").json()["criteria"]["after"]["forbund"][0];
    assert_eq!(
        (&forbund["regions"], &forbund["kommuner"], &forbund["ledamoter"]),
        (&json!(1), &json!(1), &json!(3))
    );
}

#[test]
fn a_check_can_guard_a_criterion() {
    let place = four_kommuner();
    assert_eq!(place.run("check ett.toml").code, Some(0));
    place.write("ett.toml", &MERGER.replace("equals = 8", "equals = 7"));
    assert_eq!(place.run("check ett.toml").code, Some(1));
}

#[test]
fn the_long_table_tells_of_them_when_asked() {
    let place = four_kommuner();
    let [without, with] = ["", " --criteria"]
        .map(|option| place.run(&format!("simulate ett.toml --format csv{option}")).answer());
    assert!(with.starts_with(&without) && !without.contains("criteria."));
    for row in [
        "Ett förbund,after,,total,,criteria.ledamoter,8\r\n",
        "Ett förbund,after,,forbund,AB,criteria.distance.km,111\r\n",
        "Ett förbund,before,,forbund,A,criteria.indicators.Ohälsotal,23.7\r\n",
        "Ett förbund,after,,forbund,AB,criteria.indicators.Ohälsotal,\r\n",
        "Ett förbund,delta,gross,kommun,Alfa,criteria.keys.lika.change_from_today,-316667\r\n",
    ] {
        assert!(with.contains(row), "{row} in {with}");
    }
    assert!(!with.contains(",net,"), "the baseline has no net figures");
}

#[test]
fn they_are_read_in_swedish_and_english() {
    pin_in(&four_kommuner(), "simulate_criteria", "simulate ett.toml --criteria");
    pin(
        "simulate_criteria_en_80",
        "simulate tankespar2 --criteria --lang en --width 80 --redistribution net",
    );
    pin("compare_criteria", "compare tankespar1 tankespar2 sammanslagning --criteria");
}

#[test]
fn places_that_a_table_lacks_are_the_built_in_ones() {
    let table = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n\
        0680,Jönköping,80000,9000\n0665,Vaggeryd,8000,700\n0699,Påhittad,10,1\n";
    let baseline = |kommuner: &str| {
        format!(
            "name = \"Två\"\nkommuner = \"kommuner.csv\"\n\
             [[forbund]]\nname = \"A\"\nkommuner = [{kommuner}]\nbudget = 4_000_000\n"
        )
    };
    let place = Place::with(&[
        ("kommuner.csv", table),
        ("utgangslage.toml", &baseline("\"Jönköping\", \"Vaggeryd\"")),
        ("som_i_dag.toml", "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n"),
    ]);
    let criteria = &place.run("simulate som_i_dag.toml --format json").json()["criteria"];
    assert_eq!(criteria["places_filled_in"], true);
    // 57.745 to 57.497 degrees north is 27.6 km.
    assert_eq!(criteria["before"]["forbund"][0]["distance"]["km"], 28);
    // A code that the built-in table does not know, or knows under another name, has no place.
    place.write("utgangslage.toml", &baseline("\"Jönköping\", \"Påhittad\""));
    let criteria = &place.run("simulate som_i_dag.toml --format json").json()["criteria"];
    assert_eq!(criteria["before"]["forbund"][0]["distance"], Value::Null);
    assert_eq!(
        four_kommuner().run("simulate ett.toml --format json").json()["criteria"]["places_filled_in"],
        false
    );
}

#[test]
fn the_summary_of_a_report_counts_nobody_outside_among_those_who_pay_less() {
    let place = four_kommuner();
    place.write(
        "ut.toml",
        "name = \"Ut\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmove = [\"Beta\"]\noutside = \"Väst\"\n",
    );
    place.run("report ut.toml -o r.md").wrote().answer();
    let report = place.read("r.md").replace('\u{a0}', " ");
    // Alfa is alone in A now. What Beta pays in Väst nobody knows.
    assert!(report.contains("Alfa betalar mer brutto") && !report.contains("Beta betalar"), "{report}");
    assert!(!report.contains("mest Beta"), "{report}");
    assert!(report.contains("Största andel: den största andel"), "{report}");
}

#[test]
fn a_merger_lessens_the_base_grants_share_of_state_money() {
    let place = Place::project();
    let result = place.run("simulate tankespar2 --format json").json();
    let shares = |path: &str| {
        let rows = result.pointer(path).and_then(Value::as_array).expect("rows");
        rows.iter().map(|row| row["state"]["base_share"].clone()).collect::<Vec<_>>()
    };
    // 400 000 of 2 703 320, of 1 805 921 and of 1 940 360; then of 2 620 924, and outside there is no further grant.
    assert_eq!(shares("/before/forbund"), ["14.80", "22.15", "20.61"]);
    assert_eq!(shares("/after/gross/forbund"), [json!("14.80"), json!("15.26"), Value::Null]);
    // Of 2 707 036 and of 2 624 506, when the grants that are saved are shared out.
    assert_eq!(shares("/after/net/forbund"), [json!("14.78"), json!("15.24"), Value::Null]);
    // Who is outside has no row in the table.
    for (shown, has) in [("both", [true, true]), ("gross", [true, false]), ("net", [false, true])] {
        let command = format!("simulate tankespar2 --criteria --lang en --redistribution {shown}");
        let text = place.run(&command).answer();
        let (_, table) = text.split_once("The base grant's part of state money per year").expect("the table");
        let table = table.split_once("under each").map_or(table, |(table, _)| table);
        assert_eq!(["15.26", "15.24"].map(|share| table.contains(share)), has, "{table}");
        assert!(!table.contains("0.00") && !table.contains("Värmland"), "{table}");
    }
}
