//! What is true of every map.

use std::collections::BTreeMap;

use finsam::drawing::classes::Classes;
use finsam::drawing::geometry::{Point, Rect};
use finsam::drawing::letters::Weight;
use finsam::drawing::map::atlas::Atlas;
use finsam::drawing::map::{
    self, AmountWords, Amounts, BaseMap, Division, DivisionWords, Group, Maps, Sheet, Size, Subject,
};
use finsam::drawing::palette::styles;
use finsam::drawing::shape::{Drawing, Shape, Text};
use finsam::drawing::svg;
use proptest::prelude::*;
use serde_json::Value;

use crate::drawings::{doubled_area, texts};

const WIDTHS: [i64; 3] = [3_200, 4_800, 7_200];

/// The names of all kommuner by their codes.
fn names() -> BTreeMap<String, String> {
    let source: Value =
        serde_json::from_str(include_str!("../../data/karta/karta.topo.json")).expect("the source is JSON");
    let geometries = source["objects"]["kommuner"]["geometries"].as_array().expect("there are geometries");
    let text = |value: &Value| value.as_str().expect("it is a text").to_owned();
    geometries.iter().map(|one| (text(&one["id"]), text(&one["properties"]["name"]))).collect()
}

/// The kommuner of a län, or of all with an empty `prefix`.
fn subjects(prefix: &str) -> Vec<Subject> {
    let names = names().into_iter().filter(|(kommunkod, _)| kommunkod.starts_with(prefix));
    names.map(|(kommunkod, name)| Subject { kommunkod, name }).collect()
}

fn words() -> DivisionWords {
    DivisionWords { seat: "säte".to_owned(), no_group: "i inget förbund".to_owned() }
}

fn base_map(subjects: &[Subject], width: i64) -> BaseMap {
    BaseMap::new(Atlas::sweden(), subjects, Size { width, highest: width * 14 / 10 })
}

/// A division in which each subject has the group of this number, or none beyond the number of `groups`.
fn division(caption: &str, subjects: &[Subject], groups: usize, of: &[usize]) -> Division {
    let group_of: Vec<Option<usize>> =
        of.iter().take(subjects.len()).map(|group| Some(*group).filter(|group| *group < groups)).collect();
    let kommunkoder: Vec<&str> = subjects.iter().map(|subject| subject.kommunkod.as_str()).collect();
    let touching = map::touching(Atlas::sweden(), &kommunkoder, std::slice::from_ref(&group_of));
    let styles = styles(groups, &touching);
    let groups = (0..groups).map(|group| {
        let seat = group_of.iter().position(|of| *of == Some(group));
        let name =
            seat.map_or("Tomt förbund".to_owned(), |seat| format!("Samordning {}", subjects[seat].name));
        Group { name, style: styles[group], seat }
    });
    Division { caption: caption.to_owned(), description: String::new(), groups: groups.collect(), group_of }
}

/// What must be true of a drawing: all text within it, and no text over another.
fn check_texts(drawing: &Drawing) {
    let texts = texts(drawing);
    let whole = Rect::at(Point::default(), drawing.width, drawing.height);
    for (position, (text, bounds)) in texts.iter().enumerate() {
        assert!(whole.contains(*bounds), "{:?} at {bounds:?} is outside {whole:?}", text.text());
        for (other, other_bounds) in &texts[position + 1..] {
            assert!(!bounds.overlaps(*other_bounds), "{:?} and {:?} overlap", text.text(), other.text());
        }
    }
}

/// What must be true of the names: each kommun has its name or a number on every map, or is reported. The name of a group
/// is that of a kommun only if they have the same.
fn check_names(maps: &Maps, subjects: &[Subject], groups: &[Group]) {
    for drawing in &maps.drawings {
        // Without blanks, since names are broken where they have some.
        let said = |text: &Text| text.text().replace(' ', "");
        let of_weight = |weight: Weight| {
            let texts = texts(drawing).into_iter().filter(move |(text, _)| text.weight == weight);
            texts.map(|(text, _)| said(text)).collect::<Vec<_>>()
        };
        let (regular, bold) = (of_weight(Weight::Regular), of_weight(Weight::Bold));
        for (position, subject) in subjects.iter().enumerate() {
            let name = subject.name.replace(' ', "");
            let is_group = groups.iter().any(|group| group.name == subject.name);
            let named = has_label(&regular, &name) || is_group && has_label(&bold, &name);
            let number = maps.key.iter().position(|numbered| numbered.subject == position);
            let numbered = number.is_some_and(|number| regular.contains(&(number + 1).to_string()));
            let reported = maps.unnamed.contains(&position);
            assert!(named || numbered || reported, "{} is lost", subject.name);
        }
    }
}

