//! What the figures of an explanation are: each declared once, with its id and its words in both languages.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "`#[with]` hands over fields by reference")]

use super::quantity::Unit;
use crate::model::allocation_base::Part;
use crate::model::rules::BoundBy;
use crate::model::step::SideName;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::localize::{Localize, words};
use crate::text::say;

words!(
    /// What a figure is.
    #[derive(Clone, PartialEq, Eq, Hash, Debug)]
    pub enum What {
        /// A figure of the result.
        #[id("result")]
        #[words("{field}, {scope}", "{field}, {scope}")]
        #[of(field, scope)]
        Field(Field, Scope),
        /// What an insats costs.
        #[id("insats_cost")]
        #[words("Insatsen {insats}", "The insats {insats}")]
        #[of(insats)]
        InsatsCost(String),
        /// What a kommun gives to an insats.
        #[id("insats_in_kind")]
        #[words("In natura till {insats}", "In kind to {insats}")]
        #[of(insats)]
        InsatsInKind(String),
        #[id("payment")]
        #[words("Ersättning", "Payment")]
        Payment,
        #[id("all_insatser")]
        #[words("Alla insatser, {side}", "All insatser, {side}")]
        #[of(side)]
        AllInsatser(SideName),
        /// What all results of a side are worth to society.
        #[id("all_results")]
        #[words("{worth}, {side}", "{worth}, {side}")]
        #[of(worth, side)]
        AllResults(Worth, SideName),
        /// What the persons are worth who have a result in an insats.
        #[id("result_worth")]
        #[words("{insats}: {resultat}", "{insats}: {resultat}")]
        ResultWorth { insats: String, resultat: String },
        #[id("persons_with_result")]
        #[words("Personer med {resultat}, {insats}", "Persons with {resultat}, {insats}")]
        PersonsWith { insats: String, resultat: String },
        #[id("value_of_result")]
        #[words("Högsta värdet av {resultat}", "The highest value of {resultat}")]
        #[when(highest)]
        #[words("Lägsta värdet av {resultat}", "The lowest value of {resultat}")]
        ValueOf { resultat: String, highest: bool },
        #[id("smallest_forbund")]
        #[words("Minsta förbund som bär kansliet, {side}", "Smallest förbund that bears the kansli, {side}")]
        #[of(side)]
        SmallestForbund(SideName),
        #[id("kansli_to_bear")]
        #[words("Kansliet som förbundet ska bära", "The kansli that the förbund is to bear")]
        KansliToBear,
        #[id("most_share")]
        #[words("Högsta andel av intäkterna", "Highest share of income")]
        MostShare,
        #[id("state_money_to_bear")]
        #[words("Statens medel som behövs", "State money that is needed")]
        StateMoneyToBear,
        #[id("above_base_to_bear")]
        #[words("Utöver grundtilldelningen", "Beside the base grant")]
        AboveBaseToBear,
        #[id("decided_above_base")]
        #[words(
            "Beslutade medel utöver grundtilldelningarna, {when}",
            "Decided money above the base grants, {when}"
        )]
        #[of(when)]
        DecidedAboveBase(When),
        #[id("kansli_to_bear_share")]
        #[words("Kansliets del av intäkterna, {scope}, %", "The kansli's share of income, {scope}, %")]
        #[of(scope)]
        KansliToBearShare(Scope),
        #[id("available_money")]
        #[words(
            "Pengar till insatser, med överförda medel och övriga intäkter",
            "Money for insatser, with money carried over and other income"
        )]
        AvailableMoney,
        #[id("carried_and_other")]
        #[words("Överförda medel och övriga intäkter", "Money carried over and other income")]
        CarriedAndOther,
        /// What a kommun gets back or gives beside its contribution.
        #[id("beside")]
        #[words("{kommun}: {beside}, {side}", "{kommun}: {beside}, {side}")]
        Beside { kommun: String, beside: Beside, side: SideName },
        #[id("base_grants")]
        #[words("Grundtilldelningar", "Base grants")]
        BaseGrants,
        #[id("moved_parts")]
        #[words(
            "Vad kommuner som flyttar eller lämnar tar med sig",
            "What kommuner that move or leave take along"
        )]
        MovedParts,
        /// What one kommun takes with it.
        #[id("moved_kommun")]
        #[words("{kommun}, från {from} till {to}", "{kommun}, from {from} to {to}")]
        #[when(from)]
        #[words("{kommun}, från inget förbund till {to}", "{kommun}, from no förbund to {to}")]
        Moved { kommun: String, from: Option<String>, to: String },
        /// What one kommun that leaves all förbund takes with it.
        #[id("left_kommun")]
        #[words("{kommun}, från {from} till inget förbund", "{kommun}, from {from} to no förbund")]
        Left { kommun: String, from: String },
        #[id("brings_nothing")]
        #[words("{kommun} är inte med i något förbund efter", "{kommun} is in no förbund after")]
        #[of(kommun)]
        BringsNothing(String),
        /// What a kommun brings to its row.
        #[id("kommun_part")]
        #[words("{kommun} i {forbund}, {side}", "{kommun} in {forbund}, {side}")]
        KommunPart { kommun: String, forbund: String, side: SideName },
        /// One of its two parts.
        #[id("kommun_component")]
        #[words("{kommun}, {by}, {side}", "{kommun}, {by}, {side}")]
        #[with(by, by_part(part))]
        KommunComponent { kommun: String, part: Part, side: SideName },
        /// What the country's other förbund give or take.
        #[id("redistribution")]
        #[words("Omfördelning från riket", "Redistribution from the country")]
        Redistribution,
        /// One part of it.
        #[id("redistribution_of_part")]
        #[words("Omfördelning {by}", "Redistribution {by}")]
        #[with(by, by_part(part))]
        #[of(part)]
        RedistributionOf(Part),
        /// What rounding to whole kronor adds or takes.
        #[id("rounding")]
        #[words("{rounding}", "{rounding}")]
        #[of(rounding)]
        Rounding(Rounding),
        #[id("before_rounding")]
        #[words("Före avrundning", "Before rounding")]
        #[of(what)]
        BeforeRounding(Box<What>),
        /// A party's part of a change of state money, before rounding.
        #[id("through_shares")]
        #[words = "Statens förändring i proportion till {party} andel"]
        #[en = "The state's change in proportion to the share of {party}"]
        #[of(party)]
        ThroughShares(Party),
        /// A parameter of the model.
        #[id("parameter")]
        #[words("{parameter}", "{parameter}")]
        #[of(parameter)]
        Parameter(Parameter),
        #[id("country_forbund")]
        #[words("Förbund i landet, {when}", "Förbund in the country, {when}")]
        #[of(when)]
        CountryForbund(When),
        #[id("country_base_grants")]
        #[words("Grundtilldelningar i landet, {when}", "Base grants in the country, {when}")]
        #[of(when)]
        CountryGrants(When),
        #[id("pot")]
        #[words(
            "Anslaget utöver grundtilldelningarna, {when}",
            "The appropriation above the base grants, {when}"
        )]
        #[of(when)]
        Pot(When),
        #[id("rate")]
        #[words("Kronor per {unit}, {when}", "Kronor per {unit}, {when}")]
        #[with(unit, one_of(part))]
        #[of(part, when)]
        Rate(Part, When),
        /// The country's sum of an allocation base.
        #[id("country_sum")]
        #[words("{part} i landets förbund, {when}", "{part} in the country's förbund, {when}")]
        #[of(part, when)]
        CountrySum(Part, When),
        /// Förbund more or fewer in the rest of the country.
        #[id("elsewhere")]
        #[words("Förbund fler i resten av riket", "More förbund in the rest of the country")]
        Elsewhere,
        /// What kommuner that leave all förbund take out of the decided amounts.
        #[id("taken_along")]
        #[words = "Vad kommuner som lämnar alla förbund har av beslutade belopp"]
        #[en = "What kommuner that leave all förbund have of decided amounts"]
        TakenAlong,
        #[id("pot_of_those_left")]
        #[words = "Anslaget utöver grundtilldelningarna i dag, utan dem som lämnar"]
        #[en = "The appropriation above the base grants today, without those who leave"]
        PotOfThoseLeft,
        #[id("units_taken_along")]
        #[words("{part} i kommuner som lämnar alla förbund", "{part} of kommuner that leave all förbund")]
        #[of(part)]
        UnitsTakenAlong(Part),
        #[id("country_sum_before")]
        #[words = "{part} i landets förbund, innan någon lämnar"]
        #[en = "{part} in the country's förbund, before anybody leaves"]
        #[of(part)]
        CountrySumBefore(Part),
        #[id("member_sum")]
        #[words("{part} i utgångslägets förbund", "{part} in the förbund of the baseline")]
        #[of(part)]
        MemberSum(Part),
        /// What of it the rest of the country has, and how many kommuner of the table that is, unless only their sum is
        /// known.
        #[id("rest_of_country")]
        #[words = "{part} i resten av riket ({kommuner} kommuner)"]
        #[en = "{part} in the rest of the country ({kommuner} kommuner)"]
        #[when(kommuner)]
        #[words("{part} i resten av riket", "{part} in the rest of the country")]
        RestSum { part: Part, kommuner: Option<usize> },
        #[id("all_units")]
        #[words("{part}, alla förbund efter", "{part}, all förbund after")]
        #[of(part)]
        AllUnits(Part),
        /// A figure of a kommun table.
        #[id("kommun_figure")]
        #[words("{kommun}, {column}", "{kommun}, {column}")]
        KommunFigure { kommun: String, column: Column },
        /// By how much decided amounts grow or shrink.
        #[id("scale")]
        #[words("{scale}", "{scale}")]
        #[with(scale, scale(when))]
        #[of(when)]
        Scale(When),
        /// The decided amounts that the kommuner of a row bring; of all rows if none is named.
        #[id("decided_parts")]
        #[words("Kommunernas delar {by}, {forbund}", "The parts of the kommuner {by}, {forbund}")]
        #[when(forbund)]
        #[words("Alla kommuners delar {by}", "The parts of all kommuner {by}")]
        #[with(by, by_part(part))]
        DecidedParts { part: Part, forbund: Option<String> },
        #[id("decided_part")]
        #[words = "{kommun}, del av beslutade medel {by}, som de delades {year}"]
        #[en = "{kommun}, part of the decided money {by}, as it was shared in {year}"]
        #[when(year)]
        #[words("{kommun}, del av beslutade medel {by}", "{kommun}, part of the decided money {by}")]
        #[with(by, by_part(part))]
        DecidedPart {
            kommun: String,
            part: Part,
            /// The year with whose figures they were shared, where that is an earlier one.
            year: Option<i64>,
        },
        #[id("above_base")]
        #[words = "{forbund}, statens medel utöver grundtilldelningen"]
        #[en = "{forbund}, state money above the base grant"]
        #[of(forbund)]
        AboveBase(String),
        #[id("state_money")]
        #[words("{forbund}, beslutade medel från staten", "{forbund}, decided state money")]
        #[of(forbund)]
        StateMoney(String),
        #[id("forbund_figure")]
        #[words("{part}, {forbund} i dag", "{part}, {forbund} today")]
        ForbundFigure { forbund: String, part: Part },
        #[id("contribution")]
        #[words("{party}, bidrag, {when}", "{party}, contribution, {when}")]
        Contribution { party: String, when: Paid },
        /// Who takes no part on a side pays nothing there.
        #[id("pays_nothing")]
        #[words = "{party} betalar inget {when}: har ingen kommun i något förbund"]
        #[en = "{party} pays nothing {when}: no kommun of it is in a förbund"]
        #[when(is_region)]
        #[words = "{party} betalar inget {when}: är inte med i något förbund"]
        #[en = "{party} pays nothing {when}: it is in no förbund"]
        PaysNothing { party: String, is_region: bool, when: When },
        #[id("region_amount")]
        #[words("{region} till {forbund}, {side}", "{region} to {forbund}, {side}")]
        RegionAmount { region: String, forbund: String, side: SideName },
        /// What a kommun pays to one of several förbund in a year.
        #[id("kommun_amount")]
        #[words("{kommun} till {forbund}, {side}", "{kommun} to {forbund}, {side}")]
        KommunAmount { kommun: String, forbund: String, side: SideName },
        #[id("weight")]
        #[words("{of}, tal i nyckeln", "{of}, number in the key")]
        #[of(of)]
        Weight(String),
        #[id("weights")]
        #[words("Nyckelns tal tillsammans, {forbund}", "All numbers of the key, {forbund}")]
        #[of(forbund)]
        Weights(String),
        #[id("kansli_passed_on")]
        #[words("Kansliet i {forbund} före ändringen", "The kansli of {forbund} before the change")]
        #[of(forbund)]
        Kansli(String),
        /// What the items of a kansli cost that are shared now.
        #[id("kansli_items_taken")]
        #[words(
            "Poster ur kansliet i {forbund} som nu delas",
            "Items of the kansli of {forbund} that are shared now"
        )]
        #[of(forbund)]
        ItemsTaken(String),
        #[id("kansli_without_items")]
        #[words(
            "Kansliet i {forbund} utan de poster som delas",
            "The kansli of {forbund} without the items that are shared"
        )]
        #[of(forbund)]
        KansliWithoutItems(String),
        #[id("kansli_assumed_saving")]
        #[words("Antagen besparing, kansliet i {forbund}", "Assumed saving, the kansli of {forbund}")]
        #[of(forbund)]
        AssumedSaving(String),
        #[id("kansli_after_saving")]
        #[words(
            "Kansliet i {forbund} efter antagen besparing",
            "The kansli of {forbund} after the assumed saving"
        )]
        #[of(forbund)]
        KansliAfterSaving(String),
        #[id("kansli_share")]
        #[words("{to} tar över av kansliet i {from}", "{to} takes over of the kansli of {from}")]
        KansliShare { from: String, to: String },
        /// Inhabitants whose förbund takes over a share of a kansli.
        #[id("kansli_inhabitants")]
        #[words("Invånare 16–64 från {from} till {to}", "Inhabitants 16–64 from {from} to {to}")]
        #[when(to)]
        #[words("Invånare 16–64 från {from}, alla", "Inhabitants 16–64 from {from}, all")]
        Inhabitants { from: String, to: Option<String> },
        #[id("shared_kansli_share")]
        #[words("{forbund}, del av det gemensamma kansliet", "{forbund}, share of the shared kansli")]
        #[of(forbund)]
        SharedKansliShare(String),
        #[id("no_kansli")]
        #[words("{forbund} har inget kansli här", "{forbund} has no kansli here")]
        #[of(forbund)]
        NoKansli(String),
        /// A figure of break-even.
        #[id("break_even")]
        #[words("{breaking}{side}", "{breaking}{side}")]
        #[with(side, side_of(breaking, net))]
        BreakEven { breaking: Breaking, net: bool },
        /// What a whole is in percent.
        #[id("hundred_percent")]
        #[words("Hela, i procent", "The whole, in percent")]
        HundredPercent,
        /// The income that the share of the kanslier is of.
        #[id("income_inside")]
        #[words(
            "Intäkter {side}, utan förbund utanför utgångsläget",
            "Income {side}, without förbund outside the baseline"
        )]
        #[of(side)]
        IncomeInside(SideName),
        #[id("engangskostnad")]
        #[words("Engångskostnad för alla ändringar", "One-off cost of all changes")]
        Engangskostnad,
        /// What a part of a year brings of an amount.
        #[id("part_of_year")]
        #[words("{months}", "{months}")]
        #[with(months, months(first, last))]
        PartOfYear { first: u32, last: u32 },
        /// What an amount would be if all of the year were like a part of it.
        #[id("whole_year")]
        #[words("Räknat som ett helt år", "As a whole year")]
        #[of(what)]
        WholeYear(Box<What>),
        #[id("months")]
        #[words("Antal månader, {months}", "Number of months, {months}")]
        #[with(months, months_in_sentence(first, last))]
        MonthsOf { first: u32, last: u32 },
        #[id("months_of_year")]
        #[words("Årets månader", "Months of the year")]
        MonthsOfYear,
        /// A cost as it was stated.
        #[id("at_prices")]
        #[words("I {year} års priser", "At the prices of {year}")]
        #[of(year)]
        AtPrices(i64),
        /// What costs grow by from a year to another.
        #[id("growth")]
        #[words("Kansliernas ökning från {from} till {to}", "Growth of the kanslier from {from} to {to}")]
        Growth { from: i64, to: i64 },
        #[id("yearly_growth")]
        #[words("Ett års ökning", "The growth of a year")]
        YearlyGrowth,
        /// What the rates give a row of one part of the allocation, before any rule.
        #[id("by_rates")]
        #[words("{forbund} {by} före regler, {side}", "{forbund} {by} before rules, {side}")]
        #[with(by, by_part(part))]
        ByRates { part: Part, forbund: String, side: SideName },
        #[id("brought")]
        #[words = "{forbund} utöver grundtilldelningen före regler, {side}"]
        #[en = "{forbund} above the base grant before rules, {side}"]
        Brought { forbund: String, side: SideName },
        #[id("without_rules")]
        #[words("Staten till {forbund} före regler, {side}", "State money to {forbund} before rules, {side}")]
        WithoutRules { forbund: String, side: SideName },
        /// What a rule leaves a row.
        #[id("limit")]
        #[words("{forbund}, gräns: {rule}, {side}", "{forbund}, limit: {rule}, {side}")]
        Limit { rule: BoundBy, forbund: String, side: SideName },
        #[id("above_base_within")]
        #[words = "{forbund}, gränsen utöver grundtilldelningen, {side}"]
        #[en = "{forbund}, the limit above the base grant, {side}"]
        AboveBaseWithin { forbund: String, side: SideName },
        #[id("row_scale")]
        #[words = "{forbund}, gränsens del av medlen före regler, {side}"]
        #[en = "{forbund}, the limit in proportion to the money before rules, {side}"]
        RowScale { forbund: String, side: SideName },
        /// What the rules leave to all that they do not bind, in proportion.
        #[id("factor")]
        #[words(
            "Omräkning för dem som ingen regel binder, {side}",
            "Factor of those that no rule binds, {side}"
        )]
        #[of(side)]
        Factor(SideName),
        #[id("bound_rows")]
        #[words = "Gränserna utöver grundtilldelningarna tillsammans, {side}"]
        #[en = "The limits above the base grants together, {side}"]
        #[of(side)]
        BoundRows(SideName),
        #[id("bound_rows_by_rates")]
        #[words = "Samma förbund före regler, {side}"]
        #[en = "The same förbund before rules, {side}"]
        #[of(side)]
        BoundRowsByRates(SideName),
        #[id("left_for_others")]
        #[words("Kvar till alla andra i landet, {side}", "Left for all others in the country, {side}")]
        #[of(side)]
        LeftForOthers(SideName),
        #[id("brought_by_others")]
        #[words("Alla andra i landet före regler, {side}", "All others in the country before rules, {side}")]
        #[of(side)]
        BroughtByOthers(SideName),
        #[id("year_before")]
        #[words(
            "Staten till {forbund} året före, {side}",
            "State money to {forbund} the year before, {side}"
        )]
        YearBefore { forbund: String, side: SideName },
        #[id("most_decrease")]
        #[words("Spärrens största minskning", "The most decrease of the guard")]
        MostDecrease,
        #[id("kept_by_guard")]
        #[words("Vad spärren minst lämnar, som andel", "What the guard leaves at least, as a share")]
        KeptByGuard,
        #[id("reduce")]
        #[words("Trappans minskning", "The reduction of the staircase")]
        Reduce,
        #[id("kept_by_step")]
        #[words("Vad trappan högst lämnar, som andel", "What the staircase leaves at most, as a share")]
        KeptByStep,
        #[id("matching")]
        #[words(
            "{forbund}, vad region och kommuner kan matcha",
            "{forbund}, what region and kommuner can match"
        )]
        #[of(forbund)]
        Matching(String),
        #[id("others_share")]
        #[words("Regionernas och kommunernas andel", "The share of regions and kommuner")]
        OthersShare,
        /// What somebody with a cap, by its place, would pay by the formula.
        #[id("would_pay")]
        #[words(
            "Vad parten skulle betala före regler, {side}",
            "What the party would pay before rules, {side}"
        )]
        WouldPay { cap: usize, side: SideName },
        #[id("ceiling")]
        #[words("Taket", "The cap")]
        #[of(cap)]
        Ceiling(usize),
        #[id("ceiling_of")]
        #[words("Summan som taket är en andel av", "The sum that the cap is a share of")]
        CeilingOf,
        #[id("ceiling_share")]
        #[words("Takets andel", "The share of the cap")]
        CeilingShare,
        #[id("one")]
        #[words("Ett", "One")]
        One,
        #[id("years_between")]
        #[words("Antal år, {from}–{to}", "Number of years, {from}–{to}")]
        YearsBetween { from: i64, to: i64 },
    }
);

