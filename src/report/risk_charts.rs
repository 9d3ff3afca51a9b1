//! What a run of draws comes to, as charts.

use super::chart::{Chart, Content};
use super::uncertain_chart::{SpreadRow, Uncertain};
use super::words::period::Period;
use super::words::risk as words;
use crate::risk::result::{MetricRisk, QUANTILES, Risk};
use crate::text::label;
use crate::text::language::Language;
use crate::text::number;

/// No chart shows more alternatives: those that leave most in the middle.
pub(super) const MOST: usize = 8;

/// The alternatives by position, that with the highest middle first.
pub(super) fn sorted(risk: &Risk) -> Vec<usize> {
    let mut places: Vec<usize> = (0..risk.scenarios.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(middle(ranked(risk, *place))));
    places
}

/// The figure that an alternative is ranked by.
pub(super) fn ranked(risk: &Risk, place: usize) -> &MetricRisk {
    &risk.scenarios[place].metrics[risk.head.ranked]
}

fn middle(of: &MetricRisk) -> i64 {
    of.quantiles[QUANTILES.len() / 2]
}

/// Whether a figure is another than today's in any draw.
pub(super) fn differs(of: &MetricRisk) -> bool {
    of.quantiles != [0; 5] || of.mean != 0.0 || of.sd != 0.0
}

/// The time that the figures are of.
pub(super) fn period(risk: &Risk) -> Period {
    risk.head.years.last().map_or(Period::EachYear, |last| Period::Year(*last))
}

/// What the figure that alternatives are ranked by is called, with the year that it is of where there is a path.
pub(super) fn figure(risk: &Risk, language: Language) -> String {
    words::metric(language, &risk.head.metrics[risk.head.ranked], &risk.head.years)
}

/// The same of no year.
pub(super) fn figure_of_years(risk: &Risk, language: Language) -> String {
    words::metric(language, &risk.head.metrics[risk.head.ranked], &[])
}

/// A share in hundredths of a percent.
fn hundredths(share: f64) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share, from 0 to 10 000")]
    let hundredths = (share * 10_000.0).round() as u16;
    // What happens in some draws and not in all is neither never nor always.
    if share > 0.0 && share < 1.0 { hundredths.clamp(1, 9_999) } else { hundredths }
}

/// A share as people read it in a picture: "84 %".
pub(super) fn percent(share: f64, language: Language) -> String {
    words::in_percent(language, hundredths(share))
}

/// How the outcomes of the alternatives spread; nothing where none differs from today.
pub(super) fn spread(risk: &Risk, language: Language) -> Option<Chart> {
    let all = sorted(risk);
    let shown = &all[..all.len().min(MOST)];
    let name = |place: usize| risk.head.scenarios[place].name.as_str();
    let rows = shown.iter().map(|&place| {
        let of = ranked(risk, place);
        let note = words::less_than_today(language, period(risk), &percent(of.below_zero, language));
        SpreadRow { name: name(place).to_owned(), note, quantiles: of.quantiles }
    });
    let said = shown.iter().map(|&place| {
        let of = ranked(risk, place).quantiles;
        let [low, middle, high] = [of[0], of[2], of[4]].map(|amount| number::signed(language, amount.into()));
        words::spreads(language, name(place), &low, &middle, &high)
    });
    // Of one that never differs there is nothing to say.
    let best = *shown.iter().find(|place| differs(ranked(risk, **place)))?;
    let more = percent(risk.beats[best + 1][0], language);
    let (figure, period) = (figure(risk, language), period(risk));
    let chart = Chart {
        title: words::leaves_more_in(language, name(best), period, &more, &figure),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::change_of(language, &figure),
        period,
        notes: few(risk, language).into_iter().collect(),
        content: Content::Uncertain(Uncertain::Spread(rows.collect())),
    };
    (!chart.says_nothing()).then_some(chart)
}

fn few(risk: &Risk, language: Language) -> Option<String> {
    let all = risk.scenarios.len();
    (all > MOST).then(|| words::best_drawn(language, MOST, all))
}

