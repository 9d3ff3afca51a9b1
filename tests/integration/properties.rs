//! What must be true of every baseline and every grouping, on values of the model.

use std::sync::Arc;

use finsam::model::allocation::Model;
use finsam::model::baseline::{Baseline, Basis, Forbund, Rest};
use finsam::model::change::{Change, ChangeError, Part, Stated};
use finsam::model::error::ModelError;
use finsam::model::figures::{Figures, KommunFigures};
use finsam::model::grouping::{Grouping, Seat};
use finsam::model::holdings::Holdings;
use finsam::model::kansli::{AssumedSavings, Cost, Sharing, SplitBy};
use finsam::model::key::{Key, Keys};
use finsam::model::kommun::{Kommun, KommunId, Kommuner, Kommunkod, RegionId};
use finsam::model::kronor::Kronor;
use finsam::model::outcome::{Outcome, RowMoney, Side};
use finsam::model::parameters::{Country, Parameters};
use finsam::model::recorder::Silent;
use finsam::model::row_id::RowId;
use finsam::model::shares::Shares;
use finsam::model::step::Step;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A country of up to 24 kommuner, of which some form förbund.
#[derive(Clone, Debug)]
struct Country24 {
    /// Inhabitants 16–64, tenths of försörjningsmått, and region of each kommun.
    kommuner: Vec<(u64, i64, u16)>,
    /// The förbund of each kommun; those above the number of förbund are in none.
    forbund_of: Vec<usize>,
    /// Kansli of each förbund, if known.
    kanslier: Vec<Option<i64>>,
    appropriation: i64,
    other_forbund: u32,
    calibrated: bool,
    weight: i64,
    key: Key,
}

fn countries() -> impl Strategy<Value = Country24> {
    let kommuner = prop::collection::vec((1_u64..200_000, 0_i64..300_000, 0_u16..3), 8..24);
    let keys = prop_oneof![
        Just(Key::Befolkning),
        Just(Key::Folkmangd),
        Just(Key::Forsorjningsmatt),
        Just(Key::Lika)
    ];
    (
        kommuner,
        prop::collection::vec(0_usize..6, 24),
        prop::collection::vec(prop::option::of(0_i64..3_000_000), 4),
        100_000_000_i64..1_000_000_000,
        0_u32..80,
        any::<bool>(),
        0_i64..=100,
        keys,
    )
        .prop_map(
            |(kommuner, forbund_of, kanslier, appropriation, other_forbund, calibrated, weight, key)| {
                Country24 {
                    kommuner,
                    forbund_of,
                    kanslier,
                    appropriation,
                    other_forbund,
                    calibrated,
                    weight,
                    key,
                }
            },
        )
}

impl Country24 {
    fn table(&self) -> Kommuner {
        let kommuner = self.kommuner.iter().enumerate().map(|(position, &(_, _, region))| Kommun {
            kommunkod: Kommunkod::parse(&format!("{:04}", 100 + 7 * position)).expect("four digits"),
            name: format!("Kommun {position}"),
            region: RegionId::new(usize::from(region)),
            part_of: None,
        });
        Kommuner::new(kommuner.collect(), vec!["Norr".into(), "Söder".into(), "Väster".into()])
    }

    fn figures(&self) -> Figures {
        let figures = self.kommuner.iter().map(|&(befolkning_16_64, matt, _)| KommunFigures {
            befolkning_16_64,
            // Never zero in all, so that there is something to share by.
            forsorjningsmatt: Decimal::new(matt + 1, 1),
            folkmangd: Some(befolkning_16_64 * 2),
        });
        Figures::new(&figures.collect::<Vec<_>>(), None).expect("few digits")
    }

