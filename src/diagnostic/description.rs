//! What is said of a problem in one language.

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
    /// With what to do, unless that is said already.
    pub(super) fn or_help(mut self, help: String) -> Self {
        self.help.get_or_insert(help);
        self
    }
}
