//! An explanation in words: amounts, formulas and where figures were given. What the figures are called stands in
//! [`super::What`].

use super::node::{Formula, Node};
use super::origin::{Origin, Rule};
use super::quantity::{Exact, Quantity, Unit};
use crate::input::sources_file::stated_title;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::localize::Localize;
use crate::text::{number, say};

/// The unit of a quantity; nothing for plain numbers.
#[must_use]
pub fn unit(unit: Unit, language: Language) -> &'static str {
    match unit {
        Unit::Kronor | Unit::KronorOnce => "kr",
        Unit::Years => language.pick("år", "years"),
        Unit::Months => language.pick("mån.", "months"),
        Unit::Persons => language.pick("personer", "persons"),
        Unit::KronorPerFullYear => language.pick("kr/helårsekv.", "kr/full-year equiv."),
        Unit::KronorPerInhabitant => language.pick("kr/inv.", "kr/inh."),
        Unit::FullYears => language.pick("helårsekv.", "full years"),
        Unit::Inhabitants => language.pick("inv.", "inh."),
        Unit::Forbund => "förbund",
        Unit::Percent => "%",
        Unit::Share | Unit::Number => "",
    }
}

/// A quantity with its unit. What has more decimals than are shown has "≈" before it.
#[must_use]
pub fn quantity(quantity: &Quantity, language: Language) -> String {
    let number = shown(quantity, quantity.change, language);
    match unit(quantity.unit, language) {
        "" => number,
        unit => format!("{number}{}{unit}", number::NO_BREAK),
    }
}

/// How many decimals are shown of a number that has more. Kr per inhabitant has two in every table; a rate per
/// inhabitant is not rounded to them, and shows more.
#[must_use]
pub fn decimals(quantity: &Quantity) -> u32 {
    match quantity.unit {
        Unit::KronorPerInhabitant if quantity.decimal().is_some_and(|exact| exact.scale() <= 2) => 2,
        Unit::KronorPerFullYear | Unit::KronorPerInhabitant => 4,
        Unit::Share | Unit::Number => 6,
        _ => 2,
    }
}

fn shown(quantity: &Quantity, change: bool, language: Language) -> String {
    let Some(rounded) = quantity.rounded(decimals(quantity)) else {
        return quantity.number.to_string();
    };
    let (mark, figure) = match quantity.decimal() {
        Some(exact) if exact == rounded => ("", exact),
        _ => ("≈", rounded),
    };
    let figure = if quantity.unit == Unit::KronorPerInhabitant { rounded } else { figure };
    let text = if change { number::signed(language, figure) } else { number::decimal(language, figure) };
    format!("{mark}{text}")
}

/// The longest sum that is written out.
const LONGEST_SUM: usize = 5;

/// A formula in words and in numbers; `None` for what was given.
#[must_use]
pub fn formula(node: &Node, language: Language) -> Option<(String, String)> {
    let several = node.children.len();
    if node.formula == Formula::Sum && several > LONGEST_SUM {
        let words = say!(language, "summan av {several} delar", "the sum of {several} parts");
        return Some((words, quantity(&node.value, language)));
    }
    let names: Vec<String> = node.children.iter().map(|child| child.what.localize(language)).collect();
    let numbers: Vec<String> = node
        .children
        .iter()
        .enumerate()
        .map(|(position, child)| {
            let text = shown(&child.value, false, language);
            let negative = child.value.number < Exact::from(num_bigint::BigInt::from(0));
            if negative && position > 0 { format!("({text})") } else { text }
        })
        .collect();
    Some((joined(node.formula, &names)?, joined(node.formula, &numbers)?))
}

fn joined(formula: Formula, parts: &[String]) -> Option<String> {
    match (formula, parts) {
        (Formula::Given, _) | (_, []) => None,
        (Formula::Sum, _) => Some(parts.join(" + ")),
        (Formula::Difference, _) => Some(parts.join(" − ")),
        (Formula::Product, _) => Some(parts.join(" × ")),
        (Formula::Quotient | Formula::RoundedQuotient { .. }, [all @ .., last]) => {
            Some(format!("{} ÷ {last}", all.join(" × ")))
        }
        (Formula::ProductOfDifference, [one, more, less, ..]) => Some(format!("{one} × ({more} − {less})")),
        (Formula::AtLeastZero, [one, ..]) => Some(format!("max(0; {one})")),
        (Formula::Power, [base, exponent, ..]) => Some(format!("{base} ^ {exponent}")),
        (Formula::ProductOfDifference | Formula::Power, _) => None,
    }
}

