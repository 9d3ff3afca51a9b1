//! What a run says: of each alternative how its figures are spread, how often one leaves more than another, and who pays
//! more.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::sums::{FigureSums, Sums};

/// What all runs of the same alternatives have in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The alternatives.
    pub scenarios: Vec<Named>,
    /// The paths of the figures.
    pub metrics: Vec<String>,
    /// The one that alternatives are ranked by, by position.
    pub ranked: usize,
    /// How many draws were asked for.
    pub draws: u64,
    /// What they begin with.
    pub seed: u64,
    /// How many numbers vary.
    pub numbers: usize,
    /// The years of a path.
    pub years: Vec<i64>,
}

/// An alternative with its kommuner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Kommunkod and name of each, those in a förbund before or after.
    pub kommuner: Vec<(String, String)>,
}

/// The probabilities of the quantiles, in percent.
pub const QUANTILES: [u64; 5] = [5, 25, 50, 75, 95];

/// What a run says.
#[derive(Clone, PartialEq, Debug)]
pub struct Risk {
    /// What was asked.
    pub head: Head,
    /// Draws that count.
    pub draws: u64,
    /// Draws that could not be computed and are left out of all alternatives.
    pub left_out: u64,
    /// Each alternative.
    pub scenarios: Vec<ScenarioRisk>,
    /// How often today has each rank.
    pub today: Vec<f64>,
    /// How often the one in the row leaves more than the one in the column; today first.
    pub beats: Vec<Vec<f64>>,
}

/// How an alternative turns out.
#[derive(Clone, PartialEq, Debug)]
pub struct ScenarioRisk {
    /// Its figures.
    pub metrics: Vec<MetricRisk>,
    /// How often it has each rank, the first one first.
    pub ranks: Vec<f64>,
    /// How often each kommun pays more than today.
    pub pays_more: Vec<f64>,
}

/// How a figure is spread.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricRisk {
    /// Its mean, kr, with two decimals.
    pub mean: f64,
    /// Its standard deviation, kr, with two decimals.
    pub sd: f64,
    /// The standard error of the mean, kr, with two decimals.
    pub standard_error: f64,
    /// Its [`QUANTILES`], kr.
    pub quantiles: [i64; 5],
    /// Their standard errors, kr.
    pub quantile_errors: [f64; 5],
    /// How often it is below zero.
    pub below_zero: f64,
    /// How wide the bins are that the quantiles were found in, kr, where there were too many draws to keep.
    pub bin_width: Option<i64>,
}

/// The standard error of a share of so many draws.
#[must_use]
pub fn share_error(share: f64, draws: u64) -> f64 {
    if draws == 0 { 0.0 } else { (share * (1.0 - share) / float(draws)).sqrt() }
}

impl Risk {
    /// What the sums of a run come to.
    #[must_use]
    pub(super) fn of(head: Head, sums: &Sums) -> Self {
        let draws = sums.draws;
        let all = head.scenarios.len() + 1;
        let share = |count: &u64| if draws == 0 { 0.0 } else { float(*count) / float(draws) };
        let shares = |counts: &[u64]| counts.iter().map(share).collect::<Vec<f64>>();
        let mut pays_more = sums.pays_more.as_slice();
        let of_scenario = |(place, named): (usize, &Named)| {
            let figures = &sums.figures[place * head.metrics.len()..(place + 1) * head.metrics.len()];
            let (own, rest) = pays_more.split_at(named.kommuner.len());
            pays_more = rest;
            ScenarioRisk {
                metrics: figures.iter().map(|figure| MetricRisk::of(figure, draws)).collect(),
                ranks: shares(&sums.ranks[(place + 1) * all..(place + 2) * all]),
                pays_more: shares(own),
            }
        };
        Self {
            draws,
            left_out: sums.left_out,
            scenarios: head.scenarios.iter().enumerate().map(of_scenario).collect(),
            today: shares(&sums.ranks[..all]),
            beats: sums.beats.chunks(all).map(shares).collect(),
            head,
        }
    }

    /// Whether so few draws were made that the 5th and 95th percentiles rest on fewer than 50.
    #[must_use]
    pub fn has_few_draws(&self) -> bool {
        self.draws < 1_000
    }

