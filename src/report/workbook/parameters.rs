//! The sheet of the parameters, with what they make today.

use rust_decimal::Decimal;

use super::book::{Cell, Choice, Kind, Role, Sheet};
use super::context::Context;
use super::country;
use super::formula::{Formula, sum_product};
use super::layout::parameter::{ABOVE, KEYS, NUMBER, SOURCE, STATE, UNIT, VALUE};
use super::layout::{KeyOf, figure, table};
use super::page::{Column, Page, column, texts};
use crate::analysis::explanation::words as words_of;
use crate::analysis::explanation::{self, Origin, Party};
use crate::analysis::result::Total;
use crate::model::allocation_base::Part;
use crate::model::baseline::{Basis, Rest};
use crate::model::kansli::Cost;
use crate::model::key::Key;
use crate::model::kronor::Kronor;
use crate::text::localize::Localize;

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let words = context.words;
    let printed = if context.is_national() { 4 } else { 6 };
    let title = context.titled(words.sheet_parameters);
    let mut page = Page::new(name, printed, &title, &context.baseline().name);
    page.sheet.frozen_rows = 4;
    given(&mut page, context);
    made(&mut page, context);
    forbund(&mut page, context);
    page.sheet
}

/// The names of figures below each other, the figures, and their units.
fn columns<'run>(
    context: &Context<'_>,
    lines: &'run [(&'static str, &'static str, Cell)],
) -> [Column<'run>; 3] {
    let words = context.words;
    let text = |text: &str| Cell::text(Kind::Text, text);
    [
        column(0, words.parameter, move |row| Some(text(lines.get(row)?.0))),
        column(UNIT, words.unit, move |row| Some(text(lines.get(row)?.1))),
        column(VALUE, words.value, move |row| Some(lines.get(row)?.2.clone())),
    ]
}

/// What was given, in the order of [`super::layout::ParameterPlaces`], and where.
fn given(page: &mut Page, context: &Context<'_>) {
    let (words, parameters, places) = (context.words, &context.baseline().parameters, context.places());
    let at = context.parameters;
    let amount = |amount: Kronor| Cell::input(Kind::Amount, Some(amount.get().into()));
    let share = |share: Decimal| Cell::input(Kind::Share, Some(share));
    let count = |count: u64| Cell::input(Kind::Count, Some(count.into()));
    let origin = |origin: &Origin| words_of::origin(origin, context.language);
    // The shares always sum to one: the last of them follows.
    let follows = |formula: Formula, known: Decimal| Cell::known(Kind::Share, formula.rounded(9), known);
    let [matt, befolkning] = *parameters.weights.written();
    let [state, region, kommuner] = *parameters.funding.written();
    let [of_state, of_region, _] = at.funding();
    let of_befolkning = Formula::whole(1) - at.weight(Part::Forsorjningsmatt);
    let key = |of: KeyOf| {
        let (name, is_agreed) = (context.key(of).localize(context.language), is_agreed(context, of));
        if is_agreed { Cell::text(Kind::Text, name) } else { Cell::text_input(Some(&name)) }
    };
    let mut lines = vec![
        (words.base_grant, words.kr_per_forbund, amount(parameters.base_grant)),
        (words.weight_matt, words.share, share(matt)),
        (words.weight_befolkning, words.share, follows(of_befolkning, befolkning)),
        (words.share_state, words.share, share(state)),
        (words.share_region, words.share, share(region)),
        (words.share_kommuner, words.share, follows(Formula::whole(1) - of_state - of_region, kommuner)),
        (words.kommun_key, "", key(KeyOf::Kommuner)),
        (words.region_key, "", key(KeyOf::Regions)),
    ];
    let key_source = |of: KeyOf| {
        let given = origin(&places.key(of == KeyOf::Regions));
        if is_agreed(context, of) { format!("{given}; {}", words.note_agreed) } else { given }
    };
    let mut sources = vec![
        origin(&places.base_grant()),
        origin(&places.weights()),
        words.follows.to_owned(),
        origin(&places.funding(Party::State)),
        origin(&places.funding(Party::Region)),
        words.follows.to_owned(),
        key_source(KeyOf::Kommuner),
        key_source(KeyOf::Regions),
    ];
    if let Some(country) = context.baseline().parameters.country {
        lines.push((words.appropriation, words.kr_per_year, amount(country.appropriation)));
        lines.push((words.other_forbund, words.number, count(country.other_forbund.into())));
        sources.extend([origin(&places.appropriation()), origin(&places.other_forbund())]);
    }
    if let Basis::National { rest: Rest::Sums { befolkning_16_64, forsorjningsmatt } } =
        &context.baseline().basis
    {
        let kind = Kind::decimals(forsorjningsmatt.normalize().scale());
        lines.push((words.rest_matt, words.full_years, Cell::input(kind, Some(*forsorjningsmatt))));
        lines.push((words.rest_befolkning, words.number, count(*befolkning_16_64)));
        let columns = [explanation::Column::Forsorjningsmatt, explanation::Column::Befolkning];
        sources.extend(columns.map(|column| origin(&places.rest_sum(column))));
    }
    page.columns(at.given, &columns(context, &lines));
    page.columns(at.given, &[texts(SOURCE, words.source, |row| &sources[row])]);
    keys(page, context);
}

