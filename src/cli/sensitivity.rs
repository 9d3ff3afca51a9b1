//! `finsam sensitivity`: what a figure hinges on.

use super::ending::Ending;
use super::output::Style;
use super::scenarios::{self, Asked};
use super::settings::{Format, SensitivitySettings};
use super::with_pictures::Form;
use crate::analysis::alternatives::refuse_several_baselines;
use crate::analysis::inquiry::{ComputedScenario, Inquiry};
use crate::analysis::sensitivity::metric::Metric;
use crate::analysis::sensitivity::varying::{self, Kommuner, Varying};
use crate::analysis::sensitivity::{Sensitivity, analyse};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Source, UncertainProblem};
use crate::input::names::nearest;
use crate::input::scenario::LoadedScenario;
use crate::render::cell::Look;
use crate::render::{csv, json_sensitivity, markdown, text};
use crate::report::sensitivity::{document, long_table, report};

/// The figures that are asked for where none is: the first one that is known of all alternatives.
const USUAL: [&str; 4] =
    ["delta.net.insatser", "delta.net.total", "delta.gross.insatser", "delta.gross.total"];

/// Answers.
///
/// # Errors
/// All that is wrong with the files or with what was asked for.
pub(super) fn run(settings: &SensitivitySettings) -> anyhow::Result<Ending> {
    let page = &settings.page;
    let asked = Asked {
        files: &settings.files,
        baseline: settings.baseline.as_deref(),
        output: page.output.as_deref(),
        language: page.language,
        is_document: Form::of(page).is_some(),
    };
    scenarios::run(asked, |inquiry, style| -> anyhow::Result<_> {
        let sensitivity = sensitivity(inquiry, settings)?;
        Ok((answer(&sensitivity, settings, style)?, Ending::Done))
    })
}

fn sensitivity(inquiry: &Inquiry, settings: &SensitivitySettings) -> Result<Sensitivity, Diagnostics> {
    refuse_several_baselines(&inquiry.scenarios)?;
    let loaded: Vec<&LoadedScenario> = inquiry.scenarios.iter().map(|one| &one.scenario).collect();
    let (metric, values) = metric(&inquiry.scenarios, settings.metric.as_deref())?;
    let mut varying = varying::uncertain(&loaded, Kommuner::OfForbund)?;
    let is_usual = varying.is_empty();
    if is_usual {
        varying = varying::usual(&loaded);
    }
    let grid = settings.grid.as_deref().map(|typed| grid(typed, &varying)).transpose()?;
    let scenarios: Vec<_> = loaded.into_iter().zip(values).collect();
    Ok(analyse(&scenarios, &metric, &varying, is_usual, grid))
}

/// The figure that is asked for, with its value for each alternative.
fn metric(
    scenarios: &[ComputedScenario],
    typed: Option<&str>,
) -> Result<(Metric, Vec<rust_decimal::Decimal>), Diagnostics> {
    let values =
        |metric: &Metric| scenarios.iter().map(|one| metric.of(&one.result)).collect::<Result<Vec<_>, _>>();
    if let Some(typed) = typed {
        let metric = Metric::new(typed);
        let values = values(&metric).map_err(|problem| at(problem, "--metric", typed, typed))?;
        return Ok((metric, values));
    }
    let known = USUAL.iter().find_map(|path| {
        let metric = Metric::new(path);
        let values = values(&metric).ok()?;
        Some((metric, values))
    });
    Ok(known.expect("the change of income is always known, gross"))
}

/// The positions of the two numbers that a two-way table is asked for.
fn grid(typed: &str, varying: &[Varying]) -> Result<[usize; 2], Diagnostics> {
    let names: Vec<&str> = typed.split(',').map(str::trim).collect();
    let [one, other] = names.as_slice() else {
        return Err(at(UncertainProblem::GridForm, "--grid", typed, typed));
    };
    if one == other {
        return Err(at(UncertainProblem::GridForm, "--grid", typed, typed));
    }
    let existing: Vec<String> = varying.iter().map(Varying::name).collect();
    let mut found = Diagnostics::default();
    let mut place = |name: &str| {
        let exact = varying.iter().position(|one| one.name() == name);
        // Where there is one number of the kind, its name alone is enough.
        let mut alike = varying.iter().enumerate().filter(|(_, one)| one.what().key() == name);
        let only = alike.next().map(|(place, _)| place).filter(|_| alike.next().is_none());
        let place = exact.or(only);
        if place.is_none() {
            let nearest = nearest(name, existing.iter().map(String::as_str));
            let existing = existing.iter().take(12).cloned().collect();
            let problem = UncertainProblem::UnknownNumber { name: name.to_owned(), nearest, existing };
            found.append(at(problem, "--grid", typed, name));
        }
        place
    };
    match (place(one), place(other)) {
        (Some(one), Some(other)) => Ok([one, other]),
        _ => Err(found),
    }
}

/// A problem with a part of what was typed behind an option.
fn at(problem: impl Into<Problem>, option: &str, typed: &str, part: &str) -> Diagnostics {
    let start = typed.find(part).unwrap_or(0);
    Diagnostic::at(problem, &Source::typed(option, typed), start..start + part.len()).into()
}

fn answer(
    sensitivity: &Sensitivity,
    settings: &SensitivitySettings,
    style: Style,
) -> anyhow::Result<Vec<u8>> {
    let page = &settings.page;
    if let Some(form) = Form::of(page) {
        return form.bytes(&report(sensitivity, page.language), &long_table(sensitivity));
    }
    let look = Look { language: page.language, ..Look::default() };
    let text = match page.format {
        Format::Json => json_sensitivity::sensitivity(sensitivity),
        Format::Csv => csv::table(&long_table(sensitivity), page.csv_dialect),
        Format::Markdown => markdown::document(&document(sensitivity, page.language), look),
        Format::Table => {
            let width = page.width.unwrap_or(style.width);
            text::document(&document(sensitivity, page.language), look, width, style.coloured)
        }
    };
    Ok(text.into_bytes())
}
