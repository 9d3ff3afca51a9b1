//! Whether figures can be right: compared with each other, with the year before, and with the table compiled into
//! the program.
//!
//! In 2015 the amounts of nearly every kommun had to be corrected because the populations of two with similar names
//! had been swapped. No rule can prove a figure right, so all of these are warnings with place and figure.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::ratio::{share_of, unrounded_percent};
use crate::diagnostic::{Diagnostic, Diagnostics, FigureProblem, Problem};
use crate::input::import::table::{BEFOLKNING, FOLKMANGD, FORSORJNINGSMATT, FigureTable, KNOWN_COLUMNS};
use crate::input::number::odd_share;
use crate::input::table_file::FEWEST_IN_COUNTRY;
use crate::model::kommun::Kommunkod;

/// Of a kind, column and year this many are reported one by one, the worst first.
const SHOWN: usize = 5;
/// From this many kommuner on their sum says something about the whole country.
const MANY: usize = 50;
/// From this many on it says something about a län.
const FEW: usize = 8;
/// A sum so far from what is known, percent, is of something else: nothing can be said of single figures.
const UNLIKE: i64 = 40;
/// A change from one year to the next that is reported, percent.
const JUMP: i64 = 10;
/// Inhabitants 16–64 of all, percent: between these nearly every kommun lies (2014–2021: from 49.5 to 69.0).
const WORKING_AGE: [i64; 2] = [50, 70];

/// A figure's place in a table: year, kommun, column.
pub type Cell = (i64, Kommunkod, usize);

/// Something that is hardly right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What.
    pub problem: FigureProblem,
    /// The figure, if it is about one.
    pub cell: Option<Cell>,
    /// The other half of a contradiction.
    pub other: Option<Cell>,
}

/// Everything in `table` that is hardly right, year by year. `known` is the table to compare with.
#[must_use]
pub fn findings(table: &FigureTable, known: &FigureTable) -> Vec<Finding> {
    let mut all = Findings { table, known, found: Vec::new() };
    let years = table.years();
    for &year in &years {
        all.missing_kommuner(year);
        for column in 0..table.columns.len() {
            all.zeros(year, column);
        }
        let mut swapped = Vec::new();
        for column in 0..KNOWN_COLUMNS.len() {
            swapped.extend(all.against_known(year, column));
        }
        all.working_age(year, &swapped);
        if let Some(&before) = years.iter().find(|&&before| before == year - 1) {
            for column in 0..KNOWN_COLUMNS.len() {
                all.jumps([before, year], column, &swapped);
            }
        }
        all.shares(year);
    }
    all.found
}

/// Warns of everything in `table` that is hardly right, compared with `known`.
pub fn warn(table: &FigureTable, known: &FigureTable, diagnostics: &mut Diagnostics) {
    let is_share =
        |problem: &Problem| matches!(problem, Problem::Figure(FigureProblem::ForsorjningsmattShare { .. }));
    // A kommun table was warned of it when it was read.
    let is_reported = diagnostics.iter().any(|one| is_share(&one.problem));
    for finding in findings(table, known) {
        let problem = Problem::from(finding.problem);
        if is_reported && is_share(&problem) {
            continue;
        }
        let label = |cell: Option<Cell>| {
            let (year, kommunkod, column) = cell?;
            let figure = table.rows.get(&(year, kommunkod))?.figures.get(column).copied().flatten()?;
            table.label(figure.origin)
        };
        diagnostics.push(Diagnostic { problem, place: label(finding.cell), other: label(finding.other) });
    }
}

struct Findings<'table> {
    table: &'table FigureTable,
    known: &'table FigureTable,
    found: Vec<Finding>,
}

/// A figure beside what was to be expected.
#[derive(Clone, Copy)]
struct Pair {
    kommunkod: Kommunkod,
    figure: Decimal,
    known: Decimal,
    expected: Decimal,
}

impl Pair {
    /// Whether a figure is less than a fifth or more than five times what is expected.
    fn lost_digits(&self) -> bool {
        let five = Decimal::from(5);
        self.figure * five < self.expected || self.figure > self.expected * five
    }

    /// Whether a figure is within so many percent of what is expected here.
    fn fits(&self, figure: Decimal, percent: i64) -> bool {
        (figure - self.expected).abs() * Decimal::ONE_HUNDRED <= self.expected * Decimal::from(percent)
    }
}

