//! The words of a search.

use std::time::Duration;

use rust_decimal::Decimal;

use super::sentence::capital;
use crate::analysis::search::{GroupingsResult, Progress, Way};
use crate::model::kronor::Kronor;
use crate::search::conditions::{Condition, Conditions};
use crate::search::criterion::By;
use crate::search::share::Share;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::localize::Localize;
use crate::text::{number, say};

label_table!(
    /// The words of a search, in one language.
    pub(crate) fn labels(language: Language) -> &'static SearchLabels {
        best = ("De bästa indelningarna", "The best groupings");
        by_number = ("Den bästa för varje antal förbund", "The best of each number of förbund");
        counts = ("Indelningar efter antal förbund", "Groupings by number of förbund");
        too_many = (
            "Förbunden som villkoren tillåter är för många att lista, så indelningarna är inte rangordnade. Det hjälper att \
             begränsa dem: max i kommuner_per_forbund, farthest_km eller befolkning_16_64, eller mer minne med --memory.",
            "The förbund that the conditions allow are too many to be listed, so the groupings are not ranked. It helps to \
             limit them: max in kommuner_per_forbund, farthest_km or befolkning_16_64, or more memory with --memory.",
        );
        out_of_memory_or_time = (
            "Minnet eller tiden tog slut innan indelningarna hade rangordnats.",
            "Memory or time ended before the groupings had been ranked.",
        );
        best_first = (
            "Bevisat utan att var och en har jämförts: ingen annan indelning är bättre än den sista som står här.",
            "Proved without comparing each: no other grouping is better than the last one that is listed.",
        );
        ties_not_proved = (
            "Ingen annan indelning är bättre än den sista som står här, men många är lika bra: vilka av dem som borde stå här \
             enligt ordningen för lika är inte avgjort.",
            "No other grouping is better than the last one that is listed, but many are as good: which of them should be \
             listed by the order of ties is not decided.",
        );
        no_pareto = (
            "Avvägningarna i pareto är inte sökta: de förbund som villkoren tillåter är för många att lista, eller tiden tog \
             slut. Ett max i kommuner_per_forbund, farthest_km eller befolkning_16_64 ger färre.",
            "The trade-offs of pareto were not searched: the förbund that the conditions allow are too many to be listed, or \
             time ran out. A max in kommuner_per_forbund, farthest_km or befolkning_16_64 leaves fewer.",
        );
        some_pareto = (
            "Det kan finnas fler avvägningar än de som står här, och bättre: sökningen efter dem hann inte till slutet.",
            "There may be more trade-offs than those listed here, and better ones: the search for them did not get to the end.",
        );
        pareto = (
            "Inget kan bli bättre här utan att något annat blir sämre",
            "Nothing can be better here without something else being worse",
        );
        first_of_equal = (
            "Av indelningar som är lika i allt som räknas här visas den första.",
            "Of groupings that are equal in all that counts here the first is shown.",
        );
        groups = ("Förbunden i de bästa indelningarna", "The förbund of the best groupings");
        rank = ("Plats", "Place");
        grouping = ("Indelning", "Grouping");
        members = ("Kommuner", "Kommuner");
        of_kommuner = ("Antal", "Number");
        count = ("Indelningar", "Groupings");
        seat = ("Säte, längst bort", "Seat, farthest");
        best_seat = ("Närmast alla", "Nearest to all");
        by_fixed = (
            "Vilken indelning som är bäst, efter vad ett nytt kansli kostar",
            "Which grouping is best, by what a new kansli costs",
        );
        from = ("Minst", "At least");
        to = ("Högst", "At most");
        note_by_fixed = (
            "Beloppet är den fasta delen av ett nytt förbunds kansli (fixed), kr per år; allt annat som sökningen anger.",
            "The amount is the fixed part of a new förbund's kansli (fixed), kr a year; all else as the search states.",
        );
        conditions = ("Så söktes det", "How it was searched");
        today = ("Nuläge", "Today");
        today_itself = ("Nuläget", "Today");
        today_is_best = ("Nuläget är den bästa indelningen.", "Today is the best grouping.");
        by_number_groups =
            ("Förbunden i den bästa för varje antal", "The förbund of the best of each number");
        pareto_groups = ("Förbunden i avvägningarna", "The förbund of the trade-offs");
        best_with = ("Bäst med", "Best with");
        and_more = ("och mer", "and more");
        own_kanslier = (
            "Scenarierna är räknade med sökningens kanslier, inte med dem som de själva anger.",
            "The scenarios are computed with the kanslier of the search, not with those that they state themselves.",
        );
        number = ("Nr", "No.");
        some_outside = (
            "Inte alla sökta kommuner är med i något förbund i dag: nuläget har ingen plats bland indelningarna, och dess belopp \
             gäller bara dem som är det.",
            "Not all searched kommuner are in a förbund today: today has no place among the groupings, and its amounts are \
             those of the ones that are.",
        );
        ties = (
            "Lika bra: färre som byter förbund, sedan färre förbund, sedan kommunkod.",
            "Equally good: fewer moved, then fewer förbund, then kommunkod.",
        );
        search = ("Sökning", "Search");
        source_of_borders = (
            "Gränser mellan kommuner: finsams tabell (grannar.csv), beräknad ur Lantmäteriets Kommun, län och rike 2026-01-01 och \
             SCB:s digitala gränser; broar och färjor enligt allmän kännedom.",
            "Borders between kommuner: finsam's table (grannar.csv), computed from Lantmäteriet's Kommun, län och rike of \
             2026-01-01 and SCB's digital borders; bridges and ferries are general knowledge.",
        );
        rounded_kanslier = (
            "Varje kansli avrundas till hela kronor: indelningar som skiljer sig åt med några få kronor är i praktiken lika.",
            "Each kansli is rounded to whole kronor: groupings that differ by a few kronor are equal in practice.",
        );
        exact_shares = (
            "Största andel jämförs exakt, och visas med en decimal: det som ser lika ut behöver inte vara det.",
            "The largest share is compared exactly, and shown with one decimal: what looks equal need not be.",
        );
        not_proved = (
            "Tiden tog slut innan alla hade jämförts: det kan finnas bättre. Ge mer tid med --time.",
            "Time ended before all had been compared: there may be better ones. Give more time with --time.",
        );
    }
);

