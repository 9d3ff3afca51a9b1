//! What the parties of a baseline want, with the parties looked up. Which alternative a name means is known only once
//! scenarios are loaded.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use super::document::At;
use super::names::Names;
use super::party_names::PartyNames;
use super::positions_section::{ArgumentSection, PositionSection};
use super::row_names::unfound_forbund;
use crate::diagnostic::{Diagnostic, Diagnostics, PositionsProblem, Problem, Source};
use crate::model::allocation::Model;
use crate::model::board::Party;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::name::folded;

/// What a party wants.
#[derive(Clone, Debug)]
pub struct Position {
    /// Who.
    pub party: Party,
    /// In which förbund of today, by its place in the baseline, if not in all alike.
    pub forbund: Option<usize>,
    /// The alternatives in order, the best first; equally good ones together.
    pub ranking: Vec<Vec<At<String>>>,
    /// The alternatives that it does not accept.
    pub reject: Vec<At<String>>,
    /// Where that is said.
    pub source: Option<String>,
}

/// What is said for or against an alternative.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The alternative.
    pub alternative: At<String>,
    /// Whether it speaks for it.
    pub is_for: bool,
    /// What is said.
    pub text: String,
    /// Who says it.
    pub party: Option<Party>,
    /// Where that is said.
    pub source: Option<String>,
}

/// What the file says of what parties want.
#[derive(Clone, Default, Debug)]
pub struct Positions {
    /// The positions, in the order of the file.
    pub positions: Vec<Position>,
    /// The arguments, in the order of the file.
    pub arguments: Vec<Argument>,
}

/// What today is called, folded.
const TODAY: [&str; 3] = ["nulaget", "nulage", "today"];

/// The name of an alternative in the form in which names are compared: folded and without `.toml`, and one for today.
#[must_use]
pub fn alternative_named(written: &str) -> String {
    let folded = folded(written);
    let plain = folded.strip_suffix(".toml").unwrap_or(&folded);
    if TODAY.contains(&folded.as_str()) { TODAY[0].to_owned() } else { plain.to_owned() }
}

/// Whether a name means today.
#[must_use]
pub fn is_today(written: &str) -> bool {
    TODAY.contains(&folded(written).as_str())
}

impl Position {
    /// Whether the party has answered.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        !self.ranking.is_empty() || !self.reject.is_empty()
    }
}

impl Positions {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty() && self.arguments.is_empty()
    }

    /// Every alternative that is named, as it is written.
    pub fn named(&self) -> impl Iterator<Item = &At<String>> {
        let of_positions = self
            .positions
            .iter()
            .flat_map(|position| position.ranking.iter().flatten().chain(&position.reject));
        of_positions.chain(self.arguments.iter().map(|argument| &argument.alternative))
    }

    /// What is written, with the parties looked up. What is wrong goes to `diagnostics`.
    pub(super) fn resolve(
        (positions, arguments): (&[PositionSection], &[ArgumentSection]),
        model: &Model,
        kommun_names: &Names<KommunId>,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        if positions.is_empty() && arguments.is_empty() {
            return Self::default();
        }
        let kommuner = &model.baseline().kommuner;
        let boards = model.baseline().forbund.iter().enumerate();
        let boards = boards.map(|(place, forbund)| (forbund.name.as_str(), place));
        let parties = PartyNames::new(kommuner, kommun_names, boards);
        let mut resolver = Resolver { model, kommuner, parties, text, diagnostics };
        let mut first: HashMap<(Party, Option<usize>), Range<usize>> = HashMap::new();
        let positions = positions.iter().filter_map(|section| {
            let position = resolver.position(section)?;
            // Where a party is in one förbund alone, what it wants there is what it wants.
            let forbund = position.forbund.filter(|_| resolver.is_in_several(position.party));
            let (at, key) = (section.span.clone(), (position.party, forbund));
            if let Some(earlier) = first.get(&key) {
                let problem =
                    PositionsProblem::Twice { party: model.baseline().party(position.party).to_owned() };
                resolver.report_both(problem, at, earlier.clone());
                return None;
            }
            first.insert(key, at);
            Some(position)
        });
        let positions = positions.collect();
        let arguments = arguments.iter().filter_map(|section| resolver.argument(section));
        Self { positions, arguments: arguments.collect() }
    }
}

struct Resolver<'load> {
    model: &'load Model,
    kommuner: &'load Kommuner,
    parties: PartyNames<'load>,
    text: &'load Arc<Source>,
    diagnostics: &'load mut Diagnostics,
}

