//! Files after the descriptions of real ones that were once refused, or read wrongly: what they hold is taken, what
//! is no figure of a kommun is counted, and nothing is reported of a sound file.

use finsam::input::import::column_mapping::ColumnMapping;
use finsam::input::import::{Form, Options};

use super::make::{
    KOMMUNER, Outcome, expected, kolada_matt, kolada_of, kolada_working, of_year, plain, row, run,
    with_column, workbook,
};

/// The rows of an import without the heading, by kommunkod.
#[track_caller]
fn body(outcome: &Outcome) -> Vec<String> {
    outcome.csv().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn figures_that_look_like_codes_stay_figures_in_koladas_json() {
    // One kommun, whose figures of many years happen to be the codes of others.
    let codes = ["1980", "2180", "2101", "1438", "1487"];
    let mut entries = Vec::new();
    for (year, figure) in (2017..).zip(codes) {
        entries.push(("N01711", "0980", year, format!("{figure}.0")));
        entries.push(("N01713", "0980", year, format!("{}.0", figure.parse::<u32>().expect("a code") * 10)));
    }
    let outcome = plain(&[("gotland.json", kolada_of(&entries).as_bytes())]);
    let rows = body(&outcome);
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[4], "2021,0980,Gotland,Gotlands län,14870,1487");
}

#[test]
fn a_heading_of_codes_decides_which_column_has_the_kommuner() {
    // Figures with a decimal zero, as pandas and Excel write them, that are all codes of other kommuner.
    for heading in ["kommunkod", "municipality", "region"] {
        let mut text = format!("befolkning_16_64;forsorjningsmatt;{heading}\n");
        for (figure, matt, code) in
            [("1487.0", "880.0", "0114.0"), ("1488.0", "881.0", "0305.0"), ("1490.0", "882.0", "643.0")]
        {
            text += &format!("{figure};{matt};{code}\n");
        }
        for text in [text.clone(), text.replace(".0", ",0")] {
            let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
            let rows = body(&outcome);
            assert_eq!(rows.len(), 3, "{heading}");
            assert_eq!(rows[2], "2021,0643,Habo,Jönköpings län,1490,882", "{heading}");
        }
    }
}

#[test]
fn a_figure_column_is_never_that_of_the_kommuner() {
    // More different codes stand below "Folkmängd" than there are kommuner.
    let mut text = "Namn;År;Folkmängd 16-64 år;Försörjningsmått\n".to_owned();
    for (year, figure) in (2017..).zip(["1487", "1488", "1490", "1491", "1492"]) {
        text += &format!("Habo;{year};{figure}.0;{figure}.0\n");
    }
    assert_eq!(body(&plain(&[("t.csv", text.as_bytes())])).len(), 5);
}

