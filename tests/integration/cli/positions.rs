//! What parties want, who blocks what, and what would leave those no worse off than today.

use serde_json::{Value, json};

use super::hostile;
use super::run::Place;

const TABLE: &str = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
    0101,Ale,Region Halland,1000,100\n\
    0102,Habo,Region Värmland,3000,100\n";

const MODEL: &str = "appropriation = 44_000_000\n[model.rest_of_country]\nforbund = 8\nbefolkning_16_64 = 16_000\n\
    forsorjningsmatt = 1_800\n";

/// Two förbund of one kommun each with these keys more, and what is said of the parties.
fn place(model: &str, [a, b]: [&str; 2], positions: &str) -> Place {
    let baseline = format!(
        "name = \"Två\"\nkommuner = \"kommuner.csv\"\n[model]\n{model}\
         [[forbund]]\nname = \"A\"\nkommuner = [\"Ale\"]\n{a}\n[[forbund]]\nname = \"B\"\nkommuner = [\"Habo\"]\n{b}\n\
         {positions}"
    );
    let merged = "name = \"Ett förbund\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n";
    let shared = "name = \"Delat\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nshared_kansli = [\"A\", \"B\"]\n\
         kansli = 1_100_000\nsplit_by = \"lika\"\n";
    let same = "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n";
    let scenarios = [("ett.toml", merged), ("delat.toml", shared), ("samma.toml", same)];
    Place::with(
        &[&[("kommuner.csv", TABLE), ("utgangslage.toml", baseline.as_str())], &scenarios[..]].concat(),
    )
}

fn position(party: &str, more: &str) -> String {
    format!("[[position]]\nparty = \"{party}\"\n{more}\n")
}

/// What a result says of a party.
fn party<'result>(result: &'result Value, name: &str) -> &'result Value {
    let mut parties = result["positions"]["parties"].as_array().expect("parties").iter();
    parties.find(|party| party["party"] == name).expect("the party")
}

/// 40 million above ten base grants: 15 000 kr per unit of försörjningsmått (30 million ÷ 2 000) and 500 kr per inhabitant
/// (10 million ÷ 20 000). A has 0.4 + 1.5 + 0.5 = 2.4 million from the state, B 0.4 + 1.5 + 1.5 = 3.4 million, and their
/// kommuner pay half of that. Merged they have 5.4 million, and the kommuner pay 2.7 million: by inhabitants Habo three
/// quarters, 2 025 000 kr, which is 325 000 kr more than 1.7 million; by försörjningsmått or alike half, 1 350 000 kr. Its
/// region pays as much as it, and the regions' keys come to the same.
#[test]
fn the_keys_that_help_are_found_by_computing_again() {
    let reject = "reject = [\"ett\"]";
    let positions = ["Habo", "Landstinget i Värmland", "Ale"].map(|name| position(name, reject)).concat();
    let place = place(MODEL, ["", ""], &positions);
    let result = place.run("simulate ett --format json").json();
    // Net there are 40.4 million above nine base grants, so AB has 0.4 + 3.03 + 2.02 million and the kommuner pay 2 725 000 kr.
    let remedy = |keys: Value| {
        json!({ "contribution_before": 1_700_000, "contribution_after": 2_025_000, "must_sink": 325_000, "keys": keys,
            "others_carry": 0, "insatser": null,
            "net": { "contribution_before": 1_700_000, "contribution_after": 2_043_750, "must_sink": 343_750,
                "keys": keys, "others_carry": 0, "insatser": null } })
    };
    assert_eq!(party(&result, "Habo")["remedy"], remedy(json!(["forsorjningsmatt", "lika"])));
    assert_eq!(party(&result, "Region Värmland")["remedy"], remedy(json!(["forsorjningsmatt", "lika"])));
    // Ale pays less than today, so it needs no key.
    let of_ale = &party(&result, "Ale")["remedy"];
    assert_eq!((&of_ale["must_sink"], &of_ale["keys"]), (&json!(0), &json!([])));
    assert_eq!(result["positions"]["accepted_by_all"], false);
}

