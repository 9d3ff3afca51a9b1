//! What the money buys: insatser beside the money of the model, and whose they are after changes.

use serde_json::{Value, json};

use super::run::Place;

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\"]\nbudget = 8_000_000\nkansli = 1_400_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\", \"Åmål\"]\nbudget = 5_000_000\nkansli = 1_100_000\n\
    [[forbund]]\nname = \"C\"\nkommuner = [\"Bengtsfors\", \"Dals-Ed\"]\nbudget = 2_000_000\n";

const INSATSER: &str = "[[insats]]\nname = \"Center\"\nforbund = \"A\"\nkostnad = 3_000_000\nplatser = 40\ndeltagare = 120\n\
    ort = \"Trollhättan\"\nmalgrupp = \"Unga\"\nresultat = { arbete = 20, studier = 15 }\nsource = \"Plan 2016\"\n\
    [[insats]]\nname = \"Stegen\"\nforbund = \"B\"\nkostnad = 2_500_000\nplatser = 25\ndeltagare = 60\n\
    malgrupp = \"Psykisk ohälsa\"\nresultat = { arbete = 6 }\n\
    [[insats]]\nname = \"Lokalt\"\nforbund = \"B\"\nkostnad = 1_000_001\nort = \"Mellerud\"\nmalgrupp = \"Unga\"\n";

const MERGED: &str = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";

fn place(changes: &str) -> Place {
    Place::changed(&format!("{BASELINE}{INSATSER}"), changes)
}

