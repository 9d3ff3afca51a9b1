//! What can be wrong with a file as such.

use super::declare::problems;
use super::reason::{Reason, help_and_rest, help_for_reader};
use crate::text::language::Language;
use crate::text::localize::words;

words!(
    /// What a file is that was given as another kind.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum OtherFile {
        #[words("ett scenario", "a scenario")]
        Scenario,
        #[words("ett utgångsläge", "a baseline")]
        Baseline,
        #[words("en tabell", "a table")]
        Table,
        #[words("en arbetsbok", "a workbook")]
        Workbook,
        #[words("JSON", "JSON")]
        Json,
        #[words("ett dokument", "a document")]
        Document,
    }
);

problems!(
    /// What can be wrong with a file as such, or with the use of files.
    pub enum FileProblem {
        #[error("file_not_found")]
        #[title("filen ”{wanted}” finns inte", "there is no file \"{wanted}\"")]
        #[label("sökvägen som angavs", "the path as given")]
        #[did_you_mean(nearest)]
        #[help = "Det står ett tankstreck före. En flagga skrivs med två bindestreck: {option}."]
        #[en = "It begins with a dash. An option is written with two hyphens: {option}."]
        #[when(option)]
        #[help = "Sökte efter {tried}, och bland de inbyggda exemplen."]
        #[en = "Looked for {tried}, and among the built-in examples."]
        #[when(tried)]
        #[help = "Inget inbyggt exempel heter så. De börjar med builtin:data/, builtin:scenarios/ eller builtin:searches/."]
        #[en = "No built-in example is called so. They begin with builtin:data/, builtin:scenarios/ or builtin:searches/."]
        #[when(builtin)]
        #[help = "Kontrollera sökvägen: den utgår från filen den står i."]
        #[en = "Check the path: it is relative to the file that it is written in."]
        #[with(option, option_with_dash(wanted))]
        #[with(tried, Language::alternatives(tried))]
        #[with(builtin, builtin(wanted))]
        NotFound { wanted: String, tried: Vec<String>, nearest: Option<String> },
        /// As [`FileProblem::NotFound`], of a path on the command line that is looked for nowhere else.
        #[error("file_not_found")]
        #[title("filen ”{wanted}” finns inte", "there is no file \"{wanted}\"")]
        #[did_you_mean(nearest)]
        #[help = "Det står ett tankstreck före. En flagga skrivs med två bindestreck: {option}."]
        #[en = "It begins with a dash. An option is written with two hyphens: {option}."]
        #[when(option)]
        #[help = "Sökvägen utgår från mappen du står i. Skriv hela sökvägen, eller byt mapp med cd."]
        #[en = "The path is relative to the folder you are in. Write the whole path, or change folder with \
            cd."]
        #[with(option, option_with_dash(wanted))]
        NotThere { wanted: String, nearest: Option<String> },
        #[error("not_a_scenario")]
        #[title("”{path}” är en tabell, inte ett scenario", "\"{path}\" is a table, not a scenario")]
        #[help = "Säger den vilket förbund varje kommun ska höra till: ge utgångsläget med --baseline till simulate, \
            compare eller report, eller gör ett scenario med finsam new. En kommuntabell visas med finsam data show \
            {file}, och scenarier till den skrivs med finsam init --table {file} --lan Jönköping."]
        #[en = "If it says which förbund each kommun is to be in, give the baseline with --baseline to simulate, \
            compare or report, or make a scenario with finsam new. A kommun table is shown by finsam data show \
            {file}, and scenarios for it are written by finsam init --table {file} --lan Jönköping."]
        #[with(file, as_typed(path))]
        TableAsScenario { path: String },
        #[error("not_a_scenario")]
        #[title("”{path}” är en arbetsbok, inte ett scenario", "\"{path}\" is a workbook, not a scenario")]
        #[help = "Säger den vilket förbund varje kommun ska höra till: ge utgångsläget med --baseline till simulate, \
            compare eller report. Har den siffror: gör en kommuntabell av den med finsam import {file} -o \
            kommuner.csv."]
        #[en = "If it says which förbund each kommun is to be in, give the baseline with --baseline to simulate, \
            compare or report. If it has figures, make a kommun table of it with finsam import {file} -o \
            kommuner.csv."]
        #[with(file, as_typed(path))]
        WorkbookAsScenario { path: String },
        #[error("not_a_scenario")]
        #[title("”{path}” är JSON, inte ett scenario", "\"{path}\" is JSON, not a scenario")]
        #[help = "Två resultat jämförs med finsam diff. Uppgifter från Kolada läses med finsam import."]
        #[en = "Two results are compared by finsam diff. Figures of Kolada are read by finsam import."]
        JsonAsScenario { path: String },
        #[error("not_a_scenario")]
        #[title("”{path}” är {what}, inte ett scenario", "\"{path}\" is {what}, not a scenario")]
        #[help = "Ange scenariot, en fil som slutar på .toml. Är det filen att skriva: sätt -o före."]
        #[en = "Give the scenario, a file that ends in .toml. If it is the file to write, put -o before it."]
        OtherAsScenario { path: String, what: OtherFile },
        #[error("not_a_table")]
        #[title = "”{path}” är en arbetsbok, inte en kommuntabell"]
        #[en = "\"{path}\" is a workbook, not a kommun table"]
        #[help = "Gör en kommuntabell av den med finsam import {file} -o kommuner.csv."]
        #[en = "Make a kommun table of it with finsam import {file} -o kommuner.csv."]
        #[with(file, as_typed(path))]
        WorkbookAsTable { path: String },
        #[error("not_a_table")]
        #[title("”{path}” är JSON, inte en kommuntabell", "\"{path}\" is JSON, not a kommun table")]
        #[help = "Gör en kommuntabell av den med finsam import {file} -o kommuner.csv."]
        #[en = "Make a kommun table of it with finsam import {file} -o kommuner.csv."]
        #[with(file, as_typed(path))]
        JsonAsTable { path: String },
        #[error("not_a_table")]
        #[title = "”{path}” är ett utgångsläge, inte en kommuntabell"]
        #[en = "\"{path}\" is a baseline, not a kommun table"]
        #[help = "Ange tabellen, en fil som slutar på .csv. Utgångsläget visas med finsam data show {file}."]
        #[en = "Give the table, a file that ends in .csv. The baseline is shown by finsam data show {file}."]
        #[with(file, as_typed(path))]
        BaselineAsTable { path: String },
        #[error("not_a_table")]
        #[title("”{path}” är {what}, inte en kommuntabell", "\"{path}\" is {what}, not a kommun table")]
        #[help("Ange tabellen, en fil som slutar på .csv.", "Give the table, a file that ends in .csv.")]
        OtherAsTable { path: String, what: OtherFile },
        #[error("not_a_result")]
        #[title("”{path}” är ett scenario, inte ett resultat", "\"{path}\" is a scenario, not a result")]
        #[help = "Beräkna det först: finsam simulate {file} --format json -o {stem}.json."]
        #[en = "Compute it first: finsam simulate {file} --format json -o {stem}.json."]
        #[with(file, as_typed(path))]
        #[with(stem, stem_of_scenario(path))]
        ScenarioAsResult { path: String },
        #[error("not_a_result")]
        #[title("”{path}” är {what}, inte ett resultat", "\"{path}\" is {what}, not a result")]
        #[help = "Ange ett resultat i JSON. Det skrivs med finsam simulate SCENARIO --format json -o \
            resultat.json."]
        #[en = "Give a result in JSON. It is written by finsam simulate SCENARIO --format json -o \
            result.json."]
        OtherAsResult { path: String, what: OtherFile },
        #[warning("shadows_example")]
        #[title = "”{wanted}” är här din fil {path}, inte det inbyggda exemplet"]
        #[en = "\"{wanted}\" is your file {path} here, not the built-in example"]
        #[help = "Är exemplet det som menas: skriv {example}. Annars: ge filen ett eget namn, så tar ingen \
            miste."]
        #[en = "If you mean the example, write {example}. Otherwise give the file a name of its own, so that \
            nobody mistakes it."]
        ShadowsExample { wanted: String, path: String, example: String },
        #[error("is_a_folder")]
        #[title("”{path}” är en mapp, inte en fil", "\"{path}\" is a folder, not a file")]
        #[label("en mapp", "a folder")]
        #[help = "Ange en fil i mappen, till exempel {example}."]
        #[en = "Give a file in the folder, for example {example}."]
        #[when(example)]
        #[help("Ange en fil i mappen.", "Give a file in the folder.")]
        IsFolder { path: String, example: Option<String> },
        #[error("file_unreadable")]
        #[title("”{path}” går inte att läsa: {reason}", "\"{path}\" cannot be read: {reason}")]
        #[label("filen som angavs", "the file as given")]
        #[help("{what_to_do}", "{what_to_do}")]
        #[with(what_to_do, help_for_reader(reason))]
        Unreadable { path: String, reason: Reason },
        #[error("not_a_regular_file")]
        #[title("”{path}” är ingen vanlig fil", "\"{path}\" is not a regular file")]
        #[label("filen som angavs", "the file as given")]
        #[help = "Spara innehållet i en fil och ange den. Enheter och rör (pipes) läses inte."]
        #[en = "Save the content in a file and give that one. Devices and pipes are not read."]
        NotRegular { path: String },
        #[error("name_too_long")]
        #[title = "namnet är längre än {most} tecken"]
        #[en = "the name is longer than {most} characters"]
        #[help = "Ett så långt namn går inte att läsa i tabeller och diagram. Förkorta det; i en scenariofil \
            ryms mer under description."]
        #[en = "Nobody can read a name that long in tables and charts. Shorten it; in a scenario file there \
            is room for more under description."]
        NameTooLong { most: usize },
        #[error("file_too_large")]
        #[title = "”{path}” är större än {limit_mib} MiB och läses inte"]
        #[en = "\"{path}\" is larger than {limit_mib} MiB and is not read"]
        #[label("filen som angavs", "the file as given")]
        #[help = "Kontrollera att det är rätt fil. Alla kommuner under tio år ryms i mindre än 1 MiB."]
        #[en = "Check that it is the right file. All kommuner in ten years fit in less than 1 MiB."]
        TooLarge { path: String, limit_mib: u64 },
        #[error("not_text")]
        #[title("”{path}” är ingen textfil", "\"{path}\" is not a text file")]
        #[label("filen som angavs", "the file as given")]
        #[help = "Det ser ut som en arbetsbok. Spara den i Excel som CSV UTF-8 och ange den filen."]
        #[en = "It looks like a workbook. Save it in Excel as CSV UTF-8 and give that file."]
        #[when(workbook)]
        #[help = "finsam läser scenarier och utgångslägen i TOML och tabeller i CSV."]
        #[en = "finsam reads scenarios and baselines in TOML and tables in CSV."]
        NotText { path: String, workbook: bool },
        #[error("ending_unfit")]
        #[title = "”{path}” läses inte som utgångsläge: namnet slutar inte på {endings}"]
        #[en = "\"{path}\" is not read as a baseline: its name does not end in {endings}"]
        #[label("filen som angavs", "the file as given")]
        #[help("Ange rätt fil, eller byt namn på den.", "Give the right file, or rename it.")]
        #[with(endings, Language::alternatives(endings))]
        NotNamedAsBaseline { path: String, endings: Vec<String> },
        #[error("ending_unfit")]
        #[title = "”{path}” läses inte som kommuntabell: namnet slutar inte på {endings}"]
        #[en = "\"{path}\" is not read as a kommun table: its name does not end in {endings}"]
        #[label("filen som angavs", "the file as given")]
        #[help("Ange rätt fil, eller byt namn på den.", "Give the right file, or rename it.")]
        #[with(endings, Language::alternatives(endings))]
        NotNamedAsTable { path: String, endings: Vec<String> },
        #[error("foreign_file")]
        #[title("”{path}” är inget scenario", "\"{path}\" is not a scenario")]
        #[label("filen som angavs", "the file as given")]
        #[help = "Ett scenario har minst name och baseline. Innehållet i andra filer visas inte."]
        #[en = "A scenario has at least name and baseline. The contents of other files are not shown."]
        NoScenario { path: String },
        #[error("foreign_file")]
        #[title("”{path}” är ingen sökning", "\"{path}\" is not a search")]
        #[label("filen som angavs", "the file as given")]
        #[help = "En sökning har minst name och baseline. Innehållet i andra filer visas inte."]
        #[en = "A search has at least name and baseline. The contents of other files are not shown."]
        NoSearch { path: String },
        #[error("foreign_file")]
        #[title("”{path}” är inget utgångsläge", "\"{path}\" is not a baseline")]
        #[label("filen som angavs", "the file as given")]
        #[help = "Ett utgångsläge har minst kommuner och [[forbund]]. Innehållet i andra filer visas inte."]
        #[en = "A baseline has at least kommuner and [[forbund]]. The contents of other files are not shown."]
        NoBaseline { path: String },
        #[error("foreign_file")]
        #[title("”{path}” är ingen kommuntabell", "\"{path}\" is not a kommun table")]
        #[label("filen som angavs", "the file as given")]
        #[help = "Första raden i en kommuntabell har rubrikerna kommunkod, kommun, befolkning_16_64 och \
            forsorjningsmatt. Innehållet i andra filer visas inte."]
        #[en = "The first line of a kommun table has the headings kommunkod, kommun, befolkning_16_64 and \
            forsorjningsmatt. The contents of other files are not shown."]
        NoTable { path: String },
        #[error("foreign_file")]
        #[title("”{path}” är ingen källfil", "\"{path}\" is not a file of sources")]
        #[label("filen som angavs", "the file as given")]
        #[help = "En källfil har minst en [[source]]. Innehållet i andra filer visas inte."]
        #[en = "A file of sources has at least one [[source]]. The contents of other files are not shown."]
        NoSources { path: String },
        #[error("encoding_broken")]
        #[title = "”{path}” är skadad: tecknen följer inte den kodning som filen börjar med"]
        #[en = "\"{path}\" is damaged: its characters do not follow the encoding it begins with"]
        #[label("filen som angavs", "the file as given")]
        #[help = "Öppna filen i programmet den kommer från och spara den på nytt som UTF-8."]
        #[en = "Open the file in the program it comes from and save it again as UTF-8."]
        EncodingBroken { path: String },
        #[warning("encoding_guessed")]
        #[title = "filen är inte UTF-8 och lästes som Windows-1252"]
        #[en = "the file is not UTF-8 and was read as Windows-1252"]
        #[label("ser detta rätt ut?", "does this look right?")]
        #[help = "Om namnen ser fel ut: spara filen som UTF-8."]
        #[en = "If the names look wrong: save the file as UTF-8."]
        EncodingGuessed,
        #[error("output_unwritable")]
        #[title("kan inte skriva till ”{path}”: {reason}", "cannot write to \"{path}\": {reason}")]
        #[help("{what_to_do}", "{what_to_do}")]
        #[with(what_to_do, help_and_rest(reason, left))]
        OutputUnwritable { path: String, reason: Reason, left: Vec<String> },
        #[error("output_is_input")]
        #[title = "”{path}” är en av filerna som läses och skrivs inte över"]
        #[en = "\"{path}\" is one of the files that are read and is not overwritten"]
        #[help("Ange ett annat namn efter -o.", "Give another name after -o.")]
        OutputIsInput { path: String },
        #[error("different_baselines")]
        #[title = "en karta eller en arbetsbok visar ett utgångsläge, och scenarierna bygger på flera"]
        #[en = "a map or a workbook shows one baseline, and the scenarios rest on several"]
        #[label("bygger på {other}", "rests on {other}")]
        #[other("bygger på {first}", "rests on {first}")]
        #[help = "Skriv en fil för varje utgångsläge. finsam compare och rapporter som .html, .docx och .md visar \
            flera utgångslägen efter varandra."]
        #[en = "Write a file for each baseline. finsam compare and reports as .html, .docx and .md show several \
            baselines one after the other."]
        DifferentBaselines { first: String, other: String },
        #[error("net_unavailable")]
        #[title = "”{scenario}” har inga nettobelopp: anslaget eller antalet förbund i landet saknas"]
        #[en = "\"{scenario}\" has no net amounts: the appropriation or the number of förbund is missing"]
        #[help = "Skriv appropriation i [model] och forbund i [model.rest_of_country] i utgångsläget, eller \
            välj --redistribution gross."]
        #[en = "Write appropriation in [model] and forbund in [model.rest_of_country] of the baseline, or \
            choose --redistribution gross."]
        NetUnavailable { scenario: String },
    }
);

