//! The kommuner of a baseline, a län or a table with their figures, per förbund and in all.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::simulation::table_sources;
use crate::analysis::ratio::share_of;
use crate::analysis::result::ForbundResult;
use crate::input::further_columns::FurtherColumns;
use crate::input::lan;
use crate::input::marks::{LEVEL, Level, Mark};
use crate::input::sources_file::ColumnSource;
use crate::model::figures::KommunFigures;
use crate::model::kommun::{Kommun, KommunId, Kommuner};
use crate::model::name::canonical;
use crate::report::words::import::citation;
use crate::report::words::sentence;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Shown<'table> {
    /// What the kommuner have in common: the name of a baseline or a län, or the path of a table.
    pub title: String,
    /// All kommuner of the table.
    pub kommuner: &'table Kommuner,
    /// Their figures, in the same order.
    pub figures: &'table [KommunFigures],
    /// What else stands in it.
    pub further: &'table FurtherColumns,
    /// The year of the figures.
    pub year: Option<i64>,
    /// The path of the table.
    pub table: String,
    /// Where its columns come from.
    pub sources: &'table [ColumnSource],
    /// The names of the förbund, in the order of the tables.
    pub forbund: Vec<String>,
    /// Förbund with kommuner that are not shown.
    pub partly: Vec<String>,
    /// The kommuner that are shown, in the order of the tables.
    pub entries: Vec<Entry>,
}

/// A kommun that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Which.
    pub kommun: KommunId,
    /// The position of its förbund, if it is in one.
    pub forbund: Option<usize>,
}

/// What kommuner can be sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The code.
    Kommunkod,
    /// The name.
    Kommun,
    /// The name of the förbund.
    Forbund,
    /// The name of the län.
    Lan,
    /// A figure.
    Figure(Figure),
}

/// A numeric column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// Inhabitants 16–64.
    Befolkning,
    /// Helårsekvivalenter.
    Forsorjningsmatt,
    /// All inhabitants.
    Folkmangd,
    /// A further column, by its position.
    Indicator(usize),
}

/// What a row is of.
enum Line<'run> {
    /// A kommun.
    Kommun(Entry),
    /// The sum over some kommuner: those of a förbund, or all.
    Sum { label: &'run str, level: &'static str, forbund: Option<usize>, entries: Vec<Entry> },
}

