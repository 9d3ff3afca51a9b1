//! Any names and amounts: nothing is cut, lost or drawn over another.

use finsam::drawing::chart::{
    Band, Change, Chart, Diverging, Dumbbell, Interval, Line, LineChart, Matrix, Measure, Paint, Pair,
    Spread, Step, Swing, Tornado, Waterfall,
};
use finsam::drawing::palette::styles;
use proptest::prelude::*;

use super::checks::check_chart;

fn plain(amount: i64) -> String {
    amount.to_string().replace('-', "−")
}

fn long(amount: i64) -> String {
    format!("{amount} kronor per år")
}

const MEASURE: Measure<'static> =
    Measure { unit: "kr per invånare 16–64 år", tick: &plain, figure: &long };

const NAMES: [&str; 9] = [
    "Tankespår 1",
    "Samordningsförbundet för Bengtsfors, Dals-Ed, Färgelanda, Mellerud, Säffle, Åmål och Årjäng",
    "Nordvästsvenskaarbetsmarknadsregionssamordningsförbundskanslietsaldrigavbrutnanamnpåenendarad",
    "<b>&amp;\u{202e}",
    "Ö",
    "Vänersborg/Mellerud",
    "Göteborg",
    "i dag",
    "Åmål",
];

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0),
        Just(1),
        Just(-1),
        Just(i64::MAX),
        Just(i64::MIN),
        Just(1_000_000),
        -2_000_000..2_000_000_i64,
        any::<i64>()
    ]
}

/// Amounts that are all alike, all of one size, or anything.
fn amounts(count: impl Into<prop::collection::SizeRange> + Clone) -> impl Strategy<Value = Vec<i64>> {
    prop_oneof![
        prop::collection::vec(amount(), count.clone()),
        prop::collection::vec(-500_000..2_000_000_i64, count.clone()),
        (amount(), prop::collection::vec(Just(()), count)).prop_map(|(amount, all)| vec![amount; all.len()]),
    ]
}

fn maybe(amount: i64) -> Option<i64> {
    Some(amount).filter(|amount| amount % 7 != 3)
}

fn name(position: usize) -> &'static str {
    NAMES[position % NAMES.len()]
}

