//! Which alternatives can be written for a division. With two förbund or more: a merger, a shared kansli and a move.
//! With one there is nothing to merge or share: a split and a move out of it.

use super::division::{Division, Group};
use crate::input::kommun_table::KommunTable;
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::text::language::Language;
use crate::text::starter as words;

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
    /// The name of its file, without ending.
    #[must_use]
    pub fn stem(&self) -> &'static str {
        match self {
            Self::Unchanged => "nulage",
            Self::Merger { .. } => "hopslagning",
            Self::SharedKansli { .. } => "gemensamt_kansli",
            Self::Move { .. } | Self::MoveOutside { .. } => "flytt",
            Self::Split { .. } => "delning",
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
        let (first, second) = only.members.split_at(only.members.len().div_ceil(2));
        let parts = words::example_forbund(language).into_iter().zip([first, second]);
        let parts = parts
            .map(|(part, members)| (part.to_owned(), members.iter().copied().map(name).collect::<Vec<_>>()));
        let kommun = name(smallest(&only.members, table));
        let outside = fresh(words::outside_forbund(language), groups);
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
        Alternative::Merger { parts: together.clone(), into: fresh(words::merged_forbund(language), groups) },
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
