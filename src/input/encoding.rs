//! From bytes to text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::workbook_package::LOCAL_HEADER;

/// Text, and whether its encoding had to be guessed.
#[derive(Debug)]
pub struct Decoded {
    /// The text without byte order mark.
    pub text: String,
    /// Whether the bytes were no UTF-8 and were read as Windows-1252.
    pub guessed: bool,
}

/// Why bytes are no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotText {
    /// They are a zip file, as Excel workbooks are.
    #[error("a workbook")]
    Workbook,
    /// They hold NUL bytes.
    #[error("a binary file")]
    Binary,
    /// They begin with a byte order mark and do not keep to it.
    #[error("text that does not keep to its encoding")]
    Broken,
}

/// Decodes a file.
///
/// # Errors
/// If the bytes are those of a workbook or otherwise no text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    if bytes.starts_with(LOCAL_HEADER) {
        return Err(NotText::Workbook);
    }
    let decoded = match Encoding::for_bom(&bytes) {
        // Decoding takes the mark away. The mark promises what follows, so a fault in it is no guess.
        Some((encoding, _)) => match encoding.decode(&bytes) {
            (_, _, true) => return Err(NotText::Broken),
            (text, ..) => Decoded { text: text.into_owned(), guessed: false },
        },
        None => match String::from_utf8(bytes) {
            Ok(text) => Decoded { text, guessed: false },
            Err(error) => {
                let text = WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned();
                Decoded { text, guessed: true }
            }
        },
    };
    if memchr::memchr(0, decoded.text.as_bytes()).is_some() { Err(NotText::Binary) } else { Ok(decoded) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_encodings_of_real_files_are_read() {
        for (bytes, guessed) in [
            ("Åmål".as_bytes().to_vec(), false),
            ("\u{feff}Åmål".as_bytes().to_vec(), false),
            (b"\xc5m\xe5l".to_vec(), true),
            (b"\xff\xfe\xc5\0m\0\xe5\0l\0".to_vec(), false),
        ] {
            let decoded = decode(bytes).expect("text");
            assert_eq!((decoded.text.as_str(), decoded.guessed), ("Åmål", guessed));
        }
    }

    #[test]
    fn a_workbook_is_distinguished_from_other_binaries() {
        assert_eq!(decode(b"PK\x03\x04rest".to_vec()).expect_err("no text"), NotText::Workbook);
        assert_eq!(decode(b"\xef\xbb\xbfV\xe4st".to_vec()).expect_err("no text"), NotText::Broken);
        assert_eq!(decode(b"a\0b".to_vec()).expect_err("no text"), NotText::Binary);
    }
}
