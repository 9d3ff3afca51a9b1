//! Where marks lie: the scale is right, pairs belong together, pages go on where others end.

use finsam::drawing::chart::{
    Change, Chart, Diverging, Dumbbell, Line, LineChart, Measure, Paint, Pair, Step, Waterfall,
};
use finsam::drawing::geometry::Point;
use finsam::drawing::shape::{Drawing, Shape};

use super::checks::{check, circles, rectangles, texts};
use crate::drawings::{self, shapes};

const WIDE: i64 = 7_200;

fn plain(amount: i64) -> String {
    amount.to_string().replace('-', "−")
}

const MEASURE: Measure<'static> = Measure { unit: "kr", tick: &plain, figure: &plain };

/// The middle of the text that says this.
fn middle(drawing: &Drawing, says: &str) -> Point {
    let found = drawings::texts(drawing).into_iter().find(|(text, _)| text.text() == says);
    found.unwrap_or_else(|| panic!("{says:?} is not in {:?}", texts(drawing))).1.centre()
}

/// Lines that stand or lie, by their ends.
fn lines(drawing: &Drawing) -> Vec<Vec<Point>> {
    let lines = shapes(drawing).into_iter().filter_map(|(shape, offset)| match shape {
        Shape::Lines { lines, .. } => {
            Some(lines.iter().map(move |line| line.iter().map(|point| point.plus(offset)).collect()))
        }
        _ => None,
    });
    lines.flatten().collect()
}

fn is_near(one: i64, other: i64) -> bool {
    (one - other).abs() <= 12
}

fn diverging(amounts: &[(i64, i64)]) -> Diverging<'static> {
    const NAMES: [&str; 4] = ["A", "B", "C", "D"];
    let rows = amounts.iter().zip(NAMES.iter().cycle()).map(|((first, second), name)| Change {
        name,
        first: Some(*first),
        second: Some(*second),
        paint: Paint::PLAIN,
    });
    Diverging {
        title: "t",
        description: "d",
        measure: MEASURE,
        zero: "som i dag",
        first: "brutto",
        second: "netto",
        unknown: "uppgift saknas",
        rows: rows.collect(),
    }
}

#[test]
fn bars_begin_at_zero_and_end_at_their_amounts() {
    let drawing = diverging(&[(210, 105), (-420, -210)]).draw(WIDE);
    let bars = rectangles(&drawing);
    assert_eq!(bars.len(), 2);
    let zero = middle(&drawing, "som i dag").x;
    assert!(is_near(bars[0].left, zero) && is_near(bars[1].right, zero), "{bars:?} {zero}");
    assert!(is_near(bars[1].width(), 2 * bars[0].width()), "{bars:?}");
    // The second amount lies below, as a line with an open mark.
    let marks = circles(&drawing);
    assert_eq!(marks.len(), 2);
    for ((at, _, is_open), (bar, share)) in marks.iter().zip(bars.iter().zip([50, -50])) {
        assert!(*is_open && at.y > bar.bottom && at.y - bar.bottom < 150);
        assert!(is_near(at.x, zero + bar.width() * share / 100), "{at:?} {bar:?}");
    }
    // The name stands beside both, the figures outside.
    assert!(middle(&drawing, "A").y > bars[0].top && middle(&drawing, "A").y < marks[0].0.y);
    assert!(middle(&drawing, "210 brutto").x > bars[0].right);
    assert!(middle(&drawing, "−420").x < bars[1].left);
}

#[test]
fn marks_are_named_once_and_by_a_key_where_that_takes_too_much() {
    let drawing = diverging(&[(200, 150), (-400, -300)]).draw(WIDE);
    let named =
        texts(&drawing).iter().filter(|text| text.contains("brutto") || text.contains("netto")).count();
    assert_eq!(named, 2);
    assert!(texts(&drawing).contains(&"150 netto".to_owned()));
    let long = Diverging {
        first: "brutto, före nationell omfördelning av statens medel",
        ..diverging(&[(200, 150)])
    };
    let drawing = long.draw(3_000);
    assert!(texts(&drawing).contains(&"200".to_owned()), "{:?}", texts(&drawing));
    assert!(texts(&drawing).contains(&"netto".to_owned()));
}

#[test]
fn pairs_that_are_alike_are_drawn_once() {
    let drawing = diverging(&[(200, 200), (-400, -400)]).draw(WIDE);
    assert!(circles(&drawing).is_empty());
    assert!(!texts(&drawing).iter().any(|text| text.contains("netto")));
}

