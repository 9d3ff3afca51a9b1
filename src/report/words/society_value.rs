//! The words of the tables of what results are worth to society.

use crate::analysis::society_value::ValueResult;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::number::{exact_amount, whole};
use crate::text::say;

label_table!(
    /// The words of the tables of what results are worth; `{per_year}` becomes what the period of the figures says.
    pub(in crate::report) fn words(language: Language) -> &'static Words {
        caption = (
            "Vad insatsernas resultat är värda för samhället{per_year}, inte förbundens pengar",
            "What the results of insatser are worth to society{per_year}, not the förbund's money",
        );
        compared = (
            "Vad insatsernas resultat är värda för samhället{per_year}, inte förbundens pengar, alla förbund",
            "What the results of insatser are worth to society{per_year}, not the förbund's money, all förbund",
        );
        after = ("Förbund efteråt", "Förbund afterwards");
        cost = ("Insatser med resultat", "Insatser with results");
        lowest = ("Värde, lägst", "Value, lowest");
        highest = ("Högst", "Highest");
        shortest = ("Månader, kortast", "Months, shortest");
        longest = ("Längst", "Longest");
        note_not_money = (
            "Värdet tillfaller samhället och är inte förbundens pengar: det ingår inte i några intäkter, bidrag eller andra belopp.",
            "The value is society's and not the förbund's money: it is in no income, contribution or other amount.",
        );
        note_value = (
            "Värde: personerna med varje resultat under ett år gånger filens värde; ett resultat utan värde räknas inte. Insatser med \
             resultat: vad alla insatser kostar som anger resultat, med eller utan värde.",
            "Value: the persons with each result in a year times the value of the file; a result without one counts nothing. Insatser \
             with results: what all insatser cost that state results, with a value or without.",
        );
        note_lacking = (
            "–: okänt, eftersom resultaten bara har värden som är noll eller inga alls.",
            "–: unknown, as the results have only values of zero or none at all.",
        );
        note_months = (
            "Månader tills insatserna är återbetalda: kostnaden delad med värdet per år. Så länge måste resultaten bestå för att vara \
             värda vad insatserna kostar.",
            "Months until the insatser are paid back: the cost divided by the value a year. So long must results last to be worth \
             what the insatser cost.",
        );
    }
);

/// What a person with a result is worth, and by whom.
pub(in crate::report) fn value(language: Language, value: &ValueResult) -> String {
    let ValueResult { resultat, source, .. } = value;
    let high = exact_amount(language, value.high);
    let range = match value.low {
        low if low == value.high => high,
        low => format!("{}–{high}", whole(language, low.get())),
    };
    say!(
        language,
        "Värdet av {resultat}: {range} per person och år ({source}).",
        "The value of {resultat}: {range} per person and year ({source})."
    )
}
