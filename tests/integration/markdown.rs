//! Markdown as the text and the tables that it stands for.

/// A table as its cells; the first row is the header.
pub(crate) type Cells = Vec<Vec<String>>;

/// The tables of a text with the heading before each.
pub(crate) fn tables(markdown: &str) -> Vec<(String, Cells)> {
    let mut found: Vec<(String, Cells)> = Vec::new();
    let mut before = String::new();
    let mut inside = false;
    for line in markdown.lines() {
        if let Some(cells) = line.strip_prefix("| ") {
            if !inside {
                found.push((before.clone(), Vec::new()));
            }
            let cells = cells.trim_end_matches('|').split(" | ").map(|cell| plain(cell.trim_matches(' ')));
            found.last_mut().expect("a table").1.push(cells.collect());
        } else if line.starts_with('#') {
            before = plain(line.trim_start_matches('#').trim_matches(' '));
        }
        inside = line.starts_with('|');
    }
    found
}

/// A text as it was before Markdown escaped it.
fn plain(markdown: &str) -> String {
    let bold = markdown.strip_prefix("**").and_then(|text| text.strip_suffix("**")).unwrap_or(markdown);
    let mut text = String::new();
    let mut letters = bold.chars();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
