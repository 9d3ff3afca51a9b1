//! How numbers are drawn: blocks of draws, number by number, each rounded to the smallest unit of its number.

use rust_decimal::Decimal;

use super::generator::Stream;
use super::normal::{deviate, probability};
use crate::analysis::sensitivity::varying::Varying;
use crate::input::uncertain::{Spread, bounds};

/// How all numbers are drawn.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    samplers: Vec<Sampler>,
    factors: Vec<Stream>,
}

/// How one number is drawn.
#[derive(Clone, Debug)]
pub(super) struct Sampler {
    stream: Stream,
    shape: Shape,
    /// The least and the most that it can be, in its smallest unit.
    bounds: [f64; 2],
    decimals: u32,
    correlated: Option<Correlated>,
}

/// How a number moves with others.
#[derive(Clone, Copy, Debug)]
struct Correlated {
    /// The factor that they share.
    factor: usize,
    /// What the factor and what the number's own deviate count.
    weights: [f64; 2],
}

/// A distribution, in the smallest unit of the number.
#[derive(Clone, PartialEq, Debug)]
enum Shape {
    Uniform { low: f64, width: f64 },
    Triangular { low: f64, high: f64, width: f64, below: f64 },
    Normal { mean: f64, sd: f64 },
    Relative { sd: f64 },
    Values(Vec<f64>),
}

/// So many draws of every number, number by number: of a relative one its deviation in parts, else its value in its
/// smallest unit.
#[derive(Clone, Default, Debug)]
pub(super) struct Block {
    /// The first draw.
    pub(super) first: u64,
    /// How many draws.
    pub(super) draws: usize,
    /// A column per number.
    pub(super) columns: Vec<Vec<f64>>,
    factors: Vec<Vec<f64>>,
}

impl Drawing {
    /// How these numbers are drawn with a seed.
    pub(super) fn new(varying: &[Varying], seed: u64) -> Self {
        let count = varying.len() as u64;
        let mut factors: Vec<usize> =
            varying.iter().filter(|one| !one.correlation.is_zero()).map(|one| one.factor).collect();
        factors.sort_unstable();
        factors.dedup();
        let sampler = |(place, one): (usize, &Varying)| {
            let factor = factors.binary_search(&one.factor).ok();
            Sampler::new(one, Stream::new(seed, place as u64), factor)
        };
        Self {
            samplers: varying.iter().enumerate().map(sampler).collect(),
            factors: (0..factors.len() as u64).map(|factor| Stream::new(seed, count + factor)).collect(),
        }
    }

    /// How each number is drawn.
    pub(super) fn samplers(&self) -> &[Sampler] {
        &self.samplers
    }

    /// Fills a block with draws from the `first` on.
    pub(super) fn fill(&self, first: u64, draws: usize, block: &mut Block) {
        (block.first, block.draws) = (first, draws);
        block.columns.resize_with(self.samplers.len(), Vec::new);
        block.factors.resize_with(self.factors.len(), Vec::new);
        for (stream, column) in self.factors.iter().zip(&mut block.factors) {
            column.clear();
            column.extend((first..).take(draws).map(|draw| deviate(stream.uniform(draw))));
        }
        for (sampler, column) in self.samplers.iter().zip(&mut block.columns) {
            column.clear();
            sampler.fill(first, draws, &block.factors, column);
        }
    }
}

impl Sampler {
    fn new(varying: &Varying, stream: Stream, factor: Option<usize>) -> Self {
        let decimals = varying.what().decimals();
        let units = |number: Decimal| units(number, decimals);
        let shape = match &varying.spread {
            Spread::Uniform { low, high } => {
                Shape::Uniform { low: units(*low), width: units(*high) - units(*low) }
            }
            Spread::Triangular { low, mode, high } => {
                let [low, mode, high] = [low, mode, high].map(|end| units(*end));
                let width = high - low;
                Shape::Triangular { low, high, width, below: mode - low }
            }
            Spread::Normal { mean, sd } => Shape::Normal { mean: units(*mean), sd: units(*sd) },
            Spread::Relative { sd } => Shape::Relative { sd: float(*sd) },
            Spread::Values(values) => Shape::Values(values.iter().map(|value| units(*value)).collect()),
        };
        let correlation = float(varying.correlation);
        let weights = [correlation.sqrt(), (1.0 - correlation).sqrt()];
        let correlated = factor.filter(|_| correlation > 0.0).map(|factor| Correlated { factor, weights });
        Self { stream, shape, bounds: bounds(varying.what()).map(units), decimals, correlated }
    }