impl Shown<'_> {
    /// The columns that can be sorted by, with what people call them.
    #[must_use]
    pub fn orders(&self) -> Vec<(String, Order)> {
        let names = [
            ("kommunkod", Order::Kommunkod),
            ("kommun", Order::Kommun),
            ("forbund", Order::Forbund),
            ("lan", Order::Lan),
        ];
        let figures = self.figures().map(|figure| (self.key(figure), Order::Figure(figure)));
        names.map(|(name, order)| (name.to_owned(), order)).into_iter().chain(figures).collect()
    }

    /// Puts the kommuner in an order. Those without the figure come last either way, and equals by kommunkod.
    pub fn sort(&mut self, order: Order, descending: bool) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by_key(|entry| entry.kommun);
        entries.sort_by(|one, other| {
            let (one, other) = (self.sort_key(*one, order), self.sort_key(*other, order));
            match (one, other) {
                (SortKey::Nothing, SortKey::Nothing) => std::cmp::Ordering::Equal,
                (SortKey::Nothing, _) => std::cmp::Ordering::Greater,
                (_, SortKey::Nothing) => std::cmp::Ordering::Less,
                (one, other) if descending => other.cmp(&one),
                (one, other) => one.cmp(&other),
            }
        });
        self.entries = entries;
    }

    fn sort_key(&self, entry: Entry, order: Order) -> SortKey {
        let kommun = self.kommuner.get(entry.kommun);
        match order {
            Order::Kommunkod => SortKey::Number(Decimal::from(entry.kommun.index())),
            Order::Kommun => SortKey::Text(alphabetical(&kommun.name)),
            Order::Lan => SortKey::Text(alphabetical(&self.lan(kommun))),
            Order::Forbund => entry.forbund.map_or(SortKey::Nothing, |forbund| {
                SortKey::Text(alphabetical(self.forbund.get(forbund).map_or("", String::as_str)))
            }),
            Order::Figure(figure) => {
                self.value(figure, entry.kommun).map_or(SortKey::Nothing, SortKey::Number)
            }
        }
    }

    /// The län of a kommun: that of its region, or of its kommunkod where the region is none of a län.
    fn lan(&self, kommun: &Kommun) -> String {
        let of_region = lan::lan_of_body(self.region(kommun));
        of_region.map_or_else(|| lan::lan_name(kommun.kommunkod.lan()), str::to_owned)
    }

    fn region(&self, kommun: &Kommun) -> &str {
        self.kommuner.region(kommun.region)
    }

    /// Whether some region does not follow from a län.
    fn has_own_regions(&self) -> bool {
        let mut shown = self.entries.iter().map(|entry| self.kommuner.get(entry.kommun));
        shown.any(|kommun| lan::lan_of_body(self.region(kommun)).is_none())
    }

    /// The columns that are shown: all inhabitants only where the table has them.
    fn figures(&self) -> impl Iterator<Item = Figure> + use<> {
        let folkmangd = self.figures.iter().any(|kommun| kommun.folkmangd.is_some());
        let indicators = self.further.indicators.len();
        [Figure::Befolkning, Figure::Forsorjningsmatt]
            .into_iter()
            .chain(folkmangd.then_some(Figure::Folkmangd))
            .chain((0..indicators).map(Figure::Indicator))
    }

    fn key(&self, figure: Figure) -> String {
        match figure {
            Figure::Befolkning => "befolkning_16_64".to_owned(),
            Figure::Forsorjningsmatt => "forsorjningsmatt".to_owned(),
            Figure::Folkmangd => "folkmangd".to_owned(),
            Figure::Indicator(position) => self.further.indicators[position].name.clone(),
        }
    }

    fn is_derived(&self, figure: Figure) -> bool {
        self.sources_of(figure).any(|source| source.derived)
    }

    /// Where a figure comes from, as one text.
    fn citations(&self, figure: Figure, language: Language) -> Option<String> {
        let citations: Vec<String> =
            self.sources_of(figure).map(|source| citation(language, source)).collect();
        (!citations.is_empty()).then(|| citations.join("; "))
    }

    fn sources_of(&self, figure: Figure) -> impl Iterator<Item = &ColumnSource> {
        let key = self.key(figure);
        self.sources.iter().filter(move |source| source.is_of(&key))
    }

    fn value(&self, figure: Figure, kommun: KommunId) -> Option<Decimal> {
        let figures = self.figures[kommun.index()];
        match figure {
            Figure::Befolkning => Some(Decimal::from(figures.befolkning_16_64)),
            Figure::Forsorjningsmatt => Some(figures.forsorjningsmatt),
            Figure::Folkmangd => figures.folkmangd.map(Decimal::from),
            Figure::Indicator(position) => {
                self.further.indicators[position].values.get(kommun.index()).copied().flatten()
            }
        }
    }

    /// A figure of a row.
    fn number(&self, figure: Figure, line: &Line<'_>) -> Option<Decimal> {
        match line {
            Line::Kommun(entry) => self.value(figure, entry.kommun),
            Line::Sum { entries, .. } => self.sum(figure, entries),
        }
    }

    fn sum(&self, figure: Figure, entries: &[Entry]) -> Option<Decimal> {
        let mut values = entries.iter().map(|entry| self.value(figure, entry.kommun));
        values.try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value?))
    }

    /// The same as a cell; no sum of indicators, which are shares and averages as often as numbers. Inhabitants are
    /// counted, the other figures are decimals even where they happen to be whole, so that programs always get the same
    /// type.
    fn cell(&self, figure: Figure, line: &Line<'_>) -> Cell {
        if matches!((figure, line), (Figure::Indicator(_), Line::Sum { .. })) {
            return Cell::Empty;
        }
        let is_counted = matches!(figure, Figure::Befolkning | Figure::Folkmangd);
        self.number(figure, line).map_or(Cell::Unknown, |value| {
            let count =
                Some(value).filter(|_| is_counted).and_then(|value| i64::try_from(value.mantissa()).ok());
            count.map_or_else(|| Cell::Decimal(value.normalize()), Cell::Count)
        })
    }

    /// The kommuner of each förbund, then those of none.
    fn groups(&self) -> Vec<(Option<usize>, Vec<Entry>)> {
        let mut groups: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        for entry in &self.entries {
            groups.entry(entry.forbund.unwrap_or(usize::MAX)).or_default().push(*entry);
        }
        groups.into_values().map(|entries| (entries[0].forbund, entries)).collect()
    }

    fn group_name<'name>(&'name self, forbund: Option<usize>, labels: &'name Labels) -> &'name str {
        forbund.map_or(labels.no_forbund, |forbund| &self.forbund[forbund])
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Text(String),
    Number(Decimal),
    Nothing,
}

