//! Changes after which kommuner are in no förbund, or there are more or fewer elsewhere, and changes that cannot be
//! done.

use super::{Planner, Random, draw_stated};
use crate::reference::case::{Change, Kansli, Part, Sharing, SplitBy};
use crate::reference::money;

impl Planner<'_> {
    pub(super) fn leave(&mut self, random: &mut Random) {
        if self.situation.forbund.is_empty() {
            return;
        }
        let places: Vec<usize> = (0..self.situation.forbund.len()).collect();
        let mut kommuner = self.some_members(random, &places);
        let outside: Vec<String> =
            self.situation.outside.iter().flat_map(|row| row.members.iter().cloned()).collect();
        let newcomers = self.newcomers();
        for others in [outside, newcomers] {
            if !others.is_empty() && random.chance(50) {
                let other = random.pick(&others).clone();
                if random.chance(50) {
                    kommuner.clear();
                }
                if !kommuner.contains(&other) {
                    kommuner.push(other);
                }
            }
        }
        self.add(Change::Leave { kommuner });
    }

    /// The kommuner in a förbund that were in none before.
    pub(super) fn newcomers(&self) -> Vec<String> {
        let members = self.situation.forbund.iter().flat_map(|row| &row.members);
        members.filter(|code| self.case.forbund_of(code).is_none()).cloned().collect()
    }

    pub(super) fn dissolve(&mut self, random: &mut Random) {
        if self.situation.forbund.is_empty() {
            return;
        }
        let forbund = random.pick(&self.situation.forbund).name.clone();
        self.add(Change::Dissolve { forbund });
    }

    /// Only where the number of förbund elsewhere is known, and it never becomes less than none.
    pub(super) fn elsewhere(&mut self, random: &mut Random) {
        let (Some(forbund), Some(_)) = (self.case.rest_forbund, self.case.appropriation) else {
            return;
        };
        let there = i64::try_from(forbund).expect("a small number") + self.situation.elsewhere;
        let change = if random.chance(50) {
            let most = u64::try_from(there.clamp(0, 9)).expect("no less than none");
            // At times none are left elsewhere.
            let fewer = if random.chance(10) { there } else { random.between(0, most).cast_signed() };
            Change::Elsewhere { more: -fewer }
        } else {
            Change::Elsewhere { more: random.between(1, 5).cast_signed() }
        };
        self.add(change);
    }

    /// Some leave, and they or some of them join another förbund, or the same one.
    pub(super) fn leave_and_join_again(&mut self, random: &mut Random) {
        if self.situation.forbund.is_empty() {
            return;
        }
        let places: Vec<usize> = (0..self.situation.forbund.len()).collect();
        let kommuner = self.some_members(random, &places);
        self.add(Change::Leave { kommuner });
        let left: Vec<String> = self.situation.left.iter().cloned().collect();
        if left.is_empty() {
            return;
        }
        let joining = random.count(1, left.len());
        let kommuner = random.some(&left, joining);
        let change = if self.situation.forbund.is_empty() || random.chance(50) {
            Change::Create(Part {
                name: self.name_of_a_new_one(random),
                kommuner,
                kansli: draw_stated(random, 50),
                kommun_key: None,
            })
        } else {
            let to = random.pick(&self.situation.forbund).name.clone();
            Change::MoveTo { kommuner, to, kansli: draw_stated(random, 35) }
        };
        self.add(change);
        if !self.situation.forbund.is_empty() && random.chance(40) {
            self.dissolve(random);
        }
    }

    /// A kommun that nobody held joins a förbund; later it leaves it.
    pub(super) fn join_and_leave_again(&mut self, random: &mut Random) {
        let free: Vec<String> = self
            .free_kommuner()
            .into_iter()
            .filter(|code| self.case.forbund_of(code).is_none() && !money::rest_holds(self.case, code))
            .collect();
        if free.is_empty() || self.situation.forbund.is_empty() {
            return;
        }
        let kommuner = vec![random.pick(&free).clone()];
        let to = random.pick(&self.situation.forbund).name.clone();
        self.add(Change::MoveTo { kommuner: kommuner.clone(), to, kansli: None });
        if random.chance(50) {
            self.any_change(random);
        }
        if kommuner.iter().all(|code| self.situation.is_in_a_row(code)) {
            self.add(Change::Leave { kommuner });
        }
    }

    /// One that leaves the participants where they are; what becomes of their kansli else is in doubt.
    pub(super) fn change_after_sharing(&mut self, random: &mut Random) {
        match random.between(0, 2) {
            0 => self.leave(random),
            1 => self.dissolve(random),
            _ => self.elsewhere(random),
        }
    }

    /// Adds a change that cannot be done, in one of the ways the situation allows; returns why.
    pub(super) fn impossible_change(&mut self, random: &mut Random) -> Option<&'static str> {
        let standing: Vec<String> = self.situation.forbund.iter().map(|row| row.name.clone()).collect();
        let gone: Vec<String> = self
            .case
            .forbund
            .iter()
            .map(|forbund| forbund.name.clone())
            .filter(|name| !self.situation.has_forbund(name))
            .filter(|name| self.situation.outside.iter().all(|row| row.name != *name))
            .collect();
        let member = self.situation.forbund.first().map(super::super::changes::Row::lowest);
        let strangers = self.kommuner_in_no_row();
        let unknown: Vec<String> =
            strangers.iter().filter(|code| self.case.forbund_of(code).is_none()).cloned().collect();
        let unknown_first = self.case.is_calibrated() && random.chance(30);
        let way = if unknown_first { 5 } else { random.between(0, 7) };
        let change = match way {
            0 if !strangers.is_empty() => {
                let mut kommuner = vec![random.pick(&strangers).clone()];
                if random.chance(50) {
                    kommuner.extend(member);
                }
                Change::Leave { kommuner }
            }
            1 if !gone.is_empty() => Change::Dissolve { forbund: random.pick(&gone).clone() },
            2 if !gone.is_empty() => {
                Change::MoveTo { kommuner: vec![member?], to: random.pick(&gone).clone(), kansli: None }
            }
            3 if !gone.is_empty() && !standing.is_empty() => Change::Merge {
                parts: vec![random.pick(&standing).clone(), random.pick(&gone).clone()],
                into: self.new_name("Ihop"),
                kansli: None,
                kommun_key: None,
            },
            4 if !gone.is_empty() && !standing.is_empty() => Change::SharedKansli(Sharing {
                participants: vec![random.pick(&gone).clone(), random.pick(&standing).clone()],
                kansli: Kansli::Sum(1),
                only_items: false,
                split_by: SplitBy::Lika,
            }),
            5 if self.case.is_calibrated() && !unknown.is_empty() => Change::Create(Part {
                name: self.new_name("Nytt"),
                kommuner: vec![random.pick(&unknown).clone()],
                kansli: None,
                kommun_key: None,
            }),
            6 | 7 if random.chance(60) && self.case.appropriation.is_some() => {
                let there = i64::try_from(self.case.rest_forbund?).expect("a small number");
                let more = if random.chance(50) {
                    -(there + self.situation.elsewhere) - random.between(1, 3).cast_signed()
                } else {
                    let most = self.case.appropriation? / self.case.base_grant;
                    i64::try_from(most).expect("a number of förbund") + 1 - there
                };
                Change::Elsewhere { more }
            }
            _ => return None,
        };
        let reason = self.situation.refusal(&change, self.case)?;
        self.case.changes.push(change);
        Some(reason)
    }
}
