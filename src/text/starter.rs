//! What stands in the files of a new inquiry, and what is said when they have been written.

use super::language::Language;
use crate::starter::alternatives::Alternative;

/// The comment at the top of the baseline.
#[must_use]
pub fn baseline_head(language: Language) -> String {
    say!(
        language,
        "Utgångsläget: dagens samordningsförbund, skrivet av finsam init.\n\
         Ändra det som inte stämmer; scenarierna i mappen scenarios bygger på den här filen.\n\
         Allt efter # är en kommentar. Visa kommunernas siffror med: finsam data show",
        "The baseline: today's samordningsförbund, written by finsam init.\n\
         Change what is not right; the scenarios in the folder scenarios rest on this file.\n\
         All behind # is a comment. Show the figures of the kommuner with: finsam data show --lang en"
    )
}

/// `source` of the baseline.
#[must_use]
pub fn baseline_source(language: Language) -> String {
    say!(
        language,
        "finsam.se (anslaget 339 mnkr och omkring 70 förbund 2025); förbunden enligt finsam init",
        "finsam.se (the appropriation of 339 million kr and about 70 förbund in 2025); the förbund as given to finsam init"
    )
}

/// The comment above the model.
#[must_use]
pub fn model_head(language: Language) -> String {
    say!(
        language,
        "Statens modell. appropriation är hela rikets anslag, base_grant grundtilldelningen per förbund.\n\
         rest_of_country är alla andra: forbund är landets förbund utom dem i den här filen.",
        "The state's model. appropriation is that of the whole country, base_grant the base grant per förbund.\n\
         rest_of_country is all others: forbund is the förbund of the country but for those in this file."
    )
}

/// The comment above the förbund.
#[must_use]
pub fn forbund_head(language: Language, example: bool) -> String {
    let amounts = say!(
        language,
        "Så här räknar modellen ut förbundens pengar. Vill ni utgå från beslutade budgetar i stället:\n\
         skriv budget = … (hela budgeten, kr per år) på alla förbund, utan # först.\n\
         kansli är vad kansliet kostar i dag, kr per år. Utan det är pengarna till insatser okända.\n\
         Delposter går bra: kansli = {{ forbundschef = 850_000, lokaler = 110_000 }}\n\
         sate är kommunen där förbundet har sitt säte. Utan det räknas avstånden från den största kommunen.",
        "As it is, the model computes the money of the förbund. To start from decided budgets instead:\n\
         write budget = … (the whole budget, kr a year) on every förbund, without the #.\n\
         kansli is what the kansli costs today, kr a year. Without it the money for insatser is unknown.\n\
         Items will do too: kansli = {{ forbundschef = 850_000, lokaler = 110_000 }}\n\
         sate is the kommun where the förbund has its seat. Without it distances are from the largest kommun."
    );
    if !example {
        return amounts;
    }
    let division = say!(
        language,
        "OBS: indelningen nedan är ett exempel. Vilka förbund som finns i dag vet bara ni:\n\
         byt namn och flytta kommuner mellan listorna, lägg till eller ta bort [[forbund]], och ta bort\n\
         antagandet example_division längst ned. Byt också namnen i scenarierna.",
        "NOTE: the division below is an example. Only you know which förbund there are today:\n\
         change names and move kommuner between the lists, add or remove [[forbund]], and remove\n\
         the assumption example_division below. Change the names in the scenarios too."
    );
    format!("{division}\n\n{amounts}")
}

/// The names of the two förbund of an example.
#[must_use]
pub fn example_forbund(language: Language) -> [&'static str; 2] {
    language.pick(["Förbund A", "Förbund B"], ["Förbund A", "Förbund B"])
}

/// The name of a merged förbund.
#[must_use]
pub fn merged_forbund(language: Language) -> &'static str {
    language.pick("Sammanslaget förbund", "Merged förbund")
}

/// The name of a förbund outside the baseline.
#[must_use]
pub fn outside_forbund(language: Language) -> &'static str {
    language.pick("ett annat förbund", "another förbund")
}

/// The first names of a longer list.
#[must_use]
pub fn and_others(language: Language, names: &[&String]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    let names = names.join(", ");
    say!(language, "{names} med flera", "{names} and others")
}

