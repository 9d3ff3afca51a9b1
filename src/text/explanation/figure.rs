//! What each figure of an explanation is called, and the rule behind it.

use crate::analysis::explanation::{
    Breaking, Column, Field, Paid, Parameter, Party, Rounding, Scope, What, When,
};
use crate::model::allocation_base::Part;
use crate::model::step::SideName;
use crate::text::language::Language;

/// The stable id of what a figure is.
#[must_use]
pub fn id(what: &What) -> &'static str {
    match what {
        What::Field(..) => "result",
        What::BaseGrants => "base_grants",
        What::MovedParts => "moved_parts",
        What::Moved { .. } => "moved_kommun",
        What::KommunPart { .. } => "kommun_part",
        What::KommunComponent { .. } => "kommun_component",
        What::Redistribution => "redistribution",
        What::RedistributionOf(_) => "redistribution_of_part",
        What::Rounding(_) => "rounding",
        What::BeforeRounding(_) => "before_rounding",
        What::ThroughShares(_) => "through_shares",
        What::Parameter(_) => "parameter",
        What::CountryForbund(_) => "country_forbund",
        What::CountryGrants(_) => "country_base_grants",
        What::Pot(_) => "pot",
        What::Rate(..) => "rate",
        What::CountrySum(..) => "country_sum",
        What::MemberSum(_) => "member_sum",
        What::RestSum { .. } => "rest_of_country",
        What::AllUnits(_) => "all_units",
        What::KommunFigure { .. } => "kommun_figure",
        What::Scale(_) => "scale",
        What::DecidedParts { .. } => "decided_parts",
        What::DecidedPart { .. } => "decided_part",
        What::AboveBase(_) => "above_base",
        What::StateMoney(_) => "state_money",
        What::ForbundFigure { .. } => "forbund_figure",
        What::Contribution { .. } => "contribution",
        What::PaysNothing { .. } => "pays_nothing",
        What::RegionAmount { .. } => "region_amount",
        What::Weight(_) => "weight",
        What::Weights(_) => "weights",
        What::Kansli(_) => "kansli_passed_on",
        What::KansliShare { .. } => "kansli_share",
        What::Inhabitants { .. } => "kansli_inhabitants",
        What::SharedKansliShare(_) => "shared_kansli_share",
        What::NoKansli(_) => "no_kansli",
        What::BreakEven { .. } => "break_even",
        What::Engangskostnad => "engangskostnad",
    }
}

