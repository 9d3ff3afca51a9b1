//! Finding what a name means.

use crate::model::name::{canonical, folded};

/// A list of names that can be looked up.
#[derive(Clone, Debug)]
pub struct Names<Meaning> {
    entries: Vec<Entry<Meaning>>,
}

#[derive(Clone, Debug)]
struct Entry<Meaning> {
    name: String,
    meaning: Meaning,
}

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

    /// A list of names with what they mean.
    pub fn new(names: impl IntoIterator<Item = (impl Into<String>, Meaning)>) -> Self {
        let entries = names.into_iter().map(|(name, meaning)| Entry { name: name.into(), meaning });
        Self { entries: entries.collect() }
    }

    /// What a name means: exactly but for case; only if that finds nothing, with å ä ö folded, and then only if
    /// one fits.
    ///
    /// # Errors
    /// If no name fits, or several fit the folded form.
    pub fn find(&self, name: &str) -> Result<Meaning, NameError> {
        // Most names are written as they stand in the list; comparing the rest costs more.
        if let Some(entry) = self.entries.iter().find(|entry| entry.name == name) {
            return Ok(entry.meaning);
        }
        let wanted = canonical(name);
        if let Some(entry) = self.entries.iter().find(|entry| canonical(&entry.name) == wanted) {
            return Ok(entry.meaning);
        }
        let wanted = folded(name);
        let fitting: Vec<_> = self.entries.iter().filter(|entry| folded(&entry.name) == wanted).collect();
        match fitting.as_slice() {
            [one] => Ok(one.meaning),
            [] => {
                Err(NameError::Unknown(nearest(name, self.entries.iter().map(|entry| entry.name.as_str()))))
            }
            several => Err(NameError::Ambiguous(several.iter().map(|entry| entry.name.clone()).collect())),
        }
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
    let wanted: String = folded(word).chars().take(100).collect();
    candidates.filter_map(move |candidate| {
        // The distance is at least the difference in length, so most candidates need no comparison.
        let (one, other) = (wanted.len(), candidate.len());
        if candidate.is_empty() || one.abs_diff(other) > other.max(6) / 2 && (one <= other || other <= 2) {
            return None;
        }
        let other = folded(candidate);
        let distance = strsim::damerau_levenshtein(&wanted, &other);
        // A third of the letters, or a word that only goes on or stops short ("Vänersborgs kommun").
        let letters = candidate.chars().count();
        let goes_on = wanted.starts_with(&other) || other.starts_with(&wanted);
        let is_near =
            letters > 1 && distance <= (letters / 3).max(1) || goes_on && wanted.len().min(other.len()) > 2;
        is_near.then_some((distance, candidate))
    })
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
        assert_eq!(names().find("Häbo"), Err(NameError::Ambiguous(vec!["Habo".into(), "Håbo".into()])));
    }

    #[test]
    fn a_misspelt_name_gets_its_nearest_suggested() {
        assert_eq!(names().find("Trolhättan"), Err(NameError::Unknown(Some("Trollhättan".into()))));
        assert_eq!(names().find("Vänersborgs kommun"), Err(NameError::Unknown(Some("Vänersborg".into()))));
        assert_eq!(names().find("Stockholm"), Err(NameError::Unknown(None)));
    }
}
