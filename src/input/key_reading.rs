//! A fördelningsnyckel as written, and the key that it means.

use std::ops::Range;

use rust_decimal::Decimal;

use super::baseline_file::{KEYS, NamedKey};
use super::decimal_range::unusable;
use super::document::{At, ChoiceOrNumbers};
use crate::diagnostic::{BaselineProblem, DocumentProblem, Problem};
use crate::model::key::Key;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;

/// The key of a table of shares that states the least contribution.
const MINIMUM: &str = "minimum";

/// A fördelningsnyckel as it is written.
pub type WrittenKey = At<ChoiceOrNumbers<NamedKey>>;

/// Who reads keys: how it finds kommuner, and where it reports.
pub(super) trait KeyReader {
    /// A kommun by its written name; one that cannot be found is reported.
    fn find(&mut self, written: &At<String>) -> Option<KommunId>;
    /// How many kommuner the table has.
    fn kommuner(&self) -> usize;
    /// The name of a kommun.
    fn name(&self, kommun: KommunId) -> String;
    /// Reports an error.
    fn report(&mut self, problem: Problem, place: Range<usize>, other: Option<Range<usize>>);
}

/// The key that is meant; `None` where something was wrong and was reported.
pub(super) fn read(written: &WrittenKey, reader: &mut impl KeyReader) -> Option<Key> {
    let numbers = match &written.value {
        ChoiceOrNumbers::Choice(choice) => return Some(named(*choice)),
        ChoiceOrNumbers::Numbers(numbers) => numbers,
    };
    let is_mixed = numbers.iter().any(|(name, _)| share_of(&name.value).is_some() || name.value == MINIMUM);
    if is_mixed { mixed(written, numbers, reader) } else { agreed(numbers, reader) }
}

fn named(choice: NamedKey) -> Key {
    match choice {
        NamedKey::Befolkning => Key::Befolkning,
        NamedKey::Folkmangd => Key::Folkmangd,
        NamedKey::Forsorjningsmatt => Key::Forsorjningsmatt,
        NamedKey::Lika => Key::Lika,
    }
}

fn share_of(name: &str) -> Option<Key> {
    KEYS.iter().find(|(word, _)| *word == name).map(|(_, choice)| named(*choice))
}

/// A number that is written beside a name.
type Number = (At<String>, At<Decimal>);

fn mixed(written: &WrittenKey, numbers: &[Number], reader: &mut impl KeyReader) -> Option<Key> {
    let (mut parts, mut minimum, mut is_sound) = (Vec::new(), None, true);
    for (name, number) in numbers {
        if name.value == MINIMUM {
            let whole = i64::try_from(number.value.normalize().mantissa()).ok();
            let whole = whole.filter(|_| number.value.normalize().scale() == 0);
            let amount = whole.map(Kronor::new);
            minimum = amount.filter(|amount| (Kronor::ZERO..=Kronor::LARGEST_INPUT).contains(amount));
            if minimum.is_none() {
                let problem = DocumentProblem::AmountOutOfRange { key: MINIMUM.to_owned() };
                reader.report(problem.into(), number.span.clone(), None);
                is_sound = false;
            }
        } else if let Some(key) = share_of(&name.value) {
            let is_share = number.value >= Decimal::ZERO && number.value.normalize().scale() <= 9;
            if !is_share {
                reader.report(BaselineProblem::ShareOutOfRange.into(), number.span.clone(), None);
                is_sound = false;
            }
            // What has no share divides nothing, and need not have figures.
            if !number.value.is_zero() {
                parts.push((number.value, key));
            }
        } else {
            let allowed = KEYS.iter().map(|(word, _)| (*word).to_owned()).chain([MINIMUM.to_owned()]);
            let problem = DocumentProblem::InvalidChoice {
                value: name.value.clone(),
                allowed: allowed.collect(),
                nearest: None,
            };
            reader.report(problem.into(), name.span.clone(), None);
            is_sound = false;
        }
    }
    let sum: Decimal = parts.iter().map(|(share, _)| *share).sum();
    if is_sound && sum != Decimal::ONE {
        let problem = if sum == Decimal::ONE_HUNDRED {
            BaselineProblem::SharesInPercent
        } else {
            BaselineProblem::SharesSum { sum }
        };
        reader.report(problem.into(), written.span.clone(), None);
        is_sound = false;
    }
    is_sound.then_some(Key::Mixed { parts, minimum })
}

fn agreed(numbers: &[Number], reader: &mut impl KeyReader) -> Option<Key> {
    let mut agreed = vec![None; reader.kommuner()];
    let mut places: Vec<Option<Range<usize>>> = vec![None; agreed.len()];
    let mut is_sound = true;
    for (name, number) in numbers {
        let Some(kommun) = reader.find(name) else {
            is_sound = false;
            continue;
        };
        let written = reader.name(kommun);
        if let Some(problem) = unusable(&written, number.value, 9, Decimal::from(1_000_000_000)) {
            reader.report(problem.into(), number.span.clone(), None);
            is_sound = false;
            continue;
        }
        if let Some(first) = places[kommun.index()].replace(name.span.clone()) {
            let problem = BaselineProblem::KommunTwice { kommun: written };
            reader.report(problem.into(), name.span.clone(), Some(first));
            is_sound = false;
        }
        agreed[kommun.index()] = Some(number.value);
    }
    is_sound.then_some(Key::Explicit(agreed))
}
