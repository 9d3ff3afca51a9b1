//! What stands in a workbook beside its figures.

use rust_decimal::Decimal;

use crate::model::kansli::SplitBy;
use crate::model::kronor::Kronor;
use crate::report::workbook::book::Takes;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::{number, say};

label_table!(
    /// The short texts of a workbook, in one language.
    pub fn words(language: Language) -> &'static Words {
        sheet_criteria = ("Kriterier", "Criteria");
        note_criteria = (
            "Parter, avstånd och vad kommunerna skulle betala med varje nyckel. Bladet skrevs när arbetsboken \
             gjordes och följer inte med när celler ändras.",
            "Parties, distances, and what the kommuner would pay under each key. This sheet was written when \
             the workbook was made and does not follow when cells are changed.",
        );
        sheet_insatser = ("Insatser", "Insatser");
        note_insatser = (
            "Insatserna mot pengarna till dem, deltagare, resultat, målgrupper och utbud. Bladet skrevs när arbetsboken \
             gjordes och följer inte med när celler ändras.",
            "Insatser against the money for them, participants, results, groups and what is offered. This sheet was written \
             when the workbook was made and does not follow when cells are changed.",
        );
        sheet_years = ("År", "Years");
        note_kept = (
            "pengarna delades mellan kommunerna med ett tidigare års uppgifter; delarna är värden på bladet \
             Kommuner",
            "the money was shared over the kommuner with the figures of an earlier year; the parts are values \
             on the sheet Kommuner",
        );
        year = ("År", "Year");
        accumulated = ("Ackumulerat efter engångskostnader", "Accumulated after one-off costs");
        caption_years_gross = ("Varje år, brutto", "Each year, gross");
        caption_years_net = ("Varje år, netto", "Each year, net");
        chart_years_gross = (
            "Ackumulerad ändring av pengar till insatser efter engångskostnader, brutto (kr)",
            "Accumulated change of money for insatser after one-off costs, gross (kr)",
        );
        chart_years_net = (
            "Ackumulerad ändring av pengar till insatser efter engångskostnader, netto (kr)",
            "Accumulated change of money for insatser after one-off costs, net (kr)",
        );
        insatser_change = ("Insatser, ändring mot nuläget", "Insatser, change from today");
        note_years = (
            "Åren är värden som skrevs när arbetsboken gjordes; bara det ackumulerade är formler. De följer inte \
             med när celler på de andra bladen ändras.",
            "The years are values that were written when the workbook was made; only what is accumulated are \
             formulas. They do not follow when cells of the other sheets are changed.",
        );
        sheet_all_figures = ("Alla tal", "All figures");
        sheet_about = ("Om", "About");
        sheet_parameters = ("Parametrar", "Parameters");
        sheet_kommuner = ("Kommuner", "Kommuner");
        note_matt_derived = (
            "Försörjningsmåttet är härlett, inte publicerad statistik; källan står längst till höger.",
            "The försörjningsmått is derived (härlett), not published statistics; its source stands at the \
             far right.",
        );
        parameter = ("Parameter", "Parameter");
        value = ("Värde", "Value");
        unit = ("Enhet", "Unit");
        source = ("Källa", "Source");
        appropriation = ("Anslag", "Appropriation");
        other_forbund = ("Övriga förbund i landet", "Other förbund in the country");
        base_grant = ("Grundtilldelning", "Base grant");
        weight_matt = ("Vikt för försörjningsmått", "Weight of försörjningsmått");
        weight_befolkning = ("Vikt för invånare 16–64 år", "Weight of inhabitants 16–64");
        share_state = ("Statens andel", "The state's share");
        share_region = ("Regionernas andel", "The regions' share");
        share_kommuner = ("Kommunernas andel", "The kommuner's share");
        rest_matt = ("Försörjningsmått i resten av landet", "Försörjningsmått of the rest of the country");
        rest_befolkning =
            ("Invånare 16–64 år i resten av landet", "Inhabitants 16–64 of the rest of the country");
        kommun_key = ("Kommunernas fördelningsnyckel", "The key of the kommuner");
        region_key = ("Regionernas fördelningsnyckel", "The key of the regions");
        keys = ("Nycklar att välja", "Keys to choose from");
        note_agreed = (
            "de överenskomna talen ändras på bladet Kommuner",
            "the agreed numbers are changed on the sheet Kommuner",
        );
        follows = ("följer av cellerna ovanför: summan är 1", "follows from the cells above: the sum is 1");
        kr_per_year = ("kr per år", "kr a year");
        kr_per_forbund = ("kr per förbund och år", "kr per förbund and year");
        share = ("andel", "share");
        number = ("antal", "number");
        full_years = ("helårsekvivalenter", "full-year equivalents");
        kr_per_unit = ("kr per enhet", "kr per unit");
        caption_today = ("Vad det ger i dag", "What it makes today");
        forbund_in_country = ("Förbund i landet", "Förbund in the country");
        pot = (
            "Kvar av anslaget när alla har fått grundtilldelning",
            "Left of the appropriation after all base grants",
        );
        sum_matt = ("Summa försörjningsmått i landet", "Sum of försörjningsmått in the country");
        sum_befolkning = ("Summa invånare 16–64 år i landet", "Sum of inhabitants 16–64 in the country");
        rate_matt = ("Kronor per enhet försörjningsmått", "Kronor per unit of försörjningsmått");
        rate_befolkning = ("Kronor per invånare 16–64 år", "Kronor per inhabitant 16–64");
        scale =
            ("Så mycket växer eller krymper beslutade belopp", "By how much decided amounts grow or shrink");
        caption_forbund = ("Förbunden i dag", "The förbund today");
        budget = ("Budget", "Budget");
        state_grant = ("Statens bidrag", "State grant");
        state_money = ("Statens pengar", "State money");
        above_base = ("Över grundtilldelningen", "Above the base grant");
        inhabitants = ("Invånare 16–64 år", "Inhabitants 16–64");
        matt = ("Försörjningsmått", "Försörjningsmått");
        folkmangd = ("Folkmängd", "All inhabitants");
        agreed_kommun = ("Överenskommet tal, kommunernas nyckel", "Agreed number, key of the kommuner");
        agreed_region = ("Överenskommet tal, regionernas nyckel", "Agreed number, key of the regions");
        forbund_today = ("Förbund i dag", "Förbund today");
        in_rest = ("I resten av landet (1 = ja)", "In the rest of the country (1 = yes)");
        row_number = ("Nr", "No.");
        order = ("Ordning vid lika rest", "Order of equal remainders");
        position = ("Plats på bladet Kommuner", "Position on the sheet Kommuner");
        counted = ("Räknas i landets summor", "Counted in the country's sums");
        region_number = ("Regionens nr", "No. of the region");
        weight_kommun = ("Vikt i kommunnyckeln", "Weight in the kommun key");
        weight_region = ("Vikt i regionnyckeln", "Weight in the region key");
        part_matt = ("Del efter försörjningsmått", "Part by försörjningsmått");
        part_befolkning = ("Del efter invånare", "Part by inhabitants");
        exact = ("Före avrundning", "Before rounding");
        rest = ("Rest", "Remainder");
        left = ("Kronor kvar att dela ut", "Kronor left to hand out");
        members = ("Kommuner, antal", "Kommuner, number");
        by_matt = ("Staten: försörjningsmått", "State: försörjningsmått");
        by_befolkning = ("Staten: invånare", "State: inhabitants");
        state_total = ("Staten, summa", "State, total");
        counts = ("Räknas som förbund", "Counts as förbund");
        forbund_after = ("Förbund efteråt", "Förbund afterwards");
        code = ("Nr och region", "No. and region");
        weight = ("Vikt", "Weight");
        present = ("Kommuner", "Kommuner");
        caption_lines =
            ("Regionernas bidrag per förbund och år", "Contributions of the regions per förbund and year");
        caption_net = (
            "Omfördelning i riket: kronor per enhet, netto",
            "National redistribution: kronor per unit, net",
        );
        caption_kansli_today = ("Kansliernas kostnad per år i dag", "Cost of the kanslier per year today");
        caption_kansli = ("Kansliernas kostnad per år efteråt", "Cost of the kanslier per year afterwards");
        cost = ("Kostnad", "Cost");
        caption_assumed = ("Så används arbetsboken", "How to use the workbook");
        legend_input =
            ("Gul cell med blå text: får ändras.", "Yellow cell with blue figures: may be changed.");
        legend_working = (
            "Grå siffror till höger om tabellerna: stegen på vägen, som inte skrivs ut.",
            "Grey figures to the right of the tables: the steps on the way, not printed.",
        );
    }
);

