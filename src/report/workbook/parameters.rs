//! The sheet of the parameters, with what they make today.

use rust_decimal::Decimal;

use super::book::{Cell, Kind, Role, Sheet, Value};
use super::context::{Context, PARAMETERS};
use super::formula::{Area, Formula, Place, sum_product};
use super::pieces::{Page, of_units};
use crate::analysis::explanation::trace::{Making, Trace};
use crate::analysis::explanation::words as explanation;
use crate::analysis::explanation::{Column, Origin, Party, Places};
use crate::analysis::result::Total;
use crate::model::baseline::{Baseline, Basis, Rest};
use crate::model::fraction::Fraction;
use crate::model::recorder::Part;
use crate::text::localize::Localize;

const VALUE: u16 = 1;
const UNIT: u16 = 2;
const SOURCE: u16 = 3;
const STATE: u16 = 4;
const ABOVE: u16 = 5;
const NUMBER: u16 = 7;
/// The first parameter.
const FIRST: u32 = 4;

/// Where the parameters stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParameterPlaces {
    country: Option<u32>,
    rest: Option<u32>,
    made: u32,
    forbund: u32,
    forbund_rows: u32,
}

impl ParameterPlaces {
    pub(super) fn new(baseline: &Baseline) -> Self {
        let mut next = FIRST + 8;
        let mut take = |rows: u32, wanted: bool| {
            let first = next;
            next += if wanted { rows } else { 0 };
            wanted.then_some(first)
        };
        let country = take(2, baseline.country().is_some());
        let has_sums = matches!(baseline.basis, Basis::National { rest: Rest::Sums { .. }, .. });
        let rest = take(2, has_sums);
        let made = next + 1;
        // Caption, headings, and up to six rows.
        let forbund = if country.is_some() { made + 9 } else { made };
        let forbund_rows = u32::try_from(baseline.forbund.len()).expect("fewer rows than a sheet has");
        Self { country, rest, made: made + 2, forbund: forbund + 2, forbund_rows }
    }

    fn value(row: u32) -> Place {
        Place { sheet: PARAMETERS, row, column: VALUE }
    }

    pub(super) fn base_grant() -> Place {
        Self::value(FIRST)
    }

    pub(super) fn weight(part: Part) -> Place {
        Self::value(FIRST + 1 + u32::from(part == Part::Befolkning))
    }

    /// The share of state, region and kommuner, in that order.
    pub(super) fn funding(party: u32) -> Place {
        Self::value(FIRST + 3 + party)
    }

    /// The appropriation and the number of other förbund, if they are known.
    pub(super) fn country(self) -> Option<[Place; 2]> {
        self.country.map(|row| [Self::value(row), Self::value(row + 1)])
    }

    fn rest(self, part: Part) -> Option<Place> {
        self.rest.map(|row| Self::value(row + u32::from(part == Part::Befolkning)))
    }

    pub(super) fn pot(self) -> Place {
        Self::value(self.made + 1)
    }

    pub(super) fn country_sum(self, part: Part) -> Place {
        Self::value(self.made + 2 + u32::from(part == Part::Befolkning))
    }

    pub(super) fn rate(self, part: Part) -> Place {
        Self::value(self.made + 4 + u32::from(part == Part::Befolkning))
    }

    /// Today's kansli of a förbund.
    pub(super) fn kansli(self, forbund: usize) -> Place {
        Self::value(self.forbund + u32::try_from(forbund).expect("fewer rows than a sheet has"))
    }

    fn forbund_column(self, column: u16) -> Area {
        Place { sheet: PARAMETERS, row: self.forbund, column }.area(self.forbund_rows, 1)
    }

    /// The numbers of today's förbund.
    pub(super) fn numbers(self) -> Area {
        self.forbund_column(NUMBER)
    }

    /// Their decided state money above the base grant.
    pub(super) fn above_base(self) -> Area {
        self.forbund_column(ABOVE)
    }
}

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let words = context.words;
    let printed = if context.is_national() { 4 } else { 6 };
    let mut page = Page { sheet: Sheet::new(name, printed), number: PARAMETERS };
    page.text(0, 0, Kind::Title, words.sheet_parameters);
    page.text(1, 0, Kind::Paragraph, &context.baseline().name);
    for (column, heading) in (0..).zip([words.parameter, words.value, words.unit, words.source]) {
        page.text(FIRST - 1, column, Kind::Heading, heading);
    }
    page.sheet.frozen_rows = FIRST;
    page.sheet.frozen_columns = 1;
    page.sheet.repeated_rows = Some((0, 0));
    given(&mut page, context);
    if let (Some(country), Some(trace)) = (context.parameters.country(), context.trace()) {
        made(&mut page, context, country, trace);
    }
    forbund(&mut page, context);
    page.sheet
}

/// A parameter with its unit and where it was given.
fn line(
    page: &mut Page,
    context: &Context<'_>,
    place: Place,
    of: (&str, &str),
    cell: Cell,
    origin: Option<Origin>,
) {
    let (name, unit) = of;
    page.text(place.row, 0, Kind::Text, name);
    page.put(place.row, VALUE, cell);
    page.text(place.row, UNIT, Kind::Text, unit);
    if let Some(origin) = origin {
        page.text(place.row, SOURCE, Kind::Text, &explanation::origin(&origin, context.language));
    }
}

