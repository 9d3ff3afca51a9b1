//! The words of the draft that parties decide on.

use crate::model::kronor::Kronor;
use crate::model::path::Month;
use crate::text::language::Language;
use crate::text::number;
use crate::text::{label::label_table, say};

label_table!(
    /// The short texts of a letter of intent and its time plan, in one language.
    pub fn labels(language: Language) -> &'static DecisionLabels {
        party = ("Part", "Party");
        state = ("Staten", "The state");
        regions = ("Regioner", "Regions");
        decided = ("Beslut den, av", "Decided on, by");
        signature = ("Underskrift, namn och befattning", "Signature, name and position");
        signatures = ("Underskrifter", "Signatures");
        note_signatures = (
            "Tomma rutor fylls i av parterna. Varje part fattar sitt eget beslut.",
            "The parties fill in the empty cells. Each party takes its own decision.",
        );
        step = ("Steg", "Step");
        months_before = ("Månader från start", "Months from the start");
        when = ("När", "When");
        plan_assumptions = ("Vad tidsplanen vilar på", "What the time plan rests on");
    }
);

/// The bodies that stand for the state.
pub const STATE_PARTIES: [&str; 2] = ["Försäkringskassan", "Arbetsförmedlingen"];

/// A step of the plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The first and the last month, counted from the start: month 0 is the first with the new förbund.
    pub months: (i64, i64),
    text: [&'static str; 2],
}

impl Step {
    /// What is done in it.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        language.pick(self.text[0], self.text[1])
    }
}

/// Where the parties sign the letter.
const LETTER: Step = Step {
    months: (-18, -16),
    text: [
        "Styrelserna tar ställning, och parterna undertecknar avsiktsförklaringen",
        "The boards take a stand, and the parties sign the letter of intent",
    ],
};

/// Where the parties decide.
const DECISIONS: Step = Step {
    months: (-11, -6),
    text: [
        "Politisk beredning och beslut, även om förbundsordning, säte och eget kapital",
        "Political preparation and decisions, on förbundsordning, seat and equity too",
    ],
};

/// The steps of Integratia 2017, whose start was 1 January 2019. Where no förbund gets more to do nobody is recruited:
/// what those leave behind who leave is settled then.
#[must_use]
pub fn steps(recruits: bool) -> [Step; 6] {
    let people = if recruits {
        [
            "Rekrytering: förbundschef, processledare, ekonom och administratör",
            "Recruiting: förbundschef, process leader, economist and administrator",
        ]
    } else {
        [
            "Överenskommelse om personal, pågående insatser och tillgångar",
            "Agreement on staff, ongoing insatser and assets",
        ]
    };
    [
        LETTER,
        Step {
            months: (-15, -12),
            text: ["Budget och styrning förbereds", "Budget and steering are prepared"],
        },
        DECISIONS,
        Step { months: (-5, -4), text: people },
        Step { months: (-3, -1), text: ["Rutiner", "Routines"] },
        Step { months: (0, 0), text: ["Start", "Start"] },
    ]
}

/// The title of the letter.
#[must_use]
pub fn letter_of(language: Language, name: &str) -> String {
    say!(language, "Utkast till avsiktsförklaring: {name}", "Draft of a letter of intent: {name}")
}

/// The title of the plan.
#[must_use]
pub fn plan_of(language: Language, name: &str) -> String {
    say!(language, "Utkast till tidsplan: {name}", "Draft of a time plan: {name}")
}

/// That it is a draft, and what is to be done with it.
#[must_use]
pub fn is_a_draft(language: Language) -> &'static str {
    language.pick(
        "Utkast: ett förslag till text, inte ett beslut. Beloppen är beräknade och vilar på rapportens \
         antaganden. Vad som står inom hakparenteser, och de tomma rutorna, fyller parterna i.",
        "Draft: a proposal for a text, not a decision. The amounts are computed and rest on the \
         assumptions of the report. The parties fill in what stands in square brackets, and the empty \
         cells.",
    )
}

/// Who the parties are.
#[must_use]
pub fn parties(language: Language, kommuner: &[&str], regions: &[&str]) -> String {
    let [fk, af] = STATE_PARTIES;
    let of_kommuner = match kommuner {
        [one] => say!(language, "kommunen {one}", "the kommun {one}"),
        several => {
            let several = language.list(several);
            say!(language, "kommunerna {several}", "the kommuner {several}")
        }
    };
    let regions = language.list(regions);
    say!(
        language,
        "Parter: {of_kommuner}; {regions}; staten genom {fk} och {af}.",
        "Parties: {of_kommuner}; {regions}; the state through {fk} and {af}."
    )
}

