//! `finsam report --decision`: the draft of a letter of intent and its time plan say what the tables say, name what they
//! assume, and leave the rest to be filled in.

use super::joining::{text_of_word, xml_of_word};
use super::pages::pin_text;
use super::run::Place;

const TABLE: &str = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n\
    2024,0101,Ada,50000,5000\n2024,0102,Bo,30000,3000\n2024,0103,Ce,20000,2000\n2024,1401,Du,10000,1000\n\
    2024,1402,Ek,40000,4000\n";

const BASELINE: &str = "name = \"Nu\"\nkommuner = \"t.csv\"\n[model]\nappropriation = 20_000_000\n\
    [model.rest_of_country]\nforbund = 1\nkommuner = [\"Ek\"]\n\
    [[forbund]]\nname = \"Ada\"\nkommuner = [\"Ada\"]\nkansli = 500_000\neget_kapital = 100_000\n\
    [[forbund]]\nname = \"Bo\"\nkommuner = [\"Bo\"]\nkansli = 400_000\neget_kapital = 200_000\n\
    [[forbund]]\nname = \"Ce och Du\"\nkommuner = [\"Ce\", \"Du\"]\nkansli = 300_000\neget_kapital = 0\nsate = \"Ce\"\n";

const PATH: &str = "[path]\nfrom = 2026\nto = 2029\n";

/// Two of three förbund become one.
const MERGED: &str = "name = \"Ett\"\nbaseline = \"u.toml\"\n[[change]]\nmerge = [\"Ada\", \"Bo\"]\ninto = \"Adabo\"\n\
    kansli = 700_000\nsate = \"Bo\"\n";

fn place() -> Place {
    Place::with(&[("t.csv", TABLE), ("u.toml", BASELINE), ("ett.toml", MERGED)])
}

/// The draft in a report that was written, from its heading on.
fn draft<'text>(report: &'text str, title: &str) -> &'text str {
    let start = report.find(&format!("## {title}")).expect("a draft");
    &report[start..]
}

/// The cells of the first row of a table below a caption that begins so.
fn row<'text>(text: &'text str, caption: &str, name: &str) -> Vec<&'text str> {
    let (_, table) = text.split_once(&format!("\n### {caption}")).expect("a table");
    let is_row = |line: &&str| line.trim_start_matches(['|', '*', ' ']).starts_with(name);
    let line = table.lines().find(is_row).expect("a row");
    line.split('|').map(|cell| cell.trim().trim_matches('*')).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn without_a_path_the_months_count_from_the_start() {
    let place = place();
    place.run("report ett.toml --decision --short -o r.md").wrote().answer();
    let report = place.read("r.md");
    pin_text("decision", "report ett.toml --decision", draft(&report, "Utkast till avsiktsförklaring"));
}

#[test]
fn with_a_path_every_step_has_its_dates() {
    let place = place();
    place.write("u.toml", &BASELINE.replacen("[model]", &format!("{PATH}[model]"), 1));
    let changes = MERGED.to_owned()
        + "from = \"2027-07\"\nengangskostnad = { 2027 = 150_000, 2028 = 50_000 }\n\
           [[change]]\nshared_kansli = [\"Adabo\", \"Ce och Du\"]\nkansli = 800_000\nsplit_by = \"lika\"\nfrom = 2029\n\
           [[change]]\nelsewhere = -1\nfrom = 2028\n";
    place.write("steg.toml", &changes.replace("\"Ett\"", "\"I steg\""));
    place.run("report steg.toml --decision --short --lang en --unit tkr -o r.md").wrote().answer();
    let report = place.read("r.md");
    pin_text(
        "decision_en",
        "report steg.toml --decision --lang en --unit tkr",
        draft(&report, "Draft of a letter"),
    );
}

