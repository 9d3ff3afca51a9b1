//! Which insatser there are today, and what changes do to them: from what is written to the model.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::baseline::LoadedBaseline;
use super::baseline_file::BaselineFile;
use super::change_section::ChangeSection;
use super::document::At;
use super::insatser_section::{InsatsChangeSection, InsatsFigures, InsatsSection, Results};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::{Names, nearest};
use super::row_names::unfound_forbund;
use super::scenario_file::ScenarioFile;
use super::scenario_resolver::Resolver;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, InsatsProblem, Problem, Source};
use crate::model::change::Change;
use crate::model::insatser::{Insats, InsatsChange, InsatsError, Insatser, StatedInsats};
use crate::model::kansli::Cost;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;

/// Each insats of a baseline with the position of its förbund.
pub type InsatserToday = Vec<(Insats, usize)>;

/// Resolves the insatser of a baseline; `None` where something is wrong, which then was or is reported.
pub(super) fn of_baseline(
    file: &BaselineFile,
    text: &Arc<Source>,
    (kommuner, kommun_names): (&Kommuner, &Names<KommunId>),
    diagnostics: &mut Diagnostics,
) -> Option<InsatserToday> {
    let forbund = file.forbund.iter().enumerate();
    let forbund = forbund.filter_map(|(place, one)| Some((one.name.as_ref()?.value.as_str(), place)));
    let mut resolver =
        OfBaseline { file, text, kommuner, kommun_names, forbund: Names::new(forbund), diagnostics };
    resolver.refuse_equal_names();
    let insatser: Vec<_> = file.insatser.iter().map(|section| resolver.insats(section)).collect();
    insatser.into_iter().collect()
}

struct OfBaseline<'load> {
    file: &'load BaselineFile,
    text: &'load Arc<Source>,
    /// None where there is no table: then nothing is said of kommuner.
    kommuner: &'load Kommuner,
    kommun_names: &'load Names<KommunId>,
    forbund: Names<usize>,
    diagnostics: &'load mut Diagnostics,
}

impl OfBaseline<'_> {
    fn report(&mut self, problem: impl Into<Problem>, span: &Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, self.text, span.clone()));
    }

    fn refuse_equal_names(&mut self) {
        let mut known: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for name in self.file.insatser.iter().filter_map(|section| section.name.as_ref()) {
            if let Some(first) = known.get(&canonical(&name.value)) {
                let problem = InsatsProblem::Twice { name: name.value.clone() };
                let diagnostic = Diagnostic::at(problem, self.text, name.span.clone());
                self.diagnostics.push(diagnostic.and(self.text, first.clone()));
            } else {
                known.insert(canonical(&name.value), name.span.clone());
            }
        }
    }

    fn insats(&mut self, section: &InsatsSection) -> Option<(Insats, usize)> {
        let forbund = section.forbund.as_ref().and_then(|written| self.forbund(written));
        let ort = section.figures.ort.as_ref().map(|written| self.ort(written, forbund, section));
        let natura = section.figures.natura.as_ref().map(|written| self.natura(written));
        let name = section.name.as_ref()?.value.clone();
        let stated = stated(&section.figures, ort.flatten());
        let insats = Insats {
            kostnad: section.kostnad.as_ref()?.value,
            platser: stated.platser,
            deltagare: stated.deltagare,
            ort: stated.ort,
            malgrupp: stated.malgrupp,
            resultat: stated.resultat.unwrap_or_default(),
            natura: natura.clone().flatten().unwrap_or_default(),
            source: stated.source,
            name,
        };
        if let (Some(kind), Some(resultat)) = (insats.exceeding(), &section.figures.resultat) {
            let kind = kind.to_owned();
            let problem = InsatsProblem::MoreThanTakePart { name: insats.name.clone(), kind };
            self.report(problem, &resultat.span);
            return None;
        }
        // A kommun that was not found has been reported.
        let is_found = ort.is_none_or(|ort| ort.is_some()) && natura.is_none_or(|natura| natura.is_some());
        is_found.then_some((insats, forbund?))
    }

    fn forbund(&mut self, written: &At<String>) -> Option<usize> {
        let found = self.forbund.find(&written.value).ok();
        if found.is_none() {
            let problem = unfound_forbund(&written.value, &self.forbund);
            self.report(problem, &written.span);
        }
        found
    }

    fn natura(&mut self, written: &At<Cost>) -> Option<Vec<(KommunId, Kronor)>> {
        let (kommuner, names) = (self.kommuner, self.kommun_names);
        let found = of_kommuner(written, |name| find_kommun(name, kommuner, names).ok());
        found
            .map_err(|fault| {
                if !kommuner.is_empty() {
                    self.report(fault.problem(kommuner, names), &written.span);
                }
            })
            .ok()
    }

    fn ort(
        &mut self,
        written: &At<String>,
        forbund: Option<usize>,
        section: &InsatsSection,
    ) -> Option<KommunId> {
        let find = |name: &str| find_kommun(name, self.kommuner, self.kommun_names).ok();
        let Some(ort) = find(&written.value) else {
            if !self.kommuner.is_empty() {
                self.report(unfound_kommun(&written.value, self.kommuner, self.kommun_names), &written.span);
            }
            return None;
        };
        let Some(forbund) = forbund else { return Some(ort) };
        let of_forbund = &self.file.forbund[forbund];
        let listed = of_forbund.kommuner.iter().flat_map(|list| &list.value);
        let members: Vec<_> = listed.map(|member| find(&member.value)).collect();
        // A member that could not be found may be the one that is meant.
        if members.iter().any(|member| member.is_none_or(|member| member == ort)) {
            return Some(ort);
        }
        let name = |at: &Option<At<String>>| at.as_ref().map(|at| at.value.clone()).unwrap_or_default();
        let problem = InsatsProblem::OrtNotAMember {
            name: name(&section.name),
            kommun: self.kommuner.get(ort).name.clone(),
            forbund: name(&of_forbund.name),
        };
        self.report(problem, &written.span);
        None
    }
}

