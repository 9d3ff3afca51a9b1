//! What is told of the keys of a scenario.

use super::{ASSUMPTION_ID, ASSUMPTION_TEXT, ASSUMPTION_TEXT_EN, Text, Told, at};

/// The kommuner of both kinds of move.
const WHO_MOVES: Text =
    ("Kommunerna som flyttar, med namn eller kommunkod.", "The kommuner that move, by name or kommunkod.");

/// The one-off cost, which every kind of change can have.
const ENGANGSKOSTNAD: Text = (
    "Vad ändringen kostar en gång, kr: ett belopp, eller en tabell med poster som läggs ihop. Ger återbetalningstiden.",
    "What the change costs once, kr: an amount, or a table of items that are added up. Gives the time of payback.",
);

/// The seat of a förbund that a change makes.
const SATE_OF_NEW: Text = (
    "Kommunen där det nya förbundet har sitt säte, en av dess kommuner. Avstånd räknas därifrån; från den största kommunen om inget anges.",
    "The kommun where the new förbund has its seat, one of its kommuner. Distances are from there; from the largest kommun if not given.",
);

/// Each key with its text.
pub(super) const TOLD: &[Told] = &[
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
    at("change[move].move", WHO_MOVES),
    ("change[move].to", "Förbundet de flyttar till.", "The förbund they move to."),
    at("change[move].engangskostnad", ENGANGSKOSTNAD),
    at("change[move_outside].engangskostnad", ENGANGSKOSTNAD),
    at("change[merge].engangskostnad", ENGANGSKOSTNAD),
    at("change[split].engangskostnad", ENGANGSKOSTNAD),
    at("change[create].engangskostnad", ENGANGSKOSTNAD),
    at("change[shared_kansli].engangskostnad", ENGANGSKOSTNAD),
    (
        "change[move].kansli",
        "Vad det mottagande förbundets kansli kostar efteråt, kr per år: ett belopp, eller en tabell med poster som läggs ihop. Utan det sparas inget.",
        "What the receiving förbund's kansli costs afterwards, kr a year: an amount, or a table of items that are added up. Without it nothing is saved.",
    ),
    (
        "change[move].sate",
        "Kommunen där det mottagande förbundet har sitt säte efteråt. Utan det behåller förbundet sitt.",
        "The kommun where the receiving förbund has its seat afterwards. Without it the förbund keeps its own.",
    ),
    (
        "change[move_outside]",
        "Kommuner flyttar till ett förbund utanför utgångsläget.",
        "Kommuner move to a förbund outside the baseline.",
    ),
    at("change[move_outside].move", WHO_MOVES),
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
    at("change[merge].sate", SATE_OF_NEW),
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
        "change[split].into.sate",
        "Kommunen där delen har sitt säte, en av dess kommuner. Avstånd räknas därifrån; från den största kommunen om inget anges.",
        "The kommun where the part has its seat, one of its kommuner. Distances are from there; from the largest kommun if not given.",
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
    at("change[create].sate", SATE_OF_NEW),
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
    (
        "check.region",
        "Raden för den här regionen, till exempel Region Värmland.",
        "The row of this region, such as Region Värmland.",
    ),
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
    at("assumption.id", ASSUMPTION_ID),
    at("assumption.text", ASSUMPTION_TEXT),
    at("assumption.text_en", ASSUMPTION_TEXT_EN),
];
