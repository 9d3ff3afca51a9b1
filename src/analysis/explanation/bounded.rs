//! State money that rules bound: the limit of each bound row with what it is made of, and the factor of all others.

use super::combine::{difference, product, quotient, rounded, sum};
use super::explainer::Explainer;
use super::node::Node;
use super::places::Places;
use super::quantity::{Exact, Quantity, Unit, exact_decimal, whole};
use super::what::{Party, What, When};
use crate::model::allocation_base::Part;
use crate::model::rules::{Ceiling, LimitOf, RulesOfRow, RulesOfSide};
use crate::model::step::SideName;

impl Explainer<'_> {
    /// What the rules made of a row, where they are in force on the side.
    fn rules_of(&self, side: SideName, row: usize) -> Option<(&RulesOfSide, &RulesOfRow)> {
        let rules = self.trace.side(side).rules.as_ref()?;
        Some((rules, rules.rows.get(row)?))
    }

    /// Whether rules made something else of a side than the rates would.
    pub(super) fn is_bounded(&self, side: SideName) -> bool {
        self.trace.side(side).rules.is_some()
    }

    /// The base grant of a row, where a limit leaves it less than that.
    pub(super) fn bounded_base(&self, side: SideName, row: usize, what: &What) -> Option<Node> {
        let (_, of_row) = self.rules_of(side, row)?;
        let limit = of_row.limit.as_ref().filter(|limit| limit.amount == of_row.state[0])?;
        (limit.amount < self.base_grant().value.number)
            .then(|| sum(what.clone(), Unit::Kronor, vec![self.limit(side, row)]))
    }

    /// A component of a row: what the rates give, times what the rules made of all that is above the base grant.
    pub(super) fn bounded_component(
        &self,
        side: SideName,
        row: usize,
        by_rates: impl FnOnce(What) -> Node,
        (part, what): (Part, What),
    ) -> Node {
        let is_as_rated =
            |(rules, row): (&RulesOfSide, &RulesOfRow)| row.limit.is_none() && rules.factor == whole(1);
        if self.rules_of(side, row).is_none_or(is_as_rated) {
            return by_rates(what);
        }
        let forbund = self.row_name(side, row);
        let by_rates = by_rates(What::ByRates { part, forbund, side });
        product(what, vec![by_rates, self.row_scale(side, row)])
    }

    /// What the rates give a row above its base grant.
    fn brought(&self, side: SideName, row: usize) -> Node {
        let forbund = self.row_name(side, row);
        let what = What::Brought { forbund: forbund.clone(), side };
        self.kept.once(&what, || {
            let parts = Part::BOTH.map(|part| {
                let what = What::ByRates { part, forbund: forbund.clone(), side };
                self.component_by_rates(side, row, part, what)
            });
            sum(what.clone(), Unit::Kronor, parts.into())
        })
    }

    /// What the rates give a row.
    fn by_formula(&self, side: SideName, row: usize) -> Node {
        let what = What::WithoutRules { forbund: self.row_name(side, row), side };
        let base = if self.rows(side)[row].outside { vec![] } else { vec![self.base_grant()] };
        let parts = [base, vec![self.brought(side, row)]].concat();
        self.kept.once(&what, || sum(what.clone(), Unit::Kronor, parts))
    }

    /// What is multiplied by: the factor of the side, or what a limit leaves above the base grant of what the rates give.
    fn row_scale(&self, side: SideName, row: usize) -> Node {
        let Some((_, of_row)) = self.rules_of(side, row) else { return number(What::One, whole(1)) };
        if of_row.limit.is_none() {
            return self.factor(side);
        }
        let what = What::RowScale { forbund: self.row_name(side, row), side };
        if of_row.scale == whole(0) {
            return number(what, whole(0));
        }
        self.kept.once(&what, || {
            let above = self.above_base_within(side, row);
            as_number(quotient(what.clone(), vec![above], self.brought(side, row)))
        })
    }

    /// What a limit leaves a row above its base grant.
    fn above_base_within(&self, side: SideName, row: usize) -> Node {
        let what = What::AboveBaseWithin { forbund: self.row_name(side, row), side };
        difference(what, self.limit(side, row), self.base_grant())
    }

    /// The factor of the rows that no rule binds: gross it is that of today.
    fn factor(&self, side: SideName) -> Node {
        let of = if side == SideName::Gross { SideName::Before } else { side };
        let what = What::Factor(of);
        let Some(rules) = &self.trace.side(of).rules else { return number(what, whole(1)) };
        let bound: Vec<usize> =
            (0..rules.rows.len()).filter(|&row| rules.rows[row].limit.is_some()).collect();
        if !rules.is_solved || bound.is_empty() {
            return number(what, rules.factor.clone());
        }
        self.kept.once(&what, || {
            let when = if of == SideName::Net { When::After } else { When::Today };
            let within = bound.iter().map(|&row| self.above_base_within(of, row)).collect();
            let within = sum(What::BoundRows(of), Unit::Kronor, within);
            let given = bound.iter().map(|&row| self.brought(of, row)).collect();
            let given = sum(What::BoundRowsByRates(of), Unit::Kronor, given);
            let left = difference(What::LeftForOthers(of), self.pot(when), within);
            let others = difference(What::BroughtByOthers(of), self.pot(when), given);
            if others.value.number == whole(0) {
                return number(what.clone(), rules.factor.clone());
            }
            let node = as_number(quotient(what.clone(), vec![left], others));
            // At an end of a stretch where nothing moves any more the least factor holds.
            if node.value.number == rules.factor { node } else { number(what.clone(), rules.factor.clone()) }
        })
    }

    /// The limit of a bound row, by its rule.
    fn limit(&self, side: SideName, row: usize) -> Node {
        let limit = self.rules_of(side, row).and_then(|(_, of_row)| of_row.limit.as_ref());
        let limit = limit.expect("a row that is bound");
        let stated = self.scenario.rules.as_ref().expect("rules that bound something");
        let forbund = self.row_name(side, row);
        let what = What::Limit { rule: limit.of.rule(), forbund: forbund.clone(), side };
        let of_rules = |key: &str| Some(Places::of_rules(&stated.place, key));
        let share = |what, share, key: &str| {
            Node::given(what, Quantity::new(exact_decimal(share), Unit::Share), of_rules(key))
        };
        let less = |what, taken| {
            difference(
                what,
                Node { value: Quantity::new(whole(1), Unit::Share), ..number(What::One, whole(1)) },
                taken,
            )
        };
        let make = || match &limit.of {
            LimitOf::Guard { before } => {
                let guard = stated.rules.guard.as_ref().expect("a guard that bound something");
                let taken = share(What::MostDecrease, guard.most_decrease, "most_decrease");
                let before = kronor(What::YearBefore { forbund: forbund.clone(), side }, before.clone());
                product(what.clone(), vec![before, less(What::KeptByGuard, taken)])
            }
            LimitOf::Equity { reduce } => {
                let taken = share(What::Reduce, *reduce, "reduce");
                product(what.clone(), vec![self.by_formula(side, row), less(What::KeptByStep, taken)])
            }
            LimitOf::Matching(matching) => {
                let matched = kronor(What::Matching(forbund.clone()), matching.clone());
                let others = less(What::OthersShare, self.funding(Party::State));
                quotient(what.clone(), vec![matched, self.funding(Party::State)], others)
            }
            LimitOf::Cap { cap, pays } => {
                let pays = kronor(What::WouldPay { cap: *cap, side }, pays.clone());
                let most = match &stated.rules.caps[*cap].ceiling {
                    Ceiling::Most(most) => {
                        Node::given(What::Ceiling(*cap), Quantity::kronor(*most), of_rules("cap.most"))
                    }
                    Ceiling::Share { share: part, of } => {
                        let of = Node::given(What::CeilingOf, Quantity::kronor(*of), of_rules("cap.of"));
                        product(What::Ceiling(*cap), vec![of, share(What::CeilingShare, *part, "cap.share")])
                    }
                };
                quotient(what.clone(), vec![self.by_formula(side, row), most], pays)
            }
        };
        self.kept.once(&what, make)
    }

    /// An exact amount that the side rounds.
    pub(super) fn rounded_base(&self, side: SideName, row: usize, what: What) -> Node {
        let exact = self.base(side, row, what.before_rounding());
        rounded(what, whole(self.trace.side(side).rows[row].components[0].get()), exact)
    }
}

fn number(what: What, value: Exact) -> Node {
    Node::given(what, Quantity::new(value, Unit::Number), None)
}

fn kronor(what: What, value: Exact) -> Node {
    Node::given(what, Quantity::new(value, Unit::Kronor), None)
}

/// A quotient of kronor, which is a number.
fn as_number(mut node: Node) -> Node {
    node.value.unit = Unit::Number;
    node
}
