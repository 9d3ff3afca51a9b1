//! The sentences of a summary in running text.

use super::language::Language;
use super::number;
use crate::model::kronor::Kronor;

/// Where everybody starts from.
#[must_use]
pub fn today(
    language: Language,
    (forbund, kommuner): (usize, usize),
    income: Kronor,
    known: Option<(Kronor, Kronor)>,
) -> String {
    let income = number::amount(language, income);
    let (forbund, kommuner) = (counted_forbund(language, forbund), counted_kommuner(language, kommuner));
    let mut text = say!(
        language,
        "I dag finns {forbund} med tillsammans {kommuner}. Staten, regionerna och kommunerna betalar {income} per år.",
        "Today there are {forbund} with {kommuner} in all. State, regions and kommuner pay {income} per year."
    );
    if let Some((kansli, insatser)) = known {
        let (kansli, insatser) = (number::amount(language, kansli), number::amount(language, insatser));
        text += &say!(
            language,
            " Kanslierna kostar {kansli}, så {insatser} blir kvar till insatser.",
            " The kanslier cost {kansli}, so {insatser} remain for insatser."
        );
    }
    text
}

fn counted_forbund(language: Language, number: usize) -> String {
    match number {
        1 => language.pick("ett förbund", "one förbund").to_owned(),
        _ => format!("{} förbund", number::in_words(language, number)),
    }
}

fn counted_kommuner(language: Language, number: usize) -> String {
    match number {
        1 => language.pick("en kommun", "one kommun").to_owned(),
        _ => format!("{} kommuner", number::in_words(language, number)),
    }
}

/// "minskar med 800 000 kr" or "är oförändrade", of something in the plural.
fn moves(language: Language, change: Kronor) -> String {
    let size = number::amount(language, Kronor::new(change.get().saturating_abs()));
    match change.get().signum() {
        -1 => say!(language, "minskar med {size}", "fall by {size}"),
        1 => say!(language, "ökar med {size}", "rise by {size}"),
        _ => language.pick("är oförändrade", "stay as they are").to_owned(),
    }
}

/// " (netto −784 000 kr)", behind a gross figure that is another.
fn net_behind(language: Language, change: Kronor, net: Option<Kronor>) -> String {
    let Some(net) = net.filter(|net| *net != change) else { return String::new() };
    let net = number::exact_change(language, net);
    say!(language, " (netto {net})", " (net {net})")
}

/// What changes in income.
#[must_use]
pub fn income(language: Language, change: Kronor, net: Option<Kronor>, gross: bool) -> String {
    let moves = moves(language, change);
    let side = match (gross, net) {
        (true, Some(net)) if net == change => language.pick("brutto och netto", "gross and net"),
        (true, _) => language.pick("brutto", "gross"),
        (false, _) => language.pick("netto", "net"),
    };
    let net = net_behind(language, change, net);
    say!(language, "Intäkterna per år {moves} {side}{net}.", "Yearly incomes {moves} {side}{net}.")
}

/// What changes for insatser, and why.
#[must_use]
pub fn insatser(language: Language, change: Kronor, net: Option<Kronor>, kansli: Kronor) -> String {
    let (moves, net) = (moves(language, change), net_behind(language, change, net));
    let kansli = kansli_moves(language, kansli);
    say!(
        language,
        "{kansli}, så pengarna till insatser {moves}{net}.",
        "{kansli}, so the funds for insatser {moves}{net}."
    )
}

fn kansli_moves(language: Language, change: Kronor) -> String {
    let size = number::amount(language, Kronor::new(change.get().saturating_abs()));
    match change.get().signum() {
        -1 => say!(language, "Kanslierna kostar {size} mindre", "The kanslier cost {size} less"),
        1 => say!(language, "Kanslierna kostar {size} mer", "The kanslier cost {size} more"),
        _ => language.pick("Kanslierna kostar lika mycket", "The kanslier cost as much").to_owned(),
    }
}

/// What the kanslier must save, and whether they do.
#[must_use]
pub fn break_even(language: Language, needed: Kronor, kansli: Option<Kronor>) -> String {
    let amount = number::amount(language, needed);
    let text = say!(
        language,
        "För att lika mycket ska bli kvar till insatser som i dag måste kanslierna kosta {amount} mindre per år",
        "For as much to remain for insatser as today the kanslier must cost {amount} less per year"
    );
    let reached = match kansli {
        None => "",
        Some(change) if -change.get() >= needed.get() => language.pick(", och det gör de", ", and they do"),
        Some(_) => language.pick(", och det gör de inte", ", and they do not"),
    };
    format!("{text}{reached}.")
}

