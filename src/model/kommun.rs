//! Kommuner and the table they stand in.

use std::fmt;

use rust_decimal::Decimal;
use schemars::{JsonSchema, json_schema};
use serde::{Serialize, Serializer};

/// A kommun's four-digit code, "0114". Codes are text to people and compare as numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Kommunkod(u16);

impl Kommunkod {
    /// The first that could be, 0000.
    pub const FIRST: Self = Self(0);

    /// A code from exactly four digits, or `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if four_digits { text.parse().ok().map(Self) } else { None }
    }

    /// The number of the län: the first two digits.
    #[must_use]
    pub fn lan(self) -> u16 {
        self.0 / 100
    }
}

/// As text, so that a leading zero is kept.
impl Serialize for Kommunkod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Kommunkod {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Kommunkod".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]{4}$" })
    }
}

impl fmt::Display for Kommunkod {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.0)
    }
}

/// A kommun's place in [`Kommuner`]: kommuner are sorted by kommunkod, so a lower id is a lower kommunkod.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct KommunId(u16);

impl KommunId {
    /// The id at this position.
    ///
    /// # Panics
    /// If the position is above 65 535: there are 10 000 kommunkoder.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Self(u16::try_from(position).expect("fewer kommuner than kommunkoder"))
    }

    /// The position.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A region's place in [`Kommuner::regions`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RegionId(u32);

impl RegionId {
    /// The id at this position.
    ///
    /// # Panics
    /// If there are more than four billion: every region stands in a row of a table of at most 64 MiB.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Self(u32::try_from(position).expect("no more regions than rows"))
    }

    /// The position.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One kommun with its figures of one year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kommun {
    /// Its code.
    pub kommunkod: Kommunkod,
    /// Its name as written in the table.
    pub name: String,
    /// The region it lies in.
    pub region: RegionId,
    /// Inhabitants aged 16–64 on 31 December.
    pub befolkning_16_64: u64,
    /// Försörjningsmått, helårsekvivalenter, exactly as written.
    pub forsorjningsmatt: Decimal,
    /// All inhabitants, where the table has them.
    pub folkmangd: Option<u64>,
}

/// The kommuner of one year, sorted by kommunkod, and the regions they lie in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kommuner {
    kommuner: Vec<Kommun>,
    regions: Vec<String>,
}

impl Kommuner {
    /// Inhabitants that a kommun may have: above every country's, and low enough that no sum can overflow.
    pub const MOST_INHABITANTS: u64 = 10_000_000_000;
    /// Decimals that a försörjningsmått may have.
    pub const MOST_DECIMALS: u32 = 12;

    /// Sorts the kommuner by code. [`Kommun::region`] points into `regions`.
    #[must_use]
    pub fn new(mut kommuner: Vec<Kommun>, regions: Vec<String>) -> Self {
        kommuner.sort_by_key(|kommun| kommun.kommunkod);
        Self { kommuner, regions }
    }

    /// The kommun with this id.
    #[must_use]
    pub fn get(&self, id: KommunId) -> &Kommun {
        &self.kommuner[id.index()]
    }

    /// The kommun with this code.
    #[must_use]
    pub fn with_code(&self, kommunkod: Kommunkod) -> Option<KommunId> {
        self.kommuner.binary_search_by_key(&kommunkod, |kommun| kommun.kommunkod).ok().map(KommunId::new)
    }

    /// All kommuner in order of kommunkod, with their ids.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (KommunId, &Kommun)> {
        self.kommuner.iter().enumerate().map(|(position, kommun)| (KommunId::new(position), kommun))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kommuner.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kommuner.is_empty()
    }

    /// The name of a region.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &str {
        &self.regions[id.index()]
    }

    /// The names of all regions.
    #[must_use]
    pub fn regions(&self) -> &[String] {
        &self.regions
    }
}
