//! Charts: figures that are laid out as shapes. Bars lie, so that long names have space, and every scale begins at zero.

use crate::drawing::colour::Colour;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::letters::{self, Weight};
use crate::drawing::shape::{Anchor, Drawing, Fill, PIXEL, Shape, Stroke, Text};
use crate::model::kronor::Kronor;
use crate::text::language::Language;
use crate::text::number;

/// Narrow, so that letters can still be read on a phone.
const WIDTH: i64 = 540 * PIXEL;
/// Where the bars begin, to the right of their labels.
const LEFT: i64 = 170 * PIXEL;
/// For amounts to the right of the bars.
const RIGHT: i64 = 96 * PIXEL;
const BAR: i64 = 18 * PIXEL;
const GAP: i64 = 4 * PIXEL;
/// Between groups.
const GROUP_GAP: i64 = 12 * PIXEL;
/// The height of the names of the series.
const LEGEND: i64 = BAR + GROUP_GAP;
/// Between labels and bars.
const LABEL_GAP: i64 = 8 * PIXEL;
/// From the top of a bar to the line that its amount stands on.
const BASELINE: i64 = 14 * PIXEL;
/// Between a bar and its amount.
const AMOUNT_GAP: i64 = 6 * PIXEL;
/// The size of letters.
const LETTERS: i64 = 14 * PIXEL;
/// Each distinct from the others in print without colours too, and dark enough on white.
const COLOURS: [Colour; 4] = [
    Colour([0x1f, 0x4e, 0x79]),
    Colour([0x5b, 0x8d, 0xb8]),
    Colour([0xa8, 0x64, 0x2a]),
    Colour([0x3d, 0x7a, 0x4e]),
];

/// A chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The same figures in words, for those who cannot see it.
    pub description: String,
    /// The picture.
    pub picture: Picture,
}

/// Kinds of charts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Picture {
    /// Amounts side by side, in groups.
    Bars {
        /// The names of the series; every group has an amount of each.
        series: Vec<String>,
        /// The groups in order.
        groups: Vec<Group>,
        /// Whether the amounts of a group are parts of one sum.
        stacked: bool,
    },
    /// From one amount to another, step by step.
    Waterfall(Vec<Step>),
}

/// Bars that stand together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// Their label.
    pub label: String,
    /// An amount per series, kr; nothing where it is unknown.
    pub amounts: Vec<Option<Kronor>>,
}

/// A step of a waterfall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its label.
    pub label: String,
    /// The change, or the whole amount of a level, kr.
    pub amount: Kronor,
    /// Whether it is a level that the steps lead from or to.
    pub is_level: bool,
}

impl Chart {
    /// The whole chart.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let mut canvas = Canvas::new(language);
        match &self.picture {
            Picture::Bars { series, groups, stacked } => {
                canvas.bars(series, groups, *stacked, &bar_scale(groups, *stacked));
            }
            Picture::Waterfall(steps) => canvas.waterfall(steps),
        }
        canvas.finish(self)
    }

    /// The chart in as many drawings as are needed for none to be higher than `highest`, all on one scale. There is at
    /// least one.
    #[must_use]
    pub fn pages(&self, language: Language, highest: i64) -> Vec<Drawing> {
        let Picture::Bars { series, groups, stacked } = &self.picture else {
            return vec![self.drawing(language)];
        };
        let group_height = lines(groups.first().map_or(1, |group| group.amounts.len()), *stacked) + GROUP_GAP;
        let fitting = usize::try_from((highest - LEGEND - GAP) / group_height).unwrap_or(0).max(1);
        if groups.len() <= fitting {
            return vec![self.drawing(language)];
        }
        let scale = bar_scale(groups, *stacked);
        // As many on the last page as on the others, or nearly.
        let on_each = groups.len().div_ceil(groups.len().div_ceil(fitting));
        let pages = groups.chunks(on_each).map(|groups| {
            let mut canvas = Canvas::new(language);
            canvas.bars(series, groups, *stacked, &scale);
            canvas.finish(self)
        });
        pages.collect()
    }
}

/// The scale of all groups.
fn bar_scale(groups: &[Group], stacked: bool) -> Scale {
    let known = |group: &Group| group.amounts.iter().flatten().map(|amount| amount.get()).collect::<Vec<_>>();
    if stacked {
        Scale::of(groups.iter().map(|group| known(group).iter().sum()))
    } else {
        Scale::of(groups.iter().flat_map(known))
    }
}

/// The height of the lines of a group.
fn lines(amounts: usize, stacked: bool) -> i64 {
    let lines = if stacked { 1 } else { i64::try_from(amounts).unwrap_or(1) };
    lines * (BAR + GAP)
}

