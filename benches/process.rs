//! The whole process, as a user waits for it: the main job, and the least the program can do.

use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

fn run(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success());
}

fn benchmarks(criterion: &mut Criterion) {
    criterion.bench_function("process_simulate", |bencher| bencher.iter(|| run(&["simulate", "tankespar1"])));
    criterion.bench_function("process_version", |bencher| bencher.iter(|| run(&["--version"])));
}

criterion_group!(process, benchmarks);
criterion_main!(process);
