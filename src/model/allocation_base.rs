//! What state money above the base grant is allocated by.

/// The allocation base of a kommun, or of a group of them: what the rates are multiplied by. On the national basis
/// försörjningsmått (in units of the table's smallest decimal) and inhabitants 16–64, on the calibrated one the whole
/// kronor of both parts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct AllocationBase {
    /// Units of försörjningsmått.
    pub forsorjningsmatt: u64,
    /// Units of befolkning.
    pub befolkning: u64,
}
