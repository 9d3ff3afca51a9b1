//! What changed between two results: figures that new data or parameters moved, and what is reported beside them.
//!
//! Scenarios are matched by name and file, then by name, then by file; förbund and regions by name, kommuner by
//! kommunkod. A figure may change within the tolerances that fit it: those for every figure and those for its
//! metric stand beside each other. A percent is of the absolute value of the old figure. A figure that was or is
//! unknown, a row that came or went and a scenario that did are beyond any tolerance. Texts, sources and parameters
//! are reported, but decide nothing: what they bring about shows in the figures.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;

use super::allowance::{Allowance, refuse_others};
use super::ratio::{percent_of, sum};
use super::written::{WrittenFigure, WrittenRow, WrittenScenario, WrittenText};
use crate::catalogue::{Figure, Level};
use crate::diagnostic::{CommandProblem, Diagnostics};
use crate::input::tolerance::Tolerance;

/// What may change.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    /// Every figure of a fitting unit, by this.
    pub every: Vec<Tolerance>,
    /// The figures of one metric.
    pub of_metric: Vec<Allowance>,
}

/// What changed between two results.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// In each scenario of both, in the new order.
    pub scenarios: Vec<ScenarioDifference>,
    /// Scenarios that are only in the new result.
    pub added: Vec<String>,
    /// Scenarios that are only in the old one.
    pub removed: Vec<String>,
}

/// What changed in one scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ScenarioDifference {
    /// Its name today.
    pub name: String,
    /// Its file today.
    pub file: String,
    /// Whether both results have net figures.
    pub has_net: bool,
    /// Figures that changed: by level, then by what they count, then the largest change first.
    pub figures: Vec<FigureChange>,
    /// Rows that came or went.
    pub rows: Vec<RowChange>,
    /// Texts that changed.
    pub texts: Vec<TextChange>,
}

/// A figure that changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureChange {
    /// What it is about.
    pub level: Level,
    /// The row it stands in; of a total nothing, or what it is a part of: an insats, a party.
    pub name: String,
    /// See [`WrittenFigure::part`].
    pub part: Option<String>,
    /// Its path, see [`WrittenFigure::metric`].
    pub metric: String,
    /// What it counts, and what it is called.
    pub figure: Figure,
    /// Its old value, if it was known.
    pub old: Option<Decimal>,
    /// Its new value, if it is known.
    pub new: Option<Decimal>,
    /// New less old, if both are known.
    pub change: Option<Decimal>,
    /// The change in percent of the absolute old value, two decimals; none if that was zero.
    pub percent: Option<Decimal>,
    /// Whether it may change that much.
    pub allowed: bool,
}

/// A row that came or went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowChange {
    /// What it is.
    pub level: Level,
    /// The side it stands on, see [`WrittenRow::side`].
    pub side: String,
    /// Its name.
    pub name: String,
    /// Whether it came.
    pub came: bool,
}

/// A text that changed, came or went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextChange {
    /// Its path in the JSON.
    pub metric: String,
    /// Which of several.
    pub name: String,
    /// What it said.
    pub old: Option<String>,
    /// What it says.
    pub new: Option<String>,
}

impl FigureChange {
    /// The name of the förbund, kommun or region that it is about.
    #[must_use]
    pub fn row(&self) -> &str {
        let part = self.part.as_deref().and_then(|part| self.name.strip_suffix(part));
        part.and_then(|row| row.strip_suffix(", ")).unwrap_or(&self.name)
    }
}

impl Difference {
    /// Whether something changed beyond what is allowed.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        let beyond = |one: &ScenarioDifference| {
            !one.rows.is_empty() || one.figures.iter().any(|figure| !figure.allowed)
        };
        !self.added.is_empty() || !self.removed.is_empty() || self.scenarios.iter().any(beyond)
    }

    /// Every figure that changed.
    pub fn figures(&self) -> impl Iterator<Item = &FigureChange> {
        self.scenarios.iter().flat_map(|scenario| &scenario.figures)
    }
}

/// Compares two results.
///
/// # Errors
/// If something is allowed to a metric that neither has.
pub fn compare(
    old: &[WrittenScenario],
    new: &[WrittenScenario],
    allowed: &Allowed,
) -> Result<Difference, Diagnostics> {
    let figures = old.iter().chain(new).flat_map(|scenario| &scenario.figures);
    let metrics: BTreeSet<&str> = figures.map(|figure| figure.metric.as_str()).collect();
    let metrics: Vec<&str> = metrics.into_iter().collect();
    refuse_others(&allowed.of_metric, &metrics, |metric, nearest| CommandProblem::MetricNotCompared {
        metric,
        nearest,
    })?;
    let mut difference = Difference::default();
    let partners = partners(old, new);
    for (position, scenario) in new.iter().enumerate() {
        match partners.get(&position) {
            Some(&partner) => difference.scenarios.push(of_scenario(&old[partner], scenario, allowed)),
            None => difference.added.push(scenario.name.clone()),
        }
    }
    let matched: BTreeSet<usize> = partners.into_values().collect();
    let left = old.iter().enumerate().filter(|(position, _)| !matched.contains(position));
    difference.removed.extend(left.map(|(_, scenario)| scenario.name.clone()));
    Ok(difference)
}

