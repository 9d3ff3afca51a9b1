//! Every form gives the same kommun table, and nothing is reported of sound files.

use finsam::input::import::Form;

use super::make::{
    KOMMUNER, expected, kolada, kolada_matt, kolada_working, of_year, plain, row, run, windows_1252,
    with_column, workbook,
};

fn forms(outcome: &super::make::Outcome) -> Vec<Form> {
    let imported = outcome.imported.as_ref().expect("an import");
    imported.files.iter().flat_map(|file| file.sheets.iter().map(|sheet| sheet.form)).collect()
}

#[test]
fn kolada_json_of_version_3_drops_country_and_regions() {
    let outcome = plain(&[
        ("n01711.json", kolada_matt(2021).as_bytes()),
        ("n01713.json", kolada_working(2021).as_bytes()),
    ]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(forms(&outcome), [Form::KoladaJson; 2]);
    let imported = outcome.imported.expect("an import");
    assert_eq!((imported.aggregates, imported.lost_zeros), (6, 0));
}

#[test]
fn kolada_json_of_version_2_has_periods_as_text_and_several_pages() {
    let version_2 =
        |text: String| text.replace("\"period\":2021", "\"period\":\"2021\"").replace("_url", "_page");
    let all = version_2(kolada_matt(2021));
    // The first page ends after two kommuner and names the next one.
    let (first, second) = all.split_once("{\"kpi\":\"N01711\",\"municipality\":\"0643\"").expect("two pages");
    let first = format!("{}],\"next_page\":\"https://example.org/2\"}}", first.trim_end_matches(','));
    let second = format!("{{\"values\":[{{\"kpi\":\"N01711\",\"municipality\":\"0643\"{second}")
        .replace("\"previous_page\":null", "\"previous_page\":\"https://example.org/1\"");
    let working = version_2(kolada_working(2021));
    let files: [(&str, &[u8]); 3] =
        [("1.json", first.as_bytes()), ("2.json", second.as_bytes()), ("b.json", working.as_bytes())];
    assert_eq!(plain(&files).csv(), expected(2021, false));
    // Without the second page something is said, and the kommuner of it are left out.
    let outcome = plain(&[files[0], files[2]]);
    assert_eq!(outcome.reported, ["pages_lack", "kommuner_left_out"], "{}", outcome.text);
}

#[test]
fn kolada_workbook_has_names_only_and_years_as_text() {
    let mut rows = vec![row(["Kolada – Fri sökning"]), row(["", "", "2020", "2021"])];
    for (_, name, working, matt, all) in KOMMUNER {
        let series = [
            ("Invånare  totalt, antal", format!("#{all}")),
            ("Invånare 16-64 år, antal", format!("#{working}")),
            ("Försörjningsmått, helårsekvivalenter (N01711)", format!("#{matt}")),
        ];
        for (title, figure) in series {
            rows.push(vec![title.to_owned(), name.to_owned(), figure.clone(), figure]);
        }
    }
    rows.push(row(["Invånare  totalt, antal", "Alla kommuner (ovägt medel)", "#35000", "#35100"]));
    rows.push(row(["Invånare  totalt, antal", "Pendlingskommun nära storstad (ovägt medel)", "#1", "#2"]));
    let outcome = run(&[("kolada.xlsx", &workbook("Kolada nyckeltal", &rows))], &of_year(2021));
    assert_eq!(outcome.csv(), expected(2021, true));
    assert_eq!(forms(&outcome), [Form::KoladaWorkbook]);
    assert_eq!(outcome.imported.expect("an import").aggregates, 2);
}

/// A table of Statistics Sweden's: a title, the country and a county, then single ages or groups.
fn scb(ages: &[(u32, u32)]) -> String {
    let mut text = "\"Folkmängd efter region, ålder, kön och år\"\n\n".to_owned();
    text += "\"region\",\"ålder\",\"kön\",\"Folkmängd 2021\"\n";
    let mut add = |place: &str, inhabitants: u32| {
        let (sum, last) = (u32::try_from(ages.len()).expect("few"), ages.len() - 1);
        for (position, (first, end)) in ages.iter().enumerate() {
            let age = if first == end { format!("{first} år") } else { format!("{first}-{end} år") };
            let part = if position == last {
                inhabitants - inhabitants / sum * (sum - 1)
            } else {
                inhabitants / sum
            };
            let women = part / 3;
            for (sex, figure) in [("kvinnor", women), ("män", part - women)] {
                text += &format!("\"{place}\",\"{age}\",\"{sex}\",{figure}\n");
            }
        }
    };
    add("00 Riket", 6_000_000);
    add("01 Stockholms län", 1_500_000);
    for (code, name, working, ..) in KOMMUNER {
        add(&format!("{code} {name}"), working);
    }
    text
}

#[test]
fn scb_ages_and_sexes_are_added_up_to_16_to_64() {
    let matt = kolada_matt(2021);
    let single: Vec<(u32, u32)> = (16..=64).map(|age| (age, age)).collect();
    for ages in [&single[..], &[(16, 19), (20, 64)], &[(16, 64)]] {
        let text = scb(ages);
        let bom = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        for bytes in [text.as_bytes(), bom.as_bytes()] {
            let outcome = plain(&[("be0101.csv", bytes), ("n01711.json", matt.as_bytes())]);
            assert_eq!(outcome.csv(), expected(2021, false), "{ages:?}");
            assert_eq!(forms(&outcome), [Form::Scb, Form::KoladaJson]);
            let imported = outcome.imported.expect("an import");
            let steps = imported.table.columns[0].parts[0].steps;
            assert_eq!((steps.sum_of_ages, steps.sum_of_sexes), (ages.len() > 1, true));
        }
    }
}

#[test]
fn ages_can_stand_beside_each_other_too() {
    let mut text =
        "Folkmängd efter region, ålder och år\nregion;16-19 år 2021;20-64 år 2021;totalt 2021\n".to_owned();
    for (code, name, working, _, all) in KOMMUNER {
        text += &format!("{code} {name};{};{};{all}\n", working / 10, working - working / 10);
    }
    let matt = kolada_matt(2021);
    let outcome = plain(&[("a.csv", text.as_bytes()), ("n.json", matt.as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, true));
}

#[test]
fn scb_in_windows_1252_with_names_only_and_a_value_column() {
    let mut text =
        "\"region\",\"tabellinnehåll\",\"år\",\"värde\"\n\"Riket\",\"Folkmängd\",\"2021\",10452326\n"
            .to_owned();
    for (_, name, working, matt, all) in KOMMUNER {
        text += &format!("\"{name}\",\"Folkmängd\",\"2021\",{all}\n");
        text += &format!("\"{name}\",\"Invånare 16-64 år\",\"2021\",{working}\n");
        text += &format!("\"{name}\",\"Försörjningsmått\",\"2021\",{matt}\n");
    }
    let outcome = plain(&[("scb.csv", &windows_1252(&text))]);
    assert_eq!(outcome.reported, ["encoding_guessed"]);
    let imported = outcome.imported.expect("an import");
    assert_eq!(finsam::render::kommun_table::csv(&imported.table), expected(2021, true));
}

#[test]
fn scb_workbook_names_a_place_once_for_all_its_rows() {
    let mut rows = vec![row(["Folkmängd efter region, ålder och år"]), vec![], row(["", "", "2021"])];
    for (code, name, working, _, _) in KOMMUNER {
        rows.push(vec![format!("{code} {name}"), "16-19 år".to_owned(), format!("#{}", working / 10)]);
        rows.push(vec![String::new(), "20-64 år".to_owned(), format!("#{}", working - working / 10)]);
    }
    rows.push(vec![]);
    rows.push(row(["Källa: SCB"]));
    // The heading of the ages is missing in such workbooks.
    let outcome =
        plain(&[("be.xlsx", &workbook("BE0101N1", &rows)), ("n.json", kolada_matt(2021).as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, false));
}

#[test]
fn monthly_series_become_the_mean_of_twelve_months() {
    let mut text = "region,månad,Försörjningsmått\n".to_owned();
    for (code, name, _, matt, _) in KOMMUNER {
        let matt: f64 = matt.parse().expect("a number");
        for month in 1..=12 {
            // Six months above, six as much below.
            let figure = if month % 2 == 0 { matt + 12.0 } else { matt - 12.0 };
            text += &format!("{code} {name},2021M{month:02},{figure}\n");
        }
    }
    let working = kolada_working(2021);
    let outcome = plain(&[("he.csv", text.as_bytes()), ("n.json", working.as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, false));
    // A third of a person is rounded, and that is said.
    let text = text.replacen("3600.5", "3601.5", 1);
    let outcome = plain(&[("he.csv", text.as_bytes()), ("n.json", working.as_bytes())]);
    assert!(outcome.csv().contains(",3612.583333\n"), "{}", outcome.csv());
    assert!(outcome.imported.expect("an import").table.columns[1].parts[0].steps.rounded);
}

#[test]
fn forsakringskassan_gives_an_indicator_under_a_name_of_the_users() {
    // Ohälsotalet is of the twelve months up to each month, so that of December is the year's.
    let mut rows = vec![
        row(["Ohälsotalet"]),
        row(["Hämtad 2022-01-15"]),
        row(["År", "Månad", "Län", "Kommun", "Ålder", "Kön", "Ohälsotalet"]),
    ];
    for month in 1..=12 {
        for (code, name, ..) in KOMMUNER {
            rows.push(vec![
                "#2021".to_owned(),
                format!("{month:02}"),
                "01 Stockholm".to_owned(),
                format!("{code} {name}"),
                "Samtliga 16-64 år".to_owned(),
                "Kvinnor och män".to_owned(),
                format!("#{}", f64::from(month) + 0.5),
            ]);
        }
    }
    let book = workbook("Ohälsotal", &rows);
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let files: [(&str, &[u8]); 3] =
        [("fk.xlsx", &book), ("m.json", matt.as_bytes()), ("w.json", working.as_bytes())];
    let outcome = run(&files, &with_column("ohalsotal", "Ohälsotalet"));
    let csv = outcome.csv();
    assert!(
        csv.starts_with("ar,kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,ohalsotal\n"),
        "{csv}"
    );
    assert!(csv.contains("2021,0643,Habo,Jönköpings län,7300,402,12.5\n"), "{csv}");
    assert_eq!(forms(&outcome)[0], Form::Forsakringskassan);
    // Without a name it is left out, and the summary can say so.
    let outcome = plain(&files);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").left_out, ["Ohälsotalet"]);
}

#[test]
fn a_table_saved_by_swedish_excel_is_read() {
    let mut text = "Kod;Kommun;Försörjningsmått;Invånare 16-64 år;Invånare totalt\r\n".to_owned();
    for (code, name, working, matt, all) in KOMMUNER {
        let code: u32 = code.parse().expect("a number");
        let (thousands, rest) = (working / 1000, working % 1000);
        text +=
            &format!("{code};{name}s kommun;{};{thousands}\u{a0}{rest:03};{all}\r\n", matt.replace('.', ","));
    }
    text += ";;;;\r\nRiket;;784 018,5;6 372 146;10452326\r\n";
    let utf_8 = format!("\u{feff}{text}");
    let outcome = run(&[("excel.csv", utf_8.as_bytes())], &of_year(2021));
    assert_eq!(outcome.csv(), expected(2021, true));
    let imported = outcome.imported.expect("an import");
    assert_eq!((imported.lost_zeros, imported.aggregates), (3, 1));
    let outcome = run(&[("excel.csv", &windows_1252(&text))], &of_year(2021));
    assert_eq!(outcome.reported, ["encoding_guessed"]);
}

#[test]
fn our_own_table_comes_along_whole_and_stays_derived() {
    let table = "kommunkod,kommun,lan,forbund,befolkning_16_64,forsorjningsmatt,ohalsotal\n\
                 0643,Habo,Region Jönköping,Södra,7300,402,21.5\n\
                 9901,Norra stadsdelen,Västra,,1000,100,20\n";
    let sources =
        "[[source]]\ncolumns = [\"forsorjningsmatt\"]\ntitle = \"egen skattning\"\nderived = true\n";
    let held = finsam::input::files::Files::held([("t.csv", table), ("t.kallor.toml", sources)]);
    let mut found = finsam::diagnostic::Diagnostics::default();
    let wanted = [finsam::input::files::Location::Held("t.csv".to_owned())];
    let imported =
        finsam::input::import::import(&held, &wanted, &of_year(2023), &mut found).expect("an import");
    assert_eq!(
        finsam::render::kommun_table::csv(&imported.table),
        "ar,kommunkod,kommun,lan,forbund,befolkning_16_64,forsorjningsmatt,forsorjningsmatt_harlett,\
         forsorjningsmatt_kalla,ohalsotal\n\
         2023,0643,Habo,Region Jönköping,Södra,7300,402,1,egen skattning,21.5\n\
         2023,9901,Norra stadsdelen,Västra,,1000,100,1,egen skattning,20\n"
    );
    let side = finsam::render::sources_file::toml(
        &imported,
        "k.csv",
        "hash",
        "2026-11-22",
        finsam::text::language::Language::Swedish,
    );
    assert!(side.contains("title = \"egen skattning\"\n"), "{side}");
    assert_eq!(side.matches("derived = true").count(), 1, "{side}");
}

#[test]
fn the_order_of_files_does_not_matter() {
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let all = kolada("N01951", 2021, |position| KOMMUNER[position].4.to_string());
    let files: [(&str, &[u8]); 3] =
        [("a", matt.as_bytes()), ("b", working.as_bytes()), ("c", all.as_bytes())];
    let [a, b, c] = files;
    assert_eq!(plain(&[a, b, c]).csv(), expected(2021, true));
    assert_eq!(plain(&[c, b, a]).csv(), expected(2021, true));
    // The same file twice says nothing new.
    assert_eq!(plain(&[a, b, c, a]).csv(), expected(2021, true));
}
