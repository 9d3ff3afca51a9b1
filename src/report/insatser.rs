//! Insatser: the money for them against what they cost, participants, results, groups, and what each kommun is offered.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::document::{Cell, Row, RowKind, Table};
use super::paid_and_received;
use super::redistribution::Redistribution;
use super::rows;
use super::words::insatser::{Words, caption, of_no_group, sources, words};
use crate::analysis::insatser::{
    InsatsResult, InsatserOfForbund, InsatserResult, InsatserSide, InsatserTotal, MalgruppFigures,
    OfferResult, ResultatResult,
};
use crate::analysis::result::{ForbundResult, ScenarioResult, SideResult};
use crate::analysis::stated::Stated;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::report::words::period::Period;
use crate::report::words::sentence::marked;
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// The tables of a scenario; none where the files have neither insatser nor payments.
pub(super) fn tables(result: &ScenarioResult, shown: Redistribution, language: Language) -> Vec<Table> {
    let maker = Maker {
        words: words(language),
        labels: labels(language),
        period: Period::of(result),
        has_months: rows::have_months(result),
    };
    let Some(insats) = &result.figures.insats else {
        return Vec::from_iter(paid_and_received::table(result, shown, language));
    };
    let all = [
        Some(maker.money(result, shown)),
        maker.whose(insats),
        maker.deltagare(&insats.after),
        maker.resultat(&insats.after),
        maker.malgrupper(insats),
        maker.utbud(insats),
        paid_and_received::table(result, shown, language),
    ];
    all.into_iter().flatten().collect()
}

/// All förbund of today and of each alternative, a row for each; nothing where no file has insatser.
pub(super) fn comparison(
    results: &[ScenarioResult],
    shown: Redistribution,
    language: Language,
) -> Option<Table> {
    let first = results.first()?;
    if results.iter().all(|result| result.figures.insats.is_none()) {
        return None;
    }
    let (words, labels) = (words(language), labels(language));
    let net = shown.net_of(results);
    let today = [(labels.today.to_owned(), Some(&first.figures.before), Some(&first.figures.before))];
    let after = results.iter().map(|result| {
        let after = &result.figures.after;
        (result.head.scenario.name.clone(), Some(&after.gross), after.net.as_ref())
    });
    let lines = today.into_iter().chain(after).map(|(label, gross, net)| Compared {
        label,
        gross: gross.map(sum),
        net: net.map(sum),
    });
    let amount =
        |money: Option<Money>, of: fn(&Money) -> Option<Kronor>| Cell::Amount(money.as_ref().and_then(of));
    let columns = Columns::new()
        .text(labels.alternative, |line: &Compared| line.label.clone())
        .figures(InsatserOfForbund::insats_kostnad.heading(language), move |line| {
            amount(line.gross.or(line.net), |money| money.cost)
        })
        .when(shown.gross(), |columns| {
            columns
                .figures(words.to_gross, move |line| amount(line.gross, |money| money.available))
                .joined(InsatserOfForbund::insats_kvar.heading(language), move |line| {
                    amount(line.gross, |money| money.left)
                })
        })
        .when(net, |columns| {
            columns
                .figures(words.to_net, move |line| amount(line.net, |money| money.available))
                .joined(InsatserOfForbund::insats_kvar.heading(language), move |line| {
                    amount(line.net, |money| money.left)
                })
        });
    let rows = columns.rows(lines);
    let period = Period::of_all(results);
    let mut notes = vec![words.note_beside.to_owned(), words.note_left.to_owned()];
    notes.extend(note_unknown(&rows, labels));
    Some(columns.table(caption(words.compared, period, language), rows, notes))
}

/// An alternative in the comparison.
struct Compared {
    label: String,
    gross: Option<Money>,
    net: Option<Money>,
}

/// The money for insatser of a row or a side, and what they cost.
#[derive(Clone, Copy)]
struct Money {
    available: Option<Kronor>,
    cost: Option<Kronor>,
    left: Option<Kronor>,
    /// Of a row: a sum has none.
    price: Stated<Decimal>,
}

impl Money {
    fn of(insats: &InsatserOfForbund) -> Self {
        let left = insats.insats_kvar.flatten();
        let cost = insats.insats_kostnad;
        let available = left.zip(cost).map(|(left, cost)| left + cost);
        Self { available, cost, left, price: insats.kr_per_helarsekvivalent }
    }
}

