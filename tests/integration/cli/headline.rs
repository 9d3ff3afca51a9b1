//! The first sentence, read when nothing else is: it states gross and net, says where they disagree, and ranks by
//! nothing that is unknown or that one alternative has only because somebody made it up.

use super::run::Place;

const TABLE: &str = "ar,kommunkod,kommun,befolkning_16_64,forsorjningsmatt\n\
    2024,0101,Ada,50000,5000\n2024,0102,Bo,30000,3000\n2024,0103,Ce,20000,2000\n2024,0104,Du,10000,1000\n\
    2024,0105,Ek,40000,4000\n";

const BASELINE: &str = "name = \"Nu\"\nkommuner = \"t.csv\"\n[model]\nappropriation = 20_000_000\n\
    [model.rest_of_country]\nforbund = 1\nkommuner = [\"Ek\"]\n";

/// Four förbund of one kommun each; a third of the country is elsewhere.
fn place(kansli: &str, scenarios: &[(&str, &str)]) -> Place {
    let place = Place::with(&[("t.csv", TABLE)]);
    let forbund = ["Ada", "Bo", "Ce", "Du"]
        .map(|name| format!("[[forbund]]\nname = \"{name}\"\nkommuner = [\"{name}\"]\n{kansli}"));
    place.write("u.toml", &format!("{BASELINE}{}", forbund.concat()));
    for (name, changes) in scenarios {
        let text = format!("name = \"{name}\"\nbaseline = \"u.toml\"\n{changes}");
        place.write(&format!("{}.toml", name.to_lowercase()), &text);
    }
    place
}

const KANSLI: &str = "kansli = 500_000\n";

/// The same, as costs that no source states.
const EXAMPLE: &str = "kansli = 500_000\n\
    [[assumption]]\nid = \"kansli_illustrative\"\ntext = \"Kanslierna är exempel.\"\n";

fn merged(kansli: i64) -> String {
    let kansli = if kansli < 0 { String::new() } else { format!("kansli = {kansli}\n") };
    format!("[[change]]\nmerge = [\"Ada\", \"Bo\", \"Ce\"]\ninto = \"Ett\"\n{kansli}")
}

fn shared(kansli: i64) -> String {
    format!("[[change]]\nshared_kansli = [\"Ada\", \"Bo\"]\nkansli = {kansli}\nsplit_by = \"lika\"\n")
}

/// The first paragraph in one line, with plain blanks.
fn headline(place: &Place, arguments: &str) -> String {
    let run = place.run(&format!("{arguments} --format markdown"));
    let answer = run.answer().replace('\u{a0}', " ");
    answer.lines().nth(2).expect("a first paragraph").to_owned()
}

#[test]
fn a_change_that_turns_its_sign_net_is_said_to() {
    // The merger loses 1.6 mnkr gross, and little of that net: two thirds of the pot are its own.
    let place = place(KANSLI, &[("Ett", &merged(0)), ("Nej", "")]);
    assert_eq!(
        headline(&place, "simulate ett.toml"),
        "Ett: −1,60 mnkr brutto (−0,43 mnkr netto) i intäkter per år; till insatser 0,10 mnkr mindre \
         än i dag brutto men 1,07 mnkr mer netto; 4 förbund blir 2. Pengarna till insatser minskar brutto men ökar netto."
    );
    assert_eq!(
        headline(&place, "simulate ett.toml --lang en"),
        "Ett: −1.60 million kr gross (−0.43 million kr net) in income per year; for insatser \
         0.10 million kr less than today gross but 1.07 million kr more net; 4 förbund become 2. Money for insatser falls gross but \
         rises net."
    );
    // Who asked for one side only is shown no other.
    let gross = headline(&place, "simulate ett.toml --redistribution gross");
    assert!(gross.ends_with("4 förbund blir 2."), "{gross}");
    assert_eq!(
        headline(&place, "compare ett.toml nej.toml"),
        "Till insatser jämfört med i dag ger brutto och netto olika svar: brutto mest med Nej (lika mycket per år), \
         minst med Ett (0,10 mnkr mindre); netto mest med Ett (1,07 mnkr mer per år), minst med Nej (lika mycket). Till \
         insatser per år jämfört med i dag: lika mycket brutto och netto med Nej; 0,10 mnkr mindre brutto men 1,07 mnkr \
         mer netto med Ett. Med Ett minskar pengarna \
         till insatser brutto men ökar netto."
    );
    place.run("report ett.toml nej.toml -o r.md -o r.html -o r.docx").wrote().answer();
    let plain = |text: String| text.replace('\u{a0}', " ");
    for report in ["r.md", "r.html"] {
        let text = plain(place.read(report));
        assert!(text.contains("ger brutto och netto olika svar"), "{report}");
        let moves = "minskar med 100 000 kr brutto men ökar med 1 073 334 kr netto";
        assert!(text.contains(moves), "{report}: {text}");
    }
}

