//! A grid that is being read, and what is found in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::form::Form;
use super::layout::Layout;
use super::observation::Observed;
use super::options::Options;
use super::period::Period;
use super::register::Register;
use crate::diagnostic::{Diagnostic, Diagnostics, ImportProblem};
use crate::input::grid::Grid;
use crate::input::marks::Marks;
use crate::input::separators::Separators;

/// Reads the rows of a grid.
pub(super) struct Observer<'read> {
    pub(super) grid: &'read Grid,
    /// Its place among all grids.
    pub(super) number: usize,
    pub(super) layout: &'read Layout,
    pub(super) form: Form,
    pub(super) register: &'read Register,
    pub(super) options: &'read Options,
    pub(super) diagnostics: &'read mut Diagnostics,
    pub(super) observed: &'read mut Observed,
    /// The period of figures that name none themselves.
    pub(super) stated_period: Option<Period>,
    /// Columns of which an unreadable cell was reported.
    pub(super) unread: BTreeSet<usize>,
    /// What a table of ours says of its columns.
    pub(super) marks: &'read mut Marks,
    /// Columns that are asked for by a heading or a series of this grid.
    pub(super) requested: BTreeSet<String>,
    /// How the figures of each column of the table are written, with their cells.
    pub(super) separators: BTreeMap<usize, Separators<(usize, usize)>>,
    /// How all figures of the grid are written, those of columns that are left out too.
    pub(super) signs: Separators<(usize, usize)>,
}

impl Observer<'_> {
    pub(super) fn report(&mut self, problem: ImportProblem, span: Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, &self.grid.source, span));
    }

    /// Warns of what is put into words only if it is shown.
    pub(super) fn warn(&mut self, problem: impl FnOnce() -> ImportProblem, span: Range<usize>) {
        self.diagnostics.push_warning(|| Diagnostic::at(problem(), &self.grid.source, span));
    }
}
