//! What an editor tells of every key of a file, and what a script's author reads of every key of the result.

use super::language::Language;
use crate::schema::Subject;

/// A place in a schema with its text in Swedish and in English.
type Told = (&'static str, &'static str, &'static str);

/// The title of a schema.
#[must_use]
pub fn title(subject: Subject, language: Language) -> &'static str {
    let (swedish, english) = match subject {
        Subject::Baseline => ("Utgångsläge för finsam", "A baseline of finsam"),
        Subject::Scenario => ("Scenario för finsam", "A scenario of finsam"),
        Subject::Result => ("Resultat från finsam", "A result of finsam"),
    };
    language.pick(swedish, english)
}

/// The text at a place; `None` if there is none.
#[must_use]
pub fn description(subject: Subject, place: &str, language: Language) -> Option<&'static str> {
    let told = all(subject).iter().find(|(told, ..)| *told == place);
    told.map(|(_, swedish, english)| language.pick(*swedish, *english))
}

/// Every place that has a text.
pub fn places(subject: Subject) -> impl Iterator<Item = &'static str> {
    all(subject).iter().map(|(place, ..)| *place)
}

fn all(subject: Subject) -> &'static [Told] {
    match subject {
        Subject::Baseline => BASELINE,
        Subject::Scenario => SCENARIO,
        Subject::Result => RESULT,
    }
}

