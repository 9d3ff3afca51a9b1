//! Who gets and pays what in each alternative: a row per förbund or per kommun, a column per alternative.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::redistribution::Redistribution;
use super::rows;
use crate::analysis::ratio::kr_per_inhabitant;
use crate::analysis::rests_on::shows_illustrative_kansli;
use crate::analysis::result::{ForbundResult, GrossAndNet, KommunResult, ScenarioResult, SideResult, Total};
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::report::words::matrix as words;
use crate::report::words::period::{Captions, Period};
use crate::report::words::sentence::marked;
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
    let sides = || sides(results, shown, language);
    match by {
        By::Forbund => {
            let mut tables: Vec<Table> = sides().map(|compared| compared.of_forbund(INCOME, &[])).collect();
            // A kansli costs the same gross and net.
            tables.push(
                Compared { side: Side::Same, results, labels: labels(language) }.of_forbund(KANSLI, &[]),
            );
            let figures = [KANSLI_SHARE, INSATSER, INSATSER_EACH];
            tables
                .extend(sides().flat_map(|compared| figures.map(|figure| compared.of_forbund(figure, &[]))));
            tables
        }
        By::Kommun => {
            let contributions = sides().map(Compared::contributions);
            let each = sides().map(Compared::contributions_per_inhabitant);
            contributions.chain(each).chain(sides().map(Compared::insatser_of_kommuner)).collect()
        }
    }
}

/// What a whole report shows of all förbund, kommuner and regions in one table each: gross where that is shown.
#[must_use]
pub fn report(results: &[ScenarioResult], shown: Redistribution, language: Language) -> Vec<Table> {
    let first = sides(results, shown, language).next();
    let of_all = |compared: Compared<'_>| {
        let mut forbund = compared.of_forbund(INSATSER_ALONE, &[INSATSER_EACH, KANSLI_SHARE]);
        forbund.caption = compared.caption(|captions| captions.matrix_forbund);
        [forbund, compared.contribution_changes(true), compared.contribution_changes_of_regions()]
    };
    first.map(of_all).into_iter().flatten().collect()
}

/// What each kommun pays today, and how that changes, gross where that is shown.
#[must_use]
pub fn contribution_changes(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Option<Table> {
    sides(results, shown, language).next().map(|compared| compared.contribution_changes(false))
}

/// Which figures of alternatives a matrix shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Gross,
    Net,
    /// Either, as they are the same.
    Same,
}

/// The sides that are shown and known; one for both where they agree in all alternatives.
fn sides(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> impl Iterator<Item = Compared<'_>> {
    let agree = |result: &ScenarioResult| {
        let after = &result.figures.after;
        after.net.as_ref() == Some(&after.gross)
    };
    let sides = match (shown.gross(), shown.net_of(results)) {
        (true, true) if results.iter().all(agree) => [Some(Side::Same), None],
        (gross, net) => [gross.then_some(Side::Gross), net.then_some(Side::Net)],
    };
    let compared = move |side| Compared { results, side, labels: labels(language) };
    sides.into_iter().flatten().map(compared)
}

/// Where a figure stands: today, or in an alternative.
#[derive(Clone, Copy)]
enum When<'run> {
    Today,
    After(&'run ScenarioResult),
}

/// Alternatives beside today, on one side.
#[derive(Clone, Copy)]
struct Compared<'run> {
    results: &'run [ScenarioResult],
    side: Side,
    labels: &'static Labels,
}

/// What stands in a cell of a row.
type Of<'run, Line> = Rc<dyn Fn(&Line, When<'run>) -> Cell + 'run>;

/// A column that belongs to the one before it.
struct Joined<'run, Line> {
    heading: &'static str,
    /// Whether today has it too.
    of_today: bool,
    of: Of<'run, Line>,
}

impl<'run> Compared<'run> {
    fn of<Known>(self, figures: GrossAndNet<Known>) -> Option<Known> {
        if self.side == Side::Net { figures.net } else { Some(figures.gross) }
    }

