//! Two explanations worked by hand.

use finsam::analysis::explanation::{Exact, Formula, Node, What};
use finsam::input::files::{Files, Location};
use num_bigint::BigInt;

use super::scenario::Computed;

const TABLE: &str = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n\
                     1001,Adala,1000,10\n1002,Bedala,3000,30.0\n1003,Cedala,6000,60\n";

/// 10 800 000 − 3 · 400 000 = 9 600 000 kr for 100 helårsekvivalenter and 10 000 inhabitants: 72 000 and 240 kr.
const NATIONAL: &str = "name = \"N\"\nkommuner = \"kommuner.csv\"\n\
                        [model]\nappropriation = 10_800_000\n\
                        [model.rest_of_country]\nforbund = 1\nkommuner = \"alla\"\n\
                        [[forbund]]\nname = \"X\"\nkommuner = [\"Adala\"]\n\
                        [[forbund]]\nname = \"Y\"\nkommuner = [\"Bedala\"]\n";

const MERGER: &str = "name = \"M\"\nbaseline = \"utgangslage.toml\"\n\
                      [[change]]\nmerge = [\"X\", \"Y\"]\ninto = \"Z\"\n";

/// Half of the budget is 2 000 000.5 kr, so 2 000 001; 1 600 001 of it lie above the base grant.
const DECIDED: &str = "name = \"D\"\nkommuner = \"kommuner.csv\"\n\
                       [[forbund]]\nname = \"X\"\nkommuner = [\"Adala\", \"Bedala\"]\nbudget = 4_000_001\n";

const NOTHING: &str = "name = \"O\"\nbaseline = \"utgangslage.toml\"\n";

fn computed(baseline: &str, scenario: &str) -> Computed {
    let files =
        Files::held([("kommuner.csv", TABLE), ("utgangslage.toml", baseline), ("scenario.toml", scenario)]);
    Computed::at(&files, &Location::Held("scenario.toml".to_owned()))
}

fn whole(number: i64) -> Exact {
    Exact::from(BigInt::from(number))
}

fn numbers(nodes: &[Node]) -> Vec<Exact> {
    nodes.iter().map(|node| node.value.number.clone()).collect()
}

#[test]
fn a_merger_loses_a_base_grant_and_the_country_gives_some_of_it_back() {
    let example = computed(NATIONAL, MERGER);
    let gross = example.explain("delta.gross.state").expect("a figure");
    // A base grant less; both kommuner take their part from X and Y to Z.
    assert_eq!(numbers(&gross.children), [whole(-400_000), whole(0)]);
    // Net 10 000 000 kr are left: 75 000 and 250 kr, 3 000 · 40 and 10 · 4 000 kr more.
    let net = example.explain("delta.net.state").expect("a figure");
    assert_eq!(net.value.number, whole(-240_000));
    assert_eq!(numbers(&net.children), [whole(-400_000), whole(0), whole(160_000)]);
    let redistribution = &net.children[2];
    assert_eq!(redistribution.what, What::Redistribution);
    assert_eq!(numbers(&redistribution.children), [whole(120_000), whole(40_000)]);
    let by_forsorjningsmatt = &redistribution.children[0];
    assert_eq!(by_forsorjningsmatt.formula, Formula::ProductOfDifference);
    assert_eq!(numbers(&by_forsorjningsmatt.children), [whole(40), whole(75_000), whole(72_000)]);
}

#[test]
fn a_figure_leads_to_the_line_of_its_cell() {
    let example = computed(NATIONAL, MERGER);
    let node = example.explain("before.forbund.1.forsorjningsmatt").expect("a figure");
    let cell = node.children[0].origin.as_ref().and_then(|origin| origin.place.as_ref()).expect("a place");
    assert_eq!(
        (cell.file.as_str(), cell.line, cell.name.as_str()),
        ("kommuner.csv", Some(3), "forsorjningsmatt")
    );
}

#[test]
fn a_decided_amount_is_shared_to_the_krona() {
    let example = computed(DECIDED, NOTHING);
    let node = example.explain("before.forbund.0.state.forsorjningsmatt").expect("a figure");
    assert_eq!(node.value.number, whole(1_200_001));
    assert_eq!(numbers(&node.children), [whole(300_000), whole(900_001)]);
    // 1 600 001 · 0.75 · 30 ÷ 40 = 900 000.5625: the largest of four fractions, so the krona left goes there.
    let fraction = |numerator: i64| Exact::new(BigInt::from(numerator), BigInt::from(10_000));
    assert_eq!(numbers(&node.children[1].children), [fraction(9_000_005_625), fraction(4_375)]);
}

#[test]
fn a_net_metric_is_unknown_where_net_is() {
    let example = computed(DECIDED, NOTHING);
    assert!(example.explain("delta.net.total").is_err());
}

