//! What would leave a party that blocks an alternative no worse off than today, found by computing the alternative
//! again: with every key, and with every way to split a shared kansli.

use std::cell::LazyCell;
use std::ops::Deref;
use std::sync::Arc;

use crate::analysis::criteria::{KeyName, KeyResult};
use crate::analysis::ratio::kr_per_inhabitant;
use crate::analysis::result::{Contribution, Figures, ForbundResult, GrossAndNet, SideResult};
use crate::analysis::simulation::{compute, simulate};
use crate::analysis::stance::{KansliRemedy, Remedy, RemedySide, SplitName};
use crate::diagnostic::Diagnostics;
use crate::input::baseline::{BaselineYear, LoadedBaseline, LoadedPath};
use crate::input::change_section::{SPLITS, Verb};
use crate::input::document::ChoiceOrNumbers;
use crate::input::scenario::LoadedScenario;
use crate::input::scenario_resolver;
use crate::model::allocation::Model;
use crate::model::board::Party;
use crate::model::kansli::SplitBy;
use crate::model::key::Key;
use crate::model::kommun::{Kommunkod, RegionId};
use crate::model::kronor::Kronor;
use crate::model::outcome::Side;

/// What would help, gross and net; `None` for a party that pays nothing itself.
pub(super) fn remedy(party: Party, scenario: &LoadedScenario, figures: &Figures) -> Option<Remedy> {
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let has_net = figures.after.net.is_some();
    let both =
        |side: &dyn Fn(bool) -> RemedySide| Remedy { gross: side(false), net: has_net.then(|| side(true)) };
    match party {
        Party::Kommun(kommun) => {
            let all: Vec<Kommunkod> =
                kommuner.parts(kommun).map(|part| kommuner.get(part).kommunkod).collect();
            let pays: Vec<Contribution> =
                all.iter().filter_map(|part| figures.kommun(*part)).map(|part| part.contribution).collect();
            let keys = LazyCell::new(|| keys_of_kommun(&all, figures));
            let splits = LazyCell::new(|| splits(&all, scenario, figures));
            Some(both(&|net| RemedySide {
                insatser: of_kansli(&all, figures, net, &splits),
                ..of_contribution(&pays, net, &keys)
            }))
        }
        Party::Region(region) => {
            let name = kommuner.region(region);
            let pays = [figures.regions.iter().find(|one| one.region == name)?.contribution];
            let keys = LazyCell::new(|| keys_of_region(region, scenario));
            Some(both(&|net| of_contribution(&pays, net, &keys)))
        }
        Party::Forsakringskassan | Party::Arbetsformedlingen | Party::Board(_) => None,
    }
}

/// What is paid in all under a key.
type UnderKey = (KeyName, GrossAndNet<Option<Kronor>>);

/// The sum of what the parts of a kommun pay; nothing if none of them pays.
fn all_that_is_known(amounts: impl Iterator<Item = Option<Kronor>>) -> Option<Kronor> {
    amounts.flatten().reduce(|sum, amount| sum + amount)
}

/// By how much what somebody pays must sink to be no more than before, and which keys do that, which are asked only where it
/// must.
fn of_contribution(
    pays: &[Contribution],
    net: bool,
    keys: &impl Deref<Target = Vec<UnderKey>>,
) -> RemedySide {
    // Who is in no förbund pays nothing.
    let before = all_that_is_known(pays.iter().map(|pays| pays.before)).unwrap_or_default();
    let after = all_that_is_known(pays.iter().map(|pays| pays.after.of(net).flatten())).unwrap_or_default();
    let must_sink = (after - before).max(Kronor::ZERO);
    let suffices =
        |paid: GrossAndNet<Option<Kronor>>| paid.of(net).flatten().is_some_and(|paid| paid <= before);
    let keys: Vec<KeyName> = if must_sink > Kronor::ZERO {
        keys.iter().filter(|(_, paid)| suffices(*paid)).map(|(key, _)| *key).collect()
    } else {
        Vec::new()
    };
    RemedySide {
        contribution_before: before,
        contribution_after: after,
        must_sink,
        others_carry: if keys.is_empty() { must_sink } else { Kronor::ZERO },
        keys,
        insatser: None,
    }
}