/// How many groupings there are, and how many of them fulfil the conditions.
pub(crate) fn counted(language: Language, kommuner: usize, all: &str, feasible: Option<&str>) -> String {
    let kommuner = match kommuner {
        1 => "1 kommun".to_owned(),
        kommuner => format!("{kommuner} kommuner"),
    };
    let ways = match all {
        "1" => language.pick("1 sätt", "1 way").to_owned(),
        all => format!("{} {}", digits(language, all), language.pick("sätt", "ways")),
    };
    let fulfil = match feasible {
        None => say!(
            language,
            "Hur många av dem som uppfyller villkoren är inte räknat.",
            "How many fulfil the conditions was not counted."
        ),
        Some("0") => {
            say!(language, "Ingen av dem uppfyller villkoren.", "None of them fulfils the conditions.")
        }
        Some("1") => {
            say!(language, "1 av dem uppfyller villkoren.", "1 of them fulfils the conditions.")
        }
        Some(feasible) => {
            let feasible = digits(language, feasible);
            say!(
                language,
                "{feasible} av dem uppfyller villkoren.",
                "{feasible} of them fulfil the conditions."
            )
        }
    };
    say!(
        language,
        "{kommuner} kan delas in i förbund på {ways}. {fulfil}",
        "{kommuner} can be grouped into förbund in {ways}. {fulfil}"
    )
}