/// The order of the Swedish alphabet: å ä ö are its last letters.
fn alphabetical(name: &str) -> String {
    let letters = canonical(name);
    let letters = letters.chars().map(|letter| match letter {
        'å' => '\u{7b}',
        'ä' => '\u{7c}',
        'ö' => '\u{7d}',
        other => other,
    });
    letters.collect()
}

/// Names for programs, none of them twice: a table may call its columns what it likes.
fn unlike(columns: &mut [Column]) {
    let mut taken: HashSet<String> = HashSet::new();
    // The number that the next column of a name may have.
    let mut next: HashMap<String, u32> = HashMap::new();
    for column in columns {
        let name = column.name_for_programs().to_owned();
        let mut free = name.clone();
        while !taken.insert(free.clone()) {
            let number = next.entry(name.clone()).or_insert(2);
            free = format!("{name}_{number}");
            *number += 1;
        }
        column.key = Some(free);
    }
}

/// The report that people read: kommuner below their förbund, or in the order asked for with a column of förbund.
#[must_use]
pub fn document(shown: &Shown<'_>, sorted: bool, language: Language) -> Document {
    let labels = labels(language);
    page(shown, table(shown, sorted, notes(shown, language), labels), language)
}

/// What stands in the row of a kommun, and in no sum.
fn of_kommun<'run>(
    shown: &'run Shown<'run>,
    text: impl Fn(&Kommun) -> String + 'run,
) -> impl Fn(&Line<'_>) -> Cell + 'run {
    move |line| match line {
        Line::Kommun(entry) => text(shown.kommuner.get(entry.kommun)).into(),
        Line::Sum { .. } => Cell::Empty,
    }
}

/// The report that programs read: a row per kommun, then per förbund, then the sum. With their sources the figures
/// keep them wherever the table is carried, and it can be imported again.
#[must_use]
pub fn document_for_programs(shown: &Shown<'_>, with_sources: bool, language: Language) -> Document {
    let labels = labels(language);
    let text = |key: &str, heading: &str| Column::text(heading).keyed(key);
    let marked = |mark: Mark, figure: Figure| mark.heading(&shown.key(figure));
    let columns = Columns::new()
        .with(text(LEVEL, LEVEL), |line: &Line<'_>| match line {
            Line::Kommun(_) => Level::KOMMUN,
            Line::Sum { level, .. } => level,
        })
        .with(text("kommunkod", labels.kommunkod), of_kommun(shown, |kommun| kommun.kommunkod.to_string()))
        .with(text("kommun", labels.kommun), of_kommun(shown, |kommun| kommun.name.clone()))
        .with(text("forbund", labels.forbund), |line| {
            let (Line::Kommun(Entry { forbund, .. }) | Line::Sum { forbund, .. }) = line;
            Cell::or_empty(forbund.map(|forbund| shown.forbund[forbund].clone()))
        })
        .with(text("lan", labels.lan), of_kommun(shown, |kommun| shown.lan(kommun)))
        .when(shown.has_own_regions(), |columns| {
            let region = of_kommun(shown, |kommun| shown.region(kommun).to_owned());
            columns.with(text("region", labels.region), region)
        })
        .with(Column::figures("ar").keyed("ar"), |_| Cell::or_empty(shown.year.map(Cell::Count)))
        .each(shown.figures(), |columns, figure| {
            let is_derived = marked(Mark::Derived, figure);
            columns
                .with(column(shown, figure, labels), move |line| shown.cell(figure, line))
                .when(shown.is_derived(figure), |columns| {
                    columns.with(Column::figures(&is_derived).keyed(&is_derived), |_| Cell::Count(1))
                })
        })
        .each(shown.figures().filter(|_| with_sources), |columns, figure| {
            let Some(source) = shown.citations(figure, language) else { return columns };
            let key = marked(Mark::Source, figure);
            columns.with(text(&key, &key), move |line| {
                Cell::or_empty(matches!(line, Line::Kommun(_)).then(|| source.clone()))
            })
        });
    let mut rows = columns.rows(shown.entries.iter().map(|&entry| Line::Kommun(entry)));
    let sum = |level, forbund, entries| {
        columns.row(RowKind::Total, &Line::Sum { label: labels.sum, level, forbund, entries })
    };
    let of_forbund = shown.groups().into_iter().filter(|(forbund, _)| forbund.is_some());
    rows.extend(of_forbund.map(|(forbund, entries)| sum(Level::FORBUND, forbund, entries)));
    rows.push(sum(Level::TOTAL, None, shown.entries.clone()));
    let mut table = columns.table(labels.caption_kommun_figures, rows, None);
    unlike(&mut table.columns);
    page(shown, table, language)
}

