//! What the figures of several results rest on, as lists.

use std::collections::{BTreeSet, HashMap};

use super::document::List;
use crate::analysis::alternatives::Alternatives;
use crate::analysis::assumption::Assumption;
use crate::analysis::result::ScenarioResult;
use crate::report::words::by_baseline::labelled;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::localize::Localize;

/// All assumptions of some alternatives, in full. Where they rest on several baselines, those that all of them have in
/// common come first, then a list for each baseline.
#[must_use]
pub fn all(groups: &[Alternatives<'_>], language: Language) -> Vec<List> {
    lists(groups, labels(language).assumptions, |_| true, |one| one.localize(language))
}

/// Those that belong to the files and decide what comes out, in a line each.
#[must_use]
pub fn special(groups: &[Alternatives<'_>], language: Language) -> Vec<List> {
    let title = labels(language).decisive;
    lists(groups, title, Assumption::is_special, |one| one.in_a_line(language))
}

/// How many there are beside the special ones.
#[must_use]
pub fn others(groups: &[Alternatives<'_>], language: Language) -> usize {
    let others = lists(groups, "", |one| !one.is_special(), |one| one.localize(language));
    others.iter().map(|list| list.items.len()).sum()
}

/// Those that are wanted: in each list what all its results have in common, then the others with the name of their
/// scenario.
fn lists(
    groups: &[Alternatives<'_>],
    title: &str,
    is_wanted: impl Fn(&Assumption) -> bool,
    words: impl Fn(&Assumption) -> String,
) -> Vec<List> {
    let of_groups: Vec<OfBaseline> =
        groups.iter().map(|group| OfBaseline::new(group.results, &is_wanted, &words)).collect();
    let in_all = |text: &String| of_groups.iter().all(|of_group| of_group.common.contains(text));
    let list = |baseline: Option<&str>, items: Vec<String>| List { title: labelled(baseline, title), items };
    if let ([_], [OfBaseline { common, own }]) = (groups, of_groups.as_slice()) {
        return vec![list(None, [common.as_slice(), own].concat())];
    }
    let first = of_groups.first().into_iter().flat_map(|of_group| &of_group.common);
    let mut lists = vec![list(None, first.filter(|text| in_all(text)).cloned().collect())];
    lists.extend(groups.iter().zip(&of_groups).map(|(group, OfBaseline { common, own })| {
        let further = common.iter().filter(|text| !in_all(text)).chain(own);
        list(group.baseline, further.cloned().collect())
    }));
    lists.retain(|list| !list.items.is_empty());
    lists
}

/// The assumptions of the alternatives of one baseline.
struct OfBaseline {
    /// What all of them rest on.
    common: Vec<String>,
    /// The others, with the name of their scenario.
    own: Vec<String>,
}

impl OfBaseline {
    fn new(
        results: &[ScenarioResult],
        is_wanted: impl Fn(&Assumption) -> bool,
        words: impl Fn(&Assumption) -> String,
    ) -> Self {
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
        let first = texts.first().into_iter().flatten();
        let common = first.filter(|text| in_all(text)).cloned().collect();
        let of_results = results.iter().zip(&texts).flat_map(|(result, texts)| {
            let own = texts.iter().filter(|text| !in_all(text));
            own.map(|text| format!("{}: {text}", result.head.scenario.name))
        });
        Self { own: of_results.collect(), common }
    }
}
