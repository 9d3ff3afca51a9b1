//! What is read of a kommun table, and which year of it.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Source;
use crate::input::document::At;
use crate::input::marks::Marks;
use crate::model::figures::KommunFigures;
use crate::model::kommun::Kommuner;

/// What a table held.
#[derive(Clone, Debug)]
pub struct KommunTable {
    /// The kommuner of the year.
    pub kommuner: Kommuner,
    /// Their figures, in the same order.
    pub figures: Vec<KommunFigures>,
    /// The year of the figures, where the table or the baseline names one.
    pub year: Option<i64>,
    /// Whether the regions were read off the kommunkoder, because no column names them.
    pub regions_from_kommunkod: bool,
    /// Rows that were passed over because finsam itself wrote them as sums of kommuner.
    pub own_sums: usize,
    /// Kommunkoder of a table of ours that a spreadsheet had taken the leading zero from.
    pub restored_zeros: usize,
    /// What the table says of its columns.
    pub(in crate::input) marks: Marks,
}

/// Which year of a table is wanted, and where that was said.
#[derive(Clone, Debug)]
pub enum WantedYear {
    /// This one; its place in a baseline or in what was typed.
    This {
        /// What it stands in.
        source: Arc<Source>,
        /// The year.
        year: At<i64>,
    },
    /// The only one. That there are several is reported at the place of the table's path in the baseline.
    Only {
        /// The baseline.
        source: Arc<Source>,
        /// The place of the path.
        path: Range<usize>,
    },
    /// The latest, for those who look at a table and have no baseline.
    Latest,
}

impl WantedYear {
    /// The year, if it was said.
    pub(super) fn year(&self) -> Option<i64> {
        match self {
            Self::This { year, .. } => Some(year.value),
            Self::Only { .. } | Self::Latest => None,
        }
    }
}
