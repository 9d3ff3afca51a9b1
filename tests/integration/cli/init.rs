//! `finsam init`: what it writes loads and runs, and nothing is ever lost.

use std::fs;

use super::pages::pin_in;
use super::run::{Place, Run, finish, of_project};

/// Runs what the answer says to run next, as it is written there, and gives back the answers.
#[track_caller]
fn run_next(place: &Place, answer: &str) -> Vec<String> {
    let (_, next) = answer.split_once("Kör härnäst:\n").expect("what to run next");
    let mut folder = place.path("");
    let mut answers = Vec::new();
    for line in next.lines().map(str::trim) {
        if let Some(path) = line.strip_prefix("cd ") {
            folder = folder.join(path.trim_matches('\''));
            continue;
        }
        let arguments = line.strip_prefix("finsam ").expect("a command");
        answers.push(finish(place.command(arguments).current_dir(&folder)).answer());
    }
    assert_eq!(answers.len(), 2, "{next}");
    answers
}

/// `finsam init` with arguments that hold blanks.
fn init(place: &Place, arguments: &[&str]) -> Run {
    finish(place.command("init").args(arguments))
}

#[test]
fn a_lan_becomes_an_example_that_says_so_everywhere() {
    let place = Place::empty();
    pin_in(&place, "init_lan", "init lan --lan Jönköping");
    let answer = Place::empty().run("init lan --lan Jönköping").answer();
    assert!(answer.contains("Indelningen i förbund är ett exempel"));
    for answer in run_next(&place, &answer) {
        assert!(answer.contains("Indelningen i förbund är ett exempel"), "{answer}");
    }
    for file in [
        "utgangslage",
        "scenarios/nulage",
        "scenarios/hopslagning",
        "scenarios/gemensamt_kansli",
        "scenarios/flytt",
    ] {
        let text = place.read(&format!("lan/{file}.toml"));
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(format!("cli_init_lan_{}", file.replace('/', "_")), text);
        });
    }
}

#[test]
fn stated_forbund_are_taken_as_they_are() {
    let place = Place::empty();
    let forbund = [
        "--forbund",
        "Södra Vätterbygden=Jönköping,Habo,Mullsjö,Vaggeryd",
        "--forbund",
        "Finnveden=värnamo, 0617,Gislaved",
        "--forbund",
        "Höglandet=Eksjö,Nässjö,Aneby,Sävsjö,Vetlanda,Tranås",
        "--lan",
        "jonkopings lan",
        "--kansli",
        "1 250 000",
    ];
    let answer = init(&place, &forbund).answer();
    assert!(!answer.contains("exempel") && !answer.contains("Inte med"), "{answer}");
    let compared = &run_next(&place, &answer)[0];
    // Three förbund become one: two base grants less, twice that in all.
    assert!(compared.contains("−1\u{a0}600\u{a0}000"), "{compared}");
    assert!(compared.contains("Varje förbunds kansli antas kosta 1\u{a0}250\u{a0}000\u{a0}kr"), "{compared}");
    assert!(!compared.contains("– okänt."), "{compared}");
    assert!(place.read("utgangslage.toml").contains("forbund = 67\n"));
}

#[test]
fn a_lan_reports_which_kommuner_are_in_no_forbund() {
    let place = Place::empty();
    let answer = init(
        &place,
        &["--lan", "Blekinge", "--forbund", "Väst=Olofström,Sölvesborg", "--forbund", "Öst=Ronneby"],
    )
    .answer();
    assert!(answer.contains("Inte med i något förbund: Karlskrona och Karlshamn."), "{answer}");
    run_next(&place, &answer);
}

