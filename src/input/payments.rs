//! What förbund pay kommuner beside insatser: from what a baseline says to the model.

use std::sync::Arc;

use super::baseline_file::BaselineFile;
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::Names;
use crate::diagnostic::{Diagnostic, Diagnostics, InsatsProblem, Source};
use crate::model::allocation::Model;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;

/// What a baseline says of payments.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct StatedPayments {
    /// Each of them.
    pub amounts: Vec<(KommunId, Kronor)>,
    /// Where the figures come from, each source once.
    pub sources: Vec<String>,
}

/// Resolves the payments of a baseline; what is wrong is reported.
pub(super) fn of_baseline(
    file: &BaselineFile,
    text: &Arc<Source>,
    (model, names): (&Model, &Names<KommunId>),
    diagnostics: &mut Diagnostics,
) -> StatedPayments {
    let kommuner = &model.baseline().kommuner;
    let mut stated = StatedPayments::default();
    for section in &file.payments {
        if let Some(source) = &section.source
            && !stated.sources.contains(&source.value)
        {
            stated.sources.push(source.value.clone());
        }
        let Some(written) = &section.kommun else { continue };
        let Ok(kommun) = find_kommun(&written.value, kommuner, names) else {
            let problem = unfound_kommun(&written.value, kommuner, names);
            diagnostics.push(Diagnostic::at(problem, text, written.span.clone()));
            continue;
        };
        if model.before().row_of(kommun).is_none() {
            let problem = InsatsProblem::PaidByNobody { kommun: kommuner.get(kommun).name.clone() };
            diagnostics.push(Diagnostic::at(problem, text, written.span.clone()));
        }
        stated.amounts.extend(section.amount.as_ref().map(|amount| (kommun, amount.value)));
    }
    stated
}
