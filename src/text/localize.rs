//! Values as parts of a sentence.

use std::fmt;

use rust_decimal::Decimal;

use super::language::Language;
use super::number;
use crate::model::kronor::Kronor;

/// What can stand in a sentence of either language.
pub trait Localize {
    /// As it stands there.
    fn localize(&self, language: Language) -> String;
}

/// A value with the language that it is shown in. `say!` takes it by name like any other value.
#[derive(Clone, Copy, Debug)]
pub struct Localized<'value, Value: ?Sized>(pub &'value Value, pub Language);

impl<Value: Localize + ?Sized> fmt::Display for Localized<'_, Value> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.localize(self.1))
    }
}

impl Localize for str {
    fn localize(&self, _: Language) -> String {
        self.to_owned()
    }
}

impl Localize for &str {
    fn localize(&self, _: Language) -> String {
        (*self).to_owned()
    }
}

impl Localize for String {
    fn localize(&self, _: Language) -> String {
        self.clone()
    }
}

/// How many of something.
impl Localize for u64 {
    fn localize(&self, language: Language) -> String {
        number::decimal(language, (*self).into())
    }
}

/// How many of something.
impl Localize for usize {
    fn localize(&self, language: Language) -> String {
        number::decimal(language, (*self).into())
    }
}

/// A year, or the number of a version or an error: digits only.
impl Localize for i64 {
    fn localize(&self, _: Language) -> String {
        self.to_string()
    }
}

/// The number of a month.
impl Localize for u8 {
    fn localize(&self, _: Language) -> String {
        self.to_string()
    }
}

impl Localize for Decimal {
    fn localize(&self, language: Language) -> String {
        number::decimal(language, *self)
    }
}

impl Localize for Kronor {
    fn localize(&self, language: Language) -> String {
        number::amount(language, *self)
    }
}

/// Nothing where there is none.
impl<Value: Localize> Localize for Option<Value> {
    fn localize(&self, language: Language) -> String {
        self.as_ref().map(|value| value.localize(language)).unwrap_or_default()
    }
}

/// All of them, with "och"/"and" before the last.
impl<Value: Localize> Localize for [Value] {
    fn localize(&self, language: Language) -> String {
        language.list(&self.iter().map(|value| value.localize(language)).collect::<Vec<_>>())
    }
}

impl<Value: Localize> Localize for Vec<Value> {
    fn localize(&self, language: Language) -> String {
        self.as_slice().localize(language)
    }
}

