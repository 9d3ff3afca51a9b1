//! The schemas say what the program does: the same keys as the readers, the same result as is printed, and texts for
//! all of it.

#[path = "schema/document.rs"]
mod document;
#[path = "schema/examples.rs"]
mod examples;
#[path = "schema/files.rs"]
mod files;
#[path = "schema/reader.rs"]
mod reader;
#[path = "schema/result.rs"]
mod result;
