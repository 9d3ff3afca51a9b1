//! Who is meant by what stands in a table's place column: a kommun, the country or a county, or nobody known.

use std::collections::{BTreeMap, HashMap};

use crate::input::builtin;
use crate::input::builtin::BUILTIN_TABLE;
use crate::input::names::nearest;
use crate::model::kommun::Kommunkod;
use crate::model::name::{canonical, folded, is_too_long, start};

/// What publishers write behind the name of a kommun.
const ENDINGS: [&str; 3] = [" kommun", " stad", " municipality"];

/// The kommuner of the country.
#[derive(Clone, Debug)]
pub(super) struct Register {
    entries: BTreeMap<Kommunkod, Entry>,
    canonical: HashMap<String, Kommunkod>,
    /// By name with å ä ö and dashes folded; none where several share it (Habo, Håbo).
    folded: HashMap<String, Option<Kommunkod>>,
}

/// A kommun of the register.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) lan: String,
}

/// What a place cell means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ResolvedPlace {
    /// A kommun; whether its code had lost its leading zero.
    Kommun { kommunkod: Kommunkod, lost_zero: bool },
    /// The country, a county, a region or an average: no row of a kommun table.
    Aggregate,
    /// A code and a name that are not of the same kommun.
    Differ { of_code: String, of_name: String },
    /// Nobody known.
    Unknown,
    /// Nothing is written.
    Nothing,
}

impl Register {
    /// The kommuner of the table compiled into the program.
    pub(super) fn of_country() -> Self {
        let mut rows =
            csv::Reader::from_reader(builtin::file(BUILTIN_TABLE).expect("the built-in table").as_bytes());
        let headings = rows.headers().cloned().expect("the built-in table has headings");
        let columns = ["kommunkod", "kommun", "lan"].map(|name| {
            headings.iter().position(|known| known == name).expect("a column of the built-in table")
        });
        let mut register = Self::empty();
        for row in rows.records() {
            let row = row.expect("the built-in table is valid");
            let [code, name, lan] = columns.map(|column| &row[column]);
            if let Some(kommunkod) = Kommunkod::parse(code).filter(|kommunkod| !register.holds(*kommunkod)) {
                register.add(kommunkod, name, lan);
            }
        }
        register
    }

    fn empty() -> Self {
        Self { entries: BTreeMap::new(), canonical: HashMap::new(), folded: HashMap::new() }
    }

    /// Adds a kommun that a user's own table has and the country has not.
    pub(super) fn add(&mut self, kommunkod: Kommunkod, name: &str, lan: &str) {
        self.entries.insert(kommunkod, Entry { name: name.to_owned(), lan: lan.to_owned() });
        self.canonical.insert(canonical(name), kommunkod);
        let known = self.folded.entry(loose(name)).or_insert(Some(kommunkod));
        if *known != Some(kommunkod) {
            *known = None;
        }
    }

    pub(super) fn holds(&self, kommunkod: Kommunkod) -> bool {
        self.entries.contains_key(&kommunkod)
    }

    /// What is known of a kommun that was found in it.
    pub(super) fn entry(&self, kommunkod: Kommunkod) -> &Entry {
        self.entries.get(&kommunkod).expect("a kommun of the register")
    }

    /// The kommun with a code or a name written as tables do, or why there is none.
    pub(super) fn resolve(&self, text: &str) -> ResolvedPlace {
        let text = text.trim();
        if text.is_empty() {
            return ResolvedPlace::Nothing;
        }
        if is_too_long(text) {
            return ResolvedPlace::Unknown;
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (code, name) = text.split_at(digits);
        // "114.0" is what some programs make of a code.
        let name = match name {
            ".0" | ",0" => "",
            name => name.trim_start_matches([' ', '\u{a0}', '-', '–', ':', ',']).trim(),
        };
        match digits {
            0 => self.by_name(text),
            1 | 2 => ResolvedPlace::Aggregate,
            3 | 4 => self.by_code(code, name),
            _ => ResolvedPlace::Unknown,
        }
    }

    fn by_code(&self, code: &str, name: &str) -> ResolvedPlace {
        let lost_zero = code.len() == 3;
        let Some(kommunkod) = Kommunkod::parse(&format!("{code:0>4}")) else {
            return ResolvedPlace::Unknown;
        };
        // Kolada's code of the country is 0000, and its regions have those from 0001 on.
        if kommunkod.lan() == 0 {
            return ResolvedPlace::Aggregate;
        }
        let Some(entry) = self.entries.get(&kommunkod) else { return ResolvedPlace::Unknown };
        match self.by_name(name) {
            // "2021-12-31" and "2021 års siffror" begin like a code too.
            ResolvedPlace::Unknown | ResolvedPlace::Aggregate => ResolvedPlace::Unknown,
            ResolvedPlace::Kommun { kommunkod: named, .. } if named != kommunkod => ResolvedPlace::Differ {
                of_code: entry.name.clone(),
                of_name: self.entries[&named].name.clone(),
            },
            _ => ResolvedPlace::Kommun { kommunkod, lost_zero },
        }
    }

    fn by_name(&self, name: &str) -> ResolvedPlace {
        let plain = canonical(name);
        if plain.is_empty() {
            return ResolvedPlace::Nothing;
        }
        let found = |kommunkod: Kommunkod| ResolvedPlace::Kommun { kommunkod, lost_zero: false };
        // "Borås stad" before "Borå": what ends in s is not always a genitive.
        let mut spellings = vec![plain.as_str()];
        let bare = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending));
        if let Some(bare) = bare {
            spellings.push(bare);
            spellings.extend(bare.strip_suffix('s'));
        } else if let Some(bare) = plain.strip_prefix("kommunen ").or(plain.strip_prefix("kommun ")) {
            spellings.push(bare);
        }
        if let Some(kommunkod) = spellings.iter().find_map(|spelling| self.canonical.get(*spelling)) {
            return found(*kommunkod);
        }
        if is_aggregate(&plain) {
            return ResolvedPlace::Aggregate;
        }
        // In the genitive, alone: "Vänersborgs".
        spellings.extend(plain.strip_suffix('s'));
        let by_folding =
            spellings.iter().find_map(|spelling| self.folded.get(&loose(spelling)).copied().flatten());
        match by_folding {
            Some(kommunkod) => found(kommunkod),
            None => ResolvedPlace::Unknown,
        }
    }

    /// The name nearest to one that is unknown.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let plain = canonical(start(name).trim_start_matches(|letter: char| letter.is_ascii_digit()));
        let bare = ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).unwrap_or(&plain);
        if bare.trim().is_empty() {
            return None;
        }
        nearest(bare.trim(), self.entries.values().map(|entry| entry.name.as_str()))
    }
}

