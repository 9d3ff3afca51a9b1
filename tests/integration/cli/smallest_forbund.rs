//! How large a förbund must be to bear a kansli.

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use super::run::{Place, Run};

const TABLE: &str = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
    0001,Alfa,L,1000,100\n0002,Beta,L,2000,400\n0003,Gamma,L,500,50\n";

const NATIONAL: &str = "name = \"Nu\"\nkommuner = \"k.csv\"\n[model]\nappropriation = 40_000_000\n\
    rest_of_country = { forbund = 1, befolkning_16_64 = 5_000, forsorjningsmatt = 1_500 }\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\"]\n[[forbund]]\nname = \"B\"\nkommuner = [\"Beta\"]\n\
    [[forbund]]\nname = \"C\"\nkommuner = [\"Gamma\"]\n";

/// State money of 1 000 000 and 1 400 000 kr: 600 000 and 1 000 000 above the base grant.
const CALIBRATED: &str = "name = \"Nu\"\nkommuner = \"k.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\"]\nbudget = 2_000_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Beta\"]\nbudget = 2_800_000\n";

const COUNTRY: &str = "[model]\nappropriation = 40_000_000\nrest_of_country = { forbund = 2 }\n";

const MERGED: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";

fn place(baseline: &str, asked: &str, changes: &str) -> Place {
    let baseline = format!("{baseline}[smallest_forbund]\n{asked}\n");
    let scenario = format!("name = \"S\"\nbaseline = \"u.toml\"\n{changes}");
    Place::with(&[("k.csv", TABLE), ("u.toml", &baseline), ("s.toml", &scenario)])
}

fn asked(kansli: u64, share: &str) -> String {
    format!("kansli = {kansli}\nmost_share = {share}")
}

fn found(baseline: &str, asked: &str, changes: &str) -> Value {
    let run = place(baseline, asked, changes).run("simulate s.toml --format json");
    let result: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
    result["smallest_forbund"].clone()
}

/// The fewest inhabitants today, and afterwards gross and net.
fn inhabitants(found: &Value) -> [Value; 3] {
    ["/before", "/after/gross", "/after/net"]
        .map(|side| found.pointer(side).and_then(|side| side.get("inhabitants")).cloned().unwrap_or_default())
}