fn result(changes: &str) -> Value {
    let run = place(changes).run("simulate s.toml --format json");
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

/// Whose each insats is afterwards, and where.
fn whose(result: &Value) -> Vec<(&str, &str, Option<&str>)> {
    let all = result["insats"]["after"]["insatser"].as_array().expect("insatser");
    all.iter()
        .map(|one| {
            let name = one["name"].as_str().expect("a name");
            (name, one["forbund"].as_str().expect("a förbund"), one["ort"].as_str())
        })
        .collect()
}

fn assumptions(result: &Value) -> Vec<&str> {
    let all = result["assumptions"].as_array().expect("assumptions");
    all.iter().filter_map(|one| one["id"].as_str()).filter(|id| id.starts_with("insats")).collect()
}

fn of_rows(side: &Value, key: &str) -> Vec<Option<i64>> {
    let rows = side["forbund"].as_array().expect("rows");
    rows.iter().map(|row| row.get(key).expect("a key of the row").as_i64()).collect()
}

#[test]
fn what_is_left_is_the_money_for_insatser_less_what_they_cost() {
    let result = result(MERGED);
    // 8 000 000 less 1 400 000 less 3 000 000; 5 000 000 less 1 100 000 less 3 500 001; the kansli of C is unknown.
    assert_eq!(of_rows(&result["before"], "insats_kostnad"), [Some(3_000_000), Some(3_500_001), Some(0)]);
    assert_eq!(of_rows(&result["before"], "insats_kvar"), [Some(3_600_000), Some(399_999), None]);
    // Together, less a base grant twice over.
    let after = &result["after"]["gross"];
    assert_eq!(of_rows(after, "insats_kostnad"), [Some(6_500_001), Some(0)]);
    assert_eq!(of_rows(after, "insats_kvar"), [Some(3_999_999 - 800_000), None]);
}

/// By hand: A's state money is half of 8 000 000; three quarters of what is above the base grant of 400 000 go by
/// försörjningsmått, and Trollhättan has all of A's.
#[test]
fn a_person_who_leaves_support_costs_a_forbund_its_part_divided_by_its_forsorjningsmatt() {
    let result = result(MERGED);
    let prices = |side: &Value| -> Vec<Value> {
        let rows = side["forbund"].as_array().expect("rows");
        rows.iter().map(|row| row["kr_per_helarsekvivalent"].clone()).collect()
    };
    let a = &result["before"]["forbund"][0];
    assert_eq!(a["state"]["forsorjningsmatt"], 2_700_000);
    let matt = a["forsorjningsmatt"].as_str().expect("a number").parse::<u64>().expect("without decimals");
    let hundredths = (2_700_000 * 100 * 2 + matt) / (2 * matt);
    assert_eq!(
        prices(&result["before"])[0],
        format!("{}.{:02}", hundredths / 100, hundredths % 100).as_str()
    );
    // Gross a merged förbund has the parts of both; without an appropriation there is no net.
    assert!(prices(&result["after"]["gross"])[0].is_string());
}

/// By hand, with figures of three kommuner and no others: 0.75 × (40 000 000 − 4 × 400 000) ÷ 2 000 is 14 400 kr. After a
/// merger, a base grant less: 0.75 × 38 800 000 ÷ 2 000 is 14 550 kr. 20 kr more of the pot are three quarters of an öre,
/// rounded once. Without insatser there is no such key.
#[test]
fn on_the_national_basis_it_is_the_rate_of_the_country() {
    let table = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
        0001,Alfa,L,1000,100.5\n0002,Beta,L,2000,399.5\n0003,Gamma,L,500,0\n";
    let baseline = "name = \"Nu\"\nkommuner = \"k.csv\"\n[model]\nappropriation = 40_000_000\n\
        rest_of_country = { forbund = 1, befolkning_16_64 = 5_000, forsorjningsmatt = 1_500 }\n\
        [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\"]\n[[forbund]]\nname = \"B\"\nkommuner = [\"Beta\"]\n\
        [[forbund]]\nname = \"C\"\nkommuner = [\"Gamma\"]\n";
    let insats = "[[insats]]\nname = \"I\"\nforbund = \"A\"\nkostnad = 1\n";
    let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let run = |baseline: &str| {
        let place = Place::with(&[("k.csv", table), ("u.toml", baseline), ("s.toml", scenario)]);
        // That nobody in Gamma has support is warned of.
        let run = place.run("simulate s.toml --format json");
        serde_json::from_str::<Value>(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
    };
    let price = |side: &Value, row: usize| side["forbund"][row]["kr_per_helarsekvivalent"].clone();
    let with = run(&format!("{baseline}{insats}"));
    // Also for one without anybody on support: it is what the first would bring.
    assert_eq!([0, 1, 2].map(|row| price(&with["before"], row)), ["14400.00"; 3]);
    assert_eq!(price(&with["after"]["gross"], 0), "14400.00");
    assert_eq!(price(&with["after"]["net"], 0), "14550.00");
    // 0.75 × 20 ÷ 2 000 is 0.0075 kr more.
    let more = baseline.replace("40_000_000", "40_000_020");
    assert_eq!(price(&run(&format!("{more}{insats}"))["before"], 0), "14400.01");
    assert_eq!(price(&run(baseline)["before"], 0), Value::Null);
}

#[test]
fn carried_over_money_and_other_income_pay_for_insatser_too() {
    let baseline = format!("{BASELINE}{INSATSER}")
        .replace("kansli = 1_400_000\n", "kansli = 1_400_000\noverfort = 5\novriga_intakter = 70\n");
    let run = Place::changed(&baseline, "").run("simulate s.toml --format json").json();
    assert_eq!(of_rows(&run["before"], "insats_kvar"), [Some(3_600_075), None, None]);
}

/// By hand: 3 000 000 ÷ 120 is 25 000; 2 500 000 ÷ 60 is 41 666.67; together 5 500 000 ÷ 180 is 30 555.56, where the mean of
/// the two would be 33 333.33. 26 of 180 got work, 14.4 percent, where the mean of 16.7 and 10.0 would be 13.3.
#[test]
fn ratios_of_several_are_sum_by_sum() {
    let result = result("");
    let side = &result["insats"]["before"];
    let each: Vec<&Value> = side["insatser"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["kostnad_per_deltagare"])
        .collect();
    assert_eq!(each, [&json!("25000.00"), &json!("41666.67"), &Value::Null]);
    // The third does not say how many take part, so nobody knows how many there are in all.
    let total = json!({ "kostnad": 6_500_001, "platser": null, "deltagare": null, "avslutade": null, "kostnad_per_deltagare": "30555.56" });
    assert_eq!(side["total"], total);
    let results = json!([
        { "resultat": "arbete", "personer": 26, "share_of_deltagare": "14.4", "share_of_avslutade": null, "kostnad_per_person": "211538.46" },
        { "resultat": "studier", "personer": 15, "share_of_deltagare": "12.5", "share_of_avslutade": null, "kostnad_per_person": "200000.00" },
    ]);
    assert_eq!(side["resultat"], results);
    let groups: Vec<_> = side["malgrupper"].as_array().expect("a list").iter().collect();
    // 4 000 001 of 6 500 001.
    assert_eq!((&groups[0]["malgrupp"], &groups[0]["share_of_kostnad"]), (&json!("Unga"), &json!("61.54")));
    assert_eq!(groups[1]["share_of_kostnad"], json!("38.46"));
}

#[test]
fn a_kommun_is_offered_what_is_in_it_or_for_its_whole_forbund() {
    let result = result("");
    let offer = |kommun: &str| {
        let all = result["insats"]["before"]["kommuner"].as_array().expect("a list");
        let one = all.iter().find(|one| one["kommun"] == kommun).expect("a kommun");
        ["offered", "elsewhere", "lacking"].map(|list| one[list].clone())
    };
    assert_eq!(offer("Mellerud"), [json!(["Unga", "Psykisk ohälsa"]), json!([]), json!([])]);
    assert_eq!(offer("Åmål"), [json!(["Psykisk ohälsa"]), json!(["Unga"]), json!([])]);
    assert_eq!(offer("Dals-Ed"), [json!([]), json!([]), json!(["Unga", "Psykisk ohälsa"])]);
}

#[test]
fn an_insats_goes_with_its_kommun_else_with_its_forbund() {
    let (trollhattan, mellerud) = (Some("Trollhättan"), Some("Mellerud"));
    let merged = result(MERGED);
    assert_eq!(
        whose(&merged),
        [("Center", "AB", trollhattan), ("Stegen", "AB", None), ("Lokalt", "AB", mellerud)]
    );
    assert_eq!(assumptions(&merged), ["insatser_follow"]);
    // The kommun moves, the förbund stays.
    let moved = result("[[change]]\nmove = [\"Mellerud\"]\nto = \"C\"\n");
    assert_eq!(
        whose(&moved),
        [("Center", "A", trollhattan), ("Stegen", "B", None), ("Lokalt", "C", mellerud)]
    );
    // Vänersborg has more inhabitants than Mellerud and Åmål together.
    let split = result(
        "[[change]]\nsplit = \"B\"\ninto = [{ name = \"B1\", kommuner = [\"Mellerud\", \"Åmål\"] }, \
         { name = \"B2\", kommuner = [\"Vänersborg\"] }]\n",
    );
    assert_eq!(
        whose(&split),
        [("Center", "A", trollhattan), ("Stegen", "B2", None), ("Lokalt", "B1", mellerud)]
    );
    assert_eq!(assumptions(&split), ["insatser_follow", "insats_by_inhabitants"]);
    // The same, one kommun after the other: the förbund is what it was when the first of them left.
    let one_by_one = result(
        "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\n[[change]]\nmove = [\"Mellerud\", \"Åmål\"]\nto = \"C\"\n",
    );
    assert_eq!(
        whose(&one_by_one),
        [("Center", "A", trollhattan), ("Stegen", "A", None), ("Lokalt", "C", mellerud)]
    );
    // A merger after a move takes what the förbund still has, wherever most of its former inhabitants are.
    let then_merged = result(
        "[[change]]\nmove = [\"Vänersborg\"]\nto = \"A\"\n[[change]]\nmerge = [\"B\", \"C\"]\ninto = \"BC\"\n",
    );
    assert_eq!(whose(&then_merged)[1], ("Stegen", "BC", None));
    let created = result("[[change]]\ncreate = \"D\"\nkommuner = [\"Vänersborg\", \"Mellerud\", \"Åmål\"]\n");
    assert_eq!(whose(&created)[1..], [("Stegen", "D", None), ("Lokalt", "D", mellerud)]);
    let outside = result("[[change]]\nmove = [\"Mellerud\"]\noutside = \"O\"\n");
    assert_eq!(whose(&outside)[2], ("Lokalt", "O", mellerud));
    assert_eq!(of_rows(&outside["after"]["gross"], "insats_kostnad")[3], Some(1_000_001));
    for result in [merged, moved, split, one_by_one, then_merged, created, outside] {
        assert_eq!(result["insats"]["after"]["total"], result["insats"]["before"]["total"]);
        let of_rows: i64 = of_rows(&result["after"]["gross"], "insats_kostnad").into_iter().flatten().sum();
        assert_eq!(of_rows, 6_500_001);
    }
}

#[test]
fn an_insats_ends_with_its_forbund_or_with_its_kommun() {
    let dissolved = result("[[change]]\ndissolve = \"B\"\n");
    assert_eq!(whose(&dissolved), [("Center", "A", Some("Trollhättan"))]);
    assert_eq!(assumptions(&dissolved), ["insatser_follow", "insatser_ended"]);
    let left = result("[[change]]\nleave = [\"Mellerud\"]\n");
    assert_eq!(whose(&left), [("Center", "A", Some("Trollhättan")), ("Stegen", "B", None)]);
    assert_eq!(assumptions(&left), ["insatser_follow", "insatser_ended"]);
    let lacking = &left["insats"]["after"]["kommuner"][0];
    assert_eq!(
        (&lacking["kommun"], &lacking["lacking"]),
        (&json!("Dals-Ed"), &json!(["Unga", "Psykisk ohälsa"]))
    );
    let offers = left["insats"]["after"]["kommuner"].as_array().expect("kommuner");
    let amal = offers.iter().find(|one| one["kommun"] == "Åmål").expect("a kommun");
    assert_eq!((&amal["offered"], &amal["lacking"]), (&json!(["Psykisk ohälsa"]), &json!(["Unga"])));
    // A change that speaks of it decides itself; without a kommun it is for the whole förbund, and that is said.
    let with = |item: &str| {
        result(&format!("[[change]]\nleave = [\"Mellerud\"]\ninsatser = [{{ name = \"lokalt\", {item} }}]\n"))
    };
    let elsewhere = with("ort = \"Åmål\"");
    assert_eq!(whose(&elsewhere)[2], ("Lokalt", "B", Some("Åmål")));
    assert_eq!(assumptions(&elsewhere), ["insatser_follow"]);
    let stays = with("kostnad = 5");
    assert_eq!(whose(&stays)[2], ("Lokalt", "B", None));
    assert_eq!(assumptions(&stays), ["insatser_follow", "insats_without_ort"]);
    let ends = with("upphor = true");
    assert_eq!((whose(&ends).len(), assumptions(&ends)), (2, vec!["insatser_follow"]));
}

/// What a kommun gives in kind ends with its membership, and that is said.
#[test]
fn a_kommun_in_no_forbund_gives_nothing_in_kind() {
    let insatser = INSATSER
        .replace("kostnad = 2_500_000\n", "kostnad = 2_500_000\nnatura = { Mellerud = 10, \"1487\" = 20 }\n");
    let place = Place::changed(&format!("{BASELINE}{insatser}"), "[[change]]\nleave = [\"Mellerud\"]\n");
    let left = place.run("simulate s.toml --format json").json();
    let kommuner = left["kommuner"].as_array().expect("kommuner");
    let natura = |name: &str| {
        let of = kommuner.iter().find(|kommun| kommun["kommun"] == name).expect("a kommun");
        ["natura_before", "natura_after"].map(|key| of[key].as_i64().expect("an amount"))
    };
    assert_eq!([natura("Mellerud"), natura("Vänersborg")], [[10, 0], [20, 20]]);
    // It is explained by where it is stated.
    let explained = place.run("explain s.toml --kommun Vänersborg --metric natura_after").stdout;
    assert!(explained.contains(" insats.natura\n"), "{explained}");
    let ids = left["assumptions"].as_array().expect("assumptions").iter().map(|one| &one["id"]);
    assert!(ids.clone().any(|id| id == "natura_ended"), "{:?}", ids.collect::<Vec<_>>());
}

/// Merged of insatser in two kommuner it is in neither, and that is said; its sources are those of its parts.
#[test]
fn a_merged_insats_says_that_its_kommuner_are_gone() {
    let insatser = INSATSER.replace("ort = \"Mellerud\"\n", "ort = \"Mellerud\"\nsource = \"Bokslut\"\n");
    let merge = |item: &str| {
        let changes =
            format!("{MERGED}insatser = [{{ name = \"Unga\", merge = [\"Center\", \"Lokalt\"]{item} }}]\n");
        let place = Place::changed(&format!("{BASELINE}{insatser}"), &changes);
        place.run("simulate s.toml --format json").json()
    };
    let merged = merge("");
    assert_eq!(whose(&merged)[0], ("Unga", "AB", None));
    assert_eq!(assumptions(&merged), ["insatser_follow", "insats_results_as_none", "insats_without_ort"]);
    assert_eq!(merged["insats"]["after"]["insatser"][0]["source"], "Plan 2016; Bokslut");
    assert_eq!(assumptions(&merge(", ort = \"Åmål\"")), ["insatser_follow", "insats_results_as_none"]);
    // Only one of them states results; where the change does, nothing is assumed.
    let stated = ", ort = \"Åmål\", resultat = { arbete = 20, studier = 15 }";
    assert_eq!(assumptions(&merge(stated)), ["insatser_follow"]);
}

/// Merged of insatser for two groups, or of one for a group and one for nobody in particular, it is for neither, and that is
/// said.
#[test]
fn a_merged_insats_says_that_its_groups_are_gone() {
    let merge = |insatser: &str, item: &str| {
        let merged = "insatser = [{ name = \"Allt\", merge = [\"Center\", \"Stegen\"], resultat = {}";
        let changes = format!("{MERGED}{merged}{item} }}]\n");
        let place = Place::changed(&format!("{BASELINE}{insatser}"), &changes);
        let result = place.run("simulate s.toml --format json").json();
        let all = result["assumptions"].as_array().expect("assumptions").clone();
        let said = all.into_iter().find(|one| one["id"] == "insats_without_malgrupp");
        said.map(|one| one["text"].as_str().expect("a text").to_owned())
    };
    let two = merge(INSATSER, "").expect("what is said");
    assert!(two.contains("målgrupp (Unga och Psykisk ohälsa)"), "{two}");
    let one = merge(&INSATSER.replace("malgrupp = \"Psykisk ohälsa\"\n", ""), "").expect("what is said");
    assert!(one.contains("målgrupp (Unga)"), "{one}");
    assert_eq!(merge(INSATSER, ", malgrupp = \"Alla\""), None);
    assert_eq!(merge(&INSATSER.replace("\"Psykisk ohälsa\"", "\"unga\""), ""), None);
}

/// The table of what each kommun is offered does not let such an insats be missed: it says that it counts for no group.
#[test]
fn a_merged_insats_without_a_group_is_named_by_the_table_of_groups() {
    let merged = |item: &str| {
        let insatser = format!(
            "insatser = [{{ name = \"Allt\", merge = [\"Center\", \"Stegen\"], resultat = {{}}{item} }}]"
        );
        let text =
            place(&format!("{MERGED}{insatser}\n")).run("simulate s.toml --full --format markdown").stdout;
        let from = text.find("Utbudet i varje kommun").expect("the table");
        let to = text[from..].find("\n#").expect("a table after it");
        text[from..from + to].to_owned()
    };
    let said = "Räknas inte för någon målgrupp, eftersom ingen är angiven: Allt";
    let without = merged("");
    assert!(without.contains(said), "{without}");
    let with = merged(", malgrupp = \"Alla\"");
    assert!(!with.contains("Räknas inte"), "{with}");
}

/// By hand: afterwards only Trollhättan pays, so that all together is Trollhättan, also per inhabitant.
#[test]
fn the_sum_per_inhabitant_is_of_those_whose_sum_it_is() {
    let baseline = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
        [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\", \"Grästorp\"]\nbudget = 8_000_000\n\
        [[insats]]\nname = \"Lokalt\"\nforbund = \"A\"\nkostnad = 1\nnatura = { \"Grästorp\" = 10 }\n";
    let place = Place::changed(baseline, "[[change]]\nleave = [\"Grästorp\"]\n");
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Vad kommunerna betalar, och").expect("the table");
    let table = &full[from..];
    let after = &table[table.find("Efter").expect("the other side")..];
    let figures = |name: &str| {
        let row = after.lines().find_map(|line| line.trim().strip_prefix(name)).expect("a row");
        row.trim().to_owned()
    };
    assert_eq!(figures("Summa"), figures("Trollhättan"), "{table}");
}

/// One that differs in capitals only is the same group, and the same result.
#[test]
fn groups_and_results_are_named_as_everything_else() {
    let insatser = INSATSER
        .replacen("malgrupp = \"Unga\"", "malgrupp = \"unga\"", 1)
        .replace("{ arbete = 6 }", "{ Arbete = 6 }")
        .replace("malgrupp = \"Psykisk ohälsa\"\n", "");
    let result =
        Place::changed(&format!("{BASELINE}{insatser}"), "").run("simulate s.toml --format json").json();
    let side = &result["insats"]["before"];
    let groups = side["malgrupper"].as_array().expect("a list");
    assert_eq!((groups.len(), &groups[0]["kostnad"]), (1, &json!(4_000_001)));
    // 2 500 000 of 6 500 001, beside 61.54 percent.
    let rest = json!({ "kostnad": 2_500_000, "share_of_kostnad": "38.46", "deltagare": 60, "kostnad_per_deltagare": "41666.67" });
    assert_eq!(side["without_malgrupp"], rest);
    assert_eq!(
        (side["resultat"].as_array().map(Vec::len), &side["resultat"][0]["personer"]),
        (Some(2), &json!(26))
    );
}

/// The förbund stay as they are, money and all.
#[test]
fn a_change_may_be_of_insatser_alone() {
    let fewer = result("[[change]]\ninsatser = [{ name = \"Stegen\", upphor = true }]\n");
    assert_eq!(whose(&fewer).len(), 2);
    assert_eq!(fewer["delta"]["gross"]["total"], 0);
    assert_eq!(of_rows(&fewer["after"]["gross"], "insats_kvar")[1], Some(399_999 + 2_500_000));
    let nothing =
        place("[[change]]\ninsatser = [{ name = \"Stegen\", upphor = false }]\n").run("simulate s.toml");
    nothing.assert_refused("insats_unchanged");
}

#[test]
fn a_change_states_what_becomes_of_insatser() {
    let stated = result(&format!(
        "{MERGED}insatser = [\n\
         {{ name = \"Unga\", merge = [\"Center\", \"Lokalt\"], deltagare = 130, ort = \"Mellerud\" }},\n\
         {{ name = \"STEGEN\", kostnad = 2_000_000, forbund = \"C\" }},\n\
         {{ name = \"Ny\", ny = true, forbund = \"AB\", kostnad = 7, malgrupp = \"Nya\" }},\n]\n"
    ));
    assert_eq!(whose(&stated), [("Unga", "AB", Some("Mellerud")), ("Stegen", "C", None), ("Ny", "AB", None)]);
    let unga = &stated["insats"]["after"]["insatser"][0];
    // The sum of the costs; Lokalt does not say how many places it has; what is stated holds.
    assert_eq!(
        (&unga["kostnad"], &unga["platser"], &unga["deltagare"]),
        (&json!(4_000_001), &Value::Null, &json!(130))
    );
    assert_eq!(unga["malgrupp"], "Unga");
    assert_eq!(unga["resultat"][0]["personer"], 20);
    assert_eq!(of_rows(&stated["after"]["gross"], "insats_kostnad"), [Some(4_000_008), Some(2_000_000)]);
    // A new group was lacking everywhere before.
    assert_eq!(stated["insats"]["before"]["kommuner"][0]["lacking"][2], "Nya");
    let ended =
        result("[[change]]\nleave = [\"Dals-Ed\"]\ninsatser = [{ name = \"Stegen\", upphor = true }]\n");
    assert_eq!(whose(&ended).len(), 2);
}

#[test]
fn no_money_of_the_model_depends_on_them() {
    fn without(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| {
                    !["insats", "natura", "assumptions", "kr_per_helars"].iter().any(|of| key.starts_with(of))
                        || key == "insatser"
                });
                fields.values_mut().for_each(without);
            }
            Value::Array(list) => list.iter_mut().for_each(without),
            _ => {}
        }
    }
    let mut with = result(MERGED);
    let mut bare = Place::changed(BASELINE, MERGED).run("simulate s.toml --format json").json();
    assert!(bare.get("insats").is_none() && bare["before"]["forbund"][0].get("insats_kostnad").is_none());
    without(&mut with);
    without(&mut bare);
    assert_eq!(with, bare);
}

