//! Draws by doubles against the exact kernel, distributions against closed forms, threads and shards against one run.
#![expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "amounts of few digits, and zeros")]

use std::num::NonZero;
use std::sync::atomic::AtomicBool;

use super::compiled::{Compiled, Workspace};
use super::drawing::{Block, Drawing};
use super::figures::OfDraw;
use super::result::Risk;
use super::{Part, Plan, Progress, merged, risk, shard};
use crate::analysis::inquiry::{self, Inquiry};
use crate::analysis::sensitivity::varying::{self, Kommuner};
use crate::input::files::Files;
use crate::input::scenario::LoadedScenario;

const INTEGRATIA: &str = "name = 'S'\nbaseline = 'builtin:data/integratia_2017/utgangslage.toml'\n";
const MERGED: &str = "[[change]]\nmerge = ['Trollhättan', 'Vänersborg/Mellerud', 'BÅD-ESÅ']\ninto = 'Alla'\nkansli = 2_400_000\n";

/// Scenarios by their text behind name and baseline.
fn inquiry(baseline: Option<&str>, scenarios: &[&str]) -> Inquiry {
    let head = if baseline.is_some() { "name = 'S'\nbaseline = 'u.toml'\n" } else { INTEGRATIA };
    let names: Vec<String> = (0..scenarios.len()).map(|place| format!("s{place}.toml")).collect();
    let mut files: Vec<(String, String)> =
        names.iter().cloned().zip(scenarios.iter().map(|text| format!("{head}{text}"))).collect();
    files.extend(baseline.map(|text| ("u.toml".to_owned(), text.to_owned())));
    inquiry::compute(&Files::held(files), &names, None).unwrap_or_else(|found| panic!("{found:?}"))
}

fn loaded(inquiry: &Inquiry) -> Vec<&LoadedScenario> {
    inquiry.scenarios.iter().map(|one| &one.scenario).collect()
}

fn plan(inquiry: &Inquiry, draws: u64, seed: u64) -> Plan<'_> {
    let scenarios = loaded(inquiry);
    let varying = varying::uncertain(&scenarios, Kommuner::All).expect("sound entries");
    Plan::new(scenarios, varying, draws, seed).expect("computed")
}

fn run(plan: &Plan<'_>, threads: usize) -> Risk {
    let progress = Progress { stop: &AtomicBool::new(false), report: &|_| {} };
    risk(plan, NonZero::new(threads).expect("some"), &progress)
}

/// Compares draws by doubles with the same draws by the exact kernel: every figure to the krona, and who pays more.
/// Returns how many of them doubles decided.
#[track_caller]
fn assert_exact(inquiry: &Inquiry, draws: usize) -> usize {
    let plan = plan(inquiry, draws as u64, 7);
    let exact = plan.exact();
    let compiled = Compiled::of(&exact).expect("a plain inquiry");
    let (mut block, mut workspace) = (Block::default(), Workspace::default());
    let drawing = Drawing::new(&plan.varying, 7);
    drawing.fill(0, draws, &mut block);
    let raw = block.clone();
    let mut found: Vec<Option<OfDraw>> = Vec::new();
    compiled.draw(&exact, &mut block, &mut workspace, |draw| found.push(draw.cloned()));
    for (draw, found) in found.iter().enumerate() {
        let expected = exact.draw(&|number| raw.columns[number][draw]);
        assert_eq!(found, &expected, "draw {draw}");
    }
    workspace.decided()
}

const FIGURES: &str = "[[uncertain]]\nwhat = 'forsorjningsmatt'\nrelative = 0.049\ncorrelation = 0.5\n\
    [[uncertain]]\nwhat = 'befolkning_16_64'\nrelative = 0.01\n";
const COUNTRY: &str = "[[uncertain]]\nwhat = 'model.appropriation'\nlow = 320_000_000\nhigh = 350_000_000\n\
    [[uncertain]]\nwhat = 'model.rest_of_country.forbund'\nvalues = [75, 78, 80, 82]\n\
    [[uncertain]]\nwhat = 'model.weights.forsorjningsmatt'\nlow = 0.65\nmode = 0.75\nhigh = 0.85\n\
    [[uncertain]]\nwhat = 'model.base_grant'\nmean = 400_000\nsd = 20_000\n";
const KANSLI: &str = "[[uncertain]]\nwhat = 'kansli'\nforbund = 'Alla'\nlow = 1_700_000\nmode = 2_400_000\nhigh = 3_300_000\n\
    [[uncertain]]\nwhat = 'kansli'\nforbund = 'Trollhättan'\nlow = 1_300_000\nhigh = 1_500_000\n";

