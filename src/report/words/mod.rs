//! The sentences and short texts of reports, in both languages.

pub mod boards;
pub mod by_baseline;
pub mod chart;
pub mod criteria;
pub mod decision;
pub mod difference;
pub mod figure;
pub mod flip;
pub mod headline;
pub mod import;
pub(super) mod import_insatser;
pub mod insatser;
pub mod map;
pub mod matrix;
pub mod period;
pub mod positions;
pub mod risk;
pub mod screen;
pub mod search;
pub mod sentence;
pub mod smallest_forbund;
pub mod society_value;
pub mod summary;
pub mod uncertain;
pub mod workbook;
pub mod years;
