//! Written and read back, a table is the same table.

use std::fmt::Write;

use finsam::diagnostic::Diagnostics;
use finsam::input::files::{Files, Location};
use finsam::input::import::table::FigureTable;
use finsam::input::import::{Options, import};
use finsam::render::kommun_table;
use proptest::prelude::*;

use super::make::{KOMMUNER, plain, row, workbook};

fn read(text: &str) -> Option<FigureTable> {
    let files = Files::held([("t.csv", text)]);
    let wanted = [Location::Held("t.csv".to_owned())];
    let mut found = Diagnostics::default();
    import(&files, &wanted, &Options::default(), &mut found).map(|imported| imported.table)
}

/// Names, years and figures, without the cells they came from.
fn content(table: &FigureTable) -> String {
    let mut text = String::new();
    for ((year, kommunkod), row) in &table.rows {
        let figures: Vec<_> =
            row.figures.iter().map(|figure| figure.map(|figure| figure.value.normalize())).collect();
        writeln!(
            text,
            "{year} {kommunkod} {} {} {:?} {:?} {figures:?}",
            row.kommun, row.lan, row.region, row.forbund
        )
        .expect("text");
    }
    text
}

/// A row of a table of ours: code, inhabitants, försörjningsmått with decimals, perhaps all inhabitants, an indicator.
fn rows() -> impl Strategy<Value = Vec<(usize, u32, u64, Option<u32>, i64)>> {
    prop::collection::vec(
        (
            0..290_usize,
            1..2_000_000_u32,
            0..99_999_999_u64,
            prop::option::of(1..9_999_999_u32),
            -9_999..9_999_i64,
        ),
        1..40,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_written_and_read_back_is_the_same(rows in rows(), delimiter in prop::sample::select(vec![';', '\t']), year in 2000..2030_i64) {
        let real = finsam::input::builtin::file("data/kommuner.csv").expect("the table");
        let kommuner: Vec<Vec<&str>> = real.lines().skip(1).take(290).map(|line| line.split(',').collect()).collect();
        // A file as Swedish Excel would save it.
        let mut text = "kommunkod;kommun;ar;folkmangd;forsorjningsmatt;befolkning_16_64;forbund;index\r\n".to_owned();
        let mut seen = Vec::new();
        for (kommun, working, matt, all, index) in rows {
            if seen.contains(&kommun) {
                continue;
            }
            seen.push(kommun);
            let all = all.map(|all| all.to_string()).unwrap_or_default();
            let (code, name) = (kommuner[kommun][1], kommuner[kommun][2]);
            let matt = format!("{},{:03}", matt / 1000, matt % 1000);
            writeln!(text, "{code};{name};{year};{all};{matt};{working};Förbund {};{index}\r", kommun % 3).expect("text");
        }
        let text = text.replace(';', &delimiter.to_string());
        let once = read(&text).expect("a sound table");
        let written = kommun_table::csv(&once);
        let twice = read(&written).expect("what is written can be read");
        prop_assert_eq!(content(&once), content(&twice));
        prop_assert_eq!(&written, &kommun_table::csv(&twice));
        prop_assert_eq!(once.rows.len(), seen.len());
    }
}

/// What `data show` writes, opened and saved as a workbook: numbers without leading zeros, a row of sums below.
#[test]
fn a_shown_table_saved_as_a_workbook_keeps_mark_and_sources() {
    let headings = [
        "level",
        "kommunkod",
        "kommun",
        "forbund",
        "lan",
        "ar",
        "befolkning_16_64",
        "forsorjningsmatt",
        "forsorjningsmatt_harlett",
        "forsorjningsmatt_kalla",
    ];
    let mut rows = vec![row(headings)];
    for (code, name, working, matt, _) in KOMMUNER {
        let figures = [format!("#{code}"), format!("#{working}"), format!("#{matt}")];
        rows.push(row([
            "kommun", &figures[0], name, "Förbund A", "", "#2021", &figures[1], &figures[2], "#1",
            "Egen skattning",
        ]));
    }
    rows.push(row(["forbund", "", "", "Förbund A", "", "#2021", "#74050", "#8581.5", "#1", ""]));
    rows.push(row(["total", "", "", "", "", "#2021", "#74050", "#8581.5", "#1", ""]));
    let outcome = plain(&[("visad.xlsx", &workbook("visad", &rows))]);
    assert_eq!(outcome.reported, Vec::<&str>::new(), "{}", outcome.text);
    let imported = outcome.imported.expect("an import");
    assert_eq!((imported.own_sums, imported.lost_zeros, imported.table.rows.len()), (2, 3, 4));
    let written = kommun_table::csv(&imported.table);
    assert!(
        written.starts_with(
            "ar,kommunkod,kommun,lan,forbund,befolkning_16_64,forsorjningsmatt,forsorjningsmatt_harlett,forsorjningsmatt_kalla\n\
             2021,0114,Upplands Väsby,Stockholms län,Förbund A,30150,3612.5,1,Egen skattning\n"
        ),
        "{written}"
    );
    // Written and read back, derived columns too are the same.
    let again = plain(&[("igen.csv", written.as_bytes())]).imported.expect("an import");
    assert_eq!(kommun_table::csv(&again.table), written);
}

/// The text columns of an import of a table with these, for the first of [`KOMMUNER`].
#[track_caller]
fn names(headings: &str, cells: &str) -> Vec<(String, String)> {
    let (code, name, working, matt, _) = KOMMUNER[0];
    let text = format!(
        "ar;kommunkod;kommun;{headings};befolkning_16_64;forsorjningsmatt\n2021;{code};{name};{cells};{working};{matt}\n"
    );
    let written = plain(&[("t.csv", text.as_bytes())]).csv();
    assert_eq!(kommun_table::csv(&read(&written).expect("our own table")), written);
    let mut lines = written.lines().map(|line| line.split(',').map(str::to_owned));
    let (headings, cells) = (lines.next().expect("headings"), lines.next().expect("a row"));
    let is_name = |(heading, _): &(String, String)| heading == "lan" || heading == "region";
    headings.zip(cells).filter(is_name).collect()
}

#[test]
fn a_region_is_written_as_a_region_and_a_lan_as_a_lan() {
    let expected = |lan: &str, region: Option<&str>| {
        let region = region.map(|region| ("region".to_owned(), region.to_owned()));
        std::iter::once(("lan".to_owned(), lan.to_owned())).chain(region).collect::<Vec<_>>()
    };
    assert_eq!(names("lan", "Uppsala län"), expected("Uppsala län", None));
    let body = expected("Stockholms län", Some("Region Stockholm"));
    assert_eq!(names("Region", "Region Stockholm"), body);
    assert_eq!(names("region", "Egen region"), expected("Stockholms län", Some("Egen region")));
    assert_eq!(names("lan;region", "Uppsala län;Region Öst"), expected("Uppsala län", Some("Region Öst")));
    // A body under the other heading, as in tables that were made before.
    assert_eq!(names("lan", "Region Stockholm"), expected("Stockholms län", None));
    // Statistics call the kommun a region.
    assert_eq!(names("region", "Upplands Väsby"), expected("Stockholms län", None));
}
