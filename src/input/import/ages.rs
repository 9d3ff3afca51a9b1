//! Ages as tables write them: "16-64 år", "16 år", "100+ år", "totalt ålder".

use crate::diagnostic::People;
use crate::model::name::{folded, start};

/// The ages of a figure, in whole years from the first to the last; open upwards if there is no last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Ages {
    pub(super) first: u8,
    pub(super) last: Option<u8>,
}

impl Ages {
    /// Everybody.
    pub(super) const ALL: Self = Self { first: 0, last: None };
    /// Those that försörjningsmåttet and the allocation speak of.
    pub(super) const WORKING: Self = Self { first: 16, last: Some(64) };

    /// The ages that a text names, or `None` if it names none. One with other words than those of ages does not: "A1"
    /// is a group of kommuner, not the age of one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let plain = folded(start(text)).replace(['–', '—', '−'], "-");
        let words = plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        let has_number = plain.contains(|letter: char| letter.is_ascii_digit());
        if has_number && words.into_iter().any(|word| !WORDS.contains(&word)) {
            return None;
        }
        Self::first_in(&plain)
    }

    /// The ages that a folded text begins with.
    fn first_in(plain: &str) -> Option<Self> {
        let numbers = numbers(plain);
        let open = plain.contains('+')
            || plain.contains("-w")
            || ["och aldre", "och over", "eller aldre"].iter().any(|words| plain.contains(words));
        match numbers.as_slice() {
            [] if is_total(plain) => Some(Self::ALL),
            [first] if open => Some(Self { first: *first, last: None }),
            [only] if plain.contains('-') && !plain.contains("ar") => {
                // "16-" is open, "-15" begins at zero.
                let open = plain.trim_end().ends_with('-');
                Some(if open {
                    Self { first: *only, last: None }
                } else {
                    Self { first: 0, last: Some(*only) }
                })
            }
            [only] => Some(Self { first: *only, last: Some(*only) }),
            [first, last] if first <= last && plain.contains('-') => {
                Some(Self { first: *first, last: Some(*last) })
            }
            _ => None,
        }
    }

    /// The ages that the name of a series gives: "Invånare 16-64 år", "85 år och äldre". Other numbers, of dates and
    /// years, are none.
    pub(super) fn in_name(name: &str) -> Option<Self> {
        let plain = folded(start(name)).replace(['–', '—', '−'], "-");
        let plain = with_dash_between_numbers(&plain);
        let words: Vec<&str> =
            plain.split([' ', '\u{a0}', ',', '(', ')', ':', '_']).filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().find_map(|(position, word)| {
            let is_short =
                |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            let rest = words[position..].iter().take(4).copied().collect::<Vec<_>>().join(" ");
            let is_open = word.strip_suffix('+').is_some_and(is_short);
            match word.split_once('-') {
                Some((first, last)) if is_short(first) && is_short(last) => Self::parse(word),
                None if is_open => Self::parse(word),
                None if is_short(word) && words.get(position + 1) == Some(&"ar") => Self::first_in(&rest),
                _ => None,
            }
        })
    }

    /// Whether others are all among these.
    pub(super) fn holds(self, other: Self) -> bool {
        let end = |ages: Self| ages.last.unwrap_or(u8::MAX);
        self.first <= other.first && end(other) <= end(self)
    }

    /// As people write them.
    pub(super) fn to_text(self) -> String {
        match self.last {
            None => format!("{}+", self.first),
            Some(last) if last == self.first => last.to_string(),
            Some(last) => format!("{}–{last}", self.first),
        }
    }

    /// The people who are of them.
    pub(super) fn people(self) -> People {
        if self == Self::ALL { People::OfAllAges } else { People::Aged { ages: self.to_text() } }
    }
}

/// The words that ages are written with. "65-w år" is open upwards.
const WORDS: [&str; 20] = [
    "ar", "aring", "aringar", "alder", "aldre", "aldrar", "aldersgrupp", "aldersklass", "och", "over",
    "eller", "till", "samtliga", "totalt", "total", "alla", "w", "years", "age", "older",
];

/// `16_64` as "16-64": programs that make names of headings leave no dash in them.
fn with_dash_between_numbers(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for part in name.split('_') {
        let is_number = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if !text.is_empty() {
            let between = is_number(text.chars().last()) && is_number(part.chars().next());
            text.push(if between { '-' } else { '_' });
        }
        text.push_str(part);
    }
    text
}

/// The words for all there are, of ages, sexes and other divisions.
pub(super) fn is_total(folded: &str) -> bool {
    let first = folded.split([' ', ',']).next().unwrap_or_default();
    ["totalt", "total", "samtliga", "alla", "hela", "t"].contains(&first)
        || ["bada konen", "kvinnor och man", "man och kvinnor", "man + kvinnor"].contains(&folded)
}

/// The numbers of up to three digits in a text; none if something else could be meant.
fn numbers(text: &str) -> Vec<u8> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map_while(|run| run.parse().ok()).collect()
}

/// How a range of ages is made up of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Cover {
    /// Exactly by these, which do not overlap.
    By(Vec<Ages>),
    /// Not; these ages are missing.
    Missing(Vec<Ages>),
}

