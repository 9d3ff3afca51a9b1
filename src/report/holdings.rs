//! What förbund have beside the money of the model, and what of their equity kommuner would have.

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use super::rows;
use crate::analysis::holdings::{EquityShare, HoldingsResult};
use crate::analysis::result::{KommunResult, ScenarioResult, SideResult};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::report::words::sentence::marked;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// The tables, as far as something of them is stated.
#[must_use]
pub(super) fn tables(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    [of_forbund(result, shown, labels), of_kommuner(result, labels)].into_iter().flatten().collect()
}

/// A row of the table of förbund.
struct Line {
    label: String,
    held: HoldingsResult,
    is_change: bool,
}

impl Line {
    fn cell(&self, of: fn(&HoldingsResult) -> Option<Option<Kronor>>) -> Cell {
        let amount = of(&self.held).flatten();
        if self.is_change { Cell::Change(amount) } else { Cell::Amount(amount) }
    }
}

fn of_forbund(result: &ScenarioResult, shown: Redistribution, labels: &Labels) -> Option<Table> {
    let figures = &result.figures;
    let today = sum(&figures.before);
    if today == HoldingsResult::default() {
        return None;
    }
    let language = labels.language;
    let columns = Columns::new()
        .text(labels.forbund, |line: &Line| line.label.clone())
        .when(today.eget_kapital.is_some(), |columns| {
            let heading = HoldingsResult::eget_kapital.heading(language);
            columns.figures(heading, |line| line.cell(|held| held.eget_kapital))
        })
        .when(today.overfort.is_some(), |columns| {
            let heading = HoldingsResult::overfort.heading(language);
            columns.figures(heading, |line| line.cell(|held| held.overfort))
        })
        .when(today.ovriga_intakter.is_some(), |columns| {
            let heading = HoldingsResult::ovriga_intakter.heading(language);
            columns.figures(heading, |line| line.cell(|held| held.ovriga_intakter))
        })
        .when(today.insatser_available.is_some(), |columns| {
            let heading = HoldingsResult::insatser_available.heading(language);
            columns.figures(heading, |line| line.cell(|held| held.insatser_available))
        });
    let side_rows =
        |heading: &str, side: &SideResult, is_after: bool| {
            let line = |kind, label: &str, held: HoldingsResult, is_change| {
                columns.row(kind, &Line { label: label.to_owned(), held, is_change })
            };
            let mut rows = vec![Row::heading(heading)];
            rows.extend(side.forbund.iter().map(|row| {
                line(RowKind::Body, &marked(&row.name, row.outside), row.holdings.clone(), false)
            }));
            let all = sum(side);
            rows.push(line(RowKind::Total, labels.sum, all.clone(), false));
            if is_after {
                rows.push(line(RowKind::Change, labels.change, all.less(&today), true));
            }
            rows
        };
    let mut rows = side_rows(labels.forbund_today, &figures.before, false);
    // Gross and net differ in money for insatser alone.
    let net = figures.after.net.as_ref().filter(|_| shown.net());
    match net.filter(|net| held(net) != held(&figures.after.gross)) {
        Some(net) => {
            if shown.gross() {
                rows.extend(side_rows(labels.after_gross, &figures.after.gross, true));
            }
            rows.extend(side_rows(labels.after_net, net, true));
        }
        None => rows.extend(side_rows(labels.after, &figures.after.gross, true)),
    }
    let mut notes = vec![labels.note_holdings.to_owned()];
    if today.insatser_available.is_some() {
        notes.push(labels.note_insatser_available.to_owned());
    }
    if rows::have_months(result) {
        notes.push(labels.note_holdings_at_end.to_owned());
    }
    let is_unknown =
        |row: &Row| row.cells.iter().any(|cell| matches!(cell, Cell::Amount(None) | Cell::Change(None)));
    if rows.iter().any(is_unknown) {
        notes.push(labels.note_unknown_sum.to_owned());
    }
    let caption = Period::of(result).caption(language, |captions| captions.holdings);
    Some(columns.table(caption, rows, notes))
}

fn held(side: &SideResult) -> Vec<&HoldingsResult> {
    side.forbund.iter().map(|row| &row.holdings).collect()
}

fn sum(side: &SideResult) -> HoldingsResult {
    HoldingsResult::sum(side.forbund.iter().map(|row| &row.holdings))
}

/// A row of the table of kommuner.
struct Member {
    name: String,
    equity: EquityShare,
}

fn of_kommuner(result: &ScenarioResult, labels: &Labels) -> Option<Table> {
    let figures = &result.figures;
    figures.kommuner.first()?.equity.before?;
    let columns = Columns::new()
        .text(labels.kommun, |member: &Member| member.name.clone())
        .figures(labels.today, |member| Cell::Amount(member.equity.before.flatten()))
        .figures(labels.after, |member| Cell::Amount(member.equity.after.flatten()))
        .joined(labels.change, |member| {
            let EquityShare { before, after } = member.equity;
            Cell::Change(after.flatten().zip(before.flatten()).map(|(after, before)| after - before))
        });
    let body = |kommun: &KommunResult| {
        columns.row(RowKind::Body, &Member { name: kommun.kommun.clone(), equity: kommun.equity })
    };
    let mut rows = Vec::new();
    for forbund in rows::at_the_end(result) {
        rows.push(Row::heading(&marked(&forbund.name, forbund.outside)));
        let is_member = |kommun: &&KommunResult| kommun.forbund_after.as_ref() == Some(&forbund.name);
        rows.extend(figures.kommuner.iter().filter(is_member).map(body));
    }
    let mut without = figures.kommuner.iter().filter(|kommun| kommun.forbund_after.is_none()).peekable();
    if without.peek().is_some() {
        rows.push(Row::heading(labels.no_forbund));
        rows.extend(without.map(body));
    }
    let caption = Period::of(result).caption(labels.language, |captions| captions.equity_of_kommuner);
    Some(columns.table(caption, rows, [labels.note_equity_illustration.to_owned()]))
}
