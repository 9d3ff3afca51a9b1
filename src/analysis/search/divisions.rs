//! How many groupings there are whatever the conditions.

use num_bigint::BigUint;

/// How many divisions so many things have, each with any number of parts: Bell's number, by his triangle.
#[must_use]
pub(super) fn divisions(things: usize) -> BigUint {
    let mut row = vec![BigUint::from(1_u32)];
    for _ in 1..things {
        let mut next = vec![row.last().expect("a row has a number").clone()];
        for (place, above) in row.iter().enumerate() {
            next.push(&next[place] + above);
        }
        row = next;
    }
    row.last().expect("a row has a number").clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_counted() {
        let first: Vec<String> = (1..=8).map(|things| divisions(things).to_string()).collect();
        assert_eq!(first, ["1", "2", "5", "15", "52", "203", "877", "4140"]);
        assert_eq!(divisions(13).to_string(), "27644437");
        assert_eq!(divisions(49).to_string(), "10726137154573358400342215518590002633917247281");
    }
}
