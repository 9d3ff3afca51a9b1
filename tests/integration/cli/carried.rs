//! What our own files carry with them: the mark of derived figures and their sources survive every way through a
//! spreadsheet, and our own sums are never counted as kommuner.

use std::fs;

use super::run::{Place, Run, finish};

/// Imports on a day that stands still.
fn import(place: &Place, arguments: &str) -> Run {
    let mut command = place.command(&format!("import {arguments}"));
    finish(command.env("SOURCE_DATE_EPOCH", "1795305600"))
}

/// The kommuner of Jönköpings län as `data show` writes them.
fn shown(place: &Place, dialect: &str) -> String {
    place.run(&format!("data show --lan Jönköping --format csv {dialect} -o visad.csv")).answer();
    place.read("visad.csv")
}

/// The table with today's förbund typed in.
fn with_forbund(table: &str) -> String {
    let delimiter = if table.starts_with("level,") { "," } else { ";" };
    let rows = table.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(delimiter).collect();
        // Only the sources, which stand last, hold delimiters.
        match cells[2] {
            "Värnamo" | "Gnosjö" | "Gislaved" => cells[3] = "Finnveden",
            "Eksjö" | "Nässjö" | "Aneby" | "Sävsjö" | "Vetlanda" | "Tranås" => cells[3] = "Höglandet",
            _ => {}
        }
        cells.join(delimiter)
    });
    rows.collect::<Vec<_>>().join("\r\n")
}

/// As Swedish Excel saves a table that it opened: no leading zeros.
fn without_zeros(table: &str) -> String {
    table.replace("kommun;06", "kommun;6").replace("kommun,06", "kommun,6")
}

fn windows_1252(text: &str) -> Vec<u8> {
    let letter = |letter: char| match letter {
        '\u{feff}' => None,
        '–' => Some(0x96),
        letter => Some(u8::try_from(u32::from(letter)).expect("a letter of Latin-1")),
    };
    text.chars().filter_map(letter).collect()
}

/// The table as it comes out of a text editor and out of Excel.
fn edited(place: &Place) -> Vec<(&'static str, Vec<u8>)> {
    let plain = with_forbund(&shown(place, ""));
    let excel = with_forbund(&shown(place, "--csv-dialect excel"));
    vec![
        ("as shown", plain.clone().into_bytes()),
        ("semicolons", excel.clone().into_bytes()),
        ("zeros lost", without_zeros(&excel).into_bytes()),
        ("Windows-1252", windows_1252(&without_zeros(&excel))),
    ]
}

/// The table after what people do with one in a spreadsheet: rows sorted the other way, which brings the sum above the
/// kommuner; words in capitals; the mark taken away, but not the source.
fn handled(place: &Place) -> Vec<(&'static str, String)> {
    let table = with_forbund(&shown(place, "--csv-dialect excel"));
    let (header, rows) = table.split_once("\r\n").expect("a header");
    let turned: Vec<&str> = std::iter::once(header).chain(rows.lines().rev()).collect();
    let capitals = rows.replace("kommun;", "Kommun;").replace("total;", "TOTAL;");
    let unmarked = header.replace("forsorjningsmatt_harlett", "kvar_att_hamta");
    vec![
        ("turned", turned.join("\r\n")),
        ("capitals", format!("{header}\r\n{capitals}")),
        ("unmarked", format!("{unmarked}\r\n{rows}")),
    ]
}

#[test]
fn what_people_do_with_a_table_in_a_spreadsheet_takes_no_mark_and_makes_no_kommun_of_a_sum() {
    for (how, table) in handled(&Place::empty()) {
        let place = Place::with(&[("egen.csv", &table)]);
        let run = import(&place, "egen.csv -o kommuner.csv");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{how}: {}", run.stdout);
        assert!(run.stdout.contains("kommuner.csv: 13 kommuner, 2021."), "{how}: {}", run.stdout);
        assert!(run.stdout.contains("finsams egna summor, som inte räknas en gång till: 1."), "{how}");
        assert!(place.read("kommuner.kallor.toml").contains("derived = true"), "{how}");
        let answer = place.run("init ny --table egen.csv").answer();
        assert!(
            answer.contains("Härlett i tabellen, inte publicerad statistik: försörjningsmåttet."),
            "{how}: {answer}"
        );
        assert!(answer.contains("En rad i egen.csv är finsams egen summa"), "{how}: {answer}");
    }
}