/// The assumption that the division is an example.
#[must_use]
pub fn assume_division(language: Language) -> String {
    say!(
        language,
        "Indelningen i förbund är ett exempel som finsam init skrev (kommunerna delade på hälften efter kommunkod), inte dagens. Skriv dagens förbund i utgångsläget innan siffrorna används.",
        "The division into förbund is an example that finsam init wrote (the kommuner halved by kommunkod), not today's. Write today's förbund in the baseline before the figures are used."
    )
}

/// The assumption of the number of förbund.
#[must_use]
pub fn assume_forbund(language: Language) -> String {
    say!(
        language,
        "Antalet förbund i landet är ungefärligt: omkring 70 år 2025.",
        "The number of förbund in the country is approximate: about 70 in 2025."
    )
}

/// The assumption that figures are of another year than the appropriation.
#[must_use]
pub fn assume_year(language: Language, year: i64) -> String {
    say!(
        language,
        "Anslaget gäller 2025, men invånare och försörjningsmått är från {year}.",
        "The appropriation is that of 2025, but inhabitants and försörjningsmått are of {year}."
    )
}

/// The assumption that the rest of the country is that of the built-in table.
#[must_use]
pub fn assume_rest(language: Language, year: Option<i64>) -> String {
    let of_year = year.map(|year| say!(language, ", år {year}", ", year {year}")).unwrap_or_default();
    say!(
        language,
        "Kommuntabellen har inte hela riket. Resten av riket är summor ur finsams inbyggda tabell{of_year}, där försörjningsmåttet är härlett.",
        "The kommun table does not have the whole country. The rest of the country is sums of finsam's built-in table{of_year}, where the försörjningsmått is derived (härlett)."
    )
}

/// The assumption that every kansli costs the same.
#[must_use]
pub fn assume_kansli(language: Language, amount: &str) -> String {
    say!(
        language,
        "Varje förbunds kansli antas kosta {amount} per år, som angavs till finsam init.",
        "The kansli of each förbund is assumed to cost {amount} a year, as given to finsam init."
    )
}

/// The assumption of what a shared kansli costs; `each` is an example per förbund where today's cost is unknown.
#[must_use]
pub fn assume_shared(language: Language, amount: &str, each: Option<&str>) -> String {
    match each {
        None => say!(
            language,
            "Det gemensamma kansliet antas kosta {amount}, lika mycket som dagens tillsammans: ingen besparing är inräknad. Skriv er egen kalkyl i scenariot.",
            "The shared kansli is assumed to cost {amount}, as much as today's together: no saving is counted in. Write your own estimate in the scenario."
        ),
        Some(each) => say!(
            language,
            "Kostnaden för det gemensamma kansliet ({amount}) är ett exempel som finsam init skrev: {each} per förbund. Byt ut den mot er egen kalkyl innan siffrorna används.",
            "The cost of the shared kansli ({amount}) is an example that finsam init wrote: {each} per förbund. Replace it with your own estimate before the figures are used."
        ),
    }
}

/// The name of a scenario.
#[must_use]
pub fn scenario_name(language: Language, alternative: &Alternative) -> String {
    let name = match alternative {
        Alternative::Unchanged => language.pick("Oförändrat", "Unchanged"),
        Alternative::Merger { .. } => language.pick("Sammanslagning", "Merger"),
        Alternative::SharedKansli { .. } => language.pick("Gemensamt kansli", "Shared kansli"),
        Alternative::Move { .. } | Alternative::MoveOutside { .. } => language.pick("Flytt", "Move"),
        Alternative::Split { .. } => language.pick("Delning", "Split"),
    };
    name.to_owned()
}

/// The description of a scenario, printed above its tables.
#[must_use]
pub fn scenario_description(language: Language, alternative: &Alternative) -> String {
    match alternative {
        Alternative::Unchanged => say!(language, "Förbunden som i dag.", "The förbund as today."),
        Alternative::Merger { parts, into } => {
            let parts = language.list(parts);
            say!(language, "{parts} slås ihop till {into}.", "{parts} are merged into {into}.")
        }
        Alternative::SharedKansli { participants, .. } => {
            let participants = language.list(participants);
            say!(
                language,
                "{participants} är kvar var för sig och delar ett kansli.",
                "{participants} remain by themselves and share a kansli."
            )
        }
        Alternative::Move { kommun, to, ceases: false } => {
            say!(language, "{kommun} flyttar till {to}.", "{kommun} moves to {to}.")
        }
        Alternative::Move { kommun, to, ceases: true } => say!(
            language,
            "{kommun} flyttar till {to}; dess förbund upphör.",
            "{kommun} moves to {to}; its förbund ceases."
        ),
        Alternative::MoveOutside { kommun, outside } => say!(
            language,
            "{kommun} flyttar till {outside} utanför utgångsläget.",
            "{kommun} moves to {outside} outside the baseline."
        ),
        Alternative::Split { whole, parts } => {
            let parts: Vec<&String> = parts.iter().map(|(name, _)| name).collect();
            let parts = language.list(&parts);
            say!(language, "{whole} delas i {parts}.", "{whole} is split into {parts}.")
        }
    }
}

