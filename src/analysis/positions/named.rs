//! Which alternative a name means: the name of a scenario, or that of its file without `.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Diagnostics, PositionsProblem};
use crate::input::at::At;
use crate::input::baseline::LoadedBaseline;
use crate::input::builtin;
use crate::input::files::Files;
use crate::input::lookup::stem;
use crate::input::names::nearest;
use crate::input::positions::{alternative_named, is_today};
use crate::input::scenario::LoadedScenario;

/// Files of a folder that are opened for the name of the scenario in them.
const MOST_OPENED: usize = 200;

/// Whether a name means a scenario. One that changes nothing is today.
pub(super) fn means(written: &str, scenario: &LoadedScenario) -> bool {
    let wanted = alternative_named(written);
    let is_today = scenario.changes.is_empty() && is_today(written);
    is_today
        || wanted == alternative_named(&scenario.name)
        || wanted == alternative_named(&stem(&scenario.file))
}

/// Warns of every alternative that positions name and that is nowhere: not among the scenarios that were asked for, not
/// in their folders, and not among the examples.
pub fn warn_of_unknown(files: &Files, scenarios: &[&LoadedScenario], warnings: &mut Diagnostics) {
    let mut baselines: Vec<&LoadedBaseline> = Vec::new();
    for scenario in scenarios {
        let baseline = scenario.baseline.as_ref();
        if !baseline.positions.is_empty() && baselines.iter().all(|known| known.file != baseline.file) {
            baselines.push(baseline);
        }
    }
    let (mut at_hand, mut in_folders) = (None, None);
    for baseline in baselines {
        let mut seen = BTreeSet::new();
        for name in baseline.positions.named() {
            let is_meant = || scenarios.iter().any(|scenario| means(&name.value, scenario));
            let wanted = alternative_named(&name.value);
            if is_today(&name.value) || !seen.insert(wanted.clone()) || is_meant() {
                continue;
            }
            let at_hand = at_hand.get_or_insert_with(|| KnownNames::at_hand(scenarios));
            if at_hand.has(&wanted) {
                continue;
            }
            // Files are opened only for what is not at hand.
            let in_folders = in_folders.get_or_insert_with(|| KnownNames::in_folders(files, scenarios));
            if in_folders.has(&wanted) {
                continue;
            }
            let nearest = nearest(&name.value, at_hand.all().chain(in_folders.all()));
            let problem = PositionsProblem::UnknownAlternative { name: name.value.clone(), nearest };
            warnings.push(Diagnostic::at(problem, &baseline.text, name.span.clone()));
        }
    }
}

/// Refuses positions that rank a scenario by one of its names and reject it by another.
pub fn refuse_contradictions(scenarios: &[&LoadedScenario], found: &mut Diagnostics) {
    let mut reported = BTreeSet::new();
    for scenario in scenarios {
        let baseline = scenario.baseline.as_ref();
        let is_meant = |name: &&At<String>| means(&name.value, scenario);
        for position in &baseline.positions.positions {
            let ranked = position.ranking.iter().flatten().find(is_meant);
            let Some((ranked, rejected)) = ranked.zip(position.reject.iter().find(is_meant)) else {
                continue;
            };
            if reported.insert((&baseline.file, rejected.span.start)) {
                let problem = PositionsProblem::RankedAndRejected { name: rejected.value.clone() };
                let diagnostic = Diagnostic::at(problem, &baseline.text, rejected.span.clone());
                found.push(diagnostic.and(&baseline.text, ranked.span.clone()));
            }
        }
    }
}

/// The names of scenarios that can be found, and of their files: each as it is compared, and as it is written.
struct KnownNames(Vec<(String, String)>);

impl KnownNames {
    fn has(&self, wanted: &str) -> bool {
        self.0.iter().any(|(known, _)| known == wanted)
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, written)| written.as_str())
    }

    fn add(&mut self, written: impl Into<String>) {
        let written = written.into();
        self.0.push((alternative_named(&written), written));
    }

    /// Those of the scenarios that were asked for, and of the examples.
    fn at_hand(scenarios: &[&LoadedScenario]) -> Self {
        let mut names = Self(Vec::new());
        for scenario in scenarios {
            names.add(&scenario.name);
            names.add(stem(&scenario.file));
        }
        for path in builtin::scenarios() {
            names.add(stem(path));
            if let Some(name) = builtin::file(path).and_then(name_in) {
                names.add(name);
            }
        }
        names
    }

    /// Those in the folders of the scenarios that were asked for, and in `scenarios`.
    fn in_folders(files: &Files, scenarios: &[&LoadedScenario]) -> Self {
        let mut names = Self(Vec::new());
        let of_scenarios = scenarios.iter().filter_map(|scenario| Path::new(&scenario.file).parent());
        let mut folders: BTreeSet<&Path> = of_scenarios.collect();
        folders.insert(Path::new("scenarios"));
        for folder in folders {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let is_document = |path: &&std::path::PathBuf| {
                path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
            };
            let entries = files.entries(folder);
            for path in entries.iter().filter(is_document).take(MOST_OPENED) {
                let text = files.beginning(path);
                // What names no baseline is no scenario.
                if text.lines().any(|line| line.trim_start().starts_with("baseline")) {
                    names.add(stem(&path.to_string_lossy()));
                    if let Some(name) = name_in(&text) {
                        names.add(name);
                    }
                }
            }
        }
        names
    }
}

/// The name that a scenario gives itself, where that stands in a line of its own as a plain text.
fn name_in(text: &str) -> Option<String> {
    let named = text.lines().take_while(|line| !line.trim_start().starts_with('['));
    let mut named =
        named.filter_map(|line| line.trim_start().strip_prefix("name")?.trim_start().strip_prefix('='));
    let written = named.next()?.trim();
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    Some(written[1..].split(quote).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_scenario_is_read_off_its_first_lines() {
        assert_eq!(name_in("# x\nname = \"Ett\"\n[[change]]\n"), Some("Ett".to_owned()));
        assert_eq!(name_in("[[check]]\nname = 'Två'\n"), None);
        assert_eq!(name_in("name = 3\n"), None);
    }

    #[test]
    fn every_built_in_scenario_has_a_name_that_is_found() {
        for path in builtin::scenarios() {
            assert!(builtin::file(path).and_then(name_in).is_some(), "{path}");
        }
    }
}
