//! What the results of insatser are worth to society by the values of a file, and how soon that is as much as they cost. It
//! is not part of the förbund's money, and shown only where a file states values.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::decimals::known_as_written;
use super::ratio::of_fraction;
use crate::catalogue::described;
use crate::input::value_section::StatedValue;
use crate::model::fraction::Fraction;
use crate::model::insatser::Insats;
use crate::model::kronor::Kronor;
use crate::model::name::canonical;
use crate::model::path::MONTHS;

described!(
    /// What a year's results are worth to society by the values of the file. It is not the förbund's money, and in no other
    /// amount.
    #[sv = "Vad ett års resultat är värda för samhället enligt filens värden. Det är inte förbundets pengar, och ingår inte i \
            några andra belopp."]
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
    pub struct SocietyValue {
        /// What all those insatser cost that state results, with a value or not, kr a year.
        #[sv = "Vad alla insatser som anger resultat kostar, med eller utan värde, kr per år."]
        #[figure(Kronor, "Kostnad", "Cost")]
        pub kostnad: Kronor,
        /// The persons with each result times its lowest value, kr a year. Not the förbund's money. Null if it is more than can
        /// be shown.
        #[sv = "Personerna med varje resultat gånger dess lägsta värde, kr per år. Inte förbundets pengar. Null om det är mer än \
                vad som kan visas."]
        #[figure(Kronor, "Värde för samhället, lägst", "Value to society, lowest")]
        pub low: Option<Kronor>,
        /// The persons with each result times its highest value, kr a year. Not the förbund's money. Null if it is more than can
        /// be shown.
        #[sv = "Personerna med varje resultat gånger dess högsta värde, kr per år. Inte förbundets pengar. Null om det är mer \
                än vad som kan visas."]
        #[figure(Kronor, "Värde för samhället, högst", "Value to society, highest")]
        pub high: Option<Kronor>,
        /// Months until the value is as much as the cost at the highest values, one decimal. Null if it never is, or if that is
        /// not known because results lack a value.
        #[sv = "Månader tills värdet är lika stort som kostnaden med de högsta värdena, en decimal. Null om det aldrig blir det, eller \
                om det inte är känt eftersom resultat saknar värde."]
        #[figure(Plain, "Återbetald, månader, kortast", "Paid back, months, shortest")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub payback_months_shortest: Option<Decimal>,
        /// Months until the value is as much as the cost at the lowest values, one decimal. Null as the shortest.
        #[sv = "Månader tills värdet är lika stort som kostnaden med de lägsta värdena, en decimal. Null som det kortaste."]
        #[figure(Plain, "Återbetald, månader, längst", "Paid back, months, longest")]
        #[schemars(with = "Option<String>")]
        #[serde(serialize_with = "known_as_written")]
        pub payback_months_longest: Option<Decimal>,
        /// Whether persons have results of which the file states no value, so that the results may be worth more.
        #[sv = "Om personer har resultat som filen inte anger något värde för, så att resultaten kan vara värda mer."]
        #[is(Added, Mark)]
        pub lacks_values: bool,
    }
);

described!(
    /// What a person with a result is worth to society, by the file.
    #[sv = "Vad en person med ett resultat är värd för samhället, enligt filen."]
    #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
    #[row(Part, "resultat", "resultat")]
    pub struct ValueResult {
        /// The result.
        #[sv = "Resultatet."]
        #[is(Id)]
        pub resultat: String,
        /// The lowest value of a person, kr a year.
        #[sv = "Det lägsta värdet av en person, kr per år."]
        #[figure(Kronor, "Lägst", "Lowest")]
        pub low: Kronor,
        /// The highest value of a person, kr a year.
        #[sv = "Det högsta värdet av en person, kr per år."]
        #[figure(Kronor, "Högst", "Highest")]
        pub high: Kronor,
        /// Where the value comes from.
        #[sv = "Var värdet kommer från."]
        pub source: String,
    }
);

impl ValueResult {
    /// Those of a file; nothing where it states none.
    pub(super) fn all(values: &[StatedValue]) -> Option<Vec<Self>> {
        let result = |stated: &StatedValue| Self {
            resultat: stated.resultat.clone(),
            low: stated.low,
            high: stated.high,
            source: stated.source.clone(),
        };
        (!values.is_empty()).then(|| values.iter().map(result).collect())
    }
}

/// What a person with each result is worth, by the canonical names of results: the lowest and the highest.
#[derive(Clone, Debug)]
pub(super) struct Values(BTreeMap<String, [Kronor; 2]>);

impl Values {
    /// Those of a file; nothing where it states none.
    pub(super) fn of(stated: &[StatedValue]) -> Option<Self> {
        let each = stated.iter().map(|one| (canonical(&one.resultat), [one.low, one.high]));
        (!stated.is_empty()).then(|| Self(each.collect()))
    }

    /// What the results of some insatser are worth in a year.
    pub(super) fn of_insatser<'all>(&self, all: impl Iterator<Item = &'all Insats>) -> SocietyValue {
        self.of_months(all.map(|insats| (MONTHS, insats)))
    }

    /// The same of insatser that there are for so many months of a year.
    pub(super) fn of_months<'all>(&self, all: impl IntoIterator<Item = (u32, &'all Insats)>) -> SocietyValue {
        let sum =
            all.into_iter().fold(Valued::default(), |sum, (months, insats)| sum.plus(months, insats, self));
        sum.into()
    }
}

