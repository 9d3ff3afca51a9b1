//! Word documents (`.docx`), written directly: `report` makes a [`content::Document`] of a report, [`write()`] the bytes of
//! the file. The same document is the same bytes on every machine.
//!
//! * [`content`]: what a document consists of, as plain values
//! * `package`: the parts of the file and how they belong together; `settings`, `styles`, `numbering` and `page` write
//!   those that are (nearly) the same in every document
//! * `body`: what stands on the pages, with `contents`, `field`, `inline`, `table` (columns fitted in `fit`, page
//!   breaks decided in `keep`) and `picture` for its pieces
//! * `xml`: elements, attributes and text that is never taken for either
//!
//! Text is only ever written as text: no name becomes markup, and none a field.

mod body;
pub mod content;
mod contents;
mod field;
mod fit;
mod inline;
mod keep;
mod numbering;
mod package;
mod page;
mod picture;
mod report;
mod settings;
mod styles;
mod table;
mod xml;

pub use package::write;
pub use report::report;
