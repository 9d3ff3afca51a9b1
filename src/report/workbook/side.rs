//! The sheet of today, or of an alternative: its tables one below the other.

use super::book::{Cell, Choice, Kind, Role, Sheet};
use super::context::{Context, SideSheet};
use super::formula::{Formula, sum_product};
use super::layout::{FIRST_AMOUNT, PRINTED, SidePlaces, Table, kommun};
use super::page::{Page, column};
use super::{contribution, country, forbund, kansli, layout, region};
use crate::model::allocation_base::Part;
use crate::model::kommun::KommunId;
use crate::report::words::workbook;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The sheet of today, or of an alternative by its number from 1 on.
pub(super) fn sheet(context: &Context<'_>, number: usize, name: String) -> Sheet {
    let is_today = number == 0;
    let of = if is_today { context.first() } else { &context.alternatives[number - 1] };
    let scenario = of.computed.scenario;
    let sheet =
        SideSheet { context, places: &context.sides[number], of, is_today, rows: &context.rows[number] };
    let (title, description) = if is_today {
        (context.labels.today, context.baseline().name.as_str())
    } else {
        (scenario.name.as_str(), scenario.description.as_deref().unwrap_or_default())
    };
    let title = context.titled(title);
    if of.has_own_keys(is_today) {
        return values(&sheet, name, &title, workbook::own_keys(context.language));
    }
    if of.is_bounded(is_today) {
        return values(&sheet, name, &title, workbook::bounded(context.language));
    }
    if !is_today && of.changes_within_year() {
        let note = workbook::changes_within_year(context.language, context.path_year().unwrap_or_default());
        return values(&sheet, name, &title, &note);
    }
    let mut page = Page::new(name, PRINTED, &title, description);
    if !is_today {
        let cells = sheet.places.kommuner.column(kommun::AFTER);
        page.sheet.choices.push(Choice { cells, of: sheet.places.label_area() });
    }
    let kanslier = kansli::table(&mut page, &sheet);
    for side in sheet.sides() {
        forbund::table(&mut page, &sheet, side, &kanslier);
    }
    contribution::table(&mut page, &sheet);
    region::table(&mut page, &sheet);
    region::lines(&mut page, &sheet);
    if let Some(rates) = sheet.places.rates {
        net_rates(&mut page, &sheet, rates);
    }
    page.sheet
}

/// The sheet of an alternative whose grouping changes within the year: its tables as values, without the steps of any
/// one grouping.
fn values(sheet: &SideSheet<'_>, name: String, title: &str, note: &str) -> Sheet {
    let mut page = Page::new(name, PRINTED, title, note);
    let kanslier: Vec<Formula> = sheet.rows.iter().map(|_| Formula::whole(0)).collect();
    for side in sheet.sides() {
        forbund::table(&mut page, sheet, side, &kanslier);
    }
    contribution::table(&mut page, sheet);
    region::table(&mut page, sheet);
    region::lines(&mut page, sheet);
    // Who was in one förbund after the other is in two rows.
    for table in &sheet.places.forbund {
        use layout::forbund::{FIGURES, MEMBERS};
        for column in [MEMBERS, FIGURES[0], FIGURES[1]] {
            page.put(table.total(column), Cell::text(Kind::Text, "").role(Role::Total));
        }
    }
    // Of the steps the other sheets need one: whether a row counts as a förbund.
    let kept = usize::from(layout::forbund::COUNTS);
    let counts = sheet.places.forbund.iter().flat_map(|table| table.caption().row..=table.total(0).row);
    let counts: BTreeSet<u32> = counts.collect();
    for (row, cells) in (0..).zip(&mut page.sheet.rows) {
        let columns = if counts.contains(&row) { kept + 1 } else { kept };
        cells.truncate(columns);
        cells.iter_mut().flatten().for_each(Cell::freeze);
    }
    page.sheet
}

/// One for each kommun that is in a förbund today and in none afterwards.
fn left(context: &Context<'_>, places: &SidePlaces) -> Formula {
    let today = Formula::from(context.today().kommuner.column(kommun::NUMBER)).more(0);
    today * (Formula::whole(1) - Formula::from(places.kommuner.column(kommun::NUMBER)).more(0))
}

/// What a unit is worth when the national total has been shared out anew.
fn net_rates(page: &mut Page, sheet: &SideSheet<'_>, table: Table) {
    let (context, places, trace) = (sheet.context, sheet.places, &sheet.of.trace);
    let words = context.words;
    let value = |row| table.cell(row, FIRST_AMOUNT);
    let sum = |part: Part| {
        // Who joins from no förbund enters the country's sums, unless the rest of the country held it.
        let members = Formula::from(places.kommuner.column(kommun::NUMBER)).more(0);
        let outside = Formula::whole(1) - places.kommuner.column(kommun::COUNTED);
        let joined = members * outside * places.kommuner.column(kommun::FIGURES[part as usize]);
        let left = left(context, places) * places.kommuner.column(kommun::FIGURES[part as usize]);
        let sum = context.parameters.country_sum(part) + sum_product(joined) - sum_product(left);
        // One that the rest of the country held, and that came and went, stands in no row.
        let figures = &context.baseline().figures;
        let is_passing = |kommun: &&KommunId| {
            context.loaded.model.country_holds(**kommun) && !context.loaded.model.before().holds(**kommun)
        };
        let passing = sheet.of.computed.scenario.after.left().iter().filter(is_passing);
        let units: Decimal = passing
            .map(|&kommun| match part {
                Part::Forsorjningsmatt => figures.of(kommun).forsorjningsmatt,
                Part::Befolkning => figures.of(kommun).befolkning_16_64.into(),
            })
            .sum();
        if units.is_zero() { sum } else { sum - Formula::Number(units) }
    };
    let elsewhere = sheet.of.computed.scenario.after.elsewhere();
    let count = (places.count(0), elsewhere);
    let mut lines = country::lines(context, (trace, &trace.after), count, &value, &sum);
    if !context.is_national() {
        let scale = trace.after.scale.expect("decided amounts are scaled");
        let gone = kommun::DECIDED.map(|of| sum_product(left(context, places) * places.kommuner.column(of)));
        let [by_matt, by_befolkning] = gone;
        let pot = context.parameters.pot() - by_matt - by_befolkning;
        let cell = Cell::known(Kind::Decimals(9), value(1) / pot, scale);
        lines.push((words.scale, "", cell));
    }
    let name = |row: usize| Some(Cell::text(Kind::Remark, lines.get(row)?.0));
    let cell = |row: usize| Some(lines.get(row)?.2.clone());
    let columns = [column(0, words.parameter, name), column(FIRST_AMOUNT, words.value, cell)];
    page.table(table, words.caption_net, &columns);
}
