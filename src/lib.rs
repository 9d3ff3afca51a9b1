//! finsam computes, in kronor and for every party, what it means to merge, split or coordinate Swedish
//! *samordningsförbund*.
//!
//! The folders are a pipeline; data flows one way, and no module reaches back up:
//!
//! 1. [`cli`]: what was typed, where the answer goes, the exit status.
//! 2. [`input`]: files become text, text becomes values that know their place, names become indices. Everything
//!    wrong with a file is collected as [`diagnostic`]s.
//! 3. [`model`]: a baseline and a grouping of kommuner become whole kronor, exactly. No files, no printing, no floats.
//! 4. [`analysis`]: the result of a scenario as promised to scripts, its checks, and every assumption behind it.
//! 5. [`report`]: neutral tables as values.
//! 6. [`render`]: one file per format.
//!
//! [`risk`] stands beside [`analysis`]: alternatives with a million draws of what is uncertain.
//!
//! [`drawing`] is below [`report`] and [`render`]: pictures as shapes, which a page and a document write down.
//!
//! [`starter`] stands beside them: it writes the files that a new inquiry begins with.
//!
//! [`schema`] describes the files and the JSON to editors and scripts, from the types of [`input`] and [`analysis`].
//! [`catalogue`] knows what a result consists of, as its types declare it.
//! [`text`] is how something is said in Swedish and English, and the one formatter of numbers.
//!
//! `ARCHITECTURE.md` shows the layers and the way of the data.

// `clippy.toml` says what; tests may read as they like.
#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod analysis;
pub mod catalogue;
pub mod cli;
pub mod diagnostic;
pub mod drawing;
pub mod input;
pub mod model;
pub mod render;
pub mod report;
pub mod risk;
pub mod schema;
pub mod search;
pub mod starter;
pub mod text;