const DERIVED: &str = "SCB:s helårsekvivalenter för hela riket (20–64 år, sex delar) fördelade på kommunerna";

#[test]
fn a_table_that_was_shown_and_edited_is_imported_with_mark_and_sources() {
    for (how, bytes) in edited(&Place::empty()) {
        let place = Place::empty();
        fs::write(place.path("egen.csv"), bytes).expect("a file");
        let run = import(&place, "egen.csv -o kommuner.csv");
        assert_eq!(run.code, Some(0), "{how}: {}", run.stderr);
        let codes: Vec<&str> =
            run.stderr.lines().filter_map(|line| line.strip_prefix("varning[")?.split(']').next()).collect();
        let guessed = ["encoding_guessed"];
        assert_eq!(codes, if how == "Windows-1252" { &guessed[..] } else { &[] }, "{how}");
        assert!(run.stdout.contains("kommuner.csv: 13 kommuner, 2021."), "{how}: {}", run.stdout);
        assert!(
            run.stdout.contains("finsams egna summor, som inte räknas en gång till: 1."),
            "{}",
            run.stdout
        );
        assert!(
            run.stdout.contains("Härlett, inte publicerad statistik: forsorjningsmatt."),
            "{}",
            run.stdout
        );
        assert!(run.stdout.contains("finsam init --table kommuner.csv, eller"), "{}", run.stdout);
        let side_file = place.read("kommuner.kallor.toml");
        assert!(side_file.contains(&format!("title = \"{DERIVED}")), "{how}: {side_file}");
        assert!(side_file.contains("title_en = \"SCB's national full-year"), "{how}: {side_file}");
        assert_eq!(side_file.matches("derived = true").count(), 1, "{side_file}");
        assert!(side_file.contains("title = \"SCB, folkmängd 31 december"), "{side_file}");
        let table = place.read("kommuner.csv");
        assert!(
            table.starts_with(
                "ar,kommunkod,kommun,lan,forbund,befolkning_16_64,forsorjningsmatt,forsorjningsmatt_harlett,\
                 forsorjningsmatt_kalla,folkmangd\n\
                 2021,0604,Aneby,Jönköpings län,Höglandet,3929,535,1,\"SCB:s"
            ),
            "{how}: {table}"
        );
        assert_eq!(table.lines().count(), 14);
    }
}

#[test]
fn a_table_that_was_shown_and_edited_starts_an_inquiry() {
    for (how, bytes) in edited(&Place::empty()) {
        let place = Place::empty();
        fs::write(place.path("egen.csv"), bytes).expect("a file");
        let run = place.run("init --table egen.csv");
        assert_eq!(run.code, Some(0), "{how}: {}", run.stderr);
        assert_eq!(run.stderr.contains("varning[encoding_guessed]"), how == "Windows-1252", "{}", run.stderr);
        assert!(run.stdout.contains("En rad i egen.csv är finsams egen summa"), "{how}: {}", run.stdout);
        let zeros = run.stdout.contains("tagit nollan ifrån (604 är 0604): 13.");
        assert_eq!(zeros, ["zeros lost", "Windows-1252"].contains(&how), "{how}: {}", run.stdout);
        assert!(
            run.stdout.contains("Härlett i tabellen, inte publicerad statistik: försörjningsmåttet."),
            "{how}: {}",
            run.stdout
        );
        let baseline = place.read("utgangslage.toml");
        assert!(
            baseline.contains("name = \"Finnveden\"") && baseline.contains("name = \"Höglandet\""),
            "{baseline}"
        );
        // What the table carries stands below every result.
        let result = place.run("simulate sammanslagning --redistribution gross --full");
        assert_eq!(result.code, Some(0), "{how}: {}", result.stderr);
        let text = result.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains(&format!("försörjningsmåttet är inte publicerad statistik ({DERIVED}")),
            "{how}: {text}"
        );
        assert!(text.contains("folkmängd: SCB, folkmängd 31 december"), "{how}: {text}");
        let english = place.run("simulate sammanslagning --redistribution gross --full --lang en").stdout;
        assert!(english.contains("SCB's national full-year equivalents"), "{english}");
        let json = finish(&mut place.command("simulate sammanslagning --format json"));
        assert!(json.stdout.contains("\"derived\": true"), "{}", json.stdout);
    }
}

