//! The kommuner of a baseline, a län or a table with their figures, per förbund and in all.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::document::{Cell, Column, Document, List, Row, RowKind, Table};
use super::simulation::table_sources;
use crate::analysis::ratio::share_of;
use crate::input::further_columns::FurtherColumns;
use crate::input::lan;
use crate::input::marks::{LEVEL, Level, Mark};
use crate::input::names::nearest;
use crate::input::sources_file::ColumnSource;
use crate::model::kommun::{Kommun, KommunId, Kommuner};
use crate::model::name::{canonical, folded};
use crate::text::import::citation;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;
use crate::text::sentence;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Shown<'table> {
    /// What the kommuner have in common: the name of a baseline or a län, or the path of a table.
    pub title: String,
    /// All kommuner of the table.
    pub kommuner: &'table Kommuner,
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

/// What the kommuner are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Order {
    by: By,
    descending: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum By {
    Kommunkod,
    Kommun,
    Forbund,
    Lan,
    Figure(Figure),
}

/// A numeric column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Figure {
    Befolkning,
    Forsorjningsmatt,
    Folkmangd,
    Indicator(usize),
}

/// No column is called that.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no column is called that")]
pub struct UnknownColumn {
    /// What was asked for.
    pub column: String,
    /// The nearest name.
    pub nearest: Option<String>,
    /// All names.
    pub existing: Vec<String>,
}

