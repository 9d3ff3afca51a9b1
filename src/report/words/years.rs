//! What is said of the years of a path.

use super::headline::{Shown, after_one_off, unknown_as_kansli_is};
use super::period::span;
use crate::text::language::Language;
use crate::text::{label::label_table, say};

label_table!(
    /// The short texts of tables of years, in one language.
    pub fn labels(language: Language) -> &'static YearLabels {
        accumulated = ("Ackumulerat", "Accumulated");
        after_one_off = ("Efter avdrag", "After deduction");
        note_change = (
            "Nuläget är varje år utan ändringar. Förändring: av pengarna till insatser mot nuläget. Ackumulerat: \
             förändringarna hittills.",
            "Today is each year without changes. Change: of the money for insatser against today. Accumulated: the \
             changes so far.",
        );
        note_change_less_cost = (
            "Nuläget är varje år utan ändringar. Förändring: av pengarna till insatser mot nuläget. Ackumulerat: \
             förändringarna hittills minus engångskostnaderna.",
            "Today is each year without changes. Change: of the money for insatser against today. Accumulated: the \
             changes so far less the one-off costs.",
        );
        note_change_of_income = (
            "Nuläget är varje år utan ändringar. Kostnaden för något kansli saknas: förändring och ackumulerat gäller \
             intäkterna, utan avdrag för engångskostnader.",
            "Today is each year without changes. The cost of some kansli is missing: change and accumulated are of \
             income, with no one-off costs deducted.",
        );
        note_grouping =
            ("* Indelningen är en annan än året före.", "* The grouping is another than the year before.");
        note_today = ("Nuläget är varje år utan ändringar.", "Today is each year without changes.");
        note_after_one_off = (
            "Efter avdrag: insatser minus engångskostnader. Återbetald: första året från vilket summan hittills inte \
             är negativ.",
            "After deduction: insatser less one-off costs. Paid back: the first year from which on the sum so far is \
             not negative.",
        );
        note_present_value = (
            "Nuvärde: samma summa i det första årets värde; räntan står bland antagandena.",
            "Present value: the same sum at the value of the first year; the rate is among the assumptions.",
        );
        never = ("nej", "no");
    }
);

/// ", brutto", ", netto", ", brutto och netto".
fn side(language: Language, shown: Shown) -> &'static str {
    match shown {
        Shown::Gross => language.pick(", brutto", ", gross"),
        Shown::Net => language.pick(", netto", ", net"),
        Shown::Both => language.pick(", brutto och netto", ", gross and net"),
    }
}

/// The caption of the years of one alternative.
#[must_use]
pub fn caption(language: Language, shown: Shown) -> String {
    format!("{}{}", language.pick("År för år", "Year by year"), side(language, shown))
}

/// The caption of what alternatives change, year by year.
#[must_use]
pub fn caption_changes(language: Language, is_insatser: bool, shown: Shown) -> String {
    let what = if is_insatser {
        language.pick("Insatser", "Insatser")
    } else {
        language.pick("Intäkter", "Income")
    };
    let side = side(language, shown);
    say!(
        language,
        "{what} år för år: förändring mot nuläget{side}",
        "{what} year by year: change against today{side}"
    )
}

/// The caption of what all years add up to.
#[must_use]
pub fn caption_accumulated(language: Language, (from, to): (i64, i64), shown: Shown) -> String {
    let (years, side) = (span(from, to), side(language, shown));
    say!(
        language,
        "Ackumulerat {years}: förändring mot nuläget{side}",
        "Accumulated {years}: change against today{side}"
    )
}

/// When what was spent, or was lacking at first, is paid back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Payback {
    /// Nothing was spent once, so that nothing has to come back.
    Nothing,
    /// From this year on.
    From(i64),
    /// Not within the path.
    Never,
}

/// "återbetald 2029", "återbetald 2029 brutto och 2030 netto"; nothing where there is nothing to pay back.
#[must_use]
pub fn paid_back(language: Language, gross: Option<Payback>, net: Option<Payback>) -> Option<String> {
    let of_one = |one: Payback, side: &str| match one {
        Payback::Nothing => None,
        Payback::From(year) => Some(say!(language, "återbetald {year}{side}", "paid back in {year}{side}")),
        Payback::Never => Some(say!(
            language,
            "inte återbetald inom tidsplanen{side}",
            "not paid back within the path{side}"
        )),
    };
    match (gross, net) {
        (Some(gross), Some(net)) if gross == net => of_one(gross, ""),
        (Some(Payback::From(gross)), Some(Payback::From(net))) => Some(say!(
            language,
            "återbetald {gross} brutto och {net} netto",
            "paid back in {gross} gross and {net} net"
        )),
        (Some(gross), Some(net)) => {
            let gross = of_one(gross, language.pick(" brutto", " gross"));
            let net = of_one(net, language.pick(" netto", " net"));
            let both: Vec<String> = gross.into_iter().chain(net).collect();
            (!both.is_empty()).then(|| language.list(&both))
        }
        (Some(one), None) | (None, Some(one)) => of_one(one, ""),
        (None, None) => None,
    }
}

