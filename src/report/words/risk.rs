//! What is said of a run of draws.

use super::sentence::lower_first;
use crate::risk::result::Risk;
use crate::text::label::label_table;
use crate::text::language::Language;
use crate::text::localize::Localize;
use crate::text::say;

label_table!(
    /// The short texts of a run of draws.
    pub fn labels(language: Language) -> &'static Labels {
        title = ("Hur säkert är det?", "How sure is it?");
        leaves_more = ("Lämnar mer än", "Leaves more than");
        figure = ("Förändring per år", "Change per year");
        mean = ("Medel", "Mean");
        error = ("Medelfel", "Std. error");
        sd = ("Std.avv.", "Std. dev.");
        below_zero = ("Under noll, %", "Below zero, %");
        pays_more = (
            "Andel av dragningarna där kommunen betalar mer än i dag, %",
            "Share of draws in which the kommun pays more than today, %",
        );
        note_ranks = ("Lika delar den bästa platsen.", "Equals share the best rank.");
        note_error = (
            "± är medelfelet: så mycket kan andelen bero på slumpen i dragningarna.",
            "± is the standard error: so much may the share be due to the chance of the draws.",
        );
        note_same = (
            "Alla alternativ ser samma dragningar, i hela kronor ur samma modell.",
            "All alternatives see the same draws, in whole kronor of the same model.",
        );
        state = ("Staten", "State");
        total = ("Intäkter", "Income");
        kansli = ("Kansli", "Kansli");
        insatser = ("Insatser", "Insatser");
        gross = ("brutto", "gross");
        net = ("netto", "net");
        accumulated = ("Insatser efter engångskostnader, alla år", "Insatser after one-off costs, all years");
    }
);

/// What a figure is called, from its path: "Insatser, netto".
#[must_use]
pub fn metric(language: Language, path: &str, years: &[i64]) -> String {
    let labels = labels(language);
    let sum = match path.rsplit('.').next() {
        Some("state") => labels.state,
        Some("total") => labels.total,
        Some("kansli") => return labels.kansli.to_owned(),
        Some("insatser_after_one_off") => labels.accumulated,
        _ => labels.insatser,
    };
    let side = if path.contains(".net.") { labels.net } else { labels.gross };
    let year = path.strip_prefix("path.years.").and_then(|rest| rest.split('.').next());
    let year = year.and_then(|place| years.get(place.parse::<usize>().ok()?));
    let year = year.map(|year| format!(", {year}")).unwrap_or_default();
    format!("{sum}, {side}{year}")
}

/// The caption of the matrix.
#[must_use]
pub fn beats(language: Language, metric: &str) -> String {
    let metric = lower_first(metric);
    say!(
        language,
        "Andel av dragningarna där alternativet på raden lämnar mer än det i kolumnen, {metric}, %",
        "Share of draws in which the alternative of the row leaves more than that of the column, {metric}, %"
    )
}

/// The caption of the ranks.
#[must_use]
pub fn ranks(language: Language, metric: &str) -> String {
    let metric = lower_first(metric);
    say!(
        language,
        "Andel av dragningarna på varje plats, {metric}, %",
        "Share of draws at each rank, {metric}, %"
    )
}

/// The caption of the figures of an alternative.
#[must_use]
pub fn figures(language: Language, scenario: &str) -> String {
    say!(language, "{scenario}: hur utfallen sprids", "{scenario}: how the outcomes spread")
}

/// How many draws of how many numbers.
#[must_use]
pub fn draws(language: Language, risk: &Risk) -> String {
    let (draws, numbers) =
        ((risk.draws + risk.left_out).localize(language), risk.head.numbers.localize(language));
    let seed = risk.head.seed.to_string();
    say!(
        language,
        "{draws} dragningar av {numbers} osäkra tal, med frö {seed}.",
        "{draws} draws of {numbers} uncertain numbers, with seed {seed}."
    )
}

/// How wide the bins of quantiles are.
#[must_use]
pub fn bins(language: Language, width: i64) -> String {
    let width = u64::try_from(width).unwrap_or_default().localize(language);
    say!(
        language,
        "Kvantilerna är avlästa i klasser, från {width} kr breda: dragningarna är för många för att alla ska sparas.",
        "The quantiles are read off bins, from {width} kr wide: there are too many draws to keep all."
    )
}

/// That the run was ended early.
#[must_use]
pub fn interrupted(language: Language, risk: &Risk) -> String {
    let made = (risk.draws + risk.left_out).localize(language);
    let asked = risk.head.draws.localize(language);
    say!(
        language,
        "Avbruten: {made} av {asked} dragningar är gjorda.",
        "Interrupted: {made} of {asked} draws were made."
    )
}

/// That there are too few draws for quantiles.
#[must_use]
pub fn few_draws(language: Language, draws: u64) -> String {
    let draws = draws.localize(language);
    say!(
        language,
        "{draws} dragningar är få: utfallen vid 5 och 95 procent vilar på färre än 50 var.",
        "{draws} draws are few: the outcomes at 5 and 95 percent rest on fewer than 50 each."
    )
}

/// That some draws could not be computed.
#[must_use]
pub fn left_out(language: Language, count: u64) -> String {
    let count = count.localize(language);
    say!(
        language,
        "{count} dragningar gick inte att beräkna och är utelämnade ur alla alternativ.",
        "{count} draws could not be computed and are left out of all alternatives."
    )
}

/// That it cannot be told which of two leaves more more often.
#[must_use]
pub fn undecided(language: Language, one: &str, other: &str) -> String {
    say!(
        language,
        "Dragningarna är för få för att säga om {one} eller {other} oftare lämnar mer.",
        "The draws are too few to tell whether {one} or {other} leaves more more often."
    )
}
