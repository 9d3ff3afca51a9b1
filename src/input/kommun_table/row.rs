//! A row of the table as a kommun, every cell that matters checked.

use std::collections::HashMap;

use csv::ByteRecord;
use rust_decimal::Decimal;

use super::cells::{start, text};
use super::open_table::OpenTable;
use super::regions::{Origin, Regions};
use crate::diagnostic::{Diagnostic, FileProblem, TableProblem};
use crate::input::kommun_columns::Column;
use crate::input::marks::Level;
use crate::input::number::{self, NumberError};
use crate::model::figures::{Figures, KommunFigures};
use crate::model::kommun::{Kommun, Kommunkod};
use crate::model::name::{LONGEST, canonical, is_too_long};

/// Where a cell stands: its record, and its position there.
#[derive(Clone, Copy)]
struct CellPosition {
    start: usize,
    field: usize,
}

/// The figures of a row; one that is left blank where the row of another year may have it is not known.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowFigures {
    pub(super) befolkning_16_64: Option<u64>,
    pub(super) forsorjningsmatt: Option<Decimal>,
    pub(super) folkmangd: Option<u64>,
}

impl RowFigures {
    /// All that the model needs, where it is known.
    pub(super) fn complete(self) -> Option<KommunFigures> {
        Some(KommunFigures {
            befolkning_16_64: self.befolkning_16_64?,
            forsorjningsmatt: self.forsorjningsmatt?,
            folkmangd: self.folkmangd,
        })
    }
}

/// The rows seen so far.
pub(super) struct KnownRows {
    /// The year that is read.
    pub(super) year: i64,
    /// Whether figures may be blank.
    pub(super) blanks_allowed: bool,
    /// Kommunkoder of a table of ours that a spreadsheet had taken the leading zero from.
    pub(super) restored_zeros: usize,
    pub(super) regions: Regions,
    codes: HashMap<(i64, Kommunkod), CellPosition>,
    names: HashMap<(i64, String), CellPosition>,
}

impl KnownRows {
    /// None, with the regions that rows can name.
    pub(super) fn new(regions: Regions) -> Self {
        Self {
            year: 0,
            blanks_allowed: false,
            restored_zeros: 0,
            regions,
            // As many as the country has.
            codes: HashMap::with_capacity(300),
            names: HashMap::with_capacity(300),
        }
    }
}