/// What is in no förbund that changes signs nothing, and no amount is another than in the tables of the report.
#[test]
fn only_who_is_concerned_decides_and_the_amounts_are_those_of_the_result() {
    let place = place();
    place.run("report ett.toml --decision -o r.md -o r.html -o r.docx").wrote().answer();
    let report = place.read("r.md");
    let draft = draft(&report, "Utkast till avsiktsförklaring");
    assert!(draft.contains("Parter: kommunerna Ada och Bo; Region Stockholm; staten genom"), "{draft}");
    assert!(!draft.contains("Ce") && !draft.contains("Västra Götaland"), "{draft}");
    let result = place.run("simulate ett.toml --format json").json();
    let whole = |value: &serde_json::Value| value.as_i64().expect("an amount");
    let said = |amount: i64| {
        let digits = amount.abs().to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|part| std::str::from_utf8(part).expect("digits"))
            .collect();
        format!("{}{}", if amount < 0 { "−" } else { "" }, groups.join("\u{a0}"))
    };
    let state = |side: &serde_json::Value| {
        let rows = side["forbund"].as_array().expect("rows").iter().filter(|row| row["name"] != "Ce och Du");
        rows.map(|row| whole(&row["state"]["total"])).sum::<i64>()
    };
    let (before, gross, net) =
        (state(&result["before"]), state(&result["after"]["gross"]), state(&result["after"]["net"]));
    // A base grant less, gross.
    assert_eq!(gross - before, -400_000);
    let expected = [before, gross, gross - before, net, net - before].map(said);
    assert_eq!(row(draft, "Parternas bidrag", "Staten")[1..], expected);
    let kommun = &result["kommuner"][0];
    let expected = [
        &kommun["contribution_before"],
        &kommun["contribution_after"]["gross"],
        &kommun["contribution_delta"]["gross"],
        &kommun["contribution_after"]["net"],
        &kommun["contribution_delta"]["net"],
    ];
    assert_eq!(row(draft, "Parternas bidrag", "Ada")[1..], expected.map(|amount| said(whole(amount))));
    // All formats say it.
    let word = text_of_word(&place, "r.docx");
    let page = place.read("r.html");
    for text in [
        "Utkast till avsiktsförklaring: Ett",
        "Utkast till tidsplan: Ett",
        "Adabo består av Ada och Bo. Säte: Bo.",
    ] {
        assert!(word.contains(text) && page.contains(text), "{text}");
    }
    assert!(word.contains(&said(gross)) && page.contains(&said(gross)), "{gross}");
    // Who did not ask for it gets none.
    place.run("report ett.toml -o ingen.md").wrote().answer();
    assert!(!place.read("ingen.md").contains("Utkast"));
}

#[test]
fn of_several_alternatives_the_one_that_is_named_is_decided_on() {
    let place = place();
    place.write("oforandrat.toml", "name = \"Oförändrat\"\nbaseline = \"u.toml\"\n");
    place.write("ett_igen.toml", MERGED);
    for name in ["Ett", "ett"] {
        place.run(&format!("report oforandrat.toml ett.toml --decision {name} -o r.md")).wrote().answer();
        assert!(place.read("r.md").contains("## Utkast till avsiktsförklaring: Ett\n"), "{name}");
    }
    place.run("report ett.toml oforandrat.toml --decision -o n.md").assert_refused("decision_of_which");
    place.run("report ett.toml oforandrat.toml --decision Etta -o n.md").assert_refused("decision_unknown");
    let both = "report ett.toml ett_igen.toml -o n.md --decision";
    place.run(&format!("{both} Ett")).assert_refused("decision_unknown");
    place.run(&format!("{both} ett_igen")).wrote().answer();
    place.run("report ett.toml --decision -o n.xlsx").assert_refused("decision_in_workbook");
    // Beside a document the workbook is written as ever.
    place.run("report ett.toml --decision -o n.xlsx -o n.docx").wrote().answer();
    place.run("report ett.toml -o utan.xlsx").wrote().answer();
    assert_eq!(
        std::fs::read(place.path("n.xlsx")).expect("a file"),
        std::fs::read(place.path("utan.xlsx")).expect("a file")
    );
    // What changes nothing concerns everybody.
    place.run("report oforandrat.toml --decision -o o.md").wrote().answer();
    assert!(place.read("o.md").contains("Parter: kommunerna Ada, Bo, Ce och Du;"));
}

/// Made-up kanslier stay marked in what is signed.
#[test]
fn an_illustrative_kansli_is_called_so() {
    let place = place();
    let mark = "[[assumption]]\nid = \"kansli_illustrative\"\ntext = \"Kanslierna är exempel.\"\n";
    place.write("u.toml", &format!("{BASELINE}{mark}"));
    place.run("report ett.toml --decision -o r.md").wrote().answer();
    let report = place.read("r.md");
    let draft = draft(&report, "Utkast till avsiktsförklaring").replace('\u{a0}', " ");
    assert!(draft.contains("Kanslikostnaden minskar med 200 000 kr (illustrativt), och"), "{draft}");
    assert!(draft.contains("Kanslikostnaderna är illustrativa"), "{draft}");
    place.write("u.toml", &BASELINE.replace("kansli = 500_000\n", ""));
    place.write("ett.toml", &MERGED.replace("kansli = 700_000\n", ""));
    place.run("report ett.toml --decision -o r.md").wrote().answer();
    let report = place.read("r.md");
    let unknown = "Pengarna till insatser är okända, eftersom kostnaden för något kansli saknas.";
    assert!(self::draft(&report, "Utkast till avsiktsförklaring").contains(unknown), "{report}");
}

