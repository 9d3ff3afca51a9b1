//! Step 0 of the calibrated basis: a förbund's decided state money becomes the allocation bases of its kommuner.

use super::allocation_base::AllocationBase;
use super::baseline::Baseline;
use super::error::ModelError;
use super::kommun::KommunId;
use super::kronor::Kronor;
use super::recorder::Recorder;
use super::rounding::share_by_wide_weight;
use super::step::Step;

/// A förbund's state money above the base grant, shared once over its kommuner and both parts in proportion to
/// weight × the kommun's share of the förbund; by largest remainder, ties to the lowest kommunkod and then to
/// försörjningsmått. A kommun in no förbund has an allocation base of zero.
///
/// # Errors
/// If a förbund's state money is below the base grant, nothing can be shared by its figures, or they are too large.
pub(super) fn calibrated_bases<R: Recorder>(
    baseline: &Baseline,
    state_money: &[Kronor],
    recorder: &mut R,
) -> Result<Vec<AllocationBase>, ModelError> {
    let mut bases = vec![AllocationBase::default(); baseline.kommuner.len()];
    let base_grant = baseline.parameters.base_grant;
    for (position, (forbund, &state)) in baseline.forbund.iter().zip(state_money).enumerate() {
        if state < base_grant && forbund.parts.is_none() {
            return Err(ModelError::StateBelowBase { position, state });
        }
        let mut members = forbund.members.clone();
        members.sort_unstable();
        if let Some(parts) = &forbund.parts {
            for (member, part) in members.iter().zip(parts) {
                bases[member.index()] = *part;
            }
            let above_base = AllocationBase::sum(parts.iter().copied())?;
            let above_base = above_base.forsorjningsmatt + above_base.befolkning;
            recorder.record(|| Step::Calibrated {
                forbund: position,
                above_base: Kronor::exact(above_base),
                parts: parts.clone(),
                kommuner: members,
            });
            continue;
        }
        let quotas = quotas(baseline, &members, position)?;
        let above_base = state - base_grant;
        let shares = share_by_wide_weight(above_base.unsigned(), &quotas).ok_or(ModelError::TooLarge)?;
        for (member, parts) in members.iter().zip(shares.chunks_exact(2)) {
            bases[member.index()] = AllocationBase { forsorjningsmatt: parts[0], befolkning: parts[1] };
        }
        recorder.record(|| Step::Calibrated {
            forbund: position,
            above_base,
            parts: members.iter().map(|member| bases[member.index()]).collect(),
            kommuner: members,
        });
    }
    Ok(bases)
}

/// What the two parts of each member are in proportion to: weight·h/Σh and weight·b/Σb over the common denominator
/// Σh·Σb.
fn quotas(baseline: &Baseline, members: &[KommunId], position: usize) -> Result<Vec<u128>, ModelError> {
    let [weight_matt, weight_befolkning] = baseline.parameters.weights.numerators().map(u128::from);
    let (matt, befolkning) = (&baseline.figures.forsorjningsmatt, &baseline.figures.befolkning_16_64);
    let of = |figures: &[u64], member: &KommunId| u128::from(figures[member.index()]);
    let sum = |figures: &[u64]| members.iter().map(|member| of(figures, member)).sum::<u128>();
    let (sum_matt, sum_befolkning) = (sum(matt), sum(befolkning));
    if weight_matt > 0 && sum_matt == 0 {
        return Err(ModelError::NoForsorjningsmatt(Some(position)));
    }
    if sum_befolkning == 0 {
        return Err(ModelError::NoInhabitants(Some(position)));
    }
    // Without weight försörjningsmått may all be zero: then only befolkning is left, and any denominator will do.
    let sum_matt = sum_matt.max(1);
    let quotas = members.iter().flat_map(|member| {
        let quota =
            |weight: u128, figure: u128, other_sum| weight.checked_mul(figure)?.checked_mul(other_sum);
        [
            quota(weight_matt, of(matt, member), sum_befolkning),
            quota(weight_befolkning, of(befolkning, member), sum_matt),
        ]
    });
    quotas.collect::<Option<_>>().ok_or(ModelError::TooLarge)
}
