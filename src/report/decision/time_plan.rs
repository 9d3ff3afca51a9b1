//! The draft of a time plan: steps that end at the start.

use super::start::Start;
use crate::analysis::result::ScenarioResult;
use crate::model::path::{MONTHS, Month};
use crate::report::columns::Columns;
use crate::report::document::{Cell, Document, List, RowKind, Table};
use crate::report::words::decision::{self as words, Step};
use crate::text::language::Language;

/// Of leaving a förbund where not all agree.
const NOTICE_MONTHS: i64 = 36;

/// The plan: a table for each time at which changes are done.
pub(super) fn document(result: &ScenarioResult, starts: &[Start], language: Language) -> Document {
    let name = &result.head.scenario.name;
    let has_dates = starts.iter().any(|start| start.from.is_some());
    let notices: Vec<Month> =
        starts.iter().filter_map(|start| start.from).map(|from| later(from, -NOTICE_MONTHS)).collect();
    Document {
        title: words::plan_of(language, name),
        lead: vec![words::plan_is_a_draft(language, has_dates).to_owned()],
        tables: starts.iter().map(|start| table(start, language)).collect(),
        lists: vec![List {
            title: words::labels(language).plan_assumptions.to_owned(),
            items: words::plan_assumptions(language, has_dates, &notices),
        }],
        more: None,
    }
}

fn table(start: &Start, language: Language) -> Table {
    let words = words::labels(language);
    let columns = Columns::new()
        .text(words.step, |step: &Step| step.text(language).to_owned())
        .text(words.months_before, |step| words::months_before(language, step.months));
    let columns = match start.from {
        None => columns.text(words.when, |_: &Step| Cell::Empty),
        Some(from) => columns.text(words.when, move |step: &Step| {
            let (first, last) = step.months;
            words::from_to(language, later(from, first), later(from, last))
        }),
    };
    let steps = words::steps(start.recruits);
    let rows = steps.iter().map(|step| columns.row(RowKind::Body, step)).collect::<Vec<_>>();
    let caption = words::plan_caption(language, start.from, &start.forbund, start.shares_kansli);
    columns.table(caption, rows, Vec::<String>::new())
}

/// So many months later, or earlier.
fn later(from: Month, months: i64) -> Month {
    let year = i64::from(MONTHS);
    let number = from.year * year + i64::from(from.month) - 1 + months;
    let month = u32::try_from(number.rem_euclid(year) + 1).expect("a month of a year");
    Month { year: number.div_euclid(year), month }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_years() {
        let january = Month { year: 2019, month: 1 };
        let at = |months| later(january, months);
        assert_eq!(at(-18), Month { year: 2017, month: 7 });
        assert_eq!(at(-1), Month { year: 2018, month: 12 });
        assert_eq!(at(0), january);
        assert_eq!(at(-NOTICE_MONTHS), Month { year: 2016, month: 1 });
        assert_eq!(later(Month { year: 2027, month: 7 }, -18), Month { year: 2026, month: 1 });
    }

    /// One step begins where the one before it ended, and the last is the start.
    #[test]
    fn the_steps_leave_no_month_out() {
        for recruits in [true, false] {
            let months = words::steps(recruits).map(|step| step.months);
            assert_eq!(months.first().map(|(first, _)| *first), Some(-18));
            assert_eq!(months.last(), Some(&(0, 0)));
            assert!(months.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{months:?}");
        }
    }
}