words!(
    /// A figure of the result by its name.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Field {
        #[words("Antal förbund", "Number of förbund")]
        Forbund,
        #[words("Staten", "State")]
        State,
        #[words("Staten: grundtilldelning", "State: base grant")]
        StateBase,
        #[words("Staten: {by}", "State: {by}")]
        #[with(by, by_part(part))]
        #[of(part)]
        StatePart(Part),
        #[words("Regionerna", "Regions")]
        Region,
        #[words("Kommunerna", "Kommuner")]
        Kommuner,
        #[words("Intäkter", "Income")]
        Total,
        #[words("Kansli", "Kansli")]
        Kansli,
        #[words("Pengar till insatser", "Money for insatser")]
        Insatser,
        #[words("Intäkter per invånare 16–64", "Income per inhabitant 16–64")]
        KrPerInhabitant,
        #[words("Pengar till insatser per invånare 16–64", "Money for insatser per inhabitant 16–64")]
        InsatserPerInhabitant,
        #[words("Kansliets andel av intäkterna, %", "The kansli's share of income, %")]
        KansliShare,
        #[words("Grundtilldelningens andel av statens medel, %", "The base grant's share of state money, %")]
        BaseShare,
        #[words("Insatsernas kostnad", "Cost of insatser")]
        InsatsCost,
        #[words("Kvar till insatser", "Left for insatser")]
        InsatsLeft,
        #[words("Statens medel per helårsekvivalent", "State money per helårsekvivalent")]
        PerFullYear,
        #[words("{worth}", "{worth}")]
        #[of(worth)]
        Worth(Worth),
        #[words("Staten: högsta nivå", "State: maximum")]
        Maximum,
        #[words("Staten: outnyttjat", "State: unused")]
        Unused,
        #[words("{part}", "{part}")]
        #[of(part)]
        AllocationBase(Part),
    }
);

