//! The names of the län, for tables that do not give them.

/// The län that the first two digits of a kommunkod stand for (SCB, Sveriges län och kommuner).
#[must_use]
pub fn lan_name(lan: u16) -> String {
    let name = match lan {
        1 => "Stockholms län",
        3 => "Uppsala län",
        4 => "Södermanlands län",
        5 => "Östergötlands län",
        6 => "Jönköpings län",
        7 => "Kronobergs län",
        8 => "Kalmar län",
        9 => "Gotlands län",
        10 => "Blekinge län",
        12 => "Skåne län",
        13 => "Hallands län",
        14 => "Västra Götalands län",
        17 => "Värmlands län",
        18 => "Örebro län",
        19 => "Västmanlands län",
        20 => "Dalarnas län",
        21 => "Gävleborgs län",
        22 => "Västernorrlands län",
        23 => "Jämtlands län",
        24 => "Västerbottens län",
        25 => "Norrbottens län",
        _ => return format!("län {lan:02}"),
    };
    name.to_owned()
}
