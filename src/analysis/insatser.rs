//! What förbund buy for their money: insatser against the money for them, what they cost per participant and per result,
//! what each kommun is offered, and what each group gets. It is in no other amount, and shown only where a file has insatser.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::assumption::Assumption;
use super::decimals::known_as_written;
use super::holdings::HoldingsResult;
use super::ratio::{kr_per_person, percent, share};
use super::side::Contribution;
use crate::catalogue::described;
use crate::input::scenario::LoadedScenario;
use crate::model::grouping::Grouping;
use crate::model::insatser::{Insats, InsatsRule, Insatser, Placed};
use crate::model::kommun::{Kommun, KommunId, Kommuner, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::row_id::RowId;

described!(
    /// The insatser of a förbund, at the end of the year. Each key stands only where the file has insatser.
    #[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
    pub struct InsatserOfForbund {
        /// What its insatser cost, kr a year. Missing where the file has none.
        #[sv = "Vad dess insatser kostar, kr per år. Saknas där filen inte har några."]
        #[figure(Kronor, "Insatsernas kostnad", "Cost of insatser")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_kostnad: Option<Kronor>,
        /// The money for insatser less what its insatser cost, kr a year; with what was carried over and other income where they
        /// are stated. Less than zero where it is not enough. Null if the money is unknown; missing where the file has no
        /// insatser.
        #[sv = "Pengarna till insatser minus vad dess insatser kostar, kr per år; med överförda medel och övriga intäkter där de \
                anges. Mindre än noll där de inte räcker. Null om pengarna är okända; saknas där filen inte har några \
                insatser."]
        #[figure(Kronor, "Kvar", "Left")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_kvar: Option<Option<Kronor>>,
    }
);

described!(
    /// What a kommun gets of insatser that are in it, and what it pays for all of them. Each key stands only where the file has
    /// insatser.
    #[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
    pub struct PaidAndReceived {
        /// What the insatser in the kommun cost today, kr a year; those of a whole förbund are in none. Missing where the file
        /// has no insatser.
        #[sv = "Vad insatserna i kommunen kostar i dag, kr per år; de som gäller ett helt förbund finns inte i någon. Saknas där \
                filen inte har några insatser."]
        #[figure(Kronor, "Insatser på orten, nuläge", "Insatser in it, today")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_received_before: Option<Kronor>,
        /// The same afterwards, kr a year.
        #[sv = "Detsamma efteråt, kr per år."]
        #[figure(Kronor, "Insatser på orten, efter", "Insatser in it, after")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_received_after: Option<Kronor>,
        /// What the kommun contributes to insatser in kind today, kr a year. Missing where the file has no insatser.
        #[sv = "Vad kommunen bidrar med in natura till insatser i dag, kr per år. Saknas där filen inte har några insatser."]
        #[figure(Kronor, "In natura, nuläge", "In kind, today")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub natura_before: Option<Kronor>,
        /// The same afterwards, kr a year.
        #[sv = "Detsamma efteråt, kr per år."]
        #[figure(Kronor, "In natura, efter", "In kind, after")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub natura_after: Option<Kronor>,
        /// What the insatser in the kommun cost today less its contribution and what it contributes in kind, kr a year. Missing
        /// where the file has no insatser.
        #[sv = "Vad insatserna i kommunen kostar i dag minus dess bidrag och det som den bidrar med in natura, kr per år. Saknas \
                där filen inte har några insatser."]
        #[figure(Kronor, "Netto, nuläge", "Net, today")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_balance_before: Option<Kronor>,
        /// The same afterwards, with the contribution gross, kr a year.
        #[sv = "Detsamma efteråt, med bidraget brutto, kr per år."]
        #[figure(Kronor, "Netto, efter", "Net, after")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_balance_after: Option<Kronor>,
    }
);

described!(
    /// The insatser today and afterwards.
    #[sv = "Insatserna i dag och efteråt."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct InsatserResult {
        /// Today.
        #[sv = "I dag."]
        pub before: InsatserSide,
        /// Afterwards.
        #[sv = "Efteråt."]
        pub after: InsatserSide,
    }
);

