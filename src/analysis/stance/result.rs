//! What JSON says of who wants an alternative.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::majority::Standing;
use crate::analysis::criteria::KeyName;
use crate::analysis::decimals::as_written;
use crate::catalogue::{described, shapes};
use crate::model::board::Party;
use crate::model::kronor::Kronor;

/// What the parties of a baseline think of an alternative.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stance {
    /// Whether the alternative is today: it changes nothing.
    pub is_today: bool,
    /// What JSON says of it.
    pub result: PositionsResult,
    /// What is said for and against today.
    pub of_today: Vec<ArgumentResult>,
    /// Every alternative that is named, as it is written, each once: whether it is this one, today or another.
    pub named: Vec<(String, Meaning)>,
}

/// As JSON says it.
impl Serialize for Stance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.result.serialize(serializer)
    }
}

/// Which alternative a name means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// Today.
    Today,
    /// The one that the result is of.
    This,
    /// Another.
    Other,
}

/// Who a party is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum PartyKind {
    /// A kommun.
    Kommun,
    /// A region.
    Region,
    /// Försäkringskassan or Arbetsförmedlingen.
    State,
    /// The board of a förbund.
    Board,
}

impl From<Party> for PartyKind {
    fn from(party: Party) -> Self {
        match party {
            Party::Kommun(_) => Self::Kommun,
            Party::Region(_) => Self::Region,
            Party::Forsakringskassan | Party::Arbetsformedlingen => Self::State,
            Party::Board(_) => Self::Board,
        }
    }
}

/// How a shared kansli is split.
#[derive(Clone, Copy, PartialEq, Eq, Debug, JsonSchema, Serialize)]
#[schemars(inline)]
pub enum SplitName {
    /// By income.
    #[serde(rename = "budget")]
    Budget,
    /// Alike.
    #[serde(rename = "lika")]
    Lika,
    /// By inhabitants 16–64.
    #[serde(rename = "befolkning_16_64")]
    Befolkning,
}

shapes! { Text: PartyKind, SplitName; }

described!(
    /// Who wants the alternative and who does not.
    #[sv = "Vem som vill ha alternativet och vem som inte vill."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct PositionsResult {
        /// Each party: those that the baseline has positions of, then the members of today's förbund that have not
        /// answered.
        #[sv = "Varje part: de som utgångsläget har ställningstaganden av, sedan de medlemmar i dagens förbund som inte \
                har svarat."]
        pub parties: Vec<PartyResult>,
        /// Whether nobody rejects it.
        #[sv = "Om ingen avvisar det."]
        pub accepted_by_all: bool,
        /// What is said for and against it.
        #[sv = "Vad som sägs för och mot det."]
        pub arguments: Vec<ArgumentResult>,
    }
);

described!(
    /// What a party wants.
    #[sv = "Vad en part vill."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "party", "party")]
    pub struct PartyResult {
        /// The party.
        #[sv = "Parten."]
        #[is(Id)]
        pub party: String,
        /// Who it is: kommun, region, state (Försäkringskassan or Arbetsförmedlingen) or board (of a förbund).
        #[sv = "Vem det är: kommun, region, state (Försäkringskassan eller Arbetsförmedlingen) eller board (styrelsen i ett \
                förbund)."]
        pub kind: PartyKind,
        /// The förbund of today in which it wants this. Null where it wants it in all of its förbund.
        #[sv = "Dagens förbund som den vill detta i. Null om den vill det i alla sina förbund."]
        pub forbund: Option<String>,
        /// Whether it has answered.
        #[sv = "Om den har svarat."]
        pub answered: bool,
        /// How it ranks the alternative: 1 is best, equals have the same rank. Null where it does not rank it.
        #[sv = "Hur den rangordnar alternativet: 1 är bäst, lika har samma rang. Null om den inte rangordnar det."]
        #[figure(Plain, "Rang", "Rank")]
        pub rank: Option<usize>,
        /// Whether it rejects the alternative.
        #[sv = "Om den avvisar alternativet."]
        pub rejects: bool,
        /// How it ranks today.
        #[sv = "Hur den rangordnar nuläget."]
        #[figure(Plain, "Nulägets rang", "Rank of today")]
        pub rank_of_today: Option<usize>,
        /// Whether it rejects today's situation.
        #[sv = "Om den avvisar nuläget."]
        pub rejects_today: bool,
        /// Whether it is a member of some förbund in the alternative.
        #[sv = "Om den är medlem i något förbund i alternativet."]
        pub member: bool,
        /// Whether it blocks the alternative: it rejects it and is a member of some förbund in it or today.
        #[sv = "Om den blockerar alternativet: den avvisar det och är medlem i något förbund i det eller i dag."]
        pub blocks: bool,
        /// What would leave it no worse off than today. Null unless it is a kommun or region that blocks the alternative.
        #[sv = "Vad som skulle göra att den inte får det sämre än i dag. Null utom för en kommun eller region som blockerar \
                alternativet."]
        pub remedy: Option<Remedy>,
        /// Where its position is said. Null if no source is named.
        #[sv = "Var ställningstagandet står. Null om ingen källa anges."]
        pub source: Option<String>,
    }
);

described!(
    /// What would leave a party no worse off than today: gross, and net.
    #[sv = "Vad som skulle göra att en part inte får det sämre än i dag: brutto, och netto."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct Remedy {
        /// Gross.
        #[flatten = ""]
        pub gross: RemedySide,
        /// The same net. Null if there are no net amounts.
        #[sv = "Detsamma netto. Null om nettobelopp saknas."]
        #[is(Added)]
        pub net: Option<RemedySide>,
    }
);