/// Whether texts that follow each other are a name and nothing else.
fn has_label(texts: &[String], name: &str) -> bool {
    (1..=3).any(|lines| texts.windows(lines).any(|label| label.concat() == name))
}

fn all_lan() -> Vec<String> {
    let mut lan: Vec<String> = names().keys().map(|kommunkod| kommunkod[..2].to_owned()).collect();
    lan.dedup();
    lan
}

#[test]
fn every_lan_is_drawn_with_all_its_names() {
    for lan in all_lan() {
        let subjects = subjects(&lan);
        let of: Vec<usize> = (0..subjects.len()).map(|position| position * 3 / subjects.len()).collect();
        for width in WIDTHS {
            let division = division("Nuläge", &subjects, 3, &of);
            let maps = base_map(&subjects, width).divisions(&[division], &words());
            assert_eq!(maps.drawings.len(), 1);
            assert!(maps.unnamed.is_empty(), "{lan} at {width}: {:?}", maps.unnamed);
            check_texts(&maps.drawings[0]);
            check_names(&maps, &subjects, &[]);
        }
    }
}

#[test]
fn the_whole_country_says_that_it_has_no_names_of_kommuner() {
    let subjects = subjects("");
    let of: Vec<usize> = (0..290).map(|position| position / 4).collect();
    let division = division("Nuläge", &subjects, 70, &of);
    let maps = base_map(&subjects, 4_800).divisions(&[division], &words());
    assert_eq!(maps.unnamed.len(), 290);
    check_texts(&maps.drawings[0]);
    check_names(&maps, &subjects, &[]);
}

#[test]
fn maps_of_alternatives_are_alike_in_size_and_extent() {
    let subjects = subjects("06");
    let of = |shift: usize| (0..13).map(|position| (position + shift) / 5).collect::<Vec<usize>>();
    let captions = ["Nuläge", "Ett mycket långt namn på ett alternativ som inte får plats på en rad"];
    let divisions: Vec<Division> = captions
        .iter()
        .enumerate()
        .map(|(shift, caption)| division(caption, &subjects, 4, &of(shift)))
        .collect();
    let maps = base_map(&subjects, 3_200).divisions(&divisions, &words());
    let [one, two] = &maps.drawings[..] else {
        panic!("two divisions have two maps");
    };
    assert_eq!((one.width, one.height), (two.width, two.height));
    assert_eq!(outlines(one), outlines(two));
    // Shared, so that a page has each of them once.
    let page = svg::documents(&maps.drawings, "k");
    assert!(page[1].len() * 2 < page[0].len(), "{} {}", page[0].len(), page[1].len());
    assert_eq!(page, svg::documents(&maps.drawings, "k"));
}

