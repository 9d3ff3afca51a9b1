//! Which figures of a draw are kept, and how they are read off what the model computes.

use crate::analysis::simulation::{Computed, compute};
use crate::analysis::total::Total;
use crate::input::scenario::LoadedScenario;
use crate::model::error::ModelError;
use crate::model::kommun::{KommunId, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::outcome::Side;

/// A figure of every alternative.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Figure {
    /// A change of a sum.
    Delta(Sum, IsNet),
    /// A change in a year of a path, by its position.
    OfYear(usize, Sum, IsNet),
    /// What all years together leave to insatser after one-off costs.
    Accumulated(IsNet),
}

/// Whether the national total was shared out anew.
pub(super) type IsNet = bool;

/// A sum over all förbund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sum {
    State,
    Total,
    Kansli,
    Insatser,
}

impl Sum {
    fn of(self, total: &Total) -> Option<Kronor> {
        match self {
            Self::State => Some(total.state),
            Self::Total => Some(total.total),
            Self::Kansli => total.kansli,
            Self::Insatser => total.insatser,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Total => "total",
            Self::Kansli => "kansli",
            Self::Insatser => "insatser",
        }
    }
}

impl Figure {
    /// Its path into the JSON result.
    pub(super) fn path(self) -> String {
        let side = |is_net: bool| if is_net { "net" } else { "gross" };
        match self {
            Self::Delta(sum, is_net) => format!("delta.{}.{}", side(is_net), sum.key()),
            Self::OfYear(position, sum, is_net) => {
                format!("path.years.{position}.delta.{}.{}", side(is_net), sum.key())
            }
            Self::Accumulated(is_net) => format!("path.accumulated.{}.insatser_after_one_off", side(is_net)),
        }
    }

    fn of(self, money: &Money) -> Option<i64> {
        let amount = match self {
            Self::Delta(sum, is_net) => sum.of(&money.delta[usize::from(is_net)]?),
            Self::OfYear(position, sum, is_net) => sum.of(&money.years.get(position)?[usize::from(is_net)]?),
            Self::Accumulated(is_net) => money.accumulated[usize::from(is_net)],
        };
        amount.map(Kronor::get)
    }
}

/// What is kept of a scenario in a draw.
struct Money {
    /// Changes, gross and net.
    delta: [Option<Total>; 2],
    years: Vec<[Option<Total>; 2]>,
    accumulated: [Option<Kronor>; 2],
}

impl Money {
    fn of(computed: &Computed) -> Self {
        let outcome = &computed.outcome;
        let before = total(&outcome.before);
        let gross = total(&outcome.gross).less(&before);
        let net = outcome.net.as_ref().map(|net| total(net).less(&before));
        let (mut years, mut accumulated) = (Vec::new(), [None; 2]);
        if let Some(path) = &computed.path {
            years.extend(path.years.iter().map(|year| [Some(year.delta.gross), year.delta.net]));
            let net = path.accumulated.net.as_ref();
            accumulated = [
                path.accumulated.gross.insatser_after_one_off,
                net.and_then(|net| net.insatser_after_one_off),
            ];
        }
        Self { delta: [Some(gross), net], years, accumulated }
    }
}

fn total(side: &Side) -> Total {
    let sum = |of: fn(&crate::model::outcome::RowMoney) -> Kronor| side.money().map(of).sum::<Kronor>();
    let kansli = side.money().map(|row| row.kansli).sum::<Option<Kronor>>();
    let total = sum(|row| row.total);
    Total {
        forbund: 0,
        state: sum(|row| row.state.total),
        region: sum(|row| row.region),
        kommuner: sum(|row| row.kommuner),
        total,
        kansli,
        insatser: kansli.map(|kansli| total - kansli),
        // No draw is asked for it.
        kansli_share: None,
    }
}

/// What is asked of every draw.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The figures that are known of all alternatives.
    pub(super) figures: Vec<Figure>,
    /// The one that alternatives are ranked by, by its position.
    pub(super) ranked: usize,
    /// Whether ranks and payments are net.
    pub(super) is_net: bool,
    /// Per alternative its kommuner, those in a förbund before or after.
    pub(super) kommuner: Vec<Vec<(KommunId, Kommunkod)>>,
}

/// What a draw gives.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct OfDraw {
    /// Per alternative its figures, one alternative after the other, kr.
    pub(super) figures: Vec<i64>,
    /// Per alternative and kommun whether it pays more than today, one after the other.
    pub(super) pays_more: Vec<bool>,
}

impl Asked {
    /// What can be asked of these scenarios.
    ///
    /// # Errors
    /// If one of them cannot be computed.
    pub(super) fn of(scenarios: &[&LoadedScenario]) -> Result<Self, ModelError> {
        let computed = scenarios.iter().map(|one| compute(one)).collect::<Result<Vec<_>, _>>()?;
        let money: Vec<Money> = computed.iter().map(Money::of).collect();
        let is_known = |figure: &Figure| money.iter().all(|money| figure.of(money).is_some());
        let sums = [Sum::State, Sum::Total, Sum::Kansli, Sum::Insatser];
        let both = [false, true];
        let mut figures: Vec<Figure> = both
            .into_iter()
            // A kansli costs what it costs, gross and net.
            .flat_map(|net| {
                sums.into_iter().filter(move |sum| !net || *sum != Sum::Kansli).map(move |sum| (sum, net))
            })
            .map(|(sum, net)| Figure::Delta(sum, net))
            .collect();
        let years = money.first().map_or(0, |money| money.years.len());
        for year in 0..years {
            for sum in [Sum::Total, Sum::Insatser] {
                figures.extend(both.map(|net| Figure::OfYear(year, sum, net)));
            }
        }
        figures.extend(both.map(Figure::Accumulated));
        figures.retain(is_known);
        let place = |sum, net| figures.iter().position(|figure| *figure == Figure::Delta(sum, net));
        let is_net = place(Sum::Total, true).is_some();
        let ranked = place(Sum::Insatser, is_net).or_else(|| place(Sum::Total, is_net));
        let ranked = ranked.expect("income is always known");
        let kommuner = scenarios.iter().map(|scenario| {
            let model = &scenario.baseline.model;
            let all = model.baseline().kommuner.iter();
            let listed = all.filter(|(id, _)| model.before().holds(*id) || scenario.after.holds(*id));
            listed.map(|(id, kommun)| (id, kommun.kommunkod)).collect()
        });
        Ok(Self { figures, ranked, is_net, kommuner: kommuner.collect() })
    }

    /// Appends what a scenario, the one at a place, gives.
    ///
    /// # Errors
    /// If it cannot be computed, or a figure is unknown that was known at first.
    pub(super) fn read(&self, place: usize, scenario: &LoadedScenario, into: &mut OfDraw) -> Option<()> {
        let computed = compute(scenario).ok()?;
        let money = Money::of(&computed);
        for figure in &self.figures {
            into.figures.push(figure.of(&money)?);
        }
        let outcome = &computed.outcome;
        let after = if self.is_net { outcome.net.as_ref()? } else { &outcome.gross };
        let kommuner = scenario.baseline.model.baseline().kommuner.len();
        let [before, after] = [&outcome.before, after].map(|side| {
            let mut paid = vec![Kronor::ZERO; kommuner];
            for &(kommun, amount) in side.money().flat_map(|row| row.contributions.iter()) {
                paid[kommun.index()] = paid[kommun.index()] + amount;
            }
            paid
        });
        let more = |(kommun, _): &(KommunId, Kommunkod)| after[kommun.index()] > before[kommun.index()];
        into.pays_more.extend(self.kommuner[place].iter().map(more));
        Some(())
    }
}
