//! What can be wrong with a kansli that several förbund share.

use super::declare::problems;

problems!(
    /// What can be wrong with a kansli that several förbund share.
    pub enum SharingProblem {
        #[error("shared_kansli_cost")]
        #[title("det som delas saknar kostnad", "what is shared has no cost")]
        #[label("behöver kansli eller items", "needs kansli or items")]
        #[help = "Ange kansli (hela kansliet) eller items (enskilda poster), till exempel items = {{ forbundschef = \
            1_100_000 }}."]
        #[en = "State kansli (all of it) or items (single items), for example items = {{ forbundschef = 1_100_000 }}."]
        NoCost,
        #[error("shared_kansli_cost")]
        #[title("både kansli och items anges", "both kansli and items are stated")]
        #[label("det ena räcker", "one is enough")]
        #[help = "Behåll kansli om hela kansliet delas, annars items. Det som delas därutöver blir ett eget \
            shared_kansli."]
        #[en = "Keep kansli if all of it is shared, otherwise items. What is shared beside becomes a shared_kansli of its \
            own."]
        TwoCosts,
        #[error("shared_kansli_unknown")]
        #[title = "vad det gemensamma kansliet kostar går inte att räkna ut, eftersom kansliet i ”{forbund}” är okänt"]
        #[en = "what the shared kansli costs cannot be computed, as the kansli of \"{forbund}\" is unknown"]
        #[label("okänt kansli", "unknown kansli")]
        #[help = "Ange vad det gemensamma kansliet kostar med kansli, eller förbundets eget i utgångsläget."]
        #[en = "State what the shared kansli costs with kansli, or the förbund's own in the baseline."]
        CostUnknown { forbund: String },
        #[error("saving_out_of_range")]
        #[title = "{key} ska vara en andel från 0 till 1 med högst nio decimaler"]
        #[en = "{key} must be a share from 0 to 1 with at most nine decimals"]
        #[label("ingen andel av en kostnad", "no share of a cost")]
        #[help(
            "Skriv andelar, inte procent: 0.25 i stället för 25.",
            "Write shares, not percent: 0.25 instead of 25."
        )]
        SavingOutOfRange { key: String },
        #[error("shared_kansli_share")]
        #[title("andelen för ”{forbund}” saknas", "the share of \"{forbund}\" is missing")]
        #[label("varje deltagare behöver en andel", "every participant needs a share")]
        #[help = "Lägg till den; andelarna ska bli 1 tillsammans."]
        #[en = "Add it; the shares must sum to 1."]
        ShareLacks { forbund: String },
        #[error("shared_kansli_share")]
        #[title(
            "”{forbund}” har en andel men delar inte kansliet",
            "\"{forbund}\" has a share but does not share the kansli"
        )]
        #[label("är ingen deltagare", "is no participant")]
        #[help("Ta bort andelen, eller ta med förbundet.", "Remove the share, or add the förbund.")]
        ShareOfOther { forbund: String },
        #[error("shared_kansli_share")]
        #[title("”{forbund}” har två andelar", "\"{forbund}\" has two shares")]
        #[label("andra gången", "the second time")]
        #[help("Ta bort den ena.", "Remove one of them.")]
        ShareTwice { forbund: String },
        #[error("shared_kansli_share")]
        #[title("andelen för ”{forbund}” ska vara större än 0", "the share of \"{forbund}\" must be above 0")]
        #[label("betalar inget", "pays nothing")]
        #[help("Den som inget betalar tas inte med bland deltagarna.", "Leave out who pays nothing.")]
        NoShare { forbund: String },
        #[error("shared_item_unknown")]
        #[title = "det går inte att veta om kansliet i ”{forbund}” har posten ”{item}”"]
        #[en = "whether the kansli of \"{forbund}\" has the item \"{item}\" cannot be known"]
        #[label("kansliet är en summa", "the kansli is a sum")]
        #[help = "Skriv kansliet i ”{forbund}” som poster, till exempel {{ {item} = 900_000, ovrigt = 400_000 }}, eller dela \
            hela kansliet med kansli."]
        #[en = "Write the kansli of \"{forbund}\" by item, for example {{ {item} = 900_000, ovrigt = 400_000 }}, or share \
            all of it with kansli."]
        ItemUnknown { forbund: String, item: String },
    }
);