fn below(found: &Value, side: &str) -> Vec<String> {
    let rows = found.pointer(side).expect("a side")["forbund"].as_array().expect("rows").iter();
    let below = rows.filter(|row| row["below"] == true);
    below.map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

/// By hand: a fifth of the income bears 1 500 000 kr where it is 7 500 000 kr, half of it the state's: 3 750 000, of which
/// 3 350 000 above the base grant. 40 000 000 less four base grants are 38 400 000 for 8 500 inhabitants: 741.5 of them bring that.
/// After a merger there are 38 800 000: 733.9.
#[test]
fn on_the_national_basis_an_inhabitant_brings_the_mean_of_the_country() {
    let found = found(NATIONAL, &asked(1_500_000, "0.2"), MERGED);
    assert_eq!(inhabitants(&found), [742, 742, 734].map(Value::from));
    assert_eq!((&found["kansli"], &found["most_share"]), (&json!(1_500_000), &json!("0.2")));
    for side in ["/before", "/after/gross", "/after/net"] {
        assert_eq!(below(&found, side), ["C"], "{side}");
    }
    // 38 400 000 × (0.75 × 50 ÷ 2 050 + 0.25 × 500 ÷ 8 500) and the base grant are 1 667 145 kr, twice that the income.
    assert_eq!(found["before"]["forbund"][2]["kansli_share"], "44.99");
}

/// By hand: 1 696 000 × 0.5 ÷ 0.2 is 4 240 000, and 850 of 8 500 inhabitants bring a tenth of 38 400 000: as much, to the krona.
#[test]
fn a_krona_more_asks_for_an_inhabitant_more() {
    let before = |kansli, share| {
        let [before, ..] = inhabitants(&found(NATIONAL, &asked(kansli, share), ""));
        before
    };
    assert_eq!([before(1_696_000, "0.2"), before(1_696_001, "0.2")], [850, 851]);
    // The base grant and what the others add to it are 800 000 kr.
    assert_eq!([before(160_000, "0.2"), before(160_001, "0.2")], [0, 1]);
    assert_eq!([before(800_000, "1"), before(0, "0.000000001")], [0, 0]);
    // One as large as the smallest is none of those below it.
    assert_eq!(below(&found(NATIONAL, &asked(1_696_000, "0.2"), ""), "/before"), ["C"]);
    // 500 of 8 500 bring 2 258 823.5 of 38 400 000: with the base grant 2 658 823.5, twice that times a fifth is 1 063 529.4.
    assert_eq!(below(&found(NATIONAL, &asked(1_063_529, "0.2"), ""), "/before"), [""; 0]);
    assert_eq!(below(&found(NATIONAL, &asked(1_063_530, "0.2"), ""), "/before"), ["C"]);
}

/// By hand: without Gamma and its förbund 38 800 000 kr are for 8 000 inhabitants, of whom 690.7 bring 3 350 000. Outside the
/// file it counts as before: 733.9.
#[test]
fn net_is_of_the_country_after_the_change() {
    let asked = asked(1_500_000, "0.2");
    let left = found(NATIONAL, &asked, "[[change]]\ndissolve = \"C\"\n");
    assert_eq!(inhabitants(&left), [742, 742, 691].map(Value::from));
    let outside = found(NATIONAL, &asked, "[[change]]\nmove = [\"Gamma\"]\noutside = \"O\"\n");
    assert_eq!(inhabitants(&outside), [742, 742, 734].map(Value::from));
    // The one outside has no row.
    assert_eq!(outside["after"]["gross"]["forbund"].as_array().map(Vec::len), Some(2));
}

/// By hand: both have 1 600 000 kr above their base grants for 3 000 inhabitants; 3 350 000 ÷ 1 600 000 × 3 000 is 6 281.25. After
/// a merger the parts are 38.8 ÷ 38.4 times as large: 6 216.5. Without Beta they are 38.8 ÷ 37.4 times as large, of the same
/// mean of both: 6 054.6.
#[test]
fn on_the_calibrated_basis_it_is_the_mean_of_the_file() {
    let asked = asked(1_500_000, "0.2");
    let alone = found(CALIBRATED, &asked, MERGED);
    assert_eq!(inhabitants(&alone), [json!(6_282), json!(6_282), Value::Null]);
    assert_eq!(alone["after"]["net"], Value::Null);
    assert_eq!(below(&alone, "/before"), ["A", "B"]);
    let with_country = format!("{CALIBRATED}{COUNTRY}");
    assert_eq!(inhabitants(&found(&with_country, &asked, MERGED)), [6_282, 6_282, 6_217].map(Value::from));
    let left = found(&with_country, &asked, "[[change]]\ndissolve = \"B\"\n");
    assert_eq!(inhabitants(&left), [6_282, 6_282, 6_055].map(Value::from));
}

#[test]
fn without_money_for_inhabitants_nobody_knows_the_smallest() {
    let only_grants = CALIBRATED.replace("2_000_000", "800_000").replace("2_800_000", "800_000");
    let unknown = found(&only_grants, &asked(160_001, "0.2"), "");
    assert_eq!(unknown["before"]["inhabitants"], Value::Null);
    assert_eq!(unknown["before"]["forbund"][0]["below"], Value::Null);
    assert_eq!(unknown["before"]["forbund"][0]["kansli_share"], "20.00");
    assert_eq!(found(&only_grants, &asked(160_000, "0.2"), "")["before"]["inhabitants"], 0);
    let text = place(&only_grants, &asked(160_001, "0.2"), "").run("simulate s.toml --full").stdout;
    assert!(text.contains("– går inte att beräkna"), "{text}");
    let text = place(&only_grants, &asked(160_000, "0.2"), "").run("simulate s.toml --full").stdout;
    assert!(text.contains("alla storlekar"), "{text}");
}

/// By hand: 1 500 000 kr are 1 650 000 a year later at 10 percent: 4 125 000 − 400 000 are 824.5 inhabitants of 8 500.
#[test]
fn a_kansli_grows_with_the_prices_of_a_path() {
    let path = "[path]\nfrom = 2026\nto = 2027\nkansli_index = 0.1\n";
    let found = found(&format!("{NATIONAL}{path}"), &asked(1_500_000, "0.2"), "");
    assert_eq!((&found["kansli"], &found["before"]["inhabitants"]), (&json!(1_650_000), &json!(825)));
}

fn refused(asked: &str) -> Run {
    place(NATIONAL, asked, "").run("simulate s.toml")
}

#[test]
fn a_share_that_is_none_is_refused() {
    for share in ["0", "-0.1", "1.1", "20", "0.0000000001"] {
        refused(&asked(1, share)).assert_refused("smallest_share");
    }
    refused("kansli = 1").assert_refused("missing_key");
    refused("most_share = 0.2").assert_refused("missing_key");
}

#[test]
fn the_tables_say_which_forbund_are_too_small() {
    let asked = asked(1_500_000, "0.2");
    let place = place(NATIONAL, &asked, MERGED);
    let cut = |text: &str, from: &str, lines: usize| {
        let from = text.find(from).unwrap_or_else(|| panic!("{text}"));
        text[from..].lines().take(lines).collect::<Vec<_>>().join("\n")
    };
    let full = place.run("simulate s.toml --full").stdout;
    insta::assert_snapshot!(cut(&full, "Hur stort ett förbund måste vara", 24));
    let compared = place.run("compare s.toml --full --lang en").stdout;
    insta::assert_snapshot!(cut(&compared, "How large a förbund must be", 10));
    let net = place.run("compare s.toml --full --redistribution net").stdout;
    assert!(
        net.contains("Minsta, inv. 16–64, netto") && !net.contains("Minsta, inv. 16–64, brutto"),
        "{net}"
    );
    assert!(!place.run("simulate s.toml").stdout.contains("Hur stort ett förbund"));
    let assumption = "smallest_forbund_at_average";
    assert!(place.run("simulate s.toml --format json").stdout.contains(assumption));
    let without = Place::with(&[
        ("k.csv", TABLE),
        ("u.toml", NATIONAL),
        ("s.toml", "name = \"S\"\nbaseline = \"u.toml\"\n"),
    ]);
    let without = without.run("simulate s.toml --format json").stdout;
    assert!(!without.contains("smallest_forbund"), "{without}");
}

#[test]
fn a_workbook_says_it_too() {
    let place = place(NATIONAL, &asked(1_500_000, "0.2"), MERGED);
    place.run("report s.toml -o r.xlsx").wrote();
    let mut book: Xlsx<_> = open_workbook(place.path("r.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range("Kriterier").expect("a sheet");
    let cells: Vec<String> = sheet.rows().flatten().map(ToString::to_string).collect();
    for wanted in ["Minsta, inv. 16–64, brutto", "Minsta förbund", "742"] {
        assert!(cells.iter().any(|cell| cell == wanted), "{wanted}");
    }
}

/// In a year in which the grouping changes a förbund has the income of some months, of which a kansli of a year is no share.
#[test]
fn no_share_of_half_a_year_is_stated() {
    let shares = |month: &str| {
        let table = TABLE.replace("kommunkod", "ar,kommunkod").replace("\n0", "\n2025,0");
        let baseline = NATIONAL.replace("[model]", "[path]\nfrom = 2026\nto = 2027\n[model]");
        let baseline = format!("{baseline}[smallest_forbund]\n{}\n", asked(1_500_000, "0.2"));
        let scenario = format!("name = \"S\"\nbaseline = \"u.toml\"\n{MERGED}from = \"{month}\"\n");
        let place = Place::with(&[("k.csv", &table), ("u.toml", &baseline), ("s.toml", &scenario)]);
        let run = place.run("simulate s.toml --format json");
        let result: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
        ["/before", "/after/gross", "/after/net"].map(|side| {
            let side = result["smallest_forbund"].pointer(side).expect("a side");
            side["forbund"][0]["kansli_share"].is_string()
        })
    };
    assert_eq!(shares("2027-01"), [true; 3]);
    assert_eq!(shares("2027-07"), [true, false, false]);
}

#[test]
fn checks_and_diff_know_the_smallest() {
    let check = "[[check]]\nmetric = \"smallest_forbund.after.net.inhabitants\"\nequals = 734\n";
    let of = |kansli| place(NATIONAL, &asked(kansli, "0.2"), &format!("{MERGED}{check}"));
    assert_eq!(of(1_500_000).run("check s.toml").answer(), "");
    assert_eq!(of(1_600_000).run("check s.toml").code, Some(1));
    let [old, new] =
        [1_500_000, 1_600_000].map(|kansli| of(kansli).run("simulate s.toml --format json").stdout);
    let run = Place::with(&[("old.json", &old), ("new.json", &new)]).run("diff old.json new.json");
    // 1 600 000 × 0.5 ÷ 0.2 less 400 000 are 796.9 of 8 500 inhabitants.
    assert!(run.stdout.contains("742") && run.stdout.contains("797"), "{}", run.stdout);
}

#[test]
fn hostile_names_beside_the_smallest_are_harmless() {
    let hostile = NATIONAL.replace("\"C\"", "\"=1+1|<script>\\u001b[2J\"");
    let place = place(&hostile, &asked(1_500_000, "0.2"), "");
    for format in ["table", "markdown", "csv"] {
        for command in ["simulate s.toml", "compare s.toml"] {
            let full = if format == "csv" { "" } else { "--full" };
            let run = place.run(&format!("{command} {full} --format {format}"));
            assert!(!run.stdout.is_empty() && !run.stdout.contains('\u{1b}'), "{format}: {}", run.stdout);
            assert!(format != "markdown" || !run.stdout.contains("<script>"), "{}", run.stdout);
        }
    }
}