fn pair(name: &'static str, before: Option<i64>, after: Option<i64>) -> Pair<'static> {
    Pair { name, note: "", before, after, figure: "1 %".to_owned(), paint: Paint::PLAIN }
}

fn dumbbell(rows: Vec<Pair<'static>>) -> Dumbbell<'static> {
    Dumbbell {
        title: "t",
        description: "d",
        measure: MEASURE,
        before: "före",
        after: "efter",
        unknown: "uppgift saknas",
        has_figures: false,
        heading: "Ändring",
        rows,
    }
}

#[test]
fn before_is_open_after_is_filled_and_both_lie_on_one_scale() {
    let rows =
        vec![pair("A", Some(0), Some(100)), pair("B", Some(50), Some(25)), pair("C", Some(75), Some(75))];
    let drawing = dumbbell(rows).draw(WIDE);
    let marks = circles(&drawing);
    let places: Vec<(i64, bool)> = marks.iter().map(|(at, _, is_open)| (at.x, *is_open)).collect();
    let (zero, hundred) = (places[0].0, places[1].0);
    let place = |amount: i64| zero + (hundred - zero) * amount / 100;
    for ((x, is_open), (amount, open)) in
        places.iter().zip([(0, true), (100, false), (50, true), (25, false), (75, true), (75, false)])
    {
        assert!(is_near(*x, place(amount)) && *is_open == open, "{amount}");
    }
    // One that is unchanged: a point within a ring.
    assert!(marks[5].1 < marks[4].1 && marks[4].0 == marks[5].0);
    // The names of the marks stand above those of the first row, and nowhere else.
    for (name, x) in [("före", zero), ("efter", hundred)] {
        let (_, bounds) =
            drawings::texts(&drawing).into_iter().find(|(text, _)| text.text() == name).expect("it is named");
        assert!(bounds.left <= x && x <= bounds.right, "{name}");
    }
    assert!(middle(&drawing, "efter").y < marks[0].0.y);
    assert_eq!(texts(&drawing).iter().filter(|text| *text == "1 %").count(), 3);
}

#[test]
fn what_is_not_known_is_said() {
    let rows = vec![pair("A", Some(10), Some(100)), pair("B", None, Some(50)), pair("C", None, None)];
    let drawing = dumbbell(rows).draw(WIDE);
    assert_eq!(circles(&drawing).len(), 3);
    assert_eq!(middle(&drawing, "uppgift saknas").y, middle(&drawing, "C").y);
}

#[test]
fn a_scale_is_the_same_on_all_pages_and_nothing_is_lost_between_them() {
    let names: Vec<String> = (0..49).map(|number| format!("Kommun{number}")).collect();
    let names: &'static [String] = Vec::leak(names);
    let rows = names
        .iter()
        .zip(0_i64..)
        .map(|(name, number)| pair(name, Some(1_000 + number * 37 % 500), Some(900 + number * 53 % 700)));
    let chart = dumbbell(rows.collect());
    let whole = chart.draw(WIDE);
    for highest in (4_000..12_000).step_by(500) {
        for page in chart.pages(WIDE, highest) {
            check(&page);
            assert!(page.height <= highest, "{} at {highest}", page.height);
        }
    }
    let pages = chart.pages(WIDE, 5_000);
    assert!(pages.len() >= 3);
    let xs = |drawing: &Drawing| circles(drawing).iter().map(|(at, ..)| at.x).collect::<Vec<_>>();
    let on_pages: Vec<i64> = pages.iter().flat_map(xs).collect();
    assert_eq!(on_pages.len(), 98);
    assert_eq!(on_pages, xs(&whole));
    let rows = |drawing: &Drawing| {
        texts(drawing).into_iter().filter(|text| text.starts_with("Kommun")).collect::<Vec<_>>()
    };
    assert_eq!(pages.iter().flat_map(rows).collect::<Vec<_>>(), rows(&whole));
    // As much on the last page as on the others, or nearly.
    let counts: Vec<usize> = pages.iter().map(|page| rows(page).len()).collect();
    assert!(counts.iter().max() <= counts.iter().min().map(|least| least + 2).as_ref(), "{counts:?}");
    // Every page has the axis and says what the marks are.
    for page in &pages {
        assert!(texts(page).contains(&"kr".to_owned()) && texts(page).contains(&"före".to_owned()));
    }
    assert_eq!(chart.pages(WIDE, 100_000), [whole]);
}

fn waterfall(amounts: &[i64]) -> Waterfall<'static> {
    let last = amounts.len() - 1;
    let steps = amounts.iter().enumerate().map(|(row, amount)| Step {
        name: "steg",
        amount: *amount,
        is_level: row == 0 || row == last,
    });
    Waterfall {
        title: "t",
        description: "d",
        measure: MEASURE,
        change: &plain,
        level: Paint::QUIET,
        more: Paint::PLAIN,
        less: Paint::PLAIN,
        steps: steps.collect(),
    }
}

#[test]
fn a_waterfall_ends_where_its_steps_lead() {
    let bars = rectangles(&waterfall(&[1_000, -400, 100, 700]).draw(WIDE));
    assert_eq!(bars.len(), 4);
    assert!(is_near(bars[0].left, bars[3].left) && is_near(bars[0].right, bars[1].right));
    assert!(is_near(bars[1].left, bars[2].left) && is_near(bars[2].right, bars[3].right));
    assert!(is_near(bars[1].width(), bars[0].width() * 4 / 10), "{bars:?}");
    // Each is joined to the next one.
    let drawing = waterfall(&[1_000, -400, 100, 700]).draw(WIDE);
    let upright = |line: &&Vec<Point>| line.len() == 2 && line[0].x == line[1].x;
    for pair in bars.windows(2) {
        let joined = lines(&drawing).iter().filter(upright).any(|line| {
            line[0].y < pair[0].bottom
                && line[1].y > pair[1].top
                && line[0].y > pair[0].top
                && line[1].y < pair[1].bottom
        });
        assert!(joined, "{pair:?}");
    }
}

#[test]
fn small_steps_between_large_levels_are_seen() {
    let bars = rectangles(&waterfall(&[10_000_000, -4_000, 1_000, 9_997_000]).draw(WIDE));
    // Only the steps are bars, and they take most of the width; levels that do not begin at zero are not.
    assert_eq!(bars.len(), 2);
    assert!(bars[0].width() > WIDE / 2, "{bars:?}");
    assert!(is_near(bars[0].width(), 4 * bars[1].width()));
}

fn line_chart(lines: &[&[i64]]) -> LineChart<'static> {
    const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];
    let lines = lines.iter().zip(NAMES).map(|(amounts, name)| Line {
        name,
        amounts: amounts.to_vec(),
        paint: Paint::PLAIN,
    });
    LineChart {
        title: "t",
        description: "d",
        measure: MEASURE,
        steps: ["2026", "2027", "2028"].map(str::to_owned).to_vec(),
        lines: lines.collect(),
        bands: Vec::new(),
        reach: Vec::new(),
    }
}

