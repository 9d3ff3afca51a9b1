//! The sheet of today, or of an alternative: its tables one below the other.

use super::book::{Cell, Choice, Kind, Role, Sheet};
use super::context::{Alternative, Context};
use super::formula::{Area, Formula, Place, sum_product};
use super::parameters::{self, ParameterPlaces};
use super::pieces::Page;
use super::{contribution, kansli, region, row};
use crate::model::allocation_base::Part;
use crate::model::grouping::Grouping;
use crate::model::step::SideName;

/// Columns that are printed.
pub(super) const PRINTED: u16 = 15;
/// The first of the working columns.
pub(super) const WORKING: u16 = 16;
/// The column of amounts below the förbund: today, gross, net, each but the first with its change.
pub(super) const FIRST_AMOUNT: u16 = 5;

/// The first table.
const FIRST: u32 = 3;
/// Rows of the table of the net rates.
const RATE_ROWS: u32 = 6;

/// Where the figures of a side sheet stand.
#[derive(Clone, Debug)]
pub(super) struct SidePlaces {
    pub(super) sheet: usize,
    /// The names of the rows, each unlike the others.
    pub(super) labels: Vec<String>,
    sides: u32,
    kommuner: u32,
    regions: u32,
}

impl SidePlaces {
    pub(super) fn new(
        sheet: usize,
        sides: u32,
        labels: Vec<String>,
        kommuner: usize,
        regions: usize,
    ) -> Self {
        let rows = |number: usize| u32::try_from(number).expect("fewer rows than a sheet has");
        Self { sheet, labels, sides, kommuner: rows(kommuner), regions: rows(regions) }
    }

    fn rows(&self) -> u32 {
        u32::try_from(self.labels.len()).expect("fewer rows than a sheet has")
    }

    /// Pairs of förbund and region.
    pub(super) fn lines(&self) -> usize {
        self.labels.len() * self.regions as usize
    }

    fn at(&self, row: u32, column: u16) -> Place {
        Place { sheet: self.sheet, row, column }
    }

    /// The caption of the förbund of a side: today or gross is 0, net is 1.
    pub(super) fn forbund_table(&self, side: u32) -> u32 {
        FIRST + side * (self.rows() + 5)
    }

    /// A figure of a row.
    pub(super) fn forbund(&self, side: u32, row: usize, column: u16) -> Place {
        self.at(
            self.forbund_table(side) + 2 + u32::try_from(row).expect("fewer rows than a sheet has"),
            column,
        )
    }

    /// A figure of all rows.
    pub(super) fn forbund_column(&self, side: u32, column: u16) -> Area {
        self.forbund(side, 0, column).area(self.rows(), 1)
    }

    /// A sum over the rows.
    pub(super) fn total(&self, side: u32, column: u16) -> Place {
        self.forbund(side, self.labels.len(), column)
    }

    /// The number of förbund, outside ones not counted.
    pub(super) fn count(&self, side: u32) -> Place {
        self.total(side, row::COUNTS)
    }

    /// The names of the rows.
    pub(super) fn label_area(&self) -> Area {
        self.forbund_column(0, row::FORBUND)
    }

    /// Their numbers.
    pub(super) fn number_area(&self) -> Area {
        self.forbund_column(0, row::NUMBER)
    }

    /// The caption of the kommuner.
    pub(super) fn kommun_table(&self) -> u32 {
        self.forbund_table(self.sides)
    }

    /// A figure of a kommun, by its position in the list.
    pub(super) fn kommun(&self, position: usize, column: u16) -> Place {
        self.at(
            self.kommun_table() + 2 + u32::try_from(position).expect("fewer rows than a sheet has"),
            column,
        )
    }

    /// A figure of all kommuner.
    pub(super) fn kommun_column(&self, column: u16) -> Area {
        self.kommun(0, column).area(self.kommuner, 1)
    }

    /// The caption of the regions.
    pub(super) fn region_table(&self) -> u32 {
        self.kommun_table() + self.kommuner + 4
    }

