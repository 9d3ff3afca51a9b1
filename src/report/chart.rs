//! Charts of a report as values: what they show, and how they are drawn in a width.

use rust_decimal::Decimal;

use super::uncertain_chart::{Frame, Uncertain};
use crate::drawing::chart::{
    Change, Chart as Drawn, Diverging, Dumbbell, Line, LineChart, Measure, Paint, Pair, Scatter, Spot, Step,
    Waterfall,
};
use crate::drawing::classes;
use crate::drawing::palette::{Style, styles};
use crate::drawing::shape::Drawing;
use crate::model::kronor::Kronor;
use crate::report::words::chart as words;
use crate::report::words::period::Period;
use crate::text::language::Language;
use crate::text::number;

/// A chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The same in words, for those who cannot see it.
    pub description: String,
    /// What its amounts are, with their unit.
    pub unit: String,
    /// Which time they are of.
    pub period: Period,
    /// What must be said below it.
    pub notes: Vec<String>,
    /// What is in it.
    pub content: Content,
}

/// Kinds of charts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// What alternatives change against today, kr.
    Changes(Vec<ChangeRow>),
    /// Before and after, hundredths of kr per inhabitant.
    Pairs {
        /// The rows in their order.
        rows: Vec<PairRow>,
        /// Whether a column says how many kr the change is, in place of amounts beside the marks.
        has_changes: bool,
    },
    /// From one amount to another, step by step.
    Waterfall(Vec<WaterfallStep>),
    /// How amounts go on over the years, kr.
    Years {
        /// The years.
        years: Vec<i64>,
        /// Each alternative.
        lines: Vec<YearsLine>,
    },
    /// What is uncertain.
    Uncertain(Uncertain),
    /// Two figures of each of some things; `unit` is what lies upwards.
    TradeOff {
        /// What lies across, with its unit.
        across: String,
        /// How the two are written, across and upwards.
        written: [Written; 2],
        /// The things, the most important ones first.
        points: Vec<TradeOffPoint>,
    },
}

/// How figures are written at an axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// Whole numbers.
    Whole,
    /// Kronor, in millions.
    Millions,
    /// Tenths, with their decimal.
    Tenths,
}

/// A thing with two figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TradeOffPoint {
    /// What it is called.
    pub name: String,
    /// The figure across, and the one upwards.
    pub at: [i64; 2],
    /// Whether it is what the others are compared with.
    pub is_today: bool,
    /// Whether it stands out among the others.
    pub is_marked: bool,
}

/// How the amount of an alternative goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct YearsLine {
    /// The alternative.
    pub name: String,
    /// Its amount in each year, kr.
    pub amounts: Vec<Kronor>,
}

/// What an alternative changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeRow {
    /// The alternative.
    pub name: String,
    /// The change, kr; none if it is not known.
    pub change: Option<Kronor>,
    /// The same after the national redistribution, where it is shown beside the other.
    pub net: Option<Kronor>,
}

impl ChangeRow {
    fn drawn(&self) -> Change<'_> {
        Change {
            name: &self.name,
            first: self.change.map(Kronor::get),
            second: self.net.map(Kronor::get),
            paint: Paint::PLAIN,
        }
    }
}

/// Something before and after.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PairRow {
    /// What it is.
    pub name: String,
    /// What is added to its name.
    pub note: String,
    /// Before, hundredths of kr per inhabitant; none if it was not there, or is not known.
    pub before: Option<i64>,
    /// After; none if it is not there, or is not known.
    pub after: Option<i64>,
    /// The change, kr.
    pub change: Option<Kronor>,
    /// The look of the förbund that it is about.
    pub style: Style,
}

/// A step of a waterfall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaterfallStep {
    /// Its label.
    pub label: String,
    /// The change, or the whole amount of a level, kr.
    pub amount: Kronor,
    /// Whether it is a level that the steps lead from or to.
    pub is_level: bool,
}

impl Chart {
    /// The chart in one drawing of this width.
    #[must_use]
    pub fn drawing(&self, language: Language, width: i64) -> Drawing {
        self.with_drawn(language, |drawn| drawn.draw(width))
    }

    /// The chart in as many drawings as it takes for none to be higher than `highest`, all on one scale. There is at
    /// least one.
    #[must_use]
    pub fn pages(&self, language: Language, width: i64, highest: i64) -> Vec<Drawing> {
        self.with_drawn(language, |drawn| drawn.pages(width, highest))
    }

