//! The outlines of Sweden's kommuner, and of the land around them, as they are packed in the program.
//!
//! A border is stored once, as an arc, and a kommun as rings of arcs: so a border is drawn once too, two kommuner that
//! share an arc are neighbours, and the outline of several is what only one of them has. Coordinates are those of the
//! source, whole steps of [`Atlas::unit`] to the right and downwards. No ring lies within another of the same kommun's
//! area, or it is a hole.

use std::fmt;
use std::sync::LazyLock;

use crate::drawing::geometry::{Point, Rect};

/// What the program carries; the test `karta` writes it.
static PACKED: &[u8] = include_bytes!("../../../data/karta/karta.bin");

static SWEDEN: LazyLock<Atlas> = LazyLock::new(|| {
    Atlas::decode(PACKED)
        .expect("the map in the program is the one that the tests have compared with its source")
});

/// What the packed data begin with.
pub const MAGIC: &[u8; 4] = b"FKA1";

/// No coordinate is further from zero, so that products of two differences fit many times in 64 bits.
const FARTHEST: i64 = 1 << 20;

/// Outlines of kommuner and of the land around them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Atlas {
    unit: i64,
    arcs: Vec<Arc>,
    kommuner: Vec<Kommun>,
    abroad: Vec<Vec<Point>>,
}

/// A kommun of an atlas.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct KommunId(usize);

impl KommunId {
    /// Its place among all kommuner of the atlas.
    pub(crate) const fn index(self) -> usize {
        self.0
    }
}

/// A line that is the border of one kommun or of two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Arc {
    pub(crate) points: Vec<Point>,
    pub(crate) bounds: Rect,
    /// The kommuner on its sides: two, or one where there is water or another country on the other.
    pub(crate) sides: [Option<KommunId>; 2],
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Kommun {
    code: u16,
    rings: Vec<Vec<ArcRef>>,
    bounds: Rect,
}

/// An arc as a part of a ring.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ArcRef {
    pub(crate) arc: usize,
    /// Whether its points are taken from the last to the first.
    pub(crate) reversed: bool,
}

/// Why packed data are no atlas.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AtlasError {
    /// They do not begin with [`MAGIC`].
    Magic,
    /// They end too early.
    Truncated,
    /// Bytes follow the end.
    Trailing,
    /// A number is greater than it can be here; at this byte.
    TooLarge(usize),
    /// A ring names an arc that does not exist, or that two kommuner have already; at this byte.
    Arc(usize),
    /// The arcs of a ring do not meet; at this byte.
    Open(usize),
}

impl fmt::Display for AtlasError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => formatter.write_str("the data are not a packed map"),
            Self::Truncated => formatter.write_str("the packed map ends too early"),
            Self::Trailing => formatter.write_str("the packed map goes on after its end"),
            Self::TooLarge(byte) => {
                write!(formatter, "byte {byte} of the packed map: the number is too large")
            }
            Self::Arc(byte) => {
                write!(formatter, "byte {byte} of the packed map: the ring cannot have this arc")
            }
            Self::Open(byte) => {
                write!(formatter, "byte {byte} of the packed map: the arcs of the ring do not meet")
            }
        }
    }
}

impl std::error::Error for AtlasError {}

