//! A förbund that ceases, and whose kansli goes to those who received kommuner without inhabitants 16–64.

use serde_json::Value;

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
    0101,Ada,Stockholms län,5000,50\n0102,Bo,Stockholms län,0,5\n0103,Ce,Stockholms län,3000,30\n\
    0104,Du,Stockholms län,2000,20\n0105,Ek,Stockholms län,1000,10\n0106,Fi,Stockholms län,1000,10\n";

const LEFT: &str = "[[change]]\nmove = [\"Bo\"]\nto = \"A\"\n[[change]]\nmove = [\"Ce\"]\noutside = \"X\"\n";

/// A, B (Bo and Ce), D and E (Ek and Fi), with these changes.
fn place(posts: &str, shared: &str, changes: &str) -> Place {
    let baseline = format!(
        "name = \"Nu\"\nkommuner = \"t.csv\"\n\
         [[forbund]]\nname = \"A\"\nkommuner = [\"Ada\"]\nbudget = 4_000_000\nkansli = 500_000\n{posts}\
         [[forbund]]\nname = \"B\"\nkommuner = [\"Bo\", \"Ce\"]\nbudget = 4_000_000\nkansli = 400_000\n{posts}\
         [[forbund]]\nname = \"D\"\nkommuner = [\"Du\"]\nbudget = 2_000_000\nkansli = 300_000\n{posts}\
         [[forbund]]\nname = \"E\"\nkommuner = [\"Ek\", \"Fi\"]\nbudget = 1_000_000\nkansli = 100_000\n{posts}{shared}"
    );
    let place = Place::changed(&baseline, changes);
    place.write("t.csv", TABLE);
    place
}

/// What the kanslier cost afterwards.
fn kanslier(posts: &str, shared: &str, changes: &str) -> Vec<i64> {
    let result = place(posts, shared, changes).run("simulate s.toml --format json");
    let result: Value = serde_json::from_str(&result.stdout).unwrap_or_else(|_| panic!("{}", result.stderr));
    let rows = result["after"]["gross"]["forbund"].as_array().expect("rows");
    rows.iter().map(|row| row["kansli"].as_i64().expect("a known kansli")).collect()
}

#[test]
fn the_only_one_who_received_takes_all_of_it() {
    for posts in ["", "tjanster = 1.5\n"] {
        assert_eq!(kanslier(posts, "", LEFT), [900_000, 300_000, 100_000, 0]);
    }
}

/// D leaves what it shares with B as it states its own. Then B ceases, and its part goes to A alone, with all of its
/// inhabitants; and at last A states its own.
#[test]
fn who_is_left_in_a_shared_kansli_carries_it_without_any_inhabitants_too() {
    let shared = "[[shared_kansli]]\nforbund = [\"B\", \"D\"]\nitems = { chef = 200_000 }\n\
                  split_by = { \"B\" = 0.5, \"D\" = 0.5 }\n";
    let changes = [
        "\"Ek\"]\nto = \"D\"\nkansli = 250_000",
        "\"Bo\"]\nto = \"D\"",
        "\"Ce\"]\nto = \"A\"",
        "\"Fi\"]\nto = \"A\"\nkansli = 1",
    ];
    let changes = changes.map(|change| format!("[[change]]\nmove = [{change}\n"));
    assert_eq!(kanslier("", shared, &changes[..3].concat()), [1_100_000, 250_000, 100_000]);
    assert_eq!(kanslier("", shared, &changes.concat()), [1, 450_000]);
}

#[test]
fn it_is_explained_and_written_to_a_workbook() {
    let place = place("", "", LEFT);
    let run = place.run("explain s.toml --forbund A --metric kansli --depth 9");
    assert_eq!(
        (run.code, run.stdout.matches("400\u{a0}000\u{a0}kr").count() > 0),
        (Some(0), true),
        "{}",
        run.stdout
    );
    assert_eq!(place.run("report s.toml -o r.xlsx").code, Some(0));
}
