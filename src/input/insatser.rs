//! Which insatser there are today, and what is stated of them: from what is written to the model.

use std::collections::BTreeMap;
use std::ops::Range;
use std::slice::from_ref;
use std::sync::Arc;

use super::baseline_file::BaselineFile;
use super::document::At;
use super::files::{Files, LARGEST_TABLE, Location};
use super::import::Options;
use super::insatser_section::{GivenPosts, InsatsFigures, InsatsSection, Results};
use super::insatser_table::{self, TableInsats};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::lookup::{self, Named};
use super::names::{NameError, Names};
use super::party_names::{PartyFault, PartyNames};
use super::row_names::unfound_forbund;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, InsatsProblem, Label, Problem, Source};
use crate::model::board::{self, Party};
use crate::model::insatser::{Insats, InsatsError, StatedInsats};
use crate::model::kansli::Cost;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;

/// Each insats of a baseline with the position of its förbund.
pub type InsatserToday = Vec<(Insats, usize)>;

/// Loads the table of insatser that a baseline names, if it does; `None` where something is wrong, which is reported.
pub(super) fn load_table(
    files: &Files,
    baseline: &Location,
    file: &BaselineFile,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Option<OfTable> {
    let Some(path) = &file.insatser_table else { return Some(OfTable::default()) };
    let location = baseline.beside(&path.value);
    let is_readable = lookup::refuse_other_endings(&path.value, &location, Named::Table)
        .and_then(|()| files.read(&location, LARGEST_TABLE));
    if let Err(problem) = is_readable {
        diagnostics.push(Diagnostic::at(problem, text, path.span.clone()));
        return None;
    }
    let mut found = Diagnostics::default();
    let table = insatser_table::import(files, from_ref(&location), &Options::default(), &mut found);
    diagnostics.append(found.named_at(&location.display(), text, &path.span));
    let mut table = table?;
    // Where the table does not say where its figures come from, they come from the table.
    let name = || path.value.rsplit(['/', '\\']).next().unwrap_or(&path.value).to_owned();
    for insats in table.insatser.iter_mut().filter(|insats| insats.source.is_none()) {
        insats.source = Some((name(), insats.place.clone()));
    }
    let from_percent = table.off.filter(|off| *off > 0).map(|off| (name(), off));
    Some(OfTable { insatser: table.insatser, from_percent })
}

/// What the table of insatser of a baseline says.
#[derive(Default)]
pub(super) struct OfTable {
    pub(super) insatser: Vec<TableInsats>,
    /// What the table is called if it makes persons of rounded percentages, and how many more or fewer they can be in a row.
    pub(super) from_percent: Option<(String, u64)>,
}

/// Resolves the insatser of a baseline and of the table that it names; `None` where something is wrong, which then was or
/// is reported.
pub(super) fn of_baseline(
    (file, table): (&BaselineFile, Option<&[TableInsats]>),
    text: &Arc<Source>,
    (kommuner, kommun_names): (&Kommuner, &Names<KommunId>),
    diagnostics: &mut Diagnostics,
) -> Option<InsatserToday> {
    let forbund = file.forbund.iter().enumerate();
    let forbund = forbund.filter_map(|(place, one)| Some((one.name.as_ref()?.value.as_str(), place)));
    let mut resolver =
        OfBaseline { file, text, kommuner, kommun_names, forbund: Names::new(forbund), diagnostics };
    resolver.refuse_equal_names(table.into_iter().flatten());
    let written: Vec<_> = file.insatser.iter().map(|section| resolver.insats(section)).collect();
    let of_table: Vec<_> = table.into_iter().flatten().map(|insats| resolver.of_table(insats)).collect();
    table.and_then(|_| written.into_iter().chain(of_table).collect())
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

    /// Where a value of the file stands.
    fn label(&self, span: &Range<usize>) -> Label {
        Label { source: self.text.clone(), span: span.clone() }
    }

    fn refuse_equal_names<'table>(&mut self, table: impl Iterator<Item = &'table TableInsats>) {
        let mut known: BTreeMap<String, Label> = BTreeMap::new();
        let written = self.file.insatser.iter().filter_map(|section| section.name.as_ref());
        let written = written.map(|name| (name.value.clone(), self.label(&name.span)));
        // Those of a table have different names.
        let of_table = table.map(|insats| (insats.name.clone(), insats.place.clone()));
        let all: Vec<_> = written.chain(of_table).collect();
        for (name, label) in all {
            if let Some(first) = known.get(&canonical(&name)) {
                let diagnostic =
                    Diagnostic::at(InsatsProblem::Twice { name }, &label.source, label.span.clone());
                self.diagnostics.push(diagnostic.and(&first.source, first.span.clone()));
            } else {
                known.insert(canonical(&name), label);
            }
        }
    }

    /// An insats of the table.
    fn of_table(&mut self, insats: &TableInsats) -> Option<(Insats, usize)> {
        let forbund = insats.forbund.as_ref().map(|(name, label)| self.forbund(name, label));
        let ort =
            insats.ort.as_ref().map(|(ort, label)| self.ort(ort, label, (&insats.name, forbund.flatten())));
        for (column, is_there) in [("forbund", forbund.is_some()), ("kostnad", insats.kostnad.is_some())] {
            if !is_there {
                let problem = InsatsProblem::ColumnEmpty { name: insats.name.clone(), column };
                let Label { source, span } = &insats.place;
                self.diagnostics.push_error(|| Diagnostic::at(problem, source, span.clone()));
            }
        }
        let text = |stated: &Option<(String, Label)>| stated.as_ref().map(|(text, _)| text.clone());
        let of_insats = Insats {
            name: insats.name.clone(),
            kostnad: insats.kostnad?,
            platser: insats.platser,
            deltagare: insats.deltagare,
            avslutade: insats.avslutade,
            ort: ort.flatten(),
            malgrupp: text(&insats.malgrupp),
            resultat: insats.resultat.clone(),
            natura: Vec::new(),
            natura_tjanster: Vec::new(),
            source: text(&insats.source),
        };
        // A kommun that was not found has been reported.
        ort.is_none_or(|ort| ort.is_some()).then_some((of_insats, forbund??))
    }

    fn insats(&mut self, section: &InsatsSection) -> Option<(Insats, usize)> {
        let forbund = section.forbund.as_ref();
        let forbund = forbund.and_then(|written| self.forbund(&written.value, &self.label(&written.span)));
        let ort = section.figures.ort.as_ref().map(|written| {
            let name = section.name.as_ref().map_or("", |name| name.value.as_str());
            self.ort(&written.value, &self.label(&written.span), (name, forbund))
        });
        let natura = section.figures.natura.as_ref().map(|written| self.natura(written));
        let posts = section.figures.natura_tjanster.as_ref().map(|written| {
            let name = section.name.as_ref().map_or("", |name| name.value.as_str());
            self.posts(written, (name, forbund))
        });
        let name = section.name.as_ref()?.value.clone();
        let stated = stated(&section.figures, ort.flatten());
        let insats = Insats {
            kostnad: section.kostnad.as_ref()?.value,
            platser: stated.platser,
            deltagare: stated.deltagare,
            avslutade: stated.avslutade,
            ort: stated.ort,
            malgrupp: stated.malgrupp,
            resultat: stated.resultat.unwrap_or_default(),
            natura: natura.clone().flatten().unwrap_or_default(),
            natura_tjanster: posts.clone().flatten().unwrap_or_default(),
            source: stated.source,
            name,
        };
        if let Some(contradiction) = insats.contradiction() {
            let name = insats.name.clone();
            let of = |at: Option<&Range<usize>>| at.unwrap_or(&section.span).clone();
            let (problem, span) = if let InsatsError::MoreThanTakePart(kind) = contradiction {
                let resultat = section.figures.resultat.as_ref().map(|at| &at.span);
                (InsatsProblem::MoreThanTakePart { name, kind }, of(resultat))
            } else {
                let avslutade = section.figures.avslutade.as_ref().map(|at| &at.span);
                (InsatsProblem::MoreEndThanTakePart { name }, of(avslutade))
            };
            self.report(problem, &span);
            return None;
        }
        // A kommun that was not found has been reported.
        let is_found = ort.is_none_or(|ort| ort.is_some())
            && natura.is_none_or(|natura| natura.is_some())
            && posts.is_none_or(|posts| posts.is_some());
        is_found.then_some((insats, forbund?))
    }

    fn forbund(&mut self, written: &str, label: &Label) -> Option<usize> {
        let found = self.forbund.find(written).ok();
        if found.is_none() {
            let problem = unfound_forbund(written, &self.forbund);
            self.diagnostics.push(Diagnostic::at(problem, &label.source, label.span.clone()));
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

    /// The posts of parties that are in the förbund, where that is known.
    fn posts(
        &mut self,
        written: &At<GivenPosts>,
        (insats, forbund): (&str, Option<usize>),
    ) -> Option<Vec<(Party, u64)>> {
        let (kommuner, kommun_names) = (self.kommuner, self.kommun_names);
        if kommuner.is_empty() {
            return None;
        }
        let names = PartyNames::new(kommuner, kommun_names, []);
        let members = self.members(forbund);
        let not_a_member = |party: Party, written: &str| {
            let (forbund, members) = members.as_ref()?;
            let (name, forbund, written) = (insats.to_owned(), forbund.clone(), written.to_owned());
            let problem = InsatsProblem::PartyNotAMember { name, party: written, forbund };
            (!board::parties(members, kommuner).contains(&party)).then_some(problem)
        };
        of_parties(written, &names, not_a_member, |problem, span| self.report(problem, &span))
    }

    /// The name and the members of a förbund, if it and all of them can be found.
    fn members(&self, forbund: Option<usize>) -> Option<(String, Vec<KommunId>)> {
        let forbund = &self.file.forbund[forbund?];
        let listed = forbund.kommuner.iter().flat_map(|list| &list.value);
        let found = listed.map(|member| find_kommun(&member.value, self.kommuner, self.kommun_names).ok());
        let name = forbund.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
        Some((name, found.collect::<Option<_>>()?))
    }

    fn ort(
        &mut self,
        written: &str,
        label: &Label,
        (insats, forbund): (&str, Option<usize>),
    ) -> Option<KommunId> {
        let find = |name: &str| find_kommun(name, self.kommuner, self.kommun_names).ok();
        let Some(ort) = find(written) else {
            if !self.kommuner.is_empty() {
                let problem = unfound_kommun(written, self.kommuner, self.kommun_names);
                self.diagnostics.push(Diagnostic::at(problem, &label.source, label.span.clone()));
            }
            return None;
        };
        // A member that could not be found may be the one that is meant.
        let Some((forbund, members)) = self.members(forbund) else { return Some(ort) };
        if members.contains(&ort) {
            return Some(ort);
        }
        let kommun = self.kommuner.get(ort).name.clone();
        let problem = InsatsProblem::OrtNotAMember { name: insats.to_owned(), kommun, forbund };
        self.diagnostics.push(Diagnostic::at(problem, &label.source, label.span.clone()));
        None
    }
}

/// The posts of each party of a table, unless it is refused; `None` where something is wrong with it, all of which is
/// reported.
pub(super) fn of_parties(
    written: &At<GivenPosts>,
    names: &PartyNames<'_>,
    refused: impl Fn(Party, &str) -> Option<InsatsProblem>,
    mut report: impl FnMut(Problem, Range<usize>),
) -> Option<Vec<(Party, u64)>> {
    let mut given: Vec<(Party, u64)> = Vec::new();
    for (party, posts) in &written.value {
        let name = party.value.clone();
        let problem: Problem = match names.find(&party.value) {
            Ok(known) if given.iter().any(|(other, _)| *other == known) => {
                InsatsProblem::PartTwice { name }.into()
            }
            Ok(known) => {
                let Some(problem) = refused(known, &name) else {
                    given.push((known, *posts));
                    continue;
                };
                match gotland(names, &name) {
                    None => problem.into(),
                    nearest => InsatsProblem::UnknownGiver { name, nearest }.into(),
                }
            }
            Err(PartyFault::Name(NameError::Unknown(nearest))) => {
                // One letter is near to every short name.
                let nearest = nearest.filter(|_| name.chars().nth(1).is_some());
                let nearest = gotland(names, &name).or(nearest);
                InsatsProblem::UnknownGiver { name, nearest }.into()
            }
            Err(fault) => fault.problem(&party.value),
        };
        report(problem, party.span.clone());
    }
    (given.len() == written.value.len()).then_some(given)
}

/// The party that is meant by Gotland's region, which is kommun and region in one.
fn gotland(names: &PartyNames<'_>, written: &str) -> Option<String> {
    const KOMMUN: &str = "Gotland";
    (canonical(written) == "region gotland" && names.find(KOMMUN).is_ok()).then(|| KOMMUN.to_owned())
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
        avslutade: persons(&figures.avslutade),
        ort,
        malgrupp: text(&figures.malgrupp),
        resultat: figures.resultat.as_ref().map(|at: &At<Results>| at.value.clone()),
        source: text(&figures.source),
        ..StatedInsats::default()
    }
}
