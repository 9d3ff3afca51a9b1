//! The report of a search: maps of the best groupings with today beside them, a picture of the trade-offs, and its tables.

use super::chart::{Chart, Content, TradeOffPoint, Written};
use super::inquiry::{Options, Report, Section};
use super::map::{self, Looks};
use super::picture::Picture;
use super::redistribution::Redistribution;
use super::search::{document, figure, groups_of_front};
use super::words::import;
use super::words::map::search_caption;
use super::words::period::Period;
use super::words::search as words;
use crate::analysis::result::ScenarioResult;
use crate::analysis::search::{GroupingValues, SearchAnswer};
use crate::input::search::LoadedSearch;
use crate::report::document::List;
use crate::search::criterion::By;
use crate::text::label::labels;
use crate::text::language::Language;

/// The best groupings that are drawn.
pub const MOST_DRAWN: usize = 5;
/// The members of a front that are drawn.
const MOST_POINTS: usize = 200;

/// The report of a search. `drawn` are its first best groupings, as the scenarios that make them; `files` those that were
/// read, each with its hash.
#[must_use]
pub fn report(
    loaded: &LoadedSearch,
    answer: &SearchAnswer,
    drawn: &[ScenarioResult],
    files: &[(String, String)],
    options: &Options,
    language: Language,
) -> Report {
    let mut document = document(loaded, answer, language);
    let mut pictures = Vec::new();
    if !drawn.is_empty() {
        let shown = if loaded.rank.net { Redistribution::Net } else { Redistribution::Gross };
        match map::maps(drawn, &Looks::of(drawn), shown, language) {
            // Who pays more and less stands in the reports of the scenarios.
            Ok(maps) => pictures.extend(maps.into_iter().next().map(|mut maps| {
                maps.title = search_caption(language, Period::of_all(drawn));
                Picture::Maps(maps)
            })),
            Err(without) => document.lead.extend(without),
        }
    }
    pictures.extend(trade_off(loaded, answer, language).map(Picture::Chart));
    let title = options.title.clone().unwrap_or_else(|| loaded.name.clone());
    labels(language).summary.clone_into(&mut document.title);
    document.more = None;
    if !answer.result.pareto.is_empty() {
        document.tables.push(groups_of_front(answer, language));
    }
    document.lists.push(List {
        title: labels(language).caption_files.to_owned(),
        items: files.iter().map(|(path, hash)| import::hash_of_file(language, path, hash)).collect(),
    });
    let sections = vec![Section { pictures, document, guide: None }];
    Report { title, about: options.about.clone(), sections, language }
}

/// The first two criteria of the front, if there are two and something to choose between.
fn trade_off(loaded: &LoadedSearch, answer: &SearchAnswer, language: Language) -> Option<Chart> {
    let (result, net) = (&answer.result, loaded.rank.net);
    let mut criteria = loaded.rank.pareto.iter().copied();
    let up = criteria.next()?;
    let across = criteria.find(|by| *by != up)?;
    let at = |values: &GroupingValues| Some([figure(across, values, net)?, figure(up, values, net)?]);
    let place_of_best = result.best.first().map(|best| &best.forbund);
    let is_best = |forbund| Some(forbund) == place_of_best;
    let mut points: Vec<TradeOffPoint> = Vec::new();
    let point = |name: String, at, is_today, is_marked| TradeOffPoint { name, at, is_today, is_marked };
    if let (true, Some(at)) = (answer.today_is_grouping, at(&result.today.values)) {
        points.push(point(labels(language).today.to_owned(), at, true, true));
    }
    let in_front = result.pareto.iter().any(|one| is_best(&one.forbund));
    if let Some(at) = result.best.first().and_then(|best| at(&best.values)).filter(|_| !in_front) {
        points.push(point(words::best(language).to_owned(), at, false, true));
    }
    for (number, one) in (1..).zip(&result.pareto).take(MOST_POINTS) {
        let is_best = is_best(&one.forbund);
        let name = if is_best { format!("{number}, {}", words::best(language)) } else { number.to_string() };
        points.push(point(name, at(&one.values)?, false, is_best));
    }
    points.sort_by_key(|point| !point.is_marked);
    let [name_up, name_across] = [up, across].map(|by| words::criterion(language, by));
    let chart = Chart {
        title: words::trade_off(language, name_up, name_across),
        description: words::trade_off_in_words(language, result.pareto.len(), name_up, name_across),
        unit: words::axis(language, up, net),
        period: Period::default(),
        notes: words::trade_off_notes(language, result.pareto.len().min(MOST_POINTS), result.pareto.len()),
        content: Content::TradeOff {
            across: words::axis(language, across, net),
            written: [across, up].map(written),
            points,
        },
    };
    (!chart.says_nothing()).then_some(chart)
}

fn written(by: By) -> Written {
    match by {
        By::Insatser | By::Total | By::State | By::Kansli | By::Contribution => Written::Millions,
        By::LargestShare => Written::Tenths,
        By::FarthestKm | By::Smallest | By::Moved | By::Ledamoter => Written::Whole,
    }
}
