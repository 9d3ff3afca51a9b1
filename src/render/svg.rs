//! Charts as SVG, for pages.

use std::fmt::Write;

use super::clean::{harmless, markup};
use super::drawing::{self, Anchor, INK, LETTERS, Shape};
use crate::report::chart::Chart;
use crate::text::language::Language;

/// A chart. `id` is its name in the page.
#[must_use]
pub fn chart(chart: &Chart, id: &str, language: Language) -> String {
    let drawing = drawing::whole(chart, language);
    let (title, description) = (escaped(&chart.title), escaped(&chart.description));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\" font-family=\"system-ui, sans-serif\" font-size=\"{LETTERS}\" \
         fill=\"{INK}\">\n<title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n",
        drawing.width, drawing.height
    );
    for shape in &drawing.shapes {
        write(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Rectangle { x, y, width, height, colour } => writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
        ),
        Shape::Line { x, top, bottom } => {
            writeln!(out, "<path d=\"M{x} {top}V{bottom}\" stroke=\"{INK}\" stroke-width=\"1\"/>")
        }
        Shape::Text { x, y, anchor, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::End => "end",
            };
            writeln!(out, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>", escaped(text))
        }
    };
}

fn escaped(text: &str) -> String {
    markup(&harmless(text, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kronor::Kronor;
    use crate::report::chart::{Group, Picture};

    #[test]
    fn names_are_escaped_and_long_ones_shortened() {
        let group = Group { label: "<script>".repeat(8), amounts: vec![Some(Kronor::new(5)), None] };
        let picture = Picture::Bars {
            series: vec!["a\"".to_owned(), "b".to_owned()],
            groups: vec![group],
            stacked: false,
        };
        let one = Chart { title: "A & B".to_owned(), description: "<d>".to_owned(), picture };
        let svg = chart(&one, "c1", Language::Swedish);
        assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;") && svg.contains('…'), "{svg}");
        assert!(svg.contains("A &amp; B") && svg.contains(">–</text>"), "{svg}");
    }
}