struct Canvas {
    shapes: Vec<Shape>,
    /// Where the next line begins.
    y: i64,
    language: Language,
}

/// From amounts to places.
struct Scale {
    lowest: i64,
    span: i64,
}

impl Scale {
    fn of(amounts: impl Iterator<Item = i64>) -> Self {
        let (mut lowest, mut highest) = (0, 1);
        for amount in amounts {
            lowest = lowest.min(amount);
            highest = highest.max(amount);
        }
        Self { lowest, span: highest - lowest }
    }

    fn place(&self, amount: i64) -> i64 {
        let width = i128::from(WIDTH - LEFT - RIGHT);
        let place = i128::from(amount - self.lowest) * width / i128::from(self.span);
        LEFT + i64::try_from(place).unwrap_or(0)
    }
}

impl Canvas {
    fn new(language: Language) -> Self {
        Self { shapes: Vec::new(), y: 0, language }
    }

    fn finish(self, chart: &Chart) -> Drawing {
        let (title, description) = (chart.title.clone(), chart.description.clone());
        Drawing { width: WIDTH, height: self.y + GAP, title, description, shapes: self.shapes }
    }

    fn bars(&mut self, series: &[String], groups: &[Group], stacked: bool, scale: &Scale) {
        self.legend(series);
        for group in groups {
            let middle = self.y + lines(group.amounts.len(), stacked) / 2;
            self.text(LEFT - LABEL_GAP, middle + 3 * PIXEL, Anchor::End, &short(&group.label));
            if stacked {
                self.stack(group, scale);
            } else {
                for (position, amount) in group.amounts.iter().enumerate() {
                    self.bar(*amount, position, scale);
                }
            }
            self.y += GROUP_GAP;
        }
    }

    fn bar(&mut self, amount: Option<Kronor>, series: usize, scale: &Scale) {
        if let Some(amount) = amount {
            self.bar_between(scale.place(0), scale.place(amount.get()), COLOURS[series % COLOURS.len()]);
        }
        let end = scale.place(amount.map_or(0, |amount| amount.get().max(0)));
        let text = amount
            .map_or_else(|| number::UNKNOWN.to_owned(), |amount| number::whole(self.language, amount.get()));
        self.text(end + AMOUNT_GAP, self.y + BASELINE, Anchor::Start, &text);
        self.y += BAR + GAP;
    }

    /// The amounts of a group end to end, with their sum; if one is unknown, so is the sum.
    fn stack(&mut self, group: &Group, scale: &Scale) {
        let sum: Option<Kronor> = group.amounts.iter().copied().sum();
        let mut from = 0;
        if sum.is_some() {
            for (position, amount) in group.amounts.iter().flatten().enumerate() {
                let to = from + amount.get();
                self.bar_between(scale.place(from), scale.place(to), COLOURS[position % COLOURS.len()]);
                from = to;
            }
        }
        let text =
            sum.map_or_else(|| number::UNKNOWN.to_owned(), |sum| number::whole(self.language, sum.get()));
        self.text(scale.place(from.max(0)) + AMOUNT_GAP, self.y + BASELINE, Anchor::Start, &text);
        self.y += BAR + GAP;
    }

    fn waterfall(&mut self, steps: &[Step]) {
        let mut level = 0;
        let mut ends = Vec::with_capacity(steps.len());
        for step in steps {
            let from = if step.is_level { 0 } else { level };
            level = from + step.amount.get();
            ends.push((from, level));
        }
        let scale = Scale::of(ends.iter().flat_map(|(from, to)| [*from, *to]));
        for (position, (step, (from, to))) in steps.iter().zip(&ends).enumerate() {
            let colour = match (step.is_level, step.amount < Kronor::ZERO) {
                (true, _) => COLOURS[0],
                (false, true) => COLOURS[2],
                (false, false) => COLOURS[3],
            };
            self.text(LEFT - LABEL_GAP, self.y + BASELINE, Anchor::End, &short(&step.label));
            let (one, other) = (scale.place(*from), scale.place(*to));
            self.bar_between(one, other, colour);
            let text = if step.is_level {
                number::whole(self.language, step.amount.get())
            } else {
                number::signed(self.language, step.amount.get().into())
            };
            self.text(one.max(other) + AMOUNT_GAP, self.y + BASELINE, Anchor::Start, &text);
            if position + 1 < steps.len() {
                let ends = [self.y + BAR, self.y + BAR + GAP].map(|y| Point::new(other, y));
                self.shapes.push(Shape::Lines {
                    lines: vec![ends.to_vec()].into(),
                    stroke: Stroke::solid(Colour::INK, PIXEL),
                });
            }
            self.y += BAR + GAP;
        }
    }