#[test]
fn insatser_count_by_months_and_checks_find_them() {
    let path = "[path]\nfrom = 2024\nto = 2026\n";
    let baseline = format!("{BASELINE}{INSATSER}{path}").replace("year = 2016\n", "");
    let merged = MERGED.replace("into", "from = \"2025-07\"\ninto");
    let check = "[[check]]\nmetric = \"insats_kostnad\"\nforbund = \"AB\"\nyear = 2025\nequals = 3_250_001\n\
        [[check]]\nmetric = \"insats.after.total.kostnad\"\nequals = 6_500_001\n";
    let place = Place::changed(&baseline, &format!("{merged}{check}"));
    let result = place.run("simulate s.toml --format json").json();
    let costs: Vec<_> = result["path"]["years"]
        .as_array()
        .expect("years")
        .iter()
        .map(|year| of_rows(&year["gross"], "insats_kostnad"))
        .collect();
    assert_eq!(costs[0], [Some(3_000_000), Some(3_500_001), Some(0)]);
    // In the year of the merger half a year each; of two equal halves of a krona the one goes to what there is at its end.
    assert_eq!(costs[1], [Some(3_250_001), Some(0), Some(1_500_000), Some(1_750_000)]);
    assert_eq!(costs[2], [Some(6_500_001), Some(0)]);
    assert_eq!(place.run("check s.toml").code, Some(0));
}

