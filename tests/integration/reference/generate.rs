//! Random cases. Every one is valid, and none depends on a question that the contract leaves open:
//! what the reference has doubts about is thrown away and drawn anew.

pub(crate) mod kanslier;
pub(crate) mod keys;
mod leaving;

use std::collections::BTreeSet;

use num_traits::Signed;

use super::case::{
    Case, Change, Forbund, Kansli, Kommun, KommunKey, Layout, Money, Part, RegionKey, Rest, Sharing, SplitBy,
};
use super::changes::Situation;
use super::money::Basis;

/// Splitmix64: small, the same everywhere, and good enough to draw cases.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn seeded(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    pub(crate) fn count(&mut self, low: usize, high: usize) -> usize {
        let drawn = self.between(low as u64, high as u64);
        usize::try_from(drawn).expect("a small number")
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    pub(crate) fn pick<'items, Item>(&mut self, items: &'items [Item]) -> &'items Item {
        &items[self.count(0, items.len() - 1)]
    }

    pub(crate) fn shuffle<Item>(&mut self, items: &mut [Item]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.count(0, index));
        }
    }

    /// Some of the items, in random order.
    pub(crate) fn some<Item: Clone>(&mut self, items: &[Item], count: usize) -> Vec<Item> {
        let mut items = items.to_vec();
        self.shuffle(&mut items);
        items.truncate(count);
        items
    }
}

/// Habo and Håbo are two kommuner that only å tells apart.
const KOMMUNER: [&str; 24] = [
    "Habo", "Håbo", "Ale", "Aneby", "Åmål", "Årjäng", "Bengtsfors", "Dals-Ed", "Eksjö", "Grästorp",
    "Lilla Edet", "Malung-Sälen", "Mellerud", "Mullsjö", "Nässjö", "Säffle", "Sävsjö", "Tranås",
    "Trollhättan", "Vaggeryd", "Vetlanda", "Vänersborg", "Värnamo", "Älvsbyn",
];

/// Names that every alphabet puts in the same order.
const REGIONS: [&str; 4] =
    ["Region Halland", "Region Värmland", "Region Örebro län", "Västra Götalandsregionen"];

const FORBUND: [&str; 6] = ["Norr", "Söder", "Öster", "Väst/Mitt", "BÅD-ESÅ", "Finnveden"];

const OUTSIDE: [&str; 2] = ["ett förbund i Värmland", "Utanför"];

pub(super) const WEIGHTS: [(&str, &str); 9] = [
    ("0.75", "0.25"),
    ("0.75", "0.25"),
    ("0.6", "0.4"),
    ("1", "0"),
    ("0.0", "1.0"),
    ("0.5", "0.5"),
    ("0.333", "0.667"),
    ("0.9", "0.1"),
    ("0.125", "0.875"),
];

const FUNDING: [(&str, &str, &str); 9] = [
    ("0.5", "0.25", "0.25"),
    ("0.5", "0.25", "0.25"),
    ("0.5", "0.25", "0.25"),
    ("0.4", "0.3", "0.3"),
    ("0.6", "0.25", "0.15"),
    ("0.45", "0.275", "0.275"),
    ("0.3", "0.35", "0.35"),
    ("0.7", "0.1", "0.2"),
    ("0.5", "0.5", "0"),
];

/// The case of a seed.
pub(crate) fn case(seed: u64) -> Case {
    let mut random = Random::seeded(seed);
    loop {
        let case = draw(&mut random);
        if is_answered(&case) {
            return case;
        }
    }
}

/// A case of a seed whose last change cannot be done, and why.
pub(crate) fn refused_case(seed: u64) -> (Case, &'static str) {
    let mut random = Random::seeded(seed);
    loop {
        let mut case = draw(&mut random);
        if !is_answered(&case) {
            continue;
        }
        let mut planner = Planner::after(&mut case);
        if let Some(reason) = planner.impossible_change(&mut random) {
            return (case, reason);
        }
    }
}

/// Whether the contract answers every question of the case.
pub(super) fn is_answered(case: &Case) -> bool {
    let after = Situation::after(case);
    // Where those who left brought more than the pot there is nothing to scale.
    let is_scaled = !case.is_calibrated()
        || after.left.is_empty()
        || Basis::of(case).pot_of_those_who_stay(&after).is_none_or(|pot| pot.is_positive());
    after.doubts.is_empty() && is_scaled
}

