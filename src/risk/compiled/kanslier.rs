//! All kanslier of a side as a sum of those that vary, and of what does not.

use rust_decimal::Decimal;

use super::super::drawing::Block;
use super::super::exact::Exact;
use super::changed;
use crate::input::scenario::LoadedScenario;
use crate::input::uncertain::Number;
use crate::model::kronor::Kronor;
use crate::model::outcome::Side;
use crate::model::recorder::Silent;

/// The kanslier of every side; `None` where one is unknown.
#[derive(Debug)]
pub(super) struct Kanslier {
    /// Today's, then those of each alternative.
    sides: Vec<Option<Linear>>,
}

/// A whole amount, and the columns that are added to it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Linear {
    fixed: i64,
    columns: Vec<usize>,
}

impl Kanslier {
    /// How the kanslier of the alternatives are made of those that vary; `None` where a part of one is lost, so that its
    /// share decides.
    ///
    /// Each kansli that varies is computed as another one: it counts wholly or not at all, alone and together with all
    /// others, or the exact kernel must be asked for every draw.
    pub(super) fn of(exact: &Exact<'_>) -> Option<Self> {
        let now = sums(&changed(exact, &[])?)?;
        let kanslier: Vec<(usize, Option<usize>, Number, i64)> = exact
            .varying
            .iter()
            .enumerate()
            .filter(|(_, varying)| {
                use Number::{ChangeKansli, Kansli, SharedKansli};
                matches!(varying.number, Kansli(_) | SharedKansli(_) | ChangeKansli { .. })
            })
            .map(|(place, varying)| Some((place, varying.scenario, varying.number, whole(varying.now)?)))
            .collect::<Option<_>>()?;
        let mut sides: Vec<Option<Linear>> =
            now.iter().map(|sum| sum.map(|fixed| Linear { fixed, columns: Vec::new() })).collect();
        let mut all = Vec::new();
        for (step, &(place, owner, number, cost)) in (1..).zip(&kanslier) {
            let more = 1_000_003 * step;
            all.push((owner, number, Decimal::from(cost + more)));
            let other = sums(&changed(exact, &[(owner, number, Decimal::from(cost + more))])?)?;
            for ((side, now), other) in sides.iter_mut().zip(&now).zip(other) {
                match (side, now.zip(other).map(|(now, other)| other - now)) {
                    (None, None) | (Some(_), Some(0)) => {}
                    (Some(side), Some(difference)) if difference == more => {
                        side.fixed -= cost;
                        side.columns.push(place);
                    }
                    _ => return None,
                }
            }
        }
        let together = sums(&changed(exact, &all)?)?;
        let found = Self { sides };
        let cost = |place: usize| {
            let of = kanslier.iter().zip(&all).find(|((column, ..), _)| *column == place);
            of.and_then(|(_, (.., value))| whole(*value))
        };
        let is_right = found.sides.iter().zip(together).all(|(side, together)| {
            let sum = side.as_ref().and_then(|side| {
                let varying = side.columns.iter().map(|&column| cost(column)).sum::<Option<i64>>()?;
                Some(side.fixed + varying)
            });
            sum == together
        });
        is_right.then_some(found)
    }

    /// Today's, kr.
    pub(super) fn before(&self, block: &Block, draw: usize) -> Option<i64> {
        self.sum(0, block, draw)
    }

    /// Those of an alternative, kr.
    pub(super) fn after(&self, place: usize, block: &Block, draw: usize) -> Option<i64> {
        self.sum(place + 1, block, draw)
    }

    #[expect(clippy::cast_possible_truncation, reason = "draws of kronor are whole")]
    fn sum(&self, side: usize, block: &Block, draw: usize) -> Option<i64> {
        let Linear { fixed, columns } = self.sides[side].as_ref()?;
        Some(columns.iter().fold(*fixed, |sum, &column| sum + block.columns[column][draw] as i64))
    }
}

fn whole(cost: Decimal) -> Option<i64> {
    i64::try_from(cost.normalize().mantissa()).ok().filter(|_| cost.normalize().scale() == 0)
}

/// All kanslier today, then those of each scenario; `None` outside if one cannot be computed, inside if one is unknown.
fn sums(scenarios: &[LoadedScenario]) -> Option<Vec<Option<i64>>> {
    let of_side = |side: &Side| {
        let sum = side.money().map(|row| row.kansli).sum::<Option<Kronor>>();
        sum.map(Kronor::get)
    };
    let mut sums = Vec::new();
    for scenario in scenarios {
        let outcome = scenario.baseline.model.outcome(&scenario.after, &mut Silent).ok()?;
        if sums.is_empty() {
            sums.push(of_side(&outcome.before));
        }
        sums.push(of_side(&outcome.gross));
    }
    Some(sums)
}
