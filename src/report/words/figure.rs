//! What a figure of a result is called where it stands alone: its heading, and the side it is on.

use super::criteria;
use crate::analysis::answer::ResultDocument;
use crate::analysis::criteria::{CriteriaTotal, KeyName};
use crate::catalogue::{Described, Figure, Unit};
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::say;

/// Which of several figures of one name it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    /// Today.
    Today,
    /// Afterwards, where gross and net are the same.
    After,
    /// Afterwards, gross.
    Gross,
    /// Afterwards, net.
    Net,
    /// The change, gross.
    ChangeGross,
    /// The change, net.
    ChangeNet,
    /// There is one for gross.
    OnlyGross,
    /// There is one for net.
    OnlyNet,
}

/// A figure in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Called {
    /// What it is.
    pub label: String,
    /// Which side it is on, if there are several.
    pub side: Option<Side>,
}

/// What the figure at a path is called: a part of a row as that part, and a figure without a heading as its path.
#[must_use]
pub fn called(language: Language, (metric, part): (&str, Option<&str>), unit: Unit) -> Called {
    let steps: Vec<&str> = metric.split('.').collect();
    let (steps, side) = side_of(&steps);
    let Some(label) = part.map(str::to_owned).or_else(|| label(language, metric, steps)) else {
        return Called { label: metric.to_owned(), side: None };
    };
    // Some headings say the side.
    let today = labels(language).today.to_lowercase();
    let side = side.filter(|side| *side != Side::Today || !label.ends_with(&today));
    Called { label: with_unit(language, &label, unit), side }
}

/// What a figure of an item that is no row is called: an insats, a board, a party.
#[must_use]
pub fn called_of_item(language: Language, (metric, item): (&str, &str), figure: Figure) -> Called {
    let steps: Vec<&str> = metric.split('.').collect();
    let (_, side) = side_of(&steps);
    Called { label: format!("{item}: {}", with_unit(language, figure.heading(language), figure.unit)), side }
}

/// A heading with the unit of its figures, but for units that stand in headings already.
fn with_unit(language: Language, heading: &str, unit: Unit) -> String {
    let unit = unit.shown(language).filter(|_| matches!(unit, Unit::Kronor | Unit::FullYearEquivalents));
    unit.map_or_else(|| heading.to_owned(), |unit| format!("{heading} ({unit})"))
}

