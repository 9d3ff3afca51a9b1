//! What every sheet needs to know: the alternatives, what the model made of them, and where each figure stands.

use std::sync::Arc;

use super::book::{Kind, Value};
use super::formula::{CellAddress, Formula};
use super::layout::{FIRST_AMOUNT, KeyOf, KommunPlaces, ParameterPlaces, SidePlaces, TODAY, forbund};
use super::names::Unique;
use crate::analysis::explanation::trace::Trace;
use crate::analysis::explanation::{Places, Priced};
use crate::analysis::result::{Contribution, ForbundResult, ScenarioResult, SideResult, Total};
use crate::analysis::rulebook::outcome_of_year;
use crate::input::baseline::LoadedBaseline;
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::allocation_base::{AllocationBase, Part};
use crate::model::baseline::{Baseline, Basis, Forbund, Rest};
use crate::model::error::ModelError;
use crate::model::grouping::Row;
use crate::model::key::Key;
use crate::model::kommun::{Kommun, KommunId, RegionId};
use crate::model::path::Growth;
use crate::model::step::SideName;
use crate::report::words::period::{Captions, Period};
use crate::report::words::sentence::marked;
use crate::report::words::workbook::{Words, grown, words};
use crate::text::label::{Labels, labels};
use crate::text::language::Language;

/// A scenario with all that a workbook of it needs.
#[derive(Clone, Copy, Debug)]
pub struct Computed<'run> {
    /// The scenario.
    pub scenario: &'run LoadedScenario,
    /// Its result.
    pub result: &'run ScenarioResult,
    /// Where its figures were given.
    pub places: &'run Places,
}

/// Why there is no workbook.
#[derive(Debug)]
pub enum Unbuilt {
    /// It would be larger than a spreadsheet program can recalculate while somebody waits.
    TooLarge,
    /// A scenario cannot be computed, which it could be when it was computed first.
    Model {
        /// Which one.
        scenario: usize,
        /// Why.
        error: ModelError,
    },
}

/// Everything that the sheets are made of.
pub(super) struct Context<'run> {
    pub(super) loaded: &'run LoadedBaseline,
    /// At least one.
    pub(super) alternatives: Vec<Alternative<'run>>,
    pub(super) language: Language,
    pub(super) labels: &'static Labels,
    pub(super) words: &'static Words,
    /// Whether net figures are shown.
    pub(super) net: bool,
    /// The kommuner that are in a förbund today or in some alternative, in order of kommunkod.
    pub(super) listed: Vec<KommunId>,
    /// Their regions, by name.
    pub(super) regions: Vec<RegionId>,
    pub(super) parameters: ParameterPlaces,
    pub(super) kommuner: KommunPlaces,
    /// Today, then each alternative: where its figures stand, and who is with whom.
    pub(super) sides: Vec<SidePlaces>,
    pub(super) rows: Vec<Vec<Arc<Row>>>,
    /// Of each förbund of the baseline, whether its decided money was shared with other figures than those of the year.
    pub(super) kept: Vec<bool>,
    /// The keys that can be chosen; none where only agreed numbers are used.
    pub(super) keys: Vec<Key>,
    /// How försörjningsmått are shown.
    pub(super) matt: Kind,
}

/// One alternative.
pub(super) struct Alternative<'run> {
    pub(super) computed: Computed<'run>,
    pub(super) trace: Trace,
}

/// A side that a sheet shows.
#[derive(Clone, Copy)]
pub(super) struct Side {
    /// Today or gross is 0, net is 1.
    pub(super) index: usize,
    pub(super) name: SideName,
    /// The column of its amounts in the tables of kommuner and regions.
    pub(super) amounts: u16,
}

impl Side {
    pub(super) const TODAY: Self = Self { index: 0, name: SideName::Before, amounts: FIRST_AMOUNT };
    pub(super) const GROSS: Self = Self { index: 0, name: SideName::Gross, amounts: FIRST_AMOUNT + 1 };
    pub(super) const NET: Self = Self { index: 1, name: SideName::Net, amounts: FIRST_AMOUNT + 3 };

    /// One of three by which side it is.
    pub(super) fn pick<Any>(self, [today, gross, net]: [Any; 3]) -> Any {
        match self.name {
            SideName::Before => today,
            SideName::Gross => gross,
            SideName::Net => net,
        }
    }