#[test]
fn todays_forbund_are_read_in_the_table_of_the_folder_and_are_whole() {
    let table = "kommunkod,kommun,befolkning_16_64,forsorjningsmatt,forbund\n\
                 1785,Säffle,8600,1550,BÅD-ESÅ\n1765,Årjäng,5700,680,BÅD-ESÅ\n\
                 1492,Åmål,6900,1200,BÅD-ESÅ\n1780,Karlstad,60000,6000,Karlstad\n1763,Forshaga,6500,800,\n";
    let place = Place::with(&[("kommuner.csv", table)]);
    let answer = place.run("init --lan Värmland").answer();
    for reported in [
        "Förbunden är de som kolumnen forbund i kommuner.csv anger.",
        "därför är även dessa kommuner med: Åmål.",
        "Inte med i något förbund: Forshaga.",
        "kommuner.csv har inte hela riket; resten är summor ur den inbyggda tabellen.",
    ] {
        assert!(answer.contains(reported), "{reported}\n{answer}");
    }
    let answers = run_next(&place, &answer);
    assert!(answers[0].contains("Resten av riket är summor ur finsams inbyggda tabell"), "{}", answers[0]);
    let baseline = place.read("utgangslage.toml");
    assert!(baseline.contains("kommuner = \"kommuner.csv\"\n"), "{baseline}");
    assert!(baseline.contains("kommuner = [\"Åmål\", \"Årjäng\", \"Säffle\"]\n"), "{baseline}");
    assert!(!baseline.contains("year ="), "{baseline}");
}

#[test]
fn a_table_anywhere_is_found_from_the_folder() {
    let place = Place::with(&[("data/tabell.csv", &of_project("data/kommuner.csv"))]);
    for (folder, path) in
        [("", "data/tabell.csv"), ("a/b", "../../data/tabell.csv"), ("data/ny", "../tabell.csv")]
    {
        let mut arguments = vec!["--lan", "Gävleborg", "--table", "data/tabell.csv", "--year", "2018"];
        if !folder.is_empty() {
            arguments.push(folder);
        }
        let answer = init(&place, &arguments).answer();
        let baseline = place.read(format!("{folder}/utgangslage.toml").trim_start_matches('/'));
        assert!(baseline.contains(&format!("kommuner = \"{path}\"\nkommun_key")), "{baseline}");
        assert!(baseline.contains("year = 2018\n"), "{baseline}");
        run_next(&place, &answer);
    }
}

/// Every län with two kommuner or more, as an example, as one förbund, and with each kommun a förbund of its own.
#[test]
fn every_lan_and_division_loads_and_compares() {
    let listed = Place::empty().run("data kommuner --format csv").answer();
    let mut lan: Vec<(String, Vec<String>)> = Vec::new();
    for line in listed.lines().skip(1) {
        let mut cells = line.split(',');
        let (code, _, name) = (cells.next(), cells.next(), cells.next());
        let (code, name) = (code.expect("a code").to_owned(), name.expect("a län").to_owned());
        match lan.last_mut() {
            Some((before, codes)) if *before == name => codes.push(code),
            _ => lan.push((name, vec![code])),
        }
    }
    assert_eq!(lan.len(), 21);
    for (position, (name, codes)) in lan.iter().filter(|(_, codes)| codes.len() > 1).enumerate() {
        let place = Place::empty();
        let all = codes.join(",");
        let answer = match position % 4 {
            0 => init(&place, &["--lan", name]),
            1 => init(&place, &["--kommuner", &all, "ny mapp"]),
            2 => init(&place, &["--forbund", &format!("Länsförbundet={all}"), "--kansli", "1_000_000"]),
            _ => {
                let each = codes
                    .iter()
                    .take(5)
                    .flat_map(|code| ["--forbund".to_owned(), format!("F {code}={code}")]);
                finish(place.command("init").args(each))
            }
        };
        run_next(&place, &answer.answer());
    }
}

