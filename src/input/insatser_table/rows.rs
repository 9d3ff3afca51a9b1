//! The rows of a sheet: which insats each is of, and the persons that it states.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::headings::{Headings, Role};
use super::persons::{self, CellFault, MOST_KRONOR, MOST_PERSONS, of_percentage};
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, InsatsProblem, Label, Problem, TableProblem};
use crate::input::grid::Grid;
use crate::input::names::plain_heading;
use crate::input::separators::Separators;
use crate::model::name::{LONGEST, canonical, is_too_long};

/// What rows are called that hold the sum of others, as headings are compared.
const TOTALS: [&str; 12] = [
    "totalt", "total", "summa", "samtliga", "alla", "bada", "bada_konen", "kvinnor_och_man",
    "man_och_kvinnor", "alla_insatser", "alla_kommuner", "hela_forbundet",
];

/// What a row is a part of an insats by.
pub(super) const DIMENSIONS: [Role; 2] = [Role::Kommun, Role::Kon];

/// What a row states, beside its insats.
#[derive(Debug)]
pub(super) struct Line {
    /// The name of the insats, and where it stands.
    pub(super) name: String,
    pub(super) place: Label,
    /// The sheet that it is a row of.
    pub(super) sheet: usize,
    /// What stands in the columns of each of the [`DIMENSIONS`], and whether that means all.
    pub(super) parts: [(String, bool); 2],
    /// The texts and amounts that are of the insats and not of the part.
    pub(super) texts: Vec<(Role, String, Label)>,
    pub(super) amounts: Vec<(Role, u64, Label)>,
    /// The persons of each column of them: none where the cell is empty.
    pub(super) persons: BTreeMap<Measure, (Option<u64>, Label)>,
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
            Role::Avslutade => Some(Self::Avslutade),
            Role::Result(kind) | Role::Share(kind) => Some(Self::Result(kind)),
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
    /// Rows that are the sum of all insatser.
    pub(super) totals: usize,
    /// The years of the rows.
    pub(super) years: BTreeMap<String, Label>,
    /// How far numbers of persons that were made of percentages can be off; none where there are no such.
    pub(super) off: Option<u64>,
}

impl Reader<'_> {
    fn text(&self, row: usize, column: usize) -> &str {
        self.grid.text(row, column)
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
        let first = self.headings.row + 1;
        (first..self.grid.len()).filter_map(|row| self.line(row)).collect()
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
        if self.headings.whole().is_some() {
            return;
        }
        for (column, role) in self.headings.roles.iter().enumerate() {
            if matches!(role, Role::Share(_)) {
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
            if is_filled {
                let problem = InsatsProblem::NameEmpty;
                self.report(problem, row, of_insats);
            }
            return None;
        }
        if is_total(&name) {
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
                    let persons = self.whole(row, column, MOST_PERSONS);
                    let measure = Measure::of(role).expect("a column of persons");
                    line.persons.insert(measure, (persons, self.label(row, column)));
                }
                Role::Share(_) | Role::Kommun | Role::Kon | Role::Year | Role::Other => {}
            }
        }
        self.shares(row, &mut line);
        self.refuse_contradiction(row, &line);
        Some(line)
    }

    /// Makes numbers of persons of percentages, or holds them to the numbers that stand beside them.
    fn shares(&mut self, row: usize, line: &mut Line) {
        let Some(whole) = self.headings.whole() else { return };
        let all = line.persons.get(&Measure::of(whole).expect("persons")).and_then(|(persons, _)| *persons);
        for (column, &role) in self.headings.roles.iter().enumerate() {
            let Role::Share(kind) = role else { continue };
            let (measure, label) = (Measure::Result(kind), self.label(row, column));
            let heading = self.heading(column);
            let percent = match persons::percent(self.text(row, column)) {
                Ok(percent) => percent,
                Err(fault) => {
                    let problem = match fault {
                        CellFault::TooLarge => InsatsProblem::PercentTooLarge { column: heading }.into(),
                        _ => fault.problem(heading),
                    };
                    self.report(problem, row, column);
                    continue;
                }
            };
            let Some(percent) = percent else {
                line.persons.entry(measure).or_insert((None, label));
                continue;
            };
            let Some(all) = all else {
                self.report(InsatsProblem::PercentOfUnknown { column: heading }, row, column);
                continue;
            };
            if let Some((Some(persons), _)) = line.persons.get(&measure) {
                if !persons::are(*persons, percent, all) {
                    let problem = InsatsProblem::PercentDiffers { column: heading, persons: *persons, all };
                    self.report(problem, row, column);
                }
                continue;
            }
            match of_percentage(percent, all) {
                Some(counted) => {
                    self.off = self.off.max(Some(counted.off));
                    line.persons.insert(measure, (Some(counted.persons), label));
                }
                None => self.report(InsatsProblem::PercentOfNobody { column: heading, all }, row, column),
            }
        }
    }

    /// Refuses more with a result than ended or take part, and more that ended than take part.
    fn refuse_contradiction(&mut self, row: usize, line: &Line) {
        let known = |measure: Measure| line.persons.get(&measure).and_then(|(persons, _)| *persons);
        let (all, ended) = (known(Measure::Deltagare), known(Measure::Avslutade));
        let name = || line.name.clone();
        if ended.zip(all).is_some_and(|(ended, all)| ended > all) {
            let column = self.headings.column(Role::Avslutade).expect("a column of those who ended");
            return self.report(InsatsProblem::MoreEndThanTakePart { name: name() }, row, column);
        }
        let Some(most) = ended.or(all) else { return };
        for (column, &role) in self.headings.roles.iter().enumerate() {
            let Role::Result(kind) = role else { continue };
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
                self.report(fault.problem(self.heading(column)), row, column);
                None
            }
        }
    }

    fn refuse_long(&mut self, row: usize, column: usize) {
        if is_too_long(self.text(row, column)) {
            self.report(FileProblem::NameTooLong { most: LONGEST }, row, column);
        }
    }

    /// Which part of an insats a row is, and whether it is all of it.
    fn part(&self, row: usize, dimension: Role) -> (String, bool) {
        let texts: Vec<&str> =
            self.headings.columns(dimension).map(|column| self.text(row, column)).collect();
        let is_all = texts.iter().any(|text| is_total(text));
        (canonical(&texts.join(" ")), is_all)
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

fn is_total(text: &str) -> bool {
    TOTALS.contains(&plain_heading(text).as_str())
}