#[test]
fn deleted_values_and_groups_of_kolada_are_dropped_with_one_note() {
    let groups = ["G37449", "G123", "g176571"].map(|group| ("N01711", group, 2021, "900".to_owned()));
    let text = kolada_matt(2021);
    let with_groups = {
        let others = kolada_of(&groups);
        let start = others.find('[').expect("values") + 1;
        let end = others.rfind(']').expect("values");
        text.replacen("\"values\":[", &format!("\"values\":[{},", &others[start..end]), 1)
    };
    // A value that was struck out stands beside the one that holds, and a whole entry can be struck out.
    let deleted = with_groups.replacen(
        "{\"gender\":\"T\",\"value\":3612.5,\"count\":1,\"status\":\"\"}",
        "{\"gender\":\"T\",\"value\":9999,\"count\":1,\"status\":\"\",\"isdeleted\":true},\
         {\"gender\":\"T\",\"value\":3612.5,\"count\":1,\"status\":\"\",\"isdeleted\":false}",
        1,
    );
    let deleted = deleted.replacen(
        "\"values\":[{\"kpi\"",
        "\"values\":[{\"kpi\":\"N01711\",\"municipality\":\"0643\",\"period\":2021,\"isdeleted\":true,\
         \"values\":[{\"gender\":\"T\",\"value\":1,\"count\":1,\"status\":\"\"}]},{\"kpi\"",
        1,
    );
    let outcome =
        plain(&[("matt.json", deleted.as_bytes()), ("working.json", kolada_working(2021).as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, false));
    let imported = outcome.imported.expect("an import");
    // Three of the country and two regions in each file, and the groups.
    assert_eq!((imported.aggregates, imported.deleted), (9, 2));
}

#[test]
fn groups_and_deleted_rows_of_a_workbook_are_dropped_too() {
    let mut rows = vec![row(["kpi", "municipality", "period", "gender", "value", "isdeleted"])];
    for (code, _, working, matt, _) in KOMMUNER {
        for (kpi, figure) in [("N01711", matt.to_owned()), ("N01713", working.to_string())] {
            rows.push(row([kpi, code, "#2021", "T", &format!("#{figure}"), "FALSKT"]));
        }
    }
    rows.push(row(["N01711", "0643", "#2021", "T", "#1", "SANT"]));
    rows.push(row(["N01711", "G37449", "#2021", "T", "#900", "FALSKT"]));
    let outcome = plain(&[("kolada.xlsx", &workbook("Blad1", &rows))]);
    assert_eq!(outcome.csv(), expected(2021, false));
    let imported = outcome.imported.expect("an import");
    assert_eq!((imported.aggregates, imported.deleted), (1, 1));

    let mut rows = vec![row(["Kolada – Fri sökning"]), row(["", "", "2021"])];
    for (_, name, working, matt, _) in KOMMUNER {
        rows.push(row(["Invånare 16-64 år, antal", name, &format!("#{working}")]));
        rows.push(row(["Försörjningsmått, helårsekvivalenter", name, &format!("#{matt}")]));
    }
    for group in [
        "Liknande kommuner, övergripande, Habo, 2025",
        "Liknande kommuner socioekonomi, Håbo, 2024 (ovägt medel)",
        "Jönköpings läns kommuner",
        "Pendlingskommun nära storstad",
        "Västra Götalandsregionen",
        "Alla kommuner",
    ] {
        rows.push(row(["Invånare 16-64 år, antal", group, "#1"]));
    }
    let outcome = plain(&[("kolada.xlsx", &workbook("Kolada nyckeltal", &rows))]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").aggregates, 6);
}

#[test]
fn two_key_figures_of_kolada_add_up_to_16_to_64() {
    let mut entries = Vec::new();
    for (code, _, working, ..) in KOMMUNER {
        entries.push(("N01954", code, 2021, (working / 11).to_string()));
        entries.push(("N01955", code, 2021, (working - working / 11).to_string()));
    }
    let matt = kolada_matt(2021);
    let (young, older): (Vec<_>, Vec<_>) = entries.iter().cloned().partition(|entry| entry.0 == "N01954");
    let (all, young, older) = (kolada_of(&entries), kolada_of(&young), kolada_of(&older));
    let together: [(&str, &[u8]); 2] = [("b.json", all.as_bytes()), ("m.json", matt.as_bytes())];
    let apart: [(&str, &[u8]); 3] =
        [("y.json", young.as_bytes()), ("m.json", matt.as_bytes()), ("o.json", older.as_bytes())];
    for (files, parts) in [(&together[..], 2), (&apart[..], 2)] {
        let outcome = plain(files);
        assert_eq!(outcome.csv(), expected(2021, false));
        let columns = outcome.imported.expect("an import").table.columns;
        // Both are sources of the column.
        assert_eq!(columns[0].parts.len(), parts, "{:?}", columns[0].parts);
        assert!(columns[0].parts.iter().all(|part| part.steps.sum_of_ages));
    }
    // One of them alone is a part of the ages.
    let outcome = plain(&apart[..2]);
    assert_eq!(outcome.reported, ["figures_lack"], "{}", outcome.text);
}

#[test]
fn a_total_that_is_not_the_sum_of_women_and_men_is_an_error_at_its_cell() {
    let mut rows = vec![row(["Region", "Kön", "Invånare 16-64 år 2021"])];
    for (code, name, working, ..) in KOMMUNER {
        let place = format!("{code} {name}");
        rows.push(row([&place, "kvinnor", &format!("#{}", working / 2)]));
        rows.push(row([&place, "män", &format!("#{}", working - working / 2)]));
        rows.push(row([&place, "totalt", &format!("#{working}")]));
    }
    let matt = kolada_matt(2021);
    let sound = workbook("Blad1", &rows);
    assert_eq!(plain(&[("k.xlsx", &sound), ("m.json", matt.as_bytes())]).csv(), expected(2021, false));
    // Habo: 3 000 women and 9 999 men beside 7 301 in all.
    rows[7][2] = "#3000".to_owned();
    rows[8][2] = "#9999".to_owned();
    rows[9][2] = "#7301".to_owned();
    let outcome = plain(&[("k.xlsx", &workbook("Blad1", &rows)), ("m.json", matt.as_bytes())]);
    assert_eq!(outcome.reported, ["sum_contradicts"], "{}", outcome.text);
    assert!(outcome.text.contains("k.xlsx[Blad1]:10:") && outcome.text.contains("C10: "), "{}", outcome.text);
    assert!(outcome.text.contains("12,999") && outcome.text.contains("7,301"), "{}", outcome.text);
}

#[test]
fn figures_rounded_by_their_publisher_may_differ_by_the_rounding() {
    let matt = |women: &str, men: &str, all: &str| {
        let mut text = "region,kön,Försörjningsmått 2021\n".to_owned();
        for (code, name, _, matt, _) in KOMMUNER {
            text += &format!("{code} {name},totalt,{matt}\n");
        }
        text + &format!("0604 Aneby,kvinnor,{women}\n0604 Aneby,män,{men}\n0604 Aneby,totalt,{all}\n")
    };
    let working = kolada_working(2021);
    for (women, men, all, reported) in [
        ("201", "202", "402", vec!["kommuner_left_out"]),
        ("201.4", "200.4", "402", vec!["kommuner_left_out"]),
        ("201", "190", "402", vec!["sum_contradicts"]),
    ] {
        let text = matt(women, men, all);
        let outcome = plain(&[("m.csv", text.as_bytes()), ("w.json", working.as_bytes())]);
        assert_eq!(outcome.reported, reported, "{}", outcome.text);
    }
}

#[test]
fn ages_that_do_not_add_up_to_those_beside_them_are_an_error_at_the_cell() {
    let ages = |of_habo: [u32; 3]| {
        let mut text = "region,ålder,Folkmängd 2021\n".to_owned();
        for (code, name, working, ..) in KOMMUNER {
            let figures =
                if code == "0643" { of_habo } else { [working, working / 11, working - working / 11] };
            for (age, figure) in ["16-64 år", "16-19 år", "20-64 år"].into_iter().zip(figures) {
                text += &format!("{code} {name},{age},{figure}\n");
            }
        }
        text
    };
    let matt = kolada_matt(2021);
    let reported = |of_habo| plain(&[("b.csv", ages(of_habo).as_bytes()), ("m.json", matt.as_bytes())]);
    assert_eq!(reported([7_300, 700, 6_600]).csv(), expected(2021, false));
    let outcome = reported([7_300, 700, 6_000]);
    assert_eq!(outcome.reported, ["sum_contradicts"], "{}", outcome.text);
    assert!(outcome.text.contains("b.csv:8:20"), "{}", outcome.text);
    assert!(outcome.text.contains("6,700") && outcome.text.contains("7,300"), "{}", outcome.text);
    // The same from two key figures in two files.
    let entries: Vec<_> = KOMMUNER
        .iter()
        .flat_map(|(code, _, working, ..)| {
            [("N01954", *code, 2021, "100".to_owned()), ("N01955", *code, 2021, (working - 101).to_string())]
        })
        .collect();
    let parts = kolada_of(&entries);
    let whole = kolada_working(2021);
    let outcome =
        plain(&[("w.json", whole.as_bytes()), ("p.json", parts.as_bytes()), ("m.json", matt.as_bytes())]);
    assert_eq!(outcome.reported, ["sum_contradicts"; 4], "{}", outcome.text);
}

#[test]
fn a_part_that_is_more_than_the_whole_is_an_error_at_its_cell() {
    // One sex beside all, where the other is not published.
    let mut text = "region,kön,Försörjningsmått 2021\n".to_owned();
    for (code, name, _, matt, _) in KOMMUNER {
        text += &format!("{code} {name},totalt,{matt}\n");
    }
    let working = kolada_working(2021);
    let with = |women: u32, men: &str| {
        let text = text.clone() + &format!("0643 Habo,kvinnor,{women}\n0643 Habo,män,{men}\n");
        plain(&[("m.csv", text.as_bytes()), ("w.json", working.as_bytes())])
    };
    assert_eq!(with(300, "..").reported, [""; 0]);
    let outcome = with(9_999, "..");
    assert_eq!(outcome.reported, ["part_exceeds_whole"], "{}", outcome.text);
    assert!(outcome.text.contains("m.csv:6:19"), "{}", outcome.text);
    // Some ages beside all of them, where the others are not there.
    let ages = |young: u32| {
        let mut text = "region,ålder,Folkmängd 2021\n".to_owned();
        for (code, name, working, ..) in KOMMUNER {
            text += &format!("{code} {name},16-64 år,{working}\n{code} {name},16-19 år,{young}\n");
        }
        let matt = kolada_matt(2021);
        plain(&[("b.csv", text.as_bytes()), ("m.json", matt.as_bytes())])
    };
    assert_eq!(ages(10).csv(), expected(2021, false));
    assert_eq!(ages(1_000_000).reported, ["part_exceeds_whole"; 4]);
    // More of working age than there are people, of two key figures in two files.
    let entries = KOMMUNER.map(|(code, _, working, ..)| ("N01951", code, 2021, (working - 1).to_string()));
    let all = kolada_of(&entries);
    let matt = kolada_matt(2021);
    let outcome =
        plain(&[("w.json", working.as_bytes()), ("a.json", all.as_bytes()), ("m.json", matt.as_bytes())]);
    assert_eq!(outcome.reported, ["part_exceeds_whole"; 4], "{}", outcome.text);
}

#[test]
fn headings_made_by_r_name_their_years() {
    // The same table as base R, `janitor` and the packages for SCB and Kolada write it.
    let mut wide = "region;ålder;X2020;X2021\n".to_owned();
    let mut dotted =
        "kommunkod;kommun;Invånare.16.64.år.2021;Försörjningsmått..helårsekvivalenter.2021\n".to_owned();
    let mut snake = "kommunkod;kommun;befolkning_16_64_ar_2021;forsorjningsmatt_2021\n".to_owned();
    let mut long = "kpi,municipality_id,year,gender,count,value,municipality,municipality_type\n".to_owned();
    for (code, name, working, matt, _) in KOMMUNER {
        for (age, figure) in [("16-19 år", working / 11), ("20-64 år", working - working / 11)] {
            wide += &format!("{code} {name};{age};{};{figure}\n", figure + 1);
        }
        dotted += &format!("{code};{name};{working};{matt}\n");
        snake += &format!("{code};{name};{working};{matt}\n");
        long +=
            &format!("N01711,{code},2021,T,1,{matt},{name},K\nN01713,{code},2021,T,1,{working}.0,{name},K\n");
    }
    long += "N01713,0006,2021,T,1,218000,Region Jönköpings län,L\n";
    let matt = kolada_matt(2021);
    let named = format!("Folkmängd efter region, ålder och år\n{wide}");
    let outcome = run(&[("wide.csv", named.as_bytes()), ("m.json", matt.as_bytes())], &of_year(2021));
    assert_eq!(outcome.csv(), expected(2021, false));
    for (name, text) in [("dotted.csv", dotted), ("snake.csv", snake), ("long.csv", long)] {
        assert_eq!(plain(&[(name, text.as_bytes())]).csv(), expected(2021, false), "{name}");
    }
}

/// A table of our own making with the figures of 2021 and further columns.
fn with_columns(headings: &str, cells: impl Fn(usize) -> String) -> String {
    let mut text = format!("kommunkod;kommun;befolkning_16_64;Försörjningsmått;{headings}\n");
    for (position, (code, name, working, matt, _)) in KOMMUNER.iter().enumerate() {
        text += &format!("{code};{name};{working};{matt};{}\n", cells(position));
    }
    text
}

fn column_of(name: &str, heading: &str, year: i64) -> Options {
    Options { year: Some(year), ..with_column(name, heading) }
}

#[test]
fn a_column_that_gives_nothing_is_reported() {
    let reported = |text: &str, heading: &str| {
        let outcome = run(&[("t.csv", text.as_bytes())], &column_of("ohalsotal", heading, 2021));
        assert!(outcome.imported.is_none(), "{}", outcome.text);
        (outcome.reported, outcome.text)
    };
    // Nothing below the heading, marks for nothing, or words.
    for cell in ["", "..", "hög"] {
        let (codes, text) = reported(&with_columns("Ohälsotal", |_| cell.to_owned()), "Ohälsotal");
        assert_eq!(codes, ["series_without_figures"], "{text}");
    }
    // Figures of another year.
    let (codes, text) = reported(&with_columns("Ohälsotal 2019", |_| "20".to_owned()), "Ohälsotal");
    assert_eq!(codes, ["series_without_figures"], "{text}");
    assert!(text.contains("has no figures of 2021") && text.contains("It has 2019."), "{text}");
    // No such heading, also where something else is wrong.
    let wrong = with_columns("Ohälsotal", |_| "20".to_owned()).replacen("30150", "30150,5", 1);
    let (codes, text) = reported(&wrong, "Ohälsa");
    assert_eq!(codes, ["inhabitants_not_whole", "series_not_found"], "{text}");
    let sound = with_columns("Ohälsotal", |_| "20".to_owned());
    let outcome = run(&[("t.csv", sound.as_bytes())], &column_of("ohalsotal", "Ohälsotal", 2021));
    assert!(outcome.csv().contains(",402,20\n"), "{}", outcome.csv());
}

#[test]
fn a_column_beside_which_no_kommun_has_both_figures_names_no_year() {
    let parts = "kommun;år;befolkning_16_64;Försörjningsmått;Ohälsotal\n\
                 Habo;2021;7300;;20\nHåbo;2021;;1011,25;21\n";
    let outcome = run(&[("t.csv", parts.as_bytes())], &with_column("ohalsotal", "Ohälsotal"));
    assert!(outcome.text.contains("\"Ohälsotal\" has no figures\n"), "{}", outcome.text);
}

#[test]
fn an_indicator_of_another_year_than_the_table_is_reported() {
    let dated = "kommun;2019\nHabo;20\nHåbo;21\n";
    let named = format!("Ohälsotal\n{dated}");
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let files: [(&str, &[u8]); 3] =
        [("m.json", matt.as_bytes()), ("w.json", working.as_bytes()), ("o.csv", named.as_bytes())];
    let outcome = run(&files, &with_column("ohalsotal", "Ohälsotal"));
    assert_eq!(outcome.reported, ["series_without_figures"], "{}", outcome.text);
    assert!(
        outcome.text.contains("no figures of 2021") && outcome.text.contains("It has 2019."),
        "{}",
        outcome.text
    );
    // Nobody asked for all inhabitants by name: they are left out, and that is a warning.
    let all = kolada_of(&KOMMUNER.map(|(code, _, _, _, all)| ("N01951", code, 2019, all.to_string())));
    let outcome = plain(&[files[0], files[1], ("a.json", all.as_bytes())]);
    assert_eq!(outcome.reported, ["years_left_out"], "{}", outcome.text);
}

#[test]
fn a_file_that_gives_nothing_for_the_year_is_reported() {
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let all = kolada_of(&KOMMUNER.map(|(code, _, _, _, all)| ("N01951", code, 2020, all.to_string())));
    let files: [(&str, &[u8]); 3] =
        [("m.json", matt.as_bytes()), ("w.json", working.as_bytes()), ("a.json", all.as_bytes())];
    let outcome = run(&files, &of_year(2021));
    assert_eq!(outcome.reported, ["file_without_year"], "{}", outcome.text);
    assert!(outcome.text.contains("\"a.json\" has no figures of 2021"), "{}", outcome.text);
    assert!(outcome.text.contains("It has 2020."), "{}", outcome.text);
}

#[test]
fn years_that_are_there_are_never_said_to_be_missing() {
    // Försörjningsmått of 2014 to 2021, inhabitants of these and of 2022.
    let entries: Vec<_> = (2014..=2022)
        .flat_map(|year| {
            let matt = (year < 2022).then_some(("N01711", "0643", year, "400".to_owned()));
            matt.into_iter().chain([("N01713", "0643", year, "7300".to_owned())])
        })
        .collect();
    let outcome = run(&[("k.json", kolada_of(&entries).as_bytes())], &of_year(2022));
    assert_eq!(outcome.reported, ["year_not_there"], "{}", outcome.text);
    assert!(
        outcome.text.contains("no figures for forsorjningsmatt of 2022")
            && outcome.text.contains("They have 2014–2021."),
        "{}",
        outcome.text
    );
}

#[test]
fn a_heading_that_serves_two_columns_is_reported() {
    let text = with_columns("Ohälsotal", |_| "20".to_owned());
    let mapping = |name: &str| ColumnMapping { name: name.to_owned(), heading: "Ohälsotal".to_owned() };
    let options = Options { columns: vec![mapping("kvinnor"), mapping("man")], ..of_year(2021) };
    let outcome = run(&[("t.csv", text.as_bytes())], &options);
    assert_eq!(outcome.reported, ["heading_for_two_columns"], "{}", outcome.text);
    // Two columns of the file below one heading.
    let text =
        with_columns("Ohälsotal;Ohälsotal", |position| format!("{};{}", position + 20, position + 21));
    let outcome = run(&[("t.csv", text.as_bytes())], &column_of("ohalsotal", "Ohälsotal", 2021));
    assert_eq!(outcome.reported, ["heading_twice"], "{}", outcome.text);
    assert!(outcome.text.contains("t.csv:2:"), "{}", outcome.text);
}

#[test]
fn a_column_with_one_value_per_kommun_is_no_division() {
    let groups = ["Pendling", "Landsbygd", "Landsbygd", "Stad"];
    let text = with_columns("Kommungrupp", |position| groups[position].to_owned());
    assert_eq!(run(&[("t.csv", text.as_bytes())], &of_year(2021)).csv(), expected(2021, false));
    // Also where a kommun is named once for all its rows.
    let mut rows = vec![row(["Kommun", "Kommungrupp", "År", "Invånare 16-64 år", "Försörjningsmått"])];
    for ((_, name, working, matt, _), group) in KOMMUNER.into_iter().zip(groups) {
        for (year, place) in [("#2020", name), ("#2021", "")] {
            rows.push(row([place, group, year, &format!("#{working}"), &format!("#{matt}")]));
        }
    }
    let outcome = run(&[("t.xlsx", &workbook("Blad1", &rows))], &of_year(2021));
    assert_eq!(outcome.csv(), expected(2021, false));
}

#[test]
fn figures_without_a_heading_are_named_by_their_column() {
    let text = with_columns(";Län", |_| "17;Län".to_owned());
    let imported = run(&[("t.csv", text.as_bytes())], &of_year(2021)).imported.expect("an import");
    assert_eq!(imported.unnamed, [("t.csv".to_owned(), "E".to_owned())]);
    assert_eq!(imported.left_out, Vec::<String>::new());
    let outcome = run(&[("t.csv", "kommun;;\nHabo;7300;402\nHåbo;13500;1011\n".as_bytes())], &of_year(2021));
    assert_eq!(outcome.reported, ["figures_lack"], "{}", outcome.text);
    assert!(outcome.text.contains("without a heading, in column B and C"), "{}", outcome.text);
}

#[test]
fn a_csv_file_that_begins_with_a_bracket_is_a_csv_file() {
    let text = format!("[Egen sammanställning] för 2021\n{}", with_columns("Anm", |_| "x".to_owned()));
    assert_eq!(plain(&[("t.csv", text.as_bytes())]).csv(), expected(2021, false));
}

#[test]
fn a_table_by_lan_is_said_to_be_one() {
    // Försäkringskassan's, for län only.
    let rows = vec![
        row(["Ohälsotalet"]),
        row(["Hämtad 2022-01-15"]),
        row(["År", "Månad", "Län", "Ålder", "Kön", "Ohälsotalet"]),
        row(["#2021", "12", "17 Värmlands län", "Samtliga 16-64 år", "Kvinnor och män", "#29.5"]),
        row(["#2021", "12", "18 Örebro län", "Samtliga 16-64 år", "Kvinnor och män", "#27.5"]),
    ];
    let outcome = plain(&[("fk.xlsx", &workbook("Ohälsotal", &rows))]);
    assert_eq!(outcome.reported, ["table_per_lan"], "{}", outcome.text);
    // Names without "län", some of which are those of kommuner: Stockholm is a tenth of its län.
    let names = ["Stockholm", "Uppsala", "Södermanland", "Östergötland", "Jönköping", "Kalmar", "Gotland"];
    let mut text = "Region;Befolkning 16-64 år 2021;Försörjningsmått 2021\n".to_owned();
    for name in names {
        text += &format!("{name};1000;100\n");
    }
    let outcome = plain(&[("t.csv", text.as_bytes())]);
    assert_eq!(outcome.reported, ["table_per_lan"], "{}", outcome.text);
    // With another kommun among them they are kommuner.
    let kommuner = text.replace("Södermanland", "Habo").replace("Östergötland", "Håbo");
    assert_eq!(body(&plain(&[("t.csv", kommuner.as_bytes())])).len(), 7);
}

#[test]
fn saved_web_pages_are_said_to_be_pages() {
    let kolada =
        "<!DOCTYPE html><html lang=\"sv\"><head><title>Kolada</title></head><body>Habo</body></html>";
    let scb =
        "<html>\n<head><base href=\"https://www.statistikdatabasen.scb.se/\"></head><table></table></html>";
    let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.kolada.se/sok/\r\n\
                   MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n";
    for (name, text, advice) in [
        ("kolada.json", kolada, "as Excel on Kolada's page"),
        ("kolada.mhtml", archive, "as Excel on Kolada's page"),
        ("be0101.csv", scb, "Choose Save result on SCB's page"),
        ("tabell.xls", "<table><html><tr><td>Habo</td></tr>", "copy it into Excel"),
    ] {
        let outcome = plain(&[(name, text.as_bytes())]);
        assert_eq!(outcome.reported, ["web_page"], "{}", outcome.text);
        assert!(outcome.text.contains(advice), "{}", outcome.text);
    }
}

#[test]
fn our_own_table_is_imported_without_a_word() {
    use finsam::analysis::plausibility;
    use finsam::diagnostic::{Diagnostics, FigureProblem, Problem};
    use finsam::input::files::{Files, Location};
    use finsam::input::import::{import, known};

    let text = finsam::input::builtin::file("data/kommuner.csv").expect("the table");
    let files = Files::held([("kommuner.csv", text)]);
    let mut found = Diagnostics::default();
    let wanted = [Location::Held("kommuner.csv".to_owned())];
    let imported = import(&files, &wanted, &Options::default(), &mut found).expect("an import");
    plausibility::warn(&imported.table, &known(&files), &mut found);
    assert_eq!(
        found.len(),
        0,
        "{}",
        finsam::render::diagnostic::diagnostics(&found, finsam::text::language::Language::English, false)
    );
    assert_eq!(imported.files[0].sheets[0].form, Form::KommunTable);
    // A jump that is not ours is still reported of.
    let changed =
        text.replacen("2015,1315,Hylte,Hallands län,6156,1065", "2015,1315,Hylte,Hallands län,6156,1066", 1);
    assert_ne!(changed, text);
    let files = Files::held([("kommuner.csv", changed)]);
    let mut found = Diagnostics::default();
    let imported = import(&files, &wanted, &Options::default(), &mut found).expect("an import");
    plausibility::warn(&imported.table, &known(&files), &mut found);
    let of_hylte = found.iter().find(|one| matches!(&one.problem, Problem::Figure(FigureProblem::Jump { kommun, .. }) if kommun == "Hylte"));
    assert!(of_hylte.is_some());
}
