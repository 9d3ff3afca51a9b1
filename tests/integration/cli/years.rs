//! What people read of a path: the years in tables, what they add up to, and of which year everything else is.

use serde_json::Value;

use super::joining::text_of_word;
use super::run::Place;

const TABLE: &str = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt,lat,lon\n\
    2024,0101,Ada,50000,5000,59,17\n2024,0102,Bo,30000,3000,59,18\n2024,0103,Ce,20000,2000,60,18\n\
    2024,0104,Du,40000,4000,60,17\n\
    2025,0101,Ada,51000,5200,59,17\n2025,0102,Bo,29000,2900,59,18\n2025,0103,Ce,20500,2000,60,18\n\
    2025,0104,Du,40000,4100,60,17\n";

/// Three förbund of one kommun each, from 2026 to 2030.
fn baseline(kansli: &str) -> String {
    let forbund = ["Ada", "Bo", "Ce"]
        .map(|name| format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{name}\"]\n{kansli}"));
    format!(
        "name = \"Nu\"\nkommuner = \"t.csv\"\n\
         [path]\nfrom = 2026\nto = 2030\nfigures_lag = 2\nkansli_index = 0.02\ndiscount_rate = 0.03\n\
         [model]\nappropriation = {{ 2026 = 20_000_000, 2028 = 21_000_000 }}\n\
         [model.rest_of_country]\nforbund = 1\nkommuner = [\"Du\"]\n{}",
        forbund.concat()
    )
}

/// From the middle of 2027 on one förbund less, with costs before and then.
const MERGED: &str = "[[change]]\nmerge = [\"Ada\", \"Bo\"]\ninto = \"Adabo\"\nkansli = 100_000\nfrom = \"2027-07\"\n\
    engangskostnad = { 2026 = 150_000, 2027 = 100_000 }\n";

const SHARED: &str = "[[change]]\nshared_kansli = [\"Ada\", \"Bo\", \"Ce\"]\nkansli = 1_200_000\nsplit_by = \"lika\"\n\
    from = 2027\nengangskostnad = 450_000\n";

fn place(kansli: &str) -> Place {
    let scenario = |name: &str, changes: &str| format!("name = \"{name}\"\nbaseline = \"u.toml\"\n{changes}");
    Place::with(&[
        ("t.csv", TABLE),
        ("u.toml", &baseline(kansli)),
        ("ett.toml", &scenario("Ett", MERGED)),
        ("delat.toml", &scenario("Delat", SHARED)),
        ("nej.toml", &scenario("Nej", "")),
    ])
}

const KANSLI: &str = "kansli = 500_000\n";

/// An answer in Markdown with plain blanks.
fn answer(place: &Place, arguments: &str) -> String {
    place.run(&format!("{arguments} --format markdown")).answer().replace('\u{a0}', " ")
}

/// The cells of a table by its caption, headings first.
#[track_caller]
fn table(answer: &str, caption: &str) -> Vec<Vec<String>> {
    let (_, after) = answer.split_once(&format!("## {caption}\n")).expect("a table of this caption");
    let lines = after.lines().skip_while(|line| line.is_empty()).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().replace("**", "").replace('\\', ""))
            .collect()
    };
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    [&rows[..1], &rows[2..]].concat()
}

/// The amounts below a heading: those of the years, then the others.
#[track_caller]
fn column(table: &[Vec<String>], heading: &str) -> Vec<i64> {
    let place = table[0].iter().position(|cell| cell == heading).expect("a column of this heading");
    let amounts = table[1..].iter().map(|row| row[place].as_str()).filter(|cell| !cell.is_empty());
    amounts.map(|cell| cell.replace([' ', '+'], "").replace('−', "-").parse().expect("an amount")).collect()
}

fn accumulated(result: &Value, side: &str, figure: &str) -> i64 {
    result["path"]["accumulated"][side][figure].as_i64().expect("an amount")
}

const SIDES: [(&str, &str); 2] = [("gross", "brutto"), ("net", "netto")];

