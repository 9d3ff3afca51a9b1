//! Which figures a report shows: without or with the effect of the locked national total.

use crate::analysis::result::{GrossAndNet, ScenarioResult};

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

    /// Whether net figures are shown, and known in all alternatives.
    #[must_use]
    pub fn net_of(self, results: &[ScenarioResult]) -> bool {
        self.net() && results.iter().all(|result| result.figures.after.net.is_some())
    }

    /// The gross figure, or the net one where only that is asked for: what a picture shows that has place for one.
    #[must_use]
    pub fn shown<Figure>(self, figure: GrossAndNet<Option<Figure>>) -> Option<Figure> {
        if self.gross() { figure.gross } else { figure.net.flatten() }
    }
}
