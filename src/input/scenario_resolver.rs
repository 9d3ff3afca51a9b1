//! From a scenario as written to a grouping: each change is resolved against the grouping so far and applied.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline::{LoadedBaseline, WrittenAssumption};
use super::change_done::{self, Done, Touched};
use super::change_history::ChangeHistory;
use super::change_problem::change_problem;
use super::document::At;
use super::holdings_section::HoldingsSection;
use super::key_reading::{self, KeyReader, WrittenKey};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::Names;
use super::row_names::{
    find_region, find_row, named_row, region_names, unfound, unfound_region, unfound_row,
};
use super::scenario::{Check, CheckRow, LoadedScenario, ScenarioPath, engangskostnad};
use super::scenario_file::{ChangeSection, CheckSection, PartSection, ScenarioFile, Verb};
use super::sharing_reading::{self, SharingReader, WrittenSharing};
use super::uncertain::{self, Uncertain};
use crate::diagnostic::{Diagnostic, Diagnostics, Label, Problem, ScenarioProblem, Source};
use crate::model::change::{Change, ChangeError, Part, Stated};
use crate::model::grouping::Grouping;
use crate::model::insatser::Insatser;
use crate::model::kansli::Cost;
use crate::model::kommun::{KommunId, RegionId};
use crate::model::name::canonical;
use crate::model::path::Month;
use crate::model::payments::Payments;
use crate::model::row_id::RowId;

/// Resolves a scenario against its baseline; `None` where something was wrong and went to `diagnostics`.
#[must_use]
pub fn resolve(
    file: &ScenarioFile,
    text: &Arc<Source>,
    path_shown: String,
    baseline: Arc<LoadedBaseline>,
    diagnostics: &mut Diagnostics,
) -> Option<LoadedScenario> {
    let baseline_span = file.baseline.as_ref().map_or(0..0, |at| at.span.clone());
    let mut resolver = Resolver {
        text,
        after: baseline.model.before().clone(),
        baseline: &baseline,
        changes: Vec::with_capacity(file.changes.len()),
        stated: Vec::new(),
        insatser: Vec::new(),
        payments: Vec::new(),
        dates: Vec::new(),
        path: None,
        failed_names: HashSet::new(),
        history: ChangeHistory::new(&baseline.model.baseline().kommuner),
        regions: OnceCell::new(),
        failed: false,
        diagnostics,
    };
    resolver.begin_insatser(file);
    resolver.begin_payments(file);
    let mut written = file.clone();
    let dates = resolver.put_in_order(&mut written.changes);
    for section in &written.changes {
        resolver.change(section);
    }
    let rules = resolver.rules_in_force(file);
    resolver.path = dates.and_then(|dates| resolver.path(dates, &written.changes));
    let checks = file.checks.iter().map(|section| resolver.check(section)).collect::<Vec<_>>();
    let uncertain = resolver.uncertain(&written);
    let (after, changes, failed, path) = (resolver.after, resolver.changes, resolver.failed, resolver.path);
    let (insatser, payments) = (Arc::new(resolver.insatser), Arc::new(resolver.payments));
    let checks = checks.into_iter().collect::<Option<Vec<_>>>()?;
    if failed {
        return None;
    }
    Some(LoadedScenario {
        name: file.name.as_ref()?.value.clone(),
        description: file.description.as_ref().map(|at| at.value.clone()),
        source: file.source.as_ref().map(|at| at.value.clone()),
        file: path_shown,
        after,
        path,
        rules,
        engangskostnad: engangskostnad(&file.changes),
        changes,
        insatser,
        payments,
        checks,
        assumptions: WrittenAssumption::complete(&file.assumptions),
        uncertain,
        text: text.clone(),
        last_change: written
            .changes
            .last()
            .map_or_else(|| baseline_span.clone(), |change| change.span.clone()),
        written,
        baseline_named: Label { source: text.clone(), span: baseline_span },
        baseline,
    })
}

