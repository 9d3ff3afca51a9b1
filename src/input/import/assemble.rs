//! From observations to a table: sexes and ages added up, months averaged, everything that contradicts itself reported.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::ages::{Ages, Cover, cover};
use super::observation::{Observation, Observed, Sex, Target};
use super::register::Register;
use super::table::{
    BEFOLKNING, DECIMALS, FOLKMANGD, FORSORJNINGSMATT, Figure, FigureTable, KNOWN_COLUMNS, Origin, Row, Steps,
};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, Label, People};
use crate::input::grid::MOST_CELLS;
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
    // Inhabitants of some ages may be parts of one whole, whatever series and files they stand in.
    let series = |one: &Observation| (one.target != Target::Population).then_some(one.series);
    // No two stand in the same cell, so that they have one order only.
    observations.sort_unstable_by_key(|one| {
        (one.target, series(one), one.kommunkod, one.period, one.ages, one.sex, one.origin)
    });
    let mut assembler =
        Assembler { table, register, observed, diagnostics, reported: BTreeSet::new(), made: Made::new() };
    let same = |one: &Observation, other: &Observation| {
        (one.target, series(one), one.kommunkod, one.period.year)
            == (other.target, series(other), other.kommunkod, other.period.year)
    };
    for group in observations.chunk_by(same) {
        assembler.group(group);
    }
    assembler.report_assistance();
    (assembler.table, assembler.made)
}

struct Assembler<'made> {
    table: FigureTable,
    register: &'made Register,
    observed: &'made mut Observed,
    diagnostics: &'made mut Diagnostics,
    /// What was reported already: a fault of a whole file is reported once, not for each kommun.
    reported: BTreeSet<String>,
    made: Made,
}

/// The figures of a month by age.
type ByAges = BTreeMap<Option<Ages>, Draft>;

/// A figure on its way into a column.
#[derive(Clone, Debug)]
struct Draft {
    value: Decimal,
    origin: Origin,
    steps: Steps,
    /// The series that it is made of.
    series: BTreeSet<usize>,
}

impl Draft {
    /// The figure that stands in a cell.
    fn of(one: &Observation) -> Self {
        let series = BTreeSet::from([one.series]);
        Self { value: one.value, origin: one.origin, steps: Steps::default(), series }
    }

    /// The sum of several, at the place of the first.
    fn sum<'drafts>(drafts: impl IntoIterator<Item = &'drafts Self>) -> Option<Self> {
        drafts.into_iter().cloned().reduce(|mut sum, draft| {
            sum.value += draft.value;
            sum.steps = sum.steps.and(draft.steps);
            sum.series.extend(draft.series);
            sum
        })
    }
}

/// By how much women and men may differ from all of them, where each figure was rounded to whole
/// helårsekvivalenter: at most one and a half.
const ROUNDING: i64 = 2;

/// Ages that are all compared with each other: more than any table has.
const MOST_AGES: usize = 300;