    /// The baseline, or nothing where no kommun is in any förbund.
    fn model(&self) -> Option<Model> {
        let forbund: Vec<Forbund> = (0..4)
            .filter_map(|number| {
                let members: Vec<KommunId> = (0..self.kommuner.len())
                    .filter(|&kommun| self.forbund_of[kommun] == number)
                    .map(KommunId::new)
                    .collect();
                let kansli = self.kanslier[number].map(Kronor::new);
                (!members.is_empty()).then(|| Forbund {
                    key: None,
                    parts: None,
                    holdings: Holdings::default(),
                    name: format!("Förbund {number}"),
                    members,
                    kansli: kansli.map(Cost::sum),
                    seat: None,
                })
            })
            .collect();
        if forbund.len() < 2 {
            return None;
        }
        let country =
            Country { appropriation: Kronor::new(self.appropriation), other_forbund: self.other_forbund };
        let basis = if self.calibrated {
            let state_money = (1..=forbund.len())
                .map(|number| Kronor::new(400_001 + 1_234_567 * i64::try_from(number).expect("a few")));
            Basis::Calibrated { state_money: state_money.collect(), rest: None }
        } else {
            Basis::National { rest: Rest::AllOthers }
        };
        let weight = Decimal::new(self.weight, 2);
        let parameters = Parameters {
            base_grant: Kronor::new(400_000),
            weights: Shares::new([weight, Decimal::ONE - weight]).expect("sum is 1"),
            funding: Shares::new([Decimal::new(5, 1), Decimal::new(25, 2), Decimal::new(25, 2)])
                .expect("sum is 1"),
            country: Some(country),
        };
        let keys = Keys { kommuner: self.key.clone(), regions: self.key.clone() };
        let name = "Prov".to_owned();
        let (kommuner, figures) = (Arc::new(self.table()), Arc::new(self.figures()));
        let (shared_kanslier, savings) = (Vec::new(), AssumedSavings::default());
        let baseline =
            Baseline { name, kommuner, figures, parameters, keys, basis, forbund, shared_kanslier, savings };
        Model::new(baseline).ok()
    }
}

/// The model, or a rejected case; too many of those fail the test, so it cannot become empty unnoticed.
fn usable(country: &Country24) -> Result<Model, TestCaseError> {
    country.model().ok_or_else(|| TestCaseError::reject("fewer than two förbund"))
}

fn outcome(model: &Model, after: &Grouping) -> Outcome {
    model.outcome(after, &mut Silent).expect("computable")
}

fn apply(model: &Model, after: &mut Grouping, change: &Change) {
    after.apply(change, model.baseline()).expect("a change that can be done");
}

fn merge_all(model: &Model) -> Grouping {
    let mut after = model.before().clone();
    let parts = after.rows().iter().map(|row| row.id).collect();
    apply(model, &mut after, &Change::Merge { parts, into: "Ett".to_owned(), stated: Stated::default() });
    after
}

/// Every amount of a row is the sum of its parts.
fn assert_adds_up(row: &RowMoney) {
    let state = &row.state;
    assert_eq!(state.base + state.forsorjningsmatt + state.befolkning, state.total);
    assert_eq!(state.total + row.region + row.kommuner, row.total);
    assert_eq!(row.regions.iter().map(|(_, amount)| *amount).sum::<Kronor>(), row.region);
    assert_eq!(row.contributions.iter().map(|(_, amount)| *amount).sum::<Kronor>(), row.kommuner);
    assert!(row.contributions.iter().all(|(_, amount)| *amount >= Kronor::ZERO));
    assert!([state.base, state.forsorjningsmatt, state.befolkning].iter().all(|part| *part >= Kronor::ZERO));
}

fn state_of(side: &Side) -> Kronor {
    side.money().map(|row| row.state.total).sum()
}

