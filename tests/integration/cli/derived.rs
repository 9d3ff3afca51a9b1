//! What rests on a derived försörjningsmått: said of the figures that another one would move, and of no others. The
//! oracle is the program itself with other figures in the table.

use std::collections::BTreeMap;

use serde_json::Value;

use super::run::{Place, of_project};

/// What a rounding can move: a krona in each row of a side, and as much in the sums of region and kommuner.
const ROUNDING: f64 = 6.0;

/// Another försörjningsmått for each kommun, with the same inhabitants.
fn other_table(turn: u32) -> String {
    let text = of_project("data/kommuner.csv");
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    let column = header.split(',').position(|name| name == "forsorjningsmatt").expect("the column");
    let mut out = format!("{header}\n");
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        let matt: u32 = cells[column].parse().expect("a whole number");
        let code: u32 = cells[1].parse().expect("a code");
        cells[column] = (matt * (40 + (code * turn) % 97) / 80 + 1).to_string();
        out += &(cells.join(",") + "\n");
    }
    out
}

/// Every figure of a result by its path.
fn figures(value: &Value, path: &str, found: &mut BTreeMap<String, f64>) {
    let step = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, field)| figures(field, &step(key), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, item)| figures(item, &step(&at.to_string()), found));
        }
        Value::Number(number) => {
            found.insert(path.to_owned(), number.as_f64().expect("a number"));
        }
        Value::String(text) => {
            let is_code = path.ends_with("kommunkod") || path.contains(".members.") || path.contains("_km.");
            if let (false, Ok(number)) = (is_code, text.parse()) {
                found.insert(path.to_owned(), number);
            }
        }
        _ => {}
    }
}

fn figures_of(place: &Place, scenario: &str) -> BTreeMap<String, f64> {
    let mut found = BTreeMap::new();
    let result =
        place.run(&format!("simulate {scenario} --format json")).warned(&["kommun_moved_again"]).json();
    figures(&result, "", &mut found);
    found.retain(|path, _| !["schema_version", "baseline.year"].contains(&path.as_str()));
    found
}

/// What checks of the figures say rests on a derived one, by path.
fn called_derived(place: &Place, scenario: &str, paths: &BTreeMap<String, f64>) -> BTreeMap<String, bool> {
    let checks = paths.keys().map(|path| format!("\n[[check]]\nmetric = \"{path}\"\nmin = 0\n"));
    let text = place.read(&format!("{scenario}.toml")) + &checks.collect::<Vec<_>>().concat();
    place.write("scenarios/checked.toml", &text);
    let run = place.run("check scenarios/checked.toml --format json").warned(&["kommun_moved_again"]);
    let answer: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    let checks = answer.as_array().expect("a list").iter();
    let called = checks.map(|check| {
        (check["metric"].as_str().expect("a path").to_owned(), check["derived"].as_bool().expect("a mark"))
    });
    called.filter(|(path, _)| paths.contains_key(path)).collect()
}

