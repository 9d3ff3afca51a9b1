//! Finding what a name means.
//!
//! A name is looked up in an index, whatever it is; only for an error that is shown are all names looked through, for
//! the nearest one ([`Names::explain`]).

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::name::{canonical, folded, folded_canonical, start};

/// A list of names that can be looked up.
#[derive(Clone, Debug)]
pub struct Names<Meaning> {
    entries: Vec<Entry<Meaning>>,
    index: OnceLock<Index>,
}

#[derive(Clone, Debug)]
struct Entry<Meaning> {
    name: String,
    /// A short form of the name that this is an entry of.
    short: Option<String>,
    meaning: Meaning,
}

impl<Meaning> Entry<Meaning> {
    /// What is looked up.
    fn key(&self) -> &str {
        self.short.as_ref().unwrap_or(&self.name)
    }
}

/// Where names stand in the list; nothing where several fit.
#[derive(Clone, Debug)]
struct Index {
    canonical: HashMap<String, Option<usize>>,
    folded: HashMap<String, Option<usize>>,
}

/// That nothing is called so, or several things are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no name fits, or several do")]
pub struct Unfound;

/// Why a name has no meaning.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NameError {
    /// Nothing is called that; the nearest name, if one is near.
    #[error("nothing is called that")]
    Unknown(Option<String>),
    /// Several are called that when å ä ö are folded.
    #[error("several names fit")]
    Ambiguous(Vec<String>),
}

impl<Meaning: Copy + PartialEq> Names<Meaning> {
    /// The name of what it means.
    #[must_use]
    pub fn name_of(&self, meaning: Meaning) -> String {
        let entry = self.entries.iter().find(|entry| entry.meaning == meaning);
        entry.expect("one of those that were named").name.clone()
    }

    /// All names, in their order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|entry| entry.short.is_none()).map(|entry| entry.name.as_str())
    }

    /// A list of names with what they mean.
    pub fn new(names: impl IntoIterator<Item = (impl Into<String>, Meaning)>) -> Self {
        let entries =
            names.into_iter().map(|(name, meaning)| Entry { name: name.into(), short: None, meaning });
        Self { entries: entries.collect(), index: OnceLock::new() }
    }

    /// With short forms of some of the names: each with the name and what it means. A short form that something else is
    /// called too, or has as its own, fits several.
    #[must_use]
    pub fn with_short_forms(mut self, forms: impl IntoIterator<Item = (String, String, Meaning)>) -> Self {
        let forms =
            forms.into_iter().map(|(short, name, meaning)| Entry { name, short: Some(short), meaning });
        self.entries.extend(forms);
        self.index = OnceLock::new();
        self
    }

    /// What a name means: exactly but for case; only if that finds nothing, with å ä ö folded, and then only if
    /// one fits.
    ///
    /// # Errors
    /// If no name fits, or several fit the folded form; [`Names::explain`] says which.
    pub fn find(&self, name: &str) -> Result<Meaning, Unfound> {
        let index = self.index.get_or_init(|| Index::of(&self.entries));
        let canonical = canonical(name);
        let found = match index.canonical.get(&canonical) {
            Some(&exact) => exact,
            None => index.folded.get(&folded_canonical(&canonical)).copied().flatten(),
        };
        found.map(|position| self.entries[position].meaning).ok_or(Unfound)
    }

    /// Why a name that was not found has no meaning. That takes a look at every name, so it is asked for errors that
    /// are shown.
    #[must_use]
    pub fn explain(&self, name: &str) -> NameError {
        let wanted = folded(name);
        let fitting = self.entries.iter().filter(|entry| folded(entry.key()) == wanted);
        let fitting: Vec<String> = fitting.map(|entry| entry.name.clone()).collect();
        if fitting.is_empty() {
            return NameError::Unknown(nearest(name, self.entries.iter().map(Entry::key)));
        }
        NameError::Ambiguous(fitting)
    }
}

impl Index {
    fn of<Meaning>(entries: &[Entry<Meaning>]) -> Self {
        let map = || HashMap::with_capacity(entries.len());
        let mut index = Self { canonical: map(), folded: map() };
        for (position, entry) in entries.iter().enumerate() {
            let canonical = canonical(entry.key());
            let alike = index.folded.entry(folded_canonical(&canonical));
            alike.and_modify(|known| *known = None).or_insert(Some(position));
            let same = index.canonical.entry(canonical);
            // Of names that are the same the first is meant; that they are is reported where they stand.
            same.and_modify(|known| *known = known.filter(|_| entry.short.is_none()))
                .or_insert(Some(position));
        }
        index
    }
}

