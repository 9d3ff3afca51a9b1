//! The sheet that puts today and the alternatives side by side, with charts that follow its cells.

use super::book::{Cell, Chart, Kind, Role, Sheet, Value};
use super::context::Context;
use super::formula::{Formula, Place, count, max};
use super::pieces::{Page, if_known, quotient};
use super::row;
use crate::analysis::ratio::percent;
use crate::analysis::result::{ScenarioResult, Total};
use crate::model::recorder::SideName;
use crate::text::{chart, label::Labels};

const NAME: u16 = 0;
const COUNT: u16 = 1;
const CHANGE: u16 = 6;
const PERCENT: u16 = 7;
const PRINTED: u16 = 8;
/// Of the second table: the kansli, its change, and money for insatser of each side with its change.
const KANSLI: u16 = 1;
const INSATSER: u16 = 3;
/// Rows that a chart takes.
const CHART_ROWS: u32 = 18;

/// A table of the sheet: its caption, and then a row for today and for each alternative.
struct Block {
    caption: u32,
    alternatives: u32,
}

impl Block {
    fn today(&self) -> u32 {
        self.caption + 2
    }

    fn row(&self, alternative: usize) -> u32 {
        self.today() + 1 + u32::try_from(alternative).expect("fewer rows than a sheet has")
    }

    fn after(&self) -> u32 {
        self.today() + self.alternatives + 2
    }
}

/// The sheet.
pub(super) fn sheet(context: &Context<'_>, name: String) -> Sheet {
    let labels = context.labels;
    let mut page = Page { sheet: Sheet::new(name, PRINTED), number: context.comparison() };
    page.text(0, 0, Kind::Title, labels.comparison);
    page.text(1, 0, Kind::Paragraph, &context.baseline().name);
    page.sheet.frozen_rows = 1;
    page.sheet.frozen_columns = 1;
    page.sheet.repeated_rows = Some((0, 0));
    let alternatives = u32::try_from(context.alternatives.len()).expect("fewer rows than a sheet has");
    let mut sides = vec![(0, SideName::Gross, labels.caption_income_gross)];
    if context.net {
        sides.push((1, SideName::Net, labels.caption_income_net));
    }
    let mut next = 3;
    let mut blocks = Vec::new();
    for (side, name, caption) in &sides {
        let block = Block { caption: next, alternatives };
        income(&mut page, context, &block, (*side, *name), caption);
        next = block.after();
        blocks.push(block);
    }
    let costs = Block { caption: next, alternatives };
    insatser(&mut page, context, &costs, &sides);
    let even = Block { caption: costs.after(), alternatives };
    break_even(&mut page, context, &even, &blocks, &costs);
    charts(&mut page, context, &blocks[0], &costs, even.after());
    page.sheet
}

/// Today's name and those of the alternatives.
fn names(page: &mut Page, context: &Context<'_>, block: &Block) {
    page.text(block.today(), NAME, Kind::Text, context.labels.today);
    for (number, alternative) in context.alternatives.iter().enumerate() {
        page.text(block.row(number), NAME, Kind::Text, &alternative.computed.scenario.name);
    }
}

/// Where the income comes from.
fn income(page: &mut Page, context: &Context<'_>, block: &Block, of: (u32, SideName), caption: &str) {
    let labels = context.labels;
    let (side, name) = of;
    let headings = [
        (NAME, labels.alternative),
        (COUNT, labels.number_of_forbund),
        (2, labels.state),
        (3, labels.region),
        (4, labels.kommuner),
        (5, labels.total),
        (CHANGE, labels.change),
        (PERCENT, labels.percent),
    ];
    page.table(block.caption, caption, &headings);
    names(page, context, block);
    let Some(first) = context.alternatives.first() else { return };
    let before = first.side(SideName::Before).total;
    amounts(page, block.today(), &|column| context.today().total(0, column), &before);
    for (number, alternative) in context.alternatives.iter().enumerate() {
        let (row, places) = (block.row(number), &context.sides[number + 1]);
        let after = alternative.side(name).total;
        amounts(page, row, &|column| places.total(side, column), &after);
        let (now, today) = (page.at(row, 5), page.at(block.today(), 5));
        let change = after.total - before.total;
        page.put(row, CHANGE, Cell::known(Kind::Change, now - today, change));
        let share = quotient(Formula::from(page.at(row, CHANGE)) * 100, today, 2);
        let known = percent(change, before.total);
        page.put(row, PERCENT, Cell::known(Kind::Percent, share, known));
    }
}