    fn whens(self) -> impl Iterator<Item = When<'run>> {
        std::iter::once(When::Today).chain(self.results.iter().map(When::After))
    }

    /// The förbund at a time; there are some, as sides that are not known are not shown.
    fn side(self, when: When<'run>) -> Option<&'run SideResult> {
        match when {
            When::Today => self.results.first().map(|first| &first.figures.before),
            When::After(result) => self.of(result.figures.after.as_ref()),
        }
    }

    fn caption(self, pick: fn(&Captions) -> &'static str) -> String {
        let language = self.labels.language;
        let caption = Period::of_all(self.results).caption(language, pick);
        words::caption(language, &caption, self.side == Side::Gross, self.side == Side::Net)
    }

    /// A column for today and each alternative, each with those that are joined to it.
    fn columns<Line: 'run>(
        self,
        (first, label): (&str, fn(&Line, &Labels) -> String),
        of: impl Fn(&Line, When<'run>) -> Cell + 'run,
        joined: &[Joined<'run, Line>],
    ) -> Columns<'run, Line> {
        let labels = self.labels;
        let of: Of<'run, Line> = Rc::new(of);
        let columns = Columns::new().text(first, move |line| label(line, labels));
        columns.each(self.whens(), |columns, when| {
            let (heading, is_today) = match when {
                When::Today => (labels.today, true),
                When::After(result) => (result.head.scenario.name.as_str(), false),
            };
            let joined = joined.iter().filter(|joined| joined.of_today || !is_today);
            let of = of.clone();
            columns.figures(heading, move |line| of(line, when)).each(joined, |columns, joined| {
                let of = joined.of.clone();
                columns.joined(joined.heading, move |line| of(line, when))
            })
        })
    }
}

/// A figure of a förbund and the same of all of them.
#[derive(Clone, Copy)]
struct Figure {
    caption: fn(&Captions) -> &'static str,
    heading: fn(Language) -> &'static str,
    of: fn(&ForbundResult) -> Cell,
    all: fn(&SideResult) -> Cell,
    /// Whether it is an amount, so that it has a sum.
    is_sum: bool,
    /// Whether it is shown how it changes.
    changes: bool,
    rests_on_kansli: bool,
}

const INCOME: Figure = Figure {
    caption: |captions| captions.matrix_income,
    heading: |language| Total::total.heading(language),
    of: |row| Cell::Amount(Some(row.total)),
    all: |side| Cell::Amount(Some(side.total.total)),
    is_sum: true,
    changes: true,
    rests_on_kansli: false,
};

const KANSLI: Figure = Figure {
    caption: |captions| captions.matrix_kansli,
    heading: |language| Total::kansli.heading(language),
    of: |row| Cell::Amount(row.kansli),
    all: |side| Cell::Amount(side.total.kansli),
    rests_on_kansli: true,
    ..INCOME
};

const INSATSER: Figure = Figure {
    caption: |captions| captions.matrix_insatser,
    heading: |language| Total::insatser.heading(language),
    of: |row| Cell::Amount(row.insatser),
    all: |side| Cell::Amount(side.total.insatser),
    ..KANSLI
};

const INSATSER_ALONE: Figure = Figure { changes: false, ..INSATSER };

// What a förbund outside the baseline has beside what its kommuner bring is not known: it has no quotients, and is left
// out of those of all.

const KANSLI_SHARE: Figure = Figure {
    caption: |captions| captions.matrix_kansli_share,
    heading: |language| ForbundResult::kansli_share.heading(language),
    of: |row| row.kansli_share.filter(|_| !row.outside).into(),
    all: |side| side.total.kansli_share.into(),
    is_sum: false,
    changes: false,
    ..KANSLI
};

