//! One case: a kommun table, a baseline and a scenario, as plain data. The reference evaluates it,
//! and `files` writes it down for the program. Decimals are kept as text, so that both see exactly
//! the same digits.

use num_rational::BigRational;

use super::fractions::{round_half_away, whole};

/// A row of the kommun table.
#[derive(Clone, Debug)]
pub(crate) struct Kommun {
    pub code: String,
    pub name: String,
    /// The body that pays the region's part.
    pub region: String,
    pub befolkning_16_64: u64,
    pub forsorjningsmatt: String,
    pub folkmangd: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum KommunKey {
    Befolkning,
    Folkmangd,
    Forsorjningsmatt,
    Lika,
    /// Kommunkod and weight.
    Explicit(Vec<(String, String)>),
    /// Keys that need no table, each with its share.
    Mixed {
        shares: Vec<(KommunKey, String)>,
        minimum: Option<u64>,
    },
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum RegionKey {
    Befolkning,
    Lika,
}

/// What lies outside the förbund of the baseline.
#[derive(Clone, Debug)]
pub(crate) enum Rest {
    Unstated,
    Alla,
    Listed(Vec<String>),
    Sums { befolkning_16_64: u64, forsorjningsmatt: String },
}

/// Where the state money of a baseline förbund comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Money {
    Formula,
    Budget(u64),
    StateGrant(u64),
}

/// A stated kansli.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kansli {
    Sum(u64),
    Items(Vec<(String, u64)>),
    /// As stated, at prices that have grown since. No file has this.
    Grown {
        stated: Box<Kansli>,
        growth: BigRational,
    },
}

impl Kansli {
    /// What it costs; a table that is indexed is rounded as a sum, once.
    pub(crate) fn sum(&self) -> u64 {
        match self {
            Kansli::Sum(sum) => *sum,
            Kansli::Items(items) => items.iter().map(|(_, amount)| amount).sum(),
            Kansli::Grown { stated, growth } => {
                u64::try_from(round_half_away(&(whole(stated.sum()) * growth)))
                    .expect("a sum that is not negative")
            }
        }
    }

    pub(crate) fn grown(&self, growth: &BigRational) -> Kansli {
        Kansli::Grown { stated: Box::new(self.clone()), growth: growth.clone() }
    }

    /// None where it is a plain sum.
    pub(crate) fn items(&self) -> Option<&[(String, u64)]> {
        match self {
            Kansli::Sum(_) => None,
            Kansli::Items(items) => Some(items),
            Kansli::Grown { stated, .. } => stated.items(),
        }
    }