/// By hand: Mellerud pays 186 687 of B's 1 250 000, gives 10 in kind, and has insatser of 1 000 001 in it.
#[test]
fn a_kommun_pays_gives_in_kind_and_has_insatser_in_it() {
    let insatser = INSATSER
        .replace("ort = \"Mellerud\"\n", "ort = \"Mellerud\"\nnatura = { Mellerud = 10, \"1487\" = 20 }\n");
    let place = Place::changed(&format!("{BASELINE}{insatser}"), MERGED);
    let result = place.run("simulate s.toml --format json").json();
    let kommuner = result["kommuner"].as_array().expect("kommuner");
    let amounts = |name: &str| {
        let of = kommuner.iter().find(|kommun| kommun["kommun"] == name).expect("a kommun");
        let keys =
            ["contribution_before", "natura_before", "insats_received_before", "insats_balance_before"];
        keys.map(|key| of[key].as_i64().expect("an amount"))
    };
    for name in ["Mellerud", "Vänersborg", "Trollhättan", "Åmål"] {
        let [paid, natura, received, balance] = amounts(name);
        assert_eq!(balance, received - paid - natura, "{name}");
    }
    assert_eq!(amounts("Mellerud")[1..3], [10, 1_000_001]);
    assert_eq!(amounts("Vänersborg")[1..3], [20, 0]);
    assert_eq!(amounts("Trollhättan")[1..3], [0, 3_000_000]);
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Vad kommunerna betalar, och").expect("the table");
    insta::assert_snapshot!(full[from..].lines().take(24).collect::<Vec<_>>().join("\n"));
    let unknown = INSATSER.replace("ort = \"Mellerud\"\n", "natura = { Melerud = 10 }\n");
    let run = Place::changed(&format!("{BASELINE}{unknown}"), "").run("simulate s.toml");
    assert!(run.stderr.contains("unknown_kommun") && run.stderr.contains("”Mellerud”"), "{}", run.stderr);
}

