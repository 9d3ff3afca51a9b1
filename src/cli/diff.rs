//! `finsam diff`: what changed between two results.

use super::check;
use super::ending::Ending;
use super::output::{Style, Target};
use super::settings::{DiffSettings, Format};
use super::terminal;
use crate::analysis::difference::{self, Allowed, Difference};
use crate::analysis::written::{self, WrittenScenario};
use crate::diagnostic::{Diagnostic, Diagnostics, both};
use crate::input::files::{Files, LARGEST_TABLE};
use crate::input::lookup;
use crate::input::text_file;
use crate::input::tolerance;
use crate::render::cell::Look;
use crate::render::{csv, json_difference, markdown, text};
use crate::report::difference::{document, long_table, quiet_line};

/// What every figure may change by.
const MAX_CHANGE: &str = "--max-change";

/// Answers; figures that changed beyond what is allowed end it like a check that failed.
///
/// # Errors
/// All that is wrong with the files, with what is to be allowed, or with the place of the output.
pub(super) fn run(settings: &DiffSettings) -> anyhow::Result<Ending> {
    let allowed = allowed(settings)?;
    let files = Files::on_disk();
    // The place of the output is tried first: nobody should wait for an answer that cannot be written.
    let output = Target::open(settings.page.output.as_deref());
    let mut warnings = Diagnostics::default();
    let [old, new] = [&settings.old, &settings.new].map(|path| read(&files, path, &mut warnings));
    let (output, ((old_path, old), (new_path, new))) = both(output, both(old, new))?;
    output.refuse_inputs(&files)?;
    let difference = difference::compare(&old, &new, &allowed)?;
    let text = page(&difference, (&old_path, &new_path), settings, output.style());
    terminal::report(&warnings, settings.page.language);
    output.write(&text)?;
    Ok(if difference.is_beyond() { Ending::Failed } else { Ending::Done })
}

fn allowed(settings: &DiffSettings) -> Result<Allowed, Diagnostics> {
    let mut found = Diagnostics::default();
    let of_metric = check::allowances(&settings.allow_change);
    let mut every = Vec::new();
    for typed in &settings.max_change {
        match tolerance::tolerance(MAX_CHANGE, typed) {
            Ok(tolerance) => every.push(tolerance),
            Err(problems) => found.append(problems),
        }
    }
    let every = if found.has_errors() { Err(found) } else { Ok(every) };
    let (of_metric, every) = both(of_metric, every)?;
    Ok(Allowed { every, of_metric })
}

/// A result with the path to show.
fn read(
    files: &Files,
    path: &str,
    warnings: &mut Diagnostics,
) -> Result<(String, Vec<WrittenScenario>), Diagnostics> {
    let location = lookup::result(files, path).map_err(Diagnostic::without_place)?;
    let source = text_file::read(files, &location, LARGEST_TABLE, warnings)
        .map_err(|problem| Diagnostic::without_place(lookup::given(files, problem, &["json"])))?;
    Ok((location.display(), written::read(&source)?))
}

fn page(difference: &Difference, paths: (&str, &str), settings: &DiffSettings, style: Style) -> String {
    let page = &settings.page;
    let language = page.language;
    let look = Look { language, ..Look::default() };
    let changed = difference.is_beyond() || difference.scenarios.iter().any(|one| !one.texts.is_empty());
    match page.format {
        Format::Json => json_difference::difference(difference, paths),
        Format::Csv => csv::table(&long_table(difference), page.csv_dialect),
        Format::Table | Format::Markdown if !changed => quiet_line(difference, language) + "\n",
        Format::Markdown => {
            markdown::document(&document(difference, paths, settings.length(), language), look)
        }
        Format::Table => {
            let width = page.width.unwrap_or(style.width);
            text::document(
                &document(difference, paths, settings.length(), language),
                look,
                width,
                style.coloured,
            )
        }
    }
}
