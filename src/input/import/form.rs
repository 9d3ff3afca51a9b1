//! The forms of files that are recognised.

/// The form of a file, or of a sheet of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// An answer of Kolada's API.
    KoladaJson,
    /// A workbook saved from Kolada's pages.
    KoladaWorkbook,
    /// A table of Statistics Sweden's database (`PxWeb`).
    Scb,
    /// Försäkringskassan's statistics of ohälsotal and sjukpenningtal.
    Forsakringskassan,
    /// finsam's own kommun table.
    KommunTable,
    /// Any other table with a column of kommuner.
    Plain,
    /// A table of insatser and their participants, which becomes no kommun table.
    Insatser,
}

impl Form {
    /// Each with the word for it on the command line.
    pub const ALL: [(&'static str, Self); 7] = [
        ("kolada-json", Self::KoladaJson),
        ("kolada-excel", Self::KoladaWorkbook),
        ("scb", Self::Scb),
        ("forsakringskassan", Self::Forsakringskassan),
        ("kommuntabell", Self::KommunTable),
        ("tabell", Self::Plain),
        ("insatser", Self::Insatser),
    ];
}
