//! What travels in a kommun table itself, so that no way through a spreadsheet loses it.
//!
//! Beside a column `x` may stand `x_harlett` (1 where its figures are derived, not published) and `x_kalla` (its
//! source, as a text); a column `level` says which rows are kommuner and which are sums of them. `data show` writes
//! all of them and `import` those of derived columns, next to the side file, which can be lost.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::column_source::ColumnSource;
use super::names::plain_heading;

/// The heading of the column that says what a row is.
pub const LEVEL: &str = "level";

/// What a row of a table with a column [`LEVEL`] is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A kommun.
    Kommun,
    /// The sum of a förbund, or of all.
    Sum,
}

impl Level {
    /// A row of a kommun.
    pub const KOMMUN: &'static str = "kommun";
    /// The sum of a förbund.
    pub const FORBUND: &'static str = "forbund";
    /// The sum of all.
    pub const TOTAL: &'static str = "total";

    /// What a cell says; `None` if it is no word of ours, and then the column means something else.
    #[must_use]
    pub fn parse(cell: &str) -> Option<Self> {
        match cell.trim().to_lowercase().as_str() {
            Self::KOMMUN => Some(Self::Kommun),
            Self::FORBUND | Self::TOTAL => Some(Self::Sum),
            _ => None,
        }
    }
}

/// What a column says of the one that its heading begins with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Whether its figures are derived.
    Derived,
    /// Where they come from.
    Source,
}

impl Mark {
    const ALL: [(Self, &'static str); 2] = [(Self::Derived, "_harlett"), (Self::Source, "_kalla")];

    /// The heading of the column that says this of `column`.
    #[must_use]
    pub fn heading(self, column: &str) -> String {
        let (_, ending) = Self::ALL[self as usize];
        format!("{column}{ending}")
    }
}

/// Whether a heading is that of a column which says something of another one.
#[must_use]
pub(super) fn is_mark(heading: &str) -> bool {
    Mark::ALL.iter().any(|(_, ending)| plain_heading(heading).ends_with(ending))
}

/// Which of the columns with these headings says what of which other one: nothing where there is no such other.
#[must_use]
pub(super) fn marked(headings: &[String]) -> Vec<Option<(usize, Mark)>> {
    let plain: Vec<String> = headings.iter().map(|heading| plain_heading(heading)).collect();
    let mut columns: HashMap<&str, usize> = HashMap::new();
    for (position, heading) in plain.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        columns.entry(heading).or_insert(position);
    }
    let is_mark = |heading: &str| Mark::ALL.iter().find(|(_, ending)| heading.ends_with(ending));
    let of = |heading: &String| {
        let (mark, ending) = is_mark(heading)?;
        let base = &heading[..heading.len() - ending.len()];
        Some((*columns.get(base)?, *mark))
    };
    plain.iter().map(of).collect()
}

/// What the rows of a table say of its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    derived: BTreeSet<String>,
    titles: BTreeMap<String, Vec<String>>,
}

impl Marks {
    /// Different sources of one column that are kept: a table put together from several has a few.
    const MOST_TITLES: usize = 8;
    /// Characters of a source that are kept.
    const LONGEST: usize = 600;

    /// Takes a cell that says something of `column`.
    pub(super) fn take(&mut self, column: &str, mark: Mark, cell: &str) {
        let cell = cell.trim();
        match mark {
            // What is neither yes nor no is rather taken for yes: a mark must not be lost.
            Mark::Derived if !["", "0", "nej", "no", "falskt", "false"].contains(&&*cell.to_lowercase()) => {
                if !self.derived.contains(column) {
                    self.derived.insert(column.to_owned());
                }
            }
            Mark::Source if !cell.is_empty() => {
                let titles = self.titles.entry(column.to_owned()).or_default();
                // A formula was sanitized when it was written.
                let title = cell.strip_prefix('\'').unwrap_or(cell);
                let known = titles.iter().any(|known| is_cut_of(known, title));
                if !known && titles.len() < Self::MOST_TITLES {
                    titles.push(title.chars().take(Self::LONGEST).collect());
                }
            }
            Mark::Derived | Mark::Source => {}
        }
    }

    /// Adds what the table says to what its side file says: the mark always, a source where the side file has none. One
    /// of those `known` is recognised by its title.
    pub(super) fn add_to(self, sources: &mut Vec<ColumnSource>, known: &[ColumnSource]) {
        let columns: BTreeSet<String> = self.derived.iter().chain(self.titles.keys()).cloned().collect();
        for column in columns {
            let derived = self.derived.contains(&column);
            let is_of = |source: &&mut ColumnSource| source.is_of(&column);
            let mut of_side_file: Vec<&mut ColumnSource> = sources.iter_mut().filter(is_of).collect();
            if !of_side_file.is_empty() {
                // A source of several columns may be derived for one of them only.
                let is_marked = of_side_file.iter().any(|source| source.derived);
                if derived && !is_marked {
                    let mut of_column = of_side_file[0].clone();
                    of_side_file[0].columns.retain(|other| plain_heading(other) != plain_heading(&column));
                    of_column.columns = vec![column];
                    of_column.derived = true;
                    sources.retain(|source| !source.columns.is_empty());
                    sources.push(of_column);
                }
                continue;
            }
            let title = self.titles.get(&column).map(|titles| titles.join("; ")).unwrap_or_default();
            // Ours has its words in both languages.
            let is_ours =
                |ours: &&ColumnSource| ours.title == title || ours.title_en.as_ref() == Some(&title);
            // Nor does it stop being derived when somebody takes the mark away and leaves the source.
            let (title, title_en, derived) = match known.iter().find(is_ours) {
                Some(ours) => (ours.title.clone(), ours.title_en.clone(), derived || ours.derived),
                None => (title, None, derived),
            };
            sources.push(ColumnSource { title_en, derived, ..ColumnSource::titled(&column, title) });
        }
    }
}

/// Whether a kept title is the beginning of another one, as long as titles are kept.
fn is_cut_of(known: &str, title: &str) -> bool {
    known == title || known.chars().count() == Marks::LONGEST && title.starts_with(known)
}
