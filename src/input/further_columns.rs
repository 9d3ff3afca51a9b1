//! The columns of a kommun table that the model does not need: today's förbund, the place of a kommun, and the
//! indicators. They are read only when somebody asks for them, so that computing a scenario never waits for them.

use std::collections::HashSet;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use super::kommun_columns::Columns;
use super::names::plain_heading;
use super::number::{self, NumberError};
use crate::diagnostic::{FileProblem, Problem, TableProblem};
use crate::model::kommun::Kommunkod;
use crate::model::name::{LONGEST, is_too_long};

/// What the further columns say of the kommuner of a table, each list in order of kommunkod as in
/// [`crate::model::kommun::Kommuner`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FurtherColumns {
    /// Today's förbund of each kommun, none for one outside all; `None` without such a column.
    pub forbund: Option<Vec<Option<String>>>,
    /// Where each kommun lies; `None` without both of the columns.
    pub places: Option<Vec<Option<Degrees>>>,
    /// Every further numeric column, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// The ratios that the baseline asks for.
    pub ratios: Vec<Ratio>,
}

impl FurtherColumns {
    /// As if there were no columns of these names.
    pub(super) fn leave_out<'names>(&mut self, columns: impl Iterator<Item = &'names str>) {
        let mut indicators: HashSet<&str> = HashSet::new();
        for column in columns {
            match plain_heading(column).as_str() {
                "forbund" => self.forbund = None,
                "lat" | "lon" => self.places = None,
                _ => drop(indicators.insert(column)),
            }
        }
        self.indicators.retain(|indicator| !indicators.contains(indicator.name.as_str()));
    }
}

/// A place in degrees, WGS84.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Degrees {
    /// North of the equator.
    pub latitude: Decimal,
    /// East of Greenwich.
    pub longitude: Decimal,
}

/// A numeric column that finsam knows nothing of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Indicator {
    /// Its heading.
    pub name: String,
    /// The figure of each kommun, where it has one.
    pub values: Vec<Option<Decimal>>,
    /// What the kommuner of a förbund are weighted by.
    pub weight: IndicatorWeight,
}

/// A ratio of two columns: of several kommuner their sum in the one divided by their sum in the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ratio {
    /// Its name.
    pub name: String,
    /// The columns as they are written, that above the line first.
    pub columns: [String; 2],
    /// What is above the line.
    pub of: RatioColumn,
    /// What is below it.
    pub per: RatioColumn,
    /// What it is multiplied by.
    pub times: u32,
}

/// A column that a ratio is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RatioColumn {
    /// Inhabitants 16–64.
    Befolkning,
    /// All inhabitants.
    Folkmangd,
    /// Försörjningsmått.
    Forsorjningsmatt,
    /// A further column, with the figure of each kommun where it has one.
    Further(Vec<Option<Decimal>>),
}

/// What the kommuner of a förbund are weighted by where an indicator is stated for all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum IndicatorWeight {
    /// A mean by inhabitants 16–64.
    #[default]
    #[serde(rename = "befolkning_16_64")]
    Befolkning,
    /// A mean by all inhabitants.
    Folkmangd,
    /// A mean by försörjningsmått.
    Forsorjningsmatt,
    /// The mean of the kommuner, each counting alike.
    Lika,
    /// No mean: their sum.
    Summa,
    /// No mean: a ratio of sums.
    Kvot,
}

crate::catalogue::shapes! { Text: IndicatorWeight; }

/// Takes the rows of a table while they are read.
#[derive(Default, Debug)]
pub(super) struct Collector {
    rows: Vec<CollectedRow>,
}

#[derive(Debug)]
struct CollectedRow {
    kommunkod: Kommunkod,
    /// Where the row starts in the file.
    record: usize,
    /// In the order of [`Columns::further`].
    cells: Vec<Box<str>>,
}

/// What the collected rows say, and what is wrong with them.
#[derive(Default)]
pub(super) struct Collected {
    pub(super) columns: FurtherColumns,
    pub(super) faults: Vec<Fault>,
}

/// A cell that cannot be used.
pub(super) struct Fault {
    pub(super) record: usize,
    pub(super) position: usize,
    pub(super) problem: Problem,
}

