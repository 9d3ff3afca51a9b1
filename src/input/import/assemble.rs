//! From observations to a table: sexes and ages added up, months averaged, everything that contradicts itself told.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::ages::{Ages, Cover, cover};
use super::observation::{Observation, Observed, Sex, Target};
use super::register::Register;
use super::table::{
    BEFOLKNING, Column, DECIMALS, FOLKMANGD, FORSORJNINGSMATT, Figure, FigureTable, KNOWN_COLUMNS, Origin,
    Row, Steps,
};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, Label};
use crate::model::kommun::Kommunkod;

/// The series and steps that went into each column.
pub(super) type Made = BTreeMap<(usize, usize), Steps>;

/// Makes the table; which series went into which column stands beside it. Errors go to `diagnostics`.
pub(super) fn assemble(
    observed: &mut Observed,
    table: FigureTable,
    register: &Register,
    diagnostics: &mut Diagnostics,
) -> (FigureTable, Made) {
    let mut observations = std::mem::take(&mut observed.observations);
    observations.sort_by_key(|one| {
        (one.target, one.series, one.kommunkod, one.period, one.ages, one.sex, one.origin)
    });
    let mut assembler =
        Assembler { table, register, observed, diagnostics, told: BTreeSet::new(), made: Made::new() };
    let same = |one: &Observation, other: &Observation| {
        (one.target, one.series, one.kommunkod, one.period.year)
            == (other.target, other.series, other.kommunkod, other.period.year)
    };
    for group in observations.chunk_by(same) {
        assembler.group(group);
    }
    assembler.tell_of_assistance();
    (assembler.table, assembler.made)
}

struct Assembler<'made> {
    table: FigureTable,
    register: &'made Register,
    observed: &'made mut Observed,
    diagnostics: &'made mut Diagnostics,
    /// What was told already: a fault of a whole file is told once, not for each kommun.
    told: BTreeSet<String>,
    made: Made,
}

/// The figures of a month by age.
type ByAges = BTreeMap<Option<Ages>, Draft>;

/// A figure on its way into a column.
#[derive(Clone, Copy, Debug)]
struct Draft {
    value: Decimal,
    origin: Origin,
    steps: Steps,
}