#[test]
fn hostile_names_are_written_as_they_are() {
    let hostile = [
        "\"citat\" 'x'",
        "C:\\mapp\\n",
        "rad\ntvå\t\u{1b}[31m\u{7f}",
        "a = b # c",
        "[[change]]",
        "'''\"\"\"",
    ];
    for pair in hostile.chunks(2) {
        let place = Place::empty();
        let forbund: Vec<String> = pair
            .iter()
            .zip(["Aneby,Eksjö", "Gnosjö"])
            .map(|(name, kommuner)| format!("{name}={kommuner}"))
            .collect();
        let answer = init(&place, &["--forbund", &forbund[0], "--forbund", &forbund[1]]).answer();
        assert!(!answer.contains('\u{1b}'), "{answer}");
        run_next(&place, &answer);
        let json = place.run("simulate nulage --format json").json();
        for (position, name) in pair.iter().enumerate() {
            assert_eq!(json["before"]["forbund"][position]["name"].as_str(), Some(*name));
        }
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_is_written_beside() {
    let place = Place::with(&[("scenarios/flytt.toml", "min egen"), ("utgangslage.toml", "min också")]);
    let run = place.run("init --lan Kalmar");
    run.assert_refused("files_exist");
    assert!(run.stderr.contains("utgangslage.toml och scenarios/flytt.toml finns redan"), "{}", run.stderr);
    assert_eq!(
        (place.read("scenarios/flytt.toml"), place.read("utgangslage.toml")),
        ("min egen".into(), "min också".into())
    );
    assert_eq!(fs::read_dir(place.path("scenarios")).expect("a folder").count(), 1);
    let answer = place.run("init --lan Kalmar --force").answer();
    run_next(&place, &answer);
    assert_eq!(place.names(), ["scenarios", "schemas", "utgangslage.toml"]);
}

#[test]
fn a_folder_that_init_wrote_can_be_shown() {
    let place = Place::empty();
    place.run("init ny --lan Halland").answer();
    let shown = place.run("data show ny").answer();
    assert!(shown.starts_with("Hallands län: 6 kommuner i 2 förbund, år 2021.\n"), "{shown}");
    place.run("data show ny/scenarios").assert_refused("is_a_folder");
    place.run("data kommuner --table .").assert_refused("is_a_folder");
}

#[test]
fn twice_the_same_gives_the_same_files() {
    let [one, other] = [(); 2].map(|()| {
        let place = Place::empty();
        place.run("init --lan Skåne").answer();
        place.read("utgangslage.toml") + &place.read("scenarios/flytt.toml")
    });
    assert_eq!(one, other);
}

#[test]
fn in_english_all_is_english() {
    let place = Place::empty();
    pin_in(&place, "init_en", "init --lan Halland --lang en");
    let merger = place.read("scenarios/hopslagning.toml");
    assert!(merger.starts_with("#:schema ../schemas/scenario.schema.json\n# A merger."), "{merger}");
    assert!(place.read("schemas/scenario.schema.json").contains("\"A scenario"));
    let compared = place.run("compare nulage hopslagning gemensamt_kansli flytt --lang en").answer();
    assert!(compared.contains("is an example"), "{compared}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{Place, fs};

    #[test]
    fn a_link_to_nothing_is_a_file_that_is_there() {
        let place = Place::empty();
        symlink("ingenting", place.path("utgangslage.toml")).expect("a link");
        place.run("init --lan Kalmar").assert_refused("files_exist");
        assert_eq!(place.names(), ["utgangslage.toml"]);
    }

    #[test]
    fn a_file_that_may_not_be_written_keeps_all_from_being_written() {
        let place = Place::with(&[("scenarios/flytt.toml", "min egen")]);
        let read_only = fs::Permissions::from_mode(0o444);
        fs::set_permissions(place.path("scenarios/flytt.toml"), read_only).expect("permissions");
        place.run("init --lan Kalmar --force").assert_refused("files_unwritable");
        assert_eq!(
            (place.names(), place.read("scenarios/flytt.toml")),
            (vec!["scenarios".into()], "min egen".into())
        );
        assert_eq!(fs::read_dir(place.path("scenarios")).expect("a folder").count(), 1);
    }

    #[test]
    fn folders_that_were_made_for_nothing_are_taken_away() {
        let place = Place::with(&[("ny/scenarios", "en fil")]);
        place.run("init ny --lan Kalmar").assert_refused("files_unwritable");
        assert_eq!(fs::read_dir(place.path("ny")).expect("a folder").count(), 1);
    }
}
