//! Where the marks of what is uncertain lie: bars from the figure as it stands, intervals at their quantiles, cells
//! darker the more often.

use finsam::drawing::chart::{
    Band, Chart, Interval, Line, LineChart, Matrix, Measure, Paint, Spread, Swing, Tornado,
};
use finsam::drawing::geometry::{Point, Rect};
use finsam::drawing::shape::{Drawing, Fill, Shape};

use super::checks::{circles, rectangles, texts};
use crate::drawings::{self, shapes};

const WIDE: i64 = 7_200;

fn plain(amount: i64) -> String {
    amount.to_string().replace('-', "−")
}

/// Beside a mark, so that it is not taken for an amount of the axis.
fn beside(amount: i64) -> String {
    plain(amount) + " kr"
}

const MEASURE: Measure<'static> = Measure { unit: "t", tick: &plain, figure: &beside };

fn bounds(drawing: &Drawing, says: &str) -> Rect {
    let found = drawings::texts(drawing).into_iter().find(|(text, _)| text.text() == says);
    found.unwrap_or_else(|| panic!("{says:?} is not in {:?}", texts(drawing))).1
}

fn is_near(one: i64, other: i64) -> bool {
    (one - other).abs() <= 12
}

fn tornado(ends: &[[Option<i64>; 2]]) -> Tornado<'static> {
    const NAMES: [&str; 4] = ["A", "B", "C", "D"];
    let rows = ends.iter().zip(NAMES);
    Tornado {
        title: "t",
        description: "d",
        measure: MEASURE,
        base: 100,
        base_name: "nu",
        low: "låg",
        high: "hög",
        unknown: "okänt",
        heading: "",
        rows: rows.map(|(ends, name)| Swing { name, note: "", ends: *ends, beside: "" }).collect(),
    }
}

/// Bars below the key of two.
fn bars(drawing: &Drawing) -> Vec<Rect> {
    rectangles(drawing)[2..].to_vec()
}

#[test]
fn bars_of_a_tornado_begin_at_the_figure_as_it_stands() {
    let drawing = tornado(&[[Some(-300), Some(500)], [Some(150), Some(50)]]).draw(WIDE);
    let bars = bars(&drawing);
    assert_eq!(bars.len(), 4);
    let base = bounds(&drawing, "nu 100 kr").centre().x;
    // Those that are equally far are in the order of low and high.
    assert!(is_near(bars[0].right, base) && is_near(bars[1].left, base), "{bars:?} {base}");
    assert!(is_near(bars[0].width(), bars[1].width()), "{bars:?}");
    assert!(is_near(bars[2].left, base) && is_near(bars[3].right, base), "{bars:?} {base}");
    assert!(is_near(bars[2].width() * 8, bars[1].width()) || bars[2].width() * 8 > bars[1].width() - 60);
    assert!(
        bounds(&drawing, "−300 kr").right < bars[0].left && bounds(&drawing, "500 kr").left > bars[1].right
    );
    assert!(
        bounds(&drawing, "150 kr").left > bars[2].right && bounds(&drawing, "50 kr").right < bars[3].left
    );
}

#[test]
fn two_ends_on_one_side_have_the_outer_figure_and_the_shorter_bar_on_top() {
    let drawing = tornado(&[[Some(200), Some(300)]]).draw(WIDE);
    let bars = bars(&drawing);
    assert!(bars[0].width() > bars[1].width(), "{bars:?}");
    assert!(
        texts(&drawing).contains(&"300 kr".to_owned()) && bounds(&drawing, "300 kr").left > bars[0].right
    );
    // No figure of the other, which would stand in the bar; only the axis may have one.
    let inside = drawings::texts(&drawing).into_iter().filter(|(_, at)| at.overlaps(bars[0]));
    assert_eq!(inside.count(), 0);
}

#[test]
fn an_end_that_is_not_known_is_said_so() {
    let drawing = tornado(&[[None, Some(300)], [Some(20), None], [None, None]]).draw(WIDE);
    let unknown = texts(&drawing).iter().filter(|text| *text == "okänt").count();
    assert_eq!(unknown, 3);
    assert!(tornado(&[[None, Some(100)], [None, None]]).says_nothing());
    assert!(!tornado(&[[None, Some(101)]]).says_nothing());
}

fn spread(all: &[[i64; 5]]) -> Spread<'static> {
    const NAMES: [&str; 4] = ["A", "B", "C", "D"];
    let rows = all.iter().zip(NAMES);
    Spread {
        title: "t",
        description: "d",
        measure: MEASURE,
        zero: "som i dag",
        keys: ["nio", "hälften", "mitten"],
        heading: "Mitten",
        rows: rows.map(|(quantiles, name)| Interval { name, note: "", quantiles: *quantiles }).collect(),
    }
}

