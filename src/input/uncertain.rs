//! Which numbers of an inquiry are uncertain, and how each may turn out: `[[uncertain]]` resolved, all errors at once.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline_file::{BaselineFile, REST_FORBUND};
use super::document::At;
use super::kommun_names::{find_kommun, unfound_kommun};
use super::names::{NameError, Names};
use super::scenario_file::ChangeSection;
use super::uncertain_costs::{costs, kanslier};
pub use super::uncertain_number::Number;
use super::uncertain_section::{UncertainSection, What};
use crate::diagnostic::{
    Diagnostic, Diagnostics, Label, PathProblem, Problem, ScenarioProblem, Source, UncertainProblem,
};
use crate::model::figures::Figures;
use crate::model::kommun::{KommunId, Kommuner};
use crate::model::kronor::Kronor;

/// Which numbers an entry is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// These, each by itself.
    These(Vec<Number>),
    /// The försörjningsmått of every kommun, each by itself.
    EveryForsorjningsmatt,
    /// The inhabitants 16–64 of every kommun, each by itself.
    EveryBefolkning,
}

/// How a number may turn out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Spread {
    /// Every value between these is as likely.
    Uniform {
        /// The least.
        low: Decimal,
        /// The most.
        high: Decimal,
    },
    /// The chance grows from both ends to the mode.
    Triangular {
        /// The least.
        low: Decimal,
        /// The most likely.
        mode: Decimal,
        /// The most.
        high: Decimal,
    },
    /// Normal; what is below the least value that the number can have counts as that.
    Normal {
        /// The mean.
        mean: Decimal,
        /// The standard deviation.
        sd: Decimal,
    },
    /// Normal around the number as it stands.
    Relative {
        /// The standard deviation in parts of it.
        sd: Decimal,
    },
    /// One of these, each as likely.
    Values(Vec<Decimal>),
}

/// An entry of `[[uncertain]]`.
#[derive(Clone, Debug)]
pub struct Uncertain {
    /// What it is about.
    pub what: What,
    /// Which numbers.
    pub subject: Subject,
    /// How they may turn out.
    pub spread: Spread,
    /// How much they move together, from 0 to 1.
    pub correlation: Decimal,
    /// The group whose entries move together; those of no group move with none but their own.
    pub group: Option<String>,
    /// Whether it names whose number it is: then it narrows one that does not.
    pub is_narrow: bool,
    /// Where it stands.
    pub place: Label,
}

impl Uncertain {
    /// Whether it says the same of the same numbers, wherever it stands.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |one: &Self| {
            (one.subject.clone(), one.spread.clone(), one.correlation.normalize(), one.group.clone())
        };
        said(self) == said(other)
    }

    /// Whether another one is about a number of it too, and none narrows the other.
    #[must_use]
    pub fn clashes_with(&self, other: &Self) -> bool {
        self.what == other.what
            && self.is_narrow == other.is_narrow
            && match (&self.subject, &other.subject) {
                (Subject::These(one), Subject::These(other)) => {
                    one.iter().any(|number| other.contains(number))
                }
                (one, other) => one == other,
            }
    }
}

/// The most and the least that a number can be.
#[must_use]
pub fn bounds(what: What) -> [Decimal; 2] {
    let most = match what {
        What::Appropriation | What::BaseGrant | What::Kansli | What::Engangskostnad => {
            Kronor::LARGEST_INPUT.get().into()
        }
        What::RestForbund => REST_FORBUND.1.into(),
        What::RestBefolkning | What::RestForsorjningsmatt => Decimal::from(1_000_000_000_000_i64),
        What::Befolkning | What::Forsorjningsmatt => Figures::MOST_INHABITANTS.into(),
        What::Weight => Decimal::ONE,
        What::KansliIndex => return [Decimal::new(-999_999, 6), Decimal::new(999_999, 6)],
    };
    [Decimal::ZERO, most]
}