/// The outlines of the kommuner by their names.
fn outlines(drawing: &Drawing) -> BTreeMap<String, Vec<Vec<Point>>> {
    fn collect(shapes: &[Shape], found: &mut BTreeMap<String, Vec<Vec<Point>>>) {
        for shape in shapes {
            match shape {
                Shape::Polygon { rings, title: Some(title), .. } => {
                    let name = title.split(':').next().unwrap_or_default();
                    found.insert(name.to_owned(), rings.to_vec());
                }
                Shape::Group { shapes, .. } => collect(shapes, found),
                _ => {}
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(&drawing.shapes, &mut found);
    found
}

#[test]
fn all_kommuner_of_a_map_have_one_scale() {
    let atlas = Atlas::sweden();
    for lan in ["06", "14", "25"] {
        let subjects = subjects(lan);
        let division = division("Nuläge", &subjects, 1, &vec![0; subjects.len()]);
        let maps = base_map(&subjects, 7_200).divisions(&[division], &words());
        let outlines = outlines(&maps.drawings[0]);
        assert_eq!(outlines.len(), subjects.len());
        let areas = subjects.iter().map(|subject| {
            let kommun = atlas.find(&subject.kommunkod).expect("it has an outline");
            (doubled_area(&outlines[&subject.name]), doubled_area(&atlas.rings(kommun)))
        });
        let areas: Vec<(i64, i64)> = areas.collect();
        let (drawn, stored) = areas.iter().fold((0, 0), |sum, area| (sum.0 + area.0, sum.1 + area.1));
        for (area, subject) in areas.iter().zip(&subjects) {
            // In thousandths of what it is on average.
            let scale =
                i128::from(area.0) * i128::from(stored) * 1_000 / (i128::from(area.1) * i128::from(drawn));
            assert!((960..=1_040).contains(&scale), "{}: {scale}", subject.name);
        }
    }
}

#[test]
fn what_has_no_outline_is_reported() {
    let mut subjects = subjects("09");
    subjects.push(Subject { kommunkod: "9999".to_owned(), name: "Del av Gotland".to_owned() });
    subjects.push(Subject { kommunkod: "0980".to_owned(), name: "Gotland igen".to_owned() });
    let division = division("Nuläge", &subjects, 1, &[0, 0, 0]);
    let base = base_map(&subjects, 3_200);
    assert_eq!(base.without_outline(), [1, 2]);
    assert_eq!(base.divisions(std::slice::from_ref(&division), &words()).drawings.len(), 1);
    let none = base_map(&subjects[1..2], 3_200);
    assert_eq!(none.without_outline(), [0]);
    assert_eq!(none.divisions(&[division], &words()), Maps::default());
    assert_eq!(base_map(&[], 3_200).amounts(&[]), Maps::default());
}

#[test]
fn a_group_of_one_kommun_of_the_same_name_has_one_label_for_both() {
    let subjects = subjects("14");
    for width in WIDTHS {
        let mut division = division("Nuläge", &subjects, 49, &(0..49).collect::<Vec<usize>>());
        for (group, subject) in division.groups.iter_mut().zip(&subjects) {
            group.name.clone_from(&subject.name);
        }
        let maps = base_map(&subjects, width).divisions(std::slice::from_ref(&division), &words());
        check_texts(&maps.drawings[0]);
        check_names(&maps, &subjects, &division.groups);
        let texts = texts(&maps.drawings[0]);
        let count = texts.iter().filter(|(text, _)| text.text() == "Falköping").count();
        assert_eq!(count, 1);
    }
}

#[test]
fn no_size_and_no_reference_to_nothing_breaks_a_map() {
    let subjects = subjects("10");
    let mut division = division("Nuläge", &subjects, 2, &[0, 1, 0, 1, 0]);
    division.group_of = vec![Some(0), Some(7)];
    division.groups[0].seat = Some(900);
    for (width, highest) in
        [(0, 0), (-5, 9), (i64::MIN, i64::MAX), (i64::MAX, 1), (100_000, 100_000), (7_200, 1_000)]
    {
        let base = BaseMap::new(Atlas::sweden(), &subjects, Size { width, highest });
        let maps = base.divisions(std::slice::from_ref(&division), &words());
        check_texts(&maps.drawings[0]);
        check_names(&maps, &subjects, &[]);
        let mut amounts = amounts(&subjects, vec![Some(i64::MIN), Some(i64::MAX), Some(0)]);
        amounts.figures.clear();
        amounts.words.bounds.clear();
        let maps = base.amounts(&[amounts]);
        assert!(!svg::document(&maps.drawings[0], "k").is_empty());
    }
}

fn amounts(subjects: &[Subject], amounts: Vec<Option<i64>>) -> Amounts {
    let classes = Classes::of(amounts.iter().flatten().copied());
    let figures = amounts.iter().map(|amount| amount.map_or("–".to_owned(), |amount| amount.to_string()));
    Amounts {
        caption: "Så ändras bidraget".to_owned(),
        description: String::new(),
        figures: figures.collect(),
        group_of: vec![None; subjects.len()],
        words: AmountWords {
            unit: "kr per invånare".to_owned(),
            less: "betalar mindre".to_owned(),
            more: "betalar mer".to_owned(),
            without: vec!["uppgift saknas".to_owned()],
            bounds: classes.bounds().iter().map(i64::to_string).collect(),
        },
        classes,
        values: amounts
            .into_iter()
            .map(|amount| amount.map_or(map::Value::Without(0), map::Value::Amount))
            .collect(),
    }
}

#[test]
fn amounts_are_on_their_map_and_in_its_legend() {
    let subjects = subjects("06");
    let changes: Vec<Option<i64>> = (-6..7).map(|amount| Some(amount * amount * amount)).collect();
    for factor in [1, 1_000, 1_000_000_000] {
        let changes = changes.iter().map(|amount| amount.map(|amount| amount * factor)).collect();
        let mut amounts = amounts(&subjects, changes);
        amounts.values[0] = map::Value::Without(0);
        let maps = base_map(&subjects, 3_200).amounts(std::slice::from_ref(&amounts));
        check_texts(&maps.drawings[0]);
        check_names(&maps, &subjects, &[]);
        let texts: Vec<String> =
            texts(&maps.drawings[0]).iter().map(|(text, _)| text.text().to_owned()).collect();
        for bound in &amounts.words.bounds {
            assert!(texts.iter().any(|text| text.contains(bound.as_str())), "{bound} is not in {texts:?}");
        }
        for figure in amounts.figures.iter().filter(|_| factor == 1) {
            assert!(texts.contains(figure), "{figure} is not in {texts:?}");
        }
    }
}

#[test]
fn what_a_number_stands_for_says_what_every_map_says() {
    let subjects = subjects("01");
    let known = amounts(&subjects, (1_000..1_026).map(Some).collect());
    let mut unknown = amounts(&subjects, vec![None; 26]);
    unknown.figures.clear();
    let maps = base_map(&subjects, 3_200).amounts(&[unknown, known]);
    let [first, ..] = &maps.key[..] else { panic!("a name has no place") };
    let (name, figure) = (&subjects[first.subject].name, 1_000 + first.subject);
    assert_eq!(first.text, format!("{name} (uppgift saknas; {figure})"));
}

/// Names that nobody should have.
fn hostile() -> Vec<String> {
    vec![
        "<script>alert(1)</script>".to_owned(),
        "]]>\u{0}\u{1b}[31m\u{202e}\u{ffff}".to_owned(),
        "\"'&amp;</title></svg>".to_owned(),
        "mycket ".repeat(2_000),
        "å".repeat(5_000),
        String::new(),
        "\n\n\t".to_owned(),
        "🦀🦀🦀".to_owned(),
    ]
}

#[test]
fn hostile_names_are_text_and_nothing_else() {
    let mut subjects = subjects("06");
    for (subject, name) in subjects.iter_mut().zip(hostile()) {
        subject.name = name;
    }
    let of: Vec<usize> = (0..13).collect();
    let mut division = division("Nuläge", &subjects, 8, &of);
    for (group, name) in division.groups.iter_mut().zip(hostile()) {
        group.name = name;
    }
    for caption in hostile() {
        division.caption.clone_from(&caption);
        let words = DivisionWords { seat: caption.clone(), no_group: caption };
        let maps = base_map(&subjects, 3_200).divisions(&[division.clone()], &words);
        check_texts(&maps.drawings[0]);
        let sheet = Sheet {
            width: 3_200,
            title: division.caption.clone(),
            description: division.caption.clone(),
            notes: hostile(),
        };
        let drawing = map::sheet(maps, &sheet);
        check_texts(&drawing);
        well_formed(&svg::document(&drawing, "k"));
    }
}

/// Reads an SVG to its end and finds nothing in it but what the writer writes.
fn well_formed(document: &str) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(document);
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name();
                let known: [&str; 11] =
                    ["svg", "title", "desc", "defs", "g", "path", "use", "pattern", "text", "rect", "circle"];
                assert!(known.contains(&name.as_ref()), "{}", name.as_ref());
            }
            Event::End(_) | Event::Text(_) | Event::GeneralRef(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(!document.chars().any(|letter| letter.is_control() && letter != '\n'));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_covers_another_whatever_the_groups(
        lan in 0_usize..21,
        width in 0_usize..3,
        groups in 1_usize..9,
        of in proptest::collection::vec(0_usize..10, 50),
        other in proptest::collection::vec(0_usize..10, 50),
    ) {
        let subjects = subjects(&all_lan()[lan]);
        let divisions = [&of, &other].map(|of| division("Nuläge", &subjects, groups, of));
        let maps = base_map(&subjects, WIDTHS[width]).divisions(&divisions, &words());
        maps.drawings.iter().for_each(check_texts);
        check_names(&maps, &subjects, &[]);
        let again = base_map(&subjects, WIDTHS[width]).divisions(&divisions, &words());
        prop_assert_eq!(svg::documents(&maps.drawings, "k"), svg::documents(&again.drawings, "k"));
    }

    #[test]
    fn groups_that_touch_differ_in_colour(of in proptest::collection::vec(0_usize..80, 290)) {
        // Neighbouring codes are mostly neighbouring kommuner: groups of some ten kommuner in a few parts.
        let group_of: Vec<Option<usize>> = (0..290).map(|kommun| Some((of[kommun / 3] + kommun / 60) % 80)).collect();
        let kommunkoder: Vec<String> = subjects("").into_iter().map(|subject| subject.kommunkod).collect();
        let kommunkoder: Vec<&str> = kommunkoder.iter().map(String::as_str).collect();
        let touching = map::touching(Atlas::sweden(), &kommunkoder, std::slice::from_ref(&group_of));
        let styles = styles(80, &touching);
        for (one, two) in touching {
            prop_assert_ne!(styles[one].fill(), styles[two].fill());
        }
    }
}

#[test]
fn contiguous_groups_of_the_whole_country_need_no_ninth_hue() {
    let atlas = Atlas::sweden();
    let kommunkoder: Vec<String> = atlas.kommuner().map(|kommun| atlas.kommunkod(kommun)).collect();
    let kommunkoder: Vec<&str> = kommunkoder.iter().map(String::as_str).collect();
    // Each kommun by itself, and the län: a map, so four would do.
    let alone: Vec<Option<usize>> = (0..290).map(Some).collect();
    let touching = map::touching(atlas, &kommunkoder, &[alone]);
    assert_eq!(touching.len(), atlas.neighbours().len());
    let styles = styles(290, &touching);
    for (one, two) in touching {
        assert_ne!(styles[one].colour(), styles[two].colour());
    }
}