/// Of 1 million A's kommun pays a quarter, 250 000 kr; merged they lose a base grant, twice 400 000 kr, and of 10.2
/// million the kommuner pay 2 550 000 kr: Ale by inhabitants a quarter, 637 500 kr, by the other keys half. None of that
/// is 250 000 kr, so the others would have to carry 387 500 kr. A has 900 kr per inhabitant for insatser and B 3 000;
/// together 10.2 − 1.1 = 9.1 million for 4 000, 2 275 kr: Habo needs 12 million, 2.9 million more than there is.
const BUDGETS: [&str; 2] =
    ["budget = 1_000_000\nkansli = 100_000", "budget = 10_000_000\nkansli = 1_000_000"];

#[test]
fn where_no_key_suffices_the_others_would_carry_it() {
    let positions = ["Ale", "Habo"].map(|name| position(name, "reject = [\"Ett förbund\"]")).concat();
    let place = place("", BUDGETS, &positions);
    let result = place.run("simulate ett --format json").json();
    assert_eq!(
        party(&result, "Ale")["remedy"],
        json!({ "contribution_before": 250_000, "contribution_after": 637_500, "must_sink": 387_500, "keys": [],
            "others_carry": 387_500, "insatser": { "per_inhabitant_before": "900.00", "per_inhabitant_after": "2275.00",
            "must_cost_less": 0, "kansli_after": 1_100_000, "splits": [] }, "net": null })
    );
    assert_eq!(
        party(&result, "Habo")["remedy"]["insatser"],
        json!({ "per_inhabitant_before": "3000.00", "per_inhabitant_after": "2275.00", "must_cost_less": 2_900_000,
            "kansli_after": 1_100_000, "splits": [] })
    );
}

/// Of a shared kansli of 1.1 million A pays half, 550 000 kr, which is 450 000 kr more than its own today; by income one
/// eleventh, as much as today; by inhabitants a quarter, 275 000 kr.
#[test]
fn the_split_that_helps_is_found_by_computing_again() {
    let place = place("", BUDGETS, &position("Ale", "reject = [\"delat\"]"));
    let result = place.run("simulate delat --format json").json();
    assert_eq!(
        party(&result, "Ale")["remedy"]["insatser"],
        json!({ "per_inhabitant_before": "900.00", "per_inhabitant_after": "450.00", "must_cost_less": 450_000,
            "kansli_after": 550_000, "splits": ["budget"] })
    );
}

/// With 1 620 inhabitants of 4 000 B has 0.4 + 1.5 + 0.81 million from the state, and Habo pays half of that, 1 355 000 kr. By a
/// key alike it pays half of 2.7 million after the merger, which is less, but net half of 2.725 million, which is 7 500 kr more:
/// by inhabitants it would pay 40.5 percent of that. B has 5 million of 5.42 for insatser, 3 086.42 kr per inhabitant; AB has
/// 10.08 million gross, 10.18 net, and needs 12 345 680 kr for as much.
#[test]
fn what_helps_net_is_found_too() {
    let reject = position("Habo", "reject = [\"ett\"]");
    let place = place(MODEL, ["kansli = 300_000", "kansli = 420_000"], &reject);
    place.write("kommuner.csv", &TABLE.replace(",1000,", ",2380,").replace(",3000,", ",1620,"));
    let alike = place.read("utgangslage.toml").replace("[model]", "kommun_key = \"lika\"\n[model]");
    place.write("utgangslage.toml", &alike);
    let result = place.run("simulate ett --format json").json();
    let of_kansli = |after: &str, less: i64| {
        json!({ "per_inhabitant_before": "3086.42", "per_inhabitant_after": after, "must_cost_less": less,
            "kansli_after": 720_000, "splits": [] })
    };
    assert_eq!(
        party(&result, "Habo")["remedy"],
        json!({ "contribution_before": 1_355_000, "contribution_after": 1_350_000, "must_sink": 0, "keys": [],
            "others_carry": 0, "insatser": of_kansli("2520.00", 2_265_680),
            "net": { "contribution_before": 1_355_000, "contribution_after": 1_362_500, "must_sink": 7_500,
                "keys": ["befolkning_16_64"], "others_carry": 0, "insatser": of_kansli("2545.00", 2_165_680) } })
    );
    let remedies = |redistribution: &str| {
        let page = place.run(&format!("compare ett --full --redistribution {redistribution}")).answer();
        ["skulle betala, brutto", "skulle betala, netto", "invånare 16–64 år, netto per år"]
            .map(|one| page.contains(one))
    };
    assert_eq!(remedies("gross"), [true, false, false]);
    assert_eq!(remedies("net"), [false, true, true]);
    assert_eq!(remedies("both"), [true, true, true]);
}

