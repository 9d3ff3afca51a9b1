//! What can be wrong with a list of kommuner and their förbund.

use super::declare::problems;
use crate::text::language::Language;

problems!(
    /// What can be wrong with a list of kommuner and their förbund.
    pub enum GroupingProblem {
        #[error("table_empty")]
        #[title("tabellen är tom", "the table is empty")]
        #[label("inget att läsa", "nothing to read")]
        #[help = "Skriv rubrikerna kommun och forbund, och därunder en rad per kommun."]
        #[en = "Write the headings kommun and forbund, and below them a row per kommun."]
        TableEmpty,
        #[error("columns_unclear")]
        #[title = "det är oklart vilken av kolumnerna {columns} som gäller"]
        #[en = "it is unclear which of the columns {columns} is meant"]
        #[label("denna?", "this one?")]
        #[other("eller denna?", "or this one?")]
        #[help = "Kalla kolumnerna som gäller kommun (eller kommunkod) och forbund, och ge de andra andra rubriker."]
        #[en = "Call the columns that are meant kommun (or kommunkod) and forbund, and give the others other headings."]
        ColumnUnclear { columns: Vec<String> },
        #[error("sheets_unclear")]
        #[title = "flera blad i ”{path}” har kolumnerna kommun och forbund: {sheets}"]
        #[en = "several sheets of \"{path}\" have the columns kommun and forbund: {sheets}"]
        #[help = "Spara bladet som gäller i en egen fil. Varje fil är ett alternativ."]
        #[en = "Save the sheet that is meant as a file of its own. Each file is one alternative."]
        SeveralSheets { path: String, sheets: Vec<String> },
        #[error("cell_empty")]
        #[title("raden har ett förbund men ingen kommun", "the row has a förbund but no kommun")]
        #[label("vilken kommun?", "which kommun?")]
        #[help("Skriv kommunen, eller ta bort raden.", "Write the kommun, or remove the row.")]
        KommunEmpty,
        #[error("cell_empty")]
        #[title("raden har en kommun men inget förbund", "the row has a kommun but no förbund")]
        #[label("vilket förbund?", "which förbund?")]
        #[help = "Skriv förbundets namn på varje rad, även när det är samma som ovanför. Ska kommunen inte vara med i \
            något förbund: ta bort raden."]
        #[en = "Write the name of the förbund in every row, even if it is the one above. If the kommun is to be in no \
            förbund, remove the row."]
        ForbundEmpty,
        #[error("code_and_name_differ")]
        #[title = "koden hör till {of_code} men namnet är {of_name}"]
        #[en = "the code is that of {of_code} but the name is {of_name}"]
        #[label("kod och namn säger olika", "code and name say different things")]
        #[help("Rätta det som är fel, eller ta bort det.", "Correct the one that is wrong, or remove it.")]
        CodeAndNameDiffer { of_code: String, of_name: String },
        #[warning("members_missing")]
        #[title = "tabellen har inte {kommuner}, som i dag är med i ”{forbund}”"]
        #[en = "the table does not have {kommuner}, which today are in \"{forbund}\""]
        #[label("inte med i något förbund sedan", "in no förbund then")]
        #[help = "Ska de vara med: lägg till dem, var och en med ett förbund. Går de till ett förbund utanför \
            utgångsläget skrivs det i ett scenario (TOML): move = […] och outside = …."]
        #[en = "If they are to take part, add them, each with a förbund. If they go to a förbund outside the baseline, \
            that is written in a scenario (TOML): move = […] and outside = …."]
        #[with(kommuner, Language::first_names(kommuner))]
        MembersMissing { kommuner: Vec<String>, forbund: String },
        #[warning("forbund_name_near")]
        #[title("”{name}” räknas som ett nytt förbund", "\"{name}\" is counted as a new förbund")]
        #[label("menades ”{nearest}”?", "was \"{nearest}\" meant?")]
        #[help = "Är det samma förbund: skriv namnet likadant på alla rader."]
        #[en = "If it is the same förbund, write its name alike in all rows."]
        NewForbundNear { name: String, nearest: String },
    }
);
