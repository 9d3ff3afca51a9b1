//! CSV: one long table, a figure per row, for scripts and pivot tables.

use rust_decimal::Decimal;
use serde::Serialize;

use super::cell;
use super::clean::no_formula;
use crate::analysis::check::Expected;
use crate::analysis::criteria::Criteria;
use crate::analysis::money::Money;
use crate::analysis::path::PathResult;
use crate::analysis::rests_on::{Derived, has_derived_forsorjningsmatt};
use crate::analysis::result::{Contribution, ScenarioResult, SideResult, Total};
use crate::catalogue::{Described, joined};
use crate::model::kronor::Kronor;
use crate::report::checks::{self, CheckedScenario};
use crate::report::document::{Cell, RowKind, Table};
use crate::report::redistribution::Redistribution;

/// Who is to read the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Dialect {
    /// Scripts: RFC 4180 with comma and decimal point, UTF-8.
    #[default]
    Plain,
    /// Swedish Excel by double-click: semicolon, decimal comma, byte order mark.
    Excel,
}

/// A neutral table: a heading per column as programs call it, and every row but headings. A table for programs says
/// in a column what a heading would say.
#[must_use]
pub fn table(table: &Table, dialect: Dialect) -> String {
    let mut rows = Rows::new(dialect);
    let names: Vec<String> =
        table.columns.iter().map(|column| no_formula(column.name_for_programs())).collect();
    rows.write(&names);
    for row in table.rows.iter().filter(|row| row.kind != RowKind::Heading) {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| match cell {
                Cell::Text(text) => no_formula(text),
                figure => rows.number(cell::plain(figure)),
            })
            .collect();
        rows.write(&cells);
    }
    rows.finish()
}

/// Results as one long table, with what inquiries weigh beside money where that was asked for.
#[must_use]
pub fn results(
    results: &[ScenarioResult],
    shown: Redistribution,
    with_criteria: bool,
    dialect: Dialect,
) -> String {
    let mut rows = Rows::new(dialect);
    rows.has_years = results.iter().any(|result| result.path.is_some());
    let heading = ["scenario", "side", "redistribution", "level", "name", "metric", "value", "year"];
    rows.write(&heading[..heading.len() - usize::from(!rows.has_years)]);
    for result in results {
        let scenario = no_formula(&result.head.scenario.name);
        rows.year = String::new();
        if has_derived_forsorjningsmatt(result) {
            // The long table has no place for sentences; a flag says that försörjningsmåttet is derived.
            let place = RowContext { scenario: &scenario, side: "before", redistribution: "" };
            rows.figure(place, "total", "", "forsorjningsmatt_harlett", Some("1".to_owned()));
        }
        match &result.path {
            None => rows.money(&scenario, &Money::of(result), shown),
            Some(path) => {
                for ((year, money), of_year) in Money::of_years(result).zip(&path.years) {
                    rows.year = year.to_string();
                    rows.money(&scenario, &money, shown);
                    let place = RowContext { scenario: &scenario, side: "after", redistribution: "" };
                    rows.figure(place, "total", "", "one_off", plain(Some(of_year.one_off)));
                }
                rows.year = String::new();
                rows.accumulated(&scenario, path, shown);
                rows.year = path.years.last().map(|year| year.year.to_string()).unwrap_or_default();
            }
        }
        if with_criteria {
            let figures = &result.figures;
            rows.criteria(&scenario, &figures.criteria, shown, figures.after.net.is_some());
        }
    }
    rows.finish()
}

/// The sides that are shown and known, with their totals less today's.
fn sides<'result>(
    money: &Money<'result>,
    shown: Redistribution,
) -> Vec<(&'static str, &'result SideResult, &'result Total)> {
    let gross = shown.gross().then_some(("gross", money.after.gross, &money.delta.gross));
    let net = money.after.net.zip(money.delta.net.as_ref());
    let net = net.filter(|_| shown.net()).map(|(after, delta)| ("net", after, delta));
    gross.into_iter().chain(net).collect()
}

