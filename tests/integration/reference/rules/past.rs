//! What the kommuner had the year before.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::Zero;

use super::BaseGrant;
use crate::reference::case::Case;
use crate::reference::changes::inhabitants;
use crate::reference::fractions::whole;
use crate::reference::money::ExactRow;

/// One side of a year, by kommunkod.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    /// What the kommuner brought, as the rules left it.
    parts: BTreeMap<String, BigRational>,
    /// Their shares of the base grants of the förbund they were in.
    base_grants: BTreeMap<String, BigRational>,
    base_grant: BigRational,
}

impl Past {
    /// Of the spans of a year.
    pub(crate) fn of(case: &Case, spans: &[(u32, Vec<ExactRow>)]) -> Past {
        let mut past =
            Past { parts: BTreeMap::new(), base_grants: BTreeMap::new(), base_grant: whole(case.base_grant) };
        for (months, rows) in spans {
            let share = BigRational::new((*months).into(), 12.into());
            for row in rows {
                let members: Vec<String> = row.members.iter().cloned().collect();
                let all = whole(inhabitants(&members, &case.table));
                for code in &members {
                    let (forsorjningsmatt, befolkning) = &row.parts[code];
                    *past.parts.entry(code.clone()).or_insert_with(BigRational::zero) +=
                        (forsorjningsmatt + befolkning) * &share;
                    if !row.outside {
                        let own = whole(case.kommun(code).befolkning_16_64) / &all;
                        *past.base_grants.entry(code.clone()).or_insert_with(BigRational::zero) +=
                            &past.base_grant * own * &share;
                    }
                }
            }
        }
        past
    }

    /// The state money of a row of these kommuner, as the guard counts it.
    pub(crate) fn state_money(&self, members: &BTreeSet<String>, base_grant: BaseGrant) -> BigRational {
        let sum = |of: &BTreeMap<String, BigRational>| -> BigRational {
            members.iter().filter_map(|code| of.get(code).cloned()).sum()
        };
        sum(&self.parts)
            + match base_grant {
                BaseGrant::Lapses => self.base_grant.clone(),
                BaseGrant::Follows => sum(&self.base_grants),
            }
    }
}
