//! What förbund buy for their money: insatser against the money for them, what they cost per participant and per result,
//! what each kommun is offered, and what each group gets. It is in no other amount, and shown only where a file has insatser.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::assumption::Assumption;
use super::gross_and_net::GrossAndNet;
use super::holdings::HoldingsResult;
pub use super::insatser_result::{
    InsatsResult, InsatserOfForbund, InsatserResult, InsatserSide, InsatserTotal, MalgruppFigures,
    MalgruppResult, OfferResult, PaidAndReceived, PartyPosts, ResultatResult,
};
use super::posts_in_kind::PostsInKind;
use super::ratio::{kr_of, kr_per_person, percent, share};
use super::society_value::{SocietyValue, ValueResult, Values};
use crate::input::scenario::{LoadedScenario, ScenarioYear};
use crate::model::board::Party;
use crate::model::fraction::Fraction;
use crate::model::grouping::Grouping;
use crate::model::insatser::{Insats, InsatsRule, Insatser, Placed};
use crate::model::kommun::{Kommun, KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::path::Month;
use crate::model::payments::Payments;
use crate::model::rounding::share_by_weight;
use crate::model::year::{MONTHS, Span};

/// What the insatser of each row cost, today and afterwards; nothing where the file has none.
#[derive(Clone, Default, Debug)]
pub(super) struct Costs {
    pub(super) before: Option<CostOfRows>,
    pub(super) after: Option<CostOfRows>,
    /// What is in each kommun and what it contributes in kind, today and afterwards.
    of_kommuner: Option<[OfKommuner; 2]>,
    /// What kommuner are paid, today and afterwards.
    payments: Option<[BTreeMap<KommunId, Kronor>; 2]>,
}

/// What the insatser in each kommun cost, and what it contributes in kind, where there is some of either.
type OfKommuner = BTreeMap<KommunId, [Kronor; 2]>;

/// What the insatser of each row cost that has some, by the canonical name of the row, and what their results are worth.
#[derive(Clone, Debug)]
pub(super) struct CostOfRows {
    kostnad: BTreeMap<String, Kronor>,
    /// Where the file states values.
    value: Option<BTreeMap<String, SocietyValue>>,
}

/// The insatser of a scenario today, and after so many of its changes; `None` where the files have none.
fn today_and_after(scenario: &LoadedScenario, done: usize) -> Option<[&Insatser; 2]> {
    Some([scenario.insatser.first()?, scenario.insatser.get(done)?])
}

/// Insatser that are the same for so many months of a year.
type Months<'run> = (u32, &'run Insatser);

/// What an insats costs in so many months, in twelfths of kronor.
fn twelfths(months: u32, amount: Kronor) -> u64 {
    u64::from(months) * amount.unsigned()
}

/// The whole kronor of what is in twelfths of them: their sum is rounded once, half up, and shared by largest remainder.
/// Equals go to the first.
fn kronor<Key: Ord>(twelfths: Vec<(Key, u64)>) -> BTreeMap<Key, Kronor> {
    let weights: Vec<u64> = twelfths.iter().map(|(_, twelfths)| *twelfths).collect();
    let sum: u64 = weights.iter().sum();
    let year = u64::from(MONTHS);
    let shares = share_by_weight((sum + year / 2) / year, &weights);
    twelfths.into_iter().map(|(key, _)| key).zip(shares.into_iter().map(Kronor::exact)).collect()
}

