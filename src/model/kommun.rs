//! Kommuner and the regions they lie in: structure that does not change from one year to another.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A kommun's four-digit code, "0114", or that of a part of it, "0114:01". Codes are text to people and compare as
/// numbers: a kommun comes before its parts, and they before the next kommun.
// The number of the kommun in the upper bits; below them 0 for all of it, else 1 more than the number of the part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, JsonSchema)]
#[schemars(inline)]
pub struct Kommunkod(#[schemars(with = "String", regex(pattern = "^[0-9]{4}(:[0-9]{2})?$"))] u32);

impl Kommunkod {
    /// The first that could be, 0000.
    pub const FIRST: Self = Self(0);
    /// Gotland: Region Gotland is kommun and region in one.
    pub const GOTLAND: Self = Self(980 << Self::PART_BITS);
    /// The highest number that a part of a kommun can have.
    pub const LAST_PART: u8 = 99;
    const PART_BITS: u32 = 8;

    /// The code of a kommun from exactly four digits, or `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        digits(text, 4).map(|kommun| Self(kommun << Self::PART_BITS))
    }

    /// The code of a kommun or of a part of one, or `None`.
    #[must_use]
    pub fn parse_with_part(text: &str) -> Option<Self> {
        let Some((kommun, part)) = text.split_once(':') else { return Self::parse(text) };
        Some(Self(Self::parse(kommun)?.0 + 1 + digits(part, 2)?))
    }

    /// The code of a part of a kommun; the one with number 0 is what its other parts leave.
    ///
    /// # Panics
    /// If the number is above [`Self::LAST_PART`].
    #[must_use]
    pub fn part(self, number: u8) -> Self {
        assert!(number <= Self::LAST_PART, "two digits");
        Self(self.whole().0 + 1 + u32::from(number))
    }

    /// Whether it is the code of a part of a kommun.
    #[must_use]
    pub fn is_part(self) -> bool {
        self != self.whole()
    }

    /// The code of the kommun that it is a part of, or its own.
    #[must_use]
    pub fn whole(self) -> Self {
        Self(self.0 >> Self::PART_BITS << Self::PART_BITS)
    }

    /// The number of the län: the first two digits.
    #[must_use]
    pub fn lan(self) -> u16 {
        u16::try_from((self.0 >> Self::PART_BITS) / 100).expect("two digits")
    }
}

/// The number that exactly so many digits are.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// As text, so that a leading zero is kept.
impl Serialize for Kommunkod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Kommunkod {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.0 >> Self::PART_BITS)?;
        match self.0 - self.whole().0 {
            0 => Ok(()),
            part => write!(formatter, ":{:02}", part - 1),
        }
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
    /// The name of the kommun that it is a part of, where it is one.
    pub part_of: Option<Arc<str>>,
}

impl Kommun {
    /// The name of the kommun that it is a part of, or its own.
    #[must_use]
    pub fn whole_name(&self) -> &str {
        match &self.part_of {
            Some(whole) => whole,
            None => &self.name,
        }
    }
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

    /// The parts of the kommun that one is a part of, in order of their codes; a kommun without parts is its only one.
    pub fn parts(&self, kommun: KommunId) -> impl Iterator<Item = KommunId> {
        self.of_whole(self.get(kommun).kommunkod)
    }

    /// The kommun with this code, or its parts in order of their codes.
    pub fn of_whole(&self, kommunkod: Kommunkod) -> impl Iterator<Item = KommunId> {
        let whole = kommunkod.whole();
        let first = self.kommuner.partition_point(|kommun| kommun.kommunkod < whole);
        let count =
            self.kommuner[first..].iter().take_while(|kommun| kommun.kommunkod.whole() == whole).count();
        (first..first + count).map(KommunId::new)
    }

    /// Some kommuner in order of kommunkod, those that are parts of the same kommun together.
    pub fn by_whole<'members>(
        &self,
        members: &'members [KommunId],
    ) -> impl Iterator<Item = &'members [KommunId]> {
        let whole = |kommun: KommunId| self.get(kommun).kommunkod.whole();
        members.chunk_by(move |one, other| whole(*one) == whole(*other))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_code_of_its_kommun_and_a_number() {
        let goteborg = Kommunkod::parse("1480").expect("four digits");
        let parts = [0, 1, 99].map(|number| goteborg.part(number));
        assert_eq!(parts.map(|part| part.to_string()), ["1480:00", "1480:01", "1480:99"]);
        assert!(goteborg < parts[0] && parts.is_sorted());
        assert!(parts[2] < Kommunkod::parse("1481").expect("four digits"));
        for part in parts {
            assert_eq!(Kommunkod::parse_with_part(&part.to_string()), Some(part));
            assert_eq!((part.whole(), part.lan(), part.is_part()), (goteborg, 14, true));
        }
        assert_eq!((goteborg.whole(), goteborg.is_part()), (goteborg, false));
        for wrong in ["1480:1", "1480:001", "1480:", "148:01", "1480:0x", "1480:+1", "1480 :01", ":01"] {
            assert_eq!(Kommunkod::parse_with_part(wrong), None, "{wrong}");
        }
        assert_eq!(Kommunkod::parse("1480:01"), None);
    }
}
