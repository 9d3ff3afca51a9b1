//! Drawings as vector shapes of Word: a group whose own unit is that of the drawing, so that coordinates stay small
//! and whole.

use std::fmt::{self, Display};

use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::Weight;
use crate::drawing::shape::{Anchor, Drawing, Fill, Outline, PatternKind, Shape, Stroke, Text};

use super::styles::Style;
use super::xml::Xml;
use crate::text::letter::sanitized;

/// The units of `DrawingML` in a tenth of a pixel, doubled: an inch has 914 400 of them and 96 pixels.
const EMU_TWICE: i64 = 1_905;
/// In a twentieth of a point.
const EMU_IN_TWIP: i64 = 635;
/// In half a point, the unit of letters.
const EMU_IN_HALF_POINT: i64 = 6_350;
/// The longest side of a drawing; what is larger is drawn in that size.
const LONGEST: i64 = 1 << 24;

/// The height of a line of Arial above and below the line it stands on, in thousandths of the size of its letters.
const ASCENT: i64 = 905;
const DESCENT: i64 = 212;
/// Space beside a text, so that other fonts do not need another line: so many thousandths of its width.
const BESIDE: i64 = 15;
/// The parts of a hundred thousand in which the ground behind letters covers what is below it.
const COVERING: u32 = 75_000;

/// The numbers of the pictures and shapes of a document, none of which comes twice.
#[derive(Default)]
pub(super) struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

/// How large a drawing is on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Scale {
    /// In the unit of the drawing.
    width: i64,
    height: i64,
    /// The width on paper.
    emu: i64,
}

impl Scale {
    /// As large as on a screen, or smaller to fit; in twentieths of a point.
    fn new(drawing: &Drawing, widest: u32, highest: u32) -> Self {
        let [width, height] = [drawing.width, drawing.height].map(|side| side.clamp(1, LONGEST));
        let [widest, highest] = [widest, highest].map(|side| i64::from(side) * EMU_IN_TWIP);
        let emu = (width * EMU_TWICE / 2).min(widest).min(highest * width / height).max(1);
        Self { width, height, emu }
    }

    /// Width and height on paper.
    fn extent(self) -> (i64, i64) {
        (self.emu, self.emu(self.height).max(1))
    }

    fn emu(self, length: i64) -> i64 {
        length.clamp(-LONGEST, LONGEST) * self.emu / self.width
    }

    /// The size of letters in half points, downwards so that they need no more than their place.
    fn half_points(self, size: i64) -> i64 {
        (self.emu(size) / EMU_IN_HALF_POINT).max(2)
    }

    /// Half points in the unit of the drawing.
    fn letters(self, half_points: i64) -> i64 {
        half_points * EMU_IN_HALF_POINT * self.width / self.emu
    }
}

/// Writes a run with the drawing, at most so wide and high (in twentieths of a point). `name` is what Word lists it as.
pub(super) fn write(
    xml: &mut Xml,
    drawing: &Drawing,
    (widest, highest): (u32, u32),
    numbers: &mut Numbers,
    name: &str,
) {
    let scale = Scale::new(drawing, widest, highest);
    let (cx, cy) = scale.extent();
    let described = described(drawing);
    xml.element("w:r", &[], |xml| {
        xml.element("mc:AlternateContent", &[], |xml| {
            xml.element("mc:Choice", &[("Requires", &"wpg")], |xml| {
                xml.element("w:drawing", &[], |xml| {
                    let apart: [(&str, &dyn Display); 4] =
                        [("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)];
                    xml.element("wp:inline", &apart, |xml| {
                        xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)]);
                        let id = numbers.next();
                        xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", &described)]);
                        xml.empty("wp:cNvGraphicFramePr", &[]);
                        write_graphic(xml, drawing, &described, scale, numbers);
                    });
                });
            });
            xml.element("mc:Fallback", &[], |xml| xml.text("w:t", &[], &described));
        });
    });
}

/// What screen readers say.
fn described(drawing: &Drawing) -> String {
    let (title, description) = (drawing.title.trim(), drawing.description.trim());
    let said = match (title.is_empty(), description.is_empty()) {
        (false, false) if title.ends_with(['.', '?', '!']) => format!("{title} {description}"),
        (false, false) => format!("{title}. {description}"),
        (true, _) => description.to_owned(),
        (false, true) => title.to_owned(),
    };
    sanitized(&said, false)
}

