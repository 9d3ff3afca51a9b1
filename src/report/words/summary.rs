//! The sentences of a summary in running text.

use rust_decimal::Decimal;

use super::sentence::capital;
use crate::model::kronor::Kronor;
use crate::text::language::Language;
use crate::text::number;
use crate::text::say;

/// Where everybody starts from.
#[must_use]
pub fn today(
    language: Language,
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
        "I dag finns {forbund} med tillsammans {kommuner}. Staten, regionerna och kommunerna betalar \
         {income} per år.",
        "Today there {are} {forbund} with {kommuner} in all. State, regions and kommuner pay {income} per \
         year."
    );
    if let Some((kansli, insatser)) = known {
        let (kansli, insatser) =
            (number::exact_amount(language, kansli), number::exact_amount(language, insatser));
        let mark = illustrative(language, is_illustrative);
        let kanslier = if is_one {
            language.pick("Kansliet", "The kansli costs")
        } else {
            language.pick("Kanslierna", "The kanslier cost")
        };
        text += &say!(
            language,
            " {kanslier} kostar {kansli}{mark}, och {insatser} blir kvar till insatser.",
            " {kanslier} {kansli}{mark}, and {insatser} remain for insatser."
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
pub fn income(language: Language, change: Kronor, net: Option<Kronor>, gross: bool) -> String {
    let moves = moves_gross_and_net(language, change, net, gross);
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
    gross: Option<Kronor>,
    net: Option<Kronor>,
    kansli: Option<Kronor>,
) -> String {
    let amount = |needed: Kronor| number::exact_amount(language, needed);
    let needed = match (gross, net) {
        (Some(gross), Some(net)) if gross == net => {
            let gross = amount(gross);
            say!(language, "{gross} per år brutto och netto", "{gross} per year gross and net")
        }
        (Some(gross), Some(net)) => {
            let (gross, net) = (amount(gross), amount(net));
            say!(language, "{gross} per år brutto (netto {net})", "{gross} per year gross (net {net})")
        }
        (Some(gross), None) => {
            let gross = amount(gross);
            say!(language, "{gross} per år brutto", "{gross} per year gross")
        }
        (None, net) => {
            let net = amount(net.expect("gross or net is shown"));
            say!(language, "{net} per år netto", "{net} per year net")
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
        "För att lika mycket ska bli kvar till insatser som i dag måste kanslikostnaden minska med \
         {needed}{verdict}.",
        "For as much to remain for insatser as today, the kansli costs must fall by {needed}{verdict}."
    )
}

/// How many kommuner pay less and more, gross or net, and who most so.
#[must_use]
pub fn contributions(
    language: Language,
    gross: bool,
    (less, falls_most): (usize, Option<(Kronor, &str)>),
    (more, rises_most): (usize, Option<(Kronor, &str)>),
) -> String {
    let side = if gross { language.pick("brutto", "gross") } else { language.pick("netto", "net") };
    let part = |what: &str, number: usize, most: Option<(Kronor, &str)>| {
        let (change, kommun) = most?;
        let change = number::exact_change(language, change);
        let kommuner = capital(&counted_kommuner(language, number));
        Some(match number {
            1 => say!(
                language,
                "{kommun} betalar {what} {side} ({change})",
                "{kommun} pays {what} {side} ({change})"
            ),
            _ => say!(
                language,
                "{kommuner} betalar {what} {side}, mest {kommun} ({change})",
                "{kommuner} pay {what} {side}, most of all {kommun} ({change})"
            ),
        })
    };
    let fall = part(language.pick("mindre", "less"), less, falls_most);
    let rise = part(language.pick("mer", "more"), more, rises_most);
    let parts: Vec<String> = fall.into_iter().chain(rise).map(|part| format!("{part}.")).collect();
    parts.join(" ")
}

/// Which förbund have more and less left for insatser; nothing where none has. `about` is whether the change is gross,
/// and whether it rests on illustrative kansli costs.
#[must_use]
pub fn insatser_of_forbund(
    language: Language,
    (gross, is_illustrative): (bool, bool),
    changes: &[(&str, Kronor)],
) -> Option<String> {
    let of = |sign: i64| changes.iter().filter(move |(_, change)| change.get().signum() == sign);
    let (less, more) = (of(-1).count(), of(1).count());
    let size = |change: Kronor| number::exact_amount(language, Kronor::new(change.get().abs()));
    let most = |sign: i64| of(sign).max_by_key(|(_, change)| change.get().abs()).copied();
    let mark = behind(language, gross, is_illustrative);
    let all = changes.len();
    let one = |change: Kronor| {
        language.pick(
            if change.get() < 0 { "mindre" } else { "mer" },
            if change.get() < 0 { "less" } else { "more" },
        )
    };
    let (falls, rises) = (most(-1), most(1));
    Some(match (falls, rises) {
        (None, None) => return None,
        (Some((name, change)), Some(_)) if less == 1 && more + 1 == all => {
            let (size, what) = (size(change), one(change));
            say!(
                language,
                "{name} får {size} {what} till insatser; alla andra får mer{mark}.",
                "{name} has {size} {what} for insatser; all others have more{mark}."
            )
        }
        (Some(_), Some((name, change))) if more == 1 && less + 1 == all => {
            let (size, what) = (size(change), one(change));
            say!(
                language,
                "{name} får {size} {what} till insatser; alla andra får mindre{mark}.",
                "{name} has {size} {what} for insatser; all others have less{mark}."
            )
        }
        (falls, rises) => {
            let part = |number: usize, most: Option<(&str, Kronor)>| {
                let (name, change) = most?;
                let (what, signed) = (one(change), number::exact_change(language, change));
                Some(match number {
                    1 => {
                        let size = size(change);
                        say!(language, "{name} får {size} {what}", "{name} has {size} {what}")
                    }
                    number => {
                        let counted = capital(&counted_forbund(language, number));
                        say!(
                            language,
                            "{counted} får {what}, mest {name} ({signed})",
                            "{counted} have {what}, most of all {name} ({signed})"
                        )
                    }
                })
            };
            let parts: Vec<String> = [part(less, falls), part(more, rises)].into_iter().flatten().collect();
            let parts = parts.join("; ");
            say!(language, "Till insatser: {parts}{mark}.", "For insatser: {parts}{mark}.")
        }
    })
}

/// In how many kommuner's förbund there is more and less for insatser per inhabitant; nothing where in none.
#[must_use]
pub fn insatser_of_kommuner(
    language: Language,
    (gross, is_illustrative): (bool, bool),
    changes: &[(&str, Decimal)],
) -> Option<String> {
    let part = |is_less: bool| {
        let of =
            || changes.iter().filter(|(_, change)| !change.is_zero() && change.is_sign_negative() == is_less);
        // Of equals the lowest kommunkod.
        let (name, most) = of().rev().max_by_key(|(_, change)| change.abs()).copied()?;
        let what = if is_less { language.pick("minskar", "falls") } else { language.pick("ökar", "rises") };
        let (number, most) = (counted_kommuner(language, of().count()), number::signed(language, most));
        Some(say!(
            language,
            "{what} för {number}, mest för {name} ({most}\u{a0}kr)",
            "{what} for {number}, most of all {name} ({most}\u{a0}kr)"
        ))
    };
    let parts: Vec<String> = [true, false].into_iter().filter_map(part).collect();
    let mark = behind(language, gross, is_illustrative);
    let parts = parts.join(language.pick(", och ", ", and "));
    (!parts.is_empty()).then(|| {
        say!(
            language,
            "Pengarna till insatser per invånare 16–64 år i kommunens förbund{mark} {parts}.",
            "Money for insatser per inhabitant aged 16–64 in the kommun's förbund{mark} {parts}."
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
            plain(&income(SWEDISH, Kronor::new(change), net.map(Kronor::new), gross))
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
            plain(&break_even(Language::English, needed, None, change.map(Kronor::new)))
        };
        assert!(said(Some(-800_000)).ends_with("must fall by 800,000 kr per year gross, and they do."));
        assert!(said(Some(-799_999)).ends_with(", and they do not."));
        assert!(said(None).ends_with("800,000 kr per year gross."));
        let needed = |amount| Some(Kronor::new(amount));
        let both = break_even(SWEDISH, needed(800_000), needed(783_742), needed(-790_000));
        assert!(plain(&both).ends_with("brutto (netto 783 742 kr), och det gör den netto men inte brutto."));
    }

    #[test]
    fn one_kommun_is_named_and_several_are_counted() {
        let said = |less, more| plain(&contributions(SWEDISH, true, less, more));
        let change = |amount, kommun| Some((Kronor::new(amount), kommun));
        assert_eq!(
            said((1, change(-5, "Falun")), (13, change(70, "Åre"))),
            "Falun betalar mindre brutto (−5 kr). 13 kommuner betalar mer brutto, mest Åre (+70 kr)."
        );
        assert_eq!(
            said((0, None), (2, change(1, "Åre"))),
            "Två kommuner betalar mer brutto, mest Åre (+1 kr)."
        );
    }
}