impl Shown<'_> {
    /// The order that somebody asks for: the name of a column, behind a minus sign if descending.
    ///
    /// # Errors
    /// If no column is called that.
    pub fn order(&self, written: &str) -> Result<Order, UnknownColumn> {
        let (descending, wanted) = match written.trim().strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let plain = |name: &str| folded(name).replace([' ', '-', '–'], "_");
        let mut columns = vec![
            ("kommunkod".to_owned(), By::Kommunkod),
            ("kommun".to_owned(), By::Kommun),
            ("forbund".to_owned(), By::Forbund),
            ("lan".to_owned(), By::Lan),
        ];
        columns.extend(self.figures().map(|figure| (self.key(figure), By::Figure(figure))));
        let found = columns.iter().find(|(name, _)| plain(name) == plain(wanted));
        if let Some((_, by)) = found {
            return Ok(Order { by: *by, descending });
        }
        let existing: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
        let nearest = nearest(wanted, existing.iter().map(String::as_str));
        Err(UnknownColumn { column: wanted.trim().to_owned(), nearest, existing })
    }

    /// Puts the kommuner in an order. Those without the figure come last either way, and equals by kommunkod.
    pub fn sort(&mut self, order: Order) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by_key(|entry| entry.kommun);
        entries.sort_by(|one, other| {
            let (one, other) = (self.sort_key(*one, order.by), self.sort_key(*other, order.by));
            match (one, other) {
                (SortKey::Nothing, SortKey::Nothing) => std::cmp::Ordering::Equal,
                (SortKey::Nothing, _) => std::cmp::Ordering::Greater,
                (_, SortKey::Nothing) => std::cmp::Ordering::Less,
                (one, other) if order.descending => other.cmp(&one),
                (one, other) => one.cmp(&other),
            }
        });
        self.entries = entries;
    }

    fn sort_key(&self, entry: Entry, by: By) -> SortKey {
        let kommun = self.kommuner.get(entry.kommun);
        match by {
            By::Kommunkod => SortKey::Number(Decimal::from(entry.kommun.index())),
            By::Kommun => SortKey::Text(alphabetical(&kommun.name)),
            By::Lan => SortKey::Text(alphabetical(&self.lan(kommun))),
            By::Forbund => entry.forbund.map_or(SortKey::Nothing, |forbund| {
                SortKey::Text(alphabetical(self.forbund.get(forbund).map_or("", String::as_str)))
            }),
            By::Figure(figure) => self.value(figure, entry.kommun).map_or(SortKey::Nothing, SortKey::Number),
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
        let folkmangd = self.kommuner.iter().any(|(_, kommun)| kommun.folkmangd.is_some());
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
        match figure {
            Figure::Befolkning => Some(Decimal::from(self.kommuner.get(kommun).befolkning_16_64)),
            Figure::Forsorjningsmatt => Some(self.kommuner.get(kommun).forsorjningsmatt),
            Figure::Folkmangd => self.kommuner.get(kommun).folkmangd.map(Decimal::from),
            Figure::Indicator(position) => {
                self.further.indicators[position].values.get(kommun.index()).copied().flatten()
            }
        }
    }

    /// The sum over kommuner; nothing for indicators, which are shares and averages as often as numbers.
    fn sum(&self, figure: Figure, entries: &[Entry]) -> Cell {
        if matches!(figure, Figure::Indicator(_)) {
            return Cell::Empty;
        }
        let sum = entries
            .iter()
            .try_fold(Decimal::ZERO, |sum, entry| sum.checked_add(self.value(figure, entry.kommun)?));
        sum.map_or(Cell::Unknown, |sum| figure_cell(figure, sum))
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

/// Inhabitants are counted, the other figures are decimals even where they happen to be whole, so that programs
/// always get the same type.
fn figure_cell(figure: Figure, value: Decimal) -> Cell {
    let is_counted = matches!(figure, Figure::Befolkning | Figure::Folkmangd);
    let count = Some(value).filter(|_| is_counted).and_then(|value| i64::try_from(value.mantissa()).ok());
    count.map_or_else(|| Cell::Decimal(value.normalize()), Cell::Count)
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
    let table = if sorted { sorted_table(shown, labels) } else { grouped_table(shown, labels) };
    page(shown, Table { notes: notes(shown, language), ..table }, language)
}

/// The report that programs read: a row per kommun, then per förbund, then the sum. With their sources the figures
/// keep them wherever the table is carried, and it can be imported again.
#[must_use]
pub fn document_for_programs(shown: &Shown<'_>, with_sources: bool, language: Language) -> Document {
    let labels = labels(language);
    let figures: Vec<Figure> = shown.figures().collect();
    let derived: Vec<bool> = figures.iter().map(|&figure| shown.is_derived(figure)).collect();
    let source = |figure: &Figure| with_sources.then(|| shown.citations(*figure, language)).flatten();
    let sources: Vec<(Figure, String)> =
        figures.iter().filter_map(|figure| Some((*figure, source(figure)?))).collect();
    let texts = [
        (LEVEL, LEVEL),
        ("kommunkod", labels.kommunkod),
        ("kommun", labels.kommun),
        ("forbund", labels.forbund),
        ("lan", labels.lan),
    ];
    let mut columns: Vec<Column> = texts.map(|(key, heading)| Column::text(heading).keyed(key)).to_vec();
    let has_regions = shown.has_own_regions();
    if has_regions {
        columns.push(Column::text(labels.region).keyed("region"));
    }
    columns.push(Column::figures("ar").keyed("ar"));
    for &figure in &figures {
        columns.push(column(shown, figure, labels));
        if shown.is_derived(figure) {
            let key = Mark::Derived.heading(&shown.key(figure));
            columns.push(Column::figures(&key).keyed(&key));
        }
    }
    for (figure, _) in &sources {
        let key = Mark::Source.heading(&shown.key(*figure));
        columns.push(Column::text(&key).keyed(&key));
    }
    unlike(&mut columns);
    let cells = |texts: [Cell; 5], region: Cell, figure_cell: &dyn Fn(Figure) -> Cell| {
        let mut cells = texts.to_vec();
        cells.extend(has_regions.then_some(region));
        cells.push(shown.year.map_or(Cell::Empty, Cell::Count));
        for (&figure, &derived) in figures.iter().zip(&derived) {
            cells.push(figure_cell(figure));
            if derived {
                cells.push(Cell::Count(1));
            }
        }
        cells
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    let forbund_name =
        |forbund: Option<usize>| forbund.map_or(Cell::Empty, |forbund| text(&shown.forbund[forbund]));
    let mut rows = Vec::new();
    for entry in &shown.entries {
        let kommun = shown.kommuner.get(entry.kommun);
        let code = Cell::Text(kommun.kommunkod.to_string());
        let (lan, region) = (text(&shown.lan(kommun)), text(shown.region(kommun)));
        let texts = [text(Level::KOMMUN), code, text(&kommun.name), forbund_name(entry.forbund), lan];
        let value = |figure| {
            shown.value(figure, entry.kommun).map_or(Cell::Unknown, |value| self::figure_cell(figure, value))
        };
        let mut cells = cells(texts, region, &value);
        cells.extend(sources.iter().map(|(_, source)| text(source)));
        rows.push(Row { kind: RowKind::Body, cells });
    }
    let no_sources = || sources.iter().map(|_| Cell::Empty);
    for (forbund, entries) in shown.groups().iter().filter(|(forbund, _)| forbund.is_some()) {
        let texts = [text(Level::FORBUND), Cell::Empty, Cell::Empty, forbund_name(*forbund), Cell::Empty];
        let mut cells = cells(texts, Cell::Empty, &|figure| shown.sum(figure, entries));
        cells.extend(no_sources());
        rows.push(Row { kind: RowKind::Total, cells });
    }
    let texts = [text(Level::TOTAL), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    let mut cells = cells(texts, Cell::Empty, &|figure| shown.sum(figure, &shown.entries));
    cells.extend(no_sources());
    rows.push(Row { kind: RowKind::Total, cells });
    let caption = labels.caption_kommun_figures.to_owned();
    page(shown, Table { caption, columns, rows, notes: Vec::new() }, language)
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
        Figure::Befolkning => labels.inhabitants,
        Figure::Forsorjningsmatt => labels.forsorjningsmatt,
        Figure::Folkmangd => labels.folkmangd,
        Figure::Indicator(_) => &key,
    };
    let derived = shown.is_derived(figure);
    let heading = if derived { format!("{heading}*") } else { heading.to_owned() };
    Column { derived, ..Column::figures(&heading).keyed(&key) }
}

/// The columns of figures, the first two with their shares of the sum.
fn figure_columns(shown: &Shown<'_>, labels: &Labels) -> Vec<Column> {
    let mut columns = Vec::new();
    for figure in shown.figures() {
        columns.push(column(shown, figure, labels));
        // The two figures that state money follows.
        if matches!(figure, Figure::Befolkning | Figure::Forsorjningsmatt) {
            columns.push(Column::figures(labels.percent).joined());
        }
    }
    columns
}

/// The sums that shares are of.
struct Whole {
    befolkning: Cell,
    forsorjningsmatt: Cell,
}

impl Whole {
    fn of(shown: &Shown<'_>) -> Self {
        Self {
            befolkning: shown.sum(Figure::Befolkning, &shown.entries),
            forsorjningsmatt: shown.sum(Figure::Forsorjningsmatt, &shown.entries),
        }
    }
}

fn figure_cells(shown: &Shown<'_>, whole: &Whole, value: impl Fn(Figure) -> Cell) -> Vec<Cell> {
    let mut cells = Vec::new();
    for figure in shown.figures() {
        let cell = value(figure);
        let share = match figure {
            Figure::Befolkning => Some(share_cell(&cell, &whole.befolkning)),
            Figure::Forsorjningsmatt => Some(share_cell(&cell, &whole.forsorjningsmatt)),
            Figure::Folkmangd | Figure::Indicator(_) => None,
        };
        cells.push(cell);
        cells.extend(share);
    }
    cells
}

fn share_cell(part: &Cell, whole: &Cell) -> Cell {
    let number = |cell: &Cell| match cell {
        Cell::Count(count) => Some(Decimal::from(*count)),
        Cell::Decimal(decimal) => Some(*decimal),
        _ => None,
    };
    let share = number(part).zip(number(whole)).and_then(|(part, whole)| share_of(part, whole));
    share.map_or(Cell::Unknown, Cell::Decimal)
}

fn kommun_row(shown: &Shown<'_>, whole: &Whole, entry: Entry, forbund: Option<&str>) -> Row {
    let kommun = shown.kommuner.get(entry.kommun);
    let mut cells = vec![Cell::Text(kommun.name.clone()), Cell::Text(kommun.kommunkod.to_string())];
    cells.extend(forbund.map(|forbund| Cell::Text(forbund.to_owned())));
    cells.extend(figure_cells(shown, whole, |figure| {
        shown.value(figure, entry.kommun).map_or(Cell::Unknown, |value| figure_cell(figure, value))
    }));
    Row { kind: RowKind::Body, cells }
}

fn sum_row(
    shown: &Shown<'_>,
    whole: &Whole,
    (kind, name): (RowKind, &str),
    entries: &[Entry],
    with_forbund: bool,
) -> Row {
    let mut cells = vec![Cell::Text(name.to_owned()), Cell::Empty];
    cells.extend(with_forbund.then_some(Cell::Empty));
    cells.extend(figure_cells(shown, whole, |figure| shown.sum(figure, entries)));
    Row { kind, cells }
}

fn grouped_table(shown: &Shown<'_>, labels: &Labels) -> Table {
    let mut columns = vec![Column::text(labels.kommun), Column::text(labels.kommunkod)];
    columns.extend(figure_columns(shown, labels));
    let mut rows = Vec::new();
    let whole = Whole::of(shown);
    let has_forbund = shown.entries.iter().any(|entry| entry.forbund.is_some());
    for (forbund, entries) in shown.groups() {
        if has_forbund {
            rows.push(Row::heading(shown.group_name(forbund, labels)));
        }
        rows.extend(entries.iter().map(|&entry| kommun_row(shown, &whole, entry, None)));
        if has_forbund {
            rows.push(sum_row(shown, &whole, (RowKind::Total, labels.sum), &entries, false));
        }
    }
    if has_forbund {
        rows.push(Row::heading(labels.all_kommuner));
    }
    rows.push(sum_row(shown, &whole, (RowKind::Total, labels.sum), &shown.entries, false));
    Table { caption: labels.caption_kommun_figures.to_owned(), columns, rows, notes: Vec::new() }
}

fn sorted_table(shown: &Shown<'_>, labels: &Labels) -> Table {
    let has_forbund = shown.entries.iter().any(|entry| entry.forbund.is_some());
    let mut columns = vec![Column::text(labels.kommun), Column::text(labels.kommunkod)];
    columns.extend(has_forbund.then(|| Column::text(labels.forbund)));
    columns.extend(figure_columns(shown, labels));
    let mut rows = Vec::new();
    let whole = Whole::of(shown);
    if has_forbund {
        rows.push(Row::heading(labels.kommuner));
    }
    for &entry in &shown.entries {
        let forbund = has_forbund.then(|| shown.group_name(entry.forbund, labels));
        rows.push(kommun_row(shown, &whole, entry, forbund));
    }
    if has_forbund {
        rows.push(Row::heading(labels.per_forbund));
        for (forbund, entries) in shown.groups() {
            let name = shown.group_name(forbund, labels);
            rows.push(sum_row(shown, &whole, (RowKind::Body, name), &entries, true));
        }
        rows.push(Row::heading(labels.all_kommuner));
    }
    rows.push(sum_row(shown, &whole, (RowKind::Total, labels.sum), &shown.entries, has_forbund));
    Table { caption: labels.caption_kommun_figures.to_owned(), columns, rows, notes: Vec::new() }
}
