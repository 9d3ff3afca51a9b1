//! Paths as they stand in files that are written.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics};
use crate::input::files::Location;

/// The path of a file as it stands in another one in a folder.
///
/// # Errors
/// If it holds a name that cannot be written there.
pub(super) fn written_path(location: &Location, folder: &Path) -> Result<String, Diagnostics> {
    let Location::Disk(file) = location else { return Ok(location.display()) };
    let file = file.canonicalize().unwrap_or_else(|_| file.clone());
    let folder = real_folder(folder);
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (folder.components().collect(), file.components().collect());
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    // On another drive there is no way from the folder to the file.
    let path = match shared {
        0 => file.clone(),
        _ => std::iter::repeat_n(Component::ParentDir, from.len() - shared)
            .chain(to[shared..].iter().copied())
            .collect(),
    };
    let written = path.to_str().map(|path| path.replace(std::path::MAIN_SEPARATOR, "/"));
    written.ok_or_else(|| {
        let name = path.to_string_lossy().into_owned();
        Diagnostic::without_place(CommandProblem::NotUtf8 { name }).into()
    })
}

/// The folder without links, as far as it is there already.
fn real_folder(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let whole = whole.unwrap_or_else(|_| folder.to_owned());
    for ancestor in whole.ancestors() {
        if let (Ok(real), Ok(rest)) = (ancestor.canonicalize(), whole.strip_prefix(ancestor)) {
            return real.join(rest);
        }
    }
    whole
}
