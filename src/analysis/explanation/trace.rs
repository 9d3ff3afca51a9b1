//! What a calculation recorded of itself, put in order: by side, row and kommun.

use num_rational::BigRational;

use crate::analysis::rulebook::{rulebook, sides_before};
use crate::input::scenario::LoadedScenario;
use crate::model::allocation::Model;
use crate::model::allocation_base::{AllocationBase, Part};
use crate::model::change::Change;
use crate::model::error::ModelError;
use crate::model::fraction::Fraction;
use crate::model::grouping::Grouping;
use crate::model::kansli::{Cost, SplitBy};
use crate::model::kommun::KommunId;
use crate::model::kronor::Kronor;
use crate::model::outcome::{Outcome, RowMoney};
use crate::model::row_id::RowId;
use crate::model::rules::RulesOfSide;
use crate::model::step::{Shared, SideName, Step};
use crate::model::year::{MONTHS, Span};

/// The steps of a scenario in order.
#[derive(Clone, Default, Debug)]
pub(crate) struct Trace {
    /// Decimals of a unit of försörjningsmått.
    pub(crate) decimals: u32,
    /// How the rates of today came about.
    pub(crate) today: Making,
    /// How the net rates did.
    pub(crate) after: Making,
    /// Step 0, by förbund of the baseline.
    pub(crate) decided: Vec<Decided>,
    sides: [SideTrace; 3],
    /// Shared kanslier, those of today first, then in the order of the changes that made them: on today's side, and
    /// afterwards.
    pub(crate) shared: [Vec<SharedCost>; 2],
    /// Whose kansli became whose, change by change.
    pub(crate) kansli: Vec<Vec<Step>>,
}

/// How rates came about.
#[derive(Clone, Default, Debug)]
pub(crate) struct Making {
    pub(crate) forbund: u64,
    pub(crate) pot: u64,
    /// The country's sums and the rates, of both parts.
    pub(crate) rates: Vec<(Part, u64, Fraction)>,
    /// The sums of the members and of the rest.
    pub(crate) members: AllocationBase,
    pub(crate) rest: AllocationBase,
    /// Who joins the country's sums.
    pub(crate) joined: Vec<KommunId>,
    /// Who leaves them.
    pub(crate) left: Vec<KommunId>,
    /// The factor of decided amounts.
    pub(crate) scale: Option<Fraction>,
}

/// A förbund's decided state money over its kommuner.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub(crate) above_base: Kronor,
    pub(crate) kommuner: Vec<(KommunId, AllocationBase)>,
}

#[derive(Clone, Default, Debug)]
pub(crate) struct SideTrace {
    pub(crate) rows: Vec<RowTrace>,
    pub(crate) floors: Kronor,
    pub(crate) fractions: Fraction,
    pub(crate) rounded: Kronor,
    /// What rules made of it, where they made something else of some side.
    pub(crate) rules: Option<RulesOfSide>,
}

#[derive(Clone, Default, Debug)]
pub(crate) struct RowTrace {
    pub(crate) base: Kronor,
    pub(crate) parts: [Fraction; 2],
    pub(crate) state: Kronor,
    pub(crate) components: [Kronor; 3],
    pub(crate) total: Kronor,
    pub(crate) region: Kronor,
    pub(crate) kommuner: Kronor,
    /// Of a year in which the grouping changes, if it is known.
    pub(crate) kansli: Option<Kronor>,
    pub(crate) of_kommuner: Vec<KommunTrace>,
    pub(crate) kommun_shares: Vec<u64>,
    pub(crate) region_shares: Vec<u64>,
}

