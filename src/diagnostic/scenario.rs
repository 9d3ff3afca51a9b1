//! What can be wrong with a scenario.

use super::declare::problems;
use crate::text::language::Language;
use crate::text::localize::words;
use crate::text::say;

words!(
    /// What needs at least two.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Several {
        #[words("en sammanslagning behöver minst två förbund", "a merger needs at least two förbund")]
        Merge,
        #[words("en delning behöver minst två delar", "a split needs at least two parts")]
        Split,
        #[words = "ett gemensamt kansli behöver minst två förbund"]
        #[en = "a shared kansli needs at least two förbund"]
        SharedKansli,
    }
);

words!(
    /// A change that makes no förbund whose seat it could state, with what to do instead.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Seatless {
        #[words = "Ta bort sate: avstånd mäts inte i ett förbund utanför utgångsläget."]
        #[en = "Remove sate: distances are not computed in a förbund outside the baseline."]
        Outside,
        #[words("Ange sate för varje del i into i stället.", "State sate for each part of into instead.")]
        Split,
        #[words = "Ta bort sate: förbunden består, och vart och ett behåller sitt säte."]
        #[en = "Remove sate: the förbund remain, and each keeps its seat."]
        SharedKansli,
        #[words = "Ta bort sate: ändringen bildar inget förbund, och ingen tar emot några kommuner."]
        #[en = "Remove sate: the change makes no förbund, and nobody receives kommuner."]
        Leave,
    }
);

words!(
    /// A change without a kansli of its own, with what to do instead.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Costless {
        #[words = "Ta bort kansli: ett förbund utanför utgångsläget har inget."]
        #[en = "Remove kansli: a förbund outside the baseline is counted without."]
        Outside,
        #[words = "Ange kansli för varje del i into i stället."]
        #[en = "State kansli for each part of into instead."]
        Split,
        #[words = "Ta bort kansli: ändringen bildar inget förbund, och ingen tar emot några kommuner."]
        #[en = "Remove kansli: the change makes no förbund, and nobody receives kommuner."]
        Leave,
    }
);

words!(
    /// What undoes a move.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Undoing {
        /// A move back.
        #[words("tillbaka igen", "back again")]
        Return,
        /// A merger of both förbund.
        #[words = "slår ihop förbundet med det som kommunen kom från"]
        #[en = "merges the förbund with the one that the kommun came from"]
        Merger,
        /// A split of the receiver, into those who came and the others.
        #[words = "skiljer dem som kom från dem som var där"]
        #[en = "parts those who came from those who were there"]
        Split,
    }
);

