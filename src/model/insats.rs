//! An insats: what is stated of it, and what several are as one. No money of the model knows it.

use super::board::Party;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::name::canonical;
use super::row_id::RowId;

/// An insats.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Insats {
    /// Its name, which no other insats has.
    pub name: String,
    /// What it costs, kr a year.
    pub kostnad: Kronor,
    /// How many can take part at once.
    pub platser: Option<u64>,
    /// How many take part in a year.
    pub deltagare: Option<u64>,
    /// How many of them ended it in the year.
    pub avslutade: Option<u64>,
    /// The kommun that it is in; without one it is for the whole förbund.
    pub ort: Option<KommunId>,
    /// Whom it is for.
    pub malgrupp: Option<String>,
    /// What became of participants: each kind with the number of persons.
    pub resultat: Vec<(String, u64)>,
    /// What kommuner contribute to it in kind, kr a year.
    pub natura: Vec<(KommunId, Kronor)>,
    /// The full-time posts that parties of its förbund give to it in kind, in hundredths.
    pub natura_tjanster: Vec<(Party, u64)>,
    /// Where the figures come from.
    pub source: Option<String>,
}

/// What is stated of an insats; what is not stays as it was.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct StatedInsats {
    /// What it costs, kr a year.
    pub kostnad: Option<Kronor>,
    /// How many can take part at once.
    pub platser: Option<u64>,
    /// How many take part in a year.
    pub deltagare: Option<u64>,
    /// How many of them ended it in the year.
    pub avslutade: Option<u64>,
    /// The kommun that it is in.
    pub ort: Option<KommunId>,
    /// Whom it is for.
    pub malgrupp: Option<String>,
    /// What became of participants.
    pub resultat: Option<Vec<(String, u64)>>,
    /// What kommuner contribute to it in kind, kr a year.
    pub natura: Option<Vec<(KommunId, Kronor)>>,
    /// The full-time posts that parties of its förbund give to it in kind, in hundredths.
    pub natura_tjanster: Option<Vec<(Party, u64)>>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The förbund that has it.
    pub forbund: Option<RowId>,
}

/// Why what is said of an insats cannot be. Nothing has been changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InsatsError {
    /// No insats is called so.
    #[error("there is no insats {0}")]
    Unknown(String),
    /// One is called so already.
    #[error("there is an insats {0} already")]
    NameTaken(String),
    /// A part of a merger is named twice.
    #[error("insats {0} is named twice")]
    PartTwice(String),
    /// The parts belong to several förbund, and none is stated for the whole.
    #[error("the parts belong to several förbund")]
    SeveralForbund,
    /// Its kommun is not in its förbund.
    #[error("kommun {ort:?} is not in the förbund")]
    OrtNotAMember {
        /// The kommun.
        ort: KommunId,
        /// The row of the förbund.
        row: RowId,
    },
    /// Parties that are stated to give posts in kind are not in its förbund.
    #[error("parties {positions:?} are not in the förbund")]
    PartiesNotMembers {
        /// Their positions among those that are stated.
        positions: Vec<usize>,
        /// The row of the förbund.
        row: RowId,
    },
    /// A kind of result has more persons than take part.
    #[error("more have the result {0} than take part or ended")]
    MoreThanTakePart(String),
    /// More ended it than take part.
    #[error("more ended it than take part")]
    MoreEndThanTakePart,
}

impl Insats {
    /// What contradicts itself among its persons: a kind of result that more have than ended or take part, or more that
    /// ended than take part.
    #[must_use]
    pub fn contradiction(&self) -> Option<InsatsError> {
        if self.avslutade.zip(self.deltagare).is_some_and(|(ended, all)| ended > all) {
            return Some(InsatsError::MoreEndThanTakePart);
        }
        let most = self.avslutade.or(self.deltagare)?;
        let (kind, _) = self.resultat.iter().find(|(_, persons)| *persons > most)?;
        Some(InsatsError::MoreThanTakePart(kind.clone()))
    }

    pub(super) fn restated(mut self, stated: &StatedInsats) -> Self {
        if let Some(kostnad) = stated.kostnad {
            self.kostnad = kostnad;
        }
        self.platser = stated.platser.or(self.platser);
        self.deltagare = stated.deltagare.or(self.deltagare);
        self.avslutade = stated.avslutade.or(self.avslutade);
        self.ort = stated.ort.or(self.ort);
        self.malgrupp = stated.malgrupp.clone().or(self.malgrupp);
        if let Some(resultat) = &stated.resultat {
            self.resultat.clone_from(resultat);
        }
        if let Some(natura) = &stated.natura {
            self.natura.clone_from(natura);
        }
        if let Some(posts) = &stated.natura_tjanster {
            self.natura_tjanster.clone_from(posts);
        }
        self.source = stated.source.clone().or(self.source);
        self
    }

    /// Both as one, which is called as this one is: what is not known of one is not known of both.
    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.kostnad = self.kostnad + other.kostnad;
        self.platser = self.platser.zip(other.platser).map(|(one, other)| one + other);
        self.deltagare = self.deltagare.zip(other.deltagare).map(|(one, other)| one + other);
        self.avslutade = self.avslutade.zip(other.avslutade).map(|(one, other)| one + other);
        self.ort = self.ort.filter(|ort| Some(*ort) == other.ort);
        let named = |malgrupp: &String| canonical(malgrupp);
        self.malgrupp =
            self.malgrupp.filter(|malgrupp| Some(named(malgrupp)) == other.malgrupp.as_ref().map(named));
        for (kind, persons) in &other.resultat {
            match self.resultat.iter_mut().find(|(known, _)| canonical(known) == canonical(kind)) {
                Some((_, sum)) => *sum += persons,
                None => self.resultat.push((kind.clone(), *persons)),
            }
        }
        for &(kommun, amount) in &other.natura {
            match self.natura.iter_mut().find(|(known, _)| *known == kommun) {
                Some((_, sum)) => *sum = *sum + amount,
                None => self.natura.push((kommun, amount)),
            }
        }
        for &(party, posts) in &other.natura_tjanster {
            match self.natura_tjanster.iter_mut().find(|(known, _)| *known == party) {
                Some((_, sum)) => *sum += posts,
                None => self.natura_tjanster.push((party, posts)),
            }
        }
        self
    }
}
