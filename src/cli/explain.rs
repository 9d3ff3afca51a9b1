//! `finsam explain`: how one figure came about.

use super::ending::Ending;
use super::output::{Style, Target};
use super::settings::{ExplainFormat, ExplainSettings};
use super::terminal;
use crate::analysis::explanation::{ComputedYear, Explainer, MetricError, Node, Places, Question};
use crate::analysis::inquiry::{self, ComputedScenario};
use crate::diagnostic::{
    CheckProblem, CommandProblem, Diagnostic, Diagnostics, PathProblem, Problem, Source, both,
};
use crate::input::files::Files;
use crate::input::kommun_names::{find_kommun, unfound_kommun};
use crate::input::scenario::{
    CheckRow, LoadedScenario, find_region, find_row, region_names, unfound_region, unfound_row,
};
use crate::render::{explanation_json, tree};
use crate::report::explanation::{self, Subject};

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
        let of_year = of_year(computed, settings.year)?;
        let node = explain(&files, &of_year, settings, &mut loaded.warnings)?;
        text += &page(computed, &of_year, &node, settings, output.style());
    }
    terminal::report(&loaded.warnings, settings.language);
    output.write(&text)?;
    Ok(Ending::Done)
}

/// The year of a path that is asked for, or the last one; the scenario itself where it has none.
fn of_year(computed: &ComputedScenario, year: Option<i64>) -> Result<ComputedYear, Diagnostics> {
    ComputedYear::of(&computed.scenario, &computed.result, year).ok_or_else(|| {
        let written = year.map(|year| year.to_string()).unwrap_or_default();
        let problem = match (&computed.scenario.baseline.path, year) {
            (Some(loaded), Some(year)) => {
                PathProblem::Outside { year, from: loaded.path.from, to: loaded.path.to }
            }
            _ => PathProblem::Missing { key: "--year".to_owned() },
        };
        typed(problem, "--year", &written)
    })
}

fn page(
    computed: &ComputedScenario,
    of_year: &ComputedYear,
    node: &Node,
    settings: &ExplainSettings,
    style: Style,
) -> String {
    let year = of_year.scenario.baseline.path_year;
    match settings.format {
        // A program can leave out by itself what it does not need.
        ExplainFormat::Json => {
            let depth = settings.depth.unwrap_or(usize::MAX);
            explanation_json::explanation((&computed.result.head, year), node, depth, settings.language)
        }
        ExplainFormat::Table => {
            let depth = settings.depth.unwrap_or(DEPTH);
            let subject =
                Subject { scenario: &computed.scenario.name, year, chosen: settings.year.is_some() };
            let page = explanation::tree(subject, node, depth, settings.language);
            tree::tree(&page, settings.width.unwrap_or(style.width), style.coloured)
        }
    }
}

fn explain(
    files: &Files,
    ComputedYear { scenario, result }: &ComputedYear,
    settings: &ExplainSettings,
    warnings: &mut Diagnostics,
) -> Result<Node, Diagnostics> {
    let question = question(scenario, settings, warnings)?;
    let places = Places::of(files, scenario)?;
    let explainer = Explainer::new(scenario, result, &places)
        .map_err(|error| Diagnostics::from(scenario.model_problem(&error)))?;
    explainer.explain(&question).map_err(|error| {
        let problem: Problem = match error {
            MetricError::Check(problem) => problem.into(),
            MetricError::NotComputed if question.metric.starts_with("path.") => {
                CommandProblem::MetricOfPath { metric: question.metric.clone() }.into()
            }
            MetricError::NotComputed => {
                CommandProblem::MetricNotComputed { metric: question.metric.clone() }.into()
            }
            MetricError::OfAllYears => {
                CommandProblem::MetricOfAllYears { metric: question.metric.clone() }.into()
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
        // Of a year in which the grouping changes, one that ended within it is there too.
        let earlier = scenario.year().into_iter().flat_map(|of_year| of_year.spans.iter().rev());
        let mut groupings = std::iter::once(&scenario.after).chain(earlier.map(|span| &span.after));
        let found = groupings.find_map(|grouping| find_row(written, grouping).ok());
        return found
            .map(|name| Some(CheckRow::Forbund(name)))
            .ok_or_else(|| typed(unfound_row(written, &scenario.after), "--forbund", written));
    }
    if let Some(written) = &settings.kommun {
        let found = find_kommun(written, kommuner, &baseline.kommun_names);
        return found.map(|kommun| Some(CheckRow::Kommun(kommun))).map_err(|_| {
            typed(unfound_kommun(written, kommuner, &baseline.kommun_names), "--kommun", written)
        });
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