/// Rows by name, so that their order in the table does not matter.
fn by_name(grouping: &Grouping, side: &Side) -> Vec<(String, RowMoney)> {
    let mut rows: Vec<_> = side.of(grouping).map(|(row, money)| (row.name.clone(), money.clone())).collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn parts_add_up_to_the_krona_on_every_level(country in countries()) {
        let model = usable(&country)?;
        let after = merge_all(&model);
        let outcome = outcome(&model, &after);
        for side in [Some(&outcome.before), Some(&outcome.gross), outcome.net.as_ref()].into_iter().flatten() {
            side.money().for_each(assert_adds_up);
        }
    }

    #[test]
    fn a_merger_costs_a_base_grant_per_forbund_that_goes_gross_and_no_more_net(country in countries()) {
        let model = usable(&country)?;
        let outcome = outcome(&model, &merge_all(&model));
        let gone = i64::try_from(model.before().forbund_count()).expect("a few") - 1;
        let loss = state_of(&outcome.before) - state_of(&outcome.gross);
        // The sum over all rows is rounded once on either side, so it is exact to the krona.
        prop_assert_eq!(loss, Kronor::new(gone * 400_000));
        let net = outcome.net.expect("the country is known");
        prop_assert!(state_of(&net) >= state_of(&outcome.gross));
        prop_assert!(state_of(&net) <= state_of(&outcome.before));
    }

    #[test]
    fn net_never_exceeds_the_national_total(country in countries()) {
        let model = usable(&country)?;
        prop_assume!(!model.state_exceeds_appropriation());
        let outcome = outcome(&model, &merge_all(&model));
        let base_grants = Kronor::new(400_000 * i64::from(country.other_forbund));
        for side in [outcome.before, outcome.net.expect("the country is known")] {
            prop_assert!(state_of(&side) + base_grants <= Kronor::new(country.appropriation));
        }
    }

    #[test]
    fn merging_and_splitting_back_gives_the_old_incomes(country in countries()) {
        let model = usable(&country)?;
        let mut after = merge_all(&model);
        let into = model.baseline().forbund.iter().map(|forbund| Part {
            name: forbund.name.clone(),
            kommuner: forbund.members.clone(),
            stated: Stated { kansli: forbund.kansli.clone(), seat: None, ..Stated::default() },
        });
        let whole = after.rows()[0].id;
        apply(&model, &mut after, &Change::Split { whole, into: into.collect() });
        let outcome = outcome(&model, &after);
        let before = by_name(model.before(), &outcome.before);
        prop_assert_eq!(&by_name(&after, &outcome.gross), &before);
        prop_assert_eq!(&by_name(&after, &outcome.net.expect("the country is known")), &before);
    }

    #[test]
    fn the_order_of_independent_moves_does_not_matter(country in countries(), seed in any::<u64>()) {
        let model = usable(&country)?;
        // Everyone of the first förbund leaves it, each on their own, to the second or the third.
        let rows = model.before().rows();
        let mut moves: Vec<Change> = rows[0]
            .members
            .iter()
            .map(|&kommun| Change::Move {
                kommuner: vec![kommun],
                to: rows[1 + kommun.index() % (rows.len() - 1)].id,
                stated: Stated::default(),
            })
            .collect();
        let in_order = |moves: &[Change]| {
            let mut after = model.before().clone();
            for change in moves {
                apply(&model, &mut after, change);
            }
            after
        };
        let one = in_order(&moves);
        let turn = usize::try_from(seed % 97).expect("small") % moves.len();
        moves.rotate_left(turn);
        moves.reverse();
        let other = in_order(&moves);
        prop_assert_eq!(outcome(&model, &one), outcome(&model, &other));
    }

    #[test]
    fn the_order_of_forbund_and_members_does_not_matter(country in countries()) {
        let model = usable(&country)?;
        let mut turned = model.baseline().clone();
        turned.forbund.reverse();
        turned.forbund.iter_mut().for_each(|forbund| forbund.members.reverse());
        if let Basis::Calibrated { state_money, .. } = &mut turned.basis {
            state_money.reverse();
        }
        let turned = Model::new(turned).expect("the same baseline in another order");
        let one = outcome(&model, model.before());
        let other = outcome(&turned, turned.before());
        prop_assert_eq!(by_name(model.before(), &one.before), by_name(turned.before(), &other.before));
    }

    #[test]
    fn a_forbund_never_gets_less_for_a_kommun_more(country in countries()) {
        let model = usable(&country)?;
        let rows = model.before().rows();
        let mut after = model.before().clone();
        let kommuner = vec![rows[0].members[0]];
        apply(&model, &mut after, &Change::Move { kommuner, to: rows[1].id, stated: Stated::default() });
        let outcome = outcome(&model, &after);
        let state = |grouping: &Grouping, side: &Side| {
            let found = side.of(grouping).find(|(row, _)| row.id == rows[1].id).expect("still there");
            found.1.state.total
        };
        // A krona can go either way by largest remainder.
        prop_assert!(
            state(&after, &outcome.gross) + Kronor::new(1) >= state(model.before(), &outcome.before)
        );
    }

    #[test]
    fn a_shared_kansli_changes_no_income_and_is_split_to_the_krona(
        country in countries(),
        cost in 0_i64..5_000_000,
    ) {
        let model = usable(&country)?;
        for split_by in [SplitBy::Budget, SplitBy::Lika, SplitBy::Befolkning] {
            let mut after = model.before().clone();
            let participants = after.rows().iter().map(|row| row.id).collect::<Vec<_>>();
            let cost = Kronor::new(cost);
            apply(&model, &mut after, &Change::ShareKansli(Sharing::whole(participants, Cost::sum(cost), split_by)));
            let outcome = outcome(&model, &after);
            let incomes = |side: &Side| side.money().map(|row| row.total).collect::<Vec<_>>();
            prop_assert_eq!(incomes(&outcome.before), incomes(&outcome.gross));
            let kansli: Option<Kronor> = outcome.gross.money().map(|row| row.kansli).sum();
            prop_assert_eq!(kansli, Some(cost));
        }
    }

    /// What is recorded is computed anew; else a row that is as today has what it has today.
    #[test]
    fn what_is_taken_over_from_today_is_what_would_be_computed(
        country in countries(),
        kommun in any::<prop::sample::Index>(),
        cost in 0_i64..5_000_000,
    ) {
        let model = usable(&country)?;
        let rows = model.before().rows();
        let (to, members) = (rows[0].id, &rows[1].members);
        let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
        let cost = Cost::sum(Kronor::new(cost));
        let stated = Stated { kansli: Some(cost.clone()), ..Stated::default() };
        for change in [
            Change::Merge { parts: ids[..2].to_vec(), into: "Ett".to_owned(), stated: stated.clone() },
            Change::Move { kommuner: vec![members[kommun.index(members.len())]], to, stated },
            Change::ShareKansli(Sharing::whole(ids, cost, SplitBy::Budget)),
        ] {
            let mut after = model.before().clone();
            apply(&model, &mut after, &change);
            let recorded = model.outcome(&after, &mut Vec::<Step>::new()).expect("computable");
            prop_assert_eq!(&recorded, &outcome(&model, &after));
        }
    }

    #[test]
    fn listening_to_a_calculation_does_not_change_it(country in countries()) {
        let model = usable(&country)?;
        let after = merge_all(&model);
        let mut steps: Vec<Step> = Vec::new();
        let recorded = model.outcome(&after, &mut steps).expect("computable");
        prop_assert_eq!(&recorded, &outcome(&model, &after));
        // Every total in the result was recorded.
        for row in recorded.before.money().chain(recorded.gross.money()) {
            let recorded = steps.iter().any(|step| {
                matches!(step, Step::Funded { state, total, .. }
                    if *state == row.state.total && *total == row.total)
            });
            prop_assert!(recorded);
        }
    }
}