pub(super) fn draw(random: &mut Random) -> Case {
    let national = random.chance(55);
    let mut table = draw_table(random);
    let weights = *random.pick(&WEIGHTS);
    let funding = *random.pick(&FUNDING);
    let base_grant = *random.pick(&[400_000, 400_000, 400_001, 123_457, 600_000]);
    let kommun_key = draw_kommun_key(random, &table);
    let forbund = draw_forbund(random, national, base_grant, &table);
    let region_key = if random.chance(50) { RegionKey::Befolkning } else { RegionKey::Lika };
    let other_year = if random.chance(25) { draw_other_year(random, &table) } else { Vec::new() };
    let layout = draw_layout(random, &kommun_key, !other_year.is_empty());
    random.shuffle(&mut table);
    let mut case = Case {
        table,
        other_year,
        kommun_key,
        region_key,
        appropriation: None,
        base_grant,
        weight_forsorjningsmatt: weights.0.to_owned(),
        weight_befolkning: weights.1.to_owned(),
        rest_forbund: None,
        rest: Rest::Unstated,
        state_share: funding.0.to_owned(),
        region_share: funding.1.to_owned(),
        kommuner_share: funding.2.to_owned(),
        forbund,
        shared: Vec::new(),
        changes: Vec::new(),
        layout,
    };
    state_the_country(random, &mut case);
    draw_changes(random, &mut case);
    case.layout.region_column = random.chance(30);
    case
}

fn draw_table(random: &mut Random) -> Vec<Kommun> {
    let count = random.count(3, 14);
    let names = random.some(&KOMMUNER, count);
    let regions_used = random.count(1, 4);
    let regions = random.some(&REGIONS, regions_used);
    let mut codes: BTreeSet<u64> = BTreeSet::new();
    while codes.len() < count {
        codes.insert(random.between(114, 2584));
    }
    let mut codes: Vec<u64> = codes.into_iter().collect();
    random.shuffle(&mut codes);
    let mut table: Vec<Kommun> = Vec::new();
    // Equal kommuner make ties.
    let twins = *random.pick(&[0, 0, 0, 0, 0, 80, 80, 100]);
    for (name, code) in names.into_iter().zip(codes) {
        let kommun = if !table.is_empty() && random.chance(twins) {
            random.pick(&table).clone()
        } else {
            draw_figures(random)
        };
        table.push(Kommun {
            code: format!("{code:04}"),
            name: name.to_owned(),
            region: (*random.pick(&regions)).to_owned(),
            ..kommun
        });
    }
    table
}

/// A kommun with figures and nothing else.
pub(super) fn draw_figures(random: &mut Random) -> Kommun {
    let (befolkning_16_64, units) = if random.chance(15) {
        (random.between(1, 60), random.between(1, 9))
    } else {
        (random.between(800, 60_000), random.between(50, 9_000))
    };
    let forsorjningsmatt = match random.between(0, 3) {
        0 => units.to_string(),
        1 => format!("{units}.{}", random.between(1, 9)),
        2 => format!("{units}.{:02}", random.between(0, 9) * 10 + random.between(1, 9)),
        _ => format!("{units}.{:03}", random.between(0, 99) * 10 + random.between(1, 9)),
    };
    Kommun {
        code: String::new(),
        name: String::new(),
        region: String::new(),
        befolkning_16_64,
        forsorjningsmatt,
        folkmangd: befolkning_16_64 * random.between(15, 19) / 10 + random.between(0, 5),
    }
}

/// Other figures for the same kommuner, and one that is only in the other year.
fn draw_other_year(random: &mut Random, table: &[Kommun]) -> Vec<Kommun> {
    let mut other: Vec<Kommun> = table
        .iter()
        .map(|kommun| Kommun {
            code: kommun.code.clone(),
            name: kommun.name.clone(),
            region: kommun.region.clone(),
            ..draw_figures(random)
        })
        .collect();
    other.push(Kommun {
        code: "2599".to_owned(),
        name: "Upphörd".to_owned(),
        region: REGIONS[0].to_owned(),
        ..draw_figures(random)
    });
    random.shuffle(&mut other);
    other
}

