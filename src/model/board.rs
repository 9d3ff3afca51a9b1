//! Who has a seat on the board of a förbund.

use super::kommun::{KommunId, Kommuner, Kommunkod, RegionId};

/// A party: who sits on boards, gives to insatser, or wants something. In the order in which tables name them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Party {
    /// Försäkringskassan.
    Forsakringskassan,
    /// Arbetsförmedlingen.
    Arbetsformedlingen,
    /// A region.
    Region(RegionId),
    /// A kommun, a divided one by the first of its parts: a member is the kommun itself.
    Kommun(KommunId),
    /// The board of a förbund of today, by its place in the baseline.
    Board(usize),
}

impl Party {
    /// The state's, with their names.
    pub const OF_STATE: [(Self, &str); STATE_PARTIES] =
        [(Self::Forsakringskassan, "Försäkringskassan"), (Self::Arbetsformedlingen, "Arbetsförmedlingen")];
}

/// The members that are the state's: Försäkringskassan and Arbetsförmedlingen (4 § lag 2003:1210).
pub const STATE_PARTIES: usize = 2;

/// Members, and so ledamöter: the state's parties, the regions and the kommuner, each of them once however many parts of
/// it are in the förbund. Gotland is kommun and region and counts once, where no other kommun is in its region: a table
/// may say that another one pays there.
#[must_use]
pub fn ledamoter(members: &[KommunId], kommuner: &Kommuner) -> usize {
    STATE_PARTIES + seats_of_regions(members, kommuner).len() + kommuner_of(members, kommuner)
}

/// The parties that are members of a förbund of some kommuner: the state's, regions, kommuner.
#[must_use]
pub fn parties(members: &[KommunId], kommuner: &Kommuner) -> Vec<Party> {
    let of_state = Party::OF_STATE.map(|(party, _)| party);
    let regions = seats_of_regions(members, kommuner).into_iter().map(Party::Region);
    let of_kommuner = seats_of_kommuner(members, kommuner).into_iter().map(Party::Kommun);
    of_state.into_iter().chain(regions).chain(of_kommuner).collect()
}

/// The regions that are members beside their kommuner, each once: not Gotland's, which is its kommun.
#[must_use]
pub fn seats_of_regions(members: &[KommunId], kommuner: &Kommuner) -> Vec<RegionId> {
    let region = |member: KommunId| kommuner.get(member).region;
    let is_gotland = |member: KommunId| kommuner.get(member).kommunkod.whole() == Kommunkod::GOTLAND;
    let is_its_own_region = |gotland: KommunId| {
        members.iter().all(|&other| is_gotland(other) || region(other) != region(gotland))
    };
    let mut seats = Vec::new();
    for member in members.iter().filter(|member| !(is_gotland(**member) && is_its_own_region(**member))) {
        if !seats.contains(&region(*member)) {
            seats.push(region(*member));
        }
    }
    seats
}

/// The kommuner that some kommuner and parts of kommuner are of, each once, a divided one as the first of all its parts.
#[must_use]
pub fn seats_of_kommuner(members: &[KommunId], kommuner: &Kommuner) -> Vec<KommunId> {
    let mut seats = Vec::new();
    for &member in members {
        let seat = kommuner.parts(member).next().expect("a kommun is one of its own parts");
        if !seats.contains(&seat) {
            seats.push(seat);
        }
    }
    seats
}

/// How many kommuner some kommuner and parts of kommuner are of.
#[must_use]
pub fn kommuner_of(members: &[KommunId], kommuner: &Kommuner) -> usize {
    distinct(members, |member| kommuner.get(member).kommunkod.whole())
}

/// How many regions some kommuner lie in.
#[must_use]
pub fn regions(members: &[KommunId], kommuner: &Kommuner) -> usize {
    distinct(members, |member| kommuner.get(member).region)
}

fn distinct<Of: PartialEq>(members: &[KommunId], of: impl Fn(KommunId) -> Of) -> usize {
    let is_first = |at: &usize| members[..*at].iter().all(|other| of(*other) != of(members[*at]));
    (0..members.len()).filter(is_first).count()
}