/// How the workbook is used: what may be changed and what follows.
#[must_use]
pub fn guide(language: Language) -> Vec<&'static str> {
    let swedish = vec![
        "Alla belopp är kronor per år. Varje resultat är en formel: markera en cell och följ den bakåt till \
         kommunernas uppgifter och parametrarna.",
        "Gula celler får ändras: parametrarna, kommunernas uppgifter, kanslikostnaderna, vilket förbund en \
         kommun tillhör i dag (bladet Kommuner) och vilket den tillhör efteråt (bladet för varje \
         alternativ). Allt annat räknas om. Bladet Kommuner går att filtrera och sortera.",
        "Fördelningsnyckeln väljs i en lista på bladet Parametrar, en för kommunerna och en för regionerna;          överenskomna tal ändras i stället på bladet Kommuner.",
        "En kommun flyttas i ett alternativ genom att ett annat av alternativets förbund väljs i kolumnen \
         Förbund efteråt. Ett förbund utan kommuner får ingen grundtilldelning och räknas inte.",
        "Flyttas en kommun för hand följer ingen kanslikostnad med. Kostnaden för ett kansli står kvar där \
         den stod; ändra den i tabellen över kansliernas kostnad.",
        "Texterna på det här bladet och uppgifterna på bladet Kriterier skrevs när arbetsboken gjordes och \
         följer inte med när celler ändras.",
    ];
    let english = vec![
        "All amounts are kronor a year. Every result is a formula: select a cell and follow it back to the \
         figures of the kommuner and the parameters.",
        "Yellow cells may be changed: the parameters, the figures of the kommuner, the kansli costs, which \
         förbund a kommun is in today (sheet Kommuner) and which it is in afterwards (the sheet of each \
         alternative). Everything else follows. The sheet Kommuner can be filtered and sorted.",
        "The fördelningsnyckel is chosen from a list on the sheet Parameters, one for the kommuner and one for          the regions; agreed numbers are changed on the sheet Kommuner instead.",
        "A kommun is moved within an alternative by choosing another of the alternative's förbund in the \
         column Förbund afterwards. A förbund without kommuner gets no base grant and is not counted.",
        "When a kommun is moved by hand no kansli cost goes with it. The cost of a kansli stays where it \
         was; change it in the table of the kanslier.",
        "The texts of this sheet and the figures of the sheet Criteria were written when the workbook was made \
         and do not follow when cells are changed.",
    ];
    language.pick(swedish, english)
}

