//! Charts as shapes: bars that lie, so that long names have room, on whole coordinates, so that the same figures give
//! the same bytes. The scale always begins at nought. [`super::svg`] and [`super::picture`] write the shapes down.

use std::fmt;

use super::clean::harmless;
use super::letters;
use crate::model::kronor::Kronor;
use crate::report::chart::{Chart, Group, Picture, Step};
use crate::text::language::Language;
use crate::text::number;

/// Units of width; the page scales them. Narrow, so that letters are still read on a phone.
const WIDTH: i64 = 540;
/// Where the bars begin, to the right of their labels.
const LEFT: i64 = 170;
/// Room for amounts to the right of the bars.
const RIGHT: i64 = 96;
const BAR: i64 = 18;
const GAP: i64 = 4;
/// Between groups.
const GROUP_GAP: i64 = 12;
/// The height of the names of the series.
const LEGEND: i64 = BAR + GROUP_GAP;
/// Between labels and bars.
const LABEL_GAP: i64 = 8;
/// The size of letters.
pub(super) const LETTERS: u16 = 14;
/// Each told from the others in print without colours too, and dark enough on white.
const COLOURS: [Colour; 4] = [
    Colour([0x1f, 0x4e, 0x79]),
    Colour([0x5b, 0x8d, 0xb8]),
    Colour([0xa8, 0x64, 0x2a]),
    Colour([0x3d, 0x7a, 0x4e]),
];
/// The colour of letters and lines.
pub(super) const INK: Colour = Colour([0x1a, 0x1a, 0x1a]);

/// A colour: red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// What a chart consists of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawing {
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// What is drawn, one over the other.
    pub shapes: Vec<Shape>,
}

/// Something drawn, in units from the upper left corner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A filled rectangle.
    Rectangle {
        /// Its left side.
        x: i64,
        /// Its upper side.
        y: i64,
        /// How wide it is.
        width: i64,
        /// How high it is.
        height: i64,
        /// What it is filled with.
        colour: Colour,
    },
    /// A line downwards, one unit wide.
    Line {
        /// Its middle.
        x: i64,
        /// Where it begins.
        top: i64,
        /// Where it ends.
        bottom: i64,
    },
    /// A line of text.
    Text {
        /// Where it begins or ends.
        x: i64,
        /// The line that it stands on.
        y: i64,
        /// Which of the two.
        anchor: Anchor,
        /// What it says; nothing in it steers anything.
        text: String,
    },
}

/// Which end of a text its place says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// A chart as a whole.
#[must_use]
pub fn whole(chart: &Chart, language: Language) -> Drawing {
    let mut canvas = Canvas::new(language);
    match &chart.picture {
        Picture::Bars { series, groups, stacked } => {
            canvas.bars(series, groups, *stacked, &bar_scale(groups, *stacked));
        }
        Picture::Waterfall(steps) => canvas.waterfall(steps),
    }
    canvas.finish()
}

/// A chart in as many drawings as it takes for none to be higher than `highest`, all on one scale. There is at least
/// one.
#[must_use]
pub fn pages(chart: &Chart, language: Language, highest: i64) -> Vec<Drawing> {
    let Picture::Bars { series, groups, stacked } = &chart.picture else {
        return vec![whole(chart, language)];
    };
    let group_height = lines(groups.first().map_or(1, |group| group.amounts.len()), *stacked) + GROUP_GAP;
    let fitting = usize::try_from((highest - LEGEND) / group_height).unwrap_or(0).max(1);
    if groups.len() <= fitting {
        return vec![whole(chart, language)];
    }
    let scale = bar_scale(groups, *stacked);
    // As many on the last page as on the others, or nearly.
    let on_each = groups.len().div_ceil(groups.len().div_ceil(fitting));
    let pages = groups.chunks(on_each).map(|groups| {
        let mut canvas = Canvas::new(language);
        canvas.bars(series, groups, *stacked, &scale);
        canvas.finish()
    });
    pages.collect()
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
        LEFT + i64::try_from(place).expect("the scale holds every amount")
    }
}

impl Canvas {
    fn new(language: Language) -> Self {
        Self { shapes: Vec::new(), y: 0, language }
    }

    fn finish(self) -> Drawing {
        Drawing { width: WIDTH, height: self.y + GAP, shapes: self.shapes }
    }

    fn bars(&mut self, series: &[String], groups: &[Group], stacked: bool, scale: &Scale) {
        self.legend(series);
        for group in groups {
            let middle = self.y + lines(group.amounts.len(), stacked) / 2;
            self.text(LEFT - LABEL_GAP, middle + 3, Anchor::End, &short(&group.label));
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
            self.rectangle(scale.place(0), scale.place(amount.get()), COLOURS[series % COLOURS.len()]);
        }
        let end = scale.place(amount.map_or(0, |amount| amount.get().max(0)));
        let text = amount
            .map_or_else(|| number::UNKNOWN.to_owned(), |amount| number::whole(self.language, amount.get()));
        self.text(end + 6, self.y + 14, Anchor::Start, &text);
        self.y += BAR + GAP;
    }

