//! What holds for the board of a förbund: what the file says of it, else of all.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::input::board_section::BoardSection;
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_file::{ChangeSection, Verb};
use crate::model::grouping::Row;
use crate::model::kronor::Kronor;
use crate::model::name::{canonical, folded};

/// What a board takes of each party.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Terms {
    pub(super) ledamoter: usize,
    pub(super) ersattare: Option<usize>,
    pub(super) moten: Option<usize>,
    /// Hours of all ledamöter of a party a year.
    pub(super) timmar: Option<Decimal>,
    /// What they are paid for them, kr a year, rounded once, half away from zero.
    pub(super) arvoden: Option<Kronor>,
}

impl Terms {
    fn of(stated: &BoardSection) -> Self {
        let count = |number: i64| usize::try_from(number).expect("a count that was read as one");
        let number = |at: &Option<crate::input::at::At<i64>>| at.as_ref().map(|at| at.value);
        let ledamoter = i64::from(stated.ledamoter());
        let moten = number(&stated.moten_per_ar);
        let each = stated.timmar_per_mote.as_ref().map(|at| at.value);
        let timmar = moten.zip(each).map(|(moten, each)| Decimal::from(ledamoter * moten) * each);
        let arvoden = timmar.zip(number(&stated.arvode_per_timme)).map(|(timmar, arvode)| {
            let exact = timmar * Decimal::from(arvode);
            let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
            Kronor::new(i64::try_from(rounded).expect("less than a hundred thousand million"))
        });
        Self {
            ledamoter: count(ledamoter),
            ersattare: number(&stated.ersattare_per_part).map(count),
            moten: moten.map(count),
            timmar,
            arvoden,
        }
    }
}

/// Whether the files say anything of boards.
pub(super) fn are_stated(scenario: &LoadedScenario) -> bool {
    let (baseline, changes) = (&scenario.baseline.written, &scenario.written.changes);
    baseline.styrelse.is_some()
        || baseline.forbund.iter().any(|forbund| forbund.styrelse.is_some())
        || changes
            .iter()
            .any(|change| change.styrelse.is_some() || parts(change).any(|(_, styrelse)| styrelse.is_some()))
}

/// What holds for the board of a row, today or after the changes.
pub(super) fn terms(row: &Row, scenario: &LoadedScenario, is_after: bool) -> Terms {
    let baseline = &scenario.baseline.written;
    let mut own = baseline.own_board(&row.name).cloned();
    for change in scenario.written.changes.iter().filter(|_| is_after) {
        // Who is made anew has the terms of all unless it states its own; who receives keeps what it does not state.
        match &change.verb {
            Some(Verb::Merge { into: name, .. } | Verb::Create { name, .. })
                if is_called(row, Some(&name.value)) =>
            {
                own.clone_from(&change.styrelse);
            }
            Some(Verb::Move { to, .. } | Verb::Keep { forbund: to }) if is_meant(row, &to.value) => {
                if let Some(stated) = &change.styrelse {
                    own = Some(own.as_ref().map_or_else(|| stated.clone(), |own| stated.or(own)));
                }
            }
            _ => {
                if let Some((_, styrelse)) = parts(change).find(|(name, _)| is_called(row, *name)) {
                    own = styrelse.cloned();
                }
            }
        }
    }
    Terms::of(&baseline.board(own.as_ref()))
}

/// How many ledamöter each party has on the board of a row, today or after the changes.
pub(super) fn ledamoter_per_part(row: &Row, scenario: &LoadedScenario, is_after: bool) -> usize {
    terms(row, scenario, is_after).ledamoter
}

/// The parts that a change makes, with what they state.
fn parts(change: &ChangeSection) -> impl Iterator<Item = (Option<&String>, Option<&BoardSection>)> {
    let into = match &change.verb {
        Some(Verb::Split { into, .. }) => into.as_slice(),
        _ => &[],
    };
    into.iter().map(|part| (part.name.as_ref().map(|name| &name.value), part.styrelse.as_ref()))
}

fn is_called(row: &Row, name: Option<&String>) -> bool {
    name.is_some_and(|name| canonical(name) == canonical(&row.name))
}

/// Whether a förbund is meant that is named, perhaps without å ä ö.
fn is_meant(row: &Row, name: &str) -> bool {
    folded(name) == folded(&row.name)
}
