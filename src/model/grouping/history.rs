//! Which rules decided the cost of a kansli that was not stated.
//!
//! The parts of a split share one history, and a merged förbund has those of all its parts. Each step is kept once and names
//! those before it, so a history costs as much as the changes that made it, however often förbund split and merge.

use std::collections::HashSet;

use crate::model::kansli::KansliRule;

/// A step of a history: all that a row knows of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct StepId(usize);

#[derive(Clone, PartialEq, Eq, Debug)]
struct Step {
    /// What decided; nothing where two histories only meet.
    rule: Option<KansliRule>,
    /// What came before it, in the order in which it is reported.
    before: Vec<StepId>,
}

/// All steps of a grouping.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct History {
    steps: Vec<Step>,
}

impl History {
    /// Adds a rule that decided after others.
    pub(super) fn push(&mut self, before: Vec<StepId>, rule: KansliRule) -> StepId {
        self.add(Step { rule: Some(rule), before })
    }

    /// Puts one history after another.
    pub(super) fn join(&mut self, first: Option<StepId>, then: StepId) -> StepId {
        match first {
            Some(first) => self.add(Step { rule: None, before: vec![first, then] }),
            None => then,
        }
    }

    fn add(&mut self, step: Step) -> StepId {
        self.steps.push(step);
        StepId(self.steps.len() - 1)
    }

    /// The rules of these steps and of all before them, the oldest first, and then those of `others`; each once.
    pub(super) fn rules<'rules>(
        &'rules self,
        last: impl Iterator<Item = StepId>,
        others: &'rules [KansliRule],
    ) -> Vec<&'rules KansliRule> {
        let mut rules = Vec::new();
        let mut reported: HashSet<&KansliRule> = HashSet::new();
        let mut visited = vec![false; self.steps.len()];
        // Not by recursion: a history can have more steps than fit on the stack.
        let mut open: Vec<(StepId, usize)> = Vec::new();
        for step in last {
            open.push((step, 0));
            while let Some((step, position)) = open.last_mut() {
                let id = step.0;
                if *position == 0 && std::mem::replace(&mut visited[id], true) {
                    open.pop();
                    continue;
                }
                if let Some(&before) = self.steps[id].before.get(*position) {
                    *position += 1;
                    open.push((before, 0));
                    continue;
                }
                open.pop();
                rules.extend(self.steps[id].rule.iter().filter(|rule| reported.insert(rule)));
            }
        }
        rules.extend(others.iter().filter(|rule| reported.insert(rule)));
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(forbund: &str) -> KansliRule {
        KansliRule::MergedSum { forbund: forbund.to_owned() }
    }

    #[test]
    fn a_history_shared_in_many_ways_is_reported_once_and_oldest_first() {
        let mut history = History::default();
        let mut last = history.push(Vec::new(), rule("0"));
        for round in 1..10_000 {
            last = history.push(vec![last, last], rule(&round.to_string()));
        }
        let rules = history.rules([last, last].into_iter(), &[]);
        assert_eq!(rules.len(), 10_000);
        assert_eq!((rules[0], rules[9_999]), (&rule("0"), &rule("9999")));
    }

    #[test]
    fn the_same_rule_of_two_histories_is_reported_once() {
        let mut history = History::default();
        let [one, two] = ["a", "a"].map(|forbund| history.push(Vec::new(), rule(forbund)));
        let both = history.push(vec![one, two], rule("b"));
        let others = [rule("b"), rule("c"), rule("c")];
        let expected = ["a", "b", "c"].map(rule);
        assert_eq!(history.rules([both].into_iter(), &others), expected.iter().collect::<Vec<_>>());
    }
}
