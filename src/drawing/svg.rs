//! Drawings as SVG. What several shapes share is written once and used again, also from one drawing of a page to the
//! next.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use quick_xml::escape::escape;

use super::colour::Colour;
use super::digits;
use super::geometry::Point;
use super::letters::Weight;
use super::shape::{Anchor, Drawing, Fill, Outline, PIXEL, Pattern, PatternKind, Shape, Stroke, Text};
use crate::text::letter::sanitized;

/// The size of letters that is not stated with each text.
const SIZE: i64 = 12 * PIXEL;

/// One drawing. `id` is its name in the page.
#[must_use]
pub fn document(drawing: &Drawing, id: &str) -> String {
    documents([drawing], id).concat()
}

/// The drawings of one page, which all stand in it: a later one refers to what an earlier one defines. `id` is what
/// the names of all their parts begin with: letters, digits and hyphens of the program's own.
#[must_use]
pub fn documents<'a>(drawings: impl IntoIterator<Item = &'a Drawing> + Clone, id: &str) -> Vec<String> {
    let mut writer = Writer::new(drawings.clone(), id);
    drawings.into_iter().enumerate().map(|(position, drawing)| writer.document(drawing, position)).collect()
}

/// What is said of a drawing or a shape, as a page reads it.
fn said(text: &str) -> String {
    escape(sanitized(text, false)).into_owned()
}

/// The address of an outline, the same for all shapes that share it.
fn address(outline: &Outline) -> usize {
    Arc::as_ptr(outline).addr()
}

struct Writer<'a> {
    id: &'a str,
    /// Per outline: how many shapes use it, and its number once it is defined.
    outlines: HashMap<usize, (usize, Option<usize>)>,
    outlines_defined: usize,
    patterns: Vec<(Colour, Pattern)>,
    definitions: String,
    body: String,
}

