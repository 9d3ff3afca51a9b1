//! What can be wrong with a baseline.

use rust_decimal::Decimal;

use super::declare::problems;
use crate::model::kronor::Kronor;
use crate::text::language::Language;
use crate::text::say;

problems!(
    /// What can be wrong with a baseline.
    pub enum BaselineProblem {
        #[error("unknown_kommun")]
        #[title = "kommunen ”{name}” finns inte i kommuntabellen"]
        #[en = "the kommun \"{name}\" is not in the kommun table"]
        #[label("finns inte i tabellen", "not in the table")]
        #[did_you_mean(nearest)]
        #[help = "Skriv namnet som i tabellen, eller kommunkoden. Finns kommunen det valda året?"]
        #[en = "Write the name as in the table, or the kommunkod. Is the kommun there in the chosen year?"]
        UnknownKommun { name: String, nearest: Option<String> },
        #[error("ambiguous_kommun")]
        #[title("”{name}” passar på flera kommuner", "\"{name}\" matches several kommuner")]
        #[label("{candidates}?", "{candidates}?")]
        #[help = "Skriv namnet med rätt å, ä och ö, eller kommunkoden."]
        #[en = "Write the name with its å, ä and ö, or the kommunkod."]
        #[with(candidates, Language::alternatives(candidates))]
        AmbiguousKommun { name: String, candidates: Vec<String> },
        #[error("kommun_has_parts")]
        #[title("”{kommun}” har delar i den här filen", "\"{kommun}\" has parts in this file")]
        #[label("{parts}?", "{parts}?")]
        #[help = "Skriv den av delarna som menas; alla delar där det går."]
        #[en = "Write the part that is meant; all parts where that can be."]
        #[with(parts, Language::alternatives(parts))]
        KommunHasParts { kommun: String, parts: Vec<String> },
        #[error("kommun_parts_exceed")]
        #[title(
            "delarna av ”{kommun}” har tillsammans mer {column} än kommunen",
            "the parts of \"{kommun}\" have together more {column} than the kommun"
        )]
        #[label("här blir det för mycket", "too much from here on")]
        #[help = "Uppgifterna ska gälla samma år som kommuntabellens; med [path] dess första år."]
        #[en = "The figures must be of the same year as those of the kommun table; with [path] of its first year."]
        KommunPartsExceed { kommun: String, column: String },
        #[error("kommun_part_name_taken")]
        #[title("något annat heter ”{name}”", "something else is called \"{name}\"")]
        #[label("upptaget", "taken")]
        #[other("första gången", "the first time")]
        #[help = "Ge delen ett annat namn. ”Övriga delar” heter det som återstår av kommunen."]
        #[en = "Give the part another name. What is left of the kommun is called \"övriga delar\"."]
        KommunPartNameTaken { name: String },
        #[error("kommun_parts_too_many")]
        #[title = "för många delar: högst {most} av en kommun, och 1 000 i en fil"]
        #[en = "too many parts: at most {most} of a kommun, and 1,000 in a file"]
        #[label("en för mycket", "one too many")]
        #[help("Lägg ihop delar som är med i samma förbund.", "Add up parts that are in the same förbund.")]
        KommunPartsTooMany { most: usize },
        #[error("kommun_twice")]
        #[title("”{kommun}” är nämnd två gånger", "\"{kommun}\" is named twice")]
        #[label("en gång till", "a second time")]
        #[other("första gången", "the first time")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        KommunTwice { kommun: String },
        #[error("kommun_in_two_forbund")]
        #[title("”{kommun}” är redan med i ”{forbund}”", "\"{kommun}\" is already in \"{forbund}\"")]
        #[label("en kommun är med i högst ett förbund", "a kommun is in at most one förbund")]
        #[other("med här", "a member here")]
        #[help("Ta bort kommunen ur det ena förbundet.", "Remove the kommun from one förbund.")]
        KommunInTwoForbund { kommun: String, forbund: String },
        #[error("forbund_twice")]
        #[title("två förbund heter ”{name}”", "two förbund are called \"{name}\"")]
        #[label("samma namn", "the same name")]
        #[other("första gången", "the first time")]
        #[help("Ge dem olika namn.", "Give them different names.")]
        ForbundTwice { name: String },
        #[error("mixed_basis")]
        #[title = "några förbund har budget eller state_grant, men inte {missing}"]
        #[en = "some förbund have budget or state_grant, but not {missing}"]
        #[label("belopp saknas", "an amount is missing")]
        #[help = "Ange beloppet för alla förbund (kalibrerat) eller för inget (då beräknar modellen dem)."]
        #[en = "State the amount for every förbund (calibrated) or for none (then the model computes them)."]
        #[with(missing, quoted(missing))]
        MixedBasis { missing: Vec<String> },
        #[error("budget_and_state_grant")]
        #[title("förbundet har både budget och state_grant", "the förbund has both budget and state_grant")]
        #[label("det ena räcker", "one is enough")]
        #[help = "Behåll state_grant om statens belopp är beslutat, annars budget."]
        #[en = "Keep state_grant if the state's amount is decided, otherwise budget."]
        BudgetAndStateGrant,
        #[error("sate_not_a_member")]
        #[title = "”{kommun}” är inte med i ”{forbund}” och kan inte vara dess säte"]
        #[en = "\"{kommun}\" is not in \"{forbund}\" and cannot be its seat"]
        #[label("inte medlem", "not a member")]
        #[help = "Skriv en av förbundets kommuner, eller utelämna sate: då mäts avstånden från den största \
            kommunen."]
        #[en = "Write one of its kommuner, or leave sate out: distances are then from the largest kommun."]
        SateNotAMember { kommun: String, forbund: String },
        #[error("shares_sum")]
        #[title("delarna blir {sum} tillsammans, inte 1", "the parts sum to {sum}, not to 1")]
        #[label("summan är {sum}", "the sum is {sum}")]
        #[help("Ändra dem så att summan blir exakt 1.", "Change them so that they sum to exactly 1.")]
        SharesSum { sum: Decimal },
        #[error("shares_sum")]
        #[title("delarna blir 100 tillsammans, inte 1", "the parts sum to 100, not to 1")]
        #[label("summan är 100", "the sum is 100")]
        #[help = "Skriv andelar, inte procent: 0.5 i stället för 50."]
        #[en = "Write shares, not percent: 0.5 instead of 50."]
        SharesInPercent,
        #[error("share_out_of_range")]
        #[title = "en del ska vara 0–1 med högst nio decimaler"]
        #[en = "a part must be 0–1 with at most nine decimals"]
        #[label("ingen möjlig del", "not a possible part")]
        #[help = "Skriv andelar, inte procent: till exempel 0.25."]
        #[en = "Write shares, not percent: for example 0.25."]
        ShareOutOfRange,
        #[error("state_share_nought")]
        #[title("statens andel får inte vara 0", "the state's share must not be 0")]
        #[label = "intäkterna beräknas som statens medel delade med andelen"]
        #[en = "income is computed as the state money divided by the share"]
        #[help("Enligt 5 § lagen (2003:1210) är den 0.5.", "By section 5 of the act (2003:1210) it is 0.5.")]
        StateShareZero,
        #[error("national_needs")]
        #[title = "”{key}” saknas, och förbunden har inga egna belopp"]
        #[en = "\"{key}\" is missing, and the förbund have no amounts of their own"]
        #[label("behöver ”{key}”", "needs \"{key}\"")]
        #[help = "Ange appropriation, rest_of_country.forbund och övriga kommuner (kommuner = \"alla\"), \
            eller budget för varje förbund."]
        #[en = "Give appropriation, rest_of_country.forbund and the other kommuner (kommuner = \"alla\"), or \
            budget for every förbund."]
        NationalNeeds { key: String },
        #[error("rest_conflict")]
        #[title = "resten av riket anges både som kommuner och som summor"]
        #[en = "the rest of the country is given both as kommuner and as sums"]
        #[label("välj ett av sätten", "choose one of the two")]
        #[help = "Behåll kommuner, eller befolkning_16_64 tillsammans med forsorjningsmatt."]
        #[en = "Keep kommuner, or befolkning_16_64 together with forsorjningsmatt."]
        RestConflict,
        #[error("rest_holds_member")]
        #[title = "”{kommun}” räknas både som medlem och till resten av riket"]
        #[en = "\"{kommun}\" is counted both as a member and in the rest of the country"]
        #[label("i resten av riket", "in the rest of the country")]
        #[other("medlem här", "a member here")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        RestHoldsMember { kommun: String },
        #[error("key_lacks_kommun")]
        #[title("nyckeln har inget tal för ”{kommun}”", "the key has no number for \"{kommun}\"")]
        #[label("”{kommun}” behöver ett tal", "\"{kommun}\" needs a number")]
        #[help = "Lägg till \"{kommun}\" = … i kommun_key i utgångsläget."]
        #[en = "Add \"{kommun}\" = … to kommun_key in the baseline."]
        KeyLacksKommun { kommun: String },
        #[error("folkmangd_missing")]
        #[title = "nyckeln folkmangd går inte att använda: ”{kommun}” saknar folkmängd"]
        #[en = "the key folkmangd cannot be used: \"{kommun}\" has no folkmangd"]
        #[label("behöver kolumnen folkmangd", "needs the column folkmangd")]
        #[help = "Fyll i folkmangd i kommuntabellen, för delar av kommuner också i [[kommun_part]], eller välj befolkning_16_64."]
        #[en = "Fill in folkmangd in the kommun table, of parts of kommuner in [[kommun_part]] too, or choose befolkning_16_64."]
        FolkmangdMissing { kommun: String },
        #[error("key_is_nought")]
        #[title = "nyckeln blir 0 för alla kommuner i ”{forbund}”"]
        #[en = "the key is 0 for every kommun of \"{forbund}\""]
        #[label("då kan deras del inte delas", "so their part cannot be divided")]
        #[help = "Ge minst en av kommunerna ett tal över 0, eller välj en annan nyckel."]
        #[en = "Give at least one of the kommuner a number above 0, or choose another key."]
        KeyIsZero { forbund: String },
        #[error("forbund_without_inhabitants")]
        #[title("”{forbund}” har inga invånare 16–64 år", "\"{forbund}\" has no inhabitants aged 16–64")]
        #[label("0 invånare", "0 inhabitants")]
        #[help = "Kontrollera befolkning_16_64 i kommuntabellen."]
        #[en = "Check befolkning_16_64 in the kommun table."]
        ForbundWithoutInhabitants { forbund: String },
        #[error("forbund_without_inhabitants")]
        #[title = "landets kommuner har inga invånare 16–64 år"]
        #[en = "the country's kommuner have no inhabitants aged 16–64"]
        #[label("0 invånare", "0 inhabitants")]
        #[help = "Kontrollera befolkning_16_64 i kommuntabellen."]
        #[en = "Check befolkning_16_64 in the kommun table."]
        CountryWithoutInhabitants,
        #[error("forbund_without_forsorjningsmatt")]
        #[title = "försörjningsmåttet är 0 i hela ”{forbund}”"]
        #[en = "the försörjningsmått is 0 in all of \"{forbund}\""]
        #[label("inget att dela efter", "nothing to divide by")]
        #[help = "Kontrollera forsorjningsmatt i kommuntabellen."]
        #[en = "Check forsorjningsmatt in the kommun table."]
        ForbundWithoutForsorjningsmatt { forbund: String },
        #[error("forbund_without_forsorjningsmatt")]
        #[title("försörjningsmåttet är 0 i hela landet", "the försörjningsmått is 0 in all of the country")]
        #[label("inget att dela efter", "nothing to divide by")]
        #[help = "Kontrollera forsorjningsmatt i kommuntabellen."]
        #[en = "Check forsorjningsmatt in the kommun table."]
        CountryWithoutForsorjningsmatt,
        #[error("base_grants_exceed")]
        #[title = "grundtilldelningen till {forbund} förbund är mer än anslaget"]
        #[en = "the base grants of {forbund} förbund are more than the appropriation"]
        #[label = "{forbund} × {base_grant} ryms inte i {appropriation}"]
        #[en = "{forbund} × {base_grant} do not fit in {appropriation}"]
        #[help = "Kontrollera appropriation, base_grant och antalet förbund."]
        #[en = "Check appropriation, base_grant and the number of förbund."]
        BaseGrantsExceed { forbund: u64, base_grant: Kronor, appropriation: Kronor },
        #[error("state_below_base")]
        #[title = "statens medel till ”{forbund}” är mindre än grundtilldelningen {base_grant}"]
        #[en = "the state money of \"{forbund}\" is less than the base grant of {base_grant}"]
        #[label("ger {state} från staten", "gives {state} from the state")]
        #[help = "Skriv beloppet i kronor (inte tkr), eller sänk base_grant."]
        #[en = "Write the amount in kronor (not thousands), or lower base_grant."]
        StateBelowBase { forbund: String, base_grant: Kronor, state: Kronor },
        #[warning("state_exceeds_appropriation")]
        #[title = "förbunden har mer av statens medel än anslaget räcker till"]
        #[en = "the förbund have more state money than the appropriation can pay"]
        #[label("räcker inte", "not enough")]
        #[help = "Kontrollera appropriation och förbundens belopp: alla ska vara i kronor."]
        #[en = "Check appropriation and the amounts of the förbund: all must be in kronor."]
        StateExceedsAppropriation,
        #[error("indicator_twice")]
        #[title("indikatorn ”{column}” finns två gånger", "the indicator \"{column}\" appears twice")]
        #[label("andra gången", "the second time")]
        #[other("första gången", "the first time")]
        #[help = "Ta bort den ena; stora och små bokstäver och å, ä, ö räknas som samma."]
        #[en = "Remove one of them; case and å, ä, ö make no difference."]
        IndicatorTwice { column: String },
        #[error("unknown_indicator")]
        #[title = "kommuntabellen har ingen indikator ”{column}”"]
        #[en = "the kommun table has no indicator \"{column}\""]
        #[label("finns inte i tabellen", "not in the table")]
        #[did_you_mean(nearest)]
        #[help("Indikatorerna är {existing}.", "The indicators are {existing}.")]
        #[when(existing)]
        #[help = "Tabellen har inga kolumner utöver dem som finsam känner; ta bort raden."]
        #[en = "The table has no columns other than those that finsam knows; remove the line."]
        UnknownIndicator { column: String, nearest: Option<String>, existing: Vec<String> },
        #[error("smallest_share")]
        #[title = "most_share ska vara en andel större än 0 och högst 1, med högst nio decimaler"]
        #[en = "most_share must be a share above 0 and at most 1, with at most nine decimals"]
        #[label("ingen andel av intäkterna", "no share of the income")]
        #[help = "Skriv hur mycket av intäkterna kansliet högst får ta: 0.2 är en femtedel."]
        #[en = "Write how much of the income the kansli may take at most: 0.2 is a fifth."]
        SmallestShare,
        #[error("reference_without_figure")]
        #[title("jämförelsetalet saknar belopp", "the reference has no amount")]
        #[label("lägg till total eller kr_per_inhabitant", "add total or kr_per_inhabitant")]
        #[help = "Skriv total = … i kr, eller kr_per_inhabitant = … som källan anger det."]
        #[en = "Write total = … in kr, or kr_per_inhabitant = … as the source states it."]
        ReferenceWithoutFigure,
        #[error("no_pot")]
        #[title = "grundtilldelningen tar hela anslaget, så netto går inte att beräkna"]
        #[en = "the base grants take the whole appropriation, so net cannot be computed"]
        #[label("inget blir kvar att fördela", "nothing is left to distribute")]
        #[help = "Kontrollera appropriation, base_grant och antalet förbund."]
        #[en = "Check appropriation, base_grant and the number of förbund."]
        NoPot,
        #[error("figures_too_large")]
        #[title = "uppgifterna är tillsammans för stora, eller har för många decimaler, för att beräknas exakt"]
        #[en = "the figures are together too large, or have too many decimals, to be computed exactly"]
        #[label("beräknas av detta", "computed from this")]
        #[help = "Kontrollera befolkning och försörjningsmått i kommuntabellen, och avrunda till färre \
            decimaler."]
        #[en = "Check inhabitants and försörjningsmått in the kommun table, and round to fewer decimals."]
        FiguresTooLarge,
    }
);

impl BaselineProblem {
    /// A kommun has no number that a key needs: an agreed one, or its folkmängd, the only column that may be empty.
    #[must_use]
    pub fn key_lacks(kommun: String, agreed: bool) -> Self {
        if agreed { Self::KeyLacksKommun { kommun } } else { Self::FolkmangdMissing { kommun } }
    }
}

fn quoted(language: Language, names: &[String]) -> String {
    language.list(&names.iter().map(|name| say!(language, "”{name}”", "\"{name}\"")).collect::<Vec<_>>())
}
