//! Which alternatives can be written for a division. With two förbund or more: a merger, a shared kansli and a move.
//! With one there is nothing to merge or share: a split and a move out of it.

use super::division::{Division, Group, halves};
use crate::input::document::{At, ChoiceOrNumbers};
use crate::input::kommun_table::KommunTable;
use crate::input::scenario_file::{ChangeSection, PartSection, Verb};
use crate::model::kansli::{Cost, SplitBy};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::text::language::Language;
use crate::text::say;

/// Up to so many förbund are merged all at once, as inquiries into a few neighbours do; of more, the first two.
const FEW: usize = 3;

/// What the kansli of a förbund is taken to cost where a file needs an amount and nobody gave one. A round number,
/// so that nobody takes it for a finding; the file and every output say what it is.
pub const EXAMPLE_KANSLI: Kronor = Kronor::new(1_000_000);

/// A scenario to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Alternative {
    /// Today.
    Unchanged,
    /// Some förbund become one.
    Merger {
        /// Their names.
        parts: Vec<String>,
        /// The name of the new one.
        into: String,
    },
    /// Some förbund share a kansli.
    SharedKansli {
        /// Their names.
        participants: Vec<String>,
        /// What it costs a year.
        kansli: Kronor,
    },
    /// A kommun moves to another förbund.
    Move {
        /// Its name.
        kommun: String,
        /// The förbund it joins.
        to: String,
        /// Whether it was the last of its förbund.
        ceases: bool,
    },
    /// A förbund becomes two.
    Split {
        /// Its name.
        whole: String,
        /// The names of the parts with their kommuner.
        parts: Vec<(String, Vec<String>)>,
    },
    /// A kommun moves to a förbund outside the baseline.
    MoveOutside {
        /// Its name.
        kommun: String,
        /// What the other förbund is called.
        outside: String,
    },
}

impl Alternative {
    /// The names of its file and of the scenario, the latter in Swedish and in English.
    fn names(&self) -> [&'static str; 3] {
        match self {
            Self::Unchanged => ["nulage", "Oförändrat", "Unchanged"],
            Self::Merger { .. } => ["hopslagning", "Sammanslagning", "Merger"],
            Self::SharedKansli { .. } => ["gemensamt_kansli", "Gemensamt kansli", "Shared kansli"],
            Self::Move { .. } | Self::MoveOutside { .. } => ["flytt", "Flytt", "Move"],
            Self::Split { .. } => ["delning", "Delning", "Split"],
        }
    }

