//! What inquiries weigh beside money, in words.

use super::language::Language;
use crate::analysis::criteria::{FAR_KM, KeyName};
use crate::input::further_columns::IndicatorWeight;

/// The short texts of the tables in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct CriteriaLabels {
    pub caption_parties: &'static str,
    pub caption_distance: &'static str,
    pub caption_indicators: &'static str,
    pub caption_comparison: &'static str,
    pub caption_distances: &'static str,
    pub regions: &'static str,
    pub ledamoter: &'static str,
    pub of_the_state: &'static str,
    pub largest_kommun: &'static str,
    pub share_of_inhabitants: &'static str,
    pub share_of_contributions: &'static str,
    pub smallest_kommun: &'static str,
    pub largest_share: &'static str,
    pub measured_from: &'static str,
    pub farthest: &'static str,
    pub km: &'static str,
    pub key: &'static str,
    pub pay_less: &'static str,
    pub pay_more: &'static str,
    pub falls_most: &'static str,
    pub rises_most: &'static str,
    pub after: &'static str,
    pub note_parties: &'static str,
    pub note_shares: &'static str,
    pub note_distance: &'static str,
    pub note_mixed_distances: &'static str,
    pub note_places: &'static str,
    pub note_keys: &'static str,
    pub note_winners: &'static str,
    pub note_outside: &'static str,
    pub note_largest_share: &'static str,
    pub note_no_member: &'static str,
    pub note_sums: &'static str,
    pub less: &'static str,
    pub more: &'static str,
}

static SWEDISH: CriteriaLabels = CriteriaLabels {
    caption_parties: "Parter, styrelse och kommunernas storlek",
    caption_distance: "Avstånd till förbundets säte eller största kommun",
    caption_indicators: "Indikatorer för förbundens kommuner",
    caption_comparison: "Styrelser och storlek",
    caption_distances: "Längst till ett förbunds säte eller största kommun",
    regions: "Regioner",
    ledamoter: "Ledamöter",
    of_the_state: "Statens",
    largest_kommun: "Största kommun",
    share_of_inhabitants: "% av inv.",
    share_of_contributions: "% av bidrag",
    smallest_kommun: "Minsta kommun",
    largest_share: "Största andel, %",
    measured_from: "Från",
    farthest: "Längst bort",
    km: "Km",
    key: "Fördelningsnyckel",
    pay_less: "Betalar mindre",
    pay_more: "Betalar mer",
    falls_most: "Minskar mest",
    rises_most: "Ökar mest",
    after: "Efter",
    note_parties: "Ledamöter: en för varje medlem – Försäkringskassan, Arbetsförmedlingen, varje region och varje kommun (Gotland är båda). Statens: de två första.",
    note_shares: "Störst och minst: efter invånare 16–64 år. % av bidrag: andel av vad förbundets kommuner betalar, brutto.",
    note_distance: "Fågelvägen mellan centralorter, hela km; vägen är längre. Från förbundets säte där det är angivet, annars från den största kommunen.",
    note_mixed_distances: "Avstånd från ett säte och från en största kommun går inte att jämföra rakt av: ett nytt förbund har inget säte förrän ett är angivet.",
    note_places: "Lägen som kommuntabellen saknar är finsams inbyggda (centralorten, på några kilometer när).",
    note_keys: "Förändringen är mot vad kommunen betalar i dag med dagens nyckel (*).",
    note_winners: "Antal kommuner av dem som är med både före och efter, i utgångslägets förbund. * dagens nyckel.",
    note_largest_share: "Största andel: den största andel av sitt förbunds invånare 16–64 år som en kommun har, bland förbund med flera kommuner.",
    note_no_member: "– inte med på den sidan, eller i ett förbund utanför utgångsläget, vars övriga medlemmar inte är kända.",
    note_sums: "Summans förändring räknar den som inte är med som noll.",
    less: "mindre",
    more: "mer",
    note_outside: "Förbund utanför utgångsläget är inte med: deras övriga medlemmar är inte kända.",
};

static ENGLISH: CriteriaLabels = CriteriaLabels {
    caption_parties: "Parties, boards and the size of the kommuner",
    caption_distance: "Distance to the seat or the largest kommun of the förbund",
    caption_indicators: "Indicators of the kommuner of each förbund",
    caption_comparison: "Boards and size",
    caption_distances: "Farthest from the seat or the largest kommun of a förbund",
    regions: "Regions",
    ledamoter: "Ledamöter",
    of_the_state: "State's",
    largest_kommun: "Largest kommun",
    share_of_inhabitants: "% of inh.",
    share_of_contributions: "% of contrib.",
    smallest_kommun: "Smallest kommun",
    largest_share: "Largest share, %",
    measured_from: "From",
    farthest: "Farthest",
    km: "Km",
    key: "Fördelningsnyckel",
    pay_less: "Pay less",
    pay_more: "Pay more",
    falls_most: "Falls most",
    rises_most: "Rises most",
    after: "After",
    note_parties: "Ledamöter (board members): one per member – Försäkringskassan, Arbetsförmedlingen, each region and each kommun (Gotland is both). State's: the first two.",
    note_shares: "Largest and smallest: by inhabitants 16–64. % of contrib.: share of what the kommuner of the förbund pay, gross.",
    note_distance: "As the crow flies between main towns, whole km; roads are longer. From the seat of the förbund where it is stated, else from the largest kommun.",
    note_mixed_distances: "A distance from a seat and one from a largest kommun cannot be compared as they stand: a new förbund has no seat until one is stated.",
    note_places: "Places that the kommun table lacks are finsam's built-in ones (the main town, within a few kilometres).",
    note_keys: "The change is against what the kommun pays today under today's key (*).",
    note_winners: "Number of kommuner among those that take part both before and after, in förbund of the baseline. * today's key.",
    note_largest_share: "Largest share: the largest share of the inhabitants 16–64 of its förbund that a kommun has, among förbund of several kommuner.",
    note_no_member: "– takes no part on that side, or is in a förbund outside the baseline, whose other members are not known.",
    note_sums: "The change of the sum counts who takes no part as nought.",
    less: "less",
    more: "more",
    note_outside: "Förbund outside the baseline are left out: their other members are not known.",
};

