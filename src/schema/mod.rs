//! JSON Schema of the files that people write and of the result that scripts read.
//!
//! A schema is made of the very types that the files are read into and the result is printed from, so that it cannot
//! say anything else than the program does. Its texts are those of the types and their fields. Nothing is made before it is asked for.

mod explain;
mod tidy;

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::analysis::answer::Answer;
use crate::input::baseline_file::BaselineFile;
use crate::input::scenario_file::ScenarioFile;
use crate::input::search_file::SearchFile;
use crate::text::language::Language;

/// What a schema can describe.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A baseline file.
    Baseline,
    /// A scenario file.
    Scenario,
    /// A search file.
    Search,
    /// What `--format json` prints.
    Result,
}

impl Subject {
    /// Everything there is a schema of.
    pub const ALL: [Self; 4] = [Self::Baseline, Self::Scenario, Self::Search, Self::Result];

    /// The name of the file with the schema in the project's folder `schemas`.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Baseline => "utgangslage.schema.json",
            Self::Scenario => "scenario.schema.json",
            Self::Search => "sokning.schema.json",
            Self::Result => "resultat.schema.json",
        }
    }

    fn title(self, language: Language) -> &'static str {
        match self {
            Self::Baseline => language.pick("Utgångsläge för finsam", "A baseline of finsam"),
            Self::Scenario => language.pick("Scenario för finsam", "A scenario of finsam"),
            Self::Search => language.pick("Sökning för finsam", "A search of finsam"),
            Self::Result => language.pick("Resultat från finsam", "A result of finsam"),
        }
    }
}

/// The schema as JSON, with its texts in a language.
#[must_use]
pub fn text(subject: Subject, language: Language) -> String {
    let mut schema = bare(subject);
    explain::explain(&mut schema, language);
    // TOML has no null: what is optional is left out.
    tidy::tidy(&mut schema, subject == Subject::Result);
    schema.insert("title".to_owned(), subject.title(language).into());
    // Plain values always serialise, so there is no error to report.
    serde_json::to_string_pretty(&schema).expect("values have only keys of text") + "\n"
}

/// The schema as it is made of the types. Draft 7 is what the editors' TOML extensions understand.
fn bare(subject: Subject) -> Schema {
    // In files everything stands where it is used: completion and error messages are better for it.
    let of_file =
        || SchemaSettings::draft07().for_deserialize().with(|settings| settings.inline_subschemas = true);
    match subject {
        Subject::Baseline => of_file().into_generator().into_root_schema_for::<BaselineFile>(),
        Subject::Scenario => of_file().into_generator().into_root_schema_for::<ScenarioFile>(),
        Subject::Search => of_file().into_generator().into_root_schema_for::<SearchFile>(),
        Subject::Result => {
            SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<Answer>()
        }
    }
}