fn page(shown: &Shown<'_>, table: Table, language: Language) -> Document {
    let labels = labels(language);
    let mut forbund: Vec<usize> = shown.entries.iter().filter_map(|entry| entry.forbund).collect();
    forbund.sort_unstable();
    forbund.dedup();
    let kommuner = shown.entries.len();
    let lead = sentence::kommuner_shown(language, &shown.title, kommuner, forbund.len(), shown.year);
    let sources = table_sources(&shown.table, shown.year, shown.sources, language);
    Document {
        title: shown.title.clone(),
        lead: vec![lead],
        tables: vec![table],
        lists: vec![List { title: labels.sources.to_owned(), items: sources }],
        more: None,
    }
}

fn notes(shown: &Shown<'_>, language: Language) -> Vec<String> {
    let labels = labels(language);
    let mut notes = vec![labels.note_figures.to_owned()];
    if shown.figures().any(|figure| shown.is_derived(figure)) {
        notes.push(labels.note_derived.to_owned());
    }
    if !shown.further.indicators.is_empty() {
        notes.push(labels.note_indicators.to_owned());
    }
    if !shown.partly.is_empty() {
        notes.push(sentence::partly_shown(language, &language.list(&shown.partly)));
    }
    notes
}

fn column(shown: &Shown<'_>, figure: Figure, labels: &Labels) -> Column {
    let key = shown.key(figure);
    let heading = match figure {
        Figure::Befolkning => ForbundResult::befolkning_16_64.heading(labels.language),
        Figure::Forsorjningsmatt => ForbundResult::forsorjningsmatt.heading(labels.language),
        Figure::Folkmangd => labels.folkmangd,
        Figure::Indicator(_) => &key,
    };
    let derived = shown.is_derived(figure);
    let heading = if derived { format!("{heading}*") } else { heading.to_owned() };
    Column { derived, ..Column::figures(&heading).keyed(&key) }
}

/// The table that people read, kommuner below their förbund or sorted.
fn table(shown: &Shown<'_>, sorted: bool, notes: Vec<String>, labels: &Labels) -> Table {
    let has_forbund = shown.entries.iter().any(|entry| entry.forbund.is_some());
    let columns = Columns::new()
        .text(labels.kommun, |line: &Line<'_>| match line {
            Line::Kommun(entry) => shown.kommuner.get(entry.kommun).name.clone(),
            Line::Sum { label, .. } => (*label).to_owned(),
        })
        .text(labels.kommunkod, of_kommun(shown, |kommun| kommun.kommunkod.to_string()))
        .when(sorted && has_forbund, |columns| {
            columns.text(labels.forbund, |line| match line {
                Line::Kommun(entry) => shown.group_name(entry.forbund, labels).into(),
                Line::Sum { .. } => Cell::Empty,
            })
        })
        .each(shown.figures(), |columns, figure| {
            // The two figures that state money follows, with their shares of the sum.
            let has_share = matches!(figure, Figure::Befolkning | Figure::Forsorjningsmatt);
            let whole = shown.sum(figure, &shown.entries).filter(|_| has_share);
            let columns = columns.with(column(shown, figure, labels), move |line| shown.cell(figure, line));
            columns.when(has_share, |columns| {
                columns.joined(labels.percent, move |line| {
                    shown.number(figure, line).zip(whole).and_then(|(part, whole)| share_of(part, whole))
                })
            })
        });
    let kommuner = |entries: &[Entry]| columns.rows(entries.iter().map(|&entry| Line::Kommun(entry)));
    let sum = |kind, label, entries| {
        columns.row(kind, &Line::Sum { label, level: Level::TOTAL, forbund: None, entries })
    };
    let mut rows = Vec::new();
    if sorted {
        rows.extend(has_forbund.then(|| Row::heading(labels.kommuner)));
        rows.extend(kommuner(&shown.entries));
        rows.extend(has_forbund.then(|| Row::heading(labels.per_forbund)));
    }
    for (forbund, entries) in shown.groups() {
        let name = shown.group_name(forbund, labels);
        match (sorted, has_forbund) {
            (true, false) => {}
            (true, true) => rows.push(sum(RowKind::Body, name, entries)),
            (false, _) => {
                rows.extend(has_forbund.then(|| Row::heading(name)));
                rows.extend(kommuner(&entries));
                rows.extend(has_forbund.then(|| sum(RowKind::Total, labels.sum, entries)));
            }
        }
    }
    rows.extend(has_forbund.then(|| Row::heading(labels.all_kommuner)));
    rows.push(sum(RowKind::Total, labels.sum, shown.entries.clone()));
    columns.table(labels.caption_kommun_figures, rows, notes)
}