/// Changes of the national baseline and of the calibrated one, by file.
const OWN: [(&str, &str, &str); 11] = [
    ("create", NATIONAL, CREATE),
    ("join", NATIONAL, "[[change]]\nmove = [\"Ale\"]\nto = \"Trollhättan\"\n"),
    (
        "create_and_share",
        NATIONAL,
        "[[change]]\ncreate = \"Ny\"\nkommuner = [\"Mellerud\", \"Bengtsfors\"]\nengangskostnad = 10_000\n\
         [[change]]\nshared_kansli = [\"Trollhättan\", \"BÅD-ESÅ\"]\nkansli = 900_000\nsplit_by = \"budget\"\n",
    ),
    ("leave", NATIONAL, "[[change]]\nleave = [\"Mellerud\"]\n"),
    ("leave_part", CALIBRATED, "[[change]]\nleave = [\"Habo\"]\n"),
    ("dissolve", CALIBRATED, "[[change]]\ndissolve = \"Finnveden\"\n"),
    ("elsewhere", NATIONAL, "[[change]]\nelsewhere = 4\n"),
    ("outside", CALIBRATED, "[[change]]\nmove = [\"Habo\"]\noutside = \"annat\"\n"),
    (
        "swap_and_share",
        CALIBRATED,
        "[[change]]\nmove = [\"Habo\"]\nto = \"Höglandet\"\n[[change]]\nmove = [\"Tranås\"]\nto = \"Finnveden\"\n\
         [[change]]\nshared_kansli = [\"Finnveden\", \"Höglandet\"]\nkansli = 900_000\nsplit_by = \"budget\"\n",
    ),
    (
        "share",
        CALIBRATED,
        "[[change]]\nshared_kansli = [\"Finnveden\", \"Höglandet\"]\nkansli = 900_000\nsplit_by = \"budget\"\n",
    ),
    (
        "split",
        CALIBRATED,
        "[[change]]\nsplit = \"Höglandet\"\ninto = [{ name = \"A\", kommuner = [\"Eksjö\", \"Nässjö\"] }, \
         { name = \"B\", kommuner = [\"Aneby\", \"Sävsjö\", \"Vetlanda\", \"Tranås\"] }]\n",
    ),
];

const NATIONAL: &str = "integratia_2017";
const CALIBRATED: &str = "jonkoping";
const CREATE: &str = "[[change]]\ncreate = \"Ny\"\nkommuner = [\"Mellerud\", \"Bengtsfors\"]\n";

/// The project with these changes; where asked for, its kommuner and regions pay by försörjningsmått.
fn project(pay_by_matt: bool) -> Place {
    let place = Place::project();
    for (name, baseline, changes) in OWN {
        let text =
            format!("name = \"{name}\"\nbaseline = \"../data/{baseline}/utgangslage.toml\"\n{changes}");
        place.write(&format!("scenarios/{name}.toml"), &text);
    }
    for baseline in [NATIONAL, CALIBRATED].iter().filter(|_| pay_by_matt) {
        let file = format!("data/{baseline}/utgangslage.toml");
        let text = place.read(&file).replace("_key = \"befolkning_16_64\"", "_key = \"forsorjningsmatt\"");
        place.write(&file, &text);
    }
    place
}

/// Those of the project that are no more of a kind that stands here.
const KINDS: [&str; 5] =
    ["tankespar2", "tankespar4", "sodra_vanern_2022", "jonkoping_lansforbund", "jonkoping_oforandrat"];

#[test]
fn of_each_figure_it_is_said_only_where_another_forsorjningsmatt_would_move_it() {
    let (mut moved_in_all, mut wrong) = (0, Vec::new());
    for place in [false, true].map(project) {
        let table = place.read("data/kommuner.csv");
        for name in KINDS.into_iter().chain(OWN.map(|(name, ..)| name)) {
            let scenario = &format!("scenarios/{name}");
            place.write("data/kommuner.csv", &table);
            let before = figures_of(&place, scenario);
            let called = called_derived(&place, scenario, &before);
            assert_eq!(called.len(), before.len(), "{scenario}");
            let others = [31, 53].map(|turn| {
                place.write("data/kommuner.csv", &other_table(turn));
                figures_of(&place, scenario)
            });
            for (path, value) in &before {
                // Which kommun or region a figure is of does not hang on its place in a list.
                let moves =
                    others.iter().filter_map(|other| other.get(path)).map(|other| (other - value).abs());
                let most = moves.fold(0.0, f64::max);
                // Where income does not fall, nothing must be saved, whatever the figures are.
                let is_floor = (path.starts_with("break_even.saving_needed.")
                    || path.ends_with("must_sink")
                    || path.ends_with("others_carry"))
                    && *value == 0.0;
                if !is_floor && called[path] != (most > if called[path] { 0.0 } else { ROUNDING }) {
                    wrong.push(format!("{scenario} {path}: called {}, moved by {most}", called[path]));
                }
                moved_in_all += usize::from(called[path]);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(moved_in_all > 1_000, "{moved_in_all}");
}
