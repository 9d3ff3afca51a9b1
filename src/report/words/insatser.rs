//! The words of the tables of insatser.

use crate::report::words::period::Period;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::say;

label_table!(
    /// The words of the tables of insatser; `{per_year}` and `{year}` become what the period of the figures says.
    pub(in crate::report) fn words(language: Language) -> &'static Words {
        money = (
            "Pengar till insatser mot insatsernas kostnad{per_year}",
            "Money for insatser against what insatser cost{per_year}",
        );
        compared = (
            "Pengar till insatser mot insatsernas kostnad{per_year}, alla förbund",
            "Money for insatser against what insatser cost{per_year}, all förbund",
        );
        whose = (
            "Insatserna{year}: vems de är och vad de kostar",
            "Insatser{year}: whose they are and what they cost",
        );
        deltagare = (
            "Insatserna efteråt{year}: platser, deltagare och kostnad per deltagare",
            "Insatser afterwards{year}: places, participants and cost per participant",
        );
        resultat = (
            "Insatserna efteråt{year}: resultat och kostnad per person med resultatet",
            "Insatser afterwards{year}: results and cost per person with the result",
        );
        malgrupper = ("Målgruppernas del av insatserna{year}", "What each group has of the insatser{year}");
        utbud = (
            "Utbudet i varje kommun{year}: målgrupper med och utan insats",
            "What each kommun is offered{year}: groups with and without an insats",
        );
        posts = (
            "Tjänster in natura till insatserna{year}: heltidstjänster",
            "Posts in kind of the insatser{year}: full-time posts",
        );
        posts_by_party = (
            "Tjänster in natura till insatserna{year}, heltidstjänster per part",
            "Posts in kind of the insatser{year}, full-time posts by party",
        );
        note_natura_tjanster = (
            "Tjänster in natura: heltidstjänster som parterna lämnar till insatserna utöver pengarna. De ingår inte i någon kostnad och \
             inte i saldot.",
            "Posts in kind: full-time posts that the parties give to insatser beside the money. They are in no cost and not in the balance.",
        );
        returned = (
            "Vad kommunerna betalar, och vad de får tillbaka{per_year}",
            "What kommuner pay, and what they get back{per_year}",
        );
        contribution = ("Bidrag", "Contribution");
        natura = ("In natura", "In kind");
        received = ("Insatser på orten", "Insatser in it");
        payments = ("Ersättningar", "Payments");
        note_payments = (
            "Ersättningar är vad förbundet betalar kommunen, till exempel för personal. De är en del av vad kansli och insatser kostar \
             och räknas i saldot.",
            "Payments are what the förbund pays the kommun, for staff for example. They are a part of what kansli and insatser cost, \
             and count in the balance.",
        );
        balance = ("Saldo", "Balance");
        balance_each = ("Saldo/inv.", "Balance/inh.");
        note_returned = (
            "Saldo: vad insatserna på orten kostar minus bidraget och det som kommunen lämnar in natura. Insatser utan ort gäller hela \
             förbundet och räknas inte till någon kommun, så saldot säger inte vad kommunens invånare får.",
            "Balance: what the insatser in the kommun cost less its contribution and what it gives in kind. Insatser in no kommun are for \
             the whole förbund and count for none, so the balance does not say what the inhabitants of the kommun get.",
        );
        to_insatser = ("Till insatser", "For insatser");
        to_gross = ("Till insatser, brutto", "For insatser, gross");
        to_net = ("Till insatser, netto", "For insatser, net");
        name = ("Insats", "Insats");
        today = ("I dag", "Today");
        after = ("Efter", "After");
        cost_today = ("Kostnad i dag", "Cost today");
        cost_after = ("Kostnad efter", "Cost after");
        ort = ("Ort", "Kommun");
        malgrupp = ("Målgrupp", "Group");
        resultatet = ("Resultat", "Result");
        all = ("Alla insatser", "All insatser");
        without_group = ("Ingen målgrupp angiven", "No group stated");
        here = ("Finns", "Offered");
        elsewhere = ("Bara på annan ort", "Only elsewhere");
        lacking = ("Saknas", "Lacking");
        note_beside = (
            "Insatserna är de som filerna anger. De ingår inte i förbundens intäkter eller bidrag, och inget av modellens belopp \
             beror på dem.",
            "Insatser are those that the files state. They are in no income or contribution of the förbund, and no amount of the \
             model depends on them.",
        );
        note_left = (
            "Kvar: till insatser minus insatsernas kostnad; minus betyder att pengarna inte räcker.",
            "Left: for insatser less what insatser cost; a minus means that the money is not enough.",
        );
        note_available = (
            "Till insatser: med överförda medel och övriga intäkter.",
            "For insatser: with money carried over and other income.",
        );
        note_price = (
            "Kr/helårsekv.: vad en helårsekvivalent ger av statens medel, före regler som begränsar; en person som lämnar \
             försörjningen ett helt år minskar tilldelningen med högst så mycket per år, eftersom landets summa också minskar.",
            "Kr/full-year equiv.: what a full-year equivalent brings of the state's money, before rules that bound it; a person who leaves \
             support for a whole year lowers the allocation by at most that much a year, since the country's sum falls too.",
        );
        note_per_person = (
            "Kr/deltagare är hela kostnaden delad med deltagarna; i summor bara för de insatser som anger deltagare.",
            "Kr/participant is all cost divided by the participants; in sums only of the insatser that state participants.",
        );
        note_results = (
            "Kr/person är insatsens hela kostnad delad med dem som har resultatet, så samma kostnad räknas för varje resultat. \
             Summorna är summa delat med summa, aldrig medelvärden av andelar.",
            "Kr/person is all cost of the insats divided by those with the result, so the same cost counts for each result. Sums \
             are sum divided by sum, never means of percentages.",
        );
        note_stated_results = (
            "Alla insatser: bara de som anger resultatet räknas, i antal, andelar och kostnad.",
            "All insatser: only those that state the result count, in numbers, shares and cost.",
        );
        note_months = (
            "Insatserna är de som finns vid årets slut, med kostnaden för ett helt år. Indelningen ändras inom året, och i \
             tabellerna över pengar räknas varje insats efter sina månader.",
            "Insatser are those at the end of the year, with the cost of a whole year. The grouping changes within the year, and in \
             the tables of money each insats counts by its months.",
        );
        note_utbud = (
            "Finns: i kommunen eller för hela förbundet. Bara på annan ort: förbundets insatser finns i andra kommuner. Saknas: \
             förbundet har ingen insats för målgruppen.",
            "Offered: in the kommun or for the whole förbund. Only elsewhere: the insatser of the förbund are in other kommuner. \
             Lacking: the förbund has no insats for the group.",
        );
        note_absent = ("Tomt: insatsen finns inte då.", "Empty: there is no such insats then.");
    }
);

/// A caption with what the period of the figures says.
pub(in crate::report) fn caption(text: &str, period: Period, language: Language) -> String {
    text.replace("{per_year}", &period.per_year(language)).replace("{year}", &period.beside(language))
}

/// Where the figures of payments come from.
pub(in crate::report) fn sources_of_payments(language: Language, sources: &[&str]) -> String {
    let sources = sources.join("; ");
    say!(language, "Ersättningarnas uppgifter: {sources}", "Figures of the payments: {sources}")
}

/// Which insatser count for none of the groups; one that was merged of insatser for different groups is among them.
pub(in crate::report) fn of_no_group(language: Language, insatser: &[String]) -> String {
    let names = language.list(insatser);
    say!(
        language,
        "Räknas inte för någon målgrupp, eftersom ingen är angiven: {names}.",
        "Counted for no group, since none is stated: {names}."
    )
}

/// Where the figures of insatser come from.
pub(in crate::report) fn sources(language: Language, sources: &[&str]) -> String {
    let sources = sources.join("; ");
    say!(language, "Insatsernas uppgifter: {sources}", "Figures of the insatser: {sources}")
}
