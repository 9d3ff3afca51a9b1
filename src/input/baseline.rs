//! From a baseline as written to the model.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline_file::{AssumptionSection, BaselineFile, ForbundSection, NamedKey, RestSection};
use super::baseline_problem::model_problem;
use super::document::{self, At, ChoiceOrNumbers, TextOrTexts};
use super::files::{Files, LARGEST_DOCUMENT, LARGEST_TABLE, Location};
use super::further_columns::{FurtherColumns, IndicatorWeight};
use super::kommun_columns::plain_heading;
use super::kommun_table::{self, KommunTable, WantedYear};
use super::names::{NameError, Names, nearest};
use super::places;
use super::sources_file::{self, ColumnSource};
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, DocumentProblem, Problem, Source};
use crate::model::allocation::Model;
use crate::model::baseline::{Baseline, Basis, Country, Forbund, Key, Parameters, Rest};
use crate::model::kommun::{KommunId, Kommuner, Kommunkod};
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::rounding::half_away_from_zero;
use crate::model::shares::{Shares, SharesError};

/// A baseline, ready for scenarios.
#[derive(Clone, Debug)]
pub struct LoadedBaseline {
    /// The model of it.
    pub model: Model,
    /// Its path, to show.
    pub file: String,
    /// The path of its kommun table, to show.
    pub table_file: String,
    /// Where its kommun table is, for what the model does not read of it.
    pub table_location: Location,
    /// The year of the figures, if one is named.
    pub year: Option<i64>,
    /// `source` of the file.
    pub source: Option<String>,
    /// Where the columns of the table come from.
    pub column_sources: Vec<ColumnSource>,
    /// Whether the regions were read off the kommunkoder.
    pub regions_from_kommunkod: bool,
    /// Budgets that the state's share does not divide, with the total that is used instead.
    pub changed_budgets: Vec<ChangedBudget>,
    /// Parameters that the file leaves to their defaults.
    pub defaults: Defaults,
    /// The columns of the table that the model does not need; none where the table could not be used without them.
    pub further: FurtherColumns,
    /// The kommuner whose place the table lacks, and the built-in one knows.
    pub places_filled_in: BTreeSet<KommunId>,
    /// What each of the indicators among them is weighted by, in their order.
    pub indicator_weights: Vec<IndicatorWeight>,
    /// Assumptions written in the file.
    pub assumptions: Vec<WrittenAssumption>,
    /// To look up kommuner by.
    pub kommun_names: Names<KommunId>,
    /// The text of the file.
    pub text: Arc<Source>,
}

/// A budget that cannot be met to the krona.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedBudget {
    /// Whose.
    pub forbund: String,
    /// As written, kr.
    pub budget: Kronor,
    /// State money ÷ state's share, kr.
    pub used: Kronor,
}

/// Which parameters nobody wrote.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Defaults {
    /// The base grant is taken to be 400 000 kr.
    pub base_grant: bool,
    /// The weights are taken to be 0.75 and 0.25.
    pub weights: bool,
}

/// An assumption that a user wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenAssumption {
    /// Its id.
    pub id: String,
    /// Its text in the user's language.
    pub text: String,
    /// Its text in English, if there is one.
    pub text_en: Option<String>,
}

impl WrittenAssumption {
    /// The complete ones of those in a file.
    #[must_use]
    pub fn complete(sections: &[AssumptionSection]) -> Vec<Self> {
        let complete = sections.iter().filter_map(|section| {
            let (id, text) = section.id.as_ref().zip(section.text.as_ref())?;
            let text_en = section.text_en.as_ref().map(|text| text.value.clone());
            Some(Self { id: id.value.clone(), text: text.value.clone(), text_en })
        });
        complete.collect()
    }
}

/// Loads a baseline with its kommun table.
///
/// # Errors
/// All that is wrong with either file. Warnings of a sound baseline go to `warnings`.
pub fn load(
    files: &Files,
    location: &Location,
    warnings: &mut Diagnostics,
) -> Result<LoadedBaseline, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let loaded = load_into(files, location, &mut diagnostics);
    match loaded {
        Some(loaded) if !diagnostics.has_errors() => {
            warnings.append(diagnostics);
            Ok(loaded)
        }
        _ => Err(diagnostics),
    }
}

