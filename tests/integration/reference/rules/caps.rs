//! What a party pays at most over all its förbund.

use num_rational::BigRational;
use num_traits::Zero;

use super::bounds::Bounds;
use super::{Rules, brought};
use crate::reference::case::{Case, RegionKey};
use crate::reference::fractions::{decimal, whole};
use crate::reference::keys;
use crate::reference::money::ExactRow;

#[derive(Clone, Debug)]
pub(crate) enum Payer {
    Region(String),
    /// By kommunkod.
    Kommun(String),
    /// All parties of one förbund.
    Forbund(String),
    /// All parties of all förbund of the file.
    All,
}

#[derive(Clone, Debug)]
pub(crate) enum Ceiling {
    Most(u64),
    Share { share: String, of: u64 },
}

#[derive(Clone, Debug)]
pub(crate) struct Cap {
    pub payer: Payer,
    pub ceiling: Ceiling,
}

impl Cap {
    fn most(&self) -> BigRational {
        match &self.ceiling {
            Ceiling::Most(most) => whole(*most),
            Ceiling::Share { share, of } => decimal(share) * whole(*of),
        }
    }
}

/// Narrows the bounds of rows that come with their base grants and what their kommuner bring before any λ: what the
/// payer would pay then is spread evenly over the state money of its rows.
pub(crate) fn narrow(case: &Case, rules: &Rules, rows: &[ExactRow], bounds: &mut [Bounds]) {
    for cap in &rules.caps {
        let of_state: Vec<BigRational> = rows.iter().map(|row| part_of_state(case, cap, row)).collect();
        let formula: Vec<BigRational> = rows.iter().map(|row| &row.base + brought(row)).collect();
        let pays: BigRational = formula.iter().zip(&of_state).map(|(state, part)| state * part).sum();
        if pays.is_zero() {
            continue;
        }
        for ((bounds, state), part) in bounds.iter_mut().zip(&formula).zip(&of_state) {
            if !part.is_zero() {
                bounds.cap(state * cap.most() / &pays);
            }
        }
    }
}

/// Kronor that the payer pays for each krona of the state's.
fn part_of_state(case: &Case, cap: &Cap, row: &ExactRow) -> BigRational {
    let of_total = match &cap.payer {
        _ if row.outside => whole(0),
        Payer::All => whole(1),
        Payer::Forbund(name) if *name == row.name => whole(1),
        Payer::Forbund(_) => whole(0),
        Payer::Region(region) => decimal(&case.region_share) * region_quota(case, region, row),
        Payer::Kommun(code) => {
            let members: Vec<&String> = row.members.iter().collect();
            let place = members.iter().position(|member| *member == code);
            place.map_or(whole(0), |place| {
                decimal(&case.kommuner_share) * &keys::quotas(case, &row.key, &members, &whole(1))[place]
            })
        }
    };
    of_total / decimal(&case.state_share)
}

fn region_quota(case: &Case, region: &str, row: &ExactRow) -> BigRational {
    let kommuner = || row.members.iter().map(|code| case.kommun(code));
    match case.region_key {
        RegionKey::Befolkning => {
            let of_region = kommuner().filter(|kommun| kommun.region == region);
            let of_region: BigRational = of_region.map(|kommun| whole(kommun.befolkning_16_64)).sum();
            of_region / kommuner().map(|kommun| whole(kommun.befolkning_16_64)).sum::<BigRational>()
        }
        RegionKey::Lika => {
            let regions: std::collections::BTreeSet<&str> =
                kommuner().map(|kommun| kommun.region.as_str()).collect();
            if regions.contains(region) { whole(1) / whole(regions.len()) } else { whole(0) }
        }
    }
}
