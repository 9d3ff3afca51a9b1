//! How everything looks, by name. Styles that Word knows carry its names, so that its own menus and lists find them.

use super::numbering::BULLETS;
use super::xml::Xml;
use crate::text::language::Language;
use crate::text::word::{StyleNames, language_tag, style_names};

/// The font of running text.
const TEXT_FONT: &str = "Cambria";
/// The font of headings, tables, captions and figures, whose letters are measured.
const SANS: &str = "Arial";
/// Headings and rules.
const BLUE: &str = "1F3A5F";
const INK: &str = "1F2328";
/// Notes, headers and footers.
const GREY: &str = "555B62";
/// The rules between rows.
const PALE: &str = "D5D8DB";

/// The size of notes of every kind, in half points.
const NOTES: u32 = 16;

/// The style of a paragraph.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Text,
    Title,
    Heading1,
    Heading2,
    ContentsHeading,
    Contents,
    Lead,
    Bullet,
    Caption,
    FigureCaption,
    Note,
    Figure,
    FigureText,
    TableText,
    TableFigure,
    TableHeading,
    DenseText,
    DenseFigure,
    DenseHeading,
    TableEnd,
    Header,
    Footer,
}

/// What a few styles have besides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extra {
    Nothing,
    Bullets,
    /// A tab at the right margin.
    Tab,
    /// The same, with dots up to it.
    DottedTab,
}

/// What makes a style what it is.
#[derive(Clone, Copy)]
struct Look {
    /// What Word calls it, if it has such a style itself.
    name: &'static str,
    based_on: Option<Style>,
    /// The style of the paragraph after it, when someone goes on writing.
    next: Option<Style>,
    keep_next: bool,
    keep_lines: bool,
    extra: Extra,
    /// Before, after, and the height of lines in 240ths.
    spacing: Option<(u32, u32, u32)>,
    /// What is kept free at the right.
    indent: Option<u32>,
    align: Option<&'static str>,
    outline: Option<u32>,
    font: Option<&'static str>,
    is_bold: bool,
    colour: Option<&'static str>,
    /// In half points.
    size: Option<u32>,
}

const PLAIN: Look = Look {
    name: "",
    based_on: None,
    next: None,
    keep_next: false,
    keep_lines: false,
    extra: Extra::Nothing,
    spacing: None,
    indent: None,
    align: None,
    outline: None,
    font: None,
    is_bold: false,
    colour: None,
    size: None,
};
const SANS_TEXT: Look = Look { based_on: Some(Style::Text), font: Some(SANS), ..PLAIN };
/// What stays with what follows.
const KEPT: Look =
    Look { keep_next: true, keep_lines: true, next: Some(Style::Text), is_bold: true, ..SANS_TEXT };

impl Style {
    pub(super) const ALL: [Self; 22] = [
        Self::Text,
        Self::Title,
        Self::Heading1,
        Self::Heading2,
        Self::ContentsHeading,
        Self::Contents,
        Self::Lead,
        Self::Bullet,
        Self::Caption,
        Self::FigureCaption,
        Self::Note,
        Self::Figure,
        Self::FigureText,
        Self::TableText,
        Self::TableFigure,
        Self::TableHeading,
        Self::DenseText,
        Self::DenseFigure,
        Self::DenseHeading,
        Self::TableEnd,
        Self::Header,
        Self::Footer,
    ];