/// What a figure is.
#[must_use]
pub fn name(what: &What, language: Language) -> String {
    match what {
        What::Field(field, scope) => {
            let (field, scope) = (field_name(*field, language), scope_name(scope, language));
            format!("{field}, {scope}")
        }
        What::BaseGrants => say!(language, "Grundtilldelningar", "Base grants"),
        What::MovedParts => {
            say!(
                language,
                "Vad kommuner tar med sig till ett annat förbund",
                "What kommuner take to another förbund"
            )
        }
        What::Moved { kommun, from: Some(from), to } => {
            say!(language, "{kommun}, från {from} till {to}", "{kommun}, from {from} to {to}")
        }
        What::Moved { kommun, from: None, to } => {
            say!(language, "{kommun}, från inget förbund till {to}", "{kommun}, from no förbund to {to}")
        }
        What::KommunPart { kommun, forbund, side } => {
            let side = side_name(*side, language);
            say!(language, "{kommun} i {forbund}, {side}", "{kommun} in {forbund}, {side}")
        }
        What::KommunComponent { kommun, part, side } => {
            let (part, side) = (by_part(*part, language), side_name(*side, language));
            say!(language, "{kommun}, {part}, {side}", "{kommun}, {part}, {side}")
        }
        What::Redistribution => {
            say!(language, "Omfördelning från riket", "Redistribution from the country")
        }
        What::RedistributionOf(part) => {
            let part = by_part(*part, language);
            say!(language, "Omfördelning {part}", "Redistribution {part}")
        }
        What::Rounding(rounding) => rounding_name(rounding, language),
        What::BeforeRounding(_) => say!(language, "Före avrundning", "Before rounding"),
        What::ThroughShares(party) => {
            let party = funded(*party, language);
            say!(
                language,
                "Statens förändring i proportion till {party} andel",
                "The state's change in proportion to the share of {party}"
            )
        }
        What::Parameter(parameter) => parameter_name(parameter, language),
        What::CountryForbund(when) => {
            let when = when_name(*when, language);
            say!(language, "Förbund i landet, {when}", "Förbund in the country, {when}")
        }
        What::CountryGrants(when) => {
            let when = when_name(*when, language);
            say!(language, "Grundtilldelningar i landet, {when}", "Base grants in the country, {when}")
        }
        What::Pot(when) => {
            let when = when_name(*when, language);
            say!(
                language,
                "Anslaget utöver grundtilldelningarna, {when}",
                "The appropriation above the base grants, {when}"
            )
        }
        What::Rate(part, when) => {
            let when = when_name(*when, language);
            match part {
                Part::Forsorjningsmatt => {
                    say!(
                        language,
                        "Kronor per helårsekvivalent, {when}",
                        "Kronor per full-year equivalent, {when}"
                    )
                }
                Part::Befolkning => {
                    say!(language, "Kronor per invånare 16–64, {when}", "Kronor per inhabitant 16–64, {when}")
                }
            }
        }
        What::CountrySum(part, when) => {
            let (part, when) = (part_name(*part, language), when_name(*when, language));
            say!(language, "{part} i landets förbund, {when}", "{part} in the country's förbund, {when}")
        }
        What::MemberSum(part) => {
            let part = part_name(*part, language);
            say!(language, "{part} i utgångslägets förbund", "{part} in the förbund of the baseline")
        }
        What::RestSum { part, kommuner } => {
            let part = part_name(*part, language);
            match kommuner {
                Some(kommuner) => say!(
                    language,
                    "{part} i resten av riket ({kommuner} kommuner)",
                    "{part} in the rest of the country ({kommuner} kommuner)"
                ),
                None => say!(language, "{part} i resten av riket", "{part} in the rest of the country"),
            }
        }
        What::AllUnits(part) => {
            let part = part_name(*part, language);
            say!(language, "{part}, alla förbund efter", "{part}, all förbund after")
        }
        What::KommunFigure { kommun, column } => {
            let column = column_name(*column, language);
            format!("{kommun}, {column}")
        }
        What::Scale(When::Today) => say!(language, "Samma kvot i dag", "The same ratio today"),
        What::Scale(When::After) => say!(
            language,
            "Anslaget utöver grundtilldelningarna, efter mot i dag",
            "The appropriation above the base grants, after against today"
        ),
        What::DecidedParts { part, forbund } => {
            let part = by_part(*part, language);
            match forbund {
                Some(forbund) => say!(
                    language,
                    "Kommunernas delar {part}, {forbund}",
                    "The parts of the kommuner {part}, {forbund}"
                ),
                None => say!(language, "Alla kommuners delar {part}", "The parts of all kommuner {part}"),
            }
        }
        What::DecidedPart { kommun, part } => {
            let part = by_part(*part, language);
            say!(
                language,
                "{kommun}, del av beslutade medel {part}",
                "{kommun}, part of the decided money {part}"
            )
        }
        What::AboveBase(forbund) => say!(
            language,
            "{forbund}, statens medel utöver grundtilldelningen",
            "{forbund}, state money above the base grant"
        ),
        What::StateMoney(forbund) => {
            say!(language, "{forbund}, beslutade medel från staten", "{forbund}, decided state money")
        }
        What::ForbundFigure { forbund, part } => {
            let part = part_name(*part, language);
            say!(language, "{part}, {forbund} i dag", "{part}, {forbund} today")
        }
        What::Contribution { party, when } => {
            let when = match when {
                Paid::On(side) => side_name(*side, language),
                Paid::Change { net } => scope_name(&Scope::Delta { net: *net }, language),
            };
            say!(language, "{party}, bidrag, {when}", "{party}, contribution, {when}")
        }
        What::PaysNothing { party, is_region: false, when } => {
            let when = when_name(*when, language);
            say!(
                language,
                "{party} betalar inget {when}: är inte med i något förbund",
                "{party} pays nothing {when}: it is in no förbund"
            )
        }
        What::PaysNothing { party, is_region: true, when } => {
            let when = when_name(*when, language);
            say!(
                language,
                "{party} betalar inget {when}: har ingen kommun i något förbund",
                "{party} pays nothing {when}: no kommun of it is in a förbund"
            )
        }
        What::RegionAmount { region, forbund, side } => {
            let side = side_name(*side, language);
            say!(language, "{region} till {forbund}, {side}", "{region} to {forbund}, {side}")
        }
        What::Weight(of) => say!(language, "{of}, tal i nyckeln", "{of}, number in the key"),
        What::Weights(forbund) => {
            say!(language, "Nyckelns tal tillsammans, {forbund}", "All numbers of the key, {forbund}")
        }
        What::Kansli(forbund) => {
            say!(language, "Kansliet i {forbund} före ändringen", "The kansli of {forbund} before the change")
        }
        What::KansliShare { from, to } => {
            say!(language, "{to} tar över av kansliet i {from}", "{to} takes over of the kansli of {from}")
        }
        What::Inhabitants { from, to } => match to {
            Some(to) => say!(
                language,
                "Invånare 16–64 från {from} till {to}",
                "Inhabitants 16–64 from {from} to {to}"
            ),
            None => say!(language, "Invånare 16–64 från {from}, alla", "Inhabitants 16–64 from {from}, all"),
        },
        What::SharedKansliShare(forbund) => {
            say!(
                language,
                "{forbund}, del av det gemensamma kansliet",
                "{forbund}, share of the shared kansli"
            )
        }
        What::BreakEven { breaking, net } => breaking_name(*breaking, *net, language),
        What::Engangskostnad => {
            say!(language, "Engångskostnad för alla ändringar", "One-off cost of all changes")
        }
        What::NoKansli(forbund) => {
            say!(language, "{forbund} har inget kansli här", "{forbund} has no kansli here")
        }
    }
}

