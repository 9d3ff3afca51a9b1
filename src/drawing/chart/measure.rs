//! What the amounts of a chart are, and how they are written.

/// What the amounts of a chart are, and how they are written. Amounts are whole numbers: kronor, or decimals as so many
/// tenths or hundredths; only the caller knows which.
#[derive(Clone, Copy)]
pub struct Measure<'a> {
    /// What they are amounts of, written at the axis: "kr per invånare 16–64 år".
    pub unit: &'a str,
    /// How an amount is written at the axis.
    pub tick: &'a dyn Fn(i64) -> String,
    /// How an amount is written beside a mark. What it makes is narrower than the chart.
    pub figure: &'a dyn Fn(i64) -> String,
}