/// What they intend, and from when.
#[must_use]
pub fn intention(language: Language, name: &str, steps: &[(Option<Month>, &[String], bool)]) -> String {
    let from = |from: Option<Month>| match from {
        Some(from) => first_of(language, from),
        None => language.pick("[startdatum]", "[date of the start]").to_owned(),
    };
    match steps {
        [(date, ..)] => {
            let date = from(*date);
            say!(
                language,
                "Avsikt: parterna avser att samverka enligt alternativet ”{name}” från {date}.",
                "Intention: the parties intend to work together as in the alternative \"{name}\" from \
                 {date}."
            )
        }
        steps => {
            let steps = steps.iter().map(|(date, forbund, shares)| {
                let (date, what) = (from(*date), what_starts(language, forbund, *shares));
                if what.is_empty() { date } else { format!("{date} ({what})") }
            });
            let steps = language.list(&steps.collect::<Vec<_>>());
            if steps.is_empty() {
                return say!(
                    language,
                    "Avsikt: parterna avser att samverka enligt alternativet ”{name}”, där förbunden är \
                     som i dag.",
                    "Intention: the parties intend to work together as in the alternative \"{name}\", \
                     where the förbund are as today."
                );
            }
            say!(
                language,
                "Avsikt: parterna avser att samverka enligt alternativet ”{name}”, i steg från {steps}.",
                "Intention: the parties intend to work together as in the alternative \"{name}\", in steps \
                 from {steps}."
            )
        }
    }
}

/// Which förbund start, and whether some share a kansli.
fn what_starts(language: Language, forbund: &[String], shares: bool) -> String {
    let kansli = shares.then(|| language.pick("gemensamt kansli", "a shared kansli").to_owned());
    let all: Vec<String> = forbund.iter().cloned().chain(kansli).collect();
    language.list(&all)
}

/// The förbund that there are no longer.
#[must_use]
pub fn cease(language: Language, forbund: &[&str]) -> String {
    let forbund = language.list(forbund);
    say!(language, "Förbund som upphör: {forbund}.", "Förbund that cease: {forbund}.")
}

/// What a förbund consists of.
#[must_use]
pub fn consists_of(
    language: Language,
    name: &str,
    kommuner: &[&str],
    seat: Option<&str>,
    outside: bool,
) -> String {
    let members = language.list(kommuner);
    if outside {
        return say!(
            language,
            "{members} går till {name}, utanför utgångsläget. Dess parter måste också vara överens: \
             [parter].",
            "{members} go to {name}, outside the baseline. Its parties must agree too: [parties]."
        );
    }
    let seat = seat.unwrap_or(language.pick("[ort]", "[place]"));
    say!(language, "{name} består av {members}. Säte: {seat}.", "{name} consists of {members}. Seat: {seat}.")
}

/// Who is in no förbund afterwards.
#[must_use]
pub fn in_none(language: Language, kommuner: &[&str]) -> String {
    let members = language.list(kommuner);
    say!(language, "Inte längre i något förbund: {members}.", "No longer in any förbund: {members}.")
}

/// What changes in money.
#[must_use]
pub fn money(language: Language, sentences: &str) -> String {
    say!(
        language,
        "Ekonomi: {sentences} Vad var och en bidrar med, och vad kanslier och insatser får, står i \
         tabellerna nedan.",
        "Money: {sentences} What each contributes, and what kanslier and insatser have, is in the tables \
         below."
    )
}

/// What the changes cost once.
#[must_use]
pub fn one_off(language: Language, all: Option<Kronor>, by_year: &[(i64, Kronor)]) -> String {
    let Some(all) = all else {
        return language
            .pick(
                "Engångskostnader: scenariot anger inga. [Belopp, och hur de delas.]",
                "One-off costs: the scenario states none. [Amount, and how they are shared.]",
            )
            .to_owned();
    };
    let all = number::exact_amount(language, all);
    let years = by_year.iter().map(|(year, cost)| {
        let cost = number::exact_amount(language, *cost);
        format!("{year}: {cost}")
    });
    let years = years.collect::<Vec<_>>().join("; ");
    let years = if years.is_empty() { years } else { format!(" ({years})") };
    say!(
        language,
        "Engångskostnader: {all}{years}. [Hur de delas.]",
        "One-off costs: {all}{years}. [How they are shared.]"
    )
}

/// Who decides on equity.
#[must_use]
pub fn equity(language: Language) -> &'static str {
    language.pick(
        "Eget kapital: medlemmarna beslutar om det som är kvar när de beslutar om den nya \
         förbundsordningen.",
        "Equity: the members decide on what is left when they decide on the new förbundsordning.",
    )
}

