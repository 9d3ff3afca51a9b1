//! How the text of a search file becomes what was written in it.

use std::sync::Arc;

use toml::de::DeValue;

use super::document::{self, At, Section};
use super::names::nearest;
use super::search_file::{
    BORDERS, CONTRIBUTION, KansliSection, LimitsSection, MOST_TOP, MostSection, RANK_REDISTRIBUTIONS, RANKS,
    RankBy, RankSection, SCOPE_BASELINE, Scope, SearchFile, SearchSection, ShareSection,
};
use crate::diagnostic::{Diagnostics, DocumentProblem, Kind, OtherFile, SearchProblem, Source};
use crate::model::name::canonical;
use crate::search::criterion::By;

/// The largest limit: above every count of people.
const MOST: i64 = 1_000_000_000_000;

impl SearchFile {
    /// Reads the text of a search file; `None` if it is no TOML, or something else.
    #[must_use]
    pub fn read(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        document::read(source, diagnostics, Self::read_root).flatten()
    }

    fn read_root(root: &Section<'_>) -> Option<Self> {
        let is_search = root.has("search") || root.has("rank");
        let other = if root.has("change") || root.has("check") {
            Some(OtherFile::Scenario)
        } else if root.has("forbund") || root.has("model") {
            Some(OtherFile::Baseline)
        } else {
            None
        };
        if let Some(what) = other.filter(|_| !is_search) {
            root.report(DocumentProblem::NotASearch { what }, root.span());
            root.know_everything();
            return None;
        }
        Some(Self {
            name: root.required_text("name"),
            baseline: root.required_long_text("baseline"),
            search: root.table("search").map(|section| read_search(&section)),
            rank: root.table("rank").map(|section| read_rank(&section)),
            span: root.span(),
        })
    }
}

fn read_search(section: &Section<'_>) -> SearchSection {
    let read = SearchSection {
        kommuner: read_scope(section),
        forbund: read_limits(section, "forbund"),
        contiguous: section.boolean("contiguous"),
        borders: section.texts("borders").map(|list| {
            let borders = list.value.into_iter().filter_map(|border| section.choose(border, &BORDERS));
            At { value: borders.collect(), span: list.span }
        }),
        kommuner_per_forbund: read_limits(section, "kommuner_per_forbund"),
        befolkning_16_64: read_limits(section, "befolkning_16_64"),
        folkmangd: read_limits(section, "folkmangd"),
        farthest_km: read_most(section, "farthest_km"),
        regions: read_most(section, "regions"),
        largest_share: section.table_written_as("largest_share", Kind::MostShare).map(|share| {
            share.require("max");
            let read = ShareSection { max: share.decimal("max") };
            share.finish();
            read
        }),
        moved: read_most(section, "moved"),
        together: read_lists(section, "together"),
        apart: read_lists(section, "apart"),
        keep: section.texts("keep"),
        kansli: section.table("kansli").map(|kansli| {
            let read = KansliSection {
                fixed: kansli.amount("fixed"),
                per_kommun: kansli.amount("per_kommun"),
                per_inhabitant: kansli.decimal("per_inhabitant"),
                span: kansli.span(),
            };
            kansli.finish();
            read
        }),
    };
    section.finish();
    read
}

fn read_scope(section: &Section<'_>) -> Option<At<Scope>> {
    let value = section.value("kommuner")?;
    let span = value.span();
    let scope = match value.get_ref() {
        DeValue::String(_) => {
            let written = section.text("kommuner")?;
            if canonical(&written.value) != SCOPE_BASELINE {
                let nearest = nearest(&written.value, [SCOPE_BASELINE].into_iter());
                let (value, expected) = (written.value, Kind::Scope);
                section.report(DocumentProblem::NotWritten { value, expected, nearest }, span);
                return None;
            }
            Scope::Baseline
        }
        DeValue::Array(_) => Scope::Listed(section.as_texts("kommuner", value)?.value),
        DeValue::Table(_) => {
            let table = section.as_table("kommuner", value)?;
            let lan = table.required_text("lan");
            table.finish();
            Scope::Lan(lan?)
        }
        _ => {
            section.wrong_type("kommuner", Kind::Scope, value);
            return None;
        }
    };
    Some(At { value: scope, span })
}

fn read_limits(section: &Section<'_>, key: &'static str) -> Option<LimitsSection> {
    let limits = section.table_written_as(key, Kind::Limits)?;
    let read = LimitsSection {
        min: limits.whole("min", 0, MOST),
        max: limits.whole("max", 0, MOST),
        span: limits.span(),
    };
    limits.finish();
    Some(read)
}

fn read_most(section: &Section<'_>, key: &'static str) -> Option<MostSection> {
    let limits = section.table_written_as(key, Kind::Most)?;
    limits.require("max");
    let read = MostSection { max: limits.whole("max", 0, MOST), span: limits.span() };
    limits.finish();
    Some(read)
}

/// A list of lists of two names and more.
fn read_lists(section: &Section<'_>, key: &'static str) -> Vec<At<Vec<At<String>>>> {
    let Some(value) = section.value(key) else { return Vec::new() };
    let lists = value.get_ref().as_array();
    let Some(lists) = lists.filter(|lists| lists.iter().all(|list| list.get_ref().is_array())) else {
        section.wrong_type(key, Kind::ListOfLists, value);
        return Vec::new();
    };
    let lists = lists.iter().filter_map(|list| section.as_texts(key, list));
    let of_several = lists.filter(|list| {
        if let [only] = list.value.as_slice() {
            section.report(SearchProblem::Single { key: key.to_owned() }, only.span.clone());
        }
        list.value.len() > 1
    });
    of_several.collect()
}

fn read_rank(section: &Section<'_>) -> RankSection {
    let read = RankSection {
        by: section.text("by").and_then(|written| rank_by(section, written)),
        redistribution: section.choice("redistribution", &RANK_REDISTRIBUTIONS),
        top: section.whole("top", 1, MOST_TOP),
        pareto: section.texts("pareto").map(|list| {
            let criteria = list.value.into_iter().filter_map(|written| rank_by(section, written));
            At { value: criteria.collect(), span: list.span }
        }),
        span: section.span(),
    };
    section.finish();
    read
}

fn rank_by(section: &Section<'_>, written: At<String>) -> Option<At<RankBy>> {
    if let Some(kommun) = written.value.strip_prefix(CONTRIBUTION) {
        let kommun = kommun.trim().to_owned();
        return Some(At { value: RankBy::Contribution(kommun), span: written.span });
    }
    // The kommun is not chosen from a list; that one can be is.
    let mut choices: Vec<(&str, By)> = RANKS.to_vec();
    choices.push(("contribution:KOMMUN", By::Contribution));
    let found = section.choose(written, &choices)?;
    match found.value {
        By::Contribution => Some(found.map(|_| RankBy::Contribution("KOMMUN".to_owned()))),
        by => Some(found.map(|_| RankBy::Figure(by))),
    }
}
