//! From the files that publishers and spreadsheets give to one kommun table.
//!
//! ```text
//! file → grids (CSV, workbook, Kolada's JSON) → layout (where is what) → observations → table
//! ```
//!
//! Every figure keeps the cell it came from. Nothing is guessed in silence: what is left out is counted and named,
//! what contradicts itself is an error at its place.

mod ages;
mod assemble;
pub mod column_mapping;
mod completeness;
mod csv_text;
mod form;
mod heading;
mod kolada;
mod layout;
mod observation;
mod observe;
mod period;
mod register;
mod row_facts;
mod series;
pub mod table;
mod value;
mod web_page;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use column_mapping::{ColumnMapping, column_name};
use completeness::RequestedColumns;
use heading::plain;
use layout::{Layout, Others, Role};
use observation::Observed;
use observe::Observer;
use register::{Register, ResolvedPlace};
use table::{Column, FigureTable, Part};

pub use form::Form;

use super::builtin::BUILTIN_TABLE;
use super::csv_quotes::unclosed_quote;
use super::encoding::{self, NotText};
use super::files::{Files, LARGEST_TABLE, Location, sha256};
use super::grid::Grid;
use super::lan::lan_name;
use super::lookup;
use super::marks::Marks;
use super::names::nearest;
use super::separators::Separators;
use super::sources_file::{self, ColumnSource};
use super::text_file;
use super::workbook::{self, WorkbookError};
use super::workbook_package::{COMPOUND_FILE, EMPTY_ARCHIVE, LOCAL_HEADER};
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem, ImportProblem, Source, TableProblem};
use crate::model::kommun::Kommunkod;
use crate::model::name::canonical;

/// What a user says about the files, beside the files.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The form that every file has.
    pub form: Option<Form>,
    /// The only sheet to read of workbooks.
    pub sheet: Option<String>,
    /// Which series become which columns.
    pub columns: Vec<ColumnMapping>,
    /// The only year to take, and the year of figures that name none.
    pub year: Option<i64>,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct FileRead {
    /// Its path, to show.
    pub path: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What each of its sheets was taken for.
    pub sheets: Vec<SheetRead>,
    /// What a table of ours and its side file say of its columns.
    pub sources: Vec<ColumnSource>,
    /// Whether the table is another one than the one whose sources its side file has.
    pub table_changed: bool,
}

/// A sheet that was read, or the whole of a text file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRead {
    /// Its name, in a workbook.
    pub sheet: Option<String>,
    /// What it was taken for.
    pub form: Form,
    /// Rows below its header.
    pub rows: usize,
}

/// What an import gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The table.
    pub table: FigureTable,
    /// The files, in the order given.
    pub files: Vec<FileRead>,
    /// Rows of the country, counties, groups and averages that were dropped.
    pub aggregates: usize,
    /// Sums in tables of ours that were dropped.
    pub own_sums: usize,
    /// Values that Kolada has deleted.
    pub deleted: usize,
    /// Kommunkoder whose leading zero was put back.
    pub lost_zeros: usize,
    /// Cells without a figure.
    pub missing: usize,
    /// Series that no column was made of.
    pub left_out: Vec<String>,
    /// Columns of figures without a name: the file, and the letters that spreadsheets call them by.
    pub unnamed: Vec<(String, String)>,
}

/// Reads files into one kommun table. Warnings go to `diagnostics` too; `None` if there were errors.
#[must_use]
pub fn import(
    files: &Files,
    wanted: &[Location],
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Option<Imported> {
    let mut importer = Importer {
        files,
        options,
        register: Register::of_country(),
        observed: Observed::new(),
        grids: Vec::new(),
        shown: 0,
        read: Vec::new(),
        unread: 0,
        pages: [0; 2],
        diagnostics,
    };
    importer.refuse_odd_names();
    for location in wanted {
        importer.file(location);
    }
    importer.finish()
}

/// The table compiled into the program, to compare others with.
#[must_use]
pub fn known(files: &Files) -> FigureTable {
    let location = Location::Builtin(BUILTIN_TABLE.to_owned());
    let imported = import(files, &[location], &Options::default(), &mut Diagnostics::default());
    imported.expect("the built-in table can be imported").table
}

/// The first rows of a file, among which its headings stand.
const HEADER_ROWS: usize = 40;

/// How the names of files end that can be imported.
const ENDINGS: [&str; 5] = ["csv", "tsv", "txt", "xlsx", "json"];

struct Importer<'import> {
    files: &'import Files,
    options: &'import Options,
    register: Register,
    observed: Observed,
    grids: Vec<Arc<Grid>>,
    /// Grids that `data show` wrote.
    shown: usize,
    read: Vec<FileRead>,
    /// Files that could not be read.
    unread: usize,
    /// Pages of Kolada's that have one after them, and that have one before them.
    pages: [usize; 2],
    diagnostics: &'import mut Diagnostics,
}

