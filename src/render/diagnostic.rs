//! Diagnostics as text: what, where with the line of the file, and what to do. The only file that knows the
//! snippet library.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::clean::{no_command, sanitized};
use crate::diagnostic::{Diagnostic, Diagnostics, Label};
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::say;

/// Lines longer than this are shown from near the place on.
const LONGEST_LINE: usize = 20_000;
/// Characters of a sentence that are shown.
const LONGEST_SENTENCE: usize = 600;
/// Two places at most this far apart are shown in one piece.
const NEAR: usize = 4_000;

/// All diagnostics as text that ends with a line break, with colours if `styled`.
#[must_use]
pub fn diagnostics(diagnostics: &Diagnostics, language: Language, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(160);
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        out += &one(diagnostic, language, &renderer);
        out += "\n\n";
    }
    if diagnostics.not_kept() > 0 {
        let more = diagnostics.not_kept();
        out += &say!(language, "… och {more} till.", "… and {more} more.");
        out += "\n\n";
    }
    out.pop();
    out
}

fn one(diagnostic: &Diagnostic, language: Language, renderer: &Renderer) -> String {
    let words = labels(language);
    let description = diagnostic.problem.describe(language);
    let level = if diagnostic.is_warning() {
        Level::WARNING.with_name(words.warning)
    } else {
        Level::ERROR.with_name(words.error)
    };
    let clean = |text: &str| no_command(&sanitized(&shortened(text), false));
    let mut group = level.primary_title(clean(&description.title)).id(description.code).elements(
        excerpts(diagnostic)
            .into_iter()
            .map(|excerpt| excerpt.snippet(description.label.as_deref(), description.other.as_deref())),
    );
    if let Some(help) = &description.help {
        group = group.element(Level::HELP.with_name(words.help).message(clean(help)));
    }
    let report: &[Group<'_>] = &[group];
    let lines = renderer.render(report);
    // A line break of two characters leaves a blank behind.
    lines.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// A sentence that some endless name has not made endless.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SENTENCE) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// Some lines of a file and what is marked in them.
struct Excerpt<'diagnostic> {
    label: &'diagnostic Label,
    lines: Range<usize>,
    place: Option<Range<usize>>,
    other: Option<Range<usize>>,
}

/// The lines around both places: in one piece where they are near each other in the same file.
fn excerpts(diagnostic: &Diagnostic) -> Vec<Excerpt<'_>> {
    let Some(label) = &diagnostic.place else { return Vec::new() };
    let place = Excerpt { label, lines: lines(label), place: Some(label.span.clone()), other: None };
    let Some(other_label) = &diagnostic.other else { return vec![place] };
    let other_lines = lines(other_label);
    let (start, end) = (place.lines.start.min(other_lines.start), place.lines.end.max(other_lines.end));
    let same_file = label.source.path == other_label.source.path;
    if same_file && end - start <= NEAR {
        return vec![Excerpt { lines: start..end, other: Some(other_label.span.clone()), ..place }];
    }
    let other = Excerpt {
        label: other_label,
        lines: other_lines,
        place: None,
        other: Some(other_label.span.clone()),
    };
    vec![place, other]
}

impl<'diagnostic> Excerpt<'diagnostic> {
    fn snippet(
        self,
        label: Option<&str>,
        other_label: Option<&str>,
    ) -> Snippet<'diagnostic, annotate_snippets::Annotation<'diagnostic>> {
        let text = &self.label.source.text;
        let shown = no_command(&sanitized(&text[self.lines.clone()], true));
        let line = self.label.source.line(self.lines.start);
        let inside = |span: Range<usize>| {
            let within = |place: usize| place.clamp(self.lines.start, self.lines.end) - self.lines.start;
            within(span.start)..within(span.end)
        };
        // People find a cell of a sheet by its name.
        let with_cell = |span: &Range<usize>, text: Option<&str>| {
            let text = no_command(&sanitized(text.unwrap_or_default(), false));
            match self.label.source.cell_name(span.start) {
                Some(cell) if text.is_empty() => cell,
                Some(cell) => format!("{cell}: {text}"),
                None => text,
            }
        };
        let marked = |kind: AnnotationKind, span: Range<usize>, text: Option<&str>| {
            kind.span(inside(span.clone())).label(with_cell(&span, text))
        };
        let place = self.place.clone().map(|span| marked(AnnotationKind::Primary, span, label));
        let other = self.other.clone().map(|span| marked(AnnotationKind::Context, span, other_label));
        Snippet::source(shown)
            .path(no_command(&sanitized(&self.label.source.path, false)))
            .line_start(line)
            .annotations(place.into_iter().chain(other))
    }
}

/// The whole lines that a place stands on, or a part of them where they are very long.
fn lines(label: &Label) -> Range<usize> {
    let text = &label.source.text;
    let start = label.source.line_start(label.span.start);
    let rest =
        &text[label.span.end..text.ceil_char_boundary((label.span.end + LONGEST_LINE).min(text.len()))];
    let end = label.span.end + rest.find('\n').unwrap_or(rest.len());
    if end - start <= LONGEST_LINE {
        return start..end;
    }
    let start = start.max(text.floor_char_boundary(label.span.start.saturating_sub(100)));
    let end = end.min(text.ceil_char_boundary((label.span.start + 200).min(text.len())));
    start..end.max(start)
}
