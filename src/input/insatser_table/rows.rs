//! The rows of a sheet: which insats each is of, and the persons that it states.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::headings::{Headings, Role};
use super::persons::{self, CellFault, MOST_KRONOR, MOST_PERSONS, of_percentage};
use super::words::{Whole, is_both_sexes, is_note, is_sex, is_sum, is_total, without_apostrophe};
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, InsatsProblem, Label, Problem, TableProblem};
use crate::input::grid::Grid;
use crate::input::separators::Separators;
use crate::model::name::{LONGEST, canonical, is_too_long};

/// What a row is a part of an insats by.
pub(super) const DIMENSIONS: [Role; 2] = [Role::Kommun, Role::Kon];

/// What a row states, beside its insats.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The name of the insats, and where it stands.
    pub(super) name: String,
    pub(super) place: Label,
    /// The sheet that it is a row of.
    pub(super) sheet: usize,
    /// What it is of in each of the [`DIMENSIONS`].
    pub(super) parts: [Part; 2],
    /// The texts and amounts that are of the insats and not of the part.
    pub(super) texts: Vec<(Role, String, Label)>,
    pub(super) amounts: Vec<(Role, u64, Label)>,
    /// The persons of each column of them: none where the cell is empty.
    pub(super) persons: BTreeMap<Measure, Persons>,
}

/// Which part of an insats a row is, by kommun or by sex.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// All of it.
    All,
    /// This kommun or sex.
    Of(String),
    /// Nothing stands there, or what nobody knows.
    Unclear(String),
}

/// Persons of a cell.
#[derive(Clone, Debug)]
pub(super) struct Persons {
    /// None where the cell is empty.
    pub(super) number: Option<u64>,
    /// How many more or fewer they can be, where they were made of a percentage.
    pub(super) off: Option<u64>,
    pub(super) label: Label,
}

/// Which persons are counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Measure {
    Deltagare,
    Avslutade,
    /// Those with a result, by its position among all kinds.
    Result(usize),
}

impl Measure {
    fn of(role: Role) -> Option<Self> {
        match role {
            Role::Deltagare => Some(Self::Deltagare),
            Role::Avslutade | Role::ShareEnded => Some(Self::Avslutade),
            Role::Result(kind) | Role::Share(kind, _) => Some(Self::Result(kind)),
            _ => None,
        }
    }
}

/// Reads the rows below the headings.
pub(super) struct Reader<'read> {
    pub(super) grid: &'read Arc<Grid>,
    pub(super) sheet: usize,
    pub(super) headings: &'read Headings,
    /// The only year to take.
    pub(super) year: Option<i64>,
    pub(super) diagnostics: &'read mut Diagnostics,
    /// Rows that are the sum of insatser.
    pub(super) totals: usize,
    /// Lines below the table that say something of it.
    pub(super) notes: usize,
    /// The years of the rows.
    pub(super) years: BTreeMap<String, Label>,
    /// How far numbers of persons that were made of percentages can be off; none where there are no such.
    pub(super) off: Option<u64>,
    /// Whether all of those percentages are of those who ended.
    pub(super) is_of_ended: bool,
}