fn given(page: &mut Page, context: &Context<'_>) {
    let (words, parameters, places) = (context.words, &context.baseline().parameters, context.places());
    let at = |origin: &dyn Fn(&Places) -> Origin| places.map(origin);
    let amount = |amount: crate::model::kronor::Kronor| Cell::input(Kind::Amount, Some(amount.get().into()));
    let base_grant = amount(parameters.base_grant);
    line(
        page,
        context,
        ParameterPlaces::base_grant(),
        (words.base_grant, words.kr_per_forbund),
        base_grant,
        at(&|places| places.base_grant()),
    );

    let [matt, befolkning] = *parameters.weights.written();
    let place = ParameterPlaces::weight(Part::Forsorjningsmatt);
    let cell = Cell::input(Kind::Share, Some(matt));
    line(page, context, place, (words.weight_matt, words.share), cell, at(&|places| places.weights()));
    // The shares always sum to one: the last of them follows.
    let follows = (Formula::whole(1) - place).rounded(9);
    let cell = Cell::known(Kind::Share, follows, befolkning);
    line(
        page,
        context,
        ParameterPlaces::weight(Part::Befolkning),
        (words.weight_befolkning, words.share),
        cell,
        None,
    );

    let [state, region, kommuner] = *parameters.funding.written();
    let [of_state, of_region, of_kommuner] = [0, 1, 2].map(ParameterPlaces::funding);
    let cell = Cell::input(Kind::Share, Some(state));
    line(
        page,
        context,
        of_state,
        (words.share_state, words.share),
        cell,
        at(&|places| places.funding(Party::State)),
    );
    let cell = Cell::input(Kind::Share, Some(region));
    line(
        page,
        context,
        of_region,
        (words.share_region, words.share),
        cell,
        at(&|places| places.funding(Party::Region)),
    );
    let follows = (Formula::whole(1) - of_state - of_region).rounded(9);
    let cell = Cell::known(Kind::Share, follows, kommuner);
    line(page, context, of_kommuner, (words.share_kommuner, words.share), cell, None);
    for place in [ParameterPlaces::weight(Part::Befolkning), of_kommuner] {
        page.text(place.row, SOURCE, Kind::Text, words.follows);
    }
    let keys =
        [(words.kommun_key, &parameters.kommun_key, false), (words.region_key, &parameters.region_key, true)];
    for (row, (name, key, regions)) in (FIRST + 6..).zip(keys) {
        let text = Cell::text(Kind::Text, &key.localize(context.language));
        let place = ParameterPlaces::value(row);
        line(page, context, place, (name, ""), text, at(&|places| places.key(regions)));
    }
    if let (Some([appropriation, others]), Some(country)) =
        (context.parameters.country(), context.baseline().country())
    {
        let cell = amount(country.appropriation);
        line(
            page,
            context,
            appropriation,
            (words.appropriation, words.kr_per_year),
            cell,
            at(&|places| places.appropriation()),
        );
        let cell = Cell::input(Kind::Count, Some(country.other_forbund.into()));
        line(
            page,
            context,
            others,
            (words.other_forbund, words.number),
            cell,
            at(&|places| places.other_forbund()),
        );
    }
    if let Basis::National { rest: Rest::Sums { befolkning_16_64, forsorjningsmatt }, .. } =
        &context.baseline().basis
    {
        let rest = [
            (Part::Forsorjningsmatt, words.rest_matt, words.full_years, Column::Forsorjningsmatt),
            (Part::Befolkning, words.rest_befolkning, words.number, Column::Befolkning),
        ];
        for (part, name, unit, column) in rest {
            let Some(place) = context.parameters.rest(part) else { continue };
            let cell = match part {
                Part::Forsorjningsmatt => Cell::input(decimals(*forsorjningsmatt), Some(*forsorjningsmatt)),
                Part::Befolkning => Cell::input(Kind::Count, Some((*befolkning_16_64).into())),
            };
            line(page, context, place, (name, unit), cell, at(&|places| places.rest_sum(column)));
        }
    }
}

/// As many decimals as a figure has.
pub(super) fn decimals(figure: Decimal) -> Kind {
    Kind::Decimals(u8::try_from(figure.normalize().scale()).expect("fewer decimals than a figure may have"))
}

