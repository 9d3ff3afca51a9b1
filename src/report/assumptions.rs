//! What the figures of several results rest on, as a list.

use std::collections::{BTreeSet, HashMap};

use crate::analysis::assumption::Assumption;
use crate::analysis::result::ScenarioResult;
use crate::text::language::Language;
use crate::text::localize::Localize;

/// All assumptions of some results, in full.
#[must_use]
pub fn all(results: &[ScenarioResult], language: Language) -> Vec<String> {
    those(results, |_| true, |one| one.localize(language))
}

/// Those that belong to the files and decide what comes out, in a line each.
#[must_use]
pub fn special(results: &[ScenarioResult], language: Language) -> Vec<String> {
    those(results, Assumption::is_special, |one| one.in_a_line(language))
}

/// How many there are beside the special ones.
#[must_use]
pub fn others(results: &[ScenarioResult], language: Language) -> usize {
    those(results, |one| !one.is_special(), |one| one.localize(language)).len()
}

/// Those that are wanted: what all results have in common, then the others with the name of their scenario.
fn those(
    results: &[ScenarioResult],
    is_wanted: impl Fn(&Assumption) -> bool,
    words: impl Fn(&Assumption) -> String,
) -> Vec<String> {
    let of_result = |result: &ScenarioResult| {
        let wanted = result.assumptions.iter().filter(|one| is_wanted(one));
        wanted.map(&words).collect()
    };
    let texts: Vec<Vec<String>> = results.iter().map(of_result).collect();
    // How many results rest on each.
    let mut held: HashMap<&str, usize> = HashMap::new();
    for of_result in &texts {
        for text in of_result.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            *held.entry(text).or_default() += 1;
        }
    }
    let in_all = |text: &str| held.get(text) == Some(&results.len());
    let mut items: Vec<String> =
        texts.first().into_iter().flatten().filter(|text| in_all(text)).cloned().collect();
    for (result, texts) in results.iter().zip(&texts) {
        let own = texts.iter().filter(|text| !in_all(text));
        items.extend(own.map(|text| format!("{}: {text}", result.head.scenario.name)));
    }
    items
}
