//! Pictures as values. A picture is a [`shape::Drawing`]: a few kinds of shapes on whole coordinates, from which each
//! writer makes its own form, so that a page and a document in Word show the same.
//!
//! * [`geometry`], [`colour`], [`letters`], [`shape`]: what drawings consist of, and how wide text is; [`digits`] writes
//!   their numbers
//! * [`palette`], [`classes`]: colours for things that must be distinguished, and for amounts on both sides of zero
//! * [`chart`]: charts of amounts
//! * [`map`]: maps of kommuner, from the outlines that the program carries
//! * [`svg`]: drawings as SVG
//!
//! Nothing here reads, prints or knows what is drawn, and all computation is in whole numbers: the same input gives the
//! same bytes on every machine.

pub mod chart;
pub mod classes;
mod collision;
pub mod colour;
pub mod digits;
pub mod geometry;
pub mod letters;
pub mod map;
pub mod palette;
pub mod shape;
pub mod svg;
