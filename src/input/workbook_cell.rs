//! The text of a cell of a workbook, as a person would type it into a CSV file.

use calamine::{DataRef, ExcelDateTime, XlsxFormulaMetadata};

/// The day after the last one that a workbook knows, 9999-12-31, by either count of days.
const DAYS: f64 = 2_958_466.0;

/// The stored value of a cell. A formula that was never computed stands as itself, so that whoever reads the cell
/// can say why there is no figure.
pub(super) fn text(value: DataRef<'_>, formula: Option<&XlsxFormulaMetadata>) -> String {
    match value {
        DataRef::Empty => formula.map_or_else(String::new, formula_text),
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(value) => number(value),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Bool(value) => if value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(date) => date_text(&date),
        DataRef::Error(error) => error.to_string(),
    }
}

/// The stored number of a cell that shows percent, as it is shown but with all its digits: 0.5 is "50 %".
pub(super) fn percent(value: &DataRef<'_>) -> Option<String> {
    let stored = match value {
        DataRef::Int(whole) => whole.to_string().parse().expect("digits"),
        DataRef::Float(value) => *value,
        _ => return None,
    };
    Some(number(stored * 100.0) + " %")
}

/// Whether a number format multiplies by a hundred: one with a percent sign that is not a literal.
pub(super) fn is_percent_format(code: &str) -> bool {
    let (mut is_quoted, mut is_bracketed) = (false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            // The next letter is a literal, or as wide as one.
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            // The first part is for what is above zero.
            ';' => return false,
            '%' if !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

fn formula_text(formula: &XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            format!("={formula}")
        }
        // Its text stands in another cell.
        _ => "=…".to_owned(),
    }
}

/// A number with at most 15 significant digits, which is what spreadsheets keep and show: the sum of 0.1 and 0.2 is
/// 0.3. Never with an exponent, and without zeros that say nothing.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    let scientific = format!("{:.14e}", value.abs());
    let (digits, exponent) = scientific.split_once('e').expect("written with an exponent");
    let digits = digits.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let mut text = String::new();
    if value < 0.0 {
        text.push('-');
    }
    // The digits stand after the first `point` ones.
    match exponent.parse::<isize>().expect("an exponent") + 1 {
        _ if digits.is_empty() => text.push('0'),
        point if point <= 0 => {
            text += "0.";
            text.extend(std::iter::repeat_n('0', point.unsigned_abs()));
            text += digits;
        }
        point if point.unsigned_abs() >= digits.len() => {
            text += digits;
            text.extend(std::iter::repeat_n('0', point.unsigned_abs() - digits.len()));
        }
        point => {
            let (whole, fraction) = digits.split_at(point.unsigned_abs());
            text = text + whole + "." + fraction;
        }
    }
    text
}

/// A day as 2023-12-31, with the time of day where it is not midnight. What is no date, though its cell is made up
/// as one, is written as the number that it is; so are durations.
fn date_text(date: &ExcelDateTime) -> String {
    let value = date.as_f64();
    if date.is_duration() || !(0.0..DAYS).contains(&value) {
        return number(value);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let [day, time] =
        [format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}")];
    match (value < 1.0, (hour, minute, second) == (0, 0, 0)) {
        // Times of day have no day.
        (true, _) => time,
        (false, true) => day,
        (false, false) => format!("{day} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn a_number_has_at_most_fifteen_digits_and_no_exponent() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (94_606.0, "94606"),
            (0.0, "0"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.0 / 3.0, "0.666666666666667"),
            (9_007_199_254_740_993.0, "9007199254740990"),
            (999_999_999_999_999.9, "1000000000000000"),
            (123_456.789, "123456.789"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (4512.5, "4512.5"),
            (100.0, "100"),
            (f64::NAN, "#NUM!"),
            (f64::NEG_INFINITY, "#NUM!"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(number(f64::MAX).len(), 309);
        let smallest = number(5e-324);
        assert!(smallest.starts_with("0.000") && smallest.ends_with("494065645841247"), "{smallest}");
    }

    /// 0.07 · 100 is 7.000000000000001 in binary.
    #[test]
    fn a_cell_in_percent_is_shown_so() {
        for (code, expected) in [
            ("0%", true),
            ("0.00 %", true),
            ("#,##0.0\\ %", true),
            ("General", false),
            ("0\"%\"", false),
            ("0\\%", false),
            ("0;-0%", false),
        ] {
            assert_eq!(is_percent_format(code), expected, "{code}");
        }
        for (stored, shown) in
            [(0.5, "50 %"), (0.07, "7 %"), (1.0, "100 %"), (1.0 / 9.0, "11.1111111111111 %")]
        {
            assert_eq!(percent(&DataRef::Float(stored)).as_deref(), Some(shown));
        }
        assert_eq!(percent(&DataRef::SharedString("0.5")), None);
    }

    #[test]
    fn a_number_is_read_back_as_the_same_fifteen_digits() {
        let mut bits: u64 = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..2_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(bits);
            if value.is_finite() {
                let back: f64 = number(value).parse().expect("a number");
                assert_eq!(format!("{back:.14e}"), format!("{value:.14e}"));
            }
        }
    }

    #[test]
    fn a_day_is_written_as_in_iso_8601() {
        let text = |value, kind, is_1904| date_text(&ExcelDateTime::new(value, kind, is_1904));
        assert_eq!(text(45_291.0, DateTime, false), "2023-12-31");
        assert_eq!(text(43_829.0, DateTime, true), "2023-12-31");
        assert_eq!(text(45_291.5, DateTime, false), "2023-12-31 12:00:00");
        assert_eq!(text(0.25, DateTime, false), "06:00:00");
        assert_eq!(text(-1.0, DateTime, false), "-1");
        assert_eq!(text(1e300, DateTime, false).len(), 301);
        assert_eq!(text(f64::NAN, DateTime, false), "#NUM!");
        assert_eq!(text(1.5, TimeDelta, false), "1.5");
    }
}
