//! A side in doubles: the sums of its rows per draw, their money at some rates, and what kommuner pay of it.

use rust_decimal::Decimal;

use super::super::drawing::{Block, float};
use super::super::shares::whole;
use super::{Columns, WHOLE_WEIGHT, matt};
use crate::model::allocation::Model;
use crate::model::grouping::{Grouping, Row};
use crate::model::kernel::fund;
use crate::model::key::Key;
use crate::model::kommun::{KommunId, Kommunkod};
use crate::model::rounding::share_by_weight;
use crate::model::shares::Shares;

/// Försörjningsmått and inhabitants, or the kronor of both parts where they are decided.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(super) struct Base {
    pub(super) forsorjningsmatt: f64,
    pub(super) befolkning: f64,
}

impl Base {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            forsorjningsmatt: self.forsorjningsmatt + other.forsorjningsmatt,
            befolkning: self.befolkning + other.befolkning,
        }
    }

    pub(super) fn less(self, other: Self) -> Self {
        Self {
            forsorjningsmatt: self.forsorjningsmatt - other.forsorjningsmatt,
            befolkning: self.befolkning - other.befolkning,
        }
    }
}

/// What a unit is worth, kr.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub(super) base_grant: f64,
    pub(super) per_unit: Base,
}

impl Rates {
    /// By the national formula, with the weight of försörjningsmått in its smallest unit; `None` where it gives none.
    #[inline]
    pub(super) fn national(pot: f64, weight: f64, country: Base, base_grant: f64) -> Option<Self> {
        if pot <= 0.0 || country.forsorjningsmatt <= 0.0 || country.befolkning <= 0.0 {
            return None;
        }
        let per_unit = Base {
            forsorjningsmatt: pot * (weight / WHOLE_WEIGHT) / country.forsorjningsmatt,
            befolkning: pot * ((WHOLE_WEIGHT - weight) / WHOLE_WEIGHT) / country.befolkning,
        };
        Some(Self { base_grant, per_unit })
    }

    /// Where the money is decided; `None` where nothing is left of it.
    pub(super) fn scaled(pot: f64, staying: f64, base_grant: f64) -> Option<Self> {
        if pot < 0.0 || staying <= 0.0 {
            return None;
        }
        let scale = pot / staying;
        Some(Self { base_grant, per_unit: Base { forsorjningsmatt: scale, befolkning: scale } })
    }
}

/// A sum of figures: what does not vary, and the columns that are added to it.
#[derive(Clone, Default, Debug)]
struct Figures {
    fixed: Base,
    forsorjningsmatt: Vec<usize>,
    befolkning: Vec<usize>,
}

impl Figures {
    fn add(&mut self, fixed: Base, [forsorjningsmatt, befolkning]: [Option<usize>; 2]) {
        self.fixed = self.fixed.plus(fixed);
        self.forsorjningsmatt.extend(forsorjningsmatt);
        self.befolkning.extend(befolkning);
    }

    fn of_draw(&self, block: &Block, draw: usize) -> Base {
        let sum = |fixed: f64, columns: &[usize]| {
            columns.iter().fold(fixed, |sum, &column| sum + block.columns[column][draw])
        };
        Base {
            forsorjningsmatt: sum(self.fixed.forsorjningsmatt, &self.forsorjningsmatt),
            befolkning: sum(self.fixed.befolkning, &self.befolkning),
        }
    }
}

/// What of a kommun does not vary; where the money is decided, the kronor of its parts.
pub(super) fn fixed(
    model: &Model,
    kommun: KommunId,
    [forsorjningsmatt, befolkning]: [Option<usize>; 2],
    decimals: u32,
) -> Base {
    if !model.baseline().is_national() {
        let base = model.bases()[kommun.index()];
        return Base {
            forsorjningsmatt: float(base.forsorjningsmatt.into()),
            befolkning: float(base.befolkning.into()),
        };
    }
    let figures = model.baseline().figures.of(kommun);
    Base {
        forsorjningsmatt: if forsorjningsmatt.is_some() {
            0.0
        } else {
            matt(figures.forsorjningsmatt, decimals)
        },
        befolkning: if befolkning.is_some() { 0.0 } else { float(figures.befolkning_16_64.into()) },
    }
}

