//! A scenario file as written: every value with its place, nothing looked up.

use std::ops::Range;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::baseline_file::AssumptionSection;
use super::caps_section::CapSection;
pub use super::change_section::{ChangeSection, PartSection, SPLITS, Verb};
use super::document::At;
use super::path_section::PathSection;
use super::rules_section::RulesSection;
use super::shape::{Shape, words};
use super::uncertain_section::UncertainSection;
use super::years::YEARS;

/// An alternative: what changes against the baseline, and what must hold of the result.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("sv" = "Ett alternativ: vad som ändras mot utgångsläget, och vad som ska gälla för \
                          resultatet."))]
pub struct ScenarioFile {
    /// The name of the alternative, as tables and reports show it.
    #[schemars(extend("sv" = "Alternativets namn, som det står i tabeller och rapporter."))]
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// What the alternative means, in a sentence or two.
    #[schemars(extend("sv" = "Vad alternativet innebär, med en mening eller två."))]
    pub description: Option<At<String>>,
    /// Where the alternative comes from, such as an inquiry.
    #[schemars(extend("sv" = "Var alternativet kommer från, till exempel en utredning."))]
    pub source: Option<At<String>>,
    /// The path of the baseline (TOML), relative to this file. Built in is, for example,
    /// "`builtin:data/integratia_2017/utgangslage.toml`".
    #[schemars(extend("sv" = "Sökvägen till utgångsläget (TOML), sedd från den här filen. Inbyggt är till exempel \
                              \"builtin:data/integratia_2017/utgangslage.toml\"."))]
    #[schemars(required)]
    pub baseline: Option<At<String>>,
    /// The years that are computed, in the place of those of the baseline. Changes can then have dates.
    #[schemars(extend("sv" = "Åren som beräknas, i stället för utgångslägets. Förändringarna kan då ha \
                              datum."))]
    pub path: Option<PathSection>,
    /// The rules that bound the state's money, in the place of those of the baseline.
    #[schemars(extend("sv" = "Reglerna som begränsar statens medel, i stället för utgångslägets."))]
    pub rules: Option<RulesSection>,
    /// The numbers that are uncertain, one `[[uncertain]]` for each, beside those of the baseline.
    #[schemars(extend("sv" = "De tal som är osäkra, ett [[uncertain]] för varje, utöver utgångslägets."))]
    #[schemars(default)]
    pub uncertain: Vec<UncertainSection>,
    /// What regions, kommuner or the parties of förbund pay at most, one `[[cap]]` for each, in the place of those of the baseline.
    #[schemars(extend("sv" = "Vad regioner, kommuner eller förbundens parter högst betalar, ett [[cap]] för varje, i stället för utgångslägets."))]
    #[schemars(rename = "cap")]
    pub caps: Option<Vec<CapSection>>,
    /// The changes, one `[[change]]` for each, in the order they are done. Each has exactly one of move,
    /// merge, split, create, leave, dissolve, elsewhere and `shared_kansli`. Without changes the alternative is today's situation.
    #[schemars(extend("sv" = "Förändringarna, ett [[change]] för varje, i den ordning de görs. Var och en \
                              har exakt ett av move, merge, split, create, leave, dissolve, elsewhere och \
                              shared_kansli. Utan ändringar är alternativet nuläget."))]
    #[schemars(rename = "change", default)]
    pub changes: Vec<ChangeSection>,
    /// What must hold of the result, one `[[check]]` for each. Tested by finsam check.
    #[schemars(extend("sv" = "Vad som ska gälla för resultatet, ett [[check]] för varje. Prövas av finsam \
                              check."))]
    #[schemars(rename = "check", default)]
    pub checks: Vec<CheckSection>,
    /// Something that the reader of the result must know.
    #[schemars(extend("sv" = "Sådant som läsaren av resultatet måste veta."))]
    #[schemars(rename = "assumption", default)]
    pub assumptions: Vec<AssumptionSection>,
}

