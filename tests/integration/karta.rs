//! The packed map against its source, and how it is packed: `FINSAM_UPDATE_KARTA=1 cargo test karta` writes it anew.
//!
//! All numbers are varints (seven bits in a byte, the lowest first), signed ones zigzag. In turn: the four letters of
//! the format; millimetres in a step of the coordinates; the arcs (their number, then for each its number of points and
//! the steps from point to point, the first from the last of the arc before); the kommuner in the order of their codes
//! (their number, then for each the step from the code before, its number of rings, for each ring its number of arcs and
//! the steps from arc to arc, twice the number, plus one where it is reversed); the rings of the land around, as arcs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use finsam::drawing::geometry::Point;
use finsam::drawing::map::atlas::{Atlas, KommunId};
use serde_json::Value;

use crate::drawings::doubled_area;

/// Lines, each as its points.
type Lines = Vec<Vec<[i64; 2]>>;

fn source() -> Value {
    serde_json::from_str(include_str!("../../data/karta/karta.topo.json")).expect("the source is JSON")
}

/// The arcs of the source, each point from the step to it.
fn source_arcs(source: &Value) -> Vec<Vec<Point>> {
    let arcs: Lines = serde_json::from_value(source["arcs"].clone()).expect("arcs are steps");
    let points = |arc: &Vec<[i64; 2]>| absolute(arc).into_iter().map(|[x, y]| Point::new(x, y)).collect();
    arcs.iter().map(points).collect()
}

#[test]
fn every_shared_border_is_stored_once_as_in_the_source() {
    let arcs = source_arcs(&source());
    assert_eq!(arcs.len(), 891);
    assert!(Atlas::sweden().borders().eq(arcs.iter().map(Vec::as_slice)));
}

#[test]
fn every_kommun_has_the_rings_of_the_source() {
    let source = source();
    let (arcs, atlas) = (source_arcs(&source), Atlas::sweden());
    assert_eq!(geometries(&source).len(), 290);
    for geometry in geometries(&source) {
        let expected: Vec<Vec<Point>> = rings(geometry)
            .iter()
            .map(|ring| {
                let mut points = Vec::new();
                for arc in ring {
                    let mut next = arcs
                        [usize::try_from(if *arc < 0 { !arc } else { *arc }).expect("not negative")]
                    .clone();
                    if *arc < 0 {
                        next.reverse();
                    }
                    next.pop();
                    points.append(&mut next);
                }
                points
            })
            .collect();
        let code = code(geometry);
        let kommun = atlas.find(code).expect("every kommun is found");
        assert_eq!(atlas.rings(kommun), expected, "{code}");
    }
}

#[test]
fn the_land_abroad_is_that_of_the_source() {
    let rings: Vec<Vec<(i64, i64)>> =
        serde_json::from_str(include_str!("../../data/karta/abroad.json")).expect("rings are points");
    let points =
        |ring: &Vec<(i64, i64)>| ring.iter().map(|(x, y)| Point::new(*x, *y)).collect::<Vec<Point>>();
    assert_eq!(Atlas::sweden().abroad(), rings.iter().map(points).collect::<Vec<_>>());
}

#[test]
fn what_the_program_carries_is_small() {
    assert!(include_bytes!("../../data/karta/karta.bin").len() <= 30_000);
}

#[test]
fn areas_are_those_of_the_kommuner() {
    let atlas = Atlas::sweden();
    // Land in km² (SCB), to a tenth: the outlines are simplified.
    for (code, square_kilometres) in
        [("0180", 187), ("0680", 1_480), ("0980", 3_120), ("1480", 448), ("2584", 19_140)]
    {
        let kommun = atlas.find(code).expect("it has an outline");
        let steps: i64 = doubled_area(&atlas.rings(kommun));
        let found = steps * atlas.unit() / 1_000 * atlas.unit() / 1_000 / 2 / 1_000_000;
        let off = (found - square_kilometres).abs();
        assert!(off * 8 <= square_kilometres, "{code}: {found} km², {square_kilometres} expected");
    }
}