/// The comment at the top of a scenario: what it shows and what to change.
#[must_use]
pub fn scenario_head(language: Language, alternative: &Alternative) -> String {
    match alternative {
        Alternative::Unchanged => say!(
            language,
            "Oförändrat: inga ändringar, så resultatet visar utgångsläget.\n\
             Ändra förbunden i ../utgangslage.toml, inte här.",
            "Unchanged: no changes, so that the result shows the baseline.\n\
             Change the förbund in ../utgangslage.toml, not here."
        ),
        Alternative::Merger { .. } => say!(
            language,
            "En sammanslagning. Skriv i merge vilka förbund som blir ett och i into vad det ska heta.\n\
             Utan kansli = … antas det nya kansliet kosta lika mycket som delarnas tillsammans.\n\
             Skriv er egen kalkyl, kr per år, och ta bort # framför. sate = … säger var det nya förbundet\n\
             har sitt säte; utan det räknas avstånden från den största kommunen.",
            "A merger. Write in merge which förbund become one, and in into what it is to be called.\n\
             Without kansli = … the new kansli is assumed to cost as much as those of the parts together.\n\
             Write your own estimate, kr a year, and remove the # before it. sate = … says where the new\n\
             förbund has its seat; without it distances are from the largest kommun."
        ),
        Alternative::SharedKansli { .. } => say!(
            language,
            "Ett gemensamt kansli: förbunden är kvar men delar förbundschef, ekonomi och lokaler.\n\
             kansli är vad det gemensamma kansliet kostar per år. BYT BELOPPET mot er egen kalkyl, och ta\n\
             sedan bort antagandet nedan. Delposter går bra: kansli = {{ forbundschef = 1_100_000, lokaler = 250_000 }}\n\
             split_by säger hur kostnaden delas: \"budget\", \"lika\" eller \"befolkning_16_64\".",
            "A shared kansli: the förbund remain but share manager, accounts and rooms.\n\
             kansli is what the shared kansli costs a year. REPLACE THE AMOUNT with your own estimate, and then\n\
             remove the assumption below. Items will do too: kansli = {{ forbundschef = 1_100_000, lokaler = 250_000 }}\n\
             split_by says how the cost is divided: \"budget\", \"lika\" (alike) or \"befolkning_16_64\"."
        ),
        Alternative::Move { .. } => say!(
            language,
            "En kommun byter förbund. Skriv i move vilken eller vilka, och i to vart.\n\
             Ett förbund utan kommuner upphör. kansli = … är mottagarens kansli efteråt, om det ändras.",
            "A kommun changes förbund. Write in move which one or ones, and in to where.\n\
             A förbund without kommuner ceases. kansli = … is that of the receiver afterwards, if it changes."
        ),
        Alternative::MoveOutside { .. } => say!(
            language,
            "En kommun lämnar förbundet för ett som inte är med i utgångsläget.\n\
             Skriv i move vilken eller vilka, och i outside vad det andra förbundet heter.",
            "A kommun leaves the förbund for one that is not in the baseline.\n\
             Write in move which one or ones, and in outside what the other förbund is called."
        ),
        Alternative::Split { .. } => say!(
            language,
            "Förbundet delas. Varje kommun ska stå i exakt en av delarna.\n\
             Delarna här är ett exempel: hälften efter kommunkod. Skriv kansli = … i en del om den får en egen kostnad.",
            "The förbund is split. Every kommun must stand in exactly one of the parts.\n\
             The parts here are an example: halves by kommunkod. Write kansli = … in a part that has a cost of its own."
        ),
    }
}

/// That files have been written.
#[must_use]
pub fn written(language: Language) -> String {
    say!(language, "Skrev:", "Wrote:")
}

/// What a schema beside the baseline is for.
#[must_use]
pub fn schema_is(language: Language) -> String {
    say!(
        language,
        "låter editorer fylla i nycklar och visa vad de betyder",
        "lets editors complete keys and show what they mean"
    )
}