/// Whether a key is of agreed numbers: they are changed on the sheet of the kommuner, and no other key takes their place.
fn is_agreed(context: &Context<'_>, of: KeyOf) -> bool {
    matches!(context.key(of), Key::Explicit(_))
}

/// The names of the keys, to be chosen from.
fn keys(page: &mut Page, context: &Context<'_>) {
    if context.keys.is_empty() {
        return;
    }
    let (at, names) = (context.parameters, context.parameters.keys(context.keys.len()));
    page.put(at.given.heading(KEYS), Cell::text(Kind::Heading, context.words.keys));
    for (place, key) in names.places().zip(&context.keys) {
        page.put(place, Cell::text(Kind::Text, key.localize(context.language)).role(Role::Working));
    }
    let to_choose = [KeyOf::Kommuner, KeyOf::Regions].into_iter().filter(|&of| !is_agreed(context, of));
    page.sheet.choices.extend(to_choose.map(|of| Choice { cells: at.key(of).area(1, 1), of: names }));
}

/// Today's förbund in the country, and the kronor per unit that follow.
fn made(page: &mut Page, context: &Context<'_>) {
    if context.parameters.country().is_none() {
        return;
    }
    let (trace, at) = (&context.first().trace, context.parameters);
    let value = |row| at.made.cell(row, VALUE);
    let sum = |part: Part| {
        let kommuner = context.kommuner.table;
        let of_kommuner = Formula::from(kommuner.column(table::COUNTED)) * kommuner.column(figure(part));
        let sum = sum_product(of_kommuner);
        if let Some(rest) = at.rest(part) { sum + rest } else { sum }
    };
    let lines = country::lines(context, (trace, &trace.today), (context.today().count(0), 0), &value, &sum);
    page.table(at.made, context.words.caption_today, &columns(context, &lines));
}

/// Today's förbund: what their kanslier cost, and what the state has decided to give.
fn forbund(page: &mut Page, context: &Context<'_>) {
    let (words, labels, baseline) = (context.words, context.labels, context.baseline());
    let (places, at) = (context.places(), context.parameters);
    let decided = match &baseline.basis {
        Basis::Calibrated { state_money, .. } => Some(state_money),
        Basis::National { .. } => None,
    };
    let source = |row: usize| {
        let (written, kansli) = places.kansli(row);
        let is_given = |origin: &Origin| origin.place.is_some();
        let origin = |origin: &Origin| is_given(origin).then(|| words_of::origin(origin, context.language));
        let mut sources: Vec<String> = Vec::new();
        sources.extend(origin(&kansli).map(|kansli| kansli + &context.grown(written.as_ref())));
        sources.extend(decided.and_then(|_| origin(&places.decided(row).1)));
        sources.extend(context.kept[row].then(|| words.note_kept.to_owned()));
        sources.join("; ")
    };
    let mut columns = vec![
        texts(0, labels.forbund, |row| &context.today().labels[row]),
        column(VALUE, Total::kansli.heading(labels.language), |row| {
            let kansli = baseline.forbund[row].kansli.as_ref().map(Cost::amount);
            // Without one of its own it has only its share of what is shared today.
            let kansli = kansli.or_else(|| context.loaded.model.before().rows()[row].kansli.known());
            Cell::input(Kind::Amount, kansli.map(|cost| cost.get().into()))
        }),
        texts(SOURCE, words.source, source),
        column(NUMBER, words.row_number, |row| Cell::number(Kind::Count, row as u64 + 1).role(Role::Working)),
    ];
    if let Some(state_money) = decided {
        let given = |row: usize| at.forbund.cell(row, UNIT);
        let budget = |row: usize| places.decided(row).0;
        let heading = if budget(0).is_some() { words.budget } else { words.state_grant };
        columns.extend([
            column(UNIT, heading, move |row| {
                let amount = budget(row).unwrap_or(state_money[row]).get();
                if context.kept[row] {
                    return Cell::number(Kind::Amount, amount);
                }
                Cell::input(Kind::Amount, Some(amount.into()))
            }),
            column(STATE, words.state_money, move |row| {
                let of_budget = || (given(row) * at.funding()[0]).nearest_whole();
                let formula = if budget(row).is_some() { of_budget() } else { given(row).into() };
                Cell::known(Kind::Amount, formula, state_money[row])
            }),
            column(ABOVE, words.above_base, |row| {
                let formula = at.forbund.cell(row, STATE) - at.base_grant();
                Cell::known(Kind::Amount, formula, state_money[row] - baseline.parameters.base_grant)
            }),
        ]);
    }
    page.table(at.forbund, words.caption_forbund, &columns);
}
