//! A scenario as the text of a file, with comments that say what may be changed.

use super::change_section;
use super::files::comment;
use super::toml::{self, pair};
use crate::input::document::At;
use crate::input::scenario_file::{ScenarioFile, Verb};
use crate::text::language::Language;
use crate::text::{number, say};

/// What a file is made from.
#[derive(Clone, Copy, Debug)]
pub struct NewScenario<'scenario> {
    /// The changes, complete.
    pub file: &'scenario ScenarioFile,
    /// The path of the baseline as it is to stand in it.
    pub baseline: &'scenario str,
    /// What the changes were found from.
    pub origin: Origin<'scenario>,
    /// The language of comments and of the description.
    pub language: Language,
}

/// What the changes of a file were found from.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'scenario> {
    /// From what was typed.
    Typed,
    /// From a table, to show.
    Table(&'scenario str),
    /// From a search, to show.
    Search(&'scenario str),
}

impl NewScenario<'_> {
    /// The text of the file.
    #[must_use]
    pub fn text(self) -> String {
        let language = self.language;
        let verbs: Vec<&Verb> = self.file.changes.iter().filter_map(|change| change.verb.as_ref()).collect();
        let mut out = comment(&self.head());
        out += &pair("name", &toml::text(self.file.name.as_ref().map_or("", |name| name.value.as_str())));
        out += &pair("description", &toml::text(&description(&verbs, language)));
        out += &pair("baseline", &toml::text(self.baseline));
        if verbs.is_empty() {
            out += "\n";
            out += &comment(&example(language));
        }
        let mut explained: Vec<std::mem::Discriminant<Verb>> = Vec::new();
        for change in &self.file.changes {
            let Some(verb) = &change.verb else { continue };
            out += "\n";
            // Once is enough for all of a kind.
            let kind = std::mem::discriminant(verb);
            if !explained.contains(&kind) {
                out += &comment(&explanation(verb, language));
                explained.push(kind);
            }
            out += &change_section::text(change);
        }
        out
    }

    fn head(self) -> String {
        let language = self.language;
        let head = match self.origin {
            Origin::Search(search) => say!(
                language,
                "Ett alternativ, skrivet av finsam search ur {search}: ändringarna leder från dagens förbund till \
                 indelningen.",
                "An alternative, written by finsam search from {search}: the changes lead from today's förbund to the \
                 grouping."
            ),
            Origin::Table(table) => say!(
                language,
                "Ett alternativ, skrivet av finsam new ur {table}: ändringarna leder från dagens förbund till \
                 tabellens.",
                "An alternative, written by finsam new from {table}: the changes lead from today's förbund to those \
                 of the table."
            ),
            Origin::Typed => say!(
                language,
                "Ett alternativ till dagens förbund, skrivet av finsam new.",
                "An alternative to today's förbund, written by finsam new."
            ),
        };
        head + "\n"
            + &say!(
                language,
                "Ändringarna görs i ordning. Belopp är kronor per år. Allt efter # är en kommentar.",
                "The changes are done in order. Amounts are kronor a year. All behind # is a comment."
            )
    }
}

/// Stands where the changes will, as long as there are none.
fn example(language: Language) -> String {
    let text = say!(
        language,
        "Inget ändras än. Skriv ändringarna här, en [[change]] för varje, till exempel:",
        "Nothing changes yet. Write the changes here, one [[change]] for each, for example:"
    );
    text + "\n[[change]]\nmerge = [\"Förbund A\", \"Förbund B\"]\ninto = \"Förbund AB\"\n\n[[change]]\n\
           move = [\"Kommun\"]\nto = \"Förbund C\""
}

/// What the changes do, in a sentence each.
fn description(verbs: &[&Verb], language: Language) -> String {
    if verbs.is_empty() {
        return say!(language, "Förbunden som i dag.", "The förbund as today.");
    }
    let sentences: Vec<String> = verbs.iter().map(|verb| sentence(verb, language)).collect();
    sentences.join(" ")
}

