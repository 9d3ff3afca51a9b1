//! `[[kommun_part]]`: parts of kommuner that are members of their own. The kommun table is resolved with a row for each
//! part and one for what is left of the kommun, so that nobody after this needs to know.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline_table::BaselineTable;
use super::decimal_range::unusable;
use super::document::At;
use super::kommun_names::{find_kommun, kommun_names, unfound_kommun};
use super::kommun_part_section::KommunPartSection;
use crate::diagnostic::{BaselineProblem, Diagnostic, Diagnostics, FileProblem, Problem, Source};
use crate::model::figures::{Figures, KommunFigures};
use crate::model::kommun::{Kommun, KommunId, Kommuner, Kommunkod};
use crate::model::name::{LONGEST, canonical, is_too_long};
use crate::model::rounding::share_by_weight;
use crate::model::shares::scaled;

/// Parts that a baseline can have: more than any country's districts that are members of förbund.
const MOST_PARTS: usize = 1_000;

/// What the rest of a kommun is called after the name of the kommun.
const REST: &str = "övriga delar";

/// What stands for figures that are wrong.
const STAND_IN: KommunFigures =
    KommunFigures { befolkning_16_64: 1, forsorjningsmatt: Decimal::ONE, folkmangd: None };

/// A part of a kommun whose name is sound.
struct Part<'file> {
    section: usize,
    name: &'file At<String>,
    full_name: String,
    figures: KommunFigures,
}

/// Puts the parts of kommuner in the place of the kommuner, with what is left of each. Their figures are those of the year
/// of the table, or of the first year of a path; in other years each part keeps its share of its kommun. Returns which
/// section each part is of.
pub(super) fn resolve(
    sections: &[KommunPartSection],
    table: Option<&mut BaselineTable>,
    text: &Arc<Source>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Kommunkod, usize> {
    let Some(table) = table.filter(|_| !sections.is_empty()) else {
        return BTreeMap::new();
    };
    let mut reader = Reader { text, kommuner: &table.read.kommuner, diagnostics };
    let parts = reader.parts(sections);
    let first = table.of_years.as_ref().map_or(&table.read.figures, |years| &years.years[0].figures);
    let stated: BTreeMap<KommunId, Stated> = parts
        .iter()
        .map(|(kommun, parts)| (*kommun, reader.stated(sections, *kommun, parts, &first[kommun.index()])))
        .collect();
    let others = table.of_years.iter().flat_map(|years| &years.years).map(|year| &year.figures);
    let all_years: Vec<&Vec<KommunFigures>> = others.chain([&table.read.figures]).collect();
    let is_left = |kommun: &KommunId| {
        let left = |figures: &&Vec<KommunFigures>| !stated[kommun].leaves_nothing(&figures[kommun.index()]);
        all_years.iter().any(left)
    };
    let with_rest: BTreeSet<KommunId> = parts.keys().copied().filter(is_left).collect();
    let divided = |figures: &[KommunFigures]| {
        let of_kommun = |(position, figures): (usize, &KommunFigures)| {
            let kommun = KommunId::new(position);
            let Some(stated) = stated.get(&kommun) else { return vec![*figures] };
            let rest_is_left_out = usize::from(!with_rest.contains(&kommun));
            stated.divided(figures).split_off(rest_is_left_out)
        };
        figures.iter().enumerate().flat_map(of_kommun).collect::<Vec<_>>()
    };
    table.read.figures = divided(&table.read.figures);
    for year in table.of_years.iter_mut().flat_map(|years| &mut years.years) {
        year.figures = divided(&year.figures);
    }
    let (mut rows, mut origin, mut section_of) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (id, kommun) in table.read.kommuner.iter() {
        let Some(parts) = parts.get(&id) else {
            rows.push(kommun.clone());
            origin.push(id);
            continue;
        };
        let whole: Arc<str> = kommun.name.as_str().into();
        let mut add = |number, name: String| {
            let kommunkod = kommun.kommunkod.part(number);
            rows.push(Kommun { kommunkod, name, region: kommun.region, part_of: Some(whole.clone()) });
            origin.push(id);
            kommunkod
        };
        if with_rest.contains(&id) {
            add(0, rest_name(&kommun.name));
        }
        for (number, part) in (1..).zip(parts) {
            section_of.insert(add(number, part.full_name.clone()), part.section);
        }
    }
    table.rearrange(Kommuner::new(rows, table.read.kommuner.regions().to_vec()), &origin);
    section_of
}

fn rest_name(kommun: &str) -> String {
    format!("{kommun} {REST}")
}

struct Reader<'load> {
    text: &'load Arc<Source>,
    kommuner: &'load Kommuner,
    diagnostics: &'load mut Diagnostics,
}