/// "" is the file itself. Where a table is of several kinds, the kind stands in brackets.
const BASELINE: &[Told] = &[
    (
        "",
        "Dagens läge: vilka förbund som finns, vilka kommuner de har och vad de får. Alla belopp är hela kronor per år.",
        "Today's situation: which förbund there are, which kommuner they have and what they get. All amounts are whole kronor a year.",
    ),
    (
        "name",
        "Utgångslägets namn, som det står i tabeller och rapporter.",
        "The name of the baseline, as tables and reports show it.",
    ),
    (
        "source",
        "Var uppgifterna kommer från. Visas i varje resultat.",
        "Where the figures come from. Shown in every result.",
    ),
    (
        "year",
        "Året i kommuntabellen som siffrorna tas från. Måste anges om tabellen har flera år.",
        "The year of the kommun table that the figures are taken from. Must be given where the table has several years.",
    ),
    (
        "kommuner",
        "Sökvägen till kommuntabellen (CSV), räknad från den här filen. Inbyggd: \"builtin:data/kommuner.csv\".",
        "The path of the kommun table (CSV), relative to this file. Built in: \"builtin:data/kommuner.csv\".",
    ),
    (
        "kommun_key",
        "Fördelningsnyckeln för kommunernas del inom ett förbund: befolkning_16_64 (invånare 16–64 år, om inget anges), folkmangd, forsorjningsmatt (helårsekvivalenter) eller lika. Eller en tabell med ett tal för varje kommun: { \"Falun\" = 13, \"Borlänge\" = 12 }.",
        "The fördelningsnyckel of the kommuner's part within a förbund: befolkning_16_64 (inhabitants 16–64, the default), folkmangd (all inhabitants), forsorjningsmatt (full-year equivalents) or lika (alike). Or a table with a number for each kommun: { \"Falun\" = 13, \"Borlänge\" = 12 }.",
    ),
    (
        "region_key",
        "Hur flera regioner i ett förbund delar regionernas del: efter befolkning_16_64 (om inget anges), folkmangd eller forsorjningsmatt i deras kommuner i förbundet, eller lika per region.",
        "How several regions of one förbund divide the regions' part: by befolkning_16_64 (inhabitants 16–64, the default), folkmangd or forsorjningsmatt of their kommuner in it, or lika, alike per region.",
    ),
    (
        "model",
        "Statens fördelningsmodell: anslaget, grundtilldelningen och vikterna.",
        "The state's allocation model: the appropriation, the base grant and the weights.",
    ),
    (
        "model.appropriation",
        "Statens anslag till alla förbund i landet, kr per år. Utan det saknas nettobelopp.",
        "The state's appropriation to all förbund of the country, kr a year. Without it there are no net amounts.",
    ),
    (
        "model.base_grant",
        "Grundtilldelningen till varje förbund, kr per år. 400 000 om inget anges.",
        "The base grant to each förbund, kr a year. 400,000 if not given.",
    ),
    (
        "model.weights",
        "Hur det som återstår av anslaget efter grundtilldelningarna fördelas. Vikterna ska bli 1 tillsammans.",
        "How what is left of the appropriation after the base grants is shared out. The weights must sum to 1.",
    ),
    (
        "model.weights.forsorjningsmatt",
        "Andelen som fördelas efter försörjningsmått (helårsekvivalenter), från 0 till 1. 0,75 om vikterna inte anges.",
        "The share that follows försörjningsmått (full-year equivalents), from 0 to 1. 0.75 if the weights are not given.",
    ),
    (
        "model.weights.befolkning",
        "Andelen som fördelas efter invånare 16–64 år, från 0 till 1. 0,25 om vikterna inte anges.",
        "The share that follows inhabitants 16–64, from 0 to 1. 0.25 if the weights are not given.",
    ),
    (
        "model.rest_of_country",
        "Landet utanför filens förbund. Behövs när modellen räknar beloppen, och för nettobelopp.",
        "The country outside this file's förbund. Needed where the model computes the amounts, and for net amounts.",
    ),
    (
        "model.rest_of_country.forbund",
        "Antalet förbund i landet utöver dem i filen.",
        "The number of förbund in the country besides those of this file.",
    ),
    (
        "model.rest_of_country.kommuner",
        "Kommunerna i de andra förbunden: \"alla\" för alla övriga i kommuntabellen, eller en lista. I stället kan summorna befolkning_16_64 och forsorjningsmatt anges.",
        "The kommuner of the other förbund: \"alla\" for every other one of the kommun table, or a list. The sums befolkning_16_64 and forsorjningsmatt can be given instead.",
    ),
    (
        "model.rest_of_country.befolkning_16_64",
        "Invånare 16–64 år i de andra förbundens kommuner, tillsammans.",
        "Inhabitants 16–64 of the other förbund's kommuner, in all.",
    ),
    (
        "model.rest_of_country.forsorjningsmatt",
        "Försörjningsmåttet i de andra förbundens kommuner, tillsammans: helårsekvivalenter.",
        "The försörjningsmått of the other förbund's kommuner, in all: full-year equivalents.",
    ),
    (
        "funding",
        "Parternas andelar av ett förbunds intäkter. De ska bli 1 tillsammans. Staten hälften, regionen och kommunerna en fjärdedel var om inget anges.",
        "The parties' shares of a förbund's income. They must sum to 1. The state a half, the region and the kommuner a quarter each if not given.",
    ),
    (
        "funding.state",
        "Statens andel, större än 0 och högst 1. 0,5 om inget anges.",
        "The state's share, above 0 and at most 1. 0.5 if not given.",
    ),
    (
        "funding.region",
        "Regionens andel, från 0 till 1. 0,25 om inget anges.",
        "The region's share, from 0 to 1. 0.25 if not given.",
    ),
    (
        "funding.kommuner",
        "Kommunernas andel tillsammans, från 0 till 1. 0,25 om inget anges.",
        "The share of the kommuner together, from 0 to 1. 0.25 if not given.",
    ),
    (
        "forbund",
        "Dagens samordningsförbund, ett [[forbund]] för varje. Antingen anger alla budget eller state_grant, eller inget av dem; då räknar modellen.",
        "Today's samordningsförbund, one [[forbund]] for each. Either all state budget or state_grant, or none does; then the model computes.",
    ),
    (
        "forbund.name",
        "Förbundets namn. Scenarier använder det.",
        "The name of the förbund. Scenarios use it.",
    ),
    (
        "forbund.kommuner",
        "Förbundets kommuner, med namn eller kommunkod. En kommun kan vara med i högst ett förbund.",
        "The kommuner of the förbund, by name or kommunkod. A kommun can be in one förbund at most.",
    ),
    (
        "forbund.budget",
        "Förbundets alla intäkter, kr per år: statens, regionens och kommunernas tillsammans. Anges inte tillsammans med state_grant.",
        "All income of the förbund, kr a year: the state's, the region's and the kommuner's together. Not given together with state_grant.",
    ),
    (
        "forbund.state_grant",
        "Statens medel till förbundet, kr per år. Anges inte tillsammans med budget.",
        "The state's money for the förbund, kr a year. Not given together with budget.",
    ),
    (
        "forbund.kansli",
        "Vad förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som läggs ihop. Okänt om inget anges.",
        "What the kansli of the förbund costs, kr a year: an amount, or a table of items that are added up. Unknown if not given.",
    ),
    (
        "assumption",
        "Sådant som läsaren av varje resultat måste veta.",
        "Something that the reader of every result must know.",
    ),
    (
        "assumption.id",
        "Antagandets namn för program, till exempel kansli_illustrative.",
        "The name of the assumption for programs, such as kansli_illustrative.",
    ),
    ("assumption.text", "Antagandet i ord.", "The assumption in words."),
    (
        "assumption.text_en",
        "Antagandet på engelska, för resultat på engelska. Utan den används text.",
        "The assumption in English, for results in English. Without it text is used.",
    ),
];