    /// The pairs of which it cannot be told with so many draws which leaves more more often: today first.
    #[must_use]
    pub fn undecided(&self) -> Vec<[usize; 2]> {
        let all = self.beats.len();
        let pairs = (0..all).flat_map(|one| (one + 1..all).map(move |other| [one, other]));
        let is_undecided = |[one, other]: &[usize; 2]| {
            let (more, less) = (self.beats[*one][*other], self.beats[*other][*one]);
            let error = share_error(more, self.draws).max(share_error(less, self.draws));
            error > 0.0 && (more - less).abs() <= 4.0 * error
        };
        pairs.filter(is_undecided).collect()
    }
}

impl MetricRisk {
    fn of(sums: &FigureSums, draws: u64) -> Self {
        let bin_width = sums.values.width();
        if draws == 0 {
            let (quantiles, quantile_errors) = ([0; 5], [0.0; 5]);
            let (mean, sd, standard_error, below_zero) = (0.0, 0.0, 0.0, 0.0);
            return Self { mean, sd, standard_error, quantiles, quantile_errors, below_zero, bin_width };
        }
        let count = BigInt::from(draws);
        // Exactly, up to the root.
        let deviation = BigInt::from(sums.squares) * &count - BigInt::from(sums.sum).pow(2);
        let variance = if draws == 1 {
            0.0
        } else {
            BigRational::new(deviation, &count * (&count - 1)).to_f64().expect("a number of few digits")
        };
        let hundredths = |number: f64| (number * 100.0).round() / 100.0;
        let mean = BigRational::new(BigInt::from(sums.sum) * 100, count).round().to_integer();
        let ranks = QUANTILES.map(|percent| Ranks::of(percent, draws));
        let mut wanted: Vec<u64> =
            ranks.iter().flat_map(|ranks| [ranks.low, ranks.quantile, ranks.high]).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let values = sums.values.ranked(&wanted);
        let at = |rank: u64| values[wanted.binary_search(&rank).expect("asked for above")];
        Self {
            mean: mean.to_f64().expect("a number of few digits") / 100.0,
            sd: hundredths(variance.sqrt()),
            standard_error: hundredths((variance / float(draws)).sqrt()),
            quantiles: ranks.map(|ranks| at(ranks.quantile)),
            quantile_errors: ranks.map(|ranks| ranks.error(at(ranks.high) - at(ranks.low))),
            below_zero: float(sums.below_zero) / float(draws),
            bin_width,
        }
    }
}

/// Which draws, in order of size, a quantile and its standard error are read off.
#[derive(Clone, Copy)]
struct Ranks {
    low: u64,
    quantile: u64,
    high: u64,
    /// How many draws a standard error of the quantile is.
    error: f64,
}

impl Ranks {
    /// Two standard errors on either side: in the tails one spans so few draws that its width is mostly chance.
    fn of(percent: u64, draws: u64) -> Self {
        let rank = u128::from(draws) * u128::from(percent);
        let quantile = u64::try_from(rank.div_ceil(100)).expect("at most the draws").max(1);
        let share = float(percent) / 100.0;
        let error = (float(draws) * share * (1.0 - share)).sqrt();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the draws")]
        let away = (2.0 * error).ceil() as u64;
        let low = quantile.saturating_sub(away).max(1);
        Self { low, quantile, high: (quantile + away).min(draws), error }
    }

    /// The standard error of the quantile, where the values at the two ends lie so far apart: in proportion to the draws
    /// between them, which are fewer where few draws have no more below or above.
    #[expect(clippy::cast_precision_loss, reason = "few digits")]
    fn error(self, difference: i64) -> f64 {
        let hundredths = difference as f64 * 100.0 * self.error / float((self.high - self.low).max(1));
        hundredths.round() / 100.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts below 2⁵³")]
fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::Ranks;

    /// By hand: where the draws lie 10 kr apart, an error of so many draws is ten times as many kronor.
    #[test]
    fn the_error_of_a_quantile_is_that_of_its_rank_times_how_far_apart_draws_lie() {
        let error = |percent, draws| {
            let ranks = Ranks::of(percent, draws);
            let apart = i64::try_from(ranks.high - ranks.low).expect("few") * 10;
            ((ranks.low, ranks.quantile, ranks.high), ranks.error(apart))
        };
        // √(1 000 · ½ · ½) is 15.811; two of them are 31.6, so 32 draws on either side.
        assert_eq!(error(50, 1_000), ((468, 500, 532), 158.11));
        // √(40 · 0.05 · 0.95) is 1.378: below the second of forty there is only the first.
        assert_eq!(error(5, 40), ((1, 2, 5), 13.78));
        assert_eq!(error(95, 40), ((35, 38, 40), 13.78));
        // One draw says nothing of its error.
        assert_eq!(error(50, 1), ((1, 1, 1), 0.0));
    }
}
