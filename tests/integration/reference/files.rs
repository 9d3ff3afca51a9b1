//! Writes a case as the three files the program reads.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::case::{Case, Change, Kansli, Kommun, KommunKey, Layout, Money, Part, RegionKey, Rest, SplitBy};

/// The three files of a case: name and text.
pub(crate) fn texts(case: &Case) -> [(&'static str, String); 3] {
    [("kommuner.csv", table(case)), ("utgangslage.toml", baseline(case)), ("scenario.toml", scenario(case))]
}

/// Writes the files into a folder and returns where the scenario is.
pub(crate) fn write(case: &Case, folder: &Path) -> io::Result<PathBuf> {
    for (name, text) in texts(case) {
        fs::write(folder.join(name), text)?;
    }
    Ok(folder.join("scenario.toml"))
}

fn table(case: &Case) -> String {
    let layout = &case.layout;
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
    if layout.year_column.is_some() {
        header.insert(0, if layout.swedish_headers { "År" } else { "ar" });
    }
    let mut lines = vec![header.into_iter().map(str::to_owned).collect()];
    let year = layout.year_column;
    for (index, kommun) in case.table.iter().enumerate() {
        // The other year's rows stand between those of the year in use.
        if let Some(other) = case.other_year.get(index) {
            lines.push(cells(other, year.map(|year| year - 1), layout));
        }
        lines.push(cells(kommun, year, layout));
    }
    for other in case.other_year.iter().skip(case.table.len()) {
        lines.push(cells(other, year.map(|year| year - 1), layout));
    }

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

/// Formats the values of one case.
struct Toml<'case>(&'case Case);

impl Toml<'_> {
    fn kronor(&self, amount: u64) -> String {
        if self.0.layout.underscores { in_thousands(amount, "_") } else { amount.to_string() }
    }

    /// A kommun by its name or its code.
    fn kommun(&self, code: &str) -> String {
        if self.0.layout.kommuner_by_code { quoted(code) } else { quoted(&self.0.kommun(code).name) }
    }

    fn kommuner(&self, codes: &[String]) -> String {
        let kommuner: Vec<String> = codes.iter().map(|code| self.kommun(code)).collect();
        format!("[{}]", kommuner.join(", "))
    }

    fn kansli(&self, kansli: &Kansli) -> String {
        match kansli {
            Kansli::Sum(sum) => self.kronor(*sum),
            Kansli::Items(items) => {
                let items: Vec<String> =
                    items.iter().map(|(name, amount)| format!("{name} = {}", self.kronor(*amount))).collect();
                format!("{{ {} }}", items.join(", "))
            }
        }
    }

    /// A line of its own, where a kansli is stated.
    fn kansli_line(&self, kansli: Option<&Kansli>) -> String {
        kansli.map_or_else(String::new, |kansli| format!("kansli = {}\n", self.kansli(kansli)))
    }

    fn part(&self, part: &Part) -> String {
        let kansli = part
            .kansli
            .as_ref()
            .map_or_else(String::new, |kansli| format!(", kansli = {}", self.kansli(kansli)));
        format!("{{ name = {}, kommuner = {}{kansli} }}", quoted(&part.name), self.kommuner(&part.kommuner))
    }

    fn change(&self, change: &Change) -> String {
        let lines = match change {
            Change::MoveTo { kommuner, to, kansli } => format!(
                "move = {}\nto = {}\n{}",
                self.kommuner(kommuner),
                quoted(to),
                self.kansli_line(kansli.as_ref())
            ),
            Change::MoveOutside { kommuner, outside } => {
                format!("move = {}\noutside = {}\n", self.kommuner(kommuner), quoted(outside))
            }
            Change::Merge { parts, into, kansli } => format!(
                "merge = {}\ninto = {}\n{}",
                all_quoted(parts),
                quoted(into),
                self.kansli_line(kansli.as_ref())
            ),
            Change::Split { whole, into } => {
                let parts: Vec<String> = into.iter().map(|part| self.part(part)).collect();
                format!("split = {}\ninto = [{}]\n", quoted(whole), parts.join(", "))
            }
            Change::Create(part) => format!(
                "create = {}\nkommuner = {}\n{}",
                quoted(&part.name),
                self.kommuner(&part.kommuner),
                self.kansli_line(part.kansli.as_ref())
            ),
            Change::SharedKansli { participants, kansli, split_by } => format!(
                "shared_kansli = {}\nkansli = {}\nsplit_by = \"{}\"\n",
                all_quoted(participants),
                self.kansli(kansli),
                match split_by {
                    SplitBy::Budget => "budget",
                    SplitBy::Lika => "lika",
                    SplitBy::Befolkning => "befolkning_16_64",
                }
            ),
            Change::Leave { kommuner } => format!("leave = {}\n", self.kommuner(kommuner)),
            Change::Dissolve { forbund } => format!("dissolve = {}\n", quoted(forbund)),
            Change::Elsewhere { more } => format!("elsewhere = {more}\n"),
        };
        format!("\n[[change]]\n{lines}")
    }
}