/// By hand: 30 of 100 and 10 of 900 are 40 of 1 000, 4 percent, where the mean of 30 and 1.11 percent would be 15.56.
#[test]
fn a_ratio_of_columns_is_sum_by_sum() {
    let table = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,he,folkmangd_20_64\n\
        0001,Alfa,L,100,50,30,100\n0002,Beta,L,900,50,10,900\n0003,Gamma,L,500,50,5,500\n";
    let baseline = "name = \"Nu\"\nkommuner = \"k.csv\"\n\
        [indicators]\nandel = { of = \"he\", per = \"folkmangd_20_64\", times = 100 }\nkvot = { of = \"he\", per = \"befolkning_16_64\" }\n\
        [[forbund]]\nname = \"A\"\nkommuner = [\"Alfa\", \"Beta\"]\nbudget = 2_000_000\n\
        [[forbund]]\nname = \"B\"\nkommuner = [\"Gamma\"]\nbudget = 1_000_000\n";
    let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n";
    let place = Place::with(&[("k.csv", table), ("u.toml", baseline), ("s.toml", scenario)]);
    let result = place.run("simulate s.toml --format json").json();
    let side = &result["criteria"]["before"];
    let ratios = |indicators: &Value| -> Vec<(Value, Value)> {
        let all = indicators.as_array().expect("a list").iter();
        all.filter(|one| one["weight"] == "kvot")
            .map(|one| (one["column"].clone(), one["value"].clone()))
            .collect()
    };
    let of_a = ratios(&side["forbund"][0]["indicators"]);
    assert_eq!(of_a, [(json!("andel"), json!("4.00")), (json!("kvot"), json!("0.0400"))]);
    // 45 of 1 500.
    assert_eq!(ratios(&side["total"]["ratios"])[0].1, "3.00");
    let page = place.run("simulate s.toml --full --criteria").stdout;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = "andel: kvot, summan av he delad med summan av folkmangd_20_64, i procent. kvot: kvot, summan av he delad \
        med summan av befolkning_16_64.";
    assert!(page.contains(note) && !page.contains("Alla förbund: bara de kommuner"), "{page}");
    // Beta's 10 of 900 are not among those afterwards.
    place.write("s.toml", &format!("{scenario}[[change]]\nmove = [\"Beta\"]\noutside = \"Ute\"\n"));
    let page = place.run("simulate s.toml --full --criteria").stdout;
    assert!(
        page.contains("Alla förbund: bara de kommuner som är med i ett av utgångslägets förbund."),
        "{page}"
    );
    let unknown = baseline.replace("per = \"folkmangd_20_64\"", "per = \"folkmängd_20_65\"");
    let run =
        Place::with(&[("k.csv", table), ("u.toml", &unknown), ("s.toml", scenario)]).run("simulate s.toml");
    assert!(run.stderr.contains("”folkmangd_20_64”"), "{}", run.stderr);
    let twice = baseline.replace("kvot = ", "HE = ");
    let run =
        Place::with(&[("k.csv", table), ("u.toml", &twice), ("s.toml", scenario)]).run("simulate s.toml");
    assert!(run.stderr.contains("indicator_twice"), "{}", run.stderr);
}

