//! Draws of what is uncertain, on as many cores as there are: Integratia's ten kommuner with the rest of the country as a
//! sum, and with all 290 kommuner's figures uncertain each by itself.
//!
//! `cargo bench -p finsam-benches --bench risk`; measured figures stand in `benches/README.md`.

use std::num::NonZero;
use std::sync::atomic::AtomicBool;
use std::thread::available_parallelism;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use finsam::analysis::inquiry;
use finsam::analysis::sensitivity::varying::{self, Kommuner};
use finsam::input::files::Files;
use finsam::risk::{Plan, Progress, risk};

const DRAWS: u64 = 1_000_000;

fn baseline(rest: &str) -> String {
    format!(
        "name = 'Nu'\nyear = 2019\nkommuner = 'builtin:data/kommuner.csv'\n[model]\nappropriation = 339_000_000\n\
         [model.rest_of_country]\nforbund = 80\n{rest}\n\
         [[forbund]]\nname = 'T'\nkommuner = ['Trollhättan', 'Lilla Edet', 'Grästorp']\nkansli = 1_400_000\n\
         [[forbund]]\nname = 'V'\nkommuner = ['Vänersborg', 'Mellerud']\nkansli = 1_100_000\n\
         [[forbund]]\nname = 'B'\nkommuner = ['Bengtsfors', 'Åmål', 'Dals-Ed', 'Säffle', 'Årjäng']\nkansli = 1_200_000\n\
         [[uncertain]]\nwhat = 'forsorjningsmatt'\nrelative = 0.049\n[[uncertain]]\nwhat = 'kansli'\nrelative = 0.1\n\
         [[uncertain]]\nwhat = 'model.appropriation'\nlow = 320_000_000\nhigh = 350_000_000\n\
         [[uncertain]]\nwhat = 'model.rest_of_country.forbund'\nvalues = [75, 78, 80, 82]\n"
    )
}

const SCENARIOS: [&str; 2] = [
    "name = 'Ett'\nbaseline = 'u.toml'\n[[change]]\nmerge = ['T', 'V', 'B']\ninto = 'Alla'\nkansli = 2_400_000\n",
    "name = 'Två'\nbaseline = 'u.toml'\n[[change]]\nmove = ['Vänersborg']\nto = 'T'\n[[change]]\nmove = ['Mellerud']\nto = 'B'\n",
];

fn draws(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("risk");
    group.throughput(Throughput::Elements(DRAWS)).sample_size(10);
    let cases = [
        ("ten kommuner", "befolkning_16_64 = 5_900_000\nforsorjningsmatt = 700_000"),
        ("290 kommuner", "kommuner = 'alla'"),
    ];
    for (name, rest) in cases {
        let names = ["s0.toml".to_owned(), "s1.toml".to_owned()];
        let files = names.iter().cloned().zip(SCENARIOS.map(str::to_owned));
        let files = Files::held(files.chain([("u.toml".to_owned(), baseline(rest))]));
        let inquiry = inquiry::compute(&files, &names, None).expect("sound files");
        let scenarios: Vec<_> = inquiry.scenarios.iter().map(|one| &one.scenario).collect();
        let varying = varying::uncertain(&scenarios, Kommuner::All).expect("sound entries");
        let plan = Plan::new(scenarios, varying, DRAWS, 1).expect("computed");
        let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let stop = AtomicBool::new(false);
        group.bench_function(name, |bencher| {
            bencher.iter(|| risk(&plan, threads, &Progress { stop: &stop, report: &|_| {} }));
        });
    }
    group.finish();
}

criterion_group!(benches, draws);
criterion_main!(benches);