#[test]
fn intervals_lie_at_their_quantiles() {
    let drawing = spread(&[[-400, -200, 0, 100, 400]]).draw(WIDE);
    let bar = rectangles(&drawing)[1];
    let zero = bounds(&drawing, "som i dag").centre().x;
    let hundred = bar.right - zero;
    assert!(hundred > 300 && is_near(zero - bar.left, 2 * hundred), "{bar:?} {zero}");
    let line = shapes(&drawing).into_iter().find_map(|(shape, offset)| match shape {
        Shape::Lines { lines, .. } if lines[0][0].y == lines[0][1].y => {
            let ends = [lines[0][0], lines[0][1]].map(|point| point.plus(offset));
            (ends[0].y > bar.top && ends[0].y < bar.bottom).then_some(ends)
        }
        _ => None,
    });
    let [from, to] = line.expect("a line through the bar");
    assert!(is_near(zero - from.x, 4 * hundred) && is_near(to.x - zero, 4 * hundred), "{from:?} {to:?}");
    assert!(bounds(&drawing, "−400 kr").right < from.x && bounds(&drawing, "400 kr").left > to.x);
}

#[test]
fn what_does_not_spread_has_one_figure() {
    let drawing = spread(&[[70; 5], [-10, -5, 0, 5, 10]]).draw(WIDE);
    // Beside the mark, and in the column of the middle.
    assert_eq!(texts(&drawing).iter().filter(|text| *text == "70 kr").count(), 2);
    assert!(spread(&[[0; 5], [0; 5]]).says_nothing());
    assert!(!spread(&[[0; 5], [0, 0, 0, 0, 1]]).says_nothing());
}

#[test]
fn cells_are_darker_the_more_often_and_their_figures_legible() {
    let chart = Matrix {
        title: "t",
        description: "d",
        columns: "procent",
        names: vec!["Nuläge", "A"],
        shares: vec![vec![None, Some(2_500)], vec![Some(10_000), None]],
        figure: &|share| (share / 100).to_string(),
    };
    let drawing = chart.draw(WIDE);
    let cells: Vec<(Rect, Fill)> = shapes(&drawing)
        .into_iter()
        .filter_map(|(shape, offset)| match shape {
            Shape::Rectangle { area, fill, .. } => Some((area.moved(offset), (*fill)?)),
            _ => None,
        })
        .collect();
    assert_eq!(cells.len(), 2);
    // A row further down, a column further left.
    assert!(cells[1].0.top >= cells[0].0.bottom && cells[1].0.right <= cells[0].0.left);
    let sum = |fill: Fill| fill.colour.0.iter().map(|part| u32::from(*part)).sum::<u32>();
    assert!(sum(cells[1].1) < sum(cells[0].1));
    for (says, (cell, _)) in [("25", cells[0]), ("100", cells[1])] {
        assert!(cell.contains(bounds(&drawing, says)), "{says}");
    }
}

#[test]
fn bands_go_from_their_low_to_their_high_on_the_scale_of_all() {
    let chart = LineChart {
        title: "t",
        description: "d",
        measure: MEASURE,
        steps: ["2026", "2027"].map(str::to_owned).to_vec(),
        lines: vec![Line { name: "mitten", amounts: vec![0, 100], paint: Paint::PLAIN }],
        bands: vec![Band { low: vec![0, -100], high: vec![0, 300], fill: Paint::PLAIN.fill }],
        reach: vec![700],
    };
    let drawing = chart.draw(WIDE);
    let marks: Vec<Point> = circles(&drawing).into_iter().map(|(at, ..)| at).collect();
    let hundred = marks[0].y - marks[1].y;
    let ring = shapes(&drawing).into_iter().find_map(|(shape, offset)| match shape {
        Shape::Polygon { rings, .. } => {
            Some(rings[0].iter().map(|point| point.plus(offset)).collect::<Vec<_>>())
        }
        _ => None,
    });
    let ring = ring.expect("a band");
    let expected = [(0, 0), (1, 300), (1, -100), (0, 0)];
    for (point, (step, amount)) in ring.iter().zip(expected) {
        assert!(is_near(point.x, marks[step].x), "{ring:?}");
        assert!((marks[0].y - point.y - amount * hundred / 100).abs() <= 12, "{ring:?} {hundred}");
    }
    // 700 lies on the scale: a hundred is at most an eighth of the plot.
    assert!(hundred * 8 < drawing.height);
}
