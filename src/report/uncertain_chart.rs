//! Charts of what is uncertain as values: what a figure hinges on, and how outcomes spread.

use rust_decimal::Decimal;

use crate::drawing::chart::{
    Band, Chart as Drawn, Interval, Line, LineChart, Matrix, Measure, Paint, Spread, Swing, Tornado,
};
use crate::drawing::colour::Colour;
use crate::drawing::shape::Fill;
use crate::model::kronor::Kronor;
use crate::report::words::chart as words;
use crate::report::words::period::Period;
use crate::report::words::{risk, uncertain};
use crate::text::language::Language;
use crate::text::number;

/// What is in a chart of what is uncertain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Uncertain {
    /// What a figure hinges on, in units of so many decimals.
    Tornado {
        /// The figure with all numbers as they stand.
        base: i64,
        /// The decimals of all figures.
        decimals: u32,
        /// The numbers, the widest first.
        rows: Vec<TornadoRow>,
    },
    /// How the outcomes of alternatives spread, kr.
    Spread(Vec<SpreadRow>),
    /// How often one alternative leaves more than another.
    Matrix {
        /// Today and the alternatives.
        names: Vec<String>,
        /// A row for each: its share of draws against each, in hundredths of a percent; none against itself.
        shares: Vec<Vec<Option<u16>>>,
    },
    /// How the outcomes of an alternative spread year by year, kr.
    Fan {
        /// The years.
        years: Vec<i64>,
        /// The quantiles of 5, 25, 50, 75 and 95 percent, each for all years.
        quantiles: [Vec<i64>; 5],
        /// Amounts that the scale reaches too: those of the other alternatives.
        reach: Vec<i64>,
    },
}

/// What a number does to a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TornadoRow {
    /// The number.
    pub name: String,
    /// From where to where it goes.
    pub range: String,
    /// The figure at its low and at its high; none where it cannot be computed.
    pub ends: [Option<i64>; 2],
    /// The value at which the figure changes its sign; empty for none.
    pub turns: String,
}

/// How the outcomes of an alternative spread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SpreadRow {
    /// The alternative.
    pub name: String,
    /// How often it leaves less than today.
    pub note: String,
    /// The quantiles of 5, 25, 50, 75 and 95 percent, kr.
    pub quantiles: [i64; 5],
}

/// What is around a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Frame<'chart> {
    pub(super) title: &'chart str,
    pub(super) description: &'chart str,
    pub(super) unit: &'chart str,
    pub(super) period: Period,
}

impl Uncertain {
    pub(super) fn with_drawn<Answer>(
        &self,
        frame: Frame<'_>,
        language: Language,
        answer: impl FnOnce(&dyn Drawn) -> Answer,
    ) -> Answer {
        let Frame { title, description, unit, period } = frame;
        let whole = |amount: i64| number::whole(language, amount);
        let signed = |amount: i64| number::signed(language, Decimal::from(amount));
        let in_millions = |amount: i64, decimals| number::in_unit(Kronor::new(amount), 1_000_000, decimals);
        let millions = |amount: i64| number::decimal(language, in_millions(amount, 6).normalize());
        let signed_millions = |amount: i64| number::signed(language, in_millions(amount, 2));
        match self {
            Self::Tornado { base, decimals, rows } => {
                let labels = uncertain::labels(language);
                let figure = |amount: i64| number::signed(language, Decimal::new(amount, *decimals));
                // At the axis without what is the same in all.
                let tick =
                    |amount: i64| number::decimal(language, Decimal::new(amount, *decimals).normalize());
                answer(&Tornado {
                    title,
                    description,
                    measure: Measure { unit, tick: &tick, figure: &figure },
                    base: *base,
                    base_name: labels.as_they_stand,
                    low: labels.bar_at_low,
                    high: labels.bar_at_high,
                    unknown: words::unknown(language),
                    heading: if rows.iter().any(|row| !row.turns.is_empty()) { labels.turns } else { "" },
                    rows: rows
                        .iter()
                        .map(|row| Swing {
                            name: &row.name,
                            note: &row.range,
                            ends: row.ends,
                            beside: &row.turns,
                        })
                        .collect(),
                })
            }
            Self::Spread(rows) => {
                let labels = risk::labels(language);
                answer(&Spread {
                    title,
                    description,
                    measure: Measure { unit, tick: &whole, figure: &signed },
                    zero: &words::as_today(language, period),
                    keys: [labels.nine_of_ten, labels.half, labels.middle],
                    heading: labels.middle_short,
                    rows: rows
                        .iter()
                        .map(|row| Interval { name: &row.name, note: &row.note, quantiles: row.quantiles })
                        .collect(),
                })
            }
            Self::Matrix { names, shares } => answer(&Matrix {
                title,
                description,
                columns: unit,
                names: names.iter().map(String::as_str).collect(),
                shares: shares.clone(),
                figure: &risk::percent,
            }),
            Self::Fan { years, quantiles, reach } => {
                let labels = risk::labels(language);
                let [lowest, low, middle, high, highest] = quantiles;
                let light = |share| Fill::plain(Colour::WHITE.mixed(Paint::PLAIN.fill.colour, share));
                let band = |low: &Vec<i64>, high: &Vec<i64>, share| Band {
                    low: low.clone(),
                    high: high.clone(),
                    fill: light(share),
                };
                let line =
                    |name, amounts: &Vec<i64>| Line { name, amounts: amounts.clone(), paint: Paint::PLAIN };
                answer(&LineChart {
                    title,
                    description,
                    measure: Measure { unit, tick: &millions, figure: &signed_millions },
                    steps: years.iter().map(ToString::to_string).collect(),
                    lines: vec![
                        line(labels.middle_short, middle),
                        line(labels.one_in_twenty_above, highest),
                        line(labels.one_in_twenty_below, lowest),
                    ],
                    bands: vec![band(lowest, highest, 35), band(low, high, 85)],
                    reach: reach.clone(),
                })
            }
        }
    }
}