impl Reader<'_> {
    fn refuse(&mut self, problem: impl Into<Problem>, at: std::ops::Range<usize>) {
        self.diagnostics.push_error(|| Diagnostic::at(problem, self.text, at));
    }

    /// The sound parts of each kommun, in the order of their names: the order of the file never matters.
    fn parts<'file>(&mut self, sections: &'file [KommunPartSection]) -> BTreeMap<KommunId, Vec<Part<'file>>> {
        let names = kommun_names(self.kommuner);
        let mut taken: BTreeMap<String, Option<std::ops::Range<usize>>> =
            self.kommuner.iter().map(|(_, kommun)| (canonical(&kommun.name), None)).collect();
        let mut parts: BTreeMap<KommunId, Vec<Part<'_>>> = BTreeMap::new();
        for (section, written) in sections.iter().enumerate() {
            let Some(kommun) = &written.kommun else { continue };
            let Ok(id) = find_kommun(&kommun.value, self.kommuner, &names) else {
                let problem = unfound_kommun(&kommun.value, self.kommuner, &names);
                self.refuse(problem, kommun.span.clone());
                continue;
            };
            let most = Decimal::from(Figures::MOST_INHABITANTS);
            let unusable = written.forsorjningsmatt.as_ref().and_then(|matt| {
                Some((
                    unusable("forsorjningsmatt", matt.value, Figures::MOST_DECIMALS, most)?,
                    matt.span.clone(),
                ))
            });
            let figures = written.figures().filter(|_| unusable.is_none());
            if let Some((problem, at)) = unusable {
                self.refuse(problem, at);
            }
            let Some(name) = &written.name else { continue };
            // Where figures are wrong nothing is computed; but the part is known by its name.
            let figures = figures.unwrap_or(STAND_IN);
            let whole = &self.kommuner.get(id).name;
            let full_name = format!("{whole} {}", name.value);
            if is_too_long(&full_name) {
                self.refuse(FileProblem::NameTooLong { most: LONGEST }, name.span.clone());
                continue;
            }
            let is_rest = canonical(&name.value) == REST;
            if is_rest || taken.contains_key(&canonical(&full_name)) {
                let problem = BaselineProblem::KommunPartNameTaken { name: full_name.clone() };
                let first = taken.get(&canonical(&full_name)).cloned().flatten();
                let diagnostic = Diagnostic::at(problem, self.text, name.span.clone());
                self.diagnostics.push(match first {
                    Some(first) => diagnostic.and(self.text, first),
                    None => diagnostic,
                });
                continue;
            }
            taken.insert(canonical(&full_name), Some(name.span.clone()));
            let of_kommun = parts.entry(id).or_default();
            if section >= MOST_PARTS || of_kommun.len() >= usize::from(Kommunkod::LAST_PART) {
                let problem = BaselineProblem::KommunPartsTooMany { most: Kommunkod::LAST_PART.into() };
                self.refuse(problem, name.span.clone());
                break;
            }
            of_kommun.push(Part { section, name, full_name, figures });
        }
        for parts in parts.values_mut() {
            parts.sort_by_cached_key(|part| canonical(&part.name.value));
        }
        parts
    }

    /// What the parts of a kommun leave of it, and that they are not more than all of it.
    fn stated(
        &mut self,
        sections: &[KommunPartSection],
        kommun: KommunId,
        parts: &[Part<'_>],
        whole: &KommunFigures,
    ) -> Stated {
        let mut rest = *whole;
        let every_folkmangd = parts.iter().all(|part| part.figures.folkmangd.is_some());
        rest.folkmangd = whole.folkmangd.filter(|_| every_folkmangd);
        let mut in_order: Vec<&Part<'_>> = parts.iter().collect();
        in_order.sort_by_key(|part| part.section);
        for part in in_order {
            let (section, figures) = (&sections[part.section], &part.figures);
            let kommun = &self.kommuner.get(kommun).name;
            let befolkning = rest.befolkning_16_64.checked_sub(figures.befolkning_16_64);
            let matt = rest.forsorjningsmatt - figures.forsorjningsmatt;
            let matt = Some(matt).filter(|matt| !matt.is_sign_negative() || matt.is_zero());
            let folkmangd = rest.folkmangd.zip(figures.folkmangd).map(|(rest, part)| rest.checked_sub(part));
            let at = |at: &Option<At<i64>>| at.as_ref().map(|at| at.span.clone());
            let matt_at = section.forsorjningsmatt.as_ref().map(|at| at.span.clone());
            for (column, exceeds, span) in [
                ("befolkning_16_64", befolkning.is_none(), at(&section.befolkning_16_64)),
                ("forsorjningsmatt", matt.is_none(), matt_at),
                ("folkmangd", folkmangd == Some(None), at(&section.folkmangd)),
            ] {
                if let (true, Some(span)) = (exceeds, span) {
                    let (kommun, column) = (kommun.clone(), column.to_owned());
                    self.refuse(BaselineProblem::KommunPartsExceed { kommun, column }, span);
                }
            }
            // Where one is too much nothing is computed.
            rest.befolkning_16_64 = befolkning.unwrap_or_default();
            rest.forsorjningsmatt = matt.unwrap_or_default();
            rest.folkmangd = folkmangd.map(Option::unwrap_or_default);
        }
        Stated {
            whole: *whole,
            figures: [rest].into_iter().chain(parts.iter().map(|part| part.figures)).collect(),
        }
    }
}

