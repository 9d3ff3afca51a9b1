//! Which rows of an insats count, so that nobody is counted twice: sums, or the parts of them by kommun and sex.

use std::collections::BTreeSet;

use super::rows::{DIMENSIONS, Line, Measure, Part};
use crate::diagnostic::{Diagnostic, Diagnostics, InsatsProblem, Label};

/// The rows of an insats that are added up: sums where there are some, and else parts. `None` where persons would be
/// counted twice, or a row does not say whose they are, which is reported.
pub(super) fn counted_once(
    mut lines: Vec<Line>,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Line>> {
    let mut parts = Parts { name, diagnostics, is_wrong: false };
    if let Some(elsewhere) = lines.iter().find(|line| line.sheet != lines[0].sheet) {
        parts.refuse_twice(&lines[0], elsewhere);
        return None;
    }
    for dimension in 0..DIMENSIONS.len() {
        parts.clear_up(&mut lines, dimension);
    }
    if parts.is_wrong {
        return None;
    }
    let kept = parts.without_parts_of_sums(lines.iter().collect());
    for (position, line) in kept.iter().enumerate() {
        if let Some(other) = kept[..position].iter().find(|other| overlap(other, line)) {
            parts.refuse_twice(other, line);
        }
    }
    if parts.is_wrong {
        return None;
    }
    parts.warn_of_hidden_sum(&kept);
    Some(kept.into_iter().cloned().collect())
}

/// Whether two rows are of the same persons.
fn overlap(one: &Line, other: &Line) -> bool {
    let mut both = one.parts.iter().zip(&other.parts);
    both.all(|(one, other)| *one == Part::All || *other == Part::All || one == other)
}

/// What persons are counted in some rows.
fn measures(lines: &[&Line]) -> BTreeSet<Measure> {
    lines.iter().flat_map(|line| line.persons.keys().copied()).collect()
}

/// How many persons some rows count, and how many more or fewer they can be; `None` where one of them does not say.
fn sum(lines: &[&Line], measure: Measure) -> Option<(u64, u64)> {
    let of_line = |line: &&Line| {
        let persons = line.persons.get(&measure)?;
        Some((persons.number?, persons.off.unwrap_or(0)))
    };
    lines
        .iter()
        .map(of_line)
        .try_fold((0, 0), |(all, off), one| one.map(|(more, less)| (all + more, off + less)))
}

/// Whether some rows count as many as others, of everything that both state.
fn are_as_many(some: &[&Line], others: &[&Line]) -> bool {
    let both =
        measures(some).into_iter().filter_map(|measure| Some((sum(some, measure)?, sum(others, measure)?)));
    let both: Vec<_> = both.collect();
    both.iter().any(|((persons, _), _)| *persons > 0)
        && both.iter().all(|((one, off), (other, off_too))| one.abs_diff(*other) <= off + off_too)
}

struct Parts<'sums> {
    name: &'sums str,
    diagnostics: &'sums mut Diagnostics,
    is_wrong: bool,
}