#[test]
fn doubles_give_the_kronor_of_the_exact_kernel() {
    let tankespar1 = "[[change]]\nmove = ['Vänersborg']\nto = 'Trollhättan'\n[[change]]\nmove = ['Mellerud']\nto = 'BÅD-ESÅ'\n";
    let outside = "[[change]]\nmove = ['Årjäng', 'Säffle']\noutside = 'Värmland'\n\
        [[change]]\nleave = ['Grästorp']\n[[change]]\nelsewhere = -2\n";
    let all = [FIGURES, COUNTRY, KANSLI, MERGED].concat();
    let decided = assert_exact(&inquiry(None, &[&all, tankespar1, outside, ""]), 400);
    assert!(decided > 395, "{decided}");
    let shared = "[[change]]\nshared_kansli = ['Trollhättan', 'BÅD-ESÅ']\nkansli = 1_900_000\nsplit_by = 'budget'\n\
        [[uncertain]]\nwhat = 'kansli'\nlow = 1_500_000\nhigh = 2_000_000\n[[uncertain]]\nwhat = 'kansli'\nforbund = 'Vänersborg/Mellerud'\nlow = 1_000_000\nhigh = 1_200_000\n";
    let decided = assert_exact(&inquiry(None, &[shared, tankespar1]), 200);
    assert!(decided > 0, "{decided}");
}

/// Three förbund with every key, other shares of the parties, and the rest of the country as a sum.
const SUMS: &str = "name = 'U'\nyear = 2021\nkommuner = 'builtin:data/kommuner.csv'\nkommun_key = 'forsorjningsmatt'\n\
    region_key = 'lika'\n[model]\nappropriation = 339_000_000\n\
    [model.rest_of_country]\nforbund = 60\nbefolkning_16_64 = 5_900_000\nforsorjningsmatt = 700_000.5\n\
    [funding]\nstate = 0.48\nregion = 0.26\nkommuner = 0.26\n\
    [[forbund]]\nname = 'A'\nkommuner = ['Värnamo', 'Gnosjö', 'Gislaved']\nkansli = 900_000\n\
    [[forbund]]\nname = 'B'\nkommuner = ['Eksjö', 'Nässjö', 'Aneby']\nkansli = 800_001\nkommun_key = 'lika'\n\
    [[forbund]]\nname = 'C'\nkommuner = ['Jönköping', 'Habo']\nkansli = 700_003\nkommun_key = { 'Jönköping' = 0.9, 'Habo' = 0.13 }\n";

#[test]
fn other_keys_and_shares_give_the_kronor_of_the_exact_kernel() {
    let rest = "[[uncertain]]\nwhat = 'model.rest_of_country.befolkning_16_64'\nmean = 5_900_000\nsd = 50_000\n\
        [[uncertain]]\nwhat = 'model.rest_of_country.forsorjningsmatt'\nmean = 700_000\nsd = 20_000\n\
        [[uncertain]]\nwhat = 'kansli'\nlow = 600_000\nhigh = 900_000\n";
    let baseline = [SUMS, FIGURES, rest].concat();
    let merged = "[[change]]\nmerge = ['A', 'B']\ninto = 'AB'\n";
    let split = "[[change]]\nsplit = 'A'\ninto = [{ name = 'A1', kommuner = ['Värnamo'] }, { name = 'A2', kommuner = ['Gnosjö', 'Gislaved'] }]\n";
    let joined = "[[change]]\nmove = ['Mullsjö']\nto = 'B'\n";
    let decided = assert_exact(&inquiry(Some(&baseline), &[merged, split, joined]), 300);
    assert!(decided > 290, "{decided}");
}

#[test]
fn decided_money_gives_the_kronor_of_the_exact_kernel() {
    let money = SUMS.replace("kansli = ", "budget = 5_000_001\nkansli = ");
    let country = "[[uncertain]]\nwhat = 'model.appropriation'\nlow = 320_000_000\nhigh = 350_000_000\n\
        [[uncertain]]\nwhat = 'model.rest_of_country.forbund'\nlow = 55\nhigh = 65\n";
    let baseline = [&money, country].concat();
    let merged = "[[change]]\nmerge = ['A', 'B']\ninto = 'AB'\n";
    let left = "[[change]]\nleave = ['Habo']\n";
    let decided = assert_exact(&inquiry(Some(&baseline), &[merged, left, ""]), 300);
    assert!(decided > 290, "{decided}");
}

fn metric<'risk>(risk: &'risk Risk, scenario: usize, path: &str) -> &'risk super::result::MetricRisk {
    let place = risk.head.metrics.iter().position(|metric| metric == path).expect("a figure that is kept");
    &risk.scenarios[scenario].metrics[place]
}

