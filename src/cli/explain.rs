//! `finsam explain`: how one figure came about.

use super::ending::Ending;
use super::output::{Style, Target};
use super::settings::{ExplainFormat, ExplainSettings};
use super::terminal;
use crate::analysis::explanation::{Explainer, MetricError, Node, Places, Question};
use crate::analysis::inquiry::{self, ComputedScenario};
use crate::diagnostic::{CheckProblem, CommandProblem, Diagnostic, Diagnostics, Problem, Source, both};
use crate::input::files::Files;
use crate::input::kommun_names::{find_kommun, unfound_kommun};
use crate::input::scenario::{
    CheckRow, LoadedScenario, find_region, find_row, region_names, unfound_region, unfound_row,
};
use crate::render::{explanation_json, tree};
use crate::report::explanation;

/// How deep the tree on the terminal goes, unless stated otherwise.
const DEPTH: usize = 3;

/// Answers.
///
/// # Errors
/// All that is wrong with the scenario, or with what was asked for.
pub(super) fn run(settings: &ExplainSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    // The place of the output is tried first: nobody should wait for an answer that cannot be written.
    let output = Target::open(settings.output.as_deref());
    let loaded = inquiry::compute(&files, std::slice::from_ref(&settings.file), None);
    let (output, mut loaded) = both(output, loaded)?;
    output.refuse_inputs(&files)?;
    let mut text = String::new();
    for computed in &loaded.scenarios {
        let node = explain(&files, computed, settings, &mut loaded.warnings)?;
        text += &page(computed, &node, settings, output.style());
    }
    terminal::report(&loaded.warnings, settings.language);
    output.write(&text)?;
    Ok(Ending::Done)
}

fn page(computed: &ComputedScenario, node: &Node, settings: &ExplainSettings, style: Style) -> String {
    match settings.format {
        // A program can leave out by itself what it does not need.
        ExplainFormat::Json => {
            let depth = settings.depth.unwrap_or(usize::MAX);
            explanation_json::explanation(&computed.result.head, node, depth, settings.language)
        }
        ExplainFormat::Table => {
            let depth = settings.depth.unwrap_or(DEPTH);
            let page = explanation::tree(&computed.scenario.name, node, depth, settings.language);
            tree::tree(&page, settings.width.unwrap_or(style.width), style.coloured)
        }
    }
}

fn explain(
    files: &Files,
    computed: &ComputedScenario,
    settings: &ExplainSettings,
    warnings: &mut Diagnostics,
) -> Result<Node, Diagnostics> {
    let scenario = &computed.scenario;
    let question = question(scenario, settings, warnings)?;
    let places = Places::of(files, scenario)?;
    let explainer = Explainer::new(scenario, &computed.result, &places)
        .map_err(|error| Diagnostics::from(scenario.model_problem(&error)))?;
    explainer.explain(&question).map_err(|error| {
        let problem: Problem = match error {
            MetricError::Check(problem) => problem.into(),
            MetricError::NotComputed => {
                CommandProblem::MetricNotComputed { metric: question.metric.clone() }.into()
            }
        };
        typed(problem, "--metric", &question.metric)
    })
}

/// What was asked for, with the figure that is meant where none is named.
fn question(
    scenario: &LoadedScenario,
    settings: &ExplainSettings,
    warnings: &mut Diagnostics,
) -> Result<Question, Diagnostics> {
    let row = row(scenario, settings, warnings)?;
    let net = settings.net.unwrap_or(false);
    if let (Some(net), None, Some(_)) = (settings.net, &row, &settings.metric) {
        let written = if net { "net" } else { "gross" };
        return Err(typed(CheckProblem::RedistributionWithoutRow, "--redistribution", written));
    }
    let metric = settings.metric.clone().unwrap_or_else(|| {
        let usual = match (&row, net) {
            (None, false) => "delta.gross.total",
            (None, true) => "delta.net.total",
            (Some(CheckRow::Forbund(_)), _) => "total",
            (Some(CheckRow::Kommun(_) | CheckRow::Region(_)), _) => "contribution",
        };
        usual.to_owned()
    });
    Ok(Question { metric, row, net })
}

fn row(
    scenario: &LoadedScenario,
    settings: &ExplainSettings,
    warnings: &mut Diagnostics,
) -> Result<Option<CheckRow>, Diagnostics> {
    let baseline = &scenario.baseline;
    let kommuner = &baseline.model.baseline().kommuner;
    if let Some(written) = &settings.forbund {
        let found = find_row(written, &scenario.after);
        return found
            .map(|name| Some(CheckRow::Forbund(name)))
            .map_err(|_| typed(unfound_row(written, &scenario.after), "--forbund", written));
    }
    if let Some(written) = &settings.kommun {
        let found = find_kommun(written, kommuner, &baseline.kommun_names);
        return found
            .map(|kommun| Some(CheckRow::Kommun(kommun)))
            .map_err(|_| typed(unfound_kommun(written, &baseline.kommun_names), "--kommun", written));
    }
    let Some(written) = &settings.region else { return Ok(None) };
    let names = region_names(kommuner);
    let (region, warning) = find_region(written, &names)
        .map_err(|_| typed(unfound_region(written, &names), "--region", written))?;
    if let Some(problem) = warning {
        warnings.append(typed(problem, "--region", written));
    }
    Ok(Some(CheckRow::Region(region)))
}

/// A problem with what was typed behind an option.
fn typed(problem: impl Into<Problem>, option: &str, written: &str) -> Diagnostics {
    Diagnostic::at(problem, &Source::typed(option, written), 0..written.len()).into()
}
