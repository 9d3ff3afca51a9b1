//! The terminal: tables laid out for a width, never cutting or breaking a figure. What does not fit side by side
//! stands below, with the row labels repeated.

use std::borrow::Cow;

use anstyle::{Effects, Style};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width, presets};
use unicode_width::UnicodeWidthStr;

use super::cell::{self, Look};
use super::clean;
use crate::report::document::{Document, Row, RowKind, Table};

/// The width of a page that is no terminal.
pub const PAGE_WIDTH: usize = 100;
/// Narrower terminals are written as if they had this width.
pub(super) const NARROWEST: usize = 40;
/// Blanks between columns.
const GAP: usize = 2;
/// Labels wider than this wrap.
const WIDEST_LABEL: usize = 34;
/// Labels give way to figures down to this width before a table is broken into blocks.
const NARROWEST_LABEL: usize = 18;
/// Narrower labels than this would say nothing.
const NARROWEST_OF_ALL: usize = 8;
/// By how much the labels below a heading are set in.
const INDENT: usize = 2;

/// A report as text of at most `width` columns, with bold headings for a terminal if `styled`.
#[must_use]
pub fn document(document: &Document, look: Look, width: usize, styled: bool) -> String {
    let width = width.max(NARROWEST);
    let page = Page { look, width, styled };
    let mut lines = Vec::new();
    for (position, paragraph) in document.lead.iter().enumerate() {
        let wrapped = paragraphs(&[clean::line(paragraph)], "", width.min(PAGE_WIDTH));
        lines.extend(wrapped.into_iter().map(|line| if position == 0 { page.bold(&line) } else { line }));
    }
    for table in &document.tables {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        page.table(table, &mut lines);
    }
    for list in &document.lists {
        lines.push(String::new());
        let title = paragraphs(&[clean::line(&list.title)], "", width.min(PAGE_WIDTH));
        lines.extend(title.into_iter().map(|line| page.bold(&line)));
        let items: Vec<String> = list.items.iter().map(|item| clean::line(item)).collect();
        lines.extend(paragraphs(&items, "•", width.min(PAGE_WIDTH)));
    }
    if let Some(more) = &document.more {
        lines.push(String::new());
        lines.extend(paragraphs(&[clean::line(more)], "", width.min(PAGE_WIDTH)));
    }
    lines.join("\n") + "\n"
}

struct Page {
    look: Look,
    width: usize,
    styled: bool,
}

/// The cells of a row as texts.
struct TextRow {
    kind: RowKind,
    cells: Vec<String>,
}

impl Page {
    fn bold(&self, line: &str) -> String {
        if !self.styled || line.is_empty() {
            return line.to_owned();
        }
        let bold = Style::new().effects(Effects::BOLD);
        format!("{bold}{line}{bold:#}")
    }

    fn table(&self, table: &Table, lines: &mut Vec<String>) {
        let caption = clean::line(&cell::caption(table, self.look));
        lines.extend(paragraphs(&[caption], "", self.width).into_iter().map(|line| self.bold(&line)));
        let rows: Vec<TextRow> = table.rows.iter().map(|row| self.row(row)).collect();
        let header: Vec<String> = table.columns.iter().map(|column| clean::line(&column.heading)).collect();
        let widths = self.widths(&header, &rows, table);
        for (position, block) in self.blocks(table, &widths).into_iter().enumerate() {
            if position > 0 {
                lines.push(String::new());
            }
            self.block(table, &header, &rows, &widths, &block, lines);
        }
        for note in cell::notes(table, self.look) {
            lines.extend(paragraphs(&[clean::line(&note)], "", self.width.min(PAGE_WIDTH)));
        }
    }

    fn row(&self, row: &Row) -> TextRow {
        let cells = row.cells.iter().map(|cell| clean::line(&cell::text(cell, self.look))).collect();
        TextRow { kind: row.kind, cells }
    }

