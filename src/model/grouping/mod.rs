//! Which kommuner form which förbund, by name, and what their kanslier cost.
//!
//! A change costs what it names, not what there is: rows are found by id and by name without looking at all of them,
//! no change copies the grouping, and what rows have in common is shared.

mod apply;
mod check;
mod dissolved;
mod history;
mod named;
mod row;
mod row_names;
mod sharing;

pub use self::named::Grouping;
pub use self::row::{Participation, Pool, Row, Seat, SharedKansli};
