//! What must hold for every text, whoever wrote it: no line of output is a command to a build server, and nothing
//! controls a terminal.

use proptest::prelude::*;

use super::cell::Look;
use super::clean::is_unsafe;
use super::{csv, json, markdown, text, tree, xml};
use crate::drawing::palette::Style;
use crate::drawing::svg;
use crate::model::kronor::Kronor;
use crate::report::chart::{ChangeRow, Chart, Content, PairRow, WaterfallStep, YearsLine};
use crate::report::document::{Cell, Column, Document, List, Row, RowKind, Table};
use crate::report::explanation::{Branch, Tree};
use crate::report::words::period::Period;
use crate::text::language::Language;

/// What commands, links and sequences are made of, put together at random.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "::", ":", "#", "##", "[", "##[", "##vso[", "error", "stop-commands", "task.setvariable", "]", " ",
        "\n", "\r", "\t", "\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{202e}", "\u{2028}", "\u{a0}", "\u{feff}",
        "\u{ffff}", "a", "Åmål", "http://", "www.", "@", "se", "'", "\"", ",", ";", "|", "<b>", "&",
        "långtordutanblanksteg", "=", "1",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A document whose every text is such a one.
fn document() -> impl Strategy<Value = Document> {
    prop::collection::vec(hostile(), 12).prop_map(|texts| {
        let text = |number: usize| texts[number].clone();
        let row = |kind, numbers: [usize; 2]| Row {
            kind,
            cells: numbers.map(|one| Cell::Text(text(one))).to_vec(),
        };
        let table = Table {
            caption: text(0),
            columns: vec![Column::text(&text(1)), Column::figures(&text(2))],
            rows: vec![
                Row::heading(&text(3)),
                row(RowKind::Body, [4, 5]),
                row(RowKind::Change, [6, 7]),
                row(RowKind::Total, [8, 9]),
            ],
            notes: vec![text(10)],
        };
        let list = List { title: text(11), items: vec![text(0), text(5)] };
        Document {
            title: text(2),
            lead: vec![text(10), text(11)],
            tables: vec![table],
            lists: vec![list],
            more: Some(text(6)),
        }
    })
}

fn assert_sanitized(page: &str) {
    for line in page.lines() {
        assert!(!line.trim_start().starts_with("::"), "a command of GitHub: {line}");
        let marks = line.match_indices("##").map(|(place, mark)| &line[place + mark.len()..]);
        for after in marks {
            let word = after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric());
            assert!(!word.starts_with('['), "a command of Azure, TeamCity or GitHub: {line}");
        }
    }
    let of_line = |letter: char| letter == '\n' || letter == '\r';
    assert!(!page.contains(|letter| is_unsafe(letter) && !of_line(letter)), "{page:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_is_a_command(document in document(), width in 40_usize..120) {
        let look = Look::default();
        assert_sanitized(&text::document(&document, look, width, false));
        assert_sanitized(&markdown::document(&document, look));
        assert_sanitized(&json::report(&document));
        for table in &document.tables {
            assert_sanitized(&csv::table(table, csv::Dialect::Plain));
        }
    }

    #[test]
    fn no_tree_is_a_command(label in hostile(), value in hostile(), detail in hostile(), width in 40_usize..100) {
        let branch = |children| Branch {
            label: label.clone(),
            value: value.clone(),
            details: vec![detail.clone()],
            children,
            cut: None,
        };
        let top = branch(vec![branch(Vec::new())]);
        assert_sanitized(&tree::tree(&Tree { title: label.clone(), top, notes: vec![value.clone()] }, width, false));
    }

    #[test]
    fn every_picture_is_xml(title in hostile(), description in hostile(), label in hostile()) {
        let pair = PairRow {
            name: label.clone(),
            note: title.clone(),
            before: Some(5),
            after: None,
            change: None,
            style: Style::default(),
        };
        let step = WaterfallStep { label: label.clone(), amount: Kronor::new(-5), is_level: false };
        let amounts = vec![Kronor::ZERO, Kronor::new(5)];
        let line = YearsLine { name: label.clone(), amounts };
        let change = ChangeRow { name: label.clone(), change: Some(Kronor::new(5)), net: None };
        for content in [
            Content::Changes(vec![change]),
            Content::Pairs { rows: vec![pair], has_changes: true },
            Content::Waterfall(vec![step]),
            Content::Years { years: vec![2026, 2027], lines: vec![line] },
        ] {
            let (title, description, unit) = (title.clone(), description.clone(), label.clone());
            let chart = Chart { title, description, unit, period: Period::EachYear, notes: Vec::new(), content };
            for width in [3_280, 7_200] {
                let picture = svg::document(&chart.drawing(Language::Swedish, width), "c");
                prop_assert!(xml::check(&picture).is_ok(), "{}", picture);
            }
        }
    }

    #[test]
    fn json_keeps_every_text(document in document()) {
        let read: serde_json::Value = serde_json::from_str(&json::report(&document)).expect("JSON");
        prop_assert_eq!(read["title"].as_str(), Some(document.title.as_str()));
    }
}
