//! A region is named as the body that pays, whatever the table, the check or the option calls it.

use serde_json::{Value, json};

use super::run::{Place, Run, finish};

const BASELINE: &str = "name = \"Väst\"\nkommuner = \"kommuner.csv\"\n\
    [[forbund]]\nname = \"Väst\"\nkommuner = [\"Åmål\", \"Säffle\"]\nbudget = 4_000_000\n";
const SAME: &str = "name = \"Som i dag\"\nbaseline = \"utgangslage.toml\"\n";

/// Two kommuner of two regions, as a column says or as none does.
fn table(heading: &str, regions: [&str; 2]) -> String {
    let row = |kommun: &str, region: &str, figures: &str| match heading {
        "" => format!("{kommun},{figures}\n"),
        _ => format!("{kommun},{region},{figures}\n"),
    };
    row("kommunkod,kommun", heading, "befolkning_16_64,forsorjningsmatt")
        + &row("1492,Åmål", regions[0], "7209,1442")
        + &row("1785,Säffle", regions[1], "8875,1703")
}

fn place(table: &str) -> Place {
    Place::with(&[("kommuner.csv", table), ("utgangslage.toml", BASELINE), ("same.toml", SAME)])
}

/// The result, warnings or not.
fn read(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn regions(result: &Value) -> Vec<&str> {
    let regions = result["regions"].as_array().expect("regions");
    regions.iter().map(|region| region["region"].as_str().expect("a name")).collect()
}

#[test]
fn the_body_pays_whatever_the_table_says_of_it() {
    let bodies = ["Region Värmland", "Västra Götalandsregionen"];
    for (heading, written, warnings) in [
        ("", ["", ""], 0),
        ("lan", ["Västra Götalands län", "Värmlands län"], 0),
        ("Län", ["14", "varmland"], 0),
        ("lan", ["Västra Götalandsregionen", "Region Värmland"], 0),
        ("region", ["Västra Götalandsregionen", "Region Värmland"], 0),
        ("region", ["Västra Götalandsregionen", "Värmlands län"], 1),
        ("region", ["Västra Götaland", "Värmland"], 2),
    ] {
        let place = place(&table(heading, written));
        let run = place.run("simulate same.toml --format json");
        let reported = run.stderr.matches("varning[lan_as_region]").count();
        assert_eq!((run.code, reported), (Some(0), warnings), "{heading} {written:?}: {}", run.stderr);
        assert_eq!(run.stderr.is_empty(), warnings == 0, "{}", run.stderr);
        let result = read(&run);
        assert_eq!(regions(&result), bodies, "{heading} {written:?}");
        let of_forbund = &result["before"]["forbund"][0]["regions"];
        assert_eq!(of_forbund[0]["region"], json!("Västra Götalandsregionen"));
        let shown = place.run("data show --table kommuner.csv --format csv").stdout;
        assert!(shown.contains("Säffle,,Värmlands län,"), "{heading} {written:?}: {shown}");
    }
}

#[test]
fn a_table_may_name_other_bodies() {
    let place = place(&table("region", ["Västra Götalandsregionen", "Landstinget i Värmland"]));
    let run = place.run("simulate same.toml --format json");
    assert_eq!(
        (regions(&read(&run)), run.stderr.as_str()),
        (vec!["Landstinget i Värmland", "Västra Götalandsregionen"], "")
    );
}

#[test]
fn of_both_columns_the_region_is_who_pays() {
    let table = "kommunkod,kommun,lan,region,befolkning_16_64,forsorjningsmatt\n\
        1492,Åmål,Västra Götalands län,Region Väst,7209,1442\n1785,Säffle,Värmlands län,Region Väst,8875,1703\n";
    let result = place(table).run("simulate same.toml --format json").json();
    assert_eq!(regions(&result), ["Region Väst"]);
}

#[test]
fn rows_that_name_the_lan_and_rows_that_name_its_region_are_one_region() {
    let table = "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
        1492,Åmål,Region Värmland,7209,1442\n1785,Säffle,Värmlands län,8875,1703\n";
    let result = read(&place(table).run("simulate same.toml --format json"));
    assert_eq!(regions(&result), ["Region Värmland"]);
}

#[test]
fn a_check_and_an_option_may_name_the_lan_and_are_pointed_to_the_body() {
    let place = place(&table("lan", ["Västra Götalands län", "Värmlands län"]));
    for (written, warns) in [("Region Värmland", false), ("Värmlands län", true), ("värmland", true)] {
        let check = format!("[[check]]\nregion = \"{written}\"\nmetric = \"contribution\"\nmin = 1\n");
        place.write("same.toml", &format!("{SAME}{check}"));
        let run = place.run("check same.toml");
        assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
        assert_eq!(run.stderr.contains("varning[lan_as_region]"), warns, "{}", run.stderr);
        let run = finish(place.command("explain same.toml --region").arg(written));
        assert!(run.stdout.contains("Region Värmland"), "{}", run.stdout);
        assert!(!run.stdout.contains("Värmlands län"), "{}", run.stdout);
        assert_eq!(run.stderr.contains("varning[lan_as_region]"), warns, "{}", run.stderr);
    }
    place.write(
        "same.toml",
        &format!("{SAME}[[check]]\nregion = \"Skåne\"\nmetric = \"contribution\"\nmin = 1\n"),
    );
    place.run("check same.toml").assert_refused("unknown_region");
}

#[test]
fn a_result_that_named_the_lan_is_compared_as_its_body() {
    let place = place(&table("lan", ["Västra Götalands län", "Värmlands län"]));
    let new = place.run("simulate same.toml --format json").answer();
    let old = new.replace("Västra Götalandsregionen", "Västra Götalands län");
    let old = old.replace("Region Värmland", "Värmlands län");
    assert_ne!(new, old);
    place.write("new.json", &new);
    place.write("old.json", &old);
    let run = place.run("diff old.json new.json");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
}

#[test]
fn gotland_is_counted_once_where_its_own_region_pays() {
    let ledamoter = |region: &str| {
        let table = format!(
            "kommunkod,kommun,region,befolkning_16_64,forsorjningsmatt\n\
             0980,Gotland,{region},34000,4000\n0188,Norrtälje,Region Stockholm,36000,4000\n"
        );
        let place = place(&table);
        place.write(
            "utgangslage.toml",
            &BASELINE.replace("\"Åmål\", \"Säffle\"", "\"Gotland\", \"Norrtälje\""),
        );
        let result = read(&place.run("simulate same.toml --format json"));
        result["criteria"]["after"]["forbund"][0]["ledamoter"].as_u64()
    };
    // Two state parties, two kommuner and one region beside them: Region Stockholm, since the other is Gotland itself.
    assert_eq!(ledamoter("Region Gotland"), Some(5));
    assert_eq!(ledamoter("Gotland"), Some(5));
    // Here Gotland's kommun is no region.
    assert_eq!(ledamoter("Region Stockholm"), Some(5));
}
