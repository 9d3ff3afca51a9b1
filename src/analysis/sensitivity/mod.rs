//! What a result hinges on: each uncertain number at its low and high with all others as they stand, the value at which a
//! figure changes its sign or two alternatives their order.

mod critical;
mod exact;
pub mod metric;
mod table;
pub mod varying;

pub use critical::Critical;
pub use table::{Grid, GridAxis, Order, ScenarioSensitivity, Sensitivity, SensitivityRow, analyse};
