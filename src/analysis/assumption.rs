//! Every assumption the figures rest on, as data; the sentences stand in [`crate::text::assumption`].

use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::input::baseline::{ChangedBudget, Defaults, WrittenAssumption};
use crate::input::scenario::LoadedScenario;
use crate::model::baseline::{Basis, Rest};
use crate::model::grouping::{Grouping, Row, Seat};
use crate::model::kansli::KansliRule;
use crate::model::key::Key;
use crate::model::kronor::Kronor;

/// Something the figures rest on that a reader could doubt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Assumption {
    /// The model's formula and its parameters, as finsam reads FK 2015.
    Formula {
        /// kr per förbund.
        base_grant: Kronor,
        /// Of försörjningsmått and inhabitants 16–64.
        weights: [Decimal; 2],
        /// Which of them nobody wrote.
        defaults: Defaults,
        /// Whether all state money is computed by it, and not only divided within the förbund.
        national: bool,
    },
    /// The locked national total.
    NationalTotal {
        /// kr a year.
        appropriation: Kronor,
        /// Förbund in the country today.
        forbund: u64,
    },
    /// The decided amounts hold, and each kommun takes its part of them along.
    CalibratedBasis,
    /// Budgets that are not met to the krona.
    ChangedBudgets(Vec<ChangedBudget>),
    /// The rest of the country is this many kommuner: all others of the table.
    RestAllOthers(usize),
    /// The rest of the country is this many kommuner, named in the file.
    RestListed(usize),
    /// The rest of the country is two sums, given in the file.
    RestSums,
    /// What gross and net mean.
    GrossAndNet {
        /// On the national basis.
        national: bool,
    },
    /// Why there is no net figure.
    NetUnknown,
    /// The shares of state, region and kommuner.
    Funding([Decimal; 3]),
    /// All parties pay their full part.
    FullMatching,
    /// Guard and equity staircase are not applied.
    NoGuard,
    /// How the kommuner divide their part.
    KommunKey(Key),
    /// How the regions of one förbund divide theirs.
    RegionKey(Key),
    /// The regions were read off the kommunkoder.
    RegionsFromKommunkod,
    /// Outside rows bring no base grant.
    Outside(Vec<String>),
    /// Kommuner join that were in no förbund.
    Joined {
        /// Those that the country's sums held already.
        held: Vec<String>,
        /// Those that enter them, net.
        entering: Vec<String>,
    },
    /// A cost that nobody stated was decided by this rule.
    Kansli(KansliRule),
    /// The kommun where a förbund has its seat left it.
    SeatLapsed {
        /// The förbund.
        forbund: String,
        /// The kommun.
        kommun: String,
    },
    /// The kansli of these förbund is not known, before or after.
    KansliUnknown(Vec<String>),
    /// A column of the table was derived.
    Derived {
        /// The column.
        column: String,
        /// How, in the user's language and perhaps in English.
        title: String,
        /// In English, if that was written.
        title_en: Option<String>,
    },
    /// finsam's rounding.
    Rounding,
    /// Written by the user in a file.
    Written(WrittenAssumption),
}

/// All assumptions of a scenario, the weightiest first.
#[must_use]
pub fn collect(scenario: &LoadedScenario) -> Vec<Assumption> {
    let loaded = &*scenario.baseline;
    let baseline = loaded.model.baseline();
    let parameters = &baseline.parameters;
    let mut assumptions = Vec::new();
    for source in loaded.column_sources.iter().filter(|source| source.derived) {
        assumptions.extend(source.columns.iter().map(|column| Assumption::Derived {
            column: column.clone(),
            title: source.title.clone(),
            title_en: source.title_en.clone(),
        }));
    }
    assumptions
        .extend(loaded.assumptions.iter().chain(&scenario.assumptions).cloned().map(Assumption::Written));
    assumptions.push(Assumption::Formula {
        base_grant: parameters.base_grant,
        weights: *parameters.weights.written(),
        defaults: loaded.defaults,
        national: baseline.is_national(),
    });
    if let Some(country) = baseline.parameters.country {
        let forbund = u64::from(country.other_forbund) + baseline.forbund.len() as u64;
        assumptions.push(Assumption::NationalTotal { appropriation: country.appropriation, forbund });
    }
    match &baseline.basis {
        Basis::Calibrated { .. } => {
            assumptions.push(Assumption::CalibratedBasis);
            if !loaded.changed_budgets.is_empty() {
                assumptions.push(Assumption::ChangedBudgets(loaded.changed_budgets.clone()));
            }
        }
        Basis::National { rest } => assumptions.push(match rest {
            Rest::AllOthers => {
                let members: usize = baseline.forbund.iter().map(|forbund| forbund.members.len()).sum();
                Assumption::RestAllOthers(baseline.kommuner.len() - members)
            }
            Rest::Listed(listed) => Assumption::RestListed(listed.len()),
            Rest::Sums { .. } => Assumption::RestSums,
        }),
    }
    let net_known = baseline.parameters.country.is_some();
    let national = baseline.is_national();
    assumptions.push(if net_known { Assumption::GrossAndNet { national } } else { Assumption::NetUnknown });
    assumptions.push(Assumption::Funding(*parameters.funding.written()));
    assumptions.push(Assumption::KommunKey(baseline.keys.kommuner.clone()));
    let groupings = [loaded.model.before(), &scenario.after];
    if groupings.iter().any(|grouping| has_several_regions(grouping, scenario)) {
        assumptions.push(Assumption::RegionKey(baseline.keys.regions.clone()));
    }
    if loaded.regions_from_kommunkod {
        assumptions.push(Assumption::RegionsFromKommunkod);
    }
    of_changes(scenario, &mut assumptions);
    assumptions.extend([Assumption::FullMatching, Assumption::NoGuard, Assumption::Rounding]);
    assumptions
}

fn of_changes(scenario: &LoadedScenario, assumptions: &mut Vec<Assumption>) {
    let after = &scenario.after;
    let model = &scenario.baseline.model;
    let outside = after.rows().iter().filter(|row| row.outside);
    let outside: Vec<String> = outside.map(|row| row.name.clone()).collect();
    if !outside.is_empty() {
        assumptions.push(Assumption::Outside(outside));
    }
    if !after.joined().is_empty() {
        let names = |held: bool| {
            let joined = after.joined().iter().filter(|&&kommun| model.country_holds(kommun) == held);
            joined.map(|&kommun| model.baseline().kommuner.get(kommun).name.clone()).collect()
        };
        assumptions.push(Assumption::Joined { held: names(true), entering: names(false) });
    }
    assumptions.extend(after.rules().into_iter().map(Assumption::Kansli));
    assumptions.extend(after.forbund().filter_map(|row| {
        let Seat::Lapsed(seat) = row.seat else { return None };
        let kommun = model.baseline().kommuner.get(seat).name.clone();
        Some(Assumption::SeatLapsed { forbund: row.name.clone(), kommun })
    }));
    let rows = model.before().rows().iter().chain(after.rows());
    let unknown = rows.filter(|row| row.kansli.known().is_none()).map(|row| row.name.clone());
    let mut named = HashSet::new();
    let unknown: Vec<String> = unknown.filter(|name| named.insert(name.clone())).collect();
    if !unknown.is_empty() {
        assumptions.push(Assumption::KansliUnknown(unknown));
    }
}

fn has_several_regions(grouping: &Grouping, scenario: &LoadedScenario) -> bool {
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let region = |row: &Row, member: usize| kommuner.get(row.members[member]).region;
    grouping
        .rows()
        .iter()
        .any(|row| (1..row.members.len()).any(|member| region(row, member) != region(row, 0)))
}
