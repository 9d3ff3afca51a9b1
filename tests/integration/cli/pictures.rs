//! The pictures of a report: which there are, and that they say what the tables say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::run::{Place, of_project};
use crate::word::xml::parts;

/// The page of a report.
fn page(place: &Place, arguments: &str) -> String {
    assert_eq!(place.run(&format!("report {arguments} -o rapport.html")).wrote().code, Some(0));
    place.read("rapport.html")
}

/// The title of every figure in each section.
fn figures(page: &str) -> Vec<Vec<&str>> {
    let between = |text, start, end| -> Vec<&str> {
        let parts = str::split(text, start).skip(1);
        parts.filter_map(|rest: &str| rest.split_once(end)).map(|(inner, _)| inner).collect()
    };
    let sections = page.split("<section ").skip(1);
    let titles = sections.map(|section| between(section, "<figcaption>", "</figcaption>"));
    // Without their numbers.
    titles
        .map(|titles| titles.into_iter().filter_map(|title| Some(title.split_once(". ")?.1)).collect())
        .collect()
}

#[test]
fn an_alternative_has_charts_of_what_it_changes_and_no_others() {
    let page = page(&Place::empty(), "jonkoping_oforandrat jonkoping_lansforbund");
    // The one that is as today has no section.
    let [comparison, merged, appendix] = &figures(&page)[..] else { panic!("three sections") };
    assert_eq!(
        comparison,
        &[
            "Vilka kommuner som samverkar i dag och i varje alternativ",
            "Så ändras kommunernas bidrag, kr per invånare 16–64 år, brutto",
            "Pengar till insatser jämfört med i dag (illustrativa kanslikostnader)",
        ]
    );
    assert!(appendix.is_empty(), "{appendix:?}");
    assert!(!page.contains("<h2 id=\"s2\">Oförändrat"), "a section of what is as today");
    assert_eq!(
        merged,
        &[
            "Länsförbund: pengar till insatser per invånare (illustrativa kanslikostnader)",
            "Länsförbund: kommunernas bidrag per invånare",
            "Länsförbund: från intäkterna i dag till dem efter ändringarna",
        ]
    );
}

#[test]
fn where_no_kansli_is_known_income_is_drawn() {
    let place = with_kommunkoder(&[]);
    let change = "[[change]]\nmerge = [\"Väst\", \"Norr\"]\ninto = \"Ett\"\n";
    place.write("scenario.toml", &format!("name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n\n{change}"));
    let page = page(&place, "scenario.toml");
    let [comparison, merged, _] = &figures(&page)[..] else { panic!("three sections") };
    assert_eq!(comparison.last(), Some(&"Intäkter jämfört med i dag"));
    assert!(!merged.iter().any(|title| title.contains("insatser")), "{merged:?}");
}

#[test]
fn what_alternatives_change_is_sorted() {
    let page = page(&Place::empty(), "sammanslagning tankespar1 tankespar3");
    let said = "Tankespår 3 ±0\u{a0}kr; Tankespår 1 −800\u{a0}000\u{a0}kr; \
                Sammanslagning −1\u{a0}600\u{a0}000\u{a0}kr.</desc>";
    assert!(page.contains(said));
    // Drawn for a desk and for a phone.
    assert_eq!(page.matches(said).count(), 2);
}

#[test]
fn only_net_is_drawn_where_only_net_is_asked_for() {
    let page = page(&Place::empty(), "sammanslagning --redistribution net");
    assert!(page.contains("Sammanslagning −1\u{a0}566\u{a0}130\u{a0}kr.</desc>"));
    assert!(page.contains("Så ändras kommunernas bidrag, kr per invånare 16–64 år, netto"));
    assert!(!page.contains(">kr per invånare 16–64 år, brutto</text>"));
}

/// The fill of each förbund on the maps of a page.
fn fills(page: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut fills: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (start, end) in page.match_indices("</title></use>").map(|(end, _)| {
        let start = page[..end].rfind("<use ").expect("it begins");
        (start, end)
    }) {
        let (attributes, title) = page[start..end].split_once("<title>").expect("it has a title");
        let (_, forbund) = title.split_once(": ").expect("a kommun and its förbund");
        let (_, fill) = attributes.split_once("fill=\"").expect("it is filled");
        fills.entry(forbund).or_default().insert(fill.split('"').next().unwrap_or_default());
    }
    fills
}

