//! What cannot be imported, or only in part, is reported at its place.

use finsam::input::import::{Form, Options};

use super::make::{
    KOMMUNER, kolada, kolada_matt, kolada_working, of_year, plain, row, run, with_column, workbook,
};

/// A table with everything, whose lines can be changed.
fn table() -> String {
    let mut text = "kommunkod;kommun;befolkning_16_64;forsorjningsmatt\n".to_owned();
    for (code, name, working, matt, _) in KOMMUNER {
        text += &format!("{code};{name};{working};{matt}\n");
    }
    text
}

#[track_caller]
fn reported(text: &str, expected: &[&str]) -> String {
    let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.reported, expected, "{}", outcome.text);
    outcome.text
}

#[test]
fn figures_of_the_wrong_kommun_are_refused() {
    let text = reported(&table().replace("0305;Håbo", "0305;Habo"), &["code_and_name_differ"]);
    assert!(text.contains("t.csv:3:6"), "{text}");
    assert!(text.contains("the code is that of Håbo but the name is Habo"), "{text}");
}

#[test]
fn a_place_nobody_knows_is_named_and_left_out() {
    let text = reported(&table().replace("1487;Vänersborg", ";Vänersbrog"), &["unknown_place"]);
    assert!(text.contains("Did you mean \"Vänersborg\"?"), "{text}");
}

#[test]
fn cells_that_are_no_figures_are_reported_one_by_one() {
    let text = table().replace("30150", "30.150").replace("1011.25", "1,0E+03").replace("402", "ca 400");
    let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.reported, ["lost_digits", "no_figure", "inhabitants_not_whole"], "{}", outcome.text);
    reported(&table().replace("30150", "-30150"), &["figure_negative"]);
    reported(&table().replace("402", "99999999999999"), &["figure_too_large"]);
    reported(&table().replace("402", "=A1*2"), &["no_figure"]);
}

#[test]
fn a_table_that_would_have_too_many_cells_is_refused_at_the_figure_that_is_too_many() {
    let real = finsam::input::builtin::file("data/kommuner.csv").expect("the table");
    let kommuner = real.lines().skip(1).take(290).filter_map(|line| line.split(',').nth(1));
    let kommuner: Vec<&str> = kommuner.collect();
    let headings = (0..1_000).fold(String::new(), |all, column| all + &format!(";i{column}"));
    let header = "ar;kommunkod;befolkning_16_64;forsorjningsmatt";
    let wide = format!("{header}{headings}\n2021;{};1000;100{}\n", kommuner[0], ";1".repeat(1_000));
    let years = 2_011..2_018;
    let rows = years.flat_map(|year| kommuner.iter().map(move |code| format!("{year};{code};1000;100\n")));
    let long = format!("{header}\n{}", rows.collect::<String>());
    let outcome = plain(&[("wide.csv", wide.as_bytes()), ("long.csv", long.as_bytes())]);
    assert_eq!(outcome.reported, ["too_many_cells"], "{}", outcome.text);
    assert!(outcome.text.contains("the table would have more than 2,000,000 cells"), "{}", outcome.text);
    assert!(outcome.text.contains("long.csv:"), "{}", outcome.text);
}

#[test]
fn two_figures_for_the_same_are_reported_with_both_places() {
    let text = reported(&(table() + "0643;Habo;7301;402\n"), &["figures_differ"]);
    assert!(text.contains("t.csv:6:11") && text.contains("the first"), "{text}");
    reported(&(table() + "0643;Habo;7300;402\n"), &[]);
}

#[test]
fn a_row_with_a_decimal_comma_too_many_is_out_of_step() {
    let text = table().replace(';', ",").replace("1011.25", "1011,25");
    let text = reported(&text, &["row_length"]);
    assert!(text.contains("t.csv:3:1"), "{text}");
    // A quote never closed would take the following rows with it.
    reported(&table().replace("Habo", "\"Habo"), &["quote_unclosed"]);
    // An empty field at the end harms nobody.
    reported(&table().replace('\n', ";\n"), &[]);
}

#[test]
fn ages_with_a_hole_are_named() {
    let mut text = "region,ålder,Folkmängd 2021\n".to_owned();
    for (code, name, ..) in KOMMUNER {
        for age in (16..=64).filter(|age| !(61..=63).contains(age)) {
            text += &format!("{code} {name},{age} år,100\n");
        }
    }
    let matt = kolada_matt(2021);
    let outcome = plain(&[("s.csv", text.as_bytes()), ("n.json", matt.as_bytes())]);
    assert_eq!(outcome.reported, ["ages_lack"], "{}", outcome.text);
    assert!(outcome.text.contains("61–63"), "{}", outcome.text);
    // 15–19 cannot be divided.
    let groups = text.lines().next().map(|head| {
        let rows = ["15-19 år", "20-64 år"].map(|age| format!("0643 Habo,{age},100\n"));
        format!("{head}\n{}", rows.concat())
    });
    let outcome = plain(&[("s.csv", groups.expect("a header").as_bytes()), ("n.json", matt.as_bytes())]);
    assert_eq!(outcome.reported, ["ages_lack"], "{}", outcome.text);
    assert!(outcome.text.contains("16–19"), "{}", outcome.text);
}

