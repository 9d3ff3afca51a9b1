//! One year, computed after the one before it.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;
use serde_json::{Value, json};

use super::plan::Plan;
use super::spans::{self, Span};
use crate::reference::case::Case;
use crate::reference::changes::Situation;
use crate::reference::fractions::{round_half_away, whole};
use crate::reference::money::{self, ExactRow, Figures, Parts, Ties};
use crate::reference::rules::bounds::{Before, Bounds};
use crate::reference::rules::caps;
use crate::reference::rules::holdings::{self, Holdings};
use crate::reference::rules::past::Past;
use crate::reference::rules::{Binding, Lambda, Redistribution, bounded};
use crate::reference::{delta, kronor, share_kanslier, side};

pub(super) struct Year {
    pub number: u32,
    pub before: Vec<Figures>,
    pub gross: Vec<Figures>,
    pub net: Option<Vec<Figures>>,
    pub one_off: BigInt,
    /// By side: before, gross, net.
    bindings: [Vec<Binding>; 3],
    /// What the next year is compared with.
    past: Pasts,
}

/// Years are compared side by side.
struct Pasts {
    before: Past,
    gross: Past,
    net: Option<Past>,
}

/// The spans of one side, each computed as if it were the whole year.
#[derive(Default)]
struct Side {
    spans: Vec<(u32, Vec<ExactRow>)>,
    bindings: Vec<Binding>,
}

impl Year {
    pub(super) fn json(&self, plan: &Plan) -> Value {
        json!({
            "year": self.number,
            "figures_year": plan.figures_year(self.number),
            "before": side(&self.before),
            "gross": side(&self.gross),
            "net": self.net.as_deref().map(side),
            "delta": delta(&self.before, &self.gross, self.net.as_deref()),
            "one_off": kronor(&self.one_off),
            "bound": self.bound(),
        })
    }

    pub(super) fn bound(&self) -> Value {
        let names = [Value::Null, json!("gross"), json!("net")];
        let entry = |redistribution: &Value, binding: &Binding| {
            json!({
                "forbund": binding.forbund,
                "redistribution": redistribution,
                "rule": binding.rule,
                "without": kronor(&round_half_away(&binding.without)),
                "with": kronor(&round_half_away(&binding.with)),
            })
        };
        let entries = names.iter().zip(&self.bindings);
        entries.flat_map(|(name, side)| side.iter().map(move |binding| entry(name, binding))).collect()
    }
}

impl Side {
    fn add(&mut self, months: u32, rows: Vec<ExactRow>, bindings: Vec<Binding>) {
        let share = BigRational::new(months.into(), 12.into());
        for binding in bindings {
            let (without, with) = (binding.without * &share, binding.with * &share);
            let same =
                |known: &&mut Binding| (&known.forbund, known.rule) == (&binding.forbund, binding.rule);
            if let Some(known) = self.bindings.iter_mut().find(same) {
                known.without += without;
                known.with += with;
            } else {
                self.bindings.push(Binding { without, with, ..binding });
            }
        }
        self.spans.push((months, rows));
    }

    fn figures(&self, case: &Case) -> Vec<Figures> {
        let ties = if self.spans.len() > 1 { Ties::Order } else { Ties::LowestKommunkod };
        money::rounded(case, &spans::weighed(&self.spans), ties)
    }
}

/// What one year is computed from.
struct Context<'plan> {
    plan: &'plan Plan,
    case: &'plan Case,
    /// Whether the guard is in force in this year of a path.
    is_guarded: bool,
}

