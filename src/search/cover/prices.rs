//! Prices of kommuner, förbund and of those of today, and what they prove.

use std::ops::ControlFlow;

use super::super::kommun_set::KommunSet;
use super::column::Column;
use super::covering::{Cover, TIES};
use super::linear::{Labelled, Programme, Shape};

/// Parts in which the order of groupings is priced.
pub(super) const PARTS: i64 = 1 << 10;
/// By how much a column must be worth more than its prices to be taken into the programme: less is rounding.
const NEAR: i64 = PARTS / 32;
/// More than that nothing need take off the bound; sums of as many as there are kommuner fit into 64 bits.
const MOST_OVER: i64 = 1 << 56;
/// Rounds of pricing, and steps of one programme: enough for what is searched, and an end where floating point has none.
const MOST_ROUNDS: usize = 400;
const MOST_STEPS: usize = 20_000;
/// Rounds after which there is an end if none has made the bound better.
const MOST_IN_VAIN: usize = 30;
/// Columns that are taken into the programme in a round, for each lowest kommun.
const TAKEN: usize = 6;
/// Columns that a programme begins with where prices of something like it are known, for each lowest kommun.
const BEGUN_WITH: usize = 20;

/// Prices, in parts of what decides the order.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    kommun: Vec<i64>,
    forbund: i64,
    today: Vec<i64>,
    staying: i64,
}