#[test]
fn means_and_quantiles_are_those_of_the_distributions() {
    // The change of insatser is linear in the new kansli: −1 times it, beside what does not vary.
    let cases: [(&str, f64, f64, [f64; 5]); 4] = [
        (
            "low = 1_000_000\nhigh = 3_000_000\n",
            2e6,
            2e6 / 12_f64.sqrt(),
            [1.1e6, 1.5e6, 2.0e6, 2.5e6, 2.9e6],
        ),
        (
            // A triangle of width 2 with its mode at a quarter: quantiles by hand.
            "low = 1_000_000\nmode = 1_500_000\nhigh = 3_000_000\n",
            (1e6 + 1.5e6 + 3e6) / 3.0,
            ((1.0 + 2.25 + 9.0 - 1.5 - 3.0 - 4.5) / 18.0_f64).sqrt() * 1e6,
            [
                1e6 + (0.05 * 2.0 * 0.5_f64).sqrt() * 1e6,
                1e6 + (0.25 * 2.0 * 0.5_f64).sqrt() * 1e6,
                3e6 - (0.5 * 2.0 * 1.5_f64).sqrt() * 1e6,
                3e6 - (0.25 * 2.0 * 1.5_f64).sqrt() * 1e6,
                3e6 - (0.05 * 2.0 * 1.5_f64).sqrt() * 1e6,
            ],
        ),
        (
            "mean = 2_000_000\nsd = 100_000\n",
            2e6,
            1e5,
            [1.835_514_6e6, 1.932_551e6, 2e6, 2.067_449e6, 2.164_485_4e6],
        ),
        ("relative = 0.1\n", 2.4e6, 2.4e5, [2.005_235e6, 2.238_122_5e6, 2.4e6, 2.561_877_5e6, 2.794_765e6]),
    ];
    let certain = run(
        &plan(
            &inquiry(
                None,
                &[&[MERGED, "[[uncertain]]\nwhat = 'model.appropriation'\nvalues = [339_000_000]\n"]
                    .concat()],
            ),
            10,
            1,
        ),
        1,
    );
    let certain = metric(&certain, 0, "delta.net.insatser").mean + 2.4e6;
    for (spread, mean, sd, quantiles) in cases {
        let text = format!("{MERGED}[[uncertain]]\nwhat = 'kansli'\nforbund = 'Alla'\n{spread}");
        let inquiry = inquiry(None, &[&text]);
        let risk = run(&plan(&inquiry, 40_000, 3), 2);
        let found = metric(&risk, 0, "delta.net.insatser");
        let error = found.standard_error;
        assert!(
            (found.mean - (certain - mean)).abs() < 4.0 * error,
            "{spread}: {found:?} {}",
            certain - mean
        );
        assert!((found.sd / sd - 1.0).abs() < 0.02, "{spread}: {found:?} {sd}");
        assert!((error - found.sd / 200.0).abs() < 1.0);
        for (place, quantile) in quantiles.iter().rev().enumerate() {
            let away = (found.quantiles[place] as f64 - (certain - quantile)).abs();
            assert!(away < 4.0 * found.quantile_errors[place], "{spread}: {place} {found:?} {away}");
        }
    }
}

#[test]
fn every_figure_lies_within_its_standard_errors_as_often_as_it_should() {
    let text = [MERGED, KANSLI, COUNTRY].concat();
    let inquiry = inquiry(None, &[&text]);
    let of_seed = |draws, seed| {
        let risk = run(&plan(&inquiry, draws, seed), 2);
        let found = metric(&risk, 0, "delta.net.insatser").clone();
        (found, risk.beats[0][1])
    };
    let (truth, beats) = of_seed(200_000, 999);
    let mut within = [0; 5];
    for seed in 0..400 {
        let (found, share) = of_seed(500, seed);
        let of_quantile =
            |at: usize| ((found.quantiles[at] - truth.quantiles[at]).abs() as f64, found.quantile_errors[at]);
        let errors = [
            ((found.mean - truth.mean).abs(), found.standard_error),
            of_quantile(0),
            of_quantile(1),
            of_quantile(4),
            ((share - beats).abs(), super::result::share_error(share, 500)),
        ];
        for (within, (away, error)) in within.iter_mut().zip(errors) {
            *within += i32::from(away <= 1.96 * error);
        }
    }
    // 95 percent of 400 is 380, give or take three standard deviations of 4.4; the errors of quantiles are estimates
    // themselves, in the tails by some 20 draws on either side, which costs a percent or two.
    let least = [367, 361, 361, 355, 367];
    assert!(within.iter().zip(least).all(|(count, least)| (least..=393).contains(count)), "{within:?}");
}

