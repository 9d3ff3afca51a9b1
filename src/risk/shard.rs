//! Raw sums of a part of the draws as a file, and several of them put together: a batch system can run parts on many
//! machines, and what comes of them is what one run gives, to the byte.

use serde::{Deserialize, Serialize};

use super::quantiles::{Bins, Values};
use super::result::{Head, Named};
use super::run::{Part, Plan};
use super::sums::{FigureSums, Sums};
use crate::input::files::sha256;

/// What the file of a shard is known by.
const KIND: &str = "finsam risk shard";

/// The version of the form of the file.
const VERSION: u32 = 1;

/// A shard as it is written.
#[derive(Serialize, Deserialize)]
pub struct Shard {
    kind: String,
    version: u32,
    /// What the first draws come to: two shards with another one are not of the same run.
    run: String,
    number: u64,
    of: u64,
    seed: u64,
    draws: u64,
    numbers: usize,
    metrics: Vec<String>,
    ranked: usize,
    years: Vec<i64>,
    scenarios: Vec<ScenarioNames>,
    made: u64,
    left_out: u64,
    figures: Vec<Figure>,
    beats: Vec<u64>,
    ranks: Vec<u64>,
    pays_more: Vec<u64>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct ScenarioNames {
    name: String,
    kommuner: Vec<(String, String)>,
}

/// Sums of a figure; those that programs might not hold are texts.
#[derive(Serialize, Deserialize)]
struct Figure {
    sum: String,
    squares: String,
    below_zero: u64,
    /// Each value, from the least on.
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bins: Option<BinsAsWritten>,
}

#[derive(Serialize, Deserialize)]
struct BinsAsWritten {
    first: i64,
    width: i64,
    count: usize,
    /// The bins that are not empty, with how many values there are in each.
    filled: Vec<(usize, u64)>,
}

/// Why shards cannot be put together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MergeError {
    /// The file at this position is no shard, or is damaged.
    NotAShard(usize),
    /// The file at this position is of another run than the first.
    OtherRun(usize),
    /// The files at these positions are the same shard.
    Twice(usize, usize),
    /// These shards, counted from 1, are missing.
    Missing(Vec<u64>),
}

impl Plan<'_> {
    /// What the run is called and asks.
    #[must_use]
    pub fn head(&self) -> Head {
        let named = |(scenario, kommuner): (&&crate::input::scenario::LoadedScenario, &Vec<_>)| {
            let all = &scenario.baseline.model.baseline().kommuner;
            let names = kommuner.iter().map(|(id, code): &(_, crate::model::kommun::Kommunkod)| {
                (code.to_string(), all.get(*id).name.clone())
            });
            Named { name: scenario.name.clone(), kommuner: names.collect() }
        };
        let path = self.scenarios.first().and_then(|scenario| scenario.baseline.path.clone());
        Head {
            scenarios: self.scenarios.iter().zip(&self.asked.kommuner).map(named).collect(),
            metrics: self.asked.figures.iter().map(|figure| figure.path()).collect(),
            ranked: self.asked.ranked,
            draws: self.draws,
            seed: self.seed,
            numbers: self.varying.len(),
            years: path.map(|loaded| loaded.path.years().collect()).unwrap_or_default(),
        }
    }
}

/// The file of a shard of a run.
#[must_use]
pub(super) fn write(plan: &Plan<'_>, part: Part, sums: Sums) -> Shard {
    let head = plan.head();
    let (number, of) = match part {
        Part::All => (1, 1),
        Part::Shard { number, of } => (number, of),
    };
    let figure = |figure: FigureSums| {
        let (values, bins) = match figure.values {
            Values::All(mut all) => {
                all.sort_unstable();
                (Some(all), None)
            }
            Values::Binned(Bins { first, width, counts }) => {
                let count = counts.len();
                let filled = counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect();
                (None, Some(BinsAsWritten { first, width, count, filled }))
            }
        };
        let (sum, squares) = (figure.sum.to_string(), figure.squares.to_string());
        Figure { sum, squares, below_zero: figure.below_zero, values, bins }
    };
    Shard {
        kind: KIND.to_owned(),
        version: VERSION,
        run: digest(plan),
        number,
        of,
        seed: head.seed,
        draws: head.draws,
        numbers: head.numbers,
        metrics: head.metrics,
        ranked: head.ranked,
        years: head.years,
        scenarios: head
            .scenarios
            .into_iter()
            .map(|named| ScenarioNames { name: named.name, kommuner: named.kommuner })
            .collect(),
        made: sums.draws,
        left_out: sums.left_out,
        figures: sums.figures.into_iter().map(figure).collect(),
        beats: sums.beats,
        ranks: sums.ranks,
        pays_more: sums.pays_more,
    }
}

/// A digest of what the first draws come to.
fn digest(plan: &Plan<'_>) -> String {
    let mut pilot = plan.pilot();
    for figure in &mut pilot.figures {
        if let Values::All(all) = &mut figure.values {
            all.sort_unstable();
        }
    }
    let text = format!("{:?} {pilot:?}", plan.varying);
    sha256(text.as_bytes())
}