described!(
    /// The insatser of a side.
    #[sv = "Insatserna i ett läge."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct InsatserSide {
        /// All together.
        #[sv = "Alla tillsammans."]
        pub total: InsatserTotal,
        /// Each of them, in the order of the file.
        #[sv = "Var och en, i filens ordning."]
        pub insatser: Vec<InsatsResult>,
        /// What became of participants in all of them. A percentage is of the participants in those that have the result.
        #[sv = "Hur det gick för deltagarna i dem alla. En andel är av deltagarna i de insatser som har resultatet."]
        pub resultat: Vec<ResultatResult>,
        /// What each group gets.
        #[sv = "Vad varje målgrupp får."]
        pub malgrupper: Vec<MalgruppResult>,
        /// What each kommun that is in a förbund is offered.
        #[sv = "Vad varje kommun som är med i ett förbund erbjuds."]
        pub kommuner: Vec<OfferResult>,
    }
);

described!(
    /// Insatser together.
    #[sv = "Insatser tillsammans."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct InsatserTotal {
        /// What they cost, kr a year.
        #[sv = "Vad de kostar, kr per år."]
        #[figure(Kronor, "Kostnad", "Cost")]
        pub kostnad: Kronor,
        /// How many can take part at once. Null if one of them does not say.
        #[sv = "Hur många som kan delta samtidigt. Null om någon inte anger det."]
        #[figure(Persons, "Platser", "Places")]
        pub platser: Option<u64>,
        /// How many take part in a year. Null if one of them does not say.
        #[sv = "Hur många som deltar under ett år. Null om någon inte anger det."]
        #[figure(Persons, "Deltagare", "Participants")]
        pub deltagare: Option<u64>,
        /// What those cost which state their participants, per participant, kr: a string with two decimals. Null if none does.
        #[sv = "Vad de som anger deltagare kostar per deltagare, kr: en sträng med två decimaler. Null om ingen gör det."]
        #[figure(KronorPerPerson, "Kr/deltagare", "Kr/participant")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_deltagare: Option<Decimal>,
    }
);

described!(
    /// An insats.
    #[sv = "En insats."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "name", "name")]
    pub struct InsatsResult {
        /// Its name.
        #[sv = "Insatsens namn."]
        #[is(Id)]
        pub name: String,
        /// The förbund that has it.
        #[sv = "Förbundet som har den."]
        pub forbund: String,
        /// The kommun that it is in. Null if it is for the whole förbund.
        #[sv = "Kommunen den finns i. Null om den gäller hela förbundet."]
        pub ort: Option<String>,
        /// Whom it is for. Null if that is not stated.
        #[sv = "Vem den är till för. Null om det inte anges."]
        pub malgrupp: Option<String>,
        /// What it costs, kr a year.
        #[sv = "Vad den kostar, kr per år."]
        #[figure(Kronor, "Kostnad", "Cost")]
        pub kostnad: Kronor,
        /// How many can take part at once. Null if that is not stated.
        #[sv = "Hur många som kan delta samtidigt. Null om det inte anges."]
        #[figure(Persons, "Platser", "Places")]
        pub platser: Option<u64>,
        /// How many take part in a year. Null if that is not stated.
        #[sv = "Hur många som deltar under ett år. Null om det inte anges."]
        #[figure(Persons, "Deltagare", "Participants")]
        pub deltagare: Option<u64>,
        /// What it costs per participant, kr: a string with two decimals. Null if nobody is stated to take part.
        #[sv = "Vad den kostar per deltagare, kr: en sträng med två decimaler. Null om inga deltagare anges."]
        #[figure(KronorPerPerson, "Kr/deltagare", "Kr/participant")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_deltagare: Option<Decimal>,
        /// What became of participants.
        #[sv = "Hur det gick för deltagarna."]
        pub resultat: Vec<ResultatResult>,
        /// Where the figures come from. Null if that is not stated.
        #[sv = "Var uppgifterna kommer från. Null om det inte anges."]
        pub source: Option<String>,
    }
);

