//! Kommuner by what they are called in files and on the command line.

use super::names::{NameError, Names, Unfound};
use crate::diagnostic::BaselineProblem;
use crate::model::kommun::{KommunId, Kommuner, Kommunkod};

/// Finds a kommun by its code or its name.
///
/// # Errors
/// If there is none, or the name fits several; [`unfound_kommun`] reports it.
pub fn find_kommun(written: &str, kommuner: &Kommuner, names: &Names<KommunId>) -> Result<KommunId, Unfound> {
    match Kommunkod::parse(written) {
        Some(kommunkod) => kommuner.with_code(kommunkod).ok_or(Unfound),
        None => names.find(written),
    }
}

/// Why a kommun was not found.
#[must_use]
pub fn unfound_kommun(written: &str, names: &Names<KommunId>) -> BaselineProblem {
    let name = written.to_owned();
    if Kommunkod::parse(written).is_some() {
        return BaselineProblem::UnknownKommun { name, nearest: None };
    }
    match names.explain(written) {
        NameError::Unknown(nearest) => BaselineProblem::UnknownKommun { name, nearest },
        NameError::Ambiguous(candidates) => BaselineProblem::AmbiguousKommun { name, candidates },
    }
}
