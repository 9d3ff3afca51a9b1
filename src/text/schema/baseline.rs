//! What is told of the keys of a baseline.

use super::{ASSUMPTION_ID, ASSUMPTION_TEXT, ASSUMPTION_TEXT_EN, Told, at};

/// Each key with its text.
pub(super) const TOLD: &[Told] = &[
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
        "indicators",
        "Vad kommuntabellens övriga kolumner vägs med när de visas för ett helt förbund: befolkning_16_64 (om inget anges), folkmangd, forsorjningsmatt, lika (kommunernas medelvärde) eller summa. Exempel: ohalsotal = \"befolkning_16_64\".",
        "What further columns of the kommun table are weighted by where they are shown for a whole förbund: befolkning_16_64 (the default), folkmangd (all inhabitants), forsorjningsmatt, lika (the mean of the kommuner) or summa (their sum). Example: ohalsotal = \"befolkning_16_64\".",
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
        "forbund.sate",
        "Kommunen där förbundet har sitt säte, en av dess kommuner. Avstånd räknas därifrån; från den största kommunen om inget anges.",
        "The kommun where the förbund has its seat, one of its kommuner. Distances are from there; from the largest kommun if not given.",
    ),
    (
        "assumption",
        "Sådant som läsaren av varje resultat måste veta.",
        "Something that the reader of every result must know.",
    ),
    at("assumption.id", ASSUMPTION_ID),
    at("assumption.text", ASSUMPTION_TEXT),
    at("assumption.text_en", ASSUMPTION_TEXT_EN),
];
