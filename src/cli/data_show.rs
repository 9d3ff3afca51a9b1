//! `finsam data show`: the kommuner of a baseline, a län or a table with their figures.
//!
//! A baseline says which förbund there are; a table says so in its column `forbund`, if it has one.

use std::collections::HashMap;
use std::path::PathBuf;

use super::data_page;
use super::ending::Ending;
use super::settings::{Format, ShowSettings};
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, Source};
use crate::input::baseline;
use crate::input::files::{Files, Location};
use crate::input::lan;
use crate::input::lookup::{self, BASELINE, OWN_TABLE};
use crate::input::names::{nearest, plain_heading};
use crate::input::table_file::{self, StandaloneTable};
use crate::model::kommun::Kommunkod;
use crate::report::document::Document;
use crate::report::kommun_figures::{self, Entry, Order, Shown};

/// A förbund and its kommuner.
struct Group {
    name: String,
    members: Vec<Kommunkod>,
}

/// Where the figures come from.
struct Subject {
    title: String,
    table: StandaloneTable,
    groups: Vec<Group>,
    /// Whether kommuner outside every förbund are shown too.
    with_others: bool,
}

/// Answers.
///
/// # Errors
/// All that is wrong with the files, or with what was asked for.
pub(super) fn run(settings: &ShowSettings) -> anyhow::Result<Ending> {
    let files = Files::on_disk();
    data_page::answer(&files, &settings.page, |files, warnings| document(files, settings, warnings))?;
    Ok(Ending::Done)
}

fn document(
    files: &Files,
    settings: &ShowSettings,
    warnings: &mut Diagnostics,
) -> Result<Document, Diagnostics> {
    let location = subject_location(files, settings)?;
    let subject = if lookup::is_document(&location) {
        of_baseline(files, &location, settings.year, warnings)?
    } else {
        of_table(files, &location, settings.year, warnings)?
    };
    let mut shown = shown(&subject, settings)?;
    if let Some(written) = &settings.sort {
        let (order, descending) = wanted_order(&shown, written)?;
        shown.sort(order, descending);
    }
    let language = settings.page.language;
    Ok(if data_page::for_programs(&settings.page) {
        // JSON has the sources in a list of their own.
        let with_sources = settings.page.format == Format::Csv;
        kommun_figures::document_for_programs(&shown, with_sources, language)
    } else {
        kommun_figures::document(&shown, settings.sort.is_some(), language)
    })
}

/// The file given; else the table given; else, unless a län was asked for, the baseline of this folder; else its
/// kommun table; else the built-in one.
fn subject_location(files: &Files, settings: &ShowSettings) -> Result<Location, Diagnostics> {
    if let Some(file) = &settings.file {
        return lookup::baseline_or_table(files, file)
            .map_err(|problem| Diagnostic::without_place(problem).into());
    }
    let [baseline, table] = [BASELINE, OWN_TABLE].map(|name| Location::Disk(PathBuf::from(name)));
    if settings.table.is_none() && settings.lan.is_none() && files.is_file(&baseline) {
        return Ok(baseline);
    }
    if settings.table.is_none() && files.is_file(&table) {
        return Ok(table);
    }
    data_page::table(files, settings.table.as_deref())
}

fn of_baseline(
    files: &Files,
    location: &Location,
    year: Option<i64>,
    warnings: &mut Diagnostics,
) -> Result<Subject, Diagnostics> {
    let loaded = baseline::load(files, location, None, warnings)?;
    let baseline = loaded.model.baseline();
    let code = |member: &_| baseline.kommuner.get(*member).kommunkod;
    let group = |forbund: &crate::model::baseline::Forbund| Group {
        name: forbund.name.clone(),
        members: forbund.members.iter().map(code).collect(),
    };
    let groups = baseline.forbund.iter().map(group).collect();
    // What the table warns of was reported already.
    let year = year.or(loaded.year);
    let table = table_file::load(files, &loaded.table_location, year, &mut Diagnostics::default())?;
    Ok(Subject { title: baseline.name.clone(), table, groups, with_others: false })
}

