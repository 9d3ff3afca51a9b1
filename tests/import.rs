//! Importing: small files of every form seen in real life, written for the tests, and what must be made of them.

#![allow(clippy::format_push_string, reason = "files are written down as one reads them")]

#[path = "import/faults.rs"]
mod faults;
#[path = "import/forms.rs"]
mod forms;
#[path = "import/make.rs"]
mod make;
#[path = "import/plausible.rs"]
mod plausible;
#[path = "import/real_forms.rs"]
mod real_forms;
#[path = "import/round_trip.rs"]
mod round_trip;
#[path = "import/slips.rs"]
mod slips;