/// A name with å ä ö folded and without dashes: "Upplands Bro" is Upplands-Bro.
fn loose(name: &str) -> String {
    folded(name).replace(['-', '–', '‐'], " ")
}

/// Whether a text is the id of a group of kommuner in Kolada, whose figures are averages: "G37449".
fn is_group_of_kolada(canonical: &str) -> bool {
    let number = canonical.strip_prefix('g').unwrap_or_default();
    (1..=9).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a name is that of the country, a county, a region, a group or an average.
fn is_aggregate(canonical: &str) -> bool {
    let starts = [
        "riket", "sverige", "alla ", "summa", "hela ", "samtliga", "totalt", "region ",
        // The groups of SKR and Kolada.
        "liknande kommuner", "kommuner i ", "storstäder", "större stad", "större städer", "mindre stad",
        "mindre städer", "pendlingskommun", "lågpendlingskommun", "landsbygdskommun",
    ];
    let ends = [" län", "kommuner", " landsting", "regionen", " regioner"];
    let inside = ["ovägt medel", "medelvärde", "genomsnitt", "kommungrupp", "regionen ("];
    is_group_of_kolada(canonical)
        || starts.iter().any(|start| canonical.starts_with(start))
        || ends.iter().any(|end| canonical.ends_with(end))
        || inside.iter().any(|words| canonical.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> Register {
        Register::of_country()
    }

    fn code(text: &str) -> Option<String> {
        match register().resolve(text) {
            ResolvedPlace::Kommun { kommunkod, .. } => Some(kommunkod.to_string()),
            _ => None,
        }
    }

    #[test]
    fn a_kommun_is_found_by_code_by_name_and_by_both() {
        for text in [
            "0114", "114", "0114 Upplands Väsby", "Upplands\u{a0}Väsby", "UPPLANDS VASBY",
            "Upplands Väsby kommun",
        ] {
            assert_eq!(code(text).as_deref(), Some("0114"), "{text}");
        }
        for (text, expected) in [
            ("Borås stad", "1490"),
            ("Borås", "1490"),
            ("Borås kommun", "1490"),
            ("Vänersborgs kommun", "1487"),
            ("Vänersborgs", "1487"),
            ("Stockholms stad", "0180"),
            ("Upplands Bro", "0139"),
            ("Håbo", "0305"),
            ("Habo kommun", "0643"),
            ("114.0", "0114"),
            ("0643,0", "0643"),
        ] {
            assert_eq!(code(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(
            register().resolve("114"),
            ResolvedPlace::Kommun { kommunkod: Kommunkod::parse("0114").expect("a code"), lost_zero: true }
        );
    }

    #[test]
    fn country_counties_and_averages_are_no_kommuner() {
        for text in [
            "00 Riket",
            "0000",
            "0001",
            "01 Stockholms län",
            "Stockholms län",
            "Alla kommuner",
            "Alla kommuner (ovägt medel)",
            "Riket",
            "Region Skåne",
            "Pendlingskommun nära storstad (ovägt medel)",
            "G37449",
            "Liknande kommuner, övergripande, Höör, 2025",
            "Liknande kommuner socioekonomi, Habo, 2024 (ovägt medel)",
            "Västra Götalandsregionen",
            "Jönköpings läns kommuner",
        ] {
            assert_eq!(register().resolve(text), ResolvedPlace::Aggregate, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_not_guessed() {
        assert_eq!(
            register().resolve("0114 Vänersborg"),
            ResolvedPlace::Differ {
                of_code: "Upplands Väsby".to_owned(), of_name: "Vänersborg".to_owned()
            }
        );
        for (text, near) in [("Häbo", Some("Håbo")), ("1487 Vänersbrog", Some("Vänersborg"))] {
            assert_eq!(register().nearest(text).as_deref(), near);
        }
        assert_eq!(register().resolve("Häbo"), ResolvedPlace::Unknown);
        assert_eq!(register().resolve("Källa: SCB"), ResolvedPlace::Unknown);
        assert_eq!(register().resolve(" "), ResolvedPlace::Nothing);
    }
}
