//! How results write decimals: as strings, so that no program rounds them.

use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::gross_and_net::GrossAndNet;
use super::stated::Stated;

/// A number with the decimals that say something.
pub(super) fn exact_decimals<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&number.normalize())
}

/// The schema of a number with any decimals.
pub(super) fn any_decimals(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$" })
}

/// The schema of a number with two decimals.
pub(super) fn two_decimals(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+\\.[0-9]{2}$" })
}

/// A number with the decimals that it has.
pub(super) fn as_written<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

/// As [`as_written`], and null where there is none.
#[expect(clippy::ref_option, reason = "serde passes the field")]
pub(super) fn known_as_written<S: Serializer>(
    number: &Option<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    number.map(|number| number.to_string()).serialize(serializer)
}

/// As [`known_as_written`], of what has no key where nobody states it.
#[expect(clippy::ref_option, reason = "serde passes the field")]
pub(super) fn stated_as_written<S: Serializer>(
    number: &Stated<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    known_as_written(&number.flatten(), serializer)
}

/// As [`known_as_written`], gross and net.
pub(super) fn both_as_written<S: Serializer>(
    numbers: &GrossAndNet<Option<Decimal>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    numbers.as_ref().map(|number| number.map(|number| number.to_string())).serialize(serializer)
}

/// The schema of a number with one decimal.
pub(super) fn one_decimal(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]+\\.[0-9]$" })
}