#[test]
fn a_forbund_looks_the_same_on_all_maps_and_unlike_the_others() {
    let svg = Place::empty().run("map tankespar1 tankespar2 sammanslagning").answer();
    let fills = fills(&svg);
    assert_eq!(fills.len(), 6, "{fills:?}");
    assert!(fills.values().all(|fills| fills.len() == 1), "{fills:?}");
    assert_eq!(fills.values().flatten().collect::<BTreeSet<_>>().len(), 6, "{fills:?}");
}

#[test]
fn of_many_kommuner_those_are_charted_that_change_most() {
    let place = Place::empty();
    let codes: Vec<String> = ["06", "07", "08"]
        .into_iter()
        .flat_map(|lan| of_lan(lan).into_iter().enumerate().map(|(number, code)| (number % 2, code)))
        .map(|(half, code)| format!("{half}{code}"))
        .collect();
    let half = |half: char| {
        let own = codes.iter().filter_map(|code| code.strip_prefix(half));
        own.collect::<Vec<_>>().join(",")
    };
    let made = place.run(&format!("init . --forbund A={} --forbund B={}", half('0'), half('1')));
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let mut scenario = "name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n\n".to_owned();
    let _ = write!(scenario, "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"C\"\n");
    place.write("ett.toml", &scenario);
    let run = place.run("report ett.toml -o rapport.html");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = place.read("rapport.html");
    let note = format!(
        "De 30 största ändringarna per invånare av {} visas; alla kommuner står i tabellen.",
        codes.len()
    );
    assert!(page.contains(&note), "{note}");
}

/// The kommunkoder of a län in the built-in table.
fn of_lan(lan: &str) -> Vec<String> {
    let table = of_project("data/kommuner.csv");
    let codes = table.lines().filter_map(|line| line.split(',').nth(1)).filter(|code| code.starts_with(lan));
    codes.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A sound baseline with other kommunkoder for some of its kommuner.
pub(super) fn with_kommunkoder(others: &[(&str, &str)]) -> Place {
    let sound = |file: &str| of_project(&format!("tests/gallery/_sound/{file}"));
    let table = others.iter().fold(sound("kommuner.csv"), |table, (own, new)| table.replace(own, new));
    Place::with(&[
        ("kommuner.csv", &table),
        ("utgangslage.toml", &sound("utgangslage.toml")),
        ("scenario.toml", "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n"),
    ])
}

/// What a report says in each format that people read: a page, Word, Markdown.
fn in_every_format(place: &Place) -> [String; 3] {
    place.run("report scenario.toml -o r.html -o r.docx -o r.md").wrote().answer();
    let word = std::fs::read(place.path("r.docx")).expect("a file that is there");
    [place.read("r.html"), parts(&word)["word/document.xml"].clone(), place.read("r.md")]
}

#[test]
fn a_kommun_without_a_shape_leaves_a_note_where_there_are_maps() {
    let note = "Visas inte på kartan, som inte har någon yta för kommunkoden: Trollhättan (9901).";
    let [page, word, markdown] = in_every_format(&with_kommunkoder(&[("1488", "9901")]));
    assert_eq!([&page, &word, &markdown].map(|text| text.matches(note).count()), [1, 1, 0]);
    assert_eq!(figures(&page)[0].len(), 1);
    for sound in in_every_format(&with_kommunkoder(&[])) {
        assert!(!sound.contains("Visas inte"));
    }
}

#[test]
fn without_any_shape_there_is_a_note_and_no_map() {
    let others = [("1461", "9901"), ("1487", "9902"), ("1488", "9903"), ("1492", "9904"), ("1785", "9905")];
    let texts = in_every_format(&with_kommunkoder(&others));
    assert!(figures(&texts[0])[0].is_empty());
    for text in texts {
        // Markdown escapes brackets.
        let text = text.replace('\\', "");
        assert!(text.contains("som inte har någon yta för kommunkoden: Mellerud (9901), "), "{text}");
    }
}

/// Two pairs of förbund that merge, without a base grant: of the first pair a single krona changes, since each of its
/// förbund had an odd one.
fn merged(scenario: &str) -> Place {
    let forbund =
        [("A", "Vänersborg", 4_000_002), ("B", "Trollhättan", 4_000_002), ("C", "Mellerud", 2_000_000)];
    let forbund = forbund.into_iter().chain([("D", "Åmål", 1_000_000)]).map(|(name, kommun, budget)| {
        format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{kommun}\"]\nbudget = {budget}\n")
    });
    let head =
        "name = \"Fyra\"\nkommuner = \"kommuner.csv\"\nkommun_key = \"lika\"\n[model]\nbase_grant = 0\n";
    let baseline = format!("{head}{}", forbund.collect::<String>());
    let table = of_project("tests/gallery/_sound/kommuner.csv");
    let scenario = format!("name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n{scenario}");
    Place::with(&[("kommuner.csv", &table), ("utgangslage.toml", &baseline), ("scenario.toml", &scenario)])
}

