//! Searches of Jönköpings län as users make them.

use std::sync::Arc;
use std::time::Instant;

use finsam::analysis::inquiry;
use finsam::analysis::search::{
    GroupingResult, GroupingValues, Limits, MOST_COVERED, SearchAnswer, Way, scenarios, search,
};
use finsam::diagnostic::{Diagnostics, Source};
use finsam::input::files::Files;
use finsam::input::search::{self, LoadedSearch, MOST_ENUMERATED};
use finsam::render::json;
use finsam::starter::new_scenario::{NewScenario, Origin};
use finsam::text::language::Language;

const BASELINE: &str = "builtin:data/jonkoping/utgangslage.toml";

fn loaded(conditions: &str) -> LoadedSearch {
    let text = format!("name = \"Sökning\"\nbaseline = \"{BASELINE}\"\n{conditions}");
    let mut warnings = Diagnostics::default();
    let loaded = search::load(&Files::held([("s.toml", text)]), "s.toml", &mut warnings);
    loaded.unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// More than any of these needs.
const MEMORY: usize = 1 << 30;

fn answer(loaded: &LoadedSearch, threads: usize, until: Option<Instant>) -> SearchAnswer {
    within(loaded, threads, until, MEMORY)
}

fn within(loaded: &LoadedSearch, threads: usize, until: Option<Instant>, memory: usize) -> SearchAnswer {
    let progress = &mut |_| {};
    let limits = Limits {
        most_enumerated: MOST_ENUMERATED,
        most_covered: MOST_COVERED,
        memory,
        threads,
        until,
        progress,
    };
    search(loaded, &[], limits).unwrap_or_else(|problems| panic!("{problems:?}"))
}

const KANSLI: &str = "[search.kansli]\nfixed = 900_000\nper_kommun = 40_000\nper_inhabitant = 1.55\n";

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    let loaded =
        loaded(&format!("[search]\n{KANSLI}[rank]\nby = \"total\"\npareto = [\"insatser\", \"moved\"]\n"));
    let on = |threads| json::search(&answer(&loaded, threads, None).result);
    let one = on(1);
    for threads in [2, 3, 7] {
        assert!(on(threads) == one, "{threads} threads");
    }
    assert!(one.contains("\"all\": \"27644437\"") && one.contains("\"feasible\": \"121600\""));
}

/// Today six of the searched kommuner are in no förbund: what others have today is the same gross and net, as in a scenario
/// without changes.
#[test]
fn today_has_the_money_of_today_also_where_kommuner_are_in_no_forbund() {
    let baseline = "name = \"Två\"\nyear = 2019\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
        appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 80\nbefolkning_16_64 = 5_000_000\n\
        forsorjningsmatt = 600_000\n[[forbund]]\nname = \"A\"\nkommuner = [\"Jönköping\", \"Habo\", \"Mullsjö\"]\n\
        kansli = 1_370_000\n[[forbund]]\nname = \"B\"\nkommuner = [\"Värnamo\", \"Gnosjö\", \"Gislaved\"]\nkansli = 730_000\n";
    let search_file = "name = \"S\"\nbaseline = \"b.toml\"\n[search]\nkommuner = { lan = \"Jönköpings län\" }\n\
        keep = [\"A\", \"B\"]\n[search.kansli]\nfixed = 900_000\n[rank]\nby = \"contribution:Habo\"\ntop = 2\n";
    let unchanged = "name = \"O\"\nbaseline = \"b.toml\"\n";
    let files = Files::held([("b.toml", baseline), ("s.toml", search_file), ("o.toml", unchanged)]);
    let computed = inquiry::compute(&files, &["o.toml".to_owned()], None);
    let computed = computed.unwrap_or_else(|problems| panic!("{problems:?}"));
    let total = computed.scenarios[0].result.figures.before.total;
    let loaded = search::load(&files, "s.toml", &mut Diagnostics::default());
    let today = answer(&loaded.unwrap_or_else(|problems| panic!("{problems:?}")), 1, None).result.today;
    assert_eq!((today.values.total.gross, today.values.total.net), (total.total, Some(total.total)));
    assert_eq!((today.values.state.gross, today.values.state.net), (total.state, Some(total.state)));
    assert_eq!(today.values.insatser.net, Some(total.insatser));
    let habo = today.values.contribution.expect("it is asked for");
    assert_eq!(habo.net, Some(habo.gross));
}