#[test]
fn the_tables_stand_where_there_are_insatser() {
    let place = place(&format!(
        "{MERGED}insatser = [{{ name = \"Ny\", ny = true, forbund = \"AB\", kostnad = 7 }}]\n"
    ));
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Pengar till insatser mot").expect("the first of the tables");
    let to = full.find("Kommunernas bidrag").expect("the table after them");
    insta::assert_snapshot!(full[from..to].trim_end());
    assert!(!place.run("simulate s.toml").stdout.contains("Målgrupp"));
    let compared = place.run("compare s.toml --full").stdout;
    let from = compared.find("Pengar till insatser mot").expect("the table");
    insta::assert_snapshot!(compared[from..].lines().take(9).collect::<Vec<_>>().join("\n"));
}

#[test]
fn hostile_names_of_insatser_are_harmless() {
    let hostile = INSATSER
        .replace("\"Stegen\"", "\"=HYPERLINK(1)|<b>\\u001b[31m\"")
        .replace("\"Psykisk ohälsa\"", "\"@grupp|<script>\\u001b[2J\"")
        .replace("arbete = 6", "\"=1+1|<i>\\u001b[2J\" = 6")
        .replace("\"Plan 2016\"", "\"\\u001b[2J<script>\"");
    let place = Place::changed(&format!("{BASELINE}{hostile}"), MERGED);
    for format in ["table", "markdown", "csv"] {
        for command in ["simulate s.toml --full", "compare s.toml --full"] {
            let answer = place.run(&format!("{command} --format {format}")).answer();
            assert!(!answer.contains('\u{1b}'), "{format}: {answer}");
            assert!(format == "table" || format == "csv" || !answer.contains("<script>"), "{answer}");
            assert!(
                format != "csv"
                    || !answer.lines().any(|line| line.split(',').any(|cell| cell.starts_with('=')))
            );
        }
    }
}

