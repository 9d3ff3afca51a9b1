//! The costs that files state, as numbers that can be uncertain: whose each of them is.

use super::baseline_file::BaselineFile;
use super::scenario_file::{ChangeSection, Verb};
use super::uncertain_number::Number;
use super::uncertain_section::What;

/// A kansli of a förbund of the baseline.
pub(super) struct OfBaseline<'file> {
    /// Whose.
    pub(super) name: &'file str,
    /// It as a number.
    pub(super) number: Number,
    /// Whether the file has it.
    pub(super) is_stated: bool,
}

/// The kanslier of the förbund of a baseline, each of its own, then those that they share by each who shares.
pub(super) fn kanslier(file: &BaselineFile) -> Vec<OfBaseline<'_>> {
    let own = file.forbund.iter().enumerate().filter_map(|(place, section)| {
        let name = section.name.as_ref()?.value.as_str();
        Some(OfBaseline { name, number: Number::Kansli(place), is_stated: section.kansli.is_some() })
    });
    let shared = file.shared_kanslier.iter().enumerate().flat_map(|(place, section)| {
        let names = section.forbund.iter().flat_map(|forbund| &forbund.value);
        let (number, is_stated) = (Number::SharedKansli(place), section.cost().is_some());
        names.map(move |name| OfBaseline { name: &name.value, number, is_stated })
    });
    // Who has one of its own is asked for that first.
    let mut all: Vec<OfBaseline<'_>> = own.chain(shared).collect();
    all.sort_by_key(|cost| !cost.is_stated);
    all
}

/// The costs that changes state, each with the names of the förbund that it is about.
pub(super) fn costs(changes: Option<&[ChangeSection]>, what: What) -> Vec<(Number, Vec<&str>)> {
    let mut all = Vec::new();
    for (change, section) in changes.unwrap_or_default().iter().enumerate() {
        let Some(verb) = &section.verb else { continue };
        if what == What::Engangskostnad {
            if section.engangskostnad.is_some() {
                all.push((Number::Engangskostnad(change), names(verb)));
            }
            continue;
        }
        if let Verb::Split { into, .. } = verb {
            let stated = into.iter().filter(|part| part.kansli.is_some());
            let named = stated.map(|part| part.name.iter().map(|name| name.value.as_str()).collect());
            all.extend(named.enumerate().map(|(cost, names)| (Number::ChangeKansli { change, cost }, names)));
        } else if section.kansli.is_some() || section.items.is_some() {
            all.push((Number::ChangeKansli { change, cost: 0 }, names(verb)));
        }
    }
    all
}

impl ChangeSection {
    /// The names of the förbund whose kansli one of the costs is that it states.
    #[must_use]
    pub fn payers(&self, cost: usize) -> Vec<String> {
        let payers = match &self.verb {
            Some(Verb::Split { into, .. }) => {
                let stated = into.iter().filter(|part| part.kansli.is_some());
                stated
                    .skip(cost)
                    .take(1)
                    .filter_map(|part| part.name.as_ref().map(|name| name.value.as_str()))
                    .collect()
            }
            Some(verb) => names(verb),
            None => Vec::new(),
        };
        payers.into_iter().map(str::to_owned).collect()
    }
}

/// The förbund that a change makes, gives kommuner to or lets share a kansli.
fn names(verb: &Verb) -> Vec<&str> {
    match verb {
        Verb::Move { to: name, .. }
        | Verb::Merge { into: name, .. }
        | Verb::Create { name, .. }
        | Verb::MoveOutside { outside: name, .. }
        | Verb::Dissolve { forbund: name }
        | Verb::Keep { forbund: name } => vec![&name.value],
        Verb::SharedKansli { participants, .. } => {
            participants.value.iter().map(|name| name.value.as_str()).collect()
        }
        Verb::Split { whole, into } => {
            let parts = into.iter().filter_map(|part| part.name.as_ref());
            std::iter::once(whole).chain(parts).map(|name| name.value.as_str()).collect()
        }
        Verb::Leave { .. } | Verb::Elsewhere { .. } | Verb::Insatser {} => Vec::new(),
    }
}
