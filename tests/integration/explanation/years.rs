//! Every figure of every year of a path.

use finsam::analysis::explanation::{ComputedYear, Explainer, MetricError, Node, Places, Question};
use finsam::analysis::money::Money;
use finsam::input::files::Files;

use super::examples::{assert_holds, is_given, numbers};
use super::scenario::Computed;

/// Blank cells, a kommun that has figures of one year only, and figures of years that no path reaches.
const TABLE: &str = "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,folkmangd\n\
                     2024,1001,Adala,Ett,1000,10.25,1500\n2024,1002,Bedala,Två,3001,30.5,5000\n\
                     2024,1003,Cedala,Ett,6000,60,9000\n2024,1004,Dedala,Två,777,7.125,1000\n\
                     2025,1001,Adala,Ett,1010,11,1510\n2025,1002,Bedala,Två,2987,,4980\n\
                     2025,1003,Cedala,Ett,6100,,9100\n2026,1001,Adala,Ett,,12.5,1520\n\
                     2026,1002,Bedala,Två,2951,31.75,4900\n2031,1001,Adala,Ett,1,1,1\n";

const NATIONAL: &str = "[model]\nappropriation = { 2026 = 10_000_001, 2028 = 9_300_000 }\n\
                        base_grant = { 2026 = 400_000, 2029 = 420_000 }\n\
                        [model.rest_of_country]\nforbund = { 2026 = 2, 2027 = 3 }\nkommuner = \"alla\"\n";

const DECIDED: &str = "[model]\nappropriation = 99_000_000\nbase_grant = { 2026 = 400_000, 2029 = 420_000 }\n\
                       [model.rest_of_country]\nforbund = 70\n";

const CHANGES: [&str; 4] = [
    "[[change]]\nshared_kansli = [\"X\", \"Y\"]\nkansli = 700_001\nsplit_by = \"budget\"\n\
     [[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"Y\"\nkansli = 800_003\nfrom = \"2027-08\"\nengangskostnad = 90_000\n",
    "[[change]]\nmove = [\"Bedala\"]\nto = \"X\"\nfrom = \"2027-04\"\n\
     [[change]]\nmove = [\"Adala\"]\noutside = \"Ö\"\nfrom = \"2027-09\"\n\
     [[change]]\ncreate = \"Z\"\nkommuner = [\"Bedala\"]\nfrom = \"2029-02\"\n",
    "[[change]]\nleave = [\"Adala\"]\nfrom = \"2028-12\"\n[[change]]\nelsewhere = 2\nfrom = 2027\n",
    "[[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"Z\"\nfrom = \"2027-02\"\n\
     [[change]]\nsplit = \"Z\"\ninto = [{ name = \"X\", kommuner = [\"Bedala\"], kansli = 9 }, \
     { name = \"Y\", kommuner = [\"Adala\"] }]\nfrom = \"2028-03\"\n",
];

fn computed(basis: &str, budgets: [&str; 2], changes: &str) -> (Files, Computed) {
    let [x, y] = budgets;
    let baseline = format!(
        "name = \"N\"\nkommuner = \"kommuner.csv\"\nregion_key = \"lika\"\n\
         [path]\nfrom = 2026\nto = 2029\nfigures_lag = 1\nkansli_index = 0.0251\n{basis}\
         [[forbund]]\nname = \"X\"\nkommuner = [\"Adala\"]\nkansli = {{ 2025 = 100_000, 2028 = 110_001 }}\n{x}\
         [[forbund]]\nname = \"Y\"\nkommuner = [\"Bedala\"]\nkansli = 333_333\n{y}"
    );
    Computed::held(TABLE, baseline, changes)
}

const BUDGETS: [&str; 2] =
    ["budget = { 2026 = 5_000_001, 2028 = 5_500_000 }\n", "state_grant = { 2020 = 1_900_001 }\n"];

#[test]
fn every_figure_of_every_year_is_explained_and_adds_up() {
    let mut figures = 0;
    for (basis, budgets) in [(NATIONAL, [""; 2]), (DECIDED, BUDGETS)] {
        for changes in CHANGES {
            let (files, computed) = computed(basis, budgets, changes);
            for (year, money) in Money::of_years(&computed.result) {
                let of_year =
                    ComputedYear::of(&computed.scenario, &computed.result, Some(year)).expect("a year");
                let places = Places::of(&files, &of_year.scenario).expect("places");
                let explainer =
                    Explainer::new(&of_year.scenario, &of_year.result, &places).expect("computable");
                let mut paths = Vec::new();
                numbers(&serde_json::to_value(&money).expect("JSON"), "", &mut paths);
                for (path, value) in paths.into_iter().filter(|(path, _)| !is_given(path)) {
                    let question = Question { metric: path.clone(), row: None, net: false };
                    let node =
                        explainer.explain(&question).unwrap_or_else(|error| panic!("{path}: {error:?}"));
                    let place = format!("{changes}{year}: {path}");
                    assert_eq!(node.value.number, value, "{place}");
                    assert_eq!(node.metric.as_ref(), Some(&path));
                    assert_holds(&node, &place);
                    figures += 1;
                }
            }
        }
    }
    assert!(figures > 3_000, "{figures}");
}