/// The first thousand of an enumeration, each computed as the scenario that makes it.
#[test]
fn the_first_thousand_have_the_money_that_their_scenarios_have() {
    let loaded =
        loaded(&format!("[search]\nforbund = {{ min = 2, max = 5 }}\n{KANSLI}[rank]\ntop = 1_000\n"));
    let answer = answer(&loaded, 2, None);
    assert_eq!(answer.result.best.len(), 1_000);
    has_the_money_of_its_scenarios(&loaded, &answer);
}

/// Two share a head of office today, whom each keeps its part of as long as it stays; nobody knows what the third's kansli
/// costs, so that it costs what a new one does.
#[test]
fn shared_and_unknown_kanslier_are_written_down() {
    let baseline = "name = \"Delat\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
        appropriation = 339_000_000\nrest_of_country = { forbund = 67 }\n[[forbund]]\nname = \"V\"\n\
        kommuner = [\"Jönköping\", \"Habo\", \"Mullsjö\", \"Vaggeryd\"]\nbudget = 11_200_000\nkansli = { lokaler = 500_000 }\n\
        [[forbund]]\nname = \"F\"\nkommuner = [\"Värnamo\", \"Gnosjö\", \"Gislaved\"]\nbudget = 5_000_000\n\
        kansli = { lokaler = 300_000 }\n[[forbund]]\nname = \"H\"\nkommuner = [\"Eksjö\", \"Nässjö\", \"Aneby\"]\n\
        budget = 8_000_000\n[[shared_kansli]]\nforbund = [\"V\", \"F\"]\nitems = { chef = 900_000 }\nsplit_by = \"budget\"\n";
    for keep in ["F", "V", "H"] {
        let text = format!(
            "name = \"S\"\nbaseline = \"b.toml\"\n[search]\nkeep = [\"{keep}\"]\n[search.kansli]\nfixed = 900_000\n\
             [rank]\ntop = 50\n"
        );
        let files = Files::held([("b.toml", baseline.to_owned()), ("s.toml", text)]);
        let loaded = search::load(&files, "s.toml", &mut Diagnostics::default());
        let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}"));
        let answer = answer(&loaded, 1, None);
        assert!(answer.result.best.len() > 20 && answer.result.best[0].values.kansli.is_some());
        has_the_money_of_its_scenarios(&loaded, &answer);
    }
}

/// What the baseline states of boards: two of each party, and three in the förbund that says so, while it stands as today.
#[test]
fn boards_have_the_ledamoter_that_their_scenarios_have() {
    let baseline = |of_all: &str| {
        format!(
            "name = \"B\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
             appropriation = 339_000_000\nrest_of_country = {{ forbund = 67 }}\n{of_all}[[forbund]]\nname = \"V\"\n\
             kommuner = [\"Jönköping\", \"Habo\", \"Mullsjö\"]\nbudget = 11_200_000\nkansli = 500_000\n\
             styrelse = {{ ledamoter_per_part = 3 }}\n[[forbund]]\nname = \"F\"\nkommuner = [\"Värnamo\", \"Gnosjö\"]\n\
             budget = 5_000_000\nkansli = 300_000\nstyrelse = {{ moten_per_ar = 4 }}\n[[forbund]]\nname = \"H\"\n\
             kommuner = [\"Eksjö\", \"Nässjö\"]\nbudget = 8_000_000\nkansli = 300_000\n"
        )
    };
    // Today 3 (2 + 1 + 3) + 2 (2 + 1 + 2) twice; alone, and with nothing stated of all, those of the others are one.
    for (of_all, today) in [("[styrelse]\nledamoter_per_part = 2\n", 38), ("", 28)] {
        let text = "name = \"S\"\nbaseline = \"b.toml\"\n[search]\ncontiguous = false\n[search.kansli]\n\
                    fixed = 900_000\n[rank]\nby = \"ledamoter\"\ntop = 10_000\n";
        let files = Files::held([("b.toml", baseline(of_all)), ("s.toml", text.to_owned())]);
        let loaded = search::load(&files, "s.toml", &mut Diagnostics::default());
        let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}"));
        let answer = answer(&loaded, 1, None);
        // Bell's number of seven.
        assert_eq!((answer.best.len(), answer.result.today.values.ledamoter), (877, today));
        let ledamoter = |place: usize| answer.result.best[place].values.ledamoter;
        assert!((1..877).all(|place| ledamoter(place - 1) <= ledamoter(place)));
        has_the_money_of_its_scenarios(&loaded, &answer);
    }
}

