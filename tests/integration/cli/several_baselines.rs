//! Alternatives of several baselines side by side: each baseline has its own row of today, and every figure is the one
//! that its alternatives have alone.

use std::collections::BTreeSet;

use finsam::analysis::alternatives::ByBaseline;
use finsam::analysis::inquiry;
use finsam::input::files::Files;
use finsam::report::document::{Document, Row, RowKind, Table};
use finsam::report::matrix::By;
use finsam::report::redistribution::Redistribution;
use finsam::report::screen::Length;
use finsam::report::{comparison, criteria};
use finsam::text::language::Language;

use super::run::Place;

const INTEGRATIA: &str = "tankespar1 tankespar3";
const JONKOPING: &str = "jonkoping_oforandrat jonkoping_lansforbund jonkoping_samordnad_administration";
const YEARS: &str = "tankespar1_ar_for_ar tankespar3_sedan_ett";

/// The comparison of built-in scenarios as a value, with all that inquiries weigh beside money.
fn compared(scenarios: &str, by: Option<By>, length: Length) -> Document {
    let wanted: Vec<String> = scenarios.split_whitespace().map(str::to_owned).collect();
    let computed = inquiry::compute(&Files::on_disk(), &wanted, None).expect("sound scenarios");
    let groups = ByBaseline::of(&computed.scenarios).expect("scenarios that can stand side by side");
    let (shown, language) = (Redistribution::Both, Language::Swedish);
    let groups = groups.alternatives();
    let mut document = comparison::document(&groups, by, shown, length, language);
    document.tables.extend(criteria::comparison(&groups, shown, language));
    document
}

/// The rows of a table that stand below the name of a baseline, or all of them where that stands in the caption.
fn rows_of<'table>(table: &'table Table, baseline: &str) -> &'table [Row] {
    if table.caption.starts_with(&format!("{baseline} – ")) {
        return &table.rows;
    }
    let Some(heading) = table.rows.iter().position(|row| *row == Row::heading(baseline)) else { return &[] };
    let below = &table.rows[heading + 1..];
    &below[..below.iter().position(|row| row.kind == RowKind::Heading).unwrap_or(below.len())]
}

fn as_alone(table: &Table, baseline: &str) -> String {
    table.caption.trim_start_matches(&format!("{baseline} – ")).to_owned()
}

#[test]
fn the_tables_of_each_baseline_are_those_that_it_has_alone() {
    let groups = [
        ("Integratia 2017: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ", INTEGRATIA),
        ("Jönköpings län 2025", JONKOPING),
        ("Integratia 2017, år för år: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ", YEARS),
    ];
    // The first of each, then the second of each: baselines stand in the order of first mention.
    let mixed = "tankespar1 jonkoping_oforandrat tankespar1_ar_for_ar tankespar3 jonkoping_lansforbund \
                 tankespar3_sedan_ett jonkoping_samordnad_administration";
    for length in [Length::Full, Length::Screen] {
        for by in [None, Some(By::Forbund), Some(By::Kommun)] {
            let beside = compared(mixed, by, length);
            let mut figures = 0;
            for (baseline, scenarios) in groups {
                let alone = compared(scenarios, by, length);
                let own = beside.tables.iter().filter(|table| !rows_of(table, baseline).is_empty());
                let own: Vec<&Table> = own.collect();
                assert_eq!(own.len(), alone.tables.len(), "{by:?} {baseline}");
                for table in &alone.tables {
                    let same = own.iter().filter(|own| as_alone(own, baseline) == table.caption);
                    let mut same = same.filter(|own| own.columns == table.columns);
                    let same = same.next().unwrap_or_else(|| panic!("{} of {baseline}", table.caption));
                    // Kommuner stand below the names of förbund: then nothing of another baseline does.
                    let rows =
                        if same.caption == table.caption { rows_of(same, baseline) } else { &same.rows };
                    assert_eq!(rows, table.rows, "{} of {baseline}", table.caption);
                    figures += rows.len();
                    for note in &table.notes {
                        let labelled = format!("{baseline} – {note}");
                        assert!(same.notes.contains(note) || same.notes.contains(&labelled), "{note}");
                    }
                }
            }
            // No row is of several baselines.
            let names = groups.map(|(baseline, _)| Row::heading(baseline));
            let rows = beside.tables.iter().flat_map(|table| &table.rows);
            assert_eq!(rows.filter(|row| !names.contains(row)).count(), figures, "{by:?}");
        }
    }
}

