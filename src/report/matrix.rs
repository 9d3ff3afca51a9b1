//! Who gets and pays what in each alternative: a row per förbund or per kommun, a column per alternative.

use rust_decimal::Decimal;

use super::document::{Cell, Column, Row, RowKind, Table};
use super::redistribution::Redistribution;
use crate::analysis::ratio::{kr_per_inhabitant, percent};
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ForbundResult, GrossAndNet, KommunResult, ScenarioResult, SideResult, Total};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::report::words::matrix as words;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// What a row of a matrix stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// A förbund.
    Forbund,
    /// A kommun.
    Kommun,
}

/// The matrices of alternatives that rest on one baseline. There is at least one.
#[must_use]
pub fn tables(results: &[ScenarioResult], by: By, shown: Redistribution, language: Language) -> Vec<Table> {
    match by {
        By::Forbund => {
            [income(results, shown, language), kansli_and_insatser(results, shown, language)].concat()
        }
        By::Kommun => {
            let each = contributions_per_inhabitant(results, shown, language);
            [contributions(results, shown, language), each, insatser_of_kommuner(results, shown, language)]
                .concat()
        }
    }
}

/// The income of each förbund.
fn income(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let figure = Figure::Amount { of: |row| Some(row.total), all: |total| Some(total.total) };
    let of_side = |side| forbund(results, side, labels(language).matrix_income, figure, labels(language));
    sides(results, shown).into_iter().map(of_side).collect()
}

/// What each kansli costs and which share of the income that is, and what is left for insatser.
fn kansli_and_insatser(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    // A kansli costs the same gross and net.
    let kansli = Figure::Amount { of: |row| row.kansli, all: |total| total.kansli };
    let mut tables = vec![forbund(results, Side::Same, labels.matrix_kansli, kansli, labels)];
    for side in sides(results, shown) {
        tables.push(forbund(results, side, labels.matrix_kansli_share, KANSLI_SHARE, labels));
        tables.push(insatser_table(results, side, labels));
        tables.push(forbund(results, side, labels.matrix_insatser_each, INSATSER_EACH, labels));
    }
    tables
}

const KANSLI_SHARE: Figure = Figure::Ratio {
    of: |row| row.kansli_share.filter(|_| !row.outside),
    all: |side| percent(side.total.kansli?, side.total.total),
};

const INSATSER_EACH: Figure = Figure::Ratio {
    // What a förbund outside the baseline has beside what its kommuner bring is not known.
    of: |row| row.insatser_per_inhabitant.filter(|_| !row.outside),
    all: |side| {
        let inhabitants = side.forbund.iter().map(|row| row.befolkning_16_64).sum();
        kr_per_inhabitant(side.total.insatser?, inhabitants)
    },
};

/// What each förbund has left for insatser, on each side that is shown.
#[must_use]
pub fn insatser(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    sides(results, shown).into_iter().map(|side| insatser_table(results, side, labels(language))).collect()
}

fn insatser_table(results: &[ScenarioResult], side: Side, labels: &'static Labels) -> Table {
    let figure = Figure::Amount { of: |row| row.insatser, all: |total| total.insatser };
    forbund(results, side, labels.matrix_insatser, figure, labels)
}

/// Which figures of alternatives a matrix shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Gross,
    Net,
    /// Either, as they are the same.
    Same,
}

impl Side {
    fn of<Figure>(self, figures: GrossAndNet<Figure>) -> Option<Figure> {
        if self == Self::Net { figures.net } else { Some(figures.gross) }
    }
}

/// The sides that are shown and known; one for both where they agree in all alternatives.
fn sides(results: &[ScenarioResult], shown: Redistribution) -> Vec<Side> {
    let after = || results.iter().map(|result| &result.figures.after);
    let gross = shown.gross().then_some(Side::Gross);
    let net = (shown.net() && after().all(|after| after.net.is_some())).then_some(Side::Net);
    if gross.is_some() && net.is_some() && after().all(|after| after.net.as_ref() == Some(&after.gross)) {
        return vec![Side::Same];
    }
    gross.into_iter().chain(net).collect()
}

