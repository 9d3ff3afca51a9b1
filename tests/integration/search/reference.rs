//! The slow reference: it follows the contract and knows nothing of how the program searches. Every grouping is a
//! scenario that the program computes; conditions, order and fronts are its own.

use std::cmp::Ordering;
use std::fmt::Write;

use finsam::analysis::inquiry;
use finsam::input::files::Files;
use rust_decimal::Decimal;

use crate::reference::generate::Random;

/// A random search, small enough to look at every grouping by itself.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) baseline: String,
    pub(super) table: String,
    pub(super) search: String,
    /// The searched kommuner in order of kommunkod.
    pub(super) kommuner: Vec<Kommun>,
    /// Today's förbund among them, as positions, with what their kanslier cost and their names.
    today: Vec<(Vec<usize>, Option<i64>, String)>,
    conditions: Conditions,
    kansli: Option<[Decimal; 3]>,
    by: String,
    net: bool,
    pub(super) top: usize,
    pareto: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Kommun {
    pub(super) code: String,
    inhabitants: u64,
    folkmangd: u64,
}

#[derive(Clone, Default, Debug)]
struct Conditions {
    contiguous: bool,
    borders: Vec<&'static str>,
    forbund: (u64, u64),
    size: (u64, u64),
    inhabitants: (u64, u64),
    folkmangd: (u64, u64),
    km: u64,
    share: Decimal,
    moved: u64,
    together: Vec<Vec<usize>>,
    apart: Vec<Vec<usize>>,
    keep: Vec<usize>,
}

/// Some real kommuner, since borders are real ones: of Jönköpings län, some of which do not border each other.
const KOMMUNER: [(&str, &str); 8] = [
    ("0604", "Aneby"),
    ("0642", "Mullsjö"),
    ("0643", "Habo"),
    ("0662", "Gislaved"),
    ("0665", "Vaggeryd"),
    ("0680", "Jönköping"),
    ("0682", "Nässjö"),
    ("0684", "Sävsjö"),
];

const FREE: (u64, u64) = (0, u64::MAX);

