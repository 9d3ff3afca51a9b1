//! Draws by doubles, quickly, for what most inquiries are: one year, no rules, keys that are not mixed. Every amount that
//! a double cannot decide is left to the exact kernel, so the kronor are the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::drawing::{Block, Drawing, float};
use super::exact::Exact;
use super::figures::{Asked, Figure, OfDraw, Sum};
use crate::analysis::sensitivity::varying::Varying;
use crate::input::scenario::LoadedScenario;
use crate::input::substitution::Substitution;
use crate::input::uncertain::Number;
use crate::model::allocation::Model;
use crate::model::baseline::{Basis, Rest};
use crate::model::grouping::Grouping;
use crate::model::key::Key;
use crate::model::kommun::KommunId;

mod kanslier;
mod sides;

use kanslier::Kanslier;
use sides::{Base, Drawn, Money, Rates, SideOf, Sums};

/// Alternatives made ready for many draws.
#[derive(Debug)]
pub(super) struct Compiled {
    /// As they stand in units of their last decimals, where they do not vary.
    fixed: Fixed,
    /// Which columns of a block hold what varies.
    columns: Columns,
    /// Today's side, then each alternative's.
    before: SideOf,
    after: Vec<SideOf>,
    kanslier: Kanslier,
    /// The state's, the region's and the kommuner's share.
    funding: [u64; 3],
    is_national: bool,
}

/// What does not vary.
#[derive(Debug)]
struct Fixed {
    appropriation: f64,
    base_grant: f64,
    rest_forbund: f64,
    weight: f64,
    has_net: bool,
    /// Of the country, without what varies.
    country: Base,
}

/// The columns of what varies.
#[derive(Default, Debug)]
struct Columns {
    appropriation: Option<usize>,
    base_grant: Option<usize>,
    rest_forbund: Option<usize>,
    weight: Option<usize>,
    rest: [Option<usize>; 2],
    /// Per kommun its försörjningsmått and its inhabitants.
    kommuner: BTreeMap<KommunId, [Option<usize>; 2]>,
    /// Those of the country's sums.
    country: Vec<[Option<usize>; 2]>,
    /// What relative ones vary around.
    now: Vec<f64>,
    /// Units of a drawn försörjningsmått in one of the table.
    scale: f64,
}

/// The weight of försörjningsmått in its smallest unit, where it is 1.
const WHOLE_WEIGHT: f64 = 1_000_000.0;

impl Compiled {
    /// The alternatives, where they can be computed in this way.
    pub(super) fn of(exact: &Exact<'_>) -> Option<Self> {
        let model = &exact.baseline.model;
        let baseline = model.baseline();
        let is_plain = |key: &Key| !matches!(key, Key::Mixed { .. });
        let groupings =
            || std::iter::once(model.before()).chain(exact.scenarios.iter().map(|one| &one.after));
        let keys_are_plain = is_plain(&baseline.keys.kommuner)
            && is_plain(&baseline.keys.regions)
            && groupings().flat_map(Grouping::rows).all(|row| row.key.as_deref().is_none_or(is_plain));
        let is_one_year =
            exact.baseline.path.is_none() && exact.scenarios.iter().all(|one| one.rules.is_none());
        let is_small = groupings().all(|grouping| grouping.rows().len() <= super::shares::MOST_ROWS);
        let figures_vary = |varying: &Varying| {
            matches!(
                varying.number,
                Number::Forsorjningsmatt(_) | Number::Befolkning(_) | Number::Weight | Number::BaseGrant
            )
        };
        // Decided money is shared over kommuner and parts by them.
        let is_decided = !baseline.is_national() && exact.varying.iter().any(figures_vary);
        if !keys_are_plain || !is_one_year || !is_small || is_decided {
            return None;
        }
        let decimals = decimals(model)?;
        let columns = Columns::of(exact, decimals);
        let side = |grouping: &Grouping| SideOf::of(model, grouping, &columns, decimals);
        let before = side(model.before())?;
        let after = exact.scenarios.iter().map(|one| side(&one.after)).collect::<Option<Vec<_>>>()?;
        let parameters = &baseline.parameters;
        let number = |number| exact.baseline.number(number).map_or(0.0, float);
        let fixed = Fixed {
            appropriation: number(Number::Appropriation),
            base_grant: number(Number::BaseGrant),
            rest_forbund: number(Number::RestForbund),
            weight: number(Number::Weight) * WHOLE_WEIGHT,
            has_net: parameters.country.is_some(),
            country: country(model, &columns, decimals),
        };
        let is_exact = (parameters.weights.written()[0] * Decimal::from(1_000_000)).fract().is_zero();
        let kanslier = Kanslier::of(exact)?;
        let funding = *parameters.funding.numerators();
        let is_national = baseline.is_national();
        is_exact.then_some(Self { fixed, columns, before, after, kanslier, funding, is_national })
    }

