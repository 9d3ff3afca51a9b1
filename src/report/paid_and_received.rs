//! What each kommun pays and contributes in kind, and what it gets back as insatser in it and as payments.

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use super::words::insatser::{caption, sources_of_payments, words};
use crate::analysis::ratio::kr_per_inhabitant;
use crate::analysis::result::{KommunResult, ScenarioResult};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;

/// What a kommun, or all of them, pays and receives on a side.
#[derive(Clone, Copy)]
struct Returned {
    paid: Option<Kronor>,
    natura: Option<Kronor>,
    received: Option<Kronor>,
    payment: Option<Kronor>,
    balance: Kronor,
}

/// What a kommun pays and receives on a side, where the files have insatser or payments.
type OfKommun = fn(&KommunResult) -> Option<Returned>;

impl Returned {
    /// Today; nothing where the files have neither.
    fn today(kommun: &KommunResult) -> Option<Self> {
        let insats = &kommun.insats;
        Some(Self {
            paid: kommun.contribution.before,
            natura: insats.natura_before,
            received: insats.insats_received_before,
            payment: insats.payment_before,
            balance: insats.insats_balance_before?,
        })
    }

    /// Afterwards, gross.
    fn after(kommun: &KommunResult) -> Option<Self> {
        let insats = &kommun.insats;
        Some(Self {
            paid: kommun.contribution.after.gross,
            natura: insats.natura_after,
            received: insats.insats_received_after,
            payment: insats.payment_after,
            balance: insats.insats_balance_after?,
        })
    }

    /// The same net: another contribution, and so another balance.
    fn after_net(kommun: &KommunResult) -> Option<Self> {
        let paid = kommun.contribution.after.net?;
        let balance = kommun.insats.insats_balance_after_net??;
        Some(Self { paid, balance, ..Self::after(kommun)? })
    }

    fn sum(all: &[(&KommunResult, Self)]) -> Self {
        let sum = |of: fn(&Self) -> Option<Kronor>| all.iter().map(|(_, one)| of(one)).sum();
        Self {
            paid: Some(all.iter().filter_map(|(_, one)| one.paid).sum()),
            natura: sum(|one| one.natura),
            received: sum(|one| one.received),
            payment: sum(|one| one.payment),
            balance: all.iter().map(|(_, one)| one.balance).sum(),
        }
    }
}

/// None where no insats is in a kommun, and no kommun contributes in kind or is paid.
pub(super) fn table(result: &ScenarioResult, shown: Redistribution, language: Language) -> Option<Table> {
    let (words, labels) = (words(language), labels(language));
    let first = result.figures.kommuner.first()?.insats;
    let has_payments = first.payment_before.is_some();
    let columns = Columns::new()
        .text(labels.kommun, |(name, ..): &(String, Returned, u64)| name.clone())
        .figures(words.contribution, |(_, one, _)| {
            Cell::or_empty(one.paid.map(|paid| Cell::Amount(Some(paid))))
        })
        .when(first.natura_before.is_some(), |columns| {
            columns
                .figures(words.natura, |(_, one, _)| Cell::Amount(one.natura))
                .figures(words.received, |(_, one, _)| Cell::Amount(one.received))
        })
        .when(has_payments, |columns| {
            columns.figures(words.payments, |(_, one, _)| Cell::Amount(one.payment))
        })
        .figures(words.balance, |(_, one, _)| Cell::Change(Some(one.balance)))
        .joined(words.balance_each, |(_, one, inhabitants)| {
            kr_per_inhabitant(one.balance, *inhabitants).map_or(Cell::Unknown, Cell::Difference)
        });
    let kommuner = &result.figures.kommuner;
    let inhabitants =
        |one: &KommunResult| result.inhabitants.get(&one.kommunkod).copied().unwrap_or_default();
    let mut rows = Vec::new();
    let mut has_some = false;
    let has_net = shown.net() && result.figures.after.net.is_some();
    let sides: [Option<(&str, OfKommun)>; 3] = [
        Some((labels.today, Returned::today)),
        shown.gross().then_some((labels.after_gross, Returned::after)),
        has_net.then_some((labels.after_net, Returned::after_net)),
    ];
    for (heading, side) in sides.into_iter().flatten() {
        let all: Vec<(&KommunResult, Returned)> =
            kommuner.iter().filter_map(|one| Some((one, side(one)?))).collect();
        let sum = Returned::sum(&all);
        let parts = [sum.natura, sum.received, sum.payment];
        has_some |= parts.into_iter().flatten().any(|amount| amount != Kronor::ZERO);
        rows.push(Row::heading(heading));
        let line =
            |(one, returned): &(&KommunResult, Returned)| (one.kommun.clone(), *returned, inhabitants(one));
        rows.extend(columns.rows(all.iter().map(line)));
        // Of a kommun in no förbund, which gets nothing and gives nothing, nothing is in the sum.
        let in_sum = all.iter().filter(|(_, one)| one.paid.is_some() || one.balance != Kronor::ZERO);
        let of_all = in_sum.map(|(one, _)| inhabitants(one)).sum();
        rows.push(columns.row(RowKind::Total, &(labels.sum.to_owned(), sum, of_all)));
    }
    let notes =
        [first.natura_before.map(|_| words.note_returned), has_payments.then_some(words.note_payments)];
    let notes = notes.into_iter().flatten().map(str::to_owned).chain(payment_sources(result, language));
    has_some.then(|| columns.table(caption(words.returned, Period::of(result), language), rows, notes))
}

/// Where the figures of payments come from.
fn payment_sources(result: &ScenarioResult, language: Language) -> Option<String> {
    let named: Vec<&str> = result.payment_sources.iter().map(String::as_str).collect();
    (!named.is_empty()).then(|| sources_of_payments(language, &named))
}
