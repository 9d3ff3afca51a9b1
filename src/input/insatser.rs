//! Which insatser there are today, and what is stated of them: from what is written to the model.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::baseline_file::BaselineFile;
use super::document::At;
use super::insatser_section::{InsatsFigures, InsatsSection, Results};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::Names;
use super::row_names::unfound_forbund;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, InsatsProblem, Problem, Source};
use crate::model::insatser::{Insats, StatedInsats};
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
pub(super) enum KommunFault {
    /// No kommun is called so.
    Unknown(String),
    /// It stands there twice.
    Twice(String),
}

impl KommunFault {
    pub(super) fn problem(self, kommuner: &Kommuner, names: &Names<KommunId>) -> BaselineProblem {
        match self {
            Self::Unknown(name) => unfound_kommun(&name, kommuner, names),
            Self::Twice(kommun) => BaselineProblem::KommunTwice { kommun },
        }
    }
}

/// The amount of each kommun of a table.
pub(super) fn of_kommuner(
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
pub(super) fn stated(figures: &InsatsFigures, ort: Option<KommunId>) -> StatedInsats {
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
