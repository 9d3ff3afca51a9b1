//! What two changes of one scenario make of each other: every pair of verbs, and what is decided for it. What is said
//! word for word stands in the gallery.

use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt
1001,A1,R,10000,1000
1002,A2,R,11000,1100
1003,B1,R,12000,1200
1004,B2,R,13000,1300
1005,C1,R,14000,1400
1006,C2,R,15000,1500
1007,Z,R,16000,1600
";

const BASELINE: &str = "name = \"Tre förbund\"
kommuner = \"kommuner.csv\"
[model]
appropriation = 339_000_000
[model.rest_of_country]
forbund = 80
befolkning_16_64 = 6_200_000
forsorjningsmatt = 730_000
[[forbund]]
name = \"A\"
kommuner = [\"A1\", \"A2\"]
kansli = 1_000_000
[[forbund]]
name = \"B\"
kommuner = [\"B1\", \"B2\"]
kansli = 1_100_000
[[forbund]]
name = \"C\"
kommuner = [\"C1\", \"C2\"]
kansli = 1_200_000
";

/// Changes as TOML: each is given as its lines, with " / " between them.
fn place(changes: &[&str]) -> Place {
    let mut scenario = "name = \"S\"\nbaseline = \"utgangslage.toml\"\n".to_owned();
    for change in changes {
        scenario += "[[change]]\n";
        scenario += &change.replace(" / ", "\n");
        scenario.push('\n');
    }
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", BASELINE), ("scenario.toml", &scenario)])
}

/// What is reported: "fel" or "varning" and the code, in order.
#[track_caller]
fn reported(changes: &[&str]) -> Vec<String> {
    let run = place(changes).run("simulate scenario.toml --format json");
    let heads = run.stderr.lines().filter_map(|line| {
        let (level, rest) = line.split_once('[')?;
        let (code, _) = rest.split_once("]: ")?;
        ["fel", "varning"].contains(&level).then(|| format!("{level} {code}"))
    });
    let heads: Vec<String> = heads.collect();
    let failed = heads.iter().any(|head| head.starts_with("fel"));
    assert_eq!(run.code, Some(if failed { 2 } else { 0 }), "{changes:#?}\n{}", run.stderr);
    assert_eq!(run.stdout.is_empty(), failed, "{changes:#?}");
    if !failed {
        // Warnings do not spoil the answer.
        serde_json::from_str::<serde_json::Value>(&run.stdout).expect("JSON");
    }
    heads
}

#[track_caller]
fn all(cases: &[(&[&str], &[&str])]) {
    for (changes, expected) in cases {
        assert_eq!(reported(changes), *expected, "{changes:#?}");
    }
}

const A1_TO_B: &str = "move = ['A1'] / to = 'B'";
const A_TO_B: &str = "move = ['A1', 'A2'] / to = 'B'";
const A1_TO_B_STATED: &str = "move = ['A1'] / to = 'B' / kansli = 1";
const A1_OUTSIDE: &str = "move = ['A1'] / outside = 'V'";
const KEEP_B: &str = "keep = 'B' / kansli = 1";
const MERGE_AB: &str = "merge = ['A', 'B'] / into = 'AB'";
const MERGE_AB_STATED: &str = "merge = ['A', 'B'] / into = 'AB' / kansli = 1";
const SPLIT_A: &str =
    "split = 'A' / into = [{ name = 'P', kommuner = ['A1'] }, { name = 'Q', kommuner = ['A2'] }]";
const SPLIT_A_STATED: &str = "split = 'A' / into = [{ name = 'P', kommuner = ['A1'], kansli = 1 }, { name = 'Q', kommuner = ['A2'], kansli = 2 }]";
const CREATE_X: &str = "create = 'X' / kommuner = ['A1', 'B1']";
const CREATE_X_STATED: &str = "create = 'X' / kommuner = ['A1', 'B1'] / kansli = 1";
const SHARE_AB: &str = "shared_kansli = ['A', 'B'] / kansli = 1_500_000 / split_by = 'lika'";
const SHARE_ABC: &str = "shared_kansli = ['A', 'B', 'C'] / kansli = 1_500_000 / split_by = 'lika'";

const MOVED_AGAIN: &str = "varning kommun_moved_again";
const MOVE_UNDONE: &str = "varning move_undone";
const OVERRIDDEN: &str = "varning kansli_overridden";
const LEFT_EMPTY: &str = "varning forbund_left_empty";
const CREATED_LEFT_EMPTY: &str = "fel forbund_left_empty";
const USED_UP: &str = "fel forbund_used_up";
const SHARE_CHANGED: &str = "varning shared_kansli_changed";
const SEAT: &str = "varning sate_overridden";
const SHARE_GONE: &str = "fel shared_kansli_gone";

#[test]
fn leaving_and_dissolving() {
    const A1_LEAVES: &str = "leave = ['A1']";
    const NO_A: &str = "dissolve = 'A'";
    const NO_B: &str = "dissolve = 'B'";
    all(&[
        (&[A1_TO_B, A1_LEAVES], &[MOVED_AGAIN]),
        (&[A1_LEAVES, A1_TO_B], &[MOVED_AGAIN]),
        (&[A1_LEAVES, "move = ['A1'] / to = 'A'"], &[MOVE_UNDONE]),
        (&[A1_LEAVES, "create = 'X' / kommuner = ['A1']"], &[MOVED_AGAIN]),
        (&[A1_LEAVES, NO_A], &[]),
        // What was moved there one change before is not there any more.
        (&[A1_TO_B, NO_B], &[MOVED_AGAIN]),
        (&[CREATE_X, "dissolve = 'X'"], &[CREATED_LEFT_EMPTY]),
        (&[SPLIT_A, "dissolve = 'P'"], &[LEFT_EMPTY]),
        // A förbund was named, not its kommuner: what becomes of them is said next.
        (&[NO_A, A1_TO_B], &[]),
        (&[NO_A, "create = 'A' / kommuner = ['A1']"], &[]),
        (&[A1_TO_B, NO_B, "create = 'X' / kommuner = ['A1', 'B1']"], &[MOVED_AGAIN]),
        (&[NO_A, NO_A], &[USED_UP]),
        (&[NO_A, A1_LEAVES], &["fel not_a_member"]),
    ]);
}

#[test]
fn after_a_move() {
    all(&[
        // The same kommun once more.
        (&[A1_TO_B, A1_TO_B], &["fel already_there"]),
        (&[A1_TO_B, "move = ['A1'] / to = 'C'"], &[MOVED_AGAIN]),
        (&[A1_TO_B, "move = ['A1'] / to = 'A'"], &[MOVE_UNDONE]),
        (&[A1_TO_B, A1_OUTSIDE], &[MOVED_AGAIN]),
        (&[A1_OUTSIDE, A1_TO_B], &[MOVED_AGAIN]),
        (&[A1_OUTSIDE, "move = ['A1'] / to = 'A'"], &[MOVE_UNDONE]),
        (&[A1_OUTSIDE, A1_OUTSIDE], &["fel already_there"]),
        (&["move = ['Z'] / to = 'A'", "move = ['Z'] / to = 'B'"], &[MOVED_AGAIN]),
        (&[A1_TO_B, "create = 'X' / kommuner = ['A1']"], &[MOVED_AGAIN]),
        // One report for a pair of changes, whatever they move.
        (&["move = ['A1', 'C1'] / to = 'B'", "move = ['C1', 'A1'] / outside = 'V'"], &[MOVED_AGAIN]),
        (
            &[A1_TO_B, "move = ['C1'] / to = 'B'", "move = ['C1', 'A1'] / to = 'A'"],
            &[MOVE_UNDONE, MOVED_AGAIN],
        ),
        // Other kommuner.
        (&[A1_TO_B, "move = ['C1'] / to = 'B'"], &[]),
        (&[A1_TO_B, "move = ['B1'] / to = 'A'"], &[]),
        (&[A1_OUTSIDE, "move = ['B1'] / outside = 'V'"], &[]),
        (&[A1_TO_B_STATED, "move = ['C1'] / to = 'B'"], &[]),
        (&[A1_TO_B_STATED, "move = ['C1'] / to = 'B' / kansli = 2"], &[OVERRIDDEN]),
        // A förbund of the baseline that is left without kommuner ceases, as the inquiries want it.
        (&[A1_TO_B, "move = ['A2'] / to = 'C'"], &[]),
        (&[A1_TO_B, "create = 'X' / kommuner = ['A2']"], &[]),
        (&[A_TO_B, "move = ['C1'] / to = 'A'"], &[USED_UP]),
        (&[A_TO_B, "merge = ['A', 'B'] / into = 'AB'"], &[USED_UP]),
        (&[A_TO_B, SPLIT_A], &[USED_UP]),
        (&[A_TO_B, SHARE_AB], &[USED_UP]),
        // What a receiver that ceases was stated to cost lives on in those who take over, unless they state theirs.
        (&[A1_TO_B_STATED, "move = ['B1', 'B2', 'A1'] / to = 'C'"], &[MOVED_AGAIN]),
        (&[A1_TO_B_STATED, "move = ['B1', 'B2', 'A1'] / to = 'C' / kansli = 2"], &[MOVED_AGAIN, OVERRIDDEN]),
        // Mergers.
        (&[A1_TO_B, MERGE_AB], &[MOVE_UNDONE]),
        (&[A1_TO_B, "merge = ['B', 'C'] / into = 'BC'"], &[]),
        (&[A1_TO_B, "merge = ['A', 'C'] / into = 'AC'"], &[]),
        (&[A1_OUTSIDE, MERGE_AB], &[]),
        (&[A1_TO_B_STATED, "merge = ['B', 'C'] / into = 'BC'"], &[]),
        (&[A1_TO_B_STATED, "merge = ['B', 'C'] / into = 'BC' / kansli = 2"], &[OVERRIDDEN]),
        (&[A1_TO_B, "merge = ['A', 'C'] / into = 'AC'", "move = ['A1'] / to = 'AC'"], &[MOVE_UNDONE]),
        // Splits.
        (&[A1_TO_B, SPLIT_A], &["fel split_foreign"]),
        (
            &[
                A1_TO_B,
                "split = 'B' / into = [{ name = 'P', kommuner = ['B1'] }, { name = 'Q', kommuner = ['B2'] }]",
            ],
            &["fel split_missing"],
        ),
        (
            &[
                A1_TO_B_STATED,
                "split = 'B' / into = [{ name = 'P', kommuner = ['B1', 'A1'] }, { name = 'Q', kommuner = ['B2'], kansli = 2 }]",
            ],
            &[],
        ),
        (
            &[
                A1_TO_B_STATED,
                "split = 'B' / into = [{ name = 'P', kommuner = ['B1', 'A1'], kansli = 1 }, { name = 'Q', kommuner = ['B2'], kansli = 2 }]",
            ],
            &[OVERRIDDEN],
        ),
        // Shared kanslier.
        (&[A1_TO_B, SHARE_AB], &[]),
        (&[A1_TO_B_STATED, SHARE_AB], &[OVERRIDDEN]),
    ]);
}

#[test]
fn after_a_merger() {
    all(&[
        (&[MERGE_AB, "move = ['A1'] / to = 'C'"], &[]),
        (&[MERGE_AB, "move = ['C1'] / to = 'AB'"], &[]),
        (&[MERGE_AB, "move = ['C1'] / to = 'A'"], &[USED_UP]),
        (&[MERGE_AB_STATED, "move = ['C1'] / to = 'AB'"], &[]),
        (&[MERGE_AB_STATED, "move = ['C1'] / to = 'AB' / kansli = 2"], &[OVERRIDDEN]),
        (&[MERGE_AB, "move = ['A1', 'A2', 'B1', 'B2'] / to = 'C'"], &[LEFT_EMPTY]),
        (&[MERGE_AB, "merge = ['AB', 'C'] / into = 'ABC'"], &[]),
        (&[MERGE_AB_STATED, "merge = ['AB', 'C'] / into = 'ABC'"], &[]),
        (&[MERGE_AB_STATED, "merge = ['AB', 'C'] / into = 'ABC' / kansli = 2"], &[OVERRIDDEN]),
        (&[MERGE_AB, "merge = ['A', 'C'] / into = 'AC'"], &[USED_UP]),
        (&[MERGE_AB, MERGE_AB], &[USED_UP, USED_UP]),
        (&["merge = ['A', 'B'] / into = 'A'", "merge = ['A', 'C'] / into = 'AC'"], &[]),
        // Merged and divided anew is meant; merged and taken apart is not.
        (
            &[
                MERGE_AB,
                "split = 'AB' / into = [{ name = 'P', kommuner = ['A1', 'B1'] }, { name = 'Q', kommuner = ['A2', 'B2'] }]",
            ],
            &[],
        ),
        (
            &[
                MERGE_AB,
                "split = 'AB' / into = [{ name = 'P', kommuner = ['A1', 'A2'] }, { name = 'Q', kommuner = ['B2', 'B1'] }]",
            ],
            &["varning merger_undone"],
        ),
        (
            &[
                MERGE_AB_STATED,
                "split = 'AB' / into = [{ name = 'P', kommuner = ['A1', 'B1'], kansli = 1 }, { name = 'Q', kommuner = ['A2', 'B2'], kansli = 2 }]",
            ],
            &[OVERRIDDEN],
        ),
        (&[MERGE_AB, SPLIT_A], &[USED_UP]),
        (&[MERGE_AB, CREATE_X], &[]),
        (&[MERGE_AB, "create = 'X' / kommuner = ['A1', 'A2', 'B1', 'B2']"], &[LEFT_EMPTY]),
        (&[MERGE_AB, "shared_kansli = ['AB', 'C'] / kansli = 1 / split_by = 'lika'"], &[]),
        (&[MERGE_AB_STATED, "shared_kansli = ['AB', 'C'] / kansli = 1 / split_by = 'lika'"], &[OVERRIDDEN]),
        (&[MERGE_AB, SHARE_ABC], &[USED_UP, USED_UP]),
    ]);
}

#[test]
fn after_a_split() {
    all(&[
        (&[SPLIT_A, "move = ['A1'] / to = 'B'"], &[LEFT_EMPTY]),
        (&[SPLIT_A, "move = ['A1'] / to = 'B'", "move = ['A2'] / to = 'C'"], &[LEFT_EMPTY, LEFT_EMPTY]),
        (&[SPLIT_A, "move = ['B1'] / to = 'P'"], &[]),
        (&[SPLIT_A, "move = ['B1'] / to = 'A'"], &[USED_UP]),
        (
            &[
                A1_TO_B,
                "split = 'B' / into = [{ name = 'P', kommuner = ['B1', 'A1'] }, { name = 'Q', kommuner = ['B2'] }]",
                "move = ['A1'] / to = 'Q'",
            ],
            &[MOVED_AGAIN],
        ),
        (&[SPLIT_A, "merge = ['P', 'B'] / into = 'PB'", "merge = ['Q', 'C'] / into = 'QC'"], &[]),
        (&[SPLIT_A, "merge = ['P', 'Q'] / into = 'A'"], &["varning split_undone"]),
        (&[SPLIT_A, "merge = ['P', 'Q', 'B'] / into = 'AB'"], &["varning split_undone"]),
        (&[SPLIT_A, MERGE_AB], &[USED_UP]),
        (&[SPLIT_A, SPLIT_A], &[USED_UP]),
        (&[SPLIT_A, "create = 'X' / kommuner = ['A1', 'B1']"], &[LEFT_EMPTY]),
        (&[SPLIT_A, "shared_kansli = ['P', 'Q', 'C'] / kansli = 1 / split_by = 'lika'"], &[]),
        (&[SPLIT_A_STATED, "shared_kansli = ['P', 'B'] / kansli = 1 / split_by = 'lika'"], &[OVERRIDDEN]),
        (&[SPLIT_A_STATED, "merge = ['P', 'B'] / into = 'PB'"], &[]),
        (&[SPLIT_A_STATED, "merge = ['P', 'B'] / into = 'PB' / kansli = 3"], &[OVERRIDDEN]),
        (&[SPLIT_A, SHARE_AB], &[USED_UP]),
    ]);
}

#[test]
fn after_a_creation() {
    all(&[
        (&["create = 'X' / kommuner = ['A1']", "create = 'Y' / kommuner = ['A1']"], &[CREATED_LEFT_EMPTY]),
        (&["create = 'X' / kommuner = ['A1']", "create = 'X' / kommuner = ['A1']"], &[CREATED_LEFT_EMPTY]),
        (&["create = 'X' / kommuner = ['Z']", "move = ['Z'] / to = 'A'"], &[CREATED_LEFT_EMPTY]),
        (&["create = 'X' / kommuner = ['A1']", "move = ['A1'] / outside = 'V'"], &[CREATED_LEFT_EMPTY]),
        (&[CREATE_X, "create = 'Y' / kommuner = ['A1']"], &[MOVED_AGAIN]),
        (&[CREATE_X, "create = 'X' / kommuner = ['A2']"], &["fel name_taken"]),
        (&[CREATE_X, "move = ['A1'] / to = 'C'"], &[MOVED_AGAIN]),
        (&[CREATE_X, "move = ['A1'] / to = 'A'"], &[MOVE_UNDONE]),
        (
            &[CREATE_X, "move = ['A1'] / to = 'C'", "move = ['B1'] / to = 'C'"],
            &[MOVED_AGAIN, CREATED_LEFT_EMPTY],
        ),
        (&[CREATE_X, "move = ['C1'] / to = 'X'"], &[]),
        (&[CREATE_X_STATED, "move = ['C1'] / to = 'X' / kansli = 2"], &[OVERRIDDEN]),
        (&[CREATE_X, "merge = ['X', 'C'] / into = 'XC'"], &[]),
        (&[CREATE_X, "merge = ['X', 'A'] / into = 'XA'"], &[MOVE_UNDONE]),
        (&[CREATE_X, "move = ['C1'] / to = 'X'", "create = 'Y' / kommuner = ['A2', 'B2']"], &[]),
        (
            &[
                CREATE_X,
                "split = 'X' / into = [{ name = 'P', kommuner = ['A1'] }, { name = 'Q', kommuner = ['B1'] }]",
            ],
            &[],
        ),
        (&[CREATE_X, "shared_kansli = ['X', 'C'] / kansli = 1 / split_by = 'lika'"], &[]),
        (&[CREATE_X_STATED, "shared_kansli = ['X', 'C'] / kansli = 1 / split_by = 'lika'"], &[OVERRIDDEN]),
        // A förbund that is created of all kommuner of another only gets a new name.
        (&["create = 'X' / kommuner = ['A1', 'A2']"], &[]),
        (&["create = 'X' / kommuner = ['A1', 'A2']", "move = ['B1'] / to = 'A'"], &[USED_UP]),
    ]);
}

#[test]
fn after_a_shared_kansli() {
    all(&[
        // Kommuner may move between those who share, and others.
        (&[SHARE_AB, A1_TO_B], &[]),
        (&[SHARE_AB, "move = ['A1'] / to = 'C'"], &[]),
        (&[SHARE_ABC, A1_OUTSIDE], &[]),
        (&[SHARE_ABC, CREATE_X], &[]),
        // One who shares ceases.
        (&[SHARE_ABC, A_TO_B], &[SHARE_CHANGED]),
        (&[SHARE_AB, "move = ['A1', 'A2'] / to = 'C'"], &[SHARE_CHANGED]),
        (&[SHARE_AB, "create = 'X' / kommuner = ['A1', 'A2']"], &[SHARE_CHANGED]),
        (&[SHARE_AB, "move = ['A1', 'A2', 'B1', 'B2'] / outside = 'V'"], &[SHARE_GONE]),
        // One who shares has a kansli of its own stated.
        (&[SHARE_AB, "move = ['C1'] / to = 'A' / kansli = 1"], &[SHARE_CHANGED]),
        // Mergers.
        (&[SHARE_ABC, MERGE_AB], &[SHARE_CHANGED]),
        (&[SHARE_AB, MERGE_AB], &[SHARE_CHANGED]),
        (&[SHARE_ABC, MERGE_AB_STATED], &[SHARE_CHANGED]),
        (&[SHARE_AB, MERGE_AB_STATED], &[SHARE_GONE]),
        (&[SHARE_AB, "merge = ['B', 'C'] / into = 'BC'"], &[]),
        // The parts of a split share on, unless all state their own.
        (&[SHARE_AB, SPLIT_A], &[]),
        (&[SHARE_ABC, SPLIT_A_STATED], &[SHARE_CHANGED]),
        // Another shared kansli.
        (&[SHARE_AB, SHARE_AB], &[SHARE_GONE]),
        (&[SHARE_AB, SHARE_ABC], &[SHARE_GONE]),
        (&[SHARE_ABC, SHARE_AB], &[SHARE_CHANGED]),
        (&[SHARE_AB, "shared_kansli = ['A', 'C'] / kansli = 1 / split_by = 'lika'"], &[SHARE_CHANGED]),
    ]);
}

/// Who came by a move alone and is split off again, and a seat that is stated in two places.
#[test]
fn a_split_that_undoes_a_move_and_a_second_seat() {
    let split = |parts: [&str; 2]| {
        let [p, q] = parts;
        format!(
            "split = 'B' / into = [{{ name = 'P', kommuner = [{p}] }}, {{ name = 'Q', kommuner = [{q}] }}]"
        )
    };
    let (alone, with_others) = (split(["'A1'", "'B1', 'B2'"]), split(["'A1', 'B1'", "'B2'"]));
    let back = split(["'A1', 'A2'", "'B1', 'B2'"]);
    let seat = |seat: &str| format!("move = ['C1'] / to = 'B' / sate = '{seat}'");
    let merged = |seat: &str| format!("merge = ['B', 'C'] / into = 'BC' / sate = '{seat}'");
    let (in_b2, in_1003) = (seat("B2"), seat("1003"));
    let a1_with_seat = "move = ['A1'] / to = 'B' / sate = 'B1'";
    let (seat_kept, seat_elsewhere) = (merged("B1"), merged("C2"));
    all(&[
        (&[A1_TO_B, &alone], &[MOVE_UNDONE]),
        (&[A_TO_B, &back], &[MOVE_UNDONE]),
        (&[A1_TO_B, "move = ['A2'] / to = 'B'", &back], &[]),
        (&[A1_TO_B, &with_others], &[]),
        (&["move = ['Z'] / to = 'B'", &split(["'Z'", "'B1', 'B2'"])], &[MOVE_UNDONE]),
        (&[a1_with_seat, &in_b2], &[SEAT]),
        (&[a1_with_seat, &in_1003], &[]),
        (&[a1_with_seat, "move = ['C1'] / to = 'B'"], &[]),
        (&[a1_with_seat, &seat_elsewhere], &[SEAT]),
        (&[a1_with_seat, &seat_kept], &[]),
        (&[&in_b2, "move = ['B2'] / to = 'A' / sate = 'A1'"], &[]),
    ]);
}

#[test]
fn a_warning_stands_at_its_place_beside_the_earlier_change_in_every_command() {
    let place = place(&[A1_TO_B, "move = ['A1'] / to = 'C'"]);
    for command in ["simulate", "compare", "check", "explain", "data validate"] {
        let run = place.run(&format!("{command} scenario.toml"));
        assert_eq!(run.code, Some(0), "{command}: {}", run.stderr);
        assert!(run.stderr.contains("scenario.toml:7:9"), "{command}: {}", run.stderr);
        assert!(run.stderr.contains("gäller inte längre"), "{command}: {}", run.stderr);
    }
    let english = place.run("simulate scenario.toml --lang en --format json").stderr;
    assert!(
        english.starts_with("warning[kommun_moved_again]: an earlier change already placed A1"),
        "{english}"
    );
    assert_eq!(place.run("data validate scenario.toml --strict").code, Some(2));
}

#[test]
fn a_check_of_a_forbund_that_is_no_longer_there_says_what_it_became() {
    let place = place(&[MERGE_AB]);
    let text = place.read("scenario.toml") + "[[check]]\nmetric = \"total\"\nforbund = \"A\"\nmin = 0\n";
    place.write("scenario.toml", &text);
    let run = place.run("check scenario.toml");
    run.assert_refused("forbund_used_up");
    assert!(run.stderr.contains("blev ”AB” här"), "{}", run.stderr);
}

#[test]
fn one_that_is_left_of_a_shared_kansli_shares_with_nobody() {
    let place = place(&[SHARE_AB, MERGE_AB]);
    let stdout = place.run("simulate scenario.toml").stdout;
    let text = stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("AB bär ensamt det gemensamma kansliet för 1 500 000 kr"), "{text}");
    assert!(!text.contains("delar ett kansli"), "{text}");
    assert!(!text.contains("scenariot anger ingen besparing"), "{text}");
}

#[test]
fn a_forbund_that_is_kept_can_have_another_kansli() {
    all(&[
        (&[KEEP_B], &[]),
        (&["keep = 'B' / sate = 'B2'"], &[]),
        (&[KEEP_B, A1_TO_B], &[]),
        (&[KEEP_B, A1_TO_B_STATED], &["varning kansli_overridden"]),
        (&[A1_TO_B_STATED, KEEP_B], &["varning kansli_overridden"]),
        (&[KEEP_B, KEEP_B], &["varning kansli_overridden"]),
        (&[A_TO_B, "keep = 'A' / kansli = 1"], &["fel forbund_used_up"]),
        (&["keep = 'Nix' / kansli = 1"], &["fel unknown_forbund"]),
        (&["keep = 'B' / sate = 'A1'"], &["fel sate_not_a_member"]),
        (&["keep = 'B' / to = 'A'"], &["fel unknown_key"]),
    ]);
    let run = place(&[KEEP_B]).run("simulate scenario.toml --format json");
    let result: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let total = |side: &str| result["after"][side]["total"].clone();
    assert_eq!(total("gross")["kansli"], 1_000_000 + 1 + 1_200_000);
    assert_eq!(total("gross")["total"], result["before"]["total"]["total"]);
    assert_eq!(result["kommuner"][2]["forbund_after"], "B");
}
