//! Sections 8 and 9 of the contract: the figures of each year of a path, and what rules leave of them, in exact
//! fractions.

pub(crate) mod files;
pub(crate) mod generate;
pub(crate) mod plan;
pub(crate) mod spans;
mod totals;
mod year;

use serde_json::{Value, json};

use self::plan::Plan;
use self::year::Year;
use super::result;

/// The figures of sections 5, 8 and 9 for a plan, under the keys of `--format json`.
pub(crate) fn expected(plan: &Plan) -> Value {
    computed(plan).unwrap_or_else(|reason| panic!("a plan that can be computed: {reason}"))
}

/// The same, or why there is no answer.
pub(crate) fn computed(plan: &Plan) -> Result<Value, &'static str> {
    let mut years: Vec<Year> = Vec::new();
    for year in plan.years() {
        let next = year::compute(plan, year, years.last())?;
        years.push(next);
    }
    let last = years.last().expect("a year at least");
    let case = plan.in_year(last.number);
    let mut expected = result(&case, &last.before, &last.gross, last.net.as_deref());
    expected["bound"] = last.bound();
    let Some(path) = &plan.path else { return Ok(expected) };
    let listed: Vec<Value> = years.iter().map(|year| year.json(plan)).collect();
    expected["path"] = json!({
        "years": listed,
        "accumulated": {
            "gross": totals::accumulated(path, &years, |year| Some(&year.gross)),
            "net": totals::accumulated(path, &years, |year| year.net.as_deref()),
        },
        "payback_year": {
            "gross": totals::payback_year(plan, &years, |year| Some(&year.gross)),
            "net": totals::payback_year(plan, &years, |year| year.net.as_deref()),
        },
    });
    Ok(expected)
}