/// A kommun in the year that its parts are stated for.
struct Stated {
    whole: KommunFigures,
    /// What is left of it, then each of its parts.
    figures: Vec<KommunFigures>,
}

impl Stated {
    /// Whether nothing of a kommun is left beside its parts.
    fn leaves_nothing(&self, whole: &KommunFigures) -> bool {
        let rest = self.divided(whole)[0];
        rest.befolkning_16_64 == 0 && rest.forsorjningsmatt.is_zero()
    }

    /// The figures of some year divided as those of the year that is stated: what is left, then each part.
    fn divided(&self, whole: &KommunFigures) -> Vec<KommunFigures> {
        if *whole == self.whole {
            return self.figures.clone();
        }
        let befolkning = self.shared(whole.befolkning_16_64, |figures| Some(figures.befolkning_16_64));
        let folkmangd = whole.folkmangd.and_then(|all| self.shared(all, |figures| figures.folkmangd));
        // In hundredths, or where the kommun or a part has smaller decimals in units of those.
        let matt = self.figures.iter().chain([whole]).map(|figures| figures.forsorjningsmatt.normalize());
        let decimals = matt.map(|matt| matt.scale()).fold(2, u32::max);
        let units = scaled(whole.forsorjningsmatt, decimals)
            .and_then(|all| self.shared(all, |figures| scaled(figures.forsorjningsmatt, decimals)));
        let of_part = |part: usize| KommunFigures {
            befolkning_16_64: befolkning.as_ref().map_or(0, |shares| shares[part]),
            // More digits than can be computed with: the model refuses them where they stand.
            forsorjningsmatt: units.as_ref().map_or(whole.forsorjningsmatt, |units| {
                Decimal::from_i128_with_scale(units[part].into(), decimals).normalize()
            }),
            folkmangd: folkmangd.as_ref().map(|shares| shares[part]),
        };
        (0..self.figures.len()).map(of_part).collect()
    }

    /// A sum shared in proportion to a figure, to the unit; all of it is left where the year that is stated has none.
    fn shared(&self, sum: u64, figure: impl Fn(&KommunFigures) -> Option<u64>) -> Option<Vec<u64>> {
        let mut weights: Vec<u64> = self.figures.iter().map(figure).collect::<Option<_>>()?;
        if weights.iter().all(|weight| *weight == 0) {
            weights[0] = 1;
        }
        Some(share_by_weight(sum, &weights))
    }
}
