//! What changes do to insatser: each is resolved and done right after the grouping has changed.

use std::ops::Range;
use std::sync::Arc;

use super::change_section::ChangeSection;
use super::document::At;
use super::insatser::{of_kommuner, of_parties, stated};
use super::insatser_section::{GivenPosts, InsatsChangeSection};
use super::kommun_names::find_kommun;
use super::names::nearest;
use super::party_names::PartyNames;
use super::scenario_file::ScenarioFile;
use super::scenario_resolver::Resolver;
use crate::diagnostic::{Diagnostic, InsatsProblem};
use crate::model::board::Party;
use crate::model::change::Change;
use crate::model::insatser::{Insats, InsatsChange, InsatsError, Insatser, StatedInsats};
use crate::model::kansli::Cost;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;

impl Resolver<'_> {
    /// Begins with the insatser of today, where the baseline has some or a change speaks of them.
    pub(super) fn begin_insatser(&mut self, file: &ScenarioFile) {
        let today = &self.baseline.insatser;
        if !today.is_empty() || file.changes.iter().any(|change| !change.insatser.is_empty()) {
            self.insatser.push(Arc::new(Insatser::today(self.baseline.model.before(), today)));
        }
    }

    /// Lets the insatser follow a change that was done, and does to them what it states.
    pub(super) fn insatser(&mut self, change: &Change, section: &ChangeSection) {
        let Some(before) = self.insatser.last().cloned() else { return };
        let mut insatser = Insatser::clone(&before);
        let spoken_of = section.insatser.iter().flat_map(InsatsChangeSection::speaks_of);
        let spoken_of: Vec<&str> = spoken_of.collect();
        let baseline = self.baseline.model.baseline();
        insatser.follow(change, &self.after, baseline, &spoken_of);
        for item in &section.insatser {
            let change = self.insats_change(item);
            match change.map(|change| insatser.state(&change, &self.after, &baseline.kommuner)) {
                Some(Ok(())) => {}
                Some(Err(error)) => self.refuse_insats(error, item, &insatser),
                None => self.failed = true,
            }
        }
        insatser.end_posts(&self.after, &baseline.kommuner);
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
        let natura_tjanster = match &item.figures.natura_tjanster {
            Some(written) => Some(self.posts_in_kind(written)?),
            None => None,
        };
        let name = item.name.as_ref()?.value.clone();
        let stated = StatedInsats {
            kostnad: item.kostnad.as_ref().map(|at| at.value),
            forbund,
            natura,
            natura_tjanster,
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
            avslutade: stated.avslutade,
            ort: stated.ort,
            malgrupp: stated.malgrupp,
            resultat: stated.resultat.unwrap_or_default(),
            natura: stated.natura.unwrap_or_default(),
            natura_tjanster: stated.natura_tjanster.unwrap_or_default(),
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

    fn posts_in_kind(&mut self, written: &At<GivenPosts>) -> Option<Vec<(Party, u64)>> {
        let baseline = self.baseline;
        let names = PartyNames::new(&baseline.model.baseline().kommuner, &baseline.kommun_names, []);
        of_parties(
            written,
            &names,
            |_, _| None,
            |problem, span| {
                self.failed = true;
                self.diagnostics.push(Diagnostic::at(problem, self.text, span));
            },
        )
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
                (InsatsProblem::OrtNotAMemberAfter { name, kommun, forbund }, place.span.clone())
            }
            InsatsError::PartiesNotMembers { positions, row } => {
                let forbund = self.after.row(row).map(|row| row.name.clone()).unwrap_or_default();
                let given = item.figures.natura_tjanster.iter().flat_map(|given| &given.value);
                for (position, (party, _)) in given.enumerate() {
                    if positions.contains(&position) {
                        let (name, party_name, forbund) =
                            (name.clone(), party.value.clone(), forbund.clone());
                        let problem = InsatsProblem::PartyNotAMember { name, party: party_name, forbund };
                        self.refuse_insatser(problem, party.span.clone());
                    }
                }
                return;
            }
            InsatsError::MoreThanTakePart(kind) => {
                let resultat = item.figures.resultat.as_ref().map(|at| &at.span);
                let ended = item.figures.avslutade.as_ref().map(|at| &at.span);
                let deltagare = item.figures.deltagare.as_ref().map(|at| &at.span);
                let span = resultat.or(ended).or(deltagare).unwrap_or(&written.span).clone();
                (InsatsProblem::MoreThanTakePart { name, kind }, span)
            }
            InsatsError::MoreEndThanTakePart => {
                let place = item.figures.avslutade.as_ref().or(item.figures.deltagare.as_ref());
                let span = place.map_or(&written.span, |at| &at.span).clone();
                (InsatsProblem::MoreEndThanTakePart { name }, span)
            }
        };
        self.refuse_insatser(problem, span);
    }
}