    /// With those of its items that are wanted, as if no others had been stated.
    pub(crate) fn with(&self, is_wanted: impl Fn(&str) -> bool) -> Kansli {
        match self {
            Kansli::Sum(_) => unreachable!("a sum has no items"),
            Kansli::Items(items) => {
                Kansli::Items(items.iter().filter(|(name, _)| is_wanted(name)).cloned().collect())
            }
            Kansli::Grown { stated, growth } => stated.with(is_wanted).grown(growth),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Forbund {
    pub name: String,
    /// Kommunkoder, in the order of the file.
    pub kommuner: Vec<String>,
    pub money: Money,
    pub kansli: Option<Kansli>,
    pub kommun_key: Option<KommunKey>,
}

#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub name: String,
    pub kommuner: Vec<String>,
    pub kansli: Option<Kansli>,
    pub kommun_key: Option<KommunKey>,
}

#[derive(Clone, Debug)]
pub(crate) enum SplitBy {
    Budget,
    Lika,
    Befolkning,
    /// Förbund and share.
    Shares(Vec<(String, String)>),
}

/// What several förbund share.
#[derive(Clone, Debug)]
pub(crate) struct Sharing {
    pub participants: Vec<String>,
    pub kansli: Kansli,
    /// Whether these items alone are shared, and not the whole kansli.
    pub only_items: bool,
    pub split_by: SplitBy,
}

#[derive(Clone, Debug)]
pub(crate) enum Change {
    MoveTo { kommuner: Vec<String>, to: String, kansli: Option<Kansli> },
    MoveOutside { kommuner: Vec<String>, outside: String },
    Merge { parts: Vec<String>, into: String, kansli: Option<Kansli>, kommun_key: Option<KommunKey> },
    Split { whole: String, into: Vec<Part> },
    Create(Part),
    SharedKansli(Sharing),
    Leave { kommuner: Vec<String> },
    Dissolve { forbund: String },
    Elsewhere { more: i64 },
}

impl Change {
    /// The kanslier that it states.
    pub(crate) fn kanslier(&mut self) -> Vec<&mut Kansli> {
        match self {
            Change::MoveTo { kansli, .. }
            | Change::Merge { kansli, .. }
            | Change::Create(Part { kansli, .. }) => kansli.iter_mut().collect(),
            Change::Split { into, .. } => into.iter_mut().filter_map(|part| part.kansli.as_mut()).collect(),
            Change::SharedKansli(sharing) => vec![&mut sharing.kansli],
            Change::MoveOutside { .. }
            | Change::Leave { .. }
            | Change::Dissolve { .. }
            | Change::Elsewhere { .. } => Vec::new(),
        }
    }

    /// What may be stated of each förbund that the change makes.
    pub(crate) fn kommun_keys(&mut self) -> Vec<&mut Option<KommunKey>> {
        match self {
            Change::Merge { kommun_key, .. } | Change::Create(Part { kommun_key, .. }) => vec![kommun_key],
            Change::Split { into, .. } => into.iter_mut().map(|part| &mut part.kommun_key).collect(),
            _ => Vec::new(),
        }
    }
}

/// How the files look where the contract leaves a choice; the figures do not depend on it.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Layout {
    pub delimiter: char,
    pub decimal_comma: bool,
    pub blanks_between_thousands: bool,
    pub byte_order_mark: bool,
    pub crlf: bool,
    pub swedish_headers: bool,
    /// Whether the table names the bodies that pay, and not their län.
    pub region_column: bool,
    pub folkmangd_column: bool,
    /// The year of the table in use, where the table has a column for it.
    pub year_column: Option<u32>,
    /// Whether the baseline states the year; it must where the table has several.
    pub year_stated: bool,
    pub kommuner_by_code: bool,
    pub underscores: bool,
    pub defaults_left_out: bool,
}

impl Layout {
    pub(crate) const PLAIN: Layout = Layout {
        delimiter: ',',
        decimal_comma: false,
        blanks_between_thousands: false,
        byte_order_mark: false,
        crlf: false,
        swedish_headers: false,
        region_column: false,
        folkmangd_column: true,
        year_column: None,
        year_stated: false,
        kommuner_by_code: false,
        underscores: true,
        defaults_left_out: false,
    };
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The kommuner of the year in use, in the order of the file.
    pub table: Vec<Kommun>,
    /// Rows of another year, which must not count.
    pub other_year: Vec<Kommun>,
    pub kommun_key: KommunKey,
    pub region_key: RegionKey,
    pub appropriation: Option<u64>,
    pub base_grant: u64,
    pub weight_forsorjningsmatt: String,
    pub weight_befolkning: String,
    pub rest_forbund: Option<u64>,
    pub rest: Rest,
    pub state_share: String,
    pub region_share: String,
    pub kommuner_share: String,
    pub forbund: Vec<Forbund>,
    /// What the förbund share today.
    pub shared: Vec<Sharing>,
    pub changes: Vec<Change>,
    pub layout: Layout,
}

impl Case {
    pub(crate) fn kommun(&self, code: &str) -> &Kommun {
        self.table.iter().find(|kommun| kommun.code == code).expect("a kommun of the table")
    }

    /// The baseline förbund a kommun is in.
    pub(crate) fn forbund_of(&self, code: &str) -> Option<&Forbund> {
        self.forbund.iter().find(|forbund| forbund.kommuner.iter().any(|member| member == code))
    }

    /// The baseline's, those of its förbund and those of the changes, where they are stated.
    pub(crate) fn kommun_keys(&mut self) -> impl Iterator<Item = &mut KommunKey> {
        let of_forbund = self.forbund.iter_mut().map(|forbund| &mut forbund.kommun_key);
        let of_changes = self.changes.iter_mut().flat_map(Change::kommun_keys);
        [&mut self.kommun_key].into_iter().chain(of_forbund.chain(of_changes).flatten())
    }

    pub(crate) fn is_calibrated(&self) -> bool {
        self.forbund.iter().all(|forbund| !matches!(forbund.money, Money::Formula))
    }
}
