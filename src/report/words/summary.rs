//! The sentences of a summary in running text.

use rust_decimal::Decimal;

use super::period::Period;
use super::sentence::capital;
use crate::analysis::ranking::{self, Ends};
use crate::model::kronor::Kronor;
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

/// Where everybody starts from.
#[must_use]
pub fn today(
    language: Language,
    period: Period,
    (forbund, kommuner): (usize, usize),
    income: Kronor,
    known: Option<(Kronor, Kronor)>,
    is_illustrative: bool,
) -> String {
    let (income, is_one) = (number::exact_amount(language, income), forbund == 1);
    let (forbund, kommuner) = (counted_forbund(language, forbund), counted_kommuner(language, kommuner));
    let are = if is_one { "is" } else { "are" };
    let mut text = say!(
        language,
        "I dag finns {forbund} med tillsammans {kommuner}.",
        "Today there {are} {forbund} with {kommuner} in all."
    );
    let per_year = period.per_year(language);
    text += &if period.is_of_path() {
        say!(
            language,
            " Utan ändringar betalar staten, regionerna och kommunerna {income}{per_year}.",
            " Without changes, state, regions and kommuner pay {income}{per_year}."
        )
    } else {
        say!(
            language,
            " Staten, regionerna och kommunerna betalar {income}{per_year}.",
            " State, regions and kommuner pay {income}{per_year}."
        )
    };
    if let Some((kansli, insatser)) = known {
        let (kansli, insatser) =
            (number::exact_amount(language, kansli), number::exact_amount(language, insatser));
        let mark = illustrative(language, is_illustrative);
        let kanslier = if is_one {
            language.pick("Kansliet", "The kansli costs")
        } else {
            language.pick("Kanslierna", "The kanslier cost")
        };
        let then = if period.is_of_path() { language.pick(" då", " then") } else { "" };
        text += &say!(
            language,
            " {kanslier} kostar{then} {kansli}{mark}, och {insatser} blir kvar till insatser.",
            " {kanslier} {kansli}{then}{mark}, and {insatser} remain for insatser."
        );
    }
    text
}

fn counted_forbund(language: Language, number: usize) -> String {
    match number {
        1 => language.pick("ett förbund", "one förbund").to_owned(),
        _ => format!("{} förbund", number::in_words(language, number)),
    }
}

fn counted_kommuner(language: Language, number: usize) -> String {
    match number {
        1 => language.pick("en kommun", "one kommun").to_owned(),
        _ => format!("{} kommuner", number::in_words(language, number)),
    }
}

/// "minskar med 800 000 kr" or "är oförändrade", of something in the plural.
fn moves(language: Language, change: Kronor) -> String {
    let size = number::exact_amount(language, Kronor::new(change.get().abs()));
    match change.get().signum() {
        -1 => say!(language, "minskar med {size}", "fall by {size}"),
        1 => say!(language, "ökar med {size}", "rise by {size}"),
        _ => language.pick("är oförändrade", "stay as they are").to_owned(),
    }
}

/// " (illustrativt)", behind a kansli cost that no source states.
fn illustrative(language: Language, is_illustrative: bool) -> &'static str {
    if is_illustrative { language.pick(" (illustrativt)", " (illustrative)") } else { "" }
}

/// "minskar med 800 000 kr brutto (netto −784 000 kr)"; where the net figure turns, "ökar med … netto" in full.
fn moves_gross_and_net(language: Language, change: Kronor, net: Option<Kronor>, gross: bool) -> String {
    let moved = moves(language, change);
    let (of_gross, of_net) = (language.pick("brutto", "gross"), language.pick("netto", "net"));
    let Some(net) = net.filter(|_| gross) else {
        return format!("{moved} {}", if gross { of_gross } else { of_net });
    };
    if net == change {
        return say!(language, "{moved} brutto och netto", "{moved} gross and net");
    }
    if net.get().signum() * change.get().signum() < 0 {
        let turned = moves(language, net);
        return say!(language, "{moved} brutto men {turned} netto", "{moved} gross but {turned} net");
    }
    format!("{moved} {of_gross} ({of_net} {})", number::exact_change(language, net))
}

