//! Holds the program against the reference: the worked examples first, so that the reference is
//! known to follow the contract, then random cases.

mod kanslier;
mod keys;
mod leaving;
mod rules;
mod years;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::thread;

use crate::reference::case::{Case, Change, Kansli, Kommun, KommunKey, Money, RegionKey, Rest, SplitBy};
use crate::reference::changes::Situation;
use crate::reference::files::Texts;
use crate::reference::years as reference_years;
use crate::reference::years::plan::{self, Plan};
use crate::reference::{examples, expected, files, first_difference, generate};
use serde_json::Value;

const CASES: u64 = 500;

/// Cases whose last change cannot be done.
const REFUSED: u64 = 200;

/// The program is mostly started and waited for, so that two at a time do on any machine.
const THREADS: u64 = 2;

#[test]
fn the_reference_reproduces_the_worked_examples() {
    for (name, case) in examples::all() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples").join(name).join("result.json");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let result: Value = serde_json::from_str(&text).expect("a result in JSON");
        let difference = first_difference("", &result, &expected(&case));
        assert_eq!(difference, None, "in the example {name}");
    }
}

#[test]
fn the_program_agrees_with_the_reference() {
    no_seed_fails(CASES, disagreement);
}

/// What cannot be done is an error at its place in the file, and nothing is printed as a result.
#[test]
fn the_program_refuses_what_the_reference_refuses() {
    no_seed_fails(REFUSED, |seed| {
        let (case, reason) = generate::refused_case(seed);
        let wanted = "the program should refuse the last change";
        let texts = files::texts(&case);
        let run = Run::of(&texts);
        let difference = if run.output.status.code() != Some(2) {
            format!("{wanted}, {reason}, but ends with {}", run.output.status)
        } else if !run.output.stdout.is_empty() {
            format!("{wanted}, {reason}, but prints a result")
        } else {
            let scenario = &texts[2].1;
            let first = scenario[..scenario.rfind("[[change]]").expect("a change")].lines().count() + 1;
            let lines = first..=scenario.lines().count();
            let messages = String::from_utf8_lossy(&run.output.stderr).into_owned();
            let errors = messages.lines().filter(|line| line.starts_with("fel")).count();
            let is_there = lines.clone().any(|line| messages.contains(&format!("scenario.toml:{line}:")));
            if errors == 1 && is_there {
                return None;
            }
            format!("{wanted}, {reason}, with one error on the lines {lines:?}")
        };
        Some(run.described(&texts, &difference))
    });
}

