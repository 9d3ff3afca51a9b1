//! What is said of figures that are hardly right.

use super::import;
use super::language::Language;
use super::number::{self, NO_BREAK};
use super::problem::Description;
use crate::diagnostic::FigureProblem;

pub(super) fn describe(problem: &FigureProblem, language: Language) -> Description {
    let figure = |figure| number::decimal(language, figure);
    match problem {
        FigureProblem::KommunerMissing { years, missing, expected } => {
            let year = import::years(language, years);
            let (some, more) = language.first_names(missing);
            let (found, lacking) = (expected - missing.len(), missing.len());
            Description::new(
                "kommuner_missing",
                say!(
                    language,
                    "{year} har {found} av landets {expected} kommuner; {lacking} saknas: {some}{more}",
                    "{year} has {found} of the country's {expected} kommuner; {lacking} are missing: {some}{more}"
                ),
            )
            .help(say!(
                language,
                "Det räcker för förbundens egna siffror, men ”alla” andra kommuner i riket är då bara de som finns i tabellen.",
                "That will do for the förbund's own figures, but \"alla\" other kommuner of the country are then only those in the table."
            ))
        }
        FigureProblem::ZeroForMissing { kommun, year, column } => Description::new(
            "zero_for_missing",
            say!(language, "”{column}” är 0 för {kommun} {year}", "\"{column}\" is 0 for {kommun} {year}"),
        )
        .label(say!(language, "noll eller saknas?", "nought or missing?"))
        .help(say!(
            language,
            "SCB skriver 0 där ekonomiskt bistånd saknas. Kontrollera i källan och fyll i siffran.",
            "SCB writes 0 where social assistance is missing. Check the source and fill in the figure."
        )),
        FigureProblem::Jump { kommun, column, years: [before, after], figures: [one, two], percent } => {
            let (one, two, percent) = (figure(*one), figure(*two), number::signed(language, *percent));
            let percent = format!("{percent}{}", language.pick(format!("{NO_BREAK}%"), "%".to_owned()));
            Description::new(
                "jump",
                say!(
                    language,
                    "”{column}” för {kommun} ändras {percent} från {before} till {after}: {one} → {two}",
                    "\"{column}\" of {kommun} changes by {percent} from {before} to {after}: {one} → {two}"
                ),
            )
            .label(say!(language, "mer än 10 procent på ett år", "more than 10 percent in a year"))
            .help(say!(
                language,
                "Kontrollera båda åren i källan.",
                "Check both years in the source."
            ))
        }
        FigureProblem::Swapped { kommuner: [one, two], column, year, figures, known, known_year } => {
            let ([a, b], [c, d]) = (figures.map(figure), known.map(figure));
            Description::new(
                "figures_swapped",
                say!(
                    language,
                    "”{column}” {year} ser ut att vara förväxlad mellan {one} och {two}",
                    "\"{column}\" {year} looks swapped between {one} and {two}"
                ),
            )
            .label(say!(language, "{a}; {two} har {b}", "{a}; {two} has {b}"))
            .other(say!(language, "den andra", "the other one"))
            .help(say!(
                language,
                "{known_year} var det {one} {c} och {two} {d}. Kontrollera båda i källan.",
                "In {known_year} it was {one} {c} and {two} {d}. Check both in the source."
            ))
        }
        FigureProblem::ForsorjningsmattShare { kommun, year, percent, others } => {
            let percent = figure(*percent);
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            let others = match others {
                0 => String::new(),
                1 => say!(
                    language,
                    ", och orimligt för en kommun till",
                    ", and implausible for one more kommun"
                ),
                others => say!(
                    language,
                    ", och orimligt för {others} kommuner till",
                    ", and implausible for {others} more kommuner"
                ),
            };
            let title = say!(
                language,
                "försörjningsmåttet i {kommun}{year} är {percent}\u{a0}% av invånarna 16–64{others}",
                "the försörjningsmått of {kommun}{year} is {percent}% of the inhabitants 16–64{others}"
            );
            Description::new("forsorjningsmatt_share", title)
                .label(say!(language, "väntat 2–60\u{a0}%", "expected 2–60%"))
                .help(say!(
                    language,
                    "Det ska vara helårsekvivalenter. Står en punkt eller ett komma mellan tusental? 1.442 läses som drygt 1.",
                    "It must be full-year equivalents. Does a point or a comma stand between thousands? 1.442 is read as a little over 1."
                ))
        }
        FigureProblem::WorkingAgeShare { kommun, year, percent } => {
            let percent = figure(*percent);
            Description::new(
                "working_age_share",
                say!(
                    language,
                    "{percent}\u{a0}% av invånarna i {kommun} {year} är 16–64 år",
                    "{percent}% of the inhabitants of {kommun} {year} are 16–64"
                ),
            )
            .label(say!(language, "väntat 50–70\u{a0}%", "expected 50–70%"))
            .help(say!(
                language,
                "Gäller båda siffrorna samma år och samma kommun?",
                "Are both figures of the same year and the same kommun?"
            ))
        }
        FigureProblem::TotalFar { column, year, total, known, known_year, percent } => {
            let (total, known) = (figure(*total), figure(*known));
            let percent = number::signed(language, *percent);
            Description::new(
                "total_far",
                say!(
                    language,
                    "summan av ”{column}” {year} är {total}, {percent}\u{a0}% från {known_year} års {known}",
                    "the sum of \"{column}\" {year} is {total}, {percent}% from the {known} of {known_year}"
                ),
            )
            .help(say!(
                language,
                "Jämfört med samma kommuner i finsams egen tabell. Kontrollera enhet, åldrar och månader i källan.",
                "Compared with the same kommuner of finsam's own table. Check unit, ages and months in the source."
            ))
        }
        FigureProblem::DigitsLost { kommun, column, year, figure: now, known, known_year } => {
            let (now, known) = (figure(*now), figure(*known));
            Description::new(
                "digits_lost",
                say!(
                    language,
                    "”{column}” för {kommun} {year} är {now} men var {known} år {known_year}",
                    "\"{column}\" of {kommun} {year} is {now} but was {known} in {known_year}"
                ),
            )
            .label(say!(language, "en siffra för lite eller för mycket?", "a digit too few or too many?"))
            .help(say!(
                language,
                "Kontrollera cellen i källan.",
                "Check the cell in the source."
            ))
        }
        FigureProblem::FarFromKnown {
            kommun,
            column,
            year,
            figure: now,
            known,
            known_year,
            percent,
            like,
        } => {
            let (now, known) = (figure(*now), figure(*known));
            let percent = number::signed(language, *percent);
            Description::new(
                "far_from_known",
                say!(
                    language,
                    "”{column}” för {kommun} {year} är {now}, {percent}\u{a0}% från {known_year} års {known}",
                    "\"{column}\" of {kommun} {year} is {now}, {percent}% from the {known} of {known_year}"
                ),
            )
            .label(match like {
                Some(like) => say!(language, "är det siffran för {like}?", "is it the figure of {like}?"),
                None => say!(language, "långt från vad som var att vänta", "far from what was to be expected"),
            })
            .help(say!(
                language,
                "Jämfört med finsams egen tabell. Kontrollera i källan att siffran gäller rätt kommun.",
                "Compared with finsam's own table. Check in the source that the figure is of the right kommun."
            ))
        }
        FigureProblem::MoreAlike { count, column, year } => Description::new(
            "more_alike",
            say!(
                language,
                "… och {count} till av samma slag i ”{column}” {year}",
                "… and {count} more of the same kind in \"{column}\" {year}"
            ),
        )
        .help(say!(
            language,
            "De som visas avviker mest. Rätta dem först.",
            "Those shown deviate most. Correct them first."
        )),
    }
}