/// What a kommun counts under the key of its row.
#[derive(Clone, Copy, Debug)]
enum Weight {
    Fixed(f64),
    Column(usize),
}

/// A row of a side.
#[derive(Clone, Debug)]
struct RowOf {
    figures: Figures,
    has_base_grant: bool,
    /// Its kommuner in order of kommunkod, with what they count.
    members: Vec<(KommunId, Weight)>,
    /// Whether it must have a försörjningsmått to be divided by.
    needs_forsorjningsmatt: bool,
}

/// A grouping made ready for many draws.
#[derive(Debug)]
pub(super) struct SideOf {
    rows: Vec<RowOf>,
    /// Its rows by their lowest kommunkod.
    order: Vec<usize>,
    /// Förbund of it, with what there are more elsewhere.
    pub(super) forbund: f64,
    /// The row and the place in it of each kommun of the table.
    places: Vec<Option<(usize, usize)>>,
    joined: Figures,
    left: Figures,
}

/// Who has joined the country's förbund, and who has left them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moved {
    pub(super) joined: Base,
    pub(super) left: Base,
}

/// The sums of the rows of a side, for every draw of a block.
#[derive(Default, Debug)]
pub(super) struct Sums {
    /// Of each row, per draw.
    bases: Vec<Vec<Base>>,
    /// What the kommuner of each row count, draw by draw.
    weights: Vec<Vec<f64>>,
    /// What those of each row count together, per draw.
    together: Vec<Vec<f64>>,
}

/// The money of a side in one draw.
#[derive(Default, Debug)]
pub(super) struct Money {
    amounts: Vec<f64>,
    of_rows: Vec<f64>,
    /// The kommuner's part of each row, kr.
    kommuner: Vec<f64>,
    /// All of the state, kr.
    pub(super) state: i64,
    /// All income, kr.
    pub(super) total: i64,
}

impl SideOf {
    /// A grouping; `None` where a key cannot be divided by here.
    pub(super) fn of(model: &Model, grouping: &Grouping, columns: &Columns, decimals: u32) -> Option<Self> {
        let row = |row: &Row| row_of(model, row, columns, decimals);
        let rows: Vec<RowOf> = grouping.rows().iter().map(|one| row(one)).collect::<Option<_>>()?;
        let mut places = vec![None; model.baseline().kommuner.len()];
        for (place, row) in rows.iter().enumerate() {
            for (position, (kommun, _)) in row.members.iter().enumerate() {
                places[kommun.index()] = Some((place, position));
            }
        }
        let is_national = model.baseline().is_national();
        let (mut joined, mut left) = (Figures::default(), Figures::default());
        for &kommun in grouping.joined().iter().filter(|kommun| is_national && !model.country_holds(**kommun))
        {
            joined.add(fixed(model, kommun, columns.of_kommun(kommun), decimals), columns.of_kommun(kommun));
        }
        for &kommun in grouping.left().iter().filter(|kommun| !is_national || model.country_holds(**kommun)) {
            left.add(fixed(model, kommun, columns.of_kommun(kommun), decimals), columns.of_kommun(kommun));
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of förbund")]
        let forbund = grouping.forbund_count() as f64 + grouping.elsewhere() as f64;
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|row| rows[*row].members.first().map(|(kommun, _)| kommun.index()));
        Some(Self { rows, order, forbund, places, joined, left })
    }

    pub(super) fn country_change(&self, block: &Block, draw: usize) -> Moved {
        Moved { joined: self.joined.of_draw(block, draw), left: self.left.of_draw(block, draw) }
    }

