//! The sheet of the kommuner: their figures, today's förbund, and step 0 of the calibrated basis.

use rust_decimal::Decimal;

use super::book::{Cell, Choice, Kind, Role, Sheet, Value};
use super::context::{Context, KOMMUNER, in_rest};
use super::formula::{Area, Formula, Place, sum_if, sum_product};
use super::parameters::ParameterPlaces;
use super::pieces::{Page, in_order, remainder};
use crate::input::marks::Mark;
use crate::model::baseline::{Baseline, Key};
use crate::model::kommun::{Kommun, KommunId};
use crate::model::recorder::Part;
use crate::text::import::citation;

/// The column of the table whose mark stands above the sheet too.
const MATT_COLUMN: &str = "forsorjningsmatt";
/// The row of the headings; the kommuner follow.
const HEADINGS: u32 = 2;
const KOD: u16 = 0;
const NAME: u16 = 1;
const REGION: u16 = 2;
const BEFOLKNING: u16 = 3;
const MATT: u16 = 4;
const TODAY: u16 = 5;
const IN_REST: u16 = 6;
const FOLKMANGD: u16 = 7;
const AGREED_KOMMUN: u16 = 8;
const AGREED_REGION: u16 = 9;
const NUMBER: u16 = 11;
const COUNTED: u16 = 12;
const REGION_NUMBER: u16 = 13;
const WEIGHT_KOMMUN: u16 = 14;
const WEIGHT_REGION: u16 = 15;
/// Step 0: of both parts the exact amount, its remainder, and the whole kronor.
const EXACT: [u16; 2] = [16, 17];
const REMAINDER: [u16; 2] = [18, 19];
const DECIDED: [u16; 2] = [20, 21];
/// What the table says of its columns: whether each is derived, and its source. Right of all else, and read by import.
const MARKS: u16 = 22;

/// Where the figures of the kommuner stand.
#[derive(Clone, Debug)]
pub(super) struct KommunPlaces {
    /// The kommuner of the sheet, in order of kommunkod.
    kommuner: Vec<KommunId>,
    decimals: u8,
    calibrated: bool,
}

impl KommunPlaces {
    pub(super) fn new(baseline: &Baseline, kommuner: Vec<KommunId>) -> Self {
        let figures = kommuner.iter().map(|&id| baseline.kommuner.get(id).forsorjningsmatt);
        let decimals = figures.map(|figure| figure.normalize().scale()).max().unwrap_or(0);
        let decimals = u8::try_from(decimals).expect("fewer decimals than a figure may have");
        Self { kommuner, decimals, calibrated: !baseline.is_national() }
    }

    fn rows(&self) -> u32 {
        u32::try_from(self.kommuner.len()).expect("fewer rows than a sheet has")
    }

    fn column(&self, column: u16) -> Area {
        Place { sheet: KOMMUNER, row: HEADINGS + 1, column }.area(self.rows(), 1)
    }

    fn cell(&self, kommun: KommunId, column: u16) -> Place {
        let position = self.kommuner.binary_search(&kommun).expect("a kommun of the sheet");
        let row = HEADINGS + 1 + u32::try_from(position).expect("fewer rows than a sheet has");
        Place { sheet: KOMMUNER, row, column }
    }

    /// How försörjningsmått are shown.
    pub(super) fn decimals(&self) -> Kind {
        Kind::Decimals(self.decimals)
    }

    /// Whether each kommun is in the country's sums.
    pub(super) fn counted(&self) -> Area {
        self.column(COUNTED)
    }

    /// Försörjningsmått or inhabitants of all kommuner.
    pub(super) fn figures(&self, part: Part) -> Area {
        self.column(figure_column(part))
    }

    /// Försörjningsmått or inhabitants of a kommun.
    pub(super) fn figure(&self, kommun: KommunId, part: Part) -> Place {
        self.cell(kommun, figure_column(part))
    }

    /// What a kommun brings to its row by a part.
    pub(super) fn units(&self, kommun: KommunId, part: Part) -> Place {
        let column = if self.calibrated { DECIDED[part as usize] } else { figure_column(part) };
        self.cell(kommun, column)
    }

    pub(super) fn is_counted(&self, kommun: KommunId) -> Place {
        self.cell(kommun, COUNTED)
    }