    /// The width of each column: that of its widest figure, heading or text. Texts have a limit and wrap, and the
    /// labels give way where that lets all columns stand side by side.
    fn widths(&self, header: &[String], rows: &[TextRow], table: &Table) -> Vec<usize> {
        let body = || rows.iter().filter(|row| row.kind != RowKind::Heading);
        let widest = |column: usize| {
            let in_column = body().filter_map(|row| row.cells.get(column)).chain(header.get(column));
            in_column.map(|text| text.width()).max().unwrap_or(0)
        };
        let columns = table.columns.iter().enumerate();
        let mut widths: Vec<usize> = columns
            .map(|(position, column)| {
                let width = widest(position).max(1);
                if column.figures { width } else { width.min(WIDEST_LABEL) }
            })
            .collect();
        let others: usize = widths.iter().skip(1).map(|width| width + GAP).sum();
        if let Some(label) = widths.first_mut() {
            *label += indent(table);
            let left = self.width.saturating_sub(others);
            if left >= NARROWEST_LABEL {
                *label = (*label).min(left);
            }
        }
        // Not even one group of columns may stand out beside the labels.
        let widest_group = groups(table).iter().map(|group| needed(&widths, group)).max().unwrap_or(0);
        if let Some(label) = widths.first_mut() {
            *label = (*label).min(self.width.saturating_sub(widest_group).max(NARROWEST_OF_ALL));
        }
        widths
    }

    /// Which columns stand side by side: as many as fit, the labels in each block, and no column parted from the
    /// one it belongs to.
    fn blocks(&self, table: &Table, widths: &[usize]) -> Vec<Vec<usize>> {
        let mut blocks: Vec<Vec<usize>> = Vec::new();
        let mut used = self.width;
        for group in groups(table) {
            let needed = needed(widths, &group);
            if used + needed > self.width || blocks.is_empty() {
                blocks.push(vec![0]);
                used = widths[0];
            }
            used += needed;
            if let Some(block) = blocks.last_mut() {
                block.extend(group);
            }
        }
        blocks
    }

    fn block(
        &self,
        table: &Table,
        header: &[String],
        rows: &[TextRow],
        widths: &[usize],
        columns: &[usize],
        lines: &mut Vec<String>,
    ) {
        let grid = |rows: &[&[String]], indent: usize| {
            let mut grid = comfy_table::Table::new();
            grid.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
            for row in rows {
                grid.add_row(columns.iter().map(|&column| row.get(column).map_or("", String::as_str)));
            }
            let first = columns.first().copied().unwrap_or(0);
            for (position, &column) in columns.iter().enumerate() {
                let Some(settings) = grid.column_mut(position) else { continue };
                let (before, width) =
                    if column == first { (indent, widths[column]) } else { (GAP, widths[column] + GAP) };
                settings.set_padding((u16::try_from(before).unwrap_or(0), 0));
                let width = u16::try_from(width).unwrap_or(u16::MAX);
                settings.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
                if table.columns[column].figures {
                    settings.set_cell_alignment(CellAlignment::Right);
                }
            }
            grid.lines().map(|line| line.trim_end_matches(' ').to_owned()).collect::<Vec<_>>()
        };
        let indent = indent(table);
        let all: usize = columns.iter().map(|&column| widths[column] + GAP).sum::<usize>() - GAP;
        lines.extend(grid(&[header], 0).into_iter().map(|line| self.bold(&line)));
        lines.push("─".repeat(all));
        // A sum or a heading that has nothing to say in this block is left out of it.
        let says_something = |row: &TextRow| {
            columns.iter().skip(1).any(|&column| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
        };
        let below =
            |heading: usize| rows.iter().skip(heading + 1).take_while(|row| row.kind != RowKind::Heading);
        let is_shown = |&(position, row): &(usize, &TextRow)| match row.kind {
            RowKind::Heading => below(position).next().is_none() || below(position).any(says_something),
            _ => says_something(row),
        };
        let shown: Vec<&TextRow> = rows.iter().enumerate().filter(is_shown).map(|(_, row)| row).collect();
        // Rows of a kind are laid out in one go.
        for (position, run) in shown.chunk_by(|one, other| one.kind == other.kind).enumerate() {
            let cells: Vec<&[String]> = run.iter().map(|row| row.cells.as_slice()).collect();
            match run[0].kind {
                RowKind::Heading => {
                    for heading in cells.iter().filter_map(|cells| cells.first()) {
                        if position > 0 {
                            lines.push(String::new());
                        }
                        let wrapped = paragraphs(std::slice::from_ref(heading), "", self.width);
                        lines.extend(wrapped.into_iter().map(|line| self.bold(&line)));
                    }
                }
                RowKind::Body | RowKind::Form | RowKind::Change => lines.extend(grid(&cells, indent)),
                RowKind::Total => {
                    lines.extend(grid(&cells, indent).into_iter().map(|line| self.bold(&line)));
                }
            }
        }
    }
}

/// Columns that stand together: each with those that belong to it.
fn groups(table: &Table) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (position, column) in table.columns.iter().enumerate().skip(1) {
        match groups.last_mut() {
            Some(group) if column.joined => group.push(position),
            _ => groups.push(vec![position]),
        }
    }
    groups
}

