//! A report with everything that a document can have.

use std::sync::Arc;

use finsam::drawing::colour::Colour;
use finsam::drawing::geometry::{Point, Rect};
use finsam::drawing::letters::Weight;
use finsam::drawing::shape::{Anchor, Drawing, Fill, Pattern, PatternKind, Shape, Stroke, Text};
use finsam::render::word::content::{Block, Column, Document, Figure, Level, Row, RowKind, Table};
use finsam::text::language::Language;

/// The kommuner of the example: code, name, inhabitants, contribution, change.
const KOMMUNER: [(&str, &str, i64, i64, i64); 10] = [
    ("1488", "Trollhättan", 59_154, 1_850_412, -108_547),
    ("1487", "Vänersborg", 39_591, 1_204_377, 42_118),
    ("1462", "Lilla Edet", 14_211, 433_902, 12_004),
    ("1444", "Grästorp", 5_711, 171_290, 3_118),
    ("1461", "Mellerud", 9_237, 288_614, 8_450),
    ("1460", "Bengtsfors", 9_344, 301_772, -7_903),
    ("1492", "Åmål", 12_329, 398_155, 0),
    ("1438", "Dals-Ed", 4_757, 151_006, 1_020),
    ("1785", "Säffle", 15_225, 489_310, -2_115),
    ("1765", "Årjäng", 9_939, 309_874, 5_520),
];

const GREY: Colour = Colour([0x55, 0x5b, 0x62]);

/// A number as people write it.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if number < 0 { format!("\u{2212}{out}") } else { out }
}

/// The same with a sign.
fn signed(number: i64) -> String {
    if number > 0 { format!("+{}", grouped(number)) } else { grouped(number) }
}

fn label(heading: &str) -> Column {
    Column { heading: heading.into(), figures: false, joined: false }
}

fn figures(heading: &str) -> Column {
    Column { heading: heading.into(), figures: true, joined: false }
}

