//! Prices by linear programming: the revised simplex method on columns that are added as they are needed.
//!
//! Floating point is good enough here, since whatever comes out is rounded to prices, and any prices are a valid bound.
#![expect(clippy::float_arithmetic, reason = "whatever prices come out, what is proved with them is exact")]

use super::super::kommun_set::KommunSet;

/// A column of the programme: a förbund with the one of today that it is matched with, if any.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Labelled {
    pub(super) set: KommunSet,
    pub(super) today: Option<usize>,
    /// How many of its kommuner stay with that one.
    pub(super) stay: u32,
    /// What it is worth, with those that stay.
    pub(super) worth: f64,
}

/// The sizes of a programme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) kommuner: usize,
    pub(super) today: usize,
    /// How many förbund there are to be.
    pub(super) number: usize,
    /// How many kommuner must stay.
    pub(super) least_stay: u32,
}

impl Shape {
    fn rows(&self) -> usize {
        self.kommuner + self.today + 2
    }

    fn of_today(&self, today: usize) -> usize {
        self.kommuner + 1 + today
    }

    fn of_stay(&self) -> usize {
        self.kommuner + self.today + 1
    }
}

/// The programme: each kommun in one förbund, so many förbund, each one of today's matched once at most, so many that stay.
pub(super) struct Programme {
    shape: Shape,
    /// What each row must come to, a little apart from each other so that no step stands still.
    wanted: Vec<f64>,
    columns: Vec<Labelled>,
    /// What the lack of a row costs, above all that columns can be worth.
    penalty: f64,
}

/// What is in the basis.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Chosen {
    Column(usize),
    /// What a row lacks.
    Lack,
    /// What a row has left.
    Left(usize),
}

/// What is less is taken for nothing.
const SMALL: f64 = 1e-9;
/// The least gain for which the basis is changed: a hundredth of a kommun that has moved.
const LEAST_GAIN: f64 = 0.01;

impl Programme {
    pub(super) fn new(shape: Shape, penalty: f64) -> Self {
        let mut wanted = vec![1.0; shape.rows()];
        wanted[shape.kommuner] = count(shape.number);
        wanted[shape.of_stay()] = f64::from(shape.least_stay);
        for (row, wanted) in wanted.iter_mut().enumerate() {
            // Multiples of an irrational number, so that no two rows are apart by the same.
            *wanted += 1e-6 * (1.0 + (count(row + 1) * 0.618_033_988_749_895).fract());
        }
        Self { shape, wanted, columns: Vec::new(), penalty }
    }

    pub(super) fn add(&mut self, column: Labelled) {
        self.columns.push(column);
    }

    /// What the prices of a column's rows come to.
    pub(super) fn cost(&self, prices: &[f64], column: &Labelled) -> f64 {
        let rows = self.entries(column);
        rows.map(|(row, times)| prices[row] * times).sum()
    }

    fn entries(&self, column: &Labelled) -> impl Iterator<Item = (usize, f64)> + use<> {
        let shape = self.shape;
        let today = column.today.map(|today| (shape.of_today(today), 1.0));
        let stay = (column.stay > 0).then(|| (shape.of_stay(), f64::from(column.stay)));
        let kommuner = column.set.iter().map(|kommun| (kommun, 1.0));
        kommuner.chain([(shape.kommuner, 1.0)]).chain(today).chain(stay)
    }

    /// The prices of all rows, of kommuner, of a förbund, of today's, and of one that stays.
    pub(super) fn prices(&self, most_steps: usize) -> Vec<f64> {
        let rows = self.shape.rows();
        let is_bounded = |row: usize| row > self.shape.kommuner && row < self.shape.of_stay();
        let mut basis: Vec<Chosen> =
            (0..rows).map(|row| if is_bounded(row) { Chosen::Left(row) } else { Chosen::Lack }).collect();
        let mut inverse = vec![0.0; rows * rows];
        for row in 0..rows {
            inverse[row * rows + row] = 1.0;
        }
        let mut amounts = self.wanted.clone();
        let mut is_used = vec![false; self.columns.len()];
        let mut prices = vec![0.0; rows];
        for _ in 0..most_steps {
            prices.fill(0.0);
            for (row, chosen) in basis.iter().enumerate() {
                let worth = match chosen {
                    Chosen::Column(at) => self.columns[*at].worth,
                    Chosen::Lack => -self.penalty,
                    Chosen::Left(_) => 0.0,
                };
                if worth != 0.0 {
                    let of_row = &inverse[row * rows..][..rows];
                    prices.iter_mut().zip(of_row).for_each(|(price, one)| *price += worth * one);
                }
            }
            let Some((chosen, entries)) = self.entering(&prices, &is_used) else { break };
            let mut direction = vec![0.0; rows];
            for (at, times) in entries {
                for (row, one) in direction.iter_mut().enumerate() {
                    *one += inverse[row * rows + at] * times;
                }
            }
            let ratio = |row: &usize| amounts[*row] / direction[*row];
            let leaving = (0..rows).filter(|row| direction[*row] > SMALL);
            let Some(leaving) = leaving.min_by(|one, other| ratio(one).total_cmp(&ratio(other))) else {
                break;
            };
            let amount = ratio(&leaving);
            let pivot: Vec<f64> =
                inverse[leaving * rows..][..rows].iter().map(|one| one / direction[leaving]).collect();
            for row in (0..rows).filter(|row| *row != leaving) {
                let times = direction[row];
                if times != 0.0 {
                    amounts[row] = (amounts[row] - times * amount).max(0.0);
                    let of_row = &mut inverse[row * rows..][..rows];
                    of_row.iter_mut().zip(&pivot).for_each(|(one, pivot)| *one -= times * pivot);
                }
            }
            inverse[leaving * rows..][..rows].copy_from_slice(&pivot);
            amounts[leaving] = amount;
            if let Chosen::Column(at) = basis[leaving] {
                is_used[at] = false;
            }
            if let Chosen::Column(at) = chosen {
                is_used[at] = true;
            }
            basis[leaving] = chosen;
        }
        prices
    }

    /// What is worth more than its prices, by most, with its entries.
    fn entering(&self, prices: &[f64], is_used: &[bool]) -> Option<(Chosen, Vec<(usize, f64)>)> {
        let gain = |column: &Labelled| column.worth - self.cost(prices, column);
        let columns = self.columns.iter().enumerate().filter(|(at, _)| !is_used[*at]);
        let columns = columns.map(|(at, column)| (gain(column), Chosen::Column(at)));
        // One of today's that is matched with none, and more that stay than must.
        let shape = self.shape;
        let left = (0..shape.today).map(|today| shape.of_today(today));
        let left = left.map(|row| (-prices[row], Chosen::Left(row)));
        let stay = (prices[shape.of_stay()], Chosen::Left(shape.of_stay()));
        let all = columns.chain(left).chain([stay]);
        let (gain, chosen) = all.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
        if gain <= LEAST_GAIN {
            return None;
        }
        let entries = match chosen {
            Chosen::Column(at) => self.entries(&self.columns[at]).collect(),
            Chosen::Left(row) if row == shape.of_stay() => vec![(row, -1.0)],
            Chosen::Left(row) => vec![(row, 1.0)],
            Chosen::Lack => Vec::new(),
        };
        Some((chosen, entries))
    }
}

/// A small number.
#[expect(clippy::cast_precision_loss, reason = "counts of kommuner and rows")]
fn count(number: usize) -> f64 {
    number as f64
}
