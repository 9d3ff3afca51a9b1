//! What can be wrong with a search.

use super::declare::problems;
use crate::model::kronor::Kronor;

problems!(
    /// What can be wrong with a search.
    pub enum SearchProblem {
        #[error("search_too_large")]
        #[title = "{kommuner} kommuner söks, och fler än {most} går inte att gå igenom"]
        #[en = "{kommuner} kommuner are searched, and more than {most} cannot be gone through"]
        #[label("högst {most}", "at most {most}")]
        #[help = "Välj färre kommuner, till exempel ett län i taget: kommuner = {{ lan = \"Jönköpings län\" }}."]
        #[en = "Choose fewer kommuner, for example one län at a time: kommuner = {{ lan = \"Jönköpings län\" }}."]
        TooLarge { kommuner: usize, most: usize },
        #[error("search_forbund_partly")]
        #[title = "förbundet ”{forbund}” är bara delvis bland de sökta kommunerna, utan {missing}"]
        #[en = "the förbund \"{forbund}\" is only partly among the searched kommuner, without {missing}"]
        #[label("ta med hela förbundet eller inget av det", "take the whole förbund or nothing of it")]
        #[help = "Lägg till {missing}, eller ta bort förbundets andra kommuner."]
        #[en = "Add {missing}, or remove the other kommuner of the förbund."]
        ForbundPartly { forbund: String, missing: Vec<String> },
        #[error("search_kommun_outside")]
        #[title(
            "”{kommun}” är inte bland de sökta kommunerna",
            "\"{kommun}\" is not among the searched kommuner"
        )]
        #[label("söks inte", "not searched")]
        #[help = "Ta bort kommunen här, eller lägg till den i kommuner."]
        #[en = "Remove the kommun here, or add it to kommuner."]
        KommunOutside { kommun: String },
        #[error("search_forbund_outside")]
        #[title(
            "förbundet ”{forbund}” är inte bland de sökta",
            "the förbund \"{forbund}\" is not among the searched"
        )]
        #[label("söks inte", "not searched")]
        #[help = "Ta bort förbundet ur keep: det som inte söks står som i dag."]
        #[en = "Remove the förbund from keep: what is not searched stands as today."]
        ForbundOutside { forbund: String },
        #[error("search_with_rules")]
        #[title = "utgångsläget har regler, och en sökning räknar inte med sådana"]
        #[en = "the baseline has rules, and a search does not take any into account"]
        #[label("har [rules]", "has [rules]")]
        #[help = "Gör en kopia av utgångsläget utan [rules] och sök i den."]
        #[en = "Make a copy of the baseline without [rules] and search that."]
        WithRules,
        #[error("search_with_path")]
        #[title = "utgångsläget har en tidsplan, och en sökning gäller ett enda år"]
        #[en = "the baseline has a path of years, and a search is of one year"]
        #[label("har [path]", "has [path]")]
        #[help = "Gör en kopia av utgångsläget utan [path] och sök i den; pröva sedan de bästa år för år."]
        #[en = "Make a copy of the baseline without [path] and search that; then try the best year by year."]
        WithPath,
        #[error("search_kommun_parts")]
        #[title = "utgångsläget har delar av kommuner, och en sökning gäller hela kommuner"]
        #[en = "the baseline has parts of kommuner, and a search is of whole kommuner"]
        #[label("har [[kommun_part]]", "has [[kommun_part]]")]
        #[help = "Gör en kopia av utgångsläget utan [[kommun_part]] och sök i den."]
        #[en = "Make a copy of the baseline without [[kommun_part]] and search that."]
        KommunParts,
        #[error("search_rank_without_kansli")]
        #[title = "vad nya förbunds kanslier kostar är okänt, och därmed {by} i nästan alla indelningar"]
        #[en = "what the kanslier of new förbund cost is not known, and so neither is {by} of nearly all groupings"]
        #[label("går inte att rangordna efter", "cannot be ranked by")]
        #[help = "Skriv [search.kansli] med fixed, per_kommun eller per_inhabitant, eller rangordna efter något annat: \
            by = \"total\"."]
        #[en = "Write [search.kansli] with fixed, per_kommun or per_inhabitant, or rank by something else: by = \"total\"."]
        RankWithoutKansli { by: String },
        /// As [`SearchProblem::RankWithoutKansli`], where it is not said what is ranked by.
        #[error("search_rank_without_kansli")]
        #[title = "utan by i tabellen rank gäller insatser, som utan [search.kansli] är okända i nästan alla indelningar"]
        #[en = "without by in the table rank it is insatser that count, which without [search.kansli] is unknown of nearly all groupings"]
        #[label("varken by eller [search.kansli]", "neither by nor [search.kansli]")]
        #[help = "Skriv [search.kansli] med fixed, per_kommun eller per_inhabitant, eller under [rank] något annat att \
            rangordna efter: by = \"total\"."]
        #[en = "Write [search.kansli] with fixed, per_kommun or per_inhabitant, or below [rank] something else to rank by: \
            by = \"total\"."]
        UsualRankWithoutKansli,
        #[error("search_figure_unknown")]
        #[title = "{by} är okänt: kommuntabellen saknar uppgiften för {kommuner}"]
        #[en = "{by} is not known: the kommun table has no figure for {kommuner}"]
        #[label("går inte att räkna med", "cannot be computed")]
        #[help = "Lägg till kolumnen i kommuntabellen, eller ta bort villkoret."]
        #[en = "Add the column to the kommun table, or remove the condition."]
        #[with(kommuner, crate::text::language::Language::first_names(kommuner))]
        FigureUnknown { by: String, kommuner: Vec<String> },
        #[error("search_net_unknown")]
        #[title = "nettobelopp saknas: anslaget eller antalet förbund i landet är inte känt"]
        #[en = "there are no net amounts: the appropriation or the number of förbund in the country is not known"]
        #[label("bara gross går", "only gross can be")]
        #[help = "Skriv appropriation i [model] och forbund i [model.rest_of_country] i utgångsläget, eller välj \
            redistribution = \"gross\"."]
        #[en = "Write appropriation in [model] and forbund in [model.rest_of_country] of the baseline, or choose \
            redistribution = \"gross\"."]
        NetUnknown,
        #[error("search_limits_turned")]
        #[title("min är större än max", "min is greater than max")]
        #[label(
            "inget tal är både minst {min} och högst {max}",
            "no number is at least {min} and at most {max}"
        )]
        #[help("Byt plats på dem, eller ta bort en av dem.", "Swap them, or remove one of them.")]
        LimitsTurned { min: u64, max: u64 },
        #[error("search_two_contributions")]
        #[title = "bara en kommuns bidrag kan räknas med i taget"]
        #[en = "only the contribution of one kommun can be taken into account at a time"]
        #[label("en annan kommun", "another kommun")]
        #[help("Gör en sökning för varje kommun.", "Make a search for each kommun.")]
        TwoContributions,
        #[error("search_kansli_too_large")]
        #[title = "så skulle ett förbunds kansli kosta {most} per år"]
        #[en = "so the kansli of a förbund would cost {most} a year"]
        #[label("för mycket", "too much")]
        #[help("Kontrollera beloppen; de är kronor per år.", "Check the amounts; they are kronor a year.")]
        KansliTooLarge { most: Kronor },
        #[error("search_single_together")]
        #[title("”{key}” behöver minst två kommuner", "\"{key}\" needs at least two kommuner")]
        #[label("bara en", "only one")]
        #[help("Skriv [[\"Eksjö\", \"Nässjö\"]].", "Write [[\"Eksjö\", \"Nässjö\"]].")]
        Single { key: String },
        #[warning("search_without_neighbours")]
        #[title = "ingen annan sökt kommun gränsar till {kommuner}, som därför bara kan stå för sig"]
        #[en = "no other searched kommun borders {kommuner}: each of them can only stand alone"]
        #[label("med de här gränserna", "with these borders")]
        #[help = "Räkna fler gränser med borders = [\"land\", \"bro\", \"farja\", \"vatten\"], eller skriv contiguous = \
            false."]
        #[en = "Count more borders with borders = [\"land\", \"bro\", \"farja\", \"vatten\"], or write contiguous = false."]
        WithoutNeighbours { kommuner: Vec<String> },
        #[warning("search_nothing_written")]
        #[title("inga scenarier skrevs i ”{folder}”", "no scenarios were written to \"{folder}\"")]
        #[help = "Ingen indelning uppfyller villkoren; svaret säger vilka som motsäger varandra, om det är känt."]
        #[en = "No grouping fulfils the conditions; the answer says which contradict each other, if that is known."]
        #[when(infeasible)]
        #[help = "Indelningarna är inte rangordnade, så det finns inga bästa att skriva; svaret säger varför."]
        #[en = "The groupings are not ranked, so there are no best ones to write; the answer says why."]
        NothingWritten { folder: String, infeasible: bool },
        #[error("search_rank_other_kommuner")]
        #[title = "”{scenario}” har inte de sökta kommunerna i förbund och har ingen plats bland indelningarna"]
        #[en = "\"{scenario}\" does not have the searched kommuner in förbund and has no place among the groupings"]
        #[help = "Ange scenarier över samma utgångsläge där varje sökt kommun är med i ett förbund, och de andra \
            förbunden står som i dag."]
        #[en = "Give scenarios over the same baseline in which every searched kommun is in a förbund and the other \
            förbund stand as today."]
        RankOtherKommuner { scenario: String },
    }
);