fn draw_kommun_key(random: &mut Random, table: &[Kommun]) -> KommunKey {
    match random.between(0, 5) {
        0 | 1 => KommunKey::Befolkning,
        2 => KommunKey::Folkmangd,
        3 => KommunKey::Forsorjningsmatt,
        4 => KommunKey::Lika,
        _ => draw_explicit(random, table),
    }
}

fn draw_explicit(random: &mut Random, table: &[Kommun]) -> KommunKey {
    let weight = |kommun: &Kommun| {
        let weight = if random.chance(25) {
            format!("{}.{}", random.between(0, 20), random.between(1, 9))
        } else {
            random.between(1, 20).to_string()
        };
        (kommun.code.clone(), weight)
    };
    KommunKey::Explicit(table.iter().map(weight).collect())
}

fn draw_forbund(random: &mut Random, national: bool, base_grant: u64, table: &[Kommun]) -> Vec<Forbund> {
    let mut codes: Vec<String> = table.iter().map(|kommun| kommun.code.clone()).collect();
    random.shuffle(&mut codes);
    let count = random.count(1, codes.len().min(5));
    let names = random.some(&FORBUND, count);
    let stay_out = if random.chance(75) { 40 } else { 0 };
    // Förbund of the same size tie wherever their kommuner are equal.
    let same_size = random.chance(35);
    let mut members: Vec<Vec<String>> = vec![Vec::new(); count];
    for (index, code) in codes.into_iter().enumerate() {
        if index < count || same_size {
            members[index % count].push(code);
        } else if !random.chance(stay_out) {
            let chosen = random.count(0, count - 1);
            members[chosen].push(code);
        }
    }
    let kansli_missing = if random.chance(25) { 25 } else { 0 };
    // Equal sums make ties between förbund.
    let same_above_base = random.between(1, 9_000_000);
    let alike = random.chance(25);
    names
        .into_iter()
        .zip(members)
        .map(|(name, kommuner)| {
            let above_base = if alike { same_above_base } else { random.between(1, 9_000_000) };
            let money = match (national, random.chance(50)) {
                (true, _) => Money::Formula,
                // The state's share is three tenths or more, so that this is above the base grant.
                (false, true) => Money::Budget((base_grant + above_base) * 10 / 3 + 4),
                (false, false) => Money::StateGrant(base_grant + above_base),
            };
            Forbund {
                name: name.to_owned(),
                kommuner,
                money,
                kansli: (!random.chance(kansli_missing)).then(|| draw_kansli(random)),
                kommun_key: None,
            }
        })
        .collect()
}

pub(super) fn draw_kansli(random: &mut Random) -> Kansli {
    match random.between(0, 9) {
        0 => Kansli::Sum(random.between(0, 10)),
        1..=6 => Kansli::Sum(random.between(100_000, 2_500_000)),
        _ => Kansli::Items(vec![
            ("forbundschef".to_owned(), random.between(1, 1_200_000)),
            ("ekonomi".to_owned(), random.between(0, 400_000)),
            ("lokaler".to_owned(), random.between(1, 250_000)),
        ]),
    }
}

/// The kansli of a change, which may state none.
fn draw_stated(random: &mut Random, percent: u64) -> Option<Kansli> {
    random.chance(percent).then(|| draw_kansli(random))
}

fn draw_layout(random: &mut Random, kommun_key: &KommunKey, several_years: bool) -> Layout {
    let delimiter = *random.pick(&[',', ',', ';', '\t']);
    let year_column = (several_years || random.chance(20)).then_some(2021);
    Layout {
        delimiter,
        decimal_comma: delimiter != ',' && random.chance(60),
        blanks_between_thousands: random.chance(15),
        byte_order_mark: random.chance(20),
        crlf: random.chance(20),
        swedish_headers: random.chance(20),
        region_column: false,
        folkmangd_column: matches!(kommun_key, KommunKey::Folkmangd) || random.chance(50),
        year_column,
        year_stated: several_years || random.chance(50),
        kommuner_by_code: random.chance(40),
        underscores: random.chance(60),
        defaults_left_out: random.chance(40),
    }
}

