//! What the words of headings and names say: which rows are sums, and which result a column counts, of whom.

use crate::model::name::{folded, start};

/// Words that call something the sum of others.
const SUMS: [&str; 14] = [
    "summa", "totalsumma", "delsumma", "totalt", "total", "totala", "totalen", "tot", "samtliga", "samtl",
    "alla", "hela", "bada", "sammanlagt",
];
/// Words that say of what something is the sum.
const OF_SUMS: [&str; 19] = [
    "antal", "kommuner", "kommun", "orter", "forbundet", "forbund", "lanet", "kon", "konen", "kvinnor",
    "man", "och", "k", "m", "insatser", "deltagare", "personer", "resultat", "av",
];
/// Words with which the name of a sum begins, or ends: "Summa Finnveden", "Finnveden totalt".
const FIRST_OF_SUMS: [&str; 5] = ["summa", "totalsumma", "delsumma", "totalt", "sammanlagt"];
const LAST_OF_SUMS: [&str; 6] = ["summa", "totalsumma", "delsumma", "totalt", "total", "sammanlagt"];
/// Words with which a line below a table begins that says something of it.
const NOTES: [&str; 12] = [
    "kalla", "kallor", "not", "noter", "anm", "anmarkning", "kommentar", "obs", "uttag", "uttaget",
    "uppdaterad", "source",
];

/// Words that columns are called beside results, whose figures are no persons with a result.
const NO_RESULTS: [&str; 31] = [
    "kvinnor", "kvinna", "man", "flickor", "pojkar", "manad", "manader", "kvartal", "vecka", "veckor",
    "period", "alder", "aldersgrupp", "natura", "nr", "nummer", "id", "rad", "datum", "budget", "utfall",
    "belopp", "kr", "tkr", "mkr", "kronor", "kostnad", "kostnader", "per", "och", "tjanster",
];
/// Words of which one is enough to say that a column holds what is given in kind: "Tjänster in natura".
const IN_KIND: [&str; 4] = ["natura", "naturatjanster", "naturabidrag", "heltidstjanster"];

/// Words of a heading that say how a result is counted, and not which it is.
const OF_COUNTS: [&str; 5] = ["antal", "antalet", "st", "personer", "deltagare"];
const OF_SHARES: [&str; 13] = [
    "%", "procent", "procentandel", "procentandelen", "procentuell", "procentuellt", "pct", "percent",
    "share", "andel", "andelen", "andelar", "andelarna",
];
/// Words between "av" and those whom a percentage is of.
const BEFORE_WHOM: [&str; 11] =
    ["de", "dem", "alla", "samtliga", "antal", "antalet", "totala", "totalt", "unika", "som", "har"];
/// Words between those whom a percentage is of, and what it is: "av avslutade som gick till arbete".
const BEFORE_RESULT: [&str; 10] = ["till", "som", "fick", "far", "gick", "gar", "har", "hade", "med", "i"];

/// Plain words, å ä ö folded.
fn words(text: &str) -> Vec<String> {
    let folded = folded(start(text));
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}

/// Whether a text says nothing but that it is the sum of others: "Samtliga kommuner". All women are one sex.
pub(super) fn is_total(text: &str) -> bool {
    let words = words(text);
    let is_sum = words.iter().any(|word| is_one_of(word, &SUMS));
    is_sum
        && words.iter().all(|word| is_one_of(word, &SUMS) || is_one_of(word, &OF_SUMS))
        && has(&words, Sex::Women) == has(&words, Sex::Men)
}

/// Whether a text means both sexes: Kolada writes T beside K and M.
pub(super) fn is_both_sexes(text: &str) -> bool {
    let words = words(text);
    let is_both = has(&words, Sex::Women) && has(&words, Sex::Men);
    is_both && words.iter().all(|word| is_one_of(word, &OF_SUMS)) || words == ["t"] || is_total(text)
}

/// Whether a text means one sex, or that it is not known.
pub(super) fn is_sex(text: &str) -> bool {
    const UNKNOWN: [&str; 8] = ["okant", "okand", "annat", "ovrigt", "ovriga", "saknas", "angivet", "icke"];
    let words = words(text);
    has(&words, Sex::Women) != has(&words, Sex::Men) || words.iter().any(|word| is_one_of(word, &UNKNOWN))
}

#[derive(Clone, Copy)]
enum Sex {
    Women,
    Men,
}

fn has(words: &[String], sex: Sex) -> bool {
    let names: &[&str] = match sex {
        Sex::Women => &["kvinnor", "kvinna", "k", "flickor", "women", "female", "2"],
        Sex::Men => &["man", "m", "pojkar", "men", "male", "1"],
    };
    words.iter().any(|word| is_one_of(word, names))
}