/// What changes in income.
#[must_use]
pub fn income(
    language: Language,
    period: Period,
    change: Kronor,
    net: Option<Kronor>,
    gross: bool,
) -> String {
    let moves = moves_gross_and_net(language, change, net, gross);
    if period.is_of_path() {
        let year = period.beside(language);
        return say!(language, "Intäkterna{year} {moves}.", "Incomes{year} {moves}.");
    }
    say!(language, "Intäkterna per år {moves}.", "Yearly incomes {moves}.")
}

/// What changes for insatser, beside what the kanslier cost.
#[must_use]
pub fn insatser(
    language: Language,
    (change, net, gross): (Kronor, Option<Kronor>, bool),
    kansli: Kronor,
    is_illustrative: bool,
) -> String {
    let moves = moves_gross_and_net(language, change, net, gross);
    let (kansli, mark) = (kansli_moves(language, kansli), illustrative(language, is_illustrative));
    say!(
        language,
        "{kansli}{mark}, och pengarna till insatser {moves}.",
        "{kansli}{mark}, and the funds for insatser {moves}."
    )
}

fn kansli_moves(language: Language, change: Kronor) -> String {
    let size = number::exact_amount(language, Kronor::new(change.get().abs()));
    match change.get().signum() {
        -1 => say!(language, "Kanslikostnaden minskar med {size}", "The kansli costs fall by {size}"),
        1 => say!(language, "Kanslikostnaden ökar med {size}", "The kansli costs rise by {size}"),
        _ => language.pick("Kanslikostnaden är oförändrad", "The kansli costs stay as they are").to_owned(),
    }
}

/// What must be saved gross or net, or both, and whether it is.
#[must_use]
pub fn break_even(
    language: Language,
    period: Period,
    gross: Option<Kronor>,
    net: Option<Kronor>,
    kansli: Option<Kronor>,
) -> String {
    let (per_year, today) = (period.per_year(language), period.today(language));
    let amount = |needed: Kronor| number::exact_amount(language, needed);
    let needed = match (gross, net) {
        (Some(gross), Some(net)) if gross == net => {
            let gross = amount(gross);
            say!(language, "{gross}{per_year} brutto och netto", "{gross}{per_year} gross and net")
        }
        (Some(gross), Some(net)) => {
            let (gross, net) = (amount(gross), amount(net));
            say!(language, "{gross}{per_year} brutto (netto {net})", "{gross}{per_year} gross (net {net})")
        }
        (Some(gross), None) => {
            let gross = amount(gross);
            say!(language, "{gross}{per_year} brutto", "{gross}{per_year} gross")
        }
        (None, net) => {
            let net = amount(net.expect("gross or net is shown"));
            say!(language, "{net}{per_year} netto", "{net}{per_year} net")
        }
    };
    let reaches = |needed: Kronor| kansli.map(|change| -change.get() >= needed.get());
    let verdict = match (gross.and_then(reaches), net.and_then(reaches)) {
        (None, None) => "",
        (Some(true) | None, Some(true) | None) => language.pick(", och det gör den", ", and they do"),
        (Some(false) | None, Some(false) | None) => {
            language.pick(", och det gör den inte", ", and they do not")
        }
        (Some(true), Some(false)) => {
            language.pick(", och det gör den brutto men inte netto", ", and they do gross but not net")
        }
        (Some(false), Some(true)) => {
            language.pick(", och det gör den netto men inte brutto", ", and they do net but not gross")
        }
    };
    say!(
        language,
        "För att lika mycket ska bli kvar till insatser som {today} måste kanslikostnaden minska med \
         {needed}{verdict}.",
        "For as much to remain for insatser as {today}, the kansli costs must fall by {needed}{verdict}."
    )
}

