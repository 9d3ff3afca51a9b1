//! Counting groupings and ranking them by the frontier, on the borders between kommuner that the program has.
//!
//! `cargo bench -p finsam-benches --bench frontier`; measured figures stand in `benches/README.md`. With
//! `FINSAM_BENCH_COUNTRY` set, the whole country is counted once instead, step by step: minutes and some gigabytes.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use finsam::search::frontier::{Conditions, Detail, Diagram, Graph, GroupRule, count};

const KOMMUNER: &str = include_str!("../../data/kommuner.csv");
const BORDERS: &str = include_str!("../../data/grannar.csv");
const GIGABYTE: usize = 1 << 30;

/// Kommuner with their inhabitants 16–64, and who borders whom by land, bridge or ferry.
struct Area {
    graph: Graph,
    inhabitants: Vec<u64>,
}

fn area(lan: Option<&str>) -> Area {
    let rows = KOMMUNER.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let rows = rows.filter(|row| row[0] == "2021" && lan.is_none_or(|lan| row[3] == lan));
    let table: Vec<(&str, u64)> = rows.map(|row| (row[1], row[4].parse().expect("a number"))).collect();
    let places: BTreeMap<&str, usize> =
        table.iter().enumerate().map(|(place, (code, _))| (*code, place)).collect();
    let borders = BORDERS.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let borders = borders.filter(|border| ["land", "bro", "farja"].contains(&border[2]));
    let edges = borders.filter_map(|border| Some((*places.get(border[0])?, *places.get(border[1])?)));
    Area { graph: Graph::new(table.len(), edges), inhabitants: table.iter().map(|row| row.1).collect() }
}

fn grid(side: usize) -> Graph {
    let right = (0..side * side).filter(move |place| place % side + 1 < side).map(|place| (place, place + 1));
    let down = (0..side * (side - 1)).map(|place| (place, place + side));
    Graph::new(side * side, right.chain(down))
}

fn counted(graph: &Graph, conditions: &Conditions) -> String {
    let counts = count(graph, conditions, Detail::ByNumber, GIGABYTE, |_| ControlFlow::Continue(()));
    counts.expect("fits").total.to_string()
}

/// A kansli of 900 000 kr, 40 000 kr for each kommun and 1.50 kr for each inhabitant, rounded half away from zero, less
/// is better; with bounds on the number of kommuner. The label is the half krona left over, and the size as far as the
/// bounds ask for it.
struct Kansli<'area> {
    inhabitants: &'area [u64],
    fewest: u8,
    most: Option<u8>,
}

impl GroupRule for Kansli<'_> {
    type Label = (bool, u8);

    fn found(&self, vertex: usize) -> Option<(Self::Label, i64)> {
        let (label, value) = self.join((false, 0), vertex)?;
        Some((label, value - 900_000))
    }

    fn join(&self, (half, size): Self::Label, vertex: usize) -> Option<(Self::Label, i64)> {
        let halves = u64::from(half) + 80_000 + 3 * self.inhabitants[vertex];
        let size = match self.most {
            Some(most) if size == most => return None,
            Some(_) => size + 1,
            None => (size + 1).min(self.fewest),
        };
        Some(((halves % 2 == 1, size), -i64::try_from(halves / 2).expect("small")))
    }

    fn complete(&self, (half, size): Self::Label) -> Option<i64> {
        (size >= self.fewest).then(|| -i64::from(half))
    }
}

/// The best thousand, without what is as good as the last of them.
fn best(area: &Area, fewest: u8, most: Option<u8>) -> i64 {
    let rule = Kansli { inhabitants: &area.inhabitants, fewest, most };
    let diagram =
        Diagram::new(&area.graph, &Conditions::default(), &rule, 4 * GIGABYTE, |_| ControlFlow::Continue(()));
    let diagram = diagram.expect("fits");
    let completions = diagram.completions();
    let thousandth = completions.best_first(|_| Some(0)).nth(999);
    thousandth.expect("there are more than a thousand").value
}

fn benchmarks(criterion: &mut Criterion) {
    let every: Vec<&str> =
        KOMMUNER.lines().filter_map(|line| line.strip_prefix("2021,")?.split(',').nth(2)).collect();
    let mut lan = every.clone();
    lan.sort_unstable();
    lan.dedup();
    let areas: Vec<Area> = lan.iter().map(|lan| area(Some(lan))).collect();
    criterion.bench_function("count_each_lan", |bencher| {
        bencher.iter(|| {
            areas.iter().map(|area| counted(&area.graph, &Conditions::default())).collect::<Vec<_>>()
        });
    });

    let (skane, vast) = (area(Some("Skåne län")), area(Some("Västra Götalands län")));
    criterion.bench_function("count_skane_33", |bencher| {
        bencher.iter(|| counted(black_box(&skane.graph), &Conditions::default()));
    });
    criterion.bench_function("count_vastra_gotaland_49", |bencher| {
        bencher.iter(|| counted(black_box(&vast.graph), &Conditions::default()));
    });
    let conditions = Conditions {
        together: vec![(0, 20), (5, 40)],
        apart: vec![(1, 30), (2, 45)],
        min_groups: 3,
        max_groups: 8,
    };
    criterion.bench_function("count_vastra_gotaland_with_conditions", |bencher| {
        bencher.iter(|| counted(black_box(&vast.graph), &conditions));
    });
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    for side in [7, 8] {
        group.bench_function(format!("count_grid_{side}"), |bencher| {
            let graph = grid(side);
            bencher.iter(|| counted(black_box(&graph), &Conditions::default()));
        });
    }
    group.bench_function("best_1000_of_skane", |bencher| bencher.iter(|| best(black_box(&skane), 1, None)));
    group.bench_function("best_1000_of_skane_of_2_to_9", |bencher| bencher.iter(|| best(&skane, 2, Some(9))));
    group.bench_function("best_1000_of_vastra_gotaland", |bencher| bencher.iter(|| best(&vast, 2, None)));
    group.bench_function("best_1000_of_vastra_gotaland_of_2_to_6", |bencher| {
        bencher.iter(|| best(&vast, 2, Some(6)))
    });
    group.finish();
}

fn country() {
    let (area, start) = (area(None), Instant::now());
    let (mut step, mut most) = (0, 0);
    let counts = count(&area.graph, &Conditions::default(), Detail::Total, 12 * GIGABYTE, |progress| {
        if progress.step > step {
            step = progress.step;
            println!(
                "{:>6.1} s: step {step} of {}, at most {most} states",
                start.elapsed().as_secs_f64(),
                progress.steps
            );
        }
        most = most.max(progress.states);
        ControlFlow::Continue(())
    });
    match counts {
        Ok(counts) => {
            println!("{} in {:?}, {} states at most", counts.total, start.elapsed(), counts.most_states)
        }
        Err(error) => println!("{error}"),
    }
}

fn run(criterion: &mut Criterion) {
    if std::env::var_os("FINSAM_BENCH_COUNTRY").is_some() {
        country();
    } else {
        benchmarks(criterion);
    }
}

criterion_group!(frontier, run);
criterion_main!(frontier);
