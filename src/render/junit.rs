//! `JUnit` XML, which most build servers read: a suite per scenario, a case per check.
//!
//! Without times: the same result is always the same bytes.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite, XmlString};

use super::clean::harmless;
use crate::report::checks::{self, CheckedScenario, Verdict};
use crate::text::language::Language;

/// Every check, those that hold too.
#[must_use]
pub fn checks(scenarios: &[CheckedScenario], language: Language) -> String {
    let mut report = Report::new("finsam");
    for scenario in scenarios {
        let mut suite = TestSuite::new(text(&scenario.result.head.scenario.name));
        let verdicts = checks::verdicts(scenario, language);
        suite.add_test_cases(verdicts.iter().map(|verdict| case(verdict, language)));
        report.add_test_suite(suite);
    }
    // Memory takes everything, so there is no error to tell of.
    let xml = report.to_string().unwrap_or_default();
    // What commands to build servers begin with stands only inside texts.
    xml.replace("##", "#&#35;")
}

fn case(verdict: &Verdict, language: Language) -> TestCase {
    let message = text(&checks::message(verdict, language));
    let mut status = TestCaseStatus::success();
    if !verdict.holds {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        // Some readers show the message, others the text inside.
        status.set_message(message.clone()).set_type("check").set_description(message.clone());
    }
    let mut case = TestCase::new(text(&verdict.check), status);
    case.set_classname(text(&verdict.file));
    if let Some(place) = verdict.place {
        case.extra.insert("file".into(), text(&verdict.file));
        case.extra.insert("line".into(), place.line.to_string().into());
    }
    if let Some(allowed) = &verdict.allowed {
        case.add_property(("allowed".to_owned(), text(allowed).into_string()));
        case.set_system_out(message);
    }
    case
}

/// A text without what XML cannot hold. The library escapes the rest.
fn text(text: &str) -> XmlString {
    harmless(text, false).into()
}
