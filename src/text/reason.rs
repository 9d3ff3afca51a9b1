//! Why the operating system refused, in words, and what to do about it.

use super::language::Language;
use crate::diagnostic::Reason;

/// Why, to stand behind a colon.
#[must_use]
pub fn why(reason: Reason, language: Language) -> String {
    let words = match reason {
        Reason::NotThere => ("mappen finns inte", "there is no such folder"),
        Reason::Denied => ("åtkomst nekad", "access denied"),
        Reason::AlreadyThere => ("den finns redan", "it is there already"),
        Reason::SameFile => {
            ("det är samma fil som en annan som ska skrivas", "it is the same file as another to be written")
        }
        Reason::IsFolder => ("det är en mapp", "it is a folder"),
        Reason::NotAFolder => ("en del av sökvägen är ingen mapp", "a part of the path is not a folder"),
        Reason::NotAFile => ("det är ingen vanlig fil", "it is not a regular file"),
        Reason::NotOpen => ("strömmen är inte öppen för skrivning", "the stream is not open for writing"),
        Reason::LinkLoop => {
            ("det är en länk som leder tillbaka till sig själv", "it is a link that leads back to itself")
        }
        Reason::BadName => ("systemet godtar inte namnet", "the system does not accept the name"),
        Reason::Full => ("disken är full", "the disk is full"),
        Reason::ReadOnly => ("disken är skrivskyddad", "the disk is read-only"),
        Reason::InUse => ("den är öppen i ett annat program", "it is open in another program"),
        Reason::OtherRun => {
            ("en annan körning av finsam skriver i mappen", "another run of finsam is writing in the folder")
        }
        Reason::Gone => ("disken eller nätverket svarar inte", "the disk or the network does not answer"),
        Reason::Other(None) => ("systemet angav ingen orsak", "the system did not say why"),
        Reason::Other(Some(number)) => {
            return say!(
                language,
                "systemet svarade med fel nummer {number}",
                "the system answered with error number {number}"
            );
        }
    };
    language.pick(words.0, words.1).to_owned()
}

/// What to do about it.
#[must_use]
pub fn advice(reason: Reason, language: Language) -> &'static str {
    let (swedish, english) = match reason {
        Reason::NotThere => (
            "Kontrollera stavningen, eller skapa mappen först.",
            "Check the spelling, or create the folder first.",
        ),
        Reason::Denied => (
            "Välj en plats som du har rätt till, eller be den som äger den om tillgång.",
            "Choose a place that is yours to use, or ask its owner for access.",
        ),
        Reason::AlreadyThere => ("Ange ett annat namn.", "Give another name."),
        Reason::SameFile => ("Ange varje fil en gång.", "Give each file once."),
        Reason::IsFolder => ("Ange en fil i mappen.", "Give a file in the folder."),
        Reason::NotAFolder => ("Kontrollera sökvägen.", "Check the path."),
        Reason::NotAFile => (
            "Ange en vanlig fil. Med | går svaret vidare till ett annat program.",
            "Give a regular file. With | the answer goes on to another program.",
        ),
        Reason::NotOpen => (
            "Öppna strömmen när finsam startas, till exempel 3>svar.txt, eller ange en fil.",
            "Open the stream where finsam is started, for example 3>answer.txt, or give a file.",
        ),
        Reason::LinkLoop => {
            ("Ange själva filen, eller ta bort länken.", "Give the file itself, or remove the link.")
        }
        Reason::BadName => {
            ("Ange ett kortare namn utan särskilda tecken.", "Give a shorter name without special letters.")
        }
        Reason::Full => ("Frigör utrymme, eller välj en annan disk.", "Make space, or choose another disk."),
        Reason::ReadOnly => ("Välj en annan disk.", "Choose another disk."),
        Reason::InUse => (
            "Stäng filen där, till exempel i Word eller Excel, och kör igen.",
            "Close the file there, for example in Word or Excel, and run again.",
        ),
        Reason::OtherRun => ("Vänta tills den är klar och kör igen.", "Wait until it is done and run again."),
        Reason::Gone => (
            "Kontrollera att disken eller nätverket är anslutet.",
            "Check that the disk or the network is connected.",
        ),
        Reason::Other(_) => {
            ("Försök igen, eller välj en annan plats.", "Try again, or choose another place.")
        }
    };
    language.pick(swedish, english)
}

/// What to do about a file that cannot be read.
#[must_use]
pub fn advice_to_reader(reason: Reason, language: Language) -> &'static str {
    match reason {
        Reason::Denied => language.pick(
            "Be den som äger filen eller mappen om tillgång.",
            "Ask the owner of the file or the folder for access.",
        ),
        other => advice(other, language),
    }
}

/// That nothing was written, or what was.
#[must_use]
pub fn left(left: &[String], language: Language) -> String {
    let paths = language.list(left);
    match left {
        [] => say!(language, "Ingenting har skrivits.", "Nothing was written."),
        _ => {
            say!(language, "Detta gick inte att återställa: {paths}.", "This could not be put back: {paths}.")
        }
    }
}
