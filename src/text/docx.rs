//! What a Word document says beside the report: its captions, its footer, and the names of its styles.

use super::language::Language;

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

/// The description of one of several pictures that a chart was parted into.
#[must_use]
pub fn part(language: Language, description: &str, part: usize, parts: usize) -> String {
    say!(language, "Del {part} av {parts}. {description}", "Part {part} of {parts}. {description}")
}

/// What stands before the number of a page, between it and the number of pages, and after.
#[must_use]
pub fn page(language: Language) -> [&'static str; 3] {
    language.pick(["Sida ", " (", ")"], ["Page ", " (", ")"])
}

/// The names that Word shows for the styles that it does not have itself.
pub struct StyleNames {
    /// What a reader should know first.
    pub lead: &'static str,
    /// Texts in tables.
    pub table_text: &'static str,
    /// Figures in tables.
    pub table_figure: &'static str,
    /// Notes below tables.
    pub table_note: &'static str,
    /// A picture.
    pub picture: &'static str,
    /// Tables, from large letters to small ones.
    pub tables: [&'static str; 3],
}

/// The names of the styles.
#[must_use]
pub fn style_names(language: Language) -> StyleNames {
    language.pick(
        StyleNames {
            lead: "Ingress",
            table_text: "Tabelltext",
            table_figure: "Tabellsiffra",
            table_note: "Tabellnot",
            picture: "Diagram",
            tables: ["Finsam tabell", "Finsam tabell, tät", "Finsam tabell, tätast"],
        },
        StyleNames {
            lead: "Lead",
            table_text: "Table text",
            table_figure: "Table figure",
            table_note: "Table note",
            picture: "Chart",
            tables: ["Finsam table", "Finsam table, dense", "Finsam table, densest"],
        },
    )
}
