//! What stands in a workbook beside its figures.

use super::language::Language;
use crate::model::kansli::SplitBy;
use crate::report::workbook::book::Takes;

/// The short texts of a workbook in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts say what they are")]
pub struct Words {
    pub sheet_about: &'static str,
    pub sheet_parameters: &'static str,
    pub sheet_kommuner: &'static str,
    pub note_matt_derived: &'static str,
    pub parameter: &'static str,
    pub value: &'static str,
    pub unit: &'static str,
    pub source: &'static str,
    pub appropriation: &'static str,
    pub other_forbund: &'static str,
    pub base_grant: &'static str,
    pub weight_matt: &'static str,
    pub weight_befolkning: &'static str,
    pub share_state: &'static str,
    pub share_region: &'static str,
    pub share_kommuner: &'static str,
    pub rest_matt: &'static str,
    pub rest_befolkning: &'static str,
    pub kommun_key: &'static str,
    pub region_key: &'static str,
    pub follows: &'static str,
    pub kr_per_year: &'static str,
    pub kr_per_forbund: &'static str,
    pub share: &'static str,
    pub number: &'static str,
    pub full_years: &'static str,
    pub kr_per_unit: &'static str,
    pub caption_today: &'static str,
    pub forbund_in_country: &'static str,
    pub pot: &'static str,
    pub sum_matt: &'static str,
    pub sum_befolkning: &'static str,
    pub rate_matt: &'static str,
    pub rate_befolkning: &'static str,
    pub scale: &'static str,
    pub caption_forbund: &'static str,
    pub budget: &'static str,
    pub state_grant: &'static str,
    pub state_money: &'static str,
    pub above_base: &'static str,
    pub inhabitants: &'static str,
    pub matt: &'static str,
    pub folkmangd: &'static str,
    pub agreed_kommun: &'static str,
    pub agreed_region: &'static str,
    pub forbund_today: &'static str,
    pub in_rest: &'static str,
    pub row_number: &'static str,
    pub counted: &'static str,
    pub region_number: &'static str,
    pub weight_kommun: &'static str,
    pub weight_region: &'static str,
    pub part_matt: &'static str,
    pub part_befolkning: &'static str,
    pub exact: &'static str,
    pub rest: &'static str,
    pub left: &'static str,
    pub members: &'static str,
    pub by_matt: &'static str,
    pub by_befolkning: &'static str,
    pub state_total: &'static str,
    pub counts: &'static str,
    pub forbund_after: &'static str,
    pub code: &'static str,
    pub weight: &'static str,
    pub present: &'static str,
    pub caption_lines: &'static str,
    pub caption_net: &'static str,
    pub caption_kansli: &'static str,
    pub cost: &'static str,
    pub caption_assumed: &'static str,
    pub legend_input: &'static str,
    pub legend_working: &'static str,
    pub chart_net: &'static str,
}

