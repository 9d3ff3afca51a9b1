//! All tests that see the program from outside, in one binary: it is linked once.
//! `cargo test cli::explain` runs those of one file.

mod browser;
mod charts;
mod cli;
mod drawings;
mod explanation;
mod fuzz_seeds;
mod gallery;
mod grouping_tables;
mod import;
mod karta;
mod layers;
mod maps;
mod markdown;
mod other_program;
mod properties;
mod readme;
mod reference;
mod reference_cases;
mod search;
mod spreadsheet;
mod substitution;
mod word;
mod workbook;
