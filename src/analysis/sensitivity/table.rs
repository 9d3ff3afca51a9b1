//! The answer: a row per number and alternative, and the numbers at which alternatives change places.

use std::collections::HashMap;
use std::sync::Arc;

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::critical::{Critical, turn};
use super::metric::Metric;
use super::varying::Varying;
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::input::substitution::Substitution;

/// What a figure of some alternatives hinges on.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// The path of the figure.
    pub metric: String,
    /// The last year of the path of the alternatives, which figures outside it are of.
    pub year: Option<i64>,
    /// Whether the files call nothing uncertain, so that the usual ranges were taken.
    pub is_usual: bool,
    /// Each alternative.
    pub scenarios: Vec<ScenarioSensitivity>,
    /// The numbers at which two alternatives change places.
    pub order: Vec<Order>,
    /// The figure over two numbers, where that was asked for.
    pub grid: Option<Grid>,
}

/// What the figure of an alternative hinges on.
#[derive(Clone, Debug)]
pub struct ScenarioSensitivity {
    /// Its name.
    pub name: String,
    /// The figure with all numbers as they stand.
    pub value: Decimal,
    /// A row per number, the one that moves the figure most first.
    pub rows: Vec<SensitivityRow>,
}

/// A number at its low and high.
#[derive(Clone, Debug)]
pub struct SensitivityRow {
    /// The number.
    pub varying: Varying,
    /// Its low and its high.
    pub ends: [Decimal; 2],
    /// The figure at each of them; `None` where nothing can be computed.
    pub figures: [Option<Decimal>; 2],
    /// The value between them at which the figure changes its sign.
    pub critical: Option<Critical>,
}

impl SensitivityRow {
    /// By how much the figure differs between low and high.
    #[must_use]
    pub fn width(&self) -> Option<Decimal> {
        let [low, high] = self.figures;
        Some((high? - low?).abs())
    }
}

/// A number at which two alternatives change places.
#[derive(Clone, Debug)]
pub struct Order {
    /// The alternatives, by position: the first has more below the value.
    pub pair: [usize; 2],
    /// The number.
    pub varying: Varying,
    /// The value of it.
    pub critical: Critical,
}

/// The figure of each alternative over two numbers.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The numbers with their values.
    pub axes: [GridAxis; 2],
    /// Per alternative the figures: a row per value of the first number.
    pub figures: Vec<Vec<Vec<Option<Decimal>>>>,
}

/// A number of a grid.
#[derive(Clone, Debug)]
pub struct GridAxis {
    /// The number.
    pub varying: Varying,
    /// The values that it takes.
    pub values: Vec<Decimal>,
}

/// Values of each number of a grid.
const GRID: i64 = 5;

/// Answers for scenarios that rest on one baseline: `varying` are their numbers, `grid` the positions of two of them.
/// With each scenario comes its figure with all numbers as they stand.
#[must_use]
pub fn analyse(
    scenarios: &[(&LoadedScenario, Decimal)],
    metric: &Metric,
    varying: &[Varying],
    is_usual: bool,
    grid: Option<[usize; 2]>,
) -> Sensitivity {
    let loaded: Vec<&LoadedScenario> = scenarios.iter().map(|(scenario, _)| *scenario).collect();
    let analysis = Analysis { scenarios: &loaded, metric };
    let mut order = Vec::new();
    let mut of_scenarios: Vec<ScenarioSensitivity> = scenarios
        .iter()
        .map(|(scenario, value)| ScenarioSensitivity {
            name: scenario.name.clone(),
            value: *value,
            rows: Vec::new(),
        })
        .collect();
    for number in varying {
        let of_number = OfNumber::new(&analysis, number);
        for (place, of_scenario) in of_scenarios.iter_mut().enumerate() {
            if number.scenario.is_none_or(|owner| owner == place) {
                of_scenario.rows.push(of_number.row(place));
            }
        }
        order.extend(of_number.orders());
    }
    for of_scenario in &mut of_scenarios {
        // What cannot be computed at an end stands last; the order of the files decides between equals.
        of_scenario.rows.sort_by_key(|row| std::cmp::Reverse(row.width()));
    }
    let grid = grid.map(|places| analysis.grid(places.map(|place| &varying[place])));
    let path = loaded.first().and_then(|scenario| scenario.baseline.path.as_ref());
    let year = path.and_then(|loaded| loaded.path.years().last());
    Sensitivity { metric: metric.path().to_owned(), year, is_usual, scenarios: of_scenarios, order, grid }
}

struct Analysis<'run> {
    scenarios: &'run [&'run LoadedScenario],
    metric: &'run Metric,
}

