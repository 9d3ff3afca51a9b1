//! Figures that can hardly be right are reported with place and figure; real ones are left in peace.

use finsam::analysis::plausibility::{Finding, findings, warn};
use finsam::diagnostic::{Diagnostic, Diagnostics, FigureProblem, Problem};
use finsam::input::files::{Files, Location};
use finsam::input::import::table::FigureTable;
use finsam::input::import::{Options, import};

/// The figures compiled into the program, as text.
fn real() -> String {
    finsam::input::builtin::file("data/kommuner.csv").expect("the table").to_owned()
}

/// The real figures of some years, with some lines changed, or left out where nothing remains.
fn table(years: &[&str], change: impl Fn(&str) -> String) -> FigureTable {
    let text: Vec<String> = real()
        .lines()
        .filter(|line| line.starts_with("ar,") || years.iter().any(|year| line.starts_with(year)))
        .map(change)
        .filter(|line| !line.is_empty())
        .collect();
    let files = Files::held([("t.csv", text.join("\n"))]);
    let mut found = Diagnostics::default();
    let wanted = [Location::Held("t.csv".to_owned())];
    import(&files, &wanted, &Options::default(), &mut found).expect("sound figures").table
}

fn unchanged(line: &str) -> String {
    line.to_owned()
}

/// A line with the cell of a column replaced.
fn with(line: &str, column: usize, cell: &str) -> String {
    let mut cells: Vec<&str> = line.split(',').collect();
    cells[column] = cell;
    cells.join(",")
}

fn against_real(table: &FigureTable) -> Vec<Finding> {
    findings(table, &self::table(&["20"], unchanged))
}

/// All but the few kommuner where less than half of the inhabitants are 16–64.
fn odd(table: &FigureTable) -> Vec<FigureProblem> {
    let all = against_real(table).into_iter().map(|finding| finding.problem);
    all.filter(|problem| {
        !matches!(problem, FigureProblem::WorkingAgeShare { .. } | FigureProblem::Jump { .. })
    })
    .collect()
}

#[test]
fn real_figures_are_left_in_peace() {
    for year in ["2014", "2019", "2021"] {
        assert_eq!(odd(&table(&[year], unchanged)), [], "{year}");
    }
}

#[test]
fn every_swap_of_two_unlike_kommuner_is_found() {
    // Håbo and Habo, as nearly happened in 2015.
    let real = table(&["2021"], unchanged);
    let figure = |code: &str, column: usize| {
        let row =
            real.rows.iter().find(|((_, kommunkod), _)| kommunkod.to_string() == code).expect("a kommun");
        row.1.figures[column].expect("a figure").value.to_string()
    };
    for column in 0..3 {
        let swapped = table(&["2021"], |line| {
            let cell = [4, 5, 6][column];
            match &line[5..9] {
                "0305" => with(line, cell, &figure("0643", column)),
                "0643" => with(line, cell, &figure("0305", column)),
                _ => unchanged(line),
            }
        });
        let found = odd(&swapped);
        assert!(
            matches!(&found[..], [FigureProblem::Swapped { kommun, other, .. }] if kommun == "Håbo" && other == "Habo"),
            "{column}: {found:?}"
        );
    }
}

#[test]
fn missing_kommuner_zeros_and_lost_digits_are_found() {
    let changed = table(&["2021"], |line| match &line[5..9] {
        "0114" => String::new(),
        "0115" => with(line, 5, "0"),
        "0117" => with(line, 4, "2717"),
        _ => unchanged(line),
    });
    let found = odd(&changed);
    assert!(
        matches!(&found[..], [
            FigureProblem::KommunerMissing { missing, expected: 290, .. },
            FigureProblem::ZeroForMissing { kommun: zero, .. },
            FigureProblem::DigitsLost { kommun: lost, .. },
        ] if missing == &["Upplands Väsby"] && zero == "Vallentuna" && lost == "Österåker"),
        "{found:?}"
    );
}

#[test]
fn a_total_in_another_unit_is_found() {
    let doubled = table(&["2021"], |line| {
        if line.starts_with("ar") {
            return unchanged(line);
        }
        let figure: u64 = line.split(',').nth(5).and_then(|cell| cell.parse().ok()).expect("a figure");
        with(line, 5, &(figure * 2).to_string())
    });
    let found = odd(&doubled);
    assert!(
        matches!(&found[..], [FigureProblem::TotalFar { column, .. }] if column == "forsorjningsmatt"),
        "{found:?}"
    );
}