fn no_seed_fails(usual: u64, failure: impl Fn(u64) -> Option<String> + Sync) {
    let first: u64 = number_from_environment("FINSAM_REFERENCE_FIRST").unwrap_or(1);
    let cases: u64 = number_from_environment("FINSAM_REFERENCE_CASES").unwrap_or(usual);
    let failure = &failure;
    let mut failures: Vec<(u64, String)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..THREADS)
            .map(|worker| {
                scope.spawn(move || {
                    (first..first + cases)
                        .filter(|seed| seed % THREADS == worker)
                        .filter_map(|seed| Some((seed, failure(seed)?)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("a worker that comes to its end"))
            .collect()
    });
    failures.sort();
    if let Some((seed, text)) = failures.first() {
        let others: Vec<String> = failures
            .iter()
            .skip(1)
            .take(20)
            .map(|(seed, text)| format!("seed {seed}: {}", text.lines().next().unwrap_or_default()))
            .collect();
        panic!(
            "{} of {cases} cases differ; the first is seed {seed}\n{text}\nothers:\n{}",
            failures.len(),
            others.join("\n")
        );
    }
}

/// More cases than the usual, or other ones: `FINSAM_REFERENCE_CASES=5000 cargo test …`.
fn number_from_environment(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// What differs in the case of a seed, with its files, if anything does.
fn disagreement(seed: u64) -> Option<String> {
    let case = generate::case(seed);
    disagreement_about(&files::texts(&case), &expected(&case))
}

/// A kommun of worked examples, which differ in inhabitants alone.
fn alike_kommun(code: &str, name: &str, befolkning_16_64: u64) -> Kommun {
    Kommun {
        code: code.to_owned(),
        name: name.to_owned(),
        region: "Region Halland".to_owned(),
        befolkning_16_64,
        forsorjningsmatt: "100".to_owned(),
        folkmangd: befolkning_16_64,
    }
}

/// The program has what the reference has, in random cases.
fn agrees_on_cases(usual: u64, case: impl Fn(u64) -> Case + Sync) {
    no_seed_fails(usual, |seed| {
        let case = case(seed);
        disagreement_about(&files::texts(&case), &expected(&case))
    });
}

/// The same over years.
fn agrees_on_plans(usual: u64, plan: impl Fn(u64) -> Plan + Sync) {
    no_seed_fails(usual, |seed| {
        let plan = plan(seed);
        disagreement_about(&reference_years::files::texts(&plan), &reference_years::expected(&plan))
    });
}

/// Years in which nothing differs lead to what the case leads to without any.
fn a_constant_path_changes_nothing(usual: u64, case: impl Fn(u64) -> Case + Sync) {
    no_seed_fails(usual, |seed| {
        let case = case(seed);
        let plain = expected(&case);
        let path = plan::Path {
            from: 2026,
            to: 2027,
            figures_lag: 0,
            kansli_index: "0".to_owned(),
            discount_rate: None,
        };
        first_difference("", &plain, &reference_years::expected(&Plan::constant(case, Some(path))))
    });
}

/// What the program makes of these files that is not what is expected.
fn disagreement_about(texts: &Texts, expected: &Value) -> Option<String> {
    let run = Run::of(texts);
    let difference = if run.output.status.success() {
        match serde_json::from_slice::<Value>(&run.output.stdout) {
            Ok(actual) => first_difference("", expected, &actual)?,
            Err(error) => format!("the result is not JSON: {error}"),
        }
    } else {
        format!("the program ends with {}", run.output.status)
    };
    Some(run.described(texts, &difference))
}

/// What the program did with a case.
struct Run {
    output: Output,
}

impl Run {
    fn of(texts: &Texts) -> Run {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let scenario = files::write_texts(texts, folder.path()).expect("files in the temporary folder");
        let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
            .args(["simulate", "--format", "json"])
            .arg(&scenario)
            .output()
            .expect("a program that starts");
        Run { output }
    }

    /// The difference, what the program wrote about it, and the files of the case.
    fn described(&self, texts: &Texts, difference: &str) -> String {
        let mut text = format!("{difference}\n");
        let messages = String::from_utf8_lossy(&self.output.stderr);
        if !messages.trim().is_empty() {
            text.push_str("--- on stderr\n");
            text.push_str(messages.trim_end());
            text.push('\n');
        }
        for (name, content) in texts {
            text.push_str("--- ");
            text.push_str(name);
            text.push('\n');
            text.push_str(content);
        }
        text
    }
}

/// A test of random cases is worth what the cases reach: each of these must occur often enough.
#[test]
fn the_cases_reach_what_the_contract_describes() {
    const AT_LEAST: u64 = 10;
    let mut found: BTreeMap<&'static str, u64> = BTreeMap::new();
    for seed in 1..=CASES {
        for feature in features(&generate::case(seed)) {
            *found.entry(feature).or_default() += 1;
        }
    }
    for seed in 1..=REFUSED {
        *found.entry(generate::refused_case(seed).1).or_default() += 1;
    }
    let seldom: Vec<&str> = EVERY_FEATURE
        .into_iter()
        .filter(|feature| found.get(feature).copied().unwrap_or(0) < AT_LEAST)
        .collect();
    assert!(seldom.is_empty(), "in less than {AT_LEAST} cases: {seldom:#?} of {found:#?}");
    let unnamed: Vec<&&str> = found.keys().filter(|feature| !EVERY_FEATURE.contains(feature)).collect();
    assert!(unnamed.is_empty(), "features that are not in the list: {unnamed:?}");
}

const EVERY_FEATURE: [&str; 93] = [
    "a kommun joins again",
    "a kommun leaves an outside row",
    "calibrated by budgets and state grants",
    "calibrated by budgets",
    "calibrated by state grants",
    "calibrated, appropriation missing",
    "calibrated, net known",
    "calibrated, number of other förbund missing",
    "change: as many or more elsewhere",
    "change: create of kommuner from several förbund or none",
    "change: create",
    "change: dissolve",
    "change: fewer elsewhere",
    "change: leave",
    "change: merge into a new name",
    "change: merge into a part's name",
    "change: move outside",
    "change: move to",
    "change: shared kansli by budget",
    "change: shared kansli by inhabitants",
    "change: shared kansli, alike",
    "change: split",
    "changes: four or more",
    "changes: none",
    "changes: one",
    "changes: two or three",
    "create: a kommun of no förbund that the rest does not hold",
    "create: a kommun of no förbund that the rest holds",
    "create: the name of a förbund that was dissolved",
    "elsewhere: and some left",
    "elsewhere: calibrated",
    "elsewhere: national",
    "equal kommuner",
    "försörjningsmått with three decimals",
    "joins again: by a move",
    "joins again: by create",
    "joins again: calibrated",
    "joins again: national",
    "kansli before: items",
    "kansli before: known in all",
    "kansli before: missing in some",
    "kansli of a change: none",
    "kansli of a change: stated",
    "kansli rule: a förbund ceases by departures spread over several changes",
    "kansli rule: a kansli ends",
    "kansli rule: a kansli is passed on",
    "kansli rule: a kansli is passed to several",
    "kansli rule: a kommun in no förbund receives no kansli",
    "kansli rule: a merged förbund has the sum",
    "kansli rule: a part in a shared kansli ends",
    "kansli rule: a passed share makes a created kansli known",
    "kansli rule: a share is in the stated sum already",
    "kansli rule: an outside row receives no kansli",
    "kansli rule: parts of a split share",
    "kansli rule: some of a förbund that ceased receive its kansli, others do not",
    "kansli rule: some parts of a split state their kansli",
    "kommun key: befolkning_16_64",
    "kommun key: explicit",
    "kommun key: folkmangd",
    "kommun key: forsorjningsmatt",
    "kommun key: lika",
    "left: a kommun that was in no förbund before",
    "left: after a kansli was shared",
    "left: all kommuner of a region",
    "left: before a kansli was shared",
    "left: calibrated, net is not known",
    "left: calibrated, net is scaled",
    "left: nationally, out of the sums of net",
    "left: no förbund stands",
    "left: with a förbund created",
    "left: with a merger",
    "left: with a move outside",
    "left: with a move",
    "left: with a split",
    "move: a kommun of no förbund joins",
    "national, rest \"alla\"",
    "national, rest as two sums",
    "national, rest listed",
    "refused: a förbund that is no longer there",
    "refused: a kommun in no förbund leaves",
    "refused: a part that is unknown",
    "refused: base grants above the appropriation",
    "refused: less than no förbund elsewhere",
    "region key: befolkning_16_64",
    "region key: lika",
    "regions: named in the table",
    "regions: of the län in the table",
    "result: kansli after is unknown in some",
    "result: several regions in one förbund",
    "several years in the table",
    "shares: not 0.5/0.25/0.25",
    "weights: 1 and 0",
    "weights: not 0.75/0.25",
];

/// What a case reaches.
fn features(case: &Case) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    found.extend(basis_features(case));
    found.extend(baseline_features(case));
    found.extend(case.changes.iter().map(change_feature));
    found.extend(situation_features(case));
    found
}

fn basis_features(case: &Case) -> Vec<&'static str> {
    if !case.is_calibrated() {
        return vec![match case.rest {
            Rest::Alla => "national, rest \"alla\"",
            Rest::Listed(_) => "national, rest listed",
            Rest::Sums { .. } => "national, rest as two sums",
            Rest::Unstated => unreachable!("a national baseline states the rest"),
        }];
    }
    let budgets = case.forbund.iter().filter(|forbund| matches!(forbund.money, Money::Budget(_))).count();
    let mut found = vec![match budgets {
        0 => "calibrated by state grants",
        all if all == case.forbund.len() => "calibrated by budgets",
        _ => "calibrated by budgets and state grants",
    }];
    if case.appropriation.is_none() {
        found.push("calibrated, appropriation missing");
    }
    if case.rest_forbund.is_none() {
        found.push("calibrated, number of other förbund missing");
    }
    if case.appropriation.is_some() && case.rest_forbund.is_some() {
        found.push("calibrated, net known");
    }
    found
}

fn baseline_features(case: &Case) -> Vec<&'static str> {
    let mut found = vec![
        match case.kommun_key {
            KommunKey::Befolkning => "kommun key: befolkning_16_64",
            KommunKey::Folkmangd => "kommun key: folkmangd",
            KommunKey::Forsorjningsmatt => "kommun key: forsorjningsmatt",
            KommunKey::Lika => "kommun key: lika",
            KommunKey::Explicit(_) => "kommun key: explicit",
            KommunKey::Mixed { .. } => unreachable!("no case of these has a mixed key"),
        },
        match case.region_key {
            RegionKey::Befolkning => "region key: befolkning_16_64",
            RegionKey::Lika => "region key: lika",
        },
        if case.forbund.iter().all(|forbund| forbund.kansli.is_some()) {
            "kansli before: known in all"
        } else {
            "kansli before: missing in some"
        },
    ];
    let mut with = |holds: bool, feature| {
        if holds {
            found.push(feature);
        }
    };
    with(
        case.forbund.iter().any(|forbund| matches!(forbund.kansli, Some(Kansli::Items(_)))),
        "kansli before: items",
    );
    with(case.weight_forsorjningsmatt != "0.75", "weights: not 0.75/0.25");
    with(case.weight_forsorjningsmatt == "1", "weights: 1 and 0");
    with(
        (case.state_share.as_str(), case.region_share.as_str()) != ("0.5", "0.25"),
        "shares: not 0.5/0.25/0.25",
    );
    with(!case.other_year.is_empty(), "several years in the table");
    with(case.layout.region_column, "regions: named in the table");
    with(!case.layout.region_column, "regions: of the län in the table");
    with(
        case.table.iter().enumerate().any(|(index, kommun)| {
            case.table[..index].iter().any(|other| {
                (other.befolkning_16_64, &other.forsorjningsmatt)
                    == (kommun.befolkning_16_64, &kommun.forsorjningsmatt)
            })
        }),
        "equal kommuner",
    );
    with(
        case.table.iter().any(|kommun| {
            let decimals = kommun.forsorjningsmatt.split_once('.');
            decimals.is_some_and(|(_, decimals)| decimals.len() == 3)
        }),
        "försörjningsmått with three decimals",
    );
    found
}

