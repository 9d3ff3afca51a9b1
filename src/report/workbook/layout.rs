//! Where each figure of the workbook stands. Every sheet asks here, and nothing here knows a sheet.
//!
//! A sheet holds tables below each other. A figure stands in the row of what it is of, and in the column of what it is.

use super::formula::{self, Area, CellAddress, Formula, at_position};
use crate::model::allocation_base::Part;
use crate::model::baseline::{Baseline, Basis, Rest};
use crate::model::kommun::KommunId;

/// The sheets in their order: what is asked for stands first. The alternatives follow today.
pub(super) const COMPARISON: usize = 0;
pub(super) const CRITERIA: usize = 1;
pub(super) const ABOUT: usize = 2;
pub(super) const PARAMETERS: usize = 3;
pub(super) const KOMMUNER: usize = 4;
pub(super) const TODAY: usize = 5;

/// Columns of a sheet of today or of an alternative that are printed.
pub(super) const PRINTED: u16 = 15;
/// The first of its working columns.
const WORKING: u16 = 16;
/// Its column of amounts below the förbund: today, gross, net, each but the first with its change.
pub(super) const FIRST_AMOUNT: u16 = 5;

/// The columns of the parameters, and of today's förbund below them.
pub(super) mod parameter {
    pub(crate) const VALUE: u16 = 1;
    pub(crate) const UNIT: u16 = 2;
    pub(crate) const SOURCE: u16 = 3;
    pub(crate) const STATE: u16 = 4;
    pub(crate) const ABOVE: u16 = 5;
    pub(crate) const NUMBER: u16 = 7;
    /// The fördelningsnycklar that can be chosen, below each other.
    pub(crate) const KEYS: u16 = 8;
}

/// The columns of the sheet of the kommuner.
pub(super) mod table {
    pub(crate) const KOD: u16 = 0;
    pub(crate) const NAME: u16 = 1;
    pub(crate) const REGION: u16 = 2;
    pub(crate) const BEFOLKNING: u16 = 3;
    pub(crate) const MATT: u16 = 4;
    pub(crate) const TODAY: u16 = 5;
    pub(crate) const IN_REST: u16 = 6;
    pub(crate) const FOLKMANGD: u16 = 7;
    /// What the kommuner and the regions have agreed on as weights.
    pub(crate) const AGREED: [u16; 2] = [8, 9];
    pub(crate) const NUMBER: u16 = 11;
    pub(crate) const COUNTED: u16 = 12;
    pub(crate) const REGION_NUMBER: u16 = 13;
    /// The weights among kommuner and among regions.
    pub(crate) const WEIGHT: [u16; 2] = [14, 15];
    /// Step 0: of both parts the exact amount, its remainder, and the whole kronor.
    pub(crate) const EXACT: [u16; 2] = [16, 17];
    pub(crate) const REMAINDER: [u16; 2] = [18, 19];
    pub(crate) const DECIDED: [u16; 2] = [20, 21];
    /// The order of kommunkod, which decides ties in whatever order the rows stand.
    pub(crate) const ORDER: u16 = 22;
    /// What the table says of its columns: whether each is derived, and its source. Right of all else, and read by
    /// import.
    pub(crate) const MARKS: u16 = 23;
}

/// The columns of the förbund of a side.
pub(super) mod forbund {
    use super::WORKING;
    pub(crate) const NAME: u16 = 0;
    pub(crate) const NUMBER: u16 = 1;
    pub(crate) const MEMBERS: u16 = 2;
    pub(crate) const FIGURES: [u16; 2] = [4, 3];
    pub(crate) const BASE: u16 = 5;
    pub(crate) const PARTS: [u16; 2] = [6, 7];
    pub(crate) const STATE: u16 = 8;
    pub(crate) const REGION: u16 = 9;
    pub(crate) const KOMMUNER: u16 = 10;
    pub(crate) const TOTAL: u16 = 11;
    pub(crate) const KANSLI: u16 = 12;
    pub(crate) const INSATSER: u16 = 13;
    pub(crate) const PER_INHABITANT: u16 = 14;
    /// Whether a row is counted among the förbund.
    pub(crate) const COUNTS: u16 = WORKING;
    pub(crate) const EXACT_BASE: u16 = WORKING + 1;
    pub(crate) const EXACT_PARTS: [u16; 2] = [WORKING + 2, WORKING + 3];
    pub(crate) const EXACT: u16 = WORKING + 4;
    pub(crate) const REMAINDER: u16 = WORKING + 5;
    pub(crate) const PART_REMAINDERS: [u16; 2] = [WORKING + 6, WORKING + 7];
    pub(crate) const PARTS_LEFT: u16 = WORKING + 8;
}

