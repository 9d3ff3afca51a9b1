//! Maps of who works with whom: today and in each alternative.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::contribution_changes::{Change, ContributionChanges, Whole, more_and_less};
use super::redistribution::Redistribution;
use super::rows;
use crate::analysis::criteria::CriteriaSide;
use crate::analysis::divided::Divided;
use crate::analysis::ratio::{hundredths, kr_per_inhabitant};
use crate::analysis::result::{ForbundResult, ScenarioResult};
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
use crate::report::words::period::Period;
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
        for rows in sides(results) {
            for row in &rows {
                if !names.contains(&row.name.as_str()) {
                    names.push(&row.name);
                }
            }
            let place = |name: &str| names.iter().position(|known| *known == name);
            let of = forbund_of(&rows, results);
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

/// Maps with what must be said beside them. They are drawn when somebody looks at them.
#[derive(Debug)]
pub struct Maps {
    /// What they show.
    pub title: String,
    base: Rc<Base>,
    content: Content,
    drawn: OnceCell<Drawn>,
}

/// What maps show.
#[derive(Debug)]
enum Content {
    Divisions(Vec<Division>),
    Changes(Vec<Amounts>),
}

#[derive(Debug)]
struct Drawn {
    /// All alike in size and extent.
    drawings: Vec<Drawing>,
    notes: Vec<String>,
}

/// Between maps on paper.
const GAP: i64 = 240;
/// How many stand side by side on paper.
const COLUMNS: i64 = 2;
/// To so many hundredths they may be made smaller, so that one row more has space on a page.
const SMALLEST: i64 = 85;

impl Maps {
    fn new(title: String, base: &Rc<Base>, content: Content) -> Self {
        Self { title, base: Rc::clone(base), content, drawn: OnceCell::new() }
    }

    fn drawn(&self) -> &Drawn {
        self.drawn.get_or_init(|| {
            let (base, language) = (&self.base, self.base.language);
            let drawn = match &self.content {
                Content::Divisions(divisions) => base.map().divisions(divisions, &base.division_words()),
                Content::Changes(amounts) => base.map().amounts(amounts),
            };
            let numbered = (1..)
                .zip(&drawn.key)
                .map(|(number, key)| format!("{number}{}{}", number::NO_BREAK, key.text));
            let numbered: Vec<String> = numbered.collect();
            let numbers = (!numbered.is_empty()).then(|| words::numbers(language, &numbered));
            // What has no outline and where the others come from is said once.
            let (without_outline, source) = match self.content {
                Content::Divisions(_) => (base.without_outline(), Some(words::source(language).to_owned())),
                Content::Changes(_) => (None, None),
            };
            let notes = [numbers, base.without_colour(), without_outline, base.unnamed(&drawn), source];
            Drawn { drawings: drawn.drawings, notes: notes.into_iter().flatten().collect() }
        })
    }

    /// The maps, all alike in size and extent.
    #[must_use]
    pub fn drawings(&self) -> &[Drawing] {
        &self.drawn().drawings
    }

    /// What the numbers on them stand for, what cannot be seen on them, and where they come from.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.drawn().notes
    }

    /// The maps in two columns, as many rows on a page as are not higher than `highest` when they are made to fit there
    /// and in `widest`.
    #[must_use]
    pub fn pages(&self, widest: i64, highest: i64) -> Vec<Drawing> {
        let drawings = self.drawings();
        let Some(first) = drawings.first() else {
            return Vec::new();
        };
        let width = COLUMNS * (first.width + GAP) - GAP;
        let space = highest * width.max(widest) / widest.max(1) * 100 / SMALLEST;
        let rows = (space + GAP) / (first.height + GAP);
        let on_page = usize::try_from(rows.max(1) * COLUMNS).unwrap_or(1);
        let pages = drawings.chunks(on_page).map(|maps| {
            let description = maps.iter().map(|map| map.description.as_str()).collect::<Vec<_>>().join(" ");
            Drawing::grid(maps.to_vec(), width, GAP, self.title.clone(), description)
        });
        pages.collect()
    }
}

