//! How a figure of a result came about: a tree from the figure down to the cells and parameters that it rests on.
//!
//! Every amount in it was recorded by the model while it computed the scenario; here they are only put
//! beside each other, added and subtracted. [`Node::holds`] says whether a formula fits its children, and the tests ask
//! it of every figure of every example.

mod beside;
mod bounded;
mod break_even;
mod combine;
mod computed_year;
mod contribution;
mod country;
mod delta;
mod explain;
mod explainer;
mod growth;
mod kansli;
mod kept;
mod metric;
mod node;
mod origin;
mod places;
mod quantity;
mod row;
mod size;
pub(crate) mod trace;
mod what;
mod within_year;
pub mod words;
mod worth;

pub use computed_year::ComputedYear;
pub use explainer::Explainer;
pub use metric::{MetricError, Question};
pub use node::{Formula, Node};
pub use origin::{ColumnOrigin, Origin, Rule, SourceLocation};
pub use places::Places;
pub(crate) use places::Priced;
pub use quantity::{Exact, Quantity, Unit};
pub use what::{Beside, Breaking, Column, Field, Paid, Parameter, Party, Rounding, Scope, What, When, Worth};