#[test]
fn jumps_and_odd_shares_are_reported_worst_first_and_counted() {
    let changed = table(&["2020", "2021"], |line| match (&line[..4], &line[5..9]) {
        ("2021", "0114") => with(line, 6, "90000"),
        _ => unchanged(line),
    });
    let found: Vec<FigureProblem> =
        against_real(&changed).into_iter().map(|finding| finding.problem).collect();
    assert!(found.iter().any(|problem| matches!(problem, FigureProblem::WorkingAgeShare { kommun, .. } if kommun == "Upplands Väsby")), "{found:?}");
    assert!(found.iter().any(|problem| matches!(problem, FigureProblem::Jump { kommun, column, .. } if kommun == "Upplands Väsby" && column == "folkmangd")), "{found:?}");
    let of_matt = |problem: &&FigureProblem| matches!(problem, FigureProblem::Jump { column, .. } if column == "forsorjningsmatt");
    // Figures of our own table were looked at when it was made.
    assert_eq!(found.iter().filter(of_matt).count(), 0, "{found:?}");
    let found = findings(&changed, &FigureTable::default());
    let found: Vec<FigureProblem> = found.into_iter().map(|finding| finding.problem).collect();
    assert_eq!(found.iter().filter(of_matt).count(), 5, "{found:?}");
    let rest = |problem: &FigureProblem| matches!(problem, FigureProblem::MoreAlike { column, count: 4, .. } if column == "forsorjningsmatt");
    assert!(found.iter().any(rest), "{found:?}");
    let percents: Vec<_> = found
        .iter()
        .filter(of_matt)
        .map(|problem| match problem {
            FigureProblem::Jump { percent, .. } => percent.abs(),
            _ => unreachable!("only jumps"),
        })
        .collect();
    assert!(percents.is_sorted_by(|one, other| one >= other), "{percents:?}");
}

#[test]
fn a_share_that_is_odd_in_several_years_is_reported_of_each() {
    let changed = table(&["2020", "2021"], |line| match &line[5..9] {
        "0114" => with(line, 5, "90"),
        _ => unchanged(line),
    });
    let mut warned = Diagnostics::default();
    warn(&changed, &FigureTable::default(), &mut warned);
    let years = warned.iter().filter_map(|one| match one.problem {
        Problem::Figure(FigureProblem::ForsorjningsmattShare { year, .. }) => year,
        _ => None,
    });
    assert_eq!(years.collect::<Vec<_>>(), [2020, 2021]);
    // Once a reader has said so of the table, nothing is said again.
    warn(&changed, &FigureTable::default(), &mut warned);
    let of_share = |one: &&Diagnostic| {
        matches!(one.problem, Problem::Figure(FigureProblem::ForsorjningsmattShare { .. }))
    };
    assert_eq!(warned.iter().filter(of_share).count(), 2);
}

#[test]
fn one_wrong_figure_is_found_and_whose_it_could_be() {
    // Habo with Håbo's inhabitants, and Håbo with its own: half of what happened in 2015.
    let changed =
        table(&["2021"], |line| if &line[5..9] == "0643" { with(line, 4, "13617") } else { unchanged(line) });
    let found = odd(&changed);
    assert!(
        matches!(&found[..], [FigureProblem::FarFromKnown { kommun, like: Some(like), .. }] if kommun == "Habo" && like == "Håbo"),
        "{found:?}"
    );
    let changed =
        table(&["2021"], |line| if &line[5..9] == "0680" { with(line, 5, "4974") } else { unchanged(line) });
    assert!(
        matches!(&odd(&changed)[..], [FigureProblem::FarFromKnown { kommun, like: None, .. }] if kommun == "Jönköping")
    );
}

#[test]
fn shares_that_are_known_to_be_odd_are_left_in_peace() {
    let all = against_real(&table(&["2021"], unchanged));
    assert!(
        !all.iter().any(|finding| matches!(finding.problem, FigureProblem::WorkingAgeShare { .. })),
        "{all:?}"
    );
}
