//! The schemas of the files know the keys that the readers know, and require what they require.
//!
//! For every table of a file there is a smallest sound text of it. The reader is asked about that text with a key too
//! many, and about it without each of its keys; the schema must say the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use finsam::diagnostic::{Diagnostics, DocumentProblem, InsatsProblem, Problem, Source};
use finsam::input::baseline_file::BaselineFile;
use finsam::input::scenario_file::ScenarioFile;
use finsam::input::search_file::SearchFile;
use finsam::schema::Subject;
use serde_json::Value;

use super::document::schema;

/// A key that nobody knows, and that is not like any other.
const BOGUS: &str = "zzzzzzzzzzzz";

/// A table of a file.
struct Table {
    subject: Subject,
    /// The pointer to its schema.
    pointer: &'static str,
    /// The text of a file around it, where `{}` stands for its keys, parted by `separator`.
    file: &'static str,
    separator: &'static str,
    /// The keys of the smallest sound table, with their values.
    least: &'static [(&'static str, &'static str)],
    /// Keys that the reader knows and refuses in this table, with a value.
    refused: &'static [(&'static str, &'static str)],
}

const IN_LINES: &str = "\n";
const IN_BRACES: &str = ", ";
const OF_BASELINE: &str = "name = 'n'\nkommuner = 'k'\nforbund = [{ name = 'f', kommuner = ['a'] }]\n";
const OF_CHANGE: &str = "name = 'n'\nbaseline = 'b'\n[[change]]\n{}";

