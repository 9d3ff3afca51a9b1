//! What a result hinges on and how sure it is: whole answers in every format, pictures that are looked at, and what is
//! left out where there is nothing to show.

use serde_json::Value;

use super::hostile::place as hostile;
use super::run::{Place, Run};
use crate::word::xml::parts;

const MERGED: &str = r#"name = "Ett förbund"
baseline = "builtin:data/integratia_2017/utgangslage.toml"

[[change]]
merge = ["Trollhättan", "Vänersborg/Mellerud", "BÅD-ESÅ"]
into = "Ett förbund"
kansli = 2_400_000

[[uncertain]]
what = "kansli"
forbund = "Ett förbund"
low = 1_700_000
mode = 2_400_000
high = 3_300_000

[[uncertain]]
what = "kansli"
forbund = "Trollhättan"
low = 1_000_000
high = 1_600_000

[[uncertain]]
what = "model.appropriation"
low = 320_000_000
high = 350_000_000

[[uncertain]]
what = "model.rest_of_country.forbund"
values = [75, 78, 80, 82]

[[uncertain]]
what = "forsorjningsmatt"
kommun = "Trollhättan"
relative = 0.049
"#;

const TWO: &str = r#"name = "Två förbund"
baseline = "builtin:data/integratia_2017/utgangslage.toml"

[[change]]
merge = ["Trollhättan", "Vänersborg/Mellerud"]
into = "Trollhättan/Vänersborg"
kansli = 1_500_000
"#;

const UNCHANGED: &str =
    "name = \"Oförändrat\"\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n";

/// Few years, as each draw of them takes the whole model.
const STEPWISE: &str = r#"name = "Stegvis"
baseline = "builtin:data/integratia_2017/utgangslage.toml"

[path]
from = 2024
to = 2026
figures_lag = 5
kansli_index = 0.02

[[change]]
from = "2025-07"
merge = ["Trollhättan", "Vänersborg/Mellerud", "BÅD-ESÅ"]
into = "Ett förbund"
kansli = 1_900_000
engangskostnad = 200_000

[[uncertain]]
what = "kansli"
forbund = "Ett förbund"
low = 1_700_000
mode = 2_400_000
high = 3_300_000

[[uncertain]]
what = "path.kansli_index"
low = 0.01
high = 0.03
"#;

/// A scenario that states no kansli itself.
const AS_TODAY: &str = r#"name = "Som i dag"
baseline = "builtin:data/integratia_2017/utgangslage.toml"

[[change]]
merge = ["Trollhättan", "Vänersborg/Mellerud"]
into = "Trollhättan/Vänersborg"

[[uncertain]]
what = "kansli"
relative = 0.2
"#;

fn place() -> Place {
    Place::with(&[
        ("ett.toml", MERGED),
        ("tva.toml", TWO),
        ("oforandrat.toml", UNCHANGED),
        ("stegvis.toml", STEPWISE),
    ])
}

/// The file that a run wrote, as text.
#[track_caller]
fn page(place: &Place, arguments: &str) -> String {
    let run = place.run(&format!("{arguments} -o svar.html"));
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""));
    place.read("svar.html")
}

fn bytes(place: &Place, arguments: &str, file: &str) -> Vec<u8> {
    let run = place.run(&format!("{arguments} -o {file}"));
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    std::fs::read(place.path(file)).expect("a file")
}

/// The titles of pictures.
fn titles(page: &str) -> Vec<&str> {
    let parts = page.split("<figcaption>").skip(1);
    let inner = parts.filter_map(|rest| rest.split_once("</"));
    inner.filter_map(|(inner, _)| Some(inner.split_once(". ")?.1)).collect()
}

/// The pictures of a page for wide screens, an element a line.
fn wide(page: &str) -> Vec<String> {
    let pictures = page.split("<div class=\"wide\">").skip(1);
    let svg = pictures.filter_map(|rest| rest.split_once("</div>"));
    svg.map(|(svg, _)| svg.trim().replace("><", ">\n<")).collect()
}