#[test]
fn an_imported_table_saved_under_another_name_stays_derived() {
    let place = Place::empty();
    shown(&place, "");
    import(&place, "visad.csv -o kommuner.csv");
    // Its side file stays behind.
    place.write("ny/egen.csv", &place.read("kommuner.csv"));
    let run = place.run("data show ny/egen.csv");
    assert!(run.stdout.contains("Förs.mått*"), "{}", run.stdout);
    let again = import(&place, "ny/egen.csv -o igen.csv");
    assert_eq!(again.code, Some(0), "{}", again.stderr);
    assert!(place.read("igen.kallor.toml").contains("derived = true"));
    assert!(place.read("igen.csv").contains("forsorjningsmatt_harlett"));
}

#[test]
fn imported_again_a_table_keeps_the_file_that_its_figures_came_from() {
    let source = "Kommun;Invånare 16-64 år 2024;Försörjningsmått 2024\nHabo;7300;674\nMullsjö;4171;491\n";
    let place = Place::with(&[("fran_kolada.csv", source)]);
    import(&place, "fran_kolada.csv -o ett.csv");
    let first = place.read("ett.kallor.toml");
    let run = import(&place, "ett.csv -o tva.csv");
    assert_eq!(run.stderr.matches("varning[").count(), 1, "{}", run.stderr);
    let second = place.read("tva.kallor.toml");
    // The same but for the name of the table.
    assert_eq!(second.replace("tva.csv", "ett.csv"), first);
    assert!(second.contains("file = \"fran_kolada.csv\""), "{second}");
    // Changed by hand, it says so from then on.
    place.write("ett.csv", &place.read("ett.csv").replace("7300", "7301"));
    let run = import(&place, "ett.csv -o tre.csv");
    assert!(run.stderr.contains("varning[table_changed_since_import]"), "{}", run.stderr);
    let third = place.read("tre.kallor.toml");
    assert!(
        third.contains("(fran_kolada.csv, SHA-256 ") && third.contains("; ändrad i ett.csv efter importen\""),
        "{third}"
    );
    assert!(third.contains("file = \"ett.csv\""), "{third}");
}

