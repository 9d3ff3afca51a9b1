//! `finsam report`: whole files, the same bytes each time, and nothing from a file taken for markup.

use super::pages::pin_text;
use super::run::Place;

#[test]
fn a_page_and_markdown_of_a_worked_example() {
    let place = Place::example("merge_national");
    assert_eq!(place.run("report scenario.toml -o rapport.html -o rapport.md").wrote().answer(), "");
    let page = place.read("rapport.html");
    // The version is that of the program.
    let page = page.replace(env!("CARGO_PKG_VERSION"), "…");
    pin_text("report_html", "report scenario.toml -o rapport.html", &page);
    pin_text("report_markdown", "report scenario.toml -o rapport.md", &place.read("rapport.md"));
    let again = place.run("report scenario.toml -o igen.html").wrote().answer();
    assert_eq!((again.as_str(), place.read("igen.html")), ("", place.read("rapport.html")));
}

#[test]
fn every_scenario_gets_a_page_in_both_languages() {
    let place = Place::empty();
    for language in ["sv", "en"] {
        let alternatives =
            "tankespar1 tankespar2 tankespar3 tankespar4 sammanslagning vanersborg_trollhattan";
        place.run(&format!("report {alternatives} --lang {language} -o {language}.html")).wrote().answer();
        let page = place.read(&format!("{language}.html"));
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{language}\">")));
        assert_eq!((page.matches("<h2 ").count(), page.matches("<svg ").count()), (7, 37));
        // It needs nothing beside itself; patterns are its own.
        let page = page.replace("url(#", "");
        for outside in ["<script", "src=", "@import", "url(", "<link"] {
            assert!(!page.contains(outside), "{outside}");
        }
        // Every picture has a title and a description, and every table headers.
        assert_eq!(page.matches("<title id=").count(), page.matches("<desc id=").count());
        assert_eq!(page.matches("<table>").count(), page.matches("<thead>").count());
    }
    assert!(place.read("en.html").contains("National redistribution"));
    // In the unit asked for, with its footnote.
    place.run("report tankespar1 --unit tkr -o tkr.html").wrote().answer();
    assert!(place.read("tkr.html").contains("Varje cell är avrundad för sig"));
}

#[test]
fn a_workbook_is_written_beside_a_page_and_the_same_each_time() {
    let place = Place::example("merge_national");
    let written = "report scenario.toml -o rapport.xlsx -o rapport.html -o igen.XLSX";
    assert_eq!(place.run(written).wrote().answer(), "");
    let bytes = |name: &str| std::fs::read(place.path(name)).expect("a file that is there");
    assert!(bytes("rapport.xlsx").starts_with(b"PK"));
    assert!(bytes("rapport.xlsx") == bytes("igen.XLSX"), "two files of one report differ");
    place.run("report scenario.toml -o brutto.xlsx --redistribution gross").wrote().answer();
    assert!(bytes("brutto.xlsx").len() < bytes("rapport.xlsx").len());
    // A workbook is in kronor, whatever the unit of the tables.
    place.run("report scenario.toml -o tkr.xlsx --unit tkr").wrote().answer();
    assert!(bytes("tkr.xlsx") == bytes("rapport.xlsx"), "the unit changed the workbook");
}

/// Four förbund of one kommun each in two regions, and alternatives that leave contributions as they are, gross or
/// altogether.
fn contributions_stay() -> Place {
    let table = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n2024,0101,Ada,50000,5000\n\
        2024,0102,Bo,30000,3000\n2024,0103,Ce,20000,2000\n2024,0501,Du,10000,1000\n2024,0105,Ek,40000,4000\n";
    let baseline = "name = \"Nu\"\nkommuner = \"t.csv\"\n[model]\nappropriation = 20_000_000\n\
        [model.rest_of_country]\nforbund = 1\nkommuner = [\"Ek\"]\n";
    let forbund = ["Ada", "Bo", "Ce", "Du"]
        .map(|name| format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{name}\"]\nkansli = 500_000\n"));
    let place = Place::with(&[("t.csv", table), ("u.toml", &format!("{baseline}{}", forbund.concat()))]);
    let shared = "[[change]]\nshared_kansli = [\"Ada\", \"Bo\"]\nkansli = 700_000\nsplit_by = \"lika\"\n";
    for (name, change) in [("Nej", ""), ("Delat", shared), ("Andra", "[[change]]\nelsewhere = 1\n")] {
        let text = format!("name = \"{name}\"\nbaseline = \"u.toml\"\n{change}");
        place.write(&format!("{}.toml", name.to_lowercase()), &text);
    }
    place
}