described!(
    /// What would leave a party no worse off than today, gross or net.
    #[sv = "Vad som skulle göra att en part inte får det sämre än i dag, brutto eller netto."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct RemedySide {
        /// What it pays today, kr a year.
        #[sv = "Vad den betalar i dag, kr per år."]
        #[figure(Kronor, "Betalar i dag", "Pays today")]
        #[is(Income)]
        pub contribution_before: Kronor,
        /// What it pays in the alternative, kr a year.
        #[sv = "Vad den betalar i alternativet, kr per år."]
        #[figure(Kronor, "Betalar efter", "Pays after")]
        #[is(Income)]
        pub contribution_after: Kronor,
        /// By how much its contribution must sink for it to pay no more than today, kr a year.
        #[sv = "Hur mycket bidraget måste sjunka för att den inte ska betala mer än i dag, kr per år."]
        #[figure(Kronor, "Måste sjunka", "Must sink by")]
        #[is(Income)]
        pub must_sink: Kronor,
        /// The keys under which it pays no more than today: of the kommuner for a kommun, of the regions for a region.
        /// Empty where it pays no more anyhow, or under none.
        #[sv = "Nycklarna som den inte betalar mer än i dag med: kommunernas för en kommun, regionernas för en region. Tom om \
                den inte betalar mer ändå, eller om ingen räcker."]
        pub keys: Vec<KeyName>,
        /// What the others would have to carry where no key suffices, kr a year.
        #[sv = "Vad de andra måste bära om ingen nyckel räcker, kr per år."]
        #[figure(Kronor, "Övriga bär", "Others carry")]
        #[is(Income)]
        pub others_carry: Kronor,
        /// The same of what its förbund has for insatser. Null for a region, for a kommun that is in no förbund today or in
        /// one outside afterwards, and where a kansli is unknown.
        #[sv = "Detsamma om vad dess förbund har till insatser. Null för en region, för en kommun som inte är i något förbund \
                i dag eller är i ett utanför efteråt, och om ett kansli är okänt."]
        pub insatser: Option<KansliRemedy>,
    }
);

described!(
    /// What would leave the förbund of a kommun as much for insatser per inhabitant 16–64 as today.
    #[sv = "Vad som skulle ge kommunens förbund lika mycket till insatser per invånare 16–64 år som i dag."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct KansliRemedy {
        /// What its förbund has for insatser today, kr per inhabitant 16–64.
        #[sv = "Vad förbundet har till insatser i dag, kr per invånare 16–64 år."]
        #[figure(KronorPerInhabitant, "Kr/inv. i dag", "Kr/inh. today")]
        #[is(Signed, Income)]
        #[schemars(with = "String")]
        #[serde(serialize_with = "as_written")]
        pub per_inhabitant_before: Decimal,
        /// What its förbund has for insatser in the alternative, kr per inhabitant 16–64.
        #[sv = "Vad förbundet har till insatser i alternativet, kr per invånare 16–64 år."]
        #[figure(KronorPerInhabitant, "Kr/inv. efter", "Kr/inh. after")]
        #[is(Signed, Income)]
        #[schemars(with = "String")]
        #[serde(serialize_with = "as_written")]
        pub per_inhabitant_after: Decimal,
        /// By how much the kansli of its förbund must cost less, kr a year.
        #[sv = "Hur mycket mindre förbundets kansli måste kosta, kr per år."]
        #[figure(Kronor, "Kansliet måste kosta mindre", "Kansli must cost less")]
        #[is(Income)]
        pub must_cost_less: Kronor,
        /// What the kansli of its förbund costs in the alternative, kr a year.
        #[sv = "Vad förbundets kansli kostar i alternativet, kr per år."]
        #[figure(Kronor, "Kansli efter", "Kansli after")]
        pub kansli_after: Kronor,
        /// The ways to split the shared kansli that leave its förbund as much. Empty where it has as much anyhow, by none,
        /// or where no kansli is shared.
        #[sv = "Sätten att dela det gemensamma kansliet som ger förbundet lika mycket. Tom om det har lika mycket ändå, om \
                inget räcker eller om inget kansli delas."]
        pub splits: Vec<SplitName>,
    }
);

described!(
    /// What is said for or against an alternative.
    #[sv = "Vad som sägs för eller mot ett alternativ."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct ArgumentResult {
        /// Whether it speaks for the alternative.
        #[sv = "Om det talar för alternativet."]
        #[key("for")]
        pub is_for: bool,
        /// What is said.
        #[sv = "Vad som sägs."]
        pub text: String,
        /// Who says it. Null if that is not stated.
        #[sv = "Vem som säger det. Null om det inte anges."]
        pub party: Option<String>,
        /// Where it is said. Null if no source is named.
        #[sv = "Var det står. Null om ingen källa anges."]
        pub source: Option<String>,
    }
);

impl PartyResult {
    /// How it looks at the alternative.
    #[must_use]
    pub fn standing(&self) -> Standing {
        standing(self.rank, self.rejects)
    }

    /// How it looks at today.
    #[must_use]
    pub fn standing_of_today(&self) -> Standing {
        standing(self.rank_of_today, self.rejects_today)
    }
}

fn standing(rank: Option<usize>, rejects: bool) -> Standing {
    match rank {
        _ if rejects => Standing::Rejected,
        Some(rank) => Standing::Ranked(rank),
        None => Standing::Unranked,
    }
}