/// Ranks count what is better; the equally good have the same. What changes nothing is today. Boards block nothing, nor
/// does anybody who is not a member.
#[test]
fn ranks_and_blocks_are_those_of_the_file() {
    let positions = [
        position("Ale", "ranking = [[\"ett\", \"nulaget\"], \"Delat\"]"),
        position("0102", "ranking = [\"delat.toml\"]\nreject = [\"nuläge\"]"),
        position("B", "reject = [\"ett\", \"delat\"]"),
        position("AF", "reject = [\"delat\"]"),
    ];
    let place = place("", BUDGETS, &positions.concat());
    let results = place.run("compare ett delat samma --format json").json();
    let of = |result: usize, name: &str| {
        let party = party(&results[result], name);
        ["rank", "rejects", "rank_of_today", "rejects_today", "member", "blocks"]
            .map(|key| party[key].clone())
    };
    assert_eq!(json!(of(0, "Ale")), json!([1, false, 1, false, true, false]));
    assert_eq!(json!(of(1, "Ale")), json!([3, false, 1, false, true, false]));
    assert_eq!(json!(of(1, "Habo")), json!([1, false, null, true, true, false]));
    assert_eq!(json!(of(2, "Habo")), json!([null, true, null, true, true, true]));
    assert_eq!(json!(of(0, "B")), json!([null, true, null, false, false, false]));
    assert_eq!(json!(of(1, "Arbetsförmedlingen")), json!([null, true, null, false, true, true]));
    let silent = ["Region Halland", "Region Värmland", "Försäkringskassan"];
    assert!(silent.iter().all(|name| party(&results[0], name)["answered"] == false));
    assert_eq!(party(&results[0], "Arbetsförmedlingen")["remedy"], Value::Null);
}

/// All members of what changes must agree: of B that is dissolved its kommun and its region, which are members of nothing
/// then. Its board is no member.
#[test]
fn who_is_left_without_a_forbund_blocks() {
    let reject = "reject = [\"upplost\"]";
    let positions = ["Habo", "Region Värmland", "B"].map(|name| position(name, reject)).concat();
    let place = place("", BUDGETS, &positions);
    let dissolved = "name = \"Upplöst\"\nbaseline = \"utgangslage.toml\"\n[[change]]\n";
    for (file, change) in [("upplost", "dissolve = \"B\""), ("Upplöst", "leave = [\"Habo\"]")] {
        place.write(&format!("{file}.toml"), &format!("{dissolved}{change}\n"));
        let result = place.run(&format!("simulate {file} --format json")).json();
        let of = |name: &str| ["member", "blocks"].map(|key| party(&result, name)[key].clone());
        assert_eq!(of("Habo"), [json!(false), json!(true)], "{change}");
        assert_eq!(of("Region Värmland"), [json!(false), json!(true)], "{change}");
        assert_eq!(of("B"), [json!(false), json!(false)], "{change}");
        assert_eq!(party(&result, "Habo")["remedy"]["must_sink"], 0);
    }
    let page = place.run("compare upplost --full").answer();
    assert!(page.contains("Upplöst blockeras av Habo och Region Värmland: alla"), "{page}");
}

/// What a party rejects comes last, so it cannot rank it too, by whichever of its names.
#[test]
fn nothing_is_both_ranked_and_rejected() {
    for (ranked, rejected) in
        [("ett", "ETT.toml"), ("ett", "Ett förbund"), ("nuläge", "nulaget"), ("samma", "today")]
    {
        let both = format!("ranking = [\"{ranked}\"]\nreject = [\"{rejected}\"]");
        let place = place("", BUDGETS, &position("Ale", &both));
        place.run("compare ett samma").assert_refused("ranked_and_rejected");
    }
}

/// Habo has answered about something else, Halland about nothing.
#[test]
fn who_has_answered_about_others_alone_stands_in_the_table() {
    let positions = [position("Ale", "ranking = [\"ett\"]"), position("Habo", "reject = [\"tankespar1\"]")];
    let place = place("", BUDGETS, &positions.concat());
    let page = place.run("compare ett delat --full").answer();
    let row = |name: &str| {
        let line = page.lines().find(|line| line.trim_start().starts_with(name)).expect("a row");
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("Habo "), "Habo bara om andra");
    assert_eq!(row("Region Halland "), "Region Halland inget svar");
    assert!(page.contains("Bara om andra: parten har svarat"), "{page}");
    // Of the six parties only Ale has answered about one förbund, and nobody about the shared kansli.
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = "Ingen part avvisar Ett förbund (5 av 6 parter har inte svarat om det). ";
    assert!(page.contains(sentence), "{page}");
}

