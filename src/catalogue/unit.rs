//! What figures count.

use rust_decimal::Decimal;

use crate::model::figures::Figures;
use crate::model::kronor::Kronor;
use crate::text::language::Language;

/// What a figure counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unit {
    /// Kronor a year.
    Kronor,
    /// Kronor per inhabitant.
    KronorPerInhabitant,
    /// Förbund.
    Forbund,
    /// Inhabitants.
    Inhabitants,
    /// Helårsekvivalenter.
    FullYearEquivalents,
    /// Persons: participants, those with a result.
    Persons,
    /// Kronor per participant or other person.
    KronorPerPerson,
    /// Kronor a year per helårsekvivalent.
    KronorPerFullYear,
    /// Ledamöter of boards.
    Ledamoter,
    /// Full-time posts of kanslier.
    FullTimePosts,
    /// Km.
    Kilometres,
    /// Percent of something; a difference is in percentage points.
    PercentagePoints,
    /// Something that has no unit, such as a year.
    Plain,
}

/// As many kommuner as there are kommunkoder.
const KOMMUNER: u64 = 10_000;

/// All that is known of a unit.
struct Declared {
    /// What stands behind figures, in Swedish and in English.
    shown: [&'static str; 2],
    /// What scripts know it as, the same in every language.
    for_programs: &'static str,
    /// Beyond any figure, whatever the files: what is further from zero is a slip of the pen.
    largest: u64,
    /// How people write it, each with how many it is; the first is the one to suggest.
    written: &'static [(&'static str, i64)],
}

impl Unit {
    const ALL: [Self; 13] = [
        Self::Kronor,
        Self::KronorPerInhabitant,
        Self::Forbund,
        Self::Inhabitants,
        Self::FullYearEquivalents,
        Self::Persons,
        Self::KronorPerPerson,
        Self::KronorPerFullYear,
        Self::Ledamoter,
        Self::FullTimePosts,
        Self::Kilometres,
        Self::PercentagePoints,
        Self::Plain,
    ];

    fn declared(self) -> Declared {
        match self {
            Self::Kronor => Declared {
                shown: ["kr", "kr"],
                for_programs: "kr",
                largest: Kronor::LARGEST_RESULT.unsigned(),
                written: &[("kr", 1), ("kronor", 1), ("tkr", 1_000), ("mnkr", 1_000_000)],
            },
            Self::KronorPerInhabitant => Declared {
                shown: ["kr/invånare", "kr/inhabitant"],
                for_programs: "kr_per_inhabitant",
                largest: Kronor::LARGEST_RESULT.unsigned(),
                written: &[("kr/invånare", 1), ("kr/inv.", 1), ("kr/inhabitant", 1), ("kr/inh.", 1)],
            },
            Self::Forbund => Declared {
                shown: ["förbund", "förbund"],
                for_programs: "forbund",
                largest: KOMMUNER,
                written: &[("förbund", 1)],
            },
            Self::Inhabitants => Declared {
                shown: ["invånare", "inhabitants"],
                for_programs: "inhabitants",
                largest: Figures::MOST_INHABITANTS * KOMMUNER,
                written: &[("invånare", 1), ("inhabitant", 1), ("inhabitants", 1)],
            },
            Self::FullYearEquivalents => Declared {
                shown: ["helårsekvivalenter", "full-year equivalents"],
                for_programs: "helarsekvivalenter",
                largest: Figures::MOST_INHABITANTS * KOMMUNER,
                written: &[
                    ("helårsekvivalenter", 1),
                    ("helårsekvivalent", 1),
                    ("full-year equivalent", 1),
                    ("full-year equivalents", 1),
                ],
            },
            Self::Persons => Declared {
                shown: ["personer", "persons"],
                for_programs: "persons",
                // As many as can be written of each kommun.
                largest: 10_000_000 * KOMMUNER,
                written: &[("personer", 1), ("person", 1), ("persons", 1)],
            },
            Self::KronorPerPerson => Declared {
                shown: ["kr/person", "kr/person"],
                for_programs: "kr_per_person",
                largest: Kronor::LARGEST_RESULT.unsigned(),
                written: &[("kr/person", 1), ("kr/deltagare", 1), ("kr/participant", 1)],
            },
            Self::KronorPerFullYear => Declared {
                shown: ["kr/helårsekvivalent", "kr/full-year equivalent"],
                for_programs: "kr_per_helarsekvivalent",
                largest: Kronor::LARGEST_RESULT.unsigned(),
                written: &[("kr/helårsekvivalent", 1), ("kr/full-year equivalent", 1)],
            },
            Self::Ledamoter => Declared {
                shown: ["ledamöter", "ledamöter"],
                for_programs: "ledamoter",
                // Each kommun has one, each region at most as many as it has kommuner, and the state two in each
                // förbund.
                largest: 4 * KOMMUNER,
                written: &[("ledamöter", 1), ("ledamot", 1)],
            },
            Self::FullTimePosts => Declared {
                shown: ["heltidstjänster", "full-time posts"],
                for_programs: "heltidstjanster",
                // As many as can be written of each kommun.
                largest: 10_000 * KOMMUNER,
                written: &[
                    ("heltidstjänster", 1),
                    ("heltidstjänst", 1),
                    ("full-time posts", 1),
                    ("full-time post", 1),
                ],
            },
            Self::Kilometres => Declared {
                shown: ["km", "km"],
                for_programs: "km",
                // Half of the way round the earth.
                largest: 20_004,
                written: &[("km", 1)],
            },
            Self::PercentagePoints => Declared {
                shown: ["%", "%"],
                for_programs: "percent",
                largest: 100,
                written: &[("procentenheter", 1), ("procentenhet", 1), ("percentage points", 1)],
            },
            // Figures of any column, added up.
            Self::Plain => Declared {
                shown: ["", ""],
                for_programs: "",
                largest: Kronor::LARGEST_INPUT.unsigned() * KOMMUNER,
                written: &[],
            },
        }
    }

    /// What stands behind figures, if it has a name.
    #[must_use]
    pub fn shown(self, language: Language) -> Option<&'static str> {
        let [swedish, english] = self.declared().shown;
        Some(language.pick(swedish, english)).filter(|shown| !shown.is_empty())
    }

    /// What scripts know it as, the same in every language.
    #[must_use]
    pub fn for_programs(self) -> Option<&'static str> {
        Some(self.declared().for_programs).filter(|name| !name.is_empty())
    }

    /// Beyond any figure that counts this, whatever the files: what is further from zero is a slip of the pen.
    #[must_use]
    pub fn largest(self) -> Decimal {
        self.declared().largest.into()
    }

    /// How people write it.
    pub fn written(self) -> impl Iterator<Item = &'static str> {
        self.declared().written.iter().map(|(unit, _)| *unit)
    }

    /// Every unit as people write it, with how many of what it is.
    pub fn all_written() -> impl Iterator<Item = (&'static str, i64, Self)> {
        Self::ALL.into_iter().flat_map(|unit| {
            unit.declared().written.iter().map(move |&(written, times)| (written, times, unit))
        })
    }
}
