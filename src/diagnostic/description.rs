//! What is said of a problem in one language.

use crate::text::language::Language;
use crate::text::say;

/// Whether the program can continue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but the result may not be what was meant.
    Warning,
}

/// What is said of a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// The stable code, the same in every language.
    pub code: &'static str,
    /// What is wrong.
    pub title: String,
    /// What stands at the place.
    pub label: Option<String>,
    /// What stands at the other half of a conflict.
    pub other: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Description {
    pub(crate) fn new(code: &'static str, title: String) -> Self {
        Self { code, title, label: None, other: None, help: None }
    }

    pub(crate) fn label(mut self, label: String) -> Self {
        self.label = Some(label);
        self
    }

    pub(crate) fn other(mut self, other: String) -> Self {
        self.other = Some(other);
        self
    }

    pub(crate) fn help(mut self, help: String) -> Self {
        self.help = Some(help);
        self
    }

    /// With what to do, unless that is said already.
    pub(super) fn or_help(mut self, help: String) -> Self {
        self.help.get_or_insert(help);
        self
    }

    /// "Menade du …?" where something is near, else what `otherwise` says.
    pub(crate) fn nearest(self, language: Language, nearest: Option<&str>, otherwise: String) -> Self {
        self.help(match nearest {
            Some(nearest) => say!(language, "Menade du ”{nearest}”?", "Did you mean \"{nearest}\"?"),
            None => otherwise,
        })
    }
}
