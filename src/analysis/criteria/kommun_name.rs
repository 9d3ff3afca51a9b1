//! What a kommun is called in the criteria.

use serde::Serialize;

use crate::catalogue::described;
use crate::model::kommun::{Kommun, Kommunkod};

described!(
    /// A kommun.
    #[sv = "En kommun."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct KommunName {
        /// The kommunkod, four digits.
        #[sv = "Kommunkoden, fyra siffror."]
        #[is(Id)]
        pub kommunkod: Kommunkod,
        /// The name of the kommun.
        #[sv = "Kommunens namn."]
        #[is(Here)]
        pub kommun: String,
    }
);

impl KommunName {
    pub(super) fn of(kommun: &Kommun) -> Self {
        Self { kommunkod: kommun.kommunkod, kommun: kommun.name.clone() }
    }
}
