//! The rows of each insats as one: persons added up, everything else stated once.

use std::collections::{BTreeMap, HashMap};

use super::headings::Role;
use super::parts;
use super::rows::{Line, Measure, Persons};
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
    let lines = lines.into_iter().filter(|line| !line.persons.is_empty()).collect();
    let Some(lines) = parts::counted_once(lines, &name, diagnostics) else { return insats };
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

/// The sum of persons in all rows: none where they state none, or one of them does not, which is warned of.
fn add_up(lines: &[Line], measure: Measure, name: &str, diagnostics: &mut Diagnostics) -> Option<u64> {
    let cells: Vec<&Persons> = lines.iter().filter_map(|line| line.persons.get(&measure)).collect();
    if cells.iter().all(|persons| persons.number.is_none()) {
        return None;
    }
    if let Some(missing) = cells.iter().find(|persons| persons.number.is_none()) {
        let problem = InsatsProblem::PersonsMissing { name: name.to_owned() };
        diagnostics.push_warning(|| at(&missing.label, problem));
        return None;
    }
    Some(cells.iter().filter_map(|persons| persons.number).sum())
}
