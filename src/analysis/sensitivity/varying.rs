//! The numbers that vary: those that files call uncertain, or where none does, those that every result hinges on.

use std::collections::BTreeSet;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diagnostic::{Diagnostic, Diagnostics, UncertainProblem};
use crate::input::scenario::LoadedScenario;
use crate::input::uncertain::{Number, Spread, Subject, Uncertain, bounds};
use crate::input::uncertain_section::What;
use crate::model::kommun::KommunId;

/// A number that varies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Varying {
    /// The number.
    pub number: Number,
    /// The scenario that it belongs to, where it is not one of the baseline.
    pub scenario: Option<usize>,
    /// How it may turn out.
    pub spread: Spread,
    /// How much it moves with the others of its factor, from 0 to 1.
    pub correlation: Decimal,
    /// The factor that it shares with others: of its entry, or of its group.
    pub factor: usize,
    /// Whose it is: the name of a kommun or of a förbund.
    pub whose: Option<String>,
    /// As it stands, in the last year of a path.
    pub now: Decimal,
}

/// Which kommuner vary where an entry says all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kommuner {
    /// Those of today's förbund.
    OfForbund,
    /// All whose figures matter: those of förbund before or after, and those of the rest of the country that are not
    /// given as a sum.
    All,
}

/// The entries of the scenarios, which rest on one baseline; those that several state alike once.
///
/// # Errors
/// Entries of different scenarios about the same number of the baseline that differ.
fn entries(scenarios: &[&LoadedScenario]) -> Result<Vec<(Option<usize>, Uncertain)>, Diagnostics> {
    let of_baseline = scenarios.first().map(|first| first.baseline.uncertain.clone());
    let mut all: Vec<(Option<usize>, Uncertain)> =
        of_baseline.into_iter().flatten().map(|entry| (None, entry)).collect();
    let mut found = Diagnostics::default();
    for (place, scenario) in scenarios.iter().enumerate() {
        for entry in &scenario.uncertain {
            let is_own = matches!(&entry.subject, Subject::These(numbers) if numbers.iter().any(|one| one.is_of_scenario()));
            let owner = is_own.then_some(place);
            let clash = all.iter().find(|(whose, other)| *whose == owner && other.clashes_with(entry));
            match clash {
                Some((_, other)) if other.says_the_same(entry) => {}
                Some((_, other)) => {
                    let problem = UncertainProblem::Differ { what: entry.what.key().to_owned() };
                    let place = &entry.place;
                    let diagnostic = Diagnostic::at(problem, &place.source, place.span.clone());
                    found.push(diagnostic.and(&other.place.source, other.place.span.clone()));
                }
                None => all.push((owner, entry.clone())),
            }
        }
    }
    if found.has_errors() { Err(found) } else { Ok(all) }
}

/// The numbers that the files of the scenarios call uncertain; none if they call none so.
///
/// # Errors
/// As `entries`.
pub fn uncertain(scenarios: &[&LoadedScenario], kommuner: Kommuner) -> Result<Vec<Varying>, Diagnostics> {
    let entries = entries(scenarios)?;
    let mut factors: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    let named: BTreeSet<(Option<usize>, Number)> = entries
        .iter()
        .filter(|(_, entry)| entry.is_narrow)
        .flat_map(|(owner, entry)| match &entry.subject {
            Subject::These(numbers) => numbers.iter().map(|number| (*owner, *number)).collect(),
            Subject::EveryForsorjningsmatt | Subject::EveryBefolkning => Vec::new(),
        })
        .collect();
    for (place, (owner, entry)) in entries.iter().enumerate() {
        // Entries have factors of their own, groups share the one after all of them.
        let factor = match &entry.group {
            None => place,
            Some(group) => {
                let known = factors.iter().position(|known| known == group).unwrap_or_else(|| {
                    factors.push(group);
                    factors.len() - 1
                });
                entries.len() + known
            }
        };
        let numbers = match &entry.subject {
            Subject::These(numbers) => numbers.clone(),
            Subject::EveryForsorjningsmatt => {
                varying_kommuner(scenarios, kommuner).into_iter().map(Number::Forsorjningsmatt).collect()
            }
            Subject::EveryBefolkning => {
                varying_kommuner(scenarios, kommuner).into_iter().map(Number::Befolkning).collect()
            }
        };
        for number in numbers {
            if !entry.is_narrow && named.contains(&(*owner, number)) {
                continue;
            }
            let spread = entry.spread.clone();
            all.extend(varying(scenarios, *owner, number, spread, (entry.correlation, factor)));
        }
    }
    Ok(all)
}

