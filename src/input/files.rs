//! Where bytes come from: the one door for reading. Nothing else reads a file for what is in it or lists a folder,
//! which `clippy.toml` holds: here sizes are bounded, and what is no regular file is refused.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::builtin;
use crate::diagnostic::FileProblem;

/// The largest file that is read: 64 MiB.
pub const LARGEST_TABLE: u64 = 64 * 1024 * 1024;
/// The largest TOML file that is read: 2 MiB.
pub const LARGEST_DOCUMENT: u64 = 2 * 1024 * 1024;

/// Entries of a folder that are looked at, where somebody named the folder and not a file in it.
const MOST_ENTRIES: usize = 10_000;
/// Bytes that show what a file is.
const BEGINNING: u64 = 64 * 1024;

/// What a location among the compiled-in examples is written with, in files and in output.
pub const BUILTIN_PREFIX: &str = "builtin:";

/// The SHA-256 of a file's bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A place a file can be at.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Location {
    /// On disk.
    Disk(PathBuf),
    /// Among the examples compiled into the program.
    Builtin(String),
    /// Among files held in memory.
    Held(String),
}

impl Location {
    /// Of an example that is none, the one that may be meant.
    #[must_use]
    pub fn nearest_builtin(&self) -> Option<String> {
        let Self::Builtin(path) = self else { return None };
        builtin::nearest(path).map(|nearest| format!("{BUILTIN_PREFIX}{nearest}"))
    }

    /// The location of `path` as written in the file at `self`: relative to its folder.
    #[must_use]
    pub fn beside(&self, path: &str) -> Self {
        if let Some(builtin) = path.strip_prefix(BUILTIN_PREFIX) {
            return Self::Builtin(clean(Path::new(builtin)));
        }
        match self {
            Self::Disk(file) => Self::Disk(file.parent().unwrap_or(Path::new("")).join(path)),
            Self::Builtin(file) => Self::Builtin(beside(file, path)),
            Self::Held(file) => Self::Held(beside(file, path)),
        }
    }

    /// The path to show: with forward slashes and without detours.
    #[must_use]
    pub fn display(&self) -> String {
        match self {
            Self::Disk(path) => clean(path),
            Self::Builtin(path) => format!("{BUILTIN_PREFIX}{path}"),
            Self::Held(path) => path.clone(),
        }
    }
}

fn beside(file: &str, path: &str) -> String {
    clean(&Path::new(file).parent().unwrap_or(Path::new("")).join(path))
}

/// A path without `.` and, where the folder before is known, without `..`; for display and for files that are not
/// on a disk (where links would make it wrong).
fn clean(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut start = String::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => start = prefix.as_os_str().to_string_lossy().into_owned(),
            Component::RootDir => start.push('/'),
            Component::CurDir => {}
            Component::ParentDir if parts.last().is_some_and(|part| part != "..") => {
                parts.pop();
            }
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
        }
    }
    let cleaned = start + &parts.join("/");
    // The folder one stands in has a name too.
    if cleaned.is_empty() && !path.as_os_str().is_empty() { ".".to_owned() } else { cleaned }
}

/// All the files the program can see.
#[derive(Default, Debug)]
pub struct Files {
    held: BTreeMap<String, Vec<u8>>,
    /// Files on disk that were read, so that none of them is overwritten.
    read: RefCell<Vec<PathBuf>>,
    /// The hash of each file that was read, by the path to show, where hashes are kept.
    hashes: Option<RefCell<BTreeMap<String, String>>>,
}

impl Files {
    /// The disk and the compiled-in examples.
    #[must_use]
    pub fn on_disk() -> Self {
        Self::default()
    }

    /// The same, keeping the hash of every file that is read: a report tells what it was made of.
    #[must_use]
    pub fn on_disk_with_hashes() -> Self {
        Self { hashes: Some(RefCell::default()), ..Self::default() }
    }

    /// Each file that was read with the SHA-256 of its bytes, by the path to show; none unless hashes are kept.
    #[must_use]
    pub fn hashes(&self) -> Vec<(String, String)> {
        let hashes = self.hashes.iter().flat_map(|hashes| hashes.borrow().clone());
        hashes.collect()
    }

    /// Files held in memory, by path.
    #[must_use]
    pub fn held<Path: Into<String>, Bytes: Into<Vec<u8>>>(
        files: impl IntoIterator<Item = (Path, Bytes)>,
    ) -> Self {
        let held = files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        Self { held, ..Self::default() }
    }

