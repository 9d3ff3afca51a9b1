//! The sheet of the kommuner: their figures, today's förbund, and step 0 of the calibrated basis.

use rust_decimal::Decimal;

use super::book::{Cell, Choice, Kind, Role, Sheet};
use super::context::{Context, in_rest, number_or_zero, row_of};
use super::formula::{Area, CellAddress, Formula, sum_if, sum_product};
use super::layout::table::{
    AGREED, BEFOLKNING, COUNTED, DECIDED, EXACT, FOLKMANGD, IN_REST, KOD, MARKS, MATT, NAME, NUMBER, ORDER,
    REGION, REGION_NUMBER, REMAINDER, TODAY, WEIGHT,
};
use super::layout::{KeyOf, figure, parameter};
use super::page::{Column, Page, column, texts};
use super::rounding::{Claim, step};
use crate::input::marks::Mark;
use crate::model::allocation_base::Part;
use crate::model::figures::KommunFigures;
use crate::model::key::Key;
use crate::model::kommun::{Kommun, KommunId};
use crate::report::words::import::citation;

const KEYS: [KeyOf; 2] = [KeyOf::Kommuner, KeyOf::Regions];

/// The column of the table whose mark stands above the sheet too.
const MATT_COLUMN: &str = "forsorjningsmatt";

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let words = context.words;
    let source = match context.loaded.year {
        Some(year) => crate::report::words::sentence::table_of_year(
            context.language,
            context.labels.kommun_table,
            &context.loaded.table_file,
            year,
        ),
        None => format!("{}: {}", context.labels.kommun_table, context.loaded.table_file),
    };
    let derived = context.loaded.column_sources.iter().any(|known| known.derived && known.is_of(MATT_COLUMN));
    let note = if derived { format!(". {}", words.note_matt_derived) } else { String::new() };
    let mut page = Page::new(name, 10, &context.titled(words.sheet_kommuner), &(source + &note));
    page.sheet.frozen_rows = 3;
    page.sheet.frozen_columns = 2;
    page.sheet.repeated_rows = Some((2, 2));
    let of = Kommuner { context };
    let mut columns = of.given();
    columns.extend(of.looked_up());
    columns.extend(of.marks());
    if !context.is_national() {
        columns.push(column(ORDER, words.order, move |row| {
            Cell::number(Kind::Count, of.id(row).index() as u64).role(Role::Working)
        }));
        columns.extend(Part::BOTH.into_iter().flat_map(|part| of.decided(part)));
    }
    page.columns(context.kommuner.table, &columns);
    // All columns of it, so that rows stay together when they are sorted.
    let last = page.sheet.cells().map(|(_, column, _)| column).max().unwrap_or_default();
    page.sheet.filtered = Some(context.kommuner.table.with_headings(last + 1));
    let listed = context.kommuner.table.rows().filter(|&row| of.is_listed(row));
    page.sheet.choices.extend(
        listed.map(|row| Choice { cells: of.at(row, TODAY).area(1, 1), of: context.today().label_area() }),
    );
    page.sheet
}

/// The number of the row with this name, zero for none.
pub(super) fn number_of(name: CellAddress, labels: Area, numbers: Area) -> Formula {
    sum_product(Formula::from(labels).equals(name) * numbers)
}

#[derive(Clone, Copy)]
struct Kommuner<'run> {
    context: &'run Context<'run>,
}

impl<'run> Kommuner<'run> {
    fn at(self, row: usize, column: u16) -> CellAddress {
        self.context.kommuner.table.cell(row, column)
    }

    fn id(self, row: usize) -> KommunId {
        self.context.kommuner.kommuner[row]
    }