    pub(super) fn heading(self, labels: &Labels) -> &'static str {
        self.pick([labels.today, labels.gross, labels.net])
    }

    /// What somebody pays on it.
    pub(super) fn amount(self, pays: &Contribution) -> Value {
        self.pick([pays.before, pays.after.gross, pays.after.net.flatten()]).into()
    }

    /// How that differs from today.
    pub(super) fn change(self, pays: &Contribution) -> Value {
        self.pick([None, pays.delta.gross, pays.delta.net.flatten()]).into()
    }
}

impl<'run> Context<'run> {
    /// Lets the model compute every alternative once more and records it.
    pub(super) fn new(
        computed: &[Computed<'run>],
        first: Computed<'run>,
        net: bool,
        language: Language,
    ) -> Result<Self, Unbuilt> {
        let alternatives = computed.iter().enumerate().map(|(scenario, &computed)| {
            let trace = Trace::of(computed.scenario).map_err(|error| Unbuilt::Model { scenario, error })?;
            Ok(Alternative { computed, trace })
        });
        let alternatives = alternatives.collect::<Result<Vec<_>, Unbuilt>>()?;
        let loaded: &LoadedBaseline = &first.scenario.baseline;
        let (model, baseline) = (&loaded.model, loaded.model.baseline());
        let net = net && computed.iter().all(|computed| computed.result.figures.after.net.is_some());
        let mut rows = vec![model.before().rows().to_vec()];
        for (scenario, computed) in computed.iter().enumerate() {
            let of_year =
                rows_of_year(computed.scenario).map_err(|error| Unbuilt::Model { scenario, error })?;
            rows.push(of_year);
        }
        let is_listed = |id: KommunId| rows.iter().flatten().any(|row| row.members.contains(&id));
        let ids = || baseline.kommuner.iter().map(|(id, _)| id);
        let listed: Vec<KommunId> = ids().filter(|&id| is_listed(id)).collect();
        let mut in_table: Vec<KommunId> =
            ids().filter(|&id| is_listed(id) || in_rest(baseline, id)).collect();
        // Today's members, then those who join, then the rest of the country; each in order of kommunkod.
        in_table.sort_by_key(|&id| (!model.before().holds(id), !is_listed(id)));
        let mut regions: Vec<RegionId> =
            listed.iter().map(|&kommun| baseline.kommuner.get(kommun).region).collect();
        regions.sort_by_key(|&region| baseline.kommuner.region(region));
        regions.dedup();
        let sides = rows.iter().enumerate().map(|(number, rows)| {
            let sides = if number > 0 && net { 2 } else { 1 };
            SidePlaces::new(TODAY + number, sides, row_labels(rows), listed.len(), regions.len())
        });
        let kommuner = KommunPlaces::new(in_table);
        let figures = kommuner.kommuner.iter().map(|&id| baseline.figures.of(id).forsorjningsmatt);
        let decimals = figures.map(|figure| figure.normalize().scale()).max().unwrap_or(0);
        Ok(Self {
            loaded,
            language,
            labels: labels(language),
            words: words(language),
            net,
            parameters: ParameterPlaces::new(baseline),
            kommuner,
            sides: sides.collect(),
            rows,
            kept: kept(baseline, model.bases()),
            keys: keys_to_choose(baseline, &listed),
            matt: Kind::decimals(decimals),
            listed,
            regions,
            alternatives,
        })
    }

    /// Which time the figures are of.
    pub(super) fn period(&self) -> Period {
        self.alternatives.first().map_or(Period::EachYear, |first| Period::of(first.computed.result))
    }

    /// A caption that says of which time the table is.
    pub(super) fn caption(&self, pick: impl Fn(&Captions) -> &'static str) -> String {
        self.period().caption(self.language, pick)
    }

    pub(super) fn baseline(&self) -> &'run Baseline {
        self.loaded.model.baseline()
    }

    pub(super) fn is_national(&self) -> bool {
        self.baseline().is_national()
    }

