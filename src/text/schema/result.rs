//! What is told of the keys of the result, for those who write scripts.

use super::{GROSS, NET, Text, Told, at};

// A kommun and a region say the same of what they pay.
const CONTRIBUTION_AFTER: Text = (
    "Bidraget efteråt, kr per år, brutto och netto.",
    "The contribution afterwards, kr a year, gross and net.",
);
const CONTRIBUTION_AFTER_GROSS: Text = (
    "Bidraget efteråt, kr per år, brutto: med dagens kronor per enhet.",
    "The contribution afterwards, kr a year, gross: at today's kronor per unit.",
);
const CONTRIBUTION_AFTER_NET: Text = (
    "Bidraget efteråt, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
    "The contribution afterwards, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
);
const CONTRIBUTION_DELTA: Text = (
    "Bidragets förändring, kr per år, brutto och netto. Den som inte är med på en sida betalar noll där.",
    "The change of the contribution, kr a year, gross and net. Who takes no part on a side pays zero there.",
);
const CONTRIBUTION_DELTA_GROSS: Text = (
    "Bidragets förändring, kr per år, brutto: med dagens kronor per enhet.",
    "The change of the contribution, kr a year, gross: at today's kronor per unit.",
);
const CONTRIBUTION_DELTA_NET: Text = (
    "Bidragets förändring, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
    "The change of the contribution, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
);

