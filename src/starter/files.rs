//! The files as text. Each begins with the comments of [`crate::text::starter`].

use rust_decimal::Decimal;

use super::alternatives::{Alternative, EXAMPLE_KANSLI};
use super::division::{Division, Origin};
use super::toml;
use crate::input::baseline::ILLUSTRATIVE_KANSLI;
use crate::input::table_file::LoadedTable;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::schema::Subject;
use crate::text::language::Language;
use crate::text::{number, starter as words};

/// State money in the country, kr (2025, finsam.se).
pub const APPROPRIATION: i64 = 339_000_000;
/// About how many förbund there are in the country (2025, finsam.se).
pub const FORBUND_IN_COUNTRY: usize = 70;
/// The year of the two.
pub const YEAR_OF_COUNTRY: i64 = 2025;
/// The folder of the schemas beside the baseline.
pub const SCHEMAS: &str = "schemas";

/// What the files are made from.
#[derive(Debug)]
pub struct Start<'start> {
    /// Today's förbund.
    pub division: &'start Division,
    /// The kommun table.
    pub table: &'start LoadedTable,
    /// Its path as it is to stand in the baseline.
    pub table_path: &'start str,
    /// The sums of the rest of the country, where the table does not have it.
    pub rest: Option<RestSums>,
    /// What each kansli costs today, if that is known.
    pub kansli: Option<Kronor>,
    /// The language of comments and names.
    pub language: Language,
}

/// The kommuner of the country that are in none of the förbund, by the built-in table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RestSums {
    /// Their inhabitants 16–64.
    pub befolkning_16_64: u64,
    /// Their försörjningsmått.
    pub forsorjningsmatt: Decimal,
    /// The year of the figures.
    pub year: Option<i64>,
}

/// The sums of all kommuner that are not among `own`, by kommunkod.
#[must_use]
pub fn rest_sums(builtin: &LoadedTable, own: &Kommuner, members: &[KommunId]) -> RestSums {
    let is_own = |kommunkod| members.iter().any(|&member| own.get(member).kommunkod == kommunkod);
    let others = || {
        builtin
            .table
            .kommuner
            .iter()
            .zip(&builtin.table.figures)
            .filter(|((_, kommun), _)| !is_own(kommun.kommunkod))
    };
    RestSums {
        befolkning_16_64: others().map(|(_, figures)| figures.befolkning_16_64).sum(),
        forsorjningsmatt: others().map(|(_, figures)| figures.forsorjningsmatt).sum(),
        year: builtin.table.year,
    }
}

