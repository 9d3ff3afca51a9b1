//! Several files at once: all of them are written, or none.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::output::Output;
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, FileProblem};
use crate::input::files::{Files, Location};

/// A file to write.
#[derive(Debug)]
pub(super) struct NewFile {
    /// Where.
    pub(super) path: PathBuf,
    /// What.
    pub(super) bytes: Vec<u8>,
}

/// Refuses files that are there already.
///
/// # Errors
/// With the paths of all of them.
pub(super) fn refuse_existing(files: &[NewFile]) -> Result<(), Diagnostics> {
    // A link that points nowhere is something too.
    let existing = files.iter().filter(|file| fs::symlink_metadata(&file.path).is_ok());
    let paths: Vec<String> = existing.map(|file| shown(&file.path)).collect();
    if paths.is_empty() { Ok(()) } else { Err(exist(paths)) }
}

/// Refuses to overwrite files that were read.
///
/// # Errors
/// If one of them is to be written.
pub(super) fn refuse_inputs(files: &[NewFile], read: &Files) -> Result<(), Diagnostics> {
    let Some(input) = files.iter().find(|file| read.was_read(&file.path)) else { return Ok(()) };
    let path = input.path.display().to_string();
    Err(Diagnostic::without_place(FileProblem::OutputIsInput { path }).into())
}

/// Writes all files, or leaves everything as it was: each is written beside its place first, and put there when
/// that has gone well for all.
///
/// # Errors
/// If a place does not take its file, or, unless they are to be replaced, if a file is there already.
pub(super) fn write(files: &[NewFile], replace: bool) -> Result<(), Diagnostics> {
    if !replace {
        refuse_existing(files)?;
    }
    let mut undo = Undo::default();
    match write_all(files, replace, &mut undo) {
        Ok(()) => Ok(()),
        Err(found) => {
            undo.run();
            Err(found)
        }
    }
}

/// What was made and must go if something fails later.
#[derive(Default)]
struct Undo {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Undo {
    /// A file or a folder that cannot be taken away again does no harm.
    fn run(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn write_all(files: &[NewFile], replace: bool, undo: &mut Undo) -> Result<(), Diagnostics> {
    let mut drafts: Vec<(&Path, PathBuf, NamedTempFile)> = Vec::with_capacity(files.len());
    for file in files {
        let draft = draft(file, undo).map_err(|error| unwritable(&file.path, &error))?;
        drafts.push((&file.path, draft.0, draft.1));
    }
    for (path, target, draft) in drafts {
        let is_new = fs::symlink_metadata(&target).is_err();
        let placed = if replace { draft.persist(&target) } else { draft.persist_noclobber(&target) };
        match placed {
            Ok(_) if is_new => undo.files.push(target),
            Ok(_) => {}
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists && !replace => {
                return Err(exist(vec![shown(path)]));
            }
            Err(error) => return Err(unwritable(path, &error.error)),
        }
    }
    Ok(())
}

/// A file written beside its place.
fn draft(file: &NewFile, undo: &mut Undo) -> io::Result<(PathBuf, NamedTempFile)> {
    if let Some(folder) = file.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder, undo)?;
    }
    match Output::open_file(&file.path)? {
        Output::File { target, mut draft, .. } => {
            draft.write_all(&file.bytes)?;
            draft.as_file().sync_all()?;
            Ok((target, draft))
        }
        // A device cannot be replaced, and a screen is no file.
        Output::Device { .. } | Output::Screen => Err(ErrorKind::PermissionDenied.into()),
    }
}

fn make_folder(folder: &Path, undo: &mut Undo) -> io::Result<()> {
    let missing: Vec<&Path> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && fs::metadata(folder).is_err())
        .collect();
    if missing.is_empty() && !folder.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder)?;
        undo.folders.push(folder.to_owned());
    }
    Ok(())
}

/// A path without detours.
fn shown(path: &Path) -> String {
    Location::Disk(path.to_owned()).display()
}

fn exist(paths: Vec<String>) -> Diagnostics {
    Diagnostic::without_place(CommandProblem::FilesExist { paths }).into()
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostics {
    let path = shown(path);
    Diagnostic::without_place(CommandProblem::FilesUnwritable { path, reason: error.kind() }).into()
}