const INSATSER_EACH: Figure = Figure {
    caption: |captions| captions.matrix_insatser_each,
    heading: |language| ForbundResult::insatser_per_inhabitant.heading(language),
    of: |row| insatser_each(row).into(),
    all: |side| {
        // A förbund that ended within the year has kommuner that are in another one at its end.
        let mut counted = BTreeSet::new();
        let is_new = |row: &&ForbundResult| row.members.iter().all(|member| counted.insert(*member));
        let inhabitants = inside(side).filter(is_new).map(|row| row.befolkning_16_64).sum();
        let insatser = Total::of(inside(side)).insatser;
        insatser.and_then(|insatser| kr_per_inhabitant(insatser, inhabitants)).into()
    },
    ..KANSLI_SHARE
};

fn insatser_each(row: &ForbundResult) -> Option<Decimal> {
    row.insatser_per_inhabitant.filter(|_| !row.outside)
}

fn inside(side: &SideResult) -> impl Iterator<Item = &ForbundResult> + Clone {
    side.forbund.iter().filter(|row| !row.outside)
}

/// A row of a matrix of förbund.
enum ForbundLine<'run> {
    One { name: &'run str, outside: bool },
    All { is_sum: bool },
}

impl ForbundLine<'_> {
    fn label(&self, labels: &Labels) -> String {
        match *self {
            Self::One { name, outside } => marked(name, outside),
            Self::All { is_sum: true } => labels.sum.to_owned(),
            Self::All { is_sum: false } => labels.all_forbund.to_owned(),
        }
    }
}

impl<'run> Compared<'run> {
    /// All rows: today's, then those that alternatives add.
    fn forbund(self) -> Vec<ForbundLine<'run>> {
        let mut lines: Vec<ForbundLine<'run>> = Vec::new();
        for row in self.whens().filter_map(|when| self.side(when)).flat_map(|side| &side.forbund) {
            let known = lines.iter_mut().find_map(|line| match line {
                ForbundLine::One { name, outside } if *name == row.name => Some(outside),
                _ => None,
            });
            match known {
                Some(outside) => *outside |= row.outside,
                None => lines.push(ForbundLine::One { name: &row.name, outside: row.outside }),
            }
        }
        lines
    }

    /// The figure of each förbund, each with further ones beside it.
    fn of_forbund(self, figure: Figure, further: &[Figure]) -> Table {
        let Self { labels, .. } = self;
        let of = move |figure: Figure, line: &ForbundLine<'_>, when| match (line, self.side(when)) {
            (_, None) => Cell::Empty,
            (ForbundLine::One { name, .. }, Some(side)) => side.of(name).map_or(Cell::Empty, figure.of),
            (ForbundLine::All { .. }, Some(side)) => (figure.all)(side),
        };
        let change = move |line: &ForbundLine<'run>, when| match (
            of(figure, line, When::Today),
            of(figure, line, when),
        ) {
            (Cell::Amount(Some(before)), Cell::Amount(Some(after))) => Cell::Change(Some(after - before)),
            (Cell::Empty, _) | (_, Cell::Empty) => Cell::Empty,
            _ => Cell::Change(None),
        };
        let cell = |figure: Figure| -> Of<'run, ForbundLine<'run>> {
            Rc::new(move |line: &ForbundLine<'run>, when| of(figure, line, when))
        };
        let change = Joined { heading: labels.change, of_today: false, of: Rc::new(change) };
        let mut joined: Vec<_> = figure.changes.then_some(change).into_iter().collect();
        joined.extend(further.iter().map(|figure| {
            let heading = (figure.heading)(labels.language);
            Joined { heading, of_today: true, of: cell(*figure) }
        }));
        let this = move |line: &ForbundLine<'run>, when| of(figure, line, when);
        let columns = self.columns((labels.forbund, ForbundLine::label), this, &joined);
        let lines = self.forbund();
        let is_absent =
            |line: &ForbundLine<'_>| self.whens().any(|when| of(figure, line, when) == Cell::Empty);
        let is_outside = |line: &ForbundLine<'_>| matches!(line, ForbundLine::One { outside: true, .. });
        let (is_absent, is_outside) = (lines.iter().any(is_absent), lines.iter().any(is_outside));
        let mut rows = columns.rows(lines);
        rows.push(columns.row(RowKind::Total, &ForbundLine::All { is_sum: figure.is_sum }));
        let rests_on_kansli = std::iter::once(&figure).chain(further).any(|figure| figure.rests_on_kansli);
        let notes = [
            is_absent.then_some(labels.note_absent),
            rows.iter().flat_map(|row| &row.cells).any(Cell::is_unknown).then_some(labels.note_unknown),
            is_outside.then_some(labels.note_outside),
            self.results.iter().any(rows::have_months).then_some(labels.note_months),
            (rests_on_kansli && self.results.iter().any(shows_illustrative_kansli))
                .then_some(labels.note_illustrative),
        ];
        columns.table(self.caption(figure.caption), rows, notes.into_iter().flatten().map(str::to_owned))
    }
}

