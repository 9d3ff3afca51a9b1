//! What the field knows, and what must be said of figures that nobody has published.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::run::{Place, of_project};

fn delta(scenario: &str, redistribution: &str) -> Value {
    let result = Place::empty().run(&format!("simulate {scenario} --format json")).json();
    result["delta"][redistribution].clone()
}

#[test]
fn a_lansforbund_of_three_loses_800_000_of_the_state_and_1_600_000_in_all() {
    for scenario in ["jonkoping_lansforbund", "sammanslagning"] {
        let delta = delta(scenario, "gross");
        assert_eq!(delta["forbund"], -2);
        assert_eq!(delta["state"], -800_000);
        assert_eq!(delta["total"], -1_600_000);
        assert_eq!(delta["insatser"], -1_600_000);
    }
}

#[test]
fn a_merger_of_two_loses_400_000_of_the_state_and_800_000_in_all() {
    let delta = delta("vanersborg_trollhattan", "gross");
    assert_eq!(delta["forbund"], -1);
    assert_eq!(delta["state"], -400_000);
    assert_eq!(delta["total"], -800_000);
}

#[test]
fn a_net_loss_is_a_little_smaller_than_the_gross_one() {
    for scenario in ["jonkoping_lansforbund", "sammanslagning", "vanersborg_trollhattan", "tankespar1"] {
        let [gross, net] =
            ["gross", "net"].map(|side| delta(scenario, side)["total"].as_i64().expect("kronor"));
        assert!(gross < net && net < gross * 9 / 10, "{scenario}: {gross} and {net}");
    }
}

/// The country's appropriation is shared by fewer: 5 × 400 000 kr more for what is above the base grants.
#[test]
fn fewer_forbund_elsewhere_give_jonkoping_70_096_of_the_state_and_140_192_in_all() {
    let scenario = "name = \"Färre i landet\"\nbaseline = \"builtin:data/jonkoping/utgangslage.toml\"\n\
                    [[change]]\nelsewhere = -5\n";
    let place = Place::with(&[("farre.toml", scenario)]);
    let result = place.run("simulate farre.toml --format json").json();
    let [gross, net] = ["gross", "net"].map(|side| &result["delta"][side]);
    assert_eq!((&gross["state"], &gross["total"]), (&Value::from(0), &Value::from(0)));
    assert_eq!((&net["state"], &net["total"]), (&Value::from(70_096), &Value::from(140_192)));
    // Gross no förbund, and so no party, has another krona.
    assert_eq!(result["before"]["forbund"].as_array().map(Vec::len), Some(3));
    assert_eq!(result["before"], result["after"]["gross"]);
    let text = place.run("simulate farre.toml").answer();
    assert!(text.contains("I resten av riket antas förbunden bli 5 färre, 62 i stället för 67."), "{text}");
}

#[test]
fn a_shared_kansli_changes_no_income_and_none_of_the_built_in_ones_saves() {
    for scenario in ["tankespar3", "jonkoping_samordnad_administration"] {
        for side in ["gross", "net"] {
            let delta = delta(scenario, side);
            for key in ["forbund", "state", "region", "kommuner", "total"] {
                assert_eq!(delta[key], 0, "{scenario} {side} {key}");
            }
            assert_eq!((&delta["kansli"], &delta["insatser"]), (&Value::from(0), &Value::from(0)));
        }
    }
}

/// The amounts of an item in a file, in its order.
fn items(file: &str, item: &str) -> Vec<i64> {
    let (text, key) = (of_project(file), format!(" {item} = "));
    let found = text.match_indices(&key).map(|(position, found)| {
        let digits = &text[position + found.len()..];
        let end = digits.find([',', ' ']).expect("the end of an amount");
        digits[..end].replace('_', "").parse().expect("an amount")
    });
    found.collect()
}