impl Shard {
    /// The text of its file.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("values have only keys of text") + "\n"
    }

    /// Reads the text of a file; `None` if it is none of a shard.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let shard: Self = serde_json::from_str(text).ok()?;
        let alternatives = shard.scenarios.len();
        let all = (alternatives + 1).pow(2);
        let kommuner: usize = shard.scenarios.iter().map(|one| one.kommuner.len()).sum();
        let is_whole = shard.kind == KIND
            && shard.version == VERSION
            && alternatives > 0
            && shard.ranked < shard.metrics.len()
            && (1..=shard.of).contains(&shard.number)
            && shard.figures.len() == alternatives * shard.metrics.len()
            && [shard.beats.len(), shard.ranks.len()] == [all; 2]
            && shard.pays_more.len() == kommuner
            && shard.figures.iter().all(|figure| figure.is_whole(shard.made))
            && shard.is_finished();
        is_whole.then_some(shard)
    }

    /// Whether all draws of it were made: one that was interrupted is a part of nothing.
    fn is_finished(&self) -> bool {
        let range = super::run::range(self.draws, Part::Shard { number: self.number, of: self.of });
        self.made.checked_add(self.left_out) == Some(range.end - range.start)
    }

    /// Whether another one is of the same run.
    fn is_of_same_run(&self, other: &Self) -> bool {
        (&self.run, self.of, self.seed, self.draws, &self.metrics, self.ranked, &self.scenarios, self.numbers)
            == (
                &other.run, other.of, other.seed, other.draws, &other.metrics, other.ranked,
                &other.scenarios, other.numbers,
            )
    }

    fn head(&self) -> Head {
        let named = |one: &ScenarioNames| Named { name: one.name.clone(), kommuner: one.kommuner.clone() };
        Head {
            scenarios: self.scenarios.iter().map(named).collect(),
            metrics: self.metrics.clone(),
            ranked: self.ranked,
            draws: self.draws,
            seed: self.seed,
            numbers: self.numbers,
            years: self.years.clone(),
        }
    }

    fn sums(self) -> Option<Sums> {
        Some(Sums {
            draws: self.made,
            left_out: self.left_out,
            figures: self.figures.into_iter().map(Figure::sums).collect::<Option<_>>()?,
            beats: self.beats,
            ranks: self.ranks,
            pays_more: self.pays_more,
        })
    }
}

impl Figure {
    fn is_whole(&self, made: u64) -> bool {
        let count = |count: usize| u64::try_from(count).is_ok_and(|count| count == made);
        match (&self.values, &self.bins) {
            (Some(values), None) => count(values.len()),
            (None, Some(bins)) => {
                let filled = bins.filled.iter().map(|(_, count)| count).sum::<u64>();
                bins.width > 0 && filled == made && bins.filled.iter().all(|(place, _)| *place < bins.count)
            }
            _ => false,
        }
    }

    fn sums(self) -> Option<FigureSums> {
        let values = match (self.values, self.bins) {
            (Some(values), _) => Values::All(values),
            (None, bins) => {
                let BinsAsWritten { first, width, count, filled } = bins?;
                if count > 1 << 20 {
                    return None;
                }
                let mut counts = vec![0; count];
                for (place, count) in filled {
                    counts[place] = count;
                }
                Values::Binned(Bins { first, width, counts })
            }
        };
        let (sum, squares) = (self.sum.parse().ok()?, self.squares.parse().ok()?);
        Some(FigureSums { sum, squares, below_zero: self.below_zero, values })
    }
}

/// All shards of a run put together.
///
/// # Errors
/// If they are not all shards of one run, each once.
pub(super) fn merge(shards: Vec<Option<Shard>>) -> Result<(Head, Sums), MergeError> {
    let mut all: Vec<Shard> = Vec::with_capacity(shards.len());
    for (place, shard) in shards.into_iter().enumerate() {
        let shard = shard.ok_or(MergeError::NotAShard(place))?;
        if all.first().is_some_and(|first| !first.is_of_same_run(&shard)) {
            return Err(MergeError::OtherRun(place));
        }
        if let Some(first) = all.iter().position(|known| known.number == shard.number) {
            return Err(MergeError::Twice(first, place));
        }
        all.push(shard);
    }
    let of = all.first().map_or(0, |first| first.of);
    let missing: Vec<u64> =
        (1..=of).filter(|number| all.iter().all(|shard| shard.number != *number)).take(20).collect();
    if !missing.is_empty() {
        return Err(MergeError::Missing(missing));
    }
    let head = all.first().map(Shard::head).ok_or(MergeError::NotAShard(0))?;
    let mut together: Option<Sums> = None;
    for (place, shard) in all.into_iter().enumerate() {
        let sums = shard.sums().ok_or(MergeError::NotAShard(place))?;
        match &mut together {
            None => together = Some(sums),
            Some(together) => {
                let is_alike =
                    together.figures.iter().zip(&sums.figures).all(|(one, other)| alike(one, other));
                if !is_alike {
                    return Err(MergeError::OtherRun(place));
                }
                together.append(sums);
            }
        }
    }
    Ok((head, together.ok_or(MergeError::NotAShard(0))?))
}

/// Whether the values of two parts can be put together.
fn alike(one: &FigureSums, other: &FigureSums) -> bool {
    match (&one.values, &other.values) {
        (Values::All(_), Values::All(_)) => true,
        (Values::Binned(one), Values::Binned(other)) => {
            (one.first, one.width, one.counts.len()) == (other.first, other.width, other.counts.len())
        }
        _ => false,
    }
}