/// Why a table of kommuner cannot be used.
enum KommunFault {
    /// No kommun is called so.
    Unknown(String),
    /// It stands there twice.
    Twice(String),
}

impl KommunFault {
    fn problem(self, kommuner: &Kommuner, names: &Names<KommunId>) -> BaselineProblem {
        match self {
            Self::Unknown(name) => unfound_kommun(&name, kommuner, names),
            Self::Twice(kommun) => BaselineProblem::KommunTwice { kommun },
        }
    }
}

/// The amount of each kommun of a table.
fn of_kommuner(
    written: &At<Cost>,
    find: impl Fn(&str) -> Option<KommunId>,
) -> Result<Vec<(KommunId, Kronor)>, KommunFault> {
    let mut amounts: Vec<(KommunId, Kronor)> = Vec::new();
    for item in written.value.items().into_iter().flatten() {
        let kommun = find(&item.name).ok_or_else(|| KommunFault::Unknown(item.name.clone()))?;
        if amounts.iter().any(|(known, _)| *known == kommun) {
            return Err(KommunFault::Twice(item.name.clone()));
        }
        amounts.push((kommun, item.cost));
    }
    Ok(amounts)
}

/// What is stated but for whose it is, and of kommuner.
fn stated(figures: &InsatsFigures, ort: Option<KommunId>) -> StatedInsats {
    let persons = |written: &Option<At<i64>>| {
        written.as_ref().map(|at| u64::try_from(at.value).expect("a number from zero"))
    };
    let text = |written: &Option<At<String>>| written.as_ref().map(|at| at.value.clone());
    StatedInsats {
        platser: persons(&figures.platser),
        deltagare: persons(&figures.deltagare),
        ort,
        malgrupp: text(&figures.malgrupp),
        resultat: figures.resultat.as_ref().map(|at: &At<Results>| at.value.clone()),
        source: text(&figures.source),
        ..StatedInsats::default()
    }
}

/// The insatser of today, where the baseline has some or a change speaks of them.
pub(super) fn at_first(file: &ScenarioFile, baseline: &LoadedBaseline) -> Vec<Arc<Insatser>> {
    let has_some =
        !baseline.insatser.is_empty() || file.changes.iter().any(|change| !change.insatser.is_empty());
    let today = || Arc::new(Insatser::today(baseline.model.before(), &baseline.insatser));
    has_some.then(today).into_iter().collect()
}