fn load_into(files: &Files, location: &Location, diagnostics: &mut Diagnostics) -> Option<LoadedBaseline> {
    let text = match document::read_source(files, location, LARGEST_DOCUMENT, diagnostics) {
        Ok(text) => text,
        Err(problem) => {
            diagnostics.push(Diagnostic::without_place(problem));
            return None;
        }
    };
    let file = BaselineFile::read(&text, diagnostics)?;
    let table =
        file.kommuner.as_ref().and_then(|path| load_table(files, location, path, &file, &text, diagnostics));
    // Without the table names cannot be looked up, but the rest of the file can still be checked.
    let none = Kommuner::new(Vec::new(), Vec::new());
    let kommuner = table.as_ref().map_or(&none, |table| &table.read.kommuner);
    let kommun_names = Names::new(kommuner.iter().map(|(id, kommun)| (kommun.name.as_str(), id)));
    let mut resolver = Resolver {
        file: &file,
        text: &text,
        kommuner,
        kommun_names: &kommun_names,
        members: vec![None; kommuner.len()],
        diagnostics,
    };
    let outcome = resolver.resolve();
    let indicator_weights =
        table.as_ref().map(|table| indicator_weights(&file, &table.further, &text, diagnostics));
    let LoadedTable { read: table, further, places_filled_in, location: table_location, column_sources } =
        table?;
    let (forbund, parameters, basis) = outcome?;
    let changed_budgets = changed_budgets(&file, &parameters, &basis);
    let name = file.name.as_ref()?.value.clone();
    let baseline = Baseline { name, kommuner: table.kommuner, parameters, basis, forbund };
    let model = match Model::new(baseline) {
        Ok(model) => model,
        Err(error) => {
            let (problem, span) = model_problem(&error, &file, &kommun_names);
            diagnostics.push(Diagnostic::at(problem, &text, span));
            return None;
        }
    };
    if let (true, Some(appropriation)) = (model.state_exceeds_appropriation(), &file.model.appropriation) {
        let problem = BaselineProblem::StateExceedsAppropriation;
        diagnostics.push(Diagnostic::at(problem, &text, appropriation.span.clone()));
    }
    Some(LoadedBaseline {
        model,
        file: location.display(),
        table_file: table_location.display(),
        table_location,
        year: table.year,
        source: file.source.as_ref().map(|source| source.value.clone()),
        column_sources,
        regions_from_kommunkod: table.regions_from_kommunkod,
        changed_budgets,
        defaults: Defaults {
            base_grant: file.model.base_grant.is_none(),
            weights: file.model.weights.is_none(),
        },
        further,
        places_filled_in,
        indicator_weights: indicator_weights?,
        assumptions: WrittenAssumption::complete(&file.assumptions),
        kommun_names,
        text,
    })
}

struct LoadedTable {
    read: KommunTable,
    further: FurtherColumns,
    places_filled_in: BTreeSet<KommunId>,
    location: Location,
    column_sources: Vec<ColumnSource>,
}

