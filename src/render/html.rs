//! HTML: one page that needs nothing beside itself, no network and no script. Its frame stands in
//! `templates/report.html`, where every text is escaped.

use askama::Template;

use super::cell::{self, Look};
use super::clean::sanitized;
use crate::drawing::svg;
use crate::report::document::{Row, RowKind, Table};
use crate::report::inquiry::{Report, Section};
use crate::report::picture::OnScreen;
use crate::report::words::chart::{contents, made_by};
use crate::text::language::Language;
use crate::text::word;

#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    lang: &'static str,
    title: String,
    about: Vec<String>,
    lead: Vec<String>,
    contents: &'static str,
    sections: Vec<PageSection>,
    made_by: String,
}

struct PageSection {
    id: String,
    title: String,
    lead: Vec<String>,
    pictures: Vec<PagePicture>,
    tables: Vec<PageTable>,
    lists: Vec<PageList>,
}

struct PagePicture {
    title: String,
    drawn: PageDrawings,
    notes: Vec<String>,
}

/// Drawings as SVG.
#[derive(Default)]
struct PageDrawings {
    /// Those that stand side by side where there is space.
    small: Vec<String>,
    wide: Option<String>,
    narrow: Option<String>,
}

struct PageTable {
    id: String,
    caption: String,
    columns: Vec<PageCell>,
    rows: Vec<PageRow>,
    notes: Vec<String>,
}

struct PageRow {
    kind: &'static str,
    label: String,
    cells: Vec<PageCell>,
}

struct PageCell {
    text: String,
    figures: bool,
}

struct PageList {
    title: String,
    items: Vec<String>,
}

/// A report as a page.
#[must_use]
pub fn report(report: &Report, look: Look) -> String {
    let mut pictures = drawn(report, look).into_iter();
    let mut sections: Vec<PageSection> = report
        .sections
        .iter()
        .enumerate()
        .map(|(position, section)| page_section(section, position + 1, &mut pictures, look))
        .collect();
    number_captions(&mut sections, look.language);
    // What the comparison says first is what the whole page says first.
    let lead = sections.first_mut().map(|first| std::mem::take(&mut first.lead)).unwrap_or_default();
    let page = Page {
        lang: look.language.pick("sv", "en"),
        title: clean(&report.title),
        about: report.about.iter().map(|line| clean(line)).collect(),
        lead,
        contents: contents(look.language),
        sections,
        made_by: made_by(look.language, env!("CARGO_PKG_VERSION")),
    };
    // Writing to a string cannot fail.
    page.render().expect("memory takes everything") + "\n"
}

/// Numbers pictures and tables as Word documents do.
fn number_captions(sections: &mut [PageSection], language: Language) {
    let (mut figures, mut tables) = (0, 0);
    for section in sections {
        for picture in &mut section.pictures {
            figures += 1;
            picture.title = format!("{} {figures}. {}", word::figure(language), picture.title);
        }
        for table in &mut section.tables {
            tables += 1;
            table.caption = format!("{} {tables}. {}", word::table(language), table.caption);
        }
    }
}

/// The drawings of every picture.
fn drawn(report: &Report, look: Look) -> Vec<PageDrawings> {
    let pictures = report.sections.iter().flat_map(|section| &section.pictures);
    let on_screen: Vec<OnScreen<'_>> = pictures.map(|picture| picture.on_screen(look.language)).collect();
    // Of each kind all at once, as they may share what they are made of. What is shown is not made of what is hidden.
    let small = on_screen.iter().flat_map(|picture| match picture {
        OnScreen::Small(drawings) => *drawings,
        OnScreen::Adapted { .. } => &[],
    });
    let of_width = |is_wide: bool| {
        on_screen.iter().filter_map(move |picture| match picture {
            OnScreen::Small(_) => None,
            OnScreen::Adapted { wide, narrow } => Some(if is_wide { wide } else { narrow }),
        })
    };
    let mut small = svg::documents(small, "m").into_iter();
    let [mut wide, mut narrow] =
        [(true, "c"), (false, "n")].map(|(is_wide, id)| svg::documents(of_width(is_wide), id).into_iter());
    let drawn = on_screen.iter().map(|picture| match picture {
        OnScreen::Small(drawings) => {
            PageDrawings { small: small.by_ref().take(drawings.len()).collect(), ..PageDrawings::default() }
        }
        OnScreen::Adapted { .. } => {
            PageDrawings { small: Vec::new(), wide: wide.next(), narrow: narrow.next() }
        }
    });
    drawn.collect()
}

fn page_section(
    section: &Section,
    number: usize,
    drawn: &mut impl Iterator<Item = PageDrawings>,
    look: Look,
) -> PageSection {
    let id = format!("s{number}");
    let document = &section.document;
    let pictures = section.pictures.iter().zip(drawn).map(|(picture, drawn)| PagePicture {
        title: clean(picture.title()),
        drawn,
        notes: picture.notes().iter().map(|note| clean(note)).collect(),
    });
    let tables = document.tables.iter().enumerate();
    let lists = document.lists.iter().map(|list| PageList {
        title: clean(&list.title),
        items: list.items.iter().map(|item| clean(item)).collect(),
    });
    PageSection {
        title: clean(&document.title),
        lead: document.lead.iter().chain(&section.guide).map(|paragraph| clean(paragraph)).collect(),
        pictures: pictures.collect(),
        tables: tables
            .map(|(position, table)| page_table(table, format!("{id}t{}", position + 1), look))
            .collect(),
        lists: lists.collect(),
        id,
    }
}

fn page_table(table: &Table, id: String, look: Look) -> PageTable {
    let columns =
        table.columns.iter().map(|column| PageCell { text: clean(&column.heading), figures: column.figures });
    PageTable {
        id,
        caption: clean(&cell::caption(table, look)),
        columns: columns.collect(),
        rows: table.rows.iter().map(|row| page_row(row, table, look)).collect(),
        notes: cell::notes(table, look).iter().map(|note| clean(note)).collect(),
    }
}

fn page_row(row: &Row, table: &Table, look: Look) -> PageRow {
    let mut texts = row.cells.iter().map(|one| clean(&cell::text(one, look)));
    let label = texts.next().unwrap_or_default();
    let columns = table.columns.iter().skip(1);
    let cells = texts.zip(columns).map(|(text, column)| PageCell { text, figures: column.figures });
    PageRow {
        kind: match row.kind {
            RowKind::Heading => "heading",
            RowKind::Body | RowKind::Form => "body",
            RowKind::Total => "total",
            RowKind::Change => "change",
        },
        label,
        cells: cells.collect(),
    }
}

fn clean(text: &str) -> String {
    sanitized(text, false)
}
