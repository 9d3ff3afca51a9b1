//! `finsam map`: the map shows what the table says.

use std::collections::BTreeMap;

use serde_json::Value;

use super::pictures::with_kommunkoder;
use super::run::{Place, SCENARIOS};

/// The förbund of each kommun on each map, in order. `kommuner` is how many a map shows.
fn divisions(svg: &str, kommuner: usize) -> Vec<BTreeMap<String, String>> {
    let titles = svg.split("<title>").skip(1).filter_map(|rest| rest.split_once("</title>"));
    let places: Vec<(String, String)> = titles
        .filter_map(|(title, _)| title.split_once(": "))
        .map(|(kommun, forbund)| (kommun.to_owned(), forbund.to_owned()))
        .collect();
    assert_eq!(places.len() % kommuner, 0, "{places:?}");
    places.chunks(kommuner).map(|map| map.iter().cloned().collect()).collect()
}

/// The same of a side of a result.
fn of_table(result: &Value, side: &str) -> BTreeMap<String, String> {
    let kommuner = result["kommuner"].as_array().expect("the kommuner").iter();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let no_forbund = || "i inget förbund".to_owned();
    kommuner
        .map(|kommun| {
            (text(&kommun["kommun"]).expect("a name"), text(&kommun[side]).unwrap_or_else(no_forbund))
        })
        .collect()
}

#[test]
fn every_kommun_has_the_forbund_of_the_table() {
    // Of a kommun that is divided the map shows all of it: `parts` holds that.
    for scenario in SCENARIOS.into_iter().filter(|scenario| *scenario != "fallstudier_2006") {
        let place = Place::project();
        let result = place.run(&format!("simulate {scenario} --format json")).json();
        let sides = ["forbund_before", "forbund_after"].map(|side| of_table(&result, side));
        let maps = divisions(&place.run(&format!("map {scenario}")).answer(), sides[0].len());
        assert_eq!(maps[0], sides[0], "{scenario}");
        assert_eq!(maps.last(), Some(&sides[1]), "{scenario}");
        assert_eq!(maps.len(), if sides[0] == sides[1] { 1 } else { 2 }, "{scenario}");
    }
}

#[test]
fn alternatives_with_the_same_forbund_share_a_map() {
    let svg = Place::empty().run("map tankespar3 tankespar1 sammanslagning").answer();
    assert_eq!(divisions(&svg, 10).len(), 3);
    assert!(svg.contains(">Förbund i dag · Tankespår 3</text>"), "{svg}");
    for texts in ["Ett förbund", "säte", "Årjäng", "Karta: SCB (kommungränser, förenklade)"] {
        assert!(svg.contains(texts), "{texts}");
    }
}

#[test]
fn it_is_written_in_english_too_and_to_a_file() {
    let place = Place::empty();
    assert_eq!(place.run("map tankespar1 --lang en -o karta.SVG").answer(), "");
    let svg = place.read("karta.SVG");
    assert!(
        svg.starts_with("<svg ") && svg.contains(">Förbund today</text>") && svg.contains(">seat</text>"),
        "{svg}"
    );
    assert!(svg.contains("Trollhättan: Grästorp, Lilla Edet and Trollhättan."), "{svg}");
}

#[test]
fn a_kommunkod_without_a_shape_is_named() {
    let svg = with_kommunkoder(&[("1488", "9901")]).run("map scenario.toml").answer();
    assert!(svg.contains("kommunkoden: Trollhättan (9901).</text>"), "{svg}");
    assert!(!svg.contains("Trollhättan: Väst"), "{svg}");
    assert!(svg.contains("Vänersborg: Väst"), "{svg}");
    let sound = with_kommunkoder(&[]).run("map scenario.toml").answer();
    assert!(!sound.contains("Visas inte"), "{sound}");
}

#[test]
fn alternatives_of_different_baselines_are_refused() {
    Place::empty().run("map tankespar1 jonkoping_oforandrat").assert_refused("different_baselines");
}
