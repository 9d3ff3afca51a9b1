//! Charts as pictures of dots (PNG), for documents that cannot hold SVG. The drawing is that of [`super::svg`]; its
//! letters are those of the font compiled in and of no other, so that every machine draws the same.

use std::io;
use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

/// Dots per unit of the drawing, a whole number so that bars end sharply: 540 units over 16 cm make 257 dots per inch.
const DOTS: u8 = 3;
const FONT: &str = "Noto Sans";

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
    options: Options<'static>,
}

impl Default for Painter {
    fn default() -> Self {
        let mut fonts = Database::new();
        fonts.load_font_source(Source::Binary(Arc::new(ttf_noto_sans::REGULAR)));
        fonts.set_sans_serif_family(FONT);
        let options = Options { fontdb: Arc::new(fonts), font_family: FONT.to_owned(), ..Options::default() };
        Self { options }
    }
}

impl Painter {
    /// A drawing as a picture on white.
    ///
    /// # Errors
    /// If it is no drawing, or there is no room for it.
    pub fn paint(&self, svg: &str) -> io::Result<Picture> {
        let tree = Tree::from_str(svg, &self.options).map_err(io::Error::other)?;
        let size = tree.size().to_int_size();
        let [width, height] = [size.width(), size.height()].map(|units| units.saturating_mul(DOTS.into()));
        let mut canvas = Pixmap::new(width, height).ok_or(io::ErrorKind::OutOfMemory)?;
        canvas.fill(Color::WHITE);
        let scale = f32::from(DOTS);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
        Ok(Picture { png: encoded(&canvas)?, width, height })
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

    /// Letters as they stand in charts.
    fn drawing(text: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\" font-family=\"system-ui, sans-serif\" \
             font-size=\"14\"><text x=\"2\" y=\"15\">{text}</text></svg>"
        )
    }

    #[test]
    fn the_font_is_the_one_that_was_chosen() {
        let sum = Sha256::digest(ttf_noto_sans::REGULAR);
        let sum = sum.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        assert_eq!(sum, "f1ce78a25f519ef928b5b8755ca230314e47f8821e7aa89ecf000f033f389a9f");
    }

    #[test]
    fn every_letter_of_charts_is_drawn_and_none_like_another() {
        let painter = Painter::default();
        let texts = ["Å", "Ä", "Ö", "å", "ä", "ö", "é", "−", "–", "+", "…", "1\u{a0}0", "10", "\u{e000}"];
        let drawn: Vec<Picture> =
            texts.iter().map(|text| painter.paint(&drawing(text)).expect("a picture")).collect();
        for (position, one) in drawn.iter().enumerate() {
            assert_eq!((one.width, one.height), (180, 60));
            assert!(!drawn[position + 1..].contains(one), "{}", texts[position]);
        }
        // The last one is what stands for letters that the font lacks.
        let lacking = painter.paint(&drawing("\u{e001}")).expect("a picture");
        assert_eq!(drawn.last(), Some(&lacking));
        assert_ne!(painter.paint(&drawing("")).expect("a picture"), lacking);
    }

    #[test]
    fn the_same_drawing_gives_the_same_bytes_and_no_drawing_an_error() {
        let one = Painter::default().paint(&drawing("Åmål")).expect("a picture");
        assert_eq!(Painter::default().paint(&drawing("Åmål")).expect("a picture"), one);
        assert!(one.png.starts_with(b"\x89PNG"));
        assert!(Painter::default().paint("no drawing").is_err());
    }
}