/// The section of a report in Markdown below a heading, with plain blanks.
fn section(report: &str, heading: &str) -> Option<String> {
    let (_, below) = report.split_once(&format!("\n## {heading}"))?;
    Some(below.split("\n## ").next()?.replace('\u{a0}', " "))
}

#[test]
fn what_each_region_pays_stands_in_every_report() {
    let place = contributions_stay();
    for scenarios in ["nej.toml", "delat.toml", "nej.toml delat.toml"] {
        place.run(&format!("report {scenarios} -o r.md")).wrote().answer();
        let report = place.read("r.md");
        let appendix = section(&report, "Bilaga").expect("an appendix");
        let (_, regions) = appendix
            .split_once("### Regionernas bidrag per år: i dag, och vad varje alternativ ändrar (kr)\n")
            .expect("what regions pay");
        let rows: Vec<&str> = regions.lines().filter(|line| line.starts_with('|')).take(5).collect();
        let cells = |row: usize| rows[row].split('|').map(str::trim).collect::<Vec<_>>();
        assert_eq!(cells(2)[1..4], ["Region Stockholm", "6 600 000", "0"], "{scenarios}");
        assert_eq!(cells(3)[1..4], ["Region Östergötland", "800 000", "0"], "{scenarios}");
        assert_eq!(cells(4)[1..4], ["**Summa**", "**7 400 000**", "**0**"], "{scenarios}");
        // Beside an alternative that leaves them as they are, no party's contributions stand once more.
        let delat = section(&report, "Delat").unwrap_or_default();
        assert!(!delat.contains("bidrag per år"), "{delat}");
    }
}

#[test]
fn an_alternative_that_changes_net_figures_only_has_its_section_where_these_are_shown() {
    let place = contributions_stay();
    let sections_of = |further: &str| {
        place.run(&format!("report andra.toml -o r.md {further}")).wrote().answer();
        section(&place.read("r.md"), "Andra")
    };
    let both = sections_of("").expect("a section");
    assert!(both.contains("### Kommunernas bidrag per år") && both.contains("### Regionernas bidrag per år"));
    assert!(sections_of("--redistribution net").is_some());
    assert_eq!(sections_of("--redistribution gross"), None);
}

#[test]
fn what_was_written_is_reported_on_stderr() {
    let place = Place::example("merge_national");
    let run = place.run("report scenario.toml -o rapport.html -o b.docx -o c.xlsx");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "", "Skrev rapport.html, b.docx och c.xlsx.\n")
    );
    let run = place.run("report scenario.toml -o rapport.md --lang en");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "Wrote rapport.md.\n"));
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let place = Place::example("merge_national");
    let before = place.names();
    for output in ["rapprter/rapport.html", "a/b/rapport.docx"] {
        let run = place.run(&format!("report scenario.toml -o rapport.md -o {output}"));
        run.assert_refused("files_unwritable");
        assert!(run.stderr.contains(output), "{}", run.stderr);
        assert_eq!(place.names(), before);
    }
}

#[test]
fn names_are_never_taken_for_markup() {
    let name = "<img src=x onerror=alert(1)>&\\\"'{{1}}";
    let scenario = format!(
        "name = \"{name}\"\ndescription = \"</title></style><script>alert(1)</script>\"\nbaseline = \"utgangslage.toml\"\n"
    );
    let place = Place::example("merge_national");
    place.write("scenario.toml", &scenario);
    place.run("report scenario.toml --decision -o rapport.html").wrote().answer();
    let page = place.read("rapport.html");
    assert!(!page.contains("<img") && !page.contains("<script"), "{page}");
    assert!(page.contains("&#60;img src=x") && page.contains("&lt;img src=x"), "{page}");
    // That of the page, of each picture, and of each kommun on a map.
    assert_eq!(page.matches("</title>").count(), page.matches("<title").count());
    assert!(page.matches("<title").count() > 1 + page.matches("<svg ").count());
}

#[test]
fn nothing_is_written_if_anything_is_wrong() {
    let place = Place::example("merge_national");
    let before = place.names();
    place.run("report scenario.toml -o rapport.html -o rapport.pdf").assert_refused("report_format");
    place.run("report finns-inte -o rapport.html").assert_refused("file_not_found");
    place.run("report scenario.toml tankespar1 -o rapport.xlsx").assert_refused("different_baselines");
    place
        .run("report scenario.toml -o rapport.html -o kommuner.csv/rapport.md")
        .assert_refused("files_unwritable");
    assert_eq!(place.run("report scenario.toml").code, Some(2));
    place.write("scenario.md", &place.read("scenario.toml"));
    place.run("report scenario.md -o scenario.md").assert_refused("output_is_input");
    place.write("scenario.md", "");
    assert_eq!(place.names().len(), before.len() + 1);
}