/// Every figure of the best, as the scenario that makes the grouping has it.
fn has_the_money_of_its_scenarios(loaded: &LoadedSearch, answer: &SearchAnswer) {
    for (found, groups) in answer.result.best.iter().zip(&answer.best) {
        let name = "Indelning".to_owned();
        let file = scenarios::scenario(&answer.problem, &loaded.baseline, groups, name, Language::Swedish);
        let new = NewScenario {
            file: &file,
            baseline: "b.toml",
            origin: Origin::Typed,
            language: Language::Swedish,
        };
        let text = Arc::new(Source::new("i.toml".to_owned(), new.text()));
        let computed = inquiry::compute_over(&loaded.baseline, &text);
        let computed = computed.unwrap_or_else(|problems| panic!("{problems:?}\n{}", text.text));
        let figures = &computed.scenarios[0].result.figures;
        let (values, gross) = (&found.values, &figures.after.gross.total);
        let net = &figures.after.net.as_ref().expect("net figures are known").total;
        assert_eq!((values.state.gross, values.state.net), (gross.state, Some(net.state)), "{}", text.text);
        assert_eq!((values.total.gross, values.total.net), (gross.total, Some(net.total)), "{}", text.text);
        assert_eq!((values.kansli, values.kansli), (gross.kansli, net.kansli), "{}", text.text);
        assert_eq!(values.insatser.gross, gross.insatser, "{}", text.text);
        assert_eq!(values.insatser.net, Some(net.insatser), "{}", text.text);
        let criteria = &figures.criteria.after.total;
        assert_eq!(values.farthest_km, criteria.farthest_km, "{}", text.text);
        assert_eq!(values.largest_share, criteria.largest_share_of_inhabitants, "{}", text.text);
        assert_eq!(values.ledamoter as usize, criteria.ledamoter, "{}", text.text);
    }
}

#[test]
fn the_smallest_contradiction_is_named() {
    let found = |conditions: &str| {
        let loaded = loaded(&format!("[search]\n{conditions}[rank]\nby = \"total\"\n"));
        answer(&loaded, 1, None).result.contradiction
    };
    // Habo borders Jönköping and Mullsjö, and Mullsjö those two: both need Jönköping if they must not be together.
    let habo = "kommuner_per_forbund = { min = 2 }\nmoved = { max = 9 }\nforbund = { max = 6 }\n\
                apart = [[\"Aneby\", \"Värnamo\"], [\"Habo\", \"Jönköping\"], [\"Habo\", \"Mullsjö\"]]\n";
    let wanted = ["search.contiguous", "search.kommuner_per_forbund.min", "search.apart[2]"];
    assert_eq!(found(habo), wanted);
    assert_eq!(found("forbund = { min = 14 }\n"), ["search.forbund.min"]);
    assert_eq!(found("befolkning_16_64 = { max = 80_000 }\n"), ["search.befolkning_16_64.max"]);
    let kept = "keep = [\"Finnveden\"]\ntogether = [[\"Habo\", \"Värnamo\"]]\nforbund = { min = 2 }\n";
    assert_eq!(found(kept), ["search.together[0]", "search.keep[0]"]);
    let moved = "moved = { max = 1 }\nforbund = { min = 7, max = 9 }\n";
    assert_eq!(found(moved), ["search.forbund.min", "search.moved.max"]);
    assert_eq!(found("moved = { max = 1 }\n"), Vec::<String>::new());
}

#[test]
fn a_search_that_is_out_of_time_says_so() {
    let loaded = loaded("[search]\ncontiguous = false\n[rank]\nby = \"moved\"\n");
    let result = answer(&loaded, 2, Some(Instant::now())).result;
    assert!(!result.groupings.exact);
    // What is counted without looking is counted all the same.
    assert_eq!((result.groupings.feasible.as_deref(), result.today.rank), (Some("27644437"), None));
}

