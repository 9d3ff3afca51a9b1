//! Charts that consist of rows: names, marks along a scale that all of them share, figures. A chart says what is in its
//! rows; how they are laid out is decided in [`super::layout`].

use super::key::Key;
use super::lane::Lane;
use super::measure::Measure;

/// A chart that consists of rows.
pub(super) struct RowChart<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) measure: Measure<'a>,
    pub(super) rows: Vec<Row>,
    /// The heading of the figures that stand beside the rows, if there are any.
    pub(super) heading: &'a str,
    /// What the marks stand for, where they are not named beside the first of them.
    pub(super) keys: Vec<Key>,
    /// An amount that others are compared with, as zero, and what it means, which may be empty: a line stands there.
    pub(super) rule: Option<(i64, &'a str)>,
    /// What is kept free between rows.
    pub(super) gap: i64,
    /// Whether a line stands between rows.
    pub(super) is_ruled: bool,
}

impl<'a> RowChart<'a> {
    /// Rows without heading, keys and lines.
    pub(super) const fn new(
        title: &'a str,
        description: &'a str,
        measure: Measure<'a>,
        rows: Vec<Row>,
    ) -> Self {
        Self {
            title,
            description,
            measure,
            rows,
            heading: "",
            keys: Vec::new(),
            rule: None,
            gap: 0,
            is_ruled: false,
        }
    }
}

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) name: String,
    /// What is added to the name.
    pub(super) note: String,
    pub(super) is_strong: bool,
    /// The figure beside the row; empty for none.
    pub(super) figure: String,
    pub(super) lanes: Vec<Lane>,
    /// The names of two marks of the row, the left one first, which stand above it if it is the first of a page.
    pub(super) heads: Option<[(i64, String); 2]>,
    /// An amount at which a line leads from this row to the next one.
    pub(super) link: Option<i64>,
}
