//! Importing: small files of every form seen in real life, written for the tests, and what must be made of them.

#![allow(clippy::format_push_string, reason = "files are written down as one reads them")]

mod faults;
mod forms;
mod make;
mod plausible;
mod programs;
mod real_forms;
mod round_trip;
mod slips;