impl<'a> Writer<'a> {
    fn new<'drawing>(drawings: impl IntoIterator<Item = &'drawing Drawing>, id: &'a str) -> Self {
        let mut outlines = HashMap::new();
        for drawing in drawings {
            count(&drawing.shapes, &mut outlines);
        }
        Self {
            id,
            outlines,
            outlines_defined: 0,
            patterns: Vec::new(),
            definitions: String::new(),
            body: String::new(),
        }
    }

    fn document(&mut self, drawing: &Drawing, position: usize) -> String {
        let (id, Drawing { width, height, .. }) = (self.id, drawing);
        self.shapes(&drawing.shapes);
        let (title, description) = (said(&drawing.title), said(&drawing.description));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{}\" height=\"{}\" \
             role=\"img\" aria-labelledby=\"{id}-t{position} {id}-d{position}\" font-family=\"Arial, Helvetica, \
             'Liberation Sans', Arimo, sans-serif\" font-size=\"{SIZE}\" fill=\"{}\" fill-rule=\"evenodd\" \
             stroke-linejoin=\"round\" stroke-linecap=\"round\">\n\
             <title id=\"{id}-t{position}\">{title}</title>\n<desc id=\"{id}-d{position}\">{description}</desc>\n",
            width.div_euclid(PIXEL),
            height.div_euclid(PIXEL),
            Colour::INK,
        );
        if !self.definitions.is_empty() {
            let _ = writeln!(out, "<defs>\n{}</defs>", self.definitions);
        }
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        self.definitions.clear();
        self.body.clear();
        out
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rectangle { area, fill, stroke } => {
                let paint = self.paint(*fill, *stroke);
                let (x, y, width, height) = (area.left, area.top, area.width(), area.height());
                self.line(format_args!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{paint}/>"
                ));
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                let paint = self.paint(*fill, *stroke);
                let Point { x, y } = centre;
                self.line(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{paint}/>"));
            }
            Shape::Polygon { rings, fill, stroke, title } => {
                let paint = self.paint(*fill, *stroke);
                self.outline(rings, true, &paint, title.as_deref());
            }
            Shape::Lines { lines, stroke } => {
                let paint = self.paint(None, Some(*stroke));
                self.outline(lines, false, &paint, None);
            }
            Shape::Text(text) => self.text(text),
            Shape::Group { offset, shapes } => {
                let Point { x, y } = offset;
                self.line(format_args!("<g transform=\"translate({x} {y})\">"));
                self.shapes(shapes);
                self.line(format_args!("</g>"));
            }
        }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.body, "{line}");
    }

    fn outline(&mut self, outline: &Outline, closed: bool, paint: &str, title: Option<&str>) {
        if outline.iter().all(Vec::is_empty) {
            return;
        }
        let key = address(outline);
        let (count, number) = self.outlines.get(&key).copied().unwrap_or_default();
        let (tag, reference) = if count > 1 {
            let number = number.unwrap_or_else(|| self.define(outline, closed));
            ("use", format!("href=\"#{}-o{number}\"", self.id))
        } else {
            ("path", format!("d=\"{}\"", path(outline, closed)))
        };
        match title {
            None => self.line(format_args!("<{tag} {reference}{paint}/>")),
            Some(title) => {
                let title = said(title);
                self.line(format_args!("<{tag} {reference}{paint}><title>{title}</title></{tag}>"));
            }
        }
    }

    /// Defines an outline for all shapes that share it; its number.
    fn define(&mut self, outline: &Outline, closed: bool) -> usize {
        let number = self.outlines_defined;
        self.outlines_defined += 1;
        self.outlines.entry(address(outline)).or_default().1 = Some(number);
        let (id, path) = (self.id, path(outline, closed));
        let _ = writeln!(self.definitions, "<path id=\"{id}-o{number}\" d=\"{path}\"/>");
        number
    }

    fn text(&mut self, text: &Text) {
        if text.text().is_empty() {
            return;
        }
        let mut style = String::new();
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => style.push_str(" text-anchor=\"middle\""),
            Anchor::End => style.push_str(" text-anchor=\"end\""),
        }
        if text.size != SIZE {
            let _ = write!(style, " font-size=\"{}\"", text.size);
        }
        if text.weight == Weight::Bold {
            style.push_str(" font-weight=\"700\"");
        }
        if text.colour != Colour::INK {
            let _ = write!(style, " fill=\"{}\"", text.colour);
        }
        if let Some(halo) = text.halo {
            let width = text.size / 4;
            let _ = write!(style, " stroke=\"{halo}\" stroke-width=\"{width}\" paint-order=\"stroke\"");
        }
        let Point { x, y } = text.at;
        let (width, text) = (text.width(), escape(text.text()));
        self.line(format_args!(
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"{style}>\
             {text}</text>"
        ));
    }

    fn paint(&mut self, fill: Option<Fill>, stroke: Option<Stroke>) -> String {
        let mut paint = match fill {
            None => " fill=\"none\"".to_owned(),
            Some(Fill { colour, pattern: None }) => format!(" fill=\"{colour}\""),
            Some(Fill { colour, pattern: Some(pattern) }) => {
                let number = self.pattern(colour, pattern);
                format!(" fill=\"url(#{}-p{number})\"", self.id)
            }
        };
        if let Some(Stroke { colour, width }) = stroke {
            let _ = write!(paint, " stroke=\"{colour}\" stroke-width=\"{width}\"");
        }
        paint
    }

    /// The number of a pattern on its ground, which is defined when it is used first.
    fn pattern(&mut self, ground: Colour, pattern: Pattern) -> usize {
        if let Some(number) = self.patterns.iter().position(|known| *known == (ground, pattern)) {
            return number;
        }
        let number = self.patterns.len();
        self.patterns.push((ground, pattern));
        let (side, figure) = match pattern.kind {
            PatternKind::Rising => (60, "M-15 15l30-30M0 60l60-60M45 75l30-30"),
            PatternKind::Falling => (60, "M-15 45l30 30M0 0l60 60M45-15l30 30"),
            PatternKind::Level => (50, "M0 25h50"),
            PatternKind::Upright => (50, "M25 0v50"),
            PatternKind::Dots => (60, "M15 15h.1M45 45h.1"),
            PatternKind::Grid => (60, "M0 30h60M30 0v60"),
            PatternKind::Lattice => (80, "M0 0l80 80M0 80l80-80"),
        };
        let width = if pattern.kind == PatternKind::Dots { 15 } else { 8 };
        let _ = writeln!(
            self.definitions,
            "<pattern id=\"{}-p{number}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"M0 0h{side}v{side}H0z\" fill=\"{ground}\"/>\
             <path d=\"{figure}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"/></pattern>",
            self.id, pattern.ink
        );
        number
    }
}

fn count(shapes: &[Shape], outlines: &mut HashMap<usize, (usize, Option<usize>)>) {
    for shape in shapes {
        match shape {
            Shape::Polygon { rings: outline, .. } | Shape::Lines { lines: outline, .. } => {
                outlines.entry(address(outline)).or_default().0 += 1;
            }
            Shape::Group { shapes, .. } => count(shapes, outlines),
            _ => {}
        }
    }
}

