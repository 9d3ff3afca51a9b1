//! The numbers of the kommuner whose names are not on all of several maps.

use super::naming::Label;

/// Which kommuner have numbers on one of several maps.
pub(crate) struct Numbers {
    /// By position: its number, if it has one on any map.
    pub(crate) of: Vec<Option<usize>>,
    /// The positions that have neither name nor number on one of the maps.
    pub(crate) unnamed: Vec<usize>,
}

impl Numbers {
    pub(crate) fn new(count: usize, labels: &[&[Label]]) -> Self {
        let mut numbers = Self { of: Vec::with_capacity(count), unnamed: Vec::new() };
        let mut last = 0;
        for position in 0..count {
            let mut on_maps = labels.iter().map(|labels| labels.get(position));
            let has_number = on_maps.clone().any(|label| matches!(label, Some(Label::Number { .. })));
            last += usize::from(has_number);
            numbers.of.push(has_number.then_some(last));
            if on_maps.any(|label| label.is_none_or(|label| *label == Label::None)) {
                numbers.unnamed.push(position);
            }
        }
        numbers
    }

    /// The last number.
    pub(crate) fn last(&self) -> usize {
        self.of.iter().flatten().copied().max().unwrap_or(0)
    }
}
