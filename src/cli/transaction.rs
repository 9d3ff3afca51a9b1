//! Files are written all or none: also when the last of several cannot take its place, when what follows fails, and
//! when the run is interrupted.
//!
//! Each is written beside its place first. Then the old ones get a second name, under which they stay until all new
//! ones stand in their places. Every step is noted before it is taken, and [`undo`] takes them back from the last on.
//!
//! Replacing would cost a file its owner or its further names, or is not allowed in its folder: such a file is
//! overwritten where it is, with a copy of it at hand.

#![expect(clippy::disallowed_methods, reason = "this is the one place that changes files")]

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

use tempfile::TempPath;

use super::interruption;
use super::target::{Failure, FileTarget, Stream, Target, shown};
use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, FileProblem, Reason};
use crate::input::files::Files;

/// How long another run may keep a folder to itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something that was done and can be undone.
#[derive(Debug)]
enum Step {
    /// A folder was made.
    Folder(PathBuf),
    /// A file was written beside its place, or stands in it.
    Replace {
        target: PathBuf,
        /// The new file as long as it stands beside; it goes when this value does.
        draft: Option<TempPath>,
        /// The second name of the old file.
        aside: Option<PathBuf>,
    },
    /// A file was overwritten where it is.
    Overwrite { target: PathBuf, open: File, old: File },
}

/// The steps that are not yet final. They belong to the process, as signals do.
static STEPS: Mutex<Vec<Step>> = Mutex::new(Vec::new());

fn steps() -> MutexGuard<'static, Vec<Step>> {
    STEPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file to write.
#[derive(Debug)]
pub(super) struct NewFile {
    /// Where.
    pub(super) path: PathBuf,
    /// What.
    pub(super) bytes: Vec<u8>,
}

/// Refuses to overwrite files that were read.
///
/// # Errors
/// If one of them is to be written.
pub(super) fn refuse_inputs(files: &[NewFile], read: &Files) -> Result<(), Diagnostics> {
    let Some(input) = files.iter().find(|file| read.was_read(&file.path)) else { return Ok(()) };
    Err(Diagnostic::without_place(FileProblem::OutputIsInput { path: shown(&input.path) }).into())
}

/// Writes several files and does what comes `after`, or undoes all of it; what could not be undone is in the error.
///
/// # Errors
/// What could not be written. Without `replace` no file may be there yet; with `folders` theirs are made.
pub(super) fn write(
    files: &[NewFile],
    replace: bool,
    folders: bool,
    after: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Diagnostics> {
    let open = |file: &'_ NewFile| {
        if folders {
            make_folder(file.path.parent().unwrap_or(Path::new("")))?;
        }
        Target::at(&file.path).map_err(|reason| Failure::new(&file.path, reason))
    };
    let targets: Result<Vec<_>, Failure> =
        files.iter().map(|file| Ok((open(file)?, file.bytes.as_slice()))).collect();
    let written = targets.and_then(|targets| place_all(targets, replace, after));
    finish_or_undo(written).map_err(|Failure { path, reason, left }| {
        Diagnostic::without_place(CommandProblem::FilesUnwritable { path, reason, left }).into()
    })
}

/// Writes one answer.
///
/// # Errors
/// If its place does not take it.
pub(super) fn write_one(target: Target, bytes: &[u8]) -> Result<(), Failure> {
    finish_or_undo(place_all(vec![(target, bytes)], true, || Ok(())))
}

/// Makes the steps final, or takes them back.
fn finish_or_undo(written: Result<Vec<File>, Failure>) -> Result<(), Failure> {
    let mut steps = steps();
    // Folders that are kept to this run stay so until the end.
    match written {
        Ok(_kept) => {
            finish(&mut steps);
            Ok(())
        }
        Err(failure) => Err(Failure { left: undo(&mut steps), ..failure }),
    }
}

/// Writes all files, then all streams, then does what comes after. Gives back the folders that are kept to this run.
fn place_all(
    targets: Vec<(Target, &[u8])>,
    replace: bool,
    after: impl FnOnce() -> Result<(), Failure>,
) -> Result<Vec<File>, Failure> {
    let mut streams: Vec<(Stream, &[u8])> = Vec::new();
    let mut places: Vec<(FileTarget, &[u8])> = Vec::new();
    for (target, bytes) in targets {
        match target {
            Target::Stream(stream) => streams.push((stream, bytes)),
            Target::File(place) => places.push((place, bytes)),
        }
    }
    refuse_same_file(&places)?;
    let kept = if places.len() > 1 { keep_all(&places)? } else { Vec::new() };
    let mut numbers = Vec::with_capacity(places.len());
    for (place, bytes) in &places {
        let number = prepare(place, bytes, replace).map_err(|error| Failure::new(&place.given, error))?;
        numbers.push(number);
    }
    for (number, (place, bytes)) in numbers.into_iter().zip(&places) {
        put(&mut steps()[number], bytes, replace).map_err(|error| Failure::new(&place.given, error))?;
    }
    streams.into_iter().try_for_each(|(stream, bytes)| stream.write(bytes))?;
    after()?;
    Ok(kept)
}

