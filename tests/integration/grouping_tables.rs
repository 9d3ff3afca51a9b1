//! Tables of kommuner and their förbund: whatever grouping one asks for, the changes that are found lead to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use finsam::diagnostic::{Diagnostics, Problem, Source};
use finsam::input::baseline::{self, LoadedBaseline};
use finsam::input::files::{Files, Location};
use finsam::input::scenario::LoadedScenario;
use finsam::input::scenario_file::{ScenarioFile, Verb};
use finsam::input::scenario_resolver;
use finsam::input::{grouping_scenario, grouping_table};
use finsam::model::change::{Change, Part, Stated};
use finsam::model::grouping::{Grouping, Row};
use finsam::model::outcome::{RowMoney, Side};
use finsam::model::recorder::Silent;
use finsam::starter::new_scenario::{NewScenario, Origin};
use finsam::text::language::Language;
use proptest::prelude::*;

/// Names of today's förbund, then of others.
const NAMES: [&str; 9] =
    ["Norr", "Söder", "Öster", "Väster", "Mitten", "Nya Ett", "Nya Två", "Nya Tre", "Nya Fyra"];
const KOMMUNER: usize = 12;

fn kommun(number: usize) -> String {
    format!("K{}", char::from(b'A' + u8::try_from(number).expect("a few")))
}

/// A baseline in which each kommun is in the förbund of this number, or in none from five on.
fn files(today: &[usize], table: &str) -> Files {
    let row = |number: usize| {
        let (people, matt) = (1_000 + 977 * number, 100 + 131 * number);
        format!("{},{},R,{people},{matt}\n", 1000 + number, kommun(number))
    };
    let header = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n".to_owned();
    let kommuner = header + &(0..KOMMUNER).map(row).collect::<String>();
    let forbund = NAMES.iter().enumerate().take(5).map(|(position, name)| {
        let members: Vec<String> =
            (0..KOMMUNER).filter(|number| today[*number] == position).map(kommun).collect();
        let kansli = 900_000 + 100_000 * position;
        if members.is_empty() {
            return String::new();
        }
        format!("[[forbund]]\nname = \"{name}\"\nkommuner = {members:?}\nkansli = {kansli}\n")
    });
    let head = "name = \"Prov\"\nkommuner = \"kommuner.csv\"\n[model]\nappropriation = 300_000_000\n\
                [model.rest_of_country]\nforbund = 9\nbefolkning_16_64 = 1_000_000\n\
                forsorjningsmatt = 100_000\n";
    let baseline = head.to_owned() + &forbund.collect::<String>();
    Files::held([("kommuner.csv", kommuner), ("b.toml", baseline), ("t.csv", table.to_owned())])
}

fn held(path: &str) -> Location {
    Location::Held(path.to_owned())
}

fn load(files: &Files) -> Arc<LoadedBaseline> {
    let loaded = baseline::load(files, &held("b.toml"), None, &mut Diagnostics::default());
    Arc::new(loaded.expect("a sound baseline"))
}

/// The scenario of the table, and what was said of it.
fn scenario(files: &Files, baseline: &Arc<LoadedBaseline>) -> (Option<LoadedScenario>, Diagnostics) {
    let mut found = Diagnostics::default();
    let table = grouping_table::read(files, &held("t.csv"), baseline, &mut found);
    let scenario = table.and_then(|table| {
        let file = grouping_scenario::scenario(&table, "t".to_owned(), baseline);
        scenario_resolver::resolve(&file, &table.source, "t.csv".to_owned(), baseline.clone(), &mut found)
    });
    (scenario, found)
}

fn table(wanted: &[usize]) -> String {
    let rows = wanted.iter().enumerate().filter(|(_, forbund)| **forbund < NAMES.len());
    let rows = rows.map(|(number, forbund)| format!("{};{}\n", kommun(number), NAMES[*forbund]));
    "kommun;förbund\n".to_owned() + &rows.collect::<String>()
}

/// The members of each förbund, by its name.
fn members(grouping: &Grouping, baseline: &LoadedBaseline) -> BTreeMap<String, BTreeSet<String>> {
    let kommuner = &baseline.model.baseline().kommuner;
    let of = |members: &[_]| members.iter().map(|member| kommuner.get(*member).name.clone()).collect();
    grouping.rows().iter().map(|row| (row.name.clone(), of(&row.members))).collect()
}

fn wanted_members(wanted: &[usize]) -> BTreeMap<String, BTreeSet<String>> {
    let mut members: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (number, forbund) in wanted.iter().enumerate().filter(|(_, forbund)| **forbund < NAMES.len()) {
        members.entry(NAMES[*forbund].to_owned()).or_default().insert(kommun(number));
    }
    members
}

