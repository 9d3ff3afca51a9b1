//! How what an assumption names is put into words.

use rust_decimal::Decimal;

use crate::input::baseline::{ChangedBudget, Defaults};
use crate::input::sources_file::stated_title;
use crate::model::kansli::SplitBy;
use crate::model::key::Key;
use crate::model::rules::{Ceiling, PastBaseGrant};
use crate::text::language::Language;
use crate::text::localize::{Condition, Localize, Localized};
use crate::text::{number, say};

/// Who has a cap, by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CappedPayer {
    /// A region or a kommun.
    Party(String),
    /// All parties of a förbund.
    Forbund(String),
    /// All parties of all förbund of the file.
    All,
}

pub(super) fn capped_payer(language: Language, who: &CappedPayer) -> String {
    match who {
        CappedPayer::Party(name) => {
            say!(language, "{name} betalar i alla sina förbund", "{name} pays in all its förbund")
        }
        CappedPayer::Forbund(name) => {
            say!(language, "Alla parter i {name} betalar tillsammans", "All parties of {name} together pay")
        }
        CappedPayer::All => say!(
            language,
            "Alla parter i filens alla förbund betalar tillsammans",
            "All parties of all förbund of the file together pay"
        ),
    }
}

pub(super) fn cap_ceiling(language: Language, most: &Ceiling) -> String {
    match *most {
        Ceiling::Most(most) => {
            let most = most.localize(language);
            say!(language, "högst {most}", "at most {most}")
        }
        Ceiling::Share { share, of } => {
            let (share, of) = (number::share(language, &share), of.localize(language));
            say!(language, "högst {share} av {of}", "at most {share} of {of}")
        }
    }
}

/// Where a cap comes from.
#[expect(clippy::ref_option, reason = "fields are passed by reference")]
pub(super) fn cap_source(_: Language, source: &Option<String>) -> String {
    source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default()
}

/// In which years the guard is in force; in all but the first where none are named.
pub(super) fn guard_years(language: Language, years: &[i64]) -> String {
    if years.is_empty() {
        return String::new();
    }
    let years = years_in_sentence(language, years);
    say!(language, ", under {years}", ", in {years}")
}

/// How the base grants of the year before count.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
pub(super) fn past_base_grants(language: Language, base_grant: &PastBaseGrant) -> String {
    let words = match base_grant {
        PastBaseGrant::Lapses => language.pick(
            "Året före räknas med en grundtilldelning för varje förbund.",
            "The year before counts one base grant for each förbund.",
        ),
        PastBaseGrant::Follows => language.pick(
            "Förra årets grundtilldelningar följer kommunerna, efter invånare 16–64 år.",
            "The base grants of the year before go with the kommuner, by inhabitants 16–64.",
        ),
    };
    words.to_owned()
}

/// Whom the guard does not hold for.
#[expect(clippy::ref_option, reason = "fields are passed by reference")]
pub(super) fn guard_exception(language: Language, except: &Option<Decimal>) -> String {
    let Some(except) = except else { return String::new() };
    let share = number::share(language, except);
    say!(
        language,
        " Den gäller inte där det egna kapitalet är mer än {share} av förra årets intäkter.",
        " It does not hold where the equity is above {share} of the income of the year before."
    )
}

/// How many years old the figures are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lag(pub i64);

