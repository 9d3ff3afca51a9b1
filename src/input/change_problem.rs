//! Changes that cannot be done, at their place in the scenario file.

use std::ops::Range;

use super::baseline::LoadedBaseline;
use super::document::At;
use super::kommun_names::find_kommun;
use super::scenario_file::{ChangeSection, Verb};
use crate::diagnostic::{BaselineProblem, Problem, ScenarioProblem, Several, SharingProblem};
use crate::model::change::ChangeError;
use crate::model::grouping::Grouping;

/// Puts an error of the model at its place in the file, and says where the other half of a conflict stands within the
/// same change.
pub(super) fn change_problem(
    error: ChangeError,
    verb: &Verb,
    section: &ChangeSection,
    baseline: &LoadedBaseline,
) -> (Problem, Range<usize>, Option<Range<usize>>) {
    let names = Written::of(verb);
    let whole = section.span.clone();
    let kommun = |position: usize| names.kommuner.get(position).map(|at| (*at).clone());
    let part = |position: usize| match verb {
        Verb::Split { into, .. } => into.get(position),
        _ => None,
    };
    let part_kommun = |of: usize, position: usize| part(of)?.kommuner.as_ref()?.value.get(position).cloned();
    // The name of what the change makes, or of a part of it.
    let made =
        |position: usize| part(position).map_or_else(|| names.target.cloned(), |part| part.name.clone());
    let at = |name: Option<At<String>>| match name {
        Some(written) => (written.value, written.span),
        None => (String::new(), whole.clone()),
    };
    let of_kommun = |position| at(kommun(position));
    let forbund = names.target.map(|target| target.value.clone()).unwrap_or_default();
    let elsewhere = || match verb {
        Verb::Elsewhere { more } => more.span.clone(),
        _ => whole.clone(),
    };
    let (problem, span): (Problem, _) = match error {
        ChangeError::KommunTwice(position) => {
            let (kommun, span) = of_kommun(position);
            let first = first_mention(&names.kommuner, position, baseline);
            return (BaselineProblem::KommunTwice { kommun }.into(), span, first);
        }
        ChangeError::AlreadyThere(position) => {
            let (kommun, span) = of_kommun(position);
            (ScenarioProblem::AlreadyThere { kommun, forbund }.into(), span)
        }
        ChangeError::NotAMember(position) => {
            let (kommun, span) = of_kommun(position);
            (ScenarioProblem::NotAMember { kommun }.into(), span)
        }
        ChangeError::ElsewhereUnknown => (ScenarioProblem::ElsewhereUnknown.into(), elsewhere()),
        ChangeError::ElsewhereOutOfRange => (
            ScenarioProblem::ElsewhereOutOfRange { most: Grouping::MOST_ELSEWHERE.into() }.into(),
            elsewhere(),
        ),
        ChangeError::JoinsCalibrated(position) => {
            let (kommun, span) = of_kommun(position);
            (ScenarioProblem::JoinsCalibrated { kommun }.into(), span)
        }
        ChangeError::OutsideIsForbund => {
            let (name, span) = at(names.target.cloned());
            (ScenarioProblem::OutsideIsForbund { name }.into(), span)
        }
        ChangeError::NameTaken(position) => {
            let (name, span) = at(made(position));
            (ScenarioProblem::NameTaken { name }.into(), span)
        }
        ChangeError::PartsSameName(position) => {
            let (name, span) = at(made(position));
            (ScenarioProblem::PartsAlike { name }.into(), span)
        }
        ChangeError::ForbundTwice(position) => {
            let (name, span) = at(names.forbund.get(position).map(|at| (*at).clone()));
            (ScenarioProblem::ForbundTwiceInChange { name }.into(), span)
        }
        ChangeError::TooFew => {
            let (verb, span) = match verb {
                Verb::Merge { parts, .. } => (Several::Merge, parts.span.clone()),
                Verb::SharedKansli { participants, .. } => (Several::SharedKansli, participants.span.clone()),
                _ => (Several::Split, whole),
            };
            (ScenarioProblem::TooFew { verb }.into(), span)
        }
        ChangeError::ItemUnknown(..)
        | ChangeError::CostMissing
        | ChangeError::KansliUnknown(_)
        | ChangeError::TooManyShared => sharing_problem(&error, &names, section, whole),
        ChangeError::SplitForeign(part, position) => {
            let (kommun, span) = at(part_kommun(part, position));
            (ScenarioProblem::SplitForeign { kommun, forbund }.into(), span)
        }
        ChangeError::SplitTwice(part, position) => {
            let (kommun, span) = at(part_kommun(part, position));
            (BaselineProblem::KommunTwice { kommun }.into(), span)
        }
        ChangeError::SplitMissing(missing) => {
            let table = &baseline.model.baseline().kommuner;
            let kommuner = missing.into_iter().map(|kommun| table.get(kommun).name.clone()).collect();
            let span = names.target.map_or(whole, |target| target.span.clone());
            (ScenarioProblem::SplitMissing { kommuner, forbund }.into(), span)
        }
        ChangeError::SeatNotAMember(position) => {
            let sate = part(position).map_or(&section.sate, |part| &part.sate);
            let ((forbund, _), (kommun, span)) = (at(made(position)), at(sate.clone()));
            (BaselineProblem::SateNotAMember { kommun, forbund }.into(), span)
        }
        ChangeError::NoInhabitants(forbund) => {
            (BaselineProblem::ForbundWithoutInhabitants { forbund }.into(), whole)
        }
    };
    (problem, span, None)
}