    pub(super) fn today(&self, kommun: KommunId) -> Place {
        self.cell(kommun, TODAY)
    }

    pub(super) fn number(&self, kommun: KommunId) -> Place {
        self.cell(kommun, NUMBER)
    }

    pub(super) fn region_number(&self, kommun: KommunId) -> Place {
        self.cell(kommun, REGION_NUMBER)
    }

    pub(super) fn weight(&self, kommun: KommunId, regions: bool) -> Place {
        self.cell(kommun, if regions { WEIGHT_REGION } else { WEIGHT_KOMMUN })
    }
}

fn figure_column(part: Part) -> u16 {
    match part {
        Part::Forsorjningsmatt => MATT,
        Part::Befolkning => BEFOLKNING,
    }
}

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let words = context.words;
    let mut page = Page { sheet: Sheet::new(name, 10), number: KOMMUNER };
    let source = match context.loaded.year {
        Some(year) => crate::text::sentence::table_of_year(
            context.language,
            context.labels.kommun_table,
            &context.loaded.table_file,
            year,
        ),
        None => format!("{}: {}", context.labels.kommun_table, context.loaded.table_file),
    };
    page.text(0, 0, Kind::Title, words.sheet_kommuner);
    let derived = context.loaded.column_sources.iter().any(|known| known.derived && known.is_of(MATT_COLUMN));
    let note = if derived { format!(". {}", words.note_matt_derived) } else { String::new() };
    page.text(1, 0, Kind::Paragraph, &(source + &note));
    page.sheet.frozen_rows = HEADINGS + 1;
    page.sheet.frozen_columns = 2;
    page.sheet.repeated_rows = Some((HEADINGS, HEADINGS));
    headings(&mut page, context);
    let places = &context.kommuner;
    marks(&mut page, context);
    for (row, &id) in (HEADINGS + 1..).zip(&places.kommuner) {
        given(&mut page, context, row, id);
        numbers(&mut page, context, row, id);
        if context.listed.contains(&id) {
            let cell = page.at(row, TODAY);
            page.sheet.choices.push(Choice {
                cells: Area { first: cell, rows: 1, columns: 1 },
                of: context.today().label_area(),
            });
        }
        if places.calibrated {
            decided(&mut page, context, row, id);
        }
    }
    page.sheet
}

fn headings(page: &mut Page, context: &Context<'_>) {
    let (words, labels) = (context.words, context.labels);
    let parameters = &context.baseline().parameters;
    let keys = [&parameters.kommun_key, &parameters.region_key];
    let is_explicit = |key: &Key| matches!(key, Key::Explicit(_));
    let mut headings = vec![
        (KOD, labels.kommunkod),
        (NAME, labels.kommun),
        (REGION, labels.region),
        (BEFOLKNING, words.inhabitants),
        (MATT, words.matt),
        (TODAY, words.forbund_today),
        (NUMBER, words.row_number),
        (COUNTED, words.counted),
        (REGION_NUMBER, words.region_number),
        (WEIGHT_KOMMUN, words.weight_kommun),
        (WEIGHT_REGION, words.weight_region),
    ];
    if context.is_national() {
        headings.push((IN_REST, words.in_rest));
    }
    if has_folkmangd(context) {
        headings.push((FOLKMANGD, words.folkmangd));
    }
    if is_explicit(keys[0]) {
        headings.push((AGREED_KOMMUN, words.agreed_kommun));
    }
    if is_explicit(keys[1]) {
        headings.push((AGREED_REGION, words.agreed_region));
    }
    if !context.is_national() {
        for (part, words) in [
            (0, [words.exact, words.rest, words.part_matt]),
            (1, [words.exact, words.rest, words.part_befolkning]),
        ] {
            headings.extend([
                (EXACT[part], words[0]),
                (REMAINDER[part], words[1]),
                (DECIDED[part], words[2]),
            ]);
        }
    }
    for (column, heading) in headings {
        page.text(HEADINGS, column, Kind::Heading, heading);
    }
}

