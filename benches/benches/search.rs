//! Whole searches, from loaded files to the answer: every grouping counted, the best, where today stands.
//!
//! `cargo bench --bench search`; measured figures stand in `benches/README.md`.

use std::hint::black_box;
use std::thread;

use criterion::{Criterion, criterion_group, criterion_main};
use finsam::analysis::search::{Limits, search};
use finsam::diagnostic::Diagnostics;
use finsam::input::files::Files;
use finsam::input::search::{self, LoadedSearch};

const KANSLI: &str = "[search.kansli]\nfixed = 900_000\nper_kommun = 40_000\nper_inhabitant = 1.5\n";

fn held(baseline: &str, conditions: &str, rank: &str) -> LoadedSearch {
    let baseline = format!("builtin:data/{baseline}/utgangslage.toml");
    let text = format!(
        "name = \"Sökning\"\nbaseline = \"{baseline}\"\n[search]\n{conditions}{KANSLI}[rank]\n{rank}"
    );
    let files = Files::held([("s.toml", text)]);
    search::load(&files, "s.toml", &mut Diagnostics::default()).expect("a sound search")
}

fn built_in(name: &str) -> LoadedSearch {
    let name = format!("builtin:searches/{name}.toml");
    search::load(&Files::on_disk(), &name, &mut Diagnostics::default()).expect("a sound search")
}

fn searches(criterion: &mut Criterion) {
    let everything = "pareto = [\"insatser\", \"farthest_km\", \"moved\"]\n";
    let conditions = "contiguous = false\nmoved = { max = 12 }\nfarthest_km = { max = 500 }\n\
                      largest_share = { max = 1 }\nbefolkning_16_64 = { min = 1 }\n";
    let cases = [
        ("all 27 644 437 of thirteen kommuner, by sums", held("jonkoping", "contiguous = false\n", "")),
        ("the same with a front of three", held("jonkoping", "contiguous = false\n", everything)),
        ("the same with every condition and a front", held("jonkoping", conditions, everything)),
        ("the 121 600 contiguous ones with a front", built_in("jonkoping")),
        ("the 2 990 278 contiguous ones of sixteen with a front", built_in("varmland")),
        ("the 77 979 of eighteen with conditions and a front", built_in("integratia_vast")),
    ];
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    for (name, loaded) in cases {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let threads = thread::available_parallelism().map_or(1, usize::from);
                let limits = Limits {
                    most_enumerated: 20,
                    memory: 1 << 30,
                    threads,
                    until: None,
                    progress: &mut |_| {},
                };
                search(black_box(&loaded), &[], limits).expect("it can be computed").result
            });
        });
    }
    group.finish();
}

criterion_group!(benches, searches);
criterion_main!(benches);
