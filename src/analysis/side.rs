//! The figures of one side of a result, and what the parties pay.

use rust_decimal::Decimal;
use schemars::Schema;
use serde::Serialize;

use super::decimals::{
    any_decimals, as_written, both_as_written, exact_decimals, known_as_written, stated_as_written,
    two_decimals,
};
use super::gross_and_net::GrossAndNet;
use super::holdings::{EquityShare, HoldingsResult};
use super::insatser::{InsatserOfForbund, PaidAndReceived};
use super::ratio::{kr_per_inhabitant, percent};
use super::total::Total;
use crate::catalogue::described;
use crate::model::identity::Identified;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;

described!(
    /// One side: all förbund and their sum.
    #[sv = "Ett läge: alla förbund och deras summa."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct SideResult {
        /// The förbund, in the order of the tables.
        #[sv = "Förbunden, i tabellernas ordning."]
        pub forbund: Vec<ForbundResult>,
        /// Their sum.
        #[sv = "Summan."]
        pub total: Total,
    }
);

described!(
    /// A förbund.
    #[sv = "Ett förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Level(Forbund), "name", "name")]
    pub struct ForbundResult {
        /// The name of the förbund.
        #[sv = "Förbundets namn."]
        #[is(Id)]
        pub name: String,
        /// Whether the row stands for a förbund outside the baseline, with only what the kommuner that moved
        /// there bring.
        #[sv = "Om raden står för ett förbund utanför utgångsläget, med bara det som kommunerna därifrån för \
                med sig."]
        pub outside: bool,
        /// The kommunkoder of its kommuner, in order.
        #[sv = "Kommunernas kommunkoder, i ordning."]
        pub members: Vec<Kommunkod>,
        /// Inhabitants 16–64.
        #[sv = "Invånare 16–64 år."]
        #[figure(Inhabitants, "Inv. 16–64", "Inh. 16–64")]
        pub befolkning_16_64: u64,
        /// Försörjningsmått, full-year equivalents: a string of its exact decimals.
        #[sv = "Försörjningsmåttet, helårsekvivalenter: en sträng med alla decimaler."]
        #[figure(FullYearEquivalents, "Förs.mått", "Förs.mått")]
        #[schemars(schema_with = "any_decimals")]
        #[serde(serialize_with = "exact_decimals")]
        pub forsorjningsmatt: Decimal,
        /// State money by component.
        #[sv = "Statens medel, uppdelade."]
        pub state: StateResult,
        /// The regions' part, kr a year.
        #[sv = "Regionernas del, kr per år."]
        #[figure(Kronor, "Region", "Region")]
        #[is(Income)]
        pub region: Kronor,
        /// The part of each region, by lowest kommunkod in the förbund.
        #[sv = "Varje regions del, efter lägsta kommunkod i förbundet."]
        pub regions: Vec<RegionAmount>,
        /// The kommuner's part, kr a year.
        #[sv = "Kommunernas del, kr per år."]
        #[figure(Kronor, "Kommuner", "Kommuner")]
        #[is(Income)]
        pub kommuner: Kronor,
        /// All income, kr a year.
        #[sv = "Alla intäkter, kr per år."]
        #[figure(Kronor, "Summa", "Total")]
        #[is(Income)]
        pub total: Kronor,
        /// The kansli, kr a year. Null if unknown.
        #[sv = "Kansliet, kr per år. Null om det är okänt."]
        #[figure(Kronor, "Kansli", "Kansli")]
        pub kansli: Option<Kronor>,
        /// Money for insatser, kr a year: income less kansli. Null if the kansli is unknown.
        #[sv = "Pengar till insatser, kr per år: intäkter minus kansli. Null om kansliet är okänt."]
        #[figure(Kronor, "Insatser", "Insatser")]
        #[is(Signed, Income)]
        pub insatser: Option<Kronor>,
        /// All income per inhabitant 16–64, kr: a string with two decimals.
        #[sv = "Alla intäkter per invånare 16–64 år, kr: en sträng med två decimaler."]
        #[figure(KronorPerInhabitant, "Kr/inv.", "Kr/inh.")]
        #[is(Income)]
        #[schemars(schema_with = "two_decimals")]
        #[serde(serialize_with = "as_written")]
        pub kr_per_inhabitant: Decimal,
        /// Money for insatser per inhabitant 16–64, kr: a string with two decimals. Null if the kansli is unknown.
        #[sv = "Pengar till insatser per invånare 16–64 år, kr: en sträng med två decimaler. Null om kansliet är \
                okänt."]
        #[figure(KronorPerInhabitant, "Insatser/inv.", "Insatser/inh.")]
        #[is(Added, Signed, Income)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub insatser_per_inhabitant: Option<Decimal>,
        /// The kansli's share of all income, percent: a string with two decimals. Null if the kansli is unknown or there is
        /// no income.
        #[sv = "Kansliets andel av alla intäkter, procent: en sträng med två decimaler. Null om kansliet är okänt \
                eller intäkter saknas."]
        #[figure(PercentagePoints, "Kansli, %", "Kansli, %")]
        #[is(Added, Exceeding)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub kansli_share: Option<Decimal>,
        /// The full-time posts of the kansli with its part of shared ones, at the end of the year: a string with two decimals.
        /// Null if unknown; missing where nobody states any.
        #[sv = "Kansliets heltidstjänster med sin del av gemensamma, vid årets slut: en sträng med två decimaler. Null om \
                de är okända; saknas där ingen anger några."]
        #[figure(FullTimePosts, "Tjänster", "Posts")]
        #[is(Added)]
        #[schemars(with = "Option<String>")]
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "stated_as_written")]
        pub tjanster: Option<Option<Decimal>>,
        /// What it has beside the money of the model.
        #[flatten = ""]
        pub holdings: HoldingsResult,
        /// What its insatser cost.
        #[flatten = ""]
        pub insats: InsatserOfForbund,
    }
);