/// What the years of one alternative add up to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sum<'text> {
    /// Its name.
    pub name: &'text str,
    /// The first and the last year.
    pub years: (i64, i64),
    /// What changes in income, where that of insatser is not known.
    pub income: &'text str,
    /// What changes for insatser, less one-off costs.
    pub insatser: Option<&'text str>,
    /// The same at the value of the first year.
    pub present_value: Option<&'text str>,
    /// What the changes cost once, if they do.
    pub one_off: Option<&'text str>,
    /// Whether illustrative kansli costs change.
    pub is_illustrative: bool,
    /// When it is paid back.
    pub paid_back: Option<&'text str>,
}

/// The first sentence of a report of one path.
#[must_use]
pub fn sum(language: Language, sum: Sum<'_>) -> String {
    let Sum { name, years: (from, to), income, .. } = sum;
    let years = span(from, to);
    let Some(insatser) = sum.insatser else {
        let cost =
            sum.one_off.map(|cost| say!(language, "; engångskostnader {cost}", "; one-off costs {cost}"));
        let (cost, unknown) = (cost.unwrap_or_default(), unknown_as_kansli_is(language));
        return say!(
            language,
            "{name}: {income} i intäkter {years}; till insatser {unknown}{cost}.",
            "{name}: {income} in income in {years}; for insatser {unknown}{cost}."
        );
    };
    let after = after_one_off(language, sum.one_off.is_some());
    let mark = if sum.is_illustrative {
        language.pick(" med illustrativa kanslikostnader", " with illustrative kansli costs")
    } else {
        ""
    };
    let value = sum.present_value.map(|value| say!(language, ", nuvärde {value}", ", present value {value}"));
    let value = value.unwrap_or_default();
    let paid_back = sum.paid_back.map(|paid_back| format!("; {paid_back}")).unwrap_or_default();
    say!(
        language,
        "{name}, till insatser {years}{after}: {insatser}{mark}{value}{paid_back}.",
        "{name}, for insatser in {years}{after}: {insatser}{mark}{value}{paid_back}."
    )
}

/// The title of the chart of what alternatives add up to.
#[must_use]
pub fn chart_title(
    language: Language,
    (from, to): (i64, i64),
    is_insatser: bool,
    (has_cost, is_illustrative): (bool, bool),
) -> String {
    let years = span(from, to);
    let mark = if is_illustrative {
        language.pick(" (illustrativa kanslikostnader)", " (illustrative kansli costs)")
    } else {
        ""
    };
    if is_insatser {
        let after = after_one_off(language, has_cost);
        return say!(
            language,
            "Ackumulerat till insatser {years}{after}{mark}",
            "Accumulated for insatser {years}{after}{mark}"
        );
    }
    say!(language, "Ackumulerade intäkter {years}", "Accumulated income {years}")
}

/// The unit of that chart.
#[must_use]
pub fn chart_unit(language: Language, shown: Shown) -> String {
    let side = side(language, shown);
    say!(language, "mnkr mer eller mindre än i nuläget{side}", "million kr more or less than today{side}")
}

/// That only so many of the alternatives are drawn.
#[must_use]
pub fn largest_drawn(language: Language, drawn: usize, of: usize) -> String {
    say!(
        language,
        "De {drawn} alternativ av {of} visas som ändrar mest; alla står i tabellen.",
        "The {drawn} alternatives of {of} are shown that change most; all are in the table."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gross_and_net_are_paid_back_together_or_each_in_its_year() {
        let said = |gross, net| paid_back(Language::Swedish, gross, net).unwrap_or_default();
        let from = |year| Some(Payback::From(year));
        assert_eq!(said(from(2029), from(2029)), "återbetald 2029");
        assert_eq!(said(from(2029), from(2030)), "återbetald 2029 brutto och 2030 netto");
        assert_eq!(
            said(from(2029), Some(Payback::Never)),
            "återbetald 2029 brutto och inte återbetald inom tidsplanen netto"
        );
        assert_eq!(said(None, Some(Payback::Never)), "inte återbetald inom tidsplanen");
        assert_eq!(said(Some(Payback::Nothing), Some(Payback::Nothing)), "");
    }
}
