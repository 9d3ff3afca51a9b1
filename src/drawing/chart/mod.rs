//! Charts: amounts in, a [`Drawing`](crate::drawing::shape::Drawing) out. Titles, names and the texts of figures are the caller's; what is decided here
//! is where everything stands, so that every text is legible and none lies over another, in every width.
//!
//! Every chart is a plain value with public fields, and a [`Chart`]. Amounts are whole numbers ([`Measure`]). The same
//! thing has the same [`Paint`] in all charts, made from the [`Style`](crate::drawing::palette::Style) that it has on
//! the maps; before and after differ in their marks and not in colour alone.
//!
//! | chart | shows |
//! |---|---|
//! | [`Diverging`] | what alternatives change against today |
//! | [`Dumbbell`] | before and after, row by row |
//! | [`Waterfall`] | from one level to another, step by step |
//! | [`LineChart`] | how amounts go on from year to year, with bands around them where they are uncertain |
//! | [`Tornado`] | what a figure hinges on |
//! | [`Spread`] | how outcomes spread |
//! | [`Matrix`] | how often one thing is more than another |

mod axis;
mod columns;
mod common;
mod diverging;
mod dumbbell;
mod key;
mod lane;
mod layout;
mod line;
mod look;
mod matrix;
mod measure;
mod pages;
mod paint;
mod paragraph;
mod rows;
mod scale;
mod spread;
mod ticks;
mod tornado;
mod waterfall;

pub use common::Chart;
pub use diverging::{Change, Diverging};
pub use dumbbell::{Dumbbell, Pair};
pub use line::{Band, Line, LineChart};
pub use matrix::Matrix;
pub use measure::Measure;
pub use paint::Paint;
pub use spread::{Interval, Spread};
pub use tornado::{Swing, Tornado};
pub use waterfall::{Step, Waterfall};
