//! Changes as they are typed: a scenario whose values stand in the command line.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{CommandProblem, Diagnostic, Diagnostics, FileProblem, Problem, Source};
use crate::input::document::{At, ChoiceOrNumbers};
use crate::input::number;
use crate::input::scenario_file::{ChangeSection, PartSection, ScenarioFile, Verb};
use crate::model::kansli::{Cost, SplitBy};
use crate::model::name::{LONGEST, is_too_long};

/// An option that says what changes, or something about the change before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the names are those of the options")]
pub enum ChangeOption {
    Merge,
    Into,
    Move,
    Split,
    Create,
    SharedKansli,
    Kansli,
}

impl ChangeOption {
    /// Each with the name that it is typed with.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Merge, "merge"),
        (Self::Into, "into"),
        (Self::Move, "move"),
        (Self::Split, "split"),
        (Self::Create, "create"),
        (Self::SharedKansli, "shared-kansli"),
        (Self::Kansli, "kansli"),
    ];

    /// How it is typed, with its dashes.
    fn typed(self) -> String {
        let (_, name) = Self::ALL[self as usize];
        format!("--{name}")
    }
}

/// Options with what was typed behind them, in order.
pub type TypedOptions = Vec<(ChangeOption, String)>;

/// Changes as they were typed.
#[derive(Debug)]
pub struct TypedScenario {
    /// Their scenario, without a baseline.
    pub file: ScenarioFile,
    /// The text that its values stand in.
    pub text: Arc<Source>,
    /// Options that cannot be understood, or do not follow the change that they belong to.
    pub found: Diagnostics,
    /// Whether it is known what each change does, so that names can be looked up.
    pub is_readable: bool,
}

/// The scenario that the options make, called `name`.
#[must_use]
pub fn scenario(options: &TypedOptions, name: String) -> TypedScenario {
    let mut text = String::new();
    let mut spans = Vec::new();
    for (option, value) in options {
        text += &option.typed();
        text += " \"";
        spans.push(text.len()..text.len() + value.len());
        text += value;
        text += "\"\n";
    }
    let mut reader = Reader {
        source: Arc::new(Source::new("finsam new".to_owned(), text)),
        changes: Vec::new(),
        unfinished: None,
        found: Diagnostics::default(),
    };
    for ((option, _), span) in options.iter().zip(spans) {
        reader.option(*option, span);
    }
    reader.finish_change();
    let Reader { source, changes, found, .. } = reader;
    let is_readable = changes.iter().all(|change| change.verb.is_some());
    let file = ScenarioFile {
        path: None,
        rules: None,
        uncertain: Vec::new(),
        caps: None,
        name: Some(At { value: name, span: 0..0 }),
        description: None,
        source: None,
        baseline: None,
        changes,
        checks: Vec::new(),
        assumptions: Vec::new(),
    };
    TypedScenario { file, text: source, found, is_readable }
}

struct Reader {
    source: Arc<Source>,
    changes: Vec<ChangeSection>,
    /// The option of the last change, as long as another one must follow it.
    unfinished: Option<(ChangeOption, Range<usize>)>,
    found: Diagnostics,
}

impl Reader {
    fn report(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        self.found.push(Diagnostic::at(problem, &self.source, span));
    }

    /// That an option is not written as it should be.
    fn report_form(&mut self, option: ChangeOption, span: Range<usize>) {
        self.report(CommandProblem::ChangeForm { option: option.typed(), example: example(option) }, span);
    }

    fn option(&mut self, option: ChangeOption, span: Range<usize>) {
        match option {
            ChangeOption::Into => self.into(span),
            ChangeOption::Kansli => self.kansli(span),
            _ => {
                self.finish_change();
                let verb = self.verb(option, span.clone());
                if verb.is_none() {
                    self.report_form(option, span.clone());
                } else if matches!(option, ChangeOption::Merge | ChangeOption::SharedKansli) {
                    self.unfinished = Some((option, span.clone()));
                }
                self.changes.push(ChangeSection { verb, span, ..ChangeSection::default() });
            }
        }
    }

    /// Reports a change that lacks the option which says the rest of it.
    fn finish_change(&mut self) {
        if let Some((option, span)) = self.unfinished.take() {
            let problem = match option {
                ChangeOption::Merge => CommandProblem::MergeWithoutInto,
                _ => CommandProblem::SharedKansliWithoutKansli,
            };
            self.report(problem, span);
            // What it makes has no name that later changes could mean.
            if let Some(change) = self.changes.last_mut() {
                change.verb = None;
            }
        }
    }

    fn into(&mut self, span: Range<usize>) {
        let waits = matches!(self.unfinished, Some((ChangeOption::Merge, _)));
        let name = self.new_name(span.clone());
        match (self.changes.last_mut(), name) {
            (Some(ChangeSection { verb: Some(Verb::Merge { into, .. }), .. }), Some(name)) if waits => {
                *into = name;
                self.unfinished = None;
            }
            (Some(change), None) if waits => {
                change.verb = None;
                self.unfinished = None;
                self.report_form(ChangeOption::Into, span);
            }
            // It follows a change that could not be read.
            (Some(ChangeSection { verb: None, .. }), _) => {}
            _ => self.report(CommandProblem::IntoWithoutMerge, span),
        }
    }

