//! What is said of workbooks that cannot be read.

use super::language::Language;
use super::problem::Description;
use crate::diagnostic::WorkbookFault;

pub(super) fn describe(path: &str, fault: WorkbookFault, language: Language) -> Description {
    let again = say!(
        language,
        "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
        "Open the file in Excel and save it as an Excel workbook (.xlsx)."
    );
    match fault {
        WorkbookFault::Damaged => Description::new(
            "workbook_damaged",
            say!(language, "arbetsboken ”{path}” är skadad", "the workbook \"{path}\" is damaged"),
        )
        .help(again),
        WorkbookFault::Old => Description::new(
            "workbook_old",
            say!(
                language,
                "”{path}” är en arbetsbok i det gamla formatet .xls",
                "\"{path}\" is a workbook in the old format .xls"
            ),
        )
        .help(again),
        WorkbookFault::Protected => Description::new(
            "workbook_protected",
            say!(language, "arbetsboken ”{path}” har ett lösenord", "the workbook \"{path}\" has a password"),
        )
        .help(say!(
            language,
            "Ta bort lösenordet i Excel (Arkiv, Info, Skydda arbetsbok) och spara på nytt.",
            "Remove the password in Excel (File, Info, Protect Workbook) and save again."
        )),
        WorkbookFault::NotAWorkbook => Description::new(
            "not_a_workbook",
            say!(
                language,
                "”{path}” är en zip-fil, inte en arbetsbok",
                "\"{path}\" is a zip file, not a workbook"
            ),
        )
        .help(say!(
            language,
            "Packa upp den, och ange filerna som var i den.",
            "Unpack it, and give the files that were in it."
        )),
        WorkbookFault::OtherFormat { name: name @ ("doc" | "docx" | "odt" | "pptx") } => Description::new(
            "not_a_workbook",
            say!(
                language,
                "”{path}” är ett dokument i formatet .{name}, inte en arbetsbok",
                "\"{path}\" is a document in the format .{name}, not a workbook"
            ),
        )
        .help(say!(
            language,
            "Kopiera tabellen ur dokumentet till Excel, och spara den som Excel-arbetsbok (.xlsx).",
            "Copy the table from the document into Excel, and save it as an Excel workbook (.xlsx)."
        )),
        WorkbookFault::OtherFormat { name } => Description::new(
            "workbook_other_format",
            say!(
                language,
                "”{path}” är en arbetsbok i formatet .{name}, som inte läses",
                "\"{path}\" is a workbook in the format .{name}, which is not read"
            ),
        )
        .help(again),
        WorkbookFault::TooLarge => Description::new(
            "workbook_too_large",
            say!(
                language,
                "arbetsboken ”{path}” rymmer mer än finsam läser",
                "the workbook \"{path}\" holds more than finsam reads"
            ),
        )
        .help(say!(
            language,
            "Högst 2 miljoner celler, 1 024 kolumner och 256 MiB uppackat. Kopiera tabellen till en ny arbetsbok.",
            "At most 2 million cells, 1,024 columns and 256 MiB unpacked. Copy the table into a new workbook."
        )),
        WorkbookFault::Empty => Description::new(
            "workbook_empty",
            say!(language, "arbetsboken ”{path}” är tom", "the workbook \"{path}\" is empty"),
        )
        .help(say!(language, "Kontrollera att det är rätt fil.", "Check that it is the right file.")),
    }
}
