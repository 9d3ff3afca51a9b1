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
        let lines = paragraph.lines().map(|line| line.strip_prefix("pub ").unwrap_or(line));
        let names = lines.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
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

/// The folders of `src`, from the top down: each uses only those behind it.
const FOLDERS: [&str; 14] = [
    "cli", "starter", "schema", "render", "report", "risk", "analysis", "input", "drawing", "catalogue",
    "diagnostic", "text", "search", "model",
];

/// The folders above its own that a source file uses.
fn used_from_above<'folder>(folder: &str, source: &'folder str) -> Vec<&'folder str> {
    let rank = |name: &str| FOLDERS.iter().position(|folder| *folder == name);
    let code = code(source);
    let paths = code.flat_map(|line| line.split("crate::").skip(1));
    let names = paths.map(|path| path.split(|letter: char| !letter.is_alphanumeric() && letter != '_'));
    let names = names.filter_map(|mut path| path.next());
    names.filter(|name| rank(name).is_some_and(|of| Some(of) < rank(folder))).collect()
}

#[test]
fn no_folder_uses_one_above_it() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut folders = BTreeSet::new();
    let mut waiting: Vec<PathBuf> = vec![source.into()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting
                .extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
            continue;
        }
        let inside = path.strip_prefix(source).expect("a path in src");
        let Some(folder) = inside.parent().and_then(|parent| parent.iter().next()) else { continue };
        let folder = folder.to_str().expect("a plain name");
        let text = fs::read_to_string(&path).expect("a text");
        assert_eq!(used_from_above(folder, &text), Vec::<&str>::new(), "{}", inside.display());
        folders.insert(folder.to_owned());
    }
    assert_eq!(folders, FOLDERS.iter().map(|&folder| folder.to_owned()).collect());
    assert_eq!(used_from_above("model", "use crate::input::lan;\nuse crate::model::name;"), ["input"]);
    assert_eq!(used_from_above("report", "let cell = crate::render::cell::plain(1);"), ["render"]);
}

/// The paths that a tree of `use` names: `a::{b, c::{d}}` are `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<String> {
    let Some((path, inside)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let inside = inside.strip_suffix('}').expect("a tree ends with its brace");
    let mut depth = 0;
    let branches = inside.split(|letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    let branches = branches.filter(|branch| !branch.is_empty()).flat_map(expanded);
    branches.map(|branch| format!("{path}{branch}")).collect()
}

/// The modules that a module uses: in `use`, and in paths that begin with `crate` or `super`. The `$crate` of a macro
/// counts for nobody: it is used where the macro is.
fn modules_used(module: &str, is_folder: bool, source: &str, modules: &BTreeSet<&str>) -> BTreeSet<String> {
    let code = String::from("\n") + &code(source).collect::<Vec<_>>().join("\n");
    let statements = ["\nuse ", "\npub use ", "\npub(crate) use ", "\npub(super) use "].into_iter();
    let statements =
        statements.flat_map(|start| code.split(start).skip(1)).filter_map(|rest| rest.split(';').next());
    let trees = statements.map(|tree| tree.split_whitespace().collect::<String>());
    let is_of_path = |letter: char| letter.is_alphanumeric() || "_:$".contains(letter);
    let inline =
        code.split(|letter| !is_of_path(letter)).filter(|path| path.contains("::") && !path.ends_with("::"));
    let paths = trees.flat_map(|tree| expanded(&tree)).chain(inline.map(str::to_owned));
    let found = paths.filter_map(|path| {
        let mut at: Vec<&str> = module.split("::").collect();
        let mut steps = path.split("::").peekable();
        match *steps.peek()? {
            "crate" => at.clear(),
            "super" => {}
            // The files of a folder can be named without a word before them.
            _ if is_folder => {}
            _ => return None,
        }
        for step in steps {
            match step {
                "crate" | "self" => {}
                "super" => drop(at.pop()),
                step => at.push(step),
            }
        }
        (1..=at.len())
            .rev()
            .map(|length| at[..length].join("::"))
            .find(|path| modules.contains(path.as_str()))
    });
    found.filter(|other| other != module).collect()
}

/// The modules of a folder that use each other in circles, or what is in some.
fn circles(sources: &[(String, bool, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let modules = sources.iter().map(|(module, ..)| module.as_str()).collect();
    let of_modules = sources.iter().map(|(module, is_folder, source)| {
        (module.clone(), modules_used(module, *is_folder, source, &modules))
    });
    let mut uses: BTreeMap<String, BTreeSet<String>> = of_modules.collect();
    while let Some(leaf) = uses.iter().find(|(_, others)| others.is_empty()).map(|(leaf, _)| leaf.clone()) {
        uses.remove(&leaf);
        for others in uses.values_mut() {
            others.remove(&leaf);
        }
    }
    uses
}

fn sources_of(folder: &str) -> Vec<(String, bool, String)> {
    let source = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut sources = Vec::new();
    let mut waiting = vec![source.join(folder)];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            waiting.extend(entries.map(|entry| entry.expect("an entry").path()));
            continue;
        }
        let inside = path.strip_prefix(source).expect("a path in src").with_extension("");
        let is_folder = inside.ends_with("mod");
        let of_module = if is_folder { inside.parent().expect("a folder") } else { &inside };
        let steps: Vec<_> = of_module.iter().map(|step| step.to_str().expect("a plain name")).collect();
        sources.push((steps.join("::"), is_folder, fs::read_to_string(&path).expect("a text")));
    }
    sources
}

#[test]
fn no_files_of_a_folder_use_each_other_in_circles() {
    let mut found = FOLDERS.map(|folder| (folder, circles(&sources_of(folder)))).to_vec();
    found.retain(|(_, circles)| !circles.is_empty());
    assert!(found.is_empty(), "{found:?}");
    let file = |module: &str, is_folder, source: &str| (module.to_owned(), is_folder, source.to_owned());
    let planted = [
        file("a", true, "mod b;\nmod c;\npub use b::{B,\n    D};"),
        file("a::b", false, "use super::c::{self, C};"),
        file("a::c", false, "fn of() -> crate::a::B {}"),
        file("a::d", false, "use super::c::C;"),
    ];
    assert_eq!(circles(&planted).len(), 4);
    assert_eq!(circles(&planted[1..]).len(), 0);
}