fn change_feature(change: &Change) -> &'static str {
    match change {
        Change::MoveTo { .. } => "change: move to",
        Change::MoveOutside { .. } => "change: move outside",
        Change::Merge { parts, into, .. } if parts.contains(into) => "change: merge into a part's name",
        Change::Merge { .. } => "change: merge into a new name",
        Change::Split { .. } => "change: split",
        Change::Create(_) => "change: create",
        Change::Leave { .. } => "change: leave",
        Change::Dissolve { .. } => "change: dissolve",
        Change::Elsewhere { more } if *more < 0 => "change: fewer elsewhere",
        Change::Elsewhere { .. } => "change: as many or more elsewhere",
        Change::SharedKansli(sharing) => match sharing.split_by {
            SplitBy::Budget => "change: shared kansli by budget",
            SplitBy::Lika => "change: shared kansli, alike",
            SplitBy::Befolkning => "change: shared kansli by inhabitants",
            SplitBy::Shares(_) => unreachable!("no case of these has a table of shares"),
        },
    }
}

fn situation_features(case: &Case) -> Vec<&'static str> {
    let after = Situation::after(case);
    let mut found = vec![match case.changes.len() {
        0 => "changes: none",
        1 => "changes: one",
        2 | 3 => "changes: two or three",
        _ => "changes: four or more",
    }];
    for rule in &after.used {
        let named = EVERY_FEATURE.iter().find(|feature| feature.strip_prefix("kansli rule: ") == Some(rule));
        found.push(named.unwrap_or(rule));
    }
    for change in &case.changes {
        let (kommuner, stated) = match change {
            Change::MoveTo { kansli, .. } | Change::Merge { kansli, .. } => (None, kansli.is_some()),
            Change::Create(part) => (Some(&part.kommuner), part.kansli.is_some()),
            Change::Split { into, .. } => (None, into.iter().all(|part| part.kansli.is_some())),
            Change::MoveOutside { .. }
            | Change::SharedKansli { .. }
            | Change::Leave { .. }
            | Change::Dissolve { .. }
            | Change::Elsewhere { .. } => continue,
        };
        found.push(if stated { "kansli of a change: stated" } else { "kansli of a change: none" });
        let Some(kommuner) = kommuner else { continue };
        let origins: BTreeSet<Option<&String>> =
            kommuner.iter().map(|code| case.forbund_of(code).map(|forbund| &forbund.name)).collect();
        if origins.len() > 1 {
            found.push("change: create of kommuner from several förbund or none");
        }
        for code in kommuner {
            if case.forbund_of(code).is_none() {
                let held = match &case.rest {
                    Rest::Alla => true,
                    Rest::Listed(listed) => listed.contains(code),
                    Rest::Sums { .. } | Rest::Unstated => false,
                };
                found.push(if held {
                    "create: a kommun of no förbund that the rest holds"
                } else {
                    "create: a kommun of no förbund that the rest does not hold"
                });
            }
        }
    }
    if after.forbund.iter().any(|row| {
        let regions: BTreeSet<&String> = row.members.iter().map(|code| &case.kommun(code).region).collect();
        regions.len() > 1
    }) {
        found.push("result: several regions in one förbund");
    }
    if after.forbund.iter().any(|row| row.office.known().is_none()) {
        found.push("result: kansli after is unknown in some");
    }
    found.extend(leaving::left_features(case, &after));
    found
}
