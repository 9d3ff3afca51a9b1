//! Maps of who works with whom: today and in each alternative.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::contribution_changes::{Change, ContributionChanges};
use super::redistribution::Redistribution;
use crate::analysis::criteria::CriteriaSide;
use crate::analysis::ratio::{hundredths, kr_per_inhabitant};
use crate::analysis::result::{ScenarioResult, SideResult};
use crate::drawing::classes::Classes;
use crate::drawing::map::atlas::Atlas;
use crate::drawing::map::{
    self, AmountWords, Amounts, BaseMap, Division, DivisionWords, Group, Sheet, Size, Subject, Value,
};
use crate::drawing::palette::{self, Style};
use crate::drawing::shape::Drawing;
use crate::model::kommun::Kommunkod;
use crate::model::kronor::Kronor;
use crate::report::words::map as words;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::number;

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
    pub(super) fn style(&self, forbund: &str) -> Style {
        self.styles.get(forbund).copied().unwrap_or_default()
    }
}

/// Maps with what must be said beside them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Maps {
    /// What they show.
    pub title: String,
    /// All alike in size and extent; none if no kommun has an outline.
    pub drawings: Vec<Drawing>,
    /// What the numbers on them stand for, what cannot be seen on them, and where they come from.
    pub notes: Vec<String>,
}

/// Between maps on paper.
const GAP: i64 = 240;
/// How many stand side by side on paper.
const COLUMNS: i64 = 2;
/// To so many hundredths they may be made smaller, so that one row more has space on a page.
const SMALLEST: i64 = 85;

impl Maps {
    /// The maps in two columns, as many rows on a page as are not higher than `highest` when they are made to fit there
    /// and in `widest`.
    #[must_use]
    pub fn pages(&self, widest: i64, highest: i64) -> Vec<Drawing> {
        let Some(first) = self.drawings.first() else {
            return Vec::new();
        };
        let width = COLUMNS * (first.width + GAP) - GAP;
        let space = highest * width.max(widest) / widest.max(1) * 100 / SMALLEST;
        let rows = (space + GAP) / (first.height + GAP);
        let on_page = usize::try_from(rows.max(1) * COLUMNS).unwrap_or(1);
        let pages = self.drawings.chunks(on_page).map(|maps| {
            let description = maps.iter().map(|map| map.description.as_str()).collect::<Vec<_>>().join(" ");
            Drawing::grid(maps.to_vec(), width, GAP, self.title.clone(), description)
        });
        pages.collect()
    }
}

/// The kommuner of some results as maps show them.
struct Shown<'a> {
    kommuner: BTreeMap<Kommunkod, &'a str>,
    subjects: Vec<Subject>,
    base_map: BaseMap,
    language: Language,
}

impl<'a> Shown<'a> {
    fn new(results: &'a [ScenarioResult], size: Size, language: Language) -> Self {
        let kommuner = kommuner(results);
        let subjects: Vec<Subject> = kommuner
            .iter()
            .map(|(kommunkod, name)| Subject { kommunkod: kommunkod.to_string(), name: (*name).to_owned() })
            .collect();
        let base_map = BaseMap::new(Atlas::sweden(), &subjects, size);
        Self { kommuner, subjects, base_map, language }
    }

    /// What cannot be seen on maps.
    fn notes(&self, drawn: &map::Maps) -> Vec<String> {
        let mut notes = Vec::new();
        let without_outline = self.base_map.without_outline();
        if !without_outline.is_empty() {
            let kommuner = without_outline.iter().map(|subject| {
                let Subject { kommunkod, name } = &self.subjects[*subject];
                format!("{name} ({kommunkod})")
            });
            notes.push(words::without_outline(self.language, &kommuner.collect::<Vec<_>>()));
        }
        if !drawn.unnamed.is_empty() {
            let kommuner = drawn.unnamed.iter().map(|subject| self.subjects[*subject].name.as_str());
            notes.push(words::unnamed(self.language, &kommuner.collect::<Vec<_>>()));
        }
        notes
    }

    /// The maps of a report, on which the numbers are explained in a note.
    fn maps(&self, title: &str, drawn: map::Maps) -> Maps {
        let mut notes = self.notes(&drawn);
        if !drawn.drawings.is_empty() {
            notes.push(words::source(self.language).to_owned());
        }
        if !drawn.key.is_empty() {
            let named = (1..)
                .zip(&drawn.key)
                .map(|(number, key)| format!("{number}{}{}", number::NO_BREAK, key.text));
            notes.insert(0, words::numbers(self.language, &named.collect::<Vec<_>>()));
        }
        Maps { title: title.to_owned(), drawings: drawn.drawings, notes }
    }