/// That the sheets compute the last year of a path, and of which alternatives they only show it.
#[must_use]
pub fn guide_of_year(language: Language, year: i64, with_values: &[String]) -> String {
    let computed = say!(
        language,
        "Bladen räknar tidsplanens sista år, {year}; ”Nuläge” är {year} utan förändringarna. Alla år står på \
         bladet År.",
        "The sheets compute the last year of the path, {year}; \"Today\" is {year} without the changes. All years \
         stand on the sheet Years."
    );
    if with_values.is_empty() {
        return computed;
    }
    let names = language.list(with_values);
    let values = say!(
        language,
        "Indelningen ändras under {year} i {names}; där är beloppen värden, och inga celler får ändras.",
        "The grouping changes within {year} in {names}; there the amounts are values, and no cells may be changed."
    );
    format!("{computed} {values}")
}

/// Below the title of the sheet that opens, where there is a path.
#[must_use]
pub fn of_last_year(language: Language, baseline: &str, year: i64) -> String {
    say!(
        language,
        "{baseline}. Tidsplanens sista år, {year}; alla år står på bladet År.",
        "{baseline}. The last year of the path, {year}; all years stand on the sheet Years."
    )
}

/// Why the sheet of an alternative has values in the place of formulas.
#[must_use]
pub fn changes_within_year(language: Language, year: i64) -> String {
    say!(
        language,
        "Indelningen ändras under {year}. Beloppen här är därför värden, vägda efter månader, och följer inte \
         med när celler ändras; finsam explain --year {year} visar hur vart och ett blev till.",
        "The grouping changes within {year}. So the amounts here are values, weighted by months, and do not \
         follow when cells are changed; finsam explain --year {year} shows how each came about."
    )
}

