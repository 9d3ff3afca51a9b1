//! What an input costs: no more than its size lets expect, whatever stands in it.
//!
//! Where work grew with the square of the input, or doubled with every line, a size that the old way would not have
//! come through in a day shows it. Where memory grew beyond bounds, the program gets no more than it may have.

use std::fmt::Write;

use super::run::{Place, Run};

/// What is said of a förbund that splits and merges again.
const UNDONE: &[&str] = &["split_undone", "merger_undone"];

/// A förbund that splits and merges again, so often.
fn splits_and_merges(rounds: usize) -> Place {
    let round = r#"
[[change]]
split = "Trollhättan"
into = [{ name = "a", kommuner = ["Trollhättan", "Lilla Edet"] }, { name = "b", kommuner = ["Grästorp"] }]
[[change]]
merge = ["a", "b"]
into = "Trollhättan"
"#;
    let baseline = "builtin:data/integratia_2017/utgangslage.toml";
    let scenario = format!("name = \"Fram och åter\"\nbaseline = \"{baseline}\"\n{}", round.repeat(rounds));
    Place::with(&[("s.toml", &scenario)])
}

#[test]
fn a_forbund_that_splits_and_merges_many_times_keeps_one_history() {
    let assumptions = |rounds: usize| {
        let result = splits_and_merges(rounds).run("simulate s.toml --format json").warned(UNDONE).json();
        result["assumptions"].as_array().expect("a list").len()
    };
    assert_eq!(assumptions(1), assumptions(60));
}

#[test]
fn every_page_of_such_a_forbund_can_be_made() {
    let place = splits_and_merges(60);
    let once = splits_and_merges(1).run("explain s.toml --metric delta.gross.kansli").warned(UNDONE).answer();
    assert_eq!(place.run("explain s.toml --metric delta.gross.kansli").warned(UNDONE).answer(), once);
    let tree = place.run("explain s.toml --metric delta.gross.kansli --format json").warned(UNDONE).answer();
    // Every round adds the same few figures.
    assert!(tree.len() < 60 * 20_000, "{}", tree.len());
    place.run("report s.toml -o r.html -o r.xlsx -o r.md").wrote().warned(UNDONE).answer();
}

#[test]
fn a_history_deeper_than_any_stack_is_followed_to_its_end() {
    let place = splits_and_merges(5_000);
    for command in ["simulate", "explain", "check", "data validate"] {
        place.run(&format!("{command} s.toml")).warned(UNDONE).answer();
    }
    place.run("explain s.toml --metric delta.gross.kansli --format json").warned(UNDONE).json();
}

/// What stands above a table of kommuner.
const HEADER: &str = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt";

/// A table, a baseline of one förbund of its first kommun, and a scenario that leaves it as it is.
fn with_table(table: &str) -> Place {
    let forbund = "[[forbund]]\nname = \"A\"\nkommuner = [\"0001\"]\nbudget = 9_000_000\n";
    let baseline = format!("name = \"B\"\nkommuner = \"t.csv\"\n{forbund}");
    let scenario = "name = \"S\"\nbaseline = \"b.toml\"\n";
    Place::with(&[("t.csv", table), ("b.toml", &baseline), ("s.toml", scenario)])
}

/// A scenario of four förbund with a kommun each, and these lines in it.
fn with_scenario(lines: &str) -> Place {
    let codes = ["0001", "0002", "0003", "0004"];
    let rows: String = codes.map(|code| format!("{code},K{code},1000,100\n")).concat();
    let forbund = |code: &&str| {
        format!("[[forbund]]\nname = \"F{code}\"\nkommuner = [\"{code}\"]\nbudget = 9_000_000\nkansli = 1\n")
    };
    let forbund: String = codes.iter().map(forbund).collect();
    Place::with(&[
        ("t.csv", &format!("{HEADER}\n{rows}")),
        ("b.toml", &format!("name = \"B\"\nkommuner = \"t.csv\"\n{forbund}")),
        ("s.toml", &format!("name = \"S\"\nbaseline = \"b.toml\"\n{lines}")),
    ])
}

