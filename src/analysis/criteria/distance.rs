//! How far it is to a förbund's seat, or where none is stated to its largest town.

use geographiclib_rs::{Geodesic, InverseGeodesic};
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::kommun_name::KommunName;
use crate::catalogue::described;
use crate::input::baseline::LoadedBaseline;
use crate::input::further_columns::Degrees;
use crate::model::kommun::KommunId;

/// What the parties of Integratia 2017 called far: more than five mil.
pub const FAR_KM: u64 = 50;

/// [`FAR_KM`] before any rounding.
const FAR_METRES: f64 = 50_000.0;

// Along the ellipsoid of WGS84. Whole km, since places are no more precise than that; the only figures of finsam that
// are not exact arithmetic.
described!(
    /// As the crow flies between main towns, whole km (WGS84). Roads are longer.
    #[sv = "Fågelvägen mellan centralorter, hela km (WGS84). Vägen är längre."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct Distance {
        /// The kommun that distances are from: the seat, or the largest if no seat is stated.
        #[sv = "Kommunen som avstånden mäts från: sätet, eller den största om inget säte är angivet."]
        pub from: KommunName,
        /// The kommun farthest away.
        #[sv = "Kommunen längst bort."]
        pub farthest: KommunName,
        /// How far away it is, km.
        #[sv = "Hur långt bort den är, km."]
        #[figure(Kilometres, "Km", "Km")]
        pub km: u64,
        /// Kommuner more than 50 km away.
        #[sv = "Kommuner mer än 50 km bort."]
        pub beyond_50_km: Vec<KommunName>,
    }
);

/// How far it is from one kommun to another, whole km; `None` where the place of one is unknown.
#[must_use]
pub fn kilometres(baseline: &LoadedBaseline, from: KommunId, to: KommunId) -> Option<u64> {
    Distance::between(baseline, from, &[to]).map(|distance| distance.km)
}

impl Distance {
    /// `None` where the place of a kommun is unknown.
    pub(super) fn between(baseline: &LoadedBaseline, from: KommunId, members: &[KommunId]) -> Option<Self> {
        let kommuner = &baseline.model.baseline().kommuner;
        let places = baseline.further.places.as_ref()?;
        let place = |kommun: KommunId| places.get(kommun.index()).copied().flatten();
        let earth = Geodesic::wgs84();
        let start = place(from)?;
        let distances = members.iter().map(|&member| Some((member, metres(&earth, start, place(member)?)?)));
        let distances: Vec<(KommunId, f64)> = distances.collect::<Option<_>>()?;
        // The first of equals: the lowest kommunkod.
        let (farthest, most) =
            distances.iter().rev().max_by(|(_, one), (_, other)| one.total_cmp(other)).copied()?;
        // Parts of a kommun lie where it does, and are one kommun.
        let name = |kommun: KommunId| KommunName::of_whole(kommuner.get(kommun));
        let far = distances.iter().filter(|(_, metres)| *metres > FAR_METRES);
        let mut beyond_50_km: Vec<KommunName> = far.map(|(member, _)| name(*member)).collect();
        beyond_50_km.dedup();
        Some(Self { from: name(from), farthest: name(farthest), km: km(most)?, beyond_50_km })
    }
}

fn metres(earth: &Geodesic, from: Degrees, to: Degrees) -> Option<f64> {
    let [latitude, longitude] = [from.latitude, from.longitude].map(|degrees| degrees.to_f64());
    let [other_latitude, other_longitude] = [to.latitude, to.longitude].map(|degrees| degrees.to_f64());
    Some(earth.inverse(latitude?, longitude?, other_latitude?, other_longitude?))
}

fn km(metres: f64) -> Option<u64> {
    (metres / 1_000.0).round().to_u64()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn distances_are_those_of_the_ellipsoid() {
        let place = |latitude, longitude| Degrees {
            latitude: Decimal::new(latitude, 3),
            longitude: Decimal::new(longitude, 3),
        };
        let earth = Geodesic::wgs84();
        let km = |from, to| metres(&earth, from, to).and_then(km);
        // A degree of the meridian at 58–59° N is 111 km and some 390 m, of the parallel of 58° 59 km and some 140 m.
        assert_eq!(km(place(58_000, 12_000), place(59_000, 12_000)), Some(111));
        assert_eq!(km(place(58_000, 12_000), place(58_000, 13_000)), Some(59));
        assert_eq!(km(place(58_000, 12_000), place(58_000, 12_000)), Some(0));
    }
}
