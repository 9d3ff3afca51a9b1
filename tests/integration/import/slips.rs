//! Ways in which a wrong figure could slip through, each met in a review with files made like real ones.

use super::make::{KOMMUNER, kolada_matt, kolada_working, of_year, plain, run, with_column};

/// The real figures of 2021: code, name, inhabitants 16–64, försörjningsmått, all inhabitants.
fn real() -> Vec<[String; 5]> {
    let text = finsam::input::builtin::file("data/kommuner.csv").expect("the table");
    let rows = text.lines().filter(|line| line.starts_with("2021")).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        [1, 2, 4, 5, 6].map(|column| cells[column].to_owned())
    });
    rows.collect()
}

/// A table of ours with the real figures, whose rows can be changed.
fn table(change: impl Fn(&mut [String; 5])) -> String {
    let mut text = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,folkmangd\n".to_owned();
    for mut row in real() {
        change(&mut row);
        text += &format!("{}\n", row.join(","));
    }
    text
}

#[track_caller]
fn reported(name: &str, text: &str, expected: &[&str]) -> String {
    let outcome = run(&[(name, text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.reported, expected, "{}", outcome.text);
    outcome.text
}

#[test]
fn figures_that_could_be_codes_are_not_taken_for_kommuner() {
    // By single ages most figures of a small kommun have three digits, as codes have that lost their zero.
    let mut text = "region,ålder,Folkmängd 2021\n".to_owned();
    for (kommun, [code, name, ..]) in real().iter().take(30).enumerate() {
        for age in 0..=100 {
            let age_text = if age == 100 { "100+ år".to_owned() } else { format!("{age} år") };
            text += &format!("{code} {name},{age_text},{}\n", 114 + (kommun * 101 + age * 7) % 600);
        }
    }
    let mut matt = "kommun,Försörjningsmått 2021\n".to_owned();
    for [_, name, _, figure, _] in real().iter().take(30) {
        matt += &format!("{name},{figure}\n");
    }
    let outcome = plain(&[("be.csv", text.as_bytes()), ("m.csv", matt.as_bytes())]);
    let imported = outcome.imported.expect("an import");
    assert_eq!((imported.table.rows.len(), outcome.reported), (30, Vec::new()));
}

#[test]
fn a_total_with_a_code_is_reported() {
    let with_sum = table(|_| {}) + "9999,Summa,6372146,784018,10452326\n";
    let text = reported("t.csv", &with_sum, &["unknown_place"]);
    assert!(text.contains("\"9999\" is not a known kommun"), "{text}");
    let with_area = table(|_| {}) + "0699,Småland,6372146,784018,10452326\n";
    reported("t.csv", &with_area, &["own_kommun"]);
}

#[test]
fn a_part_of_the_population_is_not_the_population() {
    for heading in [
        "Sysselsatt befolkning 16-64 år",
        "Invånare 16-64 år (K)",
        "Folkmängd 16-64 år, utländska medborgare",
    ] {
        let text =
            table(|_| {}).replacen("befolkning_16_64", heading, 1).replace("kommunkod,kommun", "Kod,Namn");
        reported("t.csv", &text.replace(", utländska", " utländska"), &["figures_lack"]);
    }
    let text = table(|_| {})
        .replacen("forsorjningsmatt", "Försörjningsmått kvinnor", 1)
        .replace("kommunkod,kommun", "Kod,Namn");
    reported("t.csv", &text, &["figures_lack"]);
}

#[test]
fn ages_of_heading_and_row_must_agree() {
    let mut text = "Kommun,Ålder,Befolkning 16-64 år,Försörjningsmått\n".to_owned();
    for (_, name, working, matt, _) in KOMMUNER {
        text += &format!("{name},20-64 år,{working},{matt}\n");
    }
    reported("t.csv", &text, &["ages_contradict"]);
    reported("t.csv", &text.replace("20-64 år", "totalt"), &[]);
    // A mapping for the inhabitants takes the wanted ages, not the total.
    let mut text = "region,ålder,Folkmängd 2021\n".to_owned();
    for (code, name, working, _, all) in KOMMUNER {
        text += &format!("{code} {name},16-64 år,{working}\n{code} {name},totalt ålder,{all}\n");
    }
    let files = [("b.csv", text.as_bytes()), ("m.json", &*kolada_matt(2021).into_bytes().leak())];
    let outcome = run(&files, &with_column("befolkning_16_64", "Folkmängd"));
    assert!(outcome.csv().contains("0643,Habo,Jönköpings län,7300,402,12600\n"), "{}", outcome.csv());
}

#[test]
fn a_table_of_counties_is_no_table_of_kommuner() {
    let text = "Län,År,Befolkning 16-64 år,Försörjningsmått\nJönköping,2021,218494,26886\nKalmar,2021,140000,19000\n";
    reported("t.csv", text, &["table_per_lan"]);
}

#[test]
fn years_are_read_where_they_stand() {
    let dated = |of_north: &str| {
        let text = table(|row| {
            let year = match &row[0][..1] {
                "0" => "2021*",
                "1" => "2021 (prel.)",
                _ => of_north,
            };
            row[0] = format!("{year},{}", row[0]);
        });
        text.replacen("kommunkod", "ar,kommunkod", 1)
    };
    let outcome = plain(&[("t.csv", dated("2021p").as_bytes())]);
    assert_eq!(outcome.imported.expect("an import").table.rows.len(), 290);
    // What cannot be read is reported, not dropped in silence.
    let outcome = plain(&[("t.csv", dated("i fjol").as_bytes())]);
    assert_eq!(outcome.reported, ["cell_unread"], "{}", outcome.text);
    // A year in the title holds, and contradicts another one.
    let titled = format!("Siffror för 2020\n{}", table(|_| {}));
    let outcome = plain(&[("t.csv", titled.as_bytes())]);
    assert_eq!(outcome.imported.expect("an import").table.years(), [2020]);
    assert_eq!(run(&[("t.csv", titled.as_bytes())], &of_year(2021)).reported[0], "year_contradicts");
    // A title that begins with a year is no row of Vansbro, whose code is 2021.
    for title in ["2021 års siffror", "2021-12-31"] {
        let titled = format!("{title}\n{}", table(|_| {}));
        assert_eq!(
            run(&[("t.csv", titled.as_bytes())], &of_year(2021)).reported,
            Vec::<&str>::new(),
            "{title}"
        );
    }
}

#[test]
fn zeros_of_social_assistance_are_reported() {
    let mut text = "region,månad,Ekonomiskt bistånd,Summa helårsekvivalenter\n".to_owned();
    for (code, name, _, matt, _) in KOMMUNER {
        for month in 1..=12 {
            let (assistance, sum) = match (code, month) {
                ("0643", _) => ("0", matt),
                ("0305", 3) => ("10", "0"),
                _ => ("10", matt),
            };
            text += &format!("{code} {name},2021M{month:02},{assistance},{sum}\n");
        }
    }
    let files = [("he.csv", text.as_bytes()), ("w.json", &*kolada_working(2021).into_bytes().leak())];
    let outcome = run(&files, &with_column("forsorjningsmatt", "Summa helårsekvivalenter"));
    assert_eq!(outcome.reported, ["nought_months", "without_assistance"], "{}", outcome.text);
}

#[test]
fn a_formula_without_a_value_is_reported_even_if_all_are() {
    let text = table(|row| row[2] = "=SUM(A1:A2)".to_owned());
    let outcome = run(&[("t.csv", text.as_bytes())], &of_year(2021));
    assert_eq!(outcome.reported[0], "no_figure");
    assert!(outcome.text.contains("formula without a stored value"), "{}", &outcome.text[..600]);
}

#[test]
fn remarks_do_not_divide_a_table() {
    let text = table(|row| row[1].push_str(if row[0] == "0114" { ",reviderad" } else { ",preliminär" }));
    reported("t.csv", &text.replacen("kommun,", "kommun,Anmärkning,", 1), &[]);
}

#[test]
fn decimals_of_any_column_show_what_a_point_means() {
    let table = |other: &str| {
        let mut text = "kommun;Invånare 16-64 år;Försörjningsmått;Landareal\n".to_owned();
        for (_, name, working, ..) in KOMMUNER {
            text += &format!("{name};{working};1.442;{other}\n");
        }
        text
    };
    let text = reported("t.csv", &table("20,5"), &["cell_ambiguous"; 4]);
    assert!(text.contains("t.csv:2:22"), "{text}");
    for sound in ["20.5", "20", "anno 2,5"] {
        reported("t.csv", &table(sound), &[]);
    }
}
