//! Cases whose kanslier consist of items, are shared today, and are shared anew, in part or whole.

use super::{Planner, Random, draw, draw_stated, is_answered};
use crate::reference::case::{Case, Change, Forbund, Kansli, Sharing, SplitBy};
use crate::reference::changes::Situation;
use crate::reference::years::generate as years;
use crate::reference::years::plan::Plan;

const ITEMS: [&str; 5] = ["forbundschef", "ekonomi", "lokaler", "bitradande", "revision"];

/// Shares that sum to 1, by how many take part.
const SHARES: [&[&str]; 9] = [
    &["0.5", "0.5"],
    &["0.6", "0.4"],
    &["0.333", "0.667"],
    &["0.25", "0.25", "0.5"],
    &["0.1", "0.35", "0.55"],
    &["0.25", "0.25", "0.25", "0.25"],
    &["0.1", "0.2", "0.3", "0.4"],
    &["0.2", "0.2", "0.2", "0.2", "0.2"],
    &["0.05", "0.1", "0.15", "0.2", "0.5"],
];

/// The case of a seed.
pub(crate) fn case(seed: u64) -> Case {
    let mut random = Random::seeded(seed);
    loop {
        let case = draw_itemised(&mut random);
        if is_answered(&case) {
            return case;
        }
    }
}

/// The plan of a seed.
pub(crate) fn plan(seed: u64) -> Plan {
    let mut random = Random::seeded(seed);
    loop {
        let case = draw_itemised(&mut random);
        if !is_answered(&case) {
            continue;
        }
        let mut plan = years::over(&mut random, case);
        for (forbund, dated) in plan.case.forbund.iter().zip(&mut plan.forbund) {
            for kansli in dated.kansli.0.values_mut() {
                *kansli = like(&mut random, forbund);
            }
        }
        if years::is_answered(&plan) {
            return plan;
        }
    }
}

/// A case of a seed whose last change takes an item that a plain sum may hold.
pub(crate) fn refused_case(seed: u64) -> Case {
    let mut random = Random::seeded(seed);
    loop {
        let mut case = draw_itemised(&mut random);
        if !is_answered(&case) {
            continue;
        }
        let mut planner = Planner::after(&mut case);
        let Some(change) = planner.sharing(&mut random, true) else { continue };
        if planner.situation.refusal(&change, planner.case).is_some() {
            case.changes.push(change);
            return case;
        }
    }
}

/// Other amounts for the same items.
fn like(random: &mut Random, forbund: &Forbund) -> Kansli {
    match &forbund.kansli {
        Some(Kansli::Items(items)) => {
            let items = items.iter().map(|(name, _)| (name.clone(), amount(random)));
            Kansli::Items(items.collect())
        }
        _ => Kansli::Sum(amount(random)),
    }
}

fn amount(random: &mut Random) -> u64 {
    if random.chance(15) { random.between(0, 9) } else { random.between(10_000, 1_200_000) }
}

fn items(random: &mut Random, most: usize) -> Kansli {
    let count = random.count(1, most);
    let mut names = random.some(&ITEMS, count);
    // What most have in common.
    if random.chance(70) && !names.contains(&ITEMS[0]) {
        names[0] = ITEMS[0];
    }
    Kansli::Items(names.into_iter().map(|name| (name.to_owned(), amount(random))).collect())
}

fn kansli(random: &mut Random, itemised: u64) -> Kansli {
    if random.chance(itemised) { items(random, 4) } else { Kansli::Sum(amount(random)) }
}

fn draw_itemised(random: &mut Random) -> Case {
    let mut case = draw(random);
    let itemised = *random.pick(&[100, 85, 60]);
    let missing = if random.chance(20) { 30 } else { 0 };
    for forbund in &mut case.forbund {
        forbund.kansli = (!random.chance(missing)).then(|| kansli(random, itemised));
    }
    for stated in case.changes.iter_mut().flat_map(Change::kanslier) {
        *stated = kansli(random, itemised);
    }
    let names: Vec<String> = case.forbund.iter().map(|forbund| forbund.name.clone()).collect();
    for _ in 0..*random.pick(&[0, 1, 1, 1, 2]) {
        case.shared.extend(draw_sharing(random, &names));
    }
    if !can_be_done(&case) {
        case.changes.clear();
    }
    let mut planner = Planner::after(&mut case);
    for _ in 0..random.count(0, 4) {
        planner.without_doubts(random, Planner::change_of_kanslier);
    }
    case
}

