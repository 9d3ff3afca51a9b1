//! Alternatives of several baselines on one page: each baseline has its own row of today, and nothing is summed or
//! ranked across them.

use super::document::{Row, Table};
use crate::analysis::alternatives::Alternatives;
use crate::analysis::result::ScenarioResult;
use crate::report::words::by_baseline as words;
use crate::text::label::labels;
use crate::text::language::Language;

/// The tables `of` each baseline's alternatives. Those with a row per alternative and the same columns are one table,
/// in which the name of each baseline stands above its rows; of other tables each baseline has its own.
pub(super) fn tables(
    groups: &[Alternatives<'_>],
    language: Language,
    of: impl Fn(&[ScenarioResult]) -> Vec<Table>,
) -> Vec<Table> {
    let mut placed: Vec<Placed> = Vec::new();
    for (group, alternatives) in groups.iter().enumerate() {
        // Where the next table of this group goes if no other group has one like it.
        let mut next = placed.len();
        for table in of(alternatives.results) {
            let alike = placed
                .iter()
                .rposition(|other| other.caption == table.caption && !other.groups.contains(&group));
            match (alike, alternatives.baseline) {
                (Some(alike), Some(baseline)) if placed[alike].takes(&table, language) => {
                    placed[alike].append(group, baseline, table);
                    next = alike + 1;
                }
                (alike, baseline) => {
                    next = alike.map_or(next, |alike| alike + 1);
                    placed.insert(next, Placed::new(group, baseline, table, language));
                    next += 1;
                }
            }
        }
    }
    placed.into_iter().map(|table| table.finish(groups)).collect()
}

/// A sentence of each baseline's alternatives, which says of which baseline it is.
pub(super) fn sentences(
    groups: &[Alternatives<'_>],
    of: impl Fn(&[ScenarioResult]) -> Vec<String>,
) -> Vec<String> {
    let of_group = |group: &Alternatives<'_>| {
        let labelled = |sentence: String| words::labelled(group.baseline, &sentence);
        of(group.results).into_iter().map(labelled).collect::<Vec<_>>()
    };
    groups.iter().flat_map(of_group).collect()
}

/// A table, and whose rows stand in it.
struct Placed {
    /// Its caption without the name of a baseline.
    caption: String,
    table: Table,
    groups: Vec<usize>,
    /// Its notes, each with the groups that need it.
    notes: Vec<(String, Vec<usize>)>,
}

impl Placed {
    fn new(group: usize, baseline: Option<&str>, mut table: Table, language: Language) -> Self {
        let caption = table.caption.clone();
        if let Some(baseline) = baseline {
            if has_row_per_alternative(&table, language) {
                table.rows.insert(0, Row::heading(baseline));
            } else {
                table.caption = words::labelled(Some(baseline), &caption);
            }
        }
        let notes = std::mem::take(&mut table.notes).into_iter().map(|note| (note, vec![group])).collect();
        Self { caption, table, groups: vec![group], notes }
    }

    /// Whether the rows of another table can stand below those of this one.
    fn takes(&self, other: &Table, language: Language) -> bool {
        has_row_per_alternative(other, language) && self.table.columns == other.columns
    }

    fn append(&mut self, group: usize, baseline: &str, other: Table) {
        self.groups.push(group);
        self.table.rows.push(Row::heading(baseline));
        self.table.rows.extend(other.rows);
        for note in other.notes {
            match self.notes.iter_mut().find(|(known, _)| *known == note) {
                Some((_, groups)) => groups.push(group),
                None => self.notes.push((note, vec![group])),
            }
        }
    }

    /// The table, with notes that say of which baselines they are unless they are of all.
    fn finish(mut self, groups: &[Alternatives<'_>]) -> Table {
        for (note, of) in self.notes {
            if of == self.groups {
                self.table.notes.push(note);
                continue;
            }
            let labelled = of.iter().map(|group| words::labelled(groups[*group].baseline, &note));
            self.table.notes.extend(labelled);
        }
        self.table
    }
}

/// Whether each row is one alternative, or today.
fn has_row_per_alternative(table: &Table, language: Language) -> bool {
    table.columns.first().is_some_and(|first| first.heading == labels(language).alternative)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Cell, Column, RowKind};

    fn table(caption: &str, columns: &[&str], note: &str) -> Table {
        let cells = columns.iter().map(|column| Cell::from(*column)).collect();
        let columns = columns.iter().map(|column| Column::text(column)).collect();
        let rows = vec![Row { kind: RowKind::Body, cells }];
        Table { caption: caption.to_owned(), columns, rows, notes: vec![note.to_owned()] }
    }

    /// What comes of the tables of each baseline.
    fn beside(groups: &[(&str, Vec<Table>)]) -> Vec<(String, Vec<String>, Vec<String>)> {
        let alternatives: Vec<Alternatives<'_>> =
            groups.iter().map(|(name, _)| Alternatives { baseline: Some(name), results: &[] }).collect();
        let mut of_groups = groups.iter();
        let next = std::cell::RefCell::new(&mut of_groups);
        let of =
            |_: &[ScenarioResult]| next.borrow_mut().next().map(|(_, own)| own.clone()).unwrap_or_default();
        let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
        let tables = tables(&alternatives, Language::English, of).into_iter().map(|table| {
            let rows = table.rows.iter().map(|row| row.cells.iter().map(text).collect::<Vec<_>>().join("|"));
            (table.caption, rows.collect(), table.notes)
        });
        tables.collect()
    }

    fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
        texts.map(str::to_owned).to_vec()
    }

    #[test]
    fn rows_of_alternatives_are_joined_where_their_columns_are_the_same() {
        let one = vec![table("Income", &["Alternative", "kr"], "all"), table("Net", &["Alternative"], "one")];
        let other =
            vec![table("Income", &["Alternative", "kr"], "all"), table("Net", &["Alternative"], "other")];
        let rows = texts(["One", "Alternative|kr", "Other", "Alternative|kr"]);
        let net = texts(["One", "Alternative", "Other", "Alternative"]);
        let notes = texts(["One – one", "Other – other"]);
        let expected = [("Income".to_owned(), rows, texts(["all"])), ("Net".to_owned(), net, notes)];
        assert_eq!(beside(&[("One", one), ("Other", other)]), expected);
    }

    #[test]
    fn a_table_that_is_like_no_other_has_the_name_of_its_baseline_and_stands_where_it_would_alone() {
        let one = vec![
            table("Income", &["Alternative", "kr"], "n"),
            table("Years", &["Year", "A"], "n"),
            table("Last", &["Alternative"], "n"),
        ];
        // Without net: other columns under the same caption.
        let other = vec![
            table("Income", &["Alternative"], "n"),
            table("Years", &["Year", "A"], "n"),
            table("More", &["Year"], "n"),
            table("Last", &["Alternative"], "n"),
        ];
        let captions = ["Income", "Income", "One – Years", "Other – Years", "Other – More", "Last"];
        let beside = beside(&[("One", one), ("Other", other)]);
        assert_eq!(beside.iter().map(|(caption, ..)| caption.as_str()).collect::<Vec<_>>(), captions);
        assert_eq!(beside[1].1, ["Other", "Alternative"]);
        assert_eq!(beside[5].1, ["One", "Alternative", "Other", "Alternative"]);
    }
}