described!(
    /// Participants with a result.
    #[sv = "Deltagare med ett resultat."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "resultat", "resultat")]
    pub struct ResultatResult {
        /// The result.
        #[sv = "Resultatet."]
        #[is(Id)]
        pub resultat: String,
        /// How many have it in a year.
        #[sv = "Hur många som har det under ett år."]
        #[figure(Persons, "Personer", "Persons")]
        pub personer: u64,
        /// Their share of the participants, percent: a string with one decimal. Null if an insats with the result does not state
        /// its participants, or nobody takes part.
        #[sv = "Deras andel av deltagarna, procent: en sträng med en decimal. Null om en insats med resultatet inte anger sina \
                deltagare, eller ingen deltar."]
        #[figure(PercentagePoints, "% av deltagare", "% of participants")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub share_of_deltagare: Option<Decimal>,
        /// All that the insatser with the result cost, per person who has it, kr: a string with two decimals. Null if nobody has
        /// it.
        #[sv = "Allt som insatserna med resultatet kostar, per person som har det, kr: en sträng med två decimaler. Null om ingen \
                har det."]
        #[figure(KronorPerPerson, "Kr/person", "Kr/person")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_person: Option<Decimal>,
    }
);

described!(
    /// What a group gets.
    #[sv = "Vad en målgrupp får."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "malgrupp", "malgrupp")]
    pub struct MalgruppResult {
        /// The group.
        #[sv = "Målgruppen."]
        #[is(Id)]
        pub malgrupp: String,
        /// What its insatser cost, kr a year.
        #[sv = "Vad dess insatser kostar, kr per år."]
        #[figure(Kronor, "Kostnad", "Cost")]
        pub kostnad: Kronor,
        /// Their share of what all insatser cost, percent: a string with two decimals. Null if those cost nothing.
        #[sv = "Deras andel av alla insatsers kostnad, procent: en sträng med två decimaler. Null om de inte kostar något."]
        #[figure(PercentagePoints, "% av kostnad", "% of cost")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub share_of_kostnad: Option<Decimal>,
        /// How many take part in a year. Null if one of the insatser does not say.
        #[sv = "Hur många som deltar under ett år. Null om någon av insatserna inte anger det."]
        #[figure(Persons, "Deltagare", "Participants")]
        pub deltagare: Option<u64>,
        /// What those cost which state their participants, per participant, kr: a string with two decimals. Null if none does.
        #[sv = "Vad de som anger deltagare kostar per deltagare, kr: en sträng med två decimaler. Null om ingen gör det."]
        #[figure(KronorPerPerson, "Kr/deltagare", "Kr/participant")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_deltagare: Option<Decimal>,
    }
);

described!(
    /// What a kommun is offered: the groups of all insatser of the side, each in one of the lists.
    #[sv = "Vad en kommun erbjuds: målgrupperna för lägets alla insatser, var och en i en av listorna."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "kommunkod", "kommun")]
    pub struct OfferResult {
        /// The kommunkod, four digits.
        #[sv = "Kommunkoden, fyra siffror."]
        #[is(Id)]
        pub kommunkod: Kommunkod,
        /// The name of the kommun.
        #[sv = "Kommunens namn."]
        pub kommun: String,
        /// The groups with an insats in the kommun, or in its förbund and in no kommun.
        #[sv = "Målgrupperna med en insats i kommunen, eller en som gäller hela förbundet."]
        pub offered: Vec<String>,
        /// The groups whose insatser in the förbund are all in other kommuner.
        #[sv = "Målgrupperna vars insatser i förbundet alla finns i andra kommuner."]
        pub elsewhere: Vec<String>,
        /// The groups for which the förbund has no insats.
        #[sv = "Målgrupperna som förbundet inte har någon insats för."]
        pub lacking: Vec<String>,
    }
);

/// What the insatser of each row cost, today and afterwards; nothing where the file has none.
#[derive(Clone, Default, Debug)]
pub(super) struct Costs {
    pub(super) before: Option<CostOfRows>,
    pub(super) after: Option<CostOfRows>,
    /// What is in each kommun and what it contributes in kind, today and afterwards.
    of_kommuner: Option<[OfKommuner; 2]>,
}

