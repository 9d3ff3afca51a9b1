//! Where kommuner lie, where their table does not say: towns do not move, so the built-in table can be asked.

use std::collections::{BTreeMap, BTreeSet};

use super::builtin::BUILTIN_TABLE;
use super::files::{Files, LARGEST_TABLE, Location};
use super::further_columns::{Degrees, FurtherColumns};
use super::kommun_table::{self, WantedYear};
use super::text_file;
use crate::diagnostic::Diagnostics;
use crate::model::kommun::{Kommun, KommunId, Kommuner, Kommunkod};
use crate::model::name::canonical;

/// Fills in the places that the table lacks, and returns whose. A kommun is known by its code and its name
/// together: codes of one's own are no places.
pub(super) fn fill(files: &Files, kommuner: &Kommuner, further: &mut FurtherColumns) -> BTreeSet<KommunId> {
    let mut places = further.places.take().unwrap_or_else(|| vec![None; kommuner.len()]);
    let mut filled = BTreeSet::new();
    if places.iter().any(Option::is_none) {
        let known = known(files);
        for ((id, kommun), place) in kommuner.iter().zip(&mut places) {
            if place.is_none() {
                *place = known.get(&key(kommun)).copied();
                filled.extend(place.map(|_| id));
            }
        }
    }
    further.places = places.iter().any(Option::is_some).then_some(places);
    filled
}

fn key(kommun: &Kommun) -> (Kommunkod, String) {
    (kommun.kommunkod, canonical(&kommun.name))
}

/// The places of the built-in table's latest year.
fn known(files: &Files) -> BTreeMap<(Kommunkod, String), Degrees> {
    let mut ignored = Diagnostics::default();
    let location = Location::Builtin(BUILTIN_TABLE.to_owned());
    let read = text_file::read(files, &location, LARGEST_TABLE, &mut ignored)
        .ok()
        .and_then(|source| kommun_table::read_usable(&source, &WantedYear::Latest, &mut ignored));
    let (table, further) = read.expect("the built-in table is valid");
    let places = further.places.expect("the built-in table has places");
    let known = table.kommuner.iter().zip(places);
    known.filter_map(|((_, kommun), place)| Some((key(kommun), place?))).collect()
}
