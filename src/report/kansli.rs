//! What kanslier cost, with their posts and their share of income, where posts are stated.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::rows;
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::report::words::sentence::marked;
use crate::text::label::labels;
use crate::text::language::Language;

/// A row: a förbund, a sum or a difference.
struct Line {
    label: String,
    kansli: Cell,
    posts: Cell,
    share: Cell,
}

/// The table; nothing where no posts are stated. Kanslier are the same gross and net; the share is of gross income.
#[must_use]
pub(super) fn table(result: &ScenarioResult, language: Language) -> Option<Table> {
    let figures = &result.figures;
    figures.before.forbund.first()?.tjanster?;
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.forbund, |line: &Line| line.label.clone())
        .figures(ForbundResult::kansli.heading(language), |line| line.kansli.clone())
        .figures(ForbundResult::tjanster.heading(language), |line| line.posts.clone())
        .figures(ForbundResult::kansli_share.heading(language), |line| line.share.clone());
    let posts = |posts: Option<Decimal>| posts.map_or(Cell::Unknown, Cell::Decimal);
    // Of no income there is no share.
    let share = |kansli: Option<Kronor>, share: Option<Decimal>| match kansli {
        None => Cell::Unknown,
        Some(_) => share.map_or(Cell::Empty, Cell::Decimal),
    };
    let side_rows = |heading: &str, side: &SideResult| {
        let mut rows = vec![Row::heading(heading)];
        rows.extend(side.forbund.iter().map(|row| {
            let line = Line {
                label: marked(&row.name, row.outside),
                kansli: Cell::Amount(row.kansli),
                posts: posts(row.tjanster.flatten()),
                share: share(row.kansli, row.kansli_share.filter(|_| !row.outside)),
            };
            columns.row(RowKind::Body, &line)
        }));
        let total = &side.total;
        let line = Line {
            label: labels.sum.to_owned(),
            kansli: Cell::Amount(total.kansli),
            posts: posts(all(side)),
            share: share(total.kansli, total.kansli_share),
        };
        rows.push(columns.row(RowKind::Total, &line));
        rows
    };
    let (before, after) = (&figures.before, &figures.after.gross);
    let mut rows = side_rows(labels.forbund_today, before);
    rows.extend(side_rows(labels.after_gross, after));
    let difference = all(after).zip(all(before)).map(|(after, before)| after - before);
    let change = Line {
        label: labels.change.to_owned(),
        kansli: Cell::Change(figures.delta.gross.kansli),
        posts: difference.map_or(Cell::Unknown, Cell::Difference),
        share: figures.delta.gross.kansli_share.map_or(Cell::Empty, Cell::Difference),
    };
    rows.push(columns.row(RowKind::Change, &change));
    let mut notes = vec![labels.note_posts.to_owned()];
    if rows::have_months(result) {
        notes.push(labels.note_posts_at_end.to_owned());
    }
    let is_unknown =
        |row: &Row| row.cells.iter().any(|cell| matches!(cell, Cell::Unknown | Cell::Amount(None)));
    if rows.iter().any(is_unknown) {
        notes.push(labels.note_unknown_sum.to_owned());
    }
    let caption = Period::of(result).caption(language, |captions| captions.kanslier);
    Some(columns.table(caption, rows, notes))
}

/// The posts of all förbund of a side.
fn all(side: &SideResult) -> Option<Decimal> {
    side.forbund.iter().map(|row| row.tjanster.flatten()).sum()
}
