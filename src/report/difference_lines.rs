//! The lines of a table of what changed: figures that changed alike on several sides in one, those of one förbund, kommun
//! or region together, the largest change first.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::analysis::difference::{FigureChange, ScenarioDifference};
use crate::catalogue::{Level, Unit};
use crate::report::words::figure::{self, Called, Side};
use crate::text::language::Language;

/// Lines of one förbund, kommun or region on a screen.
const MOST_OF_A_ROW: usize = 3;

/// A figure that changed, on one side or alike on several.
pub(super) struct Line<'run> {
    pub(super) label: String,
    pub(super) figure: &'run FigureChange,
    sides: Vec<Side>,
    /// How many figures of the result it stands for.
    pub(super) figures: usize,
}

/// Lines below a heading, but for those of all förbund together.
pub(super) struct Group<'run> {
    of: Of,
    heading: String,
    pub(super) lines: Vec<Line<'run>>,
}

/// What lines have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// They are of all förbund.
    All,
    /// They are figures of one förbund, kommun or region.
    Row,
    /// They are one figure of several of these.
    Figure,
}

/// What changed at a level of a scenario, beyond what is allowed.
pub(super) fn groups(scenario: &ScenarioDifference, level: Level, language: Language) -> Vec<Group<'_>> {
    let beyond = scenario.figures.iter().filter(|figure| figure.level == level && !figure.allowed);
    let mut groups: Vec<(&str, Vec<Line<'_>>)> = Vec::new();
    for figure in beyond {
        let row = if level == Level::Total { "" } else { figure.row() };
        let known = groups.iter().position(|(name, _)| *name == row);
        let place = known.unwrap_or_else(|| {
            groups.push((row, Vec::new()));
            groups.len() - 1
        });
        add(&mut groups[place].1, figure, language);
    }
    for (_, lines) in &mut groups {
        for line in lines.iter_mut() {
            let sides = figure::sides(language, &line.sides, scenario.has_net);
            if !sides.is_empty() {
                line.label = format!("{}, {sides}", line.label);
            }
        }
        lines.sort_by_key(rank);
    }
    groups.sort_by_key(|(_, lines)| lines.first().map(rank));
    arranged(groups, level)
}

/// What is paid and received comes first, then what follows from it, then what is weighed beside it; in each, figures of
/// one unit stand together, kronor first, and of these what became known or unknown, then the largest change.
fn rank(line: &Line<'_>) -> (u8, Unit, Reverse<Decimal>) {
    let figure = line.figure;
    let follows = match figure.metric.split('.').next() {
        Some("delta" | "contribution_delta" | "break_even") => 1,
        Some("criteria") => 2,
        _ => 0,
    };
    (follows, figure.figure.unit, Reverse(figure.change.map_or(Decimal::MAX, |change| change.abs())))
}

/// Adds a figure, to the line of another side if it changed alike there.
fn add<'run>(lines: &mut Vec<Line<'run>>, figure: &'run FigureChange, language: Language) {
    let Called { label, side } = if figure.level == Level::Total && !figure.name.is_empty() {
        figure::called_of_item(language, (&figure.metric, &figure.name), figure.figure)
    } else {
        figure::called(language, (&figure.metric, figure.part.as_deref()), figure.figure.unit)
    };
    let alike = lines.iter_mut().find(|line| {
        line.label == label
            && !line.sides.is_empty()
            && (line.figure.old, line.figure.new, line.figure.figure.unit)
                == (figure.old, figure.new, figure.figure.unit)
    });
    match (alike, side) {
        (Some(line), Some(side)) => {
            line.sides.push(side);
            line.figures += 1;
        }
        _ => lines.push(Line { label, figure, sides: side.into_iter().collect(), figures: 1 }),
    }
}

/// A heading per row; where each row has one line, a heading per figure with the rows below it.
fn arranged<'run>(rows: Vec<(&'run str, Vec<Line<'run>>)>, level: Level) -> Vec<Group<'run>> {
    let of = if level == Level::Total { Of::All } else { Of::Row };
    let group = |(name, lines): (&str, Vec<Line<'run>>)| Group { of, heading: name.to_owned(), lines };
    let groups = rows.into_iter().map(group).collect();
    if of == Of::Row { by_figure_if_single(groups) } else { groups }
}

fn by_figure_if_single(rows: Vec<Group<'_>>) -> Vec<Group<'_>> {
    if rows.iter().any(|row| row.of != Of::Row || row.lines.len() > 1) {
        return rows;
    }
    let mut figures: Vec<Group<'_>> = Vec::new();
    for row in rows {
        for line in row.lines {
            let (heading, line) = (line.label, Line { label: row.heading.clone(), ..line });
            match figures.iter_mut().find(|group| group.heading == heading) {
                Some(group) => group.lines.push(line),
                None => figures.push(Group { of: Of::Figure, heading, lines: vec![line] }),
            }
        }
    }
    figures
}

/// How many rows of a table these are, with the headings and the space above them.
pub(super) fn height(groups: &[Group<'_>]) -> usize {
    groups.iter().map(Group::height).sum::<usize>() - headed(groups)
}

/// The first of them, in so many rows of a table: rather something of every förbund, kommun or region than all of one.
pub(super) fn shortened<'run>(mut groups: Vec<Group<'run>>, rows: usize) -> Vec<Group<'run>> {
    for most in (1..=MOST_OF_A_ROW).rev() {
        if height(&groups) <= rows {
            return groups;
        }
        groups.iter_mut().filter(|group| group.of == Of::Row).for_each(|group| group.lines.truncate(most));
    }
    let groups = by_figure_if_single(groups);
    let mut left = rows + headed(&groups);
    let mut kept: Vec<Group<'run>> = Vec::new();
    for mut group in groups {
        let around = group.height() - group.lines.len();
        // One line at least, so that no table stands empty.
        let most = left.saturating_sub(around).max(usize::from(kept.is_empty()));
        if most == 0 {
            break;
        }
        group.lines.truncate(most);
        left = left.saturating_sub(group.height());
        kept.push(group);
    }
    kept
}

/// Above the first heading is no space.
fn headed(groups: &[Group<'_>]) -> usize {
    usize::from(groups.first().is_some_and(|group| group.of != Of::All))
}

impl Group<'_> {
    pub(super) fn heading(&self) -> Option<&str> {
        (self.of != Of::All).then_some(&self.heading)
    }

    fn height(&self) -> usize {
        self.lines.len() + if self.of == Of::All { 0 } else { 2 }
    }
}
