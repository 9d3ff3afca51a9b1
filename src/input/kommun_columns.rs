//! The columns of a kommun table, and where they stand in one.

use super::marks::Mark;

/// The columns of a kommun table that finsam knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Column {
    Kommunkod,
    Kommun,
    Befolkning,
    Forsorjningsmatt,
    Ar,
    Lan,
    Region,
    Folkmangd,
}

impl Column {
    /// Each with its heading, and whether it must be there.
    pub(super) const ALL: [(Self, &'static str, bool); 8] = [
        (Self::Kommunkod, "kommunkod", true),
        (Self::Kommun, "kommun", true),
        (Self::Befolkning, "befolkning_16_64", true),
        (Self::Forsorjningsmatt, "forsorjningsmatt", true),
        (Self::Ar, "ar", false),
        (Self::Lan, "lan", false),
        (Self::Region, "region", false),
        (Self::Folkmangd, "folkmangd", false),
    ];
}

/// Where each known column stands.
#[derive(Clone, Default, Debug)]
pub(super) struct Columns {
    pub(super) positions: [Option<usize>; Column::ALL.len()],
    pub(super) names: Vec<String>,
    /// The columns beside those that finsam knows.
    pub(super) further: Vec<usize>,
    /// The column that says what a row is, in a table that finsam wrote.
    pub(super) level: Option<usize>,
    /// Columns that say something of another one: their position, that of the other one, and what.
    pub(super) marks: Vec<(usize, usize, Mark)>,
}

impl Columns {
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.positions[column as usize]
    }

    pub(super) fn name(&self, position: usize) -> String {
        self.names[position].clone()
    }

    /// What a column is called in sources: its own heading if finsam does not know it.
    pub(super) fn name_in_sources(&self, position: usize) -> &str {
        let known = Column::ALL.iter().find(|(column, ..)| self.position(*column) == Some(position));
        known.map_or_else(|| self.names.get(position).map_or("", String::as_str), |(_, name, _)| name)
    }
}
