//! A scenario file as written: every value with its place, nothing looked up.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::baseline_file::AssumptionSection;
use super::document::{self, At, Section};
use super::shape::{Cost, Shape, words};
use super::tolerance;
use crate::diagnostic::{
    CheckProblem, Diagnostics, DocumentProblem, Problem, ScenarioProblem, Seatless, Source,
};
use crate::model::figures::Figures;
use crate::model::kansli::SplitBy;
use crate::model::kronor::Kronor;

/// A scenario file.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ScenarioFile {
    /// `name`.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// `description`.
    pub description: Option<At<String>>,
    /// `source`.
    pub source: Option<At<String>>,
    /// `baseline`: the path of the baseline, relative to this file.
    #[schemars(required)]
    pub baseline: Option<At<String>>,
    /// `[[change]]`, in order.
    #[schemars(rename = "change", default)]
    pub changes: Vec<ChangeSection>,
    /// `[[check]]`.
    #[schemars(rename = "check", default)]
    pub checks: Vec<CheckSection>,
    /// `[[assumption]]`.
    #[schemars(rename = "assumption", default)]
    pub assumptions: Vec<AssumptionSection>,
}

/// `[[change]]`.
#[derive(Clone, Debug)]
pub struct ChangeSection {
    /// What it does; `None` if that could not be read.
    pub verb: Option<Verb>,
    /// `kansli`, kr a year.
    pub kansli: Option<At<Kronor>>,
    /// `sate`: the kommun where the förbund has its seat that is made or receives.
    pub sate: Option<At<String>>,
    /// `engangskostnad`, kr once.
    pub engangskostnad: Option<At<Kronor>>,
    /// The place of the table.
    pub span: Range<usize>,
}

/// The changes that cannot state a kansli: nobody receives one, or each part has its own.
const WITHOUT_KANSLI: [&str; 2] = ["move_outside", "split"];

/// The changes that cannot state a seat: likewise, and nothing is made where only the kanslier become one.
const WITHOUT_SATE: [&str; 3] = ["move_outside", "split", "shared_kansli"];

/// A change is one of several tables, each with the keys of its verb, and most with a kansli and a seat.
impl JsonSchema for ChangeSection {
    fn schema_name() -> Cow<'static, str> {
        "ChangeSection".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut verbs = Verb::json_schema(generator).remove("anyOf").unwrap_or_default();
        for verb in verbs.as_array_mut().into_iter().flatten() {
            let cost = Cost::shape(generator).to_value();
            let with_kansli = WITHOUT_KANSLI.iter().all(|title| verb["title"] != *title);
            let with_sate = WITHOUT_SATE.iter().all(|title| verb["title"] != *title);
            if let Some(properties) = verb["properties"].as_object_mut() {
                properties.insert("engangskostnad".to_owned(), cost.clone());
                if with_kansli {
                    properties.insert("kansli".to_owned(), cost);
                }
                if with_sate {
                    properties.insert("sate".to_owned(), String::shape(generator).to_value());
                }
            }
            if verb["title"] == "shared_kansli"
                && let Some(required) = verb["required"].as_array_mut()
            {
                required.push(Value::from("kansli"));
            }
        }
        json_schema!({ "oneOf": verbs })
    }
}

/// What a change does.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged, deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the file")]
pub enum Verb {
    #[schemars(title = "move")]
    Move {
        #[schemars(rename = "move")]
        kommuner: At<Vec<At<String>>>,
        to: At<String>,
    },
    #[schemars(title = "move_outside")]
    MoveOutside {
        #[schemars(rename = "move")]
        kommuner: At<Vec<At<String>>>,
        outside: At<String>,
    },
    #[schemars(title = "merge")]
    Merge {
        #[schemars(rename = "merge", length(min = 2))]
        parts: At<Vec<At<String>>>,
        into: At<String>,
    },
    #[schemars(title = "split")]
    Split {
        #[schemars(rename = "split")]
        whole: At<String>,
        #[schemars(length(min = 2))]
        into: Vec<PartSection>,
    },
    #[schemars(title = "create")]
    Create {
        #[schemars(rename = "create")]
        name: At<String>,
        kommuner: At<Vec<At<String>>>,
    },
    #[schemars(title = "shared_kansli")]
    SharedKansli {
        #[schemars(rename = "shared_kansli", length(min = 2))]
        participants: At<Vec<At<String>>>,
        #[schemars(with = "At<SplitBy>")]
        split_by: SplitBy,
    },
}

/// A part of a split.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartSection {
    /// `name`.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// `kommuner`.
    #[schemars(required)]
    pub kommuner: Option<At<Vec<At<String>>>>,
    /// `kansli`, kr a year.
    #[schemars(with = "Option<At<Cost>>")]
    pub kansli: Option<At<Kronor>>,
    /// `sate`: the kommun where it has its seat.
    pub sate: Option<At<String>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// `[[check]]`: exactly one expectation, of at most one row.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, transform = exclude_contradictions)]