pub(super) struct Resolver<'load> {
    pub(super) text: &'load Arc<Source>,
    pub(super) after: Grouping,
    pub(super) changes: Vec<Change>,
    /// The same at the prices at which their costs are stated.
    pub(super) stated: Vec<Change>,
    /// The insatser of today and after each of the changes so far; nothing where the files have none.
    pub(super) insatser: Vec<Arc<Insatser>>,
    /// What kommuner are paid today and after each of the changes so far; nothing where the files say nothing of it.
    pub(super) payments: Vec<Arc<Payments>>,
    /// Where each change stands and when it is done, in the order of the file; empty where there is no path.
    pub(super) dates: Vec<(usize, Month)>,
    /// The groupings of every year, once they are known.
    pub(super) path: Option<Arc<ScenarioPath>>,
    pub(super) baseline: &'load LoadedBaseline,
    /// Names that a change which failed would have introduced: they are not unknown, only not there yet.
    pub(super) failed_names: HashSet<String>,
    pub(super) history: ChangeHistory,
    /// Made where the first check asks for one.
    pub(super) regions: OnceCell<Names<RegionId>>,
    pub(super) failed: bool,
    pub(super) diagnostics: &'load mut Diagnostics,
}

impl Resolver<'_> {
    /// The numbers that the file calls uncertain.
    fn uncertain(&mut self, file: &ScenarioFile) -> Vec<Uncertain> {
        let resolver = uncertain::Resolver {
            text: self.text,
            baseline: &self.baseline.written,
            has_path: self.baseline.path.is_some(),
            kommuner: &self.baseline.model.baseline().kommuner,
            kommun_names: &self.baseline.kommun_names,
            changes: Some(&file.changes),
            earlier: &self.baseline.uncertain,
            diagnostics: self.diagnostics,
        };
        let uncertain = resolver.resolve(&file.uncertain);
        self.failed |= uncertain.len() < file.uncertain.len();
        uncertain
    }

    fn change(&mut self, section: &ChangeSection) {
        let applied = section.verb.as_ref().and_then(|verb| {
            let change = self.resolve(verb, section)?;
            self.stated.push(change.clone());
            let change = self.at_prices(&change, section)?;
            let touched = change_done::touched(&change, &self.after);
            match self.after.apply(&change, self.baseline.model.baseline()) {
                Ok(()) => {
                    self.report_contradictions(&change, verb, section, &touched);
                    self.insatser(&change, section);
                    self.payments(section);
                    self.changes.push(change);
                    Some(())
                }
                Err(error) => {
                    let earlier = self.earlier(&error, &change);
                    let (problem, span, other) = change_problem(error, verb, section, self.baseline);
                    let diagnostic = Diagnostic::at(problem, self.text, span);
                    self.diagnostics.push(match other.or(earlier) {
                        Some(other) => diagnostic.and(self.text, other),
                        None => diagnostic,
                    });
                    None
                }
            }
        });
        if applied.is_none() {
            self.failed = true;
            if let Some(verb) = &section.verb {
                self.failed_names.extend(introduced(verb));
            }
        }
    }

    /// What a change makes of those before it.
    fn report_contradictions(
        &mut self,
        change: &Change,
        verb: &Verb,
        section: &ChangeSection,
        touched: &[Touched],
    ) {
        let kommuner = &self.baseline.model.baseline().kommuner;
        let done = Done { verb, section, change, touched, after: &self.after, kommuner };
        for found in self.history.record(done) {
            // What another date ends or does anew was in force until then.
            if self.date_of(&found.place) != self.date_of(&found.earlier) {
                continue;
            }
            let diagnostic = Diagnostic::at(found.problem, self.text, found.place);
            self.failed |= !diagnostic.is_warning();
            self.diagnostics.push(diagnostic.and(self.text, found.earlier));
        }
    }

    /// The earlier change that put a kommun where it makes this one impossible.
    fn earlier(&self, error: &ChangeError, change: &Change) -> Option<Range<usize>> {
        let kommun = match (error, change) {
            (
                ChangeError::AlreadyThere(position),
                Change::Move { kommuner, .. } | Change::MoveOutside { kommuner, .. },
            ) => kommuner.get(*position),
            (ChangeError::SplitForeign(part, position), Change::Split { into, .. }) => {
                into.get(*part).and_then(|part| part.kommuner.get(*position))
            }
            (ChangeError::SplitMissing(missing), _) => missing.first(),
            _ => None,
        };
        self.history.placed(*kommun?)
    }

    fn resolve(&mut self, verb: &Verb, section: &ChangeSection) -> Option<Change> {
        let kansli = section.kansli.as_ref().map(|kansli| kansli.value.clone());
        let stated =
            self.stated(kansli, &section.holdings, section.sate.as_ref(), section.kommun_key.as_ref());
        match verb {
            Verb::Move { kommuner, to } => {
                let kommuner = self.kommuner(kommuner);
                let to = self.forbund(to);
                Some(Change::Move { kommuner: kommuner?, to: to?, stated: stated? })
            }
            Verb::MoveOutside { kommuner, outside } => Some(Change::MoveOutside {
                kommuner: self.kommuner(kommuner)?,
                outside: outside.value.clone(),
            }),
            Verb::Merge { parts, into } => {
                let parts = self.several_forbund(parts)?;
                Some(Change::Merge { parts, into: into.value.clone(), stated: stated? })
            }
            Verb::Split { whole, into } => {
                let whole = self.forbund(whole);
                let into: Vec<_> = into.iter().map(|part| self.part(part)).collect();
                Some(Change::Split { whole: whole?, into: into.into_iter().collect::<Option<_>>()? })
            }
            Verb::Create { name, kommuner } => {
                let kommuner = self.kommuner(kommuner)?;
                Some(Change::Create { name: name.value.clone(), kommuner, stated: stated? })
            }
            Verb::Leave { kommuner } => Some(Change::Leave { kommuner: self.kommuner(kommuner)? }),
            Verb::Dissolve { forbund } => {
                let row = self.forbund(forbund)?;
                let members = self.after.row(row).map(|row| row.members.clone());
                Some(Change::Leave { kommuner: members.expect("a row that was found") })
            }
            // Nobody moves there.
            Verb::Keep { forbund } => {
                let to = self.forbund(forbund);
                Some(Change::Move { kommuner: Vec::new(), to: to?, stated: stated? })
            }
            Verb::Elsewhere { more } => Some(Change::Elsewhere { more: more.value }),
            // Nobody leaves: the grouping stays.
            Verb::Insatser {} => Some(Change::Leave { kommuner: Vec::new() }),
            Verb::SharedKansli { participants, split_by } => {
                let cost = section.kansli.as_ref().or(section.items.as_ref()).map(|cost| cost.value.clone());
                let only_items = section.items.is_some();
                let posts = section.holdings.posts();
                let written = WrittenSharing { participants, split_by, cost, posts, only_items };
                sharing_reading::read(written, self).map(Change::ShareKansli)
            }
        }
    }

    /// What a change says of a förbund; `None` if its seat is no kommun of the table, or its key none.
    fn stated(
        &mut self,
        kansli: Option<Cost>,
        holdings: &HoldingsSection,
        sate: Option<&At<String>>,
        key: Option<&WrittenKey>,
    ) -> Option<Stated> {
        let seat = match sate {
            None => None,
            Some(written) => Some(self.kommun(written)?),
        };
        let key = match key {
            None => None,
            Some(written) => Some(Arc::new(key_reading::read(written, self)?)),
        };
        Some(Stated { kansli, seat, key, holdings: holdings.resolved() })
    }

    fn part(&mut self, part: &PartSection) -> Option<Part> {
        let kansli = part.kansli.as_ref().map(|kansli| kansli.value.clone());
        let stated = self.stated(kansli, &part.holdings, part.sate.as_ref(), part.kommun_key.as_ref());
        let kommuner = part.kommuner.as_ref().and_then(|kommuner| self.kommuner(kommuner));
        let name = part.name.as_ref()?.value.clone();
        Some(Part { name, kommuner: kommuner?, stated: stated? })
    }

    fn kommuner(&mut self, written: &At<Vec<At<String>>>) -> Option<Vec<KommunId>> {
        let found: Vec<_> = written.value.iter().map(|name| self.kommun(name)).collect();
        found.into_iter().collect()
    }

    pub(super) fn kommun(&mut self, written: &At<String>) -> Option<KommunId> {
        let kommuner = &self.baseline.model.baseline().kommuner;
        let names = &self.baseline.kommun_names;
        let found = find_kommun(&written.value, kommuner, names).ok();
        if found.is_none() {
            self.failed = true;
            let problem = || unfound_kommun(&written.value, kommuner, names);
            self.diagnostics.push_error(|| Diagnostic::at(problem(), self.text, written.span.clone()));
        }
        found
    }

    fn several_forbund(&mut self, written: &At<Vec<At<String>>>) -> Option<Vec<RowId>> {
        let found: Vec<_> = written.value.iter().map(|name| self.forbund(name)).collect();
        found.into_iter().collect()
    }

    pub(super) fn forbund(&mut self, written: &At<String>) -> Option<RowId> {
        let found = named_row(&written.value, &self.after, |row| !row.outside).map(|row| row.id);
        if found.is_none() {
            self.refuse_forbund(written, |after| unfound(&written.value, after.forbund()));
        }
        found
    }

    fn refuse_forbund(&mut self, written: &At<String>, why: impl FnOnce(&Grouping) -> ScenarioProblem) {
        self.failed = true;
        // A name that failed to come about has had its error already.
        if self.failed_names.contains(&canonical(&written.value)) {
            return;
        }
        self.diagnostics.push_error(|| {
            let used_up = self.history.used_up(&written.value);
            match (why(&self.after), used_up) {
                (ScenarioProblem::UnknownForbund { name, .. }, Some((became, earlier))) => {
                    Diagnostic::at(became.problem(name), self.text, written.span.clone())
                        .and(self.text, earlier)
                }
                (problem, _) => Diagnostic::at(problem, self.text, written.span.clone()),
            }
        });
    }

    fn check(&mut self, section: &CheckSection) -> Option<Check> {
        let year = section.year.as_ref();
        self.refuse_other_years(year)?;
        let row = match (&section.forbund, &section.kommun, &section.region) {
            (Some(forbund), ..) => Some(CheckRow::Forbund(self.row_name(forbund, year)?)),
            (_, Some(kommun), _) => Some(CheckRow::Kommun(self.kommun(kommun)?)),
            (.., Some(region)) => Some(CheckRow::Region(self.region(region)?)),
            _ => None,
        };
        Some(Check {
            name: section.name.as_ref().map(|name| name.value.clone()),
            metric: section.metric.clone()?,
            row,
            net: section.net,
            year: section.year.as_ref().map(|year| year.value),
            equals: section.equals.clone(),
            min: section.min.clone(),
            max: section.max.clone(),
            tolerance: section.tolerance.as_ref().map_or(Decimal::ZERO, |at| at.value),
        })
    }

    /// The name of a row after all changes, or in a year, outside ones included.
    fn row_name(&mut self, written: &At<String>, year: Option<&At<i64>>) -> Option<String> {
        let found = self.row_of_year(&written.value, year.map(|year| year.value));
        let found = found.or_else(|| find_row(&written.value, &self.after).ok().filter(|_| year.is_none()));
        if found.is_none() {
            self.refuse_forbund(written, |after| unfound_row(&written.value, after));
        }
        found
    }

    fn region(&mut self, written: &At<String>) -> Option<RegionId> {
        let names = self.regions.get_or_init(|| region_names(&self.baseline.model.baseline().kommuner));
        let Ok((region, warning)) = find_region(&written.value, names) else {
            self.failed = true;
            let problem = || unfound_region(&written.value, names);
            self.diagnostics.push_error(|| Diagnostic::at(problem(), self.text, written.span.clone()));
            return None;
        };
        if let Some(problem) = warning {
            self.diagnostics.push_warning(|| Diagnostic::at(problem, self.text, written.span.clone()));
        }
        Some(region)
    }
}

