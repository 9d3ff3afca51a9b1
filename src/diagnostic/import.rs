//! What can be wrong with a file that is imported.

use rust_decimal::Decimal;

use super::declare::problems;
use super::import_words::{People, Site};
use crate::text::language::Language;
use crate::text::localize::Localize;
use crate::text::say;

problems!(
    /// What can be wrong with a file that is imported.
    pub enum ImportProblem {
        #[error("sources_exist")]
        #[title = "”{path}” finns redan och är inte skriven av finsam import"]
        #[en = "\"{path}\" already exists and was not written by finsam import"]
        #[help = "Där skulle källorna stå. Byt namn på filen, eller ange ett annat namn efter -o. Ingenting \
            har skrivits."]
        #[en = "The sources would be written there. Rename the file, or give another name after -o. Nothing \
            was written."]
        SourcesExist { path: String },
        #[error("workbook_damaged")]
        #[title("arbetsboken ”{path}” är skadad", "the workbook \"{path}\" is damaged")]
        #[help = "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)."]
        #[en = "Open the file in Excel and save it as an Excel workbook (.xlsx)."]
        WorkbookDamaged { path: String },
        #[error("workbook_old")]
        #[title = "”{path}” är en arbetsbok i det gamla formatet .xls"]
        #[en = "\"{path}\" is a workbook in the old format .xls"]
        #[help = "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)."]
        #[en = "Open the file in Excel and save it as an Excel workbook (.xlsx)."]
        WorkbookOld { path: String },
        #[error("workbook_protected")]
        #[title("arbetsboken ”{path}” har ett lösenord", "the workbook \"{path}\" has a password")]
        #[help = "Ta bort lösenordet i Excel (Arkiv, Info, Skydda arbetsbok) och spara på nytt."]
        #[en = "Remove the password in Excel (File, Info, Protect Workbook) and save again."]
        WorkbookProtected { path: String },
        #[error("workbook_other_format")]
        #[title = "”{path}” är en arbetsbok i formatet .{name}, som inte läses"]
        #[en = "\"{path}\" is a workbook in the format .{name}, which is not read"]
        #[help = "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)."]
        #[en = "Open the file in Excel and save it as an Excel workbook (.xlsx)."]
        WorkbookOtherFormat { path: String, name: &'static str },
        #[error("not_a_workbook")]
        #[title("”{path}” är en zip-fil, inte en arbetsbok", "\"{path}\" is a zip file, not a workbook")]
        #[help = "Packa upp den, och ange filerna som var i den."]
        #[en = "Unpack it, and give the files that were in it."]
        NotAWorkbook { path: String },
        #[error("not_a_workbook")]
        #[title = "”{path}” är ett dokument i formatet .{name}, inte en arbetsbok"]
        #[en = "\"{path}\" is a document in the format .{name}, not a workbook"]
        #[help = "Kopiera tabellen ur dokumentet till Excel, och spara den som Excel-arbetsbok (.xlsx)."]
        #[en = "Copy the table from the document into Excel, and save it as an Excel workbook (.xlsx)."]
        DocumentNoWorkbook { path: String, name: &'static str },
        #[error("workbook_too_large")]
        #[title = "arbetsboken ”{path}” rymmer mer än finsam läser"]
        #[en = "the workbook \"{path}\" holds more than finsam reads"]
        #[help = "Högst 2 miljoner celler, 1 024 kolumner och 256 MiB uppackat. Kopiera tabellen till en ny \
            arbetsbok."]
        #[en = "At most 2 million cells, 1,024 columns and 256 MiB unpacked. Copy the table into a new \
            workbook."]
        WorkbookTooLarge { path: String },
        #[error("workbook_empty")]
        #[title("arbetsboken ”{path}” är tom", "the workbook \"{path}\" is empty")]
        #[help("Kontrollera att det är rätt fil.", "Check that it is the right file.")]
        WorkbookEmpty { path: String },
        #[error("json_broken")]
        #[title = "”{path}” är skadad JSON: rad {line}, kolumn {column} går inte att läsa"]
        #[en = "\"{path}\" is damaged JSON: line {line}, column {column} cannot be read"]
        #[help = "Hämta filen på nytt; den kan ha klippts av."]
        #[en = "Download the file again; it may have been cut off."]
        #[with(line, plain(line))]
        #[with(column, plain(column))]
        JsonBroken { path: String, line: usize, column: usize },
        #[error("json_foreign")]
        #[title = "”{path}” är JSON men inte ett svar från Kolada"]
        #[en = "\"{path}\" is JSON but not a response from Kolada"]
        #[help = "Av JSON läses Koladas data, med ”values” som har kpi, municipality, period och values. \
            Hämta annars tabellen som CSV eller xlsx."]
        #[en = "Of JSON only Kolada's data is read, with \"values\" that have kpi, municipality, period and \
            values. Otherwise download the table as CSV or xlsx."]
        JsonForeign { path: String },
        #[error("too_many_cells")]
        #[title = "”{path}” har fler än {most} celler och läses inte"]
        #[en = "\"{path}\" has more than {most} cells and is not read"]
        #[help = "Hämta färre år, åldrar eller variabler åt gången."]
        #[en = "Download fewer years, ages or variables at a time."]
        TooManyCells { path: String, most: usize },
        /// The files hold no more than is read, but the table that they make would.
        #[error("too_many_cells")]
        #[title = "tabellen skulle få fler än {most} celler och görs inte"]
        #[en = "the table would have more than {most} cells and is not made"]
        #[label("hit räcker det", "this is as far as is read")]
        #[help = "Importera färre år eller kolumner åt gången."]
        #[en = "Import fewer years or columns at a time."]
        TableTooLarge { most: usize },
        #[error("sheet_not_there")]
        #[title("”{path}” har inget blad ”{sheet}”", "\"{path}\" has no sheet \"{sheet}\"")]
        #[did_you_mean(nearest)]
        #[help("Bladen heter {sheets}.", "The sheets are called {sheets}.")]
        SheetNotThere { path: String, sheet: String, sheets: Vec<String>, nearest: Option<String> },
        #[error("no_kommuner")]
        #[title = "i ”{path}” hittas ingen kolumn med kommuner under en rubrik"]
        #[en = "in \"{path}\" no column with kommuner below a header is found"]
        #[help = "Tabellen behöver en rubrikrad och därunder en rad per kommun, med kod (0114), namn \
            (Upplands Väsby) eller båda."]
        #[en = "The table needs a header and below it a row per kommun, with code (0114), name (Upplands \
            Väsby) or both."]
        NoKommuner { path: String },
        #[error("no_kommuner")]
        #[title = "uppgifterna i ”{path}” gäller riket eller grupper av kommuner, inte enskilda kommuner"]
        #[en = "the figures in \"{path}\" are of the country or of groups of kommuner, not of single kommuner"]
        #[help = "Hämta samma tabell med kommuner valda som region."]
        #[en = "Download the same table with kommuner chosen as regions."]
        TablePerGroup { path: String },
        #[error("no_kommuner")]
        #[title = "svaret från Kolada i ”{path}” har inga uppgifter"]
        #[en = "Kolada's answer in \"{path}\" has no figures"]
        #[help = "Kontrollera nyckeltalet och året i adressen. Svaret är tomt när uppgifterna inte har \
            publicerats än."]
        #[en = "Check the key figure and the year in the address. The answer is empty while the figures have \
            not been published."]
        NoFigures { path: String },
        #[error("no_kommuner")]
        #[title = "Kolada har tagit bort alla uppgifter i ”{path}”"]
        #[en = "Kolada has removed all figures in \"{path}\""]
        #[help = "Hämta svaret på nytt, eller ett annat år."]
        #[en = "Download the answer again, or another year."]
        FiguresDeleted { path: String },
        #[error("table_per_lan")]
        #[title = "”{path}” har uppgifter per län, inte per kommun"]
        #[en = "\"{path}\" has figures by län, not by kommun"]
        #[help = "Hämta samma tabell med kommuner valda som region. Ett läns uppgift kan inte delas på \
            kommunerna."]
        #[en = "Download the same table with kommuner chosen as regions. The figure of a län cannot be \
            divided over its kommuner."]
        TablePerLan { path: String },
        #[error("web_page")]
        #[title("”{path}” är {site}, inte en tabell", "\"{path}\" is {site}, not a table")]
        #[help_of(site)]
        WebPage { path: String, site: Site },
        #[error("year_unknown")]
        #[title = "filen säger inte vilket år uppgifterna gäller"]
        #[en = "the file does not say which year the figures are for"]
        #[label("inget år i rubriken eller raderna", "no year in the header or the rows")]
        #[help("Ange året, till exempel --year 2024.", "Give the year, for example --year 2024.")]
        YearUnknown,
        #[error("year_not_there")]
        #[title("filerna har inga uppgifter för {year}", "the files have no figures of {year}")]
        #[help("De har {years}.", "They have {years}.")]
        #[with(years, years_in_words(years))]
        YearNotThere { year: i64, years: Vec<i64> },
        #[error("year_not_there")]
        #[title = "filerna har inga uppgifter till {columns} för {year}"]
        #[en = "the files have no figures for {columns} of {year}"]
        #[help("De har {years}.", "They have {years}.")]
        #[with(years, years_in_words(years))]
        YearNotThereFor { columns: Vec<String>, year: i64, years: Vec<i64> },
        #[warning("file_without_year")]
        #[title = "”{path}” har inga uppgifter för {year} och bidrar inte med något"]
        #[en = "\"{path}\" has no figures of {year} and contributes nothing"]
        #[help = "Den har {years}. Hämta rätt år, eller utelämna filen."]
        #[en = "It has {years}. Download the right year, or leave out the file."]
        #[with(years, years_in_words(years))]
        FileWithoutYear { path: String, year: i64, years: Vec<i64> },
        #[error("no_figure")]
        #[title("cellen är inget tal", "the cell is not a number")]
        #[label("går inte att läsa som ett tal", "cannot be read as a number")]
        #[help = "Cellen har en formel utan sparat värde. Öppna filen i Excel, låt den räkna och spara på \
            nytt."]
        #[en = "The cell has a formula without a stored value. Open the file in Excel, let it compute and \
            save again."]
        #[when(formula)]
        #[help = "Skriv till exempel 4512,5 eller 4 512,5. Lämna cellen tom, eller skriv .., där uppgiften \
            saknas."]
        #[en = "Write for example 4512.5 or 4 512.5. Leave the cell empty, or write .., where the figure is \
            missing."]
        NoFigure { formula: bool },
        #[error("lost_digits")]
        #[title("talet har förlorat siffror", "the number has lost digits")]
        #[label("exponentform: de sista siffrorna är borta", "exponent form: the last digits are gone")]
        #[help = "Öppna originalet, ge kolumnen ett talformat utan exponent och spara på nytt."]
        #[en = "Open the original, give the column a number format without exponent and save again."]
        LostDigits,
        #[error("figure_too_large")]
        #[title("talet är för stort", "the number is too large")]
        #[label("större än tusen miljarder", "larger than a trillion")]
        #[help("Kontrollera cellen i källan.", "Check the cell in the source.")]
        TooLarge,
        #[error("inhabitants_not_whole")]
        #[title("”{column}” ska vara ett heltal", "\"{column}\" must be a whole number")]
        #[label("inget heltal", "not a whole number")]
        #[help = "Står en punkt eller ett komma mellan tusental? 94.606 läses som drygt 94. Ta bort tecknet \
            i filen."]
        #[en = "Is there a point or a comma between thousands? 94.606 is read as a little over 94. Remove it \
            in the file."]
        NotWhole { column: String },
        #[error("figure_negative")]
        #[title("”{column}” är negativt", "\"{column}\" is negative")]
        #[label("mindre än noll", "less than zero")]
        #[help("Kontrollera cellen i källan.", "Check the cell in the source.")]
        Negative { column: String },
        #[error("figures_differ")]
        #[title = "två olika uppgifter för samma kommun, år och kolumn"]
        #[en = "two different figures for the same kommun, year and column"]
        #[label("en annan uppgift än den första", "not the same figure as the first")]
        #[other("den första", "the first")]
        #[help = "Ge bara den fil eller det blad som gäller (--sheet), eller ta bort den ena raden."]
        #[en = "Give only the file or sheet that applies (--sheet), or remove one of the rows."]
        FiguresDiffer,
        #[error("heading_twice")]
        #[title = "två kolumner med samma rubrik har olika uppgifter"]
        #[en = "two columns with the same heading have different figures"]
        #[label("en annan uppgift än i den första", "not the same figure as in the first")]
        #[other("den första kolumnen", "the first column")]
        #[help = "Ge kolumnerna olika rubriker i filen, eller ta bort den ena."]
        #[en = "Give the columns different headings in the file, or remove one of them."]
        HeadingTwice,
        /// Some of the people are more than all of them.
        #[error("part_exceeds_whole")]
        #[title = "{part} är {value}, fler än {whole}: {total}"]
        #[en = "{part} are {value}, more than {whole}: {total}"]
        #[label("en del", "a part")]
        #[other("det hela", "the whole")]
        #[help = "En av uppgifterna är fel, eller står på fel rad. Kontrollera dem i källan."]
        #[en = "One of the figures is wrong, or is in the wrong row. Check them in the source."]
        PartExceedsWhole { part: People, whole: People, value: Decimal, total: Decimal },
        #[error("sum_contradicts")]
        #[title = "kvinnor och män blir {sum} men alla tillsammans {total}"]
        #[en = "women and men make {sum} but all together {total}"]
        #[label("summan enligt filen", "the sum according to the file")]
        #[other("den första av delarna", "the first of the parts")]
        #[help = "En av uppgifterna är fel, eller står på fel rad. Kontrollera dem i källan."]
        #[en = "One of the figures is wrong, or is in the wrong row. Check them in the source."]
        SexesContradictTotal { sum: Decimal, total: Decimal },
        #[error("sum_contradicts")]
        #[title = "delarna av {ages} blir {sum} men {ages} är {total}"]
        #[en = "the parts of {ages} make {sum} but {ages} are {total}"]
        #[label("summan enligt filen", "the sum according to the file")]
        #[other("den första av delarna", "the first of the parts")]
        #[help = "En av uppgifterna är fel, eller står på fel rad. Kontrollera dem i källan."]
        #[en = "One of the figures is wrong, or is in the wrong row. Check them in the source."]
        AgesContradictTotal { ages: People, sum: Decimal, total: Decimal },
        #[error("code_and_name_differ")]
        #[title = "koden hör till {of_code} men namnet är {of_name}"]
        #[en = "the code is that of {of_code} but the name is {of_name}"]
        #[label("kod och namn säger olika", "code and name say different things")]
        #[help = "Uppgifterna kan stå på fel kommun. Rätta raden efter källan."]
        #[en = "The figures may be at the wrong kommun. Correct the row from its source."]
        CodeAndNameDiffer { of_code: String, of_name: String },
        #[error("division_without_total")]
        #[title = "”{column}” delar upp uppgifterna, och ingen rad gäller alla"]
        #[en = "\"{column}\" splits the figures, and no row has the total"]
        #[label("här finns {values}", "there are {values} here")]
        #[help = "Hämta tabellen utan denna uppdelning, eller med totalt."]
        #[en = "Download the table without this division, or with the total."]
        DivisionWithoutTotal { column: String, values: Vec<String> },
        #[error("one_sex_only")]
        #[title("här finns bara kvinnor", "there are only women here")]
        #[label("ingen uppgift för alla", "no total")]
        #[help = "Hämta tabellen med båda könen eller totalt."]
        #[en = "Download the table with both sexes or the total."]
        WomenOnly,
        #[error("one_sex_only")]
        #[title("här finns bara män", "there are only men here")]
        #[label("ingen uppgift för alla", "no total")]
        #[help = "Hämta tabellen med båda könen eller totalt."]
        #[en = "Download the table with both sexes or the total."]
        MenOnly,
        #[error("ages_lack")]
        #[title = "åldrarna täcker inte 16–64 år: {ages} saknas"]
        #[en = "the ages do not cover 16–64: {ages} are missing"]
        #[label("{kommun} har bara en del av åldrarna", "{kommun} has only some of the ages")]
        #[help = "Hämta ettårsklasser eller grupper som börjar vid 16 och slutar vid 64; 15–19 kan inte \
            delas."]
        #[en = "Download single ages or groups that begin at 16 and end at 64; 15–19 cannot be divided."]
        AgesMissing { ages: Vec<String>, kommun: String },
        /// Of a column that everything rests on.
        #[error("months_lack")]
        #[title("månad {months} saknas {year}", "month {months} of {year} is missing")]
        #[label("{kommun} har bara en del av året", "{kommun} has only a part of the year")]
        #[help = "Årets uppgift är medelvärdet av tolv månader; invånare är de den 31 december. Hämta \
            månaderna som saknas."]
        #[en = "The figure of a year is the mean of twelve months; inhabitants are those on 31 December. \
            Download the months that are missing."]
        MonthsMissing { months: Vec<u8>, year: i64, kommun: String },
        /// Of an indicator, which is then left out.
        #[warning("months_lack_of_indicator")]
        #[title("månad {months} saknas {year}", "month {months} of {year} is missing")]
        #[label("{kommun} har bara en del av året", "{kommun} has only a part of the year")]
        #[help = "Årets uppgift är medelvärdet av tolv månader; invånare är de den 31 december. Hämta \
            månaderna som saknas."]
        #[en = "The figure of a year is the mean of twelve months; inhabitants are those on 31 December. \
            Download the months that are missing."]
        MonthsOfIndicatorMissing { months: Vec<u8>, year: i64, kommun: String },
        #[error("column_name")]
        #[title("”{name}” kan inte vara en kolumn", "\"{name}\" cannot be a column")]
        #[help = "Använd små bokstäver a–z, siffror och understreck: {better}."]
        #[en = "Use small letters a–z, digits and underscores: {better}."]
        #[when(better)]
        #[help = "Namnet betyder redan något annat i tabellen. Välj ett eget, till exempel ohalsotal."]
        #[en = "The name already means something else in the table. Choose your own, for example ohalsotal."]
        ColumnName { name: String, better: Option<String> },
        #[error("series_not_found")]
        #[title("”{heading}” finns inte i filerna", "\"{heading}\" is not in the files")]
        #[did_you_mean(nearest)]
        #[help("Där finns {found}.", "There are {found}.")]
        #[when(found)]
        #[help = "Skriv rubriken eller nyckeltalet som i filen: --column NAMN=RUBRIK."]
        #[en = "Write the heading or key figure as in the file: --column NAME=HEADING."]
        SeriesNotFound { heading: String, nearest: Option<String>, found: Vec<String> },
        #[error("series_without_figures")]
        #[title("”{heading}” har inga uppgifter{wanted}", "\"{heading}\" has no figures{wanted}")]
        #[help = "Den har {years}. Hämta samma år till alla kolumner, eller utelämna --column."]
        #[en = "It has {years}. Download the same year for all columns, or leave out --column."]
        #[when(years)]
        #[help = "Cellerna under rubriken är tomma, text eller märkta som saknade. Välj en annan rubrik, \
            eller utelämna --column."]
        #[en = "The cells below the heading are empty, text or marked as missing. Choose another heading, or \
            leave out --column."]
        #[with(years, years_in_words(years))]
        #[with(wanted, of_years(wanted))]
        SeriesWithoutFigures { heading: String, wanted: Vec<i64>, years: Vec<i64> },
        #[error("heading_for_two_columns")]
        #[title = "”{heading}” ska bli två kolumner: {columns}"]
        #[en = "\"{heading}\" is to be two columns: {columns}"]
        #[help = "Ge varje kolumn sin egen rubrik i filen: --column NAMN=RUBRIK."]
        #[en = "Give each column its own heading in the file: --column NAME=HEADING."]
        HeadingForTwoColumns { heading: String, columns: Vec<String> },
        #[error("figures_lack")]
        #[title("filerna har inga uppgifter till {columns}", "the files have no figures for {columns}")]
        #[help = "Rubrikerna är bara år: {found}. Skriv vad uppgifterna är på raden ovanför, till exempel \
            Försörjningsmått eller Invånare 16-64 år."]
        #[en = "The headings are years only: {found}. Write what the figures are in the row above the \
            headings, for example Försörjningsmått or Invånare 16-64 år."]
        #[when(only_years)]
        #[help = "Filerna har {found}. Säg vad som är vad, till exempel --column \
            forsorjningsmatt=\"RUBRIK\"; i Kolada är N01711 försörjningsmåttet och N01713 invånare 16–64 år."]
        #[en = "The files have {found}. Say what is what, for example --column forsorjningsmatt=\"HEADING\"; \
            in Kolada N01711 is the försörjningsmått and N01713 inhabitants 16–64."]
        #[when(found)]
        #[help = "Det finns uppgifter utan rubrik, i kolumn {unnamed}. Skriv vad de är i filens rubrikrad, \
            till exempel Försörjningsmått eller Invånare 16-64 år."]
        #[en = "There are figures without a heading, in column {unnamed}. Write what they are in the header \
            of the file, for example Försörjningsmått or Invånare 16-64 år."]
        #[when(unnamed)]
        #[help = "Från Kolada: N01711 är försörjningsmåttet och N01713 invånare 16–64 år. Ge alla filer \
            samtidigt."]
        #[en = "From Kolada: N01711 is the försörjningsmått and N01713 inhabitants 16–64. Give all files at \
            once."]
        ColumnsMissing {
            columns: Vec<String>,
            found: Vec<String>,
            /// Whether something was found, but only headings of years.
            only_years: bool,
            /// The letters of columns of figures without a heading.
            unnamed: Vec<String>,
        },
        #[error("no_common_year")]
        #[title = "inget år har både befolkning_16_64 och forsorjningsmatt"]
        #[en = "no year has both befolkning_16_64 and forsorjningsmatt"]
        #[help = "Befolkningen är från {befolkning}, försörjningsmåttet från {forsorjningsmatt}. Hämta båda för \
            samma år."]
        #[en = "The inhabitants are of {befolkning}, the försörjningsmått of {forsorjningsmatt}. Download \
            both for the same year."]
        NoCommonYear { befolkning: Vec<i64>, forsorjningsmatt: Vec<i64> },
        #[error("ages_contradict")]
        #[title = "rubriken säger {series} år men raden {row}"]
        #[en = "the heading says ages {series} but the row {row}"]
        #[label("vilken ålder gäller uppgiften?", "which age is the figure for?")]
        #[help = "Kontrollera i källan, och hämta tabellen med en enda uppgift om ålder."]
        #[en = "Check the source, and download the table with only one statement of age."]
        AgesContradict { series: String, row: String },
        #[error("year_contradicts")]
        #[title("filen säger {stated} men --year {asked}", "the file says {stated} but --year {asked}")]
        #[label("året står i titeln eller bladets namn", "the year is in the title or the sheet's name")]
        #[help = "Hämta filen för {asked}, eller utelämna --year."]
        #[en = "Download the file of {asked}, or leave out --year."]
        YearContradicts { stated: i64, asked: i64 },
        #[warning("cell_unread")]
        #[title = "”{value}” i ”{column}” går inte att tolka; sådana rader utelämnas"]
        #[en = "\"{value}\" in \"{column}\" cannot be understood; such rows are left out"]
        #[label("den första av dem", "the first of them")]
        #[help = "Skriv årtal som 2021, månader som 2021M01 eller januari och åldrar som 16-64 år."]
        #[en = "Write years as 2021, months as 2021M01 or januari, and ages as 16-64 år."]
        CellUnread { column: String, value: String },
        #[warning("own_kommun")]
        #[title = "{kommunkod} {kommun} finns inte bland landets kommuner och räknas som en egen"]
        #[en = "{kommunkod} {kommun} is not among the country's kommuner and counts as one of your own"]
        #[label("en summa eller ett område?", "a sum or an area?")]
        #[help = "Ta bort raden om den är en summa: annars räknas den en gång till."]
        #[en = "Remove the row if it is a sum: otherwise it is counted twice."]
        OwnKommun { kommunkod: String, kommun: String },
        #[warning("nought_months")]
        #[title = "uppgiften för {kommun} är 0 månad {months} {year}"]
        #[en = "the figure of {kommun} is 0 in month {months} of {year}"]
        #[label("noll eller saknas?", "zero or missing?")]
        #[help = "En månad som saknas och skrivs 0 gör årets medelvärde för lågt. Kontrollera i källan."]
        #[en = "A month that is missing and is written as 0 makes the mean of the year too low. Check the \
            source."]
        ZeroMonths { months: Vec<u8>, year: i64, kommun: String },
        #[warning("without_assistance")]
        #[title = "ekonomiskt bistånd är 0 för {kommun} {year}; försörjningsmåttet är då för lågt"]
        #[en = "social assistance is 0 for {kommun} in {year}; the försörjningsmått is too low then"]
        #[label("noll eller saknas?", "zero or missing?")]
        #[help = "SCB skriver 0 där uppgiften saknas. Använd Koladas N01711, eller fyll i uppgiften."]
        #[en = "SCB writes 0 where the figure is missing. Use Kolada's N01711, or fill in the figure."]
        WithoutAssistance { year: i64, kommun: String },
        #[warning("pages_lack")]
        #[title = "Kolada säger att det finns fler sidor än de som gavs"]
        #[en = "Kolada says that there are more pages than were given"]
        #[help = "Hämta också adressen i next_url (version 2: next_page), och ge alla filer samtidigt."]
        #[en = "Download the address in next_url too (version 2: next_page), and give all files at once."]
        PagesMissing,
        #[warning("unknown_place")]
        #[title = "”{name}” är ingen känd kommun; raden utelämnas"]
        #[en = "\"{name}\" is not a known kommun; the row is left out"]
        #[label("varken kod eller namn känns igen", "neither code nor name is known")]
        #[did_you_mean(nearest)]
        #[help("Sök med finsam data kommuner.", "Look it up with finsam data kommuner.")]
        UnknownPlace { name: String, nearest: Option<String> },
        #[warning("unknown_place")]
        #[title = "raden har uppgifter men ingen kommun; den utelämnas"]
        #[en = "the row has figures but no kommun; it is left out"]
        #[label("varken kod eller namn känns igen", "neither code nor name is known")]
        #[help("Sök med finsam data kommuner.", "Look it up with finsam data kommuner.")]
        NoPlace,
        #[warning("years_left_out")]
        #[title = "bara ”{column}” finns för {years}, som utelämnas"]
        #[en = "there is only \"{column}\" for {years}, which are left out"]
        #[help = "Hämta den andra kolumnen för samma år, eller välj ett år med --year. Till en tidsplan behålls år med \
            --incomplete-years, om ett tidigare har den andra."]
        #[en = "Download the other column for the same years, or choose a year with --year. For a [path] \
            --incomplete-years keeps years where an earlier one has the other."]
        #[when(is_required)]
        #[help = "Hämta den andra kolumnen för samma år, eller välj ett år med --year."]
        #[en = "Download the other column for the same years, or choose a year with --year."]
        #[with(is_required, is_required(column))]
        YearsLeftOut { years: Vec<i64>, column: String },
        #[warning("kommuner_left_out")]
        #[title = "”{column}” saknas {year} för {kommuner}, som utelämnas"]
        #[en = "\"{column}\" is missing {year} for {kommuner}, which are left out"]
        #[help = "Hämta uppgiften för dem, annars räknas de inte med någonstans."]
        #[en = "Download the figure for them, otherwise they are not counted anywhere."]
        #[with(kommuner, Language::first_names(kommuner))]
        KommunerLeftOut { kommuner: Vec<String>, column: String, year: i64 },
        /// `--strict` and at least this many warnings.
        #[error("strict")]
        #[title = "varningar ({warnings}) räknas som fel med --strict"]
        #[en = "warnings ({warnings}) count as errors with --strict"]
        #[help = "Ingenting har skrivits. Rätta det som varningarna gäller, eller kör utan --strict."]
        #[en = "Nothing was written. Correct what the warnings are about, or run without --strict."]
        Strict { warnings: usize },
    }
);

/// The number of a line or column, as editors show it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are given by reference")]
fn plain(_: Language, number: &usize) -> String {
    number.to_string()
}

/// Of which years, where some are asked for.
fn of_years(language: Language, years: &[i64]) -> Option<String> {
    let in_words = years_in_words(language, years);
    (!years.is_empty()).then(|| say!(language, " för {in_words}", " of {in_words}"))
}

/// Years one by one, or from the first to the last where more than two follow each other.
fn years_in_words(language: Language, years: &[i64]) -> String {
    if years.len() > 2 { language.years(years) } else { years.localize(language) }
}

/// Whether every kommun must have it.
fn is_required(_: Language, column: &str) -> bool {
    ["befolkning_16_64", "forsorjningsmatt"].contains(&column)
}
