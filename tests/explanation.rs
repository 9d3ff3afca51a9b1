//! What `finsam explain` says of figures: that it is the result's own figure, and that every formula in it fits.

#[path = "explanation/examples.rs"]
mod examples;
#[path = "explanation/hand.rs"]
mod hand;
#[path = "explanation/scenario.rs"]
mod scenario;