    /// Appends draws from the `first` on.
    fn fill(&self, first: u64, draws: usize, factors: &[Vec<f64>], column: &mut Vec<f64>) {
        let uniform = (first..).take(draws).map(|draw| self.stream.uniform(draw));
        let is_normal = matches!(self.shape, Shape::Normal { .. } | Shape::Relative { .. });
        match self.correlated {
            None if is_normal => column.extend(uniform.map(deviate)),
            None => column.extend(uniform),
            Some(Correlated { factor, weights: [shared, own] }) => {
                let together =
                    uniform.zip(&factors[factor]).map(|(u, factor)| shared * factor + own * deviate(u));
                if is_normal {
                    column.extend(together);
                } else {
                    // The uniform number that belongs to the deviate.
                    column.extend(together.map(probability));
                }
            }
        }
        let [least, most] = self.bounds;
        match &self.shape {
            Shape::Uniform { low, width } => {
                for u in column {
                    *u = (low + *u * width).round();
                }
            }
            Shape::Triangular { low, high, width, below } => {
                for u in column {
                    let value = if *u * width < *below {
                        low + (*u * width * below).sqrt()
                    } else {
                        high - ((1.0 - *u) * width * (width - below)).sqrt()
                    };
                    *u = value.round();
                }
            }
            Shape::Normal { mean, sd } => {
                for z in column {
                    *z = (mean + *z * sd).round().clamp(least, most);
                }
            }
            Shape::Relative { sd } => {
                for z in column {
                    *z *= sd;
                }
            }
            Shape::Values(values) => {
                for u in column {
                    // Below the number of values, as `u` is below 1.
                    *u = values[place(*u, values.len())];
                }
            }
        }
    }

    /// Whether draws are deviations in parts of the number.
    pub(super) fn is_relative(&self) -> bool {
        matches!(self.shape, Shape::Relative { .. })
    }

    /// A draw in the smallest unit of the number, of which `now` is as it stands.
    #[inline]
    pub(super) fn value(&self, drawn: f64, now: f64) -> f64 {
        if !self.is_relative() {
            return drawn;
        }
        let [least, most] = self.bounds;
        (now + now.abs() * drawn).round().clamp(least, most)
    }

    /// A number in its smallest unit, with what is left of it.
    pub(super) fn units(&self, number: Decimal) -> f64 {
        units(number, self.decimals)
    }

    /// A number of whole units as it is written.
    #[expect(clippy::cast_possible_truncation, reason = "values are whole and within their bounds")]
    pub(super) fn decimal(&self, units: f64) -> Decimal {
        Decimal::from_i128_with_scale(units as i128, self.decimals)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
#[inline]
fn place(uniform: f64, count: usize) -> usize {
    ((uniform * count as f64) as usize).min(count - 1)
}

/// A decimal in units of its last decimals.
fn units(number: Decimal, decimals: u32) -> f64 {
    let scaled = number.checked_mul(Decimal::from(10_u64.pow(decimals)));
    float(scaled.unwrap_or(number))
}

/// The double nearest to a decimal of few digits: both parts of the quotient are whole.
#[expect(clippy::cast_precision_loss, reason = "digits beyond the 15th are below every smallest unit")]
pub(super) fn float(number: Decimal) -> f64 {
    number.mantissa() as f64 / 10_u128.pow(number.scale()) as f64
}
