//! From a search as written to a problem: every name looked up, every rule checked.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline::{self, LoadedBaseline};
use super::borders;
use super::document::{self, At};
use super::files::{Files, Location};
use super::kommun_names::{find_kommun, unfound_kommun};
use super::lan;
use super::lookup::{self, Named};
use super::row_names::{find_row, unfound_row};
use super::search_file::{
    KansliSection, LimitsSection, MostSection, RankBy, RankRedistribution, Scope, SearchFile, SearchSection,
    USUAL_BORDERS,
};
use super::text_file;
use crate::diagnostic::{
    BaselineProblem, CommandProblem, Diagnostic, Diagnostics, DocumentProblem, Label, Problem,
    ScenarioProblem, SearchProblem, Source,
};
use crate::model::error::ModelError;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::shares::scaled;
use crate::search::borders::Borders;
use crate::search::conditions::{Conditions, Limits};
use crate::search::criterion::By;
use crate::search::kommun_set::KommunSet;
use crate::search::problem::{KansliCost, Kommun, Problem as Searched, Today};
use crate::search::share::Share;

/// A search, ready to be done.
#[derive(Clone, Debug)]
pub struct LoadedSearch {
    /// `name` of the file.
    pub name: String,
    /// Its path, to show.
    pub file: String,
    /// Where it is.
    pub location: Location,
    /// What it is about.
    pub baseline: Arc<LoadedBaseline>,
    /// Where the baseline is.
    pub baseline_location: Location,
    /// What is searched. Distances are not in it yet.
    pub problem: Searched,
    /// What is looked for.
    pub rank: Rank,
    /// The text of the file.
    pub text: Arc<Source>,
    /// Where distances count, if they do.
    pub distance_at: Option<Range<usize>>,
    /// Where the baseline is named.
    pub baseline_named: Label,
}

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rank {
    /// What groupings are ranked by.
    pub by: By,
    /// The searched kommun whose contribution counts, where one does.
    pub payer: Option<usize>,
    /// Whether net amounts count.
    pub net: bool,
    /// How many of the best.
    pub top: usize,
    /// Criteria of which none may be better without another being worse.
    pub pareto: Vec<By>,
}

/// Kommuner whose groupings are all looked at: tables of all their sets are kept in memory. Those of more are counted and
/// ranked without.
pub const MOST_ENUMERATED: usize = 20;
/// How many of the best are shown unless it is said.
const USUAL_TOP: usize = 20;
/// Decimals that a share or a cost per inhabitant may have.
const MOST_DECIMALS: u32 = 9;

/// Where a search is that somebody may mean by a name or a path; `None` if that is something else, or nothing.
#[must_use]
pub fn find(files: &Files, wanted: &str) -> Option<Location> {
    let known = lookup::scenario(files, wanted).or_else(|_| lookup::search(files, wanted));
    let location = known.ok().filter(lookup::is_document)?;
    let mut ignored = Diagnostics::default();
    let source = text_file::open(files, &location, Named::Search, &mut ignored).ok()?;
    let is_search = document::read(&source, &mut ignored, |root| {
        root.know_everything();
        root.has("search") || root.has("rank")
    });
    is_search.filter(|is_search| *is_search).map(|_| location)
}

/// Loads a search by name or path.
///
/// # Errors
/// All that is wrong with it or its baseline. Warnings go to `warnings`.
pub fn load(files: &Files, wanted: &str, warnings: &mut Diagnostics) -> Result<LoadedSearch, Diagnostics> {
    let location = lookup::search(files, wanted).map_err(Diagnostic::without_place)?;
    load_at(files, location, warnings)
}

/// Loads the search at a location.
///
/// # Errors
/// As [`load`].
pub fn load_at(
    files: &Files,
    location: Location,
    warnings: &mut Diagnostics,
) -> Result<LoadedSearch, Diagnostics> {
    let mut found = Diagnostics::default();
    let loaded = load_into(files, location, &mut found, warnings);
    match loaded {
        Some(loaded) if !found.has_errors() => {
            warnings.append(found);
            Ok(loaded)
        }
        _ => Err(found),
    }
}