/// A figure of a förbund and the same of all of them.
#[derive(Clone, Copy)]
enum Figure {
    /// Kronor, with how they change.
    Amount { of: fn(&ForbundResult) -> Option<Kronor>, all: fn(&Total) -> Option<Kronor> },
    /// Of two others, so that sums say nothing.
    Ratio { of: fn(&ForbundResult) -> Option<Decimal>, all: fn(&SideResult) -> Option<Decimal> },
}

impl Figure {
    fn is_amount(self) -> bool {
        matches!(self, Self::Amount { .. })
    }

    /// Of a förbund; nothing where it does not exist.
    fn of(self, row: Option<&ForbundResult>) -> Cell {
        row.map_or(Cell::Empty, |row| match self {
            Self::Amount { of, .. } => Cell::Amount(of(row)),
            Self::Ratio { of, .. } => of(row).into(),
        })
    }

    /// Of all förbund of a side.
    fn of_all(self, side: Option<&SideResult>) -> Cell {
        side.map_or(Cell::Empty, |side| match self {
            Self::Amount { all, .. } => Cell::Amount(all(&side.total)),
            Self::Ratio { all, .. } => all(side).into(),
        })
    }
}

/// The columns: of whom, today, and every alternative.
fn columns(first: &str, results: &[ScenarioResult], with_change: bool, labels: &Labels) -> Vec<Column> {
    let mut columns = vec![Column::text(first), Column::figures(labels.today)];
    for result in results {
        columns.push(Column::figures(&result.head.scenario.name));
        if with_change {
            columns.push(Column::figures(labels.change).joined());
        }
    }
    columns
}

/// A row: today's figure, and each alternative's, with its change where they are amounts.
fn row(
    kind: RowKind,
    label: &str,
    today: Cell,
    after: impl IntoIterator<Item = Cell>,
    with_change: bool,
) -> Row {
    let mut cells = vec![Cell::from(label), today];
    for after in after {
        let change = with_change.then(|| change(&cells[1], &after));
        cells.push(after);
        cells.extend(change);
    }
    Row { kind, cells }
}

/// The change from an amount to another; nothing where there is not both.
fn change(before: &Cell, after: &Cell) -> Cell {
    match (before, after) {
        (Cell::Amount(Some(before)), Cell::Amount(Some(after))) => Cell::Change(Some(*after - *before)),
        (Cell::Empty, _) | (_, Cell::Empty) => Cell::Empty,
        _ => Cell::Change(None),
    }
}

/// The names of all rows: today's, then those that alternatives add, and whether one stands outside the baseline.
fn names(results: &[ScenarioResult]) -> Vec<(&str, bool)> {
    let mut names: Vec<(&str, bool)> = Vec::new();
    for result in results {
        let figures = &result.figures;
        for row in figures.before.forbund.iter().chain(&figures.after.gross.forbund) {
            match names.iter_mut().find(|(name, _)| *name == row.name) {
                Some((_, outside)) => *outside |= row.outside,
                None => names.push((&row.name, row.outside)),
            }
        }
    }
    names
}

