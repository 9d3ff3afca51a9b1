//! Full-time posts that parties give to insatser in kind: who gives them, what becomes of them, and that they add up.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use super::run::Place;

/// Göteborg Centrum in 2005: a youth centre of a good 3 mnkr for some 120 young people a year, with handläggare on half time
/// from three parties. A party is the whole kommun, its parts are members.
const GOTEBORG: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[kommun_part]]\nkommun = \"Göteborg\"\nname = \"Centrum\"\nbefolkning_16_64 = 90_000\nforsorjningsmatt = 9_000\n\
    [[kommun_part]]\nkommun = \"Göteborg\"\nname = \"Hisingen\"\nbefolkning_16_64 = 90_000\nforsorjningsmatt = 9_000\n\
    [[forbund]]\nname = \"Göteborg Centrum\"\nkommuner = [\"Göteborg Centrum\"]\nbudget = 9_000_000\n\
    [[forbund]]\nname = \"Göteborg Hisingen\"\nkommuner = [\"Göteborg Hisingen\"]\nbudget = 9_000_000\n\
    [[insats]]\nname = \"Ungdomscentrum\"\nforbund = \"Göteborg Centrum\"\nkostnad = 3_000_000\ndeltagare = 120\n\
    natura_tjanster = { \"Göteborg\" = 0.5, \"Västra Götalandsregionen\" = 0.5, \"Försäkringskassan\" = 0.5 }\n";

const BASELINE: &str = "name = \"Nu\"\nyear = 2016\nkommuner = \"builtin:data/kommuner.csv\"\n\
    [[forbund]]\nname = \"A\"\nkommuner = [\"Trollhättan\", \"Grästorp\"]\nbudget = 8_000_000\n\
    [[forbund]]\nname = \"B\"\nkommuner = [\"Vänersborg\", \"Mellerud\", \"Säffle\"]\nbudget = 5_000_000\n";

const CENTER: &str = "[[insats]]\nname = \"Center\"\nforbund = \"A\"\nkostnad = 3_000_000\n\
    natura_tjanster = { \"1488\" = 1.25, \"Grästorp\" = 0.5, AF = 1 }\n";
const STEGEN: &str = "[[insats]]\nname = \"Stegen\"\nforbund = \"B\"\nkostnad = 2_000_000\n\
    natura_tjanster = { Mellerud = 0.25, \"Region Värmland\" = 0.75, FK = 1, AF = 0.5 }\n";

fn place(changes: &str) -> Place {
    Place::changed(&format!("{BASELINE}{CENTER}{STEGEN}"), changes)
}

fn result(changes: &str) -> Value {
    let run = place(changes).run("simulate s.toml --format json");
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

/// Who gives how much, of a side or of an insats.
fn given(of: &Value) -> Vec<(&str, &str)> {
    let text = |one: &'_ Value| one.as_str().map(str::to_owned).expect("a text");
    let all = of["natura_parties"].as_array().expect("parties");
    all.iter()
        .map(|one| {
            assert!(["kommun", "region", "state"].contains(&text(&one["kind"]).as_str()));
            (one["party"].as_str().expect("a name"), one["natura_tjanster"].as_str().expect("posts"))
        })
        .collect()
}

fn insats<'result>(result: &'result Value, side: &str, name: &str) -> &'result Value {
    let all = result["insats"][side]["insatser"].as_array().expect("insatser");
    all.iter().find(|one| one["name"] == name).expect("an insats")
}

/// The assumptions of what ended, with their texts.
fn ended(result: &Value) -> Vec<&str> {
    let all = result["assumptions"].as_array().expect("assumptions");
    let ended = all.iter().filter(|one| one["id"] == "insats_posts_ended");
    ended.map(|one| one["text"].as_str().expect("a text")).collect()
}