const VALUES: &str = "[[value]]\nresultat = \"Arbete\"\nlow = 250_000\nhigh = 400_000\nsource = \"Payoff 2020\"\n\
    [[value]]\nresultat = \"studier\"\nlow = 0\nhigh = 100_000\nsource = \"Egen bedömning\"\n";

/// By hand. A: 20 in work and 15 in studies are 20 × 250 000 to 20 × 400 000 + 15 × 100 000, that is 5 000 000 to 9 500 000 kr;
/// 3 000 000 of it is 3.789… and 7.2 months. B: 6 in work are 1 500 000 to 2 400 000; Stegen alone states results, and 2 500 000
/// are 12.5 and 20 months. Together 6 500 000 to 11 900 000 against 5 500 000: 5.546… and 10.153… months. C has none.
#[test]
fn results_are_worth_something_to_society_and_nothing_to_the_forbund() {
    let place = Place::changed(&format!("{BASELINE}{INSATSER}{VALUES}"), MERGED);
    let result = place.run("simulate s.toml --format json").json();
    let worth = |kostnad: i64, [low, high]: [i64; 2], [shortest, longest]: [&str; 2]| {
        json!({ "kostnad": kostnad, "low": low, "high": high,
            "payback_months_shortest": shortest, "payback_months_longest": longest, "lacks_values": false })
    };
    let a = worth(3_000_000, [5_000_000, 9_500_000], ["3.8", "7.2"]);
    let b = worth(2_500_000, [1_500_000, 2_400_000], ["12.5", "20.0"]);
    let all = worth(5_500_000, [6_500_000, 11_900_000], ["5.5", "10.2"]);
    let none = json!({ "kostnad": 0, "low": 0, "high": 0,
        "payback_months_shortest": null, "payback_months_longest": null, "lacks_values": false });
    let of_side = |side: &Value| -> Vec<Value> {
        let rows = side["forbund"].as_array().expect("rows");
        rows.iter().map(|row| row["society_value"].clone()).collect()
    };
    assert_eq!(of_side(&result["before"]), [a, b, none.clone()]);
    assert_eq!(of_side(&result["after"]["gross"]), [all.clone(), none]);
    assert_eq!(result["insats"]["after"]["total"]["society_value"], all);
    assert_eq!(result["insats"]["values"][0]["source"], "Payoff 2020");
    // Without values the same money, and no such key.
    let bare = place_without_values().run("simulate s.toml --format json").json();
    assert!(bare["insats"].get("values").is_none());
    for side in ["/before", "/after/gross"] {
        let with = result.pointer(side).expect("a side")["total"].clone();
        assert_eq!(with, bare.pointer(side).expect("a side")["total"]);
        assert!(bare.pointer(side).expect("a side")["forbund"][0].get("society_value").is_none());
    }
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Vad insatsernas resultat är värda").expect("the table");
    let to = full.find("Kommunernas bidrag").expect("the table after them");
    insta::assert_snapshot!(full[from..to].trim_end());
    let compared = place.run("compare s.toml --full --lang en").stdout;
    let from = compared.find("What the results of insatser are worth").expect("the table");
    insta::assert_snapshot!(compared[from..].lines().take(16).collect::<Vec<_>>().join("\n"));
    assert!(!place_without_values().run("simulate s.toml --full").stdout.contains("samhället"));
}

fn place_without_values() -> Place {
    place(MERGED)
}

/// Of results that have no value nobody knows when they are paid back; of those that are worth nothing it is never.
#[test]
fn without_a_value_the_payback_is_unknown_and_not_never() {
    let row = |resultat: &str| {
        let insatser = INSATSER.replace("{ arbete = 6 }", resultat);
        let place = Place::changed(&format!("{BASELINE}{insatser}{VALUES}"), "");
        let full = place.run("simulate s.toml --full").stdout;
        let from = full.find("Vad insatsernas resultat är värda").expect("the table");
        let of_table = &full[from..];
        let row = of_table.lines().find(|line| line.starts_with("B ")).expect("a row").to_owned();
        (row, of_table.contains("–: okänt"))
    };
    let (unknown, is_said) = row("{ rehab = 6 }");
    assert!(unknown.contains('–') && !unknown.contains("aldrig") && is_said, "{unknown}");
    // Studies are worth nothing to 100 000 kr.
    let (never, is_said) = row("{ studier = 6 }");
    assert!(never.contains("aldrig") && !is_said, "{never}");
}

