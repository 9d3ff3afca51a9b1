//! `finsam report -o *.docx`: what must be true of the Word document, and that it says what the other formats say.

pub(crate) mod office;
mod package;
mod run;
mod sample;
mod schema;
mod writer;
pub(crate) mod xml;
