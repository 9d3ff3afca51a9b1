//! What is said of the people and the time that boards take.

use crate::text::label::label_table;

label_table!(
    /// The short texts of boards.
    pub fn labels(language: Language) -> &'static Labels {
        party = ("Part", "Party");
        boards = ("Styrelser", "Boards");
        note_boards = (
            "Varje medlem har lika många ledamöter och ersättare i sin styrelse. Timmar: ledamöternas vid möten; ersättare \
             kommer i stället för ledamöter och räknas inte. Förbund utanför utgångsläget är inte med.",
            "Each member has as many ledamöter and ersättare on its board. Hours: those of the ledamöter at meetings; \
             ersättare come in the place of ledamöter and do not count. Förbund outside the baseline are left out.",
        );
        note_months = (
            "Styrelserna är de som finns vid årets slut, räknade för ett helt år, också där indelningen ändras inom året.",
            "Boards are those at the end of the year, counted for a whole year, also where the grouping changes within it.",
        );
        note_arvoden = (
            "Arvodena räknas vid sidan av modellen och ingår inte i något kansli eller bidrag. Varje parts arvoden i ett \
             förbund avrundas till hela kronor.",
            "The arvoden are counted beside the model and are in no kansli and no contribution. The arvoden of each party in \
             a förbund are rounded to whole kronor.",
        );
        note_posts = ("Tjänster: heltidstjänster i kanslierna.", "Posts: full-time posts of the kanslier.");
        note_unknown = ("–: anges inte i filerna.", "–: not stated in the files.");
        note_absent = (
            "Tomt: parten är inte med i något av förbunden; förbund utanför utgångsläget räknas inte.",
            "Empty: the party is in none of the förbund; förbund outside the baseline do not count.",
        );
    }
);
