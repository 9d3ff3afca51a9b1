//! `finsam risk`: how sure a comparison is, by drawing what is uncertain.

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::available_parallelism;

use super::ending::Ending;
use super::interruption::Computation;
use super::output::{Style, Target};
use super::scenarios::{self, Asked};
use super::settings::{Format, RiskSettings};
use super::with_pictures::Form;
use super::{terminal, transaction};
use crate::analysis::alternatives::refuse_several_baselines;
use crate::analysis::inquiry::Inquiry;
use crate::analysis::sensitivity::varying::{self, Kommuner};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, UncertainProblem, both};
use crate::input::files::{Files, Location};
use crate::input::scenario::LoadedScenario;
use crate::input::{lookup, text_file};
use crate::render::cell::Look;
use crate::render::{csv, json_risk, markdown, text};
use crate::report::risk::{document, long_table, report};
use crate::risk::result::Risk;
use crate::risk::shard::{MergeError, Shard};
use crate::risk::{Part, Plan, Progress, merged, risk, shard};

/// So many shards a run can have.
const MOST_SHARDS: u64 = 1_000_000;

/// The largest file of a shard.
const LARGEST_SHARD: u64 = 1 << 30;

/// Answers.
///
/// # Errors
/// All that is wrong with the files, or with what was asked for.
pub(super) fn run(settings: &RiskSettings) -> anyhow::Result<Ending> {
    if settings.merge {
        return merge(settings);
    }
    let page = &settings.page;
    let asked = Asked {
        files: &settings.files,
        baseline: settings.baseline.as_deref(),
        output: page.output.as_deref(),
        language: page.language,
        is_document: form(settings).is_some(),
    };
    scenarios::run(asked, |inquiry, style| -> anyhow::Result<_> {
        Ok((draw(inquiry, settings, style)?, Ending::Done))
    })
}

/// Makes the draws.
fn draw(inquiry: &Inquiry, settings: &RiskSettings, style: Style) -> anyhow::Result<Vec<u8>> {
    let part = settings.shard.as_deref().map(part).transpose()?;
    refuse_several_baselines(&inquiry.scenarios)?;
    let loaded: Vec<&LoadedScenario> = inquiry.scenarios.iter().map(|one| &one.scenario).collect();
    let varying = varying::uncertain(&loaded, Kommuner::All)?;
    if varying.is_empty() {
        return Err(Diagnostics::from(Diagnostic::without_place(UncertainProblem::Nothing)).into());
    }
    let first = loaded[0];
    let plan = Plan::new(loaded, varying, settings.draws, settings.seed);
    let plan = plan.map_err(|error| Diagnostics::from(first.model_problem(&error)))?;
    transaction::watch();
    let computation = Computation::begin();
    let shown = AtomicU64::new(0);
    let all = match part {
        Some(Part::Shard { of, .. }) => settings.draws.div_ceil(of),
        _ => settings.draws,
    };
    let report = |done: u64| {
        let percent = u128::from(done) * 100 / u128::from(all.max(1));
        let percent = u64::try_from(percent).unwrap_or(100).min(100);
        if shown.fetch_max(percent, Ordering::Relaxed) < percent {
            let said = settings
                .page
                .language
                .pick("klart, Ctrl-C avslutar med det som finns", "done, Ctrl-C ends with what there is");
            terminal::progress(&format!("{percent:>3} % {said}"));
        }
    };
    let progress = Progress { stop: computation.stop(), report: &report };
    let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let answer = match part {
        Some(part) => shard(&plan, part, threads, &progress).text().into_bytes(),
        None => answer(&risk(&plan, threads, &progress), settings, style)?,
    };
    terminal::progress("");
    Ok(answer)
}

/// The shard that is asked for: `2/8`.
fn part(typed: &str) -> Result<Part, Diagnostics> {
    let numbers = typed.split_once('/');
    let numbers = numbers.and_then(|(number, of)| number.trim().parse().ok().zip(of.trim().parse().ok()));
    let part = numbers.filter(|(number, of)| (1..=*of).contains(number) && *of <= MOST_SHARDS);
    part.map(|(number, of)| Part::Shard { number, of }).ok_or_else(|| {
        let problem = UncertainProblem::ShardForm { most: MOST_SHARDS };
        Diagnostic::at(problem, &Source::typed("--shard", typed), 0..typed.len()).into()
    })
}

/// Puts shards together.
fn merge(settings: &RiskSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    let output = settings.page.output.as_deref();
    let output = if form(settings).is_some() { Target::open_any(output) } else { Target::open(output) };
    let mut warnings = Diagnostics::default();
    let shards = read(&files, settings, &mut warnings);
    let (output, shards) = both(output, shards)?;
    output.refuse_inputs(&files)?;
    let name = |place: usize| settings.files[place].clone();
    let risk = merged(shards).map_err(|error| {
        Diagnostics::from(Diagnostic::without_place(match error {
            MergeError::NotAShard(place) => UncertainProblem::NotAShard { file: name(place) },
            MergeError::OtherRun(place) => UncertainProblem::OtherRun { file: name(place), first: name(0) },
            MergeError::Twice(first, place) => {
                UncertainProblem::ShardTwice { file: name(place), first: name(first) }
            }
            MergeError::Missing(shards) => {
                UncertainProblem::ShardsMissing { shards: shards.iter().map(u64::to_string).collect() }
            }
        }))
    })?;
    let answer = answer(&risk, settings, output.style())?;
    terminal::report(&warnings, settings.page.language);
    output.write(answer)?;
    Ok(Ending::Done)
}

fn read(
    files: &Files,
    settings: &RiskSettings,
    warnings: &mut Diagnostics,
) -> Result<Vec<Option<Shard>>, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut shards = Vec::with_capacity(settings.files.len());
    for path in &settings.files {
        let location = Location::Disk(path.into());
        match text_file::read(files, &location, LARGEST_SHARD, warnings) {
            Ok(source) => shards.push(Shard::read(&source.text)),
            Err(problem) => {
                found.push(Diagnostic::without_place(lookup::given(files, problem, &["json"])));
            }
        }
    }
    if found.has_errors() { Err(found) } else { Ok(shards) }
}

/// The form with pictures that is asked for: a shard has none.
fn form(settings: &RiskSettings) -> Option<Form> {
    Form::of(&settings.page).filter(|_| settings.shard.is_none())
}

fn answer(risk: &Risk, settings: &RiskSettings, style: Style) -> anyhow::Result<Vec<u8>> {
    if risk.draws == 0 {
        let problem = UncertainProblem::NoDraw { left_out: risk.left_out };
        return Err(Diagnostics::from(Diagnostic::without_place(problem)).into());
    }
    let page = &settings.page;
    if let Some(form) = form(settings) {
        return form.bytes(&report(risk, page.language), &long_table(risk));
    }
    let look = Look { language: page.language, ..Look::default() };
    let text = match page.format {
        Format::Json => json_risk::risk(risk, page.language),
        Format::Csv => csv::table(&long_table(risk), page.csv_dialect),
        Format::Markdown => markdown::document(&document(risk, page.language), look),
        Format::Table => {
            let width = page.width.unwrap_or(style.width);
            text::document(&document(risk, page.language), look, width, style.coloured)
        }
    };
    Ok(text.into_bytes())
}