/// What those of a year cost each row, in the order of their first insatser from its end backwards.
fn costs(spans: &[Months<'_>], values: Option<&Values>) -> CostOfRows {
    let mut of_rows: Vec<(String, Vec<(u32, &Insats)>)> = Vec::new();
    for (months, insatser) in spans.iter().rev() {
        for Placed { insats, row } in insatser.placed() {
            let name = canonical(insatser.name_of(*row));
            match of_rows.iter_mut().find(|(known, _)| *known == name) {
                Some((_, all)) => all.push((*months, insats)),
                None => of_rows.push((name, vec![(*months, insats)])),
            }
        }
    }
    let of_each =
        |all: &[(u32, &Insats)]| all.iter().map(|(months, insats)| twelfths(*months, insats.kostnad)).sum();
    let kostnad = of_rows.iter().map(|(row, all)| (row.clone(), of_each(all))).collect();
    let value = values.map(|values| {
        let of_months = |(row, all): (String, Vec<(u32, &Insats)>)| (row, values.of_months(all));
        of_rows.into_iter().map(of_months).collect()
    });
    CostOfRows { kostnad: kronor(kostnad), value }
}

/// What each kommun is paid in a year.
fn payments_of(spans: &[(u32, &Payments)]) -> BTreeMap<KommunId, Kronor> {
    let mut sums: BTreeMap<KommunId, u64> = BTreeMap::new();
    for (months, payments) in spans {
        for (kommun, amount) in payments.all() {
            *sums.entry(kommun).or_default() += twelfths(*months, amount);
        }
    }
    kronor(sums.into_iter().collect())
}

fn of_kommuner(spans: &[Months<'_>]) -> OfKommuner {
    let mut sums: BTreeMap<KommunId, [u64; 2]> = BTreeMap::new();
    for (months, insatser) in spans {
        for Placed { insats, .. } in insatser.placed() {
            if let Some(ort) = insats.ort {
                sums.entry(ort).or_default()[0] += twelfths(*months, insats.kostnad);
            }
            for (kommun, amount) in &insats.natura {
                sums.entry(*kommun).or_default()[1] += twelfths(*months, *amount);
            }
        }
    }
    let [received, natura] =
        [0, 1].map(|place| kronor(sums.iter().map(|(kommun, both)| (*kommun, both[place])).collect()));
    received.into_iter().map(|(kommun, received)| (kommun, [received, natura[&kommun]])).collect()
}

impl Costs {
    /// Those of a whole year after all changes of a scenario; of the last year where it has several.
    pub(super) fn of(scenario: &LoadedScenario) -> Self {
        match scenario.path.as_ref().and_then(|path| path.years.last()) {
            Some(last) => Self::of_year(scenario, last),
            None => Self::of_spans(scenario, &[(MONTHS, scenario.changes.len())]),
        }
    }

    /// Those of a year, in which insatser count by months.
    pub(super) fn of_year(scenario: &LoadedScenario, of_year: &ScenarioYear) -> Self {
        let dates = scenario.path.as_ref().map_or(&[][..], |path| &path.dates);
        let mut begins = 1;
        let span = |span: &Span| {
            let first = Month { year: of_year.year, month: begins };
            begins += span.months;
            (span.months, dates.partition_point(|date| *date <= first))
        };
        Self::of_spans(scenario, &of_year.spans.iter().map(span).collect::<Vec<_>>())
    }

    /// Those of spans of a year: so many months of each, after so many of the changes.
    fn of_spans(scenario: &LoadedScenario, spans_done: &[(u32, usize)]) -> Self {
        let spans: Option<Vec<Months<'_>>> = spans_done
            .iter()
            .map(|(months, done)| Some((*months, &**scenario.insatser.get(*done)?)))
            .collect();
        let paid: Option<Vec<(u32, &Payments)>> = spans_done
            .iter()
            .map(|(months, done)| Some((*months, &**scenario.payments.get(*done)?)))
            .collect();
        let payments = scenario.payments.first().zip(paid);
        let payments = payments.map(|(today, spans)| [&[(MONTHS, &**today)][..], &spans].map(payments_of));
        let Some((today, spans)) = scenario.insatser.first().zip(spans) else {
            return Self { payments, ..Self::default() };
        };
        let values = Values::of(&scenario.baseline.values);
        let sides = [&[(MONTHS, &**today)][..], &spans];
        let [before, after] = sides.map(|spans| Some(costs(spans, values.as_ref())));
        Self { before, after, of_kommuner: Some(sides.map(of_kommuner)), payments }
    }

    /// What a kommun receives, that contributes so much today and afterwards.
    pub(super) fn of_kommun(
        &self,
        kommun: KommunId,
        paid_before: Option<Kronor>,
        paid_after: GrossAndNet<Option<Kronor>>,
    ) -> PaidAndReceived {
        let sides = self.of_kommuner.as_ref();
        let insatser =
            sides.map(|sides| sides.each_ref().map(|side| side.get(&kommun).copied().unwrap_or_default()));
        let payments = self
            .payments
            .as_ref()
            .map(|sides| sides.each_ref().map(|side| side.get(&kommun).map_or(Kronor::ZERO, |paid| *paid)));
        if insatser.is_none() && payments.is_none() {
            return PaidAndReceived::default();
        }
        let received = |side: usize| insatser.map(|insatser| insatser[side][0]);
        let natura = |side: usize| insatser.map(|insatser| insatser[side][1]);
        let payment = |side: usize| payments.map(|payments| payments[side]);
        // Who is in no förbund pays nothing.
        let balance = |side: usize, paid: Option<Kronor>| {
            let returned = received(side).unwrap_or_default() + payment(side).unwrap_or_default();
            returned - natura(side).unwrap_or_default() - paid.unwrap_or_default()
        };
        let after = paid_after.map(|paid| balance(1, paid));
        PaidAndReceived {
            insats_received_before: received(0),
            insats_received_after: received(1),
            payment_before: payment(0),
            payment_after: payment(1),
            natura_before: natura(0),
            natura_after: natura(1),
            insats_balance_before: Some(balance(0, paid_before)),
            insats_balance_after: Some(after.gross),
            insats_balance_after_net: Some(after.net),
        }
    }
}

impl InsatserOfForbund {
    /// Those of a row with so much money for insatser, and so much of the state's for a helårsekvivalent.
    pub(super) fn of(
        costs: Option<&CostOfRows>,
        row: &str,
        insatser: Option<Kronor>,
        held: &HoldingsResult,
        price: Option<Fraction>,
    ) -> Self {
        let Some(costs) = costs else { return Self::default() };
        let row = canonical(row);
        let cost = costs.kostnad.get(&row).copied().unwrap_or_default();
        let value = costs.value.as_ref();
        let money = held.insatser_available.unwrap_or(insatser);
        Self {
            insats_kostnad: Some(cost),
            insats_kvar: Some(money.map(|money| money - cost)),
            kr_per_helarsekvivalent: Some(price.and_then(kr_of)),
            society_value: value
                .map(|of_rows| of_rows.get(&row).copied().unwrap_or_else(SocietyValue::nothing)),
        }
    }
}

impl InsatserResult {
    /// Those of a scenario; `None` where there are none.
    pub(super) fn of(scenario: &LoadedScenario) -> Option<Self> {
        let [today, after] = today_and_after(scenario, scenario.changes.len())?;
        let model = &scenario.baseline.model;
        let kommuner = &model.baseline().kommuner;
        // A group that one side lacks is lacking there.
        let mut groups: Vec<&str> = Vec::new();
        for placed in today.placed().iter().chain(after.placed()) {
            match placed.insats.malgrupp.as_deref() {
                Some(group) if !groups.iter().any(|known| is_same(known, group)) => groups.push(group),
                _ => {}
            }
        }
        let stated = &scenario.baseline.values;
        let values = Values::of(stated);
        let posts = [today, after].map(|side| {
            let given = side.placed().iter().map(|placed| placed.insats.natura_tjanster.as_slice());
            given.collect::<Vec<_>>()
        });
        let givers: BTreeSet<Party> =
            posts.iter().flatten().copied().flatten().map(|(party, _)| *party).collect();
        let [posts_before, posts_after] =
            posts.each_ref().map(|given| PostsInKind { given, givers: &givers, baseline: model.baseline() });
        let side = |insatser, grouping, posts: &PostsInKind<'_>| {
            InsatserSide::of(insatser, grouping, (kommuner, &groups), values.as_ref(), posts)
        };
        Some(Self {
            before: side(today, model.before(), &posts_before),
            after: side(after, &scenario.after, &posts_after),
            values: ValueResult::all(stated),
        })
    }
}

impl InsatserSide {
    fn of(
        insatser: &Insatser,
        grouping: &Grouping,
        (kommuner, groups): (&Kommuner, &[&str]),
        values: Option<&Values>,
        posts: &PostsInKind<'_>,
    ) -> Self {
        let all = || insatser.placed().iter().map(|placed| &placed.insats);
        let society_value = values.map(|values| values.of_insatser(all()));
        let natura_tjanster = posts.sum(posts.given);
        let whole = InsatserTotal { natura_tjanster, society_value, ..InsatserTotal::of(all()) };
        let of_each = insatser.placed().iter().enumerate().map(|(place, one)| InsatsResult {
            natura_tjanster: posts.sum(&posts.given[place..=place]),
            natura_parties: posts.of_insats(place),
            ..InsatsResult::of(one, grouping, kommuner)
        });
        let of_parties = posts.givers.iter().map(|party| posts.of_party(*party, posts.given));
        Self {
            insatser: of_each.collect(),
            natura_parties: (!posts.givers.is_empty()).then(|| of_parties.collect()),
            resultat: ResultatResult::of_all(&all().collect::<Vec<_>>()),
            malgrupper: groups
                .iter()
                .filter_map(|group| MalgruppResult::of(group, all(), whole.kostnad))
                .collect(),
            without_malgrupp: MalgruppFigures::of(
                all().filter(|insats| insats.malgrupp.is_none()),
                whole.kostnad,
            ),
            kommuner: OfferResult::of_all(insatser, grouping, kommuner, groups),
            total: whole,
        }
    }
}

/// Whether two names are those of one group or one result.
fn is_same(one: &str, other: &str) -> bool {
    canonical(one) == canonical(other)
}

impl InsatserTotal {
    fn of<'all>(all: impl Iterator<Item = &'all Insats> + Clone) -> Self {
        let stated = all.clone().filter_map(|insats| Some((insats.kostnad, insats.deltagare?)));
        Self {
            kostnad: all.clone().map(|insats| insats.kostnad).sum(),
            platser: all.clone().map(|insats| insats.platser).sum(),
            deltagare: all.clone().map(|insats| insats.deltagare).sum(),
            avslutade: all.map(|insats| insats.avslutade).sum(),
            kostnad_per_deltagare: per_person(stated),
            natura_tjanster: None,
            society_value: None,
        }
    }
}

