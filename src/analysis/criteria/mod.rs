//! What inquiries weigh beside money: who sits at the table and how large a part of it is theirs, how far it is, and
//! what the kommuner are like (Integratia 2017: small kommuner beside large ones, several regions, boards for the state
//! parties to man, distances of more than five mil).
//!
//! Rows outside the baseline are left out: what other members those förbund have is not known.

mod compute;
mod distance;
mod key;
mod kommun_name;
mod result;

pub use compute::criteria;
pub use distance::{Distance, FAR_KM, kilometres};
pub use key::{KeyName, KeyResult, KommunUnderKey};
pub use kommun_name::KommunName;
pub use result::{
    Criteria, CriteriaSide, CriteriaTotal, ForbundCriteria, IndicatorResult, Member, RatioResult,
};
