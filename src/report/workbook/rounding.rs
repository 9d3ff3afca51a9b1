//! The rounding rules of the model as formulas.

use rust_decimal::Decimal;

use super::book::{Cell, Kind};
use super::formula::{Area, CellAddress, Formula, count, sum, sum_product};

/// What is left of an exact amount above its whole kronor.
pub(super) fn remainder(exact: impl Into<Formula>) -> Formula {
    let exact = exact.into().without_noise();
    (exact.clone() - exact.floor()).without_noise()
}

/// A remainder that decides for itself against equal ones: the earlier in order comes first. The step is far below the
/// sixth decimal, however many there are, and far above what binary numbers lose.
pub(super) fn in_order(remainder: Formula, order: impl Into<Formula>) -> Formula {
    let step = Formula::Number(Decimal::from_i128_with_scale(1, 12));
    remainder - order.into() * step
}

/// One more krona for those whose remainder is among the largest: as many as there are kronor `left`.
pub(super) fn one_more(remainder: CellAddress, remainders: Area, left: impl Into<Formula>) -> Formula {
    let larger = sum_product(Formula::from(remainders).more(remainder) * 1);
    Formula::whole(1).when(larger.less(left), 0)
}

/// A step on the way, to six decimals.
pub(super) fn step(formula: impl Into<Formula>) -> Cell {
    Cell::working(Kind::Decimals(6), formula)
}

/// What one of those who share a sum gets of it, by largest remainder.
pub(super) struct Claim {
    /// Its exact amount, and its remainder.
    pub(super) own: [CellAddress; 2],
    /// Those of all who may share.
    pub(super) all: Vec<[Area; 2]>,
    /// Which of these share with it, if not all do.
    pub(super) mates: Option<Formula>,
    /// Whether it shares at all, if that can change.
    pub(super) shares: Option<Formula>,
}

impl Claim {
    fn where_it_shares(&self, formula: Formula, otherwise: impl Into<Formula>) -> Formula {
        match &self.shares {
            Some(shares) => formula.when(shares.clone(), otherwise),
            None => formula,
        }
    }

    /// The cell of its exact amount.
    pub(super) fn exact(&self, amount: Formula) -> Cell {
        step(self.where_it_shares(amount.without_noise(), 0))
    }

    /// The cell of its remainder; of equal ones the first in order counts as the largest.
    pub(super) fn remainder(&self, order: impl Into<Formula>) -> Cell {
        step(self.where_it_shares(in_order(remainder(self.own[0]), order), -1))
    }

    /// Its whole kronor of a sum, or `otherwise` where it does not share.
    pub(super) fn whole(&self, sum: impl Into<Formula>, otherwise: impl Into<Formula>) -> Formula {
        let [exact, rest] = self.own;
        let of_all = |each: &dyn Fn(&[Area; 2]) -> Formula| {
            self.all.iter().map(each).reduce(|one, other| one + other).expect("one column at least")
        };
        let floors = of_all(&|[exact, _]| Formula::from(*exact).floor());
        let larger = of_all(&|[_, rests]| Formula::from(*rests).more(rest));
        let [floors, larger] = match &self.mates {
            Some(mates) => [mates.clone() * floors, mates.clone() * larger],
            None => [floors, larger * 1],
        };
        let left = sum.into() - sum_product(floors);
        let more = Formula::whole(1).when(sum_product(larger).less(left), 0);
        self.where_it_shares(Formula::from(exact).floor() + more, otherwise)
    }
}

/// A quota of a sum by weight; alike where every weight is zero, as [`crate::model::rounding`] does.
pub(super) fn quota(sum: impl Into<Formula>, weight: CellAddress, weights: Area) -> Formula {
    let (whole, all) = (sum.into(), self::sum([weights]));
    let alike = whole.clone() / i64::from(weights.rows);
    alike.when(all.clone().equals(0), whole * weight / all)
}

/// A formula where all of these are known, else nothing.
pub(super) fn if_known<Part: Into<Formula> + Clone>(parts: &[Part], formula: impl Into<Formula>) -> Formula {
    let known = i64::try_from(parts.len()).expect("a count");
    formula.into().when(count(parts.iter().cloned()).at_least(known), "")
}

/// A quotient with some decimals, a half away from zero; nothing where the divisor is zero.
pub(super) fn quotient(part: impl Into<Formula>, whole: impl Into<Formula>, decimals: u32) -> Formula {
    let (factor, whole) = (10_i64.pow(decimals), whole.into());
    // Whole numbers are divided first, so that a half is a half.
    let shifted = (part.into() * factor / whole.clone()).nearest_whole();
    Formula::from("").when(whole.equals(0), shifted / factor)
}

#[cfg(test)]
mod tests {
    use super::super::book::{Kind, Sheet, Workbook};
    use super::super::evaluate::{Evaluator, Scalar};
    use super::super::layout::Table;
    use super::*;

    /// What the formulas make of 100 kr that rows share by weight; rows of another group share with nobody here.
    fn shared(weights: &[(i64, i64)]) -> Vec<Scalar<'static>> {
        let table = Table::new(0, 0, weights.len());
        let mut sheet = Sheet::new("Blad".to_owned(), 5);
        for (row, (group, weight)) in weights.iter().enumerate() {
            let group_of_row = table.cell(row, 0);
            let claim = Claim {
                own: [table.cell(row, 2), table.cell(row, 3)],
                all: vec![[table.column(2), table.column(3)]],
                mates: Some(Formula::from(table.column(0)).equals(group_of_row)),
                shares: Some(Formula::from(group_of_row).more(0)),
            };
            let all: i64 = weights.iter().filter(|(of, _)| of == group).map(|(_, weight)| weight).sum();
            sheet.put(group_of_row, Cell::number(Kind::Count, *group));
            sheet.put(table.cell(row, 2), claim.exact(Formula::whole(100 * weight) / all));
            sheet.put(table.cell(row, 3), claim.remainder(Formula::RowNumber));
            sheet.put(table.cell(row, 4), step(claim.whole(100, "")));
        }
        let book = Workbook { title: String::new(), sheets: vec![sheet] };
        let evaluator = Evaluator::of(&book);
        let own =
            |value| if let Scalar::Number(kronor) = value { Scalar::Number(kronor) } else { Scalar::Blank };
        table.rows().map(|row| own(evaluator.at(table.cell(row, 4)))).collect()
    }

    #[test]
    fn the_largest_remainders_get_the_kronor_that_are_left_and_the_first_of_equal_ones() {
        let numbers =
            |kronor: &[f64]| kronor.iter().map(|kronor| Scalar::Number(*kronor)).collect::<Vec<_>>();
        assert_eq!(shared(&[(1, 1), (1, 1), (1, 1)]), numbers(&[34.0, 33.0, 33.0]));
        assert_eq!(shared(&[(1, 10), (1, 11), (1, 12)]), numbers(&[30.0, 33.0, 37.0]));
        assert_eq!(shared(&[(1, 1), (2, 5), (1, 1)]), numbers(&[50.0, 100.0, 50.0]));
    }

    #[test]
    fn who_does_not_share_gets_nothing_and_takes_nothing() {
        let kronor = shared(&[(1, 2), (0, 7), (1, 1)]);
        assert_eq!(kronor, [Scalar::Number(67.0), Scalar::Blank, Scalar::Number(33.0)]);
    }
}
