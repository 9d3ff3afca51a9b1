//! What would leave a party that blocks an alternative no worse off than today, found by computing the alternative
//! again: with every key, and with every way to split a shared kansli.

use std::sync::Arc;

use crate::analysis::criteria::KeyName;
use crate::analysis::ratio::kr_per_inhabitant;
use crate::analysis::result::{Figures, ForbundResult};
use crate::analysis::simulation::{compute, simulate};
use crate::analysis::stance::{KansliRemedy, Remedy, SplitName};
use crate::diagnostic::Diagnostics;
use crate::input::baseline::{BaselineYear, LoadedBaseline, LoadedPath};
use crate::input::change_section::{SPLITS, Verb};
use crate::input::document::ChoiceOrNumbers;
use crate::input::positions::Party;
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_resolver;
use crate::model::allocation::Model;
use crate::model::kansli::SplitBy;
use crate::model::key::Key;
use crate::model::kommun::{Kommunkod, RegionId};
use crate::model::kronor::Kronor;

/// What would help; `None` for a party that pays nothing itself.
pub(super) fn remedy(party: Party, scenario: &LoadedScenario, figures: &Figures) -> Option<Remedy> {
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    match party {
        Party::Kommun(kommun) => {
            let all: Vec<Kommunkod> =
                kommuner.parts(kommun).map(|part| kommuner.get(part).kommunkod).collect();
            let pays: Vec<_> =
                all.iter().filter_map(|part| figures.kommun(*part)).map(|part| part.contribution).collect();
            let before = all_that_is_known(pays.iter().map(|pays| pays.before));
            let after = all_that_is_known(pays.iter().map(|pays| pays.after.gross));
            let remedy = of_contribution([before, after], |before| keys_of_kommun(&all, figures, before));
            Some(Remedy { insatser: of_kansli(&all, scenario, figures), ..remedy })
        }
        Party::Region(region) => {
            let name = kommuner.region(region);
            let pays = figures.regions.iter().find(|one| one.region == name)?.contribution;
            Some(of_contribution([pays.before, pays.after.gross], |before| {
                keys_of_region(region, scenario, before)
            }))
        }
        Party::Forsakringskassan | Party::Arbetsformedlingen | Party::Board(_) => None,
    }
}

/// The sum of what the parts of a kommun pay; nothing if none of them pays.
fn all_that_is_known(amounts: impl Iterator<Item = Option<Kronor>>) -> Option<Kronor> {
    amounts.flatten().reduce(|sum, amount| sum + amount)
}

/// By how much what is paid before and after must sink, and which keys do that; `keys` finds those with which no more is paid than a
/// sum.
fn of_contribution(pays: [Option<Kronor>; 2], keys: impl Fn(Kronor) -> Vec<KeyName>) -> Remedy {
    // Who is in no förbund pays nothing.
    let [before, after] = pays.map(Option::unwrap_or_default);
    let must_sink = (after - before).max(Kronor::ZERO);
    let keys = if must_sink > Kronor::ZERO { keys(before) } else { Vec::new() };
    Remedy {
        contribution_before: before,
        contribution_after: after,
        must_sink,
        others_carry: if keys.is_empty() { must_sink } else { Kronor::ZERO },
        keys,
        insatser: None,
    }
}

/// The keys of the kommuner with which the parts of a kommun pay no more than a sum.
fn keys_of_kommun(parts: &[Kommunkod], figures: &Figures, most: Kronor) -> Vec<KeyName> {
    let pays = figures.criteria.keys.iter().filter_map(|key| {
        let of_parts = key.kommuner.iter().filter(|kommun| parts.contains(&kommun.kommunkod));
        Some((key.key, all_that_is_known(of_parts.map(|kommun| kommun.contribution_after.gross))?))
    });
    pays.filter(|(_, amount)| *amount <= most).map(|(key, _)| key).collect()
}

/// The keys of the regions with which a region pays no more than a sum.
fn keys_of_region(region: RegionId, scenario: &LoadedScenario, most: Kronor) -> Vec<KeyName> {
    let keys = [
        (KeyName::Befolkning, Key::Befolkning),
        (KeyName::Folkmangd, Key::Folkmangd),
        (KeyName::Forsorjningsmatt, Key::Forsorjningsmatt),
        (KeyName::Lika, Key::Lika),
    ];
    let suffices = |key: &Key| {
        let pays = under_region_key(region, scenario, key)?;
        Some(pays <= most)
    };
    keys.into_iter().filter(|(_, key)| suffices(key) == Some(true)).map(|(name, _)| name).collect()
}

/// What a region pays in all, gross, if the regions divide theirs by another key; `None` where that cannot be computed.
fn under_region_key(region: RegionId, scenario: &LoadedScenario, key: &Key) -> Option<Kronor> {
    let mut changed = scenario.clone();
    changed.baseline = Arc::new(with_region_key(&scenario.baseline, key)?);
    let outcome = compute(&changed).ok()?.outcome;
    let paid = outcome.gross.money().flat_map(|row| row.regions.iter());
    Some(paid.filter(|(payer, _)| *payer == region).map(|(_, amount)| *amount).sum())
}

