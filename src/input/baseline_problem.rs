//! Errors of the model at their place in the baseline file.

use std::ops::Range;

use super::baseline_file::BaselineFile;
use super::names::Names;
use crate::diagnostic::BaselineProblem;
use crate::model::error::ModelError;
use crate::model::kommun::KommunId;
use crate::model::parameters::Parameters;

/// Puts an error of the model at its place in the file.
pub(super) fn model_problem(
    error: &ModelError,
    file: &BaselineFile,
    year: Option<i64>,
    kommun_names: &Names<KommunId>,
) -> (BaselineProblem, Range<usize>) {
    let model = file.model.span.clone().unwrap_or_else(|| file.span.clone());
    let appropriation = file.model.appropriation.as_ref().map(|dated| dated.at(year));
    let at_appropriation = appropriation.map_or_else(|| model.clone(), |at| at.span.clone());
    let rest = file.model.rest_of_country.as_ref().map_or_else(|| model.clone(), |rest| rest.span.clone());
    let base_grant = file.model.base_grant.as_ref();
    let base_grant = base_grant.map_or(Parameters::BASE_GRANT, |dated| dated.at(year).value);
    let section = |position: &usize| &file.forbund[*position];
    let name =
        |position: &usize| section(position).name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
    let at_key = |regions: bool| {
        let key = if regions { &file.region_key } else { &file.kommun_key };
        key.as_ref().map_or_else(|| file.span.clone(), |key| key.span.clone())
    };
    match error {
        ModelError::BaseGrantsExceed { forbund } => {
            let appropriation = appropriation.expect("an appropriation that is exceeded").value;
            let problem = BaselineProblem::BaseGrantsExceed { forbund: *forbund, base_grant, appropriation };
            (problem, at_appropriation)
        }
        ModelError::TooLarge => (BaselineProblem::FiguresTooLarge, model),
        ModelError::NoForsorjningsmatt(None) => (BaselineProblem::CountryWithoutForsorjningsmatt, rest),
        ModelError::NoForsorjningsmatt(Some(position)) => {
            let problem = BaselineProblem::ForbundWithoutForsorjningsmatt { forbund: name(position) };
            (problem, section(position).span.clone())
        }
        ModelError::NoInhabitants(None) => (BaselineProblem::CountryWithoutInhabitants, rest),
        ModelError::NoInhabitants(Some(position)) => {
            let problem = BaselineProblem::ForbundWithoutInhabitants { forbund: name(position) };
            (problem, section(position).span.clone())
        }
        ModelError::StateBelowBase { position, state } => {
            let forbund = name(position);
            let amount = section(position).state_grant.as_ref().or(section(position).budget.as_ref());
            let span =
                amount.map_or_else(|| section(position).span.clone(), |dated| dated.at(year).span.clone());
            (BaselineProblem::StateBelowBase { forbund, base_grant, state: *state }, span)
        }
        ModelError::NoAppropriation => {
            (BaselineProblem::NationalNeeds { key: "appropriation".to_owned() }, model)
        }
        ModelError::NoPot => (BaselineProblem::NoPot, at_appropriation),
        ModelError::RulesLack { .. }
        | ModelError::RulesLeave { .. }
        | ModelError::RestBelowZero
        | ModelError::NothingToScale { .. } => unreachable!("rules are applied to scenarios"),
        ModelError::LeaversTakePot => unreachable!("nobody leaves today's förbund"),
        ModelError::KeyMissing { kommun, regions, agreed } => {
            (BaselineProblem::key_lacks(kommun_names.name_of(*kommun), *agreed), at_key(*regions))
        }
        ModelError::KeyIsZero { forbund, regions } => {
            (BaselineProblem::KeyIsZero { forbund: forbund.clone() }, at_key(*regions))
        }
    }
}
