//! A figure gross and net.

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{Described, Field, Shape};
use crate::model::step::SideName;

/// A figure without and with the effect of the locked national total; net is unknown where the appropriation or the
/// number of förbund in the country is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, JsonSchema, Serialize)]
#[schemars(inline)]
pub struct GrossAndNet<Figure> {
    /// Gross.
    #[schemars(extend("sv" = "Brutto."))]
    pub gross: Figure,
    /// Net. Null if there are no net amounts.
    #[schemars(extend("sv" = "Netto. Null om nettobelopp saknas."))]
    pub net: Option<Figure>,
}

impl<Value: Described> Described for GrossAndNet<Value> {
    const SHAPE: Shape =
        Shape::Object(&[Field::new("gross", Value::SHAPE), Field::new("net", Shape::Unknown(&Value::SHAPE))]);
}

/// The side after that a key is about.
pub(super) fn side_after(key: &str) -> Option<SideName> {
    match key {
        "gross" => Some(SideName::Gross),
        "net" => Some(SideName::Net),
        _ => None,
    }
}

impl<Figure> GrossAndNet<Figure> {
    /// The same of references.
    #[must_use]
    pub fn as_ref(&self) -> GrossAndNet<&Figure> {
        GrossAndNet { gross: &self.gross, net: self.net.as_ref() }
    }

    /// That of what nothing changes: net is as gross, where it is known.
    #[must_use]
    pub(super) fn unchanged(self) -> Self
    where
        Figure: Copy,
    {
        Self { net: self.net.map(|_| self.gross), ..self }
    }

    /// The figure net, or else gross.
    pub(super) fn of(self, net: bool) -> Option<Figure> {
        if net { self.net } else { Some(self.gross) }
    }

    /// Another figure of each.
    #[must_use]
    pub fn map<Other>(self, change: impl Fn(Figure) -> Other) -> GrossAndNet<Other> {
        GrossAndNet { gross: change(self.gross), net: self.net.map(change) }
    }
}