/// The same grouping made in the plainest way: all in one, and that taken apart.
fn by_way_of_one(baseline: &LoadedBaseline, after: &Grouping) -> Grouping {
    let model = &baseline.model;
    let mut plain = model.before().clone();
    let apply = |plain: &mut Grouping, change| plain.apply(&change, model.baseline()).expect("possible");
    if !after.left().is_empty() {
        apply(&mut plain, Change::Leave { kommuner: after.left().to_vec() });
    }
    let (kommuner, stated) = (after.joined().to_vec(), Stated::default());
    if !kommuner.is_empty() {
        apply(&mut plain, Change::Create { name: "Hjälp".to_owned(), kommuner, stated: stated.clone() });
    }
    let parts: Vec<_> = plain.rows().iter().map(|row| row.id).collect();
    if parts.len() > 1 {
        apply(&mut plain, Change::Merge { parts, into: "Alla".to_owned(), stated: stated.clone() });
    }
    let part = |row: &Arc<Row>| Part {
        name: row.name.clone(),
        kommuner: row.members.clone(),
        stated: stated.clone(),
    };
    let into: Vec<Part> = after.rows().iter().map(part).collect();
    if into.len() > 1 {
        let whole = plain.rows()[0].id;
        apply(&mut plain, Change::Split { whole, into });
    }
    plain
}

/// What every förbund gets and pays, by its lowest kommun.
fn money(baseline: &LoadedBaseline, after: &Grouping) -> Vec<Vec<(usize, RowMoney)>> {
    let outcome = baseline.model.outcome(after, &mut Silent).expect("computable");
    let of = |side: &Side| {
        let mut rows: Vec<_> =
            side.of(after).map(|(row, money)| (row.lowest().index(), without_kansli(money))).collect();
        rows.sort_by_key(|(lowest, _)| *lowest);
        rows
    };
    [Some(&outcome.gross), outcome.net.as_ref()].into_iter().flatten().map(of).collect()
}

/// Whose kansli becomes whose depends on the way, money does not.
fn without_kansli(money: &RowMoney) -> RowMoney {
    RowMoney { kansli: None, ..money.clone() }
}

/// Every kommun that the scenario names, as often as it does, one by one or as part of a split.
fn named(loaded: &LoadedScenario) -> Vec<String> {
    let mut named = Vec::new();
    for change in &loaded.written.changes {
        match change.verb.as_ref().expect("a verb") {
            Verb::Move { kommuner, .. } | Verb::Create { kommuner, .. } => {
                named.extend(kommuner.value.iter().map(|kommun| kommun.value.clone()));
            }
            Verb::Split { into, .. } => {
                let parts = into.iter().filter_map(|part| part.kommuner.as_ref());
                named.extend(parts.flat_map(|kommuner| &kommuner.value).map(|kommun| kommun.value.clone()));
            }
            _ => {}
        }
    }
    named
}

/// What the changes do, of a baseline in which Norr has A–D, Söder E–H, Öster I and J, Väster K, and L is in none.
fn sentences(wanted: &str) -> String {
    let today = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 9];
    let table: Vec<String> = wanted
        .split_whitespace()
        .flat_map(|part| {
            let (name, members) = part.split_once(':').expect("a name and its kommuner");
            members.chars().map(move |one| format!("K{one};{}\n", name.replace('_', " "))).collect::<Vec<_>>()
        })
        .collect();
    let files = files(&today, &format!("kommun;förbund\n{}", table.concat()));
    let baseline = load(&files);
    let (loaded, found) = scenario(&files, &baseline);
    let loaded = loaded.unwrap_or_else(|| panic!("{found:?}"));
    let new = NewScenario {
        file: &loaded.written,
        baseline: "b",
        origin: Origin::Typed,
        language: Language::Swedish,
    };
    let text = new.text();
    let line = text.lines().find_map(|line| line.strip_prefix("description = ")).expect("a description");
    line.trim_matches('"').to_owned()
}

