//! What would leave those who block an alternative no worse off than today.

use super::compared::Compared;
use crate::analysis::stance::{KansliRemedy, PartyResult, Remedy, RemedySide};
use crate::model::kronor::Kronor;
use crate::report::columns::Columns;
use crate::report::document::{Cell, Row, RowKind, Table};
use crate::report::redistribution::Redistribution;
use crate::report::words::criteria;
use crate::report::words::positions as words;

/// Somebody who blocks an alternative, and what would help it on a side.
struct Blocked<'run> {
    alternative: &'run str,
    shares_kansli: bool,
    party: &'run PartyResult,
    remedy: &'run RemedySide,
}

/// What it pays, and what its förbund has for insatser, gross and net as far as they are shown; nothing where nobody blocks
/// anything.
pub(super) fn tables(compared: &Compared<'_>, shown: Redistribution) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for net in [false, true] {
        if !(if net { shown.net() } else { shown.gross() }) {
            continue;
        }
        let blocked = compared.alternatives.iter().filter(|one| !one.is_today).flat_map(|one| {
            one.parties.iter().filter_map(|party| {
                let Remedy { gross, net: of_net } = party.remedy.as_ref()?;
                let remedy = if net { of_net.as_ref()? } else { gross };
                Some(Blocked { alternative: one.name, shares_kansli: one.shares_kansli, party, remedy })
            })
        });
        let blocked: Vec<Blocked<'_>> = blocked.collect();
        if blocked.is_empty() {
            continue;
        }
        let mut of_side = vec![contributions(compared, &blocked, net)];
        of_side.extend(kanslier(compared, &blocked, net));
        // Said once will do.
        for table in &mut of_side {
            table.notes.retain(|note| tables.iter().all(|before| !before.notes.contains(note)));
        }
        tables.extend(of_side);
    }
    tables
}

fn contributions(compared: &Compared<'_>, blocked: &[Blocked<'_>], net: bool) -> Table {
    let language = compared.language;
    let of = words::labels(language);
    let columns = Columns::new()
        .text(of.party, |one: &&Blocked<'_>| compared.name(one.party))
        .figures(RemedySide::contribution_before.heading(language), |one| {
            Cell::Amount(Some(one.remedy.contribution_before))
        })
        .figures(RemedySide::contribution_after.heading(language), |one| {
            Cell::Amount(Some(one.remedy.contribution_after))
        })
        .figures(RemedySide::must_sink.heading(language), |one| {
            Cell::or_empty((!one.joins()).then_some(Cell::Amount(Some(one.remedy.must_sink))))
        })
        .text(of.keys, |one| match one.remedy.keys.as_slice() {
            [] if one.remedy.must_sink.get() == 0 => of.not_needed.to_owned(),
            [] if one.joins() => of.pays_nothing_today.to_owned(),
            [] => of.none.to_owned(),
            keys => language.alternatives(
                &keys.iter().map(|key| criteria::key(language, *key, false)).collect::<Vec<_>>(),
            ),
        })
        .figures(RemedySide::others_carry.heading(language), |one| {
            Cell::or_empty((!one.joins()).then_some(Cell::Amount(Some(one.remedy.others_carry))))
        });
    let rows = by_alternative(blocked.iter().map(|one| (one.alternative, columns.row(RowKind::Body, &one))));
    let caption = if net { of.caption_remedies_net } else { of.caption_remedies };
    let notes = [Some(of.note_remedies), are_several(blocked).then_some(of.note_singly)];
    columns.table(caption, rows, notes.into_iter().flatten().map(str::to_owned))
}

/// Only of those whose förbund is known on both sides.
fn kanslier(compared: &Compared<'_>, blocked: &[Blocked<'_>], net: bool) -> Option<Table> {
    let language = compared.language;
    let of = words::labels(language);
    let known = blocked.iter().filter_map(|one| Some((one, one.remedy.insatser.as_ref()?)));
    let known: Vec<(&Blocked<'_>, &KansliRemedy)> = known.collect();
    if known.is_empty() {
        return None;
    }
    let columns = Columns::new()
        .text(of.party, |(one, _): &(&Blocked<'_>, &KansliRemedy)| compared.name(one.party))
        .figures(KansliRemedy::per_inhabitant_before.heading(language), |(_, of)| of.per_inhabitant_before)
        .figures(KansliRemedy::per_inhabitant_after.heading(language), |(_, of)| of.per_inhabitant_after)
        .figures(KansliRemedy::kansli_after.heading(language), |(_, of)| Cell::Amount(Some(of.kansli_after)))
        .figures(KansliRemedy::must_cost_less.heading(language), |(_, of)| {
            Cell::Amount(Some(of.must_cost_less))
        })
        .text(of.splits, |(one, remedy)| match remedy.splits.as_slice() {
            _ if !one.shares_kansli => Cell::Empty,
            [] if remedy.must_cost_less.get() == 0 => of.not_needed.into(),
            [] => of.none.into(),
            splits => language
                .alternatives(&splits.iter().map(|split| words::split(language, *split)).collect::<Vec<_>>())
                .into(),
        });
    let rows = known.iter().map(|one| (one.0.alternative, columns.row(RowKind::Body, one)));
    let rows = by_alternative(rows);
    let caption = if net { of.caption_kanslier_net } else { of.caption_kanslier };
    Some(columns.table(caption, rows, [of.note_kanslier.to_owned()]))
}

/// Whether several block one alternative, so that what helps one may be at another's expense.
fn are_several(blocked: &[Blocked<'_>]) -> bool {
    blocked.windows(2).any(|pair| pair[0].alternative == pair[1].alternative)
}

impl Blocked<'_> {
    /// Whether it pays for the first time, so that no key can leave it at what it pays today.
    fn joins(&self) -> bool {
        self.remedy.contribution_before == Kronor::ZERO && self.remedy.contribution_after > Kronor::ZERO
    }
}

/// Rows with the alternative they are of above them.
fn by_alternative<'run>(rows: impl Iterator<Item = (&'run str, Row)>) -> Vec<Row> {
    let mut grouped = Vec::new();
    let mut last = None;
    for (alternative, row) in rows {
        if last != Some(alternative) {
            grouped.push(Row::heading(alternative));
            last = Some(alternative);
        }
        grouped.push(row);
    }
    grouped
}
