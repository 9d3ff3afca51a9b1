//! What kommuner get back beside insatser that are in them, and what becomes of it in alternatives.

use serde_json::Value;

use super::run::Place;

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\"]\nbudget = 8_000_000\nkansli = 1_400_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\"]\nbudget = 5_000_000\nkansli = 1_100_000\n";

const PAYMENTS: &str = "[[payment]]\nkommun = \"Mellerud\"\namount = 100_000\nsource = \"Avtal 2016\"\n\
    [[payment]]\nkommun = \"1461\"\namount = 50_001\nsource = \"Avtal 2016\"\n\
    [[payment]]\nkommun = \"Trollhättan\"\namount = 300_000\n";

const INSATS: &str = "[[insats]]\nname = \"Lokalt\"\nforbund = \"B\"\nkostnad = 1_000_000\nort = \"Mellerud\"\n\
    natura = { Mellerud = 10 }\n";

fn result(baseline: &str, changes: &str) -> Value {
    let run = Place::changed(baseline, changes).run("simulate s.toml --format json");
    // That a kommun moves and moves back is warned of.
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

fn amounts(result: &Value, kommun: &str, keys: &[&str]) -> Vec<Option<i64>> {
    let all = result["kommuner"].as_array().expect("kommuner");
    let one = all.iter().find(|one| one["kommun"] == kommun).expect("a kommun");
    keys.iter().map(|key| one.get(key).and_then(Value::as_i64)).collect()
}

/// What every kommun is paid afterwards.
fn paid(result: &Value) -> Vec<Option<i64>> {
    ["Trollhättan", "Vänersborg", "Mellerud"]
        .map(|kommun| amounts(result, kommun, &["payment_after"])[0])
        .to_vec()
}

fn assumptions(result: &Value) -> Vec<&str> {
    let all = result["assumptions"].as_array().expect("assumptions");
    all.iter().filter_map(|one| one["id"].as_str()).filter(|id| id.starts_with("payments")).collect()
}

/// By hand: 1 000 000 in it and 150 001 paid, less the contribution and 10 in kind.
#[test]
fn what_returns_is_insatser_in_it_and_payments() {
    let both = result(&format!("{BASELINE}{INSATS}{PAYMENTS}"), "");
    let keys = ["contribution_before", "payment_before", "insats_received_before", "insats_balance_before"];
    let of = amounts(&both, "Mellerud", &keys);
    let contribution = of[0].expect("a contribution");
    assert_eq!(of[1..], [Some(150_001), Some(1_000_000), Some(1_150_001 - 10 - contribution)]);
    assert_eq!(amounts(&both, "Vänersborg", &keys)[1..3], [Some(0), Some(0)]);
    // Without insatser there is nothing of them.
    let alone = result(&format!("{BASELINE}{PAYMENTS}"), "");
    assert_eq!(amounts(&alone, "Mellerud", &keys)[1..], [Some(150_001), None, Some(150_001 - contribution)]);
    assert!(alone.get("insats").is_none() && alone["before"]["forbund"][0].get("insats_kostnad").is_none());
    let place = Place::changed(&format!("{BASELINE}{INSATS}{PAYMENTS}"), "");
    let full = place.run("simulate s.toml --full").answer();
    let from = full.find("Vad kommunerna betalar, och").expect("the table");
    insta::assert_snapshot!(full[from..].lines().take(25).collect::<Vec<_>>().join("\n"));
    let english =
        Place::changed(&format!("{BASELINE}{PAYMENTS}"), "").run("simulate s.toml --full --lang en").answer();
    let from = english.find("What kommuner pay, and").expect("the table");
    insta::assert_snapshot!(english[from..].lines().take(18).collect::<Vec<_>>().join("\n"));
}

/// Net another contribution, and so another balance: what is in it and paid is the same.
#[test]
fn what_returns_is_shown_gross_and_net() {
    let country = "[model]\nappropriation = 339_000_000\n[model.rest_of_country]\nforbund = 67\n";
    let baseline = format!("{BASELINE}{INSATS}{PAYMENTS}{country}");
    let place = Place::changed(&baseline, "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n");
    let result = place.run("simulate s.toml --format json").json();
    let mellerud =
        result["kommuner"].as_array().expect("kommuner").iter().find(|one| one["kommun"] == "Mellerud");
    let paid =
        |kind: &str| mellerud.expect("Mellerud")["contribution_after"][kind].as_i64().expect("an amount");
    assert_ne!(paid("gross"), paid("net"));
    let table = |shown: &str| {
        let text = place.run(&format!("simulate s.toml --full --lang en --format markdown {shown}")).stdout;
        let from = text.find("What kommuner pay, and").expect("the table");
        let to = text[from..].find("Balance: ").expect("its note");
        text[from..from + to].to_owned()
    };
    // The last of the rows of a kommun: contribution, in kind, insatser in it, payments, balance.
    let last = |table: &str| -> Vec<i64> {
        let row = table.lines().rfind(|line| line.starts_with("| Mellerud")).expect("a row");
        let figures = row.split('|').skip(2).take(5);
        let plain = |cell: &str| cell.trim().replace([',', '+'], "").replace('\u{2212}', "-");
        figures.map(|cell| plain(cell).parse().expect("an amount")).collect()
    };
    for (shown, kind) in [("--redistribution gross", "gross"), ("--redistribution net", "net"), ("", "net")] {
        let paid = paid(kind);
        assert_eq!(last(&table(shown)), [paid, 10, 1_000_000, 150_001, 1_150_001 - 10 - paid], "{shown}");
    }
    // The result has the same of both kinds.
    let balance = |key: &str| mellerud.expect("Mellerud")[key].as_i64().expect("an amount");
    assert_eq!(balance("insats_balance_after"), 1_150_001 - 10 - paid("gross"));
    assert_eq!(balance("insats_balance_after_net"), 1_150_001 - 10 - paid("net"));
    let checks = format!(
        "[[check]]\nmetric = \"insats_balance_after_net\"\nkommun = \"Mellerud\"\nequals = {}\n",
        balance("insats_balance_after_net")
    );
    let scenario = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let checked = Place::changed(&baseline, &format!("{scenario}{checks}")).run("check s.toml");
    assert_eq!(checked.code, Some(0), "{}", checked.stderr);
    let explained =
        place.run("explain s.toml --kommun Mellerud --metric insats_balance_after_net --lang en").answer();
    let title =
        explained.lines().find(|line| line.starts_with("Mellerud: balance, after net")).expect("a title");
    let written: String = title.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(written, (1_150_001 - 10 - paid("net")).to_string(), "{title}");
    assert!(explained.contains("Mellerud, contribution, after net"), "{explained}");
    let [gross, net, both] = ["--redistribution gross", "--redistribution net", ""].map(table);
    assert!(gross.contains("After, gross") && !gross.contains("After, net"), "{gross}");
    assert!(net.contains("After, net") && !net.contains("After, gross"), "{net}");
    assert!(both.contains("After, gross") && both.contains("After, net"), "{both}");
}

/// Where there is no net, the net balance is not known; a list of what changed says so by the sums of all, not for each kommun.
#[test]
fn a_net_balance_is_not_known_without_net_amounts() {
    let country = "[model]\nappropriation = 339_000_000\n[model.rest_of_country]\nforbund = 67\n";
    let merged = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let calibrated = format!("{BASELINE}{INSATS}{PAYMENTS}");
    let gross_only = result(&calibrated, merged);
    let all = gross_only["kommuner"].as_array().expect("kommuner");
    assert!(all.iter().all(|one| one.get("insats_balance_after_net").is_some_and(Value::is_null)));
    assert!(result(BASELINE, merged)["kommuner"][0].get("insats_balance_after_net").is_none());
    let both = result(&format!("{calibrated}{country}"), merged);
    let place = Place::with(&[("old.json", &gross_only.to_string()), ("new.json", &both.to_string())]);
    let listed = place.run("diff old.json new.json --format json").stdout;
    assert!(listed.contains("after.net") && !listed.contains("insats_balance"), "{listed}");
}

#[test]
fn no_money_of_the_model_depends_on_them() {
    fn without(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| {
                    !["payment", "insats_balance", "assumptions"].iter().any(|of| key.starts_with(of))
                });
                fields.values_mut().for_each(without);
            }
            Value::Array(list) => list.iter_mut().for_each(without),
            _ => {}
        }
    }
    let merged = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let [mut with, mut bare] =
        [format!("{BASELINE}{PAYMENTS}"), BASELINE.to_owned()].map(|file| result(&file, merged));
    assert_ne!(with, bare);
    without(&mut with);
    assert!(bare["kommuner"][0].get("payment_before").is_none());
    without(&mut bare);
    assert_eq!(with, bare);
}

