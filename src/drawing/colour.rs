//! Colours.

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

#[cfg(test)]
impl Colour {
    /// The contrast of WCAG 2 between two colours: from 1 (none) to 21 (black on white).
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let luminance = |Self(parts): Self| {
            let [red, green, blue] = parts.map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.212_6 * red + 0.715_2 * green + 0.072_2 * blue + 0.05
        };
        let (one, two) = (luminance(self), luminance(other));
        one.max(two) / one.min(two)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Colour([0; 3]), Colour::WHITE);
        assert!((black.contrast(white) - 21.0).abs() < 0.001 && (white.contrast(white) - 1.0).abs() < 0.001);
        // The grey that is known for having just enough on white.
        assert!((Colour([0x76; 3]).contrast(white) - 4.54).abs() < 0.01);
        assert!(Colour::SOFT_INK.contrast(white) > 6.0);
    }

    #[test]
    fn colours_are_written_as_short_as_they_can_be() {
        assert_eq!(Colour([0x11, 0xff, 0x00]).to_string(), "#1f0");
        assert_eq!(Colour([0x12, 0xff, 0x00]).to_string(), "#12ff00");
        assert_eq!(Colour([0; 3]).mixed(Colour::WHITE, 50), Colour([128; 3]));
    }
}
