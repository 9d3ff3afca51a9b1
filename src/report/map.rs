//! Maps of who works with whom: today and in each alternative.

use std::collections::BTreeMap;

use crate::analysis::criteria::CriteriaSide;
use crate::analysis::result::{ScenarioResult, SideResult};
use crate::drawing::map::atlas::Atlas;
use crate::drawing::map::{self, BaseMap, Division, DivisionWords, Group, Numbered, Sheet, Size, Subject};
use crate::drawing::palette::{self, Style};
use crate::drawing::shape::Drawing;
use crate::model::kommun::Kommunkod;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::map as words;

/// How each förbund looks, the same in everything that is drawn of some results. A förbund is known by its name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Looks {
    styles: BTreeMap<String, Style>,
}

impl Looks {
    /// A look for every förbund of today and of the alternatives, of which no two that touch on a map are alike.
    #[must_use]
    pub fn of(results: &[ScenarioResult]) -> Self {
        let kommuner = kommuner(results);
        let kommunkoder: Vec<String> = kommuner.keys().map(ToString::to_string).collect();
        let kommunkoder: Vec<&str> = kommunkoder.iter().map(String::as_str).collect();
        let mut names: Vec<&str> = Vec::new();
        let mut divisions = Vec::new();
        for side in sides(results) {
            for row in &side.forbund {
                if !names.contains(&row.name.as_str()) {
                    names.push(&row.name);
                }
            }
            let place = |name: &str| names.iter().position(|known| *known == name);
            let of = forbund_of(side);
            divisions
                .push(kommuner.keys().map(|kommun| of.get(kommun).and_then(|name| place(name))).collect());
        }
        let touching = map::touching(Atlas::sweden(), &kommunkoder, &divisions);
        let styles = palette::styles(names.len(), &touching);
        Self { styles: names.into_iter().map(str::to_owned).zip(styles).collect() }
    }

    /// The look of a förbund; the first of all for one that is in no result.
    fn style(&self, forbund: &str) -> Style {
        self.styles.get(forbund).copied().unwrap_or_default()
    }
}

/// Maps with what must be said beside them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Maps {
    /// A map for each way of dividing the kommuner, all alike in size and extent; none if no kommun has an outline.
    pub drawings: Vec<Drawing>,
    /// What the numbers on the maps stand for: 1, 2, 3 …
    pub key: Vec<Numbered>,
    /// What cannot be seen on them, and where they come from.
    pub notes: Vec<String>,
}

/// A map of today and of each alternative, each of this size. Alternatives with the same förbund share one.
#[must_use]
pub fn maps(results: &[ScenarioResult], looks: &Looks, size: Size, language: Language) -> Maps {
    let kommuner = kommuner(results);
    let subjects: Vec<Subject> = kommuner
        .iter()
        .map(|(kommunkod, name)| Subject { kommunkod: kommunkod.to_string(), name: (*name).to_owned() })
        .collect();
    let mut divisions: Vec<Division> = Vec::new();
    for (caption, side, criteria) in captioned(results, language) {
        let (groups, group_of) = groups(side, criteria, &kommuner, looks);
        let same =
            divisions.iter_mut().find(|known| (&known.groups, &known.group_of) == (&groups, &group_of));
        match same {
            Some(known) => known.caption = format!("{} · {caption}", known.caption),
            None => {
                divisions.push(Division {
                    caption: caption.to_owned(),
                    description: String::new(),
                    groups,
                    group_of,
                });
            }
        }
    }
    for division in &mut divisions {
        division.description = in_words(division, &subjects, language);
    }
    let base_map = BaseMap::new(Atlas::sweden(), &subjects, size);
    let of_map = DivisionWords {
        seat: words::seat(language).to_owned(),
        no_group: words::no_forbund(language).to_owned(),
    };
    let drawn = base_map.divisions(&divisions, &of_map);
    let mut notes = Vec::new();
    let without_outline = base_map.without_outline();
    if !without_outline.is_empty() {
        let kommuner = without_outline.iter().map(|subject| {
            let Subject { kommunkod, name } = &subjects[*subject];
            format!("{name} ({kommunkod})")
        });
        notes.push(words::without_outline(language, &kommuner.collect::<Vec<_>>()));
    }
    if !drawn.unnamed.is_empty() {
        let kommuner = drawn.unnamed.iter().map(|subject| subjects[*subject].name.as_str());
        notes.push(words::unnamed(language, &kommuner.collect::<Vec<_>>()));
    }
    if !drawn.drawings.is_empty() {
        notes.push(words::source(language).to_owned());
    }
    Maps { drawings: drawn.drawings, key: drawn.key, notes }
}