    /// What the document calls it.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Text => "Normal",
            Self::Title => "Title",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::ContentsHeading => "TOCHeading",
            Self::Contents => "TOC1",
            Self::Lead => "Lead",
            Self::Bullet => "ListBullet",
            Self::Caption => "Caption",
            Self::FigureCaption => "FigureCaption",
            Self::Note => "Note",
            Self::Figure => "Figure",
            Self::FigureText => "FigureText",
            Self::TableText => "TableText",
            Self::TableFigure => "TableFigure",
            Self::TableHeading => "TableHeading",
            Self::DenseText => "TableTextDense",
            Self::DenseFigure => "TableFigureDense",
            Self::DenseHeading => "TableHeadingDense",
            Self::TableEnd => "TableEnd",
            Self::Header => "Header",
            Self::Footer => "Footer",
        }
    }

    fn look(self) -> Look {
        self.look_of_heading().or_else(|| self.look_in_table()).unwrap_or_else(|| self.look_of_text())
    }

    /// Of titles, headings and the list of them.
    fn look_of_heading(self) -> Option<Look> {
        let sans = SANS_TEXT;
        let heading = Look { colour: Some(BLUE), ..KEPT };
        Some(match self {
            Self::Title => Look {
                name: "Title",
                spacing: Some((0, 240, 252)),
                size: Some(60),
                align: Some("left"),
                ..heading
            },
            Self::Heading1 => Look {
                name: "heading 1",
                spacing: Some((480, 160, 252)),
                size: Some(36),
                outline: Some(0),
                ..heading
            },
            Self::Heading2 => Look {
                name: "heading 2",
                spacing: Some((360, 100, 252)),
                size: Some(26),
                outline: Some(1),
                ..heading
            },
            Self::ContentsHeading => {
                Look { name: "TOC Heading", spacing: Some((0, 240, 252)), size: Some(36), ..heading }
            }
            Self::Contents => Look {
                name: "toc 1",
                extra: Extra::DottedTab,
                is_bold: true,
                spacing: Some((140, 40, 252)),
                indent: Some(567),
                ..sans
            },
            _ => return None,
        })
    }

    /// Of what stands in tables and behind them.
    fn look_in_table(self) -> Option<Look> {
        let sans = SANS_TEXT;
        Some(match self {
            Self::TableText => Look {
                spacing: Some((40, 40, 240)),
                align: Some("left"),
                size: Some(Density::Normal.size()),
                ..sans
            },
            Self::TableFigure => figures(Self::TableText),
            Self::TableHeading => group(Self::TableText),
            Self::DenseText => {
                Look { based_on: Some(Self::TableText), size: Some(Density::Dense.size()), ..PLAIN }
            }
            Self::DenseFigure => figures(Self::DenseText),
            Self::DenseHeading => group(Self::DenseText),
            Self::TableEnd => Look { spacing: Some((0, 0, 240)), size: Some(12), ..sans },
            _ => return None,
        })
    }

    fn look_of_text(self) -> Look {
        let text = Look { based_on: Some(Self::Text), ..PLAIN };
        let (sans, kept) = (SANS_TEXT, KEPT);
        let small = Look { size: Some(NOTES), colour: Some(GREY), ..sans };
        match self {
            Self::Lead => Look { spacing: Some((0, 160, 288)), size: Some(25), ..text },
            Self::Bullet => {
                Look { name: "List Bullet", extra: Extra::Bullets, spacing: Some((0, 140, 276)), ..text }
            }
            Self::Caption => Look { name: "caption", spacing: Some((240, 80, 252)), size: Some(18), ..kept },
            Self::FigureCaption => Look {
                based_on: Some(Self::Caption),
                spacing: Some((80, 0, 252)),
                next: Some(Self::Text),
                ..PLAIN
            },
            Self::Note => Look { spacing: Some((60, 0, 252)), keep_lines: true, ..small },
            Self::Figure => {
                Look { keep_next: true, spacing: Some((240, 0, 240)), align: Some("left"), ..sans }
            }
            Self::FigureText => Look {
                spacing: Some((0, 0, 240)),
                align: Some("left"),
                size: Some(18),
                colour: Some(INK),
                ..sans
            },
            Self::Header => Look { name: "header", spacing: Some((0, 0, 240)), ..small },
            Self::Footer => Look { name: "footer", extra: Extra::Tab, spacing: Some((0, 0, 240)), ..small },
            _ => Look { name: "Normal", ..PLAIN },
        }
    }

    /// What Word calls it, if it does not have such a style itself.
    fn own_name(self, names: &StyleNames) -> Option<&'static str> {
        Some(match self {
            Self::Lead => names.lead,
            Self::FigureCaption => names.figure_caption,
            Self::Note => names.note,
            Self::Figure => names.figure,
            Self::FigureText => names.figure_text,
            Self::TableText => names.table_text,
            Self::TableFigure => names.table_figure,
            Self::TableHeading => names.table_heading,
            Self::DenseText => names.dense_text,
            Self::DenseFigure => names.dense_figure,
            Self::DenseHeading => names.dense_heading,
            Self::TableEnd => names.table_end,
            _ => return None,
        })
    }

    fn write(self, xml: &mut Xml, names: &StyleNames, right_margin: u32) {
        let look = self.look();
        let own = self.own_name(names);
        let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![("w:type", &"paragraph")];
        if self == Self::Text {
            attributes.push(("w:default", &1));
        }
        if own.is_some() {
            attributes.push(("w:customStyle", &1));
        }
        let id = self.id();
        attributes.push(("w:styleId", &id));
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", own.unwrap_or(look.name));
            if let Some(base) = look.based_on {
                xml.value("w:basedOn", base.id());
            }
            if let Some(next) = look.next {
                xml.value("w:next", next.id());
            }
            if self == Self::Contents {
                xml.value("w:uiPriority", 39);
            }
            xml.empty("w:qFormat", &[]);
            if self != Self::Text {
                look.write_paragraph(xml, right_margin);
                look.write_letters(xml);
            }
        });
    }
}

