//! What a screen shows of a report: the answer, the table, and the assumptions that decide it. Files always hold all.

use super::assumptions;
use super::document::Document;
use crate::analysis::alternatives::Alternatives;
use crate::report::words::screen as words;
use crate::text::language::Language;

/// How much of a report is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// All of it.
    Full,
    /// What a screen has space for.
    Screen,
}

/// Rows that a table on a screen has at most, headings and sums included.
pub(super) const MOST_ROWS: usize = 26;

/// Leaves the first `tables` of a report of these alternatives and the assumptions of the files, and says what else
/// there is.
pub(super) fn shorten(
    document: &mut Document,
    tables: usize,
    groups: &[Alternatives<'_>],
    language: Language,
) {
    let left_out: Vec<String> = document.tables.drain(tables..).map(|table| table.caption).collect();
    document.lists = assumptions::special(groups, language);
    document.lists.retain(|list| !list.items.is_empty());
    document.more = Some(words::more(language, assumptions::others(groups, language), &left_out));
}