impl RowTrace {
    /// What a row has in whole kronor.
    fn of(money: &RowMoney) -> Self {
        Self {
            state: money.state.total,
            components: [money.state.base, money.state.forsorjningsmatt, money.state.befolkning],
            total: money.total,
            region: money.region,
            kommuner: money.kommuner,
            kansli: money.kansli,
            kommun_shares: money.contributions.iter().map(|(_, share)| share.unsigned()).collect(),
            region_shares: money.regions.iter().map(|(_, share)| share.unsigned()).collect(),
            ..Self::default()
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct KommunTrace {
    pub(crate) kommun: KommunId,
    pub(crate) parts: [Fraction; 2],
}

/// A shared kansli: its cost and what each row has of it.
#[derive(Clone, Debug)]
pub(crate) struct SharedCost {
    pub(crate) by: SharedBy,
    pub(crate) cost: Cost,
    /// What it was added up as, where it is assumed.
    pub(crate) pool: Option<RowId>,
    pub(crate) split_by: SplitBy,
    pub(crate) rows: Vec<usize>,
    /// What each row counts, where shares are agreed.
    pub(crate) agreed: Vec<BigRational>,
    pub(crate) shares: Vec<Kronor>,
}

/// Where it is stated that a kansli is shared.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SharedBy {
    /// This `[[shared_kansli]]` of the baseline.
    Today(usize),
    /// This change.
    Change(usize),
}

impl Trace {
    /// Computes the scenario once more and records the steps.
    ///
    /// # Errors
    /// None but those that the scenario had when it was computed first.
    pub(crate) fn of(scenario: &LoadedScenario) -> Result<Self, ModelError> {
        let baseline = scenario.baseline.model.baseline();
        let mut trace = Self::default();
        let mut steps = Vec::new();
        let model = Model::recorded(baseline.clone(), &mut steps)?;
        trace.take_making(&steps);
        steps.clear();
        model.outcome(&scenario.after, &mut steps)?;
        let is_shared = |change: &usize| matches!(scenario.changes[*change], Change::ShareKansli(_));
        let changes = (0..scenario.changes.len()).filter(is_shared).map(SharedBy::Change);
        let sharing = (0..baseline.shared_kanslier.len()).map(SharedBy::Today).chain(changes);
        let sharing: Vec<SharedBy> = sharing.collect();
        trace.take_outcome(steps, &sharing);
        trace.take_rules(scenario, &sharing)?;
        let mut grouping = model.before().clone();
        for change in &scenario.changes {
            let mut steps = Vec::new();
            let done = grouping.apply_recorded(change, baseline, &mut steps);
            done.expect("a change that was done when the scenario was loaded");
            trace.kansli.push(steps);
        }
        Ok(trace)
    }

    /// Takes what rules made of it, where they are in force.
    fn take_rules(&mut self, scenario: &LoadedScenario, sharing: &[SharedBy]) -> Result<(), ModelError> {
        let sides = sides_before(scenario)?;
        let Some(rulebook) = rulebook(scenario, scenario.baseline.path_year, sides.as_ref()) else {
            return Ok(());
        };
        let model = &scenario.baseline.model;
        let whole_year = [Span { months: MONTHS, after: scenario.after.clone() }];
        let mut steps = Vec::new();
        let (outcome, _) = model.bounded_outcome_of_year(&whole_year, &rulebook, &mut steps)?;
        if outcome.bound.is_empty() {
            return Ok(());
        }
        self.shared = Default::default();
        self.take_outcome(steps, sharing);
        let sides = [
            (SideName::Before, Some(&outcome.before), model.before()),
            (SideName::Gross, Some(&outcome.gross), &scenario.after),
            (SideName::Net, outcome.net.as_ref(), &scenario.after),
        ];
        for (name, side, grouping) in sides {
            let rows = side.into_iter().flat_map(|side| side.of(grouping));
            for (row, (_, money)) in self.sides[name as usize].rows.iter_mut().zip(rows) {
                *row = RowTrace {
                    base: row.base,
                    parts: row.parts,
                    of_kommuner: std::mem::take(&mut row.of_kommuner),
                    ..RowTrace::of(money)
                };
            }
        }
        Ok(())
    }

    /// Takes what became of a year in which the grouping changes: the rows at its end, and those that ended in it.
    pub(crate) fn take_year(&mut self, outcome: &Outcome, after: &Grouping) {
        for (name, side) in [(SideName::Gross, Some(&outcome.gross)), (SideName::Net, outcome.net.as_ref())] {
            let rows = side.into_iter().flat_map(|side| side.of(after).chain(side.of_ended(&outcome.ended)));
            let rows = rows.map(|(_, money)| RowTrace::of(money));
            self.sides[name as usize] = SideTrace { rows: rows.collect(), ..SideTrace::default() };
        }
    }

    /// The steps of a side.
    pub(crate) fn side(&self, side: SideName) -> &SideTrace {
        &self.sides[side as usize]
    }

    fn take_making(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Decimals(decimals) => self.decimals = *decimals,
                Step::Calibrated { above_base, kommuner, parts, .. } => self.decided.push(Decided {
                    above_base: *above_base,
                    kommuner: kommuner.iter().copied().zip(parts.iter().copied()).collect(),
                }),
                other => self.today.take(other),
            }
        }
    }

