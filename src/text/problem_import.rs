//! What is said of problems with files that are imported.

use super::language::Language;
use super::problem::Description;
use super::{number, problem_workbook};
use crate::diagnostic::{Holds, ImportProblem, PartOfPeople, Site};

pub(super) fn describe(problem: &ImportProblem, language: Language) -> Description {
    match problem {
        ImportProblem::SourcesExist { path } => Description::new(
            "sources_exist",
            say!(
                language,
                "”{path}” finns redan och är inte skriven av finsam import",
                "\"{path}\" is there already and was not written by finsam import"
            ),
        )
        .help(say!(
            language,
            "Där skulle källorna stå. Byt namn på filen, eller ange ett annat namn efter -o. Ingenting har skrivits.",
            "The sources would be written there. Rename the file, or give another name after -o. Nothing was written."
        )),
        ImportProblem::Workbook { path, fault } => problem_workbook::describe(path, *fault, language),
        ImportProblem::JsonBroken { path, line, column } => Description::new(
            "json_broken",
            say!(
                language,
                "”{path}” är skadad JSON: rad {line}, kolumn {column} går inte att läsa",
                "\"{path}\" is damaged JSON: line {line}, column {column} cannot be read"
            ),
        )
        .help(say!(
            language,
            "Hämta filen på nytt; den kan ha klippts av.",
            "Download the file again; it may have been cut off."
        )),
        ImportProblem::JsonForeign { path } => Description::new(
            "json_foreign",
            say!(
                language,
                "”{path}” är JSON men inte ett svar från Kolada",
                "\"{path}\" is JSON but not an answer of Kolada's"
            ),
        )
        .help(say!(
            language,
            "Av JSON läses Koladas data, med ”values” som har kpi, municipality, period och values. Hämta annars tabellen som CSV eller xlsx.",
            "Of JSON only Kolada's data is read, with \"values\" that have kpi, municipality, period and values. Else download the table as CSV or xlsx."
        )),
        ImportProblem::TooManyCells { path, most } => Description::new("too_many_cells", {
            let most = number::whole(language, i64::try_from(*most).expect("a count"));
            say!(
                language,
                "”{path}” har fler än {most} celler och läses inte",
                "\"{path}\" has more than {most} cells and is not read"
            )
        })
        .help(say!(
            language,
            "Hämta färre år, åldrar eller variabler åt gången.",
            "Download fewer years, ages or variables at a time."
        )),
        ImportProblem::SheetNotThere { path, sheet, sheets, nearest } => {
            let sheets = language.list(sheets);
            Description::new(
                "sheet_not_there",
                say!(language, "”{path}” har inget blad ”{sheet}”", "\"{path}\" has no sheet \"{sheet}\""),
            )
            .nearest(
                language,
                nearest.as_deref(),
                say!(language, "Bladen heter {sheets}.", "The sheets are called {sheets}."),
            )
        }
        ImportProblem::NoKommuner { path, holds } => no_kommuner(path, *holds, language),
        ImportProblem::YearUnknown => Description::new(
            "year_unknown",
            say!(language, "filen säger inte vilket år siffrorna gäller", "the file does not say of which year the figures are"),
        )
        .label(say!(language, "inget år i rubriken eller raderna", "no year in the header or the rows"))
        .help(say!(language, "Ange året, till exempel --year 2024.", "Give the year, for example --year 2024.")),
        ImportProblem::TablePerLan { path } => Description::new(
            "table_per_lan",
            say!(
                language,
                "”{path}” har siffror per län, inte per kommun",
                "\"{path}\" has figures by län, not by kommun"
            ),
        )
        .help(say!(
            language,
            "Hämta samma tabell med kommuner valda som region. Ett läns siffra kan inte delas på kommunerna.",
            "Download the same table with kommuner chosen as regions. The figure of a län cannot be divided over its kommuner."
        )),
        ImportProblem::WebPage { path, site } => Description::new(
            "web_page",
            match site {
                Site::Xml => say!(
                    language,
                    "”{path}” är en XML-fil, inte en tabell",
                    "\"{path}\" is an XML file, not a table"
                ),
                _ => say!(
                    language,
                    "”{path}” är en sparad webbsida, inte en tabell",
                    "\"{path}\" is a saved web page, not a table"
                ),
            },
        )
        .help(match site {
            Site::Kolada => say!(
                language,
                "Ladda ner siffrorna som Excel på Koladas sida, eller spara svaret från https://api.kolada.se/v3/data/kpi/N01711,N01713/year/2024 (byt året).",
                "Download the figures as Excel on Kolada's page, or save the answer of https://api.kolada.se/v3/data/kpi/N01711,N01713/year/2024 (with your year)."
            ),
            Site::Scb => say!(
                language,
                "Välj Spara resultat på SCB:s sida, som Excel (xlsx) eller kommaavgränsad (csv), i stället för att spara sidan.",
                "Choose Save result on SCB's page, as Excel (xlsx) or comma delimited (csv), instead of saving the page."
            ),
            Site::Other => say!(
                language,
                "Ladda ner tabellen som Excel eller CSV från sidan, eller kopiera den till Excel och spara som .xlsx.",
                "Download the table as Excel or CSV from the page, or copy it into Excel and save it as .xlsx."
            ),
            Site::Xml => say!(
                language,
                "Öppna filen i Excel och spara den som .xlsx, eller ladda ner tabellen som Excel eller CSV.",
                "Open it in Excel and save it as .xlsx, or download the table as Excel or CSV."
            ),
        }),
        ImportProblem::YearNotThere { year, columns, years } => {
            let (years, columns) = (years_in_words(language, years), language.list(columns));
            Description::new(
                "year_not_there",
                if columns.is_empty() {
                    say!(language, "filerna har inga siffror för {year}", "the files have no figures of {year}")
                } else {
                    say!(
                        language,
                        "filerna har inga siffror till {columns} för {year}",
                        "the files have no figures for {columns} of {year}"
                    )
                },
            )
            .help(say!(language, "De har {years}.", "They have {years}."))
        }
        ImportProblem::FileWithoutYear { path, year, years } => {
            let years = years_in_words(language, years);
            Description::new(
                "file_without_year",
                say!(
                    language,
                    "”{path}” har inga siffror för {year} och bidrar inte med något",
                    "\"{path}\" has no figures of {year} and gives nothing"
                ),
            )
            .help(say!(
                language,
                "Den har {years}. Hämta rätt år, eller utelämna filen.",
                "It has {years}. Download the right year, or leave out the file."
            ))
        }
        ImportProblem::NoFigure { formula } => {
            let description = Description::new(
                "no_figure",
                say!(language, "cellen är inget tal", "the cell is no number"),
            )
            .label(say!(language, "går inte att läsa som ett tal", "cannot be read as a number"));
            description.help(if *formula {
                say!(
                    language,
                    "Cellen har en formel utan sparat värde. Öppna filen i Excel, låt den räkna och spara på nytt.",
                    "The cell has a formula without a stored value. Open the file in Excel, let it compute and save again."
                )
            } else {
                say!(
                    language,
                    "Skriv till exempel 4512,5 eller 4 512,5. Lämna cellen tom, eller skriv .., där siffran saknas.",
                    "Write for example 4512.5 or 4 512.5. Leave the cell empty, or write .., where the figure is missing."
                )
            })
        }
        ImportProblem::LostDigits => Description::new(
            "lost_digits",
            say!(language, "talet har förlorat siffror", "the number has lost digits"),
        )
        .label(say!(language, "exponentform: de sista siffrorna är borta", "exponent form: the last digits are gone"))
        .help(say!(
            language,
            "Öppna originalet, ge kolumnen ett talformat utan exponent och spara på nytt.",
            "Open the original, give the column a number format without exponent and save again."
        )),
        ImportProblem::TooLarge => Description::new(
            "figure_too_large",
            say!(language, "talet är för stort", "the number is too large"),
        )
        .label(say!(language, "större än tusen miljarder", "larger than a million million"))
        .help(say!(language, "Kontrollera cellen i källan.", "Check the cell in the source.")),
        ImportProblem::NotWhole { column } => Description::new(
            "inhabitants_not_whole",
            say!(language, "”{column}” ska vara ett heltal", "\"{column}\" must be a whole number"),
        )
        .label(say!(language, "inget heltal", "no whole number"))
        .help(say!(
            language,
            "Står en punkt eller ett komma mellan tusental? 94.606 läses som drygt 94. Ta bort tecknet i filen.",
            "Does a point or a comma stand between thousands? 94.606 is read as a little over 94. Remove it in the file."
        )),
        ImportProblem::Negative { column } => Description::new(
            "figure_negative",
            say!(language, "”{column}” är negativt", "\"{column}\" is negative"),
        )
        .label(say!(language, "mindre än noll", "less than nought"))
        .help(say!(language, "Kontrollera cellen i källan.", "Check the cell in the source.")),
        ImportProblem::FiguresDiffer => Description::new(
            "figures_differ",
            say!(
                language,
                "två olika siffror för samma kommun, år och kolumn",
                "two different figures for the same kommun, year and column"
            ),
        )
        .label(say!(language, "en annan siffra än den första", "another figure than the first"))
        .other(say!(language, "den första", "the first"))
        .help(say!(
            language,
            "Ge bara den fil eller det blad som gäller (--sheet), eller ta bort den ena raden.",
            "Give only the file or sheet that holds (--sheet), or remove one of the rows."
        )),
        ImportProblem::HeadingTwice => Description::new(
            "heading_twice",
            say!(
                language,
                "två kolumner med samma rubrik har olika siffror",
                "two columns with the same heading have different figures"
            ),
        )
        .label(say!(language, "en annan siffra än i den första", "another figure than in the first"))
        .other(say!(language, "den första kolumnen", "the first column"))
        .help(say!(
            language,
            "Ge kolumnerna olika rubriker i filen, eller ta bort den ena.",
            "Give the columns different headings in the file, or remove one of them."
        )),
        ImportProblem::PartExceedsWhole { part, value, total } => {
            let [value, total] = [value, total].map(|figure| number::decimal(language, *figure));
            let (part, whole) = match part {
                PartOfPeople::Sex { women } => (
                    if *women { language.pick("kvinnor", "women") } else { language.pick("män", "men") }.to_owned(),
                    language.pick("alla tillsammans", "all together").to_owned(),
                ),
                PartOfPeople::Ages(part, whole) => (aged(part, language), aged(whole, language)),
            };
            Description::new(
                "part_exceeds_whole",
                say!(
                    language,
                    "{part} är {value}, fler än {whole}: {total}",
                    "{part} are {value}, more than {whole}: {total}"
                ),
            )
            .label(say!(language, "en del", "a part"))
            .other(say!(language, "det hela", "the whole"))
            .help(say!(
                language,
                "En av siffrorna är fel, eller står på fel rad. Kontrollera dem i källan.",
                "One of the figures is wrong, or stands in the wrong row. Check them in the source."
            ))
        }
        ImportProblem::SumContradicts { of_ages, sum, total } => {
            let [sum, total] = [sum, total].map(|figure| number::decimal(language, *figure));
            Description::new(
                "sum_contradicts",
                match of_ages {
                    None => say!(
                        language,
                        "kvinnor och män blir {sum} men alla tillsammans {total}",
                        "women and men make {sum} but all together {total}"
                    ),
                    Some(ages) => {
                        let ages = aged(ages, language);
                        say!(
                            language,
                            "delarna av {ages} blir {sum} men {ages} är {total}",
                            "the parts of {ages} make {sum} but {ages} are {total}"
                        )
                    }
                },
            )
            .label(say!(language, "summan enligt filen", "the sum by the file"))
            .other(say!(language, "den första av delarna", "the first of the parts"))
            .help(say!(
                language,
                "En av siffrorna är fel, eller står på fel rad. Kontrollera dem i källan.",
                "One of the figures is wrong, or stands in the wrong row. Check them in the source."
            ))
        }
        ImportProblem::CodeAndNameDiffer { of_code, of_name } => Description::new(
            "code_and_name_differ",
            say!(
                language,
                "koden hör till {of_code} men namnet är {of_name}",
                "the code is that of {of_code} but the name is {of_name}"
            ),
        )
        .label(say!(language, "kod och namn säger olika", "code and name say different things"))
        .help(say!(
            language,
            "Siffrorna kan stå på fel kommun. Rätta raden efter källan.",
            "The figures may stand at the wrong kommun. Correct the row after its source."
        )),
        ImportProblem::DivisionWithoutTotal { column, values } => {
            let values = language.list(values);
            Description::new(
                "division_without_total",
                say!(
                    language,
                    "”{column}” delar upp siffrorna, och ingen rad gäller alla",
                    "\"{column}\" divides the figures, and no row is for all"
                ),
            )
            .label(say!(language, "här finns {values}", "here are {values}"))
            .help(say!(
                language,
                "Hämta tabellen utan denna uppdelning, eller med totalt.",
                "Download the table without this division, or with the total."
            ))
        }
        ImportProblem::OneSexOnly { women } => Description::new(
            "one_sex_only",
            if *women {
                say!(language, "här finns bara kvinnor", "here are women only")
            } else {
                say!(language, "här finns bara män", "here are men only")
            },
        )
        .label(say!(language, "ingen siffra för alla", "no figure for all"))
        .help(say!(
            language,
            "Hämta tabellen med båda könen eller totalt.",
            "Download the table with both sexes or the total."
        )),
        ImportProblem::AgesLack { ages, kommun } => {
            let ages = language.list(ages);
            Description::new(
                "ages_lack",
                say!(
                    language,
                    "åldrarna täcker inte 16–64 år: {ages} saknas",
                    "the ages do not cover 16–64: {ages} are missing"
                ),
            )
            .label(say!(language, "{kommun} har bara en del av åldrarna", "{kommun} has only some of the ages"))
            .help(say!(
                language,
                "Hämta ettårsklasser eller grupper som börjar vid 16 och slutar vid 64; 15–19 kan inte delas.",
                "Download single ages or groups that begin at 16 and end at 64; 15–19 cannot be divided."
            ))
        }
        ImportProblem::MonthsLack { months, year, kommun, of_indicator } => {
            let months = language.numbers(months);
            let title = say!(language, "månad {months} saknas {year}", "month {months} of {year} is missing");
            let description = if *of_indicator {
                Description::new("months_lack_of_indicator", title)
            } else {
                Description::new("months_lack", title)
            };
            description
                .label(say!(language, "{kommun} har bara en del av året", "{kommun} has only a part of the year"))
                .help(say!(
                    language,
                    "Årets siffra är medelvärdet av tolv månader; invånare är de den 31 december. Hämta månaderna som saknas.",
                    "The figure of a year is the mean of twelve months; inhabitants are those on 31 December. Download the months that are missing."
                ))
        }
        ImportProblem::ColumnName { name, better } => Description::new(
            "column_name",
            say!(language, "”{name}” kan inte vara en kolumn", "\"{name}\" cannot be a column"),
        )
        .help(match better {
            Some(better) => say!(
                language,
                "Använd små bokstäver a–z, siffror och understreck: {better}.",
                "Use small letters a–z, digits and underscores: {better}."
            ),
            None => say!(
                language,
                "Namnet betyder redan något annat i tabellen. Välj ett eget, till exempel ohalsotal.",
                "The name already means something else in the table. Choose your own, for example ohalsotal."
            ),
        }),
        ImportProblem::SeriesNotFound { heading, nearest, found } => {
            let found = language.list(found);
            Description::new(
                "series_not_found",
                say!(language, "”{heading}” finns inte i filerna", "\"{heading}\" is not in the files"),
            )
            .nearest(
                language,
                nearest.as_deref(),
                if found.is_empty() {
                    say!(
                        language,
                        "Skriv rubriken eller nyckeltalet som i filen: --column NAMN=RUBRIK.",
                        "Write the heading or key figure as in the file: --column NAME=HEADING."
                    )
                } else {
                    say!(language, "Där finns {found}.", "There are {found}.")
                },
            )
        }
        ImportProblem::SeriesWithoutFigures { heading, wanted, years } => {
            let is_dated = !wanted.is_empty();
            let (wanted, has) = (years_in_words(language, wanted), years_in_words(language, years));
            Description::new(
                "series_without_figures",
                if is_dated {
                    say!(
                        language,
                        "”{heading}” har inga siffror för {wanted}",
                        "\"{heading}\" has no figures of {wanted}"
                    )
                } else {
                    say!(language, "”{heading}” har inga siffror", "\"{heading}\" has no figures")
                },
            )
            .help(if years.is_empty() {
                say!(
                    language,
                    "Cellerna under rubriken är tomma, text eller märkta som saknade. Välj en annan rubrik, eller utelämna --column.",
                    "The cells below the heading are empty, text or marked as missing. Choose another heading, or leave out --column."
                )
            } else {
                say!(
                    language,
                    "Den har {has}. Hämta samma år till alla kolumner, eller utelämna --column.",
                    "It has {has}. Download the same year for all columns, or leave out --column."
                )
            })
        }
        ImportProblem::HeadingForTwoColumns { heading, columns } => {
            let columns = language.list(columns);
            Description::new(
                "heading_for_two_columns",
                say!(
                    language,
                    "”{heading}” ska bli två kolumner: {columns}",
                    "\"{heading}\" is to be two columns: {columns}"
                ),
            )
            .help(say!(
                language,
                "Ge varje kolumn sin egen rubrik i filen: --column NAMN=RUBRIK.",
                "Give each column its own heading in the file: --column NAME=HEADING."
            ))
        }
        ImportProblem::ColumnLacks { columns, found, only_years, unnamed } => {
            let (columns, found) = (language.list(columns), language.list(found));
            let without_heading = language.list(unnamed);
            let description = Description::new(
                "figures_lack",
                say!(language, "filerna har inga siffror till {columns}", "the files have no figures for {columns}"),
            );
            description.help(if found.is_empty() && !unnamed.is_empty() {
                say!(
                    language,
                    "Det finns siffror utan rubrik, i kolumn {without_heading}. Skriv vad de är i filens rubrikrad, till exempel Försörjningsmått eller Invånare 16-64 år.",
                    "There are figures without a heading, in column {without_heading}. Write what they are in the header of the file, for example Försörjningsmått or Invånare 16-64 år."
                )
            } else if found.is_empty() {
                say!(
                    language,
                    "Från Kolada: N01711 är försörjningsmåttet och N01713 invånare 16–64 år. Ge alla filer samtidigt.",
                    "From Kolada: N01711 is the försörjningsmått and N01713 inhabitants 16–64. Give all files at once."
                )
            } else if *only_years {
                say!(
                    language,
                    "Rubrikerna är bara år: {found}. Skriv vad siffrorna är på raden ovanför, till exempel Försörjningsmått eller Invånare 16-64 år.",
                    "The headings are years only: {found}. Write what the figures are in the row above the headings, for example Försörjningsmått or Invånare 16-64 år."
                )
            } else {
                say!(
                    language,
                    "Filerna har {found}. Säg vad som är vad, till exempel --column forsorjningsmatt=\"RUBRIK\"; i Kolada är N01711 försörjningsmåttet och N01713 invånare 16–64 år.",
                    "The files have {found}. Say what is what, for example --column forsorjningsmatt=\"HEADING\"; in Kolada N01711 is the försörjningsmått and N01713 inhabitants 16–64."
                )
            })
        }
        ImportProblem::NoCommonYear { befolkning, forsorjningsmatt } => {
            let (befolkning, matt) = (language.numbers(befolkning), language.numbers(forsorjningsmatt));
            Description::new(
                "no_common_year",
                say!(
                    language,
                    "inget år har både befolkning_16_64 och forsorjningsmatt",
                    "no year has both befolkning_16_64 and forsorjningsmatt"
                ),
            )
            .help(say!(
                language,
                "Befolkningen är av {befolkning}, försörjningsmåttet av {matt}. Hämta båda för samma år.",
                "The inhabitants are of {befolkning}, the försörjningsmått of {matt}. Download both for the same year."
            ))
        }
        ImportProblem::AgesContradict { series, row } => Description::new(
            "ages_contradict",
            say!(
                language,
                "rubriken säger {series} år men raden {row}",
                "the heading says ages {series} but the row {row}"
            ),
        )
        .label(say!(language, "vilken ålder gäller siffran?", "of which age is the figure?"))
        .help(say!(
            language,
            "Kontrollera i källan, och hämta tabellen med en enda uppgift om ålder.",
            "Check the source, and download the table with only one statement of age."
        )),
        ImportProblem::YearContradicts { stated, asked } => Description::new(
            "year_contradicts",
            say!(
                language,
                "filen säger {stated} men --year {asked}",
                "the file says {stated} but --year {asked}"
            ),
        )
        .label(say!(language, "året står i titeln eller bladets namn", "the year stands in the title or the sheet's name"))
        .help(say!(
            language,
            "Hämta filen för {asked}, eller utelämna --year.",
            "Download the file of {asked}, or leave out --year."
        )),
        ImportProblem::CellUnread { column, value } => Description::new(
            "cell_unread",
            say!(
                language,
                "”{value}” i ”{column}” går inte att tolka; sådana rader utelämnas",
                "\"{value}\" in \"{column}\" cannot be understood; such rows are left out"
            ),
        )
        .label(say!(language, "den första av dem", "the first of them"))
        .help(say!(
            language,
            "Skriv årtal som 2021, månader som 2021M01 eller januari och åldrar som 16-64 år.",
            "Write years as 2021, months as 2021M01 or januari, and ages as 16-64 år."
        )),
        ImportProblem::OwnKommun { kommunkod, kommun } => Description::new(
            "own_kommun",
            say!(
                language,
                "{kommunkod} {kommun} finns inte bland landets kommuner och räknas som en egen",
                "{kommunkod} {kommun} is not among the country's kommuner and counts as one of your own"
            ),
        )
        .label(say!(language, "en summa eller ett område?", "a sum or an area?"))
        .help(say!(
            language,
            "Ta bort raden om den är en summa: annars räknas den en gång till.",
            "Remove the row if it is a sum: else it is counted once more."
        )),
        ImportProblem::NoughtMonths { months, year, kommun } => {
            let months = language.numbers(months);
            Description::new(
                "nought_months",
                say!(
                    language,
                    "siffran för {kommun} är 0 månad {months} {year}",
                    "the figure of {kommun} is 0 in month {months} of {year}"
                ),
            )
            .label(say!(language, "noll eller saknas?", "nought or missing?"))
            .help(say!(
                language,
                "En månad som saknas och skrivs 0 gör årets medelvärde för lågt. Kontrollera i källan.",
                "A month that lacks and is written as 0 makes the mean of the year too low. Check the source."
            ))
        }
        ImportProblem::WithoutAssistance { year, kommun } => Description::new(
            "without_assistance",
            say!(
                language,
                "ekonomiskt bistånd är 0 för {kommun} {year}; försörjningsmåttet är då för lågt",
                "social assistance is 0 for {kommun} in {year}; the försörjningsmått is too low then"
            ),
        )
        .label(say!(language, "noll eller saknas?", "nought or missing?"))
        .help(say!(
            language,
            "SCB skriver 0 där uppgiften saknas. Använd Koladas N01711, eller fyll i siffran.",
            "SCB writes 0 where the figure lacks. Use Kolada's N01711, or fill in the figure."
        )),
        ImportProblem::PagesLack => Description::new(
            "pages_lack",
            say!(
                language,
                "Kolada säger att det finns fler sidor än de som gavs",
                "Kolada says that there are more pages than were given"
            ),
        )
        .help(say!(
            language,
            "Hämta också adressen i next_url (version 2: next_page), och ge alla filer samtidigt.",
            "Download the address in next_url too (version 2: next_page), and give all files at once."
        )),
        ImportProblem::UnknownPlace { name, nearest } => Description::new(
            "unknown_place",
            if name.is_empty() {
                say!(
                    language,
                    "raden har siffror men ingen kommun; den utelämnas",
                    "the row has figures but no kommun; it is left out"
                )
            } else {
                say!(
                    language,
                    "”{name}” är ingen känd kommun; raden utelämnas",
                    "\"{name}\" is no known kommun; the row is left out"
                )
            },
        )
        .label(say!(language, "varken kod eller namn känns igen", "neither code nor name is known"))
        .nearest(
            language,
            nearest.as_deref(),
            say!(language, "Sök med finsam data kommuner.", "Look it up with finsam data kommuner."),
        ),
        ImportProblem::YearsLeftOut { years, column } => {
            let years = language.numbers(years);
            Description::new(
                "years_left_out",
                say!(
                    language,
                    "bara ”{column}” finns för {years}, som utelämnas",
                    "only \"{column}\" is there for {years}, left out"
                ),
            )
            .help(say!(
                language,
                "Hämta den andra kolumnen för samma år, eller välj ett år med --year.",
                "Download the other column for the same years, or choose a year with --year."
            ))
        }
        ImportProblem::KommunerLeftOut { kommuner, column, year } => {
            let (some, more) = language.first_names(kommuner);
            Description::new(
                "kommuner_left_out",
                say!(
                    language,
                    "”{column}” saknas {year} för {some}{more}, som utelämnas",
                    "\"{column}\" is missing {year} for {some}{more}, left out"
                ),
            )
            .help(say!(
                language,
                "Hämta siffran för dem, annars räknas de inte med någonstans.",
                "Download the figure for them, else they are counted nowhere."
            ))
        }
        ImportProblem::Strict { warnings } => Description::new(
            "strict",
            say!(
                language,
                "varningar ({warnings}) räknas som fel med --strict",
                "warnings ({warnings}) count as errors with --strict"
            ),
        )
        .help(say!(
            language,
            "Ingenting har skrivits. Rätta det som varningarna gäller, eller kör utan --strict.",
            "Nothing was written. Correct what the warnings are about, or run without --strict."
        )),
    }
}

