//! What is said of problems with files as such.

use super::language::Language;
use super::problem::Description;
use super::reason::{advice, advice_to_reader, left as what_is_left, why};
use crate::diagnostic::{FileProblem, Named, OtherFile, WantedFile};

pub(super) fn describe(problem: &FileProblem, language: Language) -> Description {
    match problem {
        FileProblem::NotFound { wanted, tried, nearest } => {
            let title = say!(language, "filen ”{wanted}” finns inte", "there is no file \"{wanted}\"");
            let places = language.alternatives(tried);
            let otherwise = if let Some(option) = option_with_dash(wanted) {
                dash(&option, language)
            } else if tried.is_empty() {
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
        FileProblem::NotThere { wanted, nearest } => Description::new(
            "file_not_found",
            say!(language, "filen ”{wanted}” finns inte", "there is no file \"{wanted}\""),
        )
        .nearest(
            language,
            nearest.as_deref(),
            match option_with_dash(wanted) {
                Some(option) => dash(&option, language),
                None => say!(
                    language,
                    "Sökvägen räknas från mappen du står i. Skriv hela sökvägen, eller byt mapp med cd.",
                    "The path is relative to the folder you are in. Write the whole path, or change folder with cd."
                ),
            },
        ),
        FileProblem::OfOtherKind { path, what, wanted } => of_other_kind(path, *what, *wanted, language),
        FileProblem::ShadowsExample { wanted, path, example } => Description::new(
            "shadows_example",
            say!(
                language,
                "”{wanted}” är här din fil {path}, inte det inbyggda exemplet",
                "\"{wanted}\" is your file {path} here, not the built-in example"
            ),
        )
        .help(say!(
            language,
            "Är exemplet det som menas: skriv {example}. Annars: ge filen ett eget namn, så tar ingen miste.",
            "If the example is meant, write {example}. Else give the file a name of its own, so that nobody mistakes it."
        )),
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
        .help(advice_to_reader(*reason, language).to_owned()),
        FileProblem::NameTooLong { most } => Description::new(
            "name_too_long",
            say!(
                language,
                "namnet är längre än {most} tecken",
                "the name is longer than {most} characters"
            ),
        )
        .help(say!(
            language,
            "Ett så långt namn går inte att läsa i tabeller och diagram. Förkorta det; i en scenariofil ryms mer under description.",
            "Nobody can read a name that long in tables and charts. Shorten it; in a scenario file there is room for more under description."
        )),
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
        FileProblem::NotRegular { path } => Description::new(
            "not_a_regular_file",
            say!(language, "”{path}” är ingen vanlig fil", "\"{path}\" is not a regular file"),
        )
        .label(say!(language, "filen som angavs", "the file as given"))
        .help(say!(
            language,
            "Spara innehållet i en fil och ange den. Enheter och rör (pipes) läses inte.",
            "Save the content in a file and give that one. Devices and pipes are not read."
        )),
        FileProblem::EndingUnfit { path, named } => {
            let endings: Vec<String> = named.endings().iter().map(|ending| format!(".{ending}")).collect();
            let endings = language.alternatives(&endings);
            Description::new(
                "ending_unfit",
                match named {
                    Named::Scenario | Named::Baseline | Named::Sources => say!(
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
            Named::Scenario => Description::new(
                "foreign_file",
                say!(language, "”{path}” är inget scenario", "\"{path}\" is not a scenario"),
            )
            .help(say!(
                language,
                "Ett scenario har minst name och baseline. Innehållet i andra filer visas inte.",
                "A scenario has at least name and baseline. The contents of other files are not shown."
            )),
            Named::Sources => Description::new(
                "foreign_file",
                say!(language, "”{path}” är ingen källfil", "\"{path}\" is not a file of sources"),
            )
            .help(say!(
                language,
                "En källfil har minst en [[source]]. Innehållet i andra filer visas inte.",
                "A file of sources has at least one [[source]]. The contents of other files are not shown."
            )),
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

/// The option that a word processor has turned the hyphens of into a dash.
fn option_with_dash(wanted: &str) -> Option<String> {
    let option = wanted.strip_prefix(['–', '—'])?.trim_start_matches(['-', '–', '—']);
    (!option.is_empty()).then(|| format!("--{option}"))
}

fn dash(option: &str, language: Language) -> String {
    say!(
        language,
        "Det står ett tankstreck före. En flagga skrivs med två bindestreck: {option}.",
        "It begins with a dash. An option is written with two hyphens: {option}."
    )
}

fn of_other_kind(path: &str, what: OtherFile, wanted: WantedFile, language: Language) -> Description {
    let is = match what {
        OtherFile::Scenario => language.pick("ett scenario", "a scenario"),
        OtherFile::Baseline => language.pick("ett utgångsläge", "a baseline"),
        OtherFile::Table => language.pick("en tabell", "a table"),
        OtherFile::Workbook => language.pick("en arbetsbok", "a workbook"),
        OtherFile::Json => "JSON",
        OtherFile::Report => language.pick("ett dokument", "a document"),
    };
    let is_not = match wanted {
        WantedFile::Scenario => language.pick("ett scenario", "a scenario"),
        WantedFile::Table => language.pick("en kommuntabell", "a kommun table"),
        WantedFile::Result => language.pick("ett resultat", "a result"),
    };
    let title = say!(language, "”{path}” är {is}, inte {is_not}", "\"{path}\" is {is}, not {is_not}");
    let description = match wanted {
        WantedFile::Scenario => Description::new("not_a_scenario", title),
        WantedFile::Table => Description::new("not_a_table", title),
        WantedFile::Result => Description::new("not_a_result", title),
    };
    description.help(help_for_other_kind(path, what, wanted, language))
}

fn help_for_other_kind(path: &str, what: OtherFile, wanted: WantedFile, language: Language) -> String {
    // As it must be typed.
    let file = if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() };
    match (what, wanted) {
        (OtherFile::Scenario, WantedFile::Result) => {
            let stem = path.rsplit(['/', ':']).next().unwrap_or(path).trim_end_matches(".toml");
            say!(
                language,
                "Räkna det först: finsam simulate {file} --format json -o {stem}.json.",
                "Compute it first: finsam simulate {file} --format json -o {stem}.json."
            )
        }
        (
            OtherFile::Baseline | OtherFile::Table | OtherFile::Workbook | OtherFile::Report,
            WantedFile::Result,
        ) => {
            say!(
                language,
                "Ange ett resultat i JSON. Det skrivs med finsam simulate SCENARIO --format json -o resultat.json.",
                "Give a result in JSON. It is written by finsam simulate SCENARIO --format json -o result.json."
            )
        }
        (OtherFile::Baseline, _) => say!(
            language,
            "Ange tabellen, en fil som slutar på .csv. Utgångsläget visas med finsam data show {file}.",
            "Give the table, a file that ends in .csv. The baseline is shown by finsam data show {file}."
        ),
        (OtherFile::Scenario | OtherFile::Report, WantedFile::Table) => say!(
            language,
            "Ange tabellen, en fil som slutar på .csv.",
            "Give the table, a file that ends in .csv."
        ),
        (OtherFile::Table, _) => say!(
            language,
            "Visa den med finsam data show {file}. Skriv scenarier till den med finsam init --table {file} --lan Jönköping, och räkna dem.",
            "Show it with finsam data show {file}. Write scenarios for it with finsam init --table {file} --lan Jönköping, and compute those."
        ),
        (OtherFile::Workbook, _) | (OtherFile::Json, WantedFile::Table) => say!(
            language,
            "Gör en kommuntabell av den med finsam import {file} -o kommuner.csv.",
            "Make a kommun table of it with finsam import {file} -o kommuner.csv."
        ),
        (OtherFile::Json, _) => say!(
            language,
            "Två resultat jämförs med finsam diff. Siffror från Kolada läses med finsam import.",
            "Two results are compared by finsam diff. Figures of Kolada are read by finsam import."
        ),
        (OtherFile::Scenario | OtherFile::Report, _) => say!(
            language,
            "Ange scenariot, en fil som slutar på .toml. Är det filen att skriva: sätt -o före.",
            "Give the scenario, a file that ends in .toml. If it is the file to write, put -o before it."
        ),
    }
}