impl Reader<'_> {
    fn text(&self, row: usize, column: usize) -> &str {
        without_apostrophe(self.grid.text(row, column))
    }

    fn heading(&self, column: usize) -> String {
        self.grid.text(self.headings.row, column).to_owned()
    }

    fn label(&self, row: usize, column: usize) -> Label {
        Label { source: self.grid.source.clone(), span: self.grid.span(row, column) }
    }

    fn report(&mut self, problem: impl Into<Problem>, row: usize, column: usize) {
        let (source, span) = (&self.grid.source, self.grid.span(row, column));
        self.diagnostics.push_error(|| Diagnostic::at(problem, source, span));
    }

    /// All rows that are of an insats.
    pub(super) fn lines(&mut self) -> Vec<Line> {
        self.refuse_ambiguous();
        self.refuse_shares_of_nobody();
        self.refuse_unsigned_beside_percent();
        let mut lines = Vec::new();
        let (mut is_below, mut has_warned) = (false, false);
        for row in self.headings.row + 1..self.grid.len() {
            if !(0..self.grid.width(row)).any(|column| !self.text(row, column).is_empty()) {
                is_below = true;
                continue;
            }
            is_below = !lines.is_empty() && self.is_note(row, is_below);
            if is_below {
                self.notes += 1;
                continue;
            }
            let Some(line) = self.line(row) else { continue };
            lines.push(line);
            has_warned = has_warned || self.warn_of_nameless(row);
        }
        lines
    }

    /// Whether a row only says something of the table above it: a text alone, below a blank row or another such one, or one
    /// that begins with "Källa".
    fn is_note(&self, row: usize, is_below: bool) -> bool {
        let mut filled = (0..self.grid.width(row)).filter(|column| !self.text(row, *column).is_empty());
        let Some(first) = filled.next() else { return false };
        filled.next().is_none() && (is_below || is_note(self.text(row, first)))
    }

    /// Warns of a cell in a column without a heading. Whether there is one.
    fn warn_of_nameless(&mut self, row: usize) -> bool {
        let is_nameless = |column: &usize| {
            self.grid.text(self.headings.row, *column).is_empty() && !self.text(row, *column).is_empty()
        };
        let Some(column) = (0..self.grid.width(row)).find(is_nameless) else { return false };
        let (source, span) = (&self.grid.source, self.grid.span(row, column));
        self.diagnostics.push_warning(|| Diagnostic::at(InsatsProblem::CellWithoutHeading, source, span));
        true
    }

    /// Refuses numbers beside percentages, where the heading does not say that all are in percent: 3 may be persons.
    fn refuse_unsigned_beside_percent(&mut self) {
        for &column in &self.headings.in_percent_by_cells {
            let is_unsigned = |row: &usize| {
                let text = self.text(*row, column);
                !text.ends_with('%')
                    && matches!(persons::percent(text), Ok(Some(number)) if !number.is_zero())
            };
            if let Some(row) = (self.headings.row + 1..self.grid.len()).find(is_unsigned) {
                let problem = InsatsProblem::PercentInSome { column: self.heading(column) };
                self.report(problem, row, column);
            }
        }
    }

    /// Refuses whole numbers with a sign that may stand between thousands.
    fn refuse_ambiguous(&mut self) {
        for (column, role) in self.headings.roles.iter().enumerate() {
            let is_whole = matches!(role, Role::Kostnad | Role::Platser | Role::Result(_))
                || matches!(role, Role::Deltagare | Role::Avslutade);
            if !is_whole {
                continue;
            }
            let mut separators = Separators::default();
            for row in self.headings.row + 1..self.grid.len() {
                separators.take(self.grid.text(row, column), row);
            }
            let heading = self.heading(column);
            for row in separators.ambiguous(true) {
                // What is no whole number either way is reported as that.
                if persons::whole(self.text(row, column), MOST_KRONOR).is_err() {
                    continue;
                }
                self.report(TableProblem::CellAmbiguous { column: heading.clone() }, row, column);
            }
        }
    }

    /// Refuses percentages where nothing says of how many persons they are.
    fn refuse_shares_of_nobody(&mut self) {
        for (column, &role) in self.headings.roles.iter().enumerate() {
            let Role::Share(_, named) = role else { continue };
            if self.headings.whole(named).is_none() {
                let problem = InsatsProblem::OnlyPercent { column: self.heading(column) };
                self.report(problem, self.headings.row, column);
            }
        }
    }

    fn line(&mut self, row: usize) -> Option<Line> {
        let of_insats = self.headings.column(Role::Insats)?;
        let name = self.text(row, of_insats).to_owned();
        if !name.contains(char::is_alphanumeric) {
            let is_filled = (0..self.grid.width(row))
                .filter(|column| !matches!(self.headings.roles.get(*column), None | Some(Role::Other)))
                .any(|column| self.text(row, column).contains(char::is_alphanumeric));
            let of_forbund = self.headings.column(Role::Forbund);
            if of_forbund.is_some_and(|column| is_sum(self.text(row, column))) {
                self.totals += 1;
            } else if is_filled {
                let problem = InsatsProblem::NameEmpty;
                self.report(problem, row, of_insats);
            }
            return None;
        }
        if is_sum(&name) {
            self.totals += 1;
            return None;
        }
        if !self.is_of_year(row) {
            return None;
        }
        let mut line = Line {
            place: self.label(row, of_insats),
            name,
            sheet: self.sheet,
            parts: DIMENSIONS.map(|dimension| self.part(row, dimension)),
            texts: Vec::new(),
            amounts: Vec::new(),
            persons: BTreeMap::new(),
        };
        for (column, &role) in self.headings.roles.iter().enumerate() {
            match role {
                Role::Insats => self.refuse_long(row, column),
                Role::Forbund | Role::Ort | Role::Malgrupp | Role::Source => {
                    let text = self.text(row, column).to_owned();
                    if !text.is_empty() {
                        self.refuse_long(row, column);
                        line.texts.push((role, text, self.label(row, column)));
                    }
                }
                Role::Kostnad | Role::Platser => {
                    let most = if role == Role::Kostnad { MOST_KRONOR } else { MOST_PERSONS };
                    if let Some(number) = self.whole(row, column, most) {
                        line.amounts.push((role, number, self.label(row, column)));
                    }
                }
                Role::Deltagare | Role::Avslutade | Role::Result(_) => {
                    let number = self.whole(row, column, MOST_PERSONS);
                    let measure = Measure::of(role).expect("a column of persons");
                    let label = self.label(row, column);
                    line.persons.insert(measure, Persons { number, off: None, label });
                }
                Role::Share(..) | Role::ShareEnded | Role::Kommun | Role::Kon | Role::Year | Role::Other => {}
            }
        }
        self.shares(row, &mut line);
        self.refuse_contradiction(row, &line);
        Some(line)
    }

    /// Makes numbers of persons of percentages, or holds them to the numbers that stand beside them.
    fn shares(&mut self, row: usize, line: &mut Line) {
        // Of how many ended others may be percentages.
        for column in self.headings.columns(Role::ShareEnded).collect::<Vec<_>>() {
            // Without the participants their number stands in its own column, or what is of them was refused.
            if self.headings.column(Role::Deltagare).is_some() {
                self.share((row, column), (Measure::Avslutade, Whole::Deltagare), line);
            }
        }
        for (column, &role) in self.headings.roles.iter().enumerate() {
            let Role::Share(kind, named) = role else { continue };
            if let Some(whole) = self.headings.whole(named) {
                self.share((row, column), (Measure::Result(kind), whole), line);
            }
        }
    }

    fn share(&mut self, (row, column): (usize, usize), (measure, whole): (Measure, Whole), line: &mut Line) {
        let heading = self.heading(column);
        let text = self.text(row, column);
        let percent = match persons::percent(text) {
            Ok(percent) => percent,
            Err(CellFault::TooLarge) => {
                return self.report(InsatsProblem::PercentTooLarge { column: heading }, row, column);
            }
            Err(fault) => return self.report(fault.problem(text, heading, 100), row, column),
        };
        let label = self.label(row, column);
        let Some(percent) = percent else {
            line.persons.entry(measure).or_insert(Persons { number: None, off: None, label });
            return;
        };
        let of = match whole {
            Whole::Deltagare => Measure::Deltagare,
            Whole::Avslutade => Measure::Avslutade,
        };
        let Some(all) = line.persons.get(&of).and_then(|persons| persons.number) else {
            return self.report(InsatsProblem::PercentOfUnknown { column: heading }, row, column);
        };
        let known = line.persons.get(&measure).and_then(|known| Some((known.number?, known.off)));
        if let Some((persons, None)) = known {
            if !persons::are(persons, percent, all) {
                self.report(InsatsProblem::PercentDiffers { column: heading, persons, all }, row, column);
            }
            return;
        }
        let Some(counted) = of_percentage(percent, all) else {
            return self.report(InsatsProblem::PercentOfNobody { column: heading, all }, row, column);
        };
        self.is_of_ended &= whole == Whole::Avslutade;
        if let Some((persons, Some(off))) = known {
            if persons.abs_diff(counted.persons) > off + counted.off {
                return self.report(
                    InsatsProblem::PercentDiffers { column: heading, persons, all },
                    row,
                    column,
                );
            }
            if off <= counted.off {
                return;
            }
        }
        self.off = self.off.max(Some(counted.off));
        line.persons
            .insert(measure, Persons { number: Some(counted.persons), off: Some(counted.off), label });
    }

    /// Refuses more with a result than ended or take part, and more that ended than take part.
    fn refuse_contradiction(&mut self, row: usize, line: &Line) {
        let known = |measure: Measure| line.persons.get(&measure).and_then(|persons| persons.number);
        let (all, ended) = (known(Measure::Deltagare), known(Measure::Avslutade));
        let name = || line.name.clone();
        if ended.zip(all).is_some_and(|(ended, all)| ended > all) {
            // A percentage of the participants is never more.
            let column = self.headings.column(Role::Avslutade);
            return column.into_iter().for_each(|column| {
                self.report(InsatsProblem::MoreEndThanTakePart { name: name() }, row, column);
            });
        }
        let Some(most) = ended.or(all) else { return };
        for (column, &role) in self.headings.roles.iter().enumerate() {
            let (Role::Result(kind) | Role::Share(kind, _)) = role else { continue };
            if known(Measure::Result(kind)).is_some_and(|persons| persons > most) {
                let problem = InsatsProblem::MoreThanTakePart { name: name(), kind: self.heading(column) };
                self.report(problem, row, column);
            }
        }
    }

    fn whole(&mut self, row: usize, column: usize, most: i64) -> Option<u64> {
        match persons::whole(self.text(row, column), most) {
            Ok(number) => number,
            Err(fault) => {
                self.report(fault.problem(self.text(row, column), self.heading(column), most), row, column);
                None
            }
        }
    }

    fn refuse_long(&mut self, row: usize, column: usize) {
        if is_too_long(self.text(row, column)) {
            self.report(FileProblem::NameTooLong { most: LONGEST }, row, column);
        }
    }

    /// Which part of an insats a row is.
    fn part(&self, row: usize, dimension: Role) -> Part {
        let texts: Vec<&str> =
            self.headings.columns(dimension).map(|column| self.text(row, column)).collect();
        let is_all = |text: &&str| if dimension == Role::Kon { is_both_sexes(text) } else { is_total(text) };
        let name = canonical(&texts.join(" "));
        if texts.iter().any(is_all) {
            Part::All
        } else if name.is_empty() || (dimension == Role::Kon && !is_sex(&name)) {
            Part::Unclear(name)
        } else {
            Part::Of(name)
        }
    }

    /// Whether a row is of the year that is wanted; the years of the others are remembered.
    fn is_of_year(&mut self, row: usize) -> bool {
        let Some(column) = self.headings.column(Role::Year) else { return true };
        let written = self.text(row, column).to_owned();
        if written.is_empty() {
            return true;
        }
        let year = written.parse::<i64>().ok().filter(|year| (1900..=2100).contains(year));
        let Some(year) = year else {
            self.report(TableProblem::CellNoYear { column: self.heading(column) }, row, column);
            return false;
        };
        if self.year.is_some_and(|wanted| wanted != year) {
            return false;
        }
        let label = self.label(row, column);
        self.years.entry(written).or_insert(label);
        true
    }
}