fn with_region_key(baseline: &LoadedBaseline, key: &Key) -> Option<LoadedBaseline> {
    let with_key = |model: &Model| {
        let mut baseline = model.baseline().clone();
        baseline.keys.regions = key.clone();
        Model::new(baseline).ok().map(Arc::new)
    };
    let path = match &baseline.path {
        None => None,
        Some(loaded) => {
            let year =
                |year: &BaselineYear| Some(BaselineYear { model: with_key(&year.model)?, ..year.clone() });
            let years = loaded.years.iter().map(year).collect::<Option<Vec<_>>>()?;
            Some(Arc::new(LoadedPath { years, ..LoadedPath::clone(loaded) }))
        }
    };
    Some(LoadedBaseline { model: with_key(&baseline.model)?, path, ..baseline.clone() })
}

/// What the förbund of a kommun lacks of having as much for insatser per inhabitant as its förbund of today.
fn of_kansli(parts: &[Kommunkod], scenario: &LoadedScenario, figures: &Figures) -> Option<KansliRemedy> {
    let before = holding(parts, &figures.before.forbund)?;
    let after = holding(parts, &figures.after.gross.forbund).filter(|forbund| !forbund.outside)?;
    let lack = lack(before, after)?;
    let splits = if lack > Kronor::ZERO { splits(parts, scenario, before) } else { Vec::new() };
    Some(KansliRemedy {
        per_inhabitant_before: kr_per_inhabitant(before.insatser?, before.befolkning_16_64)?,
        per_inhabitant_after: kr_per_inhabitant(after.insatser?, after.befolkning_16_64)?,
        must_cost_less: lack,
        kansli_after: after.kansli?,
        splits,
    })
}

/// The förbund that all parts of a kommun are in that are in any.
fn holding<'rows>(parts: &[Kommunkod], rows: &'rows [ForbundResult]) -> Option<&'rows ForbundResult> {
    let mut holding = rows.iter().filter(|row| parts.iter().any(|part| row.members.contains(part)));
    let one = holding.next()?;
    holding.next().is_none().then_some(one)
}

/// The least whole sum with which a förbund has at least as much for insatser per inhabitant as another; zero where it
/// has. `None` where a kansli is unknown.
fn lack(before: &ForbundResult, after: &ForbundResult) -> Option<Kronor> {
    let [had, has] = [before.insatser?, after.insatser?].map(|amount| i128::from(amount.get()));
    let [of, by] = [before.befolkning_16_64, after.befolkning_16_64].map(i128::from);
    let wanted = rounded_up(had * by, of);
    Some(Kronor::new(i64::try_from((wanted - has).max(0)).ok()?))
}

/// A quotient rounded up; the divisor is above zero.
fn rounded_up(sum: i128, divisor: i128) -> i128 {
    -(-sum).div_euclid(divisor)
}

/// The ways to split what is shared that leave the förbund of a kommun as much for insatser as that of today.
fn splits(parts: &[Kommunkod], scenario: &LoadedScenario, before: &ForbundResult) -> Vec<SplitName> {
    let suffices = |by: SplitBy| {
        let scenario = with_split(scenario, by)?;
        let figures = simulate(&scenario).ok()?.figures;
        let after = holding(parts, &figures.after.gross.forbund)?;
        Some(lack(before, after)? == Kronor::ZERO)
    };
    let names = |by: SplitBy| match by {
        SplitBy::Budget => Some(SplitName::Budget),
        SplitBy::Lika => Some(SplitName::Lika),
        SplitBy::Befolkning => Some(SplitName::Befolkning),
        SplitBy::Shares => None,
    };
    let ways = SPLITS.into_iter().map(|(_, by)| by).filter(|by| suffices(*by) == Some(true));
    ways.filter_map(names).collect()
}

/// The scenario with another split of every kansli that it lets förbund share; `None` where it shares none.
fn with_split(scenario: &LoadedScenario, by: SplitBy) -> Option<LoadedScenario> {
    let mut written = scenario.written.clone();
    let mut shares = false;
    for change in &mut written.changes {
        if let Some(Verb::SharedKansli { split_by, .. }) = &mut change.verb {
            split_by.value = ChoiceOrNumbers::Choice(by);
            shares = true;
        }
    }
    // What was read once is read again without a word.
    let mut again = Diagnostics::default();
    let (file, baseline) = (scenario.file.clone(), scenario.baseline.clone());
    shares.then(|| scenario_resolver::resolve(&written, &scenario.text, file, baseline, &mut again)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 300 kr over 100 inhabitants are 3 kr each: 33 inhabitants need 99 kr for as much, and 34 need 102.
    #[test]
    fn what_is_lacking_is_rounded_up_to_a_whole_krona() {
        assert_eq!((rounded_up(300 * 33, 100), rounded_up(300 * 34, 100)), (99, 102));
        assert_eq!((rounded_up(1, 3), rounded_up(-1, 3), rounded_up(-4, 3)), (1, 0, -1));
    }
}
