//! What the heading of a column, or the name of a series, means.

use super::ages::Ages;
use super::value;
use crate::model::name::{folded, start};

/// A column of what, as far as its heading tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dimension {
    Year,
    Month,
    Age,
    Sex,
    /// The name of the series stands in the row.
    Series,
    Lan,
    /// The body that pays, or in statistics a kommun or a län.
    Region,
    Forbund,
}

impl Dimension {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Forbund as usize + 1;
}

/// The form in which headings are compared: folded, with underscores and dashes as blanks. A text that goes on for
/// longer than names do is compared by its start.
pub(super) fn plain(heading: &str) -> String {
    folded(start(heading)).replace(['_', '–', '—', '−'], "-").replace("- ", "-").replace(" -", "-")
}

/// A heading as its publisher wrote it, where a program has made a name of it: to R "X2019" is 2019 and
/// "Invånare.16.64.år" is "Invånare 16-64 år"; a query of Excel or pandas makes "Column1.values.gender" of "gender".
pub(super) fn as_published(heading: &str) -> String {
    let heading = start(heading);
    if let Some(field) = field_of_query(heading) {
        return field.to_owned();
    }
    let is_plain = heading.contains(char::is_whitespace) || value::is_figure(heading);
    let bare = heading.strip_prefix(['X', 'x']);
    let bare = bare.filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if is_plain || bare.is_none() && !heading.contains('.') {
        return heading.to_owned();
    }
    let mut words = bare.unwrap_or(heading).split('.').filter(|word| !word.is_empty());
    let mut text = words.next().unwrap_or_default().to_owned();
    let is_age = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    for word in words {
        let last = text.rsplit([' ', '-']).next().unwrap_or_default();
        // Between two ages the dot was a dash, else a blank.
        text.push(if is_age(last) && is_age(word) { '-' } else { ' ' });
        text.push_str(word);
    }
    text
}

/// The name of a field of Kolada's, where the lists that it stands in are named before it.
fn field_of_query(heading: &str) -> Option<&str> {
    let (lists, field) = heading.rsplit_once('.')?;
    let is_list = |name: &str| {
        let name = name.to_lowercase();
        ["value", "values", "data"].contains(&name.as_str())
            || name.strip_prefix("column").is_some_and(|number| number.parse::<u8>().is_ok())
    };
    let is_field = FIELDS_OF_KOLADA.contains(&field.to_lowercase().as_str());
    (is_field && lists.split('.').all(is_list)).then_some(field)
}

/// The fields of Kolada's answers.
const FIELDS_OF_KOLADA: [&str; 8] =
    ["kpi", "municipality", "period", "gender", "count", "status", "value", "isdeleted"];

/// Whether a heading is what R and pandas call a column that had none: of the numbers of the rows.
pub(super) fn is_of_row_numbers(heading: &str) -> bool {
    ["", "x", "...1", "unnamed: 0"].contains(&heading.trim().to_lowercase().as_str())
}

/// The dimension that a heading names.
pub(super) fn dimension(heading: &str) -> Option<Dimension> {
    Some(match plain(heading).as_str() {
        "ar" | "year" | "period" | "tid" | "time" | "manad och ar" | "artal" | "kalenderar" | "matar"
        | "statistikar" => Dimension::Year,
        "manad" | "month" => Dimension::Month,
        "alder" | "aldersgrupp" | "age" | "aldersklass" => Dimension::Age,
        "kon" | "gender" | "sex" => Dimension::Sex,
        "tabellinnehall" | "nyckeltal" | "kpi" | "variabel" | "innehall" | "indikator" | "contents"
        | "observations" | "matt" => Dimension::Series,
        "lan" | "county" => Dimension::Lan,
        "region" => Dimension::Region,
        "forbund" | "samordningsforbund" | "forbund i dag" | "forbund today" => Dimension::Forbund,
        _ => return None,
    })
}

/// Whether a heading is that of a code or a name of a place.
pub(super) fn is_of_place(heading: &str) -> bool {
    [
        "kommunkod", "kommun", "kommunnamn", "kod", "namn", "regionkod", "kommun-kod", "kommun-id",
        "municipality", "municipality-id", "lanskod", "lan-kod",
    ]
    .contains(&plain(heading).as_str())
}

/// Whether a heading says only that figures stand below it.
pub(super) fn says_nothing(heading: &str) -> bool {
    ["", "antal", "varde", "value", "tal", "summa", "belopp", "number"].contains(&plain(heading).as_str())
}

/// Whether a heading with ages in it is the name of a series: "Invånare 16-64 år", not "16-64 år".
pub(super) fn is_series(heading: &str) -> bool {
    let name = plain(heading);
    let mut words = name.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let of_age = ["ar", "alder", "aldre", "och", "over", "samtliga", "totalt", "total", "eller"];
    words.any(|word| !of_age.contains(&word))
}

/// What a series is, as far as its name tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// Försörjningsmått, helårsekvivalenter.
    Forsorjningsmatt,
    /// Inhabitants on 31 December, of the ages that its name or a column gives; all if neither does.
    Population(Option<Ages>),
}

