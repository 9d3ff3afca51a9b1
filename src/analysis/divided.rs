//! Kommuner of which parts are members of förbund.

use crate::model::allocation::Model;
use crate::model::kommun::{KommunId, Kommunkod};

/// A kommun that is divided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Divided {
    /// Its code.
    pub kommunkod: Kommunkod,
    /// Its name.
    pub kommun: String,
    /// All its parts, in order of their codes, with their names; what is left of it too.
    pub parts: Vec<(Kommunkod, String)>,
}

impl Divided {
    /// The kommuner of a model that are divided, in order of their codes.
    pub(super) fn of(model: &Model) -> Vec<Self> {
        let kommuner = &model.baseline().kommuner;
        let parts = kommuner.iter().filter(|(_, kommun)| kommun.part_of.is_some()).map(|(id, _)| id);
        let parts: Vec<KommunId> = parts.collect();
        let divided = kommuner.by_whole(&parts).map(|parts| {
            let parts: Vec<_> = parts.iter().map(|id| kommuner.get(*id)).collect();
            Self {
                kommunkod: parts[0].kommunkod.whole(),
                kommun: parts[0].whole_name().to_owned(),
                parts: parts.into_iter().map(|part| (part.kommunkod, part.name.clone())).collect(),
            }
        });
        divided.collect()
    }
}