const SCENARIO: &[Told] = &[
    (
        "",
        "Ett alternativ: vad som ändras mot utgångsläget, och vad som ska gälla för resultatet.",
        "An alternative: what changes against the baseline, and what must hold of the result.",
    ),
    (
        "name",
        "Alternativets namn, som det står i tabeller och rapporter.",
        "The name of the alternative, as tables and reports show it.",
    ),
    (
        "description",
        "Vad alternativet innebär, med en mening eller två.",
        "What the alternative means, in a sentence or two.",
    ),
    (
        "source",
        "Var alternativet kommer från, till exempel en utredning.",
        "Where the alternative comes from, such as an inquiry.",
    ),
    (
        "baseline",
        "Sökvägen till utgångsläget (TOML), räknad från den här filen. Inbyggda: \"builtin:data/integratia_2017/utgangslage.toml\" och \"builtin:data/jonkoping/utgangslage.toml\".",
        "The path of the baseline (TOML), relative to this file. Built in: \"builtin:data/integratia_2017/utgangslage.toml\" and \"builtin:data/jonkoping/utgangslage.toml\".",
    ),
    (
        "change",
        "Förändringarna, ett [[change]] för varje, i den ordning de görs. Var och en har exakt ett av move, merge, split, create och shared_kansli. Utan ändringar är alternativet nuläget.",
        "The changes, one [[change]] for each, in the order they are done. Each has exactly one of move, merge, split, create and shared_kansli. Without changes the alternative is today's situation.",
    ),
    (
        "change[move]",
        "Kommuner flyttar till ett annat förbund i utgångsläget.",
        "Kommuner move to another förbund of this baseline.",
    ),
    (
        "change[move].move",
        "Kommunerna som flyttar, med namn eller kommunkod.",
        "The kommuner that move, by name or kommunkod.",
    ),
    ("change[move].to", "Förbundet de flyttar till.", "The förbund they move to."),
    (
        "change[move].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[move_outside].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[merge].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[split].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[create].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[shared_kansli].engangskostnad",
        "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
        "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
    ),
    (
        "change[move].kansli",
        "Vad det mottagande förbundets kansli kostar efteråt, kr per år: ett belopp, eller en tabell med poster som läggs ihop. Utan det sparas inget.",
        "What the receiving förbund's kansli costs afterwards, kr a year: an amount, or a table of items that are added up. Without it nothing is saved.",
    ),
    (
        "change[move_outside]",
        "Kommuner flyttar till ett förbund utanför utgångsläget.",
        "Kommuner move to a förbund outside the baseline.",
    ),
    (
        "change[move_outside].move",
        "Kommunerna som flyttar, med namn eller kommunkod.",
        "The kommuner that move, by name or kommunkod.",
    ),
    (
        "change[move_outside].outside",
        "Vad förbundet utanför ska kallas. Det får en egen rad med bara det som de här kommunerna för med sig.",
        "What to call the outside förbund. It has a row of its own with only what these kommuner bring.",
    ),
    ("change[merge]", "Två eller flera förbund blir ett.", "Two or more förbund become one."),
    ("change[merge].merge", "Förbunden som slås ihop, minst två.", "The förbund that merge, two at least."),
    (
        "change[merge].into",
        "Det nya förbundets namn. Det får vara ett av de gamla namnen.",
        "The name of the new förbund. It may be one of the old names.",
    ),
    (
        "change[merge].kansli",
        "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som läggs ihop. Utan det: summan av delarnas, alltså ingen besparing.",
        "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are added up. Without it: the sum of its parts', so no saving.",
    ),
    ("change[split]", "Ett förbund delas i två eller flera.", "A förbund is split into two or more."),
    ("change[split].split", "Förbundet som delas.", "The förbund that is split."),
    (
        "change[split].into",
        "Delarna, minst två. Varje kommun i förbundet ska stå i exakt en av dem.",
        "The parts, two at least. Every kommun of the förbund must be in exactly one of them.",
    ),
    ("change[split].into.name", "Delens namn.", "The name of the part."),
    (
        "change[split].into.kommuner",
        "Delens kommuner, med namn eller kommunkod.",
        "The kommuner of the part, by name or kommunkod.",
    ),
    (
        "change[split].into.kansli",
        "Vad delens kansli kostar, kr per år: ett belopp, eller en tabell med poster som läggs ihop. Utan det: en del av det hela förbundets, efter invånare 16–64 år.",
        "What the part's kansli costs, kr a year: an amount, or a table of items that are added up. Without it: a part of the whole's, by inhabitants 16–64.",
    ),
    (
        "change[create]",
        "Ett nytt förbund bildas av kommuner i andra förbund eller i inget.",
        "A new förbund is created of kommuner of other förbund or of none.",
    ),
    ("change[create].create", "Det nya förbundets namn.", "The name of the new förbund."),
    (
        "change[create].kommuner",
        "Det nya förbundets kommuner, med namn eller kommunkod.",
        "The kommuner of the new förbund, by name or kommunkod.",
    ),
    (
        "change[create].kansli",
        "Vad det nya förbundets kansli kostar, kr per år: ett belopp, eller en tabell med poster som läggs ihop.",
        "What the new förbund's kansli costs, kr a year: an amount, or a table of items that are added up.",
    ),
    (
        "change[shared_kansli]",
        "Förbund som består delar ett kansli, som ersätter deras egna.",
        "Förbund that remain share a kansli, which replaces their own.",
    ),
    (
        "change[shared_kansli].shared_kansli",
        "Förbunden som delar kansliet, minst två.",
        "The förbund that share the kansli, two at least.",
    ),
    (
        "change[shared_kansli].kansli",
        "Vad det gemensamma kansliet kostar, kr per år: ett belopp, eller en tabell med poster som läggs ihop.",
        "What the shared kansli costs, kr a year: an amount, or a table of items that are added up.",
    ),
    (
        "change[shared_kansli].split_by",
        "Hur kostnaden delas: efter budget (alla intäkter efteråt, brutto), lika, eller befolkning_16_64 (invånare 16–64 år).",
        "How the cost is split: by budget (all income afterwards, gross), lika (alike), or befolkning_16_64 (inhabitants 16–64).",
    ),
    (
        "check",
        "Vad som ska gälla för resultatet, ett [[check]] för varje. Prövas av finsam check.",
        "What must hold of the result, one [[check]] for each. Tested by finsam check.",
    ),
    ("check.name", "Vad kontrollen säger, i ord.", "What the check says, in words."),
    (
        "check.metric",
        "Sökvägen till ett tal i resultatet (JSON), till exempel delta.gross.state. Med forbund, kommun eller region: en sökväg i den raden, till exempel insatser.",
        "The path of a number in the result (JSON), such as delta.gross.state. With forbund, kommun or region: a path into that row, such as insatser.",
    ),
    (
        "check.forbund",
        "Raden för det här förbundet, efter alla förändringar. Högst en av forbund, kommun och region.",
        "The row of this förbund, after all changes. At most one of forbund, kommun and region.",
    ),
    (
        "check.kommun",
        "Raden för den här kommunen, med namn eller kommunkod.",
        "The row of this kommun, by name or kommunkod.",
    ),
    ("check.region", "Raden för den här regionen.", "The row of this region."),
    (
        "check.redistribution",
        "Vilken rad som menas: gross (brutto, om inget anges) eller net (netto, efter omfördelningen i riket). Bara med forbund, kommun eller region.",
        "Which row is meant: gross (the default) or net (after redistribution in the country). Only with forbund, kommun or region.",
    ),
    (
        "check.equals",
        "Talet ska vara detta, så när som på tolerance. Inte tillsammans med min eller max.",
        "The number must be this, but for tolerance. Not together with min or max.",
    ),
    ("check.min", "Talet ska vara minst detta.", "The number must be this at least."),
    ("check.max", "Talet ska vara högst detta.", "The number must be this at most."),
    (
        "check.tolerance",
        "Hur mycket talet får avvika, i samma enhet som metric (belopp i kr). 0 om inget anges.",
        "How far the number may be off, in the unit of metric (amounts in kr). 0 if not given.",
    ),
    (
        "assumption",
        "Sådant som läsaren av resultatet måste veta.",
        "Something that the reader of the result must know.",
    ),
    (
        "assumption.id",
        "Antagandets namn för program, till exempel kansli_illustrative.",
        "The name of the assumption for programs, such as kansli_illustrative.",
    ),
    ("assumption.text", "Antagandet i ord.", "The assumption in words."),
    (
        "assumption.text_en",
        "Antagandet på engelska, för resultat på engelska. Utan den används text.",
        "The assumption in English, for results in English. Without it text is used.",
    ),
];

