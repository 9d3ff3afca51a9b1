//! Colours.

use std::fmt;

/// A colour: red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Letters and lines.
    pub const INK: Self = Self([0x1f, 0x23, 0x28]);
    /// Paper.
    pub const WHITE: Self = Self([0xff, 0xff, 0xff]);
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
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_short_as_they_can_be() {
        assert_eq!(Colour([0x11, 0xff, 0x00]).to_string(), "#1f0");
        assert_eq!(Colour([0x12, 0xff, 0x00]).to_string(), "#12ff00");
    }
}