fn sentence(verb: &Verb, language: Language) -> String {
    let list = |names: &At<Vec<At<String>>>| {
        let names: Vec<&String> = names.value.iter().map(|name| &name.value).collect();
        language.list(&names)
    };
    match verb {
        Verb::Merge { parts, into } => {
            let (parts, into) = (list(parts), &into.value);
            say!(language, "{parts} slås ihop till {into}.", "{parts} are merged into {into}.")
        }
        Verb::Move { kommuner, to: target } | Verb::MoveOutside { kommuner, outside: target } => {
            let (several, kommuner, to) = (kommuner.value.len() > 1, list(kommuner), &target.value);
            let moves = if several { "move" } else { "moves" };
            say!(language, "{kommuner} flyttar till {to}.", "{kommuner} {moves} to {to}.")
        }
        Verb::Split { whole, into } => {
            let names: Vec<&String> =
                into.iter().filter_map(|part| Some(&part.name.as_ref()?.value)).collect();
            let (whole, parts) = (&whole.value, language.list(&names));
            say!(language, "{whole} delas i {parts}.", "{whole} is split into {parts}.")
        }
        Verb::Create { name, kommuner } => {
            let (several, name, kommuner) = (kommuner.value.len() > 1, &name.value, list(kommuner));
            let form = if several { "form" } else { "forms" };
            say!(language, "{kommuner} bildar {name}.", "{kommuner} {form} {name}.")
        }
        Verb::Leave { kommuner } => {
            let (several, kommuner) = (kommuner.value.len() > 1, list(kommuner));
            let leave = if several { "leave their förbund" } else { "leaves its förbund" };
            say!(language, "{kommuner} är inte med i något förbund.", "{kommuner} {leave} and join none.")
        }
        Verb::Dissolve { forbund } => {
            let forbund = &forbund.value;
            say!(language, "{forbund} upphör.", "{forbund} ceases.")
        }
        Verb::Keep { forbund } => {
            let forbund = &forbund.value;
            say!(
                language,
                "{forbund} står som i dag men med det kansli som anges.",
                "{forbund} stands as today but with the kansli that is stated."
            )
        }
        Verb::Elsewhere { more } => {
            let more = number::signed(language, more.value.into());
            say!(
                language,
                "Förbund i resten av riket: {more}.",
                "Förbund in the rest of the country: {more}."
            )
        }
        Verb::Insatser {} => say!(language, "Bara insatser ändras.", "Only insatser change."),
        Verb::SharedKansli { participants, .. } => {
            let participants = list(participants);
            say!(language, "{participants} delar ett kansli.", "{participants} share a kansli.")
        }
    }
}

/// The comment above the first change of a kind.
fn explanation(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Merge { .. } => say!(
            language,
            "Förbund slås ihop. Utan kansli = … antas det nya kansliet kosta lika mycket som delarnas tillsammans.\n\
             sate = … säger var det nya förbundet har sitt säte.",
            "Förbund are merged. Without kansli = … the new kansli is assumed to cost as much as those of the parts \
             together.\n\
             sate = … says where the new förbund has its seat."
        ),
        Verb::Move { .. } | Verb::MoveOutside { .. } => say!(
            language,
            "Kommuner byter förbund. Ett förbund utan kommuner upphör, och dess kansli följer kommunerna.\n\
             kansli = … är mottagarens kansli efteråt, om det ändras.",
            "Kommuner change förbund. A förbund without kommuner ceases, and its kansli goes with the kommuner.\n\
             kansli = … is that of the receiver afterwards, if it changes."
        ),
        Verb::Split { .. } => say!(
            language,
            "Ett förbund delas. Varje kommun ska stå i exakt en av delarna.\n\
             Delarna delar på kansliet efter invånare 16–64 år; skriv kansli = … i en del som får en egen kostnad.",
            "A förbund is split. Every kommun must stand in exactly one of the parts.\n\
             The parts share the kansli by inhabitants 16–64; write kansli = … in a part that has a cost of its own."
        ),
        Verb::Create { .. } => say!(
            language,
            "Ett nytt förbund bildas. kansli = … är vad dess kansli kostar, vilket bara ni vet. Utan det tar det över\n\
             kanslierna i de förbund som upphör; upphör inget, är pengarna till insatser okända.",
            "A new förbund is created. kansli = … is what its kansli costs, which only you know. Without it, it takes \
             over\n\
             the kanslier of the förbund that cease; if none does, the money for insatser is unknown."
        ),
        Verb::Leave { .. } | Verb::Dissolve { .. } => say!(
            language,
            "Kommuner som inte är med i något förbund sedan. De för inget med sig; ett förbund utan kommuner upphör.",
            "Kommuner that are in no förbund then. They bring nothing; a förbund without kommuner ceases."
        ),
        Verb::Keep { .. } => say!(
            language,
            "Ett förbund behåller sina kommuner. kansli = … är vad det kostar efteråt, med dess del i det som delas i dag.",
            "A förbund keeps its kommuner. kansli = … is what it costs afterwards, with its part in what is shared today."
        ),
        Verb::Insatser {} => String::new(),
        Verb::Elsewhere { .. } => say!(
            language,
            "Förbunden i resten av riket blir fler eller färre. Det ändrar nettobeloppen, aldrig bruttobeloppen.",
            "There are more or fewer förbund in the rest of the country. That changes net amounts, never gross ones."
        ),
        Verb::SharedKansli { .. } => say!(
            language,
            "Förbunden är kvar och delar ett kansli, som ersätter deras egna.\n\
             split_by säger hur kostnaden delas: \"budget\", \"lika\" eller \"befolkning_16_64\".",
            "The förbund remain and share a kansli, which replaces their own.\n\
             split_by says how the cost is divided: \"budget\", \"lika\" (alike) or \"befolkning_16_64\"."
        ),
    }
}