    fn legend(&mut self, series: &[String]) {
        if series.len() < 2 {
            return;
        }
        let mut x = LEFT;
        for (position, name) in series.iter().enumerate() {
            let colour = COLOURS[position % COLOURS.len()];
            self.fill(Rect::at(Point::new(x, self.y + 3 * PIXEL), 12 * PIXEL, 12 * PIXEL), colour);
            self.text(x + 18 * PIXEL, self.y + BASELINE, Anchor::Start, name);
            x += 36 * PIXEL + letters::width(name, LETTERS, Weight::Regular);
        }
        self.y += LEGEND;
    }

    fn bar_between(&mut self, from: i64, to: i64, colour: Colour) {
        self.fill(Rect::at(Point::new(from.min(to), self.y), (from - to).abs(), BAR), colour);
    }

    fn fill(&mut self, area: Rect, colour: Colour) {
        self.shapes.push(Shape::Rectangle { area, fill: Some(Fill::plain(colour)), stroke: None });
    }

    fn text(&mut self, x: i64, y: i64, anchor: Anchor, text: &str) {
        self.shapes.push(Shape::Text(Text::new(text, Point::new(x, y), anchor, LETTERS, Weight::Regular)));
    }
}

/// A label that fits beside the bars; the whole one stands in the table.
fn short(label: &str) -> String {
    let fits = |text: &str| letters::width(text, LETTERS, Weight::Regular) <= LEFT - LABEL_GAP;
    if fits(label) {
        return label.to_owned();
    }
    let shortened = label.char_indices().map(|(end, _)| format!("{}…", label[..end].trim_end()));
    shortened.take_while(|text| fits(text)).last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(picture: Picture) -> Drawing {
        Chart { title: String::new(), description: String::new(), picture }.drawing(Language::Swedish)
    }

    /// Where bars begin, and how wide they are.
    fn bars(drawing: &Drawing) -> Vec<(i64, i64)> {
        let bars = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Rectangle { area, .. } => Some((area.left, area.width())),
            _ => None,
        });
        bars.collect()
    }

    fn texts(drawing: &Drawing) -> Vec<&str> {
        let texts = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.text()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn a_waterfall_ends_where_its_steps_lead() {
        let step = |amount, is_level| Step { label: String::new(), amount: Kronor::new(amount), is_level };
        let drawing = drawn(Picture::Waterfall(vec![step(274, true), step(-100, false), step(174, true)]));
        // 274 kr fill the width of 274 pixels; 174 end where the step of −100 begins.
        assert_eq!(bars(&drawing), [(1_700, 2_740), (3_440, 1_000), (1_700, 1_740)]);
        assert!(texts(&drawing).contains(&"−100"));
    }

    #[test]
    fn a_high_chart_is_divided_into_pages_on_one_scale() {
        let groups: Vec<Group> = (1..=25)
            .map(|number| Group {
                label: format!("K{number}."),
                amounts: vec![Some(Kronor::new(number * 100))],
            })
            .collect();
        let picture = Picture::Bars { series: vec!["Bidrag".to_owned()], groups, stacked: false };
        let chart = Chart { title: String::new(), description: String::new(), picture };
        // A group takes 34 pixels.
        let highest = LEGEND + GAP + 10 * 34 * PIXEL;
        let divided = chart.pages(Language::Swedish, highest);
        assert_eq!(divided.iter().map(|page| bars(page).len()).collect::<Vec<_>>(), [9, 9, 7]);
        assert!(divided.iter().all(|page| page.height <= highest));
        let whole = chart.drawing(Language::Swedish);
        assert_eq!(divided.iter().flat_map(bars).collect::<Vec<_>>(), bars(&whole));
        assert_eq!(divided.iter().flat_map(texts).collect::<Vec<_>>(), texts(&whole));
        assert_eq!(chart.pages(Language::Swedish, 100_000), [whole]);
    }

    #[test]
    fn labels_are_as_long_as_there_is_space_for() {
        for whole in ["Vänersborg/Mellerud", "Sammanslagning av två"] {
            assert_eq!(short(whole), whole);
        }
        assert_eq!(short("Samordnad administration"), "Samordnad administrati…");
        assert_eq!(short(&"i".repeat(60)).chars().count(), 48);
        assert_eq!(short(&"M".repeat(50)).chars().count(), 13);
        let step = Step { label: "a\u{7}\u{202e}".to_owned(), amount: Kronor::ZERO, is_level: true };
        assert_eq!(texts(&drawn(Picture::Waterfall(vec![step])))[0], "a?\u{fffd}");
    }
}
