//! The workbook of some alternatives on one baseline.

use super::book::{Sheet, Workbook};
pub use super::context::Computed;
use super::context::{Context, TODAY};
use super::names::Unique;
use super::{about, comparison, evaluate, kansli, kommuner, parameters, side};
use crate::model::allocation::ModelError;
use crate::report::inquiry::Report;
use crate::report::simulation::Redistribution;

/// Kommuner in förbund that a workbook has room for: twice as many as there are in the country.
pub const MOST_KOMMUNER: usize = 600;
/// Lines that a table of a sheet has room for: every förbund of the country with every region, or each step of what
/// changes did to kanslier.
pub const MOST_LINES: usize = 3_000;

/// Why there is no workbook.
#[derive(Debug)]
pub enum Unbuilt {
    /// It would be larger than a spreadsheet program can recalculate while somebody waits.
    TooLarge,
    /// A scenario cannot be computed, which it could be when it was computed first.
    Model {
        /// Which one.
        scenario: usize,
        /// Why.
        error: ModelError,
    },
}

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
    let language = report.language;
    let mut names = Unique::sheets();
    let Some(first) = computed.first() else {
        return Ok(Workbook { title: report.title.clone(), sheets: Vec::new() });
    };
    let context = Context::new(computed, *first, redistribution.net(), language)?;
    let of_kanslier = context.alternatives.iter().map(|alternative| kansli::lines(&alternative.trace));
    let lines = context.sides.iter().map(side::SidePlaces::lines).chain(of_kanslier).max();
    if context.listed.len() > MOST_KOMMUNER || lines.is_some_and(|lines| lines > MOST_LINES) {
        return Err(Unbuilt::TooLarge);
    }
    let words = context.words;
    let about = about::sheet(report, names.sheet(words.sheet_about), language);
    let fixed =
        [words.sheet_parameters, words.sheet_kommuner, context.labels.today, context.labels.comparison];
    let [parameters, kommuner, today, comparison] = fixed.map(|name| names.sheet(name));
    let mut sheets: Vec<Sheet> =
        vec![about.sheet, parameters::sheet(&context, parameters), kommuner::sheet(&context, kommuner)];
    sheets.extend(side::sheet(&context, 0, today));
    for (number, alternative) in context.alternatives.iter().enumerate() {
        let name = names.sheet(&alternative.computed.scenario.name);
        sheets.extend(side::sheet(&context, number + 1, name));
    }
    debug_assert_eq!(sheets.len(), TODAY + 1 + context.alternatives.len());
    sheets.push(comparison::sheet(&context, comparison));
    let mut book = Workbook { title: report.title.clone(), sheets };
    let checked = evaluate::settle(&mut book);
    about::tell(&mut book, &checked, language);
    Ok(book)
}
