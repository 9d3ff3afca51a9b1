//! Pages: A4, upright, with margins on all sides.

use super::xml::Xml;

/// The sides of A4 in twentieths of a point.
const WIDTH: u32 = 11_906;
const HEIGHT: u32 = 16_838;
/// 25 millimetres.
const MARGIN: u32 = 1_417;
/// From the edge of the paper to header and footer.
const TO_HEADER: u32 = 709;

/// How wide text is, in twentieths of a point.
pub(super) const TEXT_WIDTH: u32 = WIDTH - 2 * MARGIN;
/// How high the text of a page is, in twentieths of a point.
pub(super) const TEXT_HEIGHT: u32 = HEIGHT - 2 * MARGIN;

/// The names by which the document refers to its header and footer.
pub(super) const HEADER: &str = "rIdHeader";
pub(super) const FOOTER: &str = "rIdFooter";

/// Writes what all pages have in common. The first one has no header.
pub(super) fn write(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", &HEADER)]);
        xml.empty("w:footerReference", &[("w:type", &"default"), ("r:id", &FOOTER)]);
        xml.empty("w:footerReference", &[("w:type", &"first"), ("r:id", &FOOTER)]);
        xml.empty("w:pgSz", &[("w:w", &WIDTH), ("w:h", &HEIGHT)]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &MARGIN),
                ("w:right", &MARGIN),
                ("w:bottom", &MARGIN),
                ("w:left", &MARGIN),
                ("w:header", &TO_HEADER),
                ("w:footer", &TO_HEADER),
                ("w:gutter", &0),
            ],
        );
        xml.empty("w:cols", &[("w:space", &708)]);
        xml.empty("w:titlePg", &[]);
    });
}