impl Prices {
    /// The best prices that are found for groupings of so many förbund. Those of something like it, if there are any, tell
    /// which columns to begin with.
    pub(super) fn of(
        cover: &Cover<'_>,
        number: usize,
        near: Option<&Self>,
        watch: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Self {
        let shape = Shape {
            kommuner: cover.kommuner,
            today: cover.today.len(),
            number,
            least_stay: cover.least_stay(),
        };
        let worths = || cover.columns.iter().map(|column| cover.worth(column));
        let (least, most) = (worths().min().unwrap_or(0), worths().max().unwrap_or(0));
        let range = i128::from(most) - i128::from(least) + i128::from(TIES);
        let penalty = float(range * i128::from(TIES));
        let mut programme = Programme::new(shape, penalty);
        if let Some(near) = near {
            near.begin(cover, &mut programme, least);
        }
        let mut best: Option<(i128, Self)> = None;
        let mut in_vain = 0;
        for _ in 0..MOST_ROUNDS {
            let found = programme.prices(MOST_STEPS);
            // The worths of columns are all shifted by the least one, so that few digits are lost.
            let mut prices = Self::rounded(cover, &found);
            let fresh = prices.raise(cover, &mut programme, &found, least);
            let bound = prices.bound(cover, number);
            in_vain += 1;
            if best.as_ref().is_none_or(|(known, _)| bound < *known) {
                best = Some((bound, prices));
                in_vain = 0;
            }
            if fresh == 0 || in_vain == MOST_IN_VAIN || watch().is_break() {
                break;
            }
        }
        best.expect("a round was made").1
    }

    fn rounded(cover: &Cover<'_>, found: &[f64]) -> Self {
        let (kommuner, today) = (cover.kommuner, cover.today.len());
        let prices: Vec<i64> = found.iter().map(|price| parts(*price)).collect();
        Self {
            kommun: prices[..kommuner].to_vec(),
            forbund: 0,
            today: prices[kommuner + 1..][..today].iter().map(|price| (*price).max(0)).collect(),
            staying: if cover.least_stay() == 0 { 0 } else { -prices[kommuner + 1 + today].min(0) },
        }
    }

    /// Sets the price of a förbund such that no column is worth more than its prices, and takes those that are worth the
    /// most into the programme. How many are new.
    fn raise(&mut self, cover: &Cover<'_>, programme: &mut Programme, found: &[f64], least: i64) -> usize {
        let of_forbund =
            parts(found[cover.kommuner]) + i64::try_from(i128::from(least) * i128::from(PARTS)).unwrap_or(0);
        let mut taken = Taken::of_most(TAKEN, cover);
        self.forbund = i64::MIN;
        for column in cover.columns {
            let worth_more = self.worth(cover, column) - self.cost(column);
            self.forbund = self.forbund.max(worth_more);
            if worth_more > of_forbund + NEAR {
                taken.show(worth_more, column);
            }
        }
        self.add(taken, cover, programme, least)
    }

    /// Takes the columns into the programme that are worth the most beside these prices.
    fn begin(&self, cover: &Cover<'_>, programme: &mut Programme, least: i64) {
        let mut taken = Taken::of_most(BEGUN_WITH, cover);
        for column in cover.columns {
            taken.show(self.worth(cover, column) - self.cost(column), column);
        }
        self.add(taken, cover, programme, least);
    }

    fn add(&self, taken: Taken<'_>, cover: &Cover<'_>, programme: &mut Programme, least: i64) -> usize {
        let mut fresh = 0;
        for (_, column) in taken.of_lowest.into_iter().flatten() {
            let (today, stay) = self.label(cover, column.set);
            let worth = float(i128::from(cover.worth(column)) - i128::from(least) + i128::from(stay));
            programme.add(Labelled { set: column.set, today, stay, worth });
            fresh += 1;
        }
        fresh
    }

    /// The same with the least price of a förbund at which no column is worth more than its prices.
    pub(super) fn raised(&self, cover: &Cover<'_>) -> Self {
        let more = cover.columns.iter().map(|column| self.worth(cover, column) - self.cost(column)).max();
        Self { forbund: more.unwrap_or(0), ..self.clone() }
    }

    /// The förbund of today that a new one is best matched with at these prices, and how many kommuner stay then.
    fn label(&self, cover: &Cover<'_>, set: KommunSet) -> (Option<usize>, u32) {
        let mut best = (0, None, 0);
        for (at, today) in cover.today.iter().enumerate() {
            let stay = set.common(*today).count();
            let gain = i64::from(stay) * (PARTS + self.staying) - self.today[at];
            if gain > best.0 {
                best = (gain, Some(at), stay);
            }
        }
        (best.1, best.2)
    }

    /// What a column is worth at most, with the kommuner that stay as they are priced.
    fn worth(&self, cover: &Cover<'_>, column: &Column) -> i64 {
        let stays = cover.today.iter().zip(&self.today).map(|(today, price)| {
            i64::from(column.set.common(*today).count()) * (PARTS + self.staying) - price
        });
        cover.worth(column) * PARTS + stays.max().unwrap_or(0).max(0)
    }

    fn cost(&self, column: &Column) -> i64 {
        column.set.iter().map(|kommun| self.kommun[kommun]).sum()
    }

    /// What a column takes off the bound.
    pub(super) fn over(&self, cover: &Cover<'_>, column: &Column) -> i64 {
        (self.cost(column) + self.forbund - self.worth(cover, column)).min(MOST_OVER)
    }

    /// What groupings of so many förbund are worth at most, beside what their number adds.
    pub(super) fn bound(&self, cover: &Cover<'_>, number: usize) -> i128 {
        let kommuner: i128 = self.kommun.iter().map(|price| i128::from(*price)).sum();
        let today: i128 = self.today.iter().map(|price| i128::from(*price)).sum();
        let number = i128::try_from(number).expect("few förbund");
        let all = i128::try_from(cover.kommuner).expect("few kommuner");
        kommuner + number * i128::from(self.forbund) + today
            - i128::from(self.staying) * i128::from(cover.least_stay())
            - all * i128::from(PARTS)
    }
}

/// For each lowest kommun the columns that are worth most.
struct Taken<'run> {
    most: usize,
    of_lowest: Vec<Vec<(i64, &'run Column)>>,
}

impl<'run> Taken<'run> {
    fn of_most(most: usize, cover: &Cover<'_>) -> Self {
        Self { most, of_lowest: vec![Vec::new(); cover.kommuner] }
    }

    fn show(&mut self, worth: i64, column: &'run Column) {
        let of = &mut self.of_lowest[column.set.lowest().expect("a kommun of a förbund")];
        if of.len() < self.most || of[self.most - 1].0 < worth {
            let place = of.partition_point(|(known, _)| *known >= worth);
            of.insert(place, (worth, column));
            of.truncate(self.most);
        }
    }
}

/// A price in parts.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "any whole number is a valid price"
)]
#[expect(clippy::cast_precision_loss, reason = "any whole number is a valid price")]
fn parts(price: f64) -> i64 {
    (price * PARTS as f64).clamp(-1e15, 1e15) as i64
}

#[expect(clippy::cast_precision_loss, reason = "whatever prices come out, what is proved with them is exact")]
fn float(number: i128) -> f64 {
    number as f64
}