fn load_table(
    files: &Files,
    baseline: &Location,
    path: &At<String>,
    file: &BaselineFile,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Option<LoadedTable> {
    let location = baseline.beside(&path.value);
    let table_text = match document::read_source(files, &location, LARGEST_TABLE, diagnostics) {
        Ok(table_text) => table_text,
        Err(problem) => {
            diagnostics.push(Diagnostic::at(problem, text, path.span.clone()));
            return None;
        }
    };
    let source = text.clone();
    let wanted = match file.year.clone() {
        Some(year) => WantedYear::This { source, year },
        None => WantedYear::Only { source, path: path.span.clone() },
    };
    let (read, mut further) = kommun_table::read_usable(&table_text, &wanted, diagnostics)?;
    let places_filled_in = places::fill(files, &read.kommuner, &mut further);
    let column_sources = sources_file::read(files, &location, diagnostics);
    Some(LoadedTable { read, further, places_filled_in, location, column_sources })
}

/// What each indicator of the table is weighted by. Names are compared as headings are.
fn indicator_weights(
    file: &BaselineFile,
    further: &FurtherColumns,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Vec<IndicatorWeight> {
    let mut weights = vec![IndicatorWeight::default(); further.indicators.len()];
    let mut named: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for (column, weight) in &file.indicators {
        let plain = plain_heading(&column.value);
        if let Some(first) = named.insert(plain.clone(), column.span.clone()) {
            let problem = BaselineProblem::IndicatorTwice { column: column.value.clone() };
            diagnostics.push(Diagnostic::at(problem, text, column.span.clone()).and(text, first));
        }
        let position =
            further.indicators.iter().position(|indicator| plain_heading(&indicator.name) == plain);
        if let Some(position) = position {
            weights[position] = weight.value;
            continue;
        }
        let existing: Vec<String> =
            further.indicators.iter().map(|indicator| indicator.name.clone()).collect();
        let problem = BaselineProblem::UnknownIndicator {
            column: column.value.clone(),
            nearest: nearest(&column.value, existing.iter().map(String::as_str)),
            existing,
        };
        diagnostics.push(Diagnostic::at(problem, text, column.span.clone()));
    }
    weights
}

/// Finds a kommun by its code or its name.
///
/// # Errors
/// If there is none, or the name fits several.
pub fn find_kommun(
    written: &str,
    kommuner: &Kommuner,
    names: &Names<KommunId>,
) -> Result<KommunId, BaselineProblem> {
    if let Some(kommunkod) = Kommunkod::parse(written) {
        let found = kommuner.iter().find(|(_, kommun)| kommun.kommunkod == kommunkod);
        return found
            .map(|(id, _)| id)
            .ok_or_else(|| BaselineProblem::UnknownKommun { name: written.to_owned(), nearest: None });
    }
    names.find(written).map_err(|error| match error {
        NameError::Unknown(nearest) => BaselineProblem::UnknownKommun { name: written.to_owned(), nearest },
        NameError::Ambiguous(candidates) => {
            BaselineProblem::AmbiguousKommun { name: written.to_owned(), candidates }
        }
    })
}

struct Resolver<'load> {
    file: &'load BaselineFile,
    text: &'load Arc<Source>,
    kommuner: &'load Kommuner,
    kommun_names: &'load Names<KommunId>,
    /// Where each kommun was named as a member, and of which förbund.
    members: Vec<Option<(Range<usize>, usize)>>,
    diagnostics: &'load mut Diagnostics,
}

impl Resolver<'_> {
    fn report(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        self.diagnostics.push(Diagnostic::at(problem, self.text, span));
    }

    /// Finds a kommun, or tells why not; without a table there is nothing to tell.
    fn find(&mut self, written: &At<String>) -> Option<KommunId> {
        match find_kommun(&written.value, self.kommuner, self.kommun_names) {
            Ok(kommun) => Some(kommun),
            Err(problem) => {
                if !self.kommuner.is_empty() {
                    self.report(problem, written.span.clone());
                }
                None
            }
        }
    }

    /// Resolves all it can, so that every error is found; `None` if there was one.
    fn resolve(&mut self) -> Option<(Vec<Forbund>, Parameters, Basis)> {
        let forbund = self.forbund();
        let weights = self.weights();
        let funding = self.funding();
        let kommun_key = self.key(self.file.kommun_key.as_ref());
        let region_key = self.key(self.file.region_key.as_ref());
        let basis = self.basis(funding.as_ref());
        let base_grant = self.file.model.base_grant.as_ref().map_or(Parameters::BASE_GRANT, |at| at.value);
        let (weights, funding, basis) = (weights?, funding?, basis?);
        let parameters = Parameters { base_grant, weights, funding, kommun_key, region_key };
        if self.diagnostics.has_errors() { None } else { Some((forbund, parameters, basis)) }
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
                members.iter().map(|&member| self.kommuner.get(member).befolkning_16_64).sum();
            let name = section.name.as_ref().map(|name| name.value.clone());
            if inhabitants == 0 && !members.is_empty() {
                let problem = BaselineProblem::ForbundWithoutInhabitants { forbund: name.clone() };
                self.report(problem, section.span.clone());
            }
            forbund.push(Forbund {
                name: name.unwrap_or_default(),
                members,
                kansli: section.kansli.as_ref().map(|at| at.value),
            });
        }
        forbund
    }

    fn members(&mut self, section: &ForbundSection, position: usize) -> Vec<KommunId> {
        let mut members = Vec::new();
        for written in section.kommuner.iter().flat_map(|list| &list.value) {
            let Some(kommun) = self.find(written) else { continue };
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

    fn weights(&mut self) -> Option<Shares<2>> {
        let written = match &self.file.model.weights {
            Some(weights) => weights.clone(),
            None => return Shares::new(Parameters::model_weights()).ok(),
        };
        self.shares(&written.value, written.span)
    }

    fn funding(&mut self) -> Option<Shares<3>> {
        let Some(section) = &self.file.funding else { return Shares::new(Parameters::legal_funding()).ok() };
        let shares = section.shares.clone()?;
        if shares[0].value.is_zero() {
            self.report(BaselineProblem::StateShareNought, shares[0].span.clone());
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
                self.report(BaselineProblem::SharesSum { sum }, whole);
                None
            }
            Err(SharesError::OutOfRange(position)) => {
                self.report(BaselineProblem::ShareOutOfRange, written[position].span.clone());
                None
            }
        }
    }

    fn key(&mut self, written: Option<&At<ChoiceOrNumbers<NamedKey>>>) -> Key {
        let numbers = match written.map(|at| &at.value) {
            None | Some(ChoiceOrNumbers::Choice(NamedKey::Befolkning)) => return Key::Befolkning,
            Some(ChoiceOrNumbers::Choice(NamedKey::Folkmangd)) => return Key::Folkmangd,
            Some(ChoiceOrNumbers::Choice(NamedKey::Forsorjningsmatt)) => return Key::Forsorjningsmatt,
            Some(ChoiceOrNumbers::Choice(NamedKey::Lika)) => return Key::Lika,
            Some(ChoiceOrNumbers::Numbers(numbers)) => numbers,
        };
        let mut agreed = vec![None; self.kommuner.len()];
        let mut places: Vec<Option<Range<usize>>> = vec![None; self.kommuner.len()];
        for (name, number) in numbers {
            let Some(kommun) = self.find(name) else { continue };
            let written = self.kommuner.get(kommun).name.clone();
            if self.is_unusable(&written, number, 9, Decimal::from(1_000_000_000)) {
                continue;
            }
            if let Some(first) = places[kommun.index()].replace(name.span.clone()) {
                let problem = BaselineProblem::KommunTwice { kommun: written };
                let diagnostic = Diagnostic::at(problem, self.text, name.span.clone());
                self.diagnostics.push(diagnostic.and(self.text, first));
            }
            agreed[kommun.index()] = Some(number.value);
        }
        Key::Explicit(agreed)
    }

    fn basis(&mut self, funding: Option<&Shares<3>>) -> Option<Basis> {
        let file = self.file;
        for section in &file.forbund {
            if let (Some(_), Some(state_grant)) = (&section.budget, &section.state_grant) {
                self.report(BaselineProblem::BudgetAndStateGrant, state_grant.span.clone());
            }
        }
        if file.forbund.is_empty() {
            return None;
        }
        let lacking: Vec<_> = file.forbund.iter().filter(|section| !section.amount_written).collect();
        if lacking.len() == file.forbund.len() {
            return self.national();
        }
        if let Some(first) = lacking.first() {
            let names = lacking.iter().filter_map(|section| section.name.as_ref());
            let problem =
                BaselineProblem::MixedBasis { lacking: names.map(|name| name.value.clone()).collect() };
            self.report(problem, first.span.clone());
            return None;
        }
        let funding = funding?;
        let state_money = file.forbund.iter().map(|section| state_money(section, funding)).collect();
        let other_forbund = file.model.rest_of_country.as_ref().and_then(|rest| rest.forbund.as_ref());
        let country = file.model.appropriation.as_ref().zip(other_forbund);
        let country = country.and_then(|(appropriation, other_forbund)| {
            let other_forbund = u32::try_from(other_forbund.value).ok()?;
            Some(Country { appropriation: appropriation.value, other_forbund })
        });
        Some(Basis::Calibrated { state_money, country })
    }

    fn national(&mut self) -> Option<Basis> {
        let model = &self.file.model;
        let place = model.span.clone().unwrap_or_else(|| self.file.span.clone());
        let needs = |key: &str| BaselineProblem::NationalNeeds { key: key.to_owned() };
        let [appropriation_written, rest_written] = model.written;
        if !appropriation_written {
            self.report(needs("appropriation"), place.clone());
        }
        if !rest_written {
            self.report(needs("rest_of_country"), place);
        }
        let rest = model.rest_of_country.as_ref()?;
        if !rest.written[0] {
            self.report(needs("forbund"), rest.span.clone());
        }
        let others = self.rest(rest)?;
        let (appropriation, other_forbund) = model.appropriation.as_ref().zip(rest.forbund.as_ref())?;
        let other_forbund = u32::try_from(other_forbund.value).ok()?;
        let country = Country { appropriation: appropriation.value, other_forbund };
        Some(Basis::National { country, rest: others })
    }

    fn rest_sums(&mut self, befolkning: &At<i64>, matt: &At<Decimal>) -> Option<Rest> {
        let largest = Decimal::from(1_000_000_000_000_i64);
        if self.is_unusable("forsorjningsmatt", matt, Kommuner::MOST_DECIMALS, largest) {
            return None;
        }
        let befolkning_16_64 = u64::try_from(befolkning.value).ok()?;
        Some(Rest::Sums { befolkning_16_64, forsorjningsmatt: matt.value })
    }

    /// Tells of a number that is negative, too large or has too many decimals.
    fn is_unusable(&mut self, key: &str, number: &At<Decimal>, most_decimals: u32, largest: Decimal) -> bool {
        let key = key.to_owned();
        let value = number.value;
        let problem = if value.is_sign_negative() && !value.is_zero() {
            DocumentProblem::NegativeNumber { key }
        } else if value.normalize().scale() > most_decimals || value > largest {
            DocumentProblem::DecimalOutOfRange { key }
        } else {
            return false;
        };
        self.report(problem, number.span.clone());
        true
    }

    fn rest(&mut self, rest: &RestSection) -> Option<Rest> {
        let lacking = match rest.written {
            [_, true, false, false] | [_, false, true, true] => None,
            [_, true, ..] => {
                self.report(BaselineProblem::RestConflict, rest.span.clone());
                return None;
            }
            [_, false, true, false] => Some("forsorjningsmatt"),
            [_, false, false, true] => Some("befolkning_16_64"),
            [_, false, false, false] => Some("kommuner"),
        };
        if let Some(key) = lacking {
            let problem = BaselineProblem::NationalNeeds { key: key.to_owned() };
            self.report(problem, rest.span.clone());
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
                self.report(problem, word.span.clone());
                None
            }
            TextOrTexts::Texts(list) => {
                let mut kommuner: Vec<KommunId> = Vec::new();
                let mut places: Vec<Range<usize>> = Vec::new();
                for written in &list.value {
                    let Some(kommun) = self.find(written) else { continue };
                    let name = self.kommuner.get(kommun).name.clone();
                    if let Some((member, _)) = self.members[kommun.index()].clone() {
                        let problem = BaselineProblem::RestHoldsMember { kommun: name };
                        let diagnostic = Diagnostic::at(problem, self.text, written.span.clone());
                        self.diagnostics.push(diagnostic.and(self.text, member));
                    } else if let Some(first) = kommuner.iter().position(|known| *known == kommun) {
                        let problem = BaselineProblem::KommunTwice { kommun: name };
                        let diagnostic = Diagnostic::at(problem, self.text, written.span.clone());
                        self.diagnostics.push(diagnostic.and(self.text, places[first].clone()));
                    } else {
                        kommuner.push(kommun);
                        places.push(written.span.clone());
                    }
                }
                Some(Rest::Listed(kommuner))
            }
        }
    }
}

