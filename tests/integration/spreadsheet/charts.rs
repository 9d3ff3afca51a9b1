//! The charts of the sheet that opens.

use std::io::{Cursor, Read};

use finsam::render::xlsx;
use finsam::text::language::Language;
use zip::ZipArchive;

use super::computed::{Loaded, book};

/// The XML of a chart.
fn chart(bytes: &[u8], number: usize) -> String {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    let mut part = package.by_name(&format!("xl/charts/chart{number}.xml")).expect("a chart");
    part.read_to_string(&mut text).expect("text");
    text
}

/// The amounts of each series.
fn amounts(chart: &str) -> Vec<Vec<String>> {
    let of_series = |series: &str| -> Vec<String> {
        let amounts = series.split("</c:val>").next().unwrap_or_default();
        let values = amounts.split("<c:v>").skip(1).filter_map(|value| value.split('<').next());
        values.map(str::to_owned).collect()
    };
    chart.split("<c:val>").skip(1).map(of_series).collect()
}

#[test]
fn charts_hold_the_amounts_so_that_who_does_not_recalculate_sees_them() {
    let loaded = ["tankespar1", "tankespar3"].map(Loaded::of_project);
    let bytes = xlsx::workbook(&book(&loaded, Language::Swedish), Language::Swedish).expect("a workbook");
    let changes = chart(&bytes, 1);
    assert!(changes.contains("Pengar till insatser jämfört med i dag"), "{changes}");
    let change = |loaded: &Loaded, net: bool| {
        let delta = &loaded.result.figures.delta;
        let of_side = if net { delta.net.expect("known") } else { delta.gross };
        of_side.insatser.expect("known").get().to_string()
    };
    let expected = [false, true].map(|net| loaded.iter().map(|one| change(one, net)).collect::<Vec<_>>());
    assert_eq!(amounts(&changes), expected);
    let per_forbund = chart(&bytes, 2);
    let today = &loaded[0].result.figures.before.forbund;
    let today: Vec<String> = today.iter().map(|row| row.insatser.expect("known").get().to_string()).collect();
    assert_eq!(amounts(&per_forbund)[0][..today.len()], today);
}