fn amounts(page: &mut Page, row: u32, total: &dyn Fn(u16) -> Place, known: &Total) {
    page.put(row, COUNT, Cell::known(Kind::Count, total(row::COUNTS), known.forbund));
    for (column, (from, known)) in (2..).zip(row::amounts(known)).take(4) {
        page.put(row, column, Cell::known(Kind::Amount, total(from), known));
    }
}

/// What the kanslier cost and what is left for insatser.
fn insatser(page: &mut Page, context: &Context<'_>, block: &Block, sides: &[(u32, SideName, &str)]) {
    let labels = context.labels;
    let mut headings = vec![(NAME, labels.alternative), (KANSLI, labels.kansli), (KANSLI + 1, labels.change)];
    for (side, name, _) in sides {
        let heading = if *name == SideName::Net { labels.insatser_net } else { labels.insatser_gross };
        headings.extend([(insatser_column(*side), heading), (insatser_column(*side) + 1, labels.change)]);
    }
    page.table(block.caption, labels.caption_insatser, &headings);
    names(page, context, block);
    let Some(first) = context.alternatives.first() else { return };
    let before = first.side(SideName::Before).total;
    let today = context.today();
    let known_or_nothing = |place: Place| if_known(&[place], place);
    let kansli = Cell::known(Kind::Amount, known_or_nothing(today.total(0, row::KANSLI)), before.kansli);
    page.put(block.today(), KANSLI, kansli);
    for (side, ..) in sides {
        let left =
            Cell::known(Kind::Amount, known_or_nothing(today.total(0, row::INSATSER)), before.insatser);
        page.put(block.today(), insatser_column(*side), left);
    }
    for (number, alternative) in context.alternatives.iter().enumerate() {
        let (row, places) = (block.row(number), &context.sides[number + 1]);
        let figures = &alternative.computed.result.figures;
        let delta = &figures.delta.gross;
        let total = figures.after.gross.total;
        let from = known_or_nothing(places.total(0, row::KANSLI));
        with_change(
            page,
            block,
            (row, KANSLI),
            Cell::known(Kind::Amount, from, total.kansli),
            delta.kansli.into(),
        );
        for (side, name, _) in sides {
            let delta = if *name == SideName::Net { figures.delta.net } else { Some(*delta) };
            let known = alternative.side(*name).total.insatser;
            let from = known_or_nothing(places.total(*side, row::INSATSER));
            let change = delta.and_then(|delta| delta.insatser);
            let at = (row, insatser_column(*side));
            with_change(page, block, at, Cell::known(Kind::Amount, from, known), change.into());
        }
    }
}

fn insatser_column(side: u32) -> u16 {
    INSATSER + 2 * u16::try_from(side).expect("fewer columns than a sheet has")
}

/// An amount, and how it differs from today's in the same column.
fn with_change(page: &mut Page, block: &Block, (row, column): (u32, u16), cell: Cell, change: Value) {
    page.put(row, column, cell);
    let (now, today) = (page.at(row, column), page.at(block.today(), column));
    page.put(row, column + 1, Cell::known(Kind::Change, if_known(&[now, today], now - today), change));
}