/// How far it is proved that the best are the best, where that is not plain.
pub(crate) fn way(language: Language, way: Way, by: By, groupings: &GroupingsResult) -> Option<String> {
    let labels = labels(language);
    let not_proved = || match groupings.within.filter(|_| way == Way::BestFirst) {
        None => labels.not_proved.to_owned(),
        Some(within) => {
            let within = difference(language, by, within);
            say!(
                language,
                "En indelning som inte står här kan vara högst {within} bättre än den sista.",
                "A grouping that is not listed can be better than the last one by {within} at most."
            )
        }
    };
    match way {
        Way::Enumerated => (!groupings.proved).then(not_proved),
        Way::BestFirst if groupings.ties_proved => Some(labels.best_first.to_owned()),
        Way::BestFirst if groupings.proved => Some(labels.ties_not_proved.to_owned()),
        Way::BestFirst => Some(not_proved()),
        Way::TooMany => Some(labels.too_many.to_owned()),
        Way::OutOfMemoryOrTime => Some(labels.out_of_memory_or_time.to_owned()),
    }
}

/// How far a search has come, after so long.
pub(crate) fn progress(language: Language, by: By, progress: Progress, taken: Duration) -> String {
    let mut parts = Vec::new();
    let best = match progress {
        Progress::LookedAt { seen, all, best } => {
            let percent = u128::from(seen) * 100 / u128::from(all.max(1));
            let shown = digits(language, &all.to_string());
            parts.push(say!(
                language,
                "{percent} % av {shown} indelningar genomgångna",
                "{percent} % of {shown} groupings looked at"
            ));
            // The rest takes as long for each as those that were looked at.
            let left = taken.as_millis() * u128::from(all.saturating_sub(seen)) / u128::from(seen.max(1));
            if seen > 0 {
                let seconds = left.div_ceil(1_000);
                parts.push(say!(language, "ungefär {seconds} s kvar", "about {seconds} s left"));
            }
            best
        }
        Progress::Passed { step, steps, states } => {
            let states = digits(language, &states.to_string());
            parts.push(say!(
                language,
                "räknar, kommun {step} av {steps}, {states} lägen",
                "counting, kommun {step} of {steps}, {states} states"
            ));
            None
        }
        Progress::Listed { forbund } => {
            let forbund = digits(language, &forbund.to_string());
            parts.push(say!(language, "{forbund} möjliga förbund", "{forbund} possible förbund"));
            None
        }
        Progress::TradeOffs { found, open } => {
            let [found, open] = [found, open].map(|count| digits(language, &count.to_string()));
            parts.push(say!(
                language,
                "{found} avvägningar funna, {open} mellanrum kvar",
                "{found} trade-offs found, {open} gaps left"
            ));
            None
        }
        Progress::Ranked { seen, best } => {
            let seen = digits(language, &seen.to_string());
            parts.push(say!(language, "{seen} indelningar jämförda", "{seen} groupings compared"));
            best
        }
    };
    if let Some(best) = best {
        let best = worth(language, by, best);
        parts.push(say!(language, "bäst hittills {best}", "best so far {best}"));
    }
    capital(&parts.join(", "))
}

/// What a grouping is worth in what is ranked by; more is better there.
fn worth(language: Language, by: By, worth: i64) -> String {
    let kronor = |amount: i64| number::exact_amount(language, Kronor::new(amount));
    match by {
        By::Insatser | By::Total | By::State => kronor(worth),
        By::Kansli | By::Contribution => kronor(-worth),
        By::FarthestKm => format!("{}{}km", number::whole(language, -worth), number::NO_BREAK),
        By::LargestShare => {
            let percent = Decimal::new(Share::of_worth(worth).tenths_of_percent(), 1);
            format!("{}{}%", number::decimal(language, percent), number::NO_BREAK)
        }
        By::Smallest => number::whole(language, worth),
        By::Moved | By::Ledamoter => number::whole(language, -worth),
    }
}

/// By how much a grouping is better in what is ranked by; of a largest share in tenths of a percentage point.
fn difference(language: Language, by: By, difference: i64) -> String {
    let whole = number::whole(language, difference);
    match by {
        By::Insatser | By::Total | By::State | By::Kansli | By::Contribution => {
            number::exact_amount(language, Kronor::new(difference))
        }
        By::FarthestKm => format!("{whole}{}km", number::NO_BREAK),
        By::LargestShare => {
            let points = number::decimal(language, Decimal::new(difference, 1));
            say!(language, "{points} procentenheter", "{points} percentage points")
        }
        By::Smallest => say!(language, "{whole} invånare", "{whole} inhabitants"),
        By::Moved => say!(language, "{whole} kommuner", "{whole} kommuner"),
        By::Ledamoter => say!(language, "{whole} ledamöter", "{whole} ledamöter"),
    }
}

