//! What a run of draws comes to, as tables.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::chart::Chart;
use super::columns::Columns;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::inquiry::{Report, Section};
use super::picture::Picture;
use super::risk_charts as charts;
use super::words::risk as words;
use crate::model::kronor::Kronor;
use crate::risk::result::{MetricRisk, QUANTILES, Risk, ScenarioRisk, share_error};
use crate::text::label;
use crate::text::language::Language;
use crate::text::number;

/// The report: how often each alternative leaves more than another, their ranks, how each figure is spread, and who pays
/// more.
#[must_use]
pub fn document(risk: &Risk, language: Language) -> Document {
    let mut tables = vec![spread(risk, true, language), beats(risk, language), ranks(risk, language)];
    for place in 0..risk.scenarios.len() {
        tables.extend(by_year(risk, place, true, language));
        tables.push(figures(risk, place, language));
    }
    tables.push(kommuner(risk, language));
    Document {
        title: words::labels(language).title.to_owned(),
        lead: warnings(risk, language),
        tables,
        lists: vec![assumed(risk, language)],
        more: None,
    }
}

/// What must be known to read the tables.
fn assumed(risk: &Risk, language: Language) -> List {
    let labels = words::labels(language);
    let mut notes = vec![words::draws(language, risk)];
    if let Some(width) = risk.scenarios.iter().flat_map(|one| &one.metrics).find_map(|one| one.bin_width) {
        notes.push(words::bins(language, width));
    }
    notes.push(labels.note_error.to_owned());
    notes.push(labels.note_same.to_owned());
    List { title: label::labels(language).assumptions.to_owned(), items: notes }
}

/// The report with pictures: how the outcomes spread and how often one leaves more than another, each alternative with
/// its years, and who pays more.
#[must_use]
pub fn report(risk: &Risk, language: Language) -> Report {
    let labels = words::labels(language);
    let section = |title: &str, pictures: Vec<Chart>, tables: Vec<Table>| Section {
        pictures: pictures.into_iter().map(Picture::Chart).collect(),
        document: Document { title: title.to_owned(), tables, ..Document::default() },
        guide: None,
    };
    let pictures = [charts::spread(risk, language), charts::matrix(risk, language)];
    let tables = vec![spread(risk, false, language), beats(risk, language), ranks(risk, language)];
    let summary = label::labels(language).summary;
    let mut first = section(summary, pictures.into_iter().flatten().collect(), tables);
    first.document.lead = charts::sorted(risk)
        .into_iter()
        .map(|place| in_short(risk, place, language))
        .chain(warnings(risk, language))
        .collect();
    first.document.lists = vec![assumed(risk, language)];
    let mut sections = vec![first];
    for (place, named) in risk.head.scenarios.iter().enumerate() {
        let fan = charts::fan(risk, place, language).into_iter().collect();
        let tables = by_year(risk, place, false, language).into_iter();
        sections.push(section(&named.name, fan, tables.chain([figures(risk, place, language)]).collect()));
    }
    sections.push(section(labels.kommuner, Vec::new(), vec![kommuner(risk, language)]));
    Report { title: labels.title.to_owned(), about: Vec::new(), sections, language }
}

fn in_short(risk: &Risk, place: usize, language: Language) -> String {
    let name = &risk.head.scenarios[place].name;
    let (metric, period) = (charts::ranked(risk, place), charts::period(risk));
    let figure = charts::figure(risk, language);
    if !charts::differs(metric) {
        return words::as_today(language, name, period, &figure);
    }
    let of = metric.quantiles;
    let ends = [of[0], of[2], of[4]].map(|amount| number::signed(language, amount.into()));
    let more = charts::percent(risk.beats[place + 1][0], language);
    words::in_short(language, name, period, &figure, ends.each_ref().map(String::as_str), &more)
}

/// Outcomes with their names.
type Outcomes<'risk> = (String, &'risk MetricRisk);