    /// A map of today and of each alternative. Alternatives with the same förbund share one.
    fn divisions(&self, results: &[ScenarioResult], looks: &Looks) -> map::Maps {
        let mut divisions: Vec<Division> = Vec::new();
        for (caption, side, criteria) in captioned(results, self.language) {
            let (groups, group_of) = groups(side, criteria, &self.kommuner, looks);
            let mut known = divisions.iter_mut();
            let same = known.find(|known| (&known.groups, &known.group_of) == (&groups, &group_of));
            if let Some(same) = same {
                same.caption = format!("{} · {caption}", same.caption);
            } else {
                let (caption, description) = (caption.to_owned(), String::new());
                divisions.push(Division { caption, description, groups, group_of });
            }
        }
        for division in &mut divisions {
            division.description = in_words(division, &self.subjects, self.language);
        }
        let of_map = DivisionWords {
            seat: words::seat(self.language).to_owned(),
            no_group: words::no_forbund(self.language).to_owned(),
        };
        self.base_map.divisions(&divisions, &of_map)
    }
}

/// The size of a map of a report: as wide as a phone, and so that two and two have space on a page.
const SMALL: Size = Size { width: 3_200, highest: 3_500 };

/// A map of today and of each alternative.
#[must_use]
pub fn divisions(results: &[ScenarioResult], looks: &Looks, language: Language) -> Maps {
    let shown = Shown::new(results, SMALL, language);
    shown.maps(words::caption(language), shown.divisions(results, looks))
}

/// A map of each alternative with what every kommun pays more or less than today; nothing if none does.
#[must_use]
pub fn changes(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> Option<Maps> {
    let on_map = Shown::new(results, SMALL, language);
    let changes = results.iter().map(|result| {
        let changes = ContributionChanges::of(result, redistribution);
        let values: Vec<Value> =
            on_map.kommuner.keys().map(|kommun| value(result, *kommun, changes.get(*kommun))).collect();
        (result, changes, values)
    });
    let is_change = |value: &Value| matches!(value, Value::Amount(amount) if *amount != 0);
    let changes: Vec<_> = changes.filter(|(.., values)| values.iter().any(is_change)).collect();
    if changes.is_empty() {
        return None;
    }
    let amounts = changes.iter().flat_map(|(.., values)| values).filter_map(|value| match value {
        Value::Amount(amount) => Some(*amount),
        Value::Without(_) => None,
    });
    let classes = Classes::of(amounts);
    let signed = |hundredths: i64| number::signed(language, Decimal::new(hundredths, 2));
    let bounds = classes
        .bounds()
        .into_iter()
        .map(|bound| number::signed(language, Decimal::new(bound, 2).normalize()));
    let amount_words = AmountWords {
        unit: words::change_unit(language).to_owned(),
        less: words::pays_less(language).to_owned(),
        more: words::pays_more(language).to_owned(),
        without: words::without_change(language).map(str::to_owned).to_vec(),
        bounds: bounds.collect(),
    };
    let amounts = changes.into_iter().map(|(result, changes, values)| {
        let name = result.head.scenario.name.as_str();
        let (more, less) = changes.more_and_less();
        let after = &result.figures.after.gross;
        let (_, group_of) =
            groups(after, &result.figures.criteria.after, &on_map.kommuner, &Looks::default());
        let figures = values.iter().map(|value| match value {
            Value::Amount(amount) => signed(*amount),
            Value::Without(_) => String::new(),
        });
        Amounts {
            caption: name.to_owned(),
            description: words::change_description(language, name, more, less),
            classes: classes.clone(),
            figures: figures.collect(),
            values,
            group_of,
            words: amount_words.clone(),
        }
    });
    let drawn = on_map.base_map.amounts(&amounts.collect::<Vec<_>>());
    // What has no outline and where the others come from is said below the maps of who is with whom.
    let mut maps = on_map.maps(words::change_caption(language, redistribution.gross()), drawn);
    maps.notes.retain(|note| note != words::source(language));
    Some(maps)
}

/// What a kommun pays more than today per inhabitant, in hundredths of a krona, or why there is no such amount: the
/// place of the reason in [`words::without_change`].
fn value(result: &ScenarioResult, kommunkod: Kommunkod, change: Option<Change>) -> Value {
    let per_inhabitant =
        |amount: Kronor| hundredths(kr_per_inhabitant(amount, *result.inhabitants.get(&kommunkod)?)?);
    match change {
        None => Value::Without(0),
        Some(Change::Leaves) => Value::Without(1),
        Some(Change::By(amount)) => per_inhabitant(amount).map_or(Value::Without(2), Value::Amount),
        Some(Change::Unknown) => Value::Without(2),
    }
}

/// The width of one of few maps in a picture, and of one of many.
const FEW: i64 = 5_600;
const MANY: i64 = 4_000;

/// A picture of its own with all the maps, their numbers and their notes; nothing if no kommun has an outline.
#[must_use]
pub fn picture(results: &[ScenarioResult], language: Language) -> Option<Drawing> {
    let looks = Looks::of(results);
    let draw = |width: i64| {
        let shown = Shown::new(results, Size { width, highest: width * 14 / 10 }, language);
        let drawn = shown.divisions(results, &looks);
        (shown.notes(&drawn), drawn)
    };
    // A map is large where there are few of them; there are as many as different divisions.
    let (mut notes, mut maps) = draw(MANY);
    if maps.drawings.len() <= 2 {
        (notes, maps) = draw(FEW);
    }
    notes.push(words::source(language).to_owned());
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
        notes,
    };
    Some(map::sheet(maps, &sheet))
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