/// Refuses two answers in one file: only the last would be left.
fn refuse_same_file(places: &[(FileTarget, &[u8])]) -> Result<(), Failure> {
    let mut known = HashSet::new();
    let same = places.iter().find(|(place, _)| !known.insert(place.identity()));
    same.map_or(Ok(()), |(place, _)| Err(Failure::new(&place.given, Reason::SameFile)))
}

/// Makes a folder and all that lead to it.
fn make_folder(folder: &Path) -> Result<(), Failure> {
    let missing: Vec<&Path> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && fs::metadata(folder).is_err())
        .collect();
    for folder in missing.into_iter().rev() {
        let mut steps = begin();
        fs::create_dir(folder).map_err(|error| Failure::new(folder, error))?;
        steps.push(Step::Folder(folder.to_owned()));
    }
    Ok(())
}

/// The steps, where one is to be added: from the first on, no file of ours is left behind by Ctrl-C, a closed terminal,
/// or whoever else ends the run.
fn begin() -> MutexGuard<'static, Vec<Step>> {
    watch();
    steps()
}

/// Sees to it that Ctrl-C takes all steps back; a computation that is running ends with what there is instead.
pub(super) fn watch() {
    /// What shells say of a program that Ctrl-C ended.
    const INTERRUPTED: i32 = 130;
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Without it the run is as good, but for what an interruption would leave behind.
        let _ = ctrlc::set_handler(|| {
            if interruption::stops() {
                return;
            }
            // Kept until the end, so that no further step is taken.
            let mut steps = steps();
            undo(&mut steps);
            std::process::exit(INTERRUPTED);
        });
    });
}

/// Takes the steps back from the last on; gives back what could not be.
fn undo(steps: &mut Vec<Step>) -> Vec<String> {
    let mut left = Vec::new();
    while let Some(step) = steps.pop() {
        let (path, undone) = match step {
            Step::Folder(folder) => {
                let undone = fs::remove_dir(&folder);
                (folder, undone)
            }
            // The new file still stands beside. The old one may have two names, or none but the second.
            Step::Replace { target, draft, aside: Some(aside) } => {
                drop(draft);
                let undone = fs::rename(&aside, &target);
                if undone.is_ok() {
                    // Two names of one file: renaming leaves both.
                    let _ = fs::remove_file(&aside);
                }
                (aside, undone)
            }
            Step::Replace { draft: Some(_), .. } => continue,
            Step::Replace { target, .. } => {
                let undone = fs::remove_file(&target);
                (target, undone)
            }
            Step::Overwrite { target, mut open, mut old } => (target, copy(&mut old, &mut open)),
        };
        if undone.is_err() {
            left.push(shown(&path));
        }
    }
    left
}

/// Makes the steps final.
fn finish(steps: &mut Vec<Step>) {
    for step in steps.drain(..) {
        if let Step::Replace { aside: Some(aside), .. } = step {
            // A second name that stays does no harm.
            let _ = fs::remove_file(aside);
        }
    }
}

/// Writes a file beside its place, or keeps a copy of one that is to be overwritten. Gives back the number of the step.
fn prepare(place: &FileTarget, bytes: &[u8], replace: bool) -> io::Result<usize> {
    let mut steps = begin();
    let step = match &place.existing {
        Some(_) if !replace => Err(ErrorKind::AlreadyExists.into()),
        Some(existing) if has_other_names(existing) => overwriting(place),
        existing => match draft(place, existing.as_ref(), bytes) {
            Err(error) if existing.is_some() && is_refused(error.kind()) => overwriting(place),
            drafted => drafted,
        },
    };
    steps.push(step?);
    Ok(steps.len() - 1)
}

/// Whether a system says so of a file that may not be made in a folder, or not be given away.
fn is_refused(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported)
}

/// A file that is to be overwritten, with a copy that no folder shows.
fn overwriting(place: &FileTarget) -> io::Result<Step> {
    let mut open = OpenOptions::new().read(true).write(true).open(&place.real)?;
    let mut old = tempfile::tempfile()?;
    io::copy(&mut open, &mut old)?;
    Ok(Step::Overwrite { target: place.real.clone(), open, old })
}