/// Chooses parts that cover `wanted` exactly, the widest first; parts that reach beyond it cannot be used.
pub(super) fn cover(wanted: Ages, parts: &[Ages]) -> Cover {
    let end = |ages: Ages| ages.last.map_or(u16::from(u8::MAX) + 1, |last| u16::from(last) + 1);
    let wanted_end = end(wanted);
    let mut usable: Vec<Ages> =
        parts.iter().copied().filter(|part| part.first >= wanted.first && end(*part) <= wanted_end).collect();
    usable.sort_by_key(|part| (part.first, std::cmp::Reverse(end(*part))));
    usable.dedup();
    if usable.first() == Some(&wanted) {
        return Cover::By(vec![wanted]);
    }
    let from = |age: u16| {
        let start = usable.partition_point(|part| u16::from(part.first) < age);
        usable[start..].iter().take_while(move |part| u16::from(part.first) == age)
    };
    // From the highest age down: whether the rest can be covered from here, and with which part.
    let mut next: Vec<Option<Ages>> = vec![None; usize::from(wanted_end) + 1];
    let mut reaches = vec![false; usize::from(wanted_end) + 1];
    reaches[usize::from(wanted_end)] = true;
    for age in (u16::from(wanted.first)..wanted_end).rev() {
        if let Some(part) = from(age).find(|part| reaches[usize::from(end(**part))]) {
            reaches[usize::from(age)] = true;
            next[usize::from(age)] = Some(*part);
        }
    }
    if reaches[usize::from(wanted.first)] {
        let mut chosen = Vec::new();
        let mut age = u16::from(wanted.first);
        while let Some(part) = next.get(usize::from(age)).copied().flatten() {
            chosen.push(part);
            age = end(part);
        }
        return Cover::By(chosen);
    }
    let is_covered = |age: u16| usable.iter().any(|part| u16::from(part.first) <= age && age < end(*part));
    let mut missing: Vec<Ages> = Vec::new();
    for age in u16::from(wanted.first)..wanted_end.min(u16::from(u8::MAX)) {
        if is_covered(age) {
            continue;
        }
        let age = u8::try_from(age).expect("below the highest age");
        match missing.last_mut() {
            Some(Ages { last: Some(last), .. }) if *last + 1 == age => *last = age,
            _ => missing.push(Ages { first: age, last: Some(age) }),
        }
    }
    if missing.is_empty() {
        // Each age is there, but in parts that overlap.
        missing.push(wanted);
    }
    Cover::Missing(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ages(first: u8, last: u8) -> Ages {
        Ages { first, last: Some(last) }
    }

    #[test]
    fn ages_are_read_as_tables_write_them() {
        for (text, expected) in [
            ("16-64 år", Some(Ages::WORKING)),
            ("16–64", Some(Ages::WORKING)),
            ("Samtliga 16-64 år", Some(Ages::WORKING)),
            ("16 år", Some(ages(16, 16))),
            ("100+ år", Some(Ages { first: 100, last: None })),
            ("85 år och äldre", Some(Ages { first: 85, last: None })),
            ("65-", Some(Ages { first: 65, last: None })),
            ("-15", Some(ages(0, 15))),
            ("totalt ålder", Some(Ages::ALL)),
            ("totalt", Some(Ages::ALL)),
            ("Samtliga åldrar", Some(Ages::ALL)),
            ("64-16 år", None),
            ("okänd", None),
            ("2019", None),
        ] {
            assert_eq!(Ages::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn ages_in_the_name_of_a_series_are_distinguished_from_dates() {
        for (name, expected) in [
            ("Invånare 16–64 år, antal", Some(Ages::WORKING)),
            ("Folkmängd 31 december 2021", None),
            ("Invånare 85 år och äldre", Some(Ages { first: 85, last: None })),
            ("Befolkning 100+", Some(Ages { first: 100, last: None })),
            ("Folkmängd 2021-12-31", None),
            ("befolkning_16_64_ar", Some(Ages::WORKING)),
            ("folkmangd_2021_12_31", None),
        ] {
            assert_eq!(Ages::in_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_range_is_covered_exactly_or_what_lacks_is_named() {
        let single: Vec<Ages> = (0..=100).map(|age| ages(age, age)).collect();
        assert!(matches!(cover(Ages::WORKING, &single), Cover::By(parts) if parts.len() == 49));
        let groups = [ages(16, 19), ages(20, 64), ages(16, 16), ages(15, 24)];
        assert_eq!(cover(Ages::WORKING, &groups), Cover::By(vec![ages(16, 19), ages(20, 64)]));
        // 16–24 is wider, but then nothing goes on from 25.
        let dead_end = [ages(16, 24), ages(16, 19), ages(20, 64)];
        assert_eq!(cover(Ages::WORKING, &dead_end), Cover::By(vec![ages(16, 19), ages(20, 64)]));
        assert_eq!(cover(Ages::WORKING, &[ages(15, 24), ages(25, 64)]), Cover::Missing(vec![ages(16, 24)]));
        assert_eq!(cover(Ages::WORKING, &[ages(16, 40), ages(30, 64)]), Cover::Missing(vec![Ages::WORKING]));
        let open = Ages { first: 100, last: None };
        let everybody: Vec<Ages> = single[..100].iter().copied().chain([open]).collect();
        assert!(matches!(cover(Ages::ALL, &everybody), Cover::By(parts) if parts.len() == 101));
    }
}
