//! What the figures of an explanation are; the words stand in [`crate::text::explanation`].

use super::node::Unit;
use crate::model::allocation_base::Part;
use crate::model::step::SideName;

/// What a figure is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum What {
    /// A figure of the result.
    Field(Field, Scope),
    /// Base grants more or less.
    BaseGrants,
    /// What kommuner take with them when they change förbund.
    MovedParts,
    /// What one kommun takes with it.
    Moved {
        /// The kommun.
        kommun: String,
        /// Where it was, if in some förbund.
        from: Option<String>,
        /// Where it is.
        to: String,
    },
    /// What a kommun brings to its row.
    KommunPart {
        /// The kommun.
        kommun: String,
        /// The row.
        forbund: String,
        /// On which side.
        side: SideName,
    },
    /// One of its two parts.
    KommunComponent {
        /// The kommun.
        kommun: String,
        /// Which part.
        part: Part,
        /// On which side.
        side: SideName,
    },
    /// What the country's other förbund give or take.
    Redistribution,
    /// One part of it.
    RedistributionOf(Part),
    /// What rounding to whole kronor adds or takes.
    Rounding(Rounding),
    /// An amount before rounding.
    BeforeRounding(Box<What>),
    /// A party's part of a change of state money, before rounding.
    ThroughShares(Party),
    /// A parameter of the model.
    Parameter(Parameter),
    /// Förbund in the country.
    CountryForbund(When),
    /// Their base grants.
    CountryGrants(When),
    /// What they leave of the appropriation.
    Pot(When),
    /// kr per unit.
    Rate(Part, When),
    /// The country's sum of units.
    CountrySum(Part, When),
    /// What of it the members of the baseline's förbund have.
    MemberSum(Part),
    /// What of it the rest of the country has.
    RestSum {
        /// Of what.
        part: Part,
        /// How many kommuner of the table that is, unless only their sum is known.
        kommuner: Option<usize>,
    },
    /// All units of a side.
    AllUnits(Part),
    /// A figure of a kommun table.
    KommunFigure {
        /// The kommun.
        kommun: String,
        /// Which figure.
        column: Column,
    },
    /// By how much decided amounts grow or shrink.
    Scale(When),
    /// The decided amounts that the kommuner of a row bring.
    DecidedParts {
        /// Of which part.
        part: Part,
        /// The row; all rows if none.
        forbund: Option<String>,
    },
    /// The decided amount that a kommun brings.
    DecidedPart {
        /// The kommun.
        kommun: String,
        /// Of which part.
        part: Part,
    },
    /// Decided state money above the base grant.
    AboveBase(String),
    /// Decided state money.
    StateMoney(String),
    /// A figure of the kommuner of one förbund of the baseline.
    ForbundFigure {
        /// The förbund.
        forbund: String,
        /// Which figure.
        part: Part,
    },
    /// What a kommun or region pays.
    Contribution {
        /// Who.
        party: String,
        /// When.
        when: Paid,
    },
    /// Who takes no part on a side pays nothing there.
    PaysNothing {
        /// Who.
        party: String,
        /// Whether it is a region, else a kommun.
        is_region: bool,
        /// When.
        when: When,
    },
    /// What a region pays to one row.
    RegionAmount {
        /// The region.
        region: String,
        /// The row.
        forbund: String,
        /// On which side.
        side: SideName,
    },
    /// A weight of a key.
    Weight(String),
    /// All weights of a key in a row.
    Weights(String),
    /// The kansli of a förbund as it was before a change.
    Kansli(String),
    /// A share of the kansli of a förbund that was divided.
    KansliShare {
        /// Whose kansli.
        from: String,
        /// Who takes the share over.
        to: String,
    },
    /// Inhabitants whose förbund takes over a share of a kansli.
    Inhabitants {
        /// Whose kansli.
        from: String,
        /// Who takes over; all if none.
        to: Option<String>,
    },
    /// A share of a shared kansli.
    SharedKansliShare(String),
    /// There is no kansli of its own.
    NoKansli(String),
    /// A figure of break-even.
    BreakEven {
        /// Which.
        breaking: Breaking,
        /// Net, else gross.
        net: bool,
    },
    /// What all changes cost once.
    Engangskostnad,
}

/// A figure of the result by its name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those of the result")]
pub enum Field {
    Forbund,
    State,
    StateBase,
    StatePart(Part),
    Region,
    Kommuner,
    Total,
    Kansli,
    Insatser,
    KrPerInhabitant,
    AllocationBase(Part),
}

/// Where a figure of the result stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    /// The sum of a side.
    Side(SideName),
    /// The difference of two sides.
    Delta {
        /// Net, else gross.
        net: bool,
    },
    /// A row of a side.
    Row(SideName, String),
}

/// The figures of break-even.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Breaking {
    /// What the kanslier must cost less.
    SavingNeeded,
    /// The same per förbund fewer.
    PerForbund,
    /// How much less income there is, which may be less than nought.
    LostIncome,
    /// How many förbund fewer there are.
    FewerForbund,
    /// When the one-off cost is paid back.
    PaybackYears,
}

/// Today, or after the changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum When {
    Today,
    After,
}

/// When a contribution is paid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Paid {
    /// On a side.
    On(SideName),
    /// The change of it.
    Change {
        /// Net, else gross.
        net: bool,
    },
}

/// Who pays.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those of the parties")]
pub enum Party {
    State,
    Region,
    Kommuner,
}

/// What was rounded.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Rounding {
    /// The change of two rounded sums.
    Change(Scope),
    /// The sum over all rows of a side.
    Side(SideName),
    /// A party's parts of all rows of a side.
    Parties(Party, SideName),
    /// An amount that was rounded by itself or with others.
    Amount(Box<What>),
}

/// A column of a kommun table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those of the table")]
pub enum Column {
    Befolkning,
    Forsorjningsmatt,
    Folkmangd,
}

impl From<Part> for Column {
    fn from(part: Part) -> Self {
        match part {
            Part::Forsorjningsmatt => Self::Forsorjningsmatt,
            Part::Befolkning => Self::Befolkning,
        }
    }
}

/// A parameter.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Parameter {
    /// `appropriation`.
    Appropriation,
    /// `base_grant`.
    BaseGrant,
    /// `weights`.
    Weight(Part),
    /// `funding`.
    Funding(Party),
    /// `rest_of_country.forbund`.
    OtherForbund,
    /// `budget` of a förbund.
    Budget(String),
    /// `state_grant` of a förbund.
    StateGrant(String),
    /// `kansli` of a förbund today.
    Kansli(String),
    /// `kansli` of a change.
    StatedKansli,
    /// `engangskostnad` of a change.
    Engangskostnad,
    /// `kansli` of a shared kansli.
    SharedKansli,
}

impl Column {
    /// What its figures count.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Forsorjningsmatt => Unit::FullYears,
            Self::Befolkning | Self::Folkmangd => Unit::Inhabitants,
        }
    }
}
