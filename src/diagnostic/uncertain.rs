//! What can be wrong with what is said of uncertain numbers.

use rust_decimal::Decimal;

use super::declare::problems;

problems!(
    /// What can be wrong with what is said of uncertain numbers, and with how they are drawn.
    pub enum UncertainProblem {
        #[error("uncertain_form")]
        #[title("det framgår inte hur talet kan variera", "it is not said how the number may vary")]
        #[label("behöver ett av sätten", "needs one of the ways")]
        #[help = "Ange ett av: low och high, low, mode och high, mean och sd, relative, eller values."]
        #[en = "State one of: low and high, low, mode and high, mean and sd, relative, or values."]
        Form,
        #[error("uncertain_order")]
        #[title = "{key} ska inte vara större än {than}"]
        #[en = "{key} must not be larger than {than}"]
        #[label("för stort", "too large")]
        #[other("ska vara minst så stort", "must be at least as large")]
        #[help = "Ordningen är low, mode, high."]
        #[en = "The order is low, mode, high."]
        Order { key: String, than: String },
        #[error("uncertain_below_zero")]
        #[title("{what} kan inte bli mindre än noll", "{what} cannot be less than zero")]
        #[label("når under noll", "reaches below zero")]
        #[help = "Ange inget tal under noll; en normalfördelning ska ha ett medelvärde på minst tre standardavvikelser."]
        #[en = "State no number below zero; a normal distribution must have a mean of at least three standard deviations."]
        BelowZero { what: String },
        #[error("uncertain_out_of_range")]
        #[title("{what} kan inte vara mer än {most}", "{what} cannot be more than {most}")]
        #[label("för stort", "too large")]
        #[help = "Andelar skrivs som andelar, inte procent: 0.75 i stället för 75."]
        #[en = "Shares are written as shares, not percent: 0.75 instead of 75."]
        OutOfRange { what: String, most: Decimal },
        #[error("uncertain_spread")]
        #[title("{key} ska vara större än noll", "{key} must be above zero")]
        #[label("ingen spridning", "no spread")]
        #[help("Ta bort posten om talet är säkert.", "Remove the entry if the number is certain.")]
        NoSpread { key: String },
        #[error("uncertain_spread")]
        #[title("relative ska vara mindre än 1", "relative must be below 1")]
        #[label("mer än talet självt", "more than the number itself")]
        #[help(
            "Skriv andelar, inte procent: 0.049 i stället för 4,9.",
            "Write shares, not percent: 0.049 instead of 4.9."
        )]
        TooWide,
        #[error("uncertain_correlation")]
        #[title("correlation ska vara från 0 till 1", "correlation must be from 0 to 1")]
        #[label("utanför gränserna", "out of range")]
        #[help = "0: talen varierar var för sig. 1: de följs helt åt."]
        #[en = "0: the numbers vary each by itself. 1: they move as one."]
        Correlation,
        #[error("uncertain_whose")]
        #[title("{key} hör inte till {what}", "{key} does not belong to {what}")]
        #[label("ska inte stå här", "must not stand here")]
        #[help = "kommun hör till forsorjningsmatt och befolkning_16_64, forbund till kansli och engangskostnad."]
        #[en = "kommun belongs to forsorjningsmatt and befolkning_16_64, forbund to kansli and engangskostnad."]
        Whose { key: String, what: String },
        #[error("uncertain_not_stated")]
        #[title("{what} anges inte i filerna", "{what} is not stated in the files")]
        #[label("inget tal att variera", "no number to vary")]
        #[help = "Ange talet i utgångsläget eller scenariot först, eller ta bort posten."]
        #[en = "State the number in the baseline or the scenario first, or remove the entry."]
        NotStated { what: String },
        #[error("uncertain_twice")]
        #[title("{what} sägs vara osäkert två gånger", "{what} is said to be uncertain twice")]
        #[label("igen", "again")]
        #[other("den första", "the first one")]
        #[help = "Ta bort en av posterna, eller begränsa den ena med kommun eller forbund."]
        #[en = "Remove one of the entries, or narrow one with kommun or forbund."]
        Twice { what: String },
        #[error("uncertain_differ")]
        #[title(
            "{what} varierar olika i olika scenarier",
            "{what} varies differently in different scenarios"
        )]
        #[label("här på ett annat sätt", "another way here")]
        #[other("den första", "the first one")]
        #[help = "Alla alternativ ska se samma dragningar: flytta posten till utgångsläget."]
        #[en = "All alternatives see the same draws: move the entry to the baseline."]
        Differ { what: String },
        #[error("grid_form")]
        #[title("en tvåvägstabell behöver två olika tal", "a two-way table needs two different numbers")]
        #[label("med komma emellan", "with a comma between them")]
        #[help(
            "Till exempel --grid model.appropriation,model.rest_of_country.forbund.",
            "For example --grid model.appropriation,model.rest_of_country.forbund."
        )]
        GridForm,
        #[error("unknown_number")]
        #[title("”{name}” är inget av talen som varierar", "\"{name}\" is none of the numbers that vary")]
        #[label("varierar inte", "does not vary")]
        #[did_you_mean(nearest)]
        #[help("Här varierar {existing}.", "These vary: {existing}.")]
        UnknownNumber { name: String, nearest: Option<String>, existing: Vec<String> },
        #[error("nothing_uncertain")]
        #[title("inget tal sägs vara osäkert", "no number is said to be uncertain")]
        #[help = "Lägg till [[uncertain]] i utgångsläget eller scenariot. finsam sensitivity visar vad resultatet hänger \
            på också utan det."]
        #[en = "Add [[uncertain]] to the baseline or the scenario. finsam sensitivity shows what the result hinges on \
            even without."]
        Nothing,
        #[error("no_draw_computed")]
        #[title(
            "ingen av {left_out} dragningar gick att beräkna",
            "none of {left_out} draws could be computed"
        )]
        #[help = "Kontrollera gränserna i [[uncertain]]: anslaget måste räcka till grundtilldelningarna."]
        #[en = "Check the ranges in [[uncertain]]: the appropriation must cover the base grants."]
        NoDraw { left_out: u64 },
        #[error("shard_form")]
        #[title("--shard skrivs K/N, del K av N", "--shard is written K/N, part K of N")]
        #[label("ingen del", "not a part")]
        #[help(
            "Till exempel --shard 2/8. Högst {most} delar.",
            "For example --shard 2/8. At most {most} parts."
        )]
        ShardForm { most: u64 },
        #[error("not_a_shard")]
        #[title("{file} är ingen hel del av en körning", "{file} is not a whole part of a run")]
        #[help = "Ange filer som finsam risk --shard har skrivit till slut."]
        #[en = "Give files that finsam risk --shard has written to the end."]
        NotAShard { file: String },
        #[error("shard_of_other_run")]
        #[title("{file} hör till en annan körning än {first}", "{file} is of another run than {first}")]
        #[help = "Delarna ska ha samma filer, frö, antal dragningar och antal delar."]
        #[en = "The parts must have the same files, seed, number of draws and number of parts."]
        OtherRun { file: String, first: String },
        #[error("shard_twice")]
        #[title("{file} är samma del som {first}", "{file} is the same part as {first}")]
        #[help("Ange varje del en gång.", "Give each part once.")]
        ShardTwice { file: String, first: String },
        #[error("shards_missing")]
        #[title("del {shards} saknas", "part {shards} is missing")]
        #[help("Kör dem med --shard, och ange alla delar.", "Run them with --shard, and give all parts.")]
        ShardsMissing { shards: Vec<String> },
    }
);