/// Which old scenario belongs to which new one, by position.
fn partners(old: &[WrittenScenario], new: &[WrittenScenario]) -> BTreeMap<usize, usize> {
    let same: [fn(&WrittenScenario, &WrittenScenario) -> bool; 3] = [
        |one, other| one.name == other.name && one.file == other.file,
        |one, other| one.name == other.name,
        |one, other| one.file == other.file,
    ];
    let mut partners = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for same in same {
        for (position, scenario) in new.iter().enumerate() {
            if partners.contains_key(&position) {
                continue;
            }
            let partner = (0..old.len()).find(|other| !taken.contains(other) && same(&old[*other], scenario));
            if let Some(partner) = partner {
                partners.insert(position, partner);
                taken.insert(partner);
            }
        }
    }
    partners
}

fn of_scenario(old: &WrittenScenario, new: &WrittenScenario, allowed: &Allowed) -> ScenarioDifference {
    // Where only one result has net figures, their totals show it; listing every row would bury what else changed.
    let rows_of_net = old.has_net && new.has_net;
    let kept = |path: &str| {
        let last = path.rsplit('.').next();
        rows_of_net || !(path.starts_with("after.net") || last == Some("net") || path.ends_with("_net"))
    };
    // What an older version did not write yet has not changed.
    let in_both = |metric: &str| !old.lacks(metric) && !new.lacks(metric);
    let mut figures = figure_changes(old, new, allowed);
    figures
        .retain(|figure| (figure.level == Level::Total || kept(&figure.metric)) && in_both(&figure.metric));
    sort(&mut figures);
    let mut rows = row_changes(&old.rows, &new.rows);
    rows.retain(|row| kept(&row.side));
    let mut texts = text_changes(&old.texts, &new.texts);
    // Of a row that came or went, its members are no news.
    let mut sides: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.side.is_empty()) {
        sides.entry(&row.name).or_default().insert(&row.side);
    }
    let of_row = |text: &TextChange| {
        let mut sides = sides.get(text.name.as_str()).into_iter().flatten();
        sides.any(|side| text.metric.starts_with(side))
    };
    // Nor is who a party is that came or went, whose figures show it.
    let of_party = |text: &TextChange| {
        text.metric.rsplit('.').next() == Some("kind") && (text.old.is_none() || text.new.is_none())
    };
    texts.retain(|text| kept(&text.metric) && in_both(&text.metric) && !of_row(text) && !of_party(text));
    ScenarioDifference {
        name: new.name.clone(),
        file: new.file.clone(),
        has_net: rows_of_net,
        figures,
        rows,
        texts,
    }
}

/// What a figure is about: its level, row and metric.
fn key(figure: &WrittenFigure) -> (Level, &str, &str) {
    (figure.level, &figure.key, &figure.metric)
}

/// Values by what they are about. A hostile file may name a row twice; then the last one counts.
fn values(scenario: &WrittenScenario) -> BTreeMap<(Level, &str, &str), Option<Decimal>> {
    scenario.figures.iter().map(|figure| (key(figure), figure.value)).collect()
}

fn figure_changes(old: &WrittenScenario, new: &WrittenScenario, allowed: &Allowed) -> Vec<FigureChange> {
    let (before, after) = (values(old), values(new));
    let (old_criteria, new_criteria) = (CriteriaOf::of(old), CriteriaOf::of(new));
    let is_reported =
        |figure: &WrittenFigure| figure.is_added && old_criteria.knows(figure) && new_criteria.knows(figure);
    let mut changes = Vec::new();
    let mut seen = BTreeSet::new();
    for figure in new.figures.iter().chain(&old.figures).filter(|figure| seen.insert(key(figure))) {
        let (old, new) = (before.get(&key(figure)), after.get(&key(figure)));
        let is_in_both = old.is_some() && new.is_some();
        let (old, new) = (old.copied().flatten(), new.copied().flatten());
        if old != new && (is_in_both || figure.level == Level::Total || is_reported(figure)) {
            changes.push(change(figure, old, new, allowed));
        }
    }
    changes
}

/// What a result has criteria of. The figures of a row that came or went are listed by the row; but a förbund that is in
/// both can lack an indicator, and a kommun be missing under a key.
struct CriteriaOf<'scenario> {
    metrics_of_kommuner: HashSet<&'scenario str>,
    rows: BTreeSet<(Level, &'scenario str)>,
}

