//! Every figure of a table stands in the row of what it is of, whatever came, went or took over a name.

use serde_json::Value;

use super::run::Place;

/// Scenarios in which the rows of one list are not those of another: a kommun of no förbund that joins and ends
/// outside, one that joins from another region, one that leaves for a förbund outside, förbund that are dissolved and
/// one that takes over the name of another.
const ODD: [(&str, &str); 5] = [
    (
        "ut_igen",
        "[[change]]\nmove = [\"Ale\"]\nto = \"Trollhättan\"\n[[change]]\nmove = [\"Ale\"]\noutside = \"annat\"\n",
    ),
    ("in", "[[change]]\nmove = [\"Ale\", \"Habo\"]\nto = \"BÅD-ESÅ\"\n"),
    ("ut", "[[change]]\nmove = [\"Bengtsfors\", \"Mellerud\"]\noutside = \"annat\"\n"),
    (
        "samma_namn",
        "[[change]]\nmerge = [\"BÅD-ESÅ\", \"Vänersborg/Mellerud\"]\ninto = \"Vänersborg/Mellerud\"\n\
         [[change]]\ncreate = \"BÅD-ESÅ\"\nkommuner = [\"Grästorp\", \"Ale\"]\n",
    ),
    ("upphor", "[[change]]\nmove = [\"Vänersborg\", \"Mellerud\"]\nto = \"BÅD-ESÅ\"\n"),
];

/// What is said of the kommun that joins and ends outside.
const AGAIN: &[&str] = &["kommun_moved_again"];

fn place() -> Place {
    let place = Place::empty();
    for (name, changes) in ODD {
        let head = format!(
            "name = \"{name}\"\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n{changes}"
        );
        place.write(&format!("{name}.toml"), &head);
    }
    place
}

/// The tables of a Markdown text by the heading before each, as rows of cells; the first is the header. Numbers are
/// written as programs write them.
fn tables(markdown: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let tables = crate::markdown::tables(markdown).into_iter().map(|(heading, rows)| {
        (plain(&heading), rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect())
    });
    tables.collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', "").replace('−', "-").replace(['\\', '*'], "").trim().to_owned()
}

/// An amount as Markdown shows it, without blanks.
fn shown(value: &Value) -> String {
    value.as_i64().map_or_else(|| "–".to_owned(), |amount| amount.to_string())
}

fn signed(value: &Value) -> String {
    let amount = value.as_i64();
    amount.filter(|amount| *amount > 0).map_or_else(|| shown(value), |amount| format!("+{amount}"))
}

#[test]
fn of_those_who_leave_net_is_spoken_only_where_it_is_known() {
    let leave = |model: &str| {
        let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n1001,Ale,R,10000,1000\n1002,Bjuv,R,11000,1100\n";
        let baseline = format!(
            "name = \"B\"\nkommuner = \"k.csv\"\n{model}[[forbund]]\nname = \"A\"\nkommuner = [\"Ale\", \"Bjuv\"]\nbudget = 4_000_000\n"
        );
        let scenario = "name = \"S\"\nbaseline = \"b.toml\"\n[[change]]\nleave = [\"Ale\"]\n";
        let place = Place::with(&[("k.csv", table), ("b.toml", &baseline), ("s.toml", scenario)]);
        let result = place.run("simulate s.toml --format json").json();
        let assumptions = result["assumptions"].as_array().expect("assumptions").clone();
        let left: Vec<Value> = assumptions.into_iter().filter(|one| one["id"] == "left").collect();
        assert_eq!(left.len(), 1, "{left:?}");
        (result["after"]["net"].is_null(), left[0]["text"].as_str().expect("a sentence").contains("Netto"))
    };
    assert_eq!(leave(""), (true, false));
    assert_eq!(
        leave("[model]\nappropriation = 9_000_000\n[model.rest_of_country]\nforbund = 3\n"),
        (false, true)
    );
}

#[test]
fn ratios_of_all_forbund_leave_out_what_outside_ones_are_paid() {
    let place = place();
    let result = place.run("simulate ut.toml --format json").json();
    let rows = result["after"]["gross"]["forbund"].as_array().expect("rows").clone();
    assert!(rows.iter().any(|row| row["outside"] == true), "one that is outside");
    let sum = |figure: &str| -> i64 {
        let inside = rows.iter().filter(|row| row["outside"] == false);
        inside.map(|row| row[figure].as_i64().expect("an amount")).sum()
    };
    let all = |amount: i64, per: i64, decimals: i64| {
        // Half away from zero to two decimals.
        let parts = (amount * decimals * 2 / per + 1) / 2;
        format!("{},{:02}", parts / 100, parts % 100)
    };
    let markdown = place.run("compare ut.toml --by forbund --format markdown").answer();
    let tables = tables(&markdown);
    let of_all = |caption: &str| {
        let (_, table) = tables
            .iter()
            .find(|(heading, _)| heading.contains(caption))
            .unwrap_or_else(|| panic!("{caption}: {tables:?}"));
        table.last().expect("all")[2].clone()
    };
    assert_eq!(of_all("andel av intäkterna"), all(sum("kansli"), sum("total"), 10_000));
    assert_eq!(of_all("per invånare"), all(sum("insatser"), sum("befolkning_16_64"), 100));
}

