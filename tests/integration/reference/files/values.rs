//! Writes the values of a case, and its changes.

use super::in_thousands;
use crate::reference::case::{Case, Change, Kansli, KommunKey, Part, Sharing, SplitBy};

/// Formats the values of one case.
pub(crate) struct Toml<'case>(pub &'case Case);

impl Toml<'_> {
    pub(crate) fn kronor(&self, amount: u64) -> String {
        if self.0.layout.underscores { in_thousands(amount, "_") } else { amount.to_string() }
    }

    /// A kommun by its name or its code.
    fn kommun(&self, code: &str) -> String {
        if self.0.layout.kommuner_by_code { quoted(code) } else { quoted(&self.0.kommun(code).name) }
    }

    pub(super) fn kommuner(&self, codes: &[String]) -> String {
        let kommuner: Vec<String> = codes.iter().map(|code| self.kommun(code)).collect();
        format!("[{}]", kommuner.join(", "))
    }

    pub(crate) fn kansli(&self, kansli: &Kansli) -> String {
        match kansli {
            Kansli::Sum(sum) => self.kronor(*sum),
            Kansli::Items(items) => {
                let items: Vec<String> =
                    items.iter().map(|(name, amount)| format!("{name} = {}", self.kronor(*amount))).collect();
                format!("{{ {} }}", items.join(", "))
            }
            Kansli::Grown { .. } => unreachable!("a file states prices of one year"),
        }
    }

    pub(super) fn kommun_key(&self, key: &KommunKey) -> String {
        match key {
            KommunKey::Explicit(weights) => {
                let weights: Vec<String> = weights
                    .iter()
                    .map(|(code, weight)| format!("{} = {weight}", self.kommun(code)))
                    .collect();
                format!("{{ {} }}", weights.join(", "))
            }
            KommunKey::Mixed { shares, minimum } => {
                let shares = shares.iter().map(|(key, share)| format!("{} = {share}", name_of(key)));
                let minimum = minimum.iter().map(|minimum| format!("minimum = {}", self.kronor(*minimum)));
                let mixed: Vec<String> = shares.chain(minimum).collect();
                format!("{{ {} }}", mixed.join(", "))
            }
            plain => quoted(name_of(plain)),
        }
    }

    /// What is stated of a förbund that a change makes: key and value.
    fn stated(&self, kansli: Option<&Kansli>, key: Option<&KommunKey>) -> Vec<String> {
        let kansli = kansli.map(|kansli| format!("kansli = {}", self.kansli(kansli)));
        let key = key.map(|key| format!("kommun_key = {}", self.kommun_key(key)));
        kansli.into_iter().chain(key).collect()
    }

    /// The same on lines of their own.
    fn stated_lines(&self, kansli: Option<&Kansli>, key: Option<&KommunKey>) -> String {
        self.stated(kansli, key).into_iter().map(|stated| stated + "\n").collect()
    }

    /// What stands below the participants.
    fn sharing(&self, sharing: &Sharing) -> String {
        let split_by = match &sharing.split_by {
            SplitBy::Budget => quoted("budget"),
            SplitBy::Lika => quoted("lika"),
            SplitBy::Befolkning => quoted("befolkning_16_64"),
            SplitBy::Shares(shares) => {
                let shares: Vec<String> =
                    shares.iter().map(|(name, share)| format!("{} = {share}", quoted(name))).collect();
                format!("{{ {} }}", shares.join(", "))
            }
        };
        let key = if sharing.only_items { "items" } else { "kansli" };
        format!("{key} = {}\nsplit_by = {split_by}\n", self.kansli(&sharing.kansli))
    }

    pub(super) fn shared_today(&self, sharing: &Sharing) -> String {
        let forbund = all_quoted(&sharing.participants);
        format!("\n[[shared_kansli]]\nforbund = {forbund}\n{}", self.sharing(sharing))
    }

    /// With what else stands in the part.
    fn part(&self, part: &Part, extra: &str) -> String {
        let stated = self.stated(part.kansli.as_ref(), part.kommun_key.as_ref());
        let stated = stated.iter().fold(String::new(), |line, stated| line + ", " + stated);
        format!(
            "{{ name = {}, kommuner = {}{stated}{extra} }}",
            quoted(&part.name),
            self.kommuner(&part.kommuner)
        )
    }

    /// With what else stands in its parts.
    pub(super) fn change(&self, change: &Change, parts: &[String]) -> String {
        let lines = match change {
            Change::MoveTo { kommuner, to, kansli } => format!(
                "move = {}\nto = {}\n{}",
                self.kommuner(kommuner),
                quoted(to),
                self.stated_lines(kansli.as_ref(), None)
            ),
            Change::MoveOutside { kommuner, outside } => {
                format!("move = {}\noutside = {}\n", self.kommuner(kommuner), quoted(outside))
            }
            Change::Merge { parts, into, kansli, kommun_key } => format!(
                "merge = {}\ninto = {}\n{}",
                all_quoted(parts),
                quoted(into),
                self.stated_lines(kansli.as_ref(), kommun_key.as_ref())
            ),
            Change::Split { whole, into } => {
                let parts: Vec<String> = into
                    .iter()
                    .enumerate()
                    .map(|(index, part)| self.part(part, parts.get(index).map_or("", String::as_str)))
                    .collect();
                format!("split = {}\ninto = [{}]\n", quoted(whole), parts.join(", "))
            }
            Change::Create(part) => format!(
                "create = {}\nkommuner = {}\n{}",
                quoted(&part.name),
                self.kommuner(&part.kommuner),
                self.stated_lines(part.kansli.as_ref(), part.kommun_key.as_ref())
            ),
            Change::SharedKansli(sharing) => {
                format!("shared_kansli = {}\n{}", all_quoted(&sharing.participants), self.sharing(sharing))
            }
            Change::Leave { kommuner } => format!("leave = {}\n", self.kommuner(kommuner)),
            Change::Dissolve { forbund } => format!("dissolve = {}\n", quoted(forbund)),
            Change::Elsewhere { more } => format!("elsewhere = {more}\n"),
        };
        format!("\n[[change]]\n{lines}")
    }
}

/// The key as it is called in a file.
fn name_of(key: &KommunKey) -> &'static str {
    match key {
        KommunKey::Befolkning => "befolkning_16_64",
        KommunKey::Folkmangd => "folkmangd",
        KommunKey::Forsorjningsmatt => "forsorjningsmatt",
        KommunKey::Lika => "lika",
        KommunKey::Explicit(_) | KommunKey::Mixed { .. } => unreachable!("a table has no name"),
    }
}

pub(super) fn quoted(text: &str) -> String {
    assert!(!text.contains(['"', '\\']), "a name that needs no escape");
    format!("\"{text}\"")
}

fn all_quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}
