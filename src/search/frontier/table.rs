//! The states of one step, numbered in the order in which they are found.

/// What a table numbers.
pub(super) trait Key: Copy + Eq {
    /// Different for most keys, in its lower half.
    fn hash(self) -> u64;
}

/// Numbers keys. What is found where depends on nothing but the order of insertion.
pub(super) struct Table<K> {
    keys: Vec<K>,
    /// A power of two of slots, at least twice the keys: the number of a key plus one, or zero.
    slots: Vec<u32>,
}

impl<K: Key> Table<K> {
    pub(super) fn new() -> Self {
        Self { keys: Vec::new(), slots: vec![0; 16] }
    }

    pub(super) fn keys(&self) -> &[K] {
        &self.keys
    }

    pub(super) fn into_keys(self) -> Vec<K> {
        self.keys
    }

    /// Bytes of the keys and of what finds them.
    pub(super) fn bytes(&self) -> usize {
        self.keys.capacity() * size_of::<K>() + self.slots.len() * size_of::<u32>()
    }

    /// The number of a key, and whether it is new.
    pub(super) fn number(&mut self, key: K) -> (usize, bool) {
        let mask = self.slots.len() - 1;
        let mut slot = index(key.hash()) & mask;
        while self.slots[slot] != 0 {
            let number = index(self.slots[slot].into()) - 1;
            if self.keys[number] == key {
                return (number, false);
            }
            slot = (slot + 1) & mask;
        }
        self.keys.push(key);
        self.slots[slot] = u32::try_from(self.keys.len()).expect("memory ends before 2^32 states");
        if self.keys.len() * 2 > self.slots.len() {
            self.grow();
        }
        (self.keys.len() - 1, true)
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        let mask = self.slots.len() - 1;
        for (number, key) in (1..).zip(&self.keys) {
            let mut slot = index(key.hash()) & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = number;
        }
    }
}

/// The lower half of a number.
fn index(number: u64) -> usize {
    usize::try_from(number & u64::from(u32::MAX)).expect("32 bits")
}

/// A hash and a word more: multiplies and folds, so that every bit reaches the lowest ones.
pub(super) fn mixed(hash: u64, word: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    product ^ (product >> 32)
}