fn write_graphic(xml: &mut Xml, drawing: &Drawing, described: &str, scale: Scale, numbers: &mut Numbers) {
    let (cx, cy) = scale.extent();
    let uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    xml.element("a:graphic", &[], |xml| {
        xml.element("a:graphicData", &[("uri", &uri)], |xml| {
            xml.element("wpg:wgp", &[], |xml| {
                xml.empty("wpg:cNvGrpSpPr", &[]);
                let Scale { width, height, .. } = scale;
                xml.raw(format_args!(
                    "<wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/>\
                     <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
                     </wpg:grpSpPr>"
                ));
                let mut writer = Writer { xml, scale, numbers };
                writer.frame(described);
                writer.shapes(&drawing.shapes, Point::default());
            });
        });
    });
}

/// What an area is filled into or a line goes along.
enum Form<'a> {
    /// One that Word knows by name.
    Preset(&'static str),
    /// Lines from point to point, closed or not.
    Path { lines: &'a [Vec<Point>], closed: bool },
}

impl Form<'_> {
    /// Writes it; `corner` is where the shape begins, in the coordinates of the points.
    fn write(&self, xml: &mut Xml, corner: Point, (width, height): (i64, i64)) {
        let (lines, closed) = match self {
            Self::Preset(name) => {
                xml.raw(format_args!("<a:prstGeom prst=\"{name}\"><a:avLst/></a:prstGeom>"));
                return;
            }
            Self::Path { lines, closed } => (lines, *closed),
        };
        let fill = if closed { "" } else { " fill=\"none\"" };
        xml.raw(format_args!(
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
             <a:pathLst><a:path w=\"{width}\" h=\"{height}\"{fill}>"
        ));
        for line in *lines {
            for (position, point) in line.iter().enumerate() {
                let (start, end) = if position == 0 {
                    ("<a:moveTo><a:pt x=\"", "\"/></a:moveTo>")
                } else {
                    ("<a:lnTo><a:pt x=\"", "\"/></a:lnTo>")
                };
                xml.fixed(start);
                xml.number(point.x - corner.x);
                xml.fixed("\" y=\"");
                xml.number(point.y - corner.y);
                xml.fixed(end);
            }
            if closed && !line.is_empty() {
                xml.fixed("<a:close/>");
            }
        }
        xml.fixed("</a:path></a:pathLst></a:custGeom>");
    }
}

/// How an area and the line around it look; nothing is what cannot be seen.
#[derive(Clone, Copy)]
struct Paint {
    fill: Option<Fill>,
    stroke: Option<Stroke>,
}

/// A colour as Word writes it.
struct Rgb(Colour);

impl Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour([red, green, blue]) = self.0;
        write!(formatter, "{red:02X}{green:02X}{blue:02X}")
    }
}

/// The figures of Word that are most like ours.
const fn preset_of(kind: PatternKind) -> &'static str {
    match kind {
        PatternKind::Rising => "ltUpDiag",
        PatternKind::Falling => "ltDnDiag",
        PatternKind::Level => "ltHorz",
        PatternKind::Upright => "ltVert",
        PatternKind::Dots => "dotGrid",
        PatternKind::Grid => "smGrid",
        PatternKind::Lattice => "openDmnd",
    }
}

struct Writer<'a> {
    xml: &'a mut Xml,
    scale: Scale,
    numbers: &'a mut Numbers,
}

