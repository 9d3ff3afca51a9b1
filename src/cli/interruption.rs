//! Ctrl-C while a long computation runs: it ends with what there is, instead of without an answer.

use std::sync::atomic::{AtomicBool, Ordering};

static RUNNING: AtomicBool = AtomicBool::new(false);
static STOP: AtomicBool = AtomicBool::new(false);

/// A computation that can end early; it does so for as long as this lives.
pub(super) struct Computation;

impl Computation {
    /// Begins one. Whoever handles interruptions asks [`stops`].
    pub(super) fn begin() -> Self {
        RUNNING.store(true, Ordering::SeqCst);
        Self
    }

    /// Whether it is to end.
    #[expect(clippy::unused_self, reason = "only where there is a computation")]
    pub(super) fn stop(&self) -> &'static AtomicBool {
        &STOP
    }
}

impl Drop for Computation {
    fn drop(&mut self) {
        RUNNING.store(false, Ordering::SeqCst);
    }
}

/// Whether an interruption is answered by a computation that ends; the second one no longer is.
pub(super) fn stops() -> bool {
    RUNNING.load(Ordering::SeqCst) && !STOP.swap(true, Ordering::SeqCst)
}
