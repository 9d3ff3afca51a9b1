//! `[[uncertain]]` as written: a number of the inquiry, whose it is, and how it may turn out.

use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::document::{At, Section};
use super::shape::{Shape, words};

/// A number that can be uncertain, as it is called in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those of the file")]
pub enum What {
    Appropriation,
    BaseGrant,
    RestForbund,
    RestBefolkning,
    RestForsorjningsmatt,
    Weight,
    KansliIndex,
    Forsorjningsmatt,
    Befolkning,
    Kansli,
    Engangskostnad,
}

/// The names of the numbers.
pub const WHAT: &[(&str, What)] = &[
    ("model.appropriation", What::Appropriation),
    ("model.base_grant", What::BaseGrant),
    ("model.rest_of_country.forbund", What::RestForbund),
    ("model.rest_of_country.befolkning_16_64", What::RestBefolkning),
    ("model.rest_of_country.forsorjningsmatt", What::RestForsorjningsmatt),
    ("model.weights.forsorjningsmatt", What::Weight),
    ("path.kansli_index", What::KansliIndex),
    ("forsorjningsmatt", What::Forsorjningsmatt),
    ("befolkning_16_64", What::Befolkning),
    ("kansli", What::Kansli),
    ("engangskostnad", What::Engangskostnad),
];

impl What {
    /// Its name in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        WHAT.iter().find(|(_, what)| *what == self).map(|(key, _)| *key).expect("every number has a name")
    }

    /// Decimals of its smallest unit: a draw is rounded to them.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Forsorjningsmatt | Self::RestForsorjningsmatt => 2,
            Self::Weight | Self::KansliIndex => 6,
            Self::Appropriation
            | Self::BaseGrant
            | Self::RestForbund
            | Self::RestBefolkning
            | Self::Befolkning
            | Self::Kansli
            | Self::Engangskostnad => 0,
        }
    }
}

impl Shape for What {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(WHAT)
    }
}

/// `[[uncertain]]`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UncertainSection {
    /// The number, as it is called in the file.
    #[schemars(extend("sv" = "Talet, som det heter i filen."))]
    #[schemars(required)]
    pub what: Option<At<What>>,
    /// Whose kansli or engangskostnad it is. Without it: each one that the file states, by itself.
    #[schemars(extend("sv" = "Vems kansli eller engangskostnad det gäller. Utan det: vart och ett som filen anger, för sig."))]
    pub forbund: Option<At<String>>,
    /// Whose forsorjningsmatt or `befolkning_16_64` it is. Without it: that of every kommun, each by itself.
    #[schemars(extend("sv" = "Vems forsorjningsmatt eller befolkning_16_64 det gäller. Utan det: varje kommuns, för sig."))]
    pub kommun: Option<At<String>>,
    /// The least it can be. With high: every value between is as likely.
    #[schemars(extend("sv" = "Det minsta talet kan bli. Med high: alla värden däremellan är lika sannolika."))]
    pub low: Option<At<Decimal>>,
    /// The most it can be.
    #[schemars(extend("sv" = "Det mesta talet kan bli."))]
    pub high: Option<At<Decimal>>,
    /// The most likely value between low and high: then it is triangular.
    #[schemars(extend("sv" = "Det troligaste värdet mellan low och high: då är fördelningen triangulär."))]
    pub mode: Option<At<Decimal>>,
    /// The mean of a normal distribution. With sd.
    #[schemars(extend("sv" = "Medelvärdet i en normalfördelning. Tillsammans med sd."))]
    pub mean: Option<At<Decimal>>,
    /// The standard deviation of a normal distribution.
    #[schemars(extend("sv" = "Standardavvikelsen i en normalfördelning."))]
    pub sd: Option<At<Decimal>>,
    /// A normal distribution around the number as it stands; the standard deviation is so many parts of it: 0.05 is 5
    /// percent.
    #[schemars(extend("sv" = "En normalfördelning kring talet som det står; standardavvikelsen är så stor del av det: \
                              0.05 är 5 procent."))]
    pub relative: Option<At<Decimal>>,
    /// The values it can have, each as likely.
    #[schemars(extend("sv" = "De värden talet kan ha, alla lika sannolika."))]
    #[schemars(length(min = 1))]
    pub values: Option<Vec<At<Decimal>>>,
    /// How much the numbers of the entry move together, from 0 (not at all) to 1 (as one). 0 if not given.
    #[schemars(extend("sv" = "Hur mycket talen i posten följs åt, från 0 (inte alls) till 1 (helt). 0 om inget anges."))]
    #[schemars(range(min = 0, max = 1))]
    pub correlation: Option<At<Decimal>>,
    /// Entries of the same group move together, each by its correlation.
    #[schemars(extend("sv" = "Poster i samma grupp följs åt, var och en efter sin correlation."))]
    pub group: Option<At<String>>,
    /// Which keys of a distribution are written, readable or not.
    #[schemars(skip)]
    pub written: Vec<&'static str>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// The keys of distributions.
const SPREADS: [&str; 7] = ["low", "high", "mode", "mean", "sd", "relative", "values"];

impl UncertainSection {
    /// Reads one `[[uncertain]]`.
    #[must_use]
    pub fn read(section: &Section<'_>) -> Self {
        section.require("what");
        Self {
            what: section.choice("what", WHAT),
            forbund: section.text("forbund"),
            kommun: section.text("kommun"),
            low: section.decimal("low"),
            high: section.decimal("high"),
            mode: section.decimal("mode"),
            mean: section.decimal("mean"),
            sd: section.decimal("sd"),
            relative: section.decimal("relative"),
            values: section.decimals("values"),
            correlation: section.decimal("correlation"),
            group: section.text("group"),
            written: SPREADS.into_iter().filter(|key| section.has(key)).collect(),
            span: section.span(),
        }
    }
}