described!(
    /// State money by component.
    #[sv = "Statens medel, uppdelade."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct StateResult {
        /// The base grant, kr a year.
        #[sv = "Grundtilldelningen, kr per år."]
        #[figure(Kronor, "Grundtilldelning", "Base grant")]
        pub base: Kronor,
        /// By försörjningsmått, kr a year.
        #[sv = "Efter försörjningsmått, kr per år."]
        #[figure(Kronor, "Efter förs.mått", "By förs.mått")]
        #[is(Income)]
        pub forsorjningsmatt: Kronor,
        /// By inhabitants 16–64, kr a year.
        #[sv = "Efter invånare 16–64 år, kr per år."]
        #[figure(Kronor, "Efter invånare", "By inhabitants")]
        pub befolkning: Kronor,
        /// All three, kr a year.
        #[sv = "Alla tre, kr per år."]
        #[figure(Kronor, "Staten", "State")]
        #[is(Income)]
        pub total: Kronor,
        /// The base grant's share of the state money, percent: a string with two decimals. Null for an outside row, which has
        /// no base grant, and if there is no state money.
        #[sv = "Grundtilldelningens andel av statens medel, procent: en sträng med två decimaler. Null för en rad utanför \
                utgångsläget, som inte har någon, och om statens medel saknas."]
        #[figure(PercentagePoints, "Grundtilldelning, %", "Base grant, %")]
        #[is(Added)]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub base_share: Option<Decimal>,
        /// The most that the state would give if all parties matched it: by the national formula, without caps, kr a year.
        /// Null for an outside row and where the formula cannot be computed.
        #[sv = "Vad staten högst skulle ge om alla parter matchade det: enligt den nationella formeln, utan tak, kr per \
                år. Null för en rad utanför utgångsläget och där formeln inte går att beräkna."]
        #[figure(Kronor, "Högsta nivå", "Maximum")]
        #[is(Added)]
        pub maximum: Option<Kronor>,
        /// The maximum less the state money, kr a year. Null where the maximum is.
        #[sv = "Den högsta nivån minus statens medel, kr per år. Null där den högsta nivån är det."]
        #[figure(Kronor, "Outnyttjat", "Unused")]
        #[is(Added, Signed)]
        pub unused: Option<Kronor>,
    }
);

