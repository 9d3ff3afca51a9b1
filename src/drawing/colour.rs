//! Colours, and how well they are told apart.

use std::fmt;

/// A colour: red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Letters and lines.
    pub const INK: Self = Self([0x1f, 0x23, 0x28]);
    /// Letters of less weight, still legible.
    pub const SOFT_INK: Self = Self([0x55, 0x5b, 0x62]);
    /// Paper.
    pub const WHITE: Self = Self([0xff, 0xff, 0xff]);

    /// How light it is, in hundred-thousandths of white: the relative luminance of WCAG 2.
    #[must_use]
    pub fn luminance(self) -> u32 {
        let [red, green, blue] = self.0.map(|part| u64::from(LINEAR[usize::from(part)]));
        // Ten-thousandths of each; white is 100 000.
        u32::try_from((2_126 * red + 7_152 * green + 722 * blue) / 10_000).unwrap_or(u32::MAX)
    }

    /// The contrast of WCAG 2 between two colours, in hundredths: from 100 (none) to 2100 (black on white).
    #[must_use]
    pub fn contrast(self, other: Self) -> u32 {
        let (one, two) = (self.luminance() + 5_000, other.luminance() + 5_000);
        one.max(two) * 100 / one.min(two)
    }

    /// So many parts of a hundred of the way from this colour to `other`.
    #[must_use]
    pub fn mixed(self, other: Self, hundredths: u8) -> Self {
        let share = u16::from(hundredths.min(100));
        let mut mixed = self.0;
        for (part, towards) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*part) * (100 - share) + u16::from(towards) * share;
            *part = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        let doubled = |part: u8| part >> 4 == part & 15;
        if doubled(red) && doubled(green) && doubled(blue) {
            write!(formatter, "#{:x}{:x}{:x}", red & 15, green & 15, blue & 15)
        } else {
            write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
        }
    }
}

/// The light of each step of a part of a colour (sRGB), in hundred-thousandths.
const LINEAR: [u32; 256] = [
    0, 30, 61, 91, 121, 152, 182, 212, 243, 273, 304, 335, 368, 402, 439, 478, 518, 561, 605, 651, 700, 750,
    802, 857, 913, 972, 1_033, 1_096, 1_161, 1_229, 1_298, 1_370, 1_444, 1_521, 1_600, 1_681, 1_764, 1_850,
    1_938, 2_029, 2_122, 2_217, 2_315, 2_416, 2_519, 2_624, 2_732, 2_843, 2_956, 3_071, 3_190, 3_310, 3_434,
    3_560, 3_689, 3_820, 3_955, 4_092, 4_231, 4_374, 4_519, 4_667, 4_817, 4_971, 5_127, 5_286, 5_448, 5_613,
    5_781, 5_951, 6_125, 6_301, 6_480, 6_663, 6_848, 7_036, 7_227, 7_421, 7_619, 7_819, 8_022, 8_228, 8_438,
    8_650, 8_866, 9_084, 9_306, 9_531, 9_759, 9_990, 10_224, 10_462, 10_702, 10_946, 11_193, 11_444, 11_697,
    11_954, 12_214, 12_477, 12_744, 13_014, 13_287, 13_563, 13_843, 14_126, 14_413, 14_703, 14_996, 15_293,
    15_593, 15_896, 16_203, 16_513, 16_827, 17_144, 17_465, 17_789, 18_116, 18_447, 18_782, 19_120, 19_462,
    19_807, 20_156, 20_508, 20_864, 21_223, 21_586, 21_953, 22_323, 22_697, 23_074, 23_455, 23_840, 24_228,
    24_620, 25_016, 25_415, 25_818, 26_225, 26_636, 27_050, 27_468, 27_889, 28_315, 28_744, 29_177, 29_614,
    30_054, 30_499, 30_947, 31_399, 31_855, 32_314, 32_778, 33_245, 33_716, 34_191, 34_670, 35_153, 35_640,
    36_131, 36_625, 37_124, 37_626, 38_133, 38_643, 39_157, 39_676, 40_198, 40_724, 41_254, 41_789, 42_327,
    42_869, 43_415, 43_966, 44_520, 45_079, 45_641, 46_208, 46_778, 47_353, 47_932, 48_515, 49_102, 49_693,
    50_289, 50_888, 51_492, 52_100, 52_712, 53_328, 53_948, 54_572, 55_201, 55_834, 56_471, 57_112, 57_758,
    58_408, 59_062, 59_720, 60_383, 61_050, 61_721, 62_396, 63_076, 63_760, 64_448, 65_141, 65_837, 66_539,
    67_244, 67_954, 68_669, 69_387, 70_110, 70_838, 71_569, 72_306, 73_046, 73_791, 74_540, 75_294, 76_052,
    76_815, 77_582, 78_354, 79_130, 79_910, 80_695, 81_485, 82_279, 83_077, 83_880, 84_687, 85_499, 86_316,
    87_137, 87_962, 88_792, 89_627, 90_466, 91_310, 92_158, 93_011, 93_869, 94_731, 95_597, 96_469, 97_345,
    98_225, 99_110, 100_000,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Colour([0; 3]), Colour::WHITE);
        assert_eq!(white.luminance(), 100_000);
        assert_eq!((black.contrast(white), white.contrast(white)), (2_100, 100));
        // The grey that is known for having just enough on white.
        assert_eq!(Colour([0x76; 3]).contrast(white), 454);
        assert!(Colour::SOFT_INK.contrast(white) > 600);
    }

    #[test]
    fn colours_are_written_as_short_as_they_can_be() {
        assert_eq!(Colour([0x11, 0xff, 0x00]).to_string(), "#1f0");
        assert_eq!(Colour([0x12, 0xff, 0x00]).to_string(), "#12ff00");
        assert_eq!(Colour([0; 3]).mixed(Colour::WHITE, 50), Colour([128; 3]));
    }
}