#[test]
fn the_years_add_up_to_what_the_path_accumulates() {
    let place = place(KANSLI);
    let (result, answer) =
        (place.run("simulate ett.toml --format json").json(), answer(&place, "simulate ett.toml"));
    for (side, caption) in SIDES {
        let table = table(&answer, &format!("År för år, {caption} (kr)"));
        let years: Vec<&str> = table[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(years, ["2026", "2027 *", "2028", "2029", "2030", "Summa", "Nuvärde"]);
        let of_years = result["path"]["years"].as_array().expect("years");
        for (heading, figure, sum) in [
            ("Förändring", "insatser", "insatser"),
            ("Engångskostnad", "", "one_off"),
            ("Summa", "total", ""),
        ] {
            let (amounts, total) = {
                let all = column(&table, heading);
                (all[..5].to_vec(), all[5])
            };
            let known: Vec<i64> = of_years
                .iter()
                .map(|year| match heading {
                    "Engångskostnad" => &year["one_off"],
                    "Summa" => &year[side]["total"][figure],
                    _ => &year["delta"][side][figure],
                })
                .map(|amount| amount.as_i64().expect("an amount"))
                .collect();
            assert_eq!(amounts, known, "{heading} {side}");
            assert_eq!(total, amounts.iter().sum::<i64>(), "{heading} {side}");
            if !sum.is_empty() {
                assert_eq!(total, accumulated(&result, side, sum), "{heading} {side}");
            }
        }
        let so_far = column(&table, "Ackumulerat");
        let (changes, costs) = (column(&table, "Förändring"), column(&table, "Engångskostnad"));
        let mut sum = 0;
        for year in 0..5 {
            sum += changes[year] - costs[year];
            assert_eq!(so_far[year], sum, "{side}");
        }
        assert_eq!(so_far[5], accumulated(&result, side, "insatser_after_one_off"));
        assert_eq!(so_far[6], accumulated(&result, side, "present_value"));
    }
}

#[test]
fn one_table_is_enough_where_gross_and_net_agree() {
    let answer = answer(&place(KANSLI), "simulate delat.toml");
    let table = table(&answer, "År för år, brutto och netto (kr)");
    assert_eq!(table[1..].iter().filter(|row| row[0].ends_with('*')).count(), 0);
    assert_eq!(answer.matches("År för år").count(), 1);
}

/// In millions with two decimals, as the headlines say them.
fn in_millions(amount: i64) -> String {
    let hundredths = (amount.abs() + 5_000) / 10_000;
    let sign = if amount < 0 { '−' } else { '+' };
    format!("{sign}{},{:02} mnkr", hundredths / 100, hundredths % 100)
}

#[test]
fn the_first_sentence_is_of_all_years_and_the_second_of_the_last() {
    let place = place(KANSLI);
    let result = place.run("simulate ett.toml --format json").json();
    let answer = answer(&place, "simulate ett.toml");
    let paragraphs: Vec<&str> = answer.lines().filter(|line| !line.is_empty()).collect();
    let said = |figure: &str| {
        let [gross, net] = SIDES.map(|(side, _)| in_millions(accumulated(&result, side, figure)));
        format!("{gross} brutto ({net} netto)")
    };
    // Both sides rise.
    let sum = SIDES.map(|(side, _)| in_millions(accumulated(&result, side, "insatser_after_one_off")));
    let [gross, net] = sum.each_ref().map(|sum| sum.strip_prefix('+').expect("more than today"));
    let value = said("present_value");
    assert_eq!(result["path"]["payback_year"]["gross"], 2029);
    assert_eq!(result["path"]["payback_year"]["net"], 2027);
    assert_eq!(
        paragraphs[1],
        format!(
            "Ett, till insatser 2026–2030 efter engångskostnader: {gross} mer än i nuläget brutto ({net} netto), nuvärde \
             {value}; återbetald 2029 brutto och 2027 netto."
        )
    );
    assert!(paragraphs[2].starts_with("År 2030: "), "{}", paragraphs[2]);
    let [gross, net] = SIDES.map(|(side, _)| result["delta"][side]["total"].as_i64().expect("an amount"));
    let income = format!("{} brutto ({} netto) i intäkter; till", in_millions(gross), in_millions(net));
    assert!(paragraphs[2].contains(&income), "{}", paragraphs[2]);
}

#[test]
fn alternatives_are_compared_year_by_year_and_in_all() {
    let place = place(KANSLI);
    let files = "compare nej.toml ett.toml delat.toml";
    let results = place.run(&format!("{files} --format json")).json();
    let answer = answer(&place, files);
    for (side, caption) in SIDES {
        let years = table(&answer, &format!("Insatser år för år: förändring mot nuläget, {caption} (kr)"));
        let all = table(&answer, &format!("Ackumulerat 2026–2030: förändring mot nuläget, {caption} (kr)"));
        for (place, name) in ["Nej", "Ett", "Delat"].into_iter().enumerate() {
            let result = &results[place];
            let amounts = column(&years, name);
            assert_eq!(amounts[..5].iter().sum::<i64>(), amounts[5], "{name} {side}");
            assert_eq!(amounts[5], accumulated(result, side, "insatser"), "{name} {side}");
            for (heading, figure) in [
                ("Intäkter", "total"),
                ("Insatser", "insatser"),
                ("Engångskostnad", "one_off"),
                ("Efter avdrag", "insatser_after_one_off"),
                ("Nuvärde", "present_value"),
            ] {
                let known = accumulated(result, side, figure);
                assert_eq!(column(&all, heading)[place], known, "{name} {side} {heading}");
            }
            // Nothing was spent where nothing changes.
            let payback = result["path"]["payback_year"][side].as_i64();
            let shown = all[place + 1].last().map(String::as_str);
            assert_eq!(shown, Some(payback.map_or_else(String::new, |year| year.to_string())).as_deref());
        }
    }
    let first = answer.lines().nth(2).expect("a first paragraph");
    assert!(first.starts_with("Till insatser 2026–2030 efter engångskostnader jämfört med nuläget"));
    assert!(
        first.ends_with("Ett: återbetald 2029 brutto och 2027 netto; Delat: återbetald 2028."),
        "{first}"
    );
    assert!(answer.contains("\nTill insatser 2030 jämfört med nuläget"), "{answer}");
}

#[test]
fn without_kanslier_the_years_are_of_income() {
    let place = place("");
    let merged =
        "[[change]]\nmerge = [\"Ada\", \"Bo\"]\ninto = \"Adabo\"\nfrom = 2028\nengangskostnad = 200_000\n";
    place.write("utan.toml", &format!("name = \"Utan\"\nbaseline = \"u.toml\"\n{merged}"));
    let result = place.run("simulate utan.toml --format json").json();
    let answer = answer(&place, "simulate utan.toml");
    for (side, caption) in SIDES {
        let table = table(&answer, &format!("År för år, {caption} (kr)"));
        assert_eq!(table[0], ["År", "Staten", "Summa", "Förändring", "Engångskostnad", "Ackumulerat"]);
        let sum = accumulated(&result, side, "total");
        assert_eq!((column(&table, "Förändring")[5], column(&table, "Ackumulerat")[5]), (sum, sum));
    }
    let [gross, net] = SIDES.map(|(side, _)| in_millions(accumulated(&result, side, "total")));
    let first = answer.lines().nth(2).expect("a first paragraph");
    assert_eq!(
        first,
        format!(
            "Utan: {gross} brutto ({net} netto) i intäkter 2026–2030; till insatser okänt, eftersom kostnaden för \
             något kansli saknas; engångskostnader 200 000 kr."
        )
    );
}

/// The lines of an answer that are neither assumptions nor sources.
fn said(answer: &str) -> impl Iterator<Item = &str> {
    answer.lines().filter(|line| !line.starts_with("- "))
}

#[test]
fn everything_that_is_of_the_last_year_names_it() {
    let place = place(KANSLI);
    for arguments in [
        "simulate ett.toml --criteria",
        "compare ett.toml delat.toml --criteria",
        "compare ett.toml delat.toml --by forbund",
        "compare ett.toml delat.toml --by kommun",
        "compare ett.toml delat.toml --redistribution net",
    ] {
        for (language, per_year) in [("sv", "per år"), ("en", "per year")] {
            let answer = answer(&place, &format!("{arguments} --lang {language}"));
            assert_eq!(said(&answer).find(|line| line.contains(per_year)), None, "{arguments}");
            let is_list =
                |caption: &str| ["Anta", "Assu", "Käll", "Sour"].iter().any(|list| caption.starts_with(list));
            let captions = answer.lines().filter_map(|line| line.strip_prefix("## "));
            for caption in captions.filter(|caption| !is_list(caption)) {
                let is_of_years =
                    ["år för år", "year by year"].iter().any(|years| caption.to_lowercase().contains(years));
                assert!(is_of_years || caption.contains("2030"), "{arguments}: {caption}");
            }
        }
    }
}

#[test]
fn a_screen_shows_the_years_first() {
    let run = place(KANSLI).run("simulate ett.toml --format table");
    insta::assert_snapshot!(
        run.answer().split("\n\nDet här avgör").next().expect("tables").replace('\u{a0}', " ")
    );
}

#[test]
fn a_page_and_a_word_document_draw_what_the_years_add_up_to() {
    let place = place(KANSLI);
    let results = place.run("compare ett.toml delat.toml --format json").json();
    let run = place.run("report ett.toml delat.toml -o rapport.html -o rapport.docx -o rapport.md").wrote();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let title = "Ackumulerat till insatser 2026–2030 efter engångskostnader";
    let note = "Ett: återbetald 2029 brutto och 2027 netto; Delat: återbetald 2028.";
    let page = place.read("rapport.html").replace('\u{a0}', " ");
    assert!(page.contains(&format!(". {title}</figcaption>")) && page.contains(note));
    let (_, drawn) = page.split_once(title).expect("a figure");
    let (drawn, _) = drawn.split_once("</figure>").expect("a figure");
    for (place, name) in ["Ett", "Delat"].into_iter().enumerate() {
        let sum = accumulated(&results[place], "gross", "insatser_after_one_off");
        let sum = in_millions(sum).replace(" mnkr", "");
        // For a desk and for a phone.
        for text in [format!(">{name}</text>"), format!(">{sum}</text>"), ">2030</text>".to_owned()] {
            assert_eq!(drawn.matches(&text).count(), 2, "{text}");
        }
    }
    assert!(drawn.contains(">mnkr mer eller mindre än i nuläget, brutto</text>"));
    let document = text_of_word(&place, "rapport.docx").replace('\u{a0}', " ");
    for text in [title, note, "\nDelat\n", "\nmnkr mer eller mindre än i nuläget, brutto\n"] {
        assert!(document.contains(text), "{text}");
    }
    // Each alternative has its years.
    let markdown = place.read("rapport.md");
    assert_eq!(markdown.matches("### År för år, brutto").count(), 2);
    assert!(!said(&markdown).any(|line| line.contains("per år")));
}

#[test]
fn a_last_year_with_two_groupings_is_shown_as_it_ends() {
    let place = place(KANSLI);
    place.write(
        "u.toml",
        &baseline(KANSLI).replace("to = 2030", "to = 2027").replace(", 2028 = 21_000_000", ""),
    );
    let answer = answer(&place, "simulate ett.toml");
    let forbund = table(&answer, "Förbundens intäkter, kansli och pengar till insatser 2027 (kr)");
    let names = |table: &[Vec<String>]| table.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    // Those that ended in the year have had money of half of it.
    let after: Vec<String> = names(&forbund).into_iter().skip_while(|name| name != "Efter, brutto").collect();
    assert_eq!(after[..6], ["Efter, brutto", "Adabo", "Ce", "Ada", "Bo", "Summa"]);
    assert!(
        answer.contains("\nIndelningen ändras inom året, och varje förbund har bara beloppen för de månader")
    );
    assert!(!answer.contains("insatser per invånare"));
    let kommuner = table(&answer, "Kommunernas bidrag 2027 (kr)");
    assert_eq!(names(&kommuner)[1..], ["Adabo", "Ada", "Bo", "Ce", "Ce", "Alla kommuner", "Summa"]);
    // What a kommun has per inhabitant is that of both its förbund together.
    let compared = self::answer(&place, "compare ett.toml --by kommun --redistribution gross");
    let each =
        table(&compared, "Pengar till insatser 2027 per invånare 16–64 år i kommunens förbund, kr, brutto");
    let of = |name: &str, place: usize| {
        let mut rows = each[1..].iter().filter(|row| row[0] == name && !row[place].is_empty());
        let cell = rows.next().expect("a kommun")[place].replace(',', ".");
        cell.parse::<f64>().expect("an amount")
    };
    for name in ["Ada", "Bo"] {
        let (before, after) = (of(name, 1), of(name, 2));
        assert!((before - after).abs() < before / 20.0, "{name}: {before} {after}");
    }
    // An alternative is drawn as it is at the end of the year.
    let run = place.run("report ett.toml -o rapport.html").wrote();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!place.read("rapport.html").contains("insatser 2027 per invånare"));
}

