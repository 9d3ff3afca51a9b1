//! Files as R, pandas and the queries of Excel write them, beside what publishers do.

use finsam::input::import::column_mapping::ColumnMapping;
use finsam::input::import::{Form, Options};

use super::make::{
    KOMMUNER, expected, kolada, kolada_matt, kolada_of, kolada_working, of_year, plain, row, run,
    with_column, workbook,
};

#[test]
fn numbers_of_rows_are_no_figures() {
    // R and pandas number the rows in a column without a heading; read once more, R calls it "X".
    for heading in ["", "X", "...1", "Unnamed: 0"] {
        let mut wide = format!("\"{heading}\",\"kommun\",\"X2020\",\"X2021\"\n");
        let mut both = format!("{heading};Kommun;Invånare.16.64.år;Försörjningsmått\n");
        let mut long = format!("{heading},kpi,municipality_id,year,gender,count,value\n");
        for (position, (code, name, working, matt, _)) in KOMMUNER.into_iter().enumerate() {
            let number = position * 3 + 1;
            wide += &format!("\"{number}\",\"{name}\",1,{matt}\n");
            both += &format!("{number};{name};{working};{matt}\n");
            long += &format!("{},N01711,{code},2021,T,1,{matt}\n", 2 * position);
            long += &format!("{},N01713,{code},2021,T,1,{working}.0\n", 2 * position + 1);
        }
        let working = kolada_working(2021);
        let wide = format!("Försörjningsmått\n{wide}");
        let files: [(&str, &[u8]); 2] = [("wide.csv", wide.as_bytes()), ("w.json", working.as_bytes())];
        assert_eq!(run(&files, &of_year(2021)).csv(), expected(2021, false), "{heading}");
        for text in [both, long] {
            let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
            assert_eq!(outcome.csv(), expected(2021, false), "{heading}");
            let imported = outcome.imported.expect("an import");
            assert!(imported.unnamed.is_empty() && imported.left_out.is_empty(), "{heading}");
        }
    }
}