#[expect(clippy::too_many_lines, reason = "a case is drawn from top to bottom")]
pub(super) fn draw(random: &mut Random) -> Case {
    let count = random.count(3, 6);
    let mut chosen = random.some(&KOMMUNER, count);
    chosen.sort_unstable();
    let mut table =
        String::from("kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,folkmangd,lat,lon\n");
    // Shares are nearly the same where kommuner are nearly as large.
    let alike = random.chance(25);
    let mut kommuner = Vec::new();
    for (code, name) in &chosen {
        let inhabitants = if alike { random.between(30_000, 30_020) } else { random.between(50, 60_000) };
        let folkmangd = inhabitants + random.between(1, 20_000);
        let units = random.between(1, 9_000);
        let (lat, lon) = (57_000 + random.between(0, 900), 13_500 + random.between(0, 1_500));
        // A second region without a län of its own: some pay to another body.
        let region = if random.chance(25) { "Region Värmland" } else { "Jönköpings län" };
        writeln!(
            table,
            "{code},{name},{region},{inhabitants},{}.{},{folkmangd},{}.{:03},{}.{:03}",
            units / 10,
            units % 10,
            lat / 1000,
            lat % 1000,
            lon / 1000,
            lon % 1000
        )
        .expect("a string takes everything");
        kommuner.push(Kommun { code: (*code).to_owned(), inhabitants, folkmangd });
    }
    // Two more, of a förbund that is not searched or of none.
    table += "0120,Värmdö,Stockholms län,26000,1300.5,45000,59.32,18.38\n0125,Ekerö,Stockholms län,17000,600.2,29000,59.28,17.8\n";
    let calibrated = random.chance(50);
    let mut places: Vec<usize> = (0..count).collect();
    random.shuffle(&mut places);
    let parts = random.count(1, count.min(3));
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); parts];
    for (at, kommun) in places.into_iter().enumerate() {
        // On the national basis some may be in none today.
        if at >= parts && !calibrated && random.chance(15) {
            continue;
        }
        let group = if at < parts { at } else { random.count(0, parts - 1) };
        groups[group].push(kommun);
    }
    let mut baseline = String::from("name = \"Utgångsläge\"\nkommuner = \"k.csv\"\n");
    if random.chance(30) {
        baseline += "kommun_key = \"lika\"\n";
    }
    let knows_country = !calibrated || random.chance(70);
    baseline += "[model]\n";
    if knows_country {
        baseline += "appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 60\n";
        if !calibrated {
            baseline += "befolkning_16_64 = 6_000_000\nforsorjningsmatt = 720_000.25\n";
        }
    }
    if random.chance(25) {
        baseline += *random.pick(&[
            "[funding]\nstate = 0.3\nregion = 0.35\nkommuner = 0.35\n",
            "[funding]\nstate = 0.45\nregion = 0.3\nkommuner = 0.25\n",
        ]);
    }
    let mut today = Vec::new();
    for (number, group) in groups.iter_mut().enumerate() {
        group.sort_unstable();
        let name = format!("F{number}");
        let names: Vec<String> = group.iter().map(|at| format!("\"{}\"", chosen[*at].1)).collect();
        write!(baseline, "[[forbund]]\nname = \"{name}\"\nkommuner = [{}]\n", names.join(", "))
            .expect("a string");
        let kansli = random.chance(70).then(|| random.between(200_000, 2_000_000));
        if let Some(kansli) = kansli {
            writeln!(baseline, "kansli = {kansli}").expect("a string");
        }
        if random.chance(40) {
            writeln!(baseline, "sate = {}", names[random.count(0, names.len() - 1)]).expect("a string");
        }
        if random.chance(20) {
            baseline += "kommun_key = { befolkning_16_64 = 0.5, lika = 0.5, minimum = 90_000 }\n";
        }
        if calibrated {
            writeln!(baseline, "state_grant = {}", random.between(500_000, 9_000_000)).expect("a string");
        }
        today.push((group.clone(), kansli.map(|kansli| i64::try_from(kansli).expect("few digits")), name));
    }
    let has_other = random.chance(40);
    if has_other {
        baseline += "[[forbund]]\nname = \"Övrigt\"\nkommuner = [\"Värmdö\", \"Ekerö\"]\n";
        if calibrated {
            baseline += "state_grant = 3_333_333\n";
        }
    }
    let mut case = Case {
        baseline,
        table,
        search: String::new(),
        kommuner,
        today,
        conditions: Conditions {
            contiguous: true,
            borders: vec!["land", "bro", "farja"],
            forbund: FREE,
            size: FREE,
            inhabitants: FREE,
            folkmangd: FREE,
            km: u64::MAX,
            share: Decimal::ONE,
            moved: u64::MAX,
            ..Conditions::default()
        },
        kansli: None,
        by: String::new(),
        net: false,
        top: random.count(1, 12),
        pareto: Vec::new(),
    };
    draw_search(random, &mut case, &chosen, knows_country);
    draw_boards(random, &mut case);
    case
}

/// How many ledamöter each party has on the boards: some of today's förbund say it of their own, which a new one does not have.
fn draw_boards(random: &mut Random, case: &mut Case) {
    for (_, _, name) in &case.today {
        if !random.chance(20) {
            continue;
        }
        let (name, count) = (format!("name = \"{name}\"\n"), random.count(1, 3));
        let own = format!("{name}styrelse = {{ ledamoter_per_part = {count} }}\n");
        case.baseline = case.baseline.replace(&name, &own);
    }
    if random.chance(30) {
        let count = random.count(1, 3);
        writeln!(case.baseline, "[styrelse]\nledamoter_per_part = {count}").expect("a string");
    }
}

