//! Amounts that rules bind: every figure of every year, and the steps of some by hand.
//!
//! The förbund are two alike ones of a kommun each, with 400 000 + 4 000 000 from the state. The eight others of the
//! country have as much each, and the appropriation is 44 million.

use finsam::analysis::explanation::{ComputedYear, Explainer, Node, Places, Question};
use finsam::analysis::money::Money;
use finsam::input::files::Files;

use super::examples::{assert_holds, is_given, numbers};
use super::scenario::Computed;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt,folkmangd\n\
    0101,Ale,Region Halland,1000,100,1500\n0102,Habo,Region Halland,1000,100,1500\n";

const REST: &str = "[model.rest_of_country]\nforbund = 8\nbefolkning_16_64 = 8_000\nforsorjningsmatt = 800\n";

const MERGE: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\nkansli = 900_000\n";

fn computed(above: &str, model: &str, [a, b]: [&str; 2], scenario: &str) -> (Files, Computed) {
    let baseline = format!(
        "name = \"N\"\nkommuner = \"kommuner.csv\"\n{above}[model]\n{model}{REST}\
         [[forbund]]\nname = \"A\"\nkommuner = [\"Ale\"]\nkansli = 500_000\n{a}\
         [[forbund]]\nname = \"B\"\nkommuner = [\"Habo\"]\nkansli = 600_000\n{b}"
    );
    Computed::held(TABLE, baseline, scenario)
}

/// Explains every figure of the money of a result, and counts the figures whose explanation has a limit.
fn explain_all(files: &Files, computed: &Computed) -> usize {
    let years: Vec<Option<i64>> = match &computed.result.path {
        None => vec![None],
        Some(path) => path.years.iter().map(|year| Some(year.year)).collect(),
    };
    let mut limited = 0;
    for year in years {
        let of_year = ComputedYear::of(&computed.scenario, &computed.result, year).expect("a year");
        let places = Places::of(files, &of_year.scenario).expect("places");
        let explainer = Explainer::new(&of_year.scenario, &of_year.result, &places).expect("computable");
        let money = Money::of(&of_year.result);
        let mut paths = Vec::new();
        numbers(&serde_json::to_value(&money).expect("JSON"), "", &mut paths);
        for (path, value) in
            paths.into_iter().filter(|(path, _)| !is_given(path) && !path.starts_with("break_even"))
        {
            let question = Question { metric: path.clone(), row: None, net: false };
            let node = explainer.explain(&question).unwrap_or_else(|error| panic!("{path}: {error:?}"));
            assert_eq!(node.value.number, value, "{year:?}: {path}");
            assert_holds(&node, &path);
            limited += usize::from(node.all().iter().any(|part| part.what.id() == "limit"));
        }
    }
    limited
}

#[test]
fn every_bound_figure_is_explained_and_adds_up() {
    let national = "appropriation = 44_000_000\n";
    let cap = "[[cap]]\nregion = \"Region Halland\"\nmost = 3_300_000\n";
    let share = "[[cap]]\nshare = 0.05\nof = 200_000_000\n";
    let equity = "[rules]\n[[rules.equity]]\nabove = 0.25\nreduce = 0.5\n";
    let shared = "[[change]]\nshared_kansli = [\"A\", \"B\"]\nkansli = 700_001\nsplit_by = \"budget\"\n";
    let falls = "appropriation = { 2026 = 44_000_000, 2027 = 36_000_000 }\n";
    let path = "[path]\nfrom = 2026\nto = 2028\n";
    let guard = "[rules.guard]\nmost_decrease = 0.1\n";
    let staten = "[rules]\nredistribution = \"staten\"\n";
    let budgets = ["budget = 8_000_001\n", "budget = 8_800_000\nmatchning = 3_000_000\n"];
    let may = MERGE.replace("into", "from = \"2027-05\"\ninto");
    for (above, model, of_forbund, scenario) in [
        ("", national, ["", ""], format!("{cap}{MERGE}")),
        ("", national, ["", ""], format!("{share}{shared}")),
        ("", national, ["eget_kapital = 5_000_000\n", ""], format!("{equity}{shared}")),
        ("", national, ["matchning = 2_600_000\n", ""], format!("{staten}{MERGE}")),
        ("", national, ["matchning = 100_000\n", ""], format!("[rules]\n{shared}")),
        ("", national, budgets, format!("[rules]\n{cap}{MERGE}")),
        (path, falls, ["", "eget_kapital = 8_800_000\n"], format!("{guard}except_equity_above = 0.5\n{may}")),
        (path, falls, ["", ""], format!("{cap}{guard}base_grant = \"follows\"\n{may}")),
    ] {
        let (files, computed) = computed(above, model, of_forbund, &scenario);
        assert!(explain_all(&files, &computed) > 5, "{scenario}");
    }
}

fn found<'tree>(node: &'tree Node, id: &str) -> &'tree Node {
    node.all().into_iter().find(|part| part.what.id() == id).unwrap_or_else(|| panic!("no {id} in {node:#?}"))
}

/// A's parties match 2 600 000, half of what A then has. It frees 1 800 000 of 36 000 000 for all others: their factor is
/// (40 000 000 − 2 200 000) ÷ (40 000 000 − 4 000 000) = 1.05.
#[test]
fn the_factor_of_all_others_is_a_quotient() {
    let (_, computed) =
        computed("", "appropriation = 44_000_000\n", ["matchning = 2_600_000\n", ""], "[rules]\n");
    let node = computed.explain("before.forbund.1.state.befolkning").expect("explained");
    let number = |id: &str| found(&node, id).value.number.to_string();
    assert_eq!(number("by_rates"), "1000000");
    assert_eq!(number("factor"), "21/20");
    assert_eq!(number("left_for_others"), "37800000");
    assert_eq!(number("brought_by_others"), "36000000");
    assert_eq!(number("limit"), "2600000");
    assert_eq!(number("matching"), "2600000");
    // A's own: 2 200 000 of 4 000 000 above the base grant.
    let node = computed.explain("before.forbund.0.state.befolkning").expect("explained");
    assert_eq!(found(&node, "row_scale").value.number.to_string(), "11/20");
}

/// The region pays 4 400 000 before rules and 3 300 000 at most.
#[test]
fn a_cap_is_explained_by_what_would_be_paid() {
    let cap = "[[cap]]\nregion = \"Region Halland\"\nmost = 3_300_000\n";
    let (_, computed) = computed("", "appropriation = 44_000_000\n", ["", ""], cap);
    let node = computed.explain("after.net.forbund.0.state.total").expect("explained");
    let number = |id: &str| found(&node, id).value.number.to_string();
    assert_eq!(number("limit"), "3300000");
    assert_eq!(number("would_pay"), "4400000");
    assert_eq!(number("ceiling"), "3300000");
    assert_eq!(number("without_rules"), "4400000");
}