#[test]
fn shares_are_shares_and_every_alternative_has_a_rank() {
    let all = [FIGURES, COUNTRY, KANSLI, MERGED].concat();
    let risk = run(
        &plan(
            &inquiry(None, &[&all, "", "[[change]]\nmerge = ['Trollhättan', 'BÅD-ESÅ']\ninto = 'TB'\n"]),
            2_000,
            1,
        ),
        2,
    );
    let ranks = risk.scenarios.iter().map(|one| &one.ranks).chain(std::iter::once(&risk.today));
    for ranks in ranks {
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{ranks:?}");
    }
    // The second is as today: they share their ranks, and none is ever before the other.
    assert_eq!(risk.scenarios[1].ranks, risk.today);
    assert_eq!((risk.beats[0][2], risk.beats[2][0]), (0.0, 0.0));
    assert!((risk.beats[0][1] + risk.beats[1][0] - 1.0).abs() < 1e-3);
    let shares = risk.scenarios.iter().flat_map(|one| &one.pays_more).chain(risk.beats.iter().flatten());
    assert!(shares.chain(&risk.today).all(|share| (0.0..=1.0).contains(share)));
    assert!(risk.scenarios[1].pays_more.iter().all(|share| *share == 0.0));
}

/// Draws that are added up one by one.
const DRAWS: usize = 101;

#[test]
fn a_run_is_the_exact_draws_added_up_one_by_one() {
    let all = [FIGURES, COUNTRY, KANSLI, MERGED].concat();
    let two = "[[change]]\nmerge = ['Trollhättan', 'BÅD-ESÅ']\ninto = 'TB'\nkansli = 1_500_000\n";
    let inquiry = inquiry(None, &[&all, two, ""]);
    let plan = plan(&inquiry, DRAWS as u64, 7);
    let risk = run(&plan, 2);
    let mut block = Block::default();
    Drawing::new(&plan.varying, 7).fill(0, DRAWS, &mut block);
    let exact = plan.exact();
    let draws: Vec<OfDraw> =
        (0..DRAWS).map(|draw| exact.draw(&|number| block.columns[number][draw]).expect("computed")).collect();
    let share = |count: usize| count as f64 / DRAWS as f64;
    let figures = risk.head.metrics.len();
    for (place, scenario) in risk.scenarios.iter().enumerate() {
        for (at, metric) in scenario.metrics.iter().enumerate() {
            let mut values: Vec<i64> = draws.iter().map(|draw| draw.figures[place * figures + at]).collect();
            values.sort_unstable();
            // The smallest draw with at least so many of a hundred parts of all at or below it.
            let expected = [5, 25, 50, 75, 95].map(|percent: usize| {
                *values
                    .iter()
                    .find(|value| {
                        values.iter().filter(|other| other <= value).count() * 100 >= percent * DRAWS
                    })
                    .expect("the largest has all")
            });
            assert_eq!(metric.quantiles, expected);
            let mean = values.iter().sum::<i64>() as f64 / DRAWS as f64;
            assert!((metric.mean - mean).abs() <= 0.005 + mean.abs() * 1e-12, "{} {mean}", metric.mean);
            let squares = values.iter().map(|value| (*value as f64 - mean).powi(2)).sum::<f64>();
            let sd = (squares / (DRAWS - 1) as f64).sqrt();
            assert!((metric.sd - sd).abs() <= 0.01 + sd * 1e-9, "{} {sd}", metric.sd);
            assert_eq!(metric.below_zero, share(values.iter().filter(|value| **value < 0).count()));
        }
    }
    let ranked = |draw: &OfDraw, one: usize| match one.checked_sub(1) {
        None => 0,
        Some(place) => draw.figures[place * figures + risk.head.ranked],
    };
    let ranks = std::iter::once(&risk.today).chain(risk.scenarios.iter().map(|one| &one.ranks));
    for (one, ranks) in ranks.enumerate() {
        for (other, beats) in risk.beats[one].iter().enumerate() {
            let more = draws.iter().filter(|draw| ranked(draw, one) > ranked(draw, other)).count();
            assert_eq!(*beats, share(more));
        }
        for (rank, often) in ranks.iter().enumerate() {
            let before = |draw: &&OfDraw| {
                (0..ranks.len()).filter(|other| ranked(draw, *other) > ranked(draw, one)).count() == rank
            };
            assert_eq!(*often, share(draws.iter().filter(before).count()));
        }
    }
    let pays: Vec<f64> = risk.scenarios.iter().flat_map(|one| one.pays_more.clone()).collect();
    for (kommun, often) in pays.iter().enumerate() {
        assert_eq!(*often, share(draws.iter().filter(|draw| draw.pays_more[kommun]).count()));
    }
}

