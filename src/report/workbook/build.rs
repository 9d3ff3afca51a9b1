//! The workbook of some alternatives on one baseline.

use super::book::{Sheet, Workbook};
use super::context::Context;
pub use super::context::{Computed, Unbuilt};
use super::names::Unique;
use super::{about, comparison, evaluate, kansli, kommuner, parameters, side};
use crate::report::inquiry::Report;
use crate::report::redistribution::Redistribution;

/// Kommuner in förbund that a workbook has space for: twice as many as there are in the country.
pub const MOST_KOMMUNER: usize = 600;
/// Lines that a table of a sheet has space for: every förbund of the country with every region, or each step of what
/// changes did to kanslier.
pub const MOST_LINES: usize = 3_000;

/// The workbook of the alternatives that a report is of. Gross figures are always there, as net ones and shared
/// kanslier rest on them; net ones if they are asked for and known.
///
/// # Errors
/// If it would be too large.
pub fn workbook(
    computed: &[Computed<'_>],
    report: &Report,
    redistribution: Redistribution,
) -> Result<Workbook, Unbuilt> {
    let title = report.title.clone();
    let Some(first) = computed.first() else { return Ok(Workbook { title, sheets: Vec::new() }) };
    let context = Context::new(computed, *first, redistribution.net(), report.language)?;
    let of_kanslier = context.alternatives.iter().map(|alternative| kansli::lines(&alternative.trace));
    let lines = context.sides.iter().map(|side| side.lines.rows().len()).chain(of_kanslier).max();
    if context.listed.len() > MOST_KOMMUNER || lines.is_some_and(|lines| lines > MOST_LINES) {
        return Err(Unbuilt::TooLarge);
    }
    let (labels, words, mut names) = (context.labels, context.words, Unique::sheets());
    let fixed =
        [words.sheet_about, words.sheet_parameters, words.sheet_kommuner, labels.today, labels.comparison];
    let [about, parameters, kommuner, today, comparison] = fixed.map(|name| names.sheet(name));
    // What the workbook is stands first, and says what the check of all others found.
    let about = Sheet::new(about, about::COLUMNS);
    let mut sheets =
        vec![about, parameters::sheet(&context, parameters), kommuner::sheet(&context, kommuner)];
    sheets.push(side::sheet(&context, 0, today));
    for (number, alternative) in context.alternatives.iter().enumerate() {
        let name = names.sheet(&alternative.computed.scenario.name);
        sheets.push(side::sheet(&context, number + 1, name));
    }
    debug_assert_eq!(sheets.len(), context.comparison());
    sheets.push(comparison::sheet(&context, comparison));
    let mut book = Workbook { title, sheets };
    let checked = evaluate::fill_cached_values(&mut book);
    about::write(&mut book, report, &checked);
    Ok(book)
}
