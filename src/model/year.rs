//! A year in which the grouping changes: each part of it counts by its months.
//!
//! Every part is computed as a whole year. Its exact amounts are weighted by months and added, and what is rounded is
//! rounded once, by the rules of a year in which nothing changes, with these sums as weights. Who pays is who is a member
//! at the end of the year, or was one when the förbund ended.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_rational::BigRational;
use num_traits::Zero;

use super::allocation::{CountryAfter, Model};
use super::error::ModelError;
use super::grouping::{Grouping, Row};
use super::kernel::{Funded, fund};
use super::kronor::Kronor;
use super::name::canonical;
use super::outcome::{Outcome, RowMoney, Side, StateMoney, shared, within_limit};
use super::path::rounded;
use super::rates::Rates;
use super::recorder::Silent;
use super::rounding::share_exactly;
use super::step::Shared;

/// Months that a year has.
pub const MONTHS: u32 = 12;

/// A part of a year in which the grouping is the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// How many months it has.
    pub months: u32,
    /// The grouping.
    pub after: Grouping,
}

impl Model {
    /// Computes today's grouping and the groupings of a year, in order of time; their months are those of a year. Rows
    /// that there are no longer at its end are [`Outcome::ended`].
    ///
    /// # Errors
    /// As [`Model::outcome`].
    ///
    /// # Panics
    /// If there is no span.
    pub fn outcome_of_year(&self, spans: &[Span]) -> Result<Outcome, ModelError> {
        let (last, earlier) = spans.split_last().expect("a year has a grouping");
        if earlier.is_empty() {
            return self.outcome(&last.after, &mut Silent);
        }
        let outcomes = spans.iter().map(|span| self.outcome(&span.after, &mut Silent));
        let outcomes: Vec<Outcome> = outcomes.collect::<Result<_, _>>()?;
        let net_rates = spans.iter().map(|span| self.net_rates(CountryAfter::of(&span.after), &mut Silent));
        let net_rates: Option<Vec<Rates>> = net_rates.collect::<Result<_, _>>()?;
        let (rows, ended) = rows_of(spans);
        let gross = Mixed { model: self, spans, rows: &rows, rates: vec![self.gross_rates(); spans.len()] };
        let gross = gross.side(outcomes.iter().map(|outcome| &outcome.gross))?;
        let net = net_rates.as_ref().map(|rates| {
            let mixed = Mixed { model: self, spans, rows: &rows, rates: rates.iter().collect() };
            mixed
                .side(outcomes.iter().map(|outcome| outcome.net.as_ref().expect("known where the rates are")))
        });
        let before = outcomes.into_iter().next().expect("a year has a grouping").before;
        Ok(Outcome { before, gross, net: net.transpose()?, ended })
    }
}

/// The rows of a year: those at its end, then those that ended in it, each as it was last; and the latter alone. The
/// same name is the same row.
fn rows_of(spans: &[Span]) -> (Vec<Arc<Row>>, Vec<Arc<Row>>) {
    let (last, earlier) = spans.split_last().expect("a year has a grouping");
    let mut rows = last.after.rows().to_vec();
    let at_end = rows.len();
    let mut places: BTreeMap<String, usize> =
        rows.iter().enumerate().map(|(place, row)| (canonical(&row.name), place)).collect();
    for row in earlier.iter().flat_map(|span| span.after.rows()) {
        let place = *places.entry(canonical(&row.name)).or_insert(rows.len());
        if place == rows.len() {
            rows.push(row.clone());
        } else if place >= at_end {
            rows[place] = row.clone();
        }
    }
    let ended = rows[at_end..].to_vec();
    (rows, ended)
}

/// What a row has in all parts of a year together, exactly, in twelfths of a krona.
#[derive(Default)]
struct Exact {
    /// Base grant, försörjningsmått and befolkning.
    state: [BigRational; 3],
    /// `None` where it is not known in some part.
    kansli: Option<BigRational>,
}