#[test]
fn break_even_leads_to_incomes_and_to_what_changes_cost_once() {
    let kanslier = NATIONAL.replace("[\"Adala\"]", "[\"Adala\"]\nkansli = 900_000");
    let kanslier = kanslier.replace("[\"Bedala\"]", "[\"Bedala\"]\nkansli = 800_000");
    let merger =
        format!("{MERGER}kansli = 600_000\nengangskostnad = {{ flytt = 200_000, utredning = 90_000 }}\n");
    let example = computed(&kanslier, &merger);
    let saving = example.explain("break_even.saving_needed.gross").expect("a figure");
    assert_eq!((saving.value.number.clone(), saving.formula), (whole(800_000), Formula::Difference));
    assert!(saving.holds());
    let shared = example.explain("break_even.saving_needed_per_forbund.net").expect("a figure");
    // Net 480 000 kr are lost, by one förbund less.
    assert_eq!(numbers(&shared.children), [whole(480_000), whole(1)]);
    let years = example.explain("break_even.payback_years.gross").expect("a figure");
    // 290 000 kr once, and 1 100 000 − 800 000 kr more a year for insatser: 0.97 years.
    assert_eq!(numbers(&years.children), [whole(290_000), whole(300_000)]);
    assert!(years.holds() && years.value.number == whole(1));
    let cost = &years.children[0].children[0];
    let place = cost.origin.as_ref().and_then(|origin| origin.place.as_ref()).expect("a place");
    assert_eq!(
        (place.file.as_str(), place.line, place.name.as_str()),
        ("scenario.toml", Some(7), "engangskostnad")
    );
    // Where nothing is lost, nothing has to be saved.
    let same = computed(NATIONAL, NOTHING).explain("break_even.saving_needed.gross").expect("a figure");
    assert_eq!(same.value.number, whole(0));
}

/// A kansli of 300 000 kr takes a quarter of 1 200 000, half of which is the state's: 200 000 kr above the base grant.
const SMALLEST: &str = "[smallest_forbund]\nkansli = 300_000\nmost_share = 0.25\n";

/// 9 600 000 kr for 10 000 inhabitants are 960 kr each: 208.3 of them bring 200 000. After the merger it is 1 000 kr: 200.
#[test]
fn the_smallest_forbund_has_as_many_as_bring_what_its_kansli_needs() {
    let example = computed(&format!("{NATIONAL}{SMALLEST}"), MERGER);
    let explain = |metric: &str| {
        let node = example.explain(&format!("smallest_forbund.{metric}")).expect("a figure");
        assert!(node.all().iter().all(|node| node.holds()), "{metric}: {node:?}");
        node
    };
    for side in ["before", "after.gross"] {
        let smallest = explain(&format!("{side}.inhabitants"));
        assert_eq!((smallest.formula, smallest.value.number.clone()), (Formula::Sum, whole(209)));
        let exact = &smallest.children[0];
        assert_eq!(exact.value.number, Exact::new(BigInt::from(625), BigInt::from(3)));
        assert_eq!(numbers(&exact.children), [whole(200_000), whole(10_000), whole(9_600_000)]);
        let needed = &exact.children[0].children;
        assert_eq!(numbers(needed), [whole(600_000), whole(400_000)]);
        let quarter = Exact::new(BigInt::from(1), BigInt::from(4));
        assert_eq!(numbers(&needed[0].children), [whole(300_000), &quarter + &quarter, quarter]);
    }
    let net = explain("after.net.inhabitants");
    assert_eq!((net.formula, net.value.number.clone()), (Formula::Quotient, whole(200)));
    assert_eq!(numbers(&net.children), [whole(200_000), whole(10_000), whole(10_000_000)]);
    // X has 400 000, 10 helårsekvivalenter of 72 000 and 1 000 inhabitants of 240 kr from the state, twice that in all.
    let share = explain("before.forbund.0.kansli_share");
    assert_eq!(share.value.number, Exact::new(BigInt::from(1_103), BigInt::from(100)));
    assert_eq!(numbers(&share.children), [whole(300_000), whole(100), whole(2_720_000)]);
    assert_eq!(explain("before.forbund.1.befolkning_16_64").value.number, whole(3_000));
    assert_eq!(explain("kansli").value.number, whole(300_000));
    let stated = explain("most_share").origin.and_then(|origin| origin.place).expect("a place");
    assert_eq!(
        (stated.file.as_str(), stated.name.as_str()),
        ("utgangslage.toml", "smallest_forbund.most_share")
    );
    // 200 000 kr are a quarter of what the base grant alone brings.
    let suffices = computed(&format!("{NATIONAL}{}", SMALLEST.replace("300_000", "200_000")), NOTHING);
    let any_size = suffices.explain("smallest_forbund.before.inhabitants").expect("a figure");
    assert_eq!((any_size.formula, any_size.value.number.clone()), (Formula::AtLeastZero, whole(0)));
}

/// 1 600 001 kr above the base grant for 4 000 inhabitants: a little fewer than 500 bring 200 000.
#[test]
fn the_smallest_forbund_of_decided_money_is_of_the_file() {
    let example = computed(&format!("{DECIDED}{SMALLEST}"), NOTHING);
    let smallest = example.explain("smallest_forbund.before.inhabitants").expect("a figure");
    assert!(smallest.all().iter().all(|node| node.holds()), "{smallest:?}");
    assert_eq!(smallest.value.number, whole(500));
    assert_eq!(numbers(&smallest.children[0].children), [whole(200_000), whole(4_000), whole(1_600_001)]);
    assert!(example.explain("smallest_forbund.after.net.inhabitants").is_err());
}
