//! What can be wrong with a result that is read back.

use super::declare::problems;
use crate::text::localize::words;

words!(
    /// What a value of a result should be.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum ResultKind {
        #[words("ett objekt", "an object")]
        Object,
        #[words("en lista", "a list")]
        List,
        #[words("en text", "a text")]
        Text,
        #[words("true eller false", "true or false")]
        Boolean,
        #[words("ett heltal av högst 2⁵³", "a whole number of at most 2⁵³")]
        Whole,
        #[words("ett heltal av högst 2⁵³, eller null", "a whole number of at most 2⁵³, or null")]
        WholeOrNull,
        /// Written as a text so that no digit is lost.
        #[words("ett decimaltal inom citattecken", "a decimal number in quotation marks")]
        Decimal,
    }
);

problems!(
    /// What can be wrong with a result that is read back.
    #[help = "Jämför filer som finsam simulate eller compare har skrivit med --format json."]
    #[en = "Compare files that finsam simulate or compare wrote with --format json."]
    pub enum ResultProblem {
        #[error("result_broken")]
        #[title("filen är inte hel JSON", "the file is not complete JSON")]
        #[label("går inte att läsa härifrån", "cannot be read from here on")]
        Broken,
        #[error("result_foreign")]
        #[title("filen är inget resultat från finsam", "the file is not a result of finsam")]
        #[label = "väntade ett objekt med schema_version, eller en lista av sådana"]
        #[en = "expected an object with schema_version, or a list of them"]
        Foreign,
        #[error("result_version")]
        #[title = "resultatet har schema_version {found}, och det här programmet läser {read}"]
        #[en = "the result has schema_version {found}, and this program reads {read}"]
        #[label("en annan version", "another version")]
        #[help = "Beräkna båda resultaten på nytt med samma version av finsam."]
        #[en = "Compute both results again with the same version of finsam."]
        Version { found: i64, read: i64 },
        #[error("result_key_missing")]
        #[title("”{path}” saknas i resultatet", "\"{path}\" is missing from the result")]
        #[label("saknas här", "missing here")]
        Missing { path: String },
        #[error("result_value")]
        #[title("”{path}” ska vara {expected}", "\"{path}\" must be {expected}")]
        #[label("något annat", "something else")]
        WrongKind { path: String, expected: ResultKind },
        #[error("result_key_twice")]
        #[title("”{path}” står två gånger", "\"{path}\" appears twice")]
        #[label("i det här objektet", "in this object")]
        KeyTwice { path: String },
        #[error("result_too_long")]
        #[title("”{path}” har fler än {most} delar", "\"{path}\" has more than {most} entries")]
        #[label("för många", "too many")]
        TooMany { path: String, most: usize },
    }
);