pub struct CheckSection {
    /// `name`.
    pub name: Option<At<String>>,
    /// `metric`: a path into the result.
    #[schemars(required)]
    pub metric: Option<At<String>>,
    /// `forbund`: the row of this förbund.
    pub forbund: Option<At<String>>,
    /// `kommun`: the row of this kommun.
    pub kommun: Option<At<String>>,
    /// `region`: the row of this region.
    pub region: Option<At<String>>,
    /// `redistribution`: whether the net row is meant.
    #[schemars(rename = "redistribution", with = "Option<At<GrossOrNet>>")]
    pub net: bool,
    /// `equals`.
    pub equals: Option<At<Decimal>>,
    /// `min`.
    pub min: Option<At<Decimal>>,
    /// `max`.
    pub max: Option<At<Decimal>>,
    /// `tolerance`, in the unit of the metric.
    #[schemars(range(min = 0))]
    pub tolerance: Option<At<Decimal>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// What a check must have, and what cannot stand together in one.
fn exclude_contradictions(check: &mut Schema) {
    let required = |keys: &[&str]| json!({ "required": keys });
    let any = |schemas: &[Value]| json!({ "anyOf": schemas });
    let [equals, min, max] = ["equals", "min", "max"].map(|key| required(&[key]));
    check.insert("oneOf".to_owned(), json!([equals, any(&[min, max])]));
    let [forbund, kommun, region] = ["forbund", "kommun", "region"];
    let two_rows = [[forbund, kommun], [forbund, region], [kommun, region]].map(|keys| required(&keys));
    check.insert("not".to_owned(), any(&two_rows));
    let a_row = any(&[forbund, kommun, region].map(|key| required(&[key])));
    check.insert("dependencies".to_owned(), json!({ "redistribution": a_row }));
}

/// How it is said whether the net row is meant.
enum GrossOrNet {}

impl Shape for GrossOrNet {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&REDISTRIBUTIONS)
    }
}

impl Shape for SplitBy {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&SPLITS)
    }
}

const REDISTRIBUTIONS: [(&str, bool); 2] = [("gross", false), ("net", true)];

const SPLITS: [(&str, SplitBy); 3] =
    [("budget", SplitBy::Budget), ("lika", SplitBy::Lika), ("befolkning_16_64", SplitBy::Befolkning)];

const VERBS: [&str; 5] = ["move", "merge", "split", "create", "shared_kansli"];

impl ScenarioFile {
    /// Reads the text of a scenario file; `None` if it is no TOML, or is a baseline.
    #[must_use]
    pub fn read(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        document::read(source, diagnostics, Self::read_root).flatten()
    }

    fn read_root(root: &Section<'_>) -> Option<Self> {
        if !root.has("baseline") && (root.has("forbund") || root.has("model")) {
            root.report(DocumentProblem::BaselineAsScenario, root.span());
            root.know_everything();
            return None;
        }
        Some(Self {
            name: root.required_text("name"),
            description: root.long_text("description"),
            source: root.long_text("source"),
            baseline: root.required_long_text("baseline"),
            changes: root.tables("change", read_change).unwrap_or_default(),
            checks: root.tables("check", read_check).unwrap_or_default(),
            assumptions: root.tables("assumption", AssumptionSection::read).unwrap_or_default(),
        })
    }
}

fn read_change(section: &Section<'_>) -> ChangeSection {
    let verbs: Vec<&str> = VERBS.into_iter().filter(|verb| section.has(verb)).collect();
    if verbs.len() != 1 {
        // Which keys belong to a change depends on its verb.
        for key in
            VERBS.into_iter().chain(["to", "outside", "into", "kommuner", "split_by", "kansli", "sate"])
        {
            section.know(key);
        }
    }
    let verb = match verbs.as_slice() {
        [] => {
            // A misspelt verb is told of as an unknown key.
            if !section.misspells(&VERBS) {
                section.report(ScenarioProblem::ChangeWithoutVerb, section.span());
            }
            None
        }
        ["move"] => read_move(section),
        ["merge"] => {
            let parts = section.texts("merge");
            let into = section.required_text("into");
            parts.zip(into).map(|(parts, into)| Verb::Merge { parts, into })
        }
        ["split"] => {
            let whole = section.text("split");
            section.require("into");
            let into = section.tables("into", read_part);
            whole.zip(into).map(|(whole, into)| Verb::Split { whole, into })
        }
        ["create"] => {
            let name = section.text("create");
            let kommuner = section.required_texts("kommuner");
            name.zip(kommuner).map(|(name, kommuner)| Verb::Create { name, kommuner })
        }
        ["shared_kansli"] => {
            let participants = section.texts("shared_kansli");
            section.require("kansli");
            section.require("split_by");
            let split_by = section.choice("split_by", &SPLITS);
            participants
                .zip(split_by)
                .map(|(participants, split_by)| Verb::SharedKansli { participants, split_by: split_by.value })
        }
        several => {
            let verbs = several.iter().map(|&verb| verb.to_owned()).collect();
            section.report(ScenarioProblem::ChangeWithTwoVerbs { verbs }, section.span());
            None
        }
    };
    let kansli = section.cost("kansli");
    let allowed = matches!(
        verb,
        None | Some(Verb::Move { .. } | Verb::Merge { .. } | Verb::Create { .. } | Verb::SharedKansli { .. })
    );
    if let (Some(kansli), false) = (&kansli, allowed) {
        let outside = matches!(verb, Some(Verb::MoveOutside { .. }));
        section.report(ScenarioProblem::KansliNotAllowed { outside }, kansli.span.clone());
    }
    let sate = section.text("sate");
    let seatless = match &verb {
        Some(Verb::MoveOutside { .. }) => Some(Seatless::Outside),
        Some(Verb::Split { .. }) => Some(Seatless::Split),
        Some(Verb::SharedKansli { .. }) => Some(Seatless::SharedKansli),
        None | Some(Verb::Move { .. } | Verb::Merge { .. } | Verb::Create { .. }) => None,
    };
    if let (Some(sate), Some(change)) = (&sate, seatless) {
        section.report(ScenarioProblem::SateNotAllowed { change }, sate.span.clone());
    }
    let engangskostnad = section.cost("engangskostnad");
    ChangeSection { verb, kansli, sate, engangskostnad, span: section.span() }
}

