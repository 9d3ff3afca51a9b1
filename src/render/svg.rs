//! Charts as SVG: bars that lie, so that long names have room, on whole coordinates, so that the same figures give
//! the same bytes. The scale always begins at nought.

use std::fmt::Write;

use super::clean::{harmless, markup};
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
/// Letters of a label that find room.
const LONGEST_LABEL: usize = 21;
/// Each told from the others in print without colours too, and dark enough on white.
const COLOURS: [&str; 4] = ["#1f4e79", "#5b8db8", "#a8642a", "#3d7a4e"];

/// A chart. `id` is its name in the page.
#[must_use]
pub fn chart(chart: &Chart, id: &str, language: Language) -> String {
    let mut canvas = Canvas::new(language);
    match &chart.picture {
        Picture::Bars { series, groups, stacked } => {
            canvas.bars(series, groups, *stacked, &bar_scale(groups, *stacked));
        }
        Picture::Waterfall(steps) => canvas.waterfall(steps),
    }
    canvas.finish(chart, id)
}

/// A chart in as many pictures as it takes for none to be higher than `highest`, all on one scale. There is at least
/// one.
#[must_use]
pub fn pages(chart: &Chart, id: &str, language: Language, highest: i64) -> Vec<String> {
    let Picture::Bars { series, groups, stacked } = &chart.picture else {
        return vec![self::chart(chart, id, language)];
    };
    let group_height = lines(groups.first().map_or(1, |group| group.amounts.len()), *stacked) + GROUP_GAP;
    let fitting = usize::try_from((highest - LEGEND) / group_height).unwrap_or(0).max(1);
    if groups.len() <= fitting {
        return vec![self::chart(chart, id, language)];
    }
    let scale = bar_scale(groups, *stacked);
    // As many on the last page as on the others, or nearly.
    let on_each = groups.len().div_ceil(groups.len().div_ceil(fitting));
    let pages = groups.chunks(on_each).map(|groups| {
        let mut canvas = Canvas::new(language);
        canvas.bars(series, groups, *stacked, &scale);
        canvas.finish(chart, id)
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
    out: String,
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
        Self { out: String::new(), y: 0, language }
    }

    fn finish(self, chart: &Chart, id: &str) -> String {
        let (title, description) = (escaped(&chart.title), escaped(&chart.description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" font-family=\"system-ui, sans-serif\" font-size=\"14\" \
             fill=\"#1a1a1a\">\n<title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n\
             {}</svg>\n",
            self.y + GAP,
            self.out
        )
    }

    fn bars(&mut self, series: &[String], groups: &[Group], stacked: bool, scale: &Scale) {
        self.legend(series);
        for group in groups {
            let middle = self.y + lines(group.amounts.len(), stacked) / 2;
            self.text(LEFT - 8, middle + 3, "end", &short(&group.label));
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
        self.text(end + 6, self.y + 14, "start", &text);
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
        self.text(scale.place(from.max(0)) + 6, self.y + 14, "start", &text);
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
            self.text(LEFT - 8, self.y + 14, "end", &short(&step.label));
            let (one, other) = (scale.place(*from), scale.place(*to));
            self.rectangle(one, other, colour);
            let text = if step.is_level {
                number::whole(self.language, step.amount.get())
            } else {
                number::signed(self.language, step.amount.get().into())
            };
            self.text(one.max(other) + 6, self.y + 14, "start", &text);
            if position + 1 < steps.len() {
                let (top, bottom) = (self.y + BAR, self.y + BAR + GAP);
                let _ = writeln!(
                    self.out,
                    "<path d=\"M{other} {top}V{bottom}\" stroke=\"#1a1a1a\" stroke-width=\"1\"/>"
                );
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
            let _ = writeln!(
                self.out,
                "<rect x=\"{x}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{colour}\"/>",
                self.y + 3
            );
            self.text(x + 18, self.y + 14, "start", name);
            // About as wide as letters of this size are.
            x += 36 + 8 * i64::try_from(name.chars().count()).unwrap_or(0);
        }
        self.y += LEGEND;
    }

    fn rectangle(&mut self, from: i64, to: i64, colour: &str) {
        let (x, width) = (from.min(to), (from - to).abs());
        let _ = writeln!(
            self.out,
            "<rect x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{BAR}\" fill=\"{colour}\"/>",
            self.y
        );
    }

    fn text(&mut self, x: i64, y: i64, anchor: &str, text: &str) {
        let _ =
            writeln!(self.out, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>", escaped(text));
    }
}

fn escaped(text: &str) -> String {
    markup(&harmless(text, false))
}

/// A label that finds room; the whole one stands in the table.
fn short(label: &str) -> String {
    match label.char_indices().nth(LONGEST_LABEL) {
        None => label.to_owned(),
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(picture: Picture) -> String {
        let one = Chart { title: "A & B".to_owned(), description: "<d>".to_owned(), picture };
        chart(&one, "c1", Language::Swedish)
    }

    #[test]
    fn names_are_escaped_and_long_ones_shortened() {
        let group = Group { label: "<script>".repeat(8), amounts: vec![Some(Kronor::new(5)), None] };
        let svg = drawn(Picture::Bars {
            series: vec!["a\"".to_owned(), "b".to_owned()],
            groups: vec![group],
            stacked: false,
        });
        assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;") && svg.contains('…'), "{svg}");
        assert!(svg.contains("A &amp; B") && svg.contains(">–</text>"), "{svg}");
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
        let one = Chart { title: String::new(), description: String::new(), picture };
        // A group takes 34 units.
        let pages = pages(&one, "c1", Language::Swedish, LEGEND + 10 * 34);
        let labels = |page: &String| page.matches(">K").count();
        assert_eq!(pages.iter().map(labels).collect::<Vec<_>>(), [9, 9, 7]);
        assert!(pages.iter().all(|page| page.contains("<desc")), "{pages:?}");
        let whole = chart(&one, "c1", Language::Swedish);
        let widths = |page: &str| {
            let bars = page.lines().filter(|line| line.starts_with("<rect"));
            bars.filter_map(|bar| bar.split("width=").nth(1).map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(pages.iter().flat_map(|page| widths(page)).collect::<Vec<_>>(), widths(&whole));
        assert_eq!(super::pages(&one, "c1", Language::Swedish, 10_000), [whole]);
    }

    #[test]
    fn a_waterfall_ends_where_its_steps_lead() {
        let step = |amount, is_level| Step { label: String::new(), amount: Kronor::new(amount), is_level };
        let svg = drawn(Picture::Waterfall(vec![step(274, true), step(-100, false), step(174, true)]));
        // 274 kr fill the width of 274; 174 end where the step of −100 begins.
        assert!(svg.contains("<rect x=\"170\" y=\"0\" width=\"274\""), "{svg}");
        assert!(svg.contains("<rect x=\"344\" y=\"22\" width=\"100\""), "{svg}");
        assert!(svg.contains("<rect x=\"170\" y=\"44\" width=\"174\""), "{svg}");
        assert!(svg.contains(">−100</text>"), "{svg}");
    }
}