    /// Whether a file on disk was read, by this name or by another that it has.
    #[must_use]
    pub fn was_read(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        #[cfg(unix)]
        let number = |path: &Path| {
            use std::os::unix::fs::MetadataExt;
            path.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let number = |_: &Path| None::<()>;
        let (of_path, number_of_path) = (real(path), number(path));
        let is_same =
            |read: &Path| real(read) == of_path || number_of_path.is_some() && number(read) == number_of_path;
        self.read.borrow().iter().any(|read| is_same(read))
    }

    /// Whether there is something to read, not a folder. What is no regular file is refused when it is read.
    #[must_use]
    pub fn is_file(&self, location: &Location) -> bool {
        match location {
            Location::Disk(path) => match path.metadata() {
                Ok(metadata) => !metadata.is_dir(),
                // What may not be looked at may be there: reading it says why that cannot be.
                Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
            },
            Location::Builtin(path) => builtin::file(path).is_some(),
            Location::Held(path) => self.held.contains_key(path),
        }
    }

    /// The text of a compiled-in example, which needs neither memory nor decoding.
    #[must_use]
    pub fn compiled_in(&self, location: &Location) -> Option<&'static str> {
        let Location::Builtin(path) = location else { return None };
        let text = builtin::file(path)?;
        self.keep_hash(location.display(), text.as_bytes());
        Some(text)
    }

    fn keep_hash(&self, path: String, bytes: &[u8]) {
        if let Some(hashes) = &self.hashes {
            hashes.borrow_mut().insert(path, sha256(bytes));
        }
    }

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If there is no such file, it cannot be read, or it is larger. Never more than `limit` bytes are read,
    /// whatever the file pretends to be.
    pub fn read(&self, location: &Location, limit: u64) -> Result<Vec<u8>, FileProblem> {
        let path = location.display();
        let missing = || FileProblem::NotFound {
            wanted: path.clone(),
            tried: Vec::new(),
            nearest: location.nearest_builtin(),
        };
        let bytes = match location {
            Location::Builtin(name) => builtin::file(name).ok_or_else(missing)?.into(),
            Location::Held(name) => self.held.get(name).ok_or_else(missing)?.clone(),
            Location::Disk(file) => {
                if file.is_dir() {
                    return Err(FileProblem::IsFolder { path, example: None });
                }
                let read = read_regular(file, limit);
                self.read.borrow_mut().push(file.clone());
                match read {
                    Ok(Some(bytes)) => bytes,
                    Ok(None) => return Err(FileProblem::NotRegular { path }),
                    Err(error) if error.kind() == ErrorKind::NotFound => return Err(missing()),
                    Err(error) => return Err(FileProblem::Unreadable { path, reason: error.into() }),
                }
            }
        };
        if bytes.len() as u64 > limit {
            return Err(FileProblem::TooLarge { path, limit_mib: limit / (1024 * 1024) });
        }
        self.keep_hash(path, &bytes);
        Ok(bytes)
    }

    /// Whether a file on disk holds these bytes and no others.
    #[must_use]
    pub fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        matches!(read_regular(path, bytes.len() as u64), Ok(Some(found)) if found == bytes)
    }

    /// What stands in a folder on disk, in order of name; nothing where that cannot be read, or is more than anybody
    /// looks through.
    #[must_use]
    pub fn entries(&self, folder: &Path) -> Vec<PathBuf> {
        #[expect(clippy::disallowed_methods, reason = "the one door for reading")]
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.take(MOST_ENTRIES + 1).map(|entry| entry.path()).collect();
        if paths.len() > MOST_ENTRIES {
            paths.clear();
        }
        paths.sort();
        paths
    }

    /// The text that a file on disk begins with, as far as it shows what the file is; nothing where it cannot be read.
    #[must_use]
    pub fn beginning(&self, path: &Path) -> String {
        let bytes = read_regular(path, BEGINNING).ok().flatten().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// At most `limit` bytes of a file, and one more where it is larger; none of a device or a pipe, which could be endless
/// or never say anything.
fn read_regular(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    // A pipe would not even let itself be opened before somebody writes to it.
    if !fs::metadata(path)?.is_file() {
        return Ok(None);
    }
    #[expect(clippy::disallowed_methods, reason = "the one door for reading")]
    let open = File::open(path)?;
    let metadata = open.metadata()?;
    if !metadata.is_file() {
        return Ok(None);
    }
    // Memory for the whole file at once; what it says of its size is not believed beyond the limit.
    let size = metadata.len().min(limit) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    open.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_file_is_relative_to_that_file() {
        let scenario = Location::Builtin("scenarios/a.toml".to_owned());
        assert_eq!(scenario.beside("../data/b.toml").display(), "builtin:data/b.toml");
        let disk = Location::Disk(PathBuf::from("scenarios/a.toml"));
        assert_eq!(disk.beside("../data/b.toml").display(), "data/b.toml");
        assert_eq!(disk.beside("../../b.toml").display(), "../b.toml");
        assert_eq!(disk.beside("..").display(), ".");
        assert_eq!(disk.beside("builtin:data/b.toml"), Location::Builtin("data/b.toml".to_owned()));
    }

    #[test]
    fn a_file_above_the_limit_is_refused() {
        let files = Files::held([("a", vec![0; 11])]);
        let location = Location::Held("a".to_owned());
        assert!(files.read(&location, 11).is_ok());
        assert!(matches!(files.read(&location, 10), Err(FileProblem::TooLarge { .. })));
    }
}