/// Beside the figures of the table stand their marks, so that the sheet can be imported with them.
fn marks(page: &mut Page, context: &Context<'_>) {
    let words = context.words;
    let columns = [
        (Some(BEFOLKNING), words.inhabitants, "befolkning_16_64"),
        (Some(MATT), words.matt, MATT_COLUMN),
        (has_folkmangd(context).then_some(FOLKMANGD), words.folkmangd, "folkmangd"),
    ];
    let mut column = MARKS;
    for (_, heading, name) in columns.into_iter().filter(|(shown, ..)| shown.is_some()) {
        let sources = context.loaded.column_sources.iter().filter(|source| source.is_of(name));
        let sources: Vec<_> = sources.collect();
        let citations: Vec<String> =
            sources.iter().map(|source| citation(context.language, source)).collect();
        let is_derived = sources.iter().any(|source| source.derived);
        let rows = HEADINGS + 1..=HEADINGS + context.kommuner.rows();
        if is_derived {
            page.text(HEADINGS, column, Kind::Heading, &Mark::Derived.heading(heading));
            for row in rows.clone() {
                page.put(row, column, Cell::number(Kind::Count, 1).role(Role::Working));
            }
            column += 1;
        }
        if !citations.is_empty() {
            page.text(HEADINGS, column, Kind::Heading, &Mark::Source.heading(heading));
            for row in rows {
                page.put(row, column, Cell::text(Kind::Text, &citations.join("; ")).role(Role::Working));
            }
            column += 1;
        }
    }
}

/// Whether a key counts all inhabitants, so that they stand in the sheet.
fn has_folkmangd(context: &Context<'_>) -> bool {
    let parameters = &context.baseline().parameters;
    [&parameters.kommun_key, &parameters.region_key].contains(&&Key::Folkmangd)
}

/// The figures of the table, and what else was given of a kommun.
fn given(page: &mut Page, context: &Context<'_>, row: u32, id: KommunId) {
    let baseline = context.baseline();
    let kommun: &Kommun = baseline.kommuner.get(id);
    page.text(row, KOD, Kind::Text, &kommun.kommunkod.to_string());
    page.text(row, NAME, Kind::Text, &kommun.name);
    page.text(row, REGION, Kind::Text, baseline.kommuner.region(kommun.region));
    page.put(row, BEFOLKNING, Cell::input(Kind::Count, Some(kommun.befolkning_16_64.into())));
    page.put(row, MATT, Cell::input(context.kommuner.decimals(), Some(kommun.forsorjningsmatt)));
    let label = row_of(context, id).map(|row| context.today().labels[row].as_str());
    // Only those who have a row on the sheets of the sides can be in a förbund there.
    if context.listed.contains(&id) {
        page.put(row, TODAY, Cell::text_input(label));
    }
    if context.is_national() {
        let rest = Decimal::from(u8::from(in_rest(baseline, id)));
        page.put(row, IN_REST, Cell::input(Kind::Count, Some(rest)));
    }
    let keys =
        [(&baseline.parameters.kommun_key, AGREED_KOMMUN), (&baseline.parameters.region_key, AGREED_REGION)];
    for (key, agreed) in keys {
        match key {
            Key::Folkmangd => {
                page.put(row, FOLKMANGD, Cell::input(Kind::Count, kommun.folkmangd.map(Decimal::from)));
            }
            Key::Explicit(numbers) => {
                let number = numbers[id.index()];
                let kind = number.map_or(Kind::Count, super::parameters::decimals);
                page.put(row, agreed, Cell::input(kind, number));
            }
            Key::Befolkning | Key::Forsorjningsmatt | Key::Lika => {}
        }
    }
}

/// The row of today's grouping that a kommun is in.
fn row_of(context: &Context<'_>, id: KommunId) -> Option<usize> {
    let rows = context.loaded.model.before().rows();
    rows.iter().position(|row| row.members.contains(&id))
}