/// The sum of costs per person, by the sum of persons.
fn per_person(parts: impl Iterator<Item = (Kronor, u64)> + Clone) -> Option<Decimal> {
    let cost: Kronor = parts.clone().map(|(cost, _)| cost).sum();
    kr_per_person(cost, parts.map(|(_, persons)| persons).sum())
}

impl InsatsResult {
    fn of(placed: &Placed, grouping: &Grouping, kommuner: &Kommuner) -> Self {
        let insats = &placed.insats;
        let row = grouping.row(placed.row).expect("an insats is in a row of its grouping");
        Self {
            name: insats.name.clone(),
            forbund: row.name.clone(),
            ort: insats.ort.map(|ort| kommuner.get(ort).name.clone()),
            malgrupp: insats.malgrupp.clone(),
            kostnad: insats.kostnad,
            platser: insats.platser,
            deltagare: insats.deltagare,
            avslutade: insats.avslutade,
            kostnad_per_deltagare: insats
                .deltagare
                .and_then(|persons| kr_per_person(insats.kostnad, persons)),
            natura_tjanster: None,
            natura_parties: None,
            resultat: ResultatResult::of_all(&[insats]),
            source: insats.source.clone(),
        }
    }
}

impl ResultatResult {
    /// What became of the participants in some insatser, in the order in which the results are named.
    fn of_all(all: &[&Insats]) -> Vec<Self> {
        let mut kinds: Vec<&str> = Vec::new();
        for (kind, _) in all.iter().flat_map(|insats| &insats.resultat) {
            if !kinds.iter().any(|known| is_same(known, kind)) {
                kinds.push(kind);
            }
        }
        let of_kind = |kind: &str| {
            let with_it = || {
                all.iter().filter_map(move |insats| {
                    let (_, persons) = insats.resultat.iter().find(|(one, _)| is_same(one, kind))?;
                    Some((insats, *persons))
                })
            };
            let personer: u64 = with_it().map(|(_, persons)| persons).sum();
            let share_of = |persons: fn(&Insats) -> Option<u64>| {
                let all = with_it().map(|(insats, _)| persons(insats)).sum::<Option<u64>>()?;
                share(whole(personer), whole(all))
            };
            Self {
                resultat: kind.to_owned(),
                personer,
                share_of_deltagare: share_of(|insats| insats.deltagare),
                share_of_avslutade: share_of(|insats| insats.avslutade),
                kostnad_per_person: per_person(with_it().map(|(insats, persons)| (insats.kostnad, persons))),
            }
        };
        kinds.into_iter().map(of_kind).collect()
    }
}