    /// A figure of a region.
    pub(super) fn region(&self, position: usize, column: u16) -> Place {
        self.at(
            self.region_table() + 2 + u32::try_from(position).expect("fewer rows than a sheet has"),
            column,
        )
    }

    /// The caption of the net rates.
    fn rate_table(&self) -> u32 {
        self.region_table() + self.regions + 4
    }

    fn rate_line(&self, line: u32) -> Place {
        self.at(self.rate_table() + 2 + line, FIRST_AMOUNT)
    }

    /// The caption of the regions' parts of each förbund.
    pub(super) fn line_table(&self) -> u32 {
        self.rate_table() + if self.sides > 1 { RATE_ROWS + 3 } else { 0 }
    }

    /// A figure of a region in a row.
    pub(super) fn line(&self, row: usize, region: usize, column: u16) -> Place {
        let position = u32::try_from(row).expect("fewer rows than a sheet has") * self.regions;
        let region = u32::try_from(region).expect("fewer rows than a sheet has");
        self.at(self.line_table() + 2 + position + region, column)
    }

    /// A figure of all regions of a row.
    pub(super) fn lines_of(&self, row: usize, column: u16) -> Area {
        self.line(row, 0, column).area(self.regions, 1)
    }

    /// A figure of all regions of all rows.
    pub(super) fn line_column(&self, column: u16) -> Area {
        self.line(0, 0, column).area(self.rows() * self.regions, 1)
    }

    /// The caption of the kanslier, the last table.
    pub(super) fn kansli_table(&self) -> u32 {
        self.line_table() + self.rows() * self.regions + 3
    }
}

/// A side sheet that is being written.
pub(super) struct Board<'run> {
    pub(super) context: &'run Context<'run>,
    pub(super) places: &'run SidePlaces,
    /// The alternative, or whose today it is.
    pub(super) of: &'run Alternative<'run>,
    pub(super) is_today: bool,
    pub(super) grouping: &'run Grouping,
    pub(super) page: Page,
}

impl Board<'_> {
    /// The sides of the sheet.
    pub(super) fn sides(&self) -> Vec<(u32, SideName)> {
        match (self.is_today, self.context.net) {
            (true, _) => vec![(0, SideName::Before)],
            (false, false) => vec![(0, SideName::Gross)],
            (false, true) => vec![(0, SideName::Gross), (1, SideName::Net)],
        }
    }

    /// The column of amounts of a side in the tables of kommuner and regions.
    pub(super) fn amount_column(&self, side: u32) -> u16 {
        let after = if self.is_today { 0 } else { 1 + 2 * side };
        FIRST_AMOUNT + u16::try_from(after).expect("fewer columns than a sheet has")
    }

    /// Kronor per unit, or what scales decided kronor; nothing where decided kronor stay as they are.
    pub(super) fn rate(&self, side: u32, part: Part) -> Option<Place> {
        let context = self.context;
        match (side, context.is_national()) {
            (0, true) => Some(context.parameters.rate(part)),
            (0, false) => None,
            (_, true) => Some(self.places.rate_line(4 + u32::from(part == Part::Befolkning))),
            (_, false) => Some(self.places.rate_line(2)),
        }
    }

    /// Headings of amounts of today and of each side with its change.
    pub(super) fn amount_headings(&self) -> Vec<(u16, &'static str)> {
        let labels = self.context.labels;
        let mut headings = vec![(FIRST_AMOUNT, labels.today)];
        if !self.is_today {
            headings.extend([(FIRST_AMOUNT + 1, labels.gross), (FIRST_AMOUNT + 2, labels.change)]);
            if self.context.net {
                headings.extend([(FIRST_AMOUNT + 3, labels.net), (FIRST_AMOUNT + 4, labels.change)]);
            }
        }
        headings
    }
}

