//! Names as they stand where they come from: a file is read more often than an option is typed.

use std::collections::HashMap;

use crate::input::baseline::LoadedBaseline;
use crate::input::document::At;
use crate::input::kommun_names::find_kommun;
use crate::input::scenario_file::{ScenarioFile, Verb};
use crate::model::name::{canonical, folded};

/// A scenario whose changes can be done, with kommuner as the table calls them and förbund as the baseline does, or the
/// change that makes them.
#[must_use]
pub fn with_full_names(mut file: ScenarioFile, baseline: &LoadedBaseline) -> ScenarioFile {
    let today = baseline.model.before().forbund().map(|row| (canonical(&row.name), row.name.clone()));
    let mut names = Names { baseline, forbund: today.collect() };
    for verb in file.changes.iter_mut().filter_map(|change| change.verb.as_mut()) {
        names.write(verb);
    }
    file
}

struct Names<'baseline> {
    baseline: &'baseline LoadedBaseline,
    /// Förbund by the canonical form of their names.
    forbund: HashMap<String, String>,
}

impl Names<'_> {
    fn write(&mut self, verb: &mut Verb) {
        match verb {
            Verb::Move { kommuner, to } => {
                self.kommuner(kommuner);
                self.forbund(to);
            }
            Verb::MoveOutside { kommuner, .. } | Verb::Leave { kommuner } => self.kommuner(kommuner),
            Verb::Dissolve { forbund } | Verb::Keep { forbund } => self.forbund(forbund),
            Verb::Elsewhere { .. } | Verb::Insatser {} => {}
            Verb::Merge { parts, into } => {
                parts.value.iter_mut().for_each(|part| self.forbund(part));
                self.make(into);
            }
            Verb::Split { whole, into } => {
                self.forbund(whole);
                for part in into {
                    part.kommuner.iter_mut().for_each(|kommuner| self.kommuner(kommuner));
                    part.name.iter().for_each(|name| self.make(name));
                }
            }
            Verb::Create { name, kommuner } => {
                self.kommuner(kommuner);
                self.make(name);
            }
            Verb::SharedKansli { participants, .. } => {
                participants.value.iter_mut().for_each(|participant| self.forbund(participant));
            }
        }
    }

    fn kommuner(&self, written: &mut At<Vec<At<String>>>) {
        let kommuner = &self.baseline.model.baseline().kommuner;
        for name in &mut written.value {
            if let Ok(kommun) = find_kommun(&name.value, kommuner, &self.baseline.kommun_names) {
                name.value.clone_from(&kommuner.get(kommun).name);
            }
        }
    }

    fn forbund(&self, written: &mut At<String>) {
        let exact = self.forbund.get(&canonical(&written.value));
        // As where changes are resolved: without the dots and rings, where only one is meant.
        let only_alike = || {
            let wanted = folded(&written.value);
            let mut alike = self.forbund.values().filter(|name| folded(name) == wanted);
            alike.next().filter(|_| alike.next().is_none())
        };
        if let Some(name) = exact.or_else(only_alike) {
            written.value.clone_from(name);
        }
    }

    /// Notes the name of what a change makes.
    fn make(&mut self, name: &At<String>) {
        self.forbund.insert(canonical(&name.value), name.value.clone());
    }
}
