//! The län of Sweden and the bodies that pay the region's part in them: for tables that name only one of the two or
//! neither, and for people who ask for one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::names::nearest;
use crate::model::name::{canonical, folded, start};

/// A län. It is an area and pays nothing; its region does.
struct Lan {
    /// The first two digits of its kommunkoder (SCB, Sveriges län och kommuner).
    number: u16,
    name: &'static str,
    /// What the region is called that pays there. Gotland's is its kommun too.
    body: &'static str,
}

const fn lan(number: u16, name: &'static str, body: &'static str) -> Lan {
    Lan { number, name, body }
}

const LAN: [Lan; 21] = [
    lan(1, "Stockholms län", "Region Stockholm"),
    lan(3, "Uppsala län", "Region Uppsala"),
    lan(4, "Södermanlands län", "Region Sörmland"),
    lan(5, "Östergötlands län", "Region Östergötland"),
    lan(6, "Jönköpings län", "Region Jönköpings län"),
    lan(7, "Kronobergs län", "Region Kronoberg"),
    lan(8, "Kalmar län", "Region Kalmar län"),
    lan(9, "Gotlands län", "Region Gotland"),
    lan(10, "Blekinge län", "Region Blekinge"),
    lan(12, "Skåne län", "Region Skåne"),
    lan(13, "Hallands län", "Region Halland"),
    lan(14, "Västra Götalands län", "Västra Götalandsregionen"),
    lan(17, "Värmlands län", "Region Värmland"),
    lan(18, "Örebro län", "Region Örebro län"),
    lan(19, "Västmanlands län", "Region Västmanland"),
    lan(20, "Dalarnas län", "Region Dalarna"),
    lan(21, "Gävleborgs län", "Region Gävleborg"),
    lan(22, "Västernorrlands län", "Region Västernorrland"),
    lan(23, "Jämtlands län", "Region Jämtland Härjedalen"),
    lan(24, "Västerbottens län", "Region Västerbotten"),
    lan(25, "Norrbottens län", "Region Norrbotten"),
];

/// The län that the first two digits of a kommunkod stand for.
#[must_use]
pub fn lan_name(number: u16) -> String {
    numbered(number).map_or_else(|| format!("län {number:02}"), |lan| lan.name.to_owned())
}

/// The body that pays the region's part in a län.
#[must_use]
pub fn body_name(number: u16) -> String {
    numbered(number).map_or_else(|| format!("region {number:02}"), |lan| lan.body.to_owned())
}

/// Whether a län has this number.
#[must_use]
pub fn is_number(number: u16) -> bool {
    numbered(number).is_some()
}

/// The name of the län in which a body pays; `None` for bodies of other names.
#[must_use]
pub fn lan_of_body(body: &str) -> Option<&'static str> {
    LAN.iter().find(|lan| lan.body == body).map(|lan| lan.name)
}

fn numbered(number: u16) -> Option<&'static Lan> {
    LAN.iter().find(|lan| lan.number == number)
}

/// The body of a län that is named as if it paid: "Värmlands län", "Värmland". `None` for the name of a body, the
/// usual one or any other.
#[must_use]
pub fn body_of_lan(written: &str) -> Option<&'static str> {
    let is_region = folded(written).starts_with("region ");
    let lan = numbered(find(written)?)?;
    (!is_region && canonical(lan.body) != canonical(written)).then_some(lan.body)
}

/// The län that somebody means: "Jönköping", "Jönköpings län", "Region Jönköpings län", "06". Case does not matter,
/// nor å ä ö.
#[must_use]
pub fn find(written: &str) -> Option<u16> {
    // Most tables write the names of län as they are; comparing all other spellings costs more.
    if let Some(lan) = LAN.iter().find(|lan| lan.name == written) {
        return Some(lan.number);
    }
    let plain = folded(start(written));
    let lan = if is_written_number(&plain) { numbered(plain.parse().ok()?) } else { by_name(&plain) };
    lan.map(|lan| lan.number)
}

/// The län that may be meant where [`find`] knows none.
#[must_use]
pub fn near(written: &str) -> Option<String> {
    let plain = folded(start(written));
    if is_written_number(&plain) {
        return None;
    }
    let short = nearest(stem(&plain), LAN.iter().map(|lan| stem(lan.name)))?;
    LAN.iter().find(|lan| stem(lan.name) == short).map(|lan| lan.name.to_owned())
}

fn is_written_number(plain: &str) -> bool {
    matches!(plain.len(), 1 | 2) && plain.parse::<u16>().is_ok()
}

/// The län with a name, as [`find`] knows it; for cells that may be anything.
#[must_use]
pub fn number(name: &str) -> Option<u16> {
    by_name(&folded(start(name))).map(|lan| lan.number)
}

fn by_name(folded_name: &str) -> Option<&'static Lan> {
    BY_STEM.get(stem(folded_name)).copied()
}

/// The län by what its name and that of its body come down to, for there may be a million cells to look up.
static BY_STEM: LazyLock<HashMap<String, &Lan>> = LazyLock::new(|| {
    let names = LAN.iter().flat_map(|lan| [(lan.name, lan), (lan.body, lan)]);
    names.map(|(name, lan)| (stem(&folded(name)).to_owned(), lan)).collect()
});

/// "Jönköping" of "Jönköpings län", "Jönköpings" and "Region Jönköpings län", without the capitals and å ä ö that a
/// name may have lost.
fn stem(name: &str) -> &str {
    let name = name.strip_prefix("region ").unwrap_or(name);
    let name = name.strip_suffix(" län").or(name.strip_suffix(" lan")).unwrap_or(name);
    name.strip_suffix('s').unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lan_is_found_by_any_of_its_names() {
        for written in ["Jönköping", "JÖNKÖPINGS LÄN", "jonkoping", "06", "6", "Region Jönköpings län"]
        {
            assert_eq!(find(written), Some(6), "{written}");
        }
        assert_eq!((find("Sörmland"), find("Västra Götalandsregionen")), (Some(4), Some(14)));
        for lan in LAN {
            for name in [lan.name, stem(lan.name), lan.body] {
                assert_eq!(find(name), Some(lan.number), "{name}");
            }
        }
    }

    #[test]
    fn an_unknown_lan_is_reported_with_its_nearest() {
        let nearest = Some("Jönköpings län".to_owned());
        for (written, nearest) in [("Jönköpngs län", nearest), ("02", None), ("Atlantis", None)] {
            assert_eq!((find(written), near(written)), (None, nearest));
        }
    }

    #[test]
    fn a_lan_and_its_body_lead_to_each_other() {
        for lan in LAN {
            assert_eq!((lan_name(lan.number), body_name(lan.number)), (lan.name.into(), lan.body.into()));
            assert_eq!(lan_of_body(lan.body), Some(lan.name));
            assert_eq!(body_of_lan(lan.name), Some(lan.body));
            assert_eq!(body_of_lan(lan.body), None);
        }
        assert_eq!((lan_name(99).as_str(), body_name(99).as_str()), ("län 99", "region 99"));
    }

    #[test]
    fn only_a_lan_is_taken_for_its_body() {
        for short in ["Värmland", "VÄRMLANDS LÄN", "varmland", "17"] {
            assert_eq!(body_of_lan(short), Some("Region Värmland"), "{short}");
        }
        for other in ["Landstinget i Värmland", "Region Södermanland", "REGION VÄRMLAND", "Väst"] {
            assert_eq!(body_of_lan(other), None, "{other}");
        }
    }
}
