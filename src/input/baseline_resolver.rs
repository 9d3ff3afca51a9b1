//! From the names and amounts of a baseline as written to förbund, parameters and basis. All that can be resolved is,
//! so that every error is found.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use num_rational::BigRational;
use rust_decimal::Decimal;

use super::baseline_file::{BaselineFile, ForbundSection, RestSection};
use super::dated::Dated;
use super::decimal_range::unusable;
use super::document::{At, TextOrTexts};
use super::key_reading::{self, KeyReader, WrittenKey};
use super::kommun_names::{self, unfound_kommun};
use super::names::Names;
use super::row_names::unfound_forbund;
use super::sharing_reading::{self, SharingReader, WrittenSharing};
use crate::diagnostic::{
    BaselineProblem, Diagnostic, Diagnostics, DocumentProblem, Problem, ScenarioProblem, Several,
    SharingProblem, Source,
};
use crate::model::baseline::{Basis, Forbund, Rest};
use crate::model::figures::{Figures, KommunFigures};
use crate::model::holdings::{Holding, Holdings};
use crate::model::kansli::{AssumedSavings, Cost, Sharing};
use crate::model::key::{Key, Keys};
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::parameters::{Country, Parameters};
use crate::model::path::Path;
use crate::model::rounding::half_away_from_zero;
use crate::model::shares::{Shares, SharesError, exact};

/// Resolves a baseline as written.
pub(super) struct Resolver<'load> {
    pub(super) file: &'load BaselineFile,
    /// The year that is resolved, where there is a path.
    pub(super) year: Option<i64>,
    /// How much the kanslier of a year have grown from the prices that they are stated at.
    pub(super) path: Option<&'load Path>,
    pub(super) text: &'load Arc<Source>,
    pub(super) kommuner: &'load Kommuner,
    pub(super) figures: &'load [KommunFigures],
    pub(super) kommun_names: &'load Names<KommunId>,
    /// Where each kommun was named as a member, and of which förbund.
    pub(super) members: Vec<Option<(Range<usize>, usize)>>,
    pub(super) diagnostics: &'load mut Diagnostics,
}

/// What a baseline resolves to.
pub(super) struct Resolved {
    pub(super) forbund: Vec<Forbund>,
    pub(super) shared_kanslier: Vec<Sharing<usize>>,
    pub(super) savings: AssumedSavings,
    pub(super) parameters: Parameters,
    pub(super) keys: Keys,
    pub(super) basis: Basis,
}