impl<'scenario> CriteriaOf<'scenario> {
    fn of(scenario: &'scenario WrittenScenario) -> Self {
        let figures = || scenario.figures.iter();
        let of_kommuner = figures().filter(|figure| figure.level == Level::Kommun);
        let criteria = figures().filter(|figure| figure.is_added);
        Self {
            metrics_of_kommuner: of_kommuner.map(|figure| figure.metric.as_str()).collect(),
            rows: criteria.map(|figure| (figure.level, figure.key.as_str())).collect(),
        }
    }

    /// Whether a figure that it lacks could be in it.
    fn knows(&self, figure: &WrittenFigure) -> bool {
        match figure.level {
            Level::Kommun => self.metrics_of_kommuner.contains(figure.metric.as_str()),
            level => self.rows.contains(&(level, figure.key.as_str())),
        }
    }
}

fn change(
    figure: &WrittenFigure,
    old: Option<Decimal>,
    new: Option<Decimal>,
    allowed: &Allowed,
) -> FigureChange {
    let change = old.zip(new).and_then(|(old, new)| sum(new, -old));
    let of_metric = allowed.of_metric.iter().filter(|one| one.metric.value == figure.metric);
    let mut tolerances = allowed.every.iter().chain(of_metric.map(|one| &one.tolerance));
    FigureChange {
        level: figure.level,
        name: figure.name.clone(),
        part: figure.part.clone(),
        metric: figure.metric.clone(),
        figure: figure.figure,
        old,
        new,
        change,
        percent: change.zip(old).and_then(|(change, old)| percent_of(change, old.abs())),
        allowed: change.zip(old).is_some_and(|(change, old)| {
            tolerances.any(|tolerance| tolerance.covers(change, old, figure.figure.unit))
        }),
    }
}

/// By level and by what is counted; then the metric with the largest change first, and in it the row with the
/// largest. What became known or unknown comes before all else.
fn sort(figures: &mut [FigureChange]) {
    let size = |figure: &FigureChange| figure.change.map_or(Decimal::MAX, |change| change.abs());
    let mut largest: BTreeMap<(Level, String), Decimal> = BTreeMap::new();
    for figure in figures.iter() {
        let most = largest.entry((figure.level, figure.metric.clone())).or_default();
        *most = (*most).max(size(figure));
    }
    let rank = |figure: &FigureChange| largest.get(&(figure.level, figure.metric.clone())).copied();
    figures.sort_by(|one, other| {
        (one.level, one.figure.unit)
            .cmp(&(other.level, other.figure.unit))
            .then_with(|| rank(other).cmp(&rank(one)))
            .then_with(|| one.metric.cmp(&other.metric))
            .then_with(|| size(other).cmp(&size(one)))
    });
}

fn row_changes(old: &[WrittenRow], new: &[WrittenRow]) -> Vec<RowChange> {
    fn key(row: &WrittenRow) -> (Level, &str, &str) {
        (row.level, &row.side, &row.key)
    }
    let missing = |rows: &[WrittenRow], others: &[WrittenRow], came: bool| {
        let others: BTreeSet<_> = others.iter().map(key).collect();
        let missing = rows.iter().filter(|row| !others.contains(&key(row)));
        let change = |row: &WrittenRow| {
            let (level, side, name) = (row.level, row.side.clone(), row.name.clone());
            RowChange { level, side, name, came }
        };
        missing.map(change).collect::<Vec<_>>()
    };
    [missing(new, old, true), missing(old, new, false)].concat()
}

/// The texts of one path and name: the old ones, and the new ones.
type Texts<'scenario> = (Vec<&'scenario str>, Vec<&'scenario str>);

/// Texts of the same path and name are paired off: those that stayed first, then the rest in their order.
fn text_changes(old: &[WrittenText], new: &[WrittenText]) -> Vec<TextChange> {
    let mut keys: Vec<(&str, &str)> = Vec::new();
    let mut groups: BTreeMap<(&str, &str), Texts<'_>> = BTreeMap::new();
    for (texts, is_new) in [(new, true), (old, false)] {
        for text in texts {
            let key = (text.metric.as_str(), text.name.as_str());
            let group = groups.entry(key).or_insert_with(|| {
                keys.push(key);
                (Vec::new(), Vec::new())
            });
            if is_new { &mut group.1 } else { &mut group.0 }.push(&text.value);
        }
    }
    let mut changes = Vec::new();
    for key in keys {
        let Some((mut before, mut after)) = groups.remove(&key) else { continue };
        after.retain(|value| match before.iter().position(|other| other == value) {
            Some(position) => {
                before.remove(position);
                false
            }
            None => true,
        });
        for position in 0..before.len().max(after.len()) {
            let value = |values: &[&str]| values.get(position).map(|&value| value.to_owned());
            let (metric, name) = (key.0.to_owned(), key.1.to_owned());
            changes.push(TextChange { metric, name, old: value(&before), new: value(&after) });
        }
    }
    changes
}
