//! What a figure hinges on as a chart, and in a sentence.

use num_traits::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::chart::{Chart, Content};
use super::document::Cell;
use super::uncertain_chart::{TornadoRow, Uncertain};
use super::words::uncertain as words;
use crate::analysis::answer::ResultDocument;
use crate::analysis::sensitivity::varying::Varying;
use crate::analysis::sensitivity::{Critical, ScenarioSensitivity, Sensitivity, SensitivityRow};
use crate::catalogue::{Described, Unit};
use crate::model::kronor::Kronor;
use crate::report::words::period::Period;
use crate::text::language::Language;
use crate::text::number;

/// No chart has more rows: those that move the figure most.
const MOST_ROWS: usize = 15;

/// The most decimals that are drawn.
const MOST_DECIMALS: u32 = 4;

/// A figure with its unit, and the year that it is of.
pub(super) struct Figure<'path> {
    path: &'path str,
    year: Option<i64>,
    is_money: bool,
    /// Whether it can be less than zero: a sum that cannot is written without a sign.
    is_signed: bool,
}

impl<'path> Figure<'path> {
    pub(super) fn of(sensitivity: &'path Sensitivity) -> Self {
        let path = sensitivity.metric.as_str();
        let found = ResultDocument::SHAPE.find(path);
        // The figures of years say of which.
        let year = sensitivity.year.filter(|_| !path.starts_with("path."));
        Self {
            path,
            year,
            is_money: found.is_some_and(|found| found.figure.unit == Unit::Kronor),
            is_signed: found.is_some_and(|found| found.range()[0] < Decimal::ZERO),
        }
    }

    pub(super) fn cell(&self, value: Option<Decimal>) -> Cell {
        match value {
            None => Cell::Unknown,
            Some(value) if self.is_money => {
                let amount = value.to_i64().map(Kronor::new);
                if self.is_signed { Cell::Change(amount) } else { Cell::Amount(amount) }
            }
            Some(value) => Cell::Decimal(value),
        }
    }

    pub(super) fn text(&self, value: Decimal, language: Language) -> String {
        match value.to_i64().filter(|_| self.is_money) {
            Some(amount) if self.is_signed => number::signed(language, amount.into()),
            Some(amount) => number::whole(language, amount),
            None => number::decimal(language, value),
        }
    }

    /// The same in running text.
    fn with_unit(&self, value: Decimal, language: Language) -> String {
        let unit = if self.is_money { "kr" } else { "" };
        with_unit(self.text(value, language), unit)
    }

    /// What people call it.
    pub(super) fn name(&self, language: Language) -> String {
        words::figure(language, self.path, self.year)
    }

    /// What it is, in words: "insatser (netto) ändras med −266 130".
    pub(super) fn comes_to(&self, value: &str, language: Language) -> String {
        words::comes_to(language, (self.path, self.year), value)
    }
}

/// A number with its unit, if it has one.
fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number}{}{unit}", number::NO_BREAK) }
}

/// A value at which something turns, to the smallest unit of the number.
pub(super) fn turned(critical: &Critical, varying: &Varying, language: Language) -> String {
    let Some(value) = critical.rounded(varying.what().decimals()) else { return critical.text() };
    let text = number::decimal(language, value.normalize());
    if critical.is_exact { text } else { format!("{text}*") }
}

/// The numbers that move the figure, or of which that cannot be told.
pub(super) fn moving(scenario: &ScenarioSensitivity) -> impl Iterator<Item = &SensitivityRow> {
    scenario.rows.iter().filter(|row| row.width().is_none_or(|width| !width.is_zero()))
}

/// What the figure of an alternative hinges on; nothing where no number moves it.
pub(super) fn tornado(
    scenario: &ScenarioSensitivity,
    figure: &Figure<'_>,
    language: Language,
) -> Option<Chart> {
    let all: Vec<&SensitivityRow> = moving(scenario).collect();
    let first = all.first()?;
    let shown = &all[..all.len().min(MOST_ROWS)];
    let known = || shown.iter().flat_map(|row| row.figures).flatten().chain([scenario.value]);
    let decimals = known().map(|known| known.normalize().scale()).max().unwrap_or(0).min(MOST_DECIMALS);
    // What is too large for a chart is not shown in one.
    let amount = |value: Decimal| {
        let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(decimals);
        i64::try_from(value.mantissa()).ok()
    };
    let name = figure.name(language);
    let rows = shown.iter().map(|row| {
        let [low, high] = row.ends.map(|end| number::decimal(language, end.normalize()));
        TornadoRow {
            name: words::name(language, &row.varying),
            range: with_unit(format!("{low}–{high}"), words::unit(&row.varying)),
            ends: row.figures.map(|value| amount(value?)),
            turns: row
                .critical
                .as_ref()
                .map(|critical| turned(critical, &row.varying, language))
                .unwrap_or_default(),
        }
    });
    let is_near = shown.iter().any(|row| row.critical.as_ref().is_some_and(|critical| !critical.is_exact));
    let notes = [
        (all.len() > MOST_ROWS).then(|| words::widest_drawn(language, MOST_ROWS, all.len())),
        is_near.then(|| words::labels(language).note_exact.to_owned()),
    ];
    let described = shown.iter().map(|row| moves(row, figure, language));
    let chart = Chart {
        title: words::decides(language, &scenario.name, &name, &words::name(language, &first.varying)),
        description: described.collect::<Vec<_>>().join("; ") + ".",
        unit: words::axis(language, &name, figure.is_money),
        period: Period::EachYear,
        notes: notes.into_iter().flatten().collect(),
        content: Content::Uncertain(Uncertain::Tornado {
            base: amount(scenario.value)?,
            decimals,
            rows: rows.collect(),
        }),
    };
    (!chart.says_nothing()).then_some(chart)
}

fn moves(row: &SensitivityRow, figure: &Figure<'_>, language: Language) -> String {
    let unit = words::unit(&row.varying);
    let ends = row.ends.map(|end| with_unit(number::decimal(language, end.normalize()), unit));
    let figures = row.figures.map(|value| match value {
        Some(value) => figure.with_unit(value, language),
        None => number::UNKNOWN.to_owned(),
    });
    let name = words::name(language, &row.varying);
    words::moves(language, &name, ends.each_ref().map(String::as_str), figures.each_ref().map(String::as_str))
}

/// What an alternative comes to and what moves that most, in a sentence.
pub(super) fn in_short(scenario: &ScenarioSensitivity, figure: &Figure<'_>, language: Language) -> String {
    let value = figure.with_unit(scenario.value, language);
    let comes = figure.comes_to(&value, language);
    match moving(scenario).next() {
        None => words::nothing_decides(language, &scenario.name, &comes),
        Some(row) => {
            let moves = moves(row, figure, language);
            words::in_short(language, &scenario.name, &comes, &moves)
        }
    }
}