/// By hand: three times half a post is one and a half, in the one förbund of before and in the merged one.
#[test]
fn three_parties_give_half_a_post_each() {
    let merged = "[[change]]\nmerge = [\"Göteborg Centrum\", \"Göteborg Hisingen\"]\ninto = \"Göteborg\"\n";
    let run = Place::changed(GOTEBORG, merged).run("simulate s.toml --format json").json();
    for side in ["before", "after"] {
        let half =
            [("Försäkringskassan", "0.50"), ("Västra Götalandsregionen", "0.50"), ("Göteborg", "0.50")];
        assert_eq!(given(&run["insats"][side]), half);
        assert_eq!(given(insats(&run, side, "Ungdomscentrum")), half);
        assert_eq!(run["insats"][side]["total"]["natura_tjanster"], "1.50");
        assert_eq!(insats(&run, side, "Ungdomscentrum")["natura_tjanster"], "1.50");
    }
    assert_eq!(ended(&run), [""; 0]);
    // Beside what it costs per participant, which is the same without them.
    assert_eq!(insats(&run, "before", "Ungdomscentrum")["kostnad_per_deltagare"], "25000.00");
}

/// What the parties of both förbund give today, by hand.
const IN_ALL: [(&str, &str); 6] = [
    ("Försäkringskassan", "1.00"),
    ("Arbetsförmedlingen", "1.50"),
    ("Region Värmland", "0.75"),
    ("Grästorp", "0.50"),
    ("Mellerud", "0.25"),
    ("Trollhättan", "1.25"),
];

/// By hand. Today: Trollhättan 1.25, Grästorp and Mellerud, Region Värmland, FK 1, AF 1 + 0.5. A party that is in the
/// förbund of an insats no longer gives nothing to it; who is in another förbund may still give there.
#[test]
fn posts_follow_the_insats_and_end_with_the_membership() {
    let today = result("");
    assert_eq!(given(&today["insats"]["before"]), IN_ALL);
    assert_eq!(today["insats"]["before"]["total"]["natura_tjanster"], "5.25");
    assert_eq!(today["insats"]["before"], today["insats"]["after"]);
    // Säffle takes Region Värmland along: 5.25 less 0.75, though Säffle still is in a förbund.
    let moved = result("[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\n");
    assert_eq!(insats(&moved, "after", "Stegen")["natura_tjanster"], "1.75");
    assert_eq!(given(&moved["insats"]["after"])[2], ("Region Värmland", "0.00"));
    assert_eq!(
        ended(&moved),
        [
            "Inte med i förbundet som hade insatsen Stegen efter en ändring, och lämnar sedan dess inga tjänster in natura till den: Region Värmland."
        ]
    );
    // All stay where all are together.
    let merged = result("[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\n");
    assert_eq!(merged["insats"]["after"]["natura_parties"], today["insats"]["before"]["natura_parties"]);
    // Stegen goes to the part with most inhabitants, Vänersborg, and Mellerud is in the other one.
    let split = result(
        "[[change]]\nsplit = \"B\"\ninto = [{ name = \"B1\", kommuner = [\"Mellerud\"] }, \
         { name = \"B2\", kommuner = [\"Vänersborg\", \"Säffle\"] }]\n",
    );
    assert_eq!(given(insats(&split, "after", "Stegen")).len(), 3);
    // An insats that another förbund takes over keeps the state's.
    let other = result("[[change]]\ninsatser = [{ name = \"Stegen\", forbund = \"A\" }]\n");
    assert_eq!(
        given(insats(&other, "after", "Stegen")),
        [("Försäkringskassan", "1.00"), ("Arbetsförmedlingen", "0.50")]
    );
    assert_eq!(ended(&other).len(), 1);
    // With the insats they end too, and that is said of the insats.
    let dissolved = result("[[change]]\ndissolve = \"B\"\n");
    assert_eq!(dissolved["insats"]["after"]["total"]["natura_tjanster"], "2.75");
    assert_eq!(ended(&dissolved), [""; 0]);
}

