//! What is said of charts.

use rust_decimal::Decimal;

use super::period::Period;
use super::sentence;
use crate::report::redistribution::Redistribution;
use crate::text::language::Language;
use crate::text::{number, say};

/// The step of what the locked national total gives back.
#[must_use]
pub fn redistribution(language: Language) -> &'static str {
    language.pick("Omfördelning i riket", "National redistribution")
}

/// What zero means where changes are shown.
#[must_use]
pub fn as_today(language: Language, period: Period) -> String {
    let today = period.today(language);
    say!(language, "som {today}", "as {today}")
}

/// Beside figures without the effect of the locked national total.
#[must_use]
pub fn gross(language: Language) -> &'static str {
    language.pick("brutto", "gross")
}

/// Beside figures with the effect of the locked national total.
#[must_use]
pub fn net(language: Language) -> &'static str {
    language.pick("netto", "net")
}

/// Where an amount is not known.
#[must_use]
pub fn unknown(language: Language) -> &'static str {
    language.pick("uppgift saknas", "not known")
}

/// The marks of today.
#[must_use]
pub fn before(language: Language, period: Period) -> &'static str {
    period.today(language)
}

/// The marks of afterwards.
#[must_use]
pub fn after(language: Language) -> &'static str {
    language.pick("efter", "after")
}

/// The heading of changes in kronor.
#[must_use]
pub fn change_in_kr(language: Language) -> &'static str {
    language.pick("Ändring, kr", "Change, kr")
}

/// The unit of a change, where the marks do not say which side they are of.
#[must_use]
pub fn kr_against_today(language: Language, period: Period, sides: Option<Redistribution>) -> String {
    let side = match sides {
        None => "",
        Some(Redistribution::Gross) => language.pick(", brutto", ", gross"),
        Some(Redistribution::Net) => language.pick(", netto", ", net"),
        Some(Redistribution::Both) => language.pick(", brutto och netto", ", gross and net"),
    };
    let (unit, today) = (kr_per_year(language, period), period.today(language));
    say!(language, "{unit} mer eller mindre än {today}{side}", "{unit} more or less than {today}{side}")
}

/// The unit of amounts a year.
#[must_use]
pub fn kr_per_year(language: Language, period: Period) -> String {
    match period {
        Period::EachYear => language.pick("kr per år", "kr a year").to_owned(),
        _ => format!("kr{}", period.beside(language)),
    }
}

/// The unit of amounts per inhabitant, gross or net.
#[must_use]
pub fn kr_per_inhabitant(language: Language, period: Period, is_gross: bool) -> String {
    let (year, side) = (period.beside(language), if is_gross { gross(language) } else { net(language) });
    say!(language, "kr{year} per invånare 16–64 år, {side}", "kr{year} per inhabitant 16–64, {side}")
}

/// An amount in hundredths of a krona: "109,40 kr".
#[must_use]
pub fn kr(language: Language, hundredths: i64) -> String {
    let amount = number::decimal(language, Decimal::new(hundredths, 2));
    format!("{amount}{}kr", number::NO_BREAK)
}

/// "Trollhättan från 99,90 kr till 104,30 kr".
#[must_use]
pub fn from_to(language: Language, name: &str, before: &str, after: &str) -> String {
    say!(language, "{name} från {before} till {after}", "{name} from {before} to {after}")
}

/// Which förbund the kommuner of another one are in afterwards.
#[must_use]
pub fn into(language: Language, forbund: &str) -> String {
    say!(language, "till {forbund}", "into {forbund}")
}

/// The title of the chart of what alternatives change.
#[must_use]
pub fn changes(language: Language, period: Period, is_insatser: bool, is_illustrative: bool) -> String {
    let what = if is_insatser {
        language.pick("Pengar till insatser", "Money for insatser")
    } else {
        language.pick("Intäkter", "Income")
    };
    let (year, today) = (period.beside(language), period.with_today(language));
    let illustrative = illustrative(language, is_illustrative);
    say!(
        language,
        "{what}{year} jämfört med {today}{illustrative}",
        "{what}{year} compared with {today}{illustrative}"
    )
}

/// The title of the chart of what is left for insatser per inhabitant.
#[must_use]
pub fn insatser_per_inhabitant(
    language: Language,
    period: Period,
    scenario: &str,
    is_illustrative: bool,
) -> String {
    let year = period.beside(language);
    let illustrative = illustrative(language, is_illustrative);
    say!(
        language,
        "{scenario}: pengar till insatser{year} per invånare{illustrative}",
        "{scenario}: money for insatser{year} per inhabitant{illustrative}"
    )
}