#[test]
fn checks_csv_and_diff_know_what_results_are_worth() {
    let check = "[[check]]\nmetric = \"society_value.high\"\nforbund = \"AB\"\nequals = 11_900_000\n\
        [[check]]\nmetric = \"insats.after.total.society_value.payback_months_longest\"\nmax = 10.2\n";
    let baseline = format!("{BASELINE}{INSATSER}{VALUES}");
    let place = Place::changed(&baseline, &format!("{MERGED}{check}"));
    assert_eq!(place.run("check s.toml").answer(), "");
    let csv = place.run("simulate s.toml --format csv").stdout;
    assert!(csv.contains(",before,,forbund,B,society_value.low,1500000"), "{csv}");
    assert!(csv.contains(",forbund,AB,society_value.payback_months_shortest,5.5"), "{csv}");
    let old = place.run("simulate s.toml --format json").stdout;
    let new = Place::changed(&baseline.replace("high = 400_000", "high = 400_001"), MERGED);
    let new = new.run("simulate s.toml --format json").stdout;
    let run = Place::with(&[("old.json", &old), ("new.json", &new)]).run("diff old.json new.json");
    assert!(
        run.stdout.contains("society_value") || run.stdout.contains("Värde för samhället"),
        "{}",
        run.stdout
    );
}

#[test]
fn values_that_cannot_be_are_refused_all_at_once() {
    let wrong = "[[value]]\nresultat = \"arbeta\"\nlow = 2\nhigh = 1\n\
        [[value]]\nresultat = \"studier\"\nlow = 1\nhigh = 1\nsource = \"s\"\n\
        [[value]]\nresultat = \"STUDIER\"\nlow = 1\nhigh = 1\nsource = \"s\"\n";
    let run = Place::changed(&format!("{BASELINE}{INSATSER}{wrong}"), MERGED).run("simulate s.toml");
    for code in ["value_unknown", "value_turned", "value_twice", "missing_key"] {
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
    }
    assert!(run.stderr.contains("”arbete”"), "{}", run.stderr);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
}

#[test]
fn hostile_sources_of_values_are_harmless() {
    let hostile = VALUES.replace("Payoff 2020", "\\u001b[2J=1+1|<script>").replace("Egen", "::error::");
    let place = Place::changed(&format!("{BASELINE}{INSATSER}{hostile}"), MERGED);
    let report = place.run("report s.toml -o r.html");
    assert_eq!(report.code, Some(0), "{}", report.stderr);
    let page = place.read("r.html");
    assert!(page.contains("inte förbundens pengar") && !page.contains("=1+1|<script>"), "{page}");
    for command in ["simulate s.toml", "compare s.toml"] {
        for format in ["table", "markdown", "csv", "json"] {
            let full = if ["table", "markdown"].contains(&format) { "--full" } else { "" };
            let answer = place.run(&format!("{command} {full} --format {format}")).answer();
            assert!(!answer.contains('\u{1b}'), "{format}: {answer}");
            assert!(format != "markdown" || !answer.contains("<script>"), "{answer}");
            assert!(!answer.lines().any(|line| line.starts_with('=') || line.starts_with("::")), "{answer}");
        }
    }
}
/// Persons times values, and the cost against them. By hand: 6 × 250 000 are 1 500 000 of 2 500 000, 20.0 months of 12.
#[test]
fn what_results_are_worth_is_explained() {
    let place = Place::changed(&format!("{BASELINE}{INSATSER}{VALUES}"), MERGED);
    let months = "explain s.toml --metric before.forbund.1.society_value.payback_months_longest";
    insta::assert_snapshot!(place.run(months).answer());
    let result = place.run("simulate s.toml --format json").json();
    for figure in ["kostnad", "low", "high", "payback_months_shortest", "payback_months_longest"] {
        for path in ["after.gross.forbund.0", "insats.after.total", "insats.before.total"] {
            let value = &result.pointer(&format!("/{}/society_value/{figure}", path.replace('.', "/")));
            let value = value.expect("a figure");
            let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let explained =
                place.run(&format!("explain s.toml --metric {path}.society_value.{figure} --format json"));
            let text = explained.answer();
            assert!(text.contains(written.trim_end_matches(".0")), "{path}.{figure}: {written} in {text}");
        }
    }
}

/// What a figure of insatser rests on: each insats with its place and source, and what a kommun pays by its key.
#[test]
fn figures_of_insatser_and_payments_are_explained() {
    let insatser = INSATSER.replace(
        "ort = \"Mellerud\"\n",
        "ort = \"Mellerud\"\nnatura = { Mellerud = 10 }\nsource = \"Budget 2016\"\n",
    );
    let payment = "[[payment]]\nkommun = \"Mellerud\"\namount = 300\nsource = \"Avtal\"\n";
    let change = format!("{MERGED}insatser = [{{ name = \"Stegen\", kostnad = 2_000_000 }}]\n");
    let place = Place::changed(&format!("{BASELINE}{insatser}{payment}"), &change);
    insta::assert_snapshot!(place.run("explain s.toml --forbund AB --metric insats_kvar --depth 2").answer());
    insta::assert_snapshot!(
        place
            .run("explain s.toml --kommun Mellerud --metric insats_balance_before --depth 2 --lang en")
            .answer()
    );
    let result = place.run("simulate s.toml --format json").json();
    for (question, value) in [
        ("--metric insats.after.total.kostnad", &result["insats"]["after"]["total"]["kostnad"]),
        (
            "--metric before.forbund.0.kr_per_helarsekvivalent",
            &result["before"]["forbund"][0]["kr_per_helarsekvivalent"],
        ),
        ("--metric before.forbund.1.insats_kvar", &result["before"]["forbund"][1]["insats_kvar"]),
    ] {
        let explained = place.run(&format!("explain s.toml {question} --format json")).json();
        let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let text = explained.to_string();
        assert!(text.contains(&written), "{question}: {written} in {text}");
    }
    // Without them there is nothing to explain.
    assert_eq!(
        Place::changed(BASELINE, MERGED).run("explain s.toml --forbund AB --metric insats_kvar").code,
        Some(2)
    );
}
