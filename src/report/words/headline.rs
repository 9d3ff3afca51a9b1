//! The first sentences of a report: what an alternative changes, and which of several changes most.

use super::period::Period;
use super::sentence::capital;
use crate::text::language::Language;
use crate::text::say;

/// What a headline is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Money for insatser.
    Insatser,
    /// All income.
    Income,
    /// Both.
    IncomeAndInsatser,
}

/// Which of gross and net a report shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Gross only.
    Gross,
    /// Net only.
    Net,
    /// Both.
    Both,
}

/// What a ranking is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct About {
    /// Which money.
    pub subject: Subject,
    /// On which sides.
    pub shown: Shown,
    /// In which time.
    pub period: Period,
    /// Whether there are one-off costs, which were deducted.
    pub after_one_off: bool,
}

/// The alternatives at an end of a ranking, and what they change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct End<'text> {
    /// Their names.
    pub names: &'text str,
    /// What they change, with its unit.
    pub change: &'text str,
}

/// What a ranking rests on that nobody has published.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RestsOn<'text> {
    /// The alternatives that change an illustrative kansli cost, if any does.
    pub illustrative: Option<&'text str>,
    /// The gross figures rest on a derived försörjningsmått.
    pub derived_gross: bool,
    /// The net figures do.
    pub derived_net: bool,
}

/// The first line of a report of one scenario: what changes in income and for insatser, and how many förbund there are.
#[must_use]
pub fn of_scenario(
    language: Language,
    (name, period): (&str, Period),
    income: &str,
    insatser: Option<&str>,
    is_illustrative: bool,
    (before, after): (i64, i64),
) -> String {
    let per_year = period.per_year_unless_named(language);
    let forbund = if before == after {
        say!(language, "antalet förbund är oförändrat ({after})", "the number of förbund stays {after}")
    } else {
        let become_or_becomes = if before == 1 { "becomes" } else { "become" };
        say!(language, "{before} förbund blir {after}", "{before} förbund {become_or_becomes} {after}")
    };
    let insatser = insatser.unwrap_or(language.pick("okänt", "unknown"));
    let mark = if is_illustrative {
        language.pick(" med illustrativa kanslikostnader", " with illustrative kansli costs")
    } else {
        ""
    };
    say!(
        language,
        "{name}: {income} i intäkter{per_year}; till insatser {insatser}{mark}; {forbund}.",
        "{name}: {income} in income{per_year}; for insatser {insatser}{mark}; {forbund}."
    )
}

/// A change gross and net: "−1,6 mnkr brutto, −1,57 mnkr netto".
#[must_use]
pub fn gross_and_net(language: Language, gross: &str, net: &str) -> String {
    if gross == net {
        return say!(language, "{gross} brutto och netto", "{gross} gross and net");
    }
    say!(language, "{gross} brutto, {net} netto", "{gross} gross, {net} net")
}

/// " efter engångskostnader", where there are some.
pub(super) fn after_one_off(language: Language, has_cost: bool) -> &'static str {
    if has_cost { language.pick(" efter engångskostnader", " after one-off costs") } else { "" }
}

/// "Till insatser jämfört med i dag", "Intäkter 2031, brutto, jämfört med nuläget".
fn heading(language: Language, about: About) -> String {
    let what = match about.subject {
        Subject::Insatser => language.pick("Till insatser", "For insatser"),
        Subject::Income | Subject::IncomeAndInsatser => language.pick("Intäkter", "Income"),
    };
    let side = match about.shown {
        Shown::Gross => language.pick(", brutto,", ", gross,"),
        Shown::Net => language.pick(", netto,", ", net,"),
        Shown::Both => "",
    };
    let (years, today) = (about.period.beside(language), about.period.with_today(language));
    let after = after_one_off(language, about.after_one_off);
    say!(
        language,
        "{what}{years}{after}{side} jämfört med {today}",
        "{what}{years}{after}{side} compared with {today}"
    )
}

/// "; rangordningen vilar på …", in the same sentence as what rests on it.
fn rests_on(language: Language, shown: Shown, is_ranking: bool, rests_on: RestsOn<'_>) -> String {
    let what = if is_ranking {
        language.pick("rangordningen vilar på", "the ranking rests on")
    } else {
        language.pick("det vilar på", "that rests on")
    };
    let matt = language.pick("härlett försörjningsmått", "a derived (härlett) försörjningsmått");
    let derived = match shown {
        Shown::Gross => rests_on.derived_gross,
        Shown::Net => rests_on.derived_net,
        Shown::Both => rests_on.derived_gross && rests_on.derived_net,
    };
    let mut parts = Vec::new();
    parts.extend(rests_on.illustrative.map(|names| {
        say!(language, "illustrativa kanslikostnader ({names})", "illustrative kansli costs ({names})")
    }));
    parts.extend(derived.then(|| matt.to_owned()));
    let mut clauses = Vec::new();
    clauses.extend((!parts.is_empty()).then(|| format!("; {what} {}", language.list(&parts))));
    clauses.extend(
        (shown == Shown::Both && rests_on.derived_net && !derived)
            .then(|| say!(language, "; netto vilar på {matt}", "; net rests on {matt}")),
    );
    clauses.concat()
}

/// All alternatives change as much.
#[must_use]
pub fn alike(language: Language, about: About, all: End<'_>, is_one: bool, on: RestsOn<'_>) -> String {
    let (heading, rests_on) = (heading(language, about), rests_on(language, about.shown, !is_one, on));
    let per_year = about.period.per_year_unless_named(language);
    let End { names, change } = all;
    say!(
        language,
        "{heading}: {names} {change}{per_year}{rests_on}.",
        "{heading}: {names} {change}{per_year}{rests_on}."
    )
}

