//! A change as the text of its `[[change]]`.

use super::toml::{self, pair};
use crate::input::document::{At, ChoiceOrNumbers};
use crate::input::scenario_file::{ChangeSection, PartSection, SPLITS, Verb};
use crate::model::kansli::Cost;
use crate::model::kronor::Kronor;

/// The section with all that the change says; nothing if it is not known what it does. Where a kansli may be stated and
/// is not, a comment shows how.
pub(super) fn text(change: &ChangeSection) -> String {
    let Some(verb) = &change.verb else { return String::new() };
    let text = |text: &At<String>| toml::text(&text.value);
    let kansli = |example: i64| match &change.kansli {
        Some(kansli) => pair("kansli", &cost(&kansli.value)),
        None => format!("# {}", pair("kansli", &toml::whole(example))),
    };
    let own = match verb {
        Verb::Merge { parts, into } => {
            pair("merge", &list(parts)) + &pair("into", &text(into)) + &kansli(EXAMPLE_OF_MERGED)
        }
        Verb::Move { kommuner, to } => {
            pair("move", &list(kommuner)) + &pair("to", &text(to)) + &kansli(EXAMPLE_OF_ONE)
        }
        Verb::MoveOutside { kommuner, outside } => {
            pair("move", &list(kommuner)) + &pair("outside", &text(outside))
        }
        Verb::Split { whole, into } => {
            let parts: String = into.iter().map(part).collect();
            pair("split", &text(whole)) + &pair("into", &format!("[\n{parts}]"))
        }
        Verb::Create { name, kommuner } => {
            pair("create", &text(name)) + &pair("kommuner", &list(kommuner)) + &kansli(EXAMPLE_OF_ONE)
        }
        Verb::Leave { kommuner } => pair("leave", &list(kommuner)),
        Verb::Dissolve { forbund } => pair("dissolve", &text(forbund)),
        Verb::Keep { forbund } => pair("keep", &text(forbund)) + &kansli(EXAMPLE_OF_ONE),
        Verb::Elsewhere { more } => pair("elsewhere", &toml::whole(more.value)),
        // Nothing that is made here changes insatser.
        Verb::Insatser {} => return String::new(),
        Verb::SharedKansli { participants, split_by } => {
            let split_by = match &split_by.value {
                ChoiceOrNumbers::Choice(choice) => {
                    let word = SPLITS.iter().find(|(_, known)| known == choice);
                    toml::text(word.expect("each has a word").0)
                }
                ChoiceOrNumbers::Numbers(shares) => {
                    table(shares.iter().map(|(name, share)| (&name.value, share.value.to_string())))
                }
            };
            let cost = match &change.items {
                Some(items) => pair("items", &cost(&items.value)),
                None => kansli(EXAMPLE_OF_MERGED),
            };
            pair("shared_kansli", &list(participants)) + &cost + &pair("split_by", &split_by)
        }
    };
    let sate = change.sate.as_ref().map(|sate| pair("sate", &text(sate)));
    let once = change.engangskostnad.as_ref().map(|once| pair("engangskostnad", &whole(once.at(None))));
    format!("[[change]]\n{own}{}{}", sate.unwrap_or_default(), once.unwrap_or_default())
}

/// What a kansli might cost in a comment, kr a year: that of one förbund, and that of several.
const EXAMPLE_OF_ONE: i64 = 1_300_000;
const EXAMPLE_OF_MERGED: i64 = 2_000_000;

/// A line of `into`.
fn part(part: &PartSection) -> String {
    let name = toml::text(part.name.as_ref().map_or("", |name| name.value.as_str()));
    let kommuner = part.kommuner.as_ref().map_or_else(|| "[]".to_owned(), list);
    let kansli = part.kansli.as_ref().map(|kansli| format!(", kansli = {}", cost(&kansli.value)));
    let sate = part.sate.as_ref().map(|sate| format!(", sate = {}", toml::text(&sate.value)));
    let further = [kansli, sate].map(Option::unwrap_or_default).concat();
    format!("    {{ name = {name}, kommuner = {kommuner}{further} }},\n")
}

fn list(names: &At<Vec<At<String>>>) -> String {
    toml::list(names.value.iter().map(|name| &name.value))
}

/// A sum, or a table of its items.
fn cost(cost: &Cost) -> String {
    match cost.items() {
        None => toml::whole(cost.stated().get()),
        Some(items) => table(items.iter().map(|item| (&item.name, toml::whole(item.cost.get())))),
    }
}

/// A table in one line.
fn table<'names>(entries: impl Iterator<Item = (&'names String, String)>) -> String {
    let entries: Vec<String> =
        entries.map(|(name, value)| format!("{} = {value}", toml::text(name))).collect();
    format!("{{ {} }}", entries.join(", "))
}

fn whole(amount: &At<Kronor>) -> String {
    toml::whole(amount.value.get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dated::Dated;

    fn at<Value>(value: Value) -> At<Value> {
        At { value, span: 0..0 }
    }

    #[test]
    fn all_that_a_change_says_is_written() {
        let part = |name: &str, kommuner: &[&str]| PartSection {
            name: Some(at(name.to_owned())),
            kommuner: Some(at(kommuner.iter().map(|kommun| at((*kommun).to_owned())).collect())),
            kansli: Some(at(Cost::sum(Kronor::new(900_000)))),
            sate: kommuner.first().map(|kommun| at((*kommun).to_owned())),
            ..PartSection::default()
        };
        let split = Verb::Split {
            whole: at("Höglandet".to_owned()),
            into: vec![part("Norra", &["Aneby", "Tranås"]), part("Södra", &["Eksjö"])],
        };
        let change = ChangeSection {
            verb: Some(split),
            engangskostnad: Some(Dated::always(at(Kronor::new(50_000)))),
            ..ChangeSection::default()
        };
        let written = "[[change]]\nsplit = \"Höglandet\"\ninto = [\n    \
            { name = \"Norra\", kommuner = [\"Aneby\", \"Tranås\"], kansli = 900_000, sate = \"Aneby\" },\n    \
            { name = \"Södra\", kommuner = [\"Eksjö\"], kansli = 900_000, sate = \"Eksjö\" },\n]\n\
            engangskostnad = 50_000\n";
        assert_eq!(text(&change), written);
    }
}