const FIRST_PAIR: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
const SECOND_PAIR: &str = "[[change]]\nmerge = [\"C\", \"D\"]\ninto = \"CD\"\n";

#[test]
fn map_and_chart_count_the_same_kronor() {
    let page = page(&merged(&format!("{FIRST_PAIR}{SECOND_PAIR}")), "scenario.toml");
    for said in [
        "Ett: kommuner som betalar mer: två; mindre: en.",
        "Kommuner som betalar mer än i dag: två; mindre: en.",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_krona_that_was_rounded_is_not_drawn() {
    let page = page(&merged(FIRST_PAIR), "scenario.toml");
    assert_eq!(
        figures(&page),
        [vec!["Vilka kommuner som samverkar i dag och i varje alternativ"], Vec::new(), Vec::new()]
    );
}

#[test]
fn what_is_unknown_is_not_as_today() {
    let forbund = [
        ("Väst", "Vänersborg\", \"Trollhättan", "kansli = 500_000\n"),
        ("Syd", "Säffle", "kansli = 300_000\n"),
        ("Norr", "Mellerud\", \"Åmål", ""),
    ];
    let forbund = forbund.map(|(name, kommuner, kansli)| {
        format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{kommuner}\"]\nbudget = 3_000_000\n{kansli}")
    });
    let baseline = format!("name = \"Tre\"\nkommuner = \"kommuner.csv\"\n{}", forbund.concat());
    let change = "[[change]]\nmerge = [\"Väst\", \"Syd\"]\ninto = \"Ett\"\n";
    let place = Place::with(&[
        ("kommuner.csv", &of_project("tests/gallery/_sound/kommuner.csv")),
        ("utgangslage.toml", &baseline),
        ("scenario.toml", &format!("name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n{change}")),
    ]);
    let page = page(&place, "scenario.toml");
    assert!(page.contains("För ett förbund är pengarna till insatser okända."));
    assert!(!page.contains("har lika mycket som i dag"));
}

#[test]
fn who_leaves_the_forbund_does_not_pay_less() {
    let page = page(&Place::empty(), "tankespar2");
    for said in [
        "Tankespår 2: kommuner som betalar mer: 0; mindre: 5.",
        "Kommuner som betalar mer än i dag: 0; mindre: 5.",
        "<title>Säffle: lämnar förbunden</title>",
        ">lämnar förbunden</text>",
        "Lämnar förbunden och visas därför utan ändring: Årjäng och Säffle.",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let english = self::page(&Place::empty(), "tankespar2 --lang en");
    assert!(
        english.contains("Leaving the förbund, and therefore shown without a change: Årjäng and Säffle.")
    );
}

#[test]
fn changes_say_whether_they_are_gross_or_net() {
    let unit = |arguments: &str| {
        let page = page(&Place::empty(), arguments);
        let (_, rest) = page.split_once(">kr per år mer eller mindre än i dag").expect("the unit of changes");
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    assert_eq!(unit("tankespar1 --redistribution gross"), ", brutto");
    assert_eq!(unit("tankespar1 --redistribution net"), ", netto");
    // The marks have names.
    assert_eq!(unit("tankespar1"), "");
}