fn row(kind: RowKind, cells: &[&str]) -> Row {
    Row { kind, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
}

/// Contributions of all kommuner under two headings, with sums.
fn contributions(note: &str) -> Table {
    let mut rows = vec![row(RowKind::Heading, &["Västra Götalands län"])];
    let mut sums = [0; 3];
    for (position, (_, name, inhabitants, contribution, change)) in KOMMUNER.iter().enumerate() {
        if position == 8 {
            rows.push(row(RowKind::Heading, &["Värmlands län"]));
        }
        let per_head = format!("{},{}", contribution / inhabitants, contribution % inhabitants % 10);
        let cells = [
            (*name).to_owned(),
            grouped(*inhabitants),
            grouped(*contribution),
            grouped(contribution + change),
            signed(*change),
            per_head,
        ];
        rows.push(Row { kind: RowKind::Body, cells: cells.to_vec() });
        for (sum, figure) in sums.iter_mut().zip([*inhabitants, *contribution, *change]) {
            *sum += figure;
        }
    }
    let [inhabitants, contribution, change] = sums;
    let sums = [grouped(inhabitants), grouped(contribution), grouped(contribution + change), signed(change)];
    let sums: Vec<String> = std::iter::once("Summa".to_owned()).chain(sums).collect();
    rows.push(Row { kind: RowKind::Total, cells: sums });
    Table {
        caption: "Kommunernas bidrag per år i dag och i Tankespår 1 (kr)".into(),
        columns: vec![
            label("Kommun"),
            figures("Invånare 16–64 år"),
            figures("Bidrag i dag"),
            figures("Bidrag i Tankespår 1"),
            figures("Förändring"),
            figures("Kr per invånare 16–64 år"),
        ],
        rows,
        notes: vec![note.to_owned()],
    }
}

/// A long table: every tenth row is a sum if wanted.
fn long(rows: usize, caption: &str, columns: usize) -> Table {
    let mut headings = vec![label("Samordningsförbund")];
    let kinds = ["Intäkter", "Kansli", "Insatser", "Andel kansli, procent", "Insatser per invånare 16–64 år"];
    headings.extend((0..columns).map(|column| figures(kinds[column % kinds.len()])));
    let rows = (0..rows).map(|number| {
        let (_, name, inhabitants, contribution, change) = KOMMUNER[number % KOMMUNER.len()];
        let name = format!("{name} med omnejd {}", number + 1);
        let amounts = [contribution * 4, inhabitants * 19, contribution * 3, change, inhabitants / 100];
        let cells = (0..columns).map(|column| grouped(amounts[column % amounts.len()]));
        Row { kind: RowKind::Body, cells: std::iter::once(name).chain(cells).collect() }
    });
    Table { caption: caption.into(), columns: headings, rows: rows.collect(), notes: Vec::new() }
}

fn matrix(columns: usize) -> Table {
    let mut headings = vec![label("Kommun")];
    for alternative in 1..=columns {
        headings.push(figures(&format!("Tankespår {alternative}, kr")));
        headings.push(Column { heading: "Förändring, kr".into(), figures: true, joined: true });
    }
    let rows = KOMMUNER.iter().map(|(_, name, _, contribution, change)| {
        let mut cells = vec![(*name).to_owned()];
        for alternative in 1..=i64::try_from(columns).expect("few") {
            cells.push(grouped(contribution + change * alternative));
            cells.push(signed(change * alternative));
        }
        Row { kind: RowKind::Body, cells }
    });
    Table {
        caption: "Bidrag och förändring i alla alternativ".into(),
        columns: headings,
        rows: rows.collect(),
        notes: vec!["Bidragen avser ett helår i 2026 års priser.".into()],
    }
}

/// Shapes of every kind: an area with a hole in each pattern, shared between groups, and lines with labels.
fn shapes(width: i64) -> Drawing {
    let square = |corner: i64, side: i64| {
        let corners = [(0, 0), (side, 0), (side, side), (0, side)];
        corners.map(|(x, y)| Point::new(corner + x, corner + y)).to_vec()
    };
    let rings = Arc::new(vec![square(0, 300), square(100, 80)]);
    let kinds = [
        PatternKind::Rising,
        PatternKind::Falling,
        PatternKind::Level,
        PatternKind::Upright,
        PatternKind::Dots,
        PatternKind::Grid,
        PatternKind::Lattice,
    ];
    let areas = (0..).zip(kinds).map(|(position, kind)| {
        let pattern = Some(Pattern { kind, ink: Colour::INK });
        let fill = Some(Fill { colour: Colour([0xd8, 0xe6, 0xf2]), pattern });
        let stroke = Some(Stroke::solid(Colour::INK, 10));
        let title = Some("Vänersborg".to_owned());
        let area = Shape::Polygon { rings: rings.clone(), fill, stroke, title };
        let at = Point::new(150, 450);
        let name = Text::new("Vänersborg", at, Anchor::Middle, 110, Weight::Bold).with_halo(Colour::WHITE);
        Shape::Group { offset: Point::new(position * 330, 40), shapes: vec![area, Shape::Text(name)] }
    });
    let (title, description) = ("Förbunden".to_owned(), "Ytor med mönster.".to_owned());
    Drawing { width, height: 600, title, description, shapes: areas.collect() }
}

/// Bars on both sides of a zero line, with direct labels.
pub(super) fn bars() -> Drawing {
    let (width, line, left) = (6_000, 320, 1_400);
    let zero = left + 2_700;
    let mut shapes = Vec::new();
    let pale = Stroke::solid(GREY, 8);
    let height = 10 * line + 700;
    for step in [-100_000, -50_000, 50_000] {
        let x = zero + step * 170 / 10_000;
        let lines = Arc::new(vec![vec![Point::new(x, 0), Point::new(x, height - 500)]]);
        shapes.push(Shape::Lines { lines, stroke: pale });
        let at = Point::new(x, height - 340);
        shapes.push(Shape::Text(Text::new(&signed(step), at, Anchor::Middle, 120, Weight::Regular)));
    }
    for (position, (_, name, _, _, change)) in (0..).zip(KOMMUNER) {
        let y = position * line + 100;
        let x = zero + change * 170 / 10_000;
        let area = Rect { left: x.min(zero), top: y - 70, right: x.max(zero), bottom: y + 70 };
        shapes.push(Shape::Rectangle { area, fill: Some(Fill::plain(GREY)), stroke: None });
        let centre = Point::new(x, y);
        let fill = Some(Fill::plain(Colour::WHITE));
        let stroke = Some(Stroke::solid(Colour::INK, 15));
        shapes.push(Shape::Circle { centre, radius: 45, fill, stroke });
        let at = Point::new(left - 60 - 160, y + 40);
        shapes.push(Shape::Text(Text::new(name, at, Anchor::End, 120, Weight::Regular)));
        let (at, anchor) = if change < 0 {
            (Point::new(x - 80, y + 40), Anchor::End)
        } else {
            (Point::new(x + 80, y + 40), Anchor::Start)
        };
        shapes.push(Shape::Text(
            Text::new(&signed(change), at, anchor, 120, Weight::Bold).with_halo(Colour::WHITE),
        ));
    }
    let lines = Arc::new(vec![vec![Point::new(zero, 0), Point::new(zero, height - 500)]]);
    shapes.push(Shape::Lines { lines, stroke: Stroke::solid(Colour::INK, 14) });
    let at = Point::new(zero, height - 150);
    let unit = Text::new("Förändring, kr per år", at, Anchor::Middle, 120, Weight::Regular);
    shapes.push(Shape::Text(unit.coloured(GREY)));
    Drawing {
        width,
        height,
        title: "Trollhättan betalar 108 547 kr mindre".into(),
        description: "Staplar: förändring av bidraget per kommun i Tankespår 1.".into(),
        shapes,
    }
}

const RUNNING: &str = "I Tankespår 1 går Vänersborg till förbundet i Trollhättan och Mellerud till BÅD-ESÅ. Då \
    finns två förbund i stället för tre, och ett kansli mindre att betala. Intäkterna påverkas inte av \
    sammanslagningen i sig, eftersom statens medel följer kommunernas försörjningsmått och antal invånare i \
    åldern 16–64 år. Det som ändras är hur mycket som går till kansli och hur mycket som blir kvar till insatser.";

fn alternative(name: &str) -> Vec<Block> {
    vec![
        Block::Heading(Level::One, name.into()),
        Block::Lead(
            "Alternativet lämnar 640 000 kr mer till insatser per år än i dag, och alla kommuner utom tre betalar \
             som mest två procent mer."
                .into(),
        ),
        Block::Paragraph(RUNNING.into()),
        Block::Figure(Figure {
            caption: format!("Förbunden i {name}"),
            drawings: vec![shapes(9_000)],
            notes: vec!["Kartan: SCB (kommungränser, förenklade).".into()],
        }),
        Block::Table(contributions("Uppgifterna är skattade ur länets genomsnitt.")),
        Block::Table(long(6, "Insatser per förbund (kr)", 3)),
        Block::Heading(Level::Two, "Vad som inte ändras".into()),
        Block::Bullets(vec![
            "Statens och regionernas andel av intäkterna.".into(),
            "Antalet ledamöter i styrelserna, om inte förbunden själva beslutar något annat.".into(),
        ]),
    ]
}

/// The whole report.
pub(super) fn report() -> Document {
    let mut blocks = vec![
        Block::Lead("Tankespår 1 lämnar mest till insatser: 640 000 kr mer per år än i dag.".into()),
        Block::Heading(Level::One, "Jämförelse".into()),
        Block::Paragraph(RUNNING.into()),
        Block::Figure(Figure {
            caption: "Trollhättan betalar mindre, Vänersborg mer: förändring av bidraget i Tankespår 1"
                .into(),
            drawings: vec![bars()],
            notes: vec!["Ringarna visar beloppet efter omfördelning.".into()],
        }),
        Block::Figure(Figure {
            caption: "Förbunden i dag och i två alternativ".into(),
            drawings: vec![shapes(2_400), shapes(3_000)],
            notes: vec!["Kartan: SCB (kommungränser, förenklade).".into()],
        }),
        Block::Table(matrix(2)),
        Block::Table(long(60, "Intäkter, kansli och insatser per förbund (kr)", 5)),
        Block::Table(matrix(6)),
        Block::Table(Table {
            caption: "Antaganden och var de kommer från".into(),
            columns: vec![label("Antagande"), label("Källa"), figures("Värde")],
            rows: vec![
                row(
                    RowKind::Body,
                    &["Statens medel räknas upp med två procent per år", "Budgetunderlag, tabell 4", "2,0 %"],
                ),
                row(RowKind::Change, &["Skillnad", "", "\u{2212}12\u{a0}300"]),
            ],
            notes: vec!["Illustrativa belopp.".into(), "Priser i 2026 års nivå.".into()],
        }),
        Block::Table(matrix(5)),
    ];
    blocks.extend(alternative("Tankespår 1"));
    blocks.extend(alternative("Tankespår 2"));
    Document {
        title: "Tre förbund eller två?".into(),
        footer: "Skapad med finsam.".into(),
        ..document(blocks)
    }
}

/// A document of these blocks.
pub(super) fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::Swedish,
        title: String::new(),
        about: Vec::new(),
        footer: String::new(),
        blocks,
    }
}