impl Importer<'_> {
    fn report(&mut self, problem: impl Into<crate::diagnostic::Problem>) {
        self.diagnostics.push(Diagnostic::without_place(problem));
    }

    /// Names of columns must be such that every program can use them, and none of those that mean something else.
    fn refuse_odd_names(&mut self) {
        for mapping in &self.options.columns {
            if !mapping.has_usable_name() {
                let problem = ImportProblem::ColumnName {
                    name: mapping.name.clone(),
                    better: column_name(&mapping.name).filter(|_| !mapping.is_taken()),
                };
                self.diagnostics.push(Diagnostic::without_place(problem));
            }
        }
        for (position, mapping) in self.options.columns.iter().enumerate() {
            let same = |other: &&ColumnMapping| {
                plain(&other.heading) == plain(&mapping.heading) && other.name != mapping.name
            };
            if let Some(first) = self.options.columns[..position].iter().find(same) {
                let problem = ImportProblem::HeadingForTwoColumns {
                    heading: mapping.heading.clone(),
                    columns: vec![first.name.clone(), mapping.name.clone()],
                };
                self.diagnostics.push(Diagnostic::without_place(problem));
            }
        }
    }

    fn file(&mut self, location: &Location) {
        let path = location.display();
        if let Err(problem) = lookup::refuse_documents(self.files, location) {
            self.unread += 1;
            return self.report(problem);
        }
        let bytes = match self.files.read(location, LARGEST_TABLE) {
            Ok(bytes) => bytes,
            Err(problem) => {
                self.unread += 1;
                return self.report(lookup::given(self.files, problem, &ENDINGS));
            }
        };
        let sha256 = sha256(&bytes);
        let deleted = self.observed.deleted;
        let grids = self.grids_of(bytes, &path).and_then(|grids| self.wanted_sheets(grids, &path));
        let Some(grids) = grids else {
            self.unread += 1;
            return;
        };
        let file = self.read.len();
        self.read.push(FileRead {
            path: path.clone(),
            sha256,
            sheets: Vec::new(),
            sources: Vec::new(),
            table_changed: false,
        });
        let several = grids.len() > 1;
        let is_json = grids.iter().any(kolada::is_of);
        let others = grids.iter().filter_map(|grid| layout::others(grid, &self.register)).max();
        let is_empty = grids.iter().all(|grid| grid.len() < 2);
        let mut found = false;
        let mut marks = Marks::default();
        for grid in grids {
            found |= self.grid(grid, file, several, &mut marks);
        }
        if !found {
            self.report(match others {
                Some(Others::Lan) => ImportProblem::TablePerLan { path },
                Some(Others::Groups) => ImportProblem::TablePerGroup { path },
                None if is_json && is_empty && self.observed.deleted > deleted => {
                    ImportProblem::FiguresDeleted { path }
                }
                None if is_json && is_empty => ImportProblem::NoFigures { path },
                None => ImportProblem::NoKommuner { path },
            });
        }
        if self.read[file].sheets.iter().any(|sheet| sheet.form == Form::KommunTable) {
            // Figures that were derived stay derived wherever they are carried.
            let side_file = sources_file::read(self.files, location, self.diagnostics);
            self.read[file].sources = side_file.columns;
            self.read[file].table_changed = side_file.table_changed;
        }
        sources_file::add_marks(marks, &mut self.read[file].sources);
    }

    /// The grids of a file, whatever it is.
    fn grids_of(&mut self, bytes: Vec<u8>, path: &str) -> Option<Vec<Grid>> {
        if is_workbook(&bytes) {
            return match workbook::read(&bytes, path) {
                Ok(grids) => Some(grids),
                Err(error) => {
                    self.report(unreadable(error, path.to_owned()));
                    None
                }
            };
        }
        if let Some(site) = web_page::site_of_archive(&bytes) {
            self.report(ImportProblem::WebPage { path: path.to_owned(), site });
            return None;
        }
        let decoded = match encoding::decode(bytes) {
            Ok(decoded) => decoded,
            Err(NotText::Broken) => {
                self.report(FileProblem::EncodingBroken { path: path.to_owned() });
                return None;
            }
            Err(_) => {
                self.report(FileProblem::NotText { path: path.to_owned(), workbook: false });
                return None;
            }
        };
        if let Some(site) = web_page::site(&decoded.text) {
            self.report(ImportProblem::WebPage { path: path.to_owned(), site });
            return None;
        }
        if kolada::is_json(&decoded.text, path) {
            return match kolada::read(&decoded.text, path) {
                Ok(page) => {
                    self.pages[0] += usize::from(page.has_next);
                    self.pages[1] += usize::from(page.has_previous);
                    self.observed.deleted += page.deleted;
                    Some(vec![page.grid])
                }
                Err(problem) => {
                    self.report(problem);
                    None
                }
            };
        }
        let source = Arc::new(Source::new(path.to_owned(), decoded.text));
        if decoded.guessed {
            let span = text_file::first_word_beyond_ascii(&source.text);
            self.diagnostics.push(Diagnostic::at(FileProblem::EncodingGuessed, &source, span));
        }
        // A quote that is never closed takes the following rows into its cell: they would be lost silently.
        if let Some(quote) = unclosed_quote(&source.text) {
            self.diagnostics.push(Diagnostic::at(TableProblem::QuoteUnclosed, &source, quote));
            return None;
        }
        match csv_text::read(&source) {
            Ok(grid) => Some(vec![grid]),
            Err(refused) => {
                self.diagnostics.append(refused);
                None
            }
        }
    }

    /// The sheet that was asked for, of a workbook that has it; all where none was.
    fn wanted_sheets(&mut self, mut grids: Vec<Grid>, path: &str) -> Option<Vec<Grid>> {
        let Some(wanted) = &self.options.sheet else { return Some(grids) };
        let names: Vec<String> = grids.iter().filter_map(|grid| grid.sheet.clone()).collect();
        let is_workbook = grids.iter().any(|grid| grid.source.is_sheet && !kolada::is_of(grid));
        if !is_workbook {
            return Some(grids);
        }
        let is_wanted =
            |grid: &Grid| grid.sheet.as_deref().is_some_and(|name| canonical(name) == canonical(wanted));
        if grids.iter().any(is_wanted) {
            grids.retain(is_wanted);
            return Some(grids);
        }
        let nearest = nearest(wanted, names.iter().map(String::as_str));
        let problem = ImportProblem::SheetNotThere {
            path: path.to_owned(),
            sheet: wanted.clone(),
            sheets: names,
            nearest,
        };
        self.report(problem);
        None
    }

    /// Reads a grid; whether any kommuner stand in it. Of several sheets those without kommuner are passed over.
    fn grid(&mut self, grid: Grid, file: usize, several: bool, marks: &mut Marks) -> bool {
        self.add_own_kommuner(&grid);
        let Some(layout) = Layout::find(&grid, &self.register, &self.options.columns) else { return false };
        if several && layout.columns(|role| matches!(role, Role::Figures(_))).is_empty() {
            return false;
        }
        let form = self.options.form.unwrap_or_else(|| layout.form(&grid));
        let number = self.grids.len();
        let rows = grid.len() - layout.first;
        self.read[file].sheets.push(SheetRead { sheet: sheet_name(&grid, form), form, rows });
        let grid = Arc::new(grid);
        self.grids.push(grid.clone());
        self.shown += usize::from(layout.roles.contains(&Role::Level));
        let mut observer = Observer {
            grid: &grid,
            number,
            layout: &layout,
            form,
            register: &self.register,
            options: self.options,
            diagnostics: self.diagnostics,
            observed: &mut self.observed,
            stated_period: None,
            unread: BTreeSet::new(),
            marks,
            requested: BTreeSet::new(),
            separators: BTreeMap::new(),
            signs: Separators::default(),
        };
        observer.find_requested();
        observer.state_period();
        observer.observe();
        true
    }

    /// Reports files that have figures, but none of the year asked for. Whether there is one.
    fn report_files_without_year(&mut self) -> bool {
        let Some(year) = self.options.year else { return false };
        let mut is_reported = false;
        let mut grids = 0..self.grids.len();
        let of_files: Vec<BTreeSet<i64>> = (self.read.iter())
            .map(|file| {
                let of_file = grids.by_ref().take(file.sheets.len());
                of_file.filter_map(|grid| self.observed.years_of_grid.get(&grid)).flatten().copied().collect()
            })
            .collect();
        for (file, years) in of_files.into_iter().enumerate() {
            if !years.is_empty() && !years.contains(&year) {
                let path = self.read[file].path.clone();
                let years = years.into_iter().collect();
                self.report(ImportProblem::FileWithoutYear { path, year, years });
                is_reported = true;
            }
        }
        is_reported
    }

    /// Whether some file has such a heading, whatever stands below it.
    fn has_heading(&self, mapping: &ColumnMapping) -> bool {
        self.grids.iter().any(|grid| {
            (0..grid.len().min(HEADER_ROWS))
                .any(|row| (0..grid.width(row)).any(|column| mapping.is_for(grid.text(row, column))))
        })
    }

    fn finish(mut self) -> Option<Imported> {
        if self.pages[0] > self.pages[1] {
            self.report(ImportProblem::PagesMissing);
        }
        let is_shown = self.shown == self.grids.len();
        let empty = FigureTable { grids: self.grids.clone(), is_shown, ..FigureTable::default() };
        let (mut table, made) =
            assemble::assemble(&mut self.observed, empty, &self.register, self.diagnostics);
        let columns = self.observed.columns.iter();
        table.columns = columns.map(|name| Column { name: name.clone(), ..Column::default() }).collect();
        let (mappings, year) = (&self.options.columns, self.options.year);
        let mut found = std::mem::take(self.diagnostics);
        // What a mapping is for may stand in a file that could not be read.
        let reportable: &[ColumnMapping] = if self.unread == 0 { mappings } else { &[] };
        let asked_for =
            RequestedColumns { mappings: reportable, observed: &self.observed, wanted_year: year };
        let problems = asked_for.without_figures(|mapping| self.has_heading(mapping));
        let lost = problems.iter().map(|(column, _)| column.clone()).collect();
        completeness::complete(&mut table, &self.observed, &mut found, year, &lost);
        for (_, problem) in problems {
            found.push(Diagnostic::without_place(problem));
        }
        asked_for.report_other_years(&table, &lost, &mut found);
        *self.diagnostics = found;
        if self.diagnostics.has_errors() {
            return None;
        }
        // A file without the year says why a column is lost.
        if !self.report_files_without_year() {
            completeness::report_lost_columns(mappings, &table, &self.observed, self.diagnostics);
        }
        for ((column, series), steps) in made {
            let series = &self.observed.series[series];
            let sheets = self
                .read
                .iter()
                .enumerate()
                .flat_map(|(file, read)| read.sheets.iter().map(move |sheet| (file, sheet)));
            let Some((file, sheet)) = sheets.into_iter().nth(series.grid) else { continue };
            // Under another name a column keeps what was said of it.
            let is_known = |source: &&ColumnSource| source.is_of(&series.name);
            let part = Part {
                file,
                sheet: sheet.sheet.clone(),
                form: sheet.form,
                series: series.name.clone(),
                steps,
                known: self.read[file].sources.iter().filter(is_known).cloned().collect(),
            };
            table.columns[column].parts.push(part);
        }
        drop_empty_columns(&mut table);
        Some(Imported {
            table,
            files: self.read,
            aggregates: self.observed.aggregates,
            own_sums: self.observed.own_sums,
            deleted: self.observed.deleted,
            lost_zeros: self.observed.lost_zeros,
            missing: self.observed.missing,
            left_out: self.observed.left_out.into_iter().collect(),
            unnamed: self.observed.unnamed.into_iter().collect(),
        })
    }
}