/// Försäkringskassan wants one förbund, but not in A: it counts for neither. Halland is in A alone, so that what it wants
/// there is a second answer.
#[test]
fn a_party_counts_once_whatever_it_wants_in_each_forbund() {
    let of_fk = [
        position("Ale", "ranking = [\"ett\"]"),
        position("FK", "ranking = [\"ett\"]"),
        position("FK", "forbund = \"A\"\nreject = [\"ett\"]"),
    ];
    let place = place("", BUDGETS, &of_fk.concat());
    let page = place.run("compare ett --full").answer();
    let pairs = page.split("Par för par: ").nth(1).expect("the table");
    let row = pairs.lines().find(|line| line.starts_with("Ett förbund")).expect("a row");
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["Ett", "förbund", "1–0"]);
    assert!(page.contains("blockeras av Försäkringskassan (A): alla"), "{page}");
    let of_region = ["", "forbund = \"A\"\n"];
    let of_region =
        of_region.map(|forbund| position("Region Halland", &format!("{forbund}reject = [\"ett\"]")));
    let twice = self::place("", BUDGETS, &of_region.concat());
    twice.run("compare ett").assert_refused("position_twice");
}

/// Today beats one förbund, which beats a shared kansli, which beats today, each 2–1.
#[test]
fn a_cycle_is_called_one() {
    let positions = [
        position("Ale", "ranking = [\"ett\", \"delat\", \"nulaget\"]"),
        position("Habo", "ranking = [\"delat\", \"nulaget\", \"ett\"]"),
        position("AF", "ranking = [\"nulaget\", \"ett\", \"delat\"]"),
    ];
    let page = place("", BUDGETS, &positions.concat()).run("compare ett delat --full").answer();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = "Det är en cykel: Nuläge vinner mot Ett förbund, Ett förbund vinner mot Delat och Delat vinner mot \
        Nuläge.";
    assert!(page.contains(sentence), "{page}");
}

/// Two prefer one förbund to today and one not; Habo prefers today to what it rejects. What is not compared is named.
#[test]
fn the_tables_of_a_comparison() {
    let positions = [
        position("Ale", "ranking = [\"ett\", \"nulaget\"]\nsource = \"Protokoll\""),
        position("Region Halland", "ranking = [\"ett\"]"),
        position("Habo", "ranking = [[\"nulaget\", \"delat\"], \"tankespar1\"]\nreject = [\"ett\"]"),
        "[[argument]]\nagainst = \"ett\"\ntext = \"Habo betalar mer.\"\nparty = \"Habo\"\nsource = \"Protokoll\"\n".to_owned(),
        "[[argument]]\nfor = \"ett\"\ntext = \"En styrelse.\"\n[[argument]]\nfor = \"nulaget\"\ntext = \"Lugnt.\"\n".to_owned(),
    ];
    let place = place(MODEL, ["", ""], &positions.concat());
    let page = place.run("compare ett --full --width 100").answer();
    let tables = page.split("Vad parterna vill").nth(1).expect("the tables");
    let tables = tables.split("Antaganden").next().expect("what stands before the assumptions");
    insta::assert_snapshot!(format!("Vad parterna vill{tables}"));
    for sentence in [
        "Ett förbund blockeras av Habo: alla medlemmar måste vara överens.",
        "Par för par vinner Ett förbund mot vart och ett av de andra",
    ] {
        assert!(page.contains(sentence), "{page}");
    }
    // On a screen they are only mentioned.
    assert!(!place.run("compare ett").answer().contains("Lugnt."));
}

#[test]
fn without_positions_nothing_is_said_of_parties() {
    let place = place("", BUDGETS, "");
    assert_eq!(place.run("simulate ett --format json").json()["positions"], Value::Null);
    let page = place.run("compare ett --full").answer();
    assert!(!page.contains("blockera") && !page.contains("Part"), "{page}");
}

