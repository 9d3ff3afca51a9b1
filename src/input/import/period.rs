//! Periods as tables write them: "2019", "2019M01", "2019-12-31", and headings that end in one.

use crate::model::name::start;

/// A year and perhaps a month of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Period {
    pub(super) year: i64,
    /// 1 to 12.
    pub(super) month: Option<u8>,
}

impl Period {
    /// The period that a whole text is.
    pub(super) fn parse(text: &str) -> Option<Self> {
        // Publishers mark what is preliminary.
        let text = start(text.trim()).trim_end_matches(['*', 'p', 'P', ')', '(']).trim_end();
        let text = text.strip_suffix("(prel.").or(text.strip_suffix("prel.")).unwrap_or(text).trim_end();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 4 || !text.is_char_boundary(4) {
            return None;
        }
        let (year, rest) = text.split_at(4);
        let year: i64 = year.parse().ok().filter(|year| (1900..=2100).contains(year))?;
        let month = match rest.split_at_checked(1) {
            // "2023.0" is what some programs make of a year.
            None | Some((".", "0")) => None,
            // A day of the month says no more than the month does; the figures are of its end.
            Some(("M" | "m", month)) => Some(month_number(month)?),
            Some(("-", date)) => Some(month_number(date.split('-').next()?)?),
            Some(_) => return None,
        };
        Some(Self { year, month })
    }

    /// A heading that ends in a period, without it: "Folkmängd 2019".
    pub(super) fn at_end(heading: &str) -> Option<(&str, Self)> {
        let heading = heading.trim();
        let last = heading.rsplit(|letter: char| letter.is_whitespace() || letter == '_').next()?;
        let period = Self::parse(last.trim_matches(['(', ')']))?;
        let rest =
            heading[..heading.len() - last.len()].trim_end_matches([' ', '\u{a0}', ',', ':', '(', '_']);
        Some((rest, period))
    }
}

/// The number of a month: "9", "09", "september", "sep".
pub(super) fn month_number(text: &str) -> Option<u8> {
    let text = start(text.trim()).to_lowercase();
    if let Ok(number) = text.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let names = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
        "november", "december",
    ];
    let found = names.iter().position(|name| text.len() >= 3 && name.starts_with(&text))?;
    u8::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_tables_write_them() {
        let period = |year, month| Some(Period { year, month });
        assert_eq!(Period::parse("2019"), period(2019, None));
        assert_eq!(Period::parse("2019M01"), period(2019, Some(1)));
        assert_eq!(Period::parse("2019-12-31"), period(2019, Some(12)));
        for text in ["2019*", "2019p", "2019 (prel.)"] {
            assert_eq!(Period::parse(text), period(2019, None), "{text}");
        }
        for text in ["19", "94606", "2019M13", "2019x", "åååå", "", "1363"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(month_number("09"), Some(9));
        assert_eq!(month_number("Sept"), Some(9));
        assert_eq!(month_number("13"), None);
    }

    #[test]
    fn a_heading_can_end_in_a_period() {
        let period = Period { year: 2019, month: None };
        assert_eq!(Period::at_end("Folkmängd 2019"), Some(("Folkmängd", period)));
        assert_eq!(Period::at_end("Folkmängd (2019)"), Some(("Folkmängd", period)));
        assert_eq!(Period::at_end("2019"), Some(("", period)));
        assert_eq!(Period::at_end("folkmangd_2019"), Some(("folkmangd", period)));
        assert_eq!(Period::at_end("16-64 år"), None);
        assert_eq!(Period::at_end("Folkmängd\u{a0}2019"), Some(("Folkmängd", period)));
    }
}