/// Whether the changes still can be done, of which others were drawn for other kanslier.
fn can_be_done(case: &Case) -> bool {
    let mut situation = Situation::today(case);
    case.changes.iter().all(|change| {
        let is_possible = situation.refusal(change, case).is_none();
        situation.apply(change, &case.table);
        is_possible && situation.doubts.is_empty()
    })
}

fn draw_sharing(random: &mut Random, names: &[String]) -> Option<Sharing> {
    if names.len() < 2 {
        return None;
    }
    let count = random.count(2, names.len().min(5));
    let participants = random.some(names, count);
    let only_items = random.chance(60);
    let kansli = if only_items { items(random, 2) } else { kansli(random, 60) };
    let split_by = match random.between(0, 5) {
        0 => SplitBy::Budget,
        1 => SplitBy::Befolkning,
        2 => SplitBy::Lika,
        _ => {
            let fitting: Vec<&[&str]> =
                SHARES.iter().filter(|shares| shares.len() == count).copied().collect();
            let shares = random.pick(&fitting).iter().map(|share| (*share).to_owned());
            SplitBy::Shares(participants.iter().cloned().zip(shares).collect())
        }
    };
    Some(Sharing { participants, kansli, only_items, split_by })
}

impl Planner<'_> {
    /// What is drawn, unless it raises a question that the contract does not answer.
    fn without_doubts(&mut self, random: &mut Random, change: fn(&mut Self, &mut Random)) {
        let (situation, count) = (self.situation.clone(), self.case.changes.len());
        let (created, dissolved) = (self.created.clone(), self.dissolved.clone());
        change(self, random);
        if !self.situation.doubts.is_empty() {
            self.case.changes.truncate(count);
            (self.situation, self.created, self.dissolved) = (situation, created, dissolved);
        }
    }

    fn change_of_kanslier(&mut self, random: &mut Random) {
        match random.between(0, 9) {
            0..=3 => self.share_anew(random, true),
            4 | 5 => self.share_anew(random, false),
            6 => self.merge(random),
            7 => self.split(random),
            8 => self.receive_with_a_kansli(random),
            _ => self.any_change(random),
        }
    }

    fn sharing(&mut self, random: &mut Random, only_items: bool) -> Option<Change> {
        let names: Vec<String> = self.situation.forbund.iter().map(|row| row.name.clone()).collect();
        let mut sharing = draw_sharing(random, &names)?;
        if only_items != sharing.only_items {
            sharing.kansli = if only_items { items(random, 2) } else { kansli(random, 60) };
            sharing.only_items = only_items;
        }
        Some(Change::SharedKansli(sharing))
    }

    fn share_anew(&mut self, random: &mut Random, only_items: bool) {
        // Of some draws the first that can be done.
        for _ in 0..4 {
            let Some(change) = self.sharing(random, only_items) else { return };
            if self.situation.refusal(&change, self.case).is_none() {
                return self.add(change);
            }
        }
    }

    /// One kommun of a förbund that has others goes to another one.
    fn receive_with_a_kansli(&mut self, random: &mut Random) {
        let rows = &self.situation.forbund;
        let from: Vec<usize> = (0..rows.len()).filter(|place| rows[*place].members.len() > 1).collect();
        if from.is_empty() || rows.len() < 2 {
            return;
        }
        let from = *random.pick(&from);
        let kommuner = vec![random.pick(&self.members(from)).clone()];
        let to: Vec<usize> = (0..self.situation.forbund.len()).filter(|place| *place != from).collect();
        let to = self.situation.forbund[*random.pick(&to)].name.clone();
        self.add(Change::MoveTo { kommuner, to, kansli: draw_stated(random, 80) });
    }
}
