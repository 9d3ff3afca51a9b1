//! What is said of what parties want.

use crate::analysis::stance::SplitName;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The short texts of positions and arguments.
    pub fn labels(language: Language) -> &'static Labels {
        party = ("Part", "Party");
        board = ("Styrelsen", "The board");
        other_parties = ("Övriga parter", "Other parties");
        no_answer = ("inget svar", "no answer");
        rejects = ("avvisar", "rejects");
        nobody = ("ingen", "nobody");
        none = ("ingen", "none");
        not_needed = ("behövs inte", "not needed");
        first = ("Förstahandsval", "First choices");
        rejected_by = ("Avvisas av", "Rejected by");
        blocked_by = ("Blockeras av", "Blocked by");
        keys = ("Nyckel som räcker", "Key that suffices");
        splits = ("Delning som räcker", "Split that suffices");
        side = ("För eller mot", "For or against");
        is_for = ("För", "For");
        is_against = ("Mot", "Against");
        argument = ("Argument", "Argument");
        source = ("Källa", "Source");
        caption_preferences = (
            "Vad parterna vill: rang för varje alternativ",
            "What the parties want: the rank of each alternative",
        );
        caption_blocks = ("Vem som avvisar och blockerar vad", "Who rejects and blocks what");
        caption_majorities = (
            "Par för par: hur många parter som föredrar raden och hur många kolumnen",
            "Two by two: how many parties prefer the row and how many the column",
        );
        caption_remedies = (
            "Vad den som blockerar skulle betala, brutto per år",
            "What those who block would pay, gross per year",
        );
        caption_remedies_net = (
            "Vad den som blockerar skulle betala, netto per år",
            "What those who block would pay, net per year",
        );
        caption_kanslier = (
            "Vad förbundet för den som blockerar har till insatser per invånare 16–64 år, brutto per år",
            "What the förbund of those who block has for insatser per inhabitant 16–64, gross per year",
        );
        caption_kanslier_net = (
            "Vad förbundet för den som blockerar har till insatser per invånare 16–64 år, netto per år",
            "What the förbund of those who block has for insatser per inhabitant 16–64, net per year",
        );
        caption_arguments = ("Argument för och mot", "Arguments for and against");
        note_ranks = (
            "1 är bäst, och samma siffra är lika bra. Tomt: parten rangordnar inte alternativet. Antagande: det kommer då \
             efter dem som den rangordnar och före dem som den avvisar, och två sådana är lika bra.",
            "1 is best, and the same figure is equally good. Empty: the party does not rank the alternative. Assumption: \
             it then comes after those it ranks and before those it rejects, and two such are equally good.",
        );
        note_no_answer = (
            "Inget svar: filen anger inget ställningstagande för parten.",
            "No answer: the file has no position of the party.",
        );
        note_blocks = (
            "Alla medlemmar måste vara överens: den som är medlem i ett förbund i alternativet och avvisar det blockerar det. \
             En styrelse är inte medlem.",
            "All members must agree: whoever is a member of a förbund in the alternative and rejects it blocks it. A board \
             is not a member.",
        );
        note_majorities = (
            "Varje ställningstagande räknas som ett, också där en region eller en statlig part har ett i varje förbund. De \
             som inte svarat eller tycker lika räknas inte. Så fattas inte beslutet: alla medlemmar måste vara överens.",
            "Each position counts as one, also where a region or a state party has one in each förbund. Those that have not \
             answered, or like both equally, do not count. This is not how the decision is made: all members must agree.",
        );
        note_remedies = (
            "Nyckel: kommunernas för en kommun, regionernas för en region, i alla förbund. Där ingen nyckel räcker bär de \
             andra som delar beloppet. Den som inte betalar mer avvisar av andra skäl än sitt bidrag.",
            "Key: that of the kommuner for a kommun, of the regions for a region, in all förbund. Where no key suffices the \
             others who share the amount carry it. Whoever does not pay more rejects for other reasons than its contribution.",
        );
        note_kanslier = (
            "Så mycket mindre måste kansliet kosta för att förbundet ska ha lika mycket till insatser per invånare som \
             kommunens förbund har i dag. Är det mer än hela kansliet räcker ingen besparing.",
            "So much less must the kansli cost for the förbund to have as much for insatser per inhabitant as the förbund of \
             the kommun has today. Where it is more than all of the kansli no saving suffices.",
        );
    }
);

/// The board of a förbund in a sentence.
#[must_use]
pub fn board_of(language: Language, forbund: &str) -> String {
    say!(language, "styrelsen i {forbund}", "the board of {forbund}")
}

/// How a shared kansli is split.
#[must_use]
pub fn split(language: Language, split: SplitName) -> &'static str {
    match split {
        SplitName::Budget => language.pick("intäkter", "income"),
        SplitName::Lika => language.pick("lika", "alike"),
        SplitName::Befolkning => language.pick("inv. 16–64", "inh. 16–64"),
    }
}

/// Alternatives that parties name and that are not compared.
#[must_use]
pub fn not_compared(language: Language, names: &[&str]) -> String {
    let names = language.list(names);
    say!(
        language,
        "Parterna nämner också {names}, som inte är med i jämförelsen.",
        "The parties also name {names}, which is not among those compared."
    )
}

/// Whether there is a Condorcet winner.
#[must_use]
pub fn condorcet(language: Language, winner: Option<&str>) -> String {
    let Some(winner) = winner else {
        let text = language.pick(
            "Det finns ingen Condorcetvinnare: inget alternativ föredras av flest mot alla de andra.",
            "There is no Condorcet winner: no alternative is preferred by more to each of the others.",
        );
        return text.to_owned();
    };
    say!(
        language,
        "{winner} är Condorcetvinnare: fler parter föredrar det än tvärtom, mot vart och ett av de andra.",
        "{winner} is the Condorcet winner: against each of the others, more parties prefer it than not."
    )
}

/// That an alternative is blocked.
#[must_use]
pub fn blocked(language: Language, alternative: &str, blockers: &[String]) -> String {
    let blockers = language.list(blockers);
    say!(
        language,
        "{alternative} blockeras av {blockers}: alla medlemmar måste vara överens.",
        "{alternative} is blocked by {blockers}: all members must agree."
    )
}

/// The alternatives that nobody rejects.
#[must_use]
pub fn accepted(language: Language, alternatives: &[&str]) -> String {
    let alternatives = language.list(alternatives);
    say!(language, "Ingen part avvisar {alternatives}.", "No party rejects {alternatives}.")
}

/// That more parties prefer an alternative to each of the others than not.
#[must_use]
pub fn preferred(language: Language, alternative: &str) -> String {
    say!(
        language,
        "Mot vart och ett av de andra alternativen föredrar fler parter {alternative} än tvärtom.",
        "Against each of the other alternatives more parties prefer {alternative} than not."
    )
}
