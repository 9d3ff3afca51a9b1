//! What can be wrong with what parties are said to want.

use super::declare::problems;

problems!(
    /// What can be wrong with positions and arguments.
    pub enum PositionsProblem {
        #[error("unknown_party")]
        #[title("parten ”{name}” finns inte", "there is no party \"{name}\"")]
        #[label("finns inte", "not there")]
        #[did_you_mean(nearest)]
        #[help = "Skriv en kommun, en region som i kommuntabellen, Försäkringskassan, Arbetsförmedlingen eller ett förbund \
            (dess styrelse)."]
        #[en = "Write a kommun, a region as in the kommun table, Försäkringskassan, Arbetsförmedlingen or a förbund (its \
            board)."]
        UnknownParty { name: String, nearest: Option<String> },
        #[error("party_is_part")]
        #[title("”{part}” är en del av {kommun}", "\"{part}\" is a part of {kommun}")]
        #[label("en del är ingen part", "a part is no party")]
        #[help = "Skriv ”{kommun}”: hela kommunen är medlem i varje förbund där någon av dess delar är med. Vill den olika i \
            olika förbund: ange forbund."]
        #[en = "Write \"{kommun}\": the whole kommun is a member of every förbund that one of its parts is in. Where it \
            wants different things in different förbund: state forbund."]
        PartyIsPart { part: String, kommun: String },
        #[error("position_elsewhere")]
        #[title("{party} är inte med i ”{forbund}”", "{party} is not a member of \"{forbund}\"")]
        #[label("inte med här", "not a member here")]
        #[help = "Ta bort forbund, eller ange ett förbund som parten är med i i dag."]
        #[en = "Remove forbund, or name a förbund that the party is a member of today."]
        Elsewhere { party: String, forbund: String },
        #[error("position_twice")]
        #[title("{party} har två ställningstaganden", "{party} has two positions")]
        #[label("igen", "again")]
        #[other("det första", "the first one")]
        #[help = "Ta bort ett av dem. Vill parten olika i olika förbund: ange forbund."]
        #[en = "Remove one of them. Where the party wants different things in different förbund: state forbund."]
        Twice { party: String },
        #[error("alternative_twice")]
        #[title("”{name}” står två gånger", "\"{name}\" stands twice")]
        #[label("igen", "again")]
        #[other("första gången", "the first time")]
        #[help("Nämn varje alternativ en gång.", "Name each alternative once.")]
        AlternativeTwice { name: String },
        #[error("ranked_and_rejected")]
        #[title("”{name}” både rangordnas och avvisas", "\"{name}\" is both ranked and rejected")]
        #[label("avvisas", "rejected")]
        #[other("rangordnas", "ranked")]
        #[help = "Ta bort det ur ranking eller ur reject. Det som avvisas kommer sist."]
        #[en = "Remove it from ranking or from reject. What is rejected comes last."]
        RankedAndRejected { name: String },
        #[error("argument_side")]
        #[title("argumentet är både för och mot", "the argument is both for and against")]
        #[label("välj for eller against", "choose for or against")]
        #[help = "Skriv for = \"…\" eller against = \"…\" med ett alternativ. Ett argument för två alternativ skrivs två \
            gånger."]
        #[en = "Write for = \"…\" or against = \"…\" with an alternative. An argument on two alternatives is written \
            twice."]
        ArgumentOnBothSides,
        #[error("argument_side")]
        #[title(
            "argumentet är varken för eller mot något",
            "the argument is neither for nor against anything"
        )]
        #[label("lägg till for eller against", "add for or against")]
        #[help = "Skriv for = \"…\" eller against = \"…\" med ett alternativ. Ett argument för två alternativ skrivs två \
            gånger."]
        #[en = "Write for = \"…\" or against = \"…\" with an alternative. An argument on two alternatives is written \
            twice."]
        ArgumentOnNoSide,
        #[warning("unknown_alternative")]
        #[title("alternativet ”{name}” finns inte", "there is no alternative \"{name}\"")]
        #[label("inget scenario heter så", "no scenario is called that")]
        #[did_you_mean(nearest)]
        #[help = "Skriv scenariots namn, eller namnet på dess fil utan .toml; \"nulaget\" är i dag."]
        #[en = "Write the name of the scenario, or that of its file without .toml; \"nulaget\" is today."]
        UnknownAlternative { name: String, nearest: Option<String> },
    }
);
