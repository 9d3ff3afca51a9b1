//! A slow and plain reference for the figures of `simulate`: section 6 of the contract written
//! down in exact fractions, sharing no code with the program, so that a difference between the
//! two is a mistake in one of them.

pub(crate) mod case;
pub(crate) mod changes;
pub(crate) mod examples;
pub(crate) mod files;
pub(crate) mod fractions;
pub(crate) mod generate;
pub(crate) mod keys;
pub(crate) mod money;
pub(crate) mod rules;
pub(crate) mod years;

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;
use serde_json::{Value, json};

use self::case::{Case, SplitBy};
use self::changes::Situation;
use self::fractions::{decimal_text, round_half_away, share_by_weight, two_decimals, whole};
use self::money::{Basis, ExactRow, Figures, Ties};

/// The figures of section 5 for a case, under the keys of `--format json`.
pub(crate) fn expected(case: &Case) -> Value {
    let after = Situation::after(case);
    let basis = Basis::of(case);
    let today = basis.gross();
    let figures = |rows: &[ExactRow]| money::rounded(case, rows, Ties::LowestKommunkod);
    let situation = Situation::today(case);
    let mut before = money::exact(case, &situation, &today);
    share_kanslier(case, &situation, &mut before, None);
    let before = figures(&before);
    let mut gross = money::exact(case, &after, &today);
    let mut net = basis.net(&after).map(|parts| money::exact(case, &after, &parts));
    share_kanslier(case, &after, &mut gross, net.as_deref_mut());
    result(case, &before, &figures(&gross), net.as_deref().map(figures).as_deref())
}

/// The result whose sides are these.
fn result(case: &Case, before: &[Figures], gross: &[Figures], net: Option<&[Figures]>) -> Value {
    json!({
        "basis": if case.is_calibrated() { "calibrated" } else { "national" },
        "before": side(before),
        "after": { "gross": side(gross), "net": net.map(side) },
        "delta": delta(before, gross, net),
        "kommuner": kommuner(case, before, gross, net),
        "regions": regions(case, before, gross, net),
    })
}

fn delta(before: &[Figures], gross: &[Figures], net: Option<&[Figures]>) -> Value {
    let before = Sums::of(before);
    json!({
        "gross": Sums::of(gross).minus(&before).json(),
        "net": net.map(|net| Sums::of(net).minus(&before).json()),
    })
}

/// Every participant has its part of what is shared on top of its own, on both sides alike, since "budget" means the
/// gross total.
fn share_kanslier(
    case: &Case,
    situation: &Situation,
    gross: &mut [ExactRow],
    mut net: Option<&mut [ExactRow]>,
) {
    let income = money::rounded(case, gross, Ties::LowestKommunkod);
    for pot in &situation.shared {
        let weights: Vec<(String, BigRational)> = pot
            .participants
            .iter()
            .map(|(name, share)| {
                let row = income.iter().find(|row| !row.outside && row.name == *name).expect("a participant");
                let weight = match pot.split_by {
                    SplitBy::Budget => whole(row.total.clone()),
                    SplitBy::Lika | SplitBy::Shares(_) => share.clone(),
                    SplitBy::Befolkning => whole(changes::inhabitants(&row.members, &case.table)),
                };
                (row.members.iter().min().expect("a kommun").clone(), weight)
            })
            .collect();
        let shares = share_by_weight(&BigInt::from(pot.kansli.sum()), &weights);
        for (name, share) in pot.participants.keys().zip(shares) {
            let sides = [Some(&mut *gross), net.as_deref_mut()];
            for rows in sides.into_iter().flatten() {
                if let Some(kansli) = &mut row_named(rows, name).kansli {
                    *kansli += whole(share.clone());
                }
            }
        }
    }
}

fn row_named<'rows>(rows: &'rows mut [ExactRow], name: &str) -> &'rows mut ExactRow {
    rows.iter_mut().find(|row| !row.outside && row.name == name).expect("a förbund of this name")
}

fn kronor(amount: &BigInt) -> Value {
    json!(amount.to_i64().expect("an amount of less than 10¹⁸ kr"))
}

fn kronor_or_null(amount: Option<&BigInt>) -> Value {
    amount.map_or(Value::Null, kronor)
}

fn side(rows: &[Figures]) -> Value {
    let forbund: Vec<Value> = rows.iter().map(forbund).collect();
    json!({ "forbund": forbund, "total": Sums::of(rows).json() })
}