impl Context<'_> {
    /// The money of one span, or of `before`, from what its kommuner bring before any λ.
    fn solve(
        &self,
        situation: &Situation,
        parts: &Parts,
        holdings: &Holdings,
        before: &Before,
        lambda: &Lambda,
    ) -> Result<(Vec<ExactRow>, BigRational, Vec<Binding>), &'static str> {
        let rows = money::exact(self.case, situation, parts);
        let Some(rules) = &self.plan.rules else { return Ok((rows, BigRational::one(), Vec::new())) };
        let mut bounds: Vec<Bounds> = rows
            .iter()
            .map(|row| {
                let holding = holdings.get(&row.name).cloned().unwrap_or_default();
                Bounds::of(self.case, rules, row, &holding, before)
            })
            .collect();
        caps::narrow(self.case, rules, &rows, &mut bounds);
        bounded(&rows, &bounds, lambda)
    }

    fn guard<'past>(&self, past: Option<&'past Past>) -> Option<&'past Past> {
        past.filter(|_| self.is_guarded)
    }

    /// How λ is found on a side whose pot is known.
    fn lambda<'pot>(&self, pot: Option<&'pot BigRational>, one: &'pot BigRational) -> Lambda<'pot> {
        let solved =
            self.plan.rules.as_ref().is_some_and(|rules| rules.redistribution == Redistribution::Alla);
        match pot {
            Some(pot) if solved => Lambda::Solved { pot },
            _ => Lambda::Given(one),
        }
    }
}

pub(super) fn compute(plan: &Plan, year: u32, last: Option<&Year>) -> Result<Year, &'static str> {
    let case = plan.in_year(year);
    let basis = plan.basis(&case, year);
    let past = last.map(|year| &year.past);
    let guard = plan.rules.as_ref().and_then(|rules| rules.guard.as_ref());
    let is_guarded =
        guard.is_some_and(|guard| guard.years.as_ref().is_none_or(|years| years.contains(&year)));
    let context = Context { plan, case: &case, is_guarded };
    let one = whole(1);

    let today = Situation::today(&case);
    let parts = basis.gross();
    let by_formula = Past::of(&case, &[(12, money::exact(&case, &today, &parts))]);
    let holdings = holdings::after(plan, &case, year, &[]);
    let against = Before {
        guard: context.guard(past.map(|past| &past.before)),
        equity: past.map_or(&by_formula, |past| &past.before),
    };
    let pot = basis.pot(&today);
    let lambda = context.lambda(pot.as_ref(), &one);
    let (mut rows, lambda_before, bindings) = context.solve(&today, &parts, &holdings, &against, &lambda)?;
    share_kanslier(&case, &today, &mut rows, None);
    let mut before = Side::default();
    before.add(12, rows, bindings);
    let past_before = Past::of(&case, &before.spans);

    // Without a path the guard compares with `before`.
    let earlier = if plan.path.is_none() { Some(&past_before) } else { None };
    let past_gross = past.map(|past| &past.gross);
    let past_net = past.and_then(|past| past.net.as_ref());
    let (mut gross, mut net) = (Side::default(), Some(Side::default()));
    for Span { months, situation, done } in spans::of(plan, &case, year) {
        let holdings = holdings::after(plan, &case, year, &done);
        let against = Before {
            guard: context.guard(past_gross.or(earlier)),
            equity: past_gross.unwrap_or(&by_formula),
        };
        let lambda = Lambda::Given(&lambda_before);
        let (mut gross_rows, _, gross_bindings) =
            context.solve(&situation, &parts, &holdings, &against, &lambda)?;
        let mut net_solved = None;
        if let Some(parts) = basis.net(&situation) {
            let against = Before {
                guard: context.guard(past_net.or(earlier)),
                equity: past_net.unwrap_or(&by_formula),
            };
            let pot = basis.pot(&situation);
            let lambda = context.lambda(pot.as_ref(), &one);
            net_solved = Some(context.solve(&situation, &parts, &holdings, &against, &lambda)?);
        }
        let net_rows = net_solved.as_mut().map(|(rows, _, _)| rows.as_mut_slice());
        share_kanslier(&case, &situation, &mut gross_rows, net_rows);
        gross.add(months, gross_rows, gross_bindings);
        net = net.zip(net_solved).map(|(mut net, (rows, _, bindings))| {
            net.add(months, rows, bindings);
            net
        });
    }

    Ok(Year {
        number: year,
        before: before.figures(&case),
        gross: gross.figures(&case),
        net: net.as_ref().map(|net| net.figures(&case)),
        one_off: plan.one_off(year),
        past: Pasts {
            before: past_before,
            gross: Past::of(&case, &gross.spans),
            net: net.as_ref().map(|net| Past::of(&case, &net.spans)),
        },
        bindings: [before.bindings, gross.bindings, net.map(|net| net.bindings).unwrap_or_default()],
    })
}
