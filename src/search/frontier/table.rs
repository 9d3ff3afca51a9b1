//! The states of one step, numbered in the order in which they are found.

use super::state::State;

/// Numbers states. What is found where depends on nothing but the order of insertion.
pub(super) struct Table {
    states: Vec<State>,
    /// A power of two of slots, at least twice the states: the number of a state plus one, or zero.
    slots: Vec<u32>,
}

impl Table {
    pub(super) fn new() -> Self {
        Self { states: Vec::new(), slots: vec![0; 16] }
    }

    pub(super) fn states(&self) -> &[State] {
        &self.states
    }

    /// Bytes of the states and of what finds them.
    pub(super) fn bytes(&self) -> usize {
        self.states.capacity() * size_of::<State>() + self.slots.len() * size_of::<u32>()
    }

    /// The number of a state, and whether it is new.
    pub(super) fn number(&mut self, state: State) -> (usize, bool) {
        let slot = self.slot(state);
        if self.slots[slot] != 0 {
            return (index(self.slots[slot]) - 1, false);
        }
        self.states.push(state);
        self.slots[slot] = u32::try_from(self.states.len()).expect("memory ends before 2^32 states");
        if self.states.len() * 2 > self.slots.len() {
            self.grow();
        }
        (self.states.len() - 1, true)
    }

    /// Where a state is, or an empty slot where it belongs.
    fn slot(&self, state: State) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(state) & mask;
        while self.slots[slot] != 0 && self.states[index(self.slots[slot]) - 1] != state {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        let mask = self.slots.len() - 1;
        for (number, &state) in (1..).zip(&self.states) {
            let mut slot = hash(state) & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = number;
        }
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).expect("32 bits")
}

/// Multiplies and folds both halves, so that every bit of a state reaches the lowest bits.
fn hash(state: State) -> usize {
    let [low, high] = state.halves();
    let mixed =
        low.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ high.wrapping_mul(0xC2B2_AE3D_27D4_EB4F).rotate_left(32);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let mixed = mixed ^ (mixed >> 29);
    usize::try_from(mixed & u64::from(u32::MAX)).expect("32 bits")
}
