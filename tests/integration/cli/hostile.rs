//! Names that want to be more than names, and files that want to be larger than memory.

use std::fs::File;

use super::run::Place;

/// The name of a förbund and a kommun that breaks every table it is not escaped in.
pub(super) const QUOTED: &str = "Komma, \"citat\" | rör";

const TABLE: &str = r#"kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt
0001,"Komma, ""citat"" | rör",=Län,1000,100
0002,=1+1,Län två,2000,200.5
0003,+plus,Län två,2000,200
0004,-minus,Län två,2000,200
0005,@at,Län två,2000,200
0006,[x](javascript:1)<b>*,Län två,2000,200
"#;

const BASELINE: &str = r#"name = "Bas \u001b[31m"
kommuner = "kommuner.csv"
[model]
appropriation = 300_000_000
[model.rest_of_country]
forbund = 80
befolkning_16_64 = 6_000_000
forsorjningsmatt = 700_000
[[forbund]]
name = "Komma, \"citat\" | rör"
kommuner = ["0001"]
[[forbund]]
name = "=1+1"
kommuner = ["0002", "0003"]
[[forbund]]
name = "-minus"
kommuner = ["0004"]
[[forbund]]
name = "\u001b]0;titel\u0007\u001b[31mRöd\u202e\u009b2J"
kommuner = ["0005", "0006"]
"#;

const SCENARIO: &str = r#"name = "=HYPERLINK(1)"
description = "\u001b[2J\n# Rubrik\r\n<script>"
source = "\u001b[1mkälla"
baseline = "utgangslage.toml"
[[check]]
name = "\u001b[1mrad ett\nrad två"
metric = "delta.gross.state"
equals = 1
"#;

/// A folder full of such names.
pub(super) fn place() -> Place {
    place_with("")
}

/// The same, with a baseline that says more.
pub(super) fn place_with(more: &str) -> Place {
    let baseline = [BASELINE, more].concat();
    Place::with(&[("kommuner.csv", TABLE), ("utgangslage.toml", &baseline), ("scenario.toml", SCENARIO)])
}

/// What no answer may hold but line breaks.
fn is_unsafe(letter: char) -> bool {
    letter.is_control() && !"\r\n".contains(letter) || letter == '\u{202e}'
}

#[test]
fn nothing_in_a_name_reaches_a_page_that_could_steer_a_terminal() {
    let place = place();
    for command in ["simulate", "compare", "check"] {
        for format in ["table", "markdown", "csv"] {
            let run = place.run(&format!("{command} scenario.toml --format {format}"));
            assert_eq!(run.code, Some(i32::from(command == "check")), "{}", run.stderr);
            assert!(!run.stdout.contains(is_unsafe), "{command} {format}:\n{}", run.stdout);
            assert!(!run.stderr.contains(is_unsafe), "{}", run.stderr);
        }
    }
}

#[test]
fn json_writes_an_escape_character_as_six_letters() {
    for command in ["simulate", "compare", "check"] {
        let run = place().run(&format!("{command} scenario.toml --format json"));
        assert!(!run.stdout.contains('\u{1b}') && run.stdout.contains("\\u001b[1m"), "{}", run.stdout);
    }
}

#[test]
fn json_writes_every_control_character_as_an_escape() {
    for command in ["simulate", "compare", "check"] {
        let run = place().run(&format!("{command} scenario.toml --format json"));
        let control = |letter: char| letter.is_control() && letter != '\n';
        assert!(!run.stdout.contains(control), "{command}");
    }
}

#[test]
fn json_keeps_a_name_as_it_was_written() {
    let result = place().run("simulate scenario.toml --format json").json();
    assert_eq!(result["before"]["forbund"][3]["name"], "\u{1b}]0;titel\u{7}\u{1b}[31mRöd\u{202e}\u{9b}2J");
    assert_eq!(result["before"]["forbund"][0]["name"], QUOTED);
}

#[test]
fn markdown_takes_every_name_literally() {
    let page = place().run("simulate scenario.toml --format markdown").answer();
    assert!(page.starts_with("# \\=HYPERLINK(1)\n"), "{page}");
    assert!(page.contains("| Komma, \"citat\" \\| rör "), "{page}");
    assert!(page.contains("\\[x\\](javascript:1)&lt;b&gt;\\*"), "{page}");
    assert!(!page.contains("<script>") && !page.contains("\n# Rubrik"), "{page}");
}