impl Resolver<'_> {
    fn refuse(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        self.diagnostics.push_error(|| Diagnostic::at(problem, self.text, span));
    }

    /// Finds a kommun, or reports why not; without a table there is nothing to report.
    fn find_kommun(&mut self, written: &At<String>) -> Option<KommunId> {
        let found = kommun_names::find_kommun(&written.value, self.kommuner, self.kommun_names).ok();
        if found.is_none() && !self.kommuner.is_empty() {
            let problem = || unfound_kommun(&written.value, self.kommuner, self.kommun_names);
            self.diagnostics.push_error(|| Diagnostic::at(problem(), self.text, written.span.clone()));
        }
        found
    }

    /// Resolves all it can, so that every error is found; `None` if there was one.
    pub(super) fn resolve(&mut self) -> Option<Resolved> {
        let forbund = self.forbund();
        let shared_kanslier = self.shared_kanslier();
        let savings = self.savings();
        let weights = self.weights();
        let funding = self.funding();
        let kommuner = self.key(self.file.kommun_key.as_ref());
        let regions = self.key(self.file.region_key.as_ref());
        let basis = self.basis(funding.as_ref());
        let base_grant = self.file.model.base_grant.as_ref();
        let base_grant = base_grant.map_or(Parameters::BASE_GRANT, |dated| dated.at(self.year).value);
        let (weights, funding, (basis, country)) = (weights?, funding?, basis?);
        let parameters = Parameters { base_grant, weights, funding, country };
        let keys = Keys { kommuner, regions };
        let resolved = Resolved { forbund, shared_kanslier, savings, parameters, keys, basis };
        if self.diagnostics.has_errors() { None } else { Some(resolved) }
    }

    fn forbund(&mut self) -> Vec<Forbund> {
        let file = self.file;
        let mut forbund: Vec<Forbund> = Vec::with_capacity(file.forbund.len());
        let mut names: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for (position, section) in file.forbund.iter().enumerate() {
            if let Some(name) = &section.name {
                if let Some(first) = names.get(&canonical(&name.value)) {
                    let problem = BaselineProblem::ForbundTwice { name: name.value.clone() };
                    let diagnostic = Diagnostic::at(problem, self.text, name.span.clone());
                    self.diagnostics.push(diagnostic.and(self.text, first.clone()));
                } else {
                    names.insert(canonical(&name.value), name.span.clone());
                }
            }
            let members = self.members(section, position);
            let inhabitants: u64 =
                members.iter().map(|member| self.figures[member.index()].befolkning_16_64).sum();
            let name = section.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
            if inhabitants == 0 && !members.is_empty() {
                let problem = BaselineProblem::ForbundWithoutInhabitants { forbund: name.clone() };
                self.refuse(problem, section.span.clone());
            }
            let seat = self.seat(section, &members);
            let kansli = section.kansli.as_ref().and_then(|dated| self.cost(dated));
            let held = |dated: Option<&Dated<Kronor>>| dated.map(|dated| dated.at(self.year).value);
            let holdings = Holdings::default()
                .with(Holding::Equity, held(section.eget_kapital.as_ref()))
                .with(Holding::CarriedOver, held(section.overfort.as_ref()))
                .with(Holding::OtherIncome, held(section.ovriga_intakter.as_ref()))
                .with(Holding::Matching, held(section.matchning.as_ref()))
                .with(Holding::Posts, self.posts(section.tjanster.as_ref()));
            let own = section.kommun_key.as_ref();
            let key = own.and_then(|own| key_reading::read(own, self)).map(Arc::new);
            forbund.push(Forbund { name, members, seat, kansli, key, holdings, parts: None });
        }
        forbund
    }

    /// How many posts a kansli has in the year.
    fn posts(&self, dated: Option<&Dated<Decimal>>) -> Option<BigRational> {
        dated.map(|dated| exact(dated.at(self.year).value))
    }

    /// What is shared today, beside what the förbund state.
    fn shared_kanslier(&mut self) -> Vec<Sharing<usize>> {
        let file = self.file;
        let mut all = Vec::with_capacity(file.shared_kanslier.len());
        for section in &file.shared_kanslier {
            let Some(cost) = section.cost().and_then(|cost| self.cost(cost)) else { continue };
            let Some((participants, split_by)) = section.forbund.as_ref().zip(section.split_by.as_ref())
            else {
                continue;
            };
            let only_items = section.kansli.is_none();
            let posts = self.posts(section.tjanster.as_ref());
            let written = WrittenSharing { participants, split_by, cost: Some(cost), posts, only_items };
            let Some(sharing) = sharing_reading::read(written, self) else { continue };
            if sharing.participants.len() < 2 {
                let problem = ScenarioProblem::TooFew { verb: Several::SharedKansli };
                self.refuse(problem, participants.span.clone());
            }
            let mut known = HashSet::new();
            for (of, name) in sharing.participants.iter().zip(&participants.value) {
                if !known.insert(of.forbund) {
                    let problem = ScenarioProblem::ForbundTwiceInChange { name: name.value.clone() };
                    self.refuse(problem, name.span.clone());
                }
            }
            all.push(sharing);
        }
        all
    }

    /// What changes are assumed to save.
    fn savings(&mut self) -> AssumedSavings {
        let file = self.file;
        let Some(section) = &file.kansli_assumption else { return AssumedSavings::default() };
        let mut share = |key: &str, written: &Option<At<Decimal>>| {
            let written = written.as_ref()?;
            let share = written.value;
            if !(Decimal::ZERO..=Decimal::ONE).contains(&share) || share.normalize().scale() > 9 {
                self.refuse(SharingProblem::SavingOutOfRange { key: key.to_owned() }, written.span.clone());
            }
            Some(share)
        };
        AssumedSavings {
            merge: share("merge", &section.merge),
            moving: share("move", &section.r#move),
            shared_kansli: share("shared_kansli", &section.shared_kansli),
        }
    }

    /// What a kansli costs in the year.
    fn cost(&mut self, dated: &Dated<Cost>) -> Option<Cost> {
        let written = dated.at(self.year);
        let Some((path, year)) = self.path.zip(self.year) else { return Some(written.value.clone()) };
        let priced = dated.since(year).unwrap_or(path.from);
        let grown = written.value.grown(path.kansli_index, year - priced);
        if grown.is_none() {
            self.refuse(BaselineProblem::FiguresTooLarge, written.span.clone());
        }
        grown
    }

    fn members(&mut self, section: &ForbundSection, position: usize) -> Vec<KommunId> {
        let mut members = Vec::new();
        for written in section.kommuner.iter().flat_map(|list| &list.value) {
            let Some(kommun) = self.find_kommun(written) else { continue };
            if let Some((first, forbund)) = self.members[kommun.index()].clone() {
                let kommun = self.kommuner.get(kommun).name.clone();
                let problem = if forbund == position {
                    BaselineProblem::KommunTwice { kommun }
                } else {
                    let name = self.file.forbund[forbund].name.as_ref();
                    let forbund = name.map(|name| name.value.clone()).unwrap_or_default();
                    BaselineProblem::KommunInTwoForbund { kommun, forbund }
                };
                let diagnostic = Diagnostic::at(problem, self.text, written.span.clone());
                self.diagnostics.push(diagnostic.and(self.text, first));
                continue;
            }
            self.members[kommun.index()] = Some((written.span.clone(), position));
            members.push(kommun);
        }
        members
    }

    fn seat(&mut self, section: &ForbundSection, members: &[KommunId]) -> Option<KommunId> {
        let written = section.sate.as_ref()?;
        let kommun = self.find_kommun(written)?;
        let listed = section.kommuner.as_ref().map_or(0, |list| list.value.len());
        // A member that could not be found may be the one that is meant.
        if members.contains(&kommun) || members.len() < listed {
            return Some(kommun);
        }
        let forbund = section.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
        let kommun = self.kommuner.get(kommun).name.clone();
        self.refuse(BaselineProblem::SateNotAMember { kommun, forbund }, written.span.clone());
        None
    }

    fn weights(&mut self) -> Option<Shares<2>> {
        let written = match &self.file.model.weights {
            Some(weights) => weights.at(self.year).clone(),
            None => return Some(Shares::new(Parameters::model_weights()).expect("their sum is 1")),
        };
        self.shares(&written.value, written.span)
    }

    fn funding(&mut self) -> Option<Shares<3>> {
        let Some(section) = &self.file.funding else {
            return Some(Shares::new(Parameters::legal_funding()).expect("their sum is 1"));
        };
        let shares = section.shares.clone()?;
        if shares[0].value.is_zero() {
            self.refuse(BaselineProblem::StateShareZero, shares[0].span.clone());
            return None;
        }
        self.shares(&shares, section.span.clone())
    }

    fn shares<const N: usize>(
        &mut self,
        written: &[At<Decimal>; N],
        whole: Range<usize>,
    ) -> Option<Shares<N>> {
        match Shares::new(written.each_ref().map(|at| at.value)) {
            Ok(shares) => Some(shares),
            Err(SharesError::Sum(sum)) => {
                let is_percent = sum == Decimal::ONE_HUNDRED;
                let problem = if is_percent {
                    BaselineProblem::SharesInPercent
                } else {
                    BaselineProblem::SharesSum { sum }
                };
                self.refuse(problem, whole);
                None
            }
            Err(SharesError::OutOfRange(position)) => {
                self.refuse(BaselineProblem::ShareOutOfRange, written[position].span.clone());
                None
            }
        }
    }

    fn key(&mut self, written: Option<&WrittenKey>) -> Key {
        // What is wrong is reported, and nothing comes of it then.
        written.and_then(|written| key_reading::read(written, self)).unwrap_or(Key::Befolkning)
    }

    fn basis(&mut self, funding: Option<&Shares<3>>) -> Option<(Basis, Option<Country>)> {
        let file = self.file;
        for section in &file.forbund {
            if let (Some(_), Some(state_grant)) = (&section.budget, &section.state_grant) {
                self.refuse(BaselineProblem::BudgetAndStateGrant, state_grant.at(self.year).span.clone());
            }
        }
        if file.forbund.is_empty() {
            return None;
        }
        let missing: Vec<_> = file.forbund.iter().filter(|section| !section.amount_written).collect();
        if missing.len() == file.forbund.len() {
            return self.national();
        }
        if let Some(first) = missing.first() {
            let names = missing.iter().filter_map(|section| section.name.as_ref());
            let problem =
                BaselineProblem::MixedBasis { missing: names.map(|name| name.value.clone()).collect() };
            self.refuse(problem, first.span.clone());
            return None;
        }
        let funding = funding?;
        let state_money =
            file.forbund.iter().map(|section| state_money(section, self.year, funding)).collect();
        let other_forbund = file.model.rest_of_country.as_ref().and_then(|rest| rest.forbund.as_ref());
        let country = file.model.appropriation.as_ref().zip(other_forbund);
        let country = country.map(|(appropriation, others)| Country {
            appropriation: appropriation.at(self.year).value,
            other_forbund: count(others.at(self.year)),
        });
        // What is not needed for the decided amounts may be missing.
        let rest = file.model.rest_of_country.as_ref().filter(|rest| {
            matches!(rest.written, [_, true, false, false] | [_, false, true, true]) && country.is_some()
        });
        let rest = rest.and_then(|rest| self.rest(rest));
        Some((Basis::Calibrated { state_money, rest }, country))
    }

    fn national(&mut self) -> Option<(Basis, Option<Country>)> {
        let model = &self.file.model;
        let place = model.span.clone().unwrap_or_else(|| self.file.span.clone());
        let needs = |key: &str| BaselineProblem::NationalNeeds { key: key.to_owned() };
        let [appropriation_written, rest_written] = model.written;
        if !appropriation_written {
            self.refuse(needs("appropriation"), place.clone());
        }
        if !rest_written {
            self.refuse(needs("rest_of_country"), place);
        }
        let rest = model.rest_of_country.as_ref()?;
        if !rest.written[0] {
            self.refuse(needs("forbund"), rest.span.clone());
        }
        let others = self.rest(rest)?;
        let (appropriation, other_forbund) = model.appropriation.as_ref().zip(rest.forbund.as_ref())?;
        let country = Country {
            appropriation: appropriation.at(self.year).value,
            other_forbund: count(other_forbund.at(self.year)),
        };
        Some((Basis::National { rest: others }, Some(country)))
    }

    fn rest_sums(&mut self, befolkning: &At<i64>, matt: &At<Decimal>) -> Option<Rest> {
        let largest = Decimal::from(1_000_000_000_000_i64);
        if self.is_unusable("forsorjningsmatt", matt, Figures::MOST_DECIMALS, largest) {
            return None;
        }
        let befolkning_16_64 = u64::try_from(befolkning.value).expect("read with 0 as its lowest value");
        Some(Rest::Sums { befolkning_16_64, forsorjningsmatt: matt.value })
    }

    /// Reports a number that is negative, too large or has too many decimals.
    fn is_unusable(&mut self, key: &str, number: &At<Decimal>, most_decimals: u32, largest: Decimal) -> bool {
        let problem = unusable(key, number.value, most_decimals, largest);
        let is_unusable = problem.is_some();
        if let Some(problem) = problem {
            self.refuse(problem, number.span.clone());
        }
        is_unusable
    }

    fn rest(&mut self, rest: &RestSection) -> Option<Rest> {
        let missing = match rest.written {
            [_, true, false, false] | [_, false, true, true] => None,
            [_, true, ..] => {
                self.refuse(BaselineProblem::RestConflict, rest.span.clone());
                return None;
            }
            [_, false, true, false] => Some("forsorjningsmatt"),
            [_, false, false, true] => Some("befolkning_16_64"),
            [_, false, false, false] => Some("kommuner"),
        };
        if let Some(key) = missing {
            let problem = BaselineProblem::NationalNeeds { key: key.to_owned() };
            self.refuse(problem, rest.span.clone());
            return None;
        }
        if let (Some(befolkning), Some(matt)) = (&rest.befolkning_16_64, &rest.forsorjningsmatt) {
            return self.rest_sums(befolkning, matt);
        }
        let listed = rest.kommuner.as_ref()?;
        match listed {
            TextOrTexts::Text(word) if canonical(&word.value) == "alla" => Some(Rest::AllOthers),
            TextOrTexts::Text(word) => {
                let problem = DocumentProblem::InvalidChoice {
                    value: word.value.clone(),
                    allowed: vec!["alla".to_owned()],
                    nearest: None,
                };
                self.refuse(problem, word.span.clone());
                None
            }
            TextOrTexts::Texts(list) => {
                let mut kommuner: Vec<KommunId> = Vec::new();
                let mut places: Vec<Option<Range<usize>>> = vec![None; self.kommuner.len()];
                for written in &list.value {
                    let Some(kommun) = self.find_kommun(written) else { continue };
                    let name = self.kommuner.get(kommun).name.clone();
                    if let Some((member, _)) = self.members[kommun.index()].clone() {
                        let problem = BaselineProblem::RestHoldsMember { kommun: name };
                        let diagnostic = Diagnostic::at(problem, self.text, written.span.clone());
                        self.diagnostics.push(diagnostic.and(self.text, member));
                    } else if let Some(first) = places[kommun.index()].clone() {
                        let problem = BaselineProblem::KommunTwice { kommun: name };
                        let diagnostic = Diagnostic::at(problem, self.text, written.span.clone());
                        self.diagnostics.push(diagnostic.and(self.text, first));
                    } else {
                        kommuner.push(kommun);
                        places[kommun.index()] = Some(written.span.clone());
                    }
                }
                Some(Rest::Listed(kommuner))
            }
        }
    }
}