/// What the insatser in each kommun cost, and what it contributes in kind, where there is some of either.
type OfKommuner = BTreeMap<KommunId, [Kronor; 2]>;

/// What the insatser of each row cost that has some.
pub(super) type CostOfRows = BTreeMap<RowId, Kronor>;

/// The insatser of a scenario today, and after so many of its changes; `None` where the files have none.
fn today_and_after(scenario: &LoadedScenario, done: usize) -> Option<[&Insatser; 2]> {
    Some([scenario.insatser.first()?, scenario.insatser.get(done)?])
}

fn costs(insatser: &Insatser) -> CostOfRows {
    let mut costs = CostOfRows::new();
    for Placed { insats, row } in insatser.placed() {
        let cost = costs.entry(*row).or_default();
        *cost = *cost + insats.kostnad;
    }
    costs
}

fn of_kommuner(insatser: &Insatser) -> OfKommuner {
    let mut sums = OfKommuner::new();
    for Placed { insats, .. } in insatser.placed() {
        if let Some(ort) = insats.ort {
            let [received, _] = sums.entry(ort).or_default();
            *received = *received + insats.kostnad;
        }
        for (kommun, amount) in &insats.natura {
            let [_, natura] = sums.entry(*kommun).or_default();
            *natura = *natura + *amount;
        }
    }
    sums
}

impl Costs {
    /// Those after so many of the changes of a scenario.
    pub(super) fn of(scenario: &LoadedScenario, done: usize) -> Self {
        let Some(sides) = today_and_after(scenario, done) else { return Self::default() };
        let [before, after] = sides.map(|insatser| Some(costs(insatser)));
        Self { before, after, of_kommuner: Some(sides.map(of_kommuner)) }
    }

    /// What a kommun pays and receives.
    pub(super) fn of_kommun(&self, kommun: KommunId, contribution: &Contribution) -> PaidAndReceived {
        let Some(sides) = &self.of_kommuner else { return PaidAndReceived::default() };
        let [before, after] = sides.each_ref().map(|side| side.get(&kommun).copied().unwrap_or_default());
        let balance = |[received, natura]: [Kronor; 2], paid: Option<Kronor>| {
            Some(received - natura - paid.unwrap_or_default())
        };
        PaidAndReceived {
            insats_received_before: Some(before[0]),
            insats_received_after: Some(after[0]),
            natura_before: Some(before[1]),
            natura_after: Some(after[1]),
            insats_balance_before: balance(before, contribution.before),
            insats_balance_after: balance(after, contribution.after.gross),
        }
    }
}

impl InsatserOfForbund {
    /// Those of a row with so much money for insatser.
    pub(super) fn of(
        costs: Option<&CostOfRows>,
        row: RowId,
        insatser: Option<Kronor>,
        held: &HoldingsResult,
    ) -> Self {
        let Some(costs) = costs else { return Self::default() };
        let cost = costs.get(&row).copied().unwrap_or_default();
        let money = held.insatser_available.unwrap_or(insatser);
        Self { insats_kostnad: Some(cost), insats_kvar: Some(money.map(|money| money - cost)) }
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
                Some(group) if !groups.contains(&group) => groups.push(group),
                _ => {}
            }
        }
        Some(Self {
            before: InsatserSide::of(today, model.before(), kommuner, &groups),
            after: InsatserSide::of(after, &scenario.after, kommuner, &groups),
        })
    }
}

impl InsatserSide {
    fn of(insatser: &Insatser, grouping: &Grouping, kommuner: &Kommuner, groups: &[&str]) -> Self {
        let all = || insatser.placed().iter().map(|placed| &placed.insats);
        let whole = InsatserTotal::of(all());
        Self {
            insatser: insatser.placed().iter().map(|one| InsatsResult::of(one, grouping, kommuner)).collect(),
            resultat: ResultatResult::of_all(&all().collect::<Vec<_>>()),
            malgrupper: groups
                .iter()
                .filter_map(|group| MalgruppResult::of(group, all(), whole.kostnad))
                .collect(),
            kommuner: OfferResult::of_all(insatser, grouping, kommuner, groups),
            total: whole,
        }
    }
}