#[test]
fn every_assumption_is_named_once_and_of_which_baseline_it_is() {
    let beside = compared(&format!("{INTEGRATIA} {JONKOPING}"), None, Length::Full);
    let alone = [INTEGRATIA, JONKOPING].map(|scenarios| compared(scenarios, None, Length::Full));
    let [of_all, of_integratia, of_jonkoping, ..] = beside.lists.as_slice() else { panic!("three lists") };
    assert_eq!(of_all.title, "Antaganden");
    assert_eq!(of_jonkoping.title, "Jönköpings län 2025 – Antaganden");
    for (alone, own) in alone.iter().zip([of_integratia, of_jonkoping]) {
        let named: BTreeSet<&String> = of_all.items.iter().chain(&own.items).collect();
        assert_eq!(named.len(), of_all.items.len() + own.items.len());
        assert_eq!(named, alone.lists[0].items.iter().collect());
    }
    let is_in_both = |item: &&String| of_jonkoping.items.contains(item);
    assert_eq!(of_integratia.items.iter().find(is_in_both), None);
    assert!(!of_all.items.is_empty());
}

#[test]
fn each_baseline_has_its_own_headline() {
    let beside = compared(&format!("{INTEGRATIA} {JONKOPING}"), None, Length::Full);
    let alone = [INTEGRATIA, JONKOPING].map(|scenarios| compared(scenarios, None, Length::Full).lead);
    let names = ["Integratia 2017: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ", "Jönköpings län 2025"];
    let of_one = |(name, lead): (&str, &Vec<String>)| {
        let labelled = lead[..lead.len() - 1].iter().map(|sentence| format!("{name} – {sentence}"));
        labelled.collect::<Vec<_>>()
    };
    let expected: Vec<String> = names.into_iter().zip(&alone).flat_map(of_one).collect();
    let (last, headlines) = beside.lead.split_last().expect("a sentence");
    assert_eq!(headlines, expected);
    assert!(last.starts_with(&format!("Utgångslägen: {}; {}. ", names[0], names[1])));
}

#[test]
fn the_row_of_today_stands_once_for_each_baseline() {
    let place = Place::empty();
    let markdown =
        place.run("compare tankespar1 jonkoping_lansforbund tankespar3 --format markdown").answer();
    let labels = markdown.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let labels: Vec<&str> = labels.map(str::trim).take(9).collect();
    let expected = [
        "Alternativ",
        "**Integratia 2017: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ**",
        "Nuläge",
        "Tankespår 1",
        "Tankespår 3",
        "**Jönköpings län 2025**",
        "Nuläge",
        "Länsförbund",
        "Alternativ",
    ];
    assert_eq!(labels, expected);
    let income = |name: &str| {
        let lines = markdown.lines().filter(|line| line.starts_with(&format!("| {name} ")));
        let sums = lines.filter_map(|line| line.split('|').nth(6).map(|sum| sum.trim().to_owned()));
        sums.take(2).collect::<Vec<_>>()
    };
    assert_eq!(income("Nuläge"), ["12\u{a0}899\u{a0}202", "24\u{a0}200\u{a0}000"]);
}

#[test]
fn machine_formats_hold_what_each_baseline_has_alone() {
    let place = Place::empty();
    let mixed = "tankespar1 jonkoping_lansforbund tankespar3 tankespar1_ar_for_ar";
    let list = place.run(&format!("compare {mixed} --format json")).json();
    for (position, name) in mixed.split_whitespace().enumerate() {
        let alone = place.run(&format!("compare {name} --format json")).json();
        assert_eq!(list[position], alone[0], "{name}");
    }
    let csv = |files: &str| {
        let text = place.run(&format!("compare {files} --format csv")).answer();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines
    };
    let (beside, alone) = (csv("tankespar1 jonkoping_lansforbund tankespar3"), csv("jonkoping_lansforbund"));
    assert_eq!(beside[..csv("tankespar1 tankespar3").len()], csv("tankespar1 tankespar3"));
    assert_eq!(beside[csv("tankespar1 tankespar3").len()..], alone[1..]);
}

/// Three förbund, of another name and with another appropriation.
fn place_with_another_baseline(change: impl Fn(&str) -> String) -> Place {
    let place = Place::example("merge_national");
    place.write("annat.toml", &change(&place.read("utgangslage.toml")));
    place
        .write("annat_scenario.toml", &place.read("scenario.toml").replace("utgangslage.toml", "annat.toml"));
    place
}