/// What every result hinges on, where files call nothing uncertain: the appropriation and the försörjningsmått of each
/// kommun ±5 percent, the number of other förbund ±5, each kansli ±20 percent, the weights 65/35 to 85/15.
#[must_use]
pub fn usual(scenarios: &[&LoadedScenario]) -> Vec<Varying> {
    let mut all = Vec::new();
    let Some(first) = scenarios.first() else { return all };
    let mut add = |owner: Option<usize>, number: Number, ends: &dyn Fn(Decimal) -> (Decimal, Decimal)| {
        let now = match owner {
            Some(place) => scenarios[place].number(number),
            None => first.number(number),
        };
        let Some(now) = now else { return };
        let (low, high) = ends(now);
        let [least, most] = bounds(number.what());
        let decimals = number.what().decimals();
        let within = |end: Decimal| {
            let end = end.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            end.clamp(least, most)
        };
        let spread = Spread::Uniform { low: within(low), high: within(high) };
        let factor = all.len();
        all.extend(varying(scenarios, owner, number, spread, (Decimal::ZERO, factor)));
    };
    let parts =
        |share: Decimal| move |now: Decimal| (now * (Decimal::ONE - share), now * (Decimal::ONE + share));
    let five_percent = parts(Decimal::new(5, 2));
    let twenty_percent = parts(Decimal::new(20, 2));
    add(None, Number::Appropriation, &five_percent);
    add(None, Number::RestForbund, &|now| (now - Decimal::from(5), now + Decimal::from(5)));
    add(None, Number::Weight, &|_| (Decimal::new(65, 2), Decimal::new(85, 2)));
    for place in 0..first.baseline.written.forbund.len() {
        add(None, Number::Kansli(place), &twenty_percent);
    }
    for place in 0..first.baseline.written.shared_kanslier.len() {
        add(None, Number::SharedKansli(place), &twenty_percent);
    }
    for (owner, scenario) in scenarios.iter().enumerate() {
        for change in 0..scenario.changes.len() {
            for cost in 0.. {
                let number = Number::ChangeKansli { change, cost };
                if scenario.number(number).is_none() {
                    break;
                }
                add(Some(owner), number, &twenty_percent);
            }
        }
    }
    for kommun in varying_kommuner(scenarios, Kommuner::OfForbund) {
        add(None, Number::Forsorjningsmatt(kommun), &five_percent);
    }
    all
}

/// A number with its name and value; `None` where the files have none.
fn varying(
    scenarios: &[&LoadedScenario],
    owner: Option<usize>,
    number: Number,
    spread: Spread,
    (correlation, factor): (Decimal, usize),
) -> Option<Varying> {
    let scenario = scenarios[owner.unwrap_or(0)];
    let now = scenario.number(number)?;
    let baseline = scenario.baseline.model.baseline();
    let whose = match number {
        Number::Forsorjningsmatt(kommun) | Number::Befolkning(kommun) => {
            Some(baseline.kommuner.get(kommun).name.clone())
        }
        Number::Kansli(place) => baseline.forbund.get(place).map(|forbund| forbund.name.clone()),
        Number::SharedKansli(place) => {
            let section = scenario.baseline.written.shared_kanslier.get(place);
            let names = section.and_then(|section| section.forbund.as_ref());
            let names =
                names.map(|names| names.value.iter().map(|name| name.value.as_str()).collect::<Vec<_>>());
            names.map(|names| names.join(", "))
        }
        Number::ChangeKansli { change, cost } => {
            scenario.written.changes.get(change).map(|section| section.payers(cost).join(", "))
        }
        Number::Engangskostnad(change) => {
            scenario.written.changes.get(change).map(|section| section.payers(0).join(", "))
        }
        Number::Appropriation
        | Number::BaseGrant
        | Number::RestForbund
        | Number::RestBefolkning
        | Number::RestForsorjningsmatt
        | Number::Weight
        | Number::KansliIndex => None,
    };
    Some(Varying { number, scenario: owner, spread, correlation, factor, whose, now })
}

fn varying_kommuner(scenarios: &[&LoadedScenario], which: Kommuner) -> Vec<KommunId> {
    let Some(first) = scenarios.first() else { return Vec::new() };
    let model = &first.baseline.model;
    let all = model.baseline().kommuner.iter().map(|(kommun, _)| kommun);
    let matters = |kommun: &KommunId| {
        model.before().holds(*kommun)
            || which == Kommuner::All
                && (model.country_holds(*kommun)
                    || scenarios.iter().any(|scenario| scenario.after.holds(*kommun)))
    };
    all.filter(matters).collect()
}

/// How many standard deviations from the mean of a normal distribution its 5th and 95th percentiles are.
const PERCENTILE: Decimal = Decimal::from_parts(1_644_853_627, 0, 0, false, 9);

impl Varying {
    /// Its low and its high: the ends, the least and the greatest value, or the 5th and the 95th percentile.
    #[must_use]
    pub fn ends(&self) -> [Decimal; 2] {
        let around = |mean: Decimal, sd: Decimal| {
            let [least, most] = bounds(self.number.what());
            [mean - PERCENTILE * sd, mean + PERCENTILE * sd].map(|end| self.rounded(end.clamp(least, most)))
        };
        match &self.spread {
            Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } => {
                [*low, *high].map(|end| self.rounded(end))
            }
            Spread::Normal { mean, sd } => around(*mean, *sd),
            Spread::Relative { sd } => around(self.now, self.now.abs() * *sd),
            Spread::Values(values) => {
                let ends = [values.iter().min(), values.iter().max()];
                ends.map(|end| self.rounded(*end.expect("a list that is not empty")))
            }
        }
    }

    /// A value in its smallest unit.
    #[must_use]
    pub fn rounded(&self, value: Decimal) -> Decimal {
        value.round_dp_with_strategy(self.number.what().decimals(), RoundingStrategy::MidpointAwayFromZero)
    }

    /// Whether it varies in parts of itself, so that of a path each year's figure varies alike.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        matches!(self.spread, Spread::Relative { .. })
    }

    /// What a number becomes in a year when it is `value` in the last.
    #[must_use]
    pub fn in_year(&self, value: Decimal, of_year: Decimal) -> Decimal {
        if !self.is_relative() || of_year == self.now || self.now.is_zero() {
            return value;
        }
        of_year.checked_mul(value).map_or(value, |product| product / self.now)
    }

    /// What it is called in the file.
    #[must_use]
    pub fn what(&self) -> What {
        self.number.what()
    }

    /// What it is called on the command line: "kansli:Finnveden".
    #[must_use]
    pub fn name(&self) -> String {
        let what = self.what().key();
        self.whose.as_ref().map_or_else(|| what.to_owned(), |whose| format!("{what}:{whose}"))
    }
}
