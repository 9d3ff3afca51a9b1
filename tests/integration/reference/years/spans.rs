//! A year in which something changes is several spans of months, each with a grouping of its own.

use num_rational::BigRational;

use super::plan::Plan;
use crate::reference::case::Case;
use crate::reference::changes::Situation;
use crate::reference::fractions::whole;
use crate::reference::money::{ExactRow, Parts};

pub(crate) struct Span {
    pub months: u32,
    pub situation: Situation,
    /// The changes that are done, by their places in the case.
    pub done: Vec<usize>,
}

/// The spans of a year.
pub(crate) fn of(plan: &Plan, case: &Case, year: u32) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut situation = Situation::today(case);
    let mut done = Vec::new();
    let mut month = 1;
    for (index, date) in plan.order() {
        if date.year > year {
            break;
        }
        if date.year == year && date.month > month {
            let (situation, done) = (situation.clone(), done.clone());
            spans.push(Span { months: date.month - month, situation, done });
            month = date.month;
        }
        situation.apply(&case.changes[index], &case.table);
        done.push(index);
    }
    spans.push(Span { months: 13 - month, situation, done });
    spans
}

/// The exact amounts of a year: those of its spans, weighed by their months. The rows are those of the last span, then
/// those that ceased in the year.
pub(crate) fn weighed(spans: &[(u32, Vec<ExactRow>)]) -> Vec<ExactRow> {
    let mut rows: Vec<ExactRow> = Vec::new();
    let (_, last) = spans.last().expect("a span");
    for row in last {
        rows.push(sum_of(spans, row, false));
    }
    for (_, span) in spans {
        for row in span {
            if !rows.iter().any(|known| is_same(known, row)) {
                rows.push(sum_of(spans, row, true));
            }
        }
    }
    rows
}

/// The same name is the same row.
pub(crate) fn is_same(one: &ExactRow, other: &ExactRow) -> bool {
    (one.outside, &one.name) == (other.outside, &other.name)
}

fn sum_of(spans: &[(u32, Vec<ExactRow>)], wanted: &ExactRow, ceased: bool) -> ExactRow {
    let mut sum = ExactRow {
        standing: whole(0),
        base: whole(0),
        parts: Parts::new(),
        kansli: Some(whole(0)),
        ceased,
        ..wanted.clone()
    };
    for (months, rows) in spans {
        let Some(row) = rows.iter().find(|row| is_same(row, wanted)) else { continue };
        let share = BigRational::new((*months).into(), 12.into());
        // Of the last span in which it stood.
        sum.members.clone_from(&row.members);
        sum.key.clone_from(&row.key);
        sum.standing += &row.standing * &share;
        sum.base += &row.base * &share;
        for (code, (forsorjningsmatt, befolkning)) in &row.parts {
            let part = sum.parts.entry(code.clone()).or_insert_with(|| (whole(0), whole(0)));
            part.0 += forsorjningsmatt * &share;
            part.1 += befolkning * &share;
        }
        sum.kansli = sum.kansli.zip(row.kansli.as_ref()).map(|(sum, kansli)| sum + kansli * &share);
    }
    sum
}