fn sum(side: &SideResult) -> Money {
    let rows = || side.forbund.iter().map(|row| Money::of(&row.insats));
    Money {
        available: rows().map(|row| row.available).sum(),
        cost: rows().map(|row| row.cost).sum(),
        left: rows().map(|row| row.left).sum(),
        price: None,
    }
}

fn note_unknown(rows: &[Row], labels: &Labels) -> Option<String> {
    let is_unknown = |row: &Row| row.cells.contains(&Cell::Amount(None));
    rows.iter().any(is_unknown).then(|| labels.note_unknown_sum.to_owned())
}

/// Makes the tables of one scenario.
struct Maker {
    words: &'static Words,
    labels: &'static Labels,
    period: Period,
    /// Whether the figures are of a year with a change within it.
    has_months: bool,
}

impl Maker {
    fn language(&self) -> Language {
        self.labels.language
    }

    fn caption(&self, text: &str) -> String {
        caption(text, self.period, self.language())
    }

    fn money(&self, result: &ScenarioResult, shown: Redistribution) -> Table {
        let (figures, labels, words) = (&result.figures, self.labels, self.words);
        let language = self.language();
        let columns = Columns::new()
            .text(labels.forbund, |(label, ..): &(String, Kronor, Money)| label.clone())
            .figures(labels.income, |(_, income, _)| Cell::Amount(Some(*income)))
            .figures(words.to_insatser, |(.., money)| Cell::Amount(money.available))
            .figures(InsatserOfForbund::insats_kostnad.heading(language), |(.., money)| {
                Cell::Amount(money.cost)
            })
            .figures(InsatserOfForbund::insats_kvar.heading(language), |(.., money)| Cell::Amount(money.left))
            .figures(InsatserOfForbund::kr_per_helarsekvivalent.heading(language), |(.., money)| {
                Cell::or_empty(money.price.map(Cell::from))
            });
        let sides = [
            Some((labels.forbund_today, &figures.before)),
            shown.gross().then_some((labels.after_gross, &figures.after.gross)),
            figures.after.net.as_ref().filter(|_| shown.net()).map(|net| (labels.after_net, net)),
        ];
        let mut rows = Vec::new();
        for (heading, side) in sides.into_iter().flatten() {
            rows.push(Row::heading(heading));
            let of_row =
                |row: &ForbundResult| (marked(&row.name, row.outside), row.total, Money::of(&row.insats));
            rows.extend(columns.rows(side.forbund.iter().map(of_row)));
            rows.push(columns.row(RowKind::Total, &(labels.sum.to_owned(), side.total.total, sum(side))));
        }
        let mut notes = vec![words.note_beside.to_owned(), words.note_left.to_owned()];
        let is_with_more =
            |side: &SideResult| side.forbund.iter().any(|row| row.holdings.insatser_available.is_some());
        if is_with_more(&figures.before) {
            notes.push(words.note_available.to_owned());
        }
        notes.push(words.note_price.to_owned());
        notes.extend(note_unknown(&rows, labels));
        columns.table(self.caption(words.money), rows, notes)
    }