#[test]
fn a_ranking_states_both_sides_and_whether_they_agree() {
    let scenarios =
        [("Ett", merged(0)), ("Dyrt", merged(700_000)), ("Delat", shared(900_000)), ("Nej", String::new())];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(KANSLI, &scenarios);
    let agreeing = "Till insatser jämfört med i dag: mest med Delat (0,10 mnkr mer brutto och netto per år), \
        minst med Dyrt (0,80 mnkr mindre brutto, 0,37 mnkr mer netto)";
    // Alone beside one that is first on both sides, each is last on one side only.
    assert!(headline(&place, "compare delat.toml nej.toml").starts_with(
        "Till insatser jämfört med i dag: mest med Delat (0,1 mnkr mer brutto och netto per år), minst med Nej \
         (lika mycket brutto och netto)."
    ));
    let all = headline(&place, "compare ett.toml dyrt.toml delat.toml nej.toml");
    assert!(!all.starts_with(agreeing), "{all}");
    assert!(
        all.contains("brutto mest med Delat (0,10 mnkr mer per år), minst med Dyrt (0,80 mnkr mindre)"),
        "{all}"
    );
    assert!(all.contains("netto mest med Ett (1,07 mnkr mer per år), minst med Nej (lika mycket)"), "{all}");
    assert!(all.ends_with("Med Ett och Dyrt minskar pengarna till insatser brutto men ökar netto."), "{all}");
    let each = "Till insatser per år jämfört med i dag: 0,10 mnkr mer brutto och netto med Delat; lika mycket brutto och \
                netto med Nej; 0,10 mnkr mindre brutto men 1,07 mnkr mer netto med Ett; 0,80 mnkr mindre brutto men \
                0,37 mnkr mer netto med Dyrt.";
    assert!(all.contains(each), "{all}");
    // The order of the files decides nothing but the order of names.
    let turned = headline(&place, "compare nej.toml delat.toml dyrt.toml ett.toml");
    assert_eq!(turned.replace("Dyrt och Ett", "Ett och Dyrt"), all);
    for side in ["gross", "net"] {
        let one = headline(&place, &format!("compare ett.toml delat.toml --redistribution {side}"));
        let (word, most) = if side == "gross" { ("brutto", "Delat") } else { ("netto", "Ett") };
        assert!(
            one.starts_with(&format!("Till insatser, {word}, jämfört med i dag: mest med {most} (")),
            "{one}"
        );
    }
}

#[test]
fn an_order_that_differs_only_between_the_ends_is_said_to() {
    // First and last on both sides; between them the merger is behind gross and before net.
    let scenarios = [
        (
            "Bäst",
            shared(0) + "[[change]]\nshared_kansli = [\"Ce\", \"Du\"]\nkansli = 0\nsplit_by = \"lika\"\n",
        ),
        ("Ett", merged(0)),
        ("Nej", String::new()),
        ("Sämst", shared(2_000_000)),
    ];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(KANSLI, &scenarios);
    let all = headline(&place, "compare bäst.toml ett.toml nej.toml sämst.toml");
    assert!(
        all.starts_with(
            "Till insatser jämfört med i dag: mest med Bäst (2 mnkr mer brutto och netto per år), minst med Sämst (1 mnkr \
             mindre brutto och netto); däremellan är ordningen en annan netto än brutto."
        ),
        "{all}"
    );
    let english = headline(&place, "compare bäst.toml ett.toml nej.toml sämst.toml --lang en");
    assert!(english.contains("; between them, the net order differs from the gross order."), "{english}");
}

#[test]
fn equals_are_named_together_and_small_differences_to_the_krona() {
    let scenarios = [("A", shared(900_000)), ("B", shared(900_000)), ("C", shared(900_001))];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(KANSLI, &scenarios);
    assert_eq!(
        headline(&place, "compare a.toml b.toml"),
        "Till insatser jämfört med i dag: A och B 0,1 mnkr mer brutto och netto per år."
    );
    let most = "mest med A och B (100 000 kr mer brutto och netto per år), minst med C (99 999 kr mer brutto och netto).";
    assert_eq!(
        headline(&place, "compare a.toml b.toml c.toml"),
        format!("Till insatser jämfört med i dag: {most}")
    );
}

