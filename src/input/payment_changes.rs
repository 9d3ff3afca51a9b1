//! What changes do to payments: each is resolved right after the grouping has changed.

use std::sync::Arc;

use super::change_section::ChangeSection;
use super::document::At;
use super::insatser::of_kommuner;
use super::kommun_names::find_kommun;
use super::scenario_file::ScenarioFile;
use super::scenario_resolver::Resolver;
use crate::diagnostic::{Diagnostic, InsatsProblem};
use crate::model::kansli::Cost;
use crate::model::kronor::Kronor;
use crate::model::payments::Payments;

impl Resolver<'_> {
    /// Begins with the payments of today, where the baseline has some or a change speaks of them.
    pub(super) fn begin_payments(&mut self, file: &ScenarioFile) {
        let today = &self.baseline.payments.amounts;
        if !today.is_empty() || file.changes.iter().any(|change| change.payments.is_some()) {
            self.payments.push(Arc::new(Payments::today(today)));
        }
    }

    /// Lets the payments follow a change that was done, and states what it states of them.
    pub(super) fn payments(&mut self, section: &ChangeSection) {
        let Some(before) = self.payments.last() else { return };
        let mut payments = Payments::clone(before);
        payments.follow(&self.after);
        if let Some(written) = &section.payments {
            self.state_payments(written, &mut payments);
        }
        self.payments.push(Arc::new(payments));
    }

    fn state_payments(&mut self, written: &At<Cost>, payments: &mut Payments) {
        let (kommuner, names) = (&self.baseline.model.baseline().kommuner, &self.baseline.kommun_names);
        let stated = of_kommuner(written, |name| find_kommun(name, kommuner, names).ok());
        let mut problems = Vec::new();
        match stated {
            Err(fault) => {
                problems.push(Diagnostic::at(
                    fault.problem(kommuner, names),
                    self.text,
                    written.span.clone(),
                ));
            }
            Ok(stated) => {
                for (kommun, amount) in stated {
                    if self.after.row_of(kommun).is_none() && amount != Kronor::ZERO {
                        let problem =
                            InsatsProblem::PaidByNobody { kommun: kommuner.get(kommun).name.clone() };
                        problems.push(Diagnostic::at(problem, self.text, written.span.clone()));
                    }
                    payments.state(kommun, amount);
                }
            }
        }
        self.failed |= !problems.is_empty();
        for problem in problems {
            self.diagnostics.push(problem);
        }
    }
}