impl Resolver<'_> {
    /// Lets the insatser follow a change that was done, and does to them what it states.
    pub(super) fn insatser(&mut self, change: &Change, section: &ChangeSection) {
        let Some(before) = self.insatser.last().cloned() else { return };
        let mut insatser = Insatser::clone(&before);
        insatser.follow(change, &self.after, self.baseline.model.baseline());
        for item in &section.insatser {
            match self.insats_change(item).map(|change| insatser.state(&change, &self.after)) {
                Some(Ok(())) => {}
                Some(Err(error)) => self.refuse_insats(error, item, &insatser),
                None => self.failed = true,
            }
        }
        self.insatser.push(Arc::new(insatser));
    }

    fn insats_change(&mut self, item: &InsatsChangeSection) -> Option<InsatsChange> {
        let ort = match &item.figures.ort {
            Some(written) => Some(self.kommun(written)?),
            None => None,
        };
        let forbund = match &item.forbund {
            Some(written) => Some(self.forbund(written)?),
            None => None,
        };
        let natura = match &item.figures.natura {
            Some(written) => Some(self.natura(written)?),
            None => None,
        };
        let name = item.name.as_ref()?.value.clone();
        let stated = StatedInsats {
            kostnad: item.kostnad.as_ref().map(|at| at.value),
            forbund,
            natura,
            ..stated(&item.figures, ort)
        };
        if let Some(parts) = &item.merge {
            if parts.value.len() < 2 {
                self.refuse_insatser(InsatsProblem::TooFew, parts.span.clone());
                return None;
            }
            let parts = parts.value.iter().map(|part| part.value.clone()).collect();
            return Some(InsatsChange::Merge { parts, name, stated });
        }
        if item.upphor == Some(true) {
            return Some(InsatsChange::End { name });
        }
        if item.ny != Some(true) {
            return Some(InsatsChange::Restate { name, stated });
        }
        let insats = Insats {
            name,
            kostnad: stated.kostnad?,
            platser: stated.platser,
            deltagare: stated.deltagare,
            ort: stated.ort,
            malgrupp: stated.malgrupp,
            resultat: stated.resultat.unwrap_or_default(),
            natura: stated.natura.unwrap_or_default(),
            source: stated.source,
        };
        Some(InsatsChange::Begin { insats, forbund: forbund? })
    }

    fn natura(&mut self, written: &At<Cost>) -> Option<Vec<(KommunId, Kronor)>> {
        let (kommuner, names) = (&self.baseline.model.baseline().kommuner, &self.baseline.kommun_names);
        let fault = match of_kommuner(written, |name| find_kommun(name, kommuner, names).ok()) {
            Ok(amounts) => return Some(amounts),
            Err(fault) => fault,
        };
        self.failed = true;
        self.diagnostics.push(Diagnostic::at(
            fault.problem(kommuner, names),
            self.text,
            written.span.clone(),
        ));
        None
    }

    fn refuse_insatser(&mut self, problem: InsatsProblem, span: Range<usize>) {
        self.failed = true;
        self.diagnostics.push(Diagnostic::at(problem, self.text, span));
    }

    /// Reports why an item cannot be done, at what it says of it.
    fn refuse_insats(&mut self, error: InsatsError, item: &InsatsChangeSection, insatser: &Insatser) {
        let written = item.name.as_ref().expect("an item that was resolved has a name");
        let name = written.value.clone();
        let part = |part: &str| {
            let parts = item.merge.iter().flat_map(|parts| &parts.value);
            parts.rev().find(|one| one.value == part).map_or(&written.span, |one| &one.span).clone()
        };
        let (problem, span) = match error {
            InsatsError::Unknown(unknown) => {
                let known = insatser.placed().iter().map(|placed| placed.insats.name.as_str());
                let nearest = nearest(&unknown, known);
                let span = part(&unknown);
                (InsatsProblem::Unknown { name: unknown, nearest }, span)
            }
            InsatsError::NameTaken(_) => (InsatsProblem::NameTaken { name }, written.span.clone()),
            InsatsError::PartTwice(twice) => {
                let span = part(&twice);
                (InsatsProblem::PartTwice { name: twice }, span)
            }
            InsatsError::SeveralForbund => (InsatsProblem::SeveralForbund { name }, written.span.clone()),
            InsatsError::OrtNotAMember { ort, row } => {
                let kommun = self.baseline.model.baseline().kommuner.get(ort).name.clone();
                let forbund = self.after.row(row).map(|row| row.name.clone()).unwrap_or_default();
                let place = item.figures.ort.as_ref().or(item.forbund.as_ref()).unwrap_or(written);
                (InsatsProblem::OrtNotAMember { name, kommun, forbund }, place.span.clone())
            }
            InsatsError::MoreThanTakePart(kind) => {
                let resultat = item.figures.resultat.as_ref().map(|at| &at.span);
                let deltagare = item.figures.deltagare.as_ref().map(|at| &at.span);
                let span = resultat.or(deltagare).unwrap_or(&written.span).clone();
                (InsatsProblem::MoreThanTakePart { name, kind }, span)
            }
        };
        self.refuse_insatser(problem, span);
    }
}
