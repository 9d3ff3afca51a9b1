//! Numbers of rules, which have a range.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::at::At;
use crate::diagnostic::{Diagnostic, Diagnostics, RulesProblem, Source};
use crate::model::shares::Shares;

/// A number from zero up, perhaps to a most; reported where it is not.
pub(super) fn in_range(
    key: &str,
    written: &At<Decimal>,
    most: Option<Decimal>,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Option<Decimal> {
    let value = written.value;
    let is_fine = value.normalize().scale() <= Shares::<2>::MOST_DECIMALS;
    let is_within = value >= Decimal::ZERO && most.is_none_or(|most| value <= most);
    if is_fine && is_within {
        return Some(value);
    }
    let problem = RulesProblem::OutOfRange { key: key.to_owned(), bounded: most.is_some() };
    diagnostics.push(Diagnostic::at(problem, text, written.span.clone()));
    None
}