fn forbund(
    results: &[ScenarioResult],
    side: Side,
    caption: &str,
    figure: Figure,
    labels: &'static Labels,
) -> Table {
    let Some(first) = results.first() else { unreachable!("there is at least one alternative") };
    let before = &first.figures.before;
    let after = || results.iter().map(|result| side.of(result.figures.after.as_ref()));
    let names = names(results);
    let mut rows: Vec<Row> = names
        .iter()
        .map(|&(name, outside)| {
            let label = if outside { format!("{name} *") } else { name.to_owned() };
            let of = |side: Option<&SideResult>| figure.of(side.and_then(|side| side.of(name)));
            row(RowKind::Body, &label, of(Some(before)), after().map(of), figure.is_amount())
        })
        .collect();
    let label = if figure.is_amount() { labels.sum } else { labels.all_forbund };
    let all = after().map(|side| figure.of_all(side));
    rows.push(row(RowKind::Total, label, figure.of_all(Some(before)), all, figure.is_amount()));
    let has = |cell: fn(&Cell) -> bool| rows.iter().any(|row| row.cells.iter().skip(1).any(cell));
    let is_absent = rows.iter().filter(|row| row.kind == RowKind::Body).any(|row| {
        let step = if figure.is_amount() { 2 } else { 1 };
        row.cells[1] == Cell::Empty || row.cells.iter().skip(2).step_by(step).any(|cell| *cell == Cell::Empty)
    });
    let rests_on_kansli = caption != labels.matrix_income;
    let notes = [
        is_absent.then_some(labels.note_absent),
        has(Cell::is_unknown).then_some(labels.note_unknown),
        names.iter().any(|(_, outside)| *outside).then_some(labels.note_outside),
        (rests_on_kansli && results.iter().any(shows_illustrative_kansli))
            .then_some(labels.note_illustrative),
    ];
    Table {
        caption: words::caption(labels.language, caption, side == Side::Gross, side == Side::Net),
        columns: columns(labels.forbund, results, figure.is_amount(), labels),
        rows,
        notes: notes.into_iter().flatten().map(str::to_owned).collect(),
    }
}