fn read_move(section: &Section<'_>) -> Option<Verb> {
    let kommuner = section.texts("move");
    match (section.text("to"), section.text("outside")) {
        (Some(to), None) => kommuner.map(|kommuner| Verb::Move { kommuner, to }),
        (None, Some(outside)) => kommuner.map(|kommuner| Verb::MoveOutside { kommuner, outside }),
        (Some(_), Some(outside)) => {
            section.report(ScenarioProblem::MoveWithTwoTargets, outside.span);
            None
        }
        (None, None) => {
            if !section.has("to") && !section.has("outside") && !section.misspells(&["to", "outside"]) {
                section.report(ScenarioProblem::MoveWithoutTarget, section.span());
            }
            None
        }
    }
}

fn read_part(section: &Section<'_>) -> PartSection {
    PartSection {
        name: section.required_text("name"),
        kommuner: section.required_texts("kommuner"),
        kansli: section.cost("kansli"),
        sate: section.text("sate"),
        span: section.span(),
    }
}

fn read_check(section: &Section<'_>) -> CheckSection {
    let metric = section.required_text("metric");
    let range = tolerance::range(metric.as_ref().map_or("", |metric| &metric.value));
    let bound = |key| section.decimal(key).filter(|bound| is_possible(section, key, bound, range));
    let check = CheckSection {
        name: section.text("name"),
        forbund: section.text("forbund"),
        kommun: section.text("kommun"),
        region: section.text("region"),
        net: section.choice("redistribution", &REDISTRIBUTIONS).is_some_and(|choice| choice.value),
        equals: bound("equals"),
        min: bound("min"),
        max: bound("max"),
        tolerance: section
            .decimal("tolerance")
            .filter(|tolerance| is_possible(section, "tolerance", tolerance, [-range[1], range[1]])),
        span: section.span(),
        metric,
    };
    if !["equals", "min", "max"].iter().any(|bound| section.has(bound)) {
        section.report(CheckProblem::WithoutBound, section.span());
    }
    let crossed = check.min.as_ref().zip(check.max.as_ref()).is_some_and(|(min, max)| min.value > max.value);
    if crossed || check.equals.is_some() && (check.min.is_some() || check.max.is_some()) {
        let bound = check.max.as_ref().or(check.min.as_ref());
        let span = bound.map_or_else(|| section.span(), |bound| bound.span.clone());
        let problem = if crossed { CheckProblem::BoundsCrossed } else { CheckProblem::BoundsConflict };
        section.report(problem, span);
    }
    let rows = [&check.forbund, &check.kommun, &check.region].into_iter().flatten().count();
    if rows > 1 {
        let second = check.region.as_ref().or(check.kommun.as_ref());
        let span = second.map_or_else(|| section.span(), |row| row.span.clone());
        section.report(CheckProblem::TwoRows, span);
    }
    if rows == 0 && section.has("redistribution") {
        section.report(CheckProblem::RedistributionWithoutRow, section.span());
    }
    if let Some(tolerance) = &check.tolerance
        && tolerance.value.is_sign_negative()
    {
        section.report(CheckProblem::NegativeTolerance, tolerance.span.clone());
    }
    check
}

/// Whether a figure can be as a bound says; if not, that is noted. A bound that no figure can pass would let the check
/// hold whatever happens.
fn is_possible(
    section: &Section<'_>,
    key: &str,
    bound: &At<Decimal>,
    [smallest, largest]: [Decimal; 2],
) -> bool {
    let key = key.to_owned();
    let problem: Problem = if bound.value > largest {
        CheckProblem::BoundTooLarge { key, smallest, largest }.into()
    } else if bound.value < smallest {
        CheckProblem::BoundTooSmall { key, smallest, largest }.into()
    } else if bound.value.normalize().scale() > Figures::MOST_DECIMALS {
        DocumentProblem::DecimalOutOfRange { key }.into()
    } else {
        return true;
    };
    section.report(problem, bound.span.clone());
    false
}
