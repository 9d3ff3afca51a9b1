//! `JUnit` XML, which most build servers read: a suite per scenario, a case per check.
//!
//! Without times: the same result is always the same bytes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::clean::sanitized;
use crate::report::checks::{self, CheckedScenario, Verdict};
use crate::text::language::Language;

/// Every check, those that hold too.
#[must_use]
pub fn checks(scenarios: &[CheckedScenario], language: Language) -> String {
    let suites: Vec<_> =
        scenarios.iter().map(|scenario| (scenario, checks::verdicts(scenario, language))).collect();
    let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 4) };
    xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let (tests, failures) = counts(suites.iter().flat_map(|(_, verdicts)| verdicts));
    let attributes = vec![
        ("name", "finsam".to_owned()),
        ("tests", tests.to_string()),
        ("skipped", "0".to_owned()),
        ("failures", failures.to_string()),
        ("errors", "0".to_owned()),
    ];
    xml.element("testsuites", &attributes, |xml| {
        for (scenario, verdicts) in &suites {
            let (tests, failures) = counts(verdicts.iter());
            let attributes = vec![
                ("name", scenario.result.head.scenario.name.clone()),
                ("tests", tests.to_string()),
                ("skipped", "0".to_owned()),
                ("errors", "0".to_owned()),
                ("failures", failures.to_string()),
            ];
            xml.element("testsuite", &attributes, |xml| {
                for verdict in verdicts {
                    xml.case(verdict, language);
                }
            });
        }
    });
    let xml = String::from_utf8(xml.writer.into_inner()).expect("written from strings");
    // What commands to build servers begin with stands only inside texts.
    xml.replace("##", "#&#35;") + "\n"
}

type Attributes = Vec<(&'static str, String)>;

/// How many cases there are, and how many of them failed.
fn counts<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> (usize, usize) {
    verdicts.fold((0, 0), |(tests, failures), verdict| (tests + 1, failures + usize::from(!verdict.holds)))
}

struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    fn case(&mut self, verdict: &Verdict, language: Language) {
        let message = checks::message(verdict, language);
        let mut attributes = vec![("name", verdict.check.clone()), ("classname", verdict.file.clone())];
        if let Some(place) = verdict.place {
            attributes.push(("file", verdict.file.clone()));
            attributes.push(("line", place.line.to_string()));
        }
        if verdict.holds && verdict.allowed.is_none() {
            return self.write(Event::Empty(start("testcase", &attributes)));
        }
        self.element("testcase", &attributes, |xml| {
            if !verdict.holds {
                // Some readers show the message, others the text inside.
                let attributes = vec![("message", message.clone()), ("type", "check".to_owned())];
                xml.element("failure", &attributes, |xml| xml.text(&message));
            }
            if let Some(allowed) = &verdict.allowed {
                xml.element("properties", &Vec::new(), |xml| {
                    let attributes = vec![("name", "allowed".to_owned()), ("value", allowed.clone())];
                    xml.write(Event::Empty(start("property", &attributes)));
                });
                xml.element("system-out", &Vec::new(), |xml| xml.text(&message));
            }
        });
    }

    fn element(&mut self, name: &'static str, attributes: &Attributes, inside: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(&sanitized(text, false))));
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("memory takes everything");
    }
}

/// A tag, its attributes without what XML cannot hold. The library escapes the rest.
fn start(name: &'static str, attributes: &Attributes) -> BytesStart<'static> {
    let mut tag = BytesStart::new(name);
    for (key, value) in attributes {
        tag.push_attribute((*key, &*sanitized(value, false)));
    }
    tag
}