/// How often one leaves more than another; nothing where none ever does.
pub(super) fn matrix(risk: &Risk, language: Language) -> Option<Chart> {
    let all = sorted(risk);
    // Today stands first in the shares.
    let shown: Vec<usize> = std::iter::once(0).chain(all.iter().take(MOST).map(|place| place + 1)).collect();
    let name = |place: usize| match place.checked_sub(1) {
        None => label::labels(language).today,
        Some(place) => risk.head.scenarios[place].name.as_str(),
    };
    let shares = shown.iter().map(|&one| {
        let share = |&other: &usize| (other != one).then(|| hundredths(risk.beats[one][other]));
        shown.iter().map(share).collect()
    });
    let (best, other) = (shown.get(1).copied()?, shown.get(2).copied().unwrap_or(0));
    let said = shown.iter().flat_map(|&one| {
        let others = shown.iter().filter(move |other| **other != one);
        others.map(move |&other| {
            words::beats_in(language, name(one), name(other), &percent(risk.beats[one][other], language))
        })
    });
    let more = percent(risk.beats[best][other], language);
    let chart = Chart {
        title: words::beats_in(language, name(best), name(other), &more) + &period(risk).beside(language),
        description: said.collect::<Vec<_>>().join("; ") + ".",
        unit: words::labels(language).column_leaves_more.to_owned(),
        period: period(risk),
        notes: few(risk, language).into_iter().collect(),
        content: Content::Uncertain(Uncertain::Matrix {
            names: shown.iter().map(|place| name(*place).to_owned()).collect(),
            shares: shares.collect(),
        }),
    };
    (!chart.says_nothing()).then_some(chart)
}

/// The figures of an alternative in each year of a path, of the same sum and side as the one that is ranked by.
pub(super) fn by_year(risk: &Risk, place: usize) -> Option<Vec<&MetricRisk>> {
    let ranked = &risk.head.metrics[risk.head.ranked];
    let of_year = |year: usize| {
        let path = format!("path.years.{year}.{ranked}");
        let metric = risk.head.metrics.iter().position(|metric| *metric == path)?;
        Some(&risk.scenarios[place].metrics[metric])
    };
    let all = (0..risk.head.years.len()).map(of_year).collect::<Option<Vec<_>>>()?;
    (!all.is_empty()).then_some(all)
}

/// How the outcomes of an alternative spread year by year; nothing where there is no path, or nothing changes.
pub(super) fn fan(risk: &Risk, place: usize, language: Language) -> Option<Chart> {
    let years = by_year(risk, place)?;
    let quantile = |at: usize| years.iter().map(|year| year.quantiles[at]).collect::<Vec<i64>>();
    let all = (0..risk.scenarios.len()).filter_map(|place| by_year(risk, place)).flatten();
    let all: Vec<i64> = all.flat_map(|year| [year.quantiles[0], year.quantiles[4]]).collect();
    let ends = [all.iter().min(), all.iter().max()];
    let (first, last) = (*risk.head.years.first()?, *risk.head.years.last()?);
    let of_last = years.last()?.quantiles;
    let [low, middle, high] =
        [of_last[0], of_last[2], of_last[4]].map(|amount| number::signed(language, amount.into()));
    let (scenario, figure) = (&risk.head.scenarios[place].name, figure_of_years(risk, language));
    let said = words::spreads(language, &last.to_string(), &low, &middle, &high);
    let chart = Chart {
        title: words::fan(language, scenario, &figure, (first, last)),
        description: said + ".",
        unit: words::millions_against_today(language, Period::Years(first, last)),
        period: Period::Years(first, last),
        notes: vec![words::labels(language).note_fan.to_owned()],
        content: Content::Uncertain(Uncertain::Fan {
            years: risk.head.years.clone(),
            quantiles: [0, 1, 2, 3, 4].map(quantile),
            reach: ends.into_iter().flatten().copied().collect(),
        }),
    };
    (!chart.says_nothing()).then_some(chart)
}
