//! What can be wrong with insatser and the value of their results.

use super::declare::problems;

problems!(
    /// What can be wrong with insatser and the value of their results.
    pub enum InsatsProblem {
        #[error("insats_twice")]
        #[title("två insatser heter ”{name}”", "two insatser are called \"{name}\"")]
        #[label("samma namn", "the same name")]
        #[other("första gången", "the first time")]
        #[help = "Ge dem olika namn, till exempel med orten: ändringar nämner insatser vid namn. Det som står i tabellen med \
            insatser skrivs inte också som [[insats]]."]
        #[en = "Give them different names, for example with the kommun: changes name insatser. What stands in the table of \
            insatser is not written as [[insats]] too."]
        Twice { name: String },
        #[error("insats_twice")]
        #[title(
            "det finns redan en insats som heter ”{name}”",
            "there is an insats called \"{name}\" already"
        )]
        #[label("namnet är upptaget", "the name is taken")]
        #[help = "Välj ett annat namn. Utan ny = true ändras den insats som finns."]
        #[en = "Choose another name. Without ny = true the insats that there is is changed."]
        NameTaken { name: String },
        #[error("insats_twice")]
        #[title("”{name}” är nämnd två gånger", "\"{name}\" is named twice")]
        #[label("en gång till", "a second time")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        PartTwice { name: String },
        #[error("insats_unknown")]
        #[title("insatsen ”{name}” finns inte", "there is no insats \"{name}\"")]
        #[label("finns inte här", "not there")]
        #[did_you_mean(nearest)]
        #[help = "Skriv ny = true om insatsen är ny, annars namnet på en insats som finns när ändringen görs."]
        #[en = "Write ny = true if the insats is new, else the name of one that there is when the change is made."]
        Unknown { name: String, nearest: Option<String> },
        #[error("insats_does_two")]
        #[title = "insatsen kan bara ha ett av ny, upphor och merge"]
        #[en = "the insats can have only one of ny, upphor and merge"]
        #[label("välj ett av dem", "choose one of them")]
        #[help = "Skriv en rad i insatser för varje sak som händer."]
        #[en = "Write an item of insatser for each thing that happens."]
        DoesTwo,
        #[error("insats_does_two")]
        #[title("insatsen upphör och har ändå uppgifter", "the insats ends and has figures all the same")]
        #[label("behåll name och upphor", "keep name and upphor")]
        #[help = "Ta bort övriga uppgifter, eller upphor om insatsen ska finnas kvar."]
        #[en = "Remove the other keys, or upphor if the insats is to remain."]
        EndsWithFigures,
        #[error("insats_merge")]
        #[title("en insats kan inte slås ihop med sig själv", "an insats cannot be merged with itself")]
        #[label("minst två behövs", "at least two are needed")]
        #[help("Nämn två insatser eller fler.", "Name two insatser or more.")]
        TooFew,
        #[error("insats_merge")]
        #[title("insatserna hör till olika förbund", "the insatser belong to different förbund")]
        #[label("vilket förbund ska ha ”{name}”?", "which förbund is to have \"{name}\"?")]
        #[help = "Ange forbund: det som ska betala den efter ändringen."]
        #[en = "State forbund: the one that pays for it after the change."]
        SeveralForbund { name: String },
        #[error("insats_ort")]
        #[title = "”{kommun}” är inte med i ”{forbund}”, som har insatsen ”{name}”"]
        #[en = "\"{kommun}\" is not in \"{forbund}\", which has the insats \"{name}\""]
        #[label("”{kommun}” är inte med", "\"{kommun}\" is not in it")]
        #[help = "Skriv en av förbundets kommuner, eller utelämna ort: då gäller insatsen hela förbundet."]
        #[en = "Write one of its kommuner, or leave ort out: the insats is then for the whole förbund."]
        OrtNotAMember { name: String, kommun: String, forbund: String },
        #[error("insats_ort")]
        #[title = "”{kommun}” är inte med i ”{forbund}”, som har insatsen ”{name}” efter ändringen"]
        #[en = "\"{kommun}\" is not in \"{forbund}\", which has the insats \"{name}\" after the change"]
        #[label("”{kommun}” är inte med", "\"{kommun}\" is not in it")]
        #[help = "Skriv ort = en av förbundets kommuner. Utan ort är insatsen kvar där den är."]
        #[en = "Write ort = one of its kommuner. Without ort the insats stays where it is."]
        OrtNotAMemberAfter { name: String, kommun: String, forbund: String },
        #[error("unknown_party")]
        #[title("parten ”{name}” finns inte", "there is no party \"{name}\"")]
        #[label("finns inte", "not there")]
        #[did_you_mean(nearest)]
        #[help = "Skriv en av förbundets kommuner, dess region som i kommuntabellen, Försäkringskassan eller Arbetsförmedlingen."]
        #[en = "Write a kommun of the förbund, its region as in the kommun table, Försäkringskassan or Arbetsförmedlingen."]
        UnknownGiver { name: String, nearest: Option<String> },
        #[error("insats_party")]
        #[title = "”{party}” är inte med i ”{forbund}”, som har insatsen ”{name}”"]
        #[en = "\"{party}\" is not in \"{forbund}\", which has the insats \"{name}\""]
        #[label("”{party}” är inte med", "\"{party}\" is not in it")]
        #[help = "Skriv en av förbundets kommuner, dess region, Försäkringskassan eller Arbetsförmedlingen."]
        #[en = "Write one of its kommuner, its region, Försäkringskassan or Arbetsförmedlingen."]
        PartyNotAMember { name: String, party: String, forbund: String },
        #[error("insats_unchanged")]
        #[title("ändringen säger inget om insatsen", "the change says nothing of the insats")]
        #[label("bara ett namn", "only a name")]
        #[help = "Skriv vad som händer: upphor = true, ny = true, merge = […], eller det som blir annorlunda. En insats som är som \
            den är nämns inte."]
        #[en = "Write what happens: upphor = true, ny = true, merge = […], or what becomes different. An insats that stays as it is \
            is not named."]
        Unchanged,
        #[error("insats_resultat")]
        #[title = "fler har resultatet ”{kind}” än vad som deltar i eller har avslutat ”{name}”"]
        #[en = "more have the result \"{kind}\" than take part in or have finished \"{name}\""]
        #[label("fler än avslutade eller deltagare", "more than avslutade or deltagare")]
        #[help = "Skriv antal personer, inte procent, och deltagare och avslutade under samma år."]
        #[en = "Write numbers of persons, not percent, and the deltagare and avslutade of the same year."]
        MoreThanTakePart { name: String, kind: String },
        #[error("value_unknown")]
        #[title("ingen insats har resultatet ”{name}”", "no insats has the result \"{name}\"")]
        #[label("finns inte i filens insatser", "in no insats of the file")]
        #[did_you_mean(nearest)]
        #[help = "Skriv resultatet som i resultat i en av filens insatser. Finns det bara i ett scenario: skriv det med 0 personer i \
                  en av dem."]
        #[en = "Write the result as in resultat of an insats of the file. If only a scenario has it: write it with 0 persons in \
                one of them."]
        ValueUnknown { name: String, nearest: Option<String> },
        #[error("value_twice")]
        #[title("resultatet ”{name}” har två värden", "the result \"{name}\" has two values")]
        #[label("en gång till", "a second time")]
        #[other("första gången", "the first time")]
        #[help(
            "Ta bort det ena, eller skriv båda i ett: low och high.",
            "Remove one, or write both in one: low and high."
        )]
        ValueTwice { name: String },
        #[error("value_turned")]
        #[title("low är större än high", "low is above high")]
        #[label("det lägsta värdet", "the lowest value")]
        #[help("Byt plats på low och high.", "Let low and high change places.")]
        ValueTurned,
        #[error("insats_resultat")]
        #[title(
            "fler har avslutat ”{name}” än vad som deltar",
            "more have finished \"{name}\" than take part"
        )]
        #[label("fler än deltagare", "more than deltagare")]
        #[help = "Deltagare är alla som deltog under året, också de som avslutade."]
        #[en = "The deltagare are all who took part in the year, those who finished too."]
        MoreEndThanTakePart { name: String },
        #[error("insats_percent")]
        #[title = "”{column}” är i procent, och inget säger av hur många personer"]
        #[en = "\"{column}\" is in percent, and nothing says of how many persons"]
        #[label("procent av hur många?", "percent of how many?")]
        #[help = "Andelar kan inte läggas ihop eller bli medelvärden utan antalen bakom dem: lägg till en kolumn avslutade (eller \
            deltagare) med antal personer, eller byt andelarna mot antal."]
        #[en = "Percentages cannot be added up or averaged without the numbers behind them: add a column avslutade (or deltagare) \
            with numbers of persons, or replace the percentages with numbers."]
        OnlyPercent { column: String },
        #[error("insats_percent")]
        #[title = "”{column}” är i procent, men raden säger inte av hur många"]
        #[en = "\"{column}\" is in percent, but the row does not say of how many"]
        #[label("procent av hur många?", "percent of how many?")]
        #[help = "Skriv antalet avslutade (eller deltagare) på raden, eller ta bort andelen."]
        #[en = "Write the number of avslutade (or deltagare) in the row, or remove the percentage."]
        PercentOfUnknown { column: String },
        #[error("insats_percent")]
        #[title = "inget antal av {all} personer blir den andelen"]
        #[en = "no number of {all} persons gives that percentage"]
        #[label("”{column}” kan inte vara av {all}", "\"{column}\" cannot be of {all}")]
        #[help = "Är andelen av andra än dem som tabellen räknar, eller skriven som 0,14 i stället för 14? Skriv antalet personer i \
            stället."]
        #[en = "Is the percentage of others than those that the table counts, or written as 0.14 instead of 14? Write the number of \
            persons instead."]
        PercentOfNobody { column: String, all: u64 },
        #[error("insats_percent")]
        #[title(
            "{persons} av {all} personer är en annan andel",
            "{persons} of {all} persons are another percentage"
        )]
        #[label("”{column}” säger något annat", "\"{column}\" says something else")]
        #[help = "Rätta det som är fel, eller ta bort kolumnen med andelar: antalen räcker."]
        #[en = "Correct what is wrong, or remove the column of percentages: the numbers suffice."]
        PercentDiffers { column: String, persons: u64, all: u64 },
        #[error("insats_percent")]
        #[title("”{column}” är mer än 100 procent", "\"{column}\" is more than 100 percent")]
        #[label("mer än alla", "more than all")]
        #[help = "Är det antal personer: ta bort % och ”andel” ur rubriken."]
        #[en = "If it is a number of persons, remove % and \"andel\" from the heading."]
        PercentTooLarge { column: String },
        #[error("insats_percent")]
        #[title(
            "”{column}” är i procent i några rader och inte i andra",
            "\"{column}\" is in percent in some rows and not in others"
        )]
        #[label("procent eller personer?", "percent or persons?")]
        #[help = "Skriv antal personer i hela kolumnen, eller procent i varje cell. I Excel: ge cellerna samma talformat."]
        #[en = "Write numbers of persons in the whole column, or percent in each cell. In Excel, give the cells the same number \
            format."]
        PercentInSome { column: String },
        #[warning("insats_from_percent")]
        #[title = "personer är räknade ur avrundade andelar, och kan vara upp till {off} fler eller färre på en rad"]
        #[en = "persons were computed from rounded percentages, and can be up to {off} more or fewer in a row"]
        #[help = "Det närmaste antalet är taget. Med antal personer, eller andelar med fler decimaler, blir det exakt."]
        #[en = "The nearest number was taken. With numbers of persons, or percentages of more decimals, it is exact."]
        FromPercent { off: u64 },
        #[warning("insats_heading_near")]
        #[title("”{heading}” räknas som ett resultat", "\"{heading}\" is counted as a result")]
        #[label("menades ”{nearest}”?", "was \"{nearest}\" meant?")]
        #[help = "Är det ett resultat: kalla det något som inte liknar namnet på en kolumn."]
        #[en = "If it is a result, call it something that is not like the name of a column."]
        HeadingNear { heading: String, nearest: String },
        #[warning("insats_heading_left_out")]
        #[title("kolumnen ”{heading}” läses inte", "the column \"{heading}\" is not read")]
        #[label("ingår inte i något", "is part of nothing")]
        #[help = "Är det ett resultat: ge det ett namn med --column NAMN=\"{heading}\". Natura skrivs i en [[insats]] i stället, och kostnaden \
            i en kolumn kostnad i hela kronor."]
        #[en = "If it is a result, give it a name with --column NAME=\"{heading}\". Contributions in kind are written in an [[insats]] instead, \
            and the cost in a column kostnad in whole kronor."]
        HeadingNotRead { heading: String },
        #[warning("insats_heading_left_out")]
        #[title(
            "en cell står i en kolumn utan rubrik och läses inte",
            "a cell stands in a column without a heading and is not read"
        )]
        #[label("till höger om rubrikerna, eller under en tom", "beside the headings, or under an empty one")]
        #[help(
            "Ge kolumnen en rubrik, eller ta bort cellen.",
            "Give the column a heading, or remove the cell."
        )]
        CellWithoutHeading,
        #[error("insats_heading_unclear")]
        #[title(
            "rubriken ”{heading}” säger inte vad som räknas",
            "the heading \"{heading}\" does not say what is counted"
        )]
        #[label("antal av vad, eller andel av vilka?", "how many of what, or percent of whom?")]
        #[help = "Skriv till exempel deltagare, ”arbete” för ett antal, eller ”arbete (% av deltagare)” eller ”arbete (% av \
            avslutade)”. Andelar av andra än dem går inte att lägga ihop: byt dem mot antal."]
        #[en = "Write for example deltagare, \"arbete\" for a number, or \"arbete (% av deltagare)\" or \"arbete (% av avslutade)\". \
            Percentages of others cannot be added up: replace them with numbers."]
        HeadingUnclear { heading: String },
        #[error("cell_not_a_number")]
        #[title("”{column}” är dolt och inte ett antal", "\"{column}\" is suppressed and not a number")]
        #[label("hur många?", "how many?")]
        #[help = "Små antal som döljs går inte att lägga ihop. Begär ut antalet, ta raden för totalt, eller lämna cellen tom: då blir \
            summan okänd."]
        #[en = "Small numbers that are suppressed cannot be added up. Ask for the number, take the row of the total, or leave the cell \
            empty: the sum is then unknown."]
        Suppressed { column: String },
        #[error("cell_negative")]
        #[title("”{column}” är negativ", "\"{column}\" is negative")]
        #[label("mindre än noll", "less than zero")]
        #[help(
            "Skriv personer, andelar och kronor från noll och uppåt.",
            "Write persons, percentages and kronor from zero up."
        )]
        Negative { column: String },
        #[error("cell_too_large")]
        #[title("”{column}” är för stor", "\"{column}\" is too large")]
        #[label("högst {most}", "at most {most}")]
        #[help = "Personer skrivs i tal upp till tio miljoner, och kostnaden i kronor per år upp till tusen miljarder."]
        #[en = "Persons are written in numbers up to ten million, and the cost in kronor a year up to a thousand billion."]
        NumberTooLarge { column: String, most: i64 },
        #[error("insats_part_unclear")]
        #[title(
            "raden för ”{name}” säger inte vilken del den är",
            "the row of \"{name}\" does not say which part it is"
        )]
        #[label("{column}: en del, eller alla?", "{column}: a part, or all?")]
        #[help = "Andra rader är delar efter {column}. Skriv Totalt i {column} om raden är summan av dem, annars vilken del den är, eller \
            Okänt."]
        #[en = "Other rows are parts by {column}. Write Totalt as {column} if the row is their sum, else which part it is, or Okänt."]
        PartUnclear { name: String, column: &'static str },
        #[warning("insats_total_differs")]
        #[title(
            "raden för alla i ”{name}” är {total}, men delarna är tillsammans {parts}",
            "the row of all in \"{name}\" is {total}, but the parts are {parts} together"
        )]
        #[label("detta räknas", "this counts")]
        #[help = "Saknas en del, eller är någon i flera? Rätta det som är fel; annars gäller raden för alla."]
        #[en = "Is a part missing, or somebody in several? Correct what is wrong; otherwise the row of all holds."]
        TotalDiffers { name: String, total: u64, parts: u64 },
        #[warning("insats_maybe_sum")]
        #[title(
            "en rad för ”{name}” är lika mycket som de andra tillsammans",
            "a row of \"{name}\" is as much as the others together"
        )]
        #[label("är det deras summa?", "is it their sum?")]
        #[help(
            "Skriv Totalt som kommun på raden, så räknas ingen två gånger.",
            "Write Totalt as the kommun of the row, so that nobody is counted twice."
        )]
        MaybeSum { name: String },
        #[error("insats_row_twice")]
        #[title("”{name}” har två rader för samma personer", "\"{name}\" has two rows for the same persons")]
        #[label("räknas personerna här en gång till?", "are persons counted here a second time?")]
        #[other("första gången", "the first time")]
        #[help = "Rader läggs ihop över kommuner och kön, från en tabell per insats. Ta bort den ena, slå ihop dem, eller ge \
            insatserna olika namn. Har en arbetsbok ett blad för varje år väljer --sheet ett av dem."]
        #[en = "Rows are added up over kommuner and sexes, from one table for each insats. Remove one of them, put them together, or \
            give the insatser different names. Of a workbook with a sheet for each year --sheet chooses one."]
        RowTwice { name: String },
        #[error("insats_rows_differ")]
        #[title("raderna för ”{name}” har olika {column}", "the rows of \"{name}\" differ in {column}")]
        #[label("något annat här", "something else here")]
        #[other("så står det först", "this stands first")]
        #[help = "En insats har ett förbund, en ort, en målgrupp och en källa. Kalla kolumnen kommun om den säger var deltagarna bor, \
            och ge insatser i olika förbund olika namn."]
        #[en = "An insats has one forbund, ort, malgrupp and source. Call the column kommun if it says where participants live, and give \
            insatser of different förbund different names."]
        RowsDiffer { name: String, column: &'static str },
        #[error("insats_rows_differ")]
        #[title("{column} för ”{name}” står på flera rader", "{column} of \"{name}\" stands in several rows")]
        #[label("läggs den till, eller är det samma?", "is it added, or the same?")]
        #[other("här står den först", "here it stands first")]
        #[help("Skriv hela beloppet på en av raderna.", "Write the whole of it in one of the rows.")]
        AmountInSeveralRows { name: String, column: &'static str },
        #[warning("insats_persons_missing")]
        #[title = "en rad för ”{name}” saknar antal, och summan är därför okänd"]
        #[en = "a row of \"{name}\" lacks a number, and the sum is therefore unknown"]
        #[label("saknas", "missing")]
        #[help("Skriv 0 om det inte är någon.", "Write 0 if it is nobody.")]
        PersonsMissing { name: String },
        #[error("cell_empty")]
        #[title("raden har ingen insats", "the row has no insats")]
        #[label("vilken insats?", "which insats?")]
        #[help = "Skriv insatsens namn på varje rad, även när det är samma som ovanför, eller ta bort raden."]
        #[en = "Write the name of the insats in every row, even if it is the one above, or remove the row."]
        NameEmpty,
        #[error("cell_empty")]
        #[title("insatsen ”{name}” saknar {column}", "the insats \"{name}\" has no {column}")]
        #[label("{column} behövs", "{column} is needed")]
        #[help = "Fyll i kolumnen {column} i tabellen. Kostnaden är kr per år; förbundet är det som betalar."]
        #[en = "Fill in the column {column} of the table. kostnad is kr a year; forbund is the one that pays."]
        ColumnEmpty { name: String, column: &'static str },
        #[error("payment_by_nobody")]
        #[title(
            "”{kommun}” är inte med i något förbund som betalar den",
            "\"{kommun}\" is in no förbund that pays it"
        )]
        #[label("vem betalar?", "who pays?")]
        #[help = "En ersättning betalas av förbundet som kommunen är med i. Ta bort den, eller skriv rätt kommun."]
        #[en = "A payment is made by the förbund that the kommun is in. Remove it, or write the right kommun."]
        PaidByNobody { kommun: String },
        #[error("insats_table_meant")]
        #[title("”{path}” är en tabell med insatser", "\"{path}\" is a table of insatser")]
        #[help = "Lägg till --as insatser: då läggs deltagare och resultat ihop per insats."]
        #[en = "Add --as insatser: participants and results are then added up for each insats."]
        TableMeant { path: String },
        #[error("table_empty")]
        #[title("”{path}” har inga insatser", "\"{path}\" has no insatser")]
        #[help = "Skriv rubrikerna insats, forbund och kostnad, gärna deltagare, avslutade och en kolumn för varje resultat, och \
            därunder en rad per insats. Med --year tas bara det året."]
        #[en = "Write the headings insats, forbund and kostnad, and preferably deltagare, avslutade and a column for each result, with \
            a row for each insats below. With --year only that year is taken."]
        NoRows { path: String },
        #[error("insats_years")]
        #[title("tabellen har flera år: {years}", "the table has several years: {years}")]
        #[label("vilket år?", "which year?")]
        #[help = "Ta ett av dem: finsam import … --as insatser --year …. Personer under olika år läggs inte ihop."]
        #[en = "Take one of them: finsam import … --as insatser --year …. Persons of different years are not added up."]
        SeveralYears { years: Vec<String> },
        #[error("insats_too_many")]
        #[title("tabellen har fler än {most} insatser", "the table has more than {most} insatser")]
        #[label("hit räcker det", "this is as far as is read")]
        #[help = "Är det en rad per deltagare? Gör en rad per insats."]
        #[en = "Is it a row for each participant? Make it a row for each insats."]
        TooMany { most: usize },
    }
);
