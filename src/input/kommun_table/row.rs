//! A row of the table as a kommun, every cell that matters checked.

use std::collections::HashMap;

use csv::ByteRecord;
use rust_decimal::Decimal;

use super::regions::{Origin, Regions};
use super::{TableReader, start, text};
use crate::diagnostic::{Diagnostic, TableProblem};
use crate::input::kommun_columns::Column;
use crate::input::marks::Level;
use crate::input::number::{self, NumberError};
use crate::model::figures::{Figures, KommunFigures};
use crate::model::kommun::{Kommun, Kommunkod};
use crate::model::name::canonical;

/// The places of a row's code and name, for rows that stand twice.
pub(super) struct CellPosition {
    start: usize,
    field: usize,
}

impl TableReader<'_> {
    pub(super) fn kommun(
        &mut self,
        record: &ByteRecord,
        regions: &mut Regions,
        codes: &mut HashMap<Kommunkod, CellPosition>,
        names: &mut HashMap<String, CellPosition>,
    ) -> Option<(Kommun, KommunFigures)> {
        let kommunkod = self.kommunkod(record);
        let name = self.text_cell(record, Column::Kommun);
        let befolkning_16_64 = self.inhabitants(record, Column::Befolkning);
        let forsorjningsmatt = self.forsorjningsmatt(record);
        let folkmangd = match self.columns.position(Column::Folkmangd) {
            Some(position) if !text(&record[position]).trim().is_empty() => {
                Some(self.inhabitants(record, Column::Folkmangd)?)
            }
            // All inhabitants are optional: it is for the key that needs them to miss them.
            _ => None,
        };
        let region = match regions.origin() {
            Origin::Column(column, _) => {
                self.text_cell(record, column).map(|written| regions.of_cell(written, start(record)))
            }
            Origin::Kommunkod => kommunkod.map(|kommunkod| regions.of_kommunkod(kommunkod)),
        };
        let (kommunkod, name, region) = (kommunkod?, name?, region?);
        let place = |column| CellPosition {
            start: start(record),
            field: self.columns.position(column).expect("a required column"),
        };
        let (code_place, name_place) = (place(Column::Kommunkod), place(Column::Kommun));
        if let Some(first) = codes.get(&kommunkod) {
            let problem = TableProblem::KommunkodTwice { kommunkod: kommunkod.to_string() };
            self.report_twice(problem, &code_place, first);
        } else {
            codes.insert(kommunkod, code_place);
        }
        let plain_name = canonical(&name);
        if let Some(first) = names.get(&plain_name) {
            self.report_twice(TableProblem::KommunNameTwice { kommun: name.clone() }, &name_place, first);
        } else {
            names.insert(plain_name, name_place);
        }
        let (befolkning_16_64, forsorjningsmatt) = (befolkning_16_64?, forsorjningsmatt?);
        let figures = KommunFigures { befolkning_16_64, forsorjningsmatt, folkmangd };
        Some((Kommun { kommunkod, name, region }, figures))
    }

    fn kommunkod(&mut self, record: &ByteRecord) -> Option<Kommunkod> {
        let position = self.columns.position(Column::Kommunkod)?;
        let written = text(&record[position]).trim().to_owned();
        let mut kommunkod = Kommunkod::parse(&written);
        // What finsam wrote had four digits: no guess is needed to know which one a spreadsheet took away.
        if kommunkod.is_none() && self.level(record) == Some(Level::Kommun) {
            kommunkod = Kommunkod::parse(&format!("{written:0>4}")).filter(|_| written.len() == 3);
            self.restored_zeros += usize::from(kommunkod.is_some());
        }
        if kommunkod.is_none() {
            let problem = if written.is_empty() {
                TableProblem::CellEmpty { column: self.columns.name(position) }
            } else {
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
            let problem = TableProblem::CellEmpty { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
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
            let problem = TableProblem::CellNotWhole { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        if whole.is_some_and(|whole| whole > Figures::MOST_INHABITANTS) {
            let problem = TableProblem::CellTooLarge { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        whole
    }

    fn forsorjningsmatt(&mut self, record: &ByteRecord) -> Option<Decimal> {
        let position = self.columns.position(Column::Forsorjningsmatt)?;
        let number = self.number(record, position)?;
        if number.scale() > Figures::MOST_DECIMALS || number > Decimal::from(Figures::MOST_INHABITANTS) {
            let problem = TableProblem::CellTooLarge { column: self.columns.name(position) };
            self.report_cell(problem, record, position);
            return None;
        }
        Some(number)
    }

    /// A number that is not negative.
    fn number(&mut self, record: &ByteRecord, position: usize) -> Option<Decimal> {
        let written = text(&record[position]);
        let column = || self.columns.name(position);
        let problem = match number::decimal(written) {
            Ok(number) if number.is_sign_negative() && !number.is_zero() => {
                TableProblem::CellNegative { column: column() }
            }
            Ok(number) => return Some(number),
            Err(_) if written.trim().is_empty() => TableProblem::CellEmpty { column: column() },
            Err(NumberError::NotANumber) => TableProblem::CellNotANumber { column: column() },
            Err(NumberError::TooLarge) => TableProblem::CellTooLarge { column: column() },
        };
        self.report_cell(problem, record, position);
        None
    }

    fn report_twice(&mut self, problem: TableProblem, place: &CellPosition, first: &CellPosition) {
        self.failed = true;
        let diagnostic = Diagnostic::at(problem, self.source, self.field(place.start, place.field));
        self.diagnostics.push(diagnostic.and(self.source, self.field(first.start, first.field)));
    }
}
