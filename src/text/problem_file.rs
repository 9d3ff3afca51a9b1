//! What is said of problems with files as such.

use super::language::Language;
use super::problem::Description;
use super::reason::{advice, left as what_is_left, why};
use crate::diagnostic::{FileProblem, Named};

pub(super) fn describe(problem: &FileProblem, language: Language) -> Description {
    match problem {
        FileProblem::NotFound { wanted, tried, nearest } => {
            if wanted.is_empty() {
                return Description::new("file_not_found", say!(language, "inget scenario angavs", "no scenario was given"))
                    .help(say!(
                        language,
                        "Ange ett scenario, till exempel tankespar1.",
                        "Give a scenario, for example tankespar1."
                    ));
            }
            let title = say!(language, "filen ”{wanted}” finns inte", "there is no file \"{wanted}\"");
            let places = language.alternatives(tried);
            let otherwise = if tried.is_empty() {
                say!(
                    language,
                    "Kontrollera sökvägen: den räknas från filen den står i.",
                    "Check the path: it is relative to the file it stands in."
                )
            } else {
                say!(
                    language,
                    "Sökte efter {places}, och bland de inbyggda exemplen.",
                    "Looked for {places}, and among the built-in examples."
                )
            };
            Description::new("file_not_found", title)
                .label(say!(language, "sökvägen som angavs", "the path as given"))
                .nearest(language, nearest.as_deref(), otherwise)
        }
        FileProblem::IsFolder { path, example } => Description::new(
            "is_a_folder",
            say!(language, "”{path}” är en mapp, inte en fil", "\"{path}\" is a folder, not a file"),
        )
        .label(say!(language, "en mapp", "a folder"))
        .help(match example {
            Some(example) => say!(
                language,
                "Ange en fil i mappen, till exempel {example}.",
                "Give a file in the folder, for example {example}."
            ),
            None => say!(language, "Ange en fil i mappen.", "Give a file in the folder."),
        }),
        FileProblem::Unreadable { path, reason } => Description::new("file_unreadable", {
            let reason = why(*reason, language);
            say!(language, "”{path}” går inte att läsa: {reason}", "\"{path}\" cannot be read: {reason}")
        })
        .label(say!(language, "filen som angavs", "the file as given"))
        .help(advice(*reason, language).to_owned()),
        FileProblem::TooLarge { path, limit_mib } => Description::new(
            "file_too_large",
            say!(
                language,
                "”{path}” är större än {limit_mib} MiB och läses inte",
                "\"{path}\" is larger than {limit_mib} MiB and is not read"
            ),
        )
        .label(say!(language, "filen som angavs", "the file as given"))
        .help(say!(
            language,
            "Kontrollera att det är rätt fil. Alla kommuner under tio år ryms i mindre än 1 MiB.",
            "Check that it is the right file. All kommuner in ten years fit in less than 1 MiB."
        )),
        FileProblem::NotText { path, workbook } => {
            let description = Description::new(
                "not_text",
                say!(language, "”{path}” är ingen textfil", "\"{path}\" is no text file"),
            )
            .label(say!(language, "filen som angavs", "the file as given"));
            description.help(if *workbook {
                say!(
                    language,
                    "Det ser ut som en arbetsbok. Spara den i Excel som CSV UTF-8 och ange den filen.",
                    "It looks like a workbook. Save it in Excel as CSV UTF-8 and give that file."
                )
            } else {
                say!(
                    language,
                    "finsam läser scenarier och utgångslägen i TOML och tabeller i CSV.",
                    "finsam reads scenarios and baselines in TOML and tables in CSV."
                )
            })
        }
        FileProblem::EndingUnfit { path, named } => {
            let endings: Vec<String> = named.endings().iter().map(|ending| format!(".{ending}")).collect();
            let endings = language.alternatives(&endings);
            Description::new(
                "ending_unfit",
                match named {
                    Named::Baseline => say!(
                        language,
                        "”{path}” läses inte som utgångsläge: namnet slutar inte på {endings}",
                        "\"{path}\" is not read as a baseline: its name does not end in {endings}"
                    ),
                    Named::Table => say!(
                        language,
                        "”{path}” läses inte som kommuntabell: namnet slutar inte på {endings}",
                        "\"{path}\" is not read as a kommun table: its name does not end in {endings}"
                    ),
                },
            )
            .label(say!(language, "filen som angavs", "the file as given"))
            .help(say!(
                language,
                "Ange rätt fil, eller byt namn på den.",
                "Give the right file, or rename it."
            ))
        }
        FileProblem::Foreign { path, named } => match named {
            Named::Baseline => Description::new(
                "foreign_file",
                say!(language, "”{path}” är inget utgångsläge", "\"{path}\" is not a baseline"),
            )
            .help(say!(
                language,
                "Ett utgångsläge har minst kommuner och [[forbund]]. Innehållet i andra filer visas inte.",
                "A baseline has at least kommuner and [[forbund]]. The contents of other files are not shown."
            )),
            Named::Table => Description::new(
                "foreign_file",
                say!(language, "”{path}” är ingen kommuntabell", "\"{path}\" is not a kommun table"),
            )
            .help(say!(
                language,
                "Första raden i en kommuntabell har rubrikerna kommunkod, kommun, befolkning_16_64 och forsorjningsmatt. Innehållet i andra filer visas inte.",
                "The first line of a kommun table has the headings kommunkod, kommun, befolkning_16_64 and forsorjningsmatt. The contents of other files are not shown."
            )),
        }
        .label(say!(language, "filen som angavs", "the file as given")),
        FileProblem::EncodingBroken { path } => Description::new(
            "encoding_broken",
            say!(
                language,
                "”{path}” är skadad: tecknen följer inte den kodning som filen börjar med",
                "\"{path}\" is damaged: its characters do not keep to the encoding it begins with"
            ),
        )
        .label(say!(language, "filen som angavs", "the file as given"))
        .help(say!(
            language,
            "Öppna filen i programmet den kommer från och spara den på nytt som UTF-8.",
            "Open the file in the program it comes from and save it again as UTF-8."
        )),
        FileProblem::EncodingGuessed => Description::new(
            "encoding_guessed",
            say!(
                language,
                "filen är inte UTF-8 och lästes som Windows-1252",
                "the file is not UTF-8 and was read as Windows-1252"
            ),
        )
        .label(say!(language, "ser detta rätt ut?", "does this look right?"))
        .help(say!(
            language,
            "Om namnen ser fel ut: spara filen som UTF-8.",
            "If the names look wrong: save the file as UTF-8."
        )),
        FileProblem::OutputUnwritable { path, reason, left } => Description::new("output_unwritable", {
            let reason = why(*reason, language);
            say!(language, "kan inte skriva till ”{path}”: {reason}", "cannot write to \"{path}\": {reason}")
        })
        .help(format!("{} {}", advice(*reason, language), what_is_left(left, language))),
        FileProblem::OutputIsInput { path } => Description::new(
            "output_is_input",
            say!(
                language,
                "”{path}” är en av filerna som läses och skrivs inte över",
                "\"{path}\" is one of the files that are read and is not overwritten"
            ),
        )
        .help(say!(language, "Ange ett annat namn efter -o.", "Give another name after -o.")),
        FileProblem::DifferentBaselines { first, other } => Description::new(
            "different_baselines",
            say!(
                language,
                "scenarierna bygger på olika utgångslägen och kan inte jämföras",
                "the scenarios rest on different baselines and cannot be compared"
            ),
        )
        .label(say!(language, "bygger på {other}", "rests on {other}"))
        .other(say!(language, "bygger på {first}", "rests on {first}"))
        .help(say!(
            language,
            "Jämför scenarier med samma ”baseline”, eller visa dem var för sig med finsam simulate.",
            "Compare scenarios with the same \"baseline\", or show them one by one with finsam simulate."
        )),
        FileProblem::NetUnavailable { scenario } => Description::new(
            "net_unavailable",
            say!(
                language,
                "”{scenario}” har inga nettobelopp: anslaget eller antalet förbund i landet saknas",
                "\"{scenario}\" has no net amounts: the appropriation or the number of förbund is missing"
            ),
        )
        .help(say!(
            language,
            "Skriv appropriation i [model] och forbund i [model.rest_of_country] i utgångsläget, eller välj --redistribution gross.",
            "Write appropriation in [model] and forbund in [model.rest_of_country] of the baseline, or choose --redistribution gross."
        )),
    }
}
