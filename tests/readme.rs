//! What the README shows is what the program prints: every `console` block is run.

use std::process::Command;

/// A command and what is shown of its output; a line "…" stands for any lines left out.
struct Shown {
    arguments: Vec<String>,
    lines: Vec<String>,
}

fn blocks(readme: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line.strip_prefix("```") {
            Some(fence) => inside = fence == "console",
            None if !inside => {}
            None => match line.strip_prefix("$ finsam ") {
                Some(command) => shown.push(Shown {
                    arguments: command.split(' ').map(str::to_owned).collect(),
                    lines: Vec::new(),
                }),
                None => shown.last_mut().expect("a command before its output").lines.push(line.to_owned()),
            },
        }
    }
    shown
}

#[test]
fn every_console_block_of_the_readme_is_what_the_program_prints() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let readme = std::fs::read_to_string(format!("{folder}/README.md")).expect("the README");
    let blocks = blocks(&readme);
    assert!(blocks.len() >= 5, "the README shows what the program does");
    for shown in blocks {
        let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
            .args(&shown.arguments)
            .current_dir(folder)
            .env_clear()
            .output()
            .expect("the program runs");
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8(told).expect("UTF-8");
        let told: Vec<&str> = told.lines().collect();
        let expected: Vec<&str> = shown.lines.iter().map(String::as_str).collect();
        match expected.split_last() {
            Some((&"…", start)) => {
                assert!(told.len() > start.len(), "nothing was left out: {:?}", shown.arguments);
                assert_eq!(&told[..start.len()], start, "{:?}", shown.arguments);
            }
            _ => assert_eq!(told, expected, "{:?}", shown.arguments),
        }
    }
}

/// The scenario that the README tells newcomers to write.
#[test]
fn the_example_scenario_of_the_readme_runs_and_holds() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("```toml\n").expect("an example in TOML");
    let (scenario, _) = rest.split_once("```").expect("the end of the example");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("slaihop.toml"), scenario).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(["check", "slaihop.toml"])
        .current_dir(folder.path())
        .env_clear()
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}