/// What all maps of a report have in common, made once.
#[derive(Debug)]
struct Base {
    subjects: Vec<Subject>,
    /// The kommuner whose parts are in different förbund on one of the maps.
    parted: Vec<String>,
    size: Size,
    language: Language,
    map: OnceCell<BaseMap>,
}

impl Base {
    fn new(results: &[ScenarioResult], size: Size, language: Language) -> Self {
        let kommuner = kommuner(results);
        let subjects = kommuner
            .iter()
            .map(|(kommunkod, name)| Subject { kommunkod: kommunkod.to_string(), name: (*name).to_owned() });
        Self { subjects: subjects.collect(), parted: parted(results), size, language, map: OnceCell::new() }
    }

    fn map(&self) -> &BaseMap {
        self.map.get_or_init(|| BaseMap::new(Atlas::sweden(), &self.subjects, self.size))
    }

    /// Whether any kommun has an outline.
    fn has_outlines(&self) -> bool {
        self.subjects.iter().any(|subject| Atlas::sweden().find(&subject.kommunkod).is_some())
    }

    /// That kommuner have no outline, if there are such.
    fn without_outline(&self) -> Option<String> {
        let kommuner =
            self.subjects.iter().filter(|subject| Atlas::sweden().find(&subject.kommunkod).is_none());
        let kommuner: Vec<String> =
            kommuner.map(|Subject { kommunkod, name }| format!("{name} ({kommunkod})")).collect();
        (!kommuner.is_empty()).then(|| words::without_outline(self.language, &kommuner))
    }

    fn division_words(&self) -> DivisionWords {
        let language = self.language;
        let no_group = if self.parted.is_empty() {
            words::no_forbund(language)
        } else {
            words::no_forbund_or_several(language)
        };
        DivisionWords { seat: words::seat(language).to_owned(), no_group: no_group.to_owned() }
    }

    /// That kommuner have no colour, since they are in several förbund, if there are such.
    fn without_colour(&self) -> Option<String> {
        (!self.parted.is_empty()).then(|| words::without_colour(self.language, &self.parted))
    }

    /// That kommuner have neither name nor number on one of some maps, if there are such.
    fn unnamed(&self, drawn: &map::Maps) -> Option<String> {
        let kommuner = drawn.unnamed.iter().map(|subject| self.subjects[*subject].name.as_str());
        let kommuner: Vec<&str> = kommuner.collect();
        (!kommuner.is_empty()).then(|| words::unnamed(self.language, &kommuner))
    }
}

/// The grouping of today and of each alternative. Alternatives with the same förbund share one.
fn divisions(
    results: &[ScenarioResult],
    looks: &Looks,
    kommuner: &BTreeMap<Kommunkod, &str>,
    language: Language,
) -> Vec<Division> {
    let mut divisions: Vec<Division> = Vec::new();
    for (caption, rows, criteria) in captioned(results, language) {
        let (groups, group_of) = groups(&rows, criteria, (kommuner, results), looks);
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
        division.description = in_words(division, kommuner, language);
    }
    divisions
}

/// The size of a map of a report: as wide as a phone, and so that two and two have space on a page.
const SMALL: Size = Size { width: 3_200, highest: 3_500 };

/// The maps of a report: who is with whom today and in each alternative, and what every kommun pays more or less, if
/// any does. Where no kommun has an outline there is only a note to say so.
pub(super) fn maps(
    results: &[ScenarioResult],
    looks: &Looks,
    redistribution: Redistribution,
    language: Language,
) -> Result<Vec<Maps>, Option<String>> {
    let kommuner = kommuner(results);
    let base = Rc::new(Base::new(results, SMALL, language));
    if !base.has_outlines() {
        return Err(base.without_outline());
    }
    let content = Content::Divisions(divisions(results, looks, &kommuner, language));
    let divisions = Maps::new(words::caption(language, Period::of_all(results)), &base, content);
    let changes = changes(results, &kommuner, redistribution, language).map(|amounts| {
        let title = words::change_caption(language, Period::of_all(results), redistribution.gross());
        Maps::new(title, &base, Content::Changes(amounts))
    });
    Ok(std::iter::once(divisions).chain(changes).collect())
}