impl Assembler<'_> {
    fn tell(&mut self, once: String, problem: ImportProblem, origin: Origin, other: Option<Origin>) {
        if !self.told.insert(once) {
            return;
        }
        let Some(Label { source, span }) = self.table.label(origin) else { return };
        let mut diagnostic = Diagnostic::at(problem, &source, span);
        if let Some(Label { source, span }) = other.and_then(|other| self.table.label(other)) {
            diagnostic = diagnostic.and(&source, span);
        }
        self.diagnostics.push(diagnostic);
    }

    /// Where a försörjningsmått comes from a file in which social assistance is nought, it is too low there.
    fn tell_of_assistance(&mut self) {
        let without = std::mem::take(&mut self.observed.without_assistance);
        for ((year, kommunkod), nought) in without {
            let row = self.table.rows.get(&(year, kommunkod));
            let from_here = row
                .and_then(|row| row.figures[FORSORJNINGSMATT])
                .is_some_and(|figure| figure.origin.grid == nought.grid);
            if from_here {
                let kommun = self.name(kommunkod);
                let once = format!("assistance {kommun} {year}");
                self.tell(once, ImportProblem::WithoutAssistance { year, kommun }, nought, None);
            }
        }
    }

    /// All figures of a series for a kommun and a year.
    fn group(&mut self, group: &[Observation]) {
        let Some(first) = group.first() else { return };
        let by_month = |one: &Observation, other: &Observation| one.period == other.period;
        let months: Vec<(Option<u8>, ByAges)> = group
            .chunk_by(by_month)
            .filter_map(|month| Some((month.first()?.period.month, self.by_ages(month))))
            .collect();
        match first.target {
            Target::Column(column) => {
                let figures =
                    months.iter().filter_map(|(month, ages)| Some((*month, self.only(first, ages)?)));
                let figures: Vec<_> = figures.collect::<Vec<_>>();
                let at_end = self.observed.series[first.series].at_end_of_year;
                let figure = if column == BEFOLKNING || column == FOLKMANGD || at_end {
                    self.december(first, column, &figures)
                } else {
                    self.mean(first, column, &figures)
                };
                self.put(first, column, figure);
            }
            Target::Population => {
                let working: Vec<_> = months
                    .iter()
                    .filter_map(|(month, ages)| Some((*month, self.covered(first, Ages::WORKING, ages)?)))
                    .collect();
                let all: Vec<_> = months
                    .iter()
                    .filter_map(|(month, ages)| Some((*month, self.covered(first, Ages::ALL, ages)?)))
                    .collect();
                let working = self.december(first, BEFOLKNING, &working);
                self.put(first, BEFOLKNING, working);
                let all = self.december(first, FOLKMANGD, &all);
                self.put(first, FOLKMANGD, all);
            }
        }
    }

    /// The figures of a month by age, women and men together.
    fn by_ages(&mut self, month: &[Observation]) -> ByAges {
        let mut by_ages = ByAges::new();
        for ages in month.chunk_by(|one, other| one.ages == other.ages) {
            let mut of_sex: [Option<&Observation>; 3] = [None; 3];
            for one in ages {
                let slot = &mut of_sex[one.sex as usize];
                match slot {
                    Some(known) if known.value != one.value => {
                        let (known, one) = (known.origin, one.origin);
                        self.tell(format!("twice {known:?}"), ImportProblem::FiguresDiffer, one, Some(known));
                    }
                    Some(_) => {}
                    None => *slot = Some(one),
                }
            }
            let draft = match of_sex {
                [Some(total), ..] => {
                    Draft { value: total.value, origin: total.origin, steps: Steps::default() }
                }
                // People can be added up; a rate of women and one of men cannot.
                [None, Some(women), Some(_)] if is_indicator(women.target) => {
                    let values = vec!["kvinnor".to_owned(), "män".to_owned()];
                    let problem = ImportProblem::DivisionWithoutTotal { column: "kön".to_owned(), values };
                    self.tell(format!("rate {}", women.series), problem, women.origin, None);
                    continue;
                }
                [None, Some(women), Some(men)] => Draft {
                    value: women.value + men.value,
                    origin: women.origin,
                    steps: Steps { sum_of_sexes: true, ..Steps::default() },
                },
                [None, one, other] => {
                    let Some(one) = one.or(other) else { continue };
                    let women = one.sex == Sex::Women;
                    let fault = format!("sex {} {women}", one.series);
                    self.tell(fault, ImportProblem::OneSexOnly { women }, one.origin, None);
                    continue;
                }
            };
            if let Some(first) = ages.first() {
                by_ages.insert(first.ages, draft);
            }
        }
        by_ages
    }

    /// The one figure of a series that is not added up over ages.
    fn only(&mut self, first: &Observation, ages: &ByAges) -> Option<Draft> {
        let (of, draft) = ages.first_key_value()?;
        if ages.len() == 1 {
            let is_part = of.is_some_and(|of| of.first > 20 || of.last.is_some_and(|last| last < 64));
            if first.target == Target::Column(FORSORJNINGSMATT) && is_part {
                let values = of.iter().map(|ages| ages.to_text()).collect();
                let problem = ImportProblem::DivisionWithoutTotal { column: "ålder".to_owned(), values };
                self.tell(format!("part {}", first.series), problem, first.origin, None);
                return None;
            }
            return Some(*draft);
        }
        let all = [Some(Ages::ALL), None, Some(Ages::WORKING)];
        if let Some(draft) = all.iter().find_map(|wanted| ages.get(wanted)) {
            return Some(*draft);
        }
        let values = ages.keys().flatten().take(5).map(|ages| ages.to_text()).collect();
        let problem = ImportProblem::DivisionWithoutTotal { column: "ålder".to_owned(), values };
        self.tell(format!("ages {}", first.series), problem, first.origin, None);
        None
    }

    /// The inhabitants of some ages: as they are, or added up.
    fn covered(&mut self, first: &Observation, wanted: Ages, ages: &ByAges) -> Option<Draft> {
        if let Some(draft) = ages.get(&Some(wanted)) {
            return Some(*draft);
        }
        let parts: Vec<Ages> = ages.keys().flatten().copied().collect();
        match cover(wanted, &parts) {
            Cover::By(parts) => {
                let drafts: Vec<Draft> =
                    parts.iter().filter_map(|part| ages.get(&Some(*part)).copied()).collect();
                let steps = Steps { sum_of_ages: parts.len() > 1, ..Steps::default() };
                let steps = drafts.iter().fold(steps, |steps, draft| steps.and(draft.steps));
                Some(Draft {
                    value: drafts.iter().map(|draft| draft.value).sum(),
                    origin: drafts.first()?.origin,
                    steps,
                })
            }
            // A table of all inhabitants, or of others than those wanted, is no table of ages with a hole.
            Cover::Lacks(lacks) if wanted == Ages::WORKING && parts.len() > 1 && lacks != [Ages::WORKING] => {
                let lacks: Vec<String> = lacks.iter().map(|ages| ages.to_text()).collect();
                let once = format!("lacks {} {lacks:?}", first.series);
                let kommun = self.name(first.kommunkod);
                self.tell(once, ImportProblem::AgesLack { ages: lacks, kommun }, first.origin, None);
                None
            }
            Cover::Lacks(_) => {
                // Inhabitants of other ages, and nothing else: no column, which is told.
                if wanted == Ages::WORKING && parts != [Ages::ALL] && !parts.is_empty() {
                    let series = &self.observed.series[first.series];
                    let left_out = format!("{} ({})", series.name, parts[0].to_text());
                    self.observed.left_out.insert(left_out);
                }
                None
            }
        }
    }

    fn name(&self, kommunkod: Kommunkod) -> String {
        self.register.get(kommunkod).map(|entry| entry.name.clone()).unwrap_or_default()
    }

    /// The figure at the end of the year: of December, where there are months.
    fn december(
        &mut self,
        first: &Observation,
        column: usize,
        figures: &[(Option<u8>, Draft)],
    ) -> Option<Draft> {
        if let Some((_, of_year)) = figures.iter().find(|(month, _)| month.is_none()) {
            return Some(*of_year);
        }
        if let Some((_, draft)) = figures.iter().find(|(month, _)| *month == Some(12)) {
            let steps = Steps { december: true, ..draft.steps };
            return Some(Draft { steps, ..*draft });
        }
        let (_, any) = figures.first()?;
        let year = first.period.year;
        let problem = months_lack(column, vec![12], year, self.name(first.kommunkod));
        self.tell(format!("december {} {year}", first.series), problem, any.origin, None);
        None
    }

    /// The figure of the year: the mean of its twelve months, where there are months.
    fn mean(&mut self, first: &Observation, column: usize, figures: &[(Option<u8>, Draft)]) -> Option<Draft> {
        if let Some((_, of_year)) = figures.iter().find(|(month, _)| month.is_none()) {
            return Some(*of_year);
        }
        let (_, any) = figures.first()?;
        let lacking: Vec<u8> =
            (1..=12).filter(|wanted| !figures.iter().any(|(month, _)| *month == Some(*wanted))).collect();
        if !lacking.is_empty() {
            let year = first.period.year;
            let once = format!("months {} {year} {lacking:?}", first.series);
            let kommun = self.name(first.kommunkod);
            let problem = months_lack(column, lacking, year, kommun);
            self.tell(once, problem, any.origin, None);
            return None;
        }
        let noughts: Vec<u8> = figures
            .iter()
            .filter(|(_, draft)| draft.value.is_zero())
            .filter_map(|(month, _)| *month)
            .collect();
        if let (Some((_, nought)), false) =
            (figures.iter().find(|(_, draft)| draft.value.is_zero()), noughts.len() == figures.len())
        {
            let (kommun, year) = (self.name(first.kommunkod), first.period.year);
            let once = format!("noughts {} {kommun} {year}", first.series);
            self.tell(
                once,
                ImportProblem::NoughtMonths { months: noughts, year, kommun },
                nought.origin,
                None,
            );
        }
        let sum: Decimal = figures.iter().map(|(_, draft)| draft.value).sum();
        let steps = figures.iter().fold(Steps::default(), |steps, (_, draft)| steps.and(draft.steps));
        let value = sum.checked_div(Decimal::from(12))?;
        Some(Draft { value, origin: any.origin, steps: Steps { mean_of_months: true, ..steps } })
    }

    fn put(&mut self, first: &Observation, column: usize, draft: Option<Draft>) {
        let Some(Draft { value, origin, mut steps }) = draft else { return };
        let name = self.observed.columns[column].clone();
        let of_people = column == BEFOLKNING || column == FOLKMANGD;
        let rounded =
            value.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize();
        if of_people && rounded.scale() > 0 {
            let once = format!("whole {origin:?}");
            return self.tell(once, ImportProblem::NotWhole { column: name }, origin, None);
        }
        if (of_people || column == FORSORJNINGSMATT) && rounded.is_sign_negative() && !rounded.is_zero() {
            let once = format!("negative {origin:?}");
            return self.tell(once, ImportProblem::Negative { column: name }, origin, None);
        }
        steps.rounded |= rounded != value;
        let (columns, year) = (self.observed.columns.len(), first.period.year);
        let entry = self.register.get(first.kommunkod);
        let lan = self.observed.lan.get(&first.kommunkod).cloned();
        let row = self.table.rows.entry((year, first.kommunkod)).or_insert_with(|| Row {
            kommun: entry.map(|entry| entry.name.clone()).unwrap_or_default(),
            lan: lan.or(entry.map(|entry| entry.lan.clone())).unwrap_or_default(),
            forbund: self.observed.forbund.get(&(year, first.kommunkod)).cloned(),
            figures: vec![None; columns],
        });
        match row.figures[column] {
            Some(known) if known.value != rounded => {
                self.tell(
                    format!("twice {:?}", known.origin),
                    ImportProblem::FiguresDiffer,
                    origin,
                    Some(known.origin),
                );
            }
            Some(_) => {}
            None => {
                row.figures[column] = Some(Figure { value: rounded, origin });
                let made = self.made.entry((column, first.series)).or_default();
                *made = made.and(steps);
            }
        }
    }
}

