//! Pages of the web that were saved instead of the table on them.

use crate::diagnostic::Site;

/// Characters at the beginning of a file among which a page says that it is one.
const BEGINNING: usize = 4_000;

/// The site that a page was saved from; `None` if the text is no page.
pub(super) fn site(text: &str) -> Option<Site> {
    let beginning: String = text.chars().take(BEGINNING).collect::<String>().to_lowercase();
    let start = beginning.trim_start();
    let is_page = start.starts_with('<')
        && ["<html", "<!doctype html", "<head", "<body"].iter().any(|tag| start.contains(tag));
    // Browsers save a page with its pictures as a letter with enclosures.
    let is_archive = (start.starts_with("from: ") || start.starts_with("mime-version:"))
        && start.contains("multipart/related");
    if !is_page && !is_archive {
        return None;
    }
    let is_of = |site: &str| beginning.contains(site) || text.contains(site);
    Some(if is_of("kolada.se") || is_of("<title>Kolada") {
        Site::Kolada
    } else if is_of("scb.se") || is_of("Statistikdatabasen") {
        Site::Scb
    } else {
        Site::Other
    })
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
            ("kommun;<html>\nHabo;1", None),
            ("<5;6", None),
            ("From: kommun;1", None),
        ] {
            assert_eq!(site(text), expected, "{text}");
        }
    }
}