impl Look {
    fn write_paragraph(&self, xml: &mut Xml, right_margin: u32) {
        xml.element("w:pPr", &[], |xml| {
            if self.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if self.keep_lines {
                xml.empty("w:keepLines", &[]);
            }
            if self.extra == Extra::Bullets {
                xml.element("w:numPr", &[], |xml| xml.value("w:numId", BULLETS));
            }
            if let Extra::Tab | Extra::DottedTab = self.extra {
                let leader = if self.extra == Extra::Tab { "none" } else { "dot" };
                xml.element("w:tabs", &[], |xml| {
                    let attributes: [(&str, &dyn std::fmt::Display); 3] =
                        [("w:val", &"right"), ("w:leader", &leader), ("w:pos", &right_margin)];
                    xml.empty("w:tab", &attributes);
                });
            }
            if let Some((before, after, line)) = self.spacing {
                let rule = if line < 240 { "exact" } else { "auto" };
                xml.empty(
                    "w:spacing",
                    &[("w:before", &before), ("w:after", &after), ("w:line", &line), ("w:lineRule", &rule)],
                );
            }
            if let Some(right) = self.indent {
                xml.empty("w:ind", &[("w:right", &right)]);
            }
            if self.extra == Extra::Bullets {
                // Nothing between the items, as much behind them as behind other text.
                xml.empty("w:contextualSpacing", &[]);
            }
            if let Some(align) = self.align {
                xml.value("w:jc", align);
            }
            if let Some(level) = self.outline {
                xml.value("w:outlineLvl", level);
            }
        });
    }

    fn write_letters(&self, xml: &mut Xml) {
        let plain = self.font.is_none() && !self.is_bold && self.colour.is_none();
        if plain && self.size.is_none() {
            return;
        }
        xml.element("w:rPr", &[], |xml| {
            if let Some(font) = self.font {
                write_font(xml, font);
            }
            if self.is_bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if let Some(colour) = self.colour {
                xml.value("w:color", colour);
            }
            if let Some(size) = self.size {
                xml.value("w:sz", size);
                xml.value("w:szCs", size);
            }
        });
    }
}

/// Figures in a table whose texts have another style.
fn figures(texts: Style) -> Look {
    Look { based_on: Some(texts), align: Some("right"), ..PLAIN }
}

/// What heads a group of rows in a table.
fn group(texts: Style) -> Look {
    Look { based_on: Some(texts), keep_next: true, is_bold: true, ..PLAIN }
}

fn write_font(xml: &mut Xml, font: &str) {
    xml.empty("w:rFonts", &[("w:ascii", &font), ("w:hAnsi", &font), ("w:eastAsia", &font), ("w:cs", &font)]);
}

