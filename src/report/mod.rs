//! Reports as values: what stands in which cell, and nothing of how it looks. Every format that is read by people
//! renders the same [`document::Document`].

pub mod assumptions;
mod bound;
pub mod break_even;
mod by_baseline;
mod change_charts;
pub mod chart;
pub mod checks;
mod columns;
pub mod comparison;
mod contribution_changes;
pub mod criteria;
pub mod difference;
mod difference_lines;
pub mod document;
pub mod explanation;
pub mod flip;
pub mod headline;
pub mod import;
pub mod inquiry;
pub mod kommun_figures;
pub mod kommun_list;
pub mod map;
pub mod matrix;
pub mod picture;
pub mod redistribution;
pub mod risk;
mod rows;
pub mod screen;
pub mod search;
pub mod sensitivity;
pub mod simulation;
pub mod summary;
pub mod words;
pub mod workbook;
mod years;
