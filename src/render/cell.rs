//! The text of a cell, the same in every format that people read.

use crate::model::kronor::Kronor;
use crate::report::document::{Cell, Table};
use crate::text::language::Language;
use crate::text::{number, say};

/// The unit that amounts in tables are shown in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unit {
    /// Kronor.
    #[default]
    Kr,
    /// Thousands of kronor, no decimals.
    Tkr,
    /// Millions of kronor, two decimals.
    Mnkr,
}

/// How figures are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// The language.
    pub language: Language,
    /// The unit of amounts.
    pub unit: Unit,
}

impl Unit {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kr => "kr",
            Self::Tkr => "tkr",
            Self::Mnkr => "mnkr",
        }
    }

    /// What must be said below a table in this unit.
    #[must_use]
    pub fn note(self, language: Language) -> Option<String> {
        let unit = self.name();
        (self != Self::Kr).then(|| {
            say!(
                language,
                "Belopp i {unit}. Varje cell är avrundad för sig, så summor kan skilja i sista siffran.",
                "Amounts in {unit}. Each cell is rounded on its own, so sums can differ in the last digit."
            )
        })
    }
}

/// The title of a table with the unit of its amounts.
#[must_use]
pub fn caption(table: &Table, look: Look) -> String {
    if !table.shows_amounts() {
        return table.caption.clone();
    }
    format!("{} ({})", table.caption, look.unit.name())
}

/// What is noted below a table.
#[must_use]
pub fn notes(table: &Table, look: Look) -> Vec<String> {
    let unit = look.unit.note(look.language).filter(|_| table.shows_amounts());
    table.notes.iter().cloned().chain(unit).collect()
}

/// The value of a cell as programs read it: plain digits; `None` where there is no value.
#[must_use]
pub fn plain(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Empty | Cell::Unknown => None,
        Cell::Text(text) => Some(text.clone()),
        Cell::Amount(amount) | Cell::Change(amount) => amount.map(|amount| amount.get().to_string()),
        Cell::Count(count) => Some(count.to_string()),
        Cell::Decimal(decimal) | Cell::Difference(decimal) => Some(decimal.to_string()),
        Cell::Percent(percent) => percent.map(|percent| percent.to_string()),
    }
}

/// The text of a cell, not yet made safe for any format.
#[must_use]
pub fn text(cell: &Cell, look: Look) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        // Most cells are these.
        Cell::Amount(Some(amount)) if look.unit == Unit::Kr => number::whole(look.language, amount.get()),
        Cell::Amount(Some(amount)) => number::decimal(look.language, in_units(*amount, look.unit)),
        Cell::Change(Some(amount)) => number::signed(look.language, in_units(*amount, look.unit)),
        Cell::Count(count) => number::whole(look.language, *count),
        Cell::Decimal(decimal) => number::decimal(look.language, *decimal),
        Cell::Difference(decimal) => number::signed(look.language, *decimal),
        Cell::Percent(Some(percent)) => number::signed(look.language, *percent),
        Cell::Unknown | Cell::Amount(None) | Cell::Change(None) | Cell::Percent(None) => {
            number::UNKNOWN.to_owned()
        }
    }
}

fn in_units(amount: Kronor, unit: Unit) -> rust_decimal::Decimal {
    let (size, decimals) = match unit {
        Unit::Kr => (1, 0),
        Unit::Tkr => (1_000, 0),
        Unit::Mnkr => (1_000_000, 2),
    };
    number::in_unit(amount, size, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_follow_unit_and_language() {
        let amount = Cell::Amount(Some(Kronor::new(1_234_500)));
        let look = |unit| Look { language: Language::Swedish, unit };
        assert_eq!(text(&amount, look(Unit::Kr)), "1\u{a0}234\u{a0}500");
        assert_eq!(text(&amount, look(Unit::Tkr)), "1\u{a0}235");
        assert_eq!(text(&amount, look(Unit::Mnkr)), "1,23");
        assert_eq!(text(&Cell::Change(Some(Kronor::new(-400))), look(Unit::Tkr)), "0");
        assert_eq!(text(&Cell::Amount(None), look(Unit::Kr)), "–");
    }
}