/// Those whose change is largest one way, and how many change that way at all. Equals stand there together.
struct Most<'names, Change> {
    names: Vec<&'names str>,
    change: Change,
    number: usize,
}

impl<'names, Change: Copy + Ord + Default> Most<'names, Change> {
    /// Of those that have less; none where nobody has.
    fn less(changes: &[(&'names str, Change)]) -> Option<Self> {
        Self::of(changes, |change| change < Change::default(), |ends| ends.least)
    }

    /// Of those that have more; none where nobody has.
    fn more(changes: &[(&'names str, Change)]) -> Option<Self> {
        Self::of(changes, |change| change > Change::default(), |ends| ends.most)
    }

    fn of(
        changes: &[(&'names str, Change)],
        is_one: impl Fn(Change) -> bool,
        end: fn(Ends) -> Vec<usize>,
    ) -> Option<Self> {
        let (names, changes): (Vec<&str>, Vec<Change>) =
            changes.iter().copied().filter(|(_, change)| is_one(*change)).unzip();
        let at = end(ranking::ends(&changes)?);
        let change = changes[*at.first()?];
        Some(Self { names: at.into_iter().map(|place| names[place]).collect(), change, number: names.len() })
    }
}

impl<Change> Most<'_, Change> {
    fn is_one(&self) -> bool {
        self.number == 1
    }

    /// Whether all that change this way change as much.
    fn is_all(&self) -> bool {
        self.names.len() == self.number
    }

    /// Their names, or the first of many and how many more.
    fn named(&self, language: Language) -> String {
        language.first_names(&self.names)
    }

    /// " var", behind what each of several has.
    fn each(&self, language: Language) -> &'static str {
        if self.names.len() > 1 { language.pick(" var", " each") } else { "" }
    }
}

/// How many kommuner pay less and more, gross or net, and who most so; nothing where none does.
#[must_use]
pub fn contributions(language: Language, gross: bool, changes: &[(&str, Kronor)]) -> Option<String> {
    let side = if gross { language.pick("brutto", "gross") } else { language.pick("netto", "net") };
    let part = |what: &str, most: Option<Most<'_, Kronor>>| {
        let most = most?;
        let (names, each) = (most.named(language), most.each(language));
        let change = number::exact_change(language, most.change);
        Some(if most.is_all() {
            let pay = if most.is_one() { "pays" } else { "pay" };
            say!(
                language,
                "{names} betalar {what} {side} ({change}{each}).",
                "{names} {pay} {what} {side} ({change}{each})."
            )
        } else {
            let kommuner = capital(&counted_kommuner(language, most.number));
            say!(
                language,
                "{kommuner} betalar {what} {side}, mest {names} ({change}{each}).",
                "{kommuner} pay {what} {side}, most of all {names} ({change}{each})."
            )
        })
    };
    let fall = part(language.pick("mindre", "less"), Most::less(changes));
    let rise = part(language.pick("mer", "more"), Most::more(changes));
    let parts: Vec<String> = fall.into_iter().chain(rise).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Which förbund have more and less left for insatser; nothing where none has. `about` is whether the change is gross,
/// and whether it rests on illustrative kansli costs.
#[must_use]
pub fn insatser_of_forbund(
    language: Language,
    (gross, is_illustrative): (bool, bool),
    changes: &[(&str, Kronor)],
) -> Option<String> {
    let (falls, rises) = (Most::less(changes), Most::more(changes));
    let (less, more) = (language.pick("mindre", "less"), language.pick("mer", "more"));
    let mark = behind(language, gross, is_illustrative);
    let with_size = |most: &Most<'_, Kronor>, what: &str| {
        let (names, each) = (most.named(language), most.each(language));
        let size = number::exact_amount(language, Kronor::new(most.change.get().abs()));
        let have = if most.is_one() { "has" } else { "have" };
        say!(language, "{names} får {size} {what}{each}", "{names} {have} {size} {what}{each}")
    };
    // One against all the others, who are two at least.
    let alone = match (&falls, &rises) {
        (Some(fall), Some(rise)) if changes.len() > 2 && fall.number + rise.number == changes.len() => {
            let fall_alone = fall.is_one().then_some((fall, less, more));
            fall_alone.or_else(|| rise.is_one().then_some((rise, more, less)))
        }
        _ => None,
    };
    if let Some((one, what, other)) = alone {
        let one = with_size(one, what);
        let others = match changes.len() {
            3 => language.pick("båda de andra får", "both others have"),
            _ => language.pick("alla andra får", "all others have"),
        };
        return Some(say!(
            language,
            "{one} till insatser; {others} {other}{mark}.",
            "{one} for insatser; {others} {other}{mark}."
        ));
    }
    let part = |most: &Most<'_, Kronor>, what: &str| {
        if most.is_all() {
            return with_size(most, what);
        }
        let counted = counted_forbund(language, most.number);
        let (names, each) = (most.named(language), most.each(language));
        let signed = number::exact_change(language, most.change);
        say!(
            language,
            "{counted} får {what}, mest {names} ({signed}{each})",
            "{counted} have {what}, most of all {names} ({signed}{each})"
        )
    };
    let falls = falls.map(|most| part(&most, less));
    let rises = rises.map(|most| part(&most, more));
    let parts: Vec<String> = falls.into_iter().chain(rises).collect();
    let said = parts.join("; ");
    (!parts.is_empty()).then(|| say!(language, "Till insatser: {said}{mark}.", "For insatser: {said}{mark}."))
}

/// In how many kommuner's förbund there is more and less for insatser per inhabitant; nothing where in none.
#[must_use]
pub fn insatser_of_kommuner(
    language: Language,
    (gross, is_illustrative): (bool, bool),
    changes: &[(&str, Decimal)],
) -> Option<String> {
    let part = |what: &str, most: Option<Most<'_, Decimal>>| {
        let most = most?;
        let (names, change) = (most.named(language), number::signed(language, most.change));
        Some(if most.is_all() {
            say!(language, "{what} för {names} ({change}\u{a0}kr)", "{what} for {names} ({change}\u{a0}kr)")
        } else {
            let number = counted_kommuner(language, most.number);
            say!(
                language,
                "{what} för {number}, mest för {names} ({change}\u{a0}kr)",
                "{what} for {number}, most of all {names} ({change}\u{a0}kr)"
            )
        })
    };
    let falls = part(language.pick("minskar", "falls"), Most::less(changes));
    let rises = part(language.pick("ökar", "rises"), Most::more(changes));
    let parts: Vec<String> = falls.into_iter().chain(rises).collect();
    let mark = behind(language, gross, is_illustrative);
    let said = parts.join(language.pick(", och ", ", and "));
    (!parts.is_empty()).then(|| {
        say!(
            language,
            "Pengarna till insatser per invånare 16–64 år i kommunens förbund{mark} {said}.",
            "Money for insatser per inhabitant aged 16–64 in the kommun's förbund{mark} {said}."
        )
    })
}

/// What stands behind a change of money for insatser: its side, and what it rests on.
fn behind(language: Language, gross: bool, is_illustrative: bool) -> String {
    let side = if gross { language.pick("brutto", "gross") } else { language.pick("netto", "net") };
    if is_illustrative {
        say!(language, " ({side}, illustrativa kanslikostnader)", " ({side}, illustrative kansli costs)")
    } else {
        format!(" ({side})")
    }
}

/// How many boards there are to man, and how many sit in them.
#[must_use]
pub fn boards(
    language: Language,
    (before, after): (usize, usize),
    (ledamoter_before, ledamoter): (usize, usize),
) -> String {
    let (old, new) = number::both_in_words(language, ledamoter_before, ledamoter);
    if before == after {
        return say!(
            language,
            "I styrelserna sitter tillsammans {new} ledamöter i stället för {old}.",
            "In all, {new} ledamöter sit in the boards instead of {old}."
        );
    }
    let (boards_before, boards) = number::both_in_words(language, before, after);
    let are = if after == 1 { "is one board" } else { "are {boards} boards" }.replace("{boards}", &boards);
    say!(
        language,
        "Styrelserna blir {boards} i stället för {boards_before}, med tillsammans {new} ledamöter i stället \
         för {old}.",
        "There {are} instead of {boards_before}, with {new} ledamöter in all instead of {old}."
    )
}

/// The longest way to the seat of a förbund, else to its largest kommun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way<'names> {
    /// Where it is measured from.
    pub from: &'names str,
    /// Whether that is the seat.
    pub is_seat: bool,
    /// Who is farthest away.
    pub to: &'names str,
    /// How far, km.
    pub km: u64,
}

