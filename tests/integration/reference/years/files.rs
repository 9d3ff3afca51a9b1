//! Writes a plan as the three files the program reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::plan::{Amount, Dated, OneOff, Path, Plan, StatedIn};
use crate::reference::case::{Case, Change, Kommun, Money};
use crate::reference::files::{Extras, Texts, Toml, texts_with, weights_value};
use crate::reference::rules::caps::{Cap, Ceiling, Payer};
use crate::reference::rules::holdings::StatedHolding;
use crate::reference::rules::{BaseGrant, Guard, Redistribution, Rules, Step};

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
    let mut state = |stated_in: StatedIn, text: String, other: String| match stated_in {
        StatedIn::Baseline => extras.baseline.push_str(&text),
        StatedIn::Scenario => extras.scenario.push_str(&text),
        StatedIn::Both => {
            extras.baseline.push_str(&other);
            extras.scenario.push_str(&text);
        }
    };
    if let Some(path) = &plan.path {
        let other = Path { to: path.from + 1, figures_lag: 0, ..path.clone() };
        state(plan.path_stated, path_table(path), path_table(&other));
    }
    if let Some(rules) = &plan.rules {
        let other = Rules {
            redistribution: Redistribution::Staten,
            guard: None,
            equity: vec![Step { above: "0".to_owned(), reduce: "1".to_owned() }],
            caps: Vec::new(),
        };
        let is_bare = rules.redistribution == Redistribution::Alla
            && rules.guard.is_none()
            && rules.equity.is_empty()
            && !rules.caps.is_empty();
        // Caps are in force without a table of rules, too.
        if !is_bare || plan.rules_stated == StatedIn::Both {
            state(plan.rules_stated, rules_table(rules), rules_table(&other));
        }
        if !rules.caps.is_empty() {
            let other = Cap { payer: Payer::All, ceiling: Ceiling::Most(1) };
            let written = |cap: &Cap| cap_table(&plan.case, cap);
            state(plan.caps_stated, rules.caps.iter().map(written).collect(), written(&other));
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
        for (key, amount) in [("eget_kapital", &dated.eget_kapital), ("matchning", &dated.matchning)] {
            values.extend(amount.as_ref().map(|amount| match amount {
                Amount::Plain(amount) => (key, kronor(amount)),
                Amount::Dated(dated) => (key, table_of_years(&dated.0, kronor)),
            }));
        }
        extras.forbund.push(values);
    }
    for (change, timing) in plan.case.changes.iter().zip(&plan.timings) {
        let mut lines = String::new();
        let holdings: Vec<Vec<String>> =
            timing.holdings.iter().map(|one| stated_holding(one, kronor)).collect();
        if matches!(change, Change::Split { .. }) {
            let one_line =
                |values: &Vec<String>| values.iter().fold(String::new(), |line, value| line + ", " + value);
            extras.parts.push(holdings.iter().map(one_line).collect());
        } else {
            lines = holdings.concat().iter().fold(lines, |lines, value| lines + value + "\n");
            extras.parts.push(Vec::new());
        }
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

fn stated_holding(holding: &StatedHolding, kronor: impl Fn(&u64) -> String) -> Vec<String> {
    let StatedHolding { eget_kapital, matchning } = holding;
    [("eget_kapital", eget_kapital), ("matchning", matchning)]
        .iter()
        .filter_map(|(key, amount)| Some(format!("{key} = {}", kronor(amount.as_ref()?))))
        .collect()
}

fn rules_table(rules: &Rules) -> String {
    let redistribution = match rules.redistribution {
        Redistribution::Alla => "alla",
        Redistribution::Staten => "staten",
    };
    let mut text = format!("\n[rules]\nredistribution = \"{redistribution}\"\n");
    if let Some(Guard { most_decrease, years, base_grant, except_equity_above }) = &rules.guard {
        let base_grant = match base_grant {
            BaseGrant::Lapses => "lapses",
            BaseGrant::Follows => "follows",
        };
        write!(text, "\n[rules.guard]\nmost_decrease = {most_decrease}\nbase_grant = \"{base_grant}\"\n")
            .expect("a text takes any line");
        if let Some(years) = years {
            writeln!(text, "years = {years:?}").expect("a text takes any line");
        }
        if let Some(above) = except_equity_above {
            writeln!(text, "except_equity_above = {above}").expect("a text takes any line");
        }
    }
    for Step { above, reduce } in &rules.equity {
        write!(text, "\n[[rules.equity]]\nabove = {above}\nreduce = {reduce}\n")
            .expect("a text takes any line");
    }
    text
}

fn cap_table(case: &Case, cap: &Cap) -> String {
    let payer = match &cap.payer {
        Payer::Region(region) => format!("region = \"{region}\"\n"),
        Payer::Kommun(code) => format!("kommun = \"{}\"\n", case.kommun(code).name),
        Payer::Forbund(name) => format!("forbund = \"{name}\"\n"),
        Payer::All => String::new(),
    };
    let ceiling = match &cap.ceiling {
        Ceiling::Most(most) => format!("most = {most}\n"),
        Ceiling::Share { share, of } => format!("share = {share}\nof = {of}\n"),
    };
    format!("\n[[cap]]\n{payer}{ceiling}")
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
fn years_of<Value>(dated: &Dated<Value>, value: impl Fn(&Value) -> String) -> Option<String> {
    (!dated.0.is_empty()).then(|| table_of_years(&dated.0, value))
}

fn table_of_years<Value>(years: &BTreeMap<u32, Value>, value: impl Fn(&Value) -> String) -> String {
    let years: Vec<String> =
        years.iter().map(|(year, amount)| format!("{year} = {}", value(amount))).collect();
    format!("{{ {} }}", years.join(", "))
}