/// The program with so many MiB of memory: what needs more ends in an abort.
#[cfg(target_os = "linux")]
fn within(place: &Place, mib: usize, arguments: &str) -> Run {
    let script = format!("ulimit -v {}; exec \"$0\" {arguments}", mib * 1024);
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_finsam")]).current_dir(place.path("")).env_clear();
    super::run::finish(command.stdin(std::process::Stdio::null()))
}

#[cfg(not(target_os = "linux"))]
fn within(place: &Place, _: usize, arguments: &str) -> Run {
    place.run(arguments)
}

/// Every command that reads a table.
const OF_TABLE: [&str; 7] = [
    "simulate s.toml",
    "data show t.csv",
    "data show b.toml",
    "data kommuner --table t.csv",
    "data validate t.csv",
    "import t.csv -o o.csv",
    "init q --table t.csv --kommuner 0001",
];

#[test]
fn a_table_of_nothing_but_delimiters_is_refused_before_it_takes_memory() {
    for delimiter in [",", ";", "\t"] {
        let header = HEADER.replace(',', delimiter);
        let wide = format!("{header}{}\n0001{}\n", delimiter.repeat(2_000_000), delimiter.repeat(10));
        let long = format!("{header}\n0001{}\n", delimiter.repeat(2_000_000));
        for table in [wide, long] {
            let place = with_table(&table);
            for command in OF_TABLE {
                within(&place, 200, command).assert_refused("too_many_cells");
            }
        }
    }
}

#[test]
fn a_kommun_table_has_as_many_columns_as_are_read() {
    let table = |further: usize| {
        let headings: String =
            (0..further).fold(String::new(), |headings, column| headings + &format!(",i{column}"));
        format!("{HEADER}{headings}\n0001,A,1000,100{}\n", ",1".repeat(further))
    };
    let place = with_table(&table(1_020));
    let shown = place.run("data show t.csv --format csv").answer();
    assert_eq!(shown.lines().next().map(|header| header.matches(",i").count()), Some(1_020));
    let place = with_table(&table(1_021));
    for command in OF_TABLE.into_iter().filter(|command| !command.starts_with("import")) {
        place.run(command).assert_refused("too_many_columns");
    }
    place.write("t.csv", &table(1_025).replace("0001,A", "1487,Vänersborg"));
    place.run("import t.csv --year 2024 -o o.csv").assert_refused("too_many_columns");
}

#[test]
fn a_header_wider_than_a_table_is_refused_before_its_rows_are_read() {
    let header = format!("{HEADER}{}\n", ",".repeat(200_000));
    let place = Place::with(&[("t.csv", &(header + &"1487,Vänersborg,1000,100\n".repeat(200_000)))]);
    place.run("import t.csv --year 2024 -o o.csv").assert_refused("too_many_columns");
}

#[test]
fn sums_above_the_first_kommun_cost_what_their_cells_do() {
    let columns = 100;
    let headings: String = (0..columns).fold(String::new(), |all, column| all + &format!(",i{column}"));
    let sum = format!(",{}\n", ",forbund".repeat(columns + 3));
    let kommun = format!("1487,Vänersborg,1000,100{},kommun\n", ",1".repeat(columns));
    let table = format!("{HEADER}{headings},level\n{}{kommun}", sum.repeat(3_000));
    let place = Place::with(&[("t.csv", &table)]);
    let run = place.run("import t.csv --year 2024 -o o.csv");
    assert!(run.warned(&["kommuner_missing", "digits_lost"]).answer().contains("gång till: 3000."));
}