/// A side of a year of several parts.
struct Mixed<'year> {
    model: &'year Model,
    spans: &'year [Span],
    rows: &'year [Arc<Row>],
    /// One for each part.
    rates: Vec<&'year Rates>,
}

impl Mixed<'_> {
    fn side<'side>(&self, sides: impl Iterator<Item = &'side Side>) -> Result<Side, ModelError> {
        let names = self.rows.iter().enumerate().map(|(place, row)| (canonical(&row.name), place));
        let places: BTreeMap<String, usize> = names.collect();
        let empty = || Exact { kansli: Some(BigRational::zero()), ..Exact::default() };
        let mut exact: Vec<Exact> = self.rows.iter().map(|_| empty()).collect();
        for ((span, rates), side) in self.spans.iter().zip(&self.rates).zip(sides) {
            for (row, money) in side.of(&span.after) {
                let place = places[&canonical(&row.name)];
                self.add(span.months, rates, row, money, &mut exact[place]);
            }
        }
        self.round(exact)
    }

    /// Adds what a row has in a part of the year.
    fn add(&self, months: u32, rates: &Rates, row: &Row, money: &RowMoney, exact: &mut Exact) {
        let months = BigRational::from_integer(months.into());
        let base = self.model.row_base(row);
        let [forsorjningsmatt, befolkning] = rates.exact_parts(base.base).map(BigRational::from);
        let base_grant = BigRational::from_integer(rates.base_grant(base).into());
        for (sum, part) in exact.state.iter_mut().zip([base_grant, forsorjningsmatt, befolkning]) {
            *sum += part * &months;
        }
        let kansli = money.kansli.map(|kansli| BigRational::from_integer(kansli.get().into()) * months);
        exact.kansli = exact.kansli.take().zip(kansli).map(|(sum, kansli)| sum + kansli);
    }

    fn round(&self, exact: Vec<Exact>) -> Result<Side, ModelError> {
        let year = BigRational::from_integer(MONTHS.into());
        let components = exact.iter().map(|row| row.state.each_ref().map(|part| part / &year));
        let components: Vec<[BigRational; 3]> = components.collect();
        let wholes: Vec<BigRational> = components.iter().map(|row| row.iter().sum()).collect();
        let wholes = share_exactly(sum_rounded(&wholes)?, &wholes);
        let kanslier: Vec<BigRational> =
            exact.iter().filter_map(|row| row.kansli.as_ref()).map(|kansli| kansli / &year).collect();
        let mut kanslier = share_exactly(sum_rounded(&kanslier)?, &kanslier).into_iter();
        let mut rows = Vec::with_capacity(self.rows.len());
        let figures = self.rows.iter().zip(exact).zip(&components).zip(wholes).enumerate();
        for (place, (((row, exact), components), whole)) in figures {
            let [base, forsorjningsmatt, befolkning] = <[u64; 3]>::try_from(share_exactly(whole, components))
                .expect("as many as there are components")
                .map(Kronor::exact);
            let Funded { total, region, kommuner } = fund(whole, &self.model.baseline().parameters.funding)?;
            let money = RowMoney {
                state: StateMoney { base, forsorjningsmatt, befolkning, total: Kronor::exact(whole) },
                region,
                regions: shared((Shared::Regions, place), region, self.model.regions(row)?, &mut Silent),
                kommuner,
                contributions: shared(
                    (Shared::Kommuner, place),
                    kommuner,
                    self.model.payers(row),
                    &mut Silent,
                ),
                total,
                kansli: exact
                    .kansli
                    .map(|_| Kronor::exact(kanslier.next().expect("one for each that is known"))),
            };
            rows.push((row.id, money));
        }
        let side = Side::new(rows, true);
        within_limit(side.money().map(|row| row.total))?;
        within_limit(side.money().filter_map(|row| row.kansli))?;
        Ok(side)
    }
}

fn sum_rounded(amounts: &[BigRational]) -> Result<u64, ModelError> {
    let sum: BigRational = amounts.iter().sum();
    rounded(&sum).and_then(|sum| u64::try_from(sum).ok()).ok_or(ModelError::TooLarge)
}
