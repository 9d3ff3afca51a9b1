//! The short texts of reports: headings, captions, row labels; and how a table of such texts is declared.

use super::language::Language;

/// Declares a table of short texts, a line each with both languages side by side:
///
/// ```ignore
/// label_table!(
///     /// The words of a menu, in one language.
///     pub fn menu(language: Language) -> &'static Menu {
///         starter = ("Förrätt", "Starter");
///         main = ("Huvudrätt", "Main course");
///     }
/// );
/// ```
///
/// `menu(language).main` is then the text.
macro_rules! label_table {
    (
        $(#[doc = $about:literal])*
        $visibility:vis fn $table:ident(language: Language) -> &'static $Labels:ident {
            $($label:ident = ($swedish:literal, $english:literal $(,)?);)+
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        #[allow(missing_docs, reason = "the texts say what they are")]
        $visibility struct $Labels {
            #[allow(dead_code, reason = "some tables are never asked for it")]
            $visibility language: $crate::text::language::Language,
            $($visibility $label: &'static str),+
        }

        $(#[doc = $about])*
        #[must_use]
        $visibility fn $table(language: $crate::text::language::Language) -> &'static $Labels {
            static SWEDISH: $Labels =
                $Labels { language: $crate::text::language::Language::Swedish, $($label: $swedish),+ };
            static ENGLISH: $Labels =
                $Labels { language: $crate::text::language::Language::English, $($label: $english),+ };
            language.pick(&SWEDISH, &ENGLISH)
        }
    };
}
pub(crate) use label_table;

label_table!(
    /// The short texts of reports, in one language.
    pub fn labels(language: Language) -> &'static Labels {
        today = ("Nuläge", "Today");
        forbund_today = ("Förbund i dag", "Förbund today");
        after = ("Efter", "After");
        after_gross = ("Efter, brutto", "After, gross");
        after_both = ("Efter, brutto och netto", "After, gross and net");
        after_net = ("Efter, netto", "After, net");
        sum = ("Summa", "Sum");
        change = ("Förändring", "Change");
        forbund = ("Förbund", "Förbund");
        region = ("Region", "Region");
        kommun = ("Kommun", "Kommun");
        kommuner = ("Kommuner", "Kommuner");
        all_kommuner = ("Alla kommuner", "All kommuner");
        from = ("Från", "From");
        gross = ("Brutto", "Gross");
        net = ("Netto", "Net");
        alternative = ("Alternativ", "Alternative");
        percent = ("%", "%");
        insatser_gross = ("Insatser, brutto", "Insatser, gross");
        insatser_net = ("Insatser, netto", "Insatser, net");
        assumptions = ("Antaganden", "Assumptions");
        sources = ("Källor", "Sources");
        income = ("Intäkter", "Income");
        decisive = ("Det här avgör resultatet", "What decides the result");
        all_forbund = ("Alla förbund", "All förbund");
        note_absent = (
            "Tomt: förbundet finns inte i dag eller i det alternativet.",
            "Empty: the förbund does not exist today or in that alternative.",
        );
        note_empty_kommun = (
            "Tomt: kommunen är inte med i något av förbunden.",
            "Empty: the kommun is in none of the förbund.",
        );
        note_empty_change = (
            "Tomt: kommunen är inte med i något av förbunden; i en förändring räknas det som noll.",
            "Empty: the kommun is in none of the förbund; a change counts that as zero.",
        );
        note_empty_region = (
            "Tomt: regionen är inte med i något av förbunden; i en förändring räknas det som noll.",
            "Empty: the region is in none of the förbund; a change counts that as zero.",
        );
        contribution_each = ("Bidrag/inv.", "Contrib./inh.");
        note_contribution_each = (
            "Bidrag/inv.: kommunens bidrag per invånare 16–64 år, kr; för alternativen hur det ändras.",
            "Contrib./inh.: the contribution of the kommun per inhabitant aged 16–64, kr; for alternatives, how that \
             changes.",
        );
        side = ("Läge", "Side");
        rule = ("Regel", "Rule");
        rule_guard = ("Spärr", "Guard");
        rule_equity = ("Eget kapital", "Equity");
        rule_matching = ("Matchning", "Matching");
        rule_cap = ("Tak", "Cap");
        caption_bound = (
            "Regler som begränsar statens medel till förbunden",
            "Rules that bound the state's money to the förbund",
        );
        note_bound = (
            "Utan regeln: utan den omräkning som regler leder till för övriga förbund.",
            "Without the rule: without the factor that rules lead to for the other förbund.",
        );
        note_maximum = (
            "Högsta nivå: vad staten skulle ge enligt modellen om alla parter matchade det, utan tak. Mer än så (minus) får den \
             som delar det som andras tak frigör.",
            "Maximum: what the state would give by the model if all parties matched it, without caps. Who shares what the caps \
             of others free has more than that (minus).",
        );
        note_maximum_decided = (
            "Den högsta nivån är räknad med den nationella formeln och tabellens uppgifter; beslutade belopp kan skilja sig \
             från den av andra skäl än att någon part avstår.",
            "The maximum is computed by the national formula with the figures of the table; decided amounts can differ from \
             it for other reasons than that a party forgoes money.",
        );
        caption_references = (
            "Vad källor säger att förbunden hade, bredvid det som beräknas",
            "What sources say that the förbund had, beside what is computed",
        );
        note_references = (
            "Nivåerna går inte att jämföra: källans tal gäller sitt år och sina regler, de beräknade bygger på den här filens \
             uppgifter och regler.",
            "The levels cannot be compared: the source's figures are of its year and its rules, the computed ones rest on the \
             figures and rules of this file.",
        );
        caption_checks = ("Kontroller som inte håller", "Checks that do not hold");
        note_outside = (
            "* Förbund utanför utgångsläget: bara vad de flyttade kommunerna tar med sig.",
            "* Förbund outside the baseline: only what the moved kommuner bring.",
        );
        note_posts = (
            "Tjänster: heltidstjänster, med förbundets del av gemensamma.",
            "Posts: full-time posts, with the förbund's part of shared ones.",
        );
        note_posts_at_end = (
            "Indelningen ändras inom året; tjänsterna är de som finns vid årets slut.",
            "The grouping changes within the year; the posts are those at its end.",
        );
        note_holdings = (
            "Inget av detta ingår i förbundens intäkter, insatser eller bidrag.",
            "None of this is in the income, insatser or contributions of the förbund.",
        );
        note_insatser_available = (
            "Insatser med dem: pengar till insatser, överfört och övriga intäkter.",
            "Insatser with them: money for insatser, carried over and other income.",
        );
        note_holdings_at_end = (
            "Indelningen ändras inom året; detta står som vid årets slut.",
            "The grouping changes within the year; this is as at its end.",
        );
        note_equity_illustration = (
            "Kommunernas andel av finansieringen, delad efter förbundets nyckel; statens och regionernas delar visas \
             inte. Medlemmarna bestämmer själva hur kapitalet fördelas.",
            "The kommuner's share of the funding, divided by the key of the förbund; the parts of the state and the \
             regions are not shown. The members decide themselves how the equity is shared.",
        );
        note_months = (
            "Indelningen ändras inom året, och varje förbund har bara beloppen för de månader då det finns.",
            "The grouping changes within the year, and each förbund has the amounts only of the months in which it \
             exists.",
        );
        note_unknown = ("– okänt.", "– unknown.");
        note_unknown_sum = ("– okänt; då är summan det också.", "– unknown; then the sum is too.");
        note_illustrative = (
            "Kanslikostnaderna är illustrativa, och pengarna till insatser därmed också; se antagandena.",
            "The kansli costs are illustrative, and so is the money for insatser; see the assumptions.",
        );
        note_no_member = (
            "– inte med på den sidan; i förändringen räknas det som noll.",
            "– not a member on that side; the change counts that as zero.",
        );
        note_per_inhabitant =
            ("Kr/inv.: intäkter per invånare 16–64 år.", "Kr/inh.: income per inhabitant aged 16–64.");
        note_odd_kronor = (
            "Regionernas och kommunernas delar är lika stora; i varje förbund faller en udda krona på \
             regionen.",
            "The parts of regions and kommuner are equal; in each förbund an odd krona falls on the region.",
        );
        note_no_net = (
            "Nettobelopp saknas: utgångsläget anger inte både anslaget och antalet övriga förbund.",
            "Net amounts are missing: the baseline does not give both the appropriation and the number of \
             other förbund.",
        );
        scenario = ("Scenario", "Scenario");
        baseline = ("Utgångsläge", "Baseline");
        kommun_table = ("Kommuntabell", "Kommun table");
        check = ("Kontroll", "Check");
        expected = ("Väntat", "Expected");
        actual = ("Blev", "Actual");
        difference = ("Skillnad", "Difference");
        derived_short =
            ("bygger på härlett försörjningsmått", "rests on a derived (härlett) försörjningsmått");
        derived_mark = (" (härlett)", " (derived, härlett)");
        error = ("fel", "error");
        warning = ("varning", "warning");
        help = ("råd", "help");
        summary = ("Sammanfattning", "Summary");
        appendix = (
            "Bilaga: alla uppgifter, antaganden och källor",
            "Appendix: all figures, assumptions and sources",
        );
        comparison = ("Jämförelse", "Comparison");
        kansli_against_today = ("Kansliet mot i dag", "Kansli against today");
        never = ("aldrig", "never");
        note_break_even = (
            "Så mycket mindre än i dag måste kanslierna kosta för att lika mycket ska bli kvar till \
             insatser.",
            "The kanslier must cost this much less than today for as much to remain for insatser.",
        );
        note_payback = (
            "Återbetald: år tills pengarna till insatser har ökat lika mycket som engångskostnaden, utan \
             ränta.",
            "Paid back: years until the money for insatser has grown by the one-off cost, without interest.",
        );
        import = ("Import", "Import");
        remarks = ("Att veta", "To know");
        caption_files = ("Filer som lästes", "Files that were read");
        caption_columns = ("Kolumner i tabellen", "Columns of the table");
        file = ("Fil", "File");
        taken_for = ("Läst som", "Taken for");
        rows = ("Rader", "Rows");
        column = ("Kolumn", "Column");
        year = ("År", "Year");
        kommunkod = ("Kod", "Code");
        lan = ("Län", "Län");
        folkmangd = ("Folkmängd", "All inh.");
        no_forbund = ("Inget förbund", "No förbund");
        per_forbund = ("Per förbund", "Per förbund");
        caption_kommun_figures = ("Kommunernas uppgifter", "The figures of the kommuner");
        caption_kommun_list = ("Kommuner", "Kommuner");
        note_figures = (
            "Inv. 16–64: invånare 16–64 år den 31 december. Förs.mått: försörjningsmått, \
             helårsekvivalenter. %: andel av de visade kommunernas summa.",
            "Inh. 16–64: inhabitants aged 16–64 on 31 December. Förs.mått: försörjningsmått, full-year \
             equivalents. %: share of the sum of the kommuner shown.",
        );
        note_derived = (
            "* Härlett, inte publicerad statistik; se källorna.",
            "* Derived (härlett), not published statistics; see the sources.",
        );
        note_indicators = ("Övriga kolumner summeras inte.", "Further columns are not summed.");
        figure = ("Uppgift", "Figure");
        old = ("Förut", "Old");
        new = ("Nu", "New");
        came_and_went = ("Tillkommet och bortfallet", "Came and went");
        beside_the_figures = ("Ändrat vid sidan av uppgifterna", "Changed beside the figures");
        rule_check = ("En kontroll i ett scenario håller inte", "A check of a scenario does not hold");
        rule_check_full = (
            "Resultatet av scenariot är inte vad en [[check]] i filen säger, sedan uppgifter eller regler har \
             ändrats.",
            "The result of the scenario is not what a [[check]] in the file says, after figures or rules \
             have changed.",
        );
    }
);

/// What people call a column of a kommun table, as a heading; a column that finsam does not know has its own name.
#[must_use]
pub fn column(language: Language, column: &str) -> &str {
    match column {
        "befolkning_16_64" => language.pick("Invånare 16–64 år", "Inhabitants aged 16–64"),
        "folkmangd" => language.pick("Folkmängd", "All inhabitants"),
        "forsorjningsmatt" => "Försörjningsmått",
        other => other,
    }
}

/// The same in a sentence.
#[must_use]
pub fn column_in_sentence(language: Language, column: &str) -> String {
    match column {
        "befolkning_16_64" => {
            language.pick("antalet invånare 16–64 år", "the number of inhabitants aged 16–64")
        }
        "folkmangd" => language.pick("antalet invånare i alla åldrar", "the number of all inhabitants"),
        "forsorjningsmatt" => language.pick("försörjningsmåttet", "the försörjningsmått"),
        other => other,
    }
    .to_owned()
}