/// How what somebody pays changes; who takes no part pays nothing.
fn paid_change(before: Option<Kronor>, after: Option<Kronor>) -> Cell {
    let change = before.or(after).map(|_| after.unwrap_or_default() - before.unwrap_or_default());
    Cell::or_empty(change.map(|change| Cell::Change(Some(change))))
}

/// A row of a matrix of regions.
enum RegionLine<'run> {
    One(&'run str),
    All,
}

impl RegionLine<'_> {
    fn label(&self, labels: &Labels) -> String {
        match self {
            Self::One(name) => (*name).to_owned(),
            Self::All => labels.sum.to_owned(),
        }
    }
}

/// A row of a matrix of kommuner.
enum KommunLine<'run> {
    /// One, as an alternative has it in which it is in a förbund before or after.
    One(&'run KommunResult),
    All,
}

impl KommunLine<'_> {
    fn label(&self, labels: &Labels) -> String {
        match self {
            Self::One(kommun) => kommun.kommun.clone(),
            Self::All => labels.sum.to_owned(),
        }
    }
}

impl<'run> Compared<'run> {
    /// The kommuner of all alternatives by the förbund that each is in today.
    fn kommuner(self) -> Vec<(Option<&'run str>, Vec<KommunLine<'run>>)> {
        let all = self.results.iter().flat_map(|result| &result.figures.kommuner);
        let all: BTreeMap<Kommunkod, &KommunResult> = all.map(|kommun| (kommun.kommunkod, kommun)).collect();
        let today = self.side(When::Today).map_or(&[][..], |side| &side.forbund);
        let mut groups: Vec<(Option<&str>, Vec<KommunLine<'_>>)> =
            today.iter().map(|row| (Some(row.name.as_str()), Vec::new())).collect();
        groups.push((None, Vec::new()));
        for (code, kommun) in all {
            let place = today.iter().position(|row| row.members.contains(&code)).unwrap_or(today.len());
            groups[place].1.push(KommunLine::One(kommun));
        }
        groups.retain(|(_, members)| !members.is_empty());
        groups
    }

    /// The rows of all kommuner, and of their sum where there is one.
    fn of_kommuner(
        self,
        caption: fn(&Captions) -> &'static str,
        columns: Columns<'run, KommunLine<'run>>,
        has_sum: bool,
    ) -> Table {
        let labels = self.labels;
        let mut rows = Vec::new();
        for (forbund, members) in self.kommuner() {
            rows.push(Row::heading(forbund.unwrap_or(labels.no_forbund)));
            rows.extend(columns.rows(members));
        }
        if has_sum {
            rows.push(Row::heading(labels.all_kommuner));
            rows.push(columns.row(RowKind::Total, &KommunLine::All));
        }
        // The sum has no figures per inhabitant, which says nothing of any kommun.
        let of_kommuner = || rows.iter().filter(|row| row.kind == RowKind::Body);
        let has = |is_one: fn(&Cell) -> bool| of_kommuner().flat_map(|row| &row.cells).any(is_one);
        let is_change = |cell: &Cell| matches!(cell, Cell::Change(_) | Cell::Difference(_));
        let empty = if has(is_change) { labels.note_empty_change } else { labels.note_empty_kommun };
        let notes = [
            has(|cell| *cell == Cell::Empty).then_some(empty),
            has(Cell::is_unknown).then_some(labels.note_unknown),
        ];
        let notes: Vec<String> = notes.into_iter().flatten().map(str::to_owned).collect();
        columns.table(self.caption(caption), rows, notes)
    }

    /// What a kommun pays, or all of them; nothing where it is in no förbund.
    fn paid(self, line: &KommunLine<'_>, when: When<'run>) -> Option<Kronor> {
        match (line, when) {
            (KommunLine::One(kommun), When::Today) => kommun.contribution.before,
            (KommunLine::One(kommun), When::After(result)) => {
                self.of(result.figures.kommun(kommun.kommunkod)?.contribution.after)?
            }
            (KommunLine::All, when) => Some(self.side(when)?.total.kommuner),
        }
    }

    /// What a kommun pays per inhabitant; nothing where it is in no förbund.
    fn paid_each(self, line: &KommunLine<'_>, when: When<'run>) -> Option<Decimal> {
        match (line, when) {
            (KommunLine::One(kommun), When::Today) => kommun.per_inhabitant.before,
            (KommunLine::One(kommun), When::After(result)) => {
                self.of(result.figures.kommun(kommun.kommunkod)?.per_inhabitant.after)?
            }
            (KommunLine::All, _) => None,
        }
    }

    /// How what a kommun pays changes.
    fn change(self, line: &KommunLine<'_>, when: When<'run>) -> Cell {
        paid_change(self.paid(line, When::Today), self.paid(line, when))
    }

    fn contributions(self) -> Table {
        let labels = self.labels;
        let paid = move |line: &KommunLine<'run>, when| {
            Cell::or_empty(self.paid(line, when).map(|paid| Cell::Amount(Some(paid))))
        };
        let change = move |line: &KommunLine<'run>, when| self.change(line, when);
        let joined = [Joined { heading: labels.change, of_today: false, of: Rc::new(change) }];
        let columns = self.columns((labels.kommun, KommunLine::label), paid, &joined);
        self.with_outside(self.of_kommuner(|captions| captions.kommuner, columns, true))
    }

