//! The tables of a TOML file, whose readers collect all errors.
//!
//! Each reader notes the keys it was asked for: what is left is unknown.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use super::at::At;
use super::dated::Dated;
use super::names::nearest;
use super::number::NumberError;
use super::toml_number::{self, Whole};
use super::years::{YEARS, month_of, year_of_key};
use crate::diagnostic::{
    Diagnostic, Diagnostics, DocumentProblem, FileProblem, Kind, PathProblem, Problem, Source,
};
use crate::model::kansli::{Cost, Item};
use crate::model::kronor::Kronor;
use crate::model::name::{LONGEST, is_too_long};
use crate::model::path::Month;

/// How many full-time posts there can be.
pub(super) const POSTS: [i64; 2] = [0, 10_000];

/// A table of the file.
pub struct Section<'doc> {
    table: &'doc DeTable<'doc>,
    span: Range<usize>,
    source: &'doc Arc<Source>,
    sink: &'doc RefCell<Diagnostics>,
    asked: RefCell<Vec<&'static str>>,
    know_all: Cell<bool>,
    missing: RefCell<Vec<&'static str>>,
}

/// A value with its place.
pub type Value<'doc> = &'doc Spanned<DeValue<'doc>>;

impl<'doc> Section<'doc> {
    /// A table at a place of a file; what is wrong with it goes to `sink`.
    pub(super) fn new(
        table: &'doc DeTable<'doc>,
        span: Range<usize>,
        source: &'doc Arc<Source>,
        sink: &'doc RefCell<Diagnostics>,
    ) -> Self {
        Self {
            table,
            span,
            source,
            sink,
            asked: RefCell::default(),
            know_all: Cell::new(false),
            missing: RefCell::default(),
        }
    }

    /// The place of the table: its header, or its braces.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Notes an error at a place.
    pub fn report(&self, problem: impl Into<Problem>, span: Range<usize>) {
        self.sink.borrow_mut().push(Diagnostic::at(problem, self.source, span));
    }

    /// Notes an error that is put into words only if it is shown.
    fn report_error(&self, span: &Range<usize>, problem: impl FnOnce() -> DocumentProblem) {
        let error = || Diagnostic::at(problem(), self.source, span.clone());
        self.sink.borrow_mut().push_error(error);
    }

    /// Whether a key is there, without reading it.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Counts a key as known without reading it.
    pub fn know(&self, key: &'static str) {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
    }

    pub(super) fn value(&self, key: &'static str) -> Option<Value<'doc>> {
        self.know(key);
        self.table.get(key)
    }

    /// Lets every key count as known: after an error that makes the single keys irrelevant.
    pub fn know_everything(&self) {
        self.know_all.set(true);
    }

    /// Every key with its place, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<(At<String>, Value<'doc>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| (At { value: key.get_ref().to_string(), span: key.span() }, value))
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        entries
    }

    pub(super) fn wrong_type(&self, key: &str, expected: Kind, value: Value<'_>) {
        let found = kind(value.get_ref());
        self.report(DocumentProblem::WrongType { key: key.to_owned(), expected, found }, value.span());
    }

    /// Notes that `key` is missing, unless it is there (and was refused for another reason).
    pub fn require(&self, key: &'static str) {
        if !self.has(key) {
            self.missing.borrow_mut().push(key);
        }
    }

    /// Whether some key here that is not known so far looks like a misspelling of one of these.
    #[must_use]
    pub fn misspells(&self, keys: &[&str]) -> bool {
        let near = |key: &str| nearest(key, keys.iter().copied()).is_some();
        let asked = self.asked.borrow();
        let known = |key: &str| keys.contains(&key) || asked.contains(&key);
        // Among more than anybody misspells, none need be looked at.
        let unknown = self.table.keys().filter(|key| !known(key.get_ref())).take(Diagnostics::MOST);
        unknown.into_iter().any(|key| near(key.get_ref()))
    }