words!(
    /// The figures of what results are worth to society.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Worth {
        #[words("Vad insatser med resultat kostar", "What insatser with results cost")]
        Cost,
        #[words("Värde för samhället, lägst", "Value to society, lowest")]
        Lowest,
        #[words("Värde för samhället, högst", "Value to society, highest")]
        Highest,
        #[words(
            "Månader tills insatserna är återbetalda, kortast",
            "Months until insatser are paid back, shortest"
        )]
        Shortest,
        #[words(
            "Månader tills insatserna är återbetalda, längst",
            "Months until insatser are paid back, longest"
        )]
        Longest,
    }
);

words!(
    /// What a kommun gets back or gives beside its contribution.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Beside {
        #[words("insatser på orten", "insatser in it")]
        Received,
        #[words("ersättningar", "payments")]
        Payment,
        #[words("in natura", "in kind")]
        Natura,
        #[words("saldo", "balance")]
        Balance,
        #[words("får tillbaka", "gets back")]
        Returned,
        #[words("betalar och lämnar", "pays and gives")]
        Given,
        #[words("inte med i något förbund", "in no förbund")]
        NoPart,
    }
);

words!(
    /// Where a figure of the result stands.
    #[derive(Clone, PartialEq, Eq, Hash, Debug)]
    pub enum Scope {
        /// The sum of a side.
        #[words("{side}", "{side}")]
        #[of(side)]
        Side(SideName),
        /// The difference of two sides.
        #[words("förändring netto", "change net")]
        #[when(net)]
        #[words("förändring brutto", "change gross")]
        Delta { net: bool },
        /// A row of a side.
        #[words("{forbund} {side}", "{forbund} {side}")]
        #[of(side, forbund)]
        Row(SideName, String),
    }
);

