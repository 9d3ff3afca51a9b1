//! The whole process, as a user waits for it: the main job, and the least the program can do.

use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

fn run(arguments: &[&str]) {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments);
}

fn run_in(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success());
}

fn benchmarks(criterion: &mut Criterion) {
    criterion.bench_function("process_simulate", |bencher| bencher.iter(|| run(&["simulate", "tankespar1"])));
    criterion.bench_function("process_version", |bencher| bencher.iter(|| run(&["--version"])));
    let folder = tempfile::tempdir().expect("a folder");
    criterion.bench_function("process_report_docx", |bencher| {
        let report = ["report", "tankespar1", "tankespar3", "sammanslagning", "-o", "rapport.docx"];
        bencher.iter(|| run_in(folder.path(), &report));
    });
}

criterion_group!(process, benchmarks);
criterion_main!(process);
