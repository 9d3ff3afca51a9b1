//! A draft of what the parties decide on: a letter of intent with the figures of one alternative, and a time plan that
//! works back from its start.

mod letter;
mod start;
mod time_plan;

use super::inquiry::Section;
use super::redistribution::Redistribution;
use crate::analysis::concerned::concerned;
use crate::analysis::inquiry::ComputedScenario;
use crate::text::language::Language;

/// The letter and the plan.
#[must_use]
pub fn sections(
    computed: &ComputedScenario,
    redistribution: Redistribution,
    language: Language,
) -> Vec<Section> {
    let result = concerned(&computed.result);
    let starts = start::starts(computed, &result);
    let documents = [
        letter::document(&result, &starts, redistribution, language),
        time_plan::document(&result, &starts, language),
    ];
    let section = |document| Section { pictures: Vec::new(), document, guide: None };
    documents.map(section).into()
}
