//! What several sheets are built of: a page to write on, and the formulas of the rounding rules.

use super::book::{Cell, Kind, Sheet, Value};
use super::formula::{Area, Formula, Place, count, sum, sum_product};
use rust_decimal::Decimal;

/// A sheet that is being written, with its place in the workbook.
pub(super) struct Page {
    pub(super) sheet: Sheet,
    pub(super) number: usize,
}

impl Page {
    pub(super) fn at(&self, row: u32, column: u16) -> Place {
        Place { sheet: self.number, row, column }
    }

    pub(super) fn put(&mut self, row: u32, column: u16, cell: Cell) {
        self.sheet.put(self.at(row, column), cell);
    }

    pub(super) fn text(&mut self, row: u32, column: u16, kind: Kind, text: &str) {
        self.put(row, column, Cell::text(kind, text));
    }

    /// The caption of a table, and the headings below it.
    pub(super) fn table(&mut self, row: u32, caption: &str, headings: &[(u16, &str)]) {
        self.text(row, 0, Kind::Caption, caption);
        // The band of the headings has no holes, though some columns may stand empty.
        let printed =
            headings.iter().map(|(column, _)| *column).filter(|&column| column < self.sheet.printed_columns);
        for column in 0..=printed.max().unwrap_or(0) {
            self.text(row + 1, column, Kind::Heading, "");
        }
        for (column, heading) in headings {
            self.text(row + 1, *column, Kind::Heading, heading);
        }
    }
}

/// What is left of an exact amount above its whole kronor.
pub(super) fn remainder(exact: impl Into<Formula>) -> Formula {
    let exact = exact.into().settled();
    (exact.clone() - exact.floor()).settled()
}

/// A remainder that decides for itself against equal ones: the earlier in order comes first. The step is far below the
/// sixth decimal, however many there are, and far above what binary numbers lose.
pub(super) fn in_order(remainder: Formula, order: Formula) -> Formula {
    let step = Formula::Number(Decimal::from_i128_with_scale(1, 12));
    remainder - order * step
}

/// One more krona for those whose remainder is among the largest: as many as there are kronor `left`.
pub(super) fn one_more(remainder: Place, remainders: Area, left: impl Into<Formula>) -> Formula {
    let larger = sum_product(Formula::from(remainders).more(remainder) * 1);
    Formula::whole(1).when(larger.less(left), 0)
}

/// A quota of a sum by weight; alike where every weight is nought, as [`crate::model::rounding`] does.
pub(super) fn quota(sum: impl Into<Formula>, weight: Place, weights: Area) -> Formula {
    let (whole, all) = (sum.into(), self::sum([weights]));
    let alike = whole.clone() / i64::from(weights.rows);
    alike.when(all.clone().equals(0), whole * weight / all).settled()
}

/// The sum where all are known, else nothing.
pub(super) fn sum_if_known(parts: &[Formula], known: i64) -> Formula {
    sum(parts.iter().cloned()).when(count(parts.iter().cloned()).at_least(known), "")
}

/// A formula where all of these cells are known, else nothing.
pub(super) fn if_known(cells: &[Place], formula: impl Into<Formula>) -> Formula {
    let known = i64::try_from(cells.len()).expect("a count");
    formula.into().when(count(cells.iter().copied()).at_least(known), "")
}

/// A quotient with some decimals, a half away from zero; nothing where the divisor is nought.
pub(super) fn quotient(part: impl Into<Formula>, whole: impl Into<Formula>, decimals: u32) -> Formula {
    let (factor, whole) = (10_i64.pow(decimals), whole.into());
    // Whole numbers are divided first, so that a half is a half.
    let shifted = (part.into() * factor / whole.clone()).to_whole();
    Formula::from("").when(whole.equals(0), shifted / factor)
}

/// A decimal of whole units.
pub(super) fn of_units(units: u64, decimals: u32) -> Value {
    Decimal::try_from_i128_with_scale(i128::from(units), decimals).map_or(Value::Error, Value::Decimal)
}
