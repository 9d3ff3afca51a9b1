//! Values that hold from a year until the next.

use std::ops::Range;

use super::at::At;

/// A value, or a table of values by the years from which they hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dated<Value> {
    /// In order of their years; a value without a year is the only one.
    values: Vec<(Option<At<i64>>, At<Value>)>,
    /// The place of all of them.
    pub span: Range<usize>,
}

impl<Value> Dated<Value> {
    /// A value that always holds.
    #[must_use]
    pub fn always(value: At<Value>) -> Self {
        Self { span: value.span.clone(), values: vec![(None, value)] }
    }

    /// Values that hold from their years on. There is at least one.
    #[must_use]
    pub fn by_year(mut values: Vec<(At<i64>, At<Value>)>, span: Range<usize>) -> Self {
        values.sort_by_key(|(year, _)| year.value);
        Self { values: values.into_iter().map(|(year, value)| (Some(year), value)).collect(), span }
    }

    /// The value that holds in a year; the first one where none does yet, or no year is asked for.
    #[must_use]
    pub fn at(&self, year: Option<i64>) -> &At<Value> {
        &self.held(year).1
    }

    /// The year from which the value holds that holds in a year; `None` where it always does.
    #[must_use]
    pub fn since(&self, year: i64) -> Option<i64> {
        self.held(Some(year)).0.as_ref().map(|since| since.value)
    }

    fn held(&self, year: Option<i64>) -> &(Option<At<i64>>, At<Value>) {
        let holds = |(since, _): &&(Option<At<i64>>, _)| since.as_ref().map(|since| since.value) <= year;
        let held = self.values.iter().rfind(holds).or(self.values.first());
        held.expect("there is at least one value")
    }

    /// The same with every value changed.
    ///
    /// # Errors
    /// The first that `change` makes of one.
    pub fn try_map<Other, E>(&self, change: impl Fn(&Value) -> Result<Other, E>) -> Result<Dated<Other>, E> {
        let changed = |(year, at): &(Option<At<i64>>, At<Value>)| {
            Ok((year.clone(), At { value: change(&at.value)?, span: at.span.clone() }))
        };
        let values = self.values.iter().map(changed).collect::<Result<_, E>>()?;
        Ok(Dated { values, span: self.span.clone() })
    }

    /// The first year, where the values have years.
    #[must_use]
    pub fn first_year(&self) -> Option<i64> {
        self.values.first().and_then(|(year, _)| year.as_ref()).map(|year| year.value)
    }

    /// The values with their years, where they have some.
    pub fn years(&self) -> impl Iterator<Item = (&At<i64>, &At<Value>)> {
        self.values.iter().filter_map(|(year, value)| Some((year.as_ref()?, value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_holds_until_the_next() {
        let at = |value| At { value, span: 0..1 };
        let text = |value| At { value, span: 0..1 };
        let dated = Dated::by_year(vec![(at(2029), text("later")), (at(2026), text("first"))], 0..9);
        let held = [2025, 2026, 2028, 2029, 2050].map(|year| dated.at(Some(year)).value);
        assert_eq!(held, ["first", "first", "first", "later", "later"]);
        assert_eq!(
            (dated.first_year(), dated.since(2028), dated.since(2031)),
            (Some(2026), Some(2026), Some(2029))
        );
        let always = Dated::always(text("always"));
        assert_eq!(
            (always.at(Some(2026)).value, always.since(2026), always.first_year()),
            ("always", None, None)
        );
    }
}
