//! What a written result says of break-even and of the criteria of inquiries. Results of older versions do not have
//! these keys, so none of them is asked of a result that lacks the whole of them.

use rust_decimal::Decimal;

use super::json_tree::{Fields, Node};
use super::result_file::{Level, WrittenScenario};
use crate::diagnostic::Diagnostics;

/// The names of the parts, with which the paths of their figures begin.
pub const BREAK_EVEN: &str = "break_even";
/// See [`BREAK_EVEN`].
pub const CRITERIA: &str = "criteria";

const SIDES: [&str; 2] = ["before", "after"];
const REDISTRIBUTIONS: [&str; 2] = ["gross", "net"];

impl WrittenScenario {
    pub(super) fn further(&mut self, result: &Fields<'_>) -> Result<(), Diagnostics> {
        if let Some(found) = result.known(BREAK_EVEN) {
            self.parts.push(BREAK_EVEN);
            self.break_even(&found.fields()?)?;
        }
        if let Some(found) = result.known(CRITERIA) {
            self.parts.push(CRITERIA);
            self.criteria(&found.fields()?)?;
        }
        Ok(())
    }

    fn break_even(&mut self, found: &Fields<'_>) -> Result<(), Diagnostics> {
        for key in ["saving_needed", "saving_needed_per_forbund", "payback_years"] {
            let sides = found.get(key)?.fields()?;
            for side in REDISTRIBUTIONS {
                let value = number(&sides.get(side)?)?;
                self.figure(Level::Total, "", "", format!("{BREAK_EVEN}.{key}.{side}"), value);
            }
        }
        let cost = number(&found.get("engangskostnad")?)?;
        self.figure(Level::Total, "", "", format!("{BREAK_EVEN}.engangskostnad"), cost);
        Ok(())
    }

    fn criteria(&mut self, found: &Fields<'_>) -> Result<(), Diagnostics> {
        for side in SIDES {
            let fields = found.get(side)?.fields()?;
            let total = fields.get("total")?.fields()?;
            for key in [
                "forbund",
                "ledamoter",
                "ledamoter_state",
                "largest_share_of_inhabitants",
                "farthest_km",
                "beyond_50_km",
            ] {
                let value = number(&total.get(key)?)?;
                self.figure(Level::Total, "", "", format!("{CRITERIA}.{side}.total.{key}"), value);
            }
            for forbund in fields.get("forbund")?.items()? {
                self.forbund_criteria(&format!("{CRITERIA}.{side}"), &forbund.fields()?)?;
            }
        }
        let filled_in = found.get("places_filled_in")?.boolean()?;
        self.text("criteria.places_filled_in", "", filled_in.to_string());
        for key in found.get("keys")?.items()? {
            self.key(&key.fields()?)?;
        }
        Ok(())
    }

    fn forbund_criteria(&mut self, path: &str, forbund: &Fields<'_>) -> Result<(), Diagnostics> {
        let name = forbund.get("name")?.text()?;
        let mut figures = Vec::new();
        for key in ["kommuner", "regions", "ledamoter", "ledamoter_state"] {
            figures.push((key.to_owned(), number(&forbund.get(key)?)?));
        }
        for which in ["largest_kommun", "smallest_kommun"] {
            let member = forbund.get(which)?.fields()?;
            self.text(&format!("{path}.{which}"), &name, member.get("kommun")?.text()?);
            for key in ["befolkning_16_64", "share_of_inhabitants", "share_of_contributions"] {
                figures.push((format!("{which}.{key}"), number(&member.get(key)?)?));
            }
        }
        // Results of older versions do not say it.
        if let Some(sate) = forbund.known("sate") {
            self.text(&format!("{path}.sate"), &name, sate.fields()?.get("kommun")?.text()?);
        }
        let distance = forbund.get("distance")?;
        let mut km = None;
        if !distance.is_null() {
            let distance = distance.fields()?;
            km = number(&distance.get("km")?)?;
            let from = distance.get("from")?.fields()?.get("kommun")?.text()?;
            self.text(&format!("{path}.distance.from"), &name, from);
            let farthest = distance.get("farthest")?.fields()?.get("kommun")?.text()?;
            self.text(&format!("{path}.distance.farthest"), &name, farthest);
            for kommun in distance.get("beyond_50_km")?.items()? {
                let kommun = kommun.fields()?.get("kommun")?.text()?;
                self.text(&format!("{path}.distance.beyond_50_km"), &name, kommun);
            }
        }
        figures.push(("distance.km".to_owned(), km));
        for indicator in forbund.get("indicators")?.items()? {
            let indicator = indicator.fields()?;
            let column = indicator.get("column")?.text()?;
            let value = number(&indicator.get("value")?)?;
            self.text(&format!("{path}.indicators.{column}.weight"), &name, indicator.get("weight")?.text()?);
            figures.push((format!("indicators.{column}"), value));
        }
        for (key, value) in figures {
            self.figure(Level::Forbund, &name, &name, format!("{path}.{key}"), value);
        }
        Ok(())
    }

    fn key(&mut self, key: &Fields<'_>) -> Result<(), Diagnostics> {
        let name = key.get("key")?.text()?;
        self.text("criteria.keys.in_use", &name, key.get("in_use")?.boolean()?.to_string());
        let path = format!("{CRITERIA}.keys.{name}");
        let mut all = Decimal::ZERO;
        for kommun in key.get("kommuner")?.items()? {
            let kommun = kommun.fields()?;
            let (code, name) = (kommun.get("kommunkod")?.text()?, kommun.get("kommun")?.text()?);
            let before = number(&kommun.get("contribution_before")?)?;
            all = before.and_then(|before| all.checked_add(before)).unwrap_or(all);
            self.figure(Level::Kommun, &code, &name, format!("{path}.contribution_before"), before);
            for side in ["contribution_after", "change_from_today"] {
                let sides = kommun.get(side)?.fields()?;
                for redistribution in REDISTRIBUTIONS {
                    let value = number(&sides.get(redistribution)?)?;
                    let metric = format!("{path}.{side}.{redistribution}");
                    self.figure(Level::Kommun, &code, &name, metric, value);
                }
            }
        }
        // A key that came or went is told by what all pay under it today.
        self.figure(Level::Total, "", "", format!("{path}.contribution_before"), Some(all));
        Ok(())
    }
}

/// A whole number, a decimal written as a text, or null.
fn number(node: &Node<'_>) -> Result<Option<Decimal>, Diagnostics> {
    if node.is_null() {
        return Ok(None);
    }
    node.whole().map(Decimal::from).or_else(|_| node.decimal()).map(Some)
}