/// Ten thousand billion kronor are more than readers of JSON can count.
#[test]
fn kanslier_that_sum_to_too_much_are_refused() {
    let with = |forbund: usize| {
        let kommun = |position: usize| Kommun {
            kommunkod: Kommunkod::parse(&format!("{position:04}")).expect("four digits"),
            name: format!("Kommun {position}"),
            region: RegionId::new(0),
            part_of: None,
        };
        let kommuner = Kommuner::new((0..forbund).map(kommun).collect(), vec!["Norr".into()]);
        let figures =
            KommunFigures { befolkning_16_64: 100, forsorjningsmatt: Decimal::ONE, folkmangd: None };
        let country = three_forbund([None; 3]).baseline().clone();
        let like = country.forbund[0].clone();
        let of = |position: usize| Forbund {
            name: format!("Förbund {position}"),
            members: vec![KommunId::new(position)],
            kansli: Some(Cost::sum(Kronor::LARGEST_INPUT)),
            ..like.clone()
        };
        Model::new(Baseline {
            kommuner: Arc::new(kommuner),
            figures: Arc::new(Figures::new(&vec![figures; forbund], None).expect("few digits")),
            parameters: Parameters {
                country: Some(Country { appropriation: Kronor::new(10_000_000_000), other_forbund: 0 }),
                ..country.parameters
            },
            basis: Basis::National { rest: Rest::Listed(Vec::new()) },
            keys: Keys { kommuner: Key::Lika, regions: Key::Lika },
            forbund: (0..forbund).map(of).collect(),
            ..country
        })
    };
    assert!(with(9_000).is_ok());
    assert_eq!(with(9_100).err(), Some(ModelError::TooLarge));
}