#[test]
fn neighbours_are_those_of_the_table_but_for_corners() {
    let atlas = Atlas::sweden();
    let drawn: BTreeSet<(String, String)> = atlas
        .neighbours()
        .into_iter()
        .map(|(one, two): (KommunId, KommunId)| (atlas.kommunkod(one), atlas.kommunkod(two)))
        .collect();
    assert!(drawn.len() > 650, "{}", drawn.len());
    for (one, two) in [("0114", "0115"), ("0680", "0687"), ("1488", "1487")] {
        assert!(drawn.contains(&(one.min(two).to_owned(), one.max(two).to_owned())), "{one} {two}");
    }
    let gotland = "0980".to_owned();
    assert!(drawn.iter().all(|(one, two)| *one != gotland && *two != gotland));
}

#[test]
fn the_packed_map_is_what_its_source_gives() {
    let abroad = include_str!("../../data/karta/abroad.json");
    let packed = pack(&source(), &serde_json::from_str(abroad).expect("rings are points"));
    if std::env::var_os("FINSAM_UPDATE_KARTA").is_some_and(|value| value == "1") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/karta/karta.bin");
        fs::write(path, &packed).expect("the packed map is written");
    }
    assert!(packed == include_bytes!("../../data/karta/karta.bin"), "FINSAM_UPDATE_KARTA=1 writes it anew");
}

fn pack(topology: &Value, abroad: &Lines) -> Vec<u8> {
    let mut out = b"FKA1".to_vec();
    let scale = topology["transform"]["scale"][0].as_f64().expect("there is a scale");
    // The only number that is not whole in the source.
    number(&mut out, format!("{:.0}", scale * 1_000.0).parse().expect("it is whole millimetres"));
    let arcs: Lines = serde_json::from_value(topology["arcs"].clone()).expect("arcs are steps");
    lines(&mut out, &arcs.iter().map(|arc| absolute(arc)).collect());
    let mut kommuner = BTreeMap::new();
    for geometry in geometries(topology) {
        let code: u64 = code(geometry).parse().expect("a code is a number");
        kommuner.insert(code, rings(geometry));
    }
    number(&mut out, kommuner.len() as u64);
    let (mut last_code, mut last_arc) = (0, 0);
    for (code, rings) in kommuner {
        number(&mut out, code - last_code);
        last_code = code;
        number(&mut out, rings.len() as u64);
        for ring in rings {
            number(&mut out, ring.len() as u64);
            for arc in ring {
                // TopoJSON counts reversed arcs from −1 downwards.
                let arc = if arc < 0 { 2 * -(arc + 1) + 1 } else { 2 * arc };
                signed(&mut out, arc - last_arc);
                last_arc = arc;
            }
        }
    }
    lines(&mut out, abroad);
    out
}

fn geometries(topology: &Value) -> &[Value] {
    topology["objects"]["kommuner"]["geometries"].as_array().expect("there are geometries")
}

fn code(geometry: &Value) -> &str {
    geometry["id"].as_str().expect("a geometry has a code")
}

/// The rings of a kommun, each as its arcs.
fn rings(geometry: &Value) -> Vec<Vec<i64>> {
    let arcs = geometry["arcs"].clone();
    match geometry["type"].as_str() {
        Some("Polygon") => serde_json::from_value(arcs).expect("a polygon is rings of arcs"),
        _ => serde_json::from_value::<Vec<Vec<Vec<i64>>>>(arcs).expect("polygons are rings of arcs").concat(),
    }
}

/// The points of an arc, each from the step to it.
fn absolute(arc: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let points = arc.iter().scan([0, 0], |pen, [x, y]| {
        *pen = [pen[0] + x, pen[1] + y];
        Some(*pen)
    });
    points.collect()
}

fn lines(out: &mut Vec<u8>, lines: &Lines) {
    number(out, lines.len() as u64);
    let mut pen = [0, 0];
    for line in lines {
        number(out, line.len() as u64);
        for [x, y] in line {
            signed(out, x - pen[0]);
            signed(out, y - pen[1]);
            pen = [*x, *y];
        }
    }
}

fn signed(out: &mut Vec<u8>, value: i64) {
    number(out, ((value << 1) ^ (value >> 63)).cast_unsigned());
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value > 0x7f {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}
