//! `finsam report -o *.docx`: what must be true of the Word document, and that it says what the other formats say.

#[path = "word/office.rs"]
mod office;
#[path = "shared/other_program.rs"]
mod other_program;
#[path = "word/package.rs"]
mod package;
#[path = "word/run.rs"]
mod run;
#[path = "word/xml.rs"]
mod xml;