/// Whether bytes begin like a workbook of any age: a zip file, empty ones too, or the container that Office used
/// before.
fn is_workbook(bytes: &[u8]) -> bool {
    [LOCAL_HEADER, EMPTY_ARCHIVE, COMPOUND_FILE].iter().any(|beginning| bytes.starts_with(beginning))
}

fn unreadable(error: WorkbookError, path: String) -> ImportProblem {
    match error {
        WorkbookError::Damaged | WorkbookError::UnknownCompression => ImportProblem::WorkbookDamaged { path },
        WorkbookError::NotAWorkbook => ImportProblem::NotAWorkbook { path },
        WorkbookError::OldFormat => ImportProblem::WorkbookOld { path },
        WorkbookError::Protected => ImportProblem::WorkbookProtected { path },
        WorkbookError::OtherFormat { name: name @ ("doc" | "docx" | "odt" | "pptx") } => {
            ImportProblem::DocumentNoWorkbook { path, name }
        }
        WorkbookError::OtherFormat { name } => ImportProblem::WorkbookOtherFormat { path, name },
        WorkbookError::TooLarge { .. } => ImportProblem::WorkbookTooLarge { path },
        WorkbookError::NoCells => ImportProblem::WorkbookEmpty { path },
    }
}

/// Kolada's answers are one list, whose name is not one that a user gave.
fn sheet_name(grid: &Grid, form: Form) -> Option<String> {
    if form == Form::KoladaJson { None } else { grid.sheet.clone() }
}

