//! Maps of kommuner: a [`BaseMap`] says which and how large; on it are drawn divisions into förbund ([`Division`]) and
//! signed amounts ([`Amounts`]), each alternative on a map of its own.
//!
//! ```
//! use finsam::drawing::map::atlas::Atlas;
//! use finsam::drawing::map::{BaseMap, Division, DivisionWords, Group, Size, Subject};
//! use finsam::drawing::{palette, svg};
//!
//! let subject = |kommunkod: &str, name: &str| Subject { kommunkod: kommunkod.into(), name: name.into() };
//! let subjects = [subject("0682", "Nässjö"), subject("0686", "Eksjö"), subject("0684", "Sävsjö")];
//! let base_map = BaseMap::new(Atlas::sweden(), &subjects, Size { width: 3_200, highest: 4_000 });
//! let styles = palette::styles(1, &[]);
//! let division = Division {
//!     caption: "Nuläge".into(),
//!     description: "Nässjö och Eksjö är ett förbund, Sävsjö är inte med.".into(),
//!     groups: vec![Group { name: "Höglandet".into(), style: styles[0], seat: Some(1) }],
//!     group_of: vec![Some(0), Some(0), None],
//! };
//! let words = DivisionWords { seat: "säte".into(), no_group: "i inget förbund".into() };
//! let maps = base_map.divisions(&[division], &words);
//! assert!(maps.key.is_empty() && maps.unnamed.is_empty());
//! assert!(svg::document(&maps.drawings[0], "karta").contains("Eksjö"));
//! ```

mod amounts;
pub mod atlas;
mod base_map;
mod block;
mod division;
mod divisions;
mod frame;
mod ground;
mod legend;
mod line;
mod look;
mod names;
mod naming;
mod numbers;
mod panel;
mod placing;
mod raster;
mod sheet;

pub use amounts::{AmountWords, Amounts, Value};
pub use base_map::{BaseMap, Maps, Numbered, Size, Subject};
pub use division::{Division, DivisionWords, Group, touching};
pub use sheet::{Sheet, sheet, sheet_width};