    fn kansli(&mut self, span: Range<usize>) {
        let Some(value) = number::whole_kronor(&self.source.text[span.clone()]) else {
            return self.report(CommandProblem::KansliUnusable, span);
        };
        let problem = match self.changes.last_mut() {
            None => CommandProblem::KansliWithoutChange,
            Some(ChangeSection { verb: Some(Verb::Split { .. }), .. }) => CommandProblem::KansliOfSplit,
            Some(change) if change.kansli.is_some() => CommandProblem::KansliTwice,
            Some(change) => {
                change.kansli = Some(At { value: Cost::sum(value), span });
                if matches!(self.unfinished, Some((ChangeOption::SharedKansli, _))) {
                    self.unfinished = None;
                }
                return;
            }
        };
        self.report(problem, span);
    }

    /// What an option says; nothing if it is not written as it should be.
    fn verb(&mut self, option: ChangeOption, span: Range<usize>) -> Option<Verb> {
        match option {
            ChangeOption::Merge => {
                let parts = self.list(span.clone())?;
                Some(Verb::Merge { parts, into: At { value: String::new(), span } })
            }
            ChangeOption::SharedKansli => {
                let split_by = At { value: ChoiceOrNumbers::Choice(SplitBy::Budget), span: span.clone() };
                Some(Verb::SharedKansli { participants: self.list(span)?, split_by })
            }
            ChangeOption::Move => {
                let (kommuner, to) = self.halves(span, '=')?;
                Some(Verb::Move { kommuner: self.list(kommuner)?, to: self.name(to)? })
            }
            ChangeOption::Create => {
                let (name, kommuner) = self.halves(span, '=')?;
                Some(Verb::Create { name: self.new_name(name)?, kommuner: self.list(kommuner)? })
            }
            ChangeOption::Split => {
                let (whole, parts) = self.halves(span, '=')?;
                let whole = self.name(whole)?;
                let parts = self.pieces(parts, ';').into_iter().map(|part| self.part(part));
                Some(Verb::Split { whole, into: parts.collect::<Option<_>>()? })
            }
            ChangeOption::Into | ChangeOption::Kansli => None,
        }
    }

    /// A part of a split: "NAME:kommun,kommun".
    fn part(&mut self, span: Range<usize>) -> Option<PartSection> {
        let (name, kommuner) = self.halves(span.clone(), ':')?;
        let (name, kommuner) = (self.new_name(name)?, self.list(kommuner)?);
        Some(PartSection { name: Some(name), kommuner: Some(kommuner), span, ..PartSection::default() })
    }

    /// What stands before and behind a sign, if it stands there once.
    fn halves(&self, span: Range<usize>, sign: char) -> Option<(Range<usize>, Range<usize>)> {
        match self.pieces(span, sign).as_slice() {
            [one, other] => Some((one.clone(), other.clone())),
            _ => None,
        }
    }

    fn pieces(&self, span: Range<usize>, sign: char) -> Vec<Range<usize>> {
        let mut start = span.start;
        let pieces = self.source.text[span].split(sign).map(|piece| {
            let place = start..start + piece.len();
            start += piece.len() + sign.len_utf8();
            place
        });
        pieces.collect()
    }

    /// A name without the blanks around it.
    fn name(&self, span: Range<usize>) -> Option<At<String>> {
        let written = &self.source.text[span.clone()];
        let start = span.start + (written.len() - written.trim_start().len());
        let value = written.trim();
        (!value.is_empty()).then(|| At { value: value.to_owned(), span: start..start + value.len() })
    }

    /// The name of a förbund that a change makes; one that is too long is reported.
    fn new_name(&mut self, span: Range<usize>) -> Option<At<String>> {
        let name = self.name(span)?;
        if is_too_long(&name.value) {
            self.report(FileProblem::NameTooLong { most: LONGEST }, name.span.clone());
        }
        Some(name)
    }

    /// Names with commas between them.
    fn list(&self, span: Range<usize>) -> Option<At<Vec<At<String>>>> {
        let names: Option<Vec<_>> =
            self.pieces(span.clone(), ',').into_iter().map(|name| self.name(name)).collect();
        Some(At { value: names?, span })
    }
}

/// What may stand behind an option.
fn example(option: ChangeOption) -> &'static str {
    match option {
        ChangeOption::Merge | ChangeOption::SharedKansli => "Finnveden,Höglandet",
        ChangeOption::Move => "Mullsjö,Habo=Finnveden",
        ChangeOption::Split => "Höglandet=Norra:Aneby,Tranås;Södra:Eksjö,Nässjö,Sävsjö,Vetlanda",
        ChangeOption::Create => "Nya förbundet=Aneby,Tranås",
        ChangeOption::Into => "Nya förbundet",
        ChangeOption::Kansli => "1250000",
    }
}
