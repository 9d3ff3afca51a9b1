//! What a kommun is called in the criteria.

use serde::Serialize;

use crate::catalogue::described;
use crate::model::kommun::{Kommun, Kommunkod};

described!(
    /// A kommun.
    #[sv = "En kommun."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    pub struct KommunName {
        /// The kommunkod, four digits; of a part of a kommun with the number of the part (0680:01).
        #[sv = "Kommunkoden, fyra siffror; för en del av en kommun med delens nummer (0680:01)."]
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

    /// The kommun that one is a part of, or itself.
    pub(super) fn of_whole(kommun: &Kommun) -> Self {
        Self { kommunkod: kommun.kommunkod.whole(), kommun: kommun.whole_name().to_owned() }
    }
}