#[test]
fn a_year_is_asked_for_only_where_a_figure_is_used() {
    let mut text = "kommun;Landareal;Invånare 16-64 år 2021;Försörjningsmått 2021\n".to_owned();
    for (_, name, working, matt, _) in KOMMUNER {
        text += &format!("{name};75;{working};{matt}\n");
    }
    let outcome = plain(&[("t.csv", text.as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").left_out, ["Landareal"]);
    // Of one that is asked for no year is known.
    let outcome = run(&[("t.csv", text.as_bytes())], &with_column("areal", "Landareal"));
    assert_eq!(outcome.reported, ["year_unknown"], "{}", outcome.text);
}

#[test]
fn values_of_a_series_stand_in_the_column_that_says_so() {
    let mut text = "Nyckeltal;Kommun;År;Rang;Värde\n".to_owned();
    for (position, (_, name, working, matt, _)) in KOMMUNER.into_iter().enumerate() {
        text += &format!("Invånare 16-64 år;{name};2021;{position};{working}\n");
        text += &format!("Försörjningsmått;{name};2021;{};{matt}\n", 4 - position);
    }
    let outcome = plain(&[("t.csv", text.as_bytes())]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").left_out, ["Rang"]);
}

#[test]
fn series_are_known_in_the_rows_whatever_stands_above_them() {
    for heading in ["Nyckeltalsnamn", "title", "Statistik"] {
        let mut text = format!("{heading};Enhet;Kommun;2020;2021\n");
        for (_, name, working, matt, _) in KOMMUNER {
            text += &format!("Försörjningsmått, helårsekvivalenter;antal;{name};1;{matt}\n");
            text += &format!("Invånare 16-64 år, antal;personer;{name};1;{working}\n");
        }
        assert_eq!(run(&[("t.csv", text.as_bytes())], &of_year(2021)).csv(), expected(2021, false));
    }
}

#[test]
fn headings_of_excels_queries_are_koladas_own() {
    for [entry, of_gender] in
        [["Column1.", "Column1.values."], ["values.", "values.values."], ["", "values."], ["", ""]]
    {
        let heading = [
            format!("{entry}kpi"),
            format!("{entry}municipality"),
            format!("{entry}period"),
            format!("{of_gender}gender"),
            format!("{of_gender}count"),
            format!("{of_gender}status"),
            format!("{of_gender}value"),
            format!("{of_gender}isdeleted"),
        ];
        let mut rows = vec![heading.to_vec()];
        let figure = |kpi: &str, place: &str, value: &str, deleted: &str| {
            row([kpi, place, "#2021", "T", "#1", "", &format!("#{value}"), deleted])
        };
        for (code, _, working, matt, _) in KOMMUNER {
            rows.push(figure("N01711", code, matt, "FALSKT"));
            rows.push(figure("N01713", code, &working.to_string(), "FALSKT"));
        }
        rows.push(figure("N01713", "0643", "1", "SANT"));
        rows.push(figure("N01713", "G37449", "1", "FALSKT"));
        let outcome = plain(&[("kolada.xlsx", &workbook("Blad1", &rows))]);
        assert_eq!(outcome.csv(), expected(2021, false), "{entry}");
        let imported = outcome.imported.expect("an import");
        assert_eq!((imported.deleted, imported.aggregates), (1, 1), "{entry}");
    }
}

#[test]
fn codes_of_groups_of_kommuner_are_no_ages() {
    let groups = ["A1", "B3", "C9", "C8"];
    let names = ["A2. Förort", "B3 Större stad", "C6 Liten stad", "C9. Landsbygd"];
    for groups in [groups, names] {
        let mut text = "kommunkod;kommun;Kommungrupp;befolkning_16_64;forsorjningsmatt\n".to_owned();
        for ((code, name, working, matt, _), group) in KOMMUNER.into_iter().zip(groups) {
            text += &format!("{code};{name};{group};{working};{matt}\n");
        }
        assert_eq!(run(&[("t.csv", text.as_bytes())], &of_year(2021)).csv(), expected(2021, false));
    }
}

#[test]
fn codes_written_as_decimals_are_no_sign_of_statistics_sweden() {
    let mut text = "befolkning_16_64;forsorjningsmatt;municipality\n".to_owned();
    for (code, _, working, matt, _) in KOMMUNER {
        text += &format!("{working};{matt};{code}.0\n");
    }
    let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").files[0].sheets[0].form, Form::Plain);
}

#[test]
fn a_column_of_kolada_is_named_by_kolada_in_every_file() {
    let mut rows = vec![row(["kpi", "municipality", "period", "gender", "value"])];
    for (code, _, working, matt, _) in KOMMUNER {
        rows.push(row(["N01711", code, "#2021", "T", &format!("#{matt}")]));
        rows.push(row(["N01713", code, "#2021", "T", &format!("#{working}")]));
    }
    let outcome = plain(&[("kolada.xlsx", &workbook("Blad1", &rows))]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").files[0].sheets[0].form, Form::KoladaWorkbook);
}

#[test]
fn a_heading_that_is_asked_for_is_one_of_figures() {
    let mut text = "Kommun;Inv;Mått;Kod\n".to_owned();
    for (position, (_, name, working, matt, _)) in KOMMUNER.into_iter().enumerate() {
        text += &format!("{name};{working};{matt};{position}\n");
    }
    let mapping =
        |name: &str, heading: &str| ColumnMapping { name: name.to_owned(), heading: heading.to_owned() };
    let columns = vec![mapping("befolkning_16_64", "Inv"), mapping("forsorjningsmatt", "Mått")];
    let options = Options { columns, ..of_year(2021) };
    assert_eq!(run(&[("t.csv", text.as_bytes())], &options).csv(), expected(2021, false));
}

#[test]
fn a_column_that_everything_rests_on_is_asked_for_by_a_heading_that_is_there() {
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let files: [(&str, &[u8]); 2] = [("m.json", matt.as_bytes()), ("w.json", working.as_bytes())];
    for (column, heading) in [("forsorjningsmatt", "N01711x"), ("befolkning_16_64", "Invånare")] {
        let outcome = run(&files, &with_column(column, heading));
        assert_eq!(outcome.reported, ["series_not_found"], "{}", outcome.text);
    }
    // It is said once that the column is missing, and which heading was meant.
    let mut text = "kommun;Invånare 16-64 år 2021;Försörjningstal 2021\n".to_owned();
    for (_, name, working, matt, _) in KOMMUNER {
        text += &format!("{name};{working};{matt}\n");
    }
    let outcome = run(&[("t.csv", text.as_bytes())], &with_column("forsorjningsmatt", "Försörjningstalet"));
    assert_eq!(outcome.reported, ["series_not_found"], "{}", outcome.text);
    assert!(outcome.text.contains("Did you mean \"Försörjningstal\"?"), "{}", outcome.text);
}

#[test]
fn the_heading_that_is_asked_for_is_taken_before_one_that_is_known() {
    let mut text = "kommun;Invånare 16-64 år;Försörjningsmått;Prognos\n".to_owned();
    for (_, name, working, matt, _) in KOMMUNER {
        text += &format!("{name};{working};1;{matt}\n");
    }
    let options = Options { year: Some(2021), ..with_column("forsorjningsmatt", "Prognos") };
    let outcome = run(&[("t.csv", text.as_bytes())], &options);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").left_out, ["Försörjningsmått"]);
}

#[test]
fn what_has_no_figure_of_a_kommun_says_what_it_has() {
    let of = |places: &[&str]| {
        let entries: Vec<_> = places.iter().map(|place| ("N01711", *place, 2021, "1".to_owned())).collect();
        kolada_of(&entries)
    };
    let deleted = kolada_matt(2021).replace("\"status\"", "\"isdeleted\":true,\"status\"");
    let none = "{\"count\":0,\"values\":[],\"next_url\":null,\"previous_url\":null}";
    for (text, code, words) in [
        (of(&["0001", "0014"]), "table_per_lan", "has figures by län"),
        (of(&["G37449", "G123"]), "no_kommuner", "are of the country or of groups"),
        (of(&["0000"]), "no_kommuner", "are of the country or of groups"),
        (deleted, "no_kommuner", "Kolada has removed all figures"),
        (none.to_owned(), "no_kommuner", "has no figures"),
        ("lanskod;2021\n17;5\n18;6\n".to_owned(), "table_per_lan", "has figures by län"),
        ("Region;2021\nVärmlands län;5\n".to_owned(), "table_per_lan", "has figures by län"),
        ("Region;2021\nRiket;5\n".to_owned(), "no_kommuner", "are of the country or of groups"),
        ("Värmlands län\n\na;b\n1;2\n".to_owned(), "no_kommuner", "no column with kommuner"),
    ] {
        let name = if text.starts_with('{') { "t.json" } else { "t.csv" };
        let outcome = plain(&[(name, text.as_bytes())]);
        assert_eq!(outcome.reported, [code], "{}", outcome.text);
        assert!(outcome.text.contains(words), "{words}: {}", outcome.text);
    }
}

#[test]
fn markup_of_any_kind_is_no_table() {
    let table = "<table><tr><th>Kommun</th></tr><tr><td>Habo</td></tr></table>";
    let json = "<html><body><pre>{\"values\":[{\"kpi\":\"N01711\"}]}</pre></body></html>";
    let long = format!("<!--{}-->\n<html>{table}</html>", "x".repeat(5_000));
    let sheet = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    let safari = "bplist00\u{1}_\u{10}\u{f}WebMainResource https://www.kolada.se/";
    for (name, text, advice) in [
        ("tabell.xls", table, "copy it into Excel"),
        ("tabell.csv", &format!("\n <meta charset=\"utf-8\">{table}"), "copy it into Excel"),
        ("lang.csv", &long, "copy it into Excel"),
        ("svar.json", json, "as Excel on Kolada's page"),
        ("blad.xml", sheet, "Open it in Excel"),
        ("sida.webarchive", safari, "as Excel on Kolada's page"),
    ] {
        let outcome = plain(&[(name, text.as_bytes())]);
        assert_eq!(outcome.reported, ["web_page"], "{}", outcome.text);
        assert!(outcome.text.contains(advice), "{}", outcome.text);
    }
}

#[test]
fn headings_that_are_years_alone_need_a_title() {
    let mut text = "kommun;2020;2021\n".to_owned();
    for (_, name, working, ..) in KOMMUNER {
        text += &format!("{name};{working};{working}\n");
    }
    let outcome = plain(&[("t.csv", text.as_bytes())]);
    assert_eq!(outcome.reported, ["figures_lack"], "{}", outcome.text);
    assert!(outcome.text.contains("the row above the headings"), "{}", outcome.text);
}

#[test]
fn groups_of_many_names_are_no_kommuner() {
    let mut rows = vec![row(["Kolada – Fri sökning"]), row(["", "", "2021"])];
    for (_, name, working, matt, _) in KOMMUNER {
        rows.push(row(["Invånare 16-64 år, antal", name, &format!("#{working}")]));
        rows.push(row(["Försörjningsmått, helårsekvivalenter", name, &format!("#{matt}")]));
    }
    let groups = [
        "Alla regioner",
        "Norrlandskommuner",
        "Skåne kommuner",
        "Mindre städer/tätorter och landsbygdskommuner",
        "Större städer (ovägt medel)",
        "Göteborgsregionen (GR)",
    ];
    for group in groups {
        rows.push(row(["Invånare 16-64 år, antal", group, "#1"]));
    }
    let outcome = plain(&[("kolada.xlsx", &workbook("Kolada nyckeltal", &rows))]);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").aggregates, groups.len());
}

#[test]
fn a_figure_of_our_own_table_is_no_jump_whatever_stands_beside_it() {
    use finsam::analysis::plausibility;
    use finsam::diagnostic::{Diagnostics, FigureProblem, Problem};
    use finsam::input::files::{Files, Location};
    use finsam::input::import::{import, known};

    // Without the columns that nobody needs, and with the figure of one kommun changed.
    let text = finsam::input::builtin::file("data/kommuner.csv").expect("the table");
    let mut short = String::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split(',').take(6).collect();
        let is_changed = cells[0] == "2021" && cells[1] == "0643";
        let matt = if is_changed { "990" } else { cells[5] };
        short += &format!("{},{matt}\n", cells[..5].join(","));
    }
    let files = Files::held([("t.csv", short.into_bytes())]);
    let mut found = Diagnostics::default();
    let wanted = [Location::Held("t.csv".to_owned())];
    let imported = import(&files, &wanted, &Options::default(), &mut found).expect("an import");
    plausibility::warn(&imported.table, &known(&files), &mut found);
    let jumps: Vec<&str> = found
        .iter()
        .filter_map(|one| match &one.problem {
            Problem::Figure(FigureProblem::Jump { kommun, .. }) => Some(kommun.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(jumps, ["Habo"]);
}

#[test]
fn a_series_that_no_column_is_made_of_is_named() {
    let other = kolada("N99999", 2021, |position| position.to_string());
    let (matt, working) = (kolada_matt(2021), kolada_working(2021));
    let files: [(&str, &[u8]); 3] =
        [("m.json", matt.as_bytes()), ("w.json", working.as_bytes()), ("o.json", other.as_bytes())];
    let outcome = plain(&files);
    assert_eq!(outcome.csv(), expected(2021, false));
    assert_eq!(outcome.imported.expect("an import").left_out, ["N99999"]);
}