    pub(super) fn kommun(&self, id: KommunId) -> &'run Kommun {
        self.baseline().kommuner.get(id)
    }

    pub(super) fn region_name(&self, id: RegionId) -> &'run str {
        self.baseline().kommuner.region(id)
    }

    /// The places of today's sheet.
    pub(super) fn today(&self) -> &SidePlaces {
        &self.sides[0]
    }

    /// Any alternative: of today all of them say the same.
    pub(super) fn first(&self) -> &Alternative<'run> {
        &self.alternatives[0]
    }

    /// The year that the workbook computes, where there is a path: its last one.
    pub(super) fn path_year(&self) -> Option<i64> {
        self.loaded.path_year
    }

    /// A title with the year that the sheet is of.
    pub(super) fn titled(&self, title: &str) -> String {
        self.path_year().map_or_else(|| title.to_owned(), |year| format!("{title}, {year}"))
    }

    /// The key of the baseline.
    pub(super) fn key(&self, of: KeyOf) -> &'run Key {
        let keys = &self.baseline().keys;
        match of {
            KeyOf::Kommuner => &keys.kommuner,
            KeyOf::Regions => &keys.regions,
        }
    }

    /// Whether a key is chosen in the cell for it, if one can be.
    pub(super) fn chooses(&self, of: KeyOf, key: &Key) -> Option<Formula> {
        let place = self.keys.iter().position(|known| known == key)?;
        let name = self.parameters.keys(self.keys.len()).places().nth(place)?;
        let is_agreed = matches!(self.key(of), Key::Explicit(_));
        (!is_agreed).then(|| Formula::from(self.parameters.key(of)).equals(name))
    }

    /// Where the figures of the baseline were given.
    pub(super) fn places(&self) -> &'run Places {
        self.first().computed.places
    }

    /// The alternatives whose sheets have values.
    pub(super) fn with_values(&self) -> Vec<String> {
        let changing = self.alternatives.iter().filter(|alternative| {
            alternative.changes_within_year()
                || alternative.has_own_keys(false)
                || alternative.is_bounded(false)
        });
        changing.map(|alternative| alternative.computed.scenario.name.clone()).collect()
    }

    /// That a stated kansli has grown since, and from what; nothing where it has not.
    pub(super) fn grown(&self, written: Option<&Priced>) -> String {
        let path = self.loaded.path.as_ref().map(|loaded| &loaded.path);
        let since = written.and_then(|written| Some((written.amount, written.year?)));
        match (path, since, self.path_year()) {
            (Some(path), Some((amount, from)), Some(year))
                if from < year && path.kansli_index != Growth::NONE =>
            {
                grown(self.language, amount, [from, year], path.kansli_index.rate())
            }
            _ => String::new(),
        }
    }

    /// The sides that the alternatives have.
    pub(super) fn after(&self) -> Vec<Side> {
        if self.net { vec![Side::GROSS, Side::NET] } else { vec![Side::GROSS] }
    }
}

impl Alternative<'_> {
    fn side(&self, side: Side) -> &SideResult {
        let figures = &self.computed.result.figures;
        let net = figures.after.net.as_ref().unwrap_or(&figures.after.gross);
        side.pick([&figures.before, &figures.after.gross, net])
    }

    /// The sum of a side.
    pub(super) fn total(&self, side: Side) -> Total {
        self.side(side).total
    }

    /// How the sum of a side differs from today's.
    pub(super) fn delta(&self, side: Side) -> Option<Total> {
        let delta = &self.computed.result.figures.delta;
        side.pick([None, Some(delta.gross), delta.net])
    }

    /// Whether its grouping changes within the year, so that no formula of one grouping gives its amounts.
    pub(super) fn changes_within_year(&self) -> bool {
        self.computed.scenario.year().is_some_and(|of_year| of_year.spans.len() > 1)
    }

    /// Whether some kommuner divide their part by a key of their förbund's own, or by a mixed one: no formula of one
    /// column of weights gives what they pay.
    pub(super) fn has_own_keys(&self, is_today: bool) -> bool {
        let (model, after) = (&self.computed.scenario.baseline.model, &self.computed.scenario.after);
        let grouping = if is_today { model.before() } else { after };
        let is_mixed = matches!(model.baseline().keys.kommuner, Key::Mixed { .. });
        is_mixed || grouping.forbund().any(|row| row.key.is_some())
    }

    /// Whether rules bound what some förbund have: a limit is made of exact amounts, and the factor of all others of all
    /// limits together.
    pub(super) fn is_bounded(&self, is_today: bool) -> bool {
        let is_of = |side| self.trace.side(side).rules.is_some();
        if is_today { is_of(SideName::Before) } else { is_of(SideName::Gross) || is_of(SideName::Net) }
    }

    /// A row of a side.
    pub(super) fn forbund(&self, side: Side, row: &Row) -> &ForbundResult {
        self.side(side).of(&row.name).expect("a result has every row of its grouping")
    }
}