words!(
    /// The figures of break-even.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Breaking {
        #[words("Vad kanslierna måste kosta mindre per år", "What the kanslier must cost less a year")]
        #[help("Noll där intäkterna inte minskar.", "Zero where income does not fall.")]
        SavingNeeded,
        #[words("Per förbund färre", "Per förbund fewer")]
        #[help("Hela kronor, en halv uppåt.", "Whole kronor, a half upwards.")]
        PerForbund,
        /// How much less income there is, which may be less than zero.
        #[words("Lägre intäkter", "Lower income")]
        LostIncome,
        #[words("Förbund färre", "Förbund fewer")]
        FewerForbund,
        #[words = "År tills engångskostnaden är återbetald"]
        #[en = "Years until the one-off cost is paid back"]
        #[help("En decimal, utan ränta.", "One decimal, without interest.")]
        PaybackYears,
    }
);

words!(
    /// Today, or after the changes.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum When {
        #[words("i dag", "today")]
        Today,
        #[words("efter", "after")]
        After,
    }
);

words!(
    /// When a contribution is paid.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Paid {
        /// On a side.
        #[words("{side}", "{side}")]
        #[of(side)]
        On(SideName),
        /// On a side, by each inhabitant.
        #[words("per invånare 16–64 {side}", "per inhabitant 16–64 {side}")]
        #[of(side)]
        PerInhabitant(SideName),
        /// The change of it.
        #[words("förändring netto", "change net")]
        #[when(net)]
        #[words("förändring brutto", "change gross")]
        Change { net: bool },
    }
);

