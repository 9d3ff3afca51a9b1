//! A list of kommuner and the förbund that each is to be in, as people keep it in a spreadsheet.
//!
//! Two columns are needed: the kommun, by name or code, and its förbund. A kommun that is not listed is to be in no
//! förbund.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::baseline::LoadedBaseline;
use super::document::At;
use super::files::{Files, LARGEST_TABLE, Location};
use super::grid::Grid;
use super::grouping_columns::GroupingColumns;
use super::import::file_grids;
use super::import::register::{Register, ResolvedPlace};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::lookup::{self, Named};
use super::names::{NameError, Names};
use crate::diagnostic::{
    BaselineProblem, Diagnostic, Diagnostics, FileProblem, GroupingProblem, Problem, ScenarioProblem, Source,
};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::name::{LONGEST, canonical, folded, is_too_long};
use crate::model::row_id::RowId;

/// Förbund whose names are compared with each other.
const MOST_COMPARED: usize = 300;

/// The förbund that are wanted.
#[derive(Debug)]
pub struct GroupingTable {
    /// The text of the table.
    pub source: Arc<Source>,
    /// In the order of the table. None is empty.
    pub forbund: Vec<ListedForbund>,
    /// Kommuner of today's förbund that are not listed, and so are to be in none.
    pub left_out: Vec<At<KommunId>>,
}

/// A förbund that is wanted.
#[derive(Debug)]
pub struct ListedForbund {
    /// Its name, where it stands first; that of today's förbund if it is one.
    pub name: At<String>,
    /// Today's förbund of that name.
    pub today: Option<RowId>,
    /// Its kommuner.
    pub members: Vec<At<KommunId>>,
}

/// Reads a table for a baseline; `None` where something was wrong and went to `diagnostics`.
#[must_use]
pub fn read(
    files: &Files,
    location: &Location,
    baseline: &LoadedBaseline,
    diagnostics: &mut Diagnostics,
) -> Option<GroupingTable> {
    let grids = grids(files, location, diagnostics)?;
    let (grid, columns) = GroupingColumns::find(&grids, &location.display(), diagnostics)?;
    let kommuner = &baseline.model.baseline().kommuner;
    let mut register = Register::empty();
    for (_, kommun) in kommuner.iter() {
        register.add(kommun.kommunkod, &kommun.name, "");
    }
    let today = baseline.model.before().forbund().map(|row| (row.name.clone(), row.id));
    let mut reader = Reader {
        grid,
        columns: &columns,
        baseline,
        register,
        today: Names::new(today),
        forbund: Vec::new(),
        numbers: HashMap::new(),
        listed: BTreeMap::new(),
        found: Diagnostics::default(),
    };
    for row in columns.header + 1..grid.len() {
        reader.row(row);
    }
    let mut left_out = Vec::new();
    if !reader.found.has_errors() {
        left_out = reader.left_out();
        reader.warn_of_near_names();
    }
    let Reader { forbund, found, .. } = reader;
    let is_wrong = found.has_errors();
    diagnostics.append(found);
    (!is_wrong).then(|| GroupingTable { source: grid.source.clone(), forbund, left_out })
}

/// The sheets of a workbook, or the one of a text.
fn grids(files: &Files, location: &Location, diagnostics: &mut Diagnostics) -> Option<Vec<Grid>> {
    let bytes = files.read(location, LARGEST_TABLE);
    let bytes = bytes.map_err(|problem| Diagnostic::without_place(given(files, problem)).into());
    let read = bytes.and_then(|bytes| file_grids::read(bytes, &location.display(), diagnostics));
    read.map(|read| read.grids).map_err(|found| diagnostics.append(found)).ok()
}

fn given(files: &Files, problem: FileProblem) -> FileProblem {
    lookup::given(files, problem, Named::Table.endings())
}

/// What names of förbund are told apart by.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Today(usize),
    New(String),
}

struct Reader<'read> {
    grid: &'read Grid,
    columns: &'read GroupingColumns,
    baseline: &'read LoadedBaseline,
    register: Register,
    /// Today's förbund.
    today: Names<RowId>,
    forbund: Vec<ListedForbund>,
    numbers: HashMap<Key, usize>,
    /// Where each kommun stands, and in which förbund.
    listed: BTreeMap<KommunId, (Range<usize>, usize)>,
    found: Diagnostics,
}

