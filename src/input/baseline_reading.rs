//! How the text of a baseline file becomes what was written in it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::baseline_file::{
    AssumptionSection, BaselineFile, FUNDING, ForbundSection, FundingSection, KEYS, KansliAssumptionSection,
    ModelSection, REST_FORBUND, REST_INHABITANTS, RestSection, SharedKansliSection, WEIGHTS,
};
use super::board_section::BoardSection;
use super::caps_section::CapSection;
use super::document::{self, At, Section, Value};
use super::insatser_section::InsatsSection;
use super::kommun_part_section::KommunPartSection;
use super::path_section::PathSection;
use super::payment_section::PaymentSection;
use super::positions_section::{ArgumentSection, PositionSection};
use super::ratios::IndicatorsSection;
use super::reference_section::ReferenceSection;
use super::rules_section::RulesSection;
use super::scenario_file::SPLITS;
use super::sharing_reading;
use super::smallest_forbund_section::SmallestForbundSection;
use super::uncertain_section::UncertainSection;
use super::value_section::ValueSection;
use super::years::YEARS;
use crate::diagnostic::{Diagnostics, DocumentProblem, Kind, Source};

impl BaselineFile {
    /// Reads the text of a baseline file; `None` if it is no TOML.
    #[must_use]
    pub fn read(source: &Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        document::read(source, diagnostics, Self::read_root).flatten()
    }

    fn read_root(root: &Section<'_>) -> Option<Self> {
        if root.has("baseline") || root.has("change") {
            root.report(DocumentProblem::ScenarioAsBaseline, root.span());
            root.know_everything();
            return None;
        }
        Some(Self {
            name: root.required_text("name"),
            year: root.whole("year", YEARS.0, YEARS.1),
            kommuner: root.required_long_text("kommuner"),
            kommun_key: root.choice_or_numbers("kommun_key", KEYS, Kind::NameOrTable),
            region_key: root.choice_or_numbers("region_key", KEYS, Kind::Text),
            source: root.long_text("source"),
            indicators: IndicatorsSection::read(root),
            model: root.table("model").map(|section| read_model(&section)).unwrap_or_default(),
            path: PathSection::read(root),
            rules: RulesSection::read(root),
            uncertain: root.tables("uncertain", UncertainSection::read).unwrap_or_default(),
            caps: CapSection::read_all(root),
            funding: root.table("funding").map(|section| read_funding(&section)),
            kommun_parts: root.tables("kommun_part", KommunPartSection::read).unwrap_or_default(),
            forbund: {
                root.require("forbund");
                root.refuse_empty_list("forbund");
                root.tables("forbund", read_forbund).unwrap_or_default()
            },
            shared_kanslier: root.tables("shared_kansli", read_shared_kansli).unwrap_or_default(),
            references: root.tables("reference", ReferenceSection::read).unwrap_or_default(),
            kansli_assumption: root.table("kansli_assumption").map(|section| read_savings(&section)),
            smallest_forbund: root
                .table("smallest_forbund")
                .map(|section| SmallestForbundSection::read(&section)),
            insatser: InsatsSection::read_all(root),
            values: root.tables("value", ValueSection::read).unwrap_or_default(),
            insatser_table: root.long_text("insatser"),
            payments: PaymentSection::read_all(root),
            assumptions: root.tables("assumption", AssumptionSection::read).unwrap_or_default(),
            positions: root.tables("position", PositionSection::read).unwrap_or_default(),
            arguments: root.tables("argument", ArgumentSection::read).unwrap_or_default(),
            styrelse: BoardSection::read(root),
            span: root.span(),
        })
    }
}