/// An alternative without changes is today by its own name too.
#[test]
fn what_is_said_of_an_alternative_without_changes_is_said_of_today() {
    let said = "[[argument]]\nfor = \"Som i dag\"\ntext = \"Lugnt.\"\n";
    let positions = [&position("Ale", "ranking = [\"samma\", \"ett\"]"), said].concat();
    let place = place("", BUDGETS, &positions);
    let page = place.run("compare ett samma --full").answer();
    let row = page.lines().find(|line| line.starts_with("  Ale ")).expect("a row");
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["Ale", "1", "2"]);
    assert!(page.contains("\nNuläge\n  För  "), "{page}");
    assert!(!page.contains("som inte är med i jämförelsen"), "{page}");
}

/// A name that some scenario has, in its file or in the name of it, is known wherever that lies; the compared ones are
/// found by either too.
#[test]
fn only_names_that_nothing_has_are_warned_of() {
    let known = "ranking = [\"Ett förbund\", \"delat\", \"Som i dag\", \"Tankespår 1\", \"sammanslagning\", \"NULÄGET\"]";
    let place = place("", BUDGETS, &position("Ale", known));
    assert_eq!(place.run("compare ett").stderr, "");
}

#[test]
fn hostile_texts_of_parties_are_harmless() {
    let said = "\\u001b[31m\\n# Rubrik <script>alert(1)</script> | \\u202e##vso[x]";
    let more = format!(
        "[[position]]\nparty = \"0002\"\nranking = [\"=HYPERLINK(1)\", \"{said}\"]\nsource = \"{said}\"\n\
         [[argument]]\nagainst = \"scenario\"\ntext = \"=cmd|' /C calc'!A0 {said}\"\nparty = \"0005\"\nsource = \"{said}\"\n"
    );
    let place = hostile::place_with(&more);
    for format in ["table", "markdown"] {
        let run = place.run(&format!("compare scenario.toml --full --format {format}"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let is_unsafe = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
        for text in [&run.stdout, &run.stderr] {
            assert!(!text.contains(is_unsafe) && !text.contains("##vso["), "{text}");
        }
        assert!(format == "table" || !run.stdout.contains("<script>") && !run.stdout.contains("\n# Rubrik"));
    }
    assert_eq!(place.run("report scenario.toml -o r.html -o r.docx -o r.xlsx -o r.md").code, Some(0));
    let page = place.read("r.html");
    assert!(page.contains("&#60;script&#62;alert(1)") && !page.contains("<script>alert(1)"), "{page}");
}

/// Ale pays for the first time when it joins B, so no key leaves it at what it pays today; of a kansli that is not shared
/// no split says anything, and what suffices for one may cost another.
#[test]
fn what_would_help_says_nothing_where_nothing_can() {
    let reject = "reject = [\"in\"]";
    let positions = ["Ale", "Habo"].map(|name| position(name, reject)).concat();
    let place = place(MODEL, ["", "kansli = 300_000"], &positions);
    let baseline = place.read("utgangslage.toml");
    let without_a = baseline.replace("[[forbund]]\nname = \"A\"\nkommuner = [\"Ale\"]\n", "");
    assert_ne!(without_a, baseline);
    place.write("utgangslage.toml", &without_a);
    let joined = "name = \"In\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmove = [\"Ale\"]\nto = \"B\"\n";
    place.write("in.toml", joined);
    let page = place.run("compare in --full --unit mnkr --redistribution gross").answer();
    let (_, tables) = page.split_once("Vad den som blockerar skulle betala").expect("the tables");
    let row = |name: &str| -> Vec<&str> {
        tables
            .lines()
            .find(|line| line.trim_start().starts_with(name))
            .expect("a row")
            .split_whitespace()
            .collect()
    };
    assert_eq!(row("Ale")[3..], ["betalar", "inget", "i", "dag"]);
    let (_, of_kansli) = tables.split_once("till insatser per invånare").expect("the table");
    assert!(of_kansli.contains("Kr/inv. i dag") && of_kansli.contains("Kr/inv. efter"), "{of_kansli}");
    let of_habo = of_kansli.lines().find(|line| line.trim_start().starts_with("Habo")).expect("a row");
    assert!(!of_habo.contains("ingen") && !of_habo.contains("behövs"), "{of_habo}");
    assert!(page.contains("Varje part räknas för sig"), "{page}");
}