/// Three förbund of one or two kommuner each, and two kommuner in none.
fn three_forbund(kanslier: [Option<i64>; 3]) -> Model {
    let country = Country24 {
        kommuner: vec![
            (100, 10, 0),
            (300, 10, 0),
            (50, 10, 0),
            (50, 10, 0),
            (70, 1, 0),
            (1, 1, 0),
            (1, 1, 0),
        ],
        forbund_of: vec![0, 0, 1, 2, 2, 5, 5],
        kanslier: kanslier.into_iter().chain([None]).collect(),
        appropriation: 300_000_000,
        other_forbund: 0,
        calibrated: false,
        weight: 75,
        key: Key::Befolkning,
    };
    country.model().expect("three förbund")
}

/// A move of one kommun to the förbund that stands at `row` in the baseline.
fn to(model: &Model, kommun: usize, row: usize, kansli: Option<i64>) -> Change {
    Change::Move {
        kommuner: vec![KommunId::new(kommun)],
        to: model.before().rows()[row].id,
        stated: Stated { kansli: kansli.map(Kronor::new).map(Cost::sum), seat: None, ..Stated::default() },
    }
}

/// What the kanslier cost after some changes, row by row; unknown ones are left out.
fn kanslier(model: &Model, changes: &[Change]) -> Vec<i64> {
    let mut after = model.before().clone();
    for change in changes {
        apply(model, &mut after, change);
    }
    outcome(model, &after).gross.money().filter_map(|row| row.kansli).map(Kronor::get).collect()
}

/// A förbund that ceases by moves passes its kansli to those who received its kommuner, by inhabitants.
#[test]
fn a_kansli_follows_the_kommuner() {
    let model = three_forbund([Some(1_000_001), Some(10), None]);
    let first = to(&model, 0, 1, None);
    assert_eq!(kanslier(&model, std::slice::from_ref(&first)), [1_000_001, 10], "nothing passes yet");
    // 100 of 400 inhabitants went to the second; the third stated its own, in which its share lies.
    assert_eq!(kanslier(&model, &[first, to(&model, 1, 2, Some(777))]), [10 + 250_000, 777]);
}

/// Whatever moves where, nothing is saved and nothing is paid twice as long as nobody states a kansli.
#[test]
fn a_kansli_that_moves_on_with_its_kommuner_neither_vanishes_nor_doubles() {
    let model = three_forbund([Some(1_000), Some(2_000), Some(3_000)]);
    let to = |kommun, row, kansli| to(&model, kommun, row, kansli);
    let kanslier = |changes: &[Change]| kanslier(&model, changes);
    // On to a third förbund before the first ceases: the cost is where the kommuner are.
    assert_eq!(kanslier(&[to(0, 1, None), to(0, 2, None), to(1, 2, None)]), [2_000, 4_000]);
    // Stated on the way, but not where the kommun ended up.
    assert_eq!(kanslier(&[to(0, 1, Some(2_500)), to(0, 2, None), to(1, 2, None)]), [2_500, 4_000]);
    // Stated where it ended up: its share lies in that sum.
    assert_eq!(kanslier(&[to(0, 1, None), to(0, 2, Some(9_000)), to(1, 1, None)]), [2_750, 9_000]);
}

/// A shared kansli is split last: what changes after it changes who takes part, not what it costs.
#[test]
fn changes_after_a_shared_kansli_keep_its_cost() {
    let model = three_forbund([Some(1_000), Some(2_000), Some(3_000)]);
    let rows = model.before().rows();
    let share = Change::ShareKansli(Sharing::whole(
        [rows[0].id, rows[1].id],
        Cost::sum(Kronor::new(2_400)),
        SplitBy::Lika,
    ));
    let merge = |parts: [usize; 2], kansli: Option<i64>| Change::Merge {
        parts: parts.map(|row| rows[row].id).to_vec(),
        into: "Ihop".to_owned(),
        stated: Stated { kansli: kansli.map(Kronor::new).map(Cost::sum), seat: None, ..Stated::default() },
    };
    let after_sharing = |change: Change| kanslier(&model, &[share.clone(), change]);
    assert_eq!(after_sharing(merge([0, 1], None)), [2_400, 3_000]);
    assert_eq!(after_sharing(merge([1, 2], None)), [1_200, 4_200]);
    assert_eq!(after_sharing(merge([1, 2], Some(500))), [2_400, 500]);
    assert_eq!(after_sharing(to(&model, 2, 2, None)), [2_400, 3_000]);
}

