//! Decimals that have a range.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::at::At;
use crate::diagnostic::{Diagnostic, Diagnostics, DocumentProblem, RulesProblem, Source};
use crate::model::shares::Shares;

/// A number of rules from zero up, perhaps to a most; reported where it is not.
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

/// Why a number cannot be used: it is negative, too large or has too many decimals.
pub(super) fn unusable(
    key: &str,
    number: Decimal,
    most_decimals: u32,
    largest: Decimal,
) -> Option<DocumentProblem> {
    let key = key.to_owned();
    if number.is_sign_negative() && !number.is_zero() {
        Some(DocumentProblem::NegativeNumber { key })
    } else if number.normalize().scale() > most_decimals || number > largest {
        Some(DocumentProblem::DecimalOutOfRange { key })
    } else {
        None
    }
}
