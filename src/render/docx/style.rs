//! The styles. Those that Word has itself bear the names that it knows them by and shows in the reader's language;
//! the others are named in the language of the report. Nothing has looks of its own beside them but rows of sums and
//! changes, so that all can be changed in one place.

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, Paragraph, RunFonts, SpecialIndentType, Start, StyleType, TableBorder, TableBorderPosition,
    TableBorders, TableCellMargins, TableProperty, WidthType,
};

use super::page;
use crate::text::docx::{StyleNames, style_names};
use crate::text::language::Language;

/// A font that every office has, or one of the same widths.
const FONT: &str = "Arial";
/// The blue of the charts.
const BLUE: &str = "1F4E79";
const GREY: &str = "444444";
/// Which list the bullets are; the library has a first one of its own.
pub(super) const BULLETS: usize = 2;
/// The room to the left and right of what stands in a cell, in twentieths of a point.
pub(super) const CELL_MARGIN: u16 = 60;
/// What the names of the styles of tables begin with, for programs.
pub(super) const TABLES: &str = "FinsamGrid";

/// A style of paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Text,
    Title,
    Section,
    List,
    Lead,
    Bullet,
    Caption,
    Picture,
    TableText,
    TableFigure,
    TableNote,
    Footer,
}

impl Style {
    const ALL: [Self; 12] = [
        Self::Text,
        Self::Title,
        Self::Section,
        Self::List,
        Self::Lead,
        Self::Bullet,
        Self::Caption,
        Self::Picture,
        Self::TableText,
        Self::TableFigure,
        Self::TableNote,
        Self::Footer,
    ];

    /// What programs call it.
    fn id(self) -> &'static str {
        match self {
            Self::Text => "BodyText",
            Self::Title => "Heading1",
            Self::Section => "Heading2",
            Self::List => "Heading3",
            Self::Lead => "FinsamLead",
            Self::Bullet => "ListBullet",
            Self::Caption => "Caption",
            Self::Picture => "FinsamPicture",
            Self::TableText => "FinsamTableText",
            Self::TableFigure => "FinsamTableFigure",
            Self::TableNote => "FinsamTableNote",
            Self::Footer => "Footer",
        }
    }

    fn name(self, names: &StyleNames) -> &'static str {
        match self {
            Self::Text => "Body Text",
            Self::Title => "heading 1",
            Self::Section => "heading 2",
            Self::List => "heading 3",
            Self::Lead => names.lead,
            Self::Bullet => "List Bullet",
            Self::Caption => "caption",
            Self::Picture => names.picture,
            Self::TableText => names.table_text,
            Self::TableFigure => names.table_figure,
            Self::TableNote => names.table_note,
            Self::Footer => "footer",
        }
    }

    /// An empty paragraph in it.
    pub(super) fn paragraph(self) -> Paragraph {
        Paragraph::new().style(self.id())
    }

    fn definition(self, names: &StyleNames) -> docx_rs::Style {
        let style =
            docx_rs::Style::new(self.id(), StyleType::Paragraph).name(self.name(names)).based_on("Normal");
        let spaced = |before, after| LineSpacing::new().before(before).after(after);
        match self {
            Self::Text => style.line_spacing(spaced(0, 120).line(276)),
            Self::Title => heading(style, 0, 36).line_spacing(spaced(0, 160)),
            Self::Section => heading(style, 1, 28).line_spacing(spaced(480, 120)),
            Self::List => heading(style, 2, 22).line_spacing(spaced(280, 80)),
            Self::Lead => style.bold().size(22).line_spacing(spaced(0, 120).line(276)),
            Self::Bullet => style.line_spacing(spaced(0, 60).line(264)),
            Self::Caption => keep_next(style.bold().size(18).color(BLUE).line_spacing(spaced(240, 80))),
            Self::Picture => style.line_spacing(spaced(0, 120)),
            Self::TableText => style.line_spacing(spaced(20, 20)),
            Self::TableFigure => style.line_spacing(spaced(20, 20)).align(AlignmentType::Right),
            Self::TableNote => style.size(16).color(GREY).line_spacing(spaced(60, 60)),
            Self::Footer => {
                let mut style = style.size(16).color(GREY);
                style.paragraph_property = style.paragraph_property.add_tab(page::tab_at_right_margin());
                style
            }
        }
    }
}

fn heading(style: docx_rs::Style, level: usize, size: usize) -> docx_rs::Style {
    keep_next(style.bold().size(size).color(BLUE).outline_lvl(level).next(Style::Text.id()))
}

/// A style whose paragraphs stand on the page of what follows.
fn keep_next(mut style: docx_rs::Style) -> docx_rs::Style {
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

/// How large the letters of a table are. Those of the paragraphs in it are not said, so that the table's hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Density {
    Normal,
    Dense,
    Densest,
}

impl Density {
    pub(super) const ALL: [Self; 3] = [Self::Normal, Self::Dense, Self::Densest];

    /// The size of letters, in half points.
    pub(super) fn size(self) -> u16 {
        match self {
            Self::Normal => 18,
            Self::Dense => 16,
            Self::Densest => 14,
        }
    }

    /// What programs call the style.
    pub(super) fn id(self) -> String {
        format!("{TABLES}{}", self.size())
    }

    fn definition(self, name: &str) -> docx_rs::Style {
        let line = |position| TableBorder::new(position).border_type(BorderType::Single).size(8);
        let borders = TableBorders::with_empty()
            .set(line(TableBorderPosition::Top))
            .set(line(TableBorderPosition::Bottom));
        let margin = usize::from(CELL_MARGIN);
        let table = TableProperty::without_borders().set_borders(borders).set_margins(
            TableCellMargins::new().margin_left(margin, WidthType::Dxa).margin_right(margin, WidthType::Dxa),
        );
        docx_rs::Style::new(self.id(), StyleType::Table)
            .name(name)
            .based_on("TableNormal")
            .size(usize::from(self.size()))
            .table_property(table)
    }
}

/// Adds the styles and the bullets to a document.
pub(super) fn add(docx: Docx, language: Language) -> Docx {
    let names = style_names(language);
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT);
    let mut docx = docx.default_fonts(fonts).default_size(20);
    for style in Style::ALL {
        docx = docx.add_style(style.definition(&names));
    }
    let plain = TableProperty::without_borders();
    let table = docx_rs::Style::new("TableNormal", StyleType::Table).name("Normal Table").q_format(false);
    docx = docx.add_style(table.table_property(plain));
    for (density, name) in Density::ALL.into_iter().zip(names.tables) {
        docx = docx.add_style(density.definition(name));
    }
    let bullet =
        Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
            .indent(Some(357), Some(SpecialIndentType::Hanging(357)), None, None);
    docx.add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}