fn forbund(row: &Figures) -> Value {
    let regions: Vec<Value> = row
        .regions
        .iter()
        .map(|(region, amount)| json!({ "region": region, "amount": kronor(amount) }))
        .collect();
    let insatser = row.kansli.as_ref().map(|kansli| &row.total - kansli);
    let per_inhabitant =
        |amount: &BigInt| two_decimals(&(whole(amount.clone()) / whole(row.befolkning_16_64.clone())));
    let share = |kansli: &BigInt| {
        let hundredfold = whole(kansli * BigInt::from(100));
        (row.total != BigInt::from(0)).then(|| two_decimals(&(hundredfold / whole(row.total.clone()))))
    };
    // One outside has no base grant to have a share.
    let base_share = (row.state != BigInt::from(0) && !row.outside)
        .then(|| two_decimals(&(whole(&row.state_base * BigInt::from(100)) / whole(row.state.clone()))));
    json!({
        "name": row.name,
        "outside": row.outside,
        "members": row.members,
        "befolkning_16_64": kronor(&row.befolkning_16_64),
        "forsorjningsmatt": decimal_text(&row.forsorjningsmatt),
        "state": {
            "base": kronor(&row.state_base),
            "base_share": base_share,
            "forsorjningsmatt": kronor(&row.state_forsorjningsmatt),
            "befolkning": kronor(&row.state_befolkning),
            "total": kronor(&row.state),
        },
        "region": kronor(&row.region),
        "regions": regions,
        "kommuner": kronor(&row.kommuner),
        "total": kronor(&row.total),
        "kansli": kronor_or_null(row.kansli.as_ref()),
        "insatser": kronor_or_null(insatser.as_ref()),
        "kr_per_inhabitant": per_inhabitant(&row.total),
        "insatser_per_inhabitant": insatser.as_ref().map(per_inhabitant),
        "kansli_share": row.kansli.as_ref().and_then(share),
    })
}

/// What `total` and `delta` show: the sums of a side, or the difference of two.
struct Sums {
    forbund: BigInt,
    state: BigInt,
    region: BigInt,
    kommuner: BigInt,
    total: BigInt,
    kansli: Option<BigInt>,
    insatser: Option<BigInt>,
    /// Hundredths of a percent of the income, without that of outside rows.
    kansli_share: Option<BigInt>,
}

impl Sums {
    fn of(rows: &[Figures]) -> Sums {
        let kansli: Option<BigInt> = rows.iter().map(|row| row.kansli.clone()).sum();
        let total: BigInt = rows.iter().map(|row| &row.total).sum();
        let inside: BigInt = rows.iter().filter(|row| !row.outside).map(|row| &row.total).sum();
        let share = |kansli: &BigInt| {
            let ten_thousandfold = whole(kansli * BigInt::from(10_000));
            (inside != BigInt::from(0)).then(|| round_half_away(&(ten_thousandfold / whole(inside.clone()))))
        };
        Sums {
            forbund: BigInt::from(rows.iter().filter(|row| !row.outside && !row.ceased).count()),
            state: rows.iter().map(|row| &row.state).sum(),
            region: rows.iter().map(|row| &row.region).sum(),
            kommuner: rows.iter().map(|row| &row.kommuner).sum(),
            insatser: kansli.as_ref().map(|kansli| &total - kansli),
            total,
            kansli_share: kansli.as_ref().and_then(share),
            kansli,
        }
    }

    fn minus(&self, before: &Sums) -> Sums {
        let minus_known =
            |after: &Option<BigInt>, before: &Option<BigInt>| Some(after.as_ref()? - before.as_ref()?);
        Sums {
            forbund: &self.forbund - &before.forbund,
            state: &self.state - &before.state,
            region: &self.region - &before.region,
            kommuner: &self.kommuner - &before.kommuner,
            total: &self.total - &before.total,
            kansli: minus_known(&self.kansli, &before.kansli),
            insatser: minus_known(&self.insatser, &before.insatser),
            kansli_share: minus_known(&self.kansli_share, &before.kansli_share),
        }
    }

    fn json(&self) -> Value {
        json!({
            "forbund": kronor(&self.forbund),
            "state": kronor(&self.state),
            "region": kronor(&self.region),
            "kommuner": kronor(&self.kommuner),
            "total": kronor(&self.total),
            "kansli": kronor_or_null(self.kansli.as_ref()),
            "insatser": kronor_or_null(self.insatser.as_ref()),
            "kansli_share": self.kansli_share.clone().map(|share| two_decimals(&(whole(share) / whole(BigInt::from(100))))),
        })
    }
}

