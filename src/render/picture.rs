//! Charts as pictures of dots (PNG), for documents that cannot hold SVG. Letters are those of the font compiled in and
//! of no other, so that every machine draws the same.

use std::io;

use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::drawing::{Anchor, Colour, Drawing, INK, LETTERS, Shape};

/// Dots per unit of the drawing, a whole number so that bars end sharply: 540 units over 16 cm make 257 dots per inch.
const DOTS: i64 = 3;

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// The file.
    pub png: Vec<u8>,
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
}

/// Draws pictures. Made once for many, as it reads the font.
pub struct Painter {
    font: Face<'static>,
    /// Dots per unit of the font.
    scale: f32,
}

impl Painter {
    /// A painter.
    ///
    /// # Errors
    /// If the font cannot be read.
    pub fn new() -> io::Result<Self> {
        let font = Face::parse(ttf_noto_sans::REGULAR, 0).map_err(io::Error::other)?;
        let scale = dots(LETTERS.into()) / f32::from(font.units_per_em());
        Ok(Self { font, scale })
    }

    /// A drawing as a picture on white.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn paint(&self, drawing: &Drawing) -> io::Result<Picture> {
        let size = |units: i64| u32::try_from(units.saturating_mul(DOTS)).unwrap_or_default();
        let (width, height) = (size(drawing.width), size(drawing.height));
        let mut canvas = Pixmap::new(width, height).ok_or(io::ErrorKind::InvalidInput)?;
        canvas.fill(Color::WHITE);
        for shape in &drawing.shapes {
            self.draw(&mut canvas, shape);
        }
        Ok(Picture { png: encoded(&canvas)?, width, height })
    }

    fn draw(&self, canvas: &mut Pixmap, shape: &Shape) {
        match shape {
            Shape::Rectangle { x, y, width, height, colour } => {
                fill(canvas, Rect::from_xywh(dots(*x), dots(*y), dots(*width), dots(*height)), *colour);
            }
            Shape::Line { x, top, bottom } => {
                let half = dots(1) / 2.0;
                let sides = Rect::from_ltrb(dots(*x) - half, dots(*top), dots(*x) + half, dots(*bottom));
                fill(canvas, sides, INK);
            }
            Shape::Text { x, y, anchor, text } => self.text(canvas, (dots(*x), dots(*y)), *anchor, text),
        }
    }

    /// A text, letter after letter. What the font lacks is drawn as its sign for that.
    fn text(&self, canvas: &mut Pixmap, (x, y): (f32, f32), anchor: Anchor, text: &str) {
        let glyphs: Vec<(GlyphId, f32)> = text
            .chars()
            .map(|letter| {
                let glyph = self.font.glyph_index(letter).unwrap_or_default();
                (glyph, f32::from(self.font.glyph_hor_advance(glyph).unwrap_or_default()) * self.scale)
            })
            .collect();
        let x = match anchor {
            Anchor::Start => x,
            Anchor::End => x - glyphs.iter().map(|(_, advance)| advance).sum::<f32>(),
        };
        let mut outline = Outline { path: PathBuilder::new(), scale: self.scale, x, y };
        for (glyph, advance) in glyphs {
            // A blank has no outline.
            let _ = self.font.outline_glyph(glyph, &mut outline);
            outline.x += advance;
        }
        if let Some(path) = outline.path.finish() {
            canvas.fill_path(&path, &paint(INK), FillRule::Winding, Transform::identity(), None);
        }
    }
}

/// Units as dots, within what a picture may have.
fn dots(units: i64) -> f32 {
    f32::from(i16::try_from(units.saturating_mul(DOTS)).unwrap_or(i16::MAX))
}

fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour.0;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, u8::MAX);
    paint
}

/// Fills a rectangle; one without an inside is none.
fn fill(canvas: &mut Pixmap, rectangle: Option<Rect>, colour: Colour) {
    if let Some(rectangle) = rectangle {
        canvas.fill_rect(rectangle, &paint(colour), Transform::identity(), None);
    }
}

/// The outlines of letters where they stand: upwards in the font is downwards in a picture.
struct Outline {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Outline {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// As a file. Nothing shines through, so three colours do; lines of one colour pack best as they are.
fn encoded(canvas: &Pixmap) -> io::Result<Vec<u8>> {
    let dots: Vec<u8> = canvas.pixels().iter().flat_map(|dot| [dot.red(), dot.green(), dot.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&dots)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    fn painted(text: &str, anchor: Anchor) -> Picture {
        let text = Shape::Text { x: 20, y: 15, anchor, text: text.to_owned() };
        let drawing = Drawing { width: 60, height: 20, shapes: vec![text] };
        Painter::new().and_then(|painter| painter.paint(&drawing)).expect("a picture")
    }

    #[test]
    fn the_font_is_the_one_that_was_chosen() {
        let sum = Sha256::digest(ttf_noto_sans::REGULAR);
        let sum = sum.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        assert_eq!(sum, "f1ce78a25f519ef928b5b8755ca230314e47f8821e7aa89ecf000f033f389a9f");
    }

    #[test]
    fn every_letter_of_charts_is_drawn_and_none_like_another() {
        // The last one is no letter: it is drawn as what the font lacks.
        let texts = ["Å", "Ä", "Ö", "å", "ä", "ö", "é", "−", "–", "+", "…", "1\u{a0}0", "10", "\u{e000}"];
        let drawn: Vec<Picture> = texts.iter().map(|text| painted(text, Anchor::Start)).collect();
        for (position, one) in drawn.iter().enumerate() {
            assert_eq!((one.width, one.height), (180, 60));
            assert!(!drawn[position + 1..].contains(one), "{}", texts[position]);
        }
        assert_eq!(drawn.last(), Some(&painted("\u{e001}", Anchor::Start)));
        assert_ne!(drawn.last(), Some(&painted(" \u{a0}", Anchor::Start)));
        assert_ne!(painted("å", Anchor::Start), painted("å", Anchor::End));
    }

    #[test]
    fn shapes_stand_where_they_should_and_nothing_is_too_large_to_be_drawn() {
        let colour = Colour([1, 2, 3]);
        let rectangle = |x, width| Shape::Rectangle { x, y: 1, width, height: 2, colour };
        let line = Shape::Line { x: 9, top: 0, bottom: 4 };
        let shapes = vec![rectangle(2, 3), rectangle(7, 0), rectangle(i64::MAX, i64::MAX), line];
        let drawing = Drawing { width: 10, height: 4, shapes };
        let picture = Painter::new().and_then(|painter| painter.paint(&drawing)).expect("a picture");
        let mut reader = png::Decoder::new(io::Cursor::new(&picture.png)).read_info().expect("a PNG");
        let mut dots = vec![0; 30 * 12 * 3];
        reader.next_frame(&mut dots).expect("the dots");
        let dot = |x: usize, y: usize| &dots[(y * 30 + x) * 3..][..3];
        assert_eq!([dot(6, 3), dot(14, 8)], [[1, 2, 3]; 2]);
        assert_eq!([dot(5, 3), dot(15, 8), dot(6, 2), dot(6, 9), dot(21, 4)], [[255; 3]; 5]);
        assert_eq!(dot(27, 5), INK.0);
        let endless = Drawing { width: i64::MAX, height: i64::MAX, shapes: Vec::new() };
        assert!(Painter::new().and_then(|painter| painter.paint(&endless)).is_err());
    }
}