#[test]
fn lines_go_from_year_to_year_on_one_scale_and_are_named_at_their_ends() {
    let drawing = line_chart(&[&[0, 100, 200], &[0, -100, 50]]).draw(WIDE);
    // The marks of the first line are filled, those of the second are open.
    let marks = circles(&drawing);
    let of_line = |open: bool| -> Vec<Point> {
        marks.iter().filter(|(.., is_open)| *is_open == open).map(|(at, ..)| *at).collect()
    };
    let (first, second) = (of_line(false), of_line(true));
    assert_eq!((first.len(), second.len()), (3, 3));
    let hundred = first[0].y - first[1].y;
    assert!(hundred > 0 && is_near(first[1].y - first[2].y, hundred), "{first:?}");
    assert!(is_near(second[1].y - first[0].y, hundred) && is_near(first[0].y - second[2].y, hundred / 2));
    for (step, year) in ["2026", "2027", "2028"].into_iter().enumerate() {
        assert!(is_near(middle(&drawing, year).x, first[step].x), "{year}");
        assert!(middle(&drawing, year).y > second[1].y);
    }
    // A line at zero, as long as the plot.
    let zero = lines(&drawing).into_iter().find(|line| line.iter().all(|point| is_near(point.y, first[0].y)));
    assert!(zero.is_some_and(|line| line[0].x < first[0].x && line[1].x >= first[2].x));
    for (name, end) in [("A", first[2]), ("B", second[2])] {
        let name = middle(&drawing, name);
        assert!(name.x > end.x && (name.y - end.y).abs() < 150, "{name:?} {end:?}");
    }
    assert!(texts(&drawing).contains(&"200".to_owned()));
}

#[test]
fn lines_that_end_at_one_place_are_all_named_and_all_differ() {
    let same: &[i64] = &[0, 10, 10];
    let drawing = line_chart(&[same; 5]).draw(WIDE);
    check(&drawing);
    let of_lines = shapes(&drawing).into_iter().filter_map(|(shape, _)| match shape {
        Shape::Lines { lines, stroke } if stroke.width > 20 => Some((lines.len(), lines[0].clone())),
        _ => None,
    });
    let of_lines: Vec<_> = of_lines.collect();
    assert_eq!(of_lines.len(), 5);
    for (position, one) in of_lines[..4].iter().enumerate() {
        assert!(of_lines[position + 1..4].iter().all(|other| other != one), "{position}");
    }
    let names: Vec<Point> = ["A", "B", "C", "D", "E"].map(|name| middle(&drawing, name)).to_vec();
    assert!(names.windows(2).all(|pair| pair[0].y < pair[1].y), "{names:?}");
}

#[test]
fn what_says_nothing_says_so() {
    assert!(line_chart(&[&[0, 0, 0], &[0, 0, 0]]).says_nothing());
    assert!(!line_chart(&[&[0, 0, 0], &[0, 0, 1]]).says_nothing());
    assert!(diverging(&[(0, 0), (0, 0)]).says_nothing());
    assert!(!diverging(&[(0, 0), (0, 1)]).says_nothing());
    assert!(dumbbell(vec![pair("A", Some(7), Some(7)), pair("B", None, None)]).says_nothing());
    assert!(!dumbbell(vec![pair("A", Some(7), Some(7)), pair("B", None, Some(1))]).says_nothing());
    assert!(waterfall(&[1_000, 0, 0, 1_000]).says_nothing());
    assert!(!waterfall(&[1_000, 1, -1, 1_000]).says_nothing());
}