/// A number of any size as people read it.
pub(crate) fn digits(language: Language, plain: &str) -> String {
    let mut text = String::new();
    for (place, digit) in plain.chars().enumerate() {
        if place > 0 && (plain.len() - place).is_multiple_of(3) {
            text.push(language.pick(number::NO_BREAK, ','));
        }
        text.push(digit);
    }
    text
}

/// Where something stands among all that are feasible.
pub(crate) fn place(language: Language, what: &str, rank: &str, feasible: Option<&str>) -> String {
    let rank = digits(language, rank);
    match feasible.map(|feasible| digits(language, feasible)) {
        None => say!(language, "{what} är nummer {rank}.", "{what} is number {rank}."),
        Some(feasible) => {
            say!(language, "{what} är nummer {rank} av {feasible}.", "{what} is number {rank} of {feasible}.")
        }
    }
}

/// That something is none of the best, which are so many.
pub(crate) fn not_listed(language: Language, what: &str, listed: usize) -> String {
    say!(
        language,
        "{what} är inte med bland de {listed} som står här, och inte bättre än någon av dem.",
        "{what} is not among the {listed} that are listed, and not better than any of them."
    )
}

/// That something does not fulfil the conditions.
pub(crate) fn infeasible(language: Language, what: &str) -> String {
    say!(language, "{what} uppfyller inte villkoren.", "{what} does not fulfil the conditions.")
}

/// By how much the best one is better than today for insatser.
pub(crate) fn gain(language: Language, change: &str, net: bool, proved: bool, today_may_be: bool) -> String {
    let side = side(language, net);
    let best = match (proved, today_may_be) {
        (true, true) => language.pick("Den bästa indelningen", "The best grouping"),
        (true, false) => {
            language.pick("Den bästa som uppfyller villkoren", "The best that fulfils the conditions")
        }
        (false, _) => language.pick("Den bästa som har hittats", "The best that was found"),
    };
    say!(
        language,
        "{best} ger {change} till insatser mot nuläget, {side}.",
        "{best} gives {change} for insatser against today, {side}."
    )
}

/// Gross or net.
pub(crate) fn side(language: Language, net: bool) -> &'static str {
    match (net, language) {
        (true, Language::Swedish) => "netto",
        (true, Language::English) => "net",
        (false, Language::Swedish) => "brutto",
        (false, Language::English) => "gross",
    }
}

/// What the best grouping is called where there is little space.
pub(crate) fn best(language: Language) -> &'static str {
    language.pick("bäst", "best")
}

/// What a criterion counts, within a sentence.
pub(crate) fn criterion(language: Language, by: By) -> &'static str {
    match by {
        By::Insatser => language.pick("pengar till insatser", "money for insatser"),
        By::Total => language.pick("intäkter", "income"),
        By::State => language.pick("statens medel", "state money"),
        By::Contribution => language.pick("bidrag", "contribution"),
        By::Kansli => language.pick("kanslikostnad", "cost of kanslier"),
        By::FarthestKm => language.pick("längsta avstånd", "longest distance"),
        By::Smallest => {
            language.pick("det minsta förbundets invånare", "inhabitants of the smallest förbund")
        }
        By::LargestShare => language.pick("största andel", "largest share"),
        By::Moved => language.pick("antal kommuner som byter förbund", "number of kommuner that move"),
        By::Ledamoter => language.pick("antal ledamöter", "number of ledamöter"),
    }
}