fn draw_search(random: &mut Random, case: &mut Case, chosen: &[(&str, &str)], knows_country: bool) {
    let names = |some: &[usize]| {
        let names: Vec<String> = some.iter().map(|at| format!("\"{}\"", chosen[*at].1)).collect();
        format!("[{}]", names.join(", "))
    };
    let all: Vec<usize> = (0..chosen.len()).collect();
    let conditions = &mut case.conditions;
    let mut text =
        format!("name = \"Sökning\"\nbaseline = \"b.toml\"\n[search]\nkommuner = {}\n", names(&all));
    if random.chance(40) {
        conditions.contiguous = false;
        text += "contiguous = false\n";
    } else if random.chance(30) {
        conditions.borders = vec!["land", "vatten", "punkt"];
        text += "borders = [\"land\", \"vatten\", \"punkt\"]\n";
    }
    let limits = |random: &mut Random, key: &str, text: &mut String, range: (u64, u64)| {
        if !random.chance(15) {
            return FREE;
        }
        let (one, other) = (random.between(range.0, range.1), random.between(range.0, range.1));
        let limits = (one.min(other), one.max(other));
        match random.count(0, 2) {
            0 => {
                writeln!(text, "{key} = {{ min = {} }}", limits.0).expect("a string");
                (limits.0, u64::MAX)
            }
            1 => {
                writeln!(text, "{key} = {{ max = {} }}", limits.1).expect("a string");
                (0, limits.1)
            }
            _ => {
                writeln!(text, "{key} = {{ min = {}, max = {} }}", limits.0, limits.1).expect("a string");
                limits
            }
        }
    };
    let count = chosen.len() as u64;
    conditions.forbund = limits(random, "forbund", &mut text, (1, count));
    conditions.size = limits(random, "kommuner_per_forbund", &mut text, (1, count));
    conditions.inhabitants = limits(random, "befolkning_16_64", &mut text, (1_000, 200_000));
    conditions.folkmangd = limits(random, "folkmangd", &mut text, (1_000, 250_000));
    if random.chance(15) {
        conditions.km = random.between(20, 120);
        writeln!(text, "farthest_km = {{ max = {} }}", conditions.km).expect("a string");
    }
    if random.chance(15) {
        conditions.share = Decimal::new(i64::try_from(random.between(30, 99)).expect("few digits"), 2);
        writeln!(text, "largest_share = {{ max = {} }}", conditions.share).expect("a string");
    }
    if random.chance(25) {
        conditions.moved = random.between(0, count);
        writeln!(text, "moved = {{ max = {} }}", conditions.moved).expect("a string");
    }
    for (key, lists) in [("together", &mut conditions.together), ("apart", &mut conditions.apart)] {
        if random.chance(15) {
            let size = random.count(2, 3);
            let mut some = random.some(&all, size);
            some.sort_unstable();
            writeln!(text, "{key} = [{}]", names(&some)).expect("a string");
            lists.push(some);
        }
    }
    if random.chance(12) {
        let kept = random.count(0, case.today.len() - 1);
        conditions.keep.push(kept);
        writeln!(text, "keep = [\"{}\"]", case.today[kept].2).expect("a string");
    }
    if random.chance(75) {
        let fixed = Decimal::from(random.between(0, 900_000));
        let per_kommun = Decimal::from(random.between(0, 90_000));
        let per_inhabitant = Decimal::new(i64::try_from(random.between(0, 3_000)).expect("few digits"), 2);
        writeln!(
            text,
            "[search.kansli]\nfixed = {fixed}\nper_kommun = {per_kommun}\nper_inhabitant = {per_inhabitant}"
        )
        .expect("a string");
        case.kansli = Some([fixed, per_kommun, per_inhabitant]);
    }
    let mut criteria =
        vec!["total", "state", "farthest_km", "smallest", "largest_share", "moved", "ledamoter"];
    if case.kansli.is_some() {
        criteria.extend(["insatser", "kansli", "insatser"]);
    }
    let payer = format!("contribution:{}", random.pick(chosen).0);
    case.by = if random.chance(15) { payer.clone() } else { (*random.pick(&criteria)).to_owned() };
    case.net = knows_country && random.chance(60);
    let redistribution = if case.net { "net" } else { "gross" };
    write!(text, "[rank]\nby = \"{}\"\nredistribution = \"{redistribution}\"\ntop = {}\n", case.by, case.top)
        .expect("a string");
    if random.chance(50) {
        let mut some = random.some(&criteria, 3);
        if random.chance(30) {
            some.push(&payer);
        }
        some.sort_unstable();
        some.dedup();
        writeln!(text, "pareto = {some:?}").expect("a string");
        case.pareto = some.into_iter().map(str::to_owned).collect();
    }
    case.search = text;
}

/// The figures of a grouping.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Values {
    pub(super) kansli: Option<i64>,
    pub(super) farthest_km: u64,
    pub(super) smallest: u64,
    pub(super) largest_share: Option<Decimal>,
    pub(super) moved: u64,
    pub(super) ledamoter: usize,
    /// State and total, gross and net.
    pub(super) income: [Option<[i64; 2]>; 2],
    contribution: Option<i64>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Grouping {
    /// The number of the förbund of each kommun, in order of first kommun.
    pub(super) numbers: Vec<usize>,
    pub(super) values: Values,
    worths: Vec<Decimal>,
}

