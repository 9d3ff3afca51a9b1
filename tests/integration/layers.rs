//! The model is made of layers, as `src/model/mod.rs` lists them: no module uses one of a later layer, and none is used
//! by one that it uses itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/model");

/// The layer of each module, counted from the first paragraph of declarations.
fn layers() -> BTreeMap<String, usize> {
    let declarations = fs::read_to_string(format!("{MODEL}/mod.rs")).expect("the model has a mod.rs");
    let paragraphs = declarations.split("\n\n").enumerate();
    let modules = paragraphs.flat_map(|(layer, paragraph)| {
        let names = paragraph.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        names.map(|name| (name.to_owned(), layer)).collect::<Vec<_>>()
    });
    modules.collect()
}

/// The lines of a source file that are neither comment nor test.
fn code(source: &str) -> impl Iterator<Item = &str> {
    let code = source.split("#[cfg(test)]").next().expect("a first part");
    code.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The modules of the model that a source file uses.
fn used(source: &str, paths: &[&str]) -> BTreeSet<String> {
    let code: String = code(source).collect();
    let names = paths.iter().flat_map(|path| code.split(path).skip(1).map(|rest| rest.split("::").next()));
    names.flatten().map(str::to_owned).collect()
}

fn files(module: &str) -> Vec<PathBuf> {
    let file = format!("{MODEL}/{module}.rs");
    if Path::new(&file).exists() {
        return vec![file.into()];
    }
    let folder = fs::read_dir(format!("{MODEL}/{module}")).expect("a module is a file or a folder");
    folder.map(|entry| entry.expect("an entry").path()).collect()
}

/// A promise that is broken in the model must be an error or stop the program, never become a figure.
#[test]
fn the_model_puts_no_figure_in_the_place_of_a_missing_one() {
    for module in layers().keys() {
        for file in files(module) {
            let source = fs::read_to_string(&file).expect("a text");
            for made_up in ["unwrap_or(", "unwrap_or_default()", "saturating_", ".ok();", "let _ ="] {
                let line = code(&source).find(|line| line.contains(made_up));
                assert_eq!(line, None, "{}: {made_up}", file.display());
            }
        }
    }
}

#[test]
fn the_model_uses_no_later_layer_and_has_no_circles() {
    let layers = layers();
    assert!(layers.len() > 20, "{layers:?}");
    let mut uses: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for module in layers.keys() {
        // What is above a file of a folder is the module itself.
        let paths: &[&str] = if Path::new(&format!("{MODEL}/{module}.rs")).exists() {
            &["super::", "crate::model::"]
        } else {
            &["crate::model::"]
        };
        let sources = files(module).into_iter().map(|file| fs::read_to_string(file).expect("a text"));
        let mut others: BTreeSet<String> = sources.flat_map(|source| used(&source, paths)).collect();
        others.remove(module);
        for other in &others {
            let layer =
                layers.get(other).unwrap_or_else(|| panic!("{module} uses {other}, which is nowhere"));
            assert!(layer <= &layers[module], "{module} uses {other} of a later layer");
        }
        uses.insert(module, others);
    }
    while let Some(leaf) = uses.iter().find(|(_, others)| others.is_empty()).map(|(module, _)| *module) {
        uses.remove(leaf);
        for others in uses.values_mut() {
            others.retain(|other| other != leaf);
        }
    }
    assert!(uses.is_empty(), "these use each other in circles: {uses:?}");
}