#[test]
fn the_tables_of_a_whole_report_say_what_each_of_their_columns_holds() {
    let place = place();
    place.run("report ut.toml in.toml -o r.md").wrote().answer();
    let tables = tables(&place.read("r.md"));
    let heads = |caption: &str, column: &str| {
        let mut tables = tables.iter().filter(|(heading, table)| {
            heading.contains(caption) && table[0].iter().any(|heading| heading == column)
        });
        tables.next().expect("such a table").1[0].clone()
    };
    assert_eq!(
        heads("Förbundens pengar till insatser", "Insatser/inv."),
        [
            "Förbund", "Nuläge", "Insatser/inv.", "Kansli, %", "ut", "Insatser/inv.", "Kansli, %", "in",
            "Insatser/inv.", "Kansli, %"
        ]
    );
    assert_eq!(
        heads("Kommunernas bidrag", "Bidrag/inv."),
        ["Kommun", "Nuläge", "Bidrag/inv.", "ut", "Bidrag/inv.", "in", "Bidrag/inv."]
    );
}

#[test]
fn under_every_key_each_kommun_stands_in_its_own_row() {
    let place = place();
    for (name, _) in ODD {
        let result = place.run(&format!("simulate {name}.toml --format json")).warned(AGAIN).json();
        let kommuner = result["kommuner"].as_array().expect("kommuner");
        let keys = result["criteria"]["keys"].as_array().expect("keys");
        let markdown =
            place.run(&format!("simulate {name}.toml --criteria --format markdown")).warned(AGAIN).answer();
        let tables = tables(&markdown);
        let (_, table) =
            tables.iter().find(|(caption, _)| caption.contains("fördelningsnycklar")).expect("keys");
        assert_eq!(table.len(), kommuner.len() + 2, "{name}: a row per kommun, the header and the sum");
        for (row, kommun) in table[1..].iter().zip(kommuner) {
            assert_eq!(row[0], kommun["kommun"].as_str().expect("a name"), "{name}");
            assert_eq!(row[1], shown(&kommun["contribution_before"]), "{name} {}", row[0]);
            for (key, cells) in keys.iter().zip(row[2..].chunks(2)) {
                let found = key["kommuner"].as_array().into_iter().flatten();
                let mut found = found.filter(|one| one["kommunkod"] == kommun["kommunkod"]);
                let under = found.next().unwrap_or_else(|| panic!("{name}: {kommun} under {}", key["key"]));
                assert!(found.next().is_none());
                assert_eq!(cells[0], shown(&under["contribution_after"]["gross"]), "{name} {row:?}");
                assert_eq!(cells[1], signed(&under["change_from_today"]["gross"]), "{name} {row:?}");
                // Under the key in use a kommun pays what it pays, unless that is outside.
                let pays = &kommun["contribution_after"]["gross"];
                let amount = &under["contribution_after"]["gross"];
                let outside = amount.is_null();
                assert!(key["in_use"] == false || outside || amount == pays, "{name} {kommun}");
                assert!(
                    key["in_use"] == false || under["contribution_before"] == kommun["contribution_before"]
                );
            }
        }
        // The sum is that of the rows.
        let sum = table.last().expect("a sum");
        for column in (1..sum.len()).filter(|column| *column == 1 || column % 2 == 0) {
            let rows = table[1..table.len() - 1].iter();
            let all: i64 = rows.filter_map(|row| row[column].parse::<i64>().ok()).sum();
            assert_eq!(sum[column], all.to_string(), "{name}: column {column}");
        }
    }
}

#[test]
fn every_format_shows_the_same_rows() {
    let place = place();
    for (name, _) in ODD {
        place.run(&format!("report {name}.toml -o r.md -o r.html -o r.docx")).wrote().warned(AGAIN).answer();
        let terminal =
            place.run(&format!("simulate {name}.toml --criteria --width 200")).warned(AGAIN).answer();
        let page = plain(&place.read("r.html"));
        let word = plain(&text_of_word(&place, "r.docx"));
        let tables = tables(&place.read("r.md"));
        let of_keys: Vec<_> =
            tables.iter().filter(|(caption, _)| caption.contains("fördelningsnycklar")).collect();
        // What all pay today under each key; afterwards that stands with the alternative alone.
        assert_eq!(of_keys.iter().filter(|(_, table)| table[0].len() > 7).count(), 1, "{name}");
        for (caption, table) in of_keys {
            for row in table.iter().skip(1) {
                let in_page = format!("{}</th><td>{}</td>", row[0], row[1..].join("</td><td>"));
                let figures = page.replace(" class=\"figure\"", "");
                assert!(figures.contains(&in_page), "{name} {caption}: {in_page}");
                assert!(is_in_word(&word, row), "{name} {caption}: {row:?} in Word");
                let words = row.join(" ");
                let is_row = |line: &str| plain(line).split_whitespace().eq(words.split_whitespace());
                let in_terminal = terminal.lines().any(is_row);
                // The comparison's table of today stands only in reports.
                assert!(
                    in_terminal || caption.starts_with("Nuläget"),
                    "{name} {caption}: {row:?} in {terminal}"
                );
            }
        }
    }
}