/// Which alternative changes most and which least; where both are shown, gross and net agree on them. They may still
/// put those between in another order.
#[must_use]
pub fn ranked(
    language: Language,
    about: About,
    (most, least): (End<'_>, End<'_>),
    between_differs: bool,
    on: RestsOn<'_>,
) -> String {
    let (heading, rests_on) = (heading(language, about), rests_on(language, about.shown, true, on));
    let per_year = about.period.per_year_unless_named(language);
    let (End { names: most, change: more }, End { names: least, change: less }) = (most, least);
    let between = if between_differs {
        language.pick(
            "; däremellan är ordningen en annan netto än brutto",
            "; between them, the net order differs from the gross order",
        )
    } else {
        ""
    };
    say!(
        language,
        "{heading}: mest med {most} ({more}{per_year}), minst med {least} ({less}){between}{rests_on}.",
        "{heading}: most with {most} ({more}{per_year}), least with {least} ({less}){between}{rests_on}."
    )
}

/// Gross and net do not agree on which alternative changes most, or least; of a side where all change as much, the
/// second end is missing.
#[must_use]
pub fn disagreeing(
    language: Language,
    about: About,
    gross: (End<'_>, Option<End<'_>>),
    net: (End<'_>, Option<End<'_>>),
    on: RestsOn<'_>,
) -> String {
    let per_year = about.period.per_year_unless_named(language);
    let side = |(most, least): (End<'_>, Option<End<'_>>)| {
        let End { names: most, change: more } = most;
        match least {
            Some(End { names: least, change: less }) => say!(
                language,
                "mest med {most} ({more}{per_year}), minst med {least} ({less})",
                "most with {most} ({more}{per_year}), least with {least} ({less})"
            ),
            None => say!(
                language,
                "lika mycket med {most} ({more}{per_year})",
                "as much with {most} ({more}{per_year})"
            ),
        }
    };
    let heading = heading(language, About { shown: Shown::Both, ..about });
    let (gross, net) = (side(gross), side(net));
    let rests_on = rests_on(language, Shown::Both, true, on);
    say!(
        language,
        "{heading} ger brutto och netto olika svar: brutto {gross}; netto {net}{rests_on}.",
        "{heading}, gross and net give different answers: gross {gross}; net {net}{rests_on}."
    )
}

/// That a figure falls on one side and rises on the other; with the alternatives, where there are several.
#[must_use]
pub fn turns(
    language: Language,
    (subject, period): (Subject, Period),
    names: Option<&str>,
    falls_gross: bool,
) -> String {
    let what = match subject {
        Subject::Insatser => language.pick("pengarna till insatser", "money for insatser"),
        Subject::Income => language.pick("intäkterna", "income"),
        Subject::IncomeAndInsatser => {
            language.pick("intäkterna och pengarna till insatser", "income and money for insatser")
        }
    };
    let what = format!("{what}{}", period.beside(language));
    let several = subject == Subject::IncomeAndInsatser;
    let (first, then) = match (language, falls_gross, several) {
        (Language::Swedish, true, _) => ("minskar", "ökar"),
        (Language::Swedish, false, _) => ("ökar", "minskar"),
        (Language::English, true, false) => ("falls", "rises"),
        (Language::English, false, false) => ("rises", "falls"),
        (Language::English, true, true) => ("fall", "rise"),
        (Language::English, false, true) => ("rise", "fall"),
    };
    if let Some(names) = names {
        return say!(
            language,
            "Med {names} {first} {what} brutto men {then} netto.",
            "With {names}, {what} {first} gross but {then} net."
        );
    }
    let what = capital(&what);
    say!(language, "{what} {first} brutto men {then} netto.", "{what} {first} gross but {then} net.")
}

/// Why alternatives are not ranked by money for insatser: some count with illustrative costs of kanslier, each with
/// what it changes there, and others with those of today.
#[must_use]
pub fn not_ranked(language: Language, period: Period, changed: &[(&str, String)]) -> String {
    let today = period.today(language);
    let listed: Vec<String> = changed.iter().map(|(name, change)| format!("{name} ({change})")).collect();
    let listed = language.list(&listed);
    let (assumes, costs, kostnader) = match changed {
        [_] => ("assumes", "a cost other than today's", "en annan kostnad"),
        _ => ("assume", "costs other than today's", "andra kostnader"),
    };
    say!(
        language,
        "Efter pengar till insatser rangordnas de inte: kanslikostnaderna är illustrativa, och bara {listed} \
         räknar med {kostnader} än {today}.",
        "They are not ranked by money for insatser: the kansli costs are illustrative, and only {listed} \
         {assumes} {costs}."
    )
}

/// Why nothing is said of money for insatser; with the alternatives, where it is known of others.
#[must_use]
pub fn insatser_unknown(language: Language, names: Option<&str>) -> String {
    match names {
        None => say!(
            language,
            "Pengarna till insatser är okända, eftersom kostnaden för något kansli saknas.",
            "The money for insatser is unknown, as the cost of some kansli is missing."
        ),
        Some(names) => say!(
            language,
            "Pengarna till insatser är okända med {names}, eftersom kostnaden för något kansli saknas där.",
            "The money for insatser is unknown with {names}, as the cost of some kansli is missing there."
        ),
    }
}

/// That kommuner which take no part today are counted afterwards; with the alternative, where there are several.
#[must_use]
pub fn counts_more(language: Language, name: Option<&str>, kommuner: &[String]) -> String {
    let kommuner = language.first_names(kommuner);
    let with = name.map(|name| say!(language, " med {name}", " with {name}")).unwrap_or_default();
    say!(
        language,
        "I beloppen efteråt{with} ingår även {kommuner}, som i dag inte är med i något av förbunden.",
        "The amounts afterwards{with} include {kommuner}, in none of the förbund today."
    )
}