impl OpenTable<'_> {
    /// The kommun of a row with its figures; what is wrong with it is reported.
    pub(super) fn kommun(
        &mut self,
        record: &ByteRecord,
        known: &mut KnownRows,
    ) -> Option<(Kommun, RowFigures)> {
        let kommunkod = self.kommunkod(record, &mut known.restored_zeros);
        let name = self.text_cell(record, Column::Kommun);
        let is_open = |table: &Self, column| known.blanks_allowed && table.is_blank(record, column);
        let befolkning_16_64 = if is_open(self, Column::Befolkning) {
            Some(None)
        } else {
            self.inhabitants(record, Column::Befolkning).map(Some)
        };
        let forsorjningsmatt = if is_open(self, Column::Forsorjningsmatt) {
            Some(None)
        } else {
            self.forsorjningsmatt(record).map(Some)
        };
        let folkmangd = match self.columns.position(Column::Folkmangd) {
            Some(position) if !text(&record[position]).trim().is_empty() => {
                self.inhabitants(record, Column::Folkmangd).map(Some)
            }
            // All inhabitants are optional: it is for the key that needs them to miss them.
            _ => Some(None),
        };
        let regions = &mut known.regions;
        let region = match regions.origin() {
            Origin::Column(column, _) => {
                self.text_cell(record, column).map(|written| regions.of_cell(written, start(record)))
            }
            Origin::Kommunkod => kommunkod.map(|kommunkod| regions.of_kommunkod(kommunkod)),
        };
        let place = |column| CellPosition {
            start: start(record),
            field: self.columns.position(column).expect("a required column"),
        };
        let (code_place, name_place) = (place(Column::Kommunkod), place(Column::Kommun));
        if let Some(kommunkod) = kommunkod {
            let first = *known.codes.entry((known.year, kommunkod)).or_insert(code_place);
            let problem = || TableProblem::KommunkodTwice { kommunkod: kommunkod.to_string() };
            self.report_second(problem, code_place, first);
        }
        if let Some(name) = &name {
            let first = *known.names.entry((known.year, canonical(name))).or_insert(name_place);
            let problem = || TableProblem::KommunNameTwice { kommun: name.clone() };
            self.report_second(problem, name_place, first);
        }
        let (befolkning_16_64, forsorjningsmatt) = (befolkning_16_64?, forsorjningsmatt?);
        let figures = RowFigures { befolkning_16_64, forsorjningsmatt, folkmangd: folkmangd? };
        Some((Kommun { kommunkod: kommunkod?, name: name?, region: region?, part_of: None }, figures))
    }

    fn is_blank(&self, record: &ByteRecord, column: Column) -> bool {
        self.columns.position(column).is_some_and(|position| text(&record[position]).trim().is_empty())
    }

    fn kommunkod(&mut self, record: &ByteRecord, restored_zeros: &mut usize) -> Option<Kommunkod> {
        let position = self.columns.position(Column::Kommunkod)?;
        let written = text(&record[position]).trim().to_owned();
        let mut kommunkod = Kommunkod::parse(&written);
        // What finsam wrote had four digits: no guess is needed to know which one a spreadsheet took away.
        if kommunkod.is_none() && self.level(record) == Some(Level::Kommun) {
            kommunkod = Kommunkod::parse(&format!("{written:0>4}")).filter(|_| written.len() == 3);
            *restored_zeros += usize::from(kommunkod.is_some());
        }
        if kommunkod.is_none() {
            let problem = |column| {
                if written.is_empty() {
                    return TableProblem::CellEmpty { column };
                }
                // Spreadsheets take "0114" for a number and lose the zero.
                let lost_zero = Kommunkod::parse(&format!("0{written}")).map(|_| format!("0{written}"));
                TableProblem::KommunkodInvalid { lost_zero }
            };
            self.report_cell(problem, record, position);
        }
        kommunkod
    }

    fn text_cell(&mut self, record: &ByteRecord, column: Column) -> Option<String> {
        let position = self.columns.position(column)?;
        let written = text(&record[position]).trim();
        if written.is_empty() {
            self.report_cell(|column| TableProblem::CellEmpty { column }, record, position);
            return None;
        }
        if is_too_long(written) {
            self.report_cell(|_| FileProblem::NameTooLong { most: LONGEST }, record, position);
            return None;
        }
        Some(written.to_owned())
    }

    /// A whole number of inhabitants. A decimal point is refused even before zeros: "1.000" is one to some
    /// programs and a thousand to others.
    fn inhabitants(&mut self, record: &ByteRecord, column: Column) -> Option<u64> {
        let position = self.columns.position(column)?;
        let written = text(&record[position]).trim();
        if !written.is_empty() && written.len() < 10 && written.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(written.parse().expect("fewer than ten digits"));
        }
        let number = self.number(record, position)?;
        let whole = u64::try_from(number.mantissa()).ok().filter(|_| number.scale() == 0);
        if whole.is_none() || written.contains([',', '.']) {
            self.report_cell(|column| TableProblem::CellNotWhole { column }, record, position);
            return None;
        }
        if whole.is_some_and(|whole| whole > Figures::MOST_INHABITANTS) {
            self.report_cell(|column| TableProblem::CellTooLarge { column }, record, position);
            return None;
        }
        whole
    }

    fn forsorjningsmatt(&mut self, record: &ByteRecord) -> Option<Decimal> {
        let position = self.columns.position(Column::Forsorjningsmatt)?;
        let number = self.number(record, position)?;
        if number.scale() > Figures::MOST_DECIMALS || number > Decimal::from(Figures::MOST_INHABITANTS) {
            self.report_cell(|column| TableProblem::CellTooLarge { column }, record, position);
            return None;
        }
        Some(number)
    }

    /// A number that is not negative.
    fn number(&mut self, record: &ByteRecord, position: usize) -> Option<Decimal> {
        let written = text(&record[position]);
        let problem = match number::decimal(written) {
            Ok(number) if !number.is_sign_negative() || number.is_zero() => return Some(number),
            Ok(_) => |column| TableProblem::CellNegative { column },
            Err(_) if written.trim().is_empty() => |column| TableProblem::CellEmpty { column },
            Err(NumberError::NotANumber) => |column| TableProblem::CellNotANumber { column },
            Err(NumberError::TooLarge) => |column| TableProblem::CellTooLarge { column },
        };
        self.report_cell(problem, record, position);
        None
    }

    /// Reports a cell that says what the first one said in another row.
    fn report_second(
        &mut self,
        problem: impl FnOnce() -> TableProblem,
        place: CellPosition,
        first: CellPosition,
    ) {
        if first.start == place.start {
            return;
        }
        self.failed = true;
        let cells = self.cells;
        self.diagnostics.push_error(|| {
            let [place, first] = [place, first].map(|place| cells.field(place.start, place.field));
            Diagnostic::at(problem(), cells.source, place).and(cells.source, first)
        });
    }
}
