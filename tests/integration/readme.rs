//! What README and the handledning show is what the program prints: every `console` block is run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A command and what is shown of its output; a line "…" stands for any lines left out.
struct Shown {
    arguments: Vec<String>,
    lines: Vec<String>,
}

fn blocks(text: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(fence) => inside = fence == "console",
            None if !inside => {}
            None => match line.strip_prefix("$ finsam ") {
                Some(command) => shown.push(Shown { arguments: words(command), lines: Vec::new() }),
                None => shown.last_mut().expect("a command before its output").lines.push(line.to_owned()),
            },
        }
    }
    shown
}

/// The words of a command; what stands in quotes is one, as in every shell.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (position, part) in command.split('"').enumerate() {
        if position % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Runs every block in a folder, one after the other.
fn assert_shown(text: &str, folder: &Path, at_least: usize) {
    let blocks = blocks(text);
    assert!(blocks.len() >= at_least, "only {} blocks show what the program does", blocks.len());
    for shown in blocks {
        let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
            .args(&shown.arguments)
            .current_dir(folder)
            .env_clear()
            // The day of an import stands still.
            .env("SOURCE_DATE_EPOCH", "1795305600")
            .output()
            .expect("the program runs");
        let shown_lines = [output.stdout, output.stderr].concat();
        let shown_lines = String::from_utf8(shown_lines).expect("UTF-8");
        let shown_lines: Vec<&str> = shown_lines.lines().collect();
        let expected: Vec<&str> = shown.lines.iter().map(String::as_str).collect();
        assert_lines_shown(&shown_lines, &expected, &shown.arguments);
    }
}

/// The pieces between the lines "…" stand in the output, whole and in order; the first begins it and the last ends it.
fn assert_lines_shown(shown_lines: &[&str], expected: &[&str], arguments: &[String]) {
    let pieces: Vec<&[&str]> = expected.split(|&line| line == "…").collect();
    let mut rest = shown_lines;
    for (position, piece) in pieces.iter().enumerate() {
        let (is_first, is_last) = (position == 0, position + 1 == pieces.len());
        let from = match (is_first, is_last && !piece.is_empty()) {
            (true, _) => 0,
            (false, true) => rest.len().saturating_sub(piece.len()),
            (false, false) => {
                let skipped = (0..rest.len()).find(|&start| rest[start..].starts_with(piece));
                skipped.unwrap_or_else(|| panic!("{arguments:?}: {piece:#?} is not in {rest:#?}"))
            }
        };
        assert!(is_first || from > 0 || piece.is_empty(), "nothing was left out: {arguments:?}");
        let to = (from + piece.len()).min(rest.len());
        assert_eq!(&rest[from..to], *piece, "{arguments:?}");
        rest = &rest[to..];
    }
    let goes_on = expected.last() == Some(&"…");
    assert_eq!(goes_on, !rest.is_empty(), "{arguments:?}: what is left is {rest:#?}");
}

#[test]
fn every_console_block_of_the_readme_is_what_the_program_prints() {
    assert_shown(include_str!("../../README.md"), Path::new(env!("CARGO_MANIFEST_DIR")), 5);
}

#[test]
fn the_handledning_leads_from_files_to_a_comparison() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in ["kolada.json", "ohalsotal.csv", "ostra_smaland.csv"] {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exempel").join(file);
        fs::copy(example, folder.path().join(file)).expect("an example");
    }
    let handledning = include_str!("../../docs/handledning.md");
    for (name, file) in files(handledning) {
        fs::write(folder.path().join(name), file).expect("written");
    }
    assert_shown(handledning, folder.path(), 9);
}

#[test]
fn every_example_that_is_built_in_stands_in_the_readme() {
    let readme = include_str!("../../README.md");
    let names = finsam::input::builtin::scenarios().map(|path| {
        let file = path.strip_prefix("scenarios/").expect("a scenario");
        format!("`{}`", file.strip_suffix(".toml").expect("TOML"))
    });
    let missing: Vec<String> = names.filter(|name| !readme.contains(name.as_str())).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// The blocks of TOML.
fn toml(text: &str) -> impl Iterator<Item = &str> {
    text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().expect("a block"))
}

/// The blocks that are whole files, with the names that they begin with.
fn files(text: &str) -> impl Iterator<Item = (&str, &str)> {
    toml(text).filter_map(|block| Some((block.lines().next()?.strip_prefix("# ")?, block)))
}

/// The scenario that the README tells newcomers to write.
#[test]
fn the_example_scenario_of_the_readme_runs_and_holds() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```toml\n").expect("an example in TOML");
    let (scenario, _) = rest.split_once("```").expect("the end of the example");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("slaihop.toml"), scenario).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_finsam"))
        .args(["check", "slaihop.toml"])
        .current_dir(folder.path())
        .env_clear()
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

/// The files of the handledning are complete, and its single changes and checks belong below the header it names.
#[test]
fn every_file_and_change_of_the_handledning_runs_and_holds() {
    const BASELINE: &str = "baseline = \"builtin:data/integratia_2017/utgangslage.toml\"";
    let handledning = include_str!("../../docs/handledning.md");
    assert!(handledning.contains(BASELINE));
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_finsam"));
        let output = program.args(arguments).current_dir(folder.path()).env_clear().output();
        let output = output.expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said));
    };
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exempel");
    let [kolada, ohalsotal] =
        ["kolada.json", "ohalsotal.csv"].map(|file| example.join(file).display().to_string());
    run(&["import", &kolada, &ohalsotal, "--column", "ohalsotal=Ohälsotal", "-o", "kommuner.csv"]);

    let mut named = 0;
    for (name, file) in files(handledning) {
        fs::write(folder.path().join(name), file).expect("written");
        run(&["data", "validate", name]);
        named += 1;
    }
    let mut fragments = 0;
    for block in toml(handledning).filter(|block| block.starts_with("[[")) {
        fs::write(folder.path().join("exempel.toml"), format!("name = \"Exempel\"\n{BASELINE}\n{block}"))
            .expect("written");
        run(&["check", "exempel.toml"]);
        fragments += 1;
    }
    assert_eq!((named, fragments), (20, 12));
}

/// The keys of the tables that a schema describes.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let properties = fields.get("properties").and_then(Value::as_object);
            found.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
            fields.values().for_each(|field| keys(field, found));
        }
        Value::Array(list) => list.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_files_stands_in_the_handledning() {
    let handledning = include_str!("../../docs/handledning.md");
    let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words: BTreeSet<&str> = handledning.split(|letter| !is_of_word(letter)).collect();
    let mut found = BTreeSet::new();
    for schema in [
        include_str!("../../schemas/scenario.schema.json"),
        include_str!("../../schemas/utgangslage.schema.json"),
        include_str!("../../schemas/sokning.schema.json"),
    ] {
        keys(&serde_json::from_str(schema).expect("a schema"), &mut found);
    }
    assert!(found.len() > 40, "{found:?}");
    let missing: Vec<&String> = found.iter().filter(|key| !words.contains(key.as_str())).collect();
    assert_eq!(missing, Vec::<&String>::new());
}
