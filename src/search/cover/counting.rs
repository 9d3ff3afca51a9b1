//! How many ways there are to cover the kommuner, by dynamic programming: the same kommuner can be left in many ways, which
//! are counted together.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::super::kommun_set::KommunSet;
use super::column::Column;
use super::order::Order;

/// Sets of kommuner between two looks at the clock.
const WATCHED: usize = 1 << 10;

/// How many groupings are made of these förbund, each kommun in one, by number of förbund from none on; `None` where more than
/// so many different sets of kommuner are left on the way, `watch` stops the work, or a number is too large. It is told how many
/// kommuner have been passed, and how many sets there were.
#[must_use]
#[expect(clippy::iter_over_hash_type, reason = "sums and how many there are do not depend on the order")]
pub fn count(
    kommuner: usize,
    columns: &[Column],
    order: &Order,
    most: usize,
    watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Option<Vec<u128>> {
    let mut starting: Vec<Vec<KommunSet>> = vec![Vec::new(); kommuner];
    for column in columns {
        let set = order.ordered(column.set);
        starting[set.lowest()?].push(set);
    }
    // By the first kommun that is left: what is left, and in how many ways so many förbund lead there.
    let mut layers: Vec<HashMap<KommunSet, Vec<u128>>> = vec![HashMap::new(); kommuner];
    let mut whole = vec![0; kommuner + 1];
    layers[0].insert(KommunSet::first(kommuner), vec![1]);
    let (mut passed, mut found) = (0, 1);
    for first in 0..kommuner {
        for (left, ways) in std::mem::take(&mut layers[first]) {
            passed += 1;
            if found > most || passed % WATCHED == 0 && watch(first, found).is_break() {
                return None;
            }
            for set in starting[first].iter().filter(|set| set.is_within(left)) {
                let rest = left.without(*set);
                let of_rest = match rest.lowest() {
                    None => &mut whole,
                    Some(next) => layers[next].entry(rest).or_insert_with(|| {
                        found += 1;
                        Vec::new()
                    }),
                };
                if of_rest.len() <= ways.len() {
                    of_rest.resize(ways.len() + 1, 0);
                }
                for (sum, more) in of_rest[1..].iter_mut().zip(&ways) {
                    *sum = sum.checked_add(*more)?;
                }
            }
        }
    }
    Some(whole)
}
