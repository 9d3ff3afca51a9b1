//! At which difference in kansli costs two alternatives change places: nothing of it rests on what a kansli is said to
//! cost.

use super::result::{GrossAndNet, ScenarioResult};
use crate::model::kronor::Kronor;

/// Two alternatives, one of which has less income: it leaves more to insatser once its kanslier cost enough less.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flip {
    /// The one with less income, by position; `None` is today.
    pub less: Option<usize>,
    /// The one with more.
    pub more: Option<usize>,
    /// How much less its kanslier must cost than those of the other, kr a year: more than this.
    pub saving: GrossAndNet<Kronor>,
    /// How much less they cost as the files have it; `None` where it is unknown.
    pub stated: Option<Kronor>,
}

/// Every pair of alternatives, today among them, whose incomes differ, gross or net: those with today first.
#[must_use]
pub fn flips(results: &[ScenarioResult]) -> Vec<Flip> {
    let mut places: Vec<Option<usize>> = vec![None];
    places.extend((0..results.len()).map(Some));
    let mut all = Vec::new();
    for (at, &one) in places.iter().enumerate() {
        for &other in &places[at + 1..] {
            all.extend(flip(results, one, other));
        }
    }
    all
}

fn flip(results: &[ScenarioResult], one: Option<usize>, other: Option<usize>) -> Option<Flip> {
    let income = |place: Option<usize>| match place {
        None => GrossAndNet { gross: Kronor::ZERO, net: Some(Kronor::ZERO) },
        Some(place) => results[place].figures.delta.as_ref().map(|delta| delta.total),
    };
    let kansli = |place: Option<usize>| match place {
        None => Some(Kronor::ZERO),
        Some(place) => results[place].figures.delta.gross.kansli,
    };
    let gross = income(other).gross - income(one).gross;
    // The one with less income, gross; where both have the same, as net has it.
    let net = income(other).net.zip(income(one).net).map(|(other, one)| other - one);
    let is_other_less = if gross == Kronor::ZERO { net? < Kronor::ZERO } else { gross < Kronor::ZERO };
    let (less, more) = if is_other_less { (other, one) } else { (one, other) };
    let saving = |difference: Kronor| if is_other_less { Kronor::ZERO - difference } else { difference };
    let saving = GrossAndNet { gross: saving(gross), net: net.map(saving) };
    if saving.gross == Kronor::ZERO && saving.net.is_none_or(|net| net == Kronor::ZERO) {
        return None;
    }
    let stated = kansli(more).zip(kansli(less)).map(|(more, less)| more - less);
    Some(Flip { less, more, saving, stated })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::inquiry;
    use crate::input::files::Files;

    fn results(kansli: i64) -> Vec<ScenarioResult> {
        let merged = format!(
            "name = 'Ett'\nbaseline = 'builtin:data/integratia_2017/utgangslage.toml'\n[[change]]\n\
             merge = ['Trollhättan', 'Vänersborg/Mellerud', 'BÅD-ESÅ']\ninto = 'Alla'\nkansli = {kansli}\n"
        );
        let files = Files::held([("ett.toml", merged)]);
        let wanted = ["ett.toml", "tankespar1"].map(str::to_owned);
        let inquiry = inquiry::compute(&files, &wanted, None).expect("sound files");
        inquiry.scenarios.into_iter().map(|one| one.result).collect()
    }

    #[test]
    fn alternatives_change_places_at_the_saving_and_not_before() {
        let found = flips(&results(3_700_000));
        let pairs: Vec<_> = found.iter().map(|flip| (flip.less, flip.more)).collect();
        assert_eq!(pairs, [(Some(0), None), (Some(1), None), (Some(0), Some(1))]);
        assert_eq!(found[0].saving.gross, Kronor::new(1_600_000));
        for net in [false, true] {
            let saving = |flip: &Flip| if net { flip.saving.net.expect("known") } else { flip.saving.gross };
            let insatser = |results: &[ScenarioResult], place: usize| {
                let delta = &results[place].figures.delta;
                let total = if net { delta.net.expect("known") } else { delta.gross };
                total.insatser.expect("known")
            };
            // Today's kanslier cost 3.7 million kr, and those of Tankespår 1 too.
            let (today, other) = (saving(&found[0]).get(), saving(&found[2]).get());
            let at = |saved: i64| results(3_700_000 - saved);
            assert_eq!(insatser(&at(today), 0), Kronor::ZERO);
            assert_eq!(insatser(&at(today + 1), 0), Kronor::new(1));
            let level = at(other);
            assert_eq!(insatser(&level, 0), insatser(&level, 1));
        }
        assert_eq!(flips(&results(3_000_000))[0].stated, Some(Kronor::new(700_000)));
    }
}