#[test]
fn the_whole_answer_of_sensitivity() {
    let place = place();
    let answer = |arguments: &str| place.run(&format!("sensitivity ett tva {arguments}")).answer();
    insta::assert_snapshot!("sensitivity_100", answer("--width 100"));
    insta::assert_snapshot!("sensitivity_80", answer("--width 80"));
    insta::assert_snapshot!("sensitivity_en", answer("--width 100 --lang en"));
    insta::assert_snapshot!("sensitivity_markdown", answer("--format markdown"));
    insta::assert_snapshot!("sensitivity_csv", answer("--format csv"));
    insta::assert_snapshot!("sensitivity_json", answer("--format json"));
    let grid = "--grid model.appropriation,kansli:Trollhättan";
    insta::assert_snapshot!("sensitivity_grid", answer(&format!("{grid} --width 100")));
}

#[test]
fn the_whole_answer_of_risk() {
    let place = place();
    let answer = |arguments: &str| place.run(&format!("risk ett tva --draws 2000 {arguments}")).answer();
    insta::assert_snapshot!("risk_100", answer("--width 100"));
    insta::assert_snapshot!("risk_80", answer("--width 80"));
    insta::assert_snapshot!("risk_en", answer("--width 100 --lang en"));
    insta::assert_snapshot!("risk_markdown", answer("--format markdown"));
    let of_one = |format: &str| place.run(&format!("risk ett --draws 2000 --format {format}")).answer();
    insta::assert_snapshot!("risk_csv", of_one("csv"));
    insta::assert_snapshot!("risk_json", of_one("json"));
}

#[test]
fn years_spread_in_plain_characters_too() {
    let answer = place().run("risk stegvis --draws 40 --width 80").answer();
    let (_, years) = answer.split_once("år för år mot nuläget (kr)\n").expect("a table of years");
    insta::assert_snapshot!("risk_years", years.split("\n\n").next().expect("a table"));
}

#[test]
fn the_pictures_are_those_that_were_looked_at() {
    let place = place();
    let of_sensitivity = wide(&page(&place, "sensitivity ett tva"));
    let of_risk = wide(&page(&place, "risk ett tva --draws 2000"));
    let of_years = wide(&page(&place, "risk stegvis --draws 40"));
    assert_eq!([of_sensitivity.len(), of_risk.len(), of_years.len()], [2, 2, 3]);
    insta::assert_snapshot!("tornado", of_sensitivity[0]);
    insta::assert_snapshot!("spread", of_risk[0]);
    insta::assert_snapshot!("matrix", of_risk[1]);
    insta::assert_snapshot!("fan", of_years[2]);
}

#[test]
fn a_page_says_in_words_what_its_pictures_show() {
    let place = place();
    let sensitivity = page(&place, "sensitivity ett tva");
    assert_eq!(
        titles(&sensitivity),
        [
            "Ett förbund: insatser (netto) hänger mest på kansli: Ett förbund",
            "Två förbund: insatser (netto) hänger mest på kansli: Trollhättan",
        ]
    );
    let risk = page(&place, "risk ett tva --draws 2000");
    insta::assert_snapshot!(
        titles(&risk).join("\n"),
        @r"
    Två förbund ger mer än i dag i 69 % av utfallen (insatser, netto)
    Två förbund lämnar mer än Ett förbund i 96 % av utfallen
    "
    );
    let english = page(&place, "risk ett tva --draws 2000 --lang en");
    insta::assert_snapshot!(
        titles(&english).join("\n"),
        @r"
    Två förbund gives more than today in 69% of the outcomes (insatser, net)
    Två förbund leaves more than Ett förbund in 96% of the outcomes
    "
    );
    let years = page(&place, "risk stegvis --draws 40");
    let [spread, matrix, fan] = titles(&years)[..] else { panic!("three pictures") };
    // What is of the last year of the path says so.
    assert!(spread.ends_with("(insatser, netto, 2026)") && matrix.ends_with("av utfallen 2026"), "{spread}");
    assert_eq!(fan, "Stegvis: hur säkra åren 2024–2026 är (insatser, netto)");
    assert!(years.contains("Insatser, netto, 2026: utfallen mot nuläget"));
    let of_last_year = page(&place, "sensitivity stegvis");
    assert_eq!(titles(&of_last_year), ["Stegvis: insatser (netto, 2026) hänger mest på kansli: Ett förbund"]);
    assert!(of_last_year.contains("Stegvis: insatser (netto, 2026) ändras med "));
    // Once for screens that are wide and once for narrow ones.
    for (page, pictures) in [(&sensitivity, 2), (&risk, 2), (&years, 3)] {
        assert_eq!((page.matches("<svg").count(), page.matches("<figure").count()), (2 * pictures, pictures));
        assert!(!page.contains("==|"), "no bars of plain characters beside pictures");
    }
}

