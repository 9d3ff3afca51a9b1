//! Reads files one after the other, and makes one table of what was found in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::assemble;
use super::column_mapping::{ColumnMapping, column_name};
use super::completeness::{self, RequestedColumns};
use super::file_grids;
use super::form::Form;
use super::heading::plain;
use super::imported::{FileRead, Imported, SheetRead};
use super::kolada;
use super::layout::{Layout, Role};
use super::observation::Observed;
use super::observer::Observer;
use super::options::Options;
use super::place_column::{self, Others};
use super::register::{Register, ResolvedPlace};
use super::table::{Column, FigureTable, Part};
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem, Problem};
use crate::input::builtin::BUILTIN_TABLE;
use crate::input::column_source::ColumnSource;
use crate::input::files::{Files, LARGEST_TABLE, Location, sha256};
use crate::input::grid::Grid;
use crate::input::lan::lan_name;
use crate::input::lookup;
use crate::input::marks::Marks;
use crate::input::separators::Separators;
use crate::input::sources_file;
use crate::model::kommun::Kommunkod;

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
        sheets: Vec::new(),
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
    /// The file of each grid, and the place of its sheet there.
    sheets: Vec<(usize, usize)>,
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
    fn report(&mut self, problem: impl Into<Problem>) {
        self.diagnostics.push(Diagnostic::without_place(problem));
    }

    /// Names of columns must be such that every program can use them, and none of those that mean something else.
    fn refuse_odd_names(&mut self) {
        for mapping in &self.options.columns {
            if !mapping.has_usable_name() {
                let better = column_name(&mapping.name).filter(|_| !mapping.is_taken());
                self.report(ImportProblem::ColumnName { name: mapping.name.clone(), better });
            }
        }
        for (position, mapping) in self.options.columns.iter().enumerate() {
            let same = |other: &&ColumnMapping| {
                plain(&other.heading) == plain(&mapping.heading) && other.name != mapping.name
            };
            if let Some(first) = self.options.columns[..position].iter().find(same) {
                let columns = vec![first.name.clone(), mapping.name.clone()];
                let heading = mapping.heading.clone();
                self.report(ImportProblem::HeadingForTwoColumns { heading, columns });
            }
        }
    }

    fn file(&mut self, location: &Location) {
        let path = location.display();
        let deleted = self.observed.deleted;
        let (grids, sha256) = match self.open(location) {
            Ok(opened) => opened,
            Err(refused) => {
                self.unread += 1;
                return self.diagnostics.append(refused);
            }
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
        let others = grids.iter().filter_map(|grid| place_column::others(grid, &self.register)).max();
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

    /// The grids of a file that are to be read, and its SHA-256.
    fn open(&mut self, location: &Location) -> Result<(Vec<Grid>, String), Diagnostics> {
        lookup::refuse_documents(self.files, location).map_err(Diagnostic::without_place)?;
        let bytes = self.files.read(location, LARGEST_TABLE);
        let bytes = bytes.map_err(|problem| lookup::given(self.files, problem, &ENDINGS));
        let bytes = bytes.map_err(Diagnostic::without_place)?;
        let sha256 = sha256(&bytes);
        let path = location.display();
        let read = file_grids::read(bytes, &path, self.diagnostics)?;
        self.pages[0] += usize::from(read.has_next);
        self.pages[1] += usize::from(read.has_previous);
        self.observed.deleted += read.deleted;
        let sheet = self.options.sheet.as_deref();
        Ok((file_grids::wanted_sheets(read.grids, sheet, &path)?, sha256))
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
        self.sheets.push((file, self.read[file].sheets.len()));
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

    /// A table of ours may hold kommuner of its own, parts of a kommun for example: with a code and a name that the
    /// country does not have. Each is reported, as a sum can look like one.
    fn add_own_kommuner(&mut self, grid: &Grid) {
        let is_filled = |row: &usize| (0..grid.width(*row)).any(|column| !grid.text(*row, column).is_empty());
        let Some(header) = (0..grid.len()).find(is_filled) else { return };
        let column =
            |wanted: &str| (0..grid.width(header)).find(|&column| plain(grid.text(header, column)) == wanted);
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
                let kommun = name.to_owned();
                let problem = ImportProblem::OwnKommun { kommunkod: written.to_owned(), kommun };
                self.diagnostics.push(Diagnostic::at(problem, &grid.source, grid.span(row, code)));
                let lan = lan.map_or_else(|| lan_name(kommunkod.lan()), |lan| grid.text(row, lan).to_owned());
                self.register.add(kommunkod, name, &lan);
            }
        }
    }

    /// Reports files that have figures, but none of the year asked for. Whether there is one.
    fn report_files_without_year(&mut self) -> bool {
        let Some(year) = self.options.year else { return false };
        let mut is_reported = false;
        for file in 0..self.read.len() {
            let of_file = self.sheets.iter().enumerate().filter(|(_, (of, _))| *of == file);
            let years = of_file.filter_map(|(grid, _)| self.observed.years_of_grid.get(&grid)).flatten();
            let years: BTreeSet<i64> = years.copied().collect();
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
        completeness::complete(&mut table, &self.observed, &mut found, self.options, &lost);
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
            let (file, sheet) = self.sheets[series.grid];
            let sheet = &self.read[file].sheets[sheet];
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
        table.drop_empty_columns();
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

/// Kolada's answers are one list, whose name is not one that a user gave.
fn sheet_name(grid: &Grid, form: Form) -> Option<String> {
    if form == Form::KoladaJson { None } else { grid.sheet.clone() }
}
