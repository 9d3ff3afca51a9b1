//! The worked examples under tests/examples, written down by hand, so that nothing has to be
//! parsed before the reference can be held against them.

use super::case::{
    Case, Change, Forbund, Kansli, Kommun, KommunKey, Layout, Money, Part, RegionKey, Rest, Sharing, SplitBy,
};

const MELLERUD: &str = "1461";
const VANERSBORG: &str = "1487";
const TROLLHATTAN: &str = "1488";
const AMAL: &str = "1492";
const SAFFLE: &str = "1785";

/// The folder of each example and its case.
pub(crate) fn all() -> [(&'static str, Case); 6] {
    [
        ("dissolve_elsewhere_calibrated", dissolve_elsewhere_calibrated()),
        ("kansli_by_item", kansli_by_item()),
        ("leave_national", leave_national()),
        ("merge_national", merge_national()),
        ("move_outside_calibrated", move_outside_calibrated()),
        ("split_shared_kansli", split_shared_kansli()),
    ]
}

fn dissolve_elsewhere_calibrated() -> Case {
    let kansli = |sum| Some(Kansli::Sum(sum));
    Case {
        appropriation: Some(339_000_000),
        rest_forbund: Some(68),
        forbund: vec![
            forbund("Syd", &[TROLLHATTAN, VANERSBORG], Money::Budget(7_000_001), kansli(800_000)),
            forbund("Norr", &[MELLERUD, AMAL, SAFFLE], Money::StateGrant(2_345_679), kansli(700_001)),
        ],
        changes: vec![
            Change::Dissolve { forbund: "Norr".to_owned() },
            Change::MoveTo { kommuner: codes(&[AMAL]), to: "Syd".to_owned(), kansli: None },
            Change::Elsewhere { more: -5 },
        ],
        ..common()
    }
}

fn leave_national() -> Case {
    Case {
        appropriation: Some(339_000_000),
        changes: vec![
            Change::MoveTo { kommuner: codes(&[MELLERUD]), to: "Trollhättan".to_owned(), kansli: None },
            Change::Leave { kommuner: codes(&[SAFFLE, VANERSBORG]) },
        ],
        kommun_key: KommunKey::Befolkning,
        ..merge_national()
    }
}

fn merge_national() -> Case {
    Case {
        kommun_key: KommunKey::Lika,
        appropriation: Some(339_000_001),
        rest_forbund: Some(80),
        rest: rest_of_the_country(),
        forbund: vec![
            forbund("Trollhättan", &[TROLLHATTAN], Money::Formula, Some(Kansli::Sum(1_100_000))),
            forbund(
                "Vänersborg/Mellerud",
                &[VANERSBORG, MELLERUD],
                Money::Formula,
                Some(Kansli::Sum(1_000_001)),
            ),
            forbund("Norr", &[AMAL, SAFFLE], Money::Formula, Some(Kansli::Sum(900_000))),
        ],
        changes: vec![Change::Merge {
            parts: codes(&["Vänersborg/Mellerud", "Trollhättan"]),
            into: "Trollhättan".to_owned(),
            kansli: None,
            kommun_key: None,
        }],
        ..common()
    }
}

fn move_outside_calibrated() -> Case {
    Case {
        appropriation: Some(339_000_000),
        rest_forbund: Some(68),
        forbund: vec![
            forbund("Syd", &[TROLLHATTAN, VANERSBORG], Money::Budget(7_000_001), None),
            forbund("Norr", &[MELLERUD, AMAL, SAFFLE], Money::StateGrant(2_345_679), None),
        ],
        changes: vec![
            Change::MoveTo { kommuner: codes(&[MELLERUD]), to: "Syd".to_owned(), kansli: None },
            Change::MoveOutside {
                kommuner: codes(&[SAFFLE]), outside: "ett förbund i Värmland".to_owned()
            },
        ],
        ..common()
    }
}

fn split_shared_kansli() -> Case {
    let part = |name: &str, kommuner: &[&str]| Part {
        name: name.to_owned(),
        kommuner: codes(kommuner),
        kansli: None,
        kommun_key: None,
    };
    Case {
        kommun_key: KommunKey::Folkmangd,
        region_key: RegionKey::Lika,
        appropriation: Some(339_000_000),
        base_grant: 400_001,
        rest_forbund: Some(81),
        rest: rest_of_the_country(),
        forbund: vec![forbund(
            "Alla",
            &[MELLERUD, VANERSBORG, TROLLHATTAN, AMAL, SAFFLE],
            Money::Formula,
            Some(Kansli::Items(vec![
                ("forbundschef".to_owned(), 1_000_000),
                ("lokaler".to_owned(), 333_335),
            ])),
        )],
        changes: vec![
            Change::Split {
                whole: "Alla".to_owned(),
                into: vec![part("Syd", &[TROLLHATTAN, VANERSBORG]), part("Norr", &[MELLERUD, AMAL, SAFFLE])],
            },
            Change::SharedKansli(Sharing {
                participants: codes(&["Syd", "Norr"]),
                kansli: Kansli::Sum(1_200_001),
                only_items: false,
                split_by: SplitBy::Budget,
            }),
        ],
        ..common()
    }
}

fn kansli_by_item() -> Case {
    let items = |items: &[(&str, u64)]| {
        Kansli::Items(items.iter().map(|(name, amount)| ((*name).to_owned(), *amount)).collect())
    };
    let shares = |shares: &[(&str, &str)]| {
        SplitBy::Shares(shares.iter().map(|(of, share)| ((*of).to_owned(), (*share).to_owned())).collect())
    };
    let sharing = |participants: &[&str], kansli, split_by| Sharing {
        participants: codes(participants),
        kansli,
        only_items: true,
        split_by,
    };
    let of_syd = items(&[("forbundschef", 900_000), ("lokaler", 200_000)]);
    let of_norr = items(&[("forbundschef", 800_001), ("lokaler", 120_000)]);
    let of_ost = items(&[("forbundschef", 400_000), ("ekonomi", 90_000)]);
    let both = shares(&[("Syd", "0.7"), ("Norr", "0.3")]);
    let two = shares(&[("Norr", "0.55"), ("Öst", "0.45")]);
    let chief = items(&[("forbundschef", 1_500_001)]);
    Case {
        forbund: vec![
            forbund("Syd", &[TROLLHATTAN, VANERSBORG], Money::Formula, Some(of_syd)),
            forbund("Norr", &[MELLERUD, AMAL], Money::Formula, Some(of_norr)),
            forbund("Öst", &[SAFFLE], Money::Formula, Some(of_ost)),
        ],
        shared: vec![sharing(&["Syd", "Norr"], items(&[("ekonomi", 300_001), ("revision", 40_000)]), both)],
        changes: vec![
            Change::SharedKansli(sharing(&["Syd", "Norr", "Öst"], chief, SplitBy::Budget)),
            Change::SharedKansli(sharing(&["Norr", "Öst"], items(&[("ekonomi", 250_000)]), two)),
        ],
        ..split_shared_kansli()
    }
}

/// What the examples have in common.
fn common() -> Case {
    let kommun = |code: &str, name: &str, region: &str, befolkning, matt: &str, folkmangd| Kommun {
        code: code.to_owned(),
        name: name.to_owned(),
        region: region.to_owned(),
        befolkning_16_64: befolkning,
        forsorjningsmatt: matt.to_owned(),
        folkmangd,
    };
    let vastra = "Västra Götalandsregionen";
    Case {
        table: vec![
            kommun(MELLERUD, "Mellerud", vastra, 5_189, "999", 9_293),
            kommun(VANERSBORG, "Vänersborg", vastra, 22_918, "3750", 39_151),
            kommun(TROLLHATTAN, "Trollhättan", vastra, 35_935, "5999.5", 58_238),
            kommun(AMAL, "Åmål", vastra, 7_209, "1442", 12_644),
            kommun(SAFFLE, "Säffle", "Region Värmland", 8_875, "1703", 15_531),
        ],
        other_year: Vec::new(),
        kommun_key: KommunKey::Befolkning,
        region_key: RegionKey::Befolkning,
        appropriation: None,
        base_grant: 400_000,
        weight_forsorjningsmatt: "0.75".to_owned(),
        weight_befolkning: "0.25".to_owned(),
        rest_forbund: None,
        rest: Rest::Unstated,
        state_share: "0.5".to_owned(),
        region_share: "0.25".to_owned(),
        kommuner_share: "0.25".to_owned(),
        forbund: Vec::new(),
        shared: Vec::new(),
        changes: Vec::new(),
        layout: Layout::PLAIN,
    }
}

fn rest_of_the_country() -> Rest {
    Rest::Sums { befolkning_16_64: 6_200_000, forsorjningsmatt: "730000".to_owned() }
}

fn forbund(name: &str, kommuner: &[&str], money: Money, kansli: Option<Kansli>) -> Forbund {
    Forbund { name: name.to_owned(), kommuner: codes(kommuner), money, kansli, kommun_key: None }
}

fn codes(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