/// `state_grant`, or `budget × state's share` rounded half away from zero.
fn state_money(section: &ForbundSection, funding: &Shares<3>) -> Kronor {
    if let Some(state_grant) = &section.state_grant {
        return state_grant.value;
    }
    let budget = section.budget.as_ref().map_or(0, |budget| budget.value.unsigned());
    let numerator = u128::from(budget) * u128::from(funding.numerators()[0]);
    let state = half_away_from_zero(numerator, u128::from(funding.denominator())).unwrap_or(0);
    Kronor::from_unsigned(state).unwrap_or(Kronor::ZERO)
}

/// Budgets that state money ÷ state's share does not give back.
fn changed_budgets(file: &BaselineFile, parameters: &Parameters, basis: &Basis) -> Vec<ChangedBudget> {
    let Basis::Calibrated { state_money, .. } = basis else { return Vec::new() };
    let changed = file.forbund.iter().zip(state_money).filter_map(|(section, state)| {
        let budget = section.budget.as_ref()?.value;
        let funding = &parameters.funding;
        let numerator = u128::from(state.unsigned()) * u128::from(funding.denominator());
        let used = half_away_from_zero(numerator, u128::from(funding.numerators()[0]))?;
        let used = Kronor::from_unsigned(used)?;
        let forbund = section.name.as_ref()?.value.clone();
        (used != budget).then_some(ChangedBudget { forbund, budget, used })
    });
    changed.collect()
}
