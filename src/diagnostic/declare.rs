//! How a group of problems is declared: each with its code, its severity, its data and what is said of it in both
//! languages, in one place.

use crate::text::language::Language;
use crate::text::say;

/// Declares a group of problems.
///
/// ```ignore
/// problems!(
///     /// What can be wrong with a scenario.
///     pub enum ScenarioProblem {
///         #[error("unknown_forbund")]
///         #[title("förbundet ”{name}” finns inte", "there is no förbund \"{name}\"")]
///         #[label("finns inte här", "not there")]
///         #[did_you_mean(nearest)]
///         #[help("Här finns {existing}.", "There are {existing}.")]
///         UnknownForbund { name: String, nearest: Option<String>, existing: Vec<String> },
///     }
/// );
/// ```
///
/// Each variant has, in this order:
///
/// * `#[error(code)]`, or `#[warning(code)]` where the program can continue. Several variants may share a code.
/// * `#[title]`: what is wrong.
/// * `#[label]`: what stands at the place in the file.
/// * `#[other]`: what stands at the other half of a conflict.
/// * `#[did_you_mean(field)]`: asks whether the name in the field was meant; where there is none, the help follows.
/// * `#[help]`: what to do. A help of the whole enum is that of every variant without one.
/// * `#[help_of(field)]`: else the help that is declared with the type of the field, see `words!`.
/// * `#[with(name, function(field, …))]`: one more name that the texts can use, or other words for a field than its
///   type has.
///
/// A text is `#[title(swedish, english)]`, or where a line is too short for both `#[title = swedish]` and then
/// `#[en = english]`. It names fields as in `format!`; they are shown as [`Localize`] says. A label or a help can
/// stand several times, followed by `#[when(field)]`: the first one whose field holds ([`Condition`]) counts.
///
/// What documents a variant is its English title and what its doc comment adds.
///
/// [`Condition`]: crate::text::localize::Condition
/// [`Localize`]: crate::text::localize::Localize
macro_rules! problems {
    (
        $(#[doc = $about:literal])*
        $(#[help = $group_sv:literal] #[en = $group_en:literal])?
        $visibility:vis enum $group:ident {
            $(
                $(#[doc = $remark:literal])*
                $(#[error($error:literal)])?
                $(#[warning($warning:literal)])?
                $(#[title($title_sv:literal, $title_en:literal)])?
                $(#[title = $long_title_sv:literal] #[en = $long_title_en:literal])?
                $(#[label $($label:tt)+] $(#[en = $label_en:literal])? $(#[when($label_if:ident)])?)*
                $(#[other($other_sv:literal, $other_en:literal)])?
                $(#[did_you_mean($near:ident)])?
                $(#[help $($help:tt)+] $(#[en = $help_en:literal])? $(#[when($help_if:ident)])?)*
                $(#[help_of($helpful:ident)])?
                $(#[with($with:ident, $($how:ident)::+($($of:ident),+))])*
                $variant:ident $({ $($(#[doc = $field_doc:literal])* $field:ident: $type:ty),+ $(,)? })?
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        #[allow(missing_docs, clippy::doc_markdown, reason = "the title of a variant documents it and its fields")]
        $visibility enum $group {
            $(
                $(#[doc = $title_en])?
                $(#[doc = $long_title_en])?
                #[doc = ""]
                $(#[doc = $remark])*
                $variant $({ $($(#[doc = $field_doc])* $field: $type),+ })?
            ),+
        }

        impl $group {
            /// The code and the severity of each variant.
            pub(super) const CODES: &[(&str, $crate::diagnostic::Severity)] = &[$(
                $(($error, $crate::diagnostic::Severity::Error))?
                $(($warning, $crate::diagnostic::Severity::Warning))?
            ),+];

            pub(super) fn severity(&self) -> $crate::diagnostic::Severity {
                match self {
                    $(Self::$variant { .. } => {
                        $(($error, $crate::diagnostic::Severity::Error).1)?
                        $(($warning, $crate::diagnostic::Severity::Warning).1)?
                    })+
                }
            }

            #[allow(unused_variables, reason = "texts need not name every field")]
            pub(super) fn describe(
                &self,
                language: $crate::text::language::Language,
            ) -> $crate::diagnostic::Description {
                use $crate::text::{localize::Localized, say};
                match self {
                    $(Self::$variant $({ $($field),+ })? => {
                        $($(let $field = Localized($field, language);)+)?
                        $(let value = $($how)::+(language, $($of.0),+);
                        let $with = Localized(&value, language);)*
                        $crate::diagnostic::Description {
                            code: $($error)? $($warning)?,
                            title: $(say!(language, $title_sv, $title_en))?
                                $(say!(language, $long_title_sv, $long_title_en))?,
                            label: None
                                $(.or_else(|| {
                                    let counts = true $(&& $crate::text::localize::Condition::holds($label_if.0))?;
                                    counts.then(|| say!(language, $($label)+ $(, $label_en)?))
                                }))*,
                            other: None $(.or_else(|| Some(say!(language, $other_sv, $other_en))))?,
                            help: None
                                $(.or_else(|| $crate::diagnostic::declare::did_you_mean(language, $near.0.as_deref())))?
                                $(.or_else(|| {
                                    let counts = true $(&& $crate::text::localize::Condition::holds($help_if.0))?;
                                    counts.then(|| say!(language, $($help)+ $(, $help_en)?))
                                }))*
                                $(.or_else(|| $helpful.0.help(language)))?,
                        }
                    })+
                }
                $(.or_help(say!(language, $group_sv, $group_en)))?
            }
        }
    };
}
pub(super) use problems;

/// Asks whether the nearest name was meant.
pub(super) fn did_you_mean(language: Language, nearest: Option<&str>) -> Option<String> {
    let nearest = nearest?;
    Some(say!(language, "Menade du ”{nearest}”?", "Did you mean \"{nearest}\"?"))
}

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::diagnostic::Severity;
    use crate::text::language::Language::{English, Swedish};

    problems!(
        /// Problems of a kitchen.
        #[help = "Fråga kocken."]
        #[en = "Ask the cook."]
        enum KitchenProblem {
            #[error("burnt")]
            #[title("{dish} är bränd", "{dish} is burnt")]
            #[label("{minutes} minuter för länge", "{minutes} minutes too long")]
            #[when(minutes)]
            #[label = "för varmt"]
            #[en = "too hot"]
            #[other("spisen", "the stove")]
            Burnt { dish: String, minutes: usize },
            #[warning("missing")]
            #[title("{these} saknas", "{these} are missing")]
            #[did_you_mean(nearest)]
            #[help("Köp {these}.", "Buy {these}.")]
            #[with(these, Language::alternatives(dishes))]
            Missing { dishes: Vec<String>, nearest: Option<String> },
        }
    );

    fn missing(nearest: Option<&str>) -> KitchenProblem {
        let dishes = ["kål".to_owned(), "rova".to_owned()].to_vec();
        KitchenProblem::Missing { dishes, nearest: nearest.map(str::to_owned) }
    }

    #[test]
    fn the_first_text_whose_condition_holds_counts() {
        let label = |minutes| {
            let problem = KitchenProblem::Burnt { dish: "Rovan".to_owned(), minutes };
            [Swedish, English].map(|language| problem.describe(language).label.expect("a label"))
        };
        assert_eq!(label(1_200), ["1\u{a0}200 minuter för länge", "1,200 minutes too long"]);
        assert_eq!(label(0), ["för varmt", "too hot"]);
    }

    #[test]
    fn a_near_name_is_asked_for_before_the_help_and_that_before_the_help_of_all() {
        assert_eq!(missing(Some("kåla")).describe(English).help.as_deref(), Some("Did you mean \"kåla\"?"));
        assert_eq!(missing(None).describe(Swedish).help.as_deref(), Some("Köp kål eller rova."));
        let burnt = KitchenProblem::Burnt { dish: "The kål".to_owned(), minutes: 1 }.describe(English);
        assert_eq!(
            (burnt.title.as_str(), burnt.help.as_deref()),
            ("The kål is burnt", Some("Ask the cook."))
        );
        assert_eq!(burnt.other.as_deref(), Some("the stove"));
    }

    #[test]
    fn codes_and_severity_are_those_declared() {
        let declared = [("burnt", Severity::Error), ("missing", Severity::Warning)];
        assert_eq!(KitchenProblem::CODES, declared);
        assert_eq!((missing(None).describe(Swedish).code, missing(None).severity()), declared[1]);
    }
}