problems!(
    /// What can be wrong with a scenario.
    pub enum ScenarioProblem {
        #[error("change_without_verb")]
        #[title("ändringen säger inte vad den gör", "the change does not say what it does")]
        #[label("vad ska hända?", "what is to happen?")]
        #[help = "Skriv move (flytta), merge (slå ihop), split (dela), create (bilda) eller shared_kansli \
            (gemensamt kansli)."]
        #[en = "Write move, merge, split, create or shared_kansli."]
        ChangeWithoutVerb,
        #[error("change_with_two_verbs")]
        #[title("ändringen gör flera saker: {verbs}", "the change does several things: {verbs}")]
        #[label("ett verb i taget", "one verb at a time")]
        #[help = "Dela upp den i flera [[change]]; de görs i ordning."]
        #[en = "Split it into several [[change]]; they are done in order."]
        ChangeWithTwoVerbs { verbs: Vec<String> },
        #[error("unknown_forbund")]
        #[title("förbundet ”{name}” finns inte", "there is no förbund \"{name}\"")]
        #[label("finns inte här", "not there")]
        #[did_you_mean(nearest)]
        #[help("Här finns {existing}.", "There are {existing}.")]
        UnknownForbund { name: String, nearest: Option<String>, existing: Vec<String> },
        #[error("ambiguous_forbund")]
        #[title("”{name}” passar på flera", "\"{name}\" matches several")]
        #[label("{candidates}?", "{candidates}?")]
        #[help("Skriv namnet med rätt å, ä och ö.", "Write the name with its å, ä and ö.")]
        #[with(candidates, Language::alternatives(candidates))]
        AmbiguousForbund { name: String, candidates: Vec<String> },
        #[error("unknown_region")]
        #[title("regionen ”{name}” finns inte", "there is no region \"{name}\"")]
        #[label("finns inte i tabellen", "not in the table")]
        #[did_you_mean(nearest)]
        #[help = "Skriv namnet som i kommuntabellen, till exempel Region Värmland."]
        #[en = "Write the name as in the kommun table, for example Region Värmland."]
        UnknownRegion { name: String, nearest: Option<String> },
        #[error("move_target")]
        #[title("flytten säger inte vart", "the move does not say where to")]
        #[label("välj to eller outside", "choose to or outside")]
        #[help = "Skriv to = … för ett förbund i utgångsläget, eller outside = … för ett utanför."]
        #[en = "Write to = … for a förbund of the baseline, or outside = … for one outside it."]
        MoveWithoutTarget,
        #[error("move_target")]
        #[title("flytten har både to och outside", "the move has both to and outside")]
        #[label("välj to eller outside", "choose to or outside")]
        #[help = "Skriv to = … för ett förbund i utgångsläget, eller outside = … för ett utanför."]
        #[en = "Write to = … for a förbund of the baseline, or outside = … for one outside it."]
        MoveWithTwoTargets,
        #[error("kansli_not_allowed")]
        #[title("kansli kan inte anges här", "kansli cannot be stated here")]
        #[label("hör inte hit", "does not belong here")]
        #[help("{change}", "{change}")]
        KansliNotAllowed { change: Costless },
        #[error("sate_not_allowed")]
        #[title("sate kan inte anges här", "sate cannot be stated here")]
        #[label("hör inte hit", "does not belong here")]
        #[help("{change}", "{change}")]
        SateNotAllowed { change: Seatless },
        #[error("already_there")]
        #[title("”{kommun}” är redan i ”{forbund}”", "\"{kommun}\" is already in \"{forbund}\"")]
        #[label("redan där", "already there")]
        #[other("kom dit här", "came there here")]
        #[help("Ta bort kommunen ur flytten.", "Remove the kommun from the move.")]
        AlreadyThere { kommun: String, forbund: String },
        #[error("not_a_member")]
        #[title = "”{kommun}” är inte med i något förbund och kan inte lämna det"]
        #[en = "\"{kommun}\" is in no förbund and cannot leave it"]
        #[label("inte medlem", "not a member")]
        #[help("Ta bort kommunen ur ändringen.", "Remove the kommun from the change.")]
        NotAMember { kommun: String },
        #[error("elsewhere_unknown")]
        #[title = "antalet övriga förbund i landet är inte känt"]
        #[en = "the number of other förbund in the country is not known"]
        #[label("ändrar inget belopp", "changes no amount")]
        #[help = "Ange appropriation och rest_of_country.forbund i utgångsläget, eller ta bort ändringen."]
        #[en = "State appropriation and rest_of_country.forbund in the baseline, or remove the change."]
        ElsewhereUnknown,
        #[error("elsewhere_out_of_range")]
        #[title = "så skulle det bli färre än inget annat förbund i landet, eller fler än {most}"]
        #[en = "there would be fewer than no other förbund in the country, or more than {most}"]
        #[label("för många eller för få", "too many or too few")]
        #[help(
            "Ange hur många fler eller färre de blir än i dag.",
            "State how many more or fewer than today."
        )]
        ElsewhereOutOfRange { most: u64 },
        #[error("joins_calibrated")]
        #[title = "”{kommun}” är inte med i något förbund, och dess del av beslutade belopp är okänd"]
        #[en = "\"{kommun}\" is in no förbund, and its part of decided amounts is unknown"]
        #[label("kommer utifrån", "comes from outside")]
        #[help = "Ta med kommunen i ett förbund i utgångsläget, eller ta bort budget och state_grant så att \
            modellen beräknar beloppen."]
        #[en = "Put the kommun in a förbund of the baseline, or remove budget and state_grant so that the \
            model computes."]
        JoinsCalibrated { kommun: String },
        #[error("outside_is_forbund")]
        #[title = "”{name}” är ett av förbunden här, inte utanför"]
        #[en = "\"{name}\" is one of the förbund here, not outside"]
        #[label("inte utanför", "not outside")]
        #[help("Skriv to i stället för outside.", "Write to instead of outside.")]
        OutsideIsForbund { name: String },
        #[error("name_taken")]
        #[title("det finns redan ett förbund ”{name}”", "there is already a förbund \"{name}\"")]
        #[label("upptaget namn", "name is taken")]
        #[help = "Välj ett annat namn, eller ta med förbundet i ändringen."]
        #[en = "Choose another name, or make the förbund part of the change."]
        NameTaken { name: String },
        #[error("parts_alike")]
        #[title("två delar heter ”{name}”", "two parts are called \"{name}\"")]
        #[label("samma namn", "the same name")]
        #[help("Ge delarna olika namn.", "Give the parts different names.")]
        PartsAlike { name: String },
        #[error("forbund_twice_in_change")]
        #[title("”{name}” är nämnt två gånger", "\"{name}\" is named twice")]
        #[label("en gång till", "a second time")]
        #[help("Ta bort det ena.", "Remove one of them.")]
        ForbundTwiceInChange { name: String },
        #[error("forbund_used_up")]
        #[title = "förbundet ”{name}” finns inte längre efter en tidigare ändring"]
        #[en = "there is no longer a förbund \"{name}\" after an earlier change"]
        #[label("finns inte kvar", "no longer there")]
        #[other("blev ”{into}” här", "became \"{into}\" here")]
        #[help = "Skriv ”{into}”, eller sätt den här ändringen före den andra."]
        #[en = "Write \"{into}\", or put this change before the other."]
        ForbundMerged { name: String, into: String },
        #[error("forbund_used_up")]
        #[title = "förbundet ”{name}” finns inte längre efter en tidigare ändring"]
        #[en = "there is no longer a förbund \"{name}\" after an earlier change"]
        #[label("finns inte kvar", "no longer there")]
        #[other("delades här", "was split here")]
        #[help = "Skriv {parts}, eller sätt den här ändringen före den andra."]
        #[en = "Write {parts}, or put this change before the other."]
        #[with(parts, Language::alternatives(parts))]
        ForbundSplit { name: String, parts: Vec<String> },
        #[error("forbund_used_up")]
        #[title = "förbundet ”{name}” finns inte längre efter en tidigare ändring"]
        #[en = "there is no longer a förbund \"{name}\" after an earlier change"]
        #[label("finns inte kvar", "no longer there")]
        #[other("fick inga kommuner kvar här", "was left without kommuner here")]
        #[help = "Skriv ett förbund som har kommuner, eller sätt den här ändringen före den andra."]
        #[en = "Write a förbund that has kommuner, or put this change before the other."]
        ForbundEmptied { name: String },
        #[error("country_left_empty")]
        #[title = "de som är kvar i landets förbund har inget försörjningsmått att dela anslaget efter"]
        #[en = "those who stay in the country's förbund have no försörjningsmått to divide the appropriation by"]
        #[label("efter denna ändring", "after this change")]
        #[help = "Låt fler kommuner vara kvar i ett förbund, eller ta med fler i utgångslägets rest_of_country."]
        #[en = "Let more kommuner stay in a förbund, or count more in the baseline's rest_of_country."]
        CountryLeftWithoutForsorjningsmatt,
        #[error("country_left_empty")]
        #[title = "de som är kvar i landets förbund har inga invånare 16–64 år att dela anslaget efter"]
        #[en = "those who stay in the country's förbund have no inhabitants 16–64 to divide the appropriation by"]
        #[label("efter denna ändring", "after this change")]
        #[help = "Låt fler kommuner vara kvar i ett förbund, eller ta med fler i utgångslägets rest_of_country."]
        #[en = "Let more kommuner stay in a förbund, or count more in the baseline's rest_of_country."]
        CountryLeftWithoutInhabitants,
        #[error("country_left_empty")]
        #[title = "de som lämnar förbunden har lika mycket som anslaget räcker till efter grundtilldelningen, \
            eller mer"]
        #[en = "those who leave have as much as the base grants leave of the appropriation, or more"]
        #[label("efter denna ändring", "after this change")]
        #[help = "Kontrollera appropriation och rest_of_country i utgångsläget, eller låt fler kommuner vara kvar."]
        #[en = "Check appropriation and rest_of_country in the baseline, or let more kommuner stay."]
        LeaversTakePot,
        #[error("forbund_left_empty")]
        #[title = "”{name}”, som en tidigare ändring bildar, får inga kommuner kvar"]
        #[en = "\"{name}\", which an earlier change makes, is left without kommuner"]
        #[label("här går de sista", "the last ones leave here")]
        #[other("bildas här", "made here")]
        #[help = "Ta bort en av ändringarna, eller låt ”{name}” behålla minst en kommun."]
        #[en = "Remove one of the changes, or let \"{name}\" keep at least one kommun."]
        CreatedLeftEmpty { name: String },
        #[warning("forbund_left_empty")]
        #[title = "”{name}”, som en tidigare ändring bildar, får inga kommuner kvar"]
        #[en = "\"{name}\", which an earlier change makes, is left without kommuner"]
        #[label("här går de sista", "the last ones leave here")]
        #[other("bildas här", "made here")]
        #[help = "Om ”{name}” bara är ett steg på vägen stämmer resultatet. Enklare är att låta kommunerna \
            flytta direkt."]
        #[en = "If \"{name}\" is only a step on the way, the result is right. It is simpler to move the \
            kommuner directly."]
        MadeLeftEmpty { name: String },
        #[warning("kommun_moved_again")]
        #[title = "{kommuner} har redan fått sin plats av en tidigare ändring; den senare gäller"]
        #[en = "an earlier change already placed {kommuner}; the later one applies"]
        #[label("gäller", "applies")]
        #[other("gäller inte längre", "no longer applies")]
        #[help("Nämn varje kommun i bara en av ändringarna.", "Name each kommun in only one of the changes.")]
        #[with(kommuner, Language::first_names(kommuner))]
        KommunMovedAgain { kommuner: Vec<String> },
        #[warning("move_undone")]
        #[title = "flytten av {kommuner} upphävs av en senare ändring"]
        #[en = "the move of {kommuner} is undone by a later change"]
        #[label("{by}", "{by}")]
        #[other("flyttas här", "moved here")]
        #[help = "Ta bort flytten, eller den senare ändringen, så att det syns vad som är meningen."]
        #[en = "Remove the move, or the later change, so that it is clear what is meant."]
        #[with(kommuner, Language::first_names(kommuner))]
        MoveUndone { kommuner: Vec<String>, by: Undoing },
        #[warning("split_undone")]
        #[title = "delningen av ”{forbund}” upphävs: delar av det slås ihop igen"]
        #[en = "the split of \"{forbund}\" is undone: parts of it are merged again"]
        #[label("slås ihop igen", "merged again")]
        #[other("delas här", "split here")]
        #[help("Ta bort den ändring som inte ska gälla.", "Remove the change that is not meant.")]
        SplitUndone { forbund: String },
        #[warning("merger_undone")]
        #[title = "sammanslagningen till ”{forbund}” upphävs: det delas i de förbund som slogs ihop"]
        #[en = "the merger into \"{forbund}\" is undone: it is split into the förbund that were merged"]
        #[label("delas igen", "split again")]
        #[other("slås ihop här", "merged here")]
        #[help("Ta bort den ändring som inte ska gälla.", "Remove the change that is not meant.")]
        MergerUndone { forbund: String },
        #[warning("kansli_overridden")]
        #[title = "kostnaden för kansliet i ”{forbund}” anges igen; den senare gäller"]
        #[en = "the cost of the kansli of \"{forbund}\" is stated again; the later one applies"]
        #[label("gäller", "applies")]
        #[other("gäller inte längre", "no longer applies")]
        #[help("Ta bort den kostnad som inte ska räknas med.", "Remove the cost that is not to be counted.")]
        KansliOverridden { forbund: String },
        #[warning("kansli_overridden")]
        #[title = "kostnaden för kansliet i ”{forbund}” gäller inte: det gemensamma kansliet ersätter det"]
        #[en = "the cost of the kansli of \"{forbund}\" does not apply: the shared kansli replaces it"]
        #[label("delar kansli här", "shares a kansli here")]
        #[other("gäller inte längre", "no longer applies")]
        #[help("Ta bort den kostnad som inte ska räknas med.", "Remove the cost that is not to be counted.")]
        KansliReplaced { forbund: String },
        #[warning("sate_overridden")]
        #[title = "sätet för ”{forbund}” anges igen; det senare gäller"]
        #[en = "the seat of \"{forbund}\" is stated again; the later one applies"]
        #[label("gäller", "applies")]
        #[other("gäller inte längre", "no longer applies")]
        #[help("Ta bort det säte som inte gäller.", "Remove the seat that does not apply.")]
        SateOverridden { forbund: String },
        #[error("shared_kansli_gone")]
        #[title = "ingen är kvar i det gemensamma kansliet, så dess kostnad skulle inte räknas med"]
        #[en = "nobody is left in the shared kansli, so its cost would not be counted"]
        #[label("här går de sista ur det", "the last ones leave it here")]
        #[other("gemensamt kansli anges här", "the shared kansli is stated here")]
        #[help = "Ta bort shared_kansli, eller sätt det efter den här ändringen med de förbund som då finns."]
        #[en = "Remove shared_kansli, or put it after this change with the förbund that exist then."]
        SharedKansliGone,
        /// Who takes part in a shared kansli is no longer what was stated.
        #[warning("shared_kansli_changed")]
        #[title("{change}", "{change}")]
        #[label("ändrar vilka som delar", "changes who shares")]
        #[other("gemensamt kansli anges här", "the shared kansli is stated here")]
        #[help = "Sätt shared_kansli efter den här ändringen, med de förbund som då finns, så att det syns \
            vilka som betalar."]
        #[en = "Put shared_kansli after this change, with the förbund that exist then, so that it is clear \
            who pays."]
        #[with(change, shared_kansli_changed(lost, merged, left))]
        SharedKansliChanged { lost: Vec<String>, merged: Vec<String>, left: Vec<String> },
        /// There are fewer parts or participants than the verb needs.
        #[error("too_few")]
        #[title("{verb}", "{verb}")]
        #[label("för få", "too few")]
        #[help("Lägg till det som saknas.", "Add what is missing.")]
        TooFew { verb: Several },
        /// More shared kanslier than can be in effect at once.
        #[error("too_many_shared")]
        #[title = "fler än {most} gemensamma kanslier samtidigt kan inte beräknas"]
        #[en = "more than {most} shared kanslier at the same time cannot be computed"]
        #[help = "Ta bort några: förbunden i landet är färre än så."]
        #[en = "Remove some: there are fewer förbund in the country."]
        TooManyShared { most: usize },
        #[error("split_foreign")]
        #[title("”{kommun}” är inte med i ”{forbund}”", "\"{kommun}\" is not in \"{forbund}\"")]
        #[label("inte medlem", "not a member")]
        #[other("fick sin plats här", "got its place here")]
        #[help = "Delarna får bara ha det delade förbundets kommuner; flytta andra med move."]
        #[en = "The parts may only have kommuner of the split förbund; move others with move."]
        SplitForeign { kommun: String, forbund: String },
        #[error("split_missing")]
        #[title = "{kommuner} i ”{forbund}” är inte med i någon del"]
        #[en = "{kommuner} of \"{forbund}\" are in no part"]
        #[label("ska delas helt", "must be split completely")]
        #[other("fick sin plats här", "got its place here")]
        #[help("Ta med {kommuner} i en av delarna.", "Put {kommuner} in one of the parts.")]
        SplitMissing { kommuner: Vec<String>, forbund: String },
    }
);

/// Who no longer takes part in a shared kansli, who count as one participant, and who is left.
fn shared_kansli_changed(language: Language, lost: &[String], merged: &[String], left: &[String]) -> String {
    let left_names = language.first_names(left);
    let carries = match left {
        [] => String::new(),
        [_] => say!(language, "; {left_names} bär det ensamt", "; {left_names} carries it alone"),
        _ => say!(language, "; det delas av {left_names}", "; it is shared by {left_names}"),
    };
    let mut sentences = Vec::new();
    if !merged.is_empty() {
        let merged = language.list(merged);
        sentences.push(say!(
            language,
            "{merged} räknas som en deltagare i det gemensamma kansliet",
            "{merged} count as one participant in the shared kansli"
        ));
    }
    if !lost.is_empty() {
        let lost = language.list(lost);
        sentences.push(say!(
            language,
            "{lost} är inte längre med i det gemensamma kansliet",
            "{lost} no longer takes part in the shared kansli"
        ));
    }
    language.list(&sentences) + &carries
}
