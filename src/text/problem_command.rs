//! What is said of problems with what was asked for on the command line.

use super::language::Language;
use super::number;
use super::problem::Description;
use super::reason::{advice, left as what_is_left, why};
use crate::diagnostic::CommandProblem;

pub(super) fn describe(problem: &CommandProblem, language: Language) -> Description {
    match problem {
        CommandProblem::UnknownLan { lan, nearest } => Description::new(
            "unknown_lan",
            say!(language, "inget län heter ”{lan}”", "no län is called \"{lan}\""),
        )
        .label(say!(language, "inget län", "no län"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(
                language,
                "Skriv namnet eller de två första siffrorna i kommunkoden: Jönköping eller 06.",
                "Write the name, or the first two digits of the kommunkod: Jönköping or 06."
            ),
        ),
        CommandProblem::LanWithoutKommuner { lan } => Description::new(
            "lan_without_kommuner",
            say!(
                language,
                "kommuntabellen har inga kommuner i {lan}",
                "the kommun table has no kommuner in {lan}"
            ),
        )
        .label(say!(language, "inga kommuner", "no kommuner"))
        .help(say!(
            language,
            "Välj en tabell som har dem med --table, eller utelämna --table för den inbyggda.",
            "Choose a table that has them with --table, or leave --table out for the built-in one."
        )),
        CommandProblem::UnknownColumn { column, nearest, existing } => {
            let existing = language.list(existing);
            Description::new(
                "unknown_column",
                say!(language, "ingen kolumn heter ”{column}”", "no column is called \"{column}\""),
            )
            .label(say!(language, "ingen kolumn", "no column"))
            .nearest(
                language,
                nearest.as_deref(),
                say!(language, "Kolumnerna är {existing}.", "The columns are {existing}."),
            )
        }
        CommandProblem::NoKommunFound { word } => Description::new(
            "no_kommun_found",
            say!(
                language,
                "ingen kommun i tabellen heter något som liknar ”{word}”",
                "no kommun of the table is called anything like \"{word}\""
            ),
        )
        .help(say!(
            language,
            "Ange en del av namnet eller början av kommunkoden. Utan ord visas alla: finsam data kommuner.",
            "Give a part of the name or the start of the kommunkod. Without a word all are shown: finsam data kommuner."
        )),
        CommandProblem::NoKommunerGiven { lan } => Description::new(
            "no_kommuner_given",
            say!(language, "det är inte sagt vilka kommuner det gäller", "it is not said which kommuner are meant"),
        )
        .help(match lan {
            Some(lan) => say!(
                language,
                "”{lan}” är här namnet på en mapp. Menade du --lan {lan}?",
                "\"{lan}\" is the name of a folder here. Did you mean --lan {lan}?"
            ),
            None => say!(
                language,
                "Ange --lan Jönköping, --kommuner \"Trollhättan,Lilla Edet\" eller --forbund \"Namn=kommun,kommun\" en gång per förbund. Eller ge en tabell (--table) vars kolumn forbund säger vilket förbund varje kommun hör till.",
                "Give --lan Jönköping, --kommuner \"Trollhättan,Lilla Edet\" or --forbund \"Name=kommun,kommun\" once per förbund. Or give a table (--table) whose column forbund says which förbund each kommun belongs to."
            ),
        }),
        CommandProblem::NotUtf8 { name } => Description::new(
            "not_utf8",
            say!(language, "”{name}” är inte skrivet i UTF-8", "\"{name}\" is not written in UTF-8"),
        )
        .help(say!(
            language,
            "Namnet kommer ofta från ett gammalt arkiv. Byt namn på filen eller mappen, så att tecknen ser rätt ut, och ange det nya namnet.",
            "Such a name often comes from an old archive. Rename the file or folder so that its letters look right, and give the new name."
        )),
        CommandProblem::SourceDateEpoch { value } => Description::new(
            "source_date_epoch",
            say!(
                language,
                "miljövariabeln SOURCE_DATE_EPOCH är ”{value}”, vilket inte är någon tidpunkt",
                "the environment variable SOURCE_DATE_EPOCH is \"{value}\", which is not a point in time"
            ),
        )
        .help(say!(
            language,
            "Ange hela sekunder sedan 1970, till exempel 1795305600, eller ta bort variabeln: då gäller dagens datum.",
            "Give whole seconds since 1970, for example 1795305600, or remove the variable: then today's date is used."
        )),
        CommandProblem::ForbundForm => Description::new(
            "forbund_form",
            say!(
                language,
                "ett förbund ska skrivas NAMN=kommun,kommun",
                "a förbund must be written NAME=kommun,kommun"
            ),
        )
        .label(say!(language, "namn eller kommuner saknas", "a name or kommuner are missing"))
        .help(say!(
            language,
            "Till exempel --forbund \"Finnveden=Värnamo,Gnosjö,Gislaved\".",
            "For example --forbund \"Finnveden=Värnamo,Gnosjö,Gislaved\"."
        )),
        CommandProblem::KommunWithoutForbund { kommun } => Description::new(
            "kommun_without_forbund",
            say!(language, "”{kommun}” är inte med i något förbund", "\"{kommun}\" is in none of the förbund"),
        )
        .label(say!(language, "i inget --forbund", "in no --forbund"))
        .help(say!(
            language,
            "Lägg till kommunen i ett --forbund, eller ta bort den ur --kommuner om den inte tillhör något.",
            "Add the kommun to a --forbund, or remove it from --kommuner if it belongs to none."
        )),
        CommandProblem::OneKommun { kommun } => Description::new(
            "one_kommun",
            say!(
                language,
                "med bara {kommun} finns det inget att slå ihop, dela eller flytta",
                "with {kommun} alone there is nothing to merge, split or move"
            ),
        )
        .help(say!(
            language,
            "Ange minst två kommuner, till exempel med ett grannförbund.",
            "Give at least two kommuner, for example those of a neighbouring förbund too."
        )),
        CommandProblem::KansliUnusable => Description::new(
            "kansli_unusable",
            say!(
                language,
                "kanslikostnaden ska vara hela kronor per år, högst 10¹²",
                "the kansli cost must be whole kronor a year, at most 10¹²"
            ),
        )
        .label(say!(language, "inget belopp", "no amount"))
        .help(say!(
            language,
            "Till exempel --kansli 1250000, eller \"1 250 000\". Utelämna --kansli om kostnaden är okänd.",
            "For example --kansli 1250000, or \"1 250 000\". Leave --kansli out if the cost is unknown."
        )),
        CommandProblem::ReportFormat { path, endings } => {
            let endings = language.alternatives(endings);
            let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
            let title = match written_instead(ending) {
                Some(_) => say!(
                    language,
                    "finsam skriver inga .{ending}-filer: ”{path}”",
                    "finsam writes no .{ending} files: \"{path}\""
                ),
                None => say!(
                    language,
                    "”{path}” har ingen ändelse som säger formatet",
                    "\"{path}\" has no ending that says the format"
                ),
            };
            Description::new("report_format", title).help(match written_instead(ending) {
                Some("html") => say!(
                    language,
                    "Skriv en sida med -o {stem}.html, öppna den i webbläsaren, välj Skriv ut och spara som PDF.",
                    "Write a page with -o {stem}.html, open it in the browser, choose Print and save it as PDF."
                ),
                Some(instead) => {
                    say!(language, "Skriv -o {stem}.{instead}.", "Write -o {stem}.{instead}.")
                }
                None => say!(language, "Låt namnet sluta på {endings}.", "Let the name end in {endings}."),
            })
        }
        CommandProblem::OutputNotText { path, is_table } => Description::new(
            "output_not_text",
            say!(
                language,
                "kommandot skriver text, och ”{path}” skulle inte gå att öppna",
                "the command writes text, and \"{path}\" could not be opened"
            ),
        )
        .help(text_instead(path, *is_table, language)),
        CommandProblem::ReportTooLarge { path, kommuner, lines } => {
            let count = |number: &usize| number::whole(language, i64::try_from(*number).expect("a count"));
            let (kommuner, lines) = (count(kommuner), count(lines));
            Description::new(
            "report_too_large",
            say!(
                language,
                "”{path}” skulle bli större än ett kalkylprogram orkar räkna om",
                "\"{path}\" would be larger than a spreadsheet program can recalculate"
            ),
        )
        .help(say!(
            language,
            "En arbetsbok rymmer {kommuner} kommuner i förbund, och högst {lines} par av förbund och region, och lika många steg i vad kanslierna kostar, per alternativ. De andra formaten har inga sådana gränser.",
            "A workbook holds {kommuner} kommuner in förbund, and at most {lines} pairs of förbund and region, and as many steps of what the kanslier cost, per alternative. The other formats have no such bounds."
        ))
        }
        CommandProblem::MetricNotComputed { metric } => Description::new(
            "metric_not_computed",
            say!(
                language,
                "”{metric}” är inget tal som modellen räknar fram",
                "\"{metric}\" is no figure that the model computes"
            ),
        )
        .label(say!(language, "inget att förklara", "nothing to explain"))
        .help(if metric.starts_with("criteria.") {
            say!(
                language,
                "explain förklarar modellens belopp. Hur det här talet räknas står under tabellerna i finsam simulate --criteria.",
                "explain explains the amounts of the model. The notes of finsam simulate --criteria say how this figure is counted."
            )
        } else {
            say!(
                language,
                "Välj till exempel delta.gross.total, after.net.total.state eller, med --forbund, state.total.",
                "Choose for example delta.gross.total, after.net.total.state or, with --forbund, state.total."
            )
        }),
        CommandProblem::FilesExist { paths } => {
            let files = language.list(paths);
            Description::new(
                "files_exist",
                match paths.as_slice() {
                    [_] => say!(
                        language,
                        "{files} finns redan; ingenting har skrivits",
                        "{files} is there already; nothing was written"
                    ),
                    _ => say!(
                        language,
                        "{files} finns redan; ingenting har skrivits",
                        "{files} are there already; nothing was written"
                    ),
                },
            )
            .help(say!(
                language,
                "Ange en annan mapp, eller --force för att ersätta dem.",
                "Give another folder, or --force to replace them."
            ))
        }
        CommandProblem::FilesUnwritable { path, reason, left } => Description::new("files_unwritable", {
            let reason = why(*reason, language);
            say!(language, "kan inte skriva ”{path}”: {reason}", "cannot write \"{path}\": {reason}")
        })
        .help(format!("{} {}", advice(*reason, language), what_is_left(left, language))),
        CommandProblem::AllowanceForm => Description::new(
            "allowance_form",
            say!(
                language,
                "en tillåten ändring ska skrivas SÖKVÄG=TOLERANS",
                "an allowed change must be written METRIC=TOLERANCE"
            ),
        )
        .label(say!(language, "inget = mellan två delar", "no = between two parts"))
        .help(say!(
            language,
            "Till exempel --allow-change \"delta.gross.total=±1%\".",
            "For example --allow-change \"delta.gross.total=±1%\"."
        )),
        CommandProblem::ToleranceUnusable => Description::new(
            "tolerance_unusable",
            say!(language, "toleransen är inget tal", "the tolerance is no number"),
        )
        .label(say!(language, "tal med enhet, högst 10¹² och sex decimaler", "a number with its unit, at most 10¹² and six decimals"))
        .help(say!(
            language,
            "Till exempel ±1%, +0,5 mnkr eller -5000 kr. Utan tecken gäller båda hållen.",
            "For example ±1%, +0.5 mnkr or -5000 kr. Without a sign it goes both ways."
        )),
        CommandProblem::ToleranceWithoutUnit => Description::new(
            "tolerance_without_unit",
            say!(language, "toleransen saknar enhet", "the tolerance has no unit"),
        )
        .label(say!(language, "vad räknas?", "of what?"))
        .help(say!(
            language,
            "Skriv ut enheten: 1%, 5000 kr, 5 tkr, 0,5 mnkr, 3 invånare, 10 helårsekvivalenter.",
            "Write the unit: 1%, 5000 kr, 5 tkr, 0.5 mnkr, 3 inhabitants, 10 full-year equivalents."
        )),
        CommandProblem::ToleranceUnitUnknown { unit, nearest } => Description::new(
            "tolerance_unit_unknown",
            say!(language, "”{unit}” är ingen enhet här", "\"{unit}\" is no unit here"),
        )
        .label(say!(language, "okänd enhet", "an unknown unit"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(
                language,
                "Enheterna är %, kr, tkr, mnkr, kr/invånare, förbund, invånare och helårsekvivalenter.",
                "The units are %, kr, tkr, mnkr, kr/inhabitant, förbund, inhabitants and full-year equivalents."
            ),
        ),
        CommandProblem::ToleranceUnitUnfit { metric, fitting } => {
            let fitting = language.alternatives(fitting);
            Description::new(
                "tolerance_unit_unfit",
                say!(
                    language,
                    "enheten passar inte ”{metric}”",
                    "the unit does not fit \"{metric}\""
                ),
            )
            .label(say!(language, "räknar något annat", "counts something else"))
            .help(say!(language, "Skriv toleransen i {fitting}.", "Write the tolerance in {fitting}."))
        }
        CommandProblem::MetricWithoutCheck { metric, nearest, existing } => {
            let existing = language.list(existing);
            Description::new(
                "metric_without_check",
                say!(language, "ingen kontroll gäller ”{metric}”", "no check is about \"{metric}\""),
            )
            .label(say!(language, "ingen metric i scenarierna", "no metric of the scenarios"))
            .nearest(
                language,
                nearest.as_deref(),
                if existing.is_empty() {
                    say!(language, "Scenarierna har inga kontroller.", "The scenarios have no checks.")
                } else {
                    say!(language, "Kontrollerna gäller {existing}.", "The checks are about {existing}.")
                },
            )
        }
        CommandProblem::MetricNotCompared { metric, nearest } => Description::new(
            "metric_not_compared",
            say!(language, "resultaten har ingen siffra ”{metric}”", "the results have no figure \"{metric}\""),
        )
        .label(say!(language, "finns inte i något av resultaten", "in neither of the results"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(
                language,
                "Skriv sökvägen som i tabellen: delta.gross.total, eller i en rad after.gross.state.total.",
                "Write the path as in the table: delta.gross.total, or in a row after.gross.state.total."
            ),
        ),
    }
}

/// What is written in place of a format that finsam does not write: a page that can be printed, Word, Excel.
fn written_instead(ending: &str) -> Option<&'static str> {
    match ending.to_lowercase().as_str() {
        "pdf" => Some("html"),
        "doc" | "odt" | "rtf" => Some("docx"),
        "xls" | "ods" => Some("xlsx"),
        _ => None,
    }
}

/// What to write in place of a text that is called a document.
fn text_instead(path: &str, is_table: bool, language: Language) -> String {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let ending = ending.to_lowercase();
    let instead = written_instead(&ending).unwrap_or(&ending);
    if is_table {
        return say!(
            language,
            "Tabellen skrivs som CSV, som Excel öppnar: -o {stem}.csv.",
            "The table is written as CSV, which Excel opens: -o {stem}.csv."
        );
    }
    let report = say!(
        language,
        "Ge filen ett annat namn. En hel rapport: finsam report SCENARIO -o {stem}.{instead}.",
        "Give the file another name. A whole report: finsam report SCENARIO -o {stem}.{instead}."
    );
    if instead == "xlsx" {
        return say!(
            language,
            "{report} En tabell som Excel öppnar: --format csv --csv-dialect excel -o {stem}.csv.",
            "{report} A table that Excel opens: --format csv --csv-dialect excel -o {stem}.csv."
        );
    }
    if ending == "pdf" {
        return say!(
            language,
            "{report} Öppna sidan i webbläsaren, välj Skriv ut och spara som PDF.",
            "{report} Open the page in the browser, choose Print and save it as PDF."
        );
    }
    report
}
