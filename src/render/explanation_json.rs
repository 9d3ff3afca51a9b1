//! An explanation as JSON: a figure as an object, what it was made of as a list of such objects.

use serde::{Serialize, Serializer};

use super::json::to_text;
use crate::analysis::explanation::words;
use crate::analysis::explanation::{Formula, Node, Origin, Quantity, Rule, Unit};
use crate::analysis::result::{BasisName, Head, SCHEMA_VERSION};
use crate::input::sources_file::stated_title;
use crate::text::language::Language;
use crate::text::localize::Localize;

#[derive(Serialize)]
struct ExplanationDocument<'node> {
    schema_version: u32,
    scenario: Named<'node>,
    baseline: Named<'node>,
    basis: BasisName,
    /// The year that is explained, where there is a path.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i64>,
    explanation: NodeEntry<'node>,
}

#[derive(Serialize)]
struct Named<'name> {
    name: &'name str,
    file: &'name str,
}

#[derive(Serialize)]
struct NodeEntry<'node> {
    what: String,
    text: String,
    metric: Option<&'node str>,
    value: ValueEntry<'node>,
    /// A decimal near to the value, where that is a fraction.
    rounded: Option<String>,
    unit: &'static str,
    formula: Option<FormulaEntry>,
    rule: Option<String>,
    source: Option<SourceEntry<'node>>,
    /// How many children are left out because of the depth: the one asked for, or that of any tree.
    children_cut: usize,
    /// Whether the children stand elsewhere: at the same figure nearer to the top, or behind its metric.
    children_elsewhere: bool,
    children: Vec<NodeEntry<'node>>,
}

#[derive(Serialize)]
struct FormulaEntry {
    kind: &'static str,
    words: String,
    numbers: String,
}

#[derive(Serialize)]
struct SourceEntry<'node> {
    file: Option<&'node str>,
    line: Option<usize>,
    name: Option<&'node str>,
    default: bool,
    rule: Option<&'static str>,
    title: Option<&'node str>,
    derived: bool,
}

/// A whole number as it is, a decimal as a string, any other fraction as "numerator/denominator".
struct ValueEntry<'node>(&'node Quantity);

impl Serialize for ValueEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(quantity) = self;
        let whole = quantity.number.is_integer().then(|| i64::try_from(quantity.number.to_integer()).ok());
        match (whole.flatten(), quantity.decimal()) {
            (Some(whole), _) => serializer.serialize_i64(whole),
            (None, Some(decimal)) => serializer.collect_str(&decimal),
            (None, None) => serializer.collect_str(&quantity.number),
        }
    }
}

/// An explanation down to a depth, of a year if there is a path.
#[must_use]
pub fn explanation(
    (head, year): (&Head, Option<i64>),
    node: &Node,
    depth: usize,
    language: Language,
) -> String {
    to_text(&ExplanationDocument {
        schema_version: SCHEMA_VERSION,
        scenario: Named { name: &head.scenario.name, file: &head.scenario.file },
        baseline: Named { name: &head.baseline.name, file: &head.baseline.file },
        basis: head.basis,
        year,
        explanation: entry(node, depth, language),
    })
}

fn entry(node: &Node, depth: usize, language: Language) -> NodeEntry<'_> {
    let quantity = &node.value;
    let shown: &[Node] = if depth == 0 { &[] } else { &node.children };
    let rounded = if quantity.decimal().is_some() {
        None
    } else {
        quantity.rounded(words::decimals(quantity)).map(|rounded| rounded.to_string())
    };
    NodeEntry {
        what: node.what.id(),
        text: node.what.localize(language),
        metric: node.metric.as_deref(),
        value: ValueEntry(quantity),
        rounded,
        unit: unit(quantity.unit),
        formula: words::formula(node, language).map(|(words, numbers)| FormulaEntry {
            kind: kind(node.formula),
            words,
            numbers,
        }),
        rule: node.what.rule(language),
        source: node.origin.as_ref().map(|origin| source(origin, language)),
        children_cut: node.cut + node.children.len() - shown.len(),
        children_elsewhere: node.elsewhere,
        children: shown.iter().map(|child| entry(child, depth - 1, language)).collect(),
    }
}

fn source(origin: &Origin, language: Language) -> SourceEntry<'_> {
    let place = origin.place.as_ref();
    let column = origin.column.as_ref();
    SourceEntry {
        file: place.map(|place| place.file.as_str()),
        line: place.and_then(|place| place.line),
        name: place.map(|place| place.name.as_str()),
        default: origin.default,
        rule: origin.rule.map(rule),
        title: column
            .map(|column| stated_title(language, &column.title, column.title_en.as_deref()))
            .or(origin.source.as_deref()),
        derived: column.is_some_and(|column| column.derived),
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Law => "lag_2003_1210_5",
        Rule::Fk2015 => "fk_pm_2015_01_22",
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Kronor | Unit::KronorOnce => "kr",
        Unit::Years => "years",
        Unit::Months => "months",
        Unit::Persons => "persons",
        Unit::KronorPerFullYear => "kr_per_helarsekvivalent",
        Unit::KronorPerInhabitant => "kr_per_inhabitant",
        Unit::FullYears => "helarsekvivalenter",
        Unit::Inhabitants => "inhabitants",
        Unit::Forbund => "forbund",
        Unit::Share => "share",
        Unit::Percent => "percent",
        Unit::Number => "number",
    }
}

fn kind(formula: Formula) -> &'static str {
    match formula {
        Formula::Given => "given",
        Formula::Sum => "sum",
        Formula::Difference => "difference",
        Formula::Product => "product",
        Formula::Quotient => "quotient",
        Formula::ProductOfDifference => "product_of_difference",
        Formula::AtLeastZero => "at_least_nought",
        Formula::Power => "power",
        Formula::RoundedQuotient { .. } => "rounded_quotient",
    }
}
