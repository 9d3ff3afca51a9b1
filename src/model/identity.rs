//! Lists are joined by what their items are about, never by position: one with an item missing, or with one more,
//! must not shift the figures of all that follow.

use std::collections::BTreeMap;

/// Something that is about one thing among others of its kind: a kommun, a förbund.
pub trait Identified {
    /// What distinguishes the things of this kind.
    type Identity: Copy + Ord;

    /// Which of them it is about.
    fn identity(&self) -> Self::Identity;
}

/// The items of a list by what they are about.
#[derive(Debug)]
pub struct ByIdentity<'list, Item: Identified>(BTreeMap<Item::Identity, &'list Item>);

impl<'list, Item: Identified> ByIdentity<'list, Item> {
    /// The items of a list; of several that are about the same, the first.
    #[must_use]
    pub fn new(list: &'list [Item]) -> Self {
        let mut items = BTreeMap::new();
        for item in list {
            items.entry(item.identity()).or_insert(item);
        }
        Self(items)
    }

    /// The item that is about the same as one of another list.
    #[must_use]
    pub fn get(&self, other: &impl Identified<Identity = Item::Identity>) -> Option<&'list Item> {
        self.0.get(&other.identity()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(PartialEq, Eq, Debug)]
    struct About(u8, char);

    impl Identified for About {
        type Identity = u8;

        fn identity(&self) -> u8 {
            self.0
        }
    }

    #[test]
    fn what_is_missing_shifts_nothing() {
        let list = [About(3, 'x'), About(9, 'y'), About(7, 'z'), About(3, 'w')];
        let by_identity = ByIdentity::new(&list);
        let found = [7, 3, 5].map(|about| by_identity.get(&About(about, ' ')).map(|item| item.1));
        assert_eq!(found, [Some('z'), Some('x'), None]);
    }
}