/// What is wrong with a kansli to be shared; all else is no error of one.
fn sharing_problem(
    error: &ChangeError,
    names: &Written<'_>,
    section: &ChangeSection,
    whole: Range<usize>,
) -> (Problem, Range<usize>) {
    let forbund = |position: usize| match names.forbund.get(position) {
        Some(at) => (at.value.clone(), at.span.clone()),
        None => (String::new(), whole.clone()),
    };
    match *error {
        ChangeError::ItemUnknown(position, item) => {
            let (forbund, span) = forbund(position);
            let items = section.items.as_ref().and_then(|items| items.value.items());
            let item = items.and_then(|items| items.get(item)).map(|item| item.name.clone());
            (SharingProblem::ItemUnknown { forbund, item: item.unwrap_or_default() }.into(), span)
        }
        ChangeError::KansliUnknown(position) => {
            let (forbund, span) = forbund(position);
            (SharingProblem::CostUnknown { forbund }.into(), span)
        }
        ChangeError::TooManyShared => {
            (ScenarioProblem::TooManyShared { most: Grouping::MOST_SHARED }.into(), whole)
        }
        _ => (SharingProblem::NoCost.into(), whole),
    }
}

/// The span of the first mention of the same kommun in a list.
fn first_mention(
    kommuner: &[&At<String>],
    position: usize,
    baseline: &LoadedBaseline,
) -> Option<Range<usize>> {
    let table = &baseline.model.baseline().kommuner;
    let find = |at: &At<String>| find_kommun(&at.value, table, &baseline.kommun_names).ok();
    let wanted = find(kommuner.get(position)?)?;
    kommuner[..position].iter().find(|at| find(at) == Some(wanted)).map(|at| at.span.clone())
}

/// The names that a change was written with.
struct Written<'verb> {
    kommuner: Vec<&'verb At<String>>,
    forbund: Vec<&'verb At<String>>,
    /// What moves go to, a merge or creation makes, or a split takes apart.
    target: Option<&'verb At<String>>,
}

impl<'verb> Written<'verb> {
    fn of(verb: &'verb Verb) -> Self {
        let (kommuner, forbund, target) = match verb {
            Verb::Move { kommuner, to: target } | Verb::MoveOutside { kommuner, outside: target } => {
                (Some(kommuner), None, Some(target))
            }
            Verb::Merge { parts, into } => (None, Some(parts), Some(into)),
            Verb::Split { whole, .. } => (None, None, Some(whole)),
            Verb::Create { name, kommuner } => (Some(kommuner), None, Some(name)),
            Verb::Leave { kommuner } => (Some(kommuner), None, None),
            Verb::Dissolve { forbund } | Verb::Keep { forbund } => (None, None, Some(forbund)),
            Verb::Elsewhere { .. } | Verb::Insatser {} => (None, None, None),
            Verb::SharedKansli { participants, .. } => (None, Some(participants), None),
        };
        let list = |names: Option<&'verb At<Vec<At<String>>>>| {
            names.map(|names| names.value.iter().collect()).unwrap_or_default()
        };
        Self { kommuner: list(kommuner), forbund: list(forbund), target }
    }
}