static SWEDISH: Words = Words {
    sheet_about: "Om",
    sheet_parameters: "Parametrar",
    sheet_kommuner: "Kommuner",
    note_matt_derived: "Försörjningsmåttet är härlett, inte publicerad statistik; källan står längst till höger.",
    parameter: "Parameter",
    value: "Värde",
    unit: "Enhet",
    source: "Källa",
    appropriation: "Anslag",
    other_forbund: "Övriga förbund i landet",
    base_grant: "Grundtilldelning",
    weight_matt: "Vikt för försörjningsmått",
    weight_befolkning: "Vikt för invånare 16–64 år",
    share_state: "Statens andel",
    share_region: "Regionernas andel",
    share_kommuner: "Kommunernas andel",
    rest_matt: "Försörjningsmått i resten av landet",
    rest_befolkning: "Invånare 16–64 år i resten av landet",
    kommun_key: "Kommunernas fördelningsnyckel",
    region_key: "Regionernas fördelningsnyckel",
    follows: "följer av cellerna ovanför: summan är 1",
    kr_per_year: "kr per år",
    kr_per_forbund: "kr per förbund och år",
    share: "andel",
    number: "antal",
    full_years: "helårsekvivalenter",
    kr_per_unit: "kr per enhet",
    caption_today: "Vad det ger i dag",
    forbund_in_country: "Förbund i landet",
    pot: "Kvar av anslaget när alla har fått grundtilldelning",
    sum_matt: "Summa försörjningsmått i landet",
    sum_befolkning: "Summa invånare 16–64 år i landet",
    rate_matt: "Kronor per enhet försörjningsmått",
    rate_befolkning: "Kronor per invånare 16–64 år",
    scale: "Så mycket växer eller krymper beslutade belopp",
    caption_forbund: "Förbunden i dag",
    budget: "Budget",
    state_grant: "Statens bidrag",
    state_money: "Statens pengar",
    above_base: "Över grundtilldelningen",
    inhabitants: "Invånare 16–64 år",
    matt: "Försörjningsmått",
    folkmangd: "Folkmängd",
    agreed_kommun: "Överenskommet tal, kommunernas nyckel",
    agreed_region: "Överenskommet tal, regionernas nyckel",
    forbund_today: "Förbund i dag",
    in_rest: "I resten av landet (1 = ja)",
    row_number: "Nr",
    counted: "Räknas i landets summor",
    region_number: "Regionens nr",
    weight_kommun: "Vikt i kommunnyckeln",
    weight_region: "Vikt i regionnyckeln",
    part_matt: "Del efter försörjningsmått",
    part_befolkning: "Del efter invånare",
    exact: "Före avrundning",
    rest: "Rest",
    left: "Kronor kvar att dela ut",
    members: "Kommuner, antal",
    by_matt: "Staten: försörjningsmått",
    by_befolkning: "Staten: invånare",
    state_total: "Staten, summa",
    counts: "Räknas som förbund",
    forbund_after: "Förbund efteråt",
    code: "Nr och region",
    weight: "Vikt",
    present: "Kommuner",
    caption_lines: "Regionernas bidrag per förbund och år",
    caption_net: "Omfördelning i riket: kronor per enhet, netto",
    caption_kansli: "Kansliernas kostnad per år efteråt",
    cost: "Kostnad",
    caption_assumed: "Så används arbetsboken",
    legend_input: "Gul cell med blå siffror: får ändras.",
    legend_working: "Grå siffror till höger om tabellerna: stegen på vägen, som inte skrivs ut.",
    chart_net: "Pengar till insatser per år",
};

static ENGLISH: Words = Words {
    sheet_about: "About",
    sheet_parameters: "Parameters",
    sheet_kommuner: "Kommuner",
    note_matt_derived: "The försörjningsmått is derived (härlett), not published statistics; its source stands at the far right.",
    parameter: "Parameter",
    value: "Value",
    unit: "Unit",
    source: "Source",
    appropriation: "Appropriation",
    other_forbund: "Other förbund in the country",
    base_grant: "Base grant",
    weight_matt: "Weight of försörjningsmått",
    weight_befolkning: "Weight of inhabitants 16–64",
    share_state: "The state's share",
    share_region: "The regions' share",
    share_kommuner: "The kommuner's share",
    rest_matt: "Försörjningsmått of the rest of the country",
    rest_befolkning: "Inhabitants 16–64 of the rest of the country",
    kommun_key: "The key of the kommuner",
    region_key: "The key of the regions",
    follows: "follows from the cells above: the sum is 1",
    kr_per_year: "kr a year",
    kr_per_forbund: "kr per förbund and year",
    share: "share",
    number: "number",
    full_years: "full-year equivalents",
    kr_per_unit: "kr per unit",
    caption_today: "What it makes today",
    forbund_in_country: "Förbund in the country",
    pot: "Left of the appropriation after all base grants",
    sum_matt: "Sum of försörjningsmått in the country",
    sum_befolkning: "Sum of inhabitants 16–64 in the country",
    rate_matt: "Kronor per unit of försörjningsmått",
    rate_befolkning: "Kronor per inhabitant 16–64",
    scale: "By how much decided amounts grow or shrink",
    caption_forbund: "The förbund today",
    budget: "Budget",
    state_grant: "State grant",
    state_money: "State money",
    above_base: "Above the base grant",
    inhabitants: "Inhabitants 16–64",
    matt: "Försörjningsmått",
    folkmangd: "All inhabitants",
    agreed_kommun: "Agreed number, key of the kommuner",
    agreed_region: "Agreed number, key of the regions",
    forbund_today: "Förbund today",
    in_rest: "In the rest of the country (1 = yes)",
    row_number: "No.",
    counted: "Counted in the country's sums",
    region_number: "No. of the region",
    weight_kommun: "Weight in the kommun key",
    weight_region: "Weight in the region key",
    part_matt: "Part by försörjningsmått",
    part_befolkning: "Part by inhabitants",
    exact: "Before rounding",
    rest: "Remainder",
    left: "Kronor left to hand out",
    members: "Kommuner, number",
    by_matt: "State: försörjningsmått",
    by_befolkning: "State: inhabitants",
    state_total: "State, total",
    counts: "Counts as förbund",
    forbund_after: "Förbund afterwards",
    code: "No. and region",
    weight: "Weight",
    present: "Kommuner",
    caption_lines: "Contributions of the regions per förbund and year",
    caption_net: "National redistribution: kronor per unit, net",
    caption_kansli: "Cost of the kanslier per year afterwards",
    cost: "Cost",
    caption_assumed: "How to use the workbook",
    legend_input: "Yellow cell with blue figures: may be changed.",
    legend_working: "Grey figures to the right of the tables: the steps on the way, not printed.",
    chart_net: "Money for insatser per year",
};