impl Start<'_> {
    fn kommuner(&self) -> &Kommuner {
        &self.table.table.kommuner
    }

    /// The name of the baseline: the län, else the förbund, else the kommuner.
    fn title(&self) -> String {
        let names: Vec<String> = match (self.division.lan.as_slice(), self.division.origin) {
            ([], Origin::Example) => {
                let members = self.division.forbund.iter().flat_map(|group| &group.members);
                members.map(|&member| self.kommuner().get(member).name.clone()).collect()
            }
            ([], _) => self.division.forbund.iter().map(|group| group.name.clone()).collect(),
            (lan, _) => lan.to_vec(),
        };
        match names.as_slice() {
            [one, two, three, _, ..] => words::and_others(self.language, &[one, two, three]),
            few => self.language.list(few),
        }
    }

    /// The baseline.
    #[must_use]
    pub fn baseline(&self) -> String {
        let language = self.language;
        let mut out = schema_line("", Subject::Baseline) + &comment(&words::baseline_head(language));
        out += &pair("name", &toml::text(&self.title()));
        out += &pair("source", &toml::text(&words::baseline_source(language)));
        if let Some(year) = self.table.table.year {
            out += &pair("year", &year.to_string());
        }
        out += &pair("kommuner", &toml::text(self.table_path));
        out += &pair("kommun_key", &toml::text("befolkning_16_64"));
        out += &pair("region_key", &toml::text("befolkning_16_64"));
        out += "\n";
        out += &comment(&words::model_head(language));
        out += "[model]\n";
        out += &pair("appropriation", &toml::whole(APPROPRIATION));
        out += &pair("base_grant", &toml::whole(400_000));
        out += &pair("weights", "{ forsorjningsmatt = 0.75, befolkning = 0.25 }");
        out += "\n[model.rest_of_country]\n";
        let others = FORBUND_IN_COUNTRY.saturating_sub(self.division.forbund.len());
        out += &pair("forbund", &others.to_string());
        match &self.rest {
            None => out += &pair("kommuner", &toml::text("alla")),
            Some(rest) => {
                let befolkning = i64::try_from(rest.befolkning_16_64).expect("a count");
                out += &pair("befolkning_16_64", &toml::whole(befolkning));
                out += &pair("forsorjningsmatt", &rest.forsorjningsmatt.to_string());
            }
        }
        out += "\n";
        out += &comment(&words::forbund_head(language, self.division.origin == Origin::Example));
        for group in &self.division.forbund {
            let names = || group.members.iter().map(|&member| &self.kommuner().get(member).name);
            out += "[[forbund]]\n";
            out += &pair("name", &toml::text(&group.name));
            out += &pair("kommuner", &toml::list(names()));
            out += "# budget = 5_000_000\n";
            out += &match self.kansli {
                Some(kansli) => pair("kansli", &toml::whole(kansli.get())),
                None => "# kansli = 1_250_000\n".to_owned(),
            };
            if let (Some(first), Some(_)) = (names().next(), names().nth(1)) {
                out += "# ";
                out += &pair("sate", &toml::text(first));
            }
            out += "\n";
        }
        out + &self.assumptions()
    }

    /// What every output must say of the baseline.
    fn assumptions(&self) -> String {
        let mut assumptions = Vec::new();
        if self.division.origin == Origin::Example {
            assumptions.push(assumption("example_division", words::assume_division));
        }
        // With more förbund of its own the baseline counts those, and no others.
        if self.division.forbund.len() <= FORBUND_IN_COUNTRY {
            assumptions.push(assumption("about_70_forbund", words::assume_forbund));
        }
        if let Some(year) = self.table.table.year.filter(|year| *year != YEAR_OF_COUNTRY) {
            let text = |language| words::assume_year(language, year);
            assumptions.push(assumption("figures_of_year", text));
        }
        if let Some(rest) = &self.rest {
            let text = |language| words::assume_rest(language, rest.year);
            assumptions.push(assumption("rest_of_country_builtin", text));
        }
        if let Some(kansli) = self.kansli {
            let text = |language| words::assume_kansli(language, &number::amount(language, kansli));
            assumptions.push(assumption("kansli_alike", text));
        }
        assumptions.join("\n")
    }

    /// A scenario, for a file in a folder beside the baseline.
    #[must_use]
    pub fn scenario(&self, alternative: &Alternative) -> String {
        let language = self.language;
        let mut out =
            schema_line("../", Subject::Scenario) + &comment(&words::scenario_head(language, alternative));
        out += &pair("name", &toml::text(&words::scenario_name(language, alternative)));
        out += &pair("description", &toml::text(&words::scenario_description(language, alternative)));
        out += &pair("baseline", &toml::text("../utgangslage.toml"));
        let change = change(alternative);
        if !change.is_empty() {
            out += "\n[[change]]\n";
            out += &change;
        }
        if let Alternative::SharedKansli { kansli, .. } = alternative {
            let text = |language| {
                let amount = number::amount(language, *kansli);
                let each = number::amount(language, EXAMPLE_KANSLI);
                words::assume_shared(language, &amount, self.kansli.is_none().then_some(each.as_str()))
            };
            out += "\n";
            out += &assumption(&format!("shared_{ILLUSTRATIVE_KANSLI}"), text);
        }
        out
    }
}

/// The keys of `[[change]]`.
fn change(alternative: &Alternative) -> String {
    match alternative {
        Alternative::Unchanged => String::new(),
        Alternative::Merger { parts, into } => {
            pair("merge", &toml::list(parts)) + &pair("into", &toml::text(into)) + "# kansli = 2_000_000\n"
        }
        Alternative::SharedKansli { participants, kansli } => {
            pair("shared_kansli", &toml::list(participants))
                + &pair("kansli", &toml::whole(kansli.get()))
                + &pair("split_by", &toml::text("budget"))
        }
        Alternative::Move { kommun, to, .. } => {
            pair("move", &toml::list([kommun])) + &pair("to", &toml::text(to)) + "# kansli = 1_300_000\n"
        }
        Alternative::MoveOutside { kommun, outside } => {
            pair("move", &toml::list([kommun])) + &pair("outside", &toml::text(outside))
        }
        Alternative::Split { whole, parts } => {
            let part = |(name, kommuner): &(String, Vec<String>)| {
                format!("    {{ name = {}, kommuner = {} }},\n", toml::text(name), toml::list(kommuner))
            };
            let parts: String = parts.iter().map(part).collect();
            pair("split", &toml::text(whole)) + &pair("into", &format!("[\n{parts}]"))
        }
    }
}

fn pair(key: &str, value: &str) -> String {
    format!("{key} = {value}\n")
}

/// An assumption in both languages: whatever language the file is in, outputs come in either.
fn assumption(id: &str, text: impl Fn(Language) -> String) -> String {
    let [swedish, english] =
        [Language::Swedish, Language::English].map(|language| toml::text(&text(language)));
    "[[assumption]]\n".to_owned()
        + &pair("id", &toml::text(id))
        + &pair("text", &swedish)
        + &pair("text_en", &english)
}

/// The line by which editors find the schema of a file: with it they complete keys and show their meaning.
fn schema_line(up: &str, subject: Subject) -> String {
    format!("#:schema {up}{SCHEMAS}/{}\n", subject.file_name())
}

/// A comment holds no control characters, says TOML.
fn comment(text: &str) -> String {
    let line = |line: &str| format!("# {}", line.replace(char::is_control, " ")).trim_end().to_owned() + "\n";
    text.lines().map(line).collect()
}