/// Sums over insatser that state results, in twelfths of kronor. What persons are worth together is wider than an amount.
#[derive(Clone, Copy, Default, Debug)]
struct Valued {
    kostnad: u128,
    low: u128,
    high: u128,
    lacks_values: bool,
}

impl Valued {
    /// These and so many months of an insats, which counts nothing where it states no results.
    fn plus(mut self, months: u32, insats: &Insats, values: &Values) -> Self {
        if insats.resultat.is_empty() {
            return self;
        }
        let months = u128::from(months);
        self.kostnad += months * u128::from(insats.kostnad.unsigned());
        for (kind, persons) in &insats.resultat {
            match values.0.get(&canonical(kind)) {
                Some([low, high]) => {
                    self.low += months * u128::from(low.unsigned()) * u128::from(*persons);
                    self.high += months * u128::from(high.unsigned()) * u128::from(*persons);
                }
                None => self.lacks_values |= *persons > 0,
            }
        }
        self
    }
}

impl SocietyValue {
    /// That of no insatser.
    pub(super) fn nothing() -> Self {
        Valued::default().into()
    }
}

impl From<Valued> for SocietyValue {
    fn from(Valued { kostnad, low, high, lacks_values }: Valued) -> Self {
        let year = u128::from(MONTHS);
        // Each rounded once, half up: nothing is below zero.
        let amount = |twelfths: u128| {
            let amount = Kronor::from_unsigned((twelfths + year / 2) / year);
            amount.filter(|amount| *amount <= Kronor::LARGEST_RESULT)
        };
        // Cost ÷ value a year in twelfths of a year, rounded once.
        let months = |value: u128| of_fraction(Fraction::new(kostnad * year, value)?, 1);
        Self {
            kostnad: amount(kostnad).expect("costs of a file of limited size"),
            low: amount(low),
            high: amount(high),
            payback_months_shortest: months(high),
            payback_months_longest: months(low),
            lacks_values,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insats(kostnad: i64, resultat: &[(&str, u64)]) -> Insats {
        Insats {
            name: "I".to_owned(),
            kostnad: Kronor::new(kostnad),
            platser: None,
            deltagare: None,
            avslutade: None,
            ort: None,
            malgrupp: None,
            resultat: resultat.iter().map(|(kind, persons)| ((*kind).to_owned(), *persons)).collect(),
            natura: Vec::new(),
            natura_tjanster: Vec::new(),
            source: None,
        }
    }

    fn values(low: i64, high: i64) -> Values {
        let [low, high] = [low, high].map(Kronor::new);
        let stated = StatedValue { resultat: "Arbete".to_owned(), low, high, source: "s".to_owned() };
        Values::of(&[stated]).expect("a value")
    }

    /// 20 persons at 250 000 to 400 000 kr are 5 to 8 mnkr; 3 000 000 ÷ 8 000 000 of a year are 4.5 months and ÷ 5 000 000 are
    /// 7.2. An insats without results costs nothing here, one with results that have no value does.
    #[test]
    fn persons_times_value_against_what_their_insatser_cost() {
        let all = [
            insats(2_000_000, &[("arbete", 20), ("studier", 15)]),
            insats(7_000_000, &[]),
            insats(1_000_000, &[("studier", 3)]),
        ];
        let found = values(250_000, 400_000).of_insatser(all.iter());
        assert_eq!(found.kostnad, Kronor::new(3_000_000));
        assert_eq!([found.low, found.high], [5_000_000, 8_000_000].map(|value| Some(Kronor::new(value))));
        assert_eq!(found.payback_months_shortest, Some(Decimal::new(45, 1)));
        assert_eq!(found.payback_months_longest, Some(Decimal::new(72, 1)));
    }

    /// 1 ÷ 80 of a year are 0.15 months: a half goes away from zero.
    #[test]
    fn months_are_rounded_once_and_there_are_none_without_value() {
        let found = values(0, 80).of_insatser([insats(1, &[("ARBETE", 1)])].iter());
        assert_eq!(found.payback_months_shortest, Some(Decimal::new(2, 1)));
        assert_eq!((found.low, found.payback_months_longest), (Some(Kronor::ZERO), None));
        let nobody = values(1, 1).of_insatser([insats(1, &[("arbete", 0)])].iter());
        assert_eq!((nobody.kostnad, nobody.payback_months_shortest), (Kronor::new(1), None));
    }

    /// What is not valued is not worthless: whether it ever pays is then not known.
    #[test]
    fn results_without_a_value_are_marked() {
        let lacks =
            |resultat: &[(&str, u64)]| values(0, 80).of_insatser([insats(1, resultat)].iter()).lacks_values;
        assert!(lacks(&[("studier", 1)]) && lacks(&[("arbete", 1), ("studier", 1)]));
        assert!(!lacks(&[("arbete", 1), ("studier", 0)]) && !lacks(&[]));
    }

    #[test]
    fn a_value_beyond_all_amounts_is_not_shown() {
        let found = values(1, 1_000_000_000_000).of_insatser([insats(1, &[("arbete", 10_000_000)])].iter());
        assert_eq!((found.low, found.high), (Some(Kronor::new(10_000_000)), None));
        assert_eq!(found.payback_months_shortest, Some(Decimal::new(0, 1)));
    }
}