described!(
    /// A region's part of a förbund.
    #[sv = "En regions del av ett förbund."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "region", "region")]
    pub struct RegionAmount {
        /// The region that pays, by its own name: Region Värmland, never Värmlands län.
        #[sv = "Den region som betalar, med sitt eget namn: Region Värmland, aldrig Värmlands län."]
        #[is(Id)]
        pub region: String,
        /// The region's part, kr a year.
        #[sv = "Regionens del, kr per år."]
        #[figure(Kronor, "Region", "Region")]
        pub amount: Kronor,
    }
);

described!(
    /// What a kommun pays.
    #[sv = "Vad en kommun betalar."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Level(Kommun), "kommunkod", "kommun")]
    pub struct KommunResult {
        /// The kommunkod, four digits; of a part of a kommun with the number of the part (0680:01).
        #[sv = "Kommunkoden, fyra siffror; för en del av en kommun med delens nummer (0680:01)."]
        #[is(Id)]
        pub kommunkod: Kommunkod,
        /// The name of the kommun.
        #[sv = "Kommunens namn."]
        #[is(Id)]
        pub kommun: String,
        /// The förbund today. Null if the kommun is in none.
        #[sv = "Förbundet i dag. Null om kommunen inte är med i något."]
        pub forbund_before: Option<String>,
        /// The förbund afterwards. Null if the kommun is in none.
        #[sv = "Förbundet efteråt. Null om kommunen inte är med i något."]
        pub forbund_after: Option<String>,
        /// The amounts.
        #[flatten = ""]
        pub contribution: Contribution,
        /// The amounts per inhabitant.
        #[flatten = ""]
        pub per_inhabitant: PerInhabitant,
        /// What it would have of the equity of its förbund.
        #[flatten = ""]
        pub equity: EquityShare,
        /// What it gets of insatser that are in it.
        #[flatten = ""]
        pub insats: PaidAndReceived,
    }
);

described!(
    /// What a kommun pays per inhabitant 16–64, kr.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct PerInhabitant {
        /// The contribution today per inhabitant 16–64, kr: a string with two decimals. Null if the kommun is in no förbund.
        #[sv = "Bidraget i dag per invånare 16–64 år, kr: en sträng med två decimaler. Null om kommunen inte är \
                med i något förbund."]
        #[figure(KronorPerInhabitant, "Nuläge", "Today")]
        #[is(Added)]
        #[key("contribution_per_inhabitant_before")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub before: Option<Decimal>,
        /// The contribution afterwards per inhabitant 16–64, kr, gross and net.
        #[sv = "Bidraget efteråt per invånare 16–64 år, kr, brutto och netto."]
        #[each(
            "Bidraget efteråt per invånare 16–64 år, kr",
            "The contribution afterwards per inhabitant 16–64, kr"
        )]
        #[figure(KronorPerInhabitant, "Efter", "After")]
        #[is(Added)]
        #[key("contribution_per_inhabitant_after")]
        #[schemars(with = "GrossAndNet<Option<String>>")]
        #[serde(serialize_with = "both_as_written")]
        pub after: GrossAndNet<Option<Decimal>>,
    }
);

described!(
    /// What a region pays.
    #[sv = "Vad en region betalar."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Level(Region), "region", "region")]
    #[schemars(transform = of_region)]
    pub struct RegionResult {
        /// The region that pays, by its own name: Region Värmland, never Värmlands län.
        #[sv = "Den region som betalar, med sitt eget namn: Region Värmland, aldrig Värmlands län."]
        #[is(Id)]
        pub region: String,
        /// The amounts.
        #[flatten = ""]
        pub contribution: Contribution,
    }
);