#[test]
fn a_payment_goes_with_its_kommun_and_ends_without_a_forbund() {
    let of = |changes: &str| result(&format!("{BASELINE}{PAYMENTS}"), changes);
    let all = [Some(300_000), Some(0), Some(150_001)];
    for changes in [
        "",
        "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n",
        "[[change]]\nmove = [\"Mellerud\"]\nto = \"A\"\n",
        "[[change]]\nmove = [\"Mellerud\"]\noutside = \"O\"\n",
        "[[change]]\ncreate = \"D\"\nkommuner = [\"Mellerud\", \"Trollhättan\"]\n",
    ] {
        let result = of(changes);
        assert_eq!(
            (paid(&result), assumptions(&result)),
            (all.to_vec(), vec!["payments_follow"]),
            "{changes}"
        );
    }
    let left = of("[[change]]\nleave = [\"Mellerud\"]\n");
    assert_eq!(paid(&left), [Some(300_000), Some(0), Some(0)]);
    assert_eq!(assumptions(&left), ["payments_follow", "payments_ended"]);
    // It does not come back by itself, and may be stated anew.
    let back = "[[change]]\nleave = [\"Mellerud\"]\n[[change]]\nmove = [\"Mellerud\"]\nto = \"B\"\n";
    assert_eq!(paid(&of(back))[2], Some(0));
    let stated = of(&format!("{back}payments = {{ \"Mellerud\" = 7, \"Trollhättan\" = 0 }}\n"));
    assert_eq!(
        (paid(&stated), assumptions(&stated)),
        (vec![Some(0), Some(0), Some(7)], vec!["payments_follow"])
    );
    // A change can be the first to speak of them.
    let first = result(
        BASELINE,
        "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\npayments = { \"Vänersborg\" = 9 }\n",
    );
    assert_eq!(amounts(&first, "Vänersborg", &["payment_before", "payment_after"]), [Some(0), Some(9)]);
}