/// The same at an axis, with its unit.
pub(crate) fn axis(language: Language, by: By, net: bool) -> String {
    let (name, side) = (capital(criterion(language, by)), side(language, net));
    match by {
        By::Insatser | By::Total | By::State | By::Contribution => {
            say!(language, "{name}, {side}, mnkr per år", "{name}, {side}, mnkr a year")
        }
        By::Kansli => say!(language, "{name}, mnkr per år", "{name}, mnkr a year"),
        By::FarthestKm => format!("{name}, km"),
        By::LargestShare => say!(language, "{name}, procent", "{name}, percent"),
        By::Smallest | By::Moved | By::Ledamoter => name,
    }
}

/// What a picture of trade-offs shows.
pub(crate) fn trade_off(language: Language, up: &str, across: &str) -> String {
    say!(language, "Avvägningen mellan {up} och {across}", "The trade-off between {up} and {across}")
}

/// The same for those who cannot see it.
pub(crate) fn trade_off_in_words(language: Language, count: usize, up: &str, across: &str) -> String {
    say!(
        language,
        "{count} indelningar som ingen annan slår, efter {up} (uppåt) och {across} (åt höger), med nuläget och den bästa.",
        "{count} groupings that no other one beats, by {up} (upwards) and {across} (to the right), with today and the best."
    )
}

/// What the numbers in the picture are, and that not all are drawn where that is so.
pub(crate) fn trade_off_notes(language: Language, drawn: usize, all: usize) -> Vec<String> {
    let numbers = say!(
        language,
        "Varje punkt är en indelning som ingen annan slår i alla kriterier; numren står i tabellen.",
        "Each mark is a grouping that no other one beats by all criteria; the numbers stand in the table."
    );
    let some = (drawn < all).then(|| {
        say!(language, "De första {drawn} av {all} är ritade.", "The first {drawn} of {all} are drawn.")
    });
    std::iter::once(numbers).chain(some).collect()
}

/// How many ledamöter there are of each member: as stated of all, if that is; `others` says that some of today's have others.
pub(crate) fn boards(language: Language, stated: Option<u32>, others: bool) -> String {
    let how_many = match (stated, others) {
        (None, false) => say!(
            language,
            "Ledamöter: en för varje medlem, eftersom utgångsläget inte anger något annat.",
            "Ledamöter (board members): one per member, since the baseline states nothing else."
        ),
        (None, true) => say!(
            language,
            "Ledamöter: en för varje medlem i ett nytt förbund, eftersom utgångsläget inte anger något annat; dagens förbund \
             oförändrade har dem som anges för dem.",
            "Ledamöter (board members): one per member of a new förbund, since the baseline states nothing else; today's \
             förbund unchanged have those that are stated of them."
        ),
        (Some(stated), false) => say!(
            language,
            "Ledamöter: {stated} för varje medlem, som utgångsläget anger.",
            "Ledamöter (board members): {stated} per member, as the baseline states."
        ),
        (Some(stated), true) => say!(
            language,
            "Ledamöter: {stated} för varje medlem i ett nytt förbund, som utgångsläget anger för alla; dagens förbund \
             oförändrade har dem som anges för dem.",
            "Ledamöter (board members): {stated} per member of a new förbund, as the baseline states of all; today's förbund \
             unchanged have those that are stated of them."
        ),
    };
    say!(
        language,
        "{how_many} Medlemmar: Försäkringskassan, Arbetsförmedlingen, varje region och varje kommun (Gotland är båda).",
        "{how_many} Members: Försäkringskassan, Arbetsförmedlingen, each region and each kommun (Gotland is both)."
    )
}

/// A seat with the distance to the kommun farthest away.
pub(crate) fn seat(name: &str, km: &str) -> String {
    format!("{name}, {km}{}km", number::NO_BREAK)
}

