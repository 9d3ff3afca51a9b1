//! A result as it was written by `simulate` or `compare` with `--format json`, read back figure by figure.
//!
//! Every key that is promised must be there and of its kind; further ones are left alone, since keys may be added.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::json_tree::{Fields, Node};
use super::lan;
use crate::diagnostic::{Diagnostics, ResultKind, ResultProblem, Source};

/// The version of the shape that is read.
const VERSION: i64 = 1;

/// What a figure is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// All förbund together.
    Total,
    /// A förbund.
    Forbund,
    /// A kommun.
    Kommun,
    /// A region.
    Region,
}

/// The result of one scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WrittenScenario {
    /// The name of the scenario.
    pub name: String,
    /// Its file.
    pub file: String,
    /// Whether there are net figures.
    pub has_net: bool,
    /// Which parts it has that results of older versions lack.
    pub parts: Vec<&'static str>,
    /// Every row, by the side it stands on.
    pub rows: Vec<WrittenRow>,
    /// Every figure.
    pub figures: Vec<WrittenFigure>,
    /// What is told beside the figures: names, sources, assumptions.
    pub texts: Vec<WrittenText>,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenRow {
    /// Its level.
    pub level: Level,
    /// Its side: "before", "after.gross" or "after.net"; kommuner and regions have one row for all sides, "".
    pub side: &'static str,
    /// What it is known by in both results: the kommunkod of a kommun, else its name.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenFigure {
    /// Its level.
    pub level: Level,
    /// What the row is known by.
    pub key: String,
    /// The name of the row; nothing for a total.
    pub name: String,
    /// The path of a total as in the JSON (`delta.gross.state`); in a row, the side and the path in the row
    /// (`after.gross.state.total`, `contribution_after.net`).
    pub metric: String,
    /// Its value, if it is known.
    pub value: Option<Decimal>,
}

/// A text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenText {
    /// Its path in the JSON.
    pub metric: String,
    /// Which of several it is: the id of an assumption, the name of a row.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// The figures of a total; the last two may be unknown.
const TOTAL: [&str; 7] = ["forbund", "state", "region", "kommuner", "total", "kansli", "insatser"];
/// The state money of a row.
const STATE: [&str; 4] = ["base", "forsorjningsmatt", "befolkning", "total"];
/// Which amounts may be unknown.
const MAY_BE_UNKNOWN: [&str; 2] = ["kansli", "insatser"];

/// Reads one result or a list of them.
///
/// # Errors
/// If the text is no such result.
pub fn read(source: &Arc<Source>) -> Result<Vec<WrittenScenario>, Diagnostics> {
    let root = Node::root(source)?;
    if !root.is_list() {
        return Ok(vec![scenario(&root)?]);
    }
    let items = root.items()?;
    if items.is_empty() {
        return Err(root.problem(ResultProblem::Foreign));
    }
    items.iter().map(scenario).collect()
}

fn scenario(root: &Node<'_>) -> Result<WrittenScenario, Diagnostics> {
    if !root.is_object() {
        return Err(root.problem(ResultProblem::Foreign));
    }
    let result = root.fields()?;
    let Some(version) = result.known("schema_version") else {
        return Err(root.problem(ResultProblem::Foreign));
    };
    let found = version.whole()?;
    if found != VERSION {
        return Err(version.problem(ResultProblem::Version { found, read: VERSION }));
    }
    let head = result.get("scenario")?.fields()?;
    let mut written = WrittenScenario {
        name: head.get("name")?.text()?,
        file: head.get("file")?.text()?,
        ..WrittenScenario::default()
    };
    written.head(&result, &head)?;
    written.side("before", &result.get("before")?)?;
    let after = result.get("after")?.fields()?;
    let delta = result.get("delta")?.fields()?;
    written.side("after.gross", &after.get("gross")?)?;
    written.total("delta.gross", &delta.get("gross")?)?;
    let (net, delta_net) = (after.get("net")?, delta.get("net")?);
    if !net.is_null() {
        written.has_net = true;
        written.side("after.net", &net)?;
        written.total("delta.net", &delta_net)?;
    }
    for kommun in result.get("kommuner")?.items()? {
        written.kommun(&kommun)?;
    }
    for region in result.get("regions")?.items()? {
        let region = region.fields()?;
        let name = payer(region.get("region")?.text()?);
        written.contributions(Level::Region, &name, &name, &region)?;
    }
    written.further(&result)?;
    Ok(written)
}

/// The region that a result names. Older results name the län, for the same body.
fn payer(written: String) -> String {
    lan::body_of_lan(&written).map_or(written, str::to_owned)
}

impl WrittenScenario {
    pub(super) fn text(&mut self, metric: &str, name: &str, value: String) {
        self.texts.push(WrittenText { metric: metric.to_owned(), name: name.to_owned(), value });
    }

    fn texts_of(&mut self, of: &str, fields: &Fields<'_>, keys: &[&str]) -> Result<(), Diagnostics> {
        for key in keys {
            if let Some(value) = fields.known(key) {
                self.text(&format!("{of}.{key}"), "", value.text()?);
            }
        }
        Ok(())
    }

    fn head(&mut self, result: &Fields<'_>, scenario: &Fields<'_>) -> Result<(), Diagnostics> {
        self.texts_of("scenario", scenario, &["name", "description", "source", "file"])?;
        let baseline = result.get("baseline")?.fields()?;
        self.texts_of("baseline", &baseline, &["name", "file", "source", "table"])?;
        if let Some(year) = baseline.known("year") {
            self.text("baseline.year", "", year.whole()?.to_string());
        }
        let basis = result.get("basis")?.text()?;
        self.text("basis", "", basis);
        for source in baseline.known("sources").map_or(Ok(Vec::new()), |sources| sources.items())? {
            self.column_source(&source.fields()?)?;
        }
        for assumption in result.get("assumptions")?.items()? {
            let assumption = assumption.fields()?;
            let (id, text) = (assumption.get("id")?.text()?, assumption.get("text")?.text()?);
            self.text("assumptions", &id, text);
        }
        Ok(())
    }