/// Places begin with the name of their definition.
const RESULT: &[Told] = &[
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
    ("BreakEven.saving_needed.gross", "Brutto.", "Gross."),
    (
        "BreakEven.saving_needed.net",
        "Netto. Null om nettobelopp saknas.",
        "Net. Null if there are no net amounts.",
    ),
    ("BreakEven.saving_needed_per_forbund.gross", "Brutto.", "Gross."),
    (
        "BreakEven.saving_needed_per_forbund.net",
        "Netto. Null om nettobelopp saknas.",
        "Net. Null if there are no net amounts.",
    ),
    ("BreakEven.payback_years.gross", "Brutto.", "Gross."),
    (
        "BreakEven.payback_years.net",
        "Netto. Null om nettobelopp saknas.",
        "Net. Null if there are no net amounts.",
    ),
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
    ("RegionAmount.region", "Regionens namn.", "The name of the region."),
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
    (
        "KommunResult.contribution_after",
        "Bidraget efteråt, kr per år, brutto och netto.",
        "The contribution afterwards, kr a year, gross and net.",
    ),
    (
        "KommunResult.contribution_after.gross",
        "Bidraget efteråt, kr per år, brutto: med dagens kronor per enhet.",
        "The contribution afterwards, kr a year, gross: at today's kronor per unit.",
    ),
    (
        "KommunResult.contribution_after.net",
        "Bidraget efteråt, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The contribution afterwards, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
    (
        "KommunResult.contribution_delta",
        "Bidragets förändring, kr per år, brutto och netto.",
        "The change of the contribution, kr a year, gross and net.",
    ),
    (
        "KommunResult.contribution_delta.gross",
        "Bidragets förändring, kr per år, brutto: med dagens kronor per enhet.",
        "The change of the contribution, kr a year, gross: at today's kronor per unit.",
    ),
    (
        "KommunResult.contribution_delta.net",
        "Bidragets förändring, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The change of the contribution, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
    ("RegionResult", "Vad en region betalar.", "What a region pays."),
    ("RegionResult.region", "Regionens namn.", "The name of the region."),
    (
        "RegionResult.contribution_before",
        "Bidraget i dag, kr per år. Null om regionen inte är med i något förbund.",
        "The contribution today, kr a year. Null if the region is in no förbund.",
    ),
    (
        "RegionResult.contribution_after",
        "Bidraget efteråt, kr per år, brutto och netto.",
        "The contribution afterwards, kr a year, gross and net.",
    ),
    (
        "RegionResult.contribution_after.gross",
        "Bidraget efteråt, kr per år, brutto: med dagens kronor per enhet.",
        "The contribution afterwards, kr a year, gross: at today's kronor per unit.",
    ),
    (
        "RegionResult.contribution_after.net",
        "Bidraget efteråt, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The contribution afterwards, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
    (
        "RegionResult.contribution_delta",
        "Bidragets förändring, kr per år, brutto och netto.",
        "The change of the contribution, kr a year, gross and net.",
    ),
    (
        "RegionResult.contribution_delta.gross",
        "Bidragets förändring, kr per år, brutto: med dagens kronor per enhet.",
        "The change of the contribution, kr a year, gross: at today's kronor per unit.",
    ),
    (
        "RegionResult.contribution_delta.net",
        "Bidragets förändring, kr per år, netto: när rikets låsta anslag har fördelats på nytt. Null där det inte går att veta.",
        "The change of the contribution, kr a year, net: when the country's locked appropriation has been shared out anew. Null where that is unknown.",
    ),
];