/// Whether a row stands in a document. A table wider than a page is divided into parts, each with the first column.
fn is_in_word(word: &str, row: &[String]) -> bool {
    let mut rest = &row[1..];
    while !rest.is_empty() {
        let stands = |cells: usize| word.contains(&format!("{}\n{}\n", row[0], rest[..cells].join("\n")));
        let Some(cells) = (1..=rest.len()).rev().find(|cells| stands(*cells)) else {
            return false;
        };
        rest = &rest[cells..];
    }
    true
}

/// The text of a document as it is written.
pub(super) fn xml_of_word(place: &Place, name: &str) -> String {
    let file = std::fs::File::open(place.path(name)).expect("a document");
    let mut archive = zip::ZipArchive::new(file).expect("a zip file");
    let part = archive.by_name("word/document.xml").expect("the text");
    std::io::read_to_string(part).expect("UTF-8")
}

/// The text of a document, each paragraph a line.
pub(super) fn text_of_word(place: &Place, name: &str) -> String {
    let xml = xml_of_word(place, name);
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, behind) = piece.split_once('>').unwrap_or((piece, ""));
        if tag.starts_with("w:t ") || tag == "w:t" {
            text.push_str(&behind.replace("&amp;", "&"));
        } else if tag == "/w:p" {
            text.push('\n');
        }
    }
    text
}

#[test]
fn in_a_comparison_too_whatever_the_order_of_the_alternatives() {
    let place = place();
    let today = |order: &str| {
        place.run(&format!("report {order} -o r.md")).wrote().warned(AGAIN).answer();
        let tables = tables(&place.read("r.md"));
        let found =
            tables.into_iter().find(|(caption, _)| caption.starts_with("Nuläget: ")).expect("today's keys");
        found.1
    };
    let names: Vec<String> = ODD.iter().map(|(name, _)| format!("{name}.toml")).collect();
    let expected = today(&names[4]);
    assert_eq!(expected.len(), 12, "ten kommuner, the header and the sum");
    let mut turned = names.clone();
    for _ in 0..names.len() {
        turned.rotate_left(1);
        assert_eq!(today(&turned.join(" ")), expected, "{turned:?}");
    }
}

#[test]
fn who_takes_no_part_on_a_side_pays_nothing_there_and_every_column_adds_up() {
    let place = place();
    for (name, _) in ODD {
        let result = place.run(&format!("simulate {name}.toml --format json")).warned(AGAIN).json();
        for party in ["kommuner", "regions"].iter().flat_map(|list| result[list].as_array().expect("a list"))
        {
            for side in ["gross", "net"] {
                let amount = |value: &Value| value.as_i64().unwrap_or(0);
                let [before, after] = [&party["contribution_before"], &party["contribution_after"][side]];
                assert_eq!(
                    party["contribution_delta"][side],
                    amount(after) - amount(before),
                    "{name} {party}"
                );
            }
        }
        let answer = place.run(&format!("simulate {name}.toml --format markdown")).warned(AGAIN).answer();
        for (caption, table) in tables(&answer) {
            if !caption.contains("bidrag per år") {
                continue;
            }
            let (sum, rows) = table[1..].split_last().expect("a sum");
            assert_eq!(sum[0], "Summa");
            for column in (1..sum.len()).filter(|column| !sum[*column].is_empty()) {
                let all: i64 = rows.iter().filter_map(|row| row[column].parse::<i64>().ok()).sum();
                assert_eq!(sum[column].parse::<i64>(), Ok(all), "{name} {caption}: column {column}");
            }
        }
        // A dash is explained below each table that has one, and only there.
        let dashes = tables(&answer).iter().filter(|(_, table)| has_dash(table)).count();
        assert_eq!(answer.lines().filter(|line| line.starts_with("– ")).count(), dashes, "{name}: {answer}");
    }
}

fn has_dash(table: &[Vec<String>]) -> bool {
    table.iter().any(|row| row.iter().any(|cell| cell == "–"))
}

#[test]
fn the_change_of_one_who_joins_is_explained() {
    let run = place().run("explain in.toml --kommun Habo --metric contribution_delta --lang en");
    let answer = run.warned(AGAIN).answer().replace('\u{a0}', " ");
    assert!(answer.contains("Habo pays nothing today: it is in no förbund"), "{answer}");
    place().run("explain in.toml --metric regions.0.contribution_delta.net").warned(AGAIN).answer();
}