impl InsatserSide {
    /// What the insatser get that are for no stated group; `None` where all are for one.
    #[must_use]
    pub fn without_malgrupp(&self) -> Option<MalgruppResult> {
        let rest = || self.insatser.iter().filter(|insats| insats.malgrupp.is_none());
        rest().next()?;
        let kostnad: Kronor = rest().map(|insats| insats.kostnad).sum();
        let stated = rest().filter_map(|insats| Some((insats.kostnad, insats.deltagare?)));
        Some(MalgruppResult {
            malgrupp: String::new(),
            kostnad,
            share_of_kostnad: percent(kostnad, self.total.kostnad),
            deltagare: rest().map(|insats| insats.deltagare).sum(),
            kostnad_per_deltagare: per_person(stated),
        })
    }
}

impl InsatserTotal {
    fn of<'all>(all: impl Iterator<Item = &'all Insats> + Clone) -> Self {
        let stated = all.clone().filter_map(|insats| Some((insats.kostnad, insats.deltagare?)));
        Self {
            kostnad: all.clone().map(|insats| insats.kostnad).sum(),
            platser: all.clone().map(|insats| insats.platser).sum(),
            deltagare: all.map(|insats| insats.deltagare).sum(),
            kostnad_per_deltagare: per_person(stated),
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
            kostnad_per_deltagare: insats
                .deltagare
                .and_then(|persons| kr_per_person(insats.kostnad, persons)),
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
            if !kinds.contains(&kind.as_str()) {
                kinds.push(kind);
            }
        }
        let of_kind = |kind: &str| {
            let with_it = || {
                all.iter().filter_map(move |insats| {
                    let (_, persons) = insats.resultat.iter().find(|(one, _)| one == kind)?;
                    Some((insats, *persons))
                })
            };
            let personer: u64 = with_it().map(|(_, persons)| persons).sum();
            let deltagare = with_it().map(|(insats, _)| insats.deltagare).sum::<Option<u64>>();
            Self {
                resultat: kind.to_owned(),
                personer,
                share_of_deltagare: deltagare.and_then(|all| share(whole(personer), whole(all))),
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
        let of_group = all.filter(|insats| insats.malgrupp.as_deref() == Some(group));
        of_group.clone().next()?;
        let InsatserTotal { kostnad, deltagare, kostnad_per_deltagare, .. } = InsatserTotal::of(of_group);
        Some(Self {
            malgrupp: group.to_owned(),
            kostnad,
            share_of_kostnad: percent(kostnad, whole),
            deltagare,
            kostnad_per_deltagare,
        })
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
                    placed.row == row.id && placed.insats.malgrupp.as_deref() == Some(group)
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

/// What the insatser of a scenario rest on.
pub(super) fn assumptions(scenario: &LoadedScenario, assumptions: &mut Vec<Assumption>) {
    let Some([_, after]) = today_and_after(scenario, scenario.changes.len()) else { return };
    assumptions.push(Assumption::InsatserFollow);
    let kommuner = &scenario.baseline.model.baseline().kommuner;
    let mut ended: Vec<String> = Vec::new();
    for rule in after.rules() {
        match rule {
            InsatsRule::ByInhabitants { insats, from, to } => {
                assumptions.push(Assumption::InsatsByInhabitants {
                    insats: insats.clone(),
                    from: from.clone(),
                    to: to.clone(),
                });
            }
            InsatsRule::Ended { insats } => ended.push(insats.clone()),
            InsatsRule::WithoutOrt { insats, ort } => {
                let kommun = kommuner.get(*ort).name.clone();
                assumptions.push(Assumption::InsatsWithoutOrt { insats: insats.clone(), kommun });
            }
        }
    }
    if !ended.is_empty() {
        assumptions.push(Assumption::InsatserEnded { names: ended });
    }
}