fn other_appropriation(text: &str) -> String {
    text.replace("Tre förbund", "Tre förbund, 2015").replace("339_000_001", "280_000_000")
}

#[test]
fn alternatives_of_one_name_are_told_apart_in_the_long_table() {
    let place = place_with_another_baseline(other_appropriation);
    let csv = place.run("compare scenario.toml annat_scenario.toml --format csv").answer();
    let names = [
        ("Sammanslagning av två (Tre förbund)", "scenario.toml"),
        ("\"Sammanslagning av två (Tre förbund, 2015)\"", "annat_scenario.toml"),
    ];
    for (name, file) in names {
        let alone = place.run(&format!("simulate {file} --format csv")).answer();
        let own = csv.lines().filter_map(|line| line.strip_prefix(&format!("{name},")));
        let alone = alone.lines().skip(1).filter_map(|line| line.strip_prefix("Sammanslagning av två,"));
        assert_eq!(own.collect::<Vec<_>>(), alone.collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn two_files_that_say_the_same_are_one_baseline() {
    let rows_of_today = |change: &dyn Fn(&str) -> String| {
        let place = place_with_another_baseline(change);
        place.run("compare scenario.toml annat_scenario.toml").answer().matches("Nuläge ").count()
    };
    assert_eq!(rows_of_today(&str::to_owned), 1);
    assert_eq!(rows_of_today(&|text| text.replace("Tre förbund", "Tre andra")), 2);
    assert_eq!(rows_of_today(&other_appropriation), 2);
}

#[test]
fn baselines_of_one_name_are_shown_with_their_files() {
    let place = place_with_another_baseline(|text| text.replace("339_000_001", "280_000_000"));
    let compared = place.run("compare scenario.toml annat_scenario.toml").answer();
    for name in ["Tre förbund (utgangslage.toml)", "Tre förbund (annat.toml)"] {
        assert!(compared.contains(name), "{name}\n{compared}");
    }
}

#[test]
fn other_years_and_rules_are_refused_within_a_file_and_stand_beside_those_of_another() {
    let place = place_with_another_baseline(str::to_owned);
    let path = "\n[path]\nfrom = 2026\nto = 2027\n";
    let rules = "\n[rules.guard]\nmost_decrease = 0.1\n";
    for (section, code) in [(path, "paths_differ"), (rules, "rules_differ")] {
        let scenario = |name: &str| place.read(name) + section;
        place.write("samma.toml", &scenario("scenario.toml"));
        place.run("compare scenario.toml samma.toml").assert_refused(code);
        place.write("annan.toml", &scenario("annat_scenario.toml"));
        let compared = place.run("compare scenario.toml annan.toml").answer();
        assert_eq!(compared.matches("Nuläge ").count(), 2, "{compared}");
    }
}

#[test]
fn a_report_holds_several_baselines_and_a_workbook_one() {
    let place = Place::empty();
    let scenarios = "tankespar1 jonkoping_lansforbund tankespar1_ar_for_ar";
    place.run(&format!("report {scenarios} -o r.xlsx -o r.md")).assert_refused("different_baselines");
    assert!(place.names().is_empty());
    place.run(&format!("report {scenarios} -o r.html -o r.docx -o r.md")).wrote().answer();
    let report = place.read("r.md");
    let sections = report.lines().filter_map(|line| line.strip_prefix("## "));
    let sections: Vec<&str> = sections.collect();
    let years = "Integratia 2017, år för år: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ";
    let integratia = "Integratia 2017: Trollhättan, Vänersborg/Mellerud och BÅD-ESÅ";
    assert_eq!(
        sections,
        [
            "Sammanfattning",
            integratia,
            &format!("{integratia} – Tankespår 1"),
            "Jönköpings län 2025",
            "Jönköpings län 2025 – Länsförbund",
            years,
            &format!("{years} – Tankespår 1, år för år"),
            "Bilaga: alla uppgifter, antaganden och källor",
        ]
    );
    let page = place.read("r.html");
    for title in ["Jönköpings län 2025 – Länsförbund", years] {
        assert!(page.contains(&format!("{title}</h2>")), "{title}");
    }
    place.run("map tankespar1 jonkoping_lansforbund").assert_refused("different_baselines");
}
