//! Values as they stand in a TOML file.

use toml_writer::{ToTomlValue, TomlStringBuilder};

/// A text in quotes, whatever it holds.
#[must_use]
pub fn text(text: &str) -> String {
    // A basic string stands on one line and takes every text, control characters as escapes.
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// A list of texts on one line.
#[must_use]
pub fn list<Text: AsRef<str>>(texts: impl IntoIterator<Item = Text>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|one| text(one.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// A whole number with a `_` between thousands.
#[must_use]
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// A key and its value on a line.
#[must_use]
pub fn pair(key: &str, value: &str) -> String {
    format!("{key} = {value}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_as_it_was() {
        for written in
            ["", "Åmål", "\"citat\"", "C:\\mapp", "rad\nrad\r\n", "\u{1b}[31m\0\u{7f}", "'''\"\"\"", "#"]
        {
            let document = format!("text = {}\n", text(written));
            assert_eq!(document.lines().count(), 1, "{document}");
            let read = ::toml::de::DeTable::parse(&document).expect("TOML");
            assert_eq!(read.get_ref()["text"].get_ref().as_str(), Some(written));
        }
    }

    #[test]
    fn numbers_are_readable() {
        assert_eq!(whole(339_000_000), "339_000_000");
        assert_eq!(whole(67), "67");
        assert_eq!(whole(-1_000), "-1_000");
    }
}
