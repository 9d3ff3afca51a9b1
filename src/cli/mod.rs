//! The command line: what was typed, where the answer goes, and the exit status. One file per command.

mod args;
mod check;
mod compare;
mod completions;
mod data_kommuner;
mod data_page;
mod data_show;
mod data_validate;
mod diff;
mod ending;
mod explain;
mod help;
mod import;
mod init;
mod man;
mod map;
mod new;
mod output;
mod report;
mod run;
mod scenarios;
mod schema;
mod sensitivity;
mod settings;
mod shared_args;
mod simulate;
mod target;
mod terminal;
mod transaction;
mod typed_changes;
mod usage;
mod words;
mod words_of_new;
mod workbook;
mod written_path;

pub use run::main;
