//! JSON of a run of draws.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::json::to_text;
use crate::analysis::result::SCHEMA_VERSION;
use crate::report::risk::{probability, warnings};
use crate::risk::result::{MetricRisk, QUANTILES, Risk, ScenarioRisk};
use crate::text::language::Language;

#[derive(Serialize)]
struct Answer<'risk> {
    schema_version: u32,
    /// All that were made, those left out too.
    draws: u64,
    left_out: u64,
    seed: u64,
    ranked_by: &'risk str,
    scenarios: Vec<ScenarioEntry<'risk>>,
    today: TodayEntry<'risk>,
    beats: &'risk [Vec<f64>],
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct TodayEntry<'risk> {
    ranks: &'risk [f64],
}

#[derive(Serialize)]
struct ScenarioEntry<'risk> {
    name: &'risk str,
    metrics: Vec<MetricEntry<'risk>>,
    ranks: &'risk [f64],
    kommuner: Vec<KommunEntry<'risk>>,
}

#[derive(Serialize)]
struct MetricEntry<'risk> {
    metric: &'risk str,
    mean: f64,
    sd: f64,
    standard_error: f64,
    quantiles: Quantiles<i64>,
    quantile_errors: Quantiles<f64>,
    below_zero: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    bin_width: Option<i64>,
}

#[derive(Serialize)]
struct KommunEntry<'risk> {
    kommunkod: &'risk str,
    pays_more: f64,
}

/// A value for each of the quantiles, by its probability.
struct Quantiles<Value>([Value; 5]);

impl<Value: Serialize> Serialize for Quantiles<Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(QUANTILES.len()))?;
        for (percent, value) in QUANTILES.iter().zip(&self.0) {
            map.serialize_entry(&probability(*percent), value)?;
        }
        map.end()
    }
}

/// All of it, with warnings in a language.
#[must_use]
pub fn risk(risk: &Risk, language: Language) -> String {
    let scenarios = risk.head.scenarios.iter().zip(&risk.scenarios);
    to_text(&Answer {
        schema_version: SCHEMA_VERSION,
        draws: risk.draws + risk.left_out,
        left_out: risk.left_out,
        seed: risk.head.seed,
        ranked_by: &risk.head.metrics[risk.head.ranked],
        scenarios: scenarios.map(|(named, of)| scenario(risk, named, of)).collect(),
        today: TodayEntry { ranks: &risk.today },
        beats: &risk.beats,
        warnings: warnings(risk, language),
    })
}

fn scenario<'risk>(
    risk: &'risk Risk,
    named: &'risk crate::risk::result::Named,
    of: &'risk ScenarioRisk,
) -> ScenarioEntry<'risk> {
    let metric = |(metric, of): (&'risk String, &MetricRisk)| MetricEntry {
        metric,
        mean: of.mean,
        sd: of.sd,
        standard_error: of.standard_error,
        quantiles: Quantiles(of.quantiles),
        quantile_errors: Quantiles(of.quantile_errors),
        below_zero: of.below_zero,
        bin_width: of.bin_width,
    };
    let kommun = |((kommunkod, _), pays_more): (&'risk (String, String), &f64)| KommunEntry {
        kommunkod,
        pays_more: *pays_more,
    };
    ScenarioEntry {
        name: &named.name,
        metrics: risk.head.metrics.iter().zip(&of.metrics).map(metric).collect(),
        ranks: &of.ranks,
        kommuner: named.kommuner.iter().zip(&of.pays_more).map(kommun).collect(),
    }
}
