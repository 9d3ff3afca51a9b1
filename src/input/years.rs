//! Years and months as they are written.

use crate::model::path::Month;

/// The years that a figure can be of.
pub const YEARS: (i64, i64) = (1900, 2200);

/// The year that a key of four digits is.
#[must_use]
pub fn year_of_key(key: &str) -> Option<i64> {
    let is_year = key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    let year: i64 = key.parse().ok().filter(|_| is_year)?;
    (YEARS.0..=YEARS.1).contains(&year).then_some(year)
}

/// The month that a text means: "2027-07", or a whole year.
#[must_use]
pub fn month_of(text: &str) -> Option<Month> {
    let (year, month) = text.trim().split_once('-').unwrap_or((text.trim(), "01"));
    let is_month = month.len() == 2 && month.bytes().all(|byte| byte.is_ascii_digit());
    let month = month.parse().ok().filter(|month| is_month && (1..=12).contains(month))?;
    Some(Month { year: year_of_key(year)?, month })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_they_are_written_in_sweden() {
        let month = |text| month_of(text).map(|month| (month.year, month.month));
        assert_eq!(
            [month("2027-07"), month("2027"), month(" 2027-12 ")],
            [Some((2027, 7)), Some((2027, 1)), Some((2027, 12))]
        );
        for wrong in ["2027-13", "2027-00", "2027-7", "27-07", "2027-07-01", "juli 2027", ""] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }
}