/// Inhabitants of every range of ages that can be written, as many as its years, but so many of 16–64.
fn by_ranges_of_ages(working: usize) -> Place {
    let mut table = "kommun;ålder;Folkmängd 2021\n".to_owned();
    for first in 0..250 {
        for last in first..250 {
            let people = if (first, last) == (16, 64) { working } else { last - first + 1 };
            writeln!(table, "Vänersborg;{first}-{last} år;{people}").expect("a text takes a line");
        }
    }
    Place::with(&[("t.csv", &table), ("f.csv", "kommun;Försörjningsmått 2021\nVänersborg;10\n")])
}

#[test]
fn ranges_of_ages_are_compared_at_the_cost_of_what_they_are_taken_for() {
    let import = "import t.csv f.csv -o o.csv";
    by_ranges_of_ages(49).run(import).warned(&["kommuner_missing", "digits_lost"]).answer();
    by_ranges_of_ages(50).run(import).assert_refused("sum_contradicts");
}

#[test]
fn figures_are_counted_for_each_year() {
    let headings = (0..1_000).fold(String::new(), |all, column| all + &format!(",i{column}"));
    let row = |year: usize, code: usize| {
        format!("{year},{:04},K{code},1000,100{}\n", 1_000 + code, ",1".repeat(1_000))
    };
    let years = [(2_020, 150), (2_021, 200)].into_iter();
    let rows: String = years.flat_map(|(year, rows)| (0..rows).map(move |code| row(year, code))).collect();
    let place = with_table(&format!("ar,{HEADER}{headings}\n{rows}"));
    place.run("data validate t.csv").warned(&["own_kommun"]).answer();
    place.write("t.csv", &format!("ar,{HEADER}{headings}\n{rows}{}", row(2_021, 200)));
    place.run("data validate t.csv").assert_refused("too_many_figures");
}

#[test]
fn of_many_wrong_rows_a_hundred_are_reported_and_all_are_counted() {
    for (row, code) in [("0001,A,1000,100", "kommunkod_twice"), ("0001,A,x,y", "cell_not_a_number")] {
        let place = with_table(&format!("{HEADER}\n{}", format!("{row}\n").repeat(30_001)));
        for command in ["simulate s.toml", "data show t.csv", "data validate t.csv"] {
            let run = place.run(command);
            run.assert_refused(code);
            assert_eq!(run.stderr.matches("fel[").count(), 100, "{command}");
            // Code and name are both there twice, and both figures may be none.
            let counted = 30_000 * 2 + if code == "kommunkod_twice" { 0 } else { 30_001 * 2 };
            let reported = format!("… och {} till.", counted - 100);
            assert!(run.stderr.trim_end().ends_with(&reported), "{command}: {}", run.stderr);
        }
    }
}

#[test]
fn a_year_of_a_table_costs_what_its_rows_do() {
    let rows: String =
        (1..=9_999).fold(String::new(), |rows, year| rows + &format!("{year:04},0001,A,1000,100\n"));
    let place = with_table(&format!("ar,{HEADER}\n{rows}0001,0001,A,1000,100\n"));
    let run = place.run("data validate t.csv");
    run.assert_refused("kommunkod_twice");
    assert_eq!(run.stderr.matches("fel[").count(), 2, "{}", run.stderr);
}

#[test]
fn no_name_is_longer_than_can_be_read() {
    let (longest, longer) = ("å".repeat(300), "å".repeat(301));
    let tables = [
        format!("{HEADER}\n0001,NAMN,1000,100\n"),
        format!("{HEADER},region\n0001,A,1000,100,NAMN\n"),
        format!("{HEADER},lan\n0001,A,1000,100,NAMN\n"),
        format!("{HEADER},forbund\n0001,A,1000,100,NAMN\n"),
        format!("{HEADER},NAMN\n0001,A,1000,100,5\n"),
    ];
    for table in tables {
        let run = with_table(&table.replace("NAMN", &longest)).run("data show t.csv");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        with_table(&table.replace("NAMN", &longer)).run("data show t.csv").assert_refused("name_too_long");
    }
    for lines in [
        "[[change]]\nmerge = [\"F0001\", \"F0002\"]\ninto = \"NAMN\"\nkansli = 1\n",
        "[[change]]\ncreate = \"NAMN\"\nkommuner = [\"0001\", \"0002\"]\nkansli = 1\n",
        "[[change]]\nmove = [\"0001\"]\noutside = \"NAMN\"\n",
        "[[check]]\nname = \"NAMN\"\nmetric = \"before.total.forbund\"\nequals = 4\n",
        "[[assumption]]\nid = \"NAMN\"\ntext = \"t\"\n",
    ] {
        let run = with_scenario(&lines.replace("NAMN", &longest)).run("simulate s.toml");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        with_scenario(&lines.replace("NAMN", &longer)).run("simulate s.toml").assert_refused("name_too_long");
    }
}