/// The short texts in a language.
#[must_use]
pub fn labels(language: Language) -> &'static CriteriaLabels {
    language.pick(&SWEDISH, &ENGLISH)
}

/// "Över 50 km".
#[must_use]
pub fn beyond(language: Language) -> String {
    say!(language, "Över {FAR_KM} km", "Beyond {FAR_KM} km")
}

/// Where distances are measured from: "Bengtsfors (säte)".
#[must_use]
pub fn measured_from(language: Language, kommun: &str, is_seat: bool) -> String {
    if is_seat {
        say!(language, "{kommun} (säte)", "{kommun} (seat)")
    } else {
        say!(language, "{kommun} (störst)", "{kommun} (largest)")
    }
}

/// The heading of a fördelningsnyckel; the baseline's own has the mark that the notes explain.
#[must_use]
pub fn key(language: Language, key: KeyName, in_use: bool) -> String {
    let name = match key {
        KeyName::Befolkning => language.pick("Inv. 16–64", "Inh. 16–64"),
        KeyName::Folkmangd => language.pick("Folkmängd", "All inh."),
        KeyName::Forsorjningsmatt => "Förs.mått",
        KeyName::Lika => language.pick("Lika", "Alike"),
        KeyName::Explicit => language.pick("Avtalade tal", "Agreed"),
    };
    if in_use { format!("{name} *") } else { name.to_owned() }
}

/// The caption of contributions under each key: today's, or an alternative's.
#[must_use]
pub fn caption_keys(language: Language, net: Option<bool>) -> String {
    match net {
        None => language.pick(
            "Nuläget: kommunernas bidrag per år med olika fördelningsnycklar",
            "Today: contributions of the kommuner per year under each fördelningsnyckel",
        ),
        Some(false) => language.pick(
            "Efter: kommunernas bidrag per år med olika fördelningsnycklar, brutto",
            "After: contributions of the kommuner per year under each fördelningsnyckel, gross",
        ),
        Some(true) => language.pick(
            "Efter: kommunernas bidrag per år med olika fördelningsnycklar, netto",
            "After: contributions of the kommuner per year under each fördelningsnyckel, net",
        ),
    }
    .to_owned()
}

/// What an indicator was weighted by: "ohalsotal: medel vägt med invånare 16–64."
#[must_use]
pub fn weight(language: Language, column: &str, weight: IndicatorWeight) -> String {
    let how = match weight {
        IndicatorWeight::Befolkning => {
            language.pick("medelvärde vägt med invånare 16–64 år", "mean weighted by inhabitants 16–64")
        }
        IndicatorWeight::Folkmangd => {
            language.pick("medelvärde vägt med folkmängden", "mean weighted by all inhabitants")
        }
        IndicatorWeight::Forsorjningsmatt => {
            language.pick("medelvärde vägt med försörjningsmåttet", "mean weighted by försörjningsmått")
        }
        IndicatorWeight::Lika => {
            language.pick("kommunernas medelvärde, ovägt", "mean of the kommuner, not weighted")
        }
        IndicatorWeight::Summa => language.pick("kommunernas summa", "sum of the kommuner"),
    };
    format!("{column}: {how}.")
}

/// The caption of who pays less and more than today.
#[must_use]
pub fn caption_winners(language: Language, net: bool) -> String {
    let side = if net { language.pick("netto", "net") } else { language.pick("brutto", "gross") };
    say!(
        language,
        "Antal kommuner som betalar mindre och mer än i dag med varje fördelningsnyckel, {side}",
        "Number of kommuner that pay less and more than today under each fördelningsnyckel, {side}"
    )
}

/// The keys of every baseline that cannot share here, and why; nothing if all can.
pub fn keys_left_out(language: Language, shown: impl Iterator<Item = KeyName>) -> Option<String> {
    let shown: Vec<KeyName> = shown.collect();
    let all = [KeyName::Befolkning, KeyName::Folkmangd, KeyName::Forsorjningsmatt, KeyName::Lika];
    let missing: Vec<String> =
        all.into_iter().filter(|name| !shown.contains(name)).map(|name| key(language, name, false)).collect();
    let names = language.list(&missing);
    (!missing.is_empty()).then(|| {
        say!(
            language,
            "Går inte att använda här: {names}. En kommun saknar siffran, eller siffrorna i ett förbund är \
             noll.",
            "Cannot be used here: {names}. A kommun lacks the figure, or the figures of a förbund are nought."
        )
    })
}