/// What the fixed part of a new kansli must cost for today to be the best; `stated` is what the search says.
pub(crate) fn today_by_fixed(
    language: Language,
    range: Option<&(Option<String>, Option<String>)>,
    stated: &str,
) -> String {
    match range {
        None => say!(
            language,
            "Nuläget är inte bäst vad den fasta delen av ett nytt kansli än kostar.",
            "Today is not the best whatever the fixed part of a new kansli costs."
        ),
        Some((None, None)) => say!(
            language,
            "Nuläget är bäst vad den fasta delen av ett nytt kansli än kostar.",
            "Today is the best whatever the fixed part of a new kansli costs."
        ),
        Some((None, Some(to))) => say!(
            language,
            "Nuläget är bäst om den fasta delen av ett nytt kansli kostar högst {to}; sökningen anger {stated}.",
            "Today is the best if the fixed part of a new kansli costs at most {to}; the search states {stated}."
        ),
        Some((Some(from), None)) => say!(
            language,
            "Nuläget är bäst om den fasta delen av ett nytt kansli kostar minst {from}; sökningen anger {stated}.",
            "Today is the best if the fixed part of a new kansli costs at least {from}; the search states {stated}."
        ),
        Some((Some(from), Some(to))) => say!(
            language,
            "Nuläget är bäst om den fasta delen av ett nytt kansli kostar mellan {from} och {to}; sökningen anger {stated}.",
            "Today is the best if the fixed part of a new kansli costs between {from} and {to}; the search states {stated}."
        ),
    }
}

/// What groupings are ranked by.
pub(crate) fn ranked_by(language: Language, by: By, payer: Option<&str>, net: bool) -> String {
    let side = side(language, net);
    let payer = payer.unwrap_or_default();
    match by {
        By::Insatser => say!(
            language,
            "Rangordnat efter pengar till insatser, {side}; mest först.",
            "Ranked by money for insatser, {side}; the most first."
        ),
        By::Total => {
            say!(
                language,
                "Rangordnat efter intäkter, {side}; mest först.",
                "Ranked by income, {side}; the most first."
            )
        }
        By::State => say!(
            language,
            "Rangordnat efter statens medel, {side}; mest först.",
            "Ranked by state money, {side}; the most first."
        ),
        By::Kansli => say!(
            language,
            "Rangordnat efter vad kanslierna kostar; minst först.",
            "Ranked by what the kanslier cost; the least first."
        ),
        By::FarthestKm => say!(
            language,
            "Rangordnat efter det längsta avståndet; kortast först.",
            "Ranked by the longest distance; the shortest first."
        ),
        By::Smallest => say!(
            language,
            "Rangordnat efter invånare 16–64 år i det minsta förbundet; flest först.",
            "Ranked by inhabitants 16–64 of the smallest förbund; the most first."
        ),
        By::LargestShare => say!(
            language,
            "Rangordnat efter den största andel av sitt förbund som en kommun har; minst först.",
            "Ranked by the largest share of its förbund that a kommun has; the least first."
        ),
        By::Moved => say!(
            language,
            "Rangordnat efter hur många kommuner som byter förbund; färst först.",
            "Ranked by how many kommuner move; the fewest first."
        ),
        By::Ledamoter => say!(
            language,
            "Rangordnat efter ledamöter i alla styrelser; färst först.",
            "Ranked by ledamöter in all boards; the fewest first."
        ),
        By::Contribution => say!(
            language,
            "Rangordnat efter bidraget från {payer}, {side}; minst först.",
            "Ranked by the contribution of {payer}, {side}; the least first."
        ),
    }
}

/// What the kansli of a new förbund costs: a sum, so much a kommun, so much an inhabitant.
pub(crate) fn kansli(language: Language, [fixed, per_kommun, per_inhabitant]: [String; 3]) -> String {
    say!(
        language,
        "Ett nytt förbunds kansli kostar per år {fixed}, {per_kommun} till per kommun och {per_inhabitant} till per invånare \
         16–64 år, enligt sökningen; dagens förbund behåller sina kända kostnader så länge de är oförändrade, och okända \
         räknas som nya.",
        "The kansli of a new förbund costs {fixed} a year, {per_kommun} more for each kommun and {per_inhabitant} more for each \
         inhabitant 16–64, as the search says; today's förbund keep their known costs while they are unchanged, and unknown \
         ones count as new."
    )
}

/// That new kanslier are not known.
pub(crate) fn kansli_unknown(language: Language) -> String {
    say!(
        language,
        "Vad nya förbunds kanslier kostar är inte angivet och räknas som okänt.",
        "What the kanslier of new förbund cost is not stated and counts as unknown."
    )
}