/// Whether the name in a row is that of a sum and no insats: "Totalsumma", "Summa Finnveden", "Stegen Summa".
pub(super) fn is_sum(name: &str) -> bool {
    let words = words(name);
    let is = |word: Option<&String>, of: &[&str]| word.is_some_and(|word| is_one_of(word, of));
    is_total(name) || is(words.first(), &FIRST_OF_SUMS) || is(words.last(), &LAST_OF_SUMS)
}

/// Whether a text begins like a line that says something of a table.
pub(super) fn is_note(text: &str) -> bool {
    text.starts_with('*') || words(text).first().is_some_and(|word| is_one_of(word, &NOTES))
}

/// Whether the figures below a heading are no persons with a result: sums, parts of participants, months, money.
pub(super) fn is_no_result(heading: &str) -> bool {
    let words = words(heading);
    let is_part = words.first().is_some_and(|word| is_one_of(word, &["varav", "darav"]));
    let is_other = !words.is_empty()
        && words.iter().all(|word| is_one_of(word, &NO_RESULTS) || is_one_of(word, &OF_COUNTS))
        && words.iter().any(|word| is_one_of(word, &NO_RESULTS));
    let is_in_kind = words.iter().any(|word| is_one_of(word, &IN_KIND));
    is_part
        || is_other
        || is_in_kind
        || is_total(heading)
        || words.iter().any(|word| is_one_of(word, &FIRST_OF_SUMS[..3]))
}

/// A text as it was before an apostrophe was put in front of it, so that no spreadsheet takes it for a formula.
pub(super) fn without_apostrophe(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('\'') else { return text };
    let start = rest.trim_start();
    if start.starts_with(['=', '+', '-', '@']) || start.starts_with("::") { rest } else { text }
}

/// Whom percentages can be of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Whole {
    Deltagare,
    Avslutade,
}

/// How a column counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Count {
    Persons,
    /// In percent, of those whom the heading names.
    Share(Option<Whole>),
    /// The heading says a percentage, of something else.
    Unclear,
}

/// What a heading says.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Heading {
    /// The result, without the words that say how it is counted.
    pub(super) kind: String,
    pub(super) count: Count,
    /// Whether it says only how something is counted.
    pub(super) is_bare: bool,
}

impl Heading {
    /// "Andel till studier (% av deltagare)" is studier, in percent of the participants.
    pub(super) fn read(heading: &str) -> Self {
        let separated = heading.replace('%', " % ");
        let is_joined = heading.contains('_') && !heading.contains(char::is_whitespace);
        let is_between =
            |letter: char| letter.is_whitespace() || "(),:".contains(letter) || (is_joined && letter == '_');
        let words = separated.split(is_between).filter(|word| !word.is_empty());
        let mut words: Vec<(String, String)> =
            words.map(|word| (word.to_lowercase(), folded(word))).collect();
        let is_in_percent = |word: &str| is_one_of(word, &OF_SHARES);
        let is_share = words.iter().any(|(_, word)| is_in_percent(word));
        let is_unclear = words.iter().any(|(_, word)| {
            !is_in_percent(word)
                && (word.ends_with("andel") || word.ends_with("andelen") || word.contains("procent"))
        });
        let mut count = if is_unclear { Count::Unclear } else { Count::Persons };
        if is_share {
            words.retain(|(_, word)| !is_in_percent(word));
            let of_whom = take_whole(&mut words);
            count = if is_unclear { Count::Unclear } else { of_whom };
        }
        let of_count = |word: &str| is_one_of(word, &OF_COUNTS) || word == "till";
        while words.len() > 1 && of_count(&words[0].1) {
            words.remove(0);
        }
        while words.len() > 1
            && words.last().is_some_and(|(_, word)| is_one_of(word, &OF_COUNTS) || (is_share && word == "i"))
        {
            words.pop();
        }
        let is_bare = match words.as_slice() {
            [] => true,
            [(_, only)] => is_one_of(only, &OF_COUNTS[..4]),
            _ => false,
        };
        let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let kind = words.join(if is_joined { "_" } else { " " });
        Self { kind: if kind.is_empty() { "resultat".to_owned() } else { kind }, count, is_bare }
    }
}