impl Collector {
    /// How many rows were taken.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn take<'cells>(
        &mut self,
        kommunkod: Kommunkod,
        record: usize,
        cells: impl Iterator<Item = &'cells str>,
    ) {
        let cells = cells.map(|cell| cell.trim().into()).collect();
        self.rows.push(CollectedRow { kommunkod, record, cells });
    }

    pub(super) fn finish(mut self, columns: &Columns) -> Collected {
        self.rows.sort_by_key(|row| row.kommunkod);
        let mut found = Collected::default();
        let mut place = [None, None];
        for (number, &position) in columns.further.iter().enumerate() {
            let name = &columns.names[position];
            let column = Column { number, position, name };
            let plain = plain_heading(name);
            if plain.is_empty() {
                continue;
            }
            match plain.as_str() {
                "forbund" => {
                    let texts = self.texts(column, &mut found.faults);
                    let taken = found.columns.forbund.replace(texts).is_some();
                    self.refuse_second(taken, column, &mut found.faults);
                }
                "lat" | "lon" => {
                    let axis = usize::from(plain == "lon");
                    let limit = [90, 180][axis];
                    let degrees = self.degrees(column, Decimal::from(limit), &mut found.faults);
                    let taken = place[axis].replace(degrees).is_some();
                    self.refuse_second(taken, column, &mut found.faults);
                }
                _ => {
                    let values = self.indicator(column, &mut found.faults);
                    let values = values.map(|values| {
                        let weight = IndicatorWeight::default();
                        Indicator { name: name.clone(), values, weight }
                    });
                    found.columns.indicators.extend(values);
                }
            }
        }
        if let [Some(latitudes), Some(longitudes)] = place {
            let pairs = latitudes.into_iter().zip(longitudes);
            let places = pairs.map(|(latitude, longitude)| {
                latitude.zip(longitude).map(|(latitude, longitude)| Degrees { latitude, longitude })
            });
            found.columns.places = Some(places.collect());
        }
        found
    }

    fn refuse_second(&self, taken: bool, column: Column<'_>, faults: &mut Vec<Fault>) {
        if let (true, Some(first)) = (taken, self.rows.first()) {
            faults.push(column.fault(first, |column| TableProblem::ColumnTwice { column }));
        }
    }

    fn texts(&self, column: Column<'_>, faults: &mut Vec<Fault>) -> Vec<Option<String>> {
        let too_long = self.rows.iter().filter(|row| is_too_long(column.cell(row)));
        faults.extend(too_long.map(|row| column.fault(row, |_| FileProblem::NameTooLong { most: LONGEST })));
        let text = |row| Some(column.cell(row)).filter(|text| !is_nothing(text)).map(str::to_owned);
        self.rows.iter().map(text).collect()
    }

    fn degrees(&self, column: Column<'_>, limit: Decimal, faults: &mut Vec<Fault>) -> Vec<Option<Decimal>> {
        let mut degrees = self.numbers(column, faults);
        for (row, value) in self.rows.iter().zip(&mut degrees) {
            if value.is_some_and(|value| value.abs() > limit) {
                faults.push(column.fault(row, |column| TableProblem::CellTooLarge { column }));
                *value = None;
            }
        }
        degrees
    }

    /// The figures of a column where at least half of what is written is a number; then what is no number is an
    /// error. Else it is a column of texts, and ignored.
    fn indicator(&self, column: Column<'_>, faults: &mut Vec<Fault>) -> Option<Vec<Option<Decimal>>> {
        let written = || self.rows.iter().map(|row| column.cell(row)).filter(|cell| !is_nothing(cell));
        let numbers = written().filter(|cell| number::decimal(cell).is_ok()).count();
        if numbers == 0 || numbers * 2 < written().count() {
            return None;
        }
        Some(self.numbers(column, faults))
    }

    fn numbers(&self, column: Column<'_>, faults: &mut Vec<Fault>) -> Vec<Option<Decimal>> {
        let mut numbers = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let cell = column.cell(row);
            let number = number::decimal(cell);
            numbers.push(number.ok());
            match number {
                Err(NumberError::NotANumber) if !is_nothing(cell) => {
                    faults.push(column.fault(row, |column| TableProblem::CellNotANumber { column }));
                }
                Err(NumberError::TooLarge) => {
                    faults.push(column.fault(row, |column| TableProblem::CellTooLarge { column }));
                }
                _ => {}
            }
        }
        numbers
    }
}