/// The appropriation and what lies outside the förbund of the baseline. On a calibrated basis any
/// of it may be missing, and what is not needed may be stated.
fn state_the_country(random: &mut Random, case: &mut Case) {
    let calibrated = case.is_calibrated();
    let others: Vec<String> = case
        .table
        .iter()
        .filter(|kommun| case.forbund_of(&kommun.code).is_none())
        .map(|kommun| kommun.code.clone())
        .collect();
    case.rest = match random.between(0, 9) {
        0..=3 if !others.is_empty() => Rest::Alla,
        4..=6 if !others.is_empty() => {
            let listed = random.count(1, others.len());
            Rest::Listed(random.some(&others, listed))
        }
        7.. if calibrated => Rest::Unstated,
        _ => {
            let decimals = *random.pick(&["", "", ".5", ".125"]);
            Rest::Sums {
                befolkning_16_64: random.between(1_000, 6_200_000),
                forsorjningsmatt: format!("{}{decimals}", random.between(1_000, 730_000)),
            }
        }
    };
    let forbund = random.between(1, 80);
    let pot = if random.chance(5) {
        random.between(1, 200_000_000_000)
    } else {
        random.between(20_000_000, 400_000_000)
    };
    // The changes add fewer förbund than this, here and elsewhere, so that the base grants stay below.
    let appropriation = (forbund + case.forbund.len() as u64 + 40) * case.base_grant + pot;
    case.rest_forbund = (!calibrated || random.chance(75)).then_some(forbund);
    case.appropriation = (!calibrated || random.chance(75)).then_some(appropriation);
}

fn draw_changes(random: &mut Random, case: &mut Case) {
    let mut planner = Planner::after(case);
    if random.chance(20) {
        planner.empty_a_forbund(random);
    } else if !random.chance(8) {
        // One scenario in about forty leaves everything as it is.
        for _ in 0..random.count(1, 4) {
            planner.any_change(random);
        }
    }
    if random.chance(20) {
        planner.leave_and_join_again(random);
    }
    if random.chance(15) {
        planner.join_and_leave_again(random);
    }
    if random.chance(35) {
        planner.share_a_kansli(random);
        if random.chance(80) {
            planner.change_after_sharing(random);
        }
    }
    if random.chance(25) {
        planner.elsewhere(random);
    }
}

/// Adds changes to a case, each possible in the situation that those before it leave.
struct Planner<'case> {
    case: &'case mut Case,
    situation: Situation,
    names: usize,
    /// The names of förbund that a change created.
    created: Vec<String>,
    /// The names of förbund that a change dissolved.
    dissolved: Vec<String>,
}

impl<'case> Planner<'case> {
    fn after(case: &'case mut Case) -> Planner<'case> {
        let created = case.changes.iter().filter_map(|change| match change {
            Change::Create(part) => Some(part.name.clone()),
            _ => None,
        });
        let created = created.collect();
        Planner {
            situation: Situation::after(case),
            // Apart from the names that changes of the case already use.
            names: 100 * case.changes.len(),
            case,
            created,
            dissolved: Vec::new(),
        }
    }

    fn new_name(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem} {}", self.names)
    }

    /// Adds the change, unless it would leave the baseline without any förbund, or one that an earlier change created
    /// without kommuner: nothing is left of that change then, which is an error.
    fn add(&mut self, change: Change) {
        let mut situation = self.situation.clone();
        situation.apply(&change, &self.case.table);
        let leaves = matches!(change, Change::Leave { .. } | Change::Dissolve { .. });
        let one_by_one = leaves
            || matches!(change, Change::MoveTo { .. } | Change::MoveOutside { .. } | Change::Create(_));
        let is_lost = |name: &String| self.situation.has_forbund(name) && !situation.has_forbund(name);
        let is_emptied = situation.forbund.is_empty() && !self.situation.forbund.is_empty();
        if is_emptied && !leaves || one_by_one && self.created.iter().any(is_lost) {
            return;
        }
        assert_eq!(self.situation.refusal(&change, self.case), None, "a change that cannot be done");
        match &change {
            Change::Create(part) => {
                self.dissolved.retain(|name| *name != part.name);
                self.created.push(part.name.clone());
            }
            Change::Dissolve { forbund } => self.dissolved.push(forbund.clone()),
            _ => {}
        }
        self.situation = situation;
        self.case.changes.push(change);
    }

