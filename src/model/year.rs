//! A year, in which the grouping may change: each part of it counts by its months.
//!
//! Every part is computed as a whole year, rules included. Its exact amounts are weighted by months and added, and what
//! is rounded is rounded once, by the rules of a year in which nothing changes, with these sums as weights. Who pays is
//! who is a member at the end of the year, or was one when the förbund ended.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_rational::BigRational;

use super::allocation::{CountryAfter, Model};
use super::bounded::{Rulebook, SidesBefore, YearBefore, merged_bounds};
use super::error::ModelError;
use super::exact_side::{ExactRow, Ties};
use super::grouping::{Grouping, Row};
use super::kronor::Kronor;
use super::name::canonical;
use super::outcome::{Outcome, Side};
pub use super::path::MONTHS;
use super::recorder::{Recorder, Silent};
use super::step::{SideName, Step};

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
        let before = self.today(&mut Silent)?;
        let mut mixed = [Vec::new(), Vec::new()];
        for span in spans {
            let kanslier = self.kanslier_of(&span.after)?;
            let net_rates = self.net_rates(CountryAfter::of(&span.after), &mut Silent)?;
            let rates = [Some(self.gross_rates()), net_rates.as_ref()];
            for (mixed, rates) in mixed.iter_mut().zip(rates) {
                let Some(rates) = rates else { continue };
                let exact = self.exact_rows(&span.after, rates).into_iter().zip(&kanslier);
                mixed.push(exact.map(|(row, kansli)| ExactRow { kansli: kansli.clone(), ..row }).collect());
            }
        }
        self.mixed_outcome(spans, before, mixed)
    }

    /// [`Model::outcome_of_year`] with rules; also what the next year compares itself with.
    ///
    /// # Errors
    /// As [`Model::outcome`], and if the rules do not come out at the appropriation, or leave money to a förbund whose
    /// kommuner bring none.
    ///
    /// # Panics
    /// If there is no span.
    pub fn bounded_outcome_of_year<R: Recorder>(
        &self,
        spans: &[Span],
        rulebook: &Rulebook<'_>,
        recorder: &mut R,
    ) -> Result<(Outcome, SidesBefore), ModelError> {
        let today = self.bounded_today(rulebook)?;
        recorder.record(|| Step::Side(SideName::Before));
        recorder.record(|| Step::Rules(today.side.rules.clone()));
        let kanslier = self.bounded_kanslier(self.before(), &today.side, recorder)?;
        let before = self.exact_side(self.before(), &today.side, &kanslier)?;
        let mut mixed = [Vec::new(), Vec::new()];
        let mut found = vec![(SideName::Before, MONTHS, today.side.bound.clone())];
        let mut gross_before = YearBefore::none(self);
        let mut net_before = Some(YearBefore::none(self));
        for span in spans {
            self.check_keys(self.changed(&span.after))?;
            let (gross, net) = self.bounded_after(&span.after, rulebook, &today)?;
            recorder.record(|| Step::Side(SideName::Gross));
            recorder.record(|| Step::Rules(gross.rules.clone()));
            let kanslier = self.bounded_kanslier(&span.after, &gross, recorder)?;
            gross_before.add(self, &span.after, &gross, span.months);
            net_before = net_before.zip(net.as_ref()).map(|(mut sum, net)| {
                sum.add(self, &span.after, net, span.months);
                sum
            });
            if let Some(net) = &net {
                recorder.record(|| Step::Side(SideName::Net));
                recorder.record(|| Step::Rules(net.rules.clone()));
            }
            let sides = [(SideName::Gross, Some(gross)), (SideName::Net, net)];
            for ((name, side), mixed) in sides.into_iter().zip(&mut mixed) {
                let Some(side) = side else { continue };
                mixed.push(side.with_kanslier(&kanslier));
                found.push((name, span.months, side.bound));
            }
        }
        let past = SidesBefore { before: today.solved, gross: gross_before, net: net_before };
        let bound = merged_bounds(found)?;
        let outcome = self.mixed_outcome(spans, before, mixed)?;
        Ok((Outcome { bound, ..outcome }, past))
    }

    /// The kanslier of a grouping that is in force for a whole year, without rules.
    fn kanslier_of(&self, grouping: &Grouping) -> Result<Vec<Option<BigRational>>, ModelError> {
        self.check_keys(self.changed(grouping))?;
        let gross = self.side(grouping, self.gross_rates(), &mut Silent)?;
        let kanslier = self.kanslier(grouping, &gross, &mut Silent)?;
        let amount = |cost: Kronor| BigRational::from_integer(cost.get().into());
        Ok(grouping.rows().iter().map(|row| kanslier[&row.id].map(amount)).collect())
    }

    /// The outcome of a year from the exact rows of each of its parts, gross and net.
    fn mixed_outcome(
        &self,
        spans: &[Span],
        before: Side,
        [gross, net]: [Vec<Vec<ExactRow>>; 2],
    ) -> Result<Outcome, ModelError> {
        let (rows, ended) = rows_of(spans);
        let side = |exact: Vec<Vec<ExactRow>>| self.side_of_spans(spans, &rows, &exact);
        let net = if net.len() == spans.len() { Some(side(net)?) } else { None };
        Ok(Outcome { before, gross: side(gross)?, net, ended, bound: Vec::new() })
    }

    fn side_of_spans(
        &self,
        spans: &[Span],
        rows: &[Arc<Row>],
        exact: &[Vec<ExactRow>],
    ) -> Result<Side, ModelError> {
        let names = rows.iter().enumerate().map(|(place, row)| (canonical(&row.name), place));
        let places: BTreeMap<String, usize> = names.collect();
        let mut sums: Vec<ExactRow> = rows.iter().map(|_| ExactRow::default()).collect();
        for (span, exact) in spans.iter().zip(exact) {
            let part = BigRational::new(span.months.into(), MONTHS.into());
            for (row, exact) in span.after.rows().iter().zip(exact) {
                sums[places[&canonical(&row.name)]].add(exact, &part);
            }
        }
        let ties = if spans.len() == 1 { Ties::Kommunkod } else { Ties::Order };
        self.rounded_side(rows, &sums, ties)
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