#[test]
fn what_jonkoping_shares_or_buys_today_is_no_saving_of_a_scenario() {
    let (today, after) =
        ("data/jonkoping/utgangslage.toml", "scenarios/jonkoping_samordnad_administration.toml");
    // One förbundschef of two förbund is counted once.
    assert_eq!(items(today, "forbundschef_delad"), [620_000, 280_000]);
    assert_eq!(items(today, "forbundschef"), [500_000]);
    assert_eq!(items(after, "forbundschef_och_bitradande"), [1_400_000]);
    for (item, same) in [
        ("ekonomi_kopt_av_regionen", "ekonomi_kopt_av_regionen"),
        ("lokaler", "lokaler"),
        ("revision", "revision"),
        ("styrelse", "styrelser"),
    ] {
        let sum: i64 = items(today, item).iter().sum();
        assert_eq!((items(today, item).len(), items(after, same)), (3, vec![sum]), "{item}");
    }
    let place = Place::empty();
    for (language, words) in [
        ("sv", "Redan i dag delar Södra Vätterbygden och Finnveden förbundschef"),
        ("en", "Today already Södra Vätterbygden and Finnveden share a förbundschef"),
    ] {
        for alternative in ["oforandrat", "samordnad_administration", "lansforbund"] {
            let answer = place.run(&format!("simulate jonkoping_{alternative} --lang {language}")).answer();
            let text = answer.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(words), "{text}");
        }
    }
}

#[test]
fn nothing_changes_where_nothing_is_changed() {
    for scenario in ["tankespar4", "jonkoping_oforandrat"] {
        for side in ["gross", "net"] {
            let delta = delta(scenario, side);
            assert!(
                delta.as_object().expect("a total").values().all(|value| *value == 0 || *value == "0.00"),
                "{delta}"
            );
        }
    }
}

#[test]
fn a_derived_forsorjningsmatt_is_said_in_every_format() {
    let place = Place::empty();
    for command in ["simulate", "compare"] {
        for (format, language, words) in [
            ("table", "sv", "• Härlett, inte publicerad statistik: försörjningsmåttet"),
            ("table", "en", "• Derived (härlett), not published statistics: the försörjningsmått"),
            ("table --full", "sv", "• Härlett: försörjningsmåttet"),
            ("markdown", "sv", "- Härlett: försörjningsmåttet"),
            ("markdown", "en", "- Derived (härlett): the försörjningsmått"),
            ("csv", "sv", "\r\nTankespår 1,before,,total,,forsorjningsmatt_harlett,1\r\n"),
            ("json", "sv", "\"id\": \"derived_forsorjningsmatt\""),
        ] {
            let arguments = format!("{command} tankespar1 --format {format} --lang {language}");
            let answer = place.run(&arguments).answer();
            assert_eq!(answer.matches(words).count(), 1, "{arguments}:\n{answer}");
        }
    }
}

#[test]
fn nothing_is_called_derived_that_nobody_called_so() {
    let place = Place::example("merge_national");
    for format in ["table", "markdown", "csv", "json"] {
        let answer = place.run(&format!("simulate scenario.toml --format {format}")).answer();
        let lower = answer.to_lowercase();
        assert!(["härlett", "harlett", "derived_"].iter().all(|word| !lower.contains(word)), "{answer}");
    }
}

/// The pairs of `data/grannar.csv` with their kind and the length of their border.
fn neighbours() -> BTreeMap<(String, String), (String, f64)> {
    let text = of_project("data/grannar.csv");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("kommunkod_a,kommunkod_b,typ,grans_km"));
    let row = |line: &str| {
        let [one, other, kind, km] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(one < other, "{line}: the lower code stands first");
        ((one.to_owned(), other.to_owned()), (kind.to_owned(), km.parse().expect("km")))
    };
    let rows: Vec<_> = lines.map(row).collect();
    assert!(rows.is_sorted_by(|one, other| one.0 < other.0), "no pair stands twice");
    rows.into_iter().collect()
}

/// Every kommun by its name.
fn kommunkoder() -> BTreeMap<String, String> {
    let text = of_project("data/kommuner.csv");
    let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.map(|cells| (cells[2].to_owned(), cells[1].to_owned())).collect()
}