#[test]
fn a_map_shows_who_is_with_whom_at_the_end_of_the_last_year() {
    let place = Place::empty();
    place.write(
        "u.toml",
        "name = \"Nu\"\nkommuner = \"builtin:data/kommuner.csv\"\n[path]\nfrom = 2020\nto = 2021\n\
         [model]\nappropriation = 339_000_000\n[model.rest_of_country]\nforbund = 78\nkommuner = \"alla\"\n\
         [[forbund]]\nname = \"Väst\"\nkommuner = [\"Trollhättan\"]\n\
         [[forbund]]\nname = \"Öst\"\nkommuner = [\"Vänersborg\"]\n",
    );
    let merge = "[[change]]\nmerge = [\"Väst\", \"Öst\"]\ninto = \"Ett\"\nfrom = \"2021-07\"\n";
    place.write("ett.toml", &format!("name = \"Ihop\"\nbaseline = \"u.toml\"\n{merge}"));
    let svg = place.run("map ett.toml").answer();
    for title in ["Trollhättan: Väst", "Vänersborg: Öst", "Trollhättan: Ett", "Vänersborg: Ett"] {
        assert_eq!(svg.matches(&format!("<title>{title}</title>")).count(), 1, "{title}");
    }
}

#[test]
fn each_rule_that_bound_something_is_told_with_its_amounts() {
    let place = Place::with(&[(
        "sparr.toml",
        "name = \"Spärr\"\nbaseline = \"builtin:data/integratia_2017/utgangslage.toml\"\n\
         [rules.guard]\nmost_decrease = 0.05\nbase_grant = \"follows\"\n\
         [[change]]\nmerge = [\"Trollhättan\", \"Vänersborg/Mellerud\", \"BÅD-ESÅ\"]\ninto = \"Alla\"\n",
    )]);
    let result = place.run("simulate sparr.toml --format json").json();
    let bound = result["bound"].as_array().expect("rules").clone();
    assert_eq!(bound.len(), 2, "gross and net: {bound:?}");
    // 5 percent below what the three have today: 0.95 × 6 449 601, rounded.
    assert_eq!(bound[0]["with"], 6_127_121);
    assert_eq!(result["after"]["gross"]["total"]["state"], bound[0]["with"]);
    let markdown = place.run("simulate sparr.toml --format markdown").answer();
    let tables = crate::markdown::tables(&markdown);
    let (_, table) = tables.iter().find(|(caption, _)| caption.contains("Regler")).expect("the rules");
    for (row, bound) in table[1..].iter().zip(&bound) {
        for (cell, key) in row[3..].iter().zip(["without", "with"]) {
            let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, bound[key].to_string(), "{row:?}");
        }
    }
    let only_gross = place.run("simulate sparr.toml --redistribution gross --format markdown").answer();
    let tables = crate::markdown::tables(&only_gross);
    let (_, table) = tables.iter().find(|(caption, _)| caption.contains("Regler")).expect("the rules");
    assert_eq!(table.len(), 2, "a heading and one rule: {table:?}");
    // Nobody bound, nothing told.
    assert!(!place.run("simulate tankespar1 --format markdown").answer().contains("Regler som"));
}

#[test]
fn an_answer_says_of_which_year_the_figures_are() {
    let place = place("");
    place.write("samma.toml", &place.read("u.toml").replace("figures_lag = 2\n", "").replace("2026", "2025"));
    place.write("samma_ar.toml", "name = \"Samma år\"\nbaseline = \"samma.toml\"\n");
    let said = |arguments: &str| {
        let answer = place.run(arguments).answer();
        answer.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let same = said("simulate samma_ar.toml --full");
    assert!(same.contains("med kommunernas uppgifter från samma år eller de senaste före det"), "{same}");
    let same = said("simulate samma_ar.toml --full --lang en");
    assert!(
        same.contains("with the figures of the kommuner of the same year or the latest before"),
        "{same}"
    );
    let earlier = said("simulate nej.toml --full");
    assert!(earlier.contains("med kommunernas uppgifter från två år tidigare eller"), "{earlier}");
}
