//! The schemas say what the program does: the same keys as the readers, the same result as is printed, and texts for
//! all of it.

mod document;
mod examples;
mod files;
mod reader;
mod result;
