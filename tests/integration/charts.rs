//! What is true of every chart, whatever is in it.

mod checks;
mod geometry;
mod hostile;
mod uncertain;
