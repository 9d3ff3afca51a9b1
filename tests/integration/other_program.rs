//! Programs that a test can do without: browsers and office programs.

use std::path::PathBuf;

/// The program that a variable of the environment names; else the first of these names that is on the path; none if
/// there is none.
pub(super) fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let places: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let candidates = places.iter().flat_map(|place| names.iter().map(|name| place.join(name)));
    candidates.into_iter().find(|candidate| candidate.is_file())
}
