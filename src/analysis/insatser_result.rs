//! What a result says of insatser. Each key stands only where the files have some.

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::{as_written, known_as_written, stated_as_written};
use super::society_value::{SocietyValue, ValueResult};
use super::stance::PartyKind;
use crate::catalogue::described;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

described!(
    /// The insatser of a förbund. Each key stands only where the file has insatser.
    #[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
    pub struct InsatserOfForbund {
        /// What its insatser cost, kr a year; in a year with a change within it by the months that each is there. Missing where
        /// the file has none.
        #[sv = "Vad dess insatser kostar, kr per år; ett år med en ändring inom året efter de månader som var och en finns. Saknas \
                där filen inte har några."]
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
        /// What a helårsekvivalent brings the förbund of the state's money, kr a year, before rules that bound
        /// it: a string with two decimals. On the national basis the country's rate, on the calibrated one its part by
        /// försörjningsmått divided by its försörjningsmått. Null if that cannot be known; missing where the file has no
        /// insatser.
        #[sv = "Vad en helårsekvivalent ger förbundet av statens medel, kr per år, före regler som begränsar: en \
                sträng med två decimaler. Med nationell beräkning landets belopp, med kalibrerad förbundets del efter \
                försörjningsmått delad med dess försörjningsmått. Null om det inte kan beräknas; saknas där filen inte har \
                några insatser."]
        #[figure(KronorPerFullYear, "Kr/helårsekv.", "Kr/full-year equiv.")]
        #[is(Added, Income)]
        #[schemars(with = "Option<String>")]
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "stated_as_written")]
        pub kr_per_helarsekvivalent: Option<Option<Decimal>>,
        /// What the results of its insatser are worth to society. Not the förbund's money. Missing where the file states no
        /// values.
        #[sv = "Vad resultaten av dess insatser är värda för samhället. Inte förbundets pengar. Saknas där filen inte anger några \
                värden."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub society_value: Option<SocietyValue>,
    }
);