/// What the parts of a kommun pay under the keys of the kommuner.
fn keys_of_kommun(parts: &[Kommunkod], figures: &Figures) -> Vec<UnderKey> {
    let under = |key: &KeyResult| {
        let of_parts = || key.kommuner.iter().filter(|kommun| parts.contains(&kommun.kommunkod));
        let paid = |net: bool| {
            all_that_is_known(of_parts().map(|kommun| kommun.contribution_after.of(net).flatten()))
        };
        (key.key, GrossAndNet { gross: paid(false), net: Some(paid(true)) })
    };
    figures.criteria.keys.iter().map(under).collect()
}

/// What a region pays under the keys of the regions, where that can be computed.
fn keys_of_region(region: RegionId, scenario: &LoadedScenario) -> Vec<UnderKey> {
    let keys = [
        (KeyName::Befolkning, Key::Befolkning),
        (KeyName::Folkmangd, Key::Folkmangd),
        (KeyName::Forsorjningsmatt, Key::Forsorjningsmatt),
        (KeyName::Lika, Key::Lika),
    ];
    let under = |(name, key): (KeyName, Key)| Some((name, under_region_key(region, scenario, &key)?));
    keys.into_iter().filter_map(under).collect()
}

/// What a region pays in all, if the regions divide theirs by another key; `None` where that cannot be computed.
fn under_region_key(
    region: RegionId,
    scenario: &LoadedScenario,
    key: &Key,
) -> Option<GrossAndNet<Option<Kronor>>> {
    let mut changed = scenario.clone();
    changed.baseline = Arc::new(with_region_key(&scenario.baseline, key)?);
    let outcome = compute(&changed).ok()?.outcome;
    let pays = |side: &Side| {
        let paid = side.money().flat_map(|row| row.regions.iter());
        Some(paid.filter(|(payer, _)| *payer == region).map(|(_, amount)| *amount).sum())
    };
    Some(GrossAndNet { gross: pays(&outcome.gross), net: outcome.net.as_ref().map(pays) })
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

/// What the förbund of a kommun lacks of having as much for insatser per inhabitant as its förbund of today; the ways to split
/// are asked only where it lacks something.
fn of_kansli(
    parts: &[Kommunkod],
    figures: &Figures,
    net: bool,
    splits: &impl Deref<Target = Vec<(SplitName, GrossAndNet<bool>)>>,
) -> Option<KansliRemedy> {
    let before = holding(parts, &figures.before.forbund)?;
    let after = &figures.after.as_ref().of(net)?.forbund;
    let after = holding(parts, after).filter(|forbund| !forbund.outside)?;
    let lack = lack(before, after)?;
    let splits = if lack > Kronor::ZERO {
        splits
            .iter()
            .filter(|(_, suffices)| suffices.of(net) == Some(true))
            .map(|(split, _)| *split)
            .collect()
    } else {
        Vec::new()
    };
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

/// Whether the ways to split what is shared leave the förbund of a kommun as much for insatser as that of today.
fn splits(
    parts: &[Kommunkod],
    scenario: &LoadedScenario,
    figures: &Figures,
) -> Vec<(SplitName, GrossAndNet<bool>)> {
    let before = holding(parts, &figures.before.forbund);
    let suffices = |by: SplitBy| {
        let figures = simulate(&with_split(scenario, by)?).ok()?.figures;
        let is_enough = |side: &SideResult| {
            let lack =
                before.zip(holding(parts, &side.forbund)).and_then(|(before, after)| lack(before, after));
            lack == Some(Kronor::ZERO)
        };
        Some(figures.after.as_ref().map(is_enough))
    };
    let ways = SPLITS.into_iter().filter_map(|(_, by)| {
        let name = match by {
            SplitBy::Budget => SplitName::Budget,
            SplitBy::Lika => SplitName::Lika,
            SplitBy::Befolkning => SplitName::Befolkning,
            SplitBy::Shares => return None,
        };
        Some((name, suffices(by)?))
    });
    ways.collect()
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