#[test]
fn a_text_of_any_length_is_shown_once_in_lines() {
    for word in ["ord ", "å", "x", "\u{301}"] {
        let text = word.repeat(600_000 / word.len());
        let place = with_scenario("");
        place.write("s.toml", &(place.read("s.toml") + &format!("description = \"e{text}\"\n")));
        let page = within(&place, 300, "simulate s.toml").answer();
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert!(letters(&page).contains(&letters(&text)), "{word}");
        assert!(page.len() < 2 * text.len(), "{word}: {}", page.len());
    }
}

#[test]
fn a_text_that_is_no_toml_takes_no_more_memory_than_one_that_is() {
    for line in ["= ", "= \n", "\"\n", "x\n"] {
        let place = with_scenario(&line.repeat(2_000_000 / line.len()));
        let run = within(&place, 500, "simulate s.toml");
        run.assert_refused("toml_syntax");
        assert!(run.stderr.matches("fel[").count() <= 100, "{line}");
    }
}

#[test]
fn a_text_of_nothing_but_tables_takes_no_more_memory_than_there_is() {
    let many = |table: &str| table.repeat(2_000_000 / table.len());
    let dotted = |table: &str| format!("{table}{} = 1\n", ".a".repeat(50));
    for lines in [
        format!("a = [{}]\n", many("{a=1},")),
        many("[[change]]\n"),
        many("[\n"),
        many(&dotted("[[change]]\na")),
        format!("a{} = 1\n", many(".a")),
    ] {
        within(&with_scenario(&lines), 100, "simulate s.toml").assert_refused("toml_too_many_brackets");
    }
    // As many as are read.
    for table in ["{a=1},", "{a.a=1},", "{a.a.a.a.a.a.a.a=1},"] {
        let lines = format!("a = [{}]\n", table.repeat(199_990 / table.matches(['{', '.']).count()));
        within(&with_scenario(&lines), 500, "simulate s.toml").assert_refused("unknown_key");
    }
}

#[test]
fn what_a_result_rests_on_is_found_out_once_for_all_its_checks() {
    let place = Place::empty();
    let check = |kommun: &str| {
        format!("[[check]]\nkommun = \"{kommun}\"\nmetric = \"contribution_before\"\nmin = 0\n")
    };
    let checks: String = ["Vänersborg", "Mellerud"].map(check).concat().repeat(10_000);
    place.write(
        "s.toml",
        &format!("name = \"S\"\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n{checks}"),
    );
    let all = place.run("check s.toml --format json").json();
    let all = all.as_array().expect("a list");
    let first = &all[0]["derived"];
    assert!(all.len() == 20_000 && all.iter().all(|check| check["derived"] == *first && first.is_boolean()));
}