described!(
    /// What a kommun gets back of insatser that are in it and of payments, and what it pays for all of them. Each key stands only
    /// where the file has insatser or payments.
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
        /// What the kommun is paid today by the förbund that it is in, kr a year. Missing where the file has no payments.
        #[sv = "Vad kommunen får i ersättning i dag av förbundet som den är med i, kr per år. Saknas där filen inte har några \
                ersättningar."]
        #[figure(Kronor, "Ersättningar, nuläge", "Payments, today")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub payment_before: Option<Kronor>,
        /// The same afterwards, kr a year.
        #[sv = "Detsamma efteråt, kr per år."]
        #[figure(Kronor, "Ersättningar, efter", "Payments, after")]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub payment_after: Option<Kronor>,
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
        /// What the insatser in the kommun cost today and what it is paid, less its contribution and what it contributes in kind, kr
        /// a year. Missing where the file has no insatser and no payments.
        #[sv = "Vad insatserna i kommunen kostar i dag och vad den får i ersättning, minus dess bidrag och det som den bidrar med in \
                natura, kr per år. Saknas där filen varken har insatser eller ersättningar."]
        #[figure(Kronor, "Saldo, nuläge", "Balance, today")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_balance_before: Option<Kronor>,
        /// The same afterwards, with the contribution gross, kr a year.
        #[sv = "Detsamma efteråt, med bidraget brutto, kr per år."]
        #[figure(Kronor, "Saldo, efter", "Balance, after")]
        #[is(Added, Signed, Income)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_balance_after: Option<Kronor>,
        /// The same with the contribution net, kr a year. Null if there are no net amounts.
        #[sv = "Detsamma med bidraget netto, kr per år. Null om nettobelopp saknas."]
        #[figure(Kronor, "Saldo, efter netto", "Balance, after net")]
        #[is(Added, Signed, Income)]
        #[schemars(with = "Option<Kronor>")]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub insats_balance_after_net: Option<Option<Kronor>>,
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
        /// What a person with a result is worth to society. Missing where the file states no values.
        #[sv = "Vad en person med ett resultat är värd för samhället. Saknas där filen inte anger några värden."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub values: Option<Vec<ValueResult>>,
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
        /// What the insatser get that state no group. Missing where all state one.
        #[sv = "Vad insatserna utan angiven målgrupp får. Saknas där alla anger en."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub without_malgrupp: Option<MalgruppFigures>,
        /// The posts that each party gives in kind that gives some today or afterwards. Missing where none are stated.
        #[sv = "Tjänsterna som varje part lämnar in natura som lämnar några i dag eller efteråt. Saknas där inga anges."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub natura_parties: Option<Vec<PartyPosts>>,
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
        /// What its insatser cost, kr a year.
        #[sv = "Vad dess insatser kostar, kr per år."]
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
        /// How many of them finished in the year. Null if an insats does not say.
        #[sv = "Hur många av dem som avslutade under året. Null om någon inte anger det."]
        #[figure(Persons, "Avslutade", "Finished")]
        pub avslutade: Option<u64>,
        /// What those cost which state their participants, per participant, kr: a string with two decimals. Null if none does.
        #[sv = "Vad de som anger deltagare kostar per deltagare, kr: en sträng med två decimaler. Null om ingen gör det."]
        #[figure(KronorPerPerson, "Kr/deltagare", "Kr/participant")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_deltagare: Option<Decimal>,
        /// The full-time posts that parties give to them in kind: a string with two decimals. Missing where none are stated.
        #[sv = "Heltidstjänsterna som parter lämnar till dem in natura: en sträng med två decimaler. Saknas där inga anges."]
        #[figure(FullTimePosts, "Tjänster in natura", "Posts in kind")]
        #[is(Added)]
        #[schemars(with = "Option<String>")]
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "known_as_written")]
        pub natura_tjanster: Option<Decimal>,
        /// What their results are worth to society. Not the förbund's money. Missing where the file states no values.
        #[sv = "Vad deras resultat är värda för samhället. Inte förbundens pengar. Saknas där filen inte anger några värden."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub society_value: Option<SocietyValue>,
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
        #[is(Id, Prefix)]
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
        /// How many of them finished it in the year. Null if that is not stated.
        #[sv = "Hur många av dem som avslutade den under året. Null om det inte anges."]
        #[figure(Persons, "Avslutade", "Finished")]
        pub avslutade: Option<u64>,
        /// What it costs per participant, kr: a string with two decimals. Null if nobody is stated to take part.
        #[sv = "Vad den kostar per deltagare, kr: en sträng med två decimaler. Null om inga deltagare anges."]
        #[figure(KronorPerPerson, "Kr/deltagare", "Kr/participant")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kostnad_per_deltagare: Option<Decimal>,
        /// The full-time posts that parties give to it in kind: a string with two decimals. Missing where none are stated.
        #[sv = "Heltidstjänsterna som parter lämnar till den in natura: en sträng med två decimaler. Saknas där inga anges."]
        #[figure(FullTimePosts, "Tjänster in natura", "Posts in kind")]
        #[is(Added)]
        #[schemars(with = "Option<String>")]
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "known_as_written")]
        pub natura_tjanster: Option<Decimal>,
        /// The posts that each party gives to it. Missing where none are stated.
        #[sv = "Tjänsterna som varje part lämnar till den. Saknas där inga anges."]
        #[is(Added)]
        #[serde(skip_serializing_if = "Option::is_none")]
        pub natura_parties: Option<Vec<PartyPosts>>,
        /// What became of participants.
        #[sv = "Hur det gick för deltagarna."]
        pub resultat: Vec<ResultatResult>,
        /// Where the figures come from. Null if that is not stated.
        #[sv = "Var uppgifterna kommer från. Null om det inte anges."]
        pub source: Option<String>,
    }
);

described!(
    /// A party that gives posts in kind.
    #[sv = "En part som lämnar tjänster in natura."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "party", "party")]
    pub struct PartyPosts {
        /// The party.
        #[sv = "Parten."]
        #[is(Id, Prefix)]
        pub party: String,
        /// Who it is: kommun, region or state.
        #[sv = "Vem det är: kommun, region eller state."]
        pub kind: PartyKind,
        /// The full-time posts that it gives: a string with two decimals.
        #[sv = "Heltidstjänsterna som den lämnar: en sträng med två decimaler."]
        #[figure(FullTimePosts, "Tjänster in natura", "Posts in kind")]
        #[schemars(with = "String")]
        #[serde(serialize_with = "as_written")]
        pub natura_tjanster: Decimal,
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
        #[is(Id, Prefix)]
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
        /// Their share of those who finished, percent: a string with one decimal. Null if an insats with the result does not state how
        /// many finished, or nobody did.
        #[sv = "Deras andel av dem som avslutade, procent: en sträng med en decimal. Null om en insats med resultatet inte anger hur \
                många som avslutade, eller ingen gjorde det."]
        #[figure(PercentagePoints, "% av avslutade", "% of finished")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub share_of_avslutade: Option<Decimal>,
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
        #[is(Id, Prefix)]
        pub malgrupp: String,
        /// What it gets.
        #[flatten = ""]
        pub figures: MalgruppFigures,
    }
);

described!(
    /// What a group gets, or nobody in particular.
    #[sv = "Vad en målgrupp får, eller ingen särskild."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct MalgruppFigures {
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
        /// How many take part in a year. Null if one of them does not say.
        #[sv = "Hur många som deltar under ett år. Null om någon av dem inte anger det."]
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
