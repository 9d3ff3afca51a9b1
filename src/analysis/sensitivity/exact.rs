//! Sums of a side before they are rounded: fractions of any size.

use num_rational::BigRational;

use crate::input::scenario::LoadedScenario;
use crate::model::allocation::CountryAfter;
use crate::model::kronor::Kronor;
use crate::model::recorder::Silent;

/// Which sum of a side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sum {
    State,
    Region,
    Kommuner,
    Total,
    Kansli,
    Insatser,
}

/// A side of a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Before,
    Gross,
    Net,
}

/// A figure of which it is known how it is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ExactMetric {
    side: Side,
    is_change: bool,
    sum: Sum,
}

impl ExactMetric {
    /// The figure at a path; `None` for those that are not sums of a side or changes of them.
    pub(super) fn of(path: &str) -> Option<Self> {
        let (side, sum) = path.rsplit_once('.')?;
        let (side, is_change) = match side {
            "before.total" => (Side::Before, false),
            "after.gross.total" => (Side::Gross, false),
            "after.net.total" => (Side::Net, false),
            "delta.gross" => (Side::Gross, true),
            "delta.net" => (Side::Net, true),
            _ => return None,
        };
        let sum = match sum {
            "state" => Sum::State,
            "region" => Sum::Region,
            "kommuner" => Sum::Kommuner,
            "total" => Sum::Total,
            "kansli" => Sum::Kansli,
            "insatser" => Sum::Insatser,
            _ => return None,
        };
        Some(Self { side, is_change, sum })
    }

    /// Whether no rule bounds the money of a scenario and its grouping does not change within the year.
    pub(super) fn is_known_of(scenario: &LoadedScenario) -> bool {
        scenario.rules.is_none() && scenario.year().is_none_or(|year| year.spans.len() == 1)
    }

    /// The figure of a scenario; `None` where it is unknown or cannot be computed.
    pub(super) fn figure(self, scenario: &LoadedScenario) -> Option<BigRational> {
        let before = || self.of_side(scenario, Side::Before);
        let figure = self.of_side(scenario, self.side)?;
        if self.is_change { Some(figure - before()?) } else { Some(figure) }
    }

    fn of_side(self, scenario: &LoadedScenario, side: Side) -> Option<BigRational> {
        let model = &scenario.baseline.model;
        let grouping = if side == Side::Before { model.before() } else { &scenario.after };
        let state = || -> Option<BigRational> {
            match side {
                Side::Before | Side::Gross => Some(model.exact_state(grouping, model.gross_rates())),
                Side::Net => {
                    let rates = model.net_rates(CountryAfter::of(grouping), &mut Silent).ok()??;
                    Some(model.exact_state(grouping, &rates))
                }
            }
        };
        let [of_state, of_region, of_kommuner] = *model.baseline().parameters.funding.numerators();
        let part = |numerator: u64| -> Option<BigRational> {
            Some(state()? * BigRational::new(numerator.into(), of_state.into()))
        };
        match self.sum {
            Sum::State => state(),
            Sum::Region => part(of_region),
            Sum::Kommuner => part(of_kommuner),
            Sum::Total => part(of_state + of_region + of_kommuner),
            Sum::Kansli => kansli(scenario, side),
            Sum::Insatser => Some(part(of_state + of_region + of_kommuner)? - kansli(scenario, side)?),
        }
    }
}

/// All kanslier of a side in whole kronor; `None` if one is unknown.
fn kansli(scenario: &LoadedScenario, side: Side) -> Option<BigRational> {
    let outcome = scenario.baseline.model.outcome(&scenario.after, &mut Silent).ok()?;
    let side = if side == Side::Before { outcome.before } else { outcome.gross };
    let sum = side.money().map(|row| row.kansli).sum::<Option<Kronor>>()?;
    Some(BigRational::from_integer(sum.get().into()))
}