impl Resolver<'_> {
    fn report(&mut self, problem: impl Into<Problem>, at: Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, self.text, at));
    }

    fn report_both(&mut self, problem: impl Into<Problem>, at: Range<usize>, earlier: Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, self.text, at).and(self.text, earlier));
    }

    fn position(&mut self, section: &PositionSection) -> Option<Position> {
        let forbund = section.forbund.as_ref().map(|at| self.forbund(at));
        let party = section.party.as_ref().map(|at| self.party(at));
        let ranking = section.ranking.as_ref().map(|at| at.value.0.clone()).unwrap_or_default();
        let reject = section.reject.as_ref().map(|at| at.value.clone()).unwrap_or_default();
        self.refuse_twice(ranking.iter().flatten());
        self.refuse_twice(&reject);
        self.refuse_ranked_and_rejected(&ranking, &reject);
        let (party, forbund) = match (party, forbund) {
            (None, None) => return None,
            (Some(party), None) => (party?, None),
            (None, Some(board)) => (Party::Board(board?), None),
            (Some(party), Some(forbund)) => (party?, Some(forbund?)),
        };
        if let (Some(place), Some(at)) = (forbund, &section.forbund)
            && !self.is_member(party, place)
        {
            let forbund = self.model.baseline().forbund[place].name.clone();
            self.report(
                PositionsProblem::Elsewhere { party: self.model.baseline().party(party).to_owned(), forbund },
                at.span.clone(),
            );
            return None;
        }
        // Who is in one förbund says nothing more by naming it.
        let is_in_one = match party {
            Party::Kommun(kommun) => self.kommuner.get(kommun).part_of.is_none(),
            Party::Board(_) => true,
            Party::Region(_) | Party::Forsakringskassan | Party::Arbetsformedlingen => false,
        };
        let forbund = forbund.filter(|_| !is_in_one);
        let source = section.source.as_ref().map(|at| at.value.clone());
        Some(Position { party, forbund, ranking, reject, source })
    }

    fn argument(&mut self, section: &ArgumentSection) -> Option<Argument> {
        let party = section.party.as_ref().map(|at| self.party(at));
        let (alternative, is_for) = match (&section.for_it, &section.against) {
            (Some(alternative), None) => (alternative, true),
            (None, Some(alternative)) => (alternative, false),
            _ => return None,
        };
        Some(Argument {
            alternative: alternative.clone(),
            is_for,
            text: section.text.as_ref()?.value.clone(),
            party: match party {
                Some(party) => Some(party?),
                None => None,
            },
            source: section.source.as_ref().map(|at| at.value.clone()),
        })
    }

    fn refuse_twice<'names>(&mut self, names: impl IntoIterator<Item = &'names At<String>>) {
        let mut first: HashMap<String, &At<String>> = HashMap::new();
        for name in names {
            match first.entry(alternative_named(&name.value)) {
                Entry::Occupied(earlier) => {
                    let problem = PositionsProblem::AlternativeTwice { name: name.value.clone() };
                    self.report_both(problem, name.span.clone(), earlier.get().span.clone());
                }
                Entry::Vacant(first) => drop(first.insert(name)),
            }
        }
    }

    fn refuse_ranked_and_rejected(&mut self, ranking: &[Vec<At<String>>], reject: &[At<String>]) {
        for rejected in reject {
            let wanted = alternative_named(&rejected.value);
            let ranked = ranking.iter().flatten().find(|ranked| alternative_named(&ranked.value) == wanted);
            if let Some(ranked) = ranked {
                let problem = PositionsProblem::RankedAndRejected { name: rejected.value.clone() };
                self.report_both(problem, rejected.span.clone(), ranked.span.clone());
            }
        }
    }

    /// The place of a förbund of today.
    fn forbund(&mut self, at: &At<String>) -> Option<usize> {
        let forbund = self.model.baseline().forbund.iter().enumerate();
        let names = Names::new(forbund.map(|(place, forbund)| (forbund.name.as_str(), place)));
        let found = names.find(&at.value);
        if found.is_err() {
            self.report(unfound_forbund(&at.value, &names), at.span.clone());
        }
        found.ok()
    }

    fn party(&mut self, at: &At<String>) -> Option<Party> {
        let found = self.parties.find(&at.value);
        found.map_err(|fault| self.report(fault.problem(&at.value), at.span.clone())).ok()
    }

    fn is_in_several(&self, party: Party) -> bool {
        let forbund = 0..self.model.baseline().forbund.len();
        forbund.filter(|&place| self.is_member(party, place)).nth(1).is_some()
    }

    /// Whether a party is a member of a förbund of today.
    fn is_member(&self, party: Party, place: usize) -> bool {
        let mut members = self.model.baseline().forbund[place].members.iter();
        match party {
            Party::Kommun(kommun) => {
                self.kommuner.parts(kommun).any(|part| members.clone().any(|member| *member == part))
            }
            Party::Region(region) => members.any(|member| self.kommuner.get(*member).region == region),
            Party::Forsakringskassan | Party::Arbetsformedlingen => true,
            Party::Board(board) => board == place,
        }
    }
}