    /// The name of its file, without ending.
    #[must_use]
    pub fn stem(&self) -> &'static str {
        self.names()[0]
    }

    /// The name of the scenario.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        let [_, swedish, english] = self.names();
        language.pick(swedish, english)
    }

    /// The description of a scenario, printed above its tables.
    #[must_use]
    pub fn description(&self, language: Language) -> String {
        match self {
            Self::Unchanged => say!(language, "Förbunden som i dag.", "The förbund as today."),
            Self::Merger { parts, into } => {
                let parts = language.list(parts);
                say!(language, "{parts} slås ihop till {into}.", "{parts} are merged into {into}.")
            }
            Self::SharedKansli { participants, .. } => {
                let participants = language.list(participants);
                say!(
                    language,
                    "{participants} är kvar var för sig och delar ett kansli.",
                    "{participants} remain by themselves and share a kansli."
                )
            }
            Self::Move { kommun, to, ceases: false } => {
                say!(language, "{kommun} flyttar till {to}.", "{kommun} moves to {to}.")
            }
            Self::Move { kommun, to, ceases: true } => say!(
                language,
                "{kommun} flyttar till {to}; dess förbund upphör.",
                "{kommun} moves to {to}; its förbund ceases."
            ),
            Self::MoveOutside { kommun, outside } => say!(
                language,
                "{kommun} flyttar till {outside} utanför utgångsläget.",
                "{kommun} moves to {outside} outside the baseline."
            ),
            Self::Split { whole, parts } => {
                let parts: Vec<&String> = parts.iter().map(|(name, _)| name).collect();
                let parts = language.list(&parts);
                say!(language, "{whole} delas i {parts}.", "{whole} is split into {parts}.")
            }
        }
    }

    /// What it changes; nothing if it is today. Its values stand in no file.
    #[must_use]
    pub fn change(&self) -> Option<ChangeSection> {
        let text = |text: &String| At { value: text.clone(), span: 0..0 };
        let list = |names: &[String]| At { value: names.iter().map(text).collect(), span: 0..0 };
        let (verb, kansli) = match self {
            Self::Unchanged => return None,
            Self::Merger { parts, into } => (Verb::Merge { parts: list(parts), into: text(into) }, None),
            Self::SharedKansli { participants, kansli } => {
                let split_by = At { value: ChoiceOrNumbers::Choice(SplitBy::Budget), span: 0..0 };
                let verb = Verb::SharedKansli { participants: list(participants), split_by };
                (verb, Some(At { value: Cost::sum(*kansli), span: 0..0 }))
            }
            Self::Move { kommun, to, .. } => {
                (Verb::Move { kommuner: list(std::slice::from_ref(kommun)), to: text(to) }, None)
            }
            Self::MoveOutside { kommun, outside } => {
                let kommuner = list(std::slice::from_ref(kommun));
                (Verb::MoveOutside { kommuner, outside: text(outside) }, None)
            }
            Self::Split { whole, parts } => {
                let part = |(name, kommuner): &(String, Vec<String>)| PartSection {
                    name: Some(text(name)),
                    kommuner: Some(list(kommuner)),
                    ..PartSection::default()
                };
                (Verb::Split { whole: text(whole), into: parts.iter().map(part).collect() }, None)
            }
        };
        Some(ChangeSection { verb: Some(verb), kansli, ..ChangeSection::default() })
    }

    /// The comment at the top of a scenario: what it shows and what to change.
    #[must_use]
    pub fn comment(&self, language: Language) -> String {
        match self {
            Self::Unchanged => say!(
                language,
                "Oförändrat: inga ändringar, så resultatet visar utgångsläget.\n\
                 Ändra förbunden i ../utgangslage.toml, inte här.",
                "Unchanged: no changes, so that the result shows the baseline.\n\
                 Change the förbund in ../utgangslage.toml, not here."
            ),
            Self::Merger { .. } => say!(
                language,
                "En sammanslagning. Skriv i merge vilka förbund som blir ett och i into vad det ska heta.\n\
                 Utan kansli = … antas det nya kansliet kosta lika mycket som delarnas tillsammans.\n\
                 Skriv er egen kalkyl, kr per år, och ta bort # framför. sate = … säger var det nya \
                 förbundet\n\
                 har sitt säte; utan det mäts avstånden från den största kommunen.",
                "A merger. Write in merge which förbund become one, and in into what it is to be called.\n\
                 Without kansli = … the new kansli is assumed to cost as much as those of the parts \
                 together.\n\
                 Write your own estimate, kr a year, and remove the # before it. sate = … says where the \
                 new\n\
                 förbund has its seat; without it distances are from the largest kommun."
            ),
            Self::SharedKansli { .. } => say!(
                language,
                "Ett gemensamt kansli: förbunden är kvar men delar förbundschef, ekonomi och lokaler.\n\
                 kansli är vad det gemensamma kansliet kostar per år. BYT BELOPPET mot er egen kalkyl, och \
                 ta\n\
                 sedan bort antagandet nedan. Delposter går bra: kansli = {{ forbundschef = 1_100_000, \
                 lokaler = 250_000 }}\n\
                 split_by säger hur kostnaden delas: \"budget\", \"lika\" eller \"befolkning_16_64\".",
                "A shared kansli: the förbund remain but share manager, accounts and rooms.\n\
                 kansli is what the shared kansli costs a year. REPLACE THE AMOUNT with your own estimate, \
                 and then\n\
                 remove the assumption below. Items will do too: kansli = {{ forbundschef = 1_100_000, \
                 lokaler = 250_000 }}\n\
                 split_by says how the cost is divided: \"budget\", \"lika\" (alike) or \
                 \"befolkning_16_64\"."
            ),
            Self::Move { .. } => say!(
                language,
                "En kommun byter förbund. Skriv i move vilken eller vilka, och i to vart.\n\
                 Ett förbund utan kommuner upphör. kansli = … är mottagarens kansli efteråt, om det ändras.",
                "A kommun changes förbund. Write in move which one or ones, and in to where.\n\
                 A förbund without kommuner ceases. kansli = … is that of the receiver afterwards, if it \
                 changes."
            ),
            Self::MoveOutside { .. } => say!(
                language,
                "En kommun lämnar förbundet för ett som inte är med i utgångsläget.\n\
                 Skriv i move vilken eller vilka, och i outside vad det andra förbundet heter.",
                "A kommun leaves the förbund for one that is not in the baseline.\n\
                 Write in move which one or ones, and in outside what the other förbund is called."
            ),
            Self::Split { .. } => say!(
                language,
                "Förbundet delas. Varje kommun ska stå i exakt en av delarna.\n\
                 Delarna här är ett exempel: hälften efter kommunkod. Skriv kansli = … i en del om den får \
                 en egen kostnad.",
                "The förbund is split. Every kommun must stand in exactly one of the parts.\n\
                 The parts here are an example: halves by kommunkod. Write kansli = … in a part that has a \
                 cost of its own."
            ),
        }
    }
}