/// A line at a side; its width in eighths of a point.
fn border(xml: &mut Xml, side: &str, width: u32, space: u32, colour: &str) {
    let attributes: [(&str, &dyn std::fmt::Display); 4] =
        [("w:val", &"single"), ("w:sz", &width), ("w:space", &space), ("w:color", &colour)];
    xml.empty(side, &attributes);
}

/// The line above a sum.
pub(super) fn write_total_rule(xml: &mut Xml) {
    xml.element("w:tcBorders", &[], |xml| border(xml, "w:top", 6, 0, INK));
}

/// The letters of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Density {
    Normal,
    Dense,
}

/// What is kept free on both sides of what stands in a cell, in twentieths of a point.
pub(super) const CELL_MARGIN: u32 = 70;

impl Density {
    pub(super) const ALL: [Self; 2] = [Self::Normal, Self::Dense];

    /// The size of letters in half points.
    pub(super) const fn size(self) -> u32 {
        match self {
            Self::Normal => 18,
            Self::Dense => 16,
        }
    }

    /// The styles of texts, of figures and of what heads a group of rows. They state the size of letters, not the style
    /// of the table, whose size gives way to that of the document.
    pub(super) const fn styles(self) -> [Style; 3] {
        match self {
            Self::Normal => [Style::TableText, Style::TableFigure, Style::TableHeading],
            Self::Dense => [Style::DenseText, Style::DenseFigure, Style::DenseHeading],
        }
    }
}

/// The style of tables.
pub(super) const TABLE: &str = "ReportTable";

fn write_table_style(xml: &mut Xml, name: &str) {
    let attributes: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"table"), ("w:customStyle", &1), ("w:styleId", &TABLE)];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        xml.value("w:basedOn", "TableNormal");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                border(xml, "w:top", 8, 0, BLUE);
                border(xml, "w:bottom", 8, 0, BLUE);
                border(xml, "w:insideH", 4, 0, PALE);
            });
            write_cell_margins(xml, CELL_MARGIN);
        });
        xml.element("w:tblStylePr", &[("w:type", &"firstRow")], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.element("w:tcBorders", &[], |xml| border(xml, "w:bottom", 6, 0, BLUE));
                xml.value("w:vAlign", "bottom");
            });
        });
    });
}

fn write_cell_margins(xml: &mut Xml, beside: u32) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", 0), ("w:left", beside), ("w:bottom", 0), ("w:right", beside)] {
            xml.empty(side, &[("w:w", &width), ("w:type", &"dxa")]);
        }
    });
}

/// The part with all styles. Tabs of the list of contents stand at `right_margin`.
pub(super) fn write(xml: &mut Xml, language: Language, right_margin: u32) {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let names = style_names(language);
    xml.element("w:styles", &[("xmlns:w", &namespace)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    write_font(xml, TEXT_FONT);
                    xml.value("w:color", INK);
                    xml.value("w:sz", 21);
                    xml.value("w:szCs", 21);
                    let tag = language_tag(language);
                    xml.empty("w:lang", &[("w:val", &tag), ("w:eastAsia", &tag), ("w:bidi", &"ar-SA")]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    let attributes: [(&str, &dyn std::fmt::Display); 3] =
                        [("w:after", &140), ("w:line", &276), ("w:lineRule", &"auto")];
                    xml.empty("w:spacing", &attributes);
                });
            });
        });
        for style in Style::ALL {
            style.write(xml, &names, right_margin);
        }
        let attributes: [(&str, &dyn std::fmt::Display); 3] =
            [("w:type", &"character"), ("w:default", &1), ("w:styleId", &"DefaultParagraphFont")];
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", "Default Paragraph Font");
            xml.value("w:uiPriority", 1);
            xml.empty("w:semiHidden", &[]);
        });
        let attributes: [(&str, &dyn std::fmt::Display); 3] =
            [("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")];
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", "Normal Table");
            xml.value("w:uiPriority", 99);
            xml.empty("w:semiHidden", &[]);
            xml.element("w:tblPr", &[], |xml| write_cell_margins(xml, CELL_MARGIN));
        });
        write_table_style(xml, names.table);
    });
}