/// For each alternative what every kommun pays more or less than today; nothing if none does.
fn changes(
    results: &[ScenarioResult],
    kommuner: &BTreeMap<Kommunkod, &str>,
    redistribution: Redistribution,
    language: Language,
) -> Option<Vec<Amounts>> {
    let changes = results.iter().map(|result| {
        let changes = ContributionChanges::of(result, redistribution).of_kommuner(result);
        let values: Vec<Value> = kommuner.keys().map(|kommun| value(result, changes.get(kommun))).collect();
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
        let amounts = changes.values().filter_map(|kommun| match kommun.change {
            Change::By(amount) => Some(amount),
            Change::Leaves(_) | Change::Unknown => None,
        });
        let (more, less) = more_and_less(amounts);
        let after = rows::at_the_end(result);
        let criteria = &result.figures.criteria.after;
        let (_, group_of) = groups(&after, criteria, (kommuner, results), &Looks::default());
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
    Some(amounts.collect())
}

/// What a kommun pays more than today per inhabitant, in hundredths of a krona, or why there is no such amount: the
/// place of the reason in [`words::without_change`].
fn value(result: &ScenarioResult, kommun: Option<&Whole<'_>>) -> Value {
    let Some(Whole { parts, change, .. }) = kommun else { return Value::Without(0) };
    // Of a divided kommun by the inhabitants of its parts that take part.
    let inhabitants = || parts.iter().map(|part| result.inhabitants.get(part)).sum::<Option<u64>>();
    let per_inhabitant = |amount: Kronor| hundredths(kr_per_inhabitant(amount, inhabitants()?)?);
    match change {
        Change::Leaves(_) => Value::Without(1),
        Change::By(amount) => per_inhabitant(*amount).map_or(Value::Without(2), Value::Amount),
        Change::Unknown => Value::Without(2),
    }
}

/// The width of one of few maps in a picture, and of one of many.
const FEW: i64 = 5_600;
const MANY: i64 = 4_000;

/// A picture of its own with all the maps, their numbers and their notes; nothing if no kommun has an outline.
#[must_use]
pub fn picture(results: &[ScenarioResult], language: Language) -> Option<Drawing> {
    let looks = Looks::of(results);
    let kommuner = kommuner(results);
    let divisions = divisions(results, &looks, &kommuner, language);
    // A map is large where there are few of them.
    let width = if divisions.len() <= 2 { FEW } else { MANY };
    let base = Base::new(results, Size { width, highest: width * 14 / 10 }, language);
    let maps = base.map().divisions(&divisions, &base.division_words());
    let notes = [
        base.without_colour(),
        base.without_outline(),
        base.unnamed(&maps),
        Some(words::source(language).to_owned()),
    ];
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
        notes: notes.into_iter().flatten().collect(),
    };
    Some(map::sheet(maps, &sheet))
}

/// Every kommun that is in a förbund today or in an alternative, or of which a part is, with its name.
fn kommuner(results: &[ScenarioResult]) -> BTreeMap<Kommunkod, &str> {
    let kommuner =
        results.iter().flat_map(|result| result.figures.kommuner.iter().map(move |kommun| (result, kommun)));
    let named = kommuner.map(|(result, kommun)| match divided(result, kommun.kommunkod.whole()) {
        Some(whole) => (whole.kommunkod, whole.kommun.as_str()),
        None => (kommun.kommunkod, kommun.kommun.as_str()),
    });
    named.collect()
}

/// The parts of a kommun, if it has some.
fn divided(result: &ScenarioResult, kommunkod: Kommunkod) -> Option<&Divided> {
    result.divided.iter().find(|divided| divided.kommunkod == kommunkod)
}

/// The names of the kommuner whose parts are in different förbund today or in an alternative.
fn parted(results: &[ScenarioResult]) -> Vec<String> {
    let all = results.first().map_or(&[][..], |result| &result.divided).iter();
    let is_parted = |divided: &&Divided| {
        sides(results).any(|rows| {
            let of_parts = of_parts(&rows, divided);
            of_parts.iter().any(|of| *of != of_parts[0])
        })
    };
    all.filter(is_parted).map(|divided| divided.kommun.clone()).collect()
}

/// The name of the förbund of each part of a kommun.
fn of_parts<'run>(rows: &[&'run ForbundResult], divided: &Divided) -> Vec<Option<&'run str>> {
    let of_part = |part| rows.iter().find(|row| row.members.contains(part)).map(|row| row.name.as_str());
    divided.parts.iter().map(|(part, _)| of_part(part)).collect()
}

