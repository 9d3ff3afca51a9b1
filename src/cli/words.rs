//! What `--help` says.

use crate::text::label::label_table;
use crate::text::language::Language;

label_table!(
    /// The texts of --help that every command shares, in one language.
    pub(super) fn help_texts(language: Language) -> &'static HelpTexts {
        after = (
            "Börja med:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 \
             sammanslagning\n  finsam init utredning --lan Jönköping\n\nEtt scenario söks som sökväg, under \
             scenarios/ och bland de inbyggda exemplen.\nSlutstatus: 0 klart, 1 en kontroll håller inte \
             eller något ändrats, 2 fel i anrop eller indata.",
            "Begin with:\n  finsam simulate tankespar1\n  finsam compare tankespar1 tankespar3 \
             sammanslagning\n  finsam init inquiry --lan Jönköping\n\nA scenario is looked for as a path, \
             under scenarios/ and among the built-in examples.\nExit status: 0 done, 1 a check does not hold \
             or figures changed, 2 wrong usage or input.",
        );
        usage = ("Användning", "Usage");
        more_help = ("Mer hjälp", "More help");
        commands = ("Kommandon", "Commands");
        command = ("KOMMANDO", "COMMAND");
        arguments = ("Argument", "Arguments");
        options = ("Flaggor", "Options");
        options_in_usage = ("FLAGGOR", "OPTIONS");
        help = ("Visa denna hjälp", "Show this help");
        version = ("Visa versionen", "Show the version");
        name = ("Namn", "Name");
        notes = ("Att börja", "Getting started");
    }
);

/// What a command does. `command` is "simulate" or "data show", and "finsam" the program itself; `None` if there is
/// no such command.
pub(super) fn command(command: &str, language: Language) -> Option<&'static str> {
    let (swedish, english) = match command {
        "finsam" => (
            "Beräknar vad det betyder i kronor att slå ihop, dela eller samordna samordningsförbund.",
            "Computes in kronor what it means to merge, split or coordinate samordningsförbund.",
        ),
        "simulate" => (
            "Beräknar ett scenario: förbund före och efter, förändringar, bidrag",
            "Compute a scenario: förbund before and after, changes, contributions",
        ),
        "compare" => (
            "Ställer alternativ bredvid varandra, en rad per alternativ",
            "Put alternatives side by side, a row per alternative",
        ),
        "check" => (
            "Prövar varje [[check]] i scenarierna; tyst när alla håller",
            "Test every [[check]] of the scenarios; silent when all hold",
        ),
        "report" => (
            "Skriver hela rapporten, med kartor och diagram: en sida (HTML), Word, Excel med formler eller Markdown",
            "Write the whole report, with maps and charts: a page (HTML), Word, Excel with formulas, or Markdown",
        ),
        "map" => (
            "Ritar en karta (SVG) över dagens förbund och en över varje alternativ",
            "Draw a map (SVG) of today's förbund and one of each alternative",
        ),
        "search" => (
            "Söker, räknar och rangordnar alla möjliga indelningar av kommuner i förbund",
            "Search, count and rank all possible groupings of kommuner into förbund",
        ),
        "diff" => (
            "Visar vad som ändrats mellan två resultat i JSON; slutstatus 1 om mer än tillåtet",
            "Show what changed between two results in JSON; exit status 1 if more than allowed",
        ),
        "explain" => (
            "Förklarar hur ett tal i resultatet kom till, ned till cell och parameter",
            "Explain how a figure of the result came about, down to cell and parameter",
        ),
        "sensitivity" => (
            "Visar vad ett tal i resultatet hänger på, och när alternativ byter plats",
            "Show what a figure of the result hinges on, and when alternatives change places",
        ),
        "risk" => (
            "Visar hur säker en jämförelse är: drar det som är osäkert tusentals gånger",
            "Show how sure a comparison is: draw what is uncertain thousands of times",
        ),
        "import" => (
            "Gör en kommuntabell av filer från Kolada, SCB, Försäkringskassan eller Excel",
            "Make a kommun table of files from Kolada, SCB, Försäkringskassan or Excel",
        ),
        "init" => (
            "Skriver ett utgångsläge och scenarier att börja med",
            "Write a baseline and scenarios to begin with",
        ),
        "new" => (
            "Skriver ett alternativ som scenario, av flaggor eller av en tabell, och beräknar det",
            "Write an alternative as a scenario, from options or from a table, and compute it",
        ),
        "data" => ("Visar kommuner och deras uppgifter", "Show kommuner and their figures"),
        "data show" => (
            "Visar kommunerna i ett utgångsläge, ett län eller en tabell med uppgifter, per förbund och totalt",
            "Show the kommuner of a baseline, a län or a table with figures, per förbund and in all",
        ),
        "data validate" => (
            "Prövar tabeller, utgångslägen och scenarier, och uppgifternas rimlighet, utan att beräkna något",
            "Test tables, baselines and scenarios, and whether figures can be right, without a result",
        ),
        "data kommuner" => (
            "Söker kommuner efter namn eller kommunkod; utan ord visas alla",
            "Find kommuner by name or kommunkod; without a word all are shown",
        ),
        "schema" => (
            "Skriver JSON Schema för en fil eller för resultatet, till editorer och program",
            "Print JSON Schema of a file or of the result, for editors and programs",
        ),
        "completions" => (
            "Skriver det som ett skal behöver för att fylla i kommandon och flaggor",
            "Print what a shell needs to complete commands and options",
        ),
        "man" => (
            "Skriver manualsidan för hela programmet (roff)",
            "Print the manual page of the whole program (roff)",
        ),
        _ => return None,
    };
    Some(language.pick(swedish, english))
}

