//! Writes a plan as the three files the program reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::plan::{Dated, OneOff, Path, PathStated, Plan};
use crate::reference::case::{Kommun, Money};
use crate::reference::files::{Extras, Texts, Toml, texts_with, weights_value};

pub(crate) fn texts(plan: &Plan) -> Texts {
    let rows: Vec<(Option<u32>, &Kommun)> = if plan.figures.is_empty() {
        plan.case.table.iter().map(|kommun| (None, kommun)).collect()
    } else {
        plan.figures.iter().map(|(year, kommun)| (Some(*year), kommun)).collect()
    };
    texts_with(&plan.case, &rows, &extras(plan))
}

fn extras(plan: &Plan) -> Extras {
    let toml = Toml(&plan.case);
    let mut extras = Extras::default();
    if let Some(path) = &plan.path {
        let text = path_table(path);
        match plan.path_stated {
            PathStated::Baseline => extras.baseline.push_str(&text),
            PathStated::Scenario => extras.scenario.push_str(&text),
            PathStated::Both => {
                let other = Path { to: path.from + 1, figures_lag: 0, ..path.clone() };
                extras.baseline.push_str(&path_table(&other));
                extras.scenario.push_str(&text);
            }
        }
    }

    let kronor = |amount: &u64| toml.kronor(*amount);
    let model = [
        ("appropriation", years_of(&plan.appropriation, kronor)),
        ("base_grant", years_of(&plan.base_grant, kronor)),
        ("weights", years_of(&plan.weights, |(matt, befolkning)| weights_value(matt, befolkning))),
        ("forbund", years_of(&plan.rest_forbund, ToString::to_string)),
    ];
    extras.model.extend(model.into_iter().filter_map(|(key, value)| Some((key, value?))));
    for (forbund, dated) in plan.case.forbund.iter().zip(&plan.forbund) {
        let money = match forbund.money {
            Money::Formula => None,
            Money::Budget(_) => Some("budget"),
            Money::StateGrant(_) => Some("state_grant"),
        };
        let mut values = BTreeMap::new();
        values.extend(money.zip(years_of(&dated.money, kronor)));
        values.extend(years_of(&dated.kansli, |kansli| toml.kansli(kansli)).map(|value| ("kansli", value)));
        extras.forbund.push(values);
    }
    for timing in &plan.timings {
        let mut lines = String::new();
        match timing.from {
            None => {}
            Some(date) if date.month == 1 && plan.case.layout.underscores => {
                writeln!(lines, "from = {}", date.year).expect("a text takes any line");
            }
            Some(date) => {
                writeln!(lines, "from = \"{}-{:02}\"", date.year, date.month).expect("a text takes any line");
            }
        }
        let one_off = timing.one_off.as_ref().map(|one_off| match one_off {
            OneOff::Whole(cost) => toml.kronor(*cost),
            OneOff::ByYear(costs) => table_of_years(costs, kronor),
        });
        if let Some(one_off) = one_off {
            writeln!(lines, "engangskostnad = {one_off}").expect("a text takes any line");
        }
        extras.changes.push(lines);
    }
    extras
}

fn path_table(path: &Path) -> String {
    let Path { from, to, figures_lag, kansli_index, discount_rate } = path;
    let mut text = format!("\n[path]\nfrom = {from}\nto = {to}\n");
    if *figures_lag > 0 {
        writeln!(text, "figures_lag = {figures_lag}").expect("a text takes any line");
    }
    if kansli_index != "0" {
        writeln!(text, "kansli_index = {kansli_index}").expect("a text takes any line");
    }
    if let Some(rate) = discount_rate {
        writeln!(text, "discount_rate = {rate}").expect("a text takes any line");
    }
    text
}

/// None where the plain value stands.
fn years_of<Amount>(dated: &Dated<Amount>, value: impl Fn(&Amount) -> String) -> Option<String> {
    (!dated.0.is_empty()).then(|| table_of_years(&dated.0, value))
}

fn table_of_years<Amount>(years: &BTreeMap<u32, Amount>, value: impl Fn(&Amount) -> String) -> String {
    let years: Vec<String> =
        years.iter().map(|(year, amount)| format!("{year} = {}", value(amount))).collect();
    format!("{{ {} }}", years.join(", "))
}
