//! The one door to stdout, to other open streams, and to files.

#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::terminal;
use crate::diagnostic::Reason;
use crate::input::files::Location;
use crate::render::text::PAGE_WIDTH;

/// The name for stdout where a file could stand.
pub(super) const STDOUT: &str = "-";
/// As many links as systems follow.
const MOST_LINKS: usize = 40;

/// How the answer may look there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Style {
    /// Columns of text.
    pub(super) width: usize,
    /// Whether bold and colours are wanted.
    pub(super) coloured: bool,
}

/// Where an answer goes.
pub(super) enum Target {
    /// stdout, another open stream, or a device: written into, and never replaced.
    Stream(Stream),
    /// A regular file that is there or is yet to be: replaced whole or not at all.
    File(FileTarget),
}

/// What is written into.
pub(super) struct Stream {
    given: PathBuf,
    open: Box<dyn Write>,
    style: Style,
}

/// The place of a file.
#[derive(Debug)]
pub(super) struct FileTarget {
    /// Its path as it was given.
    pub(super) given: PathBuf,
    /// Where the links in it lead.
    pub(super) real: PathBuf,
    /// What is known of the file that is there.
    pub(super) existing: Option<Metadata>,
}

/// What could not be written, and why.
#[derive(Debug)]
pub(super) struct Failure {
    /// Its path, to show.
    pub(super) path: String,
    pub(super) reason: Reason,
    /// What could not be put back as it was; nothing, but for disks that fail meanwhile.
    pub(super) left: Vec<String>,
}

impl Failure {
    pub(super) fn new(path: &Path, reason: impl Into<Reason>) -> Self {
        Self { path: shown(path), reason: reason.into(), left: Vec::new() }
    }
}

/// A path without detours.
pub(super) fn shown(path: &Path) -> String {
    Location::Disk(path.to_owned()).display()
}

impl Target {
    /// Finds the place of a file and makes sure that it can be written. `-` is stdout.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub(super) fn at(given: &Path) -> Result<Self, Reason> {
        if given == Path::new(STDOUT) {
            return Ok(Self::stdout());
        }
        // A name that ends as that of a folder is none of a file, whether the folder is there or not.
        let last = given.as_os_str().as_encoded_bytes().last().map(|byte| char::from(*byte));
        if last.is_some_and(std::path::is_separator) {
            return Err(Reason::IsFolder);
        }
        // A link stays a link, and what it leads to is written. An open stream looks like a link to its file, but is
        // to be gone on with: what was written into it before stays.
        let mut real = given.to_owned();
        for _ in 0..MOST_LINKS {
            if let Some(number) = descriptor(&real) {
                return Self::descriptor(given, &real, number);
            }
            let Ok(next) = fs::read_link(&real) else { return Self::behind_links(given, real) };
            real = real.parent().unwrap_or(Path::new("")).join(next);
        }
        Err(Reason::LinkLoop)
    }

    /// Where an answer goes unless something else is said.
    pub(super) fn stdout() -> Self {
        let coloured = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        // The text is plain unless styles were asked for, so nothing needs to take them out again.
        Self::Stream(Stream {
            given: "stdout".into(),
            open: Box::new(io::stdout().lock()),
            style: Style { width: terminal::width(), coloured },
        })
    }

    fn stream(given: &Path, open: impl Write + 'static) -> Self {
        let style = Style { width: PAGE_WIDTH, coloured: false };
        Self::Stream(Stream { given: given.to_owned(), open: Box::new(open), style })
    }

    fn descriptor(given: &Path, real: &Path, number: i32) -> Result<Self, Reason> {
        match number {
            1 => Ok(Self::stdout()),
            2 => Ok(Self::stream(given, io::stderr())),
            // Where the stream itself is not to be had, its file is gone on with.
            _ => Ok(Self::stream(
                given,
                match duplicate(number) {
                    Ok(open) => open,
                    Err(_) => {
                        OpenOptions::new().append(true).open(real).map_err(|error| match error.kind() {
                            ErrorKind::NotFound => Reason::NotOpen,
                            _ => error.into(),
                        })?
                    }
                },
            )),
        }
    }

    fn behind_links(given: &Path, real: PathBuf) -> Result<Self, Reason> {
        let existing = match fs::symlink_metadata(&real) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let place = FileTarget { given: given.to_owned(), real, existing: None };
                // A file without a name is tried, which nobody sees.
                tempfile::tempfile_in(place.folder())?;
                return Ok(Self::File(place));
            }
            Err(error) => return Err(error.into()),
        };
        if existing.is_dir() {
            return Err(Reason::IsFolder);
        }
        // A pipe is not opened: that would wait for somebody to read it.
        if !existing.is_file() && !is_device(existing.file_type()) {
            return Err(Reason::NotAFile);
        }
        if existing.is_file() && existing.permissions().readonly() {
            return Err(Reason::Denied);
        }
        let open = OpenOptions::new().write(true).open(&real)?;
        if !existing.is_file() {
            return Ok(Self::stream(given, open));
        }
        Ok(Self::File(FileTarget { given: given.to_owned(), real, existing: Some(existing) }))
    }

    /// How the answer may look there.
    pub(super) fn style(&self) -> Style {
        match self {
            Self::Stream(stream) => stream.style,
            Self::File(_) => Style { width: PAGE_WIDTH, coloured: false },
        }
    }
}