/// What the kanslier must save, and when a cost is paid back.
fn break_even(page: &mut Page, context: &Context<'_>, block: &Block, incomes: &[Block], costs: &Block) {
    let labels = context.labels;
    let sides: Vec<(usize, &str)> =
        [labels.gross, labels.net].into_iter().enumerate().take(incomes.len()).collect();
    let cost_column = 1 + 3 * u16::try_from(sides.len()).expect("fewer columns than a sheet has");
    let headings: Vec<(u16, String)> = sides
        .iter()
        .flat_map(|(side, heading)| {
            let first = first_column(*side);
            let heading = heading.to_lowercase();
            [labels.saving_needed, labels.per_removed_forbund, labels.payback_years]
                .into_iter()
                .zip(first..)
                .map(move |(label, column)| (column, format!("{label}, {heading}")))
        })
        .collect();
    let mut all = vec![(NAME, labels.alternative), (cost_column, labels.engangskostnad)];
    all.extend(headings.iter().map(|(column, heading)| (*column, heading.as_str())));
    page.table(block.caption, labels.caption_break_even, &all);
    for (number, alternative) in context.alternatives.iter().enumerate() {
        // There is no row of today: nothing has changed there.
        let row = block.row(number) - 1;
        let result = alternative.computed.result;
        page.text(row, NAME, Kind::Text, &alternative.computed.scenario.name);
        let cost = result.figures.break_even.engangskostnad.map(|cost| cost.get().into());
        page.put(row, cost_column, Cell::input(Kind::Amount, cost));
        let cost = page.at(row, cost_column);
        for (side, _) in &sides {
            let at = |block: &Block, column| page.at(block.row(number), column);
            let income = &incomes[*side];
            let change = at(income, CHANGE);
            let fewer = page.at(income.today(), COUNT) - at(income, COUNT);
            let insatser =
                at(costs, insatser_column(u32::try_from(*side).expect("fewer rows than a sheet has")) + 1);
            let cells = side_cells(
                labels,
                result,
                *side == 1,
                (change, fewer, insatser, cost),
                page.at(row, first_column(*side)),
            );
            for (column, cell) in (first_column(*side)..).zip(cells) {
                page.put(row, column, cell);
            }
        }
    }
}

fn first_column(side: usize) -> u16 {
    1 + 3 * u16::try_from(side).expect("fewer columns than a sheet has")
}

/// What must be saved, per förbund fewer, and the years until a cost is paid back.
fn side_cells(
    labels: &Labels,
    result: &ScenarioResult,
    net: bool,
    (change, fewer, insatser, cost): (Place, Formula, Place, Place),
    needed: Place,
) -> [Cell; 3] {
    let found = &result.figures.break_even;
    let (saving, per_forbund, years) = if net {
        (
            found.saving_needed.net,
            found.saving_needed_per_forbund.net.flatten(),
            found.payback_years.net.flatten(),
        )
    } else {
        (Some(found.saving_needed.gross), found.saving_needed_per_forbund.gross, found.payback_years.gross)
    };
    let delta = if net { result.figures.delta.net } else { Some(result.figures.delta.gross) };
    let saving = Cell::known(Kind::Amount, max(Formula::whole(0) - change, 0), saving);
    let share = quotient(needed, fewer.clone(), 0).when(fewer.more(0), "");
    let per_forbund = Cell::known(Kind::Amount, share, per_forbund);
    let paid_back = quotient(cost, insatser, 1).when(Formula::from(insatser).more(0), labels.never);
    let paid_back = paid_back.when(count([cost, insatser]).at_least(2), "");
    let has_both = found.engangskostnad.is_some() && delta.is_some_and(|delta| delta.insatser.is_some());
    let known = match years {
        Some(years) => Value::Decimal(years),
        None if has_both => Value::Text(labels.never.to_owned()),
        None => Value::nothing(),
    };
    [saving, per_forbund, Cell::known(Kind::Decimals(1), paid_back, known).role(Role::Result)]
}

/// Income by party, stacked, and money for insatser.
fn charts(page: &mut Page, context: &Context<'_>, incomes: &Block, costs: &Block, first: u32) {
    let rows = incomes.alternatives + 1;
    let column = |block: &Block, column: u16| page.at(block.today(), column).area(rows, 1);
    let heading = |block: &Block, column: u16| page.at(block.caption + 1, column);
    let income = Chart {
        title: context.labels.caption_income_gross.to_owned(),
        at: page.at(first, 0),
        categories: column(incomes, NAME),
        series: [2, 3, 4].map(|party| (heading(incomes, party), column(incomes, party))).to_vec(),
        stacked: true,
    };
    let mut series = vec![INSATSER];
    if context.net {
        series.push(INSATSER + 2);
    }
    let insatser = Chart {
        title: if context.net { context.words.chart_net } else { chart::insatser(context.language, false) }
            .to_owned(),
        at: page.at(first + CHART_ROWS, 0),
        categories: column(costs, NAME),
        series: series.into_iter().map(|side| (heading(costs, side), column(costs, side))).collect(),
        stacked: false,
    };
    page.sheet.charts = vec![income, insatser];
}
