//! How a type that results are made of is declared.

/// Declares a type that results are made of: the struct, its JSON Schema with texts in both languages, and what the
/// [catalogue](crate::catalogue) knows of each key.
///
/// ```ignore
/// described!(
///     /// The sum of a side.
///     #[sv = "Summan av ett läge."]
///     #[derive(Clone, Debug, Serialize)]
///     pub struct Total {
///         /// State money, kr a year.
///         #[sv = "Statens medel, kr per år."]
///         #[figure(Kronor, "Staten", "State")]
///         pub state: Kronor,
///     }
/// );
/// ```
///
/// Each field has, in this order:
///
/// * its doc comment, which is its English description, and `#[sv = "…"]`, the Swedish one;
/// * `#[each("…", "…")]`, for a figure that comes gross and net: what both of them are, in Swedish and in English;
/// * `#[figure(unit, "…", "…")]`: that it is a figure, its [`Unit`](crate::catalogue::Unit), and its heading in Swedish
///   and in English;
/// * `#[is(…)]`: what else is true of it, see [`Is`](crate::catalogue::Is);
/// * `#[key("…")]` where its key in JSON is another, or `#[flatten = ""]` where its keys stand among the others;
/// * attributes of schemars, then of serde.
///
/// `Total::state` is then the figure, with its unit and heading.
///
/// A struct that is an item of lists has `#[row(kind, id, name)]`, see [`Row`](crate::catalogue::Row).
macro_rules! described {
    (
        $(#[doc = $about:literal])+
        $(#[sv = $about_sv:literal])?
        #[derive($($derived:ident),+)]
        $(#[row($kind:ident $(($level:ident))?, $id:literal, $row_name:literal)])?
        $(#[schemars($($of_struct:tt)+)])*
        pub struct $name:ident {
            $(
                $(#[doc = $english:literal])+
                $(#[sv = $swedish:literal])?
                $(#[each($each_sv:literal, $each_en:literal)])?
                $(#[figure($unit:ident, $heading_sv:literal, $heading_en:literal)])?
                $(#[is($($is:ident),+)])?
                $(#[key($key:literal)])?
                $(#[flatten = $flatten:literal])?
                $(#[schemars($($schemars:tt)+)])*
                $(#[serde($($serde:tt)+)])*
                pub $field:ident: $type:ty
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive($($derived,)+ schemars::JsonSchema)]
        $(#[schemars(extend("sv" = $about_sv))])?
        $(#[schemars($($of_struct)+)])*
        pub struct $name {
            $(
                $(#[doc = $english])+
                $(#[schemars(extend("sv" = $swedish))])?
                $(#[schemars(extend("each" = [$each_sv, $each_en]))])?
                $(#[serde(rename = $key)])?
                $(#[doc = $flatten] #[serde(flatten)])?
                $(#[schemars($($schemars)+)])*
                $(#[serde($($serde)+)])*
                pub $field: $type
            ),+
        }

        #[allow(non_upper_case_globals, reason = "a figure is called as its field")]
        impl $name {$($(
            #[doc = concat!("What `", stringify!($field), "` is.")]
            pub const $field: $crate::catalogue::Figure = $crate::catalogue::Figure {
                unit: $crate::catalogue::Unit::$unit,
                headings: [$heading_sv, $heading_en],
            };
        )?)+}

        impl $crate::catalogue::Described for $name {
            const SHAPE: $crate::catalogue::Shape = $crate::catalogue::Shape::Object(&[$(
                $crate::catalogue::Field {
                    key: $crate::catalogue::declare::first!($($key,)? $($flatten,)? stringify!($field)),
                    shape: <$type as $crate::catalogue::Described>::SHAPE,
                    figure: $crate::catalogue::declare::first!($(
                        Some($crate::catalogue::Figure {
                            unit: $crate::catalogue::Unit::$unit,
                            headings: [$heading_sv, $heading_en],
                        }),
                    )? None),
                    description: [
                        $crate::catalogue::declare::first!($($swedish,)? ""),
                        concat!($($english),+),
                    ],
                    is: &[$($($crate::catalogue::Is::$is),+)?],
                }
            ),+]);
            const ROW: Option<$crate::catalogue::Row> = $crate::catalogue::declare::first!($(
                Some($crate::catalogue::Row {
                    kind: $crate::catalogue::RowKind::$kind $(($crate::catalogue::Level::$level))?,
                    id: $id,
                    name: $row_name,
                }),
            )? None);
        }
    };
}
pub(crate) use described;

/// The first of one or two.
macro_rules! first {
    ($only:expr) => {
        $only
    };
    ($first:expr, $second:expr) => {
        $first
    };
}
pub(crate) use first;