#[test]
fn a_derived_column_stays_derived_under_another_name() {
    let place = Place::empty();
    shown(&place, "");
    place.write("kolada.csv", "Kommun;N01711 2021\nHabo;700\nMullsjö;500\n");
    let run = import(
        &place,
        "visad.csv --column egen_skattning=forsorjningsmatt --column forsorjningsmatt=N01711 kolada.csv -o k.csv",
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let side_file = place.read("k.kallor.toml");
    let derived: Vec<&str> =
        side_file.split("[[source]]").filter(|entry| entry.contains("derived = true")).collect();
    assert_eq!(derived.len(), 1, "{side_file}");
    assert!(derived[0].contains("columns = [\"egen_skattning\"]"), "{side_file}");
    assert!(place.read("k.csv").contains(",egen_skattning,egen_skattning_harlett,egen_skattning_kalla"));
}

#[test]
fn the_lan_of_a_table_answers_where_nothing_was_asked() {
    let place = Place::empty();
    shown(&place, "");
    let answer = place.run("init ny --table visad.csv").answer();
    assert!(answer.contains("Indelningen i förbund är ett exempel"), "{answer}");
    let baseline = place.read("ny/utgangslage.toml");
    assert!(baseline.contains("name = \"Jönköpings län\"\n"), "{baseline}");
    assert_eq!(baseline.matches("Habo").count(), 1);
    // The whole country does not say which are meant.
    place.run("init annan").assert_refused("no_kommuner_given");
}

#[test]
fn a_column_of_the_same_name_may_mean_something_else() {
    let table = "level;kommunkod;kommun;befolkning_16_64;forsorjningsmatt;x_harlett;stad_kalla\n\
                 2;0643;Habo;7300;674;1;3\n5;0642;Mullsjö;4171;491;0;4\n";
    let place = Place::with(&[("t.csv", table)]);
    let answer = place.run("data show t.csv").answer();
    for indicator in ["level", "x_harlett", "stad_kalla"] {
        assert!(answer.contains(indicator), "{answer}");
    }
    // A row without a code is reported unless it is a sum of ours.
    place.write("t.csv", &table.replace("5;0642", "forbund;"));
    assert_eq!(place.run("data show t.csv").code, Some(2));
}

#[test]
fn a_mark_without_a_source_is_a_mark() {
    let table = "kommunkod;kommun;befolkning_16_64;Försörjningsmått;Forsorjningsmatt Härlett\n\
                 0643;Habo;7300;674;\n0642;Mullsjö;4171;491;ja\n";
    let place = Place::with(&[("t.csv", table)]);
    let answer = place.run("data show t.csv").answer();
    let text = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Försörjningsmått (härlett): källan är inte angiven"), "{text}");
    let run = import(&place, "t.csv --year 2021 -o k.csv");
    assert!(place.read("k.kallor.toml").contains("derived = true"), "{}", run.stderr);
    // "0" and "nej" are no marks.
    place.write("t.csv", &table.replace(";ja", ";nej"));
    assert!(!place.run("data show t.csv").answer().contains("härlett"));
}

#[test]
fn a_region_of_its_own_name_is_shown_and_carried_as_a_region() {
    let table = "kommunkod;kommun;region;befolkning_16_64;forsorjningsmatt\n\
                 0643;Habo;Region Öst;7300;674\n0642;Mullsjö;Region Jönköpings län;4171;491\n";
    let place = Place::with(&[("egen.csv", table)]);
    place.run("data show --table egen.csv --year 2021 --format csv -o visad.csv").answer();
    let shown = place.read("visad.csv");
    assert!(shown.starts_with("level,kommunkod,kommun,forbund,lan,region,ar,"), "{shown}");
    assert!(shown.contains("\nkommun,0643,Habo,,Jönköpings län,Region Öst,"), "{shown}");
    import(&place, "visad.csv --year 2021 -o kommuner.csv").answer();
    let imported = place.read("kommuner.csv");
    assert!(
        imported.starts_with(
            "ar,kommunkod,kommun,lan,region,befolkning_16_64,forsorjningsmatt\n\
             2021,0642,Mullsjö,Jönköpings län,Region Jönköpings län,4171,491\n\
             2021,0643,Habo,Jönköpings län,Region Öst,7300,674\n"
        ),
        "{imported}"
    );
}

#[test]
fn the_kommuner_of_our_workbook_come_back_with_mark_sources_and_forbund() {
    for language in ["sv", "en"] {
        let place = Place::empty();
        place.run(&format!("report tankespar1 -o r.xlsx --lang {language}")).wrote().answer();
        let run = import(&place, "r.xlsx --sheet Kommuner -o kommuner.csv");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
        assert!(!run.stdout.contains("SCB:s databas"), "{}", run.stdout);
        assert!(
            run.stdout.contains("Härlett, inte publicerad statistik: forsorjningsmatt."),
            "{}",
            run.stdout
        );
        let side_file = place.read("kommuner.kallor.toml");
        assert!(side_file.contains(&format!("title = \"{DERIVED}")), "{side_file}");
        assert_eq!(side_file.matches("derived = true").count(), 1, "{side_file}");
        assert!(side_file.contains("title = \"SCB, folkmängd 31 december"), "{side_file}");
        let table = place.read("kommuner.csv");
        assert!(table.starts_with("ar,kommunkod,kommun,lan,forbund,befolkning_16_64,"), "{table}");
        assert!(table.contains("\n2016,1487,Vänersborg,"), "{table}");
        assert!(table.contains(",Vänersborg/Mellerud,22895,3959,1,"), "{table}");
        place.run("init ny --table kommuner.csv").answer();
        assert!(place.read("ny/utgangslage.toml").contains("name = \"BÅD-ESÅ\""));
    }
}