/// No ranking by insatser crowns who alone counts with a cost that was made up.
#[test]
fn an_illustrative_kansli_crowns_nobody() {
    for (kansli, mark) in
        [(EXAMPLE, ""), (KANSLI, "[[assumption]]\nid = \"shared_kansli_illustrative\"\ntext = \"x\"\n")]
    {
        let scenarios = [("Ett", merged(-1)), ("Delat", shared(900_000) + mark), ("Nej", String::new())];
        let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
        let place = place(kansli, &scenarios);
        let expected = "Intäkter jämfört med i dag: mest med Delat och Nej (±0 kr brutto och netto per år), minst med Ett \
            (−1,60 mnkr brutto, −0,43 mnkr netto). Till insatser per år jämfört med i dag: 1,60 mnkr mindre brutto \
            (0,43 mnkr netto) med Ett; 0,10 mnkr mer brutto och netto med Delat (illustrativa kanslikostnader); lika \
            mycket brutto och netto med Nej. Efter pengar till insatser rangordnas de inte: kanslikostnaderna är illustrativa, och bara Delat (−100 000 kr) räknar med en annan kostnad än i dag. Ett \
            lämnar mer till insatser än i dag när kanslierna sparar mer än 1 600 000 kr brutto (426 666 kr netto) per år.";
        assert_eq!(headline(&place, "compare ett.toml delat.toml nej.toml"), expected);
        // Nor where the only other is today.
        let two = headline(&place, "compare nej.toml delat.toml");
        assert!(
            two.starts_with("Intäkter jämfört med i dag: Nej och Delat ±0 kr brutto och netto per år."),
            "{two}"
        );
        assert!(!two.contains("mest med"), "{two}");
        // Alone it is stated, and its ground in the same sentence.
        assert_eq!(
            headline(&place, "compare delat.toml"),
            "Till insatser jämfört med i dag: Delat 0,1 mnkr mer brutto och netto per år; det vilar på illustrativa \
             kanslikostnader (Delat)."
        );
        let one = headline(&place, "simulate delat.toml");
        assert!(
            one.contains(
                "till insatser 0,1 mnkr mer än i dag brutto och netto med illustrativa kanslikostnader;"
            ),
            "{one}"
        );
        // What changes no kansli rests on none.
        let one = headline(&place, "simulate ett.toml");
        assert!(!one.contains("illustrativ"), "{one}");
    }
}

#[test]
fn alternatives_that_all_change_an_illustrative_kansli_are_ranked_and_that_is_said() {
    let scenarios = [("Ett", merged(1_000_000)), ("Delat", shared(900_000)), ("Nej", String::new())];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(EXAMPLE, &scenarios);
    assert_eq!(
        headline(&place, "compare delat.toml ett.toml nej.toml --redistribution gross"),
        "Till insatser, brutto, jämfört med i dag: mest med Delat (0,1 mnkr mer per år), minst med Ett (1,1 mnkr \
         mindre); rangordningen vilar på illustrativa kanslikostnader (Delat och Ett). Övriga: lika mycket brutto med Nej."
    );
    let english = headline(&place, "compare delat.toml ett.toml --redistribution gross --lang en");
    assert!(
        english.ends_with("; the ranking rests on illustrative kansli costs (Delat and Ett)."),
        "{english}"
    );
    // Real costs need no mark.
    let place = self::place(KANSLI, &scenarios);
    let real = headline(&place, "compare delat.toml ett.toml nej.toml");
    assert!(!real.contains("illustrativ"), "{real}");
    let answer = place.run("compare delat.toml ett.toml").answer();
    assert!(!answer.contains("illustrativ"), "{answer}");
}

#[test]
fn where_kanslier_are_unknown_the_headline_is_about_income() {
    let scenarios = [("Ett", merged(-1)), ("Nej", String::new())];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place("", &scenarios);
    assert_eq!(
        headline(&place, "compare ett.toml nej.toml"),
        "Intäkter jämfört med i dag: mest med Nej (±0 kr brutto och netto per år), minst med Ett (−1,60 mnkr brutto, \
         −0,43 mnkr netto). Pengarna till insatser är okända, eftersom kostnaden för något kansli saknas."
    );
    let one = headline(&place, "simulate ett.toml");
    assert!(
        one.starts_with(
            "Ett: −1,60 mnkr brutto (−0,43 mnkr netto) i intäkter per år; till insatser okänt, eftersom kostnaden för något \
             kansli saknas; "
        ),
        "{one}"
    );
}