impl Atlas {
    /// The atlas that the program carries.
    #[must_use]
    pub fn sweden() -> &'static Self {
        &SWEDEN
    }

    /// Reads packed data.
    ///
    /// # Errors
    /// If they are not what the test `karta` writes.
    pub fn decode(packed: &[u8]) -> Result<Self, AtlasError> {
        let rest = packed.strip_prefix(MAGIC).ok_or(AtlasError::Magic)?;
        let mut reader = Reader { bytes: rest, length: packed.len() };
        let unit = reader.number(FARTHEST)?;
        let mut arcs = reader.arcs()?;
        let kommuner = reader.kommuner(&mut arcs)?;
        let abroad = reader.lines()?;
        if reader.bytes.is_empty() {
            Ok(Self { unit, arcs, kommuner, abroad })
        } else {
            Err(AtlasError::Trailing)
        }
    }

    /// How many millimetres a step of the coordinates is.
    #[must_use]
    pub const fn unit(&self) -> i64 {
        self.unit
    }

    /// All kommuner, in the order of their codes.
    pub fn kommuner(&self) -> impl Iterator<Item = KommunId> + use<> {
        (0..self.kommuner.len()).map(KommunId)
    }

    /// The kommun with this kommunkod ("0114"), if it has an outline.
    #[must_use]
    pub fn find(&self, kommunkod: &str) -> Option<KommunId> {
        if kommunkod.len() != 4 || !kommunkod.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let code = kommunkod.parse().ok()?;
        let position = self.kommuner.binary_search_by_key(&code, |kommun| kommun.code).ok()?;
        Some(KommunId(position))
    }

    /// The kommunkod of a kommun.
    #[must_use]
    pub fn kommunkod(&self, kommun: KommunId) -> String {
        format!("{:04}", self.kommuner[kommun.0].code)
    }

    /// The rectangle around a kommun.
    #[must_use]
    pub fn bounds(&self, kommun: KommunId) -> Rect {
        self.kommuner[kommun.0].bounds
    }

    /// The points of each ring of a kommun, the first not repeated.
    #[must_use]
    pub fn rings(&self, kommun: KommunId) -> Vec<Vec<Point>> {
        let arcs = |arc: usize| self.arcs[arc].points.as_slice();
        self.ring_arcs(kommun).iter().map(|ring| joined(ring, arcs)).collect()
    }

    /// Every line that is stored, once: borders of two kommuner, coasts, and borders with other countries.
    pub fn borders(&self) -> impl Iterator<Item = &[Point]> {
        self.arcs.iter().map(|arc| arc.points.as_slice())
    }

    /// The pairs of kommuner that have a border in common, each once, the first of a pair with the lower code.
    #[must_use]
    pub fn neighbours(&self) -> Vec<(KommunId, KommunId)> {
        let pairs = self.arcs.iter().filter_map(|arc| match arc.sides {
            [Some(one), Some(two)] => Some((one.min(two), one.max(two))),
            _ => None,
        });
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The outline of several kommuner as one: rings of the arcs that only one of them has.
    pub(crate) fn outline(&self, has: impl Fn(KommunId) -> bool) -> Vec<Vec<ArcRef>> {
        let mut parts = Vec::new();
        for kommun in self.kommuner().filter(|kommun| has(*kommun)) {
            for part in self.ring_arcs(kommun).iter().flatten() {
                if self.arcs[part.arc].sides.iter().flatten().filter(|side| has(**side)).count() == 1 {
                    parts.push(*part);
                }
            }
        }
        let start = |part: &ArcRef| self.ends(*part).0;
        parts.sort_by_key(start);
        let mut used = vec![false; parts.len()];
        let mut rings = Vec::new();
        for first in 0..parts.len() {
            let mut ring = Vec::new();
            let mut next = Some(first).filter(|first| !used[*first]);
            while let Some(at) = next {
                used[at] = true;
                ring.push(parts[at]);
                let end = self.ends(parts[at]).1;
                let from = parts.partition_point(|part| start(part) < end);
                next = (from..parts.len())
                    .take_while(|other| start(&parts[*other]) == end)
                    .find(|other| !used[*other]);
            }
            if !ring.is_empty() {
                rings.push(ring);
            }
        }
        rings
    }

    /// Where a part of a ring begins and ends.
    fn ends(&self, part: ArcRef) -> (Point, Point) {
        let points = &self.arcs[part.arc].points;
        // An arc has two ends, see `Reader::arcs`.
        let (first, last) = (points[0], points[points.len() - 1]);
        if part.reversed { (last, first) } else { (first, last) }
    }

    /// Land of other countries, as rings; what of it lies under Sweden is not to be seen.
    #[must_use]
    pub fn abroad(&self) -> &[Vec<Point>] {
        &self.abroad
    }

    pub(crate) fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    pub(crate) fn ring_arcs(&self, kommun: KommunId) -> &[Vec<ArcRef>] {
        &self.kommuner[kommun.0].rings
    }
}

