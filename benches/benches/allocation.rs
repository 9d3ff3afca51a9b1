//! What must be quick: reading the country's kommuner, allocating the whole appropriation, and one alternative.
//!
//! `cargo bench`; measured figures stand in `benches/README.md`.

use std::hint::black_box;

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use finsam::diagnostic::Diagnostics;
use finsam::input::baseline;
use finsam::input::files::{Files, Location};
use finsam::model::allocation::Model;
use finsam::model::allocation_base::RowBase;
use finsam::model::baseline::{Baseline, Basis, Forbund, Rest};
use finsam::model::change::{Change, Stated};
use finsam::model::grouping::Grouping;
use finsam::model::holdings::Holdings;
use finsam::model::kernel::{Workspace, fund, state_money};
use finsam::model::kommun::KommunId;
use finsam::model::parameters::{Country, Parameters};
use finsam::model::partition::Partition;
use finsam::model::recorder::Silent;
use finsam::model::row_id::RowId;
use finsam::model::year::{MONTHS, Span};

/// Förbund in the country of the benchmark; real ones have been 70 to 83.
const FORBUND: usize = 80;

fn integratia() -> Location {
    Location::Builtin("data/integratia_2017/utgangslage.toml".to_owned())
}

fn load() -> Arc<Model> {
    let mut warnings = Diagnostics::default();
    baseline::load(&Files::on_disk(), &integratia(), None, &mut warnings).expect("a sound example").model
}

/// All 290 kommuner in 80 förbund.
fn country() -> Model {
    let example = load();
    let kommuner = example.baseline().kommuner.clone();
    let members = |number: usize| (number..kommuner.len()).step_by(FORBUND).map(KommunId::new).collect();
    let forbund = (0..FORBUND).map(|number| Forbund {
        name: format!("Förbund {number}"),
        members: members(number),
        kansli: None,
        seat: None,
        key: None,
        holdings: Holdings::default(),
        parts: None,
    });
    let parameters = example.baseline().parameters.clone();
    let country = Country { other_forbund: 0, ..parameters.country.expect("national") };
    let baseline = Baseline {
        forbund: forbund.collect(),
        basis: Basis::National { rest: Rest::Listed(Vec::new()) },
        parameters: Parameters { country: Some(country), ..parameters },
        ..example.baseline().clone()
    };
    Model::new(baseline).expect("sound")
}

fn benchmarks(criterion: &mut Criterion) {
    criterion.bench_function("load_290_kommuner", |bencher| bencher.iter(load));

    let model = country();
    let mut partition = Partition::new(model.bases().len());
    for kommun in 0..model.bases().len() {
        partition.place(KommunId::new(kommun), RowId::new(kommun % FORBUND));
    }
    // Numbered in the order in which kommuner first meet them, so a lower row has a lower kommunkod.
    let empty: Vec<RowBase> = (0..FORBUND).map(|row| RowBase::empty(true, KommunId::new(row))).collect();
    let mut sums = empty.clone();
    let mut workspace = Workspace::default();
    criterion.bench_function("sum_290_kommuner_into_80_forbund", |bencher| {
        bencher.iter(|| {
            sums.copy_from_slice(&empty);
            black_box(&partition).sum_rows(black_box(model.bases()), &mut sums);
            black_box(&sums);
        });
    });
    criterion.bench_function("national_allocation_290_to_80", |bencher| {
        bencher.iter(|| {
            sums.copy_from_slice(&empty);
            black_box(&partition).sum_rows(black_box(model.bases()), &mut sums);
            black_box(state_money(model.gross_rates(), &sums, &mut workspace));
        });
    });
    criterion.bench_function("national_allocation_with_all_parties", |bencher| {
        let funding = &model.baseline().parameters.funding;
        bencher.iter(|| {
            sums.copy_from_slice(&empty);
            black_box(&partition).sum_rows(black_box(model.bases()), &mut sums);
            let money = state_money(model.gross_rates(), &sums, &mut workspace);
            for &state in money {
                black_box(fund(state, funding).expect("fits"));
            }
        });
    });

    // Each year has a model of its own, with today's side; each alternative merges another two of the 80 förbund.
    criterion.bench_function("model_of_a_year_290_to_80", |bencher| {
        let baseline = model.baseline();
        bencher.iter(|| Model::new(black_box(baseline).clone()).expect("sound"));
    });
    let alternatives = |model: &Model| -> Vec<Span> {
        let merged = (0..10).map(|number| {
            let parts = [number, number + 40].map(|place| model.before().rows()[place].id).to_vec();
            let merge = Change::Merge { parts, into: "Ett".to_owned(), stated: Stated::default() };
            let mut after = model.before().clone();
            after.apply(&merge, model.baseline()).expect("two förbund can merge");
            Span { months: MONTHS, after }
        });
        merged.collect()
    };
    let years: Vec<(Model, Vec<Span>)> = (0..30)
        .map(|_| {
            let of_year = Model::new(model.baseline().clone()).expect("sound");
            let alternatives = alternatives(&of_year);
            (of_year, alternatives)
        })
        .collect();
    criterion.bench_function("30_years_of_10_alternatives_290_to_80", |bencher| {
        bencher.iter(|| {
            for (model, alternatives) in &years {
                for alternative in alternatives {
                    let year = std::slice::from_ref(alternative);
                    black_box(black_box(model).outcome_of_year(year).expect("computable"));
                }
            }
        });
    });

    let model = load();
    criterion.bench_function("one_alternative_gross_and_net", |bencher| {
        let parts = model.before().rows().iter().map(|row| row.id).collect();
        let merge = Change::Merge { parts, into: "Ett".to_owned(), stated: Stated::default() };
        let mut after: Grouping = model.before().clone();
        after.apply(&merge, model.baseline()).expect("three förbund can merge");
        bencher.iter(|| black_box(model.outcome(black_box(&after), &mut Silent).expect("computable")));
    });
}

criterion_group!(allocation, benchmarks);
criterion_main!(allocation);