impl Stream {
    /// Writes all of it now.
    ///
    /// # Errors
    /// If the stream does not take it; a reader that has gone away is no error.
    pub(super) fn write(mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.open.write_all(bytes).and_then(|()| self.open.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::new(&self.given, Reason::from(error)))
            }
            _ => Ok(()),
        }
    }
}

/// What is the same for all names of a file.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Identity {
    /// The numbers of its disk and of the file there.
    #[cfg(unix)]
    Numbers(u64, u64),
    /// Its folder without links, and its name there.
    Path(PathBuf),
}

impl FileTarget {
    /// What distinguishes the file from every other, whatever it is called here.
    pub(super) fn identity(&self) -> Identity {
        #[cfg(unix)]
        if let Some(existing) = &self.existing {
            use std::os::unix::fs::MetadataExt;
            return Identity::Numbers(existing.dev(), existing.ino());
        }
        let folder = self.folder().canonicalize().unwrap_or_else(|_| self.folder().to_owned());
        Identity::Path(self.real.file_name().map_or(folder.clone(), |name| folder.join(name)))
    }

    /// The folder that it stands in.
    pub(super) fn folder(&self) -> &Path {
        let folder = self.real.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder.unwrap_or(Path::new("."))
    }
}

#[cfg(unix)]
fn is_device(kind: FileType) -> bool {
    std::os::unix::fs::FileTypeExt::is_char_device(&kind)
}

/// What is neither a file nor a folder is a device there.
#[cfg(not(unix))]
fn is_device(_: FileType) -> bool {
    true
}

/// The number of the open stream of this process that a path stands for: `/dev/fd/3`, `/proc/self/fd/3`.
fn descriptor(path: &Path) -> Option<i32> {
    let number = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?.canonicalize().ok()?;
    let is_own = || Path::new("/proc/self").canonicalize().is_ok_and(|own| folder.starts_with(own));
    (folder == Path::new("/dev/fd") || folder.ends_with("fd") && is_own()).then_some(number)
}

/// The same open stream once more. Opening the path would begin anew at the start of its file.
#[cfg(target_os = "linux")]
fn duplicate(number: i32) -> io::Result<File> {
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};

    let own = pidfd_open(getpid(), PidfdFlags::empty())?;
    Ok(pidfd_getfd(own, number, PidfdGetfdFlags::empty())?.into())
}

/// Elsewhere opening the path means just that.
#[cfg(not(target_os = "linux"))]
fn duplicate(number: i32) -> io::Result<File> {
    OpenOptions::new().write(true).open(format!("/dev/fd/{number}"))
}