    fn whose(&self, insats: &InsatserResult) -> Option<Table> {
        struct Line<'run> {
            name: &'run str,
            before: Option<&'run InsatsResult>,
            after: Option<&'run InsatsResult>,
        }
        let words = self.words;
        let (before, after) = (&insats.before.insatser, &insats.after.insatser);
        let find = |list: &'_ [InsatsResult], name: &str| list.iter().position(|one| one.name == name);
        let of_today = before.iter().map(|one| Line {
            name: &one.name,
            before: Some(one),
            after: find(after, &one.name).map(|place| &after[place]),
        });
        let new = after.iter().filter(|one| find(before, &one.name).is_none());
        let new = new.map(|one| Line { name: &one.name, before: None, after: Some(one) });
        let lines: Vec<Line<'_>> = of_today.chain(new).collect();
        if lines.is_empty() {
            return None;
        }
        let has_orte = before.iter().chain(after).any(|one| one.ort.is_some());
        let changes = before != after;
        let columns = Columns::new()
            .text(words.name, |line: &Line<'_>| line.name.to_owned())
            .when(has_orte, |columns| {
                let ort = |line: &Line<'_>| line.after.or(line.before).and_then(|one| one.ort.clone());
                columns.text(words.ort, move |line| Cell::or_empty(ort(line)))
            })
            .text(if changes { words.today } else { self.labels.forbund }, |line| {
                Cell::or_empty(line.before.map(|one| one.forbund.clone()))
            })
            .when(changes, |columns| {
                columns.text(words.after, |line| Cell::or_empty(line.after.map(|one| one.forbund.clone())))
            })
            .figures(
                if changes { words.cost_today } else { InsatsResult::kostnad.heading(self.language()) },
                |line| Cell::or_empty(line.before.map(|one| Cell::Amount(Some(one.kostnad)))),
            )
            .when(changes, |columns| {
                columns.figures(words.cost_after, |line| {
                    Cell::or_empty(line.after.map(|one| Cell::Amount(Some(one.kostnad))))
                })
            });
        let is_absent = lines.iter().any(|line| line.before.is_none() || line.after.is_none());
        let mut rows = columns.rows(lines);
        // The sum has no förbund and no kommun.
        let empty = usize::from(has_orte) + 1 + usize::from(changes);
        let amounts = [Some(insats.before.total.kostnad), changes.then_some(insats.after.total.kostnad)];
        let mut cells = vec![Cell::from(self.labels.sum)];
        cells.extend(std::iter::repeat_n(Cell::Empty, empty));
        cells.extend(amounts.into_iter().flatten().map(|amount| Cell::Amount(Some(amount))));
        rows.push(Row { kind: RowKind::Total, cells });
        let mut notes: Vec<String> = is_absent.then(|| words.note_absent.to_owned()).into_iter().collect();
        notes.extend(self.has_months.then(|| words.note_months.to_owned()));
        let mut named: Vec<&str> = Vec::new();
        for source in before.iter().chain(after).filter_map(|one| one.source.as_deref()) {
            if !named.contains(&source) {
                named.push(source);
            }
        }
        if !named.is_empty() {
            notes.push(sources(self.language(), &named));
        }
        Some(columns.table(self.caption(words.whose), rows, notes))
    }

    fn deltagare(&self, side: &InsatserSide) -> Option<Table> {
        if side.insatser.iter().all(|one| one.platser.or(one.deltagare).is_none()) {
            return None;
        }
        let language = self.language();
        let has_ended = side.insatser.iter().any(|one| one.avslutade.is_some());
        let columns = Columns::new()
            .text(self.words.name, |(name, _): &(String, InsatserTotal)| name.clone())
            .figures(InsatserTotal::platser.heading(language), |(_, one)| count(one.platser))
            .figures(InsatserTotal::deltagare.heading(language), |(_, one)| count(one.deltagare))
            .when(has_ended, |columns| {
                columns.figures(InsatserTotal::avslutade.heading(language), |(_, one)| count(one.avslutade))
            })
            .figures(InsatserTotal::kostnad.heading(language), |(_, one)| Cell::Amount(Some(one.kostnad)))
            .joined(InsatserTotal::kostnad_per_deltagare.heading(language), |(_, one)| {
                Cell::from(one.kostnad_per_deltagare)
            });
        let alone = |one: &InsatsResult| {
            let InsatsResult { kostnad, platser, deltagare, avslutade, kostnad_per_deltagare, .. } = *one;
            let alone = InsatserTotal {
                kostnad,
                platser,
                deltagare,
                avslutade,
                kostnad_per_deltagare,
                natura_tjanster: None,
                society_value: None,
            };
            (one.name.clone(), alone)
        };
        let mut rows = columns.rows(side.insatser.iter().map(alone));
        rows.push(columns.row(RowKind::Total, &(self.labels.sum.to_owned(), side.total)));
        let notes = [self.words.note_per_person.to_owned()];
        Some(columns.table(self.caption(self.words.deltagare), rows, notes))
    }

    fn resultat(&self, side: &InsatserSide) -> Option<Table> {
        if side.resultat.is_empty() {
            return None;
        }
        let language = self.language();
        let has_ended = side.insatser.iter().any(|one| one.avslutade.is_some());
        let columns = Columns::new()
            .text(self.words.resultatet, |one: &ResultatResult| one.resultat.clone())
            .figures(ResultatResult::personer.heading(language), |one| count(Some(one.personer)))
            .figures(ResultatResult::share_of_deltagare.heading(language), |one| {
                Cell::from(one.share_of_deltagare)
            })
            .when(has_ended, |columns| {
                columns.figures(ResultatResult::share_of_avslutade.heading(language), |one| {
                    Cell::from(one.share_of_avslutade)
                })
            })
            .figures(ResultatResult::kostnad_per_person.heading(language), |one| {
                Cell::from(one.kostnad_per_person)
            });
        let mut rows = Vec::new();
        for insats in side.insatser.iter().filter(|one| !one.resultat.is_empty()) {
            rows.push(Row::heading(&insats.name));
            rows.extend(columns.rows(insats.resultat.iter().cloned()));
        }
        if side.insatser.len() > 1 {
            rows.push(Row::heading(self.words.all));
            rows.extend(columns.rows(side.resultat.iter().cloned()));
        }
        let stated = side.insatser.iter().filter(|one| !one.resultat.is_empty());
        let is_in_all = |one: &ResultatResult| {
            let has_it = |insats: &&InsatsResult| insats.resultat.iter().any(|of| is_same(of, one));
            stated.clone().filter(has_it).count() == side.insatser.len()
        };
        let mut notes = vec![self.words.note_results.to_owned()];
        if !side.resultat.iter().all(is_in_all) {
            notes.push(self.words.note_stated_results.to_owned());
        }
        Some(columns.table(self.caption(self.words.resultat), rows, notes))
    }

