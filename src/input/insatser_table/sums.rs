//! The rows of each insats as one: persons added up, everything else stated once.

use std::collections::{BTreeMap, HashMap};

use super::headings::Role;
use super::rows::{DIMENSIONS, Line, Measure};
use super::table::TableInsats;
use crate::diagnostic::{Diagnostic, Diagnostics, InsatsProblem, Label};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;

/// Every insats of some rows, in the order in which they begin.
pub(super) fn insatser(
    lines: Vec<Line>,
    kinds: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<TableInsats> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut of_insatser: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let place = *places.entry(canonical(&line.name)).or_insert(of_insatser.len());
        if place == of_insatser.len() {
            of_insatser.push(Vec::new());
        }
        of_insatser[place].push(line);
    }
    of_insatser.into_iter().map(|lines| insats(lines, kinds, diagnostics)).collect()
}

fn at(label: &Label, problem: InsatsProblem) -> Diagnostic {
    Diagnostic::at(problem, &label.source, label.span.clone())
}

fn insats(lines: Vec<Line>, kinds: &[String], diagnostics: &mut Diagnostics) -> TableInsats {
    let name = lines[0].name.clone();
    let mut insats = TableInsats {
        place: lines[0].place.clone(),
        name: name.clone(),
        forbund: None,
        ort: None,
        malgrupp: None,
        source: None,
        kostnad: None,
        platser: None,
        deltagare: None,
        avslutade: None,
        resultat: Vec::new(),
        rows: 0,
    };
    let mut amounts: BTreeMap<&str, Label> = BTreeMap::new();
    for line in &lines {
        for (role, text, label) in &line.texts {
            let (known, key) = match role {
                Role::Forbund => (&mut insats.forbund, "forbund"),
                Role::Ort => (&mut insats.ort, "ort"),
                Role::Malgrupp => (&mut insats.malgrupp, "malgrupp"),
                _ => (&mut insats.source, "source"),
            };
            match known {
                None => *known = Some((text.clone(), label.clone())),
                Some((first, _)) if canonical(first) == canonical(text) => {}
                Some((_, first)) => diagnostics.push_error(|| {
                    let name = name.clone();
                    let problem = InsatsProblem::RowsDiffer { name, column: key };
                    at(label, problem).and(&first.source, first.span.clone())
                }),
            }
        }
        for (role, number, label) in &line.amounts {
            let is_cost = *role == Role::Kostnad;
            let column = if is_cost { "kostnad" } else { "platser" };
            if let Some(first) = amounts.get(column) {
                diagnostics.push_error(|| {
                    let problem = InsatsProblem::AmountInSeveralRows { name: name.clone(), column };
                    at(label, problem).and(&first.source, first.span.clone())
                });
            } else if is_cost {
                insats.kostnad = Some(Kronor::new(i64::try_from(*number).expect("an amount within bounds")));
            } else {
                insats.platser = Some(*number);
            }
            amounts.entry(column).or_insert_with(|| label.clone());
        }
    }
    let lines = without_parts_of_sums(lines.into_iter().filter(|line| !line.persons.is_empty()).collect());
    if refuse_twice(&lines, &name, diagnostics) {
        return insats;
    }
    insats.rows = lines.len();
    let mut sum = |measure: Measure| add_up(&lines, measure, &name, diagnostics);
    insats.deltagare = sum(Measure::Deltagare);
    insats.avslutade = sum(Measure::Avslutade);
    for (position, kind) in kinds.iter().enumerate() {
        if let Some(persons) = sum(Measure::Result(position)) {
            insats.resultat.push((kind.clone(), persons));
        }
    }
    insats
}

/// The rows without those whose sum stands in another row: where a row is of all kommuner, or of both sexes, the others
/// that are alike but for that are parts of it.
fn without_parts_of_sums(mut lines: Vec<Line>) -> Vec<Line> {
    for dimension in 0..DIMENSIONS.len() {
        let other = |line: &Line| (line.sheet, line.parts[1 - dimension].0.clone());
        let sums: Vec<_> = lines.iter().filter(|line| line.parts[dimension].1).map(other).collect();
        lines.retain(|line| line.parts[dimension].1 || !sums.contains(&other(line)));
    }
    lines
}

/// Refuses rows of the same part, which would be counted twice, and persons in two tables. Whether there were some.
fn refuse_twice(lines: &[Line], name: &str, diagnostics: &mut Diagnostics) -> bool {
    let mut known: HashMap<[&str; 2], &Label> = HashMap::new();
    let mut is_twice = false;
    for line in lines {
        let part = line.parts.each_ref().map(|(text, _)| text.as_str());
        let same = known.get(&part).copied();
        let elsewhere = (line.sheet != lines[0].sheet).then_some(&lines[0].place);
        if let Some(first) = same.or(elsewhere) {
            is_twice = true;
            diagnostics.push_error(|| {
                let problem = InsatsProblem::RowTwice { name: name.to_owned() };
                at(&line.place, problem).and(&first.source, first.span.clone())
            });
        }
        known.entry(part).or_insert(&line.place);
    }
    is_twice
}

/// The sum of persons in all rows: none where they state none, or one of them does not, which is warned of.
fn add_up(lines: &[Line], measure: Measure, name: &str, diagnostics: &mut Diagnostics) -> Option<u64> {
    let cells: Vec<&(Option<u64>, Label)> =
        lines.iter().filter_map(|line| line.persons.get(&measure)).collect();
    if cells.iter().all(|(persons, _)| persons.is_none()) {
        return None;
    }
    if let Some((_, label)) = cells.iter().find(|(persons, _)| persons.is_none()) {
        let problem = InsatsProblem::PersonsMissing { name: name.to_owned() };
        diagnostics.push_warning(|| at(label, problem));
        return None;
    }
    Some(cells.iter().filter_map(|(persons, _)| *persons).sum())
}
