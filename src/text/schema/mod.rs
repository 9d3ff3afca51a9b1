//! What an editor tells of every key of a file, and what a script's author reads of every key of the result.

mod baseline;
mod criteria;
mod result;
mod scenario;

use super::language::Language;
use crate::schema::Subject;

/// A place in a schema with its text in Swedish and in English. "" is the file itself. Where a table is of several
/// kinds, the kind stands in brackets.
type Told = (&'static str, &'static str, &'static str);

/// A text in Swedish and in English that is told at several places.
type Text = (&'static str, &'static str);

// Baselines and scenarios name assumptions alike.
const ASSUMPTION_ID: Text = (
    "Antagandets namn för program. Slutar det på kansli_illustrative, är filens kanslikostnader exempel, och det sägs var de avgör något.",
    "The name of the assumption for programs. If it ends in kansli_illustrative, the kansli costs of the file are examples, which is said wherever they decide anything.",
);
const ASSUMPTION_TEXT: Text = ("Antagandet i ord.", "The assumption in words.");
const ASSUMPTION_TEXT_EN: Text = (
    "Antagandet på engelska, för resultat på engelska. Utan den används text.",
    "The assumption in English, for results in English. Without it text is used.",
);

// Figures that come gross and net.
const GROSS: Text = ("Brutto.", "Gross.");
const NET: Text = ("Netto. Null om nettobelopp saknas.", "Net. Null if there are no net amounts.");

/// One of the places of such a text.
const fn at(place: &'static str, (swedish, english): Text) -> Told {
    (place, swedish, english)
}

/// The title of a schema.
#[must_use]
pub fn title(subject: Subject, language: Language) -> &'static str {
    let (swedish, english) = match subject {
        Subject::Baseline => ("Utgångsläge för finsam", "A baseline of finsam"),
        Subject::Scenario => ("Scenario för finsam", "A scenario of finsam"),
        Subject::Result => ("Resultat från finsam", "A result of finsam"),
    };
    language.pick(swedish, english)
}

/// The text at a place; `None` if there is none.
#[must_use]
pub fn description(subject: Subject, place: &str, language: Language) -> Option<&'static str> {
    let told = all(subject).find(|(told, ..)| *told == place);
    told.map(|(_, swedish, english)| language.pick(*swedish, *english))
}

/// Every place that has a text.
pub fn places(subject: Subject) -> impl Iterator<Item = &'static str> {
    all(subject).map(|(place, ..)| *place)
}

fn all(subject: Subject) -> impl Iterator<Item = &'static Told> {
    let (told, more): (&[Told], &[Told]) = match subject {
        Subject::Baseline => (baseline::TOLD, &[]),
        Subject::Scenario => (scenario::TOLD, &[]),
        Subject::Result => (result::TOLD, criteria::TOLD),
    };
    told.iter().chain(more)
}