/// The columns of what each kommun pays; those of its amounts follow from the side.
pub(super) mod kommun {
    use super::WORKING;
    pub(crate) const NAME: u16 = 0;
    pub(crate) const KOD: u16 = 1;
    pub(crate) const REGION: u16 = 2;
    pub(crate) const TODAY: u16 = 3;
    /// The förbund afterwards.
    pub(crate) const AFTER: u16 = 4;
    /// The number of the row that the kommun is in, zero for none.
    pub(crate) const NUMBER: u16 = WORKING;
    pub(crate) const FIGURES: [u16; 2] = [WORKING + 1, WORKING + 2];
    pub(crate) const DECIDED: [u16; 2] = [WORKING + 3, WORKING + 4];
    pub(crate) const COUNTED: u16 = WORKING + 5;
    pub(crate) const REGION_NUMBER: u16 = WORKING + 6;
    /// The numbers of the row and of the region in one.
    pub(crate) const CODE: u16 = WORKING + 7;
    /// The weights among kommuner and among regions.
    pub(crate) const WEIGHT: [u16; 2] = [WORKING + 8, WORKING + 9];
    /// Of each side the exact amount and its remainder.
    pub(crate) const STEPS: [[u16; 2]; 2] = [[WORKING + 10, WORKING + 11], [WORKING + 12, WORKING + 13]];
    /// Where the kommun stands on the sheet of the kommuner, counted from one.
    pub(crate) const POSITION: u16 = WORKING + 14;
}

/// The columns of what each region pays, and of the lines: its part of each row.
pub(super) mod region {
    use super::WORKING;
    pub(crate) const NAME: u16 = 0;
    pub(crate) const NUMBER: u16 = WORKING;
    /// Of a line: the region, the numbers of row and region in one, its kommuner in the row, and its weight.
    pub(crate) const LINE_REGION: u16 = 2;
    pub(crate) const LINE_CODE: u16 = WORKING;
    pub(crate) const LINE_NUMBER: u16 = WORKING + 1;
    pub(crate) const PRESENT: u16 = WORKING + 2;
    pub(crate) const WEIGHT: u16 = WORKING + 3;
    /// Of each side the exact amount and its remainder.
    pub(crate) const STEPS: [[u16; 2]; 2] = [[WORKING + 4, WORKING + 5], [WORKING + 6, WORKING + 7]];
}

/// The columns of the kanslier.
pub(super) mod kansli {
    use super::{FIRST_AMOUNT, WORKING};
    pub(crate) const LABEL: u16 = 0;
    pub(crate) const COST: u16 = FIRST_AMOUNT;
    pub(crate) const SOURCE: u16 = FIRST_AMOUNT + 1;
    pub(crate) const WEIGHT: u16 = WORKING;
    /// The exact amount and its remainder.
    pub(crate) const STEPS: [u16; 2] = [WORKING + 1, WORKING + 2];
}

/// A table: its caption, its headings, its rows, and most often a row of sums.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    sheet: usize,
    caption: u32,
    rows: u32,
}

impl Table {
    /// A table whose caption stands in a row of a sheet.
    pub(super) fn new(sheet: usize, caption: u32, rows: usize) -> Self {
        Self { sheet, caption, rows: row_number(rows) }
    }

    fn place(self, row: u32, column: u16) -> CellAddress {
        CellAddress { sheet: self.sheet, row, column }
    }

    pub(super) fn caption(self) -> CellAddress {
        self.place(self.caption, 0)
    }

    pub(super) fn heading(self, column: u16) -> CellAddress {
        self.place(self.caption + 1, column)
    }