impl Analysis<'_> {
    /// A scenario with some numbers as others; `None` where that cannot be computed.
    fn with(&self, place: usize, numbers: &[(&Varying, Decimal)]) -> Option<LoadedScenario> {
        let scenario = self.scenarios[place];
        let baseline = with(&scenario.baseline, place, numbers)?;
        scenario_with(scenario, &baseline, place, numbers)
    }

    fn grid(&self, axes: [&Varying; 2]) -> Grid {
        let axes = axes.map(|varying| {
            let [low, high] = varying.ends();
            let step = |step: i64| low + (high - low) * Decimal::from(step) / Decimal::from(GRID - 1);
            let mut values: Vec<Decimal> = (0..GRID).map(|at| varying.rounded(step(at))).collect();
            values.dedup();
            GridAxis { varying: varying.clone(), values }
        });
        let [rows, columns] = &axes;
        let figure = |place: usize, row: Decimal, column: Decimal| {
            let scenario = self.with(place, &[(&rows.varying, row), (&columns.varying, column)])?;
            self.metric.of_scenario(&scenario)
        };
        let of_scenario = |place: usize| {
            let of_row =
                |row: &Decimal| columns.values.iter().map(|column| figure(place, *row, *column)).collect();
            rows.values.iter().map(of_row).collect()
        };
        let figures = (0..self.scenarios.len()).map(of_scenario).collect();
        Grid { axes, figures }
    }
}

/// The substitutions of numbers that a baseline, or this scenario, has.
fn with(
    baseline: &Arc<LoadedBaseline>,
    place: usize,
    numbers: &[(&Varying, Decimal)],
) -> Option<Arc<LoadedBaseline>> {
    substituted(place, numbers, |substitutions| baseline.with(substitutions).ok().map(Arc::new))
}

fn scenario_with(
    scenario: &LoadedScenario,
    baseline: &Arc<LoadedBaseline>,
    place: usize,
    numbers: &[(&Varying, Decimal)],
) -> Option<LoadedScenario> {
    substituted(place, numbers, |substitutions| scenario.with(baseline, substitutions).ok())
}

fn substituted<Made>(
    place: usize,
    numbers: &[(&Varying, Decimal)],
    make: impl FnOnce(&[Substitution<'_>]) -> Option<Made>,
) -> Option<Made> {
    let own = numbers.iter().filter(|(varying, _)| varying.scenario.is_none_or(|owner| owner == place));
    let own: Vec<_> =
        own.map(|&(varying, value)| (varying, move |now| varying.in_year(value, now))).collect();
    let substitutions: Vec<Substitution<'_>> =
        own.iter().map(|(varying, value)| Substitution { number: varying.number, value }).collect();
    make(&substitutions)
}

/// A number, with the baselines that were made for it: each alternative asks for the same ones.
struct OfNumber<'run> {
    analysis: &'run Analysis<'run>,
    varying: &'run Varying,
    ends: [Decimal; 2],
    known: std::cell::RefCell<HashMap<Decimal, Option<Arc<LoadedBaseline>>>>,
    unrounded: std::cell::RefCell<HashMap<(usize, Decimal), Option<BigRational>>>,
}

impl<'run> OfNumber<'run> {
    fn new(analysis: &'run Analysis<'run>, varying: &'run Varying) -> Self {
        let (known, unrounded) = Default::default();
        Self { analysis, varying, ends: varying.ends(), known, unrounded }
    }

    fn baseline(&self, value: Decimal) -> Option<Arc<LoadedBaseline>> {
        let made = || {
            let first = &self.analysis.scenarios[0].baseline;
            if self.varying.scenario.is_some() {
                return Some(first.clone());
            }
            with(first, 0, &[(self.varying, value)])
        };
        self.known.borrow_mut().entry(value).or_insert_with(made).clone()
    }

    fn scenario(&self, place: usize, value: Decimal) -> Option<LoadedScenario> {
        let baseline = self.baseline(value)?;
        scenario_with(self.analysis.scenarios[place], &baseline, place, &[(self.varying, value)])
    }

    fn unrounded(&self, place: usize, value: Decimal) -> Option<BigRational> {
        if let Some(known) = self.unrounded.borrow().get(&(place, value)) {
            return known.clone();
        }
        let figure =
            self.scenario(place, value).and_then(|scenario| self.analysis.metric.unrounded(&scenario));
        self.unrounded.borrow_mut().insert((place, value), figure.clone());
        figure
    }

    fn row(&self, place: usize) -> SensitivityRow {
        let figure = |end: Decimal| self.analysis.metric.of_scenario(&self.scenario(place, end)?);
        let decimals = self.varying.what().decimals();
        SensitivityRow {
            varying: self.varying.clone(),
            ends: self.ends,
            figures: self.ends.map(figure),
            critical: turn(self.ends, decimals, &|value| self.unrounded(place, value)),
        }
    }

    /// The pairs of alternatives that change places at some value of the number.
    fn orders(&self) -> Vec<Order> {
        let count = self.analysis.scenarios.len();
        let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| [one, other]));
        let order = |[one, other]: [usize; 2]| {
            let difference =
                |value: Decimal| Some(self.unrounded(one, value)? - self.unrounded(other, value)?);
            let critical = turn(self.ends, self.varying.what().decimals(), &difference)?;
            let is_more = difference(self.ends[0])? > BigRational::default();
            let pair = if is_more { [one, other] } else { [other, one] };
            Some(Order { pair, varying: self.varying.clone(), critical })
        };
        pairs.filter_map(order).collect()
    }
}