#[test]
fn every_kommun_is_joined_to_all_others_by_land_bridge_or_ferry() {
    let (pairs, mut left) = (neighbours(), kommunkoder().into_values().collect::<BTreeSet<_>>());
    assert_eq!(left.len(), 290);
    let mut joined: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for ((one, other), (kind, km)) in &pairs {
        assert!(left.contains(one) && left.contains(other), "{one} and {other} are kommuner");
        match kind.as_str() {
            "land" | "bro" | "farja" => {
                joined.entry(one).or_default().push(other);
                joined.entry(other).or_default().push(one);
            }
            "punkt" => assert!(*km == 0.0, "{one} and {other} touch in a point of {km} km"),
            other => assert_eq!(other, "vatten"),
        }
        assert!((0.0..1_000.0).contains(km) && (kind != "land" || *km > 0.0), "{one} and {other}: {km} km");
    }
    let mut found: Vec<String> = left.pop_first().into_iter().collect();
    while let Some(kommun) = found.pop() {
        let neighbours = joined.get(kommun.as_str()).expect("a neighbour");
        found.extend(neighbours.iter().filter_map(|neighbour| left.take(*neighbour)));
    }
    assert!(left.is_empty(), "cut off: {left:?}");
}

#[test]
fn kommuner_that_meet_in_a_corner_are_distinguished_from_those_that_share_a_border() {
    let (pairs, codes) = (neighbours(), kommunkoder());
    let kind = |one: &str, other: &str| {
        let mut pair = [one, other].map(|name| codes[name].clone());
        pair.sort();
        let [one, other] = pair;
        pairs.get(&(one, other)).map(|(kind, _)| kind.as_str())
    };
    for (one, other) in [("Kristinehamn", "Karlskoga"), ("Hudiksvall", "Ånge"), ("Töreboda", "Laxå")] {
        assert!(matches!(kind(one, other), None | Some("punkt")), "{one} and {other}");
    }
    for (one, other) in [("Lilla Edet", "Alingsås"), ("Smedjebacken", "Borlänge"), ("Nordanstig", "Ljusdal")]
    {
        assert_eq!(kind(one, other), Some("land"), "{one} and {other}");
    }
}

#[test]
fn odd_kronor_fall_on_the_region_and_that_is_said_where_it_shows() {
    let kommuner = ["Ale", "Alingsås", "Borås", "Falköping", "Mark", "Mora", "Orsa", "Rättvik", "Skövde"];
    let mut baseline = "name = \"Nio\"\nyear = 2019\nkommuner = \"builtin:data/kommuner.csv\"\n\
        [model]\nappropriation = 339_000_000\n[model.rest_of_country]\nforbund = 70\nkommuner = \"alla\"\n"
        .to_owned();
    for kommun in kommuner {
        baseline += &["[[forbund]]\nname = \"", kommun, "\"\nkommuner = [\"", kommun, "\"]\n"].concat();
    }
    let scenario = "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n";
    let place = Place::with(&[("utgangslage.toml", &baseline), ("same.toml", scenario)]);
    let before = place.run("simulate same.toml --format json").json()["before"]["total"].clone();
    let odd = before["region"].as_i64().expect("kronor") - before["kommuner"].as_i64().expect("kronor");
    assert!(odd > 1, "{before}");
    let said = |arguments: &str| {
        let answer = place.run(arguments).answer().replace('\n', " ");
        answer.matches("faller en udda krona på regionen").count()
    };
    assert_eq!((said("simulate same.toml --full"), said("compare same.toml --full")), (1, 1));
    // One krona is no more than any rounding; three förbund can make it three.
    assert_eq!((said("simulate tankespar3 --full"), said("compare tankespar3 --full")), (0, 0));
    assert_eq!((said("simulate forsakringskassan --full"), said("compare forsakringskassan --full")), (1, 1));
    // A workbook says it on its first sheet.
    assert_eq!(place.run("report same.toml -o same.xlsx").wrote().code, Some(0));
    let file = std::fs::File::open(place.path("same.xlsx")).expect("a workbook");
    let mut book = zip::ZipArchive::new(file).expect("a zip file");
    let mut strings = String::new();
    let mut part = book.by_name("xl/sharedStrings.xml").expect("the texts of the workbook");
    std::io::Read::read_to_string(&mut part, &mut strings).expect("XML");
    assert_eq!(strings.matches("faller en udda krona på regionen").count(), 1);
}