/// A kommun of which several parts are members decides and signs once.
#[test]
fn a_kommun_with_parts_is_one_party() {
    let place = place();
    place.run("report goteborg_2019 --decision -o r.md").wrote().answer();
    let report = place.read("r.md");
    let draft = draft(&report, "Utkast till avsiktsförklaring");
    assert!(draft.contains("Parter: kommunen Göteborg; Västra Götalandsregionen; staten genom"), "{draft}");
    let (_, signatures) = draft.split_once("### Underskrifter").expect("signatures");
    let (signatures, _) = signatures.split_once("## Utkast").expect("a plan");
    assert_eq!(signatures.matches("| Göteborg").count(), 1, "{signatures}");
    assert!(draft.contains("består av Göteborg Centrum, Göteborg Hisingen"), "{draft}");
}

/// Who is against it in the file is said where the parties read what they are to sign.
#[test]
fn the_letter_says_who_rejects_the_alternative() {
    let place = place();
    let reject = ["party = \"Bo\"", "forbund = \"Ada\"", "party = \"AF\""]
        .map(|who| format!("[[position]]\n{who}\nreject = [\"ett\"]\n"));
    place.write("u.toml", &(BASELINE.to_owned() + &reject.concat()));
    place.run("report ett.toml --decision -o r.md").wrote().answer();
    let report = place.read("r.md");
    let draft = draft(&report, "Utkast till avsiktsförklaring");
    let sentence = "Parter som avvisar alternativet enligt utredningens uppgifter: Bo, styrelsen i Ada och \
        Arbetsförmedlingen. Än är alltså inte alla medlemmar överens.";
    assert!(draft.contains(sentence), "{draft}");
    assert!(draft.contains("Förbund som upphör: Ada och Bo."), "{draft}");
}

/// Who only loses a kommun recruits nobody; who gains one, or shares a kansli, does, with dates and without.
#[test]
fn nobody_is_recruited_where_kommuner_only_leave() {
    let place = place();
    let head = "name = \"Ett\"\nbaseline = \"u.toml\"\n[[change]]\n";
    for path in ["", PATH] {
        place.write("u.toml", &BASELINE.replacen("[model]", &format!("{path}[model]"), 1));
        for (change, recruits) in [
            ("leave = [\"Du\"]", false),
            ("dissolve = \"Bo\"", false),
            ("move = [\"Du\"]\noutside = \"Väst\"", false),
            ("move = [\"Du\"]\nto = \"Bo\"", true),
            ("shared_kansli = [\"Ada\", \"Bo\"]\nkansli = 1\nsplit_by = \"lika\"", true),
        ] {
            place.write("ett.toml", &format!("{head}{change}\n"));
            place.run("report ett.toml --decision -o r.md").wrote().answer();
            let report = place.read("r.md");
            let plan = draft(&report, "Utkast till tidsplan");
            let said = ["Rekrytering", "Överenskommelse om personal"].map(|step| plan.contains(step));
            assert_eq!(said, [recruits, !recruits], "{change}: {plan}");
        }
    }
}

/// Nothing in a text for politicians is a key of a file.
#[test]
fn the_plan_names_no_keys() {
    let place = place();
    place.write("u.toml", &BASELINE.replacen("[model]", &format!("{PATH}[model]"), 1));
    for language in ["sv", "en"] {
        place.run(&format!("report ett.toml --decision --lang {language} -o r.md")).wrote().answer();
        let report = place.read("r.md");
        let title = if language == "sv" { "Utkast till tidsplan" } else { "Draft of a time plan" };
        let plan = draft(&report, title);
        assert!(!plan.contains("(from)") && !plan.contains("path"), "{plan}");
    }
}

/// One row for each who signs is high enough for a pen.
#[test]
fn rows_to_sign_are_high_in_word() {
    let place = place();
    place.run("report ett.toml --decision -o r.docx").wrote().answer();
    let document = xml_of_word(&place, "r.docx");
    assert_eq!(document.matches("<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>").count(), 5);
}
