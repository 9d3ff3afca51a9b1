//! Rows of a result by what they are called in files and on the command line: förbund, and regions.

use super::lan;
use super::names::{NameError, Names, Unfound};
use crate::diagnostic::{ScenarioProblem, TableProblem};
use crate::model::grouping::{Grouping, Row};
use crate::model::kommun::{Kommuner, RegionId};
use crate::model::name::{canonical, folded};

/// A row by its name, where there is no doubt which one is meant; without looking at all of them.
pub(super) fn named_row<'rows>(
    written: &str,
    after: &'rows Grouping,
    is_wanted: fn(&Row) -> bool,
) -> Option<&'rows Row> {
    if let Some(row) = after.row_named(&canonical(written)).filter(|row| is_wanted(row)) {
        return Some(row);
    }
    let folded = folded(written);
    let mut alike = after.rows_named_like(&folded).filter(|row| is_wanted(row));
    let only = alike.next()?;
    alike.next().is_none().then_some(only)
}

/// Why no row that is wanted has this name. The names of the förbund are listed where none is near.
pub(super) fn unfound<'rows>(written: &str, rows: impl Iterator<Item = &'rows Row>) -> ScenarioProblem {
    unfound_forbund(written, &Names::new(rows.map(|row| (row.name.as_str(), ()))))
}

/// Why none of these förbund has this name.
pub(super) fn unfound_forbund<Meaning: Copy + PartialEq>(
    written: &str,
    names: &Names<Meaning>,
) -> ScenarioProblem {
    let name = written.to_owned();
    match names.explain(written) {
        NameError::Unknown(nearest) => {
            let existing = names.all().map(str::to_owned).collect();
            ScenarioProblem::UnknownForbund { name, nearest, existing }
        }
        NameError::Ambiguous(candidates) => ScenarioProblem::AmbiguousForbund { name, candidates },
    }
}

/// The name of a row after all changes, outside ones included.
///
/// # Errors
/// If there is none, or the name fits several; [`unfound_row`] reports it.
pub fn find_row(written: &str, after: &Grouping) -> Result<String, Unfound> {
    named_row(written, after, |_| true).map(|row| row.name.clone()).ok_or(Unfound)
}

/// Why a row was not found.
#[must_use]
pub fn unfound_row(written: &str, after: &Grouping) -> ScenarioProblem {
    unfound(written, after.rows().iter().map(AsRef::as_ref))
}

/// The regions of a table by name.
#[must_use]
pub fn region_names(kommuner: &Kommuner) -> Names<RegionId> {
    let regions = kommuner.regions().iter().enumerate();
    Names::new(regions.map(|(position, name)| (name.as_str(), RegionId::new(position))))
}

/// A region by its name, or by the län it pays in; then there is something to warn of.
///
/// # Errors
/// If there is none, or the name fits several; [`unfound_region`] reports it.
pub fn find_region(
    written: &str,
    names: &Names<RegionId>,
) -> Result<(RegionId, Option<TableProblem>), Unfound> {
    if let Ok(region) = names.find(written) {
        return Ok((region, None));
    }
    let body = lan::body_of_lan(written).ok_or(Unfound)?;
    let region = names.find(body)?;
    let (lan, region_name) = (written.to_owned(), body.to_owned());
    Ok((region, Some(TableProblem::LanAsRegion { lan, region: region_name, others: 0 })))
}

/// Why a region was not found.
#[must_use]
pub fn unfound_region(written: &str, names: &Names<RegionId>) -> ScenarioProblem {
    let name = written.to_owned();
    match names.explain(written) {
        NameError::Unknown(nearest) => ScenarioProblem::UnknownRegion { name, nearest },
        NameError::Ambiguous(candidates) => ScenarioProblem::AmbiguousForbund { name, candidates },
    }
}