fn quoted(text: &str) -> String {
    assert!(!text.contains(['"', '\\']), "a name that needs no escape");
    format!("\"{text}\"")
}

fn all_quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

fn baseline(case: &Case) -> String {
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
    let kommun_key = match &case.kommun_key {
        KommunKey::Befolkning if layout.defaults_left_out => None,
        KommunKey::Befolkning => Some(quoted("befolkning_16_64")),
        KommunKey::Folkmangd => Some(quoted("folkmangd")),
        KommunKey::Forsorjningsmatt => Some(quoted("forsorjningsmatt")),
        KommunKey::Lika => Some(quoted("lika")),
        KommunKey::Explicit(weights) => {
            let weights: Vec<String> =
                weights.iter().map(|(code, weight)| format!("{} = {weight}", toml.kommun(code))).collect();
            Some(format!("{{ {} }}", weights.join(", ")))
        }
    };
    if let Some(kommun_key) = kommun_key {
        line(format!("kommun_key = {kommun_key}"));
    }
    match case.region_key {
        RegionKey::Befolkning if layout.defaults_left_out => {}
        RegionKey::Befolkning => line("region_key = \"befolkning_16_64\"".to_owned()),
        RegionKey::Lika => line("region_key = \"lika\"".to_owned()),
    }

    line("\n[model]".to_owned());
    if let Some(appropriation) = case.appropriation {
        line(format!("appropriation = {}", toml.kronor(appropriation)));
    }
    line(format!("base_grant = {}", toml.kronor(case.base_grant)));
    line(format!(
        "weights = {{ forsorjningsmatt = {}, befolkning = {} }}",
        case.weight_forsorjningsmatt, case.weight_befolkning
    ));
    if case.rest_forbund.is_some() || !matches!(case.rest, Rest::Unstated) {
        line("\n[model.rest_of_country]".to_owned());
    }
    if let Some(forbund) = case.rest_forbund {
        line(format!("forbund = {forbund}"));
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

    for forbund in &case.forbund {
        line(format!("\n[[forbund]]\nname = {}", quoted(&forbund.name)));
        line(format!("kommuner = {}", toml.kommuner(&forbund.kommuner)));
        match forbund.money {
            Money::Formula => {}
            Money::Budget(budget) => line(format!("budget = {}", toml.kronor(budget))),
            Money::StateGrant(state) => line(format!("state_grant = {}", toml.kronor(state))),
        }
        if let Some(kansli) = &forbund.kansli {
            line(format!("kansli = {}", toml.kansli(kansli)));
        }
    }
    text
}

fn scenario(case: &Case) -> String {
    let toml = Toml(case);
    let mut text = String::from("name = \"Slumpat scenario\"\nbaseline = \"utgangslage.toml\"\n");
    for change in &case.changes {
        write!(text, "{}", toml.change(change)).expect("a text takes any line");
    }
    text
}