impl Writer<'_> {
    /// A rectangle of the whole size that nobody sees. Without it, the group would be as large as what is drawn, and
    /// `LibreOffice`, which drops the description of a group, would have none.
    fn frame(&mut self, described: &str) {
        let (id, Scale { width, height, .. }) = (self.numbers.next(), self.scale);
        self.xml.fixed("<wps:wsp>");
        self.xml.empty("wps:cNvPr", &[("id", &id), ("name", &id), ("descr", &described)]);
        self.xml.raw(format_args!(
            "<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
             </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>\
             </wps:spPr><wps:bodyPr/></wps:wsp>"
        ));
    }

    fn shapes(&mut self, shapes: &[Shape], offset: Point) {
        for shape in shapes {
            match shape {
                Shape::Rectangle { area, fill, stroke } => {
                    let paint = Paint { fill: *fill, stroke: *stroke };
                    self.shape(area.moved(offset), paint, &Form::Preset("rect"));
                }
                Shape::Circle { centre, radius, fill, stroke } => {
                    let paint = Paint { fill: *fill, stroke: *stroke };
                    let area = Rect::around(centre.plus(offset), 2 * radius, 2 * radius);
                    self.shape(area, paint, &Form::Preset("ellipse"));
                }
                Shape::Polygon { rings, fill, stroke, .. } => {
                    self.outline(rings, true, Paint { fill: *fill, stroke: *stroke }, offset);
                }
                Shape::Lines { lines, stroke } => {
                    self.outline(lines, false, Paint { fill: None, stroke: Some(*stroke) }, offset);
                }
                Shape::Text(text) => self.text(text, offset),
                Shape::Group { offset: by, shapes } => self.shapes(shapes, offset.plus(*by)),
            }
        }
    }

    fn outline(&mut self, outline: &Outline, closed: bool, paint: Paint, offset: Point) {
        let Some(bounds) = Rect::of(outline.iter().flatten().copied()) else {
            return;
        };
        // A path without width or height cannot be drawn to scale.
        let bounds = Rect::at(bounds.corner(), bounds.width().max(1), bounds.height().max(1));
        let form = Form::Path { lines: outline, closed };
        self.form(bounds.moved(offset), paint, &form, bounds.corner());
    }

    fn shape(&mut self, area: Rect, paint: Paint, form: &Form<'_>) {
        self.form(area, paint, form, area.corner());
    }

    fn form(&mut self, area: Rect, paint: Paint, form: &Form<'_>, corner: Point) {
        let id = self.numbers.next();
        let Rect { left, top, .. } = area;
        let (width, height) = (area.width(), area.height());
        self.xml.raw(format_args!(
            "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm>\
             <a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
        ));
        form.write(self.xml, corner, (width, height));
        match paint.fill {
            None => self.xml.fixed("<a:noFill/>"),
            Some(Fill { colour, pattern: None }) => {
                let rgb = Rgb(colour);
                self.xml.raw(format_args!("<a:solidFill><a:srgbClr val=\"{rgb}\"/></a:solidFill>"));
            }
            Some(Fill { colour, pattern: Some(pattern) }) => {
                let (preset, ink, ground) = (preset_of(pattern.kind), Rgb(pattern.ink), Rgb(colour));
                self.xml.raw(format_args!(
                    "<a:pattFill prst=\"{preset}\"><a:fgClr><a:srgbClr val=\"{ink}\"/></a:fgClr>\
                     <a:bgClr><a:srgbClr val=\"{ground}\"/></a:bgClr></a:pattFill>"
                ));
            }
        }
        match paint.stroke {
            None => self.xml.fixed("<a:ln><a:noFill/></a:ln>"),
            Some(Stroke { colour, width }) => {
                let (emu, rgb) = (self.scale.emu(width).max(0), Rgb(colour));
                self.xml.raw(format_args!(
                    "<a:ln w=\"{emu}\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{rgb}\"/></a:solidFill>"
                ));
                self.xml.fixed("<a:round/></a:ln>");
            }
        }
        self.xml.fixed("</wps:spPr><wps:bodyPr/></wps:wsp>");
    }

    fn text(&mut self, text: &Text, offset: Point) {
        if text.text().is_empty() {
            return;
        }
        let half_points = self.scale.half_points(text.size);
        let size = self.scale.letters(half_points);
        let space = text.width() * BESIDE / 1_000 + 10;
        let (width, at) = (text.width() + 2 * space, text.at.plus(offset));
        let (left, align) = match text.anchor {
            Anchor::Start => (at.x, None),
            Anchor::Middle => (at.x - width / 2, Some("center")),
            Anchor::End => (at.x - width, Some("right")),
        };
        let top = at.y - size * ASCENT / 1_000;
        let height = size * (ASCENT + DESCENT) / 1_000;
        let id = self.numbers.next();
        let xml = &mut *self.xml;
        xml.raw(format_args!(
            "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm>\
             <a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
        ));
        Form::Preset("rect").write(xml, Point::default(), (width, height));
        match text.halo {
            None => xml.fixed("<a:noFill/>"),
            Some(halo) => {
                let rgb = Rgb(halo);
                xml.raw(format_args!(
                    "<a:solidFill><a:srgbClr val=\"{rgb}\"><a:alpha val=\"{COVERING}\"/></a:srgbClr>\
                     </a:solidFill>"
                ));
            }
        }
        xml.fixed("<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>");
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", Style::FigureText.id());
                if let Some(align) = align {
                    xml.value("w:jc", align);
                }
            });
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    if text.weight == Weight::Bold {
                        xml.empty("w:b", &[]);
                    }
                    if text.colour != Colour::INK {
                        xml.value("w:color", Rgb(text.colour));
                    }
                    xml.value("w:sz", half_points);
                });
                xml.text("w:t", &[("xml:space", &"preserve")], text.text());
            });
        });
        xml.fixed(
            "</w:txbxContent></wps:txbx><wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" \
             bIns=\"0\" anchor=\"t\"><a:noAutofit/></wps:bodyPr></wps:wsp>",
        );
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::drawing::shape::Pattern;

    use super::*;

    fn drawing(shapes: Vec<Shape>) -> Drawing {
        Drawing { width: 2_000, height: 1_000, title: "Vem?".into(), description: "En karta.".into(), shapes }
    }

    fn written(drawing: &Drawing, widest: u32) -> String {
        let mut xml = Xml::part();
        write(&mut xml, drawing, (widest, 13_000), &mut Numbers::default(), "Figur 1");
        xml.finish()
    }

    #[test]
    fn a_drawing_is_as_large_as_on_a_screen_if_it_fits() {
        let xml = written(&drawing(Vec::new()), 9_072);
        assert!(xml.contains("<wp:extent cx=\"1905000\" cy=\"952500\"/>"), "{xml}");
        assert!(xml.contains("<a:chExt cx=\"2000\" cy=\"1000\"/>"), "{xml}");
        assert!(written(&drawing(Vec::new()), 1_500).contains("<wp:extent cx=\"952500\" cy=\"476250\"/>"));
        assert!(
            xml.contains("descr=\"Vem? En karta.\"") && xml.contains("<w:t>Vem? En karta.</w:t>"),
            "{xml}"
        );
    }

    #[test]
    fn shapes_in_groups_are_moved_and_holes_stay_holes() {
        let square = |left: i64, side: i64| {
            let corners = [(0, 0), (side, 0), (side, side), (0, side)];
            corners.map(|(x, y)| Point::new(left + x, left + y)).to_vec()
        };
        let rings = Arc::new(vec![square(0, 100), square(20, 50)]);
        let ink = Colour([1, 2, 3]);
        let pattern = Some(Pattern { kind: PatternKind::Level, ink });
        let fill = Some(Fill { colour: Colour::WHITE, pattern });
        let stroke = Some(Stroke::solid(ink, 10));
        let polygon = Shape::Polygon { rings, fill, stroke, title: None };
        let inner = Shape::Group { offset: Point::new(5, 6), shapes: vec![polygon] };
        let outer = Shape::Group { offset: Point::new(100, 200), shapes: vec![inner] };
        let xml = written(&drawing(vec![outer]), 9_072);
        assert!(xml.contains("<a:off x=\"105\" y=\"206\"/><a:ext cx=\"100\" cy=\"100\"/>"), "{xml}");
        assert_eq!((xml.matches("<a:path ").count(), xml.matches("<a:close/>").count()), (1, 2));
        assert!(xml.contains("<a:pattFill prst=\"ltHorz\"><a:fgClr><a:srgbClr val=\"010203\"/>"), "{xml}");
        assert!(xml.contains("<a:ln w=\"9525\" cap=\"rnd\">"), "{xml}");
    }

    #[test]
    fn text_never_needs_more_than_its_place() {
        let text = Text::new("Åmål <b>", Point::new(1_000, 500), Anchor::End, 120, Weight::Bold);
        let size = text.size;
        let xml = written(&drawing(vec![Shape::Text(text)]), 9_072);
        assert!(xml.contains("<w:sz w:val=\"18\"/>") && xml.contains("Åmål &lt;b&gt;"), "{xml}");
        assert!(xml.contains("<w:jc w:val=\"right\"/>"), "{xml}");
        for widest in [300, 1_000, 2_000, 2_900, 9_072] {
            let scale = Scale::new(&drawing(Vec::new()), widest, 13_000);
            assert!(
                scale.letters(scale.half_points(size)) <= size || scale.half_points(size) == 2,
                "{widest}"
            );
        }
    }

    #[test]
    fn lines_without_height_can_be_drawn() {
        let level = Arc::new(vec![vec![Point::new(0, 10), Point::new(100, 10)], Vec::new()]);
        let xml = written(
            &drawing(vec![Shape::Lines { lines: level, stroke: Stroke::solid(Colour::INK, 10) }]),
            9_072,
        );
        assert!(xml.contains("<a:path w=\"100\" h=\"1\" fill=\"none\">"), "{xml}");
        let nothing = Shape::Lines { lines: Arc::default(), stroke: Stroke::solid(Colour::INK, 10) };
        assert_eq!(written(&drawing(vec![nothing]), 9_072).matches("<wps:wsp>").count(), 1);
    }
}