/// The förbund of today and of every alternative.
fn sides(results: &[ScenarioResult]) -> impl Iterator<Item = Vec<&ForbundResult>> {
    let today = results.first().map(|result| result.figures.before.forbund.iter().collect());
    today.into_iter().chain(results.iter().map(rows::at_the_end))
}

/// Today and every alternative, with its name and its seats.
fn captioned(
    results: &[ScenarioResult],
    language: Language,
) -> impl Iterator<Item = (&str, Vec<&ForbundResult>, &CriteriaSide)> {
    let seats = results.first().map(|result| &result.figures.criteria.before).into_iter();
    let seats = seats.chain(results.iter().map(|result| &result.figures.criteria.after));
    let names = results.iter().map(|result| result.head.scenario.name.as_str());
    let captions = std::iter::once(labels(language).forbund_today).chain(names);
    captions.zip(sides(results)).zip(seats).map(|((caption, rows), seats)| (caption, rows, seats))
}

/// The name of each kommun's förbund; of a divided kommun only where all its parts are in the same.
fn forbund_of<'run>(
    rows: &[&'run ForbundResult],
    results: &[ScenarioResult],
) -> BTreeMap<Kommunkod, &'run str> {
    let members = rows.iter().flat_map(|row| row.members.iter().map(|member| (*member, row.name.as_str())));
    let mut of: BTreeMap<Kommunkod, &str> = members.collect();
    for divided in results.first().map_or(&[][..], |result| &result.divided) {
        let of_parts = of_parts(rows, divided);
        if let (Some(forbund), true) = (of_parts[0], of_parts.iter().all(|of| *of == of_parts[0])) {
            of.insert(divided.kommunkod, forbund);
        }
    }
    of
}

/// Förbund as they are drawn, and which of them each kommun is in.
fn groups(
    rows: &[&ForbundResult],
    criteria: &CriteriaSide,
    (kommuner, results): (&BTreeMap<Kommunkod, &str>, &[ScenarioResult]),
    looks: &Looks,
) -> (Vec<Group>, Vec<Option<usize>>) {
    let place = |kommunkod: Kommunkod| kommuner.keys().position(|known| *known == kommunkod.whole());
    let seats: BTreeMap<&str, Kommunkod> = criteria
        .forbund
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.sate.as_ref()?.kommunkod)))
        .collect();
    let groups = rows.iter().map(|row| Group {
        name: row.name.clone(),
        style: looks.style(&row.name),
        seat: seats.get(row.name.as_str()).and_then(|seat| place(*seat)),
    });
    let numbers: BTreeMap<&str, usize> =
        rows.iter().enumerate().map(|(number, row)| (row.name.as_str(), number)).collect();
    let of = forbund_of(rows, results);
    let group_of = kommuner.keys().map(|kommun| of.get(kommun).map(|name| numbers[name]));
    (groups.collect(), group_of.collect())
}

/// A map in words: each förbund with its kommuner, or where they are many how many they are.
fn in_words(division: &Division, kommuner: &BTreeMap<Kommunkod, &str>, language: Language) -> String {
    const NAMED: usize = 60;
    let members = division.groups.iter().enumerate().map(|(number, group)| {
        let of = kommuner.values().zip(&division.group_of).filter(|(_, of)| **of == Some(number));
        (group.name.as_str(), of.map(|(name, _)| *name).collect::<Vec<_>>())
    });
    if kommuner.len() <= NAMED {
        words::description(language, &division.caption, &members.collect::<Vec<_>>())
    } else {
        let numbers = members.map(|(name, members)| (name, members.len()));
        words::description_in_numbers(language, &division.caption, &numbers.collect::<Vec<_>>())
    }
}