fn of_table(
    files: &Files,
    location: &Location,
    year: Option<i64>,
    warnings: &mut Diagnostics,
) -> Result<Subject, Diagnostics> {
    let table = table_file::load(files, location, year, warnings)?;
    let groups = groups(&table);
    Ok(Subject { title: location.display(), table, groups, with_others: true })
}

/// Today's förbund as a table names them.
fn groups(table: &StandaloneTable) -> Vec<Group> {
    let code = |member: &_| table.table.kommuner.get(*member).kommunkod;
    let groups = table
        .forbund()
        .0
        .into_iter()
        .map(|forbund| Group { members: forbund.members.iter().map(code).collect(), name: forbund.name });
    groups.collect()
}

/// The kommuner that were asked for, by förbund and kommunkod.
fn shown<'table>(subject: &'table Subject, settings: &ShowSettings) -> Result<Shown<'table>, Diagnostics> {
    let kommuner = &subject.table.table.kommuner;
    let lan = settings.lan.as_deref().map(wanted_lan).transpose()?;
    let is_wanted = |kommunkod: Kommunkod| lan.is_none_or(|lan| kommunkod.lan() == lan);
    let places = subject.groups.iter().enumerate();
    let places = places.flat_map(|(place, group)| group.members.iter().map(move |&member| (member, place)));
    let places: HashMap<Kommunkod, usize> = places.collect();
    let forbund = |kommunkod: Kommunkod| places.get(&kommunkod).copied();
    let all = kommuner
        .iter()
        .map(|(id, kommun)| (kommun.kommunkod, Entry { kommun: id, forbund: forbund(kommun.kommunkod) }));
    let mut entries: Vec<Entry> = all
        .filter(|(kommunkod, entry)| {
            is_wanted(*kommunkod) && (subject.with_others || entry.forbund.is_some())
        })
        .map(|(_, entry)| entry)
        .collect();
    // Those of no förbund last; within one they stay in order of kommunkod.
    entries.sort_by_key(|entry| entry.forbund.unwrap_or(usize::MAX));
    if let (true, Some(lan), Some(written)) = (entries.is_empty(), lan, &settings.lan) {
        let problem = CommandProblem::LanWithoutKommuner { lan: lan::lan_name(lan) };
        return Err(Diagnostic::at(problem, &Source::typed("--lan", written), 0..written.len()).into());
    }
    let partly = subject.groups.iter().filter(|group| {
        let wanted = group.members.iter().filter(|&&member| is_wanted(member)).count();
        wanted > 0 && wanted < group.members.len()
    });
    Ok(Shown {
        title: lan.filter(|_| subject.with_others).map_or_else(|| subject.title.clone(), lan::lan_name),
        kommuner,
        figures: &subject.table.table.figures,
        further: &subject.table.further,
        year: subject.table.table.year,
        table: subject.table.location.display(),
        sources: &subject.table.sources,
        forbund: subject.groups.iter().map(|group| group.name.clone()).collect(),
        partly: partly.map(|group| group.name.clone()).collect(),
        entries,
    })
}

/// The name of a column, behind a minus sign if descending.
fn wanted_order(shown: &Shown<'_>, written: &str) -> Result<(Order, bool), Diagnostics> {
    let (descending, wanted) = match written.trim().strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, written),
    };
    let orders = shown.orders();
    if let Some((_, order)) = orders.iter().find(|(name, _)| plain_heading(name) == plain_heading(wanted)) {
        return Ok((*order, descending));
    }
    let existing: Vec<String> = orders.into_iter().map(|(name, _)| name).collect();
    let nearest = nearest(wanted, existing.iter().map(String::as_str));
    let problem = CommandProblem::UnknownColumn { column: wanted.trim().to_owned(), nearest, existing };
    Err(Diagnostic::at(problem, &Source::typed("--sort", written), 0..written.len()).into())
}

fn wanted_lan(written: &str) -> Result<u16, Diagnostics> {
    lan::find(written).ok_or_else(|| {
        let nearest = lan::near(written);
        let problem = CommandProblem::UnknownLan { lan: written.to_owned(), nearest };
        Diagnostic::at(problem, &Source::typed("--lan", written), 0..written.len()).into()
    })
}
