//! Random numbers by counter: each is a function of the seed, of the number that is drawn and of the draw, so that it
//! does not matter who draws it and when.
//!
//! The mixing function is that of `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
//! 2014): every number that is drawn has its own stream, which begins at a mixed place.

/// The step of a stream: 2⁶⁴ divided by the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The random numbers of one number of an inquiry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stream(u64);

impl Stream {
    /// The stream with this number.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        Self(mix(mix(seed ^ STEP).wrapping_add(number.wrapping_mul(STEP)) ^ number))
    }

    /// 64 random bits for a draw.
    #[inline]
    pub(super) fn bits(self, draw: u64) -> u64 {
        mix(self.0.wrapping_add(draw.wrapping_mul(STEP)))
    }

    /// A number between 0 and 1, neither of them, for a draw: one of 2⁵³, each as likely.
    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub(super) fn uniform(self, draw: u64) -> f64 {
        const UNIT: f64 = 1.0 / (1_u64 << 53) as f64;
        ((self.bits(draw) >> 11) as f64 + 0.5) * UNIT
    }
}

#[inline]
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_are_these_for_ever() {
        // The first values of `SplitMix64` that begins at 0, as its authors publish them.
        let plain = Stream(0);
        assert_eq!(
            [1, 2, 3].map(|draw| plain.bits(draw)),
            [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f]
        );
        let pinned = [(1, 0, 0), (1, 0, 1), (1, 1, 0), (2, 0, 0), (u64::MAX, 289, 999_999)];
        let found = pinned.map(|(seed, number, draw)| Stream::new(seed, number).bits(draw));
        assert_eq!(found, PINNED, "{found:#x?}");
    }

    // Worked out by another program.
    const PINNED: [u64; 5] = [
        0x179f_01f0_d2fb_a97a, 0x6950_5889_9520_ca9d, 0xd54b_6289_df47_cec8, 0x8e8a_2a8c_0064_269b,
        0x1175_9dd4_3681_2915,
    ];

    #[test]
    fn streams_and_draws_are_even_and_independent() {
        // Each bit is as often 0 as 1, and no stream resembles its neighbour or the same one of the next seed.
        const DRAWS: u64 = 20_000;
        let pairs = [(Stream::new(1, 0), Stream::new(1, 1)), (Stream::new(1, 7), Stream::new(2, 7))];
        for (one, other) in pairs {
            for bit in 0..64 {
                let set = |bits: u64| (bits >> bit) & 1;
                let ones: u64 = (0..DRAWS).map(|draw| set(one.bits(draw))).sum();
                let alike: u64 = (0..DRAWS).map(|draw| 1 ^ set(one.bits(draw)) ^ set(other.bits(draw))).sum();
                let next: u64 =
                    (0..DRAWS).map(|draw| 1 ^ set(one.bits(draw)) ^ set(one.bits(draw + 1))).sum();
                // 5 standard deviations of 71 around a half.
                for count in [ones, alike, next] {
                    assert!(count.abs_diff(DRAWS / 2) < 354, "bit {bit}: {count}");
                }
            }
        }
    }
}
