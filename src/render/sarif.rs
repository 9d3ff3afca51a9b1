//! SARIF 2.1.0, which code scanning reads: a result per check that does not hold, and, as suppressed, per check
//! that holds only because its change was allowed.

use std::fmt::Write;

use serde::Serialize;

use super::clean::sanitized;
use super::json::to_text;
use crate::report::checks::{self, CheckedScenario, SourceRange, Verdict};
use crate::text::label::labels;
use crate::text::language::Language;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const RULE: &str = "check_failed";

#[derive(Serialize)]
struct Log<'text> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'text>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'text> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Found<'text>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: [Rule; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// A result, which SARIF calls what was found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found<'text> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [LocationEntry<'text>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<[Suppression; 1]>,
}

/// A place in a file, or the name of an example that is compiled in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum LocationEntry<'text> {
    PhysicalLocation(Physical),
    LogicalLocations([Logical<'text>; 1]),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'text> {
    fully_qualified_name: &'text str,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

/// Every check that does not hold, or would not without what was allowed.
#[must_use]
pub fn checks(scenarios: &[CheckedScenario], language: Language) -> String {
    let verdicts: Vec<Verdict> =
        scenarios.iter().flat_map(|scenario| checks::verdicts(scenario, language)).collect();
    let missed = verdicts.iter().filter(|verdict| !verdict.holds || verdict.allowed.is_some());
    let words = labels(language);
    let message = |text: &str| Message { text: text.to_owned() };
    to_text(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "finsam",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: [Rule {
                        id: RULE,
                        short_description: message(words.rule_check),
                        full_description: message(words.rule_check_full),
                    }],
                },
            },
            language: language.pick("sv", "en"),
            column_kind: "unicodeCodePoints",
            results: missed.map(|verdict| found(verdict, language)).collect(),
        }],
    })
}

fn found(verdict: &Verdict, language: Language) -> Found<'_> {
    let suppression = |allowed: &String| Suppression {
        kind: "external",
        status: "accepted",
        justification: sanitized(&format!("--allow-change {allowed}"), false),
    };
    Found {
        rule_id: RULE,
        rule_index: 0,
        level: if verdict.holds { "note" } else { "error" },
        message: Message { text: sanitized(&checks::message(verdict, language), false) },
        locations: [match verdict.place {
            Some(place) => LocationEntry::PhysicalLocation(physical(&verdict.file, place)),
            None => LocationEntry::LogicalLocations([Logical { fully_qualified_name: &verdict.file }]),
        }],
        suppressions: verdict.allowed.as_ref().map(|allowed| [suppression(allowed)]),
    }
}

fn physical(file: &str, place: SourceRange) -> Physical {
    Physical {
        artifact_location: Artifact { uri: uri(file) },
        region: Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
        },
    }
}

/// A path as the reference that SARIF wants: relative as given, and absolute ones with their scheme.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 8);
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/');
    if path.starts_with('/') {
        out.push_str("file://");
    } else if drive {
        out.push_str("file:///");
    }
    for (position, byte) in path.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            b':' if drive && position == 1 => out.push(':'),
            other => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(uri("scenarios/å b%.toml"), "scenarios/%C3%A5%20b%25.toml");
        assert_eq!(uri("../a:b.toml"), "../a%3Ab.toml");
        assert_eq!(uri("/a/x.toml"), "file:///a/x.toml");
        assert_eq!(uri("C:/x.toml"), "file:///C:/x.toml");
    }
}
