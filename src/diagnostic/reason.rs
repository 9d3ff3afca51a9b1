//! Why the operating system refused, without its words: those are in whatever language the system speaks.

use std::io::{self, ErrorKind};

/// Why a file or a folder cannot be read or written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// There is no such folder or file.
    NotThere,
    /// Whoever runs the program may not.
    Denied,
    /// It is there and is not to be replaced.
    AlreadyThere,
    /// It is another of the files that are to be written, by the same or by another name.
    SameFile,
    /// It is a folder.
    IsFolder,
    /// A part of the path is a file.
    NotAFolder,
    /// It is a pipe, a socket or a disk.
    NotAFile,
    /// It stands for a stream that is not open, or not for this.
    NotOpen,
    /// It is a link that leads back to itself.
    LinkLoop,
    /// The name is too long, or has letters that the system does not take.
    BadName,
    /// The disk, or what one may use of it, is full.
    Full,
    /// The disk is read-only.
    ReadOnly,
    /// Another program has it open and lets nobody else in.
    InUse,
    /// Another run of this program is writing there.
    OtherRun,
    /// A disk or a network does not answer.
    Gone,
    /// Anything else, with the number that the system gives it.
    Other(Option<i32>),
}

/// The numbers of systems for what the standard library has no stable name for.
const LINK_LOOP: i32 = if cfg!(windows) {
    1921
} else if cfg!(target_os = "linux") {
    40
} else {
    62
};
const NOT_OPEN: i32 = if cfg!(windows) { 6 } else { 9 };
/// On Windows: another program has the file, or a part of it, to itself.
const IN_USE: [i32; 2] = [32, 33];

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        let number = error.raw_os_error();
        if number == Some(LINK_LOOP) {
            return Self::LinkLoop;
        }
        if number == Some(NOT_OPEN) {
            return Self::NotOpen;
        }
        if cfg!(windows) && number.is_some_and(|number| IN_USE.contains(&number)) {
            return Self::InUse;
        }
        match error.kind() {
            ErrorKind::NotFound => Self::NotThere,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::AlreadyExists => Self::AlreadyThere,
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::BadName,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::InUse,
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::TimedOut => Self::Gone,
            _ => Self::Other(number),
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}
