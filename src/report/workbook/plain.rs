//! A workbook of a report whose figures are no sums of others: its tables as values, its charts beside the figures that
//! they are drawn from, and the answer for programs on a sheet of its own.

use rust_decimal::Decimal;

use super::book::{Bars, Cell, Chart, Kind, Role, Sheet, Workbook};
use super::formula::{Area, CellAddress};
use super::names::Unique;
use crate::report::chart::{self, Content};
use crate::report::document::{self, RowKind, Table};
use crate::report::inquiry::{Report, Section};
use crate::report::picture::Picture;
use crate::report::uncertain_chart::{TornadoRow, Uncertain};
use crate::report::words::chart::made_by;
use crate::report::words::workbook as words;
use crate::report::words::{risk, uncertain};
use crate::risk::result::QUANTILES;
use crate::text::language::Language;
use crate::text::number;

/// Columns that paragraphs run over at least.
const COLUMNS: usize = 8;
/// Rows that a chart takes, and one with a row of bars for each of its rows.
const CHART_ROWS: u32 = 20;
const ROWS_OF_BAR: u32 = 2;

/// The workbook of a report, with the answer for programs.
#[must_use]
pub fn workbook(report: &Report, figures: &Table) -> Workbook {
    let mut names = Unique::sheets();
    let mut sheets = Vec::new();
    for (place, section) in report.sections.iter().enumerate() {
        let name = names.sheet(&section.document.title);
        let mut page = Page::new(name, section, report.language);
        if place == 0 {
            page.text(Kind::Title, &report.title);
            report.about.iter().for_each(|line| page.text(Kind::Paragraph, line));
        } else {
            page.text(Kind::Title, &section.document.title);
        }
        page.section(section, place);
        if place == 0 {
            page.text(Kind::Paragraph, &made_by(report.language, env!("CARGO_PKG_VERSION")));
        }
        sheets.push(page.sheet);
    }
    let name = names.sheet(words::words(report.language).sheet_all_figures);
    let mut page = Page { sheet: Sheet::new(name, columns(figures)), next: 0, language: report.language };
    page.figures(figures, sheets.len());
    sheets.push(page.sheet);
    Workbook { title: report.title.clone(), sheets }
}

fn columns(table: &Table) -> u16 {
    u16::try_from(table.columns.len()).unwrap_or(u16::MAX)
}

/// A sheet that is being written from its top down.
struct Page {
    sheet: Sheet,
    next: u32,
    language: Language,
}

/// The figures of a chart: the heading of its names, its series, and a row for each name.
struct Figures {
    heading: String,
    series: Vec<(String, Kind)>,
    rows: Vec<(String, Vec<Option<Decimal>>)>,
    /// How they are drawn; none if the cells are shaded.
    bars: Option<Bars>,
    note: Option<String>,
}

impl Page {
    fn new(name: String, section: &Section, language: Language) -> Self {
        let widest = section.document.tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
        let printed = u16::try_from(widest.max(COLUMNS)).unwrap_or(u16::MAX);
        Self { sheet: Sheet::new(name, printed), next: 0, language }
    }

    fn text(&mut self, kind: Kind, text: &str) {
        self.put(0, Cell::text(kind, text));
        self.next += 1;
    }

    fn put(&mut self, column: usize, cell: Cell) {
        let column = u16::try_from(column).expect("few columns");
        self.sheet.put(CellAddress { sheet: 0, row: self.next, column }, cell);
    }

    fn section(&mut self, section: &Section, place: usize) {
        section.document.lead.iter().for_each(|line| self.text(Kind::Paragraph, line));
        for picture in &section.pictures {
            if let Picture::Chart(chart) = picture
                && let Some(figures) = figures(chart, self.language)
            {
                self.next += 1;
                self.chart(chart, &figures, place);
            }
        }
        for table in &section.document.tables {
            self.next += 1;
            self.table(table);
        }
        for list in &section.document.lists {
            self.next += 1;
            self.text(Kind::Caption, &list.title);
            list.items.iter().for_each(|item| self.text(Kind::Paragraph, item));
        }
    }

    fn table(&mut self, table: &Table) {
        let unit = if table.shows_amounts() { " (kr)" } else { "" };
        self.text(Kind::Caption, &format!("{}{unit}", table.caption));
        self.rows(table);
        table.notes.iter().for_each(|note| self.text(Kind::Paragraph, note));
    }

    fn rows(&mut self, table: &Table) {
        for (place, column) in table.columns.iter().enumerate() {
            self.put(place, Cell::text(Kind::Heading, &column.heading));
        }
        self.next += 1;
        for row in &table.rows {
            for (place, one) in row.cells.iter().enumerate() {
                if let Some(cell) = cell(one) {
                    let is_total = row.kind == RowKind::Total;
                    self.put(place, if is_total { cell.role(Role::Total) } else { cell });
                }
            }
            self.next += 1;
        }
    }

    /// The answer for programs, from the first row on, so that it can be filtered.
    fn figures(&mut self, table: &Table, place: usize) {
        self.rows(table);
        let (rows, columns) = (self.next, columns(table));
        self.sheet.frozen_rows = 1;
        self.sheet.repeated_rows = Some((0, 0));
        let first = CellAddress { sheet: place, row: 0, column: 0 };
        self.sheet.filtered = Some(Area { first, rows, columns });
    }