impl FileProblem {
    /// The path of the file that cannot be read.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::IsFolder { path, .. }
            | Self::Unreadable { path, .. }
            | Self::NotRegular { path }
            | Self::TooLarge { path, .. }
            | Self::NotText { path, .. }
            | Self::NotNamedAsBaseline { path, .. }
            | Self::NotNamedAsTable { path, .. }
            | Self::NoScenario { path }
            | Self::NoSearch { path }
            | Self::NoBaseline { path }
            | Self::NoTable { path }
            | Self::NoSources { path }
            | Self::EncodingBroken { path } => Some(path),
            _ => None,
        }
    }
}

/// The option that a word processor has turned the hyphens of into a dash.
fn option_with_dash(_: Language, wanted: &str) -> Option<String> {
    let option = wanted.strip_prefix(['–', '—'])?.trim_start_matches(['-', '–', '—']);
    (!option.is_empty()).then(|| format!("--{option}"))
}

/// The path of what should be an example.
fn builtin(_: Language, wanted: &str) -> Option<String> {
    wanted.strip_prefix("builtin:").map(str::to_owned)
}

/// A path as it must be typed.
fn as_typed(_: Language, path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

fn stem_of_scenario(_: Language, path: &str) -> String {
    path.rsplit(['/', ':']).next().unwrap_or(path).trim_end_matches(".toml").to_owned()
}
