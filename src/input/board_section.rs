//! `[styrelse]` as written: how many sit on a board for each party, and how much time that takes.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::document::{At, Section};
use super::shape::Shape;
use crate::diagnostic::DocumentProblem;

/// People that a party can have on a board.
const MOST_PEOPLE: i64 = 100;
/// Meetings of a board a year.
const MOST_MEETINGS: i64 = 366;
/// Hours of a meeting.
const MOST_HOURS: i64 = 24;
/// Kr for an hour.
const MOST_ARVODE: i64 = 100_000;

/// How many sit on a board for each party, and how much time that takes. What is not stated is not known.
#[derive(Clone, Default, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BoardSection {
    /// Ledamöter of each party. One if not given.
    #[schemars(extend("sv" = "Ledamöter för varje part. En om inget anges."))]
    #[schemars(range(min = 1, max = MOST_PEOPLE))]
    pub ledamoter_per_part: Option<At<i64>>,
    /// Ersättare of each party. Their time is not counted: they come in the place of ledamöter.
    #[schemars(extend("sv" = "Ersättare för varje part. Deras tid räknas inte: de kommer i stället för ledamöterna."))]
    #[schemars(range(min = 0, max = MOST_PEOPLE))]
    pub ersattare_per_part: Option<At<i64>>,
    /// Meetings of the board a year.
    #[schemars(extend("sv" = "Styrelsens möten per år."))]
    #[schemars(range(min = 0, max = MOST_MEETINGS))]
    pub moten_per_ar: Option<At<i64>>,
    /// Hours that a meeting takes of a ledamot, such as 4 or 3.5, with what goes with it.
    #[schemars(extend("sv" = "Timmar som ett möte tar för en ledamot, till exempel 4 eller 3.5, med det som hör till."))]
    #[schemars(with = "Option<At<Hours>>")]
    pub timmar_per_mote: Option<At<Decimal>>,
    /// What a ledamot is paid for an hour, whole kr.
    #[schemars(extend("sv" = "Vad en ledamot får för en timme, hela kr."))]
    #[schemars(range(min = 0, max = MOST_ARVODE))]
    pub arvode_per_timme: Option<At<i64>>,
    /// Where that is said.
    #[schemars(extend("sv" = "Var det står."))]
    pub source: Option<At<String>>,
}

/// How hours are written.
enum Hours {}

impl Shape for Hours {
    fn shape(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": MOST_HOURS })
    }
}

/// The schema of a table that a change can have.
impl Shape for BoardSection {
    fn shape(generator: &mut SchemaGenerator) -> Schema {
        <Self as JsonSchema>::json_schema(generator)
    }
}

impl BoardSection {
    /// Reads the table of that name, where there is one.
    #[must_use]
    pub fn read(around: &Section<'_>) -> Option<Self> {
        let section = around.table("styrelse")?;
        let read = Self {
            ledamoter_per_part: section.whole("ledamoter_per_part", 1, MOST_PEOPLE),
            ersattare_per_part: section.whole("ersattare_per_part", 0, MOST_PEOPLE),
            moten_per_ar: section.whole("moten_per_ar", 0, MOST_MEETINGS),
            timmar_per_mote: section.decimal("timmar_per_mote").filter(|hours| {
                let [lowest, highest] = [0, MOST_HOURS].map(Decimal::from);
                let fits = (lowest..=highest).contains(&hours.value);
                if !fits {
                    let key = "timmar_per_mote".to_owned();
                    let problem = DocumentProblem::NumberOutOfRange { key, lowest, highest };
                    section.report(problem, hours.span.clone());
                }
                fits
            }),
            arvode_per_timme: section.whole("arvode_per_timme", 0, MOST_ARVODE),
            source: section.long_text("source"),
        };
        section.finish();
        Some(read)
    }

    /// Ledamöter of each party; one if not given.
    #[must_use]
    pub fn ledamoter(&self) -> u32 {
        self.ledamoter_per_part
            .as_ref()
            .map_or(1, |stated| u32::try_from(stated.value).expect("a count that was read as one"))
    }

    /// What it states, and else what another does.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let Self {
            ledamoter_per_part,
            ersattare_per_part,
            moten_per_ar,
            timmar_per_mote,
            arvode_per_timme,
            source,
        } = self.clone();
        Self {
            ledamoter_per_part: ledamoter_per_part.or_else(|| other.ledamoter_per_part.clone()),
            ersattare_per_part: ersattare_per_part.or_else(|| other.ersattare_per_part.clone()),
            moten_per_ar: moten_per_ar.or_else(|| other.moten_per_ar.clone()),
            timmar_per_mote: timmar_per_mote.or_else(|| other.timmar_per_mote.clone()),
            arvode_per_timme: arvode_per_timme.or_else(|| other.arvode_per_timme.clone()),
            source: source.or_else(|| other.source.clone()),
        }
    }
}