impl Parts<'_> {
    fn at(label: &Label, problem: InsatsProblem) -> Diagnostic {
        Diagnostic::at(problem, &label.source, label.span.clone())
    }

    fn refuse_twice(&mut self, first: &Line, line: &Line) {
        self.is_wrong = true;
        let name = self.name.to_owned();
        self.diagnostics.push_error(|| {
            let twice = Self::at(&line.place, InsatsProblem::RowTwice { name });
            twice.and(&first.place.source, first.place.span.clone())
        });
    }

    /// Decides what rows are of that say nothing clear: all, where others say nothing else, or where they count as many as
    /// those that do. Refuses the others.
    fn clear_up(&mut self, lines: &mut [Line], dimension: usize) {
        let unclear: BTreeSet<String> = lines
            .iter()
            .filter_map(|line| match &line.parts[dimension] {
                Part::Unclear(text) => Some(text.clone()),
                _ => None,
            })
            .collect();
        let is_split = lines.iter().any(|line| matches!(line.parts[dimension], Part::Of(_)));
        for position in 0..lines.len() {
            if !matches!(lines[position].parts[dimension], Part::Unclear(_)) {
                continue;
            }
            let line = &lines[position];
            let is_within = |other: &&Line| {
                matches!(other.parts[dimension], Part::Of(_))
                    && (!matches!(line.parts[1 - dimension], Part::Of(_))
                        || line.parts[1 - dimension] == other.parts[1 - dimension])
            };
            let within: Vec<&Line> = lines.iter().filter(is_within).collect();
            let within = reduced(within, |_, _| ());
            let is_all = if is_split { are_as_many(&[line], &within) } else { unclear.len() == 1 };
            if is_all {
                lines[position].parts[dimension] = Part::All;
                continue;
            }
            self.is_wrong = true;
            let column = if dimension == 0 { "kommun" } else { "kön" };
            let problem = InsatsProblem::PartUnclear { name: self.name.to_owned(), column };
            self.diagnostics.push_error(|| Self::at(&line.place, problem));
        }
    }

    fn without_parts_of_sums<'line>(&mut self, lines: Vec<&'line Line>) -> Vec<&'line Line> {
        reduced(lines, |total, parts| self.compare(total, parts))
    }

    /// Warns of a sum that its parts do not give, and of one that is blank where they are not.
    fn compare(&mut self, total: &Line, parts: &[&Line]) {
        for (measure, persons) in &total.persons {
            let Some(number) = persons.number else {
                if parts
                    .iter()
                    .any(|part| part.persons.get(measure).is_some_and(|part| part.number.is_some()))
                {
                    let problem = InsatsProblem::PersonsMissing { name: self.name.to_owned() };
                    self.diagnostics.push_warning(|| Self::at(&persons.label, problem));
                }
                continue;
            };
            let Some((sum, off)) = sum(parts, *measure) else { continue };
            // One part alone may be "of whom women".
            let differs = if parts.len() > 1 { number != sum } else { number < sum };
            if differs && number.abs_diff(sum) > off + persons.off.unwrap_or(0) {
                let problem =
                    InsatsProblem::TotalDiffers { name: self.name.to_owned(), total: number, parts: sum };
                self.diagnostics.push_warning(|| Self::at(&persons.label, problem));
            }
        }
    }

    /// Warns of a row that counts as many as all others together, in whatever is counted: it may be their sum by another name.
    fn warn_of_hidden_sum(&mut self, lines: &[&Line]) {
        if lines.len() < 3 {
            return;
        }
        let measures = measures(lines);
        let is_sum = |line: &&&Line| {
            let of_measure = measures
                .iter()
                .filter_map(|measure| Some((sum(&[**line], *measure)?.0, sum(lines, *measure)?.0)));
            let of_measure: Vec<_> = of_measure.collect();
            of_measure.iter().filter(|(one, _)| *one > 0).count() > 1
                && of_measure.iter().all(|(one, all)| 2 * one == *all)
        };
        if let Some(line) = lines.iter().find(is_sum) {
            let problem = InsatsProblem::MaybeSum { name: self.name.to_owned() };
            self.diagnostics.push_warning(|| Self::at(&line.place, problem));
        }
    }
}

/// Some rows without those whose sum stands in another of them; each sum goes to `compare` with its parts.
fn reduced(mut lines: Vec<&Line>, mut compare: impl FnMut(&Line, &[&Line])) -> Vec<&Line> {
    let is_all = |line: &Line| line.parts.iter().all(|part| *part == Part::All);
    let total = lines.iter().copied().find(|line| is_all(line));
    if let Some(total) = total {
        lines.retain(|line| !std::ptr::eq(*line, total));
    }
    for dimension in 0..DIMENSIONS.len() {
        let sums: Vec<&Line> =
            lines.iter().copied().filter(|line| line.parts[dimension] == Part::All).collect();
        for sum in sums {
            let is_part = |line: &&Line| {
                line.parts[dimension] != Part::All && line.parts[1 - dimension] == sum.parts[1 - dimension]
            };
            let parts: Vec<&Line> = lines.iter().copied().filter(is_part).collect();
            if !parts.is_empty() {
                compare(sum, &parts);
                lines.retain(|line| !is_part(line));
            }
        }
    }
    // By kommun alone, and once more by sex alone.
    let is_by = |dimension: usize, line: &Line| {
        line.parts[dimension] != Part::All && line.parts[1 - dimension] == Part::All
    };
    let by_kommun: Vec<&Line> = lines.iter().copied().filter(|line| is_by(0, line)).collect();
    let by_sex: Vec<&Line> = lines.iter().copied().filter(|line| is_by(1, line)).collect();
    let is_twice =
        !by_kommun.is_empty() && !by_sex.is_empty() && by_kommun.len() + by_sex.len() == lines.len();
    if is_twice && (total.is_some() || are_as_many(&by_kommun, &by_sex)) {
        lines.retain(|line| is_by(0, line));
    }
    let Some(total) = total else { return lines };
    // Another row of all is refused, and what overlaps is no sum.
    let (others, parts): (Vec<&Line>, Vec<&Line>) = lines.into_iter().partition(|line| is_all(line));
    let is_apart =
        parts.iter().enumerate().all(|(place, one)| !parts[..place].iter().any(|other| overlap(one, other)));
    if !parts.is_empty() && is_apart {
        compare(total, &parts);
    }
    std::iter::once(total).chain(others).collect()
}
