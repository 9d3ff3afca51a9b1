//! What tables say of insatser.

use crate::diagnostic::Label;
use crate::model::kronor::Kronor;

/// What tables say of insatser.
#[derive(Debug)]
pub struct InsatserTable {
    /// Each insats, in the order in which they begin.
    pub insatser: Vec<TableInsats>,
    /// The results in the order of their columns.
    pub kinds: Vec<String>,
    /// What was read.
    pub sheets: Vec<SheetRead>,
    /// Rows that are the sum of all insatser, and were passed over.
    pub totals: usize,
    /// Lines below a table that say something of it, and were passed over.
    pub notes: usize,
    /// Headings of columns that hold nothing that is read.
    pub left_out: Vec<String>,
    /// Where persons were made of percentages, how many more or fewer they can be in a row.
    pub off: Option<u64>,
    /// Whether the percentages are of those who ended; else of the participants.
    pub is_of_ended: bool,
}

/// A sheet that was read.
#[derive(Debug)]
pub struct SheetRead {
    /// The path of its file, with the name of the sheet in a workbook.
    pub name: String,
    /// Rows that are of an insats.
    pub rows: usize,
}

/// What tables say of an insats. Texts and amounts are there with the place where they stand.
#[derive(Debug)]
pub struct TableInsats {
    /// Where its name stands first.
    pub place: Label,
    /// Its name.
    pub name: String,
    /// The förbund that pays for it.
    pub forbund: Option<(String, Label)>,
    /// The kommun that it is in.
    pub ort: Option<(String, Label)>,
    /// Whom it is for.
    pub malgrupp: Option<(String, Label)>,
    /// Where the figures come from.
    pub source: Option<(String, Label)>,
    /// What it costs, kr a year.
    pub kostnad: Option<Kronor>,
    /// How many can take part at once.
    pub platser: Option<u64>,
    /// How many take part in a year.
    pub deltagare: Option<u64>,
    /// How many of them ended it in the year.
    pub avslutade: Option<u64>,
    /// How many had each result.
    pub resultat: Vec<(String, u64)>,
    /// The rows that were added up.
    pub rows: usize,
}