impl SharingReader for Resolver<'_> {
    type Forbund = RowId;

    fn find_forbund(&mut self, written: &At<String>) -> Option<RowId> {
        self.forbund(written)
    }

    fn report_sharing(&mut self, problem: Problem, place: Range<usize>) {
        self.report(problem, place, None);
    }
}

impl KeyReader for Resolver<'_> {
    fn find(&mut self, written: &At<String>) -> Option<KommunId> {
        self.kommun(written)
    }

    fn kommuner(&self) -> usize {
        self.baseline.model.baseline().kommuner.len()
    }

    fn name(&self, kommun: KommunId) -> String {
        self.baseline.model.baseline().kommuner.get(kommun).name.clone()
    }

    fn report(&mut self, problem: Problem, place: Range<usize>, other: Option<Range<usize>>) {
        self.failed = true;
        let diagnostic = Diagnostic::at(problem, self.text, place);
        self.diagnostics.push(match other {
            Some(other) => diagnostic.and(self.text, other),
            None => diagnostic,
        });
    }
}

/// The names that a change introduces, in canonical form.
fn introduced(verb: &Verb) -> impl Iterator<Item = String> {
    let outside = match verb {
        Verb::MoveOutside { outside, .. } => Some(outside.value.as_str()),
        _ => None,
    };
    verb.makes().into_iter().chain(outside).map(canonical)
}