impl Assembler<'_> {
    fn report(&mut self, once: String, problem: ImportProblem, origin: Origin, other: Option<Origin>) {
        // What would only be counted need not be known again.
        if !self.diagnostics.is_full_of_errors() && !self.reported.insert(once) {
            return;
        }
        let Some(Label { source, span }) = self.table.label(origin) else { return };
        let mut diagnostic = Diagnostic::at(problem, &source, span);
        if let Some(Label { source, span }) = other.and_then(|other| self.table.label(other)) {
            diagnostic = diagnostic.and(&source, span);
        }
        self.diagnostics.push(diagnostic);
    }

    /// Reports two figures for the same kommun, year and column: by their heading where they stand in one row.
    fn report_two(&mut self, second: Origin, known: Origin) {
        if (second.grid, second.row) == (known.grid, known.row) {
            let once = format!("heading {} {} {}", second.grid, known.column, second.column);
            return self.report(once, ImportProblem::HeadingTwice, second, Some(known));
        }
        self.report(format!("twice {known:?}"), ImportProblem::FiguresDiffer, second, Some(known));
    }

    /// Women and men must make up all, where they are people; of a rate they need not. One of them alone is no more.
    fn compare_sexes(&mut self, total: &Observation, women: Option<&Observation>, men: Option<&Observation>) {
        let slack = match total.target {
            Target::Population | Target::Column(BEFOLKNING | FOLKMANGD) => 0,
            Target::Column(FORSORJNINGSMATT) => ROUNDING,
            Target::Column(_) => return,
        };
        let (women, men) = match (women, men) {
            (Some(women), Some(men)) => (women, men),
            (None, None) => return,
            (Some(one), None) | (None, Some(one)) => {
                if one.value - total.value > Decimal::from(slack) {
                    let part = if one.sex == Sex::Women { People::Women } else { People::Men };
                    self.report_part((part, one.value, one.origin), (People::All, total.value, total.origin));
                }
                return;
            }
        };
        let sum = women.value + men.value;
        if (sum - total.value).abs() > Decimal::from(slack) {
            let problem = ImportProblem::SexesContradictTotal { sum, total: total.value };
            self.report(format!("sum {:?}", total.origin), problem, total.origin, Some(women.origin));
        }
    }

    fn report_part(
        &mut self,
        (part, value, origin): (People, Decimal, Origin),
        (whole, total, other): (People, Decimal, Origin),
    ) {
        let problem = ImportProblem::PartExceedsWhole { part, whole, value, total };
        self.report(format!("part {origin:?}"), problem, origin, Some(other));
    }

    /// Inhabitants of some ages must be as many as those of the ages within them, where these are there too. Of more
    /// than [`MOST_AGES`] only what a column is made of is compared.
    fn compare_ages(&mut self, ages: &ByAges) {
        let groups: Vec<Ages> = ages.keys().flatten().copied().collect();
        let is_compared = |whole: &&Ages| {
            let is_column = [Ages::WORKING, Ages::ALL].contains(whole);
            whole.last != Some(whole.first) && (groups.len() <= MOST_AGES || is_column)
        };
        for &whole in groups.iter().filter(is_compared) {
            let within: Vec<Ages> =
                groups.iter().copied().filter(|part| *part != whole && whole.holds(*part)).collect();
            if let Some(total) = ages.get(&Some(whole)) {
                let more = within.iter().filter_map(|part| Some((part, ages.get(&Some(*part))?)));
                if let Some((part, one)) = more.into_iter().find(|(_, one)| one.value > total.value) {
                    let (part, whole) = (part.people(), whole.people());
                    self.report_part((part, one.value, one.origin), (whole, total.value, total.origin));
                    continue;
                }
            }
            if within.len() < 2 {
                continue;
            }
            let Cover::By(parts) = cover(whole, &within) else { continue };
            let parts = Draft::sum(parts.iter().filter_map(|part| ages.get(&Some(*part))));
            let (Some(parts), Some(total)) = (parts, ages.get(&Some(whole))) else { continue };
            if parts.value != total.value {
                let (sum, total, origin) = (parts.value, total.value, total.origin);
                let problem = ImportProblem::AgesContradictTotal { ages: whole.people(), sum, total };
                self.report(format!("sum {origin:?}"), problem, origin, Some(parts.origin));
            }
        }
    }

    /// Where a försörjningsmått comes from a file in which social assistance is zero, it is too low there.
    fn report_assistance(&mut self) {
        let without = std::mem::take(&mut self.observed.without_assistance);
        for ((year, kommunkod), zero) in without {
            let row = self.table.rows.get(&(year, kommunkod));
            let from_here = row
                .and_then(|row| row.figures[FORSORJNINGSMATT])
                .is_some_and(|figure| figure.origin.grid == zero.grid);
            if from_here {
                let kommun = self.name(kommunkod);
                let once = format!("assistance {kommun} {year}");
                self.report(once, ImportProblem::WithoutAssistance { year, kommun }, zero, None);
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
                let figures: Vec<_> = figures.collect();
                let at_end = self.observed.series[first.series].at_end_of_year;
                let figure = if column == BEFOLKNING || column == FOLKMANGD || at_end {
                    self.december(first, column, &figures)
                } else {
                    self.mean(first, column, &figures)
                };
                self.put(first, column, figure);
            }
            Target::Population => {
                for (_, ages) in &months {
                    self.compare_ages(ages);
                }
                for (wanted, column) in [(Ages::WORKING, BEFOLKNING), (Ages::ALL, FOLKMANGD)] {
                    let covered = months
                        .iter()
                        .filter_map(|(month, ages)| Some((*month, self.covered(first, wanted, ages)?)));
                    let covered: Vec<_> = covered.collect();
                    let figure = self.december(first, column, &covered);
                    self.put(first, column, figure);
                }
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
                        let known = known.origin;
                        self.report_two(one.origin, known);
                    }
                    Some(_) => {}
                    None => *slot = Some(one),
                }
            }
            let draft = match of_sex {
                [Some(total), women, men] => {
                    self.compare_sexes(total, women, men);
                    Draft::of(total)
                }
                // People can be added up; a rate of women and one of men cannot.
                [None, Some(women), Some(_)] if is_indicator(women.target) => {
                    let values = vec!["kvinnor".to_owned(), "män".to_owned()];
                    let problem = ImportProblem::DivisionWithoutTotal { column: "kön".to_owned(), values };
                    self.report(format!("rate {}", women.series), problem, women.origin, None);
                    continue;
                }
                [None, Some(women), Some(men)] => {
                    let mut both = Draft::of(women);
                    both.value += men.value;
                    both.series.insert(men.series);
                    both.steps.sum_of_sexes = true;
                    both
                }
                [None, one, other] => {
                    let Some(one) = one.or(other) else { continue };
                    let women = one.sex == Sex::Women;
                    let fault = format!("sex {} {women}", one.series);
                    let problem = if women { ImportProblem::WomenOnly } else { ImportProblem::MenOnly };
                    self.report(fault, problem, one.origin, None);
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
                self.report(format!("part {}", first.series), problem, first.origin, None);
                return None;
            }
            return Some(draft.clone());
        }
        let all = [Some(Ages::ALL), None, Some(Ages::WORKING)];
        if let Some(draft) = all.iter().find_map(|wanted| ages.get(wanted)) {
            return Some(draft.clone());
        }
        let values = ages.keys().flatten().take(5).map(|ages| ages.to_text()).collect();
        let problem = ImportProblem::DivisionWithoutTotal { column: "ålder".to_owned(), values };
        self.report(format!("ages {}", first.series), problem, first.origin, None);
        None
    }

    /// The inhabitants of some ages: as they are, or added up.
    fn covered(&mut self, first: &Observation, wanted: Ages, ages: &ByAges) -> Option<Draft> {
        if let Some(draft) = ages.get(&Some(wanted)) {
            return Some(draft.clone());
        }
        let parts: Vec<Ages> = ages.keys().flatten().copied().collect();
        // Of all inhabitants nothing can be taken for some of them.
        let groups = parts.iter().filter(|part| **part != Ages::ALL).count();
        match cover(wanted, &parts) {
            Cover::By(parts) => {
                let mut sum = Draft::sum(parts.iter().filter_map(|part| ages.get(&Some(*part))))?;
                sum.steps.sum_of_ages |= parts.len() > 1;
                Some(sum)
            }
            // A table of all inhabitants, or of others than those wanted, is no table of ages with a hole.
            Cover::Missing(missing)
                if wanted == Ages::WORKING && groups > 1 && missing != [Ages::WORKING] =>
            {
                let missing: Vec<String> = missing.iter().map(|ages| ages.to_text()).collect();
                let once = format!("missing ages {} {missing:?}", first.series);
                let kommun = self.name(first.kommunkod);
                self.report(once, ImportProblem::AgesMissing { ages: missing, kommun }, first.origin, None);
                None
            }
            Cover::Missing(_) => {
                // Inhabitants of other ages, and nothing else: no column, which is reported.
                if wanted == Ages::WORKING {
                    for (part, draft) in ages.iter().filter(|(part, _)| **part != Some(Ages::ALL)) {
                        let names = draft.series.iter().map(|series| &self.observed.series[*series].name);
                        let names: Vec<&str> = names.map(String::as_str).collect();
                        let ages = part.map_or_else(String::new, |part| format!(" ({})", part.to_text()));
                        self.observed.left_out.insert(format!("{}{ages}", names.join(", ")));
                        // One stands for all of a table of ages.
                        if groups > 2 {
                            break;
                        }
                    }
                }
                None
            }
        }
    }

    fn name(&self, kommunkod: Kommunkod) -> String {
        self.register.entry(kommunkod).name.clone()
    }

    /// The figure at the end of the year: of December, where there are months.
    fn december(
        &mut self,
        first: &Observation,
        column: usize,
        figures: &[(Option<u8>, Draft)],
    ) -> Option<Draft> {
        let of_month = |wanted: Option<u8>| figures.iter().find(|(month, _)| *month == wanted);
        if let Some((_, of_year)) = of_month(None) {
            if let Some((_, december)) =
                of_month(Some(12)).filter(|(_, december)| december.value != of_year.value)
            {
                self.report_two(december.origin, of_year.origin);
            }
            return Some(of_year.clone());
        }
        if let Some((_, draft)) = of_month(Some(12)) {
            let mut december = draft.clone();
            december.steps.december = true;
            return Some(december);
        }
        let (_, any) = figures.first()?;
        let year = first.period.year;
        let problem = months_missing(column, vec![12], year, self.name(first.kommunkod));
        self.report(format!("december {} {year}", first.series), problem, any.origin, None);
        None
    }

    /// The figure of the year: the mean of its twelve months, where there are months.
    fn mean(&mut self, first: &Observation, column: usize, figures: &[(Option<u8>, Draft)]) -> Option<Draft> {
        if let Some((_, of_year)) = figures.iter().find(|(month, _)| month.is_none()) {
            return Some(of_year.clone());
        }
        let (_, any) = figures.first()?;
        let missing: Vec<u8> =
            (1..=12).filter(|wanted| !figures.iter().any(|(month, _)| *month == Some(*wanted))).collect();
        if !missing.is_empty() {
            let year = first.period.year;
            let once = format!("months {} {year} {missing:?}", first.series);
            let kommun = self.name(first.kommunkod);
            let problem = months_missing(column, missing, year, kommun);
            self.report(once, problem, any.origin, None);
            return None;
        }
        let zeros: Vec<u8> = figures
            .iter()
            .filter(|(_, draft)| draft.value.is_zero())
            .filter_map(|(month, _)| *month)
            .collect();
        if let (Some((_, zero)), false) =
            (figures.iter().find(|(_, draft)| draft.value.is_zero()), zeros.len() == figures.len())
        {
            let (kommun, year) = (self.name(first.kommunkod), first.period.year);
            let once = format!("zeros {} {kommun} {year}", first.series);
            self.report(once, ImportProblem::ZeroMonths { months: zeros, year, kommun }, zero.origin, None);
        }
        let mut mean = Draft::sum(figures.iter().map(|(_, draft)| draft))?;
        mean.value = mean.value.checked_div(Decimal::from(12))?;
        mean.steps.mean_of_months = true;
        Some(mean)
    }

    fn put(&mut self, first: &Observation, column: usize, draft: Option<Draft>) {
        let Some(Draft { value, origin, mut steps, series }) = draft else { return };
        let name = self.observed.columns[column].clone();
        let of_people = column == BEFOLKNING || column == FOLKMANGD;
        let rounded =
            value.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize();
        if of_people && rounded.scale() > 0 {
            let once = format!("whole {origin:?}");
            return self.report(once, ImportProblem::NotWhole { column: name }, origin, None);
        }
        if (of_people || column == FORSORJNINGSMATT) && rounded.is_sign_negative() && !rounded.is_zero() {
            let once = format!("negative {origin:?}");
            return self.report(once, ImportProblem::Negative { column: name }, origin, None);
        }
        steps.rounded |= rounded != value;
        let (columns, year) = (self.observed.columns.len(), first.period.year);
        // A row of the table has a cell for every column, however few of them a file has for it.
        if self.table.rows.len() >= MOST_CELLS / columns {
            let problem = ImportProblem::TableTooLarge { most: MOST_CELLS };
            return self.report("cells".to_owned(), problem, origin, None);
        }
        let entry = self.register.entry(first.kommunkod);
        let lan = self.observed.lan.get(&first.kommunkod).cloned();
        let row = self.table.rows.entry((year, first.kommunkod)).or_insert_with(|| Row {
            kommun: entry.name.clone(),
            lan: lan.unwrap_or_else(|| entry.lan.clone()),
            region: self.observed.region.get(&first.kommunkod).cloned(),
            forbund: self.observed.forbund.get(&(year, first.kommunkod)).cloned(),
            figures: vec![None; columns],
        });
        match row.figures[column] {
            Some(known) if known.value != rounded => {
                let known = known.origin;
                self.report_two(origin, known);
            }
            Some(_) => {}
            None => {
                row.figures[column] = Some(Figure { value: rounded, origin });
                for series in series {
                    let made = self.made.entry((column, series)).or_default();
                    *made = made.and(steps);
                }
            }
        }
    }
}

/// Without a month a column that everything rests on cannot be; an indicator is left out.
fn months_missing(column: usize, months: Vec<u8>, year: i64, kommun: String) -> ImportProblem {
    if column >= KNOWN_COLUMNS.len() {
        ImportProblem::MonthsOfIndicatorMissing { months, year, kommun }
    } else {
        ImportProblem::MonthsMissing { months, year, kommun }
    }
}

fn is_indicator(target: Target) -> bool {
    matches!(target, Target::Column(column) if column >= KNOWN_COLUMNS.len())
}