#[test]
fn unknown_names_and_keys_are_counted_beyond_the_hundred_that_are_reported() {
    let many = |line: &dyn Fn(usize) -> String| (0..5_000).map(line).collect::<String>();
    for (lines, code) in [
        (many(&|i| format!("[[change]]\nmove = [\"okänd {i}\"]\noutside = \"X\"\n")), "unknown_kommun"),
        (many(&|i| format!("[[change]]\nmove = [\"0001\"]\nto = \"okänd {i}\"\n")), "unknown_forbund"),
        (many(&|i| format!("[[check]]\nmetric = \"delta.gross.okänd{i}\"\nequals = 1\n")), "unknown_metric"),
        (
            many(&|i| format!("[[check]]\nforbund = \"okänd {i}\"\nmetric = \"total\"\nmin = 1\n")),
            "unknown_forbund",
        ),
        (
            many(&|i| format!("[[check]]\nregion = \"okänd {i}\"\nmetric = \"contribution\"\nmin = 1\n")),
            "unknown_region",
        ),
        (many(&|i| format!("okänd_{i} = 1\n")).replace("å", "").replace('ä', "a"), "unknown_key"),
    ] {
        let run = with_scenario(&lines).run("simulate s.toml");
        run.assert_refused(code);
        assert_eq!(run.stderr.matches("fel[").count(), 100, "{code}");
        assert!(run.stderr.trim_end().ends_with("… och 4900 till."), "{code}: {}", run.stderr);
    }
}

#[test]
fn every_one_of_many_checks_names_its_line() {
    let checks = "[[check]]\nmetric = \"before.total.forbund\"\nequals = 5\n".repeat(5_000);
    let place = with_scenario(&checks);
    for format in ["table", "json", "github", "junit"] {
        let run = place.run(&format!("check s.toml --format {format}"));
        assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""), "{format}");
    }
    let log: serde_json::Value =
        serde_json::from_str(&place.run("check s.toml --format sarif").stdout).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let line = |result: &serde_json::Value| {
        result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().expect("a line")
    };
    assert_eq!(
        results.iter().map(line).collect::<Vec<_>>(),
        (1..=5_000).map(|check| 2 + 3 * check).collect::<Vec<_>>()
    );
}

#[test]
fn a_workbook_has_no_more_steps_than_a_spreadsheet_program_can_follow() {
    let place = splits_and_merges(800);
    let run = place.run("report s.toml -o r.xlsx");
    assert!(run.code == Some(2) && run.stderr.contains("fel[report_too_large]"), "{}", run.stderr);
    assert_eq!(place.names(), ["s.toml"]);
    splits_and_merges(300).run("report s.toml -o r.xlsx").wrote().warned(UNDONE).answer();
}

#[test]
fn a_report_grows_with_its_scenarios_and_no_faster() {
    let place = with_scenario("");
    let names: Vec<String> = (0..6).map(|number| format!("s{number}.toml")).collect();
    for name in &names {
        let change = format!("[[change]]\nmove = [\"0001\"]\nto = \"F0002\"\nkansli = {}\n", name.len());
        place.write(name, &(place.read("s.toml").replace("\"S\"", &format!("\"{name}\"")) + &change));
    }
    for ending in ["html", "md", "docx", "xlsx"] {
        let size = |count: usize| {
            let report = format!("r.{ending}");
            place.run(&format!("report {} -o {report}", names[..count].join(" "))).wrote().answer();
            std::fs::metadata(place.path(&report)).expect("a report").len()
        };
        let [two, four, six] = [2, 4, 6].map(size);
        // Two more cost no more among many than among few, but for longer numbers and lists.
        assert!(six - four <= (four - two) + (four - two) / 8, "{ending}: {two} {four} {six}");
    }
}

#[test]
fn a_page_or_word_document_has_no_more_alternatives_than_programs_can_open() {
    let place = Place::empty();
    let report =
        |count: usize, outputs: &str| place.run(&format!("report {} {outputs}", "tankespar1 ".repeat(count)));
    let run = report(117, "-o r.html -o r.docx -o r.md");
    assert_eq!(
        (run.code, run.stderr.matches("fel[report_too_large]").count()),
        (Some(2), 2),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("Med 10 kommuner rymmer en sida eller ett Word-dokument 116 alternativ."),
        "{}",
        run.stderr
    );
    assert!(place.names().is_empty());
    report(117, "-o r.md").wrote().answer();
}