    /// What each draw of a block gives, in order; what cannot be told with doubles is computed exactly.
    pub(super) fn draw(
        &self,
        exact: &Exact<'_>,
        block: &mut Block,
        workspace: &mut Workspace,
        mut take: impl FnMut(Option<&OfDraw>),
    ) {
        self.columns.make_absolute(block, exact.drawing);
        workspace.prepare(self, block);
        let mut found = OfDraw::default();
        for draw in 0..block.draws {
            found.figures.clear();
            found.pays_more.clear();
            if self.one(exact.asked, block, draw, workspace, &mut found).is_some() {
                workspace.decided += 1;
                take(Some(&found));
            } else {
                // The block holds values; what was drawn is drawn again.
                let again = &mut workspace.again;
                exact.drawing.fill(block.first + draw as u64, 1, again);
                take(exact.draw(&|number| again.columns[number][0]).as_ref());
            }
        }
    }

    fn one(
        &self,
        asked: &Asked,
        block: &Block,
        draw: usize,
        workspace: &mut Workspace,
        found: &mut OfDraw,
    ) -> Option<()> {
        let column =
            |place: Option<usize>, fixed: f64| place.map_or(fixed, |place| block.columns[place][draw]);
        let base_grant = column(self.columns.base_grant, self.fixed.base_grant);
        let appropriation = column(self.columns.appropriation, self.fixed.appropriation);
        let rest_forbund = column(self.columns.rest_forbund, self.fixed.rest_forbund);
        let weight = column(self.columns.weight, self.fixed.weight);
        let pot = |forbund: f64| appropriation - (rest_forbund + forbund) * base_grant;
        let country = workspace.country[draw];
        let pot_before = pot(self.before.forbund);
        if self.fixed.has_net && pot_before <= 0.0 {
            return None;
        }
        let gross = if self.is_national {
            Rates::national(pot_before, weight, country, base_grant)?
        } else {
            Rates { base_grant, per_unit: Base { forsorjningsmatt: 1.0, befolkning: 1.0 } }
        };
        let Workspace { before: (sums_before, before), after, .. } = workspace;
        self.before.money(sums_before, &gross, draw, before)?;
        before.fund(&self.funding)?;
        let kansli_before = self.kanslier.before(block, draw);
        let today = Drawn { side: &self.before, sums: sums_before, money: before, draw };
        for (place, (side, (sums, [of_gross, of_net]))) in self.after.iter().zip(after).enumerate() {
            let kansli = self.kanslier.after(place, block, draw);
            side.money(sums, &gross, draw, of_gross)?;
            of_gross.fund(&self.funding)?;
            if self.fixed.has_net {
                let pot_after = pot(side.forbund);
                let moved = side.country_change(block, draw);
                let net = if self.is_national {
                    let country = country.plus(moved.joined).less(moved.left);
                    Rates::national(pot_after, weight, country, base_grant)?
                } else {
                    let staying = pot_before - moved.left.forsorjningsmatt - moved.left.befolkning;
                    Rates::scaled(pot_after, staying, base_grant)?
                };
                side.money(sums, &net, draw, of_net)?;
                of_net.fund(&self.funding)?;
            }
            for figure in &asked.figures {
                let Figure::Delta(sum, is_net) = figure else { return None };
                let after = if *is_net { &*of_net } else { &*of_gross };
                found.figures.push(match sum {
                    Sum::State => after.state - before.state,
                    Sum::Total => after.total - before.total,
                    Sum::Kansli => kansli? - kansli_before?,
                    Sum::Insatser => (after.total - kansli?) - (before.total - kansli_before?),
                });
            }
            let money = if asked.is_net { &*of_net } else { &*of_gross };
            let later = Drawn { side, sums, money, draw };
            sides::pays_more([today, later], &asked.kommuner[place], &mut found.pays_more);
        }
        Some(())
    }
}

/// What is used again for every block.
#[derive(Default, Debug)]
pub(super) struct Workspace {
    /// The sums of the country per draw.
    country: Vec<Base>,
    before: (Sums, Money),
    /// Per alternative its sums, and its money gross and net.
    after: Vec<(Sums, [Money; 2])>,
    again: Block,
    /// Draws that doubles decided.
    decided: usize,
}

impl Workspace {
    /// How many draws doubles have decided.
    #[cfg(test)]
    pub(super) fn decided(&self) -> usize {
        self.decided
    }

    fn prepare(&mut self, compiled: &Compiled, block: &Block) {
        self.country.clear();
        self.country.resize(block.draws, compiled.fixed.country);
        for [forsorjningsmatt, befolkning] in
            compiled.columns.country.iter().chain(std::iter::once(&compiled.columns.rest))
        {
            if let Some(place) = forsorjningsmatt {
                for (sum, figure) in self.country.iter_mut().zip(&block.columns[*place]) {
                    sum.forsorjningsmatt += figure;
                }
            }
            if let Some(place) = befolkning {
                for (sum, figure) in self.country.iter_mut().zip(&block.columns[*place]) {
                    sum.befolkning += figure;
                }
            }
        }
        self.before.0.prepare(&compiled.before, block);
        self.after.resize_with(compiled.after.len(), Default::default);
        for ((sums, _), side) in self.after.iter_mut().zip(&compiled.after) {
            sums.prepare(side, block);
        }
    }
}