/// Without a month a column that everything rests on cannot be; an indicator is left out.
fn months_lack(column: usize, months: Vec<u8>, year: i64, kommun: String) -> ImportProblem {
    ImportProblem::MonthsLack { months, year, kommun, of_indicator: column >= KNOWN_COLUMNS.len() }
}

fn is_indicator(target: Target) -> bool {
    matches!(target, Target::Column(column) if column >= KNOWN_COLUMNS.len())
}

/// Makes sure of the columns and years that a kommun table must have; rows and years that lack some are left out.
pub(super) fn complete(
    table: &mut FigureTable,
    columns: &[String],
    observed: &Observed,
    diagnostics: &mut Diagnostics,
    wanted_year: Option<i64>,
) {
    table.columns = columns.iter().map(|name| Column { name: name.clone(), parts: Vec::new() }).collect();
    // What was refused for another reason does not lack.
    if diagnostics.has_errors() {
        return;
    }
    let required = [BEFOLKNING, FORSORJNINGSMATT];
    let lacking: Vec<String> = required
        .into_iter()
        .filter(|&column| !table.has(column))
        .map(|column| columns[column].clone())
        .collect();
    if !lacking.is_empty() {
        if let (Some(year), true) = (
            wanted_year,
            observed.years.iter().any(|year| Some(*year) != wanted_year) && table.rows.is_empty(),
        ) {
            let years = observed.years.iter().copied().collect();
            diagnostics.push(Diagnostic::without_place(ImportProblem::YearNotThere { year, years }));
        } else {
            let found = observed.left_out.iter().take(8).cloned().collect();
            diagnostics
                .push(Diagnostic::without_place(ImportProblem::ColumnLacks { columns: lacking, found }));
        }
        return;
    }
    let years_of = |table: &FigureTable, column: usize| -> Vec<i64> {
        table
            .years()
            .into_iter()
            .filter(|&year| table.of_year(year).any(|(_, row)| row.figures[column].is_some()))
            .collect()
    };
    let of_required = required.map(|column| years_of(table, column));
    let common: Vec<i64> =
        of_required[0].iter().copied().filter(|year| of_required[1].contains(year)).collect();
    if common.is_empty() {
        let problem = ImportProblem::NoCommonYear {
            befolkning: of_required[0].clone(),
            forsorjningsmatt: of_required[1].clone(),
        };
        diagnostics.push(Diagnostic::without_place(problem));
        return;
    }
    for (column, years) in required.into_iter().zip(&of_required) {
        let alone: Vec<i64> = years.iter().copied().filter(|year| !common.contains(year)).collect();
        if !alone.is_empty() {
            let problem = ImportProblem::YearsLeftOut { years: alone, column: columns[column].clone() };
            diagnostics.push(Diagnostic::without_place(problem));
        }
    }
    table.rows.retain(|(year, _), _| common.contains(year));
    for year in common {
        for column in required {
            let lacking: Vec<String> = table
                .of_year(year)
                .filter(|(_, row)| row.figures[column].is_none())
                .map(|(_, row)| row.kommun.clone())
                .collect();
            if !lacking.is_empty() {
                let problem = ImportProblem::KommunerLeftOut {
                    kommuner: lacking,
                    column: columns[column].clone(),
                    year,
                };
                diagnostics.push(Diagnostic::without_place(problem));
            }
        }
    }
    table.rows.retain(|_, row| required.iter().all(|&column| row.figures[column].is_some()));
}
