//! Pages of the web that were saved instead of the table on them.

use crate::diagnostic::Site;

/// Characters at the beginning of a file among which a page says that it is one.
const BEGINNING: usize = 4_000;

/// The site that a page was saved from; `None` if the text is no page. Whatever begins with a tag is markup, and no
/// table has a heading like that.
pub(super) fn site(text: &str) -> Option<Site> {
    let beginning: String = text.chars().take(BEGINNING).collect::<String>().to_lowercase();
    let start = beginning.trim_start();
    let is_tag = |letter: char| letter.is_ascii_alphabetic() || letter == '!' || letter == '?';
    let is_markup = start.strip_prefix('<').is_some_and(|rest| rest.starts_with(is_tag));
    let has_tag = |tags: &[&str]| tags.iter().any(|tag| start.contains(tag));
    let is_page =
        is_markup && (!start.starts_with("<?xml") || has_tag(&["<html", "<!doctype html", "<head", "<body"]));
    // Browsers save a page with its pictures as a letter with enclosures.
    let is_archive = (start.starts_with("from: ") || start.starts_with("mime-version:"))
        && start.contains("multipart/related");
    match (is_page || is_archive, is_markup) {
        (true, _) => Some(site_named_in(text)),
        (false, true) => Some(Site::Xml),
        (false, false) => None,
    }
}

/// The site that an archive of Safari's was saved from: a list of properties, with the page as one of them.
pub(super) fn site_of_archive(bytes: &[u8]) -> Option<Site> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    let is_archive = beginning.starts_with("bplist") && beginning.contains("WebMainResource");
    is_archive.then(|| site_named_in(&String::from_utf8_lossy(bytes)))
}

/// The site whose words a page has. A browser shows an answer of Kolada's as a page, too.
fn site_named_in(text: &str) -> Site {
    let has = |words: &[&str]| words.iter().any(|words| text.contains(words));
    if has(&["kolada.se", "<title>Kolada", "\"kpi\""]) {
        Site::Kolada
    } else if has(&["scb.se", "Statistikdatabasen"]) {
        Site::Scb
    } else {
        Site::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_how_they_begin() {
        for (text, expected) in [
            ("<!DOCTYPE html>\n<html lang=\"sv\"><head><title>Kolada</title>", Some(Site::Kolada)),
            ("\n<html><body><a href=\"https://www.statistikdatabasen.scb.se/pxweb\">", Some(Site::Scb)),
            ("<HTML><table><tr><td>Habo</td></tr></table>", Some(Site::Other)),
            (
                "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.kolada.se/\nMIME-Version: 1.0\n\
                 Content-Type: multipart/related;",
                Some(Site::Kolada),
            ),
            ("<table><tr><td>Habo</td></tr></table>", Some(Site::Other)),
            ("<?xml version=\"1.0\"?>\n<Workbook>", Some(Site::Xml)),
            ("kommun;<html>\nHabo;1", None),
            ("<5;6", None),
            ("From: kommun;1", None),
        ] {
            assert_eq!(site(text), expected, "{text}");
        }
    }
}