    fn malgrupper(&self, insats: &InsatserResult) -> Option<Table> {
        let (before, after) = (&insats.before.malgrupper, &insats.after.malgrupper);
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let language = self.language();
        let columns = Columns::new()
            .text(self.words.malgrupp, |(malgrupp, _): &(String, MalgruppFigures)| malgrupp.clone())
            .figures(MalgruppFigures::kostnad.heading(language), |(_, one)| Cell::Amount(Some(one.kostnad)))
            .joined(MalgruppFigures::share_of_kostnad.heading(language), |(_, one)| {
                Cell::from(one.share_of_kostnad)
            })
            .figures(MalgruppFigures::deltagare.heading(language), |(_, one)| count(one.deltagare))
            .joined(MalgruppFigures::kostnad_per_deltagare.heading(language), |(_, one)| {
                Cell::from(one.kostnad_per_deltagare)
            });
        let mut rows = Vec::new();
        let changes = insats.before.malgrupper != insats.after.malgrupper;
        let sides = [
            Some((self.labels.today, &insats.before)),
            changes.then_some((self.labels.after, &insats.after)),
        ];
        for (heading, side) in sides.into_iter().flatten() {
            if changes {
                rows.push(Row::heading(heading));
            }
            let groups = side.malgrupper.iter().map(|one| (one.malgrupp.clone(), one.figures));
            let rest = side.without_malgrupp.map(|rest| (self.words.without_group.to_owned(), rest));
            rows.extend(columns.rows(groups.chain(rest)));
        }
        let notes = [self.words.note_per_person.to_owned()];
        Some(columns.table(self.caption(self.words.malgrupper), rows, notes))
    }

    fn utbud(&self, insats: &InsatserResult) -> Option<Table> {
        let has_groups = !insats.before.malgrupper.is_empty() || !insats.after.malgrupper.is_empty();
        let words = self.words;
        let language = self.language();
        let list =
            move |groups: &[String]| Cell::or_empty((!groups.is_empty()).then(|| language.list(groups)));
        let columns = Columns::new()
            .text(self.labels.kommun, |one: &OfferResult| one.kommun.clone())
            .text(words.lacking, move |one| list(&one.lacking))
            .text(words.elsewhere, move |one| list(&one.elsewhere))
            .text(words.here, move |one| list(&one.offered));
        let changes = insats.before.kommuner != insats.after.kommuner;
        let sides = [
            Some((self.labels.today, &insats.before)),
            changes.then_some((self.labels.after, &insats.after)),
        ];
        let mut rows = Vec::new();
        for (heading, side) in sides.into_iter().flatten() {
            if changes {
                rows.push(Row::heading(heading));
            }
            rows.extend(columns.rows(side.kommuner.iter().cloned()));
        }
        let mut notes = vec![words.note_utbud.to_owned()];
        let mut without: Vec<String> = Vec::new();
        for one in insats.before.insatser.iter().chain(&insats.after.insatser) {
            if one.malgrupp.is_none() && !without.contains(&one.name) {
                without.push(one.name.clone());
            }
        }
        notes.extend((!without.is_empty()).then(|| of_no_group(language, &without)));
        has_groups.then(|| columns.table(self.caption(words.utbud), rows, notes))
    }
}

/// Whether both are of one result.
fn is_same(one: &ResultatResult, other: &ResultatResult) -> bool {
    canonical(&one.resultat) == canonical(&other.resultat)
}

fn count(persons: Option<u64>) -> Cell {
    persons.map_or(Cell::Unknown, |persons| {
        Cell::Count(i64::try_from(persons).expect("persons that files of limited size state"))
    })
}