/// The meaning of a series by its name: a key figure of Kolada, a column of ours, or the words of the publishers.
pub(super) fn meaning(series: &str) -> Option<Meaning> {
    let name = plain(series);
    let words: Vec<&str> = name.split([' ', ',', '-', '(', ')', ':']).collect();
    let is_of = |id: &str| words.contains(&id);
    if is_of("n01711") {
        return Some(Meaning::Forsorjningsmatt);
    }
    if is_of("n01713") || name == "befolkning-16-64" {
        return Some(Meaning::Population(Some(Ages::WORKING)));
    }
    if is_of("n01951") {
        return Some(Meaning::Population(Some(Ages::ALL)));
    }
    // Kolada has 16–64 in two parts as well.
    if is_of("n01954") {
        return Some(Meaning::Population(Some(Ages { first: 16, last: Some(19) })));
    }
    if is_of("n01955") {
        return Some(Meaning::Population(Some(Ages { first: 20, last: Some(64) })));
    }
    let of_matt = ["forsorjningsmatt", "forsorjningsmattet"];
    let of_people =
        ["invanare", "befolkning", "befolkningen", "folkmangd", "folkmangden", "population", "inhabitants"];
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    // Every further word could make it a part or a share of what is meant: women, employed, per cent.
    let only = |wanted: &[&str]| {
        let is_letters = |word: &&&str| word.bytes().any(|byte| byte.is_ascii_alphabetic());
        words.iter().filter(is_letters).all(|word| wanted.contains(word) || NEUTRAL.contains(word))
    };
    if name.contains(['%', '/']) {
        return None;
    }
    if has(&of_matt) {
        return only(&of_matt).then_some(Meaning::Forsorjningsmatt);
    }
    if !has(&of_people) || !only(&of_people) {
        return None;
    }
    let total = has(&["totalt", "total", "hela", "alla", "all"]);
    Some(Meaning::Population(Ages::in_name(series).or(total.then_some(Ages::ALL))))
}

/// Words that a series can have beside its own without being another one.
const NEUTRAL: [&str; 37] = [
    "all", "antal", "totalt", "total", "hela", "alla", "ar", "alder", "aldrar", "aldersgrupp", "efter",
    "region", "kon", "kommun", "kommuner", "kommunen", "lan", "civilstand", "och", "i", "per", "av", "den",
    "december", "dec", "arsvis", "manad", "period", "tabellinnehall", "helarsekvivalenter", "personer",
    "inv", "kolada", "scb", "aldre", "framskriven", "prognos",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_are_known_by_key_figure_and_by_name() {
        let working = Some(Meaning::Population(Some(Ages::WORKING)));
        for (series, expected) in [
            ("N01711", Some(Meaning::Forsorjningsmatt)),
            ("Försörjningsmått, helårsekvivalenter", Some(Meaning::Forsorjningsmatt)),
            ("forsorjningsmatt", Some(Meaning::Forsorjningsmatt)),
            ("N01713", working),
            ("befolkning_16_64", working),
            ("Invånare 16-64 år, antal", working),
            ("Inhabitants 16–64", working),
            ("Befolkning 16–64 år", working),
            ("Invånare  totalt, antal", Some(Meaning::Population(Some(Ages::ALL)))),
            ("Folkmängd", Some(Meaning::Population(None))),
            ("folkmangd", Some(Meaning::Population(None))),
            ("Folkmängd efter region, ålder, kön och år", Some(Meaning::Population(None))),
            ("Framskriven folkmängd", Some(Meaning::Population(None))),
            ("Invånare 16-64 år, andel (%)", None),
            ("Utrikes födda invånare, antal", None),
            ("Invånare 0-5 år, antal", Some(Meaning::Population(Some(Ages { first: 0, last: Some(5) })))),
            ("Ohälsotalet", None),
            ("Försörjningsmått, andel av befolkningen", None),
            ("Försörjningsmått kvinnor", None),
            ("Sysselsatt befolkning 16-64 år", None),
            ("Invånare 16-64 år (K)", None),
            ("Folkmängd 31 december 2021", Some(Meaning::Population(None))),
            ("befolkning_16_64_ar", working),
            ("N01955", Some(Meaning::Population(Some(Ages { first: 20, last: Some(64) })))),
        ] {
            assert_eq!(meaning(series), expected, "{series}");
        }
    }

    #[test]
    fn names_made_by_programs_become_headings_again() {
        for (made, heading) in [
            ("X2019", "2019"),
            ("x2019M01", "2019M01"),
            ("X16.64.år", "16-64 år"),
            ("Invånare.16.64.år.2021", "Invånare 16-64 år 2021"),
            ("Försörjningsmått..helårsekvivalenter", "Försörjningsmått helårsekvivalenter"),
            ("Column1.values.isdeleted", "isdeleted"),
            ("values.kpi", "kpi"),
            // Not made by a program.
            ("Andel.value", "Andel value"),
            ("Xylografi", "Xylografi"),
            ("Inv. 16–64", "Inv. 16–64"),
            ("2019.0", "2019.0"),
            ("befolkning_16_64", "befolkning_16_64"),
        ] {
            assert_eq!(as_published(made), heading, "{made}");
        }
    }

    #[test]
    fn dimensions_are_known_by_heading() {
        assert_eq!(dimension("År"), Some(Dimension::Year));
        assert_eq!(dimension("ålder"), Some(Dimension::Age));
        assert_eq!(dimension("Tabellinnehåll"), Some(Dimension::Series));
        assert_eq!(dimension("civilstånd"), None);
    }
}