/// Why the sheet of a side with keys of its own has values.
#[must_use]
pub fn own_keys(language: Language) -> &'static str {
    language.pick(
        "Kommunerna delar sin del efter egna eller blandade nycklar. Beloppen här är därför värden, och \
         följer inte med när celler ändras; finsam explain visar hur vart och ett blev till.",
        "The kommuner divide their part by keys of their own, or mixed ones. So the amounts here are values, \
         and do not follow when cells are changed; finsam explain shows how each came about.",
    )
}

/// Why the sheet of a side that rules bound has values.
#[must_use]
pub fn bounded(language: Language) -> &'static str {
    language.pick(
        "Regler begränsar statens medel. Beloppen här är därför värden, och följer inte med när celler \
         ändras; finsam explain visar hur vart och ett blev till.",
        "Rules bound the state's money. So the amounts here are values, and do not follow when cells are \
         changed; finsam explain shows how each came about.",
    )
}

/// What a stated kansli has grown by; it stands behind the place where it is stated.
#[must_use]
pub fn grown(language: Language, amount: Kronor, [from, to]: [i64; 2], index: Decimal) -> String {
    let amount = number::whole(language, amount.get());
    let index = number::decimal(language, index);
    say!(
        language,
        " ({amount} kr i {from} års priser, uppräknat till {to} med {index} per år)",
        " ({amount} kr at the prices of {from}, grown to {to} by {index} a year)"
    )
}

/// What spreadsheet programs cannot count, and how near the workbook comes.
#[must_use]
pub fn precision(language: Language) -> &'static str {
    language.pick(
        "Kalkylprogram räknar med omkring 15 siffror, finsam med exakta bråk. Därför avrundas varje kvot här \
         till sex decimaler innan hela kronor tas, och två rester som skiljer sig mindre än en miljondels \
         krona räknas som lika. Upp till en miljard kronor per förbund räcker det till kronan; är belopp \
         större, eller ligger en rest så nära en annan, kan en enstaka krona hamna hos en annan part. Då \
         gäller vad finsam säger.",
        "Spreadsheet programs count with some 15 digits, finsam with exact fractions. So every quotient is \
         rounded to six decimals here before whole kronor are taken, and two remainders that differ by less \
         than a millionth of a krona count as equal. Up to a thousand million kronor per förbund that is \
         enough to the krona; where amounts are larger, or a remainder is that near another, a single krona \
         can fall to another party. What finsam says holds then.",
    )
}

/// That all formulas were worked out and give the model's figures.
#[must_use]
pub fn all_agree(language: Language, formulas: usize) -> String {
    say!(
        language,
        "Kontrollräknat när arbetsboken gjordes: alla {formulas} formler för resultat ger samma belopp som \
         finsam.",
        "Checked when the workbook was made: all {formulas} formulas of results give the same amounts as \
         finsam."
    )
}

/// That some formulas give other figures than the model.
#[must_use]
pub fn some_differ(language: Language, formulas: usize, differing: usize, cells: &str) -> String {
    say!(
        language,
        "Kontrollräknat när arbetsboken gjordes: av {formulas} formler för resultat ger {differing} ett \
         annat belopp än finsam, eftersom 15 siffror inte räcker. De är {cells}. Räknas arbetsboken om visar \
         de formlernas belopp; finsams belopp står i rapporten.",
        "Checked when the workbook was made: of {formulas} formulas of results {differing} give another \
         amount than finsam, as 15 digits are not enough. They are {cells}. When the workbook is \
         recalculated they show the formulas' amounts; those of finsam stand in the report."
    )
}

