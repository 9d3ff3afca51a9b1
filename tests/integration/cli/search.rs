//! Searches as users type them, and their reports.

use super::hostile;
use super::run::Place;

/// A file with plain blanks in its numbers.
fn plain(place: &Place, name: &str) -> String {
    place.read(name).replace('\u{a0}', " ")
}

#[test]
fn the_report_of_a_search_shows_maps_the_front_and_its_tables() {
    let place = Place::empty();
    let outputs = "-o r.html -o r.docx -o r.xlsx -o r.md -o igen.html";
    assert_eq!(place.run(&format!("report jonkoping {outputs}")).wrote().answer(), "");
    let page = place.read("r.html");
    assert!(page == place.read("igen.html"), "two files of one report differ");
    // Today and five maps, and the front for a screen and for a phone.
    assert_eq!(page.matches("<svg ").count(), 8);
    for shown in ["Plats 1", "Plats 5", "1, bäst", ">Nuläge</text>", "mnkr per år", "längsta avstånd"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains("Plats 6<"));
    assert!(page.contains("i dag och i de bästa indelningarna") && !page.contains("varje alternativ"));
    let markdown = plain(&place, "r.md");
    assert!(markdown.contains("121 600 av dem uppfyller villkoren") && markdown.contains("| Nuläge (50) |"));
    // What the data rest on, as under any other answer; what was read, with its hash, for whoever wants to check it.
    for source in [
        "Sökning Jönköpings län: alla indelningar",
        "Invånare 16–64 år och folkmängd: SCB",
        "Lantmäteriets",
        "SHA-256",
    ] {
        assert!(markdown.contains(source), "{source}");
    }
    // What a reader must know not to take rounding, the order of equal ones or a column that does not count for a finding.
    for note in [
        "Plats 2–20 är lika bra, efter pengar till insatser, och det kan finnas fler",
        "De bästa indelningarna, efter pengar till insatser (kr)",
        "Den bästa för varje antal förbund, efter pengar till insatser (kr)",
        "Det som räknas här är pengar till insatser, längsta avstånd och antal kommuner som byter förbund.",
        "några få kronor är i praktiken lika",
        "Sävsjö, Vetlanda, Eksjö, Tranås (var för sig)",
        "Bäst med 2 och 3 förbund: se de bästa indelningarna.",
    ] {
        assert!(markdown.contains(note), "{note}");
    }
    let bytes = |name: &str| std::fs::read(place.path(name)).expect("a file that is there");
    assert!(bytes("r.docx").starts_with(b"PK") && bytes("r.xlsx").starts_with(b"PK"));
}

/// What the search decides itself is refused as typed, be it what a report on scenarios would show anyway.
#[test]
fn the_report_of_a_search_refuses_what_is_typed_of_amounts() {
    let place = Place::empty();
    for side in ["gross", "net", "both"] {
        place
            .run(&format!("report jonkoping --redistribution {side} -o r.md"))
            .assert_refused("option_without_scenario");
    }
}

#[test]
fn the_report_of_a_search_takes_no_name_for_markup() {
    let place = hostile::place();
    let search = "name = \"<script>=1+1|*\\u001b[31m\"\nbaseline = \"utgangslage.toml\"\n[search]\n\
                  contiguous = false\n[rank]\nby = \"total\"\npareto = [\"total\", \"smallest\"]\n";
    std::fs::write(place.path("sok.toml"), search).expect("a folder of our own");
    let report = "report sok.toml -o r.html -o r.docx -o r.xlsx -o r.md";
    assert_eq!(place.run(report).wrote().answer(), "");
    let page = place.read("r.html");
    for markup in ["<script", "<b>", "\u{1b}", "\u{202e}"] {
        assert!(!page.contains(markup), "{markup:?}");
    }
    let markdown = place.read("r.md");
    for markup in ["<script", "<b>", "[x](javascript", "\u{1b}", "\u{202e}"] {
        assert!(!markdown.contains(markup), "{markup:?}");
    }
}

#[test]
fn the_report_of_a_search_says_where_scenarios_stand() {
    let place = Place::empty();
    place.run("report jonkoping jonkoping_oforandrat -o r.md").wrote().answer();
    let markdown = plain(&place, "r.md");
    assert!(markdown.contains("är nummer 50 av 121 600."), "{markdown}");
    assert_eq!(markdown.matches(" av 121 600.").count(), 2, "{markdown}");
}

/// What groupings are ranked by stands in the table, and not only what one asks for most often.
#[test]
fn a_search_by_state_money_shows_it() {
    let place = Place::empty();
    let search = "name = \"S\"\nbaseline = \"builtin:data/jonkoping/utgangslage.toml\"\n[search]\nforbund = { max = 2 }\n";
    std::fs::write(place.path("sok.toml"), format!("{search}[rank]\nby = \"state\"\ntop = 1\n"))
        .expect("a folder of our own");
    let answer = place.run("search sok.toml --format markdown").answer().replace('\u{a0}', " ");
    // The state's half of 23 428 038 kr.
    assert!(answer.contains("Staten, netto") && answer.contains("11 714 019"), "{answer}");
    assert!(answer.contains("De bästa indelningarna, efter statens medel"), "{answer}");
}

/// Of a grouping that the conditions rule out there is nothing to say of what would make it the best.
#[test]
fn what_would_make_today_the_best_is_said_where_it_may_be() {
    let place = Place::empty();
    let answer = |conditions: &str| {
        let search = format!(
            "name = \"S\"\nbaseline = \"builtin:data/jonkoping/utgangslage.toml\"\n[search]\n{conditions}\
             [search.kansli]\nfixed = 900_000\n[rank]\ntop = 1\n"
        );
        std::fs::write(place.path("sok.toml"), search).expect("a folder of our own");
        place.run("search sok.toml --format markdown").answer().replace('\u{a0}', " ")
    };
    let (free, infeasible) = (answer(""), answer("forbund = { max = 2 }\n"));
    assert!(free.contains("Nuläget är bäst om den fasta delen"), "{free}");
    assert!(infeasible.contains("Nuläget uppfyller inte villkoren."), "{infeasible}");
    assert!(infeasible.contains("efter vad ett nytt kansli kostar"), "{infeasible}");
    assert!(!infeasible.contains("den fasta delen av ett nytt kansli än"), "{infeasible}");
}
