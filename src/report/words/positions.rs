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
        on_others = ("bara om andra", "only on others");
        rejects = ("avvisar", "rejects");
        nobody = ("ingen", "nobody");
        none = ("ingen", "none");
        not_needed = ("behövs inte", "not needed");
        pays_nothing_today = ("betalar inget i dag", "pays nothing today");
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
        note_on_others = (
            "Bara om andra: parten har svarat, men bara om alternativ som inte är med i jämförelsen.",
            "Only on others: the party has answered, but only about alternatives that are not compared.",
        );
        note_blocks = (
            "Alla medlemmar måste vara överens: den som avvisar alternativet och är medlem i ett förbund i det, eller i dag i \
             ett som det ändrar, blockerar det. En styrelse är inte medlem.",
            "All members must agree: whoever rejects the alternative and is a member of a förbund in it, or today of one \
             that it changes, blocks it. A board is not a member.",
        );
        no_condorcet = (
            "Det finns ingen Condorcetvinnare: inget alternativ vinner par för par mot alla de andra.",
            "There is no Condorcet winner: no alternative wins two by two against all of the others.",
        );
        note_majorities = (
            "Varje part räknas en gång. De som inte svarat eller tycker lika räknas inte, och inte heller den som vill det ena \
             i ett förbund och det andra i ett annat. Så fattas inte beslutet: alla medlemmar måste vara överens.",
            "Each party counts once. Those that have not answered, or like both equally, do not count, and nor does one that \
             wants the one in one förbund and the other in another. This is not how the decision is made: all members must \
             agree.",
        );
        note_remedies = (
            "Nyckel: kommunernas för en kommun, regionernas för en region, i alla förbund. Där ingen nyckel räcker bär de \
             andra som delar beloppet. Den som inte betalar mer avvisar av andra skäl än sitt bidrag.",
            "Key: that of the kommuner for a kommun, of the regions for a region, in all förbund. Where no key suffices the \
             others who share the amount carry it. Whoever does not pay more rejects for other reasons than its contribution.",
        );
        note_singly = (
            "Varje part räknas för sig: det som räcker för den ena kan höja bidraget för en annan som också blockerar.",
            "Each party is taken by itself: what suffices for one may raise what another pays that blocks too.",
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

/// That there is a Condorcet winner.
#[must_use]
pub fn condorcet(language: Language, winner: &str) -> String {
    say!(
        language,
        "{winner} är Condorcetvinnare: par för par vinner det mot vart och ett av de andra alternativen.",
        "{winner} is the Condorcet winner: two by two it wins against each of the other alternatives."
    )
}

/// That what more parties prefer goes round in a cycle, so that there is no Condorcet winner.
#[must_use]
pub fn cycle(language: Language, alternatives: &[&str]) -> String {
    let next = alternatives.iter().skip(1).chain(alternatives.first());
    let pairs = alternatives.iter().zip(next);
    let pairs =
        pairs.map(|(one, next)| say!(language, "{one} vinner mot {next}", "{one} wins against {next}"));
    let pairs = language.list(&pairs.collect::<Vec<_>>());
    say!(
        language,
        "Det finns ingen Condorcetvinnare. Det är en cykel: {pairs}.",
        "There is no Condorcet winner. There is a cycle: {pairs}."
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

/// Who rejects an alternative, and that it cannot be decided on where a member does.
#[must_use]
pub fn rejected(language: Language, parties: &[String], is_blocked: bool) -> String {
    let parties = language.list(parties);
    let so_far = if is_blocked {
        language.pick(" Än är alltså inte alla medlemmar överens.", " So the members do not all agree yet.")
    } else {
        ""
    };
    say!(
        language,
        "Parter som avvisar alternativet enligt utredningens uppgifter: {parties}.{so_far}",
        "Parties that reject the alternative according to the inquiry: {parties}.{so_far}"
    )
}

/// The alternatives that nobody rejects, each with how many of the parties have not answered about it.
#[must_use]
pub fn accepted(language: Language, alternatives: &[(&str, usize)], parties: usize) -> String {
    // What the numbers are is said once.
    let said_at = alternatives.iter().position(|(_, silent)| *silent > 0);
    let alternatives = alternatives.iter().enumerate().map(|(place, (name, silent))| match silent {
        0 => (*name).to_owned(),
        silent if said_at == Some(place) => say!(
            language,
            "{name} ({silent} av {parties} parter har inte svarat om det)",
            "{name} ({silent} of {parties} parties have not answered about it)"
        ),
        silent => say!(language, "{name} ({silent} av {parties})", "{name} ({silent} of {parties})"),
    });
    let alternatives = language.list(&alternatives.collect::<Vec<_>>());
    say!(language, "Ingen part avvisar {alternatives}.", "No party rejects {alternatives}.")
}

/// That more parties prefer an alternative to each of the others than not.
#[must_use]
pub fn preferred(language: Language, alternative: &str) -> String {
    say!(
        language,
        "Par för par vinner {alternative} mot vart och ett av de andra alternativen: fler parter föredrar det än \
         tvärtom.",
        "Two by two {alternative} wins against each of the other alternatives: more parties prefer it than not."
    )
}