/// The sheet of today, or of an alternative by its number from 1 on.
pub(super) fn sheet(context: &Context<'_>, number: usize, name: String) -> Option<Sheet> {
    let of = context.alternatives.get(number.saturating_sub(1))?;
    let places = &context.sides[number];
    let is_today = number == 0;
    let grouping = if is_today { context.loaded.model.before() } else { &of.computed.scenario.after };
    let page = Page { sheet: Sheet::new(name, PRINTED), number: places.sheet };
    let mut board = Board { context, places, of, is_today, grouping, page };
    let scenario = of.computed.scenario;
    let (title, description) = if is_today {
        (context.labels.today, Some(context.baseline().name.as_str()))
    } else {
        (scenario.name.as_str(), scenario.description.as_deref())
    };
    board.page.text(0, 0, Kind::Title, title);
    board.page.text(1, 0, Kind::Paragraph, description.unwrap_or_default());
    board.page.sheet.frozen_rows = 1;
    board.page.sheet.frozen_columns = 1;
    board.page.sheet.repeated_rows = Some((0, 0));
    if !is_today {
        let cells = places.kommun_column(contribution::AFTER);
        board.page.sheet.choices.push(Choice { cells, of: places.label_area() });
    }
    let kanslier = kansli::table(&mut board);
    for (side, side_name) in board.sides() {
        row::table(&mut board, side, side_name, &kanslier);
    }
    contribution::table(&mut board);
    region::table(&mut board);
    region::lines(&mut board);
    if board.places.sides > 1 {
        net_rates(&mut board);
    }
    Some(board.page.sheet)
}

/// What a unit is worth when the national total has been shared out anew.
fn net_rates(board: &mut Board<'_>) {
    let (context, places, of) = (board.context, board.places, board.of);
    let words = context.words;
    let Some([appropriation, others]) = context.parameters.country() else { return };
    let making = &of.trace.after;
    board.page.table(
        places.rate_table(),
        words.caption_net,
        &[(0, words.parameter), (FIRST_AMOUNT, words.value)],
    );
    let line = |board: &mut Board<'_>, line: u32, name: &str, cell: Cell| {
        let place = places.rate_line(line);
        board.page.text(place.row, 0, Kind::Remark, name);
        board.page.put(place.row, place.column, cell);
    };
    let forbund = places.rate_line(0);
    let count = i64::try_from(making.forbund).expect("a count");
    line(board, 0, words.forbund_in_country, Cell::known(Kind::Count, others + places.count(0), count));
    let pot = appropriation - forbund * ParameterPlaces::base_grant();
    let left = i64::try_from(making.pot).expect("a count");
    line(board, 1, words.pot, Cell::known(Kind::Amount, pot, left));
    let pot = places.rate_line(1);
    if !context.is_national() {
        let cell = Cell::known(
            Kind::Decimals(9),
            pot / context.parameters.pot(),
            making.scale.expect("decided amounts are scaled"),
        );
        line(board, 2, words.scale, cell);
        return;
    }
    for part in Part::BOTH {
        let (offset, names) = match part {
            Part::Forsorjningsmatt => (0, [words.sum_matt, words.rate_matt]),
            Part::Befolkning => (1, [words.sum_befolkning, words.rate_befolkning]),
        };
        // Who joins from no förbund enters the country's sums, unless the rest of the country held it.
        let members = Formula::from(places.kommun_column(contribution::NUMBER)).more(0);
        let outside = Formula::whole(1) - places.kommun_column(contribution::COUNTED);
        let joined = sum_product(members * outside * places.kommun_column(contribution::figure(part)));
        let kind = if part == Part::Befolkning { Kind::Count } else { context.kommuner.decimals() };
        let known = parameters::country_sum(&of.trace, making, part);
        let sum = Cell::known(kind, context.parameters.country_sum(part) + joined, known);
        line(board, 2 + offset, names[0], sum);
        let rate = parameters::rate_cell(&of.trace, making, part, pot, places.rate_line(2 + offset));
        line(board, 4 + offset, names[1], rate.role(Role::Result));
    }
}