/// The rule behind a figure that no formula shows.
#[must_use]
pub fn rule(what: &What, language: Language) -> Option<String> {
    Some(match what {
        What::MovedParts => say!(
            language,
            "Pengarna efter försörjningsmått och invånare följer kommunen: vad ett förbund mister får ett annat.",
            "The money by försörjningsmått and inhabitants follows the kommun: what one förbund loses another gets."
        ),
        What::BreakEven { breaking: Breaking::SavingNeeded, .. } => {
            say!(language, "Noll där intäkterna inte minskar.", "Nought where income does not fall.")
        }
        What::BreakEven { breaking: Breaking::PerForbund, .. } => {
            say!(language, "Hela kronor, en halv uppåt.", "Whole kronor, a half upwards.")
        }
        What::BreakEven { breaking: Breaking::PaybackYears, .. } => {
            say!(language, "En decimal, utan ränta.", "One decimal, without interest.")
        }
        What::Redistribution => say!(
            language,
            "Anslaget är låst: vad som inte blir grundtilldelning delas av landets alla förbund.",
            "The appropriation is locked: what is not a base grant is shared by all förbund of the country."
        ),
        What::Rounding(Rounding::Side(_)) => say!(
            language,
            "Summan över alla förbund avrundas till hela kronor, en halv uppåt.",
            "The sum over all förbund is rounded to whole kronor, a half upwards."
        ),
        What::Rounding(Rounding::Parties(..)) => say!(
            language,
            "Varje förbunds delar avrundas till hela kronor.",
            "The parts of each förbund are rounded to whole kronor."
        ),
        What::Rounding(Rounding::Amount(_)) => say!(
            language,
            "Hela kronor efter största rest; vid lika rest lägst kommunkod.",
            "Whole kronor by largest remainder; equal remainders by lowest kommunkod."
        ),
        _ => return None,
    })
}

fn field_name(field: Field, language: Language) -> String {
    match field {
        Field::Forbund => say!(language, "Antal förbund", "Number of förbund"),
        Field::State => say!(language, "Staten", "State"),
        Field::StateBase => say!(language, "Staten: grundtilldelning", "State: base grant"),
        Field::StatePart(part) => {
            let part = by_part(part, language);
            say!(language, "Staten: {part}", "State: {part}")
        }
        Field::Region => say!(language, "Regionerna", "Regions"),
        Field::Kommuner => say!(language, "Kommunerna", "Kommuner"),
        Field::Total => say!(language, "Intäkter", "Income"),
        Field::Kansli => say!(language, "Kansli", "Kansli"),
        Field::Insatser => say!(language, "Pengar till insatser", "Money for insatser"),
        Field::KrPerInhabitant => {
            say!(language, "Intäkter per invånare 16–64", "Income per inhabitant 16–64")
        }
        Field::AllocationBase(part) => part_name(part, language),
    }
}

fn breaking_name(breaking: Breaking, net: bool, language: Language) -> String {
    let side = if net { language.pick("netto", "net") } else { language.pick("brutto", "gross") };
    match breaking {
        Breaking::SavingNeeded => say!(
            language,
            "Vad kanslierna måste kosta mindre per år, {side}",
            "What the kanslier must cost less a year, {side}"
        ),
        Breaking::PerForbund => {
            say!(language, "Per förbund färre, {side}", "Per förbund fewer, {side}")
        }
        Breaking::LostIncome => say!(language, "Lägre intäkter, {side}", "Lower income, {side}"),
        Breaking::FewerForbund => say!(language, "Förbund färre", "Förbund fewer"),
        Breaking::PaybackYears => {
            say!(
                language,
                "År tills engångskostnaden är återbetald, {side}",
                "Years until the one-off cost is paid back, {side}"
            )
        }
    }
}