impl Reader<'_> {
    fn report<Of: Into<Problem>>(&mut self, span: Range<usize>, problem: impl FnOnce() -> Of) {
        let source = &self.grid.source;
        self.found.push_error(|| Diagnostic::at(problem(), source, span));
    }

    fn row(&mut self, row: usize) {
        let text = |column: Option<usize>| column.map_or("", |column| self.grid.text(row, column));
        let (code, name) = (text(self.columns.kommunkod), text(self.columns.kommun));
        let forbund = self.grid.text(row, self.columns.forbund);
        let is_named = !code.is_empty() || !name.is_empty();
        if !is_named && (forbund.is_empty() || self.columns.is_sum(self.grid, row)) {
            return;
        }
        let kommun = self.kommun(row);
        let forbund = self.name_of_forbund(row).and_then(|name| self.forbund(&name));
        let (Some(kommun), Some(forbund)) = (kommun, forbund) else { return };
        match self.listed.get(&kommun.value).cloned() {
            None => {
                self.listed.insert(kommun.value, (kommun.span.clone(), forbund));
                self.forbund[forbund].members.push(kommun);
            }
            Some(first) => self.refuse_again(&kommun, forbund, first),
        }
    }

    /// The kommun of a row, by its code, its name or both.
    fn kommun(&mut self, row: usize) -> Option<At<KommunId>> {
        let cells = [self.columns.kommunkod, self.columns.kommun].into_iter().flatten();
        let filled: Vec<usize> = cells.filter(|column| !self.grid.text(row, *column).is_empty()).collect();
        let found: Vec<At<KommunId>> =
            filled.into_iter().map(|column| self.kommun_in(row, column)).collect::<Option<_>>()?;
        if let [code, name] = found.as_slice()
            && code.value != name.value
        {
            let called = |one: &At<KommunId>| self.kommuner().get(one.value).name.clone();
            let (of_code, of_name) = (called(code), called(name));
            self.report(name.span.clone(), || GroupingProblem::CodeAndNameDiffer { of_code, of_name });
            return None;
        }
        if found.is_empty() {
            let column = self.columns.kommun.or(self.columns.kommunkod).expect("a column of kommuner");
            self.report(self.grid.span(row, column), || GroupingProblem::KommunEmpty);
        }
        found.into_iter().next()
    }

    /// The kommun that a cell names, as scenarios do or as other tables do.
    fn kommun_in(&mut self, row: usize, column: usize) -> Option<At<KommunId>> {
        let (grid, known) = (self.grid, &self.baseline.kommun_names);
        let kommuner = &self.baseline.model.baseline().kommuner;
        let (text, span) = (grid.text(row, column), grid.span(row, column));
        if let Ok(value) = find_kommun(text, kommuner, known) {
            return Some(At { value, span });
        }
        match self.register.resolve(text) {
            ResolvedPlace::Kommun { kommunkod, .. } => {
                return self.kommuner().with_code(kommunkod).map(|value| At { value, span });
            }
            ResolvedPlace::Differ { of_code, of_name } => {
                self.report(span, || GroupingProblem::CodeAndNameDiffer { of_code, of_name });
            }
            ResolvedPlace::Aggregate | ResolvedPlace::Unknown | ResolvedPlace::Nothing => {
                self.report(span, || unfound_kommun(text, kommuner, known));
            }
        }
        None
    }

    fn kommuner(&self) -> &Kommuner {
        &self.baseline.model.baseline().kommuner
    }

    /// What stands in a row as the name of the förbund.
    fn name_of_forbund(&mut self, row: usize) -> Option<At<String>> {
        let column = self.columns.forbund;
        let (value, span) = (self.grid.text(row, column), self.grid.span(row, column));
        // A dash is as empty as nothing.
        if !value.contains(char::is_alphanumeric) {
            self.report(span, || GroupingProblem::ForbundEmpty);
            return None;
        }
        if is_too_long(value) {
            self.report(span, || FileProblem::NameTooLong { most: LONGEST });
            return None;
        }
        Some(At { value: value.to_owned(), span })
    }

    /// The position of the förbund of this name.
    fn forbund(&mut self, written: &At<String>) -> Option<usize> {
        let today = self.today.find(&written.value).ok();
        let key = today.map_or_else(|| Key::New(canonical(&written.value)), |id| Key::Today(id.index()));
        if today.is_none()
            && !self.numbers.contains_key(&key)
            && let NameError::Ambiguous(candidates) = self.today.explain(&written.value)
        {
            let name = written.value.clone();
            self.report(written.span.clone(), || ScenarioProblem::AmbiguousForbund { name, candidates });
            return None;
        }
        let number = *self.numbers.entry(key).or_insert(self.forbund.len());
        if number == self.forbund.len() {
            let name = written.clone().map(|name| today.map_or(name, |id| self.today.name_of(id)));
            self.forbund.push(ListedForbund { name, today, members: Vec::new() });
        }
        Some(number)
    }

    /// Refuses a kommun that is listed before.
    fn refuse_again(&mut self, again: &At<KommunId>, forbund: usize, (first, other): (Range<usize>, usize)) {
        let kommun = self.kommuner().get(again.value).name.clone();
        let problem = if forbund == other {
            BaselineProblem::KommunTwice { kommun }
        } else {
            let forbund = self.forbund[other].name.value.clone();
            BaselineProblem::KommunInTwoForbund { kommun, forbund }
        };
        let source = &self.grid.source;
        self.found.push_error(|| Diagnostic::at(problem, source, again.span.clone()).and(source, first));
    }

    /// The kommuner of today's förbund that are in none; a list can lack one by mistake.
    fn left_out(&mut self) -> Vec<At<KommunId>> {
        let kommuner = &self.baseline.model.baseline().kommuner;
        let heading = self.grid.span(self.columns.header, self.columns.forbund);
        let mut all = Vec::new();
        for row in self.baseline.model.before().forbund() {
            let left_out = row.members.iter().filter(|kommun| !self.listed.contains_key(kommun));
            let left_out: Vec<KommunId> = left_out.copied().collect();
            if !left_out.is_empty() {
                let names = left_out.iter().map(|kommun| kommuner.get(*kommun).name.clone());
                let problem =
                    GroupingProblem::MembersMissing { kommuner: names.collect(), forbund: row.name.clone() };
                self.found.push_warning(|| Diagnostic::at(problem, &self.grid.source, heading.clone()));
            }
            all.extend(left_out.into_iter().map(|value| At { value, span: heading.clone() }));
        }
        all
    }

    /// Warns of a new förbund whose name is hardly another one than that of today's, or of one above it.
    fn warn_of_near_names(&mut self) {
        let today = self.baseline.model.before().forbund().map(|row| row.name.as_str());
        let mut known: Vec<&str> = today.collect();
        let mut near: Vec<(&ListedForbund, String)> = Vec::new();
        // Each is compared with all others, and the country has fewer.
        if self.forbund.len() > MOST_COMPARED {
            return;
        }
        for forbund in &self.forbund {
            if forbund.today.is_some() {
                continue;
            }
            let name = forbund.name.value.as_str();
            near.extend(
                known
                    .iter()
                    .find(|known| is_misspelt(name, known))
                    .map(|known| (forbund, (*known).to_owned())),
            );
            known.push(name);
        }
        let source = &self.grid.source;
        for (forbund, nearest) in near {
            let name = forbund.name.value.clone();
            self.found.push_warning(|| {
                Diagnostic::at(
                    GroupingProblem::NewForbundNear { name, nearest },
                    source,
                    forbund.name.span.clone(),
                )
            });
        }
    }
}

/// Whether a name looks like another one with a slip: a letter of a long word, or two of a very long one. What numbers
/// things is no slip, as in "Förbund A" and "Förbund B", nor is a point of the compass, as in "Söder" and "Öster".
fn is_misspelt(name: &str, known: &str) -> bool {
    let (name, known) = (folded(name), folded(known));
    let words = || name.split(' ').zip(known.split(' '));
    let is_slip = |one: &str, other: &str| {
        let letters = one.chars().count().min(other.chars().count());
        let most = if letters < 8 { 1 } else { 2 };
        letters >= 5 && strsim::damerau_levenshtein(one, other) <= most
    };
    name.split(' ').count() == known.split(' ').count()
        && words().all(|(one, other)| one == other || is_slip(one, other))
}
