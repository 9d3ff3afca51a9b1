//! A draw by the exact kernel, slowly: the scenarios with these numbers, computed as every result is.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::drawing::Drawing;
use super::figures::{Asked, OfDraw};
use crate::analysis::sensitivity::varying::Varying;
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::input::substitution::Substitution;

/// Alternatives that rest on one baseline, with the numbers that vary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact<'run> {
    pub(super) baseline: &'run Arc<LoadedBaseline>,
    pub(super) scenarios: &'run [&'run LoadedScenario],
    pub(super) varying: &'run [Varying],
    pub(super) drawing: &'run Drawing,
    pub(super) asked: &'run Asked,
}

impl Exact<'_> {
    /// What a draw gives, from what was drawn of each number; `None` where it cannot be computed.
    pub(super) fn draw(&self, drawn: &dyn Fn(usize) -> f64) -> Option<OfDraw> {
        let values: Vec<(Option<usize>, _, _)> = self
            .varying
            .iter()
            .zip(self.drawing.samplers())
            .enumerate()
            .map(|(place, (varying, sampler))| {
                let drawn = drawn(place);
                let value = move |now: Decimal| sampler.decimal(sampler.value(drawn, sampler.units(now)));
                (varying.scenario, varying.number, value)
            })
            .collect();
        let of = |owner: Option<usize>| -> Vec<Substitution<'_>> {
            let own = values.iter().filter(|(whose, ..)| *whose == owner);
            own.map(|(_, number, value)| Substitution { number: *number, value }).collect()
        };
        let baseline = Arc::new(self.baseline.with(&of(None)).ok()?);
        let mut found = OfDraw::default();
        for (place, scenario) in self.scenarios.iter().enumerate() {
            let scenario = scenario.with(&baseline, &of(Some(place))).ok()?;
            self.asked.read(place, &scenario, &mut found)?;
        }
        Some(found)
    }
}
