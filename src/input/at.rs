//! Values that know where they stand.

use std::ops::Range;

/// A value and its place in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct At<Value> {
    /// The value.
    pub value: Value,
    /// The bytes it stands at.
    pub span: Range<usize>,
}

impl<Value> At<Value> {
    /// The same place with another value.
    pub fn map<Other>(self, change: impl FnOnce(Value) -> Other) -> At<Other> {
        At { value: change(self.value), span: self.span }
    }
}
