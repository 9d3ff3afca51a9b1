//! What the results of insatser are worth to society, and how soon that is as much as they cost: beside the money of the
//! förbund, never in it.

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::rows;
use super::words::society_value::{Words, value, words};
use crate::analysis::insatser::InsatserResult;
use crate::analysis::result::{ForbundResult, ScenarioResult};
use crate::analysis::society_value::SocietyValue;
use crate::report::words::period::Period;
use crate::report::words::sentence::marked;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// A förbund, or an alternative, with what its results are worth.
type Line = (String, SocietyValue);

/// Every förbund of today, and of afterwards where that is something else; nothing where the files state no values.
#[must_use]
pub(super) fn table(result: &ScenarioResult, language: Language) -> Option<Table> {
    let insats = result.figures.insats.as_ref()?;
    let (words, labels) = (words(language), labels(language));
    let (before, after) = (insats.before.total.society_value?, insats.after.total.society_value?);
    let columns = columns(labels.forbund, (words, labels));
    let line = |row: &ForbundResult| Some((marked(&row.name, row.outside), row.insats.society_value?));
    let today: Vec<Line> = result.figures.before.forbund.iter().filter_map(line).collect();
    let afterwards: Vec<Line> = rows::at_the_end(result).into_iter().filter_map(line).collect();
    let changes = today != afterwards;
    let sides =
        [Some((labels.forbund_today, today, before)), changes.then_some((words.after, afterwards, after))];
    let mut rows = Vec::new();
    for (heading, lines, sum) in sides.into_iter().flatten() {
        if changes {
            rows.push(Row::heading(heading));
        }
        rows.extend(columns.rows(lines));
        rows.push(columns.row(RowKind::Total, &(labels.sum.to_owned(), sum)));
    }
    let period = Period::of(result);
    let caption = words.caption.replace("{per_year}", &period.per_year(language));
    let notes = notes(insats, &rows, language);
    Some(columns.table(caption, rows, notes))
}

/// All förbund of today and of each alternative, a row for each; nothing where no file states values.
#[must_use]
pub(super) fn comparison(results: &[ScenarioResult], language: Language) -> Option<Table> {
    let (words, labels) = (words(language), labels(language));
    let first = results.first()?.figures.insats.as_ref()?;
    let today = (labels.today.to_owned(), first.before.total.society_value?);
    let after = results.iter().filter_map(|result| {
        let total = result.figures.insats.as_ref()?.after.total;
        Some((result.head.scenario.name.clone(), total.society_value?))
    });
    let columns = columns(labels.alternative, (words, labels));
    let rows = columns.rows(std::iter::once(today).chain(after));
    let period = Period::of_all(results);
    let caption = words.compared.replace("{per_year}", &period.per_year(language));
    let notes = notes(first, &rows, language);
    Some(columns.table(caption, rows, notes))
}

fn columns(name: &str, (words, labels): (&'static Words, &'static Labels)) -> Columns<'static, Line> {
    let months = |(_, value): &Line, months: Option<_>| match months {
        None if value.kostnad.get() == 0 => Cell::Empty,
        None if value.lacks_values => Cell::Unknown,
        None => Cell::from(labels.never),
        Some(months) => Cell::Decimal(months),
    };
    Columns::new()
        .text(name, |(name, _): &Line| name.clone())
        .figures(words.cost, |(_, value)| Cell::Amount(Some(value.kostnad)))
        .figures(words.lowest, |(_, value)| Cell::Amount(value.low))
        .joined(words.highest, |(_, value)| Cell::Amount(value.high))
        .figures(words.shortest, move |line| months(line, line.1.payback_months_shortest))
        .joined(words.longest, move |line| months(line, line.1.payback_months_longest))
}

/// That it is not the förbund's money, how it is computed, and what each result is worth by whom.
fn notes(insats: &InsatserResult, rows: &[Row], language: Language) -> Vec<String> {
    let words = words(language);
    let mut notes =
        vec![words.note_not_money.to_owned(), words.note_value.to_owned(), words.note_months.to_owned()];
    if rows.iter().any(|row| row.cells.contains(&Cell::Unknown)) {
        notes.push(words.note_lacking.to_owned());
    }
    notes.extend(insats.values.iter().flatten().map(|one| value(language, one)));
    notes
}