    fn contributions_per_inhabitant(self) -> Table {
        let labels = self.labels;
        let each = move |line: &KommunLine<'run>, when| Cell::or_empty(self.paid_each(line, when));
        let columns = self.columns((labels.kommun, KommunLine::label), each, &[]);
        self.with_outside(self.of_kommuner(|captions| captions.matrix_contribution_each, columns, false))
    }

    /// What each kommun pays today, and how that changes; and the same per inhabitant beside it.
    fn contribution_changes(self, is_each_beside: bool) -> Table {
        let labels = self.labels;
        let paid = move |line: &KommunLine<'run>, when| match when {
            When::Today => Cell::or_empty(self.paid(line, when).map(|paid| Cell::Amount(Some(paid)))),
            When::After(_) => self.change(line, when),
        };
        let each = move |line: &KommunLine<'run>, when| {
            let (before, after) = (self.paid_each(line, When::Today), self.paid_each(line, when));
            match when {
                When::Today => Cell::or_empty(before),
                When::After(_) => {
                    let change =
                        before.or(after).map(|_| after.unwrap_or_default() - before.unwrap_or_default());
                    Cell::or_empty(change.map(Cell::Difference))
                }
            }
        };
        let joined = [Joined { heading: labels.contribution_each, of_today: true, of: Rc::new(each) }];
        let joined = if is_each_beside { &joined[..] } else { &[] };
        let columns = self.columns((labels.kommun, KommunLine::label), paid, joined);
        let mut table = self.with_outside(self.of_kommuner(|captions| captions.kommuner, columns, true));
        table.caption = words::changes(labels.language, &table.caption);
        if is_each_beside {
            table.notes.insert(0, labels.note_contribution_each.to_owned());
        }
        table
    }

    /// What each region pays today, and how that changes.
    fn contribution_changes_of_regions(self) -> Table {
        let labels = self.labels;
        let paid = move |line: &RegionLine<'run>, when| match when {
            When::Today => {
                Cell::or_empty(self.paid_by_region(line, when).map(|paid| Cell::Amount(Some(paid))))
            }
            When::After(_) => {
                paid_change(self.paid_by_region(line, When::Today), self.paid_by_region(line, when))
            }
        };
        let columns = self.columns((labels.region, RegionLine::label), paid, &[]);
        let all = self.results.iter().flat_map(|result| &result.figures.regions);
        let names: BTreeSet<&str> = all.map(|region| region.region.as_str()).collect();
        let mut rows = columns.rows(names.into_iter().map(RegionLine::One));
        let has_empty = rows.iter().flat_map(|row| &row.cells).any(|cell| *cell == Cell::Empty);
        rows.push(columns.row(RowKind::Total, &RegionLine::All));
        let caption = words::changes(labels.language, &self.caption(|captions| captions.regions));
        columns.table(caption, rows, has_empty.then(|| labels.note_empty_region.to_owned()))
    }

    /// What a region pays, or all of them; nothing where it is in no förbund.
    fn paid_by_region(self, line: &RegionLine<'_>, when: When<'run>) -> Option<Kronor> {
        let of = |result: &ScenarioResult, name: &str| {
            result.figures.regions.iter().find(|one| one.region == name).map(|one| one.contribution)
        };
        match (line, when) {
            // An alternative has no more than the regions that take part before or after.
            (RegionLine::One(name), When::Today) => {
                self.results.iter().find_map(|result| of(result, name)?.before)
            }
            (RegionLine::One(name), When::After(result)) => self.of(of(result, name)?.after)?,
            (RegionLine::All, when) => Some(self.side(when)?.total.region),
        }
    }

    /// What is left for insatser per inhabitant in the förbund of each kommun.
    fn insatser_of_kommuner(self) -> Table {
        let labels = self.labels;
        let each = move |line: &KommunLine<'run>, when| {
            let KommunLine::One(kommun) = line else { return Cell::Empty };
            let rows = self.side(when).into_iter().flat_map(|side| &side.forbund);
            // Of more than one where it is in each of them for some months.
            let rows = rows.filter(|row| row.members.contains(&kommun.kommunkod)).map(insatser_each);
            let each: Vec<Option<Decimal>> = rows.collect();
            if each.is_empty() {
                return Cell::Empty;
            }
            each.into_iter().sum::<Option<Decimal>>().into()
        };
        let columns = self.columns((labels.kommun, KommunLine::label), each, &[]);
        let mut table = self.of_kommuner(|captions| captions.matrix_insatser_of_kommun, columns, false);
        if self.results.iter().any(shows_illustrative_kansli) {
            table.notes.push(labels.note_illustrative.to_owned());
        }
        table
    }

    /// The table, with notes of which kommuner go outside the baseline in which alternative: what they pay there is not
    /// all that they will.
    fn with_outside(self, mut table: Table) -> Table {
        let language = self.labels.language;
        let of_result = |result: &ScenarioResult| {
            let figures = &result.figures;
            let outside = figures.after.gross.outside_members();
            let kommuner = figures.kommuner.iter().filter(|kommun| outside.contains(&kommun.kommunkod));
            let names: Vec<&str> = kommuner.map(|kommun| kommun.kommun.as_str()).collect();
            let names = (!names.is_empty()).then(|| language.list(&names))?;
            Some(words::outside(language, &result.head.scenario.name, &names))
        };
        table.notes.splice(0..0, self.results.iter().filter_map(of_result));
        table
    }
}