/// A search of a län whose kommuner are in no förbund today.
fn of_lan(lan: &str, conditions: &str) -> LoadedSearch {
    let text = format!(
        "name = \"Sökning\"\nbaseline = \"b.toml\"\n[search]\nkommuner = {{ lan = \"{lan}\" }}\n{conditions}"
    );
    let baseline = "name = \"U\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
                    appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 80\nkommuner = \"alla\"\n\
                    [[forbund]]\nname = \"F\"\nkommuner = [\"Falun\"]\n";
    let mut warnings = Diagnostics::default();
    let files = Files::held([("s.toml", text.as_str()), ("b.toml", baseline)]);
    let loaded = search::load(&files, "s.toml", &mut warnings);
    loaded.unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A search of Skåne, all of whose kommuner are in förbund that are made up.
fn skane(conditions: &str) -> LoadedSearch {
    let text = format!("name = \"Sökning\"\nbaseline = \"b.toml\"\n[search]\n{conditions}");
    let baseline = "name = \"U\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
         appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 70\nkommuner = \"alla\"\n\
         [[forbund]]\nname = \"Nordväst\"\nkommuner = [\"Helsingborg\", \"Ängelholm\", \"Bjuv\", \"Klippan\", \
         \"Åstorp\", \"Örkelljunga\", \"Perstorp\", \"Båstad\", \"Höganäs\"]\nkansli = 1_400_000\n\
         [[forbund]]\nname = \"Väst\"\nkommuner = [\"Landskrona\", \"Svalöv\", \"Kävlinge\", \"Lund\", \"Lomma\", \
         \"Staffanstorp\", \"Burlöv\", \"Malmö\", \"Vellinge\", \"Svedala\", \"Trelleborg\"]\nkansli = 2_000_001\n\
         [[forbund]]\nname = \"Sydost\"\nkommuner = [\"Ystad\", \"Skurup\", \"Sjöbo\", \"Tomelilla\", \
         \"Simrishamn\"]\nkansli = 900_000\n[[forbund]]\nname = \"Nordost\"\nkommuner = [\"Kristianstad\", \
         \"Hässleholm\", \"Östra Göinge\", \"Osby\", \"Bromölla\", \"Eslöv\", \"Höör\", \"Hörby\"]\nkansli = 1_500_000\n";
    let mut warnings = Diagnostics::default();
    let files = Files::held([("s.toml", text.as_str()), ("b.toml", baseline)]);
    let loaded = search::load(&files, "s.toml", &mut warnings);
    loaded.unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Skåne's 33 and Västra Götaland's 49 kommuner are counted in the time that listing a few groupings takes.
#[test]
fn more_kommuner_than_can_be_gone_through_are_counted() {
    let counted = |lan: &str, conditions: &str| {
        let by = "[rank]\nby = \"smallest\"\n";
        // Their förbund are too many to be listed in so little memory.
        let answer = within(&of_lan(lan, &format!("{conditions}{by}")), 1, None, 10_000_000);
        assert_eq!((answer.way, answer.best.len()), (Way::TooMany, 0));
        assert!(!answer.result.groupings.exact && !answer.result.groupings.proved);
        (answer.result.groupings.feasible.expect("few states"), answer.result.best_by_number.len())
    };
    let (all, numbers) = counted("Skåne län", "");
    assert_eq!(numbers, 33);
    let (fewer, few_numbers) = counted("Skåne län", "forbund = { min = 2, max = 5 }\n");
    assert_eq!(few_numbers, 4);
    assert!(fewer.len() < all.len(), "{fewer} of {all}");
    let (of_49, _) = counted("Västra Götalands län", "");
    assert!(of_49.len() > 20, "{of_49}");
}

/// The best of Skåne's contiguous groupings, each computed again as the scenario that makes it.
#[test]
fn the_best_of_more_kommuner_than_can_be_gone_through_are_proved() {
    let conditions = "forbund = { min = 2, max = 6 }\nkommuner_per_forbund = { min = 3 }\n\
                      befolkning_16_64 = { min = 30_000 }\nkeep = [\"Sydost\"]\n";
    let loaded = skane(&format!("{conditions}{KANSLI}[rank]\ntop = 30\n"));
    let found = answer(&loaded, 1, None);
    let groupings = &found.result.groupings;
    assert!(groupings.proved && groupings.within == Some(0), "{groupings:?}");
    assert_eq!((found.way, found.best.len()), (Way::BestFirst, 30));
    let insatser = |place: usize| found.result.best[place].values.insatser.net;
    assert!((1..30).all(|place| insatser(place - 1) >= insatser(place)));
    assert!(found.best.iter().all(|groups| found.problem.allows_grouping(groups)));
    has_the_money_of_its_scenarios(&loaded, &found);
}

/// Where memory does not suffice to tell equal groupings apart, the best of a number of förbund is none that stands behind
/// another one of that number in the list.
#[test]
fn the_best_of_a_number_is_not_behind_one_of_the_list() {
    let loaded = skane("forbund = { min = 2, max = 6 }\n[rank]\nby = \"state\"\n");
    let result = within(&loaded, 1, None, 10_000_000).result;
    assert!(result.groupings.proved && !result.groupings.ties_proved);
    let first = &result.best[0];
    let of_number = result.best_by_number.iter().find(|one| one.forbund == first.values.forbund);
    let of_number = of_number.and_then(|one| one.best.as_ref()).expect("the list has one");
    assert_eq!(of_number.values.state, first.values.state);
    assert!(of_number.values.moved <= first.values.moved, "{of_number:?} {first:?}");
}

/// Västra Götaland's kommuner in eight made-up förbund.
const VASTRA_GOTALAND: &str = "name = \"U\"\nyear = 2021\nkommuner = \"builtin:data/kommuner.csv\"\n[model]\n\
     appropriation = 339_000_000\n[model.rest_of_country]\nforbund = 70\nkommuner = \"alla\"\n\
     [[forbund]]\nname = \"Älv och kust\"\nkommuner = [\"Ale\", \"Kungälv\", \"Stenungsund\", \"Tjörn\", \"Öckerö\"]\n\
     kansli = 1_400_000\n[[forbund]]\nname = \"Göteborg\"\nkommuner = [\"Göteborg\"]\nkansli = 2_000_001\n\
     [[forbund]]\nname = \"Öst\"\nkommuner = [\"Mölndal\", \"Partille\", \"Härryda\", \"Lerum\", \"Alingsås\"]\n\
     kansli = 1_200_000\n[[forbund]]\nname = \"Sjuhärad\"\nkommuner = [\"Bollebygd\", \"Borås\", \"Mark\", \
     \"Svenljunga\", \"Tranemo\", \"Ulricehamn\", \"Vårgårda\", \"Herrljunga\"]\nkansli = 1_500_000\n\
     [[forbund]]\nname = \"Väst\"\nkommuner = [\"Uddevalla\", \"Lysekil\", \"Orust\", \"Sotenäs\", \"Munkedal\", \
     \"Tanum\", \"Strömstad\", \"Färgelanda\", \"Dals-Ed\", \"Bengtsfors\", \"Åmål\", \"Mellerud\", \
     \"Vänersborg\", \"Trollhättan\", \"Lilla Edet\"]\nkansli = 2_400_000\n[[forbund]]\nname = \"Lidköping\"\n\
     kommuner = [\"Lidköping\", \"Vara\", \"Skara\", \"Götene\", \"Grästorp\", \"Essunga\"]\nkansli = 1_000_000\n\
     [[forbund]]\nname = \"Norra Skaraborg\"\nkommuner = [\"Mariestad\", \"Töreboda\", \"Gullspång\", \
     \"Karlsborg\"]\nkansli = 700_000\n[[forbund]]\nname = \"Östra Skaraborg\"\nkommuner = [\"Skövde\", \"Tibro\", \
     \"Hjo\", \"Tidaholm\", \"Falköping\"]\nkansli = 1_111_111\n";

/// What groupings are worth by insatser and by who has moved.
fn traded(values: &GroupingValues) -> [i64; 2] {
    [values.insatser.net.flatten().expect("known kanslier").get(), -i64::from(values.moved)]
}

/// The best of Västra Götaland's 49 kommuner under bounds that no frontier carries, each computed again as the scenario
/// that makes it.
#[test]
fn the_best_of_49_kommuner_within_bounds_are_proved() {
    let conditions = "forbund = { min = 14, max = 14 }\nkommuner_per_forbund = { min = 2, max = 6 }\n\
                      befolkning_16_64 = { min = 10_000 }\nfarthest_km = { max = 50 }\n";
    let found = |rank: &str| {
        let text = format!(
            "name = \"S\"\nbaseline = \"b.toml\"\n[search]\n{conditions}{KANSLI}[rank]\ntop = 5\n{rank}"
        );
        let mut warnings = Diagnostics::default();
        let files = Files::held([("s.toml", text.as_str()), ("b.toml", VASTRA_GOTALAND)]);
        let loaded = search::load(&files, "s.toml", &mut warnings);
        let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}"));
        let found = answer(&loaded, 1, None);
        let groupings = &found.result.groupings;
        assert!(groupings.proved && groupings.ties_proved && !groupings.exact, "{rank}: {groupings:?}");
        assert_eq!((found.way, found.best.len(), groupings.feasible.as_deref()), (Way::BestFirst, 5, None));
        assert!(found.best.iter().all(|groups| found.problem.allows_grouping(groups)));
        (loaded, found)
    };
    let (loaded, by_insatser) = found("pareto = [\"insatser\", \"moved\"]\n");
    has_the_money_of_its_scenarios(&loaded, &by_insatser);
    let result = &by_insatser.result;
    assert!(result.groupings.pareto_proved && result.pareto.len() > 1);
    let worths: Vec<[i64; 2]> = result.pareto.iter().map(|one| traded(&one.values)).collect();
    assert_eq!(worths[0][0], traded(&result.best[0].values)[0], "the best is one of them");
    assert!(worths.iter().enumerate().all(|(at, one)| {
        worths
            .iter()
            .enumerate()
            .all(|(other_at, other)| at == other_at || one.iter().zip(other).any(|(one, other)| one > other))
    }));
    let flips = result.best_by_fixed.as_ref().expect("few förbund");
    let stated = flips.iter().find(|flip| flip.from.get() <= 900_000 && 900_000 <= flip.to.get());
    assert_eq!(stated.expect("every sum").best.forbund, result.best[0].forbund);
    let (_, by_moved) = found("by = \"moved\"\n");
    let moved = |answer: &SearchAnswer| answer.result.best.iter().map(|one| one.values.moved).min();
    assert!(moved(&by_moved) <= moved(&by_insatser));
    let (_, by_distance) = found("by = \"farthest_km\"\n");
    let km =
        |answer: &SearchAnswer| answer.result.best.iter().map(|one| one.values.farthest_km).min().flatten();
    assert!(km(&by_distance) <= km(&by_insatser));
}

/// Nothing of the conditions that do not fit together is left unsaid where sets cannot be listed.
#[test]
fn contradictions_are_named_among_many_kommuner() {
    let found = |conditions: &str| {
        let loaded = of_lan("Skåne län", &format!("{conditions}[rank]\nby = \"total\"\n"));
        answer(&loaded, 1, None).result.contradiction
    };
    let wanted = ["search.contiguous", "search.forbund.min", "search.kommuner_per_forbund.min"];
    assert_eq!(found("forbund = { min = 12, max = 20 }\nkommuner_per_forbund = { min = 3 }\n"), wanted);
    let wanted = ["search.contiguous", "search.befolkning_16_64.max"];
    assert_eq!(found("befolkning_16_64 = { max = 100_000 }\n"), wanted);
    // What needs no grouping to be seen is named alone: all are in no förbund today, and two pairs share a kommun.
    assert_eq!(found("moved = { max = 5 }\nkommuner_per_forbund = { max = 5 }\n"), ["search.moved.max"]);
    let both =
        "together = [[\"Lund\", \"Malmö\"], [\"Malmö\", \"Burlöv\"]]\napart = [[\"Lund\", \"Burlöv\"]]\n";
    let wanted = ["search.together[0]", "search.together[1]", "search.apart[0]"];
    assert_eq!(found(&format!("{both}kommuner_per_forbund = {{ max = 5 }}\n")), wanted);
}

/// With too little memory for what must be known it is said, and nothing is made up.
#[test]
fn a_search_that_is_out_of_memory_says_so() {
    let contiguous = loaded("[search]\n[rank]\nby = \"total\"\n");
    let nothing = within(&contiguous, 2, None, 1_000);
    assert_eq!((nothing.way, nothing.result.groupings.feasible.as_deref()), (Way::OutOfMemoryOrTime, None));
    let scattered =
        within(&loaded("[search]\ncontiguous = false\n[rank]\nby = \"total\"\n"), 2, None, 100_000);
    let groupings = &scattered.result.groupings;
    assert_eq!((scattered.way, groupings.feasible.as_deref()), (Way::TooMany, None));
    assert!(!groupings.exact && !groupings.proved && scattered.best.is_empty());
}

/// Each range of sums that a new kansli may cost, asked at both ends and between.
#[test]
fn the_best_is_the_best_for_all_that_a_kansli_may_cost() {
    let search = |fixed: i64, by: &str| {
        let kansli =
            format!("[search.kansli]\nfixed = {fixed}\nper_kommun = 40_000\nper_inhabitant = 1.55\n");
        loaded(&format!("[search]\nforbund = {{ max = 3 }}\n{kansli}[rank]\nby = \"{by}\"\ntop = 1\n"))
    };
    let answered = answer(&search(900_000, "insatser"), 2, None);
    let ranges = answered.result.best_by_fixed.expect("few groupings");
    assert!(ranges.len() > 1, "{}", ranges.len());
    assert_eq!(ranges[0].from.get(), 0);
    assert!(ranges.windows(2).all(|pair| pair[0].to.get() + 1 == pair[1].from.get()));
    for range in &ranges {
        let (from, to) = (range.from.get(), range.to.get());
        for fixed in [from, i64::midpoint(from, to), to] {
            let best = answer(&search(fixed, "insatser"), 2, None).result.best;
            assert_eq!(best[0].forbund, range.best.forbund, "{fixed} of {from}–{to}");
        }
    }
    // Where kanslier cost much enough, nothing is better than those of today, which are known.
    assert_eq!(ranges.last().map(|range| range.best.values.moved), Some(0));
    let by_kansli = answer(&search(900_000, "kansli"), 2, None).result.best_by_fixed;
    assert!(by_kansli.is_some_and(|ranges| ranges.len() > 1));
    assert!(answer(&search(900_000, "total"), 2, None).result.best_by_fixed.is_none());
}

/// Three kommuner from south to north, 40 km from each other, the largest at the end; a degree is 111.2 km.
#[test]
fn the_best_seat_is_in_the_middle() {
    let table = "kommunkod,kommun,lan,befolkning_16_64,forsorjningsmatt,lat,lon\n0604,Aneby,06,9000,900,57.00,14.5\n\
                 0642,Mullsjö,06,1000,100,57.36,14.5\n0643,Habo,06,1000,100,57.72,14.5\n";
    let baseline = "name = \"B\"\nkommuner = \"k.csv\"\n[model]\n[[forbund]]\nname = \"F\"\nkommuner = [\"Aneby\", \
                    \"Mullsjö\", \"Habo\"]\nsate = \"Habo\"\nstate_grant = 5_000_000\n";
    let text = "name = \"S\"\nbaseline = \"b.toml\"\n[search]\ncontiguous = false\nforbund = { max = 2 }\n[rank]\n\
                by = \"moved\"\ntop = 9\n";
    let mut warnings = Diagnostics::default();
    let files = Files::held([("s.toml", text), ("b.toml", baseline), ("k.csv", table)]);
    let loaded =
        search::load(&files, "s.toml", &mut warnings).unwrap_or_else(|problems| panic!("{problems:?}"));
    let best = answer(&loaded, 1, None).result.best;
    let seats = |place: usize| -> Vec<_> {
        let seats = best[place].seats.iter();
        let code = |code: finsam::model::kommun::Kommunkod| code.to_string();
        seats.map(|seat| (code(seat.sate), seat.km, seat.best.map(code), seat.best_km)).collect()
    };
    let text = |code: &str| code.to_owned();
    // Today's seat stays while it is unchanged.
    assert_eq!(seats(0), [(text("0643"), Some(80), Some(text("0642")), Some(40))]);
    // Equally near: the lowest kommunkod. Of a new förbund the largest kommun is what distances are measured from.
    let is_pair = |one: &GroupingResult| {
        let codes = |forbund: &Vec<_>| forbund.iter().map(ToString::to_string).collect::<Vec<_>>();
        one.forbund.iter().map(codes).eq([vec![text("0604"), text("0642")], vec![text("0643")]])
    };
    let at = best.iter().position(is_pair).expect("one of all");
    let alone = (text("0643"), Some(0), Some(text("0643")), Some(0));
    assert_eq!(seats(at), [(text("0604"), Some(40), Some(text("0604")), Some(40)), alone]);
}