/// What a sheet of today or of an alternative is made of.
pub(super) struct SideSheet<'run> {
    pub(super) context: &'run Context<'run>,
    pub(super) places: &'run SidePlaces,
    /// The alternative, or whose today it is.
    pub(super) of: &'run Alternative<'run>,
    pub(super) is_today: bool,
    pub(super) rows: &'run [Arc<Row>],
}

impl SideSheet<'_> {
    /// The sides of the sheet.
    pub(super) fn sides(&self) -> Vec<Side> {
        if self.is_today { vec![Side::TODAY] } else { self.context.after() }
    }

    /// Kronor per unit, or what scales decided kronor; nothing where decided kronor stay as they are.
    pub(super) fn rate(&self, side: Side, part: Part) -> Option<CellAddress> {
        let rates = self.places.rates.filter(|_| side.name == SideName::Net);
        match (rates, self.context.is_national()) {
            (None, true) => Some(self.context.parameters.rate(part)),
            (None, false) => None,
            (Some(rates), true) => Some(rates.cell(4 + part as usize, FIRST_AMOUNT)),
            (Some(rates), false) => Some(rates.cell(2, FIRST_AMOUNT)),
        }
    }
}

/// The position of the row that a kommun is in.
pub(super) fn row_of(rows: &[Arc<Row>], kommun: KommunId) -> Option<usize> {
    rows.iter().position(|row| row.members.contains(&kommun))
}

/// A number that counts from one, zero for none.
pub(super) fn number_or_zero(position: Option<usize>) -> i64 {
    position.map_or(0, |position| i64::try_from(position + 1).expect("a count"))
}

/// The amounts of a sum, by column of the förbund.
pub(super) fn amounts(total: &Total) -> [(u16, Value); 6] {
    [
        (forbund::STATE, total.state.into()),
        (forbund::REGION, total.region.into()),
        (forbund::KOMMUNER, total.kommuner.into()),
        (forbund::TOTAL, total.total.into()),
        (forbund::KANSLI, total.kansli.into()),
        (forbund::INSATSER, total.insatser.into()),
    ]
}

/// The keys that every listed kommun has a figure for.
fn keys_to_choose(baseline: &Baseline, listed: &[KommunId]) -> Vec<Key> {
    let used = [&baseline.keys.kommuner, &baseline.keys.regions];
    if used.iter().all(|key| matches!(key, Key::Explicit(_))) {
        return Vec::new();
    }
    let has_folkmangd = listed.iter().all(|&kommun| baseline.figures.of(kommun).folkmangd.is_some());
    let mut keys = vec![Key::Befolkning, Key::Folkmangd, Key::Forsorjningsmatt, Key::Lika];
    keys.retain(|key| has_folkmangd || used.contains(&key) || *key != Key::Folkmangd);
    keys
}

/// Whether a kommun belongs to the rest of the country.
pub(super) fn in_rest(baseline: &Baseline, kommun: KommunId) -> bool {
    match &baseline.basis {
        Basis::National { rest: Rest::AllOthers } => true,
        Basis::National { rest: Rest::Listed(listed) } => listed.contains(&kommun),
        _ => false,
    }
}

/// The rows of a scenario: in a year in which the grouping changes those at its end, and then those that ended in it.
fn rows_of_year(scenario: &LoadedScenario) -> Result<Vec<Arc<Row>>, ModelError> {
    let mut rows = scenario.after.rows().to_vec();
    if let Some(of_year) = scenario.year().filter(|of_year| of_year.spans.len() > 1) {
        rows.extend(outcome_of_year(scenario, &of_year.spans)?.ended);
    }
    Ok(rows)
}

/// Whether the kommuner of each förbund have other parts of its decided money than the figures of the year would give.
fn kept(baseline: &Baseline, bases: &[AllocationBase]) -> Vec<bool> {
    let mut anew = baseline.clone();
    anew.forbund.iter_mut().for_each(|forbund| forbund.parts = None);
    let anew = Model::new(anew);
    let is_kept = |forbund: &Forbund| {
        let differ = |anew: &Model| {
            forbund.members.iter().any(|member| anew.bases()[member.index()] != bases[member.index()])
        };
        forbund.parts.is_some() && anew.as_ref().map_or(true, differ)
    };
    baseline.forbund.iter().map(is_kept).collect()
}

/// The names of the rows, outside ones marked, each unlike the others.
fn row_labels(rows: &[Arc<Row>]) -> Vec<String> {
    let mut unique = Unique::default();
    rows.iter().map(|row| unique.label(&marked(&row.name, row.outside))).collect()
}