    /// Notes a list that is there and empty.
    pub fn refuse_empty_list(&self, key: &'static str) {
        let Some(value) = self.table.get(key) else { return };
        if value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            self.report(DocumentProblem::EmptyValue { key: key.to_owned() }, value.span());
        }
    }

    /// A text that is not empty and no longer than a name.
    pub fn text(&self, key: &'static str) -> Option<At<String>> {
        self.value(key).and_then(|value| self.as_text(key, value))
    }

    /// A text that must be there.
    pub fn required_text(&self, key: &'static str) -> Option<At<String>> {
        self.require(key);
        self.text(key)
    }

    /// A text that is not empty and may be of any length: a description or a path, which no row of a table repeats.
    pub fn long_text(&self, key: &'static str) -> Option<At<String>> {
        self.value(key).and_then(|value| self.as_long_text(key, value))
    }

    /// A text of any length that must be there.
    pub fn required_long_text(&self, key: &'static str) -> Option<At<String>> {
        self.require(key);
        self.long_text(key)
    }

    pub(super) fn as_text(&self, key: &str, value: Value<'_>) -> Option<At<String>> {
        let text = self.as_long_text(key, value)?;
        if is_too_long(&text.value) {
            self.report(FileProblem::NameTooLong { most: LONGEST }, text.span);
            return None;
        }
        Some(text)
    }

    /// The text of any length that an entry holds.
    #[must_use]
    pub fn as_long_text(&self, key: &str, value: Value<'_>) -> Option<At<String>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, Kind::Text, value);
            return None;
        };
        if text.trim().is_empty() {
            self.report(DocumentProblem::EmptyValue { key: key.to_owned() }, value.span());
            return None;
        }
        Some(At { value: text.trim().to_owned(), span: value.span() })
    }

    /// A list of texts that is not empty.
    pub fn texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
        self.value(key).and_then(|value| self.as_texts(key, value))
    }

    /// A list of texts that must be there.
    pub fn required_texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
        self.require(key);
        self.texts(key)
    }

    pub(super) fn as_texts(&self, key: &str, value: Value<'_>) -> Option<At<Vec<At<String>>>> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, Kind::ListOfTexts, value);
            return None;
        };
        if list.is_empty() {
            self.report(DocumentProblem::EmptyValue { key: key.to_owned() }, value.span());
            return None;
        }
        let texts: Vec<_> = list.iter().map(|item| self.as_text(key, item)).collect();
        let texts = texts.into_iter().collect::<Option<Vec<_>>>()?;
        Some(At { value: texts, span: value.span() })
    }

    /// True or false.
    pub fn boolean(&self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            self.wrong_type(key, Kind::Boolean, value);
        }
        found
    }

    /// One of some words.
    pub fn choice<Choice: Copy>(&self, key: &'static str, choices: &[(&str, Choice)]) -> Option<At<Choice>> {
        let written = self.text(key)?;
        self.choose(written, choices)
    }

    /// A table whose keys are names, each with one of some words.
    pub fn choices<Choice: Copy>(
        &self,
        key: &'static str,
        choices: &[(&str, Choice)],
    ) -> Vec<(At<String>, At<Choice>)> {
        let Some(section) = self.table(key) else { return Vec::new() };
        let chosen = section.entries().into_iter().filter_map(|(name, value)| {
            let written = section.as_text(&name.value, value)?;
            section.choose(written, choices).map(|choice| (name, choice))
        });
        chosen.collect()
    }

    pub(super) fn choose<Choice: Copy>(
        &self,
        written: At<String>,
        choices: &[(&str, Choice)],
    ) -> Option<At<Choice>> {
        let found = choices.iter().find(|(word, _)| *word == written.value);
        if found.is_none() {
            self.report_error(&written.span, || DocumentProblem::InvalidChoice {
                nearest: nearest(&written.value, choices.iter().map(|(word, _)| *word)),
                allowed: choices.iter().map(|(word, _)| (*word).to_owned()).collect(),
                value: written.value.clone(),
            });
        }
        found.map(|(_, choice)| At { value: *choice, span: written.span })
    }

    /// An amount of whole kronor from zero to 10¹².
    pub fn amount(&self, key: &'static str) -> Option<At<Kronor>> {
        self.value(key).and_then(|value| self.as_amount(key, value))
    }

    /// The amount that an entry holds.
    #[must_use]
    pub fn as_amount(&self, key: &str, value: Value<'_>) -> Option<At<Kronor>> {
        let span = value.span();
        let largest = Kronor::LARGEST_INPUT.get();
        let problem = match toml_number::whole(value.get_ref()) {
            Some(Whole::Number(amount)) if (0..=i128::from(largest)).contains(&amount) => {
                let amount = i64::try_from(amount).ok();
                return amount.map(|amount| At { value: Kronor::new(amount), span });
            }
            Some(Whole::Number(_) | Whole::TooLarge) => {
                DocumentProblem::AmountOutOfRange { key: key.to_owned() }
            }
            Some(Whole::WithDecimals) => DocumentProblem::NotWholeKronor { key: key.to_owned() },
            None => {
                self.wrong_type(key, Kind::Whole, value);
                return None;
            }
        };
        self.report(problem, span);
        None
    }

    /// A value, or a table of values by year, each read by `read`.
    pub fn dated<Read>(
        &self,
        key: &'static str,
        read: impl Fn(&Self, &str, Value<'doc>) -> Option<At<Read>>,
    ) -> Option<Dated<Read>> {
        let value = self.value(key)?;
        let table = value.get_ref().as_table();
        let years = table.is_some_and(|table| table.keys().any(|key| year_of_key(key.get_ref()).is_some()));
        let Some(table) = table.filter(|_| years) else {
            return read(self, key, value).map(Dated::always);
        };
        let entries = Section::new(table, value.span(), self.source, self.sink).entries();
        let values: Vec<_> = entries
            .into_iter()
            .map(|(year, value)| {
                let Some(of_year) = year_of_key(&year.value) else {
                    self.report(PathProblem::YearsMixed { key: key.to_owned() }, year.span);
                    return None;
                };
                Some((At { value: of_year, span: year.span }, read(self, key, value)?))
            })
            .collect();
        Some(Dated::by_year(values.into_iter().collect::<Option<_>>()?, value.span()))
    }

    /// A cost: an amount, or a table of named items that are added up.
    pub fn cost(&self, key: &'static str) -> Option<At<Cost>> {
        self.value(key).and_then(|value| self.as_cost(key, value))
    }

    /// A table of named items that are added up.
    pub fn items(&self, key: &'static str) -> Option<At<Cost>> {
        self.value(key).and_then(|value| self.as_items(key, value))
    }

    /// The cost that an entry holds.
    #[must_use]
    pub fn as_cost(&self, key: &str, value: Value<'_>) -> Option<At<Cost>> {
        match value.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => {
                self.as_amount(key, value).map(|amount| amount.map(Cost::sum))
            }
            DeValue::Table(_) => self.as_items(key, value),
            _ => {
                self.wrong_type(key, Kind::SumOrTable, value);
                None
            }
        }
    }

    /// What a cost that an entry holds comes to.
    #[must_use]
    pub fn as_sum(&self, key: &str, value: Value<'_>) -> Option<At<Kronor>> {
        self.as_cost(key, value).map(|cost| cost.map(|cost| cost.amount()))
    }

    /// The table of named items that an entry holds, in the order of the file.
    #[must_use]
    pub fn as_items(&self, key: &str, value: Value<'_>) -> Option<At<Cost>> {
        let Some(items) = value.get_ref().as_table() else {
            self.wrong_type(key, Kind::Table, value);
            return None;
        };
        if items.is_empty() {
            self.report(DocumentProblem::EmptyValue { key: key.to_owned() }, value.span());
            return None;
        }
        let entries = Section::new(items, value.span(), self.source, self.sink).entries();
        let items: Vec<_> = entries
            .into_iter()
            .map(|(name, amount)| {
                let cost = self.as_amount(&name.value, amount)?.value;
                Some(Item { name: name.value, cost })
            })
            .collect();
        let items = items.into_iter().collect::<Option<Vec<_>>>()?;
        let sum: i128 = items.iter().map(|item| i128::from(item.cost.get())).sum();
        if sum > i128::from(Kronor::LARGEST_INPUT.get()) {
            self.report(DocumentProblem::AmountOutOfRange { key: key.to_owned() }, value.span());
            return None;
        }
        Some(At { value: Cost::of_items(items), span: value.span() })
    }

    /// A whole number from `lowest` to `highest`.
    pub fn whole(&self, key: &'static str, lowest: i64, highest: i64) -> Option<At<i64>> {
        self.value(key).and_then(|value| self.as_whole(key, value, lowest, highest))
    }

    /// The whole number that an entry holds.
    #[must_use]
    pub fn as_whole(&self, key: &str, value: Value<'_>, lowest: i64, highest: i64) -> Option<At<i64>> {
        let number = match toml_number::whole(value.get_ref()) {
            Some(Whole::Number(number)) => i64::try_from(number).ok(),
            Some(Whole::TooLarge) => None,
            Some(Whole::WithDecimals) | None => {
                self.wrong_type(key, Kind::Whole, value);
                return None;
            }
        };
        let number = number.filter(|number| (lowest..=highest).contains(number));
        if number.is_none() {
            let key = key.to_owned();
            let problem = match key.as_str() {
                "year" | "years" | "from" | "to" => DocumentProblem::YearOutOfRange { key, lowest, highest },
                _ => {
                    DocumentProblem::NumberOutOfRange { key, lowest: lowest.into(), highest: highest.into() }
                }
            };
            self.report(problem, value.span());
        }
        number.map(|number| At { value: number, span: value.span() })
    }

    /// A list of whole numbers from `lowest` to `highest`.
    pub fn wholes(&self, key: &'static str, lowest: i64, highest: i64) -> Option<Vec<At<i64>>> {
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, Kind::ListOfYears, value);
            return None;
        };
        let numbers: Vec<_> = list.iter().map(|item| self.as_whole(key, item, lowest, highest)).collect();
        numbers.into_iter().collect()
    }

    /// A list of decimals that is not empty.
    pub fn decimals(&self, key: &'static str) -> Option<Vec<At<Decimal>>> {
        self.refuse_empty_list(key);
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, Kind::ListOfNumbers, value);
            return None;
        };
        let numbers: Vec<_> = list.iter().map(|item| self.as_decimal(key, item)).collect();
        numbers.into_iter().collect::<Option<Vec<_>>>().filter(|numbers| !numbers.is_empty())
    }

    /// A year, or a year with its month in a text.
    pub fn month(&self, key: &'static str) -> Option<At<Month>> {
        let value = self.value(key)?;
        let month = match value.get_ref() {
            DeValue::Integer(_) => {
                let year = self.as_whole(key, value, YEARS.0, YEARS.1)?.value;
                Some(Month::first(year))
            }
            DeValue::String(text) => month_of(text),
            _ => None,
        };
        if month.is_none() {
            self.report(PathProblem::MonthForm, value.span());
        }
        month.map(|month| At { value: month, span: value.span() })
    }

    /// A decimal exactly as written.
    pub fn decimal(&self, key: &'static str) -> Option<At<Decimal>> {
        self.value(key).and_then(|value| self.as_decimal(key, value))
    }

    /// The decimal that an entry holds.
    #[must_use]
    pub fn as_decimal(&self, key: &str, value: Value<'_>) -> Option<At<Decimal>> {
        match toml_number::decimal(value.get_ref()) {
            Ok(number) => return Some(At { value: number, span: value.span() }),
            Err(NumberError::NotANumber) => self.wrong_type(key, Kind::Decimal, value),
            Err(NumberError::TooLarge) => {
                self.report(DocumentProblem::DecimalOutOfRange { key: key.to_owned() }, value.span());
            }
        }
        None
    }

    /// Full-time posts.
    pub fn posts(&self, key: &'static str) -> Option<At<Decimal>> {
        self.value(key).and_then(|value| self.as_posts(key, value))
    }

    /// How many full-time posts an entry holds.
    #[must_use]
    pub fn as_posts(&self, key: &str, value: Value<'_>) -> Option<At<Decimal>> {
        let posts = self.as_decimal(key, value)?;
        let [lowest, highest] = POSTS.map(Decimal::from);
        if (lowest..=highest).contains(&posts.value) {
            return Some(posts);
        }
        self.report(DocumentProblem::NumberOutOfRange { key: key.to_owned(), lowest, highest }, posts.span);
        None
    }

    /// A table.
    pub fn table(&self, key: &'static str) -> Option<Section<'doc>> {
        self.value(key).and_then(|value| self.as_table(key, value))
    }

    /// A table that is written so.
    pub fn table_written_as(&self, key: &'static str, kind: Kind) -> Option<Section<'doc>> {
        self.value(key).and_then(|value| self.as_table_written(key, kind, value))
    }

    /// The table that an entry holds.
    #[must_use]
    pub fn as_table(&self, key: &str, value: Value<'doc>) -> Option<Section<'doc>> {
        self.as_table_written(key, Kind::Table, value)
    }

    fn as_table_written(&self, key: &str, kind: Kind, value: Value<'doc>) -> Option<Section<'doc>> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, kind, value);
            return None;
        };
        Some(Section::new(table, value.span(), self.source, self.sink))
    }

    /// A list of tables, each read by `read`; `None` where the key is missing or holds something else.
    pub fn tables<Item>(&self, key: &'static str, read: impl Fn(&Section<'_>) -> Item) -> Option<Vec<Item>> {
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, Kind::ListOfTables, value);
            return None;
        };
        let items: Vec<_> = list.iter().map(|item| self.as_section(key, item, &read)).collect();
        items.into_iter().collect()
    }

    fn as_section<Item>(
        &self,
        key: &str,
        value: Value<'_>,
        read: impl Fn(&Section<'_>) -> Item,
    ) -> Option<Item> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, Kind::Table, value);
            return None;
        };
        let section = Section::new(table, value.span(), self.source, self.sink);
        let item = read(&section);
        section.finish();
        Some(item)
    }

    /// A value that is a text or a list of texts.
    pub fn text_or_texts(&self, key: &'static str, expected: Kind) -> Option<TextOrTexts> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(_) => self.as_text(key, value).map(TextOrTexts::Text),
            DeValue::Array(list) if list.is_empty() => {
                Some(TextOrTexts::Texts(At { value: Vec::new(), span: value.span() }))
            }
            DeValue::Array(_) => self.as_texts(key, value).map(TextOrTexts::Texts),
            _ => {
                self.wrong_type(key, expected, value);
                None
            }
        }
    }

    /// A value that is one of some words, or a table of named numbers.
    pub fn choice_or_numbers<Choice: Copy>(
        &self,
        key: &'static str,
        choices: &[(&str, Choice)],
        expected: Kind,
    ) -> Option<At<ChoiceOrNumbers<Choice>>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(_) => {
                let written = self.as_text(key, value)?;
                self.choose(written, choices).map(|choice| choice.map(ChoiceOrNumbers::Choice))
            }
            DeValue::Table(table) if expected == Kind::NameOrTable => {
                let section = Section::new(table, value.span(), self.source, self.sink);
                let numbers = section.entries().into_iter().filter_map(|(name, number)| {
                    section.as_decimal(&name.value, number).map(|number| (name, number))
                });
                let numbers = ChoiceOrNumbers::Numbers(numbers.collect());
                Some(At { value: numbers, span: value.span() })
            }
            _ => {
                self.wrong_type(key, expected, value);
                None
            }
        }
    }

    /// Ends the reading of a table: notes every key that nobody asked for, and every one that is missing, unless
    /// an unknown key is a misspelling of it.
    pub fn finish(&self) {
        let mut meant = Vec::new();
        if !self.know_all.get() {
            let asked = self.asked.borrow();
            for (key, value) in self.entries() {
                if asked.contains(&key.value.as_str()) {
                    continue;
                }
                self.report_error(&key.span, || {
                    // What names a table is easily written after the first table of the file, as a key of that.
                    if key.value == "insatser" && kind(value.get_ref()) == Kind::Text {
                        return DocumentProblem::KeyOfTop { key: key.value.clone() };
                    }
                    let nearest = nearest(&key.value, asked.iter().copied());
                    meant.extend(nearest.clone());
                    let allowed = asked.iter().map(|&key| key.to_owned()).collect();
                    DocumentProblem::UnknownKey { nearest, allowed, key: key.value.clone() }
                });
            }
        }
        for key in self.missing.borrow().iter().filter(|&&key| !meant.iter().any(|meant| meant == key)) {
            self.report(DocumentProblem::MissingKey { key: (*key).to_owned() }, self.span());
        }
    }
}

/// A text or a list of texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TextOrTexts {
    /// A text.
    Text(At<String>),
    /// A list, perhaps empty.
    Texts(At<Vec<At<String>>>),
}

/// One of some words, or named numbers in the order of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChoiceOrNumbers<Choice> {
    /// A word.
    Choice(Choice),
    /// Numbers with their names.
    Numbers(Vec<(At<String>, At<Decimal>)>),
}

fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) => Kind::Whole,
        DeValue::Float(_) if toml_number::decimal(value) == Err(NumberError::NotANumber) => Kind::NotFinite,
        DeValue::Float(_) => Kind::Float,
        DeValue::Boolean(_) => Kind::Boolean,
        DeValue::Datetime(_) => Kind::Date,
        DeValue::Array(_) => Kind::List,
        DeValue::Table(_) => Kind::Table,
    }
}