words!(
    /// Who pays.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Party {
        #[words("statens", "the state")]
        State,
        #[words("regionernas", "the regions")]
        Region,
        #[words("kommunernas", "the kommuner")]
        Kommuner,
    }
);

words!(
    /// What was rounded.
    #[derive(Clone, PartialEq, Eq, Hash, Debug)]
    pub enum Rounding {
        /// The change of two rounded sums.
        #[words("Avrundning", "Rounding")]
        #[of(scope)]
        Change(Scope),
        /// The sum over all rows of a side.
        #[words("Avrundning av summan, {side}", "Rounding of the sum, {side}")]
        #[help = "Summan över alla förbund avrundas till hela kronor, en halv uppåt."]
        #[en = "The sum over all förbund is rounded to whole kronor, a half upwards."]
        #[of(side)]
        Side(SideName),
        /// A party's parts of all rows of a side.
        #[words("Avrundning av {party} delar, {side}", "Rounding of the parts of {party}, {side}")]
        #[help = "Varje förbunds delar avrundas till hela kronor."]
        #[en = "The parts of each förbund are rounded to whole kronor."]
        #[of(party, side)]
        Parties(Party, SideName),
        /// An amount that was rounded by itself or with others.
        #[words("Avrundning", "Rounding")]
        #[help = "Hela kronor efter största rest; vid lika rest lägst kommunkod."]
        #[en = "Whole kronor by largest remainder; equal remainders by lowest kommunkod."]
        #[of(what)]
        Amount(Box<What>),
        /// An amount that was rounded by itself.
        #[words("Avrundning", "Rounding")]
        #[help("Hela kronor, en halv uppåt.", "Whole kronor, a half upwards.")]
        Single,
        /// Inhabitants, of whom part of one is not enough.
        #[words("Avrundning", "Rounding")]
        #[help("Uppåt till hela invånare.", "Upwards to a whole inhabitant.")]
        WholeInhabitant,
        /// Amounts of the rows of a year in which the grouping changes.
        #[words("Avrundning", "Rounding")]
        #[help = "Hela kronor efter största rest; vid lika rest den rad som står först."]
        #[en = "Whole kronor by largest remainder; equal remainders by the row that stands first."]
        OfRows,
    }
);