/// Where a figure was given.
#[must_use]
pub fn origin(origin: &Origin, language: Language) -> String {
    let mut parts = Vec::new();
    if let Some(place) = &origin.place {
        let name = &place.name;
        match place.line {
            Some(line) => parts.push(format!("{}:{line} {name}", place.file)),
            None => parts.push(format!("{} {name}", place.file)),
        }
    }
    if origin.default {
        parts.push(say!(language, "förvalt värde", "default value"));
    }
    parts.extend(origin.rule.map(|rule| rule_name(rule, language).to_owned()));
    parts.extend(origin.source.clone());
    let derived = origin.column.as_ref().is_some_and(|column| column.derived);
    let mark = if derived { labels(language).derived_mark } else { "" };
    parts.join("; ") + mark
}

/// Where a column of the kommun table comes from; nothing for what stands in no column.
#[must_use]
pub fn column(origin: &Origin, language: Language) -> Option<String> {
    let (place, column) = origin.place.as_ref().zip(origin.column.as_ref())?;
    let title = stated_title(language, &column.title, column.title_en.as_deref());
    let derived = if column.derived { labels(language).derived_mark } else { "" };
    Some(format!("{}{derived}: {}", place.name, title))
}

/// What a rule is called.
#[must_use]
pub fn rule_name(rule: Rule, language: Language) -> &'static str {
    match rule {
        Rule::Law => language.pick("5 § lagen (2003:1210)", "5 § of the law (2003:1210)"),
        Rule::Fk2015 => "Försäkringskassan, PM\u{a0}2015-01-22",
    }
}

/// Where the parts of a figure stand that are not repeated.
#[must_use]
pub fn elsewhere(metric: Option<&str>, language: Language) -> String {
    match metric {
        Some(metric) => say!(language, "Delarna: --metric {metric}", "Its parts: --metric {metric}"),
        None => say!(
            language,
            "Delarna visas vid samma belopp på en annan plats i trädet.",
            "Its parts are shown at the same amount elsewhere in the tree."
        ),
    }
}

/// That parts are not shown, and the depth at which they are: none where a tree is as deep as trees become.
#[must_use]
pub fn cut(parts: usize, depth: Option<usize>, language: Language) -> String {
    let more = match parts {
        1 => say!(language, "… 1 del till", "… 1 more part"),
        _ => say!(language, "… {parts} delar till", "… {parts} more parts"),
    };
    match depth {
        Some(depth) => format!("{more} (--depth {depth})"),
        None => more,
    }
}

/// Which year is explained, and what today means in it.
#[must_use]
pub fn note_year(year: i64, chosen: bool, language: Language) -> String {
    let today = say!(
        language,
        "Allt gäller {year}; ”i dag” är {year} utan förändringarna.",
        "All of it is of {year}; \"today\" is {year} without the changes."
    );
    if chosen {
        return today;
    }
    let other = say!(
        language,
        "Det är tidsplanens sista år; --year visar ett annat.",
        "It is the last year of the path; --year shows another."
    );
    format!("{today} {other}")
}

/// What the mark before rounded numbers means.
#[must_use]
pub fn note_rounded(language: Language) -> String {
    say!(
        language,
        "≈ avrundat för att visas; formlerna beräknas exakt, och --format json visar de exakta talen.",
        "≈ rounded to be shown; the formulas are computed exactly, and --format json shows the exact \
         numbers."
    )
}

/// That parts of a tree were cut off, and how to see the whole of it.
#[must_use]
pub fn note_cut(depth: usize, whole: usize, language: Language) -> String {
    say!(
        language,
        "Trädet visas ned till djup {depth}; --depth {whole} visar hela.",
        "The tree is shown down to depth {depth}; --depth {whole} shows the whole of it."
    )
}
