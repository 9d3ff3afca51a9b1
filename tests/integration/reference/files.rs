//! Writes a case as the three files the program reads.

mod values;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use self::values::Toml;
use self::values::quoted;
use super::case::{Case, Kommun, KommunKey, Layout, Money, RegionKey, Rest};

/// The files of a case: name and text. The scenario is the last.
pub(crate) type Texts = [(&'static str, String); 3];

pub(crate) fn texts(case: &Case) -> Texts {
    let year = case.layout.year_column;
    let mut rows = Vec::new();
    for (index, kommun) in case.table.iter().enumerate() {
        // The other year's rows stand between those of the year in use.
        if let Some(other) = case.other_year.get(index) {
            rows.push((year.map(|year| year - 1), other));
        }
        rows.push((year, kommun));
    }
    for other in case.other_year.iter().skip(case.table.len()) {
        rows.push((year.map(|year| year - 1), other));
    }
    texts_with(case, &rows, &Extras::default())
}

/// With these rows in the table, each with its year if the table has years, and what else stands in the files.
pub(crate) fn texts_with(case: &Case, rows: &[(Option<u32>, &Kommun)], extras: &Extras) -> Texts {
    [
        ("kommuner.csv", table(&case.layout, rows)),
        ("utgangslage.toml", baseline(case, extras)),
        ("scenario.toml", scenario(case, extras)),
    ]
}

/// What stands in the files beside the values of a case.
#[derive(Default)]
pub(crate) struct Extras {
    /// Whole tables at the end of the baseline, and before the changes of the scenario.
    pub baseline: String,
    pub scenario: String,
    /// Values of `[model]` and its tables that stand in the place of plain ones: key and value.
    pub model: BTreeMap<&'static str, String>,
    /// The same of each förbund, and what it has beside; no entry where it has neither.
    pub forbund: Vec<BTreeMap<&'static str, String>>,
    /// Lines of their own at the end of each change.
    pub changes: Vec<String>,
    /// What stands in each part of a change that splits, with a comma before it.
    pub parts: Vec<Vec<String>>,
}

/// Writes the files into a folder and returns where the scenario is.
pub(crate) fn write(case: &Case, folder: &Path) -> io::Result<PathBuf> {
    write_texts(&texts(case), folder)
}

pub(crate) fn write_texts(texts: &Texts, folder: &Path) -> io::Result<PathBuf> {
    for (name, text) in texts {
        fs::write(folder.join(name), text)?;
    }
    Ok(folder.join(texts[2].0))
}

fn table(layout: &Layout, rows: &[(Option<u32>, &Kommun)]) -> String {
    let mut header = if layout.swedish_headers {
        vec!["Kommunkod", "Kommun", "Län", "Befolkning_16_64", "Försörjningsmått"]
    } else {
        vec!["kommunkod", "kommun", "lan", "befolkning_16_64", "forsorjningsmatt"]
    };
    if layout.region_column {
        header[2] = if layout.swedish_headers { "Region" } else { "region" };
    }
    if layout.folkmangd_column {
        header.push(if layout.swedish_headers { "Folkmängd" } else { "folkmangd" });
    }
    if rows.iter().any(|(year, _)| year.is_some()) {
        header.insert(0, if layout.swedish_headers { "År" } else { "ar" });
    }
    let mut lines = vec![header.into_iter().map(str::to_owned).collect()];
    lines.extend(rows.iter().map(|(year, kommun)| cells(kommun, *year, layout)));

    let line_end = if layout.crlf { "\r\n" } else { "\n" };
    let mut text = String::from(if layout.byte_order_mark { "\u{feff}" } else { "" });
    for line in lines {
        text.push_str(&line.join(&layout.delimiter.to_string()));
        text.push_str(line_end);
    }
    text
}

fn cells(kommun: &Kommun, year: Option<u32>, layout: &Layout) -> Vec<String> {
    let number = |number: u64| {
        if layout.blanks_between_thousands { in_thousands(number, "\u{a0}") } else { number.to_string() }
    };
    let mut cells = vec![
        kommun.code.clone(),
        kommun.name.clone(),
        if layout.region_column { kommun.region.clone() } else { lan_of(&kommun.region).to_owned() },
        number(kommun.befolkning_16_64),
        if layout.decimal_comma {
            kommun.forsorjningsmatt.replace('.', ",")
        } else {
            kommun.forsorjningsmatt.clone()
        },
    ];
    if layout.folkmangd_column {
        cells.push(number(kommun.folkmangd));
    }
    if let Some(year) = year {
        cells.insert(0, year.to_string());
    }
    cells
}

/// The län in which a region pays.
fn lan_of(region: &str) -> &'static str {
    match region {
        "Region Halland" => "Hallands län",
        "Region Värmland" => "Värmlands län",
        "Region Örebro län" => "Örebro län",
        "Västra Götalandsregionen" => "Västra Götalands län",
        other => panic!("no case has {other}"),
    }
}

fn in_thousands(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

fn baseline(case: &Case, extras: &Extras) -> String {
    let toml = Toml(case);
    let layout = &case.layout;
    let mut text = String::from("name = \"Slumpat utgångsläge\"\nkommuner = \"kommuner.csv\"\n");
    let mut line = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    if layout.year_stated
        && let Some(year) = layout.year_column
    {
        line(format!("year = {year}"));
    }
    if !(case.kommun_key == KommunKey::Befolkning && layout.defaults_left_out) {
        line(format!("kommun_key = {}", toml.kommun_key(&case.kommun_key)));
    }
    match case.region_key {
        RegionKey::Befolkning if layout.defaults_left_out => {}
        RegionKey::Befolkning => line("region_key = \"befolkning_16_64\"".to_owned()),
        RegionKey::Lika => line("region_key = \"lika\"".to_owned()),
    }

    line("\n[model]".to_owned());
    let model = |key: &str, plain: String| extras.model.get(key).cloned().unwrap_or(plain);
    if let Some(appropriation) = case.appropriation {
        line(format!("appropriation = {}", model("appropriation", toml.kronor(appropriation))));
    }
    line(format!("base_grant = {}", model("base_grant", toml.kronor(case.base_grant))));
    let weights = weights_value(&case.weight_forsorjningsmatt, &case.weight_befolkning);
    line(format!("weights = {}", model("weights", weights)));
    if case.rest_forbund.is_some() || !matches!(case.rest, Rest::Unstated) {
        line("\n[model.rest_of_country]".to_owned());
    }
    if let Some(forbund) = case.rest_forbund {
        line(format!("forbund = {}", model("forbund", forbund.to_string())));
    }
    match &case.rest {
        Rest::Unstated => {}
        Rest::Alla => line("kommuner = \"alla\"".to_owned()),
        Rest::Listed(codes) => line(format!("kommuner = {}", toml.kommuner(codes))),
        Rest::Sums { befolkning_16_64, forsorjningsmatt } => {
            line(format!("befolkning_16_64 = {}", toml.kronor(*befolkning_16_64)));
            line(format!("forsorjningsmatt = {forsorjningsmatt}"));
        }
    }

    let shares = [
        ("state", &case.state_share, "0.5"),
        ("region", &case.region_share, "0.25"),
        ("kommuner", &case.kommuner_share, "0.25"),
    ];
    let by_default = shares.iter().all(|(_, share, default)| share == default);
    if !(by_default && layout.defaults_left_out) {
        line("\n[funding]".to_owned());
        for (payer, share, _) in shares {
            line(format!("{payer} = {share}"));
        }
    }

    let nothing = BTreeMap::new();
    for (index, forbund) in case.forbund.iter().enumerate() {
        line(format!("\n[[forbund]]\nname = {}", quoted(&forbund.name)));
        line(format!("kommuner = {}", toml.kommuner(&forbund.kommuner)));
        let plain_money = match forbund.money {
            Money::Formula => None,
            Money::Budget(budget) => Some(("budget", toml.kronor(budget))),
            Money::StateGrant(state) => Some(("state_grant", toml.kronor(state))),
        };
        let plain_kansli = forbund.kansli.as_ref().map(|kansli| ("kansli", toml.kansli(kansli)));
        let kommun_key = forbund.kommun_key.as_ref().map(|key| ("kommun_key", toml.kommun_key(key)));
        let plain = plain_money.into_iter().chain(plain_kansli).chain(kommun_key);
        let mut values: BTreeMap<&str, String> = plain.collect();
        values.extend(extras.forbund.get(index).unwrap_or(&nothing).clone());
        for (key, value) in values {
            line(format!("{key} = {value}"));
        }
    }
    for sharing in &case.shared {
        text.push_str(&toml.shared_today(sharing));
    }
    text.push_str(&extras.baseline);
    text
}

pub(crate) fn weights_value(forsorjningsmatt: &str, befolkning: &str) -> String {
    format!("{{ forsorjningsmatt = {forsorjningsmatt}, befolkning = {befolkning} }}")
}

fn scenario(case: &Case, extras: &Extras) -> String {
    let toml = Toml(case);
    let mut text = String::from("name = \"Slumpat scenario\"\nbaseline = \"utgangslage.toml\"\n");
    text.push_str(&extras.scenario);
    for (index, change) in case.changes.iter().enumerate() {
        let parts = extras.parts.get(index).map_or(&[][..], Vec::as_slice);
        text.push_str(&toml.change(change, parts));
        text.push_str(extras.changes.get(index).map_or("", String::as_str));
    }
    text
}