words!(
    /// A column of a kommun table.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    pub enum Column {
        #[words("invånare 16–64", "inhabitants 16–64")]
        Befolkning,
        #[words("försörjningsmått", "försörjningsmått")]
        Forsorjningsmatt,
        #[words("folkmängd", "all inhabitants")]
        Folkmangd,
    }
);

words!(
    /// A parameter.
    #[derive(Clone, PartialEq, Eq, Hash, Debug)]
    pub enum Parameter {
        #[words("Rikets anslag", "The national appropriation")]
        Appropriation,
        #[words("Grundtilldelning per förbund", "Base grant per förbund")]
        BaseGrant,
        #[words("Vikt för {column}", "Weight of {column}")]
        #[with(column, column(part))]
        #[of(part)]
        Weight(Part),
        #[words("Andel, {party}", "Share of {party}")]
        #[of(party)]
        Funding(Party),
        #[words("Övriga förbund i landet", "Other förbund in the country")]
        OtherForbund,
        #[words("{forbund}, budget", "{forbund}, budget")]
        #[of(forbund)]
        Budget(String),
        #[words("{forbund}, beslutade medel från staten", "{forbund}, decided state money")]
        #[of(forbund)]
        StateGrant(String),
        #[words("{forbund}, kansli i dag", "{forbund}, kansli today")]
        #[of(forbund)]
        Kansli(String),
        #[words("Kansli som scenariot anger", "Kansli as the scenario states")]
        StatedKansli,
        #[words("Engångskostnad som scenariot anger", "One-off cost as the scenario states")]
        Engangskostnad,
        #[words("Det gemensamma kansliet", "The shared kansli")]
        SharedKansli,
        #[words("Kansliindex per år", "Kansli index a year")]
        KansliIndex,
    }
);

