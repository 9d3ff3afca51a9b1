//! Whole searches, from loaded files to the answer: every grouping counted, the best, where today stands.
//!
//! `cargo bench --bench search`; measured figures stand in `benches/README.md`.

use std::hint::black_box;
use std::thread;

use criterion::{Criterion, criterion_group, criterion_main};
use finsam::analysis::search::{Limits, MOST_COVERED, search};
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

/// All 49 kommuner of Västra Götaland, some of them in förbund today.
fn vastra_gotaland(conditions: &str, rank: &str) -> LoadedSearch {
    let baseline = "name = \"U\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
         appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 70\nkommuner = \"alla\"\n\
         [[forbund]]\nname = \"Göteborg\"\nkommuner = [\"Göteborg\"]\nkansli = 2_000_001\n\
         [[forbund]]\nname = \"Sjuhärad\"\nkommuner = [\"Bollebygd\", \"Borås\", \"Mark\", \"Svenljunga\", \
         \"Tranemo\", \"Ulricehamn\", \"Vårgårda\", \"Herrljunga\"]\nkansli = 1_500_000\n\
         [[forbund]]\nname = \"Norra Skaraborg\"\nkommuner = [\"Mariestad\", \"Töreboda\", \"Gullspång\", \
         \"Karlsborg\"]\nkansli = 700_000\n";
    let text = format!(
        "name = \"Sökning\"\nbaseline = \"b.toml\"\n[search]\nkommuner = {{ lan = \"Västra Götalands län\" }}\n\
         {conditions}{KANSLI}[rank]\n{rank}"
    );
    let files = Files::held([("s.toml", text.as_str()), ("b.toml", baseline)]);
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
    let bounds = "kommuner_per_forbund = { min = 2, max = 8 }\nbefolkning_16_64 = { min = 10_000, max = 450_000 }\n\
                  farthest_km = { max = 60 }\n";
    let cases = [
        ("all 27 644 437 of thirteen kommuner, by sums", held("jonkoping", "contiguous = false\n", "")),
        ("the same with a front of three", held("jonkoping", "contiguous = false\n", everything)),
        ("the same with every condition and a front", held("jonkoping", conditions, everything)),
        ("the 121 600 contiguous ones with a front", built_in("jonkoping")),
        ("the 2 990 278 contiguous ones of sixteen with a front", built_in("varmland")),
        ("the 77 979 of eighteen with conditions and a front", built_in("integratia_vast")),
        ("the best 20 of 49 kommuner within bounds, by insatser", vastra_gotaland(bounds, "")),
        ("the same by the longest distance", vastra_gotaland(bounds, "by = \"farthest_km\"\n")),
    ];
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    for (name, loaded) in cases {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let threads = thread::available_parallelism().map_or(1, usize::from);
                let limits = Limits {
                    most_enumerated: 20,
                    most_covered: MOST_COVERED,
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