/// The alternatives that are possible, today first. `kansli` is what each kansli costs today, if that is known.
#[must_use]
pub fn possible(
    division: &Division,
    table: &KommunTable,
    kansli: Option<Kronor>,
    language: Language,
) -> Vec<Alternative> {
    let (groups, kommuner) = (&division.forbund, &table.kommuner);
    let name = |kommun: KommunId| kommuner.get(kommun).name.clone();
    if let [only] = groups.as_slice() {
        let parts = halves(&only.members).into_iter();
        let parts = parts.map(|part| (part.name, part.members.into_iter().map(name).collect()));
        let kommun = name(smallest(&only.members, table));
        let outside = fresh(language.pick("ett annat förbund", "another förbund"), groups);
        return vec![
            Alternative::Unchanged,
            Alternative::Split { whole: only.name.clone(), parts: parts.collect() },
            Alternative::MoveOutside { kommun, outside },
        ];
    }
    let together = if groups.len() <= FEW { groups.len() } else { 2 };
    let together: Vec<String> = groups.iter().take(together).map(|group| group.name.clone()).collect();
    // As much as today's together: a saving is for the user to state.
    let each = kansli.unwrap_or(EXAMPLE_KANSLI).get();
    let shared = each * i64::try_from(together.len()).expect("a count");
    let mut alternatives = vec![
        Alternative::Unchanged,
        Alternative::Merger {
            parts: together.clone(),
            into: fresh(language.pick("Sammanslaget förbund", "Merged förbund"), groups),
        },
        Alternative::SharedKansli { participants: together, kansli: Kronor::new(shared) },
    ];
    // A förbund that can spare a kommun, if there is one.
    let from = groups.iter().position(|group| group.members.len() > 1);
    let ceases = from.is_none();
    let from = from.unwrap_or(1);
    let moved = groups.get(from).map(|group| smallest(&group.members, table));
    let to = moved.and_then(|moved| {
        let lan = kommuner.get(moved).kommunkod.lan();
        let near = |group: &Group| group.members.iter().any(|&one| kommuner.get(one).kommunkod.lan() == lan);
        let others = || groups.iter().enumerate().filter(|(position, _)| *position != from);
        others().find(|(_, group)| near(group)).or_else(|| others().next())
    });
    alternatives.extend(moved.zip(to).map(|(moved, (_, to))| Alternative::Move {
        kommun: name(moved),
        to: to.name.clone(),
        ceases,
    }));
    alternatives
}

/// The kommun with fewest inhabitants: moving it changes least, and small kommuner are those that ask.
fn smallest(members: &[KommunId], table: &KommunTable) -> KommunId {
    let size = |kommun: &&KommunId| (table.figures[kommun.index()].befolkning_16_64, **kommun);
    *members.iter().min_by_key(size).expect("a förbund has a kommun")
}

/// A name that no förbund has yet.
fn fresh(name: &str, groups: &[Group]) -> String {
    let is_taken = |name: &str| groups.iter().any(|group| canonical(&group.name) == canonical(name));
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|name| !is_taken(name))
        .expect("numbers do not run out")
}