/// Today's förbund in the country, and the kronor per unit that follow.
fn made(page: &mut Page, context: &Context<'_>, country: [Place; 2], trace: &Trace) {
    let words = context.words;
    let places = context.parameters;
    page.table(
        places.made - 2,
        words.caption_today,
        &[(0, words.parameter), (VALUE, words.value), (UNIT, words.unit)],
    );
    let [appropriation, others] = country;
    let forbund = ParameterPlaces::value(places.made);
    let today = &trace.today;
    let count = i64::try_from(today.forbund).expect("a count");
    let cell = Cell::known(Kind::Count, others + context.today().count(0), count);
    line(page, context, forbund, (words.forbund_in_country, words.number), cell, None);
    let left = appropriation - forbund * ParameterPlaces::base_grant();
    let cell = Cell::known(Kind::Amount, left, i64::try_from(today.pot).expect("a count"));
    line(page, context, places.pot(), (words.pot, words.kr_per_year), cell, None);
    if !context.is_national() {
        return;
    }
    for part in Part::BOTH {
        let (name, unit, kind) = match part {
            Part::Forsorjningsmatt => (words.sum_matt, words.full_years, context.kommuner.decimals()),
            Part::Befolkning => (words.sum_befolkning, words.number, Kind::Count),
        };
        let of_kommuner = Formula::from(context.kommuner.counted()) * context.kommuner.figures(part);
        let mut sum = sum_product(of_kommuner);
        if let Some(rest) = places.rest(part) {
            sum = sum + rest;
        }
        let cell = Cell::known(kind, sum, country_sum(trace, today, part));
        line(page, context, places.country_sum(part), (name, unit), cell, None);
    }
    for part in Part::BOTH {
        let cell = rate_cell(trace, today, part, places.pot(), places.country_sum(part));
        let name = if part == Part::Befolkning { words.rate_befolkning } else { words.rate_matt };
        line(page, context, places.rate(part), (name, words.kr_per_unit), cell, None);
    }
}

/// The country's sum as the model added it up.
pub(super) fn country_sum(trace: &Trace, making: &Making, part: Part) -> Value {
    let sum = making.rates.iter().find(|(of, ..)| *of == part).map_or(0, |(_, sum, _)| *sum);
    of_units(sum, if part == Part::Forsorjningsmatt { trace.decimals } else { 0 })
}

/// `weight × pot ÷ sum`.
pub(super) fn rate_cell(trace: &Trace, making: &Making, part: Part, pot: Place, sum: Place) -> Cell {
    let weight = ParameterPlaces::weight(part);
    let formula = (weight * pot / sum).when(Formula::from(weight).more(0), 0);
    let rate = making.rates.iter().find(|(of, ..)| *of == part).map(|(_, _, rate)| *rate);
    // The model counts units of the smallest decimal, people count whole ones.
    let units = if part == Part::Forsorjningsmatt { 10_u128.pow(trace.decimals) } else { 1 };
    let whole = Fraction::new(units, 1).and_then(|units| rate?.times(units));
    match whole {
        Some(rate) => Cell::known(Kind::Decimals(6), formula, rate),
        None => Cell::working(Kind::Decimals(6), formula).role(Role::Result),
    }
}

/// Today's förbund: what their kanslier cost, and what the state has decided to give.
fn forbund(page: &mut Page, context: &Context<'_>) {
    let (words, labels) = (context.words, context.labels);
    let baseline = context.baseline();
    let decided = match &baseline.basis {
        Basis::Calibrated { state_money, .. } => Some(state_money),
        Basis::National { .. } => None,
    };
    let first = context.parameters.forbund;
    let is_budget = context.places().is_some_and(|places| places.decided(0).0);
    let mut headings = vec![
        (0, labels.forbund),
        (VALUE, Total::kansli.heading(context.language)),
        (SOURCE, words.source),
        (NUMBER, words.row_number),
    ];
    if decided.is_some() {
        let given = if is_budget { words.budget } else { words.state_grant };
        headings.extend([(UNIT, given), (STATE, words.state_money), (ABOVE, words.above_base)]);
    }
    page.table(first - 2, words.caption_forbund, &headings);
    for (position, row) in
        (first..).zip(&baseline.forbund).enumerate().map(|(position, (row, _))| (position, row))
    {
        page.text(row, 0, Kind::Text, &context.today().labels[position]);
        let kansli = baseline.forbund[position].kansli.map(|cost| cost.get().into());
        page.put(row, VALUE, Cell::input(Kind::Amount, kansli));
        page.put(row, NUMBER, Cell::number(Kind::Count, position as u64 + 1).role(Role::Working));
        let Some(places) = context.places() else { continue };
        let mut origins = vec![places.kansli(position)];
        if let Some(state_money) = decided {
            let (is_budget, origin) = places.decided(position);
            origins.push(origin);
            let state = state_money[position];
            let given = page.at(row, UNIT);
            let (amount, formula) = if is_budget {
                (places.budget(position), (given * ParameterPlaces::funding(0)).to_whole())
            } else {
                (state.get(), given.into())
            };
            page.put(row, UNIT, Cell::input(Kind::Amount, Some(amount.into())));
            page.put(row, STATE, Cell::known(Kind::Amount, formula, state));
            let above = page.at(row, STATE) - ParameterPlaces::base_grant();
            page.put(row, ABOVE, Cell::known(Kind::Amount, above, state - baseline.parameters.base_grant));
        }
        let told = origins.iter().filter(|origin| origin.place.is_some());
        let told: Vec<String> = told.map(|origin| explanation::origin(origin, context.language)).collect();
        page.text(row, SOURCE, Kind::Text, &told.join("; "));
    }
}