#[test]
fn a_part_of_a_year_is_no_year() {
    let mut text = "region,månad,Försörjningsmått,Ohälsotal\n".to_owned();
    for month in 1..=11 {
        text += &format!("0643 Habo,2021M{month:02},400,20\n");
    }
    let working = kolada_working(2021);
    let files: [(&str, &[u8]); 2] = [("he.csv", text.as_bytes()), ("n.json", working.as_bytes())];
    let outcome = plain(&files);
    assert_eq!(outcome.reported, ["months_lack"], "{}", outcome.text);
    assert!(outcome.text.contains("month 12 of 2021"), "{}", outcome.text);
    let text = text.replace("Försörjningsmått", "Annat");
    let outcome = run(
        &[
            ("he.csv", text.as_bytes()),
            ("n.json", working.as_bytes()),
            ("m.json", kolada_matt(2021).as_bytes()),
        ],
        &with_column("ohalsotal", "Ohälsotal"),
    );
    assert_eq!(outcome.reported, ["months_lack_of_indicator"], "{}", outcome.text);
    assert!(outcome.imported.is_some());
}

#[test]
fn a_division_without_a_total_is_not_added_up_in_silence() {
    let mut text = "region,civilstånd,Försörjningsmått 2021\n".to_owned();
    for status in ["ogifta", "gifta"] {
        text += &format!("0643 Habo,{status},200\n");
    }
    let working = kolada_working(2021);
    let outcome = plain(&[("s.csv", text.as_bytes()), ("n.json", working.as_bytes())]);
    assert_eq!(outcome.reported, ["division_without_total"], "{}", outcome.text);
    let with_total = text + "0643 Habo,totalt,402\n";
    let outcome = plain(&[("s.csv", with_total.as_bytes()), ("n.json", working.as_bytes())]);
    assert_eq!(outcome.reported, ["kommuner_left_out"], "{}", outcome.text);
    // A rate of women and one of men have no sum.
    let rates = "region,kön,Ohälsotal 2021\n0643 Habo,kvinnor,30\n0643 Habo,män,20\n";
    let (all, matt) = (kolada_working(2021), kolada_matt(2021));
    let files: [(&str, &[u8]); 3] =
        [("r.csv", rates.as_bytes()), ("w.json", all.as_bytes()), ("m.json", matt.as_bytes())];
    let outcome = run(&files, &with_column("ohalsotal", "Ohälsotal"));
    assert_eq!(outcome.reported, ["division_without_total"], "{}", outcome.text);
    let women = "region,kön,Försörjningsmått 2021\n0643 Habo,kvinnor,200\n";
    let outcome = plain(&[("s.csv", women.as_bytes()), ("n.json", working.as_bytes())]);
    assert_eq!(outcome.reported, ["one_sex_only"], "{}", outcome.text);
}

#[test]
fn years_that_do_not_meet_are_reported() {
    let (matt, working) = (kolada_matt(2020), kolada_working(2021));
    let files: [(&str, &[u8]); 2] = [("m.json", matt.as_bytes()), ("w.json", working.as_bytes())];
    assert_eq!(plain(&files).reported, ["no_common_year"]);
    let outcome = run(&files, &of_year(2019));
    assert_eq!(outcome.reported, ["year_not_there"]);
    assert!(outcome.text.contains("2020 and 2021"), "{}", outcome.text);
    let both = kolada_matt(2021);
    let outcome = plain(&[files[0], files[1], ("b.json", both.as_bytes())]);
    assert_eq!(outcome.reported, ["years_left_out"], "{}", outcome.text);
    let outcome = plain(&[("t.csv", table().as_bytes())]);
    assert_eq!(outcome.reported, ["year_unknown"]);
}

/// Forecasts of inhabitants, and a försörjningsmått of two years only.
#[test]
fn years_without_a_column_are_kept_where_an_earlier_one_has_it_and_that_is_asked_for() {
    let matt = "ar,kommunkod,kommun,forsorjningsmatt\n2021,0643,Habo,402\n2021,0305,Håbo,1011\n\
                2022,0643,Habo,410\n";
    let people = "\"region\";\"ålder\";\"Framskriven folkmängd 2020\";\"Framskriven folkmängd 2021\";\
                  \"Framskriven folkmängd 2022\";\"Framskriven folkmängd 2030\"\n\
                  \"0643 Habo\";\"16-64 år\";7000;7300;7310;7700\n\
                  \"0305 Håbo\";\"16-64 år\";13400;13500;13510;14000\n\
                  \"1487 Vänersborg\";\"16-64 år\";23000;23100;23110;23000\n";
    let files: [(&str, &[u8]); 2] = [("m.csv", matt.as_bytes()), ("p.csv", people.as_bytes())];
    let options = Options { incomplete_years: true, ..Options::default() };
    let outcome = run(&files, &options);
    // Before 2021 there is nothing to carry forward, and of Vänersborg never.
    let left_out = ["years_left_out", "kommuner_left_out", "kommuner_left_out", "kommuner_left_out"];
    assert_eq!(outcome.reported, left_out, "{}", outcome.text);
    let table = outcome.imported.expect("a table").table;
    assert_eq!(
        finsam::render::kommun_table::csv(&table),
        "ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt\n\
         2021,0305,Håbo,Uppsala län,13500,1011\n2021,0643,Habo,Jönköpings län,7300,402\n\
         2022,0305,Håbo,Uppsala län,13510,\n2022,0643,Habo,Jönköpings län,7310,410\n\
         2030,0305,Håbo,Uppsala län,14000,\n2030,0643,Habo,Jönköpings län,7700,\n"
    );
    assert_eq!((table.blank_years(0), table.blank_years(1)), (vec![], vec![2022, 2030]));
    // Unasked they are left out: a command that takes the last year would stop at the first blank cell.
    let outcome = plain(&files);
    let table = outcome.imported.expect("a table").table;
    assert_eq!((table.years(), table.blank_years(1)), (vec![2021, 2022], vec![]));
}