    /// A cell by its row, from zero.
    pub(super) fn cell(self, row: usize, column: u16) -> CellAddress {
        self.place(self.caption + 2 + row_number(row), column)
    }

    /// The cells of a column in some rows.
    pub(super) fn cells(self, first: usize, rows: usize, column: u16) -> Area {
        self.cell(first, column).area(row_number(rows), 1)
    }

    /// The cells of a column in all rows.
    pub(super) fn column(self, column: u16) -> Area {
        self.cell(0, column).area(self.rows, 1)
    }

    /// Its headings and rows, so many columns of them.
    pub(super) fn with_headings(self, columns: u16) -> Area {
        self.heading(0).area(self.rows + 1, columns)
    }

    /// The sum below a column.
    pub(super) fn total(self, column: u16) -> CellAddress {
        self.place(self.caption + 2 + self.rows, column)
    }

    /// Its rows.
    pub(super) fn rows(self) -> std::ops::Range<usize> {
        0..self.rows as usize
    }

    /// The caption of the table below it, when so many rows lie between.
    pub(super) fn next(self, between: u32) -> u32 {
        self.total(0).row + between
    }
}

fn row_number(number: usize) -> u32 {
    u32::try_from(number).expect("fewer rows than a sheet has")
}

/// Where the figures of today or of an alternative stand.
#[derive(Clone, Debug)]
pub(super) struct SidePlaces {
    /// The names of the rows, each unlike the others.
    pub(super) labels: Vec<String>,
    /// The förbund of today, or of gross and net.
    pub(super) forbund: Vec<Table>,
    pub(super) kommuner: Table,
    pub(super) regions: Table,
    /// The net rates.
    pub(super) rates: Option<Table>,
    /// The regions' parts of each row, row by row.
    pub(super) lines: Table,
    /// What kanslier cost; the last table, as long as it gets.
    pub(super) kansli: Table,
}

impl SidePlaces {
    pub(super) fn new(
        sheet: usize,
        sides: usize,
        labels: Vec<String>,
        kommuner: usize,
        regions: usize,
    ) -> Self {
        let mut next = 3;
        let mut take = |rows: usize, between: u32| {
            let table = Table::new(sheet, next, rows);
            next = table.next(between);
            table
        };
        Self {
            forbund: (0..sides).map(|_| take(labels.len(), 3)).collect(),
            kommuner: take(kommuner, 2),
            regions: take(regions, 2),
            rates: (sides > 1).then(|| take(6, 1)),
            lines: take(labels.len() * regions, 1),
            kansli: take(0, 0),
            labels,
        }
    }

    /// The number of förbund of a side, outside ones not counted.
    pub(super) fn count(&self, side: usize) -> CellAddress {
        self.forbund[side].total(forbund::COUNTS)
    }

    /// The names of the rows.
    pub(super) fn label_area(&self) -> Area {
        self.forbund[0].column(forbund::NAME)
    }

    /// Their numbers.
    pub(super) fn number_area(&self) -> Area {
        self.forbund[0].column(forbund::NUMBER)
    }
}

/// Where the figures of the kommuner stand.
#[derive(Clone, Debug)]
pub(super) struct KommunPlaces {
    /// The kommuner of the sheet in the order in which they are written: the inquiry's own first. Who opens the workbook
    /// may sort them, so every other sheet looks them up by kommunkod.
    pub(super) kommuner: Vec<KommunId>,
    pub(super) table: Table,
}

impl KommunPlaces {
    pub(super) fn new(kommuner: Vec<KommunId>) -> Self {
        Self { table: Table::new(KOMMUNER, 1, kommuner.len()), kommuner }
    }

    /// The position of the kommun whose code a cell holds.
    pub(super) fn position(&self, code: CellAddress) -> Formula {
        formula::position(code, self.table.column(table::KOD))
    }

    /// A figure of the kommun at a position.
    pub(super) fn at(&self, position: CellAddress, column: u16) -> Formula {
        at_position(self.table.column(column), position)
    }
}

/// The column of försörjningsmått or of inhabitants on the sheet of the kommuner.
pub(super) fn figure(part: Part) -> u16 {
    [table::MATT, table::BEFOLKNING][part as usize]
}

