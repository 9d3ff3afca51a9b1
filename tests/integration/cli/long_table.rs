//! CSV: one long table, a figure per row.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::hostile;
use super::run::{Place, SCENARIOS};

const HEADER: &str = "scenario,side,redistribution,level,name,metric,value\r\n";

/// Each side of the table with the place of its totals in JSON.
const SIDES: [(&str, &str, &str); 5] = [
    ("before", "", "/before/total"),
    ("after", "gross", "/after/gross/total"),
    ("after", "net", "/after/net/total"),
    ("delta", "gross", "/delta/gross"),
    ("delta", "net", "/delta/net"),
];

#[derive(Deserialize)]
struct Row {
    scenario: String,
    side: String,
    redistribution: String,
    level: String,
    name: String,
    metric: String,
    value: String,
}

fn rows(text: &str, delimiter: u8) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().expect("a table of seven columns")
}

/// The rows of one side, level and metric, as names and values.
fn values<'rows>(
    rows: &'rows [Row],
    (side, redistribution): (&str, &str),
    (level, metric): (&str, &str),
) -> Vec<(&'rows str, &'rows str)> {
    let here = rows.iter().filter(|row| row.side == side && row.redistribution == redistribution);
    let wanted = here.filter(|row| row.level == level && row.metric == metric);
    wanted.map(|row| (row.name.as_str(), row.value.as_str())).collect()
}

/// The sum of whole kronor; unknown where one of them is.
fn sum(values: &[(&str, &str)]) -> Option<i64> {
    let known = |value: &str| (!value.is_empty()).then(|| value.parse::<i64>().expect("whole kronor"));
    values.iter().map(|(_, value)| known(value)).sum()
}

/// A figure of JSON as the table writes it: unknown is empty.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn table_and_result(place: &Place, scenario: &str) -> (Vec<Row>, Value) {
    let table = place.run(&format!("simulate {scenario} --format csv")).answer();
    (rows(&table, b','), place.run(&format!("simulate {scenario} --format json")).json())
}

fn at<'result>(result: &'result Value, pointer: &str) -> &'result Value {
    result.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is missing"))
}

#[test]
fn the_header_is_as_promised_and_lines_end_in_the_same_way() {
    let place = Place::empty();
    for command in ["simulate tankespar1", "simulate tankespar1 tankespar3", "compare tankespar1 tankespar3"]
    {
        let table = place.run(&format!("{command} --format csv")).answer();
        assert!(table.starts_with(HEADER), "{table}");
        assert_eq!(table.matches(HEADER).count(), 1);
        assert!(table.ends_with("\r\n"));
        assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    }
}

#[test]
fn totals_are_those_of_the_json() {
    let place = Place::empty();
    for scenario in SCENARIOS {
        let (rows, result) = table_and_result(&place, scenario);
        for (side, redistribution, pointer) in SIDES {
            for key in ["forbund", "state", "region", "kommuner", "total", "kansli", "insatser"] {
                let value = plain(&at(&result, pointer)[key]);
                assert_eq!(values(&rows, (side, redistribution), ("total", key)), [("", value.as_str())]);
            }
        }
    }
}

#[test]
fn every_figure_of_a_forbund_is_that_of_the_json() {
    let place = Place::example("split_shared_kansli");
    let (rows, result) = table_and_result(&place, "scenario.toml");
    for (side, redistribution, pointer) in SIDES.iter().filter(|(side, ..)| *side != "delta") {
        let forbund = at(&result, &pointer.replace("/total", "/forbund")).as_array().expect("a list");
        for metric in [
            "befolkning_16_64", "forsorjningsmatt", "state.base", "state.forsorjningsmatt",
            "state.befolkning", "state.total", "region", "kommuner", "total", "kansli", "insatser",
            "kr_per_inhabitant",
        ] {
            let path = format!("/{}", metric.replace('.', "/"));
            let expected: Vec<(String, String)> =
                forbund.iter().map(|row| (plain(&row["name"]), plain(at(row, &path)))).collect();
            let expected: Vec<(&str, &str)> =
                expected.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(
                values(&rows, (side, redistribution), ("forbund", metric)),
                expected,
                "{side} {metric}"
            );
        }
    }
}

