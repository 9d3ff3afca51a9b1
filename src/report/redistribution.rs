//! Which figures a report shows: without or with the effect of the locked national total.

/// Which figures a report shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Redistribution {
    /// Gross only.
    Gross,
    /// Net only.
    Net,
    /// Both, gross first.
    #[default]
    Both,
}

impl Redistribution {
    /// Whether gross figures are shown.
    #[must_use]
    pub fn gross(self) -> bool {
        self != Self::Net
    }

    /// Whether net figures are shown, where they are known.
    #[must_use]
    pub fn net(self) -> bool {
        self != Self::Gross
    }
}
