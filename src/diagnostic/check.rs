//! What can be wrong with a check.

use rust_decimal::Decimal;

use super::declare::problems;
use crate::text::language::Language;
use crate::text::say;

problems!(
    /// What can be wrong with a check.
    pub enum CheckProblem {
        #[error("unknown_metric")]
        #[title("resultatet har ingen ”{metric}”", "the result has no \"{metric}\"")]
        #[label("finns inte i resultatet", "not in the result")]
        #[did_you_mean(nearest)]
        #[help = "Här finns bland annat {existing}. Allt syns med --format json."]
        #[en = "There are, among others, {existing}. --format json shows them all."]
        UnknownMetric { metric: String, nearest: Option<String>, existing: Vec<String> },
        #[error("metric_is_null")]
        #[title("”{metric}” är okänt här", "\"{metric}\" is unknown here")]
        #[label("har inget värde", "has no value")]
        #[help("{reason}", "{reason}")]
        #[with(reason, why_null(metric))]
        MetricIsNull { metric: String },
        #[error("metric_is_no_number")]
        #[title("”{metric}” är inget tal", "\"{metric}\" is not a figure")]
        #[label("är en text, en lista eller en grupp", "is a text, a list or a group")]
        #[help = "Skriv hela sökvägen till ett tal, till exempel delta.gross.state."]
        #[en = "Write the whole path to a figure, for example delta.gross.state."]
        MetricIsNoNumber { metric: String },
        #[error("check_without_bound")]
        #[title("kontrollen säger inte vad som ska gälla", "the check does not say what must hold")]
        #[label("behöver equals, min eller max", "needs equals, min or max")]
        #[help("Lägg till equals = …, eller min och/eller max.", "Add equals = …, or min and/or max.")]
        WithoutBound,
        #[error("check_bounds_conflict")]
        #[title("min är större än max", "min is larger than max")]
        #[label("motsäger det andra", "contradicts the other")]
        #[help = "Ange antingen equals, eller min och max med min högst lika med max."]
        #[en = "Give either equals, or min and max with min at most max."]
        BoundsCrossed,
        #[error("check_bounds_conflict")]
        #[title = "equals kan inte stå tillsammans med min eller max"]
        #[en = "equals cannot be combined with min or max"]
        #[label("motsäger det andra", "contradicts the other")]
        #[help = "Ange antingen equals, eller min och max med min högst lika med max."]
        #[en = "Give either equals, or min and max with min at most max."]
        BoundsConflict,
        #[error("bound_out_of_range")]
        #[title = "”{key}” är större än talet någonsin kan bli"]
        #[en = "\"{key}\" is larger than the figure can ever be"]
        #[label = "talet är alltid mellan {smallest} och {largest}"]
        #[en = "the figure is always between {smallest} and {largest}"]
        #[help = "Kontrollera antalet siffror: en gräns som inget tal kan nå prövar ingenting."]
        #[en = "Check the number of digits: a bound that no figure can reach tests nothing."]
        BoundTooLarge { key: String, smallest: Decimal, largest: Decimal },
        #[error("bound_out_of_range")]
        #[title = "”{key}” är mindre än talet någonsin kan bli"]
        #[en = "\"{key}\" is smaller than the figure can ever be"]
        #[label = "talet är alltid mellan {smallest} och {largest}"]
        #[en = "the figure is always between {smallest} and {largest}"]
        #[help = "En gräns som inget tal kan nå prövar ingenting. Menas en förändring, så börjar metric med \
            delta."]
        #[en = "A bound that no figure can reach tests nothing. If a change is meant, metric begins with \
            delta."]
        #[when(is_never_negative)]
        #[help = "Kontrollera antalet siffror: en gräns som inget tal kan nå prövar ingenting."]
        #[en = "Check the number of digits: a bound that no figure can reach tests nothing."]
        #[with(is_never_negative, is_zero(smallest))]
        BoundTooSmall { key: String, smallest: Decimal, largest: Decimal },
        #[error("metric_too_fine")]
        #[title = "”{metric}” har för många siffror för att prövas exakt"]
        #[en = "\"{metric}\" has too many digits to be tested exactly"]
        #[label("kan inte jämföras", "cannot be compared")]
        #[help = "Avrunda kolumnen i kommuntabellen till högst tolv decimaler."]
        #[en = "Round the column of the kommun table to at most twelve decimals."]
        MetricTooFine { metric: String },
        #[error("check_two_rows")]
        #[title("kontrollen nämner flera rader", "the check names several rows")]
        #[label("en rad i taget", "one row at a time")]
        #[help("Ange ett av forbund, kommun och region.", "Give one of forbund, kommun and region.")]
        TwoRows,
        #[error("redistribution_without_row")]
        #[title("redistribution gäller bara en rad", "redistribution is only for a row")]
        #[label("ingen rad är nämnd", "no row is named")]
        #[help = "Skriv gross eller net i sökvägen i stället: delta.net.total."]
        #[en = "Write gross or net in the path instead: delta.net.total."]
        RedistributionWithoutRow,
        #[error("negative_tolerance")]
        #[title("toleransen är negativ", "the tolerance is negative")]
        #[label("mindre än noll", "less than zero")]
        #[help("Skriv hur mycket som får skilja, åt båda håll.", "Write how much it may differ, either way.")]
        NegativeTolerance,
    }
);