fn whole(persons: u64) -> i64 {
    i64::try_from(persons).expect("persons that files of limited size state")
}

impl MalgruppResult {
    /// What a group gets; `None` where nothing is for it.
    fn of<'all>(group: &str, all: impl Iterator<Item = &'all Insats> + Clone, whole: Kronor) -> Option<Self> {
        let is_meant =
            |insats: &&Insats| insats.malgrupp.as_deref().is_some_and(|malgrupp| is_same(malgrupp, group));
        let figures = MalgruppFigures::of(all.filter(is_meant), whole)?;
        Some(Self { malgrupp: group.to_owned(), figures })
    }
}

impl MalgruppFigures {
    /// Those of the insatser of a group, of what all cost; `None` where there are none.
    fn of<'all>(of_group: impl Iterator<Item = &'all Insats> + Clone, whole: Kronor) -> Option<Self> {
        of_group.clone().next()?;
        let InsatserTotal { kostnad, deltagare, kostnad_per_deltagare, .. } = InsatserTotal::of(of_group);
        Some(Self { kostnad, share_of_kostnad: percent(kostnad, whole), deltagare, kostnad_per_deltagare })
    }
}

impl OfferResult {
    fn of_all(insatser: &Insatser, grouping: &Grouping, kommuner: &Kommuner, groups: &[&str]) -> Vec<Self> {
        let of_kommun = |(id, kommun): (_, &Kommun)| {
            let row = grouping.row_of(id)?;
            let mut offer = Self {
                kommunkod: kommun.kommunkod,
                kommun: kommun.name.clone(),
                offered: Vec::new(),
                elsewhere: Vec::new(),
                lacking: Vec::new(),
            };
            for &group in groups {
                let is_meant = |placed: &&Placed| {
                    let malgrupp = placed.insats.malgrupp.as_deref();
                    placed.row == row.id && malgrupp.is_some_and(|malgrupp| is_same(malgrupp, group))
                };
                let orte: Vec<_> =
                    insatser.placed().iter().filter(is_meant).map(|placed| placed.insats.ort).collect();
                let list = if orte.is_empty() {
                    &mut offer.lacking
                } else if orte.iter().any(|ort| ort.is_none_or(|ort| ort == id)) {
                    &mut offer.offered
                } else {
                    &mut offer.elsewhere
                };
                list.push(group.to_owned());
            }
            Some(offer)
        };
        kommuner.iter().filter_map(of_kommun).collect()
    }
}