/// Indicators without a single figure are no columns.
fn drop_empty_columns(table: &mut FigureTable) {
    let kept: Vec<bool> = (0..table.columns.len())
        .map(|column| column < table::KNOWN_COLUMNS.len() || table.has(column))
        .collect();
    let is_kept = |position: usize| kept.get(position).copied().unwrap_or(false);
    let mut position = 0;
    table.columns.retain(|_| {
        position += 1;
        is_kept(position - 1)
    });
    for row in table.rows.values_mut() {
        let figures = std::mem::take(&mut row.figures);
        row.figures = figures
            .into_iter()
            .enumerate()
            .filter(|(position, _)| is_kept(*position))
            .map(|(_, figure)| figure)
            .collect();
    }
}

impl Importer<'_> {
    /// A table of ours may hold kommuner of its own, parts of a kommun for example: with a code and a name that the
    /// country does not have. Each is reported, as a sum can look like one.
    fn add_own_kommuner(&mut self, grid: &Grid) {
        let is_filled = |row: &usize| (0..grid.width(*row)).any(|column| !grid.text(*row, column).is_empty());
        let Some(header) = (0..grid.len()).find(is_filled) else { return };
        let column = |wanted: &str| {
            (0..grid.width(header)).find(|&column| heading::plain(grid.text(header, column)) == wanted)
        };
        let (Some(code), Some(name)) = (column("kommunkod"), column("kommun")) else { return };
        let lan = column("lan");
        for row in header + 1..grid.len() {
            let (written, name) = (grid.text(row, code), grid.text(row, name));
            let Some(kommunkod) = Kommunkod::parse(written).filter(|kommunkod| kommunkod.lan() > 0) else {
                continue;
            };
            let is_new =
                !self.register.holds(kommunkod) && self.register.resolve(name) == ResolvedPlace::Unknown;
            if is_new {
                let span = grid.span(row, code).start..grid.span(row, code).end;
                let problem =
                    ImportProblem::OwnKommun { kommunkod: written.to_owned(), kommun: name.to_owned() };
                self.diagnostics.push(Diagnostic::at(problem, &grid.source, span));
                let lan = lan.map_or_else(|| lan_name(kommunkod.lan()), |lan| grid.text(row, lan).to_owned());
                self.register.add(kommunkod, name, &lan);
            }
        }
    }
}