/// [`three_forbund`], of which the first has its seat in its second kommun.
fn one_seat() -> Model {
    let model = three_forbund([None; 3]);
    let mut baseline = model.baseline().clone();
    baseline.forbund[0].seat = Some(KommunId::new(1));
    Model::new(baseline).expect("a sound baseline")
}

fn in_seat(kommun: usize) -> Stated {
    Stated { seat: Some(KommunId::new(kommun)), ..Stated::default() }
}

/// The seats after some changes, row by row.
fn seats(model: &Model, changes: &[Change]) -> Vec<Seat> {
    let mut after = model.before().clone();
    for change in changes {
        apply(model, &mut after, change);
    }
    after.rows().iter().map(|row| row.seat).collect()
}

#[test]
fn a_seat_stays_until_its_kommun_leaves_or_another_is_stated() {
    let model = one_seat();
    let seat = |kommun| Seat::In(KommunId::new(kommun));
    assert_eq!(seats(&model, &[]), [seat(1), Seat::Unstated, Seat::Unstated]);
    // Who receives keeps its seat, and so does who loses another kommun.
    assert_eq!(seats(&model, &[to(&model, 3, 0, None)])[0], seat(1));
    assert_eq!(seats(&model, &[to(&model, 0, 1, None)]), [seat(1), Seat::Unstated, Seat::Unstated]);
    let lapsed = Seat::Lapsed(KommunId::new(1));
    assert_eq!(seats(&model, &[to(&model, 1, 1, None)]), [lapsed, Seat::Unstated, Seat::Unstated]);
    // A kommun that comes back has not left, unless another seat was stated meanwhile.
    let (out, back) = (to(&model, 1, 1, None), to(&model, 1, 0, None));
    assert_eq!(seats(&model, &[out.clone(), back.clone()])[0], seat(1));
    let with_seat = |kommun: usize, row: usize, seat: usize| Change::Move {
        kommuner: vec![KommunId::new(kommun)],
        to: model.before().rows()[row].id,
        stated: in_seat(seat),
    };
    assert_eq!(seats(&model, &[with_seat(1, 1, 1)]), [lapsed, seat(1), Seat::Unstated]);
    assert_eq!(seats(&model, &[out.clone(), with_seat(1, 0, 0)])[0], seat(0));
    assert_eq!(seats(&model, &[out, with_seat(2, 0, 0), back])[0], seat(0));
}

#[test]
fn a_forbund_that_is_made_has_the_seat_that_is_stated_and_no_other() {
    let model = one_seat();
    let rows = model.before().rows();
    let merge =
        |stated| Change::Merge { parts: vec![rows[0].id, rows[1].id], into: rows[0].name.clone(), stated };
    assert_eq!(seats(&model, &[merge(Stated::default())])[0], Seat::Unstated);
    assert_eq!(seats(&model, &[merge(in_seat(2))])[0], Seat::In(KommunId::new(2)));
    let part = |kommun: usize, stated| Part {
        name: format!("Del {kommun}"),
        kommuner: vec![KommunId::new(kommun)],
        stated,
    };
    let split =
        |stated| Change::Split { whole: rows[0].id, into: vec![part(0, stated), part(1, Stated::default())] };
    assert_eq!(seats(&model, &[split(in_seat(0))])[..2], [Seat::In(KommunId::new(0)), Seat::Unstated]);
    let create =
        |stated| Change::Create { name: "Nytt".to_owned(), kommuner: vec![KommunId::new(1)], stated };
    assert_eq!(seats(&model, &[create(in_seat(1))])[3], Seat::In(KommunId::new(1)));

    let refused = |change: &Change| {
        let mut after = model.before().clone();
        let error = after.apply(change, model.baseline()).expect_err("a seat elsewhere");
        assert_eq!(&after, model.before());
        error
    };
    assert_eq!(refused(&merge(in_seat(3))), ChangeError::SeatNotAMember(0));
    assert_eq!(refused(&create(in_seat(0))), ChangeError::SeatNotAMember(0));
    let second = Change::Split { whole: rows[0].id, into: vec![part(0, in_seat(0)), part(1, in_seat(0))] };
    assert_eq!(refused(&second), ChangeError::SeatNotAMember(1));
}
