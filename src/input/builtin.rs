//! The examples that are compiled into the program, so that it is useful in an empty folder.

use super::names::near;

macro_rules! builtin {
    ($($path:literal),* $(,)?) => {
        /// Every example with its path inside the project.
        pub const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path)))),*];
    };
}

builtin![
    "data/kommuner.csv",
    "data/kommuner.kallor.toml",
    "data/grannar.csv",
    "data/integratia_2017/utgangslage.toml",
    "data/integratia_2017/utgangslage_2016_2021.toml",
    "data/jonkoping/utgangslage.toml",
    "data/alv_kust/utgangslage.toml",
    "data/fallstudier_2006/utgangslage.toml",
    "data/goteborg/utgangslage.toml",
    "data/norrkoping/utgangslage.toml",
    "data/sodra_norrbotten/utgangslage.toml",
    "data/sodra_vanern/utgangslage.toml",
    "data/umearegionen/utgangslage.toml",
    "data/varmland/utgangslage.toml",
    "scenarios/tankespar1.toml",
    "scenarios/tankespar1_ar_for_ar.toml",
    "scenarios/tankespar1_samordnare.toml",
    "scenarios/tankespar2.toml",
    "scenarios/tankespar3.toml",
    "scenarios/tankespar3_sedan_ett.toml",
    "scenarios/tankespar4.toml",
    "scenarios/forsakringskassan.toml",
    "scenarios/sammanslagning.toml",
    "scenarios/vanersborg_trollhattan.toml",
    "scenarios/sodra_vanern_2022.toml",
    "scenarios/alv_kust_2018.toml",
    "scenarios/fallstudier_2006.toml",
    "scenarios/goteborg_2019.toml",
    "scenarios/norrkoping_2006.toml",
    "scenarios/sodra_norrbotten_2020.toml",
    "scenarios/umearegionen_2014_2019.toml",
    "scenarios/jonkoping_oforandrat.toml",
    "scenarios/jonkoping_samordnad_administration.toml",
    "scenarios/jonkoping_lansforbund.toml",
    "searches/integratia_vast.toml",
    "searches/jonkoping.toml",
    "searches/varmland.toml",
];

/// Where the kommun table stands among them.
pub const BUILTIN_TABLE: &str = "data/kommuner.csv";

/// The text of the example with this path.
#[must_use]
pub fn file(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

/// The example that may be meant by a path that is none: one each part of whose path is nearly the same, else one whose
/// file or folder is called nearly so.
#[must_use]
pub fn nearest(path: &str) -> Option<&'static str> {
    let distance =
        |one: &str, other: &str| near(one, [other].into_iter()).next().map(|(distance, _)| distance);
    let of_parts = |example: &str| -> Option<usize> {
        let (parts, of_example) = (path.split('/'), example.split('/'));
        let is_as_long = parts.clone().count() == of_example.clone().count();
        parts
            .zip(of_example)
            .map(|(part, known)| distance(part, known))
            .sum::<Option<usize>>()
            .filter(|_| is_as_long)
    };
    let name = |path: &'_ str| {
        let mut parts = path.rsplit('/').map(|part| part.trim_end_matches(".toml"));
        parts.find(|part| *part != "utgangslage").map(str::to_owned)
    };
    let of_name = |example: &str| distance(&name(path)?, &name(example)?);
    let nearest_by = |distance: &dyn Fn(&str) -> Option<usize>| {
        let found = FILES.iter().filter_map(|(example, _)| Some((distance(example)?, *example)));
        found.min_by_key(|(distance, _)| *distance).map(|(_, example)| example)
    };
    nearest_by(&of_parts).or_else(|| nearest_by(&of_name))
}

/// The paths of all scenarios among the examples.
pub fn scenarios() -> impl Iterator<Item = &'static str> {
    below("scenarios/")
}

/// The paths of all searches among the examples.
pub fn searches() -> impl Iterator<Item = &'static str> {
    below("searches/")
}

fn below(folder: &'static str) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(path, _)| *path).filter(move |path| path.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_found_that_is_meant() {
        assert_eq!(nearest("data/jonkping/utgangslage.toml"), Some("data/jonkoping/utgangslage.toml"));
        assert_eq!(nearest("data/jonkoping/utgangsläge"), Some("data/jonkoping/utgangslage.toml"));
        assert_eq!(nearest("jonkoping"), Some("data/jonkoping/utgangslage.toml"));
        assert_eq!(nearest("scenarios/tankespår_1.toml"), Some("scenarios/tankespar1.toml"));
        assert_eq!(nearest("data/komuner.csv"), Some("data/kommuner.csv"));
        // Nothing is called as this is, though most of the path is the same.
        assert_eq!(nearest("data/skane/utgangslage.toml"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn no_example_of_the_project_is_forgotten() {
        for folder in ["scenarios", "searches"] {
            let mut on_disk: Vec<String> =
                std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR")))
                    .expect("a folder of the project")
                    .map(|entry| {
                        format!("{folder}/{}", entry.expect("readable").file_name().to_string_lossy())
                    })
                    .collect();
            on_disk.sort();
            let mut compiled: Vec<&str> = scenarios().chain(searches()).collect();
            compiled.retain(|path| path.starts_with(folder));
            compiled.sort_unstable();
            assert_eq!(on_disk, compiled);
        }
    }
}