#[test]
fn shares_are_those_of_the_distributions() {
    // The change of insatser is a sum less the new kansli, which is uniform: below zero where the kansli is above the sum.
    let certain = "[[uncertain]]\nwhat = 'model.appropriation'\nvalues = [339_000_000]\n";
    let sum = metric(
        &run(&plan(&inquiry(None, &[&[MERGED, certain].concat()]), 10, 1), 1),
        0,
        "delta.net.insatser",
    )
    .mean
        + 2.4e6;
    let (low, high) = (1.0e6, 3.0e6);
    let uniform = "[[uncertain]]\nwhat = 'kansli'\nforbund = 'Alla'\nlow = 1_000_000\nhigh = 3_000_000\n";
    let inquiry = inquiry(None, &[&[MERGED, uniform].concat()]);
    let risk = run(&plan(&inquiry, 40_000, 3), 2);
    let expected = (high - sum) / (high - low);
    assert!((0.1..0.9).contains(&expected), "{expected}");
    let found = metric(&risk, 0, "delta.net.insatser").below_zero;
    let error = super::result::share_error(found, risk.draws);
    assert!((found - expected).abs() < 4.0 * error, "{found} {expected} {error}");
    assert!((risk.beats[0][1] - expected).abs() < 4.0 * error);
    assert!(
        (risk.today[0] - expected).abs() < 4.0 * error
            && (risk.scenarios[0].ranks[1] - expected).abs() < 4.0 * error
    );
}

#[test]
fn a_seed_gives_the_same_on_any_number_of_threads_and_in_shards() {
    let all = [FIGURES, COUNTRY, KANSLI, MERGED].concat();
    let inquiry = inquiry(None, &[&all, ""]);
    let of = |draws| {
        let plan = plan(&inquiry, draws, 5);
        let once = run(&plan, 1);
        for threads in [2, 3, 7] {
            assert_eq!(run(&plan, threads), once, "{threads} threads");
        }
        let progress = Progress { stop: &AtomicBool::new(false), report: &|_| {} };
        let shards = [3, 1, 2].map(|number| {
            let part = Part::Shard { number, of: 3 };
            let shard = shard(&plan, part, NonZero::new(2).expect("some"), &progress);
            super::shard::Shard::read(&shard.text())
        });
        assert_eq!(merged(shards.into()), Ok(once.clone()));
        once
    };
    let once = of(3_001);
    assert_ne!(run(&plan(&inquiry, 3_001, 6), 2).scenarios, once.scenarios, "another seed");
}

#[test]
fn a_draw_that_cannot_be_computed_is_left_out() {
    // In half of the draws the base grants exceed the appropriation.
    let text =
        [MERGED, "[[uncertain]]\nwhat = 'model.rest_of_country.forbund'\nvalues = [80, 2000]\n"].concat();
    let risk = run(&plan(&inquiry(None, &[&text, ""]), 1_000, 1), 2);
    assert_eq!(risk.draws + risk.left_out, 1_000);
    assert!((450..550).contains(&risk.left_out), "{}", risk.left_out);
}

#[test]
fn years_rules_and_mixed_keys_are_drawn_by_the_exact_kernel() {
    let years = "[path]\nfrom = 2024\nto = 2026\nfigures_lag = 5\nkansli_index = 0.02\n\
        [[uncertain]]\nwhat = 'path.kansli_index'\nlow = 0.01\nhigh = 0.03\n\
        [[uncertain]]\nwhat = 'engangskostnad'\nlow = 100_000\nhigh = 300_000\n";
    let merged = MERGED.replace("kansli =", "from = '2025-07'\nengangskostnad = 200_000\nkansli =");
    let inquiry = inquiry(None, &[&[years, &merged, FIGURES].concat()]);
    let plan = plan(&inquiry, 20, 1);
    assert!(Compiled::of(&plan.exact()).is_none());
    let risk = run(&plan, 2);
    assert_eq!((risk.draws, risk.head.years.as_slice()), (20, [2024, 2025, 2026].as_slice()));
    let last = metric(&risk, 0, "path.years.2.delta.net.insatser");
    assert_eq!(last, metric(&risk, 0, "delta.net.insatser"));
    assert!(metric(&risk, 0, "path.accumulated.net.insatser_after_one_off").sd > 0.0);
    assert_eq!(metric(&risk, 0, "path.years.0.delta.net.insatser").sd, 0.0);
}