impl Grouping {
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        groups(&self.numbers)
    }
}

fn groups(numbers: &[usize]) -> Vec<Vec<usize>> {
    let count = numbers.iter().max().map_or(0, |most| most + 1);
    let members = |group: usize| (0..numbers.len()).filter(|at| numbers[*at] == group).collect();
    (0..count).map(members).collect()
}

/// Every division of so many kommuner, as numbers of parts in order of first kommun.
fn divisions(kommuner: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..kommuner {
        let longer = |numbers: &Vec<usize>| {
            let next = numbers.iter().max().map_or(0, |most| most + 1);
            (0..=next).map(|number| [numbers.as_slice(), &[number]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

impl Case {
    pub(super) fn files(&self) -> Files {
        Files::held([
            ("k.csv", self.table.as_bytes()),
            ("b.toml", self.baseline.as_bytes()),
            ("s.toml", self.search.as_bytes()),
        ])
    }

    /// Every grouping that the conditions allow, the best first.
    /// Whether it can be searched without looking at every set of kommuner.
    pub(super) fn is_carried(&self) -> bool {
        let conditions = &self.conditions;
        conditions.contiguous
            && (conditions.km, conditions.share, conditions.moved) == (u64::MAX, Decimal::ONE, u64::MAX)
    }

    /// Whether it is decided of each förbund by itself whether a grouping may have it.
    pub(super) fn is_of_forbund(&self) -> bool {
        self.conditions.moved == u64::MAX
    }

    /// Whether what it ranks by is a sum over förbund.
    pub(super) fn ranks_by_sum(&self) -> bool {
        ["insatser", "total", "state", "kansli", "moved", "ledamoter"].contains(&self.by.as_str())
    }

    pub(super) fn ranked(&self) -> Vec<Grouping> {
        let all = divisions(self.kommuner.len()).into_iter();
        let mut allowed: Vec<Grouping> = all.filter_map(|numbers| self.grouping(numbers)).collect();
        allowed.sort_by(Self::order);
        allowed
    }

    /// Today's grouping, if all kommuner are in some förbund.
    pub(super) fn today(&self) -> Option<Vec<Vec<usize>>> {
        let mut today: Vec<Vec<usize>> = self.today.iter().map(|(members, ..)| members.clone()).collect();
        today.sort_unstable();
        (today.iter().map(Vec::len).sum::<usize>() == self.kommuner.len()).then_some(today)
    }

    fn order(one: &Grouping, other: &Grouping) -> Ordering {
        other.worths[0].cmp(&one.worths[0]).then_with(|| Self::ties(one).cmp(&Self::ties(other)))
    }

    fn ties(grouping: &Grouping) -> (u64, usize, &[usize]) {
        (grouping.values.moved, grouping.groups().len(), &grouping.numbers)
    }

    /// Those that none beats; of equal ones the first by the order of ties.
    pub(super) fn front<'all>(&self, all: &'all [Grouping]) -> Vec<&'all Grouping> {
        if self.pareto.is_empty() {
            return Vec::new();
        }
        let beats = |one: &Grouping, other: &Grouping| {
            let pairs = || one.worths[1..].iter().zip(&other.worths[1..]);
            pairs().all(|(one, other)| one >= other) && pairs().any(|(one, other)| one > other)
        };
        let is_first = |grouping: &Grouping| {
            !all.iter().any(|other| {
                other.worths[1..] == grouping.worths[1..] && Self::ties(other) < Self::ties(grouping)
            })
        };
        let best = all.iter().filter(|grouping| !all.iter().any(|other| beats(other, grouping)));
        best.filter(|grouping| is_first(grouping)).collect()
    }

    fn borders_each_other(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.kommuner[one].code, &self.kommuner[other].code);
        let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/grannar.csv"));
        table.expect("the table of borders").lines().any(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            (cells[0] == one && cells[1] == other || cells[0] == other && cells[1] == one)
                && self.conditions.borders.contains(&cells[2])
        })
    }

    fn hangs_together(&self, group: &[usize]) -> bool {
        let mut reached = vec![group[0]];
        while let Some(next) = group.iter().find(|kommun| {
            !reached.contains(kommun) && reached.iter().any(|one| self.borders_each_other(*one, **kommun))
        }) {
            reached.push(*next);
        }
        reached.len() == group.len()
    }

    /// How many have moved: the best of all ways to match new and old förbund.
    fn moved(&self, groups: &[Vec<usize>]) -> u64 {
        fn most_staying(groups: &[Vec<usize>], old: &[&Vec<usize>]) -> usize {
            let Some((first, rest)) = groups.split_first() else { return 0 };
            let with = (0..old.len()).map(|at| {
                let common = first.iter().filter(|kommun| old[at].contains(kommun)).count();
                let left: Vec<&Vec<usize>> =
                    old.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).collect();
                common + most_staying(rest, &left)
            });
            with.max().unwrap_or(0).max(most_staying(rest, old))
        }
        let old: Vec<&Vec<usize>> = self.today.iter().map(|(members, ..)| members).collect();
        (self.kommuner.len() - most_staying(groups, &old)) as u64
    }

    fn kansli(&self, group: &[usize]) -> Option<i64> {
        let today = self.today.iter().find(|(members, ..)| members == group);
        if let Some((_, Some(kansli), _)) = today {
            return Some(*kansli);
        }
        let [fixed, per_kommun, per_inhabitant] = self.kansli?;
        let inhabitants: u64 = group.iter().map(|kommun| self.kommuner[*kommun].inhabitants).sum();
        let cost =
            fixed + per_kommun * Decimal::from(group.len()) + per_inhabitant * Decimal::from(inhabitants);
        let whole = cost.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        Some(i64::try_from(whole).expect("few digits"))
    }

    fn grouping(&self, numbers: Vec<usize>) -> Option<Grouping> {
        let groups = groups(&numbers);
        let conditions = &self.conditions;
        let within = |(low, high): (u64, u64), figure: u64| (low..=high).contains(&figure);
        let moved = self.moved(&groups);
        let sum = |group: &[usize], figure: fn(&Kommun) -> u64| -> u64 {
            group.iter().map(|kommun| figure(&self.kommuner[*kommun])).sum()
        };
        let is_allowed = |group: &Vec<usize>| {
            let inhabitants = sum(group, |kommun| kommun.inhabitants);
            let largest = group.iter().map(|kommun| self.kommuner[*kommun].inhabitants).max().unwrap_or(0);
            let holds = |some: &[usize]| some.iter().filter(|kommun| group.contains(kommun)).count();
            within(conditions.size, group.len() as u64)
                && within(conditions.inhabitants, inhabitants)
                && within(conditions.folkmangd, sum(group, |kommun| kommun.folkmangd))
                && (group.len() == 1
                    || Decimal::from(largest) <= conditions.share * Decimal::from(inhabitants))
                && conditions.together.iter().all(|some| [0, some.len()].contains(&holds(some)))
                && conditions.apart.iter().all(|some| holds(some) < 2)
                && (!conditions.contiguous || self.hangs_together(group))
        };
        let kept = conditions.keep.iter().all(|kept| groups.contains(&self.today[*kept].0));
        let is_whole_allowed =
            within(conditions.forbund, groups.len() as u64) && moved <= conditions.moved && kept;
        if !is_whole_allowed || !groups.iter().all(is_allowed) {
            return None;
        }
        let values = self.values(&groups, moved);
        if values.farthest_km > conditions.km {
            return None;
        }
        let criteria = std::iter::once(&self.by).chain(&self.pareto);
        let worths = criteria.map(|by| self.worth(by, &values, &groups)).collect();
        Some(Grouping { numbers, values, worths })
    }

    /// By the scenario that makes the grouping.
    fn values(&self, groups: &[Vec<usize>], moved: u64) -> Values {
        let mut scenario = String::from("name = \"Indelning\"\nbaseline = \"b.toml\"\n");
        for (number, group) in groups.iter().enumerate() {
            if self.today.iter().any(|(members, ..)| members == group) {
                continue;
            }
            let codes: Vec<String> =
                group.iter().map(|kommun| format!("\"{}\"", self.kommuner[*kommun].code)).collect();
            write!(scenario, "[[change]]\ncreate = \"Ny {number}\"\nkommuner = [{}]\n", codes.join(", "))
                .expect("a string");
            if let Some(kansli) = self.kansli(group) {
                writeln!(scenario, "kansli = {kansli}").expect("a string");
            }
        }
        let files = Files::held([
            ("k.csv", self.table.as_bytes()),
            ("b.toml", self.baseline.as_bytes()),
            ("i.toml", scenario.as_bytes()),
        ]);
        let computed = inquiry::compute(&files, &["i.toml".to_owned()], None);
        let computed =
            computed.unwrap_or_else(|problems| panic!("{problems:?}\n{scenario}\n{}", self.baseline));
        let figures = &computed.scenarios[0].result.figures;
        let is_searched = |code: &str| self.kommuner.iter().any(|kommun| kommun.code == code);
        let rows = &figures.after.gross.forbund;
        let searched: Vec<usize> =
            (0..rows.len()).filter(|row| is_searched(&rows[*row].members[0].to_string())).collect();
        assert_eq!(searched.len(), groups.len());
        let criteria: Vec<_> = searched.iter().map(|row| &figures.criteria.after.forbund[*row]).collect();
        let sides = [Some(&figures.after.gross), figures.after.net.as_ref()];
        let income = sides.map(|side| {
            let side = side?;
            let of = |row: &usize| {
                let row = &side.forbund[*row];
                [row.state.total.get(), row.total.get()]
            };
            Some(searched.iter().map(of).fold([0, 0], |[state, total], [s, t]| [state + s, total + t]))
        });
        let mut criteria_asked = std::iter::once(&self.by).chain(&self.pareto);
        let contribution = criteria_asked.find_map(|by| by.strip_prefix("contribution:")).map(|code| {
            let kommun = figures.kommuner.iter().find(|kommun| kommun.kommunkod.to_string() == code);
            let after = &kommun.expect("a kommun of the result").contribution.after;
            let paid = if self.net { after.net.flatten() } else { after.gross };
            paid.expect("it is in a förbund").get()
        });
        let shares = criteria.iter().filter(|forbund| forbund.kommuner > 1);
        Values {
            kansli: groups.iter().map(|group| self.kansli(group)).sum(),
            farthest_km: criteria
                .iter()
                .map(|forbund| forbund.distance.as_ref().expect("all places are known").km)
                .max()
                .expect("a förbund"),
            smallest: searched.iter().map(|row| rows[*row].befolkning_16_64).min().expect("a förbund"),
            largest_share: shares.map(|forbund| forbund.largest_kommun.share_of_inhabitants).max(),
            moved,
            ledamoter: criteria.iter().map(|forbund| forbund.ledamoter).sum(),
            income,
            contribution,
        }
    }

    /// The share of the largest of several kommuner, in so small parts that no two different ones are the same number.
    fn share(&self, group: &[usize]) -> Decimal {
        let inhabitants = || group.iter().map(|kommun| self.kommuner[*kommun].inhabitants);
        let parts = inhabitants().max().map_or(0, |most| u128::from(most) * 10_u128.pow(20));
        if group.len() > 1 {
            Decimal::from(parts / u128::from(inhabitants().sum::<u64>()))
        } else {
            Decimal::ZERO
        }
    }

    /// More is better.
    fn worth(&self, by: &str, values: &Values, groups: &[Vec<usize>]) -> Decimal {
        let [state, total] = values.income[usize::from(self.net)].expect("net figures where they count");
        let least = |figure: Decimal| -figure;
        match by {
            "insatser" => Decimal::from(total - values.kansli.expect("kanslier are known")),
            "total" => Decimal::from(total),
            "state" => Decimal::from(state),
            "kansli" => least(Decimal::from(values.kansli.expect("kanslier are known"))),
            "farthest_km" => least(Decimal::from(values.farthest_km)),
            "smallest" => Decimal::from(values.smallest),
            "largest_share" => least(groups.iter().map(|group| self.share(group)).max().unwrap_or_default()),
            "moved" => least(Decimal::from(values.moved)),
            "ledamoter" => least(Decimal::from(values.ledamoter)),
            _ => {
                assert!(!groups.is_empty());
                least(Decimal::from(values.contribution.expect("a contribution is asked for")))
            }
        }
    }
}
