//! Figures that can hardly be right.

use rust_decimal::Decimal;

use super::declare::problems;
use crate::text::language::Language;
use crate::text::{number, say};

problems!(
    /// Figures that can hardly be right: always warnings.
    pub enum FigureProblem {
        #[warning("kommuner_missing")]
        #[title = "{years} har {found} av landets {expected} kommuner; {missing_count} saknas: {missing}"]
        #[en = "{years} has {found} of the country's {expected} kommuner; {missing_count} are missing: {missing}"]
        #[help = "Det räcker för förbundens egna uppgifter, men ”alla” andra kommuner i riket är då bara de \
            som finns i tabellen."]
        #[en = "That is enough for the förbund's own figures, but \"alla\" other kommuner of the country are \
            then only those in the table."]
        #[with(years, Language::years(years))]
        #[with(missing_count, count(missing))]
        #[with(missing, Language::first_names(missing))]
        KommunerMissing { years: Vec<i64>, missing: Vec<String>, found: usize, expected: usize },
        #[warning("zero_for_missing")]
        #[title("”{column}” är 0 för {kommun} {year}", "\"{column}\" is 0 for {kommun} {year}")]
        #[label("noll eller saknas?", "zero or missing?")]
        #[help = "SCB skriver 0 där ekonomiskt bistånd saknas. Kontrollera i källan och fyll i uppgiften."]
        #[en = "SCB writes 0 where social assistance is missing. Check the source and fill in the figure."]
        ZeroForMissing { kommun: String, year: i64, column: String },
        #[warning("jump")]
        #[title = "”{column}” för {kommun} ändras {percent}\u{a0}% från {before} till {after}: {old} → {new}"]
        #[en = "\"{column}\" of {kommun} changes by {percent}% from {before} to {after}: {old} → {new}"]
        #[label("mer än 10 procent på ett år", "more than 10 percent in a year")]
        #[help("Kontrollera båda åren i källan.", "Check both years in the source.")]
        #[with(percent, signed(percent))]
        Jump {
            kommun: String,
            column: String,
            before: i64,
            after: i64,
            old: Decimal,
            new: Decimal,
            percent: Decimal,
        },
        #[warning("figures_swapped")]
        #[title = "”{column}” {year} ser ut att vara förväxlad mellan {kommun} och {other}"]
        #[en = "\"{column}\" {year} looks swapped between {kommun} and {other}"]
        #[label("{figure}; {other} har {other_figure}", "{figure}; {other} has {other_figure}")]
        #[other("den andra", "the other one")]
        #[help = "{known_year} var det {kommun} {known} och {other} {other_known}. Kontrollera båda i \
            källan."]
        #[en = "In {known_year} it was {kommun} {known} and {other} {other_known}. Check both in the source."]
        Swapped {
            kommun: String,
            other: String,
            column: String,
            year: i64,
            figure: Decimal,
            other_figure: Decimal,
            known: Decimal,
            other_known: Decimal,
            known_year: i64,
        },
        #[warning("forsorjningsmatt_share")]
        #[title = "försörjningsmåttet i {kommun}{year} är {percent}\u{a0}% av invånarna 16–64{others}"]
        #[en = "the försörjningsmått of {kommun}{year} is {percent}% of the inhabitants 16–64{others}"]
        #[label("väntat 2–60\u{a0}%", "expected 2–60%")]
        #[help = "Det ska vara helårsekvivalenter. Står en punkt eller ett komma mellan tusental? 1.442 läses \
            som drygt 1."]
        #[en = "It must be full-year equivalents. Is there a point or a comma between thousands? 1.442 is \
            read as a little over 1."]
        #[with(year, behind_name(year))]
        #[with(others, and_others(others))]
        ForsorjningsmattShare {
            kommun: String,
            year: Option<i64>,
            percent: Decimal,
            /// Further kommuner whose share is as odd.
            others: usize,
        },
        #[warning("working_age_share")]
        #[title = "{percent}\u{a0}% av invånarna i {kommun} {year} är 16–64 år"]
        #[en = "{percent}% of the inhabitants of {kommun} {year} are 16–64"]
        #[label("väntat 50–70\u{a0}%", "expected 50–70%")]
        #[help = "Gäller båda uppgifterna samma år och samma kommun?"]
        #[en = "Are both figures of the same year and the same kommun?"]
        WorkingAgeShare { kommun: String, year: i64, percent: Decimal },
        #[warning("total_far")]
        #[title = "summan av ”{column}” {year} är {total}, {percent}\u{a0}% från {known_year} års {known}"]
        #[en = "the sum of \"{column}\" {year} is {total}, {percent}% from the {known} of {known_year}"]
        #[help = "Jämfört med samma kommuner i finsams egen tabell. Kontrollera enhet, åldrar och månader i \
            källan."]
        #[en = "Compared with the same kommuner of finsam's own table. Check unit, ages and months in the \
            source."]
        #[with(percent, signed(percent))]
        TotalFar {
            column: String,
            year: i64,
            total: Decimal,
            known: Decimal,
            known_year: i64,
            percent: Decimal,
        },
        #[warning("digits_lost")]
        #[title = "”{column}” för {kommun} {year} är {figure} men var {known} år {known_year}"]
        #[en = "\"{column}\" of {kommun} {year} is {figure} but was {known} in {known_year}"]
        #[label("en siffra för lite eller för mycket?", "a digit too few or too many?")]
        #[help("Kontrollera cellen i källan.", "Check the cell in the source.")]
        DigitsLost {
            kommun: String,
            column: String,
            year: i64,
            figure: Decimal,
            known: Decimal,
            known_year: i64,
        },
        #[warning("far_from_known")]
        #[title = "”{column}” för {kommun} {year} är {figure}, {percent}\u{a0}% från {known_year} års \
            {known}"]
        #[en = "\"{column}\" of {kommun} {year} is {figure}, {percent}% from the {known} of {known_year}"]
        #[label("är det uppgiften för {like}?", "is it the figure of {like}?")]
        #[when(like)]
        #[label("långt från vad som var att vänta", "far from what was to be expected")]
        #[help = "Jämfört med finsams egen tabell. Kontrollera i källan att uppgiften gäller rätt kommun."]
        #[en = "Compared with finsam's own table. Check in the source that the figure is of the right \
            kommun."]
        #[with(percent, signed(percent))]
        FarFromKnown {
            kommun: String,
            column: String,
            year: i64,
            figure: Decimal,
            known: Decimal,
            known_year: i64,
            percent: Decimal,
            like: Option<String>,
        },
        #[warning("more_alike")]
        #[title = "… och {count} till av samma slag i ”{column}” {year}"]
        #[en = "… and {count} more of the same kind in \"{column}\" {year}"]
        #[help = "De som visas avviker mest. Rätta dem först."]
        #[en = "Those shown deviate most. Correct them first."]
        MoreAlike { count: usize, column: String, year: i64 },
    }
);

#[expect(clippy::ref_option, reason = "fields are given by reference")]
fn behind_name(_: Language, year: &Option<i64>) -> Option<String> {
    year.map(|year| format!(" {year}"))
}

/// How many more kommuner have a share that cannot be.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "fields are given by reference")]
fn and_others(language: Language, others: &usize) -> String {
    match others {
        0 => String::new(),
        1 => say!(language, ", och orimligt för en kommun till", ", and implausible for one more kommun"),
        others => say!(
            language,
            ", och orimligt för {others} kommuner till",
            ", and implausible for {others} more kommuner"
        ),
    }
}

fn count(_: Language, names: &[String]) -> usize {
    names.len()
}

fn signed(language: Language, percent: &Decimal) -> String {
    number::signed(language, *percent)
}
