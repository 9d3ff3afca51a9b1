//! The pages: A4 with margins of 2.5 cm, what stands at their foot, and how large a picture is on them.

use docx_rs::{
    Docx, Footer, NumPages, PageMargin, PageNum, PageOrientationType, PageSize, Run, SectionProperty, Tab,
    TabValueType,
};

use super::style::Style;
use crate::render::picture::Picture;
use crate::report::words::chart::made_by;
use crate::text::docx;
use crate::text::language::Language;

/// The short and the long side of A4, in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u16 = 1_418;
const MARGINS: u32 = 2 * MARGIN as u32;
/// To the top of what stands at the foot.
const FOOT: i32 = 709;
/// English Metric Units in a twentieth of a point.
const UNITS: u32 = 635;
/// What `docx-rs` calls the first foot of a document.
const FOOTER: &str = "rIdFooter1";

/// How pages lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Orientation {
    #[default]
    Portrait,
    Landscape,
}

impl Orientation {
    fn sides(self) -> (u32, u32) {
        match self {
            Self::Portrait => (SHORT, LONG),
            Self::Landscape => (LONG, SHORT),
        }
    }

    /// The width that text has, in twentieths of a point.
    pub(super) fn text_width(self) -> u32 {
        self.sides().0 - MARGINS
    }

    fn name(self) -> PageOrientationType {
        match self {
            Self::Portrait => PageOrientationType::Portrait,
            Self::Landscape => PageOrientationType::Landscape,
        }
    }
}

/// A document without contents.
pub(super) fn document(language: Language) -> Docx {
    Docx::new().footer(footer(language))
}

/// How the last pages of a document lie.
pub(super) fn lay(docx: Docx, orientation: Orientation) -> Docx {
    let (width, height) = orientation.sides();
    docx.page_size(width, height).page_orient(orientation.name()).page_margin(margins())
}

/// How pages before the last ones lie. Their foot is that of the document.
pub(super) fn section(orientation: Orientation) -> SectionProperty {
    let (width, height) = orientation.sides();
    SectionProperty::new()
        .page_size(PageSize::new().size(width, height))
        .page_orient(orientation.name())
        .page_margin(margins())
        .footer(Footer::new(), FOOTER)
}

fn margins() -> PageMargin {
    let margin = i32::from(MARGIN);
    PageMargin {
        top: margin,
        left: margin,
        bottom: margin,
        right: margin,
        header: FOOT,
        footer: FOOT,
        gutter: 0,
    }
}

/// Which program made the document, and to the right the number of the page.
fn footer(language: Language) -> Footer {
    let [before, between, after] = docx::page(language);
    let text = |text: &str| Run::new().add_text(text);
    let paragraph = Style::Footer
        .paragraph()
        .add_run(text(&made_by(language, env!("CARGO_PKG_VERSION"))).add_tab().add_text(before))
        .add_page_num(PageNum::new())
        .add_run(text(between))
        .add_num_pages(NumPages::new())
        .add_run(text(after));
    Footer::new().add_paragraph(paragraph)
}

/// A stop at the right margin, for the number of the page.
pub(super) fn tab_at_right_margin() -> Tab {
    let width = usize::try_from(Orientation::Portrait.text_width()).unwrap_or_default();
    Tab::new().val(TabValueType::Right).pos(width)
}

/// The width and height of a picture that is as wide as the text, in English Metric Units.
pub(super) fn picture_size(picture: &Picture) -> (u32, u32) {
    let width = Orientation::Portrait.text_width() * UNITS;
    let height = u64::from(width) * u64::from(picture.height) / u64::from(picture.width.max(1));
    (width, u32::try_from(height).unwrap_or(width))
}