impl Condition for Lag {
    fn holds(&self) -> bool {
        self.0 > 0
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
pub(super) fn lag_in_sentence(language: Language, lag: &Lag) -> String {
    let years = usize::try_from(lag.0).expect("a number of years");
    let words = number::in_words(language, years);
    let years_before = if years == 1 { "year before" } else { "years before" };
    say!(language, "{words} år tidigare", "{words} {years_before}")
}

/// A year without a blank between its thousands.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
pub(super) fn year_in_sentence(_: Language, year: &i64) -> String {
    year.to_string()
}

pub(super) fn years_in_sentence(language: Language, years: &[i64]) -> String {
    language.list(&years.iter().map(i64::to_string).collect::<Vec<_>>())
}

/// A sentence of its own, where something was left to its default.
impl Localize for Defaults {
    fn localize(&self, language: Language) -> String {
        if !self.base_grant && !self.weights {
            return String::new();
        }
        say!(
            language,
            " Utgångsläget anger inte alla dessa tal; modellens egna används.",
            " The baseline does not state all these numbers; those of the model are used."
        )
    }
}

/// How a key divides.
impl Localize for Key {
    fn localize(&self, language: Language) -> String {
        match self {
            Key::Befolkning => say!(language, "efter invånare 16–64 år", "by inhabitants 16–64"),
            Key::Folkmangd => say!(language, "efter folkmängd", "by all inhabitants"),
            Key::Forsorjningsmatt => say!(language, "efter försörjningsmått", "by försörjningsmått"),
            Key::Lika => say!(language, "lika", "alike"),
            Key::Explicit(_) => say!(
                language,
                "efter de överenskomna tal som utgångsläget anger",
                "by the agreed numbers of the baseline"
            ),
            Key::Mixed { parts, minimum } => {
                let part = |(share, key): &(Decimal, Self)| {
                    let (share, key) = (number::share(language, share), Localized(key, language));
                    say!(language, "till {share} {key}", "{share} {key}")
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                let parts = language.list(&parts);
                let Some(minimum) = minimum else { return parts };
                let minimum = Localized(minimum, language);
                say!(
                    language,
                    "{parts}, minst {minimum} per kommun",
                    "{parts}, at least {minimum} per kommun"
                )
            }
        }
    }
}

/// How what is shared today is divided today.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
pub(super) fn split_today(language: Language, split_by: &SplitBy) -> String {
    match split_by {
        SplitBy::Budget => say!(language, "efter samlade intäkter, brutto", "by total income, gross"),
        other => other.localize(language),
    }
}

/// A kansli, or its items that are shared.
pub(super) fn what_is_shared(language: Language, items: &[String]) -> String {
    if items.is_empty() { say!(language, "ett kansli", "a kansli") } else { language.list(items) }
}

/// How a shared kansli is divided.
impl Localize for SplitBy {
    fn localize(&self, language: Language) -> String {
        match self {
            SplitBy::Budget => say!(
                language,
                "efter samlade intäkter efter ändringarna, brutto",
                "by total income after the changes, gross"
            ),
            SplitBy::Lika => say!(language, "lika", "alike"),
            SplitBy::Befolkning => say!(language, "efter invånare 16–64 år", "by inhabitants 16–64"),
            SplitBy::Shares => say!(language, "efter överenskomna andelar", "by agreed shares"),
        }
    }
}

pub(super) fn changed(language: Language, budgets: &[ChangedBudget]) -> String {
    let changes = budgets.iter().map(|ChangedBudget { forbund, budget, used }| {
        let (budget, used) = (Localized(budget, language), Localized(used, language));
        say!(language, "{forbund}: {used} i stället för {budget}", "{forbund}: {used} instead of {budget}")
    });
    changes.collect::<Vec<_>>().join("; ")
}

pub(super) fn among_regions(language: Language, key: &Key) -> String {
    let how = Localized(key, language);
    match key {
        Key::Lika => say!(
            language,
            "{how}, oavsett hur många kommuner de har där",
            "equally, however many kommuner they have in it"
        ),
        _ => say!(language, "{how} i deras kommuner där", "{how} of their kommuner in it"),
    }
}

pub(super) fn joined(language: Language, held: &[String], entering: &[String]) -> String {
    let mut sentences = Vec::new();
    if !held.is_empty() {
        let held = language.list(held);
        sentences.push(say!(
            language,
            "Från inget av utgångslägets förbund, men räknade till resten av riket redan i dag: {held}. \
             Nämnarna ändras inte.",
            "From none of the baseline's förbund, but counted in the rest of the country already: {held}. \
             The denominators stay."
        ));
    }
    if !entering.is_empty() {
        let entering = language.list(entering);
        sentences.push(say!(
            language,
            "Från inget förbund alls: {entering}. Netto höjer det rikets summor och späder ut alla andra; \
             brutto tar varje kommun med sin egen del.",
            "From no förbund at all: {entering}. Net, this raises the country's sums and dilutes all others; \
             gross, each kommun brings its own part."
        ));
    }
    sentences.join(" ")
}

pub(super) fn passed(language: Language, to: &[String], stated: &[String]) -> String {
    let receivers = language.list(to);
    if to.len() == 1 && stated.is_empty() {
        return say!(
            language,
            "hela dess kansli går över till {receivers}.",
            "all of its kansli passes to {receivers}."
        );
    }
    say!(
        language,
        "dess kansli går över till {receivers} efter mottagna invånare 16–64 år.",
        "its kansli passes to {receivers} by inhabitants 16–64 received."
    )
}

pub(super) fn share_in_stated(language: Language, stated: &[String]) -> String {
    if stated.is_empty() {
        return String::new();
    }
    let stated = language.list(stated);
    say!(
        language,
        " {stated} har sin del i den kostnad som scenariot anger.",
        " {stated} has its share in the cost that the scenario states."
    )
}

pub(super) fn without_full_stop(language: Language, title: &str) -> String {
    stated_title(language, title, None).trim_end_matches('.').to_owned()
}