/// Cells, and how many more there are.
#[must_use]
pub fn and_more(language: Language, cells: &str, more: usize) -> String {
    say!(language, "{cells} och {more} till", "{cells} and {more} more")
}

/// The kansli of a förbund that was divided over others.
#[must_use]
pub fn kansli_of(language: Language, forbund: &str) -> String {
    say!(
        language,
        "Kansliet i {forbund}, delas efter invånare 16–64 år",
        "The kansli of {forbund}, divided by inhabitants 16–64"
    )
}

/// A share of a kansli.
#[must_use]
pub fn share_to(language: Language, forbund: &str) -> String {
    say!(language, "– del till {forbund}", "– share of {forbund}")
}

/// The sum of the kanslier of merged förbund.
#[must_use]
pub fn merged_kansli(language: Language, forbund: &str) -> String {
    say!(language, "Kanslierna som gick upp i {forbund}", "The kanslier that were merged into {forbund}")
}

/// What the items of a kansli cost that are shared now.
#[must_use]
pub fn items_taken(language: Language, forbund: &str) -> String {
    say!(
        language,
        "Poster ur kansliet i {forbund} som nu delas",
        "Items of the kansli of {forbund} that are shared now"
    )
}

/// What is assumed to be saved of a kansli.
#[must_use]
pub fn assumed_saving(language: Language, forbund: &str) -> String {
    say!(language, "Antagen besparing, kansliet i {forbund}", "Assumed saving, the kansli of {forbund}")
}

/// What is left of a kansli after an assumed saving.
#[must_use]
pub fn kansli_after_saving(language: Language, forbund: &str) -> String {
    say!(language, "Kansliet i {forbund} efter besparingen", "The kansli of {forbund} after the saving")
}

/// What is left of a kansli without those items.
#[must_use]
pub fn kansli_without_items(language: Language, forbund: &str) -> String {
    say!(language, "Kansliet i {forbund}, det som är kvar", "The kansli of {forbund}, what is left")
}

/// The stated kansli of a förbund.
#[must_use]
pub fn kansli_stated(language: Language, forbund: &str) -> String {
    say!(language, "Kansliet i {forbund}, angivet", "The kansli of {forbund}, stated")
}

/// A förbund whose kansli nobody stated.
#[must_use]
pub fn kansli_unstated(language: Language, forbund: &str) -> String {
    say!(
        language,
        "Kansliet i {forbund}, inte angivet: fyll i",
        "The kansli of {forbund}, not stated: fill in"
    )
}

/// A shared kansli and how it is divided.
#[must_use]
pub fn shared_kansli(language: Language, split_by: SplitBy) -> String {
    let how = match split_by {
        SplitBy::Budget => language.pick("efter intäkter, brutto", "by income, gross"),
        SplitBy::Lika => language.pick("lika", "alike"),
        SplitBy::Befolkning => language.pick("efter invånare 16–64 år", "by inhabitants 16–64"),
        SplitBy::Shares => language.pick("efter överenskomna andelar", "by agreed shares"),
    };
    say!(language, "Gemensamt kansli, delas {how}", "Shared kansli, divided {how}")
}

/// What a cell takes, said to who typed something else. Excel shows at most 255 characters.
#[must_use]
pub fn not_taken(language: Language, takes: Takes) -> &'static str {
    match takes {
        Takes::Whole => language.pick(
            "Skriv ett heltal från noll och uppåt, i hela kronor eller antal.",
            "Type a whole number from zero on, in whole kronor or as a count.",
        ),
        Takes::Decimal => language.pick("Skriv ett tal från noll och uppåt.", "Type a number from zero on."),
        Takes::Share => language.pick("Skriv en andel mellan 0 och 1.", "Type a share between 0 and 1."),
    }
}