impl Findings<'_> {
    fn name(&self, year: i64, kommunkod: Kommunkod) -> String {
        self.table.rows[&(year, kommunkod)].kommun.clone()
    }

    fn column(&self, column: usize) -> String {
        self.table.columns[column].name.clone()
    }

    /// Adds findings of one kind, worst first; those beyond [`SHOWN`] are only counted.
    fn add(&mut self, year: i64, column: usize, mut found: Vec<(Decimal, Finding)>) {
        found.sort_by(|(one, first), (other, second)| {
            other.cmp(one).then_with(|| first.cell.cmp(&second.cell))
        });
        let rest = found.len().saturating_sub(SHOWN);
        // One more is shown rather than counted.
        let shown = if rest == 1 { found.len() } else { SHOWN };
        let beyond = found.len().saturating_sub(shown);
        self.found.extend(found.into_iter().take(shown).map(|(_, finding)| finding));
        if beyond > 0 {
            let problem = FigureProblem::MoreAlike { count: beyond, column: self.column(column), year };
            self.found.push(Finding { problem, cell: None, other: None });
        }
    }

    fn missing_kommuner(&mut self, year: i64) {
        let known_year = self.nearest_known(year);
        let Some(known_year) = known_year else { return };
        let here = |kommunkod: Kommunkod| self.table.rows.contains_key(&(year, kommunkod));
        let expected = self.known.of_year(known_year).count();
        let missing = self.known.of_year(known_year).filter(|(kommunkod, _)| !here(*kommunkod));
        let missing: Vec<String> = missing.map(|(_, row)| row.kommun.clone()).collect();
        // A part of the country that was shown was asked for; of a whole country nobody leaves out a few.
        let found = expected - missing.len();
        let is_asked_for = self.table.is_shown && found < FEWEST_IN_COUNTRY;
        if !missing.is_empty() && !is_asked_for {
            // The same ones in several years are shown once.
            for finding in &mut self.found {
                if let FigureProblem::KommunerMissing { years, missing: known, .. } = &mut finding.problem
                    && *known == missing
                {
                    years.push(year);
                    return;
                }
            }
            let problem = FigureProblem::KommunerMissing { years: vec![year], missing, found, expected };
            self.found.push(Finding { problem, cell: None, other: None });
        }
    }

    /// Zeros among figures that are nowhere else zero.
    fn zeros(&mut self, year: i64, column: usize) {
        let figures: Vec<(Kommunkod, Decimal)> = self.figures(year, column);
        let zeros: Vec<Kommunkod> =
            figures.iter().filter(|(_, figure)| figure.is_zero()).map(|(kommunkod, _)| *kommunkod).collect();
        // What is zero for many is perhaps zero.
        let is_known = column < KNOWN_COLUMNS.len();
        if !is_known && zeros.len() * 5 > figures.len() {
            return;
        }
        let found = zeros.into_iter().map(|kommunkod| {
            let problem = FigureProblem::ZeroForMissing {
                kommun: self.name(year, kommunkod),
                year,
                column: self.column(column),
            };
            (Decimal::ZERO, Finding { problem, cell: Some((year, kommunkod, column)), other: None })
        });
        let found = found.collect();
        self.add(year, column, found);
    }

    fn figures(&self, year: i64, column: usize) -> Vec<(Kommunkod, Decimal)> {
        let rows = self.table.of_year(year);
        rows.filter_map(|(kommunkod, _)| Some((kommunkod, self.table.value(year, kommunkod, column)?)))
            .collect()
    }

    fn nearest_known(&self, year: i64) -> Option<i64> {
        self.known.years().into_iter().min_by_key(|known| (known.abs_diff(year), *known))
    }

    /// The sum, swapped pairs and lost digits. Returns the kommuner that look swapped.
    fn against_known(&mut self, year: i64, column: usize) -> Vec<Kommunkod> {
        let Some(known_year) = self.nearest_known(year) else { return Vec::new() };
        let gap = i64::try_from(known_year.abs_diff(year)).unwrap_or(i64::MAX).min(20);
        let both: Vec<(Kommunkod, Decimal, Decimal)> = self
            .figures(year, column)
            .into_iter()
            .filter_map(|(kommunkod, figure)| {
                let known = self.known.value(known_year, kommunkod, column)?;
                (!known.is_zero() && !figure.is_zero()).then_some((kommunkod, figure, known))
            })
            .collect();
        let total: Decimal = both.iter().map(|(_, figure, _)| *figure).sum();
        let known_total: Decimal = both.iter().map(|(.., known)| *known).sum();
        if both.is_empty() || known_total.is_zero() {
            return Vec::new();
        }
        let mut scale = Decimal::ONE;
        let mut is_far = false;
        let percent = percent(total, known_total);
        // The sum of a few kommuner moves more than that of all.
        let allowed = if both.len() >= MANY { JUMP } else { JUMP + 10 } + 2 * gap;
        if both.len() >= FEW {
            if both.len() >= MANY {
                scale = total / known_total;
            }
            is_far = percent.abs() > Decimal::from(allowed);
            if is_far {
                let column = self.column(column);
                let problem =
                    FigureProblem::TotalFar { column, year, total, known: known_total, known_year, percent };
                self.found.push(Finding { problem, cell: None, other: None });
            }
        }
        let pairs = both.into_iter().map(|(kommunkod, figure, known)| Pair {
            kommunkod,
            figure,
            known,
            expected: known * scale,
        });
        // Populations hardly move; the försörjningsmått does, and ours is derived.
        let tolerance = if column == FORSORJNINGSMATT { 20 + 2 * gap } else { 4 + gap };
        let pairs: Vec<Pair> = pairs.collect();
        let odd: Vec<Pair> =
            pairs.iter().copied().filter(|pair| !pair.fits(pair.figure, tolerance)).collect();
        // Where all are far from what is known, each of them says nothing more.
        if is_far && percent.abs() > Decimal::from(UNLIKE) {
            return Vec::new();
        }
        let swapped = self.swapped(year, known_year, column, &odd, tolerance);
        let odd: Vec<&Pair> = odd.iter().filter(|pair| !swapped.contains(&pair.kommunkod)).collect();
        self.one_by_one((known_year, &pairs), year, column, &odd);
        swapped
    }

    /// Two kommuner of which each has what was to be expected of the other.
    fn swapped(
        &mut self,
        year: i64,
        known_year: i64,
        column: usize,
        odd: &[Pair],
        tolerance: i64,
    ) -> Vec<Kommunkod> {
        let mut swapped = Vec::new();
        for (position, one) in odd.iter().enumerate() {
            if swapped.contains(&one.kommunkod) {
                continue;
            }
            let fitting = odd[position + 1..].iter().filter(|other| {
                !swapped.contains(&other.kommunkod)
                    && other.fits(one.figure, tolerance)
                    && one.fits(other.figure, tolerance)
            });
            let miss = |other: &Pair| {
                (other.expected - one.figure).abs() / other.expected
                    + (one.expected - other.figure).abs() / one.expected
            };
            let Some(other) = fitting.min_by_key(|other| miss(other)) else { continue };
            swapped.extend([one.kommunkod, other.kommunkod]);
            let problem = FigureProblem::Swapped {
                kommun: self.name(year, one.kommunkod),
                other: self.name(year, other.kommunkod),
                column: self.column(column),
                year,
                figure: one.figure,
                other_figure: other.figure,
                known: one.known,
                other_known: other.known,
                known_year,
            };
            self.found.push(Finding {
                problem,
                cell: Some((year, one.kommunkod, column)),
                other: Some((year, other.kommunkod, column)),
            });
        }
        swapped
    }

    /// Every other figure that is far from what was to be expected: with a digit too few or too many, or else whose
    /// figure it could be, where one fits closely.
    fn one_by_one(&mut self, known: (i64, &[Pair]), year: i64, column: usize, odd: &[&Pair]) {
        let (known_year, all) = known;
        let (mut lost, mut far) = (Vec::new(), Vec::new());
        for pair in odd {
            let (kommun, figure, known) = (self.name(year, pair.kommunkod), pair.figure, pair.known);
            let (percent, column_name) = (percent(figure, known), self.column(column));
            let found = |problem: FigureProblem| {
                (percent.abs(), Finding { problem, cell: Some((year, pair.kommunkod, column)), other: None })
            };
            if pair.lost_digits() {
                let column = column_name;
                lost.push(found(FigureProblem::DigitsLost {
                    kommun,
                    column,
                    year,
                    figure,
                    known,
                    known_year,
                }));
                continue;
            }
            let miss = |other: &&Pair| (other.expected - pair.figure).abs();
            let is_like = |other: &&Pair| other.kommunkod != pair.kommunkod && other.fits(pair.figure, 1);
            // The försörjningsmått of small kommuner are too much alike to say whose one is.
            let like = all.iter().filter(is_like).min_by_key(miss).filter(|_| column != FORSORJNINGSMATT);
            far.push(found(FigureProblem::FarFromKnown {
                kommun,
                column: column_name,
                year,
                figure,
                known,
                known_year,
                percent,
                like: like.map(|like| self.name(year, like.kommunkod)),
            }));
        }
        self.add(year, column, lost);
        self.add(year, column, far);
    }

    fn working_age(&mut self, year: i64, swapped: &[Kommunkod]) {
        let rows: Vec<Kommunkod> = self.table.of_year(year).map(|(kommunkod, _)| kommunkod).collect();
        let found =
            rows.into_iter().filter(|kommunkod| !swapped.contains(kommunkod)).filter_map(|kommunkod| {
                let working = self.table.value(year, kommunkod, BEFOLKNING)?;
                let all = self.table.value(year, kommunkod, FOLKMANGD).filter(|all| !all.is_zero())?;
                let share = share_of(working, all)?;
                let [low, high] = WORKING_AGE.map(Decimal::from);
                if share >= low && share <= high || self.is_known_share(year, kommunkod, share) {
                    return None;
                }
                let problem = FigureProblem::WorkingAgeShare {
                    kommun: self.name(year, kommunkod),
                    year,
                    percent: share,
                };
                let miss = if share < low { low - share } else { share - high };
                Some((miss, Finding { problem, cell: Some((year, kommunkod, BEFOLKNING)), other: None }))
            });
        let found = found.collect();
        self.add(year, BEFOLKNING, found);
    }

    /// A försörjningsmått that nobody's inhabitants can have: of the first kommun, the others are counted. Where more is
    /// known of what is wrong with a kommun, this says nothing new.
    fn shares(&mut self, year: i64) {
        let cells = self.found.iter().filter_map(|finding| finding.cell);
        let known: BTreeSet<Kommunkod> =
            cells.filter(|(of, ..)| *of == year).map(|(_, kommunkod, _)| kommunkod).collect();
        let rows = self.table.of_year(year).filter(|(kommunkod, _)| !known.contains(kommunkod));
        let rows = rows.filter_map(|(kommunkod, _)| {
            let [matt, working] =
                [FORSORJNINGSMATT, BEFOLKNING].map(|column| self.table.value(year, kommunkod, column));
            Some((kommunkod, odd_share(matt?, working?)?))
        });
        let odd: Vec<(Kommunkod, Decimal)> = rows.collect();
        let Some(&(kommunkod, percent)) = odd.first() else { return };
        let kommun = self.name(year, kommunkod);
        let problem =
            FigureProblem::ForsorjningsmattShare { kommun, year: Some(year), percent, others: odd.len() - 1 };
        self.found.push(Finding { problem, cell: Some((year, kommunkod, FORSORJNINGSMATT)), other: None });
    }

    /// Whether a share is as odd in the table to compare with: a few kommuner are so old that it is right.
    fn is_known_share(&self, year: i64, kommunkod: Kommunkod, share: Decimal) -> bool {
        let known_share = || {
            let known_year = self.nearest_known(year)?;
            let working = self.known.value(known_year, kommunkod, BEFOLKNING)?;
            let all = self.known.value(known_year, kommunkod, FOLKMANGD).filter(|all| !all.is_zero())?;
            unrounded_percent(working, all)
        };
        known_share().is_some_and(|known| (known - share).abs() < Decimal::TWO)
    }

    /// Whether a figure is that of the table to compare with, which was looked at when that was made.
    fn is_known(&self, year: i64, kommunkod: Kommunkod, column: usize, figure: Decimal) -> bool {
        self.known.value(year, kommunkod, column) == Some(figure)
    }

    fn jumps(&mut self, years: [i64; 2], column: usize, swapped: &[Kommunkod]) {
        let [before, after] = years;
        let found = self.figures(after, column).into_iter().filter_map(|(kommunkod, figure)| {
            let old = self.table.value(before, kommunkod, column)?;
            let is_known = self.is_known(before, kommunkod, column, old)
                && self.is_known(after, kommunkod, column, figure);
            if is_known || old.is_zero() || figure.is_zero() || swapped.contains(&kommunkod) {
                return None;
            }
            let percent = percent(figure, old);
            if percent.abs() <= Decimal::from(JUMP) {
                return None;
            }
            let problem = FigureProblem::Jump {
                kommun: self.name(after, kommunkod),
                column: self.column(column),
                before,
                after,
                old,
                new: figure,
                percent,
            };
            let cell = Some((after, kommunkod, column));
            Some((percent.abs(), Finding { problem, cell, other: Some((before, kommunkod, column)) }))
        });
        let found = found.collect();
        self.add(after, column, found);
    }
}

/// The change from `before` to `after`, percent with one decimal.
fn percent(after: Decimal, before: Decimal) -> Decimal {
    share_of(after - before, before).expect("figures of few digits, and before is not zero")
}
