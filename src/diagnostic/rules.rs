//! What can be wrong with rules that bound the state's money.

use super::declare::problems;
use crate::model::kronor::Kronor;

problems!(
    /// What can be wrong with rules that bound the state's money.
    pub enum RulesProblem {
        #[error("rule_out_of_range")]
        #[title = "{key} ska vara noll eller mer, med högst nio decimaler"]
        #[en = "{key} must be zero or more, with at most nine decimals"]
        #[label("från 0 till 1", "from 0 to 1")]
        #[when(bounded)]
        #[label("får inte vara mindre än noll", "must not be less than zero")]
        #[help = "Skriv andelar, inte procent: 0.10 i stället för 10."]
        #[en = "Write shares, not percent: 0.10 instead of 10."]
        OutOfRange { key: String, bounded: bool },
        #[error("rules_lack")]
        #[title = "reglerna ger förbunden {lacking} mer än vad anslaget räcker till"]
        #[en = "the rules give the förbund {lacking} more than the appropriation has"]
        #[label("går inte att betala", "cannot be paid")]
        #[help = "Sänk golvet (most_decrease), höj anslaget, eller låt staten stå för det: redistribution = \"staten\"."]
        #[en = "Lower the floor (most_decrease), raise the appropriation, or let the state bear it: redistribution = \
            \"staten\"."]
        Lack { lacking: Kronor },
        #[error("rules_leave")]
        #[title = "reglerna lämnar {left} av anslaget som inget förbund får ta emot"]
        #[en = "the rules leave {left} of the appropriation that no förbund may receive"]
        #[label("alla förbund har nått sitt tak", "all förbund are at their caps")]
        #[help = "Höj något tak, eller låt staten behålla pengarna: redistribution = \"staten\"."]
        #[en = "Raise a cap, or let the state keep the money: redistribution = \"staten\"."]
        Leave { left: Kronor },
        #[error("rules_rest_below_zero")]
        #[title = "förbunden i filen har mer än vad anslaget lämnar till hela landet"]
        #[en = "the förbund of the file have more than the appropriation leaves to the whole country"]
        #[label("inget blir kvar till övriga landet", "nothing is left for the rest of the country")]
        #[help = "Kontrollera anslaget och antalet övriga förbund, eller ange redistribution = \"staten\"."]
        #[en = "Check the appropriation and the number of other förbund, or state redistribution = \"staten\"."]
        RestBelowZero,
        #[error("rules_nothing_to_scale")]
        #[title = "spärren ger ”{forbund}” pengar som det inte finns något att dela upp efter"]
        #[en = "the guard gives \"{forbund}\" money that there is nothing to divide by"]
        #[label("kommunerna för inga medel med sig", "the kommuner bring no money")]
        #[help = "Ta bort spärren för året (years), eller flytta en kommun med invånare och försörjningsmått dit."]
        #[en = "Remove the guard of that year (years), or move a kommun with inhabitants and försörjningsmått there."]
        NothingToScale { forbund: String },
        #[error("cap_payers")]
        #[title("taket nämner flera: {payers}", "the cap names several: {payers}")]
        #[label("välj en av dem", "choose one of them")]
        #[help = "Skriv ett [[cap]] för varje, eller ingen av dem: då gäller taket alla parter i alla förbund."]
        #[en = "Write a [[cap]] for each, or none of them: then the cap is on all parties of all förbund."]
        CapPayers { payers: Vec<String> },
        #[error("cap_ceiling")]
        #[title("taket saknar belopp", "the cap has no amount")]
        #[label("lägg till most, eller share och of", "add most, or share and of")]
        #[help = "Skriv most = … i kr per år, eller share = 0.05 och of = … för en andel av en summa."]
        #[en = "Write most = … in kr a year, or share = 0.05 and of = … for a share of a sum."]
        CapWithoutCeiling,
        #[error("cap_ceiling")]
        #[title("taket anger både most och en andel", "the cap has both most and a share")]
        #[label("välj most, eller share och of", "choose most, or share and of")]
        #[help = "Skriv most = … i kr per år, eller share = 0.05 och of = … för en andel av en summa."]
        #[en = "Write most = … in kr a year, or share = 0.05 and of = … for a share of a sum."]
        CapWithTwoCeilings,
        #[error("rules_differ")]
        #[title("”{name}” har andra regler än ”{first}”", "\"{name}\" has other rules than \"{first}\"")]
        #[label("andra regler", "other rules")]
        #[help = "Jämför bara scenarier med samma [rules], eller kör simulate för vart och ett."]
        #[en = "Compare only scenarios with the same [rules], or run simulate for each."]
        Differ { name: String, first: String },
    }
);
