//! Why a document cannot be written.

use std::io;

use zip::result::ZipError;

use super::content::Target;

/// Why a document cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Text refers to a table or figure that is not there.
    #[error("text refers to table or figure {0:?}, which is not there")]
    NoTarget(Target),
    /// Two tables or figures are the same to what refers to them.
    #[error("two tables or figures are {0:?}")]
    SameTarget(Target),
    /// A part could not be written.
    #[error(transparent)]
    Part(#[from] io::Error),
    /// The parts could not be packed.
    #[error(transparent)]
    Package(#[from] ZipError),
}
