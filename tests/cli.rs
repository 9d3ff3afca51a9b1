//! The program as it is run: whole stdout, stderr and exit status, in a folder of its own and without environment.
//! What errors say word for word stands in the gallery (`tests/gallery`).

#[path = "cli/allow_change.rs"]
mod allow_change;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/ci_formats.rs"]
mod ci_formats;
#[path = "cli/contradictions.rs"]
mod contradictions;
#[path = "cli/criteria.rs"]
mod criteria;
#[path = "cli/data.rs"]
mod data;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/facts.rs"]
mod facts;
#[path = "cli/finding.rs"]
mod finding;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/joining.rs"]
mod joining;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/layout.rs"]
mod layout;
#[path = "cli/limits.rs"]
mod limits;
#[path = "cli/long_table.rs"]
mod long_table;
#[path = "cli/order.rs"]
mod order;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/regions.rs"]
mod regions;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/shells.rs"]
mod shells;
#[cfg(unix)]
#[path = "cli/unix_files.rs"]
mod unix_files;
#[path = "cli/usage.rs"]
mod usage;
