//! What sources say that förbund had, beside what is computed of them.

use super::columns::Columns;
use super::document::{Cell, Table};
use crate::analysis::reference::ReferenceResult;
use crate::analysis::result::ScenarioResult;
use crate::text::label::labels;
use crate::text::language::Language;

/// A line for each förbund and year that a source speaks of; nothing where the baseline names none.
#[must_use]
pub(super) fn table(result: &ScenarioResult, language: Language) -> Option<Table> {
    let references = result.figures.references.as_ref()?;
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.forbund, |line: &&ReferenceResult| line.forbund.clone())
        .text(labels.year, |line| line.year.to_string())
        .figures(ReferenceResult::total.heading(language), |line| Cell::Amount(line.total))
        .figures(ReferenceResult::kr_per_inhabitant.heading(language), |line| {
            line.kr_per_inhabitant.map_or(Cell::Unknown, Cell::Decimal)
        })
        .figures(ReferenceResult::computed_kr_per_inhabitant.heading(language), |line| {
            Cell::Decimal(line.computed_kr_per_inhabitant)
        });
    let mut sources: Vec<&str> = Vec::new();
    for reference in references {
        if !sources.contains(&reference.source.as_str()) {
            sources.push(&reference.source);
        }
    }
    let notes = [labels.note_references.to_owned(), format!("{}: {}", labels.sources, sources.join("; "))];
    let rows = columns.rows(references);
    Some(columns.table(labels.caption_references.to_owned(), rows, notes))
}