impl Field {
    /// What the parties pay, which is all income.
    pub(super) const PARTIES: [Self; 3] = [Self::State, Self::Region, Self::Kommuner];
}

impl What {
    /// The amount that this became by rounding.
    pub(super) fn before_rounding(&self) -> Self {
        Self::BeforeRounding(Box::new(self.clone()))
    }

    /// The rule behind a figure that no formula shows.
    #[must_use]
    pub fn rule(&self, language: Language) -> Option<String> {
        match self {
            Self::MovedParts => Some(say!(
                language,
                "Pengarna efter försörjningsmått och invånare följer kommunen.",
                "The money by försörjningsmått and inhabitants follows the kommun."
            )),
            Self::Redistribution => Some(say!(
                language,
                "Anslaget är låst: vad som inte blir grundtilldelning delas av landets alla förbund.",
                "The appropriation is locked: what is not a base grant is shared by all förbund of the country."
            )),
            Self::BreakEven { breaking, .. } => breaking.help(language),
            Self::Rounding(rounding) => rounding.help(language),
            _ => None,
        }
    }
}

impl From<Part> for Column {
    fn from(part: Part) -> Self {
        match part {
            Part::Forsorjningsmatt => Self::Forsorjningsmatt,
            Part::Befolkning => Self::Befolkning,
        }
    }
}

