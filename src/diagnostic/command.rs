//! What can be wrong with what was asked for on the command line.

use super::declare::problems;
use super::reason::{Reason, help_and_rest};
use crate::text::language::Language;

problems!(
    /// What can be wrong with what was asked for on the command line.
    pub enum CommandProblem {
        #[error("unknown_lan")]
        #[title("inget län heter ”{lan}”", "no län is called \"{lan}\"")]
        #[label("inget län", "no län")]
        #[did_you_mean(nearest)]
        #[help = "Skriv namnet eller de två första siffrorna i kommunkoden: Jönköping eller 06."]
        #[en = "Write the name, or the first two digits of the kommunkod: Jönköping or 06."]
        UnknownLan { lan: String, nearest: Option<String> },
        #[error("lan_without_kommuner")]
        #[title("kommuntabellen har inga kommuner i {lan}", "the kommun table has no kommuner in {lan}")]
        #[label("inga kommuner", "no kommuner")]
        #[help = "Välj en tabell som har dem med --table, eller utelämna --table för den inbyggda."]
        #[en = "Choose a table that has them with --table, or leave --table out for the built-in one."]
        LanWithoutKommuner { lan: String },
        #[error("unknown_column")]
        #[title("ingen kolumn heter ”{column}”", "no column is called \"{column}\"")]
        #[label("ingen kolumn", "no column")]
        #[did_you_mean(nearest)]
        #[help("Kolumnerna är {existing}.", "The columns are {existing}.")]
        UnknownColumn { column: String, nearest: Option<String>, existing: Vec<String> },
        #[error("no_kommun_found")]
        #[title = "ingen kommun i tabellen heter något som liknar ”{word}”"]
        #[en = "no kommun of the table is called anything like \"{word}\""]
        #[help = "Ange en del av namnet eller början av kommunkoden. Utan ord visas alla: finsam data \
            kommuner."]
        #[en = "Give a part of the name or the start of the kommunkod. Without a word all are shown: finsam \
            data kommuner."]
        NoKommunFound { word: String },
        /// `lan`: the folder whose name is that of a län.
        #[error("no_kommuner_given")]
        #[title("det framgår inte vilka kommuner det gäller", "no kommuner are given")]
        #[help = "”{lan}” är här namnet på en mapp. Menade du --lan {lan}?"]
        #[en = "\"{lan}\" is the name of a folder here. Did you mean --lan {lan}?"]
        #[when(lan)]
        #[help = "Ange --lan Jönköping, --kommuner \"Trollhättan,Lilla Edet\" eller --forbund \
            \"Namn=kommun,kommun\" en gång per förbund. Eller ge en tabell (--table) vars kolumn forbund \
            säger vilket förbund varje kommun hör till."]
        #[en = "Give --lan Jönköping, --kommuner \"Trollhättan,Lilla Edet\" or --forbund \
            \"Name=kommun,kommun\" once per förbund. Or give a table (--table) whose column forbund says \
            which förbund each kommun belongs to."]
        NoKommunerGiven { lan: Option<String> },
        #[error("not_utf8")]
        #[title("”{name}” är inte skrivet i UTF-8", "\"{name}\" is not written in UTF-8")]
        #[help = "Namnet kommer ofta från ett gammalt arkiv. Byt namn på filen eller mappen, så att tecknen \
            ser rätt ut, och ange det nya namnet."]
        #[en = "Such a name often comes from an old archive. Rename the file or folder so that its \
            characters look right, and give the new name."]
        NotUtf8 { name: String },
        #[error("source_date_epoch")]
        #[title = "miljövariabeln SOURCE_DATE_EPOCH är ”{value}”, vilket inte är någon tidpunkt"]
        #[en = "the environment variable SOURCE_DATE_EPOCH is \"{value}\", which is not a point in time"]
        #[help = "Ange hela sekunder sedan 1970, till exempel 1795305600, eller ta bort variabeln: då gäller \
            dagens datum."]
        #[en = "Give whole seconds since 1970, for example 1795305600, or remove the variable: then today's \
            date is used."]
        SourceDateEpoch { value: String },
        #[error("forbund_form")]
        #[title("ett förbund ska skrivas NAMN=kommun,kommun", "a förbund must be written NAME=kommun,kommun")]
        #[label("namn eller kommuner saknas", "a name or kommuner are missing")]
        #[help = "Till exempel --forbund \"Finnveden=Värnamo,Gnosjö,Gislaved\"."]
        #[en = "For example --forbund \"Finnveden=Värnamo,Gnosjö,Gislaved\"."]
        ForbundForm,
        #[error("kommun_without_forbund")]
        #[title("”{kommun}” är inte med i något förbund", "\"{kommun}\" is in none of the förbund")]
        #[label("i inget --forbund", "in no --forbund")]
        #[help = "Lägg till kommunen i ett --forbund, eller ta bort den ur --kommuner om den inte tillhör \
            något."]
        #[en = "Add the kommun to a --forbund, or remove it from --kommuner if it belongs to none."]
        KommunWithoutForbund { kommun: String },
        #[error("one_kommun")]
        #[title = "med bara {kommun} finns det inget att slå ihop, dela eller flytta"]
        #[en = "with {kommun} alone there is nothing to merge, split or move"]
        #[help = "Ange minst två kommuner, till exempel med ett grannförbund."]
        #[en = "Give at least two kommuner, for example those of a neighbouring förbund too."]
        OneKommun { kommun: String },
        #[error("kansli_unusable")]
        #[title = "kanslikostnaden ska vara hela kronor per år, högst 10¹²"]
        #[en = "the kansli cost must be whole kronor a year, at most 10¹²"]
        #[label("inget belopp", "not an amount")]
        #[help = "Till exempel --kansli 1250000, eller \"1 250 000\". Utelämna --kansli om kostnaden är \
            okänd."]
        #[en = "For example --kansli 1250000, or \"1 250 000\". Leave --kansli out if the cost is unknown."]
        KansliUnusable,
        #[error("change_form")]
        #[title("{option} går inte att läsa", "{option} cannot be read")]
        #[label("något saknas eller är för mycket", "something is missing or too much")]
        #[help("Till exempel {option} \"{example}\".", "For example {option} \"{example}\".")]
        ChangeForm { option: String, example: &'static str },
        #[error("change_incomplete")]
        #[title("--merge saknar --into", "--merge has no --into")]
        #[label("vad ska de heta tillsammans?", "what are they called together?")]
        #[help("Skriv --into NAMN efter --merge.", "Write --into NAME after --merge.")]
        MergeWithoutInto,
        #[error("change_incomplete")]
        #[title("--shared-kansli saknar --kansli", "--shared-kansli has no --kansli")]
        #[label("vad kostar det gemensamma kansliet?", "what does the shared kansli cost?")]
        #[help("Skriv --kansli KR efter --shared-kansli.", "Write --kansli KR after --shared-kansli.")]
        SharedKansliWithoutKansli,
        #[error("option_without_change")]
        #[title("--into följer inte på --merge", "--into does not follow a --merge")]
        #[label("vad ska heta så?", "what is to be called so?")]
        #[help = "Skriv --merge \"A,B\" --into AB. Ett nytt förbund av kommuner skrivs --create \"NAMN=kommun,kommun\"."]
        #[en = "Write --merge \"A,B\" --into AB. A new förbund of kommuner is written --create \"NAME=kommun,kommun\"."]
        IntoWithoutMerge,
        #[error("option_without_change")]
        #[title("--kansli följer inte på en ändring", "--kansli does not follow a change")]
        #[label("vilket kansli?", "which kansli?")]
        #[help = "Skriv --kansli en gång efter varje ändring som den gäller: --merge, --move, --create eller \
            --shared-kansli."]
        #[en = "Write --kansli once after each change that it is about: --merge, --move, --create or --shared-kansli."]
        KansliWithoutChange,
        #[error("option_without_change")]
        #[title("--kansli står två gånger efter en ändring", "--kansli stands twice after one change")]
        #[label("vilket av dem?", "which of them?")]
        #[help("Låt det ena stå.", "Leave one of them.")]
        KansliTwice,
        #[error("option_without_change")]
        #[title("--kansli följer på --split", "--kansli follows a --split")]
        #[label("vilken dels kansli?", "the kansli of which part?")]
        #[help = "Delarna delar på kansliet efter invånare. Skriv andra belopp i filen: kansli = … i varje del av into."]
        #[en = "The parts share the kansli by inhabitants. Write other amounts in the file: kansli = … in each part of \
            into."]
        KansliOfSplit,
        #[error("metric_not_computed")]
        #[title = "”{metric}” är inget tal som modellen beräknar"]
        #[en = "\"{metric}\" is not a figure that the model computes"]
        #[label("inget att förklara", "nothing to explain")]
        #[help = "explain förklarar modellens belopp. Hur det här talet beräknas står under tabellerna i \
            finsam simulate --criteria."]
        #[en = "explain explains the amounts of the model. The notes of finsam simulate --criteria say how \
            this figure is counted."]
        #[when(is_criterion)]
        #[help = "Välj till exempel delta.gross.total, after.net.total.state eller, med --forbund, \
            state.total."]
        #[en = "Choose for example delta.gross.total, after.net.total.state or, with --forbund, state.total."]
        #[with(is_criterion, is_criterion(metric))]
        MetricNotComputed { metric: String },
        #[error("metric_of_path")]
        #[title = "”{metric}” gäller tidsplanens år, som förklaras ett och ett"]
        #[en = "\"{metric}\" is of the years of the path, which are explained one by one"]
        #[label("hör till flera år eller till ett av dem", "is of several years or of one of them")]
        #[help = "Välj ett år med --year, och till exempel --metric delta.gross.insatser."]
        #[en = "Choose a year with --year, and for example --metric delta.gross.insatser."]
        MetricOfPath { metric: String },
        #[error("metric_of_all_years")]
        #[title("”{metric}” finns bara för hela tidsplanen", "\"{metric}\" is of the whole path only")]
        #[label("har inget enskilt år", "has no single year")]
        #[help("Ta bort --year, eller välj det sista året.", "Remove --year, or choose the last year.")]
        MetricOfAllYears { metric: String },
        #[error("files_exist")]
        #[title = "{paths} finns redan; ingenting har skrivits"]
        #[en = "this would replace {paths}; nothing was written"]
        #[help = "Ange en annan mapp, eller --force för att ersätta dem."]
        #[en = "Give another folder, or --force to replace them."]
        FilesExist { paths: Vec<String> },
        #[error("files_exist")]
        #[title(
            "{path} finns redan; ingenting har skrivits",
            "this would replace {path}; nothing was written"
        )]
        #[help = "Ange ett annat namn, eller --force för att ersätta filen."]
        #[en = "Give another name, or --force to replace the file."]
        FileExists { path: String },
        #[error("baseline_unused")]
        #[title = "--baseline används inte: ingen av filerna är en tabell"]
        #[en = "--baseline is not used: none of the files is a table"]
        #[label("till vilken tabell?", "for which table?")]
        #[help = "Ta bort --baseline: scenarier (TOML) säger själva vilket utgångsläge de bygger på. Den behövs för \
            tabeller (CSV, xlsx) med kolumnerna kommun och forbund."]
        #[en = "Remove --baseline: scenarios (TOML) say themselves which baseline they rest on. It is needed for \
            tables (CSV, xlsx) with the columns kommun and forbund."]
        BaselineUnused,
        #[error("report_format")]
        #[title = "finsam skriver inga .{ending}-filer: ”{path}”"]
        #[en = "finsam writes no .{ending} files: \"{path}\""]
        #[help = "Skriv en sida med -o {stem}.html, öppna den i webbläsaren, välj Skriv ut och spara som \
            PDF."]
        #[en = "Write a page with -o {stem}.html, open it in the browser, choose Print and save it as PDF."]
        #[when(is_pdf)]
        #[help("Skriv -o {stem}.{instead}.", "Write -o {stem}.{instead}.")]
        #[with(ending, ending(path))]
        #[with(stem, stem(path))]
        #[with(is_pdf, is_pdf(path))]
        #[with(instead, report_ending(path))]
        ReportFormat { path: String },
        #[error("report_format")]
        #[title = "”{path}” har ingen ändelse som säger formatet"]
        #[en = "\"{path}\" has no ending that says the format"]
        #[help("Låt namnet sluta på {endings}.", "Let the name end in {endings}.")]
        #[with(endings, Language::alternatives(endings))]
        ReportWithoutFormat { path: String, endings: Vec<String> },
        #[error("map_format")]
        #[title("en karta skrivs som SVG, inte som .{ending}", "a map is written as SVG, not as .{ending}")]
        #[help = "Skriv -o {stem}.svg. Filen öppnas i webbläsaren och kan infogas som bild i Word."]
        #[en = "Write -o {stem}.svg. The file opens in the browser, and can be inserted as a picture in Word."]
        #[with(ending, ending(path))]
        #[with(stem, stem(path))]
        MapFormat { path: String },
        #[error("map_without_kommuner")]
        #[title("kartan har ingen av kommunerna", "the map has none of the kommuner")]
        #[help = "Kartan har Sveriges kommuner efter kommunkod, till exempel 1488. Här är kommunkoderna \
            {kommunkoder}."]
        #[en = "The map has the kommuner of Sweden by kommunkod, for example 1488. Here the kommunkoder are \
            {kommunkoder}."]
        #[with(kommunkoder, Language::first_names(kommunkoder))]
        MapWithoutKommuner { kommunkoder: Vec<String> },
        #[error("output_not_text")]
        #[title = "kommandot skriver text, och ”{path}” skulle inte gå att öppna"]
        #[en = "the command writes text, and \"{path}\" could not be opened"]
        #[help = "Tabellen skrivs som CSV, som Excel öppnar: -o {stem}.csv."]
        #[en = "The table is written as CSV, which Excel opens: -o {stem}.csv."]
        #[when(is_table)]
        #[help = "Ge filen ett annat namn. En hel rapport: finsam report SCENARIO -o {stem}.{instead}. En \
            tabell som Excel öppnar: --format csv --csv-dialect excel -o {stem}.csv."]
        #[en = "Give the file another name. A whole report: finsam report SCENARIO -o {stem}.{instead}. A \
            table that Excel opens: --format csv --csv-dialect excel -o {stem}.csv."]
        #[when(is_workbook)]
        #[help = "Ge filen ett annat namn. En hel rapport: finsam report SCENARIO -o {stem}.{instead}. Öppna \
            sidan i webbläsaren, välj Skriv ut och spara som PDF."]
        #[en = "Give the file another name. A whole report: finsam report SCENARIO -o {stem}.{instead}. Open \
            the page in the browser, choose Print and save it as PDF."]
        #[when(is_pdf)]
        #[help = "Ge filen ett annat namn. En hel rapport: finsam report SCENARIO -o {stem}.{instead}."]
        #[en = "Give the file another name. A whole report: finsam report SCENARIO -o {stem}.{instead}."]
        #[with(stem, stem(path))]
        #[with(instead, report_ending(path))]
        #[with(is_workbook, is_workbook(path))]
        #[with(is_pdf, is_pdf(path))]
        OutputNotText { path: String, is_table: bool },
        #[error("report_too_large")]
        #[title = "”{path}” skulle bli större än ett kalkylprogram klarar att räkna om"]
        #[en = "\"{path}\" would be larger than a spreadsheet program can recalculate"]
        #[help = "En arbetsbok rymmer {kommuner} kommuner i förbund, och högst {lines} par av förbund och \
            region, och lika många steg i vad kanslierna kostar, per alternativ. De andra formaten rymmer mer."]
        #[en = "A workbook holds {kommuner} kommuner in förbund, and at most {lines} pairs of förbund and \
            region, and as many steps of what the kanslier cost, per alternative. The other formats hold more."]
        ReportTooLarge { path: String, kommuner: usize, lines: usize },
        #[error("decision_of_which")]
        #[title(
            "det framgår inte vilket alternativ beslutet gäller",
            "the decision is about none of the alternatives"
        )]
        #[help(
            "Skriv --decision NAMN. Alternativen är {existing}.",
            "Write --decision NAME. The alternatives are {existing}."
        )]
        DecisionOfWhich { existing: Vec<String> },
        #[error("decision_unknown")]
        #[title("inget alternativ heter ”{name}”", "no alternative is called \"{name}\"")]
        #[label("inget av alternativen", "none of the alternatives")]
        #[did_you_mean(nearest)]
        #[help("Alternativen är {existing}.", "The alternatives are {existing}.")]
        DecisionUnknown { name: String, nearest: Option<String>, existing: Vec<String> },
        #[error("decision_unknown")]
        #[title("flera alternativ heter ”{name}”", "several alternatives are called \"{name}\"")]
        #[label("vilket av dem?", "which of them?")]
        #[help("Skriv filens namn: {files}.", "Write the name of the file: {files}.")]
        #[with(files, Language::alternatives(files))]
        DecisionAmbiguous { name: String, files: Vec<String> },
        #[error("decision_in_workbook")]
        #[title = "en arbetsbok har ingen avsiktsförklaring: ”{path}”"]
        #[en = "a workbook has no letter of intent: \"{path}\""]
        #[help(
            "Skriv också -o {stem}.docx, eller ta bort --decision.",
            "Write -o {stem}.docx too, or leave --decision out."
        )]
        #[with(stem, stem(path))]
        DecisionInWorkbook { path: String },
        /// `option`: as it is typed.
        #[error("option_without_scenario")]
        #[title = "{option} gäller rapporter om scenarier, inte om en sökning"]
        #[en = "{option} is for reports on scenarios, not on a search"]
        #[help = "Ta bort {option}: sökningen säger själv om beloppen är brutto eller netto, med redistribution i [rank]."]
        #[en = "Leave {option} out: the search itself says whether amounts are gross or net, with redistribution in \
            [rank]."]
        #[when(is_redistribution)]
        #[help = "Ta bort {option}, eller skriv de bästa indelningarna som scenarier med finsam search SÖKNING --scenarios \
            MAPP och gör rapporten om dem."]
        #[en = "Leave {option} out, or write the best groupings as scenarios with finsam search SEARCH --scenarios FOLDER \
            and make the report on those."]
        #[with(is_redistribution, is_redistribution(option))]
        OptionWithoutScenario { option: String },
        /// `most`: the number of alternatives with so many kommuner that fit.
        #[error("report_too_large")]
        #[title = "”{path}” skulle bli för stor att öppna: {alternatives} alternativ"]
        #[en = "\"{path}\" would be too large to open: {alternatives} alternatives"]
        #[help = "Med {kommuner} kommuner rymmer en sida eller ett Word-dokument {most} alternativ. Ta färre per \
            rapport, eller alla som tabell: finsam compare --format csv, json eller markdown."]
        #[en = "With {kommuner} kommuner a page or a Word document holds {most} alternatives. Take fewer per \
            report, or all of them as a table: finsam compare --format csv, json or markdown."]
        TooManyAlternatives { path: String, alternatives: usize, kommuner: usize, most: usize },
        #[error("files_unwritable")]
        #[title("kan inte skriva ”{path}”: {reason}", "cannot write \"{path}\": {reason}")]
        #[help("{what_to_do}", "{what_to_do}")]
        #[with(what_to_do, help_and_rest(reason, left))]
        FilesUnwritable { path: String, reason: Reason, left: Vec<String> },
        #[error("allowance_form")]
        #[title = "en tillåten ändring ska skrivas SÖKVÄG=TOLERANS"]
        #[en = "an allowed change must be written METRIC=TOLERANCE"]
        #[label("inget = mellan två delar", "no = between two parts")]
        #[help = "Till exempel --allow-change \"delta.gross.total=±1%\"."]
        #[en = "For example --allow-change \"delta.gross.total=±1%\"."]
        AllowanceForm,
        #[error("tolerance_unusable")]
        #[title("toleransen är inget tal", "the tolerance is not a number")]
        #[label = "tal med enhet, högst 10¹² och sex decimaler"]
        #[en = "a number with its unit, at most 10¹² and six decimals"]
        #[help = "Till exempel ±1%, +0,5 mnkr eller -5000 kr. Utan tecken gäller båda hållen."]
        #[en = "For example ±1%, +0.5 mnkr or -5000 kr. Without a sign it goes both ways."]
        ToleranceUnusable,
        #[error("tolerance_without_unit")]
        #[title("toleransen saknar enhet", "the tolerance has no unit")]
        #[label("vad räknas?", "a number of what?")]
        #[help = "Skriv ut enheten: 1%, 5000 kr, 5 tkr, 0,5 mnkr, 3 invånare, 10 helårsekvivalenter."]
        #[en = "Write the unit: 1%, 5000 kr, 5 tkr, 0.5 mnkr, 3 inhabitants, 10 full-year equivalents."]
        ToleranceWithoutUnit,
        #[error("tolerance_unit_unknown")]
        #[title("”{unit}” är ingen enhet här", "\"{unit}\" is not a unit here")]
        #[label("okänd enhet", "an unknown unit")]
        #[did_you_mean(nearest)]
        #[help = "Enheterna är %, kr, tkr, mnkr, kr/invånare, förbund, invånare och helårsekvivalenter."]
        #[en = "The units are %, kr, tkr, mnkr, kr/inhabitant, förbund, inhabitants and full-year \
            equivalents."]
        ToleranceUnitUnknown { unit: String, nearest: Option<String> },
        #[error("tolerance_unit_unfit")]
        #[title("enheten passar inte ”{metric}”", "the unit does not fit \"{metric}\"")]
        #[label("räknar något annat", "counts something else")]
        #[help("Skriv toleransen i {fitting}.", "Write the tolerance in {fitting}.")]
        #[with(fitting, Language::alternatives(fitting))]
        ToleranceUnitUnfit { metric: String, fitting: Vec<String> },
        #[error("metric_not_compared")]
        #[title("resultaten har ingen uppgift ”{metric}”", "the results have no figure \"{metric}\"")]
        #[label("finns inte i något av resultaten", "in neither of the results")]
        #[did_you_mean(nearest)]
        #[help = "Skriv sökvägen som i tabellen: delta.gross.total, eller i en rad after.gross.state.total."]
        #[en = "Write the path as in the table: delta.gross.total, or in a row after.gross.state.total."]
        MetricNotCompared { metric: String, nearest: Option<String> },
        #[error("metric_without_check")]
        #[title("ingen kontroll gäller ”{metric}”", "no check is about \"{metric}\"")]
        #[label("ingen metric i scenarierna", "no metric of the scenarios")]
        #[did_you_mean(nearest)]
        #[help("Kontrollerna gäller {existing}.", "The checks are about {existing}.")]
        #[when(existing)]
        #[help("Scenarierna har inga kontroller.", "The scenarios have no checks.")]
        MetricWithoutCheck { metric: String, nearest: Option<String>, existing: Vec<String> },
    }
);