/// That a file has no figures of kommuner, and what it has.
fn no_kommuner(path: &str, holds: Holds, language: Language) -> Description {
    let (title, help) = match holds {
        Holds::Unknown => (
            say!(
                language,
                "i ”{path}” hittas ingen kolumn med kommuner under en rubrik",
                "in \"{path}\" no column with kommuner below a header is found"
            ),
            say!(
                language,
                "Tabellen behöver en rubrikrad och därunder en rad per kommun, med kod (0114), namn (Upplands Väsby) eller båda.",
                "The table needs a header and below it a row per kommun, with code (0114), name (Upplands Väsby) or both."
            ),
        ),
        Holds::Groups => (
            say!(
                language,
                "siffrorna i ”{path}” gäller riket eller grupper av kommuner, inte enskilda kommuner",
                "the figures in \"{path}\" are of the country or of groups of kommuner, not of single kommuner"
            ),
            say!(
                language,
                "Hämta samma tabell med kommuner valda som region.",
                "Download the same table with kommuner chosen as regions."
            ),
        ),
        Holds::NoFigures => (
            say!(
                language,
                "svaret från Kolada i ”{path}” har inga siffror",
                "Kolada's answer in \"{path}\" has no figures"
            ),
            say!(
                language,
                "Kontrollera nyckeltalet och året i adressen. Svaret är tomt när siffrorna inte har publicerats än.",
                "Check the key figure and the year in the address. The answer is empty while the figures have not been published."
            ),
        ),
        Holds::DeletedFigures => (
            say!(
                language,
                "Kolada har tagit bort alla siffror i ”{path}”",
                "Kolada has removed all figures in \"{path}\""
            ),
            say!(
                language,
                "Hämta svaret på nytt, eller ett annat år.",
                "Download the answer again, or another year."
            ),
        ),
    };
    Description::new("no_kommuner", title).help(help)
}

/// Years one by one, or from the first to the last where more than two follow each other.
fn years_in_words(language: Language, years: &[i64]) -> String {
    if years.len() > 2 { super::import::years(language, years) } else { language.numbers(years) }
}

/// Inhabitants of some ages: "16–64 år", and for all of them "alla åldrar".
fn aged(ages: &str, language: Language) -> String {
    match ages {
        "0+" => language.pick("alla åldrar", "all ages").to_owned(),
        _ => say!(language, "{ages} år", "ages {ages}"),
    }
}