fn paint(position: usize) -> Paint {
    Paint::from(styles(8, &[])[position % 8])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn diverging(amounts in amounts(0..24_usize), shift in 0..9_usize) {
        let pairs: Vec<&[i64]> = amounts.chunks(2).collect();
        let rows: Vec<Change<'_>> = pairs
            .iter()
            .enumerate()
            .map(|(row, pair)| Change {
                name: name(row + shift),
                first: maybe(pair[0]),
                second: pair.get(1).copied().and_then(maybe),
                paint: paint(row),
            })
            .collect();
        let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
        let chart = Diverging {
            title: "t", description: "d", measure: MEASURE, zero: "som i dag", first: "brutto", second: "netto",
            unknown: "uppgift saknas", rows,
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn dumbbells(amounts in amounts(0..24_usize), shift in 0..9_usize, has_figures: bool, has_column: bool, has_notes: bool) {
        let rows: Vec<Pair<'_>> = amounts
            .chunks(2)
            .enumerate()
            .map(|(row, pair)| Pair {
                name: name(row + shift),
                note: if has_notes { name(row + shift + 1) } else { "" },
                before: maybe(pair[0]),
                after: pair.get(1).copied().and_then(maybe),
                figure: if has_column { long(pair[0]) } else { String::new() },
                paint: paint(row),
            })
            .collect();
        let names: Vec<&str> = rows.iter().flat_map(|row| [row.name, row.note]).collect();
        let chart = Dumbbell {
            title: "t", description: "d", measure: MEASURE, before: "i dag", after: "ett enda förbund",
            unknown: "uppgift saknas", has_figures, heading: if has_column { "Ändring per år" } else { "" }, rows,
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn waterfalls(amounts in amounts(0..12_usize), shift in 0..9_usize) {
        let count = amounts.len();
        let steps = amounts.iter().enumerate().map(|(row, amount)| Step {
            name: name(row + shift),
            amount: *amount,
            is_level: row == 0 || row + 1 == count,
        });
        let names: Vec<&str> = (0..count).map(|row| name(row + shift)).collect();
        let chart = Waterfall {
            title: "t", description: "d", measure: MEASURE, change: &long, level: Paint::QUIET, more: Paint::PLAIN,
            less: paint(2), steps: steps.collect(),
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn line_charts(amounts in amounts(0..40_usize), steps in 1..12_usize, shift in 0..9_usize) {
        let lines: Vec<Line<'_>> = amounts
            .chunks_exact(steps)
            .enumerate()
            .map(|(number, amounts)| Line {
                name: name(number + shift),
                amounts: amounts.to_vec(),
                paint: paint(number),
            })
            .collect();
        let names: Vec<&str> = lines.iter().map(|line| line.name).collect();
        let chart = LineChart {
            title: "t", description: "d", measure: MEASURE, lines, bands: Vec::new(), reach: Vec::new(),
            steps: (2026..).take(steps).map(|year| year.to_string()).collect(),
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn fans(amounts in amounts(5..60_usize), reach in amount(), shift in 0..9_usize) {
        let steps = amounts.len() / 5;
        let mut quantiles: Vec<Vec<i64>> = (0..5).map(|_| Vec::new()).collect();
        for year in amounts.chunks_exact(5) {
            let mut year = year.to_vec();
            year.sort_unstable();
            quantiles.iter_mut().zip(year).for_each(|(all, amount)| all.push(amount));
        }
        let line = |at: usize| Line { name: name(at + shift), amounts: quantiles[at].clone(), paint: Paint::PLAIN };
        let band = |low: usize, high: usize| Band {
            low: quantiles[low].clone(), high: quantiles[high].clone(), fill: Paint::PLAIN.fill,
        };
        let chart = LineChart {
            title: "t", description: "d", measure: MEASURE, lines: vec![line(2), line(4), line(0)],
            bands: vec![band(0, 4), band(1, 3)], reach: vec![reach],
            steps: (2026..).take(steps).map(|year| year.to_string()).collect(),
        };
        check_chart(&chart, &[name(shift), name(shift + 2), name(shift + 4)]);
    }

    #[test]
    fn tornados(amounts in amounts(0..24_usize), base in amount(), shift in 0..9_usize, has_column: bool) {
        let beside: Vec<String> = amounts.iter().map(|amount| long(*amount)).collect();
        let rows: Vec<Swing<'_>> = amounts
            .chunks(2)
            .enumerate()
            .map(|(row, pair)| Swing {
                name: name(row + shift),
                note: name(row + shift + 1),
                ends: [maybe(pair[0]), pair.get(1).copied().and_then(maybe)],
                beside: if has_column { &beside[row] } else { "" },
            })
            .collect();
        let names: Vec<&str> = rows.iter().flat_map(|row| [row.name, row.note]).collect();
        let chart = Tornado {
            title: "t", description: "d", measure: MEASURE, base, base_name: "som talen står:", low: "när talet är lågt",
            high: "när talet är högt", unknown: "uppgift saknas",
            heading: if has_column { "Byter tecken vid" } else { "" }, rows,
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn spreads(amounts in amounts(0..60_usize), shift in 0..9_usize) {
        let rows: Vec<Interval<'_>> = amounts
            .chunks_exact(5)
            .enumerate()
            .map(|(row, five)| {
                let mut quantiles = [five[0], five[1], five[2], five[3], five[4]];
                quantiles.sort_unstable();
                Interval { name: name(row + shift), note: name(row + shift + 1), quantiles }
            })
            .collect();
        let names: Vec<&str> = rows.iter().flat_map(|row| [row.name, row.note]).collect();
        let chart = Spread {
            title: "t", description: "d", measure: MEASURE, zero: "som i dag",
            keys: ["nio av tio utfall", "hälften av utfallen", "mitten: hälften över, hälften under"],
            heading: "Mitten", rows,
        };
        check_chart(&chart, &names);
    }

    #[test]
    fn matrices(shares in prop::collection::vec(0..=10_000_u16, 0..150), shift in 0..9_usize) {
        let count = shares.len().isqrt();
        let rows: Vec<Vec<Option<u16>>> = (0..count)
            .map(|row| (0..count).map(|column| (row != column).then(|| shares[row * count + column])).collect())
            .collect();
        let names: Vec<&str> = (0..count).map(|row| name(row + shift)).collect();
        let chart = Matrix {
            title: "t", description: "d", columns: "procent av utfallen där raden lämnar mer än kolumnen",
            names: names.clone(), shares: rows, figure: &|share| (share / 100).to_string(),
        };
        check_chart(&chart, &names);
    }
}

#[test]
fn nothing_at_all_is_a_drawing_too() {
    let chart = Diverging {
        title: "t",
        description: "d",
        measure: MEASURE,
        zero: "",
        first: "",
        second: "",
        unknown: "",
        rows: Vec::new(),
    };
    assert!(chart.says_nothing());
    check_chart(&chart, &[]);
}
