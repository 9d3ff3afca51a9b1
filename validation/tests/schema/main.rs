//! The schemas say what the program does: the same keys as the readers, the same result as is printed, and texts for
//! all of it.

#![allow(clippy::disallowed_methods, reason = "the doors for files are those of the program")]

mod document;
mod examples;
mod files;
mod reader;
mod result;