impl SharingReader for Resolver<'_> {
    type Forbund = usize;

    fn find_forbund(&mut self, written: &At<String>) -> Option<usize> {
        let names = self.file.forbund.iter().enumerate();
        let names = names.filter_map(|(place, section)| Some((section.name.as_ref()?.value.as_str(), place)));
        let names = Names::new(names);
        let found = names.find(&written.value).ok();
        if found.is_none() {
            let problem = unfound_forbund(&written.value, &names);
            self.refuse(problem, written.span.clone());
        }
        found
    }

    fn report_sharing(&mut self, problem: Problem, place: Range<usize>) {
        self.refuse(problem, place);
    }
}

impl KeyReader for Resolver<'_> {
    fn find(&mut self, written: &At<String>) -> Option<KommunId> {
        self.find_kommun(written)
    }

    fn kommuner(&self) -> usize {
        self.kommuner.len()
    }

    fn name(&self, kommun: KommunId) -> String {
        self.kommuner.get(kommun).name.clone()
    }

    fn report(&mut self, problem: Problem, place: Range<usize>, other: Option<Range<usize>>) {
        let diagnostic = Diagnostic::at(problem, self.text, place);
        self.diagnostics.push(match other {
            Some(other) => diagnostic.and(self.text, other),
            None => diagnostic,
        });
    }
}

/// A number of förbund, whose bounds were checked when it was read.
fn count(forbund: &At<i64>) -> u32 {
    u32::try_from(forbund.value).expect("a number within its bounds")
}

/// `state_grant`, or `budget × state's share` rounded half away from zero.
fn state_money(section: &ForbundSection, year: Option<i64>, funding: &Shares<3>) -> Kronor {
    if let Some(state_grant) = &section.state_grant {
        return state_grant.at(year).value;
    }
    let budget = section.budget.as_ref().map_or(0, |budget| budget.at(year).value.unsigned());
    let numerator = u128::from(budget) * u128::from(funding.numerators()[0]);
    let state = half_away_from_zero(numerator, u128::from(funding.denominator()));
    state.and_then(Kronor::from_unsigned).expect("a part of a budget, which is below the largest input")
}
