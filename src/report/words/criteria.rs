//! What inquiries weigh beside money, in words.

use super::period::Period;
use super::sentence::marked;
use crate::analysis::criteria::{FAR_KM, IndicatorResult, KeyName, RatioResult};
use crate::input::further_columns::IndicatorWeight;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

label_table!(
    /// The short texts of the tables of criteria, in one language.
    pub fn labels(language: Language) -> &'static CriteriaLabels {
        largest_kommun = ("Största kommun", "Largest kommun");
        smallest_kommun = ("Minsta kommun", "Smallest kommun");
        measured_from = ("Från", "From");
        farthest = ("Längst bort", "Farthest");
        key = ("Fördelningsnyckel", "Fördelningsnyckel");
        pay_less = ("Betalar mindre", "Pay less");
        pay_more = ("Betalar mer", "Pay more");
        falls_most = ("Minskar mest", "Falls most");
        rises_most = ("Ökar mest", "Rises most");
        after = ("Efter", "After");
        note_parties = (
            "Ledamöter: en för varje medlem, om filerna inte anger fler – Försäkringskassan, Arbetsförmedlingen, varje \
             region och varje kommun (Gotland är båda). Statens: de två första.",
            "Ledamöter (board members): one per member, unless the files state more – Försäkringskassan, \
             Arbetsförmedlingen, each region and each kommun (Gotland is both). State's: the first two.",
        );
        note_shares = (
            "Störst och minst: efter invånare 16–64 år. % av bidrag: andel av vad förbundets kommuner \
             betalar, brutto.",
            "Largest and smallest: by inhabitants 16–64. % of contrib.: share of what the kommuner of the \
             förbund pay, gross.",
        );
        note_distance = (
            "Fågelvägen mellan centralorter, hela km; vägen är längre. Från förbundets säte där det är \
             angivet, annars från den största kommunen.",
            "As the crow flies between main towns, whole km; roads are longer. From the seat of the förbund \
             where it is stated, else from the largest kommun.",
        );
        note_mixed_distances = (
            "Avstånd från ett säte och från en största kommun går inte att jämföra rakt av: ett nytt förbund \
             har inget säte förrän ett är angivet.",
            "A distance from a seat and one from a largest kommun cannot be compared as they stand: a new \
             förbund has no seat until one is stated.",
        );
        note_places = (
            "Lägen som kommuntabellen saknar är finsams inbyggda (centralorten, på några kilometer när).",
            "Places that the kommun table lacks are finsam's built-in ones (the main town, within a few \
             kilometres).",
        );
        note_keys = (
            "Förändringen är mot vad kommunen betalar i dag med dagens nyckel (*).",
            "The change is against what the kommun pays today under today's key (*).",
        );
        note_winners = (
            "Antal kommuner av dem som är med både före och efter, i utgångslägets förbund. * dagens nyckel.",
            "Number of kommuner among those that take part both before and after, in förbund of the \
             baseline. * today's key.",
        );
        note_parts =
            ("Delar av kommuner räknas var för sig.", "Parts of kommuner are counted each by itself.");
        note_outside = (
            "Förbund utanför utgångsläget är inte med: deras övriga medlemmar är inte kända.",
            "Förbund outside the baseline are left out: their other members are not known.",
        );
        note_largest_share = (
            "Största andel: den största andel av sitt förbunds invånare 16–64 år som en kommun har, bland \
             förbund med flera kommuner.",
            "Largest share: the largest share of the inhabitants 16–64 of its förbund that a kommun has, \
             among förbund of several kommuner.",
        );
        note_no_member = (
            "– inte med på den sidan, eller i ett förbund utanför utgångsläget, vars övriga medlemmar inte \
             är kända.",
            "– takes no part on that side, or is in a förbund outside the baseline, whose other members are \
             not known.",
        );
        note_sums = (
            "I summans förändring räknas den som inte är med som noll.",
            "The change of the sum counts who takes no part as zero.",
        );
        less = ("mindre", "less");
        more = ("mer", "more");
        note_ratios = (
            "Alla förbund: bara de kommuner som är med i ett av utgångslägets förbund. Andra är med efter än i dag, så talen \
             kan skilja av det skälet.",
            "All förbund: only the kommuner that are in a förbund of the baseline. Others are after than today, so the \
             figures may differ for that reason.",
        );
    }
);

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
    marked(name, in_use)
}

/// What a ratio is made of: "kvot, summan av arbetslosa delad med summan av folkmangd, i procent".
fn ratio(language: Language, ratio: &RatioResult) -> String {
    let RatioResult { of, per, times } = ratio;
    let times = match times {
        1 => String::new(),
        100 => language.pick(", i procent", ", in percent").to_owned(),
        times => {
            let times = number::whole(language, (*times).into());
            say!(language, ", gånger {times}", ", times {times}")
        }
    };
    say!(
        language,
        "kvot, summan av {of} delad med summan av {per}{times}",
        "ratio, the sum of {of} divided by the sum of {per}{times}"
    )
}

/// What an indicator was weighted by: "ohalsotal: medel vägt med invånare 16–64."
#[must_use]
pub fn weight(language: Language, indicator: &IndicatorResult) -> String {
    let column = &indicator.column;
    if let Some(of) = &indicator.ratio {
        return format!("{column}: {}.", ratio(language, of));
    }
    let how = match indicator.weight {
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
        IndicatorWeight::Kvot => language.pick("kvot, summa delat med summa", "ratio, sum divided by sum"),
    };
    format!("{column}: {how}.")
}

/// The caption of who pays less and more than today.
#[must_use]
pub fn caption_winners(language: Language, net: bool, period: Period) -> String {
    let (year, today) = (period.beside(language), period.today(language));
    let side = if net { language.pick("netto", "net") } else { language.pick("brutto", "gross") };
    say!(
        language,
        "Antal kommuner som betalar mindre och mer{year} än {today} med varje fördelningsnyckel, {side}",
        "Number of kommuner that pay less and more{year} than {today} under each fördelningsnyckel, {side}"
    )
}

/// The keys of every baseline that cannot share here, and why; nothing if all can.
pub fn keys_left_out(language: Language, shown: impl Iterator<Item = KeyName>) -> Option<String> {
    let shown: Vec<KeyName> = shown.collect();
    let all = [KeyName::Befolkning, KeyName::Folkmangd, KeyName::Forsorjningsmatt, KeyName::Lika];
    let missing: Vec<String> =
        all.into_iter().filter(|name| !shown.contains(name)).map(|name| key(language, name, false)).collect();
    // All kommuner can always share alike, unless there is no single grouping to share in.
    if missing.len() == all.len() {
        return Some(say!(
            language,
            "Indelningen ändras under året, så vad kommunerna skulle betala med varje nyckel är inte beräknat.",
            "The grouping changes within the year, so what the kommuner would pay under each key is not computed."
        ));
    }
    let names = language.list(&missing);
    (!missing.is_empty()).then(|| {
        say!(
            language,
            "Går inte att använda här: {names}. En kommun saknar uppgiften, eller uppgifterna i ett \
             förbund är noll.",
            "Cannot be used here: {names}. A kommun lacks the figure, or the figures of a förbund are zero."
        )
    })
}
