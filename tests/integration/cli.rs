//! The program as it is run: whole stdout, stderr and exit status, in a folder of its own and without environment.
//! What errors say word for word stands in the gallery (`tests/gallery`).

mod allow_change;
mod assumed_savings;
mod caps;
mod carried;
mod check;
mod ci_formats;
mod contradictions;
mod criteria;
mod data;
mod derived;
mod diff;
mod explain;
mod facts;
mod figures;
mod finding;
mod headline;
mod holdings;
mod hostile;
mod import;
mod init;
mod joining;
mod json;
mod layout;
mod limits;
mod long_table;
mod map;
mod new;
mod order;
mod output;
mod pages;
mod pictures;
mod posts;
mod reading;
mod regions;
mod report;
mod run;
mod schema;
mod screen;
mod several_baselines;
mod shells;
#[cfg(unix)]
mod unix_files;
mod usage;
mod without_inhabitants;
mod years;