fn load_into(
    files: &Files,
    location: Location,
    found: &mut Diagnostics,
    warnings: &mut Diagnostics,
) -> Option<LoadedSearch> {
    let text = text_file::open(files, &location, Named::Search, found);
    let text = text.map_err(|problem| found.push(Diagnostic::without_place(problem))).ok()?;
    let file = SearchFile::read(&text, found)?;
    let path = file.baseline.as_ref()?;
    let baseline_location = location.beside(&path.value);
    let at_path = |problem: Problem| Diagnostic::at(problem, &text, path.span.clone());
    if let Err(problem) = lookup::refuse_other_endings(&path.value, &baseline_location, Named::Baseline) {
        found.push(at_path(problem.into()));
        return None;
    }
    if !files.is_file(&baseline_location) {
        found.push(at_path(files.read(&baseline_location, 0).err()?.into()));
        return None;
    }
    let baseline = match baseline::load(files, &baseline_location, None, warnings) {
        Ok(baseline) => Arc::new(baseline),
        Err(wrong) => {
            found.append(wrong.named_at(&baseline_location.display(), &text, &path.span));
            return None;
        }
    };
    if baseline.rules.is_some() {
        found.push(at_path(SearchProblem::WithRules.into()));
    }
    if baseline.path.is_some() {
        found.push(at_path(SearchProblem::WithPath.into()));
    }
    if !baseline.kommun_parts.is_empty() {
        found.push(at_path(SearchProblem::KommunParts.into()));
    }
    let resolver = Resolver { text: &text, baseline: &baseline, found };
    let (problem, rank, distance_at) = resolver.resolve(&file)?;
    let baseline_named = Label { source: text.clone(), span: path.span.clone() };
    Some(LoadedSearch {
        name: file.name.as_ref()?.value.clone(),
        file: location.display(),
        location,
        baseline_location,
        problem,
        rank,
        distance_at,
        baseline_named,
        baseline,
        text,
    })
}

impl LoadedSearch {
    /// That something cannot be computed of all groupings.
    #[must_use]
    pub fn model_problem(&self, error: &ModelError) -> Diagnostic {
        let Label { source, span } = &self.baseline_named;
        Diagnostic::at(model_problem(error, &self.baseline), source, span.clone())
    }
}

fn model_problem(error: &ModelError, baseline: &LoadedBaseline) -> BaselineProblem {
    let baseline = baseline.model.baseline();
    match error {
        ModelError::BaseGrantsExceed { forbund } => BaselineProblem::BaseGrantsExceed {
            forbund: *forbund,
            base_grant: baseline.parameters.base_grant,
            appropriation: (baseline.parameters.country.map(|country| country.appropriation))
                .expect("an appropriation that is exceeded"),
        },
        ModelError::KeyMissing { kommun, agreed, .. } => {
            BaselineProblem::key_lacks(baseline.kommuner.get(*kommun).name.clone(), *agreed)
        }
        ModelError::TooLarge => BaselineProblem::FiguresTooLarge,
        other => {
            unreachable!("no kommun leaves, and the rest was found when the baseline was loaded: {other}")
        }
    }
}

struct Resolver<'run> {
    text: &'run Arc<Source>,
    baseline: &'run LoadedBaseline,
    found: &'run mut Diagnostics,
}

