//! All tables, in their order.

use super::compared::Compared;
use super::{preferences, remedies};
use crate::analysis::result::ScenarioResult;
use crate::report::document::Table;
use crate::report::redistribution::Redistribution;
use crate::text::language::Language;

/// All tables of alternatives that rest on one baseline; none where it says nothing of what parties want.
#[must_use]
pub fn tables(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let Some(compared) = Compared::new(results, language) else { return Vec::new() };
    let mut tables = preferences::tables(&compared);
    tables.extend(remedies::tables(&compared, shown));
    tables.extend(preferences::arguments(&compared));
    tables
}