    /// `sharing` is where shared kanslier are stated, which are counted in this order.
    fn take_outcome(&mut self, steps: Vec<Step>, sharing: &[SharedBy]) {
        let mut side = SideName::Before;
        for step in steps {
            match step {
                Step::Side(next) => side = next,
                Step::KansliShared { sharing: number, cost, pool, split_by, rows, agreed, shares } => {
                    let by = sharing[number];
                    let of_side = &mut self.shared[usize::from(side != SideName::Before)];
                    of_side.push(SharedCost { by, cost, pool, split_by, rows, agreed, shares });
                }
                Step::Pot { .. }
                | Step::Rate { .. }
                | Step::CountryJoined { .. }
                | Step::CountryLeft { .. }
                | Step::Scaled(_) => self.after.take(&step),
                other => self.sides[side as usize].take(other),
            }
        }
    }
}

impl Making {
    /// The country's sum and the rate of a part, on the national basis.
    pub(crate) fn rate(&self, part: Part) -> (u64, Fraction) {
        let made = self.rates.iter().find(|(of, ..)| *of == part);
        made.map(|(_, sum, rate)| (*sum, *rate)).expect("both rates are recorded where there is a formula")
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::CountrySums { members, rest } => (self.members, self.rest) = (*members, *rest),
            Step::CountryJoined { kommun } => self.joined.push(*kommun),
            Step::CountryLeft { kommun } => self.left.push(*kommun),
            Step::Pot { forbund, pot } => (self.forbund, self.pot) = (*forbund, *pot),
            Step::Rate { part, sum, rate } => self.rates.push((*part, *sum, *rate)),
            Step::Scaled(scale) => self.scale = Some(*scale),
            _ => {}
        }
    }
}

impl SideTrace {
    fn take(&mut self, step: Step) {
        match step {
            Step::KommunExact { row, kommun, forsorjningsmatt, befolkning, .. } => {
                let parts = [forsorjningsmatt, befolkning];
                self.row(row).of_kommuner.push(KommunTrace { kommun, parts });
            }
            Step::RowExact { row, base, forsorjningsmatt, befolkning } => {
                let row = self.row(row);
                (row.base, row.parts) = (base, [forsorjningsmatt, befolkning]);
            }
            Step::SideRounded { floors, fractions, rounded } => {
                (self.floors, self.fractions, self.rounded) = (floors, fractions, rounded);
            }
            Step::RowRounded { row, whole } => self.row(row).state = whole,
            Step::RowComponents { row, components } => self.row(row).components = components,
            Step::Funded { row, total, region, kommuner, .. } => {
                let row = self.row(row);
                (row.total, row.region, row.kommuner) = (total, region, kommuner);
            }
            Step::Rules(rules) => self.rules = rules.changes_something().then_some(rules),
            Step::Shared { what: Shared::Kommuner, row, shares, .. } => self.row(row).kommun_shares = shares,
            Step::Shared { what: Shared::Regions, row, shares, .. } => self.row(row).region_shares = shares,
            _ => {}
        }
    }

    fn row(&mut self, row: usize) -> &mut RowTrace {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, RowTrace::default);
        }
        &mut self.rows[row]
    }

    /// The kommun's part, if it is in a row of this side.
    pub(crate) fn kommun(&self, kommun: KommunId) -> Option<&KommunTrace> {
        self.rows.iter().flat_map(|row| &row.of_kommuner).find(|of| of.kommun == kommun)
    }
}