/// The width that some columns take up beside others.
fn needed(widths: &[usize], columns: &[usize]) -> usize {
    columns.iter().map(|&column| GAP + widths[column]).sum()
}

/// By how much labels are set in: only below headings.
fn indent(table: &Table) -> usize {
    if table.rows.iter().any(|row| row.kind == RowKind::Heading) { INDENT } else { 0 }
}

/// A text whose words are broken where they are longer than any line: the library measures what is left of a word anew
/// for each line of it.
fn with_breaks(text: &str) -> Cow<'_, str> {
    const LONGEST_WORD: usize = 1_000;
    let is_long = |word: &str| word.len() > LONGEST_WORD;
    if !text.split(' ').any(is_long) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + text.len() / LONGEST_WORD);
    for (position, word) in text.split(' ').enumerate() {
        if position > 0 {
            broken.push(' ');
        }
        let mut rest = word;
        while is_long(rest) {
            let (line, after) = rest.split_at(rest.floor_char_boundary(LONGEST_WORD));
            broken += line;
            broken.push('\n');
            rest = after;
        }
        broken += rest;
    }
    Cow::Owned(broken)
}

/// Paragraphs wrapped at blanks, each behind a bullet if there is one.
pub(super) fn paragraphs(texts: &[String], bullet: &str, width: usize) -> Vec<String> {
    let mut grid = comfy_table::Table::new();
    let indent = if bullet.is_empty() { 0 } else { 2 };
    let column = u16::try_from(width.saturating_sub(indent)).unwrap_or(u16::MAX);
    grid.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for text in texts {
        let text = with_breaks(text);
        if indent == 0 {
            grid.add_row([text.as_ref()]);
        } else {
            grid.add_row([bullet, text.as_ref()]);
        }
    }
    let last = usize::from(indent > 0);
    for position in 0..=last {
        let Some(settings) = grid.column_mut(position) else { continue };
        settings.set_padding((0, 0));
        let wanted = if position == last { column } else { u16::try_from(indent).unwrap_or(0) };
        settings.set_constraint(ColumnConstraint::Absolute(Width::Fixed(wanted)));
    }
    grid.lines().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::List;
    use crate::text::language::Language;

    #[test]
    fn a_long_title_of_a_list_stays_within_the_width() {
        let list =
            List { title: "Antaganden: ".to_owned() + &"utgångsläge ".repeat(20), items: Vec::new() };
        let document = Document { lists: vec![list], ..Document::default() };
        let text =
            self::document(&document, Look { language: Language::Swedish, unit: cell::Unit::Kr }, 60, false);
        assert!(text.lines().count() > 4 && text.lines().all(|line| line.width() <= 60), "{text}");
    }
}