#[test]
fn every_year_has_them_and_checks_and_comparisons_find_them() {
    let path = "[path]\nfrom = 2024\nto = 2025\n";
    let baseline = format!("{BASELINE}{PAYMENTS}{path}").replace("year = 2016\n", "");
    let change =
        "[[change]]\nfrom = 2025\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\npayments = { \"Vänersborg\" = 9 }\n";
    let check = "[[check]]\nmetric = \"payment_after\"\nkommun = \"Vänersborg\"\nequals = 9\n\
        [[check]]\nmetric = \"payment_before\"\nkommun = \"Mellerud\"\nequals = 150_001\n";
    let place = Place::changed(&baseline, &format!("{change}{check}"));
    assert_eq!(place.run("check s.toml").code, Some(0));
    place.write("ny.toml", &place.read("s.toml").replace("Vänersborg\" = 9 }", "Vänersborg\" = 12 }"));
    for name in ["s", "ny"] {
        let answer = place.run(&format!("simulate {name}.toml --format json")).answer();
        place.write(&format!("{name}.json"), &answer);
    }
    let difference = place.run("diff s.json ny.json");
    assert_eq!(difference.code, Some(1), "{}", difference.stderr);
    assert!(difference.stdout.contains("Ersättningar, efter (kr)"), "{}", difference.stdout);
}

#[test]
fn a_kommun_that_nobody_pays_and_one_that_is_none_are_refused() {
    for (baseline, changes, code) in [
        ("[[payment]]\nkommun = \"Åmål\"\namount = 1\n", "", "payment_by_nobody"),
        ("[[payment]]\nkommun = \"Melerud\"\namount = 1\n", "", "unknown_kommun"),
        ("[[payment]]\nkommun = \"Mellerud\"\n", "", "missing_key"),
        ("", "[[change]]\nleave = [\"Mellerud\"]\npayments = { Mellerud = 1 }\n", "payment_by_nobody"),
        (
            "",
            "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\npayments = { Melerud = 1 }\n",
            "unknown_kommun",
        ),
        (
            "",
            "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\npayments = { Mellerud = 1, \"1461\" = 2 }\n",
            "kommun_twice",
        ),
    ] {
        Place::changed(&format!("{BASELINE}{baseline}"), changes).run("simulate s.toml").assert_refused(code);
    }
}

#[test]
fn hostile_sources_of_payments_are_harmless() {
    let hostile = PAYMENTS.replace("Avtal 2016", "=HYPERLINK(1)|<script>\\u001b[2J::error::");
    let place = Place::changed(&format!("{BASELINE}{hostile}"), "");
    for format in ["table", "markdown", "csv"] {
        let answer = place.run(&format!("simulate s.toml --full --format {format}")).answer();
        assert!(!answer.contains('\u{1b}'), "{format}: {answer}");
        assert!(format == "table" || !answer.contains("<script>"), "{answer}");
        assert!(!answer.lines().any(|line| line.trim_start().starts_with("::error")), "{answer}");
    }
}