#[test]
fn what_lacks_is_named_with_what_is_there() {
    let outcome = plain(&[("w.json", kolada_working(2021).as_bytes())]);
    assert_eq!(outcome.reported, ["figures_lack"]);
    assert!(outcome.text.contains("N01711"), "{}", outcome.text);
    let other = kolada("N00945", 2021, |_| "1".to_owned());
    let outcome = plain(&[("w.json", kolada_working(2021).as_bytes()), ("o.json", other.as_bytes())]);
    assert!(outcome.text.contains("The files have N00945"), "{}", outcome.text);
    let outcome = run(
        &[("w.json", kolada_working(2021).as_bytes()), ("o.json", other.as_bytes())],
        &with_column("x", "N00954"),
    );
    assert!(outcome.reported.contains(&"series_not_found"), "{}", outcome.text);
    assert!(outcome.text.contains("Did you mean \"N00945\"?"), "{}", outcome.text);
    let outcome = run(&[("w.json", kolada_working(2021).as_bytes())], &with_column("Ohälsotal %", "N00945"));
    assert_eq!(outcome.reported[0], "column_name");
    assert!(outcome.text.contains("ohalsotal"), "{}", outcome.text);
}

#[test]
fn files_that_are_something_else_are_refused() {
    for (name, bytes, code) in [
        ("a.json", &b"{\"values\":["[..], "json_broken"),
        ("a.json", b"{\"a\":1}", "json_foreign"),
        ("a.csv", b"a,b\n1,2\n", "no_kommuner"),
        ("a.csv", b"", "no_kommuner"),
        ("a.csv", b"a\0b", "not_text"),
        ("a.xlsx", b"PK\x03\x04nonsense", "workbook_damaged"),
        ("a.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "workbook_old"),
    ] {
        let outcome = plain(&[(name, bytes)]);
        assert_eq!(outcome.reported, [code], "{}", outcome.text);
    }
    let cells = ",".repeat(2_000_001);
    assert_eq!(plain(&[("a.csv", cells.as_bytes())]).reported, ["too_many_cells"]);
}

#[test]
fn a_table_that_begins_like_a_zip_file_is_a_table() {
    let text: String = table().replace('\n', ";7\n");
    let text = text
        .replacen("forsorjningsmatt;7", "forsorjningsmatt;Anm", 1)
        .replacen("kommunkod", "PK kommunkod", 1);
    assert!(text.starts_with("PK"), "{text}");
    reported(&text, &[]);
}

#[test]
fn a_cell_of_a_workbook_is_named() {
    let rows = [
        row(["Kommun", "Försörjningsmått", "Invånare 16-64 år"]),
        row(["Habo", "fyra", "#7300"]),
        row(["Håbo", "#1000", "#13500"]),
    ];
    let outcome = run(&[("bok.xlsx", &workbook("Blad 1", &rows))], &of_year(2021));
    assert_eq!(outcome.reported, ["no_figure"], "{}", outcome.text);
    assert!(
        outcome.text.contains("bok.xlsx[Blad 1]:2:") && outcome.text.contains("B2: "),
        "{}",
        outcome.text
    );
    let options = Options { sheet: Some("Blad 2".to_owned()), ..of_year(2021) };
    let outcome = run(&[("bok.xlsx", &workbook("Blad 1", &rows))], &options);
    assert_eq!(outcome.reported, ["sheet_not_there"]);
}

#[test]
fn a_form_can_be_said() {
    let text = table()
        .replace("kommunkod;kommun;", "kod;namn;")
        .replace("forsorjningsmatt\n", "forsorjningsmatt;eget\n")
        .replace(";402", ";402;7");
    let text = text
        .replace(";3612.5", ";3612.5;1")
        .replace(";1011.25", ";1011.25;2")
        .replace(";3555.75", ";3555.75;3");
    let options = Options { form: Some(Form::KommunTable), ..of_year(2021) };
    let outcome = run(&[("t.csv", text.as_bytes())], &options);
    assert!(outcome.csv().contains("befolkning_16_64,forsorjningsmatt,eget\n"), "{}", outcome.csv());
    let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.imported.expect("an import").left_out, ["eget"]);
}