/// What the baseline is.
#[must_use]
pub fn baseline_is(language: Language) -> String {
    say!(language, "utgångsläget: dagens förbund", "the baseline: today's förbund")
}

/// Above what to know.
#[must_use]
pub fn to_know(language: Language) -> String {
    say!(language, "Att veta:", "To know:")
}

/// That the division is an example.
#[must_use]
pub fn division_is_example(language: Language, file: &str) -> String {
    say!(
        language,
        "Indelningen i förbund är ett exempel: kommunerna är delade på hälften. Skriv dagens förbund i {file}, eller kör om med --forbund \"Namn=kommun,kommun\" per förbund.",
        "The division into förbund is an example: the kommuner are halved. Write today's förbund in {file}, or run again with --forbund \"Name=kommun,kommun\" per förbund."
    )
}

/// That the division was read in the table.
#[must_use]
pub fn division_of_table(language: Language, table: &str) -> String {
    say!(
        language,
        "Förbunden är de som kolumnen forbund i {table} anger.",
        "The förbund are those of the column forbund in {table}."
    )
}

/// Kommuner that came along with their förbund.
#[must_use]
pub fn came_along(language: Language, kommuner: &str) -> String {
    say!(
        language,
        "Förbund är med hela; därför är även dessa kommuner med: {kommuner}.",
        "Förbund are there whole; hence these kommuner are there too: {kommuner}."
    )
}

/// Kommuner of the län in none of the förbund.
#[must_use]
pub fn in_no_forbund(language: Language, kommuner: &str) -> String {
    say!(
        language,
        "Inte med i något förbund: {kommuner}. De räknas till resten av riket.",
        "In none of the förbund: {kommuner}. They count as the rest of the country."
    )
}

/// That there is one förbund only.
#[must_use]
pub fn one_forbund(language: Language) -> String {
    say!(
        language,
        "Med ett enda förbund finns det inget att slå ihop eller dela kansli med. I stället skrevs en delning och en flytt ut ur förbundet.",
        "With a single förbund there is nothing to merge or to share a kansli with. A split and a move out of it were written instead."
    )
}

/// That the cost of the kanslier is unknown.
#[must_use]
pub fn kansli_unknown(language: Language, file: &str) -> String {
    say!(
        language,
        "Vad kanslierna kostar är okänt; därför visas inga pengar till insatser. Skriv kansli i {file}, eller kör om med --kansli KR.",
        "What the kanslier cost is unknown; hence no money for insatser is shown. Write kansli in {file}, or run again with --kansli KR."
    )
}

/// That the table does not have the whole country.
#[must_use]
pub fn rest_is_builtin(language: Language, table: &str) -> String {
    say!(
        language,
        "{table} har inte hela riket; resten är summor ur den inbyggda tabellen.",
        "{table} does not have the whole country; the rest is sums of the built-in table."
    )
}

/// That finsam's own sums in the table are not counted.
#[must_use]
pub fn own_sums(language: Language, table: &str, rows: usize) -> String {
    match rows {
        1 => say!(
            language,
            "En rad i {table} är finsams egen summa och räknas inte en gång till.",
            "A row of {table} is a sum of finsam's own and is not counted once more."
        ),
        _ => say!(
            language,
            "{rows} rader i {table} är finsams egna summor och räknas inte en gång till.",
            "{rows} rows of {table} are sums of finsam's own and are not counted once more."
        ),
    }
}

/// That a spreadsheet took the leading zero from kommunkoder.
#[must_use]
pub fn restored_zeros(language: Language, table: &str, codes: usize) -> String {
    say!(
        language,
        "Kommunkoder i {table} som ett kalkylprogram hade tagit nollan ifrån (604 är 0604): {codes}.",
        "Kommunkoder in {table} that a spreadsheet had taken the leading zero from (604 is 0604): {codes}."
    )
}

/// That a column of the table is derived.
#[must_use]
pub fn figures_derived(language: Language, columns: &str) -> String {
    say!(
        language,
        "Tabellens {columns} är härlett, inte publicerad statistik. Byt till egna siffror innan något beslutas.",
        "The table's {columns} is derived (härlett), not published statistics. Replace it before anything is decided."
    )
}

/// Above the commands to run next.
#[must_use]
pub fn next(language: Language) -> String {
    say!(language, "Kör härnäst:", "Run next:")
}
