//! The two languages.

/// A sentence in the language asked for, with values captured by name as in `format!`.
macro_rules! say {
    ($language:expr, $swedish:literal, $english:literal $(,)?) => {
        match $language {
            $crate::text::language::Language::Swedish => format!($swedish),
            $crate::text::language::Language::English => format!($english),
        }
    };
    // As an attribute has them.
    ($language:expr, ($swedish:literal, $english:literal)) => {
        $crate::text::language::say!($language, $swedish, $english)
    };
    ($language:expr, = $swedish:literal, $english:literal) => {
        $crate::text::language::say!($language, $swedish, $english)
    };
}

pub(crate) use say;

/// A language that people read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Swedish, the default.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// One of two texts; taking both is what makes a missing translation impossible.
    #[must_use]
    pub fn pick<Text>(self, swedish: Text, english: Text) -> Text {
        match self {
            Self::Swedish => swedish,
            Self::English => english,
        }
    }

    /// A month by its number, as it stands in a sentence; nothing for a number that is none.
    #[must_use]
    pub fn month(self, month: u32) -> &'static str {
        let names = match self {
            Self::Swedish => [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
                "oktober", "november", "december",
            ],
            Self::English => [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ],
        };
        let place = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
        place.and_then(|place| names.get(place)).copied().unwrap_or_default()
    }

    /// A list of names with "och"/"and" before the last.
    #[must_use]
    pub fn list(self, names: &[impl AsRef<str>]) -> String {
        Self::join(names, self.pick(" och ", " and "))
    }

    /// Years: "2019–2021" where they follow each other, else one by one.
    #[must_use]
    pub fn years(self, years: &[i64]) -> String {
        match years {
            [first, .., last] if years.windows(2).all(|pair| pair[1] == pair[0] + 1) => {
                format!("{first}–{last}")
            }
            _ => self.list(&years.iter().map(i64::to_string).collect::<Vec<_>>()),
        }
    }

    /// The first names of a long list, and how many more there are.
    #[must_use]
    pub fn first_names(self, names: &[impl AsRef<str>]) -> String {
        const SHOWN: usize = 5;
        if names.len() <= SHOWN + 1 {
            return self.list(names);
        }
        let first: Vec<&str> = names.iter().take(SHOWN).map(AsRef::as_ref).collect();
        let (first, rest) = (first.join(", "), names.len() - SHOWN);
        say!(self, "{first} och {rest} till", "{first} and {rest} more")
    }

    /// A list of names with "eller"/"or" before the last.
    #[must_use]
    pub fn alternatives(self, names: &[impl AsRef<str>]) -> String {
        Self::join(names, self.pick(" eller ", " or "))
    }

    fn join(names: &[impl AsRef<str>], last: &str) -> String {
        match names {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [most @ .., end] => {
                let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
                format!("{}{last}{}", most.join(", "), end.as_ref())
            }
        }
    }
}