fn scope_name(scope: &Scope, language: Language) -> String {
    match scope {
        Scope::Side(side) => side_name(*side, language),
        Scope::Delta { net: false } => say!(language, "förändring brutto", "change gross"),
        Scope::Delta { net: true } => say!(language, "förändring netto", "change net"),
        Scope::Row(side, forbund) => {
            let side = side_name(*side, language);
            format!("{forbund} {side}")
        }
    }
}

fn side_name(side: SideName, language: Language) -> String {
    match side {
        SideName::Before => say!(language, "i dag", "today"),
        SideName::Gross => say!(language, "efter brutto", "after gross"),
        SideName::Net => say!(language, "efter netto", "after net"),
    }
}

fn when_name(when: When, language: Language) -> &'static str {
    match when {
        When::Today => language.pick("i dag", "today"),
        When::After => language.pick("efter", "after"),
    }
}

fn part_name(part: Part, language: Language) -> String {
    match part {
        Part::Forsorjningsmatt => say!(language, "Försörjningsmått", "Försörjningsmått"),
        Part::Befolkning => say!(language, "Invånare 16–64", "Inhabitants 16–64"),
    }
}

fn by_part(part: Part, language: Language) -> &'static str {
    match part {
        Part::Forsorjningsmatt => language.pick("efter försörjningsmått", "by försörjningsmått"),
        Part::Befolkning => language.pick("efter invånare 16–64", "by inhabitants 16–64"),
    }
}

fn column_name(column: Column, language: Language) -> &'static str {
    match column {
        Column::Befolkning => language.pick("invånare 16–64", "inhabitants 16–64"),
        Column::Forsorjningsmatt => "försörjningsmått",
        Column::Folkmangd => language.pick("folkmängd", "all inhabitants"),
    }
}

fn funded(party: Party, language: Language) -> &'static str {
    match party {
        Party::State => language.pick("statens", "the state"),
        Party::Region => language.pick("regionernas", "the regions"),
        Party::Kommuner => language.pick("kommunernas", "the kommuner"),
    }
}

fn parameter_name(parameter: &Parameter, language: Language) -> String {
    match parameter {
        Parameter::Appropriation => say!(language, "Rikets anslag", "The national appropriation"),
        Parameter::BaseGrant => say!(language, "Grundtilldelning per förbund", "Base grant per förbund"),
        Parameter::Weight(part) => {
            let part = part_name(*part, language).to_lowercase();
            say!(language, "Vikt för {part}", "Weight of {part}")
        }
        Parameter::Funding(party) => {
            let party = funded(*party, language);
            say!(language, "Andel, {party}", "Share of {party}")
        }
        Parameter::OtherForbund => say!(language, "Övriga förbund i landet", "Other förbund in the country"),
        Parameter::Budget(forbund) => say!(language, "{forbund}, budget", "{forbund}, budget"),
        Parameter::StateGrant(forbund) => {
            say!(language, "{forbund}, beslutade medel från staten", "{forbund}, decided state money")
        }
        Parameter::Kansli(forbund) => say!(language, "{forbund}, kansli i dag", "{forbund}, kansli today"),
        Parameter::StatedKansli => {
            say!(language, "Kansli som scenariot anger", "Kansli as the scenario states")
        }
        Parameter::Engangskostnad => {
            say!(language, "Engångskostnad som scenariot anger", "One-off cost as the scenario states")
        }
        Parameter::SharedKansli => say!(language, "Det gemensamma kansliet", "The shared kansli"),
    }
}

fn rounding_name(rounding: &Rounding, language: Language) -> String {
    match rounding {
        Rounding::Change(_) | Rounding::Amount(_) => say!(language, "Avrundning", "Rounding"),
        Rounding::Side(side) => {
            let side = side_name(*side, language);
            say!(language, "Avrundning av summan, {side}", "Rounding of the sum, {side}")
        }
        Rounding::Parties(party, side) => {
            let (party, side) = (funded(*party, language), side_name(*side, language));
            say!(language, "Avrundning av {party} delar, {side}", "Rounding of the parts of {party}, {side}")
        }
    }
}
