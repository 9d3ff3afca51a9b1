//! Every assumption the figures rest on, each declared once: its id, its data and its sentence in both languages.

use rust_decimal::Decimal;

pub use super::assumption_words::{CappedPayer, Lag};
use super::assumption_words::{
    among_regions, cap_ceiling, cap_source, capped_payer, changed, guard_exception, guard_years, joined,
    lag_in_sentence, passed, past_base_grants, share_in_stated, split_today, what_is_shared,
    without_full_stop, year_in_sentence, years_in_sentence,
};
use crate::input::baseline::{ChangedBudget, Defaults};
use crate::model::kansli::SplitBy;
use crate::model::key::Key;
use crate::model::kronor::Kronor;
use crate::model::parameters::Parameters;
use crate::model::rules::{Ceiling, PastBaseGrant};
use crate::text::label::column_in_sentence;
use crate::text::language::Language;
use crate::text::localize::{Localize, words};
use crate::text::{number, say};

words!(
    /// Something the figures rest on that a reader could doubt.
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub enum Assumption {
        /// The model's formula and its parameters, as finsam reads FK 2015.
        #[id("allocation_formula")]
        #[words = "Statens medel fördelas så: {base_grant} per förbund, resten av anslaget till {matt} efter \
                   försörjningsmått och till {befolkning} efter invånare 16–64 år i de kommuner som tillhör \
                   ett förbund (Försäkringskassan, PM 2015-01-22; formeln och nämnarna i finsams \
                   tolkning).{defaults}"]
        #[en = "State money is allocated as follows: {base_grant} per förbund, the rest of the appropriation \
                {matt} by försörjningsmått and {befolkning} by inhabitants 16–64 of the kommuner that belong \
                to a förbund (Försäkringskassan, PM 2015-01-22; the formula and its denominators are \
                finsam's reading).{defaults}"]
        #[when(national)]
        #[words = "Modellens grundtilldelning ({base_grant}) och vikter ({matt} försörjningsmått, \
                   {befolkning} invånare 16–64 år; Försäkringskassan, PM 2015-01-22) används bara för att \
                   dela förbundens beslutade belopp på kommunerna.{defaults}"]
        #[en = "The model's base grant ({base_grant}) and weights ({matt} försörjningsmått, {befolkning} \
                inhabitants 16–64; Försäkringskassan, PM 2015-01-22) are used only to divide the decided \
                amounts of the förbund over their kommuner.{defaults}"]
        #[with(matt, number::share(matt))]
        #[with(befolkning, number::share(befolkning))]
        Formula {
            /// kr per förbund.
            base_grant: Kronor,
            /// The weight of försörjningsmått.
            matt: Decimal,
            /// The weight of inhabitants 16–64.
            befolkning: Decimal,
            /// Which of them nobody wrote.
            defaults: Defaults,
            /// Whether all state money is computed by it, and not only divided within the förbund.
            national: bool,
        },
        #[id("national_total")]
        #[words = "Anslaget är låst till {appropriation} och delas i dag av {forbund} förbund."]
        #[en = "The appropriation is locked at {appropriation} and is shared by {forbund} förbund today."]
        NationalTotal { appropriation: Kronor, forbund: u64 },
        #[id("national_total")]
        #[words = "Från {year} är anslaget låst till {appropriation} och delas utan förändringar av {forbund} förbund."]
        #[en = "From {year} on the appropriation is locked at {appropriation} and is shared by {forbund} förbund if \
                nothing changes."]
        #[with(year, year_in_sentence(year))]
        NationalTotalFrom { year: i64, appropriation: Kronor, forbund: u64 },
        #[id("parameters_from_{year}")]
        #[words = "Från {year} är grundtilldelningen {base_grant} och vikterna {matt} efter försörjningsmått och \
                   {befolkning} efter invånare 16–64 år."]
        #[en = "From {year} on the base grant is {base_grant} and the weights are {matt} by försörjningsmått and \
                {befolkning} by inhabitants 16–64."]
        #[with(year, year_in_sentence(year))]
        #[with(matt, number::share(matt))]
        #[with(befolkning, number::share(befolkning))]
        ParametersFrom { year: i64, base_grant: Kronor, matt: Decimal, befolkning: Decimal },
        #[id("path_years")]
        #[words = "Varje år från {from} till {to} beräknas för sig, med kommunernas uppgifter från {before} eller de \
                   senaste före det."]
        #[en = "Each year from {from} to {to} is computed by itself, with the figures of the kommuner {before} or the \
                latest before that."]
        #[when(lag)]
        #[words = "Varje år från {from} till {to} beräknas för sig, med kommunernas uppgifter från samma år eller de \
                   senaste före det."]
        #[en = "Each year from {from} to {to} is computed by itself, with the figures of the kommuner of the same year \
                or the latest before that."]
        #[with(from, year_in_sentence(from))]
        #[with(to, year_in_sentence(to))]
        #[with(before, lag_in_sentence(lag))]
        PathYears { from: i64, to: i64, lag: Lag },
        #[id("path_one_table")]
        #[words = "Kommuntabellen har inga år: alla år beräknas med samma uppgifter om kommunerna."]
        #[en = "The kommun table has no years: all years are computed with the same figures of the kommuner."]
        PathOneTable,
        #[id("figures_carried_{column}")]
        #[words = "Tabellen har {name} till och med {last}; för senare år används det senaste."]
        #[en = "The table has {name} up to {last}; for later years the latest is used."]
        #[with(name, column_in_sentence(column))]
        #[with(last, year_in_sentence(last))]
        FiguresCarried { column: String, last: i64 },
        #[id("figures_behind")]
        #[words = "{kommuner} saknar uppgifter för något år som andra kommuner har, och beräknas då med sina senaste."]
        #[en = "{kommuner} lack figures of some year that other kommuner have, and are then computed with their latest."]
        FiguresBehind { kommuner: Vec<String> },
        #[id("kansli_indexed")]
        #[words = "Kanslierna är i {from} års priser, eller i det års priser som de anges för, och ökar med {rate} per år. \
                   Engångskostnader räknas inte upp."]
        #[en = "The kanslier are at the prices of {from}, or of the year they are stated for, and grow by {rate} a year. \
                One-off costs do not grow."]
        #[with(from, year_in_sentence(from))]
        #[with(rate, number::share(rate))]
        KansliIndexed { from: i64, rate: Decimal },
        #[id("part_of_year")]
        #[words = "Under {years} ändras indelningen inom året. Varje månad räknas som en tolftedel av året, också i \
                   grundtilldelningar och nettopott, och de som är med vid årets slut betalar årets bidrag."]
        #[en = "In {years} the grouping changes within the year. Each month counts as a twelfth of the year, in base \
                grants and in the net pot too, and those who are members at its end pay the contributions of the year."]
        #[with(years, years_in_sentence(years))]
        PartOfYear { years: Vec<i64> },
        #[id("parts_of_budgets")]
        #[words = "Ett beslutat belopp delas på kommunerna med uppgifterna från det år då det börjar gälla; senare år \
                   behåller delarna."]
        #[en = "A decided amount is divided over the kommuner with the figures of the year in which it begins to hold; \
                later years keep the parts."]
        PartsOfBudgets,
        #[id("discounted")]
        #[words = "Nuvärden är i {from} års värde, med räntan {rate}."]
        #[en = "Present values are at the value of {from}, discounted by {rate} a year."]
        #[with(from, year_in_sentence(from))]
        #[with(rate, number::share(rate))]
        Discounted { from: i64, rate: Decimal },
        #[id("value_source")]
        #[words("Källa till {what}: {source}", "Source of {what}: {source}")]
        ValueSource { what: String, source: String },
        #[id("kommun_parts_{kommunkod}")]
        #[words = "{kommun} är delad: {parts}. Delarnas uppgifter står i utgångsläget; övriga delar har det som återstår \
                   av kommunens i kommuntabellen. Varje del betalar sitt bidrag, men kommunen har en ledamot i varje styrelse, och \
                   avstånd mäts från dess centralort."]
        #[en = "{kommun} is divided: {parts}. The figures of the parts stand in the baseline; övriga delar has what is left of \
                those of the kommun in the kommun table. Each part pays its contribution, but the kommun has one ledamot on each board, \
                and distances are from its main town."]
        #[when(rest)]
        #[words = "{kommun} är delad: {parts}. Delarnas uppgifter står i utgångsläget. Varje del betalar sitt bidrag, men \
                   kommunen har en ledamot i varje styrelse, och avstånd mäts från dess centralort."]
        #[en = "{kommun} is divided: {parts}. The figures of the parts stand in the baseline. Each part pays its contribution, \
                but the kommun has one ledamot on each board, and distances are from its main town."]
        KommunParts { kommunkod: String, kommun: String, parts: Vec<String>, rest: bool },
        #[id("kommun_parts_carried")]
        #[words = "Uppgifterna om delar av kommuner gäller {year}. Andra år har varje del samma andel av sin kommun."]
        #[en = "The figures of parts of kommuner are of {year}. In other years each part has the same share of its kommun."]
        #[with(year, year_in_sentence(year))]
        KommunPartsCarried { year: i64 },
        #[id("calibrated_basis")]
        #[words = "Förbundens beslutade belopp gäller (kalibrerat), och en kommun som flyttar tar sin del av \
                   det som överstiger grundtilldelningen med sig."]
        #[en = "The decided amounts of the förbund hold (calibrated), and a kommun that moves takes along \
                its part of what exceeds the base grant."]
        CalibratedBasis,
        #[id("changed_budgets")]
        #[words = "Statens del av budgeten är avrundad till hela kronor, vilket ändrar budgeten ({list})."]
        #[en = "The state's part of the budget is rounded to whole kronor, which changes the budget \
                ({list})."]
        #[with(list, changed(budgets))]
        ChangedBudgets { budgets: Vec<ChangedBudget> },
        #[id("rest_of_country")]
        #[words = "Till resten av riket räknas alla {kommuner} övriga kommuner i tabellen, även de som inte \
                   tillhör något förbund."]
        #[en = "All {kommuner} other kommuner of the table count as the rest of the country, even those that \
                belong to no förbund."]
        RestAllOthers { kommuner: usize },
        #[id("rest_of_country")]
        #[words = "Till resten av riket räknas bara den kommun som utgångsläget nämner."]
        #[en = "Only the kommun that the baseline names counts as the rest of the country."]
        RestOneListed,
        #[id("rest_of_country")]
        #[words = "Till resten av riket räknas de {kommuner} kommuner som utgångsläget nämner."]
        #[en = "The {kommuner} kommuner that the baseline names count as the rest of the country."]
        RestListed { kommuner: usize },
        #[id("rest_of_country")]
        #[words = "För resten av riket gäller de summor som utgångsläget anger."]
        #[en = "The sums that the baseline states are used for the rest of the country."]
        RestSums,
        #[id("gross_and_net")]
        #[words = "Brutto utgår från dagens kronor per invånare och försörjningsmått, som utredningar brukar \
                   göra. Netto beräknar hela riket på nytt: anslaget är låst, så frigjord grundtilldelning \
                   går tillbaka till alla förbund (finsams tolkning)."]
        #[en = "Gross uses today's kronor per inhabitant and försörjningsmått, as inquiries do. Net computes \
                the whole country anew: the appropriation is locked, so freed base grants return to all \
                förbund (finsam's reading)."]
        #[when(national)]
        #[words = "Brutto behåller varje kommuns del av dagens beslutade belopp, som utredningar brukar \
                   göra. Netto beräknar hela riket på nytt: anslaget är låst, så frigjord grundtilldelning \
                   går tillbaka till alla förbund (finsams tolkning)."]
        #[en = "Gross keeps each kommun's part of today's decided amounts, as inquiries do. Net computes the \
                whole country anew: the appropriation is locked, so freed base grants return to all förbund \
                (finsam's reading)."]
        GrossAndNet { national: bool },
        #[id("net_unknown")]
        #[words = "Nettobelopp saknas: utgångsläget anger inte både anslaget och antalet övriga förbund. \
                   Brutto utgår från dagens belopp per kommun."]
        #[en = "Net amounts are missing: the baseline does not give both the appropriation and the number of \
                other förbund. Gross uses today's amounts per kommun."]
        NetUnknown,
        #[id("funding")]
        #[words = "Staten betalar {state}, regionerna {region} och kommunerna {kommuner} (5 § lagen \
                   (2003:1210): hälften, en fjärdedel och en fjärdedel)."]
        #[en = "The state pays {state}, the regions {region} and the kommuner {kommuner} (5 § of the law \
                (2003:1210): a half, a quarter and a quarter)."]
        #[with(state, number::share(state))]
        #[with(region, number::share(region))]
        #[with(kommuner, number::share(kommuner))]
        Funding { state: Decimal, region: Decimal, kommuner: Decimal },
        #[id("full_matching")]
        #[words = "Alla parter betalar hela sin del; inget förbund avstår medel."]
        #[en = "All parties pay their full part; no förbund forgoes money."]
        FullMatching,
        #[id("no_guard")]
        #[words = "Ingen spärr mot minskning och ingen trappa för eget kapital är inräknad: om de gäller i \
                   dag är okänt."]
        #[en = "No guard against decreases and no equity staircase is applied: whether they are in force \
                today is unknown."]
        NoGuard,
        #[id("guard")]
        #[words = "Spärr: statens medel till ett förbund minskar högst {most_decrease} från året före{when}. {base}{except}"]
        #[en = "Guard: state money to a förbund falls at most {most_decrease} from the year before{when}. {base}{except}"]
        #[with(most_decrease, number::share(most_decrease))]
        #[with(when, guard_years(years))]
        #[with(base, past_base_grants(base_grant))]
        #[with(except, guard_exception(except))]
        Guard { most_decrease: Decimal, years: Vec<i64>, base_grant: PastBaseGrant, except: Option<Decimal> },
        #[id("no_guard_rule")]
        #[words("Ingen spärr mot minskning är inräknad.", "No guard against decreases is applied.")]
        NoGuardRule,
        #[id("equity_step")]
        #[words = "Trappa: ett förbund vars eget kapital är mer än {above} av förra årets intäkter får {reduce} mindre av \
                   staten."]
        #[en = "Staircase: a förbund whose equity is above {above} of its income of the year before gets {reduce} less \
                from the state."]
        #[with(above, number::share(above))]
        #[with(reduce, number::share(reduce))]
        EquityStep { above: Decimal, reduce: Decimal },
        #[id("no_equity_rule")]
        #[words("Ingen trappa för eget kapital är inräknad.", "No equity staircase is applied.")]
        NoEquityRule,
        #[id("holdings_beside")]
        #[words = "Eget kapital, överförda medel och övriga intäkter ingår inte i några intäkter, insatser eller bidrag. \
                   Sammanslagna förbund har summan av delarnas, delarna av ett förbund delar efter invånare 16–64 år, och \
                   kommuner som flyttar tar inget med sig, om inte en ändring anger annat."]
        #[en = "Equity, money carried over and other income are in no income, insatser or contribution. Merged förbund have \
                the sum of their parts', the parts of a förbund share it by inhabitants 16–64, and kommuner that move bring \
                none, unless a change states otherwise."]
        HoldingsBeside,
        #[id("kansli_posts")]
        #[words = "Kansliernas heltidstjänster följer kanslierna: ett sammanslaget förbund har summan av delarnas, delarna av ett \
                   förbund delar efter invånare 16–64 år, de som tar över ett kansli tar över tjänsterna, och gemensamma \
                   delas som kostnaden, om inte en ändring anger annat. En antagen besparing sparar inga tjänster."]
        #[en = "The full-time posts of the kanslier follow them: a merged förbund has the sum of its parts', the parts of a \
                förbund share them by inhabitants 16–64, whoever takes over a kansli takes over its posts, and shared ones \
                are split as the cost is, unless a change states otherwise. An assumed saving saves no posts."]
        PostsFollow,
        #[id("holdings_left")]
        #[words = "Eget kapital, överförda medel och övriga intäkter i {names}, som upphör, räknas inte hos något annat \
                   förbund."]
        #[en = "The equity, money carried over and other income of {names}, which ceases, are counted in no other förbund."]
        HoldingsLeft { names: Vec<String> },
        #[id("insatser_follow")]
        #[words = "Insatserna ingår inte i några intäkter eller bidrag, och deras kostnader är desamma alla år; ett år som \
                   de bara finns en del av räknas efter månader. En insats med ort följer sin kommun; annars följer den sitt \
                   förbund, också in i ett sammanslaget, om inte en ändring anger annat."]
        #[en = "Insatser are in no income or contribution, and cost the same every year; a year of which they are there a part \
                only counts by months. An insats with a kommun goes with its kommun; otherwise it goes with its förbund, also into \
                a merged one, unless a change states otherwise."]
        InsatserFollow,
        #[id("smallest_forbund_at_average")]
        #[words = "Det minsta förbund som bär ett kansli antas ha landets försörjningsmått per invånare 16–64 år, och statens medel \
                   före regler som begränsar dem."]
        #[en = "The smallest förbund that bears a kansli is taken to have the country's försörjningsmått per inhabitant 16–64, and \
                state money before rules that bound it."]
        #[when(national)]
        #[words = "Det minsta förbund som bär ett kansli antas ha så mycket av statens medel per invånare 16–64 år, utöver \
                   grundtilldelningen, som filens förbund har tillsammans, före regler som begränsar dem."]
        #[en = "The smallest förbund that bears a kansli is taken to have as much of the state's money per inhabitant 16–64, beside \
                the base grant, as the förbund of the file have together, before rules that bound it."]
        SmallestForbundAtAverage {
            /// Whether it is the mean of the country.
            national: bool,
        },
        #[id("insatser_from_percent")]
        #[words = "Personer i {table} är räknade ur avrundade andelar: det närmaste antalet är taget, och det kan vara upp till {off} \
                   fler eller färre på en rad."]
        #[en = "Persons in {table} were computed from rounded percentages: the nearest number was taken, and it can be up to {off} more \
                or fewer in a row."]
        InsatserFromPercent { table: String, off: u64 },
        #[id("insats_by_inhabitants")]
        #[words = "Insatsen {insats} har ingen ort och går från {from}, som upphör, till {to}, där de flesta av förbundets invånare \
                   16–64 år finns."]
        #[en = "The insats {insats} is in no kommun and goes from {from}, which ceases, to {to}, where most of the inhabitants \
                16–64 of the förbund are."]
        InsatsByInhabitants { insats: String, from: String, to: String },
        #[id("insats_without_ort")]
        #[words = "Insatsen {insats} fanns i {orter} och räknas nu utan ort, alltså för hela sitt förbund; en ändring kan ange ort."]
        #[en = "The insats {insats} was in {orter} and is now counted without a kommun, so for its whole förbund; a change can \
                state ort."]
        InsatsWithoutOrt { insats: String, orter: Vec<String> },
        #[id("insats_without_malgrupp")]
        #[words = "Insatsen {insats} är sammanslagen av insatser som inte alla är för samma målgrupp ({malgrupper}) och räknas nu utan \
                   målgrupp; en ändring kan ange en."]
        #[en = "The insats {insats} is merged of insatser that are not all for the same group ({malgrupper}) and is now counted without a \
                group; a change can state one."]
        InsatsWithoutMalgrupp { insats: String, malgrupper: Vec<String> },
        #[id("insats_results_as_none")]
        #[words = "Insatsen {insats} är sammanslagen av insatser som inte alla anger {resultat}; de som inte gör det räknas som om ingen \
                   hade det. Ange resultat i ändringen om antalen är kända."]
        #[en = "The insats {insats} is merged of insatser of which not all state {resultat}; those that do not count as if nobody had \
                it. State resultat in the change where the numbers are known."]
        InsatsResultsAsNone { insats: String, resultat: Vec<String> },
        #[id("insatser_ended")]
        #[words = "Insatser som upphör, eftersom deras ort, eller utan ort alla förbundets kommuner, inte är med i något förbund längre: \
                   {names}."]
        #[en = "Insatser that end, because their kommun, or without one every kommun of their förbund, is in no förbund any more: \
                {names}."]
        InsatserEnded { names: Vec<String> },
        #[id("payments_follow")]
        #[words = "Ersättningar till kommuner är en del av vad kansli och insatser kostar, och desamma alla år. De följer sin kommun, \
                   och betalas av det förbund som den är med i, om inte en ändring anger annat."]
        #[en = "Payments to kommuner are a part of what kansli and insatser cost, and the same every year. They go with their kommun, \
                and are made by the förbund that it is in, unless a change states otherwise."]
        PaymentsFollow,
        #[id("payments_ended")]
        #[words = "Ersättningar som upphör, eftersom kommunen inte är med i något förbund längre: {kommuner}."]
        #[en = "Payments that end, because the kommun is in no förbund any more: {kommuner}."]
        PaymentsEnded { kommuner: Vec<String> },
        #[id("natura_ended")]
        #[words(
            "Inte med i något förbund längre, och lämnar då inget in natura: {names}.",
            "In no förbund any more, and then giving nothing in kind: {names}."
        )]
        NaturaEnded { names: Vec<String> },
        #[id("insats_posts_ended")]
        #[words = "Inte med i förbundet som hade insatsen {insats} efter en ändring, och lämnar sedan dess inga tjänster in natura till den: \
                   {parties}."]
        #[en = "Not in the förbund that had the insats {insats} after a change, and giving it no posts in kind since then: {parties}."]
        InsatsPostsEnded { insats: String, parties: Vec<String> },
        #[id("equity_illustration")]
        #[words = "Kommunernas delar av det egna kapitalet är en illustration: kommunernas andel av finansieringen, \
                   {kommuner}, delad efter varje förbunds nyckel. Medlemmarna bestämmer själva hur det fördelas när ett \
                   förbund upphör."]
        #[en = "The kommuner's parts of the equity are an illustration: the kommuner's share of the funding, {kommuner}, \
                divided by the key of each förbund. The members decide themselves how it is shared when a förbund ceases."]
        #[with(kommuner, number::share(kommuner))]
        EquityIllustration { kommuner: Decimal },
        #[id("equity_unknown")]
        #[words = "Det egna kapitalet är okänt för {names}; där gäller ingen trappa och inget undantag från spärren."]
        #[en = "The equity of {names} is unknown; there no step and no exception from the guard holds."]
        EquityUnknown { names: Vec<String> },
        #[id("matching_capped")]
        #[words = "I {names} är statens medel högst vad region och kommuner kan matcha."]
        #[en = "In {names} state money is at most what region and kommuner can match."]
        MatchingCapped { names: Vec<String> },
        #[id("cap")]
        #[words = "{who} {most} per år{from}. Statens medel till de förbund där det begränsar begränsas i samma \
                   proportion; minsta bidrag i en fördelningsnyckel är inte medräknade."]
        #[en = "{who} {most} a year{from}. State money to the förbund where that binds is bounded in the same \
                proportion; least contributions of a key are not counted."]
        #[with(who, capped_payer(who))]
        #[with(most, cap_ceiling(most))]
        #[with(from, cap_source(from))]
        Cap { who: CappedPayer, most: Ceiling, from: Option<String> },
        #[id("rules_shared_by_all")]
        #[words = "Vad golv kostar och tak frigör delas av alla förbund i landet som ingen regel binder, i proportion till \
                   deras medel över grundtilldelningen; i bruttobeloppen ligger den omräkning som gäller utan \
                   förändringar."]
        #[en = "What floors cost and caps free is shared by all förbund of the country that no rule binds, in proportion \
                to their money above the base grant; gross amounts keep the factor that holds without changes."]
        RulesSharedByAll,
        #[id("rules_borne_by_state")]
        #[words(
            "Staten bär det som golv kostar och behåller det som tak frigör.",
            "The state bears what floors cost and keeps what caps free."
        )]
        RulesBorneByState,
        #[id("kommun_key")]
        #[words = "Kommunerna i ett förbund delar sin del {key}."]
        #[en = "The kommuner of a förbund divide their part {key}."]
        KommunKey { key: Key },
        #[id("own_key")]
        #[words = "Kommunerna i {forbund} delar sin del {key}."]
        #[en = "The kommuner of {forbund} divide their part {key}."]
        OwnKey { forbund: String, key: Key },
        #[id("minimum_exceeds")]
        #[words = "I {names} räcker kommunernas del inte till de minsta bidragen; där betalar alla lika mycket."]
        #[en = "In {names} the part of the kommuner has no room for the least contributions; there all pay alike."]
        MinimumExceeds { names: Vec<String> },
        #[id("region_key")]
        #[words = "Flera regioner i samma förbund delar sin del {how}."]
        #[en = "Several regions of one förbund divide their part {how}."]
        #[with(how, among_regions(key))]
        RegionKey { key: Key },
        #[id("regions_from_kommunkod")]
        #[words = "Kommuntabellen nämner inga regioner; de är lästa ur kommunkodens två första siffror."]
        #[en = "The kommun table names no regions; they are read off the first two digits of the kommunkod."]
        RegionsFromKommunkod,
        #[id("outside")]
        #[words = "Utanför utgångsläget: {names}. Där visas bara vad de flyttade kommunerna tar med sig, \
                   utan grundtilldelning och kansli, och de räknas inte bland förbunden."]
        #[en = "Outside the baseline: {names}. There, only what the moved kommuner bring is shown, without \
                base grant and kansli, and they are not counted among the förbund."]
        Outside { names: Vec<String> },
        /// Kommuner join that were in no förbund: those that the country's sums held already, and those that enter
        /// them, net.
        #[id("joined")]
        #[words("{sentences}", "{sentences}")]
        #[with(sentences, joined(held, entering))]
        Joined { held: Vec<String>, entering: Vec<String> },
        /// Kommuner that are in no förbund any more.
        #[id("left")]
        #[words = "Inte med i något förbund längre: {names}. De för inget med sig, och netto räknas de inte \
                   i rikets summor; brutto påverkas ingen annan."]
        #[en = "In no förbund any more: {names}. They bring nothing, and net they are not in the country's \
                sums; gross nobody else is affected."]
        #[when(national)]
        #[words = "Inte med i något förbund längre: {names}. Netto delas deras del av de beslutade beloppen \
                   av alla förbund i landet; brutto påverkas ingen annan."]
        #[en = "In no förbund any more: {names}. Net, their part of the decided amounts is shared by all \
                förbund of the country; gross nobody else is affected."]
        Left { names: Vec<String>, national: bool },
        #[id("left")]
        #[words = "Inte med i något förbund längre: {names}. De för inget med sig, och ingen annan påverkas."]
        #[en = "In no förbund any more: {names}. They bring nothing, and nobody else is affected."]
        LeftGrossOnly { names: Vec<String> },
        #[id("elsewhere")]
        #[words = "I resten av riket antas förbunden bli {more} fler, {after} i stället för {before}. Det \
                   ändrar nettobeloppen, aldrig bruttobeloppen."]
        #[en = "In the rest of the country, förbund are assumed to become {more} more, {after} instead of \
                {before}. That changes net amounts, never gross ones."]
        #[when(is_more)]
        #[words = "I resten av riket antas förbunden bli {more} färre, {after} i stället för {before}. Det \
                   ändrar nettobeloppen, aldrig bruttobeloppen."]
        #[en = "In the rest of the country, förbund are assumed to become {more} fewer, {after} instead of \
                {before}. That changes net amounts, never gross ones."]
        Elsewhere { more: u64, is_more: bool, before: u64, after: u64 },
        #[id("kansli_merged_sum")]
        #[words = "Kanslierna i {forbund} antas vart och ett kosta lika mycket som delarnas tillsammans; \
                   scenariot anger ingen besparing."]
        #[en = "The kanslier of {forbund} are each assumed to cost as much as those of its parts together; \
                the scenario states no saving."]
        #[when(several)]
        #[words = "Kansliet i {forbund} antas kosta lika mycket som delarnas tillsammans; scenariot anger \
                   ingen besparing."]
        #[en = "The kansli of {forbund} is assumed to cost as much as those of its parts together; the \
                scenario states no saving."]
        KansliMerged { forbund: Vec<String>, several: bool },
        #[id("kansli_assumption_merge")]
        #[words = "Kansliet i {forbund} antas kosta {saved} mindre än delarnas tillsammans: det gäller lika för varje \
                   sammanslagning vars kansli inte anges."]
        #[en = "The kansli of {forbund} is assumed to cost {saved} less than those of its parts together: so for every \
                merger whose kansli is not stated."]
        #[with(saved, number::share(saved))]
        MergeSaves { forbund: Vec<String>, saved: Decimal },
        #[id("kansli_assumption_move")]
        #[words = "Kansliet i {forbund}, som upphör, antas kosta {saved} mindre hos dem som tar över det: det gäller lika \
                   för varje förbund vars kommuner flyttar."]
        #[en = "The kansli of {forbund}, which ceases, is assumed to cost {saved} less where it is taken over: so for every \
                förbund whose kommuner move."]
        #[with(saved, number::share(saved))]
        MoveSaves { forbund: Vec<String>, saved: Decimal },
        #[id("kansli_assumption_shared_kansli")]
        #[words = "Det kansli som {forbund} delar antas kosta {saved} mindre än deras egna tillsammans: det gäller lika för \
                   varje gemensamt kansli vars kostnad inte anges."]
        #[en = "The kansli that {forbund} share is assumed to cost {saved} less than their own together: so for every shared \
                kansli whose cost is not stated."]
        #[with(saved, number::share(saved))]
        SharingSaves { forbund: Vec<String>, saved: Decimal },
        #[id("kansli_split_by_inhabitants")]
        #[words = "Kanslierna i {forbund} delas på delarna efter invånare 16–64 år, där scenariot inte anger \
                   någon kostnad."]
        #[en = "The kanslier of {forbund} are divided over their parts by inhabitants 16–64 where the scenario \
                states no cost."]
        #[when(several)]
        #[words = "Kansliet i {forbund} delas på delarna efter invånare 16–64 år, där scenariot inte anger \
                   någon kostnad."]
        #[en = "The kansli of {forbund} is divided over its parts by inhabitants 16–64 where the scenario \
                states no cost."]
        KansliSplit { forbund: Vec<String>, several: bool },
        #[id("kansli_passed_on")]
        #[words("{from} upphör, och {how}{stated}", "{from} ceases, and {how}{stated}")]
        #[when(to)]
        #[words("{from} upphör.{stated}", "{from} ceases.{stated}")]
        #[with(how, passed(to, stated))]
        #[with(stated, share_in_stated(stated))]
        KansliPassedOn { from: String, to: Vec<String>, stated: Vec<String> },
        #[id("kansli_ended")]
        #[words = "{from} upphör, och dess kansli med det, eftersom ingen av dess kommuner går till ett \
                   förbund i utgångsläget."]
        #[en = "{from} ceases and its kansli with it, as none of its kommuner goes to a förbund of the \
                baseline."]
        KansliEnded { from: String },
        #[id("kansli_shared")]
        #[words = "{forbund} delar ett kansli för {cost} i stället för sina egna, fördelat {split_by}."]
        #[en = "{forbund} share a kansli of {cost} instead of their own, divided {split_by}."]
        #[when(several)]
        #[words = "{forbund} bär ensamt det gemensamma kansliet för {cost}, i stället för ett eget."]
        #[en = "{forbund} alone carries the shared kansli of {cost}, instead of one of its own."]
        KansliShared { forbund: Vec<String>, several: bool, cost: Kronor, split_by: SplitBy },
        #[id("kansli_items_shared")]
        #[words = "{forbund} delar {items} för {cost} i stället för att var och en har sitt, fördelat {split_by}; det \
                   övriga i kanslierna är kvar."]
        #[en = "{forbund} share {items} for {cost} instead of each having its own, divided {split_by}; all else of the \
                kanslier stays."]
        #[when(several)]
        #[words = "{forbund} bär ensamt det som delades av kansliet ({items}), {cost}."]
        #[en = "{forbund} alone carries what was shared of the kansli ({items}), {cost}."]
        KansliItemsShared {
            forbund: Vec<String>,
            several: bool,
            items: Vec<String>,
            cost: Kronor,
            split_by: SplitBy,
        },
        #[id("kansli_shared_today")]
        #[words = "{forbund} delar redan i dag {what} för {cost}, utöver vad de anger för egna kanslier, fördelat \
                   {split_by}."]
        #[en = "{forbund} share {what} of {cost} already today, beside what they state for kanslier of their own, divided \
                {split_by}."]
        #[with(what, what_is_shared(items))]
        #[with(split_by, split_today(split_by))]
        KansliSharedToday {
            forbund: Vec<String>,
            items: Vec<String>,
            cost: Kronor,
            split_by: SplitBy,
            lasts: bool,
        },
        #[id("kansli_shared_still")]
        #[words = "Av det som delas i dag delar {forbund} {what} för {cost} också efteråt, fördelat {split_by}."]
        #[en = "Of what is shared today {forbund} share {what} of {cost} afterwards too, divided {split_by}."]
        #[when(several)]
        #[words = "Av det som delas i dag bär {forbund} ensamt {what} för {cost} efteråt."]
        #[en = "Of what is shared today {forbund} alone carries {what} of {cost} afterwards."]
        #[with(what, what_is_shared(items))]
        KansliSharedStill {
            forbund: Vec<String>,
            several: bool,
            items: Vec<String>,
            cost: Kronor,
            split_by: SplitBy,
        },
        #[id("sate_lapsed")]
        #[words = "{kommun}, säte för {forbund}, lämnar förbundet; avstånden där mäts sedan från den \
                   största kommunen."]
        #[en = "{kommun}, the seat of {forbund}, leaves it; distances there are then measured from the \
                largest kommun."]
        SeatLapsed { forbund: String, kommun: String },
        #[id("kansli_unknown")]
        #[words = "Kanslikostnaden är okänd för {names}; därför saknas summor för kansli och insatser."]
        #[en = "The kansli cost is unknown for {names}; hence sums of kansli and insatser are missing."]
        KansliUnknown { names: Vec<String> },
        #[id("derived_{column}")]
        #[words = "Härlett: {name} är inte publicerad statistik ({title}). Alla belopp som bygger på \
                   uppgiften är därför härledda."]
        #[en = "Derived (härlett): {name} is not published statistics ({title_en}). All amounts that rest on \
                it are therefore derived."]
        #[with(name, column_in_sentence(column))]
        #[with(title, without_full_stop(title))]
        #[with(title_en, without_full_stop(title_en))]
        Derived {
            column: String,
            /// How, in the user's language.
            title: String,
            /// In English, if that was written.
            title_en: String,
        },
        #[id("rounding")]
        #[words = "Belopp beräknas exakt och avrundas till hela kronor så att varje tabell går jämnt upp \
                   (största rest; vid lika rest lägst kommunkod). Myndigheternas avrundning är inte \
                   dokumenterad."]
        #[en = "Amounts are computed exactly and rounded to whole kronor so that every table adds up \
                (largest remainder; equal remainders by lowest kommunkod). How the authorities round is not \
                documented."]
        Rounding,
        /// Written by the user in a file.
        #[id("{id}")]
        #[words("{text}", "{text_en}")]
        Written { id: String, text: String, text_en: String },
    }
);