/// A condition in words. `names` gives the kommuner of a set.
pub(crate) fn condition(
    language: Language,
    conditions: &Conditions,
    condition: Condition,
    names: &dyn Fn(crate::search::kommun_set::KommunSet) -> Vec<String>,
) -> String {
    match condition {
        Condition::Contiguous => say!(
            language,
            "kommunerna i ett förbund ska hänga ihop",
            "the kommuner of a förbund must hang together"
        ),
        Condition::LargestShare => {
            let [numerator, denominator] = conditions.largest_share.unwrap_or([0, 1]);
            let percent = rust_decimal::Decimal::from(numerator) * rust_decimal::Decimal::ONE_HUNDRED
                / rust_decimal::Decimal::from(denominator);
            let percent = number::decimal(language, percent.normalize());
            say!(
                language,
                "ingen kommun har mer än {percent} % av sitt förbund",
                "no kommun has more than {percent} % of its förbund"
            )
        }
        Condition::Together(at) => {
            let names = language.list(&names(conditions.together[at]));
            say!(language, "{names} ska vara i samma förbund", "{names} must be in one förbund")
        }
        Condition::Apart(at) => {
            let names = language.list(&names(conditions.apart[at]));
            say!(language, "{names} ska vara i olika förbund", "{names} must be in different förbund")
        }
        Condition::Keep(at) => {
            let names = language.list(&names(conditions.keep[at]));
            say!(language, "{names} ska stå som i dag", "{names} must stand as today")
        }
        limit => limits(language, conditions, limit),
    }
}

/// A limit on a number in words.
fn limits(language: Language, conditions: &Conditions, condition: Condition) -> String {
    let figure = |limit: Option<u64>| limit.unwrap_or_default().localize(language);
    let (least, most) = match condition {
        Condition::LeastForbund | Condition::MostForbund => (conditions.forbund.min, conditions.forbund.max),
        Condition::LeastKommuner | Condition::MostKommuner => {
            (conditions.kommuner_per_forbund.min, conditions.kommuner_per_forbund.max)
        }
        Condition::LeastBefolkning | Condition::MostBefolkning => {
            (conditions.befolkning_16_64.min, conditions.befolkning_16_64.max)
        }
        Condition::LeastFolkmangd | Condition::MostFolkmangd => {
            (conditions.folkmangd.min, conditions.folkmangd.max)
        }
        Condition::FarthestKm => (None, conditions.farthest_km.max),
        Condition::Regions => (None, conditions.regions.max),
        Condition::Moved => (None, conditions.moved.max),
        _ => (None, None),
    };
    let of_kommuner = |limit: Option<u64>| match limit {
        Some(1) => "1 kommun".to_owned(),
        limit => format!("{} kommuner", figure(limit)),
    };
    let [least_kommuner, most_kommuner] = [least, most].map(of_kommuner);
    let most_regions = match most {
        Some(1) => "1 region".to_owned(),
        most => format!("{} {}", figure(most), language.pick("regioner", "regions")),
    };
    let (least, most) = (figure(least), figure(most));
    match condition {
        Condition::LeastForbund => say!(language, "minst {least} förbund", "at least {least} förbund"),
        Condition::MostForbund => say!(language, "högst {most} förbund", "at most {most} förbund"),
        Condition::LeastKommuner => {
            say!(
                language,
                "minst {least_kommuner} i varje förbund",
                "at least {least_kommuner} in each förbund"
            )
        }
        Condition::MostKommuner => {
            say!(language, "högst {most_kommuner} i varje förbund", "at most {most_kommuner} in each förbund")
        }
        Condition::LeastBefolkning => say!(
            language,
            "minst {least} invånare 16–64 år i varje förbund",
            "at least {least} inhabitants 16–64 in each förbund"
        ),
        Condition::MostBefolkning => say!(
            language,
            "högst {most} invånare 16–64 år i varje förbund",
            "at most {most} inhabitants 16–64 in each förbund"
        ),
        Condition::LeastFolkmangd => {
            say!(
                language,
                "minst {least} invånare i varje förbund",
                "at least {least} inhabitants in each förbund"
            )
        }
        Condition::MostFolkmangd => {
            say!(
                language,
                "högst {most} invånare i varje förbund",
                "at most {most} inhabitants in each förbund"
            )
        }
        Condition::FarthestKm => {
            say!(
                language,
                "högst {most} km till kommunen längst bort",
                "at most {most} km to the farthest kommun"
            )
        }
        Condition::Regions => {
            say!(language, "högst {most_regions} i varje förbund", "at most {most_regions} in each förbund")
        }
        Condition::Moved => {
            say!(language, "högst {most_kommuner} byter förbund", "at most {most_kommuner} move")
        }
        _ => unreachable!("what is no limit on a number has words of its own"),
    }
}

