//! Section 8 of the contract: the figures of each year of a path, in exact fractions.

pub(crate) mod files;
pub(crate) mod generate;
pub(crate) mod plan;
pub(crate) mod spans;
mod totals;

use num_bigint::BigInt;
use serde_json::{Value, json};

use self::plan::{Path, Plan};
use super::changes::Situation;
use super::money::{self, Basis, ExactRow, Figures, Ties};
use super::{delta, kronor, result, share_kanslier, side};

/// One year of the path.
struct Year {
    number: u32,
    before: Vec<Figures>,
    gross: Vec<Figures>,
    net: Option<Vec<Figures>>,
    one_off: BigInt,
}

/// The figures of sections 5 and 8 for a plan with a path, under the keys of `--format json`.
pub(crate) fn expected(plan: &Plan) -> Value {
    let path = plan.path.as_ref().expect("a plan with a path");
    let years: Vec<Year> = (path.from..=path.to).map(|year| compute(plan, path, year)).collect();
    let last = years.last().expect("a path of one year at least");
    let mut expected = result(&plan.in_year(path.to), &last.before, &last.gross, last.net.as_deref());
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
    expected
}

impl Year {
    fn json(&self, plan: &Plan) -> Value {
        json!({
            "year": self.number,
            "figures_year": plan.figures_year(self.number),
            "before": side(&self.before),
            "gross": side(&self.gross),
            "net": self.net.as_deref().map(side),
            "delta": delta(&self.before, &self.gross, self.net.as_deref()),
            "one_off": kronor(&self.one_off),
            "bound": [],
        })
    }
}

fn compute(plan: &Plan, path: &Path, year: u32) -> Year {
    let case = plan.in_year(year);
    let basis = Basis::with_parts(&case, plan.parts_of_the_budgets(path, year));
    let today = basis.gross();
    let before = money::exact(&case, &Situation::today(&case), &today);
    let mut gross_spans: Vec<(u32, Vec<ExactRow>)> = Vec::new();
    let mut net_spans: Option<Vec<(u32, Vec<ExactRow>)>> = Some(Vec::new());
    for (months, situation) in spans::of(plan, &case, year) {
        // Each span is computed as if it were the whole year.
        let mut gross = money::exact(&case, &situation, &today);
        let mut net = basis.net(&situation).map(|parts| money::exact(&case, &situation, &parts));
        share_kanslier(&case, &situation, &mut gross, net.as_deref_mut());
        gross_spans.push((months, gross));
        net_spans = net_spans.zip(net).map(|(mut spans, net)| {
            spans.push((months, net));
            spans
        });
    }
    let figures = |spans: &[(u32, Vec<ExactRow>)]| {
        let ties = if spans.len() > 1 { Ties::Order } else { Ties::LowestKommunkod };
        money::rounded(&case, &spans::weighed(spans), ties)
    };
    Year {
        number: year,
        before: money::rounded(&case, &before, Ties::LowestKommunkod),
        gross: figures(&gross_spans),
        net: net_spans.as_deref().map(figures),
        one_off: plan.one_off(path, year),
    }
}
