//! What every XML part must be before anybody is handed it: well-formed, and of no other characters than XML allows.
//! A library that writes one may let through what it was given, and the program that opens the file refuses it whole.

use std::io::{self, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// Checks the parts of a file that is a package of them, as a workbook and a Word document are.
///
/// # Errors
/// If a part is no XML.
pub(super) fn check_package(file: &[u8]) -> io::Result<()> {
    let mut package = ZipArchive::new(Cursor::new(file)).map_err(io::Error::other)?;
    let mut text = String::new();
    for number in 0..package.len() {
        let mut part = package.by_index(number).map_err(io::Error::other)?;
        let name = part.name().map_err(io::Error::other)?;
        if name.ends_with(".xml") || name.ends_with(".rels") {
            text.clear();
            part.read_to_string(&mut text)?;
            check(&text)?;
        }
    }
    Ok(())
}

/// Checks a part.
///
/// # Errors
/// If it is no XML.
pub(super) fn check(part: &str) -> io::Result<()> {
    let refused = |what: &str| Err(io::Error::new(io::ErrorKind::InvalidData, what.to_owned()));
    if !part.chars().all(is_allowed) {
        return refused("a character that XML does not allow");
    }
    for (place, mark) in part.match_indices("&#") {
        let number = part[place + mark.len()..].split(';').next().unwrap_or_default();
        let number = match number.strip_prefix('x') {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        if !number.ok().and_then(char::from_u32).is_some_and(is_allowed) {
            return refused("a reference to a character that XML does not allow");
        }
    }
    let mut reader = Reader::from_str(part);
    let (mut open, mut roots) = (0_usize, 0_usize);
    loop {
        match reader.read_event().map_err(io::Error::other)? {
            Event::Start(start) => {
                start.attributes().try_for_each(|one| one.map(|_| ())).map_err(io::Error::other)?;
                roots += usize::from(open == 0);
                open += 1;
            }
            Event::Empty(start) => {
                start.attributes().try_for_each(|one| one.map(|_| ())).map_err(io::Error::other)?;
                roots += usize::from(open == 0);
            }
            Event::End(_) => open -= 1,
            Event::Eof if open == 0 && roots == 1 => return Ok(()),
            Event::Eof => return refused("not one element with all others in it"),
            _ => {}
        }
    }
}

/// What XML 1.0 calls a character.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_program_would_open_is_found() {
        for sound in ["<a/>", "<?xml version=\"1.0\"?>\n<a x='1 &#10;'>å&amp;&#x10FFFF;<b/></a>\n"] {
            assert!(check(sound).is_ok(), "{sound}");
        }
        for broken in [
            "", "a", "<a>", "<a></b>", "<a/><b/>", "<a x='1' x='2'/>", "<a x=1/>", "<a>\u{fffe}</a>",
            "<a x='\u{1}'/>", "<a>&#0;</a>", "<a>&#xFFFF;</a>", "<a>&#x;</a>",
        ] {
            assert!(check(broken).is_err(), "{broken:?}");
        }
    }
}