/// Takes out of a heading whom its percentages are of: nobody in particular, those who took part or ended, or others.
fn take_whole(words: &mut Vec<(String, String)>) -> Count {
    let whole = |word: &str| {
        let is_of = [(Whole::Deltagare, "deltag"), (Whole::Avslutade, "avslut")];
        is_of.into_iter().find(|(_, start)| word.starts_with(*start)).map(|(whole, _)| whole)
    };
    let mut found = None;
    if let Some(first) = words.iter().position(|(_, word)| word == "av") {
        let after = &words[first + 1..];
        let between = after.iter().take_while(|(_, word)| is_one_of(word, &BEFORE_WHOM)).count();
        let Some(named) = after.get(between).and_then(|(_, word)| whole(word)) else { return Count::Unclear };
        let more = after[between + 1..].iter().take_while(|(_, word)| whole(word).is_some()).count();
        words.drain(first..first + between + more + 2);
        found = Some((first, named));
    } else if let Some(named) = words.first().and_then(|(_, word)| whole(word))
        && words[1..].iter().any(|(_, word)| {
            !is_one_of(word, &OF_COUNTS) && !is_one_of(word, &BEFORE_RESULT) && whole(word).is_none()
        })
    {
        words.remove(0);
        found = Some((0, named));
    }
    let Some((place, named)) = found else { return Count::Share(None) };
    while words.len() > place + 1 && is_one_of(&words[place].1, &BEFORE_RESULT) {
        words.remove(place);
    }
    // A second one: of whom?
    if words.iter().any(|(_, word)| word == "av") { Count::Unclear } else { Count::Share(Some(named)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_which_result_and_how_it_is_counted() {
        use Count::{Persons, Share, Unclear};
        use Whole::{Avslutade, Deltagare};
        for (heading, kind, count) in [
            ("Till arbete", "arbete", Persons),
            ("Antal till arbete", "arbete", Persons),
            ("Arbete, antal", "arbete", Persons),
            ("eget_arbete", "eget_arbete", Persons),
            ("Avbrott av hälsoskäl", "avbrott av hälsoskäl", Persons),
            ("Studier (%)", "studier", Share(None)),
            ("Andel till studier av avslutade", "studier", Share(Some(Avslutade))),
            ("Studier i procent", "studier", Share(None)),
            ("Procentandel arbete", "arbete", Share(None)),
            ("andel_arbete", "arbete", Share(None)),
            ("Aktivt arbetssökande %", "aktivt arbetssökande", Share(None)),
            ("Arbete (% av deltagare)", "arbete", Share(Some(Deltagare))),
            ("Andel av deltagare till arbete", "arbete", Share(Some(Deltagare))),
            ("Andel av de avslutade som fick arbete (%)", "arbete", Share(Some(Avslutade))),
            ("Andel deltagare till arbete", "arbete", Share(Some(Deltagare))),
            ("Andel avslutade (%)", "avslutade", Share(None)),
            ("Andel avslutade av deltagare", "avslutade", Share(Some(Deltagare))),
            ("Andel av inskrivna till arbete", "av inskrivna till arbete", Unclear),
            ("Sysselsättningsandel", "sysselsättningsandel", Unclear),
            ("%", "resultat", Share(None)),
        ] {
            let read = Heading::read(heading);
            assert_eq!((read.kind.as_str(), read.count), (kind, count), "{heading}");
        }
        for heading in ["Antal", "%", "Personer", "Andel (%)"] {
            assert!(Heading::read(heading).is_bare, "{heading}");
        }
    }

    #[test]
    fn sums_are_told_from_names() {
        for total in [
            "Totalt",
            "Samtliga kommuner",
            "Alla orter",
            "Förbundet totalt",
            "Hela förbundet",
            "Samtl.",
            "Alla kön",
            "Totalt antal",
            "Kvinnor och män totalt",
        ] {
            assert!(is_total(total), "{total}");
        }
        for both in ["T", "K+M", "Kvinnor och män", "K/M", "Båda könen", "Totalt"] {
            assert!(is_both_sexes(both) && !is_sex(both), "{both}");
        }
        for sum in
            ["Totalsumma", "A Summa", "Summa Finnveden", "Summa insatser", "Alla insatser", "Grand total"]
        {
            assert!(is_sum(sum), "{sum}");
        }
        for name in ["Alla kvinnor", "Totalt kvinnor", "Kvinnor", "M", "Alingsås", "Okänt", "Övriga", ""] {
            assert!(!is_total(name) && !is_both_sexes(name), "{name}");
        }
        for name in ["Alla i arbete", "Hela vägen", "Total rehab", "Stegen"] {
            assert!(!is_sum(name), "{name}");
        }
        for heading in [
            "Summa", "Totalt resultat", "Varav kvinnor", "Månad", "natura", "Kostnad, tkr",
            "natura_tjanster", "Tjänster in natura", "Heltidstjänster, FK", "Antal tjänster",
            "In natura (kr)", "Tjänster",
        ] {
            assert!(is_no_result(heading), "{heading}");
        }
        for heading in
            ["Arbete", "Resultat", "Studier per termin", "Personlig utveckling", "Heltidstjänst", "Naturbruk"]
        {
            assert!(!is_no_result(heading), "{heading}");
        }
    }

    #[test]
    fn an_apostrophe_of_ours_is_taken_away() {
        for (written, name) in
            [("'-18 år", "-18 år"), ("'@home", "@home"), ("'t Hart", "'t Hart"), ("' ::x", " ::x")]
        {
            assert_eq!(without_apostrophe(written), name);
        }
    }
}
