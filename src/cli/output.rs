//! Where the answer goes: stdout, or a file that is replaced whole or not at all.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, FileProblem};
use crate::input::files::Files;

/// How the answer may look there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Style {
    /// Columns of text.
    pub(super) width: usize,
    /// Whether bold and colours are wanted.
    pub(super) coloured: bool,
}

/// Where the answer goes.
#[derive(Debug)]
pub(super) enum Output {
    Screen,
    /// A file: written beside itself first, then put in its place.
    File {
        given: PathBuf,
        target: PathBuf,
        draft: NamedTempFile,
    },
    /// A device or a pipe, which cannot be replaced.
    Device {
        target: PathBuf,
        open: fs::File,
    },
}

impl Output {
    /// Makes sure that the answer can be written there.
    ///
    /// # Errors
    /// If it cannot.
    pub(super) fn open(target: Option<&Path>) -> Result<Self, Diagnostics> {
        let Some(target) = target else { return Ok(Self::Screen) };
        Self::open_file(target).map_err(|error| unwritable(target, &error))
    }

    /// A file or a device to write to.
    ///
    /// # Errors
    /// If it is a folder, or may not be written.
    pub(super) fn open_file(target: &Path) -> io::Result<Self> {
        match fs::metadata(target) {
            Ok(metadata) if metadata.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                let open = fs::OpenOptions::new().write(true).open(target)?;
                return Ok(Self::Device { target: target.to_owned(), open });
            }
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(ErrorKind::PermissionDenied.into());
            }
            _ => {}
        }
        let real = behind_links(target);
        let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".finsam-");
        #[cfg(unix)]
        {
            // As readable as any new file would be.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let draft = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        if let Ok(metadata) = fs::metadata(&real) {
            // What is replaced keeps the permissions it had, whatever a new file would get.
            fs::set_permissions(draft.path(), metadata.permissions())?;
        }
        Ok(Self::File { given: target.to_owned(), target: real, draft })
    }

    /// Refuses to overwrite a file that was read.
    ///
    /// # Errors
    /// If the target is one of them.
    pub(super) fn refuse_inputs(&self, files: &Files) -> Result<(), Diagnostics> {
        let Self::File { given, target, .. } = self else { return Ok(()) };
        if files.was_read(target) {
            let path = given.display().to_string();
            return Err(Diagnostic::without_place(FileProblem::OutputIsInput { path }).into());
        }
        Ok(())
    }

    /// How the answer may look there.
    pub(super) fn style(&self) -> Style {
        let coloured = matches!(self, Self::Screen)
            && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        let width = match self {
            Self::Screen => terminal::width(),
            _ => crate::render::text::PAGE_WIDTH,
        };
        Style { width, coloured }
    }

    /// Writes the answer.
    ///
    /// # Errors
    /// If the place does not take it; a reader that has gone away is no error.
    pub(super) fn write(self, text: &str) -> anyhow::Result<()> {
        match self {
            Self::Screen => {
                // The text is plain unless styles were asked for, so nothing needs to take them out again.
                let mut screen = io::stdout().lock();
                let written = screen.write_all(text.as_bytes()).and_then(|()| screen.flush());
                match written {
                    Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                        Err(unwritable(Path::new("stdout"), &error).into())
                    }
                    _ => Ok(()),
                }
            }
            Self::File { given, target, mut draft } => {
                let written = draft.write_all(text.as_bytes()).and_then(|()| draft.as_file().sync_all());
                let placed = written.and_then(|()| draft.persist(&target).map_err(|error| error.error));
                Ok(placed.map(|_| ()).map_err(|error| unwritable(&given, &error))?)
            }
            Self::Device { target, mut open } => {
                Ok(open.write_all(text.as_bytes()).map_err(|error| unwritable(&target, &error))?)
            }
        }
    }
}

/// What a path stands for: a link stays a link, and what it points to is written, there already or not.
fn behind_links(target: &Path) -> PathBuf {
    let mut real = target.to_owned();
    // As many links as systems follow.
    for _ in 0..40 {
        let Ok(next) = fs::read_link(&real) else { break };
        real = real.parent().unwrap_or(Path::new("")).join(next);
    }
    fs::canonicalize(&real).unwrap_or(real)
}

fn unwritable(target: &Path, error: &io::Error) -> Diagnostics {
    let path = target.display().to_string();
    Diagnostic::without_place(FileProblem::OutputUnwritable { path, reason: error.kind() }).into()
}