/// The place of the only figure of an explanation that has this name there.
fn line(node: &Node, name: &str) -> Option<usize> {
    let places = node.all().into_iter().filter_map(|node| node.origin.as_ref()?.place.as_ref());
    let lines: Vec<_> = places.filter(|place| place.name == name).map(|place| place.line).collect();
    assert!(lines.iter().all(|line| *line == lines[0]), "{lines:?}");
    lines.first().copied().flatten()
}

fn explained(year: i64, (files, computed): &(Files, Computed), metric: &str) -> Result<Node, MetricError> {
    let of_year = ComputedYear::of(&computed.scenario, &computed.result, Some(year)).expect("a year");
    let places = Places::of(files, &of_year.scenario).expect("places");
    let explainer = Explainer::new(&of_year.scenario, &of_year.result, &places).expect("computable");
    explainer.explain(&Question { metric: metric.to_owned(), row: None, net: false })
}

#[test]
fn a_year_leads_to_the_values_that_hold_in_it() {
    let example = computed(NATIONAL, [""; 2], CHANGES[0]);
    let node = |year, metric: &str| explained(year, &example, metric).expect("a figure");
    // The appropriation of 2026 holds in 2027, on the same line; the base grant has one of its own for 2029.
    let state = node(2027, "before.forbund.0.state.total");
    assert_eq!((line(&state, "appropriation.2026"), line(&state, "base_grant.2026")), (Some(10), Some(11)));
    assert_eq!(line(&node(2029, "before.forbund.0.state.base"), "base_grant.2029"), Some(11));
    // 2027 has the figures of 2026: Adala's inhabitants are blank there, and those of the year before hold.
    let cells = |metric: &str| node(2027, metric).children[0].origin.clone();
    let of_adala = |metric| cells(metric).and_then(|origin| origin.place).and_then(|place| place.line);
    assert_eq!(of_adala("before.forbund.0.befolkning_16_64"), Some(6));
    assert_eq!(of_adala("before.forbund.0.forsorjningsmatt"), Some(9));
    // Stated at the prices of 2026: 333 333 × 1.0251² = 350 276.28….
    let kansli = node(2028, "before.forbund.1.kansli");
    assert_eq!(line(&kansli, "path.kansli_index"), Some(8));
    let holds =
        |node: &Node| node.children.iter().map(|child| child.value.number.to_string()).collect::<Vec<_>>();
    assert_eq!(holds(&kansli.children[0].children[0]), ["333333", "105083001/100000000"]);
    // One that is stated for 2028 is at the prices of 2028.
    let stated = node(2028, "before.forbund.0.kansli");
    assert_eq!(
        (stated.value.number.to_string().as_str(), line(&stated, "kansli.2028")),
        ("110001", Some(18))
    );
    assert_eq!(line(&stated, "path.kansli_index"), None);
}

#[test]
fn a_year_in_which_förbund_merge_is_explained_by_its_months() {
    let example = computed(NATIONAL, [""; 2], CHANGES[0]);
    let base = explained(2027, &example, "after.gross.forbund.0.state.base").expect("a figure");
    // Y is there all year: seven months beside X, five alone.
    let months = base.children.iter().map(|part| part.value.number.to_string()).collect::<Vec<_>>();
    assert_eq!(base.value.number.to_string(), "400000");
    assert_eq!(months, ["700000/3", "500000/3"]);
    let x = explained(2027, &example, "after.gross.forbund.1.state.base").expect("a figure");
    assert_eq!((x.value.number.to_string().as_str(), x.children[0].children.len()), ("233333", 1));
}

#[test]
fn what_is_of_all_years_together_is_of_no_single_one() {
    let example = computed(NATIONAL, [""; 2], CHANGES[0]);
    let cost = |year| explained(year, &example, "break_even.engangskostnad");
    assert_eq!(cost(2029).expect("a figure").value.number.to_string(), "90000");
    assert_eq!(cost(2027), Err(MetricError::OfAllYears));
}