#[test]
fn the_changes_are_those_that_people_would_name() {
    for (wanted, expected) in [
        ("Norr:ABCD Söder:EFGH Öster:IJ Väster:K", "Förbunden som i dag."),
        ("Norr:ABCD Sydost:EFGHIJ Väster:K", "Söder och Öster slås ihop till Sydost."),
        ("Norr:ABCD Söder:EFGHIJ Väster:K", "Söder och Öster slås ihop till Söder."),
        ("Norr:ABCDK Söder:EFGH Öster:IJ", "Norr och Väster slås ihop till Norr."),
        ("Norr:ABC Söder:DEFGH Öster:IJ Väster:K", "KD flyttar till Söder."),
        ("Norr:AB Nya:CD Söder:EFGH Öster:IJ Väster:K", "Norr delas i Norr och Nya."),
        ("Ett:AB Två:CD Söder:EFGH Öster:IJ Väster:K", "Norr delas i Ett och Två."),
        ("Norr:ABCD Söder:EFGH Öster:IJ Vidare:K", "KK bildar Vidare."),
        ("Norr:ABC Nya:DE Söder:FGH Öster:IJ Väster:K", "KD och KE bildar Nya."),
        ("Norr:ABCDL Söder:EFGH Öster:IJ Väster:K", "KL flyttar till Norr."),
        // Who leaves goes before the rest is merged or split.
        (
            "Norr:ABC Söder:EFGHD Sydväst:IJK",
            "KD flyttar till Söder. Öster och Väster slås ihop till Sydväst.",
        ),
        (
            "Alla:ABCIJK Söder:DEFGH",
            "Öster och Väster slås ihop till Alla. KA, KB och KC flyttar till Alla. KD flyttar till Söder.",
        ),
        ("Ett:AB Två:C Söder:DEFGH Öster:IJ Väster:K", "KD flyttar till Söder. Norr delas i Ett och Två."),
        // A part may take somebody from elsewhere too.
        ("Ett:ABK Två:CD Söder:EFGH Öster:IJ", "Norr delas i Ett och Två. KK flyttar till Ett."),
        ("Norr:ABC Ett:EFD Två:GH Öster:IJ Väster:K", "Söder delas i Ett och Två. KD flyttar till Ett."),
        // Two that would wait for each other.
        (
            "Ett:ABE Två:C Tre:FGD Fyra:H Öster:IJ Väster:K",
            "KA, KB och KE bildar Ett. KC bildar Två. KD, KF och KG bildar Tre. KH bildar Fyra.",
        ),
        // A förbund that stays with other kommuner receives them before it loses its own.
        ("Norr:ABCDK Söder:EFGH Öster:IJ Väster:L", "KL flyttar till Väster. KK flyttar till Norr."),
        // All that two have is exchanged: no other way leads there.
        (
            "Norr:EFGH Söder:ABCD Öster:IJ Väster:K",
            "Norr och Söder slås ihop till Norr. Norr delas i Norr och Söder.",
        ),
    ] {
        assert_eq!(sentences(wanted), expected, "{wanted}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_grouping_is_reached_with_its_money(
        today in prop::collection::vec(0_usize..7, KOMMUNER),
        wanted in prop::collection::vec(0_usize..10, KOMMUNER),
        like_today in prop::collection::vec(0_usize..4, KOMMUNER),
        names in 1_usize..10,
    ) {
        prop_assume!(today.iter().any(|forbund| *forbund < 5));
        // Most kommuner stay, as in inquiries, and some leave.
        let wanted: Vec<usize> = (0..KOMMUNER)
            .map(|number| match (today[number] < 5, like_today[number] > 0) {
                (true, true) => today[number],
                (true, false) if wanted[number] == NAMES.len() => NAMES.len(),
                (true, false) => wanted[number] % names.min(NAMES.len()),
                (false, true) => NAMES.len(),
                (false, false) => wanted[number],
            })
            .collect();
        prop_assume!(wanted.iter().any(|forbund| *forbund < 9));
        let files = files(&today, &table(&wanted));
        let baseline = load(&files);
        let (loaded, found) = scenario(&files, &baseline);
        let loaded = loaded.ok_or_else(|| TestCaseError::fail(format!("{found:?}")))?;
        prop_assert_eq!(members(&loaded.after, &baseline), wanted_members(&wanted));
        let plain = by_way_of_one(&baseline, &loaded.after);
        prop_assert_eq!(money(&baseline, &loaded.after), money(&baseline, &plain));
        let mut named = named(&loaded);
        named.sort_unstable();
        let all = named.len();
        named.dedup();
        prop_assert_eq!(all, named.len(), "a kommun is named twice");
        let text = NewScenario { file: &loaded.written, baseline: "b.toml", origin: Origin::Typed, language: Language::Swedish };
        let text = Arc::new(Source::new("ny.toml".to_owned(), text.text()));
        let file = ScenarioFile::read(&text, &mut Diagnostics::default()).expect("a scenario");
        let path = "ny.toml".to_owned();
        let of_file = scenario_resolver::resolve(&file, &text, path, baseline.clone(), &mut Diagnostics::default());
        prop_assert_eq!(&of_file.expect("a sound scenario").after, &loaded.after);
        // The changes do not contradict each other, but where förbund exchange all they have.
        for one in found.iter() {
            let exchanged = matches!(&one.problem, Problem::Scenario(problem)
                if format!("{problem:?}").starts_with("MergerUndone"));
            let left = matches!(&one.problem, Problem::Grouping(problem)
                if format!("{problem:?}").starts_with("MembersMissing"));
            prop_assert!(exchanged || left, "{one:?}");
        }
    }
}
