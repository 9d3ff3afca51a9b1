//! Pictures of figures, as values: what stands where, not how it looks.

use crate::model::kronor::Kronor;

/// A chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The same figures in words, for those who cannot see it.
    pub description: String,
    /// The picture.
    pub picture: Picture,
}

/// Kinds of charts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Picture {
    /// Amounts side by side, in groups.
    Bars {
        /// The names of the series; every group has an amount of each.
        series: Vec<String>,
        /// The groups in order.
        groups: Vec<Group>,
        /// Whether the amounts of a group are parts of one sum.
        stacked: bool,
    },
    /// From one amount to another, step by step.
    Waterfall(Vec<Step>),
}

/// Bars that stand together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Their label.
    pub label: String,
    /// An amount per series, kr; nothing where it is unknown.
    pub amounts: Vec<Option<Kronor>>,
}

/// A step of a waterfall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its label.
    pub label: String,
    /// The change, or the whole amount of a level, kr.
    pub amount: Kronor,
    /// Whether it is a level that the steps lead from or to.
    pub is_level: bool,
}