    fn any_change(&mut self, random: &mut Random) {
        let some_are_free = !self.free_kommuner().is_empty();
        if some_are_free && (random.chance(20) || self.situation.forbund.is_empty()) {
            return self.create(random);
        }
        if some_are_free && random.chance(15) {
            return self.move_to(random);
        }
        if self.situation.forbund.is_empty() {
            return self.elsewhere(random);
        }
        if !(self.situation.outside.is_empty() && self.newcomers().is_empty()) && random.chance(45) {
            return self.leave(random);
        }
        match random.between(0, 99) {
            0..=22 => self.move_to(random),
            23..=33 => self.move_outside(random),
            34..=46 => self.merge(random),
            47..=59 => self.split(random),
            60..=71 => self.create(random),
            72..=85 => self.leave(random),
            86..=95 => self.dissolve(random),
            _ => self.elsewhere(random),
        }
    }

    fn members(&self, place: usize) -> Vec<String> {
        let members = &self.situation.forbund[place].members;
        members.iter().cloned().collect()
    }

    /// A few kommuner of the given förbund, or every kommun of one of them.
    fn some_members(&self, random: &mut Random, places: &[usize]) -> Vec<String> {
        if random.chance(40) {
            let mut members = self.members(*random.pick(places));
            random.shuffle(&mut members);
            return members;
        }
        let members: Vec<String> = places.iter().flat_map(|place| self.members(*place)).collect();
        let count = random.count(1, members.len().min(4));
        random.some(&members, count)
    }

    fn move_to(&mut self, random: &mut Random) {
        let count = self.situation.forbund.len();
        if count < 2 {
            return self.split(random);
        }
        let to = random.count(0, count - 1);
        let from: Vec<usize> = (0..count).filter(|place| *place != to).collect();
        let mut kommuner = self.some_members(random, &from);
        let free = self.free_kommuner();
        if !free.is_empty() && random.chance(60) {
            if random.chance(60) {
                kommuner.clear();
            }
            let joining = random.count(1, free.len().min(3));
            kommuner.extend(random.some(&free, joining));
        }
        let change = Change::MoveTo {
            kommuner,
            to: self.situation.forbund[to].name.clone(),
            kansli: draw_stated(random, 35),
        };
        self.add(change);
    }

    fn move_outside(&mut self, random: &mut Random) {
        let from: Vec<usize> = (0..self.situation.forbund.len()).collect();
        let change = Change::MoveOutside {
            kommuner: self.some_members(random, &from),
            outside: (*random.pick(&OUTSIDE)).to_owned(),
        };
        self.add(change);
    }

    fn merge(&mut self, random: &mut Random) {
        let names: Vec<String> = self.situation.forbund.iter().map(|row| row.name.clone()).collect();
        if names.len() < 2 {
            return self.split(random);
        }
        let count = random.count(2, names.len().min(3));
        let parts = random.some(&names, count);
        let into =
            if random.chance(40) { random.pick(&parts).clone() } else { self.new_name("Sammanslaget") };
        self.add(Change::Merge { parts, into, kansli: draw_stated(random, 40), kommun_key: None });
    }

    fn split(&mut self, random: &mut Random) {
        let divisible: Vec<usize> = (0..self.situation.forbund.len())
            .filter(|place| self.situation.forbund[*place].members.len() >= 2)
            .collect();
        if divisible.is_empty() {
            return self.create(random);
        }
        let place = *random.pick(&divisible);
        let whole = self.situation.forbund[place].name.clone();
        let mut members = self.members(place);
        random.shuffle(&mut members);
        let count = random.count(2, members.len().min(3));
        let mut kommuner: Vec<Vec<String>> = vec![Vec::new(); count];
        for (index, code) in members.into_iter().enumerate() {
            let part = if index < count { index } else { random.count(0, count - 1) };
            kommuner[part].push(code);
        }
        let stated = *random.pick(&[0, 0, 40, 100]);
        let into = kommuner
            .into_iter()
            .map(|kommuner| Part {
                name: self.new_name("Del"),
                kommuner,
                kansli: draw_stated(random, stated),
                kommun_key: None,
            })
            .collect();
        self.add(Change::Split { whole, into });
    }

