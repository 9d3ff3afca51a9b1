//! Who has a seat on the board of a förbund.

use super::kommun::{KommunId, Kommuner, Kommunkod, RegionId};

/// The members that are the state's: Försäkringskassan and Arbetsförmedlingen (4 § lag 2003:1210).
pub const STATE_PARTIES: usize = 2;

/// Members, and so ledamöter: the state's parties, the regions and the kommuner. Gotland is both of the last and counts
/// once, where no other kommun is in its region: a table may say that another one pays there.
#[must_use]
pub fn ledamoter(members: &[KommunId], kommuner: &Kommuner) -> usize {
    STATE_PARTIES + seats_of_regions(members, kommuner).len() + members.len()
}

/// The regions that are members beside their kommuner, each once: not Gotland's, which is its kommun.
#[must_use]
pub fn seats_of_regions(members: &[KommunId], kommuner: &Kommuner) -> Vec<RegionId> {
    let region = |member: KommunId| kommuner.get(member).region;
    let is_its_own_region = |member: KommunId| {
        kommuner.get(member).kommunkod == Kommunkod::GOTLAND
            && members.iter().all(|&other| other == member || region(other) != region(member))
    };
    let mut seats = Vec::new();
    for member in members.iter().filter(|member| !is_its_own_region(**member)) {
        if !seats.contains(&region(*member)) {
            seats.push(region(*member));
        }
    }
    seats
}

/// How many regions some kommuner lie in.
#[must_use]
pub fn regions(members: &[KommunId], kommuner: &Kommuner) -> usize {
    let region = |member: KommunId| kommuner.get(member).region;
    let is_first = |at: &usize| members[..*at].iter().all(|other| region(*other) != region(members[*at]));
    (0..members.len()).filter(is_first).count()
}