    /// The amounts of a group end to end, with their sum; if one is unknown, so is the sum.
    fn stack(&mut self, group: &Group, scale: &Scale) {
        let sum: Option<Kronor> = group.amounts.iter().copied().sum();
        let mut from = 0;
        if sum.is_some() {
            for (position, amount) in group.amounts.iter().flatten().enumerate() {
                let to = from + amount.get();
                self.rectangle(scale.place(from), scale.place(to), COLOURS[position % COLOURS.len()]);
                from = to;
            }
        }
        let text =
            sum.map_or_else(|| number::UNKNOWN.to_owned(), |sum| number::whole(self.language, sum.get()));
        self.text(scale.place(from.max(0)) + 6, self.y + 14, Anchor::Start, &text);
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
            self.text(LEFT - LABEL_GAP, self.y + 14, Anchor::End, &short(&step.label));
            let (one, other) = (scale.place(*from), scale.place(*to));
            self.rectangle(one, other, colour);
            let text = if step.is_level {
                number::whole(self.language, step.amount.get())
            } else {
                number::signed(self.language, step.amount.get().into())
            };
            self.text(one.max(other) + 6, self.y + 14, Anchor::Start, &text);
            if position + 1 < steps.len() {
                let (top, bottom) = (self.y + BAR, self.y + BAR + GAP);
                self.shapes.push(Shape::Line { x: other, top, bottom });
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
            self.shapes.push(Shape::Rectangle { x, y: self.y + 3, width: 12, height: 12, colour });
            self.text(x + 18, self.y + 14, Anchor::Start, name);
            // About as wide as letters of this size are.
            x += 36 + 8 * i64::try_from(name.chars().count()).expect("a count");
        }
        self.y += LEGEND;
    }

    fn rectangle(&mut self, from: i64, to: i64, colour: Colour) {
        let (x, width) = (from.min(to), (from - to).abs());
        self.shapes.push(Shape::Rectangle { x, y: self.y, width, height: BAR, colour });
    }

    fn text(&mut self, x: i64, y: i64, anchor: Anchor, text: &str) {
        self.shapes.push(Shape::Text { x, y, anchor, text: harmless(text, false) });
    }
}

/// A label that finds room; the whole one stands in the table.
fn short(label: &str) -> String {
    let room = u32::try_from(LEFT - LABEL_GAP).expect("labels have a width");
    // Thousandths, and a little more: the letters are not bold.
    let fits = |text: &str| letters::width(text).saturating_mul(LETTERS.into()) <= room.saturating_mul(1_020);
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
        whole(&Chart { title: String::new(), description: String::new(), picture }, Language::Swedish)
    }

    /// Where bars begin, and how wide they are.
    fn bars(drawing: &Drawing) -> Vec<(i64, i64)> {
        let bars = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Rectangle { x, width, .. } => Some((*x, *width)),
            _ => None,
        });
        bars.collect()
    }

    fn texts(drawing: &Drawing) -> Vec<&str> {
        let texts = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn a_waterfall_ends_where_its_steps_lead() {
        let step = |amount, is_level| Step { label: String::new(), amount: Kronor::new(amount), is_level };
        let drawing = drawn(Picture::Waterfall(vec![step(274, true), step(-100, false), step(174, true)]));
        // 274 kr fill the width of 274; 174 end where the step of −100 begins.
        assert_eq!(bars(&drawing), [(170, 274), (344, 100), (170, 174)]);
        assert!(texts(&drawing).contains(&"−100"));
    }

    #[test]
    fn a_high_chart_is_parted_into_pages_on_one_scale() {
        let groups: Vec<Group> = (1..=25)
            .map(|number| Group {
                label: format!("K{number}."),
                amounts: vec![Some(Kronor::new(number * 100))],
            })
            .collect();
        let picture = Picture::Bars { series: vec!["Bidrag".to_owned()], groups, stacked: false };
        let chart = Chart { title: String::new(), description: String::new(), picture };
        // A group takes 34 units.
        let highest = LEGEND + 10 * 34;
        let parted = pages(&chart, Language::Swedish, highest);
        assert_eq!(parted.iter().map(|page| bars(page).len()).collect::<Vec<_>>(), [9, 9, 7]);
        assert!(parted.iter().all(|page| page.height <= highest));
        let whole = whole(&chart, Language::Swedish);
        assert_eq!(parted.iter().flat_map(bars).collect::<Vec<_>>(), bars(&whole));
        assert_eq!(parted.iter().flat_map(texts).collect::<Vec<_>>(), texts(&whole));
        assert_eq!(pages(&chart, Language::Swedish, 10_000), [whole]);
    }

    #[test]
    fn labels_are_as_long_as_there_is_room_and_steer_nothing() {
        for whole in ["Vänersborg/Mellerud", "Sammanslagning av två"] {
            assert_eq!(short(whole), whole);
        }
        assert_eq!(short("Samordnad administration"), "Samordnad administr…");
        assert_eq!(short(&"i".repeat(50)).chars().count(), 39);
        assert_eq!(short(&"M".repeat(50)).chars().count(), 13);
        let step = Step { label: "a\u{7}\u{202e}".to_owned(), amount: Kronor::ZERO, is_level: true };
        assert_eq!(texts(&drawn(Picture::Waterfall(vec![step])))[0], "a?\u{fffd}");
    }
}
