//! Tables with a row for each party and a column for each alternative.

use super::columns::Columns;
use super::document::{Cell, RowKind, Table};
use super::words::boards as words;
use crate::analysis::stance::PartyKind;
use crate::text::label::labels;
use crate::text::language::Language;

/// What is said of a party.
pub(super) struct OfParty {
    kind: PartyKind,
    party: String,
    cell: Cell,
}

/// What is said of the parties in an alternative.
pub(super) struct OfAlternative {
    /// What the alternative is called.
    pub(super) name: String,
    /// Each party of which something is said.
    pub(super) parties: Vec<OfParty>,
    /// All of them together.
    pub(super) sum: Cell,
}

impl OfParty {
    /// What stands in the row of a party.
    pub(super) fn of(kind: PartyKind, party: &str, cell: Cell) -> Self {
        Self { kind, party: party.to_owned(), cell }
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.kind, &self.party) == (other.kind, &other.party)
    }
}

/// The table with the sum of all parties below them; `absent` stands where nothing is said of a party.
pub(super) fn table(all: &[OfAlternative], caption: String, absent: &Cell, language: Language) -> Table {
    let mut parties: Vec<&OfParty> = Vec::new();
    for party in all.iter().flat_map(|one| &one.parties) {
        if parties.iter().all(|known| !known.is_same(party)) {
            parties.push(party);
        }
    }
    // Kommuner, regions, the state's parties; those that only an alternative has among their like.
    parties.sort_by_key(|party| party.kind as u8);
    // The row below the last party is their sum.
    let name = |&row: &usize| parties.get(row).map_or(labels(language).sum, |party| &party.party).to_owned();
    let columns = Columns::new().text(words::labels(language).party, name);
    let columns = columns.each(all, |columns, one| {
        let parties = &parties;
        columns.figures(&one.name, move |&row| match parties.get(row) {
            None => one.sum.clone(),
            Some(party) => {
                let there = one.parties.iter().find(|other| other.is_same(party));
                there.map_or(absent, |there| &there.cell).clone()
            }
        })
    });
    let mut rows = columns.rows(0..parties.len());
    rows.push(columns.row(RowKind::Total, &parties.len()));
    columns.table(caption, rows, None)
}