/// The text of an argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct ArgumentText {
    /// What its value is called, if it takes one.
    pub(super) value: Option<&'static str>,
    /// What it is for.
    pub(super) help: &'static str,
}

/// What an argument of a command is for; `None` if there is no such argument.
#[expect(clippy::too_many_lines, reason = "an arm per argument")]
pub(super) fn argument(command: &str, argument: &str, language: Language) -> Option<ArgumentText> {
    let file = Some(("FIL", "FILE"));
    let choice = Some(("VAL", "CHOICE"));
    let (value, swedish, english) = match argument {
        _ if command == "new"
            && let Some(text) = super::words_of_new::argument(argument) =>
        {
            text
        }
        "files" if command == "data validate" => (
            file,
            "Kommuntabeller (CSV), utgångslägen och scenarier (TOML)",
            "Kommun tables (CSV), baselines and scenarios (TOML)",
        ),
        "year" if command == "data validate" => (
            Some(("ÅR", "YEAR")),
            "Pröva bara detta år i tabeller [alla]",
            "Test only this year of tables [all]",
        ),
        "file" if command == "search" => (
            file,
            "Sökning (TOML), med eller utan .toml; söks också under searches/",
            "Search (TOML), with or without .toml; looked for under searches/ too",
        ),
        "rank" => (
            Some(("SCENARIO", "SCENARIO")),
            "Säg vilken plats detta scenario har bland indelningarna; kan upprepas",
            "Say which place this scenario has among the groupings; may be repeated",
        ),
        "scenarios" => (
            Some(("MAPP", "FOLDER")),
            "Skriv de bästa indelningarna som scenarier i mappen: plats_01.toml och så vidare",
            "Write the best groupings as scenarios in the folder: plats_01.toml and so on",
        ),
        "time" => (
            Some(("SEKUNDER", "SECONDS")),
            "Så länge får sökningen hålla på; sedan visas det bästa dittills [600]",
            "How long the search may take; then the best until then is shown [600]",
        ),
        "memory" => (
            Some(("MEGABYTE", "MEGABYTES")),
            "Så mycket minne får sökningen ta; räcker det inte visas det som går att veta [1000]",
            "How much memory the search may take; if that does not suffice, what can be known is shown [1000]",
        ),
        "files" if command == "import" => {
            (file, "Filer (JSON, xlsx, CSV), flera åt gången", "Files (JSON, xlsx, CSV), several at a time")
        }
        "output" if command == "report" => (
            file,
            "Filen att skriva: .html, .docx, .xlsx eller .md; kan upprepas",
            "The file to write: .html, .docx, .xlsx or .md; may be repeated",
        ),
        "output" if command == "map" => (
            file,
            "Filen att skriva (.svg), i stället för till skärmen",
            "The file to write (.svg), instead of to the screen",
        ),
        "output" if command == "sensitivity" || command == "risk" => (
            file,
            "Skriv till en fil; med diagram om den slutar på .html, .docx eller .xlsx",
            "Write to a file; with charts if it ends in .html, .docx or .xlsx",
        ),
        "output" if command == "import" => (
            file,
            "Tabellen (CSV); källorna skrivs bredvid, i FIL.kallor.toml (insatsernas står i tabellen)",
            "The table (CSV); the sources are written beside it, as FILE.kallor.toml (those of insatser are in the table)",
        ),
        "scenario" => {
            (file, "Scenario (TOML), med eller utan .toml", "Scenario (TOML), with or without .toml")
        }
        "metric" if command == "sensitivity" => (
            Some(("TAL", "FIGURE")),
            "Sökväg i JSON-resultatet, som i [[check]] [delta.net.insatser]",
            "Path into the JSON result, as in [[check]] [delta.net.insatser]",
        ),
        "files" if command == "risk" => (
            file,
            "Scenarier (TOML), med eller utan .toml; med --merge filerna från --shard",
            "Scenarios (TOML), with or without .toml; with --merge the files of --shard",
        ),
        "draws" => (
            Some(("N", "N")),
            "Antal dragningar [10000]; kvantiler är exakta till och med 1000000",
            "Number of draws [10000]; quantiles are exact up to 1000000",
        ),
        "seed" => (
            Some(("N", "N")),
            "Fröet som dragningarna utgår från [1]: samma frö ger samma svar",
            "The seed that the draws begin with [1]: the same seed gives the same answer",
        ),
        "shard" => (
            Some(("K/N", "K/N")),
            "Gör bara del K av N och skriv dess råa summor, för --merge",
            "Make only part K of N and write its raw sums, for --merge",
        ),
        "merge" => (
            None,
            "Lägg samman alla delar: svaret är detsamma som av en enda körning",
            "Put all parts together: the answer is the same as of a single run",
        ),
        "grid" => (
            Some(("A,B", "A,B")),
            "Visa också talet efter två osäkra tal tillsammans: model.appropriation,\"kansli:Finnveden\"",
            "Show the figure by two uncertain numbers together too: model.appropriation,\"kansli:Finnveden\"",
        ),
        "metric" => (
            Some(("TAL", "FIGURE")),
            "Sökväg i JSON-resultatet, som i [[check]] [delta.gross.total]; i raden med --forbund, --kommun \
             eller --region",
            "Path into the JSON result, as in [[check]] [delta.gross.total]; into the row with --forbund, \
             --kommun or --region",
        ),
        "forbund" if command == "explain" => (
            Some(("FÖRBUND", "FÖRBUND")),
            "Ett förbund efter ändringarna [total]",
            "A förbund after the changes [total]",
        ),
        "kommun" => (
            Some(("KOMMUN", "KOMMUN")),
            "En kommuns bidrag [contribution]",
            "The contribution of a kommun [contribution]",
        ),
        "region" => (
            Some(("REGION", "REGION")),
            "En regions bidrag [contribution]",
            "The contribution of a region [contribution]",
        ),
        "redistribution" if command == "explain" => (
            choice,
            "Radens eller förändringens belopp gross (brutto) eller net (netto) [gross]",
            "The amount of the row or the change, gross or net [gross]",
        ),
        "year" if command == "explain" => (
            Some(("ÅR", "YEAR")),
            "Ett av tidsplanens år [det sista]",
            "One of the years of the path [the last one]",
        ),
        "depth" => (
            Some(("N", "N")),
            "Hur djupt trädet visas [3; i JSON hela]",
            "How deep the tree is shown [3; all of it in JSON]",
        ),
        "format" if command == "explain" => {
            (Some(("FORMAT", "FORMAT")), "Format: table eller json [table]", "Format: table or json [table]")
        }
        "form" => (
            Some(("FORM", "FORM")),
            "Läs som kolada-json, kolada-excel, scb, forsakringskassan, kommuntabell eller tabell [känns \
             igen], eller som insatser: deltagare och resultat (SUS) läggs ihop per insats",
            "Read as kolada-json, kolada-excel, scb, forsakringskassan, kommuntabell or tabell [recognised], \
             or as insatser: participants and results (SUS) are added up for each insats",
        ),
        "sheet" => (
            Some(("BLAD", "SHEET")),
            "Läs bara detta blad i arbetsböcker [alla]",
            "Read only this sheet of workbooks [all]",
        ),
        "column" => (
            Some(("NAMN=RUBRIK", "NAME=HEADING")),
            "Ta kolumnen NAMN från serien eller rubriken; kan upprepas",
            "Take the column NAME from the series or heading; may be repeated",
        ),
        "year" if command == "import" => (
            Some(("ÅR", "YEAR")),
            "Ta bara detta år; också året för uppgifter som inte anger något",
            "Take only this year; also the year of figures that name none",
        ),
        "incomplete_years" => (
            None,
            "Behåll också år som saknar invånare eller försörjningsmått, där ett tidigare år har dem; till en tidsplan",
            "Keep years too that lack inhabitants or försörjningsmått which an earlier one has; for a [path]",
        ),
        "strict" => (None, "Låt varningar vara fel", "Let warnings be errors"),
        "folder" => (
            Some(("MAPP", "FOLDER")),
            "Mappen som filerna skrivs i [den aktuella]",
            "The folder that the files are written to [the current one]",
        ),
        "lan" if command == "init" => (
            Some(("LÄN", "LÄN")),
            "Alla kommuner i ett län: Jönköping eller 06; kan upprepas",
            "All kommuner of a län: Jönköping or 06; may be repeated",
        ),
        "kommuner" => (
            Some(("KOMMUNER", "KOMMUNER")),
            "Kommuner med komma emellan, namn eller kommunkoder",
            "Kommuner with commas between them, names or kommunkoder",
        ),
        "forbund" => (
            Some(("NAMN=KOMMUNER", "NAME=KOMMUNER")),
            "Ett av dagens förbund: \"Finnveden=Värnamo,Gnosjö,Gislaved\"; upprepas",
            "One of today's förbund: \"Finnveden=Värnamo,Gnosjö,Gislaved\"; repeated",
        ),
        "table" if command == "init" => (
            file,
            "Kommuntabell (CSV) [kommuner.csv i mappen, annars den inbyggda]",
            "Kommun table (CSV) [kommuner.csv in the folder, else the built-in one]",
        ),
        "kansli" => (
            Some(("KR", "KR")),
            "Vad varje förbunds kansli kostar i dag, kr per år [okänt]",
            "What the kansli of each förbund costs today, kr a year [unknown]",
        ),
        "decision" => (
            Some(("NAMN", "NAME")),
            "Lägg till ett utkast till avsiktsförklaring och tidsplan för alternativet; namnet behövs om de är flera",
            "Add a draft of a letter of intent and a time plan for the alternative; the name is needed if there are several",
        ),
        "force" => (None, "Ersätt filer som redan finns", "Replace files that are there already"),
        "baseline" => (
            Some(("UTGÅNGSLÄGE", "BASELINE")),
            "Utgångsläget för tabeller (CSV, xlsx) med kolumnerna kommun och forbund: varje tabell är då ett alternativ",
            "The baseline of tables (CSV, xlsx) with the columns kommun and forbund: each table is then an alternative",
        ),
        "files" if command == "report" => (
            file,
            "Scenarier (TOML), med eller utan .toml; eller en sökning, och scenarier vars plats den ska visa",
            "Scenarios (TOML), with or without .toml; or a search, and scenarios whose place it is to show",
        ),
        "files" => {
            (file, "Scenarier (TOML), med eller utan .toml", "Scenarios (TOML), with or without .toml")
        }
        "file" => (
            file,
            "Utgångsläge (TOML) eller kommuntabell (CSV) [utgangslage.toml eller kommuner.csv här, annars \
             den inbyggda]",
            "Baseline (TOML) or kommun table (CSV) [utgangslage.toml or kommuner.csv here, else the built-in \
             one]",
        ),
        "word" => (
            Some(("ORD", "WORD")),
            "En del av namnet, eller början av kommunkoden",
            "A part of the name, or the start of the kommunkod",
        ),
        "lan" => (
            Some(("LÄN", "LÄN")),
            "Bara kommunerna i ett län: Jönköping eller 06",
            "Only the kommuner of a län: Jönköping or 06",
        ),
        "table" => (file, "Kommuntabell (CSV) [den inbyggda]", "Kommun table (CSV) [the built-in one]"),
        "year" => (
            Some(("ÅR", "YEAR")),
            "Vilket års uppgifter [tabellens senaste]",
            "The year of the figures [the latest of the table]",
        ),
        "sort" => (
            Some(("KOLUMN", "COLUMN")),
            "Ordna efter en kolumn, fallande med minus först: -befolkning_16_64",
            "Sort by a column, descending behind a minus sign: -befolkning_16_64",
        ),
        "format" if command == "check" => (
            Some(("FORMAT", "FORMAT")),
            "Format: table, markdown, csv eller json, eller för CI junit, github eller sarif [table]",
            "Format: table, markdown, csv or json, or for CI junit, github or sarif [table]",
        ),
        "allow_change" if command == "check" => (
            Some(("SÖKVÄG=TOLERANS", "METRIC=TOLERANCE")),
            "Tillåt kontroller av SÖKVÄG att missa med högst så mycket: ±1% (av det väntade värdets eller \
             gränsens belopp), +0,5 mnkr (bara uppåt), -5000 kr (bara nedåt); utan tecken åt båda hållen, \
             enheten skrivs ut; kan upprepas",
            "Allow checks of METRIC to miss by at most this: ±1% (of the absolute value expected, or of the \
             bound), +0.5 mnkr (upwards only), -5000 kr (downwards only); either way without a sign, the \
             unit written out; may be repeated",
        ),
        "old" => (
            Some(("FÖRUT", "OLD")),
            "Resultatet förut: en fil från simulate eller compare med --format json",
            "The old result: a file of simulate or compare with --format json",
        ),
        "new" => (Some(("NU", "NEW")), "Resultatet nu", "The new result"),
        "allow_change" => (
            Some(("SÖKVÄG=TOLERANS", "METRIC=TOLERANCE")),
            "Låt uppgifterna SÖKVÄG (som i CSV och JSON) ändras med högst så mycket: ±1% (av den förra uppgiftens belopp), \
             +0,5 mnkr (bara uppåt), -5000 kr (bara nedåt); utan tecken åt båda hållen, enheten skrivs ut; \
             kan upprepas",
            "Allow the figures METRIC (as in CSV and JSON) to change by at most this: ±1% (of the absolute old figure), +0.5 mnkr \
             (upwards only), -5000 kr (downwards only); either way without a sign, the unit written out; may \
             be repeated",
        ),
        "max_change" => (
            Some(("TOLERANS", "TOLERANCE")),
            "Låt varje uppgift i enheten ändras med högst så mycket: 1% gäller alla \
             [inget]; kan upprepas",
            "Allow every figure that is counted in the unit to change by at most this: 1% is for all \
             [nothing]; may be repeated",
        ),
        "format" => (
            Some(("FORMAT", "FORMAT")),
            "Format: table, markdown, csv eller json [table]",
            "Format: table, markdown, csv or json [table]",
        ),
        "output" => {
            (file, "Skriv till en fil i stället för till skärmen", "Write to a file instead of the screen")
        }
        "lang" => (Some(("SPRÅK", "LANGUAGE")), "Språk: sv eller en [sv]", "Language: sv or en [sv]"),
        "criteria" => (
            None,
            "Visa också parter, ledamöter, avstånd, indikatorer och bidrag med varje fördelningsnyckel; JSON \
             har dem alltid",
            "Show parties, ledamöter, distances, indicators and contributions under each key too; JSON \
             always has them",
        ),
        "short" => (None, "Bara sammanfattningen, på ett par sidor", "The summary alone, on some two pages"),
        "title" => (
            Some(("TEXT", "TEXT")),
            "Rapportens titel [utgångslägets namn]",
            "The title of the report [the name of the baseline]",
        ),
        "author" => (Some(("NAMN", "NAME")), "Vem som har skrivit rapporten", "Who wrote the report"),
        "date" => (
            Some(("DATUM", "DATE")),
            "Rapportens datum, som det ska stå",
            "The date of the report, as it is to stand",
        ),
        "full" if command == "diff" => (
            None,
            "Visa alla ändringar på skärmen; filer har alltid alla",
            "Show all changes on the screen; files always hold all",
        ),
        "full" => (
            None,
            "Visa allt på skärmen: alla tabeller, antaganden och källor; filer har alltid allt",
            "Show everything on the screen: all tables, assumptions and sources; files always hold all",
        ),
        "by" => (
            choice,
            "Visa varje förbund (forbund) eller varje kommun (kommun) i varje alternativ; JSON och CSV har alltid \
             båda",
            "Show each förbund (forbund) or each kommun (kommun) in every alternative; JSON and CSV always have both",
        ),
        "redistribution" => (
            choice,
            "Visa gross (brutto), net (netto) eller both [both]; JSON har alltid båda",
            "Show gross, net or both [both]; JSON always has both",
        ),
        "unit" => (
            Some(("ENHET", "UNIT")),
            "Belopp i tabeller i kr, tkr eller mnkr [kr]",
            "Amounts in tables in kr, tkr or mnkr [kr]",
        ),
        "csv_dialect" => (
            choice,
            "CSV för plain (program) eller excel (svenska Excel) [plain]",
            "CSV for plain (programs) or excel (Swedish Excel) [plain]",
        ),
        "kind" => (
            Some(("SLAG", "KIND")),
            "Vad: baseline (utgångsläge), scenario, search (sökning) eller result (JSON-resultatet)",
            "Of what: baseline, scenario, search or result (the JSON)",
        ),
        "shell" => (
            Some(("SKAL", "SHELL")),
            "Skal: bash, zsh, fish, elvish eller powershell",
            "Shell: bash, zsh, fish, elvish or powershell",
        ),
        "width" => (
            Some(("N", "N")),
            "Bredd i tecken för tabeller [terminalens, annars 100]",
            "Width of tables in characters [the terminal's, else 100]",
        ),
        _ => return None,
    };
    let value = value.map(|(swedish, english)| language.pick(swedish, english));
    Some(ArgumentText { value, help: language.pick(swedish, english) })
}