#[test]
fn documents_and_workbooks_have_the_pictures_and_are_the_same_twice() {
    let place = place();
    for (arguments, pictures) in [("sensitivity ett tva", 2), ("risk stegvis --draws 40", 3)] {
        for ending in ["html", "docx", "xlsx"] {
            let once = bytes(&place, arguments, &format!("a.{ending}"));
            assert_eq!(once, bytes(&place, arguments, &format!("b.{ending}")), "{arguments} {ending}");
        }
        let document = parts(&std::fs::read(place.path("a.docx")).expect("a document"));
        let drawn = document["word/document.xml"].matches("<wp:inline").count();
        assert_eq!(drawn, pictures, "{arguments}");
        let workbook = parts(&std::fs::read(place.path("a.xlsx")).expect("a workbook"));
        let charts = workbook.keys().filter(|name| name.starts_with("xl/charts/chart")).count();
        // The matrix is shaded cells.
        let is_risk = arguments.starts_with("risk");
        let shaded = workbook.values().filter(|part| part.contains("<colorScale>")).count();
        assert_eq!((charts, shaded), (pictures - usize::from(is_risk), usize::from(is_risk)), "{arguments}");
        assert!(workbook.values().all(|part| !part.contains("<f>")), "values only");
    }
}

/// The values of the series of a chart in a workbook.
fn values(chart: &str) -> Vec<Vec<String>> {
    let between = |text: &str, start: &str, end: &str| -> Vec<String> {
        let parts = text.split(start).skip(1).filter_map(|rest| rest.split_once(end));
        parts.map(|(inner, _)| inner.to_owned()).collect()
    };
    let series = between(chart, "<c:val>", "</c:val>");
    series.iter().map(|one| between(one, "<c:v>", "</c:v>")).collect()
}

#[test]
fn charts_of_workbooks_have_the_figures_of_the_answer() {
    let place = place();
    let workbook = parts(&bytes(&place, "sensitivity ett tva", "s.xlsx"));
    let json = place.run("sensitivity ett tva --format json").json();
    let scenario = &json["scenarios"][0];
    let kronor = |of: &Value| -> i64 { of.as_str().expect("a text").parse().expect("kronor") };
    let value = kronor(&scenario["value"]);
    let of_end = |end: &str| -> Vec<String> {
        let rows = scenario["rows"].as_array().expect("rows").iter();
        let moved = rows.filter(|row| row["at_low"] != row["at_high"]);
        moved.map(|row| (kronor(&row[end]) - value).to_string()).collect()
    };
    let drawn = values(&workbook["xl/charts/chart1.xml"]);
    assert_eq!(drawn, [of_end("at_low"), of_end("at_high")]);

    let workbook = parts(&bytes(&place, "risk stegvis --draws 40", "r.xlsx"));
    let json = place.run("risk stegvis --draws 40 --format json").json();
    let metrics = json["scenarios"][0]["metrics"].as_array().expect("metrics");
    let quantile = |path: &str, quantile: &str| {
        let metric = metrics.iter().find(|metric| metric["metric"] == path).expect("a metric");
        metric["quantiles"][quantile].to_string()
    };
    let ranked = "delta.net.insatser";
    let spread = values(&workbook["xl/charts/chart1.xml"]);
    assert_eq!(spread, ["0.95", "0.05", "0.5"].map(|at| vec![quantile(ranked, at)]));
    let of_years = |at: &str| -> Vec<String> {
        (0..3).map(|year| quantile(&format!("path.years.{year}.{ranked}"), at)).collect()
    };
    let fan = values(&workbook["xl/charts/chart2.xml"]);
    assert_eq!(fan, ["0.05", "0.25", "0.5", "0.75", "0.95"].map(of_years));
}