impl CommandProblem {
    /// The name of a report says none of the formats; those have these endings.
    #[must_use]
    pub fn report_format(path: String, endings: Vec<String>) -> Self {
        let language = Language::default();
        if report_ending(language, &path) == ending(language, &path).to_lowercase() {
            Self::ReportWithoutFormat { path, endings }
        } else {
            Self::ReportFormat { path }
        }
    }
}

fn stem(_: Language, path: &str) -> String {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_owned()
}

fn ending(_: Language, path: &str) -> String {
    path.rsplit_once('.').map_or("", |(_, ending)| ending).to_owned()
}

/// The ending of the report that can be written in place of such a document: a page that can be printed, Word, Excel.
fn report_ending(language: Language, path: &str) -> String {
    let ending = ending(language, path).to_lowercase();
    match ending.as_str() {
        "pdf" => "html".to_owned(),
        "doc" | "odt" | "rtf" => "docx".to_owned(),
        "xls" | "ods" => "xlsx".to_owned(),
        _ => ending,
    }
}

fn is_pdf(language: Language, path: &str) -> bool {
    ending(language, path).eq_ignore_ascii_case("pdf")
}

fn is_workbook(language: Language, path: &str) -> bool {
    report_ending(language, path) == "xlsx"
}

fn is_redistribution(_: Language, option: &str) -> bool {
    option == "--redistribution"
}

fn is_criterion(_: Language, metric: &str) -> bool {
    metric.starts_with("criteria.")
}