    /// The state money of each row in whole kronor; `None` where doubles cannot tell.
    #[inline]
    pub(super) fn money(&self, sums: &Sums, rates: &Rates, draw: usize, money: &mut Money) -> Option<()> {
        let Money { amounts, of_rows, kommuner, .. } = money;
        for column in [&mut *amounts, &mut *of_rows, kommuner] {
            column.resize(self.rows.len(), 0.0);
        }
        for ((amount, row), bases) in amounts.iter_mut().zip(&self.rows).zip(&sums.bases) {
            let base = bases[draw];
            if base.befolkning <= 0.0 || row.needs_forsorjningsmatt && base.forsorjningsmatt <= 0.0 {
                return None;
            }
            let above = rates.per_unit.forsorjningsmatt * base.forsorjningsmatt
                + rates.per_unit.befolkning * base.befolkning;
            *amount = if row.has_base_grant { rates.base_grant + above } else { above };
        }
        let same = |one: usize, other: usize| {
            let row = |row: usize| (sums.bases[row][draw], self.rows[row].has_base_grant);
            row(one) == row(other)
        };
        whole(amounts, of_rows, &self.order, same)
    }
}

impl Money {
    /// What the state money leads to: all income, and the kommuner's part of each row.
    #[inline]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub(super) fn fund(&mut self, funding: &[u64; 3]) -> Option<()> {
        let Self { of_rows, kommuner, state, total, .. } = self;
        (*state, *total) = (0, 0);
        let is_legal = *funding == [2, 1, 1];
        let shares = if is_legal { None } else { Some(shares(funding)?) };
        for (whole, kommuner) in of_rows.iter().zip(kommuner.iter_mut()) {
            let of_state = *whole as u64;
            *state += *whole as i64;
            match &shares {
                // The state a half, region and kommuner a quarter each: the region has the odd krona.
                None => {
                    *total += 2 * (*whole as i64);
                    *kommuner = (of_state / 2) as f64;
                }
                Some(shares) => {
                    let funded = fund(of_state, shares).ok()?;
                    *total += funded.total.get();
                    *kommuner = funded.kommuner.get() as f64;
                }
            }
        }
        Some(())
    }
}

fn shares(numerators: &[u64; 3]) -> Option<Shares<3>> {
    let all = Decimal::from(numerators.iter().sum::<u64>());
    Shares::new(numerators.map(|numerator| Decimal::from(numerator) / all)).ok()
}

fn row_of(model: &Model, row: &Row, columns: &Columns, decimals: u32) -> Option<RowOf> {
    let baseline = model.baseline();
    let key = row.key.as_deref().unwrap_or(&baseline.keys.kommuner);
    let mut figures = Figures::default();
    let mut members = Vec::with_capacity(row.members.len());
    for &kommun in &row.members {
        let of_kommun = columns.of_kommun(kommun);
        figures.add(fixed(model, kommun, of_kommun, decimals), of_kommun);
        let of = baseline.figures.of(kommun);
        let [forsorjningsmatt, befolkning] = of_kommun;
        let weight = match key {
            Key::Befolkning => {
                befolkning.map_or(Weight::Fixed(float(of.befolkning_16_64.into())), Weight::Column)
            }
            Key::Forsorjningsmatt => {
                forsorjningsmatt.map_or(Weight::Fixed(matt(of.forsorjningsmatt, decimals)), Weight::Column)
            }
            Key::Folkmangd => Weight::Fixed(float(of.folkmangd?.into())),
            Key::Lika => Weight::Fixed(1.0),
            Key::Explicit(numbers) => Weight::Fixed(agreed(numbers, kommun)?),
            Key::Mixed { .. } => return None,
        };
        members.push((kommun, weight));
    }
    let is_by_matt = |key: &Key| matches!(key, Key::Forsorjningsmatt);
    let needs_forsorjningsmatt = is_by_matt(key) || is_by_matt(&baseline.keys.regions);
    Some(RowOf { figures, has_base_grant: !row.outside, members, needs_forsorjningsmatt })
}