/// How many kommuner pay less and more, and who most so.
#[must_use]
pub fn contributions(
    language: Language,
    (less, falls_most): (usize, Option<(Kronor, &str)>),
    (more, rises_most): (usize, Option<(Kronor, &str)>),
) -> String {
    let side = |pay: &str, number: usize, most: Option<(Kronor, &str)>| {
        let (change, kommun) = most?;
        let change = number::exact_change(language, change);
        let kommuner = capital(&counted_kommuner(language, number));
        Some(match number {
            1 => format!("{kommun} {pay} ({change})"),
            _ => say!(
                language,
                "{kommuner} {pay}, mest {kommun} ({change})",
                "{kommuner} {pay}, most of all {kommun} ({change})"
            ),
        })
    };
    let fall = side(language.pick("betalar mindre", "pay less"), less, falls_most);
    let rise = side(language.pick("betalar mer", "pay more"), more, rises_most);
    let parts: Vec<String> = fall.into_iter().chain(rise).map(|part| format!("{part}.")).collect();
    parts.join(" ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How many boards there are to man.
#[must_use]
pub fn boards(
    language: Language,
    (before, after): (usize, usize),
    (ledamoter_before, ledamoter): (usize, usize),
) -> String {
    let in_words = |number| match number {
        1 => language.pick("en", "one").to_owned(),
        _ => number::in_words(language, number),
    };
    let [before, after, ledamoter_before, ledamoter] =
        [before, after, ledamoter_before, ledamoter].map(in_words);
    say!(
        language,
        "Styrelserna blir {after} i stället för {before}, med tillsammans {ledamoter} ledamöter i stället för {ledamoter_before}.",
        "There are {after} boards instead of {before}, with {ledamoter} ledamöter in all instead of {ledamoter_before}."
    )
}

/// The longest way within a förbund.
#[must_use]
pub fn distance(language: Language, (from, to): (&str, &str), (before, after): (u64, u64)) -> String {
    say!(
        language,
        "Längst inom ett förbund är det mellan {from} och {to}, {after} km fågelvägen; i dag är det längsta avståndet {before} km.",
        "The longest way within a förbund is between {from} and {to}, {after} km as the crow flies; today the longest is {before} km."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWEDISH: Language = Language::Swedish;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn gross_and_net_are_told_apart_only_where_they_differ() {
        let told = |change, net: Option<i64>, gross| {
            plain(&income(SWEDISH, Kronor::new(change), net.map(Kronor::new), gross))
        };
        assert_eq!(told(-8, Some(-7), true), "Intäkterna per år minskar med 8 kr brutto (netto −7 kr).");
        assert_eq!(told(0, Some(0), true), "Intäkterna per år är oförändrade brutto och netto.");
        assert_eq!(told(5, None, true), "Intäkterna per år ökar med 5 kr brutto.");
        assert_eq!(told(-7, None, false), "Intäkterna per år minskar med 7 kr netto.");
    }

    #[test]
    fn a_kansli_that_saves_enough_is_said_to() {
        let told = |change: Option<i64>| {
            plain(&break_even(Language::English, Kronor::new(800_000), change.map(Kronor::new)))
        };
        assert!(told(Some(-800_000)).ends_with("must cost 800,000 kr less per year, and they do."));
        assert!(told(Some(-799_999)).ends_with(", and they do not."));
        assert!(told(None).ends_with("less per year."));
    }

    #[test]
    fn one_kommun_is_named_and_several_are_counted() {
        let told = |less, more| plain(&contributions(SWEDISH, less, more));
        let change = |amount, kommun| Some((Kronor::new(amount), kommun));
        assert_eq!(
            told((1, change(-5, "Falun")), (13, change(70, "Åre"))),
            "Falun betalar mindre (−5 kr). 13 kommuner betalar mer, mest Åre (+70 kr)."
        );
        assert_eq!(told((0, None), (2, change(1, "Åre"))), "Två kommuner betalar mer, mest Åre (+1 kr).");
    }
}