/// Whose parts a key divides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KeyOf {
    Kommuner,
    Regions,
}

/// The parameters below their headings, in the order in which they are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParameterPlaces {
    pub(super) given: Table,
    country: bool,
    /// What the parameters make today.
    pub(super) made: Table,
    pub(super) forbund: Table,
}

const FUNDING: usize = 3;
const KEYS: usize = 6;
const COUNTRY: usize = 8;

impl ParameterPlaces {
    pub(super) fn new(baseline: &Baseline) -> Self {
        let country = baseline.parameters.country.is_some();
        let has_sums = matches!(baseline.basis, Basis::National { rest: Rest::Sums { .. }, .. });
        let rows = COUNTRY + [country, has_sums].into_iter().filter(|is_there| *is_there).count() * 2;
        let given = Table::new(PARAMETERS, 2, rows);
        let made = Table::new(PARAMETERS, given.next(1), 6);
        let below = if country { made.next(1) } else { made.caption };
        Self { given, country, made, forbund: Table::new(PARAMETERS, below, baseline.forbund.len()) }
    }

    fn given(self, row: usize) -> CellAddress {
        self.given.cell(row, parameter::VALUE)
    }

    pub(super) fn base_grant(self) -> CellAddress {
        self.given(0)
    }

    pub(super) fn weight(self, part: Part) -> CellAddress {
        self.given(1 + part as usize)
    }

    /// The share of state, region and kommuner, in that order.
    pub(super) fn funding(self) -> [CellAddress; 3] {
        [0, 1, 2].map(|party| self.given(FUNDING + party))
    }

    /// The key of the kommuner, or of the regions.
    pub(super) fn key(self, of: KeyOf) -> CellAddress {
        self.given(KEYS + of as usize)
    }

    /// The names of the keys that can be chosen, so many of them.
    pub(super) fn keys(self, count: usize) -> Area {
        self.given.cells(0, count, parameter::KEYS)
    }

    /// The appropriation and the number of other förbund, if they are known.
    pub(super) fn country(self) -> Option<[CellAddress; 2]> {
        self.country.then(|| [0, 1].map(|row| self.given(COUNTRY + row)))
    }

    /// The sum of the rest of the country, where it was given as sums.
    pub(super) fn rest(self, part: Part) -> Option<CellAddress> {
        let row = COUNTRY + 2 + part as usize;
        self.given.rows().contains(&row).then(|| self.given(row))
    }

    fn made(self, row: usize) -> CellAddress {
        self.made.cell(row, parameter::VALUE)
    }

    pub(super) fn pot(self) -> CellAddress {
        self.made(1)
    }

    pub(super) fn country_sum(self, part: Part) -> CellAddress {
        self.made(2 + part as usize)
    }

    pub(super) fn rate(self, part: Part) -> CellAddress {
        self.made(4 + part as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_stand_below_each_other_and_never_in_each_other() {
        let labels = vec!["A".to_owned(), "B".to_owned()];
        for sides in [1, 2] {
            let places = SidePlaces::new(TODAY, sides, labels.clone(), 5, 3);
            let mut tables = places.forbund.clone();
            tables.extend([places.kommuner, places.regions]);
            tables.extend(places.rates);
            tables.extend([places.lines, places.kansli]);
            for pair in tables.windows(2) {
                assert!(pair[0].total(0).row < pair[1].caption().row, "{pair:?}");
            }
            assert_eq!(places.lines.rows(), 0..6);
            assert_eq!(places.rates.is_some(), sides == 2);
        }
    }

    #[test]
    fn a_cell_is_named_by_its_table_row_and_column() {
        let table = Table::new(TODAY, 3, 2);
        let names =
            [table.caption(), table.heading(1), table.cell(1, 1), table.total(1)].map(CellAddress::name);
        assert_eq!(names, ["A4", "B5", "B7", "B8"]);
        assert_eq!((table.column(2).first, table.column(2).last()), (table.cell(0, 2), table.cell(1, 2)));
        assert_eq!(table.next(1), 8);
    }
}
