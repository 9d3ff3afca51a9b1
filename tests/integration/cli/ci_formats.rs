//! `finsam check` for build servers: `--format junit`, `github` and `sarif`.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attribute;
use serde_json::{Value, json};

use super::run::{Place, Run};

/// The elements of an XML text in order, with their attributes.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(tag) | Event::Empty(tag) => {
                let attribute = |attribute: Attribute<'_>| {
                    let value =
                        attribute.normalized_value(XmlVersion::Implicit1_0).expect("an escaped value");
                    (attribute.key.as_ref().to_owned(), value.into_owned())
                };
                let attributes = tag.attributes().map(|one| attribute(one.expect("an attribute"))).collect();
                elements.push((tag.name().as_ref().to_owned(), attributes));
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

/// A scenario of today as it is, with these checks.
fn scenario(name: &str, checks: &str) -> String {
    format!("name = {name}\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n{checks}")
}

/// One check that holds, one that does not, and one that is allowed to miss.
const CHECKS: &str = "[[check]]
metric = \"delta.gross.total\"
equals = 0
[[check]]
name = \"Staten\"
metric = \"before.total.state\"
equals = 6_449_602
[[check]]
metric = \"before.total.total\"
max = 12_899_201
";

const ALLOWED: &str = "--allow-change before.total.total=±1kr";

fn place(name: &str, checks: &str) -> Place {
    Place::with(&[("scenario.toml", &scenario(name, checks))])
}

fn run(place: &Place, format: &str) -> Run {
    place.run(&format!("check scenario.toml --format {format} {ALLOWED}"))
}

fn failed(text: &str) -> Run {
    Run { stdout: text.to_owned(), stderr: String::new(), code: Some(1) }
}

const HOSTILE: &str = "\"50% <b>&\\\"'\\n::error::x ]]>\\u001b[31m\\u0000\\u202e\\uFFFE, y:z\"";

#[test]
fn github_gets_an_annotation_per_failure() {
    let lines = "::error file=scenario.toml,line=9,col=10,endLine=9,endColumn=18,title=Nuläge::\
        Staten (before.total.state): väntat 6\u{a0}449\u{a0}602, blev 6\u{a0}449\u{a0}601, skillnad −1 (bygger på härlett försörjningsmått)\n";
    assert_eq!(run(&place("\"Nuläge\"", CHECKS), "github"), failed(lines));
}

#[test]
fn github_gets_nothing_when_all_holds() {
    let place = place("\"N\"", "[[check]]\nmetric = \"delta.gross.total\"\nequals = 0\n");
    assert_eq!(place.run("check scenario.toml --format github").answer(), "");
}

#[test]
fn junit_has_a_case_per_check() {
    let place = place("\"Nuläge\"", CHECKS);
    insta::assert_snapshot!(run(&place, "junit").stdout.replace('\u{a0}', " "), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="finsam" tests="3" skipped="0" failures="1" errors="0">
        <testsuite name="Nuläge" tests="3" skipped="0" errors="0" failures="1">
            <testcase name="delta.gross.total" classname="scenario.toml" file="scenario.toml" line="5"/>
            <testcase name="Staten (before.total.state)" classname="scenario.toml" file="scenario.toml" line="9">
                <failure message="Staten (before.total.state): väntat 6 449 602, blev 6 449 601, skillnad −1 (bygger på härlett försörjningsmått)" type="check">Staten (before.total.state): väntat 6 449 602, blev 6 449 601, skillnad −1 (bygger på härlett försörjningsmått)</failure>
            </testcase>
            <testcase name="before.total.total" classname="scenario.toml" file="scenario.toml" line="12">
                <properties>
                    <property name="allowed" value="±1kr"/>
                </properties>
                <system-out>before.total.total: väntat högst 12 899 201, blev 12 899 202, skillnad +1, tillåtet med ±1kr (bygger på härlett försörjningsmått)</system-out>
            </testcase>
        </testsuite>
    </testsuites>
    "#);
    let text = run(&place, "junit").stdout;
    let elements: Vec<_> = elements(&text).into_iter().map(|(name, _)| name).collect();
    let expected = "testsuites testsuite testcase testcase failure testcase properties property system-out";
    assert_eq!(elements.join(" "), expected);
}

#[test]
fn sarif_has_a_result_per_failure_and_suppresses_what_is_allowed() {
    let place = place("\"Nuläge\"", CHECKS);
    let run = run(&place, "sarif");
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let log: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let found = &log["runs"][0];
    assert_eq!(found["tool"]["driver"]["rules"][0]["id"], "check_failed");
    let result = |level: &str, text: &str, line: u8, end: u8| {
        json!({
            "ruleId": "check_failed", "ruleIndex": 0, "level": level, "message": { "text": text },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": "scenario.toml" },
                "region": {
                    "startLine": line, "startColumn": if line == 9 { 10 } else { 7 },
                    "endLine": line, "endColumn": end,
                },
            }}],
        })
    };
    let failure = "Staten (before.total.state): \
        väntat 6\u{a0}449\u{a0}602, blev 6\u{a0}449\u{a0}601, skillnad −1 (bygger på härlett försörjningsmått)";
    let allowed = "before.total.total: väntat högst 12\u{a0}899\u{a0}201, \
        blev 12\u{a0}899\u{a0}202, skillnad +1, tillåtet med ±1kr (bygger på härlett försörjningsmått)";
    let mut suppressed = result("note", allowed, 12, 17);
    suppressed["suppressions"] =
        json!([{ "kind": "external", "status": "accepted", "justification": "--allow-change ±1kr" }]);
    assert_eq!(found["results"], json!([result("error", failure, 9, 19), suppressed]));
}

