//! The workbook of some alternatives on one baseline.

use super::book::{Sheet, Workbook};
use super::context::Context;
pub use super::context::{Computed, Unbuilt};
use super::names::Unique;
use super::{about, comparison, criteria, evaluate, kansli, kommuner, parameters, side, years};
use crate::report::inquiry::Report;
use crate::report::redistribution::Redistribution;
use crate::report::words::workbook::guide_of_year;

/// Kommuner in förbund that a workbook holds: twice as many as there are in the country.
pub const MOST_KOMMUNER: usize = 600;
/// Lines that a table of a sheet holds: every förbund of the country with every region, or each step of what
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
    let fixed = [
        labels.comparison, words.sheet_criteria, words.sheet_about, words.sheet_parameters,
        words.sheet_kommuner, labels.today,
    ];
    let [comparison, criteria, about, parameters, kommuner, today] = fixed.map(|name| names.sheet(name));
    let mut sheets = vec![
        comparison::sheet(&context, comparison),
        criteria::sheet(&context, redistribution, criteria),
        // What the check of all others found is written on it.
        Sheet::new(about, about::COLUMNS),
        parameters::sheet(&context, parameters),
        kommuner::sheet(&context, kommuner),
        side::sheet(&context, 0, today),
    ];
    for (number, alternative) in context.alternatives.iter().enumerate() {
        let name = names.sheet(&alternative.computed.scenario.name);
        sheets.push(side::sheet(&context, number + 1, name));
    }
    if context.path_year().is_some() {
        let place = sheets.len();
        sheets.extend(years::sheet(&context, place, names.sheet(words.sheet_years)));
    }
    let place = sheets.len();
    let of_insatser = criteria::insatser(&context, redistribution, names.sheet(words.sheet_insatser), place);
    sheets.extend(of_insatser);
    let mut book = Workbook { title, sheets };
    let checked = evaluate::fill_cached_values(&mut book);
    let year = context.path_year().map(|year| guide_of_year(report.language, year, &context.with_values()));
    about::write(&mut book, report, &checked, year);
    Ok(book)
}