/// What the other sheets look up: the number of the förbund and of the region, and the weights.
fn numbers(page: &mut Page, context: &Context<'_>, row: u32, id: KommunId) {
    let baseline = context.baseline();
    let today = context.today();
    let number = row_of(context, id).map_or(0, |row| i64::try_from(row + 1).expect("a count"));
    let cell = if context.listed.contains(&id) {
        let formula = number_of(page.at(row, TODAY), today.label_area(), today.number_area());
        Cell::known(Kind::Count, formula, number)
    } else {
        Cell::number(Kind::Count, 0)
    };
    page.put(row, NUMBER, cell.role(Role::Working));
    let is_member = Formula::from(page.at(row, NUMBER)).more(0);
    let counted = if context.is_national() {
        let holds = context.loaded.model.country_holds(id);
        let formula = Formula::whole(1).when((is_member + page.at(row, IN_REST)).more(0), 0);
        Cell::known(Kind::Count, formula, i64::from(holds))
    } else {
        Cell::working(Kind::Count, Formula::whole(1).when(is_member, 0))
    };
    page.put(row, COUNTED, counted.role(Role::Working));
    let region = context.regions.iter().position(|&region| region == baseline.kommuner.get(id).region);
    let region = region.map_or(0, |region| region as u64 + 1);
    page.put(row, REGION_NUMBER, Cell::number(Kind::Count, region).role(Role::Working));
    let keys = [
        (&baseline.parameters.kommun_key, AGREED_KOMMUN, WEIGHT_KOMMUN),
        (&baseline.parameters.region_key, AGREED_REGION, WEIGHT_REGION),
    ];
    for (key, agreed, column) in keys {
        let kommun = baseline.kommuner.get(id);
        let cell =
            |figure: u16, value: Value| Cell::known(context.kommuner.decimals(), page.at(row, figure), value);
        let cell = match key {
            Key::Befolkning => cell(BEFOLKNING, Decimal::from(kommun.befolkning_16_64).into()),
            Key::Folkmangd => cell(FOLKMANGD, Decimal::from(kommun.folkmangd.unwrap_or(0)).into()),
            Key::Forsorjningsmatt => cell(MATT, kommun.forsorjningsmatt.into()),
            Key::Lika => Cell::number(Kind::Count, 1),
            Key::Explicit(numbers) => cell(agreed, numbers[id.index()].unwrap_or_default().into()),
        };
        page.put(row, column, cell.role(Role::Working));
    }
}

/// The number of the row with this name, nought for none.
pub(super) fn number_of(name: Place, labels: Area, numbers: Area) -> Formula {
    sum_product(Formula::from(labels).equals(name) * numbers)
}

/// Step 0: the kommun's parts of its förbund's decided state money, by largest remainder.
fn decided(page: &mut Page, context: &Context<'_>, row: u32, id: KommunId) {
    let places = &context.kommuner;
    let number = page.at(row, NUMBER);
    let members = places.column(NUMBER);
    let above = sum_if(context.parameters.numbers(), number, context.parameters.above_base());
    let [of_matt, of_befolkning] = EXACT.map(|column| places.column(column));
    let floors = Formula::from(of_matt).floor() + Formula::from(of_befolkning).floor();
    let is_mate = || Formula::from(members).equals(number);
    let left = above.clone() - sum_product(is_mate() * floors);
    let units = context.loaded.model.units()[id.index()];
    for (position, part) in Part::BOTH.into_iter().enumerate() {
        let (weight, figure) = (ParameterPlaces::weight(part), page.at(row, figure_column(part)));
        let all = sum_if(members, number, places.figures(part));
        let exact_amount = (above.clone() * weight * figure / all).settled();
        let exact_amount = exact_amount.when((number * weight).more(0), 0);
        page.put(row, EXACT[position], Cell::working(Kind::Decimals(6), exact_amount));
        let amount = page.at(row, EXACT[position]);
        // Of equal remainders the lower kommunkod comes first, and of one kommun försörjningsmått.
        let order = Formula::RowNumber * 2 + i64::from(part == Part::Befolkning);
        page.put(
            row,
            REMAINDER[position],
            Cell::working(Kind::Decimals(6), in_order(remainder(amount), order)),
        );
        let rest = page.at(row, REMAINDER[position]);
        let [rests_matt, rests_befolkning] = REMAINDER.map(|column| Formula::from(places.column(column)));
        let larger = sum_product(is_mate() * (rests_matt.more(rest) + rests_befolkning.more(rest)));
        let more = Formula::whole(1).when(larger.less(left.clone()), 0);
        let whole = (Formula::from(amount).floor() + more).when(Formula::from(number).more(0), 0);
        let known = [units.forsorjningsmatt, units.befolkning][position];
        let known = i64::try_from(known).expect("a count");
        page.put(row, DECIDED[position], Cell::known(Kind::Amount, whole, known).role(Role::Working));
    }
}