const TABLES: &[Table] = &[
    Table {
        subject: Subject::Baseline,
        pointer: "",
        file: "{}",
        separator: IN_LINES,
        least: &[("name", "'n'"), ("kommuner", "'k'"), ("forbund", "[{ name = 'f', kommuner = ['a'] }]")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/model",
        file: "[model]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/model/properties/weights/anyOf/0",
        file: "model.weights = { {} }",
        separator: IN_BRACES,
        least: &[("forsorjningsmatt", "0.5"), ("befolkning", "0.5")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/model/properties/rest_of_country",
        file: "[model.rest_of_country]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/path",
        file: "[path]\n{}",
        separator: IN_LINES,
        least: &[("from", "2026"), ("to", "2028")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/rules",
        file: "[rules]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/rules/properties/guard",
        file: "[rules.guard]\n{}",
        separator: IN_LINES,
        least: &[("most_decrease", "0.1")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/kommun_part/items",
        file: "[[kommun_part]]\n{}",
        separator: IN_LINES,
        least: &[("kommun", "'k'"), ("name", "'n'"), ("befolkning_16_64", "1"), ("forsorjningsmatt", "1")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/reference/items",
        file: "[[reference]]\ntotal = 1\n{}",
        separator: IN_LINES,
        least: &[("forbund", "'f'"), ("year", "2006"), ("source", "'s'")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/cap/items",
        file: "[[cap]]\nmost = 1\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/styrelse",
        file: "[styrelse]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/forbund/items/properties/styrelse",
        file: "[[forbund]]\nname = 'f'\nkommuner = ['a']\nstyrelse = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/position/items",
        file: "[[position]]\nparty = 'p'\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/argument/items",
        file: "[[argument]]\nfor = 'a'\n{}",
        separator: IN_LINES,
        least: &[("text", "'t'")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/rules/properties/equity/items",
        file: "[[rules.equity]]\n{}",
        separator: IN_LINES,
        least: &[("above", "0.5"), ("reduce", "0.25")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/kansli_assumption",
        file: "[kansli_assumption]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/smallest_forbund",
        file: "[smallest_forbund]\n{}",
        separator: IN_LINES,
        least: &[("kansli", "1"), ("most_share", "0.2")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/shared_kansli/items",
        file: "[[shared_kansli]]\nkansli = 1\n{}",
        separator: IN_LINES,
        least: &[("forbund", "['f', 'g']"), ("split_by", "'lika'")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/uncertain/items",
        file: "[[uncertain]]\n{}",
        separator: IN_LINES,
        least: &[("what", "'model.appropriation'")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/funding",
        file: "[funding]\n{}",
        separator: IN_LINES,
        least: &[("state", "0.5"), ("region", "0.25"), ("kommuner", "0.25")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/forbund/items",
        file: "[[forbund]]\n{}",
        separator: IN_LINES,
        least: &[("name", "'f'"), ("kommuner", "['a']")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/insats/items",
        file: "[[insats]]\n{}",
        separator: IN_LINES,
        least: &[("name", "'i'"), ("forbund", "'f'"), ("kostnad", "1")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/value/items",
        file: "[[value]]\n{}",
        separator: IN_LINES,
        least: &[("resultat", "'arbete'"), ("low", "1"), ("high", "2"), ("source", "'s'")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/payment/items",
        file: "[[payment]]\n{}",
        separator: IN_LINES,
        least: &[("kommun", "'a'"), ("amount", "1")],
        refused: &[],
    },
    Table {
        subject: Subject::Baseline,
        pointer: "/properties/assumption/items",
        file: "[[assumption]]\n{}",
        separator: IN_LINES,
        least: &[("id", "'i'"), ("text", "'t'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "",
        file: "{}",
        separator: IN_LINES,
        least: &[("name", "'n'"), ("baseline", "'b'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/path",
        file: "name = 'n'\nbaseline = 'b'\n[path]\n{}",
        separator: IN_LINES,
        least: &[("from", "2026"), ("to", "2028")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/rules",
        file: "name = 'n'\nbaseline = 'b'\n[rules]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/rules/properties/guard",
        file: "name = 'n'\nbaseline = 'b'\n[rules.guard]\n{}",
        separator: IN_LINES,
        least: &[("most_decrease", "0.1")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/cap/items",
        file: "name = 'n'\nbaseline = 'b'\n[[cap]]\nmost = 1\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/rules/properties/equity/items",
        file: "name = 'n'\nbaseline = 'b'\n[[rules.equity]]\n{}",
        separator: IN_LINES,
        least: &[("above", "0.5"), ("reduce", "0.25")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/uncertain/items",
        file: "name = 'n'\nbaseline = 'b'\n[[uncertain]]\n{}",
        separator: IN_LINES,
        least: &[("what", "'model.appropriation'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/2/properties/styrelse",
        file: "name = 'n'\nbaseline = 'b'\n[[change]]\nmerge = ['a', 'b']\ninto = 'c'\nstyrelse = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/3/properties/into/items/properties/styrelse",
        file: "name = 'n'\nbaseline = 'b'\n[[change]]\nsplit = 'f'\ninto = [{ name = 'g', kommuner = ['a'], styrelse = { {} } }, { name = 'h', kommuner = ['b'] }]",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/0",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("move", "['a']"), ("to", "'f'")],
        refused: &[("outside", "'o'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/1",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("move", "['a']"), ("outside", "'f'")],
        refused: &[("to", "'f'"), ("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/2",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("merge", "['f', 'g']"), ("into", "'h'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/3",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("split", "'f'"), ("into", "[{ name = 'g', kommuner = ['a'] }]")],
        refused: &[("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/3/properties/into/items",
        file: "name = 'n'\nbaseline = 'b'\n[[change]]\nsplit = 'f'\n[[change.into]]\n{}",
        separator: IN_LINES,
        least: &[("name", "'g'"), ("kommuner", "['a']")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/4",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("create", "'f'"), ("kommuner", "['a']")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/5",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("leave", "['a']")],
        refused: &[("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/6",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("dissolve", "'f'")],
        refused: &[("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/7",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("elsewhere", "-5")],
        refused: &[("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/8",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("keep", "'f'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/9",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("insatser", "[{ name = 'i', kostnad = 1 }]")],
        refused: &[("kansli", "1"), ("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/10",
        file: OF_CHANGE,
        separator: IN_LINES,
        least: &[("shared_kansli", "['f', 'g']"), ("split_by", "'lika'")],
        refused: &[("sate", "'a'")],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/change/items/oneOf/2/properties/insatser/items",
        file: "name = 'n'\nbaseline = 'b'\n[[change]]\nmerge = ['f', 'g']\ninto = 'h'\ninsatser = [{ {} }]\n",
        separator: IN_BRACES,
        least: &[("name", "'i'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/check/items",
        file: "name = 'n'\nbaseline = 'b'\n[[check]]\nequals = 1\n{}",
        separator: IN_LINES,
        least: &[("metric", "'m'")],
        refused: &[],
    },
    Table {
        subject: Subject::Scenario,
        pointer: "/properties/assumption/items",
        file: "name = 'n'\nbaseline = 'b'\n[[assumption]]\n{}",
        separator: IN_LINES,
        least: &[("id", "'i'"), ("text", "'t'")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "",
        file: "{}",
        separator: IN_LINES,
        least: &[("name", "'n'"), ("baseline", "'b'")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search",
        file: "name = 'n'\nbaseline = 'b'\n[search]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/kommuner/anyOf/2",
        file: "name = 'n'\nbaseline = 'b'\nsearch.kommuner = { {} }",
        separator: IN_BRACES,
        least: &[("lan", "'06'")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/kansli",
        file: "name = 'n'\nbaseline = 'b'\n[search.kansli]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/largest_share",
        file: "name = 'n'\nbaseline = 'b'\nsearch.largest_share = { {} }",
        separator: IN_BRACES,
        least: &[("max", "0.5")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/forbund",
        file: "name = 'n'\nbaseline = 'b'\nsearch.forbund = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/kommuner_per_forbund",
        file: "name = 'n'\nbaseline = 'b'\nsearch.kommuner_per_forbund = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/befolkning_16_64",
        file: "name = 'n'\nbaseline = 'b'\nsearch.befolkning_16_64 = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/folkmangd",
        file: "name = 'n'\nbaseline = 'b'\nsearch.folkmangd = { {} }",
        separator: IN_BRACES,
        least: &[],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/farthest_km",
        file: "name = 'n'\nbaseline = 'b'\nsearch.farthest_km = { {} }",
        separator: IN_BRACES,
        least: &[("max", "5")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/regions",
        file: "name = 'n'\nbaseline = 'b'\nsearch.regions = { {} }",
        separator: IN_BRACES,
        least: &[("max", "5")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/search/properties/moved",
        file: "name = 'n'\nbaseline = 'b'\nsearch.moved = { {} }",
        separator: IN_BRACES,
        least: &[("max", "5")],
        refused: &[],
    },
    Table {
        subject: Subject::Search,
        pointer: "/properties/rank",
        file: "name = 'n'\nbaseline = 'b'\n[rank]\n{}",
        separator: IN_LINES,
        least: &[],
        refused: &[],
    },
];

impl Table {
    /// What the reader has against the table with these keys.
    fn problems(&self, keys: &[(&str, &str)]) -> Vec<Problem> {
        let keys: Vec<String> = keys.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let mut text = self.file.replacen("{}", &keys.join(self.separator), 1);
        if self.subject == Subject::Baseline && !self.pointer.is_empty() {
            let rest = if self.pointer.contains("/forbund/") {
                OF_BASELINE.rsplit_once("forbund =").map_or("", |(rest, _)| rest)
            } else {
                OF_BASELINE
            };
            text.insert_str(0, rest);
        }
        let source = Arc::new(Source::new("t.toml".to_owned(), text));
        let mut diagnostics = Diagnostics::default();
        let read = match self.subject {
            Subject::Baseline => BaselineFile::read(&source, &mut diagnostics).is_some(),
            Subject::Search => SearchFile::read(&source, &mut diagnostics).is_some(),
            _ => ScenarioFile::read(&source, &mut diagnostics).is_some(),
        };
        assert!(read, "{}", source.text);
        let problems = diagnostics.iter().map(|diagnostic| diagnostic.problem.clone());
        // That any one of several keys must stand is not among the keys that must.
        problems.filter(|problem| !matches!(problem, Problem::Insats(InsatsProblem::Unchanged))).collect()
    }
}

fn keys(list: &Value) -> BTreeSet<String> {
    let keys = list.as_array().into_iter().flatten().filter_map(Value::as_str);
    keys.map(str::to_owned).collect()
}

#[test]
fn the_schemas_know_the_keys_that_the_readers_know() {
    for table in TABLES {
        let schema = schema(table.subject);
        let schema = schema.pointer(table.pointer).unwrap_or_else(|| panic!("nothing at {}", table.pointer));
        assert_eq!(schema["additionalProperties"], false, "{}", table.pointer);
        let properties = schema["properties"].as_object().expect("properties");
        assert!(
            table.problems(table.least).is_empty(),
            "{}: {:?}",
            table.pointer,
            table.problems(table.least)
        );
        let problems = table.problems(&[table.least, &[(BOGUS, "1")]].concat());
        let [Problem::Document(DocumentProblem::UnknownKey { allowed, .. })] = problems.as_slice() else {
            panic!("{}: {problems:?}", table.pointer);
        };
        let refused = table.refused.iter().map(|(key, _)| (*key).to_owned());
        let described: BTreeSet<String> = properties.keys().cloned().chain(refused).collect();
        assert_eq!(described, allowed.iter().cloned().collect(), "{}", table.pointer);
        for refused in table.refused {
            let problems = table.problems(&[table.least, &[*refused]].concat());
            assert!(!problems.is_empty(), "{}: {} is not refused", table.pointer, refused.0);
        }
    }
}

#[test]
fn the_schemas_require_the_keys_that_the_readers_require() {
    for table in TABLES {
        let schema = schema(table.subject);
        let required = keys(&schema.pointer(table.pointer).expect("a table")["required"]);
        let least: BTreeSet<String> = table.least.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(required, least, "{}", table.pointer);
        for missing in &required {
            let rest: Vec<_> = table.least.iter().filter(|(key, _)| key != missing).copied().collect();
            assert!(!table.problems(&rest).is_empty(), "{}: {missing} is not missed", table.pointer);
        }
    }
}

/// Every table that a schema describes is in the list above.
#[test]
fn no_table_is_forgotten() {
    for subject in [Subject::Baseline, Subject::Scenario, Subject::Search] {
        let mut found = BTreeSet::new();
        let schema = schema(subject);
        tables_in(&schema, "", &mut found);
        let found: BTreeSet<String> = found.iter().map(|pointer| of_a_merger(pointer, &schema)).collect();
        let listed = TABLES.iter().filter(|table| table.subject == subject);
        assert_eq!(found, listed.map(|table| table.pointer.to_owned()).collect(), "{subject:?}");
    }
}

/// Tables that several kinds of changes can have are listed once, as those of a merger.
fn of_a_merger(pointer: &str, schema: &Value) -> String {
    const CHANGES: &str = "/properties/change/items/oneOf/";
    let own = ["/properties/insatser/items", "/properties/styrelse"];
    let Some((own, kind)) = own.iter().find_map(|own| Some((own, pointer.strip_suffix(own)?))) else {
        return pointer.to_owned();
    };
    if kind.strip_prefix(CHANGES).is_none_or(|position| position.contains('/')) {
        return pointer.to_owned();
    }
    let of_merger = format!("{CHANGES}2{own}");
    assert_eq!(schema.pointer(pointer), schema.pointer(&of_merger), "{pointer}");
    of_merger
}

fn tables_in(schema: &Value, pointer: &str, found: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        for (key, property) in properties {
            tables_in(property, &format!("{pointer}/properties/{key}"), found);
        }
        found.insert(pointer.to_owned());
    }
    for list in ["anyOf", "oneOf"] {
        for (position, kind) in schema[list].as_array().into_iter().flatten().enumerate() {
            tables_in(kind, &format!("{pointer}/{list}/{position}"), found);
        }
    }
    if schema["items"].is_object() {
        tables_in(&schema["items"], &format!("{pointer}/items"), found);
    }
}
