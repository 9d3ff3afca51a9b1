//! What a row says of its figures: which kommun, period, ages and sex.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::ages::{Ages, is_total};
use super::heading::{Dimension, plain};
use super::observation::Sex;
use super::observer::Observer;
use super::period::{Period, month_number};
use super::register::{Register, ResolvedPlace};
use crate::diagnostic::ImportProblem;
use crate::model::kommun::Kommunkod;

/// What the place cells read so far mean, and those nobody knows.
#[derive(Default)]
pub(super) struct Seen {
    places: HashMap<String, ResolvedPlace>,
    unknown: BTreeSet<String>,
}

impl Seen {
    /// Places that are kept: more than there are in the country, however each is written.
    const MOST: usize = 20_000;

    /// What a cell means. It is looked up once however often it stands, unless there are too many.
    fn resolve<'seen>(&'seen mut self, text: &str, register: &Register) -> Cow<'seen, ResolvedPlace> {
        if !self.places.contains_key(text) {
            let place = register.resolve(text);
            if self.places.len() >= Self::MOST {
                return Cow::Owned(place);
            }
            self.places.insert(text.to_owned(), place);
        }
        Cow::Borrowed(&self.places[text])
    }

    /// Whether an unknown place was not reported yet. Among too many, everyone is taken for a new one.
    fn is_new(&mut self, text: &str) -> bool {
        self.unknown.len() >= Self::MOST || self.unknown.insert(text.to_owned())
    }
}

/// What a row says of its figures.
#[derive(Clone, Copy)]
pub(super) struct RowFacts {
    pub(super) kommunkod: Kommunkod,
    pub(super) period: Option<Period>,
    pub(super) ages: Option<Ages>,
    pub(super) sex: Sex,
}

impl Observer<'_> {
    /// The kommun of a row; what is no kommun is counted or reported.
    pub(super) fn kommun(
        &mut self,
        row: usize,
        place_row: usize,
        columns: &[usize],
        has_figure: bool,
        seen: &mut Seen,
    ) -> Option<Kommunkod> {
        let place = *columns.first()?;
        // Where the code is missing, the name may be there.
        let (place_row, place) = if self.grid.text(place_row, place).is_empty() {
            let filled = columns.iter().copied().find(|&column| !self.grid.text(row, column).is_empty());
            (row, filled.unwrap_or(place))
        } else {
            (place_row, place)
        };
        let text = self.grid.text(place_row, place);
        let span = self.grid.span(row, place);
        match &*seen.resolve(text, self.register) {
            ResolvedPlace::Kommun { kommunkod, lost_zero } => {
                self.observed.lost_zeros += usize::from(*lost_zero && place_row == row);
                let kommunkod = *kommunkod;
                let others = columns.iter().copied().filter(|column| *column != place);
                return self.agrees(row, kommunkod, others, seen).then_some(kommunkod);
            }
            ResolvedPlace::Aggregate => self.observed.aggregates += usize::from(has_figure),
            ResolvedPlace::Differ { of_code, of_name } => {
                let (of_code, of_name) = (of_code.clone(), of_name.clone());
                self.report(ImportProblem::CodeAndNameDiffer { of_code, of_name }, span);
            }
            ResolvedPlace::Unknown | ResolvedPlace::Nothing => {
                if has_figure && seen.is_new(text) {
                    let register = self.register;
                    let problem = || match text {
                        "" => ImportProblem::NoPlace,
                        _ => ImportProblem::UnknownPlace {
                            name: text.to_owned(),
                            nearest: register.nearest(text),
                        },
                    };
                    self.warn(problem, span);
                }
            }
        }
        None
    }

    /// Whether the other columns of places name the same kommun.
    fn agrees(
        &mut self,
        row: usize,
        kommunkod: Kommunkod,
        columns: impl Iterator<Item = usize>,
        seen: &mut Seen,
    ) -> bool {
        for column in columns {
            let place = seen.resolve(self.grid.text(row, column), self.register);
            let ResolvedPlace::Kommun { kommunkod: other, .. } = *place else { continue };
            if other != kommunkod {
                let name = |code: Kommunkod| self.register.entry(code).name.clone();
                let (one, two) = (name(kommunkod), name(other));
                let is_code = self.grid.text(row, column).starts_with(|letter: char| letter.is_ascii_digit());
                let (of_code, of_name) = if is_code { (two, one) } else { (one, two) };
                self.report(
                    ImportProblem::CodeAndNameDiffer { of_code, of_name },
                    self.grid.span(row, column),
                );
                return false;
            }
        }
        true
    }

    /// Period, ages and sex of a row; `None` if one of them cannot be read, which is reported once for a column.
    pub(super) fn facts(&mut self, kommunkod: Kommunkod, rows: &[usize]) -> Option<RowFacts> {
        let text = |dimension: Dimension| {
            self.layout.dimension(dimension).map(|column| self.grid.text(rows[column], column))
        };
        // A column of months can name the year too: "2021M01".
        let of_month = text(Dimension::Month).and_then(Period::parse);
        let year = text(Dimension::Year).map(Period::parse);
        let month =
            text(Dimension::Month).map(|text| of_month.map_or_else(|| month_number(text), |of| of.month));
        let ages = text(Dimension::Age).map(Ages::parse);
        let sex = match text(Dimension::Sex).map(plain) {
            None => Some(Sex::Total),
            Some(text) if is_total(&text) || text.is_empty() => Some(Sex::Total),
            Some(text) if text.starts_with('k') || text.starts_with('f') => Some(Sex::Women),
            Some(text) if text.starts_with('m') => Some(Sex::Men),
            Some(_) => None,
        };
        let unread = [
            (Dimension::Year, year == Some(None)),
            (Dimension::Month, month == Some(None)),
            (Dimension::Age, ages == Some(None)),
            (Dimension::Sex, sex.is_none()),
        ];
        if let Some((dimension, _)) = unread.into_iter().find(|(_, is_unread)| *is_unread) {
            self.report_unread(dimension, rows);
            return None;
        }
        let mut period = year.flatten().or(of_month).or(self.stated_period);
        if let (Some(period), Some(Some(month))) = (&mut period, month) {
            period.month = Some(month);
        }
        Some(RowFacts { kommunkod, period, ages: ages.flatten(), sex: sex? })
    }

    fn report_unread(&mut self, dimension: Dimension, rows: &[usize]) {
        let Some(column) = self.layout.dimension(dimension) else { return };
        if !self.unread.insert(column) {
            return;
        }
        let heading = self.layout.headings[column].clone();
        let value = self.grid.text(rows[column], column).to_owned();
        let problem = ImportProblem::CellUnread { column: heading, value };
        self.report(problem, self.grid.span(rows[column], column));
    }
}
