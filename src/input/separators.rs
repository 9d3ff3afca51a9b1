//! Points and commas that can stand between thousands: "1.442" is 1442 to some and a little over 1 to others.
//!
//! A column says itself which is meant where another of its figures has the same sign in a place where thousands cannot
//! be divided ("802.5"), or the other sign, so that one of the two divides thousands.

/// The signs, in the order in which they are counted.
const SIGNS: [char; 2] = ['.', ','];
/// Cells that are kept to be reported: so many errors of a file are shown.
const MOST: usize = 100;

/// How figures are written with a point or a comma.
#[derive(Clone, Debug)]
pub(super) struct Separators<Position> {
    /// For each sign, whether it is a decimal sign somewhere.
    decimal: [bool; 2],
    /// For each sign the cells in which it could stand between thousands.
    doubtful: [Vec<Position>; 2],
}

impl<Position> Default for Separators<Position> {
    fn default() -> Self {
        Self { decimal: [false; 2], doubtful: [Vec::new(), Vec::new()] }
    }
}

impl<Position: Copy> Separators<Position> {
    /// Takes the text of a figure.
    pub(super) fn take(&mut self, text: &str, place: Position) {
        match of(text) {
            Some((sign, true)) if self.doubtful[sign].len() < MOST => self.doubtful[sign].push(place),
            Some((sign, false)) => self.decimal[sign] = true,
            _ => {}
        }
    }

    /// Takes the text of a figure of another column, which tells what the decimal sign of the file is.
    pub(super) fn take_other(&mut self, text: &str) {
        if let Some((sign, false)) = of(text) {
            self.decimal[sign] = true;
        }
    }

    /// Takes what another column tells of the decimal signs of the file.
    pub(super) fn take_signs_of(&mut self, other: &Self) {
        for (known, is_decimal) in self.decimal.iter_mut().zip(other.decimal) {
            *known |= is_decimal;
        }
    }

    /// The cells that can be meant in two ways. A whole number is meant where `whole`: then nothing but another
    /// figure with the same sign can show that it is a decimal one.
    pub(super) fn ambiguous(&self, whole: bool) -> Vec<Position> {
        let is_in_doubt = |&sign: &usize| {
            let other = 1 - sign;
            if whole { !self.decimal[sign] } else { self.decimal[other] || !self.doubtful[other].is_empty() }
        };
        (0..SIGNS.len()).filter(is_in_doubt).flat_map(|sign| self.doubtful[sign].iter().copied()).collect()
    }
}

/// The sign in a figure, and whether it could stand between thousands: before three digits, behind one to three that
/// do not begin with zero.
fn of(text: &str) -> Option<(usize, bool)> {
    let digits = text.trim().trim_start_matches(['-', '−', '+']);
    let (sign, (whole, rest)) =
        SIGNS.iter().enumerate().find_map(|(sign, letter)| Some((sign, digits.split_once(*letter)?)))?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(rest) || whole.is_empty() {
        return None;
    }
    let could_be = are_digits(whole) && whole.len() <= 3 && !whole.starts_with('0') && rest.len() == 3;
    Some((sign, could_be))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ambiguous(texts: &[&'static str], whole: bool) -> Vec<&'static str> {
        let mut separators = Separators::default();
        for text in texts {
            separators.take(text, *text);
        }
        separators.ambiguous(whole)
    }

    #[test]
    fn a_figure_is_in_doubt_where_both_signs_are_written() {
        assert_eq!(ambiguous(&["1.442", "802,5"], false), ["1.442"]);
        assert_eq!(ambiguous(&["1,442", "802.5", "3"], false), ["1,442"]);
        assert_eq!(ambiguous(&["1.442", "8,123"], false), ["1.442", "8,123"]);
        for valid in [&["1.442", "802.5"][..], &["1.442", "802"], &["0.442", "802,5"], &["1442.125", "1,5"]] {
            assert_eq!(ambiguous(valid, false), Vec::<&str>::new(), "{valid:?}");
        }
    }

    #[test]
    fn a_whole_number_is_in_doubt_unless_its_column_has_decimals() {
        assert_eq!(ambiguous(&["7.000", "85.000"], true), ["7.000", "85.000"]);
        assert_eq!(ambiguous(&["7.0", "85.00", "8500"], true), Vec::<&str>::new());
        assert_eq!(ambiguous(&["12.000", "8500.000"], true), Vec::<&str>::new());
    }
}