    fn column_source(&mut self, source: &Fields<'_>) -> Result<(), Diagnostics> {
        let columns: Result<Vec<String>, _> =
            source.get("columns")?.items()?.iter().map(Node::text).collect();
        let columns = columns?.join(", ");
        if source.get("derived")?.boolean()? {
            self.text("baseline.sources.derived", &columns, "true".to_owned());
        }
        for key in ["title", "title_en", "file", "sheet", "sha256", "series", "imported"] {
            if let Some(value) = source.known(key) {
                self.text(&format!("baseline.sources.{key}"), &columns, value.text()?);
            }
        }
        Ok(())
    }

    fn side(&mut self, side: &'static str, node: &Node<'_>) -> Result<(), Diagnostics> {
        let fields = node.fields()?;
        self.total(&format!("{side}.total"), &fields.get("total")?)?;
        for row in fields.get("forbund")?.items()? {
            self.forbund(side, &row)?;
        }
        Ok(())
    }

    fn total(&mut self, path: &str, node: &Node<'_>) -> Result<(), Diagnostics> {
        let fields = node.fields()?;
        for key in TOTAL {
            let value = amount(&fields, key)?;
            self.figure(Level::Total, "", "", format!("{path}.{key}"), value);
        }
        Ok(())
    }

    fn forbund(&mut self, side: &'static str, node: &Node<'_>) -> Result<(), Diagnostics> {
        let row = node.fields()?;
        let name = row.get("name")?.text()?;
        self.rows.push(WrittenRow { level: Level::Forbund, side, key: name.clone(), name: name.clone() });
        let outside = row.get("outside")?.boolean()?;
        self.text(&format!("{side}.outside"), &name, outside.to_string());
        let members: Result<Vec<String>, _> = row.get("members")?.items()?.iter().map(Node::text).collect();
        self.text(&format!("{side}.members"), &name, members?.join(", "));
        let mut figure =
            |key: &str, value| self.figure(Level::Forbund, &name, &name, format!("{side}.{key}"), value);
        figure("befolkning_16_64", Some(row.get("befolkning_16_64")?.whole()?.into()));
        figure("forsorjningsmatt", Some(row.get("forsorjningsmatt")?.decimal()?));
        let state = row.get("state")?.fields()?;
        for key in STATE {
            figure(&format!("state.{key}"), amount(&state, key)?);
        }
        for key in ["region", "kommuner", "total", "kansli", "insatser"] {
            figure(key, amount(&row, key)?);
        }
        figure("kr_per_inhabitant", Some(row.get("kr_per_inhabitant")?.decimal()?));
        for region in row.get("regions")?.items()? {
            let region = region.fields()?;
            let of = format!("{name}, {}", payer(region.get("region")?.text()?));
            let value = amount(&region, "amount")?;
            self.figure(Level::Forbund, &of, &of, format!("{side}.regions.amount"), value);
        }
        Ok(())
    }

    fn kommun(&mut self, node: &Node<'_>) -> Result<(), Diagnostics> {
        let kommun = node.fields()?;
        let (key, name) = (kommun.get("kommunkod")?.text()?, kommun.get("kommun")?.text()?);
        self.text("kommuner.kommun", &key, name.clone());
        for side in ["forbund_before", "forbund_after"] {
            let forbund = kommun.get(side)?;
            if !forbund.is_null() {
                self.text(&format!("kommuner.{side}"), &name, forbund.text()?);
            }
        }
        self.contributions(Level::Kommun, &key, &name, &kommun)
    }

    fn contributions(
        &mut self,
        level: Level,
        key: &str,
        name: &str,
        row: &Fields<'_>,
    ) -> Result<(), Diagnostics> {
        self.rows.push(WrittenRow { level, side: "", key: key.to_owned(), name: name.to_owned() });
        let before = unknown_or_whole(&row.get("contribution_before")?)?;
        self.figure(level, key, name, "contribution_before".to_owned(), before);
        for side in ["contribution_after", "contribution_delta"] {
            let sides = row.get(side)?.fields()?;
            for redistribution in ["gross", "net"] {
                let value = unknown_or_whole(&sides.get(redistribution)?)?;
                self.figure(level, key, name, format!("{side}.{redistribution}"), value);
            }
        }
        Ok(())
    }

    pub(super) fn figure(
        &mut self,
        level: Level,
        key: &str,
        name: &str,
        metric: String,
        value: Option<Decimal>,
    ) {
        let (key, name) = (key.to_owned(), name.to_owned());
        self.figures.push(WrittenFigure { level, key, name, metric, value });
    }
}

/// An amount, which may be unknown only where a result says so.
fn amount(fields: &Fields<'_>, key: &str) -> Result<Option<Decimal>, Diagnostics> {
    let node = fields.get(key)?;
    if MAY_BE_UNKNOWN.contains(&key) { unknown_or_whole(&node) } else { Ok(Some(node.whole()?.into())) }
}

fn unknown_or_whole(node: &Node<'_>) -> Result<Option<Decimal>, Diagnostics> {
    if node.is_null() {
        return Ok(None);
    }
    match node.whole() {
        Ok(number) => Ok(Some(number.into())),
        Err(_) => Err(node.wrong(ResultKind::WholeOrNull)),
    }
}