/// What the insatser and payments of a scenario rest on.
pub(super) fn assumptions(scenario: &LoadedScenario, assumptions: &mut Vec<Assumption>) {
    of_insatser(scenario, assumptions);
    let Some(after) = scenario.payments.get(scenario.changes.len()) else { return };
    assumptions.push(Assumption::PaymentsFollow);
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let ended: Vec<String> = after.ended().iter().map(|kommun| kommuner.get(*kommun).name.clone()).collect();
    if !ended.is_empty() {
        assumptions.push(Assumption::PaymentsEnded { kommuner: ended });
    }
}

fn of_insatser(scenario: &LoadedScenario, assumptions: &mut Vec<Assumption>) {
    let Some([_, after]) = today_and_after(scenario, scenario.changes.len()) else { return };
    assumptions.push(Assumption::InsatserFollow);
    if let Some((table, off)) = &scenario.baseline.insatser_from_percent {
        assumptions.push(Assumption::InsatserFromPercent { table: table.clone(), off: *off });
    }
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let (mut ended, mut without_natura) = (Vec::new(), Vec::new());
    let mut without_posts: Vec<(&str, Vec<String>)> = Vec::new();
    let name = |kommun: &KommunId| kommuner.get(*kommun).name.clone();
    for rule in after.rules() {
        match rule {
            InsatsRule::ByInhabitants { insats, from, to } => {
                assumptions.push(Assumption::InsatsByInhabitants {
                    insats: insats.clone(),
                    from: from.clone(),
                    to: to.clone(),
                });
            }
            InsatsRule::ResultsAsNone { insats, resultat } => {
                let (insats, resultat) = (insats.clone(), resultat.clone());
                assumptions.push(Assumption::InsatsResultsAsNone { insats, resultat });
            }
            InsatsRule::Ended { insats } => ended.push(insats.clone()),
            InsatsRule::NaturaEnded { kommun } => without_natura.push(name(kommun)),
            InsatsRule::PostsEnded { insats, party } => {
                let party = scenario.baseline.model.baseline().party(*party).to_owned();
                match without_posts.iter_mut().find(|(known, _)| known == insats) {
                    Some((_, parties)) => parties.push(party),
                    None => without_posts.push((insats, vec![party])),
                }
            }
            InsatsRule::WithoutMalgrupp { insats, malgrupper } => {
                let (insats, malgrupper) = (insats.clone(), malgrupper.clone());
                assumptions.push(Assumption::InsatsWithoutMalgrupp { insats, malgrupper });
            }
            InsatsRule::WithoutOrt { insats, orter } => {
                let orter = orter.iter().map(name).collect();
                assumptions.push(Assumption::InsatsWithoutOrt { insats: insats.clone(), orter });
            }
        }
    }
    if !ended.is_empty() {
        assumptions.push(Assumption::InsatserEnded { names: ended });
    }
    if !without_natura.is_empty() {
        assumptions.push(Assumption::NaturaEnded { names: without_natura });
    }
    assumptions.extend(
        without_posts
            .into_iter()
            .map(|(insats, parties)| Assumption::InsatsPostsEnded { insats: insats.to_owned(), parties }),
    );
}
