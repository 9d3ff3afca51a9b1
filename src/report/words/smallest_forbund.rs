//! The words of the tables of the smallest förbund that bears a kansli.

use crate::analysis::smallest_forbund::SmallestForbundResult;
use crate::report::words::period::Period;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::{number, say};

label_table!(
    /// The words of the tables of the smallest förbund.
    pub(in crate::report) fn words(language: Language) -> &'static Words {
        below = ("Mindre än minsta", "Below smallest");
        yes = ("ja", "yes");
        no = ("nej", "no");
        smallest = ("Minsta förbund", "Smallest förbund");
        smallest_gross = ("Minsta, inv. 16–64, brutto", "Smallest, inh. 16–64, gross");
        smallest_net = ("Minsta, inv. 16–64, netto", "Smallest, inh. 16–64, net");
        who_is_below = ("Mindre", "Smaller");
        any_size = ("alla storlekar", "any size");
        note_mean_of_country = (
            "Minsta förbund: med landets försörjningsmått per invånare 16–64 år, före regler som begränsar statens medel. Har ett förbund \
             mer eller mindre per invånare än så bär det mer eller mindre än vad storleken säger.",
            "Smallest förbund: with the country's försörjningsmått per inhabitant 16–64, before rules that bound state money. A förbund \
             with more or less for each inhabitant bears more or less than its size says.",
        );
        note_mean_of_file = (
            "Minsta förbund: med så mycket av statens medel per invånare 16–64 år, utöver grundtilldelningen, som filens förbund har \
             tillsammans. Har ett förbund mer eller mindre per invånare än så bär det mer eller mindre än vad storleken säger.",
            "Smallest förbund: with as much of the state's money per inhabitant 16–64, beside the base grant, as the förbund of the file \
             have together. A förbund with more or less for each inhabitant bears more or less than its size says.",
        );
        note_own = (
            "Kansli, % av intäkterna: vad ett sådant kansli skulle ta av förbundets egna beräknade intäkter.",
            "Kansli, % of income: what such a kansli would take of the förbund's own computed income.",
        );
        note_any_size = (
            "Alla storlekar: intäkterna av grundtilldelningen räcker ensamma.",
            "Any size: the income from the base grant suffices alone.",
        );
        note_unknown = (
            "– går inte att beräkna: utöver grundtilldelningen finns inga medel som följer invånarna.",
            "– cannot be known: beside the base grant there is no money that follows the inhabitants.",
        );
    }
);

/// What kansli, and how much of the income it may take.
pub(in crate::report) fn caption(
    language: Language,
    found: &SmallestForbundResult,
    period: Period,
) -> String {
    let kansli = number::exact_amount(language, found.kansli);
    let share = number::share(language, &found.most_share);
    let year = period.beside(language);
    say!(
        language,
        "Hur stort ett förbund måste vara för att ett kansli på {kansli} ska ta högst {share} av intäkterna{year}",
        "How large a förbund must be for a kansli of {kansli} to take at most {share} of its income{year}"
    )
}
