//! Why the operating system refused, without its words: those are in whatever language the system speaks.

use std::io::{self, ErrorKind};

use crate::text::language::Language;
use crate::text::localize::words;
use crate::text::say;

words!(
    /// Why a file or a folder cannot be read or written: stands behind a colon.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Reason {
        #[words("mappen finns inte", "there is no such folder")]
        #[help = "Kontrollera stavningen, eller skapa mappen först."]
        #[en = "Check the spelling, or create the folder first."]
        NotThere,
        /// Whoever runs the program may not.
        #[words("åtkomst nekad", "access denied")]
        #[help = "Välj en plats som du har rätt till, eller be den som äger den om tillgång."]
        #[en = "Choose a place that you may use, or ask its owner for access."]
        Denied,
        /// It is there and is not to be replaced.
        #[words("den finns redan", "it already exists")]
        #[help("Ange ett annat namn.", "Give another name.")]
        AlreadyThere,
        /// By the same or by another name.
        #[words = "det är samma fil som en annan som ska skrivas"]
        #[en = "it is the same file as another to be written"]
        #[help("Ange varje fil en gång.", "Give each file once.")]
        SameFile,
        #[words("det är en mapp", "it is a folder")]
        #[help("Ange en fil i mappen.", "Give a file in the folder.")]
        IsFolder,
        #[words("en del av sökvägen är ingen mapp", "a part of the path is not a folder")]
        #[help("Kontrollera sökvägen.", "Check the path.")]
        NotAFolder,
        /// It is a pipe, a socket or a disk.
        #[words("det är ingen vanlig fil", "it is not a regular file")]
        #[help = "Ange en vanlig fil. Med | går svaret vidare till ett annat program."]
        #[en = "Give a regular file. With | the answer goes on to another program."]
        NotAFile,
        /// It stands for a stream that is not open, or not for this.
        #[words("strömmen är inte öppen för skrivning", "the stream is not open for writing")]
        #[help = "Öppna strömmen när finsam startas, till exempel 3>svar.txt, eller ange en fil."]
        #[en = "Open the stream where finsam is started, for example 3>answer.txt, or give a file."]
        NotOpen,
        #[words("det är en länk som leder tillbaka till sig själv", "it is a link that leads back to itself")]
        #[help("Ange själva filen, eller ta bort länken.", "Give the file itself, or remove the link.")]
        LinkLoop,
        /// The name is too long, or has letters that the system does not take.
        #[words("systemet godtar inte namnet", "the system does not accept the name")]
        #[help = "Ange ett kortare namn utan särskilda tecken."]
        #[en = "Give a shorter name without special characters."]
        BadName,
        /// The disk, or what one may use of it, is full.
        #[words("disken är full", "the disk is full")]
        #[help("Frigör utrymme, eller välj en annan disk.", "Make space, or choose another disk.")]
        Full,
        #[words("disken är skrivskyddad", "the disk is read-only")]
        #[help("Välj en annan disk.", "Choose another disk.")]
        ReadOnly,
        /// Another program has it open and lets nobody else in.
        #[words("den är öppen i ett annat program", "it is open in another program")]
        #[help = "Stäng filen där, till exempel i Word eller Excel, och kör igen."]
        #[en = "Close the file there, for example in Word or Excel, and run again."]
        InUse,
        #[words = "en annan körning av finsam skriver i mappen"]
        #[en = "another run of finsam is writing in the folder"]
        #[help("Vänta tills den är klar och kör igen.", "Wait until it is done and run again.")]
        OtherRun,
        /// A disk or a network does not answer.
        #[words("disken eller nätverket svarar inte", "the disk or the network does not answer")]
        #[help = "Kontrollera att disken eller nätverket är anslutet."]
        #[en = "Check that the disk or the network is connected."]
        Gone,
        #[words("systemet angav ingen orsak", "the system did not say why")]
        #[help("Försök igen, eller välj en annan plats.", "Try again, or choose another place.")]
        Unknown,
        /// Anything else, with the number that the system gives it.
        #[words("systemet svarade med fel nummer {number}", "the system answered with error number {number}")]
        #[help("Försök igen, eller välj en annan plats.", "Try again, or choose another place.")]
        Other { number: i64 },
    }
);

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
            _ => number.map_or(Self::Unknown, |number| Self::Other { number: number.into() }),
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

/// What to do about a file that cannot be read.
pub(super) fn help_for_reader(language: Language, reason: &Reason) -> Option<String> {
    match reason {
        Reason::Denied => Some(say!(
            language,
            "Be den som äger filen eller mappen om tillgång.",
            "Ask the owner of the file or the folder for access."
        )),
        other => other.help(language),
    }
}

/// What to do where something could not be written, and what of it could not be undone.
pub(super) fn help_and_rest(language: Language, reason: &Reason, left: &[String]) -> String {
    let (help, left) = (reason.help(language).unwrap_or_default(), language.list(left));
    if left.is_empty() {
        return say!(language, "{help} Ingenting har skrivits.", "{help} Nothing was written.");
    }
    say!(
        language,
        "{help} Detta gick inte att återställa: {left}.",
        "{help} This could not be put back: {left}."
    )
}