#[test]
fn the_rows_of_forbund_kommuner_and_regions_add_up_to_the_totals() {
    let place = Place::empty();
    for scenario in SCENARIOS {
        let (rows, _) = table_and_result(&place, scenario);
        for (side, redistribution, _) in SIDES {
            let of = |level, metric| values(&rows, (side, redistribution), (level, metric));
            if side != "delta" {
                for (metric, total) in [
                    ("state.total", "state"),
                    ("region", "region"),
                    ("kommuner", "kommuner"),
                    ("total", "total"),
                    ("kansli", "kansli"),
                    ("insatser", "insatser"),
                ] {
                    assert_eq!(sum(&of("forbund", metric)), sum(&of("total", total)), "{scenario} {metric}");
                }
            }
            assert_eq!(sum(&of("kommun", "contribution")), sum(&of("total", "kommuner")), "{scenario}");
            assert_eq!(sum(&of("region", "contribution")), sum(&of("total", "region")), "{scenario}");
        }
    }
}

#[test]
fn every_row_stands_in_a_place_that_was_promised() {
    let place = Place::empty();
    let table = place.run("compare tankespar1 tankespar2 --format csv").answer();
    let rows = rows(&table, b',');
    let promised: BTreeSet<_> =
        SIDES.iter().map(|(side, redistribution, _)| (*side, *redistribution)).collect();
    let found: BTreeSet<_> =
        rows.iter().map(|row| (row.side.as_str(), row.redistribution.as_str())).collect();
    assert_eq!(found, promised);
    let levels: BTreeSet<_> = rows.iter().map(|row| row.level.as_str()).collect();
    assert_eq!(levels, BTreeSet::from(["total", "forbund", "kommun", "region"]));
    let scenarios: BTreeSet<_> = rows.iter().map(|row| row.scenario.as_str()).collect();
    assert_eq!(scenarios, BTreeSet::from(["Tankespår 1", "Tankespår 2"]));
}

#[test]
fn only_the_redistribution_asked_for_is_in_the_table() {
    let place = Place::empty();
    for (asked, other) in [("gross", "net"), ("net", "gross")] {
        let table = place.run(&format!("simulate tankespar1 --format csv --redistribution {asked}")).answer();
        let rows = rows(&table, b',');
        assert!(rows.iter().any(|row| row.redistribution == asked));
        assert!(rows.iter().all(|row| row.redistribution != other));
    }
}

#[test]
fn excel_gets_a_byte_order_mark_semicolons_decimal_commas_and_line_breaks_of_two() {
    let place = Place::example("merge_national");
    let table = place.run("simulate scenario.toml --format csv --csv-dialect excel").answer();
    let inside = table.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(inside.starts_with(&HEADER.replace(',', ";")), "{inside}");
    assert!(!inside.contains('\u{feff}'));
    assert_eq!(inside.matches('\n').count(), inside.matches("\r\n").count());
    assert!(inside.contains(";before;;forbund;Trollhättan;forsorjningsmatt;5999,5\r\n"), "{inside}");
    assert!(inside.contains(";before;;forbund;Trollhättan;kr_per_inhabitant;149,56\r\n"), "{inside}");
    let (excel, plain) = (rows(inside, b';'), table_and_result(&place, "scenario.toml").0);
    assert_eq!(excel.len(), plain.len());
    for (excel, plain) in excel.iter().zip(&plain) {
        assert_eq!((&excel.name, &excel.metric), (&plain.name, &plain.metric));
        assert_eq!(excel.value, plain.value.replace('.', ","));
    }
}

#[test]
fn no_cell_begins_like_a_formula_in_either_dialect() {
    let place = hostile::place();
    for (dialect, delimiter) in [("plain", b','), ("excel", b';')] {
        let table =
            place.run(&format!("simulate scenario.toml --format csv --csv-dialect {dialect}")).answer();
        let rows = rows(table.trim_start_matches('\u{feff}'), delimiter);
        let names: BTreeSet<_> =
            rows.iter().flat_map(|row| [row.scenario.as_str(), row.name.as_str()]).collect();
        assert!(names.iter().all(|name| !name.trim_start().starts_with(['=', '+', '-', '@'])), "{names:?}");
        for name in ["'=HYPERLINK(1)", "'=1+1", "'+plus", "'-minus", "'@at", "'=Län"] {
            assert!(names.contains(name), "{name} is not in {names:?}");
        }
    }
}

#[test]
fn commas_quotes_and_pipes_in_names_survive() {
    let place = hostile::place();
    let table = place.run("simulate scenario.toml --format csv").answer();
    let rows = rows(&table, b',');
    for level in ["forbund", "kommun"] {
        assert!(rows.iter().any(|row| row.level == level && row.name == hostile::QUOTED), "{table}");
    }
}