/// How the outcomes of all alternatives spread, the one with the highest middle first.
fn spread(risk: &Risk, has_bars: bool, language: Language) -> Table {
    let of = |place: usize| (risk.head.scenarios[place].name.clone(), charts::ranked(risk, place));
    let figure = charts::figure(risk, language);
    let caption = words::spread(language, &figure, charts::period(risk));
    let all = charts::sorted(risk).into_iter().map(of).collect();
    let mut table = outcomes(risk, (label::labels(language).alternative, &caption), all, has_bars, language);
    table.notes.extend(has_bars.then(|| words::labels(language).note_range.to_owned()));
    table
}

/// How those of an alternative spread in each year of a path.
fn by_year(risk: &Risk, place: usize, has_bars: bool, language: Language) -> Option<Table> {
    let years = charts::by_year(risk, place)?;
    let all = risk.head.years.iter().map(ToString::to_string).zip(years).collect();
    let (scenario, figure) = (&risk.head.scenarios[place].name, charts::figure_of_years(risk, language));
    let caption = words::spread_by_year(language, scenario, &figure, charts::period(risk));
    Some(outcomes(risk, (label::labels(language).year, &caption), all, has_bars, language))
}

/// A table of outcomes; `has_bars` says that a column of it draws them with plain characters.
fn outcomes(
    risk: &Risk,
    (heading, caption): (&str, &str),
    all: Vec<Outcomes<'_>>,
    has_bars: bool,
    language: Language,
) -> Table {
    let labels = words::labels(language);
    let ends = all.iter().flat_map(|(_, of)| [of.quantiles[0], of.quantiles[4]]).chain([0]);
    let (least, most) = ends.fold((0, 0), |(least, most), end| (least.min(end), most.max(end)));
    let quantile =
        |at: usize| move |(_, of): &Outcomes<'_>| Cell::Change(Some(Kronor::new(of.quantiles[at])));
    let percent = |percent: u64| format!("{percent}{}%", number::NO_BREAK);
    let columns = Columns::new()
        .text(heading, |(name, _): &Outcomes<'_>| name.clone())
        .figures(&percent(QUANTILES[0]), quantile(0))
        .figures(labels.middle_short, quantile(2))
        .figures(&percent(QUANTILES[4]), quantile(4))
        .when(has_bars, |columns| {
            columns.text(labels.range, move |(_, of)| bar(&of.quantiles, (least, most)))
        })
        .figures(labels.below_zero, |(_, of)| share(of.below_zero, risk.draws, language));
    let rows = columns.rows(all);
    columns.table(caption, rows, None)
}

/// Characters of a bar.
const BAR: i128 = 19;

/// Outcomes as a bar of plain characters, on a scale from `least` to `most`, which zero lies in.
fn bar(quantiles: &[i64; 5], (least, most): (i64, i64)) -> String {
    let span = i128::from(most) - i128::from(least);
    let place = |amount: i64| {
        let along = (i128::from(amount) - i128::from(least)) * (BAR - 1);
        // The nearest place; where all is zero, the only one.
        if span == 0 { 0 } else { (2 * along + span).div_euclid(2 * span) }
    };
    let [lowest, low, middle, high, highest] = quantiles.map(place);
    let zero = place(0);
    let letter = |at: i128| match at {
        _ if at == middle => '|',
        _ if at == zero => '0',
        _ if (low..=high).contains(&at) => '=',
        _ if (lowest..=highest).contains(&at) => '-',
        _ => '.',
    };
    (0..BAR).map(letter).collect()
}

/// What must not be read out of so few draws.
#[must_use]
pub fn warnings(risk: &Risk, language: Language) -> Vec<String> {
    let names = names(risk, language);
    let few = risk.has_few_draws().then(|| words::few_draws(language, risk.draws));
    let interrupted = risk.draws + risk.left_out < risk.head.draws;
    let interrupted = interrupted.then(|| words::interrupted(language, risk));
    let left_out = (risk.left_out > 0).then(|| words::left_out(language, risk.left_out));
    let undecided = risk.undecided().into_iter();
    let undecided = undecided.map(|[one, other]| words::undecided(language, &names[one], &names[other]));
    [interrupted, few, left_out].into_iter().flatten().chain(undecided).collect()
}

/// Today and the alternatives by name.
fn names(risk: &Risk, language: Language) -> Vec<String> {
    let today = std::iter::once(label::labels(language).today.to_owned());
    today.chain(risk.head.scenarios.iter().map(|named| named.name.clone())).collect()
}

/// A share in percent with its standard error: "54,3 ± 0,5".
fn share(share: f64, draws: u64, language: Language) -> Cell {
    let percent = |share: f64| {
        let percent = Decimal::from_f64(share * 100.0).unwrap_or_default().round_dp(1);
        let mut percent = percent;
        percent.rescale(1);
        number::decimal(language, percent)
    };
    let error = share_error(share, draws);
    let text = percent(share);
    Cell::Text(if error > 0.0 { format!("{text} ± {}", percent(error)) } else { text })
}

fn beats(risk: &Risk, language: Language) -> Table {
    let labels = words::labels(language);
    let names = names(risk, language);
    let columns = std::iter::once(Column::text(labels.leaves_more))
        .chain(names.iter().map(|name| Column::figures(name)));
    let row = |(one, name): (usize, &String)| {
        let cells = risk.beats[one].iter().enumerate().map(|(other, often)| {
            if other == one { Cell::Empty } else { share(*often, risk.draws, language) }
        });
        Row { kind: RowKind::Body, cells: std::iter::once(Cell::Text(name.clone())).chain(cells).collect() }
    };
    Table {
        caption: words::beats(language, &metric(risk, risk.head.ranked, language)),
        columns: columns.collect(),
        rows: names.iter().enumerate().map(row).collect(),
        notes: Vec::new(),
    }
}

fn ranks(risk: &Risk, language: Language) -> Table {
    let labels = words::labels(language);
    let names = names(risk, language);
    let places = (1..=names.len()).map(|place| Column::figures(&place.to_string()));
    let ranks = std::iter::once(&risk.today).chain(risk.scenarios.iter().map(|one| &one.ranks));
    let row = |(name, ranks): (&String, &Vec<f64>)| {
        let cells = ranks.iter().map(|often| share(*often, risk.draws, language));
        Row { kind: RowKind::Body, cells: std::iter::once(Cell::Text(name.clone())).chain(cells).collect() }
    };
    Table {
        caption: words::ranks(language, &metric(risk, risk.head.ranked, language)),
        columns: std::iter::once(Column::text(label::labels(language).alternative)).chain(places).collect(),
        rows: names.iter().zip(ranks).map(row).collect(),
        notes: vec![labels.note_ranks.to_owned()],
    }
}

fn figures(risk: &Risk, place: usize, language: Language) -> Table {
    let labels = words::labels(language);
    let of: &ScenarioRisk = &risk.scenarios[place];
    let rounded = |amount: f64| Decimal::from_f64(amount).unwrap_or_default().round();
    let amount =
        move |amount: f64| Cell::Amount(i64::try_from(rounded(amount).mantissa()).ok().map(Kronor::new));
    let change =
        move |amount: f64| Cell::Change(i64::try_from(rounded(amount).mantissa()).ok().map(Kronor::new));
    let columns = Columns::new()
        .text(labels.figure, |(place, _): &(usize, &MetricRisk)| metric(risk, *place, language))
        .figures(labels.mean, move |(_, of)| change(of.mean))
        .joined(labels.error, move |(_, of)| amount(of.standard_error))
        .figures(labels.sd, move |(_, of)| amount(of.sd))
        .each(QUANTILES.iter().enumerate(), |columns, (at, percent)| {
            let heading = format!("{percent}{}%", number::NO_BREAK);
            columns.figures(&heading, move |(_, of)| Cell::Change(Some(Kronor::new(of.quantiles[at]))))
        })
        .figures(labels.below_zero, |(_, of)| share(of.below_zero, risk.draws, language));
    let rows = columns.rows(of.metrics.iter().enumerate());
    columns.table(words::figures(language, &risk.head.scenarios[place].name), rows, None)
}

fn kommuner(risk: &Risk, language: Language) -> Table {
    let labels = label::labels(language);
    let mut all: Vec<&(String, String)> = risk.head.scenarios.iter().flat_map(|one| &one.kommuner).collect();
    all.sort();
    all.dedup();
    let columns = Columns::new().text(labels.kommun, |kommun: &&(String, String)| kommun.1.clone()).each(
        risk.head.scenarios.iter().zip(&risk.scenarios),
        |columns, (named, of)| {
            columns.figures(&named.name, move |kommun| {
                let place = named.kommuner.iter().position(|one| one == *kommun);
                Cell::or_empty(place.map(|place| share(of.pays_more[place], risk.draws, language)))
            })
        },
    );
    let rows = columns.rows(all);
    columns.table(words::labels(language).pays_more, rows, None)
}

/// What a figure is called.
fn metric(risk: &Risk, place: usize, language: Language) -> String {
    words::metric(language, &risk.head.metrics[place], &risk.head.years)
}

/// The answer for programs: a row per number.
#[must_use]
pub fn long_table(risk: &Risk) -> Table {
    type Line = [Cell; 5];
    let text = |text: &str| Cell::Text(text.to_owned());
    let decimal = |number: f64| Cell::from(Decimal::from_f64(number));
    let mut lines: Vec<Line> = Vec::new();
    let names = std::iter::once("").chain(risk.head.scenarios.iter().map(|named| named.name.as_str()));
    let names: Vec<&str> = names.collect();
    for (place, (named, of)) in risk.head.scenarios.iter().zip(&risk.scenarios).enumerate() {
        for (metric, of) in risk.head.metrics.iter().zip(&of.metrics) {
            let mut add = |statistic: &str, value: Cell| {
                lines.push([text(&named.name), text(metric), Cell::Empty, text(statistic), value]);
            };
            add("mean", decimal(of.mean));
            add("sd", decimal(of.sd));
            add("standard_error", decimal(of.standard_error));
            for (percent, quantile) in QUANTILES.iter().zip(of.quantiles) {
                add(&format!("quantile_{}", probability(*percent)), Cell::Count(quantile));
            }
            for (percent, error) in QUANTILES.iter().zip(of.quantile_errors) {
                add(&format!("quantile_error_{}", probability(*percent)), decimal(error));
            }
            add("below_zero", decimal(of.below_zero));
        }
        let ranked = &risk.head.metrics[risk.head.ranked];
        for (rank, often) in (1..).zip(&of.ranks) {
            let rank = format!("rank_{rank}");
            lines.push([text(&named.name), text(ranked), Cell::Empty, text(&rank), decimal(*often)]);
        }
        for (other, often) in names.iter().zip(&risk.beats[place + 1]) {
            lines.push([text(&named.name), text(ranked), text(other), text("beats"), decimal(*often)]);
        }
        for ((kommunkod, _), often) in named.kommuner.iter().zip(&of.pays_more) {
            let contribution = text("contribution");
            lines.push([
                text(&named.name),
                contribution,
                text(kommunkod),
                text("pays_more"),
                decimal(*often),
            ]);
        }
    }
    let headings = ["scenario", "metric", "name", "statistic", "value"];
    let columns = headings.into_iter().enumerate().fold(Columns::new(), |columns, (place, heading)| {
        columns.text(heading, move |line: &Line| line[place].clone())
    });
    let rows = columns.rows(lines);
    columns.table("", rows, None)
}

/// A probability as programs write it: 0.05, 0.5.
#[must_use]
pub fn probability(percent: u64) -> String {
    format!("0.{percent:02}").trim_end_matches('0').to_owned()
}
