//! Built-in searches as users run them.

use finsam::analysis::search::{Limits, search};
use finsam::diagnostic::Diagnostics;
use finsam::input::files::Files;
use finsam::input::search;
use finsam::render::json;

fn jonkoping(threads: usize) -> String {
    let mut warnings = Diagnostics::default();
    let loaded = search::load(&Files::on_disk(), "builtin:searches/jonkoping.toml", &mut warnings);
    let loaded = loaded.expect("a sound search");
    let limits = Limits { threads, until: None, progress: &mut |_, _| {} };
    json::search(&search(&loaded, &[], limits).expect("it can be computed").result)
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    let one = jonkoping(1);
    for threads in [2, 3, 7] {
        assert!(jonkoping(threads) == one, "{threads} threads");
    }
    assert!(one.contains("\"all\": \"27644437\"") && one.contains("\"feasible\": \"121600\""));
}