/// On what it depends.
#[must_use]
pub fn conditions(language: Language) -> &'static str {
    language.pick(
        "Villkor: alla medlemmar måste vara överens. Den som vill lämna ett förbund utan det har tre års \
         uppsägningstid.",
        "Conditions: all members must agree. Leaving a förbund without that takes three years' notice.",
    )
}

/// That the plan is a draft, and from where it is counted.
#[must_use]
pub fn plan_is_a_draft(language: Language, has_dates: bool) -> &'static str {
    if has_dates {
        return language.pick(
            "Utkast: stegen är räknade bakåt från starten i scenariot. Parterna bestämmer tiderna.",
            "Draft: the steps are counted back from the start in the scenario. The parties decide on the \
             times.",
        );
    }
    language.pick(
        "Utkast: scenariot har ingen tidsplan, så månaderna räknas från [startdatum]. Månad 0 är den \
         första med den nya indelningen. Parterna bestämmer tiderna.",
        "Draft: the scenario states no times, so the months are counted from [date of the start]. Month 0 \
         is the first with the new grouping. The parties decide on the times.",
    )
}

/// The caption of a plan.
#[must_use]
pub fn plan_caption(language: Language, from: Option<Month>, forbund: &[String], shares: bool) -> String {
    let what = what_starts(language, forbund, shares);
    let what = if what.is_empty() { what } else { format!(": {what}") };
    match from {
        Some(from) => {
            let from = first_of(language, from);
            say!(language, "Tidsplan till starten {from}{what}", "Time plan to the start on {from}{what}")
        }
        None => say!(language, "Tidsplan till starten{what}", "Time plan to the start{what}"),
    }
}

/// What a plan rests on; before `notices` notice must be given where not all agree.
#[must_use]
pub fn plan_assumptions(language: Language, has_dates: bool, notices: &[Month]) -> Vec<String> {
    let start = if has_dates {
        language.pick(
            "Starten är den tid som scenariot anger för ändringen, annars början av det första år som det \
             räknar.",
            "The start is the time that the scenario states for the change, else the beginning of the first \
             year that it computes.",
        )
    } else {
        language.pick("Starten är inte bestämd.", "The start is not decided.")
    };
    let notice = match notices {
        [] => language
            .pick(
                "Alla medlemmar antas vara överens. Annars gäller tre års uppsägning, alltså senast före \
                 månad −36.",
                "All members are assumed to agree. Otherwise three years' notice is needed, so before \
                 month −36.",
            )
            .to_owned(),
        notices => {
            let before: Vec<String> = notices.iter().map(|notice| first_of(language, *notice)).collect();
            let before = language.list(&before);
            say!(
                language,
                "Alla medlemmar antas vara överens. Annars gäller tre års uppsägning, alltså före {before}.",
                "All members are assumed to agree. Otherwise three years' notice is needed, so before \
                 {before}."
            )
        }
    };
    vec![
        start.to_owned(),
        lead_times(language),
        language
            .pick(
                "Stegen och deras längd är de i Integratia 2017, där starten var tänkt till den 1 januari \
                 2019. Där började de i juni 2017, en månad tidigare än här.",
                "The steps and their length are those of Integratia 2017, where the start was meant to be \
                 1 January 2019. There they began in June 2017, a month earlier than here.",
            )
            .to_owned(),
        notice,
    ]
}

/// How long it takes from the letter and from the decisions to the start.
fn lead_times(language: Language) -> String {
    let before = |step: &Step| {
        let (first, last) = step.months;
        format!("{}–{}", -last, -first)
    };
    let (letter, decisions) = (before(&LETTER), before(&DECISIONS));
    say!(
        language,
        "Från avsiktsförklaringen till start antas det gå {letter} månader, från parternas beslut {decisions}.",
        "From the letter of intent to the start {letter} months are assumed, from the decisions of the parties \
         {decisions}."
    )
}

/// "−18 till −16", "0".
#[must_use]
pub fn months_before(language: Language, (first, last): (i64, i64)) -> String {
    let month = |month| number::whole(language, month);
    if first == last {
        return month(first);
    }
    let (first, last) = (month(first), month(last));
    say!(language, "{first} till {last}", "{first} to {last}")
}

/// "juli–september 2017", "oktober 2017–januari 2018".
#[must_use]
pub fn from_to(language: Language, first: Month, last: Month) -> String {
    let (from, to) = (language.month(first.month), language.month(last.month));
    match (first.year, last.year) {
        _ if first == last => format!("{from} {}", first.year),
        (one, other) if one == other => format!("{from}–{to} {one}"),
        (one, other) => format!("{from} {one}–{to} {other}"),
    }
}

/// "1 januari 2019".
fn first_of(language: Language, month: Month) -> String {
    let (name, year) = (language.month(month.month), month.year);
    say!(language, "den 1 {name} {year}", "1 {name} {year}")
}