/// That conditions contradict each other.
pub(crate) fn contradiction(language: Language, conditions: &[String]) -> String {
    let all = conditions.join(language.pick("; ", "; "));
    match conditions {
        [] => say!(
            language,
            "Ingen indelning: i varje måste ett förbund sakna invånare 16–64 år.",
            "No grouping: in each some förbund would have no inhabitants 16–64."
        ),
        [_] => say!(language, "Ingen indelning uppfyller detta: {all}.", "No grouping fulfils this: {all}."),
        _ => say!(
            language,
            "Ingen indelning uppfyller detta på en gång: {all}.",
            "No grouping fulfils this at once: {all}."
        ),
    }
}

/// That several share the first value, so that only the order of ties says which is first; `all` says that those are all
/// that are listed, so that there may be more.
pub(crate) fn as_good(language: Language, by: By, count: usize, all: bool) -> String {
    let criterion = criterion(language, by);
    if all {
        return say!(
            language,
            "Alla {count} som står här är lika bra, efter {criterion}, och det kan finnas fler: ordningen mellan dem avgörs av det \
             som står om lika.",
            "All {count} that are listed are equally good, by {criterion}, and there may be more: their order is that of ties."
        );
    }
    say!(
        language,
        "De första {count} är lika bra, efter {criterion}: ordningen mellan dem avgörs av det som står om lika.",
        "The first {count} are equally good, by {criterion}: their order is that of ties."
    )
}

/// That the last ones of a full list share a value, so that there may be more that do.
pub(crate) fn as_last(language: Language, by: By, from: usize, to: usize) -> String {
    let criterion = criterion(language, by);
    say!(
        language,
        "Plats {from}–{to} är lika bra, efter {criterion}, och det kan finnas fler som är det: ordningen mellan dem avgörs av \
         det som står om lika.",
        "Places {from}–{to} are equally good, by {criterion}, and there may be more that are: their order is that of ties."
    )
}

/// What decides which groupings no other one beats.
pub(crate) fn counts_in_front(language: Language, criteria: &[&str]) -> String {
    let criteria = language.list(criteria);
    say!(language, "Det som räknas här är {criteria}.", "What counts here is {criteria}.")
}

/// That the best ones of these numbers of förbund are among the best of all.
pub(crate) fn shown_above(language: Language, numbers: &[String]) -> String {
    let numbers = language.list(numbers);
    say!(
        language,
        "Bäst med {numbers} förbund: se de bästa indelningarna.",
        "Best with {numbers} förbund: see the best groupings."
    )
}

/// Kommuner that are a förbund each.
pub(crate) fn each_alone(language: Language, names: &str) -> String {
    say!(language, "{names} (var för sig)", "{names} (each alone)")
}

/// A caption with what is ranked by.
pub(crate) fn best_by(language: Language, caption: &str, by: By) -> String {
    let criterion = criterion(language, by);
    say!(language, "{caption}, efter {criterion}", "{caption}, by {criterion}")
}

/// What more the answer holds than is shown.
pub(crate) fn more(language: Language) -> String {
    say!(
        language,
        "Alla indelningar med sina kommuner: --format json. Som scenarier: --scenarios MAPP.",
        "All groupings with their kommuner: --format json. As scenarios: --scenarios FOLDER."
    )
}