/// A further column.
#[derive(Clone, Copy)]
struct Column<'names> {
    /// Which of the further columns.
    number: usize,
    /// Which of all columns.
    position: usize,
    name: &'names str,
}

impl Column<'_> {
    fn cell(self, row: &CollectedRow) -> &str {
        &row.cells[self.number]
    }

    fn fault<Of: Into<Problem>>(self, row: &CollectedRow, problem: impl FnOnce(String) -> Of) -> Fault {
        Fault { record: row.record, position: self.position, problem: problem(self.name.to_owned()).into() }
    }
}

/// How tables write that there is no figure: nothing, or the marks of SCB and Kolada.
fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "." | ".." | "…" | "-" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Diagnostics, Problem, Source};
    use crate::input::kommun_table::{WantedYear, read_further};
    use crate::text::language::Language;

    fn read(text: &str) -> Result<FurtherColumns, Vec<Problem>> {
        let source = Arc::new(Source::new("kommuner.csv".to_owned(), text.to_owned()));
        let mut diagnostics = Diagnostics::default();
        let read = read_further(&source, &WantedYear::Latest, &mut diagnostics);
        read.map(|(_, further)| further).ok_or_else(|| {
            diagnostics.iter().map(|diagnostic| diagnostic.problem.clone()).collect::<Vec<_>>()
        })
    }

    #[test]
    fn forbund_places_and_indicators_are_read_in_order_of_kommunkod() {
        let read = read(
            "kommunkod;kommun;befolkning_16_64;forsorjningsmatt;Förbund;Lat;Lon;Ohälsotal;Anteckning\n\
             0662;Gislaved;1;1;Finnveden;57,3;13,5;20,5;se\n0604;Aneby;1;1;–;;;..;12\n0617;Gnosjö;1;1;;1;2;3;x\n",
        );
        let decimal = |text: &str| Some(Decimal::from_str_exact(text).expect("a number"));
        let read = read.expect("a valid table");
        assert_eq!(read.forbund, Some(vec![None, None, Some("Finnveden".to_owned())]));
        let places = read.places.expect("both columns");
        assert_eq!((places[0], places[2].map(|place| place.latitude)), (None, decimal("57.3")));
        let indicator = Indicator {
            name: "Ohälsotal".to_owned(),
            values: vec![None, decimal("3"), decimal("20.5")],
            weight: IndicatorWeight::Befolkning,
        };
        assert_eq!(read.indicators, [indicator]);
    }

    #[test]
    fn a_cell_that_is_no_number_among_numbers_is_reported() {
        let head = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,ohalsotal,lat\n";
        let read = read(&format!("{head}0604,Aneby,10,1,tjugo,91\n0617,Gnosjö,10,1,3,57\n"));
        let column = "ohalsotal".to_owned();
        let expected = [
            Problem::Table(TableProblem::CellNotANumber { column }),
            Problem::Table(TableProblem::CellTooLarge { column: "lat".to_owned() }),
        ];
        assert_eq!(read, Err(expected.to_vec()));
    }

    #[test]
    fn all_that_is_wrong_with_a_row_is_reported() {
        let head = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,folkmangd,region\n";
        let read = read(&format!("{head}0604,Aneby,1,1,två,\n0604,,1,1,tre,R\n"));
        let problems = read.expect_err("everything is wrong");
        let codes: Vec<_> = problems.iter().map(|problem| problem.describe(Language::English).code).collect();
        let first = ["cell_not_a_number", "cell_empty"];
        let second = ["cell_empty", "cell_not_a_number", "kommunkod_twice"];
        assert_eq!(codes, [&first[..], &second].concat());
    }

    #[test]
    fn without_a_year_the_latest_is_read() {
        let head = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt,x\n";
        let read =
            read(&format!("{head}2020,0604,Aneby,1,1,5\n2021,0604,Aneby,1,1,7\n2019,0604,Aneby,1,1,3\n"));
        assert_eq!(read.expect("valid").indicators[0].values, [Some(Decimal::from(7))]);
    }
}
