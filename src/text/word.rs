//! What a Word document says beside the report: its captions, its footer, and the names of its styles.

use super::language::{Language, say};

/// The language of the text, for spelling and hyphenation.
#[must_use]
pub fn language_tag(language: Language) -> &'static str {
    language.pick("sv-SE", "en-GB")
}

/// What stands before the number of a table; also the name of the sequence that Word numbers and lists them by.
#[must_use]
pub fn table(language: Language) -> &'static str {
    language.pick("Tabell", "Table")
}

/// What stands before the number of a chart; also the name of the sequence that Word numbers and lists them by.
#[must_use]
pub fn figure(language: Language) -> &'static str {
    language.pick("Figur", "Figure")
}

/// The description of one of several pictures that a chart was divided into.
#[must_use]
pub fn part(language: Language, description: &str, part: usize, parts: usize) -> String {
    say!(language, "Del {part} av {parts}. {description}", "Part {part} of {parts}. {description}")
}

/// What stands behind the number of a table or chart of which more follows.
#[must_use]
pub fn continued(language: Language) -> &'static str {
    language.pick(", forts.", ", cont.")
}

/// What stands before the number of a page, and between it and the number of pages.
#[must_use]
pub fn page(language: Language) -> [&'static str; 2] {
    language.pick(["Sida ", " av "], ["Page ", " of "])
}

/// The decimal separator, and what separates items of a list.
#[must_use]
pub fn separators(language: Language) -> [&'static str; 2] {
    language.pick([",", ";"], [".", ","])
}

/// The names that Word shows for the styles that it does not have itself.
pub struct StyleNames {
    /// What a reader should know first.
    pub lead: &'static str,
    /// Captions of charts.
    pub figure_caption: &'static str,
    /// Notes below tables.
    pub note: &'static str,
    /// A chart.
    pub figure: &'static str,
    /// Texts in charts.
    pub figure_text: &'static str,
    /// Texts in tables.
    pub table_text: &'static str,
    /// Figures in tables.
    pub table_figure: &'static str,
    /// Headings of groups of rows.
    pub table_heading: &'static str,
    /// Texts in tables with small letters.
    pub dense_text: &'static str,
    /// Figures in such tables.
    pub dense_figure: &'static str,
    /// Headings in such tables.
    pub dense_heading: &'static str,
    /// The space below tables.
    pub table_end: &'static str,
    /// Tables.
    pub table: &'static str,
}

/// The names of the styles.
#[must_use]
pub fn style_names(language: Language) -> StyleNames {
    language.pick(
        StyleNames {
            lead: "Ingress",
            figure_caption: "Figurtext",
            note: "Tabellnot",
            figure: "Diagram",
            figure_text: "Text i diagram",
            table_text: "Tabelltext",
            table_figure: "Tabellsiffra",
            table_heading: "Tabellmellanrubrik",
            dense_text: "Tabelltext, tät",
            dense_figure: "Tabellsiffra, tät",
            dense_heading: "Tabellmellanrubrik, tät",
            table_end: "Tabellslut",
            table: "Finsam tabell",
        },
        StyleNames {
            lead: "Lead",
            figure_caption: "Chart caption",
            note: "Table note",
            figure: "Chart",
            figure_text: "Chart text",
            table_text: "Table text",
            table_figure: "Table figure",
            table_heading: "Table subheading",
            dense_text: "Table text, dense",
            dense_figure: "Table figure, dense",
            dense_heading: "Table subheading, dense",
            table_end: "Table end",
            table: "Finsam table",
        },
    )
}