#[test]
fn every_row_of_a_markdown_table_has_as_many_cells_as_its_header() {
    let page = place().run("simulate scenario.toml --format markdown").answer();
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut header = None;
    for line in page.lines() {
        if line.starts_with('|') {
            assert_eq!(cells(line), *header.get_or_insert(cells(line)), "{line}");
        } else {
            header = None;
        }
    }
}

#[test]
fn a_check_stays_on_its_line_whatever_its_name() {
    let run = place().run("check scenario.toml");
    let line = "scenario.toml: ?[1mrad ett rad två (delta.gross.state): väntat 1, blev 0, skillnad −1\n";
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.code), (line, "", Some(1)));
}

/// Whether a build server that reads a log would obey this line of it.
fn is_command(line: &str) -> bool {
    let word = |after: &str| {
        after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric()).starts_with('[')
    };
    line.trim_start().starts_with("::") || line.match_indices("##").any(|(place, _)| word(&line[place + 2..]))
}

#[test]
fn no_name_is_a_command_to_a_build_server() {
    let place = Place::with(&[
        ("kommuner.csv", &TABLE.replace("=1+1", "::warning::å ##[error]å").replace("+plus", "##vso[x]y")),
        ("utgangslage.toml", &BASELINE.replace("=1+1", "::stop-commands::x").replace("-minus", "##[group]y")),
        (
            "scenario.toml",
            &SCENARIO.replace("=HYPERLINK(1)", "::error::##vso[task.x]y").replace("rad ett", "::a"),
        ),
    ]);
    place.run("simulate scenario.toml --format json -o gammal.json");
    place.write("ny.json", &place.read("gammal.json").replace("\"state\": 1", "\"state\": 2"));
    for (command, formats) in [
        ("simulate scenario.toml --criteria", "table markdown csv json"),
        ("compare scenario.toml --criteria", "table markdown csv json"),
        ("simulate scenario.toml --width 40", "table"),
        ("check scenario.toml", "table markdown csv json junit sarif github"),
        ("diff gammal.json ny.json", "table markdown csv json"),
        ("explain scenario.toml", "table json"),
        ("data show utgangslage.toml", "table markdown csv json"),
        ("data kommuner --table kommuner.csv", "table markdown csv json"),
    ] {
        for format in formats.split(' ') {
            let run = place.run(&format!("{command} --format {format}"));
            assert_ne!(run.code, Some(2), "{}", run.stderr);
            let lines = run.stdout.lines().chain(run.stderr.lines()).filter(|line| is_command(line));
            let own = usize::from(format == "github");
            assert_eq!(lines.count(), own, "{command} --format {format}:\n{}", run.stdout);
        }
    }
}

/// That a part is XML: well-formed, and of the characters that XML 1.0 has.
fn assert_xml(name: &str, part: &str) {
    let is_allowed = |letter: char| {
        "\t\n\r".contains(letter) || letter >= ' ' && letter != '\u{fffe}' && letter != '\u{ffff}'
    };
    let refused = part.chars().find(|&letter| !is_allowed(letter));
    assert_eq!(refused, None, "{name}");
    for reference in ["&#x0;", "&#x1;", "&#x1B;", "&#xFFFE;", "&#xFFFF;", "&#0;", "&#1;", "&#27;", "&#65534;"]
    {
        assert!(!part.to_uppercase().contains(&reference.to_uppercase()), "{name}: {reference}");
    }
    let mut reader = quick_xml::Reader::from_str(part);
    while !matches!(reader.read_event().expect(name), quick_xml::events::Event::Eof) {}
}

