//! Recording the steps of a calculation.

use super::step::Step;

/// Something that records the steps of a calculation. They are passed as closures, so that one that is not recorded is
/// not made either.
pub trait Recorder {
    /// Whether it throws all steps away, so that nothing that is known need be computed again for them.
    const IS_SILENT: bool = false;

    /// Takes a step, or ignores it unmade.
    fn record(&mut self, step: impl FnOnce() -> Step);
}

/// Records nothing and costs nothing.
#[derive(Clone, Copy, Default, Debug)]
pub struct Silent;

impl Recorder for Silent {
    const IS_SILENT: bool = true;

    #[inline(always)]
    fn record(&mut self, _: impl FnOnce() -> Step) {}
}

impl Recorder for Vec<Step> {
    fn record(&mut self, step: impl FnOnce() -> Step) {
        self.push(step());
    }
}
