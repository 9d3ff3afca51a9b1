//! JSON Schema of the files that people write and of the result that scripts read.
//!
//! A schema is made of the very types that the files are read into and the result is printed from, so that it cannot
//! say anything else than the program does. Its texts stand in the catalogue. Nothing is made before it is asked for.

mod explain;
mod tidy;

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::input::baseline_file::BaselineFile;
use crate::input::scenario_file::ScenarioFile;
use crate::render::json::Answer;
use crate::text::language::Language;

/// What a schema can describe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A baseline file.
    Baseline,
    /// A scenario file.
    Scenario,
    /// What `--format json` prints.
    Result,
}

impl Subject {
    /// Everything there is a schema of.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Scenario, Self::Result];

    /// The name of the file with the schema in the project's folder `schemas`.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Baseline => "utgangslage.schema.json",
            Self::Scenario => "scenario.schema.json",
            Self::Result => "resultat.schema.json",
        }
    }
}

/// The schema as JSON, with its texts in a language.
#[must_use]
pub fn text(subject: Subject, language: Language) -> String {
    let mut schema = bare(subject);
    explain::explain(&mut schema, subject, language);
    // Plain values always serialise, so there is no error to tell of.
    serde_json::to_string_pretty(&schema).expect("values have only keys of text") + "\n"
}

/// The schema without texts. Draft 7 is what the editors' TOML extensions understand.
fn bare(subject: Subject) -> Schema {
    // In files everything stands where it is used: completion and error messages are better for it.
    let of_file =
        || SchemaSettings::draft07().for_deserialize().with(|settings| settings.inline_subschemas = true);
    let mut schema = match subject {
        Subject::Baseline => of_file().into_generator().into_root_schema_for::<BaselineFile>(),
        Subject::Scenario => of_file().into_generator().into_root_schema_for::<ScenarioFile>(),
        Subject::Result => {
            SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<Answer>()
        }
    };
    // TOML has no null: what is optional is left out.
    tidy::tidy(&mut schema, subject == Subject::Result);
    schema
}
