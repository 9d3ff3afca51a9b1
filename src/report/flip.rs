//! When alternatives change places by money for insatser: at which difference in kansli costs, whatever they are.

use super::columns::Columns;
use super::document::{Cell, Table};
use super::redistribution::Redistribution;
use crate::analysis::flip::{Flip, flips};
use crate::analysis::result::{GrossAndNet, ScenarioResult};
use crate::model::kronor::Kronor;
use crate::report::words::flip as words;
use crate::report::words::period::Period;
use crate::text::label::labels;
use crate::text::language::Language;
use crate::text::number;

/// Pairs that a table has.
const MOST_PAIRS: usize = 15;

/// Savings that the first sentences name.
const MOST_SENTENCES: usize = 3;

/// A saving, gross and net, as far as it is shown.
type Shown = (Option<Kronor>, Option<Kronor>);

/// What of a saving is shown.
fn shown(saving: GrossAndNet<Kronor>, redistribution: Redistribution) -> Shown {
    let net = saving.net.filter(|_| redistribution.net());
    (Some(saving.gross).filter(|_| redistribution.gross() || net.is_none()), net)
}

/// What the kanslier of the alternatives with less income than today must save for more to be left to insatser; none where
/// there are too many to say.
#[must_use]
pub fn sentences(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> Vec<String> {
    let period = Period::of_all(results);
    let with_today = flips(results).into_iter().filter(|flip| flip.more.is_none());
    let mut alike: Vec<(Shown, Vec<&str>)> = Vec::new();
    for flip in with_today.filter(|flip| flip.saving.gross > Kronor::ZERO) {
        let Some(less) = flip.less else { continue };
        let (name, saving) = (results[less].head.scenario.name.as_str(), shown(flip.saving, redistribution));
        match alike.iter_mut().find(|(known, _)| *known == saving) {
            Some((_, names)) => names.push(name),
            None => alike.push((saving, vec![name])),
        }
    }
    if alike.len() > MOST_SENTENCES {
        return Vec::new();
    }
    let sentence = |((gross, net), names): (Shown, Vec<&str>)| {
        let amount = |amount: Kronor| number::exact_amount(language, amount);
        words::sentence(language, &names, period, (gross.map(amount).as_deref(), net.map(amount).as_deref()))
    };
    alike.into_iter().map(sentence).collect()
}

/// Every pair, with the difference in kansli costs at which it changes places; none where no incomes differ or there is
/// only one alternative, of which the break-even says it.
#[must_use]
pub fn table(
    results: &[ScenarioResult],
    redistribution: Redistribution,
    language: Language,
) -> Option<Table> {
    let (labels, of_flips) = (labels(language), words::labels(language));
    let mut pairs = flips(results);
    if results.len() < 2 || pairs.is_empty() {
        return None;
    }
    pairs.truncate(MOST_PAIRS);
    let name = |place: Option<usize>| match place {
        None => labels.today.to_owned(),
        Some(place) => results[place].head.scenario.name.clone(),
    };
    let has_net = redistribution.net_of(results);
    let has_gross = redistribution.gross() || !has_net;
    let columns = Columns::new()
        .text(labels.alternative, |flip: &&Flip| name(flip.less))
        .text(of_flips.leaves_more_than, |flip| name(flip.more))
        .when(has_gross, |columns| {
            columns.figures(of_flips.limit_gross, |flip| Cell::Amount(Some(flip.saving.gross)))
        })
        .when(has_net, |columns| {
            let heading = if has_gross { labels.net } else { of_flips.limit };
            columns.figures(heading, |flip| Cell::Amount(flip.saving.net))
        })
        .figures(of_flips.stated, |flip| Cell::Amount(flip.stated));
    let rows = columns.rows(&pairs);
    let caption = Period::of_all(results).caption(language, |captions| captions.flip);
    Some(columns.table(caption, rows, [of_flips.note.to_owned()]))
}