described!(
    /// What a party pays, kr; nothing stands on a side where it takes no part, and the difference counts that as zero.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct Contribution {
        /// The contribution today, kr a year. Null if the kommun is in no förbund.
        #[sv = "Bidraget i dag, kr per år. Null om kommunen inte är med i något förbund."]
        #[figure(Kronor, "Nuläge", "Today")]
        #[key("contribution_before")]
        pub before: Option<Kronor>,
        /// The contribution afterwards, kr a year, gross and net.
        #[sv = "Bidraget efteråt, kr per år, brutto och netto."]
        #[each("Bidraget efteråt, kr per år", "The contribution afterwards, kr a year")]
        #[figure(Kronor, "Efter", "After")]
        #[key("contribution_after")]
        pub after: GrossAndNet<Option<Kronor>>,
        /// The change of the contribution, kr a year, gross and net. Who takes no part on a side pays zero there.
        #[sv = "Bidragets förändring, kr per år, brutto och netto. Den som inte är med på en sida betalar \
                noll där."]
        #[each("Bidragets förändring, kr per år", "The change of the contribution, kr a year")]
        #[figure(Kronor, "Förändring", "Change")]
        #[is(Difference)]
        #[key("contribution_delta")]
        pub delta: GrossAndNet<Option<Kronor>>,
    }
);

impl Identified for KommunResult {
    type Identity = Kommunkod;

    fn identity(&self) -> Kommunkod {
        self.kommunkod
    }
}

impl Contribution {
    /// With the differences that follow. `net` is the net amount where there are net figures at all.
    #[must_use]
    pub fn new(before: Option<Kronor>, gross: Option<Kronor>, net: Option<Option<Kronor>>) -> Self {
        let less = |after: Option<Kronor>| {
            let takes_part = after.or(before).is_some();
            takes_part.then(|| after.unwrap_or_default() - before.unwrap_or_default())
        };
        let after = GrossAndNet { gross, net };
        Self { before, after, delta: after.map(less) }
    }

    /// The amounts divided by so many inhabitants; unknown where there are none.
    pub(super) fn per_inhabitant(&self, inhabitants: u64) -> PerInhabitant {
        let each = |amount: Option<Kronor>| kr_per_inhabitant(amount?, inhabitants);
        PerInhabitant { before: each(self.before), after: self.after.map(each) }
    }
}

impl SideResult {
    /// The kommuner in förbund outside the baseline.
    #[must_use]
    pub fn outside_members(&self) -> Vec<Kommunkod> {
        let outside = self.forbund.iter().filter(|row| row.outside);
        outside.flat_map(|row| row.members.iter().copied()).collect()
    }

    /// The row of a förbund; no two rows of a side have the same name.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<&ForbundResult> {
        self.forbund.iter().find(|row| row.name == name)
    }
}

impl Total {
    /// The sum of rows.
    #[must_use]
    pub fn of<'row>(rows: impl IntoIterator<Item = &'row ForbundResult, IntoIter: Clone>) -> Self {
        let all = rows.into_iter();
        let rows = || all.clone();
        let kansli = rows().map(|row| row.kansli).sum::<Option<Kronor>>();
        // What a förbund outside the baseline has beside what its kommuner bring is not known.
        let income = rows().filter(|row| !row.outside).map(|row| row.total).sum();
        Self {
            forbund: i64::try_from(rows().filter(|row| !row.outside).count()).expect("a count of rows"),
            state: rows().map(|row| row.state.total).sum(),
            region: rows().map(|row| row.region).sum(),
            kommuner: rows().map(|row| row.kommuner).sum(),
            total: rows().map(|row| row.total).sum(),
            kansli,
            insatser: rows().map(|row| row.insatser).sum::<Option<Kronor>>(),
            kansli_share: kansli.and_then(|kansli| percent(kansli, income)),
        }
    }
}

/// Says "region" where the shared [`Contribution`] says "kommun".
fn of_region(schema: &mut Schema) {
    if let Some(before) = schema.pointer_mut("/properties/contribution_before") {
        for text in ["sv", "description"] {
            before[text] = before[text].as_str().unwrap_or_default().replace("kommun", "region").into();
        }
    }
}
