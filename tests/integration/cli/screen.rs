//! What a screen shows of a report, and what it says of the rest.

use super::run::Place;

/// The last paragraph in one line: what else there is.
fn rest(answer: &str) -> String {
    let last = answer.trim_end().rsplit("\n\n").next().expect("a paragraph");
    last.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn matrices_are_all_shown_and_no_table_is_promised_that_is_never_shown_with_them() {
    let place = Place::empty();
    for by in ["forbund", "kommun"] {
        let compare =
            |further: &str| place.run(&format!("compare tankespar2 tankespar3 --by {by} {further}")).answer();
        assert_eq!(rest(&compare("")), "--full visar också 11 antaganden till och källor.", "{by}");
        assert_eq!(rest(&compare("--lang en")), "--full also shows 11 more assumptions and sources.", "{by}");
        // The tables are those of the whole answer.
        let tables = |answer: &str| answer.split_once("\n\n").expect("a lead").1.to_owned();
        let (screen, full) = (tables(&compare("")), tables(&compare("--full")));
        let end = screen.find("\nDet här avgör resultatet").expect("assumptions");
        assert_eq!(screen[..end], full[..end], "{by}");
    }
    let whole = place.run("compare tankespar2 tankespar3").answer();
    assert!(rest(&whole).contains("11 antaganden till, intäkter per år, "), "{whole}");
}

/// So many förbund of one kommun each, the first two of which an alternative merges.
fn first_two_of(number: usize) -> Place {
    let names: Vec<String> = (1..=number).map(|one| format!("Kommun{one}")).collect();
    let row = |(place, name): (usize, &String)| format!("2024,01{:02},{name},20000,2000\n", place + 1);
    let rows = names.iter().enumerate().map(row).collect::<Vec<_>>().concat();
    let table =
        format!("ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n{rows}2024,0199,Annan,40000,4000\n");
    let section = |name: &String| {
        format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{name}\"]\nkansli = 500_000\n")
    };
    let forbund = names.iter().map(section).collect::<Vec<_>>().concat();
    let baseline = format!(
        "name = \"Nu\"\nkommuner = \"t.csv\"\n[model]\nappropriation = 50_000_000\n\
         [model.rest_of_country]\nforbund = 1\nkommuner = [\"Annan\"]\n{forbund}"
    );
    let merged = "name = \"Ett\"\nbaseline = \"u.toml\"\n\
        [[change]]\nmerge = [\"Kommun1\", \"Kommun2\"]\ninto = \"Ett\"\n";
    Place::with(&[("t.csv", &table), ("u.toml", &baseline), ("ett.toml", merged)])
}

#[test]
fn forbund_are_named_as_long_as_the_rows_that_are_shown_fit() {
    // Of nine: today 11 rows, gross 11 with the change, and net 3, as its förbund are not shown.
    let shown = |number: usize, further: &str| {
        first_two_of(number).run(&format!("simulate ett.toml --width 120 {further}")).answer()
    };
    let named =
        |answer: &str| answer.lines().filter(|line| line.trim_start().starts_with("Kommun3 ")).count();
    let folded = |answer: &str| answer.matches(" oförändrade förbund ").count();
    let fits = shown(9, "");
    assert_eq!((named(&fits), folded(&fits)), (2, 0), "{fits}");
    let does_not = shown(10, "");
    assert_eq!((named(&does_not), folded(&does_not)), (0, 2), "{does_not}");
    // Without the net side there is space for one more.
    let gross = shown(11, "--redistribution gross");
    assert_eq!((named(&gross), folded(&gross)), (2, 0), "{gross}");
}

#[test]
fn net_no_forbund_is_called_unchanged() {
    let place = first_two_of(15);
    for (language, said, wrong) in [
        ("sv", "13 förbund med samma kommuner ", "oförändrade"),
        ("en", "13 förbund with the same kommuner ", "unchanged"),
    ] {
        let answer = place
            .run(&format!("simulate ett.toml --redistribution net --lang {language} --width 120"))
            .answer();
        let table = answer.split_once("\n\n").expect("a lead").1;
        assert_eq!((table.matches(said).count(), table.matches(wrong).count()), (2, 0), "{answer}");
    }
}