impl Columns {
    fn of(exact: &Exact<'_>, decimals: u32) -> Self {
        let mut columns =
            Self { scale: 10_f64.powi(i32::try_from(decimals).unwrap_or(2) - 2), ..Self::default() };
        for (place, (varying, sampler)) in exact.varying.iter().zip(exact.drawing.samplers()).enumerate() {
            columns.now.push(sampler.units(varying.now));
            let of = match varying.number {
                Number::Appropriation => &mut columns.appropriation,
                Number::BaseGrant => &mut columns.base_grant,
                Number::RestForbund => &mut columns.rest_forbund,
                Number::Weight => &mut columns.weight,
                Number::RestForsorjningsmatt => &mut columns.rest[0],
                Number::RestBefolkning => &mut columns.rest[1],
                Number::Forsorjningsmatt(kommun) => &mut columns.kommuner.entry(kommun).or_default()[0],
                Number::Befolkning(kommun) => &mut columns.kommuner.entry(kommun).or_default()[1],
                Number::KansliIndex
                | Number::Kansli(_)
                | Number::SharedKansli(_)
                | Number::ChangeKansli { .. }
                | Number::Engangskostnad(_) => continue,
            };
            *of = Some(place);
        }
        let model = &exact.baseline.model;
        if model.baseline().is_national() {
            let of_country = columns.kommuner.iter().filter(|(kommun, _)| model.country_holds(**kommun));
            columns.country = of_country.map(|(_, columns)| *columns).collect();
        }
        columns
    }

    /// Makes values of deviations, and försörjningsmått as fine as those of the table.
    fn make_absolute(&self, block: &mut Block, drawing: &Drawing) {
        for ((sampler, column), now) in drawing.samplers().iter().zip(&mut block.columns).zip(&self.now) {
            if sampler.is_relative() {
                for drawn in column {
                    *drawn = sampler.value(*drawn, *now);
                }
            }
        }
        if self.scale > 1.0 {
            let matt = self.kommuner.values().map(|columns| columns[0]).chain(std::iter::once(self.rest[0]));
            for place in matt.flatten() {
                for figure in &mut block.columns[place] {
                    *figure *= self.scale;
                }
            }
        }
    }

    /// The columns of a kommun.
    fn of_kommun(&self, kommun: KommunId) -> [Option<usize>; 2] {
        self.kommuner.get(&kommun).copied().unwrap_or_default()
    }
}

/// The decimals of the försörjningsmått of the table, two at least; `None` where there are too many for doubles.
fn decimals(model: &Model) -> Option<u32> {
    let baseline = model.baseline();
    let of_kommuner =
        baseline.kommuner.iter().map(|(kommun, _)| baseline.figures.of(kommun).forsorjningsmatt);
    let all = of_kommuner.chain(baseline.basis.rest_forsorjningsmatt());
    let decimals = all.map(|figure| figure.normalize().scale()).fold(2, u32::max);
    (decimals <= 6).then_some(decimals)
}

/// A försörjningsmått in units of its last decimals.
fn matt(figure: Decimal, decimals: u32) -> f64 {
    float(figure * Decimal::from(10_u64.pow(decimals)))
}

/// The country's sums without what varies.
fn country(model: &Model, columns: &Columns, decimals: u32) -> Base {
    let mut sum = Base::default();
    if !model.baseline().is_national() {
        return sum;
    }
    for (kommun, _) in model.baseline().kommuner.iter().filter(|(kommun, _)| model.country_holds(*kommun)) {
        sum = sum.plus(sides::fixed(model, kommun, columns.of_kommun(kommun), decimals));
    }
    if let Basis::National { rest: Rest::Sums { befolkning_16_64, forsorjningsmatt } } =
        &model.baseline().basis
    {
        if columns.rest[0].is_none() {
            sum.forsorjningsmatt += matt(*forsorjningsmatt, decimals);
        }
        if columns.rest[1].is_none() {
            sum.befolkning += float(Decimal::from(*befolkning_16_64));
        }
    }
    sum
}

/// The scenarios with some of their numbers as others.
fn changed(exact: &Exact<'_>, values: &[(Option<usize>, Number, Decimal)]) -> Option<Vec<LoadedScenario>> {
    let values: Vec<_> =
        values.iter().map(|&(owner, number, value)| (owner, number, move |_| value)).collect();
    let of = |owner: Option<usize>| -> Vec<Substitution<'_>> {
        let own = values.iter().filter(|(whose, ..)| *whose == owner);
        own.map(|(_, number, value)| Substitution { number: *number, value }).collect()
    };
    let baseline = Arc::new(exact.baseline.with(&of(None)).ok()?);
    let scenarios = exact.scenarios.iter().enumerate();
    scenarios.map(|(place, scenario)| scenario.with(&baseline, &of(Some(place))).ok()).collect()
}