impl Column {
    /// What its figures count.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Forsorjningsmatt => Unit::FullYears,
            Self::Befolkning | Self::Folkmangd => Unit::Inhabitants,
        }
    }
}

impl Localize for SideName {
    fn localize(&self, language: Language) -> String {
        let name = match self {
            Self::Before => language.pick("i dag", "today"),
            Self::Gross => language.pick("efter brutto", "after gross"),
            Self::Net => language.pick("efter netto", "after net"),
        };
        name.to_owned()
    }
}

impl Localize for BoundBy {
    fn localize(&self, language: Language) -> String {
        let labels = labels(language);
        let name = match self {
            Self::Guard => labels.rule_guard,
            Self::Equity => labels.rule_equity,
            Self::Matching => labels.rule_matching,
            Self::Cap => labels.rule_cap,
        };
        name.to_owned()
    }
}

impl Localize for Part {
    fn localize(&self, language: Language) -> String {
        let name = match self {
            Self::Forsorjningsmatt => "Försörjningsmått",
            Self::Befolkning => language.pick("Invånare 16–64", "Inhabitants 16–64"),
        };
        name.to_owned()
    }
}

/// Förbund are as many gross as net.
fn side_of(language: Language, breaking: &Breaking, net: &bool) -> &'static str {
    match (breaking, net) {
        (Breaking::FewerForbund, _) => "",
        (_, true) => language.pick(", netto", ", net"),
        (_, false) => language.pick(", brutto", ", gross"),
    }
}

fn by_part(language: Language, part: &Part) -> String {
    let column = column(language, part);
    say!(language, "efter {column}", "by {column}")
}

fn column(language: Language, part: &Part) -> String {
    Column::from(*part).localize(language)
}

/// The months of a part of a year, as a label of their own.
fn months(language: Language, first: &u32, last: &u32) -> String {
    let months = months_in_sentence(language, first, last);
    let mut letters = months.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}

fn months_in_sentence(language: Language, first: &u32, last: &u32) -> String {
    let (from, to) = (language.month(*first), language.month(*last));
    if first == last { from.to_owned() } else { format!("{from}–{to}") }
}

fn one_of(language: Language, part: &Part) -> &'static str {
    match part {
        Part::Forsorjningsmatt => language.pick("helårsekvivalent", "full-year equivalent"),
        Part::Befolkning => language.pick("invånare 16–64", "inhabitant 16–64"),
    }
}

fn scale(language: Language, when: &When) -> String {
    match when {
        When::Today => say!(language, "Samma kvot i dag", "The same ratio today"),
        When::After => say!(
            language,
            "Anslaget utöver grundtilldelningarna, efter mot i dag",
            "The appropriation above the base grants, after against today"
        ),
    }
}
