//! Kommuner and the regions they lie in: structure that does not change from one year to another.

use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A kommun's four-digit code, "0114". Codes are text to people and compare as numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, JsonSchema)]
#[schemars(inline)]
pub struct Kommunkod(#[schemars(with = "String", regex(pattern = "^[0-9]{4}$"))] u16);

impl Kommunkod {
    /// The first that could be, 0000.
    pub const FIRST: Self = Self(0);
    /// Gotland: Region Gotland is kommun and region in one.
    pub const GOTLAND: Self = Self(980);

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
    /// If there are more than four billion: every region comes from a row of a table of at most 64 MiB.
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

/// A kommun, without figures: those of a year are [`super::figures::Figures`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kommun {
    /// Its code.
    pub kommunkod: Kommunkod,
    /// Its name as written in the table.
    pub name: String,
    /// The region it lies in.
    pub region: RegionId,
}

/// The kommuner of a table, in order of kommunkod, and the regions they lie in.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Kommuner {
    kommuner: Vec<Kommun>,
    regions: Vec<String>,
}

impl Kommuner {
    /// Kommuner in order of kommunkod. [`Kommun::region`] points into `regions`.
    ///
    /// # Panics
    /// If they are in another order or two have the same code: lists of figures are in this order too, so sorting
    /// here would give each kommun the figures of another.
    #[must_use]
    pub fn new(kommuner: Vec<Kommun>, regions: Vec<String>) -> Self {
        let is_sorted = kommuner.is_sorted_by(|one, other| one.kommunkod < other.kommunkod);
        assert!(is_sorted, "kommuner in order of kommunkod, none of them twice");
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