/// `[[check]]`: exactly one expectation, of at most one row.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields, transform = exclude_contradictions)]
pub struct CheckSection {
    /// What the check says, in words.
    #[schemars(extend("sv" = "Vad kontrollen säger, i ord."))]
    pub name: Option<At<String>>,
    /// The path of a number in the result (JSON), such as delta.gross.state. With forbund, kommun or region:
    /// a path into that row, such as insatser.
    #[schemars(extend("sv" = "Sökvägen till ett tal i resultatet (JSON), till exempel delta.gross.state. Med \
                              forbund, kommun eller region: en sökväg i den raden, till exempel insatser."))]
    #[schemars(required)]
    pub metric: Option<At<String>>,
    /// The row of this förbund, after all changes. At most one of forbund, kommun and region.
    #[schemars(extend("sv" = "Raden för det här förbundet, efter alla förändringar. Högst en av forbund, \
                              kommun och region."))]
    pub forbund: Option<At<String>>,
    /// The row of this kommun, by name or kommunkod.
    #[schemars(extend("sv" = "Raden för den här kommunen, med namn eller kommunkod."))]
    pub kommun: Option<At<String>>,
    /// The row of this region, such as Region Värmland.
    #[schemars(extend("sv" = "Raden för den här regionen, till exempel Region Värmland."))]
    pub region: Option<At<String>>,
    /// Which row is meant: gross (the default) or net (after redistribution in the country). Only with
    /// forbund, kommun or region.
    #[schemars(extend("sv" = "Vilken rad som menas: gross (brutto, om inget anges) eller net (netto, efter \
                              omfördelningen i riket). Bara med forbund, kommun eller region."))]
    #[schemars(rename = "redistribution", with = "Option<At<GrossOrNet>>")]
    pub net: bool,
    /// The year that is meant. The last one of the path if not given. Only with a `[path]`.
    #[schemars(extend("sv" = "Året som menas. Tidsplanens sista år om inget anges. Bara med [path]."))]
    #[schemars(range(min = YEARS.0, max = YEARS.1))]
    pub year: Option<At<i64>>,
    /// The number must be this, but for tolerance. Not together with min or max.
    #[schemars(extend("sv" = "Talet ska vara detta, så när som på tolerance. Inte tillsammans med min eller \
                              max."))]
    pub equals: Option<At<Decimal>>,
    /// The number must be this at least.
    #[schemars(extend("sv" = "Talet ska vara minst detta."))]
    pub min: Option<At<Decimal>>,
    /// The number must be this at most.
    #[schemars(extend("sv" = "Talet ska vara högst detta."))]
    pub max: Option<At<Decimal>>,
    /// How far the number may be off, in the unit of metric (amounts in kr). 0 if not given.
    #[schemars(extend("sv" = "Hur mycket talet får avvika, i samma enhet som metric (belopp i kr). 0 om \
                              inget anges."))]
    #[schemars(range(min = 0))]
    pub tolerance: Option<At<Decimal>>,
    /// The place of the table.
    #[schemars(skip)]
    pub span: Range<usize>,
}

/// What a check must have, and what cannot stand together in one.
fn exclude_contradictions(check: &mut Schema) {
    let required = |keys: &[&str]| json!({ "required": keys });
    let any = |schemas: &[Value]| json!({ "anyOf": schemas });
    let [equals, min, max] = ["equals", "min", "max"].map(|key| required(&[key]));
    check.insert("oneOf".to_owned(), json!([equals, any(&[min, max])]));
    let [forbund, kommun, region] = ["forbund", "kommun", "region"];
    let two_rows = [[forbund, kommun], [forbund, region], [kommun, region]].map(|keys| required(&keys));
    check.insert("not".to_owned(), any(&two_rows));
    let a_row = any(&[forbund, kommun, region].map(|key| required(&[key])));
    check.insert("dependencies".to_owned(), json!({ "redistribution": a_row }));
}

/// How it is said whether the net row is meant.
enum GrossOrNet {}

impl Shape for GrossOrNet {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        words(&REDISTRIBUTIONS)
    }
}

/// Which row a check means, in words.
pub(super) const REDISTRIBUTIONS: [(&str, bool); 2] = [("gross", false), ("net", true)];
