//! What is kept of all draws: whole numbers that add up in any order.

use super::figures::{Asked, OfDraw};
use super::quantiles::{Bins, Values};

/// The sums of some draws.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sums {
    /// Draws that count.
    pub(super) draws: u64,
    /// Draws that could not be computed.
    pub(super) left_out: u64,
    /// Per alternative and figure.
    pub(super) figures: Vec<FigureSums>,
    /// Draws in which one leaves more than another: a row for each, today first, and a column for each.
    pub(super) beats: Vec<u64>,
    /// Draws in which each, today first, has each rank.
    pub(super) ranks: Vec<u64>,
    /// Draws in which a kommun pays more than today, per alternative and kommun.
    pub(super) pays_more: Vec<u64>,
}

/// The sums of a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct FigureSums {
    /// Of its values.
    pub(super) sum: i128,
    /// Of their squares.
    pub(super) squares: u128,
    /// How many are below zero.
    pub(super) below_zero: u64,
    /// The values.
    pub(super) values: Values,
}

impl Sums {
    /// None yet; with bins the values are only counted.
    pub(super) fn none(asked: &Asked, bins: Option<&[Bins]>) -> Self {
        let alternatives = asked.kommuner.len();
        let values =
            |place: usize| bins.map_or(Values::All(Vec::new()), |bins| Values::Binned(bins[place].clone()));
        let figure = |place| FigureSums { sum: 0, squares: 0, below_zero: 0, values: values(place) };
        Self {
            draws: 0,
            left_out: 0,
            figures: (0..alternatives * asked.figures.len()).map(figure).collect(),
            beats: vec![0; (alternatives + 1).pow(2)],
            ranks: vec![0; (alternatives + 1).pow(2)],
            pays_more: vec![0; asked.kommuner.iter().map(Vec::len).sum()],
        }
    }

    /// Adds a draw, or that one could not be computed.
    #[inline]
    pub(super) fn add(&mut self, asked: &Asked, draw: Option<&OfDraw>) {
        let Some(draw) = draw else {
            self.left_out += 1;
            return;
        };
        self.draws += 1;
        for (sums, &figure) in self.figures.iter_mut().zip(&draw.figures) {
            sums.sum += i128::from(figure);
            let size = u128::from(figure.unsigned_abs());
            sums.squares += size * size;
            sums.below_zero += u64::from(figure < 0);
            sums.values.add(figure);
        }
        let all = asked.kommuner.len() + 1;
        // Today's is the change of nothing.
        let ranked = |place: usize| match place.checked_sub(1) {
            None => 0,
            Some(alternative) => draw.figures[alternative * asked.figures.len() + asked.ranked],
        };
        for one in 0..all {
            let mut rank = 0;
            for other in 0..all {
                self.beats[one * all + other] += u64::from(ranked(one) > ranked(other));
                rank += usize::from(ranked(other) > ranked(one));
            }
            self.ranks[one * all + rank] += 1;
        }
        for (count, more) in self.pays_more.iter_mut().zip(&draw.pays_more) {
            *count += u64::from(*more);
        }
    }

    /// Adds those of other draws.
    pub(super) fn append(&mut self, other: Self) {
        self.draws += other.draws;
        self.left_out += other.left_out;
        for (sums, other) in self.figures.iter_mut().zip(other.figures) {
            sums.sum += other.sum;
            sums.squares += other.squares;
            sums.below_zero += other.below_zero;
            sums.values.append(other.values);
        }
        let counts = [
            (&mut self.beats, other.beats),
            (&mut self.ranks, other.ranks),
            (&mut self.pays_more, other.pays_more),
        ];
        for (counts, other) in counts {
            for (count, other) in counts.iter_mut().zip(other) {
                *count += other;
            }
        }
    }
}
