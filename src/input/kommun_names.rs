//! Kommuner by what they are called in files and on the command line.

use super::names::{NameError, Names, Unfound};
use crate::diagnostic::BaselineProblem;
use crate::model::kommun::{KommunId, Kommuner, Kommunkod};
use crate::model::name::canonical;

/// What kommuner are called; parts of a kommun also without its name.
#[must_use]
pub fn kommun_names(kommuner: &Kommuner) -> Names<KommunId> {
    let names = kommuner.iter().map(|(id, kommun)| (kommun.name.as_str(), id));
    let short = kommuner.iter().filter_map(|(id, kommun)| {
        let own = kommun.name.strip_prefix(kommun.part_of.as_deref()?)?;
        Some((own.trim_start().to_owned(), kommun.name.clone(), id))
    });
    Names::new(names).with_short_forms(short)
}

/// Finds a kommun, or a part of one, by its code or its name.
///
/// # Errors
/// If there is none, or the name fits several; [`unfound_kommun`] reports it.
pub fn find_kommun(written: &str, kommuner: &Kommuner, names: &Names<KommunId>) -> Result<KommunId, Unfound> {
    match Kommunkod::parse_with_part(written) {
        Some(kommunkod) => kommuner.with_code(kommunkod).ok_or(Unfound),
        None => names.find(written),
    }
}

/// Why a kommun was not found.
#[must_use]
pub fn unfound_kommun(written: &str, kommuner: &Kommuner, names: &Names<KommunId>) -> BaselineProblem {
    let name = written.to_owned();
    let parts: Vec<String> = parts_of(written, kommuner).map(str::to_owned).collect();
    if !parts.is_empty() {
        return BaselineProblem::KommunHasParts { kommun: name, parts };
    }
    if Kommunkod::parse_with_part(written).is_some() {
        return BaselineProblem::UnknownKommun { name, nearest: None };
    }
    match names.explain(written) {
        NameError::Unknown(nearest) => BaselineProblem::UnknownKommun { name, nearest },
        NameError::Ambiguous(candidates) => BaselineProblem::AmbiguousKommun { name, candidates },
    }
}

/// The names of the parts of a kommun that is called so or has this code.
fn parts_of<'kommuner>(written: &str, kommuner: &'kommuner Kommuner) -> impl Iterator<Item = &'kommuner str> {
    let (code, name) = (Kommunkod::parse(written), canonical(written));
    kommuner.iter().filter_map(move |(_, kommun)| {
        let is_meant =
            code == Some(kommun.kommunkod.whole()) || canonical(kommun.part_of.as_deref()?) == name;
        (kommun.part_of.is_some() && is_meant).then_some(kommun.name.as_str())
    })
}