impl Assumption {
    /// Its sentence where there is space for a line: how a figure was derived is left to its source.
    #[must_use]
    pub fn in_a_line(&self, language: Language) -> String {
        match self {
            Self::Derived { column, .. } => {
                let name = column_in_sentence(language, column);
                say!(
                    language,
                    "Härlett, inte publicerad statistik: {name} och alla belopp som utgår från det.",
                    "Derived (härlett), not published statistics: {name} and all amounts that rest on it."
                )
            }
            other => other.localize(language),
        }
    }

    /// Whether it belongs to these files and decides what comes out, beside the model that every result rests on.
    #[must_use]
    pub fn is_special(&self) -> bool {
        match self {
            // What the model and the law say is no choice of the files.
            Self::Formula { base_grant, matt, .. } => {
                (*base_grant, *matt) != (Parameters::BASE_GRANT, Parameters::model_weights()[0])
            }
            Self::Funding { state, region, kommuner } => {
                [*state, *region, *kommuner] != Parameters::legal_funding()
            }
            Self::KommunKey { key } | Self::RegionKey { key } => *key != Key::Befolkning,
            Self::RestAllOthers { .. }
            | Self::RestOneListed
            | Self::RestListed { .. }
            | Self::RestSums
            | Self::GrossAndNet { .. }
            | Self::FullMatching
            | Self::NoGuard
            | Self::NoGuardRule
            | Self::NoEquityRule
            | Self::HoldingsBeside
            | Self::PostsFollow
            | Self::HoldingsLeft { .. }
            | Self::SmallestForbundAtAverage { .. }
            | Self::InsatserFollow
            | Self::PaymentsFollow
            | Self::InsatsWithoutOrt { .. }
            | Self::InsatsWithoutMalgrupp { .. }
            | Self::NaturaEnded { .. }
            | Self::InsatsPostsEnded { .. }
            | Self::InsatsResultsAsNone { .. }
            | Self::EquityIllustration { .. }
            | Self::RegionsFromKommunkod
            | Self::SeatLapsed { .. }
            | Self::PartsOfBudgets
            | Self::ValueSource { .. }
            | Self::Rounding => false,
            Self::NationalTotal { .. }
            | Self::NationalTotalFrom { .. }
            | Self::Guard { .. }
            | Self::EquityStep { .. }
            | Self::EquityUnknown { .. }
            | Self::MatchingCapped { .. }
            | Self::Cap { .. }
            | Self::RulesSharedByAll
            | Self::RulesBorneByState
            | Self::ParametersFrom { .. }
            | Self::PathYears { .. }
            | Self::PathOneTable
            | Self::FiguresCarried { .. }
            | Self::FiguresBehind { .. }
            | Self::KansliIndexed { .. }
            | Self::PartOfYear { .. }
            | Self::Discounted { .. }
            | Self::KommunParts { .. }
            | Self::KommunPartsCarried { .. }
            | Self::CalibratedBasis
            | Self::ChangedBudgets { .. }
            | Self::NetUnknown
            | Self::Outside { .. }
            | Self::Joined { .. }
            | Self::Left { .. }
            | Self::LeftGrossOnly { .. }
            | Self::Elsewhere { .. }
            | Self::OwnKey { .. }
            | Self::MinimumExceeds { .. }
            | Self::KansliMerged { .. }
            | Self::KansliSplit { .. }
            | Self::KansliPassedOn { .. }
            | Self::KansliEnded { .. }
            | Self::KansliShared { .. }
            | Self::MergeSaves { .. }
            | Self::MoveSaves { .. }
            | Self::SharingSaves { .. }
            | Self::KansliItemsShared { .. }
            | Self::KansliSharedToday { .. }
            | Self::KansliSharedStill { .. }
            | Self::KansliUnknown { .. }
            | Self::InsatserFromPercent { .. }
            | Self::InsatsByInhabitants { .. }
            | Self::InsatserEnded { .. }
            | Self::PaymentsEnded { .. }
            | Self::Derived { .. }
            | Self::Written { .. } => true,
        }
    }
}