/// The steps without those that name a side, and the side.
fn side_of<'path>(steps: &'path [&'path str]) -> (&'path [&'path str], Option<Side>) {
    match steps {
        ["before", rest @ ..] | ["criteria" | "insats" | "boards", "before", rest @ ..] => {
            (rest, Some(Side::Today))
        }
        ["criteria" | "insats" | "boards", "after", rest @ ..] => (rest, Some(Side::After)),
        ["after", "gross", rest @ ..] => (rest, Some(Side::Gross)),
        ["after", "net", rest @ ..] => (rest, Some(Side::Net)),
        ["delta", "gross", rest @ ..] => (rest, Some(Side::ChangeGross)),
        ["delta", "net", rest @ ..] => (rest, Some(Side::ChangeNet)),
        [rest @ .., last @ ("gross" | "net")] => {
            let is_gross = *last == "gross";
            let is_change = matches!(rest.last(), Some(&"contribution_delta" | &"change_from_today"));
            let is_after = rest.last().is_some_and(|step| step.ends_with("_after"));
            let side = match (is_change, is_after, is_gross) {
                (true, _, true) => Side::ChangeGross,
                (true, _, false) => Side::ChangeNet,
                (_, true, true) => Side::Gross,
                (_, true, false) => Side::Net,
                (_, _, true) => Side::OnlyGross,
                (_, _, false) => Side::OnlyNet,
            };
            (rest, Some(side))
        }
        [.., last] if last.ends_with("_before") => (steps, Some(Side::Today)),
        _ => (steps, None),
    }
}

fn label(language: Language, metric: &str, steps: &[&str]) -> Option<String> {
    let labels = labels(language);
    let heading = ResultDocument::SHAPE.find(metric).map(|found| found.figure.heading(language));
    let heading = heading.filter(|heading| !heading.is_empty());
    let of_kommun = |whose: &str| Some(format!("{whose}: {}", heading?));
    match steps {
        ["criteria", "keys", key, ..] => Some(contribution_under(language, key)),
        [.., step] if step.starts_with("contribution_per_inhabitant") => {
            Some(language.pick("Bidrag per invånare, kr", "Contribution per inhabitant, kr").to_owned())
        }
        [.., step] if step.starts_with("contribution_") => {
            Some(language.pick("Bidrag", "Contribution").to_owned())
        }
        ["total"] | ["total", "total"] => Some(labels.income.to_owned()),
        ["indicators", column] => Some((*column).to_owned()),
        ["largest_kommun", _] => of_kommun(criteria::labels(language).largest_kommun),
        ["smallest_kommun", _] => of_kommun(criteria::labels(language).smallest_kommun),
        ["total", ..] if metric.starts_with("insats.") => of_kommun(language.pick("Insatser", "Insatser")),
        ["total", ..] if metric.starts_with("boards.") => of_kommun(language.pick("Styrelser", "Boards")),
        [.., "ledamoter_state"] => of_kommun(CriteriaTotal::ledamoter.heading(language)),
        _ => heading.map(str::to_owned),
    }
}

fn contribution_under(language: Language, key: &str) -> String {
    let key = KeyName::ALL
        .into_iter()
        .find(|known| known.name() == key)
        .map_or_else(|| key.to_owned(), |known| criteria::key(language, known, false));
    say!(language, "Bidrag med nyckeln {key}", "Contribution under the key {key}")
}

/// The sides that a figure stands on, in words; nothing where it is alike on all that there are.
#[must_use]
pub fn sides(language: Language, on: &[Side], has_net: bool) -> String {
    let labels = labels(language);
    let has = |side: Side| on.contains(&side);
    let pair = |[gross, net]: [Side; 2]| match (has(gross), has(net)) {
        (false, false) => None,
        (true, true) => Some(String::new()),
        (true, false) if !has_net => Some(String::new()),
        (is_gross, _) => Some(if is_gross { labels.gross } else { labels.net }.to_lowercase()),
    };
    let after = || criteria::labels(language).after.to_lowercase();
    let today = has(Side::Today).then(|| labels.today.to_lowercase());
    let afterwards = if has(Side::After) { Some(String::new()) } else { pair([Side::Gross, Side::Net]) };
    if today.is_some() && afterwards.as_ref().is_some_and(String::is_empty) {
        return String::new();
    }
    let afterwards = afterwards.map(|side| if side.is_empty() { after() } else { side });
    let change = pair([Side::ChangeGross, Side::ChangeNet]);
    let change = change.map(|side| format!("{} {side}", labels.change.to_lowercase()).trim_end().to_owned());
    let only = pair([Side::OnlyGross, Side::OnlyNet]).filter(|side| !side.is_empty());
    language.list(&[today, afterwards, change, only].into_iter().flatten().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swedish(metric: &str, unit: Unit) -> (String, Option<Side>) {
        let called = called(Language::Swedish, (metric, None), unit);
        (called.label, called.side)
    }

    #[test]
    fn a_figure_is_called_as_in_tables() {
        for (metric, unit, label, side) in [
            ("before.total.insatser", Unit::Kronor, "Insatser (kr)", Some(Side::Today)),
            ("after.net.total.total", Unit::Kronor, "Intäkter (kr)", Some(Side::Net)),
            ("delta.gross.state", Unit::Kronor, "Staten (kr)", Some(Side::ChangeGross)),
            ("after.gross.total", Unit::Kronor, "Intäkter (kr)", Some(Side::Gross)),
            ("after.gross.kr_per_inhabitant", Unit::KronorPerInhabitant, "Kr/inv.", Some(Side::Gross)),
            ("contribution_before", Unit::Kronor, "Bidrag (kr)", Some(Side::Today)),
            ("contribution_delta.net", Unit::Kronor, "Bidrag (kr)", Some(Side::ChangeNet)),
            ("break_even.saving_needed.gross", Unit::Kronor, "Behöver sparas (kr)", Some(Side::OnlyGross)),
            (
                "criteria.keys.lika.change_from_today.gross",
                Unit::Kronor,
                "Bidrag med nyckeln Lika (kr)",
                Some(Side::ChangeGross),
            ),
            ("criteria.after.ledamoter_state", Unit::Ledamoter, "Ledamöter: Statens", Some(Side::After)),
            (
                "criteria.before.smallest_kommun.share_of_inhabitants",
                Unit::PercentagePoints,
                "Minsta kommun: % av inv.",
                Some(Side::Today),
            ),
            ("criteria.after.indicators.ohalsotal", Unit::Plain, "ohalsotal", Some(Side::After)),
            ("something.else", Unit::Plain, "something.else", None),
        ] {
            assert_eq!(swedish(metric, unit), (label.to_owned(), side), "{metric}");
        }
    }

    #[test]
    fn a_part_of_a_row_is_called_as_the_part() {
        let part = ("after.net.regions.amount", Some("Region Värmland"));
        let called = called(Language::English, part, Unit::Kronor);
        assert_eq!((called.label.as_str(), called.side), ("Region Värmland (kr)", Some(Side::Net)));
    }

    #[test]
    fn sides_are_named_where_they_differ() {
        let swedish = |on: &[Side], has_net| sides(Language::Swedish, on, has_net);
        assert_eq!(swedish(&[Side::Today, Side::Gross, Side::Net], true), "");
        assert_eq!(swedish(&[Side::Today, Side::Gross], false), "");
        assert_eq!(swedish(&[Side::Today, Side::Gross], true), "nuläge och brutto");
        assert_eq!(swedish(&[Side::Gross, Side::Net], true), "efter");
        assert_eq!(swedish(&[Side::Net], true), "netto");
        assert_eq!(swedish(&[Side::Gross], false), "efter");
        assert_eq!(swedish(&[Side::ChangeNet], true), "förändring netto");
        assert_eq!(swedish(&[Side::ChangeGross, Side::ChangeNet], true), "förändring");
        assert_eq!(swedish(&[Side::OnlyGross, Side::OnlyNet], true), "");
        assert_eq!(swedish(&[Side::OnlyGross], true), "brutto");
        assert_eq!(swedish(&[Side::After], true), "efter");
        assert_eq!(swedish(&[Side::Today, Side::After], true), "");
    }
}
