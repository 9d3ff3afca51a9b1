//! What `--format json` prints: the result of a scenario with its assumptions in words, or a list of such results.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::assumption::Assumption;
use super::boards::BoardsResult;
use super::bound::BoundResult;
use super::path::PathResult;
use super::result::{Figures, Head, ScenarioResult};
use super::stance::PositionsResult;
use crate::catalogue::{Described, Field, Is, Shape, described};
use crate::text::language::Language;
use crate::text::localize::Localize;

/// The result of a scenario.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "ScenarioResult")]
#[schemars(extend("sv" = "Resultatet av ett scenario."))]
pub struct ResultDocument<'result> {
    #[serde(flatten)]
    head: &'result Head,
    /// All that the figures rest on.
    #[schemars(extend("sv" = "Allt som uppgifterna vilar på."))]
    assumptions: Vec<AssumptionEntry>,
    #[serde(flatten)]
    figures: &'result Figures,
    /// The rules that bound the state's money to a förbund.
    #[schemars(extend("sv" = "Reglerna som begränsade statens medel till ett förbund."))]
    bound: &'result [BoundResult],
    /// The years. Null if there is no path.
    #[schemars(extend("sv" = "Åren. Null om det inte finns någon tidsplan."))]
    path: &'result Option<PathResult>,
    /// What the parties think of it. Null if the baseline has no positions.
    #[schemars(extend("sv" = "Vad parterna tycker om det. Null om utgångsläget inte har några ställningstaganden."))]
    positions: Option<&'result PositionsResult>,
    /// What the boards take of people and time. Null if the files say nothing of that.
    #[schemars(extend("sv" = "Vad styrelserna tar i anspråk av människor och tid. Null om filerna inte anger något om det."))]
    boards: &'result Option<BoardsResult>,
}

described!(
    /// An assumption.
    #[sv = "Ett antagande."]
    #[derive(Debug, Serialize)]
    #[row(Part, "id", "id")]
    pub struct AssumptionEntry {
        /// The name of the assumption, the same in both languages.
        #[sv = "Antagandets namn, detsamma på båda språken."]
        #[is(Id)]
        pub id: String,
        /// The assumption in words, in the language of --lang.
        #[sv = "Antagandet i ord, på det språk som --lang anger."]
        #[is(Here)]
        pub text: String,
    }
);

impl Described for ResultDocument<'_> {
    const SHAPE: Shape = Shape::Object(&[
        Field::new("", Head::SHAPE),
        Field::new("assumptions", Vec::<AssumptionEntry>::SHAPE),
        Field::new("", Figures::SHAPE),
        Field { is: &[Is::Added], ..Field::new("bound", Vec::<BoundResult>::SHAPE) },
        Field { is: &[Is::Added], ..Field::new("path", Option::<PathResult>::SHAPE) },
        Field { is: &[Is::Added], ..Field::new("positions", Option::<PositionsResult>::SHAPE) },
        Field { is: &[Is::Added], ..Field::new("boards", Option::<BoardsResult>::SHAPE) },
    ]);
}

impl<'result> ResultDocument<'result> {
    /// A result with its assumptions in a language.
    #[must_use]
    pub fn new(result: &'result ScenarioResult, language: Language) -> Self {
        let entry = |one: &Assumption| AssumptionEntry { id: one.id(), text: one.localize(language) };
        let assumptions = result.assumptions.iter().map(entry).collect();
        Self {
            head: &result.head,
            assumptions,
            figures: &result.figures,
            bound: &result.bound,
            path: &result.path,
            positions: result.stance.as_ref().map(|stance| &stance.result),
            boards: &result.boards,
        }
    }
}

/// All that is printed, as a type to describe.
#[derive(Debug)]
pub enum Answer {}

impl JsonSchema for Answer {
    fn schema_name() -> Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<ResultDocument<'_>>();
        json_schema!({
            "sv": "Vad finsam simulate och compare skriver med --format json: ett objekt för ett scenario, \
                   annars en lista. Belopp är hela kronor per år. Nycklar kan tillkomma, men ingen tas bort \
                   eller byter namn.",
            "description": "What finsam simulate and compare print with --format json: an object for one \
                            scenario, else a list. Amounts are whole kronor a year. Keys may be added, none \
                            taken away or renamed.",
            "anyOf": [one.clone(), { "type": "array", "items": one }],
        })
    }
}