    /// Whether it shows no difference at all, so that a sentence says it better.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.with_drawn(Language::default(), |drawn| drawn.says_nothing())
    }

    fn with_drawn<Answer>(&self, language: Language, answer: impl FnOnce(&dyn Drawn) -> Answer) -> Answer {
        let (title, description) = (self.title.as_str(), self.description.as_str());
        let whole = |amount: i64| number::whole(language, amount);
        let signed = |amount: i64| number::signed(language, Decimal::from(amount));
        let hundredths = |amount: i64| number::decimal(language, Decimal::new(amount, 2));
        // At an axis the amounts are round.
        let short = |amount: i64| number::decimal(language, Decimal::new(amount, 2).normalize());
        let in_millions = |amount: i64, decimals| number::in_unit(Kronor::new(amount), 1_000_000, decimals);
        let millions = |amount: i64| number::decimal(language, in_millions(amount, 6).normalize());
        let signed_millions = |amount: i64| number::signed(language, in_millions(amount, 2));
        let unit = self.unit.as_str();
        match &self.content {
            Content::Changes(rows) => answer(&Diverging {
                title,
                description,
                measure: Measure { unit, tick: &whole, figure: &signed },
                zero: &words::as_today(language, self.period),
                first: words::gross(language),
                second: words::net(language),
                unknown: words::unknown(language),
                rows: rows.iter().map(ChangeRow::drawn).collect(),
            }),
            Content::Pairs { rows, has_changes } => {
                let pairs = rows.iter().map(|row| Pair {
                    name: &row.name,
                    note: &row.note,
                    before: row.before,
                    after: row.after,
                    figure: match row.change {
                        _ if !has_changes => String::new(),
                        Some(change) => signed(change.get()),
                        None => number::UNKNOWN.to_owned(),
                    },
                    paint: Paint::from(row.style),
                });
                answer(&Dumbbell {
                    title,
                    description,
                    measure: Measure { unit, tick: &short, figure: &hundredths },
                    before: words::before(language, self.period),
                    after: words::after(language),
                    unknown: words::unknown(language),
                    has_figures: !has_changes,
                    heading: if *has_changes { words::change_in_kr(language) } else { "" },
                    rows: pairs.collect(),
                })
            }
            Content::Years { years, lines } => {
                let styles = styles(lines.len(), &[]);
                let lines = lines.iter().zip(styles).map(|(line, style)| Line {
                    name: &line.name,
                    amounts: line.amounts.iter().copied().map(Kronor::get).collect(),
                    paint: Paint::from(style),
                });
                answer(&LineChart {
                    title,
                    description,
                    measure: Measure { unit, tick: &millions, figure: &signed_millions },
                    steps: years.iter().map(ToString::to_string).collect(),
                    lines: lines.collect(),
                    bands: Vec::new(),
                    reach: Vec::new(),
                })
            }
            Content::Uncertain(content) => {
                let frame = Frame { title, description, unit, period: self.period };
                content.with_drawn(frame, language, answer)
            }
            Content::TradeOff { across, written, points } => {
                let tenths = |amount: i64| number::decimal(language, Decimal::new(amount, 1).normalize());
                let ticks: [&dyn Fn(i64) -> String; 2] = written.map(|written| match written {
                    Written::Whole => &whole as &dyn Fn(i64) -> String,
                    Written::Millions => &millions,
                    Written::Tenths => &tenths,
                });
                answer(&trade_off(self, across, ticks, points))
            }
            Content::Waterfall(steps) => answer(&Waterfall {
                title,
                description,
                measure: Measure { unit, tick: &whole, figure: &whole },
                change: &signed,
                level: Paint::QUIET,
                more: Paint { fill: classes::more(), ..Paint::PLAIN },
                less: Paint { fill: classes::less(), ..Paint::PLAIN },
                steps: steps
                    .iter()
                    .map(|step| Step {
                        name: &step.label,
                        amount: step.amount.get(),
                        is_level: step.is_level,
                    })
                    .collect(),
            }),
        }
    }
}

fn trade_off<'a>(
    chart: &'a Chart,
    across: &'a str,
    [tick_across, tick_up]: [&'a dyn Fn(i64) -> String; 2],
    points: &'a [TradeOffPoint],
) -> Scatter<'a> {
    let spot = |point: &'a TradeOffPoint| Spot {
        name: &point.name,
        across: point.at[0],
        up: point.at[1],
        paint: if point.is_today { Paint::QUIET } else { Paint::PLAIN },
        is_marked: point.is_marked,
    };
    Scatter {
        title: &chart.title,
        description: &chart.description,
        across: Measure { unit: across, tick: tick_across, figure: tick_across },
        up: Measure { unit: &chart.unit, tick: tick_up, figure: tick_up },
        points: points.iter().map(spot).collect(),
    }
}