#[test]
fn all_formats_answer_even_where_all_holds() {
    let place = Place::empty();
    let log = place.run("check tankespar1 --format sarif").json();
    assert_eq!(log["runs"][0]["results"], json!([]));
    let xml = place.run("check tankespar1 tankespar2 --format junit").answer();
    let elements = elements(&xml);
    let count = |name: &str| elements.iter().filter(|(element, _)| element == name).count();
    assert_eq!((count("failure"), count("testsuite")), (0, 2));
    assert!(count("testcase") > 2);
    assert_eq!(elements[0].1[1], ("tests".to_owned(), count("testcase").to_string()));
}

#[test]
fn names_can_neither_break_nor_steer_any_format() {
    let checks = CHECKS.replace("\"Staten\"", HOSTILE);
    let place = place(HOSTILE, &checks);
    let github = run(&place, "github").stdout;
    assert_eq!(github.lines().count(), 1, "{github}");
    let (command, message) =
        github.strip_prefix("::error ").and_then(|rest| rest.split_once("::")).expect("one");
    assert!(command.contains("title=50%25 <b>&\"' %3A%3Aerror%3A%3Ax ]]>"), "{command}");
    assert!(command.contains("%2C y%3Az"), "{command}");
    assert!(message.starts_with("50%25 <b>"), "{message}");
    let xml = run(&place, "junit").stdout;
    let (suite, attributes) = &elements(&xml)[1];
    assert_eq!((suite.as_str(), attributes[0].0.as_str()), ("testsuite", "name"));
    assert!(attributes[0].1.starts_with("50% <b>&\"' ::error::x ]]>?[31m"), "{xml}");
    let sarif = run(&place, "sarif").stdout;
    serde_json::from_str::<Value>(&sarif).expect("JSON");
    for text in [github, xml, sarif] {
        let is_unsafe = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!text.contains(is_unsafe), "{text}");
    }
}

#[test]
fn a_path_is_written_as_each_format_wants_it() {
    let file = "ma pp/a:1,50%å.toml";
    let place = Place::with(&[(file, &scenario("\"N\"", CHECKS))]);
    let run = |format: &str| {
        let mut command = place.command("check");
        command.args([&format!("./{file}"), "--format", format]);
        super::run::finish(&mut command).stdout
    };
    assert!(run("github").starts_with("::error file=ma pp/a%3A1%2C50%25å.toml,line=9,"), "{}", run("github"));
    assert!(run("sarif").contains("\"uri\": \"ma%20pp/a%3A1%2C50%25%C3%A5.toml\""));
    assert!(run("junit").contains("file=\"ma pp/a:1,50%å.toml\""));
}

#[test]
fn an_example_that_is_compiled_in_has_no_line_but_a_name() {
    let place = Place::empty();
    let xml = place.run("check tankespar1 --format junit").answer();
    assert!(xml.contains("classname=\"builtin:scenarios/tankespar1.toml\"/>"), "{xml}");
    assert!(!xml.contains(" line="), "{xml}");
}

#[test]
fn the_same_bytes_each_time_and_in_a_file() {
    let place = place("\"Nuläge\"", CHECKS);
    for format in ["junit", "github", "sarif", "json"] {
        let first = run(&place, format);
        assert_eq!(first, run(&place, format), "{format}");
        assert_eq!(run(&place, &format!("{format} -o svar")), failed(""));
        assert_eq!(place.read("svar"), first.stdout, "{format}");
    }
}

#[test]
fn they_are_for_checks_only() {
    let place = Place::empty();
    for command in ["simulate tankespar1", "compare tankespar1", "data kommuner"] {
        for format in ["junit", "github", "sarif"] {
            let run = place.run(&format!("{command} --format {format}"));
            assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{command} {format}");
            assert!(run.stderr.contains(&format!("”{format}”")), "{}", run.stderr);
        }
    }
}