fn read_model(section: &Section<'_>) -> ModelSection {
    let model = ModelSection {
        appropriation: section.dated("appropriation", Section::as_amount),
        appropriation_source: section.dated("appropriation_source", Section::as_long_text),
        base_grant: section.dated("base_grant", Section::as_amount),
        base_grant_source: section.dated("base_grant_source", Section::as_long_text),
        weights: section.dated("weights", read_weights),
        weights_source: section.dated("weights_source", Section::as_long_text),
        rest_of_country: section.table("rest_of_country").map(|rest| {
            let read = RestSection {
                forbund: rest.dated("forbund", |rest, key, value| {
                    rest.as_whole(key, value, REST_FORBUND.0, REST_FORBUND.1)
                }),
                forbund_source: rest.dated("forbund_source", Section::as_long_text),
                kommuner: rest.text_or_texts("kommuner", Kind::AllaOrList),
                befolkning_16_64: rest.whole("befolkning_16_64", REST_INHABITANTS.0, REST_INHABITANTS.1),
                forsorjningsmatt: rest.decimal("forsorjningsmatt"),
                written: ["forbund", "kommuner", "befolkning_16_64", "forsorjningsmatt"]
                    .map(|key| rest.has(key)),
                span: rest.span(),
            };
            rest.finish();
            read
        }),
        written: ["appropriation", "rest_of_country"].map(|key| section.has(key)),
        span: Some(section.span()),
    };
    section.finish();
    model
}

fn read_weights(section: &Section<'_>, key: &str, value: Value<'_>) -> Option<At<[At<Decimal>; 2]>> {
    let weights = section.as_table(key, value)?;
    for weight in WEIGHTS {
        weights.require(weight);
    }
    let [forsorjningsmatt, befolkning] = WEIGHTS.map(|weight| weights.decimal(weight));
    weights.finish();
    let (forsorjningsmatt, befolkning) = forsorjningsmatt.zip(befolkning)?;
    Some(At { value: [forsorjningsmatt, befolkning], span: weights.span() })
}

fn read_funding(section: &Section<'_>) -> FundingSection {
    for share in FUNDING {
        section.require(share);
    }
    let shares = FUNDING.map(|share| section.decimal(share));
    section.finish();
    FundingSection {
        shares: match shares {
            [Some(state), Some(region), Some(kommuner)] => Some([state, region, kommuner]),
            _ => None,
        },
        span: section.span(),
    }
}

fn read_savings(section: &Section<'_>) -> KansliAssumptionSection {
    let read = KansliAssumptionSection {
        merge: section.decimal("merge"),
        r#move: section.decimal("move"),
        shared_kansli: section.decimal("shared_kansli"),
        source: section.long_text("source"),
        span: section.span(),
    };
    section.finish();
    read
}

fn read_shared_kansli(section: &Section<'_>) -> SharedKansliSection {
    sharing_reading::require_cost(section);
    section.require("split_by");
    SharedKansliSection {
        forbund: section.required_texts("forbund"),
        kansli: section.dated("kansli", Section::as_cost),
        items: section.dated("items", Section::as_items),
        tjanster: section.dated("tjanster", Section::as_posts),
        split_by: section.choice_or_numbers("split_by", &SPLITS, Kind::NameOrTable),
        kansli_source: section.dated("kansli_source", Section::as_long_text),
        span: section.span(),
    }
}

fn read_forbund(section: &Section<'_>) -> ForbundSection {
    ForbundSection {
        name: section.required_text("name"),
        kommuner: section.required_texts("kommuner"),
        budget: section.dated("budget", Section::as_amount),
        state_grant: section.dated("state_grant", Section::as_amount),
        kansli: section.dated("kansli", Section::as_cost),
        tjanster: section.dated("tjanster", Section::as_posts),
        budget_source: section.dated("budget_source", Section::as_long_text),
        state_grant_source: section.dated("state_grant_source", Section::as_long_text),
        kansli_source: section.dated("kansli_source", Section::as_long_text),
        kommun_key: section.choice_or_numbers("kommun_key", KEYS, Kind::NameOrTable),
        eget_kapital: section.dated("eget_kapital", Section::as_amount),
        overfort: section.dated("overfort", Section::as_amount),
        ovriga_intakter: section.dated("ovriga_intakter", Section::as_amount),
        matchning: section.dated("matchning", Section::as_amount),
        sate: section.text("sate"),
        styrelse: BoardSection::read(section),
        amount_written: section.has("budget") || section.has("state_grant"),
        span: section.span(),
    }
}