#[test]
fn every_part_of_every_file_is_xml_whatever_the_names() {
    let forbidden = "\u{fffe}\u{1}\u{ffff}\u{1b}";
    let place = Place::with(&[
        (
            "kommuner.csv",
            &TABLE
                .replace("Län två", &format!("Län{forbidden}"))
                .replace("+plus", &format!("plus{forbidden}"))
                .replacen("forsorjningsmatt\n", &format!("forsorjningsmatt,andel{forbidden}\n"), 1)
                .replace(",100\n", ",100,5\n")
                .replace(",200\n", ",200,6\n")
                .replace(",200.5\n", ",200.5,7\n"),
        ),
        (
            "utgangslage.toml",
            &BASELINE.replace("Bas ", "\\ufffeBas\\u0001 ").replace("=1+1", "\\ufffeett\\uffff"),
        ),
        (
            "scenario.toml",
            &SCENARIO.replace("=HYPERLINK", "\\ufffeB\\u0001").replace("källa", "\\uffff\\u0002"),
        ),
    ]);
    let run = place.run("report scenario.toml --decision -o r.xlsx -o r.docx -o r.html -o r.md");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for file in ["r.xlsx", "r.docx"] {
        let open = File::open(place.path(file)).expect("a report");
        let mut package = zip::ZipArchive::new(open).expect("a package");
        for number in 0..package.len() {
            let mut part = package.by_index(number).expect("a part");
            let name = part.name().expect("a name").into_owned();
            if name.starts_with("word/media/") {
                continue;
            }
            let mut text = String::new();
            std::io::Read::read_to_string(&mut part, &mut text).expect("UTF-8");
            assert_xml(&format!("{file}: {name}"), &text);
        }
    }
    let page = place.read("r.html");
    for (start, _) in page.match_indices("<svg") {
        let end = page[start..].find("</svg>").expect("an end") + "</svg>".len();
        assert_xml("svg", &page[start..start + end]);
    }
    let junit = place.run("check scenario.toml --format junit");
    assert_xml("junit", &junit.stdout);
}

#[test]
fn no_line_of_a_file_is_shown_because_a_scenario_names_it() {
    let secret =
        "root:$6$hemligt:1:0:99999:7:::\nlosenord = hemligt\n[hemligt]\nname = \"hemligt\"\nhemligt åäö\n";
    let scenario = |baseline: &str| format!("name = \"N\"\nbaseline = \"{baseline}\"\n");
    let baseline = |table: &str| {
        format!(
            "name = \"B\"\nkommuner = \"{table}\"\n[[forbund]]\nname = \"A\"\nkommuner = [\"0001\"]\nbudget = 9_000_000\n"
        )
    };
    for name in [
        ".env", "shadow", "secret.toml", "secret.csv", "secret.txt", "secret.TSV", "secret.xlsx",
        "s.kallor.toml",
    ] {
        for (bytes, what) in [(secret.as_bytes().to_vec(), "text"), (b"hemligt \xe5\n".to_vec(), "windows")] {
            let place = Place::with(&[
                ("utgangslage.toml", &baseline(name)),
                ("tabell.toml", &scenario("utgangslage.toml")),
            ]);
            std::fs::write(place.path(name), bytes).expect("a file");
            place.write("bas.toml", &scenario(name));
            place.write("mapp/bas.toml", &scenario(&format!("../{name}")));
            for command in [
                "simulate bas.toml",
                "check mapp/bas.toml",
                "compare tabell.toml",
                "data validate bas.toml tabell.toml",
            ] {
                let run = place.run(command);
                assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{command} {name} {what}");
                assert!(
                    !run.stderr.contains("hemligt") && !run.stderr.contains("losenord"),
                    "{name} {what}:\n{}",
                    run.stderr
                );
            }
        }
    }
}

/// That a file is refused as too large; an endless one would never be, if it were read to the end.
#[track_caller]
fn assert_too_large(place: &Place, arguments: &str) {
    place.run(arguments).assert_refused("file_too_large");
}

#[test]
fn a_table_of_65_mib_is_refused() {
    let place = Place::example("merge_national");
    // A sparse file: no space on the disk.
    let table = File::create(place.path("kommuner.csv")).expect("a table");
    table.set_len(65 * 1024 * 1024).expect("a length");
    assert_too_large(&place, "simulate scenario.toml");
}

#[test]
fn a_scenario_of_2_mib_is_read_and_one_byte_more_is_refused() {
    let place = Place::example("merge_national");
    let scenario = place.read("scenario.toml") + "#";
    let padding = "x".repeat(2 * 1024 * 1024 - scenario.len());
    place.write("scenario.toml", &format!("{scenario}{padding}"));
    place.run("simulate scenario.toml").answer();
    place.write("scenario.toml", &format!("{scenario}{padding}x"));
    assert_too_large(&place, "simulate scenario.toml");
}