/// The width of one of few maps in a picture, and of one of many.
const FEW: i64 = 5_600;
const MANY: i64 = 4_000;

/// A picture of its own with all the maps, their numbers and their notes; nothing if no kommun has an outline.
#[must_use]
pub fn picture(results: &[ScenarioResult], language: Language) -> Option<Drawing> {
    let looks = Looks::of(results);
    // A map is large where there are few of them; there are as many as different divisions.
    let draw = |width: i64| maps(results, &looks, Size { width, highest: width * 14 / 10 }, language);
    let mut maps = draw(MANY);
    if maps.drawings.len() <= 2 {
        maps = draw(FEW);
    }
    let columns = match maps.drawings.len() {
        count @ ..=3 => count,
        4 => 2,
        _ => 3,
    };
    let title = words::title(language, &results.first()?.head.baseline.name);
    let first = maps.drawings.first()?;
    let descriptions: Vec<&str> = maps.drawings.iter().map(|drawing| drawing.description.as_str()).collect();
    let sheet = Sheet {
        width: map::sheet_width(first.width, columns),
        title,
        description: descriptions.join(" "),
        notes: maps.notes,
    };
    let drawn = map::Maps { drawings: maps.drawings, key: maps.key, unnamed: Vec::new() };
    Some(map::sheet(drawn, &sheet))
}

/// Every kommun that is in a förbund today or in an alternative, with its name.
fn kommuner(results: &[ScenarioResult]) -> BTreeMap<Kommunkod, &str> {
    let kommuner = results.iter().flat_map(|result| &result.figures.kommuner);
    kommuner.map(|kommun| (kommun.kommunkod, kommun.kommun.as_str())).collect()
}

/// Today and every alternative.
fn sides(results: &[ScenarioResult]) -> impl Iterator<Item = &SideResult> {
    let today = results.first().map(|result| &result.figures.before);
    today.into_iter().chain(results.iter().map(|result| &result.figures.after.gross))
}

/// Today and every alternative, with its name and its seats.
fn captioned(
    results: &[ScenarioResult],
    language: Language,
) -> impl Iterator<Item = (&str, &SideResult, &CriteriaSide)> {
    let seats = results.first().map(|result| &result.figures.criteria.before).into_iter();
    let seats = seats.chain(results.iter().map(|result| &result.figures.criteria.after));
    let names = results.iter().map(|result| result.head.scenario.name.as_str());
    let captions = std::iter::once(labels(language).today).chain(names);
    captions.zip(sides(results)).zip(seats).map(|((caption, side), seats)| (caption, side, seats))
}

/// The name of each kommun's förbund.
fn forbund_of(side: &SideResult) -> BTreeMap<Kommunkod, &str> {
    let rows = side.forbund.iter();
    rows.flat_map(|row| row.members.iter().map(|member| (*member, row.name.as_str()))).collect()
}

/// The förbund of a side, and which of them each kommun is in.
fn groups(
    side: &SideResult,
    criteria: &CriteriaSide,
    kommuner: &BTreeMap<Kommunkod, &str>,
    looks: &Looks,
) -> (Vec<Group>, Vec<Option<usize>>) {
    let place = |kommunkod: Kommunkod| kommuner.keys().position(|known| *known == kommunkod);
    let seats: BTreeMap<&str, Kommunkod> = criteria
        .forbund
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.sate.as_ref()?.kommunkod)))
        .collect();
    let groups = side.forbund.iter().map(|row| Group {
        name: row.name.clone(),
        style: looks.style(&row.name),
        seat: seats.get(row.name.as_str()).and_then(|seat| place(*seat)),
    });
    let numbers: BTreeMap<&str, usize> =
        side.forbund.iter().enumerate().map(|(number, row)| (row.name.as_str(), number)).collect();
    let of = forbund_of(side);
    let group_of = kommuner.keys().map(|kommun| of.get(kommun).map(|name| numbers[name]));
    (groups.collect(), group_of.collect())
}

/// A map in words: each förbund with its kommuner, or where they are many how many they are.
fn in_words(division: &Division, subjects: &[Subject], language: Language) -> String {
    const NAMED: usize = 60;
    let members = division.groups.iter().enumerate().map(|(number, group)| {
        let of = subjects.iter().zip(&division.group_of).filter(|(_, of)| **of == Some(number));
        (group.name.as_str(), of.map(|(subject, _)| subject.name.as_str()).collect::<Vec<_>>())
    });
    if subjects.len() <= NAMED {
        words::description(language, &division.caption, &members.collect::<Vec<_>>())
    } else {
        let numbers = members.map(|(name, members)| (name, members.len()));
        words::description_in_numbers(language, &division.caption, &numbers.collect::<Vec<_>>())
    }
}