fn is_zero(_: Language, number: &Decimal) -> bool {
    number.is_zero()
}

/// Why a figure can be unknown, by what it is a figure of.
fn why_null(language: Language, metric: &str) -> String {
    if metric.contains("engangskostnad") || metric.contains("payback_years") {
        return say!(
            language,
            "Känt bara när en ändring anger engangskostnad och, för återbetalningen, pengarna till insatser \
             ökar.",
            "Known only when a change states engangskostnad and, for paying it back, the money for insatser \
             rises."
        );
    }
    if metric.contains("saving_needed_per_forbund") {
        return say!(
            language,
            "Finns bara när förbunden blir färre, och netto bara när anslaget och antalet övriga förbund är \
             kända.",
            "Known only when there are fewer förbund, and net only when the appropriation and the number of \
             other förbund are known."
        );
    }
    if metric.starts_with("criteria.") {
        return say!(
            language,
            "En kommun saknar uppgiften eller platsen, är inte med, eller är i ett förbund utanför \
             utgångsläget.",
            "A kommun has no figure or no location, does not take part, or is in a förbund outside the \
             baseline."
        );
    }
    if metric.starts_with("insats.") {
        return say!(
            language,
            "Känt bara när alla insatser som det räknas av anger uppgiften.",
            "Known only when all insatser that it is computed of state the figure."
        );
    }
    if metric.starts_with("positions.") {
        return say!(
            language,
            "En part har en rang bara för det som den rangordnar, och något som hjälper bara om den blockerar.",
            "A party has a rank only for what it ranks, and something that helps only where it blocks."
        );
    }
    if metric.starts_with("boards.") {
        return say!(
            language,
            "Känt bara när varje styrelse anger uppgiften, för arvoden också timmar och möten.",
            "Known only when every board states the figure, for arvoden hours and meetings too."
        );
    }
    if metric.contains("kansli") || metric.contains("insatser") {
        return say!(
            language,
            "Kansli och insatser är kända bara när kostnaden för varje förbunds kansli är det.",
            "Kansli and insatser are known only when the cost of every förbund's kansli is."
        );
    }
    if metric.contains("contribution") {
        return say!(
            language,
            "Den som inte är med i något förbund i dag eller efteråt betalar inget då.",
            "A kommun that is in no förbund, today or afterwards, pays nothing then."
        );
    }
    say!(
        language,
        "Netto är känt bara när utgångsläget anger anslaget och antalet övriga förbund.",
        "Net is known only when the baseline states the appropriation and the number of other förbund."
    )
}
