//! What is said of problems with a result that is read back.

use super::language::Language;
use super::number;
use super::problem::Description;
use crate::diagnostic::{ResultKind, ResultProblem};

pub(super) fn describe(problem: &ResultProblem, language: Language) -> Description {
    let description = match problem {
        ResultProblem::Broken => Description::new(
            "result_broken",
            say!(language, "filen är inte hel JSON", "the file is not whole JSON"),
        )
        .label(say!(language, "går inte att läsa härifrån", "cannot be read from here on")),
        ResultProblem::Foreign => Description::new(
            "result_foreign",
            say!(language, "filen är inget resultat från finsam", "the file is no result of finsam"),
        )
        .label(say!(
            language,
            "väntade ett objekt med schema_version, eller en lista av sådana",
            "expected an object with schema_version, or a list of such"
        )),
        ResultProblem::Version { found, read } => {
            return Description::new(
                "result_version",
                say!(
                    language,
                    "resultatet har schema_version {found}, och det här programmet läser {read}",
                    "the result has schema_version {found}, and this program reads {read}"
                ),
            )
            .label(say!(language, "en annan version", "another version"))
            .help(say!(
                language,
                "Räkna om båda resultaten med samma version av finsam.",
                "Compute both results anew with the same version of finsam."
            ));
        }
        ResultProblem::Missing { path } => Description::new(
            "result_key_missing",
            say!(language, "”{path}” saknas i resultatet", "the result lacks \"{path}\""),
        )
        .label(say!(language, "saknas här", "missing here")),
        ResultProblem::WrongKind { path, expected } => {
            let expected = kind(*expected, language);
            Description::new(
                "result_value",
                say!(language, "”{path}” ska vara {expected}", "\"{path}\" must be {expected}"),
            )
            .label(say!(language, "något annat", "something else"))
        }
        ResultProblem::KeyTwice { path } => Description::new(
            "result_key_twice",
            say!(language, "”{path}” står två gånger", "\"{path}\" stands twice"),
        )
        .label(say!(language, "i det här objektet", "in this object")),
        ResultProblem::TooMany { path, most } => Description::new("result_too_long", {
            let most = number::whole(language, i64::try_from(*most).expect("a count"));
            say!(language, "”{path}” har fler än {most} delar", "\"{path}\" has more than {most} entries")
        })
        .label(say!(language, "för många", "too many")),
    };
    description.help(say!(
        language,
        "Jämför filer som finsam simulate eller compare har skrivit med --format json.",
        "Compare files that finsam simulate or compare wrote with --format json."
    ))
}

fn kind(kind: ResultKind, language: Language) -> &'static str {
    match kind {
        ResultKind::Object => language.pick("ett objekt", "an object"),
        ResultKind::List => language.pick("en lista", "a list"),
        ResultKind::Text => language.pick("en text", "a text"),
        ResultKind::Boolean => language.pick("true eller false", "true or false"),
        ResultKind::Whole => language.pick("ett heltal av högst 2⁵³", "a whole number of at most 2⁵³"),
        ResultKind::WholeOrNull => {
            language.pick("ett heltal av högst 2⁵³, eller null", "a whole number of at most 2⁵³, or null")
        }
        ResultKind::Decimal => {
            language.pick("ett decimaltal inom citattecken", "a decimal number in quotation marks")
        }
    }
}