    fn kommun(self, row: usize) -> &'run Kommun {
        self.context.kommun(self.id(row))
    }

    fn figures(self, row: usize) -> KommunFigures {
        self.context.baseline().figures.of(self.id(row))
    }

    /// Whether it has a row on the sheets of the sides.
    fn is_listed(self, row: usize) -> bool {
        self.context.listed.binary_search(&self.id(row)).is_ok()
    }

    /// The position of its förbund today.
    fn forbund(self, row: usize) -> Option<usize> {
        row_of(self.context.loaded.model.before().rows(), self.id(row))
    }

    /// Whether a key can count all inhabitants, so that they stand in the sheet.
    fn has_folkmangd(self) -> bool {
        self.context.keys.contains(&Key::Folkmangd)
    }

    /// The figures of the table, and what else was given of a kommun.
    fn given(self) -> Vec<Column<'run>> {
        let (context, words, labels) = (self.context, self.context.words, self.context.labels);
        let count = |count: Option<Decimal>| Cell::input(Kind::Count, count);
        let today = &context.today().labels;
        let mut columns = vec![
            texts(KOD, labels.kommunkod, move |row| self.kommun(row).kommunkod.to_string()),
            texts(NAME, labels.kommun, move |row| &self.kommun(row).name),
            texts(REGION, labels.region, move |row| context.region_name(self.kommun(row).region)),
            column(BEFOLKNING, words.inhabitants, move |row| {
                count(Some(self.figures(row).befolkning_16_64.into()))
            }),
            column(MATT, words.matt, move |row| {
                Cell::input(context.matt, Some(self.figures(row).forsorjningsmatt))
            }),
            // Only those who have a row on the sheets of the sides can be in a förbund there.
            column(TODAY, words.forbund_today, move |row| {
                let label = self.forbund(row).map(|row| today[row].as_str());
                self.is_listed(row).then(|| Cell::text_input(label))
            }),
        ];
        if context.is_national() {
            columns.push(column(IN_REST, words.in_rest, move |row| {
                count(Some(u8::from(in_rest(context.baseline(), self.id(row))).into()))
            }));
        }
        if self.has_folkmangd() {
            columns.push(column(FOLKMANGD, words.folkmangd, move |row| {
                count(self.figures(row).folkmangd.map(Decimal::from))
            }));
        }
        let agreed = KEYS.into_iter().zip(AGREED).zip([words.agreed_kommun, words.agreed_region]);
        columns.extend(agreed.filter_map(|((of, at), heading)| {
            let Key::Explicit(numbers) = context.key(of) else { return None };
            Some(column(at, heading, move |row| {
                let number = numbers[self.id(row).index()];
                let decimals = number.map(|number| Kind::decimals(number.normalize().scale()));
                Cell::input(decimals.unwrap_or(Kind::Count), number)
            }))
        }));
        columns
    }

    /// Beside the figures of the table stand their marks, so that the sheet can be imported with them.
    fn marks(self) -> Vec<Column<'run>> {
        let (context, words) = (self.context, self.context.words);
        let mut shown = vec![(words.inhabitants, "befolkning_16_64"), (words.matt, MATT_COLUMN)];
        shown.extend(self.has_folkmangd().then_some((words.folkmangd, "folkmangd")));
        let mut marks: Vec<(String, Cell)> = Vec::new();
        for (heading, name) in shown {
            let sources = context.loaded.column_sources.iter().filter(|source| source.is_of(name));
            if sources.clone().any(|source| source.derived) {
                marks.push((Mark::Derived.heading(heading), Cell::number(Kind::Count, 1)));
            }
            let citations: Vec<String> = sources.map(|source| citation(context.language, source)).collect();
            if !citations.is_empty() {
                // Broken into lines it would make every row high.
                let citations = Cell::text(Kind::Remark, citations.join("; "));
                marks.push((Mark::Source.heading(heading), citations));
            }
        }
        let columns = (MARKS..).zip(marks);
        columns
            .map(|(at, (heading, cell))| column(at, &heading, move |_| cell.clone().role(Role::Working)))
            .collect()
    }

    /// What the other sheets look up: the number of the förbund and of the region, and the weights.
    fn looked_up(self) -> Vec<Column<'run>> {
        let (context, words) = (self.context, self.context.words);
        let number = move |row| {
            let (today, given) = (context.today(), self.at(row, TODAY));
            if !self.is_listed(row) {
                return Cell::number(Kind::Count, 0);
            }
            let formula = number_of(given, today.label_area(), today.number_area());
            Cell::known(Kind::Count, formula, number_or_zero(self.forbund(row)))
        };
        let counted = move |row| {
            let is_member = Formula::from(self.at(row, NUMBER)).more(0);
            if !context.is_national() {
                return Cell::working(Kind::Count, Formula::whole(1).when(is_member, 0));
            }
            let is_there = (is_member + self.at(row, IN_REST)).more(0);
            let known = i64::from(context.loaded.model.country_holds(self.id(row)));
            Cell::known(Kind::Count, Formula::whole(1).when(is_there, 0), known)
        };
        let region = move |row| {
            let own = self.kommun(row).region;
            let position = context.regions.iter().position(|&region| region == own);
            Cell::number(Kind::Count, number_or_zero(position))
        };
        let mut columns = vec![
            column(NUMBER, words.row_number, move |row| number(row).role(Role::Working)),
            column(COUNTED, words.counted, move |row| counted(row).role(Role::Working)),
            column(REGION_NUMBER, words.region_number, move |row| region(row).role(Role::Working)),
        ];
        let weights = AGREED.into_iter().zip(WEIGHT).zip([words.weight_kommun, words.weight_region]);
        columns.extend(KEYS.into_iter().zip(weights).map(|(of, ((agreed, at), heading))| {
            column(at, heading, move |row| self.weight(row, of, agreed).role(Role::Working))
        }));
        columns
    }

    /// What a kommun weighs by the key that is chosen; an agreed weight stands in a column of its own.
    fn weight(self, row: usize, of: KeyOf, agreed: u16) -> Cell {
        let (context, figures) = (self.context, self.figures(row));
        let counted = |key: &Key| -> (Formula, Decimal) {
            let at = |column| self.at(row, column).into();
            match key {
                Key::Befolkning => (at(BEFOLKNING), figures.befolkning_16_64.into()),
                // A kommun without a figure has an empty cell, which counts as zero.
                Key::Folkmangd => (at(FOLKMANGD), figures.folkmangd.unwrap_or(0).into()),
                Key::Forsorjningsmatt => (at(MATT), figures.forsorjningsmatt),
                // Where keys are mixed, contributions are values.
                Key::Lika | Key::Mixed { .. } => (Formula::whole(1), Decimal::ONE),
                Key::Explicit(numbers) => (at(agreed), numbers[self.id(row).index()].unwrap_or_default()),
            }
        };
        let (alone, known) = counted(context.key(of));
        let choices =
            context.keys.iter().rev().filter_map(|key| Some((context.chooses(of, key)?, counted(key).0)));
        // What is no key is an error in every amount, and no key in silence.
        let chosen = choices.fold(None, |other: Option<Formula>, (is_chosen, weight)| {
            Some(weight.when(is_chosen, other.unwrap_or_else(|| "".into())))
        });
        Cell::known(context.matt, chosen.unwrap_or(alone), known)
    }

    /// Step 0: the kommun's parts of its förbund's decided state money, by largest remainder.
    fn decided(self, part: Part) -> [Column<'run>; 3] {
        // What was shared with the figures of another year is no formula over those of this one.
        let is_kept = move |row| self.forbund(row).is_some_and(|forbund| self.context.kept[forbund]);
        let (context, words, table) = (self.context, self.context.words, self.context.kommuner.table);
        let [exact, rest, decided] = [EXACT, REMAINDER, DECIDED].map(|columns| columns[part as usize]);
        let above = move |row| {
            let forbund = context.parameters.forbund;
            let of = self.at(row, NUMBER);
            sum_if(forbund.column(parameter::NUMBER), of, forbund.column(parameter::ABOVE))
        };
        let claim = move |row| Claim {
            own: [self.at(row, exact), self.at(row, rest)],
            all: [0, 1].map(|part| [table.column(EXACT[part]), table.column(REMAINDER[part])]).to_vec(),
            mates: Some(Formula::from(table.column(NUMBER)).equals(self.at(row, NUMBER))),
            shares: None,
        };
        let amount = move |row| {
            let (weight, number) = (context.parameters.weight(part), self.at(row, NUMBER));
            let all = sum_if(table.column(NUMBER), number, table.column(figure(part)));
            let amount = (above(row) * weight * self.at(row, figure(part)) / all).without_noise();
            step(amount.when((number * weight).more(0), 0))
        };
        // Of equal remainders the lower kommunkod comes first, and of one kommun försörjningsmått.
        let order = move |row| self.at(row, ORDER) * 2 + i64::from(part == Part::Befolkning);
        let whole = move |row| {
            let is_member = Formula::from(self.at(row, NUMBER)).more(0);
            let units = context.loaded.model.bases()[self.id(row).index()];
            let known = [units.forsorjningsmatt, units.befolkning][part as usize];
            let known = i64::try_from(known).expect("a count");
            if is_kept(row) {
                return Cell::number(Kind::Amount, known).role(Role::Working);
            }
            let formula = claim(row).whole(above(row), 0).when(is_member, 0);
            Cell::known(Kind::Amount, formula, known).role(Role::Working)
        };
        [
            column(exact, words.exact, move |row| (!is_kept(row)).then(|| amount(row))),
            column(rest, words.rest, move |row| (!is_kept(row)).then(|| claim(row).remainder(order(row)))),
            column(decided, [words.part_matt, words.part_befolkning][part as usize], whole),
        ]
    }
}