/// What a kommun pays on one side; none where it is in no row. In a year with months it may be in several.
fn paid_by_kommun(rows: &[Figures], code: &str) -> Option<BigInt> {
    let amounts: Vec<&BigInt> = rows
        .iter()
        .flat_map(|row| &row.contributions)
        .filter(|(member, _)| member == code)
        .map(|(_, amount)| amount)
        .collect();
    (!amounts.is_empty()).then(|| amounts.into_iter().sum())
}

/// What a region pays on one side; none where no kommun of it is in a row.
fn paid_by_region(rows: &[Figures], name: &str) -> Option<BigInt> {
    let amounts: Vec<&BigInt> = rows
        .iter()
        .flat_map(|row| &row.regions)
        .filter(|(region, _)| region == name)
        .map(|(_, amount)| amount)
        .collect();
    (!amounts.is_empty()).then(|| amounts.into_iter().sum())
}

fn contributions(
    before: Option<&BigInt>,
    gross: Option<&BigInt>,
    net: Option<&BigInt>,
    has_net: bool,
) -> [Value; 3] {
    // "What it is not in on a side is null, and a delta counts that as 0."
    let delta = |after: Option<&BigInt>| {
        let amount = |side: Option<&BigInt>| side.cloned().unwrap_or_default();
        kronor_or_null(Some(&(amount(after) - amount(before))))
    };
    let net_delta = if has_net { delta(net) } else { Value::Null };
    [
        kronor_or_null(before),
        json!({ "gross": kronor_or_null(gross), "net": kronor_or_null(net) }),
        json!({ "gross": delta(gross), "net": net_delta }),
    ]
}

fn kommuner(case: &Case, before: &[Figures], gross: &[Figures], net: Option<&[Figures]>) -> Vec<Value> {
    let codes: BTreeSet<&String> = before.iter().chain(gross).flat_map(|row| &row.members).collect();
    let row_of = |rows: &[Figures], code: &String| {
        rows.iter().find(|row| !row.ceased && row.members.contains(code)).map(|row| row.name.clone())
    };
    codes
        .into_iter()
        .map(|code| {
            let [contribution_before, after, delta] = contributions(
                paid_by_kommun(before, code).as_ref(),
                paid_by_kommun(gross, code).as_ref(),
                net.and_then(|rows| paid_by_kommun(rows, code)).as_ref(),
                net.is_some(),
            );
            let each = |amount: Option<BigInt>| {
                let inhabitants = whole(case.kommun(code).befolkning_16_64);
                (inhabitants != whole(BigInt::from(0)))
                    .then(|| amount.map(|amount| two_decimals(&(whole(amount) / &inhabitants))))
                    .flatten()
            };
            json!({
                "kommunkod": code,
                "kommun": case.kommun(code).name,
                "forbund_before": row_of(before, code),
                "forbund_after": row_of(gross, code),
                "contribution_before": contribution_before,
                "contribution_after": after,
                "contribution_delta": delta,
                "contribution_per_inhabitant_before": each(paid_by_kommun(before, code)),
                "contribution_per_inhabitant_after": {
                    "gross": each(paid_by_kommun(gross, code)),
                    "net": net.and_then(|rows| each(paid_by_kommun(rows, code))),
                },
            })
        })
        .collect()
}

/// The regions by name.
fn regions(case: &Case, before: &[Figures], gross: &[Figures], net: Option<&[Figures]>) -> Vec<Value> {
    let names: BTreeSet<&String> = before
        .iter()
        .chain(gross)
        .flat_map(|row| &row.members)
        .map(|code| &case.kommun(code).region)
        .collect();
    names
        .into_iter()
        .map(|name| {
            let [contribution_before, after, delta] = contributions(
                paid_by_region(before, name).as_ref(),
                paid_by_region(gross, name).as_ref(),
                net.and_then(|rows| paid_by_region(rows, name)).as_ref(),
                net.is_some(),
            );
            json!({
                "region": name,
                "contribution_before": contribution_before,
                "contribution_after": after,
                "contribution_delta": delta,
            })
        })
        .collect()
}

/// The first place where something expected is missing or different. Keys that only the actual
/// result has are no difference, since the contract lets keys be added.
pub(crate) fn first_difference(path: &str, expected: &Value, actual: &Value) -> Option<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match actual.get(key) {
                Some(found) => first_difference(&path, value, found),
                None => Some(format!("{path}: expected {value}, but there is no such key")),
            }
        }),
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            expected.iter().zip(actual).enumerate().find_map(|(index, (expected, actual))| {
                first_difference(&format!("{path}[{index}]"), expected, actual)
            })
        }
        _ if expected == actual => None,
        _ => Some(format!("{path}: expected {expected}, actual {actual}")),
    }
}