#[test]
fn a_kansli_that_is_unknown_in_one_alternative_is_said_of_that_one() {
    let create = "[[change]]\ncreate = \"Ny\"\nkommuner = [\"Ek\"]\n";
    let scenarios = [("Ny", create.to_owned()), ("Ett", merged(0))];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(KANSLI, &scenarios);
    let both = headline(&place, "compare ny.toml ett.toml");
    assert!(both.starts_with("Intäkter jämfört med i dag: mest med Ny ("), "{both}");
    assert!(
        both.contains("jämfört med i dag: 0,10 mnkr mindre brutto men 1,07 mnkr mer netto med Ett."),
        "{both}"
    );
    let unknown = "Pengarna till insatser är okända med Ny, eftersom kostnaden för något kansli saknas där.";
    assert!(both.contains(unknown), "{both}");
    // More kommuner pay and get more: no gain of those that were there.
    assert!(
        both.contains("I beloppen efteråt med Ny ingår även Ek, som i dag inte är med i något av förbunden."),
        "{both}"
    );
    let one = headline(&place, "simulate ny.toml");
    assert!(
        one.ends_with("I beloppen efteråt ingår även Ek, som i dag inte är med i något av förbunden."),
        "{one}"
    );
}

#[test]
fn where_net_is_unknown_nothing_is_said_of_it() {
    let scenarios = [("Ett", merged(0)), ("Nej", String::new())];
    let scenarios = scenarios.each_ref().map(|(name, changes)| (*name, changes.as_str()));
    let place = place(&format!("budget = 4_000_000\n{KANSLI}"), &scenarios);
    let calibrated = place.read("u.toml").replace("appropriation = 20_000_000\n", "");
    place.write("u.toml", &calibrated);
    assert_eq!(
        headline(&place, "compare ett.toml nej.toml"),
        "Till insatser, brutto, jämfört med i dag: mest med Nej (lika mycket per år), minst med Ett (0,1 mnkr \
         mindre)."
    );
}

#[test]
fn a_ranking_by_derived_figures_says_so_in_the_same_sentence() {
    let project = Place::project();
    // Gross only base grants come and go; net each förbund has its share of the pot, which rests on försörjningsmått.
    let both = headline(&project, "compare tankespar1 sammanslagning");
    let sentence = both.split(". ").next().expect("a sentence");
    assert!(sentence.contains("mest med Tankespår 1 ("), "{both}");
    assert!(sentence.ends_with("; netto vilar på härlett försörjningsmått."), "{both}");
    let gross = headline(&project, "compare tankespar1 sammanslagning --redistribution gross");
    assert!(!gross.contains("härlett"), "{gross}");
    let net = headline(&project, "compare tankespar1 sammanslagning --redistribution net --lang en");
    assert!(net.ends_with("; the ranking rests on a derived (härlett) försörjningsmått."), "{net}");
    // Decided amounts do not.
    let decided = headline(&project, "compare jonkoping_oforandrat jonkoping_lansforbund");
    assert!(!decided.contains("härlett"), "{decided}");
}

#[test]
fn a_saving_that_was_made_up_crowns_nobody() {
    let project = Place::project();
    // No built-in alternative saves anything; this one would, by a figure that no source has.
    let saving = project.read("scenarios/tankespar3.toml").replace("lokaler = 280_000", "lokaler = 180_000");
    let saving =
        saving.replace("\"delta.gross.kansli\"\nequals = 0", "\"delta.gross.kansli\"\nequals = -100_000");
    project.write("scenarios/sparar.toml", &saving.replace("\"Tankespår 3\"", "\"Sparar\""));
    let built_in = headline(&project, "compare tankespar1 tankespar2 sparar tankespar4 sammanslagning");
    assert!(
        built_in.starts_with(
            "Intäkter jämfört med i dag: mest med Sparar och Tankespår 4 (±0 kr brutto och netto"
        )
    );
    assert!(
        built_in.contains("bara Sparar (−100 000 kr) räknar med en annan kostnad än i dag."),
        "{built_in}"
    );
    project.run("report tankespar1 sparar tankespar4 -o r.html -o r.md").wrote().answer();
    for report in ["r.html", "r.md"] {
        let text = project.read(report).replace('\u{a0}', " ");
        assert!(!text.contains("mest med Sparar ("), "{report}");
        assert!(text.contains("Kanslikostnaden minskar med 100 000 kr (illustrativt)"), "{report}");
        assert!(text.contains("Kanslierna kostar 3 700 000 kr (illustrativt)"), "{report}");
    }
}
