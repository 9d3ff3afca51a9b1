//! What results say of boards.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::analysis::decimals::known_as_written;
use crate::analysis::stance::PartyKind;
use crate::catalogue::described;
use crate::model::kronor::Kronor;

described!(
    /// The people and the time that boards take.
    #[sv = "Vad styrelserna tar i anspråk av människor och tid."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct BoardsResult {
        /// Today.
        #[sv = "Nuläget."]
        pub before: BoardSide,
        /// The situation afterwards. Förbund outside the baseline are left out.
        #[sv = "Läget efteråt. Förbund utanför utgångsläget är inte med."]
        pub after: BoardSide,
    }
);

described!(
    /// The boards of a side.
    #[sv = "Styrelserna på en sida."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct BoardSide {
        /// The board of each förbund.
        #[sv = "Varje förbunds styrelse."]
        pub forbund: Vec<BoardResult>,
        /// Each party in all its förbund: Försäkringskassan, Arbetsförmedlingen, regions, kommuner.
        #[sv = "Varje part i alla sina förbund: Försäkringskassan, Arbetsförmedlingen, regioner, kommuner."]
        pub parties: Vec<PartyTime>,
        /// All of them together.
        #[sv = "Alla tillsammans."]
        pub total: BoardTotal,
    }
);

described!(
    /// The board of a förbund.
    #[sv = "Ett förbunds styrelse."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "name", "name")]
    pub struct BoardResult {
        /// The name of the förbund.
        #[sv = "Förbundets namn."]
        #[is(Id)]
        pub name: String,
        /// How many parties have ledamöter.
        #[sv = "Hur många parter som har ledamöter."]
        #[figure(Plain, "Parter", "Parties")]
        pub parties: usize,
        /// Ledamöter.
        #[sv = "Ledamöter."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: usize,
        /// Ersättare. Null where that is not stated.
        #[sv = "Ersättare. Null om det inte anges."]
        #[figure(Plain, "Ersättare", "Ersättare")]
        pub ersattare: Option<usize>,
        /// Meetings a year. Null where that is not stated.
        #[sv = "Möten per år. Null om det inte anges."]
        #[figure(Plain, "Möten", "Meetings")]
        pub moten: Option<usize>,
        /// Hours of the ledamöter a year. Null where that is not stated.
        #[sv = "Ledamöternas timmar per år. Null om det inte anges."]
        #[figure(Plain, "Timmar", "Hours")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub timmar: Option<Decimal>,
        /// What the ledamöter are paid for them, kr a year. Null where that is not stated.
        #[sv = "Ledamöternas arvoden, kr per år. Null om det inte anges."]
        #[figure(Kronor, "Arvoden", "Arvoden")]
        pub arvoden: Option<Kronor>,
    }
);

described!(
    /// A party on boards.
    #[sv = "En part i styrelser."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "party", "party")]
    pub struct PartyTime {
        /// The party.
        #[sv = "Parten."]
        #[is(Id)]
        pub party: String,
        /// Who it is: kommun, region or state.
        #[sv = "Vem det är: kommun, region eller state."]
        pub kind: PartyKind,
        /// How many boards it is on.
        #[sv = "Hur många styrelser den är med i."]
        #[figure(Plain, "Styrelser", "Boards")]
        pub boards: usize,
        /// Ledamöter of the party.
        #[sv = "Ledamöter för parten."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: usize,
        /// Ersättare of the party. Null where that is not stated.
        #[sv = "Ersättare för parten. Null om det inte anges."]
        #[figure(Plain, "Ersättare", "Ersättare")]
        pub ersattare: Option<usize>,
        /// Meetings a year of the party. Null where that is not stated.
        #[sv = "Möten per år för parten. Null om det inte anges."]
        #[figure(Plain, "Möten", "Meetings")]
        pub moten: Option<usize>,
        /// Hours of the ledamöter a year of the party. Null where that is not stated.
        #[sv = "Ledamöternas timmar per år för parten. Null om det inte anges."]
        #[figure(Plain, "Timmar", "Hours")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub timmar: Option<Decimal>,
        /// What the ledamöter are paid for them of the party, kr a year. Null where that is not stated.
        #[sv = "Ledamöternas arvoden för parten, kr per år. Null om det inte anges."]
        #[figure(Kronor, "Arvoden", "Arvoden")]
        pub arvoden: Option<Kronor>,
    }
);

described!(
    /// All boards of a side together.
    #[sv = "Alla styrelser på en sida tillsammans."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct BoardTotal {
        /// Ledamöter of all boards.
        #[sv = "Ledamöter i alla styrelser."]
        #[figure(Ledamoter, "Ledamöter", "Ledamöter")]
        pub ledamoter: usize,
        /// Ersättare of all boards. Null where that is not stated.
        #[sv = "Ersättare i alla styrelser. Null om det inte anges."]
        #[figure(Plain, "Ersättare", "Ersättare")]
        pub ersattare: Option<usize>,
        /// Meetings a year of all boards. Null where that is not stated.
        #[sv = "Möten per år i alla styrelser. Null om det inte anges."]
        #[figure(Plain, "Möten", "Meetings")]
        pub moten: Option<usize>,
        /// Hours of the ledamöter a year of all boards. Null where that is not stated.
        #[sv = "Ledamöternas timmar per år i alla styrelser. Null om det inte anges."]
        #[figure(Plain, "Timmar", "Hours")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub timmar: Option<Decimal>,
        /// What the ledamöter are paid for them of all boards, kr a year. Null where that is not stated.
        #[sv = "Ledamöternas arvoden i alla styrelser, kr per år. Null om det inte anges."]
        #[figure(Kronor, "Arvoden", "Arvoden")]
        pub arvoden: Option<Kronor>,
    }
);