/// Each key with its text. Places begin with the name of their definition.
pub(super) const TOLD: &[Told] = &[
    (
        "",
        "Vad finsam simulate och compare skriver med --format json: ett objekt för ett scenario, annars en lista. Belopp är hela kronor per år. Nycklar kan tillkomma, men ingen tas bort eller byter namn.",
        "What finsam simulate and compare print with --format json: an object for one scenario, else a list. Amounts are whole kronor a year. Keys may be added, none taken away or renamed.",
    ),
    ("ScenarioResult", "Resultatet av ett scenario.", "The result of a scenario."),
    ("ScenarioResult.schema_version", "Formatets version.", "The version of the format."),
    ("ScenarioResult.scenario", "Scenariot som räknades.", "The scenario that was computed."),
    ("ScenarioResult.baseline", "Utgångsläget som det räknades från.", "The baseline it was computed from."),
    (
        "ScenarioResult.basis",
        "Var statens medel kommer från: national (den nationella formeln) eller calibrated (beslutade belopp).",
        "Where the state money comes from: national (the national formula) or calibrated (decided amounts).",
    ),
    ("ScenarioResult.assumptions", "Allt som siffrorna vilar på.", "All that the figures rest on."),
    ("ScenarioResult.before", "Nuläget.", "Today."),
    ("ScenarioResult.after", "Läget efteråt, brutto och netto.", "The situation afterwards, gross and net."),
    (
        "ScenarioResult.after.gross",
        "Läget efteråt, brutto: med dagens kronor per enhet.",
        "The situation afterwards, gross: at today's kronor per unit.",
    ),
    (
        "ScenarioResult.after.net",
        "Läget efteråt, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The situation afterwards, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
    (
        "ScenarioResult.delta",
        "Förändringen, efteråt minus nuläget, brutto och netto.",
        "The change, afterwards less today, gross and net.",
    ),
    (
        "ScenarioResult.delta.gross",
        "Förändringen, efteråt minus nuläget, brutto: med dagens kronor per enhet.",
        "The change, afterwards less today, gross: at today's kronor per unit.",
    ),
    (
        "ScenarioResult.delta.net",
        "Förändringen, efteråt minus nuläget, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The change, afterwards less today, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
    (
        "ScenarioResult.kommuner",
        "Vad varje kommun betalar, i kommunkodsordning: alla som är i ett förbund före eller efter.",
        "What each kommun pays, by kommunkod: every one that is in a förbund before or after.",
    ),
    ("ScenarioResult.regions", "Vad varje region betalar, i namnordning.", "What each region pays, by name."),
    ("ScenarioHead", "Ett scenario.", "A scenario."),
    ("ScenarioHead.name", "Scenariots namn.", "The name of the scenario."),
    (
        "ScenarioHead.description",
        "Scenariots beskrivning. Null om ingen finns.",
        "The description of the scenario. Null if there is none.",
    ),
    (
        "ScenarioHead.source",
        "Scenariots källa. Null om ingen anges.",
        "The source of the scenario. Null if none is named.",
    ),
    ("ScenarioHead.file", "Scenariofilens sökväg.", "The path of the scenario file."),
    ("BaselineHead", "Ett utgångsläge.", "A baseline."),
    ("BaselineHead.name", "Utgångslägets namn.", "The name of the baseline."),
    ("BaselineHead.file", "Utgångslägets sökväg.", "The path of the baseline."),
    (
        "BaselineHead.year",
        "Året för kommunernas siffror. Null om inget anges.",
        "The year of the kommun figures. Null if none is named.",
    ),
    (
        "BaselineHead.source",
        "Utgångslägets källa. Null om ingen anges.",
        "The source of the baseline. Null if none is named.",
    ),
    ("BaselineHead.table", "Kommuntabellens sökväg.", "The path of the kommun table."),
    (
        "BaselineHead.sources",
        "Kommuntabellens källor, så långt de är kända.",
        "The sources of the kommun table, as far as they are known.",
    ),
    (
        "ColumnSource",
        "Källan till några kolumner i kommuntabellen.",
        "The source of some columns of the kommun table.",
    ),
    ("ColumnSource.columns", "Kolumnerna.", "The columns."),
    ("ColumnSource.title", "Källan.", "The source."),
    (
        "ColumnSource.title_en",
        "Källan på engelska. Null om det inte anges.",
        "The source in English. Null if not given.",
    ),
    (
        "ColumnSource.derived",
        "Om siffrorna är härledda, alltså inte publicerad statistik.",
        "Whether the figures are derived, that is not published statistics.",
    ),
    (
        "ColumnSource.file",
        "Filen som kolumnerna importerades från.",
        "The file that the columns were imported from.",
    ),
    ("ColumnSource.sheet", "Bladet i filen.", "The sheet of the file."),
    ("ColumnSource.sha256", "Filens SHA-256, hexadecimalt.", "The SHA-256 of the file, hexadecimal."),
    (
        "ColumnSource.series",
        "Nyckeltalet eller serien i filen, till exempel N01711.",
        "The key figure or series in the file, for example N01711.",
    ),
    ("ColumnSource.imported", "Dagen för importen, ÅÅÅÅ-MM-DD.", "The day of the import, YYYY-MM-DD."),
    (
        "ScenarioResult.break_even",
        "Nollpunkten: vad ändringarna måste spara för att lika mycket ska bli kvar till insatser som i dag.",
        "Break-even: what the changes must save for as much to remain for insatser as today.",
    ),
    (
        "BreakEven",
        "Nollpunkten: vad som måste sparas, och när engångskostnaden är återbetald.",
        "Break-even: what must be saved, and when the one-off cost is paid back.",
    ),
    (
        "BreakEven.saving_needed",
        "Så mycket mindre måste kanslierna kosta än i dag, kr per år. 0 om intäkterna inte minskar.",
        "By this much less must the kanslier cost than today, kr a year. 0 if income does not fall.",
    ),
    (
        "BreakEven.saving_needed_per_forbund",
        "Samma per förbund som försvinner, kr per år. Null om de inte blir färre.",
        "The same per förbund fewer, kr a year. Null if they are not fewer.",
    ),
    at("BreakEven.saving_needed.gross", GROSS),
    at("BreakEven.saving_needed.net", NET),
    at("BreakEven.saving_needed_per_forbund.gross", GROSS),
    at("BreakEven.saving_needed_per_forbund.net", NET),
    at("BreakEven.payback_years.gross", GROSS),
    at("BreakEven.payback_years.net", NET),
    (
        "BreakEven.engangskostnad",
        "Vad ändringarna kostar en gång, kr. Null om scenariot inte anger det.",
        "What the changes cost once, kr. Null if the scenario does not say.",
    ),
    (
        "BreakEven.payback_years",
        "År tills pengarna till insatser har ökat lika mycket, en decimal, utan ränta. Null om det är okänt eller aldrig sker.",
        "Years until the money for insatser has grown by as much, one decimal, without interest. Null if unknown or never.",
    ),
    ("AssumptionEntry", "Ett antagande.", "An assumption."),
    (
        "AssumptionEntry.id",
        "Antagandets namn, detsamma på båda språken.",
        "The name of the assumption, the same in both languages.",
    ),
    (
        "AssumptionEntry.text",
        "Antagandet i ord, på det språk som --lang anger.",
        "The assumption in words, in the language of --lang.",
    ),
    ("SideResult", "Ett läge: alla förbund och deras summa.", "One side: all förbund and their sum."),
    ("SideResult.forbund", "Förbunden, i tabellernas ordning.", "The förbund, in the order of the tables."),
    ("SideResult.total", "Summan.", "Their sum."),
    (
        "Total",
        "Summan av ett läge, eller skillnaden mellan två.",
        "The sum of a side, or the difference of two.",
    ),
    (
        "Total.forbund",
        "Antalet förbund, utan dem utanför utgångsläget.",
        "The number of förbund, without those outside the baseline.",
    ),
    ("Total.state", "Statens medel, kr per år.", "State money, kr a year."),
    ("Total.region", "Regionernas del, kr per år.", "The regions' part, kr a year."),
    ("Total.kommuner", "Kommunernas del, kr per år.", "The kommuner's part, kr a year."),
    ("Total.total", "Alla intäkter, kr per år.", "All income, kr a year."),
    (
        "Total.kansli",
        "Alla kanslier, kr per år. Null om något är okänt.",
        "All kanslier, kr a year. Null if one is unknown.",
    ),
    (
        "Total.insatser",
        "Pengar till insatser, kr per år: intäkter minus kansli. Null om något kansli är okänt.",
        "Money for insatser, kr a year: income less kansli. Null if a kansli is unknown.",
    ),
    ("ForbundResult", "Ett förbund.", "A förbund."),
    ("ForbundResult.name", "Förbundets namn.", "The name of the förbund."),
    (
        "ForbundResult.outside",
        "Om raden står för ett förbund utanför utgångsläget, med bara det som kommunerna därifrån för med sig.",
        "Whether the row stands for a förbund outside the baseline, with only what the kommuner that moved there bring.",
    ),
    (
        "ForbundResult.members",
        "Kommunernas kommunkoder, i ordning.",
        "The kommunkoder of its kommuner, in order.",
    ),
    ("ForbundResult.befolkning_16_64", "Invånare 16–64 år.", "Inhabitants 16–64."),
    (
        "ForbundResult.forsorjningsmatt",
        "Försörjningsmåttet, helårsekvivalenter: en sträng med alla decimaler.",
        "Försörjningsmått, full-year equivalents: a string of its exact decimals.",
    ),
    ("ForbundResult.state", "Statens medel, uppdelade.", "State money by component."),
    ("ForbundResult.region", "Regionernas del, kr per år.", "The regions' part, kr a year."),
    (
        "ForbundResult.regions",
        "Varje regions del, efter lägsta kommunkod i förbundet.",
        "The part of each region, by lowest kommunkod in the förbund.",
    ),
    ("ForbundResult.kommuner", "Kommunernas del, kr per år.", "The kommuner's part, kr a year."),
    ("ForbundResult.total", "Alla intäkter, kr per år.", "All income, kr a year."),
    (
        "ForbundResult.kansli",
        "Kansliet, kr per år. Null om det är okänt.",
        "The kansli, kr a year. Null if unknown.",
    ),
    (
        "ForbundResult.insatser",
        "Pengar till insatser, kr per år: intäkter minus kansli. Null om kansliet är okänt.",
        "Money for insatser, kr a year: income less kansli. Null if the kansli is unknown.",
    ),
    (
        "ForbundResult.kr_per_inhabitant",
        "Alla intäkter per invånare 16–64 år, kr: en sträng med två decimaler.",
        "All income per inhabitant 16–64, kr: a string with two decimals.",
    ),
    ("StateResult", "Statens medel, uppdelade.", "State money by component."),
    ("StateResult.base", "Grundtilldelningen, kr per år.", "The base grant, kr a year."),
    ("StateResult.forsorjningsmatt", "Efter försörjningsmått, kr per år.", "By försörjningsmått, kr a year."),
    ("StateResult.befolkning", "Efter invånare 16–64 år, kr per år.", "By inhabitants 16–64, kr a year."),
    ("StateResult.total", "Alla tre, kr per år.", "All three, kr a year."),
    ("RegionAmount", "En regions del av ett förbund.", "A region's part of a förbund."),
    (
        "RegionAmount.region",
        "Den region som betalar, med sitt eget namn: Region Värmland, aldrig Värmlands län.",
        "The region that pays, by its own name: Region Värmland, never Värmlands län.",
    ),
    ("RegionAmount.amount", "Regionens del, kr per år.", "The region's part, kr a year."),
    ("KommunResult", "Vad en kommun betalar.", "What a kommun pays."),
    ("KommunResult.kommunkod", "Kommunkoden, fyra siffror.", "The kommunkod, four digits."),
    ("KommunResult.kommun", "Kommunens namn.", "The name of the kommun."),
    (
        "KommunResult.forbund_before",
        "Förbundet i dag. Null om kommunen inte är med i något.",
        "The förbund today. Null if the kommun is in none.",
    ),
    (
        "KommunResult.forbund_after",
        "Förbundet efteråt. Null om kommunen inte är med i något.",
        "The förbund afterwards. Null if the kommun is in none.",
    ),
    (
        "KommunResult.contribution_before",
        "Bidraget i dag, kr per år. Null om kommunen inte är med i något förbund.",
        "The contribution today, kr a year. Null if the kommun is in no förbund.",
    ),
    at("KommunResult.contribution_after", CONTRIBUTION_AFTER),
    at("KommunResult.contribution_after.gross", CONTRIBUTION_AFTER_GROSS),
    at("KommunResult.contribution_after.net", CONTRIBUTION_AFTER_NET),
    at("KommunResult.contribution_delta", CONTRIBUTION_DELTA),
    at("KommunResult.contribution_delta.gross", CONTRIBUTION_DELTA_GROSS),
    at("KommunResult.contribution_delta.net", CONTRIBUTION_DELTA_NET),
    ("RegionResult", "Vad en region betalar.", "What a region pays."),
    (
        "RegionResult.region",
        "Den region som betalar, med sitt eget namn: Region Värmland, aldrig Värmlands län.",
        "The region that pays, by its own name: Region Värmland, never Värmlands län.",
    ),
    (
        "RegionResult.contribution_before",
        "Bidraget i dag, kr per år. Null om regionen inte är med i något förbund.",
        "The contribution today, kr a year. Null if the region is in no förbund.",
    ),
    at("RegionResult.contribution_after", CONTRIBUTION_AFTER),
    at("RegionResult.contribution_after.gross", CONTRIBUTION_AFTER_GROSS),
    at("RegionResult.contribution_after.net", CONTRIBUTION_AFTER_NET),
    at("RegionResult.contribution_delta", CONTRIBUTION_DELTA),
    at("RegionResult.contribution_delta.gross", CONTRIBUTION_DELTA_GROSS),
    at("RegionResult.contribution_delta.net", CONTRIBUTION_DELTA_NET),
];
