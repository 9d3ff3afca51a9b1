//! `finsam compare`: alternatives side by side.

use super::ending::Ending;
use super::output::Style;
use super::scenarios;
use super::settings::{Format, Settings};
use super::simulate::{page, results};
use crate::analysis::alternatives::ByBaseline;
use crate::analysis::inquiry::Inquiry;
use crate::diagnostic::Diagnostics;
use crate::render::{csv, json};
use crate::report::{comparison, criteria};

/// Answers.
///
/// # Errors
/// All that is wrong with the files, and what [`answer`] refuses.
pub(super) fn run(settings: &Settings) -> anyhow::Result<Ending> {
    scenarios::run(settings.asked(), |scenarios, style| answer(scenarios, settings, style))
}

/// The answer as text.
///
/// # Errors
/// If scenarios of one baseline cannot be compared, or only net figures were asked for and there are none.
fn answer(scenarios: &Inquiry, settings: &Settings, style: Style) -> Result<(String, Ending), Diagnostics> {
    let by_baseline = ByBaseline::of(&scenarios.scenarios)?;
    let groups = by_baseline.alternatives();
    let results = results(&scenarios.scenarios, settings)?;
    let text = match settings.format {
        Format::Json => json::results(&results, true, settings.language),
        Format::Csv => {
            let results = by_baseline.with_distinct_names();
            csv::results(&results, settings.redistribution, settings.criteria, settings.csv_dialect)
        }
        Format::Table | Format::Markdown => {
            let (shown, language) = (settings.redistribution, settings.language);
            let mut document = comparison::document(&groups, settings.by, shown, settings.length(), language);
            if settings.criteria {
                document.tables.extend(criteria::comparison(&groups, shown, language));
            }
            page(&document, settings, style)
        }
    };
    Ok((text, Ending::Done))
}
