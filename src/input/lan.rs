//! The names of the län, for tables that do not give them and for people who ask for one.

use super::names::nearest;
use crate::model::name::folded;

/// The län with the first two digits of their kommunkoder (SCB, Sveriges län och kommuner).
const LAN: [(u16, &str); 21] = [
    (1, "Stockholms län"),
    (3, "Uppsala län"),
    (4, "Södermanlands län"),
    (5, "Östergötlands län"),
    (6, "Jönköpings län"),
    (7, "Kronobergs län"),
    (8, "Kalmar län"),
    (9, "Gotlands län"),
    (10, "Blekinge län"),
    (12, "Skåne län"),
    (13, "Hallands län"),
    (14, "Västra Götalands län"),
    (17, "Värmlands län"),
    (18, "Örebro län"),
    (19, "Västmanlands län"),
    (20, "Dalarnas län"),
    (21, "Gävleborgs län"),
    (22, "Västernorrlands län"),
    (23, "Jämtlands län"),
    (24, "Västerbottens län"),
    (25, "Norrbottens län"),
];

/// What people call some of them.
const OTHER_NAMES: [(u16, &str); 2] = [(4, "sormland"), (14, "vastra gotalandsregionen")];

/// The län that the first two digits of a kommunkod stand for.
#[must_use]
pub fn lan_name(lan: u16) -> String {
    let known = LAN.iter().find(|(number, _)| *number == lan);
    known.map_or_else(|| format!("län {lan:02}"), |(_, name)| (*name).to_owned())
}

/// The län that somebody means: "Jönköping", "Jönköpings län", "06". Case does not matter, nor å ä ö.
///
/// # Errors
/// If there is no such län, with the nearest one.
pub fn find(written: &str) -> Result<u16, Option<String>> {
    let plain = folded(written);
    if matches!(plain.len(), 1 | 2)
        && let Ok(number) = plain.parse()
    {
        let known = LAN.iter().any(|(known, _)| *known == number);
        return if known { Ok(number) } else { Err(None) };
    }
    let wanted = stem(plain.strip_prefix("region ").unwrap_or(&plain)).to_owned();
    let found = LAN.iter().find(|(_, name)| stem(&folded(name)) == wanted);
    let found = found.or_else(|| OTHER_NAMES.iter().find(|(_, name)| *name == wanted));
    found.map(|(number, _)| *number).ok_or_else(|| {
        let short = nearest(&wanted, LAN.iter().map(|(_, name)| stem(name)))?;
        LAN.iter().find(|(_, name)| stem(name) == short).map(|(_, name)| (*name).to_owned())
    })
}

/// "Jönköping" of "Jönköpings län" and "Jönköpings".
fn stem(name: &str) -> &str {
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
            assert_eq!(find(written), Ok(6), "{written}");
        }
        assert_eq!((find("Region Sörmland"), find("Västra Götalandsregionen")), (Ok(4), Ok(14)));
        for (number, name) in LAN {
            assert_eq!((find(name), find(stem(name))), (Ok(number), Ok(number)), "{name}");
        }
    }

    #[test]
    fn an_unknown_lan_is_told_its_nearest() {
        assert_eq!(find("Jönköpngs län"), Err(Some("Jönköpings län".to_owned())));
        assert_eq!(find("02"), Err(None));
        assert_eq!(find("Atlantis"), Err(None));
    }
}