/// Who is farthest from the seat of its förbund, else from its largest kommun.
#[must_use]
pub fn distance(language: Language, before: &Way<'_>, after: &Way<'_>) -> String {
    let place = |way: &Way<'_>| {
        if way.is_seat {
            language.pick("förbundets säte", "the seat of its förbund")
        } else {
            language.pick("förbundets största kommun", "the largest kommun of its förbund")
        }
    };
    let (Way { from, to, km, .. }, at) = (after, place(after));
    let (today, today_from, today_at) = (before.km, before.from, place(before));
    say!(
        language,
        "Längst bort ligger {to}, {km} km fågelvägen från {from} ({at}); i dag är det längsta avståndet \
         {today} km, från {today_from} ({today_at}).",
        "Farthest away is {to}, {km} km as the crow flies from {from} ({at}); today the longest distance is \
         {today} km, from {today_from} ({today_at})."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWEDISH: Language = Language::Swedish;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn gross_and_net_are_distinguished_only_where_they_differ() {
        let said = |change, net: Option<i64>, gross| {
            plain(&income(SWEDISH, Period::EachYear, Kronor::new(change), net.map(Kronor::new), gross))
        };
        assert_eq!(said(-8, Some(-7), true), "Intäkterna per år minskar med 8 kr brutto (netto −7 kr).");
        assert_eq!(said(0, Some(0), true), "Intäkterna per år är oförändrade brutto och netto.");
        assert_eq!(said(5, None, true), "Intäkterna per år ökar med 5 kr brutto.");
        assert_eq!(said(-7, None, false), "Intäkterna per år minskar med 7 kr netto.");
    }

    #[test]
    fn a_kansli_that_saves_enough_is_said_to() {
        let said = |change: Option<i64>| {
            let needed = Some(Kronor::new(800_000));
            plain(&break_even(Language::English, Period::EachYear, needed, None, change.map(Kronor::new)))
        };
        assert!(said(Some(-800_000)).ends_with("must fall by 800,000 kr per year gross, and they do."));
        assert!(said(Some(-799_999)).ends_with(", and they do not."));
        assert!(said(None).ends_with("800,000 kr per year gross."));
        let needed = |amount| Some(Kronor::new(amount));
        let both = break_even(SWEDISH, Period::EachYear, needed(800_000), needed(783_742), needed(-790_000));
        assert!(plain(&both).ends_with("brutto (netto 783 742 kr), och det gör den netto men inte brutto."));
    }

    fn kronor<'names>(changes: &[(&'names str, i64)]) -> Vec<(&'names str, Kronor)> {
        changes.iter().map(|&(name, change)| (name, Kronor::new(change))).collect()
    }

    #[test]
    fn one_kommun_is_named_and_several_are_counted() {
        let said = |changes: &[(&str, i64)]| {
            contributions(SWEDISH, true, &kronor(changes)).as_deref().map(plain).unwrap_or_default()
        };
        assert_eq!(
            said(&[("Falun", -5), ("Mora", 3), ("Åre", 70), ("Orsa", 0)]),
            "Falun betalar mindre brutto (−5 kr). Två kommuner betalar mer brutto, mest Åre (+70 kr)."
        );
        assert_eq!(said(&[("Falun", 0)]), "");
    }

    #[test]
    fn kommuner_that_change_as_much_are_named_together() {
        let said = |language, changes: &[(&str, i64)]| {
            plain(&contributions(language, true, &kronor(changes)).expect("a change"))
        };
        assert_eq!(
            said(SWEDISH, &[("Falun", 70), ("Mora", 3), ("Åre", 70)]),
            "Tre kommuner betalar mer brutto, mest Falun och Åre (+70 kr var)."
        );
        assert_eq!(
            said(Language::English, &[("Falun", -7), ("Åre", -7)]),
            "Falun and Åre pay less gross (−7 kr each)."
        );
        let each = |changes: &[(&str, i64)]| {
            let changes: Vec<_> =
                changes.iter().map(|&(name, change)| (name, Decimal::new(change, 2))).collect();
            plain(&insatser_of_kommuner(SWEDISH, (true, false), &changes).expect("a change"))
        };
        assert!(each(&[("Falun", -150), ("Mora", -150), ("Orsa", -20), ("Åre", 5)]).ends_with(
            "minskar för tre kommuner, mest för Falun och Mora (−1,50 kr), och ökar för Åre (+0,05 kr)."
        ));
        let many = ["A", "B", "C", "D", "E", "F", "G"].map(|name| (name, 100));
        assert!(each(&many).ends_with("ökar för A, B, C, D, E och 2 till (+1,00 kr)."), "{}", each(&many));
    }

    #[test]
    fn forbund_that_change_as_much_are_named_together() {
        let said = |language, changes: &[(&str, i64)]| {
            insatser_of_forbund(language, (true, false), &kronor(changes)).as_deref().map(plain)
        };
        let swedish = |changes: &[(&str, i64)]| said(SWEDISH, changes).unwrap_or_default();
        assert_eq!(
            swedish(&[("A", -5), ("B", -5), ("C", -1), ("D", 0)]),
            "Till insatser: tre förbund får mindre, mest A och B (−5 kr var) (brutto)."
        );
        assert_eq!(
            swedish(&[("A", -5), ("B", -5), ("C", 9), ("D", 8)]),
            "Till insatser: A och B får 5 kr mindre var; två förbund får mer, mest C (+9 kr) (brutto)."
        );
        assert_eq!(
            said(Language::English, &[("A", 5), ("B", 5)]).as_deref(),
            Some("For insatser: A and B have 5 kr more each (gross).")
        );
        assert_eq!(said(SWEDISH, &[("A", 0)]), None);
    }

    #[test]
    fn all_others_are_two_forbund_at_least() {
        let said = |language, changes: &[(&str, i64)]| {
            insatser_of_forbund(language, (false, true), &kronor(changes))
                .as_deref()
                .map(plain)
                .expect("a change")
        };
        assert_eq!(
            said(SWEDISH, &[("A", -5), ("B", 7)]),
            "Till insatser: A får 5 kr mindre; B får 7 kr mer (netto, illustrativa kanslikostnader)."
        );
        let english = |changes: &[(&str, i64)]| said(Language::English, changes);
        assert!(
            english(&[("A", -5), ("B", 7), ("C", 7)])
                .starts_with("A has 5 kr less for insatser; both others have more (")
        );
        assert!(
            english(&[("A", -5), ("B", 7), ("C", -6), ("D", -6)])
                .starts_with("B has 7 kr more for insatser; all others have less (")
        );
        assert!(
            said(SWEDISH, &[("A", 5), ("B", -7), ("C", -7)])
                .starts_with("A får 5 kr mer till insatser; båda de andra får mindre (")
        );
        // One of them has as much as before.
        assert!(
            english(&[("A", -5), ("B", 7), ("C", 0)])
                .starts_with("For insatser: A has 5 kr less; B has 7 kr more (")
        );
    }
}
