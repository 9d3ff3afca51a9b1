//! A tree on the terminal: labels set in by level, values to the right, what is said of a figure below it.

use anstyle::{Effects, Style};
use unicode_width::UnicodeWidthStr;

use super::clean;
use super::text::{NARROWEST, PAGE_WIDTH, paragraphs};
use crate::report::explanation::{Branch, Tree};

/// Blanks between a label and its value.
const GAP: usize = 2;
/// Labels are never squeezed into less.
const NARROWEST_LABEL: usize = 16;

/// A tree as text of at most `width` columns, and never wider than a page.
#[must_use]
pub fn tree(tree: &Tree, width: usize, styled: bool) -> String {
    let width = width.clamp(NARROWEST, PAGE_WIDTH);
    let bold = |line: String| {
        let bold = Style::new().effects(Effects::BOLD);
        if styled { format!("{bold}{line}{bold:#}") } else { line }
    };
    let title = paragraphs(&[clean::line(&tree.title)], "", width);
    let mut lines: Vec<String> = title.into_iter().map(bold).collect();
    lines.push(String::new());
    branch(&tree.top, ["", ""], width, &mut lines);
    if !tree.notes.is_empty() {
        lines.push(String::new());
        let notes: Vec<String> = tree.notes.iter().map(|note| clean::line(note)).collect();
        lines.extend(paragraphs(&notes, "", width));
    }
    lines.join("\n") + "\n"
}

/// A figure; `guides` stand before its first line and before all that follow.
fn branch(branch_of: &Branch, guides: [&str; 2], width: usize, lines: &mut Vec<String>) {
    let [first, rest] = guides;
    let value = clean::line(&branch_of.value);
    let space = width.saturating_sub(rest.width() + GAP + value.width()).max(NARROWEST_LABEL);
    let label = paragraphs(&[clean::line(&branch_of.label)], "", space);
    for (position, line) in label.iter().enumerate() {
        if position == 0 {
            let gap = width.saturating_sub(first.width() + line.width() + value.width()).max(1);
            lines.push(format!("{first}{line}{}{value}", " ".repeat(gap)));
        } else {
            lines.push(format!("{rest}{line}"));
        }
    }
    let has_below = !branch_of.children.is_empty() || branch_of.cut.is_some();
    let before_details = format!("{rest}{}", if has_below { "│  " } else { "   " });
    let space = width.saturating_sub(before_details.width()).max(NARROWEST_LABEL);
    for detail in &branch_of.details {
        let wrapped = paragraphs(&[clean::line(detail)], "", space);
        lines.extend(wrapped.into_iter().map(|line| format!("{before_details}{line}")));
    }
    let last = branch_of.children.len().saturating_sub(1);
    for (position, child) in branch_of.children.iter().enumerate() {
        let (corner, below) = if position == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        branch(child, [&format!("{rest}{corner}"), &format!("{rest}{below}")], width, lines);
    }
    lines.extend(branch_of.cut.as_ref().map(|cut| format!("{rest}└─ {cut}")));
}