/// Every check, those that hold too.
#[must_use]
pub fn checks(scenarios: &[CheckedScenario], dialect: Dialect) -> String {
    let mut rows = Rows::new(dialect);
    rows.write(&[
        "scenario", "check", "metric", "equals", "min", "max", "tolerance", "actual", "difference", "holds",
        "derived",
    ]);
    for scenario in scenarios {
        let name = no_formula(&scenario.result.head.scenario.name);
        let derived = Derived::of(&scenario.result);
        for check in &scenario.checks {
            let (equals, min, max) = match check.expected {
                Expected::Equal(value) => (Some(value), None, None),
                Expected::Between(min, max) => (None, min, max),
            };
            let text = |number: Option<Decimal>| rows.number(number.map(|number| number.to_string()));
            let cells = [
                name.clone(),
                no_formula(check.name.as_deref().unwrap_or_default()),
                no_formula(&checks::metric(check)),
                text(equals),
                text(min),
                text(max),
                text(Some(check.tolerance)),
                text(Some(check.actual)),
                text(Some(check.difference)),
                check.holds().to_string(),
                derived.is_below(&check.path).to_string(),
            ];
            rows.write(&cells);
        }
    }
    rows.finish()
}

#[derive(Clone, Copy)]
struct RowContext<'text> {
    scenario: &'text str,
    side: &'text str,
    redistribution: &'text str,
}

struct Rows {
    writer: csv::Writer<Vec<u8>>,
    dialect: Dialect,
    /// Whether there is a column for the year.
    has_years: bool,
    /// The year of the rows to come; nothing for those of all years together.
    year: String,
}

impl Rows {
    fn new(dialect: Dialect) -> Self {
        let mut builder = csv::WriterBuilder::new();
        let bytes = match dialect {
            Dialect::Plain => Vec::new(),
            Dialect::Excel => {
                builder.delimiter(b';');
                "\u{feff}".as_bytes().to_vec()
            }
        };
        // RFC 4180 and Excel both want CRLF.
        builder.terminator(csv::Terminator::CRLF);
        Self { writer: builder.from_writer(bytes), dialect, has_years: false, year: String::new() }
    }

    fn write(&mut self, cells: &[impl AsRef<[u8]>]) {
        self.writer
            .write_record(cells)
            .expect("memory takes everything, and rows are as long as the heading");
    }

    fn number(&self, number: Option<String>) -> String {
        let number = number.unwrap_or_default();
        if self.dialect == Dialect::Excel { number.replace('.', ",") } else { number }
    }

    fn figure(
        &mut self,
        place: RowContext<'_>,
        level: &str,
        name: &str,
        metric: &str,
        value: Option<String>,
    ) {
        let value = self.number(value);
        let name = no_formula(name);
        let year = std::mem::take(&mut self.year);
        let cells = [place.scenario, place.side, place.redistribution, level, &name, metric, &value, &year];
        self.write(&cells[..cells.len() - usize::from(!self.has_years)]);
        self.year = year;
    }

    /// All money of a result, or of a year.
    fn money(&mut self, scenario: &str, money: &Money<'_>, shown: Redistribution) {
        let place = RowContext { scenario, side: "before", redistribution: "" };
        self.side(place, money.before);
        for kommun in money.kommuner {
            self.contribution(place, "kommun", &kommun.kommun, kommun.contribution.before);
            self.per_inhabitant(place, &kommun.kommun, kommun.per_inhabitant.before);
        }
        for region in money.regions {
            self.contribution(place, "region", &region.region, region.contribution.before);
        }
        for (redistribution, side, delta) in sides(money, shown) {
            self.side(RowContext { scenario, side: "after", redistribution }, side);
            self.total(RowContext { scenario, side: "delta", redistribution }, delta);
        }
        let kommuner = money.kommuner.iter();
        let kommuner = kommuner.map(|kommun| ("kommun", &kommun.kommun, &kommun.contribution));
        let regions = money.regions.iter().map(|region| ("region", &region.region, &region.contribution));
        for (level, name, contribution) in kommuner.chain(regions) {
            for (redistribution, ..) in sides(money, shown) {
                self.after_and_delta(scenario, redistribution, (level, name), contribution);
            }
        }
        for kommun in money.kommuner {
            for (redistribution, ..) in sides(money, shown) {
                let after = &kommun.per_inhabitant.after;
                let figure = if redistribution == "net" { after.net.flatten() } else { after.gross };
                let place = RowContext { scenario, side: "after", redistribution };
                self.per_inhabitant(place, &kommun.kommun, figure);
            }
        }
    }

