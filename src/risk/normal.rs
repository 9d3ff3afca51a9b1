//! Normal deviates from uniform ones, by inverting the distribution: one uniform number gives one deviate.
//!
//! The inverse is that of Wichura, "Algorithm AS 241: The percentage points of the normal distribution", 1988 (PPND16):
//! quotients of polynomials, and logarithm and root in the tails. The root is that of the processor, which IEEE 754
//! defines to the last bit; the logarithm is that of one library in Rust. So every platform has the same bits.

/// The deviate below which a normal one lies with this probability, between 0 and 1.
#[inline]
pub(super) fn deviate(probability: f64) -> f64 {
    let q = probability - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * quotient(r, &CENTRE);
    }
    tail(probability, q)
}

#[cold]
fn tail(probability: f64, q: f64) -> f64 {
    let smaller = if q < 0.0 { probability } else { 1.0 - probability };
    let r = (-libm::log(smaller)).sqrt();
    let size = if r <= 5.0 { quotient(r - 1.6, &NEAR) } else { quotient(r - 5.0, &FAR) };
    if q < 0.0 { -size } else { size }
}

/// The probability that a normal deviate lies below this one.
pub(super) fn probability(deviate: f64) -> f64 {
    0.5 * libm::erfc(-deviate * std::f64::consts::FRAC_1_SQRT_2)
}

type Coefficients = [[f64; 8]; 2];

#[inline]
fn quotient(r: f64, [above, below]: &Coefficients) -> f64 {
    let polynomial = |of: &[f64; 8]| of.iter().rev().fold(0.0, |sum, coefficient| sum * r + coefficient);
    polynomial(above) / polynomial(below)
}

const CENTRE: Coefficients = [
    [
        3.387_132_872_796_366_5, 133.141_667_891_784_38, 1_971.590_950_306_551_3, 13_731.693_765_509_46,
        45_921.953_931_549_87, 67_265.770_927_008_7, 33_430.575_583_588_13, 2_509.080_928_730_122_7,
    ],
    [
        1.0, 42.313_330_701_600_91, 687.187_007_492_057_9, 5_394.196_021_424_751, 21_213.794_301_586_597,
        39_307.895_800_092_71, 28_729.085_735_721_943, 5_226.495_278_852_854,
    ],
];

const NEAR: Coefficients = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const FAR: Coefficients = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deviates_are_those_of_the_tables() {
        let known = [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.95, 1.644_853_626_951_472_7),
            (0.975, 1.959_963_984_540_054),
            (1e-4, -3.719_016_485_455_680_5),
            (1e-12, -7.034_483_825_301_132),
            (1e-16, -8.222_082_216_130_435),
        ];
        for (probability, expected) in known {
            let found = deviate(probability);
            assert!(
                (found - expected).abs() <= 1e-13 * expected.abs(),
                "{probability}: {found:?} {expected:?}"
            );
        }
    }

    #[test]
    fn the_bits_are_these_for_ever() {
        let found = [0.001, 0.3, 0.925_000_1, 1e-13].map(|probability| deviate(probability).to_bits());
        assert_eq!(found, PINNED, "{found:#x?}");
    }

    // Those of the same algorithm in Python's standard library.
    const PINNED: [u64; 4] =
        [0xc008_b8cb_b720_4470, 0xbfe0_c7e3_9582_c5fa, 0x3ff7_0852_e475_e818, 0xc01d_652a_ce3a_0130];

    #[test]
    fn probabilities_give_the_deviates_back() {
        for thousandth in 1..1_000 {
            let probability = f64::from(thousandth) / 1_000.0;
            assert!((super::probability(deviate(probability)) - probability).abs() < 1e-14);
        }
    }
}