impl Resolver<'_> {
    fn report(&mut self, problem: impl Into<Problem>, span: &Range<usize>) {
        self.found.push(Diagnostic::at(problem, self.text, span.clone()));
    }

    fn kommuner(&self) -> &Arc<Kommuner> {
        &self.baseline.model.baseline().kommuner
    }

    fn name(&self, kommun: KommunId) -> String {
        self.kommuner().get(kommun).name.clone()
    }

    fn resolve(mut self, file: &SearchFile) -> Option<(Searched, Rank, Option<Range<usize>>)> {
        let search = file.search.clone().unwrap_or_default();
        let everywhere = file.baseline.as_ref()?.span.clone();
        let at = search.kommuner.as_ref().map_or(everywhere, |scope| scope.span.clone());
        let ids = self.searched(search.kommuner.as_ref())?;
        if ids.len() > KommunSet::MOST {
            let (kommuner, most) = (ids.len(), KommunSet::MOST);
            self.report(SearchProblem::TooLarge { kommuner, most }, &at);
            return None;
        }
        let today = self.today(&ids, &at)?;
        let counted = match &search.borders {
            None => USUAL_BORDERS.to_vec(),
            Some(borders) => borders.value.iter().map(|border| border.value).collect(),
        };
        let pairs = borders::pairs(self.kommuner(), &ids, &counted);
        let borders = Borders::new(ids.len(), &pairs);
        let contiguous = search.contiguous.unwrap_or(true);
        let alone: Vec<String> = borders.without_neighbours().map(|kommun| self.name(ids[kommun])).collect();
        if contiguous && ids.len() > 1 && !alone.is_empty() {
            let at = search.borders.as_ref().map_or(&at, |borders| &borders.span);
            self.report(SearchProblem::WithoutNeighbours { kommuner: alone }, at);
        }
        let conditions = self.conditions(&search, &ids, contiguous);
        let kansli = search.kansli.as_ref().map(|section| self.kansli(section, &ids));
        let kansli = match kansli {
            None => None,
            Some(kansli) => Some(kansli?),
        };
        let (rank, by_distance) = self.rank(file, &ids, kansli.is_some())?;
        let by_distance = by_distance.or(search.farthest_km.as_ref().map(|limits| limits.span.clone()));
        let figures = &self.baseline.model.baseline().figures;
        let kommun = |id: &KommunId| Kommun {
            id: *id,
            befolkning_16_64: figures.of(*id).befolkning_16_64,
            folkmangd: figures.of(*id).folkmangd,
            km_to: vec![None; ids.len()],
        };
        let kommuner: Vec<Kommun> = ids.iter().map(kommun).collect();
        if let Some(limits) = &search.folkmangd {
            let unknown = kommuner.iter().filter(|kommun| kommun.folkmangd.is_none());
            let unknown: Vec<String> = unknown.map(|kommun| self.name(kommun.id)).collect();
            if !unknown.is_empty() {
                let problem = SearchProblem::FigureUnknown { by: "folkmangd".to_owned(), kommuner: unknown };
                self.report(problem, &limits.span);
            }
        }
        let counting_nothing = self.counting_nothing(&ids, &at);
        let (table, conditions) = (self.kommuner().clone(), conditions?);
        let problem = Searched {
            table,
            kommuner,
            borders,
            today,
            kansli,
            ledamoter_per_part: self.baseline.written.board(None).ledamoter(),
            counting_nothing: counting_nothing?,
            conditions,
        };
        Some((problem, rank, by_distance))
    }

    /// The kommuner that are searched, in order of kommunkod.
    fn searched(&mut self, scope: Option<&At<Scope>>) -> Option<Vec<KommunId>> {
        let mut ids: Vec<KommunId> = match scope.map(|scope| (&scope.value, &scope.span)) {
            None | Some((Scope::Baseline, _)) => {
                self.baseline.model.before().forbund().flat_map(|row| row.members.iter().copied()).collect()
            }
            Some((Scope::Listed(names), _)) => self.listed(names)?,
            Some((Scope::Lan(written), _)) => {
                let Some(number) = lan::find(&written.value) else {
                    let lan = written.value.clone();
                    let nearest = lan::near(&lan);
                    self.report(CommandProblem::UnknownLan { lan, nearest }, &written.span);
                    return None;
                };
                let of_lan = self.kommuner().iter().filter(|(_, kommun)| kommun.kommunkod.lan() == number);
                let of_lan: Vec<KommunId> = of_lan.map(|(id, _)| id).collect();
                if of_lan.is_empty() {
                    let lan = lan::lan_name(number);
                    self.report(CommandProblem::LanWithoutKommuner { lan }, &written.span);
                    return None;
                }
                of_lan
            }
        };
        ids.sort_unstable();
        Some(ids)
    }

    fn kommun(&mut self, written: &At<String>) -> Option<KommunId> {
        let names = &self.baseline.kommun_names;
        let found = find_kommun(&written.value, self.kommuner(), names);
        found
            .map_err(|_| self.report(unfound_kommun(&written.value, self.kommuner(), names), &written.span))
            .ok()
    }

    /// Kommuner by their names, none of them twice.
    fn listed(&mut self, names: &[At<String>]) -> Option<Vec<KommunId>> {
        let mut ids: Vec<KommunId> = Vec::new();
        let mut is_sound = true;
        for written in names {
            match self.kommun(written) {
                Some(id) if ids.contains(&id) => {
                    let kommun = self.name(id);
                    self.report(BaselineProblem::KommunTwice { kommun }, &written.span);
                    is_sound = false;
                }
                Some(id) => ids.push(id),
                None => is_sound = false,
            }
        }
        is_sound.then_some(ids)
    }

    /// Today's förbund of the searched kommuner, each of which must be searched whole.
    fn today(&mut self, ids: &[KommunId], at: &Range<usize>) -> Option<Vec<Today>> {
        let position = |kommun: &KommunId| ids.binary_search(kommun).ok();
        let mut today = Vec::new();
        let mut is_sound = true;
        let (model, written) = (self.baseline.model.clone(), self.baseline.written.clone());
        for row in model.before().forbund() {
            let missing = row.members.iter().filter(|member| position(member).is_none());
            let missing: Vec<String> = missing.map(|member| self.name(*member)).collect();
            if missing.len() == row.members.len() {
                continue;
            }
            if !missing.is_empty() {
                let forbund = row.name.clone();
                self.report(SearchProblem::ForbundPartly { forbund, missing }, at);
                is_sound = false;
            }
            today.push(Today {
                set: row.members.iter().filter_map(position).collect(),
                kansli: model.kansli_today(row.id).map(Kronor::get),
                seat: row.seat.kommun().as_ref().and_then(position),
                ledamoter_per_part: written.board(written.own_board(&row.name)).ledamoter(),
            });
        }
        if !model.baseline().is_national() {
            for id in ids.iter().filter(|id| !model.before().holds(**id)) {
                let kommun = self.name(*id);
                self.report(ScenarioProblem::JoinsCalibrated { kommun }, at);
                is_sound = false;
            }
        }
        is_sound.then_some(today)
    }

    /// Kommuner that count nothing under a part of a key.
    fn counting_nothing(&mut self, ids: &[KommunId], at: &Range<usize>) -> Option<Vec<KommunSet>> {
        let model = self.baseline.model.clone();
        match model.counting_nothing(ids) {
            Ok(parts) => {
                let set =
                    |part: &Vec<KommunId>| part.iter().filter_map(|id| ids.binary_search(id).ok()).collect();
                Some(parts.iter().map(set).collect())
            }
            Err(error) => {
                self.report(model_problem(&error, self.baseline), at);
                None
            }
        }
    }

    fn conditions(
        &mut self,
        search: &SearchSection,
        ids: &[KommunId],
        contiguous: bool,
    ) -> Option<Conditions> {
        let together = self.sets(&search.together, ids);
        let apart = self.sets(&search.apart, ids);
        let keep = self.kept(search, ids);
        let forbund = self.limits(search.forbund.as_ref());
        let kommuner_per_forbund = self.limits(search.kommuner_per_forbund.as_ref());
        let befolkning_16_64 = self.limits(search.befolkning_16_64.as_ref());
        let folkmangd = self.limits(search.folkmangd.as_ref());
        let most = |section: Option<&MostSection>| Limits {
            min: None,
            max: section.and_then(|section| u64::try_from(section.max.as_ref()?.value).ok()),
        };
        let share = search.largest_share.as_ref().and_then(|share| share.max.as_ref());
        let largest_share = share.and_then(|share| {
            let key = "max";
            self.fraction(key, share, Some(Decimal::ONE))
        });
        if share.is_some() && largest_share.is_none() {
            return None;
        }
        Some(Conditions {
            contiguous,
            forbund: forbund?,
            kommuner_per_forbund: kommuner_per_forbund?,
            befolkning_16_64: befolkning_16_64?,
            folkmangd: folkmangd?,
            farthest_km: most(search.farthest_km.as_ref()),
            regions: most(search.regions.as_ref()),
            largest_share,
            moved: most(search.moved.as_ref()),
            together: together?,
            apart: apart?,
            keep: keep?,
        })
    }

    fn limits(&mut self, section: Option<&LimitsSection>) -> Option<Limits> {
        let Some(section) = section else { return Some(Limits::default()) };
        let whole =
            |limit: &Option<At<i64>>| limit.as_ref().and_then(|limit| u64::try_from(limit.value).ok());
        let limits = Limits { min: whole(&section.min), max: whole(&section.max) };
        if let (Some(min), Some(max)) = (limits.min, limits.max)
            && min > max
        {
            self.report(SearchProblem::LimitsTurned { min, max }, &section.span);
            return None;
        }
        Some(limits)
    }

    /// A decimal from zero on as numerator and denominator.
    fn fraction(&mut self, key: &str, written: &At<Decimal>, most: Option<Decimal>) -> Option<[u64; 2]> {
        let highest = most.unwrap_or(Decimal::from(1_000_000));
        let is_within = (Decimal::ZERO..=highest).contains(&written.value);
        let numerator = scaled(written.value, MOST_DECIMALS).filter(|_| is_within);
        if numerator.is_none() {
            let (key, lowest, most) = (key.to_owned(), Decimal::ZERO, MOST_DECIMALS as usize);
            let problem = if is_within {
                DocumentProblem::TooManyDecimals { key, most }
            } else {
                DocumentProblem::NumberOutOfRange { key, lowest, highest }
            };
            self.report(problem, &written.span);
        }
        Some([numerator?, 10_u64.pow(MOST_DECIMALS)])
    }

    /// The sets that lists of kommuner stand for.
    fn sets(&mut self, lists: &[At<Vec<At<String>>>], ids: &[KommunId]) -> Option<Vec<KommunSet>> {
        let mut sets = Vec::new();
        let mut is_sound = true;
        for list in lists {
            let Some(listed) = self.listed(&list.value) else {
                is_sound = false;
                continue;
            };
            let mut set = KommunSet::EMPTY;
            for (id, written) in listed.iter().zip(&list.value) {
                if let Ok(kommun) = ids.binary_search(id) {
                    set = set.union(KommunSet::only(kommun));
                } else {
                    let kommun = self.name(*id);
                    self.report(SearchProblem::KommunOutside { kommun }, &written.span);
                    is_sound = false;
                }
            }
            sets.push(set);
        }
        is_sound.then_some(sets)
    }

    /// The förbund that stand as today.
    fn kept(&mut self, search: &SearchSection, ids: &[KommunId]) -> Option<Vec<KommunSet>> {
        let mut kept = Vec::new();
        let mut is_sound = true;
        let model = self.baseline.model.clone();
        for written in search.keep.iter().flat_map(|keep| &keep.value) {
            let Ok(name) = find_row(&written.value, model.before()) else {
                self.report(unfound_row(&written.value, model.before()), &written.span);
                is_sound = false;
                continue;
            };
            let row = model.before().forbund().find(|row| row.name == name).expect("one of today's förbund");
            let set: Option<KommunSet> =
                row.members.iter().map(|member| ids.binary_search(member).ok()).collect();
            if let Some(set) = set {
                kept.push(set);
            } else {
                self.report(SearchProblem::ForbundOutside { forbund: name }, &written.span);
                is_sound = false;
            }
        }
        is_sound.then_some(kept)
    }

    fn kansli(&mut self, section: &KansliSection, ids: &[KommunId]) -> Option<KansliCost> {
        let amount =
            |amount: &Option<At<Kronor>>| amount.as_ref().map_or(0, |amount| amount.value.unsigned());
        let per_inhabitant = match &section.per_inhabitant {
            None => [0, 1],
            Some(written) => self.fraction("per_inhabitant", written, None)?,
        };
        let cost = KansliCost {
            fixed: amount(&section.fixed),
            per_kommun: amount(&section.per_kommun),
            per_inhabitant,
        };
        let inhabitants = self.baseline.model.baseline().figures.inhabitants(ids);
        let most = Kronor::new(cost.of(ids.len(), inhabitants));
        if most > Kronor::LARGEST_INPUT {
            self.report(SearchProblem::KansliTooLarge { most }, &section.span);
            return None;
        }
        Some(cost)
    }

    /// What is looked for, and where distances count in it.
    fn rank(
        &mut self,
        file: &SearchFile,
        ids: &[KommunId],
        has_kansli: bool,
    ) -> Option<(Rank, Option<Range<usize>>)> {
        let section = file.rank.clone().unwrap_or_default();
        // Where nothing is said, the place is that of the table in which it would be, else the whole file.
        let unstated = if file.rank.is_some() { section.span } else { file.span.clone() };
        let is_stated = section.by.is_some();
        let first = section.by.unwrap_or(At { value: RankBy::Figure(By::Insatser), span: unstated });
        let pareto = section.pareto.map(|list| list.value).unwrap_or_default();
        let (mut payer, mut distance, mut bys, mut is_sound) = (None, None, Vec::new(), true);
        for criterion in std::iter::once(&first).chain(&pareto) {
            match &criterion.value {
                RankBy::Figure(by) => {
                    let is_of_kansli = matches!(by, By::Insatser | By::Kansli);
                    if is_of_kansli && !has_kansli {
                        let problem = if is_stated || !bys.is_empty() {
                            let by = if *by == By::Kansli { "kansli" } else { "insatser" }.to_owned();
                            SearchProblem::RankWithoutKansli { by }
                        } else {
                            SearchProblem::UsualRankWithoutKansli
                        };
                        self.report(problem, &criterion.span);
                        is_sound = false;
                    }
                    let inhabitants = self.baseline.model.baseline().figures.inhabitants(ids);
                    if *by == By::LargestShare && inhabitants > Share::MOST_INHABITANTS {
                        self.report(BaselineProblem::FiguresTooLarge, &criterion.span);
                        is_sound = false;
                    }
                    if *by == By::FarthestKm {
                        distance = Some(criterion.span.clone());
                    }
                    bys.push(*by);
                }
                RankBy::Contribution(kommun) => {
                    let written = At { value: kommun.clone(), span: criterion.span.clone() };
                    let id = self.kommun(&written);
                    let kommun = id.and_then(|id| {
                        let found = ids.binary_search(&id).ok();
                        if found.is_none() {
                            let kommun = self.name(id);
                            self.report(SearchProblem::KommunOutside { kommun }, &criterion.span);
                        }
                        found
                    });
                    if payer.is_some() && payer != kommun {
                        self.report(SearchProblem::TwoContributions, &criterion.span);
                        is_sound = false;
                    }
                    is_sound &= kommun.is_some();
                    payer = kommun;
                    bys.push(By::Contribution);
                }
            }
        }
        let has_net = self.baseline.model.baseline().parameters.country.is_some();
        if let Some(stated) = &section.redistribution
            && stated.value == RankRedistribution::Net
            && !has_net
        {
            self.report(SearchProblem::NetUnknown, &stated.span);
            is_sound = false;
        }
        let is_gross = section.redistribution.is_some_and(|stated| stated.value == RankRedistribution::Gross);
        let top = section.top.and_then(|top| usize::try_from(top.value).ok()).unwrap_or(USUAL_TOP);
        let rank =
            Rank { by: *bys.first()?, payer, net: has_net && !is_gross, top, pareto: bys.split_off(1) };
        is_sound.then_some((rank, distance))
    }
}