#[test]
fn a_change_states_posts_and_merged_insatser_have_their_sums() {
    let merge = "[[change]]\nmerge = [\"A\", \"B\"]\ninto = \"AB\"\ninsatser = [{ name = \"Allt\", merge = [\"Center\", \"Stegen\"]";
    let merged = result(&format!("{merge} }}]\n"));
    assert_eq!(given(insats(&merged, "after", "Allt")), IN_ALL);
    let stated = result(&format!("{merge}, natura_tjanster = {{ Mellerud = 2 }} }}]\n"));
    assert_eq!(given(insats(&stated, "after", "Allt")), [("Mellerud", "2.00")]);
    assert_eq!(given(&stated["insats"]["after"])[5], ("Trollhättan", "0.00"));
    // Who leaves and is stated all the same: nothing has ended.
    let restated = result(
        "[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\ninsatser = [{ name = \"Stegen\", natura_tjanster = { Mellerud = 1 } }, \
         { name = \"Ny\", ny = true, forbund = \"A\", kostnad = 1, natura_tjanster = { \"Säffle\" = 0.25 } }]\n",
    );
    assert_eq!(given(insats(&restated, "after", "Ny")), [("Säffle", "0.25")]);
    assert_eq!(ended(&restated), [""; 0]);
    // And taken back once: the name of the rule is of the end.
    let back = result(
        "[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\n[[change]]\nmove = [\"Säffle\"]\nto = \"B\"\ninsatser = [{ name = \"Stegen\", natura_tjanster = { \"Region Värmland\" = 0.75 } }]\n",
    );
    assert_eq!(
        (ended(&back).len(), given(insats(&back, "after", "Stegen"))),
        (0, vec![("Region Värmland", "0.75")])
    );
}

/// By hand: three times 0.33 is 0.99, of an insats, of a party and of all. No figure is rounded, so that a third decimal is
/// refused, each at its place.
#[test]
fn hundredths_are_exact_and_nothing_finer_can_be_stated() {
    let stated = |fk: &str| {
        let posts = format!("natura_tjanster = {{ \"Grästorp\" = 0.33, FK = {fk}, AF = 0.33 }}\n");
        let insats = ["Ett", "Två", "Tre"]
            .map(|name| format!("[[insats]]\nname = \"{name}\"\nforbund = \"A\"\nkostnad = 1\n{posts}"));
        Place::changed(&format!("{BASELINE}{}", insats.concat()), "")
    };
    let side = stated("0.330").run("simulate s.toml --format json").json()["insats"]["before"].clone();
    let thrice = ["Försäkringskassan", "Arbetsförmedlingen", "Grästorp"].map(|party| (party, "0.99"));
    assert_eq!(given(&side), thrice);
    assert_eq!(side["total"]["natura_tjanster"], "2.97");
    for place in 0..3 {
        assert_eq!(side["insatser"][place]["natura_tjanster"], "0.99");
    }
    let run = stated("0.333").run("simulate s.toml");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    let said = "fel[decimal_out_of_range]: ”FK” har för många decimaler";
    assert_eq!(run.stderr.matches(said).count(), 3, "{}", run.stderr);
    assert!(run.stderr.contains("högst 2 decimaler"), "{}", run.stderr);
}

/// No money knows them, and where none are stated nothing is said of them.
#[test]
fn no_amount_depends_on_them_and_without_them_nothing_is_shown() {
    let without = |text: &str| {
        let lines = text.split_inclusive('\n');
        lines.filter(|line| !line.starts_with("natura_tjanster")).collect::<String>()
    };
    let plain = Place::changed(&without(&format!("{BASELINE}{CENTER}{STEGEN}")), "");
    let [with, plain_run] =
        [&place(""), &plain].map(|place| place.run("simulate s.toml --format json").json());
    for key in ["before", "after", "delta", "kommuner", "regions"] {
        assert_eq!(with[key], plain_run[key]);
    }
    for command in ["simulate s.toml --full", "compare s.toml --full", "simulate s.toml --format json"] {
        let answer = plain.run(command).stdout;
        assert!(!answer.contains("in natura till") && !answer.contains("natura_tjanster"), "{answer}");
        assert!(place("").run(command).stdout.contains("natura"), "{command}");
    }
}

