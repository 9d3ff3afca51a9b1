//! What an input costs: no more than its size lets expect, whatever stands in it.
//!
//! Where work grew with the square of the input, or doubled with every line, a size that the old way would not have
//! come through in a day shows it.

use super::run::Place;

/// What is said of a förbund that splits and merges again.
const UNDONE: &[&str] = &["split_undone", "merger_undone"];

/// A förbund that splits and merges again, so often.
fn splits_and_merges(rounds: usize) -> Place {
    let round = r#"
[[change]]
split = "Trollhättan"
into = [{ name = "a", kommuner = ["Trollhättan", "Lilla Edet"] }, { name = "b", kommuner = ["Grästorp"] }]
[[change]]
merge = ["a", "b"]
into = "Trollhättan"
"#;
    let baseline = "builtin:data/integratia_2017/utgangslage.toml";
    let scenario = format!("name = \"Fram och åter\"\nbaseline = \"{baseline}\"\n{}", round.repeat(rounds));
    Place::with(&[("s.toml", &scenario)])
}

#[test]
fn a_forbund_that_splits_and_merges_many_times_keeps_one_history() {
    let assumptions = |rounds: usize| {
        let result = splits_and_merges(rounds).run("simulate s.toml --format json").warned(UNDONE).json();
        result["assumptions"].as_array().expect("a list").len()
    };
    assert_eq!(assumptions(1), assumptions(60));
}

#[test]
fn every_page_of_such_a_forbund_can_be_made() {
    let place = splits_and_merges(60);
    let once = splits_and_merges(1).run("explain s.toml --metric delta.gross.kansli").warned(UNDONE).answer();
    assert_eq!(place.run("explain s.toml --metric delta.gross.kansli").warned(UNDONE).answer(), once);
    let tree = place.run("explain s.toml --metric delta.gross.kansli --format json").warned(UNDONE).answer();
    // Every round adds the same few figures.
    assert!(tree.len() < 60 * 20_000, "{}", tree.len());
    place.run("report s.toml -o r.html -o r.xlsx -o r.md").wrote().warned(UNDONE).answer();
}

#[test]
fn a_history_deeper_than_any_stack_is_followed_to_its_end() {
    let place = splits_and_merges(5_000);
    for command in ["simulate", "explain", "check", "data validate"] {
        place.run(&format!("{command} s.toml")).warned(UNDONE).answer();
    }
    place.run("explain s.toml --metric delta.gross.kansli --format json").warned(UNDONE).json();
}
