//! What `finsam explain` says of figures: that it is the result's own figure, and that every formula in it fits.

mod examples;
mod hand;
mod rules;
mod scenario;
mod years;
