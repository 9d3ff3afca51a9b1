//! A table of insatser that was imported, and the summary of what was read.

use std::path::Path;

use super::columns::Columns;
use super::document::{Cell, Column, Document, List, Table};
use super::words::import_insatser::{self as sentence, words};
use crate::analysis::ratio::share;
use crate::input::insatser_table::{InsatserTable, SheetRead, TableInsats};
use crate::text::label::labels;
use crate::text::language::Language;

/// The table as a baseline names it, with empty columns for what the files do not say. Its headings are those that are
/// read.
#[must_use]
pub fn table(imported: &InsatserTable) -> Table {
    let text = |stated: &Option<(String, _)>| Cell::or_empty(stated.as_ref().map(|(text, _)| text.clone()));
    let columns = Columns::new()
        .text("insats", |one: &&TableInsats| one.name.clone())
        .text("forbund", move |one| text(&one.forbund))
        .text("ort", move |one| text(&one.ort))
        .text("malgrupp", move |one| text(&one.malgrupp))
        .figures("kostnad", |one| Cell::or_empty(one.kostnad.map(|cost| Cell::Amount(Some(cost)))))
        .figures("platser", |one| persons(one.platser))
        .figures("deltagare", |one| persons(one.deltagare))
        .figures("avslutade", |one| persons(one.avslutade))
        .each(&imported.kinds, |columns, kind| {
            columns.with(Column::figures(kind), move |one| persons(of_kind(one, kind)))
        })
        .text("source", |one| match &one.source {
            Some((source, _)) => source.clone(),
            None => file_name(&one.place.source.path),
        });
    let rows = columns.rows(&imported.insatser);
    columns.table("", rows, None)
}

/// The name of a file without its folder: where it lies on a machine says nothing to others.
fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn persons(known: Option<u64>) -> Cell {
    Cell::or_empty(known.map(count))
}

fn count(persons: u64) -> Cell {
    Cell::Count(i64::try_from(persons).expect("persons of files of limited size"))
}

fn of_kind(insats: &TableInsats, kind: &str) -> Option<u64> {
    insats.resultat.iter().find(|(known, _)| known == kind).map(|(_, persons)| *persons)
}

/// The summary; `written` is nothing if the table went to the screen.
#[must_use]
pub fn document(imported: &InsatserTable, written: Option<&str>, language: Language) -> Document {
    let words = words(language);
    let mut notes = vec![words.weights.to_owned()];
    if imported.off.is_some() {
        let note = if imported.is_of_ended { words.percent_of_ended } else { words.percent_of_all };
        notes.push(note.to_owned());
    }
    if imported.totals > 0 {
        notes.push(sentence::totals(language, imported.totals));
    }
    if imported.notes > 0 {
        notes.push(sentence::notes(language, imported.notes));
    }
    if !imported.left_out.is_empty() {
        notes.push(sentence::left_out(language, &imported.left_out));
    }
    let lacking = |is_lacking: fn(&TableInsats) -> bool| imported.insatser.iter().any(is_lacking);
    let mut columns = Vec::new();
    if lacking(|insats| insats.forbund.is_none()) {
        columns.push("forbund");
    }
    if lacking(|insats| insats.kostnad.is_none()) {
        columns.push("kostnad");
    }
    if !columns.is_empty() {
        notes.push(sentence::fill_in(language, &columns));
    }
    notes.extend(written.map(|written| sentence::next(language, written)));
    let resultat = (!imported.kinds.is_empty()).then(|| resultat(imported, language));
    Document {
        title: words.title.to_owned(),
        lead: vec![sentence::lead(written, imported.insatser.len())],
        tables: [files(imported, language), insatser(imported, language)]
            .into_iter()
            .chain(resultat)
            .collect(),
        lists: vec![List { title: labels(language).remarks.to_owned(), items: notes }],
        more: None,
    }
}

fn files(imported: &InsatserTable, language: Language) -> Table {
    let labels = labels(language);
    let columns = Columns::new()
        .text(labels.file, |sheet: &&SheetRead| sheet.name.clone())
        .figures(labels.rows, |sheet| sheet.rows);
    let rows = columns.rows(&imported.sheets);
    columns.table(labels.caption_files, rows, None)
}

fn insatser(imported: &InsatserTable, language: Language) -> Table {
    let (labels, words) = (labels(language), words(language));
    let columns = Columns::new()
        .text(words.insats, |one: &&TableInsats| one.name.clone())
        .text(labels.forbund, |one| Cell::or_empty(one.forbund.as_ref().map(|(name, _)| name.clone())))
        .figures(words.rows, |one| one.rows)
        .figures(words.deltagare, |one| persons(one.deltagare))
        .figures(words.avslutade, |one| persons(one.avslutade));
    let rows = columns.rows(&imported.insatser);
    columns.table(words.insatser, rows, None)
}

/// A result in all insatser together.
struct Together<'run> {
    kind: &'run str,
    persons: u64,
    /// The participants in those that have it, and those of them who ended; unknown if one of them does not say.
    deltagare: Option<u64>,
    avslutade: Option<u64>,
}

fn resultat(imported: &InsatserTable, language: Language) -> Table {
    let words = words(language);
    let of = |one: &Together<'_>, whole: Option<u64>| {
        let number = |persons: u64| i64::try_from(persons).expect("persons of files of limited size");
        Cell::from(whole.and_then(|whole| share(number(one.persons), number(whole))))
    };
    let columns = Columns::new()
        .text(words.resultat, |one: &Together<'_>| one.kind.to_owned())
        .figures(words.personer, |one| count(one.persons))
        .figures(words.of_all, move |one| of(one, one.deltagare))
        .figures(words.of_ended, move |one| of(one, one.avslutade));
    let together = imported.kinds.iter().map(|kind| {
        let with_it = || imported.insatser.iter().filter(|one| of_kind(one, kind).is_some());
        Together {
            kind,
            persons: with_it().filter_map(|one| of_kind(one, kind)).sum(),
            deltagare: with_it().map(|one| one.deltagare).sum(),
            avslutade: with_it().map(|one| one.avslutade).sum(),
        }
    });
    let rows = columns.rows(together);
    columns.table(words.results, rows, None)
}
