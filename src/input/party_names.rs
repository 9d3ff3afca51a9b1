//! What parties are called, and which one is meant.

use std::collections::HashSet;

use super::kommun_names::find_kommun;
use super::names::{NameError, Names};
use crate::diagnostic::{BaselineProblem, PositionsProblem, Problem};
use crate::model::board::Party;
use crate::model::kommun::{KommunId, Kommuner, Kommunkod, RegionId};
use crate::model::name::folded;

/// The names of parties: kommuner before förbund, as many of these are called like one of theirs.
pub(super) struct PartyNames<'load> {
    kommuner: &'load Kommuner,
    kommun_names: &'load Names<KommunId>,
    parties: Names<Party>,
}

/// Why a name is not that of a party.
pub(super) enum PartyFault {
    /// It is that of a part of a kommun.
    PartOf(String),
    /// It is none, or of several.
    Name(NameError),
}

impl PartyFault {
    /// What is reported of the name.
    pub(super) fn problem(self, written: &str) -> Problem {
        let name = written.to_owned();
        match self {
            Self::PartOf(kommun) => PositionsProblem::PartyIsPart { part: name, kommun }.into(),
            Self::Name(NameError::Unknown(nearest)) => {
                PositionsProblem::UnknownParty { name, nearest }.into()
            }
            Self::Name(NameError::Ambiguous(candidates)) => {
                BaselineProblem::AmbiguousKommun { name, candidates }.into()
            }
        }
    }
}

impl<'load> PartyNames<'load> {
    /// Those of kommuner, regions and the state's parties, and of boards with their places.
    pub(super) fn new<'name>(
        kommuner: &'load Kommuner,
        kommun_names: &'load Names<KommunId>,
        boards: impl IntoIterator<Item = (&'name str, usize)>,
    ) -> Self {
        let all: Vec<KommunId> = kommuner.iter().map(|(id, _)| id).collect();
        let name = |parts: &[KommunId]| kommuner.get(parts[0]).whole_name().to_owned();
        let wholes = kommuner.by_whole(&all).map(|parts| (name(parts), Party::Kommun(parts[0])));
        let mut names: Vec<(String, Party)> = wholes.collect();
        let taken: HashSet<String> = names.iter().map(|(name, _)| folded(name)).collect();
        for (place, region) in kommuner.regions().iter().enumerate() {
            let party = Party::Region(RegionId::new(place));
            names.extend(region_aliases(region).into_iter().map(|name| (name, party)));
        }
        for ((party, name), short) in Party::OF_STATE.into_iter().zip(["FK", "AF"]) {
            names.extend([name, short].map(|name| (name.to_owned(), party)));
        }
        let boards = boards.into_iter().filter(|(name, _)| !taken.contains(&folded(name)));
        names.extend(boards.map(|(name, place)| (name.to_owned(), Party::Board(place))));
        Self { kommuner, kommun_names, parties: Names::new(names) }
    }

    /// Which party is meant, by name, or a kommun by its kommunkod.
    pub(super) fn find(&self, written: &str) -> Result<Party, PartyFault> {
        if let Some(kommunkod) = Kommunkod::parse(written)
            && let Some(kommun) = self.kommuner.of_whole(kommunkod).next()
        {
            return Ok(Party::Kommun(kommun));
        }
        if let Ok(party) = self.parties.find(written) {
            return Ok(party);
        }
        Err(match find_kommun(written, self.kommuner, self.kommun_names) {
            Ok(part) => PartyFault::PartOf(self.kommuner.get(part).whole_name().to_owned()),
            Err(_) => PartyFault::Name(self.parties.explain(written)),
        })
    }
}

/// What a region is called, and was called as a landsting.
fn region_aliases(region: &str) -> Vec<String> {
    let mut names = vec![region.to_owned()];
    if let Some(place) = region.strip_prefix("Region ") {
        names.extend(["Landstinget ", "Landstinget i "].map(|landsting| format!("{landsting}{place}")));
    }
    if region == "Västra Götalandsregionen" {
        names.extend(["Region Västra Götaland", "VGR"].map(str::to_owned));
    }
    names
}