/// Declares an enum together with the words for each of its variants:
///
/// ```ignore
/// words!(
///     /// What a TOML value is.
///     #[derive(Clone, Copy, PartialEq, Eq, Debug)]
///     pub enum Kind {
///         #[words("ett heltal", "a whole number")]
///         #[help("Skriv bara siffror: 2021.", "Write digits only: 2021.")]
///         Whole,
///     }
/// );
/// ```
///
/// * `#[words]` is how a value stands in a sentence ([`Localize`]).
/// * `#[help]` is what to do about it, which the method `help` gives.
/// * `#[id("…")]` is what programs call it, which the method `id` gives; all variants have one, or none.
/// * `#[of(name, …)]` names what stands in the parentheses of a variant, so that texts can.
/// * `#[when]` and `#[with]`, and how texts are written, are as in `problems!`.
///
/// What documents a variant is its English words and what its doc comment adds.
macro_rules! words {
    (
        $(#[doc = $about:literal])*
        #[derive($($derived:ident),+)]
        pub enum $name:ident {
            $(
                $(#[doc = $remark:literal])*
                $(#[id($id:literal)])?
                $(#[words $($words:tt)+] $(#[en = $en:literal])? $(#[when($if:ident)])?)+
                $(#[help $($help:tt)+] $(#[en = $help_en:literal])?)?
                $(#[with($with:ident, $($how:ident)::+($($of:ident),+))])*
                $(#[of($($of_it:ident),+)])?
                $variant:ident
                $({ $($(#[doc = $field_doc:literal])* $field:ident: $type:ty),+ $(,)? })?
                $(($($item:ty),+))?
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive($($derived),+)]
        #[allow(missing_docs, clippy::doc_markdown, reason = "the words of a variant document it and its fields")]
        #[allow(rustdoc::bare_urls, reason = "words are no Markdown")]
        pub enum $name {
            $(
                $(#[doc = $crate::text::localize::english!($($words)+ $(, $en)?)] #[doc = ""])+
                $(#[doc = $remark])*
                $variant $({ $($(#[doc = $field_doc])* $field: $type),+ })? $(($($item),+))?
            ),+
        }

        $crate::text::localize::ids!(
            $name: $($variant $({ $($field),+ })? $(($($of_it),+))? $(= $id)?;)+
        );

        #[allow(unused_variables, reason = "words need not name every field")]
        impl $name {
            /// What to do about it, where there is something to say.
            #[must_use]
            pub fn help(&self, language: $crate::text::language::Language) -> Option<String> {
                match self {
                    $(Self::$variant $({ $($field),+ })? $(($($of_it),+))? => {
                        $($(let $field = $crate::text::localize::Localized($field, language);)+)?
                        $($(let $of_it = $crate::text::localize::Localized($of_it, language);)+)?
                        $(let value = $($how)::+(language, $($of.0),+);
                        let $with = $crate::text::localize::Localized(&value, language);)*
                        None $(.or_else(|| Some($crate::text::say!(language, $($help)+ $(, $help_en)?))))?
                    })+
                }
            }
        }

        #[allow(unused_variables, reason = "words need not name every field")]
        impl $crate::text::localize::Localize for $name {
            fn localize(&self, language: $crate::text::language::Language) -> String {
                match self {
                    $(Self::$variant $({ $($field),+ })? $(($($of_it),+))? => {
                        $($(let $field = $crate::text::localize::Localized($field, language);)+)?
                        $($(let $of_it = $crate::text::localize::Localized($of_it, language);)+)?
                        $(let value = $($how)::+(language, $($of.0),+);
                        let $with = $crate::text::localize::Localized(&value, language);)*
                        let words = None $(.or_else(|| {
                            let counts = true $(&& $crate::text::localize::Condition::holds($if.0))?;
                            counts.then(|| $crate::text::say!(language, $($words)+ $(, $en)?))
                        }))+;
                        words.expect("the last words have no condition")
                    })+
                }
            }
        }
    };
}
pub(crate) use words;

/// The English of a text as an attribute has it.
macro_rules! english {
    (($swedish:literal, $english:literal)) => {
        $english
    };
    (= $swedish:literal, $english:literal) => {
        $english
    };
}
pub(crate) use english;

/// The method `id` of what is declared with ids.
macro_rules! ids {
    ($name:ident: $($variant:ident $({ $($field:ident),+ })? $(($($of_it:ident),+))?;)+) => {};
    ($name:ident: $($variant:ident $({ $($field:ident),+ })? $(($($of_it:ident),+))? = $id:literal;)+) => {
        #[allow(unused_variables, clippy::useless_format, reason = "few ids name a field")]
        impl $name {
            /// What programs call it.
            #[must_use]
            pub fn id(&self) -> String {
                match self {
                    $(Self::$variant $({ $($field),+ })? $(($($of_it),+))? => format!($id)),+
                }
            }
        }
    };
}
pub(crate) use ids;

/// What a text can depend on.
pub trait Condition {
    /// Whether it is so, or there is something.
    fn holds(&self) -> bool;
}

impl Condition for bool {
    fn holds(&self) -> bool {
        *self
    }
}

impl<Value> Condition for Option<Value> {
    fn holds(&self) -> bool {
        self.is_some()
    }
}

impl<Value> Condition for Vec<Value> {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl Condition for String {
    fn holds(&self) -> bool {
        !self.is_empty()
    }
}

impl Condition for usize {
    fn holds(&self) -> bool {
        *self > 0
    }
}
