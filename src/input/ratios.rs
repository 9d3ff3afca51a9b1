//! `[indicators]` of a baseline: what columns of the kommun table are weighted by, and ratios of two columns.

use std::ops::Range;
use std::sync::Arc;

use super::document::{At, Section};
use super::further_columns::{FurtherColumns, IndicatorWeight, Ratio, RatioColumn};
use super::names::{nearest, plain_heading};
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, Source};

/// How much a ratio can be multiplied by, to be per so many.
pub(super) const TIMES: [i64; 2] = [1, 1_000_000];

/// The names of what indicators are weighted by.
pub(super) const INDICATOR_WEIGHTS: &[(&str, IndicatorWeight)] = &[
    ("befolkning_16_64", IndicatorWeight::Befolkning),
    ("folkmangd", IndicatorWeight::Folkmangd),
    ("forsorjningsmatt", IndicatorWeight::Forsorjningsmatt),
    ("lika", IndicatorWeight::Lika),
    ("summa", IndicatorWeight::Summa),
];

/// What stands in `[indicators]`.
#[derive(Clone, Default, Debug)]
pub struct IndicatorsSection {
    /// The columns with what they are weighted by.
    pub weights: Vec<(At<String>, At<IndicatorWeight>)>,
    /// The ratios with their names.
    pub ratios: Vec<(At<String>, RatioSection)>,
}

/// A ratio as written.
#[derive(Clone, Debug)]
pub struct RatioSection {
    /// The column above the line.
    pub of: Option<At<String>>,
    /// The column below it.
    pub per: Option<At<String>>,
    /// What it is multiplied by: 100 for percent.
    pub times: Option<At<i64>>,
    /// The place of the table.
    pub span: Range<usize>,
}

impl IndicatorsSection {
    /// Reads what a baseline says.
    pub(super) fn read(root: &Section<'_>) -> Self {
        let mut read = Self::default();
        let Some(section) = root.table("indicators") else { return read };
        for (name, value) in section.entries() {
            if value.get_ref().as_table().is_none() {
                let written = section.as_long_text(&name.value, value);
                let weight = written.and_then(|written| section.choose(written, INDICATOR_WEIGHTS));
                read.weights.extend(weight.map(|weight| (name, weight)));
            } else if let Some(ratio) = section.as_table(&name.value, value) {
                let [lowest, highest] = TIMES;
                let of_ratio = RatioSection {
                    of: ratio.required_text("of"),
                    per: ratio.required_text("per"),
                    times: ratio.whole("times", lowest, highest),
                    span: ratio.span(),
                };
                ratio.finish();
                read.ratios.push((name, of_ratio));
            }
        }
        read
    }

    /// Finds the columns of the ratios.
    pub(super) fn resolve_ratios(
        &self,
        further: &mut FurtherColumns,
        text: &Arc<Source>,
        diagnostics: &mut Diagnostics,
    ) {
        let mut taken: Vec<(String, Option<Range<usize>>)> =
            further.indicators.iter().map(|indicator| (plain_heading(&indicator.name), None)).collect();
        for (name, section) in &self.ratios {
            let plain = plain_heading(&name.value);
            if let Some((_, first)) = taken.iter().find(|(known, _)| *known == plain) {
                let problem = BaselineProblem::IndicatorTwice { column: name.value.clone() };
                let diagnostic = Diagnostic::at(problem, text, name.span.clone());
                diagnostics.push(match first {
                    Some(first) => diagnostic.and(text, first.clone()),
                    None => diagnostic,
                });
            }
            taken.push((plain, Some(name.span.clone())));
            let mut column =
                |written: &Option<At<String>>| find(written.as_ref()?, further, text, diagnostics);
            let (of, per) = (column(&section.of), column(&section.per));
            let times = section.times.as_ref().map_or(1, |at| at.value);
            let (of, per) = (of.zip(section.of.as_ref()), per.zip(section.per.as_ref()));
            if let Some(((of, of_at), (per, per_at))) = of.zip(per) {
                let times = u32::try_from(times).expect("a number within its bounds");
                let columns = [of_at, per_at].map(|at| at.value.clone());
                further.ratios.push(Ratio { name: name.value.clone(), columns, of, per, times });
            }
        }
    }
}

/// A column by its heading.
fn find(
    written: &At<String>,
    further: &FurtherColumns,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> Option<RatioColumn> {
    let plain = plain_heading(&written.value);
    let of_model = match plain.as_str() {
        "befolkning_16_64" => Some(RatioColumn::Befolkning),
        "folkmangd" => Some(RatioColumn::Folkmangd),
        "forsorjningsmatt" => Some(RatioColumn::Forsorjningsmatt),
        _ => None,
    };
    let known = further.indicators.iter().find(|indicator| plain_heading(&indicator.name) == plain);
    let found = of_model.or_else(|| known.map(|known| RatioColumn::Further(known.values.clone())));
    if found.is_none() {
        diagnostics.push_error(|| {
            let of_model = ["befolkning_16_64", "folkmangd", "forsorjningsmatt"].map(str::to_owned);
            let further = further.indicators.iter().map(|indicator| indicator.name.clone());
            let existing: Vec<String> = further.chain(of_model).collect();
            let nearest = nearest(&written.value, existing.iter().map(String::as_str));
            let problem =
                BaselineProblem::UnknownIndicator { column: written.value.clone(), nearest, existing };
            Diagnostic::at(problem, text, written.span.clone())
        });
    }
    found
}