/// A new file beside its place, with the owner and the permissions of the old one, but none to run as its owner.
fn draft(place: &FileTarget, existing: Option<&Metadata>, bytes: &[u8]) -> io::Result<Step> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".finsam-");
    #[cfg(unix)]
    if existing.is_none() {
        // As readable as any new file would be.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let (mut file, path) = builder.tempfile_in(place.folder())?.into_parts();
    if let Some(existing) = existing {
        keep_owner(&file, existing)?;
        file.set_permissions(plain(&existing.permissions()))?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(Step::Replace { target: place.real.clone(), draft: Some(path), aside: None })
}

/// Puts a file in its place.
fn put(step: &mut Step, bytes: &[u8], replace: bool) -> io::Result<()> {
    match step {
        Step::Replace { target, draft, aside } => {
            if replace && let Ok(found) = fs::symlink_metadata(&target) {
                if !found.is_file() {
                    return Err(ErrorKind::AlreadyExists.into());
                }
                let draft = draft.as_ref().expect("a file that is not in its place yet");
                let second = draft.with_extension("old");
                // Not every disk knows files of two names.
                fs::hard_link(&target, &second).or_else(|_| fs::rename(&target, &second))?;
                *aside = Some(second);
            }
            let Some(beside) = draft.take() else { return Ok(()) };
            let placed = if replace { beside.persist(&target) } else { beside.persist_noclobber(&target) };
            placed.map_err(|error| {
                *draft = Some(error.path);
                error.error
            })
        }
        Step::Overwrite { open, .. } => {
            copy(&mut io::Cursor::new(bytes), open)?;
            let permissions = open.metadata()?.permissions();
            let wanted = plain(&permissions);
            // Only its owner may change them, even to what they are.
            if wanted == permissions { Ok(()) } else { open.set_permissions(wanted) }
        }
        Step::Folder(_) => Ok(()),
    }
}

/// Overwrites a file with another. It is not cut off first: then the old bytes have space to come back to, however
/// full the disk is.
fn copy(from: &mut (impl io::Read + Seek), to: &mut File) -> io::Result<()> {
    from.rewind()?;
    to.rewind()?;
    let length = io::copy(from, to)?;
    to.set_len(length)?;
    to.sync_all()
}

/// Keeps the folders of files to this run, so that of two that write several files each, the files of one stand
/// together in the end. Where no folder can be kept so, it goes on without.
fn keep_all(places: &[(FileTarget, &[u8])]) -> Result<Vec<File>, Failure> {
    let deadline = Instant::now() + PATIENCE;
    let mut held = Vec::new();
    // In one order for all runs, so that none waits for one that waits for it.
    let folders: BTreeSet<PathBuf> =
        places.iter().filter_map(|(place, _)| place.folder().canonicalize().ok()).collect();
    for folder in folders {
        loop {
            match keep(&folder) {
                Ok(file) => held.push(file),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if Instant::now() > deadline {
                        return Err(Failure::new(&folder, Reason::OtherRun));
                    }
                    std::thread::sleep(Duration::from_millis(5));
                    continue;
                }
                Err(_) => {}
            }
            break;
        }
    }
    Ok(held)
}

#[cfg(unix)]
fn keep(folder: &Path) -> io::Result<File> {
    let open = File::open(folder)?;
    open.try_lock()?;
    Ok(open)
}

/// A folder cannot be locked there. A file that nobody else may open, and that goes when it is closed, stands for it.
#[cfg(windows)]
fn keep(folder: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;

    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let mut options = OpenOptions::new();
    options.write(true).create(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
    options.open(folder.join(".finsam-lock")).map_err(|error| match Reason::from(&error) {
        Reason::InUse => ErrorKind::WouldBlock.into(),
        _ => error,
    })
}

/// Whether a file has further names, which would keep the old one.
#[cfg(unix)]
fn has_other_names(existing: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(existing) > 1
}

/// The standard library does not say it elsewhere.
#[cfg(not(unix))]
fn has_other_names(_existing: &Metadata) -> bool {
    false
}

/// Gives a file the owner and the group of another.
///
/// # Errors
/// If that is not for this user to give.
#[cfg(unix)]
fn keep_owner(file: &File, existing: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let own = file.metadata()?;
    if (own.uid(), own.gid()) == (existing.uid(), existing.gid()) {
        return Ok(());
    }
    fchown(file, Some(existing.uid()), Some(existing.gid()))
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Permissions to read, write and run, and no others.
#[cfg(unix)]
fn plain(permissions: &Permissions) -> Permissions {
    use std::os::unix::fs::PermissionsExt;

    PermissionsExt::from_mode(permissions.mode() & !0o7000)
}

#[cfg(not(unix))]
fn plain(permissions: &Permissions) -> Permissions {
    permissions.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_its_place_goes_back_when_another_cannot() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let names = || fs::read_dir(folder.path()).expect("a folder").count();
        for name in ["a", "b"] {
            fs::write(path(name), "old").expect("a file");
        }
        let place = |name: &str| match Target::at(&path(name)) {
            Ok(Target::File(place)) => place,
            _ => unreachable!("a place for a file"),
        };
        for name in ["a", "new", "b"] {
            prepare(&place(name), b"new", true).expect("a draft");
        }
        assert_eq!(names(), 5);
        // As if another program had it open: what is there cannot be replaced.
        fs::remove_file(path("b")).expect("no file");
        fs::create_dir_all(path("b/c")).expect("a folder in its place");
        let placed: Vec<bool> =
            (0..3).map(|number| put(&mut steps()[number], b"new", true).is_ok()).collect();
        assert_eq!(placed, [true, true, false]);
        assert_eq!(fs::read(path("a")).expect("a file"), b"new");
        assert_eq!(undo(&mut steps()), Vec::<String>::new());
        assert_eq!((fs::read(path("a")).expect("a file"), names()), (b"old".to_vec(), 2));
    }
}
