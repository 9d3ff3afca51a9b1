//! The first sentences of a report: what an alternative changes, and which of several changes most.

use std::cmp::Ordering;

use super::period::Period;
use super::sentence::capital;
use crate::model::kronor::Kronor;
use crate::text::language::Language;
use crate::text::number;
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

/// What changes in money, with its unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Whether it falls, stays or rises.
    pub moves: Ordering,
    /// With its sign: "−0,80 mnkr".
    pub signed: String,
}

impl Change {
    /// The changes of one sentence, in one precision.
    #[must_use]
    pub fn all(language: Language, amounts: &[Kronor]) -> Vec<Self> {
        Self::of(amounts, number::changes(language, amounts))
    }

    /// The same, to the krona.
    #[must_use]
    pub fn exact(language: Language, amounts: &[Kronor]) -> Vec<Self> {
        Self::of(amounts, amounts.iter().map(|&amount| number::exact_change(language, amount)))
    }

    fn of(amounts: &[Kronor], signed: impl IntoIterator<Item = String>) -> Vec<Self> {
        let changes = amounts.iter().zip(signed);
        changes.map(|(amount, signed)| Self { moves: amount.cmp(&Kronor::ZERO), signed }).collect()
    }

    fn size(&self) -> &str {
        self.signed.trim_start_matches(['−', '+'])
    }

    /// "0,80 mnkr mindre", "lika mycket".
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let size = self.size();
        match self.moves {
            Ordering::Less => say!(language, "{size} mindre", "{size} less"),
            Ordering::Greater => say!(language, "{size} mer", "{size} more"),
            Ordering::Equal => language.pick("lika mycket", "as much").to_owned(),
        }
    }
}

/// How much more or less than today: "0,80 mnkr mindre än i dag brutto (0,78 mnkr netto)"; without `today` where the
/// sentence has said it.
#[must_use]
pub fn more_or_less(
    language: Language,
    today: Option<&str>,
    gross: Option<&Change>,
    net: Option<&Change>,
) -> String {
    let compared = |change: &Change| {
        let said = change.in_words(language);
        match (today, change.moves) {
            (None, _) => said,
            (Some(today), Ordering::Equal) => say!(language, "{said} som {today}", "{said} as {today}"),
            (Some(today), _) => say!(language, "{said} än {today}", "{said} than {today}"),
        }
    };
    match (gross, net) {
        (Some(gross), Some(net)) if gross == net => {
            let said = compared(gross);
            say!(language, "{said} brutto och netto", "{said} gross and net")
        }
        (Some(gross), Some(net)) if gross.moves == net.moves => {
            let (said, net) = (compared(gross), net.size());
            say!(language, "{said} brutto ({net} netto)", "{said} gross ({net} net)")
        }
        (Some(gross), Some(net)) => {
            let (said, net) = (compared(gross), net.in_words(language));
            say!(language, "{said} brutto men {net} netto", "{said} gross but {net} net")
        }
        (Some(gross), None) => {
            let said = compared(gross);
            say!(language, "{said} brutto", "{said} gross")
        }
        (None, net) => {
            let said = net.map(compared).unwrap_or_default();
            say!(language, "{said} netto", "{said} net")
        }
    }
}

/// What alternatives leave for insatser: each amount in words with the names of those that leave as much. `beside` others
/// of which that is said already.
#[must_use]
pub fn insatser_of_others(
    language: Language,
    period: Period,
    has_cost: bool,
    beside: bool,
    of_each: &[(String, Vec<String>)],
) -> String {
    let listed = of_each.iter().map(|(said, names)| {
        let names = language.list(names);
        say!(language, "{said} med {names}", "{said} with {names}")
    });
    let listed = listed.collect::<Vec<_>>().join("; ");
    if beside {
        return say!(language, "Övriga: {listed}.", "The others: {listed}.");
    }
    let (years, after) = (period.beside(language), after_one_off(language, has_cost));
    let (per_year, today) = (period.per_year_unless_named(language), period.with_today(language));
    say!(
        language,
        "Till insatser{years}{per_year}{after} jämfört med {today}: {listed}.",
        "For insatser{years}{per_year}{after} compared with {today}: {listed}."
    )
}

/// A name, with the mark of one that changes an illustrative kansli cost.
#[must_use]
pub fn with_illustrative(language: Language, name: &str) -> String {
    say!(language, "{name} (illustrativa kanslikostnader)", "{name} (illustrative kansli costs)")
}

/// Why nothing can be said of what is left for insatser, within a sentence.
pub(super) fn unknown_as_kansli_is(language: Language) -> &'static str {
    language.pick(
        "okänt, eftersom kostnaden för något kansli saknas",
        "unknown, as the cost of some kansli is missing",
    )
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
    let insatser = insatser.unwrap_or(unknown_as_kansli_is(language));
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