/// The candidate nearest to a misspelt word, if one is near enough to be meant.
pub fn nearest<'words>(word: &str, candidates: impl Iterator<Item = &'words str>) -> Option<String> {
    near(word, candidates).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate.to_owned())
}

/// Every candidate that is near enough to a misspelt word to be meant, with its distance.
pub fn near<'words>(
    word: &str,
    candidates: impl Iterator<Item = &'words str>,
) -> impl Iterator<Item = (usize, &'words str)> {
    // Names are short; what is long was not meant as one, and the comparison is quadratic.
    let wanted: String = folded(start(word)).chars().take(100).collect();
    let length = wanted.chars().count();
    candidates.filter_map(move |candidate| {
        // The distance is at least the difference in length, so most candidates need no comparison.
        let (one, other) = (wanted.len(), candidate.len());
        if candidate.is_empty() || one.abs_diff(other) > other.max(6) / 2 && (one <= other || other <= 2) {
            return None;
        }
        let other = folded(candidate);
        // A third of the letters, or a word that only goes on or stops short ("Vänersborgs kommun").
        let letters = candidate.chars().count();
        let goes_on = wanted.starts_with(&other) || other.starts_with(&wanted);
        let difference = length.abs_diff(other.chars().count());
        let may_be_near = letters > 1 && difference <= (letters / 3).max(1);
        if !may_be_near {
            return (goes_on && wanted.len().min(other.len()) > 2).then_some((difference, candidate));
        }
        let distance = strsim::damerau_levenshtein(&wanted, &other);
        let is_near = distance <= (letters / 3).max(1) || goes_on && wanted.len().min(other.len()) > 2;
        is_near.then_some((distance, candidate))
    })
}

/// A heading in the form in which headings are compared: without regard to case, å ä ö and the signs between words. One
/// that goes on for longer than names do is compared by its start.
#[must_use]
pub fn plain_heading(heading: &str) -> String {
    folded(start(heading)).replace([' ', '-', '–'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names<u8> {
        Names::new([("Habo", 1), ("Håbo", 2), ("Vänersborg", 3), ("Trollhättan", 4)])
    }

    #[test]
    fn exact_but_for_case_comes_before_folding() {
        assert_eq!(names().find("HABO"), Ok(1));
        assert_eq!(names().find("håbo"), Ok(2));
        assert_eq!(names().find("vanersborg"), Ok(3));
        assert_eq!(names().find("Häbo"), Err(Unfound));
        assert_eq!(names().explain("Häbo"), NameError::Ambiguous(vec!["Habo".into(), "Håbo".into()]));
    }

    #[test]
    fn a_short_form_is_a_name_unless_something_else_is_called_so() {
        let short = |short: &str, name: &str, meaning| (short.to_owned(), name.to_owned(), meaning);
        let names = names().with_short_forms([
            short("Centrum", "Göteborg Centrum", 5),
            short("Centrum", "Malmö Centrum", 6),
            short("Majorna", "Göteborg Majorna", 7),
            short("Vänersborg", "Göteborg Vänersborg", 8),
        ]);
        assert_eq!(names.find("majorna"), Ok(7));
        assert_eq!(names.all().count(), 4);
        for (name, fitting) in [
            ("Centrum", ["Göteborg Centrum", "Malmö Centrum"]),
            ("Vänersborg", ["Vänersborg", "Göteborg Vänersborg"]),
        ] {
            assert_eq!(names.find(name), Err(Unfound));
            assert_eq!(names.explain(name), NameError::Ambiguous(fitting.map(str::to_owned).to_vec()));
        }
    }

    #[test]
    fn a_misspelt_name_is_reported_with_its_nearest() {
        for (name, nearest) in [
            ("Trolhättan", Some("Trollhättan".into())),
            ("Vänersborgs kommun", Some("Vänersborg".into())),
            ("Stockholm", None),
        ] {
            assert_eq!(names().find(name), Err(Unfound));
            assert_eq!(names().explain(name), NameError::Unknown(nearest));
        }
    }
}
