//! Charts: amounts in, a [`Drawing`] out. Titles, names and the texts of figures are the caller's; what is decided here
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

mod axis;
mod columns;
mod diverging;
mod dumbbell;
mod key;
mod lane;
mod layout;
mod look;
mod measure;
mod paint;
mod paragraph;
mod rows;
mod scale;
mod ticks;
mod waterfall;

pub use diverging::{Change, Diverging};
pub use dumbbell::{Dumbbell, Pair, Pairs};
pub use measure::Measure;
pub use paint::Paint;
pub use waterfall::{Step, Waterfall};

use crate::drawing::shape::Drawing;

/// What every chart can do.
pub trait Chart {
    /// Whether the chart shows no difference, as bars that are all zero or pairs that are all alike: then a sentence says
    /// it better.
    fn says_nothing(&self) -> bool;

    /// The chart `width` wide, in as many drawings as it takes for none to be higher than `highest`, all on one scale.
    /// There is at least one. What cannot be parted is one drawing, however high. Widths below 300 pixels count as
    /// that, those above 2 000 too.
    fn pages(&self, width: i64, highest: i64) -> Vec<Drawing>;

    /// The chart `width` wide in one drawing.
    fn draw(&self, width: i64) -> Drawing {
        let page = self.pages(width, i64::MAX).into_iter().next();
        page.unwrap_or_else(|| Drawing {
            width,
            height: 0,
            title: String::new(),
            description: String::new(),
            shapes: Vec::new(),
        })
    }
}