/// The kommuner of all alternatives, each with its result in every one of them, by the förbund that it is in today.
fn kommuner(results: &[ScenarioResult]) -> Vec<(Option<&str>, Vec<Of<'_>>)> {
    let mut codes: Vec<Kommunkod> = results
        .iter()
        .flat_map(|result| result.figures.kommuner.iter().map(|kommun| kommun.kommunkod))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let of = |code: Kommunkod| -> Of<'_> {
        let of_result = |result: &'_ ScenarioResult| {
            let kommuner = &result.figures.kommuner;
            let place = kommuner.binary_search_by_key(&code, |kommun| kommun.kommunkod);
            place.ok()
        };
        results.iter().map(|result| of_result(result).map(|place| &result.figures.kommuner[place])).collect()
    };
    let mut groups: Vec<(Option<&str>, Vec<Of<'_>>)> = Vec::new();
    let today = results.first().map_or(&[][..], |first| &first.figures.before.forbund);
    groups.extend(today.iter().map(|row| (Some(row.name.as_str()), Vec::new())));
    groups.push((None, Vec::new()));
    for code in codes {
        let of = of(code);
        let place = today.iter().position(|row| row.members.contains(&code)).unwrap_or(today.len());
        groups[place].1.push(of);
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// A kommun in every alternative; nothing where it is in no förbund before or after.
type Of<'run> = Vec<Option<&'run KommunResult>>;

fn of_kommuner(
    results: &[ScenarioResult],
    side: Side,
    (caption, with_change): (&str, bool),
    of_kommun: impl Fn(&str, &Of<'_>) -> Row,
    labels: &Labels,
) -> Table {
    let mut rows = Vec::new();
    for (forbund, members) in kommuner(results) {
        rows.push(Row::heading(forbund.unwrap_or(labels.no_forbund)));
        rows.extend(members.iter().map(|of| {
            let known = of.iter().copied().flatten().next().expect("in a förbund in an alternative");
            of_kommun(&known.kommun, of)
        }));
    }
    Table {
        caption: words::caption(labels.language, caption, side == Side::Gross, side == Side::Net),
        columns: columns(labels.kommun, results, with_change, labels),
        rows,
        notes: Vec::new(),
    }
}

/// Which kommuner go outside the baseline in which alternative: what they pay there is not all that they will.
fn outside(results: &[ScenarioResult], language: Language) -> Vec<String> {
    let of_result = |result: &ScenarioResult| {
        let rows = result.figures.after.gross.forbund.iter().filter(|row| row.outside);
        let members: Vec<Kommunkod> = rows.flat_map(|row| row.members.iter().copied()).collect();
        let kommuner = result.figures.kommuner.iter().filter(|kommun| members.contains(&kommun.kommunkod));
        let names: Vec<&str> = kommuner.map(|kommun| kommun.kommun.as_str()).collect();
        let names = (!names.is_empty()).then(|| language.list(&names))?;
        Some(words::outside(language, &result.head.scenario.name, &names))
    };
    results.iter().filter_map(of_result).collect()
}

/// What each kommun pays.
#[must_use]
pub fn contributions(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    let paid = |amount: Option<Kronor>| Cell::or_empty(amount.map(|amount| Cell::Amount(Some(amount))));
    let of_side = |side: Side| {
        let of_kommun = |name: &str, of: &Of<'_>| {
            let today = of.iter().copied().flatten().find_map(|kommun| kommun.contribution.before);
            let after = of.iter().map(|kommun| side.of(kommun.as_ref()?.contribution.after).flatten());
            let mut cells = vec![Cell::from(name), paid(today)];
            for after in after {
                // Who takes no part pays nothing.
                let change = after.or(today).map(|_| after.unwrap_or_default() - today.unwrap_or_default());
                cells.extend([paid(after), Cell::or_empty(change.map(|change| Cell::Change(Some(change))))]);
            }
            Row { kind: RowKind::Body, cells }
        };
        let mut table = of_kommuner(results, side, (labels.caption_kommuner, true), of_kommun, labels);
        table.rows.push(Row::heading(labels.all_kommuner));
        let sum = |side: Option<&SideResult>| paid(side.map(|side| side.total.kommuner));
        let today = sum(results.first().map(|first| &first.figures.before));
        let after = results.iter().map(|result| sum(side.of(result.figures.after.as_ref())));
        table.rows.push(row(RowKind::Total, labels.sum, today, after, true));
        table.notes = outside(results, language);
        if table.rows.iter().any(|row| row.cells.contains(&Cell::Empty)) {
            table.notes.push(labels.note_empty_kommun.to_owned());
        }
        table
    };
    sides(results, shown).into_iter().map(of_side).collect()
}

/// What a whole report shows of all förbund and kommuner in one table each: gross where that is shown.
#[must_use]
pub fn report(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    let Some(&side) = sides(results, shown).first() else { return Vec::new() };
    let insatser = insatser_table(results, side, labels);
    let each = forbund(results, side, labels.matrix_insatser_each, INSATSER_EACH, labels);
    let share = forbund(results, side, labels.matrix_kansli_share, KANSLI_SHARE, labels);
    let mut of_forbund = without_changes(insatser);
    let per_inhabitant = Column::figures(ForbundResult::kr_per_inhabitant.heading(language)).joined();
    beside(&mut of_forbund, &per_inhabitant, each);
    // Behind the figure and what was put beside it.
    let kansli = Column::figures(ForbundResult::kansli_share.heading(language)).joined();
    beside(&mut of_forbund, &kansli, share);
    of_forbund.caption =
        words::caption(language, labels.matrix_forbund, side == Side::Gross, side == Side::Net);
    let mut tables = vec![of_forbund];
    let changes = contribution_changes(results, shown, language).into_iter().next();
    let each = contributions_per_inhabitant(results, shown, language).into_iter().next();
    if let (Some(mut changes), Some(each)) = (changes, each) {
        beside(&mut changes, &per_inhabitant, each);
        tables.push(changes);
    }
    tables
}

/// A table of amounts without their changes.
fn without_changes(mut table: Table) -> Table {
    let is_change: Vec<bool> = table.columns.iter().map(|column| column.joined).collect();
    table.columns.retain(|column| !column.joined);
    for row in &mut table.rows {
        let mut kept = is_change.iter().map(|is_change| !is_change);
        row.cells.retain(|_| kept.next().unwrap_or(true));
    }
    table
}

/// Puts each column of figures of another table behind the same one of a table, and all that was put there before.
fn beside(table: &mut Table, heading: &Column, other: Table) {
    let figures = other.columns.len() - 1;
    let run = (table.columns.len() - 1) / figures;
    // From the last to the first, so that those before stay where they are.
    for place in (1..=figures).rev() {
        table.columns.insert(1 + place * run, heading.clone());
    }
    // A row that the other does not have, such as a sum, has nothing there.
    let mut others = other.rows.into_iter().peekable();
    for row in table.rows.iter_mut().filter(|row| row.kind != RowKind::Heading) {
        while others.peek().is_some_and(|other| other.kind == RowKind::Heading) {
            others.next();
        }
        let cells = others.next().map(|other| other.cells).unwrap_or_default();
        for place in (1..=figures).rev() {
            row.cells.insert(1 + place * run, cells.get(place).cloned().unwrap_or(Cell::Empty));
        }
    }
    let notes: Vec<String> = other.notes.into_iter().filter(|note| !table.notes.contains(note)).collect();
    table.notes.extend(notes);
}

/// What each kommun pays today, and how that changes, on each side that is shown.
#[must_use]
pub fn contribution_changes(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Vec<Table> {
    let mut tables = contributions(results, shown, language);
    for table in &mut tables {
        // The amounts stand with each alternative; the changes are called as it.
        let mut names = results.iter().map(|result| result.head.scenario.name.clone());
        table.columns = std::mem::take(&mut table.columns)
            .into_iter()
            .enumerate()
            .filter_map(|(place, column)| match place {
                0 | 1 => Some(column),
                place if place % 2 == 1 => Some(Column { heading: names.next()?, joined: false, ..column }),
                _ => None,
            })
            .collect();
        for row in &mut table.rows {
            let mut place = 0;
            row.cells.retain(|_| {
                place += 1;
                place <= 2 || place % 2 == 0
            });
        }
        table.caption = words::changes(language, &table.caption);
    }
    tables
}

/// What each kommun pays per inhabitant.
fn contributions_per_inhabitant(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Vec<Table> {
    let labels = labels(language);
    let of_side = |side: Side| {
        let of_kommun = |name: &str, of: &Of<'_>| {
            let today = of.iter().copied().flatten().find_map(|kommun| kommun.per_inhabitant.before);
            let after = of.iter().map(|kommun| side.of(kommun.as_ref()?.per_inhabitant.after).flatten());
            row(RowKind::Body, name, Cell::or_empty(today), after.map(Cell::or_empty), false)
        };
        let mut table =
            of_kommuner(results, side, (labels.matrix_contribution_each, false), of_kommun, labels);
        table.notes = outside(results, language);
        if table.rows.iter().any(|row| row.cells.contains(&Cell::Empty)) {
            table.notes.push(labels.note_empty_kommun.to_owned());
        }
        table
    };
    sides(results, shown).into_iter().map(of_side).collect()
}

/// What is left for insatser per inhabitant in the förbund of each kommun.
fn insatser_of_kommuner(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let labels = labels(language);
    let of_side = |side: Side| {
        let of_kommun = |name: &str, of: &Of<'_>| {
            let code = of.iter().flatten().map(|kommun| kommun.kommunkod).next();
            let within = |side: Option<&SideResult>| {
                let is_in = |row: &&ForbundResult| row.members.iter().any(|one| Some(*one) == code);
                let row = side.and_then(|side| side.forbund.iter().find(is_in));
                INSATSER_EACH.of(row)
            };
            let today = within(results.first().map(|first| &first.figures.before));
            let after = results.iter().map(|result| within(side.of(result.figures.after.as_ref())));
            row(RowKind::Body, name, today, after, false)
        };
        let mut table =
            of_kommuner(results, side, (labels.matrix_insatser_of_kommun, false), of_kommun, labels);
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        let notes = [
            cells().any(|cell| *cell == Cell::Empty).then_some(labels.note_empty_kommun),
            cells().any(Cell::is_unknown).then_some(labels.note_unknown),
            results.iter().any(shows_illustrative_kansli).then_some(labels.note_illustrative),
        ];
        table.notes = notes.into_iter().flatten().map(str::to_owned).collect();
        table
    };
    sides(results, shown).into_iter().map(of_side).collect()
}
