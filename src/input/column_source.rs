//! Where a column of a table comes from.

use serde::Serialize;

use super::names::plain_heading;
use crate::catalogue::described;
use crate::text::language::Language;

described!(
    /// The source of some columns of the kommun table.
    #[sv = "Källan till några kolumner i kommuntabellen."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "columns", "columns")]
    pub struct ColumnSource {
        /// The columns.
        #[sv = "Kolumnerna."]
        #[is(Id)]
        pub columns: Vec<String>,
        /// The source.
        #[sv = "Källan."]
        pub title: String,
        /// The source in English. Null if not given.
        #[sv = "Källan på engelska. Null om det inte anges."]
        pub title_en: Option<String>,
        /// Whether the figures are derived, that is not published statistics.
        #[sv = "Om uppgifterna är härledda, alltså inte publicerad statistik."]
        #[is(Mark)]
        pub derived: bool,
        /// The file that the columns were imported from.
        #[sv = "Filen som kolumnerna importerades från."]
        pub file: Option<String>,
        /// The sheet of the file.
        #[sv = "Bladet i filen."]
        pub sheet: Option<String>,
        /// The SHA-256 of the file, hexadecimal.
        #[sv = "Filens SHA-256, hexadecimalt."]
        pub sha256: Option<String>,
        /// The key figure or series in the file, for example N01711.
        #[sv = "Nyckeltalet eller serien i filen, till exempel N01711."]
        pub series: Option<String>,
        /// The day of the import, YYYY-MM-DD.
        #[sv = "Dagen för importen, ÅÅÅÅ-MM-DD."]
        pub imported: Option<String>,
    }
);

/// The title of a source. A table can say of a column that it is derived, and not from what.
#[must_use]
pub fn stated_title<'title>(
    language: Language,
    title: &'title str,
    title_en: Option<&'title str>,
) -> &'title str {
    match language.pick(title, title_en.unwrap_or(title)) {
        "" => language.pick("källan är inte angiven", "the source is not stated"),
        title => title,
    }
}

impl ColumnSource {
    /// Its title.
    #[must_use]
    pub fn title_in(&self, language: Language) -> &str {
        stated_title(language, &self.title, self.title_en.as_deref())
    }

    /// The source of a column of which nothing but a title is known.
    #[must_use]
    pub fn titled(column: &str, title: String) -> Self {
        Self {
            columns: vec![column.to_owned()],
            title,
            title_en: None,
            derived: false,
            file: None,
            sheet: None,
            sha256: None,
            series: None,
            imported: None,
        }
    }

    /// Whether it is that of a column; names are compared as headings are.
    #[must_use]
    pub fn is_of(&self, column: &str) -> bool {
        let plain = plain_heading(column);
        self.columns.iter().any(|known| plain_heading(known) == plain)
    }
}