/// An agreed number, in units of the last decimal of all.
fn agreed(numbers: &[Option<Decimal>], kommun: KommunId) -> Option<f64> {
    let decimals = numbers.iter().flatten().map(|number| number.normalize().scale()).max()?;
    Some(matt(numbers[kommun.index()]?, decimals)).filter(|_| decimals <= 9)
}

impl Sums {
    /// Adds up the rows for every draw of a block.
    pub(super) fn prepare(&mut self, side: &SideOf, block: &Block) {
        let rows = side.rows.len();
        self.bases.resize_with(rows, Vec::new);
        self.weights.resize_with(rows, Vec::new);
        self.together.resize_with(rows, Vec::new);
        for (row, bases) in side.rows.iter().zip(&mut self.bases) {
            bases.clear();
            bases.resize(block.draws, row.figures.fixed);
            for &column in &row.figures.forsorjningsmatt {
                for (base, figure) in bases.iter_mut().zip(&block.columns[column]) {
                    base.forsorjningsmatt += figure;
                }
            }
            for &column in &row.figures.befolkning {
                for (base, figure) in bases.iter_mut().zip(&block.columns[column]) {
                    base.befolkning += figure;
                }
            }
        }
        for (row, (weights, together)) in
            side.rows.iter().zip(self.weights.iter_mut().zip(&mut self.together))
        {
            let members = row.members.len();
            weights.clear();
            weights.resize(members * block.draws, 0.0);
            together.clear();
            together.resize(block.draws, 0.0);
            for (member, (_, weight)) in row.members.iter().enumerate() {
                let places = weights.iter_mut().skip(member).step_by(members).zip(together.iter_mut());
                match weight {
                    Weight::Fixed(weight) => {
                        for (place, sum) in places {
                            *place = *weight;
                            *sum += *weight;
                        }
                    }
                    Weight::Column(column) => {
                        for ((place, sum), weight) in places.zip(&block.columns[*column]) {
                            *place = *weight;
                            *sum += *weight;
                        }
                    }
                }
            }
        }
    }
}

/// A side in one draw.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn<'run> {
    pub(super) side: &'run SideOf,
    pub(super) sums: &'run Sums,
    pub(super) money: &'run Money,
    pub(super) draw: usize,
}

impl Drawn<'_> {
    /// What a kommun would pay if kronor had parts, and the row that it is in; zero of no row.
    #[inline]
    fn quota(&self, kommun: KommunId) -> f64 {
        let Some((row, member)) = self.side.places[kommun.index()] else { return 0.0 };
        let members = self.side.rows[row].members.len();
        let weight = self.sums.weights[row][self.draw * members + member];
        self.money.kommuner[row] * weight / self.sums.together[row][self.draw]
    }

    /// What a kommun pays in whole kronor, by the model's own rule.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "amounts and weights are whole"
    )]
    fn paid(&self, kommun: KommunId) -> u64 {
        let Some((row, member)) = self.side.places[kommun.index()] else { return 0 };
        let members = self.side.rows[row].members.len();
        let weights = &self.sums.weights[row][self.draw * members..(self.draw + 1) * members];
        let weights: Vec<u64> = weights.iter().map(|weight| *weight as u64).collect();
        share_by_weight(self.money.kommuner[row] as u64, &weights)[member]
    }
}

/// Whether each kommun pays more than today.
#[inline]
pub(super) fn pays_more(
    [before, after]: [Drawn<'_>; 2],
    kommuner: &[(KommunId, Kommunkod)],
    found: &mut Vec<bool>,
) {
    for &(kommun, _) in kommuner {
        let difference = after.quota(kommun) - before.quota(kommun);
        // What is paid is less than a krona from the quota, on both sides.
        found.push(if difference.abs() >= 2.0 {
            difference > 0.0
        } else {
            after.paid(kommun) > before.paid(kommun)
        });
    }
}