/// The short texts in a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    language.pick(&SWEDISH, &ENGLISH)
}

/// How the workbook is used: what may be changed and what follows.
#[must_use]
pub fn guide(language: Language) -> Vec<&'static str> {
    let swedish = vec![
        "Alla belopp är kronor per år. Varje resultat är en formel: markera en cell och följ den bakåt till kommunernas siffror och parametrarna.",
        "Gula celler får ändras: parametrarna, kommunernas siffror, kanslikostnaderna, vilket förbund en kommun tillhör i dag (bladet Kommuner) och vilket den tillhör efteråt (bladet för varje alternativ). Allt annat räknas om.",
        "En kommun flyttas i ett alternativ genom att ett annat av alternativets förbund väljs i kolumnen Förbund efteråt. Ett förbund utan kommuner får ingen grundtilldelning och räknas inte.",
        "Flyttas en kommun för hand följer ingen kanslikostnad med. Kostnaden för ett kansli står kvar där den stod; ändra den i tabellen över kansliernas kostnad.",
        "Texterna på det här bladet är skrivna när arbetsboken gjordes och följer inte med när celler ändras.",
    ];
    let english = vec![
        "All amounts are kronor a year. Every result is a formula: select a cell and follow it back to the figures of the kommuner and the parameters.",
        "Yellow cells may be changed: the parameters, the figures of the kommuner, the kansli costs, which förbund a kommun is in today (sheet Kommuner) and which it is in afterwards (the sheet of each alternative). Everything else follows.",
        "A kommun is moved within an alternative by choosing another of the alternative's förbund in the column Förbund afterwards. A förbund without kommuner gets no base grant and is not counted.",
        "When a kommun is moved by hand no kansli cost goes with it. The cost of a kansli stays where it was; change it in the table of the kanslier.",
        "The texts of this sheet were written when the workbook was made and do not follow when cells are changed.",
    ];
    language.pick(swedish, english)
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
        "Kontrollräknat när arbetsboken gjordes: alla {formulas} formler för resultat ger samma belopp som finsam.",
        "Checked when the workbook was made: all {formulas} formulas of results give the same amounts as finsam."
    )
}

/// That some formulas give other figures than the model.
#[must_use]
pub fn some_differ(language: Language, formulas: usize, differing: usize, cells: &str) -> String {
    say!(
        language,
        "Kontrollräknat när arbetsboken gjordes: av {formulas} formler för resultat ger {differing} ett annat belopp än finsam, eftersom 15 siffror inte räcker. De är {cells}. Räknas arbetsboken om visar de formlernas belopp; finsams belopp står i rapporten.",
        "Checked when the workbook was made: of {formulas} formulas of results {differing} give another amount than finsam, as 15 digits are not enough. They are {cells}. When the workbook is recalculated they show the formulas' amounts; those of finsam stand in the report."
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
    };
    say!(language, "Gemensamt kansli, delas {how}", "Shared kansli, divided {how}")
}

/// What a cell takes, said to who typed something else. Excel shows at most 255 characters.
#[must_use]
pub fn not_taken(language: Language, takes: Takes) -> &'static str {
    match takes {
        Takes::Whole => language.pick(
            "Skriv ett heltal från noll och uppåt, i hela kronor eller antal.",
            "Type a whole number from nought on, in whole kronor or as a count.",
        ),
        Takes::Decimal => {
            language.pick("Skriv ett tal från noll och uppåt.", "Type a number from nought on.")
        }
        Takes::Share => language.pick("Skriv en andel mellan 0 och 1.", "Type a share between 0 and 1."),
    }
}
