//! An explanation as a neutral tree of texts, cut at a depth.

use crate::analysis::explanation::words;
use crate::analysis::explanation::{Formula, Node, What};
use crate::text::language::Language;
use crate::text::localize::Localize;

/// A tree of texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tree {
    /// What is explained.
    pub title: String,
    /// The figure.
    pub top: Branch,
    /// Notes below it.
    pub notes: Vec<String>,
}

/// A figure of a tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: String,
    /// How and where from.
    pub details: Vec<String>,
    /// What it was made of, as far as it is shown.
    pub children: Vec<Branch>,
    /// That more is not shown.
    pub cut: Option<String>,
}

/// What an explanation is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject<'name> {
    /// The name of the scenario.
    pub scenario: &'name str,
    /// The year of its path, if it has one.
    pub year: Option<i64>,
    /// Whether the year was asked for.
    pub chosen: bool,
}

/// The tree of an explanation down to a depth.
#[must_use]
pub fn tree(subject: Subject<'_>, node: &Node, depth: usize, language: Language) -> Tree {
    let top = branch(node, 0, depth, language);
    let mut title = subject.scenario.to_owned();
    title.extend(subject.year.map(|year| format!(", {year}")));
    title.extend(node.metric.as_ref().map(|metric| format!(": {metric}")));
    let mut notes = Vec::new();
    notes.extend(subject.year.map(|year| words::note_year(year, subject.chosen, language)));
    columns(node, depth, language, &mut notes);
    if any(&top, &|branch| branch.value.contains('≈')) {
        notes.push(words::note_rounded(language));
    }
    let whole = node.depth();
    if depth < whole {
        notes.push(words::note_cut(depth, whole, language));
    }
    Tree { title, top, notes }
}

/// Where the columns of the kommun table come from whose figures are shown, each once.
fn columns(node: &Node, depth: usize, language: Language, notes: &mut Vec<String>) {
    let of_column = node.origin.as_ref().and_then(|origin| words::column(origin, language));
    notes.extend(of_column.filter(|column| !notes.contains(column)));
    if depth > 0 {
        node.children.iter().for_each(|child| columns(child, depth - 1, language, notes));
    }
}

fn any(branch: &Branch, is: &dyn Fn(&Branch) -> bool) -> bool {
    is(branch) || branch.children.iter().any(|child| any(child, is))
}

fn branch(node: &Node, level: usize, depth: usize, language: Language) -> Branch {
    let is_cut = level == depth && !node.children.is_empty();
    let mut details = Vec::new();
    // That parts add up is plain to see where they are shown.
    if (node.formula != Formula::Sum || is_cut)
        && let Some((in_words, in_numbers)) = words::formula(node, language)
    {
        // Who moves from where to where stands in the label.
        if !matches!(node.what, What::Moved { .. }) {
            details.push(format!("= {in_words}"));
        }
        // A sum of many parts would only repeat the amount.
        if in_numbers != words::quantity(&node.value, language) {
            details.push(format!("= {in_numbers}"));
        }
    }
    details.extend(node.what.rule(language));
    details.extend(node.origin.as_ref().map(|origin| words::origin(origin, language)));
    if node.elsewhere {
        details.push(words::elsewhere(node.metric.as_deref(), language));
    }
    let shown: &[Node] = if is_cut { &[] } else { &node.children };
    Branch {
        label: node.what.localize(language),
        value: words::quantity(&node.value, language),
        details,
        children: shown.iter().map(|child| branch(child, level + 1, depth, language)).collect(),
        cut: if node.cut > 0 {
            Some(words::cut(node.cut, None, language))
        } else {
            is_cut.then(|| words::cut(node.children.len(), Some(depth + 1), language))
        },
    }
}