#[test]
fn what_is_not_a_document_is_refused_as_before() {
    let place = place();
    let refused = |arguments: &str| -> Run {
        let run = place.run(arguments);
        assert!(!place.path("svar.html").exists());
        run
    };
    refused("sensitivity ett --format json -o svar.html").assert_refused("output_not_text");
    refused("risk ett --format markdown -o svar.html").assert_refused("output_not_text");
    refused("risk ett --shard 1/2 -o svar.html").assert_refused("output_not_text");
    refused("simulate ett -o svar.html").assert_refused("output_not_text");
    assert!(place.run("sensitivity ett --width 80 -o svar.txt").answer().is_empty());
    assert!(place.read("svar.txt").starts_with("Ett förbund: insatser (netto)"));
}

#[test]
fn only_changes_have_signs() {
    let answer = place().run("sensitivity ett --metric after.net.total.state --width 100").answer();
    let caption = answer.lines().next().expect("a caption");
    assert!(
        caption.starts_with("Ett förbund: after.net.total.state är ") && !caption.contains('+'),
        "{caption}"
    );
    assert!(!answer.contains('+'), "{answer}");
}

#[test]
fn merged_shards_give_the_page_and_the_workbook_of_the_single_run() {
    let place = place();
    for number in 1..=2 {
        let run = place.run(&format!("risk stegvis --draws 40 --shard {number}/2 -o del{number}.json"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    }
    for ending in ["html", "xlsx", "docx"] {
        let single = bytes(&place, "risk stegvis --draws 40", &format!("en.{ending}"));
        let merged = bytes(&place, "risk --merge del2.json del1.json", &format!("delar.{ending}"));
        assert!(single == merged, "{ending}");
    }
}

#[test]
fn where_nothing_differs_a_sentence_says_so() {
    let place = place();
    let certain = format!(
        "{UNCHANGED}[[uncertain]]\nwhat = \"model.appropriation\"\nlow = 320_000_000\nhigh = 350_000_000\n"
    );
    place.write("saker.toml", &certain);
    let sensitivity = page(&place, "sensitivity saker");
    assert!(!sensitivity.contains("<svg") && !sensitivity.contains("<table"));
    let said =
        "Oförändrat: insatser (netto) ändras med 0\u{a0}kr, vilket av talen som än ändras inom sina gränser.";
    assert!(sensitivity.contains(said), "{sensitivity}");
    assert!(place.run("sensitivity saker").answer().starts_with(said));
    let risk = page(&place, "risk saker --draws 1000");
    assert!(!risk.contains("<svg"));
    assert!(risk.contains("Oförändrat ger lika mycket som i dag i alla utfall (insatser, netto)."));
    // Beside one that changes something it is drawn, but no title is about it.
    let beside = page(&place, "risk ett oforandrat --draws 1000");
    let titles = titles(&beside);
    assert!(titles[0].starts_with("Ett förbund ger mer än i dag i "), "{titles:?}");
    assert_eq!(titles.len(), 2);
}

#[test]
fn what_does_not_vary_is_drawn_as_one_figure() {
    let place = place();
    let text = TWO.to_owned() + "[[uncertain]]\nwhat = \"model.appropriation\"\nvalues = [339_000_000]\n";
    place.write("saker.toml", &text);
    let risk = page(&place, "risk saker --draws 1000");
    let titles = titles(&risk);
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles[0].contains("i 0\u{a0}% av utfallen") || titles[0].contains("i 100\u{a0}% av utfallen"));
    let answer = place.run("risk saker --draws 1000").answer();
    assert!(!answer.contains("--") && answer.contains('|'), "{answer}");
    // Nothing moves it either.
    assert!(!page(&place, "sensitivity saker").contains("<svg"));
}

#[test]
fn where_a_kansli_is_not_known_income_is_drawn() {
    let place = hostile();
    let change = "name = \"Ett\"\nbaseline = \"utgangslage.toml\"\n[[change]]\nmerge = [\"=1+1\", \"-minus\"]\ninto = \"Ett\"\n\
        [[uncertain]]\nwhat = \"forsorjningsmatt\"\nkommun = \"@at\"\nrelative = 0.1\n\
        [[uncertain]]\nwhat = \"model.base_grant\"\nlow = 300_000\nhigh = 500_000\n";
    place.write("ett.toml", change);
    let risk = page(&place, "risk ett.toml --draws 1000");
    assert!(titles(&risk)[0].ends_with("(intäkter, netto)"), "{:?}", titles(&risk));
    let sensitivity = page(&place, "sensitivity ett.toml");
    assert_eq!(titles(&sensitivity), ["Ett: intäkter (netto) hänger mest på grundtilldelning"]);
}

#[test]
fn hostile_names_are_only_names_in_every_format() {
    let place = hostile();
    let change = "name = '=HYPERLINK(1)<script>alert(1)</script>'\nbaseline = \"utgangslage.toml\"\n\
        [[change]]\nmerge = [\"=1+1\", \"-minus\"]\ninto = \"@SUM(A1)<b>\"\nkansli = 500_000\n\
        [[uncertain]]\nwhat = \"kansli\"\nforbund = \"@SUM(A1)<b>\"\nlow = 400_000\nhigh = 600_000\n\
        [[uncertain]]\nwhat = \"forsorjningsmatt\"\nrelative = 0.1\n";
    place.write("s.toml", change);
    for command in ["sensitivity s.toml", "risk s.toml --draws 1000"] {
        let page = page(&place, command);
        assert!(!page.contains("<script") && !page.contains("<b>"), "{command}");
        assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script"), "{command}");
        let workbook = parts(&bytes(&place, command, "h.xlsx"));
        assert!(
            workbook.values().all(|part| !part.contains("<f>") && !part.contains("<script")),
            "{command}"
        );
        let document = parts(&bytes(&place, command, "h.docx"));
        assert!(document.values().all(|part| !part.contains("<script")), "{command}");
        for format in ["table", "markdown", "csv", "json"] {
            let answer = place.run(&format!("{command} --format {format}")).answer();
            let control =
                |letter: char| letter.is_control() && !"\r\n".contains(letter) || letter == '\u{202e}';
            assert!(!answer.contains(control), "{command} {format}: {answer}");
            let is_formula = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '@']);
            assert!(
                format != "csv" || !answer.lines().any(|line| line.split(',').any(is_formula)),
                "{answer}"
            );
        }
    }
}

#[test]
fn kansli_in_a_scenario_without_its_own_is_every_one_of_today() {
    let place = Place::with(&[("dag.toml", AS_TODAY)]);
    let answer = place.run("sensitivity dag.toml --metric after.net.total.insatser").answer();
    for forbund in ["Trollhättan", "Vänersborg/Mellerud", "BÅD-ESÅ"] {
        assert!(answer.contains(&format!("{forbund} (kr)")), "{answer}");
    }
}