    /// The kommuner of no row that a förbund can take: on a calibrated basis only those that left, since the part of
    /// the others is unknown.
    fn free_kommuner(&self) -> Vec<String> {
        let free = self.kommuner_in_no_row().into_iter();
        free.filter(|code| !self.case.is_calibrated() || self.situation.left.contains(code)).collect()
    }

    fn kommuner_in_no_row(&self) -> Vec<String> {
        let codes = self.case.table.iter().map(|kommun| kommun.code.clone());
        codes.filter(|code| !self.situation.is_in_a_row(code)).collect()
    }

    /// A name of its own, or that of a förbund that was dissolved.
    fn name_of_a_new_one(&mut self, random: &mut Random) -> String {
        let free: Vec<String> =
            self.dissolved.iter().filter(|name| !self.situation.has_forbund(name)).cloned().collect();
        if !free.is_empty() && random.chance(60) {
            return random.pick(&free).clone();
        }
        self.new_name("Nytt")
    }

    /// Of kommuner in a förbund, and nationally also of those in none.
    fn create(&mut self, random: &mut Random) {
        let places: Vec<usize> = (0..self.situation.forbund.len()).collect();
        let mut kommuner = if places.is_empty() { Vec::new() } else { self.some_members(random, &places) };
        let free = self.free_kommuner();
        if !free.is_empty() && (kommuner.is_empty() || random.chance(70)) {
            if random.chance(40) {
                kommuner.clear();
            }
            let count = random.count(1, free.len().min(3));
            kommuner.extend(random.some(&free, count));
        }
        let name = self.name_of_a_new_one(random);
        self.add(Change::Create(Part { name, kommuner, kansli: draw_stated(random, 50), kommun_key: None }));
    }

    /// One förbund ceases: its kommuner leave in several changes, each its own way.
    fn empty_a_forbund(&mut self, random: &mut Random) {
        let count = self.situation.forbund.len();
        let several: Vec<usize> =
            (0..count).filter(|place| self.situation.forbund[*place].members.len() >= 2).collect();
        if count < 2 || several.is_empty() {
            return self.any_change(random);
        }
        let place = *random.pick(&several);
        let others: Vec<String> = (0..count)
            .filter(|other| *other != place)
            .map(|other| self.situation.forbund[other].name.clone())
            .collect();
        let mut members = self.members(place);
        random.shuffle(&mut members);
        let batches = random.count(1, members.len().min(4));
        let mut kommuner: Vec<Vec<String>> = vec![Vec::new(); batches];
        for (index, code) in members.into_iter().enumerate() {
            kommuner[index % batches].push(code);
        }
        let outside = if random.chance(15) { 90 } else { 25 };
        let to_none = *random.pick(&[0, 25, 60]);
        for kommuner in kommuner {
            let change = if random.chance(to_none) {
                Change::Leave { kommuner }
            } else if random.chance(outside) {
                Change::MoveOutside { kommuner, outside: (*random.pick(&OUTSIDE)).to_owned() }
            } else if random.chance(25) {
                Change::Create(Part {
                    name: self.new_name("Nytt"),
                    kommuner,
                    kansli: draw_stated(random, 30),
                    kommun_key: None,
                })
            } else {
                Change::MoveTo { kommuner, to: random.pick(&others).clone(), kansli: draw_stated(random, 30) }
            };
            self.add(change);
        }
    }

    /// Stands last, since no change after it may touch a participant.
    fn share_a_kansli(&mut self, random: &mut Random) {
        let names: Vec<String> = self.situation.forbund.iter().map(|row| row.name.clone()).collect();
        if names.len() < 2 {
            return;
        }
        let count = random.count(2, names.len());
        let participants = random.some(&names, count);
        let split_by = random.pick(&[SplitBy::Budget, SplitBy::Lika, SplitBy::Befolkning]).clone();
        let kansli = draw_kansli(random);
        self.add(Change::SharedKansli(Sharing { participants, kansli, only_items: false, split_by }));
    }
}