/// An outline as a path, in steps from point to point.
fn path(outline: &[Vec<Point>], closed: bool) -> String {
    let mut path = String::new();
    // Where the pen is, and the letter of the last step.
    let mut pen = Point::default();
    for line in outline {
        let Some((first, rest)) = line.split_first() else {
            continue;
        };
        let mut last = if path.is_empty() { 'M' } else { 'm' };
        path.push(last);
        step(&mut path, &[first.x - pen.x, first.y - pen.y]);
        pen = *first;
        for point in rest {
            let (x, y) = (point.x - pen.x, point.y - pen.y);
            let letter = match (x, y) {
                (0, 0) => continue,
                (_, 0) => 'h',
                (0, _) => 'v',
                _ => 'l',
            };
            if letter != last {
                path.push(letter);
                last = letter;
            }
            match letter {
                'h' => step(&mut path, &[x]),
                'v' => step(&mut path, &[y]),
                _ => step(&mut path, &[x, y]),
            }
            pen = *point;
        }
        if closed {
            path.push('z');
            pen = *first;
        }
    }
    path
}

/// Numbers, with a blank only where they would run together.
fn step(path: &mut String, numbers: &[i64]) {
    for number in numbers {
        if *number >= 0 && path.ends_with(|last: char| last.is_ascii_digit()) {
            path.push(' ');
        }
        digits::push(path, *number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::geometry::Rect;

    fn drawing(shapes: Vec<Shape>) -> Drawing {
        let (title, description) = ("Karta <1>".to_owned(), "a & b".to_owned());
        Drawing { width: 1_000, height: 500, title, description, shapes }
    }

    fn ring() -> Outline {
        Arc::new(vec![vec![Point::new(10, 10), Point::new(20, 10), Point::new(20, 25), Point::new(5, 20)]])
    }

    fn polygon(rings: Outline, fill: Fill) -> Shape {
        Shape::Polygon { rings, fill: Some(fill), stroke: None, title: None }
    }

    #[test]
    fn a_path_goes_in_steps() {
        assert_eq!(path(&ring(), true), "M10 10h10v15l-15-5z");
        let two = [vec![Point::new(1, 2), Point::new(3, 4), Point::new(3, 4)], vec![Point::new(-5, 6)]];
        assert_eq!(path(&two, true), "M1 2l2 2zm-6 4z");
        assert_eq!(path(&two, false), "M1 2l2 2m-8 2");
    }

    #[test]
    fn shared_outlines_are_written_once_in_a_page() {
        let shared = ring();
        let one = |colour| drawing(vec![polygon(shared.clone(), Fill::plain(colour))]);
        let pages = documents(&[one(Colour::INK), one(Colour::WHITE)], "k");
        assert!(pages[0].contains("<path id=\"k-o0\"") && pages[0].contains("<use href=\"#k-o0\""));
        assert!(!pages[1].contains("<path") && pages[1].contains("<use href=\"#k-o0\" fill=\"#fff\""));
        // Equal but not shared: each is written where it stands.
        let two = drawing(vec![
            polygon(ring(), Fill::plain(Colour::INK)),
            polygon(ring(), Fill::plain(Colour::INK)),
        ]);
        assert_eq!(document(&two, "k").matches("<path d=").count(), 2);
    }

    #[test]
    fn patterns_are_defined_once() {
        let pattern = Some(Pattern { kind: PatternKind::Dots, ink: Colour::INK });
        let fill = Fill { colour: Colour::WHITE, pattern };
        let svg = document(&drawing(vec![polygon(ring(), fill), polygon(ring(), fill)]), "k");
        assert_eq!((svg.matches("<pattern").count(), svg.matches("url(#k-p0)").count()), (1, 2), "{svg}");
    }

    #[test]
    fn names_are_text_and_nothing_else() {
        let text = Text::new("<script>\"'&\u{0}", Point::default(), Anchor::Middle, 120, Weight::Bold)
            .with_halo(Colour::WHITE);
        let area = Rect::at(Point::default(), 5, 5);
        let group = Shape::Group {
            offset: Point::new(1, 2),
            shapes: vec![
                Shape::Text(text),
                Shape::Rectangle { area, fill: None, stroke: None },
                Shape::Polygon {
                    rings: ring(),
                    fill: None,
                    stroke: None,
                    title: Some("</title><script>".to_owned()),
                },
            ],
        };
        let svg = document(&drawing(vec![group]), "k");
        assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;&quot;&apos;&amp;?"), "{svg}");
        assert!(svg.contains("Karta &lt;1&gt;") && svg.contains("a &amp; b"), "{svg}");
    }
}
