//! The whole process, as a user waits for it: the main job, and the least the program can do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

/// The program, as `cargo build --release` leaves it above the folder of this benchmark.
fn program() -> PathBuf {
    let benchmark = std::env::current_exe().expect("the path of this benchmark");
    let built = benchmark.ancestors().nth(2).expect("the folder that cargo builds in");
    let program = built.join(format!("finsam{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: run cargo build --release first", program.display());
    program
}

fn run(arguments: &[&str]) {
    run_in(
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies in the project"),
        arguments,
    );
}

fn run_in(folder: &Path, arguments: &[&str]) {
    let status = Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success());
}

fn benchmarks(criterion: &mut Criterion) {
    criterion.bench_function("process_simulate", |bencher| bencher.iter(|| run(&["simulate", "tankespar1"])));
    // A workbook of ten alternatives.
    let alternatives = ["tankespar1", "tankespar2", "tankespar3", "tankespar4", "sammanslagning"].repeat(2);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rapport.xlsx");
    let file = file.to_str().expect("a path in UTF-8");
    let report: Vec<&str> = [vec!["report"], alternatives, vec!["-o", file]].concat();
    criterion.bench_function("process_workbook", |bencher| bencher.iter(|| run(&report)));
    criterion.bench_function("process_version", |bencher| bencher.iter(|| run(&["--version"])));
    let folder = tempfile::tempdir().expect("a folder");
    criterion.bench_function("process_report_docx", |bencher| {
        let report = ["report", "tankespar1", "tankespar3", "sammanslagning", "-o", "rapport.docx"];
        bencher.iter(|| run_in(folder.path(), &report));
    });
}

criterion_group!(process, benchmarks);
criterion_main!(process);