/// The points of a ring of arcs, the first not repeated.
pub(crate) fn joined<'a>(ring: &[ArcRef], points: impl Fn(usize) -> &'a [Point]) -> Vec<Point> {
    let mut joined = Vec::new();
    for part in ring {
        let points = points(part.arc);
        // Where one arc ends the next begins.
        if part.reversed {
            joined.extend(points.iter().skip(1).rev());
        } else {
            joined.extend(points.iter().take(points.len().saturating_sub(1)));
        }
    }
    joined
}

struct Reader<'a> {
    bytes: &'a [u8],
    length: usize,
}

impl Reader<'_> {
    /// Where it is.
    fn byte(&self) -> usize {
        self.length - self.bytes.len()
    }

    /// A number below `limit`, seven bits in a byte, the lowest first.
    fn number(&mut self, limit: i64) -> Result<i64, AtlasError> {
        let byte = self.byte();
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let (first, rest) = self.bytes.split_first().ok_or(AtlasError::Truncated)?;
            self.bytes = rest;
            number |= i64::from(first & 0x7f) << shift;
            if *first < 0x80 {
                return if number < limit { Ok(number) } else { Err(AtlasError::TooLarge(byte)) };
            }
        }
        Err(AtlasError::TooLarge(byte))
    }

    /// A number of either sign: even numbers are 0, 1, 2 …, odd ones −1, −2 …
    fn signed(&mut self) -> Result<i64, AtlasError> {
        let number = self.number(4 * FARTHEST)?;
        Ok(if number & 1 == 0 { number >> 1 } else { -(number >> 1) - 1 })
    }

    /// How many of something follow, each of which takes at least a byte.
    fn count(&mut self) -> Result<usize, AtlasError> {
        let byte = self.byte();
        let count = usize::try_from(self.number(FARTHEST)?).map_err(|_| AtlasError::TooLarge(byte))?;
        if count <= self.bytes.len() { Ok(count) } else { Err(AtlasError::Truncated) }
    }

    /// Lines, each point as the step from the one before, the first of a line from the last of the line before.
    fn lines(&mut self) -> Result<Vec<Vec<Point>>, AtlasError> {
        let mut pen = Point::default();
        let mut lines = Vec::with_capacity(self.count_ahead());
        for _ in 0..self.count()? {
            let count = self.count()?;
            let mut line = Vec::with_capacity(count);
            for _ in 0..count {
                let byte = self.byte();
                pen = pen.plus(Point::new(self.signed()?, self.signed()?));
                if pen.x.abs() > FARTHEST || pen.y.abs() > FARTHEST {
                    return Err(AtlasError::TooLarge(byte));
                }
                line.push(pen);
            }
            lines.push(line);
        }
        Ok(lines)
    }

    /// A guess of how many lines follow; nothing depends on it.
    fn count_ahead(&self) -> usize {
        self.bytes.len() / 16
    }

    fn arcs(&mut self) -> Result<Vec<Arc>, AtlasError> {
        let byte = self.byte();
        let arcs = self.lines()?.into_iter().map(|points| {
            // An arc has two ends.
            let bounds = Rect::of(points.iter().copied()).filter(|_| points.len() > 1);
            let bounds = bounds.ok_or(AtlasError::Arc(byte))?;
            Ok(Arc { points, bounds, sides: [None; 2] })
        });
        arcs.collect()
    }

    fn kommuner(&mut self, arcs: &mut [Arc]) -> Result<Vec<Kommun>, AtlasError> {
        let mut kommuner = Vec::with_capacity(290);
        let mut code = 0;
        let mut arc = 0;
        for position in 0..self.count()? {
            let byte = self.byte();
            code += self.number(10_000)?;
            if code >= 10_000 || kommuner.last().is_some_and(|last: &Kommun| i64::from(last.code) >= code) {
                return Err(AtlasError::TooLarge(byte));
            }
            let code = u16::try_from(code).map_err(|_| AtlasError::TooLarge(byte))?;
            let mut rings = Vec::new();
            let mut bounds: Option<Rect> = None;
            for _ in 0..self.count()? {
                let ring = self.ring(&mut arc, arcs, KommunId(position))?;
                for part in &ring {
                    let arc = arcs[part.arc].bounds;
                    bounds = Some(bounds.map_or(arc, |bounds| bounds.with(arc)));
                }
                rings.push(ring);
            }
            let bounds = bounds.ok_or(AtlasError::Arc(byte))?;
            kommuner.push(Kommun { code, rings, bounds });
        }
        Ok(kommuner)
    }

    /// A ring: each arc as the step from the one before, doubled, one more where it is reversed.
    fn ring(
        &mut self,
        last: &mut i64,
        arcs: &mut [Arc],
        kommun: KommunId,
    ) -> Result<Vec<ArcRef>, AtlasError> {
        let start = self.byte();
        let mut ring = Vec::new();
        for _ in 0..self.count()? {
            let byte = self.byte();
            *last += self.signed()?;
            let arc = usize::try_from(*last >> 1).map_err(|_| AtlasError::Arc(byte))?;
            let sides = &mut arcs.get_mut(arc).ok_or(AtlasError::Arc(byte))?.sides;
            *sides.iter_mut().find(|side| side.is_none()).ok_or(AtlasError::Arc(byte))? = Some(kommun);
            ring.push(ArcRef { arc, reversed: *last & 1 == 1 });
        }
        let ends = |part: &ArcRef| {
            let points = &arcs[part.arc].points;
            let (first, last) = (points.first().copied(), points.last().copied());
            if part.reversed { (last, first) } else { (first, last) }
        };
        let meet =
            ring.iter().zip(ring.iter().cycle().skip(1)).all(|(one, next)| ends(one).1 == ends(next).0);
        if meet && !ring.is_empty() { Ok(ring) } else { Err(AtlasError::Open(start)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_data_are_errors_wherever_they_break() {
        assert_eq!(Atlas::decode(b""), Err(AtlasError::Magic));
        for end in (0..PACKED.len()).step_by(61) {
            assert!(Atlas::decode(&PACKED[..end]).is_err(), "{end}");
        }
        let longer = [PACKED, &[0]].concat();
        assert_eq!(Atlas::decode(&longer), Err(AtlasError::Trailing));
    }

    #[test]
    fn no_byte_makes_it_panic() {
        // Every byte in turn, in a few ways that break counts, signs and ends of numbers.
        for place in (0..PACKED.len()).step_by(101) {
            for change in [0x01, 0x80, 0xff] {
                let mut changed = PACKED.to_vec();
                changed[place] ^= change;
                let _ = Atlas::decode(&changed);
            }
        }
        assert_eq!(Atlas::decode(b"FKA1\x01\xff\xff\xff\xff\x7f"), Err(AtlasError::TooLarge(5)));
    }

    #[test]
    fn the_outline_of_all_has_the_area_of_all() {
        let atlas = Atlas::sweden();
        let area = |ring: &[Point]| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(one, next)| one.x * next.y - next.x * one.y).sum::<i64>()
        };
        let points = |arc: usize| atlas.arcs[arc].points.as_slice();
        let one_by_one: i64 =
            atlas.kommuner().flat_map(|kommun| atlas.rings(kommun)).map(|ring| area(&ring)).sum();
        let outline = atlas.outline(|_| true);
        assert_eq!(outline.iter().map(|ring| area(&joined(ring, points))).sum::<i64>(), one_by_one);
        for ring in &outline {
            let (first, last) = (ring[0], ring[ring.len() - 1]);
            assert_eq!(atlas.ends(first).0, atlas.ends(last).1);
        }
    }

    #[test]
    fn kommuner_are_found_by_their_code() {
        let atlas = Atlas::sweden();
        let all: Vec<KommunId> = atlas.kommuner().collect();
        assert_eq!(all.len(), 290);
        for kommun in all {
            assert_eq!(atlas.find(&atlas.kommunkod(kommun)), Some(kommun));
        }
        for wrong in ["", "114", "+114", "0000", "9999", "01140", "å11"] {
            assert_eq!(atlas.find(wrong), None, "{wrong}");
        }
    }
}