fn illustrative(language: Language, is_illustrative: bool) -> &'static str {
    if is_illustrative {
        language.pick(" (illustrativa kanslikostnader)", " (illustrative kansli costs)")
    } else {
        ""
    }
}

/// That the money for insatser per inhabitant of so many förbund is as today.
#[must_use]
pub fn unchanged_forbund(language: Language, period: Period, count: usize) -> String {
    let today = period.today(language);
    if count == 1 {
        return say!(
            language,
            "Ett förbund har lika mycket som {today}.",
            "One förbund has as much as {today}."
        );
    }
    let count = number::in_words(language, count);
    let english = sentence::capital(&count);
    say!(
        language,
        "Lika mycket som {today} har {count} förbund.",
        "{english} förbund have as much as {today}."
    )
}

/// That the money for insatser of so many förbund is not known.
#[must_use]
pub fn unknown_forbund(language: Language, count: usize) -> String {
    if count == 1 {
        return language
            .pick(
                "För ett förbund är pengarna till insatser okända.",
                "The money for insatser of one förbund is not known.",
            )
            .to_owned();
    }
    let count = number::in_words(language, count);
    say!(
        language,
        "För {count} förbund är pengarna till insatser okända.",
        "The money for insatser of {count} förbund is not known."
    )
}

/// The title of a waterfall.
#[must_use]
pub fn waterfall(language: Language, period: Period, scenario: &str) -> String {
    let (today, year) = (period.today(language), period.beside(language));
    say!(
        language,
        "{scenario}: från intäkterna {today} till dem efter ändringarna{year}",
        "{scenario}: from today's income to that after the changes{year}"
    )
}

/// The title of the chart of what kommuner pay.
#[must_use]
pub fn contributions(language: Language, period: Period, scenario: &str) -> String {
    let year = period.beside(language);
    say!(
        language,
        "{scenario}: kommunernas bidrag{year} per invånare",
        "{scenario}: the contributions of the kommuner{year} per inhabitant"
    )
}

/// The description of the contributions of many kommuner, which stand in the table below the chart.
#[must_use]
pub fn contributions_described(language: Language, period: Period, more: usize, less: usize) -> String {
    let today = period.today(language);
    let (more, less) = number::both_in_words(language, more, less);
    say!(
        language,
        "Kommuner som betalar mer än {today}: {more}; mindre: {less}. Beloppen står i tabellen.",
        "Kommuner that pay more than {today}: {more}; less: {less}. The amounts are in the table."
    )
}

/// That only the largest of the changes are shown.
#[must_use]
pub fn largest_changes(language: Language, shown: usize, of: usize) -> String {
    say!(
        language,
        "De {shown} största ändringarna per invånare av {of} visas; alla kommuner står i tabellen.",
        "The {shown} largest changes per inhabitant of {of} are shown; all kommuner are in the table."
    )
}

/// That so many kommuner pay as much as today.
#[must_use]
pub fn unchanged_kommuner(language: Language, period: Period, count: usize) -> String {
    let today = period.today(language);
    if count == 1 {
        return say!(
            language,
            "En kommun betalar lika mycket som {today}.",
            "One kommun pays as much as {today}."
        );
    }
    let count = number::in_words(language, count);
    let english = sentence::capital(&count);
    say!(
        language,
        "Lika mycket som {today} betalar {count} kommuner.",
        "{english} kommuner pay as much as {today}."
    )
}

/// Which kommuner leave the förbund, so that nothing is shown that they pay more or less.
#[must_use]
pub fn leaving_kommuner(language: Language, kommuner: &[&str]) -> String {
    let kommuner = language.list(kommuner);
    say!(
        language,
        "Lämnar förbunden och visas därför utan ändring: {kommuner}.",
        "Leaving the förbund, and therefore shown without a change: {kommuner}."
    )
}

/// Which kommuner have a contribution that is not known.
#[must_use]
pub fn unknown_kommuner(language: Language, kommuner: &[&str]) -> String {
    let kommuner = language.list(kommuner);
    say!(language, "Bidraget är okänt: {kommuner}.", "The contribution is not known: {kommuner}.")
}

/// The contents of a page.
#[must_use]
pub fn contents(language: Language) -> &'static str {
    language.pick("Innehåll", "Contents")
}

/// Which program made a page.
#[must_use]
pub fn made_by(language: Language, version: &str) -> String {
    say!(language, "Skapad med finsam {version}.", "Made with finsam {version}.")
}
