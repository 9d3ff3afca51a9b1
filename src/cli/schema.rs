//! `finsam schema`: the form of a file or of the result, for editors and scripts.

use super::ending::Ending;
use super::output::Target;
use super::settings::Page;
use crate::schema::{self, Subject};

/// Writes the JSON Schema of a file or of the result.
///
/// # Errors
/// If it cannot be written there.
pub(super) fn run(subject: Subject, page: &Page) -> anyhow::Result<Ending> {
    let output = Target::open(page.output.as_deref())?;
    output.write(schema::text(subject, page.language))?;
    Ok(Ending::Done)
}