    /// A chart with the figures that it is drawn from below it.
    fn chart(&mut self, chart: &chart::Chart, figures: &Figures, place: usize) {
        // Charts say it themselves.
        if figures.bars.is_none() {
            self.text(Kind::Caption, &chart.title);
        }
        let at = CellAddress { sheet: place, row: self.next, column: 0 };
        let count = u32::try_from(figures.rows.len()).unwrap_or(u32::MAX);
        let rows = match figures.bars {
            None => 0,
            Some(Bars::Apart) => CHART_ROWS.max(count.saturating_mul(ROWS_OF_BAR) + 8),
            Some(_) => CHART_ROWS,
        };
        self.next += rows;
        let headings = CellAddress { row: self.next, ..at };
        self.put(0, Cell::text(Kind::Heading, &figures.heading));
        for (column, (heading, _)) in figures.series.iter().enumerate() {
            self.put(column + 1, Cell::text(Kind::Heading, heading));
        }
        self.next += 1;
        let first = CellAddress { row: self.next, ..at };
        for (name, amounts) in &figures.rows {
            self.put(0, Cell::text(Kind::Text, name));
            for (column, (amount, (_, kind))) in amounts.iter().zip(&figures.series).enumerate() {
                if let Some(amount) = amount {
                    self.put(column + 1, Cell::number(*kind, *amount));
                }
            }
            self.next += 1;
        }
        let series = u16::try_from(figures.series.len()).expect("few columns");
        match figures.bars {
            None => {
                let first = CellAddress { column: 1, ..first };
                self.sheet.shaded.push(Area { first, rows: count, columns: series });
            }
            Some(bars) => {
                let of = |column: u16| {
                    let values = Area { first: CellAddress { column, ..first }, rows: count, columns: 1 };
                    (CellAddress { column, ..headings }, values)
                };
                self.sheet.charts.push(Chart {
                    title: chart.title.clone(),
                    bars,
                    at,
                    rows,
                    categories: Area { first, rows: count, columns: 1 },
                    series: (1..=series).map(of).collect(),
                });
            }
        }
        figures.note.iter().chain(&chart.notes).for_each(|note| self.text(Kind::Paragraph, note));
    }
}

/// A cell of a table; nothing where nothing stands.
fn cell(cell: &document::Cell) -> Option<Cell> {
    use document::Cell as From;
    let known = |kind, amount: i64| Cell::number(kind, amount);
    let decimals = |decimal: Decimal| Kind::decimals(decimal.scale());
    Some(match cell {
        From::Empty => return None,
        From::Text(text) => Cell::text(Kind::Text, text),
        From::Amount(Some(amount)) => known(Kind::Amount, amount.get()),
        From::Change(Some(amount)) => known(Kind::Change, amount.get()),
        From::Count(count) => known(Kind::Count, *count),
        From::Decimal(decimal) | From::Difference(decimal) | From::Percent(Some(decimal)) => {
            Cell::number(decimals(*decimal), *decimal)
        }
        From::Unknown | From::Amount(None) | From::Change(None) | From::Percent(None) => {
            Cell::text(Kind::Text, number::UNKNOWN)
        }
    })
}

/// The figures of a chart of what is uncertain; other charts have none here.
fn figures(chart: &chart::Chart, language: Language) -> Option<Figures> {
    let percent = |at: usize| format!("{}{}%", QUANTILES[at], number::NO_BREAK);
    let change = |heading: &str| (heading.to_owned(), Kind::Change);
    let whole = |amount: i64| Some(Decimal::from(amount));
    let of_risk = risk::labels(language);
    let Content::Uncertain(content) = &chart.content else { return None };
    Some(match content {
        Uncertain::Tornado { base, decimals, rows } => {
            let labels = uncertain::labels(language);
            let kind = if *decimals == 0 { Kind::Change } else { Kind::decimals(*decimals) };
            let end = |end: i64| Decimal::new(end, *decimals) - Decimal::new(*base, *decimals);
            let row = |row: &TornadoRow| {
                (format!("{} ({})", row.name, row.range), row.ends.map(|known| known.map(end)).to_vec())
            };
            let base = number::signed(language, Decimal::new(*base, *decimals));
            Figures {
                heading: labels.number.to_owned(),
                series: [labels.bar_at_low, labels.bar_at_high].map(|name| (name.to_owned(), kind)).into(),
                rows: rows.iter().map(row).collect(),
                bars: Some(Bars::Apart),
                note: Some(uncertain::against_base(language, &base)),
            }
        }
        Uncertain::Spread(rows) => Figures {
            heading: crate::text::label::labels(language).alternative.to_owned(),
            // In the order of high, low and close.
            series: vec![change(&percent(4)), change(&percent(0)), change(of_risk.middle_short)],
            rows: rows
                .iter()
                .map(|row| (row.name.clone(), [4, 0, 2].map(|at| whole(row.quantiles[at])).to_vec()))
                .collect(),
            bars: Some(Bars::Interval),
            note: None,
        },
        Uncertain::Matrix { names, shares } => {
            let share = |share: &Option<u16>| share.map(|share| Decimal::new(share.into(), 2));
            Figures {
                heading: format!("{}, %", of_risk.leaves_more),
                series: names.iter().map(|name| (name.clone(), Kind::Decimals(2))).collect(),
                rows: names
                    .iter()
                    .zip(shares)
                    .map(|(name, shares)| (name.clone(), shares.iter().map(share).collect()))
                    .collect(),
                bars: None,
                note: None,
            }
        }
        Uncertain::Fan { years, quantiles, .. } => Figures {
            heading: words::words(language).year.to_owned(),
            series: (0..QUANTILES.len()).map(|at| change(&percent(at))).collect(),
            rows: years
                .iter()
                .enumerate()
                .map(|(year, name)| {
                    (name.to_string(), quantiles.iter().map(|all| whole(all[year])).collect())
                })
                .collect(),
            bars: Some(Bars::Fan),
            note: None,
        },
    })
}
