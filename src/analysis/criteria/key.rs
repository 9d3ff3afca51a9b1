//! What each kommun would pay under each fördelningsnyckel.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::gross_and_net::GrossAndNet;
use crate::catalogue::{described, shapes};
use crate::model::allocation::Model;
use crate::model::grouping::Grouping;
use crate::model::identity::Identified;
use crate::model::key::Key;
use crate::model::kommun::{KommunId, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::outcome::{Outcome, RowMoney, Side};

/// The fördelningsnycklar, in the order of the tables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum KeyName {
    /// By inhabitants 16–64.
    #[serde(rename = "befolkning_16_64")]
    Befolkning,
    /// By all inhabitants.
    Folkmangd,
    /// By försörjningsmått.
    Forsorjningsmatt,
    /// Alike.
    Lika,
    /// By the numbers agreed on in the baseline.
    Explicit,
}

shapes! { Text: KeyName; }

described!(
    /// What the kommuner would pay under a fördelningsnyckel.
    #[sv = "Vad kommunerna skulle betala med en fördelningsnyckel."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Named, "key", "key")]
    pub struct KeyResult {
        /// The key; explicit are the numbers that the baseline gives.
        #[sv = "Nyckeln; explicit är de tal som utgångsläget anger."]
        #[is(Id)]
        pub key: KeyName,
        /// Whether it is the key of the baseline.
        #[sv = "Om det är utgångslägets nyckel."]
        pub in_use: bool,
        /// Each kommun that takes part before or after, by kommunkod.
        #[sv = "Varje kommun som är med före eller efter, efter kommunkod."]
        pub kommuner: Vec<KommunUnderKey>,
    }
);

described!(
    /// What a kommun would pay, kr a year. Null where it takes no part.
    #[sv = "Vad en kommun skulle betala, kr per år. Null där den inte är med."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Level(Kommun), "kommunkod", "kommun")]
    pub struct KommunUnderKey {
        /// The kommunkod, four digits; of a part of a kommun with the number of the part (0680:01).
        #[sv = "Kommunkoden, fyra siffror; för en del av en kommun med delens nummer (0680:01)."]
        #[is(Id)]
        pub kommunkod: Kommunkod,
        /// The name of the kommun.
        #[sv = "Kommunens namn."]
        #[is(Id)]
        pub kommun: String,
        /// In today's förbund under this key, kr a year.
        #[sv = "I dagens förbund med denna nyckel, kr per år."]
        #[figure(Kronor, "Nuläge", "Today")]
        #[is(Summed)]
        pub contribution_before: Option<Kronor>,
        /// Afterwards under this key, kr a year.
        #[sv = "Efteråt med denna nyckel, kr per år."]
        #[figure(Kronor, "Efter", "After")]
        pub contribution_after: GrossAndNet<Option<Kronor>>,
        /// Afterwards under this key less what the kommun pays today under today's key, kr a year.
        #[sv = "Efteråt med denna nyckel minus vad kommunen betalar i dag med dagens nyckel, kr per år."]
        #[figure(Kronor, "Förändring", "Change")]
        #[is(Difference)]
        pub change_from_today: GrossAndNet<Option<Kronor>>,
    }
);

impl Identified for KommunUnderKey {
    type Identity = Kommunkod;

    fn identity(&self) -> Kommunkod {
        self.kommunkod
    }
}

/// The contributions on one side, in no order; a kommun stands in them at most once.
type Contributions = Vec<(KommunId, Kronor)>;

/// All keys that can share on every side, the agreed one only where it is the baseline's.
pub(super) fn keys(model: &Model, after: &Grouping, outcome: &Outcome) -> Vec<KeyResult> {
    let used = &model.baseline().keys.kommuner;
    let mut rows = model.before().forbund().chain(after.forbund());
    let has_own = rows.any(|row| row.key.as_deref().is_some_and(|own| own != used));
    let keys = [Key::Befolkning, Key::Folkmangd, Key::Forsorjningsmatt, Key::Lika];
    let agreed = Some(used.clone()).filter(|key| matches!(key, Key::Explicit(_)));
    let today = by_kommun(model, &outcome.before.money().flat_map(contributions).collect());
    let results = keys.into_iter().chain(agreed).filter_map(|key| {
        let weights = model.weights_under(&key).expect("the agreed numbers are those of the baseline");
        let side = |grouping: &Grouping, side: &Side| {
            side.contributions_under(&weights, grouping).map(|found| by_kommun(model, &found))
        };
        let before = side(model.before(), &outcome.before)?;
        let gross = side(after, &outcome.gross)?;
        let net = outcome.net.as_ref().map(|net| side(after, net));
        let after_by_kommun = GrossAndNet { gross, net: net.flatten() };
        Some(KeyResult {
            key: KeyName::of(&key),
            in_use: key == *used && !has_own,
            kommuner: kommuner(model, after, &today, &before, &after_by_kommun),
        })
    });
    results.collect()
}

fn contributions(row: &RowMoney) -> impl Iterator<Item = (KommunId, Kronor)> + '_ {
    row.contributions.iter().copied()
}

/// What each kommun of the table pays.
fn by_kommun(model: &Model, contributions: &Contributions) -> Vec<Option<Kronor>> {
    let mut of_kommuner = vec![None; model.baseline().kommuner.len()];
    for (kommun, amount) in contributions {
        of_kommuner[kommun.index()] = Some(*amount);
    }
    of_kommuner
}

fn kommuner(
    model: &Model,
    grouping: &Grouping,
    today: &[Option<Kronor>],
    before: &[Option<Kronor>],
    after: &GrossAndNet<Vec<Option<Kronor>>>,
) -> Vec<KommunUnderKey> {
    let listed = model.baseline().kommuner.iter().filter_map(|(id, kommun)| {
        let at = |side: &Vec<Option<Kronor>>| side[id.index()];
        let contribution_after = after.as_ref().map(at);
        let (before, today) = (before[id.index()], today[id.index()]);
        let is_in_row = |grouping: &Grouping| grouping.holds(id);
        (is_in_row(model.before()) || is_in_row(grouping)).then(|| KommunUnderKey {
            kommunkod: kommun.kommunkod,
            kommun: kommun.name.clone(),
            contribution_before: before,
            contribution_after,
            change_from_today: contribution_after
                .map(|after| after.zip(today).map(|(after, today)| after - today)),
        })
    });
    listed.collect()
}

impl KeyName {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Befolkning, Self::Folkmangd, Self::Forsorjningsmatt, Self::Lika, Self::Explicit];

    /// As it is written in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Befolkning => "befolkning_16_64",
            Self::Folkmangd => "folkmangd",
            Self::Forsorjningsmatt => "forsorjningsmatt",
            Self::Lika => "lika",
            Self::Explicit => "explicit",
        }
    }

    fn of(key: &Key) -> Self {
        match key {
            Key::Mixed { .. } => unreachable!("a mixed key is none of those that are compared"),
            Key::Befolkning => Self::Befolkning,
            Key::Folkmangd => Self::Folkmangd,
            Key::Forsorjningsmatt => Self::Forsorjningsmatt,
            Key::Lika => Self::Lika,
            Key::Explicit(_) => Self::Explicit,
        }
    }
}
