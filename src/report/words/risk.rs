//! What is said of a run of draws.

use super::period::Period;
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
        nine_of_ten = ("nio av tio utfall", "nine of ten outcomes");
        half = ("hälften av utfallen", "half of the outcomes");
        middle = ("mitten: hälften över, hälften under", "the middle: half above, half below");
        middle_short = ("Mitten", "Middle");
        one_in_twenty_above = ("Ett av tjugo över", "One in twenty above");
        one_in_twenty_below = ("Ett av tjugo under", "One in twenty below");
        range = ("Spann", "Range");
        kommuner = ("Kommunerna", "The kommuner");
        note_range = (
            "Spann: nio av tio utfall (-), hälften av dem (=), mitten (|) och noll (0), på samma skala i hela tabellen.",
            "Range: nine of ten outcomes (-), half of them (=), the middle (|) and zero (0), on one scale in all of the table.",
        );
        note_fan = (
            "Mörkt: hälften av utfallen. Ljust: nio av tio. Strecket är mitten. Alla alternativ har samma skala.",
            "Dark: half of the outcomes. Light: nine of ten. The line is the middle. All alternatives have one scale.",
        );
        column_leaves_more = (
            "procent av utfallen där raden lämnar mer än kolumnen",
            "percent of the outcomes in which the row leaves more than the column",
        );
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

/// What a figure is called, from its path: "Insatser, netto"; with the years of a path also of which year it is.
#[must_use]
pub fn metric(language: Language, path: &str, years: &[i64]) -> String {
    let labels = labels(language);
    let sum = match path.rsplit('.').next() {
        Some("state") => labels.state,
        Some("total") => labels.total,
        Some("kansli") => labels.kansli,
        Some("insatser_after_one_off") => labels.accumulated,
        _ => labels.insatser,
    };
    // A kansli costs what it costs, gross and net.
    let side = match path {
        _ if path.ends_with(".kansli") => String::new(),
        _ if path.contains(".net.") => format!(", {}", labels.net),
        _ => format!(", {}", labels.gross),
    };
    let place = path.strip_prefix("path.years.").and_then(|rest| rest.split('.').next());
    let year = match place {
        Some(place) => place.parse::<usize>().ok().and_then(|place| years.get(place)),
        // What stands outside the path is of its last year.
        None => years.last().filter(|_| path.starts_with("delta.")),
    };
    let year = year.map(|year| format!(", {year}")).unwrap_or_default();
    format!("{sum}{side}{year}")
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

/// A share in hundredths of a percent, in whole percent; what is not quite never or always is not rounded to it.
#[must_use]
pub fn in_percent(language: Language, hundredths: u16) -> String {
    let space = language.pick("\u{a0}", "");
    format!("{}{space}%", percent(hundredths))
}

/// The same where the unit stands elsewhere.
#[must_use]
pub fn percent(hundredths: u16) -> String {
    match hundredths {
        1..=99 => "<1".to_owned(),
        9_901..=9_999 => ">99".to_owned(),
        _ => ((hundredths + 50) / 100).to_string(),
    }
}

/// The caption of how the outcomes of all alternatives spread, and the unit of its chart.
#[must_use]
pub fn change_of(language: Language, metric: &str) -> String {
    say!(language, "{metric}: förändring, kr", "{metric}: change, kr")
}

/// The caption of the table of how they spread.
#[must_use]
pub fn spread(language: Language, metric: &str, period: Period) -> String {
    let today = period.with_today(language);
    say!(language, "{metric}: utfallen mot {today}", "{metric}: the outcomes against {today}")
}

/// The caption of the outcomes of an alternative year by year.
#[must_use]
pub fn spread_by_year(language: Language, scenario: &str, metric: &str, period: Period) -> String {
    let (metric, today) = (lower_first(metric), period.with_today(language));
    say!(
        language,
        "{scenario}: {metric}, år för år mot {today}",
        "{scenario}: {metric}, year by year against {today}"
    )
}

/// How often an alternative leaves less than today.
#[must_use]
pub fn less_than_today(language: Language, period: Period, percent: &str) -> String {
    let today = period.today(language);
    say!(language, "mindre än {today}: {percent}", "less than {today}: {percent}")
}

/// How the outcomes of something spread.
#[must_use]
pub fn spreads(language: Language, name: &str, low: &str, middle: &str, high: &str) -> String {
    say!(
        language,
        "{name}: mitten {middle}, nio av tio mellan {low} och {high} kr",
        "{name}: middle {middle}, nine of ten between {low} and {high} kr"
    )
}

/// The title of the chart of how outcomes spread: how often the best alternative leaves more than today.
#[must_use]
pub fn leaves_more_in(
    language: Language,
    scenario: &str,
    period: Period,
    percent: &str,
    metric: &str,
) -> String {
    let (metric, today) = (lower_first(metric), period.today(language));
    say!(
        language,
        "{scenario} ger mer än {today} i {percent} av utfallen ({metric})",
        "{scenario} gives more than {today} in {percent} of the outcomes ({metric})"
    )
}

/// How often one leaves more than another.
#[must_use]
pub fn beats_in(language: Language, one: &str, other: &str, percent: &str) -> String {
    say!(
        language,
        "{one} lämnar mer än {other} i {percent} av utfallen",
        "{one} leaves more than {other} in {percent} of the outcomes"
    )
}

/// The title of the chart of an alternative year by year.
#[must_use]
pub fn fan(language: Language, scenario: &str, metric: &str, (first, last): (i64, i64)) -> String {
    let metric = lower_first(metric);
    say!(
        language,
        "{scenario}: hur säkra åren {first}–{last} är ({metric})",
        "{scenario}: how sure the years {first}–{last} are ({metric})"
    )
}

/// The unit of that chart.
#[must_use]
pub fn millions_against_today(language: Language, period: Period) -> String {
    let today = period.today(language);
    say!(language, "mnkr mer eller mindre än {today}", "million kr more or less than {today}")
}

/// That only so many of the alternatives are drawn.
#[must_use]
pub fn best_drawn(language: Language, drawn: usize, of: usize) -> String {
    say!(
        language,
        "De {drawn} alternativ av {of} visas som lämnar mest i mitten av sina utfall; alla står i tabellerna.",
        "The {drawn} alternatives of {of} are shown that leave most in the middle of their outcomes; all are in the tables."
    )
}

/// An alternative in a sentence: how much it changes, and how often it leaves more than today.
#[must_use]
pub fn in_short(
    language: Language,
    scenario: &str,
    period: Period,
    metric: &str,
    [low, middle, high]: [&str; 3],
    percent: &str,
) -> String {
    let (metric, today) = (lower_first(metric), period.today(language));
    say!(
        language,
        "{scenario} ger mer än {today} i {percent} av utfallen ({metric}). I nio av tio är förändringen mellan {low} och \
         {high} kr, i mitten {middle} kr.",
        "{scenario} gives more than {today} in {percent} of the outcomes ({metric}). In nine of ten the change is between \
         {low} and {high} kr, in the middle {middle} kr."
    )
}

/// That an alternative leaves as much as today in every draw.
#[must_use]
pub fn as_today(language: Language, scenario: &str, period: Period, metric: &str) -> String {
    let (metric, today) = (lower_first(metric), period.today(language));
    say!(
        language,
        "{scenario} ger lika mycket som {today} i alla utfall ({metric}).",
        "{scenario} gives as much as {today} in all outcomes ({metric})."
    )
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