#[test]
fn the_tables_of_posts_in_kind() {
    let place = place("[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\n");
    let full = place.run("simulate s.toml --full").stdout;
    let from = full.find("Tjänster in natura till").expect("the table");
    let to = full.find("Kommunernas bidrag").expect("the table after them");
    insta::assert_snapshot!(full[from..to].trim_end());
    let compared = place.run("compare s.toml --full --lang en").stdout;
    let from = compared.find("Posts in kind").expect("the table");
    insta::assert_snapshot!(compared[from..].lines().take(14).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_workbook_and_a_page_have_them() {
    let place = place("[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\n");
    place.run("report s.toml -o r.xlsx -o r.html").wrote();
    let mut book: Xlsx<_> = open_workbook(place.path("r.xlsx")).expect("a workbook");
    for (sheet, sum) in [("Kriterier", "4.5"), ("Insatser", "4.5")] {
        let sheet = book.worksheet_range(sheet).expect("a sheet");
        let text = Data::to_string;
        let mut rows = sheet.rows().skip_while(|row| !text(&row[0]).starts_with("Tjänster in natura till"));
        rows.next().expect("the table");
        let rows = rows.take_while(|row| !text(&row[0]).starts_with("Tjänster in natura: "));
        let last = rows.filter(|row| text(&row[0]) == "Summa").last().expect("the sum");
        assert!(last.iter().any(|cell| text(cell) == sum), "{last:?}");
    }
    assert!(place.read("r.html").contains("Tjänster in natura till insatserna"));
}

#[test]
fn checks_and_diff_know_posts_in_kind() {
    let check = |metric: &str, equals: &str| format!("[[check]]\nmetric = \"{metric}\"\nequals = {equals}\n");
    let change = "[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\n";
    let checks = [
        check("insats.after.total.natura_tjanster", "4.5"),
        check("insats.before.insatser.0.natura_tjanster", "2.75"),
        check("insats.after.insatser.1.natura_parties.2.natura_tjanster", "0.25"),
        check("insats.after.natura_parties.2.natura_tjanster", "0"),
    ];
    let place = place(&format!("{change}{}", checks.concat()));
    let run = place.run("check s.toml");
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
    let unlike = [
        change.to_owned(),
        format!("{change}insatser = [{{ name = \"Stegen\", natura_tjanster = {{ FK = 3 }} }}]\n"),
    ];
    for (file, changes) in ["old.json", "new.json"].into_iter().zip(unlike) {
        place.write("s.toml", &format!("name = \"S\"\nbaseline = \"u.toml\"\n{changes}"));
        place.write(file, &place.run("simulate s.toml --format json").stdout);
    }
    let differences = place.run("diff old.json new.json").stdout;
    // Of each insats and of each party by its name.
    for line in ["\nStegen, Försäkringskassan: ", "\nFörsäkringskassan: ", "\nMellerud: "] {
        assert!(differences.contains(line), "{differences}");
    }
}

#[test]
fn parties_that_cannot_give_are_refused_all_at_once() {
    let wrong = CENTER.replace(
        "{ \"1488\" = 1.25, \"Grästorp\" = 0.5, AF = 1 }",
        "{ Mellerud = 1, \"Trollhätan\" = 1, \"Grästorp\" = 1, \"1444\" = 1 }",
    );
    let run = Place::changed(&format!("{BASELINE}{wrong}"), "").run("simulate s.toml");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    for part in ["insats_party", "unknown_party", "”Trollhättan”", "insats_twice"] {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
    let outsiders = CENTER.replace(
        "{ \"1488\" = 1.25, \"Grästorp\" = 0.5, AF = 1 }",
        "{ Mellerud = 1, \"Region Värmland\" = 1, AF = 1 }",
    );
    let run = Place::changed(&format!("{BASELINE}{outsiders}"), "").run("simulate s.toml");
    assert_eq!(run.stderr.matches("insats_party").count(), 2, "{}", run.stderr);
    // After a change too: Säffle and its region are in A no longer before they are there.
    let after = place(
        "[[change]]\nmove = [\"Säffle\"]\nto = \"A\"\ninsatser = [{ name = \"Stegen\", natura_tjanster = { \"Säffle\" = 1 } }]\n",
    );
    let run = after.run("simulate s.toml");
    assert!(run.stderr.contains("insats_party") && run.stderr.contains("”Säffle”"), "{}", run.stderr);
    // All of them at once, of a new insats and of merged ones as well; who is in it is none of them.
    let several = "{ Mellerud = 1, \"Region Värmland\" = 0.5, FK = 1, \"1785\" = 0.25 }";
    for item in [
        format!("{{ name = \"Center\", natura_tjanster = {several} }}"),
        format!("{{ name = \"Ny\", ny = true, forbund = \"A\", kostnad = 1, natura_tjanster = {several} }}"),
        format!(
            "{{ name = \"Allt\", merge = [\"Center\", \"Stegen\"], forbund = \"A\", natura_tjanster = {several} }}"
        ),
    ] {
        let run = place(&format!("[[change]]\nkeep = \"A\"\ninsatser = [{item}]\n")).run("simulate s.toml");
        assert_eq!(run.stderr.matches("insats_party").count(), 3, "{item}: {}", run.stderr);
        for party in ["”Mellerud” är inte med", "”Region Värmland” är inte med", "”1785” är inte med"]
        {
            assert!(run.stderr.contains(party), "{party}: {}", run.stderr);
        }
    }
    let range = CENTER.replace("1.25", "10_001");
    let run = Place::changed(&format!("{BASELINE}{range}"), "").run("simulate s.toml");
    assert!(run.stderr.contains("number_out_of_range"), "{}", run.stderr);
}

/// What is wrong in how posts are stated, told so that it can be mended.
#[test]
fn what_is_stated_wrongly_is_told_with_what_to_write() {
    let refused = |posts: &str| {
        let gotland = BASELINE.replace("\"Trollhättan\", ", "\"Trollhättan\", \"Gotland\", ");
        let insats = CENTER.replace("{ \"1488\" = 1.25, \"Grästorp\" = 0.5, AF = 1 }", posts);
        Place::changed(&format!("{gotland}{insats}"), "").run("simulate s.toml").stderr
    };
    // Gotland is kommun and region in one, and its name as a kommun is that of the party.
    let gotland = refused("{ \"Region Gotland\" = 1 }");
    assert!(gotland.contains("Menade du ”Gotland”?"), "{gotland}");
    // A förbund is no party, and one letter is near to every short name.
    let forbund = refused("{ A = 1 }");
    assert!(forbund.contains("unknown_party") && !forbund.contains("Menade du"), "{forbund}");
    let number = refused("3");
    assert!(number.contains("Skriv { \"Habo\" = 0.5, FK = 1 }."), "{number}");
    let twice = refused("{ \"Grästorp\" = 1, \"Grästorp\" = 2 }");
    assert!(twice.contains("”Grästorp” finns redan"), "{twice}");
}

#[test]
fn hostile_names_of_parties_are_harmless() {
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n0001,=1+1|<b>,@r|<script>\u{1b}[2J,1000,100\n0002,Beta,R,1000,100\n";
    let baseline = "name = \"Nu\"\nkommuner = \"k.csv\"\n[[forbund]]\nname = \"A\"\nkommuner = [\"0001\", \"Beta\"]\nbudget = 2_000_000\n\
        [[insats]]\nname = \"=I|<script>\"\nforbund = \"A\"\nkostnad = 1\nnatura_tjanster = { \"0001\" = 1, \"@r|<script>\\u001b[2J\" = 1 }\n";
    let scenario = "name = \"S\"\nbaseline = \"u.toml\"\n[[change]]\nleave = [\"0001\"]\n";
    let place = Place::with(&[("k.csv", table), ("u.toml", baseline), ("s.toml", scenario)]);
    for format in ["table", "markdown", "csv"] {
        for command in ["simulate s.toml --full", "compare s.toml --full"] {
            let answer = place.run(&format!("{command} --format {format}")).stdout;
            assert!(format == "csv" || answer.contains("in natura"), "{answer}");
            assert!(!answer.contains('\u{1b}'), "{format}: {answer}");
            assert!(format != "markdown" || !answer.contains("<script>"), "{answer}");
            let starts = |line: &str| line.split(',').any(|cell| cell.starts_with(['=', '@']));
            assert!(format != "csv" || !answer.lines().any(starts), "{answer}");
        }
    }
}