    /// What the years come to together.
    fn accumulated(&mut self, scenario: &str, path: &PathResult, shown: Redistribution) {
        let (sums, paid) = (&path.accumulated, &path.payback_year);
        let gross = shown.gross().then_some(("gross", &sums.gross, paid.gross));
        let net = sums.net.as_ref().filter(|_| shown.net());
        let net = net.map(|net| ("net", net, paid.net.flatten()));
        for (redistribution, accumulated, paid) in gross.into_iter().chain(net) {
            let place = RowContext { scenario, side: "delta", redistribution };
            self.figures(place, ("total", ""), "path.accumulated", accumulated);
            self.figure(place, "total", "", "path.payback_year", paid.map(|year| year.to_string()));
        }
    }

    fn side(&mut self, place: RowContext<'_>, side: &SideResult) {
        self.total(place, &side.total);
        for row in &side.forbund {
            self.figures(place, ("forbund", &row.name), "", row);
        }
    }

    fn total(&mut self, place: RowContext<'_>, total: &Total) {
        self.figures(place, ("total", ""), "", total);
    }

    /// Every figure of a part of the result, by its path in the JSON.
    fn figures<Part: Described + Serialize>(
        &mut self,
        place: RowContext<'_>,
        (level, name): (&str, &str),
        prefix: &str,
        part: &Part,
    ) {
        let value = serde_json::to_value(part).expect("results have only keys of text");
        for (path, digits) in Part::SHAPE.figures(&value) {
            self.figure(place, level, name, &no_formula(&joined(prefix, &path)), digits);
        }
    }

    fn contribution(&mut self, place: RowContext<'_>, level: &str, name: &str, amount: Option<Kronor>) {
        self.figure(place, level, name, "contribution", plain(amount));
    }

    fn per_inhabitant(&mut self, place: RowContext<'_>, kommun: &str, figure: Option<Decimal>) {
        let figure = figure.map(|figure| figure.to_string());
        self.figure(place, "kommun", kommun, "contribution_per_inhabitant", figure);
    }

    fn after_and_delta(
        &mut self,
        scenario: &str,
        redistribution: &'static str,
        (level, name): (&str, &str),
        contribution: &Contribution,
    ) {
        for (side, amounts) in [("after", contribution.after), ("delta", contribution.delta)] {
            let amount = if redistribution == "net" { amounts.net.flatten() } else { amounts.gross };
            self.contribution(RowContext { scenario, side, redistribution }, level, name, amount);
        }
    }

    /// Under the paths that the figures have in the JSON, as far as one row of that has one.
    fn criteria(&mut self, scenario: &str, criteria: &Criteria, shown: Redistribution, has_net: bool) {
        for (side, found) in [("before", &criteria.before), ("after", &criteria.after)] {
            let place = RowContext { scenario, side, redistribution: "" };
            self.figures(place, ("total", ""), "criteria", &found.total);
            for forbund in &found.forbund {
                self.figures(place, ("forbund", &forbund.name), "criteria", forbund);
            }
        }
        for key in &criteria.keys {
            let metric = format!("criteria.keys.{}", key.key.name());
            for kommun in &key.kommuner {
                let mut figure = |side, redistribution, amount: Option<Kronor>| {
                    let place = RowContext { scenario, side, redistribution };
                    self.figure(place, "kommun", &kommun.kommun, &metric, plain(amount));
                };
                figure("before", "", kommun.contribution_before);
                let after = &kommun.contribution_after;
                if shown.gross() {
                    figure("after", "gross", after.gross);
                }
                if shown.net() && has_net {
                    figure("after", "net", after.net.flatten());
                }
                // Against today's key, so no difference of the two above.
                let metric = format!("{metric}.change_from_today");
                let mut figure = |redistribution, amount: Option<Kronor>| {
                    let place = RowContext { scenario, side: "delta", redistribution };
                    self.figure(place, "kommun", &kommun.kommun, &metric, plain(amount));
                };
                let change = &kommun.change_from_today;
                if shown.gross() {
                    figure("gross", change.gross);
                }
                if shown.net() && has_net {
                    figure("net", change.net.flatten());
                }
            }
        }
    }

    fn finish(self) -> String {
        // Every cell was a `str`, so the bytes are UTF-8.
        let bytes = self.writer.into_inner().expect("memory takes everything");
        String::from_utf8(bytes).expect("written from strings")
    }
}

fn plain(amount: Option<Kronor>) -> Option<String> {
    amount.map(|amount| amount.get().to_string())
}