/// The entries of a baseline; what is wrong with them is reported.
pub(super) fn of_baseline(
    file: &BaselineFile,
    text: &Arc<Source>,
    has_path: bool,
    (kommuner, kommun_names): (&Kommuner, &Names<KommunId>),
    diagnostics: &mut Diagnostics,
) -> Vec<Uncertain> {
    let (changes, earlier) = (None, [].as_slice());
    let resolver =
        Resolver { text, baseline: file, has_path, kommuner, kommun_names, changes, earlier, diagnostics };
    resolver.resolve(&file.uncertain)
}

/// Resolves the entries of a file.
pub(super) struct Resolver<'run> {
    pub(super) text: &'run Arc<Source>,
    /// The baseline as written.
    pub(super) baseline: &'run BaselineFile,
    /// Whether years are computed.
    pub(super) has_path: bool,
    pub(super) kommuner: &'run Kommuner,
    pub(super) kommun_names: &'run Names<KommunId>,
    /// The changes of the scenario, in the order in which they are done; none in a baseline.
    pub(super) changes: Option<&'run [ChangeSection]>,
    /// What the baseline says already.
    pub(super) earlier: &'run [Uncertain],
    pub(super) diagnostics: &'run mut Diagnostics,
}

impl Resolver<'_> {
    fn refuse(&mut self, problem: impl Into<Problem>, span: &Range<usize>) {
        self.diagnostics.push_error(|| Diagnostic::at(problem, self.text, span.clone()));
    }

    /// The sound ones of the entries; what is wrong with the others is reported.
    pub(super) fn resolve(mut self, sections: &[UncertainSection]) -> Vec<Uncertain> {
        let mut all: Vec<Uncertain> = Vec::new();
        for section in sections {
            let Some(one) = self.entry(section) else { continue };
            let first = self.earlier.iter().chain(&all).find(|first| first.clashes_with(&one));
            if let Some(first) = first {
                let problem = UncertainProblem::Twice { what: one.what.key().to_owned() };
                let diagnostic = Diagnostic::at(problem, self.text, section.span.clone());
                self.diagnostics.push(diagnostic.and(&first.place.source, first.place.span.clone()));
                continue;
            }
            all.push(one);
        }
        all
    }

    fn entry(&mut self, section: &UncertainSection) -> Option<Uncertain> {
        let spread = self.spread(section);
        let correlation = self.correlation(section);
        let what = section.what.as_ref()?.value;
        let subject = self.subject(section, what);
        Some(Uncertain {
            what,
            subject: subject?,
            spread: spread?,
            correlation: correlation?,
            group: section.group.as_ref().map(|group| group.value.clone()),
            is_narrow: section.kommun.is_some() || section.forbund.is_some(),
            place: Label { source: self.text.clone(), span: section.span.clone() },
        })
    }

    fn correlation(&mut self, section: &UncertainSection) -> Option<Decimal> {
        let Some(written) = &section.correlation else { return Some(Decimal::ZERO) };
        if written.value < Decimal::ZERO || written.value > Decimal::ONE {
            self.refuse(UncertainProblem::Correlation, &written.span);
            return None;
        }
        Some(written.value)
    }

    fn spread(&mut self, section: &UncertainSection) -> Option<Spread> {
        let spread = match section.written.as_slice() {
            ["low", "high"] => {
                let (low, high) = (section.low.as_ref()?, section.high.as_ref()?);
                self.in_order(("low", low), ("high", high))?;
                Spread::Uniform { low: low.value, high: high.value }
            }
            ["low", "high", "mode"] => {
                let (low, high) = (section.low.as_ref()?, section.high.as_ref()?);
                let mode = section.mode.as_ref()?;
                self.in_order(("low", low), ("high", high))?;
                self.in_order(("low", low), ("mode", mode))?;
                self.in_order(("mode", mode), ("high", high))?;
                Spread::Triangular { low: low.value, mode: mode.value, high: high.value }
            }
            ["mean", "sd"] => {
                let (mean, sd) = (section.mean.as_ref()?, section.sd.as_ref()?);
                self.above_zero("sd", sd)?;
                Spread::Normal { mean: mean.value, sd: sd.value }
            }
            ["relative"] => {
                let sd = section.relative.as_ref()?;
                self.above_zero("relative", sd)?;
                if sd.value >= Decimal::ONE {
                    self.refuse(UncertainProblem::TooWide, &sd.span);
                    return None;
                }
                Spread::Relative { sd: sd.value }
            }
            ["values"] => Spread::Values(section.values.as_ref()?.iter().map(|value| value.value).collect()),
            _ => {
                self.refuse(UncertainProblem::Form, &section.span);
                return None;
            }
        };
        let what = section.what.as_ref()?.value;
        self.within(what, section, &spread)?;
        Some(spread)
    }

    fn in_order(
        &mut self,
        (low_key, low): (&str, &At<Decimal>),
        (key, high): (&str, &At<Decimal>),
    ) -> Option<()> {
        if low.value <= high.value {
            return Some(());
        }
        let problem = UncertainProblem::Order { key: low_key.to_owned(), than: key.to_owned() };
        let diagnostic = Diagnostic::at(problem, self.text, low.span.clone());
        self.diagnostics.push(diagnostic.and(self.text, high.span.clone()));
        None
    }

    fn above_zero(&mut self, key: &str, number: &At<Decimal>) -> Option<()> {
        if number.value > Decimal::ZERO {
            return Some(());
        }
        self.refuse(UncertainProblem::NoSpread { key: key.to_owned() }, &number.span);
        None
    }

    /// Reports what the number can never be.
    fn within(&mut self, what: What, section: &UncertainSection, spread: &Spread) -> Option<()> {
        let [least, most] = bounds(what);
        let values = section.values.iter().flatten();
        let ends =
            [&section.low, &section.high, &section.mode, &section.mean].into_iter().flatten().chain(values);
        let (name, mut is_sound) = (what.key().to_owned(), true);
        for end in ends {
            let problem: Problem = if (end.value < least || end.value > most) && !least.is_zero() {
                PathProblem::Rate { key: name.clone() }.into()
            } else if end.value < least {
                UncertainProblem::BelowZero { what: name.clone() }.into()
            } else if end.value > most {
                UncertainProblem::OutOfRange { what: name.clone(), most }.into()
            } else {
                continue;
            };
            is_sound = false;
            self.refuse(problem, &end.span);
        }
        if let (Spread::Normal { mean, sd }, true, Some(written)) = (spread, is_sound, &section.sd) {
            let three = sd.checked_mul(Decimal::from(3)).and_then(|three| mean.checked_sub(three));
            if least.is_zero() && three.is_none_or(|low| low < Decimal::ZERO) {
                is_sound = false;
                self.refuse(UncertainProblem::BelowZero { what: name }, &written.span);
            }
        }
        is_sound.then_some(())
    }

    fn subject(&mut self, section: &UncertainSection, what: What) -> Option<Subject> {
        let is_of_kommun = matches!(what, What::Forsorjningsmatt | What::Befolkning);
        let is_of_forbund = matches!(what, What::Kansli | What::Engangskostnad);
        let misplaced = [
            ("kommun", section.kommun.as_ref().filter(|_| !is_of_kommun)),
            ("forbund", section.forbund.as_ref().filter(|_| !is_of_forbund)),
        ];
        let mut is_sound = true;
        for (key, written) in misplaced {
            let Some(written) = written else { continue };
            is_sound = false;
            let problem = UncertainProblem::Whose { key: key.to_owned(), what: what.key().to_owned() };
            self.refuse(problem, &written.span);
        }
        if !is_sound {
            return None;
        }
        let one = |number| Some(Subject::These(vec![number]));
        let rest = self.baseline.model.rest_of_country.as_ref();
        let (is_stated, subject) = match what {
            What::Forsorjningsmatt | What::Befolkning => return self.of_kommuner(section, what),
            What::Kansli | What::Engangskostnad => return self.of_forbund(section, what),
            What::Appropriation => (self.baseline.model.appropriation.is_some(), one(Number::Appropriation)),
            What::BaseGrant => (true, one(Number::BaseGrant)),
            What::RestForbund => (rest.is_some_and(|rest| rest.forbund.is_some()), one(Number::RestForbund)),
            What::RestBefolkning => {
                (rest.is_some_and(|rest| rest.befolkning_16_64.is_some()), one(Number::RestBefolkning))
            }
            What::RestForsorjningsmatt => {
                (rest.is_some_and(|rest| rest.forsorjningsmatt.is_some()), one(Number::RestForsorjningsmatt))
            }
            What::Weight => (true, one(Number::Weight)),
            What::KansliIndex => (self.has_path, one(Number::KansliIndex)),
        };
        if !is_stated {
            let span = section.what.as_ref()?.span.clone();
            self.refuse(UncertainProblem::NotStated { what: what.key().to_owned() }, &span);
            return None;
        }
        subject
    }

    fn of_kommuner(&mut self, section: &UncertainSection, what: What) -> Option<Subject> {
        let number = if what == What::Befolkning { Number::Befolkning } else { Number::Forsorjningsmatt };
        let Some(written) = &section.kommun else {
            let is_population = what == What::Befolkning;
            return Some(if is_population {
                Subject::EveryBefolkning
            } else {
                Subject::EveryForsorjningsmatt
            });
        };
        let found = find_kommun(&written.value, self.kommuner, self.kommun_names).ok();
        if found.is_none() && !self.kommuner.is_empty() {
            self.refuse(unfound_kommun(&written.value, self.kommuner, self.kommun_names), &written.span);
        }
        Some(Subject::These(vec![number(found?)]))
    }

    fn of_forbund(&mut self, section: &UncertainSection, what: What) -> Option<Subject> {
        let costs = costs(self.changes, what);
        let of_baseline = if what == What::Kansli { kanslier(self.baseline) } else { Vec::new() };
        let Some(written) = &section.forbund else {
            // Each that the file itself states, or else the baseline.
            let mut all: Vec<Number> = costs.into_iter().map(|(number, _)| number).collect();
            if all.is_empty() {
                let stated = of_baseline.into_iter().filter(|cost| cost.is_stated);
                all.extend(stated.map(|cost| cost.number));
            }
            // One that is shared is known by each who shares.
            all.dedup();
            if all.is_empty() {
                let span = section.what.as_ref()?.span.clone();
                self.refuse(UncertainProblem::NotStated { what: what.key().to_owned() }, &span);
                return None;
            }
            return Some(Subject::These(all));
        };
        // What is stated last of a name is what holds in the end.
        let stated = costs.iter().rev().flat_map(|(number, names)| names.iter().map(|name| (*name, *number)));
        let stated = stated.chain(of_baseline.iter().map(|cost| (cost.name, cost.number)));
        let mut known: Vec<(&str, Number)> = Vec::new();
        for (name, number) in stated {
            if !known.iter().any(|(known, _)| *known == name) {
                known.push((name, number));
            }
        }
        let names = Names::new(known.iter().copied());
        let Ok(number) = names.find(&written.value) else {
            let name = written.value.clone();
            let problem = match names.explain(&written.value) {
                NameError::Unknown(nearest) => {
                    let existing = known.iter().map(|(name, _)| (*name).to_owned()).collect();
                    ScenarioProblem::UnknownForbund { name, nearest, existing }
                }
                NameError::Ambiguous(candidates) => ScenarioProblem::AmbiguousForbund { name, candidates },
            };
            self.refuse(problem, &written.span);
            return None;
        };
        if of_baseline.iter().any(|cost| cost.number == number && !cost.is_stated) {
            self.refuse(UncertainProblem::NotStated { what: what.key().to_owned() }, &written.span);
            return None;
        }
        Some(Subject::These(vec![number]))
    }
}
