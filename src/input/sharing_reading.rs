//! What several förbund share, as it is written in a baseline or a scenario, and what it means.

use std::ops::Range;

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::document::{At, ChoiceOrNumbers, Section};
use crate::diagnostic::{BaselineProblem, Problem, SharingProblem};
use crate::model::kansli::{Cost, Participant, Sharing, SplitBy};

/// The keys that a cost has.
const COSTS: [&str; 2] = ["kansli", "items"];

/// Notes where not exactly one of `kansli` and `items` stands.
pub(super) fn require_cost(section: &Section<'_>) {
    refuse_two_costs(section);
    if !COSTS.iter().any(|key| section.has(key)) && !section.misspells(&COSTS) {
        section.report(SharingProblem::NoCost, section.span());
    }
}

/// Notes where both `kansli` and `items` stand.
pub(super) fn refuse_two_costs(section: &Section<'_>) {
    if COSTS.iter().all(|key| section.has(key)) {
        section.report(SharingProblem::TwoCosts, section.span());
    }
}

/// A sharing as written.
pub(super) struct WrittenSharing<'file> {
    pub(super) participants: &'file At<Vec<At<String>>>,
    pub(super) split_by: &'file At<ChoiceOrNumbers<SplitBy>>,
    /// The cost in the year, if it is stated.
    pub(super) cost: Option<Cost>,
    /// The full-time posts in the year, if they are stated.
    pub(super) posts: Option<BigRational>,
    pub(super) only_items: bool,
}

/// Who reads sharings: how it finds förbund, and where it reports.
pub(super) trait SharingReader {
    /// What a förbund is known by.
    type Forbund: Copy + PartialEq;
    /// A förbund by its written name; one that cannot be found is reported.
    fn find_forbund(&mut self, written: &At<String>) -> Option<Self::Forbund>;
    /// Reports an error.
    fn report_sharing(&mut self, problem: Problem, place: Range<usize>);
}

/// The sharing that is meant; `None` where something was wrong and was reported.
pub(super) fn read<Reader: SharingReader>(
    written: WrittenSharing<'_>,
    reader: &mut Reader,
) -> Option<Sharing<Reader::Forbund>> {
    let WrittenSharing { participants, split_by, cost, posts, only_items } = written;
    let found: Vec<_> = participants.value.iter().map(|name| reader.find_forbund(name)).collect();
    let found = found.into_iter().collect::<Option<Vec<_>>>()?;
    let (split_by, shares) = match &split_by.value {
        ChoiceOrNumbers::Choice(choice) => (*choice, vec![Decimal::ONE; found.len()]),
        ChoiceOrNumbers::Numbers(numbers) => {
            (SplitBy::Shares, shares(&found, participants, numbers, &split_by.span, reader)?)
        }
    };
    let participants = found.into_iter().zip(shares).map(|(forbund, share)| Participant { forbund, share });
    Some(Sharing { participants: participants.collect(), cost, posts, only_items, split_by })
}

/// The share of each participant.
fn shares<Reader: SharingReader>(
    found: &[Reader::Forbund],
    participants: &At<Vec<At<String>>>,
    numbers: &[(At<String>, At<Decimal>)],
    whole: &Range<usize>,
    reader: &mut Reader,
) -> Option<Vec<Decimal>> {
    let mut shares: Vec<Option<Decimal>> = vec![None; found.len()];
    let (mut is_sound, mut unfound) = (true, false);
    let mut refuse = |problem: Problem, place: &Range<usize>, reader: &mut Reader| {
        is_sound = false;
        reader.report_sharing(problem, place.clone());
    };
    for (name, number) in numbers {
        let Some(forbund) = reader.find_forbund(name) else {
            unfound = true;
            continue;
        };
        let Some(position) = found.iter().position(|one| *one == forbund) else {
            let problem = SharingProblem::ShareOfOther { forbund: name.value.clone() };
            refuse(problem.into(), &name.span, reader);
            continue;
        };
        let earlier = shares[position].replace(number.value);
        if earlier.is_some() {
            let problem = SharingProblem::ShareTwice { forbund: name.value.clone() };
            refuse(problem.into(), &name.span, reader);
        } else if number.value <= Decimal::ZERO {
            let problem = SharingProblem::NoShare { forbund: name.value.clone() };
            refuse(problem.into(), &number.span, reader);
        } else if number.value > Decimal::ONE_HUNDRED || number.value.normalize().scale() > 9 {
            refuse(BaselineProblem::ShareOutOfRange.into(), &number.span, reader);
        }
    }
    let lacking = participants.value.iter().zip(&shares).filter(|(_, share)| share.is_none() && !unfound);
    for (name, _) in lacking {
        let problem = SharingProblem::ShareLacks { forbund: name.value.clone() };
        refuse(problem.into(), whole, reader);
    }
    if unfound || !is_sound {
        return None;
    }
    let sum: Decimal = shares.iter().flatten().sum();
    if sum != Decimal::ONE {
        let is_percent = sum == Decimal::ONE_HUNDRED;
        let problem =
            if is_percent { BaselineProblem::SharesInPercent } else { BaselineProblem::SharesSum { sum } };
        reader.report_sharing(problem.into(), whole.clone());
        return None;
    }
    shares.into_iter().collect()
}
